import type { Problem } from '../../diagnostics/problem.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import { statusFromJson, type ToldStatus } from '../../documents/status/status-from-json.ts';
import { canonicalJson } from '../../json/canonical.ts';
import { parseJson } from '../../json/parse.ts';
import { isObject } from '../../json/value.ts';
import { shortId } from '../../model/text/short-id.ts';
import type { ShardRun } from '../../report/sync/sync-report.ts';
import type { Seal } from '../../state/envelope.ts';
import { readShard, type Shard } from '../shard/shard.ts';
import { isSignedStatus } from './status-document.ts';

/** The status file of one shard, as it was read; whether it fits the manifest is another question. */
export type ShardFile = ToldStatus &
  Pick<ShardRun, 'job' | 'at'> & {
    readonly file: string;
    readonly shard: Shard;
  };

/** What all files of a report have in common. */
export type ReportedRun = {
  readonly commit: string | null;
  /** As git names it. */
  readonly manifest: string;
  /** The run on GitHub that the report itself is part of. */
  readonly job: ShardRun['job'];
  readonly seal: Seal | undefined;
};

/** What others wrote: it counts where it is of this very commit, manifest and run, and with a state key where it is signed. */
export function readShardFile(text: string, file: string, expected: ReportedRun): Result<ShardFile, Problem> {
  const json = parseJson(text);
  if (!json.ok) return fail(notCounted(file, json.error.reason === 'syntax' ? 'it is not JSON' : json.error.message));
  if (!isObject(json.value)) return fail(notCounted(file, 'it is not a status file'));
  const told = statusFromJson(json.value);
  if (!told.ok) return fail(notCounted(file, told.error));
  if (expected.seal && !isSignedStatus(json.value, expected.seal)) return fail(unsigned(file));
  const { wire } = told.value;
  const shard = wire.shard === undefined ? undefined : readShard(wire.shard);
  if (shard === undefined || wire.run === undefined || wire.at === undefined)
    return fail(notCounted(file, 'it is not that of a sync with a shard'));
  const other = otherRun(told.value, expected);
  return other === undefined
    ? ok({ ...told.value, file, shard, job: wire.run, at: wire.at })
    : fail(notCounted(file, other));
}

function otherRun({ wire }: ToldStatus, { commit, manifest, job }: ReportedRun): string | undefined {
  if (wire.commit !== commit) return `it is ${ofCommit(wire.commit)}, and the report ${ofCommit(commit)}`;
  if (wire.manifest !== manifest) return 'it is of another manifest';
  if (job !== null && wire.run?.id !== job.id) return 'it is of another run on GitHub';
  return undefined;
}

function ofCommit(commit: string | null): string {
  return commit === null ? 'of files that no commit holds' : `of commit ${shortId(commit)}`;
}

/** Of two files of one shard that which was written last; the order of the files does not count. */
export function laterFile(one: ShardFile, other: ShardFile): ShardFile {
  const attempts = (one.job?.attempt ?? 0) - (other.job?.attempt ?? 0);
  if (attempts !== 0) return attempts > 0 ? one : other;
  if (one.at !== other.at) return one.at > other.at ? one : other;
  return one === other || canonicalJson(one.wire) >= canonicalJson(other.wire) ? one : other;
}

export function notCounted(file: string, why: string): Problem {
  return {
    code: 'RUN090',
    severity: 'error',
    message: `the status file ${file} does not count: ${why}`,
    hint: 'give the status files that the shards of this very run left, and no others',
  };
}

function unsigned(file: string): Problem {
  return {
    ...notCounted(file, 'it is not signed with the state key, or was changed since'),
    hint: 'give the syncs of the shards the same state key as the report',
  };
}
