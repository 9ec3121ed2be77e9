import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { crc32 } from 'node:zlib';
import { byTextOf } from '../../model/text/order.ts';
import { unpack } from '../objects/bounded-inflate.ts';
import { applyDelta } from '../objects/delta.ts';
import { typeName } from '../objects/pack-format.ts';
import { Recent } from '../objects/recent.ts';
import { largestIn, type PackEntry, roomFor } from './check-pack.ts';
import { GitProtocolError } from './upload-pack.ts';

type Made = { readonly type: string; readonly content: Buffer };
type Named = { readonly oid: string; readonly entry: PackEntry };

/** Bases are wanted again and again; what does not fit is made anew, but only so often. */
const RECENT_BYTES = 2 ** 27;
const MOST_WORK = 16;

/**
 * The index of a pack, as git has it (version 2). isomorphic-git makes one too, and keeps each object of a long chain of
 * differences in memory while it does.
 */
export function indexOf(pack: Buffer, entries: readonly PackEntry[]): Buffer {
  return format(new Naming(pack, entries).names(), pack);
}

/** Finds the name of each object: a digest of its content, which may be a difference to others. */
class Naming {
  readonly #pack: Buffer;
  readonly #byStart: ReadonlyMap<number, PackEntry>;
  readonly #startOf = new Map<string, number>();
  readonly #recent = new Recent<number, Made>(RECENT_BYTES);
  #work: number;

  constructor(pack: Buffer, entries: readonly PackEntry[]) {
    this.#pack = pack;
    this.#byStart = new Map(entries.map((entry) => [entry.start, entry]));
    this.#work = roomFor(pack) * MOST_WORK;
  }

  /** A base that is named may stand behind its difference, which waits for it then. */
  names(): readonly Named[] {
    const named: Named[] = [];
    const waiting = new Map<string, PackEntry[]>();
    const ready = [...this.#byStart.values()].toReversed();
    for (let entry = ready.pop(); entry !== undefined; entry = ready.pop()) {
      const made = this.#make(entry);
      if (typeof made === 'string') {
        const others = waiting.get(made);
        if (others === undefined) waiting.set(made, [entry]);
        else others.push(entry);
        continue;
      }
      const oid = nameOf(made);
      this.#startOf.set(oid, entry.start);
      named.push({ oid, entry });
      for (const other of waiting.get(oid) ?? []) ready.push(other);
      waiting.delete(oid);
    }
    // Of what is not in this pack we did not say that we have it.
    if (waiting.size > 0) throw new GitProtocolError();
    return named;
  }

  /** The object, or the name of the base that is still missing. */
  #make(entry: PackEntry): Made | string {
    const deltas: PackEntry[] = [];
    let at: PackEntry = entry;
    let made = this.#recent.get(at.start);
    while (made === undefined && at.base !== undefined) {
      deltas.push(at);
      const start = typeof at.base === 'number' ? at.base : this.#startOf.get(at.base);
      const base = start === undefined ? undefined : this.#byStart.get(start);
      if (base === undefined) {
        if (typeof at.base === 'number') throw new GitProtocolError();
        return at.base;
      }
      if (deltas.length > this.#byStart.size) throw new GitProtocolError();
      at = base;
      made = this.#recent.get(at.start);
    }
    made ??= this.#keep(at, { type: this.#typeOf(at), content: this.#contentOf(at) });
    for (const delta of deltas.toReversed()) {
      const content = applyDelta(this.#contentOf(delta), made.content, largestIn(this.#pack));
      made = this.#keep(delta, { type: made.type, content });
    }
    return made;
  }

  #keep({ start }: PackEntry, made: Made): Made {
    this.#work -= made.content.length;
    if (this.#work < 0) throw new GitProtocolError();
    this.#recent.set(start, made);
    return made;
  }

  #typeOf({ type }: PackEntry): string {
    const name = typeName(type);
    if (name === undefined) throw new GitProtocolError();
    return name;
  }

  #contentOf({ packedAt, end, size }: PackEntry): Buffer {
    return unpack(this.#pack.subarray(packedAt, end), size).content;
  }
}

function nameOf({ type, content }: Made): string {
  return createHash('sha1').update(`${type} ${content.length}\0`).update(content).digest('hex');
}

/** Magic and version, how many names begin with each byte or a smaller one, names, checksums, places, the pack's own sum. */
function format(named: readonly Named[], pack: Buffer): Buffer {
  // The same object twice is one entry, as git has it.
  const sorted = [...new Map(named.map((each) => [each.oid, each])).values()].sort(byTextOf(({ oid }) => oid));
  const numbers = (values: readonly number[]): Buffer => {
    const bytes = Buffer.alloc(values.length * 4);
    values.forEach((value, at) => void bytes.writeUInt32BE(value, at * 4));
    return bytes;
  };
  const counts = Array.from({ length: 256 }, () => 0);
  for (const { oid } of sorted) {
    const first = Number.parseInt(oid.slice(0, 2), 16);
    counts[first] = (counts[first] ?? 0) + 1;
  }
  let sum = 0;
  const fanout = counts.map((count) => {
    sum += count;
    return sum;
  });
  const content = Buffer.concat([
    numbers([0xff744f63, 2, ...fanout]),
    Buffer.from(sorted.map(({ oid }) => oid).join(''), 'hex'),
    numbers(sorted.map(({ entry: { start, end } }) => crc32(pack.subarray(start, end)))),
    numbers(sorted.map(({ entry: { start } }) => start)),
    pack.subarray(-20),
  ]);
  return Buffer.concat([content, createHash('sha1').update(content).digest()]);
}
