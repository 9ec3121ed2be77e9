import fc from 'fast-check';
import {
  type Amount,
  NO_RECORD,
  type Ring,
  type Rollout,
  type RolloutRecord,
  type Window,
} from '../../../src/model/rollout.ts';
import type { Outcome } from '../../../src/model/status.ts';
import type { ModelPassings } from './model.ts';
import { playRun, type RunScript } from './play-run.ts';
import { HOUR, PLACE, RolloutWorld, STORIES, type Trouble } from './world.ts';

const NAMES = ['r0', 'r1', 'r2'];
const WORKDAYS = { kind: 'week', days: [1, 2, 3, 4, 5] } as const;
const WINDOWS: readonly Window[] = [
  {
    kind: 'allow',
    when: { ...WORKDAYS, from: 420, to: 960 },
    timeZone: 'Europe/Dublin',
    rings: ['r2'],
    reason: undefined,
    text: 'Mon-Fri 07:00-16:00',
  },
  {
    kind: 'deny',
    when: { kind: 'dates', from: '2026-03-28', to: '2026-03-29' },
    timeZone: 'Europe/Dublin',
    rings: undefined,
    reason: 'freeze',
    text: '2026-03-28/2026-03-29',
  },
  {
    kind: 'allow',
    when: { kind: 'week', days: [1, 2, 3, 4, 5, 6, 7], from: 30, to: 90 },
    timeZone: 'Europe/Dublin',
    rings: ['r1', 'r2'],
    reason: undefined,
    text: 'Mon-Sun 00:30-01:30',
  },
  {
    kind: 'deny',
    when: { ...WORKDAYS, from: 480, to: 1440 },
    timeZone: 'America/New_York',
    rings: ['r0'],
    reason: undefined,
    text: 'Mon-Fri 08:00-24:00',
  },
];

const index = fc.nat(9);
const amount: fc.Arbitrary<Amount> = fc.oneof(
  { weight: 3, arbitrary: fc.record({ kind: fc.constant('count' as const), value: fc.nat(2) }) },
  fc.record({ kind: fc.constant('percent' as const), value: fc.constantFrom(0, 10, 34, 50, 100) }),
);
const batch: fc.Arbitrary<Amount | undefined> = fc.oneof(
  fc.constant(undefined),
  fc.record({ kind: fc.constant('count' as const), value: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ kind: fc.constant('percent' as const), value: fc.constantFrom(1, 34, 60) }),
);
const soak = fc.constantFrom(0, 0, 0.5, 4, 24).map((hours) => hours * HOUR);
const windows = fc.subarray([...WINDOWS], { maxLength: 2 });
const ringOptions = fc.record({ soak, batch, maxFailed: amount });
const rollout: fc.Arbitrary<Rollout> = fc
  .record({ rings: fc.array(ringOptions, { minLength: 1, maxLength: 3 }), windows })
  .map(({ rings, windows: chosen }) => ({
    rings: rings.map((options, place): Ring => {
      const name = NAMES[place] ?? '';
      return { name, match: place === rings.length - 1 ? undefined : { ring: name }, place: PLACE, ...options };
    }),
    windows: chosen,
  }));

const run: fc.Arbitrary<RunScript> = fc.record({
  only: fc.oneof({ weight: 4, arbitrary: fc.constant([]) }, fc.array(index, { maxLength: 3 })),
  onlyStories: fc.oneof({ weight: 5, arbitrary: fc.constant([]) }, fc.array(fc.nat(2), { maxLength: 2 })),
  byHand: fc.nat(5).map((dice) => dice === 0),
  override: fc.nat(11).map((dice) => dice === 0),
  killAfter: fc.oneof({ weight: 4, arbitrary: fc.constant(null) }, fc.nat(6)),
  landed: fc.boolean(),
  pace: fc.constantFrom(0, 1_000, 600_000),
  mix: fc.nat(1_000_000),
});

export type Step =
  | { readonly kind: 'commit'; readonly story: number; readonly version: number }
  | { readonly kind: 'trouble'; readonly at: number; readonly story: number; readonly trouble: Trouble | null }
  | { readonly kind: 'trouble_everywhere'; readonly story: number; readonly trouble: Trouble | null }
  | { readonly kind: 'edit_there'; readonly at: number; readonly story: number }
  | { readonly kind: 'hold' | 'manual' | 'detach' | 'lose_state'; readonly at: number; readonly story: number }
  | { readonly kind: 'pin'; readonly at: number; readonly story: number; readonly version: number | null }
  | { readonly kind: 'join'; readonly at: number; readonly ring: number }
  | { readonly kind: 'ring'; readonly at: number; readonly options: Pick<Ring, 'soak' | 'batch' | 'maxFailed'> }
  | { readonly kind: 'windows'; readonly windows: readonly Window[] }
  | { readonly kind: 'rings_swapped' | 'lose_record' | 'keep_record' | 'replay_record' }
  | { readonly kind: 'time'; readonly hours: number }
  | { readonly kind: 'run'; readonly run: RunScript }
  | { readonly kind: 'runs'; readonly runs: readonly RunScript[] };

const pair = { at: index, story: fc.nat(2) };
const trouble = fc.constantFrom<Trouble | null>('reject', 'reject', 'verify', 'block', null, null);
const of = <K extends Step['kind'], M extends object>(kind: K, more: { [P in keyof M]: fc.Arbitrary<M[P]> }) =>
  fc.record({ ...more }).map((rest) => ({ kind, ...rest }) as { kind: K } & M);
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 8, arbitrary: of('run', { run }) },
  { weight: 3, arbitrary: of('time', { hours: fc.constantFrom(0.25, 0.5, 1, 4, 4, 24, 24, 50, -1, -30) }) },
  { weight: 3, arbitrary: of('commit', { story: fc.nat(2), version: fc.nat(3) }) },
  { weight: 2, arbitrary: of('trouble', { ...pair, trouble }) },
  of('trouble_everywhere', { story: fc.nat(2), trouble }),
  of('runs', { runs: fc.array(run, { minLength: 2, maxLength: 2 }) }),
  of('edit_there', pair),
  of('hold', pair),
  of('manual', pair),
  of('detach', pair),
  of('lose_state', pair),
  of('pin', { ...pair, version: fc.option(fc.nat(3)) }),
  of('join', { at: index, ring: fc.nat(2) }),
  of('ring', { at: fc.nat(2), options: ringOptions }),
  of('windows', { windows }),
  of('rings_swapped', {}),
  of('lose_record', {}),
  of('keep_record', {}),
  of('replay_record', {}),
);

export type History = {
  readonly rollout: Rollout;
  readonly rings: readonly number[];
  readonly steps: readonly Step[];
};

export const histories: fc.Arbitrary<History> = fc.record({
  rollout,
  rings: fc.array(fc.nat(2), { minLength: 1, maxLength: 7 }),
  steps: fc.array(step, { minLength: 3, maxLength: 24, size: '+1' }),
});

/** Plays a history, and then lets time go on with nothing in the way: everybody gets there. Answers how many runs that took. */
export async function playHistory({ rollout: rules, rings, steps }: History): Promise<number> {
  const world = new RolloutWorld(rules, rings);
  let kept: { record: RolloutRecord; passings: ModelPassings } = { record: NO_RECORD, passings: new Map() };
  for (const each of steps) {
    await play(world, each);
    if (each.kind === 'keep_record') kept = { record: world.record, passings: new Map(world.passings) };
    if (each.kind === 'replay_record') Object.assign(world, { record: kept.record, passings: new Map(kept.passings) });
  }
  await converge(world);
  return world.runs;
}

async function play(world: RolloutWorld, each: Step): Promise<void> {
  switch (each.kind) {
    case 'commit':
      world.versions.set(STORIES[each.story] ?? '', each.version);
      return;
    case 'trouble':
      setTrouble(world, `${world.destination(each.at).name}/${STORIES[each.story]}`, each.trouble);
      return;
    case 'trouble_everywhere':
      for (const { name } of world.destinations) setTrouble(world, `${name}/${STORIES[each.story]}`, each.trouble);
      return;
    case 'edit_there':
      world.live.set(`${world.destination(each.at).name}/${STORIES[each.story]}`, 'edited');
      return;
    case 'hold':
      world.change(each.at, ({ hold, ...rest }) => (hold ? rest : { ...rest, hold: { reason: 'audit' } }));
      return;
    case 'manual':
      world.change(each.at, (old) => ({ ...old, manualSyncOnly: !old.manualSyncOnly }));
      return;
    case 'detach':
      world.change(each.at, (old) => ({
        ...old,
        subscriptions: old.subscriptions.map(({ detached, ...rest }) =>
          rest.storyKey === STORIES[each.story] && !detached ? { ...rest, detached: { reason: 'own' } } : rest,
        ),
      }));
      return;
    case 'lose_state':
      world.states.delete(world.destination(each.at).name);
      return;
    case 'pin':
      pin(world, each);
      return;
    case 'join':
      world.change(each.at, (old) => ({ ...old, labels: { ring: `r${each.ring}` } }));
      return;
    case 'ring':
      world.rollout = {
        ...world.rollout,
        rings: world.rollout.rings.map((ring, place) =>
          place === each.at % world.rollout.rings.length ? { ...ring, ...each.options } : ring,
        ),
      };
      return;
    case 'windows':
      world.rollout = { ...world.rollout, windows: each.windows };
      return;
    case 'rings_swapped': {
      const [first, second, ...rest] = world.rollout.rings;
      if (first && second && rest.length > 0) world.rollout = { ...world.rollout, rings: [second, first, ...rest] };
      return;
    }
    case 'lose_record':
      Object.assign(world, { record: NO_RECORD, passings: new Map() });
      return;
    case 'keep_record':
    case 'replay_record':
      return;
    case 'time':
      world.now += each.hours * HOUR;
      return;
    case 'run':
      await together(world, [each.run]);
      return;
    case 'runs':
      await together(world, each.runs);
  }
}

function setTrouble({ troubles }: RolloutWorld, id: string, what: Trouble | null): void {
  if (what === null) troubles.delete(id);
  else troubles.set(id, what);
}

function pin(world: RolloutWorld, { at, story, version }: { at: number; story: number; version: number | null }): void {
  const { name } = world.destination(at);
  const key = STORIES[story] ?? '';
  world.pins.delete(`${name}/${key}`);
  if (version !== null) world.pins.set(`${name}/${key}`, version);
  const stories = STORIES.filter((each) => world.pins.has(`${name}/${each}`));
  world.change(at, (old) => {
    const { pin: _, ...rest } = old;
    return stories.length === 0 ? rest : { ...rest, pin: { reason: 'incident', commit: '4f2e91c', stories } };
  });
}

/** Runs side by side; each of them ends, or is killed. */
async function together(world: RolloutWorld, scripts: readonly RunScript[]): Promise<readonly Outcome[]> {
  let ended = 0;
  world.runs += scripts.length;
  const all = scripts.map(async (script) => {
    const outcomes = await playRun(world, script);
    ended += 1;
    return outcomes;
  });
  const whole = Promise.all(all);
  whole.catch(() => {});
  // Nothing in a world waits for anything but other parts of it: what has not ended by then never does.
  for (let turn = 0; turn < 3 && ended < scripts.length; turn += 1)
    await new Promise((resolve) => setImmediate(resolve));
  if (ended < scripts.length) {
    await Promise.race([whole, Promise.resolve()]);
    throw new Error('a run does not end: something waits for a place for ever');
  }
  const outcomes = (await whole).flatMap((each) => (each === 'killed' ? [] : each));
  // What was thrown in a push is told as an outcome: no history may have one.
  const bug = outcomes.find(({ reason }) => reason === 'internal');
  if (bug) throw new Error(`${bug.destination}/${bug.storyKey}: ${JSON.stringify(bug.fact)}`);
  return outcomes;
}

const PLAIN: RunScript = {
  only: [],
  onlyStories: [],
  byHand: true,
  override: false,
  killAfter: null,
  landed: true,
  pace: 1_000,
  mix: 1,
};

/** Failures end, what holds back by hand is lifted; then each run goes on, or says until when nothing can. */
async function converge(world: RolloutWorld): Promise<void> {
  world.troubles.clear();
  world.pins.clear();
  world.destinations = world.destinations.map((old) => {
    const { hold: _, pin: __, ...rest } = old;
    const subscriptions = old.subscriptions.map(({ storyKey, place, adopt }) => ({ storyKey, place, adopt }));
    return { ...rest, manualSyncOnly: false, subscriptions };
  });
  for (let round = 0; world.open().length > 0; round += 1) {
    if (round > 200) throw new Error(`never there: ${world.open().join()}`);
    const left = world.open().length;
    const outcomes = await together(world, [PLAIN]);
    if (world.open().length < left) continue;
    const times = outcomes.flatMap(({ fact }) =>
      fact?.kind === 'rollout_waits' && fact.until !== null ? [Date.parse(fact.until)] : [],
    );
    if (times.length === 0) throw new Error(`nothing goes on and nothing says when: ${world.open().join()}`);
    const next = Math.min(...times);
    if (next <= world.now) throw new Error(`waits until a time that is over: ${new Date(next).toISOString()}`);
    world.now = next;
  }
}
