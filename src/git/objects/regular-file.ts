import { Buffer } from 'node:buffer';
import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { fail, ok, type Result } from '../../diagnostics/result.ts';

/** Why what has a file's name is not read as one. */
export type NotReadable = { readonly kind: 'not_a_file' } | { readonly kind: 'too_large'; readonly bytes: number };

/** No manifest, story, plan or file of git's own that we read comes near; packs are read in pieces. */
export const MOST_FILE_BYTES = 50 * 1024 * 1024;

export type FileReading = { readonly mostBytes?: number; readonly followLinks?: boolean };

/**
 * A regular file's content. A pipe, a device or a socket in its place would hold us up for ever, so nothing is waited for,
 * and the checks are made on what is open, not on its name. What the system says is thrown, with its code.
 */
export async function readRegularFile(
  path: string,
  { mostBytes = MOST_FILE_BYTES, followLinks = true }: FileReading = {},
): Promise<Result<Buffer, NotReadable>> {
  const noFollow = followLinks ? 0 : (constants.O_NOFOLLOW ?? 0);
  const file = await openUnlessNoFile(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | noFollow);
  if (file === undefined) return fail({ kind: 'not_a_file' });
  try {
    const found = await file.stat();
    if (!found.isFile()) return fail({ kind: 'not_a_file' });
    if (found.size > mostBytes) return fail({ kind: 'too_large', bytes: found.size });
    const content = await readWhole(file, found.size, mostBytes);
    return content.length > mostBytes ? fail({ kind: 'too_large', bytes: content.length }) : ok(content);
  } finally {
    await file.close();
  }
}

async function openUnlessNoFile(path: string, flags: number): Promise<FileHandle | undefined> {
  try {
    return await open(path, flags);
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? error.code : undefined;
    // Folders on some systems; sockets and the like cannot even be opened.
    if (code === 'EISDIR' || code === 'ENXIO') return undefined;
    throw error;
  }
}

const LARGEST_READ = 1024 * 1024;
/** Room for what came on top of the size that was told: mostly nothing, which is how the end is seen. */
const SMALLEST_READ = 64;

/** At most one byte more than may be: a file can grow while it is read, and some have no size of their own. */
async function readWhole(file: FileHandle, told: number, mostBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for (let size = 0; size <= mostBytes; ) {
    const wanted = size < told ? told - size : SMALLEST_READ << Math.min(chunks.length, 14);
    const chunk = Buffer.allocUnsafe(Math.min(wanted, LARGEST_READ, mostBytes + 1 - size));
    const { bytesRead } = await file.read(chunk, 0, chunk.length);
    if (bytesRead === 0) break;
    chunks.push(chunk.subarray(0, bytesRead));
    size += bytesRead;
  }
  return Buffer.concat(chunks);
}

/** Text of git's own making, such as `HEAD`; undefined when there is no such file, or something else in its place. */
export async function textOfFile(path: string): Promise<string | undefined> {
  try {
    const read = await readRegularFile(path);
    return read.ok ? read.value.toString('utf8') : undefined;
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    return undefined;
  }
}
