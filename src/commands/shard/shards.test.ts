import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { destination } from '../../../test/support/example-plans.ts';
import type { Destination } from '../../model/destination.ts';
import { MOST_SHARDS } from './shard.ts';
import { shardsFor, shardsOf } from './shards.ts';

const ORIGIN = 'https://origin.tines.com';

function at(name: string, host: string, pairs: number, rest: Partial<Destination> = {}): Destination {
  const place = { file: 'sync.yaml', line: 1, column: 1 };
  const subscriptions = Array.from({ length: pairs }, (_, index) => ({ storyKey: `s${index}`, place, adopt: false }));
  return destination(name, { tenantUrl: `https://${host}`, subscriptions, ...rest });
}

const fleets = fc.uniqueArray(
  fc.record({ name: fc.stringMatching(/^[a-z]{1,6}$/), host: fc.nat(30), pairs: fc.nat(50) }),
  { selector: ({ name }) => name, maxLength: 60 },
);
const fleetOf = (rows: readonly { name: string; host: number; pairs: number }[]) =>
  rows.map(({ name, host, pairs }) => at(name, `t${host}.tines.com`, pairs));

describe('shardsOf', () => {
  it('puts every destination into exactly one part, all of one host into the same, whatever their order', () => {
    fc.assert(
      fc.property(fleets, fc.integer({ min: 1, max: 12 }), (rows, of) => {
        const fleet = fleetOf(rows);
        const parts = shardsOf(fleet, { origin: ORIGIN, of });
        expect(parts).toHaveLength(of);
        expect(parts.flatMap((names) => [...names]).toSorted()).toEqual(fleet.map(({ name }) => name).toSorted());
        for (const members of Map.groupBy(fleet, ({ tenantUrl }) => tenantUrl).values()) {
          expect(parts.filter((names) => members.some(({ name }) => names.has(name)))).toHaveLength(1);
        }
        expect(shardsOf(fleet.toReversed(), { origin: ORIGIN, of })).toEqual(parts);
      }),
    );
  });

  it('keeps each part within a quarter of the mean, where hosts are small against a part', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 200, maxLength: 400 }),
        fc.integer({ min: 2, max: 10 }),
        (sizes, of) => {
          const fleet = sizes.map((pairs, index) => at(`d${index}`, `t${index}.tines.com`, pairs));
          const mean = sizes.reduce((sum, pairs) => sum + pairs, 0) / of;
          for (const names of shardsOf(fleet, { origin: ORIGIN, of })) {
            const pairs = sizes.reduce((sum, each, index) => sum + (names.has(`d${index}`) ? each : 0), 0);
            expect(Math.abs(pairs - mean)).toBeLessThanOrEqual(mean / 4);
          }
        },
      ),
      { numRuns: 20 },
    );
  });

  it("keeps what the vendor's syncing serves with what is pushed to the origin's own host", () => {
    const fleet = [
      at('a', 'a.tines.com', 9, { engine: 'native' }),
      at('b', 'b.tines.com', 9, { engine: 'native' }),
      at('c', 'origin.tines.com', 1),
      at('d', 'd.tines.com', 5),
    ];
    expect(shardsOf(fleet, { origin: ORIGIN, of: 2 })).toEqual([new Set(['a', 'b', 'c']), new Set(['d'])]);
  });

  it('leaves parts empty where there are fewer hosts', () => {
    expect(shardsOf([at('a', 'a.tines.com', 3)], { origin: ORIGIN, of: 3 })).toEqual([
      new Set(['a']),
      new Set(),
      new Set(),
    ]);
  });
});

describe('shardsFor', () => {
  it.each([
    ['one, where all fits into one', [at('a', 'a.tines.com', 9), at('b', 'b.tines.com', 9)], 20, 1],
    ['as many as hold the pairs', [at('a', 'a.tines.com', 9), at('b', 'b.tines.com', 9)], 17, 2],
    ['no more than there are hosts', [at('a', 'a.tines.com', 50), at('b', 'a.tines.com', 50)], 10, 1],
    ['one of an empty fleet', [], 10, 1],
    [
      'no more than a matrix takes',
      Array.from({ length: 300 }, (_, i) => at(`d${i}`, `t${i}.tines.com`, 1)),
      1,
      MOST_SHARDS,
    ],
  ])('has %s', (_, fleet, size, count) => {
    const parts = Array.from({ length: count }, (_, index) => ({ part: index + 1, of: count }));
    expect(shardsFor({ destinations: fleet }, size)).toEqual(parts);
  });
});
