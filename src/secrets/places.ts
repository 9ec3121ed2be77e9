import { parseJson } from '../json/parse.ts';
import { isArray, isObject, type JsonObject, type JsonValue } from '../json/value.ts';
import { keyStep } from '../story/label.ts';
import type { LiteralFinding } from './finding.ts';
import { literalIn } from './literal.ts';
import type { PlacedText } from './texts.ts';

/** Header names whose value is a credential by its place, whatever it looks like. Compared in lower case with `-`. */
const SECRET_HEADER =
  /(?:^|-)(?:authorization|token|api-?key|apikey|auth|auth-key|access-key|secret-key|subscription-key|secret|password|cookie)$/;
/** Names of payload fields and URL parameters; here the value has to look random as well. */
const SECRET_FIELD =
  /^(?:(?:client|app|api|shared|signing|webhook)-?secret|(?:x-)?api-?key|secret-?(?:access-)?key|access-?key|(?:access|refresh|auth|api|bearer|bot)-?token|password|passwd|private-?key|secret|token)$/;
const SECRET_PARAMETER = /^(?:key|sig|signature|code|auth)$/;
/** Longer texts of JSON are looked at by their format alone. */
const MOST_JSON = 200_000;
const PARAMETER = /[?&]([\w.-]{1,64})=([^&#\s"'<>{}\\]{8,})/g;

/** Places of an action that hold credentials in Tines, and hold a literal here. No detector of formats can know them. */
export function findLiteralPlaces(action: JsonObject, path: string): readonly LiteralFinding[] {
  const { options } = action;
  if (!isObject(options)) return [];
  const at = `${path}.options`;
  const found: LiteralFinding[] = [];
  if (isLiteralPair(options.basic_auth))
    found.push({ path: `${at}.basic_auth`, kind: 'a literal user name and password' });
  // One by one, here and below: as arguments of one call, a hundred thousand are too many.
  for (const finding of headersIn(options.headers, `${at}.headers`)) found.push(finding);
  if (action.type === 'Agents::IMAPAgent' && isLiteral(options.password)) {
    found.push({ path: `${at}.password`, kind: 'a literal password' });
  }
  const { basic_auth: _pair, headers: _headers, ...rest } = options;
  walkFields(rest, at, found);
  return found;
}

/** A `value` beside a name such as `api_key`. Inputs of templates are JSON in a string. */
export function findLiteralBesideName({ name, text, path }: PlacedText): readonly LiteralFinding[] {
  const value = jsonIn(text) ?? text;
  if (!SECRET_FIELD.test(spelled(name)) && !SECRET_HEADER.test(spelled(name))) return [];
  return isLiteral(value, 8) && looksRandom(value) ? [{ path, kind: `a literal in the field ${name}` }] : [];
}

function headersIn(headers: JsonValue | undefined, path: string): readonly LiteralFinding[] {
  const written = typeof headers === 'string' ? jsonIn(headers) : undefined;
  if (isObject(written)) return headersIn(written, path).map(({ kind }) => ({ path, kind }));
  if (!isObject(headers)) return [];
  return Object.entries(headers)
    .filter(([name, value]) => SECRET_HEADER.test(spelled(name)) && (isLiteral(value, 6) || isLiteralFormula(value)))
    .map(([name]) => ({ path: path + keyStep(name), kind: `a literal in the header ${name}` }));
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

function walkFields(value: JsonValue, path: string, found: LiteralFinding[]): void {
  if (typeof value === 'string') {
    for (const [, name = '', parameter = ''] of value.matchAll(PARAMETER)) {
      const named =
        SECRET_FIELD.test(spelled(name)) || (SECRET_PARAMETER.test(spelled(name)) && parameter.length >= 20);
      if (named && isLiteral(parameter) && looksRandom(parameter)) {
        found.push({ path, kind: `a literal in the URL parameter ${name}` });
      }
    }
    const written = jsonIn(value);
    if (typeof written === 'object') {
      const inside: LiteralFinding[] = [];
      walkFields(written, path, inside);
      for (const { kind } of inside) found.push({ path, kind });
    }
  } else if (isArray(value)) {
    for (const [index, entry] of value.entries()) walkFields(entry, `${path}[${index}]`, found);
  } else if (isObject(value)) {
    for (const [key, entry] of Object.entries(value)) {
      const place = path + keyStep(key);
      if (typeof entry === 'string' && SECRET_FIELD.test(spelled(key)) && isLiteral(entry, 8) && looksRandom(entry)) {
        found.push({ path: place, kind: `a literal in the field ${key}` });
      }
      walkFields(entry, place, found);
    }
  }
}

/** `X_Api_Key`, `x api key` and `X-API-Key` are one name. */
function spelled(name: string): string {
  return name
    .trim()
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .replace(/[_ ]+/g, '-')
    .toLowerCase();
}

function isLiteral(value: JsonValue | undefined, shortest = 1): boolean {
  return typeof value === 'string' && (literalIn(value)?.length ?? 0) >= shortest;
}

const STRING_IN_FORMULA = /"([^"\\]{16,512})"/g;

/** `=CONCAT("Bearer ", "…")` with the token itself in it. */
function isLiteralFormula(value: JsonValue | undefined): boolean {
  if (typeof value !== 'string' || !value.trim().startsWith('=')) return false;
  return [...value.matchAll(STRING_IN_FORMULA)].some(([, text = '']) => looksRandom(text));
}

/** What a text of JSON holds; undefined for any other text. A plain number or word is none. */
function jsonIn(text: string): JsonValue | undefined {
  if (!/^\s*["{[]/.test(text) || text.length > MOST_JSON) return undefined;
  const read = parseJson(text);
  return read.ok && read.value !== null ? read.value : undefined;
}

/** One word of eight or more characters with letters and digits: no sentence, no plain word, no path of an event. */
function looksRandom(text: JsonValue | undefined): boolean {
  const word = (typeof text === 'string' ? literalIn(text) : undefined) ?? '';
  return /^[^\s<>()[\]]{8,}$/.test(word) && /[0-9]/.test(word) && /[A-Za-z]/.test(word);
}
