import { describe, expect, it } from 'vitest';
import { FAULTS } from '../../src/emulator/faults/faults.ts';
import { type Answer, importing, type Rig, rig, storyFile, world } from './emulator-rig.ts';

const FOUR = { stories: [1, 2, 3, 4].map((id) => ({ id, content: storyFile({ name: `Story ${id}` }) })) };

type Case = {
  readonly fault: object;
  readonly method?: string;
  readonly path?: string;
  readonly body?: object;
  /** What the client sees: the answer, or `undefined` for a broken connection. */
  readonly seen: (answer: Answer | undefined) => void;
  /** What has become of the tenant. */
  readonly after?: (emulator: Rig) => Promise<void>;
};

const storyCount = async (emulator: Rig): Promise<unknown> =>
  (await emulator.tenant('acme')('GET', '/stories')).at('meta', 'count');
const NEW_STORY = { method: 'POST', path: '/stories', body: { team_id: 7, name: 'Fresh' } };

const CASES: { readonly [kind: string]: Case } = {
  rate_limited: {
    fault: { retry_after: 'seconds 3' },
    seen: (answer) => expect([answer?.status, answer?.headers.get('retry-after')]).toEqual([429, '3']),
  },
  error: {
    fault: { status: 503, shape: 'error', text: 'tired' },
    seen: (answer) => expect([answer?.status, answer?.body]).toEqual([503, { error: 'Something tired' }]),
  },
  slow: { fault: { ms: 30 }, seen: (answer) => expect(answer?.status).toBe(200) },
  hang: {
    ...NEW_STORY,
    fault: {},
    seen: (answer) => expect(answer).toBeUndefined(),
    after: async (emulator) => expect(await storyCount(emulator)).toBe(4),
  },
  trickle: { fault: { ms: 100 }, seen: (answer) => expect(answer).toBeUndefined() },
  reset: {
    ...NEW_STORY,
    fault: {},
    seen: (answer) => expect(answer).toBeUndefined(),
    after: async (emulator) => expect(await storyCount(emulator)).toBe(4),
  },
  distant: { fault: { ms: 5 }, seen: (answer) => expect(answer?.status).toBe(200) },
  commit_then_reset: {
    ...NEW_STORY,
    fault: {},
    seen: (answer) => expect(answer).toBeUndefined(),
    after: async (emulator) => expect(await storyCount(emulator)).toBe(5),
  },
  commit_then_timeout: {
    ...NEW_STORY,
    fault: {},
    seen: (answer) => expect(answer).toBeUndefined(),
    after: async (emulator) => expect(await storyCount(emulator)).toBe(5),
  },
  commit_then_error: {
    ...NEW_STORY,
    fault: { status: 409 },
    seen: (answer) => expect(answer?.status).toBe(409),
    after: async (emulator) => expect(await storyCount(emulator)).toBe(5),
  },
  commit_then_html: {
    ...NEW_STORY,
    fault: {},
    seen: (answer) => expect([answer?.status, answer?.text]).toEqual([502, expect.stringMatching(/^<!DOCTYPE html>/)]),
    after: async (emulator) => expect(await storyCount(emulator)).toBe(5),
  },
  carried_out_twice: {
    ...NEW_STORY,
    fault: {},
    seen: (answer) => expect(answer?.status).toBe(201),
    after: async (emulator) => expect(await storyCount(emulator)).toBe(6),
  },
  truncated_page: {
    fault: {},
    seen: (answer) => expect([answer?.each('stories', 'id').length, answer?.at('meta', 'count')]).toEqual([2, 4]),
  },
  short_count: {
    fault: {},
    path: '/stories?per_page=2',
    seen: (answer) => expect(answer?.at('meta')).toMatchObject({ count: 2, pages: 1, next_page_number: null }),
  },
  html: {
    fault: {},
    seen: (answer) => expect([answer?.status, answer?.text]).toEqual([200, expect.stringMatching(/^<!DOCTYPE html>/)]),
  },
  truncated_json: { fault: {}, seen: (answer) => expect(() => answer?.body).toThrow() },
  wrong_shape: { fault: {}, seen: (answer) => expect([answer?.status, answer?.text]).toEqual([200, '{}']) },
  missing_meta: {
    fault: {},
    seen: (answer) => expect([answer?.each('stories', 'id').length, answer?.at('meta')]).toEqual([4, undefined]),
  },
  revoked_key: {
    fault: {},
    seen: (answer) => expect(answer?.status).toBe(401),
    after: async (emulator) => expect((await emulator.tenant('acme')('GET', '/info')).status).toBe(401),
  },
  drop_action: {
    method: 'POST',
    path: '/stories/import',
    body: importing(storyFile({ integrations: [], pages: [] })),
    fault: {},
    seen: (answer) => expect(answer?.status).toBe(200),
    after: async (emulator) => {
      const acme = emulator.tenant('acme');
      const id = (await acme('GET', '/stories?search=Contain')).idAt('stories', 0, 'id');
      expect((await acme('GET', `/stories/${id}/export`)).each('agents', 'name')).toEqual(['Receive', 'Extract']);
    },
  },
  sync_fails: {
    method: 'POST',
    path: '/admin/sync_destinations/5/manual_sync',
    fault: { text: 'no' },
    // What comes of it shows where there are destinations: emulator-syncing.test.ts.
    seen: (answer) => expect(answer?.status).toBe(404),
  },
  redirect: {
    fault: { location: 'https://elsewhere.invalid/x' },
    seen: (answer) =>
      expect([answer?.status, answer?.headers.get('location')]).toEqual([302, 'https://elsewhere.invalid/x']),
  },
  down: {
    fault: {},
    seen: (answer) => expect(answer).toBeUndefined(),
    after: async (emulator) => await expect(emulator.tenant('acme')('GET', '/info')).rejects.toThrow(),
  },
};

describe('faults', () => {
  it('are all tried here', () => {
    expect(Object.keys(CASES).toSorted()).toEqual(Object.keys(FAULTS).toSorted());
  });

  it.each(Object.entries(CASES))(
    '%s does what its name says',
    async (kind, { fault, method, path, body, seen, after }) => {
      await using emulator = await rig(world(FOUR));
      await emulator.control('POST', '/faults', { tenant: 'acme', fault: { kind, ...fault } });
      const signal = AbortSignal.timeout(250);
      const gaveUp = new Promise<undefined>((resolve) => signal.addEventListener('abort', () => resolve(undefined)));
      const asked = emulator.tenant('acme')(method ?? 'GET', path ?? '/stories', body);
      const answer = await Promise.race([asked.catch(() => undefined), gaveUp]);
      seen(answer);
      await after?.(emulator);
      const log = await emulator.control('GET', '/log');
      expect(log.at('entries', 0)).toMatchObject({ fault: kind });
      await emulator.control('DELETE', '/faults');
      expect((await emulator.tenant('acme')('GET', '/info')).status).toBe(200);
    },
  );

  it('fit by tenant, method and path, after some requests, for some times', async () => {
    await using emulator = await rig();
    const acme = emulator.tenant('acme');
    const rule = {
      tenant: 'acme',
      method: 'GET',
      path: '^/info$',
      skip: 1,
      times: 2,
      fault: { kind: 'error', status: 502 },
    };
    expect((await emulator.control('POST', '/faults', rule)).status).toBe(201);
    expect((await emulator.tenant('beta')('GET', '/info')).status).toBe(200);
    expect((await acme('GET', '/stories')).status).toBe(200);
    const codes = [];
    for (let turn = 0; turn < 4; turn += 1) codes.push((await acme('GET', '/info')).status);
    expect(codes).toEqual([200, 502, 502, 200]);
  });

  it('are refused by name when they do not exist', async () => {
    await using emulator = await rig();
    expect((await emulator.control('POST', '/faults', { fault: { kind: 'gremlins' } })).status).toBe(422);
    expect((await emulator.control('POST', '/faults', { fault: { kind: 'slow', speed: 1 } })).status).toBe(422);
    expect((await emulator.control('POST', '/faults', { wen: 1, fault: { kind: 'slow' } })).status).toBe(422);
  });

  it('give Retry-After as a date when asked', async () => {
    await using emulator = await rig();
    await emulator.control('POST', '/faults', { fault: { kind: 'rate_limited', retry_after: 'date 2' } });
    const answer = await emulator.tenant('acme')('GET', '/info');
    const dateOf = (name: string): number => Date.parse(answer.headers.get(name) ?? '');
    // Both are stamped by the server, in whole seconds.
    expect([1000, 2000, 3000]).toContain(dateOf('retry-after') - dateOf('date'));
  });
});
