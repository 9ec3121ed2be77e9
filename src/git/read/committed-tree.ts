import type { Buffer } from 'node:buffer';
import { posix } from 'node:path';
import type { TreeEntry } from '../objects/object-text.ts';
import type { ObjectReader } from '../objects/objects.ts';

type Folder = ReadonlyMap<string, TreeEntry>;

/** The files of one commit, read from git's objects alone; each folder is read once. Missing objects throw `NotFoundError`. */
export class CommittedTree {
  readonly #objects: ObjectReader;
  readonly #commit: string | undefined;
  readonly #folders = new Map<string, Promise<Folder>>();

  /** Without a commit (there is none yet) the tree is empty. */
  constructor(objects: ObjectReader, commit: string | undefined) {
    this.#objects = objects;
    this.#commit = commit;
  }

  /** `path` in normal form; the top itself (`.`) has no entry. */
  async entry(path: string): Promise<TreeEntry | undefined> {
    return (await this.#folder(posix.dirname(path))).get(posix.basename(path));
  }

  blob(oid: string): Promise<Buffer> {
    return this.#objects.blob(oid);
  }

  #folder(path: string): Promise<Folder> {
    const known = this.#folders.get(path) ?? this.#readFolder(path);
    this.#folders.set(path, known);
    return known;
  }

  async #readFolder(path: string): Promise<Folder> {
    if (this.#commit === undefined) return new Map();
    if (path === '.') return this.#entriesOf((await this.#objects.commit(this.#commit)).tree);
    const entry = await this.entry(path);
    return entry?.type === 'tree' ? this.#entriesOf(entry.oid) : new Map();
  }

  async #entriesOf(tree: string): Promise<Folder> {
    return new Map((await this.#objects.tree(tree)).map((entry) => [entry.path, entry]));
  }
}
