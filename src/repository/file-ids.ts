import type { ObjectReader } from './objects.ts';

type Folder = {
  readonly folders: Map<string, Folder>;
  /** File name -> full path. */
  readonly files: Map<string, string>;
  /** The last tree that stood here and what it held: most commits leave most folders alone. */
  last?: { readonly tree: string; readonly ids: ReadonlyMap<string, string> };
};

/** The ids of a few files in one tree after another. A folder is read again only where its own id is another one. */
export class FileIds {
  readonly #objects: ObjectReader;
  readonly #top: Folder = { folders: new Map(), files: new Map() };

  constructor(objects: ObjectReader, paths: readonly string[]) {
    this.#objects = objects;
    for (const path of paths) {
      const segments = path.split('/');
      const name = segments.pop() ?? '';
      let folder = this.#top;
      for (const segment of segments) {
        const next = folder.folders.get(segment) ?? { folders: new Map(), files: new Map() };
        folder.folders.set(segment, next);
        folder = next;
      }
      folder.files.set(name, path);
    }
  }

  /** Path -> id of what stands there; a path that the tree lacks is not in it. */
  in(tree: string): Promise<ReadonlyMap<string, string>> {
    return this.#read(this.#top, tree);
  }

  async #read(folder: Folder, tree: string): Promise<ReadonlyMap<string, string>> {
    if (folder.last?.tree === tree) return folder.last.ids;
    const ids = new Map<string, string>();
    for (const { path: name, oid, type } of await this.#objects.tree(tree)) {
      const file = folder.files.get(name);
      if (file !== undefined && type !== 'tree') ids.set(file, oid);
      const below = type === 'tree' ? folder.folders.get(name) : undefined;
      if (below === undefined) continue;
      for (const [path, id] of await this.#read(below, oid)) ids.set(path, id);
    }
    folder.last = { tree, ids };
    return ids;
  }
}
