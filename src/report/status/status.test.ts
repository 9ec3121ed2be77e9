import { describe, expect, it } from 'vitest';
import { destination, outcome } from '../../../test/support/example-plans.ts';
import { plain } from '../../diagnostics/paint.ts';
import type { Destination } from '../../model/destination.ts';
import type { Outcome } from '../../model/status.ts';
import { daysSince, moment, span } from '../age.ts';
import { statusAsMarkdown } from './status-markdown.ts';
import type { StatusReport } from './status-report.ts';
import { statusAsText } from './status-text.ts';

const NOW = '2026-11-22T09:30:00.000Z';
const quiet = { paint: plain, verbose: false };
const PLACE = { file: 'sync.yaml', line: 1, column: 1 };

function reportOf(
  outcomes: readonly Outcome[],
  rest: Partial<StatusReport> = {},
  options: { readonly [name: string]: Partial<Destination> } = {},
): StatusReport {
  const names = [...new Set(outcomes.map((each) => each.destination))];
  return {
    outcomes,
    destinations: names.map((name) => destination(name, options[name])),
    originTeamId: 7,
    storyIds: new Map(),
    commit: '8c1d7e0f5a9b4c3d2e1f8c1d7e0f5a9b4c3d2e1f',
    interrupted: false,
    now: NOW,
    live: false,
    unsigned: false,
    ...rest,
  };
}

const at = (destinationName: string, key: string, rest: Parameters<typeof outcome>[2] = {}): Outcome =>
  outcome(destinationName, key, { did: 'nothing', recordedAt: '2026-11-19T09:00:00.000Z', ...rest });
const FAILED = {
  status: 'failed',
  reason: 'rejected',
  message: 'name taken',
  hint: 'rename it there',
  unchangedSince: '2026-11-19T09:00:00.000Z',
} as const;
const WAITS = { status: 'requires_sync', reason: 'content_changed' } as const;
const BEHIND = { ...WAITS, behind: { commits: 2, since: '2026-11-17T08:00:00.000Z' } };

const mixed = reportOf(
  [
    at('contoso', 'triage', BEHIND),
    at('contoso', 'enrich', BEHIND),
    at('contoso', 'report'),
    at('fabrikam', 'triage', FAILED),
    at('fabrikam', 'enrich'),
    at('northwind', 'triage', {
      status: 'failed',
      reason: 'change_control',
      message: 'held by change control',
      recordedAt: '2026-11-22T09:29:10Z',
      unchangedSince: '2026-11-22T09:29:10Z',
    }),
    at('tailspin', 'triage', { ...BEHIND, reason: 'detached', detached: true }),
    at('tailspin', 'enrich', { status: 'requires_sync', reason: 'detached', detached: true }),
    at('a', 'triage'),
    at('a', 'enrich'),
    at('b', 'triage'),
    at('b', 'enrich'),
  ],
  {},
  {
    tailspin: {
      subscriptions: [
        {
          storyKey: 'triage',
          place: PLACE,
          adopt: false,
          detached: { reason: 'customer tunes thresholds', owner: '@acme/soc', until: '2026-11-19' },
        },
      ],
    },
  },
);

describe('statusAsText', () => {
  it('shows failures and what to do first, then what waits, who is detached, and each destination', () => {
    expect(statusAsText(mixed, quiet)).toBe(
      [
        '! fabrikam / triage: rejected by the tenant: name taken (for 3 days)',
        '    hint: rename it there',
        '! northwind / triage: held by change control (for less than a minute)',
        '',
        'approval 1 story waits for people (approval, change control): northwind',
        '',
        '~ contoso / enrich, triage: content changed (for 5 days)',
        '',
        '. tailspin / triage: detached by @acme/soc until 2026-11-19 (expired 3 days ago): customer tunes thresholds; 2 commits behind for 5 days',
        '. tailspin / enrich: detached there, with the tag "detached-from-sync"; differs from git',
        '',
        '! fabrikam: 1 of 2 synced, 1 failed',
        '! northwind: 0 of 1 synced, 1 failed',
        '~ contoso: 1 of 3 synced; 2 commits behind for 5 days (enrich, triage)',
        '~ tailspin: 0 of 2 synced, 2 detached; 2 commits behind for 5 days (triage)',
        '= a, b: both synced',
        '',
        'As recorded 2026-11-22 09:29 UTC (less than a minute ago); "status --live" asks the tenants.',
        'Status: 6 synced, 2 failed, 4 pending (6 destinations)',
        '',
      ].join('\n'),
    );
  });

  it('tells what is held once for all of whom the same is to be said, what has expired first', () => {
    const waits = { status: 'requires_sync', reason: 'held', message: 'freeze' } as const;
    const fleet = { hold: { reason: 'freeze', owner: '@acme/soc', until: '2027-01-04' } };
    const report = reportOf(
      [
        ...['a', 'b', 'c', 'd'].map((name) => at(name, 'triage', waits)),
        at('e', 'triage'),
        at('f', 'triage', waits),
        at('f', 'enrich'),
        at('g', 'triage', { ...FAILED, reason: 'missing_key' }),
      ],
      {},
      {
        ...Object.fromEntries(['a', 'b', 'c', 'd', 'e', 'g'].map((name) => [name, fleet])),
        f: { hold: { reason: 'audit', until: '2026-11-19' } },
      },
    );
    expect(statusAsText(report, quiet)).toBe(
      [
        '! g / triage: no usable API key: name taken (for 3 days)',
        '    hint: rename it there',
        '',
        '. f: held until 2026-11-19 (expired 3 days ago): audit; 1 story waits',
        '. a, b and 2 more: held by @acme/soc until 2027-01-04: freeze; 1 story waits',
        '. e: held by @acme/soc until 2027-01-04: freeze; equal to git',
        '. g: held by @acme/soc until 2027-01-04: freeze; not compared',
        '',
        '! g: 0 of 1 synced, 1 failed',
        '~ a, b and 2 more: 0 of 1 synced',
        '~ f: 1 of 2 synced',
        '= e: its one story synced',
        '',
        'As recorded 2026-11-19 09:00 UTC (3 days ago); "status --live" asks the tenants.',
        'Status: 2 synced, 1 failed, 5 pending (7 destinations)',
        '',
      ].join('\n'),
    );
    expect(statusAsText(report, { ...quiet, verbose: true })).toContain(
      '. c: held by @acme/soc until 2027-01-04: freeze; 1 story waits\n',
    );
    expect(statusAsMarkdown(report)).toContain(
      '`a`, `b` and 2 more: held by @\u200bacme/soc until 2027-01-04: freeze; 1 story waits\n',
    );
  });

  it('says that nothing is recorded, or that the tenants were asked', () => {
    const never = { ...WAITS, reason: 'new', message: 'never synced' } as const;
    const { recordedAt: _, ...unrecorded } = at('contoso', 'triage', never);
    expect(statusAsText(reportOf([unrecorded]), quiet)).toContain('Nothing is recorded yet; ');
    const detached = reportOf([{ ...unrecorded, reason: 'detached', detached: true }]);
    expect(statusAsText(detached, quiet)).toContain('"detached-from-sync"; not compared yet\n');
    expect(statusAsText({ ...detached, live: true }, quiet)).toContain('"detached-from-sync"; differs from git\n');
    expect(statusAsText(reportOf([unrecorded], { live: true }), quiet)).toContain(
      'As the tenants answered, 2026-11-22 09:30 UTC.',
    );
  });

  it('tells a lag of several stories by the largest, since the first', () => {
    const early = { ...WAITS, behind: { commits: 1, since: '2026-11-12T08:00:00.000Z' } };
    const text = statusAsText(reportOf([at('a', 'x', BEHIND), at('a', 'y', early)]), quiet);
    expect(text).toContain('~ a: 0 of 2 synced; up to 2 commits behind for 10 days (x, y)\n');
  });

  it('fits a thousand destinations with a cause each on one screen, and shows all of them when verbose', () => {
    const names = Array.from({ length: 1000 }, (_, index) => `t${String(index).padStart(3, '0')}`);
    const report = reportOf(
      names.flatMap((name, index) => [
        at(
          name,
          'triage',
          index < 300
            ? { ...FAILED, reason: 'missing_key', message: `${name}_KEY is not set`, hint: `set ${name}_KEY` }
            : {},
        ),
        at(
          name,
          'enrich',
          index > 500 && index < 600 ? { ...WAITS, behind: { commits: index, since: BEHIND.behind.since } } : {},
        ),
      ]),
    );
    const text = statusAsText(report, quiet);
    expect(text).toBe(
      [
        '! t000, t001 and 298 more / triage: no usable API key: for example, t000_KEY is not set (for 3 days)',
        '    hint: set t000_KEY',
        '',
        '~ t501, t502 and 97 more / enrich: content changed (for 5 days)',
        '',
        '! t000, t001 and 298 more: 1 of 2 synced, 1 failed',
        ...[501, 502, 503, 504, 505, 506, 507, 508, 509].map(
          (index) => `~ t${index}: 1 of 2 synced; ${index} commits behind for 5 days (enrich)`,
        ),
        '… 90 more destinations with failed or pending stories (--verbose shows all)',
        '= t300, t301 and 599 more: both synced',
        '',
        'As recorded 2026-11-19 09:00 UTC (3 days ago); "status --live" asks the tenants.',
        'Status: 1601 synced, 300 failed, 99 pending (1000 destinations)',
        '',
      ].join('\n'),
    );
    const verbose = statusAsText(report, { paint: plain, verbose: true }).split('\n');
    expect(verbose.filter((line) => /^[!~=] t\d+: /.test(line))).toHaveLength(1000);
    expect(verbose.filter((line) => line.startsWith('! ') && line.includes('API key'))).toHaveLength(300);
  });

  it('gives no example where not all have a cause of their own', () => {
    const outcomes = Array.from({ length: 9 }, (_, index) =>
      at('a', `s${index}`, { ...WAITS, ...(index === 8 ? {} : { message: `since ${index}` }) }),
    );
    expect(statusAsText(reportOf(outcomes), quiet)).toContain('~ a / s0, s1 and 7 more: content changed\n');
  });

  it('tells a few ways of being in sync apart, and more than those not', () => {
    const several = (ways: number) =>
      statusAsText(
        reportOf(
          Array.from({ length: ways }, (_, way) =>
            Array.from({ length: way + 1 }, (__, key) => at(`d${way}`, `s${key}`)),
          ).flat(),
        ),
        quiet,
      );
    expect(several(2)).toContain('= d0: its one story synced\n= d1: both synced\n');
    expect(several(4)).toContain('= d0, d1 and 2 more: all synced\n');
  });

  it('lets no reason of a detachment become a command of the log', () => {
    const detached = { reason: '\n::error::gone', until: '2027-01-31' };
    const subscriptions = [{ storyKey: 'triage', place: PLACE, adopt: false, detached }];
    const one = reportOf([at('a', 'triage', { reason: 'detached', detached: true })], {}, { a: { subscriptions } });
    expect(statusAsText(one, quiet)).not.toMatch(/^::/m);
    expect(statusAsText(one, quiet)).toContain('. a / triage: detached until 2027-01-31: ');
  });
});

describe('statusAsMarkdown', () => {
  it('puts the totals first and the worst next', () => {
    expect(statusAsMarkdown(mixed)).toBe(
      [
        '### Status: 6 synced, 2 failed, 4 pending (6 destinations)',
        '',
        'As recorded 2026-11-22 09:29 UTC (less than a minute ago); "status --live" asks the tenants.',
        '',
        '#### Failed',
        '',
        '- `fabrikam` / `triage`: rejected by the tenant: name taken (for 3 days)',
        '  - **hint:** rename it there',
        '- `northwind` / `triage`: held by change control (for less than a minute)',
        '',
        '#### Waiting for approval',
        '',
        '- 1 story waits for people (approval, change control): `northwind`',
        '',
        '#### Pending',
        '',
        '- `contoso` / `enrich`, `triage`: content changed (for 5 days)',
        '',
        '#### Detached',
        '',
        '- `tailspin` / `triage`: detached by @\u200bacme/soc until 2026-11-19 (expired 3 days ago): customer tunes thresholds; 2 commits behind for 5 days',
        '- `tailspin` / `enrich`: detached there, with the tag "detached-from-sync"; differs from git',
        '',
        '#### Destinations',
        '',
        '- `fabrikam`: 1 of 2 synced, 1 failed',
        '- `northwind`: 0 of 1 synced, 1 failed',
        '- `contoso`: 1 of 3 synced; 2 commits behind for 5 days (`enrich`, `triage`)',
        '- `tailspin`: 0 of 2 synced, 2 detached; 2 commits behind for 5 days (`triage`)',
        '- `a`, `b`: both synced',
        '',
      ].join('\n'),
    );
  });
});

describe('an age', () => {
  it.each([
    ['2026-11-22T09:29:31.000Z', 'less than a minute'],
    ['2026-11-22T09:29:00.000Z', '1 minute'],
    ['2026-11-22T07:31:00.000Z', '1 hour'],
    ['2026-11-20T09:31:00.000Z', '1 day'],
    ['2026-11-20T09:29:00.000Z', '2 days'],
    ['2026-11-23T09:30:00.000Z', 'less than a minute'],
  ])('of %s is %s', (from, expected) => {
    expect(span(from, NOW)).toBe(expected);
  });

  it('of what is no time is not made up', () => {
    expect(moment('\u001b[31m')).toBe('at an unknown time');
    expect(moment('2026-11-19T09:00:59Z')).toBe('2026-11-19 09:00 UTC');
  });

  it.each([
    ['2026-11-23', 0],
    ['2026-11-22', 0],
    ['2026-11-21', 1],
    ['2026-10-22', 31],
  ])('of the day %s is %i days', (day, expected) => {
    expect(daysSince(day, NOW)).toBe(expected);
  });
});
