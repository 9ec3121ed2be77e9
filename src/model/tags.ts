import type { Story } from './story.ts';

/** A destination takes a story out of sync by itself with this tag. */
export const DETACHED_TAG = 'detached-from-sync';

/** The tags a story file asks for; anything that is not a string is not a tag. */
export function tagsOf(story: Story): readonly string[] {
  const tags = story.tags;
  return Array.isArray(tags) ? tags.filter((tag): tag is string => typeof tag === 'string') : [];
}
