import type { Problem } from '../../diagnostics/problem.ts';

/** A problem of the run as a whole, in a line of the log. */
export function problemLine({ message, hint }: Problem): string {
  return hint === undefined ? message : `${message} (${hint})`;
}
