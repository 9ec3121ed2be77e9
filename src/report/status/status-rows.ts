import type { Detachment } from '../../model/destination.ts';
import type { Outcome } from '../../model/status.ts';
import { byText, byTextOf } from '../../model/text/order.ts';
import { moment, span } from '../age.ts';
import { notePhrase } from '../note-phrase.ts';
import { joined, name, type Phrase, say } from '../phrase.ts';
import { count, someNames } from '../reason-words.ts';
import { besidesRollout } from '../rollout/report-rollout.ts';
import { type OutcomeRow, rowPhrase, rowsOf } from '../sync/sync-rows.ts';
import { UNSIGNED_STATE } from '../unsigned-state.ts';
import type { StatusReport } from './status-report.ts';

/** Up to this many causes are told one by one; beyond, each reason stands for all that share it. */
const SINGLE_CAUSES = 8;

/** What failed or waits, by cause; a thousand tenants with a cause of their own each come down to a row per reason. */
export function causeRows(
  report: StatusReport,
  status: 'failed' | 'requires_sync',
  options: { readonly fold: boolean },
): readonly OutcomeRow[] {
  // What is detached or held waits for nobody's sync, and has lines of its own; what waits for its ring is told there.
  const outcomes = options.fold ? besidesRollout(report) : report.outcomes;
  const apart = ({ detached, reason }: Outcome) => detached || reason === 'held';
  const told = outcomes.filter((each) => each.status === status && (status === 'failed' || !apart(each)));
  const rows = rowsOf(told, options);
  if (!options.fold || rows.length <= SINGLE_CAUSES) return rows;
  return [...Map.groupBy(rows, ({ reason }) => reason).values()].flatMap((same) => {
    const [first] = same;
    if (first === undefined || same.length === 1) return same;
    // A message that not all of them have would be a poor example.
    const example = same.find(({ message }) => message === null) ?? first;
    const unique = (names: readonly (readonly string[])[]) => [...new Set(names.flat())];
    return {
      ...example,
      destinations: unique(same.map(({ destinations }) => destinations)),
      stories: unique(same.map(({ stories }) => stories)),
      message: example.message === null ? null : `for example, ${example.message}`,
    };
  });
}

/** A cause and for how long it has been one, where that is known: `(for 3 days)`. */
export function causePhrases({ outcomes, now }: StatusReport): (row: OutcomeRow) => Phrase {
  const pairs = new Map(outcomes.map((outcome) => [`${outcome.destination}\n${outcome.storyKey}`, outcome]));
  return (row) => {
    const told = row.destinations.flatMap((each) => row.stories.map((story) => pairs.get(`${each}\n${story}`)));
    const times = told.flatMap((outcome) => sinceOf(outcome) ?? []);
    const since = times.reduce<string | undefined>((first, time) => (first && first < time ? first : time), undefined);
    return since === undefined ? rowPhrase(row) : say`${rowPhrase(row)} (for ${span(since, now)})`;
  };
}

/** When a run recorded something is not since when git asks for something else: that is told by git. */
function sinceOf(outcome: Outcome | undefined): string | undefined {
  return outcome?.unchangedSince ?? (outcome?.reason === 'content_changed' ? outcome.behind?.since : undefined);
}

/** Stories that somebody has to let through, at the destination or here, wherever else they are told. */
export function approvalPhrase({ outcomes }: StatusReport): Phrase | undefined {
  const held = outcomes.filter(({ status, reason }) => {
    return status !== 'synced' && (reason === 'awaiting_approval' || reason === 'change_control');
  });
  if (held.length === 0) return undefined;
  const where = [...new Set(held.map(({ destination }) => destination))].toSorted(byText);
  const wait = `${count(held.length, 'story', 'stories')} ${held.length === 1 ? 'waits' : 'wait'}`;
  return say`${wait} for people (approval, change control): ${someNames(where)}`;
}

/** Who is detached, until when; what has expired comes first. */
export function detachedPhrases(report: StatusReport): readonly Phrase[] {
  const { outcomes, destinations, now } = report;
  const detachments = new Map(
    destinations.flatMap((destination) =>
      destination.subscriptions.flatMap(({ storyKey, detached }) =>
        detached ? [[`${destination.name}\n${storyKey}`, detached] as const] : [],
      ),
    ),
  );
  return outcomes
    .filter(({ detached }) => detached)
    .map((outcome) => ({ outcome, detachment: detachments.get(`${outcome.destination}\n${outcome.storyKey}`) }))
    .toSorted(byTextOf(orderOf))
    .map(({ outcome, detachment }) => {
      const pair = say`${name(outcome.destination)} / ${name(outcome.storyKey)}`;
      return say`${pair}: ${howDetached(detachment, now)}; ${distance(outcome, report)}`;
    });
}

type Detached = { readonly outcome: Outcome; readonly detachment: Detachment | undefined };

function orderOf({ outcome, detachment }: Detached): string {
  return [detachment?.until ?? '9999', outcome.destination, outcome.storyKey].join('\n');
}

function howDetached(detachment: Detachment | undefined, now: string): Phrase {
  if (!detachment) return ['detached there, with the tag "detached-from-sync"'];
  return notePhrase('detached', detachment, now);
}

function distance({ status, behind, recordedAt }: Outcome, { live, now }: StatusReport): string {
  if (status === 'synced') return 'equal to git';
  if (status === 'failed') return 'not compared';
  if (!live && recordedAt === undefined) return 'not compared yet';
  return behind ? `${count(behind.commits, 'commit')} behind for ${span(behind.since, now)}` : 'differs from git';
}

/** How old the answer is. What unsigned state makes of a rollout is a finding of its own. */
export function agePhrase(report: StatusReport): string {
  return report.unsigned ? `${ageOf(report)} ${UNSIGNED_STATE}` : ageOf(report);
}

function ageOf({ outcomes, live, now }: StatusReport): string {
  if (live) return `As the tenants answered, ${moment(now)}.`;
  if (outcomes.length === 0) return `By what is recorded, ${moment(now)}; "status --live" asks the tenants.`;
  const newest = outcomes
    .flatMap(({ recordedAt }) => recordedAt ?? [])
    .toSorted(byText)
    .at(-1);
  if (newest === undefined) return 'Nothing is recorded yet; "status --live" asks the tenants.';
  return `As recorded ${moment(newest)} (${span(newest, now)} ago); "status --live" asks the tenants.`;
}

export function namesPhrase(names: readonly string[], options: { readonly all: boolean }): Phrase {
  if (!options.all) return someNames(names);
  return joined(
    names.map((each) => [name(each)]),
    ', ',
  );
}
