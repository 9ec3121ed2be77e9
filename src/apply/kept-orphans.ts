import type { OrphanStory } from '../model/plan.ts';
import type { Pruned } from '../model/pruned.ts';
import type { DestinationWork } from '../plan/destination-work.ts';

type PruneResult = Pick<Pruned, 'consented' | 'deleted' | 'message' | 'keptAs'>;

/** Everything left behind stays, for one reason. */
export function keepAll(work: DestinationWork, message: string): readonly Pruned[] {
  const due = work.prune.map(({ left }) => describeOrphan(work, left, { ...KEPT, consented: true, message }));
  return [...due, ...staying(work)];
}

const KEPT = { deleted: false, keptAs: null } as const;

export function staying(work: DestinationWork): readonly Pruned[] {
  return work.leftBehind
    .filter(({ prunable }) => !prunable)
    .map((left) => describeOrphan(work, left, { ...KEPT, consented: false, message: left.keptBecause ?? '' }));
}

export function describeOrphan({ destination }: DestinationWork, left: OrphanStory, result: PruneResult): Pruned {
  const { key, name, destinationStoryId } = left;
  return { destination: destination.name, key, name, destinationStoryId, ...result };
}
