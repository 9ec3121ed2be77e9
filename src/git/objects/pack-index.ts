import type { Buffer } from 'node:buffer';
import { DamagedObjectError } from './bounded-inflate.ts';

const MAGIC = 0xff744f63;
const NAMES = 8 + 256 * 4;
const OID = 20;

/** Where each object begins in a pack, from the index that git writes beside it (version 2). */
export class PackIndex {
  readonly #bytes: Buffer;
  readonly #count: number;

  constructor(bytes: Buffer) {
    if (bytes.length < NAMES || bytes.readUInt32BE(0) !== MAGIC || bytes.readUInt32BE(4) !== 2) throw unknownForm();
    this.#bytes = bytes;
    this.#count = this.#upTo(255);
    if (bytes.length < NAMES + this.#count * (OID + 8) + 2 * OID) throw unknownForm();
  }

  /** Undefined when the pack does not have it. */
  find(oid: Buffer): number | undefined {
    const first = oid[0] ?? 0;
    let [low, high] = [first === 0 ? 0 : this.#upTo(first - 1), this.#upTo(first)];
    while (low < high) {
      const middle = (low + high) >>> 1;
      const start = NAMES + middle * OID;
      const order = this.#bytes.compare(oid, 0, OID, start, start + OID);
      if (order === 0) return this.#offset(middle);
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return undefined;
  }

  #upTo(first: number): number {
    return this.#bytes.readUInt32BE(8 + first * 4);
  }

  /** Beyond two gigabytes a second table has eight bytes for each. */
  #offset(at: number): number {
    const table = NAMES + this.#count * (OID + 4);
    const offset = this.#bytes.readUInt32BE(table + at * 4);
    if (offset < 0x80000000) return offset;
    return Number(this.#bytes.readBigUInt64BE(table + this.#count * 4 + (offset - 0x80000000) * 8));
  }
}

function unknownForm(): DamagedObjectError {
  return new DamagedObjectError('an index of a pack in a form that is not known');
}
