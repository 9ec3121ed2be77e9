import { Buffer } from 'node:buffer';
import fs, { type Stats } from 'node:fs';
import { isAbsolute, join, posix } from 'node:path';
import { blobId, isBlob, withoutCarriageReturns } from '../objects/blob-id.ts';
import { type ObjectReader, type ObjectRefusal, readingObjects } from '../objects/objects.ts';
import { readRegularFile } from '../objects/regular-file.ts';
import { CommittedTree } from './committed-tree.ts';

/** A work tree and the commit to compare it with; `commit` is undefined before the first one. */
export type Comparison = {
  readonly root: string;
  readonly objects: ObjectReader;
  readonly commit: string | undefined;
};

/** As in the operating system's own limit: more symbolic links than this in one path are a loop. */
const MAX_LINKS = 40;

/** `unknown`: git's objects did not tell, which is not the same as a difference. */
export type TreeStatus = 'same' | 'changed' | { readonly unknown: ObjectRefusal };

/**
 * Whether any file differs from the commit's tree. Blob ids are compared, never the index: its forms differ and it may
 * be stale.
 */
export async function treeStatus(comparison: Comparison, paths: readonly string[]): Promise<TreeStatus> {
  const tree = new CommittedTree(comparison.objects, comparison.commit);
  let changed = false;
  const read = await readingObjects(async () => {
    for (const path of paths) changed ||= await isChanged(tree, comparison.root, posix.normalize(path), MAX_LINKS);
  });
  if (!read.ok) return { unknown: read.error };
  return changed ? 'changed' : 'same';
}

async function isChanged(tree: CommittedTree, root: string, path: string, links: number): Promise<boolean> {
  if (isAbsolute(path) || path === '..' || path.startsWith('../') || links === 0) return true;
  const segments = path.split('/');
  for (let length = 1; length <= segments.length; length++) {
    const part = segments.slice(0, length).join('/');
    const found = await lstat(join(root, part));
    if (found === undefined) return (await tree.entry(path)) !== undefined;
    if (!found.isSymbolicLink()) continue;
    // The link itself must be the committed one, and so must be what it leads to.
    const target = await fs.promises.readlink(join(root, part));
    const entry = await tree.entry(part);
    if (entry?.mode !== '120000' || entry.oid !== blobId(Buffer.from(target))) return true;
    const next = posix.join(posix.dirname(part), target, ...segments.slice(length));
    return isAbsolute(target) || isChanged(tree, root, next, links - 1);
  }
  return isFileChanged(tree, root, path);
}

async function isFileChanged(tree: CommittedTree, root: string, path: string): Promise<boolean> {
  const entry = await tree.entry(path);
  if (entry?.type !== 'blob' || entry.mode === '120000') return true;
  const read = await readRegularFile(join(root, path)).catch(() => undefined);
  if (!read?.ok) return true;
  const file = read.value;
  if (isBlob(file, entry.oid)) return false;
  // Line ends alone make no other content, whichever side has them.
  return !withoutCarriageReturns(file).equals(withoutCarriageReturns(await tree.blob(entry.oid)));
}

function lstat(path: string): Promise<Stats | undefined> {
  return fs.promises.lstat(path).catch(() => undefined);
}
