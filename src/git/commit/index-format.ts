import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import { byText } from '../../model/text/order.ts';

/** Why an index cannot be changed here; `reason` completes "the index …". */
export type IndexRefusal = {
  readonly kind: 'version' | 'split' | 'sparse' | 'unknown' | 'broken';
  readonly reason: string;
};

/** One entry, its bytes as git wrote them. Names are latin1: bytes, one character each. */
export type IndexEntry = { readonly name: string; readonly stage: number; readonly bytes: Buffer };

/** What git compares first to see whether a file was touched; all zero makes it compare contents. */
export type FileStamp = {
  readonly ctimeNs: bigint;
  readonly mtimeNs: bigint;
  readonly dev: bigint;
  readonly ino: bigint;
  readonly uid: bigint;
  readonly gid: bigint;
  readonly size: bigint;
};

export const UNKNOWN_STAMP: FileStamp = { ctimeNs: 0n, mtimeNs: 0n, dev: 0n, ino: 0n, uid: 0n, gid: 0n, size: 0n };

const HEADER = 12;
/** Stamp, object name and flags, in front of the name. */
const FIXED = 62;
const HASH = 20;
const EXTENDED = 0x4000;

/** The entries of an index file of version 2 or 3. What other extensions there are is a cache that git builds anew. */
export function parseIndex(file: Buffer): Result<readonly IndexEntry[], IndexRefusal> {
  if (file.length < HEADER + HASH || file.toString('latin1', 0, 4) !== 'DIRC') return fail(BROKEN);
  const version = file.readUInt32BE(4);
  if (version !== 2 && version !== 3) return fail({ kind: 'version', reason: `has version ${version}` });
  const entries: IndexEntry[] = [];
  const end = file.length - HASH;
  let at = HEADER;
  for (let left = file.readUInt32BE(8); left > 0; left--) {
    if (at + FIXED >= end) return fail(BROKEN);
    const flags = file.readUInt16BE(at + 60);
    const nameAt = at + FIXED + ((flags & EXTENDED) === 0 ? 0 : 2);
    const nameEnd = file.indexOf(0, nameAt);
    const next = at + paddedLength(nameEnd - at);
    if (nameEnd < 0 || next > end) return fail(BROKEN);
    const name = file.toString('latin1', nameAt, nameEnd);
    entries.push({ name, stage: (flags >> 12) & 3, bytes: file.subarray(at, next) });
    at = next;
  }
  for (; at + 8 <= end; at += 8 + file.readUInt32BE(at + 4)) {
    const refusal = refusalOf(file.toString('latin1', at, at + 4));
    if (refusal !== undefined) return fail(refusal);
  }
  return ok(entries);
}

const BROKEN: IndexRefusal = { kind: 'broken', reason: 'is damaged' };

/** Git's rule: an extension in capitals may be ignored, any other changes what the entries mean. */
function refusalOf(extension: string): IndexRefusal | undefined {
  if (/^[A-Z]/.test(extension)) return undefined;
  if (extension === 'link') return { kind: 'split', reason: 'is split in two files' };
  if (extension === 'sdir') return { kind: 'sparse', reason: 'is sparse' };
  return { kind: 'unknown', reason: `has the extension ${JSON.stringify(extension)}` };
}

export function indexEntry(path: string, oid: string, mode: string, stamp: FileStamp): IndexEntry {
  const name = Buffer.from(path, 'utf8');
  const bytes = Buffer.alloc(paddedLength(FIXED + name.length));
  const fields = [
    stamp.ctimeNs / SECOND,
    stamp.ctimeNs % SECOND,
    stamp.mtimeNs / SECOND,
    stamp.mtimeNs % SECOND,
    stamp.dev,
    stamp.ino,
    BigInt(Number.parseInt(mode, 8)),
    stamp.uid,
    stamp.gid,
    stamp.size,
  ];
  for (const [index, field] of fields.entries()) bytes.writeUInt32BE(Number(BigInt.asUintN(32, field)), index * 4);
  bytes.write(oid, 40, 'hex');
  bytes.writeUInt16BE(Math.min(name.length, 0xfff), 60);
  name.copy(bytes, FIXED);
  return { name: name.toString('latin1'), stage: 0, bytes };
}

const SECOND = 1_000_000_000n;

/** An index file of these entries, in git's order. */
export function formatIndex(entries: readonly IndexEntry[]): Buffer {
  const sorted = entries.toSorted((a, b) => byText(a.name, b.name) || a.stage - b.stage);
  const header = Buffer.from('DIRC\0\0\0\0\0\0\0\0', 'latin1');
  const extended = sorted.some(({ bytes }) => (bytes.readUInt16BE(60) & EXTENDED) !== 0);
  header.writeUInt32BE(extended ? 3 : 2, 4);
  header.writeUInt32BE(sorted.length, 8);
  const content = Buffer.concat([header, ...sorted.map(({ bytes }) => bytes)]);
  return Buffer.concat([content, createHash('sha1').update(content).digest()]);
}

/** One to eight zero bytes follow the name, so that each entry begins at a multiple of eight. */
function paddedLength(length: number): number {
  return (length + 8) & ~7;
}
