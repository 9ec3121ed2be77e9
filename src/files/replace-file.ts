import { realpath, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { shortName } from '../git/objects/lock-file.ts';
import type { LockHolder } from '../git/objects/lock-holder.ts';
import { acquireLock, clearDeadLock } from '../git/objects/owned-lock.ts';
import { readRegularFile } from '../git/objects/regular-file.ts';
import { storageFailure } from '../git/objects/storage-failure.ts';
import { type FileRefusal, readFileSafely } from './safe-file.ts';
import { writeBeside } from './write-beside.ts';

/** Why a file of the repository was not replaced; it is as it was. */
export type ReplaceRefusal =
  | FileRefusal
  /** Nobody may write it, though the folder would let us put another file in its place. */
  | { readonly kind: 'read_only' }
  /** It is no longer what was read. */
  | { readonly kind: 'changed' }
  /** Another process is about to replace it. */
  | { readonly kind: 'busy'; readonly lock: string; readonly holder: LockHolder; readonly waitMs: number }
  | { readonly kind: 'unwritable'; readonly code: string };

/**
 * Replaces a regular file inside `root` in one step, keeping its mode: a reader sees the old content or the new one. A
 * symbolic link stays one; what it leads to is replaced.
 */
export async function replaceFileSafely(
  root: string,
  path: string,
  content: { readonly before: Uint8Array; readonly after: Uint8Array },
  waitMs = 5000,
): Promise<Result<void, ReplaceRefusal>> {
  const found = await readFileSafely(root, path);
  if (!found.ok) return found;
  if (!found.value.equals(content.before)) return fail({ kind: 'changed' });
  try {
    const real = await realpath(path);
    const { mode } = await stat(real);
    if ((mode & 0o222) === 0) return fail({ kind: 'read_only' });
    const lock = lockBeside(real);
    const acquired = await acquireLock(lock, { waitMs, sharedWithGit: false });
    if (!acquired.ok) return fail({ kind: 'busy', lock: basename(lock), holder: acquired.error, waitMs });
    const isHeld = () => acquired.value.isHeld();
    const unless = async (): Promise<boolean> => {
      const now = await readRegularFile(real);
      return !(now.ok && now.value.equals(content.before) && (await isHeld()));
    };
    try {
      const moved = await writeBeside(real, content.after, { mode, durable: true, unless });
      return moved ? ok(undefined) : fail({ kind: 'changed' });
    } finally {
      await acquired.value.release();
    }
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
    if (code === undefined) throw error;
    return fail({ kind: 'unwritable', code });
  }
}

/** Takes away what a killed run left beside the file, for a run that has nothing to replace. */
export async function clearReplacing(path: string): Promise<void> {
  try {
    await clearDeadLock(lockBeside(await realpath(path)), { sharedWithGit: false });
  } catch (error) {
    // It is in nobody's way yet; whoever replaces the file is told.
    storageFailure(error);
  }
}

/** One name for everybody, so that of several who replace the file each sees what the others wrote. */
function lockBeside(real: string): string {
  return join(dirname(real), `.${shortName(basename(real))}.lock`);
}
