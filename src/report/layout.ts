import stringWidth from 'string-width';

/** Text reports are made for this many columns. */
export const COLUMNS = 100;

const asIs = (line: string): string => line;

/**
 * Breaks a line at spaces. Prefixes may be painted, the text may not: `style` paints each line after it was measured.
 * A word longer than the line is left whole, so that URLs and names can be copied.
 */
export function wrap(text: string, first: string, rest: string, style: (line: string) => string = asIs): string[] {
  const lines: string[] = [];
  let prefix = first;
  let line: string | undefined;
  let width = 0;
  for (const word of text.split(' ')) {
    const wordWidth = stringWidth(word);
    if (line !== undefined && width + 1 + wordWidth <= COLUMNS) {
      line += ` ${word}`;
      width += 1 + wordWidth;
      continue;
    }
    if (line !== undefined) {
      lines.push(prefix + style(line));
      prefix = rest;
    }
    line = word;
    width = stringWidth(prefix) + wordWidth;
  }
  lines.push(prefix + style(line ?? ''));
  return lines;
}
