import { describe, expect, it } from 'vitest';
import { action, exampleStory, storyOf } from '../../../test/support/example-story.ts';
import { matchActions } from './match.ts';

/** `0-1 guid`: position before, position after, and how they were matched. */
function pairs(before: Parameters<typeof matchActions>[0], after: typeof before): readonly string[] {
  return matchActions(before, after).pairs.map((pair) => `${pair.before}-${pair.after} ${pair.by}`);
}

describe('matchActions', () => {
  it('matches by guid whatever the names say', () => {
    const before = storyOf([action(1, 'Trigger', 'A'), action(2, 'Trigger', 'B')]);
    const after = storyOf([action(2, 'Trigger', 'A'), action(1, 'Trigger', 'B')]);
    expect(pairs(before, after)).toEqual(['1-0 guid', '0-1 guid']);
  });

  it('matches the rest by name and order, preferring an equal type', () => {
    const before = storyOf([action(1, 'Trigger', 'A'), action(2, 'Email', 'A'), action(3, 'Email', 'A')]);
    const after = storyOf([action(11, 'Email', 'A'), action(12, 'Email', 'A'), action(13, 'Webhook', 'A')]);
    expect(pairs(before, after)).toEqual(['1-0 name', '2-1 name', '0-2 name']);
  });

  it('says what came and what went', () => {
    const before = storyOf([action(1, 'Trigger', 'A'), action(2, 'Trigger', 'B')]);
    const after = storyOf([action(3, 'Trigger', 'B'), action(4, 'Trigger', 'C')]);
    expect(matchActions(before, after)).toEqual({
      pairs: [{ before: 1, after: 0, by: 'name' }],
      added: [1],
      removed: [0],
    });
  });

  it('matches a story with itself completely', () => {
    const { pairs: all, added, removed } = matchActions(exampleStory(), exampleStory());
    expect(all.every((pair) => pair.before === pair.after)).toBe(true);
    expect([all.length, added.length, removed.length]).toEqual([7, 0, 0]);
  });
});
