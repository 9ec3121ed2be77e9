import type { Positions } from '../faults/switches.ts';
import { EmulatorClock } from './clock.ts';
import type { EmulatedTenant } from './tenant.ts';

/** All tenants of one emulator, and what has to happen when one of them changes. */
export class EmulatedWorld {
  readonly tenants: Map<string, EmulatedTenant>;
  readonly clock = new EmulatorClock();
  readonly #changed: (tenant: EmulatedTenant) => void;
  readonly #timers = new Set<NodeJS.Timeout>();

  constructor(tenants: readonly EmulatedTenant[], changed: (tenant: EmulatedTenant) => void) {
    this.tenants = new Map(tenants.map((tenant) => [tenant.name, tenant]));
    this.#changed = changed;
  }

  now(): number {
    return this.clock.now();
  }

  touch(tenant: EmulatedTenant): void {
    this.#changed(tenant);
  }

  /** Work that the vendor does after it has answered. */
  later(ms: number, work: () => void): void {
    const timer = setTimeout(() => {
      this.#timers.delete(timer);
      work();
    }, ms);
    this.#timers.add(timer);
  }

  setSwitches(tenant: EmulatedTenant, positions: Partial<Positions>): void {
    tenant.switches = { ...tenant.switches, ...positions };
    this.touch(tenant);
  }

  stop(): void {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#timers.clear();
  }
}
