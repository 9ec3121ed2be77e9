import type { StoryInfo } from '../../model/actual.ts';
import type { DesiredStory } from '../../model/desired.ts';
import type { DestinationState } from '../../model/destination-state.ts';
import type { Story } from '../../model/story.ts';
import type { HeldStory } from './native-input.ts';

/** The stories of the pairs among those of a team: by name, by what was recorded, or by their stamp where it was read. */
export function heldIn(
  listing: readonly StoryInfo[],
  wanted: readonly DesiredStory[],
  { state, exports }: { readonly state: DestinationState | undefined; readonly exports: ReadonlyMap<number, Story> },
): readonly HeldStory[] {
  return listing.flatMap(({ id, name }) => {
    const stamp = exports.get(id)?.origin_story_identifier;
    const story = wanted.find((each) => {
      const recorded = Object.hasOwn(state?.stories ?? {}, each.key) ? state?.stories[each.key] : undefined;
      return each.story.name === name || recorded?.destinationStoryId === id || stamp === each.stamp;
    });
    return story === undefined ? [] : [{ key: story.key, id }];
  });
}
