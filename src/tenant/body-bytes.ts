const FIRST = 16 * 1024;

/** A body as it comes. It is copied together at once: whoever sends it byte by byte makes no object of each. */
export class BodyBytes {
  #room = Buffer.alloc(0);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  /** Bytes that are kept for it, at most twice its own. */
  get room(): number {
    return this.#room.length;
  }

  add(chunk: Uint8Array): void {
    const length = this.#length + chunk.byteLength;
    if (length > this.#room.length) {
      const room = Buffer.allocUnsafe(Math.max(FIRST, length, this.#room.length * 2));
      room.set(this.#room.subarray(0, this.#length));
      this.#room = room;
    }
    this.#room.set(chunk, this.#length);
    this.#length = length;
  }

  bytes(): Uint8Array {
    return this.#room.subarray(0, this.#length);
  }
}
