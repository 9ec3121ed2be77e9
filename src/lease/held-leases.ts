import type { Lease } from '../apply/leases.ts';
import type { Clock } from '../model/clock.ts';

/** Without a sign of life that arrived for so long, others are about to take us for dead. */
export const LOST_AFTER_MS = 90_000;

/** The destinations that this run holds, and since when others have had a sign of life of it. */
export class HeldLeases {
  readonly #clock: Clock;
  readonly #beforeRelease: () => Promise<unknown>;
  readonly #held = new Map<string, AbortController>();
  /** Given back by whoever had them, and not yet told to others. */
  readonly #done = new Set<string>();
  #stand = false;
  #changed = false;
  #renewedAt = 0;
  #flushing = false;
  #silence: () => void = () => {};

  constructor(clock: Clock, beforeRelease: () => Promise<unknown>) {
    this.#clock = clock;
    this.#beforeRelease = beforeRelease;
  }

  /** A file of ours stands where others see it, as far as we know. */
  get stand(): boolean {
    return this.#stand;
  }

  /** What stands there names destinations that are not ours any more. */
  get changed(): boolean {
    return this.#stand && this.#changed;
  }

  /** Milliseconds since the last sign of life. */
  get age(): number {
    return this.#clock.elapsed() - this.#renewedAt;
  }

  names(): readonly string[] {
    return [...this.#held.keys()];
  }

  /** A sign of life that was sent at that time has arrived, with these destinations. */
  renewed(at: number, destinations: ReadonlySet<string>): void {
    this.#renewedAt = at;
    this.#stand = destinations.size > 0;
    // Whoever stopped waiting, or gave back while it was sent, does not need it.
    this.#changed = [...destinations].some((name) => !this.#held.has(name));
    this.#silence();
    if (this.#stand) this.#silence = this.#clock.alarm(Math.max(0, LOST_AFTER_MS - this.age), () => this.giveUpAll());
  }

  add(destination: string, waited: boolean): Lease {
    const lost = new AbortController();
    this.#held.set(destination, lost);
    const release = async (): Promise<void> => {
      this.#done.add(destination);
    };
    return { kind: 'ours', waited, lost: lost.signal, release };
  }

  /** In the background: whoever has the lease next is to find what was written under it, and a sign of life must not wait for that. */
  flushReleased(): void {
    if (this.#flushing || this.#done.size === 0) return;
    const released = [...this.#done];
    this.#flushing = true;
    const told = (): void => {
      this.#flushing = false;
      for (const name of released) {
        this.#done.delete(name);
        if (this.#held.delete(name)) this.#changed = true;
      }
    };
    // What could not be told stays here, and the lease is no help with that.
    this.#beforeRelease().then(told, told);
  }

  /**
   * What stands there in our name; undefined: nothing. Where it lacks what we hold, somebody took us for dead, or writes in
   * our name: what he does there we cannot know. Where it names more, a push arrived late.
   */
  seen(destinations: ReadonlySet<string> | undefined): void {
    const isWhole = this.names().every((name) => destinations?.has(name));
    if (this.#stand && !isWhole) this.giveUpAll();
    this.#stand = destinations !== undefined;
    this.#changed ||= [...(destinations ?? [])].some((name) => !this.#held.has(name));
  }

  giveUpAll(): void {
    for (const [name, lost] of this.#held) if (!this.#done.has(name)) lost.abort();
    this.#changed ||= this.#held.size > 0;
    this.#held.clear();
    this.#done.clear();
  }

  close(): void {
    this.#silence();
  }
}
