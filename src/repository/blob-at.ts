import type { Buffer } from 'node:buffer';
import { isAbsolute, posix } from 'node:path';
import { Errors } from 'isomorphic-git';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { CommittedTree } from './committed-tree.ts';
import { findGitDirs } from './git-dir.ts';

/** Why a file of a commit was not read. */
export type BlobRefusal =
  /** The path leads out of the repository, or is none. */
  | 'outside'
  /** The commit was read, and has no such file. */
  | 'absent'
  /** The file, or a folder on its path, is a symbolic link there. */
  | 'symlink'
  /** A folder or a submodule. */
  | 'not_a_file'
  /** The commit or one of its objects is not here: a shallow or partial clone, or no repository at all. */
  | 'missing_objects'
  /** Storage that cannot be read, such as a repository with sha256 names. */
  | 'unreadable';

/**
 * A file as a commit holds it, from git's objects: neither the work tree nor the index has a say in it. `dir` is a
 * folder of the repository, `path` relative to the repository's top with forward slashes.
 */
export async function blobAt(dir: string, commit: string, path: string): Promise<Result<Buffer, BlobRefusal>> {
  const wanted = posix.normalize(path);
  if (isAbsolute(wanted) || /^\.{0,2}(?:\/|$)/.test(wanted) || wanted.includes('\0')) return fail('outside');
  const dirs = await findGitDirs(dir);
  if (dirs === undefined) return fail('missing_objects');
  try {
    return await readFrom(new CommittedTree(dirs.commonDir, commit), wanted);
  } catch (error) {
    if (error instanceof Errors.NotFoundError) return fail('missing_objects');
    // What git's storage answers is no fault of ours; anything without a code is.
    if (error instanceof Error && 'code' in error) return fail('unreadable');
    throw error;
  }
}

async function readFrom(tree: CommittedTree, path: string): Promise<Result<Buffer, BlobRefusal>> {
  const segments = path.split('/');
  for (const length of segments.keys()) {
    const entry = await tree.entry(segments.slice(0, length + 1).join('/'));
    const last = length === segments.length - 1;
    if (entry === undefined) return fail('absent');
    if (entry.mode === '120000') return fail('symlink');
    if (last) return entry.type === 'blob' ? ok(await tree.blob(entry.oid)) : fail('not_a_file');
    if (entry.type !== 'tree') return fail(entry.type === 'commit' ? 'not_a_file' : 'absent');
  }
  return fail('absent');
}
