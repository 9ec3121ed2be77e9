import PQueue from 'p-queue';
import type { Clock } from '../model/clock.ts';
import type { Family, TenantLimits } from './limits.ts';
import { OwnWaits } from './own-waits.ts';

/** Keeps the number of requests in flight to one tenant down, across all its keys. */
export type SharedRequests = { readonly flight: PQueue; readonly ownWaits: OwnWaits };

export function sharedRequests(inFlight: number, clock: Clock): SharedRequests {
  return { flight: new PQueue({ concurrency: inFlight }), ownWaits: new OwnWaits(clock) };
}

/** Said instead of running a task when the run was asked to stop before the task's turn came. */
export const STOPPED = Symbol('stopped');

/** The queues of one client: its own per-minute budgets inside the tenant's flight. */
export class RateLimiter {
  readonly #shared: SharedRequests;
  readonly #budgets: { readonly [family in Family]: PQueue };
  readonly #resumeAt: { [family in Family]: number } = { default: 0, records: 0 };

  constructor(shared: SharedRequests, limits: TenantLimits) {
    this.#shared = shared;
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

  /**
   * The token is taken inside the flight, right before the request starts, so that budgets are exact. The signal ends the
   * waiting, at once and wherever in the queues it is; a task that runs ends by itself.
   */
  async run<T>(family: Family, signal: AbortSignal | undefined, task: () => Promise<T>): Promise<T | typeof STOPPED> {
    if (signal?.aborted) return STOPPED;
    let begun = false;
    const turn = this.#shared.flight.add(async () => {
      if (signal?.aborted) return STOPPED;
      begun = true;
      await this.#shared.ownWaits.during(() => this.#takeToken(family, signal));
      return signal?.aborted ? STOPPED : task();
    });
    if (signal === undefined) return turn;
    const { promise: stopped, resolve } = Promise.withResolvers<typeof STOPPED>();
    const stop = (): void => {
      if (!begun) resolve(STOPPED);
    };
    signal.addEventListener('abort', stop);
    try {
      return await Promise.race([turn, stopped]);
    } finally {
      signal.removeEventListener('abort', stop);
    }
  }

  async #takeToken(family: Family, signal: AbortSignal | undefined): Promise<void> {
    try {
      await this.#budgets[family].add(() => undefined, signal ? { signal } : {});
    } catch (error) {
      if (!signal?.aborted) throw error;
    }
  }
}
