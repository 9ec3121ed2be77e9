import { compactJson } from '../../json/canonical.ts';
import { isArray, isObject, type JsonArray, type JsonObject, type JsonValue } from '../../json/value.ts';
import { byTextOf } from '../../model/text/order.ts';
import { holdsTools, optionsOf } from '../actions.ts';
import { ingressOptions } from '../addresses/ingress-options.ts';

/** Keys of an action that never count, or have their own place in a NormalAction. */
const NOT_SETTINGS: ReadonlySet<string> = new Set(['guid', 'origin_story_identifier', 'options', 'tools']);
/** The keys of an action itself, without ids of one tenant. */
export function normalSettings(action: JsonObject, relabel: (value: JsonValue) => JsonValue): JsonObject {
  const kept = Object.keys(action).filter((key) => !NOT_SETTINGS.has(key) && !holdsTools(key, action[key]));
  return Object.fromEntries(kept.map((key) => [key, normalSetting(key, relabel(action[key] ?? null))]));
}

function normalSetting(key: string, value: JsonValue): JsonValue {
  // Old exports spell "no schedule" as a word.
  if (key === 'schedule') return value === 'never' ? null : value;
  // Ids belong to one tenant, and the type's fields are compared where record types are.
  if (key === 'record_type') return isObject(value) ? { name: value.name ?? null } : value;
  if (key === 'record_writers') return isArray(value) ? normalWriters(value) : value;
  return value;
}

function normalWriters(writers: JsonArray): JsonArray {
  return writers
    .map((writer) => {
      if (!isObject(writer)) return writer;
      const field = writer.record_field;
      return { ...without(writer, 'record_field'), name: (isObject(field) ? field.name : undefined) ?? null };
    })
    .map((writer) => ({ writer, order: isObject(writer) ? compactJson([writer.name ?? null, writer]) : '' }))
    .sort(byTextOf(({ order }) => order))
    .map(({ writer }) => writer);
}

/** The options of an action, without its address. */
export function normalOptions(action: JsonObject, relabel: (value: JsonValue) => JsonValue): JsonObject {
  const owned = new Set<string>(ingressOptions(action));
  if ('record_type' in action || 'record_writers' in action) owned.add('record_type_id');
  const options = asObject(relabel(optionsOf(action)));
  return owned.size === 0 ? options : Object.fromEntries(Object.entries(options).filter(([key]) => !owned.has(key)));
}

/** The object without one of its keys. */
export function without(value: JsonObject, key: string): JsonObject {
  const { [key]: _, ...rest } = value;
  return rest;
}

/** The object that a rewritten object still is. */
export function asObject(value: JsonValue): JsonObject {
  return isObject(value) ? value : {};
}
