import type { Clock } from '../model/clock.ts';
import type { FailureEvidence } from '../model/fact/tenant-failure.ts';
import type { OwnWaits } from './own-waits.ts';

type Running = { readonly request: string; readonly since: number; asked: boolean };

/** One request, from its first attempt to its last, told where it is; at first it is with the tenant. */
export type TimedRequest = {
  /** It waits for its turn in our own queues, also because the tenant limits us. */
  readonly queue: () => void;
  /** It is with the tenant. */
  readonly ask: () => void;
  readonly end: () => void;
};

/**
 * The time that one destination has for being read, as a whole: a tenant that hangs, that trickles and that is slow page
 * after page end alike. Counted is the time in which it is asked for something. Not counted is the time in which none of its
 * requests is with the tenant, because we wait for a limit per minute: one that hangs is not excused by one that waits.
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
  #waits: Pick<OwnWaits, 'total'> = { total: () => 0 };
  /** Of the time so far, what was our own wait. */
  #own = 0;
  /** What the tenant's own waits amounted to when the last request that was with it went to wait. */
  #ownFrom: number | undefined;
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
    this.#waits = waits;
  }

  begin(request: string): TimedRequest {
    const running: Running = { request, since: this.#clock.elapsed(), asked: true };
    this.#running.add(running);
    if (this.#running.size === 1) {
      this.#busySince = running.since;
      this.#wait();
    }
    this.#account();
    const move = (asked: boolean): void => {
      running.asked = asked;
      this.#account();
    };
    return { queue: () => move(false), ask: () => move(true), end: () => this.#end(running) };
  }

  #end(running: Running): void {
    this.#running.delete(running);
    this.#account();
    if (this.#running.size === 0) {
      this.#cancel();
      this.#spent += this.#clock.elapsed() - this.#busySince;
    }
    if (this.isOver) return;
    const { request, since } = running;
    const ms = this.#clock.elapsed() - since;
    this.#ended += 1;
    if (this.#slowest === undefined || ms > this.#slowest.ms) this.#slowest = { request, ms };
  }

  /** Whether nothing but our own queues is waited for may have changed. */
  #account(): void {
    const waiting = this.#running.size > 0 && ![...this.#running].some(({ asked }) => asked);
    if (waiting) {
      this.#ownFrom ??= this.#waits.total();
    } else {
      this.#own = this.#ownSoFar();
      this.#ownFrom = undefined;
    }
  }

  #ownSoFar(): number {
    return this.#own + (this.#ownFrom === undefined ? 0 : this.#waits.total() - this.#ownFrom);
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
    const left = this.#allowedMs - (this.#spent + this.#clock.elapsed() - this.#busySince - this.#ownSoFar());
    if (left <= 0) this.#over.abort();
    else this.#cancel = this.#clock.alarm(left, () => this.#wait());
  }
}

/** To a tenth, so that tests and people with short limits see what was slow. */
function inSeconds(ms: number): number {
  return Math.round(ms / 100) / 10;
}
