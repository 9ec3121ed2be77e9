import { sha256 } from '../json/canonical.ts';
import type { Story } from '../model/story.ts';

/**
 * The stamp that marks every copy of this story as ours. An export's own stamp counts only when it ends
 * in the story's own guid: an inherited one would claim the copies of whoever the story was taken from.
 */
export function lineageStamp(story: Story, originTenantUrl: string | undefined): string {
  const own = story.origin_story_identifier;
  if (typeof own === 'string' && isLineageStamp(own) && own.endsWith(`:${story.guid}`)) return own;
  const tenant = originTenantUrl ?? '';
  return `cloud:${derivedFamily(tenant)}:${hex32(['story', tenant, story.guid])}`;
}

/**
 * Whether a stamp can be one that stories of this origin carry: all have its tenant in the middle. Told without state,
 * of stories that git has no more.
 */
export function isOfOrigin(stamp: string, known: Iterable<string>, originTenantUrl: string | undefined): boolean {
  const families = new Set([...known].map(familyOf));
  return isLineageStamp(stamp) && families.add(derivedFamily(originTenantUrl ?? '')).has(familyOf(stamp));
}

function familyOf(stamp: string): string | undefined {
  return stamp.split(':')[1];
}

function derivedFamily(tenant: string): string {
  return hex32(['tenant', tenant]);
}

/** The only form that tenants were seen to accept. */
export function isLineageStamp(text: string): boolean {
  return /^cloud:[0-9a-f]{32}:[0-9a-f]{32}$/.test(text);
}

function hex32(parts: readonly string[]): string {
  return sha256(JSON.stringify(['storysync lineage', ...parts])).slice('sha256:'.length, 'sha256:'.length + 32);
}
