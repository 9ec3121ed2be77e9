/** Slower than this no 429 makes us by itself: one a second, unless less was allowed from the start. */
const SLOWEST = 60;

/**
 * How many requests may be started in any window of time. It gives way when the tenant says that it was too many, since others
 * may share the tenant's limit with us: half of what we sent is left, and each quiet window doubles it again.
 */
export class RateBudget {
  readonly #most: number;
  readonly #windowMs: number;
  /** When requests of the last window started, or will; ascending. */
  readonly #starts: number[] = [];
  #rate: number;
  /** When the rate was set as it is. */
  #rateSince = 0;
  #slowedAt = Number.NEGATIVE_INFINITY;
  #resumeAt = Number.NEGATIVE_INFINITY;

  constructor(most: number, windowMs: number) {
    this.#most = most;
    this.#windowMs = windowMs;
    this.#rate = most;
  }

  /** Nothing is sent before. */
  get resumeAt(): number {
    return this.#resumeAt;
  }

  /** Requests a window, as of now. */
  rateAt(now: number): number {
    while (this.#rate < this.#most && now - this.#rateSince >= this.#windowMs) {
      this.#rate = Math.min(this.#most, this.#rate * 2);
      this.#rateSince += this.#windowMs;
    }
    return this.#rate;
  }

  /** The earliest moment for the next request. A sliding window: with fixed ones, twice the budget could fit into one. */
  next(now: number): number {
    const rate = this.rateAt(now);
    this.#forget(now);
    const starts = this.#starts;
    const blocking = starts.length < rate ? undefined : starts.at(-rate);
    return Math.max(now, starts.at(-1) ?? now, blocking === undefined ? now : blocking + this.#windowMs);
  }

  take(at: number): void {
    this.#starts.push(at);
  }

  /**
   * A request that was sent at `sentAt` was one too many. What was under way when we slowed down last met the same limit, and
   * says nothing new.
   */
  slowDown({
    sentAt,
    now,
    resumeAt,
  }: {
    readonly sentAt: number;
    readonly now: number;
    readonly resumeAt: number;
  }): void {
    this.#resumeAt = Math.max(this.#resumeAt, resumeAt);
    if (sentAt < this.#slowedAt) return;
    this.#forget(now);
    const floor = Math.ceil(Math.min(SLOWEST, this.#most / 4));
    this.#rate = Math.max(floor, Math.ceil(Math.min(this.rateAt(now), this.#starts.length) / 2));
    this.#slowedAt = now;
    // The tenant's wait is no quiet time.
    this.#rateSince = Math.max(now, this.#resumeAt);
  }

  #forget(now: number): void {
    const kept = this.#starts.findIndex((start) => start > now - this.#windowMs);
    this.#starts.splice(0, kept === -1 ? this.#starts.length : kept);
  }
}
