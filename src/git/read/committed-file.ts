import { posix } from 'node:path';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import type { CommittedTree } from './committed-tree.ts';

/** Why a path of a commit names no file that may be read. */
export type CommittedFileRefusal =
  | 'absent'
  /** The path, or a symbolic link on it, leads out of the repository. */
  | 'outside'
  /** A folder, a submodule, or symbolic links that go round in circles. */
  | 'not_a_file';

/** As in the operating system's own limit: more symbolic links than this in one path are a loop. */
const MAX_LINKS = 40;

/**
 * The blob id of a file of a commit. Symbolic links are followed as the commit holds them and only inside its own tree,
 * so that a commit gives the same content wherever it is read; the work tree and the disk around it have no say.
 */
export async function findCommittedFile(
  tree: CommittedTree,
  path: string,
): Promise<Result<string, CommittedFileRefusal>> {
  let segments = posix.normalize(path).split('/');
  for (let links = 0; links <= MAX_LINKS; links++) {
    if (segments[0] === '..' || segments[0] === '') return fail('outside');
    const step = await walk(tree, segments);
    if (!('target' in step)) return step;
    if (posix.isAbsolute(step.target)) return fail('outside');
    const folder = segments.slice(0, step.length - 1).join('/');
    segments = posix.join(folder, step.target, ...segments.slice(step.length)).split('/');
  }
  return fail('not_a_file');
}

/** As far as the first symbolic link; `length` is how many segments lead to it. */
async function walk(
  tree: CommittedTree,
  segments: readonly string[],
): Promise<Result<string, CommittedFileRefusal> | { readonly target: string; readonly length: number }> {
  for (let length = 1; length <= segments.length; length++) {
    const entry = await tree.entry(segments.slice(0, length).join('/'));
    if (entry === undefined) return fail('absent');
    if (entry.mode === '120000') return { target: (await tree.blob(entry.oid)).toString('utf8'), length };
    const last = length === segments.length;
    if (last) return entry.type === 'blob' ? ok(entry.oid) : fail('not_a_file');
    if (entry.type === 'commit') return fail('not_a_file');
    if (entry.type === 'blob') return fail('absent');
  }
  return fail('absent');
}
