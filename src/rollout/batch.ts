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
  const size =
    share ??
    batchSize(
      batch,
      ring.filter(({ counts }) => counts),
    );
  const news = [...going].filter(isNew);
  const begun = new Set([...new Set(news.map(({ destination }) => destination))].sort().slice(0, size));
  return news
    .filter(({ destination }) => !begun.has(destination))
    .map(
      (pair) =>
        [pair, waitFact(pair, size === 0 ? { kind: 'share' } : { kind: 'batch', destinations: size }, null)] as const,
    );
}

/** Of the destinations of these pairs; rounded up, so that a small ring goes on at all. */
export function batchSize({ kind, value }: Amount, pairs: readonly FleetPair[]): number {
  return Math.max(1, kind === 'count' ? value : Math.ceil((destinationsOf(pairs) * value) / 100));
}

export function destinationsOf(pairs: readonly FleetPair[]): number {
  return new Set(pairs.map(({ destination }) => destination)).size;
}
