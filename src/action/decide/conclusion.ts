import type { Problem } from '../../diagnostics/problem.ts';
import type { Plan } from '../../model/plan.ts';
import type { Outcome } from '../../model/status.ts';
import { findingsExitCode, isFinding, planExitCode, statusExitCode } from '../../report/exit-code.ts';
import type { CheckConclusion } from '../ports.ts';

/** Of a validation: warnings do not fail it. */
export function findingsConclusion(problems: readonly Problem[]): CheckConclusion {
  return findingsExitCode(problems) === 0 ? 'success' : 'failure';
}

/** Of a plan. One that only looks for drift tells what it found and fails nothing. */
export function planConclusion(
  plan: Plan,
  {
    driftOnly,
    insteadOfSync = false,
    found = 0,
  }: {
    readonly driftOnly: boolean;
    readonly insteadOfSync?: boolean;
    /** 1: the files have findings of their own. */
    readonly found?: 0 | 1;
  },
): CheckConclusion {
  if (insteadOfSync) return 'failure';
  const code = planExitCode(plan, { expectNoChanges: driftOnly }) === 0 ? found : 1;
  if (code === 0) return 'success';
  return driftOnly ? 'neutral' : 'failure';
}

/** Of a sync, from every single outcome: never green with a failure in it, nor with something left undone. */
export function statusConclusion(outcomes: readonly Outcome[], found: 0 | 1 = 0): CheckConclusion {
  if (statusExitCode(outcomes) === 0) return found === 0 ? 'success' : 'failure';
  const stoppedAlone = outcomes
    .filter(isFinding)
    .every(({ status, reason }) => status !== 'failed' && (reason === 'not_reached' || reason === 'superseded'));
  return stoppedAlone ? 'cancelled' : 'failure';
}
