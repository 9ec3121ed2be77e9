import type { Hold, Pin } from '../../model/destination.ts';
import type { OrphanStory, Plan, PlannedDestination, PlannedStory } from '../../model/plan.ts';
import type { Reason } from '../../model/status.ts';
import { byText, byTextOf } from '../../model/text/order.ts';
import { explain, explainIfAny } from '../explain/explain.ts';
import { describeNote } from '../explain/explain-story.ts';
import { foldSame } from '../fold-same.ts';
import { notePhrase, pinPhrase } from '../note-phrase.ts';
import { inTerminal, type Phrase, say } from '../phrase.ts';
import { someNames } from '../reason-words.ts';
import { shownCauses } from './causes.ts';
import { nativeAlike, nativeNotes, sharedCause } from './native-notes.ts';
import type { Note } from './story-notes.ts';

/** Destinations for which the plan says the same; `stories` holds what is worth a line, blocked ones first. */
export type Block = {
  readonly destinations: readonly PlannedDestination[];
  readonly manualSyncOnly: boolean;
  readonly hold?: Hold;
  readonly pin?: Pin;
  /** What becomes of them at the vendor. */
  readonly native: readonly Note[];
  readonly stories: readonly PlannedStory[];
  readonly leftBehind: readonly OrphanStory[];
};

/** Destinations that could not be read, for one reason; the details may differ (another key, another host). */
export type UnreadGroup = {
  readonly reason: Reason;
  readonly stories: number;
  readonly causes: readonly {
    readonly destinations: readonly PlannedDestination[];
    readonly message: string | null;
    readonly hint: string | null;
  }[];
};

/** A plan cut down to what a reader has to look at. The same for any order of the destinations. */
export type FoldedPlan = {
  readonly unread: readonly UnreadGroup[];
  readonly blocks: readonly Block[];
  readonly upToDate: readonly PlannedDestination[];
};

export function foldPlan(plan: Plan): FoldedPlan {
  const destinations = plan.destinations.toSorted(byTextOf((each) => each.name));
  const unread = destinations.filter((each) => unreadReason(each) !== undefined);
  const read = destinations.filter((each) => unreadReason(each) === undefined);
  const hasNotes = (each: PlannedDestination) =>
    storiesWithNotes(each).length + each.leftBehind.length + nativeNotes([each]).length > 0 ||
    each.hold !== undefined ||
    each.pin !== undefined;
  return {
    unread: foldUnread(unread),
    blocks: foldBlocks(read.filter(hasNotes)),
    upToDate: read.filter((each) => !hasNotes(each)),
  };
}

/** A story that stays as it is and about which there is nothing to say. */
function isQuiet(story: PlannedStory): boolean {
  const { changes, drift, missing, urls, warnings, recordTypes, fact } = story;
  const notes = changes.length + drift.length + missing.length + urls.length + warnings.length;
  const asItIs = recordTypes.every(({ action }) => action === 'reuse');
  return story.action === 'unchanged' && fact === null && notes === 0 && asItIs;
}

const STORY_RANK = { blocked: 0, create: 1, update: 1, skip: 2, unchanged: 3 } as const;

function storiesWithNotes(destination: PlannedDestination): readonly PlannedStory[] {
  const shared = sharedCause(destination) !== undefined;
  return destination.stories
    .map((story) => (destination.native === undefined ? story : withoutReason(story)))
    .map((story) => (shared || isToldElsewhere(story, destination) ? { ...story, fact: null } : story))
    .filter((story) => !isQuiet(story))
    .toSorted((left, right) => STORY_RANK[left.action] - STORY_RANK[right.action]);
}

/** The words of these reasons are about stories of the push; what blocks one of the vendor's is told by its fact alone. */
const OF_THE_PUSH: ReadonlySet<Reason> = new Set([
  'not_ours',
  'ambiguous_name',
  'missing_prerequisite',
  'change_control',
]);

function withoutReason(story: PlannedStory): PlannedStory {
  const isMisread = story.action === 'blocked' && story.reason !== null && OF_THE_PUSH.has(story.reason);
  return isMisread && story.missing.length === 0 ? { ...story, reason: null } : story;
}

/**
 * Nothing but the hold keeps it, or it is as its pin asks, and that stands above all stories once; or the rollout does,
 * which is told ring by ring.
 */
function isToldElsewhere({ action, reason, fact, waits }: PlannedStory, { hold, pin }: PlannedDestination): boolean {
  if (waits !== undefined) return true;
  if (action === 'unchanged') return reason === 'pinned' && pin !== undefined;
  return reason === 'held' && hold !== undefined && explainIfAny(fact).message === describeNote(hold);
}

function foldBlocks(destinations: readonly PlannedDestination[]): readonly Block[] {
  return foldSame(destinations, contentOf)
    .map(({ first, all }): Block => {
      const { manualSyncOnly, hold, pin, leftBehind } = first;
      const why = { ...(hold === undefined ? {} : { hold }), ...(pin === undefined ? {} : { pin }) };
      const native = nativeNotes(all);
      return { destinations: all, manualSyncOnly, ...why, native, stories: storiesWithNotes(first), leftBehind };
    })
    .toSorted((left, right) => rankOf(left) - rankOf(right));
}

function rankOf({ stories }: Block): number {
  return Math.min(4, ...stories.map(({ action }) => STORY_RANK[action]));
}

/** Who brings the stories, where that is the vendor. */
export function enginePhrase({ destinations: [first] }: Block): string {
  return first?.native?.engine === 'native' ? ', native' : '';
}

/** The ring of a block, or its rings; empty without a rollout. */
export function ringPhrase({ destinations }: Block): Phrase {
  const rings = [...new Set(destinations.flatMap(({ ring }) => ring ?? []))].toSorted(byText);
  if (rings.length === 0) return [];
  return say`, ${rings.length === 1 ? 'ring' : 'rings'} ${someNames(rings)}`;
}

/** Everything a block shows; ids, addresses, rings and order of work may differ between destinations that fold. */
function contentOf(destination: PlannedDestination): string {
  const stories = storiesWithNotes(destination)
    .map((story) => JSON.stringify(shownOf(story)))
    .sort(byText);
  const held = destination.hold === undefined ? null : inTerminal(notePhrase('held', destination.hold));
  const pinned = destination.pin === undefined ? null : inTerminal(pinPhrase(destination.pin));
  const leftBehind = destination.leftBehind
    .map(({ key, name, keptBecause, warnings }) =>
      JSON.stringify([key, name, explainIfAny(keptBecause), warnings.map(explain)]),
    )
    .sort(byText);
  return JSON.stringify([destination.manualSyncOnly, held, pinned, nativeAlike(destination), stories, leftBehind]);
}

/** Causes count as far as they are shown: destinations that differ in what is not said fold all the same. */
function shownOf(story: PlannedStory): unknown {
  const { lead, marks } = shownCauses(story.changes);
  const changes = story.changes.map(({ path, op, text }, index) => [path, op, text, marks[index]]);
  // Facts may differ in what their words do not say.
  const inWords = { fact: explainIfAny(story.fact), warnings: story.warnings.map(explain) };
  const vendorStatus = story.vendorStatus === 'synced' ? undefined : story.vendorStatus;
  return { ...story, ...inWords, destinationStoryId: null, changes, lead, vendorStatus };
}

const UNREAD_REASONS: ReadonlySet<Reason> = new Set(['missing_key', 'unauthorized', 'unreachable', 'unreadable']);

/** The reason when nothing at all is known of the destination: every story blocked for it, in the same words. */
function unreadReason({ stories, leftBehind }: PlannedDestination): Reason | undefined {
  const [first] = stories;
  if (first === undefined || first.reason === null || !UNREAD_REASONS.has(first.reason)) return undefined;
  const alike = stories.every(
    (story) =>
      story.action === 'blocked' &&
      story.reason === first.reason &&
      sayTheSame(story, first) &&
      isQuiet({ ...story, action: 'unchanged', fact: null }),
  );
  return alike && leftBehind.length === 0 ? first.reason : undefined;
}

function sayTheSame(left: PlannedStory, right: PlannedStory): boolean {
  const [one, other] = [explainIfAny(left.fact), explainIfAny(right.fact)];
  return one.message === other.message && one.hint === other.hint;
}

function foldUnread(destinations: readonly PlannedDestination[]): readonly UnreadGroup[] {
  return [...Map.groupBy(destinations, unreadReason)].flatMap(([reason, group]): readonly UnreadGroup[] => {
    if (reason === undefined) return [];
    const wordsOf = (each: PlannedDestination) => explainIfAny(each.stories[0]?.fact ?? null);
    const causes = foldSame(group, (each) => JSON.stringify(wordsOf(each))).map(({ first, all }) => ({
      destinations: all,
      ...wordsOf(first),
    }));
    return [{ reason, stories: group.reduce((sum, { stories }) => sum + stories.length, 0), causes }];
  });
}
