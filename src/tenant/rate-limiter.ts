import PQueue from 'p-queue';
import type { Family, TenantLimits } from './limits.ts';

/** Keeps the number of requests in flight to one tenant down, across all its keys. */
export type SharedRequests = PQueue;

export function sharedRequests(inFlight: number): SharedRequests {
  return new PQueue({ concurrency: inFlight });
}

/** Said instead of running a task when the run was asked to stop before the task's turn came. */
export const STOPPED = Symbol('stopped');

/** The queues of one client: its own per-minute budgets inside the tenant's flight. */
export class RateLimiter {
  readonly #flight: SharedRequests;
  readonly #signal: AbortSignal | undefined;
  readonly #budgets: { readonly [family in Family]: PQueue };
  readonly #resumeAt: { [family in Family]: number } = { default: 0, records: 0 };

  constructor(flight: SharedRequests, limits: TenantLimits, signal: AbortSignal | undefined) {
    this.#flight = flight;
    this.#signal = signal;
    // A sliding window: with fixed ones, twice the budget could fit into one minute of the vendor's.
    const budget = (intervalCap: number) => new PQueue({ interval: limits.windowMs, intervalCap, strict: true });
    this.#budgets = { default: budget(limits.budgets.default), records: budget(limits.budgets.records) };
  }

  /** One request was told to wait, so the others of its family wait as well. */
  pause(family: Family, until: number): void {
    this.#resumeAt[family] = Math.max(this.#resumeAt[family], until);
  }

  resumeAt(family: Family): number {
    return this.#resumeAt[family];
  }

  /** The token is taken inside the flight, right before the request starts, so that budgets are exact. */
  run<T>(family: Family, task: () => Promise<T>): Promise<T | typeof STOPPED> {
    return this.#flight.add(async () => {
      if (this.#signal?.aborted) return STOPPED;
      await this.#takeToken(family);
      if (this.#signal?.aborted) return STOPPED;
      return task();
    });
  }

  async #takeToken(family: Family): Promise<void> {
    try {
      await this.#budgets[family].add(() => undefined, this.#signal ? { signal: this.#signal } : {});
    } catch (error) {
      if (!this.#signal?.aborted) throw error;
    }
  }
}
