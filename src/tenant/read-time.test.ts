import { describe, expect, it } from 'vitest';
import { instantClock } from '../../test/support/instant-clock.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import { OwnWaits } from './own-waits.ts';
import { RateLimiter, STOPPED } from './rate-limiter.ts';
import { ReadTime } from './read-time.ts';

const STOP = new AbortController().signal;

describe('the time for reading a destination', () => {
  it('is one for all its requests: many that are each in time end it too', async () => {
    const clock = instantClock();
    const time = new ReadTime(clock, 20_000, STOP);
    for (const _ of [1, 2]) {
      const request = time.begin('GET /stories');
      await clock.sleep(8_000);
      request.end();
    }
    expect(time.isOver).toBe(false);
    const since = clock.elapsed();
    time.begin('GET /record_types');
    await clock.sleep(4_000);
    expect([time.isOver, time.signal.aborted]).toEqual([true, true]);
    expect(time.evidence(since)).toEqual({
      seen: 'read_time_over',
      allowed: 20,
      waited: 4,
      ended: 2,
      slowest: { request: 'GET /stories', took: 8 },
    });
  });

  it('does not run while nothing is asked', async () => {
    const clock = instantClock();
    const time = new ReadTime(clock, 1_000, STOP);
    time.begin('GET /stories').end();
    await clock.sleep(60_000);
    time.begin('GET /stories').end();
    expect(time.isOver).toBe(false);
  });

  type Scene = {
    readonly time: ReadTime;
    /** A minute in which some request to this tenant, of whatever destination, waits for our limits. */
    readonly limited: () => Promise<void>;
    /** A minute in which none does. */
    readonly minute: () => Promise<void>;
  };
  const ROWS: readonly (readonly [what: string, counted: number, scene: (scene: Scene) => Promise<void>])[] = [
    [
      'does not run while its one request waits for our limits',
      0,
      async ({ time, limited }) => {
        time.begin('GET /stories').queue();
        await limited();
      },
    ],
    [
      'runs while one of its requests waits for our limits and another hangs',
      1,
      async ({ time, limited }) => {
        time.begin('GET /stories');
        time.begin('GET /record_types').queue();
        await limited();
      },
    ],
    [
      'runs from when a request is sent to when it goes to wait again',
      1,
      async ({ time, limited }) => {
        const request = time.begin('GET /stories');
        request.queue();
        await limited();
        request.ask();
        await limited();
        request.queue();
        await limited();
      },
    ],
    [
      'runs while its requests wait behind others that the tenant lets hang',
      1,
      async ({ time, minute }) => {
        time.begin('GET /stories').queue();
        await minute();
      },
    ],
    [
      'runs again once its request is sent, whoever else waits',
      1,
      async ({ time, limited }) => {
        const request = time.begin('GET /stories');
        request.queue();
        request.ask();
        await limited();
      },
    ],
    [
      'runs no less because others of the tenant waited before, or while nothing was asked',
      1,
      async ({ time, limited, minute }) => {
        await limited();
        time.begin('GET /stories').end();
        await limited();
        time.begin('GET /stories');
        await minute();
      },
    ],
    [
      'runs as long as anything hangs, however often another request is answered and waits again',
      3,
      async ({ time, limited }) => {
        time.begin('GET /stories');
        for (const _ of [1, 2, 3]) {
          const quick = time.begin('GET /record_types');
          quick.queue();
          await limited();
          quick.ask();
          quick.end();
        }
      },
    ],
  ];

  it.each(ROWS)('%s', async (_, counted, play) => {
    const clock = instantClock();
    const waits = new OwnWaits(clock);
    const time = new ReadTime(clock, counted * 60_000 + 10_000, STOP);
    time.without(waits);
    const minute = () => clock.sleep(60_000);
    await play({ time, minute, limited: () => waits.during(minute) });
    time.begin('GET /teams');
    await clock.sleep(9_999);
    expect(time.isOver).toBe(false);
    await clock.sleep(1);
    expect(time.isOver).toBe(true);
  });

  it('is not over when the run stops', () => {
    const stop = new AbortController();
    const time = new ReadTime(instantClock(), 1_000, stop.signal);
    stop.abort();
    expect([time.isOver, time.signal.aborted]).toEqual([false, true]);
  });
});

describe('a reader with a time', () => {
  it('does not wait behind requests of others that hang: its place in the queue ends with its time', async () => {
    const clock = instantClock();
    const stop = new AbortController();
    const queues = new RateLimiter({ ...DEFAULT_LIMITS, inFlight: 1 }, clock);
    const answer = Promise.withResolvers<string>();
    const hanging = queues.run('default', undefined, () => answer.promise);
    let asked = false;
    const waiting = queues.run('default', stop.signal, async () => {
      asked = true;
    });
    stop.abort();
    expect(await waiting).toBe(STOPPED);
    answer.resolve('written');
    expect(await hanging).toBe('written');
    expect(asked).toBe(false);
  });

  it('lets what runs end by itself: only its answer tells what a write did', async () => {
    const stop = new AbortController();
    const queues = new RateLimiter({ ...DEFAULT_LIMITS, inFlight: 1 }, instantClock());
    const writing = queues.run('default', stop.signal, async () => {
      stop.abort();
      return 'written';
    });
    expect(await writing).toBe('written');
  });
});
