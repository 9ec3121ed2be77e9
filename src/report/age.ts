import { count } from './wording.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `2026-11-19 09:00 UTC (3 days ago)`, for people; a clock that is behind makes it no older than now. */
export function withAge(time: string, now: Date): string {
  const then = new Date(time);
  const age = now.getTime() - then.getTime();
  return `${then.toISOString().slice(0, 16).replace('T', ' ')} UTC (${ageOf(age)})`;
}

function ageOf(milliseconds: number): string {
  if (milliseconds < MINUTE) return 'just now';
  if (milliseconds < HOUR) return `${count(Math.floor(milliseconds / MINUTE), 'minute')} ago`;
  if (milliseconds < DAY) return `${count(Math.floor(milliseconds / HOUR), 'hour')} ago`;
  return `${count(Math.floor(milliseconds / DAY), 'day')} ago`;
}

/** How old a plan is that asked no tenant. */
export function recordedAge(recordedAt: string | undefined, now: Date): string {
  return recordedAt === undefined
    ? 'there is no recorded state'
    : `recorded state last written ${withAge(recordedAt, now)}`;
}
