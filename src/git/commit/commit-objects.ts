import { Buffer } from 'node:buffer';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import type { Author } from '../objects/author.ts';
import { blobId } from '../objects/blob-id.ts';
import { parseTree, type TreeEntry, withEntries } from '../objects/object-text.ts';
import type { ObjectWriter } from '../objects/object-writer.ts';
import type { ObjectReader } from '../objects/objects.ts';

export type WrittenFile = { readonly path: string; readonly oid: string; readonly mode: string };
export type NewTree = { readonly tree: string; readonly files: readonly WrittenFile[] };
/** What stands in a tree where a file should go, such as `stories is a symbolic link`. */
export type Obstacle = { readonly path: string; readonly what: string };

type Wanted = { readonly path: string; readonly rest: readonly string[]; readonly content: Uint8Array };

/** Git's objects: reads and makes commits. Knows nothing of branches, index or work tree. */
export class CommitObjects {
  readonly reader: ObjectReader;
  readonly #writer: ObjectWriter;

  constructor(reader: ObjectReader, writer: ObjectWriter) {
    this.reader = reader;
    this.#writer = writer;
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
    const timestamp = Math.floor(at.getTime() / 1000);
    return this.#writer.commit({ tree, parents: [parent], message, author: { ...author, timestamp } });
  }

  async #folder(oid: string | undefined, wanted: readonly Wanted[]): Promise<Result<NewTree, Obstacle>> {
    const before = oid === undefined ? Buffer.alloc(0) : await this.reader.folder(oid);
    const entries = new Map(parseTree(before).map((entry) => [entry.path, entry]));
    const written: WrittenFile[] = [];
    const changed: TreeEntry[] = [];
    for (const [name, inside] of Map.groupBy(wanted, ({ rest }) => rest[0] ?? '')) {
      const old = entries.get(name);
      const made = await this.#entry(name, old, inside);
      if (!made.ok) return made;
      written.push(...made.value.files);
      if (old?.oid !== made.value.entry.oid) changed.push(made.value.entry);
    }
    const same = oid !== undefined && changed.length === 0;
    const tree = same ? oid : await this.#writer.folder(withEntries(before, changed));
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
      const oid = blobId(content);
      if (old?.oid !== oid) await this.#writer.blob(content);
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
}

function obstacleTo(wanted: 'blob' | 'tree', old: TreeEntry | undefined): string | undefined {
  if (old === undefined) return undefined;
  if (old.mode === '120000') return 'a symbolic link';
  if (old.type === wanted) return undefined;
  if (old.type === 'commit') return 'a submodule';
  return old.type === 'tree' ? 'a folder' : 'a file';
}
