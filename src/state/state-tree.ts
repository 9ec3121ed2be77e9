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
import pLimit from 'p-limit';
import { durableFs as fs } from './durable-fs.ts';
import type { StateChange } from './write-queue.ts';

const FOLDER = 'destinations';
/** Files written side by side: enough to keep the disk busy, far from the limit of open files. */
const SIDE_BY_SIDE = 16;

/** Who the commits on the state branch are by. */
export type Author = { readonly name: string; readonly email: string };

export type Signature = { readonly author: Author; readonly at: Date };

/** A commit to be made: the texts of one or more destinations, each name once, on top of what the branch holds. */
export type StateCommit = Signature & { readonly changes: readonly StateChange[] };

/** A file for people, in a folder of its own. */
export type CopyToKeep = {
  readonly folder: readonly string[];
  readonly file: string;
  readonly text: string;
  readonly message: string;
};

/** The trees of one commit: the root's entries, and those of the state folder by file name. */
type Snapshot = { readonly root: readonly TreeEntry[]; readonly files: ReadonlyMap<string, TreeEntry> };
type NewFile = { readonly message: string; readonly blob: Uint8Array; readonly entry: TreeEntry };

/** The state branch's commits as data. Knows nothing of refs: `ref-lock.ts` moves the branch. */
export class StateTree {
  readonly #gitdir: string;
  // Pack indexes are costly to parse, and are kept here.
  readonly #cache = {};
  /** A commit never changes, and a run reads every destination from the same one. */
  #latest: { readonly commit: string; readonly snapshot: Promise<Snapshot> } | undefined;

  constructor(commonDir: string) {
    this.#gitdir = commonDir;
  }

  async read(commit: string, name: string): Promise<string | undefined> {
    const entry = (await this.#snapshot(commit)).files.get(fileName(name));
    if (entry?.type !== 'blob') return undefined;
    const { blob } = await readBlob({ ...this.#place(), oid: entry.oid });
    return Buffer.from(blob).toString('utf8');
  }

  /** The destinations that have a file; other files in the folder are nobody's state. */
  async names(commit: string): Promise<readonly string[]> {
    const { files } = await this.#snapshot(commit);
    return [...files.values()]
      .flatMap(({ path, type }) => (type === 'blob' ? (FILE_NAME.exec(path)?.[1] ?? []) : []))
      .sort();
  }

  async writtenAt(oid: string): Promise<string> {
    const { commit } = await readCommit({ ...this.#place(), oid });
    return new Date(commit.committer.timestamp * 1000).toISOString();
  }

  /** The new commit's id, or undefined when the branch holds these very texts already. Other files stay. */
  async commit(parent: string | undefined, { changes, author, at }: StateCommit): Promise<string | undefined> {
    const { root, files } = parent === undefined ? EMPTY : await this.#snapshot(parent);
    const limit = pLimit(SIDE_BY_SIDE);
    const all = await limit.map(changes, newFile);
    const fresh = all.filter(({ entry }) => files.get(entry.path)?.oid !== entry.oid);
    if (fresh.length === 0) return undefined;
    await limit.map(fresh, ({ blob }) => writeBlob({ ...this.#place(), blob }));
    const folder = new Map([...files, ...fresh.map(({ entry }) => [entry.path, entry] as const)]);
    const folderOid = await this.#writeTree([...folder.values()]);
    const others = root.filter(({ path }) => path !== FOLDER);
    const tree = await this.#writeTree([...others, { mode: '040000', path: FOLDER, oid: folderOid, type: 'tree' }]);
    return this.#writeCommit(parent, tree, describe(fresh.map((file) => file.message)), { author, at });
  }

  /** The same for a copy. One that stands there already, word for word, needs no commit. */
  async commitCopy(
    parent: string | undefined,
    { folder, file, text, message }: CopyToKeep,
    by: Signature,
  ): Promise<string | undefined> {
    const root = parent === undefined ? undefined : (await readCommit({ ...this.#place(), oid: parent })).commit.tree;
    const oid = await writeBlob({ ...this.#place(), blob: Buffer.from(text, 'utf8') });
    const tree = await this.#treeWith(root, [...folder, file], oid);
    return tree === root ? undefined : this.#writeCommit(parent, tree, `${message}\n`, by);
  }

  /** The tree `from` with one file more, whatever else it holds kept. */
  async #treeWith(from: string | undefined, path: readonly string[], blob: string): Promise<string> {
    const [step = '', ...below] = path;
    const entries = from === undefined ? [] : (await readTree({ ...this.#place(), oid: from })).tree;
    const known = entries.find((entry) => entry.path === step && entry.type === 'tree')?.oid;
    const entry: TreeEntry =
      below.length === 0
        ? { mode: '100644', path: step, oid: blob, type: 'blob' }
        : { mode: '040000', path: step, oid: await this.#treeWith(known, below, blob), type: 'tree' };
    return this.#writeTree([...entries.filter(({ path: other }) => other !== step), entry]);
  }

  #writeCommit(parent: string | undefined, tree: string, message: string, { author, at }: Signature): Promise<string> {
    const person = { ...author, timestamp: Math.floor(at.getTime() / 1000), timezoneOffset: 0 };
    const parents = parent === undefined ? [] : [parent];
    return writeCommit({
      ...this.#place(),
      commit: { message, tree, parent: parents, author: person, committer: person },
    });
  }

  #snapshot(commit: string): Promise<Snapshot> {
    if (this.#latest?.commit === commit) return this.#latest.snapshot;
    const snapshot = this.#load(commit);
    this.#latest = { commit, snapshot };
    // What failed once may succeed later, when somebody has fetched the missing objects.
    snapshot.catch(() => {
      if (this.#latest?.snapshot === snapshot) this.#latest = undefined;
    });
    return snapshot;
  }

  async #load(oid: string): Promise<Snapshot> {
    const { commit } = await readCommit({ ...this.#place(), oid });
    const { tree: root } = await readTree({ ...this.#place(), oid: commit.tree });
    const folder = root.find(({ path, type }) => path === FOLDER && type === 'tree');
    const files = folder === undefined ? [] : (await readTree({ ...this.#place(), oid: folder.oid })).tree;
    return { root, files: new Map(files.map((entry) => [entry.path, entry])) };
  }

  #writeTree(tree: TreeEntry[]): Promise<string> {
    return writeTree({ ...this.#place(), tree });
  }

  #place(): { readonly fs: typeof fs; readonly gitdir: string; readonly cache: object } {
    return { fs, gitdir: this.#gitdir, cache: this.#cache };
  }
}

const FILE_NAME = /^([a-z0-9][a-z0-9-_.]*)\.json$/;
const EMPTY: Snapshot = { root: [], files: new Map() };

async function newFile({ name, text, message }: StateChange): Promise<NewFile> {
  const blob = Buffer.from(text, 'utf8');
  const { oid } = await hashBlob({ object: blob });
  return { message, blob, entry: { mode: '100644', path: fileName(name), oid, type: 'blob' } };
}

/** One destination speaks for itself; several are counted, and told line by line below. */
function describe(messages: readonly string[]): string {
  if (messages.length === 1) return `${messages.join()}\n`;
  return `State of ${messages.length} destinations\n\n${messages.join('\n')}\n`;
}

/** The file that holds a destination's state. A name that is none is a bug. */
export function fileName(name: string): string {
  if (!/^[a-z0-9][a-z0-9-_.]*$/.test(name)) throw new Error(`Internal error: "${name}" is no destination name`);
  return `${name}.json`;
}
