import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { sweepOnce } from '../git/objects/leftovers.ts';
import { siblingName } from '../git/objects/lock-file.ts';
import { newOwner, ownerTag } from '../git/objects/owner.ts';

export type Writing = {
  /** Of the file that is replaced; a new file gets what the umask leaves. */
  readonly mode?: number;
  /** On the disk before it takes the old file's place: for what git does not hold yet. */
  readonly durable: boolean;
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
    if (wanted) await rename(draft, real);
    else await rm(draft, { force: true });
    return wanted;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
