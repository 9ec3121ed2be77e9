import { createHash } from 'node:crypto';
import { isArray, isObject, type JsonArray, type JsonObject, type JsonValue } from './value.ts';

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
  if (!isObject(value)) return JSON.stringify(value);
  return `{${sortedEntries(value)
    .map(([key, entry]) => `${JSON.stringify(key)}:${compactJson(entry)}`)
    .join(',')}}`;
}

// JSON.stringify with a sorted copy would be shorter, but objects put integer-like keys first whatever we do.
function pretty(value: JsonValue, newline: string): string {
  if (isArray(value)) return prettyArray(value, newline);
  return isObject(value) ? prettyObject(value, newline) : JSON.stringify(value);
}

function prettyArray(value: JsonArray, newline: string): string {
  if (value.length === 0) return '[]';
  const inner = `${newline}  `;
  return `[${inner}${value.map((entry) => pretty(entry, inner)).join(`,${inner}`)}${newline}]`;
}

function prettyObject(value: JsonObject, newline: string): string {
  const entries = sortedEntries(value);
  if (entries.length === 0) return '{}';
  const inner = `${newline}  `;
  const lines = entries.map(([key, entry]) => `${JSON.stringify(key)}: ${pretty(entry, inner)}`);
  return `{${inner}${lines.join(`,${inner}`)}${newline}}`;
}

function sortedEntries(value: JsonObject): readonly (readonly [string, JsonValue])[] {
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : a > b ? 1 : 0));
}
