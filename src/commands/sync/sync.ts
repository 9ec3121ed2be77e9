import type { Problem } from '../../diagnostics/problem.ts';
import { ok, type Result } from '../../diagnostics/result.ts';
import { randomIngress } from '../../engine/push/assess/content.ts';
import { pushEngine } from '../../engine/push/engine.ts';
import type { Tenants } from '../../keys/tenants.ts';
import type { Plan } from '../../model/plan.ts';
import type { Pruned } from '../../model/pruned.ts';
import type { Outcome } from '../../model/status.ts';
import type { DestinationWork } from '../../plan/destination-work.ts';
import type { Policy } from '../../plan/policy.ts';
import { statusExitCode } from '../../report/exit-code.ts';
import type { SyncReport } from '../../report/sync/sync-report.ts';
import type { Tenant } from '../../tenant/port.ts';
import { type Binding, bind } from '../../trust/bind.ts';
import { earlierVersions } from '../../workspace/earlier-versions.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { couldNotRun, type Ended, finding, type Refused } from '../ended.ts';
import { planDocument } from '../plan-document.ts';
import type { CommandPorts, Progress } from '../ports.ts';
import { refreshAll } from '../refresh.ts';
import { chosenBy, isWhole, type Selection, select, unnarrowedExitCode } from '../select.ts';
import type { Files, ReadSettings } from '../settings.ts';
import { StateSession } from '../state/state-session.ts';
import { checkHead } from '../trust.ts';
import { withTenants } from '../with-tenants.ts';
import { checkCommit, loadPlan, selectionOf } from './approved-plan.ts';
import { type Consent, checkConsent, copiesIn, NO_PLACE_FOR_COPIES, notLookedAt } from './prune.ts';
import { pushPlan } from './push.ts';
import { syncReportOf } from './sync-report.ts';
import { checkWorkTree } from './work-tree.ts';

export type SyncSettings = ReadSettings & {
  /** Push manual-only destinations too. */
  readonly manual: boolean;
  readonly force: boolean;
  /** The file of a plan that was approved: apply exactly this plan; it brings its own selection. */
  readonly planFile?: string;
  /** Delete what is left behind, if exactly this many stories may be. */
  readonly prune?: Consent;
  /**
   * Whether this commit is no longer the head of its branch, where the caller has looked: then everything is planned,
   * nothing is pushed. Whoever has not looked leaves it out.
   */
  readonly superseded?: boolean;
};

export type SyncResult = {
  readonly plan: Plan;
  readonly outcomes: readonly Outcome[];
  /** Stories left behind, and what became of them; empty without `prune`. */
  readonly pruned: readonly Pruned[];
  readonly problems: readonly Problem[];
  /** Those that the report does not tell. */
  readonly unreported: readonly Problem[];
  /** The state that counted is not proven, or what was written is not signed. */
  readonly unsigned: boolean;
  /** The plan as a file. */
  readonly planFile: string;
  readonly report: SyncReport;
  /** The files have findings of their own. */
  readonly found: 0 | 1;
};

export type Hands = {
  readonly progress: Progress;
  /** Finishes what is in flight and leaves the rest as not reached. */
  readonly stop: AbortSignal;
};

/** Plans, then pushes exactly that plan. */
export async function syncCommand(
  world: CommandPorts,
  files: Files,
  settings: SyncSettings,
  hands: Hands,
): Promise<Ended<SyncResult>> {
  const { workspace, problems } = files;
  const { planFile, selectors, trust, superseded } = settings;
  const approved = planFile === undefined ? ok(undefined) : await loadPlan(world, workspace, planFile);
  if (!approved.ok) return couldNotRun([approved.error]);
  const misplaced = superseded === undefined ? checkHead('sync', trust, workspace.head) : undefined;
  if (misplaced) return finding([misplaced]);
  const dirt = checkWorkTree(world, workspace);
  if (dirt?.severity === 'error') return finding([dirt]);
  const other = approved.value && workspace.at !== undefined ? checkCommit(approved.value, workspace.at) : undefined;
  if (other) return couldNotRun([other]);
  const run = { workspace, settings, approved: approved.value };
  const selection = choose(run);
  if (!selection.ok) return couldNotRun(selection.error);
  const synced = await withTenants(world, settings, (tenants) => applyTo(world, run, selection.value, tenants, hands));
  if (!synced.ok) return synced;
  const { stateProblems, traceProblems, unread, ...done } = synced.value;
  const unreported = [...(dirt ? [dirt] : []), ...unread, ...traceProblems];
  const found = unnarrowedExitCode(problems, selectors);
  const report = syncReportOf(workspace, { ...done, stateProblems, interrupted: hands.stop.aborted });
  return ok({
    ...done,
    problems: [...(dirt ? [dirt] : []), ...stateProblems, ...unread, ...traceProblems],
    unreported,
    report,
    found,
    exitCode: statusExitCode(done.outcomes, done.pruned) === 0 ? found : 1,
  });
}

type Run = { readonly workspace: Workspace; readonly settings: SyncSettings; readonly approved: Plan | undefined };

function choose({ workspace, settings, approved }: Run): Result<Selection, readonly Problem[]> {
  const { destinations } = workspace.desired;
  if (approved) return selectionOf(approved, destinations);
  const { absent } = workspace;
  return select(destinations, settings.selectors, { absent, leftBehind: settings.prune !== undefined });
}

type Applied = Pick<SyncResult, 'plan' | 'outcomes' | 'pruned' | 'unsigned' | 'planFile'> & {
  readonly stateProblems: readonly Problem[];
  /** Destinations whose left-behind stories nobody could look at. */
  readonly unread: readonly Problem[];
};

/** Refreshes, asks for the consent that deletions need, applies and records. */
async function applyTo(
  world: CommandPorts,
  { workspace, settings, approved }: Run,
  selection: Selection,
  tenants: Tenants,
  { progress, stop }: Hands,
): Promise<Result<Applied, Refused>> {
  const { trust, concurrency, selectors, prune: asked, superseded = false } = settings;
  const keys = bind(trust);
  const opened = await StateSession.open(world, workspace, { ...settings, remote: 'use' });
  if (!opened.ok) return couldNotRun(opened.error);
  const memory = opened.value;
  if (asked !== undefined && !memory.keepsCopies) return couldNotRun([NO_PLACE_FOR_COPIES, ...memory.problems]);
  const engine = pushEngine({
    tenantOf: (entry) => writerOf(keys, entry, tenants),
    clock: world.clock,
    fresh: randomIngress,
    ...(asked === undefined ? {} : { copies: copiesIn(memory) }),
  });
  const refreshed = await refreshAll({
    assess: engine.assess,
    desired: workspace.desired,
    earlier: earlierVersions(workspace),
    memory,
    tenants,
    policy: policyOf(selection, settings, workspace),
    progress,
    keys,
    concurrency,
    whole: !approved && isWhole(selectors),
  });
  const { plan, work } = refreshed;
  const consent = { work: work.values(), plan, approved, stories: approved ? [] : selectors.stories };
  const refusals = asked === undefined ? [] : checkConsent({ asked, ...consent });
  if (refusals.length > 0) return couldNotRun(refusals);
  const pushed = await pushPlan(world, refreshed, {
    engine,
    memory,
    settings: { keys, approved, superseded, concurrency },
    prune: asked !== undefined,
    progress,
    stop,
  });
  await memory.close();
  const { problems: stateProblems, unsigned } = memory;
  const unread = asked === undefined ? [] : notLookedAt(work.values());
  return ok({ plan, ...pushed, unsigned, planFile: planDocument(plan, memory.seal), stateProblems, unread });
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
