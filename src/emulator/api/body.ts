import { isRecord, type Json, type JsonRecord, parseText } from '../domain/json.ts';
import { invalid } from './errors.ts';

/** Says what is wrong with a value, or `undefined`. */
export type Check = (value: Json) => string | undefined;

export const anything: Check = () => undefined;
export const textCheck: Check = (value) => (typeof value === 'string' ? undefined : 'must be a string');
export const filled: Check = (value) =>
  typeof value === 'string' && value.trim() !== '' ? undefined : "can't be blank";
export const int: Check = (value) => (Number.isSafeInteger(value) ? undefined : 'must be an integer');
export const bool: Check = (value) => (typeof value === 'boolean' ? undefined : 'must be true or false');
export const object: Check = (value) => (isRecord(value) ? undefined : 'must be an object');

/** A folder; null, or an empty value, is the root of the team. */
export const folder: Check = (value) => (value === null || value === '' ? undefined : int(value));

export function nullCheck(check: Check): Check {
  return (value) => (value === null ? undefined : check(value));
}

export function listCheck(check: Check): Check {
  return (value) => {
    if (!Array.isArray(value)) return 'must be an array';
    const problem = value.map(check).find((found) => found !== undefined);
    return problem === undefined ? undefined : `has an item that ${problem}`;
  };
}

export function choiceCheck(...values: readonly (string | number)[]): Check {
  return (value) => (values.some((one) => one === value) ? undefined : `must be one of ${values.join(', ')}`);
}

export type Known = { readonly [name: string]: Check };

/** The parameters of a body that stood in the query. A query holds text: what it means depends on what is asked for. */
const QUERY = new WeakMap<JsonRecord, ReadonlyMap<string, readonly string[]>>();

/** Many pages of the vendor call the parameters of a write "query parameters", so both places are taken; the body goes first. */
export function withQuery(body: JsonRecord, query: URLSearchParams): JsonRecord {
  const given = new Map<string, string[]>();
  for (const [written, value] of query) {
    const name = written.replace(/\[\]$/, '');
    if (!Object.hasOwn(body, name)) given.set(name, [...(given.get(name) ?? []), value]);
  }
  const all = { ...Object.fromEntries([...given].map(([name, values]) => [name, values[0] ?? ''])), ...body };
  QUERY.set(all, given);
  return all;
}

/** The reading of a query's text that a check takes: as it stands, as a number or a flag, or as a list of those. */
function readQuery(values: readonly string[], check: Check): Json {
  const each = values.map((value) => parseText(value) ?? value);
  const readings: readonly Json[] =
    values.length === 1 ? [values[0] ?? '', each[0] ?? '', [...values], each] : [[...values], each];
  return readings.find((reading) => check(reading) === undefined) ?? values[0] ?? '';
}

/** Refuses what the vendor's documentation does not list. Stricter than the real service, which ignores unknown keys. */
export function accept(body: JsonRecord, known: Known, required: readonly string[] = []): void {
  for (const [name, values] of QUERY.get(body) ?? []) {
    const check = Object.hasOwn(known, name) ? known[name] : undefined;
    if (check !== undefined) body[name] = readQuery(values, check);
  }
  for (const name of required) {
    if (body[name] === undefined || body[name] === null) throw invalid(name, "can't be blank");
  }
  for (const [name, value] of Object.entries(body)) {
    const check = Object.hasOwn(known, name) ? known[name] : undefined;
    if (check === undefined) throw invalid(name, 'is not a parameter of this endpoint');
    const problem = check(value);
    if (problem !== undefined) throw invalid(name, problem);
  }
}

/** Readers for a body that passed {@link accept}: a value of another type counts as absent. */
export function textField(body: JsonRecord, name: string): string | undefined {
  const value = body[name];
  return typeof value === 'string' ? value : undefined;
}

export function intOf(body: JsonRecord, name: string): number | undefined {
  const value = body[name];
  return typeof value === 'number' ? value : undefined;
}

export function textFields(body: JsonRecord, name: string): string[] | undefined {
  const value = body[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'string') : undefined;
}

export function intsOf(body: JsonRecord, name: string): number[] | undefined {
  const value = body[name];
  return Array.isArray(value) ? value.filter((item) => typeof item === 'number') : undefined;
}

/** A required number, after {@link accept} has seen to it that it is there. */
export function requiredInt(body: JsonRecord, name: string): number {
  const value = intOf(body, name);
  if (value === undefined) throw invalid(name, "can't be blank");
  return value;
}

export function requiredText(body: JsonRecord, name: string): string {
  const value = textField(body, name);
  if (value === undefined) throw invalid(name, "can't be blank");
  return value;
}
