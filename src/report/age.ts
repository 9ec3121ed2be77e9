import { count } from './reason-words.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** `2026-11-19 09:00 UTC`. What is no time, in a file that somebody edited, is not repeated. */
export function moment(iso: string): string {
  const time = Date.parse(iso);
  return Number.isNaN(time)
    ? 'at an unknown time'
    : `${new Date(time).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}

/** `3 days`, in the largest unit that is full at least once. A clock that runs ahead counts as no time at all. */
export function span(from: string, to: string): string {
  const passed = Date.parse(to) - Date.parse(from);
  if (passed >= DAY) return count(Math.floor(passed / DAY), 'day');
  if (passed >= HOUR) return count(Math.floor(passed / HOUR), 'hour');
  if (passed >= MINUTE) return count(Math.floor(passed / MINUTE), 'minute');
  return 'less than a minute';
}

/** `2026-11-30 07:00 UTC (in 3 hours)`; what is over has no distance. */
export function momentAhead(time: string, now: string): string {
  return Date.parse(time) > Date.parse(now) ? `${moment(time)} (in ${span(now, time)})` : moment(time);
}

/** Whole days from the end of an ISO day to a time; 0 while it is not over. */
export function daysSince(day: string, now: string): number {
  const passed = Date.parse(now.slice(0, 10)) - Date.parse(day);
  return passed > 0 ? Math.floor(passed / DAY) : 0;
}

/** `2026-11-19 09:00 UTC (3 days ago)`, for people. */
export function withAge(time: string, now: string): string {
  return `${moment(time)} (${span(time, now)} ago)`;
}

/** How old a plan is that asked no tenant. */
export function recordedAge(recordedAt: string | undefined, now: string): string {
  return recordedAt === undefined
    ? 'there is no recorded state'
    : `recorded state last written ${withAge(recordedAt, now)}`;
}
