import { expect, it } from 'vitest';
import type { Message, Notifier } from '../../src/notify/port.ts';
import type { Behaviour } from '../support/webhook-server.ts';

export type NotifierWorld = {
  readonly notifier: Notifier;
  readonly behave: (next: Behaviour) => void;
  /** All that arrived, as it was sent. */
  readonly received: () => readonly Message[];
  /** From now on nobody takes a message. */
  readonly leave: () => Promise<void>;
};

const MESSAGE: Message = { body: '{"name":"Überwachung \u2028"}\n', signature: 'sha256=00ff' };

/** What everybody does who takes a message for others. */
export function describeNotifierPort(open: (how?: { readonly timeoutMs: number }) => Promise<NotifierWorld>): void {
  it.each([200, 204, 302, 400, 404, 500, 503])(
    'answers with the status %i, whatever it means, after one attempt',
    async (status) => {
      const world = await open();
      world.behave(status);
      expect(await world.notifier.post(MESSAGE)).toEqual({ kind: 'answer', status });
      expect(world.received()).toHaveLength(1);
    },
  );

  it('hands on the very text, and the signature where there is one', async () => {
    const world = await open();
    await world.notifier.post(MESSAGE);
    await world.notifier.post({ body: '{}\n' });
    expect(world.received()).toEqual([MESSAGE, { body: '{}\n' }]);
  });

  it('tells a broken connection and an absent server apart', async () => {
    const world = await open();
    world.behave('cut');
    expect(await world.notifier.post(MESSAGE)).toMatchObject({ kind: 'broke' });
    await world.leave();
    expect(await world.notifier.post(MESSAGE)).toMatchObject({ kind: 'no_connection', failure: { passing: true } });
  });

  it('does not wait for ever for an answer', async () => {
    const world = await open({ timeoutMs: 300 });
    world.behave('silent');
    expect(await world.notifier.post(MESSAGE)).toEqual({ kind: 'timeout' });
  });

  it('takes the status for the answer, and does not wait for a body without an end', async () => {
    const world = await open();
    world.behave('endless body');
    expect(await world.notifier.post(MESSAGE)).toEqual({ kind: 'answer', status: 200 });
    expect(await world.notifier.post(MESSAGE)).toEqual({ kind: 'answer', status: 200 });
  });
}
