import type { Destination } from '../../model/destination.ts';
import { waitingOf } from '../../model/fact/waits-of.ts';
import type { Outcome } from '../../model/status.ts';
import { explain, explainIfAny, explainInLine } from '../../report/explain/explain.ts';
import { causeAsText } from '../../report/reason-words.ts';
import { outcomesByDestination, type SyncReport, tallyOutcomes } from '../../report/sync/sync-report.ts';
import { noteToJson, pinToJson } from '../note-json.ts';
import { progressToJson } from '../rollout-json.ts';
import { changeToJson } from './change-json.ts';
import type { WireStatus, WireSubscription, WireSyncDestination } from './status-schema.ts';

/** The status file, `storysync.status/1`: the vendor's sync destinations, with what we know besides. */
export function statusToJson(report: SyncReport): WireStatus {
  const { status, did } = tallyOutcomes(report.outcomes);
  return {
    format: 'storysync.status/1',
    commit: report.commit,
    ...(report.shard === undefined ? {} : { shard: report.shard }),
    ...shardRunToJson(report.shardRun),
    ...(report.merged?.missing.length ? { missing_shards: report.merged.missing } : {}),
    interrupted: report.interrupted,
    totals: {
      synced: status.synced,
      failed: status.failed,
      requires_sync: status.requires_sync,
      did: { created: did.created, updated: did.updated, unchanged: did.unchanged, nothing: did.nothing },
    },
    sync_destinations: [...outcomesByDestination(report)].map(([destination, outcomes]) =>
      writeDestination(destination, outcomes, report),
    ),
    pruned: (report.pruned ?? []).map((each) => ({
      destination: each.destination,
      key: each.key,
      name: each.name,
      destination_story_id: each.destinationStoryId,
      consented: each.consented,
      deleted: each.deleted,
      message: explainInLine(each.fact),
      kept_as: each.keptAs,
    })),
    ...vendorToJson(report.prunedNative ?? []),
    ...rolloutToJson(report.rollout),
  };
}

function shardRunToJson(run: SyncReport['shardRun']): Pick<WireStatus, 'manifest' | 'run' | 'at' | 'changes'> {
  if (run === undefined) return {};
  const { manifest, job, at, changes } = run;
  return {
    manifest,
    run: job === null ? null : { id: job.id, attempt: job.attempt },
    at,
    changes: changes.map(changeToJson),
  };
}

function vendorToJson(pruned: NonNullable<SyncReport['prunedNative']>): Pick<WireStatus, 'pruned_native'> {
  if (pruned.length === 0) return {};
  return {
    pruned_native: pruned.map((each) => ({
      id: each.id,
      name: each.name,
      destination_tenant_url: each.tenantUrl,
      destination_team_id: each.teamId,
      stories: each.stories.length,
      copies: each.copies,
      consented: each.consented,
      deleted: each.deleted,
      message: explainInLine(each.fact),
    })),
  };
}

function rolloutToJson(rollout: SyncReport['rollout']): Pick<WireStatus, 'rollout' | 'rollout_override'> {
  if (rollout === undefined) return {};
  const { progress, override } = rollout;
  return {
    rollout: progress.map(progressToJson),
    ...(override === undefined
      ? {}
      : { rollout_override: { digest: override.digest, reason: override.reason, at: override.at } }),
  };
}

function writeDestination(
  destination: Destination,
  outcomes: readonly Outcome[],
  report: SyncReport,
): WireSyncDestination {
  return {
    id: report.vendorIds?.get(destination.name) ?? null,
    name: destination.name,
    engine: destination.engine,
    ring: report.rollout?.rings.get(destination.name) ?? null,
    hold: destination.hold ? noteToJson(destination.hold) : null,
    pin: destination.pin ? pinToJson(destination.pin) : null,
    destination_tenant_url: destination.tenantUrl,
    destination_team_id: destination.teamId,
    origin_team_id: report.originTeamId,
    manual_sync_only: destination.manualSyncOnly,
    subscriptions: outcomes.map((outcome) => writeSubscription(outcome, destination, report.storyIds)),
  };
}

function writeSubscription(
  outcome: Outcome,
  destination: Destination,
  storyIds: SyncReport['storyIds'],
): WireSubscription {
  const { message, hint } = explainIfAny(outcome.fact);
  const waits = waitingOf(outcome);
  const subscription = destination.subscriptions.find(({ storyKey }) => storyKey === outcome.storyKey);
  return {
    story: { id: storyIds.get(outcome.storyKey) ?? null, name: outcome.storyName, key: outcome.storyKey },
    status: outcome.status,
    error_message: outcome.status === 'failed' ? causeOf(outcome) : null,
    reason: outcome.reason,
    message,
    hint,
    detached: outcome.detached,
    detachment: subscription?.detached ? noteToJson(subscription.detached) : null,
    did: outcome.did,
    destination_story_id: outcome.destinationStoryId,
    synced_at: outcome.syncedAt,
    commit: outcome.commit,
    behind: outcome.behind ? { commits: outcome.behind.commits, since: outcome.behind.since } : null,
    recorded_at: outcome.recordedAt ?? null,
    warnings: outcome.warnings.map((warning) => explain(warning).message),
    ...(waits === undefined ? {} : { waits: { for: waits.for, until: waits.until } }),
  };
}

/** A failed story always says why: scripts for the vendor's API print this field. */
function causeOf({ fact, reason }: Outcome): string {
  return causeAsText(reason, explainIfAny(fact).message) || 'failed';
}
