import { join } from 'node:path';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import { type ObjectRefusal, readingObjects } from '../objects/objects.ts';
import { textOfFile } from '../objects/regular-file.ts';
import { readRef } from './ref.ts';
import type { Repository } from './repository.ts';

/** Why a name stands for no commit. The caller knows who wrote it, and makes the problem of it. */
export type NameRefusal =
  /** No branch, tag or commit of that name is here. */
  | { readonly kind: 'unknown' }
  /** None of the ways to name a commit that we read. */
  | { readonly kind: 'not_a_name' }
  /** Refs or commit ids, as people may write them instead. */
  | { readonly kind: 'ambiguous'; readonly candidates: readonly string[] }
  /** The first commit of all has no parent; a commit that merges nothing has no second one. */
  | { readonly kind: 'no_parent'; readonly commit: string }
  /** A tag or an id of a file or a folder. */
  | { readonly kind: 'not_a_commit' }
  /** `oid`: the commit that would be needed next. */
  | { readonly kind: ObjectRefusal; readonly oid: string };

type Resolved = Result<string, NameRefusal>;

/** `~2`, `^`, `^2`, `^{}` and `^{commit}` behind a name, any number of them. */
const NAME = /^([^~^]+)((?:~[0-9]{0,6}|\^(?:[0-9]{1,2}|\{(?:commit)?\})?)*)$/;
const OID = /^[0-9a-f]{40}$/;
/** Git's rules for a ref, as far as they keep a name inside its folder and apart from other syntax. */
const NO_REF = /[\s\p{Cc}\\~^:?*[]|\.\.|@\{|\/\/|^[/.-]|[/.]$|\.lock$/u;

/**
 * The commit that a person means by `HEAD~2`, `main^`, `origin/main`, `v1.4` or `1a2b3c4`. Without a number `^` and
 * `~` follow the first parent: on a merge commit, the branch that was merged into.
 */
export async function resolveCommit(repository: Repository, name: string): Promise<Resolved> {
  const [, start, steps] = NAME.exec(name) ?? [];
  if (start === undefined || NO_REF.test(start)) return fail({ kind: 'not_a_name' });
  let commit = await findStart(repository, start);
  for (const [step] of (steps ?? '').matchAll(/[~^][^~^]*/g)) {
    if (!commit.ok) return commit;
    commit = await takeStep(repository, commit.value, step);
  }
  return commit;
}

async function findStart(repository: Repository, start: string): Promise<Resolved> {
  const lower = start.toLowerCase();
  if (OID.test(lower)) return peel(repository, lower);
  const special = await specialHead(repository, start);
  if (special !== undefined) return peel(repository, special);
  const refs = await findRefs(repository, start);
  if (refs.length > 0) return oneOf(repository, refs);
  return /^[0-9a-f]{4,39}$/.test(lower) ? expand(repository, lower) : fail({ kind: 'unknown' });
}

/** Each work tree has its own HEAD, and its own memory of the last fetch. */
async function specialHead(repository: Repository, name: string): Promise<string | undefined> {
  if (name === 'HEAD' || name === '@') return (await repository.head())?.commit;
  if (name !== 'FETCH_HEAD' && name !== 'ORIG_HEAD') return undefined;
  const text = (await textOfFile(join(repository.dirs.gitDir, name))) ?? '';
  return OID.test(text.slice(0, 40)) ? text.slice(0, 40) : undefined;
}

type FoundRef = { readonly ref: string; readonly oid: string };

async function findRefs({ dirs }: Repository, name: string): Promise<readonly FoundRef[]> {
  const places = [name, `refs/${name}`, `refs/tags/${name}`, `refs/heads/${name}`, `refs/remotes/${name}`];
  const refs = [...places, `refs/remotes/${name}/HEAD`].filter((ref) => ref.startsWith('refs/'));
  const oids = await Promise.all(refs.map((ref) => readRef(dirs.commonDir, ref)));
  return refs.flatMap((ref, index) => {
    const oid = oids[index];
    return oid === undefined ? [] : [{ ref, oid }];
  });
}

/** Git takes the tag and warns. Where a name decides what is pushed to customers, a guess is not good enough. */
async function oneOf(repository: Repository, refs: readonly FoundRef[]): Promise<Resolved> {
  const commits = await Promise.all(refs.map(({ oid }) => peel(repository, oid)));
  const [first] = commits;
  if (first === undefined) return fail({ kind: 'unknown' });
  const same = commits.every((commit) => commit.ok && first.ok && commit.value === first.value);
  if (same || refs.length === 1) return first;
  return fail({ kind: 'ambiguous', candidates: refs.map(({ ref }) => ref.replace(/^refs\//, '')) });
}

/** Files and folders that begin alike are no candidates. */
async function expand(repository: Repository, prefix: string): Promise<Resolved> {
  const matches = await readingObjects(() => repository.objects.expand(prefix));
  if (!matches.ok) return fail({ kind: matches.error, oid: prefix });
  const peeled = await Promise.all(matches.value.map((oid) => peel(repository, oid)));
  const commits = [...new Set(peeled.flatMap((commit) => (commit.ok ? [commit.value] : [])))];
  const [only] = commits;
  if (only === undefined) return peeled[0] ?? fail({ kind: 'unknown' });
  return commits.length === 1 ? ok(only) : fail({ kind: 'ambiguous', candidates: commits.toSorted() });
}

async function peel({ objects }: Repository, oid: string): Promise<Resolved> {
  const commit = await readingObjects(() => objects.peel(oid));
  if (!commit.ok) return fail({ kind: commit.error, oid });
  return commit.value === undefined ? fail({ kind: 'not_a_commit' }) : ok(commit.value);
}

async function takeStep(repository: Repository, commit: string, step: string): Promise<Resolved> {
  if (step.includes('{')) return ok(commit);
  const count = step.length === 1 ? 1 : Number(step.slice(1));
  if (step.startsWith('^')) return count === 0 ? ok(commit) : parentOf(repository, commit, count);
  let current: Resolved = ok(commit);
  for (let taken = 0; taken < count && current.ok; taken++) current = await parentOf(repository, current.value);
  return current;
}

/** The first parent is the one that a branch's own history goes on with. */
export async function parentOf(repository: Repository, commit: string, number = 1): Promise<Resolved> {
  const facts = await readingObjects(() => repository.objects.commit(commit));
  if (!facts.ok) return fail({ kind: facts.error, oid: commit });
  const parent = facts.value.parents[number - 1];
  // Read at once: in a shallow clone the parent is named, but not here.
  return parent === undefined ? fail({ kind: 'no_parent', commit }) : peel(repository, parent);
}
