import type { Cause } from '../model/fact/fact.ts';
import type { Outcome } from '../model/status.ts';

/** What a rollout lets a run begin, asked again at each step: time goes on, and pairs fail, while the run is at work. */
export interface RolloutGate {
  /** The manifest has a rollout: then a story does not go before those that it calls, also where they exist live. */
  readonly governs: boolean;
  /**
   * Answers once there is a place for every new pair among these: so many may be in flight as the ring may still have
   * failures, and one more. Pairs that may not be begun wait for none. `stop` ends the waiting.
   */
  takePlaces(destination: string, keys: readonly string[], stop: AbortSignal): Promise<void>;
  /** Why this pair may not be begun at this moment, whether or not there is a place for it; undefined when it may. */
  whyWait(destination: string, key: string): Cause | undefined;
  /**
   * The same right before it is begun. A pair that has no place, because it was not due when places were taken, takes
   * one that is free, or waits for the next run.
   */
  begin(destination: string, key: string): Cause | undefined;
  /** Why nothing may be deleted at this moment at a destination: its ring has no open window. */
  whyKeep(destination: string): Cause | undefined;
  /** What became of the destination's pairs. Its places are free again. */
  done(destination: string, outcomes: readonly Outcome[]): void;
  /** Nothing of the wave is in flight any more: what has passed by it is recorded. */
  waveDone(): Promise<void>;
}

/** No rollout: everything goes at once. */
export const ALL_AT_ONCE: RolloutGate = {
  governs: false,
  takePlaces: async () => {},
  whyWait: () => undefined,
  begin: () => undefined,
  whyKeep: () => undefined,
  done: () => {},
  waveDone: async () => {},
};
