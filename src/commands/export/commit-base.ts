import { basename } from 'node:path';
import type { Problem } from '../../diagnostics/problem.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import type { FileRefusal } from '../../files/safe-file.ts';
import {
  cannotCommitCheckedOut,
  cannotCommitForeign,
  cannotCommitOutside,
  cannotCommitWithoutBranch,
  manifestNotCommitted,
  noBranch,
  noCommit,
  stateBranch,
} from '../../git/commit/commit-problems.ts';
import { clearDeadLocks } from '../../git/commit/dead-locks.ts';
import { blobId, withoutCarriageReturns } from '../../git/objects/blob-id.ts';
import { readingObjects } from '../../git/objects/objects.ts';
import { foreignStorage } from '../../git/objects/storage.ts';
import { isBranchName } from '../../git/read/branch-name.ts';
import { isCheckedOut } from '../../git/read/checkouts.ts';
import { findCommittedFile } from '../../git/read/committed-file.ts';
import { CommittedTree } from '../../git/read/committed-tree.ts';
import { repositoryPath } from '../../workspace/layout.ts';
import type { StoryCatalogue } from '../../workspace/open-catalogue.ts';
import { STATE_BRANCH } from '../state/state-session.ts';

/**
 * Reads a story file as the commit holds it that an export goes on top of. `likely`: what it probably is; when its id is
 * the committed one, nothing is unpacked.
 */
export type CommitBase = (file: string, likely?: Uint8Array) => Promise<Result<Uint8Array, FileRefusal>>;

/**
 * The commit that is checked out, for an export that shall become one. What the work tree holds does not count: an
 * export that was written and never committed is still to be committed.
 */
export async function openCommitBase(
  { layout, repository }: Pick<StoryCatalogue, 'layout' | 'repository'>,
  branch: string | undefined,
): Promise<Result<CommitBase, Problem>> {
  if (branch !== undefined && !isBranchName(branch)) return fail(cannotCommitWithoutBranch(branch));
  if (branch === STATE_BRANCH) return fail(stateBranch(branch));
  if (repository === undefined) return fail(cannotCommitOutside('this folder is not inside a git work tree'));
  const foreign = await foreignStorage(repository.dirs.commonDir);
  if (foreign !== undefined) return fail(cannotCommitForeign(foreign));
  await clearDeadLocks(repository.dirs, branch);
  const head = await repository.head();
  if (head === undefined) return fail(noCommit());
  if (branch === undefined && head.branch === undefined) return fail(noBranch());
  if (branch !== undefined && (await isCheckedOut(repository.dirs.commonDir, `refs/heads/${branch}`))) {
    return fail(cannotCommitCheckedOut(branch));
  }
  const tree = new CommittedTree(repository.objects, head.commit);
  return ok(async (file, likely) => {
    const read = await readingObjects(async () => {
      const blob = await findCommittedFile(tree, repositoryPath(layout, file));
      if (!blob.ok) return undefined;
      return likely !== undefined && blobId(likely) === blob.value ? likely : await tree.blob(blob.value);
    });
    if (!read.ok) return fail({ kind: 'unreadable', code: `git: ${read.error.replace('_', ' ')}` });
    return read.value === undefined ? fail({ kind: 'missing' }) : ok(read.value);
  });
}

/** Stories are added to the manifest as it lies there: what somebody else is doing to it must not slip into the commit. */
export async function checkManifestCommitted(
  base: CommitBase,
  { source }: StoryCatalogue,
): Promise<Problem | undefined> {
  const committed = await base(basename(source.file));
  const same = committed.ok && withoutCarriageReturns(committed.value).equals(withoutCarriageReturns(source.bytes));
  return same ? undefined : manifestNotCommitted(source.file);
}
