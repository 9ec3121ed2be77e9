import type { Desired, DesiredStory, PinnedStory } from './desired.ts';
import type { Destination, Pin } from './destination.ts';
import type { UnusablePin } from './fact/pin-fact.ts';

/** The pin that a pair goes by. A detached story gets nothing from us, so it is compared with git as it is today. */
export function pinOf(
  { pin, subscriptions }: Pick<Destination, 'pin' | 'subscriptions'>,
  key: string,
): Pin | undefined {
  if (pin === undefined || pin.stories?.includes(key) === false) return undefined;
  const subscription = subscriptions.find(({ storyKey }) => storyKey === key);
  return subscription === undefined || subscription.detached ? undefined : pin;
}

/** The story that git wants at a destination: that of its pin, else today's. */
export function wantedStory(desired: Desired, destination: Destination, key: string): DesiredStory | undefined {
  return pinnedEntry(desired, destination, key)?.story ?? desired.stories.get(key);
}

/** Why the pin of a pair cannot be honoured. */
export function unusablePin(desired: Desired, destination: Destination, key: string): UnusablePin | undefined {
  const pinned = pinnedEntry(desired, destination, key);
  return pinned?.kind === 'unusable' ? pinned.fact : undefined;
}

/** Every version that git wants somewhere: those of today, and those of pins. */
export function allVersions(desired: Desired): readonly DesiredStory[] {
  const known = versions.get(desired);
  if (known) return known;
  const found = new Map<string, DesiredStory>();
  const add = (story: DesiredStory) => found.set(`${story.key} ${story.stamp} ${story.contentHash}`, story);
  for (const ofDestination of desired.pinned?.values() ?? []) {
    for (const entry of ofDestination.values()) if (entry.kind === 'read') add(entry.story);
  }
  for (const story of desired.stories.values()) add(story);
  const all = [...found.values()];
  versions.set(desired, all);
  return all;
}

/** Every name that the repository itself uses for a record type, in any version that somebody gets. */
export function recordTypeNames(desired: Desired): ReadonlySet<string> {
  return new Set(allVersions(desired).flatMap(({ recordTypes }) => recordTypes.map(({ name }) => name)));
}

/** Each of a thousand destinations asks. */
const versions = new WeakMap<Desired, readonly DesiredStory[]>();

function pinnedEntry(desired: Desired, destination: Destination, key: string): PinnedStory | undefined {
  if (pinOf(destination, key) === undefined) return undefined;
  const entry = desired.pinned?.get(destination.name)?.get(key);
  if (entry === undefined) throw new Error(`Internal error: the pin of ${destination.name} was not read for ${key}`);
  return entry;
}

/** Stands for what no file tells. Nothing of it is ever sent. */
export function standIn({ key, file }: Pick<DesiredStory, 'key' | 'file'>): DesiredStory {
  const story = { name: key, guid: '', agents: [], links: [] };
  return { key, file, story, stamp: '', contentHash: '', references: [], uncheckable: [], recordTypes: [] };
}
