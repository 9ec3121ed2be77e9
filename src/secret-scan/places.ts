import { parseJson } from '../json/parse.ts';
import { isArray, isObject, type JsonObject, type JsonValue } from '../json/value.ts';
import { keyStep } from '../story/label.ts';
import type { LiteralFinding } from './finding.ts';
import { literalIn } from './literal.ts';
import { headerKindOf, nameBeside, secretKindOf } from './names.ts';
import { findInProse } from './prose.ts';
import type { PlacedText } from './texts.ts';
import { fitsKind, isLiteralFormula, looksRandom } from './values.ts';

/** Longer texts of JSON are looked at as text alone. */
const MOST_JSON = 200_000;

/** Places of an action that hold credentials in Tines, and hold a literal here. No detector of formats can know them. */
export function findLiteralPlaces(action: JsonObject, path: string): readonly LiteralFinding[] {
  const { options } = action;
  if (!isObject(options)) return [];
  const at = `${path}.options`;
  const found: LiteralFinding[] = [];
  if (isLiteralPair(options.basic_auth))
    found.push({ path: `${at}.basic_auth`, kind: 'a literal user name and password' });
  // One by one: as arguments of one call, a hundred thousand are too many.
  for (const finding of headersIn(options.headers, `${at}.headers`)) found.push(finding);
  if (action.type === 'Agents::IMAPAgent' && isLiteral(options.password)) {
    found.push({ path: `${at}.password`, kind: 'a literal password' });
  }
  return found;
}

/** What the name of a text promises, or the text itself says: wherever it stands in the story. */
export function findLiteralsInText({ name, text, path }: PlacedText): readonly LiteralFinding[] {
  const written = jsonIn(text);
  const own = fieldKind(name, typeof written === 'string' ? written : text);
  const kinds = own === undefined ? [] : [own];
  if (typeof written === 'object') kinds.push(...kindsIn(written));
  return [...kinds, ...findInProse(text)].map((kind) => ({ path, kind }));
}

/** Fields inside a text that is JSON. */
function kindsIn(value: JsonValue, name = '', beside = ''): readonly string[] {
  if (typeof value === 'string') {
    const kind = fieldKind(name, value) ?? (beside === '' ? undefined : fieldKind(beside, value));
    return kind === undefined ? [] : [kind];
  }
  if (isArray(value)) return value.flatMap((entry) => kindsIn(entry, name));
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([key, entry]) => kindsIn(entry, key, nameBeside(value, key)));
}

function fieldKind(name: string, text: string): string | undefined {
  const kind = secretKindOf(name);
  if (kind === undefined) return undefined;
  const literal = fitsKind(kind, text) || (kind !== 'key' && isLiteralFormula(text));
  return literal ? `a literal in the field ${name}` : undefined;
}

function headersIn(headers: JsonValue | undefined, path: string): readonly LiteralFinding[] {
  const written = typeof headers === 'string' ? jsonIn(headers) : undefined;
  if (typeof written === 'object') return headersIn(written, path).map(({ kind }) => ({ path, kind }));
  if (isArray(headers)) return headers.flatMap((entry, index) => headerEntry(entry, `${path}[${index}]`));
  if (!isObject(headers)) return [];
  return Object.entries(headers).flatMap(([name, value]) => headerKind(name, value, path + keyStep(name)));
}

/** `{ name, value }` or a list of the two. */
function headerEntry(entry: JsonValue, path: string): readonly LiteralFinding[] {
  if (isArray(entry)) {
    const [name, value] = entry;
    return typeof name === 'string' && entry.length === 2 ? headerKind(name, value, `${path}[1]`) : [];
  }
  if (!isObject(entry)) return [];
  const named = Object.entries(entry).filter(([key]) => nameBeside(entry, key) !== '');
  if (named.length === 0) return headersIn(entry, path);
  return named.flatMap(([key, value]) => headerKind(nameBeside(entry, key), value, path + keyStep(key)));
}

function headerKind(name: string, value: JsonValue | undefined, path: string): readonly LiteralFinding[] {
  const kind = typeof value === 'string' ? headerKindOf(name) : undefined;
  if (typeof value !== 'string' || kind === undefined) return [];
  const literal = kind === 'key' ? looksRandom(value) : isLiteral(value, 6);
  return literal || isLiteralFormula(value) ? [{ path, kind: `a literal in the header ${name}` }] : [];
}

/**
 * A list of two texts, `user:password`, a map, or one of these as JSON in a string. A key given as user name with nothing
 * behind it counts as well.
 */
function isLiteralPair(pair: JsonValue | undefined): boolean {
  if (typeof pair === 'string') {
    const written = jsonIn(pair);
    return typeof written === 'object' ? isLiteralPair(written) : isLiteral(pair, 6) || isLiteralFormula(pair);
  }
  if (isObject(pair)) return isLiteral(pair.password);
  if (!isArray(pair)) return false;
  const [user, password] = pair;
  if (typeof user !== 'string') return false;
  if (literalIn(user) === undefined) return typeof password === 'string' && looksRandom(password);
  return isLiteral(password) || ((password === '' || password === undefined) && looksRandom(user));
}

function isLiteral(value: JsonValue | undefined, shortest = 1): boolean {
  return typeof value === 'string' && (literalIn(value)?.length ?? 0) >= shortest;
}

/** What a text of JSON holds; undefined for any other text. A plain number or word is none. */
function jsonIn(text: string): JsonValue | undefined {
  if (!/^\s*["{[]/.test(text) || text.length > MOST_JSON) return undefined;
  const read = parseJson(text);
  return read.ok && read.value !== null ? read.value : undefined;
}
