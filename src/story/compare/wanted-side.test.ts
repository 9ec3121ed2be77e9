import { describe, expect, it } from 'vitest';
import { exampleStory } from '../../../test/support/example-story.ts';
import { reexported } from '../../../test/support/reexport.ts';
import type { JsonObject } from '../../json/value.ts';
import type { Story } from '../../model/story.ts';
import { compareStories } from './compare.ts';

const DESTINATIONS = ['c0ffee', 'decade', 'facade', 'beaded'];

/** Its actions have no address and bear one option, with a text that quotes whatever. */
function quoting(text: string, guid?: string): Story {
  const { agents, ...story } = exampleStory();
  const quiet = {
    ...story,
    agents: agents.map((agent) => ({ ...agent, type: 'Agents::EventTransformationAgent', options: { body: text } })),
  };
  return guid === undefined ? quiet : { ...quiet, guid };
}

/** A text that a normal form rewrites, so that what was watched is not in it. */
function quotingItself(text: string): Story {
  return quoting(`${text} ${exampleStory().agents[0]?.guid}`);
}

/** Counts how often the options of the first action are gone through. */
function watched(story: Story): { readonly story: Story; readonly passes: () => number } {
  let passes = 0;
  const watch = (options: JsonObject): JsonObject =>
    new Proxy(options, {
      get: (target, key) => {
        if (key === 'body') passes += 1;
        return Reflect.get(target, key);
      },
    });
  const agents = story.agents.map((agent, index) =>
    index === 0 ? { ...agent, options: watch(agent.options) } : agent,
  );
  return { story: { ...story, agents }, passes: () => passes };
}

describe('the wanted side of a comparison', () => {
  it('is brought to its normal form once for all destinations', () => {
    const { story: wanted, passes } = watched(quotingItself('hello'));
    const counts = DESTINATIONS.map((seed) => {
      expect(compareStories(reexported(quotingItself('hello'), seed), wanted)).toEqual([]);
      return passes();
    });
    expect(counts).toEqual([1, 1, 1, 1]);
  });

  it('meets a live story once where names match as guids do, whatever differs', () => {
    const equal = watched(reexported(quotingItself('hello'), 'c0ffee'));
    expect(compareStories(equal.story, quotingItself('hello'))).toEqual([]);
    const edited = watched(reexported(quotingItself('edited'), 'c0ffee'));
    expect(compareStories(edited.story, quotingItself('hello'))).not.toEqual([]);
    expect([equal.passes(), edited.passes()]).toEqual([1, 1]);
  });

  it('is another one beside a story whose guid it quotes, in whichever order they come', () => {
    const theirs = 'ab'.repeat(16);
    const wanted = (): Story => quoting(`see ${theirs}`);
    // The tenant's own copy quotes its guid; the other live story has nothing of that guid.
    const [near, far] = [quoting(`see ${theirs}`, theirs), quoting(`see ${theirs}`, 'cd'.repeat(16))];
    const fresh = [near, far].map((live) => compareStories(live, wanted()));
    for (const order of [
      [0, 1],
      [1, 0],
      [0, 1, 0, 1],
    ]) {
      const kept = wanted();
      for (const index of order) {
        expect(compareStories([near, far][index] as Story, kept)).toEqual(fresh[index]);
      }
    }
    expect(fresh).toEqual([[], []]);
  });
});
