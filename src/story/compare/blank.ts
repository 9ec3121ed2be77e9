import { isArray, isObject, type JsonObject, type JsonValue } from '../../json/value.ts';
import type { KnownKeys } from '../known-keys.ts';

/** A value that says no more than a missing key: null, false, 0, "", [], or an object of such values. */
export function isBlank(value: JsonValue | undefined): boolean {
  if (value === undefined || value === null || value === false || value === 0 || value === '') return true;
  if (isArray(value)) return value.length === 0;
  return isObject(value) && Object.values(value).every(isBlank);
}

/** The object with only the keys we know and only the values that say something. */
export function pruned(value: JsonObject, known: KnownKeys): JsonObject {
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, entry]): readonly [string, JsonValue][] => {
      const deeper = Object.hasOwn(known, key) ? known[key] : undefined;
      if (deeper === undefined || isBlank(entry)) return [];
      const kept = deeper === true ? entry : prunedInside(entry, deeper);
      return isBlank(kept) ? [] : [[key, kept]];
    }),
  );
}

function prunedInside(value: JsonValue, known: KnownKeys): JsonValue {
  // Lists keep their length: an entry without anything to say is still an entry.
  if (isArray(value)) return value.map((entry) => prunedInside(entry, known));
  return isObject(value) ? pruned(value, known) : value;
}
