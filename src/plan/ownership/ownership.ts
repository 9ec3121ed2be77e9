import type { Actual, StoryInfo } from '../../model/actual.ts';
import type { DesiredStory } from '../../model/desired.ts';
import type { Subscription } from '../../model/destination.ts';
import type { OwnershipFact } from '../../model/fact/ownership-fact.ts';
import type { TenantFailure } from '../../model/fact/tenant-failure.ts';
import type { ReadRequest } from '../read-request.ts';
import { isOurs, type StateEntry } from './claim.ts';

/** Which live story, if any, is the one this repository story stands for. */
export type Ownership =
  | { readonly kind: 'absent'; readonly recreated: boolean }
  | { readonly kind: 'ours'; readonly listed: StoryInfo; readonly adopted: boolean }
  | { readonly kind: 'refused'; readonly refusal: OwnershipFact; readonly storyId?: number }
  | { readonly kind: 'unread'; readonly needs: readonly ReadRequest[] };

type Search = {
  readonly desired: DesiredStory;
  readonly subscription: Subscription;
  readonly readings: Actual;
  readonly entry: StateEntry | undefined;
};

/** State helps to find the story; what makes it ours is told by `claim.ts`. */
export function findOwnership(search: Search): Ownership {
  const { desired, readings } = search;
  const state = search.entry?.state;
  const name = desired.story.name;
  const sameName = readings.listing.filter((story) => story.name === name);
  const [named, second] = sameName;
  if (second) return ambiguous({ kind: 'name_repeated', name, amount: sameName.length });

  if (state) {
    const known = readings.listing.find((story) => story.id === state.destinationStoryId);
    if (known) return judgeKnown(search, known, named);
    const place = readings.whereabouts.get(state.destinationStoryId);
    if (!place) return { kind: 'unread', needs: [{ kind: 'whereabouts', storyId: state.destinationStoryId }] };
    // A hint of another team must not speak against a story that proves itself.
    if (place.kind === 'moved' && (search.entry?.proven || !named))
      return movedAway(name, place.teamId, state.destinationStoryId);
    if (named) return judgeNamed(search, named);
    // A run that kept no state may have made it again under the name that git had then. Under any other name it is a copy.
    const former = readings.listing.filter((story) => story.name === state.name);
    return searchByStamp(search, former, { kind: 'absent', recreated: true });
  }
  return named ? judgeNamed(search, named) : searchByStamp(search, readings.listing, NEW);
}

const NEW: Ownership = { kind: 'absent', recreated: false };

function judgeKnown(search: Search, known: StoryInfo, named: StoryInfo | undefined): Ownership {
  const stamp = stampOf(search.readings, known);
  if (stamp.kind !== 'read') return notReadable(stamp, known);
  if (!belongs(search, known, stamp.value))
    return named ? judgeNamed(search, named) : searchByStamp(search, search.readings.listing, NEW);
  if (named && named.id !== known.id) {
    return besides(known, named);
  }
  return { kind: 'ours', listed: known, adopted: false };
}

function judgeNamed(search: Search, named: StoryInfo): Ownership {
  const stamp = stampOf(search.readings, named);
  if (stamp.kind !== 'read') return notReadable(stamp, named);
  if (belongs(search, named, stamp.value)) return { kind: 'ours', listed: named, adopted: false };
  if (search.subscription.adopt) return adopt(search, named);
  return {
    kind: 'refused',
    storyId: named.id,
    refusal: { kind: 'not_managed', key: search.desired.key, live: { id: named.id, name: named.name } },
  };
}

/** Nobody needs a second one: without a record, ours may be there under another name. */
function adopt(search: Search, named: StoryInfo): Ownership {
  const adopted: Ownership = { kind: 'ours', listed: named, adopted: true };
  if (search.entry?.proven) return adopted;
  const others = search.readings.listing.filter(({ id }) => id !== named.id);
  const found = searchByStamp(search, others, adopted);
  return found.kind === 'ours' && !found.adopted ? besides(found.listed, named) : found;
}

/** Without a record and without a story of that name: ours may have been renamed, so every story's stamp is read once. */
function searchByStamp(search: Search, among: readonly StoryInfo[], otherwise: Ownership): Ownership {
  const { readings, desired } = search;
  const needs: ReadRequest[] = [];
  const ours: StoryInfo[] = [];
  let unreadable: { readonly listed: StoryInfo; readonly failure: TenantFailure } | undefined;
  for (const listed of among) {
    const stamp = stampOf(readings, listed);
    if (stamp.kind === 'unread') needs.push({ kind: 'export', storyId: listed.id });
    else if (stamp.kind === 'unreadable') unreadable = { listed, failure: stamp.failure };
    else if (belongs(search, listed, stamp.value)) ours.push(listed);
  }
  if (needs.length > 0) return { kind: 'unread', needs };
  const [first, second] = ours;
  if (first && second) {
    return ambiguous({ kind: 'stamp_repeated', name: desired.story.name, ids: ours.map(({ id }) => id) });
  }
  if (first) return { kind: 'ours', listed: first, adopted: false };
  if (unreadable) return notReadable({ kind: 'unreadable', failure: unreadable.failure }, unreadable.listed);
  return otherwise;
}

type StampReading =
  | { readonly kind: 'read'; readonly value: string }
  | { readonly kind: 'unread' }
  | { readonly kind: 'unreadable'; readonly failure: TenantFailure };

function stampOf(readings: Actual, listed: StoryInfo): StampReading {
  const live = readings.exports.get(listed.id);
  if (live) {
    const stamp = live.origin_story_identifier;
    return { kind: 'read', value: typeof stamp === 'string' ? stamp : '' };
  }
  const failure = readings.unreadableExports.get(listed.id);
  return failure === undefined ? { kind: 'unread' } : { kind: 'unreadable', failure };
}

function belongs({ desired, entry }: Search, { id }: StoryInfo, stamp: string): boolean {
  return isOurs(desired, { id, stamp }, entry);
}

function notReadable(stamp: Exclude<StampReading, { kind: 'read' }>, listed: StoryInfo): Ownership {
  if (stamp.kind === 'unread') return { kind: 'unread', needs: [{ kind: 'export', storyId: listed.id }] };
  return {
    kind: 'refused',
    storyId: listed.id,
    refusal: { kind: 'owner_unknown', live: { id: listed.id, name: listed.name }, failure: stamp.failure },
  };
}

function besides(ours: StoryInfo, named: StoryInfo): Ownership {
  return ambiguous({
    kind: 'name_taken',
    ours: { id: ours.id, name: ours.name },
    other: { id: named.id, name: named.name },
  });
}

function ambiguous(refusal: OwnershipFact): Ownership {
  return { kind: 'refused', refusal };
}

function movedAway(name: string, teamId: number, storyId: number): Ownership {
  return {
    kind: 'refused',
    storyId,
    refusal: { kind: 'moved_away', live: { id: storyId, name }, teamId },
  };
}
