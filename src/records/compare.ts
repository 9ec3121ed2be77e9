import { DEFAULT_FIELD_NAMES, type FieldDefinition } from '../model/record-type.ts';
import { byText } from '../model/text/order.ts';

/** The vendor's word for a text field with a closed list of values. */
export const TEXT_ENUM = 'TEXT_ENUM';

/** Fields without those that the vendor adds: a tenant may list `Updated at` among the custom ones. */
export function customFields<F extends FieldDefinition>(fields: readonly F[]): readonly F[] {
  return fields.filter(({ name }) => !DEFAULT_FIELD_NAMES.includes(name));
}

/** Same custom fields with the same types and the same sets of enum values, in any order. */
export function sameFields(a: readonly FieldDefinition[], b: readonly FieldDefinition[]): boolean {
  return fieldsKey(a) === fieldsKey(b);
}

/** One word for a list of fields, so that lists can be looked up: the same for the same fields in any order. */
export function fieldsKey(fields: readonly FieldDefinition[]): string {
  return JSON.stringify(fields.map(fieldKey).sort(byText));
}

/** The first field of each name. */
export function firstByName<F extends FieldDefinition>(fields: readonly F[]): ReadonlyMap<string, F> {
  const first = new Map<string, F>();
  for (const field of fields) if (!first.has(field.name)) first.set(field.name, field);
  return first;
}

/** What stands in a list more than once, each once. */
export function repeated(names: readonly string[]): readonly string[] {
  const seen = new Set<string>();
  return [...new Set(names.filter((name) => seen.size === seen.add(name).size))];
}

/** One sentence part per field that two definitions disagree on, by field name. */
export function fieldDifferences(
  a: readonly FieldDefinition[],
  b: readonly FieldDefinition[],
  labels: { readonly a: string; readonly b: string },
): readonly string[] {
  const names = [...new Set([...a, ...b].map(({ name }) => name))].sort(byText);
  const [inA, inB] = [firstByName(a), firstByName(b)];
  return names.flatMap((name) => {
    const [left, right] = [inA.get(name), inB.get(name)];
    if (!left || !right) return [`field "${name}" is only in ${left ? labels.a : labels.b}`];
    if (left.resultType !== right.resultType) {
      return [`field "${name}" is ${left.resultType} in ${labels.a} and ${right.resultType} in ${labels.b}`];
    }
    const onlyLeft = withoutKeys(left.fixedValues, right.fixedValues);
    const onlyRight = withoutKeys(right.fixedValues, left.fixedValues);
    return [
      ...onlyLeft.map((value) => `value "${value}" of field "${name}" is only in ${labels.a}`),
      ...onlyRight.map((value) => `value "${value}" of field "${name}" is only in ${labels.b}`),
    ];
  });
}

/** The values of `all` that are not among `known`, in their order. */
export function withoutKeys(all: readonly string[], known: readonly string[]): readonly string[] {
  const without = new Set(known);
  return all.filter((value) => !without.has(value));
}

/** Names that are equal but for upper and lower case. */
export function differInCaseOnly(a: string, b: string): boolean {
  return a !== b && a.toLowerCase() === b.toLowerCase();
}

/** The first three parts of a sentence, and how many more there are. */
export function listed(parts: readonly string[]): string {
  const shown = parts.slice(0, 3).join(', ');
  return parts.length > 3 ? `${shown} and ${parts.length - 3} more` : shown;
}

function fieldKey(field: FieldDefinition): string {
  const values = field.resultType === TEXT_ENUM ? [...new Set(field.fixedValues)].sort(byText) : [];
  return JSON.stringify([field.name, field.resultType, values]);
}
