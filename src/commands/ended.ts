import type { Problem } from '../diagnostics/problem.ts';
import { fail, type Result } from '../diagnostics/result.ts';

/** 0: done. 1: there is something to look at. 2: it could not run, or not be finished as asked. */
export type ExitCode = 0 | 1 | 2;

/** Why a command ended before it did what it was called for: 2, the call cannot be carried out; 1, something has to be looked at first. */
export type Refused = { readonly exitCode: 1 | 2; readonly problems: readonly Problem[] };

/** What a command found out, with the exit code that it ends with; or why it was refused. */
export type Ended<T> = Result<T & { readonly exitCode: ExitCode }, Refused>;

export function cannotRun(problems: readonly Problem[]): { readonly ok: false; readonly error: Refused } {
  return fail({ exitCode: 2, problems });
}

export function finding(problems: readonly Problem[]): { readonly ok: false; readonly error: Refused } {
  return fail({ exitCode: 1, problems });
}
