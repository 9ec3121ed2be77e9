import pLimit from 'p-limit';
import { unreachable } from '../diagnostics/result.ts';
import { withDigest } from '../documents/plan/plan-json.ts';
import type { Desired } from '../model/desired.ts';
import type { Destination } from '../model/destination.ts';
import type { DestinationState } from '../model/destination-state.ts';
import type { Plan } from '../model/plan.ts';
import { findBroken, waitsForFiles } from '../plan/broken-stories.ts';
import type { Assess, DestinationWork } from '../plan/destination-work.ts';
import { onboardingOf } from '../plan/onboarding.ts';
import type { RecordedDestination } from '../plan/orphans/orphan-destinations.ts';
import type { WaitingPairs } from '../plan/pending.ts';
import { assemble, assemblePlan, describeDestination, type Planning } from '../plan/plan.ts';
import { isDue } from '../plan/planned-story.ts';
import type { Policy } from '../plan/policy.ts';
import { type EarlierReader, offline, refreshDestination, unreadable } from '../refresh/refresh.ts';
import { explainIfAny } from '../report/explain/explain.ts';
import { type FleetPart, fleetParts } from '../rollout/fleet.ts';
import { gateWork } from '../rollout/gate-plan.ts';
import { type Governed, govern, governPlan, keepWaiting, type RolloutQuestion } from './rollout/govern.ts';
import type { StateSession } from './state/state-session.ts';
import { type Enter, type Visits, visitEach } from './visit.ts';

export type Refreshed = Planning & {
  readonly plan: Plan;
  readonly states: ReadonlyMap<string, DestinationState>;
  /** Where there is a rollout. */
  readonly governed?: Governed;
};

export type RefreshInput = Visits & {
  readonly desired: Desired;
  readonly session: StateSession;
  readonly policy: Policy;
  readonly assess: Assess;
  /** What git had in the story files before. */
  readonly earlier: EarlierReader;
  /** Ask no tenant: git and recorded state only. Destinations that no key may be used for are planned like that too. */
  readonly offline?: boolean;
  /** The same for these: all that is due there waits, for this. */
  readonly unasked?: WaitingPairs;
  /** No selector narrows the run. */
  readonly whole: boolean;
  /** Where there is one. */
  readonly rollout?: RolloutQuestion;
};

/** State files read side by side. */
const READS = 16;

/** Reads every chosen destination side by side and plans it. Nothing on this path can write. */
export async function refreshAll(input: RefreshInput): Promise<Refreshed> {
  const states = new Map<string, DestinationState>();
  const partOf = partsOf(input);
  const parts: FleetPart[] = [];
  const work = await refreshEach(input, (assessed, state) => {
    if (state) states.set(assessed.destination.name, state);
    parts.push(...partOf(assessed, state));
    return assessed;
  });
  const { plan, ...planning } = assemble(input.desired.manifestFile, input.policy.commit, work, await orphansOf(input));
  const governed = governedBy(input, parts);
  return {
    work: governed ? gateEach(planning.work, governed.decision) : planning.work,
    plan: withDigest(governPlan(plan, governed)),
    states,
    ...(governed ? { governed } : {}),
  };
}

/** The same for the plan alone. What was read is forgotten with each destination: all of it may not fit into memory. */
export async function refreshPlan(input: RefreshInput): Promise<Plan> {
  const partOf = partsOf(input);
  const parts: FleetPart[] = [];
  const described = await refreshEach(input, (assessed, state) => {
    parts.push(...partOf(assessed, state));
    return describeDestination(assessed);
  });
  const orphans = await orphansOf(input);
  const plan = assemblePlan(input.desired.manifestFile, input.policy.commit, described, orphans);
  return withDigest(governPlan(plan, governedBy(input, parts)));
}

type PartOf = (assessed: DestinationWork, state: DestinationState | undefined) => readonly FleetPart[];

function partsOf({ rollout: question, desired }: RefreshInput): PartOf {
  if (!question) return () => [];
  const partOf = fleetParts(question.rollout, desired);
  return ({ destination, stories }, state) => [
    partOf({ destination, state, planned: stories.map(({ planned }) => planned) }),
  ];
}

/** At one moment for all: after everything was read. */
function governedBy({ rollout, clock, unasked }: RefreshInput, parts: readonly FleetPart[]): Governed | undefined {
  const governed = rollout && govern(rollout, parts, clock.now().getTime());
  return governed && unasked ? keepWaiting(governed, unasked) : governed;
}

function gateEach(work: Planning['work'], decision: Governed['decision']): Planning['work'] {
  return new Map([...work].map(([name, each]) => [name, gateWork(each, decision)]));
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
  const { desired, policy, session, unasked = new Set() } = input;
  const chosen = desired.destinations.filter(({ name }) => policy.selected.has(name));
  const visited = chosen.filter(({ name }) => !unasked.has(name));
  const told = await pLimit(READS).map(
    chosen.filter(({ name }) => unasked.has(name)),
    async (destination) => {
      const state = await session.read(destination);
      return keep(fromRecord(destination, state, input), state);
    },
  );
  if (visited.length === 0) return told;
  const looked = await visitEach(visited, input, async (destination, enter) => {
    const state = await session.read(destination);
    const assessed = await look(destination, state, input, enter);
    return { result: keep(assessed, state), line: describe(assessed) };
  });
  return [...told, ...looked];
}

/** All that is due there waits, which recorded state tells: that nobody looked at the tenant is not worth a warning. */
function fromRecord(
  destination: Destination,
  state: DestinationState | undefined,
  { desired, policy, assess }: RefreshInput,
): DestinationWork {
  const { stories, ...work } = offline(assess, desired, destination, state, policy);
  const quiet = stories.map((story) => {
    const warnings = story.planned.warnings.filter(({ kind }) => kind !== 'not_compared');
    return { ...story, planned: { ...story.planned, warnings } };
  });
  return { ...work, stories: quiet };
}

async function look(
  destination: Destination,
  state: DestinationState | undefined,
  { desired, policy, earlier, assess, ...input }: RefreshInput,
  enter: Enter,
): Promise<DestinationWork> {
  const broken = findBroken(desired, destination);
  if (broken.length > 0) return unreadable(assess, desired, destination, waitsForFiles(broken), policy);
  const byGit = (): DestinationWork => {
    const work = offline(assess, desired, destination, state, policy);
    // Where a record may be that was not read, the destination may not be new at all.
    const isNew = state === undefined && input.session.knows(destination.name);
    return isNew ? { ...work, onboarding: onboardingOf(work) } : work;
  };
  if (input.offline === true) return byGit();
  return enter(destination, async (access) => {
    switch (access.kind) {
      case 'unbound':
        return byGit();
      case 'not_read':
        return unreadable(assess, desired, destination, access.cause, policy);
      case 'reader':
        return refreshDestination(assess, desired, destination, access.reader, state, policy, earlier);
      default:
        return unreachable(access);
    }
  });
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
