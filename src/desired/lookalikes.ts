import type { Problem } from '../diagnostics/problem.ts';
import type { DesiredStory } from '../model/desired.ts';
import type { Destination, Manifest, Subscription } from '../model/destination.ts';
import { normalised } from '../model/normal-form.ts';
import { slugsOf } from '../story/graph.ts';

type Stories = ReadonlyMap<string, DesiredStory>;
type Pair = { readonly first: Subscription; readonly second: Subscription; readonly sharedBy: Destination[] };

/**
 * Two stories of one destination that people or formulas take for one: names that differ only in case or Unicode form, and
 * names of one slug, of which `STORY.slug` means one only. A pair is said once, however many destinations have it.
 */
export function findLookalikes({ destinations }: Pick<Manifest, 'destinations'>, stories: Stories): readonly Problem[] {
  const pairs = new Map<string, Pair>();
  for (const destination of destinations) {
    for (const [first, second] of pairsIn(destination, stories)) {
      const key = JSON.stringify([first.storyKey, second.storyKey].sort());
      const known = pairs.get(key) ?? { first, second, sharedBy: [] };
      known.sharedBy.push(destination);
      pairs.set(key, known);
    }
  }
  return [...pairs.values()].flatMap((pair) => describe(pair, stories) ?? []);
}

/** Each story with the first one before it that it is like. */
function* pairsIn({ subscriptions }: Destination, stories: Stories): Iterable<readonly [Subscription, Subscription]> {
  const first = new Map<string, Subscription>();
  for (const subscription of subscriptions) {
    const desired = stories.get(subscription.storyKey);
    if (desired === undefined) continue;
    let other: Subscription | undefined;
    for (const mark of marksOf(desired)) {
      other ??= first.get(mark);
      if (!first.has(mark)) first.set(mark, subscription);
    }
    if (other !== undefined) yield [other, subscription];
  }
}

/** The export's own slug may carry a suffix that a tenant makes anew, so the name's counts as well. */
function marksOf({ story }: DesiredStory): ReadonlySet<string> {
  return new Set([`name ${folded(story.name)}`, ...[...tellingSlugs(story)].map((slug) => `slug ${slug}`)]);
}

/** Names of other alphabets make slugs of nothing but underscores: these say nothing of each other. */
function tellingSlugs(story: DesiredStory['story']): ReadonlySet<string> {
  return new Set([...slugsOf(story)].filter((slug) => /[a-z0-9]/.test(slug)));
}

/** What a person reads, or a file system or a search takes for the same. */
function folded(name: string): string {
  const seen = normalised(name, 'NFKC')
    .replace(/\p{Cf}/gu, '')
    .replace(/\s+/gu, ' ')
    .trim()
    .toLowerCase();
  return normalised(seen, 'NFKC');
}

function describe({ first, second, sharedBy }: Pair, stories: Stories): Problem | undefined {
  const [one, two] = [stories.get(first.storyKey), stories.get(second.storyKey)];
  // Of one name or one guid: an error, said by another rule.
  if (one === undefined || two === undefined) return undefined;
  if (one.story.name === two.story.name || one.stamp === two.stamp) return undefined;
  const [destination] = sharedBy;
  const more = sharedBy.length > 1 ? `, as ${sharedBy.length - 1} more do,` : '';
  const receives = `destination "${destination?.name ?? ''}"${more} receives "${first.storyKey}" and "${second.storyKey}"`;
  const related = [{ message: `the other one, "${first.storyKey}", is asked for here`, place: first.place }];
  const rest = { severity: 'warning', place: second.place, related } as const;
  if (folded(one.story.name) === folded(two.story.name)) {
    const message = `${receives}, whose names ("${two.story.name}") differ only in case, spaces or Unicode form`;
    return { code: 'DES008', message, hint: 'rename one of them on the origin', ...rest };
  }
  const [slug] = tellingSlugs(two.story).intersection(tellingSlugs(one.story));
  const message = `${receives}, which share the slug "${slug}": <<STORY.${slug}>> can mean only one of them`;
  return { code: 'DES007', message, hint: 'rename one of them on the origin, and correct what calls it', ...rest };
}
