import { describe, expect, it } from 'vitest';
import { outcome } from '../../test/support/example-plans.ts';
import { ringProgress } from '../../test/support/example-rollout.ts';
import { failed, fleetFrom, pairOf, ringOf, there } from '../../test/support/rollout/fleets.ts';
import type { RingProgress } from '../model/rollout.ts';
import type { Outcome } from '../model/status.ts';
import type { FleetPair } from '../rollout/fleet.ts';
import { rolloutChanges } from './rollout-changes.ts';

const RINGS = [ringOf('canary'), ringOf('early'), ringOf('broad')];
const pushed = (destination: string, did: Outcome['did'] = 'updated'): Outcome =>
  outcome(destination, 'triage', { did, status: 'synced' });

function told(
  pairs: readonly FleetPair[],
  outcomes: readonly Outcome[],
  [before, after]: readonly [readonly RingProgress[], readonly RingProgress[]] = [[], []],
): readonly string[] {
  const changes = rolloutChanges({ fleet: fleetFrom(RINGS, pairs), before, after, outcomes });
  return changes.map((change) => ('ring' in change ? `${change.kind} ${change.ring} ${change.story.name}` : ''));
}

const halted = (ring: string, by = ring): RingProgress =>
  ringProgress(ring, 'triage', 'halted', { waitsFor: `failures:${by}` });

describe('a ring', () => {
  it.each<[string, readonly FleetPair[], readonly Outcome[], readonly string[]]>([
    [
      'after the first opens with the first push to it, once however many are pushed to',
      [there('canary-a'), pairOf('early-a'), pairOf('early-b')],
      [pushed('early-a'), pushed('early-b')],
      ['ring_opened early Triage'],
    ],
    ['that is the first is where each change begins', [pairOf('canary-a')], [pushed('canary-a')], []],
    [
      'that is the first to have a destination of the story does not open either',
      [pairOf('early-a')],
      [pushed('early-a')],
      [],
    ],
    [
      'opened before where somebody there has the content',
      [there('canary-a'), there('early-a'), pairOf('early-b')],
      [pushed('early-b')],
      [],
    ],
    [
      'opens for content that only failed there so far',
      [there('canary-a'), failed('early-a')],
      [pushed('early-a')],
      ['ring_opened early Triage'],
    ],
    [
      'is closed where nobody was pushed to',
      [there('canary-a'), pairOf('early-a')],
      [pushed('early-a', 'nothing')],
      [],
    ],
    [
      'is not opened by a look that found the content there',
      [there('canary-a'), pairOf('early-a')],
      [pushed('early-a', 'unchanged')],
      [],
    ],
    [
      'is not opened by a pair that does not count',
      [there('canary-a'), pairOf('early-a', { counts: false })],
      [pushed('early-a')],
      [],
    ],
    [
      'opens with each ring that one run goes through',
      [pairOf('canary-a'), pairOf('early-a'), pairOf('broad-a')],
      [pushed('canary-a'), pushed('early-a'), pushed('broad-a')],
      ['ring_opened early Triage', 'ring_opened broad Triage'],
    ],
  ])('%s', (_, pairs, outcomes, expected) => {
    expect(told(pairs, outcomes)).toEqual(expected);
  });

  const PAIRS = [failed('canary-a'), pairOf('early-a')];
  it.each<[string, readonly RingProgress[], readonly RingProgress[], readonly string[]]>([
    ['that has more failures now than it may have is told', [], [halted('canary')], ['halted canary Triage']],
    ['that was halted before is no news', [halted('canary')], [halted('canary')], []],
    [
      'that waits for a halted one is not told beside it',
      [],
      [halted('canary'), halted('early', 'canary')],
      ['halted canary Triage'],
    ],
    ['that goes on is no news', [halted('canary')], [ringProgress('canary', 'triage', 'open')], []],
  ])('%s', (_, before, after, expected) => {
    expect(told(PAIRS, [], [before, after])).toEqual(expected);
  });
});
