/** A tenant that did what nobody asked for gets no further write in this run, in none of its teams. */
export class TenantHalt {
  #cause: string | undefined;

  get cause(): string | undefined {
    return this.#cause;
  }

  stop(cause: string): void {
    this.#cause ??= cause;
  }
}
