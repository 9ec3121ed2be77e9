/** JSON as the emulator holds it: mutable, because a tenant's stories are edited in place. */
export type Json = null | boolean | number | string | Json[] | JsonRecord;
export type JsonRecord = { [key: string]: Json };

export function isRecord(value: unknown): value is JsonRecord {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Parses JSON text; `undefined` when it is none. */
export function parseText(text: string): Json | undefined {
  try {
    const value: Json = JSON.parse(text);
    return value;
  } catch {
    return undefined;
  }
}

export function recordsIn(value: Json | undefined): JsonRecord[] {
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

export function textsIn(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];
}

/** The text, or `standard` for anything that is none. */
export function textOr(value: Json | undefined, standard = ''): string {
  return typeof value === 'string' ? value : standard;
}
