import { access, constants, writeFile } from 'node:fs/promises';
import { trimMiddle } from './trim.ts';

/** GitHub drops a summary above 1 MiB; a little below, for line ends. */
const LIMIT = 1_048_576 - 1024;

/** The report as it fits into the job summary. */
export function jobSummary(markdown: string, notes: readonly string[] = []): string {
  const text = [...notes, markdown].join('\n\n');
  return trimMiddle(text, LIMIT, '*Cut here; the totals are exact, and the files of this run have everything.*');
}

/** Shows it on the page of the run; whether that worked. It never changes the result. */
export async function writeJobSummary(text: string): Promise<boolean> {
  try {
    const file = process.env.GITHUB_STEP_SUMMARY ?? '';
    await access(file, constants.W_OK);
    await writeFile(file, text);
    return true;
  } catch {
    // No such file, or none allowed: the log has the report as well.
    return false;
  }
}
