import type { Lease, LeaseAnswer } from '../apply/leases.ts';
import type { Clock } from '../model/clock.ts';

/** As long as a run waits for a destination that another one writes to. */
export const WAIT_MS = 300_000;

export type Waiter = {
  readonly destination: string;
  readonly since: number;
  readonly stop: AbortSignal;
  readonly answer: (answer: LeaseAnswer | Promise<LeaseAnswer>) => void;
  /** Who had it when we last looked. */
  owner: string | undefined;
};

/** The destinations that this run has asked for and not yet got. */
export class LeaseQueue {
  readonly #clock: Clock;
  readonly #onWait: (destination: string, owner: string) => void;
  readonly #waiters = new Map<string, Waiter>();
  readonly #heard = new WeakSet<AbortSignal>();

  constructor(clock: Clock, onWait: (destination: string, owner: string) => void) {
    this.#clock = clock;
    this.#onWait = onWait;
  }

  get size(): number {
    return this.#waiters.size;
  }

  /** `onStop` is told when the run is to end. */
  ask(destination: string, stop: AbortSignal, onStop: () => void): Promise<LeaseAnswer> {
    if (!this.#heard.has(stop)) stop.addEventListener('abort', () => this.#endStopped(onStop), { once: true });
    this.#heard.add(stop);
    if (stop.aborted) return Promise.resolve({ kind: 'stopped' });
    const since = this.#clock.elapsed();
    return new Promise((answer) => {
      this.#waiters.set(destination, { destination, since, stop, answer, owner: undefined });
    });
  }

  /** What nobody holds; who has waited long enough for what somebody holds is told so. */
  findFree(holderOf: (destination: string) => string | undefined): readonly string[] {
    const free: string[] = [];
    for (const waiter of this.#waiters.values()) {
      const owner = holderOf(waiter.destination);
      if (owner === undefined) free.push(waiter.destination);
      else this.#wait(waiter, owner);
    }
    return free;
  }

  #wait(waiter: Waiter, owner: string): void {
    const { destination, since } = waiter;
    if (this.#clock.elapsed() - since >= WAIT_MS) this.#answer(waiter, { kind: 'held', owner });
    else if (waiter.owner !== owner) this.#onWait(destination, owner);
    waiter.owner = owner;
  }

  grant(destination: string, lease: (waited: boolean) => Lease): void {
    const waiter = this.#waiters.get(destination);
    if (waiter) this.#answer(waiter, lease(waiter.owner !== undefined));
  }

  /** When nobody can be asked: those that no other run is known to hold. The others go on waiting. */
  takeUnmet(): readonly Waiter[] {
    const all = [...this.#waiters.values()];
    for (const waiter of all) {
      if (waiter.owner === undefined) this.#waiters.delete(waiter.destination);
      else this.#wait(waiter, waiter.owner);
    }
    return all.filter(({ owner }) => owner === undefined);
  }

  /** Nobody is served any more. */
  close(): void {
    for (const waiter of this.#waiters.values()) this.#answer(waiter, { kind: 'stopped' });
  }

  #endStopped(onStop: () => void): void {
    for (const waiter of this.#waiters.values()) if (waiter.stop.aborted) this.#answer(waiter, { kind: 'stopped' });
    onStop();
  }

  #answer(waiter: Waiter, answer: LeaseAnswer): void {
    this.#waiters.delete(waiter.destination);
    waiter.answer(answer);
  }
}
