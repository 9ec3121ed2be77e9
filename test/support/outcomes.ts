import type { JsonObject } from '../../src/json/value.ts';
import type { Clock } from '../../src/model/clock.ts';
import { entriesIn, outcomesIn, type PlanEntry, type Subscription } from './documents.ts';
import { impatientClock } from './instant-clock.ts';
import type { Rig, Run } from './rig.ts';

export type Synced = Run & {
  readonly json: JsonObject;
  /** By `destination/story`. */
  readonly outcomes: { readonly [pair: string]: Subscription };
  /** `synced unchanged`, `failed unreadable` ... by `destination/story`. */
  readonly told: { readonly [pair: string]: string };
};

/** Runs a sync and takes its status document apart. */
export function syncNow(rig: Rig, ...argv: readonly string[]): Promise<Synced> {
  return syncAt(impatientClock, rig, ...argv);
}

/** The same where a run waits by this clock. */
export async function syncAt(clock: Clock, rig: Rig, ...argv: readonly string[]): Promise<Synced> {
  const run = await rig.runIn(rig.dir, ['sync', ...argv, '--format', 'json'], clock);
  if (!run.out.includes('"storysync.status/1"')) throw new Error(`sync answered no status: ${run.out}${run.err}`);
  const json = JSON.parse(run.out) as JsonObject;
  const outcomes = outcomesIn(json);
  const told = Object.entries(outcomes).map(([pair, outcome]) => [pair, tell(outcome)]);
  return { ...run, json, outcomes, told: Object.fromEntries(told) };
}

function tell({ status, reason, did }: Subscription): string {
  return status === 'synced' ? `synced ${did}` : `${status} ${reason}`;
}

export type Planned = Run & {
  readonly json: JsonObject;
  /** By `destination/story`. */
  readonly stories: { readonly [pair: string]: PlanEntry };
};

/** Runs a plan and takes its document apart. */
export async function planNow(rig: Rig, ...argv: readonly string[]): Promise<Planned> {
  const run = await rig.run('plan', ...argv, '--format', 'json');
  if (!run.out.includes('"storysync.plan/1"')) throw new Error(`plan answered no plan: ${run.out}${run.err}`);
  const json = JSON.parse(run.out) as JsonObject;
  return { ...run, json, stories: entriesIn(json) };
}
