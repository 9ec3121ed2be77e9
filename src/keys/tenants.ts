import type { Problem } from '../diagnostics/problem.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import type { ApiKey } from '../model/api-key.ts';
import type { DestinationFact } from '../model/fact/destination-fact.ts';
import type { HandedKey, ReadTime, Tenant, TenantReader } from '../tenant/port.ts';
import type { BoundUse } from '../trust/bind.ts';
import type { KeyRing, KeySource } from './key-source.ts';

/** Tenants by a use that is bound: nobody who asks for one ever holds its key. Planning asks for readers only. */
export interface Tenants {
  readonly reader: (use: BoundUse, time?: ReadTime) => Promise<Result<TenantReader, DestinationFact>>;
  readonly writer: (use: BoundUse) => Promise<Result<Tenant, DestinationFact>>;
  /** The key itself, for the vendor's own syncing: whoever passes it on cannot read it. */
  readonly handOver: (use: BoundUse) => Promise<Result<HandedKey, DestinationFact>>;
  /** Answers what is left to tell. */
  close(): Promise<readonly Problem[]>;
}

/** All that planning and reading commands get: an object that has no way to a writer. */
export type Readers = Pick<Tenants, 'reader'>;

export function readersOf({ reader }: Tenants): Readers {
  return Object.freeze({ reader });
}

/** Clients by address and key, as the tenant room pools them. */
export type Clients = {
  readonly reader: (tenantUrl: string, key: ApiKey, time?: ReadTime) => TenantReader;
  readonly writer: (tenantUrl: string, key: ApiKey) => Tenant;
  close(): Promise<void>;
};

/** Each key is asked for once in a run, right before its tenant is opened for the first time; the push gets the same one. */
export function openTenants({ keyOf, close }: KeyRing, clients: Clients): Tenants {
  const keys = new Map<string, ReturnType<KeySource>>();
  const ask = (use: BoundUse): ReturnType<KeySource> => {
    const id = JSON.stringify([use.name ?? null, use.keyName, use.tenantUrl]);
    const known = keys.get(id) ?? keyOf(use);
    keys.set(id, known);
    return known;
  };
  const open = async <T>(use: BoundUse, connect: (tenantUrl: string, key: ApiKey) => T) => {
    const key = await ask(use);
    return key.ok ? ok(connect(use.tenantUrl, key.value)) : fail(key.error);
  };
  return {
    reader: (use, time) => open(use, (tenantUrl, key) => clients.reader(tenantUrl, key, time)),
    writer: (use) => open(use, clients.writer),
    handOver: ask,
    close: async () => {
      // The token is ended whatever becomes of the connections.
      const [problems] = await Promise.all([close(), clients.close()]);
      return problems;
    },
  };
}
