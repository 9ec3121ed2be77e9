import { realpath, stat } from 'node:fs/promises';
import { basename } from 'node:path';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { readRegularFile } from '../git/objects/regular-file.ts';
import { type FileRefusal, readFileSafely } from './safe-file.ts';
import { lockBeside, writeBeside } from './write-beside.ts';

/** Why a file of the repository was not replaced; it is as it was. */
export type ReplaceRefusal =
  | FileRefusal
  /** Nobody may write it, though the folder would let us put another file in its place. */
  | { readonly kind: 'read_only' }
  /** It is no longer what was read. */
  | { readonly kind: 'changed' }
  /** Another process is about to replace it, or ended in the middle of it. */
  | { readonly kind: 'busy'; readonly lock: string }
  | { readonly kind: 'unwritable'; readonly code: string };

/**
 * Replaces a regular file inside `root` in one step, keeping its mode: a reader sees the old content or the new one. A
 * symbolic link stays one; what it leads to is replaced.
 */
export async function replaceFileSafely(
  root: string,
  path: string,
  content: { readonly before: Uint8Array; readonly after: Uint8Array },
): Promise<Result<void, ReplaceRefusal>> {
  const found = await readFileSafely(root, path);
  if (!found.ok) return found;
  if (!found.value.equals(content.before)) return fail({ kind: 'changed' });
  try {
    const real = await realpath(path);
    const { mode } = await stat(real);
    if ((mode & 0o222) === 0) return fail({ kind: 'read_only' });
    const alone = async (): Promise<boolean> => {
      const now = await readRegularFile(real);
      return now.ok && now.value.equals(content.before);
    };
    const moved = await writeBeside(real, content.after, { mode, durable: true, alone });
    return moved ? ok(undefined) : fail({ kind: 'changed' });
  } catch (error) {
    const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
    if (code === undefined) throw error;
    if (code === 'EEXIST') return fail({ kind: 'busy', lock: basename(lockBeside(path)) });
    return fail({ kind: 'unwritable', code });
  }
}
