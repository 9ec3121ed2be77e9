import type { Problem } from '../../diagnostics/problem.ts';
import type { Change } from '../../model/change/change.ts';
import type { Destination } from '../../model/destination.ts';
import type { Pruned, PrunedNative } from '../../model/pruned.ts';
import type { RingProgress, RolloutOverride } from '../../model/rollout.ts';
import type { Outcome, SyncStatus } from '../../model/status.ts';

/** What a sync or a status query has to tell. Every pair that was chosen has exactly one outcome. */
export type SyncReport = {
  readonly outcomes: readonly Outcome[];
  /** The destinations that were chosen, in the order of the manifest. */
  readonly destinations: readonly Destination[];
  readonly originTeamId: number | null;
  /** Story key -> story id at the origin. */
  readonly storyIds: ReadonlyMap<string, number>;
  /** Destination -> the vendor's id of its sync destination, where it has one and the run knows it. */
  readonly vendorIds?: ReadonlyMap<string, number>;
  readonly commit: string | null;
  /** The commit was asked for by name, and need not be the one that is checked out. */
  readonly chosenCommit?: boolean;
  /** `2/4`: the run was about the second of four parts of the fleet alone. */
  readonly shard?: string | undefined;
  /** Of a sync of such a part: what the report of all parts goes by. */
  readonly shardRun?: ShardRun;
  /** It tells of several runs, each about its part of the fleet. */
  readonly merged?: {
    /** `2/4`: parts of which nothing is known. */
    readonly missing: readonly string[];
  };
  /** The run ended early: a signal, or its time budget. */
  readonly interrupted: boolean;
  /** What became of stories left behind, when the run was asked to delete them. */
  readonly pruned?: readonly Pruned[];
  /** The same of the vendor's sync destinations. */
  readonly prunedNative?: readonly PrunedNative[];
  /** There exactly when the manifest has a rollout. */
  readonly rollout?: RolloutReport;
  /** What went wrong with recorded state: it could not be read, or what this run did is not recorded. */
  readonly stateProblems?: readonly Problem[];
};

export type ShardRun = {
  /** As git names it. */
  readonly manifest: string;
  /** The run on GitHub; null elsewhere. */
  readonly job: { readonly id: string; readonly attempt: number | null } | null;
  /** ISO time of its end. */
  readonly at: string;
  readonly changes: readonly Change[];
};

/** How a change travels over the fleet. */
export type RolloutReport = {
  /** Destination -> ring. */
  readonly rings: ReadonlyMap<string, string>;
  /** Where each story that moves stands in each ring. */
  readonly progress: readonly RingProgress[];
  /** The one that this run went by; of a query the last one recorded. */
  readonly override?: RolloutOverride & { readonly at: string };
};

/** Outcomes of each destination. An outcome that belongs nowhere or stands there twice is a bug that no total may hide. */
export function outcomesByDestination({
  outcomes,
  destinations,
}: SyncReport): ReadonlyMap<Destination, readonly Outcome[]> {
  const byName = Map.groupBy(outcomes, ({ destination }) => destination);
  const result = new Map(destinations.map((destination) => [destination, byName.get(destination.name) ?? []]));
  const pairs = new Set(outcomes.map(({ destination, storyKey }) => JSON.stringify([destination, storyKey])));
  const placed = result.values().reduce((sum, each) => sum + each.length, 0);
  if (pairs.size !== outcomes.length) throw new Error('Internal error: a story has two outcomes at one destination');
  if (placed !== outcomes.length) throw new Error('Internal error: an outcome belongs to no chosen destination');
  return result;
}

export type OutcomeTally = {
  readonly status: { readonly [status in SyncStatus]: number };
  readonly did: { readonly [did in Outcome['did']]: number };
};

export function tallyOutcomes(outcomes: readonly Outcome[]): OutcomeTally {
  const status = { synced: 0, failed: 0, requires_sync: 0 };
  const did = { created: 0, updated: 0, unchanged: 0, nothing: 0 };
  for (const outcome of outcomes) {
    status[outcome.status] += 1;
    did[outcome.did] += 1;
  }
  return { status, did };
}
