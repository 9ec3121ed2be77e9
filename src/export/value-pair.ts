import { compactJson } from '../json/canonical.ts';
import type { JsonValue } from '../json/value.ts';

/** So much of a value is shown, and so much of what both have in common before the difference. */
const LONGEST = 120;
const LEAD = 24;

/** Two values as one line each, cut to the part that differs: the end of a long prompt may be all that changed. */
export function valuePair(
  before: JsonValue | undefined,
  after: JsonValue | undefined,
): { readonly from: string | null; readonly to: string | null } {
  if (typeof before === 'string' && typeof after === 'string') {
    const skipped = Math.max(0, commonStart(before, after) - LEAD);
    // A few characters less are not worth a sign that they are gone.
    const start = skipped <= 8 ? 0 : wholeFrom(before, skipped);
    return { from: excerpt(before, start), to: excerpt(after, start) };
  }
  return { from: shown(before), to: shown(after) };
}

function shown(value: JsonValue | undefined): string | null {
  if (value === undefined) return null;
  return typeof value === 'string' ? excerpt(value, 0) : cut(compactJson(value));
}

function excerpt(text: string, start: number): string {
  const part = text.slice(start, start + LONGEST + 2);
  const ends = text.length - start <= LONGEST;
  const kept = ends ? part : part.slice(0, wholeFrom(part, LONGEST - 1));
  return `"${start > 0 ? '…' : ''}${JSON.stringify(kept).slice(1, -1)}${ends ? '' : '…'}"`;
}

function cut(text: string): string {
  return text.length <= LONGEST ? text : `${text.slice(0, wholeFrom(text, LONGEST - 1))}…`;
}

function commonStart(before: string, after: string): number {
  const most = Math.min(before.length, after.length);
  let same = 0;
  while (same < most && before.charCodeAt(same) === after.charCodeAt(same)) same++;
  return same;
}

/** Never through a character. */
function wholeFrom(text: string, index: number): number {
  const code = text.charCodeAt(index);
  return code >= 0xdc00 && code <= 0xdfff ? index - 1 : index;
}
