import { invalid } from '../api/errors.ts';
import { everyActionOf } from './actions.ts';
import { isRecord, type JsonRecord, recordsIn, textOr, textsIn } from './json.ts';
import { embeddedField, embeddedType } from './record-embedding.ts';
import { addField, createType, DEFAULT_FIELDS } from './record-types.ts';
import type { EmulatedRecordType, EmulatedTenant, Field } from './tenant.ts';

export type RecordRule = 'by_name' | 'sync_rules' | 'strict' | 'dangling';
type Wanted = { readonly name: string; readonly editable: boolean; readonly fields: readonly Omit<Field, 'id'>[] };

/** Points the record actions of an imported story at types of the team, making or changing types as the rule says. */
export function bindRecordTypes(tenant: EmulatedTenant, teamId: number, content: JsonRecord, rule: RecordRule): void {
  if (rule === 'dangling') return;
  const bound = new Map<string, EmulatedRecordType>();
  for (const action of everyActionOf(content)) {
    if (!isRecord(action.record_type) || typeof action.record_type.name !== 'string') continue;
    const wanted = wantedType(action.record_type, action.record_type.name);
    const type = bound.get(wanted.name) ?? resolve(tenant, teamId, wanted, rule);
    bound.set(wanted.name, type);
    action.record_type = embeddedType(type);
    if (action.record_writers !== undefined) action.record_writers = boundWriters(action, type);
  }
}

/** Writers by field name; one for a field that the type lacks is lost. */
function boundWriters(action: JsonRecord, type: EmulatedRecordType): JsonRecord[] {
  const fields = [...type.default_fields, ...type.fields];
  return recordsIn(action.record_writers).flatMap((writer) => {
    const name = isRecord(writer.record_field) ? writer.record_field.name : undefined;
    const field = fields.find((candidate) => candidate.name === name);
    return field === undefined ? [] : [{ ...writer, record_field: embeddedField(field) }];
  });
}

function wantedType(embedded: JsonRecord, name: string): Wanted {
  const fields = recordsIn(embedded.record_fields)
    .filter((field) => !DEFAULT_FIELDS.some((known) => known.name === field.name))
    .map((field) => ({
      name: textOr(field.name),
      result_type: textOr(field.result_type),
      fixed_values: textsIn(field.fixed_values),
    }));
  return { name, editable: embedded.editable !== false, fields };
}

function resolve(tenant: EmulatedTenant, teamId: number, wanted: Wanted, rule: RecordRule): EmulatedRecordType {
  const inTeam = tenant.record_types.filter((type) => type.team_id === teamId);
  const existing = inTeam.find((type) => type.name === wanted.name);
  if (rule === 'strict') {
    if (existing === undefined) throw invalid('Record type', `"${wanted.name}" does not exist`);
    const missing = wanted.fields.find((field) => !has(existing, field));
    if (missing !== undefined) throw invalid('Record type', `"${wanted.name}" has no field "${missing.name}"`);
    return existing;
  }
  if (existing === undefined) return createType(tenant, teamId, wanted);
  if (rule === 'by_name') return existing;
  if (takesAway(existing, wanted)) {
    return createType(tenant, teamId, { ...wanted, name: nextName(wanted.name, inTeam) });
  }
  for (const field of wanted.fields) {
    const own = existing.fields.find((candidate) => candidate.name === field.name);
    if (own === undefined) addField(tenant, existing, field);
    else own.fixed_values = [...new Set([...own.fixed_values, ...field.fixed_values])];
  }
  return existing;
}

function has(type: EmulatedRecordType, field: Omit<Field, 'id'>): boolean {
  return type.fields.some((own) => own.name === field.name && own.result_type === field.result_type);
}

/** A field removed or changed in type (an enum value removed counts): story syncing then makes a new type. */
function takesAway(existing: EmulatedRecordType, wanted: Wanted): boolean {
  return existing.fields.some((own) => {
    const field = wanted.fields.find((candidate) => candidate.name === own.name);
    if (field === undefined || field.result_type !== own.result_type) return true;
    return own.fixed_values.some((value) => !field.fixed_values.includes(value));
  });
}

/** "Alert" → "Alert (1)" → "Alert (2)", after the highest number in the team. */
function nextName(name: string, types: readonly EmulatedRecordType[]): string {
  const base = name.replace(/ \(\d+\)$/, '');
  const numbers = types.map((type) =>
    type.name.startsWith(`${base} (`) ? Number(/ \((\d+)\)$/.exec(type.name)?.[1] ?? 0) : 0,
  );
  return `${base} (${Math.max(0, ...numbers) + 1})`;
}
