import type { StateTree, StateTreeFile } from './state-tree.ts';

/** Three commits of the state branch. `base` is the last one of the remote that the local branch is known to contain. */
export type Meeting = {
  readonly base: string | undefined;
  readonly local: string;
  readonly remote: string;
};

/**
 * The local files that are to go on top of the remote's: those that changed here since `base`. Where the remote changed
 * the same file it wins, because what lies here was left by an earlier run; only what is `fresh`, written by this very
 * run, is newer. Trees are compared, not histories, so that a branch whose history was cut is followed like any other.
 */
export async function filesToCarryOver(
  tree: StateTree,
  { base, local, remote }: Meeting,
  isFresh: (file: StateTreeFile) => boolean,
): Promise<readonly StateTreeFile[]> {
  const carried: StateTreeFile[] = [];
  for (const file of await tree.changed(base, local)) {
    const there = (await tree.entry(remote, file.path))?.oid;
    if (there === file.entry.oid) continue;
    const before = base === undefined ? undefined : (await tree.entry(base, file.path))?.oid;
    if (there === before || isFresh(file)) carried.push(file);
  }
  return carried;
}
