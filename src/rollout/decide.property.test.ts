import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decided, fleetFrom, HOUR, NOW, pairOf, percent, ringOf } from '../../test/support/rollout/fleets.ts';
import { NO_RECORD } from '../model/rollout.ts';
import { decideRollout } from './decide.ts';
import type { FleetPair } from './fleet.ts';

const CANARY = ringOf('canary');
const BROAD = ringOf('broad', { soak: 4 * HOUR });

describe('what is decided', () => {
  const RINGS = [CANARY, ringOf('early', { batch: percent(50), maxFailed: percent(34) }), BROAD];
  const pair: fc.Arbitrary<FleetPair> = fc
    .record({
      ring: fc.constantFrom('canary', 'early', 'broad'),
      name: fc.constantFrom('a', 'b', 'c'),
      key: fc.constantFrom('triage', 'report'),
      standing: fc.constantFrom('there' as const, 'failed' as const, 'open' as const),
      ago: fc.integer({ min: -6, max: 12 }),
      due: fc.boolean(),
      counts: fc.boolean(),
    })
    .map(({ ring, name, ago, key, ...more }) =>
      pairOf(`${ring}-${name}`, { ...more, key, since: NOW - ago * HOUR, calls: key === 'report' ? ['triage'] : [] }),
    );
  const pairs = fc.uniqueArray(pair, { maxLength: 12, selector: ({ destination, key }) => `${destination} ${key}` });

  it('does not depend on the order of pairs', () => {
    const shuffled = pairs.chain((each) =>
      fc.tuple(fc.constant(each), fc.shuffledSubarray(each, { minLength: each.length })),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        const of = (list: readonly FleetPair[]) => decideRollout(fleetFrom(RINGS, list), NO_RECORD, NOW);
        const facts = (list: readonly FleetPair[]) => decided(fleetFrom(RINGS, list));
        expect(facts(other)).toEqual(facts(one));
        expect(of(other).progress).toEqual(of(one).progress);
        expect(of(other).waves).toEqual(of(one).waves);
      }),
    );
  });

  it('lets nothing more go when the clock goes back', () => {
    fc.assert(
      fc.property(pairs, fc.integer({ min: 1, max: 30 }), (list, hours) => {
        const known = list.map((each) => ({ ...each, since: each.since ?? NOW }));
        const goes = (now: number) =>
          Object.entries(decided(fleetFrom([CANARY, ringOf('early'), BROAD], known), { now })).flatMap(([id, told]) =>
            told.startsWith('goes') ? [id] : [],
          );
        const later = goes(NOW);
        expect(goes(NOW - hours * HOUR).filter((id) => !later.includes(id))).toEqual([]);
      }),
    );
  });

  it('stays as it is where another story changes', () => {
    fc.assert(
      fc.property(pairs, fc.string(), (list, content) => {
        const alone = list.map((each) => ({ ...each, calls: [] }));
        const changed = alone.map((each) =>
          each.key === 'report' ? { ...each, content, standing: 'open' as const } : each,
        );
        const rings = [CANARY, ringOf('early'), BROAD];
        const ofTriage = (all: readonly FleetPair[]) => {
          const { waits } = decideRollout(fleetFrom(rings, all), NO_RECORD, NOW);
          return Object.fromEntries([...waits].map(([name, facts]) => [name, facts.get('triage')]));
        };
        expect(ofTriage(changed)).toEqual(ofTriage(alone));
      }),
    );
  });

  it('has each destination of the run in one wave', () => {
    fc.assert(
      fc.property(pairs, (list) => {
        const fleet = fleetFrom([CANARY, ringOf('early'), ringOf('broad')], list);
        expect(decideRollout(fleet, NO_RECORD, NOW).waves.flat().sort()).toEqual([...fleet.run].sort());
      }),
    );
  });
});
