import { describe, expect, it } from 'vitest';
import { action, exampleStory, guidOf, storyOf } from '../../../test/support/example-story.ts';
import { DESTINATION_OWNED } from '../../model/story.ts';
import { canonicalStory } from '../canonical.ts';
import { compareStories } from '../compare/compare.ts';
import { holdsPlaceholders } from './carry-addresses.ts';
import { neutralise } from './neutralise.ts';

describe('neutralise', () => {
  it('replaces addresses by type of action, and leaves data that happens to be called "path"', () => {
    const story = neutralise(exampleStory());
    const option = (index: number, key: string): unknown => story.agents[index]?.options[key];
    expect([option(0, 'path'), option(0, 'secret'), option(5, 'url_identifier')]).toEqual([
      DESTINATION_OWNED,
      DESTINATION_OWNED,
      DESTINATION_OWNED,
    ]);
    expect(option(3, 'path')).toBe('=fetch.body.items');
    expect(story.recipients).toEqual([]);
  });

  it('does the same inside embedded sub-stories', () => {
    const text = canonicalStory(neutralise({ ...exampleStory(), send_to_stories: [exampleStory()] }));
    expect(text).not.toMatch(/a1a1a1|b2b2b2|c3c3c3|owner@example/);
  });

  it('puts placeholders into embedded sub-stories for what they quote, of themselves and of the story around them', () => {
    const inner = storyOf([
      action(5, 'Form', 'Ask', { url_identifier: 'f4'.repeat(16) }),
      action(6, 'Email', 'Mail', { body: `${'f4'.repeat(16)} and ${'a1'.repeat(16)}` }),
    ]);
    const text = canonicalStory(neutralise({ ...exampleStory(), send_to_stories: [inner] }));
    expect(text).not.toMatch(/a1a1a1|f4f4f4/);
    expect(text).toContain(`${DESTINATION_OWNED}:path:${guidOf(1)}`);
  });

  it('adds nothing that was not there', () => {
    const story = storyOf([
      action(1, 'Webhook', 'Old', { secret: 'x' }),
      action(2, 'Email', 'Mail', { recipients: ['a@b.c'] }),
    ]);
    expect(neutralise(story)).toEqual(
      storyOf([
        action(1, 'Webhook', 'Old', { secret: DESTINATION_OWNED }),
        action(2, 'Email', 'Mail', { recipients: ['a@b.c'] }),
      ]),
    );
  });

  it('is a fixed point that equals the original', () => {
    const once = neutralise(exampleStory());
    expect(neutralise(once)).toEqual(once);
    expect(compareStories(exampleStory(), once)).toEqual([]);
    expect([holdsPlaceholders(exampleStory()), holdsPlaceholders(once)]).toEqual([false, true]);
  });
});
