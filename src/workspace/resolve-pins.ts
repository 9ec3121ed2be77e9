import { fail, ok, type Result } from '../diagnostics/result.ts';
import { readingObjects } from '../git/objects/objects.ts';
import { cloneKind, foreignStorage } from '../git/objects/storage.ts';
import { ancestorsAmong } from '../git/read/ancestors.ts';
import type { Repository } from '../git/read/repository.ts';
import type { PinTrouble } from '../model/fact/pin-fact.ts';
import { shortId } from '../model/text/short-id.ts';
import { unreadableObjects } from './named-commit.ts';

/** The commit of a pin, by what is written in the manifest. */
export type ResolvedPins = ReadonlyMap<string, Result<string, PinTrouble>>;

/**
 * The commits that pins name: unique among the ancestors of `tip`, which is the default branch as the remote told it.
 * What this clone cannot tell is never called wrong.
 */
export async function resolvePins(
  repository: Repository | undefined,
  tip: string | null,
  written: ReadonlySet<string>,
): Promise<ResolvedPins> {
  const all = (because: PinTrouble): ResolvedPins => new Map([...written].map((name) => [name, fail(because)]));
  if (repository === undefined || tip === null) return all({ kind: 'no_repository' });
  const foreign = await foreignStorage(repository.dirs.commonDir);
  if (foreign !== undefined) {
    const message = `the repository uses ${foreign}`;
    const hint = 'use a repository with sha1 object names, and files for its branches';
    return all({ kind: 'git_unreadable', finding: { message, hint } });
  }
  const clone = await cloneKind(repository.dirs.commonDir);
  const start = await readingObjects(() => repository.objects.commit(tip));
  if (!start.ok) {
    if (start.error !== 'missing_objects') return all(unreadable(tip, start.error));
    return all(clone === 'shallow' ? { kind: 'history_missing', clone } : { kind: 'tip_missing', tip });
  }
  const candidates = new Map<string, Result<readonly string[], PinTrouble>>();
  for (const name of written) candidates.set(name, await commitsNamed(repository, name));
  const asked = new Set([...candidates.values()].flatMap((each) => (each.ok ? each.value : [])));
  const { found, complete } = await ancestorsAmong(repository.objects, tip, asked);
  const decide = (name: string, named: Result<readonly string[], PinTrouble>): Result<string, PinTrouble> => {
    if (!named.ok) return named;
    const [merged, second] = named.value.filter((commit) => found.has(commit));
    if (merged !== undefined && second !== undefined) return fail(ambiguous(named.value, found));
    // Of the history that was left out another commit may begin alike.
    const certain = name.length === 40 || clone !== 'shallow';
    if (merged !== undefined && certain) return ok(merged);
    if (clone === 'shallow' || !complete) return fail({ kind: 'history_missing', clone });
    const [only] = named.value;
    return fail(only === undefined ? { kind: 'unknown_commit' } : { kind: 'not_merged', commit: only });
  };
  return new Map([...candidates].map(([name, named]) => [name, decide(name, named)]));
}

/** Commits of this clone whose names begin so; files and folders that do are none. */
async function commitsNamed(repository: Repository, name: string): Promise<Result<readonly string[], PinTrouble>> {
  const { objects } = repository;
  const read = await readingObjects(async () => {
    const ids = name.length === 40 ? [name] : await objects.expand(name);
    const commits: string[] = [];
    for (const id of ids) if ((await objects.peel(id)) === id) commits.push(id);
    return commits;
  });
  if (read.ok) return read;
  return read.error === 'missing_objects' ? ok([]) : fail(unreadable(name, read.error));
}

function ambiguous(named: readonly string[], found: ReadonlySet<string>): PinTrouble {
  return { kind: 'ambiguous_commit', commits: named.filter((commit) => found.has(commit)).toSorted() };
}

function unreadable(commit: string, why: 'unreadable' | 'too_large'): PinTrouble {
  const { message, hint } = unreadableObjects(`commit ${shortId(commit)}`, why);
  return { kind: 'git_unreadable', finding: { message, hint } };
}
