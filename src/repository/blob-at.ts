import type { Buffer } from 'node:buffer';
import { isAbsolute, posix } from 'node:path';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { CommittedTree } from './committed-tree.ts';
import { findGitDirs } from './git-dir.ts';
import { ObjectReader, type ObjectRefusal, readingObjects } from './objects.ts';

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
  | ObjectRefusal;

/**
 * A file as a commit holds it, from git's objects: neither the work tree nor the index has a say in it. `dir` is a
 * folder of the repository, `path` relative to the repository's top with forward slashes.
 */
export async function blobAt(dir: string, commit: string, path: string): Promise<Result<Buffer, BlobRefusal>> {
  const wanted = posix.normalize(path);
  if (isAbsolute(wanted) || /^\.{0,2}(?:\/|$)/.test(wanted) || wanted.includes('\0')) return fail('outside');
  const dirs = await findGitDirs(dir);
  if (dirs === undefined) return fail('missing_objects');
  const objects = await ObjectReader.open(dirs.commonDir);
  const read = await readingObjects(() => readFrom(new CommittedTree(objects, commit), wanted));
  return read.ok ? read.value : read;
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
