import type { Amount, RolloutFact } from '../model/rollout.ts';
import { waitFact } from './barriers.ts';
import type { FleetPair } from './fleet.ts';

/** A new pair counts for its ring, and was not tried with this content yet. */
export function isNew({ counts, standing }: Pick<FleetPair, 'counts' | 'standing'>): boolean {
  return counts && standing === 'open';
}

/** New pairs of destinations beyond the first ones, by name, that a run begins; those that are tried again do not count. */
export function waitForBatch(
  { batch, share }: { readonly batch: Amount | undefined; readonly share?: number | undefined },
  ring: readonly FleetPair[],
  going: ReadonlySet<FleetPair>,
): readonly (readonly [FleetPair, RolloutFact])[] {
  if (!batch) return [];
  const whole = batchSize(
    batch,
    new Set(ring.filter(({ counts }) => counts).map(({ destination }) => destination)).size,
  );
  const size = share ?? whole;
  const news = [...going].filter(isNew);
  const begun = new Set([...new Set(news.map(({ destination }) => destination))].sort().slice(0, size));
  return news
    .filter(({ destination }) => !begun.has(destination))
    .map(
      (pair) =>
        [pair, waitFact(pair, size === 0 ? { kind: 'share' } : { kind: 'batch', destinations: size }, null)] as const,
    );
}

/** Rounded up, so that a small ring goes on at all. */
export function batchSize({ kind, value }: Amount, destinations: number): number {
  return Math.max(1, kind === 'count' ? value : Math.ceil((destinations * value) / 100));
}
