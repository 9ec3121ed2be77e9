import type { Clock } from '../model/clock.ts';
import { ReadTime } from '../tenant/read-time.ts';

export type ReadingLimits = {
  /** Milliseconds that one destination may take. */
  readonly readTimeout: number;
  /** Milliseconds that the whole run has, where it has a limit. */
  readonly timeBudget?: number;
  /** Requests to one destination, where they are bounded. */
  readonly requests?: number;
};

/** Never, where nobody stops the command: then a signal ends the process. */
const NEVER = new AbortController().signal;

/** One destination at most gets this share of a run's time, and all reading together twice as much: the rest is for writing. */
const SHARE = 4;

/** The time for reading in one run: of each destination, and of all. */
export class ReadingTime {
  /** Reading ends as a whole: the run stops, or its share of the time is over. */
  readonly signal: AbortSignal;
  readonly #clock: Clock;
  readonly #each: number;
  readonly #requests: number | undefined;
  readonly #cancel: () => void;

  constructor(clock: Clock, { readTimeout, timeBudget, requests }: ReadingLimits, stop: AbortSignal = NEVER) {
    this.#clock = clock;
    this.#requests = requests;
    this.#each = Math.min(readTimeout, (timeBudget ?? Number.POSITIVE_INFINITY) / SHARE);
    const over = new AbortController();
    this.#cancel = timeBudget === undefined ? () => {} : clock.alarm((timeBudget * 2) / SHARE, () => over.abort());
    this.signal = AbortSignal.any([stop, over.signal]);
  }

  /** The time of one destination, or of the origin. */
  ofOne(): ReadTime {
    return new ReadTime(this.#clock, this.#each, this.signal, this.#requests);
  }

  close(): void {
    this.#cancel();
  }
}
