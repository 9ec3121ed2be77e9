import { systemClock } from '../clock/system-clock.ts';
import type { CommandPorts, TenantWatch } from '../commands/ports.ts';
import { keysFrom } from '../keys/environment-keys.ts';
import { type Clients, openTenants } from '../keys/tenants.ts';
import { readProxies } from '../network/proxies.ts';
import { openTenantPool } from '../tenant/pool.ts';
import { processTerminal, type Terminal } from './terminal.ts';

/** Everything outside that the command line touches; tests bring their own. */
export interface Host {
  readonly terminal: Terminal;
  readonly world: CommandPorts;
}

export function processHost(): Host {
  const { env } = process;
  const proxies = readProxies(env);
  const openClients = (watch: TenantWatch): Clients => openTenantPool({ proxies, ...watch });
  return {
    terminal: processTerminal(),
    world: { directory: process.cwd(), clock: systemClock, ...keyedBy(env, openClients) },
  };
}

/** An environment, and tenants whose keys are its variables. */
export function keyedBy(
  environment: CommandPorts['environment'],
  openClients: (watch: TenantWatch) => Clients,
): Pick<CommandPorts, 'environment' | 'openTenants'> {
  return { environment, openTenants: (watch) => openTenants(keysFrom(environment), openClients(watch)) };
}
