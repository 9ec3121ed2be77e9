import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DamagedObjectError, TooLargeObjectError, unpack, unpackStart } from './bounded-inflate.ts';
import { applyDelta } from './delta.ts';
import { PackFile } from './pack-file.ts';
import { distanceAt, headerAt, OFS_DELTA, REF_DELTA, typeName } from './pack-format.ts';
import { PackIndex } from './pack-index.ts';
import { Recent } from './recent.ts';
import { MOST_FILE_BYTES, readRegularFile } from './regular-file.ts';

export type GitObject = { readonly type: string; readonly content: Buffer };

/** The bound of files in the work tree holds for git's copies too: a few packed kilobytes of a pushed branch may unpack to gigabytes. */
const MOST_BYTES = MOST_FILE_BYTES;
const MOST_INDEX_BYTES = 2 ** 30;
/** Git makes chains of fifty; nobody makes longer ones, except to hold us up. */
const MOST_STEPS = 5_000;
/** Bases that differences are against are wanted again and again. */
const CACHE_BYTES = 16 * 1024 * 1024;

type Pack = { readonly file: PackFile; readonly index: PackIndex };

/**
 * The objects of one git directory, loose and packed, read within bounds of memory. isomorphic-git unpacks whatever
 * comes, holds whole packs, and has no say in how much.
 */
export class ObjectStore {
  readonly #objects: string;
  readonly #packs = new Map<string, Promise<Pack | undefined>>();
  readonly #recent = new Recent<string, GitObject>(CACHE_BYTES);

  constructor(gitdir: string) {
    this.#objects = join(gitdir, 'objects');
  }

  /**
   * Undefined when it is not here. `steps` is how many differences led to it. The packs that are known are asked first,
   * which takes no look at the disk.
   */
  async find(oid: string, steps = 0): Promise<GitObject | undefined> {
    return (
      (await this.#packed(oid, steps)) ??
      (await this.#loose(oid)) ??
      // A pack may have come since: by a fetch of ours, or by git that tidies up.
      (await this.#packed(oid, steps, { fresh: true }))
    );
  }

  async #loose(oid: string): Promise<GitObject | undefined> {
    const packed = await orUndefined(readRegularFile(join(this.#objects, oid.slice(0, 2), oid.slice(2))));
    if (packed === undefined) return undefined;
    if (!packed.ok) {
      throw packed.error.kind === 'too_large'
        ? new TooLargeObjectError()
        : new DamagedObjectError('no file in its place');
    }
    const { type, size, start } = looseHeader(packed.value);
    const content = unpack(packed.value, start + size).content.subarray(start);
    return verified(oid, { type, content });
  }

  async #packed(oid: string, steps: number, { fresh = false } = {}): Promise<GitObject | undefined> {
    const name = Buffer.from(oid, 'hex');
    for (const pack of await this.#listPacks(fresh)) {
      const offset = pack.index.find(name);
      // Git that tidies up takes a pack away once another one has its objects.
      const found = offset === undefined ? undefined : await orUndefined(this.#readPacked(pack, offset, steps));
      if (found !== undefined) return verified(oid, found);
    }
    return undefined;
  }

  async #listPacks(fresh: boolean): Promise<readonly Pack[]> {
    if (fresh || this.#packs.size === 0) {
      const folder = join(this.#objects, 'pack');
      const names = ((await orUndefined(readdir(folder))) ?? []).filter((name) => name.endsWith('.idx'));
      const paths = new Set(names.map((name) => join(folder, name)));
      for (const path of this.#packs.keys()) if (!paths.has(path)) this.#packs.delete(path);
      for (const path of paths) if (!this.#packs.has(path)) this.#packs.set(path, orUndefined(openPack(path)));
    }
    const packs = await Promise.all(this.#packs.values());
    return packs.filter((pack) => pack !== undefined);
  }

  /** Follows the differences down to a whole object, then applies them on the way back. */
  async #readPacked({ file }: Pack, offset: number, steps: number): Promise<GitObject> {
    const deltas: { readonly at: number; readonly delta: Buffer }[] = [];
    let [at, bytes] = [offset, 0];
    let found = this.#recent.get(`${file.path}:${at}`);
    while (found === undefined) {
      const entry = await readEntry(file, at);
      if ('whole' in entry) {
        found = entry.whole;
        this.#recent.set(`${file.path}:${at}`, found);
        break;
      }
      deltas.push({ at, delta: entry.delta });
      bytes += entry.delta.length;
      if (bytes > MOST_BYTES) throw new TooLargeObjectError();
      // Packs that refer to each other in a circle would never end.
      if (steps + deltas.length > MOST_STEPS) throw new DamagedObjectError('differences without end');
      if ('oid' in entry.base) found = await this.#base(entry.base.oid, steps + deltas.length);
      else {
        at -= entry.base.distance;
        found = this.#recent.get(`${file.path}:${at}`);
      }
    }
    for (const { at: place, delta } of deltas.toReversed()) {
      found = { type: found.type, content: applyDelta(delta, found.content, MOST_BYTES) };
      this.#recent.set(`${file.path}:${place}`, found);
    }
    return found;
  }

  async #base(oid: string, steps: number): Promise<GitObject> {
    const base = await this.find(oid, steps);
    if (base === undefined) throw new DamagedObjectError('a difference to an object that is not here');
    return base;
  }
}

async function openPack(path: string): Promise<Pack> {
  const bytes = await readRegularFile(path, { mostBytes: MOST_INDEX_BYTES });
  if (!bytes.ok) throw new DamagedObjectError('an index of a pack that cannot be read');
  return { file: new PackFile(`${path.slice(0, -'.idx'.length)}.pack`), index: new PackIndex(bytes.value) };
}

type Entry =
  | { readonly whole: GitObject }
  | { readonly delta: Buffer; readonly base: { readonly distance: number } | { readonly oid: string } };

/** Enough for most objects, and for every header. */
const FIRST_READ = 4096;

async function readEntry(file: PackFile, at: number): Promise<Entry> {
  const start = await file.read(at, FIRST_READ);
  const header = headerAt(start, 0);
  if (header.size > MOST_BYTES) throw new TooLargeObjectError();
  const base = baseAt(start, header.type, header.next);
  const packed = base?.next ?? header.next;
  // As much as it may take when nothing of it can be packed any smaller.
  const room = header.size + (header.size >> 9) + 1024;
  const bytes = packed + room <= start.length ? start.subarray(packed) : await file.read(at + packed, room);
  const { content } = unpack(bytes, header.size);
  if (base !== undefined) return { delta: content, base: base.base };
  const type = typeName(header.type);
  if (type === undefined) throw new DamagedObjectError('an object of a type that is not known');
  return { whole: { type, content } };
}

function baseAt(bytes: Buffer, type: number, next: number) {
  if (type === REF_DELTA) return { base: { oid: bytes.toString('hex', next, next + 20) }, next: next + 20 };
  if (type !== OFS_DELTA) return undefined;
  const { distance, next: after } = distanceAt(bytes, next);
  if (distance === 0) throw new DamagedObjectError('a difference to itself');
  return { base: { distance }, next: after };
}

/** `blob 123` and a zero stand before the content of a loose object. */
function looseHeader(packed: Buffer): { readonly type: string; readonly size: number; readonly start: number } {
  const first = unpackStart(packed, 64).toString('latin1');
  const [header, type = '', size = ''] = /^(commit|tree|blob|tag) (\d{1,12})\0/.exec(first) ?? [];
  if (header === undefined) throw new DamagedObjectError('a loose object without a header');
  if (Number(size) > MOST_BYTES) throw new TooLargeObjectError();
  return { type, size: Number(size), start: header.length };
}

/** What git calls by its content's digest must have that content. */
function verified(oid: string, object: GitObject): GitObject {
  const hash = createHash('sha1').update(`${object.type} ${object.content.length}\0`).update(object.content);
  if (hash.digest('hex') !== oid) throw new DamagedObjectError('another object than its name says');
  return object;
}

async function orUndefined<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}
