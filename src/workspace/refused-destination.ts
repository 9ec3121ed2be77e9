import { openStory, type StoryFile } from '../desired/assemble.ts';
import { checkTogether } from '../desired/rules.ts';
import type { DesiredStory } from '../model/desired.ts';
import type { Destination, Manifest } from '../model/destination.ts';

/** Why `validate` would refuse a destination with these stories; undefined where it would not. */
export type DestinationRefusal = (name: string, stories: readonly string[]) => string | undefined;

/** The rules of `validate` for destinations that nobody has written yet, by what their stories hold. */
export function destinationRefusal(manifest: Manifest, texts: ReadonlyMap<string, Uint8Array>): DestinationRefusal {
  const stories = new Map<string, DesiredStory>();
  for (const entry of manifest.stories.values()) {
    const bytes = texts.get(entry.key);
    const file: StoryFile | undefined = bytes && { kind: 'bytes', bytes, shown: entry.file };
    const { story } = openStory(entry, file, manifest, undefined);
    if (story !== undefined) stories.set(entry.key, story);
  }
  const accepted = new Set<string>();
  return (name, keys) => {
    const list = keys.join(' ');
    // Of hundreds of destinations most have the same list.
    if (accepted.has(list)) return undefined;
    const alone = { ...manifest, destinations: [withStories(name, keys, manifest.file)] };
    const refused = checkTogether(alone, stories).find(({ severity }) => severity === 'error');
    if (refused === undefined) accepted.add(list);
    return refused?.message;
  };
}

function withStories(name: string, stories: readonly string[], file: string): Destination {
  const place = { file, line: 1, column: 1 };
  return {
    name,
    tenantUrl: '',
    teamId: 0,
    keyName: '',
    engine: 'native',
    subscriptions: stories.map((storyKey) => ({ storyKey, place, adopt: false })),
    manualSyncOnly: false,
    labels: {},
    webhookUrls: 'keep',
    changeControl: 'fail',
    onDrift: 'overwrite',
    prerequisites: 'fail',
    place,
  };
}
