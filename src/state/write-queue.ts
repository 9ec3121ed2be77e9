import type { Problem } from '../diagnostics/problem.ts';
import type { Result } from '../diagnostics/result.ts';

/** A file's new text. */
export type StateChange = {
  readonly path: string;
  readonly text: string;
  readonly message: string;
  /** Id of the text that the writer had read there; counts for files that can be merged. */
  readonly over?: string | undefined;
};

type Waiting = StateChange & {
  readonly resolve: (result: Result<null, Problem>) => void;
  readonly reject: (bug: unknown) => void;
};

/**
 * Writers of one process queue here, so that they do not race each other for the lock. Whatever arrives while a commit
 * is under way goes into the next one together; each writer is answered when its own commit stands.
 */
export class WriteQueue {
  readonly #commit: (changes: readonly StateChange[]) => Promise<Result<null, Problem>>;
  #waiting: readonly Waiting[] = [];
  #busy = false;

  constructor(commit: (changes: readonly StateChange[]) => Promise<Result<null, Problem>>) {
    this.#commit = commit;
  }

  add(change: StateChange): Promise<Result<null, Problem>> {
    const { promise, resolve, reject } = Promise.withResolvers<Result<null, Problem>>();
    this.#waiting = [...this.#waiting, { ...change, resolve, reject }];
    if (!this.#busy) void this.#drain();
    return promise;
  }

  async #drain(): Promise<void> {
    this.#busy = true;
    while (this.#waiting.length > 0) {
      const batch = this.#take();
      try {
        const result = await this.#commit(
          batch.map(({ path, text, message, over }) => ({ path, text, message, over })),
        );
        for (const { resolve } of batch) resolve(result);
      } catch (bug) {
        for (const { reject } of batch) reject(bug);
      }
    }
    this.#busy = false;
  }

  /** All that wait, in order; a second text of one file waits for a commit of its own. */
  #take(): readonly Waiting[] {
    const paths = new Set<string>();
    const again = this.#waiting.findIndex(({ path }) => paths.size === paths.add(path).size);
    const size = again === -1 ? this.#waiting.length : again;
    const batch = this.#waiting.slice(0, size);
    this.#waiting = this.#waiting.slice(size);
    return batch;
  }
}
