import type { Result } from '../../diagnostics/result.ts';
import { fail, ok } from '../../diagnostics/result.ts';
import { nearest } from '../../diagnostics/suggestion.ts';
import type { WindowTime } from '../../model/rollout.ts';
import { isDay } from '../note.ts';
import { WINDOW_WANTED } from '../shape/wanted.ts';

/** `problem` follows the window's name: "is …". */
export type WindowFault = { readonly problem: string; readonly hint: string };

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const LONG_DAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const WEEK = [1, 2, 3, 4, 5, 6, 7];
const DAY_END = 1440;
/** Longer texts are no window. */
const LONGEST = 100;

/** `Mon-Thu 07:00-16:00`, `Fri`, `Sat,Sun`, `07:00-16:00`, `2026-12-18/2027-01-04` or one date. */
export function readWindowTime(text: string): Result<WindowTime, WindowFault> {
  if (text.length > LONGEST || !/^[\w:,/ -]+$/.test(text)) return fail(unlike());
  if (/^\d{4}-/.test(text)) return readDates(text);
  const [first = '', second, ...more] = text.split(/ +/);
  if (more.length > 0) return fail(unlike());
  const hours = second ?? (/\d/.test(first) ? first : undefined);
  const days = second !== undefined || hours === undefined ? readDays(first) : ok(WEEK);
  if (!days.ok) return days;
  return hours === undefined
    ? ok({ kind: 'week', days: days.value, from: 0, to: DAY_END })
    : readHours(hours, days.value, second === undefined ? undefined : first);
}

function unlike(problem = `has the wrong form, expected ${WINDOW_WANTED.wanted}`): WindowFault {
  return { problem, hint: WINDOW_WANTED.hint };
}

function readDates(text: string): Result<WindowTime, WindowFault> {
  const [from = '', to = from, ...more] = text.split('/');
  const odd = [from, to].find((day) => !isDay(day));
  if (more.length > 0 || odd !== undefined) {
    const hint = 'write one date (2026-12-24), or the first and the last day (2026-12-18/2027-01-04)';
    return fail({ problem: 'has a date that is none, expected YYYY-MM-DD', hint });
  }
  if (from <= to) return ok({ kind: 'dates', from, to });
  return fail({ problem: 'ends before it begins', hint: `write ${to}/${from}` });
}

function readDays(text: string): Result<readonly number[], WindowFault> {
  const days = new Set<number>();
  for (const part of text.split(',')) {
    const [first = '', last = first, ...more] = part.split('-');
    const odd = [first, last].find((day) => !DAYS.includes(day));
    if (odd !== undefined || more.length > 0) return fail(oddDay(odd ?? ''));
    // From Friday to Monday goes round the end of the week.
    const length = (DAYS.indexOf(last) - DAYS.indexOf(first) + 7) % 7;
    for (let step = 0; step <= length; step++) days.add(((DAYS.indexOf(first) + step) % 7) + 1);
  }
  return ok([...days].sort((a, b) => a - b));
}

function oddDay(word: string): WindowFault {
  const begun = DAYS.find((day) => word.toLowerCase().startsWith(day.toLowerCase()));
  const near = begun ?? nearest(word, LONG_DAYS)?.slice(0, 3);
  const problem = 'names a day that is none, expected Mon, Tue, Wed, Thu, Fri, Sat or Sun';
  return near === undefined ? unlike(problem) : { problem, hint: `did you mean "${near}"?` };
}

function readHours(
  text: string,
  days: readonly number[],
  written: string | undefined,
): Result<WindowTime, WindowFault> {
  const [, fromText = '', toText = ''] = /^(\d{1,2}:\d\d)-(\d{1,2}:\d\d)$/.exec(text) ?? [];
  const [from, to] = [minutesOf(fromText), minutesOf(toText)];
  if (from === undefined || to === undefined || from === DAY_END) {
    const padded = fromText === '' ? text : `${fromText.padStart(5, '0')}-${toText.padStart(5, '0')}`;
    const hint =
      padded === text ? 'write 24 hours, from 00:00 to 24:00, such as 07:00-16:00' : `write two digits: ${padded}`;
    return fail({ problem: 'has hours that are none, expected HH:MM-HH:MM', hint });
  }
  if (from === to) {
    const hint = written === undefined ? 'write 00:00-24:00 for whole days' : `write "${written}" for whole days`;
    return fail({ problem: 'begins and ends at the same time', hint });
  }
  if (from < to) return ok({ kind: 'week', days, from, to });
  const evening = `"${written === undefined ? '' : `${written} `}${fromText}-24:00"`;
  // Until midnight it is not over midnight.
  if (to === 0) return fail({ problem: 'ends at 00:00, before it begins', hint: `write ${evening}` });
  const next = days.map((day) => DAYS[day % 7]).join(',');
  const morning = `"${written === undefined ? '' : `${next} `}00:00-${toText}"`;
  return fail({ problem: 'goes over midnight', hint: `write it as two: ${evening} and ${morning}` });
}

/** Since midnight; two digits each, and 24:00 is the end of the day. */
function minutesOf(text: string): number | undefined {
  const [, hours, minutes] = /^(\d\d):([0-5]\d)$/.exec(text) ?? [];
  const total = Number(hours) * 60 + Number(minutes);
  return total <= DAY_END ? total : undefined;
}
