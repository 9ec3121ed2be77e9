import type { JsonObject } from '../../../src/json/value.ts';
import { dice } from '../killed-runs.ts';
import { guidOf } from '../stories.ts';
import { type Tick, TickedFleet } from './fleet.ts';
import type { Fate, Push } from './gateway.ts';
import { Observer, type PromisedRing, type RingFigures } from './observer.ts';

const HOUR = 3_600_000;
const MINUTE = 60_000;
/** A morning, and long enough ago that no history comes up to the time of the files that it makes. */
const BEGINS = Date.parse('2026-03-02T07:30:00Z');
/** More of them, and it would never end. */
const MOST_TICKS = 2000;

export type RolloutPlay = {
  readonly destinations: number;
  readonly seed: number;
  /** Of a hundred pushes, how many are refused the first time. */
  readonly refused: number;
  readonly calls: { readonly [story: string]: readonly string[] };
  /** Minutes between two runs of which the first found nothing to do. */
  readonly pauseMinutes: number;
  /** Of a hundred destinations of the last ring, how many a run begins. */
  readonly batch: number;
  /** So many runs are killed, processes made from this file: each with this chance, until it is enough. */
  readonly kills?: { readonly program: string; readonly most: number; readonly chance: number };
  readonly onTick?: (tick: Tick, number: number) => void;
};

export type PlayedRollout = {
  readonly runs: number;
  /** Those that pushed something. */
  readonly busy: number;
  readonly killed: number;
  readonly requests: number;
  readonly pushes: number;
  readonly commits: number;
  readonly days: number;
  readonly rings: readonly (RingFigures &
    Pick<PromisedRing, 'name' | 'allowed' | 'batch'> & { readonly size: number })[];
};

/** A change goes through a fleet of three rings, run by run, until everybody has it. Throws at the first promise that is broken. */
export async function playRollout(play: RolloutPlay): Promise<PlayedRollout> {
  const rings = ringsOf(play);
  const promises = { rings, calls: play.calls };
  const random = dice(play.seed);
  await using fleet = await TickedFleet.start({
    promises,
    rollout: manifestOf(rings, play.batch),
    fateOf: fates(play),
    program: play.kills?.program,
  });
  const observer = new Observer(promises, 2);
  const commits = commitsIn(fleet);
  const seen = { runs: 0, busy: 0, killed: 0, requests: 0, pushes: 0 };
  let at = BEGINS;
  let [steps, ms] = [30, 1000];
  while (!observer.isEverywhere() || seen.killed > 0) {
    const mayKill = play.kills && seen.killed < play.kills.most && random() < play.kills.chance;
    const moment = random() < 2 / 3 ? { step: halves(random() * steps) } : { ms: ms * random() };
    const tick = await fleet.tick(at, mayKill ? moment : undefined);
    check(tick, observer, seen.runs);
    const pushes = tick.requests.filter(({ push }) => push !== undefined).length;
    seen.runs += 1;
    seen.requests += tick.requests.length;
    seen.pushes += pushes;
    if (pushes > 0) seen.busy += 1;
    if (tick.killed) seen.killed += 1;
    if (pushes > 0 && tick.steps !== undefined) [steps, ms] = [tick.steps, tick.ended - tick.began];
    play.onTick?.(tick, seen.runs);
    // What a killed run did, the next ones find.
    if (observer.isEverywhere() && !tick.killed && tick.requests.length === 0) break;
    if (seen.runs > MOST_TICKS) throw new Error(`not everywhere after ${seen.runs} runs: ${tick.out}${tick.err}`);
    const pause = tick.requests.length > 0 ? 15 : play.pauseMinutes;
    at = Math.ceil(tick.ended / MINUTE + pause * (0.5 + random() / 2)) * MINUTE;
  }
  await checkEnd(fleet, Object.keys(play.calls), at);
  return {
    ...seen,
    commits: commitsIn(fleet) - commits,
    days: Math.round((at - BEGINS) / (2.4 * HOUR)) / 10,
    rings: rings.map(({ name, allowed, batch, tenants }, ring) => {
      const figures = observer.figures[ring] ?? { refused: 0, mostFailed: 0, mostUnderWay: 0, mostBegun: 0 };
      return { name, allowed, batch, size: tenants.length, ...figures };
    }),
  };
}

function check(tick: Tick, observer: Observer, number: number): void {
  try {
    observer.watch(tick);
    insist(tick.killed || tick.code === 0 || tick.code === 1, `it ended with ${tick.code}`);
    insist(tick.killed || !/\b(?:STA|RUN)\d{3}\b|\.lock\b/.test(tick.out + tick.err), 'it had trouble');
  } catch (error) {
    const words = `run ${number + 1} at ${new Date(tick.began).toISOString()}: ${tick.out}${tick.err}`;
    throw new Error(words, { cause: error });
  }
}

/** Everybody has it once, the record holds, and a run that finds it so leaves no trace. */
async function checkEnd(fleet: TickedFleet, stories: readonly string[], at: number): Promise<void> {
  const wanted = stories
    .map((story) => `${story} v2`)
    .toSorted()
    .join();
  for (const [tenant, live] of await fleet.live()) insist(live.join() === wanted, `${tenant} has ${live.join()}`);
  fleet.rig.git('fsck', '--strict');
  const left = fleet
    .written()
    .split('\n')
    .filter((file) => /\.lock$|storysync-[0-9a-f]{12}-|tmp_obj_/.test(file));
  insist(left.length === 0, `left behind: ${left.join()}`);
  const before = fleet.written();
  const tick = await fleet.tick(at + 24 * HOUR);
  insist(tick.code === 0 && /nothing pending/.test(tick.out), `the run after the end said: ${tick.out}${tick.err}`);
  insist(tick.requests.length === 0, `the run after the end made ${tick.requests.length} requests`);
  insist(fleet.written() === before, 'the run after the end wrote something');
}

/** One in a hundred, nine in a hundred, and everybody else. */
function ringsOf({ destinations, batch }: RolloutPlay): readonly PromisedRing[] {
  const names = Array.from({ length: destinations }, (_, index) => `customer-${String(index).padStart(4, '0')}`);
  const canary = Math.max(1, Math.round(destinations / 100));
  const early = canary + Math.max(3, Math.round((destinations * 9) / 100));
  const broad = destinations - early;
  const always = [0, 24] as const;
  const all = { soak: 0, batch: destinations, allowed: 0, hours: always };
  return [
    { ...all, name: 'canary', tenants: names.slice(0, canary) },
    { ...all, name: 'early', tenants: names.slice(canary, early), soak: 4 * HOUR, allowed: twoPercent(early - canary) },
    {
      name: 'broad',
      tenants: names.slice(early),
      soak: 24 * HOUR,
      batch: Math.ceil((broad * batch) / 100),
      allowed: twoPercent(broad),
      hours: [6, 20],
    },
  ];
}

function manifestOf(rings: readonly PromisedRing[], batch: number): JsonObject {
  const [canary = '', early = '', broad = ''] = rings.map(({ name }) => name);
  return {
    rings: [
      { name: canary, match: { ring: canary } },
      { name: early, match: { ring: early }, soak: '4h' },
      { name: broad, soak: '24h', batch: `${batch}%` },
    ],
    max_failed: { early: '2%', broad: '2%' },
    windows: [{ allow: '06:00-20:00', rings: [broad] }],
  };
}

function twoPercent(count: number): number {
  return Math.floor((count * 2) / 100);
}

/** Some pairs are refused once or more, and of half as many an answer is lost: the same ones for the same seed. */
function fates({ refused, seed }: RolloutPlay): (push: Push) => Fate {
  const tried = new Map<string, number>();
  return ({ tenant, story, version }) => {
    if (version === 1) return 'done';
    const id = `${tenant}/${story}`;
    const before = tried.get(id) ?? 0;
    tried.set(id, before + 1);
    const [luck, howOften] = [chance(`${seed} ${id}`), chance(`${seed} ${id} times`)];
    if (luck < refused / 100) return before <= howOften * 4 ? 'refused' : 'done';
    return luck > 1 - refused / 200 && before === 0 ? 'unanswered' : 'done';
  };
}

/** From 0 to 1. */
function chance(text: string): number {
  return Number.parseInt(guidOf(text).slice(0, 8), 16) / 2 ** 32;
}

function commitsIn(fleet: TickedFleet): number {
  return Number(fleet.rig.git('rev-list', '--count', 'storysync/state'));
}

/** A step, or the middle of one. */
function halves(step: number): number {
  return Math.max(1, Math.round(step * 2) / 2);
}

function insist(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}
