import type { Positions } from '../faults/switches.ts';
import { EmulatorClock } from './clock.ts';
import type { EmulatedTenant } from './tenant.ts';

/** All tenants of one emulator, and what has to happen when one of them changes. */
export class EmulatedWorld {
  readonly tenants: Map<string, EmulatedTenant>;
  readonly clock = new EmulatorClock();
  /** Whether a tenant answers nobody at this time, the vendor's own syncing neither. */
  readonly isDown: (tenant: string) => boolean;
  readonly #changed: (tenant: EmulatedTenant) => void;
  readonly #pending = new Set<{ readonly due: number; readonly timer: NodeJS.Timeout; readonly work: () => void }>();

  constructor(
    tenants: readonly EmulatedTenant[],
    changed: (tenant: EmulatedTenant) => void,
    isDown: (tenant: string) => boolean = () => false,
  ) {
    this.isDown = isDown;
    this.tenants = new Map(tenants.map((tenant) => [tenant.name, tenant]));
    this.#changed = changed;
  }

  now(): number {
    return this.clock.now();
  }

  touch(tenant: EmulatedTenant): void {
    this.#changed(tenant);
  }

  /** Puts the clock forward, and does what is due by then. */
  advance(ms: number): void {
    this.clock.advance(ms);
    const due = [...this.#pending].filter((job) => job.due <= this.now());
    for (const job of due.toSorted((a, b) => a.due - b.due)) {
      clearTimeout(job.timer);
      this.#pending.delete(job);
      job.work();
    }
  }

  /** Work that the vendor does after it has answered. */
  later(ms: number, work: () => void): void {
    const done = (): void => {
      this.#pending.delete(job);
      work();
    };
    const job = { due: this.now() + ms, timer: setTimeout(done, ms), work };
    this.#pending.add(job);
  }

  setSwitches(tenant: EmulatedTenant, positions: Partial<Positions>): void {
    tenant.switches = { ...tenant.switches, ...positions };
    this.touch(tenant);
  }

  stop(): void {
    for (const { timer } of this.#pending) clearTimeout(timer);
    this.#pending.clear();
  }
}
