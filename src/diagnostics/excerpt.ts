import stringWidth from 'string-width';
import { printable } from './printable.ts';

/** Most columns shown of a line, and fewest, however narrow the terminal is. */
const WIDTH = 100;
const LEAST = 20;
/** What stands for the rest of a line, on both sides. */
const DOTS = 4;
/** How much of a line is looked at on either side, so that a line of megabytes costs nothing. */
const REACH = 400;

export type Excerpt = { readonly text: string; readonly markStart: number; readonly markWidth: number };

type Cell = { readonly text: string; readonly width: number; readonly start: number; readonly end: number };

const graphemes = new Intl.Segmenter('en', { granularity: 'grapheme' });

/**
 * What to print of a source line, and where the mark stands below it, in terminal columns. `start` and `end` are string
 * offsets. A long line is cut around the mark; tabs become spaces, wide characters count double.
 */
export function excerptOf(line: string, start: number, end: number, columns?: number): Excerpt {
  const room = roomIn(columns);
  const from = Math.max(0, Math.min(start, line.length) - REACH);
  const cells = cellsOf(line.slice(from, start + REACH), from);
  const first = window(cells, start, room);
  const shown: Cell[] = [];
  let width = 0;
  for (const cell of cells.slice(first)) {
    if (width + cell.width > room) break;
    shown.push(cell);
    width += cell.width;
  }
  const lead = first > 0 || from > 0 ? '… ' : '';
  const rest = (shown.at(-1)?.end ?? start) < line.length ? ' …' : '';
  const before = sum(shown.filter((cell) => cell.end <= start));
  const marked = sum(shown.filter((cell) => cell.end > start && cell.start < end));
  return {
    text: (lead + shown.map((cell) => cell.text).join('') + rest).trimEnd(),
    markStart: lead.length + before,
    markWidth: Math.max(1, marked),
  };
}

/** Only the text at the place: what stands around it may be secret. Indentation is kept, for orientation. */
export function ownTextOf(line: string, start: number, end: number, columns?: number): Excerpt {
  const room = roomIn(columns);
  const before = line.slice(0, start);
  const lead = before.trim() === '' ? before.replace(/\t/g, '  ') : '… ';
  const cells = cellsOf(line.slice(start, Math.min(end, start + room)), start);
  const rest = line.slice(Math.min(end, start + room)).trim() === '' ? '' : ' …';
  return {
    text: (lead + cells.map((cell) => cell.text).join('') + rest).trimEnd(),
    markStart: lead.length,
    markWidth: Math.max(1, sum(cells)),
  };
}

function cellsOf(text: string, offset: number): readonly Cell[] {
  return [...graphemes.segment(text)].map(({ segment, index }) => {
    const shown = segment === '\t' ? '  ' : visible(segment, text, index);
    return { text: shown, width: stringWidth(shown), start: offset + index, end: offset + index + segment.length };
  });
}

/** `##[name]` anywhere in a line is an order to the runner of a job. */
function visible(segment: string, text: string, index: number): string {
  return segment === '[' && text.slice(0, index).endsWith('##') ? ' [' : printable(segment);
}

function roomIn(columns: number | undefined): number {
  return Math.max(LEAST, Math.min(WIDTH, (columns ?? Number.POSITIVE_INFINITY) - DOTS));
}

/** Index of the first cell to show. A caret deep inside a long line keeps something of the line before it. */
function window(cells: readonly Cell[], start: number, room: number): number {
  const lead = Math.floor(room * 0.4);
  if (sum(cells) <= room) return 0;
  let first = cells.findIndex((cell) => cell.end > start);
  if (first < 0) first = cells.length;
  if (sum(cells.slice(0, first)) + lead <= room) return 0;
  for (let before = 0; first > 0; first--) {
    before += cells[first - 1]?.width ?? 0;
    if (before > lead) break;
  }
  return first;
}

function sum(cells: readonly Cell[]): number {
  return cells.reduce((total, cell) => total + cell.width, 0);
}
