import type { Place } from '../../diagnostics/problem.ts';
import type { SourceSpan } from '../finding.ts';

/** Turns offsets into lines and columns, which count from 1. */
export type Lines = {
  readonly lineOf: (offset: number) => number;
  readonly placeOf: (span: SourceSpan) => Place;
  /** Where a comment may begin on the line of a span, or what looks like one. Old keys are kept in comments. */
  readonly noteBehind: (span: SourceSpan) => readonly SourceSpan[] | undefined;
};

/** No excerpt reaches further. */
const FAR = 2000;

export function indexLines(file: string, text: string): Lines {
  const starts = [0];
  for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  const lineOf = (offset: number): number => {
    let low = 0;
    let high = starts.length;
    while (high - low > 1) {
      const middle = (low + high) >> 1;
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle;
    }
    return low + 1;
  };
  const columnOf = (offset: number, line: number): number => offset - (starts[line - 1] ?? 0) + 1;
  const placeOf = ({ start, end }: SourceSpan): Place => {
    const line = lineOf(start);
    const endLine = lineOf(end);
    return { file, line, column: columnOf(start, line), endLine, endColumn: columnOf(end, endLine) };
  };
  const noteBehind = ({ start }: SourceSpan): readonly SourceSpan[] | undefined => {
    const next = starts[lineOf(start)];
    const end = next === undefined ? text.length : next - 1;
    const note = text.slice(start, Math.min(end, start + FAR)).search(/\s#/);
    return note < 0 ? undefined : [{ start: start + note, end }];
  };
  return { lineOf, placeOf, noteBehind };
}
