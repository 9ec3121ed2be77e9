import type { StoryInfo } from '../model/actual.ts';
import type { Manifest, Origin } from '../model/destination.ts';
import type { Discovery, LeftOutStory } from '../model/exported.ts';
import { DETACHED_TAG } from '../model/tags.ts';
import { byText } from '../model/text/order.ts';
import { slugify } from '../story/references.ts';

const LONGEST_KEY = 63;

/** Stories of the origin team that the catalogue does not have, by name: those that an export would take, and the others with why not. */
export function discoverStories(
  listing: readonly StoryInfo[],
  { stories }: Pick<Manifest, 'stories'>,
  origin: Pick<Origin, 'requireChangeControl'>,
): Discovery {
  const known = new Set([...stories.values()].map(({ id }) => id));
  const taken = new Set(stories.keys());
  const files = new Set([...stories.values()].map(({ file }) => file.toLowerCase()));
  const lacking = listing
    .filter(({ id }) => !known.has(id))
    .toSorted((a, b) => byText(a.name, b.name) || a.id - b.id)
    .map((story) => ({ story, reason: whyLeftOut(story, origin) }));
  const found = lacking.flatMap(({ story: { id, name }, reason }) => {
    if (reason !== undefined) return [];
    const key = freeKey(name, id, (candidate) => taken.has(candidate) || files.has(`stories/${candidate}.json`));
    taken.add(key);
    return [{ id, name, key }];
  });
  const leftOut = lacking.flatMap(({ story: { id, name }, reason }) => (reason ? [{ id, name, reason }] : []));
  return { stories: found, leftOut };
}

function whyLeftOut(
  { tags, changeControl, published }: StoryInfo,
  { requireChangeControl }: Pick<Origin, 'requireChangeControl'>,
): LeftOutStory['reason'] | undefined {
  if (tags.includes(DETACHED_TAG)) return 'detached';
  if (published === false) return 'unpublished';
  return changeControl || !requireChangeControl ? undefined : 'no_change_control';
}

/** `Phishing triage (v2)` becomes `phishing-triage-v2`; a name without Latin letters becomes `story-9981`. */
function freeKey(name: string, id: number, isTaken: (key: string) => boolean): string {
  const slug = slugify(name).replaceAll('_', '-');
  const key = slug === '' ? `story-${id}` : slug.slice(0, LONGEST_KEY).replace(/-$/, '');
  if (!isTaken(key)) return key;
  for (let number = 2; ; number += 1) {
    const suffix = `-${number}`;
    const candidate = key.slice(0, LONGEST_KEY - suffix.length) + suffix;
    if (!isTaken(candidate)) return candidate;
  }
}
