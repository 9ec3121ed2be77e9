import type { Desired, DesiredStory } from '../model/desired.ts';
import type { Destination } from '../model/destination.ts';
import { wantedStory } from '../model/wanted-story.ts';

/** What git wants at a destination, by key, its pin included; a story whose file cannot be used is not among them. */
export function subscribedStories(desired: Desired, destination: Destination): readonly DesiredStory[] {
  return destination.subscriptions
    .map(({ storyKey }) => storyKey)
    .sort()
    .flatMap((key) => wantedStory(desired, destination, key) ?? []);
}
