import type { Buffer } from 'node:buffer';
import { type Inflate, inflateSync } from 'node:zlib';
import { GitProtocolError } from './upload-pack.ts';

/** No file of ours comes near; one that unpacks to more would take the memory of the whole run. */
const MOST_BYTES = 2 ** 29;
const START = 12;
const HASH = 20;
const OFS_DELTA = 6;
const REF_DELTA = 7;

/**
 * Refuses a pack that no git would make. isomorphic-git believes what a pack says: a difference to itself, or to a place
 * where nothing begins, is followed for ever.
 */
export function checkPack(pack: Buffer): void {
  const starts = new Set<number>();
  const end = pack.length - HASH;
  let at = START;
  for (let left = pack.readUInt32BE(8); left > 0; left--) {
    const start = at;
    if (start >= end) throw new GitProtocolError();
    const { type, size, next } = headerAt(pack, start);
    at = next;
    if (type === OFS_DELTA) {
      const base = distanceAt(pack, at);
      if (!starts.has(start - base.distance)) throw new GitProtocolError();
      at = base.next;
    } else if (type === REF_DELTA) at += HASH;
    const { content, length } = unpack(pack.subarray(at, end), size);
    const isDelta = type === OFS_DELTA || type === REF_DELTA;
    if (isDelta && targetSize(content) > MOST_BYTES) throw new GitProtocolError();
    at += length;
    starts.add(start);
  }
  if (at !== end) throw new GitProtocolError();
}

/** Type and size: four bits of the size, then seven in each byte, the lowest first. */
function headerAt(
  pack: Buffer,
  start: number,
): { readonly type: number; readonly size: number; readonly next: number } {
  const first = pack[start] ?? 0;
  let size = first & 15;
  let [next, factor] = [start + 1, 16];
  for (let byte = first; byte >= 128; factor *= 128) {
    byte = pack[next++] ?? 0;
    size += (byte & 127) * factor;
  }
  return { type: (first >> 4) & 7, size, next };
}

/** How far before its own start the base of a difference starts. */
function distanceAt(pack: Buffer, start: number): { readonly distance: number; readonly next: number } {
  let next = start;
  let byte = pack[next++] ?? 0;
  let distance = byte & 127;
  while (byte >= 128) {
    byte = pack[next++] ?? 0;
    distance = (distance + 1) * 128 + (byte & 127);
  }
  return { distance, next };
}

function unpack(packed: Buffer, size: number): { readonly content: Buffer; readonly length: number } {
  if (size > MOST_BYTES) throw new GitProtocolError();
  try {
    const options = {
      info: true,
      maxOutputLength: Math.max(1, size),
      chunkSize: Math.min(Math.max(64, size + 1), 65_536),
    };
    const { buffer, engine } = inflateSync(packed, options) as unknown as { buffer: Buffer; engine: Inflate };
    if (buffer.length === size) return { content: buffer, length: engine.bytesWritten };
  } catch {
    // Not packed at all, or more than it says.
  }
  throw new GitProtocolError();
}

/** The second number of a difference; the first is the size of its base. */
function targetSize(delta: Buffer): number {
  let at = 0;
  const number = (): number => {
    let [value, factor, byte] = [0, 1, 128];
    for (; byte >= 128; factor *= 128) {
      byte = delta[at++] ?? 0;
      value += (byte & 127) * factor;
    }
    return value;
  };
  number();
  return number();
}
