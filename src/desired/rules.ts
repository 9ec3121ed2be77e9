import type { Problem } from '../diagnostics/problem.ts';
import type { DesiredStory } from '../model/desired.ts';
import type { CatalogueStory, Destination, Manifest } from '../model/destination.ts';
import type { Story } from '../model/story.ts';
import { DETACHED_TAG, tagsOf } from '../model/tags.ts';
import { holdsPlaceholders } from '../story/addresses/carry-addresses.ts';
import { findLookalikes } from './lookalikes.ts';

type Stories = ReadonlyMap<string, DesiredStory>;

/** Rules that need the manifest and the story files at once; each is small, named and independent. */
export function checkTogether(manifest: Manifest, stories: Stories): readonly Problem[] {
  return [
    ...findLookalikes(manifest, stories),
    ...manifest.destinations.flatMap((destination) => [
      ...repeatedNames(destination, stories),
      ...repeatedLineage(destination, stories),
      ...placeholdersToSend(destination, stories),
    ]),
  ];
}

/** The tag would take the story out of sync everywhere. */
export function findDetachedTag({ key, file, place }: CatalogueStory, story: Story): readonly Problem[] {
  if (!tagsOf(story).includes(DETACHED_TAG)) return [];
  const message = `story "${key}" (${file}) carries the tag "${DETACHED_TAG}" at the origin`;
  const hint = 'remove the tag on the origin and export the story again';
  return [{ code: 'DES003', severity: 'error', message, hint, place }];
}

/** Tenants find stories by name: of one name there can be one. */
function repeatedNames(destination: Destination, stories: Stories): readonly Problem[] {
  const first = new Map<string, Destination['subscriptions'][number]>();
  const problems: Problem[] = [];
  for (const subscription of destination.subscriptions) {
    const name = stories.get(subscription.storyKey)?.story.name;
    if (name === undefined) continue;
    const other = first.get(name);
    if (!other) {
      first.set(name, subscription);
      continue;
    }
    problems.push({
      code: 'DES002',
      severity: 'error',
      message: `destination "${destination.name}" would receive two stories named "${name}": "${other.storyKey}" and "${subscription.storyKey}"`,
      hint: 'rename one of them on the origin, or subscribe to one of them only',
      place: subscription.place,
      related: [{ message: `the other one, "${other.storyKey}", is asked for here`, place: other.place }],
    });
  }
  return problems;
}

/** The stamp says whose a live story is; two stories that share it would take each other over. */
function repeatedLineage(destination: Destination, stories: Stories): readonly Problem[] {
  const first = new Map<string, Destination['subscriptions'][number]>();
  const problems: Problem[] = [];
  for (const subscription of destination.subscriptions) {
    const desired = stories.get(subscription.storyKey);
    if (!desired) continue;
    const other = first.get(desired.stamp);
    if (!other) {
      first.set(desired.stamp, subscription);
      continue;
    }
    // Of the same name as well: said by the other rule already.
    if (stories.get(other.storyKey)?.story.name === desired.story.name) continue;
    problems.push({
      code: 'DES006',
      severity: 'error',
      message: `destination "${destination.name}" would receive two versions of one story: "${other.storyKey}" and "${subscription.storyKey}" have the same guid`,
      hint: 'subscribe to one of them only, or duplicate the story on the origin and export the copy',
      place: subscription.place,
      related: [{ message: `the other one, "${other.storyKey}", is asked for here`, place: other.place }],
    });
  }
  return problems;
}

function placeholdersToSend(destination: Destination, stories: Stories): readonly Problem[] {
  if (destination.webhookUrls !== 'export') return [];
  return destination.subscriptions.flatMap(({ storyKey, place }) => {
    const desired = stories.get(storyKey);
    if (!desired || !holdsPlaceholders(desired.story)) return [];
    return {
      code: 'DES004',
      severity: 'error',
      message: `destination "${destination.name}" asks for "webhook_urls: export", but ${desired.file} holds placeholders instead of addresses`,
      hint: 'use "webhook_urls: keep", or put real addresses into the file',
      place,
    } as const;
  });
}
