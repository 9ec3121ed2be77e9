import { Buffer } from 'node:buffer';
import {
  hashBlob,
  readBlob,
  readCommit,
  readTree,
  type TreeEntry,
  writeBlob,
  writeCommit,
  writeTree,
} from 'isomorphic-git';
import { durableFs as fs } from './durable-fs.ts';

const FOLDER = 'destinations';

/** Who the commits on the state branch are by. */
export type Author = { readonly name: string; readonly email: string };

/** A commit to be made: one destination's text, on top of what the branch holds. */
export type StateCommit = {
  readonly name: string;
  readonly text: string;
  readonly message: string;
  readonly author: Author;
  readonly at: Date;
};

/** The state branch's commits as data. Knows nothing of refs: `ref-lock.ts` moves the branch. */
export class StateTree {
  readonly #gitdir: string;
  // Pack indexes are costly to parse, and are kept here.
  readonly #cache = {};

  constructor(commonDir: string) {
    this.#gitdir = commonDir;
  }

  async read(commit: string, name: string): Promise<string | undefined> {
    const entry = await this.#entry(commit, name);
    if (entry === undefined) return undefined;
    const { blob } = await readBlob({ ...this.#place(), oid: entry.oid });
    return Buffer.from(blob).toString('utf8');
  }

  /** The new commit's id, or undefined when the branch holds this very text already. Other files stay. */
  async commit(parent: string | undefined, change: StateCommit): Promise<string | undefined> {
    const blob = Buffer.from(change.text, 'utf8');
    const root = parent === undefined ? [] : await this.#rootOf(parent);
    const folder = await this.#folderOf(root);
    const path = fileName(change.name);
    const { oid } = await hashBlob({ object: blob });
    if (folder.find((entry) => entry.path === path)?.oid === oid) return undefined;
    await writeBlob({ ...this.#place(), blob });
    const folderOid = await this.#writeTree(withEntry(folder, { mode: '100644', path, oid, type: 'blob' }));
    const tree = await this.#writeTree(withEntry(root, { mode: '040000', path: FOLDER, oid: folderOid, type: 'tree' }));
    const person = { ...change.author, timestamp: Math.floor(change.at.getTime() / 1000), timezoneOffset: 0 };
    const parents = parent === undefined ? [] : [parent];
    const commit = { message: `${change.message}\n`, tree, parent: parents, author: person, committer: person };
    return writeCommit({ ...this.#place(), commit });
  }

  async #entry(commit: string, name: string): Promise<TreeEntry | undefined> {
    const folder = await this.#folderOf(await this.#rootOf(commit));
    return folder.find((entry) => entry.path === fileName(name) && entry.type === 'blob');
  }

  async #rootOf(commit: string): Promise<readonly TreeEntry[]> {
    const { commit: content } = await readCommit({ ...this.#place(), oid: commit });
    return (await readTree({ ...this.#place(), oid: content.tree })).tree;
  }

  async #folderOf(root: readonly TreeEntry[]): Promise<readonly TreeEntry[]> {
    const entry = root.find(({ path, type }) => path === FOLDER && type === 'tree');
    return entry === undefined ? [] : (await readTree({ ...this.#place(), oid: entry.oid })).tree;
  }

  #writeTree(tree: readonly TreeEntry[]): Promise<string> {
    return writeTree({ ...this.#place(), tree: [...tree] });
  }

  #place(): { readonly fs: typeof fs; readonly gitdir: string; readonly cache: object } {
    return { fs, gitdir: this.#gitdir, cache: this.#cache };
  }
}

function fileName(name: string): string {
  if (!/^[a-z0-9][a-z0-9-_.]*$/.test(name)) throw new Error(`Internal error: "${name}" is no destination name`);
  return `${name}.json`;
}

function withEntry(entries: readonly TreeEntry[], entry: TreeEntry): readonly TreeEntry[] {
  return [...entries.filter(({ path }) => path !== entry.path), entry];
}
