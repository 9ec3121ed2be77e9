import type { FieldDefinition, RecordField, RecordType, RecordTypeDefinition } from '../../src/model/record-type.ts';

/** `note` is TEXT, `score:NUMBER`, `level=low,high` a TEXT_ENUM. */
function field(text: string): FieldDefinition {
  const [, name = '', type, values] = /^([^:=]*)(?::(.*)|=(.*))?$/.exec(text) ?? [];
  if (values !== undefined) return { name, resultType: 'TEXT_ENUM', fixedValues: values.split(',').filter(Boolean) };
  return { name, resultType: type ?? 'TEXT', fixedValues: [] };
}

export function definition(name: string, fields: string): RecordTypeDefinition {
  return { name, fields: fields.split(' ').filter(Boolean).map(field) };
}

export function type(name: string, fields: string, id = name.length * 100): RecordType {
  const custom = definition(name, fields).fields.map((one, index): RecordField => ({ ...one, id: id + index + 1 }));
  return { id, name, teamId: 42, fields: custom, defaultFields: [{ ...field('Timestamp:TIMESTAMP'), id: id + 90 }] };
}

/** `Alert{note score} Alert (1){note}` -> name and fields of each. */
export function named(text: string): readonly (readonly [name: string, fields: string])[] {
  return [...text.matchAll(/(?<![^{}])([^{}]*)\{([^{}]*)\}/g)].map(([, name = '', fields = '']) => [
    name.trim(),
    fields,
  ]);
}
