import { type EmulatedRecordType, type EmulatedTenant, type Field, newId } from './tenant.ts';

/** The fields the vendor adds to every type. */
export const DEFAULT_FIELDS: readonly Omit<Field, 'id'>[] = [
  { name: 'Story name', result_type: 'TEXT', fixed_values: [] },
  { name: 'Timestamp', result_type: 'TIMESTAMP', fixed_values: [] },
  { name: 'Updated at', result_type: 'TIMESTAMP', fixed_values: [] },
];

export type NewType = {
  readonly name: string;
  readonly description?: string | null;
  readonly editable?: boolean;
  readonly fields: readonly Omit<Field, 'id'>[];
};

export function createType(tenant: EmulatedTenant, teamId: number, wanted: NewType): EmulatedRecordType {
  const type: EmulatedRecordType = {
    id: newId(tenant, 'record_type'),
    name: wanted.name,
    description: wanted.description ?? null,
    team_id: teamId,
    editable: wanted.editable ?? true,
    ttl_days: null,
    retention_column_name: 'CREATED_AT',
    on_limit_reached: 'REJECT',
    max_records_limit: null,
    fields: [],
    default_fields: DEFAULT_FIELDS.map((field) => ({ ...field, fixed_values: [], id: newId(tenant, 'field') })),
    records: [],
  };
  for (const field of wanted.fields) addField(tenant, type, field);
  tenant.record_types.push(type);
  return type;
}

export function addField(tenant: EmulatedTenant, type: EmulatedRecordType, field: Omit<Field, 'id'>): void {
  type.fields.push({ ...field, fixed_values: [...field.fixed_values], id: newId(tenant, 'field') });
}

export function removeField(type: EmulatedRecordType, id: number): void {
  type.fields = type.fields.filter((field) => field.id !== id);
  for (const record of type.records) delete record.values[String(id)];
}
