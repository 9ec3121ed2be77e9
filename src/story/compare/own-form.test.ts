import { describe, expect, it } from 'vitest';
import { exampleStory, guidOf } from '../../../test/support/example-story.ts';
import { reexported } from '../../../test/support/reexport.ts';
import type { Story } from '../../model/story.ts';
import { neutralise } from '../addresses/neutralise.ts';
import { compareStories } from './compare.ts';
import { ownForm } from './own-form.ts';

/** The example, whose second action says a text; `names` are new names by position. */
function saying(text: string, names: { readonly [index: number]: string } = {}): Story {
  const story = exampleStory();
  const agents = story.agents.map((agent, index) => ({
    ...agent,
    name: names[index] ?? agent.name,
    ...(index === 1 ? { options: { ...agent.options, note: text } } : {}),
  }));
  return { ...story, agents };
}

/** The same as another tenant has it. */
function copied(...said: Parameters<typeof saying>): Story {
  return reexported(saying(...said), 'c0ffee');
}

/** With a text where no release of today has one. */
function linking(text: string): Story {
  const story = exampleStory();
  return { ...story, links: story.links.map((link) => ({ ...link, from_a_later_release: text })) };
}

const WEBHOOK = `/webhook/${'a1'.repeat(16)}/${'b2'.repeat(16)}`;

describe('the own form of a live story', () => {
  it.each<[string, Story, Story, boolean]>([
    ['says the same', copied('hello'), saying('hello'), true],
    ['says something else', copied('other'), saying('hello'), false],
    ['quotes its own guid, as git does', copied(guidOf(3)), saying(guidOf(3)), true],
    ['quotes its own address, as git does', saying(WEBHOOK), neutralise(saying(WEBHOOK)), true],
    ['quotes its own address, where git quotes none', saying(WEBHOOK), saying('hello'), false],
    ['quotes its own address in a link', linking(WEBHOOK), neutralise(linking(WEBHOOK)), false],
    ['quotes an action that has another name', saying(guidOf(3), { 2: 'Test' }), saying(guidOf(3)), false],
    ['quotes what git has no name for', copied(guidOf(3), { 2: 'Test' }), saying(guidOf(3)), false],
  ])('gives the comparison that it would make by itself where the story %s', (_, live, wanted, equal) => {
    const changes = compareStories(live, wanted, undefined, ownForm(live));
    expect(changes).toEqual(compareStories(live, wanted));
    expect(changes.length === 0).toBe(equal);
  });

  it('is not used beside a story whose guid it still quotes', () => {
    const wanted = saying(guidOf(3));
    const copy = reexported(saying('hello'), 'c0ffee');
    // The tenant made guids anew, and left the one in the text.
    const agents = copy.agents.map((agent, index) =>
      index === 1 ? { ...agent, options: { ...agent.options, note: guidOf(3) } } : agent,
    );
    const live = { ...copy, agents };
    expect(ownForm(live).holdsBeside(new Map([[guidOf(3), 'Check']]))).toBe(false);
    expect(ownForm(live).holdsBeside(new Map([[guidOf(4), 'Build']]))).toBe(true);
    expect(compareStories(live, wanted, undefined, ownForm(live))).toEqual([]);
  });
});
