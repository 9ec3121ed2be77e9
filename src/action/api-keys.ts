import { isMap, isScalar, LineCounter, type Pair, parseDocument } from 'yaml';
import { fail, ok, type Result } from '../diagnostics/result.ts';

/** Keys by the name that the manifest refers to them with. */
export type ApiKeys = ReadonlyMap<string, string>;

const NAME = /^[A-Z_][A-Z0-9_]*$/;
/** What `toJSON(secrets)` may bring along; no manifest can refer to them. */
const NOT_OURS: ReadonlySet<string> = new Set(['github_token', 'ACTIONS_STEP_DEBUG', 'ACTIONS_RUNNER_DEBUG']);
const RESERVED = /^(?:GITHUB|ACTIONS|INPUT|RUNNER)_/;

/**
 * Reads the input `api-keys`: a map in JSON or YAML whose values stay the text they are (`0123`, `1e9`, `yes`). An
 * empty value is a secret that is not set, and counts as not given. No message shows a value, nor a name that may be one.
 */
export function readApiKeys(text: string): Result<ApiKeys, string> {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    stringKeys: true,
    prettyErrors: false,
    lineCounter: lines,
  });
  const lineOf = (offset: number | undefined): string => `line ${lines.linePos(offset ?? 0).line}`;
  const [error] = document.errors;
  if (error !== undefined) return fail(refused(`${lineOf(error.pos[0])} ${MISTAKES[error.code] ?? 'is not valid'}`));
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === '')) return ok(new Map());
  if (!isMap(contents)) return fail(refused('it is not a map'));

  const keys = new Map<string, string>();
  for (const pair of contents.items) {
    const read = readPair(pair);
    if (!read.ok) return fail(refused(`${lineOf(offsetOf(pair))} ${read.error}`));
    if (read.value !== undefined) keys.set(...read.value);
  }
  return ok(keys);
}

/** All texts to be masked in the log: a key, and each line of one that has several, with and without space around. */
export function masksFor(keys: ApiKeys): readonly string[] {
  const masks = [...keys.values()].flatMap((value) => [value, value.trim(), ...linesOf(value)]);
  return [...new Set(masks)].filter((mask) => mask !== '');
}

/** A key's own value is masked however short it is; a line such as `}` would black out every log. */
const SHORTEST_LINE = 4;

function linesOf(value: string): readonly string[] {
  const lines = value.split(/[\r\n]+/);
  return lines.flatMap((line) => [line, line.trim()]).filter((line) => line.trim().length >= SHORTEST_LINE);
}

/** Undefined for an entry that gives no key. */
function readPair({ key, value }: Pair): Result<readonly [name: string, value: string] | undefined, string> {
  const name = isScalar(key) && typeof key.value === 'string' ? key.value : '';
  if (NOT_OURS.has(name)) return ok(undefined);
  if (!NAME.test(name)) return fail('has a name that is not of the form A-Z, 0-9 and _');
  if (RESERVED.test(name)) return fail(`has the name ${name}, but GITHUB_, ACTIONS_, INPUT_ and RUNNER_ are reserved`);
  const text = textOf(value);
  if (text === undefined) return fail(`has a value for ${name} that is not a text (a leading !, & or * needs quotes)`);
  return ok(text.trim() === '' ? undefined : [name, text]);
}

/** `!x`, `&x` and `*x` are YAML's own signs: a key that begins so would silently become another one. */
function textOf(value: unknown): string | undefined {
  if (value === null) return '';
  if (!isScalar(value) || value.tag !== undefined || value.anchor !== undefined) return undefined;
  return typeof value.value === 'string' ? value.value : undefined;
}

function offsetOf({ key }: Pair): number | undefined {
  return isScalar(key) ? (key.range?.[0] ?? undefined) : undefined;
}

function refused(why: string): string {
  return `api-keys: ${why}; expected a JSON or YAML map such as CONTOSO_TINES_API_KEY: "key"`;
}

/** The parser's own messages quote the text. */
const MISTAKES: { readonly [code: string]: string } = {
  DUPLICATE_KEY: 'repeats a name',
  MULTIPLE_DOCS: 'begins a second document',
  NON_STRING_KEY: 'has a name that is not a text',
  BAD_SCALAR_START: 'has a value that needs quotes',
};
