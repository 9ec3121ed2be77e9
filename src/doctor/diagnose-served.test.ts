import { describe, expect, it } from 'vitest';
import { nativeDestination } from '../../test/support/native-planning.ts';
import type { Cause } from '../model/fact/fact.ts';
import type { FailureKind } from '../model/fact/tenant-failure.ts';
import type { PlannedStory } from '../model/plan.ts';
import { diagnoseServed, type ServedExamination } from './diagnose-served.ts';

const story = (more: Partial<PlannedStory>): PlannedStory => ({
  key: 'triage',
  name: 'Triage',
  action: 'blocked',
  reason: null,
  would: null,
  fact: null,
  detached: false,
  destinationStoryId: null,
  changes: [],
  drift: [],
  conflict: false,
  missing: [],
  recordTypes: [],
  urls: [],
  warnings: [],
  ...more,
});
const failed = (kind: FailureKind): Cause => ({
  kind: 'read_failed',
  step: 'origin_story',
  failure: { kind, request: 'GET /stories/301/export', effect: 'none', evidence: { seen: 'never_sent' } },
});
const REPLACE: Cause = {
  kind: 'awaits_replace',
  destination: 'contoso',
  from: { tenantUrl: 'https://old.example', teamId: 1 },
  copies: 2,
};
const KEPT: Cause = { kind: 'kept_by_push', destination: 'contoso', keys: ['triage'], mayTakeOver: false };

/** `check result` of all that is neither in order nor left to the vendor. */
function told(more: Partial<Extract<ServedExamination, { stories: unknown }>>): readonly string[] {
  const destination = nativeDestination('contoso');
  const about = { destination, files: null, requests: 0, blocked: null, standingUnread: false, stories: [], ...more };
  const { checks } = diagnoseServed(about);
  return checks
    .filter(({ fact }) => fact.kind !== 'in_order' && fact.kind !== 'left_to_vendor')
    .map(({ check, result, stories }) => [check, result, ...stories].join(' '));
}

describe('a destination that the vendor serves', () => {
  it.each([
    ['waits for consent: a warning, since nothing fails', { blocked: REPLACE }, ['ownership warning']],
    [
      'is kept by the push: it fails, once for all stories',
      { blocked: KEPT, stories: [story({ fact: KEPT })] },
      ['ownership fails'],
    ],
    ['has one story that stands there already', { stories: [story({ fact: KEPT })] }, ['ownership fails triage']],
    ['may hold stories that nobody came to look at', { standingUnread: true }, ['ownership unknown']],
    [
      'takes a story that could not be read at the origin',
      { stories: [story({ fact: failed('timeout') })] },
      ['content fails triage'],
    ],
    [
      'takes a story beyond what a doctor asks',
      { stories: [story({ fact: failed('not_asked') })] },
      ['content unknown triage'],
    ],
    [
      'was failed by the vendor last time',
      { stories: [story({ action: 'update', warnings: [{ kind: 'vendor_failed', message: 'no key' }] })] },
      ['content warning triage'],
    ],
    [
      'waits for nothing but its hold',
      { stories: [story({ fact: { kind: 'held', hold: { reason: 'audit' }, by: null } })] },
      [],
    ],
  ] as const)('%s', (_what, more, lines) => {
    expect(told(more)).toEqual(lines);
  });
});
