import type { Destination, Detachment } from '../../model/destination.ts';
import type { Outcome } from '../../model/status.ts';
import { byTextOf } from '../../model/text/order.ts';
import { pinOf } from '../../model/wanted-story.ts';
import { foldSame } from '../fold-same.ts';
import { notePhrase, pinPhrase } from '../note-phrase.ts';
import { inTerminal, type Phrase, say } from '../phrase.ts';
import { count } from '../reason-words.ts';
import { outcomesByDestination } from '../sync/sync-report.ts';
import type { StatusReport } from './status-report.ts';
import { namesPhrase } from './status-rows.ts';

type LeftAlone = { readonly name: string; readonly why: Detachment; readonly phrase: Phrase };

/** Which destinations are held, by whom and until when, and what waits there; what has expired comes first. */
export function heldPhrases(report: StatusReport, options: { readonly fold: boolean }): readonly Phrase[] {
  return phrasesOf(
    report,
    options,
    ({ name, hold }, outcomes) =>
      hold && { name, why: hold, phrase: say`${notePhrase('held', hold, report.now)}; ${whatWaits(outcomes)}` },
  );
}

/** The same of those that are pinned: which commit, and what is not as it asks. */
export function pinnedPhrases(report: StatusReport, options: { readonly fold: boolean }): readonly Phrase[] {
  return phrasesOf(report, options, (destination, outcomes) => {
    const { name, pin } = destination;
    return pin && { name, why: pin, phrase: say`${pinPhrase(pin, report.now)}; ${whatDiffers(destination, outcomes)}` };
  });
}

function phrasesOf(
  report: StatusReport,
  options: { readonly fold: boolean },
  tell: (destination: Destination, outcomes: readonly Outcome[]) => LeftAlone | undefined,
): readonly Phrase[] {
  const told = [...outcomesByDestination(report)].flatMap(([each, outcomes]) => tell(each, outcomes) ?? []);
  const sorted = told.toSorted(byTextOf(orderOf));
  return foldSame(sorted, ({ name, phrase }) => (options.fold ? inTerminal(phrase) : name)).map(({ first, all }) => {
    const names = all.map(({ name }) => name);
    return say`${namesPhrase(names, { all: !options.fold })}: ${first.phrase}`;
  });
}

function orderOf({ why, name }: LeftAlone): string {
  return [why.until ?? '9999', name].join('\n');
}

function whatDiffers(destination: Destination, outcomes: readonly Outcome[]): string {
  const pinned = outcomes.filter(({ storyKey }) => pinOf(destination, storyKey) !== undefined);
  const others = pinned.filter(({ status }) => status !== 'synced').length;
  return others === 0 ? 'equal to the pin' : count(others, 'story is not as pinned', 'stories are not as pinned');
}

function whatWaits(outcomes: readonly Outcome[]): string {
  const waiting = outcomes.filter(({ status, reason }) => status === 'requires_sync' && reason === 'held').length;
  if (waiting > 0) return `${count(waiting, 'story waits', 'stories wait')}`;
  const failed = outcomes.some(({ status }) => status === 'failed');
  return outcomes.every(({ status }) => status === 'synced')
    ? 'equal to git'
    : failed
      ? 'not compared'
      : 'nothing waits';
}
