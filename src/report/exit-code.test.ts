import { describe, expect, it } from 'vitest';
import {
  outcome,
  plannedDestination,
  plannedNative,
  plannedStory,
  planOf,
  recorded,
} from '../../test/support/example-plans.ts';
import { PRUNED_NATIVE } from '../../test/support/example-reports.ts';
import { BEFORE_BROAD, waitingStory } from '../../test/support/example-rollout.ts';
import type { PlannedNative, PlannedStory } from '../model/plan.ts';
import type { Outcome } from '../model/status.ts';
import { findingsExitCode, outcomesExitCode, planExitCode } from './exit-code.ts';
import { planTotals } from './plan/headline.ts';

const inRing: PlannedStory = { ...waitingStory('a', BEFORE_BROAD), would: 'create' };

describe('planExitCode', () => {
  it.each([
    ['unchanged', 0, 0],
    ['skip', 0, 0],
    ['create', 0, 1],
    ['update', 0, 1],
    ['blocked', 1, 1],
  ] as const)('is for a story to %s: %i, and where no changes are expected %i', (action, open, strict) => {
    const plan = planOf([plannedDestination('contoso', [plannedStory('a', 'unchanged'), plannedStory('b', action)])]);
    expect(planExitCode(plan, { expectNoChanges: false })).toBe(open);
    expect(planExitCode(plan, { expectNoChanges: true })).toBe(strict);
  });

  it.each([
    ['awaiting_ring', 0],
    ['outside_window', 0],
    ['halted', 1],
  ] as const)(
    'is for a story that a rollout keeps back with %s: %i, whether or not changes are expected',
    (reason, code) => {
      const plan = planOf([plannedDestination('contoso', [waitingStory('a', BEFORE_BROAD, reason)])]);
      expect(planExitCode(plan, { expectNoChanges: false })).toBe(code);
      expect(planExitCode(plan, { expectNoChanges: true })).toBe(code);
    },
  );

  it.each<[string, readonly PlannedStory[], Partial<PlannedNative>, 0 | 1]>([
    ['nothing', [plannedStory('a', 'unchanged')], {}, 0],
    ['a key that is sent', [plannedStory('a', 'unchanged')], { steps: ['send_key'] }, 1],
    ['a flag that is set', [waitingStory('a', BEFORE_BROAD)], { steps: ['set_flag', 'set_stories'] }, 1],
    ['a story that leaves', [], { unsubscribe: ['b'], steps: ['set_stories'] }, 1],
    ['a story that enters once its ring is open', [inRing], { subscribe: ['a'], steps: ['set_stories'] }, 0],
    ['a destination that is made once its ring is open', [inRing], { subscribe: ['a'], steps: ['create'] }, 0],
    ['one that is made without stories', [], { steps: ['create'] }, 1],
    ['one that is given back to the push', [], { engine: 'push', steps: ['delete'] }, 1],
    ['one that is given back as a whole once its ring is open', [inRing], { engine: 'push', steps: ['delete'] }, 0],
    ['one that waits for consent', [], { action: 'replace', consent: '--replace' }, 0],
  ])('is of what the vendor is told: %s', (_, stories, native, strict) => {
    const plan = planOf([plannedDestination('contoso', stories, { native: plannedNative(native) })]);
    expect(planExitCode(plan, { expectNoChanges: false })).toBe(0);
    expect(planExitCode(plan, { expectNoChanges: true })).toBe(strict);
    expect(planTotals(plan.destinations, plan.commit).includes('1 sync destination to change')).toBe(strict === 1);
  });

  it('does not trust totals that say otherwise', () => {
    const totals = { create: 0, update: 0, unchanged: 1, skip: 0, blocked: 0 };
    const plan = planOf([plannedDestination('contoso', [plannedStory('a', 'blocked')])], { totals });
    expect(planExitCode(plan, { expectNoChanges: false })).toBe(1);
  });
});

describe('statusExitCode', () => {
  it.each<[Outcome['status'], Outcome['reason'], 0 | 1]>([
    ['synced', null, 0],
    ['synced', 'detached', 0],
    ['failed', null, 1],
    ['failed', 'drift', 1],
    ['failed', 'missing_key', 1],
    ['requires_sync', 'drift', 0],
    ['requires_sync', 'detached', 0],
    ['requires_sync', 'manual_sync_only', 0],
    ['requires_sync', 'awaiting_approval', 0],
    ['requires_sync', 'held', 0],
    ['requires_sync', 'content_changed', 0],
    ['requires_sync', null, 0],
    ['requires_sync', 'awaiting_ring', 0],
    ['requires_sync', 'outside_window', 0],
    ['requires_sync', 'plan_stale', 1],
    ['requires_sync', 'superseded', 1],
    ['requires_sync', 'halted', 1],
    ['requires_sync', 'not_reached', 1],
    ['requires_sync', 'missing_key', 1],
    ['requires_sync', 'unreadable', 1],
  ])('is for %s with reason %s: see the last column', (status, reason, expected) => {
    expect(outcomesExitCode([outcome('contoso', 'a'), outcome('contoso', 'b', { status, reason })])).toBe(expected);
  });
});

describe('statusExitCode of a run that deletes', () => {
  it.each([
    ['was deleted', true, true, 0],
    ['was to be deleted and is still there', true, false, 1],
    ['was never to be deleted', false, false, 0],
  ])('with a story that %s: see the last column', (_, consented, deleted, expected) => {
    const facts = { destination: 'contoso', key: 'old', name: 'Old', destinationStoryId: 3, keptAs: null };
    const fact = recorded('');
    expect(outcomesExitCode([outcome('contoso', 'a')], [{ ...facts, fact, consented, deleted }])).toBe(expected);
  });
});

it('a run that was to delete a sync destination of the vendor and did not ends with 1', () => {
  const open = { ...PRUNED_NATIVE, deleted: false };
  expect(outcomesExitCode([], [PRUNED_NATIVE])).toBe(0);
  expect(outcomesExitCode([], [open])).toBe(1);
  expect(outcomesExitCode([], [{ ...open, consented: false }])).toBe(0);
});

describe('findingsExitCode', () => {
  it('is 1 for an error and 0 for warnings alone', () => {
    const warning = { code: 'MAN001', severity: 'warning', message: 'hm', hint: 'mend it' } as const;
    expect(findingsExitCode([])).toBe(0);
    expect(findingsExitCode([warning])).toBe(0);
    expect(findingsExitCode([warning, { ...warning, severity: 'error' }])).toBe(1);
  });
});
