import { lstat, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import type { LockHolder } from '../objects/lock-holder.ts';
import { acquireLock } from '../objects/owned-lock.ts';
import { readRegularFile } from '../objects/regular-file.ts';
import type { GitDirs } from '../read/git-dir.ts';
import {
  type FileStamp,
  formatIndex,
  type IndexEntry,
  type IndexRefusal,
  indexEntry,
  parseIndex,
  UNKNOWN_STAMP,
} from './index-format.ts';
import { finishIndex, type IndexGoal, noteOf } from './index-goal.ts';

/** A hundred bytes for each of five million files. */
const LARGEST_INDEX = 2 ** 29;

/** A file as the index is to know it. */
export type IndexedFile = {
  /** From the top of the repository, with forward slashes. */
  readonly path: string;
  readonly oid: string;
  readonly mode: string;
  readonly content: Uint8Array;
};

/** The index of a work tree, locked against git and everybody else until it is released. */
export interface LockedIndex {
  /** A path whose entry cannot be replaced: a merge left it open, or a file stands where it needs a folder. */
  findObstacle(paths: readonly string[]): string | undefined;
  /**
   * Writes beside it the index that goes with a commit on the branch: the entries of exactly these files are new, all
   * others keep every byte. If we are killed once the branch has moved, whoever takes the lock over puts it in place.
   */
  prepare(files: readonly IndexedFile[], goal: IndexGoal): Promise<void>;
  /** Puts what was prepared in place. */
  replace(): Promise<void>;
  release(): Promise<void>;
}

/** Locks and reads the index as git does. `lockedBy`: he held the lock the whole time. */
export async function lockIndex(
  dirs: GitDirs,
  waitMs: number,
): Promise<Result<LockedIndex, IndexRefusal | { readonly lockedBy: LockHolder }>> {
  const { root, gitDir } = dirs;
  const path = join(gitDir, 'index');
  const acquired = await acquireLock(`${path}.lock`, {
    waitMs,
    sharedWithGit: true,
    finish: (note) => finishIndex(dirs, note),
  });
  if (!acquired.ok) return fail({ lockedBy: acquired.error });
  const lock = acquired.value;
  try {
    const entries = await readEntries(path);
    if (!entries.ok) {
      await lock.release();
      return entries;
    }
    return ok({
      findObstacle: (paths) => paths.find((each) => isObstructed(entries.value, each)),
      prepare: async (files, goal) => {
        const fresh = await Promise.all(files.map((file) => entryOf(root, file)));
        const replaced = new Set(fresh.map(({ name }) => name));
        const kept = entries.value.filter(({ name }) => !replaced.has(name));
        await writeFile(lock.draft, formatIndex([...kept, ...fresh]), { flag: 'wx' });
        await lock.write(noteOf(goal, lock.draft));
      },
      // Who took us for gone has done it.
      replace: async () => {
        if (await lock.isHeld()) await rename(lock.draft, path);
      },
      release: () => lock.release(),
    });
  } catch (error) {
    await lock.release();
    throw error;
  }
}

async function readEntries(path: string): Promise<Result<readonly IndexEntry[], IndexRefusal>> {
  try {
    const read = await readRegularFile(path, { mostBytes: LARGEST_INDEX });
    return read.ok
      ? parseIndex(read.value)
      : fail({ kind: 'unknown', reason: 'is not a regular file, or is too large' });
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return ok([]);
    throw error;
  }
}

function isObstructed(entries: readonly IndexEntry[], path: string): boolean {
  const wanted = Buffer.from(path, 'utf8').toString('latin1');
  return entries.some(
    ({ name, stage }) =>
      (name === wanted && stage !== 0) || wanted.startsWith(`${name}/`) || name.startsWith(`${wanted}/`),
  );
}

async function entryOf(root: string, { path, oid, mode, content }: IndexedFile): Promise<IndexEntry> {
  return indexEntry(path, oid, mode, await stampOf(join(root, path), content));
}

/** Known only when the file is what was committed: git takes a known stamp as a proof of that. */
async function stampOf(file: string, content: Uint8Array): Promise<FileStamp> {
  try {
    const found = await lstat(file, { bigint: true });
    const read = await readRegularFile(file, { followLinks: false });
    return found.isFile() && read.ok && read.value.equals(content) ? found : UNKNOWN_STAMP;
  } catch {
    return UNKNOWN_STAMP;
  }
}
