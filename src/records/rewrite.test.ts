import { describe, expect, it } from 'vitest';
import type { JsonObject } from '../json/value.ts';
import type { RecordField } from '../model/record-type.ts';
import type { Story } from '../model/story.ts';
import { pointRecordActions } from './rewrite.ts';

function wire(id: number, name: string): JsonObject {
  return { id, name, description: null, result_type: 'TEXT', fixed_values: [] };
}
function field(id: number, name: string): RecordField {
  return { id, name, resultType: 'TEXT', fixedValues: [] };
}
function storyOf(recordFields: readonly JsonObject[], title: JsonObject): Story {
  return {
    name: 'Triage',
    guid: 'f'.repeat(32),
    links: [],
    agents: [
      {
        type: 'Agents::EventTransformationAgent',
        name: 'Note',
        guid: 'a'.repeat(32),
        options: { id: '=INFO.record.alert.id' },
      },
      {
        type: 'Agents::RecordAgent',
        name: 'Save',
        guid: 'b'.repeat(32),
        options: { mode: 'create', record_type_id: '', record_writers: '' },
        record_type: { ...typeHead, record_fields: recordFields },
        record_writers: [{ formula: '<<a>>', include_in_update: false, record_field: title }],
      },
    ],
  };
}
const typeHead = { id: 1, name: 'Alert', editable: false };
const source = storyOf([wire(10, 'Timestamp'), wire(11, 'Title'), wire(12, 'Later')], wire(11, 'Title'));

describe('pointRecordActions', () => {
  it('binds tools as it binds actions', () => {
    const [note, save] = source.agents;
    const ask = { type: 'Agents::LLMAgent', name: 'Ask', guid: 'e'.repeat(32), options: {}, tools: [save ?? null] };
    const pointed = pointRecordActions(
      { ...source, agents: [note ?? ask, ask] },
      new Map([['Alert', { name: 'Alert (1)', id: 7 }]]),
    );
    expect(pointed.agents[1]).toMatchObject({ tools: [{ record_type: { id: 7, name: 'Alert (1)' } }] });
  });

  it('binds type and fields to the target by name and touches nothing else', () => {
    const target = { name: 'Alert (1)', id: 501, fields: [field(900, 'Title'), field(901, 'Timestamp')] };
    const pointed = pointRecordActions(source, new Map([['Alert', target]]));
    const expected = storyOf([wire(901, 'Timestamp'), wire(900, 'Title'), wire(12, 'Later')], wire(900, 'Title'));
    expect(pointed.agents[1]?.record_type).toEqual({
      ...typeHead,
      id: 501,
      name: 'Alert (1)',
      record_fields: [wire(901, 'Timestamp'), wire(900, 'Title'), wire(12, 'Later')],
    });
    expect(pointed.agents[1]?.record_writers).toEqual(expected.agents[1]?.record_writers);
    expect(pointed.agents[0]).toEqual(source.agents[0]);
    expect(pointed.agents[1]?.options).toEqual(source.agents[1]?.options);
  });

  it('describes the fields and values that only the destination has, so that nothing seems to be taken away', () => {
    const level = { ...wire(13, 'Level'), result_type: 'TEXT_ENUM', fixed_values: ['low'] };
    const there = { id: 903, name: 'Level', resultType: 'TEXT_ENUM', fixedValues: ['own', 'low'] };
    const fields = [
      field(900, 'Title'),
      field(901, 'Timestamp'),
      there,
      field(904, 'Ticket'),
      field(905, 'Updated at'),
    ];
    const story = storyOf([wire(11, 'Title'), level], wire(11, 'Title'));
    const pointed = pointRecordActions(story, new Map([['Alert', { name: 'Alert', id: 501, fields }]]));
    expect(pointed.agents[1]?.record_type).toMatchObject({
      record_fields: [wire(900, 'Title'), { ...level, id: 903, fixed_values: ['low', 'own'] }, wire(904, 'Ticket')],
    });
  });

  it('changes the name alone while the target has no id', () => {
    const pointed = pointRecordActions(source, new Map([['Alert', { name: 'Alert (1)' }]]));
    const before = source.agents[1]?.record_type;
    expect(pointed.agents[1]).toEqual({ ...source.agents[1], record_type: { ...Object(before), name: 'Alert (1)' } });
  });

  it('leaves types without a target as they are', () => {
    expect(pointRecordActions(source, new Map([['Host', { name: 'Host (1)', id: 5 }]]))).toEqual(source);
  });

  it('tells two fields of one name apart by their type', () => {
    const fields = [{ ...field(800, 'Title'), resultType: 'NUMBER' }, field(900, 'Title')];
    const pointed = pointRecordActions(source, new Map([['Alert', { name: 'Alert', id: 501, fields }]]));
    expect(pointed.agents[1]?.record_writers).toMatchObject([{ record_field: { id: 900 } }]);
  });

  it('carries odd shapes through', () => {
    const odd: Story = {
      ...source,
      agents: [
        {
          type: 'x',
          name: 'x',
          guid: 'x',
          options: {},
          record_type: { name: 'Alert', record_fields: ['?'] },
          record_writers: '',
        },
        { type: 'y', name: 'y', guid: 'y', options: {}, record_type: null },
      ],
    };
    const pointed = pointRecordActions(odd, new Map([['Alert', { name: 'Alert', id: 3, fields: [] }]]));
    expect(pointed.agents[0]).toEqual({
      ...odd.agents[0],
      record_type: { id: 3, name: 'Alert', record_fields: ['?'] },
    });
    expect(pointed.agents[1]).toEqual(odd.agents[1]);
  });
});
