import type { JsonObject } from '../../src/json/value.ts';
import type { Rig } from './rig.ts';

/** What a tenant's own people do through its API; it stands in the request log like any other call. */
export async function asCustomer(
  rig: Rig,
  tenant: string,
  method: string,
  path: string,
  body?: JsonObject,
): Promise<JsonObject> {
  const key = rig.environment[`${tenant.toUpperCase()}_KEY`];
  const response = await fetch(`${rig.url}/${tenant}/api/v1${path}`, {
    method,
    headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
  return text === '' ? {} : (JSON.parse(text) as JsonObject);
}

/** The customer adds a text field of its own to a record type. */
export async function addOwnField(rig: Rig, tenant: string, typeId: number, name: string): Promise<void> {
  await asCustomer(rig, tenant, 'PUT', `/record_types/${typeId}`, { fields: [{ name, result_type: 'TEXT' }] });
}
