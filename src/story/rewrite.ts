import { parseJson } from '../json/parse.ts';
import { isArray, isObject, type JsonValue } from '../json/value.ts';

/** Passes every string of a value through `change`, with the key it stands under. Parts without a change are kept, not copied. */
export function rewriteStrings(
  value: JsonValue,
  change: (text: string, key: string | undefined) => JsonValue,
  key?: string,
): JsonValue {
  return rewriteTexts(value, change, (name) => name, key);
}

/** The same for the keys of objects too. A key that would fall together with another one stays as it is. */
export function rewriteTexts(
  value: JsonValue,
  change: (text: string, key: string | undefined) => JsonValue,
  changeKey: (key: string) => string,
  key?: string,
): JsonValue {
  if (typeof value === 'string') return change(value, key);
  if (isArray(value)) {
    const entries = value.map((entry) => rewriteTexts(entry, change, changeKey, key));
    return entries.every((entry, index) => entry === value[index]) ? value : entries;
  }
  if (!isObject(value)) return value;
  const before = Object.entries(value);
  const after = before.map(([name, entry]): [string, JsonValue] => [
    changeKey(name),
    rewriteTexts(entry, change, changeKey, name),
  ]);
  if (after.every(([name, entry], index) => name === before[index]?.[0] && entry === before[index]?.[1])) return value;
  const taken = new Set(after.map(([name]) => name));
  if (taken.size < after.length)
    return Object.fromEntries(after.map(([, entry], index) => [before[index]?.[0] ?? '', entry]));
  return Object.fromEntries(after);
}

/** `llm_json_schema` gains a layer of JSON quoting per copy or import; take them all off. */
export function unquoteSchema(text: string, key: string | undefined): JsonValue {
  if (key !== 'llm_json_schema') return text;
  let inner: JsonValue = text;
  while (typeof inner === 'string') {
    const parsed = parseJson(inner);
    if (!parsed.ok) return inner;
    inner = parsed.value;
  }
  // Only an object is a schema; "1" or "null" stay the texts they are.
  return isObject(inner) ? inner : text;
}
