import { wrap } from './layout.ts';
import { inTerminal, type Phrase, say, words } from './phrase.ts';
import type { TextOptions } from './plan-text.ts';
import { type DestinationGroup, destinationGroups } from './standing-destinations.ts';
import type { StandingReport } from './standing-report.ts';
import { agePhrase, approvalPhrase, causePhrases, causeRows, detachedPhrases, namesPhrase } from './standing-rows.ts';
import { statusTotals } from './status-rows.ts';

/** A thousand destinations must fit on one screen; `--verbose` and the JSON have all. */
const DETACHED_LINES = 6;
const DESTINATION_LINES = 10;

/** Where every story stands, for a terminal: failed, waiting, detached, a line per group of destinations, the totals. */
export function standingAsText(report: StandingReport, options: TextOptions): string {
  const { paint } = options;
  const approval = approvalPhrase(report);
  const sections = [
    causeLines(report, 'failed', paint.red('!'), options),
    approval === undefined ? [] : wrap(inTerminal(approval), `${paint.yellow('approval')} `, '    '),
    causeLines(report, 'requires_sync', paint.yellow('~'), options),
    detachedLines(detachedPhrases(report), options),
    destinationLines(destinationGroups(report, { fold: !options.verbose }), options),
    [agePhrase(report), paint.bold(statusTotals(report))],
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function causeLines(
  report: StandingReport,
  status: 'failed' | 'requires_sync',
  mark: string,
  options: TextOptions,
): string[] {
  const phraseOf = causePhrases(report);
  return causeRows(report, status, { fold: !options.verbose }).flatMap((row) => [
    ...wrap(inTerminal(phraseOf(row)), `${mark} `, '    '),
    ...(row.hint === null ? [] : wrap(inTerminal(say`next: ${words(row.hint)}`), '    ', '      ', options.paint.cyan)),
  ]);
}

function detachedLines(phrases: readonly Phrase[], { paint, verbose }: TextOptions): string[] {
  const shown = verbose || phrases.length <= DETACHED_LINES + 1 ? phrases : phrases.slice(0, DETACHED_LINES);
  const lines = shown.flatMap((phrase) => wrap(inTerminal(phrase), `${paint.dim('-')} `, '    '));
  if (shown.length < phrases.length) lines.push(`… ${phrases.length - shown.length} more (--verbose shows all)`);
  return lines;
}

function destinationLines(groups: readonly DestinationGroup[], options: TextOptions): string[] {
  const { paint, verbose } = options;
  const marks = { failed: paint.red('!'), waiting: paint.yellow('~'), synced: paint.green('=') };
  const unsettled = groups.filter(({ mark }) => mark !== 'synced');
  const shown =
    verbose || unsettled.length <= DESTINATION_LINES + 1 ? unsettled : unsettled.slice(0, DESTINATION_LINES);
  const cut = unsettled.slice(shown.length).flatMap(({ names }) => names).length;
  const lineOf = ({ names, mark, phrase }: DestinationGroup) =>
    wrap(inTerminal(say`${namesPhrase(names, { all: verbose })}: ${phrase}`), `${marks[mark]} `, '    ');
  return [
    ...shown.flatMap(lineOf),
    ...(cut > 0 ? [`… ${cut} more destinations with stories that wait or failed (--verbose shows all)`] : []),
    ...groups.filter(({ mark }) => mark === 'synced').flatMap(lineOf),
  ];
}
