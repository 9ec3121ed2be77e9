import { mkdir, open, rename, unlink } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { readRef } from './ref.ts';

/** `moved`: someone else was faster, look again. `locked`: the lock file stood there the whole time. */
export type RefMove = 'done' | 'moved' | 'locked';

const POLL_MS = 20;

/**
 * Moves a ref from one commit to the next as git itself does: create `<ref>.lock`, which one process only can, compare,
 * and rename the lock into place. Neither threads nor processes, git included, can lose a commit of each other.
 */
export async function moveRef(
  commonDir: string,
  ref: string,
  move: { readonly from: string | undefined; readonly to: string },
  waitMs: number,
): Promise<RefMove> {
  const path = join(commonDir, ref);
  const lock = `${path}.lock`;
  const file = await createLock(lock, waitMs);
  if (file === undefined) return 'locked';
  let held = true;
  try {
    if ((await readRef(commonDir, ref)) !== move.from) return 'moved';
    await file.writeFile(`${move.to}\n`);
    await file.sync();
    await file.close();
    await rename(lock, path);
    held = false;
    return 'done';
  } finally {
    await file.close();
    if (held) await unlink(lock);
  }
}

/** Creates the lock file, as soon as nobody else holds it; undefined when that takes longer than `waitMs`. */
export async function createLock(path: string, waitMs: number): Promise<Awaited<ReturnType<typeof open>> | undefined> {
  for (let waited = 0; ; waited += POLL_MS) {
    await mkdir(dirname(path), { recursive: true });
    try {
      return await open(path, 'wx');
    } catch (error) {
      const code = error instanceof Error && 'code' in error ? error.code : undefined;
      // ENOENT: git tidied the empty folder away in between.
      if (code !== 'EEXIST' && code !== 'ENOENT') throw error;
      if (code === 'EEXIST' && waited >= waitMs) return undefined;
    }
    await delay(POLL_MS);
  }
}
