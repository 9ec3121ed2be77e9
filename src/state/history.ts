import type { CommitFacts } from '../git/objects/object-text.ts';
import type { StateTree } from './state-tree.ts';

/** How much of its past the branch carries along. Every fetch in a fresh clone brings all of it. */
export type HistoryLimits = { readonly longest: number; readonly kept: number };
export const HISTORY: HistoryLimits = { longest: 1000, kept: 500 };

/** Where a server keeps us from cutting, it is asked again only after this many commits. */
const ASK_AGAIN = 100;

/**
 * The tip of the same branch with only its newest commits, on a root that tells what was cut; undefined while it is
 * short enough. `pushed` is where the branch was on the remote before this run.
 */
export async function shortenedHistory(
  tree: StateTree,
  tip: string,
  pushed: string | undefined,
  { longest, kept }: HistoryLimits,
): Promise<string | undefined> {
  // A run that added nothing asks for nothing: where the server refuses, it would ask at each such run anew.
  if (tip === pushed) return undefined;
  const chain = await lineOf(tree, tip);
  const fresh = Math.max(
    1,
    chain.findIndex(({ oid }) => oid === pushed),
  );
  const before = chain.length - fresh;
  const due = before <= longest || Math.floor(before / ASK_AGAIN) !== Math.floor(chain.length / ASK_AGAIN);
  const last = chain[kept];
  if (chain.length <= longest || !due || last === undefined) return undefined;
  let parent = await tree.writeCommit({ ...last.commit, parents: [], message: describe(chain.length - kept, last) });
  for (const { commit } of chain.slice(0, kept).toReversed()) {
    parent = await tree.writeCommit({ ...commit, parents: [parent] });
  }
  return parent;
}

/** Whether it takes more than so many steps back to get from one commit to another, or to the root where it is none. */
export async function isFarther(
  tree: StateTree,
  { from, to, than }: { readonly from: string; readonly to: string | undefined; readonly than: number },
): Promise<boolean> {
  let oid: string | undefined = from;
  for (let steps = 0; steps <= than; steps++) {
    if (oid === undefined || oid === to) return false;
    oid = (await tree.commit(oid)).parents[0];
  }
  return true;
}

/**
 * What stood in each of some files before, by path, newest first: along first parents, as far as the branch carries its
 * past along. `places` are folders and files from the top. Blobs that follow each other are told apart by id; none is read.
 */
export async function pastBlobs(
  tree: StateTree,
  tip: string,
  places: readonly string[],
  most = HISTORY.longest,
): Promise<ReadonlyMap<string, readonly string[]>> {
  const past = new Map<string, string[]>();
  let after = tip;
  for (let steps = 0; steps < most; steps++) {
    const [commit] = (await tree.commit(after)).parents;
    // A clone that was made shallow ends here.
    if (commit === undefined || !(await tree.has(commit))) break;
    for (const place of places) {
      for (const { path, entry } of await tree.before(commit, after, place)) {
        const blobs = past.get(path) ?? [];
        if (blobs.length === 0) past.set(path, blobs);
        blobs.push(entry.oid);
      }
    }
    after = commit;
  }
  return past;
}

type Link = { readonly oid: string; readonly commit: CommitFacts };

/** The commits from the tip back along first parents. */
async function lineOf(tree: StateTree, tip: string): Promise<readonly Link[]> {
  const chain: Link[] = [];
  let oid: string | undefined = tip;
  while (oid !== undefined) {
    const commit: CommitFacts = await tree.commit(oid);
    chain.push({ oid, commit });
    oid = commit.parents[0];
  }
  return chain;
}

function describe(count: number, { oid, commit }: Link): string {
  const until = new Date(commit.author.timestamp * 1000).toISOString().slice(0, 10);
  return `Older history was cut\n\n${count} commits up to ${until}, the last of them ${oid}. The files are as they were then.\n`;
}
