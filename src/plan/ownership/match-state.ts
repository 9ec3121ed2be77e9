import type { DesiredStory } from '../../model/desired.ts';
import type { DestinationState, StoryState } from '../../model/destination-state.ts';
import type { StateEntry } from './claim.ts';

/** What state has of a story, and under which other key it does so. */
export type StateMatch = StateEntry & { readonly knownAs?: string };

/**
 * What state has of each subscribed story, by its key. A key is a name that people give, and may give to another
 * story: what stands under it counts unless it is known to be of another one. A key that was renamed in the manifest
 * leaves its entry behind under the old one: it is found by the lineage stamp that we sent, or by the very content that
 * was pushed. Where two other keys could be it, neither is, and the story is looked for in full.
 */
export function matchState(
  subscribed: readonly DesiredStory[],
  state: DestinationState | undefined,
  /** All stories that git has: one that this destination does not take may have left its entry here. */
  catalogue: Iterable<DesiredStory>,
): ReadonlyMap<string, StateMatch> {
  const entries = new Map(Object.entries(state?.stories ?? {}));
  const owners = new Map(
    [...catalogue].flatMap(({ stamp, contentHash }) => [[stamp, stamp] as const, [contentHash, stamp] as const]),
  );
  const isOfAnother = (desired: DesiredStory, { stamp, lineage, pushed }: StoryState): boolean =>
    [stamp, lineage ?? '', pushed].some((word) => (owners.get(word) ?? desired.stamp) !== desired.stamp);
  const matches = new Map<string, StateMatch>();
  const proven = state?.proven ?? false;
  for (const desired of subscribed) {
    const own = entries.get(desired.key);
    if (own && mayBeOf(desired, own) && !isOfAnother(desired, own)) {
      matches.set(desired.key, { state: own, proven });
      continue;
    }
    const [found, second] = [...entries].filter(
      ([key, entry]) => key !== desired.key && isOf(desired, entry) && !isOfAnother(desired, entry),
    );
    if (found && !second) matches.set(desired.key, { state: found[1], proven, knownAs: found[0] });
  }
  return matches;
}

/** What stands under the key of a story and is of another one, which no story that is asked for goes by. */
export function findDisplaced(
  key: string,
  state: DestinationState | undefined,
  matches: ReadonlyMap<string, StateMatch>,
): StoryState | undefined {
  const stories = state?.stories ?? {};
  const entry = Object.hasOwn(stories, key) ? stories[key] : undefined;
  return [...matches.values()].some((each) => each.state === entry) ? undefined : entry;
}

function isOf(desired: DesiredStory, { stamp, lineage, pushed }: StoryState): boolean {
  return stamp === desired.stamp || lineage === desired.stamp || pushed === desired.contentHash;
}

/** A new origin, or a story made anew there, changes the stamp: then the name tells that it is the same story still. */
function mayBeOf(desired: DesiredStory, entry: StoryState): boolean {
  return isOf(desired, entry) || entry.lineage === undefined || entry.name === desired.story.name;
}
