import type { EarlierVersions, StoryInfo } from '../../../model/actual.ts';
import type { Warning } from '../../../model/fact/warning.ts';
import type { ReadRequest } from '../../../plan/read-request.ts';
import type { StoryContext } from '../assess/story-context.ts';
import type { LiveComparison } from './compare-live.ts';
import { gitHad } from './git-had.ts';

/** What is known of edits that were made there, where a push would overwrite something. */
export type Edits =
  | { readonly kind: 'unread'; readonly needs: readonly ReadRequest[] }
  /** These places were edited, or none. */
  | { readonly kind: 'known'; readonly places: readonly string[] }
  /** Nobody can tell: `places` is all that differs, `hinted` what unproven state calls an edit. */
  | {
      readonly kind: 'unknown';
      readonly places: readonly string[];
      readonly hinted: readonly string[];
      readonly cutShort: EarlierVersions['cutShort'];
    };

export const NO_EDITS: Edits = { kind: 'known', places: [] };

/**
 * Proven state knows what we left there. Without it nobody can tell an edit from a change in git, but for content that
 * git had before: that is none.
 */
export function assessEdits({ desired, readings, proven }: StoryContext, live: LiveComparison): Edits {
  if (proven) return { kind: 'known', places: live.drift };
  if (live.places.length === 0) return NO_EDITS;
  const earlier = readings.earlier.get(desired.key);
  if (!earlier) return { kind: 'unread', needs: [{ kind: 'earlier_versions', storyKey: desired.key }] };
  if (gitHad(live.read.story, desired, earlier)) return NO_EDITS;
  return { kind: 'unknown', places: live.places, hinted: live.drift, cutShort: earlier.cutShort };
}

/** Places that "on_drift" speaks of. What nobody can tell counts as an edit where edits are not overwritten, until `--force`. */
export function countedEdits(
  edits: Edits,
  { destination, policy }: Pick<StoryContext, 'destination' | 'policy'>,
): readonly string[] {
  if (edits.kind === 'unread') return [];
  if (edits.kind === 'known') return edits.places;
  if (destination.onDrift === 'overwrite') return edits.hinted;
  if (policy.force) return [];
  return edits.hinted.length > 0 ? edits.hinted : edits.places;
}

/**
 * Proven by the stamp that is live, and by nothing having been touched since: neither what fingerprints cover, nor what
 * only a newer release knows, which moves the time of the last edit alone. Where state is a hint, git must have had the
 * content as well: what nothing but state calls ours is saved like anybody else's.
 */
export function isOurLastPush(
  { desired, state }: StoryContext,
  listed: StoryInfo,
  { read, edited }: LiveComparison,
  edits: Edits,
): boolean {
  if (!state || edited || state.editedAt !== listed.editedAt || edits.kind !== 'known') return false;
  return read.story.origin_story_identifier === desired.stamp;
}

/** An edit that is seen is a conflict, and told as one. */
export function whySaved({ desired }: StoryContext, { read }: LiveComparison, edits: Edits): readonly Warning[] {
  if (edits.kind === 'unknown' && edits.hinted.length === 0) {
    return [{ kind: 'maybe_edited', gap: edits.cutShort }];
  }
  if (read.story.origin_story_identifier === desired.stamp) return [];
  return [{ kind: 'other_stamp' }];
}
