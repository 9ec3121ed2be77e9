import type { Problem } from '../../diagnostics/problem.ts';
import { ok, type Result } from '../../diagnostics/result.ts';
import type { WireStatus } from '../../documents/status/status-schema.ts';
import type { Change } from '../../model/change/change.ts';
import type { Plan } from '../../model/plan.ts';
import type { Pruned, PrunedNative } from '../../model/pruned.ts';
import type { Outcome } from '../../model/status.ts';
import { outcomesExitCode } from '../../report/exit-code.ts';
import type { SyncReport } from '../../report/sync/sync-report.ts';
import { rolloutInForce } from '../../trust/rollout-in-force.ts';
import { manifestInGit } from '../../workspace/layout.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { cannotRun, type Ended, finding } from '../ended.ts';
import { checkNames } from '../native/check-names.ts';
import { withPins } from '../pins.ts';
import type { CommandPorts } from '../ports.ts';
import { statusDocument } from '../report/status-document.ts';
import { type Selection, type Selectors, select, unnarrowedExitCode } from '../select.ts';
import type { Files } from '../settings.ts';
import { jobRunOf } from '../shard/job-run.ts';
import { shardText } from '../shard/shard.ts';
import { checkHead } from '../trust.ts';
import { withTenants } from '../with-tenants.ts';
import { checkCommit, selectionOf } from './approved-plan.ts';
import { checkMerged } from './check-merged.ts';
import { loadPlan } from './load-plan.ts';
import { refreshAndApply } from './refresh-and-apply.ts';
import type { Hands, SyncRun, SyncSettings } from './settings.ts';
import { syncReportOf } from './sync-report.ts';
import { checkWorkTree } from './work-tree.ts';

export type SyncResult = {
  readonly plan: Plan;
  readonly outcomes: readonly Outcome[];
  /** Stories left behind, and what became of them; empty without `prune`. */
  readonly pruned: readonly Pruned[];
  /** The same of the vendor's sync destinations. */
  readonly prunedNative: readonly PrunedNative[];
  readonly problems: readonly Problem[];
  /** Those that the report does not tell. */
  readonly unreported: readonly Problem[];
  /** The state that counted is not proven, or what was written is not signed. */
  readonly unsigned: boolean;
  /** Nothing is pending, or all that is waits for the rollout: no tenant was asked, and nothing is new. */
  readonly askedNobody: boolean;
  /** Whose state the run changed; empty unless that was asked for. */
  readonly changes: readonly Change[];
  /** The plan as a file. */
  readonly planFile: () => string;
  readonly report: SyncReport;
  /** The same as a document. */
  readonly status: WireStatus;
  /** The files have findings of their own. */
  readonly found: 0 | 1;
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
  if (!approved.ok) return cannotRun([approved.error]);
  const misplaced = superseded === undefined ? checkHead('sync', trust, workspace.head) : undefined;
  if (misplaced) return finding([misplaced]);
  const unmerged = await checkMerged(workspace, trust);
  if (unmerged) return finding([unmerged]);
  const dirt = checkWorkTree(world, workspace);
  if (dirt?.severity === 'error') return finding([dirt]);
  const other = approved.value && workspace.at !== undefined ? checkCommit(approved.value, workspace.at) : undefined;
  if (other) return cannotRun([other]);
  const run = { workspace: await withPins(workspace, trust), settings, approved: approved.value };
  const selection = choose(run);
  if (!selection.ok) return cannotRun(selection.error);
  const strays = checkNames(settings.consent, selection.value);
  if (strays.length > 0) return cannotRun(strays);
  const synced = await withTenants(
    world,
    settings,
    (tenants) => refreshAndApply(world, run, selection.value, tenants, hands),
    hands.stop,
  );
  if (!synced.ok) return synced;
  const { stateProblems, closingProblems, unread, rollout, seal, ...done } = synced.value;
  const unreported = [...(dirt ? [dirt] : []), ...unread, ...closingProblems];
  const found = unnarrowedExitCode(problems, selectors);
  const report = syncReportOf(workspace, {
    ...done,
    stateProblems,
    ...(rollout ? { rollout } : {}),
    ...shardRunOf(world, workspace, selectors, done.changes),
    interrupted: hands.stop.aborted || done.outcomes.some(isCutShort),
  });
  return ok({
    ...done,
    problems: [...(dirt ? [dirt] : []), ...stateProblems, ...unread, ...closingProblems],
    unreported,
    report,
    status: statusDocument(report, seal),
    found,
    exitCode: outcomesExitCode(done.outcomes, [...done.pruned, ...done.prunedNative]) === 0 ? found : 1,
  });
}

/** What the report of all shards goes by; nothing of a run that is about the whole fleet. */
function shardRunOf(
  { environment, clock }: CommandPorts,
  { layout }: Workspace,
  { shard }: Selectors,
  changes: readonly Change[],
): Pick<SyncReport, 'shard' | 'shardRun'> {
  if (shard === undefined) return {};
  const run = { manifest: manifestInGit(layout), job: jobRunOf(environment), at: clock.now().toISOString(), changes };
  return { shard: shardText(shard), shardRun: run };
}

/** Reading has its share of the time, and ended with it. */
function isCutShort({ fact }: Outcome): boolean {
  return fact?.kind === 'interrupted';
}

function choose({ workspace, settings, approved }: SyncRun): Result<Selection, readonly Problem[]> {
  const { destinations } = workspace.desired;
  if (approved) return selectionOf(approved, destinations);
  const { absent, manifest } = workspace;
  const rollout = rolloutInForce(settings.trust, manifest);
  const leftBehind = settings.prune !== undefined;
  return select(destinations, settings.selectors, { absent, leftBehind, rollout, origin: manifest.origin?.tenantUrl });
}
