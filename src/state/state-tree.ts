import { Buffer } from 'node:buffer';
import { readBlob, readCommit, readTree, type TreeEntry, writeBlob, writeCommit, writeTree } from 'isomorphic-git';
import type { Author } from '../repository/author.ts';
import { durableFs as fs } from '../repository/durable-fs.ts';

/** A file of a commit, under its path from the top. */
export type StateFile = { readonly path: string; readonly entry: TreeEntry };

/** A commit to be made: files put on top of what the parent holds. Its own files stay. */
export type NewCommit = {
  readonly parent: string | undefined;
  readonly files: readonly StateFile[];
  readonly message: string;
  readonly author: Author;
  readonly at: Date;
};

/** What is known of a commit of the state branch. */
export type StateCommit = {
  readonly tree: string;
  readonly parents: readonly string[];
  readonly message: string;
  readonly author: Author & { readonly timestamp: number };
};

/** Folders kept in memory: those that every read and every commit goes through. */
const FOLDERS_KEPT = 32;

/** The state branch's commits as data. Knows nothing of refs: `state-branch.ts` moves them. */
export class StateTree {
  readonly #gitdir: string;
  // Pack indexes are costly to parse, and are kept here.
  readonly #cache = {};
  readonly #folders = new Map<string, Promise<readonly TreeEntry[]>>();

  constructor(commonDir: string) {
    this.#gitdir = commonDir;
  }

  async commit(oid: string): Promise<StateCommit> {
    const { commit } = await readCommit({ ...this.#place(), oid });
    const { name, email, timestamp } = commit.author;
    return {
      tree: commit.tree,
      parents: commit.parent,
      message: commit.message,
      author: { name, email, timestamp },
    };
  }

  async read(commit: string, path: string): Promise<string | undefined> {
    const entry = await this.entry(commit, path);
    if (entry?.type !== 'blob') return undefined;
    const { blob } = await readBlob({ ...this.#place(), oid: entry.oid });
    return Buffer.from(blob).toString('utf8');
  }

  async entry(commit: string, path: string): Promise<TreeEntry | undefined> {
    const segments = path.split('/');
    let folder: string | undefined = (await this.#root(commit)) ?? undefined;
    for (const [index, segment] of segments.entries()) {
      const entry: TreeEntry | undefined = (await this.#folder(folder)).find(({ path: name }) => name === segment);
      if (entry === undefined || index === segments.length - 1) return entry;
      folder = entry.type === 'tree' ? entry.oid : undefined;
    }
    return undefined;
  }

  /** The names of the files in a folder. */
  async list(commit: string, folder: string): Promise<readonly string[]> {
    const entry = await this.entry(commit, folder);
    const entries = entry?.type === 'tree' ? await this.#folder(entry.oid) : [];
    return entries.filter(({ type }) => type === 'blob').map(({ path }) => path);
  }

  /** The files of `to` that `from` has not, or has otherwise. Equal folders are not looked into. */
  async changed(from: string | undefined, to: string): Promise<readonly StateFile[]> {
    return this.#changedIn(from === undefined ? undefined : await this.#root(from), await this.#root(to), '');
  }

  async store(path: string, text: string): Promise<StateFile> {
    const oid = await writeBlob({ ...this.#place(), blob: Buffer.from(text, 'utf8') });
    return { path, entry: fileEntry(path, oid) };
  }

  /** Makes the commit whether or not its files are new. */
  async write({ parent, files, message, author, at }: NewCommit): Promise<string> {
    const tree = await this.#put(parent === undefined ? undefined : await this.#root(parent), files, '');
    const timestamp = Math.floor(at.getTime() / 1000);
    return this.writeCommit({
      tree,
      parents: parent === undefined ? [] : [parent],
      message,
      author: { ...author, timestamp },
    });
  }

  writeCommit({ tree, parents, message, author }: StateCommit): Promise<string> {
    const person = { ...author, timezoneOffset: 0 };
    const commit = { message, tree, parent: [...parents], author: person, committer: person };
    return writeCommit({ ...this.#place(), commit });
  }

  async #root(commit: string): Promise<string> {
    return (await this.commit(commit)).tree;
  }

  async #changedIn(from: string | undefined, to: string | undefined, prefix: string): Promise<readonly StateFile[]> {
    if (to === undefined || from === to) return [];
    const before = new Map((await this.#folder(from)).map((entry) => [entry.path, entry]));
    const found: StateFile[] = [];
    for (const entry of await this.#folder(to)) {
      const old = before.get(entry.path);
      if (old?.oid === entry.oid) continue;
      const path = `${prefix}${entry.path}`;
      if (entry.type === 'tree') {
        found.push(...(await this.#changedIn(old?.type === 'tree' ? old.oid : undefined, entry.oid, `${path}/`)));
      } else found.push({ path, entry });
    }
    return found;
  }

  /** A folder with files put into it, by paths below `prefix`; only the folders on their way are written. */
  async #put(folder: string | undefined, files: readonly StateFile[], prefix: string): Promise<string> {
    const entries = new Map((await this.#folder(folder)).map((entry) => [entry.path, entry]));
    const groups = Map.groupBy(files, ({ path }) => path.slice(prefix.length).split('/')[0] ?? '');
    for (const [name, group] of groups) {
      const own = group.find(({ path }) => path === prefix + name);
      if (own !== undefined) entries.set(name, { ...own.entry, path: name });
      else {
        const old = entries.get(name);
        const oid = await this.#put(old?.type === 'tree' ? old.oid : undefined, group, `${prefix}${name}/`);
        entries.set(name, { mode: '040000', path: name, oid, type: 'tree' });
      }
    }
    return writeTree({ ...this.#place(), tree: [...entries.values()] });
  }

  #folder(oid: string | undefined): Promise<readonly TreeEntry[]> {
    if (oid === undefined) return Promise.resolve([]);
    const known = this.#folders.get(oid) ?? readTree({ ...this.#place(), oid }).then(({ tree }) => tree);
    // Moved to the end: what was not used for longest is forgotten first.
    this.#folders.delete(oid);
    this.#folders.set(oid, known);
    const [oldest] = this.#folders.keys();
    if (this.#folders.size > FOLDERS_KEPT && oldest !== undefined) this.#folders.delete(oldest);
    // What failed once may succeed later, when somebody has fetched the missing objects.
    known.catch(() => this.#folders.delete(oid));
    return known;
  }

  #place(): { readonly fs: typeof fs; readonly gitdir: string; readonly cache: object } {
    return { fs, gitdir: this.#gitdir, cache: this.#cache };
  }
}

function fileEntry(path: string, oid: string): TreeEntry {
  return { mode: '100644', path: path.slice(path.lastIndexOf('/') + 1), oid, type: 'blob' };
}
