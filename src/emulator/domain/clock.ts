import type { EmulatedTenant } from './tenant.ts';

/** The vendor's form: UTC, whole seconds, `Z`. */
export function seconds(time: number): string {
  return new Date(time).toISOString().replace(/\.\d{3}Z$/, 'Z');
}

/** The time stamp of a change, never before the last one. In whole seconds two changes may look alike, as at the vendor's. */
export function stampAfter({ switches }: Pick<EmulatedTenant, 'switches'>, previous: string, now: number): string {
  const last = Date.parse(previous);
  if (switches.time_stamps === 'seconds') return Math.floor(now / 1000) * 1000 > last ? seconds(now) : previous;
  return new Date(Math.max(now, last + 1)).toISOString();
}

/** The time of all tenants. It can be put forward and stopped, so that nobody has to wait for a second to pass. */
export class EmulatorClock {
  #ahead = 0;
  #stopped: number | undefined;

  now(): number {
    return this.#stopped ?? Date.now() + this.#ahead;
  }

  advance(ms: number): void {
    this.#ahead += ms;
    if (this.#stopped !== undefined) this.#stopped += ms;
  }

  stop(): void {
    this.#stopped ??= this.now();
  }

  /** Goes on from where it stands. */
  start(): void {
    if (this.#stopped === undefined) return;
    this.#ahead = this.#stopped - Date.now();
    this.#stopped = undefined;
  }
}
