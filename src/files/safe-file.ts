import type { Buffer } from 'node:buffer';
import { constants } from 'node:fs';
import { open, realpath } from 'node:fs/promises';
import { isAbsolute, relative, resolve, sep } from 'node:path';
import { fail, ok, type Result } from '../diagnostics/result.ts';

/** Why a file of the repository was not read. The caller knows who named it, and makes the problem of it. */
export type FileRefusal =
  | { readonly kind: 'missing' }
  /** The path, or a symbolic link on it, leads out of the root. */
  | { readonly kind: 'outside' }
  | { readonly kind: 'not_a_file' }
  | { readonly kind: 'too_large'; readonly bytes: number }
  /** The system's own code, such as `EACCES`. */
  | { readonly kind: 'unreadable'; readonly code: string };

const MAX_BYTES = 50 * 1024 * 1024;

/** Reads a regular file of at most 50 MB whose real place is inside `root`. */
export async function readFileSafely(root: string, path: string): Promise<Result<Buffer, FileRefusal>> {
  try {
    if (!isInside(resolve(root), resolve(root, path))) return fail({ kind: 'outside' });
    const real = await realpath(resolve(root, path));
    if (!isInside(await realpath(root), real)) return fail({ kind: 'outside' });
    return await readRegularFile(real);
  } catch (error) {
    return fail(refusalFor(error));
  }
}

async function readRegularFile(real: string): Promise<Result<Buffer, FileRefusal>> {
  // Not blocking, so that a pipe cannot hold us up; the checks are made on what is open, not on its name.
  const file = await open(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | (constants.O_NOFOLLOW ?? 0));
  try {
    const found = await file.stat();
    if (!found.isFile()) return fail({ kind: 'not_a_file' });
    if (found.size > MAX_BYTES) return fail({ kind: 'too_large', bytes: found.size });
    return ok(await file.readFile());
  } finally {
    await file.close();
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
  // Sockets and the like cannot even be opened.
  return code === 'EISDIR' || code === 'ENXIO' ? { kind: 'not_a_file' } : { kind: 'unreadable', code };
}
