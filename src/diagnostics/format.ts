import type { Excerpt } from './excerpt.ts';
import { excerptOf, ownTextOf } from './excerpt.ts';
import type { Paint } from './paint.ts';
import { plain } from './paint.ts';
import { printableInLog } from './printable.ts';
import type { Place, Problem } from './problem.ts';
import { wrap } from './wrap.ts';

/** Gives the text of a file by the name a place has, or undefined when it is not at hand. */
export type SourceText = (file: string) => string | undefined;

/**
 * A problem as people read it: what and where, the source line with a mark, related places, a hint. Line and column
 * come first on the line, so that terminals and editors can jump there. Ends without a newline.
 */
export function formatProblem(problem: Problem, source: SourceText, paint: Paint = plain, columns?: number): string {
  const colour = problem.severity === 'error' ? paint.red : paint.yellow;
  const head = [paint.bold(colour(problem.severity)), paint.bold(problem.code)];
  if (problem.place !== undefined) head.push(paint.cyan(formatPlace(problem.place)));
  const lines = wrap(`${head.join(' ')}  ${printableInLog(problem.message)}`, '', '    ', columns);
  if (problem.place !== undefined) lines.push(...formatExcerpt(problem, problem.place, source, colour, paint, columns));
  for (const other of problem.related ?? []) {
    const place = paint.cyan(formatPlace(other.place));
    lines.push(...wrap(`${place}  ${printableInLog(other.message)}`, '  see also ', '    ', columns));
  }
  lines.push(...wrap(printableInLog(problem.hint), `  ${paint.bold('hint:')} `, '    ', columns));
  return lines.join('\n');
}

/** `sync.yaml:12:5`. */
export function formatPlace(place: Place): string {
  return `${printableInLog(place.file)}:${place.line}:${place.column}`;
}

function formatExcerpt(
  problem: Problem,
  place: Place,
  source: SourceText,
  colour: (text: string) => string,
  paint: Paint,
  columns: number | undefined,
): readonly string[] {
  if (problem.hideSource === true && problem.showOwnText !== true) return [];
  const text = source(place.file);
  const line = text === undefined ? undefined : lineOf(text, place.line);
  if (line === undefined || line.trim() === '') return [];
  const {
    text: shown,
    markStart,
    markWidth,
  } = cut(problem, place, line, columns === undefined ? undefined : columns - GUTTER);
  const gutter = String(place.line).padStart(5);
  return [
    `${paint.dim(`${gutter} |`)} ${shown}`,
    `${paint.dim(`${' '.repeat(gutter.length)} |`)} ${' '.repeat(markStart)}${colour('^'.repeat(markWidth))}`,
  ];
}

/** Columns that the line number and the bar take. */
const GUTTER = 8;

function cut(problem: Problem, place: Place, line: string, width: number | undefined): Excerpt {
  const start = Math.min(place.column - 1, line.length);
  const sameLine = place.endLine === undefined || place.endLine === place.line;
  const end = sameLine ? (place.endColumn ?? place.column + 1) - 1 : line.trimEnd().length;
  return problem.hideSource === true ? ownTextOf(line, start, end, width) : excerptOf(line, start, end, width);
}

/** The text that was asked for last, in lines: a manifest can have 60,000 of them and as many problems. */
let latest: { readonly text: string; readonly lines: readonly string[] } | undefined;

function lineOf(text: string, line: number): string | undefined {
  if (latest?.text !== text) latest = { text, lines: text.replace(/^\ufeff/, '').split('\n') };
  return latest.lines[line - 1]?.replace(/\r$/, '');
}
