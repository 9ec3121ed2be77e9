/** What was made last, up to so many bytes; the oldest goes first. */
export class Recent<Key, Value extends { readonly content: { readonly length: number } }> {
  readonly #most: number;
  readonly #values = new Map<Key, Value>();
  #bytes = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get(key: Key): Value | undefined {
    const value = this.#values.get(key);
    if (value !== undefined) {
      this.#values.delete(key);
      this.#values.set(key, value);
    }
    return value;
  }

  /** One that would take the place of most others is not kept. */
  set(key: Key, value: Value): void {
    if (value.content.length > this.#most / 2 || this.#values.has(key)) return;
    this.#values.set(key, value);
    this.#bytes += value.content.length;
    for (const [oldest, { content }] of this.#values) {
      if (this.#bytes <= this.#most) break;
      this.#values.delete(oldest);
      this.#bytes -= content.length;
    }
  }
}
