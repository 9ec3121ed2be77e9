import type { Problem } from '../diagnostics/problem.ts';
import type { Diagnosis } from '../model/diagnosis.ts';
import type { Plan } from '../model/plan.ts';
import type { Pruned, PrunedNative } from '../model/pruned.ts';
import type { Outcome, Reason } from '../model/status.ts';
import { nativeWrites } from './native-writes.ts';
import { tally } from './reason-words.ts';

/** 0: done. 1: findings. 2 means that the command could not run: it is given where that is known (commands/ended.ts). */
export type ReportExitCode = 0 | 1;

/** A plan finds something when a story is blocked or halted, or when changes were not expected. What waits is none. */
export function planExitCode(plan: Plan, options: { readonly expectNoChanges: boolean }): ReportExitCode {
  const totals = tally(plan.destinations);
  if (totals.blocked > 0) return 1;
  const halted = plan.destinations.some(({ stories }) =>
    stories.some(({ waits, reason }) => waits && isReasonToFail(reason)),
  );
  if (halted) return 1;
  const atVendor = plan.destinations.some((each) => nativeWrites(each).length > 0);
  return options.expectNoChanges && (totals.create + totals.update > 0 || atVendor) ? 1 : 0;
}

/** Whether a story that waits for a sync for this reason is a finding, or waits because somebody wants it to. */
const IS_FINDING: { readonly [reason in Reason]: boolean } = {
  new: false,
  content_changed: false,
  drift: false,
  renamed: false,
  recreated: false,
  forced: false,
  detached: false,
  manual_sync_only: false,
  awaiting_approval: false,
  awaiting_ring: false,
  outside_window: false,
  held: false,
  pinned: false,
  not_ours: true,
  ambiguous_name: true,
  missing_prerequisite: true,
  change_control: true,
  ingress_ambiguous: true,
  missing_key: true,
  unauthorized: true,
  unreachable: true,
  unreadable: true,
  rejected: true,
  verify_failed: true,
  plan_stale: true,
  superseded: true,
  halted: true,
  not_reached: true,
  internal: true,
};

/** Derived from every single outcome: a run with one failure in it is not a success. */
export function outcomesExitCode(
  outcomes: readonly Outcome[],
  pruned: readonly (Pruned | PrunedNative)[] = [],
): ReportExitCode {
  return outcomes.some(isFinding) || pruned.some(({ consented, deleted }) => consented && !deleted) ? 1 : 0;
}

/** Whether this pair makes the run end with 1: it failed, or it waits for a reason that nobody chose. */
export function isFinding({ status, reason }: Pick<Outcome, 'status' | 'reason'>): boolean {
  if (status === 'synced') return false;
  return status === 'failed' || isReasonToFail(reason);
}

function isReasonToFail(reason: Reason | null): boolean {
  return reason !== null && IS_FINDING[reason];
}

/** A doctor finds something when a push would fail. What is not known fails nobody. */
export function diagnosisExitCode({ destinations, run }: Diagnosis): ReportExitCode {
  return [...destinations, ...run].some(({ result }) => result === 'fails') ? 1 : 0;
}

/** Warnings are no finding. */
export function findingsExitCode(problems: readonly Problem[]): ReportExitCode {
  return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}
