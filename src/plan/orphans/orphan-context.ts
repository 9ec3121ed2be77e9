import type { Actual, StoryInfo } from '../../model/actual.ts';
import type { Desired } from '../../model/desired.ts';
import type { Destination } from '../../model/destination.ts';
import type { DestinationState, StoryState } from '../../model/destination-state.ts';
import type { StateMatch } from '../ownership/match-state.ts';
import type { Policy } from '../policy.ts';
import type { StoryWork } from '../story-work.ts';

/** All that decides about what is left behind at a destination. */
export type OrphanContext = {
  readonly desired: Desired;
  readonly destination: Destination;
  readonly readings: Actual;
  readonly state: DestinationState | undefined;
  /** What state has of the subscribed stories. */
  readonly matches: ReadonlyMap<string, StateMatch>;
  readonly policy: Policy;
  /** What becomes of the chosen stories in this run. */
  readonly work: readonly StoryWork[];
};

/** A story of ours that the destination has and the manifest no longer asks for. */
export type OrphanCandidate = { readonly key: string; readonly state: StoryState; readonly listed: StoryInfo };
