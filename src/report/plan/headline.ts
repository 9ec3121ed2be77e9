import type { PlanAction, PlannedDestination, PlannedStory } from '../../model/plan.ts';
import { byText } from '../../model/text/order.ts';
import { nativeWrites } from '../native-writes.ts';
import { count, tally } from '../reason-words.ts';
import { waitCounts } from '../rollout/wait-words.ts';
import type { Block } from './fold.ts';

/** The last line of a plan, and the headline of its Markdown. */
export function planTotals(destinations: readonly PlannedDestination[], commit: string | null): string {
  const totals = tally(destinations);
  const atVendor = destinations.filter((each) => nativeWrites(each).length > 0).length;
  if (totals.create + totals.update + totals.skip + totals.blocked + atVendor === 0)
    return nothingToDo(destinations, commit);
  const waiting = waitingStories(destinations.flatMap(({ stories }) => stories));
  const parts = [
    `${totals.create} to create`,
    `${totals.update} to update`,
    ...waitCounts(waiting.map(({ reason }) => reason)),
    `${totals.unchanged} unchanged`,
    `${totals.skip - waiting.length} skipped`,
    `${totals.blocked} blocked`,
    ...(atVendor > 0 ? [`${count(atVendor, 'sync destination')} to change`] : []),
  ];
  return `Plan: ${parts.join(', ')} (${count(destinations.length, 'destination')})`;
}

function nothingToDo(destinations: readonly PlannedDestination[], commit: string | null): string {
  const sets = new Set(destinations.map(({ stories }) => JSON.stringify(stories.map(({ key }) => key).sort(byText))));
  const pairs = destinations.reduce((sum, { stories }) => sum + stories.length, 0);
  // Selectors that match nothing end before there is a plan: these are narrowed to what is pending.
  if (destinations.length === 0) return 'Nothing to do: nothing pending.';
  if (pairs === 0) return 'Nothing to do: no destination asks for a story.';
  const who = `${count(destinations.length, 'destination')} ${destinations.length === 1 ? 'has' : 'have'}`;
  const here = commit === null ? 'as in the work tree' : 'of this commit';
  const where = destinations.some(({ pin }) => pin !== undefined) ? `${here}, or of the pin` : here;
  const each = pairs / destinations.length;
  if (sets.size > 1) return `Nothing to do: ${who} all their stories ${where}, ${pairs} in all.`;
  return `Nothing to do: ${who} ${allStories(each)} ${where}.`;
}

function allStories(amount: number): string {
  if (amount === 1) return 'the one story';
  return amount === 2 ? 'both stories' : `all ${amount} stories`;
}

/** `3 changes`, or for several destinations `the same plan: 1 blocked, 2 changes`. */
export function blockSummary({ destinations, stories, leftBehind }: Block): string {
  const atVendor = destinations.some((each) => nativeWrites(each).length > 0);
  const of = (...actions: readonly PlanAction[]) => stories.filter(({ action }) => actions.includes(action)).length;
  const waiting = waitingStories(stories).length;
  const parts = [
    { amount: of('blocked'), text: `${of('blocked')} blocked` },
    { amount: of('create', 'update'), text: count(of('create', 'update'), 'change') },
    { amount: waiting, text: `${waiting} waiting` },
    { amount: of('skip') - waiting, text: `${of('skip') - waiting} skipped` },
    { amount: of('unchanged'), text: `${of('unchanged')} unchanged, with a note` },
    { amount: leftBehind.length, text: `${leftBehind.length} left behind` },
  ].filter(({ amount }) => amount > 0);
  if (parts.length === 0) return atVendor ? 'settings at the vendor' : 'nothing to change';
  const text = parts.map((part) => part.text).join(', ');
  if (destinations.length === 1) return text;
  const changesAlone = of('create', 'update') > 0 && parts.length === 1;
  if (!changesAlone) return `the same plan (${text})`;
  return stories.length === 1 ? 'the same change' : `the same ${text}`;
}

/** Stories that the rollout keeps back. */
export function waitingStories(stories: readonly PlannedStory[]): readonly PlannedStory[] {
  return stories.filter(({ waits }) => waits !== undefined);
}
