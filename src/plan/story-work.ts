import type { TagChange } from '../engine/push/difference/tags.ts';
import type { StoryInfo } from '../model/actual.ts';
import type { DesiredStory } from '../model/desired.ts';
import type { StoryState } from '../model/destination-state.ts';
import type { PlannedStory } from '../model/plan.ts';
import type { Story } from '../model/story.ts';
import type { RecordTypeDecision } from '../records/decide.ts';
import type { IngressMatching } from '../story/addresses/ingress.ts';

/** A planned story with all that a push of it needs. The view (`planned`) and the push come from this one value. */
export type StoryWork = {
  readonly planned: PlannedStory;
  readonly desired: DesiredStory;
  /** What the destination shall hold: our stamp set, record actions pointed at the chosen types, tags left to an update. */
  readonly wanted: Story;
  /** The destination holds all of it already, whatever the action is. */
  readonly equal: boolean;
  readonly live?: LiveStory;
  readonly state?: StoryState;
  /** Whether that is proven, or a hint. */
  readonly proven?: boolean;
  /** The key that `state` stands under, when the story had another one then. */
  readonly knownAs?: string;
  readonly decisions: readonly RecordTypeDecision[];
  readonly tags: TagChange;
  /** The live content is not known to be ours: keep it as a named version before it is overwritten. */
  readonly saveVersion: boolean;
  /** The story is taken over from whoever made it: this push is to write our stamp. */
  readonly adopts?: true;
};

/** What an assessment found out; the rest of the work has nothing to say. */
export type FoundStory = Pick<StoryWork, 'planned' | 'wanted' | 'equal'> & Partial<StoryWork>;

export type LiveStory = {
  readonly listed: StoryInfo;
  /** Absent when state proves that nothing moved since our push. */
  readonly read?: {
    readonly story: Story;
    readonly parts: { readonly [part: string]: string };
    readonly ingress?: IngressMatching;
  };
};
