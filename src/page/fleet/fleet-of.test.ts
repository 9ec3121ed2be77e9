import { describe, expect, it } from 'vitest';
import { destination, outcome } from '../../../test/support/example-plans.ts';
import { reportOf } from '../../../test/support/example-reports.ts';
import type { StatusReport } from '../../report/status/status-report.ts';
import { packFleet } from '../packed/fleet-columns.ts';
import { NONE } from './fleet.ts';
import { pageFleetOf } from './fleet-of.ts';
import type { Naming } from './naming.ts';

const NOW = '2026-11-22T09:30:00.000Z';
const NAMES: Naming = { kind: 'names' };
const CODES: Naming = { kind: 'codes', code: (what, name) => `${what.length}${name.length}`.padEnd(64, '0') };

function asked(report: Omit<StatusReport, 'now' | 'live' | 'unsigned'>): StatusReport {
  return { ...report, now: NOW, live: false, unsigned: false };
}

const NOTE = { reason: 'secret audit', owner: '@acme/soc', until: '2027-01-31' };
const SAYING = asked(
  reportOf(
    [
      outcome('contoso', 'triage', {
        status: 'failed',
        reason: 'missing_key',
        message: 'CONTOSO_TINES_API_KEY is not set for contoso.tines.com',
        hint: 'set CONTOSO_TINES_API_KEY',
        warnings: ['contoso said: hello'],
        syncedAt: '2026-11-20T00:00:00.000Z',
        recordedAt: '2026-11-21T00:00:00.000Z',
        unchangedSince: '2026-11-19T00:00:00.000Z',
        behind: { commits: 3, since: '2026-11-18T00:00:00.000Z' },
        commit: 'a'.repeat(40),
      }),
      outcome('contoso', 'ioc', { status: 'requires_sync', reason: 'detached', detached: true }),
      outcome('fabrikam', 'triage', { destinationStoryId: null, syncedAt: null }),
    ],
    {
      destinations: [
        destination('contoso', {
          labels: { region: 'europe-label', customer: 'contoso-label' },
          hold: NOTE,
          pin: { ...NOTE, commit: '4f2e91c', stories: ['triage'] },
          subscriptions: [
            { storyKey: 'ioc', place: { file: 'sync.yaml', line: 1, column: 1 }, adopt: false, detached: NOTE },
          ],
        }),
        destination('fabrikam'),
        destination('empty'),
      ],
    },
  ),
);

describe('the page’s fleet', () => {
  it('has each pair once, with all that the status says of it', () => {
    const fleet = pageFleetOf(SAYING, NAMES);
    expect(fleet.destinations.map(({ name, host, team }) => [name, host, team])).toEqual([
      ['contoso', 'contoso.tines.com', 42],
      ['fabrikam', 'fabrikam.tines.com', 42],
      ['empty', 'empty.tines.com', 42],
    ]);
    expect(fleet.pairs.destination).toEqual([0, 0, 1]);
    expect(fleet.pairs.story.map((story) => fleet.stories[story]?.key)).toEqual(['triage', 'ioc', 'triage']);
    expect(fleet.standings[fleet.pairs.standing[0] ?? NONE]).toEqual({
      status: 'failed',
      reason: 'missing_key',
      message: 'CONTOSO_TINES_API_KEY is not set for contoso.tines.com',
      hint: 'set CONTOSO_TINES_API_KEY',
      waits: null,
      detached: false,
      note: null,
      warnings: ['contoso said: hello'],
    });
    expect(fleet.standings[fleet.pairs.standing[1] ?? NONE]?.note).toEqual(NOTE);
    expect([fleet.pairs.synced[0], fleet.pairs.recorded[0], fleet.pairs.since[0]]).toEqual([
      1_795_132_800, 1_795_219_200, 1_795_046_400,
    ]);
    expect([fleet.pairs.lag, fleet.pairs.commit, fleet.pairs.id]).toEqual([
      [0, NONE, NONE],
      [0, NONE, NONE],
      [11, 11, NONE],
    ]);
    expect(fleet.recordedAt).toBe('2026-11-21T00:00:00.000Z');
  });

  it('knows no time in what is none', () => {
    const odd = outcome('a', 'x', { syncedAt: 'yesterday', recordedAt: '', unchangedSince: 'once' });
    const { pairs } = pageFleetOf(asked(reportOf([odd])), NAMES);
    expect([pairs.synced, pairs.recorded, pairs.since]).toEqual([[NONE], [NONE], [NONE]]);
  });

  it('writes out what nobody sees, and cuts what is too long for a name', () => {
    const evil = '\u202eevil</script><!--\u0000';
    const hostile = outcome('a', 'x', { storyName: evil + 'x'.repeat(300_000), status: 'failed', message: evil });
    const fleet = pageFleetOf(asked(reportOf([hostile])), NAMES);
    expect(fleet.stories[0]?.name).toMatch(/^\\u\{202e\}evil<\/script><!--\\u\{0\}x+…$/);
    expect(fleet.stories[0]?.name.length).toBeLessThan(200);
    expect(fleet.standings[0]?.message).toBe('\\u{202e}evil</script><!--\\u{0}');
  });

  describe.each([
    ['codes', CODES],
    ['numbers', { kind: 'numbers' } as const],
  ])('under an alias, by %s,', (_, naming) => {
    const fleet = pageFleetOf(SAYING, naming);

    it('has nothing that would tell who it is', () => {
      const text = packFleet(fleet);
      const told = [
        'contoso',
        'fabrikam',
        'tines.com',
        'europe-label',
        'customer',
        'secret audit',
        '@acme',
        'API_KEY',
        'hello',
        ':11',
        '42',
      ];
      expect(told.filter((word) => text.toLowerCase().includes(word.toLowerCase()))).toEqual([]);
      expect(fleet.pairs.id).toEqual([NONE, NONE, NONE]);
    });

    it('still has every status, reason and end', () => {
      expect(fleet.standings.map(({ status, reason }) => [status, reason])).toEqual([
        ['failed', 'missing_key'],
        ['requires_sync', 'detached'],
        ['synced', null],
      ]);
      expect(fleet.destinations[0]?.hold).toEqual({ reason: null, owner: null, until: '2027-01-31' });
      expect(fleet.destinations[0]?.pin).toMatchObject({ commit: '4f2e91c', owner: null });
    });
  });

  it('numbers destinations in their order, and one tenant’s alike', () => {
    const twice = [
      destination('a', { tenantUrl: 'https://one.example' }),
      destination('b', { tenantUrl: 'https://one.example' }),
    ];
    const { destinations } = pageFleetOf(asked(reportOf([], { destinations: twice })), { kind: 'numbers' });
    expect(destinations.map(({ name, host }) => [name, host])).toEqual([
      ['destination-1', 'host-1'],
      ['destination-2', 'host-1'],
    ]);
  });
});
