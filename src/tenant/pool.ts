import { createHash } from 'node:crypto';
import { openTenant, type TenantClient, type TenantClientOptions } from './client.ts';
import { DEFAULT_LIMITS } from './limits.ts';
import type { Tenant, TenantReader } from './port.ts';
import { type SharedRequests, sharedRequests } from './rate-limiter.ts';

/** Destinations on one tenant share its connections and limits. */
export interface TenantPool {
  /** The client of this tenant and key, for reading; the same one for the same pair. */
  reader(tenantUrl: string, apiKey: string): TenantReader;
  /** The same client, also for writing. */
  writer(tenantUrl: string, apiKey: string): Tenant;
  close(): Promise<void>;
}

export function openTenantPool(shared: Omit<TenantClientOptions, 'tenantUrl' | 'apiKey'> = {}): TenantPool {
  const clients = new Map<string, TenantClient>();
  const flights = new Map<string, SharedRequests>();
  const inFlight = shared.limits?.inFlight ?? DEFAULT_LIMITS.inFlight;
  const clientOf = (tenantUrl: string, apiKey: string): TenantClient => {
    // Digested, so that no key stands in a map that a debugger or a dump would show.
    const pair = createHash('sha256').update(`${tenantUrl}\n${apiKey}`).digest('hex');
    const known = clients.get(pair);
    if (known !== undefined) return known;
    const flight = flights.get(tenantUrl) ?? sharedRequests(inFlight);
    flights.set(tenantUrl, flight);
    const client = openTenant({ ...shared, tenantUrl, apiKey }, flight);
    clients.set(pair, client);
    return client;
  };
  return {
    reader: clientOf,
    writer: clientOf,
    close: async () => {
      await Promise.all([...clients.values()].map((client) => client.close()));
    },
  };
}
