import { clip, forTerminal } from '../../report/escape.ts';

/** GitHub allows 255 characters and 64 KB; people read less. A character of ours may count as two there. */
const TITLE = 120;
const LINE = 500;
const LINES = 40;

/** One line of plain text. */
export function titleOf(text: string): string {
  return clip(forTerminal(clip(text, TITLE)), TITLE);
}

/** Plain text, one thought a line; never empty, which GitHub would refuse. */
export function messageOf(lines: readonly (string | null)[]): string {
  const told = lines.filter((line) => line !== null && line.trim() !== '');
  const shown = told.length <= LINES + 1 ? told : told.slice(0, LINES);
  const more = told.length - shown.length;
  const text = [
    ...shown.map((line) => clip(forTerminal(clip(line ?? '', LINE)), LINE)),
    ...(more > 0 ? [`… ${more} more lines`] : []),
  ];
  return text.length === 0 ? 'Nothing more to say.' : text.join('\n');
}
