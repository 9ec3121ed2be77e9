import { describe, expect, it } from 'vitest';
import { storyState } from '../../test/support/planning.ts';
import type { StoryChange } from '../story/compare/compare.ts';
import { driftedPlaces, editedParts, sameParts } from './part-hashes.ts';

const change = (path: string, part: string): StoryChange => ({ path, part, op: 'update', text: path, subject: path });

describe('drift', () => {
  it('is every part that is not as it was read back: changed, new or gone', () => {
    const state = storyState(1, { observed: { story: '1', 'agents[A]': '2', 'agents[B]': '3' } });
    const live = { story: '1', 'agents[A]': 'x', 'agents[C]': '4' };
    expect([...editedParts(live, state)].sort()).toEqual(['agents[A]', 'agents[B]', 'agents[C]']);
  });

  it('names only places that differ from git too, each once', () => {
    const changes = [
      change('agents[A].options.url', 'agents[A]'),
      change('agents[A].options.url', 'agents[A]'),
      change('links', 'links'),
    ];
    expect(driftedPlaces(changes, new Set(['agents[A]', 'layout']))).toEqual(['agents[A].options.url']);
  });

  it('compares observations whatever the order of their parts', () => {
    expect(sameParts({ a: '1', b: '2' }, { b: '2', a: '1' })).toBe(true);
    expect(sameParts({ a: '1' }, { a: '1', b: '2' })).toBe(false);
    expect(sameParts({ a: '1' }, { b: '1' })).toBe(false);
  });
});
