import type { Clock } from '../model/clock.ts';
import type { Tenant, TenantReader } from '../tenant/port.ts';
import type { Surroundings } from '../workspace/surroundings.ts';
import type { KeySource } from './keys.ts';

/** The outside world as the commands see it; the CLI and the Action hand in the real one. */
export interface CommandPorts extends Surroundings {
  readonly environment: { readonly [name: string]: string | undefined };
  /** The only way to a key. */
  readonly keyOf: KeySource;
  readonly clock: Clock;
}

/** What a run tells while it goes on. */
export interface Progress {
  begin(phase: 'plan' | 'push' | 'export', total: number): void;
  /** One destination (of an export: one story) is through with the phase; `line` says in a few words how it went. */
  advance(destination: string, line: string): void;
  end(): void;
}

/** Tenants by address and key. Planning asks for readers only. */
export interface Tenants {
  reader(tenantUrl: string, key: string): TenantReader;
  writer(tenantUrl: string, key: string): Tenant;
}
