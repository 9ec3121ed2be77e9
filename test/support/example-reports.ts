import type { Pruned, PrunedNative } from '../../src/model/pruned.ts';
import type { Outcome } from '../../src/model/status.ts';
import type { SyncReport } from '../../src/report/sync/sync-report.ts';
import { destination, outcome, recorded } from './example-plans.ts';

/** A report of these outcomes, and of the destinations that they name. */
export function reportOf(outcomes: readonly Outcome[], rest: Partial<SyncReport> = {}): SyncReport {
  const names = [...new Set(outcomes.map((each) => each.destination))];
  return {
    outcomes,
    destinations: names.map((name) => destination(name)),
    originTeamId: 7,
    storyIds: new Map([['triage', 9981]]),
    commit: '8c1d7e0f5a9b4c3d2e1f8c1d7e0f5a9b4c3d2e1f',
    interrupted: false,
    ...rest,
  };
}

/** Four destinations: one in sync, one that failed and held back a caller, one in sync, one detached. */
export const mixedReport = reportOf([
  outcome('contoso', 'triage', { did: 'updated', warnings: ['the tag "soc" is not there'] }),
  outcome('contoso', 'ioc', { did: 'created' }),
  outcome('fabrikam', 'triage', {
    status: 'failed',
    reason: 'rejected',
    message: 'POST /stories/import: name has already been taken',
    hint: 'rename the story at the destination',
    did: 'nothing',
    syncedAt: null,
  }),
  outcome('fabrikam', 'ioc', {
    status: 'requires_sync',
    reason: 'not_reached',
    message: 'calls triage, which failed',
    did: 'nothing',
  }),
  outcome('northwind', 'triage', { did: 'updated' }),
  outcome('northwind', 'ioc', { did: 'created' }),
  outcome('tailspin', 'ioc', { status: 'requires_sync', reason: 'detached', detached: true, did: 'nothing' }),
]);

export const PRUNED_NATIVE: PrunedNative = {
  id: 80,
  name: 'once',
  tenantUrl: 'https://once.example',
  teamId: 4,
  stories: ['Ask', 'Report'],
  consented: true,
  deleted: true,
  copies: 'kept',
  fact: { kind: 'vendor_destination_deleted', copies: 2, kept: true },
};

export const PRUNED_STORY: Pruned = {
  destination: 'fabrikam',
  key: 'old',
  name: 'Old story',
  destinationStoryId: 12,
  consented: true,
  deleted: true,
  fact: recorded('deleted; to see its copy: git show storysync/state:pruned/fabrikam/old-12.json'),
  keptAs: 'storysync/state:pruned/fabrikam/old-12.json',
};
