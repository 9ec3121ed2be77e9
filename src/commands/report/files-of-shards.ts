import type { Problem } from '../../diagnostics/problem.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import { misfitOf, type PartedFleet } from './fits-manifest.ts';
import { laterFile, notCounted, type ShardFile } from './status-file.ts';

/** How many shards there are; 0 where no file tells. All of one run say the same. */
export function sizeOf(files: readonly ShardFile[]): Result<number, Problem> {
  const sizes = [...new Set(files.map(({ shard }) => shard.of))].toSorted((a, b) => a - b);
  const runs = new Set(files.map(({ job }) => job?.id));
  const [size = 0] = sizes;
  if (sizes.length <= 1 && runs.size <= 1) return ok(size);
  const why = sizes.length > 1 ? `they are of ${sizes.join(' and of ')} shards` : 'they are of several runs on GitHub';
  return fail({
    code: 'RUN092',
    severity: 'error',
    message: `the status files cannot be merged: ${why}`,
    hint: 'give the status files that the shards of one run left, and no others',
  });
}

/** The one file that counts for each shard. */
export function filesOfShards(
  read: readonly ShardFile[],
  fleet: PartedFleet,
): { readonly files: ReadonlyMap<number, ShardFile>; readonly problems: readonly Problem[] } {
  const files = new Map<number, ShardFile>();
  const problems: Problem[] = [];
  for (const file of read) {
    const misfit = misfitOf(file, fleet);
    const { part } = file.shard;
    if (misfit === undefined) files.set(part, laterFile(files.get(part) ?? file, file));
    else problems.push(notCounted(file.file, misfit));
  }
  return { files, problems };
}
