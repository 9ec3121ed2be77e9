import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { destination, outcome } from '../../../test/support/example-plans.ts';
import { reportOf } from '../../../test/support/example-reports.ts';
import { sampleReport } from '../../../test/support/sample-fleet.ts';
import { NONE } from '../fleet/fleet.ts';
import { pageFleetOf } from '../fleet/fleet-of.ts';
import { applyFilter } from './filter.ts';
import { FILTER_KEYS } from './filter-keys.ts';
import { countQualities, QUALITIES } from './qualities.ts';

const NOTE = { reason: 'audit', owner: '@acme/soc', until: '2026-11-01' };
const PLACE = { file: 'sync.yaml', line: 1, column: 1 };
const fleet = pageFleetOf(
  {
    ...reportOf(
      [
        outcome('contoso', 'triage', {
          status: 'failed',
          reason: 'rejected',
          message: 'name [x] is taken',
          hint: 'rename it',
        }),
        outcome('contoso', 'ioc', {
          storyName: 'IOC enrichment',
          status: 'requires_sync',
          reason: 'content_changed',
          behind: { commits: 4, since: '2026-11-20T00:00:00.000Z' },
          commit: '4f2e91c0b1d24f2e91c0b1d24f2e91c0b1d24f2e',
        }),
        outcome('fabrikam', 'triage', { status: 'requires_sync', reason: 'detached', detached: true }),
        outcome('fabrikam', 'ioc', { status: 'requires_sync', reason: 'drift' }),
        outcome('northwind', 'triage', {
          status: 'requires_sync',
          reason: 'awaiting_ring',
          waits: { for: 'ring:canary', until: null },
        }),
        outcome('northwind', 'ioc', { status: 'synced', reason: 'pinned' }),
      ],
      {
        destinations: [
          destination('contoso', { labels: { Region: 'eu', tier: 'gold plated' }, manualSyncOnly: true }),
          destination('fabrikam', {
            labels: { Region: 'us' },
            engine: 'native',
            hold: NOTE,
            subscriptions: [{ storyKey: 'triage', place: PLACE, adopt: false, detached: { reason: 'x', owner: 'jo' } }],
          }),
          destination('northwind', { pin: { ...NOTE, until: '2027-01-01', commit: '4f2e91c', stories: ['ioc'] } }),
          destination('empty', { labels: { Region: 'eu' } }),
        ],
        rollout: {
          rings: new Map([
            ['contoso', 'canary'],
            ['fabrikam', 'broad'],
          ]),
          progress: [],
        },
      },
    ),
    now: '2026-11-22T09:30:00.000Z',
    live: false,
    unsigned: false,
  },
  { kind: 'names' },
);

function found(text: string): string {
  const { pairs, empty, problems } = applyFilter(fleet, text);
  const names = pairs.map((pair) => {
    const name = fleet.destinations[fleet.pairs.destination[pair] ?? NONE]?.name.slice(0, 1);
    return `${name}/${fleet.stories[fleet.pairs.story[pair] ?? NONE]?.key.slice(0, 1)}`;
  });
  return [...names, ...empty.map(() => 'empty'), ...problems.map(({ message }) => message)].join(' ');
}

describe('a filter', () => {
  it.each([
    ['', 'c/t c/i f/t f/i n/t n/i empty'],
    ['status:failed', 'c/t'],
    ['status:pending', 'c/i f/t f/i n/t'],
    ['status:requires_sync', 'c/i f/t f/i n/t'],
    ['status:failed,synced', 'c/t n/i'],
    ['!status:pending', 'c/t n/i empty'],
    ['status:f*', 'c/t'],
    ['reason:drift', 'f/i'],
    ['destination:contoso', 'c/t c/i'],
    ['destination:f*m', 'f/t f/i'],
    ['tenant:fabrikam.tines.com', 'f/t f/i'],
    ['ring:canary', 'c/t c/i'],
    ['engine:native', 'f/t f/i'],
    ['story:triage', 'c/t f/t n/t'],
    ['story:"IOC enrichment"', 'c/i f/i n/i'],
    ['story:ioc*', 'c/i f/i n/i'],
    ['label.region=eu', 'c/t c/i empty'],
    ['label.REGION:EU', 'c/t c/i empty'],
    ['label.tier="gold plated"', 'c/t c/i'],
    ['label.region:*', 'c/t c/i f/t f/i empty'],
    ['label.nothing:*', ''],
    ['owner:@acme/soc', 'f/t f/i n/t n/i'],
    ['owner:jo', 'f/t'],
    ['waits:ring:*', 'n/t'],
    ['says:"[x]"', 'c/t'],
    ['says:RENAME', 'c/t'],
    ['says:n*taken', 'c/t'],
    ['commit:4f2e91c', 'c/i'],
    ['behind:4', 'c/i'],
    ['behind:>3', 'c/i'],
    ['behind:<=3', 'c/t f/t f/i n/t n/i'],
    ['behind:0,4', 'c/t c/i f/t f/i n/t n/i'],
    ['is:behind', 'c/i'],
    ['is:drift', 'f/i'],
    ['is:waiting', 'n/t'],
    ['is:detached', 'f/t'],
    ['is:held', 'f/t f/i'],
    ['is:pinned', 'n/i'],
    ['is:manual', 'c/t c/i'],
    ['is:expired', 'f/t f/i'],
    ['is:held,behind', 'c/i f/t f/i'],
    ['contoso', 'c/t c/i'],
    ['enrichment', 'c/i f/i n/i'],
    ['TAKEN', 'c/t'],
    ['"gold plated"', 'c/t c/i'],
    ['contoso !failed', 'c/t c/i'],
    ['label.region=eu status:failed', 'c/t'],
    ['!destination:contoso story:ioc', 'f/i n/i'],
  ])('%s lets through: %s', (text, pairs) => {
    expect(found(text)).toBe(pairs);
  });

  it.each([
    ['statsu:failed', 'there is no key "statsu"; did you mean status?'],
    ['quality:failed', /there is no key "quality"; known: status, is, .*label\.NAME/],
    ['status:faild', 'status is never "faild"; did you mean failed?'],
    ['is:tall', /is is never "tall"; behind, drift/],
    ['reason:rejectd', 'reason is never "rejectd"; did you mean rejected?'],
    ['story:', 'story: needs a value: its key or name'],
    ['behind:many', /behind:many is no number to compare with/],
    ['!', '! has nothing to look for yet'],
  ])('%s is a mistake, and the other words count', (text, message) => {
    expect(applyFilter(fleet, text).problems.map((problem) => problem.message)).toEqual([
      typeof message === 'string' ? message : expect.stringMatching(message),
    ]);
    expect(found(`${text} status:failed`)).toMatch(/^c\/t /);
  });

  it('has a row of this table for every key and quality', () => {
    const keys = FILTER_KEYS.map(({ name }) => name);
    expect(keys).toEqual(expect.arrayContaining(['status', 'is', 'reason', 'destination', 'owner']));
    const counts = QUALITIES.map((quality) => ({ quality, count: applyFilter(fleet, `is:${quality}`).pairs.length }));
    expect(countQualities(fleet, applyFilter(fleet, '').pairs)).toEqual(counts);
    expect(QUALITIES.every((quality) => applyFilter(fleet, `is:${quality}`).problems.length === 0)).toBe(true);
  });

  it('turned around lets through what it did not, and of two words only what both let through', () => {
    const large = pageFleetOf(sampleReport({ destinations: 25, stories: 6 }), { kind: 'names' });
    const word = fc.constantFrom(
      'status:failed',
      'is:behind',
      'contoso',
      'story:ioc*',
      'label.region=eu',
      'behind:>1',
      'reason:drift',
      'ring:early',
      'owner:*',
      'commit:8c',
    );
    const pairsOf = (text: string) => applyFilter(large, text).pairs;
    fc.assert(
      fc.property(word, word, (one, other) => {
        const all = pairsOf('');
        expect([...pairsOf(one), ...pairsOf(`!${one}`)].toSorted((a, b) => a - b)).toEqual(all);
        const both = new Set(pairsOf(other));
        expect(pairsOf(`${one} ${other}`)).toEqual(pairsOf(one).filter((pair) => both.has(pair)));
      }),
    );
  });

  it('understands whatever is typed, or says what it does not', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 60 }), (text) => {
        const { pairs } = applyFilter(fleet, text);
        expect(pairs.length).toBeLessThanOrEqual(6);
      }),
    );
  });
});
