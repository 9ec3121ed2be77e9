import { DETACHED_TAG } from '../../model/tags.ts';
import { isOfOrigin } from '../../story/lineage.ts';
import type { OrphanCandidate, OrphanContext } from './orphan-context.ts';

/** Why a story left behind is never deleted, whoever agrees to it; callers apart. Undefined when nothing speaks against it. */
export function reasonToStay(left: OrphanCandidate, context: OrphanContext): string | undefined {
  return (
    unreadNearby(context) ??
    wishOfTheDestination(left) ??
    stillWanted(left, context) ??
    unnamed(context) ??
    notProven(left, context)
  );
}

/** A failed read is never an absence: what could not be read may be a caller, or ours. */
function unreadNearby({ readings }: OrphanContext): string | undefined {
  const [id] = readings.unreadableExports.keys();
  if (id === undefined) return undefined;
  const name = readings.listing.find((story) => story.id === id)?.name ?? String(id);
  return `story "${name}" there could not be read, so nothing is deleted at this destination`;
}

function wishOfTheDestination({ listed }: OrphanCandidate): string | undefined {
  if (listed.tags.includes(DETACHED_TAG)) return `it is tagged "${DETACHED_TAG}" there`;
  if (listed.changeControl) {
    return 'under change control there: a live story is never changed behind its approvers';
  }
  return listed.locked ? 'it is locked there' : undefined;
}

/** A commit that lacks a story cannot say which one it is: it may be any that is remembered under another key. */
function unnamed({ desired, destination }: OrphanContext): string | undefined {
  const absent = destination.subscriptions.find(({ storyKey }) => !desired.stories.has(storyKey));
  return (
    absent && `it may be the story that this destination takes as "${absent.storyKey}", which the commit does not have`
  );
}

/** A story whose key, or whose key and name, changed in git, before a sync has found it again. */
function stillWanted(
  { listed }: OrphanCandidate,
  { desired, destination, readings }: OrphanContext,
): string | undefined {
  const stamp = readings.exports.get(listed.id)?.origin_story_identifier;
  for (const { storyKey } of destination.subscriptions) {
    const wanted = desired.stories.get(storyKey);
    if (wanted && (wanted.stamp === stamp || wanted.story.name === listed.name)) {
      return `it may be the story that this destination takes as "${storyKey}"`;
    }
  }
  return undefined;
}

/** Ours is what carries, now and after our push, the very stamp that we sent; state alone proves nothing. */
function notProven(
  { key, state, listed }: OrphanCandidate,
  { desired, readings, state: recorded }: OrphanContext,
): string | undefined {
  const sent = state.lineage ?? desired.stories.get(key)?.stamp;
  if (state.stamp === '' || state.stamp !== sent) {
    return 'the tenant stored another stamp than ours, so nothing proves that the story is ours';
  }
  const known = [...desired.stories.values()].map(({ stamp }) => stamp);
  if (!recorded?.proven && !known.includes(state.stamp)) {
    return 'git has no story of its stamp any more, and recorded state is unsigned: nothing else says that it is ours';
  }
  if (!isOfOrigin(state.stamp, known, desired.origin?.tenantUrl)) {
    return 'its stamp is of another origin than the stories in git, so nothing but recorded state says that it is ours';
  }
  const story = readings.exports.get(listed.id);
  if (!story || story.origin_story_identifier === state.stamp) return undefined;
  return 'it no longer carries the stamp of our push: what stands there now is not ours';
}
