import type { Cause } from '../model/fact/fact.ts';

/** A tenant that did what nobody asked for gets no further write in this run, in none of its teams. */
export class TenantHalt {
  #cause: Cause | undefined;

  get cause(): Cause | undefined {
    return this.#cause;
  }

  stop(cause: Cause): void {
    this.#cause ??= cause;
  }
}
