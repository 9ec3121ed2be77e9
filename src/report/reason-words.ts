import type { PlanAction, PlannedDestination, PlannedStory } from '../model/plan.ts';
import type { Reason, SyncStatus } from '../model/status.ts';
import { joined, name, type Phrase, say, words } from './phrase.ts';

/** Each reason in words that stand after the story's name. */
export const REASON_WORDS: { readonly [reason in Reason]: string } = {
  new: 'not at the destination yet',
  content_changed: 'content changed',
  drift: 'edited at the destination',
  renamed: 'renamed',
  recreated: 'deleted at the destination; will be recreated',
  forced: 'unchanged, pushed again because of --force',
  detached: 'detached from sync',
  manual_sync_only: 'manual sync only',
  not_ours: 'not managed by this destination',
  ambiguous_name: 'more than one story there matches',
  missing_prerequisite: 'something it needs is missing there',
  change_control: 'under change control at the destination',
  ingress_ambiguous: 'its webhooks or pages are ambiguous',
  missing_key: 'no usable API key',
  unauthorized: 'API key refused',
  unreachable: 'tenant unreachable',
  unreadable: 'could not be read completely',
  rejected: 'rejected by the tenant',
  verify_failed: 'verification failed',
  plan_stale: 'plan is stale',
  superseded: 'superseded by a newer commit on the branch',
  awaiting_approval: 'waiting for somebody to agree',
  awaiting_ring: 'waits for its ring',
  outside_window: 'outside its window',
  held: 'held',
  pinned: 'pinned',
  halted: 'halted',
  not_reached: 'not reached',
  internal: 'internal error in storysync (a bug)',
};

/** Their messages include the reason: the words above would repeat it. */
const WHOLE_IN_MESSAGE: ReadonlySet<Reason> = new Set([
  'awaiting_ring',
  'outside_window',
  'pinned',
  'drift',
  'awaiting_approval',
  'not_ours',
  'ambiguous_name',
  'missing_prerequisite',
  'change_control',
  'ingress_ambiguous',
  'halted',
  'not_reached',
  'superseded',
  'internal',
]);

/** Begins a message that says all: whose refusal it is, the vendor may not even know. */
export const VENDOR_SYNC_FAILED = "the vendor's sync failed";

/** Reason and message where they are in one line, without repeating each other. */
export function causesOf(reason: Reason | null, message: string | null): readonly Phrase[] {
  const lead = leadOf(reason, message);
  return [...(lead === null ? [] : [[lead]]), ...(message === null ? [] : [[words(message)]])];
}

/** The same as plain text, whole and not yet escaped: for documents. */
export function causeAsText(reason: Reason | null, message: string | null): string {
  return [leadOf(reason, message), message].filter((text) => text !== null && text !== '').join(': ');
}

function leadOf(reason: Reason | null, message: string | null): string | null {
  if (reason === null) return null;
  const isWhole = WHOLE_IN_MESSAGE.has(reason) || message?.startsWith(VENDOR_SYNC_FAILED);
  return message !== null && message !== '' && isWhole ? null : REASON_WORDS[reason];
}

/** The vendor's three words, as people read them. */
export const STATUS_WORDS: { readonly [status in SyncStatus]: string } = {
  synced: 'synced',
  failed: 'failed',
  requires_sync: 'pending',
};

/** For a story without a reason of its own. */
export const ACTION_WORDS: { readonly [action in PlanAction]: string } = {
  create: 'will be created',
  update: 'will be updated',
  unchanged: 'unchanged',
  skip: 'skipped',
  blocked: 'blocked',
};

/** Why, in the words of the reason. A create without one is of a plan from git alone: nobody has looked. */
export function whyWords({ action, reason }: Pick<PlannedStory, 'action' | 'reason'>): string {
  if (reason !== null) return REASON_WORDS[reason];
  return action === 'create' ? 'not known whether it is there; will be created if not' : ACTION_WORDS[action];
}

/** What stands in front of a story, by what will happen to it. A minus is for what is deleted, and for nothing else. */
export const SYMBOLS: { readonly [action in PlanAction]: string } = {
  create: '+',
  update: '~',
  blocked: '!',
  skip: '.',
  unchanged: '=',
};

export function count(amount: number, one: string, many: string = `${one}s`): string {
  return `${amount} ${amount === 1 ? one : many}`;
}

export type Tally = { readonly [action in PlanAction]: number };

/** Counted from the stories themselves, so that a headline cannot say anything else than the rows. */
export function tally(destinations: readonly PlannedDestination[]): Tally {
  const totals = { create: 0, update: 0, unchanged: 0, skip: 0, blocked: 0 };
  for (const destination of destinations) for (const story of destination.stories) totals[story.action] += 1;
  return totals;
}

/** `contoso, fabrikam and 992 more`; up to three names are all shown. */
export function someNames(names: readonly string[]): Phrase {
  const shown = names.length <= 3 ? names : names.slice(0, 2);
  const list = joined(
    shown.map((each) => [name(each)]),
    ', ',
  );
  return shown.length === names.length ? list : say`${list} and ${String(names.length - shown.length)} more`;
}
