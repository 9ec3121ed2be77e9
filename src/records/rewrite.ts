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
  return targets.size === 0 ? story : mapActions(story, (action) => pointAction(action, targets));
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
  const idOf = idsIn(fields);
  return {
    ...action,
    record_type: {
      ...type,
      id,
      name,
      ...(isArray(listed) ? { record_fields: describeFields(listed, fields) } : {}),
    },
    ...(isArray(writers) ? { record_writers: writers.map((writer) => pointWriter(writer, idOf)) } : {}),
  };
}

/**
 * The type as it is at the destination, its own fields and values included: a tenant that compares the embedded
 * definition with its type must not conclude that something was taken away.
 */
function describeFields(listed: readonly JsonValue[], fields: readonly RecordField[]): readonly JsonValue[] {
  const idOf = idsIn(fields);
  const enums = new Map(
    fields.toReversed().flatMap((field) => (field.resultType === TEXT_ENUM ? [[field.id, field]] : [])),
  );
  const known = new Set(listed.flatMap((field) => (isObject(field) ? [idOf(field)] : [])));
  return [
    ...listed.map((field) => withOwnValues(pointField(field, idOf), enums)),
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

function withOwnValues(field: JsonValue, enums: ReadonlyMap<JsonValue | undefined, RecordField>): JsonValue {
  if (!isObject(field) || !isArray(field.fixed_values)) return field;
  const there = enums.get(field.id);
  const values = field.fixed_values.filter((value) => typeof value === 'string');
  const own = withoutKeys(there?.fixedValues ?? [], values);
  return own.length === 0 ? field : { ...field, fixed_values: [...field.fixed_values, ...own] };
}

function pointWriter(writer: JsonValue, idOf: IdOf): JsonValue {
  if (!isObject(writer) || !isObject(writer.record_field)) return writer;
  return { ...writer, record_field: pointField(writer.record_field, idOf) };
}

/** A field that the target does not have keeps the id it came with: what the vendor makes of no id is unknown. */
function pointField(field: JsonValue, idOf: IdOf): JsonValue {
  if (!isObject(field)) return field;
  const id = idOf(field);
  return id === undefined ? field : { ...field, id };
}

type IdOf = (field: JsonObject) => number | undefined;

/** The id of the first field of that name and type, else of that name. */
function idsIn(fields: readonly RecordField[]): IdOf {
  const last = fields.toReversed();
  const byName = new Map<JsonValue | undefined, number>(last.map(({ name, id }) => [name, id]));
  const byType = new Map(last.map(({ name, resultType, id }) => [JSON.stringify([name, resultType]), id]));
  return ({ name, result_type: type }) => byType.get(JSON.stringify([name, type])) ?? byName.get(name);
}
