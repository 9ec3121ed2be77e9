import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { ALL_EXPORTS } from '../../test/support/exports.ts';
import type { JsonObject, JsonValue } from '../json/value.ts';
import type { Action, Story } from '../model/story.ts';
import { recordTypesOf } from './definition.ts';

function storyWith(...types: readonly JsonValue[]): Story {
  const agents = types.map(
    (type, index): Action => ({
      type: 'Agents::RecordAgent',
      name: `Save ${index + 1}`,
      guid: `${index}`.padStart(32, '0'),
      options: {},
      record_type: type,
    }),
  );
  return { name: 'Triage', guid: 'f'.repeat(32), agents, links: [] };
}

function field(name: string, resultType = 'TEXT', values: readonly string[] = []): JsonObject {
  return { id: 7, name, description: null, result_type: resultType, fixed_values: values };
}

const defaults = [field('Story name'), field('Timestamp', 'TIMESTAMP'), field('Updated at', 'TIMESTAMP')];

describe('recordTypesOf', () => {
  it('reads what only a tool of another action uses', () => {
    const [save] = storyWith({ id: 1, name: 'Alert', record_fields: [field('Title')] }).agents;
    const ask = { type: 'Agents::LLMAgent', name: 'Ask', guid: 'e'.repeat(32), options: {}, tools: [save ?? null] };
    const { definitions } = recordTypesOf({ ...storyWith(), agents: [ask] });
    expect(definitions.map(({ name }) => name)).toEqual(['Alert']);
  });

  it('reads the embedded type without the vendor’s default fields', () => {
    const fields = [...defaults, field('Title'), field('Level', 'TEXT_ENUM', ['low', 'high'])];
    expect(recordTypesOf(storyWith({ id: 1, name: 'Alert', record_fields: fields }))).toEqual({
      definitions: [
        {
          name: 'Alert',
          fields: [
            { name: 'Title', resultType: 'TEXT', fixedValues: [] },
            { name: 'Level', resultType: 'TEXT_ENUM', fixedValues: ['low', 'high'] },
          ],
        },
      ],
      warnings: [],
    });
  });

  it('unites equal copies, whatever their ids and order', () => {
    const one = { id: 1, name: 'Alert', record_fields: [field('a'), field('b')] };
    const other = { id: 2, name: 'Alert', record_fields: [{ ...field('b'), id: 99 }, field('a')] };
    const { definitions, warnings } = recordTypesOf(storyWith(one, other));
    expect(definitions).toHaveLength(1);
    expect(warnings).toEqual([]);
  });

  it('keeps differing copies of one story apart and warns', () => {
    const one = { name: 'Alert', record_fields: [field('a')] };
    const other = { name: 'Alert', record_fields: [field('a', 'NUMBER')] };
    const { definitions, warnings } = recordTypesOf(storyWith(one, other, one));
    expect(definitions).toHaveLength(2);
    expect(warnings).toEqual(['action "Save 2" embeds record type "Alert" with other fields than before']);
  });

  it('warns of a user field that shares a default field’s name', () => {
    const { definitions, warnings } = recordTypesOf(
      storyWith({ name: 'Alert', record_fields: [...defaults, field('Timestamp')] }),
    );
    expect(definitions).toEqual([{ name: 'Alert', fields: [] }]);
    expect(warnings).toEqual([
      'record type "Alert": field "Timestamp" has the name of a default field twice; neither is synced',
    ]);
  });

  it.each<[string, JsonValue, number, number]>([
    ['null', null, 0, 0],
    ['a text', 'Alert', 0, 1],
    ['a type without a name', { record_fields: [] }, 0, 1],
    ['a type without fields', { name: 'Alert' }, 1, 0],
    ['a field without a name', { name: 'Alert', record_fields: [{ result_type: 'TEXT' }] }, 1, 1],
    ['values that are null', { name: 'Alert', record_fields: [{ ...field('a'), fixed_values: null }] }, 1, 0],
  ])('survives %s', (_, type, definitions, warnings) => {
    const read = recordTypesOf(storyWith(type));
    expect(read.definitions).toHaveLength(definitions);
    expect(read.warnings).toHaveLength(warnings);
  });

  it('finds named types with custom fields only in the record actions of every export', () => {
    const found = [...ALL_EXPORTS.values()].flatMap((path) => {
      const story: Story = JSON.parse(readFileSync(path, 'utf8'));
      const { definitions, warnings } = recordTypesOf(story);
      expect(warnings).toEqual([]);
      return definitions;
    });
    expect(found.length).toBeGreaterThan(0);
    for (const { name, fields } of found) {
      expect(name).not.toBe('');
      expect(fields.map((one) => one.name)).not.toContain('Updated at');
      expect(fields.length).toBeGreaterThan(0);
    }
  });
});
