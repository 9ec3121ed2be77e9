import type { ExitCode } from '../../commands/ended.ts';
import type { PlanFindings } from '../../commands/plan-findings.ts';
import type { Problem } from '../../diagnostics/problem.ts';
import type { Diagnosis } from '../../model/diagnosis.ts';
import type { Outcome } from '../../model/status.ts';
import { findingsExitCode, isFinding, outcomesExitCode } from '../../report/exit-code.ts';
import type { CheckConclusion } from '../ports.ts';

/** Of a validation: warnings do not fail it. */
export function findingsConclusion(problems: readonly Problem[]): CheckConclusion {
  return findingsExitCode(problems) === 0 ? 'success' : 'failure';
}

/** Of a plan. One that only looks for drift tells what it found and fails nothing. */
export function planConclusion({ exitCode, clean }: PlanFindings): CheckConclusion {
  if (exitCode !== 0) return 'failure';
  return clean ? 'success' : 'neutral';
}

/** Of a doctor. What nobody could tell it fails nothing, and is no success either. */
export function doctorConclusion({ destinations }: Diagnosis, exitCode: ExitCode): CheckConclusion {
  if (exitCode !== 0) return 'failure';
  return destinations.some(({ result }) => result === 'unknown') ? 'neutral' : 'success';
}

/** Of a sync, from every single outcome: never green with a failure in it, nor with something left undone. */
export function statusConclusion(outcomes: readonly Outcome[], found: 0 | 1 = 0): CheckConclusion {
  if (outcomesExitCode(outcomes) === 0) return found === 0 ? 'success' : 'failure';
  const stoppedAlone = outcomes
    .filter(isFinding)
    .every(({ status, reason }) => status !== 'failed' && (reason === 'not_reached' || reason === 'superseded'));
  return stoppedAlone ? 'cancelled' : 'failure';
}
