import type { DesiredStory } from '../model/desired.ts';
import type { Destination, Subscription } from '../model/destination.ts';
import type { DestinationState, LastStatus, StoryState } from '../model/destination-state.ts';
import type { Outcome, Reason } from '../model/status.ts';
import { describeDetachment } from './planned-story.ts';

/** One pair of the manifest, and what earlier runs left behind of its destination. */
export type RecordedPair = {
  readonly destination: Destination;
  readonly subscription: Subscription;
  readonly desired: DesiredStory;
  readonly state: DestinationState | undefined;
  /** What state remembers of the story, also under a key that it had before (`known-before.ts`). */
  readonly receipt: StoryState | undefined;
  /** Whether no record means that there never was a sync; otherwise it could not be read. */
  readonly known: boolean;
};

/**
 * The last known status of a pair, from git and recorded state alone. What the last run said holds for the content that
 * it said it of; where git asks for something else by now, it waits for a sync.
 */
export function recordedOutcome(pair: RecordedPair): Outcome {
  const { destination, subscription, desired, state, receipt } = pair;
  const news = newsOf(state, desired.key, receipt);
  const recordedAt = newest(news?.at, receipt?.syncedAt);
  const detached = subscription.detached !== undefined || (news?.detachedThere ?? false);
  return {
    destination: destination.name,
    storyKey: desired.key,
    storyName: desired.story.name,
    hint: null,
    detached,
    did: 'nothing',
    destinationStoryId: receipt?.destinationStoryId ?? null,
    syncedAt: receipt?.syncedAt ?? null,
    commit: receipt?.commit ?? null,
    warnings: [],
    ...(recordedAt === undefined ? {} : { recordedAt }),
    ...judge(pair, { receipt, news, detached }),
  };
}

/** The commit that a story at a destination came from; undefined when git cannot tell, or asks for nothing else. */
export function pushedFrom(desired: DesiredStory, receipt: StoryState | undefined): string | undefined {
  return receipt?.pushed === desired.contentHash ? undefined : receipt?.commit;
}

type Verdict = Pick<Outcome, 'status' | 'reason' | 'message'> & Partial<Outcome>;
type Facts = {
  readonly receipt: StoryState | undefined;
  readonly news: LastStatus | undefined;
  readonly detached: boolean;
};

function judge(pair: RecordedPair, { receipt, news, detached }: Facts): Verdict {
  const { desired, subscription, known } = pair;
  if (news && news.status === 'failed' && OF_THE_DESTINATION.has(news.reason)) return repeat(news);
  const asAsked = news?.content === desired.contentHash;
  if (detached) {
    const message = asAsked && news.reason === 'detached' ? news.message : describeDetachment(subscription.detached);
    return { status: asAsked && news.status === 'synced' ? 'synced' : 'requires_sync', reason: 'detached', message };
  }
  if (news && asAsked && news.status === 'synced') return { status: 'synced', reason: null, message: null };
  if (news && asAsked && !isLifted(news, pair)) return repeat(news);
  // What was read here before the remote went away is old, and better than nothing.
  if (!known && !news) return { ...UNKNOWN, reason: pair.destination.manualSyncOnly ? 'manual_sync_only' : null };
  return { status: 'requires_sync', reason: reasonToSync(pair, receipt), message: whyToSync(news, receipt, asAsked) };
}

const UNKNOWN = {
  status: 'requires_sync',
  message: 'not known: there is no recorded state to go by',
  hint: 'ask the tenant with "storysync status --live"',
} as const;

/** These say something of the tenant or its key: they hold whatever story is asked for. */
const OF_THE_DESTINATION: ReadonlySet<Reason | null> = new Set([
  'missing_key',
  'unauthorized',
  'unreachable',
  'unreadable',
] as const);

/** It waited because the manifest said so, and the manifest does not say so any more. */
function isLifted({ reason }: LastStatus, { destination }: RecordedPair): boolean {
  return reason === 'detached' || (reason === 'manual_sync_only' && !destination.manualSyncOnly);
}

function repeat({ status, reason, message, hint, at }: LastStatus): Verdict {
  return { status, reason, message, hint: hint ?? null, unchangedSince: at };
}

function reasonToSync({ destination, desired }: RecordedPair, receipt: StoryState | undefined): Reason {
  if (destination.manualSyncOnly) return 'manual_sync_only';
  if (!receipt) return 'new';
  if (receipt.name !== desired.story.name) return 'renamed';
  return receipt.pushed === desired.contentHash ? 'drift' : 'content_changed';
}

function whyToSync(news: LastStatus | undefined, receipt: StoryState | undefined, asAsked: boolean): string | null {
  if (news && !asAsked && news.status === 'failed') {
    return `git has changed since; the last attempt failed${news.message === null ? '' : `: ${news.message}`}`;
  }
  return receipt || news?.status === 'synced' ? null : 'never synced';
}

/** A file without last statuses still has receipts, and each is the news of its push. */
function newsOf(
  state: DestinationState | undefined,
  key: string,
  receipt: StoryState | undefined,
): LastStatus | undefined {
  if (state && Object.hasOwn(state.last, key)) return state.last[key];
  if (!receipt) return undefined;
  const { status, reason, errorMessage, syncedAt, pushed } = receipt;
  const synced = status === 'synced';
  return { status, reason: synced ? null : reason, message: errorMessage, at: syncedAt, content: pushed };
}

function newest(...times: readonly (string | undefined)[]): string | undefined {
  return times
    .filter((time) => time !== undefined)
    .toSorted()
    .at(-1);
}
