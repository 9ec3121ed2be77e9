import type { Json, JsonObject } from '../domain/json.ts';
import type { Key, Tenant } from '../domain/tenant.ts';
import type { World } from '../domain/world.ts';

/** One authenticated request to a tenant, as a handler sees it. */
export type Call = {
  readonly world: World;
  readonly tenant: Tenant;
  readonly key: Key;
  /** The tenant's own address, without `/api/v1`. */
  readonly tenantUrl: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: JsonObject;
  readonly agent: string;
  /** The fault `drop_action` is on for this request. */
  readonly dropLastAction: boolean;
  /** A number from the path; anything else is no such thing, 404. */
  id(name: string): number;
};

export type Reply = { readonly status: number; readonly body?: Json | object };
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** An endpoint below `/api/v1`. Handlers are synchronous, so every request is carried out as a whole. */
export type Route = { readonly method: Method; readonly path: string; readonly handle: (call: Call) => Reply };

export function ok(body: Json | object): Reply {
  return { status: 200, body };
}

export function created(body: Json | object): Reply {
  return { status: 201, body };
}

export const NO_CONTENT: Reply = { status: 204 };
