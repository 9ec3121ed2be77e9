import { audit } from '../domain/audit.ts';
import { type JsonRecord, recordsIn } from '../domain/json.ts';
import { addField, createType, DEFAULT_FIELDS, removeField } from '../domain/record-types.ts';
import type { EmulatedRecordType, Field, Role } from '../domain/tenant.ts';
import { demandRole, mayList } from './auth.ts';
import {
  accept,
  bool,
  type Check,
  choiceCheck,
  filled,
  int,
  intsOf,
  type Known,
  listCheck,
  nullCheck,
  object,
  requiredInt,
  requiredText,
  textCheck,
  textField,
  textFields,
} from './body.ts';
import { created, type EmulatorCall, type EmulatorReply, NO_CONTENT, okReply, type Route } from './call.ts';
import { invalid, notFound } from './errors.ts';
import { inListOrder, PAGE_PARAMS, paged } from './paging.ts';
import { acceptQuery, requiredIntParam } from './query.ts';

/** JSON is not on the vendor's page but in use by a public kit, so it passes. */
const RESULT_TYPES = ['TEXT', 'NUMBER', 'TIMESTAMP', 'BOOLEAN', 'TEXT_ENUM', 'ARTIFACT', 'JSON'];
const TTL_DAYS = [
  0.25, 0.5, 1, 2, 3, 7, 14, 30, 60, 90, 180, 365, 548, 730, 1095, 1460, 1825, 2190, 2555, 2920, 3285, 3650,
];
const positive: Check = (value) =>
  typeof value === 'number' && Number.isSafeInteger(value) && value > 0 ? undefined : 'must be a positive integer';

const COMMON: Known = {
  name: filled,
  description: nullCheck(textCheck),
  editable: bool,
  ttl_days: nullCheck(choiceCheck(...TTL_DAYS)),
  retention_column_name: choiceCheck('CREATED_AT', 'UPDATED_AT'),
  on_limit_reached: choiceCheck('REJECT', 'EVICT_OLDEST'),
  max_records_limit: nullCheck(positive),
};
const FIELD: Known = {
  id: int,
  name: filled,
  result_type: choiceCheck(...RESULT_TYPES),
  fixed_values: nullCheck(listCheck(textCheck)),
};

function listTypes(call: EmulatorCall): EmulatorReply {
  acceptQuery(call, ...PAGE_PARAMS, 'team_id');
  const team = requiredIntParam(call, 'team_id');
  const listed = mayList(call, team);
  const types = call.tenant.record_types.filter((type) => listed && type.team_id === team);
  return paged(call, 'record_types', inListOrder(call, types).map(viewOf));
}

export function typeOf(call: EmulatorCall, id: number, least: Role): EmulatedRecordType {
  const type = call.tenant.record_types.find((candidate) => candidate.id === id);
  if (type === undefined) throw notFound('Record type');
  demandRole(call, type.team_id, least);
  return type;
}

function getRecordType(call: EmulatorCall): EmulatorReply {
  acceptQuery(call);
  return okReply(viewOf(typeOf(call, call.id('id'), 'viewer')));
}

function createRecordType(call: EmulatorCall): EmulatorReply {
  const { body, tenant } = call;
  accept(body, { ...COMMON, team_id: int, fields: listCheck(object) }, ['name', 'team_id', 'fields']);
  const teamId = requiredInt(body, 'team_id');
  demandRole(call, teamId, 'editor');
  const name = requiredText(body, 'name');
  demandFreeName(call, teamId, name);
  const fields = recordsIn(body.fields).map((field) => newField(field, true));
  demandDistinct(
    call,
    fields.map((field) => field.name),
  );
  const type = createType(tenant, teamId, { name, fields });
  applyCommon(type, body);
  audit(call, 'RecordTypeCreation', { recordTypeId: type.id, name });
  call.world.touch(tenant);
  return created(viewOf(type));
}

/** `fields` is an upsert list; removal only by `field_ids_to_delete`. */
function updateRecordType(call: EmulatorCall): EmulatorReply {
  const { body, tenant } = call;
  const type = typeOf(call, call.id('id'), 'editor');
  accept(body, { ...COMMON, fields: nullCheck(listCheck(object)), field_ids_to_delete: listCheck(int) });
  const name = textField(body, 'name');
  if (name !== undefined && name !== type.name) demandFreeName(call, type.team_id, name, type);
  const doomed = intsOf(body, 'field_ids_to_delete') ?? [];
  for (const id of doomed) fieldOf(type, id);
  const changes = recordsIn(body.fields).map((field) => {
    if (field.id === undefined) return { added: newField(field, true) };
    return { changed: fieldOf(type, requiredInt(field, 'id')), patch: changedField(type, field) };
  });
  const kept = type.fields.filter((field) => !doomed.includes(field.id));
  const renamed = new Map(changes.flatMap((one) => (one.changed ? [[one.changed.id, one.patch.name] as const] : [])));
  const added = changes.flatMap((one) => (one.added ? [one.added.name] : []));
  demandDistinct(call, [...kept.map((field) => renamed.get(field.id) ?? field.name), ...added]);
  for (const change of changes) {
    if (change.added) addField(tenant, type, change.added);
    else Object.assign(change.changed, change.patch);
  }
  for (const id of doomed) removeField(type, id);
  applyCommon(type, body);
  audit(call, 'RecordTypeUpdate', { recordTypeId: type.id, name: type.name });
  call.world.touch(tenant);
  return okReply(viewOf(type));
}

function deleteRecordType(call: EmulatorCall): EmulatorReply {
  accept(call.body, {});
  const type = typeOf(call, call.id('id'), 'team_admin');
  call.tenant.record_types = call.tenant.record_types.filter((candidate) => candidate !== type);
  audit(call, 'RecordTypeDestruction', { recordTypeId: type.id, name: type.name });
  call.world.touch(call.tenant);
  return NO_CONTENT;
}

function demandFreeName(call: EmulatorCall, teamId: number, name: string, self?: EmulatedRecordType): void {
  if (call.tenant.switches.record_names === 'repeatable') return;
  const fold = call.tenant.switches.type_name_case === 'insensitive';
  const same = (other: string): boolean => (fold ? other.toLowerCase() === name.toLowerCase() : other === name);
  const taken = call.tenant.record_types.some((type) => type !== self && type.team_id === teamId && same(type.name));
  if (taken) throw invalid('Name', 'has already been taken');
}

function demandDistinct(call: EmulatorCall, names: readonly string[]): void {
  if (call.tenant.switches.record_names === 'repeatable') return;
  const all = [...names, ...DEFAULT_FIELDS.map((field) => field.name)];
  if (new Set(all).size < all.length) throw invalid('Fields', 'must have distinct names');
}

/** Default fields can be neither changed nor deleted. */
function fieldOf(type: EmulatedRecordType, id: number): Field {
  const field = type.fields.find((candidate) => candidate.id === id);
  if (field === undefined) throw invalid('Field', `${id} does not exist`);
  return field;
}

function newField(written: JsonRecord, complete: boolean): Omit<Field, 'id'> {
  accept(written, FIELD, complete ? ['name', 'result_type'] : []);
  const resultType = requiredText(written, 'result_type');
  const values = textFields(written, 'fixed_values') ?? [];
  if (resultType === 'TEXT_ENUM' && values.length === 0) throw invalid('fixed_values', "can't be blank");
  if (resultType !== 'TEXT_ENUM' && values.length > 0) throw invalid('fixed_values', 'are for TEXT_ENUM only');
  return { name: requiredText(written, 'name'), result_type: resultType, fixed_values: values };
}

function changedField(type: EmulatedRecordType, written: JsonRecord): Omit<Field, 'id'> {
  const current = fieldOf(type, requiredInt(written, 'id'));
  const wanted = textField(written, 'result_type') ?? current.result_type;
  const bothText = [wanted, current.result_type].every((one) => one === 'TEXT' || one === 'TEXT_ENUM');
  if (wanted !== current.result_type && !bothText) {
    throw invalid('result_type', `cannot change from ${current.result_type} to ${wanted}`);
  }
  const values = wanted === 'TEXT_ENUM' ? (written.fixed_values ?? current.fixed_values) : (written.fixed_values ?? []);
  const { id: _, ...rest } = written;
  return newField({ ...rest, name: rest.name ?? current.name, result_type: wanted, fixed_values: values }, true);
}

function applyCommon(type: EmulatedRecordType, body: JsonRecord): void {
  type.name = textField(body, 'name') ?? type.name;
  if (body.description !== undefined) type.description = textField(body, 'description') ?? null;
  if (typeof body.editable === 'boolean') type.editable = body.editable;
  if (body.ttl_days !== undefined) type.ttl_days = typeof body.ttl_days === 'number' ? body.ttl_days : null;
  type.retention_column_name = textField(body, 'retention_column_name') ?? type.retention_column_name;
  type.on_limit_reached = textField(body, 'on_limit_reached') ?? type.on_limit_reached;
  const limit = body.max_records_limit;
  if (limit !== undefined) type.max_records_limit = typeof limit === 'number' ? limit : null;
}

function viewOf(type: EmulatedRecordType): object {
  const { fields, default_fields: defaults, records: _, ...rest } = type;
  return { ...rest, record_fields: fields, default_record_fields: defaults.filter((one) => one.name !== 'Updated at') };
}

export const recordTypeRoutes: readonly Route[] = [
  { method: 'GET', path: '/record_types', handle: listTypes },
  { method: 'POST', path: '/record_types', handle: createRecordType },
  { method: 'GET', path: '/record_types/:id', handle: getRecordType },
  { method: 'PUT', path: '/record_types/:id', handle: updateRecordType },
  { method: 'DELETE', path: '/record_types/:id', handle: deleteRecordType },
];
