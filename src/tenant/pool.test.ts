import { describe, expect, it } from 'vitest';
import { failed } from '../../test/support/answers.ts';
import { apiKey } from '../../test/support/api-key.ts';
import { instantClock } from '../../test/support/instant-clock.ts';
import { json, realServers } from '../../test/support/real-servers.ts';
import { systemClock } from '../clock/system-clock.ts';
import { openTenantPool } from './pool.ts';
import type { Tenant } from './port.ts';
import { ReadTime } from './read-time.ts';

const { serve, connect, closeLater } = realServers();
const story = { id: 301, name: 'Contain host', team_id: 42, tags: [], change_control_enabled: false };
const storyImport = {
  teamId: 42,
  mode: 'new',
  name: 'Mine',
  data: { name: 'Mine', guid: '0f1e2d3c4b5a69788796a5b4c3d2e1f0', agents: [], links: [] },
} as const;

describe('limits', () => {
  /** Counts requests in flight. */
  async function counting() {
    const seen = { now: 0, most: 0, starts: [] as number[] };
    const { url } = await serve((_, res) => {
      seen.now += 1;
      seen.most = Math.max(seen.most, seen.now);
      seen.starts.push(performance.now());
      setTimeout(() => {
        seen.now -= 1;
        json(res, story);
      }, 10);
    });
    return { url, seen };
  }

  it('allow four requests in flight', async () => {
    const { url, seen } = await counting();
    const client = connect(url);
    const answers = await Promise.all(Array.from({ length: 30 }, () => client.getStory(301)));
    expect(answers.every((answer) => answer.ok)).toBe(true);
    expect(seen.most).toBe(4);
  });

  it('hold for all keys of one tenant together', async () => {
    const { url, seen } = await counting();
    const pool = openTenantPool({ clock: instantClock() });
    closeLater(() => pool.close());
    const clients = ['a', 'b', 'c'].map((key) => pool.writer(url, apiKey(key)));
    expect(pool.writer(url, apiKey('a'))).toBe(clients[0]);
    await Promise.all(clients.flatMap((client) => Array.from({ length: 10 }, () => client.getStory(301))));
    expect([seen.most, seen.starts.length]).toEqual([4, 30]);
  });

  it('keep within the budget of any window', async () => {
    const { url, seen } = await counting();
    const limits = { budgets: { default: 3, records: 1 }, windowMs: 200 };
    const client = connect(url, { clock: systemClock, limits });
    const begun = performance.now();
    await Promise.all(Array.from({ length: 8 }, () => client.getStory(301)));
    // A loaded machine only makes them later; without a budget all would arrive within a few milliseconds.
    const windows = seen.starts.map((start) => Math.floor((start - begun + 5) / 200));
    expect(windows.map((window, index) => window >= Math.floor(index / 3))).toEqual(Array(8).fill(true));
  });

  it('cost a destination nothing of its time for being read, unless another of its requests hangs', async () => {
    const { url } = await serve((req, res) => {
      if (req.url?.includes('302') !== true) json(res, story);
    });
    const read = (windowMs: number, allowedMs: number) => {
      const client = connect(url, { clock: systemClock, limits: { budgets: { default: 2, records: 1 }, windowMs } });
      return client.readerWithin(new ReadTime(systemClock, allowedMs, new AbortController().signal));
    };
    const quick = read(1500, 1000);
    for (let i = 0; i < 3; i++) expect((await quick.getStory(301)).ok).toBe(true);
    const mixed = read(600_000, 200);
    const hanging = failed(mixed.getStory(302));
    expect((await mixed.getStory(301)).ok).toBe(true);
    const waiting = failed(mixed.getStory(301));
    expect((await Promise.all([hanging, waiting])).map(({ kind }) => kind)).toEqual(['too_slow', 'too_slow']);
  });

  it('count the requests of all keys of an address together, and no more of them than a person allows', async () => {
    const { url } = await serve((_, res) => json(res, story));
    const clock = instantClock();
    const pool = openTenantPool({ clock, rate: 4 });
    closeLater(() => pool.close());
    const clients = ['a', 'b', 'c'].map((key) => pool.writer(url, apiKey(key)));
    for (const client of [...clients, ...clients, ...clients]) expect((await client.getStory(301)).ok).toBe(true);
    expect(clock.slept).toEqual([60_000, 60_000]);
  });

  it('let a family with a smaller budget wait alone', async () => {
    const { url } = await serve((req, res) => {
      const types = { record_types: [], meta: { count: 0, pages: 1, next_page_number: null } };
      json(res, req.url?.includes('record_types') === true ? types : story);
    });
    const clock = instantClock();
    const client = connect(url, { clock, limits: { budgets: { default: 9, records: 1 } } });
    expect((await client.listRecordTypes(42)).ok).toBe(true);
    for (let time = 0; time < 5; time += 1) expect((await client.getStory(301)).ok).toBe(true);
    expect(clock.slept).toEqual([]);
    expect((await client.listRecordTypes(42)).ok).toBe(true);
    expect(clock.slept).toEqual([60_000]);
  });

  it('cost a destination nothing of its time for being read while the tenant limits it', async () => {
    let asked = 0;
    const { url } = await serve((_, res) => {
      asked += 1;
      if (asked < 3) res.writeHead(429, { 'retry-after': '100' }).end();
      else json(res, story);
    });
    const clock = instantClock();
    const time = new ReadTime(clock, 120_000, new AbortController().signal);
    expect((await connect(url, { clock }).readerWithin(time).getStory(301)).ok).toBe(true);
    expect([clock.slept, time.isOver]).toEqual([[100_000, 100_000], false]);
  });

  it('make the others wait as well when one is told to slow down', async () => {
    let asked = 0;
    const { url } = await serve((_, res) => {
      asked += 1;
      if (asked === 1) res.writeHead(429, { 'retry-after': '9' }).end();
      else json(res, story);
    });
    const paused: number[] = [];
    const base = instantClock();
    // Time stands still here, so each request shows how long it would have waited.
    const clock = { ...base, elapsed: () => 0, sleep: async (ms: number) => void paused.push(ms) };
    const client = connect(url, { clock });
    await client.getStory(301);
    await client.getStory(302);
    expect(paused).toEqual([9000, 9000]);
  });
});

describe('the planner', () => {
  it('holds an object from which no request but a GET can be made, whatever a caller does to it', async () => {
    const methods: (string | undefined)[] = [];
    const { url } = await serve((req, res) => {
      methods.push(req.method);
      json(res, {});
    });
    const pool = openTenantPool({ clock: instantClock() });
    closeLater(() => pool.close());
    const reader: object = pool.reader(url, apiKey('a'));
    const reachable = functionsOf(reader);
    expect(reachable.map(([name]) => name).sort()).toEqual([
      'exportStory',
      'findStoriesNamed',
      'getStory',
      'getSyncDestination',
      'getTeam',
      'listCredentials',
      'listRecordTypes',
      'listResources',
      'listStories',
      'listSyncDestinations',
      'listVersionNames',
      'listVisibleCredentials',
      'listVisibleResources',
      'listVisibleStories',
    ]);
    for (const [, call] of reachable) await call.call(reader, 1, {}, 1);
    expect(new Set(methods)).toEqual(new Set(['GET']));
    expect(() => Object.assign(reader, { deleteStory: () => undefined })).toThrow();
  });
});

/** Every function that can be reached from an object, also by way of its prototypes and of what it holds. */
function functionsOf(
  holder: object,
  seen = new Set<unknown>(),
): (readonly [string, (...args: unknown[]) => unknown])[] {
  if (holder === Object.prototype || seen.has(holder)) return [];
  seen.add(holder);
  const own = Object.entries(Object.getOwnPropertyDescriptors(holder)).flatMap(([name, { value }]) => {
    if (typeof value === 'function') return [[name, value] as const];
    return typeof value === 'object' && value !== null ? functionsOf(value, seen) : [];
  });
  return [...own, ...functionsOf(Object.getPrototypeOf(holder) ?? Object.prototype, seen)];
}

describe('a stop', () => {
  it('lets a write that was sent finish', async () => {
    const stop = new AbortController();
    const { url } = await serve((_, res) => {
      stop.abort();
      setTimeout(() => json(res, story), 50);
    });
    expect((await connect(url, { signal: stop.signal }).importStory(storyImport)).ok).toBe(true);
  });

  it('ends a read that has a time of its own as well, and the tenant was not too slow', async () => {
    const stop = new AbortController();
    const { url } = await serve(() => stop.abort());
    const time = new ReadTime(systemClock, 600_000, new AbortController().signal);
    const reading = failed(connect(url, { signal: stop.signal }).readerWithin(time).getStory(301));
    expect(await reading).toMatchObject({ kind: 'aborted' });
    time.close();
  });

  it('ends a read that is under way, and starts nothing new', async () => {
    const stop = new AbortController();
    let asked = 0;
    const { url } = await serve(() => {
      asked += 1;
      stop.abort();
    });
    const client = connect(url, { signal: stop.signal });
    expect(await failed(client.getStory(301))).toMatchObject({ kind: 'aborted', effect: 'none' });
    expect(await failed(client.importStory(storyImport))).toMatchObject({ kind: 'aborted', effect: 'none' });
    expect(asked).toBe(1);
  });

  it.each([
    ['a 429', 429, (client: Tenant) => client.getStory(302)],
    ['a 503', 503, (client: Tenant) => client.getStory(301)],
  ] as const)('that comes with %s is the cause, and not what was answered', async (_, status, call) => {
    const stop = new AbortController();
    let asked = 0;
    const { url } = await serve((_, res) => {
      asked += 1;
      res.writeHead(status, { 'retry-after': '60' }).end();
    });
    const waits: (AbortSignal | undefined)[] = [];
    const clock = {
      ...instantClock(),
      sleep: async (_ms: number, signal?: AbortSignal) => {
        waits.push(signal);
        stop.abort();
      },
    };
    const client = connect(url, { signal: stop.signal, clock });
    expect(await failed(call(client))).toMatchObject({ kind: 'aborted', effect: 'none' });
    expect(asked).toBe(1);
    expect(waits.length > 0 && waits.every((signal) => signal === stop.signal)).toBe(true);
  });

  it('that comes with the 429 of a write is the cause of what follows, and what became of the write stays open', async () => {
    const stop = new AbortController();
    const { url } = await serve((_, res) => {
      stop.abort();
      res.writeHead(429, { 'retry-after': '60' }).end();
    });
    const client = connect(url, { signal: stop.signal });
    expect(await failed(client.importStory(storyImport))).toMatchObject({ kind: 'rate_limited', effect: 'possible' });
    expect(await failed(client.getStory(301))).toMatchObject({ kind: 'aborted' });
  });

  it('ends the wait for the budget', async () => {
    const stop = new AbortController();
    const { url } = await serve((_, res) => json(res, story));
    const limits = { budgets: { default: 1, records: 1 }, windowMs: 60_000 };
    const client = connect(url, { signal: stop.signal, clock: systemClock, limits });
    expect((await client.getStory(301)).ok).toBe(true);
    const waiting = failed(client.getStory(301));
    setTimeout(() => stop.abort(), 20);
    expect(await waiting).toMatchObject({ kind: 'aborted' });
  });
});
