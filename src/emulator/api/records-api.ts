import { seconds, stampAfter } from '../domain/clock.ts';
import { isRecord, type Json, recordsIn } from '../domain/json.ts';
import { type EmulatedRecordType, type Field, newId, type Role, type StoredRecord } from '../domain/tenant.ts';
import { accept, bool, type Check, int, intOf, intsOf, type Known, listCheck, object, requiredInt } from './body.ts';
import { created, type EmulatorCall, type EmulatorReply, NO_CONTENT, okReply, type Route } from './call.ts';
import { invalid, notFound } from './errors.ts';
import { inListOrder, PAGE_PARAMS, paged } from './paging.ts';
import { acceptQuery, choiceParam, requiredIntParam } from './query.ts';
import { typeOf } from './record-types-api.ts';

const MAX_CASES = 5;
const cases: Check = (value) =>
  listCheck(int)(value) ??
  (Array.isArray(value) && value.length > MAX_CASES ? `has more than ${MAX_CASES} items` : undefined);
const RECORD: Known = {
  record_type_id: int,
  field_values: listCheck(object),
  case_ids: cases,
  parent_record_id: int,
  test_mode: bool,
};

function listRecords(call: EmulatorCall): EmulatorReply {
  acceptQuery(call, ...PAGE_PARAMS, 'record_type_id', 'order_direction');
  const direction = choiceParam(call, 'order_direction', ['ASC', 'DESC', 'asc', 'desc'])?.toUpperCase();
  const type = typeOf(call, requiredIntParam(call, 'record_type_id'), 'viewer');
  const ordered = type.records.toSorted((a, b) => (direction === 'DESC' ? b.id - a.id : a.id - b.id));
  const records = direction === undefined ? inListOrder(call, type.records) : ordered;
  return paged(
    call,
    'record_results',
    records.map((record) => viewOf(type, record)),
  );
}

function createRecord(call: EmulatorCall): EmulatorReply {
  const { body, tenant, world } = call;
  accept(body, RECORD, ['record_type_id', 'field_values']);
  const type = typeOf(call, requiredInt(body, 'record_type_id'), 'editor');
  const values = valuesOf(call, type);
  if (type.max_records_limit !== null && type.records.length >= type.max_records_limit) {
    if (type.on_limit_reached === 'REJECT') throw invalid('Record type', 'has reached its limit');
    type.records.shift();
  }
  const at = seconds(world.now());
  const record: StoredRecord = {
    id: newId(tenant, 'record'),
    test_mode: body.test_mode === true,
    case_ids: intsOf(body, 'case_ids') ?? [],
    parent_id: intOf(body, 'parent_record_id') ?? null,
    created_at: at,
    updated_at: at,
    values,
  };
  type.records.push(record);
  world.touch(tenant);
  return created(viewOf(type, record));
}

function updateRecord(call: EmulatorCall): EmulatorReply {
  const [type, record] = recordOf(call, 'editor');
  accept(call.body, { field_values: listCheck(object) }, ['field_values']);
  Object.assign(record.values, valuesOf(call, type));
  record.updated_at = stampAfter(call.tenant, record.updated_at, call.world.now());
  call.world.touch(call.tenant);
  return okReply(viewOf(type, record));
}

function deleteRecord(call: EmulatorCall): EmulatorReply {
  accept(call.body, {});
  const [type, record] = recordOf(call, 'editor');
  type.records = type.records.filter((candidate) => candidate !== record);
  call.world.touch(call.tenant);
  return NO_CONTENT;
}

function recordOf(call: EmulatorCall, least: Role): [EmulatedRecordType, StoredRecord] {
  const id = call.id('id');
  for (const type of call.tenant.record_types) {
    const record = type.records.find((candidate) => candidate.id === id);
    if (record !== undefined) return [typeOf(call, type.id, least), record];
  }
  throw notFound('Record');
}

function valuesOf(call: EmulatorCall, type: EmulatedRecordType): StoredRecord['values'] {
  const values: StoredRecord['values'] = {};
  for (const entry of recordsIn(call.body.field_values)) {
    // Live clients send the id as text.
    const field = type.fields.find(({ id }) => id === entry.field_id || String(id) === entry.field_id);
    if (field === undefined) throw invalid('field_id', 'does not belong to the record type');
    const value = entry.value ?? null;
    if (!fits(field, value)) throw invalid(field.name, `is no ${field.result_type}`);
    values[String(field.id)] = value;
  }
  return values;
}

function fits(field: Field, value: Json): boolean {
  if (value === null) return true;
  switch (field.result_type) {
    case 'NUMBER':
      return typeof value === 'number';
    case 'BOOLEAN':
      return typeof value === 'boolean';
    case 'TEXT_ENUM':
      return typeof value === 'string' && field.fixed_values.includes(value);
    case 'TIMESTAMP':
      return typeof value === 'string' && !Number.isNaN(Date.parse(value));
    case 'JSON':
      return isRecord(value) || Array.isArray(value);
    default:
      return typeof value === 'string';
  }
}

/** As live clients find a record. What `result` and `story` hold is not told; here they are empty. */
function viewOf(type: EmulatedRecordType, { id, values, case_ids, parent_id }: StoredRecord): object {
  return {
    id,
    record_type: { id: type.id, name: type.name },
    records: type.fields.map((field) => ({ name: field.name, value: values[String(field.id)] ?? null })),
    result: null,
    case_ids,
    story: null,
    parent_id,
  };
}

function getRecord(call: EmulatorCall): EmulatorReply {
  acceptQuery(call);
  return okReply(viewOf(...recordOf(call, 'viewer')));
}

export const recordRoutes: readonly Route[] = [
  { method: 'GET', path: '/records', handle: listRecords },
  { method: 'POST', path: '/records', handle: createRecord },
  { method: 'GET', path: '/records/:id', handle: getRecord },
  { method: 'PUT', path: '/records/:id', handle: updateRecord },
  { method: 'PATCH', path: '/records/:id', handle: updateRecord },
  { method: 'DELETE', path: '/records/:id', handle: deleteRecord },
];
