import pLimit from 'p-limit';
import { unreachable } from '../diagnostics/result.ts';
import { withDigest } from '../documents/plan/plan-json.ts';
import { describeVendorOrphan } from '../engine/native/describe-native.ts';
import type { VendorOrphan } from '../engine/native/left-behind.ts';
import { isNativeWork, type NativeWork } from '../engine/native/native-work.ts';
import { offlineNative } from '../engine/native/offline-native.ts';
import { altering } from '../engine/native/plan-native.ts';
import { afterRelease, heldBy } from '../engine/native/release-push.ts';
import type { RunBudgets } from '../forecast/forecast-plan.ts';
import type { Desired } from '../model/desired.ts';
import type { Destination } from '../model/destination.ts';
import type { DestinationState } from '../model/destination-state.ts';
import type { Plan, PlanContent } from '../model/plan.ts';
import { findBroken, waitsForFiles } from '../plan/broken-stories.ts';
import type { Assess, DestinationWork } from '../plan/destination-work.ts';
import { onboardingOf } from '../plan/onboarding.ts';
import type { RecordedDestination } from '../plan/orphans/orphan-destinations.ts';
import type { WaitingPairs } from '../plan/pending.ts';
import { assemble, assemblePlan, describeDestination, type Planning } from '../plan/plan.ts';
import type { Policy } from '../plan/policy.ts';
import { type EarlierReader, offline, refreshDestination, unreadable } from '../refresh/refresh.ts';
import { type FleetPart, fleetParts } from '../rollout/fleet.ts';
import { gateWork } from '../rollout/gate-plan.ts';
import { whyUnbound } from '../trust/bind.ts';
import { WorkMeter } from './forecast/work-meter.ts';
import { foundLine } from './found-line.ts';
import { lookNative } from './native/look-native.ts';
import { type NativeOptions, VendorSource } from './native/vendor-source.ts';
import { ReadingTime } from './reading-time.ts';
import {
  type Governed,
  govern,
  governPlan,
  keepWaiting,
  type RolloutQuestion,
  takeOverWhole,
} from './rollout/govern.ts';
import type { StateSession } from './state/state-session.ts';
import { type Enter, type Visits, visitEach } from './visit.ts';

export type Refreshed = Planning & {
  readonly plan: Plan;
  readonly states: ReadonlyMap<string, DestinationState>;
  /** Where there is a rollout. */
  readonly governed?: Governed;
  /** What the vendor has and the manifest does not; undefined where its list was not read. */
  readonly vendorOrphans: readonly VendorOrphan[] | undefined;
  /** Of the destinations that the manifest no longer has, those that the vendor served. */
  readonly goneNative: readonly RecordedDestination[];
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
  readonly native: NativeOptions;
  /** What applying it is allowed, where a forecast of that is wanted. */
  readonly budgets?: RunBudgets;
};

/** State files read side by side. */
const READS = 16;

/** Reads every chosen destination side by side and plans it. Nothing on this path can write. */
export async function refreshAll(input: RefreshInput): Promise<Refreshed> {
  const states = new Map<string, DestinationState>();
  const partOf = partsOf(input);
  const parts: FleetPart[] = [];
  const meter = new WorkMeter(input);
  const work = await refreshEach(input, (assessed, state) => {
    if (state) states.set(assessed.destination.name, state);
    parts.push(...partOf(assessed, state));
    return meter.measure(assessed);
  });
  const { assessed, gone, vendorOrphans } = work;
  const orphansNative = vendorOrphans?.map(describeVendorOrphan);
  const { plan, ...planning } = assemble(
    input.desired.manifestFile,
    input.policy.commit,
    assessed,
    gone,
    orphansNative,
  );
  const governed = governedBy(input, parts, plan);
  return {
    work: governed ? gateEach(planning.work, governed.decision) : planning.work,
    plan: meter.forecast(withDigest(governPlan(plan, governed))),
    states,
    ...(governed ? { governed } : {}),
    vendorOrphans,
    goneNative: gone.filter(wasNative),
  };
}

/** The same for the plan alone. What was read is forgotten with each destination: all of it may not fit into memory. */
export async function refreshPlan(input: RefreshInput): Promise<Plan> {
  const partOf = partsOf(input);
  const parts: FleetPart[] = [];
  const meter = new WorkMeter(input);
  const described = await refreshEach(input, (assessed, state) => {
    parts.push(...partOf(assessed, state));
    return describeDestination(meter.measure(assessed));
  });
  const { assessed, gone, vendorOrphans } = described;
  const orphansNative = vendorOrphans?.map(describeVendorOrphan);
  const plan = assemblePlan(input.desired.manifestFile, input.policy.commit, assessed, gone, orphansNative);
  return meter.forecast(withDigest(governPlan(plan, governedBy(input, parts, plan))));
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
function governedBy(
  { rollout, clock, unasked }: RefreshInput,
  parts: readonly FleetPart[],
  { destinations }: PlanContent,
): Governed | undefined {
  const governed = rollout && govern(rollout, parts, clock.now().getTime());
  if (!governed) return undefined;
  return takeOverWhole(unasked ? keepWaiting(governed, unasked) : governed, destinations);
}

function gateEach(work: Planning['work'], decision: Governed['decision']): Planning['work'] {
  return new Map([...work].map(([name, each]) => [name, afterGate(gateWork(each, decision))]));
}

/** A run that was narrowed says nothing of what it was not asked about. */
async function orphansOf({ desired, session, whole }: RefreshInput): Promise<readonly RecordedDestination[]> {
  return whole ? session.orphans(desired.destinations.map(({ name }) => name)) : [];
}

export type Assessed<T> = {
  readonly assessed: readonly T[];
  /** What state has of destinations that the manifest does not have. */
  readonly gone: readonly RecordedDestination[];
  /** What the vendor has and the manifest does not; undefined where the vendor was not asked. */
  readonly vendorOrphans?: readonly VendorOrphan[] | undefined;
};

function wasNative({ state }: RecordedDestination): boolean {
  return (state.native?.vendorId ?? null) !== null;
}

/** The same for whatever is to be kept of each destination, and nothing else. */
export async function refreshEach<T>(
  input: RefreshInput,
  keep: (assessed: DestinationWork, state: DestinationState | undefined) => T,
): Promise<Assessed<T>> {
  const { desired, policy, session, unasked = new Set(), clock, limits, stop } = input;
  const chosen = desired.destinations.filter(({ name }) => policy.selected.has(name));
  const visited = chosen.filter(({ name }) => !unasked.has(name));
  const told = await pLimit(READS).map(
    chosen.filter(({ name }) => unasked.has(name)),
    async (destination) => {
      const state = await readState(session, destination);
      return keep(fromRecord(destination, state, input), state);
    },
  );
  const gone = await orphansOf(input);
  // One that the manifest no longer has is told of also where no destination asks the vendor any more.
  const asksVendor = input.offline !== true && gone.some(wasNative);
  if (visited.length === 0 && !asksVendor) return { assessed: told, gone };
  const time = new ReadingTime(clock, limits, stop);
  const vendor = new VendorSource({ ...input, gone }, () => time.ofOne());
  const natives: NativeWork[] = [];
  try {
    const looked = await visitEach(visited, input, async (destination, enter) => {
      const state = await readState(session, destination);
      const assessed = await look(destination, state, { ...input, vendor }, enter);
      if (isNativeWork(assessed)) natives.push(assessed);
      return { result: keep(assessed, state), line: foundLine(assessed) };
    });
    if (asksVendor) await vendor.planner();
    const planner = await vendor.told();
    const vendorOrphans = planner && (input.whole ? planner.leftBehind(natives) : []);
    return { assessed: [...told, ...looked], gone, vendorOrphans };
  } finally {
    time.close();
  }
}

/** One that the vendor serves may be recorded under its former address. */
function readState(session: StateSession, destination: Destination): Promise<DestinationState | undefined> {
  return destination.engine === 'native' ? session.readNative(destination) : session.read(destination);
}

/** All that is due there waits, which recorded state tells: that nobody looked at the tenant is not worth a warning. */
function fromRecord(
  destination: Destination,
  state: DestinationState | undefined,
  { desired, policy, assess }: RefreshInput,
): DestinationWork {
  const { stories, ...work } = unlooked({ desired, policy, assess }, destination, state);
  const quiet = stories.map((story) => {
    const warnings = story.planned.warnings.filter(({ kind }) => kind !== 'not_compared');
    return { ...story, planned: { ...story.planned, warnings } };
  });
  return { ...work, stories: quiet };
}

function unlooked(
  { desired, policy, assess }: Pick<RefreshInput, 'desired' | 'policy' | 'assess'>,
  destination: Destination,
  state: DestinationState | undefined,
): DestinationWork {
  if (destination.engine === 'native') return offlineNative(desired, destination, state, policy);
  return offline(assess, desired, destination, state, policy);
}

async function look(
  destination: Destination,
  state: DestinationState | undefined,
  { desired, policy, earlier, assess, vendor, ...input }: RefreshInput & { readonly vendor: VendorSource },
  enter: Enter,
): Promise<DestinationWork> {
  const broken = findBroken(desired, destination);
  if (broken.length > 0) return unreadable(assess, desired, destination, waitsForFiles(broken), policy);
  const byGit = (): DestinationWork => {
    const work = unlooked({ desired, policy, assess }, destination, state);
    // Where a record may be that was not read, the destination may not be new at all.
    const isNew = state === undefined && input.session.knows(destination.name);
    return isNew ? { ...work, onboarding: onboardingOf(work) } : work;
  };
  if (input.offline === true) return byGit();
  if (destination.engine === 'native') {
    const why = whyUnbound(input.keys, destination, desired.origin);
    const planner = why === undefined ? await vendor.planner() : undefined;
    if (planner === undefined) return byGit();
    const { forecast = false } = input.native;
    return lookNative(destination, state, { desired, policy, assess, planner, enter, forecast });
  }
  return enter(destination, async (access) => {
    const readFrom = input.clock.elapsed();
    switch (access.kind) {
      case 'unbound':
        return byGit();
      case 'not_read':
        return unreadable(assess, desired, destination, access.cause, policy);
      case 'reader':
        return withRelease(
          {
            ...(await refreshDestination(assess, desired, destination, access.reader, state, policy, earlier)),
            readFrom,
          },
          state,
          vendor,
          { desired, policy, native: input.native },
        );
      default:
        return unreachable(access);
    }
  });
}

/** A destination of the push that the vendor may keep: asked where some destination of the run, a record, or a person speaks of the vendor. */
async function withRelease(
  work: DestinationWork,
  state: DestinationState | undefined,
  vendor: VendorSource,
  { desired, policy, native }: Pick<RefreshInput, 'desired' | 'policy' | 'native'>,
): Promise<DestinationWork> {
  const { destination } = work;
  const isRecorded = (state?.native?.vendorId ?? null) !== null;
  const isNear = desired.destinations.some(({ engine, name }) => engine === 'native' && policy.selected.has(name));
  const isNamed = native.consent.takeover.has(destination.name);
  if (!isRecorded && !isNear && !isNamed) return afterRelease(work, undefined, state);
  const unread = await vendor.unread();
  // Whom nothing proven ties to the vendor is not kept waiting by what only a tenant owner can read.
  if (unread !== undefined) return isNamed || (isRecorded && state?.proven) ? heldBy(work, unread) : work;
  return afterRelease(work, (await vendor.planner())?.releaseOf(destination), state);
}

function afterGate(work: DestinationWork): DestinationWork {
  return isNativeWork(work) ? altering(work) : work;
}
