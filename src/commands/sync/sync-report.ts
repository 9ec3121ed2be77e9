import type { Manifest } from '../../model/destination.ts';
import type { Plan } from '../../model/plan.ts';
import type { SyncReport } from '../../report/sync/sync-report.ts';
import type { Workspace } from '../../workspace/workspace.ts';

/** A finished sync as the reports tell it. */
export function syncReportOf(
  { manifest, commit, at }: Workspace,
  {
    plan,
    outcomes,
    pruned,
    prunedNative,
    interrupted,
    stateProblems,
    vendorIds,
    rollout,
    shard,
    shardRun,
  }: Required<
    Pick<SyncReport, 'outcomes' | 'pruned' | 'prunedNative' | 'interrupted' | 'stateProblems' | 'vendorIds'>
  > &
    Pick<SyncReport, 'rollout' | 'shard' | 'shardRun'> & { readonly plan: Plan },
): SyncReport {
  const chosen = new Set(plan.destinations.map(({ name }) => name));
  const frame = reportFrame(manifest, chosen);
  const told = {
    outcomes,
    pruned,
    prunedNative,
    interrupted,
    commit,
    stateProblems,
    vendorIds,
    chosenCommit: at !== undefined,
  };
  return {
    ...frame,
    ...told,
    ...(rollout ? { rollout } : {}),
    ...(shard === undefined ? {} : { shard }),
    ...(shardRun ? { shardRun } : {}),
  };
}

/** What a report says of the manifest, for the destinations that were chosen. */
export function reportFrame(
  manifest: Manifest,
  chosen: ReadonlySet<string>,
): Pick<SyncReport, 'destinations' | 'originTeamId' | 'storyIds'> {
  return {
    destinations: manifest.destinations.filter(({ name }) => chosen.has(name)),
    originTeamId: manifest.origin?.teamId ?? null,
    storyIds: new Map([...manifest.stories.values()].flatMap(({ key, id }) => (id === undefined ? [] : [[key, id]]))),
  };
}
