import { Errors } from 'isomorphic-git';
import type { CommitFacts } from '../objects/object-text.ts';

/** Commits by id; an `ObjectReader` is one. */
type Commits = { commit(oid: string): Promise<CommitFacts> };

/** The last paragraph of a commit of ours: on what it stands, and which files it holds. */
export function baseTrailers(base: string, tree: string): string {
  return `Storysync-Base: ${base}\nStorysync-Tree: ${tree}\n`;
}

/** Where a branch that we write to stands now. */
export type Tips = {
  readonly head: string;
  readonly local: string | undefined;
  readonly remote: string | undefined;
};

export type BranchBase =
  /** `parent`: what the next commit goes on top of. `tip`: what it takes the place of, or follows. */
  | { readonly kind: 'base'; readonly parent: string; readonly tip: string | undefined }
  /** Both have commits of people that the other does not have. */
  | { readonly kind: 'diverged' };

/**
 * A branch with nothing but one commit of ours is made anew on HEAD, and so is one that was merged. As soon as somebody
 * else has a commit on it, ours goes on top: work of people is never dropped.
 */
export async function chooseBase(objects: Commits, { head, local, remote }: Tips): Promise<BranchBase> {
  const tip = await newerTip(objects, local, remote);
  if (tip === 'diverged') return { kind: 'diverged' };
  const free = tip === undefined || (await isOurs(objects, tip)) || (await isAncestor(objects, tip, head));
  return { kind: 'base', parent: free ? head : tip, tip };
}

async function newerTip(
  objects: Commits,
  local: string | undefined,
  remote: string | undefined,
): Promise<string | undefined> {
  if (local === undefined || remote === undefined || local === remote) return remote ?? local;
  if ((await isOurs(objects, local)) || (await isAncestor(objects, local, remote))) return remote;
  return (await isOurs(objects, remote)) || (await isAncestor(objects, remote, local)) ? local : 'diverged';
}

/** Exactly as we made it: somebody who amends or rebases it changes its files or what it stands on. */
async function isOurs(objects: Commits, oid: string): Promise<boolean> {
  const { message, parents, tree } = await objects.commit(oid);
  const [parent] = parents;
  return parents.length === 1 && parent !== undefined && message.endsWith(`\n\n${baseTrailers(parent, tree)}`);
}

/** Clocks of committers differ; beyond this a commit cannot have an older one as its descendant. */
const CLOCK_SKEW_MS = 86_400_000;
const MOST_COMMITS = 20_000;

/** Whether `of` contains `oid`. Where the history ends (a shallow clone) nobody knows, which counts as no. */
export async function isAncestor(objects: Commits, oid: string, of: string): Promise<boolean> {
  if (oid === of) return true;
  const earliest = Date.parse((await objects.commit(oid)).time) - CLOCK_SKEW_MS;
  const seen = new Set([of]);
  // A set hands out what is added to it while it is walked.
  for (const commit of seen) {
    if (commit === oid) return true;
    if (seen.size > MOST_COMMITS) return false;
    const facts = await factsIfHere(objects, commit);
    if (facts === undefined || Date.parse(facts.time) < earliest) continue;
    for (const parent of facts.parents) seen.add(parent);
  }
  return false;
}

async function factsIfHere(objects: Commits, oid: string): Promise<CommitFacts | undefined> {
  try {
    return await objects.commit(oid);
  } catch (error) {
    if (error instanceof Errors.NotFoundError) return undefined;
    throw error;
  }
}
