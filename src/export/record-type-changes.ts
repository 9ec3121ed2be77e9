import type { RecordType, RecordTypeDefinition } from '../model/record-type.ts';
import type { Story } from '../model/story.ts';
import { listed } from '../records/compare.ts';
import { recordTypesOf } from '../records/definition.ts';
import { additionsTo, reasonsForNewType } from '../records/difference.ts';

/** What a change of the record types of a story means at the destinations, by the rule that a sync follows. */
export function recordTypeChanges(before: Story | undefined, after: Story): readonly string[] {
  const old = new Map(before === undefined ? [] : recordTypesOf(before).definitions.map((type) => [type.name, type]));
  const wanted = recordTypesOf(after).definitions;
  const lines = wanted.flatMap((type) => {
    const last = old.get(type.name);
    old.delete(type.name);
    return last === undefined ? [created(type)] : consequences(last, type);
  });
  return [...lines, ...[...old.keys()].map((name) => `record type "${name}" is no longer used; it and its data stay`)];
}

function created({ name, fields }: RecordTypeDefinition): string {
  const named = fields.length === 0 ? '' : ` (${listed(fields.map((field) => field.name))})`;
  return `record type "${name}"${named}: created at the destinations that lack it`;
}

function consequences(last: RecordTypeDefinition, wanted: RecordTypeDefinition): readonly string[] {
  const current = asExisting(last);
  const reasons = reasonsForNewType(wanted, current, last);
  if (reasons.length > 0) {
    return [
      `record type "${wanted.name}": ${listed(reasons)}; destinations get a new type, the old one and its data stay`,
    ];
  }
  const additions = additionsTo(current, wanted).flatMap(({ texts }) => texts);
  return additions.length === 0
    ? []
    : [`record type "${wanted.name}": new ${listed(additions)}, added in place at the destinations`];
}

/** A destination that has exactly what was pushed before. */
function asExisting({ name, fields }: RecordTypeDefinition): RecordType {
  return { id: 0, name, teamId: 0, fields: fields.map((field, id) => ({ ...field, id })), defaultFields: [] };
}
