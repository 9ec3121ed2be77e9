import type { OrphanFact } from '../../model/fact/orphan-fact.ts';
import { DETACHED_TAG } from '../../model/tags.ts';
import { allVersions, wantedStory } from '../../model/wanted-story.ts';
import { isOfOrigin } from '../../story/lineage.ts';
import type { OrphanCandidate, OrphanContext } from './orphan-context.ts';

/** Why a story left behind is never deleted, whoever agrees to it; callers apart. Undefined when nothing speaks against it. */
export function reasonToStay(left: OrphanCandidate, context: OrphanContext): OrphanFact | undefined {
  return (
    unreadNearby(context) ??
    wishOfTheDestination(left) ??
    stillWanted(left, context) ??
    unnamed(context) ??
    notProven(left, context)
  );
}

/** A failed read is never an absence: what could not be read may be a caller, or ours. */
function unreadNearby({ readings }: OrphanContext): OrphanFact | undefined {
  const [id] = readings.unreadableExports.keys();
  if (id === undefined) return undefined;
  const name = readings.listing.find((story) => story.id === id)?.name ?? String(id);
  return { kind: 'neighbour_unreadable', name };
}

function wishOfTheDestination({ listed }: OrphanCandidate): OrphanFact | undefined {
  if (listed.tags.includes(DETACHED_TAG)) return { kind: 'orphan_tagged' };
  if (listed.changeControl) return { kind: 'orphan_under_change_control' };
  return listed.locked ? { kind: 'orphan_locked' } : undefined;
}

/** A commit that lacks a story cannot say which one it is: it may be any that state has under another key. */
function unnamed({ desired, destination }: OrphanContext): OrphanFact | undefined {
  const absent = destination.subscriptions.find(({ storyKey }) => !wantedStory(desired, destination, storyKey));
  return absent && { kind: 'maybe_wanted', key: absent.storyKey, inCommit: false };
}

/** A story whose key, or whose key and name, changed in git, before a sync has found it again. */
function stillWanted(
  { listed }: OrphanCandidate,
  { desired, destination, readings }: OrphanContext,
): OrphanFact | undefined {
  const stamp = readings.exports.get(listed.id)?.origin_story_identifier;
  for (const { storyKey } of destination.subscriptions) {
    const wanted = wantedStory(desired, destination, storyKey);
    if (wanted && (wanted.stamp === stamp || wanted.story.name === listed.name)) {
      return { kind: 'maybe_wanted', key: storyKey, inCommit: true };
    }
  }
  return undefined;
}

/** Ours is what carries, now and after our push, the very stamp that we sent; state alone proves nothing. */
function notProven(
  { key, state, listed }: OrphanCandidate,
  { desired, readings, state: recorded }: OrphanContext,
): OrphanFact | undefined {
  const sent = state.lineage ?? desired.stories.get(key)?.stamp;
  if (state.stamp === '' || state.stamp !== sent) {
    return { kind: 'orphan_not_proven', because: 'stamp_stored_otherwise' };
  }
  const known = [...allVersions(desired)].map(({ stamp }) => stamp);
  if (!recorded?.proven && !known.includes(state.stamp)) {
    return { kind: 'orphan_not_proven', because: 'stamp_unknown' };
  }
  if (!isOfOrigin(state.stamp, known, desired.origin?.tenantUrl)) {
    return { kind: 'orphan_not_proven', because: 'other_origin' };
  }
  const story = readings.exports.get(listed.id);
  if (!story || story.origin_story_identifier === state.stamp) return undefined;
  return { kind: 'orphan_not_proven', because: 'stamp_gone' };
}
