import type { Buffer } from 'node:buffer';
import { realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { fail, type Result } from '../diagnostics/result.ts';
import { type NotReadable, readRegularFile } from '../git/objects/regular-file.ts';

/** Why a file of the repository was not read. The caller knows who named it, and makes the problem of it. */
export type FileRefusal =
  | { readonly kind: 'missing' }
  /** The path, or a symbolic link on it, leads out of the root. */
  | { readonly kind: 'outside' }
  | NotReadable
  /** The system's own code, such as `EACCES`. */
  | { readonly kind: 'unreadable'; readonly code: string };

/** Reads a regular file of at most 50 MB whose real place is inside `root`. */
export async function readFileSafely(root: string, path: string): Promise<Result<Buffer, FileRefusal>> {
  try {
    if (!isInside(resolve(root), resolve(root, path))) return fail({ kind: 'outside' });
    const real = await realpath(resolve(root, path));
    if (!isInside(await realpath(root), real)) return fail({ kind: 'outside' });
    return await readRegularFile(real, { followLinks: false });
  } catch (error) {
    return fail(refusalFor(error));
  }
}

/** Whether a path lies below a folder; both absolute. */
export function isInside(root: string, path: string): boolean {
  const way = relative(root, path);
  return way !== '..' && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}

function refusalFor(error: unknown): FileRefusal {
  const code = error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code === undefined) throw error;
  if (code === 'ENOENT' || code === 'ENOTDIR') return { kind: 'missing' };
  return { kind: 'unreadable', code };
}
