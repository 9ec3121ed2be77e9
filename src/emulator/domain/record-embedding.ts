import { actionOptions, everyActionOf } from './actions.ts';
import { isRecord, type JsonRecord, recordsIn } from './json.ts';
import type { EmulatedRecordType, EmulatedTenant, Field } from './tenant.ts';

/** A field as an export embeds it. */
export function embeddedField(field: Field): JsonRecord {
  return {
    id: field.id,
    name: field.name,
    description: null,
    result_type: field.result_type,
    fixed_values: [...field.fixed_values],
  };
}

/** A record type as an export embeds it: default and custom fields in one list, with nothing to tell them apart. */
export function embeddedType(type: EmulatedRecordType): JsonRecord {
  return {
    id: type.id,
    name: type.name,
    editable: type.editable,
    record_fields: [...type.default_fields, ...type.fields].map(embeddedField),
  };
}

export function isRecordAction(action: JsonRecord): boolean {
  return action.type === 'Agents::RecordAgent';
}

/** Blanks the option values that never leave a tenant and shows the record types as they are now. */
export function embedRecordTypes(tenant: EmulatedTenant, content: JsonRecord): void {
  for (const action of everyActionOf(content)) {
    if (!isRecordAction(action)) continue;
    action.options = { ...actionOptions(action), record_type_id: '', record_writers: '', record_result_mode: '' };
    const embedded = action.record_type;
    const type = isRecord(embedded) ? tenant.record_types.find((candidate) => candidate.id === embedded.id) : undefined;
    if (type === undefined) continue;
    action.record_type = embeddedType(type);
    const fields = [...type.default_fields, ...type.fields];
    action.record_writers = recordsIn(action.record_writers).flatMap((writer) => {
      const id = isRecord(writer.record_field) ? writer.record_field.id : undefined;
      const field = fields.find((candidate) => candidate.id === id);
      return field === undefined ? [] : [{ ...writer, record_field: embeddedField(field) }];
    });
  }
}
