import { createHash } from 'node:crypto';
import { isArray, isObject, type JsonObject, type JsonValue } from './value.ts';

/**
 * JSON text that depends on the content alone: keys sorted by UTF-16 code unit, two spaces, LF, final newline.
 * The order of arrays and the text of strings stay as they are; lone surrogates come out as `\ud800` escapes.
 */
export function canonicalJson(value: JsonValue): string {
  return `${pretty(value, '\n')}\n`;
}

/** `sha256:<hex>` of the text as UTF-8. */
export function sha256(text: string): string {
  return `sha256:${createHash('sha256').update(text, 'utf8').digest('hex')}`;
}

/** Hash of the content: key order and layout of the file do not count. */
export function contentHash(value: JsonValue): string {
  return sha256(compactJson(value));
}

/** The canonical form on one line. Equal texts mean equal content. */
export function compactJson(value: JsonValue): string {
  if (isArray(value)) return `[${value.map(compactJson).join(',')}]`;
  return isObject(value) ? `{${members(value, ':', compactJson).join(',')}}` : JSON.stringify(value);
}

// JSON.stringify with a sorted copy would be shorter, but objects put integer-like keys first whatever we do.
function pretty(value: JsonValue, newline: string): string {
  const inner = `${newline}  `;
  if (isArray(value)) {
    if (value.length === 0) return '[]';
    return `[${inner}${value.map((entry) => pretty(entry, inner)).join(`,${inner}`)}${newline}]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  const lines = members(value, ': ', (entry) => pretty(entry, inner));
  return lines.length === 0 ? '{}' : `{${inner}${lines.join(`,${inner}`)}${newline}}`;
}

/** `"key": value`, sorted by key; the built-in order of texts is that of their UTF-16 code units. */
function members(value: JsonObject, colon: string, write: (entry: JsonValue) => string): readonly string[] {
  const keys = Object.keys(value).sort();
  return keys.map((key) => `${JSON.stringify(key)}${colon}${write(value[key] ?? null)}`);
}
