import type { Clock } from '../model/clock.ts';
import type { FailureEvidence } from '../model/fact/tenant-failure.ts';
import type { OwnWaits } from './own-waits.ts';

type Running = { readonly request: string; readonly since: number };

/**
 * The time that one destination has for being read, as a whole: a tenant that hangs, that trickles and that is slow page
 * after page end alike. Counted is the time in which it is asked for something, without our own waits for our limits per minute.
 */
export class ReadTime {
  /** Ends every request of the destination, when the time is over or the run stops. */
  readonly signal: AbortSignal;
  readonly #clock: Clock;
  readonly #allowedMs: number;
  readonly #allowedRequests: number;
  #requests = 0;
  readonly #over = new AbortController();
  readonly #running = new Set<Running>();
  #ownWaits: { readonly of: OwnWaits; readonly before: number } | undefined;
  /** Up to the last moment in which nothing was asked. */
  #spent = 0;
  #busySince = 0;
  #ended = 0;
  #slowest: { readonly request: string; readonly ms: number } | undefined;
  #cancel: () => void = () => {};

  /** `requests`: how many may be sent, where that is bounded as well. */
  constructor(clock: Clock, allowedMs: number, stop: AbortSignal, requests: number = Number.POSITIVE_INFINITY) {
    this.#clock = clock;
    this.#allowedMs = allowedMs;
    this.#allowedRequests = requests;
    this.signal = AbortSignal.any([stop, this.#over.signal]);
  }

  get isOver(): boolean {
    return this.#over.signal.aborted;
  }

  /** Attempts of requests that were sent. */
  get requests(): number {
    return this.#requests;
  }

  get requestsLeft(): number {
    return this.#allowedRequests - this.#requests;
  }

  /** Told before each attempt of a request; answers why it is not to be sent. */
  count(): FailureEvidence | undefined {
    if (this.requestsLeft < 1) return { seen: 'requests_spent', allowed: this.#allowedRequests };
    this.#requests += 1;
    return undefined;
  }

  /** Told by the client that reads: waits of this tenant that are our own. */
  without(waits: OwnWaits): void {
    this.#ownWaits ??= { of: waits, before: waits.total() };
  }

  /** A request, from its first attempt to its last; answers how to tell that it ended. */
  begin(request: string): () => void {
    const running = { request, since: this.#clock.elapsed() };
    this.#running.add(running);
    if (this.#running.size === 1) {
      this.#busySince = running.since;
      this.#wait();
    }
    return () => {
      this.#running.delete(running);
      if (this.#running.size === 0) {
        this.#cancel();
        this.#spent += this.#clock.elapsed() - this.#busySince;
      }
      if (this.isOver) return;
      const ms = this.#clock.elapsed() - running.since;
      this.#ended += 1;
      if (this.#slowest === undefined || ms > this.#slowest.ms) this.#slowest = { request, ms };
    };
  }

  /** What became of the time, told of the request that was cut off. */
  evidence(since: number): FailureEvidence {
    return {
      seen: 'read_time_over',
      allowed: inSeconds(this.#allowedMs),
      waited: inSeconds(this.#clock.elapsed() - since),
      ended: this.#ended,
      slowest: this.#slowest ? { request: this.#slowest.request, took: inSeconds(this.#slowest.ms) } : null,
    };
  }

  close(): void {
    this.#cancel();
  }

  #wait(): void {
    const own = this.#ownWaits === undefined ? 0 : this.#ownWaits.of.total() - this.#ownWaits.before;
    const left = this.#allowedMs - (this.#spent + this.#clock.elapsed() - this.#busySince - own);
    if (left <= 0) this.#over.abort();
    else this.#cancel = this.#clock.alarm(left, () => this.#wait());
  }
}

/** To a tenth, so that tests and people with short limits see what was slow. */
function inSeconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}
