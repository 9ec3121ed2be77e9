import type { JsonObject } from '../../src/json/value.ts';
import type { Rig, Run } from './rig.ts';

/** One pair of the status document, as a test looks at it. */
export type TestOutcome = {
  readonly status: string;
  readonly reason: string | null;
  readonly did: string;
  readonly error_message: string | null;
  readonly message: string | null;
  readonly hint: string | null;
  readonly destination_story_id: number | null;
  readonly commit: string | null;
  readonly warnings: readonly string[];
};
type StatusDocument = {
  readonly sync_destinations: readonly {
    readonly name: string;
    readonly subscriptions: readonly (TestOutcome & { readonly story: { readonly key: string } })[];
  }[];
};
export type Synced = Run & {
  readonly json: JsonObject;
  /** By `destination/story`. */
  readonly outcomes: { readonly [pair: string]: TestOutcome };
  /** `synced unchanged`, `failed unreadable` ... by `destination/story`. */
  readonly told: { readonly [pair: string]: string };
};

/** Runs a sync and takes its status document apart. */
export async function syncNow(rig: Rig, ...argv: readonly string[]): Promise<Synced> {
  const run = await rig.run('sync', ...argv, '--format', 'json');
  if (!run.out.includes('"storysync.status/1"')) throw new Error(`sync answered no status: ${run.out}${run.err}`);
  const json = JSON.parse(run.out) as JsonObject;
  const outcomes: Record<string, TestOutcome> = {};
  for (const destination of (json as unknown as StatusDocument).sync_destinations) {
    for (const { story, ...outcome } of destination.subscriptions) {
      outcomes[`${destination.name}/${story.key}`] = outcome;
    }
  }
  const told = Object.entries(outcomes).map(([pair, outcome]) => [pair, tell(outcome)]);
  return { ...run, json, outcomes, told: Object.fromEntries(told) };
}

function tell({ status, reason, did }: TestOutcome): string {
  return status === 'synced' ? `synced ${did}` : `${status} ${reason}`;
}

export type TestPlannedStory = {
  readonly key: string;
  readonly action: string;
  readonly reason: string | null;
  readonly message: string | null;
  readonly hint: string | null;
  readonly drift: readonly string[];
  readonly changes: readonly { readonly path: string; readonly op: string }[];
  readonly warnings: readonly string[];
  readonly record_types: readonly JsonObject[];
};
export type Planned = Run & {
  readonly json: JsonObject;
  /** By `destination/story`. */
  readonly stories: { readonly [pair: string]: TestPlannedStory };
};

/** Runs a plan and takes its document apart. */
export async function planNow(rig: Rig, ...argv: readonly string[]): Promise<Planned> {
  const run = await rig.run('plan', ...argv, '--format', 'json');
  if (!run.out.includes('"storysync.plan/1"')) throw new Error(`plan answered no plan: ${run.out}${run.err}`);
  const json = JSON.parse(run.out) as JsonObject;
  const { destinations } = json as unknown as { destinations: { name: string; stories: TestPlannedStory[] }[] };
  const stories = destinations.flatMap(({ name, stories: planned }) =>
    planned.map((story) => [`${name}/${story.key}`, story]),
  );
  return { ...run, json, stories: Object.fromEntries(stories) };
}
