import type { Problem } from '../diagnostics/problem.ts';
import { ok, type Result } from '../diagnostics/result.ts';
import type { Readers } from '../keys/tenants.ts';
import type { Plan } from '../model/plan.ts';
import type { Rollout } from '../model/rollout.ts';
import { bind, unboundOf } from '../trust/bind.ts';
import { rolloutInForce } from '../trust/rollout-in-force.ts';
import { earlierVersions } from '../workspace/earlier-versions.ts';
import { todayOf } from '../workspace/surroundings.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { cannotRun, type Ended, type Refused } from './ended.ts';
import { assess } from './engines.ts';
import { budgetsOf } from './forecast/run-budgets.ts';
import { NO_CONSENT } from './native/vendor-source.ts';
import { type Tell, tellPlan } from './notify/tell-plan.ts';
import { withPins } from './pins.ts';
import { planDocument } from './plan-document.ts';
import { type PlanFindings, type PlanPurpose, planFindings } from './plan-findings.ts';
import type { CommandPorts, Progress } from './ports.ts';
import { type RefreshInput, refreshPlan } from './refresh.ts';
import { askedNobody, chooseRun } from './rollout/choose-run.ts';
import { savePlan } from './save-plan.ts';
import { chosenBy, isWhole, type Selection, type Selectors, select } from './select.ts';
import type { Files, ReadSettings } from './settings.ts';
import type { Shard } from './shard/shard.ts';
import { StateSession } from './state/state-session.ts';
import { sayUnbound } from './trust.ts';
import { withReaders } from './with-tenants.ts';

export type PlanSettings = ReadSettings & {
  /** Ask no tenant and no remote: git and recorded state only. */
  readonly offline: boolean;
  readonly purpose: PlanPurpose;
  /** Where the plan is saved to, for a sync to apply it. */
  readonly out?: string;
  /** Somebody is to be told what no plan told before; what was told is recorded. */
  readonly tell?: Tell;
};

export type Planned = {
  readonly plan: Plan;
  /** Of recorded state, and of files that were asked for. */
  readonly problems: readonly Problem[];
  /** The state that counted is signed by nobody. */
  readonly unsigned: boolean;
  /** The plan as a file; written out only where somebody wants it, since it may be larger than all the rest. */
  readonly planFile: () => string;
  /** Nothing is pending, or all that is waits for the rollout: no tenant was asked. */
  readonly askedNobody: boolean;
  /** When state was written last, as an ISO time; undefined when there is none. */
  readonly recordedAt: string | undefined;
};

export type PlanResult = Planned &
  PlanFindings & {
    /** Destinations that no key is used for, with why. */
    readonly unbound: ReadonlyMap<string, string>;
    /** The same for people, where the plan is about them. */
    readonly notAsked: readonly Problem[];
    /** Why the plan is not where it was to be saved. */
    readonly unsaved?: Problem;
  };

/** What a sync would do, without the means to do it: only readers are ever asked for. */
export async function planCommand(
  world: CommandPorts,
  files: Files,
  settings: PlanSettings,
  progress: Progress,
): Promise<Ended<PlanResult>> {
  const { workspace } = files;
  const { selectors, trust, out } = settings;
  const { destinations, origin } = workspace.manifest;
  const { absent, manifest, desired } = workspace;
  const rollout = rolloutInForce(trust, manifest);
  const selection = select(desired.destinations, selectors, { absent, rollout, origin: origin?.tenantUrl });
  if (!selection.ok) return cannotRun(selection.error);
  const chosen = {
    ...selection.value,
    whole: isWhole(selectors),
    pending: selectors.pending ?? false,
    shard: selectors.shard,
  };
  const planned = await withReaders(world, settings, (tenants) =>
    planSelection(world, workspace, { chosen, tenants, rollout }, settings, progress),
  );
  if (!planned.ok) return planned;
  const { plan, planFile, problems, closingProblems } = planned.value;
  const about = new Set(plan.destinations.map(({ name }) => name));
  const unsaved = out === undefined ? undefined : await savePlan(world, out, planFile());
  const findings = planFindings(plan, files.problems, settings);
  return ok({
    ...planned.value,
    problems: [...problems, ...closingProblems],
    unbound: unboundOf(bind(trust), destinations, origin),
    notAsked: sayUnbound(
      trust,
      destinations.filter(({ name }) => about.has(name)),
      origin,
    ),
    ...findings,
    ...(unsaved === undefined ? {} : { unsaved, exitCode: 2 as const }),
  });
}

export type PlanRequest = {
  readonly chosen: Selection &
    Pick<RefreshInput, 'whole'> &
    Pick<Selectors, 'pending'> & { readonly shard?: Shard | undefined };
  readonly tenants: Readers;
  /** What the plan is governed by; undefined asks for one as if there were no rollout. */
  readonly rollout: Rollout | undefined;
};

/** The same for pairs that are chosen already. */
export async function planSelection(
  world: CommandPorts,
  given: Workspace,
  { chosen, tenants, rollout }: PlanRequest,
  settings: Omit<ReadSettings, 'selectors'> & Pick<PlanSettings, 'offline' | 'tell'>,
  progress: Progress,
): Promise<Result<Planned, Refused>> {
  const { refresh, concurrency, offline, trust, readTimeout, tell } = settings;
  const workspace = await withPins(given, trust);
  const budgets = budgetsOf(settings, workspace);
  const opened = await StateSession.open(world, workspace, { ...settings, remote: offline ? 'ignore' : 'use' });
  if (!opened.ok) return cannotRun(opened.error);
  const session = opened.value;
  const { desired, commit } = workspace;
  const policy = { ...chosenBy(chosen), manual: chosen.named, force: false, refresh, commit };
  const run = await chooseRun(session, {
    desired,
    policy,
    rollout,
    pending: chosen.pending ?? false,
    shard: chosen.shard,
    clock: world.clock,
  });
  const earlier = earlierVersions(workspace);
  const limits = { readTimeout };
  const reading = { keys: bind(trust), earlier, offline, concurrency, whole: chosen.whole, clock: world.clock, limits };
  const fleetHeld = workspace.manifest.hold !== undefined;
  const native = { consent: NO_CONSENT, rollout: rollout !== undefined, forecast: true, fleetHeld };
  const plan = await refreshPlan({ desired, assess, session, tenants, progress, native, ...reading, ...run, budgets });
  if (tell) await tellPlan(plan, desired, session, { tell, today: todayOf(world) });
  await session.close();
  const { problems, unsigned } = session;
  const planFile = () => planDocument(plan, session.seal);
  const recordedAt = await session.writtenAt();
  return ok({ plan, planFile, problems, unsigned, askedNobody: askedNobody(run), recordedAt });
}
