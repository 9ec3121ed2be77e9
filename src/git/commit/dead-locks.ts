import { join } from 'node:path';
import { clearDeadLock } from '../objects/owned-lock.ts';
import { storageFailure } from '../objects/storage-failure.ts';
import { isBranchName } from '../read/branch-name.ts';
import type { GitDirs } from '../read/git-dir.ts';
import { currentBranch } from '../read/ref.ts';
import { clearDeadRefLock } from '../read/ref-lock.ts';
import { finishIndex } from './index-goal.ts';

/**
 * Takes away what a commit of ours that was killed left locked, the index and the branch, and finishes what it began: git
 * would refuse to work until somebody does. What is in the way of that is told by the next commit.
 */
export async function clearDeadLocks(dirs: GitDirs, branch?: string): Promise<void> {
  try {
    for (const name of [await currentBranch(dirs.gitDir), branch]) {
      if (name !== undefined && isBranchName(name)) await clearDeadRefLock(dirs.commonDir, `refs/heads/${name}`);
    }
    const finish = (note: Parameters<typeof finishIndex>[1]) => finishIndex(dirs, note);
    await clearDeadLock(join(dirs.gitDir, 'index.lock'), { sharedWithGit: true, finish });
  } catch (error) {
    storageFailure(error);
  }
}
