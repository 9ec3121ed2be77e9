import type { DesiredStory } from '../model/desired.ts';
import type { DestinationState, StoryState } from '../model/destination-state.ts';

/** What state remembers of a story, and under which other key it does so. */
export type Recalled = { readonly state: StoryState; readonly knownAs?: string };

/**
 * What is remembered of each subscribed story, by its key. A key that was renamed in the manifest leaves its entry
 * behind under the old one: it is found by our lineage stamp, or by the very content that was pushed (a tenant may
 * store another stamp). Where two old keys could be it, neither is, and the story is looked for in full.
 */
export function recallStories(
  subscribed: readonly DesiredStory[],
  state: DestinationState | undefined,
): ReadonlyMap<string, Recalled> {
  const remembered = new Map(Object.entries(state?.stories ?? {}));
  const keys = new Set(subscribed.map(({ key }) => key));
  const orphans = [...remembered].filter(([key]) => !keys.has(key));
  const recalled = new Map<string, Recalled>();
  for (const desired of subscribed) {
    const own = remembered.get(desired.key);
    const [found, second] = own ? [] : orphans.filter(([, entry]) => isOf(desired, entry));
    if (own) recalled.set(desired.key, { state: own });
    else if (found && !second) recalled.set(desired.key, { state: found[1], knownAs: found[0] });
  }
  return recalled;
}

function isOf(desired: DesiredStory, { stamp, pushed }: StoryState): boolean {
  return stamp === desired.stamp || pushed === desired.contentHash;
}
