import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { PlannedDestination, PlannedStory } from '../model/plan.ts';
import type { RingProgress } from '../model/rollout.ts';
import type { Forecast } from '../model/tenant/forecast.ts';
import type { DestinationWork } from '../plan/destination-work.ts';
import { behindSince, longestBehindFirst } from './behind-first.ts';
import { CALL_TABLE, pagesOf } from './call-table.ts';
import { isBeyond, looksWithin, sideBySideMs, turnMs } from './duration.ts';
import { forecastPlan, type RunBudgets } from './forecast-plan.ts';
import { measureWork } from './measured-work.ts';

const BUDGETS: RunBudgets = { rate: 4500, concurrency: 32, pollTimeout: 120_000, originUrl: undefined };

type Step = PlannedStory['recordTypes'][number];
type Brief = { readonly action: PlannedStory['action']; readonly types?: readonly Partial<Step>[] };

function story(key: string, { action, types = [] }: Brief): PlannedStory {
  const step: Step = { name: 'Alert', action: 'reuse', target: 'Alert', fields: [], because: '' };
  return { key, action, recordTypes: types.map((each) => ({ ...step, ...each })) } as unknown as PlannedStory;
}

type WorkBrief = {
  readonly stories: readonly Brief[];
  readonly tenant?: string;
  readonly ring?: string;
  readonly asked?: boolean;
  readonly listed?: DestinationWork['listed'];
  readonly again?: readonly string[];
  readonly prune?: number;
  readonly native?: object;
  readonly engine?: 'push' | 'native';
};

function workOf(name: string, brief: WorkBrief): DestinationWork {
  const { stories, tenant = name, asked = true, listed, again = [], prune = 0, native, engine = 'push' } = brief;
  return {
    destination: { name, tenantUrl: `https://${tenant}.example`, teamId: 1, engine },
    stories: stories.map((each, index) => ({ planned: story(`s${index}`, each) })),
    prune: Array.from({ length: prune }),
    leftBehind: [],
    refreshed: asked,
    again: new Set(again),
    ...(listed ? { listed } : {}),
    ...(native ? { native } : {}),
  } as unknown as DestinationWork;
}

function foretell(
  briefs: { readonly [name: string]: WorkBrief },
  budgets: Partial<RunBudgets> = {},
  rollout?: readonly RingProgress[],
): Forecast | undefined {
  const works = Object.entries(briefs).map(([name, brief]) => ({ work: workOf(name, brief), brief }));
  const destinations = works.map(({ work, brief }) => ({
    name: work.destination.name,
    stories: work.stories.map(({ planned }) => planned),
    ...(brief.ring === undefined ? {} : { ring: brief.ring }),
    ...(work.native ? { native: work.native } : {}),
  })) as unknown as readonly PlannedDestination[];
  const measured = works.map(({ work }) => measureWork(work, 1));
  return forecastPlan({ destinations, ...(rollout ? { rollout } : {}) }, measured, { ...BUDGETS, ...budgets });
}

const callsOfPlan = (brief: WorkBrief) => foretell({ contoso: brief })?.calls;
const CREATE = CALL_TABLE.create.calls + 1;
const UPDATE = CALL_TABLE.update.calls;
const BESIDE = CALL_TABLE.storyBesideTypes.typeLists;
const WRITTEN = CALL_TABLE.typeWritten.calls + CALL_TABLE.typeWritten.typeLists;

describe('the calls of a plan', () => {
  it.each<[string, WorkBrief, number | undefined]>([
    ['none where nothing is to be done', { stories: [{ action: 'unchanged' }, { action: 'skip' }] }, undefined],
    ['one story made, and the listing after it', { stories: [{ action: 'create' }] }, CREATE + 1],
    [
      'two stories made, and one listing after them',
      { stories: [{ action: 'create' }, { action: 'create' }] },
      2 * CREATE + 1,
    ],
    ['one story changed', { stories: [{ action: 'update' }, { action: 'blocked' }] }, UPDATE],
    [
      'one inside a cycle, which is sent again',
      { stories: [{ action: 'update' }], again: ['s0'] },
      UPDATE + CALL_TABLE.again.calls,
    ],
    ['deletions', { stories: [], prune: 3 }, 3 * CALL_TABLE.deletion.calls],
    [
      'a record type that two stories need made, once, and a listing after each',
      {
        stories: [
          { action: 'update', types: [{ action: 'create' }] },
          { action: 'update', types: [{ action: 'create' }] },
        ],
      },
      2 * (UPDATE + BESIDE + CALL_TABLE.updateBesideTypes.calls) + WRITTEN,
    ],
    [
      'one that is used as it is, and one that is extended',
      { stories: [{ action: 'update', types: [{}, { name: 'Case', action: 'add_fields', fields: ['a'] }] }] },
      UPDATE + CALL_TABLE.typeUsed.typeLists + WRITTEN + BESIDE + CALL_TABLE.updateBesideTypes.calls,
    ],
    [
      'each page of a listing, counting what is made',
      { stories: [{ action: 'create' }], listed: { stories: 1000, recordTypes: 0 } },
      CALL_TABLE.create.calls + 3 + 3,
    ],
  ])('are %s', (_, brief, calls) => {
    expect(callsOfPlan(brief)).toBe(calls);
  });

  it('of destinations that nobody asked are unknown, and that is said', () => {
    const asked = { stories: [{ action: 'update' }] } as const;
    expect(foretell({ a: asked, b: { ...asked, asked: false } })).toMatchObject({ calls: UPDATE, uncounted: 1 });
    expect(foretell({ b: { ...asked, asked: false } })).toBeUndefined();
  });

  it('are added up for each tenant, and the first by name of those with most is named', () => {
    const one = { stories: [{ action: 'update' }] } as const;
    expect(foretell({ a: one, b: { ...one, tenant: 'shared' }, c: { ...one, tenant: 'shared' } })).toEqual({
      calls: 3 * UPDATE,
      minutes: 1,
      tenants: 2,
      busiest: { tenantUrl: 'https://shared.example', calls: 2 * UPDATE },
      uncounted: 0,
    });
  });

  it('to the origin are its writes, a begin for each story, and looks for as long as a run waits', () => {
    const native = { engine: 'native', action: 'update', consent: null, steps: ['set_stories', 'trigger'] };
    const briefs = { a: { stories: [{ action: 'create' }], engine: 'native', native } } as const;
    const found = foretell(briefs, { originUrl: 'https://origin.example', pollTimeout: 10_000 });
    // The flag and a deletion that may come of it, both steps, the begin, and the looks; a listing and an export, twice.
    expect(found).toMatchObject({ calls: 1 + 2 + 2 + 1 + looksWithin(10_000) + 4, tenants: 2 });
  });
});

describe('the minutes of a plan', () => {
  it('are a second a call, one after another at a tenant', () => {
    expect(foretell({ a: { stories: Array.from({ length: 7 }, () => ({ action: 'update' })) } })?.minutes).toBe(2);
  });

  it('grow with fewer requests a minute, and with fewer destinations side by side', () => {
    const stories = Array.from({ length: 5 }, () => ({ action: 'update' }) as const);
    const fleet = Object.fromEntries(Array.from({ length: 8 }, (_, index) => [`d${index}`, { stories }]));
    const minutes = (budgets: Partial<RunBudgets>) => foretell(fleet, budgets)?.minutes;
    expect([minutes({}), minutes({ concurrency: 4 }), minutes({ concurrency: 1 })]).toEqual([1, 3, 8]);
    expect([minutes({ rate: 30 }), minutes({ rate: 6 })]).toEqual([2, 10]);
  });

  it('are those of one after another in a ring that may have no failure', () => {
    const stories = Array.from({ length: 5 }, () => ({ action: 'update' }) as const);
    const fleet = Object.fromEntries(
      Array.from({ length: 8 }, (_, index) => [`d${index}`, { stories, ring: 'broad' }]),
    );
    const row = {
      ring: 'broad',
      story: 's0',
      state: 'open',
      there: 0,
      total: 8,
      opensAt: null,
      waitsFor: null,
    } as const;
    expect(foretell(fleet, {}, [{ ...row, failed: 0, allowed: 0 }])?.minutes).toBe(8);
    expect(foretell(fleet, {}, [{ ...row, failed: 0, allowed: 3 }])?.minutes).toBe(3);
  });

  it('are beyond what a time budget leaves only where they may be', () => {
    expect([isBeyond({ minutes: 2 }, 120_000), isBeyond({ minutes: 2 }, 119_999)]).toEqual([false, true]);
  });
});

describe('turns', () => {
  it.each([
    [0, 10, 0],
    [10, 10, 10_000],
    [11, 10, 61_000],
    [25, 10, 125_000],
    [200, 4500, 200_000],
  ])('of %i calls at %i a minute take %i ms', (calls, rate, ms) => {
    expect(turnMs(calls, rate)).toBe(ms);
  });

  it('side by side never take longer than said, in whatever order they begin and however quick some are', () => {
    const turn = fc.record({ most: fc.integer({ min: 0, max: 1000 }), share: fc.integer({ min: 0, max: 100 }) });
    fc.assert(
      fc.property(fc.array(turn, { maxLength: 30 }), fc.integer({ min: 1, max: 8 }), (turns, places) => {
        const free = Array.from({ length: places }, () => 0);
        for (const { most, share } of turns) {
          const first = free.indexOf(Math.min(...free));
          free[first] = (free[first] ?? 0) + (most * share) / 100;
        }
        const bound = sideBySideMs(
          turns.map(({ most }) => most),
          places,
        );
        expect(Math.max(...free)).toBeLessThanOrEqual(bound + 1e-6);
      }),
    );
  });
});

it('a listing has at least one page', () => {
  expect([0, 1, 500, 501].map(pagesOf)).toEqual([1, 1, 1, 2]);
});

describe('who goes first', () => {
  const NOW = Date.parse('2026-03-01T12:00:00Z');
  const since = (last: object | undefined, action: PlannedStory['action'] = 'update') => {
    const state = last && ({ last: { s0: last } } as never);
    return behindSince(workOf('a', { stories: [{ action }] }), state, NOW);
  };

  it.each<[string, object | undefined, number]>([
    ['has nothing yet', undefined, Number.NEGATIVE_INFINITY],
    ['has waited since then', { status: 'requires_sync', at: '2026-02-01T00:00:00Z' }, Date.parse('2026-02-01')],
    ['has failed since then', { status: 'failed', at: '2026-02-02T00:00:00Z' }, Date.parse('2026-02-02')],
    ['was in sync until now', { status: 'synced', at: '2026-01-01T00:00:00Z' }, NOW],
    ['is said to be behind since a time yet to come', { status: 'failed', at: '2999-01-01T00:00:00Z' }, NOW],
    ['is said to be behind since no time', { status: 'failed', at: 'yesterday' }, NOW],
  ])('goes by since when it is behind, which is told of one that %s', (_, last, expected) => {
    expect(since(last)).toBe(expected);
  });

  it('is not one where nothing is due', () => {
    expect(since(undefined, 'unchanged')).toBe(NOW);
  });

  it('is the longest behind, and of equals the first by name, whatever the order they come in', () => {
    const times = new Map([
      ['new', Number.NEGATIVE_INFINITY],
      ['b', 5],
      ['a', 5],
      ['old', 1],
    ]);
    fc.assert(
      fc.property(fc.shuffledSubarray([...times.keys(), 'unknown'], { minLength: 5 }), (names) => {
        expect(longestBehindFirst(names, times)).toEqual(['new', 'old', 'a', 'b', 'unknown']);
      }),
    );
  });
});
