import type { Problem } from '../diagnostics/problem.ts';
import type { Plan } from '../model/plan.ts';
import { planExitCode } from '../report/exit-code.ts';
import type { ExitCode } from './ended.ts';
import { type Selectors, unnarrowedExitCode } from './select.ts';

/** What the plan is for, which decides when it is a finding. */
export type PlanPurpose =
  | 'review'
  /** What is to be pushed is a finding. */
  | 'expect_no_changes'
  /** Tells what differs, and fails nobody. */
  | 'drift'
  /** A sync was wanted and may not be. */
  | 'instead_of_sync';

export type PlanFindings = {
  /** Nothing is blocked or invalid; where that was the question, nothing is to be pushed either. */
  readonly clean: boolean;
  readonly exitCode: ExitCode;
};

/** How a plan ends; `problems` are those of the files that it was made from. */
export function planFindings(
  plan: Plan,
  problems: readonly Problem[],
  { purpose, selectors }: { readonly purpose: PlanPurpose; readonly selectors: Selectors },
): PlanFindings {
  const expectNoChanges = purpose === 'expect_no_changes' || purpose === 'drift';
  const clean = planExitCode(plan, { expectNoChanges }) === 0 && unnarrowedExitCode(problems, selectors) === 0;
  if (purpose === 'drift') return { clean, exitCode: 0 };
  return { clean, exitCode: purpose === 'instead_of_sync' || !clean ? 1 : 0 };
}
