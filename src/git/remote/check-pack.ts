import type { Buffer } from 'node:buffer';
import { unpack } from '../objects/bounded-inflate.ts';
import { deltaSizes, distanceAt, headerAt, OFS_DELTA, REF_DELTA } from '../objects/pack-format.ts';
import { MOST_FILE_BYTES } from '../objects/regular-file.ts';
import { GitProtocolError } from './upload-pack.ts';

/** One object of a pack, as it lies there. */
export type PackEntry = {
  readonly start: number;
  readonly type: number;
  /** Of what is packed here: the object, or the difference. */
  readonly size: number;
  /** Where that begins. */
  readonly packedAt: number;
  readonly end: number;
  /** What it is a difference to, by its place or by its name. */
  readonly base?: number | string;
};

const START = 12;
const HASH = 20;

/** Large files are large in a pack too; what is packed smaller than this is made to hold us up. */
const LARGEST = 2 ** 28;
const THINNEST = 20;
/** All objects of a pack together. A thousand versions of one file come to a thousand times their pack and more. */
const MOST_UNPACKED = 2 ** 28;
const MOST_RATIO = 2_000;

/** How much the objects of a pack may come to. */
export function roomFor(pack: Buffer): number {
  return Math.max(MOST_UNPACKED, pack.length * MOST_RATIO);
}

/** The largest object that a pack of this length may hold. */
export function largestIn(pack: Buffer): number {
  return Math.min(LARGEST, Math.max(MOST_FILE_BYTES, pack.length * THINNEST));
}

/** What stands in a pack. Refuses what no git would make: cut off, a difference to itself, or small and huge inside. */
export function entriesOf(pack: Buffer): readonly PackEntry[] {
  const entries: PackEntry[] = [];
  const starts = new Set<number>();
  const end = pack.length - HASH;
  const [largest, room] = [largestIn(pack), roomFor(pack)];
  let [at, unpacked] = [START, 0];
  for (let left = pack.readUInt32BE(8); left > 0; left--) {
    const start = at;
    if (start >= end) throw new GitProtocolError();
    const { type, size, next } = headerAt(pack, start);
    const found = baseAt(pack, start, type, next);
    if (typeof found?.base === 'number' && !starts.has(found.base)) throw new GitProtocolError();
    const packedAt = found?.next ?? next;
    if (size > largest) throw new GitProtocolError();
    const { content, length } = unpack(pack.subarray(packedAt, end), size);
    const made = found === undefined ? size : deltaSizes(content).target;
    unpacked += made;
    if (made > largest || unpacked > room) throw new GitProtocolError();
    at = packedAt + length;
    entries.push({ start, type, size, packedAt, end: at, ...(found === undefined ? {} : { base: found.base }) });
    starts.add(start);
  }
  if (at !== end) throw new GitProtocolError();
  return entries;
}

function baseAt(pack: Buffer, start: number, type: number, at: number) {
  if (type === REF_DELTA) return { base: pack.toString('hex', at, at + HASH), next: at + HASH };
  if (type !== OFS_DELTA) return undefined;
  const { distance, next } = distanceAt(pack, at);
  return { base: start - distance, next };
}
