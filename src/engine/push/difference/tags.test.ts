import { describe, expect, it } from 'vitest';
import { desiredStory } from '../../../../test/support/planning.ts';
import { storyExport } from '../../../../test/support/stories.ts';
import { changeSetOf } from './change-set.ts';
import { describeTagChange, tagChange } from './tags.ts';

const wanting = (...tags: readonly string[]) =>
  desiredStory(storyExport({ name: 'T', actions: [], tags: [...tags] })).story;

describe('tags', () => {
  it.each([
    ['one that is wanted and there is nothing to do', ['a'], ['a'], [], [], []],
    ['one that is wanted and not there is added', ['b', 'a'], [], [], ['a', 'b'], []],
    ['one of the destination stays', [], ['own'], [], [], []],
    ['one that we set and git dropped is removed', [], ['a', 'own'], ['a'], [], ['a']],
    ['one that we set, git dropped and the destination removed is nothing to do', [], [], ['a'], [], []],
    ['one that we set and is wanted stays', ['a'], ['a'], ['a'], [], []],
  ])('%s', (_, wanted, live, setByUs, add, remove) => {
    expect(tagChange(wanting(...wanted), live, setByUs)).toEqual({ add, remove });
  });

  it.each([
    ['unknown without a change set', {}, ['a unknown', 'b unknown']],
    ['of the change set that adds or drops them', { before: ['b'] }, ['a change_set', 'b change_set']],
    ['of the change set that brings the story', { before: null }, ['a change_set', 'b unknown']],
    ['unknown where the change set leaves them as they are', { before: ['a'] }, ['a unknown', 'b unknown']],
  ])('are told one by one, with a cause: %s', (_, { before }: { before?: readonly string[] | null }, expected) => {
    const wanted = desiredStory(storyExport({ name: 'T', actions: [], tags: ['a'] }));
    const set = changeSetOf(before === undefined ? wanted : { ...wanted, before: before && wanting(...before) });
    const told = describeTagChange({ add: ['a'], remove: ['b'] }, set);
    expect(told.map(({ op, text }) => `${op}: ${text}`)).toEqual(['add: tag "a" added', 'remove: tag "b" removed']);
    expect(told.map(({ cause }, index) => `${'ab'[index]} ${cause}`)).toEqual(expected);
  });
});
