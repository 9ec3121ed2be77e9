import type { Manifest } from '../model/destination.ts';
import type { SyncReport } from '../report/sync/sync-report.ts';
import type { SyncResult } from './sync.ts';

/** A finished sync as the reports tell it. */
export function syncReportOf(
  manifest: Manifest,
  { plan, outcomes, pruned, interrupted, commit, stateProblems }: SyncResult,
): SyncReport {
  const chosen = new Set(plan.destinations.map(({ name }) => name));
  return { ...reportFrame(manifest, chosen), outcomes, pruned, interrupted, commit, stateProblems };
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
