import type { Clock } from '../model/clock.ts';

/** How long requests to one tenant waited for a limit per minute, ours or the tenant's, which is no slowness of the tenant. */
export class OwnWaits {
  readonly #clock: Pick<Clock, 'elapsed'>;
  #waiting = 0;
  #since = 0;
  #ended = 0;

  constructor(clock: Pick<Clock, 'elapsed'>) {
    this.#clock = clock;
  }

  /** Milliseconds in which at least one request waited: those behind it wait as well. */
  total(): number {
    return this.#ended + (this.#waiting > 0 ? this.#clock.elapsed() - this.#since : 0);
  }

  async during<T>(wait: () => Promise<T>): Promise<T> {
    if (this.#waiting === 0) this.#since = this.#clock.elapsed();
    this.#waiting += 1;
    try {
      return await wait();
    } finally {
      this.#waiting -= 1;
      if (this.#waiting === 0) this.#ended += this.#clock.elapsed() - this.#since;
    }
  }
}
