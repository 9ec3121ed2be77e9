import { systemClock } from '../clock/system-clock.ts';
import { keysFrom } from '../commands/keys.ts';
import type { CommandPorts, Tenants } from '../commands/ports.ts';
import { readProxies } from '../network/proxies.ts';
import { openTenantPool } from '../tenant/pool.ts';
import { processTerminal, type Terminal } from './terminal.ts';

/** Everything outside that the command line touches; tests bring their own. */
export interface Host {
  readonly terminal: Terminal;
  readonly world: CommandPorts;
  /** Real tenants over HTTP, shared by all destinations of one run. */
  openTenants(): Tenants & { close(): Promise<void> };
}

export function processHost(): Host {
  return {
    terminal: processTerminal(),
    world: {
      directory: process.cwd(),
      environment: process.env,
      keyOf: keysFrom(process.env),
      clock: systemClock,
    },
    openTenants: () => openTenantPool({ proxies: readProxies(process.env) }),
  };
}
