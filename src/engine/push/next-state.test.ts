import { describe, expect, it } from 'vitest';
import { desiredOf, desiredStory, destinationOf, Shop, storyState } from '../../../test/support/planning.ts';
import { fetchAction, recordAction, storyExport } from '../../../test/support/stories.ts';
import type { StoryOutcome } from '../../apply/ledger.ts';
import type { DestinationWork } from '../../plan/destination-work.ts';
import { liveFacts } from './live-facts.ts';
import { NextState } from './next-state.ts';
import type { PushStory } from './push-work.ts';
import type { ReadBack } from './verify.ts';

const explain = () => ({ message: 'words', hint: null });
const CONTOSO = destinationOf('contoso');
const KEEPER = storyExport({ name: 'Keep', actions: [recordAction('Keep', 'Alert', [['title', 'TEXT']])] });
const OLD = desiredStory(KEEPER);
const ALERT = { target: 'Alert', definition: { name: 'Alert', fields: [] } };

/** What state has of record types once "old", which used "Alert", is deleted. */
function typesAfter(work: readonly object[], others: readonly string[] = ['keep']): readonly string[] {
  const stories = Object.fromEntries(['old', ...others].map((key, index) => [key, storyState(index + 1)]));
  const { tenantUrl, teamId } = CONTOSO;
  const next = new NextState(
    CONTOSO,
    {
      tenantUrl,
      teamId,
      stories,
      recordTypes: { Alert: ALERT },
      last: {},
      proven: true,
    },
    explain,
  );
  const prune = [{ left: { key: 'old' }, story: OLD.story }];
  next.forget({ stories: work, prune } as unknown as DestinationWork, new Set(['old']));
  expect(Object.keys(next.toState().stories)).toEqual(others);
  return Object.keys(next.toState().recordTypes);
}

const quiet = { ...desiredStory(storyExport({ name: 'Quiet', actions: [fetchAction('Ask', 'https://q.example/')] })) };

it('forgets the record types of a deleted story, unless another story uses them or may do so', () => {
  expect(typesAfter([{ desired: { ...quiet, key: 'keep' } }])).toEqual([]);
  expect(typesAfter([{ desired: { ...OLD, key: 'keep' } }])).toEqual(['Alert']);
  expect(typesAfter([{ desired: { ...quiet, key: 'keep' } }], ['keep', 'not chosen'])).toEqual(['Alert']);
});

it('remembers a story and a record type whose names every object has', () => {
  const type = { name: '__proto__', fields: [] };
  const desired = { ...OLD, key: 'constructor', recordTypes: [type] };
  const live = { listed: { id: 7, name: 'Keep', editedAt: '', tags: [], stamp: '' } };
  const state = storyState(7);
  const next = new NextState(CONTOSO, undefined, explain);
  const at = { syncedAt: '2026-01-01T00:00:00Z', commit: null };
  next.recordEqual({ desired, live, state, decisions: [] } as unknown as PushStory, at);
  expect(Object.keys(next.toState().stories)).toEqual(['constructor']);
  const push = { desired, state, tags: { add: [] }, decisions: [{ name: '__proto__', target: 'Log' }] };
  const back = { listed: live.listed, story: OLD.story };
  const settled = { status: 'synced', reason: null } as const;
  next.recordPush(push as unknown as PushStory, back as unknown as ReadBack, settled as unknown as StoryOutcome, at);
  expect(Object.entries(next.toState().recordTypes)).toEqual([['__proto__', { target: 'Log', definition: type }]]);
  expect(Object.keys(next.toState().stories)).toEqual(['constructor']);
});

it.each([
  ['the very content', quiet.contentHash, 'content_changed'],
  ['other content', 'sha256:other', null],
] as const)('a closer look that finds a story equal keeps why it was pushed, when that was %s', (_, pushed, reason) => {
  const { tenantUrl, teamId } = CONTOSO;
  const state = { ...storyState(1), pushed, status: 'synced' as const, reason: 'content_changed' as const };
  const stories = { [quiet.key]: state };
  const next = new NextState(CONTOSO, { tenantUrl, teamId, stories, recordTypes: {}, last: {}, proven: true }, explain);
  const story = { ...quiet.story, origin_story_identifier: quiet.stamp };
  const live = { listed: { id: 1, name: 'Quiet', editedAt: '' }, facts: liveFacts(quiet, story) };

  next.recordEqual({ desired: quiet, decisions: [], state, live } as unknown as PushStory, {
    syncedAt: '2026-03-01T12:00:00Z',
    commit: null,
  });

  expect(next.toState().stories[quiet.key]?.reason).toBe(reason);
});

it('an entry that stands under an earlier key moves to the key of today, also when nobody looked closely', () => {
  const { tenantUrl, teamId } = CONTOSO;
  const [state, other] = [storyState(1), storyState(2)];
  const stories = { earlier: state, [quiet.key]: other };
  const next = new NextState(CONTOSO, { tenantUrl, teamId, stories, recordTypes: {}, last: {}, proven: true }, explain);
  const live = { listed: { id: 1, name: 'Quiet', editedAt: '' } };
  const at = { syncedAt: '2026-03-01T12:00:00Z', commit: null };

  next.recordEqual({ desired: quiet, decisions: [], state, live } as unknown as PushStory, at);

  expect(next.toState().stories).toEqual({ [quiet.key]: state, [`${quiet.key}.2`]: other });
});

it('a story that is equal keeps the time of its push, however often and closely it is looked at', async () => {
  const shop = new Shop();
  const desired = desiredOf({
    quiet: storyExport({ name: 'Quiet', actions: [fetchAction('Ask', 'https://a.example/')] }),
  });
  await shop.sync(desired);
  shop.now = new Date('2026-03-02T12:00:00Z');
  await shop.sync(desired, { refresh: true });
  expect(shop.state?.stories.quiet?.syncedAt).toBe('2026-03-01T12:00:00.000Z');
});

describe('what a story was equal to', () => {
  it('is told since its push, until git asks for other content', async () => {
    const shop = new Shop();
    const asking = (url: string) =>
      desiredOf({ quiet: storyExport({ name: 'Quiet', actions: [fetchAction('Ask', url)] }) });
    const since: (string | undefined)[] = [];
    for (const [day, url] of ['https://a.example/', 'https://a.example/', 'https://b.example/'].entries()) {
      shop.now = new Date(`2026-03-0${day + 1}T12:00:00Z`);
      await shop.sync(asking(url), { refresh: true });
      since.push(shop.state?.stories.quiet?.since?.slice(0, 10));
    }
    expect(since).toEqual(['2026-03-01', '2026-03-01', '2026-03-03']);
  });

  it('is kept of the last fifty contents', async () => {
    const shop = new Shop();
    const equals: (readonly string[])[] = [];
    for (let count = 0; count < 52; count += 1) {
      await shop.sync(
        desiredOf({
          quiet: storyExport({ name: 'Quiet', actions: [fetchAction('Ask', `https://${count}.example/`)] }),
        }),
      );
      equals.push(shop.state?.stories.quiet?.equal ?? []);
    }
    const [last, before] = [equals.at(-1) ?? [], equals.at(-2) ?? []];
    expect([last.length, before.length]).toEqual([50, 50]);
    expect(last.slice(0, -1)).toEqual(before.slice(1));
  });
});

it('keeps what is known of the vendor’s own syncing', () => {
  const { tenantUrl, teamId } = CONTOSO;
  const native = { vendorId: null, manualSyncOnly: false, keyVersion: 3, carried: [77] };
  const previous = { tenantUrl, teamId, stories: {}, recordTypes: {}, last: {}, native, proven: true };
  expect(new NextState(CONTOSO, previous, explain).toState().native).toEqual(native);
  expect(new NextState(CONTOSO, undefined, explain).toState()).not.toHaveProperty('native');
});
