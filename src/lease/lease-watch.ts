/** Whoever gave no sign of life for so long, while we looked, is at work no more. */
export const DEAD_AFTER_MS = 120_000;
/** Longer than any pause between two looks: whoever slept has watched nothing, and the owner may have slept as well. */
const LONGEST_BLINK_MS = 30_000;

/** A run's file as it was seen: another stamp is a sign of life. */
export type SeenRun = { readonly run: string; readonly stamp: string };

/** How long each run has given no sign of life, by our own clock and our own looking: what a lease says of times is not asked. */
export class LeaseWatch {
  #still = new Map<string, { readonly stamp: string; readonly ms: number }>();
  #last: number | undefined;

  /** `now`: milliseconds of a clock that only grows. */
  look(runs: readonly SeenRun[], now: number): void {
    const passed = Math.min(now - (this.#last ?? now), LONGEST_BLINK_MS);
    this.#last = now;
    const before = this.#still;
    this.#still = new Map(
      runs.map(({ run, stamp }) => {
        const known = before.get(run);
        return [run, { stamp, ms: known?.stamp === stamp ? known.ms + passed : 0 }];
      }),
    );
  }

  isDead(run: string): boolean {
    return (this.#still.get(run)?.ms ?? 0) >= DEAD_AFTER_MS;
  }
}
