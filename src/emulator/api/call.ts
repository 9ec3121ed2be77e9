import type { Json, JsonRecord } from '../domain/json.ts';
import type { EmulatedTenant, Key } from '../domain/tenant.ts';
import type { EmulatedWorld } from '../domain/world.ts';

/** One authenticated request to a tenant, as a handler sees it. */
export type EmulatorCall = {
  readonly world: EmulatedWorld;
  readonly tenant: EmulatedTenant;
  readonly key: Key;
  /** The tenant's own address, without `/api/v1`. */
  readonly tenantUrl: string;
  readonly path: string;
  readonly query: URLSearchParams;
  readonly body: JsonRecord;
  readonly agent: string;
  /** The fault `drop_action` is on for this request. */
  readonly dropLastAction: boolean;
  /** The fault `sync_fails`: what each subscription that this request syncs will say. */
  readonly syncError?: string;
  /** A number from the path; anything else is no such thing, 404. */
  id(name: string): number;
};

export type EmulatorReply = { readonly status: number; readonly body?: Json | object };
export type Method = 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/** An endpoint below `/api/v1`. Handlers are synchronous, so every request is carried out as a whole. */
export type Route = {
  readonly method: Method;
  readonly path: string;
  readonly handle: (call: EmulatorCall) => EmulatorReply;
};

export function okReply(body: Json | object): EmulatorReply {
  return { status: 200, body };
}

export function created(body: Json | object): EmulatorReply {
  return { status: 201, body };
}

export const NO_CONTENT: EmulatorReply = { status: 204 };
