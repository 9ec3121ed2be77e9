import { lstat, mkdir, realpath, stat } from 'node:fs/promises';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { isGitsOwnName } from '../git/read/gits-own-name.ts';
import { isInside } from './safe-file.ts';
import { writeBeside } from './write-beside.ts';

/** Why a file of the repository was not written; nothing of it was touched. */
export type WriteRefusal =
  /** The path, or a symbolic link on it, leads out of the root or into git's own folder. */
  | { readonly kind: 'outside' }
  /** Something that is no regular file has its name. */
  | { readonly kind: 'not_a_file' }
  /** The system's own code, such as `EACCES`. */
  | { readonly kind: 'refused'; readonly code: string };

/**
 * Writes a text file whose real place is inside `root`, whole or not at all: beside it first, then in its place. Folders
 * are made, the mode of an existing file stays, and a symbolic link stays a link.
 */
export async function writeFileSafely(root: string, path: string, text: string): Promise<Result<null, WriteRefusal>> {
  try {
    const target = await placeInside(root, path);
    if (target === undefined) return fail({ kind: 'outside' });
    if (target.mode !== undefined && !target.isFile) return fail({ kind: 'not_a_file' });
    // A story can be exported again, so a power cut may take it; waiting for the disk costs more with thousands.
    const mode = target.mode === undefined ? {} : { mode: target.mode };
    await writeBeside(target.path, text, { ...mode, durable: false });
    return ok(null);
  } catch (error) {
    return fail(refusalFor(error));
  }
}

/** The same for a file that must not be there yet, not even in the very moment of writing: what is there stays. */
export async function createFileSafely(
  root: string,
  path: string,
  text: string,
): Promise<Result<null, WriteRefusal | { readonly kind: 'exists' }>> {
  try {
    const target = await placeInside(root, path);
    if (target === undefined) return fail({ kind: 'outside' });
    if (target.mode !== undefined) return fail({ kind: 'exists' });
    const created = await writeBeside(target.path, text, { durable: false, place: 'free' });
    return created ? ok(null) : fail({ kind: 'exists' });
  } catch (error) {
    return fail(refusalFor(error));
  }
}

/** Where the file really is, or will be, with its folders made; undefined where that is not inside the root. */
async function placeInside(root: string, path: string): Promise<Target | undefined> {
  const wanted = resolve(root, path);
  if (!isInside(resolve(root), wanted) || isGitsOwn(relative(resolve(root), wanted))) return undefined;
  const realRoot = await realpath(root);
  // Before any folder is made: a link on the way may lead out.
  if (!isInside(realRoot, await realpath(await nearestFolder(dirname(wanted))))) return undefined;
  await mkdir(dirname(wanted), { recursive: true });
  const target = await targetOf(join(await realpath(dirname(wanted)), basename(wanted)));
  if (target === undefined || !isInside(realRoot, target.path)) return undefined;
  return isGitsOwn(relative(realRoot, target.path)) ? undefined : target;
}

type Target = { readonly path: string; readonly mode?: number; readonly isFile?: boolean };

/** The file that really is there, or will be; undefined for a link that leads nowhere. */
async function targetOf(path: string): Promise<Target | undefined> {
  const found = await orUndefined(lstat(path));
  if (found === undefined) return { path };
  if (!found.isSymbolicLink()) return { path, mode: found.mode & 0o7777, isFile: found.isFile() };
  const real = await orUndefined(realpath(path));
  if (real === undefined) return undefined;
  const there = await stat(real);
  return { path: real, mode: there.mode & 0o7777, isFile: there.isFile() };
}

async function nearestFolder(folder: string): Promise<string> {
  for (let at = folder; ; at = dirname(at)) {
    if ((await orUndefined(lstat(at))) !== undefined || at === dirname(at)) return at;
  }
}

/** Nothing of ours belongs there, and a file in it may be run. */
function isGitsOwn(path: string): boolean {
  return path.split(sep).some(isGitsOwnName);
}

async function orUndefined<T>(promise: Promise<T>): Promise<T | undefined> {
  try {
    return await promise;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
}

function refusalFor(error: unknown): WriteRefusal {
  const code = codeOf(error);
  if (code === undefined) throw error;
  return code === 'EISDIR' || code === 'ENOTDIR' || code === 'EEXIST'
    ? { kind: 'not_a_file' }
    : { kind: 'refused', code };
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
