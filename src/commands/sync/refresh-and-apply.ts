import type { Problem } from '../../diagnostics/problem.ts';
import { ok, type Result } from '../../diagnostics/result.ts';
import { randomIngress } from '../../engine/push/assess/content.ts';
import { isBeyond } from '../../forecast/duration.ts';
import { readersOf, type Tenants } from '../../keys/tenants.ts';
import type { Change } from '../../model/change/change.ts';
import type { Plan } from '../../model/plan.ts';
import type { PrunedNative } from '../../model/pruned.ts';
import type { DestinationWork } from '../../plan/destination-work.ts';
import type { Policy } from '../../plan/policy.ts';
import type { RolloutReport } from '../../report/sync/sync-report.ts';
import type { Seal } from '../../state/envelope.ts';
import type { Tenant } from '../../tenant/port.ts';
import { type Binding, bind } from '../../trust/bind.ts';
import { rolloutInForce } from '../../trust/rollout-in-force.ts';
import { earlierVersions } from '../../workspace/earlier-versions.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { cannotRun, finding, type Refused } from '../ended.ts';
import { engineFor } from '../engines.ts';
import { budgetsOf } from '../forecast/run-budgets.ts';
import { worstFirst } from '../forecast/worst-first.ts';
import { idleConsent } from '../native/check-names.ts';
import { nativePorts } from '../native/native-ports.ts';
import { NO_CONSENT } from '../native/vendor-source.ts';
import { SyncChanges } from '../notify/sync-changes.ts';
import { planDocument } from '../plan-document.ts';
import type { CommandPorts } from '../ports.ts';
import { type RefreshInput, refreshAll } from '../refresh.ts';
import { askedNobody, chooseRun } from '../rollout/choose-run.ts';
import { chosenBy, isWhole, type Selection } from '../select.ts';
import { StateSession } from '../state/state-session.ts';
import { type AppliedPlan, applyRefreshed } from './apply-plan.ts';
import { openLeases } from './open-leases.ts';
import { checkOverride } from './override.ts';
import { planningAnew } from './plan-anew.ts';
import { checkConsent, copiesIn, NO_PLACE_FOR_COPIES, notLookedAt } from './prune.ts';
import { pruneVendor } from './prune-vendor.ts';
import { openGate, rolloutOptions } from './rollout-run.ts';
import type { Hands, SyncRun, SyncSettings } from './settings.ts';

export type AppliedRun = AppliedPlan & {
  /** What became of the vendor's sync destinations that the manifest does not have; empty without `prune`. */
  readonly prunedNative: readonly PrunedNative[];
  readonly plan: Plan;
  /** The plan as a file; written out only where somebody wants it. */
  readonly planFile: () => string;
  /** What signs documents of this run. */
  readonly seal: Seal | undefined;
  /** The state that counted is not proven, or what was written is not signed. */
  readonly unsigned: boolean;
  readonly stateProblems: readonly Problem[];
  readonly vendorIds: ReadonlyMap<string, number>;
  /** Where the rollout stands; there exactly when the manifest has one. */
  readonly rollout?: RolloutReport;
  /** Nothing is pending, or all that is waits for the rollout: no tenant was asked, and nothing is new. */
  readonly askedNobody: boolean;
  /** Whose state the run changed; empty where nobody wants to know. */
  readonly changes: readonly Change[];
  /** Destinations whose left-behind stories nobody could look at, and flags that had no use. */
  readonly unread: readonly Problem[];
};

/** Refreshes, asks for the consent that deletions need, applies and records. */
export async function refreshAndApply(
  world: CommandPorts,
  { workspace, settings, approved }: SyncRun,
  selection: Selection,
  tenants: Tenants,
  { progress, stop }: Hands,
): Promise<Result<AppliedRun, Refused>> {
  const { trust, concurrency, selectors, prune: asked, superseded = false, readTimeout, timeBudget } = settings;
  const { isOvertaken = async () => superseded, pollTimeout, consent: agreed } = settings;
  const begun = world.clock.elapsed();
  const keys = bind(trust);
  const opened = await StateSession.open(world, workspace, { ...settings, remote: 'use' });
  if (!opened.ok) return cannotRun(opened.error);
  const session = opened.value;
  if (asked !== undefined && !session.keepsCopies) return cannotRun([NO_PLACE_FOR_COPIES, ...session.problems]);
  const policy = policyOf(selection, settings, workspace);
  const native = nativePorts({ origin: workspace.manifest.origin, keys, tenants, clock: world.clock, pollTimeout });
  const engine = engineFor(
    {
      tenantOf: (entry) => writerOf(keys, entry, tenants),
      clock: world.clock,
      fresh: randomIngress,
      ...(session.keepsCopies ? { copies: copiesIn(session) } : {}),
      prune: asked !== undefined,
    },
    native,
  );
  const run = await chooseRun(session, {
    desired: workspace.desired,
    policy,
    rollout: rolloutInForce(trust, workspace.manifest),
    options: rolloutOptions(settings, approved),
    pending: selectors.pending ?? false,
    shard: selectors.shard,
    clock: world.clock,
  });
  const refresh: RefreshInput = {
    assess: engine.assess,
    desired: workspace.desired,
    earlier: earlierVersions(workspace),
    session,
    tenants: readersOf(tenants),
    ...run,
    progress,
    keys,
    concurrency,
    whole: approved ? agreesToVendor(settings, approved) : isWhole(selectors),
    clock: world.clock,
    native: {
      consent: agreed ?? NO_CONSENT,
      rollout: run.rollout !== undefined,
      fleetHeld: workspace.manifest.hold !== undefined,
    },
    limits: { readTimeout, ...(timeBudget === undefined ? {} : { timeBudget }) },
    budgets: budgetsOf(settings, workspace),
    stop,
  };
  const refreshed = await refreshAll(refresh);
  const { plan, work } = refreshed;
  const other = settings.override && checkOverride(settings.override, plan);
  if (other) return finding([other]);
  const copies = settings.pruneStories;
  const unseen = refreshed.vendorOrphans === undefined ? refreshed.goneNative.map(({ name }) => name) : [];
  const consent = { work: work.values(), plan, approved, copies, unseen, stories: approved ? [] : selectors.stories };
  const refusals = asked === undefined ? [] : checkConsent({ asked, ...consent });
  if (refusals.length > 0) return cannotRun(refusals);
  const rollout = await openGate(refreshed, settings, session, world.clock);
  const left = timeBudget === undefined ? undefined : Math.max(0, timeBudget - (world.clock.elapsed() - begun));
  const foretold = superseded ? undefined : plan.forecast;
  const short = foretold && left !== undefined && isBeyond(foretold, left) ? left : undefined;
  if (foretold) progress.forecast?.(foretold, short);
  const waves = short === undefined ? rollout.waves : worstFirst(rollout.waves, refreshed, world.clock);
  const leases = await openLeases(world, workspace, settings, session, progress);
  const { policy: asks, rollout: ringsAsked } = run;
  const start = { desired: workspace.desired, selected: asks.selected, states: refreshed.states, rollout: ringsAsked };
  // What a shard changes is told by the report of all of them.
  const noting = (settings.noteChanges || selectors.shard !== undefined) && !superseded;
  const changes = noting ? new SyncChanges({ ...start, now: world.clock.now() }) : undefined;
  const holdBack = { keys, approved, superseded, origin: workspace.manifest.origin };
  let pushed: AppliedPlan;
  let prunedNative: readonly PrunedNative[] = [];
  try {
    pushed = await applyRefreshed(world, refreshed, {
      engine,
      session,
      leases,
      rollout: { ...rollout, waves },
      planAnew: planningAnew({ refresh, session, settings: holdBack, work, isOvertaken }),
      settings: { ...holdBack, concurrency },
      prune: asked !== undefined,
      ...(changes ? { onRecorded: (turn) => changes.recorded(turn) } : {}),
      progress,
      stop,
    });
    if (asked !== undefined) {
      const { vendorOrphans: orphans = [] } = refreshed;
      const isOld = async (): Promise<boolean> => superseded || (await isOvertaken());
      const hands = { session, leases, gate: rollout.gate, isOvertaken: isOld, stop };
      prunedNative = await pruneVendor({ orphans, deleteCopies: copies !== undefined, ports: native, ...hands });
    }
    await session.close();
  } finally {
    // Last: whoever gets a lease next is to find what was recorded under it.
    await leases.close();
  }
  const { unsigned, vendorIds } = session;
  const stateProblems = [...session.problems, ...leases.problems];
  const reported = rollout.report(pushed.outcomes);
  const unread = [...(asked === undefined ? [] : notLookedAt(work.values(), unseen)), ...idleConsent(agreed, work)];
  return ok({
    plan,
    ...pushed,
    prunedNative,
    ...reported,
    unsigned,
    vendorIds,
    planFile: () => planDocument(plan, session.seal),
    seal: session.seal,
    stateProblems,
    askedNobody: askedNobody(run),
    changes: changes?.all(pushed.outcomes, reported.rollout) ?? [],
    unread,
  });
}

/** What a plan says of the vendor's left-behind, it says of the whole fleet. */
function agreesToVendor({ prune }: SyncSettings, { leftBehindNative = [] }: Plan): boolean {
  return prune !== undefined && leftBehindNative.length > 0;
}

function policyOf(selection: Selection, settings: SyncSettings, workspace: Workspace): Policy {
  return {
    ...chosenBy(selection),
    manual: settings.manual ? 'all' : selection.named,
    force: settings.force,
    refresh: settings.refresh,
    prune: settings.prune !== undefined,
    commit: workspace.commit,
  };
}

/** Its key was given when the destination was read; without one nothing is pushed there. */
async function writerOf(keys: Binding, { destination }: DestinationWork, tenants: Tenants): Promise<Tenant> {
  const use = keys.of(destination);
  const tenant = use.ok ? await tenants.writer(use.value) : use;
  if (!tenant.ok) throw new Error(`Internal error: ${destination.name} was read without a key`);
  return tenant.value;
}
