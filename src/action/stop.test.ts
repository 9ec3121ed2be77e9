import { spawnSync } from 'node:child_process';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { instantClock } from '../../test/support/instant-clock.ts';
import { type Stop, stopOnCancel } from './stop.ts';

const STOP = new URL('./stop.ts', import.meta.url).href;

describe('a sync', () => {
  let open: Stop | undefined;
  afterEach(() => open?.close());

  function listen(budget?: number) {
    const clock = instantClock();
    const lastCall = vi.fn();
    const say = vi.fn();
    open = stopOnCancel({ clock, budget, say, lastCall });
    return { clock, lastCall, say, signal: open.signal };
  }

  it.each([
    ['SIGINT', 7_500],
    ['SIGTERM', 2_500],
  ] as const)(
    'that gets %s stops at once, and says the last word in time before it is killed',
    async (name, killed) => {
      const { clock, lastCall, signal } = listen();
      process.emit(name);
      expect(signal.aborted).toBe(true);
      expect(lastCall).not.toHaveBeenCalled();
      await clock.sleep(killed - 2_000);
      expect(lastCall).toHaveBeenCalledOnce();
      process.emit('SIGTERM');
      await clock.sleep(10_000);
      expect(lastCall).toHaveBeenCalledOnce();
    },
  );

  it('whose time is used up stops without a last word: nobody is about to kill it', async () => {
    const { clock, lastCall, say, signal } = listen(60_000);
    await clock.sleep(60_000);
    expect(signal.aborted).toBe(true);
    expect(say).toHaveBeenCalledExactlyOnceWith(expect.stringContaining('time budget is used up'));
    await clock.sleep(60_000);
    expect(lastCall).not.toHaveBeenCalled();
  });
});

describe('a bug that nobody waits for', () => {
  it.each([
    ['an error in a callback', `setTimeout(() => { throw new Error('oops'); })`, 'closed: oops'],
    ['a promise that nobody catches', `void Promise.reject(new Error('oops'))`, 'closed: oops'],
    ['a wait that never ends', 'await new Promise(() => {})', 'closed: the run ended in the middle of its work'],
  ])('ends what is open: %s', (_, bug, told) => {
    const text = `
      import { endWhenBroken } from ${JSON.stringify(STOP)};
      endWhenBroken(async (cause) => console.log('closed: ' + cause.message));
      ${bug};`;
    const run = spawnSync(process.execPath, ['--input-type=module', '-e', text], { encoding: 'utf8' });
    expect([run.stdout.trim(), run.status]).toEqual([told, 1]);
  });
});
