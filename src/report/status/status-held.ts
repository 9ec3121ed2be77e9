import type { Hold } from '../../model/destination.ts';
import type { Outcome } from '../../model/status.ts';
import { foldSame } from '../fold-same.ts';
import { notePhrase } from '../note-phrase.ts';
import { inTerminal, type Phrase, say } from '../phrase.ts';
import { byText, count } from '../reason-words.ts';
import { outcomesByDestination } from '../sync/sync-report.ts';
import type { StatusReport } from './status-report.ts';
import { namesPhrase } from './status-rows.ts';

type Held = { readonly name: string; readonly hold: Hold; readonly phrase: Phrase };

/** Which destinations are held, by whom and until when, and what waits there; what has expired comes first. */
export function heldPhrases(report: StatusReport, options: { readonly fold: boolean }): readonly Phrase[] {
  const held = [...outcomesByDestination(report)].flatMap(([{ name, hold }, outcomes]): readonly Held[] => {
    if (hold === undefined) return [];
    return [{ name, hold, phrase: say`${notePhrase('held', hold, report.now)}; ${whatWaits(outcomes)}` }];
  });
  const sorted = held.toSorted((left, right) => byText(orderOf(left), orderOf(right)));
  return foldSame(sorted, ({ name, phrase }) => (options.fold ? inTerminal(phrase) : name)).map(({ first, all }) => {
    const names = all.map(({ name }) => name);
    return say`${namesPhrase(names, { all: !options.fold })}: ${first.phrase}`;
  });
}

function orderOf({ hold, name }: Held): string {
  return [hold.until ?? '9999', name].join('\n');
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
