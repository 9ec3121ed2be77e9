import type { Buffer } from 'node:buffer';
import { entryAt, type PlacedEntry, type TreeEntry } from '../objects/object-text.ts';

/** A file, link or submodule that two trees do not have alike. */
export type TreeChange = { readonly path: string; readonly was?: TreeEntry; readonly is?: TreeEntry };

export type TreeWalk = {
  /** A folder as git keeps it, by id. */
  readonly read: (tree: string) => Promise<Buffer>;
  /** Whether a path is of interest; of a folder, whether something in it may be. */
  readonly asks: (path: string) => boolean;
};

/** What differs between two trees. A folder with the same id on both sides is not entered. Undefined is an empty tree. */
export async function differencesBetween(
  was: string | undefined,
  is: string | undefined,
  walk: TreeWalk,
  folder = '',
): Promise<readonly TreeChange[]> {
  if (was === is) return [];
  const [before, after] = await Promise.all(
    [was, is].map(async (tree) => (tree === undefined ? undefined : walk.read(tree))),
  );
  const found: TreeChange[] = [];
  for (const { isFolder, ...pair } of differingEntries(before, after)) {
    const path = folder + pair.path;
    if (!walk.asks(path)) continue;
    if (!isFolder) found.push({ ...pair, path });
    else for (const inner of await differencesBetween(pair.was?.oid, pair.is?.oid, walk, `${path}/`)) found.push(inner);
  }
  return found;
}

type Pair = TreeChange & { readonly isFolder: boolean };

/**
 * Both folders side by side, in git's own order, where a file and a folder of one name are two entries. Nearly all
 * entries are the same on both sides: they are skipped as bytes, which costs much less than taking them apart.
 */
function differingEntries(before: Buffer | undefined, after: Buffer | undefined): readonly Pair[] {
  const pairs: Pair[] = [];
  let [at, to] = [0, 0];
  for (;;) {
    const same = before === undefined || after === undefined ? 0 : sameBytes(before, at, after, to);
    at += same;
    to += same;
    if (same > 0) continue;
    const was = before === undefined ? undefined : entryAt(before, at);
    const is = after === undefined ? undefined : entryAt(after, to);
    const order = orderOf(was, is);
    const first = order <= 0 ? was : is;
    if (first === undefined) return pairs;
    if (was !== undefined && order <= 0) at = was.end;
    if (is !== undefined && order >= 0) to = is.end;
    pairs.push({
      path: first.entry.path,
      isFolder: first.entry.type === 'tree',
      ...(was !== undefined && order <= 0 ? { was: was.entry } : {}),
      ...(is !== undefined && order >= 0 ? { is: is.entry } : {}),
    });
  }
}

/** The length of the next entry, if it is the same on both sides. */
function sameBytes(before: Buffer, at: number, after: Buffer, to: number): number {
  const end = before.indexOf(0, at) + 21;
  if (end === 20 || to + end - at > after.length) return 0;
  return before.compare(after, to, to + end - at, at, end) === 0 ? end - at : 0;
}

function orderOf(was: PlacedEntry | undefined, is: PlacedEntry | undefined): number {
  if (was === undefined || is === undefined) return was === is ? 0 : was === undefined ? 1 : -1;
  return was.sortsAs.compare(is.sortsAs);
}
