import type { Buffer } from 'node:buffer';
import { DamagedObjectError } from './bounded-inflate.ts';

/** Types of entries in a pack. */
export const OFS_DELTA = 6;
export const REF_DELTA = 7;

const TYPES: readonly (string | undefined)[] = [undefined, 'commit', 'tree', 'blob', 'tag'];

/** Undefined for a difference, and for what nobody knows. */
export function typeName(type: number): string | undefined {
  return TYPES[type];
}

export type EntryHeader = { readonly type: number; readonly size: number; readonly next: number };

/** Type and size: four bits of the size, then seven in each byte, the lowest first. */
export function headerAt(pack: Buffer, start: number): EntryHeader {
  const first = byteAt(pack, start);
  let size = first & 15;
  let [next, factor] = [start + 1, 16];
  for (let byte = first; byte >= 128; factor *= 128) {
    byte = byteAt(pack, next++);
    size += (byte & 127) * factor;
  }
  return { type: (first >> 4) & 7, size, next };
}

/** How far before its own start the base of a difference starts. */
export function distanceAt(pack: Buffer, start: number): { readonly distance: number; readonly next: number } {
  let next = start;
  let byte = byteAt(pack, next++);
  let distance = byte & 127;
  while (byte >= 128) {
    byte = byteAt(pack, next++);
    distance = (distance + 1) * 128 + (byte & 127);
  }
  return { distance, next };
}

/** A difference says first how large its base is and how large it makes it. */
export function deltaSizes(delta: Buffer): { readonly base: number; readonly target: number; readonly next: number } {
  const base = numberAt(delta, 0);
  const target = numberAt(delta, base.next);
  return { base: base.value, target: target.value, next: target.next };
}

function numberAt(bytes: Buffer, at: number): { readonly value: number; readonly next: number } {
  let [value, factor, next, byte] = [0, 1, at, 128];
  for (; byte >= 128; factor *= 128) {
    byte = byteAt(bytes, next++);
    value += (byte & 127) * factor;
  }
  return { value, next };
}

function byteAt(bytes: Buffer, at: number): number {
  const byte = bytes[at];
  if (byte === undefined) throw new DamagedObjectError('an entry that is cut off');
  return byte;
}
