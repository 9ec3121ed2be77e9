import { describe, expect, it } from 'vitest';
import { seedTenants } from '../control/seed.ts';
import type { JsonRecord } from './json.ts';
import { bindRecordTypes, type RecordRule } from './record-binding.ts';
import { createType } from './record-types.ts';

type Fields = { [name: string]: string };

/** Field names with their types, of every type in the team after a story that wants `wanted` was bound. */
function bound(rule: RecordRule, existing: { [type: string]: Fields }, wanted: Fields, name = 'Alert') {
  const [tenant] = seedTenants({ tenants: { acme: { teams: [{ id: 7 }] } } }, '.', 0);
  if (tenant === undefined) throw new Error('no tenant');
  const list = (fields: Fields) =>
    Object.entries(fields).map(([field, result_type]) => ({ name: field, result_type, fixed_values: [] }));
  for (const [type, fields] of Object.entries(existing)) createType(tenant, 7, { name: type, fields: list(fields) });
  const record_fields = list(wanted).map((field, index) => ({ id: index, ...field }));
  const action: JsonRecord = { record_type: { id: 1, name, editable: true, record_fields }, record_writers: [] };
  bindRecordTypes(tenant, 7, { agents: [action] }, rule);
  return Object.fromEntries(
    tenant.record_types.map((type) => [
      type.name,
      Object.fromEntries(type.fields.map((field) => [field.name, field.result_type])),
    ]),
  );
}

describe('bindRecordTypes', () => {
  it('by name takes the type as it is', () => {
    expect(bound('by_name', { Alert: { a: 'TEXT' } }, { b: 'TEXT' })).toEqual({ Alert: { a: 'TEXT' } });
  });

  it('creates what is missing', () => {
    expect(bound('by_name', {}, { a: 'TEXT' })).toEqual({ Alert: { a: 'TEXT' } });
    expect(bound('sync_rules', {}, { a: 'TEXT' })).toEqual({ Alert: { a: 'TEXT' } });
  });

  it('by the sync rules adds fields in place', () => {
    expect(bound('sync_rules', { Alert: { a: 'TEXT' } }, { a: 'TEXT', b: 'NUMBER' })).toEqual({
      Alert: { a: 'TEXT', b: 'NUMBER' },
    });
  });

  it('by the sync rules makes the next numbered type when a field is gone or changed', () => {
    expect(bound('sync_rules', { Alert: { a: 'TEXT' } }, { a: 'NUMBER' })).toEqual({
      Alert: { a: 'TEXT' },
      'Alert (1)': { a: 'NUMBER' },
    });
    const both = { Alert: { a: 'TEXT' }, 'Alert (3)': { a: 'TEXT', b: 'TEXT' } };
    expect(bound('sync_rules', both, { c: 'TEXT' }, 'Alert (3)')).toEqual({ ...both, 'Alert (4)': { c: 'TEXT' } });
  });

  it('refuses under strict and does nothing under dangling', () => {
    expect(() => bound('strict', {}, { a: 'TEXT' })).toThrow('does not exist');
    expect(() => bound('strict', { Alert: { a: 'NUMBER' } }, { a: 'TEXT' })).toThrow('has no field "a"');
    expect(bound('dangling', {}, { a: 'TEXT' })).toEqual({});
  });
});
