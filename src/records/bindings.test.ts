import { describe, expect, it } from 'vitest';
import { desiredStory } from '../../test/support/planning.ts';
import { type ActionSpec, fetchAction, recordAction, storyExport } from '../../test/support/stories.ts';
import type { JsonValue } from '../json/value.ts';
import { boundTypes } from './bindings.ts';

/** A record action whose type has that id. */
function keep(name: string, id: JsonValue): ActionSpec {
  return { ...recordAction(name, 'Alert', [['title', 'TEXT']]), record_type: { id, name: 'Alert', record_fields: [] } };
}

function bound(...actions: readonly ActionSpec[]): readonly (number | undefined)[] {
  return boundTypes(desiredStory(storyExport({ name: 'Triage', actions })).story);
}

describe('the types that actions are bound to', () => {
  it('are one for each action that embeds one, in their order', () => {
    const ask = fetchAction('Ask', 'https://a.example/');
    expect(bound(keep('One', 7), ask, keep('Two', 8), keep('Three', 7))).toEqual([7, 8, 7]);
    expect(bound(ask, { ...ask, name: 'None', record_type: null })).toEqual([]);
  });

  it.each([[''], ['7'], [7.5], [null]])('are counted where one has the id %j, which says nothing', (id) => {
    expect(bound(keep('One', 7), keep('Two', id))).toEqual([7, undefined]);
  });

  it('are found in the tools of an action as well', () => {
    const agent = { ...fetchAction('Agent', 'https://a.example/'), tools: [keep('Tool', 9)] };
    expect(bound(agent)).toEqual([9]);
  });
});
