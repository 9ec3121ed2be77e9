import { wrap } from '../../diagnostics/wrap.ts';
import type { Outcome } from '../../model/status.ts';
import { shortId } from '../../model/text/short-id.ts';
import { inTerminal, name, say } from '../phrase.ts';
import { hintPhrase } from '../plan/story-notes.ts';
import { prunedRows, prunedTotals } from '../pruned.ts';
import { besidesRollout, reportRollout } from '../rollout/report-rollout.ts';
import { rolloutAsText } from '../rollout/rollout-text.ts';
import { STATE_TITLE, stateNotes } from '../state-notes.ts';
import type { TextOptions } from '../text-options.ts';
import type { SyncReport } from './sync-report.ts';
import {
  interruptedSentence,
  type OutcomeRow,
  rowPhrase,
  rowsOf,
  statusTotals,
  syncedPhrase,
  syncedRows,
  warningRows,
} from './sync-rows.ts';

/** Waiting stories are no emergency; failures are never cut. */
const WAITING_ROWS = 40;

/** The status for a terminal or a log: failed, waiting, warnings, synced, then the totals. */
export function syncAsText(report: SyncReport, options: TextOptions): string {
  const { paint, verbose, columns } = options;
  const fold = { fold: !verbose };
  const failed = report.outcomes.filter(({ status }) => status === 'failed');
  // With every name each pair has a line of its own, beside where its ring stands.
  const waiting = (verbose ? report.outcomes : besidesRollout(report)).filter(isWaiting);
  const interrupted = interruptedSentence(report);
  const pruned = prunedTotals(report);
  const sections = [
    report.chosenCommit === true && report.commit !== null
      ? wrap(inTerminal(say`Status at commit ${name(shortId(report.commit))}`), '', '  ', columns, paint.dim)
      : [],
    rowsOf(failed, fold).flatMap((row) => rowLines(row, paint.red('!'), options)),
    waitingLines(waiting, options),
    rolloutAsText(reportRollout(report, fold), options),
    warningRows(report.outcomes, fold).flatMap((row) => rowLines(row, paint.yellow('warning'), options)),
    syncedLines(report, options),
    prunedLines(report, options),
    stateLines(report, options),
    interrupted === undefined ? [] : wrap(interrupted, '', '  ', columns, paint.yellow),
    [statusTotals(report), ...(pruned === undefined ? [] : [pruned])].flatMap((line) =>
      wrap(line, '', '  ', columns, paint.bold),
    ),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function isWaiting({ status }: Outcome): boolean {
  return status === 'requires_sync';
}

function rowLines(row: OutcomeRow, mark: string, { paint, columns }: TextOptions): string[] {
  const lines = wrap(inTerminal(rowPhrase(row)), `${mark} `, '    ', columns);
  if (row.hint !== null) lines.push(...wrap(inTerminal(hintPhrase(row.hint)), '    ', '      ', columns, paint.cyan));
  return lines;
}

function waitingLines(outcomes: readonly Outcome[], options: TextOptions): string[] {
  const rows = rowsOf(outcomes, { fold: !options.verbose });
  const shown = options.verbose || rows.length <= WAITING_ROWS + 1 ? rows : rows.slice(0, WAITING_ROWS);
  const lines = shown.flatMap((row) => rowLines(row, options.paint.cyan('.'), options));
  if (shown.length < rows.length) lines.push(`… ${rows.length - shown.length} more (--verbose shows all)`);
  return lines;
}

function syncedLines(report: SyncReport, { paint, verbose, columns }: TextOptions): string[] {
  return syncedRows(report).flatMap((row) => {
    return wrap(inTerminal(syncedPhrase(row, { allNames: verbose })), `${paint.green('=')} `, '    ', columns);
  });
}

function stateLines({ stateProblems = [] }: SyncReport, { paint, columns }: TextOptions): string[] {
  return stateNotes(stateProblems).flatMap(({ phrase, hint }) => [
    ...wrap(`${STATE_TITLE}: ${inTerminal(phrase)}`, `${paint.yellow('warning')} `, '    ', columns),
    ...wrap(inTerminal(hintPhrase(hint)), '    ', '      ', columns, paint.cyan),
  ]);
}

function prunedLines(report: SyncReport, { paint, columns }: TextOptions): string[] {
  const marks = { failed: paint.red('!'), deleted: paint.red('-'), kept: paint.dim('.') };
  return prunedRows(report).flatMap(({ kind, phrase }) => wrap(inTerminal(phrase), `${marks[kind]} `, '    ', columns));
}
