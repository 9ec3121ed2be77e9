import { rename, rm } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { LockNote } from '../objects/lock-file.ts';
import { ObjectReader, readingObjects } from '../objects/objects.ts';
import type { GitDirs } from '../read/git-dir.ts';
import { readHeadFile, readRef } from '../read/ref.ts';
import { isAncestor } from './branch-base.ts';

/** The move that a new index goes with: git keeps the two apart, and a run can be killed between them. */
export type IndexGoal = { readonly ref: string; readonly commit: string };

export function noteOf({ ref, commit }: IndexGoal, draft: string): LockNote {
  return { ref, commit, draft: basename(draft) };
}

const DRAFT = /^index\.storysync-[0-9a-fx-]{1,80}\.lock$/;
const COMMIT = /^[0-9a-f]{40}$/;

/**
 * Ends what a killed run began: where its commit stands on the branch the index follows, and `git status` says nothing.
 * The index was locked since, so what was prepared for it still fits.
 */
export async function finishIndex(dirs: GitDirs, { ref = '', commit = '', draft = '' }: LockNote): Promise<void> {
  if (!DRAFT.test(draft) || !COMMIT.test(commit)) return;
  const path = join(dirs.gitDir, draft);
  if (!(await stands(dirs, { ref, commit }))) return rm(path, { force: true });
  await rename(path, join(dirs.gitDir, 'index')).catch((error: unknown) => {
    // Killed after all was done.
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error;
  });
}

async function stands({ gitDir, commonDir }: GitDirs, { ref, commit }: IndexGoal): Promise<boolean> {
  const head = await readHeadFile(gitDir);
  if (head === undefined || !('ref' in head) || head.ref !== ref) return false;
  const tip = await readRef(commonDir, head.ref);
  if (tip === undefined || tip === commit) return tip !== undefined;
  const objects = await ObjectReader.open(commonDir);
  const found = await readingObjects(() => isAncestor(objects, commit, tip));
  return found.ok && found.value;
}
