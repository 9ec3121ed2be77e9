import type { Buffer } from 'node:buffer';
import { posix } from 'node:path';
import type { Behind } from '../../model/status.ts';
import type { ObjectReader } from '../objects/objects.ts';
import { storageFailure } from '../objects/storage-failure.ts';
import type { Repository } from './repository.ts';
import { differencesBetween, type TreeChange } from './tree-difference.ts';

/** A file, by its path from the top of the repository, and the commit that it was last pushed from. */
export type PushedFile = { readonly path: string; readonly since: string };

/** A branch that is older than this is not looked through: who is that far behind, is far behind. */
const MAX_COMMITS = 10_000;

type Question = PushedFile & { commits: number; first?: string };

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
  const distinct = new Map(files.map((file) => [behindKey(file.path, file.since), file]));
  const questions = [...distinct.values()].map((file): Question => ({ ...file, commits: 0 }));
  const bySince = Map.groupBy(questions, ({ since }) => since);
  const byPath = Map.groupBy(questions, ({ path }) => path);
  const walk = new FileWalk(objects, [...byPath.keys()]);
  try {
    let [commit, facts] = [head, await objects.commit(head)];
    for (let walked = 0; walked < MAX_COMMITS; walked++) {
      for (const { path, since, commits, first } of bySince.get(commit) ?? []) {
        found.set(behindKey(path, since), { commits, since: first ?? facts.time });
      }
      bySince.delete(commit);
      const [parent] = facts.parents;
      if (parent === undefined || bySince.size === 0) break;
      const before = await objects.commit(parent);
      for (const path of (await walk.changed(before.tree, facts.tree)).keys()) {
        // Answered ones may count on: nobody looks at them again.
        for (const question of byPath.get(path) ?? []) {
          question.commits += 1;
          question.first = facts.time;
        }
      }
      [commit, facts] = [parent, before];
    }
  } catch (error) {
    // A shallow clone ends here, and damaged storage as well; what was found so far holds.
    storageFailure(error);
  }
  return found;
}

export function behindKey(path: string, since: string): string {
  return `${path}\n${since}`;
}

/** Folders kept for the next step: each is wanted twice, as the newer and as the older one. */
const RECENT = 64;

/** Which of a few files differ between one tree after another; with `siblings` also the files beside them. */
export class FileWalk {
  readonly #objects: ObjectReader;
  /** The files and every folder on the way to them. */
  readonly #asked: ReadonlySet<string>;
  readonly #folders: ReadonlySet<string>;
  readonly #recent = new Map<string, Promise<Buffer>>();

  constructor(objects: ObjectReader, paths: readonly string[], { siblings = false } = {}) {
    this.#objects = objects;
    this.#folders = new Set(siblings ? paths.map((path) => posix.dirname(path)) : []);
    this.#asked = new Set(
      paths.flatMap((path) => [...path.matchAll(/\/|$/g)].map(({ index }) => path.slice(0, index))),
    );
  }

  async changed(was: string, is: string): Promise<ReadonlyMap<string, TreeChange>> {
    const walk = { read: (tree: string) => this.#folder(tree), asks: (path: string) => this.#asks(path) };
    return new Map((await differencesBetween(was, is, walk)).map((each) => [each.path, each]));
  }

  #asks(path: string): boolean {
    return this.#asked.has(path) || this.#folders.has(posix.dirname(path));
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
