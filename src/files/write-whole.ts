import { realpath, stat, writeFile } from 'node:fs/promises';
import { writeBeside } from './write-beside.ts';

/**
 * Writes a file that the user named, whole or not at all: a full disk leaves no empty file, and an older one stays as it
 * was. What is no regular file (`/dev/stdout`, a pipe) cannot be replaced and is written to.
 */
export async function writeWhole(path: string, text: string): Promise<void> {
  const there = await existing(path);
  if (there === undefined) await writeBeside(path, text, { durable: false });
  else if (there.isFile) await writeBeside(there.path, text, { mode: there.mode, durable: false });
  else await writeFile(path, text);
}

type Existing = { readonly path: string; readonly isFile: boolean; readonly mode: number };

/** What the name leads to, through symbolic links. */
async function existing(path: string): Promise<Existing | undefined> {
  try {
    const real = await realpath(path);
    const found = await stat(real);
    return { path: real, isFile: found.isFile(), mode: found.mode & 0o7777 };
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
