import type { Buffer } from 'node:buffer';
import { Errors } from 'isomorphic-git';
import type { ObjectReader } from './objects.ts';
import type { Repository } from './repository.ts';
import { differencesBetween } from './tree-difference.ts';

/** How far a file has moved on since a commit. */
export type Behind = {
  /** Commits after it that changed the file. */
  readonly commits: number;
  /** ISO time of the first of those; where there is none, of the commit itself. */
  readonly since: string;
};

/** A file, and the commit that it was last pushed from. */
export type PushedFile = { readonly path: string; readonly since: string };

/** A branch that is older than this is not looked through: who is that far behind, is far behind. */
const MAX_COMMITS = 10_000;

type Open = { readonly key: string; readonly path: string; readonly since: string; commits: number; first?: string };

/**
 * How far behind each file is, by `behindKey`. The branch's own history (first parents) is walked once for all of them,
 * and no further than the oldest commit asked for. A file whose commit is not on it, or lies before what this clone
 * has, has no entry: nobody can tell.
 */
export async function storyHistory(
  { objects }: Pick<Repository, 'objects'>,
  head: string,
  files: readonly PushedFile[],
): Promise<ReadonlyMap<string, Behind>> {
  const found = new Map<string, Behind>();
  const open = new Map(
    files.map(({ path, since }): [string, Open] => {
      const key = behindKey(path, since);
      return [key, { key, path, since, commits: 0 }];
    }),
  );
  const walk = new FileWalk(objects, [...new Set(files.map(({ path }) => path))]);
  try {
    let [commit, facts] = [head, await objects.commit(head)];
    for (let walked = 0; walked < MAX_COMMITS; walked++) {
      for (const entry of open.values()) {
        if (entry.since !== commit) continue;
        found.set(entry.key, { commits: entry.commits, since: entry.first ?? facts.time });
        open.delete(entry.key);
      }
      const [parent] = facts.parents;
      if (parent === undefined || open.size === 0) break;
      const before = await objects.commit(parent);
      const changed = await walk.changed(before.tree, facts.tree);
      for (const entry of changed.size === 0 ? [] : open.values()) {
        if (!changed.has(entry.path)) continue;
        entry.commits += 1;
        entry.first = facts.time;
      }
      [commit, facts] = [parent, before];
    }
  } catch (error) {
    // A shallow clone ends here; what was found so far holds.
    if (!(error instanceof Errors.NotFoundError)) throw error;
  }
  return found;
}

export function behindKey(path: string, since: string): string {
  return `${path}\n${since}`;
}

/** Folders kept for the next step: each is wanted twice, as the newer and as the older one. */
const RECENT = 64;

/** Which of a few files differ between one tree after another. */
class FileWalk {
  readonly #objects: ObjectReader;
  /** The files and every folder on the way to them. */
  readonly #asked: ReadonlySet<string>;
  readonly #recent = new Map<string, Promise<Buffer>>();

  constructor(objects: ObjectReader, paths: readonly string[]) {
    this.#objects = objects;
    this.#asked = new Set(
      paths.flatMap((path) => [...path.matchAll(/\/|$/g)].map(({ index }) => path.slice(0, index))),
    );
  }

  async changed(was: string, is: string): Promise<ReadonlySet<string>> {
    const walk = { read: (tree: string) => this.#folder(tree), asks: (path: string) => this.#asked.has(path) };
    return new Set((await differencesBetween(was, is, walk)).map(({ path }) => path));
  }

  #folder(tree: string): Promise<Buffer> {
    const folder = this.#recent.get(tree) ?? this.#objects.folder(tree);
    this.#recent.delete(tree);
    this.#recent.set(tree, folder);
    const [oldest] = this.#recent.keys();
    if (this.#recent.size > RECENT && oldest !== undefined) this.#recent.delete(oldest);
    return folder;
  }
}
