import { Buffer } from 'node:buffer';
import { createHash } from 'node:crypto';

/** The name that git gives to a file's content. */
export function blobId(content: Uint8Array | string): string {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  return createHash('sha1').update(`blob ${bytes.length}\0`).update(bytes).digest('hex');
}
