import stringWidth from 'string-width';

/** Narrower than this, lines are as if it were this: a hanging indent and a word need their room. */
const NARROWEST = 40;

const asIs = (line: string): string => line;

/**
 * Breaks a line at spaces so that it fits the terminal's columns; without columns (a pipe, a file) it stays whole, so that
 * searches find it. Prefixes may be painted, the text may not: `style` paints each line after it was measured. A word
 * longer than the line is left whole, so that URLs and names can be copied.
 */
export function wrap(
  text: string,
  first: string,
  rest: string,
  columns: number | undefined,
  style: (line: string) => string = asIs,
): string[] {
  if (columns === undefined) return [first + style(text)];
  const room = Math.max(columns, NARROWEST);
  const lines: string[] = [];
  let prefix = first;
  let line: string | undefined;
  let width = 0;
  for (const word of text.split(' ')) {
    const wordWidth = stringWidth(word);
    if (line !== undefined && width + 1 + wordWidth <= room) {
      line += ` ${word}`;
      width += 1 + wordWidth;
      continue;
    }
    if (line !== undefined) {
      lines.push(prefix + style(line.trimEnd()));
      prefix = rest;
    }
    line = word;
    width = stringWidth(prefix) + wordWidth;
  }
  lines.push(prefix + style(line ?? ''));
  return lines;
}
