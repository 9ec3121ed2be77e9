import type { StateTree, StateTreeFile } from './state-tree.ts';

/** Three commits of the state branch. `base` is the last one of the remote that the local branch is known to contain. */
export type Meeting = {
  readonly base: string | undefined;
  readonly local: string;
  readonly remote: string;
};

/** One text of two that were written apart; `base` is what stood there before both. */
export type MergeTexts = (texts: {
  readonly base: string | undefined;
  readonly ours: string;
  readonly theirs: string;
}) => string;

/** The files, by path, of which neither version may be lost. */
export type Merges = ReadonlyMap<string, MergeTexts>;

/**
 * The local files that are to go on top of the remote's: those that changed here since `base`. Where the remote changed
 * the same file it wins, because what lies here was left by an earlier run; only what is `fresh`, written by this very
 * run, is newer. A file that can be merged is. Trees are compared, not histories, so that a branch whose history was cut
 * is followed like any other.
 */
export async function filesToCarryOver(
  tree: StateTree,
  { base, local, remote }: Meeting,
  merges: Merges,
  isFresh: (file: StateTreeFile) => boolean,
): Promise<readonly StateTreeFile[]> {
  const carried: StateTreeFile[] = [];
  for (const file of await tree.changed(base, local)) {
    const there = await tree.entry(remote, file.path);
    if (there?.oid === file.entry.oid) continue;
    const before = base === undefined ? undefined : await tree.entry(base, file.path);
    const merge = merges.get(file.path);
    if (there?.oid === before?.oid) carried.push(file);
    else if (merge && there?.type === 'blob' && file.entry.type === 'blob') {
      const theirs = await tree.text(there.oid);
      const texts = { base: before?.type === 'blob' ? await tree.text(before.oid) : undefined, theirs };
      const text = merge({ ...texts, ours: await tree.text(file.entry.oid) });
      if (text !== theirs) carried.push(await tree.store(file.path, text));
    } else if (merge || isFresh(file)) carried.push(file);
  }
  return carried;
}
