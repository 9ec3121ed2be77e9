import { isArray, isObject, type JsonObject, type JsonValue } from '../json/value.ts';
import { isTool, mapActions } from './actions.ts';
import { mapSubStories } from './addresses/ingress-options.ts';
import { rewriteTexts } from './rewrite.ts';

/** A story is found by these, or tenants give them their form: nothing may be put in their place. */
const FIXED_IN_STORY: ReadonlySet<string> = new Set([
  'name',
  'slug',
  'guid',
  'tags',
  'recipients',
  'exported_at',
  'origin_story_identifier',
  'send_to_stories',
  'agents',
]);
/** Actions are matched by name, record types are found by theirs. */
const FIXED_IN_ACTION: ReadonlySet<string> = new Set([
  'type',
  'name',
  'guid',
  'origin_story_identifier',
  'record_type',
]);

/**
 * The story with every text that is content passed through `change`, keys of objects too. Names, by which things are found,
 * stay as they are. Embedded sub-stories go through `changeEmbedded`.
 */
export function mapFreeTexts(
  story: JsonObject,
  change: (text: string) => string,
  changeEmbedded: (text: string) => string = change,
): JsonObject {
  const rewrite = (value: JsonValue): JsonValue => rewriteTexts(value, change, change);
  const acted = mapActions(story, (action) =>
    mapEntries(action, FIXED_IN_ACTION, (key, value) => outsideTools(key, value, rewrite)),
  );
  const told = mapEntries(acted, FIXED_IN_STORY, (_, value) => rewrite(value));
  return mapSubStories(told, (embedded) => mapFreeTexts(embedded, changeEmbedded));
}

/** Tools are actions, and were visited already. */
function outsideTools(key: string, value: JsonValue, rewrite: (value: JsonValue) => JsonValue): JsonValue {
  if (!isArray(value)) return rewrite(value);
  const entries = value.map((entry) => (isTool(key, entry) ? entry : rewrite(entry)));
  return entries.every((entry, index) => entry === value[index]) ? value : entries;
}

function mapEntries(
  object: JsonObject,
  fixed: ReadonlySet<string>,
  change: (key: string, value: JsonValue) => JsonValue,
): JsonObject {
  let same = true;
  const entries = Object.entries(object).map(([key, value]): [string, JsonValue] => {
    const changed = fixed.has(key) ? value : change(key, value);
    if (changed !== value) same = false;
    return [key, changed];
  });
  return same ? object : Object.fromEntries(entries);
}

/** Every guid that a story gives to something of its own; what `options` hold is data. */
export function definedGuids(value: JsonValue, found: Set<string> = new Set()): ReadonlySet<string> {
  if (isArray(value)) for (const entry of value) definedGuids(entry, found);
  else if (isObject(value)) {
    if (typeof value.guid === 'string') found.add(value.guid);
    for (const [key, entry] of Object.entries(value)) if (key !== 'options') definedGuids(entry, found);
  }
  return found;
}
