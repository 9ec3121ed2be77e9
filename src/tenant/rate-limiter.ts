import PQueue from 'p-queue';
import type { Clock } from '../model/clock.ts';
import type { Family } from '../model/tenant/budget.ts';
import type { TenantLimits } from './limits.ts';
import { OwnWaits } from './own-waits.ts';
import { RateBudget } from './rate-budget.ts';

/** Said instead of running a task when the run was asked to stop before the task's turn came. */
export const STOPPED = Symbol('stopped');
/** A pause began while the task waited for its turn. */
const PAUSED = Symbol('paused');

/** How one request was told that it was one too many. */
export type TooMany = {
  /** When it was sent. */
  readonly sentAt: number;
  readonly waitMs: number;
};

/**
 * The turns of all requests to one address, whatever their destination and key: so many in flight, so many a minute, and none
 * while the tenant wants us to wait.
 */
export class RateLimiter {
  readonly ownWaits: OwnWaits;
  /** Of these, what the tenant asked for. */
  readonly #tenantsWaits: OwnWaits;
  readonly #excuseMs: number;
  readonly #flight: PQueue;
  readonly #clock: Clock;
  /** `default` counts every request, `records` those of its family once more. */
  readonly #budgets: { readonly [family in Family]: RateBudget };
  /** Since when the tenant has said nothing but that it was too many. */
  #limitedSince: number | undefined;

  constructor({ inFlight, budgets, windowMs, limitedExcuseMs }: TenantLimits, clock: Clock) {
    this.#excuseMs = limitedExcuseMs;
    this.#tenantsWaits = new OwnWaits(clock);
    this.ownWaits = new OwnWaits(clock);
    this.#flight = new PQueue({ concurrency: inFlight });
    this.#clock = clock;
    this.#budgets = {
      default: new RateBudget(budgets.default, windowMs),
      records: new RateBudget(budgets.records, windowMs),
    };
  }

  /** How long the tenant has said nothing but that it was too many. */
  limitedFor(): number {
    return this.#limitedSince === undefined ? 0 : this.#clock.elapsed() - this.#limitedSince;
  }

  /** The others of the family wait as well, and all go slower from now on. */
  slowDown(family: Family, { sentAt, waitMs }: TooMany): void {
    const now = this.#clock.elapsed();
    this.#limitedSince ??= now;
    this.#budgets[family].slowDown({ sentAt, now, resumeAt: now + waitMs });
  }

  /** The tenant answered something else. */
  answered(): void {
    this.#limitedSince = undefined;
  }

  /**
   * A place in a minute is taken inside the flight, right before the request starts, so that budgets are exact. The signal ends
   * the waiting, at once and wherever in the queues it is; a task that runs ends by itself.
   */
  async run<T>(family: Family, signal: AbortSignal | undefined, task: () => Promise<T>): Promise<T | typeof STOPPED> {
    let waitedUntil = Number.NEGATIVE_INFINITY;
    for (;;) {
      const resumeAt = this.#resumeAt(family);
      // Nobody who waits for the tenant's limit keeps a place in flight.
      if (resumeAt > waitedUntil) await this.#waitForTenant(resumeAt, signal);
      waitedUntil = resumeAt;
      const done = await this.#inFlight(signal, async () => {
        if (this.#resumeAt(family) > waitedUntil) return PAUSED;
        await this.#waitUntil(this.#takePlace(family), signal);
        return signal?.aborted ? STOPPED : task();
      });
      if (done !== PAUSED) return done;
    }
  }

  async #inFlight<T>(
    signal: AbortSignal | undefined,
    work: () => Promise<T | typeof PAUSED | typeof STOPPED>,
  ): Promise<T | typeof PAUSED | typeof STOPPED> {
    if (signal?.aborted) return STOPPED;
    let begun = false;
    const turn = this.#flight.add(async () => {
      if (signal?.aborted) return STOPPED;
      begun = true;
      return work();
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

  #of(family: Family): readonly RateBudget[] {
    return family === 'default' ? [this.#budgets.default] : [this.#budgets.default, this.#budgets.records];
  }

  #resumeAt(family: Family): number {
    return Math.max(...this.#of(family).map((budget) => budget.resumeAt));
  }

  /** When the request may start. */
  #takePlace(family: Family): number {
    const now = this.#clock.elapsed();
    const budgets = this.#of(family);
    const at = Math.max(...budgets.map((budget) => budget.next(now)));
    for (const budget of budgets) budget.take(at);
    return at;
  }

  /** The tenant decides how often it says so: from some point on that is its own slowness. */
  async #waitForTenant(moment: number, signal: AbortSignal | undefined): Promise<void> {
    if (this.#tenantsWaits.total() < this.#excuseMs) {
      await this.#tenantsWaits.during(() => this.#waitUntil(moment, signal));
      return;
    }
    const wait = moment - this.#clock.elapsed();
    if (wait > 0 && !signal?.aborted) await this.#clock.sleep(wait, signal);
  }

  async #waitUntil(moment: number, signal: AbortSignal | undefined): Promise<void> {
    const wait = moment - this.#clock.elapsed();
    if (wait > 0 && !signal?.aborted) await this.ownWaits.during(() => this.#clock.sleep(wait, signal));
  }
}
