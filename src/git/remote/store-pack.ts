import type { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { mkdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DamagedObjectError, TooLargeObjectError } from '../objects/bounded-inflate.ts';
import { durableFs } from '../objects/durable-fs.ts';
import { sweepOnce } from '../objects/leftovers.ts';
import { ObjectReader } from '../objects/objects.ts';
import { newOwner, ownerTag } from '../objects/owner.ts';
import { entriesOf } from './check-pack.ts';
import { indexOf } from './index-pack.ts';
import { GitProtocolError } from './upload-pack.ts';

/** Adds the objects of a pack to a repository, once it is certain that all of it has come. */
export async function storePack(gitdir: string, pack: Buffer): Promise<void> {
  const [content, sum] = [pack.subarray(0, -20), pack.subarray(-20).toString('hex')];
  const whole = pack.length >= 32 && createHash('sha1').update(content).digest('hex') === sum;
  if (!whole || pack.toString('latin1', 0, 4) !== 'PACK') throw new GitProtocolError();
  if (pack.readUInt32BE(8) === 0) return;
  const index = indexed(pack);
  const folder = join(gitdir, 'objects/pack');
  await mkdir(folder, { recursive: true });
  await durableFs.promises.writeFile(join(folder, `pack-${sum}.pack`), pack);
  // Without its index nobody looks at a pack, so it comes second.
  await durableFs.promises.writeFile(join(folder, `pack-${sum}.idx`), index);
}

/** Whatever is wrong inside of what a server sent is the server's fault. */
function indexed(pack: Buffer): Buffer {
  try {
    return indexOf(pack, entriesOf(pack));
  } catch (error) {
    const theirs = error instanceof DamagedObjectError || error instanceof TooLargeObjectError;
    throw theirs ? new GitProtocolError() : error;
  }
}

/** The objects of a pack, read where no repository keeps them. */
export async function readingPack<T>(pack: Buffer, read: (objects: ObjectReader) => Promise<T>): Promise<T> {
  await sweepOnce(tmpdir());
  const folder = join(tmpdir(), `storysync-pack-${ownerTag(await newOwner())}`);
  await mkdir(folder, { mode: 0o700 });
  try {
    await storePack(folder, pack);
    return await read(new ObjectReader([folder]));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
