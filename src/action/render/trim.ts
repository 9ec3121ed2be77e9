import { after, closing, isNothingOpen, type MarkdownState, NOTHING_OPEN } from '../github/markdown-state.ts';

/** What stays of the room for the end of a text; the headline and the worst come first. */
const TAIL_SHARE = 0.25;

/** Bytes that a text takes on the wire. */
export function byteLength(text: string): number {
  return Buffer.byteLength(text, 'utf8');
}

/**
 * Cuts whole lines of Markdown out of the middle until it fits into `maxBytes` of UTF-8, and says so with `note`. No
 * folding and no code fence stays open, no character is cut through. A text that fits stays as it is.
 */
export function trimMiddle(text: string, maxBytes: number, note: string): string {
  if (byteLength(text) <= maxBytes) return text;
  const lines = text.split('\n');
  const states: MarkdownState[] = [NOTHING_OPEN];
  for (const line of lines) states.push(after(states.at(-1) ?? NOTHING_OPEN, line));
  const between = `\n\n${note}\n\n`;
  const room = maxBytes - byteLength(between);
  if (room <= 0) return firstBytes(note, maxBytes);

  const tailStart = findTail(lines, states, Math.floor(room * TAIL_SHARE));
  const tail = lines.slice(tailStart).join('\n');
  const headRoom = room - byteLength(tail);
  const headEnd = findHead(lines, states, headRoom, tailStart);
  const head =
    headEnd === 0
      ? cutLine(lines[0] ?? '', headRoom)
      : lines.slice(0, headEnd).join('\n') + closing(states[headEnd] ?? NOTHING_OPEN);
  return `${head}${between}${tail}`;
}

/** Index of the first line of the end: as many lines as fit, beginning where nothing is open. */
function findTail(lines: readonly string[], states: readonly MarkdownState[], room: number): number {
  let best = lines.length;
  let bytes = -1;
  for (let index = lines.length - 1; index > 0; index--) {
    bytes += byteLength(lines[index] ?? '') + 1;
    if (bytes > room) break;
    if (isNothingOpen(states[index] ?? NOTHING_OPEN)) best = index;
  }
  return best;
}

/** How many lines of the start fit, with what closes them. */
function findHead(lines: readonly string[], states: readonly MarkdownState[], room: number, tailStart: number): number {
  let best = 0;
  let bytes = -1;
  for (let index = 0; index < tailStart; index++) {
    bytes += byteLength(lines[index] ?? '') + 1;
    if (bytes > room) break;
    if (bytes + byteLength(closing(states[index + 1] ?? NOTHING_OPEN)) <= room) best = index + 1;
  }
  return best;
}

/** Not even the first line fits: as much of it as is no half tag, half entity or opening of anything. */
function cutLine(line: string, room: number): string {
  const cut = firstBytes(line, room).replace(/&[#\w]*$/, '');
  const state = after(NOTHING_OPEN, cut);
  return isNothingOpen(state) && cut.lastIndexOf('<') <= cut.lastIndexOf('>') ? cut : '';
}

function firstBytes(text: string, maxBytes: number): string {
  let bytes = 0;
  let end = 0;
  for (const character of text) {
    bytes += byteLength(character);
    if (bytes > maxBytes) break;
    end += character.length;
  }
  return text.slice(0, end);
}
