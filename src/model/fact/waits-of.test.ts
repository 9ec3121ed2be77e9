import { expect, it } from 'vitest';
import type { RolloutBarrier, Window } from '../rollout.ts';
import { waitingOf, waitsOf } from './waits-of.ts';

const COUNTS = { there: 1, total: 2, failed: 0, allowed: 0 };
const WINDOW: Window = {
  kind: 'deny',
  when: { kind: 'dates', from: '2026-12-18', to: '2027-01-04' },
  timeZone: 'UTC',
  rings: undefined,
  reason: 'year end',
  text: '2026-12-18/2027-01-04',
};

/** Every barrier: one without a row does not compile. */
const FOR: { readonly [Kind in RolloutBarrier['kind']]: readonly [Extract<RolloutBarrier, { kind: Kind }>, string] } = {
  ring: [{ kind: 'ring', before: 'early', ...COUNTS }, 'ring:early'],
  soak: [{ kind: 'soak', before: 'early', soak: 1 }, 'soak:early'],
  batch: [{ kind: 'batch', destinations: 3 }, 'batch:broad'],
  place: [{ kind: 'place' }, 'place:broad'],
  share: [{ kind: 'share' }, 'share:broad'],
  callee: [{ kind: 'callee', key: 'enrich', name: 'Enrich' }, 'story:enrich'],
  window: [{ kind: 'window', window: WINDOW }, 'window:2026-12-18/2027-01-04'],
  failures: [{ kind: 'failures', failedRing: 'early', ...COUNTS }, 'failures:early'],
  approved_plan: [{ kind: 'approved_plan' }, 'approved_plan'],
};
const until = '2026-11-30T07:00:00.000Z';

it.each(Object.values(FOR))('a pair kept back by %j waits for %s', (by, what) => {
  const fact = { kind: 'rollout_waits', ring: 'broad', by, until } as const;
  expect(waitsOf(fact)).toEqual({ for: what, until });
  expect(waitingOf({ fact })).toEqual({ for: what, until });
});

it('an outcome of which only words are left waits for what it was read with, and any other for nothing', () => {
  const waits = { for: 'batch:broad', until: null };
  expect(waitingOf({ fact: { kind: 'recorded', message: 'x', hint: null }, waits })).toBe(waits);
  expect(waitingOf({ fact: { kind: 'run_ended' } })).toBeUndefined();
  expect(waitingOf({ fact: null })).toBeUndefined();
});
