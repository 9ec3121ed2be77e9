import { type Shard, shardText } from '../../commands/shard/shard.ts';
import type { Plan } from '../../model/plan.ts';
import type { Outcome } from '../../model/status.ts';
import { tallyOutcomes } from '../../report/sync/sync-report.ts';

/** All that a later step of the workflow can ask for. */
export const OUTPUT_NAMES = [
  'shards',
  'changes',
  'created',
  'updated',
  'synced',
  'failed',
  'requires_sync',
  'plan-file',
  'status-file',
  'plan-digest',
  'check-run-url',
] as const;
export type OutputName = (typeof OUTPUT_NAMES)[number];

/** What cannot be known for a command is not set: an empty output, never a made-up 0. */
export type Outputs = { readonly [name in OutputName]?: string };

export type OutputSources = {
  /** The parts that runners side by side may take, as a JSON list. */
  readonly shards?: readonly Shard[];
  readonly plan?: Plan;
  /** Of a sync. */
  readonly outcomes?: readonly Outcome[];
  /** Of a status: where things stand, and not what was done. */
  readonly recorded?: readonly Outcome[];
  /** Of an export: files that differ from the origin. */
  readonly changedFiles?: number;
  readonly planFile?: string;
  readonly statusFile?: string;
  readonly checkRunUrl?: string;
};

/** The outputs of a run; `created` and `updated` are what a sync did, or what a plan would do. */
export function outputsOf(sources: OutputSources): Outputs {
  const { shards, plan, outcomes, recorded, changedFiles, planFile, statusFile, checkRunUrl } = sources;
  return {
    ...(shards === undefined ? {} : { shards: JSON.stringify(shards.map(shardText)) }),
    ...(plan === undefined ? {} : planOutputs(plan)),
    ...(outcomes === undefined ? {} : outcomeOutputs(outcomes)),
    ...(recorded === undefined ? {} : totalOutputs(recorded)),
    ...(changedFiles === undefined ? {} : { changes: String(changedFiles) }),
    ...(planFile === undefined ? {} : { 'plan-file': planFile }),
    ...(statusFile === undefined ? {} : { 'status-file': statusFile }),
    ...(checkRunUrl === undefined ? {} : { 'check-run-url': checkRunUrl }),
  };
}

function planOutputs({ totals, digest }: Plan): Outputs {
  return {
    changes: String(totals.create + totals.update),
    created: String(totals.create),
    updated: String(totals.update),
    'plan-digest': digest,
  };
}

function outcomeOutputs(outcomes: readonly Outcome[]): Outputs {
  const { did } = tallyOutcomes(outcomes);
  return { created: String(did.created), updated: String(did.updated), ...totalOutputs(outcomes) };
}

function totalOutputs(outcomes: readonly Outcome[]): Outputs {
  const { status } = tallyOutcomes(outcomes);
  return {
    synced: String(status.synced),
    failed: String(status.failed),
    requires_sync: String(status.requires_sync),
  };
}
