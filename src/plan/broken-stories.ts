import type { BrokenStory, Desired } from '../model/desired.ts';
import type { Destination } from '../model/destination.ts';
import type { DestinationFact } from '../model/fact/destination-fact.ts';
import { pinOf } from '../model/wanted-story.ts';

/**
 * Stories that the destination takes and whose files cannot be used. Then nothing is planned for it: which sub-stories
 * they bring, and which record types are theirs, is not known, and its other stories may depend on both.
 */
export function findBroken({ broken }: Desired, destination: Destination): readonly BrokenStory[] {
  if (broken === undefined) return [];
  // A pinned story does not come from the file of today.
  return destination.subscriptions.flatMap(({ storyKey }) =>
    pinOf(destination, storyKey) === undefined ? (broken.get(storyKey) ?? []) : [],
  );
}

export function brokenFile({ key, file, finding }: BrokenStory): DestinationFact {
  const { place, message, hint } = finding;
  const at = place === undefined ? file : `${place.file}:${place.line}`;
  return { kind: 'story_file_unusable', key, at, finding: { message, hint } };
}

/** What keeps the other stories of a destination that takes broken ones. */
export function waitsForFiles(broken: readonly BrokenStory[]): DestinationFact {
  return { kind: 'waits_for_story_files', keys: broken.map(({ key }) => key) };
}
