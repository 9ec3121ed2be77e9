import { describe, expect, it } from 'vitest';
import {
  desiredOf,
  desiredStory,
  destinationOf,
  listedStory,
  policyFor,
  readingsOf,
  Shop,
  storyState,
} from '../../../../test/support/planning.ts';
import { fetchAction, guidOf, storyExport } from '../../../../test/support/stories.ts';
import type { JsonObject } from '../../../json/value.ts';
import type { StoryState } from '../../../model/destination-state.ts';
import type { Story } from '../../../model/story.ts';
import type { DestinationWork } from '../../../plan/destination-work.ts';
import { fingerprint } from '../../../story/compare/parts.ts';
import type { PushStory } from '../push-work.ts';
import { assessContent } from './assess-content.ts';

const watch = (url: string) => storyExport({ name: 'Watch', actions: [fetchAction('Ask', url)] });
const pushStoryOf = (work: DestinationWork | undefined) => work?.stories[0] as PushStory | undefined;
const asked = (url: string) => desiredOf({ watch: watch(url) });
const FOREIGN = `cloud:${guidOf('their tenant')}:${guidOf('their story')}`;

/** What a push finds that comes after ours, and after `meanwhile`; the state may say something else than it did. */
async function planAfter(meanwhile: (shop: Shop, id: number) => Partial<StoryState>) {
  const shop = new Shop();
  const [pushed] = await shop.sync(asked('https://a.example/'));
  const more = meanwhile(shop, pushed?.destinationStoryId ?? 0);
  const { state } = shop;
  const watch = state?.stories.watch;
  if (state && watch) shop.state = { ...state, stories: { watch: { ...watch, ...more } } };
  const { work } = await shop.plan(asked('https://b.example/'));
  const story = pushStoryOf(work.get('contoso'));
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
  expect(warnings).toEqual([{ kind: 'other_stamp' }]);
});

/** The tenant's place, as the customer has it and git never had. */
const CUSTOMER = 'https://customer.example/';
const under = (url: string, onDrift: 'overwrite' | 'keep' | 'fail') =>
  desiredOf({ watch: watch(url) }, [destinationOf('contoso', { stories: ['watch'], onDrift })]);

/** Pushed once, then as the customer or git left it; what is remembered is gone, or a hint. */
async function planUnproven(given: {
  readonly live?: string;
  readonly onDrift: 'overwrite' | 'keep' | 'fail';
  readonly state: 'none' | 'hint' | 'forged';
  readonly force?: boolean;
}) {
  const shop = new Shop();
  shop.versions = [watch('https://a.example/'), watch('https://older.example/')].map(
    (story) => desiredStory(story).story,
  );
  shop.proven = false;
  const [pushed] = await shop.sync(under('https://a.example/', given.onDrift));
  if (given.live !== undefined) edit(shop, pushed?.destinationStoryId ?? 0, given.live);
  if (given.state === 'none') shop.state = undefined;
  // As if our own push had left it so.
  if (given.state === 'forged') forge(shop, pushed?.destinationStoryId ?? 0);
  const { work } = await shop.plan(under('https://b.example/', given.onDrift), { force: given.force ?? false });
  const story = pushStoryOf(work.get('contoso'));
  if (!story) throw new Error('nothing was planned');
  const { action, reason, drift, conflict, warnings } = story.planned;
  return { action, reason, drift, conflict, warnings, saved: story.saveVersion };
}

function edit(shop: Shop, id: number, url: string): void {
  const agents = (watch(url) as unknown as Story).agents;
  shop.tenant.world.edit(id, (story) => ({
    ...story,
    data: {
      ...story.data,
      agents: story.data.agents.map((agent, index) => ({ ...agent, options: agents[index]?.options ?? {} })),
    },
  }));
}

function forge(shop: Shop, id: number): void {
  const { data, editedAt } = shop.tenant.world.edit(id, (story) => story);
  const entry = shop.state?.stories.watch;
  if (!shop.state || !entry) throw new Error('nothing is remembered');
  shop.state = { ...shop.state, stories: { watch: { ...entry, observed: fingerprint(data), editedAt } } };
}

const PLACE = 'agents[Ask].options.url';

describe('without proven state', () => {
  it.each(['keep', 'fail', 'overwrite'] as const)(
    'content that git had before is no edit under "on_drift: %s"',
    async (onDrift) => {
      for (const live of [undefined, 'https://older.example/']) {
        for (const state of ['none', 'hint'] as const) {
          const plan = await planUnproven({ onDrift, state, ...(live === undefined ? {} : { live }) });
          expect(plan).toMatchObject({ action: 'update', drift: [], conflict: false, warnings: [] });
        }
      }
    },
  );

  it.each([
    ['keep', 'skip'],
    ['fail', 'blocked'],
  ] as const)('content that git never had counts as an edit under "on_drift: %s"', async (onDrift, action) => {
    for (const state of ['none', 'hint', 'forged'] as const) {
      const plan = await planUnproven({ live: CUSTOMER, onDrift, state });
      expect(plan).toMatchObject({ action, reason: 'drift', drift: [PLACE], conflict: true });
    }
  });

  it.each(['keep', 'fail'] as const)(
    '"--force" overwrites it all the same under "on_drift: %s", saved',
    async (onDrift) => {
      for (const state of ['none', 'hint', 'forged'] as const) {
        const plan = await planUnproven({ live: CUSTOMER, onDrift, state, force: true });
        expect(plan).toMatchObject({ action: 'update', saved: true });
      }
    },
  );

  it('content that git never had is overwritten with a warning under "on_drift: overwrite", and saved', async () => {
    for (const state of ['none', 'forged'] as const) {
      const plan = await planUnproven({ live: CUSTOMER, onDrift: 'overwrite', state });
      expect(plan).toMatchObject({ action: 'update', saved: true });
      expect(plan.warnings).toEqual([{ kind: 'maybe_edited', gap: null }]);
    }
    // A hint that it was edited is told as the conflict that it is.
    const hinted = await planUnproven({ live: CUSTOMER, onDrift: 'overwrite', state: 'hint' });
    expect(hinted).toMatchObject({ action: 'update', saved: true, conflict: true, drift: [PLACE], warnings: [] });
  });

  it('a tag is taken back only where git once asked for it', async () => {
    const shop = new Shop();
    const tagged = { ...watch('https://a.example/'), tags: ['ours'] };
    const desired = (story: JsonObject) => desiredOf({ watch: story });
    shop.proven = false;
    const [pushed] = await shop.sync(desired(tagged));
    shop.tenant.world.edit(pushed?.destinationStoryId ?? 0, (story) => ({ ...story, tags: [...story.tags, 'theirs'] }));
    const entry = shop.state?.stories.watch;
    if (shop.state && entry) {
      shop.state = { ...shop.state, stories: { watch: { ...entry, tags: ['ours', 'theirs'] } } };
    }
    shop.versions = [desiredStory(tagged).story];
    const { work } = await shop.plan(desired(watch('https://a.example/')));
    expect(pushStoryOf(work.get('contoso'))?.tags).toEqual({ add: [], remove: ['ours'] });
  });
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
        proven: true,
        broughtSlugs: new Set(),
        policy: policyFor(desiredOf({})),
      },
      { kind: 'ours', listed, adopted: true },
      false,
    );
    expect(content.kind === 'found' && content.found.planned.action).toBe(action);
  },
);

it('content of an equal story is let go when it was assessed, and what differs keeps it', async () => {
  const shop = new Shop();
  const [pushed] = await shop.sync(asked('https://a.example/'));
  const planned = async (url: string) =>
    pushStoryOf((await shop.plan(asked(url), { refresh: true })).work.get('contoso'));
  const equal = await planned('https://a.example/');
  expect([equal?.planned.action, equal?.content, equal?.live?.read]).toEqual(['unchanged', undefined, undefined]);
  expect(equal?.live?.facts).toMatchObject({
    stamp: equal?.desired.stamp,
    observed: shop.state?.stories.watch?.observed,
  });
  const differs = await planned('https://b.example/');
  expect(differs?.planned.action).toBe('update');
  const there = shop.tenant.world.stories.get(pushed?.destinationStoryId ?? 0);
  expect(differs?.live?.read?.story.agents).toEqual(there?.data.agents);
});
