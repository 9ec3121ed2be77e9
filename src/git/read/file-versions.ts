import { posix } from 'node:path';
import type { ObjectReader } from '../objects/objects.ts';
import { storageFailure } from '../objects/storage-failure.ts';
import { CommittedTree } from './committed-tree.ts';
import { FileWalk } from './history.ts';
import type { TreeChange } from './tree-difference.ts';

/** Of a commit that moves a whole folder nobody can tell which file was which. */
const MAX_FORMER = 10;

export type FileVersions = {
  /** Blob ids by path, newest first. */
  readonly blobs: ReadonlyMap<string, readonly string[]>;
  /** The clone ended before the history did. */
  readonly cutShort: boolean;
};

/** Nobody waits for a longer walk than that, and content that is older than that many commits does not matter. */
const MAX_COMMITS = 5_000;

/** The versions of files along a branch's own history (first parents), as many of each as asked for. */
export async function fileVersions(
  objects: ObjectReader,
  head: string,
  paths: readonly string[],
  most: number,
): Promise<FileVersions> {
  const blobs = new Map<string, string[]>(paths.map((path) => [path, []]));
  const walk = new FileWalk(objects, paths, { siblings: true });
  const isFull = (): boolean => [...blobs.values()].every((ids) => ids.length >= most);
  try {
    const newest = new CommittedTree(objects, head);
    for (const [path, ids] of blobs) {
      const entry = await newest.entry(path);
      if (entry?.type === 'blob') ids.push(entry.oid);
    }
    let facts = await objects.commit(head);
    for (let walked = 0; walked < MAX_COMMITS; walked++) {
      const [parent] = facts.parents;
      if (parent === undefined || isFull()) break;
      const before = await objects.commit(parent);
      const changed = await walk.changed(before.tree, facts.tree);
      for (const [path, { was }] of changed) {
        const ids = blobs.get(path);
        if (!ids || ids.length >= most) continue;
        if (was === undefined) ids.push(...takenAway(path, changed));
        else if (was.type === 'blob') ids.push(was.oid);
      }
      facts = before;
    }
    return { blobs, cutShort: false };
  } catch (error) {
    // A shallow clone ends here, and damaged storage as well; what was found so far holds.
    storageFailure(error);
    return { blobs, cutShort: true };
  }
}

/** A commit that adds the file may have given it a new name: what it takes away beside it may be what the file was before. */
function takenAway(path: string, changed: ReadonlyMap<string, TreeChange>): readonly string[] {
  const folder = posix.dirname(path);
  const gone = [...changed.values()].filter((each) => each.is === undefined && posix.dirname(each.path) === folder);
  return gone.flatMap(({ was }) => (was?.type === 'blob' ? [was.oid] : [])).slice(0, MAX_FORMER);
}
