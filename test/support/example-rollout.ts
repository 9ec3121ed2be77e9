import { waitsOf } from '../../src/model/fact/waits-of.ts';
import type { PlannedStory } from '../../src/model/plan.ts';
import type { RingProgress, RolloutBarrier, RolloutFact } from '../../src/model/rollout.ts';
import type { Outcome, Reason } from '../../src/model/status.ts';
import { outcome, plannedDestination, plannedStory, planOf } from './example-plans.ts';

/** Where one story stands in one ring; the rest is dull. */
export function ringProgress(
  ring: string,
  story: string,
  state: RingProgress['state'],
  rest: Partial<RingProgress> = {},
): RingProgress {
  return { ring, story, state, there: 0, total: 40, failed: 0, allowed: 0, opensAt: null, waitsFor: null, ...rest };
}

export function waitingFact(ring: string, by: RolloutBarrier, until: string | null = null): RolloutFact {
  return { kind: 'rollout_waits', ring, by, until };
}

/** A story that the rollout keeps back, as a plan has it. */
export function waitingStory(key: string, fact: RolloutFact, reason: Reason = 'awaiting_ring'): PlannedStory {
  const changes = [
    { path: 'agents[Ask]', op: 'update', text: 'action "Ask": options changed', cause: 'change_set' },
  ] as const;
  const waits = { ...waitsOf(fact), because: 'content_changed' } as const;
  return { ...plannedStory(key, 'skip', { would: 'update', reason, changes }), fact, waits };
}

export function waitingOutcome(
  destination: string,
  storyKey: string,
  fact: RolloutFact,
  reason: Reason = 'awaiting_ring',
): Outcome {
  return { ...outcome(destination, storyKey, { status: 'requires_sync', reason, did: 'nothing' }), fact };
}

export const EARLY = { there: 12, total: 40, failed: 1, allowed: 4 };
export const BEFORE_BROAD = waitingFact('broad', { kind: 'ring', before: 'early', ...EARLY });
export const OUTSIDE = waitingFact(
  'early',
  {
    kind: 'window',
    window: {
      kind: 'allow',
      when: { kind: 'week', days: [1, 2, 3, 4], from: 420, to: 960 },
      timeZone: 'Europe/Dublin',
      rings: undefined,
      reason: undefined,
      text: 'Mon-Thu 07:00-16:00',
    },
  },
  '2026-11-30T07:00:00.000Z',
);
export const HALTED = waitingFact('broad', {
  kind: 'failures',
  failedRing: 'early',
  there: 30,
  total: 40,
  failed: 5,
  allowed: 4,
});

const due = plannedStory('triage', 'update', { reason: 'content_changed' });

/** Of triage the canaries have passed, some of the early ones go, 882 wait; ioc is halted, and outside its window. */
export const rolloutPlan = {
  ...planOf([
    plannedDestination('canary-1', [plannedStory('triage', 'unchanged'), plannedStory('ioc', 'unchanged')], {
      ring: 'canary',
    }),
    plannedDestination('early-1', [due], { ring: 'early' }),
    plannedDestination('early-2', [due], { ring: 'early' }),
    plannedDestination('early-3', [waitingStory('triage', waitingFact('early', { kind: 'batch', destinations: 2 }))], {
      ring: 'early',
    }),
    plannedDestination('early-4', [waitingStory('ioc', OUTSIDE, 'outside_window')], { ring: 'early' }),
    ...Array.from({ length: 882 }, (_, index) =>
      plannedDestination(
        `eu-${String(index + 1).padStart(3, '0')}`,
        [waitingStory('triage', BEFORE_BROAD), ...(index < 5 ? [waitingStory('ioc', HALTED, 'halted')] : [])],
        { ring: 'broad' },
      ),
    ),
  ]),
  rollout: [
    ringProgress('canary', 'triage', 'passed', { there: 3, total: 3 }),
    ringProgress('early', 'triage', 'open', EARLY),
    ringProgress('broad', 'triage', 'waiting', { total: 900, allowed: 0, waitsFor: 'ring:early' }),
    ringProgress('early', 'ioc', 'halted', { there: 30, failed: 5, allowed: 4, waitsFor: 'failures:early' }),
    ringProgress('broad', 'ioc', 'halted', { total: 5, waitsFor: 'failures:early' }),
  ],
};
