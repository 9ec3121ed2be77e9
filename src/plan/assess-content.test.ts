import { expect, it } from 'vitest';
import {
  desiredOf,
  desiredStory,
  destinationOf,
  listedStory,
  policyFor,
  readingsOf,
  Shop,
  storyState,
} from '../../test/support/planning.ts';
import { fetchAction, guidOf, storyExport } from '../../test/support/stories.ts';
import type { StoryState } from '../model/destination-state.ts';
import { fingerprint } from '../story/parts.ts';
import { assessContent } from './assess-content.ts';

const under = (url: string) => desiredOf({ watch: storyExport({ name: 'Watch', actions: [fetchAction('Ask', url)] }) });
const FOREIGN = `cloud:${guidOf('their tenant')}:${guidOf('their story')}`;

/** What a push finds that comes after ours, and after `meanwhile`; the state may say something else than it did. */
async function planAfter(meanwhile: (shop: Shop, id: number) => Partial<StoryState>) {
  const shop = new Shop();
  const [pushed] = await shop.sync(under('https://a.example/'));
  const more = meanwhile(shop, pushed?.destinationStoryId ?? 0);
  const { state } = shop;
  const watch = state?.stories.watch;
  if (state && watch) shop.state = { ...state, stories: { watch: { ...watch, ...more } } };
  const { work } = await shop.plan(under('https://b.example/'));
  const story = work.get('contoso')?.stories[0];
  return { saved: story?.saveVersion, action: story?.planned.action, warnings: story?.planned.warnings ?? [] };
}

it('content that is proven to be our own last push is overwritten without a version of it', async () => {
  expect(await planAfter(() => ({}))).toEqual({ saved: false, action: 'update', warnings: [] });
});

it('content that was touched in a way that no fingerprint shows is saved first', async () => {
  const touch = (shop: Shop, id: number) => {
    shop.tenant.world.edit(id, (story) => ({ ...story, data: { ...story.data, from_a_later_release: true } }));
    return {};
  };
  expect(await planAfter(touch)).toMatchObject({ saved: true, action: 'update', warnings: [] });
});

it('a story that nothing but recorded state calls ours is saved first, and the plan says so', async () => {
  const forge = (shop: Shop, id: number) => {
    const { data, editedAt } = shop.tenant.world.edit(id, (story) => ({
      ...story,
      data: { ...story.data, origin_story_identifier: FOREIGN },
    }));
    return { stamp: FOREIGN, observed: fingerprint({ ...data, name: 'Watch' }), editedAt };
  };
  const { saved, action, warnings } = await planAfter(forge);
  expect([saved, action]).toEqual([true, 'update']);
  expect(warnings).toEqual([expect.stringContaining('that it is ours is only remembered')]);
});

it('without state "on_drift" cannot be followed, and the plan says so', async () => {
  const shop = new Shop();
  await shop.sync(under('https://a.example/'));
  shop.state = undefined;
  const desired = desiredOf(
    { watch: storyExport({ name: 'Watch', actions: [fetchAction('Ask', 'https://b.example/')] }) },
    [destinationOf('contoso', { stories: ['watch'], onDrift: 'keep' })],
  );
  const [story] = (await shop.plan(desired)).work.get('contoso')?.stories ?? [];
  expect([story?.planned.action, story?.saveVersion]).toEqual(['update', true]);
  expect(story?.planned.warnings).toEqual([expect.stringContaining('whatever "on_drift: keep" asks for')]);
});

it.each([
  ['nothing is recorded', 'update', undefined],
  ['our last push left it with another stamp', 'update', { stamp: `cloud:${guidOf('x')}:${guidOf('y')}` }],
  ['our last push was of another story there', 'update', { destinationStoryId: 8 }],
  ['our last push sent another stamp', 'update', { lineage: FOREIGN }],
  ['the tenant kept that very stamp at our last push', 'unchanged', {}],
] as const)(
  'of an equal story under "adopt" with a stamp of its own, where %s, the plan says %s',
  (_, action, recorded) => {
    const desired = desiredStory(storyExport({ name: 'Watch', actions: [fetchAction('Ask', 'https://a.example/')] }));
    const listed = listedStory(7, 'Watch');
    const live = { ...desired.story, origin_story_identifier: FOREIGN };
    const facts = { stamp: FOREIGN, lineage: desired.stamp, pushed: desired.contentHash, observed: fingerprint(live) };
    const state = recorded && storyState(7, { ...facts, ...recorded });
    const destination = destinationOf('contoso', { stories: ['story'], adopt: ['story'] });
    const [subscription] = destination.subscriptions;
    if (!subscription) throw new Error('no subscription');
    const content = assessContent(
      {
        desired,
        subscription,
        destination,
        readings: readingsOf({ listing: [listed], exports: new Map([[7, live]]) }),
        state,
        knownAs: undefined,
        displaced: undefined,
        decisions: undefined,
        rememberedTypes: {},
        broughtSlugs: new Set(),
        policy: policyFor(desiredOf({})),
      },
      { kind: 'ours', listed, adopted: true },
      false,
    );
    expect(content.kind === 'found' && content.found.planned.action).toBe(action);
  },
);
