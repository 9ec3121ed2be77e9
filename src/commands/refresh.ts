import { withDigest } from '../documents/plan/plan-json.ts';
import type { Readers } from '../keys/tenants.ts';
import type { Clock } from '../model/clock.ts';
import type { Desired } from '../model/desired.ts';
import type { Destination } from '../model/destination.ts';
import type { DestinationState } from '../model/destination-state.ts';
import type { Plan } from '../model/plan.ts';
import { findBroken, waitsForFiles } from '../plan/broken-stories.ts';
import type { Assess, DestinationWork } from '../plan/destination-work.ts';
import type { RecordedDestination } from '../plan/orphans/orphan-destinations.ts';
import { assemble, assemblePlan, describeDestination, type Planning } from '../plan/plan.ts';
import { isDue } from '../plan/planned-story.ts';
import type { Policy } from '../plan/policy.ts';
import { type EarlierReader, notRead, offline, refreshDestination, unreadable } from '../refresh/refresh.ts';
import { explainIfAny } from '../report/explain/explain.ts';
import type { Binding } from '../trust/bind.ts';
import type { Progress } from './ports.ts';
import { ReadTurns } from './read-turns.ts';
import { type ReadingLimits, ReadingTime } from './reading-time.ts';
import type { StateSession } from './state/state-session.ts';

export type Refreshed = Planning & { readonly plan: Plan; readonly states: ReadonlyMap<string, DestinationState> };

export type RefreshInput = {
  readonly desired: Desired;
  readonly session: StateSession;
  readonly tenants: Readers;
  readonly policy: Policy;
  readonly assess: Assess;
  /** For which destinations a key may be used; the others are not asked. */
  readonly keys: Binding;
  /** What git had in the story files before. */
  readonly earlier: EarlierReader;
  /** Ask no tenant: git and recorded state only. */
  readonly offline?: boolean;
  /** No selector narrows the run. */
  readonly whole: boolean;
  readonly progress: Progress;
  /** Destinations side by side. */
  readonly concurrency: number;
  readonly clock: Clock;
  readonly limits: ReadingLimits;
  /** Shared by several calls: a tenant that was given up in one of them is not asked in the next. */
  readonly turns?: ReadTurns;
  /** Ends reading at once: what was not read is not reached. */
  readonly stop?: AbortSignal;
};

/** Reads every chosen destination side by side and plans it. Nothing on this path can write. */
export async function refreshAll(input: RefreshInput): Promise<Refreshed> {
  const states = new Map<string, DestinationState>();
  const work = await refreshEach(input, (assessed, state) => {
    if (state) states.set(assessed.destination.name, state);
    return assessed;
  });
  const planning = assemble(input.desired.manifestFile, input.policy.commit, work, await orphansOf(input));
  return { ...planning, plan: withDigest(planning.plan), states };
}

/** The same for the plan alone. What was read is forgotten with each destination: all of it may not fit into memory. */
export async function refreshPlan(input: RefreshInput): Promise<Plan> {
  const described = await refreshEach(input, describeDestination);
  const orphans = await orphansOf(input);
  return withDigest(assemblePlan(input.desired.manifestFile, input.policy.commit, described, orphans));
}

/** A run that was narrowed says nothing of what it was not asked about. */
async function orphansOf({ desired, session, whole }: RefreshInput): Promise<readonly RecordedDestination[]> {
  return whole ? session.orphans(desired.destinations.map(({ name }) => name)) : [];
}

/** The same for whatever is to be kept of each destination, and nothing else. */
export async function refreshEach<T>(
  input: RefreshInput,
  keep: (assessed: DestinationWork, state: DestinationState | undefined) => T,
): Promise<readonly T[]> {
  const { desired, policy, progress, concurrency, clock, limits, stop } = input;
  const chosen = desired.destinations.filter(({ name }) => policy.selected.has(name));
  progress.begin('plan', chosen.length);
  const { turns = new ReadTurns(concurrency) } = input;
  const time = new ReadingTime(clock, limits, stop);
  const read = async (destination: Destination): Promise<T> => {
    progress.start?.(destination.name);
    const state = await input.session.read(destination);
    const assessed = await look(destination, state, input, { turns, time });
    progress.advance(destination.name, describe(assessed));
    return keep(assessed, state);
  };
  try {
    return await Promise.all(chosen.map((each) => turns.take(each.tenantUrl, () => read(each))));
  } finally {
    time.close();
    progress.end();
  }
}

type Reading = { readonly turns: ReadTurns; readonly time: ReadingTime };

async function look(
  destination: Destination,
  state: DestinationState | undefined,
  { desired, keys, tenants, policy, earlier, assess, ...input }: RefreshInput,
  { turns, time }: Reading,
): Promise<DestinationWork> {
  const broken = findBroken(desired, destination);
  if (broken.length > 0) return unreadable(assess, desired, destination, waitsForFiles(broken), policy);
  const use = keys.of(destination);
  if (!use.ok || input.offline === true) return offline(assess, desired, destination, state, policy);
  const { tenantUrl } = destination;
  const failure = turns.givenUp(tenantUrl);
  if (failure) return unreadable(assess, desired, destination, notRead(failure, destination), policy);
  if (time.signal.aborted) return unreadable(assess, desired, destination, { kind: 'interrupted' }, policy);
  const own = time.ofOne();
  try {
    const reader = await tenants.reader(use.value, own);
    if (!reader.ok) return unreadable(assess, desired, destination, reader.error, policy);
    const work = await refreshDestination(assess, desired, destination, reader.value, state, policy, earlier);
    turns.record(tenantUrl, !own.isOver);
    return work;
  } finally {
    own.close();
  }
}

function describe({ stories, refreshed }: DestinationWork): string {
  const [first] = stories;
  if (!refreshed && first?.planned.action === 'blocked') {
    return explainIfAny(first.planned.fact).message ?? 'could not be read';
  }
  const changes = stories.filter(({ planned }) => isDue(planned)).length;
  const blocked = stories.filter(({ planned }) => planned.action === 'blocked').length;
  const parts = [changes > 0 && `${changes} to push`, blocked > 0 && `${blocked} blocked`].filter((text) => text);
  return parts.length > 0 ? parts.join(', ') : 'nothing to push';
}
