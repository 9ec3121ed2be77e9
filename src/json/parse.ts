import { findDuplicateKey, findSyntaxError } from './locate.ts';
import { scanJson } from './scan.ts';
import { isArray, isObject, type JsonValue } from './value.ts';

/** Why a text is not JSON we accept. `message` never quotes the text, which may hold a secret. */
export type JsonFailure = {
  readonly reason: 'syntax' | 'number' | 'depth' | 'duplicate_key';
  readonly message: string;
  /** In UTF-16 units from the start of the text. */
  readonly offset?: number;
};

/** A `Result`, spelt out: this room imports no other. */
export type JsonReading =
  | { readonly ok: true; readonly value: JsonValue }
  | { readonly ok: false; readonly error: JsonFailure };

/** Real stories nest 14 deep. Beyond this, recursive code would be at risk. */
export const MAX_DEPTH = 200;

/** JSON.parse that loses nothing: numbers that would be rounded, repeated keys and bottomless nesting are refused. */
export function parseJson(text: string): JsonReading {
  const scan = scanJson(text, MAX_DEPTH);
  if (scan.tooDeepAt !== undefined) {
    return fail({ reason: 'depth', message: `nested deeper than ${MAX_DEPTH} levels`, offset: scan.tooDeepAt });
  }
  let value: JsonValue;
  try {
    value = JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    return fail(syntaxFailure(text));
  }
  if (scan.inexactAt !== undefined) {
    return fail({ reason: 'number', message: 'a number that cannot be kept exactly', offset: scan.inexactAt });
  }
  if (scan.keys !== countKeys(value)) return fail(duplicateFailure(text));
  return { ok: true, value };
}

function fail(error: JsonFailure): JsonReading {
  return { ok: false, error };
}

function syntaxFailure(text: string): JsonFailure {
  if (text.trim() === '') return { reason: 'syntax', message: 'the text is empty', offset: 0 };
  const offset = findSyntaxError(text);
  if (offset === undefined) return { reason: 'syntax', message: 'the text is not JSON' };
  const message = offset >= text.trimEnd().length ? 'the text ends too early' : 'the text is not JSON from here on';
  return { reason: 'syntax', message, offset };
}

function duplicateFailure(text: string): JsonFailure {
  const found = findDuplicateKey(text);
  if (found === undefined) return { reason: 'duplicate_key', message: 'an object holds one key twice' };
  return {
    reason: 'duplicate_key',
    message: `an object holds the key ${JSON.stringify(found.key.slice(0, 60))} twice`,
    offset: found.offset,
  };
}

function countKeys(value: JsonValue): number {
  let count = 0;
  if (isArray(value)) {
    for (const entry of value) if (typeof entry === 'object') count += countKeys(entry);
  } else if (isObject(value)) {
    for (const key of Object.keys(value)) {
      count++;
      const entry = value[key];
      if (typeof entry === 'object') count += countKeys(entry);
    }
  }
  return count;
}
