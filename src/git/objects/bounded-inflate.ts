import { Buffer } from 'node:buffer';
import { constants, type Inflate, inflateSync } from 'node:zlib';

/** What is packed as one object unpacks to more than any file of ours may hold. */
export class TooLargeObjectError extends Error {
  readonly code = 'ObjectTooLarge';

  constructor() {
    super('an object of git is larger than 50 MB');
  }
}

/** With a code, like every failure of git's storage. */
export class DamagedObjectError extends Error {
  readonly code = 'DamagedObject';

  constructor(what: string) {
    super(`the object store holds ${what}`);
  }
}

export type Unpacked = {
  readonly content: Buffer;
  /** How many of the packed bytes it took. */
  readonly length: number;
};

/** Unpacks what says that it holds `size` bytes; never more than that is made room for. */
export function unpack(packed: Buffer, size: number): Unpacked {
  const options = {
    info: true,
    // One byte more would say that it holds more than it says.
    maxOutputLength: Math.max(1, size),
    chunkSize: Math.min(Math.max(64, size + 1), 65_536),
  };
  const { buffer, engine } = inflateSafely(packed, options);
  if (buffer.length !== size) throw new DamagedObjectError('an object of another size than it says');
  return { content: buffer, length: engine.bytesWritten };
}

function inflateSafely(packed: Buffer, options: object): { readonly buffer: Buffer; readonly engine: Inflate } {
  try {
    return inflateSync(packed, options) as unknown as { buffer: Buffer; engine: Inflate };
  } catch {
    // Not packed at all, or more than it says.
    throw new DamagedObjectError('an object that cannot be unpacked');
  }
}

/** The first bytes of what is packed, as far as a few bytes of it go: enough for a header, whatever follows. */
export function unpackStart(packed: Buffer, length: number): Buffer {
  const few = packed.subarray(0, 512);
  const options = { finishFlush: constants.Z_SYNC_FLUSH, maxOutputLength: 1024 * 1024 };
  try {
    return Buffer.from(inflateSync(few, options).subarray(0, length));
  } catch {
    throw new DamagedObjectError('an object that cannot be unpacked');
  }
}
