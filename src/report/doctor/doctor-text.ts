import { wrap } from '../../diagnostics/wrap.ts';
import type { CheckResult, Diagnosis } from '../../model/diagnosis.ts';
import { UNTOLD } from '../explain/explain-check.ts';
import { inTerminal, joined, name, type Phrase, say } from '../phrase.ts';
import { hintPhrase } from '../plan/story-notes.ts';
import type { TextOptions } from '../text-options.ts';
import {
  type DoctorLine,
  type DoctorRow,
  diagnosisWords,
  doctorRows,
  doctorTotals,
  rowNames,
  runLines,
  SIGNS,
} from './doctor-words.ts';

/** Rows that are told one by one, unless everything is asked for. */
const SHOWN = 50;

/** The matrix for a terminal or a log: a row for each destination, what holds for all, what no request can tell. */
export function doctorAsText(diagnosis: Diagnosis, options: TextOptions): string {
  const { columns, paint, verbose } = options;
  const rows = doctorRows(diagnosis);
  const shown = verbose || rows.length <= SHOWN + 1 ? rows : rows.slice(0, SHOWN);
  const sections = [
    ...shown.map((row) => rowLines(row, options)),
    shown.length < rows.length ? [`… ${rows.length - shown.length} more (--verbose shows all)`] : [],
    runLines(diagnosis).flatMap((line) => checkLines(line, 0, options)),
    ['No request can tell:', ...UNTOLD.flatMap((text) => wrap(text, '  . ', '    ', columns))],
    wrap(doctorTotals(diagnosis), '', '  ', columns, paint.bold),
  ];
  return `${sections
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.join('\n'))
    .join('\n\n')}\n`;
}

function rowLines(row: DoctorRow, options: TextOptions): readonly string[] {
  const { columns, paint, verbose } = options;
  const { first, lines } = row;
  const title = say`${verbose ? allNames(row) : rowNames(row)}: ${diagnosisWords(first)}`;
  return [
    ...wrap(inTerminal(title), `${painted(first.result, options)(SIGNS[first.result])} `, '    ', columns, paint.bold),
    ...lines.flatMap((line) => checkLines(line, 4, options)),
  ];
}

function allNames(row: DoctorRow): Phrase {
  if (row.all.length === 1) return rowNames(row);
  return joined(
    row.all.map((each) => [name(each.name)]),
    ', ',
  );
}

function checkLines({ sign, result, phrase, hint }: DoctorLine, indent: number, options: TextOptions): string[] {
  const { columns, paint } = options;
  const space = ' '.repeat(indent);
  return [
    ...wrap(inTerminal(phrase), `${space}${painted(result, options)(sign)} `, `${space}    `, columns),
    ...(hint === null ? [] : wrap(inTerminal(hintPhrase(hint)), `${space}  `, `${space}    `, columns, paint.cyan)),
  ];
}

function painted(result: CheckResult, { paint }: TextOptions): (text: string) => string {
  return { ok: paint.green, warning: paint.yellow, unknown: paint.cyan, fails: paint.red }[result];
}
