import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import { destination, outcome } from '../../../test/support/example-plans.ts';
import { reportOf } from '../../../test/support/example-reports.ts';
import type { Outcome } from '../../model/status.ts';
import type { SyncReport } from '../../report/sync/sync-report.ts';
import { applyFilter } from '../filter/filter.ts';
import type { PageFleet } from '../fleet/fleet.ts';
import { pageFleetOf } from '../fleet/fleet-of.ts';
import { OpenedPast, packPast } from '../packed/past-columns.ts';
import { addressOf, PAGE_VIEWS, placeAt, START } from './address.ts';
import { debtWords } from './debt-words.ts';
import { type DebtKind, debtsOf } from './debts.ts';
import { findingsOf } from './findings.ts';
import { FOLDS, foldPairs, worstPairsFirst } from './folds.ts';
import { foundWords } from './found-words.ts';
import { kindOfChange, lastChanges } from './last-changes.ts';
import { pairWords, signOf, whyWordsOf } from './standing-words.ts';
import { allPairs, standingOfPair, tallyPairs } from './tallies.ts';

const NOW = '2026-11-22T09:30:00.000Z';
const FAILED = { status: 'failed', reason: 'rejected', message: 'HTTP 422', hint: 'mend it' } as const;
const behind = (commits: number, since: string) =>
  ({ status: 'requires_sync', reason: 'content_changed', behind: { commits, since } }) as const;

function fleetWith(outcomes: readonly Outcome[], rest: Partial<SyncReport> = {}): PageFleet {
  return pageFleetOf({ ...reportOf(outcomes, rest), now: NOW, live: false, unsigned: false }, { kind: 'names' });
}

const fleet = fleetWith(
  [
    outcome('fine', 'x'),
    outcome('late', 'x', behind(1, '2026-11-21T00:00:00.000Z')),
    outcome('later', 'x', behind(3, '2026-11-20T00:00:00.000Z')),
    outcome('later', 'y', behind(2, '2026-11-19T00:00:00.000Z')),
    outcome('bad', 'x', FAILED),
    outcome('bad', 'y', FAILED),
    outcome('worse', 'x'),
    outcome('worse', 'y', FAILED),
  ],
  {
    rollout: {
      rings: new Map([
        ['fine', 'canary'],
        ['bad', 'broad'],
      ]),
      progress: [],
    },
  },
);
const all = allPairs(fleet);
const names = (of: readonly { readonly of: number }[]) => of.map(({ of: index }) => fleet.destinations[index]?.name);

describe('folding', () => {
  it('puts the worst first: most failed, then behind for longest, then what is in sync', () => {
    expect(names(foldPairs(fleet, all, 'destination'))).toEqual(['bad', 'worse', 'later', 'late', 'fine']);
    const failedFirst = worstPairsFirst(fleet, all).map((pair) => standingOfPair(fleet, pair).status);
    expect(failedFirst.slice(0, 4)).toEqual(['failed', 'failed', 'failed', 'requires_sync']);
  });

  it('puts who is behind since nobody knows when after who is behind', () => {
    const waiting = { status: 'requires_sync', reason: 'new' } as const;
    const both = fleetWith([outcome('a', 'x', waiting), outcome('b', 'x', behind(1, NOW)), outcome('c', 'x', waiting)]);
    const order = worstPairsFirst(both, allPairs(both)).map((pair) => both.pairs.destination[pair] ?? -1);
    expect(order.map((index) => both.destinations[index]?.name)).toEqual(['b', 'a', 'c']);
  });

  it.each(FOLDS)('by %s loses no pair', (fold) => {
    const folded = foldPairs(fleet, all, fold);
    expect(folded.flatMap(({ pairs }) => pairs).toSorted((a, b) => a - b)).toEqual(all);
    const sum = folded.reduce((total, { tally }) => total + tally.failed + tally.pending + tally.synced, 0);
    expect(sum).toBe(all.length);
  });

  it('by ring has a place for those that are in none', () => {
    expect(foldPairs(fleet, all, 'ring').map(({ of }) => fleet.rings[of] ?? 'none')).toEqual([
      'broad',
      'none',
      'canary',
    ]);
  });

  it('shows who is subscribed to nothing', () => {
    const nobody = fleetWith([], { destinations: [destination('empty')] });
    expect(foldPairs(nobody, [], 'destination', [0])).toMatchObject([{ of: 0, pairs: [], tally: { failed: 0 } }]);
    expect(foldPairs(nobody, [], 'story', [0])).toEqual([]);
  });
});

describe('findings', () => {
  it('are told once for all pairs of which they are true, failed ones first', () => {
    expect(
      findingsOf(fleet, all).map(({ standing, pairs, destinations, stories }) => [
        standing.reason,
        pairs.length,
        destinations,
        stories,
      ]),
    ).toEqual([
      ['rejected', 3, 2, 2],
      ['content_changed', 3, 2, 2],
    ]);
    expect(tallyPairs(fleet, all)).toEqual({ failed: 3, pending: 3, synced: 2 });
  });

  it('of what is in sync are its warnings alone', () => {
    const warned = fleetWith([outcome('a', 'x', { warnings: ['locked there'] }), outcome('b', 'x')]);
    expect(findingsOf(warned, allPairs(warned)).map(({ standing }) => standing.warnings)).toEqual([['locked there']]);
  });
});

describe('debts', () => {
  const NOTE = { reason: 'audit', owner: '@acme/soc' };
  const PLACE = { file: 'sync.yaml', line: 1, column: 1 };
  const indebted = fleetWith(
    [
      outcome('a', 'x', behind(1, '2026-11-21T00:00:00.000Z')),
      outcome('b', 'x', behind(3, '2026-11-19T09:00:00.000Z')),
      outcome('b', 'y', behind(5, '2026-11-20T00:00:00.000Z')),
      outcome('c', 'x', { status: 'requires_sync', reason: 'detached', detached: true }),
      outcome('d', 'x', { status: 'requires_sync', reason: 'drift', unchangedSince: '2026-11-19T09:00:00.000Z' }),
      outcome('d', 'y', { status: 'requires_sync', reason: 'detached', detached: true }),
      outcome('e', 'x', { status: 'requires_sync', reason: 'held' }),
    ],
    {
      destinations: [
        destination('a', { hold: { ...NOTE, until: '2027-01-31' } }),
        destination('b', { hold: { ...NOTE, until: '2026-11-20' } }),
        destination('c'),
        destination('d', {
          pin: { ...NOTE, commit: '4f2e91c0b1d2', stories: ['x'] },
          subscriptions: [{ storyKey: 'y', place: PLACE, adopt: false, detached: { ...NOTE, until: '2026-12-01' } }],
        }),
        destination('e', { hold: NOTE }),
      ],
    },
  );
  const told = (kind: DebtKind) =>
    debtsOf(indebted, allPairs(indebted), kind).map(
      (debt) => `${indebted.destinations[debt.destination]?.name}: ${debtWords(indebted, kind, debt)}`,
    );

  it('begin with what is over, then what ends next, then what is oldest', () => {
    expect(told('behind')).toEqual(['b: 5 commits behind for 3 days', 'a: 1 commit behind for 1 day']);
    expect(told('drift')).toEqual(['d: edited at the destination for 3 days']);
    expect(told('detached')).toEqual([
      'd: detached by @acme/soc until 2026-12-01: audit',
      'c: detached there, with a tag',
    ]);
    expect(told('held')).toEqual([
      'b: held by @acme/soc until 2026-11-20 (expired 2 days ago): audit',
      'a: held by @acme/soc until 2027-01-31: audit',
      'e: held by @acme/soc: audit',
    ]);
    expect(told('pinned')).toEqual(['d: pinned to 4f2e91c0b1d2 (x) by @acme/soc: audit']);
  });

  it('of a pin are the stories that it pins', () => {
    const [pinned] = debtsOf(indebted, allPairs(indebted), 'pinned');
    const keys = pinned?.pairs.map((pair) => indebted.stories[indebted.pairs.story[pair] ?? -1]?.key);
    expect(keys).toEqual(['x']);
  });

  it('are those of the pairs that are asked for', () => {
    expect(debtsOf(indebted, [0], 'held').map(({ destination: index }) => index)).toEqual([0]);
    expect(debtsOf(indebted, [], 'behind')).toEqual([]);
  });
});

describe('the last run', () => {
  const event = (story: string, at: number, status: 'synced' | 'failed' | 'requires_sync') =>
    ({ story, at, what: 'status', status, reason: null, commit: null }) as const;

  it('is what was recorded up to the first pause, with what was before', () => {
    const past = {
      destinations: [
        [event('x', 10_000, 'synced'), event('x', 5_000, 'failed')],
        [event('x', 9_500, 'failed'), event('y', 9_400, 'requires_sync'), event('y', 2_000, 'synced')],
        [{ ...event('y', 9_450, 'synced'), what: 'push' } as const, event('z', 9_425, 'synced')],
      ],
      cutShort: false,
    };
    const last = lastChanges(new OpenedPast(packPast(past)));
    expect([last?.from, last?.to]).toEqual([9_400, 10_000]);
    expect(
      last?.changes.map((change) => `${change.destination} ${change.event.story} ${kindOfChange(change)}`),
    ).toEqual(['0 x recovered', '1 x failed', '2 y pushed', '2 z equal', '1 y waits']);
  });

  it('looks at no event twice, however much one destination has recorded', () => {
    const events = Array.from({ length: 2_000 }, (_, index) => ({
      at: 10_000 - Math.floor(index / 10),
      story: `s-${index % 10}`,
      what: 'push' as const,
      status: index % 20 < 10 ? ('failed' as const) : ('synced' as const),
      reason: null,
      commit: null,
    }));
    const past = new OpenedPast(packPast({ destinations: [events], cutShort: false }));
    const looks = vi.spyOn(past, 'eventAt');
    const changes = lastChanges(past)?.changes ?? [];
    expect(changes.slice(0, 11).map(kindOfChange)).toEqual([...Array(10).fill('failed'), 'recovered']);
    expect([changes.length, looks.mock.calls.length]).toEqual([2_000, 2_000]);
  });

  it('is none where nothing is recorded', () => {
    expect(lastChanges(new OpenedPast(packPast({ destinations: [[]], cutShort: false })))).toBeNull();
  });
});

describe('words and signs', () => {
  const standing = { message: null, hint: null, waits: null, detached: false, note: null, warnings: [] } as const;

  it('say why, and what a ring waits for where nothing else is said', () => {
    const waits = { for: 'soak:canary', until: '2026-11-22T12:30:00.000Z' };
    const waiting = { ...standing, status: 'requires_sync', reason: 'awaiting_ring', waits } as const;
    expect(whyWordsOf(waiting, NOW)).toBe(
      'waits until ring "canary" has stood long enough, not before 2026-11-22 12:30 UTC (in 3 hours)',
    );
    expect(pairWords({ ...standing, status: 'synced', reason: null }, NOW)).toBe('synced');
    expect(pairWords({ ...standing, status: 'failed', reason: 'rejected' }, NOW)).toBe(
      'failed: rejected by the tenant',
    );
  });

  it.each([
    ['!', 'failed', 'rejected', false],
    ['=', 'synced', 'pinned', false],
    ['+', 'requires_sync', 'new', false],
    ['~', 'requires_sync', 'content_changed', false],
    ['.', 'requires_sync', 'held', false],
    ['.', 'requires_sync', 'awaiting_approval', false],
    ['.', 'requires_sync', null, false],
    ['.', 'requires_sync', 'detached', true],
  ] as const)('%s is %s, %s', (sign, status, reason, detached) => {
    expect(signOf({ ...standing, status, reason, detached })).toBe(sign);
  });
});

describe('how much there is', () => {
  const fleetOf = (pairs: number, destinations: number) => {
    const names = Array.from({ length: destinations }, (_, index) => `d-${index}`);
    const outcomes = Array.from({ length: pairs }, (_, index) =>
      outcome(names[index % destinations] ?? '', pairs === 1 ? 'x' : `s-${index}`),
    );
    return fleetWith(outcomes);
  };

  it('is counted as people count', () => {
    const one = fleetOf(1, 1);
    expect(foundWords(one, applyFilter(one, ''), '')).toBe('1 pair, 1 destination, 1 story');
    expect(foundWords(one, applyFilter(one, 'is:held'), 'is:held')).toBe('0 of 1 pair, 0 of 1 destination');
    const more = fleetOf(4, 2);
    expect(foundWords(more, applyFilter(more, ''), '')).toBe('4 pairs, 2 destinations, 4 stories');
    expect(foundWords(more, applyFilter(more, 'd-1'), 'd-1')).toBe('2 of 4 pairs, 1 of 2 destinations');
  });
});

describe('an address', () => {
  it('leads back to its place, whatever the filter and the names', () => {
    const place = fc.record({
      view: fc.constantFrom(...PAGE_VIEWS),
      of: fc.string({ minLength: 1, unit: 'grapheme' }),
      filter: fc.string({ unit: 'grapheme' }),
      fold: fc.constantFrom(...FOLDS),
    });
    fc.assert(
      fc.property(place, ({ view, of, filter, fold }) => {
        const one = view === 'destination' || view === 'story';
        const meant = { view, of: one ? of : null, filter, fold: view === 'list' ? fold : 'destination' } as const;
        expect(placeAt(addressOf(meant))).toEqual(meant);
      }),
    );
  });

  it.each(['', '#', '#/', '#/nowhere', '#/destination', '#/destination/', '#?q', '#/overview?x=%'])(
    '%j, which somebody cut or invented, leads to the beginning',
    (hash) => {
      expect(placeAt(hash)).toEqual(START);
    },
  );
});
