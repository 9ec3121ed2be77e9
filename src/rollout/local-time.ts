/** What a clock on the wall shows. */
export type LocalTime = {
  /** ISO date. */
  readonly date: string;
  /** 1 is Monday, 7 is Sunday. */
  readonly weekday: number;
  /** Since midnight, with a fraction. */
  readonly minutes: number;
};

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

export function localTime(timeZone: string, at: number): LocalTime {
  const wall = new Date(at + offsetOf(timeZone, at));
  const date = isoDate(wall);
  return { date, weekday: wall.getUTCDay() || 7, minutes: (wall.getTime() - startOf(date)) / MINUTE };
}

/** The day that is so many days later. */
export function addDays(date: string, days: number): string {
  return isoDate(new Date(startOf(date) + days * DAY));
}

/**
 * The moments at which that wall shows this: two where clocks are set back, none where they are set forward. And with
 * them the moment at which they are set, if that is near.
 */
export function momentsOf(timeZone: string, date: string, minutes: number): readonly number[] {
  const wall = startOf(date) + minutes * MINUTE;
  const [early, late] = [wall - 1.5 * DAY, wall + 1.5 * DAY];
  const offsets = [offsetOf(timeZone, early), offsetOf(timeZone, late)] as const;
  if (offsets[0] === offsets[1]) return [wall - offsets[0]];
  const shown = offsets.map((offset) => wall - offset).filter((at) => at + offsetOf(timeZone, at) === wall);
  return [...shown, changeBetween(timeZone, early, late)];
}

/** Clocks are set at a whole minute. */
function changeBetween(timeZone: string, early: number, late: number): number {
  const before = offsetOf(timeZone, early);
  let [from, to] = [Math.floor(early / MINUTE), Math.ceil(late / MINUTE)];
  while (to - from > 1) {
    const middle = Math.floor((from + to) / 2);
    if (offsetOf(timeZone, middle * MINUTE) === before) from = middle;
    else to = middle;
  }
  return to * MINUTE;
}

const formats = new Map<string, Intl.DateTimeFormat>();

/** How far the wall is ahead of UTC, in milliseconds. */
function offsetOf(timeZone: string, at: number): number {
  if (timeZone === 'UTC') return 0;
  const format = formats.get(timeZone) ?? wallFormat(timeZone);
  formats.set(timeZone, format);
  const whole = Math.floor(at / 1000) * 1000;
  const part = new Map(format.formatToParts(whole).map(({ type, value }) => [type, Number(value)]));
  const of = (type: Intl.DateTimeFormatPartTypes): number => part.get(type) ?? 0;
  return Date.UTC(of('year'), of('month') - 1, of('day'), of('hour'), of('minute'), of('second')) - whole;
}

function wallFormat(timeZone: string): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat('en-US', {
    timeZone,
    calendar: 'gregory',
    numberingSystem: 'latn',
    hourCycle: 'h23',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: '2-digit',
    minute: '2-digit',
    second: '2-digit',
  });
}

function startOf(date: string): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function isoDate(day: Date): string {
  return day.toISOString().replace(/T.*/, '');
}
