import { createHash, hash } from 'node:crypto';
import { isArray, isObject, type JsonObject, type JsonValue } from './value.ts';

/**
 * JSON text that depends on the content alone: keys sorted by UTF-16 code unit, two spaces, LF, final newline.
 * The order of arrays and the text of strings stay as they are; lone surrogates come out as `\ud800` escapes.
 */
export function canonicalJson(value: JsonValue): string {
  return `${isInOrder(value) ? JSON.stringify(value, null, 2) : pretty(value, '\n')}\n`;
}

/** `sha256:<hex>` of the text as UTF-8. */
export function sha256(text: string): string {
  return `sha256:${hash('sha256', text, 'hex')}`;
}

/** Hash of the content: key order and layout of the file do not count. */
export function contentHash(value: JsonValue): string {
  return sha256(compactJson(value));
}

/** The same of an object with a list too long to be held as one text: `entries` stand under `key`, beside the other fields. */
export function contentHashWithList(fields: JsonObject, key: string, entries: Iterable<JsonValue>): string {
  const digest = createHash('sha256');
  let [start, comma] = ['{', ''];
  for (const name of [...Object.keys(fields), key].sort()) {
    digest.update(`${start}${JSON.stringify(name)}:`);
    start = ',';
    if (name !== key) digest.update(compactJson(fields[name] ?? null));
    else {
      digest.update('[');
      for (const entry of entries) {
        digest.update(`${comma}${compactJson(entry)}`);
        comma = ',';
      }
      digest.update(']');
    }
  }
  return `sha256:${digest.update('}').digest('hex')}`;
}

/** The canonical form on one line. Equal texts mean equal content. */
export function compactJson(value: JsonValue): string {
  return isInOrder(value) ? JSON.stringify(value) : compact(value);
}

/** Whether all keys stand as they are written out: what was read from a text of ours is, and is then written by the engine. */
function isInOrder(value: JsonValue): boolean {
  if (typeof value !== 'object' || value === null) return value !== undefined;
  if (isArray(value)) return value.every(isInOrder);
  let before = '';
  for (const key of Object.keys(value)) {
    if (key < before || !isInOrder(value[key] as JsonValue)) return false;
    before = key;
  }
  return true;
}

function compact(value: JsonValue): string {
  let text = '';
  if (isArray(value)) {
    for (const entry of value) text += `${text === '' ? '' : ','}${compact(entry)}`;
    return `[${text}]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  for (const key of Object.keys(value).sort()) {
    text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${compact(value[key] ?? null)}`;
  }
  return `{${text}}`;
}

// JSON.stringify with a sorted copy would be shorter, but objects put integer-like keys first whatever we do.
function pretty(value: JsonValue, newline: string): string {
  const inner = `${newline}  `;
  if (isArray(value)) {
    if (value.length === 0) return '[]';
    return `[${inner}${value.map((entry) => pretty(entry, inner)).join(`,${inner}`)}${newline}]`;
  }
  if (!isObject(value)) return JSON.stringify(value);
  // The built-in order of texts is that of their UTF-16 code units.
  const lines = Object.keys(value)
    .sort()
    .map((key) => `${JSON.stringify(key)}: ${pretty(value[key] ?? null, inner)}`);
  return lines.length === 0 ? '{}' : `{${inner}${lines.join(`,${inner}`)}${newline}}`;
}
