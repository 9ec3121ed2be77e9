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
    status: planned.detached && planned.action === 'skip' && work.equal ? 'synced' : STATUS[planned.action],
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

const STATUS: { readonly [action in PlanAction]: SyncStatus } = {
  create: 'requires_sync',
  update: 'requires_sync',
  unchanged: 'synced',
  skip: 'requires_sync',
  blocked: 'failed',
};
