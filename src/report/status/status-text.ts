import { wrap } from '../../diagnostics/wrap.ts';
import { inTerminal, type Phrase, say } from '../phrase.ts';
import { hintPhrase } from '../plan/story-notes.ts';
import { reportRollout } from '../rollout/report-rollout.ts';
import { rolloutAsText } from '../rollout/rollout-text.ts';
import { type OutcomeRow, statusTotals } from '../sync/sync-rows.ts';
import type { TextOptions } from '../text-options.ts';
import { type DestinationGroup, destinationGroups } from './status-destinations.ts';
import { heldPhrases, pinnedPhrases } from './status-held.ts';
import type { StatusReport } from './status-report.ts';
import { agePhrase, approvalPhrase, causePhrases, causeRows, detachedPhrases, namesPhrase } from './status-rows.ts';

/** A thousand destinations must fit on one screen; `--verbose` and the JSON have all. */
const LEFT_ALONE_LINES = 6;
const DESTINATION_LINES = 10;

/** Where every story stands, for a terminal: failed, waiting, held, pinned, detached, a line per group of destinations, the totals. */
export function statusAsText(report: StatusReport, options: TextOptions): string {
  const { paint, columns } = options;
  const approval = approvalPhrase(report);
  const sections = [
    causeLines(report, 'failed', options),
    approval === undefined ? [] : wrap(inTerminal(approval), `${paint.yellow('approval')} `, '    ', columns),
    causeLines(report, 'requires_sync', options),
    rolloutAsText(reportRollout(report, { fold: !options.verbose, now: report.now }), options),
    leftAloneLines(heldPhrases(report, { fold: !options.verbose }), options),
    leftAloneLines(pinnedPhrases(report, { fold: !options.verbose }), options),
    leftAloneLines(detachedPhrases(report), options),
    destinationLines(destinationGroups(report, { fold: !options.verbose }), options),
    [...wrap(agePhrase(report), '', '  ', columns), ...wrap(statusTotals(report), '', '  ', columns, paint.bold)],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function causeLines(report: StatusReport, status: 'failed' | 'requires_sync', options: TextOptions): string[] {
  const { paint, columns, verbose } = options;
  const phraseOf = causePhrases(report);
  const mark = (row: OutcomeRow) => (status === 'failed' ? paint.red('!') : waitingSign(row, paint));
  return causeRows(report, status, { fold: !verbose }).flatMap((row) => [
    ...wrap(inTerminal(phraseOf(row)), `${mark(row)} `, '    ', columns),
    ...(row.hint === null ? [] : wrap(inTerminal(hintPhrase(row.hint)), '    ', '      ', columns, paint.cyan)),
  ]);
}

/** What the next sync would do, where nothing but the next sync is needed; a dot where somebody has to let it go first. */
function waitingSign({ reason }: OutcomeRow, paint: TextOptions['paint']): string {
  if (reason === 'new' || reason === 'recreated') return paint.green('+');
  if (reason === 'content_changed' || reason === 'renamed' || reason === 'drift') return paint.yellow('~');
  return paint.cyan('.');
}

function leftAloneLines(phrases: readonly Phrase[], { paint, verbose, columns }: TextOptions): string[] {
  const shown = verbose || phrases.length <= LEFT_ALONE_LINES + 1 ? phrases : phrases.slice(0, LEFT_ALONE_LINES);
  const lines = shown.flatMap((phrase) => wrap(inTerminal(phrase), `${paint.dim('.')} `, '    ', columns));
  if (shown.length < phrases.length) lines.push(`… ${phrases.length - shown.length} more (--verbose shows all)`);
  return lines;
}

function destinationLines(groups: readonly DestinationGroup[], options: TextOptions): string[] {
  const { paint, verbose, columns } = options;
  const marks = { failed: paint.red('!'), waiting: paint.yellow('~'), synced: paint.green('=') };
  const unsettled = groups.filter(({ mark }) => mark !== 'synced');
  const shown =
    verbose || unsettled.length <= DESTINATION_LINES + 1 ? unsettled : unsettled.slice(0, DESTINATION_LINES);
  const cut = unsettled.slice(shown.length).flatMap(({ names }) => names).length;
  const lineOf = ({ names, mark, phrase }: DestinationGroup) =>
    wrap(inTerminal(say`${namesPhrase(names, { all: verbose })}: ${phrase}`), `${marks[mark]} `, '    ', columns);
  return [
    ...shown.flatMap(lineOf),
    ...(cut > 0 ? [`… ${cut} more destinations with failed or pending stories (--verbose shows all)`] : []),
    ...groups.filter(({ mark }) => mark === 'synced').flatMap(lineOf),
  ];
}
