import { isArray, isObject, type JsonObject, type JsonValue } from '../json/value.ts';
import type { RecordField } from '../model/record-type.ts';
import type { Story } from '../model/story.ts';
import { mapActions } from '../story/actions.ts';
import { customFields, TEXT_ENUM, withoutKeys } from './compare.ts';

/** The record type at the destination that a source type stands for. */
export type RecordTarget = {
  readonly name: string;
  /** Absent while the type does not exist yet. */
  readonly id?: number;
  /** Custom and default fields; found by name. */
  readonly fields?: readonly RecordField[];
};

/** The story with its record actions bound to the chosen types. Everything else, text such as `INFO.record.x` too, stays. */
export function pointRecordActions(story: Story, targets: ReadonlyMap<string, RecordTarget>): Story {
  return mapActions(story, (action) => pointAction(action, targets));
}

function pointAction(action: JsonObject, targets: ReadonlyMap<string, RecordTarget>): JsonObject {
  const type = action.record_type;
  if (!isObject(type) || typeof type.name !== 'string') return action;
  const target = targets.get(type.name);
  if (target === undefined) return action;
  const { id, name } = target;
  if (id === undefined) return { ...action, record_type: { ...type, name } };
  const fields = target.fields ?? [];
  const listed = type.record_fields;
  const writers = action.record_writers;
  return {
    ...action,
    record_type: {
      ...type,
      id,
      name,
      ...(isArray(listed) ? { record_fields: describeFields(listed, fields) } : {}),
    },
    ...(isArray(writers) ? { record_writers: writers.map((writer) => pointWriter(writer, fields)) } : {}),
  };
}

/**
 * The type as it is at the destination, its own fields and values included: a tenant that compares the embedded
 * definition with its type must not conclude that something was taken away.
 */
function describeFields(listed: readonly JsonValue[], fields: readonly RecordField[]): readonly JsonValue[] {
  const known = new Set(listed.flatMap((field) => (isObject(field) ? [fieldIdFor(field, fields)] : [])));
  return [
    ...listed.map((field) => withOwnValues(pointField(field, fields), fields)),
    ...customFields(fields)
      .filter(({ id }) => !known.has(id))
      .map(({ id, name, resultType, fixedValues }) => ({
        id,
        name,
        description: null,
        result_type: resultType,
        fixed_values: fixedValues,
      })),
  ];
}

function withOwnValues(field: JsonValue, fields: readonly RecordField[]): JsonValue {
  if (!isObject(field) || !isArray(field.fixed_values)) return field;
  const there = fields.find(({ id, resultType }) => id === field.id && resultType === TEXT_ENUM);
  const values = field.fixed_values.filter((value) => typeof value === 'string');
  const own = withoutKeys(there?.fixedValues ?? [], values);
  return own.length === 0 ? field : { ...field, fixed_values: [...field.fixed_values, ...own] };
}

function pointWriter(writer: JsonValue, fields: readonly RecordField[]): JsonValue {
  if (!isObject(writer) || !isObject(writer.record_field)) return writer;
  return { ...writer, record_field: pointField(writer.record_field, fields) };
}

/** A field that the target does not have keeps the id it came with: what the vendor makes of no id is unknown. */
function pointField(field: JsonValue, fields: readonly RecordField[]): JsonValue {
  if (!isObject(field)) return field;
  const id = fieldIdFor(field, fields);
  return id === undefined ? field : { ...field, id };
}

function fieldIdFor(field: JsonObject, fields: readonly RecordField[]): number | undefined {
  const named = fields.filter(({ name }) => name === field.name);
  return (named.find(({ resultType }) => resultType === field.result_type) ?? named[0])?.id;
}
