import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { outcome } from '../../test/support/example-plans.ts';
import { desiredStory, destinationOf } from '../../test/support/planning.ts';
import { storyExport, webhook } from '../../test/support/stories.ts';
import { lastStatuses } from '../apply/last-status.ts';
import type { LastStatus } from '../model/destination-state.ts';
import type { Outcome, Reason, SyncStatus } from '../model/status.ts';
import type { StoryWork } from '../plan/story-work.ts';
import { pairChanges } from './pair-changes.ts';

const content = `sha256:${'a'.repeat(64)}`;
type Is = readonly [SyncStatus, Reason | null] | null;

function statusOf(is: Is, more: Partial<LastStatus> = {}): { readonly [key: string]: LastStatus } {
  if (is === null) return {};
  const [status, reason] = is;
  return { triage: { status, reason, message: 'no', at: '2026-11-22T09:00:00.000Z', content, ...more } };
}

const OUTCOMES = [{ storyKey: 'triage', storyName: 'Triage' }];
const toldOf = (before: Is, after: Is, more?: Partial<LastStatus>): readonly string[] =>
  pairChanges({
    destination: 'contoso',
    before: statusOf(before, more),
    after: statusOf(after),
    outcomes: OUTCOMES,
  }).map(({ kind }) => kind);

const SYNCED = ['synced', null] as const;
const REJECTED = ['failed', 'rejected'] as const;
const UNREACHABLE = ['failed', 'unreachable'] as const;
const NOT_REACHED = ['requires_sync', 'not_reached'] as const;
const HELD = ['requires_sync', 'held'] as const;
const DRIFT = ['requires_sync', 'drift'] as const;

describe('a pair', () => {
  it.each<[string, Is, Is, readonly string[]]>([
    ['synced for the first time is no news', null, SYNCED, []],
    ['that fails at its first try is told', null, REJECTED, ['failed']],
    ['that was in sync and fails is told', SYNCED, REJECTED, ['failed']],
    ['that waited and fails is told', NOT_REACHED, REJECTED, ['failed']],
    ['that was held and fails is told', HELD, REJECTED, ['failed']],
    ['that was edited there and fails is told', DRIFT, REJECTED, ['failed']],
    ['that fails again is no news', REJECTED, REJECTED, []],
    ['that fails for another reason was told to fail', REJECTED, UNREACHABLE, []],
    ['that failed and is in sync is told', REJECTED, SYNCED, ['recovered']],
    ['that stays in sync is no news', SYNCED, SYNCED, []],
    ['that failed and was not reached is no news', REJECTED, NOT_REACHED, []],
    ['that waits is no news', SYNCED, NOT_REACHED, []],
    ['that a hold keeps back is told', SYNCED, HELD, ['held']],
    ['that is new where everything is held is told', null, HELD, ['held']],
    ['that is still held is no news', HELD, HELD, []],
    ['that was released and is in sync is no news', HELD, SYNCED, []],
    ['that was released and waits for something else is no news', HELD, NOT_REACHED, []],
    ['that failed and is held now is told', REJECTED, HELD, ['held']],
    ['of which nothing is recorded after the run is no news', REJECTED, null, []],
  ])('%s', (_, before, after, told) => {
    expect(toldOf(before, after)).toEqual(told);
  });

  it('that failed, was not reached, and is in sync, has recovered; if it fails once more, that is no news', () => {
    expect(toldOf(NOT_REACHED, SYNCED, { failing: true })).toEqual(['recovered']);
    expect(toldOf(NOT_REACHED, REJECTED, { failing: true })).toEqual([]);
    expect(toldOf(HELD, SYNCED, { failing: true })).toEqual(['recovered']);
  });

  it('is told with its names and the reason word, and with nothing that a tenant said', () => {
    const told = pairChanges({
      destination: 'contoso',
      before: {},
      after: statusOf(REJECTED, { message: 'the body of the tenant', hint: 'ask them' }),
      outcomes: OUTCOMES,
    });
    const story = { key: 'triage', name: 'Triage' };
    expect(told).toEqual([{ kind: 'failed', destination: 'contoso', story, reason: 'rejected' }]);
  });

  it('called constructor is a pair like any other', () => {
    const outcomes = [{ storyKey: 'constructor', storyName: 'Constructor' }];
    const [after] = Object.values(statusOf(REJECTED));
    if (!after) throw new Error('no status');
    const told = pairChanges({ destination: 'a', before: {}, after: { constructor: after }, outcomes });
    expect(told.map(({ kind }) => kind)).toEqual(['failed']);
    expect(pairChanges({ destination: 'a', before: {}, after: {}, outcomes })).toEqual([]);
  });
});

describe('whatever runs make of a pair', () => {
  const desired = desiredStory(storyExport({ name: 'Triage', actions: [webhook('In')] }));
  const work = {
    destination: destinationOf('contoso', { stories: [desired.key] }),
    stories: [{ desired } as StoryWork],
  };
  const outcomes = fc.constantFrom<Pick<Outcome, 'status' | 'reason'>>(
    { status: 'synced', reason: 'content_changed' },
    { status: 'failed', reason: 'rejected' },
    { status: 'failed', reason: 'unreachable' },
    { status: 'requires_sync', reason: 'not_reached' },
    { status: 'requires_sync', reason: 'held' },
    { status: 'requires_sync', reason: 'drift' },
  );

  it('its failure and the end of it are told in turn, and the last word is true', () => {
    fc.assert(
      fc.property(fc.array(outcomes, { maxLength: 12 }), (runs) => {
        let last: ReturnType<typeof lastStatuses> = {};
        const told: string[] = [];
        for (const [index, run] of runs.entries()) {
          const at = new Date(Date.UTC(2026, 10, 22, index)).toISOString();
          const now = [outcome('contoso', desired.key, run)];
          const next = lastStatuses(work, now, last, {
            at,
            commit: null,
            explain: () => ({ message: 'no', hint: null }),
          });
          const changes = pairChanges({ destination: 'contoso', before: last, after: next, outcomes: now });
          told.push(...changes.map(({ kind }) => kind).filter((kind) => kind !== 'held'));
          last = next;
        }
        expect(told).toEqual(told.map((_, index) => (index % 2 === 0 ? 'failed' : 'recovered')));
        const ended = runs.findLast(({ status }) => status !== 'requires_sync')?.status;
        expect(told.at(-1)).toBe(ended === 'failed' ? 'failed' : told.length > 0 ? 'recovered' : undefined);
      }),
    );
  });
});
