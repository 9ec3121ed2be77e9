import { setTimeout as wait } from 'node:timers/promises';
import type { Tenants, World } from '../commands/ports.ts';
import { openTenantPool } from '../tenant/pool.ts';

export function processWorld(): World {
  return {
    directory: process.cwd(),
    environment: process.env,
    now: () => new Date(),
    sleep: (milliseconds) => wait(milliseconds),
  };
}

/** Real tenants over HTTP, shared by all destinations of one run. */
export function openTenants(): Tenants & { close(): Promise<void> } {
  const pool = openTenantPool();
  return {
    reader: (url, key) => pool.tenant(url, key),
    writer: (url, key) => pool.tenant(url, key),
    close: () => pool.close(),
  };
}
