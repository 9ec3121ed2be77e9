import type { PlanAction, PlannedDestination, PlannedStory } from '../model/plan.ts';
import type { Reason } from '../model/status.ts';
import { joined, name, type Phrase, say } from './phrase.ts';

/** Each reason in words that stand after the story's name. */
export const REASON_WORDS: { readonly [reason in Reason]: string } = {
  new: 'not at the destination yet',
  content_changed: 'content changed',
  drift: 'edited at the destination',
  renamed: 'renamed',
  recreated: 'was deleted at the destination, is created again',
  forced: 'equal, pushed again because of --force',
  detached: 'detached from sync',
  manual_sync_only: 'this destination is synced by hand only',
  not_ours: 'a story of this name is there that storysync did not push',
  ambiguous_name: 'more than one story there could be this one',
  missing_prerequisite: 'something it needs is missing there',
  change_control: 'change control is on at the destination',
  ingress_ambiguous: 'its webhooks or pages cannot be matched safely',
  missing_key: 'the API key is not set',
  unauthorized: 'the API key was refused',
  unreachable: 'the tenant cannot be reached',
  unreadable: 'could not be read completely',
  rejected: 'the tenant refused it',
  verify_failed: 'what was read back differs from what was pushed',
  plan_stale: 'something changed since the plan was made',
  superseded: 'the branch has a newer commit',
  awaiting_approval: 'waits for approval at the destination',
  halted: 'work on this tenant was stopped',
  not_reached: 'not reached in this run',
  internal: 'storysync itself failed here (a bug)',
};

/** For a story without a reason of its own. */
export const ACTION_WORDS: { readonly [action in PlanAction]: string } = {
  create: 'is created',
  update: 'is updated',
  unchanged: 'unchanged',
  skip: 'skipped',
  blocked: 'blocked',
};

/** Why, in the words of the reason. A create without one is of a plan from git alone: nobody has looked. */
export function whyWords({ action, reason }: Pick<PlannedStory, 'action' | 'reason'>): string {
  if (reason !== null) return REASON_WORDS[reason];
  return action === 'create' ? 'not known whether it is there; created if it is not' : '';
}

/** What stands in front of a story, by what will happen to it. */
export const SYMBOLS: { readonly [action in PlanAction]: string } = {
  create: '+',
  update: '~',
  blocked: '!',
  skip: '-',
  unchanged: ' ',
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

/** Same order on every machine. */
export function byText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
