import { mkdirSync, readdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { isRecord, parseText } from '../domain/json.ts';
import type { EmulatedTenant } from '../domain/tenant.ts';
import { positionsOf } from '../faults/switches.ts';

const DELAY_MS = 100;

/** The tenants of a data directory, or `undefined` when it holds none. */
export function readTenants(directory: string): EmulatedTenant[] | undefined {
  mkdirSync(directory, { recursive: true });
  const files = readdirSync(directory).filter((name) => name.endsWith('.json'));
  if (files.length === 0) return undefined;
  return files.toSorted().map((name) => {
    const stored = parseText(readFileSync(join(directory, name), 'utf8'));
    if (!isRecord(stored) || stored.format !== FORMAT || !isRecord(stored.tenant)) {
      throw new Error(
        `${join(directory, name)} is not a state file of this emulator; remove it or choose another --data.`,
      );
    }
    // Written by this class, in this format; switches that came later stand at their defaults.
    const tenant = stored.tenant as unknown as EmulatedTenant;
    return { ...tenant, switches: positionsOf(tenant.switches) };
  });
}

const FORMAT = 'storysync.emulator/1';

/** Writes changed tenants to the data directory, one file each, soon after a change and at once on `flush`. */
export class TenantFiles {
  readonly #directory: string;
  readonly #dirty = new Set<EmulatedTenant>();
  #timer: NodeJS.Timeout | undefined;

  constructor(directory: string) {
    this.#directory = directory;
  }

  changed(tenant: EmulatedTenant): void {
    this.#dirty.add(tenant);
    this.#timer ??= setTimeout(() => this.flush(), DELAY_MS);
  }

  flush(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    for (const tenant of this.#dirty) {
      const file = join(this.#directory, `${tenant.name}.json`);
      // By rename: a reader, or a start after a crash, sees the old state or the new one, never half of it.
      writeFileSync(`${file}.tmp`, JSON.stringify({ format: FORMAT, tenant }));
      renameSync(`${file}.tmp`, file);
    }
    this.#dirty.clear();
  }
}
