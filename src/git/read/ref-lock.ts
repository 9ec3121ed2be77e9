import { type FileHandle, open, rename } from 'node:fs/promises';
import { join } from 'node:path';
import type { LockHolder } from '../objects/lock-holder.ts';
import { acquireLock, clearDeadLock } from '../objects/owned-lock.ts';
import { readRef } from './ref.ts';

/** `moved`: someone else was faster, look again. `lockedBy`: he held the lock the whole time. */
export type RefMove = 'done' | 'moved' | { readonly lockedBy: LockHolder };

/**
 * Moves a ref from one commit to the next under git's own lock, `<ref>.lock`, which one process only can create: compare,
 * and rename the new ref into place. Neither threads nor processes, git included, can lose a commit of each other.
 */
export async function moveRef(
  commonDir: string,
  ref: string,
  move: { readonly from: string | undefined; readonly to: string },
  waitMs: number,
): Promise<RefMove> {
  const path = join(commonDir, ref);
  const lock = await acquireLock(`${path}.lock`, { waitMs, sharedWithGit: true });
  if (!lock.ok) return { lockedBy: lock.error };
  try {
    if ((await readRef(commonDir, ref)) !== move.from) return 'moved';
    await writeDurably(lock.value.draft, `${move.to}\n`);
    if (!(await lock.value.isHeld())) return 'moved';
    await rename(lock.value.draft, path);
    return 'done';
  } finally {
    await lock.value.release();
  }
}

/** So that git can move the ref, also when we have no reason to. */
export function clearDeadRefLock(commonDir: string, ref: string): Promise<void> {
  return clearDeadLock(join(commonDir, `${ref}.lock`), { sharedWithGit: true });
}

async function writeDurably(path: string, text: string): Promise<void> {
  const file: FileHandle = await open(path, 'wx');
  try {
    await file.writeFile(text);
    await file.sync();
  } finally {
    await file.close();
  }
}
