import type { DesiredStory } from '../model/desired.ts';
import type { Destination, Subscription } from '../model/destination.ts';
import type { DestinationState, LastStatus, StoryState } from '../model/destination-state.ts';
import type { Recorded } from '../model/fact/fact.ts';
import type { UnusablePin } from '../model/fact/pin-fact.ts';
import type { Outcome, Reason } from '../model/status.ts';
import { pinOf } from '../model/wanted-story.ts';

/** One pair of the manifest, and what earlier runs recorded of its destination. */
export type RecordedPair = {
  readonly destination: Destination;
  readonly subscription: Subscription;
  readonly desired: DesiredStory;
  readonly state: DestinationState | undefined;
  /** What state has of the story, also under a key that it had before (ownership/match-state.ts). */
  readonly entry: StoryState | undefined;
  /** Why the pin that it goes by cannot be honoured. */
  readonly unusablePin?: UnusablePin | undefined;
  /** Whether no record means that there never was a sync; otherwise it could not be read. */
  readonly known: boolean;
};

/**
 * The last known status of a pair, from git and recorded state alone. What the last run said holds for the content that
 * it said it of; where git asks for something else by now, it waits for a sync.
 */
export function recordedOutcome(pair: RecordedPair): Outcome {
  const { destination, subscription, desired, state, entry } = pair;
  const last = lastOf(state, desired.key, entry);
  const recordedAt = newest(last?.at, entry?.syncedAt);
  const detached = subscription.detached !== undefined || (last?.detachedThere ?? false);
  const is = whilePinned(pair, statusFrom(pair, { entry, last, detached }));
  return {
    destination: destination.name,
    storyKey: desired.key,
    storyName: desired.story.name,
    detached,
    did: 'nothing',
    destinationStoryId: entry?.destinationStoryId ?? null,
    syncedAt: entry?.syncedAt ?? null,
    commit: entry?.commit ?? null,
    warnings: [],
    ...(recordedAt === undefined ? {} : { recordedAt }),
    ...whileHeld(pair, last, is),
  };
}

/** What stands where its pin wants it says so; of a pin that cannot be honoured nobody knows what it wants. */
function whilePinned({ destination, desired, unusablePin }: RecordedPair, is: RecordedStatus): RecordedStatus {
  const pin = pinOf(destination, desired.key);
  if (pin === undefined || is.reason === 'detached') return is;
  if (unusablePin !== undefined) {
    return { status: destination.hold ? 'requires_sync' : 'failed', reason: 'pinned', fact: unusablePin };
  }
  return is.status === 'synced' ? { ...is, reason: 'pinned', fact: { kind: 'pinned', pin } } : is;
}

/** What would be pushed next waits as long as the manifest holds the destination, in the manifest's words of today. */
function whileHeld(
  { destination: { hold } }: RecordedPair,
  last: LastStatus | undefined,
  is: RecordedStatus,
): RecordedStatus {
  // A plan says the same of these: they wait for something else, and would after a release.
  const waitsAnyway = is.reason === 'detached' || (is.reason === 'drift' && last?.reason === 'drift');
  if (!hold || is.status !== 'requires_sync' || waitsAnyway) return is;
  const { unchangedSince: _, ...rest } = is;
  const since = last?.reason === 'held' ? { unchangedSince: last.at } : {};
  const by = is.fact?.kind === 'pin_unusable' ? is.fact : null;
  return { ...rest, reason: 'held', fact: { kind: 'held', hold, by }, ...since };
}

/** The commit that a story at a destination came from; undefined when git cannot tell, or asks for nothing else. */
export function pushedFrom(desired: DesiredStory, entry: StoryState | undefined): string | undefined {
  return entry?.pushed === desired.contentHash ? undefined : entry?.commit;
}

type RecordedStatus = Pick<Outcome, 'status' | 'reason' | 'fact'> & Partial<Outcome>;
type Known = {
  readonly entry: StoryState | undefined;
  readonly last: LastStatus | undefined;
  readonly detached: boolean;
};

function statusFrom(pair: RecordedPair, { entry, last, detached }: Known): RecordedStatus {
  const { desired, subscription, known } = pair;
  if (last && last.status === 'failed' && OF_THE_DESTINATION.has(last.reason)) return repeat(last);
  const asAsked = last?.content === desired.contentHash;
  if (detached) {
    const own = { kind: 'detached', detachment: subscription.detached ?? null, absent: false } as const;
    const fact = asAsked && last.reason === 'detached' ? recorded(last) : own;
    return { status: asAsked && last.status === 'synced' ? 'synced' : 'requires_sync', reason: 'detached', fact };
  }
  if (last && asAsked && last.status === 'synced') return { status: 'synced', reason: null, fact: null };
  if (last && asAsked && !isLifted(last, pair)) return repeat(last);
  // What was read here before the remote went away is old, and better than nothing.
  if (!known && !last) {
    const reason = pair.destination.manualSyncOnly ? 'manual_sync_only' : null;
    return { status: 'requires_sync', reason, fact: { kind: 'nothing_recorded' } };
  }
  return { status: 'requires_sync', reason: reasonToSync(pair, entry), fact: whyToSync(last, entry, asAsked) };
}

/** These say something of the tenant or its key: they hold whatever story is asked for. */
const OF_THE_DESTINATION: ReadonlySet<Reason | null> = new Set([
  'missing_key',
  'unauthorized',
  'unreachable',
  'unreadable',
] as const);

/** It waited because the manifest said so, and the manifest does not say so any more. */
function isLifted({ reason }: LastStatus, { destination }: RecordedPair): boolean {
  return reason === 'detached' || reason === 'held' || (reason === 'manual_sync_only' && !destination.manualSyncOnly);
}

function repeat(last: LastStatus): RecordedStatus {
  return { status: last.status, reason: last.reason, fact: recorded(last), unchangedSince: last.at };
}

/** State files hold the words of the run that wrote them. */
function recorded({ message, hint }: LastStatus): Recorded | null {
  return message === null ? null : { kind: 'recorded', message, hint: hint ?? null };
}

function reasonToSync({ destination, desired }: RecordedPair, entry: StoryState | undefined): Reason {
  if (destination.manualSyncOnly) return 'manual_sync_only';
  if (!entry) return 'new';
  if (entry.name !== desired.story.name) return 'renamed';
  return entry.pushed === desired.contentHash ? 'drift' : 'content_changed';
}

function whyToSync(
  last: LastStatus | undefined,
  entry: StoryState | undefined,
  asAsked: boolean,
): RecordedStatus['fact'] {
  if (last && !asAsked && last.status === 'failed') return { kind: 'changed_since_failure', message: last.message };
  return entry || last?.status === 'synced' ? null : { kind: 'never_synced' };
}

/** A file without last statuses still has an entry for each push, which tells how that ended. */
export function lastOf(
  state: DestinationState | undefined,
  key: string,
  entry: StoryState | undefined,
): LastStatus | undefined {
  if (state && Object.hasOwn(state.last, key)) return state.last[key];
  if (!entry) return undefined;
  const { status, reason, errorMessage, syncedAt, pushed } = entry;
  const synced = status === 'synced';
  return { status, reason: synced ? null : reason, message: errorMessage, at: syncedAt, content: pushed };
}

function newest(...times: readonly (string | undefined)[]): string | undefined {
  return times
    .filter((time) => time !== undefined)
    .toSorted()
    .at(-1);
}
