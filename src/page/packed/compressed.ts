import { deflateSync, inflateSync } from 'node:zlib';

/** A text as it stands in the file: compressed, in an alphabet that no markup begins with. */
export function compressed(text: string): string {
  return deflateSync(text, { level: 7 }).toString('base64');
}

/** What the browser does with its own means (shell/unpacked.ts). */
export function uncompressed(base64: string): string {
  return inflateSync(Buffer.from(base64, 'base64')).toString('utf8');
}
