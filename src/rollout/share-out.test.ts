import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Claim, shareOut } from './share-out.ts';

const claims = fc.array(
  fc
    .record({ waiting: fc.nat(20), more: fc.nat(20) })
    .map(({ waiting, more }): Claim => ({ weight: waiting + more, waiting })),
  { minLength: 1, maxLength: 8 },
);
const sum = (all: readonly number[]): number => all.reduce((total, each) => total + each, 0);
const all = (...weights: readonly number[]): readonly Claim[] => weights.map((weight) => ({ weight, waiting: weight }));

describe('shareOut', () => {
  it.each<[string, number, readonly Claim[], readonly number[]]>([
    ['gives the only one to the first', 1, all(3, 9, 3), [1, 0, 0]],
    ['gives it to the first who waits', 1, [{ weight: 3, waiting: 0 }, ...all(3)], [0, 1]],
    ['gives equal shares to equals, and what is left in their order', 5, all(9, 9, 9), [2, 2, 1]],
    ['goes by what each has', 10, all(40, 10), [8, 2]],
    ['gives no more than waits, and the rest to others', 6, [{ weight: 9, waiting: 1 }, ...all(9)], [1, 5]],
    ['gives all that waits where there is enough', 9, all(2, 3), [2, 3]],
    ['gives nothing where nothing is left', 0, all(2, 3), [0, 0]],
    ['nor where the budget is overdrawn', -2, all(2, 3), [0, 0]],
  ])('%s', (_, number, given, shares) => {
    expect(shareOut(number, given)).toEqual(shares);
  });

  it('gives all of the number that somebody waits for, and no more', () => {
    fc.assert(
      fc.property(fc.integer({ min: -3, max: 200 }), claims, (number, given) => {
        const shares = shareOut(number, given);
        const waiting = sum(given.map((each) => each.waiting));
        expect(sum(shares)).toBe(Math.min(Math.max(0, number), waiting));
        for (const [index, share] of shares.entries()) expect(share).toBeLessThanOrEqual(given[index]?.waiting ?? 0);
      }),
    );
  });

  it('gives who looks later no more than the others left free since: what is done by then, and what has failed', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        claims,
        fc.array(fc.tuple(fc.nat(20), fc.nat(20)), { minLength: 8, maxLength: 8 }),
        fc.nat(7),
        (number, given, ends, who) => {
          const before = shareOut(number, given);
          const late = who % given.length;
          // Each of the others ended some pairs: of those that it may have in flight, some failed.
          const ended = given.map(({ waiting }, index) => {
            const [done = 0, bad = 0] = index === late ? [] : (ends[index] ?? []);
            const failed = Math.min(bad, before[index] ?? 0);
            return { failed, done: Math.min(waiting - failed, done) };
          });
          const failures = sum(ended.map(({ failed }) => failed));
          const left = given.map((each, index) => {
            const { failed = 0, done = 0 } = ended[index] ?? {};
            return { ...each, waiting: each.waiting - failed - done };
          });
          const now = shareOut(number - failures, left);
          const inFlight = left.map(({ waiting }, index) =>
            index === late ? (now[late] ?? 0) : Math.min((before[index] ?? 0) - (ended[index]?.failed ?? 0), waiting),
          );
          expect(sum(inFlight)).toBeLessThanOrEqual(number - failures);
        },
      ),
      { numRuns: 2000 },
    );
  });
});
