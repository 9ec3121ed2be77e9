import { isMap, isScalar, LineCounter, type Pair, parseDocument } from 'yaml';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { mayBeKey } from '../model/key-name.ts';

/** Keys by the name that the manifest refers to them with. */
export type ApiKeys = ReadonlyMap<string, string>;

export type GivenKeys = {
  /** Those that a manifest may refer to. */
  readonly keys: ApiKeys;
  /** Also what `toJSON(secrets)` brings along and no manifest can name; to be masked all the same. */
  readonly all: ReadonlyMap<string, string>;
};

const NAME = /^[A-Z_][A-Z0-9_]*$/;
/** The one secret that the runner names in small letters. */
const TOKEN = 'github_token';

/**
 * Reads the input `api-keys`: a map in JSON or YAML whose values stay the text they are (`0123`, `1e9`, `yes`). An
 * empty value is a secret that is not set, and counts as not given. No message shows a value, nor a name that may be one.
 */
export function readApiKeys(text: string): Result<GivenKeys, string> {
  const lines = new LineCounter();
  const document = parseDocument(text, {
    schema: 'failsafe',
    stringKeys: true,
    prettyErrors: false,
    // The parser compares every name with every other.
    uniqueKeys: false,
    lineCounter: lines,
  });
  const lineOf = (offset: number | undefined): string => `line ${lines.linePos(offset ?? 0).line}`;
  const [error] = document.errors;
  if (error !== undefined) return fail(refused(`${lineOf(error.pos[0])} ${MISTAKES[error.code] ?? 'is not valid'}`));
  const { contents } = document;
  if (contents === null || (isScalar(contents) && contents.value === ''))
    return ok({ keys: new Map(), all: new Map() });
  if (!isMap(contents)) return fail(refused('it is not a map'));

  const all = new Map<string, string>();
  const seen = new Set<string>();
  for (const pair of contents.items) {
    const read = readPair(pair);
    if (!read.ok) return fail(refused(`${lineOf(offsetOf(pair))} ${read.error}`));
    const [name, value] = read.value;
    if (seen.has(name)) return fail(refused(`${lineOf(offsetOf(pair))} repeats a name`));
    seen.add(name);
    if (value.trim() !== '') all.set(name, value);
  }
  return ok({ keys: new Map([...all].filter(([name]) => mayBeKey(name))), all });
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

function readPair({ key, value }: Pair): Result<readonly [name: string, value: string], string> {
  const name = isScalar(key) && typeof key.value === 'string' ? key.value : '';
  if (name !== TOKEN && !NAME.test(name)) return fail('has a name that is not of the form A-Z, 0-9 and _');
  const text = textOf(value);
  if (text === undefined) return fail(`has a value for ${name} that is not a text (a leading !, & or * needs quotes)`);
  return ok([name, text]);
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
  MULTIPLE_DOCS: 'begins a second document',
  NON_STRING_KEY: 'has a name that is not a text',
  BAD_SCALAR_START: 'has a value that needs quotes',
};
