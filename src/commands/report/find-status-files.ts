import type { Problem } from '../../diagnostics/problem.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import { matchFiles, readMatchedFile } from '../../files/matching-files.ts';
import { MOST_SHARDS } from '../shard/shard.ts';
import { notCounted, type ReportedRun, readShardFile, type ShardFile } from './status-file.ts';

/** Each shard may have been tried a few times. */
const MOST_FILES = 4 * MOST_SHARDS;
/** Of all files together; 50,000 pairs take about 40 MB. */
const MOST_BYTES = 256 * 1024 * 1024;
const MOST_BYTES_OF_ONE = 50 * 1024 * 1024;

export type FoundFiles = { readonly files: readonly ShardFile[]; readonly problems: readonly Problem[] };

/** Reads what paths and globs name. A file that does not count is said, and stops no other. */
export async function findStatusFiles(
  directory: string,
  patterns: readonly string[],
  expected: ReportedRun,
): Promise<Result<FoundFiles, Problem>> {
  const matched = await matchFiles(directory, patterns, MOST_FILES);
  if (matched === undefined) return fail(tooMany());
  const files: ShardFile[] = [];
  const problems: Problem[] = [];
  let left = MOST_BYTES;
  for (const each of matched) {
    const text = await readMatchedFile(each, Math.min(left, MOST_BYTES_OF_ONE));
    if (text.ok) left -= Buffer.byteLength(text.value);
    const read = text.ok ? readShardFile(text.value, each.name, expected) : fail(notCounted(each.name, text.error));
    if (read.ok) files.push(read.value);
    else problems.push(read.error);
  }
  return ok({ files, problems: matched.length === 0 ? [nothingFound(patterns)] : problems });
}

function tooMany(): Problem {
  return {
    code: 'RUN092',
    severity: 'error',
    message: `the status files cannot be merged: there are more than ${MOST_FILES}`,
    hint: 'name the files of this run alone',
  };
}

function nothingFound(patterns: readonly string[]): Problem {
  return {
    code: 'RUN091',
    severity: 'error',
    message: `no status file was found: nothing matches ${patterns.slice(0, 5).join(', ')}`,
    hint: 'see how the jobs of the shards ended, and where their status files were put',
  };
}
