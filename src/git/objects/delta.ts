import { Buffer } from 'node:buffer';
import { DamagedObjectError, TooLargeObjectError } from './bounded-inflate.ts';
import { deltaSizes } from './pack-format.ts';

/** Applies a difference as git keeps them: pieces of the base, and bytes of its own. Nothing larger than `most` is made. */
export function applyDelta(delta: Buffer, base: Buffer, most: number): Buffer {
  const sizes = deltaSizes(delta);
  if (sizes.target > most) throw new TooLargeObjectError();
  if (sizes.base !== base.length) throw damaged();
  const target = Buffer.alloc(sizes.target);
  let [at, filled] = [sizes.next, 0];
  while (at < delta.length) {
    const order = delta[at++] ?? 0;
    const piece = order >= 128 ? copied(order) : own(order);
    if (piece === undefined || filled + piece.length > target.length) throw damaged();
    piece.copy(target, filled);
    filled += piece.length;
  }
  if (filled !== target.length) throw damaged();
  return target;

  function copied(order: number): Buffer | undefined {
    const start = small(order, 4);
    const length = small(order >> 4, 3) || 0x10000;
    return start + length <= base.length ? base.subarray(start, start + length) : undefined;
  }

  function own(length: number): Buffer | undefined {
    const piece = delta.subarray(at, at + length);
    at += length;
    return length > 0 && piece.length === length ? piece : undefined;
  }

  /** Of a number only the bytes that are not zero stand there; bits tell which. */
  function small(bits: number, count: number): number {
    let value = 0;
    for (let byte = 0; byte < count; byte++) if ((bits >> byte) & 1) value += (delta[at++] ?? 0) * 256 ** byte;
    return value;
  }
}

function damaged(): DamagedObjectError {
  return new DamagedObjectError('a difference that does not fit its base');
}
