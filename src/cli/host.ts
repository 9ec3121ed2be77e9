import { systemClock } from '../clock/system-clock.ts';
import type { CommandPorts, TenantWatch } from '../commands/ports.ts';
import { keysFrom } from '../keys/environment-keys.ts';
import { type KeyRingOptions, openKeyRing } from '../keys/key-ring.ts';
import { OpenTokens } from '../keys/open-tokens.ts';
import { type Clients, openTenants } from '../keys/tenants.ts';
import { readProxies } from '../network/proxies.ts';
import { openTenantPool } from '../tenant/pool.ts';
import { departWithTokens, type Leave } from './leave.ts';
import { processTerminal, type Terminal } from './terminal.ts';

/** Everything outside that the command line touches; tests bring their own. */
export interface Host {
  readonly terminal: Terminal;
  readonly world: CommandPorts;
  readonly leave: Leave;
}

export function processHost(): Host {
  const { env } = process;
  const proxies = readProxies(env);
  const { tokens, leave } = departWithTokens();
  const openClients = (watch: TenantWatch): Clients => openTenantPool({ proxies, ...watch });
  const vault = { proxies, tokens, clock: systemClock };
  return {
    terminal: processTerminal(),
    world: { directory: process.cwd(), clock: systemClock, ...keyedBy(env, openClients, vault) },
    leave,
  };
}

/** An environment, and tenants whose keys are its variables or lie in a vault. */
export function keyedBy(
  environment: CommandPorts['environment'],
  openClients: (watch: TenantWatch) => Clients,
  vault: Pick<KeyRingOptions, 'proxies' | 'tokens' | 'clock'> = {
    proxies: readProxies({}),
    tokens: new OpenTokens(),
    clock: systemClock,
  },
): Pick<CommandPorts, 'environment' | 'openTenants'> {
  const named = keysFrom(environment);
  // No command line prints a key. An order to a runner to hide one would show it to every other reader of stderr.
  const mask = (): void => {};
  return {
    environment,
    openTenants: (watch) =>
      openTenants(openKeyRing(named, { ...vault, ...watch, environment, mask }), openClients(watch)),
  };
}
