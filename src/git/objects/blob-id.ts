import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';

/** The id that git gives to a file of this content. */
export function blobId(content: Uint8Array | string): string {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}

/** Whether a file of the work tree is this blob; a checkout with autocrlf has rewritten its line ends. */
export function isBlob(content: Uint8Array, oid: string): boolean {
  return blobId(content) === oid || blobId(withoutCarriageReturns(content)) === oid;
}

export function withoutCarriageReturns(content: Uint8Array): Buffer {
  return Buffer.from(Buffer.from(content).toString('latin1').replaceAll('\r\n', '\n'), 'latin1');
}
