import { Buffer } from 'node:buffer';
import { closeSync, constants, fstatSync, openSync, read, readSync } from 'node:fs';
import { promisify } from 'node:util';
import { fail, ok, type Result } from '../../diagnostics/result.ts';

/** Why what has a file's name is not read as one. */
export type NotReadable = { readonly kind: 'not_a_file' } | { readonly kind: 'too_large'; readonly bytes: number };

/** As much as the largest story may hold, and more than any other file that is read whole; packs are read in pieces. */
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
  const file = openUnlessNoFile(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | noFollow);
  if (file === undefined) return fail({ kind: 'not_a_file' });
  try {
    const found = fstatSync(file);
    if (!found.isFile()) return fail({ kind: 'not_a_file' });
    if (found.size > mostBytes) return fail({ kind: 'too_large', bytes: found.size });
    const content = await readWhole(file, found.size, mostBytes);
    return content.length > mostBytes ? fail({ kind: 'too_large', bytes: content.length }) : ok(content);
  } finally {
    closeSync(file);
  }
}

function openUnlessNoFile(path: string, flags: number): number | undefined {
  try {
    return openSync(path, flags);
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
/** Nearly all files, and git's objects by the thousand: five trips to another thread cost ten times what these reads do. */
const READ_AT_ONCE = 64 * 1024;

/** At most one byte more than may be: a file can grow while it is read, and some have no size of their own. */
async function readWhole(file: number, told: number, mostBytes: number): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for (let size = 0; size <= mostBytes; ) {
    const wanted = size < told ? told - size : SMALLEST_READ << Math.min(chunks.length, 14);
    const chunk = Buffer.allocUnsafe(Math.min(wanted, LARGEST_READ, mostBytes + 1 - size));
    const isSmall = size + chunk.length <= READ_AT_ONCE;
    const bytesRead = isSmall ? readSync(file, chunk) : (await readLater(file, chunk, 0, chunk.length, null)).bytesRead;
    if (bytesRead === 0) break;
    chunks.push(chunk.subarray(0, bytesRead));
    size += bytesRead;
  }
  return Buffer.concat(chunks);
}

const readLater = promisify(read);

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
