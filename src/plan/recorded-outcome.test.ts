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
  readonly entry?: StoryState;
  readonly news?: LastStatus;
  readonly options?: Partial<Destination>;
  readonly detached?: Detachment;
  readonly known?: boolean;
};

function pairOf({ entry, news, options, detached, known = true }: Given): RecordedPair {
  const destination = destinationOf('contoso', { stories: ['triage'], ...options });
  const [subscription] = destination.subscriptions;
  if (!subscription) throw new Error('no subscription');
  const state = {
    tenantUrl: destination.tenantUrl,
    teamId: 42,
    stories: entry ? { triage: entry } : {},
    recordTypes: {},
    last: news ? { triage: news } : {},
    proven: true,
  };
  return {
    destination,
    subscription: { ...subscription, ...(detached ? { detached } : {}) },
    desired: TRIAGE,
    state: entry || news ? state : undefined,
    entry,
    known,
  };
}

const MANUAL = { manualSyncOnly: true };
const HELD = { hold: { reason: 'audit' } };
const TUNED: Detachment = { reason: 'tuned', owner: '@acme/soc' };

/** Words of an earlier run as they are, else the kind of the fact and what it is about. */
function wordsOf(fact: Outcome['fact']): string | null {
  if (fact?.kind === 'recorded') return fact.message;
  if (fact?.kind === 'changed_since_failure') return `changed_since_failure ${fact.message}`;
  if (fact?.kind === 'held') return `held: ${fact.hold.reason}`;
  if (fact?.kind === 'detached')
    return `detached, ${fact.absent ? 'absent' : 'there'}: ${fact.detachment?.reason ?? 'by its tag'}`;
  return fact?.kind ?? null;
}

describe('the recorded outcome of a pair', () => {
  it.each<[string, Given, [Outcome['status'], Outcome['reason'], string | null]]>([
    ['without any record was never synced', {}, ['requires_sync', 'new', 'never_synced']],
    ['as it was pushed is synced', { entry: PUSHED, news: NEWS }, ['synced', null, null]],
    ['found equal without a receipt is synced', { news: NEWS }, ['synced', null, null]],
    ['in a file without last statuses is what its receipt says', { entry: PUSHED }, ['synced', null, null]],
    [
      'whose receipt says that it read back wrong failed',
      { entry: { ...PUSHED, status: 'failed', reason: 'verify_failed', errorMessage: 'differs' } },
      ['failed', 'verify_failed', 'differs'],
    ],
    ['that git changed since waits', { entry: OLD_PUSH, news: of(NEWS) }, ['requires_sync', 'content_changed', null]],
    [
      'that git renamed since waits under its new name',
      { entry: { ...OLD_PUSH, name: 'Old name' }, news: of(NEWS) },
      ['requires_sync', 'renamed', null],
    ],
    ['whose last attempt failed is that failure', { entry: OLD_PUSH, news: REFUSED }, ['failed', 'rejected', 'no']],
    ['that never arrived is the failure', { news: REFUSED }, ['failed', 'rejected', 'no']],
    [
      'that git changed since a failure waits, and says so',
      { entry: OLD_PUSH, news: of(REFUSED, 'sha256:between') },
      ['requires_sync', 'content_changed', 'changed_since_failure no'],
    ],
    [
      'of a tenant without a key stays failed, whatever git asks for',
      { entry: OLD_PUSH, news: of(NO_KEY) },
      ['failed', 'missing_key', 'KEY is not set'],
    ],
    [
      'that a run did not reach says so',
      { news: { ...REFUSED, status: 'requires_sync', reason: 'not_reached' } },
      ['requires_sync', 'not_reached', 'no'],
    ],
    [
      'that git changed waits for a hand where only hands push',
      { entry: OLD_PUSH, news: of(NEWS), options: MANUAL },
      ['requires_sync', 'manual_sync_only', null],
    ],
    ['that is in sync where only hands push is synced', { entry: PUSHED, options: MANUAL }, ['synced', null, null]],
    [
      'that waited for a hand waits for the next sync once that is lifted',
      { news: { ...NEWS, status: 'requires_sync', reason: 'manual_sync_only' } },
      ['requires_sync', 'new', 'never_synced'],
    ],
    [
      'that git changed waits for the end of the hold, in the words of today',
      {
        entry: OLD_PUSH,
        news: of({ ...NEWS, status: 'requires_sync', reason: 'held', message: 'old' }),
        options: HELD,
      },
      ['requires_sync', 'held', 'held: audit'],
    ],
    ['that is in sync where nothing is pushed is synced', { entry: PUSHED, options: HELD }, ['synced', null, null]],
    [
      'that was never synced waits for the end of the hold',
      { options: { ...HELD, ...MANUAL } },
      ['requires_sync', 'held', 'held: audit'],
    ],
    [
      'that a run did not reach waits for the end of a hold that came since',
      { news: { ...REFUSED, status: 'requires_sync', reason: 'not_reached' }, options: HELD },
      ['requires_sync', 'held', 'held: audit'],
    ],
    ['that failed before the hold is that failure', { news: REFUSED, options: HELD }, ['failed', 'rejected', 'no']],
    [
      'detached where nothing is pushed stays so',
      { entry: OLD_PUSH, news: of(NEWS), detached: TUNED, options: HELD },
      ['requires_sync', 'detached', 'detached, there: tuned'],
    ],
    [
      'whose edit there is kept waits for that, held or not',
      { entry: PUSHED, news: { ...NEWS, status: 'requires_sync', reason: 'drift', message: 'edited' }, options: HELD },
      ['requires_sync', 'drift', 'edited'],
    ],
    [
      'that was held waits for the next sync once it is released',
      { entry: PUSHED, news: { ...NEWS, status: 'requires_sync', reason: 'held', message: 'audit' } },
      ['requires_sync', 'drift', null],
    ],
    ['of which the record cannot be used is not known', { known: false }, ['requires_sync', null, 'nothing_recorded']],
    [
      'that git changed since what this clone recorded waits, also while the remote does not answer',
      { entry: OLD_PUSH, news: of(NEWS), known: false },
      ['requires_sync', 'content_changed', null],
    ],
    [
      'detached in the manifest and equal is synced',
      { entry: PUSHED, news: NEWS, detached: TUNED },
      ['synced', 'detached', 'detached, there: tuned'],
    ],
    [
      'detached in the manifest and behind differs',
      { entry: OLD_PUSH, news: of(NEWS), detached: TUNED },
      ['requires_sync', 'detached', 'detached, there: tuned'],
    ],
    [
      'detached after it failed does not fail any more',
      { news: REFUSED, detached: TUNED },
      ['requires_sync', 'detached', 'detached, there: tuned'],
    ],
    [
      'detached at a tenant without a key is a failure all the same',
      { news: NO_KEY, detached: TUNED },
      ['failed', 'missing_key', 'KEY is not set'],
    ],
    [
      'detached there by its tag stays so while git goes on',
      {
        entry: OLD_PUSH,
        news: { ...of(NEWS), reason: 'detached', message: 'by tag', detachedThere: true },
      },
      ['requires_sync', 'detached', 'detached, there: by its tag'],
    ],
    [
      'reattached in the manifest, edited there while it was detached, waits',
      { entry: PUSHED, news: { ...NEWS, status: 'requires_sync', reason: 'detached', message: 'tuned' } },
      ['requires_sync', 'drift', null],
    ],
  ])('%s', (_, given, [status, reason, message]) => {
    const outcome = recordedOutcome(pairOf(given));
    expect(outcome).toMatchObject({ status, reason, did: 'nothing', storyKey: 'triage' });
    expect(wordsOf(outcome.fact)).toBe(message);
    expect(outcome.detached).toBe(reason === 'detached' || given.detached !== undefined);
  });

  it('says which story it is there, when it was pushed, from what, and how old the news is', () => {
    expect(recordedOutcome(pairOf({ entry: PUSHED, news: NEWS }))).toMatchObject({
      destinationStoryId: 77,
      syncedAt: '2026-03-01T12:00:00Z',
      commit: 'c'.repeat(40),
      recordedAt: NEWS.at,
    });
    const later = '2026-11-20T09:00:00.000Z';
    expect(recordedOutcome(pairOf({ entry: { ...PUSHED, syncedAt: later }, news: NEWS })).recordedAt).toBe(later);
    expect(recordedOutcome(pairOf({}))).not.toHaveProperty('recordedAt');
  });
});

it('how far behind a story is counts from the commit it was pushed from, when git asks for something else by now', () => {
  expect(pushedFrom(TRIAGE, OLD_PUSH)).toBe('c'.repeat(40));
  expect(pushedFrom(TRIAGE, PUSHED)).toBeUndefined();
  expect(pushedFrom(TRIAGE, undefined)).toBeUndefined();
});
