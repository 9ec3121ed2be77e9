import { describe, expect, it } from 'vitest';
import { desiredStory, destinationOf, storyState } from '../../test/support/planning.ts';
import { storyExport, webhook } from '../../test/support/stories.ts';
import type { Destination, Detachment } from '../model/destination.ts';
import type { LastStatus, StoryState } from '../model/destination-state.ts';
import type { Outcome } from '../model/status.ts';
import { pushedFrom, type RecordedPair, recordedOutcome } from './recorded-outcome.ts';

const TRIAGE = { ...desiredStory(storyExport({ name: 'Triage', actions: [webhook('In')] })), key: 'triage' };
const PUSHED = storyState(77, { pushed: TRIAGE.contentHash, commit: 'c'.repeat(40) });
const OLD_PUSH: StoryState = { ...PUSHED, pushed: 'sha256:old' };
const NEWS: LastStatus = {
  status: 'synced',
  reason: null,
  message: null,
  at: '2026-11-19T09:00:00.000Z',
  content: TRIAGE.contentHash,
};
const REFUSED: LastStatus = { ...NEWS, status: 'failed', reason: 'rejected', message: 'no', hint: 'ask' };
const NO_KEY: LastStatus = { ...REFUSED, reason: 'missing_key', message: 'KEY is not set' };
const of = (news: LastStatus, content = 'sha256:old'): LastStatus => ({ ...news, content });

type Given = {
  readonly receipt?: StoryState;
  readonly news?: LastStatus;
  readonly options?: Partial<Destination>;
  readonly detached?: Detachment;
  readonly known?: boolean;
};

function pairOf({ receipt, news, options, detached, known = true }: Given): RecordedPair {
  const destination = destinationOf('contoso', { stories: ['triage'], ...options });
  const [subscription] = destination.subscriptions;
  if (!subscription) throw new Error('no subscription');
  const state = {
    tenantUrl: destination.tenantUrl,
    teamId: 42,
    stories: receipt ? { triage: receipt } : {},
    recordTypes: {},
    last: news ? { triage: news } : {},
    proven: true,
  };
  return {
    destination,
    subscription: { ...subscription, ...(detached ? { detached } : {}) },
    desired: TRIAGE,
    state: receipt || news ? state : undefined,
    receipt,
    known,
  };
}

const MANUAL = { manualSyncOnly: true };
const TUNED: Detachment = { reason: 'tuned', owner: '@acme/soc' };

describe('the recorded outcome of a pair', () => {
  it.each<[string, Given, [Outcome['status'], Outcome['reason'], string | null]]>([
    ['without any record was never synced', {}, ['requires_sync', 'new', 'never synced']],
    ['as it was pushed is synced', { receipt: PUSHED, news: NEWS }, ['synced', null, null]],
    ['found equal without a receipt is synced', { news: NEWS }, ['synced', null, null]],
    ['in a file without last statuses is what its receipt says', { receipt: PUSHED }, ['synced', null, null]],
    [
      'whose receipt says that it read back wrong failed',
      { receipt: { ...PUSHED, status: 'failed', reason: 'verify_failed', errorMessage: 'differs' } },
      ['failed', 'verify_failed', 'differs'],
    ],
    ['that git changed since waits', { receipt: OLD_PUSH, news: of(NEWS) }, ['requires_sync', 'content_changed', null]],
    [
      'that git renamed since waits under its new name',
      { receipt: { ...OLD_PUSH, name: 'Old name' }, news: of(NEWS) },
      ['requires_sync', 'renamed', null],
    ],
    ['whose last attempt failed is that failure', { receipt: OLD_PUSH, news: REFUSED }, ['failed', 'rejected', 'no']],
    ['that never arrived is the failure', { news: REFUSED }, ['failed', 'rejected', 'no']],
    [
      'that git changed since a failure waits, and says so',
      { receipt: OLD_PUSH, news: of(REFUSED, 'sha256:between') },
      ['requires_sync', 'content_changed', 'git has changed since; the last attempt failed: no'],
    ],
    [
      'of a tenant without a key stays failed, whatever git asks for',
      { receipt: OLD_PUSH, news: of(NO_KEY) },
      ['failed', 'missing_key', 'KEY is not set'],
    ],
    [
      'that a run did not reach says so',
      { news: { ...REFUSED, status: 'requires_sync', reason: 'not_reached' } },
      ['requires_sync', 'not_reached', 'no'],
    ],
    [
      'that git changed waits for a hand where only hands push',
      { receipt: OLD_PUSH, news: of(NEWS), options: MANUAL },
      ['requires_sync', 'manual_sync_only', null],
    ],
    ['that is in sync where only hands push is synced', { receipt: PUSHED, options: MANUAL }, ['synced', null, null]],
    [
      'that waited for a hand waits for the next sync once that is lifted',
      { news: { ...NEWS, status: 'requires_sync', reason: 'manual_sync_only' } },
      ['requires_sync', 'new', 'never synced'],
    ],
    [
      'of which the record cannot be used is not known',
      { known: false },
      ['requires_sync', null, 'not known: there is no recorded state to go by'],
    ],
    [
      'that git changed since what this clone recorded waits, also while the remote does not answer',
      { receipt: OLD_PUSH, news: of(NEWS), known: false },
      ['requires_sync', 'content_changed', null],
    ],
    [
      'detached in the manifest and equal is synced',
      { receipt: PUSHED, news: NEWS, detached: TUNED },
      ['synced', 'detached', 'tuned (@acme/soc)'],
    ],
    [
      'detached in the manifest and behind differs',
      { receipt: OLD_PUSH, news: of(NEWS), detached: TUNED },
      ['requires_sync', 'detached', 'tuned (@acme/soc)'],
    ],
    [
      'detached after it failed does not fail any more',
      { news: REFUSED, detached: TUNED },
      ['requires_sync', 'detached', 'tuned (@acme/soc)'],
    ],
    [
      'detached at a tenant without a key is a failure all the same',
      { news: NO_KEY, detached: TUNED },
      ['failed', 'missing_key', 'KEY is not set'],
    ],
    [
      'detached there by its tag stays so while git goes on',
      {
        receipt: OLD_PUSH,
        news: { ...of(NEWS), reason: 'detached', message: 'by tag', detachedThere: true },
      },
      ['requires_sync', 'detached', 'detached there, by the tag "detached-from-sync"'],
    ],
    [
      'reattached in the manifest, edited there while it was detached, waits',
      { receipt: PUSHED, news: { ...NEWS, status: 'requires_sync', reason: 'detached', message: 'tuned' } },
      ['requires_sync', 'drift', null],
    ],
  ])('%s', (_, given, [status, reason, message]) => {
    const outcome = recordedOutcome(pairOf(given));
    expect(outcome).toMatchObject({ status, reason, message, did: 'nothing', storyKey: 'triage' });
    expect(outcome.detached).toBe(reason === 'detached' || given.detached !== undefined);
  });

  it('says which story it is there, when it was pushed, from what, and how old the news is', () => {
    expect(recordedOutcome(pairOf({ receipt: PUSHED, news: NEWS }))).toMatchObject({
      destinationStoryId: 77,
      syncedAt: '2026-03-01T12:00:00Z',
      commit: 'c'.repeat(40),
      recordedAt: NEWS.at,
    });
    const later = '2026-11-20T09:00:00.000Z';
    expect(recordedOutcome(pairOf({ receipt: { ...PUSHED, syncedAt: later }, news: NEWS })).recordedAt).toBe(later);
    expect(recordedOutcome(pairOf({}))).not.toHaveProperty('recordedAt');
  });
});

it('how far behind a story is counts from the commit it was pushed from, when git asks for something else by now', () => {
  expect(pushedFrom(TRIAGE, OLD_PUSH)).toBe('c'.repeat(40));
  expect(pushedFrom(TRIAGE, PUSHED)).toBeUndefined();
  expect(pushedFrom(TRIAGE, undefined)).toBeUndefined();
});
