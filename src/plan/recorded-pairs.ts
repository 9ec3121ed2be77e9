import type { Desired } from '../model/desired.ts';
import type { Destination } from '../model/destination.ts';
import type { DestinationState } from '../model/destination-state.ts';
import { allVersions, unusablePin, wantedStory } from '../model/wanted-story.ts';
import { matchState } from './ownership/match-state.ts';
import type { RecordedPair } from './recorded-outcome.ts';

/**
 * Every pair of a destination with what state has of it, also where a key was renamed in the manifest; in the order of the
 * manifest, so that two status files can be compared line by line. Stories whose files cannot be used are in no pair.
 */
export function recordedPairs(
  git: Desired,
  destination: Destination,
  state: DestinationState | undefined,
  known: boolean,
): readonly RecordedPair[] {
  const subscribed = destination.subscriptions.flatMap((subscription) => {
    const desired = wantedStory(git, destination, subscription.storyKey);
    return desired ? [{ subscription, desired }] : [];
  });
  const matches = matchState(
    subscribed.map(({ desired }) => desired),
    state,
    allVersions(git),
  );
  return subscribed.map(({ subscription, desired }) => {
    const entry = matches.get(desired.key)?.state;
    const pin = unusablePin(git, destination, desired.key);
    return { destination, subscription, desired, state, entry, known, ...(pin ? { unusablePin: pin } : {}) };
  });
}
