import { Buffer } from 'node:buffer';
import type { Author } from '../git/objects/author.ts';
import { type CommitFacts, parseTree, type TreeEntry, withEntries } from '../git/objects/object-text.ts';
import type { ObjectWriter } from '../git/objects/object-writer.ts';
import { type ObjectReader, readingObjects } from '../git/objects/objects.ts';

/** A file of a commit, under its path from the top. */
export type StateTreeFile = { readonly path: string; readonly entry: TreeEntry };

/** A commit to be made: files put on top of what the parent holds. Its own files stay. */
export type StateCommit = {
  readonly parent: string | undefined;
  readonly files: readonly StateTreeFile[];
  readonly message: string;
  readonly author: Author;
  readonly at: Date;
};

type Folder = { readonly content: Buffer; readonly entries: readonly TreeEntry[] };

const NO_FOLDER: Folder = { content: Buffer.alloc(0), entries: [] };

/** Folders kept in memory: those that every read and every commit goes through. */
const FOLDERS_KEPT = 32;

/** The state branch's commits as data. Knows nothing of refs: `state-branch.ts` moves them. */
export class StateTree {
  readonly #reader: ObjectReader;
  readonly #writer: ObjectWriter;
  readonly #folders = new Map<string, Promise<Folder>>();

  constructor(reader: ObjectReader, writer: ObjectWriter) {
    this.#reader = reader;
    this.#writer = writer;
  }

  commit(oid: string): Promise<CommitFacts> {
    return this.#reader.commit(oid);
  }

  async has(commit: string): Promise<boolean> {
    return (await readingObjects(() => this.commit(commit))).ok;
  }

  async read(commit: string, path: string): Promise<string | undefined> {
    const entry = await this.entry(commit, path);
    if (entry?.type !== 'blob') return undefined;
    return (await this.#reader.blob(entry.oid)).toString('utf8');
  }

  async entry(commit: string, path: string): Promise<TreeEntry | undefined> {
    const segments = path.split('/');
    let folder: string | undefined = (await this.#root(commit)) ?? undefined;
    for (const [index, segment] of segments.entries()) {
      const entry: TreeEntry | undefined = (await this.#folder(folder)).entries.find(
        ({ path: name }) => name === segment,
      );
      if (entry === undefined || index === segments.length - 1) return entry;
      folder = entry.type === 'tree' ? entry.oid : undefined;
    }
    return undefined;
  }

  /** A file's text by its id. */
  async text(oid: string): Promise<string> {
    return (await this.#reader.blob(oid)).toString('utf8');
  }

  /** The files at a path, or below it, that a commit has, and the commit after it has otherwise or not at all. */
  async before(commit: string, after: string, path: string): Promise<readonly StateTreeFile[]> {
    const [was, is] = [await this.entry(commit, path), await this.entry(after, path)];
    if (was?.type === 'blob') return was.oid === is?.oid ? [] : [{ path, entry: was }];
    return this.#changedIn(treeOf(is), treeOf(was), `${path}/`);
  }

  /** The names of the files in a folder. */
  async list(commit: string, folder: string): Promise<readonly string[]> {
    const entry = await this.entry(commit, folder);
    const entries = entry?.type === 'tree' ? (await this.#folder(entry.oid)).entries : [];
    return entries.filter(({ type }) => type === 'blob').map(({ path }) => path);
  }

  /** The files of `to` that `from` has not, or has otherwise. Equal folders are not looked into. */
  async changed(from: string | undefined, to: string): Promise<readonly StateTreeFile[]> {
    return this.#changedIn(from === undefined ? undefined : await this.#root(from), await this.#root(to), '');
  }

  async store(path: string, text: string): Promise<StateTreeFile> {
    const oid = await this.#writer.blob(Buffer.from(text, 'utf8'));
    return { path, entry: fileEntry(path, oid) };
  }

  /** Makes the commit whether or not its files are new. */
  async write({ parent, files, message, author, at }: StateCommit): Promise<string> {
    const tree = await this.#put(parent === undefined ? undefined : await this.#root(parent), files, '');
    const timestamp = Math.floor(at.getTime() / 1000);
    return this.#writer.commit({
      tree,
      parents: parent === undefined ? [] : [parent],
      message,
      author: { ...author, timestamp },
    });
  }

  writeCommit(commit: Omit<CommitFacts, 'time'>): Promise<string> {
    return this.#writer.commit(commit);
  }

  async #root(commit: string): Promise<string> {
    return (await this.commit(commit)).tree;
  }

  async #changedIn(
    from: string | undefined,
    to: string | undefined,
    prefix: string,
  ): Promise<readonly StateTreeFile[]> {
    if (to === undefined || from === to) return [];
    const before = new Map((await this.#folder(from)).entries.map((entry) => [entry.path, entry]));
    const found: StateTreeFile[] = [];
    for (const entry of (await this.#folder(to)).entries) {
      const old = before.get(entry.path);
      if (old?.oid === entry.oid) continue;
      const path = `${prefix}${entry.path}`;
      if (entry.type === 'tree') {
        const was = old?.type === 'tree' ? old.oid : undefined;
        for (const inner of await this.#changedIn(was, entry.oid, `${path}/`)) found.push(inner);
      } else found.push({ path, entry });
    }
    return found;
  }

  /** A folder with files put into it, by paths below `prefix`; only the folders on their way are written. */
  async #put(folder: string | undefined, files: readonly StateTreeFile[], prefix: string): Promise<string> {
    const { content, entries } = await this.#folder(folder);
    const changed: TreeEntry[] = [];
    for (const [name, group] of Map.groupBy(files, ({ path }) => path.slice(prefix.length).split('/')[0] ?? '')) {
      const own = group.find(({ path }) => path === prefix + name);
      if (own !== undefined) changed.push({ ...own.entry, path: name });
      else {
        const old = entries.find(({ path }) => path === name);
        const oid = await this.#put(old?.type === 'tree' ? old.oid : undefined, group, `${prefix}${name}/`);
        changed.push({ mode: '040000', path: name, oid, type: 'tree' });
      }
    }
    return this.#writer.folder(withEntries(content, changed));
  }

  #folder(oid: string | undefined): Promise<Folder> {
    if (oid === undefined) return Promise.resolve(NO_FOLDER);
    const known = this.#folders.get(oid) ?? this.#readFolder(oid);
    // Moved to the end: what was not used for longest is forgotten first.
    this.#folders.delete(oid);
    this.#folders.set(oid, known);
    const [oldest] = this.#folders.keys();
    if (this.#folders.size > FOLDERS_KEPT && oldest !== undefined) this.#folders.delete(oldest);
    // What failed once may succeed later, when somebody has fetched the missing objects.
    known.catch(() => this.#folders.delete(oid));
    return known;
  }

  async #readFolder(oid: string): Promise<Folder> {
    const content = await this.#reader.folder(oid);
    return { content, entries: parseTree(content) };
  }
}

function treeOf(entry: TreeEntry | undefined): string | undefined {
  return entry?.type === 'tree' ? entry.oid : undefined;
}

function fileEntry(path: string, oid: string): TreeEntry {
  return { mode: '100644', path: path.slice(path.lastIndexOf('/') + 1), oid, type: 'blob' };
}
