import { systemClock } from '../clock/system-clock.ts';
import type { ApiKey } from '../model/api-key.ts';
import { limitsOf, openTenant, type TenantClient, type TenantClientOptions } from './client.ts';
import type { Tenant, TenantReader } from './port.ts';
import { RateLimiter } from './rate-limiter.ts';
import type { ReadTime } from './read-time.ts';

/** Destinations on one tenant share its connections and limits, also those that have keys of their own. */
export interface TenantPool {
  /** The reading half of the client of this tenant and key: an object that has no other half. The same client for the same pair. */
  reader(tenantUrl: string, key: ApiKey, time?: ReadTime): TenantReader;
  /** The same client, also for writing. */
  writer(tenantUrl: string, key: ApiKey): Tenant;
  close(): Promise<void>;
}

type Opened = { readonly key: ApiKey; readonly client: TenantClient };

export function openTenantPool(shared: Omit<TenantClientOptions, 'tenantUrl' | 'key'> = {}): TenantPool {
  const tenants = new Map<string, { readonly limiter: RateLimiter; readonly clients: Opened[] }>();
  const clientOf = (tenantUrl: string, key: ApiKey): TenantClient => {
    const tenant = tenants.get(tenantUrl) ?? {
      limiter: new RateLimiter(limitsOf(shared), shared.clock ?? systemClock),
      clients: [],
    };
    tenants.set(tenantUrl, tenant);
    const known = tenant.clients.find((opened) => opened.key.equals(key));
    if (known !== undefined) return known.client;
    const client = openTenant({ ...shared, tenantUrl, key }, tenant.limiter);
    tenant.clients.push({ key, client });
    return client;
  };
  return {
    reader: (tenantUrl, key, time) => {
      const client = clientOf(tenantUrl, key);
      return time === undefined ? client.reader : client.readerWithin(time);
    },
    writer: clientOf,
    close: async () => {
      const clients = [...tenants.values()].flatMap((tenant) => tenant.clients);
      await Promise.all(clients.map(({ client }) => client.close()));
    },
  };
}
