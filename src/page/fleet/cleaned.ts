import { printable } from '../../diagnostics/printable.ts';
import { clip } from '../../report/escape.ts';

const NAME_LIMIT = 100;
const WORDS_LIMIT = 500;

/** A name that somebody chose, cut, and with everything written out that people cannot see. */
export function cleanName(text: string): string {
  return printable(clip(text, NAME_LIMIT));
}

/** A sentence that may quote what others wrote. */
export function cleanWords(text: string): string {
  return printable(clip(text.trim(), WORDS_LIMIT));
}

export function cleanWordsOrNull(text: string | null | undefined): string | null {
  return text === null || text === undefined || text === '' ? null : cleanWords(text);
}
