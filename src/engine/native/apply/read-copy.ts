import { compareStories } from '../../../story/compare/compare.ts';
import type { TenantReader } from '../../../tenant/port.ts';
import type { NativeStoryWork } from '../native-work.ts';

/** Whether the copy of a story at the destination is what git has; undefined where it cannot be told. */
export async function isCopyEqual(
  reader: TenantReader | undefined,
  teamId: number,
  { desired }: NativeStoryWork,
): Promise<boolean | undefined> {
  if (reader === undefined) return undefined;
  const listing = await reader.listStories(teamId);
  if (!listing.ok) return undefined;
  const [copy, ...others] = listing.value.filter(({ name }) => name === desired.story.name);
  if (copy === undefined || others.length > 0) return undefined;
  const live = await reader.exportStory(copy.id);
  return live.ok ? compareStories(live.value, desired.story).length === 0 : undefined;
}
