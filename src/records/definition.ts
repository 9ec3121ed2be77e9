import { isArray, isObject, type JsonObject, type JsonValue } from '../json/value.ts';
import { DEFAULT_FIELD_NAMES, type FieldDefinition, type RecordTypeDefinition } from '../model/record-type.ts';
import type { Story } from '../model/story.ts';
import { byTextOf } from '../model/text/order.ts';
import { allActions } from '../story/actions.ts';
import { customFields, fieldsKey, firstByName, repeated, TEXT_ENUM } from './compare.ts';

/** What a story says about record types. A name occurs twice only where copies differ: `checkAgreement` refuses that. */
export type StoryRecordTypes = {
  readonly definitions: readonly RecordTypeDefinition[];
  readonly warnings: readonly string[];
};

/** The record types that a story's actions embed, by name, without the vendor's default fields. */
export function recordTypesOf(story: Story): StoryRecordTypes {
  const definitions: RecordTypeDefinition[] = [];
  /** By name, the fields of each copy that was met. */
  const met = new Map<string, Set<string>>();
  const warnings = new Set<string>();
  for (const { action, names } of allActions(story)) {
    const embedded = action.record_type;
    // Null or absent: not a record action, or one that is not bound to a type yet.
    if (embedded === undefined || embedded === null) continue;
    const read = isObject(embedded) ? readDefinition(embedded) : undefined;
    if (read === undefined) {
      warnings.add(`action "${names.join(' › ')}" embeds a record type without a name; it is left as it is`);
      continue;
    }
    for (const warning of read.warnings) warnings.add(warning);
    const copies = met.get(read.definition.name) ?? new Set();
    met.set(read.definition.name, copies);
    const fields = fieldsKey(read.definition.fields);
    if (copies.has(fields)) continue;
    if (copies.size > 0) {
      warnings.add(
        `action "${names.join(' › ')}" embeds record type "${read.definition.name}" with other fields than before`,
      );
    }
    copies.add(fields);
    definitions.push(read.definition);
  }
  return { definitions: definitions.toSorted(byTextOf(({ name }) => name)), warnings: [...warnings] };
}

function readDefinition(
  embedded: JsonObject,
): { readonly definition: RecordTypeDefinition; readonly warnings: readonly string[] } | undefined {
  const name = embedded.name;
  if (typeof name !== 'string' || name === '') return undefined;
  const warnings: string[] = [];
  const listed = isArray(embedded.record_fields) ? embedded.record_fields : [];
  const fields = listed.flatMap((entry) => readField(entry) ?? []);
  if (fields.length < listed.length) {
    warnings.push(`record type "${name}" holds a field without name or result type; it is left out`);
  }
  for (const repeated of repeatedNames(fields)) {
    // Nothing in an export tells the vendor's field from the user's.
    const fate = DEFAULT_FIELD_NAMES.includes(repeated)
      ? 'has the name of a default field twice; neither is synced'
      : 'is defined twice; only the first counts';
    warnings.push(`record type "${name}": field "${repeated}" ${fate}`);
  }
  return { definition: { name, fields: customFields([...firstByName(fields).values()]) }, warnings };
}

function readField(entry: JsonValue): FieldDefinition | undefined {
  if (!isObject(entry)) return undefined;
  const { name, result_type: resultType, fixed_values: values } = entry;
  if (typeof name !== 'string' || name === '' || typeof resultType !== 'string') return undefined;
  const texts = isArray(values) ? values.filter((value) => typeof value === 'string') : [];
  return { name, resultType, fixedValues: resultType === TEXT_ENUM ? [...new Set(texts)] : [] };
}

function repeatedNames(fields: readonly FieldDefinition[]): readonly string[] {
  return repeated(fields.map(({ name }) => name));
}
