import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { desiredOf } from '../../test/support/planning.ts';
import { callStory, storyExport, webhook } from '../../test/support/stories.ts';
import type { DesiredStory } from '../model/desired.ts';
import { calleesOf, workOrder } from './order.ts';

/** Stories by key, each with the keys that it calls. */
function storiesOf(calls: { readonly [key: string]: readonly string[] }): readonly DesiredStory[] {
  const files = Object.entries(calls).map(([key, callees]) => {
    const actions = [webhook('In'), ...callees.map((callee, index) => callStory(`Call ${index}`, callee))];
    return [key, storyExport({ name: key, actions })] as const;
  });
  return [...desiredOf(Object.fromEntries(files)).stories.values()];
}

function ordered(calls: { readonly [key: string]: readonly string[] }): {
  readonly order: string;
  readonly again: string;
} {
  const { stories, again } = workOrder(storiesOf(calls));
  return { order: stories.map(({ key }) => key).join(' '), again: [...again].join(' ') };
}

describe('the order of work', () => {
  it.each([
    ['stories that call nobody stay as they are', { a: [], b: [], c: [] }, 'a b c', ''],
    ['a callee comes before its caller', { a: ['b'], b: [] }, 'b a', ''],
    ['a chain is turned round', { a: ['b'], b: ['c'], c: [] }, 'c b a', ''],
    ['a callee of two comes once', { a: ['c'], b: ['c'], c: [] }, 'c a b', ''],
    ['a call to oneself is no cycle', { a: ['a'] }, 'a', ''],
    ['a call to somebody else’s story changes nothing', { a: ['elsewhere'], b: [] }, 'a b', ''],
    ['in a cycle the story that was pushed too early goes once more', { a: ['b'], b: ['a'] }, 'b a', 'b'],
    ['a cycle of three has one of these', { a: ['b'], b: ['c'], c: ['a'] }, 'c b a', 'c'],
  ])('%s', (_, calls, order, again) => {
    expect(ordered(calls)).toEqual({ order, again });
  });

  it('finds a callee by the slug of its export and by that of its name', () => {
    const files = {
      one: storyExport({ name: 'One', actions: [callStory('Call', 'my_story_2')] }),
      two: storyExport({ name: 'Two', actions: [callStory('Call', 'my_story')] }),
      callee: { ...storyExport({ name: 'My story', actions: [webhook('In')] }), slug: 'my_story_2' },
    };
    const stories = [...desiredOf(files).stories.values()];
    expect(stories.map((story) => calleesOf(story, stories).map(({ key }) => key))).toEqual([
      ['callee'],
      ['callee'],
      [],
    ]);
  });

  it('has every story exactly once, and every call that is not repeated goes to a story before it', () => {
    const keys = ['a', 'b', 'c', 'd', 'e'];
    const calls = fc.record(Object.fromEntries(keys.map((key) => [key, fc.subarray(keys)])));
    fc.assert(
      fc.property(calls, (graph) => {
        const input = storiesOf(graph);
        const { stories, again } = workOrder(input);
        expect(stories.map(({ key }) => key).sort()).toEqual(keys);
        for (const [index, story] of stories.entries()) {
          const later = calleesOf(story, input).filter((callee) => stories.indexOf(callee) > index);
          if (later.length > 0) expect(again).toContain(story.key);
        }
      }),
      { numRuns: 100 },
    );
  });
});
