import { describe, expect, it } from 'vitest';
import {
  desiredOf,
  destinationOf,
  listedStory,
  policyFor,
  readingsOf,
  Shop,
  storyState,
} from '../../../../test/support/planning.ts';
import { callStory, fetchAction, recordAction, storyExport, webhook } from '../../../../test/support/stories.ts';
import type { ActualDestination } from '../../../model/actual.ts';
import type { Destination, Hold } from '../../../model/destination.ts';
import type { DestinationState } from '../../../model/destination-state.ts';
import type { Assessment } from '../../../plan/destination-work.ts';
import type { Planning } from '../../../plan/plan.ts';
import type { Policy } from '../../../plan/policy.ts';
import { assessDestination } from './assess-destination.ts';

const STORIES = {
  caller: storyExport({ name: 'Caller', actions: [callStory('Call', 'callee')] }),
  callee: storyExport({ name: 'Callee', actions: [webhook('In'), fetchAction('Ask', '<<CREDENTIAL.vt>>')] }),
  keeper: storyExport({ name: 'Keeper', actions: [recordAction('Keep', 'Alert', [['title', 'TEXT']])] }),
};
type Key = keyof typeof STORIES;

function assess(
  keys: readonly Key[],
  observed: Partial<ActualDestination>,
  options = {},
  policy: Partial<Policy> = {},
): Assessment {
  const desired = desiredOf(STORIES, [destinationOf('contoso', { stories: keys, ...options })]);
  const [destination] = desired.destinations;
  if (!destination) throw new Error('no destination');
  const seen = { name: 'contoso', readings: readingsOf(), ...observed } as ActualDestination;
  return assessDestination(desired, destination, seen, policyFor(desired, policy));
}

/** `callee create, caller create`, or `asks credentials` */
function told(assessment: Assessment): string {
  if (assessment.kind === 'unread')
    return `asks ${assessment.needs
      .map(({ kind }) => kind)
      .sort()
      .join(', ')}`;
  return assessment.work.stories.map(({ planned }) => `${planned.key} ${planned.action}`).join(', ');
}

const STATE: DestinationState = {
  tenantUrl: 'https://contoso.example',
  teamId: 42,
  stories: {},
  recordTypes: {},
  last: {},
  proven: true,
};
const VT = { id: 1, name: 'vt', slug: 'vt', teamId: 42, access: 'team' } as const;
const READ = { credentials: [VT], recordTypes: [], visibleStories: [] };
const LACKING = { ...READ, credentials: [], visibleCredentials: [] };

describe('a destination', () => {
  it('is asked for what its stories need, each thing once, and for nothing more', () => {
    expect(told(assess(['callee'], {}))).toBe('asks credentials');
    expect(told(assess(['keeper'], {}))).toBe('asks record_types');
    expect(told(assess(['callee', 'keeper'], {}))).toBe('asks credentials, record_types');
    expect(told(assess([], {}))).toBe('');
  });

  it('is asked for record types along with the proof that a story is ours, and for none before it where no record says so', () => {
    const listing = [listedStory(7, 'Keeper')];
    const state = { ...STATE, stories: { keeper: storyState(7, { name: 'Keeper' }) } };
    const keeper = (observed: Partial<ActualDestination>): string =>
      told(assess(['keeper'], observed, {}, { refresh: true }));
    expect(keeper({ readings: readingsOf({ listing }), state })).toBe('asks export, record_types');
    // Somebody's own story of that name, and one that is listed no more.
    expect(keeper({ readings: readingsOf({ listing }) })).toBe('asks export');
    expect(keeper({ readings: readingsOf({ listing: [] }), state })).toBe('asks whereabouts');
  });

  it('gets callees before callers', () => {
    expect(told(assess(['caller', 'callee'], { readings: readingsOf(READ) }))).toBe('callee create, caller create');
  });

  it('does not get a caller whose callee cannot come and is not there', () => {
    expect(told(assess(['caller', 'callee'], { readings: readingsOf(LACKING) }))).toBe(
      'callee blocked, caller blocked',
    );
  });

  it('is not pushed to while the manifest gives it to the vendor, whatever was read of it', () => {
    for (const observed of [{}, { readings: undefined, offline: true } as never]) {
      const assessment = assess(['callee'], observed, { engine: 'native' });
      if (assessment.kind !== 'assessed') throw new Error('not assessed');
      const { stories, refreshed, unreadable } = assessment.work;
      expect(stories.map(({ planned: { action, reason } }) => [action, reason])).toEqual([['blocked', 'not_ours']]);
      expect([refreshed, unreadable?.kind]).toEqual([false, 'given_to_vendor']);
    }
  });

  it('that cannot be read has every story blocked, with the cause', () => {
    const unreadable = { kind: 'key_malformed', keyName: 'CONTOSO_KEY' };
    const assessment = assess(['caller', 'callee'], { readings: undefined, unreadable } as never);
    expect(told(assessment)).toBe('callee blocked, caller blocked');
    expect(assessment.kind === 'assessed' && assessment.work.stories[0]?.planned).toMatchObject({
      reason: 'missing_key',
      fact: unreadable,
    });
    expect(assessment.kind === 'assessed' && assessment.work.refreshed).toBe(false);
  });

  it('that cannot be read says which of its stories are detached, and of none that it is equal', () => {
    const unreadable = { kind: 'key_malformed', keyName: 'CONTOSO_KEY' };
    const { subscriptions } = destinationOf('contoso', { stories: ['caller', 'callee'] });
    const tuned = subscriptions.map((subscription) =>
      subscription.storyKey === 'caller' ? { ...subscription, detached: { reason: 'tuned' } } : subscription,
    );
    const assessment = assess([], { readings: undefined, unreadable } as never, { subscriptions: tuned });
    const stories = assessment.kind === 'assessed' ? assessment.work.stories : [];
    expect(stories.map(({ planned, equal }) => [planned.key, planned.detached, equal])).toEqual([
      ['callee', false, false],
      ['caller', true, false],
    ]);
  });

  it('that is manual only is planned in full and waits, unless it was named', () => {
    const readings = readingsOf(READ);
    const held = assess(['callee'], { readings }, { manualSyncOnly: true });
    expect(told(held)).toBe('callee skip');
    expect(held.kind === 'assessed' && held.work.stories[0]?.planned).toMatchObject({
      reason: 'manual_sync_only',
      urls: [{ op: 'add' }],
    });
    expect(told(assess(['callee'], { readings }, { manualSyncOnly: true }, { manual: 'all' }))).toBe('callee create');
    expect(told(assess(['callee'], { readings }, { manualSyncOnly: true }, { manual: new Set(['contoso']) }))).toBe(
      'callee create',
    );
    expect(told(assess(['callee'], { readings }, { manualSyncOnly: true }, { manual: new Set(['other']) }))).toBe(
      'callee skip',
    );
  });

  it.each<[string, Partial<Destination>, Partial<Policy>]>([
    ['is named', {}, { manual: new Set(['contoso']) }],
    ['and every manual-only one is pushed', { manualSyncOnly: true }, { manual: 'all' }],
    ['and all is pushed again', {}, { force: true }],
    ['and is read in full', {}, { refresh: true }],
  ])('that is held is planned in full and waits, also when it %s', (_, options, policy) => {
    const hold = { reason: 'audit', owner: '@acme/soc' };
    const assessment = assess(['callee'], { readings: readingsOf(READ) }, { ...options, hold }, policy);
    expect(assessment.kind === 'assessed' && assessment.work.stories[0]?.planned).toMatchObject({
      action: 'skip',
      reason: 'held',
      would: 'create',
      fact: { kind: 'held', hold, by: null },
      urls: [{ op: 'add' }],
    });
  });

  it('that is held says what would be in the way besides, and leaves what is detached to that', () => {
    const hold = { reason: 'audit' };
    const lacking = assess(['callee'], { readings: readingsOf(LACKING) }, { hold });
    expect(lacking.kind === 'assessed' && lacking.work.stories[0]?.planned).toMatchObject({
      action: 'skip',
      reason: 'held',
      would: null,
      fact: { kind: 'held', by: { kind: 'prerequisites_missing' } },
    });
    const { subscriptions } = destinationOf('contoso', { stories: ['callee'] });
    const tuned = subscriptions.map((each) => ({ ...each, detached: { reason: 'tuned' } }));
    const detached = assess([], { readings: readingsOf(READ) }, { hold, subscriptions: tuned });
    expect(detached.kind === 'assessed' && detached.work.stories[0]?.planned.reason).toBe('detached');
  });

  it('that is held and not asked waits as well', () => {
    const offline = assess(['callee'], { readings: undefined, offline: true } as never, { hold: { reason: 'audit' } });
    expect(offline.kind === 'assessed' && offline.work.stories[0]?.planned).toMatchObject({
      action: 'skip',
      reason: 'held',
      would: 'create',
    });
  });

  it('lists what we left behind and is still there, by key, and only that', () => {
    const stories = {
      old: storyState(9, { name: 'Old' }),
      ancient: storyState(8, { name: 'Ancient' }),
      gone: storyState(6, { name: 'Gone' }),
      callee: storyState(7, { name: 'Callee' }),
    };
    const state = { ...STATE, stories };
    const listing = [
      listedStory(7, 'Callee'),
      listedStory(8, 'Ancient'),
      listedStory(9, 'Old'),
      listedStory(1, 'Theirs'),
    ];
    const selected = new Map([['contoso', new Set<string>()]]);
    const assessment = assess(['callee'], { state, readings: readingsOf({ listing }) }, {}, { selected });
    expect(assessment.kind === 'assessed' && assessment.work.leftBehind).toMatchObject([
      { key: 'ancient', name: 'Ancient', destinationStoryId: 8 },
      { key: 'old', name: 'Old', destinationStoryId: 9 },
    ]);
  });
});

describe('the digest of a destination', () => {
  async function digestsOf(
    change: (shop: Shop) => void,
    options = {},
    url = 'https://a.example/',
  ): Promise<{ before: string; after: string }> {
    const stories = (to: string) => ({
      triage: storyExport({ name: 'Triage', actions: [webhook('In'), fetchAction('Ask', to)] }),
    });
    const shop = new Shop();
    await shop.sync(desiredOf(stories('https://a.example/')));
    const desired = (to: string, more = {}) =>
      desiredOf(stories(to), [destinationOf('contoso', { stories: ['triage'], ...more })]);
    const first = await shop.plan(desired('https://b.example/'));
    change(shop);
    const second = await shop.plan(desired(url === 'https://a.example/' ? 'https://b.example/' : url, options));
    const digestOf = ({ plan }: Planning) => plan.destinations[0]?.digest ?? '';
    return { before: digestOf(first), after: digestOf(second) };
  }
  const touch = (shop: Shop, more: object): void => {
    for (const { id } of shop.tenant.world.stories.values())
      shop.tenant.world.edit(id, (story) => ({ ...story, ...more }));
  };

  it.each([
    ['nothing happened', () => {}],
    ['an address changed, which is carried over', (shop: Shop) => touchPath(shop)],
    ['a setting changed, which stays as it is', (shop: Shop) => touch(shop, { disabled: true, priority: true })],
  ])('is the same when %s', async (_, change) => {
    const { before, after } = await digestsOf(change);
    expect(after).toBe(before);
  });

  it.each([
    ['the story was renamed there', (shop: Shop) => touch(shop, { name: 'Ours' }), {}, undefined],
    ['the story came under change control', (shop: Shop) => touch(shop, { changeControl: true }), {}, undefined],
    ['the story was edited there', (shop: Shop) => touchUrl(shop), {}, undefined],
    ['another folder is asked for', () => {}, { folderId: 5 }, undefined],
    ['another key is named', () => {}, { keyName: 'OTHER_KEY' }, undefined],
    ['edits are to be kept', () => {}, { onDrift: 'keep' }, undefined],
    ['missing prerequisites are to be warned of', () => {}, { prerequisites: 'warn' }, undefined],
    ['the story may be taken over', () => {}, { adopt: ['triage'] }, undefined],
    ['the destination is pinned', () => {}, { pin: { commit: '4f2e91c', reason: 'incident' } }, undefined],
    ['git asks for something else', () => {}, {}, 'https://c.example/'],
  ])('is another one when %s', async (_, change, options, url) => {
    const { before, after } = await digestsOf(change, options, url);
    expect(after).not.toBe(before);
  });

  it('is another one when the destination is held, also where nothing waits', async () => {
    const shop = new Shop();
    const stories = { triage: storyExport({ name: 'Triage', actions: [webhook('In')] }) };
    const asked = (hold?: Hold) =>
      desiredOf(stories, [destinationOf('contoso', { stories: ['triage'], ...(hold ? { hold } : {}) })]);
    await shop.sync(asked());
    const [free, held] = [await shop.plan(asked()), await shop.plan(asked({ reason: 'audit' }))];
    expect([free, held].map(({ plan }) => plan.totals.unchanged)).toEqual([1, 1]);
    expect(held.plan.destinations[0]?.digest).not.toBe(free.plan.destinations[0]?.digest);
  });
});

function touchOption(shop: Shop, action: string, option: string, value: string): void {
  for (const { id } of shop.tenant.world.stories.values()) {
    shop.tenant.world.edit(id, (story) => {
      const agents = story.data.agents.map((agent) =>
        agent.name === action ? { ...agent, options: { ...agent.options, [option]: value } } : agent,
      );
      return { ...story, data: { ...story.data, agents } };
    });
  }
}

function touchPath(shop: Shop): void {
  touchOption(shop, 'In', 'path', 'f'.repeat(32));
}

function touchUrl(shop: Shop): void {
  touchOption(shop, 'Ask', 'url', 'https://x.example/');
}
