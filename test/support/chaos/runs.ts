import type { PlanEntry } from '../documents.ts';
import { hookedSync } from '../hooked-sync.ts';
import { dropState, forgeState, hasState, signed, stateText } from '../state-branch.ts';
import { insist, type Pushed, planChecked, runChecked, syncChecked, toldOf } from './command-line.ts';
import { violations } from './invariants.ts';
import { type Dice, type Move, pick } from './move.ts';
import type { ChaosWorld } from './world.ts';

/** Plans, syncs, and where nothing failed on the way syncs again: that one has nothing to do. */
async function sync(world: ChaosWorld, ...flags: readonly string[]): Promise<void> {
  const same = flags.filter((flag) => flag !== '--force' && flag !== '--manual');
  const plan = flags.includes('--force') ? undefined : await planChecked(world, ...same);
  const head = world.stateHead();
  const pushed = await syncChecked(world, flags, plan);
  // One that wrote nothing was itself the second one.
  if (pushed.writes.length > 0 || world.stateHead() !== head) await settle(world, flags, pushed);
}

async function settle(world: ChaosWorld, flags: readonly string[], { run, outcomes }: Pushed): Promise<void> {
  if (!outcomes || run.code !== 0) return;
  const head = world.stateHead();
  const rest = flags.filter((flag) => flag !== '--force');
  // What was read along with a push is young: the next run looks at it once more, and may note that it has seen it.
  await world.rig.later();
  await syncSilently(world, rest, 'second');
  // Without --force other stories wait for other reasons.
  const noted = world.stateHead();
  if (rest.length !== flags.length || noted === head) return;
  await syncSilently(world, rest, 'third');
  insist(world.stateHead() === noted, 'a third sync wrote state');
}

async function syncSilently(world: ChaosWorld, flags: readonly string[], which: string): Promise<void> {
  const { writes, outcomes } = await syncChecked(world, flags, undefined);
  const told = JSON.stringify(outcomes && toldOf(outcomes));
  insist(writes.length === 0, `a ${which} sync wrote ${JSON.stringify(writes)} ${told}`);
}

const FAULTS = [
  { kind: 'error', status: 500 },
  { kind: 'error', status: 422 },
  { kind: 'commit_then_reset' },
  { kind: 'commit_then_timeout' },
  { kind: 'reset' },
  { kind: 'truncated_page' },
  { kind: 'short_count' },
  { kind: 'html', status: 200 },
  { kind: 'truncated_json' },
  { kind: 'wrong_shape' },
  { kind: 'missing_meta' },
  { kind: 'drop_action' },
  { kind: 'rate_limited', retry_after: 'none' },
] as const;
const PLACES = [
  {},
  { method: 'POST', path: '^/stories/import' },
  { method: 'PUT' },
  { method: 'GET', path: '^/stories' },
  { method: 'POST', path: '/versions$' },
  { path: 'record_types' },
  { method: 'GET', path: '/export$' },
  { method: 'DELETE' },
] as const;

async function pruneCount(world: ChaosWorld): Promise<number | undefined> {
  const { code, err } = await runChecked(world, ['sync', '--prune', '--manual']);
  insist(code !== 0, '--prune without a number was taken for consent');
  const count = /and ([0-9]+) left behind may be deleted/.exec(err)?.[1];
  return count === undefined ? undefined : Number(count);
}

async function withFault(world: ChaosWorld, [a, b, c]: Dice): Promise<void> {
  const plan = await planChecked(world);
  const count = c % 4 === 0 ? await pruneCount(world) : undefined;
  const fault = { skip: c % 3, times: 1 + (c % 4), fault: pick(FAULTS, a), ...pick(PLACES, b) };
  world.note(`  ${JSON.stringify(fault)}`);
  await world.rig.fault(fault);
  world.rig.patienceMs = 600;
  await syncChecked(world, count === undefined ? [] : ['--manual', '--prune', String(count)], plan, true);
  await world.rig.control('DELETE', 'faults');
  world.rig.patienceMs = 5_000;
}

async function interrupted(world: ChaosWorld, [a]: Dice): Promise<void> {
  const plan = await planChecked(world);
  if (!plan) return;
  world.commit();
  const before = await world.look();
  const controller = new AbortController();
  const stop = controller.signal;
  const { outcomes } = await hookedSync(world.rig, {
    stop,
    afterImport: (count) => {
      if (count > a % 3) controller.abort();
    },
  });
  for (const { did, destination, destinationStoryId: id, storyKey } of outcomes) {
    if (did === 'created' && id !== null) world.made.set(id, world.stampAtPush(storyKey));
    const { adopt } = world.manifest.destinations[destination] ?? {};
    if (did === 'updated' && id !== null && adopt?.includes(storyKey)) world.adopted.add(id);
  }
  const announced = { pruned: new Map<string, string>(), addressesGo: goingBy(plan), faulty: false };
  const found = violations(world, before, await world.look(), announced);
  insist(found.length === 0, found.join('\n'));
  insist(outcomes.length === Object.keys(plan).length, 'an interrupted sync does not tell of every pair');
}

function goingBy(plan: { readonly [pair: string]: PlanEntry }): ReadonlySet<number> {
  const going = Object.values(plan).filter(({ urls }) => urls.some(({ op }) => op === 'remove'));
  return new Set(going.flatMap(({ destination_story_id: id }) => (id === null ? [] : [id])));
}

/** Where a plan without state may say otherwise (docs/decisions/0005). */
async function compareWithoutState(world: ChaosWorld): Promise<void> {
  const known = await planChecked(world);
  const blank = await planChecked(world, '--no-state');
  if (!known || !blank) return;
  const stamped = (world.switches.import_stamp ?? 'from_file') === 'from_file';
  if (world.copies.size > 0 || world.adopted.size > 0 || world.forged || !stamped) return;
  for (const [pair, one] of Object.entries(known)) {
    const other = blank[pair];
    insist(other !== undefined, `${pair} is in the plan with state alone`);
    // A hold stands before whatever else would be said.
    const only = ['drift', 'verify_failed', 'held'].includes(one.reason ?? '') || other.reason === 'ingress_ambiguous';
    const types = [one, other].some(({ record_types }) => record_types.some(({ action }) => action !== 'reuse'));
    const tags = one.changes.some(({ path }) => path === 'tags');
    insist(
      one.action === other.action || only || types || tags,
      `${pair}: ${one.action} (${one.reason}: ${one.message}) with state, ${other.action} (${other.reason}: ${other.message}) without`,
    );
  }
}

/** Command lines, each with what must hold of it. */
export const RUNS: { readonly [name: string]: Move } = {
  sync: (world) => sync(world),
  syncAgain: (world) => sync(world),
  syncManual: (world) => sync(world, '--manual'),
  syncBlind: (world) => {
    world.forgot = true;
    return sync(world, '--no-state');
  },
  syncForce: (world) => sync(world, '--force'),
  syncRefresh: (world) => sync(world, '--refresh'),
  syncOne: (world, [a]) => sync(world, '--destination', pick(Object.keys(world.manifest.destinations), a)),
  syncStory: (world, [a]) => sync(world, '--story', pick(Object.keys(world.manifest.stories), a)),
  syncEarlier: async (world, [a]) => {
    world.commit();
    const back = a % Number(world.rig.git('rev-list', '--count', 'HEAD'));
    world.pushedFrom = `HEAD~${back}`;
    await sync(world, '--at', `HEAD~${back}`);
    world.pushedFrom = undefined;
  },
  prune: async (world) => {
    const count = await pruneCount(world);
    if (count === undefined) return;
    const plan = await planChecked(world);
    await syncChecked(world, ['--manual', '--prune', String(count)], plan);
  },
  approved: async (world, [a, b, c]) => {
    world.commit();
    if ((await world.rig.run('plan', '--out', '.git/plan.json')).code !== 0) return;
    const plan = await planChecked(world);
    if (c % 2 === 0 && plan) await syncChecked(world, ['--plan', '.git/plan.json'], plan);
    else await syncChecked(world, ['--plan', '.git/plan.json', '--concurrency', String(1 + ((a + b) % 3))], plan);
  },
  withFault,
  withoutKey: async (world, [a]) => {
    const tenant = pick(['contoso', 'fabrikam'], a);
    const key = `${tenant}-very-secret-key`;
    await world.rig.control('POST', 'keys', { tenant, key, revoked: true });
    await syncChecked(world, [], undefined, true);
    await world.rig.control('POST', 'keys', { tenant, key, revoked: false });
  },
  interrupted,
  compareWithoutState,
  status: async (world, [a]) => {
    const head = world.stateHead();
    await world.rig.takeWrites();
    await runChecked(world, ['status', ...pick([[], ['--live']], a)]);
    insist(
      (await world.rig.takeWrites()).length === 0 && (world.remote !== undefined || world.stateHead() === head),
      'status wrote',
    );
  },
  detach: async (world, [a, b]) => {
    const flags = ['--destination', pick(Object.keys(world.manifest.destinations), a)];
    await runChecked(world, [
      'detach',
      ...flags,
      '--story',
      pick(Object.keys(world.manifest.stories), b),
      '--reason',
      'theirs',
    ]);
    world.changed = true;
  },
  reattach: async (world, [a, b]) => {
    await world.rig.takeWrites();
    const flags = ['--destination', pick(Object.keys(world.manifest.destinations), a)];
    await runChecked(world, ['reattach', ...flags, '--story', pick(Object.keys(world.manifest.stories), b)]);
    insist((await world.rig.takeWrites()).length === 0, 'reattach wrote to a tenant');
    world.changed = true;
  },
  hold: (world, [a, b]) => editHold(world, a, b, 'hold', '--reason', 'audit'),
  release: (world, [a, b]) => editHold(world, a, b, 'release'),
};

/** The whole fleet now and then. */
async function editHold(world: ChaosWorld, a: number, b: number, ...argv: readonly string[]): Promise<void> {
  const name = b % 4 === 0 ? '*' : pick(Object.keys(world.manifest.destinations), a);
  await runChecked(world, [...argv, '--destination', name]);
  world.changed = true;
}

/** What becomes of recorded state. */
export const STATE: { readonly [name: string]: Move } = {
  dropState: async (world) => {
    world.forgot = true;
    dropState(world.rig);
  },
  dropRemoteState: async (world) => {
    if (world.remote?.git('branch', '--list', 'storysync/state')) world.remote.git('branch', '-D', 'storysync/state');
  },
  forgeState: async (world, [a, b, c]) => {
    const name = pick(Object.keys(world.manifest.destinations), a);
    if (
      !hasState(world.rig) ||
      !world.rig.git('ls-tree', '-r', '--name-only', 'storysync/state').includes(`/${name}.json`)
    )
      return;
    const recorded = stateText(world.rig, name);
    if (!recorded.endsWith('}\n') && !recorded.endsWith('}')) return;
    const state = JSON.parse(recorded);
    const entries = Object.values(state.stories) as { destination_story_id: number; edited_at: string }[];
    const [one, two] = entries;
    if (!one) return;
    const listed = (await world.rig.tenant(world.tenantOf(name))).stories;
    if (c % 4 === 0) one.destination_story_id = pick(listed, b).id;
    else if (c % 4 === 1 && two)
      [one.destination_story_id, two.destination_story_id] = [two.destination_story_id, one.destination_story_id];
    else if (c % 4 === 2) delete state.stories[pick(Object.keys(state.stories), b)];
    world.forged = true;
    world.forgot = true;
    const text = JSON.stringify(state);
    forgeState(world.rig, name, c % 4 === 3 ? text.slice(0, 40) : b % 3 === 0 ? text : signed(text));
  },
};
