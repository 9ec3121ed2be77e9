import type { Cause } from '../model/fact/fact.ts';
import type { NotDeletedFact } from '../model/fact/orphan-fact.ts';
import type { OrphanStory } from '../model/plan.ts';
import type { Pruned } from '../model/pruned.ts';
import type { DestinationWork } from '../plan/destination-work.ts';

type PruneResult = Pick<Pruned, 'consented' | 'deleted' | 'fact' | 'keptAs'>;

/** Why a story left behind stays that might have been deleted. */
export type NotDeleted = Cause | NotDeletedFact;

/** Everything left behind stays, for one reason. */
export function keepAll(work: DestinationWork, by: NotDeleted): readonly Pruned[] {
  const fact = { kind: 'not_deleted', by } as const;
  const due = work.prune.map(({ left }) => prunedOf(work, left, { ...KEPT, consented: true, fact }));
  return [...due, ...staying(work)];
}

const KEPT = { deleted: false, keptAs: null } as const;

export function staying(work: DestinationWork): readonly Pruned[] {
  return work.leftBehind.flatMap((left) => {
    const { keptBecause: fact } = left;
    return fact === null ? [] : [prunedOf(work, left, { ...KEPT, consented: false, fact })];
  });
}

export function prunedOf({ destination }: DestinationWork, left: OrphanStory, result: PruneResult): Pruned {
  const { key, name, destinationStoryId } = left;
  return { destination: destination.name, key, name, destinationStoryId, ...result };
}
