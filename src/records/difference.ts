import type { FieldDefinition, RecordField, RecordType, RecordTypeDefinition } from '../model/record-type.ts';
import { byText } from '../model/text/order.ts';
import { customFields, firstByName, repeated, TEXT_ENUM, withoutKeys } from './compare.ts';

/** One entry of an update: what is sent, and how the plan names it. */
export type Addition = {
  readonly field: FieldDefinition | RecordField;
  /** The field is not there yet; otherwise only values are added to it. */
  readonly isNew: boolean;
  /** `severity`, or `severity=critical` for a value. */
  readonly fields: readonly string[];
  readonly texts: readonly string[];
};

/** Why the current type cannot be brought to the wanted definition by adding alone. `last` is unknown without state. */
export function reasonsForNewType(
  wanted: RecordTypeDefinition,
  current: RecordType,
  last: RecordTypeDefinition | undefined,
): readonly string[] {
  const fieldOf = fieldsOf(current);
  const retyped = wanted.fields.flatMap((field) => {
    const there = fieldOf(field);
    return there === undefined || there.resultType === field.resultType
      ? []
      : [`field "${field.name}" changed from ${there.resultType} to ${field.resultType}`];
  });
  const nextOf = firstByName(wanted.fields);
  const gone = (last?.fields ?? []).flatMap((field) => {
    const next = nextOf.get(field.name);
    if (next === undefined) return [`field "${field.name}" was removed`];
    if (field.resultType !== TEXT_ENUM || next.resultType !== TEXT_ENUM) return [];
    const values = withoutKeys(field.fixedValues, next.fixedValues);
    return values.map((value) => `value "${value}" of field "${field.name}" was removed`);
  });
  return [...retyped, ...gone];
}

/** What the current type lacks, in the order of the wanted definition. Nothing of the destination's own is left out. */
export function additionsTo(current: RecordType, wanted: RecordTypeDefinition): readonly Addition[] {
  const fieldOf = fieldsOf(current);
  return wanted.fields.flatMap((field): readonly Addition[] => {
    const there = fieldOf(field);
    if (there === undefined) {
      return [{ field, isNew: true, fields: [field.name], texts: [`field "${field.name}"`] }];
    }
    const values = field.resultType === TEXT_ENUM ? withoutKeys(field.fixedValues, there.fixedValues) : [];
    if (values.length === 0) return [];
    return [
      {
        field: { ...there, fixedValues: [...there.fixedValues, ...values] },
        isNew: false,
        fields: values.map((value) => `${field.name}=${value}`),
        texts: values.map((value) => `value "${value}" of field "${field.name}"`),
      },
    ];
  });
}

/** What only the destination has. Its fields are named; of its enum values only how many there are. */
export function ownOf(
  current: RecordType,
  wanted: RecordTypeDefinition,
): { readonly fields: readonly string[]; readonly mentions: readonly string[] } {
  const custom = customFields(current.fields);
  const ours = firstByName(wanted.fields);
  const fieldOf = fieldsOf(current);
  const foreign = custom.filter(({ name }) => !ours.has(name));
  const fields = [...new Set(foreign.map(({ name }) => name))].sort(byText);
  const values = wanted.fields.flatMap((field) => {
    const there = field.resultType === TEXT_ENUM ? fieldOf(field) : undefined;
    const count = withoutKeys(there?.fixedValues ?? [], field.fixedValues).length;
    return count === 0 ? [] : [`${count} ${count === 1 ? 'value' : 'values'} of field "${field.name}"`];
  });
  return { fields, mentions: [...fields.map((name) => `field "${name}"`), ...values] };
}

/** Field names that the type has more than once; whether a tenant allows that is not documented. */
export function repeatedFieldNames(type: RecordType): readonly string[] {
  return repeated(customFields(type.fields).map(({ name }) => name)).toSorted(byText);
}

/** The field of that name; among several the one whose type fits, then the oldest. */
function fieldsOf(type: RecordType): (wanted: FieldDefinition) => RecordField | undefined {
  const oldestFirst = customFields(type.fields).toSorted((a, b) => a.id - b.id);
  const byType = new Map<string, RecordField>();
  for (const field of oldestFirst) if (!byType.has(typed(field))) byType.set(typed(field), field);
  const oldest = firstByName(oldestFirst);
  return (wanted) => byType.get(typed(wanted)) ?? oldest.get(wanted.name);
}

function typed({ name, resultType }: FieldDefinition): string {
  return JSON.stringify([name, resultType]);
}
