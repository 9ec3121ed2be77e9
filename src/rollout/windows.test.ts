import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dates, iso, week } from '../../test/support/rollout/fleets.ts';
import type { Window } from '../model/rollout.ts';
import { openWindow } from './windows.ts';

const DUBLIN = { timeZone: 'Europe/Dublin' };

/** `open`, or until when it is closed and by what. */
function asked(windows: readonly Window[], at: string, ring = 'broad'): string {
  const closed = openWindow(windows, ring, Date.parse(at));
  if (!closed) return 'open';
  return `${closed.window.text} until ${closed.until === null ? 'nobody knows' : iso(closed.until)}`;
}

describe('windows', () => {
  const office = week('Mon-Thu 07:00-16:00', DUBLIN);
  const night = week('Mon-Sun 00:30-01:30', DUBLIN);
  const late = week('Fri 22:00-24:00');
  const freeze = dates('2026-12-18/2027-01-04');

  it.each<[string, readonly Window[], string, string]>([
    ['without any, all is open', [], '2026-03-27T03:00:00Z', 'open'],
    ['an allow is open from its first minute', [office], '2026-03-26T07:00:00Z', 'open'],
    ['and not a moment before', [office], '2026-03-26T06:59:59Z', 'Mon-Thu 07:00-16:00 until 2026-03-26T07:00:00.000Z'],
    ['up to its last minute', [office], '2026-03-26T15:59:59Z', 'open'],
    [
      'its end is outside; the next day it knows is in summer time',
      [office],
      '2026-03-26T16:00:00Z',
      'Mon-Thu 07:00-16:00 until 2026-03-30T06:00:00.000Z',
    ],
    ['in summer the same hour of the wall is another moment', [office], '2026-03-30T06:00:00Z', 'open'],
    ['and back in winter', [office], '2026-10-23T12:00:00Z', 'Mon-Thu 07:00-16:00 until 2026-10-26T07:00:00.000Z'],
    [
      'a window that begins in the hour that is skipped opens when the clock is set',
      [week('Sun 01:15-03:00', DUBLIN)],
      '2026-03-29T00:59:00Z',
      'Sun 01:15-03:00 until 2026-03-29T01:00:00.000Z',
    ],
    [
      'a window inside the hour that is skipped does not open that day',
      [week('Sun 01:15-01:45', DUBLIN)],
      '2026-03-29T00:30:00Z',
      'Sun 01:15-01:45 until 2026-04-05T00:15:00.000Z',
    ],
    [
      'a window in the hour that comes twice opens twice',
      [night],
      '2026-10-25T00:40:00Z',
      'Mon-Sun 00:30-01:30 until 2026-10-25T01:00:00.000Z',
    ],
    [
      'and closes for good at its second end',
      [night],
      '2026-10-25T01:30:00Z',
      'Mon-Sun 00:30-01:30 until 2026-10-26T00:30:00.000Z',
    ],
    ['24:00 is the end of the day', [late], '2026-03-27T23:59:59Z', 'open'],
    ['and nothing of the next', [late], '2026-03-28T00:00:00Z', 'Fri 22:00-24:00 until 2026-04-03T22:00:00.000Z'],
    [
      'the first day of a deny is in it',
      [freeze],
      '2026-12-18T00:00:00Z',
      '2026-12-18/2027-01-04 until 2027-01-05T00:00:00.000Z',
    ],
    ['the day before is not', [freeze], '2026-12-17T23:59:59Z', 'open'],
    [
      'its last day is in it to the end',
      [freeze],
      '2027-01-04T23:59:59Z',
      '2026-12-18/2027-01-04 until 2027-01-05T00:00:00.000Z',
    ],
    ['and the day after is not', [freeze], '2027-01-05T00:00:00Z', 'open'],
    [
      'days begin where the time zone says',
      [dates('2026-07-01', { timeZone: 'America/New_York' })],
      '2026-07-01T03:59:59Z',
      'open',
    ],
    [
      'and end there',
      [dates('2026-07-01', { timeZone: 'America/New_York' })],
      '2026-07-02T03:59:59Z',
      '2026-07-01 until 2026-07-02T04:00:00.000Z',
    ],
    [
      'a deny beats an allow, and until names when both agree',
      [office, freeze],
      '2026-12-21T10:00:00Z',
      '2026-12-18/2027-01-04 until 2027-01-05T07:00:00.000Z',
    ],
    [
      'the next of two allows counts',
      [office, late],
      '2026-03-27T12:00:00Z',
      'Fri 22:00-24:00 until 2026-03-27T22:00:00.000Z',
    ],
    [
      'an allow by dates is open in them',
      [dates('2026-06-01/2026-06-02', { kind: 'allow' })],
      '2026-06-02T23:00:00Z',
      'open',
    ],
    [
      'and never again after',
      [dates('2026-06-01/2026-06-02', { kind: 'allow' })],
      '2026-06-03T00:00:00Z',
      '2026-06-01/2026-06-02 until nobody knows',
    ],
    [
      'what is denied whenever it is allowed never opens',
      [office, week('Mon-Sun 00:00-24:00', { ...DUBLIN, kind: 'deny' })],
      '2026-03-26T10:00:00Z',
      'Mon-Sun 00:00-24:00 until nobody knows',
    ],
    [
      'a freeze of years says when it ends',
      [dates('2026-01-01/2029-12-31')],
      '2026-03-26T10:00:00Z',
      '2026-01-01/2029-12-31 until 2030-01-01T00:00:00.000Z',
    ],
  ])('%s', (_, windows, at, expected) => {
    expect(asked(windows, at)).toBe(expected);
  });

  it('are for the rings that they name', () => {
    const broad = week('Mon-Thu 07:00-16:00', { rings: ['broad'] });
    expect(asked([broad], '2026-03-27T12:00:00Z', 'canary')).toBe('open');
    expect(asked([broad], '2026-03-27T12:00:00Z', 'broad')).not.toBe('open');
  });

  const minute = fc.integer({ min: 0, max: 1440 });
  const span = fc.tuple(minute, minute).filter(([from, to]) => from < to);
  const window: fc.Arbitrary<Window> = fc
    .record({
      kind: fc.constantFrom('allow' as const, 'allow' as const, 'deny' as const),
      days: fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }),
      span,
      timeZone: fc.constantFrom('UTC', 'Europe/Dublin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu'),
    })
    .map(({ kind, days, span: [from, to], timeZone }) => ({
      kind,
      when: { kind: 'week', days, from, to },
      timeZone,
      rings: undefined,
      reason: undefined,
      text: '',
    }));

  it('take no longer to be asked, however many of them never open', () => {
    let looks = 0;
    const counted = (each: Window): Window => ({
      ...each,
      get when() {
        looks += 1;
        return each.when;
      },
    });
    const never = Array.from({ length: 100 }, (_, index) => {
      const span = { days: [1, 2, 3, 4, 5, 6, 7], from: index, to: index + 1 };
      const closed = { timeZone: 'UTC', rings: undefined, reason: undefined, text: '' };
      const when = { kind: 'week', ...span } as const;
      return [counted({ kind: 'allow', when, ...closed }), counted({ kind: 'deny', when, ...closed })];
    });
    expect(openWindow(never.flat(), 'broad', Date.parse('2026-03-27T12:00:00Z'))?.until).toBeNull();
    expect(looks).toBeLessThan(20_000);
  });

  it('say the first minute at which one opens, also over nights in which clocks are set', () => {
    const near = fc.constantFrom('2026-03-29', '2026-10-25', '2026-03-08', '2026-11-01', '2026-04-05', '2026-10-04');
    const at = fc.tuple(near, fc.integer({ min: -1440, max: 1440 }));
    fc.assert(
      fc.property(fc.array(window, { minLength: 1, maxLength: 3 }), at, (windows, [day, offset]) => {
        const now = Date.parse(day) + offset * 60_000;
        const closed = openWindow(windows, 'broad', now);
        if (!closed) return;
        const { until } = closed;
        // What never opens is looked at far ahead each time.
        if (until === null) return;
        const end = Math.min(until, now + 1440 * 60_000);
        for (let each = now; each < end; each += 15 * 60_000) expect(openWindow(windows, 'broad', each)).toBeDefined();
        expect(openWindow(windows, 'broad', until)).toBeUndefined();
        expect(openWindow(windows, 'broad', until - 60_000)).toBeDefined();
      }),
      { numRuns: 100, seed: 1 },
    );
  });
});
