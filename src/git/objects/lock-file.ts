import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { type FileHandle, link, lstat, mkdir, open } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type Owner, ownerTag, readOwner } from './owner.ts';
import { readRegularFile } from './regular-file.ts';

/** What a lock's owner was about to do, so that whoever takes the lock over can finish it. */
export type LockNote = { readonly [name: string]: string };

/** A lock as it was found. Two looks with one stamp saw the same lock, untouched in between. */
export type SeenLock = {
  readonly stamp: string;
  /** Undefined: not ours, or not readable. */
  readonly owner: Owner | undefined;
  readonly note: LockNote | undefined;
};

const LARGEST = 4096;
/** A file's name may have 255 bytes, and our marks need a hundred. */
const LONGEST_STEM = 100;

/** A name beside a lock or a file: `index.lock` and a mark make `index.storysync-<mark>.lock`, which git passes over. */
export function siblingName(path: string, mark: string, ending: 'lock' | 'tmp'): string {
  return join(dirname(path), `${shortName(basename(path).replace(/\.lock$/, ''))}.storysync-${mark}.${ending}`);
}

/** The beginning of a name, cut between characters. */
export function shortName(name: string): string {
  const bytes = Buffer.from(name);
  if (bytes.length <= LONGEST_STEM) return name;
  // As a stream: a character that is cut in two is waited for, and so left out.
  return new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes.subarray(0, LONGEST_STEM), { stream: true });
}

/** Where the owner's drafts lie: of the lock itself, and of what the lock is for. */
export function draftBeside(path: string, owner: Owner): string {
  return siblingName(path, ownerTag(owner), 'lock');
}

/** The one place where the right to take over a certain lock is fought for. */
export function claimBeside(path: string, { owner, stamp }: SeenLock): string {
  const token = owner?.token ?? createHash('sha256').update(stamp).digest('hex').slice(0, 16);
  return siblingName(path, `claim-${token}`, 'lock');
}

export function lockText({ host, place, pid, started, token }: Owner, since: Date, note?: LockNote): string {
  const fields = { storysync: 'lock/1', host, pid, since: since.toISOString(), place, started, token };
  return `${JSON.stringify(note === undefined ? fields : { ...fields, note })}\n`;
}

/** Undefined when nothing has the name. Whatever has it costs one short read at most. */
export async function lookAtLock(path: string): Promise<SeenLock | undefined> {
  try {
    const { dev, ino, mtimeNs, size } = await lstat(path, { bigint: true });
    const text = await textOf(path);
    return { stamp: `${dev}:${ino}:${mtimeNs}:${size}:${text ?? ''}`, ...readLock(text ?? '') };
  } catch (error) {
    const code = codeOf(error);
    // ENOTDIR: what would be its folder is a file, such as another branch.
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw error;
  }
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    const read = await readRegularFile(path, { mostBytes: LARGEST, followLinks: false });
    return read.ok ? read.value.toString('utf8') : undefined;
  } catch (error) {
    const code = codeOf(error);
    // A symbolic link, or somebody's who lets nobody read it.
    if (code === 'ELOOP' || code === 'EMLINK' || code === 'EACCES' || code === 'EPERM') return undefined;
    throw error;
  }
}

function readLock(text: string): Pick<SeenLock, 'owner' | 'note'> {
  const none = { owner: undefined, note: undefined };
  try {
    const value: unknown = JSON.parse(text);
    if (!isRecord(value) || value.storysync !== 'lock/1') return none;
    const { note } = value;
    const isNote = isRecord(note) && Object.values(note).every((each) => typeof each === 'string');
    return { owner: readOwner(value), note: isNote ? (note as LockNote) : undefined };
  } catch {
    return none;
  }
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Opens a new file in a folder that git may tidy away as long as it is empty. */
export async function createFile(path: string): Promise<FileHandle> {
  for (let left = 10; ; left--) {
    await mkdir(dirname(path), { recursive: true });
    try {
      return await open(path, 'wx');
    } catch (error) {
      if (codeOf(error) !== 'ENOENT' || left === 0) throw error;
    }
  }
}

/** Whether the draft has the lock's name now as well. Undefined: this file system has no second names. */
export async function linkLock(draft: string, path: string): Promise<boolean | undefined> {
  try {
    await link(draft, path);
    return true;
  } catch (error) {
    const code = codeOf(error) ?? '';
    if (code === 'EEXIST') return false;
    if (NO_LINKS.has(code)) return undefined;
    throw error;
  }
}

const NO_LINKS = new Set(['EPERM', 'ENOTSUP', 'EOPNOTSUPP', 'ENOSYS', 'EINVAL', 'EMLINK']);

export function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
