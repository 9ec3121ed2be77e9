import type { Detachment } from '../model/destination.ts';
import type { Finding } from './finding.ts';
import type { Located } from './read.ts';
import { textAt } from './read.ts';
import type { Cursor } from './tree.ts';

/** Why something is so, who knows about it, and until when: of a detachment, a hold or a pin. */
type ReadNote = { readonly note: Detachment; readonly until?: Located<string> };

export function readNote(cursor: Cursor): ReadNote {
  const reason = textAt(cursor, 'reason')?.value ?? '';
  const owner = textAt(cursor, 'owner')?.value;
  const until = textAt(cursor, 'until');
  const rest = { ...(owner === undefined ? {} : { owner }), ...(until === undefined ? {} : { until: until.value }) };
  return { note: { reason, ...rest }, ...(until === undefined ? {} : { until }) };
}

export type Expired = { readonly stays: string; readonly hint: string };

/** A day that is none, or that has passed: what the note says stays in force all the same. */
export function checkUntil(
  until: Located<string> | undefined,
  where: string,
  today: string,
  { stays, hint }: Expired,
): readonly Finding[] {
  if (until === undefined) return [];
  if (!isDay(until.value)) {
    const message = `${where} is not a date, expected YYYY-MM-DD`;
    return [{ code: 'MAN043', message, hint: 'write for example 2027-01-31', at: until.at }];
  }
  if (until.value >= today) return [];
  const message = `${where} is in the past (${until.value}); ${stays}`;
  return [{ code: 'MAN044', severity: 'warning', message, hint, at: until.at }];
}

/** A day that the calendar has: 2027-02-30 does not come back as it went in. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}
