import type { Outcome } from '../../model/status.ts';
import { shortId } from '../../model/text/short-id.ts';
import { markdownList } from '../markdown-list.ts';
import { inMarkdown, name, say, words } from '../phrase.ts';
import { type PrunedRow, prunedRows, prunedTotals } from '../pruned.ts';
import { besidesRollout, reportRollout } from '../rollout/report-rollout.ts';
import { rolloutAsList } from '../rollout/rollout-markdown.ts';
import { STATE_TITLE, type StateNote, stateNotes } from '../state-notes.ts';
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

/** More rows than a person reads in a summary; the status file has them all. */
const ROWS = 100;

/** The status for a check run or a job summary, worst first. */
export function syncAsMarkdown(report: SyncReport): string {
  const failed = report.outcomes.filter(({ status }) => status === 'failed');
  const interrupted = interruptedSentence(report);
  const synced = syncedRows(report).map((row) => `- ${inMarkdown(syncedPhrase(row, { allNames: false }))}`);
  const sections = [
    `### ${statusTotals(report)}`,
    ...(report.commit === null ? [] : [inMarkdown(say`At commit ${name(shortId(report.commit))}`)]),
    ...(interrupted === undefined ? [] : [`**${interrupted}**`]),
    ...section('Failed', failed),
    ...section(
      'Pending',
      besidesRollout(report).filter(({ status }) => status === 'requires_sync'),
    ),
    ...rolloutAsList(reportRollout(report, { fold: true })),
    ...list('Warnings', warningRows(report.outcomes, { fold: true }).map(item)),
    ...list(STATE_TITLE, stateNotes(report.stateProblems ?? []).map(stateItem)),
    ...list('Synced', synced),
    ...list(prunedTotals(report) ?? '', prunedRows(report).map(prunedItem)),
  ];
  return `${sections.join('\n\n')}\n`;
}

function section(title: string, outcomes: readonly Outcome[]): string[] {
  return list(title, rowsOf(outcomes, { fold: true }).map(item));
}

function item(row: OutcomeRow): string {
  const next = row.hint === null ? '' : `\n  - **hint:** ${inMarkdown([words(row.hint)])}`;
  return `- ${inMarkdown(rowPhrase(row))}${next}`;
}

function stateItem({ phrase, hint }: StateNote): string {
  return `- ${inMarkdown(phrase)}\n  - **hint:** ${inMarkdown([words(hint)])}`;
}

function prunedItem({ kind, phrase }: PrunedRow): string {
  return `- ${kind === 'failed' ? '**failed** ' : ''}${inMarkdown(phrase)}`;
}

function list(title: string, items: readonly string[]): string[] {
  return markdownList(title, items, ROWS);
}
