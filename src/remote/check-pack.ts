import type { Buffer } from 'node:buffer';
import { DamagedObjectError, unpack } from '../repository/bounded-inflate.ts';
import { deltaSizes, distanceAt, headerAt, OFS_DELTA, REF_DELTA } from '../repository/pack-format.ts';
import { MOST_FILE_BYTES } from '../repository/regular-file.ts';
import { GitProtocolError } from './upload-pack.ts';

const START = 12;
const HASH = 20;

/** An object that large takes several times as much while it is indexed. */
const LARGEST = 2 ** 28;
/** Large files are large in a pack too; what is packed smaller than this is made to hold us up. */
const THINNEST = 20;
/** All objects of a pack together. A thousand versions of one file come to a few hundred times their pack. */
const MOST_UNPACKED = 2 ** 30;
const MOST_RATIO = 2_000;

/**
 * Refuses a pack that no git would make. isomorphic-git believes what a pack says: a difference to itself, or to a place
 * where nothing begins, is followed for ever, and whatever size is made room for.
 */
export function checkPack(pack: Buffer): void {
  try {
    checkEntries(pack);
  } catch (error) {
    throw error instanceof DamagedObjectError ? new GitProtocolError() : error;
  }
}

function checkEntries(pack: Buffer): void {
  const starts = new Set<number>();
  const end = pack.length - HASH;
  const largest = Math.min(LARGEST, Math.max(MOST_FILE_BYTES, pack.length * THINNEST));
  const room = Math.max(MOST_UNPACKED, pack.length * MOST_RATIO);
  let [at, unpacked] = [START, 0];
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
    const isDelta = type === OFS_DELTA || type === REF_DELTA;
    if (size > largest) throw new GitProtocolError();
    const { content, length } = unpack(pack.subarray(at, end), size);
    const made = isDelta ? deltaSizes(content).target : size;
    unpacked += made;
    if (made > largest || unpacked > room) throw new GitProtocolError();
    at += length;
    starts.add(start);
  }
  if (at !== end) throw new GitProtocolError();
}
