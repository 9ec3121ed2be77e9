import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';

export type Writing = {
  /** Of the file that is replaced; a new file gets what the umask leaves. */
  readonly mode?: number;
  /** On the disk before it takes the old file's place: for what git does not hold yet. */
  readonly durable: boolean;
  /** The draft has one name for everybody and so keeps others out: who finds it there gets `EEXIST`. Unless told yes, nothing is moved. */
  readonly alone?: () => Promise<boolean>;
};

export function lockBeside(real: string): string {
  return join(dirname(real), `.${basename(real).slice(0, 100)}.lock`);
}

/** Writes a file beside its place and moves it there: a reader sees the old content or the new one, never a part. Answers whether it was moved. */
export async function writeBeside(real: string, content: Uint8Array | string, writing: Writing): Promise<boolean> {
  const { mode, durable, alone } = writing;
  const draft = alone ? lockBeside(real) : join(dirname(real), `.${basename(real).slice(0, 100)}.${randomUUID()}.tmp`);
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
    const wanted = alone === undefined || (await alone());
    if (wanted) await rename(draft, real);
    else await rm(draft, { force: true });
    return wanted;
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
}
