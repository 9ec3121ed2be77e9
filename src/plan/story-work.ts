import type { JsonObject } from '../json/value.ts';
import type { StoryInfo } from '../model/actual.ts';
import type { DesiredStory } from '../model/desired.ts';
import type { Pin } from '../model/destination.ts';
import type { StoryState } from '../model/destination-state.ts';
import type { PlannedStory } from '../model/plan.ts';

/**
 * A planned story and what was decided for it, as far as every engine knows it. An engine's own work has more: what it
 * needs to carry the decision out.
 */
export type StoryWork = {
  readonly planned: PlannedStory;
  readonly desired: DesiredStory;
  /** The pin that it goes by. */
  readonly pin?: Pin;
  /** The destination holds all of it already, whatever the action is. */
  readonly equal: boolean;
  /** What stands there under our care, where something does. */
  readonly live?: { readonly listed: StoryInfo };
  readonly state?: StoryState;
  /** Whether that is proven, or a hint. */
  readonly proven?: boolean;
  /** The key that `state` stands under, when the story had another one then. */
  readonly knownAs?: string;
  /** What the engine would write and what it saw: a plan whose evidence moved is stale. */
  readonly evidence: JsonObject;
};
