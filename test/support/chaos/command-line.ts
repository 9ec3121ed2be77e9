import type { JsonObject } from '../../../src/json/value.ts';
import { entriesIn, outcomesIn, type PlanEntry, type Subscription } from '../documents.ts';
import type { LogEntry, Run } from '../rig.ts';
import { type Announced, violations } from './invariants.ts';
import type { ChaosWorld } from './world.ts';

type Pairs<T> = { readonly [pair: string]: T };
export type Pushed = {
  readonly run: Run;
  /** Absent when the run ended before it had anything to report. */
  readonly outcomes: Pairs<Subscription> | undefined;
  readonly writes: readonly LogEntry[];
};
type Pruned = {
  readonly destination: string;
  readonly destination_story_id: number;
  readonly consented: boolean;
  readonly deleted: boolean;
  readonly kept_as: string | null;
};

export class Violation extends Error {}

export function insist(holds: boolean, what: string): asserts holds {
  if (!holds) throw new Violation(what);
}

/** No run may show a key, end in a bug of ours, or with a code that means nothing. */
export async function runChecked(
  world: ChaosWorld,
  argv: readonly string[],
): Promise<Run & { json: JsonObject | undefined }> {
  world.commit();
  const run = await world.rig.run(...argv, '--format', 'json');
  const shown = run.out + run.err;
  insist(!/very-secret-key/.test(shown), `a key is shown by ${argv.join(' ')}`);
  insist(!/Internal error|internal"/.test(shown), `${argv.join(' ')}: ${shown.slice(0, 2000)}`);
  insist([0, 1, 2].includes(run.code), `exit code ${run.code}`);
  insist(run.code === 2 || run.out !== '', `${argv.join(' ')} says nothing and ends with ${run.code}: ${run.err}`);
  return { ...run, json: run.out === '' ? undefined : (JSON.parse(run.out) as JsonObject) };
}

/** A plan, which changes nothing anywhere; undefined when there is none to be had. */
export async function planChecked(
  world: ChaosWorld,
  ...flags: readonly string[]
): Promise<Pairs<PlanEntry> | undefined> {
  const head = world.stateHead();
  await world.rig.takeWrites();
  const { code, json } = await runChecked(world, ['plan', ...flags]);
  insist((await world.rig.takeWrites()).length === 0, 'a plan wrote to a tenant');
  insist(world.remote !== undefined || world.stateHead() === head, 'a plan wrote state');
  if (json?.format !== 'storysync.plan/1') {
    insist(code !== 0, 'no plan, and exit code 0');
    return undefined;
  }
  const entries = entriesIn(json);
  const actions = Object.values(entries).map(({ action }) => action);
  const totals = json.totals as { readonly [action: string]: number };
  for (const [action, count] of Object.entries(totals)) {
    insist(actions.filter((each) => each === action).length === count, `the plan's total of ${action} is wrong`);
  }
  insist((code === 1) === actions.includes('blocked'), `plan ends with ${code}`);
  expectEachPair(world, Object.keys(entries), flags);
  return entries;
}

/** A sync, held against what the plan right before it said. */
export async function syncChecked(
  world: ChaosWorld,
  flags: readonly string[],
  plan: Pairs<PlanEntry> | undefined,
  faulty = false,
): Promise<Pushed> {
  const before = await world.look();
  await world.rig.takeWrites();
  const run = await runChecked(world, ['sync', ...flags]);
  const writes = await world.rig.takeWrites();
  const json = run.json?.format === 'storysync.status/1' ? run.json : undefined;
  const outcomes = json && outcomesIn(json);
  if (!json || !outcomes)
    insist(writes.length === 0 && run.code !== 0, `a sync without a report wrote, or ended with 0: ${run.err}`);
  world.note(`  → ${run.code} ${outcomes ? JSON.stringify(toldOf(outcomes)) : run.err.split('\n')[0]}`);
  if (outcomes) await rememberMade(world, outcomes);
  const pruned = (json?.pruned ?? []) as unknown as readonly Pruned[];
  const after = await world.look();
  const found = violations(world, before, after, announcedBy(world, plan, pruned, faulty));
  insist(found.length === 0, found.join('\n'));
  if (json && outcomes) {
    checkReport(json, outcomes, pruned, run.code);
    if (!flags.includes('--at')) expectEachPair(world, Object.keys(outcomes), flags);
    if (plan && !faulty) comparePlan(plan, outcomes);
  }
  return { run, outcomes, writes };
}

function expectEachPair(world: ChaosWorld, pairs: readonly string[], flags: readonly string[]): void {
  if (flags.some((flag) => ['--story', '--destination', '--at'].includes(flag))) return;
  const wanted = Object.entries(world.manifest.destinations).flatMap(([name, { stories }]) =>
    stories.map((key) => `${name}/${key}`),
  );
  insist(wanted.toSorted().join() === pairs.toSorted().join(), `pairs ${pairs.join()} instead of ${wanted.join()}`);
}

function checkReport(json: JsonObject, outcomes: Pairs<Subscription>, pruned: readonly Pruned[], code: number): void {
  const all = Object.values(outcomes);
  const totals = json.totals as unknown as { readonly [status: string]: number };
  for (const status of ['synced', 'failed', 'requires_sync']) {
    insist(all.filter((each) => each.status === status).length === totals[status], `the total of ${status} is wrong`);
  }
  const chosen = [null, 'detached', 'manual_sync_only', 'held', 'drift', 'awaiting_approval'];
  const bad = all.some(
    ({ status, reason }) => status === 'failed' || (status !== 'synced' && !chosen.includes(reason)),
  );
  const kept = pruned.some(({ consented, deleted }) => consented && !deleted);
  insist(code === (bad || kept ? 1 : 0), `exit code ${code} for ${JSON.stringify(toldOf(outcomes))}`);
}

const MEANS: { readonly [action: string]: readonly string[] } = {
  create: ['synced created'],
  update: ['synced updated'],
  unchanged: ['synced unchanged'],
  skip: ['requires_sync nothing', 'synced nothing', 'synced unchanged'],
  blocked: ['failed nothing'],
};

function comparePlan(plan: Pairs<PlanEntry>, outcomes: Pairs<Subscription>): void {
  for (const [pair, { action, reason, changes }] of Object.entries(plan)) {
    const outcome = outcomes[pair];
    insist(outcome !== undefined, `${pair} was planned and has no outcome`);
    const did = `${outcome.status} ${outcome.did}`;
    // What the tenant refuses, or what depends on a story that failed, no plan can know.
    if (reason === 'manual_sync_only') continue;
    const late = outcome.reason ?? '';
    if (['rejected', 'verify_failed', 'not_reached', 'halted', 'manual_sync_only', 'plan_stale'].includes(late))
      continue;
    const fits = MEANS[action]?.includes(did) === true;
    insist(
      fits,
      `${pair}: planned ${action} (${reason}, ${changes.map(({ path }) => path).join()}), but ${did} (${late}: ${outcome.message})`,
    );
  }
}

async function rememberMade(world: ChaosWorld, outcomes: Pairs<Subscription>): Promise<void> {
  const seen = Object.values(await world.look()).flatMap(({ stories }) => stories);
  for (const [pair, { did, destination_story_id: id, story }] of Object.entries(outcomes)) {
    const live = seen.find((each) => each.id === id);
    if (id === null || !live) continue;
    if (did === 'created') world.made.set(id, world.stampAtPush(story.key));
    const { adopt } = world.manifest.destinations[pair.split('/')[0] ?? ''] ?? {};
    if (did === 'updated' && adopt?.includes(story.key)) world.adopted.add(id);
  }
}

function announcedBy(
  world: ChaosWorld,
  plan: Pairs<PlanEntry> | undefined,
  pruned: readonly Pruned[],
  faulty: boolean,
): Announced {
  const removing = Object.values(plan ?? {}).filter(({ urls }) => urls.some(({ op }) => op === 'remove'));
  const copies = pruned.flatMap(({ destination, destination_story_id: id, deleted, kept_as }) => {
    if (!deleted || kept_as === null) return [];
    return [[`${world.tenantOf(destination)}/${id}`, world.rig.git('show', kept_as)] as const];
  });
  return {
    pruned: new Map(copies),
    addressesGo: new Set(removing.flatMap(({ destination_story_id: id }) => (id === null ? [] : [id]))),
    faulty,
  };
}

export function toldOf(outcomes: Pairs<Subscription>): Pairs<string> {
  return Object.fromEntries(
    Object.entries(outcomes).map(([pair, { status, did, reason }]) => [pair, `${status} ${did} ${reason ?? '-'}`]),
  );
}
