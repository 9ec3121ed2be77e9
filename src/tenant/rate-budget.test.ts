import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { RateBudget } from './rate-budget.ts';

const MINUTE = 60_000;

/** Starts so many requests, each as soon as it may, and answers when they start. */
function start(budget: RateBudget, amount: number, from: number): readonly number[] {
  let now = from;
  return Array.from({ length: amount }, () => {
    now = budget.next(now);
    budget.take(now);
    return now;
  });
}

describe('a budget of requests a minute', () => {
  it('lets as many start at once as a minute has, and the next ones when the first are a minute old', () => {
    expect(start(new RateBudget(3, MINUTE), 7, 100)).toEqual([100, 100, 100, 60_100, 60_100, 60_100, 120_100]);
  });

  it('is halved by a request that was one too many, and doubled by each quiet minute', () => {
    const budget = new RateBudget(4500, MINUTE);
    start(budget, 400, 0);
    budget.slowDown({ sentAt: 10, now: 20, resumeAt: 1_000 });
    expect(budget.resumeAt).toBe(1_000);
    const rates = [20, 60_999, 61_000, 121_000, 181_000, 301_000, 661_000].map((now) => budget.rateAt(now));
    expect(rates).toEqual([200, 200, 400, 800, 1_600, 4_500, 4_500]);
  });

  it('is halved once by all that was under way at that moment', () => {
    const budget = new RateBudget(4500, MINUTE);
    start(budget, 400, 0);
    for (const sentAt of [10, 11, 12]) budget.slowDown({ sentAt, now: 20, resumeAt: 30 });
    expect(budget.rateAt(20)).toBe(200);
    budget.slowDown({ sentAt: 31, now: 40, resumeAt: 50 });
    expect(budget.rateAt(40)).toBe(100);
  });

  it.each([
    [4500, 60],
    [360, 60],
    [40, 10],
    [2, 1],
    [1, 1],
  ])('of %i never falls below %i a minute', (most, slowest) => {
    const budget = new RateBudget(most, MINUTE);
    for (let time = 1; time < 30; time += 1) budget.slowDown({ sentAt: time, now: time, resumeAt: time });
    expect(budget.rateAt(30)).toBe(slowest);
  });

  it('never lets more start in any minute than it has, whatever it is told meanwhile', () => {
    const step = fc.record({ pass: fc.integer({ min: 0, max: 90_000 }), tooMany: fc.boolean() });
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 20 }), fc.array(step, { maxLength: 120 }), (most, steps) => {
        const budget = new RateBudget(most, MINUTE);
        const starts: number[] = [];
        let now = 0;
        for (const { pass, tooMany } of steps) {
          now += pass;
          const at = budget.next(now);
          budget.take(at);
          starts.push(at);
          if (tooMany) budget.slowDown({ sentAt: at, now: at, resumeAt: at + 500 });
        }
        expect(starts).toEqual(starts.toSorted((a, b) => a - b));
        for (const [index, at] of starts.entries()) {
          const inMinute = starts.slice(index).filter((other) => other < at + MINUTE).length;
          expect(inMinute).toBeLessThanOrEqual(most);
        }
      }),
    );
  });
});
