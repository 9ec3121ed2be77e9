import { Buffer } from 'node:buffer';
import fs from 'node:fs';
import { posix } from 'node:path';
import { readBlob, readCommit, readTree, type TreeEntry } from 'isomorphic-git';

/** The files of one commit, read from git's objects alone; each folder is read once. Missing objects throw `NotFoundError`. */
export class CommittedTree {
  readonly #gitdir: string;
  readonly #commit: string | undefined;
  readonly #folders = new Map<string, Promise<readonly TreeEntry[]>>();
  readonly #cache = {};

  /** Without a commit (there is none yet) the tree is empty. */
  constructor(commonDir: string, commit: string | undefined) {
    this.#gitdir = commonDir;
    this.#commit = commit;
  }

  async entry(path: string): Promise<TreeEntry | undefined> {
    const name = posix.basename(path);
    return (await this.#folder(posix.dirname(path))).find((entry) => entry.path === name);
  }

  async blob(oid: string): Promise<Buffer> {
    const { blob } = await readBlob({ fs, gitdir: this.#gitdir, oid, cache: this.#cache });
    return Buffer.from(blob);
  }

  #folder(path: string): Promise<readonly TreeEntry[]> {
    const known = this.#folders.get(path) ?? this.#readFolder(path);
    this.#folders.set(path, known);
    return known;
  }

  async #readFolder(path: string): Promise<readonly TreeEntry[]> {
    if (this.#commit === undefined) return [];
    if (path === '.') {
      const { commit: content } = await readCommit({ ...this.#source(), oid: this.#commit });
      return (await readTree({ ...this.#source(), oid: content.tree })).tree;
    }
    const entry = await this.entry(path);
    if (entry?.type !== 'tree') return [];
    return (await readTree({ ...this.#source(), oid: entry.oid })).tree;
  }

  #source(): { readonly fs: typeof fs; readonly gitdir: string; readonly cache: object } {
    return { fs, gitdir: this.#gitdir, cache: this.#cache };
  }
}
