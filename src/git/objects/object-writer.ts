import type { Buffer } from 'node:buffer';
import { writeBlob, writeCommit, writeObject } from 'isomorphic-git';
import { durableFs as fs } from './durable-fs.ts';
import type { CommitFacts } from './object-text.ts';

export type NewCommit = Omit<CommitFacts, 'time'>;

/** Adds objects to git's storage. Nothing refers to them until a ref moves. */
export class ObjectWriter {
  readonly #gitdir: string;

  constructor(commonDir: string) {
    this.#gitdir = commonDir;
  }

  blob(content: Uint8Array): Promise<string> {
    return writeBlob({ fs, gitdir: this.#gitdir, blob: content });
  }

  /** A folder as git keeps it. */
  folder(content: Buffer): Promise<string> {
    return writeObject({ fs, gitdir: this.#gitdir, type: 'tree', format: 'content', object: content });
  }

  /** By its author, at the author's time in UTC. */
  commit({ tree, parents, message, author }: NewCommit): Promise<string> {
    const person = { ...author, timezoneOffset: 0 };
    const commit = { message, tree, parent: [...parents], author: person, committer: person };
    return writeCommit({ fs, gitdir: this.#gitdir, commit });
  }
}
