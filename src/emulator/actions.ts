import { isObject, type JsonObject, objectsIn } from './json.ts';

/** The actions of a story's content. */
export function actionsOf(content: JsonObject): JsonObject[] {
  return objectsIn(content.agents);
}

export function optionsOf(action: JsonObject): JsonObject {
  return isObject(action.options) ? action.options : {};
}

export function nameOf(content: JsonObject): string {
  return typeof content.name === 'string' ? content.name : '';
}

/** Actions of one story paired with those of another: by guid, else by type, name and ordinal among equals. */
export function pairActions(content: JsonObject, other: JsonObject): (readonly [JsonObject, JsonObject])[] {
  const byGuid = new Map(actionsOf(other).map((action) => [action.guid, action]));
  const named = new Map(numbered(other).map(([label, action]) => [label, action]));
  return numbered(content).flatMap(([label, action]) => {
    const partner = byGuid.get(action.guid ?? null) ?? named.get(label);
    return partner === undefined ? [] : [[action, partner] as const];
  });
}

function numbered(content: JsonObject): [string, JsonObject][] {
  const seen = new Map<string, number>();
  return actionsOf(content).map((action) => {
    const label = JSON.stringify([action.type, action.name]);
    const ordinal = (seen.get(label) ?? 0) + 1;
    seen.set(label, ordinal);
    return [`${label} ${ordinal}`, action];
  });
}
