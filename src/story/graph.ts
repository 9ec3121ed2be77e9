import type { Reference } from '../model/desired.ts';
import { slugify } from './references.ts';

/** A story as others may call it: an export, a live one, or an entry of a list. */
export type CallableStory = { readonly name: string; readonly slug?: unknown };

/** The same stories are asked for their slugs at every destination, again and again. */
const slugsByStory = new WeakMap<CallableStory, ReadonlySet<string>>();

/**
 * Every slug by which `STORY.slug` may mean a story: its own, which may carry a suffix that the name lacks, and the one
 * that a tenant makes of its name.
 */
export function slugsOf(story: CallableStory): ReadonlySet<string> {
  const known = slugsByStory.get(story);
  if (known) return known;
  const own = typeof story.slug === 'string' && story.slug !== '' ? [story.slug] : [];
  const slugs = new Set([...own, slugify(story.name)]);
  slugsByStory.set(story, slugs);
  return slugs;
}

/** Slugs of the stories that something with these references calls. */
export function calledSlugs(references: readonly Reference[]): ReadonlySet<string> {
  return new Set(references.flatMap(({ kind, slug }) => (kind === 'story' ? [slug] : [])));
}

export function isCalled(callee: CallableStory, called: ReadonlySet<string>): boolean {
  return !called.isDisjointFrom(slugsOf(callee));
}
