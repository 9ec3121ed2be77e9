import type { Fact } from '../../model/fact/fact.ts';
import { waitingOf } from '../../model/fact/waits-of.ts';
import type { Outcome, Reason } from '../../model/status.ts';
import { byTextOf } from '../../model/text/order.ts';
import { explainIfAny } from '../explain/explain.ts';
import { explainForMany, type ForMany, saidOfMany } from '../explain/explain-native.ts';
import { joined, name, type Phrase, say } from '../phrase.ts';
import { causesOf, count, someNames } from '../reason-words.ts';
import { waitCounts } from '../rollout/wait-words.ts';
import { type OutcomeTally, outcomesByDestination, type SyncReport, tallyOutcomes } from './sync-report.ts';

/** One thing to report: which stories of which destinations, what, and what to do. */
export type OutcomeRow = {
  readonly destinations: readonly string[];
  readonly stories: readonly string[];
  readonly reason: Reason | null;
  readonly message: string | null;
  readonly hint: string | null;
};

/** A pair and what is to be reported of it. */
type Reported = Pick<Outcome, 'destination' | 'storyKey' | 'reason'> & { readonly fact: Fact | null };

/** Up to this many rows each destination has its own line, which is easiest to read and to search. */
const SINGLE_ROWS = 20;

/** One row per destination and cause (a lost tenant is one fact, not one per story); when that is too many, one per cause. */
export function rowsOf(outcomes: readonly Reported[], options: { readonly fold: boolean }): readonly OutcomeRow[] {
  const rows = outcomes
    .map(({ destination, storyKey, reason, fact }) => {
      const ofMany = fact === null ? undefined : saidOfMany(fact);
      return { destinations: [destination], stories: [storyKey], reason, ...explainIfAny(fact), ofMany };
    })
    .toSorted(byTextOf(orderOf));
  return options.fold ? foldRows(rows) : rows;
}

function orderOf({ destinations, stories }: OutcomeRow): string {
  return `${destinations[0] ?? ''}\n${stories[0] ?? ''}`;
}

/** Where a cause names its destination, its words for many are known as well. */
type NamedRow = OutcomeRow & { readonly ofMany: ForMany | undefined };

function foldRows(rows: readonly NamedRow[]): readonly OutcomeRow[] {
  const cause = ({ reason, message, hint }: OutcomeRow) => [reason, message, hint];
  const perDestination = merge(rows, (row) => JSON.stringify([row.destinations, cause(row)]), 'stories');
  if (perDestination.length <= SINGLE_ROWS) return perDestination;
  const general = perDestination.map((row) => (row.ofMany ? { ...row, ...explainForMany(row.ofMany, 'NAME') } : row));
  return merge(general, (row) => JSON.stringify([row.stories, cause(row)]), 'destinations');
}

function merge<Row extends OutcomeRow>(
  rows: readonly Row[],
  key: (row: Row) => string,
  grown: 'stories' | 'destinations',
): readonly Row[] {
  return [...Map.groupBy(rows, key).values()].flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : [{ ...first, [grown]: same.flatMap((row) => row[grown]) }];
  });
}

/** `contoso / phishing-triage: rejected by the tenant: POST /stories/import: HTTP 422`. */
export function rowPhrase({ destinations, stories, reason, message }: OutcomeRow): Phrase {
  const where = say`${someNames(destinations)} / ${someNames(stories)}`;
  const causes = causesOf(reason, message);
  return causes.length === 0 ? where : say`${where}: ${joined(causes, ': ')}`;
}

/** Warnings of all outcomes, as rows. */
export function warningRows(outcomes: readonly Outcome[], options: { readonly fold: boolean }): readonly OutcomeRow[] {
  const single = outcomes.flatMap((outcome) => outcome.warnings.map((fact) => ({ ...outcome, reason: null, fact })));
  return rowsOf(single, options);
}

/** Destinations with the same counts of stories in sync. */
export type SyncedRow = {
  readonly destinations: readonly string[];
  readonly stories: number;
  readonly did: OutcomeTally['did'];
};

export function syncedRows(report: SyncReport): readonly SyncedRow[] {
  const rows = [...outcomesByDestination(report)]
    .map(([{ name: destination }, outcomes]) => {
      const synced = outcomes.filter(({ status }) => status === 'synced');
      return { destinations: [destination], stories: synced.length, did: tallyOutcomes(synced).did };
    })
    .filter(({ stories }) => stories > 0)
    .toSorted(byTextOf(({ destinations: [first] }) => first ?? ''));
  return [...Map.groupBy(rows, ({ stories, did }) => JSON.stringify([stories, did])).values()].flatMap((same) => {
    const [first] = same;
    return first === undefined ? [] : [{ ...first, destinations: same.flatMap(({ destinations }) => destinations) }];
  });
}

/** `contoso, fabrikam and 992 more: 7 stories synced each (1 created, 2 updated)`. */
export function syncedPhrase(
  { destinations, stories, did }: SyncedRow,
  options: { readonly allNames: boolean },
): Phrase {
  const names = options.allNames
    ? joined(
        destinations.map((each) => [name(each)]),
        ', ',
      )
    : someNames(destinations);
  const each = destinations.length > 1 ? ' each' : '';
  return say`${names}: ${count(stories, 'story', 'stories')} synced${each}${didInBrackets(did)}`;
}

function didInBrackets(did: OutcomeTally['did']): string {
  const parts = (['created', 'updated'] as const).filter((each) => did[each] > 0).map((each) => `${did[each]} ${each}`);
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** The last line, and the headline of the Markdown: exact, whatever was cut above it. */
export function statusTotals({ outcomes, destinations }: SyncReport): string {
  // Selectors that match nothing end before there is a report: this one was narrowed to what is pending.
  if (destinations.length === 0) return 'Status: nothing pending';
  const { status, did } = tallyOutcomes(outcomes);
  return (
    `Status: ${status.synced} synced${didInBrackets(did)}, ${status.failed} failed, ${status.requires_sync} pending${waitsInBrackets(outcomes)} ` +
    `(${count(destinations.length, 'destination')})`
  );
}

/** `pending (880 wait for their ring)`. */
function waitsInBrackets(outcomes: readonly Outcome[]): string {
  const waiting = outcomes.filter((outcome) => waitingOf(outcome) !== undefined);
  const parts = waitCounts(waiting.map(({ reason }) => reason));
  return parts.length === 0 ? '' : ` (${parts.join(', ')})`;
}

/** Shown when the run ended early: what is left, and that nothing is lost. */
export function interruptedSentence({ outcomes, interrupted, merged }: SyncReport): string | undefined {
  if (!interrupted) return undefined;
  const left = outcomes.filter(({ reason }) => reason === 'not_reached').length;
  const next = merged ? 'the next sync goes on from here' : 'run the same command again to continue';
  return `Interrupted: ${count(left, 'story', 'stories')} not reached; ${next}.`;
}
