import { describe, expect, it } from 'vitest';
import { desiredOf, desiredStory, destinationOf, Shop, storyState } from '../../../test/support/planning.ts';
import { fetchAction, storyExport, webhook } from '../../../test/support/stories.ts';
import type { DestinationState, StoryState } from '../../model/destination-state.ts';
import { matchState } from './match-state.ts';

const WATCH = desiredStory(storyExport({ name: 'Watch', actions: [webhook('In')] }));
const NEW = { ...WATCH, key: 'new' };
const OURS = { stamp: WATCH.stamp };
const THEIRS = { stamp: 'the tenant’s own' };

function stateWith(stories: { readonly [key: string]: Partial<StoryState> }): DestinationState {
  const entries = Object.entries(stories).map(([key, more], index) => [key, storyState(index + 1, more)] as const);
  return {
    tenantUrl: 'https://contoso.example',
    teamId: 42,
    stories: Object.fromEntries(entries),
    recordTypes: {},
    last: {},
    proven: true,
  };
}

describe('what is remembered of a story under a new key', () => {
  const sibling = { ...desiredStory(storyExport({ name: 'Other', actions: [] })), key: 'other' };
  it.each<[string, Parameters<typeof stateWith>[0], string | undefined]>([
    ['is found by our stamp', { old: OURS }, 'id 1 as old'],
    [
      'is found by what was pushed, where the tenant stores a stamp of its own',
      { old: { ...THEIRS, pushed: WATCH.contentHash } },
      'id 1 as old',
    ],
    ['is not guessed from the name', { old: { ...THEIRS, name: 'Watch' } }, undefined],
    ['is not needed when the new key is recorded already', { new: {}, old: OURS }, 'id 1 as its own'],
    ['is found under the key of another story that is subscribed', { other: OURS }, 'id 1 as other'],
    ['is not what another story left under the key', { new: { lineage: sibling.stamp, name: 'Watch' } }, undefined],
    [
      'is not what a story that git has no more left under the key',
      { new: { lineage: 'gone', name: 'Gone' } },
      undefined,
    ],
    [
      'is what a story of its name left there, whose stamp changed',
      { new: { lineage: 'x', name: 'Watch' } },
      'id 1 as its own',
    ],
    ['is nothing where two old keys could be it', { old: OURS, older: OURS }, undefined],
    ['is nothing where nothing is remembered', {}, undefined],
  ])('%s', (_, stories, expected) => {
    const found = matchState([NEW, sibling], stateWith(stories), [NEW, sibling]).get('new');
    expect(found && `id ${found.state.destinationStoryId} as ${found.knownAs ?? 'its own'}`).toBe(expected);
  });
});

describe('a destination whose story got a new key', () => {
  const story = (url: string) => storyExport({ name: 'Watch', actions: [webhook('In'), fetchAction('Ask', url)] });
  const under = (key: string, url = 'https://a.example/') => desiredOf({ [key]: story(url) });

  it('remembers it under the new one alone, pushed or not', async () => {
    for (const url of ['https://a.example/', 'https://b.example/']) {
      const shop = new Shop();
      await shop.sync(under('old'));
      await shop.sync(under('new', url));
      expect(Object.keys(shop.state?.stories ?? {})).toEqual(['new']);
      expect((await shop.plan(under('new', url))).plan.destinations[0]?.stories[0]).toMatchObject({
        action: 'unchanged',
        warnings: [],
      });
    }
  });

  it('tells an edit there from a change in git as before', async () => {
    const shop = new Shop();
    await shop.sync(under('old'));
    for (const { id } of shop.tenant.world.stories.values()) {
      shop.tenant.world.edit(id, (live) => ({ ...live, data: { ...live.data, description: 'theirs' } }));
    }
    const { plan } = await shop.plan(under('new'));
    expect(plan.destinations[0]?.stories[0]).toMatchObject({ reason: 'drift', conflict: true });
  });

  it('does not list the old key as left behind, also in a run that is about another story', async () => {
    const shop = new Shop();
    await shop.sync(under('old'));
    const other = storyExport({ name: 'Other', actions: [] });
    const renamed = { ...story('https://a.example/'), name: 'Watch over' };
    const desired = desiredOf({ other, new: renamed }, [destinationOf('contoso', { stories: ['other', 'new'] })]);
    const { plan } = await shop.plan(desired, { selected: new Map([['contoso', new Set(['other'])]]) });
    expect(plan.destinations[0]).toMatchObject({ stories: [{ key: 'other' }], leftBehind: [] });
  });
});

describe('keys that change hands', () => {
  const story = (name: string) =>
    storyExport({ name, actions: [webhook('In'), fetchAction('Ask', `https://${name}.example/`)] });
  const [WATCHES, HUNTS, NEWS] = [story('Watch'), story('Hunt'), story('News')];
  const known = (shop: Shop) =>
    Object.entries(shop.state?.stories ?? {})
      .map(([key, { name }]) => `${key.replace(/(?<!\d)\d+$/, 'id')}: ${name}`)
      .toSorted();

  async function rekey(before: Parameters<typeof desiredOf>[0], after: Parameters<typeof desiredOf>[0]) {
    const shop = new Shop();
    await shop.sync(desiredOf(before));
    const addresses = structuredClone([...shop.tenant.world.stories.values()]);
    const desired = desiredOf(after);
    const { plan } = await shop.plan(desired);
    const actions = plan.destinations.flatMap((each) => each.stories.map(({ key, action }) => `${key} ${action}`));
    await shop.sync(desired);
    // Whatever was there is there still, with its addresses.
    expect([...shop.tenant.world.stories.values()].slice(0, addresses.length)).toEqual(addresses);
    const again = await shop.sync(desired);
    expect(again.map(({ did }) => did)).toEqual(again.map(() => 'unchanged'));
    return { shop, actions: actions.toSorted() };
  }

  it('are only names: two that swap them change nothing there', async () => {
    const { shop, actions } = await rekey({ a: WATCHES, b: HUNTS }, { a: HUNTS, b: WATCHES });
    expect(actions).toEqual(['a unchanged', 'b unchanged']);
    expect(known(shop)).toEqual(['a: Hunt', 'b: Watch']);
  });

  it('may move along in a row', async () => {
    const { shop, actions } = await rekey({ a: WATCHES, b: HUNTS }, { b: WATCHES, c: HUNTS });
    expect(actions).toEqual(['b unchanged', 'c unchanged']);
    expect(known(shop)).toEqual(['b: Watch', 'c: Hunt']);
  });

  it('do not hand the story of before over to the new one', async () => {
    const { shop, actions } = await rekey({ a: WATCHES }, { a: NEWS, b: WATCHES });
    expect(actions).toEqual(['a create', 'b unchanged']);
    expect(known(shop)).toEqual(['a: News', 'b: Watch']);
  });

  it('leave the story of before behind when git has it no more, under a key of its own', async () => {
    const { shop, actions } = await rekey({ a: WATCHES }, { a: NEWS });
    expect(actions).toEqual(['a create']);
    expect(known(shop)).toEqual(['a.id: Watch', 'a: News']);
    const { plan } = await shop.plan(desiredOf({ a: NEWS }));
    expect(plan.destinations[0]?.leftBehind).toMatchObject([{ name: 'Watch', prunable: true }]);
  });
});
