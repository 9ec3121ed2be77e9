import type { Actual, StoryInfo } from '../../model/actual.ts';
import type { StoryState } from '../../model/destination-state.ts';
import type { OrphanFact } from '../../model/fact/orphan-fact.ts';
import type { OrphanStory } from '../../model/plan.ts';
import type { Story } from '../../model/story.ts';
import { byTextOf } from '../../model/text/order.ts';
import { fingerprint } from '../../story/compare/parts.ts';
import { editedParts } from '../part-hashes.ts';
import { mayPushManually } from '../policy.ts';
import type { ReadRequest } from '../read-request.ts';
import { subscribedStories } from '../subscribed-stories.ts';
import { type CallingStory, callerOf, calls, findCallers } from './callers.ts';
import { reasonToStay } from './keep-orphan.ts';
import type { OrphanCandidate, OrphanContext } from './orphan-context.ts';
import { callersFirst, type PruneWork } from './prune-work.ts';

export type OrphanAssessment =
  | { readonly kind: 'unread'; readonly needs: readonly ReadRequest[] }
  | {
      readonly kind: 'assessed';
      readonly leftBehind: readonly OrphanStory[];
      /** Callers before callees; empty unless the policy asks for it. */
      readonly prune: readonly PruneWork[];
    };

type Assessed = OrphanCandidate & { readonly keptBecause: OrphanFact | undefined };

/** What is ours at the destination and asked for no more, and what of it may be deleted. */
export function assessOrphans(context: OrphanContext): OrphanAssessment {
  const { readings, policy } = context;
  const candidates = findCandidates(context);
  if (candidates.length === 0) return { kind: 'assessed', leftBehind: [], prune: [] };
  const others = findCallers(context, new Set(candidates.map(({ listed }) => listed.id)));
  const closely = policy.prune === true && leftAlone(context) === undefined;
  const wanted = closely ? [...candidates.map(({ listed }) => listed.id), ...others.unread] : [];
  const unread = wanted.filter((id) => !readings.exports.has(id) && !readings.unreadableExports.has(id));
  if (unread.length > 0) return { kind: 'unread', needs: unread.map((storyId) => ({ kind: 'export', storyId })) };

  const assessed = decideWhoStays(candidates, others.callers, context);
  const notRead: readonly OrphanFact[] = others.unknown ? [{ kind: 'callers_unread' }] : [];
  const entries = assessed.map((candidate) => ({ ...candidate, left: describe(candidate, readings, notRead) }));
  return {
    kind: 'assessed',
    leftBehind: entries.map(({ left }) => left),
    prune: closely ? callersFirst(entries.flatMap((entry) => pruneWork(entry, readings))) : [],
  };
}

/** Still there, ours once, and asked for no more: not even by a story of another key. */
function findCandidates({
  desired,
  destination,
  readings,
  state,
  policy,
  work,
  matches,
}: OrphanContext): OrphanCandidate[] {
  const stories = state?.stories ?? {};
  const subscribed = new Set(destination.subscriptions.map(({ storyKey }) => storyKey));
  const wantedNames = new Set(subscribedStories(desired, destination).map(({ story }) => story.name));
  // What stands under a key that was renamed in the manifest is the story of the new one.
  const renamed = new Set([...matches.values()].map(({ knownAs }) => knownAs));
  const taken = new Set<number | null>(work.map(({ planned }) => planned.destinationStoryId));
  for (const key of subscribed) taken.add(stories[key]?.destinationStoryId ?? null);
  const found: OrphanCandidate[] = [];
  for (const [key, story] of Object.entries(stories).toSorted(byTextOf(([key]) => key))) {
    const chosen = policy.choosesLeftBehind?.(destination.name, key) ?? true;
    const listed = readings.listing.find(({ id }) => id === story.destinationStoryId);
    if (
      !chosen ||
      !listed ||
      subscribed.has(key) ||
      renamed.has(key) ||
      taken.has(listed.id) ||
      wantedNames.has(story.name)
    )
      continue;
    taken.add(listed.id);
    found.push({ key, state: story, listed });
  }
  return found;
}

/** Why nothing at all is deleted at the destination in this run; no flag overrides a hold. */
function leftAlone({ destination, policy }: OrphanContext): OrphanFact | undefined {
  if (destination.hold) return { kind: 'orphan_held', hold: destination.hold };
  const manual = destination.manualSyncOnly && !mayPushManually(policy, destination.name);
  return manual ? { kind: 'orphan_manual_only' } : undefined;
}

/** What stays may call what was to go, which stays then, and may call the next: repeat until nothing changes. */
function decideWhoStays(
  candidates: readonly OrphanCandidate[],
  callers: readonly CallingStory[],
  context: OrphanContext,
): readonly Assessed[] {
  const alone = leftAlone(context);
  let assessed: readonly Assessed[] = candidates.map((candidate) => ({
    ...candidate,
    keptBecause: alone ?? reasonToStay(candidate, context),
  }));
  for (;;) {
    const kept = assessed.filter(({ keptBecause }) => keptBecause !== undefined);
    const staying = [...callers, ...kept.flatMap(({ listed }) => callerOf(listed, context.readings) ?? [])];
    const next = assessed.map((candidate) => {
      const caller = staying.find((other) => calls(other, candidate.listed));
      return candidate.keptBecause !== undefined || !caller
        ? candidate
        : { ...candidate, keptBecause: { kind: 'called_by', name: caller.name } as const };
    });
    if (next.filter(({ keptBecause }) => keptBecause !== undefined).length === kept.length) return next;
    assessed = next;
  }
}

function describe(
  { key, state, listed, keptBecause }: Assessed,
  readings: Actual,
  more: readonly OrphanFact[],
): OrphanStory {
  const edit = findEdit(state, listed, readings.exports.get(listed.id));
  return {
    key,
    name: listed.name,
    destinationStoryId: listed.id,
    prunable: keptBecause === undefined,
    keptBecause: keptBecause ?? null,
    warnings: keptBecause === undefined ? [...edit, ...more] : [],
  };
}

/** An edit of the destination's own would be lost but for the copy. */
function findEdit(state: StoryState, listed: StoryInfo, story: Story | undefined): readonly OrphanFact[] {
  if (!story) {
    const edited = state.editedAt !== '' && listed.editedAt !== '' && state.editedAt !== listed.editedAt;
    return edited ? [{ kind: 'orphan_edited', places: [] }] : [];
  }
  const places = [...editedParts(fingerprint(story), state)];
  return places.length === 0 ? [] : [{ kind: 'orphan_edited', places }];
}

function pruneWork({ left, listed }: Assessed & { left: OrphanStory }, readings: Actual): readonly PruneWork[] {
  const story = readings.exports.get(listed.id);
  return left.prunable && story ? [{ left, listed, story, callers: [] }] : [];
}
