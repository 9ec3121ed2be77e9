import { Buffer } from 'node:buffer';
import { Errors, expandOid } from 'isomorphic-git';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import { TooLargeObjectError } from './bounded-inflate.ts';
import { durableFs as fs } from './durable-fs.ts';
import { type GitObject, ObjectStore } from './object-store.ts';
import { type CommitFacts, parseCommit, parseTag, parseTree, type TreeEntry } from './object-text.ts';
import { objectStores } from './storage.ts';
import { storageFailure } from './storage-failure.ts';

/** Why git's storage gave no answer. */
export type ObjectRefusal =
  /** An object is not here: a shallow or partial clone, or an id that nobody knows. */
  | 'missing_objects'
  /** Storage that cannot be read, such as a repository with sha256 names, or a damaged one. */
  | 'unreadable'
  /** An object unpacks to more than a file of ours may hold. */
  | 'too_large';

/** Git knows it without having it. */
const EMPTY_TREE = '4b825dc642cb6eb9a060e54bf8d69288fbee4904';

/** Tags of tags; nobody nests them deeper, except to hold us up. */
const MAX_PEELS = 10;

/**
 * Git's objects, by id and from one cache: a command opens one reader and hands it around. Missing objects throw `NotFoundError`; `readingObjects` makes a value of it.
 */
export class ObjectReader {
  readonly #stores: readonly string[];
  readonly #objects: readonly ObjectStore[];
  readonly #cache = {};

  /** Whatever counts as a repository's own, borrowed objects included. */
  static async open(commonDir: string): Promise<ObjectReader> {
    return new ObjectReader(await objectStores(commonDir));
  }

  /** Git directories to look in, the repository's own first. */
  constructor(stores: readonly string[]) {
    this.#stores = stores;
    this.#objects = stores.map((gitdir) => new ObjectStore(gitdir));
  }

  async commit(oid: string): Promise<CommitFacts> {
    return parseCommit(await this.#read(oid, 'commit'));
  }

  async tree(oid: string): Promise<readonly TreeEntry[]> {
    return parseTree(await this.folder(oid));
  }

  /** A tree as git keeps it, for those who compare more than they read. */
  folder(oid: string): Promise<Buffer> {
    return this.#read(oid, 'tree');
  }

  blob(oid: string): Promise<Buffer> {
    return this.#read(oid, 'blob');
  }

  /** The commit that an id stands for, through annotated tags; undefined when it ends at a file or a folder. */
  async peel(oid: string): Promise<string | undefined> {
    let current = oid;
    for (let peels = 0; peels < MAX_PEELS; peels++) {
      const { type, content } = await this.#find(current);
      if (type === 'commit') return current;
      if (type !== 'tag') return undefined;
      current = parseTag(content);
    }
    return undefined;
  }

  /** The full ids that begin so. */
  async expand(prefix: string): Promise<readonly string[]> {
    const found = await Promise.all(this.#stores.map((gitdir) => this.#expandIn(gitdir, prefix)));
    return [...new Set(found.flat())];
  }

  async #expandIn(gitdir: string, prefix: string): Promise<readonly string[]> {
    try {
      return [await expandOid({ fs, gitdir, oid: prefix, cache: this.#cache })];
    } catch (error) {
      if (error instanceof Errors.NotFoundError) return [];
      if (error instanceof Errors.AmbiguousError) return error.data.matches;
      throw error;
    }
  }

  async #read(oid: string, wanted: string): Promise<Buffer> {
    const { type, content } = await this.#find(oid);
    if (type === wanted) return content;
    throw new Errors.ObjectTypeError(oid, type as 'blob', wanted as 'blob');
  }

  async #find(oid: string): Promise<GitObject> {
    if (oid === EMPTY_TREE) return { type: 'tree', content: Buffer.alloc(0) };
    for (const store of this.#objects) {
      const found = await store.find(oid);
      if (found !== undefined) return found;
    }
    throw new Errors.NotFoundError(oid);
  }
}

/** What git's storage answers is no fault of ours, and becomes a value; anything without a code is a bug. */
export async function readingObjects<T>(work: () => Promise<T>): Promise<Result<T, ObjectRefusal>> {
  try {
    return ok(await work());
  } catch (error) {
    const code = storageFailure(error);
    if (code === Errors.NotFoundError.code) return fail('missing_objects');
    return fail(error instanceof TooLargeObjectError ? 'too_large' : 'unreadable');
  }
}
