import type { Tenants } from '../keys/tenants.ts';
import type { Clock } from '../model/clock.ts';
import type { KeyAccess } from '../model/keys/vault.ts';
import type { Forecast } from '../model/tenant/forecast.ts';
import type { RequestRecord } from '../tenant/port.ts';
import type { Surroundings } from '../workspace/surroundings.ts';

/** The outside world as the commands see it; the CLI and the Action hand in the real one. */
export interface CommandPorts extends Surroundings {
  readonly environment: { readonly [name: string]: string | undefined };
  readonly clock: Clock;
  /** Tenants over HTTP, shared by all destinations of one run; whoever opens them closes them. */
  openTenants(watch: TenantWatch): Tenants;
}

export type TenantWatch = {
  /** Whether the command may write: it may be given other keys than one that only reads. */
  readonly access: KeyAccess;
  /** Requests a minute and tenant, where fewer are allowed than the vendor does. */
  readonly rate?: number;
  /** Told of every attempt of every request. */
  readonly onRequest?: (record: RequestRecord) => void;
  /** Ends whatever is still waited for, except the answer to a write that was sent. */
  readonly signal?: AbortSignal;
};

/** What a run tells while it goes on. */
export interface Progress {
  begin(phase: 'plan' | 'push' | 'export', total: number): void;
  /** Work on one destination begins. */
  start?(destination: string): void;
  /** One destination (of an export: one story) is through with the phase; `line` says in a few words how it went. */
  advance(destination: string, line: string): void;
  /** Another run, whose name is printable, writes to a destination that this one waits for. */
  wait(destination: string, owner: string): void;
  /** What applying takes at most, right before its first write; and the milliseconds that there are, where those may not hold it. */
  forecast?(told: Forecast, short: number | undefined): void;
  end(): void;
}
