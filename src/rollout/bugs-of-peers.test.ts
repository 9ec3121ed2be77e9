import { describe, expect, it } from 'vitest';
import {
  count,
  dates,
  decided,
  failed,
  fleetFrom,
  HOUR,
  iso,
  NOW,
  pairOf,
  passed,
  percent,
  ringOf,
  there,
  week,
} from '../../test/support/rollout/fleets.ts';
import { NO_RECORD } from '../model/rollout.ts';
import { decideRollout } from './decide.ts';
import { recordPassed } from './passings.ts';

const RINGS = [ringOf('canary'), ringOf('broad', { soak: 24 * HOUR })];
const DAY_AGO = NOW - 24 * HOUR;

/** What went wrong elsewhere, and does not here. */
describe('a rollout', () => {
  // https://github.com/akuity/kargo/issues/5342
  it('soaks while commits come all the time: those of other stories change no clock', () => {
    const other = pairOf('canary-a', { key: 'report', content: 'an hour old' });
    const fleet = fleetFrom(RINGS, [there('canary-a', DAY_AGO), other, pairOf('broad-a')]);
    expect(decided(fleet)['broad-a']).toBe('goes');
  });

  // https://github.com/akuity/kargo/issues/4586
  it('soaks by the ring before alone, and says when it goes on: a later ring that had it first moves nothing', () => {
    const rings = [ringOf('canary'), ringOf('early', { soak: 4 * HOUR }), ringOf('broad')];
    const fleet = fleetFrom(rings, [there('canary-a', NOW - HOUR), pairOf('early-a'), there('broad-a', DAY_AGO)]);
    expect(decided(fleet)).toEqual({ 'early-a': `soak canary until ${iso(NOW + 3 * HOUR)}` });
    expect(decided(fleet, { now: NOW + 3 * HOUR })).toEqual({ 'early-a': 'goes' });
  });

  // https://github.com/akuity/kargo/issues/4238
  it('remembers that content has passed after other content took its place', () => {
    const before = recordPassed(fleetFrom(RINGS, [there('canary-a', DAY_AGO)]), NO_RECORD, NOW);
    const between = fleetFrom(RINGS, [there('canary-a', NOW, { content: 'other' })]);
    const after = recordPassed(between, before, NOW);
    const back = fleetFrom(RINGS, [pairOf('canary-a', { wasThere: true }), pairOf('broad-a')]);
    expect(decided(back, { record: after })).toEqual({ 'canary-a': 'goes', 'broad-a': 'goes' });
  });

  // https://github.com/akuity/kargo/issues/6360
  it('soaks across a ring that has nothing to push, as if that were not written', () => {
    const rings = [ringOf('canary'), ringOf('grouping'), ringOf('broad', { soak: 24 * HOUR })];
    expect(decided(fleetFrom(rings, [there('canary-a', DAY_AGO), pairOf('broad-a')]))).toEqual({ 'broad-a': 'goes' });
    expect(decided(fleetFrom(rings, [there('canary-a', DAY_AGO + HOUR), pairOf('broad-a')]))).toEqual({
      'broad-a': `soak canary until ${iso(NOW + HOUR)}`,
    });
  });

  // https://github.com/akuity/kargo/issues/3687
  it('is paused as a whole, also for what had soaked and stood in line', () => {
    const freeze = dates('2026-03-20/2026-04-02');
    const pairs = [
      there('canary-a', DAY_AGO),
      failed('broad-a'),
      pairOf('broad-b'),
      pairOf('broad-c', { counts: false }),
    ];
    const rings = [ringOf('canary'), ringOf('broad', { soak: 24 * HOUR, maxFailed: count(1) })];
    const told = Object.values(decided(fleetFrom(rings, pairs, [freeze])));
    expect(told).toEqual(Array(3).fill('window 2026-03-20/2026-04-02 until 2026-04-03T00:00:00.000Z'));
  });

  // https://docs.kargo.io/release-notes/v1.11.0 (pins that nobody wrote were moved by the upgrade)
  it('moves a pin by no passing of newer content, and counts it for no ring', () => {
    const pinned = pairOf('broad-a', { counts: false, content: 'pinned' });
    const fleet = fleetFrom(RINGS, [there('canary-a', DAY_AGO), pinned, pairOf('broad-b')]);
    expect(decided(fleet, { record: passed('canary', DAY_AGO) })).toEqual({
      'broad-a': 'ring canary',
      'broad-b': 'goes',
    });
    const held = fleetFrom(
      [...RINGS, ringOf('last')],
      [there('canary-a'), { ...pinned, due: false }, pairOf('last-a')],
    );
    expect(decided(held)).toEqual({ 'last-a': 'goes' });
  });

  // https://github.com/akuity/kargo/pull/6710
  it('opens only where no deny is active and one of the allows is, and tells the next opening', () => {
    const windows = [week('Mon-Fri 07:00-11:00'), week('Fri 13:00-15:00'), dates('2026-03-30')];
    const at = (now: string) =>
      decided(fleetFrom([ringOf('canary')], [pairOf('canary-a')], windows), { now: Date.parse(now) });
    expect(at('2026-03-27T12:00:00Z')).toEqual({ 'canary-a': 'window Fri 13:00-15:00 until 2026-03-27T13:00:00.000Z' });
    expect(at('2026-03-27T14:00:00Z')).toEqual({ 'canary-a': 'goes' });
    expect(at('2026-03-27T15:00:00Z')).toEqual({
      'canary-a': 'window Mon-Fri 07:00-11:00 until 2026-03-31T07:00:00.000Z',
    });
  });

  // https://developer.harness.io/docs/continuous-delivery/manage-deployments/deployment-freeze/ (some pipelines slip through)
  it('has no way round a freeze: first try, retry, revert, pin and manual-only wait alike', () => {
    const pairs = [
      pairOf('canary-a'),
      failed('canary-b'),
      pairOf('canary-c', { wasThere: true }),
      pairOf('canary-d', { counts: false }),
      there('canary-e', DAY_AGO, { due: true }),
    ];
    const fleet = fleetFrom([ringOf('canary', { maxFailed: count(1) })], pairs, [dates('2026-03-27')]);
    expect(new Set(Object.values(decided(fleet)))).toEqual(
      new Set(['window 2026-03-27 until 2026-03-28T00:00:00.000Z']),
    );
  });

  // https://gitlab.com/gitlab-org/gitlab/-/issues/198403
  it('lets a person past a freeze for one run, and the next run waits again', () => {
    const fleet = fleetFrom([ringOf('canary')], [pairOf('canary-a')], [dates('2026-03-27')]);
    expect(decided(fleet, { override: true })).toEqual({ 'canary-a': 'goes' });
    expect(decided(fleet)).toEqual({ 'canary-a': 'window 2026-03-27 until 2026-03-28T00:00:00.000Z' });
  });

  // https://docs.aws.amazon.com/AWSCloudFormation/latest/TemplateReference/aws-properties-cloudformation-stackset-operationpreferences.html
  // https://github.com/argoproj/argo-cd/blob/master/applicationset/controllers/applicationset_controller_test.go
  it('takes shares of small rings neither as none in a batch nor as one more in a budget', () => {
    const ring = ringOf('canary', { batch: percent(10), maxFailed: percent(49) });
    const fleet = fleetFrom([ring], [pairOf('canary-a'), pairOf('canary-b')]);
    expect(decided(fleet)).toEqual({ 'canary-a': 'goes', 'canary-b': 'batch 1' });
    const [progress] = decideRollout(fleet, NO_RECORD, NOW).progress;
    expect(progress).toMatchObject({
      ring: 'canary',
      story: 'triage',
      there: 0,
      total: 2,
      failed: 0,
      allowed: 0,
      state: 'open',
    });
  });
});
