import type { Actual } from '../../../model/actual.ts';
import type { DesiredStory } from '../../../model/desired.ts';
import type { Destination, Pin, Subscription } from '../../../model/destination.ts';
import type { DestinationState, StoryState } from '../../../model/destination-state.ts';
import type { UnusablePin } from '../../../model/fact/pin-fact.ts';
import type { Policy } from '../../../plan/policy.ts';
import type { RecordTypeDecisions } from './record-types.ts';

export type StoryContext = {
  readonly desired: DesiredStory;
  readonly subscription: Subscription;
  /** The pin that it goes by, and why that cannot be honoured. */
  readonly pin?: Pin | undefined;
  readonly unusablePin?: UnusablePin | undefined;
  readonly destination: Destination;
  readonly readings: Actual;
  readonly state: StoryState | undefined;
  /** Whether that is proven, or a hint. */
  readonly proven: boolean;
  /** The key under which state knows the story, when that is another one now. */
  readonly knownAs: string | undefined;
  /** Another story of ours, which state knows under the key of this one. */
  readonly displaced: StoryState | undefined;
  /** Absent until the team's record types are read. */
  readonly decisions: RecordTypeDecisions | undefined;
  /** What our last push made of the source's record types. */
  readonly rememberedTypes: DestinationState['recordTypes'];
  /** Slugs of sub-stories that this run brings. */
  readonly broughtSlugs: ReadonlySet<string>;
  readonly policy: Policy;
};
