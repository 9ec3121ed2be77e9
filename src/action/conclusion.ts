import type { Problem } from '../diagnostics/problem.ts';
import type { Plan } from '../model/plan.ts';
import type { Outcome } from '../model/status.ts';
import { findingsExitCode, isFinding, planExitCode, statusExitCode } from '../report/exit-code.ts';
import type { CheckConclusion } from './ports.ts';

/** Of a validation: warnings do not fail it. */
export function findingsConclusion(problems: readonly Problem[]): CheckConclusion {
  return findingsExitCode(problems) === 0 ? 'success' : 'failure';
}

/** Of a plan. One that only looks for drift tells what it found and fails nothing. */
export function planConclusion(
  plan: Plan,
  { driftOnly, insteadOfSync = false }: { readonly driftOnly: boolean; readonly insteadOfSync?: boolean },
): CheckConclusion {
  if (insteadOfSync) return 'failure';
  if (driftOnly) return planExitCode(plan, { expectNoChanges: true }) === 0 ? 'success' : 'neutral';
  return planExitCode(plan, { expectNoChanges: false }) === 0 ? 'success' : 'failure';
}

/** Of a sync, from every single outcome: never green with a failure in it, nor with something left undone. */
export function statusConclusion(outcomes: readonly Outcome[]): CheckConclusion {
  if (statusExitCode(outcomes) === 0) return 'success';
  const stoppedAlone = outcomes
    .filter(isFinding)
    .every(({ status, reason }) => status !== 'failed' && (reason === 'not_reached' || reason === 'superseded'));
  return stoppedAlone ? 'cancelled' : 'failure';
}
