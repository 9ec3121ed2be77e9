import type { Desired } from '../model/desired.ts';
import type { Destination } from '../model/destination.ts';
import type { DestinationState } from '../model/destination-state.ts';
import { matchState } from './ownership/match-state.ts';
import type { RecordedPair } from './recorded-outcome.ts';

/**
 * Every pair of a destination with what state has of it, also where a key was renamed in the manifest; in the order of the
 * manifest, so that two status files can be compared line by line. Stories whose files cannot be used are in no pair.
 */
export function recordedPairs(
  { stories }: Pick<Desired, 'stories'>,
  destination: Destination,
  state: DestinationState | undefined,
  known: boolean,
): readonly RecordedPair[] {
  const subscribed = destination.subscriptions.flatMap((subscription) => {
    const desired = stories.get(subscription.storyKey);
    return desired ? [{ subscription, desired }] : [];
  });
  const matches = matchState(
    subscribed.map(({ desired }) => desired),
    state,
    stories.values(),
  );
  return subscribed.map(({ subscription, desired }) => {
    return { destination, subscription, desired, state, entry: matches.get(desired.key)?.state, known };
  });
}
