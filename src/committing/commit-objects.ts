import { hashBlob, readCommit, readTree, type TreeEntry, writeBlob, writeCommit, writeTree } from 'isomorphic-git';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import type { Author } from '../repository/author.ts';
import { durableFs as fs } from '../repository/durable-fs.ts';

export type CommitFacts = {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  /** Seconds. */
  readonly time: number;
};
export type WrittenFile = { readonly path: string; readonly oid: string; readonly mode: string };
export type NewTree = { readonly tree: string; readonly files: readonly WrittenFile[] };
/** What stands in a tree where a file should go, such as `stories is a symbolic link`. */
export type Obstacle = { readonly path: string; readonly what: string };

type Wanted = { readonly path: string; readonly rest: readonly string[]; readonly content: Uint8Array };

/** Git's objects: reads and makes commits. Knows nothing of branches, index or work tree. */
export class CommitObjects {
  readonly #gitdir: string;
  readonly #cache = {};

  constructor(commonDir: string) {
    this.#gitdir = commonDir;
  }

  async facts(oid: string): Promise<CommitFacts> {
    const { commit } = await readCommit({ ...this.#place(), oid });
    const { tree, parent, message, committer } = commit;
    return { tree, parents: parent, message, time: committer.timestamp };
  }

  /** The tree with these files in it, all others as they are. Modes stay; folders are made where there are none. */
  async withFiles(tree: string, files: ReadonlyMap<string, Uint8Array>): Promise<Result<NewTree, Obstacle>> {
    const wanted = [...files].map(([path, content]) => ({ path, rest: path.split('/'), content }));
    return this.#folder(tree, wanted);
  }

  commit(commit: {
    readonly tree: string;
    readonly parent: string;
    readonly message: string;
    readonly author: Author;
    readonly at: Date;
  }): Promise<string> {
    const { tree, parent, message, author, at } = commit;
    const person = { ...author, timestamp: Math.floor(at.getTime() / 1000), timezoneOffset: 0 };
    const content = { message, tree, parent: [parent], author: person, committer: person };
    return writeCommit({ ...this.#place(), commit: content });
  }

  async #folder(oid: string | undefined, wanted: readonly Wanted[]): Promise<Result<NewTree, Obstacle>> {
    const entries = new Map(oid === undefined ? [] : (await this.#entries(oid)).map((entry) => [entry.path, entry]));
    const written: WrittenFile[] = [];
    let changed = oid === undefined;
    for (const [name, inside] of Map.groupBy(wanted, ({ rest }) => rest[0] ?? '')) {
      const old = entries.get(name);
      const made = await this.#entry(name, old, inside);
      if (!made.ok) return made;
      written.push(...made.value.files);
      if (old?.oid === made.value.entry.oid) continue;
      changed = true;
      entries.set(name, made.value.entry);
    }
    const tree = changed || oid === undefined ? await this.#write([...entries.values()]) : oid;
    return ok({ tree, files: written });
  }

  async #entry(
    name: string,
    old: TreeEntry | undefined,
    inside: readonly Wanted[],
  ): Promise<Result<{ entry: TreeEntry; files: readonly WrittenFile[] }, Obstacle>> {
    const [first] = inside;
    if (first === undefined) throw new Error('Internal error: a folder of a commit without files');
    const { path, rest, content } = first;
    const at = path.split('/').slice(0, path.split('/').length - rest.length + 1);
    if (rest.length === 1) {
      const obstacle = obstacleTo('blob', old);
      if (obstacle !== undefined) return fail({ path, what: obstacle });
      const { oid } = await hashBlob({ object: content });
      if (old?.oid !== oid) await writeBlob({ ...this.#place(), blob: content });
      const mode = old?.mode ?? '100644';
      return ok({ entry: { path: name, oid, mode, type: 'blob' }, files: [{ path, oid, mode }] });
    }
    const obstacle = obstacleTo('tree', old);
    if (obstacle !== undefined) return fail({ path: at.join('/'), what: obstacle });
    const below = inside.map((each) => ({ ...each, rest: each.rest.slice(1) }));
    const folder = await this.#folder(old?.oid, below);
    if (!folder.ok) return folder;
    const { tree, files } = folder.value;
    return ok({ entry: { path: name, oid: tree, mode: '040000', type: 'tree' }, files });
  }

  async #entries(oid: string): Promise<readonly TreeEntry[]> {
    return (await readTree({ ...this.#place(), oid })).tree;
  }

  #write(tree: TreeEntry[]): Promise<string> {
    return writeTree({ ...this.#place(), tree });
  }

  #place(): { readonly fs: typeof fs; readonly gitdir: string; readonly cache: object } {
    return { fs, gitdir: this.#gitdir, cache: this.#cache };
  }
}

function obstacleTo(wanted: 'blob' | 'tree', old: TreeEntry | undefined): string | undefined {
  if (old === undefined) return undefined;
  if (old.mode === '120000') return 'a symbolic link';
  if (old.type === wanted) return undefined;
  if (old.type === 'commit') return 'a submodule';
  return old.type === 'tree' ? 'a folder' : 'a file';
}
