import pLimit from 'p-limit';
import type { OriginStory } from '../../engine/native/native-input.ts';
import { isLive } from '../../export/comparison.ts';
import type { StoryInfo } from '../../model/actual.ts';
import type { DesiredStory } from '../../model/desired.ts';
import type { Origin } from '../../model/destination.ts';
import type { TenantReader } from '../../tenant/port.ts';

/** The client allows no more to one tenant. */
const IN_FLIGHT = 4;

/** Git's stories beside what is live at the origin, by key: each is read once, for all destinations. */
export async function readLiveStories(
  reader: TenantReader,
  origin: Origin,
  stories: readonly DesiredStory[],
): Promise<ReadonlyMap<string, OriginStory>> {
  const listing = await reader.listStories(origin.teamId);
  if (!listing.ok) {
    const fact = { kind: 'read_failed', step: 'origin_stories', failure: listing.error } as const;
    return new Map(stories.map(({ key }) => [key, { is: 'unread', fact }]));
  }
  const listed = new Map(listing.value.map((story) => [story.id, story]));
  const read = await pLimit(IN_FLIGHT).map(
    stories,
    async (story) => [story.key, await readOne(reader, listed.get(story.id ?? 0), story)] as const,
  );
  return new Map(read);
}

async function readOne(
  reader: TenantReader,
  listed: StoryInfo | undefined,
  { story }: DesiredStory,
): Promise<OriginStory> {
  if (listed === undefined) return { is: 'gone' };
  if (!listed.changeControl) return { is: 'uncontrolled' };
  // The live version: no draft is ever named here.
  const live = await reader.exportStory(listed.id);
  if (live.ok) return { is: isLive(story, live.value) ? 'as_in_git' : 'different' };
  if (live.error.kind === 'not_found') return { is: 'gone' };
  return { is: 'unread', fact: { kind: 'read_failed', step: 'origin_story', failure: live.error } };
}
