import { setTimeout as delay } from 'node:timers/promises';
import pLimit from 'p-limit';
import type { Problem } from '../diagnostics/problem.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import type { Author } from '../git/objects/author.ts';
import { blobId } from '../git/objects/blob-id.ts';
import { ObjectWriter } from '../git/objects/object-writer.ts';
import { ObjectReader } from '../git/objects/objects.ts';
import { isCheckedOut } from '../git/read/checkouts.ts';
import { readRef } from '../git/read/ref.ts';
import { clearDeadRefLock, moveRef } from '../git/read/ref-lock.ts';
import type { Clock } from '../model/clock.ts';
import { joinMessages } from './commit-message.ts';
import type { Merges } from './merge.ts';
import { broken, checkedOut, guarded, locked } from './state-problems.ts';
import { StateTree } from './state-tree.ts';
import { type StateChange, WriteQueue } from './write-queue.ts';

export type StateBranchOptions = {
  /** Short name: `storysync/state`. */
  readonly branch: string;
  readonly author: Author;
  readonly clock: Clock;
  /** How long to wait for somebody else's lock; 5 seconds unless told. */
  readonly lockWaitMs?: number;
  /** Files of which no version may be lost when two are written at once. */
  readonly merges?: Merges;
};

/** Each lost race means that another writer got ahead, so this many in a row means that something else is wrong. */
const MAX_LOST_RACES = 500;
/** Files written side by side: enough to keep the disk busy, far from the limit of open files. */
const SIDE_BY_SIDE = 16;

/** The local branch that state is kept on. Only objects and the branch itself are written. */
export class StateBranch {
  readonly tree: StateTree;
  readonly name: string;
  readonly author: Author;
  readonly clock: Clock;
  readonly merges: Merges;
  readonly #commonDir: string;
  readonly #lockWaitMs: number;
  readonly #ref: string;
  readonly #queue: WriteQueue;

  private constructor(
    commonDir: string,
    objects: ObjectReader,
    { branch, author, clock, lockWaitMs = 5000, merges = new Map() }: StateBranchOptions,
  ) {
    this.tree = new StateTree(objects, new ObjectWriter(commonDir));
    this.name = branch;
    this.author = author;
    this.clock = clock;
    this.merges = merges;
    this.#commonDir = commonDir;
    this.#lockWaitMs = lockWaitMs;
    this.#ref = `refs/heads/${branch}`;
    this.#queue = new WriteQueue((changes) => guarded(branch, () => this.#commit(changes)));
  }

  static async open(commonDir: string, options: StateBranchOptions): Promise<StateBranch> {
    return new StateBranch(commonDir, await ObjectReader.open(commonDir), options);
  }

  tip(): Promise<string | undefined> {
    return readRef(this.#commonDir, this.#ref);
  }

  /** Stands in a commit on the branch when it answers. */
  write(change: StateChange): Promise<Result<null, Problem>> {
    return this.#queue.add(change);
  }

  /** Moves the branch from one commit to another; `moved` when it was not at `from` any more. */
  async move(from: string | undefined, to: string): Promise<Result<'done' | 'moved', Problem>> {
    const conflict = await this.findCheckout();
    if (conflict !== undefined) return fail(conflict);
    const move = await moveRef(this.#commonDir, this.#ref, { from, to }, this.#lockWaitMs);
    return typeof move === 'object' ? fail(locked(this.name, move.lockedBy, this.#lockWaitMs)) : ok(move);
  }

  /** So that git can fetch and push the branch, also when this run writes nothing. */
  clearDeadLock(): Promise<void> {
    return clearDeadRefLock(this.#commonDir, this.#ref);
  }

  /** A branch that a work tree is on must not move under it. */
  async findCheckout(): Promise<Problem | undefined> {
    return (await isCheckedOut(this.#commonDir, this.#ref)) ? checkedOut(this.name) : undefined;
  }

  /** Tries a move until no other writer is faster; `next` says where to, from where the branch is. */
  async moveOn(next: (from: string | undefined) => Promise<string | undefined>): Promise<Result<null, Problem>> {
    for (let lost = 0; lost < MAX_LOST_RACES; lost++) {
      const from = await this.tip();
      const to = await next(from);
      if (to === undefined || to === from) return ok(null);
      const moved = await this.move(from, to);
      if (!moved.ok) return moved;
      if (moved.value === 'done') return ok(null);
      await delay(Math.random() * Math.min(5 * (lost + 1), 100));
    }
    return fail(broken(this.name, 'other processes kept moving it'));
  }

  #commit(changes: readonly StateChange[]): Promise<Result<null, Problem>> {
    const at = this.clock.now();
    return this.moveOn(async (parent) => {
      const limit = pLimit(SIDE_BY_SIDE);
      const fresh = (await limit.map(changes, (change) => this.#ifNew(parent, change))).filter(
        (change) => change !== undefined,
      );
      if (fresh.length === 0) return undefined;
      const files = await limit.map(fresh, ({ path, text }) => this.tree.store(path, text));
      const message = joinMessages(fresh.map((change) => change.message));
      return this.tree.write({ parent, files, message, author: this.author, at });
    });
  }

  /** Another process may have written the file since this one read it. */
  async #merged({ path, text, over }: StateChange, there: string): Promise<string> {
    const merge = this.merges.get(path);
    if (merge === undefined || there === over || there === blobId(text)) return text;
    return merge({ base: undefined, ours: text, theirs: await this.tree.text(there) });
  }

  async #ifNew(parent: string | undefined, change: StateChange): Promise<StateChange | undefined> {
    if (parent === undefined) return change;
    const there = await this.tree.entry(parent, change.path);
    const text = there?.type === 'blob' ? await this.#merged(change, there.oid) : change.text;
    return there?.oid === blobId(text) ? undefined : { ...change, text };
  }
}
