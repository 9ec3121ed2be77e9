import { describe, expect, it } from 'vitest';
import { desiredOf, desiredStory, destinationOf, Shop, storyState } from '../../test/support/planning.ts';
import { fetchAction, storyExport, webhook } from '../../test/support/stories.ts';
import type { DestinationState, StoryState } from '../model/destination-state.ts';
import { recallStories } from './known-before.ts';

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
    ['is not taken from a story that is subscribed still', { other: OURS }, undefined],
    ['is nothing where two old keys could be it', { old: OURS, older: OURS }, undefined],
    ['is nothing where nothing is remembered', {}, undefined],
  ])('%s', (_, stories, expected) => {
    const found = recallStories([NEW, sibling], stateWith(stories)).get('new');
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
