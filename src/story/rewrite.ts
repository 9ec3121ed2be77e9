import { parseJson } from '../json/parse.ts';
import { isArray, isObject, type JsonArray, type JsonValue } from '../json/value.ts';

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
  if (isArray(value)) return rewriteEntries(value, (entry) => rewriteTexts(entry, change, changeKey, key));
  if (!isObject(value)) return value;
  const names = Object.keys(value);
  // Most objects stay as they are, and every text of a fleet passes here: nothing is copied before something changes.
  let after: [string, JsonValue][] | undefined;
  for (let at = 0; at < names.length; at++) {
    const name = names[at] ?? '';
    const entry = value[name] ?? null;
    const [newName, changed] = [changeKey(name), rewriteTexts(entry, change, changeKey, name)];
    if (after === undefined && (newName !== name || changed !== entry))
      after = names.slice(0, at).map((before) => [before, value[before] ?? null]);
    after?.push([newName, changed]);
  }
  if (after === undefined) return value;
  const taken = new Set(after.map(([name]) => name));
  if (taken.size === after.length) return Object.fromEntries(after);
  return Object.fromEntries(after.map(([, entry], index) => [names[index] ?? '', entry]));
}

/** The list with each entry passed through `change`; the same one when nothing changed. */
function rewriteEntries(list: JsonArray, change: (entry: JsonValue) => JsonValue): JsonArray {
  let after: JsonValue[] | undefined;
  for (let at = 0; at < list.length; at++) {
    const entry = list[at] ?? null;
    const changed = change(entry);
    if (after === undefined && changed !== entry) after = list.slice(0, at);
    after?.push(changed);
  }
  return after ?? list;
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
