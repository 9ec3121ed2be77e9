import type { Diagnosis } from '../../model/diagnosis.ts';
import { UNTOLD } from '../explain/explain-check.ts';
import { inMarkdown, joined, name, type Phrase, say, words } from '../phrase.ts';
import {
  type DoctorLine,
  type DoctorRow,
  diagnosisWords,
  doctorRows,
  doctorTotals,
  rowNames,
  runLines,
} from './doctor-words.ts';

/** More rows than a person reads in a summary, and more names than help; the JSON has them all. */
const ROWS = 50;
const NAMES = 100;

/** The matrix for a check run, a job summary, or a page. */
export function doctorAsMarkdown(diagnosis: Diagnosis): string {
  const rows = doctorRows(diagnosis);
  const shown = rows.length <= ROWS + 1 ? rows : rows.slice(0, ROWS);
  const sections = [
    `### ${doctorTotals(diagnosis)}`,
    inMarkdown(say`${name(diagnosis.manifest)}`),
    ...shown.map(rowSection),
    ...(shown.length < rows.length ? [`… ${rows.length - shown.length} more rows (see the JSON document)`] : []),
    ['**Git and state**', '', ...runLines(diagnosis).flatMap((line) => items(line))].join('\n'),
    ['**No request can tell**', '', ...UNTOLD.map((text) => `- ${inMarkdown([text])}`)].join('\n'),
  ];
  return `${sections.join('\n\n')}\n`;
}

function rowSection(row: DoctorRow): string {
  const { first, all, lines } = row;
  const title = say`${rowNames(row)}: ${diagnosisWords(first)}`;
  const told = lines.flatMap(items);
  // What is in order needs no more than its one line.
  if (all.length <= 3) return [`**${inMarkdown(title)}**`, '', ...told].join('\n');
  const names = all.slice(0, NAMES).map((each): Phrase => [name(each.name)]);
  const more = all.length > NAMES ? [`, … ${all.length - NAMES} more`] : [];
  const open = first.result === 'fails' ? ' open' : '';
  const head = `<details${open}><summary>${inMarkdown(title, 'html')}</summary>`;
  return [head, '', ...told, '', inMarkdown(say`On ${joined(names, ', ')}${more}`), '', '</details>'].join('\n');
}

function items({ result, phrase, hint }: DoctorLine): readonly string[] {
  const lead = result === 'fails' ? '**fails:** ' : '';
  return [`- ${lead}${inMarkdown(phrase)}`, ...(hint === null ? [] : [`  - **hint:** ${inMarkdown([words(hint)])}`])];
}
