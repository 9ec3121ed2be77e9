import { describe, expect, it } from 'vitest';
import { instantClock } from '../../test/support/instant-clock.ts';
import { ReadingTime } from './reading-time.ts';

describe('the time for reading in one run', () => {
  it.each([
    ['its own', { readTimeout: 100 }, 100],
    ['its own where a quarter of the budget is more', { readTimeout: 100, timeBudget: 1000 }, 100],
    ['a quarter of the budget where that is less', { readTimeout: 100, timeBudget: 200 }, 50],
  ])('is for one destination %s', async (_, limits, allowed) => {
    const clock = instantClock();
    const time = new ReadingTime(clock, limits).ofOne();
    time.begin('GET /stories');
    await clock.sleep(allowed - 1);
    expect(time.isOver).toBe(false);
    await clock.sleep(1);
    expect(time.isOver).toBe(true);
  });

  it('is over for all at half of the budget, which is no fault of a destination', async () => {
    const clock = instantClock();
    const all = new ReadingTime(clock, { readTimeout: 100, timeBudget: 200 });
    const one = all.ofOne();
    await clock.sleep(99);
    expect([all.signal.aborted, one.signal.aborted]).toEqual([false, false]);
    await clock.sleep(1);
    expect([all.signal.aborted, one.signal.aborted, one.isOver]).toEqual([true, true, false]);
  });

  it('is over at once when the run stops', () => {
    const stop = new AbortController();
    const all = new ReadingTime(instantClock(), { readTimeout: 100 }, stop.signal);
    const one = all.ofOne();
    stop.abort();
    expect([all.signal.aborted, one.signal.aborted, one.isOver]).toEqual([true, true, false]);
  });

  it('rings no more once reading has ended', async () => {
    const clock = instantClock();
    const all = new ReadingTime(clock, { readTimeout: 100, timeBudget: 200 });
    all.close();
    await clock.sleep(200);
    expect(all.signal.aborted).toBe(false);
  });
});
