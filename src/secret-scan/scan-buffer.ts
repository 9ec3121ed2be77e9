import type { PlacedText } from './texts.ts';

/** All texts of a story as one buffer, a line `name: text` for each, so that a detector runs once and sees the names. */
export type ScanBuffer = {
  readonly content: string;
  /** The text that a range of the buffer belongs to. */
  readonly find: (start: number, end: number) => FoundText | undefined;
};

export type FoundText = {
  readonly text: PlacedText;
  /** The range lies in the name, not in the text. */
  readonly inName: boolean;
};

type Line = { readonly start: number; readonly text: PlacedText };

export function scanBufferOf(texts: readonly PlacedText[]): ScanBuffer {
  const parts: string[] = [];
  const lines: Line[] = [];
  let start = 0;
  for (const text of texts) {
    const line = `${text.name}: ${text.text}\n`;
    lines.push({ start, text });
    parts.push(line);
    start += line.length;
  }
  const find = (from: number, to: number): FoundText | undefined => {
    const line = lineAt(lines, from);
    return line && { text: line.text, inName: to <= line.start + line.text.name.length };
  };
  return { content: parts.join(''), find };
}

function lineAt(lines: readonly Line[], offset: number): Line | undefined {
  let low = 0;
  let high = lines.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if ((lines[middle]?.start ?? 0) <= offset) low = middle;
    else high = middle;
  }
  return lines[low];
}
