import type { RolloutRecord } from '../model/rollout.ts';
import { batchSize, destinationsOf, isNew } from './batch.ts';
import { decideRollout } from './decide.ts';
import { asDue, type Fleet, type FleetPair } from './fleet.ts';
import { placeKind } from './places.ts';
import { RingTallies } from './ring-tallies.ts';
import { type Shares, shareOut } from './share-out.ts';

export type Parts = {
  /** The runner's own, counted from 1. */
  readonly part: number;
  readonly of: number;
  /** The part that each destination is in. */
  readonly partOf: (destination: string) => number;
};

/**
 * By recorded state alone, of the whole fleet: so runners that see the same come to the same shares. What another has in
 * flight is not recorded yet, and counts as waiting there.
 */
export function sharesOf(recorded: Fleet, record: RolloutRecord, now: number, { part, of, partOf }: Parts): Shares {
  const waiting = waitingOf(recorded, record, now);
  const tallies = new RingTallies(recorded);
  const counting = recorded.pairs.filter(({ counts }) => counts);
  const claims = (all: readonly FleetPair[], units: (pairs: readonly FleetPair[]) => number) => {
    const byPart = Map.groupBy(all, ({ destination }) => partOf(destination));
    return Array.from({ length: of }, (_, index) => {
      const pairs = byPart.get(index + 1) ?? [];
      return { weight: units(pairs), waiting: units(pairs.filter((pair) => waiting.has(pair))) };
    });
  };
  const batches = new Map<string, number>();
  for (const [ring, pairs] of Map.groupBy(counting, (pair) => pair.ring)) {
    const { batch } = tallies.rings[tallies.indexOf(ring)] ?? {};
    if (!batch) continue;
    const shares = shareOut(batchSize(batch, pairs), claims(pairs, destinationsOf));
    batches.set(ring, shares[part - 1] ?? 0);
  }
  const places = new Map<string, { readonly share: number; readonly failed: number }>();
  for (const [kind, pairs] of Map.groupBy(counting, placeKind)) {
    const [first] = pairs;
    if (!first) continue;
    const { failed, allowed } = tallies.counts(first, tallies.indexOf(first.ring));
    const shares = shareOut(
      allowed - failed + 1,
      claims(pairs, ({ length }) => length),
    );
    places.set(kind, { share: shares[part - 1] ?? 0, failed });
  }
  return { batch: (ring) => batches.get(ring) ?? 0, places: (kind) => places.get(kind) ?? { share: 0, failed: 0 } };
}

/** The pairs that may begin by what is recorded, if there were room for all. */
function waitingOf(recorded: Fleet, record: RolloutRecord, now: number): ReadonlySet<FleetPair> {
  const rings = recorded.rollout.rings.map((ring) => ({ ...ring, batch: undefined }));
  const open = recorded.pairs.filter(isNew);
  const due = new Map(
    [...Map.groupBy(open, ({ destination }) => destination)].map(([name, pairs]) => [
      name,
      new Set(pairs.map(({ key }) => key)),
    ]),
  );
  const roomy = { ...asDue(recorded, due), rollout: { ...recorded.rollout, rings } };
  const { waits } = decideRollout(roomy, record, now);
  return new Set(open.filter(({ destination, key }) => !waits.get(destination)?.has(key)));
}
