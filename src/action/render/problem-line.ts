import { printableInLog } from '../../diagnostics/printable.ts';
import type { Problem } from '../../diagnostics/problem.ts';

/** A problem of the run as a whole, in a line of the log: it may quote a name that others chose. */
export function problemLine({ message, hint }: Problem): string {
  return printableInLog(hint === undefined ? message : `${message} (${hint})`);
}
