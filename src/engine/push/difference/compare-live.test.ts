import { expect, it } from 'vitest';
import {
  desiredOf,
  desiredStory,
  destinationOf,
  policyFor,
  readingsOf,
  storyState,
} from '../../../../test/support/planning.ts';
import { fetchAction, storyExport } from '../../../../test/support/stories.ts';
import type { StoryContext } from '../assess/story-context.ts';
import { compareWithLive } from './compare-live.ts';

const asking = (url: string) => desiredStory(storyExport({ name: 'Watch', actions: [fetchAction('Ask', url)] }));
const [here, there] = [asking('https://a.example/'), asking('https://b.example/')];

function contextOf(more: Partial<StoryContext> = {}): StoryContext {
  const destination = destinationOf('contoso', { stories: ['story'] });
  const [subscription] = destination.subscriptions;
  if (!subscription) throw new Error('no subscription');
  return {
    desired: here,
    subscription,
    destination,
    readings: readingsOf(),
    state: undefined,
    knownAs: undefined,
    displaced: undefined,
    decisions: undefined,
    rememberedTypes: {},
    proven: true,
    broughtSlugs: new Set(),
    policy: policyFor(desiredOf({})),
    ...more,
  };
}

it('a live story is compared once for one question, and anew for another', () => {
  const [live, wanted] = [{ ...here.story }, { ...here.story }];
  const context = contextOf();
  const found = compareWithLive(context, live, wanted);
  // As after another round of reading.
  expect(compareWithLive({ ...context, readings: readingsOf() }, live, wanted)).toBe(found);
  for (const more of [
    { desired: there },
    { destination: destinationOf('contoso', { stories: ['story'], webhookUrls: 'export' }) },
    { state: storyState(7) },
    { proven: false },
    { rememberedTypes: {} },
  ] satisfies readonly Partial<StoryContext>[]) {
    const before = compareWithLive(context, live, wanted);
    expect(compareWithLive({ ...context, ...more }, live, wanted)).not.toBe(before);
  }
  expect(compareWithLive(context, live, there.story).changes).not.toEqual([]);
  expect(compareWithLive(context, { ...there.story }, wanted).changes).not.toEqual([]);
});
