import { createHash, randomBytes } from 'node:crypto';

/** 32 hex digits, the form of guids, webhook paths and secrets. */
export function randomHex(): string {
  return randomBytes(16).toString('hex');
}

/** The same 32 hex digits for the same text, so that a tenant keeps its identity over restarts. */
export function hexOf(text: string): string {
  return createHash('md5').update(text).digest('hex');
}

/** Enough of a key to tell two apart in the log, not enough to use it. */
export function identityOf(key: string): string {
  return createHash('sha256').update(key).digest('hex').slice(0, 8);
}

/** `Phishing Triage (EU)` → `phishing_triage_eu`. */
export function emulatedSlug(name: string): string {
  const slug = name
    // Marks are sorted, which takes their number squared.
    .replace(/([\p{M}\uff9e\uff9f]{30})[\p{M}\uff9e\uff9f]+/gu, '$1')
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '_')
    .replace(/^_+|(?<!_)_+$/g, '');
  return slug === '' ? 'story' : slug;
}

export function isHex32(value: unknown): value is string {
  return typeof value === 'string' && /^[0-9a-f]{32}$/.test(value);
}

export function isStamp(value: unknown): value is string {
  return typeof value === 'string' && /^cloud:[0-9a-f]{32}:[0-9a-f]{32}$/.test(value);
}
