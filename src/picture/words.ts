import { printableInLog } from '../diagnostics/printable.ts';

/** Rows longer than this are cut before anything is measured: nobody could read them, and they may be hundreds of kilobytes. */
const MEASURED = 600;
/** No line holds more. */
const LINE = 200;
const GRAPHEMES = new Intl.Segmenter('en', { granularity: 'grapheme' });

/** A name as it may stand in a picture: one line, nothing unseen, and no order to the runner of a job that prints it. */
export function oneLine(text: string): string {
  return printableInLog(text.replaceAll(/\s+/g, ' ').trim());
}

/** The same for a text of several lines. */
export function inLines(text: string): readonly string[] {
  return text.split(/\r\n|[\n\r]/).map((line) => printableInLog(line.replaceAll('\t', '  ')));
}

/** How wide a text is likely to be, a little too wide rather than too narrow: the reader's fonts are not known here. */
export function widthOf(text: string, size: number): number {
  let width = 0;
  for (const character of text) width += shareOf(character);
  return width * size;
}

function shareOf(character: string): number {
  if (character >= '\u1100') return 1.05;
  if (/[ijl.,:;'|!()[\]{}\u0060 ]/.test(character)) return 0.34;
  if (/[ftr\-"/\\*]/.test(character)) return 0.42;
  if (/[mwMW@%&]/.test(character)) return 0.95;
  if (character <= '\u007f') return /[A-Z_#~+=<>]/.test(character) ? 0.72 : 0.59;
  return 0.75;
}

/** The text in as many lines as there is room for; what does not fit ends in an ellipsis. */
export function wrapText(text: string, width: number, size: number, most: number): readonly string[] {
  const whole = text.length <= MEASURED;
  const lines: string[] = [];
  let rest = whole ? text : text.slice(0, MEASURED);
  while (rest !== '' && lines.length < most) {
    const fits = fitting(rest, width, size);
    if (fits === rest.length) {
      lines.push(whole ? rest : elided(rest, width, size));
      return lines;
    }
    if (lines.length === most - 1) lines.push(elided(rest, width, size));
    else {
      const end = breakBefore(rest, fits);
      lines.push(rest.slice(0, end).trimEnd());
      rest = rest.slice(end).trimStart();
    }
  }
  return lines;
}

/** One line that is no wider, with an ellipsis where it is cut. */
export function inRoom(text: string, width: number, size: number): string {
  return text.length <= LINE && widthOf(text, size) <= width ? text : elided(text.slice(0, LINE), width, size);
}

/** As much of the text as fits, with an ellipsis. */
export function elided(text: string, width: number, size: number): string {
  const end = fitting(text, width - widthOf('…', size), size);
  return `${text.slice(0, end).trimEnd()}…`;
}

/** How much of a text fits, in whole characters as people count them; at least one. */
function fitting(text: string, width: number, size: number): number {
  let used = 0;
  let end = 0;
  for (const { segment } of GRAPHEMES.segment(text)) {
    used += widthOf(segment.slice(0, 8), size);
    if (used > width && end > 0) break;
    end += segment.length;
  }
  return end;
}

/** After a space or a joint of the word, unless that leaves most of the line empty. */
function breakBefore(text: string, fits: number): number {
  if (text[fits] === ' ') return fits;
  const part = text.slice(0, fits);
  const space = part.lastIndexOf(' ') + 1;
  if (space > fits / 3) return space;
  const joint = Math.max(...['_', '-', '/', '.', ','].map((sign) => part.lastIndexOf(sign) + 1));
  return joint > fits / 3 ? joint : Math.max(fits, 1);
}
