import { readFailed, type StepFailure } from '../../../apply/step-failure.ts';
import { fail, type Result } from '../../../diagnostics/result.ts';
import type { Clock } from '../../../model/clock.ts';
import type { Cause } from '../../../model/fact/fact.ts';
import type { VendorDestination } from '../../../model/tenant/vendor-destination.ts';
import type { SyncDestinationReader } from '../../../tenant/port.ts';

export type VendorListing = Result<readonly VendorDestination[], StepFailure>;

/** Milliseconds before the first look for what came of a sync; each later one waits half as long again, up to the longest. */
const FIRST_WAIT = 1_000;
const LONGEST_WAIT = 10_000;

/**
 * The vendor's list as all destinations of a run look at it. Whoever asks before a reading begins shares it: what is read
 * goes by the pages of the list, not by the number of destinations.
 */
export class VendorWatch {
  readonly #list: () => Promise<VendorListing>;
  readonly #clock: Clock;
  #running: Promise<unknown> = Promise.resolve();
  #next: Promise<VendorListing> | undefined;
  #tick: Promise<VendorTick> | undefined;
  /** Ticks in a row. */
  #ticks = 0;
  #lastTick = Number.NEGATIVE_INFINITY;

  constructor(origin: () => Promise<Result<SyncDestinationReader, Cause>>, clock: Clock) {
    this.#clock = clock;
    this.#list = async () => {
      const reader = await origin();
      if (!reader.ok) return fail({ fact: reader.error });
      const listing = await reader.value.listSyncDestinations();
      return listing.ok ? listing : fail(readFailed('sync_destinations', listing.error));
    };
  }

  /** As it is from now on: nothing that was read before counts. */
  read(): Promise<VendorListing> {
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      return this.#list();
    });
    this.#running = this.#next.catch(() => {});
    return this.#next;
  }

  /** The same after a while, for all that wait by then: one that comes while others wait already makes no reading of its own. */
  later(stop: AbortSignal): Promise<VendorTick> {
    this.#tick ??= this.#wait(stop);
    return this.#tick;
  }

  async #wait(stop: AbortSignal): Promise<VendorTick> {
    if (this.#clock.elapsed() - this.#lastTick > LONGEST_WAIT) this.#ticks = 0;
    const waited = Math.min(LONGEST_WAIT, FIRST_WAIT * 1.5 ** this.#ticks);
    await this.#clock.sleep(waited, stop);
    this.#ticks += 1;
    this.#lastTick = this.#clock.elapsed();
    this.#tick = undefined;
    return { listing: await this.read(), waited };
  }
}

/** `waited`: milliseconds that the wait was meant to take, for whoever counts by them. */
export type VendorTick = { readonly listing: VendorListing; readonly waited: number };
