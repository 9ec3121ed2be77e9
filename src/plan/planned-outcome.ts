import type { PlanAction } from '../model/plan.ts';
import type { Outcome, SyncStatus } from '../model/status.ts';
import type { StoryWork } from './story-work.ts';

/** What a pair comes to as long as nothing is pushed. */
export function plannedOutcome(destination: string, work: StoryWork): Outcome {
  const { planned, state } = work;
  return {
    destination,
    storyKey: planned.key,
    storyName: planned.name,
    status: statusOf(work),
    reason: planned.reason,
    fact: planned.fact,
    detached: planned.detached,
    did: 'nothing',
    destinationStoryId: planned.destinationStoryId,
    syncedAt: state?.syncedAt ?? null,
    commit: state?.commit ?? null,
    warnings: planned.warnings,
  };
}

function statusOf({ planned, equal }: StoryWork): SyncStatus {
  if (planned.detached && planned.action === 'skip' && equal) return 'synced';
  // Nothing failed: the run was stopped before it came to this.
  if (planned.action === 'blocked' && planned.reason === 'not_reached') return 'requires_sync';
  return STATUS[planned.action];
}

const STATUS: { readonly [action in PlanAction]: SyncStatus } = {
  create: 'requires_sync',
  update: 'requires_sync',
  unchanged: 'synced',
  skip: 'requires_sync',
  blocked: 'failed',
};
