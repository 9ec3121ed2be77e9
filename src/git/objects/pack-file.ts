import { Buffer } from 'node:buffer';
import { type FileHandle, open } from 'node:fs/promises';
import { DamagedObjectError } from './bounded-inflate.ts';

/** What is opened and read at once: dozens of files of state lie in it, side by side as git packs them. */
const WINDOW = 256 * 1024;
/** The oldest goes first: a pack may be larger than memory. */
const MOST_WINDOWS = 8;

type Window = { readonly start: number; readonly bytes: Promise<Buffer> };

/** The bytes of a pack, in pieces. A pack never changes under its name. */
export class PackFile {
  readonly path: string;
  #windows: readonly Window[] = [];

  constructor(path: string) {
    this.path = path;
  }

  /** Less where the pack ends before. */
  async read(at: number, length: number): Promise<Buffer> {
    if (at < 0) throw new DamagedObjectError('a difference to what is not in its pack');
    if (length > WINDOW) return readAt(this.path, at, length);
    const window = this.#windowOf(at, length);
    const bytes = await window.bytes;
    return bytes.subarray(at - window.start, at - window.start + length);
  }

  #windowOf(at: number, length: number): Window {
    const known = this.#windows.find(({ start }) => start <= at && at + length <= start + WINDOW);
    if (known !== undefined) return known;
    const opened = { start: at, bytes: readAt(this.path, at, WINDOW) };
    this.#windows = [opened, ...this.#windows].slice(0, MOST_WINDOWS);
    // What could not be read once may be there later.
    opened.bytes.catch(() => {
      this.#windows = this.#windows.filter((each) => each !== opened);
    });
    return opened;
  }
}

async function readAt(path: string, at: number, length: number): Promise<Buffer> {
  const file: FileHandle = await open(path);
  try {
    const bytes = Buffer.alloc(length);
    let filled = 0;
    while (filled < length) {
      const { bytesRead } = await file.read(bytes, filled, length - filled, at + filled);
      if (bytesRead === 0) break;
      filled += bytesRead;
    }
    return bytes.subarray(0, filled);
  } finally {
    await file.close();
  }
}
