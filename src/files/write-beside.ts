import { constants, copyFile, link, open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { sweepOnce } from '../git/objects/leftovers.ts';
import { siblingName } from '../git/objects/lock-file.ts';
import { newOwner, ownerTag } from '../git/objects/owner.ts';

export type Writing = {
  /** Of the file that is replaced; a new file gets what the umask leaves. */
  readonly mode?: number;
  /** On the disk before it takes the old file's place: for what git does not hold yet. */
  readonly durable: boolean;
  /** Nothing may stand there yet; what somebody else puts there meanwhile stays. */
  readonly place?: 'free';
  /** Asked when all is written, before it is moved; yes leaves the old file in its place. */
  readonly unless?: () => Promise<boolean>;
};

/**
 * Writes a file beside its place and moves it there: a reader sees the old content or the new one, never a part. Answers
 * whether it was moved.
 */
export async function writeBeside(real: string, content: Uint8Array | string, writing: Writing): Promise<boolean> {
  const { mode, durable, unless } = writing;
  await sweepOnce(dirname(real));
  const draft = siblingName(join(dirname(real), `.${basename(real)}`), ownerTag(await newOwner()), 'tmp');
  const file = await open(draft, 'wx', mode === undefined ? 0o666 : mode & 0o777);
  try {
    try {
      await file.writeFile(content);
      // What the umask took away when the file was made.
      if (mode !== undefined) await file.chmod(mode & 0o7777);
      if (durable) await file.sync();
    } finally {
      await file.close();
    }
    const wanted = unless === undefined || !(await unless());
    const moved = wanted && (writing.place === 'free' ? await takeFreePlace(draft, real) : await replace(draft, real));
    await rm(draft, { force: true });
    return moved;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}

async function replace(draft: string, real: string): Promise<true> {
  await rename(draft, real);
  return true;
}

/** A rename would take the place of whatever stands there; a second name for the draft, or a copy where the file system knows none, does not. */
async function takeFreePlace(draft: string, real: string): Promise<boolean> {
  try {
    await link(draft, real).catch((error: unknown) => {
      if (isThere(error)) throw error;
      return copyFile(draft, real, constants.COPYFILE_EXCL);
    });
    return true;
  } catch (error) {
    if (isThere(error)) return false;
    throw error;
  }
}

function isThere(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'EEXIST';
}
