import { isObject, type JsonObject, objectsIn } from './json.ts';

/** The actions of a story's content. */
export function actionsOf(content: JsonObject): JsonObject[] {
  return objectsIn(content.agents);
}

/** The same with the tools of AI actions, which are actions in exports, and the tools of those. */
export function everyActionOf(content: JsonObject): JsonObject[] {
  const withTools = (action: JsonObject): JsonObject[] => [action, ...objectsIn(action.tools).flatMap(withTools)];
  return actionsOf(content).flatMap(withTools);
}

export function optionsOf(action: JsonObject): JsonObject {
  return isObject(action.options) ? action.options : {};
}

export function nameOf(content: JsonObject): string {
  return typeof content.name === 'string' ? content.name : '';
}

type Pair = readonly [JsonObject, JsonObject];

/** Actions of one story paired with those of another: by guid, else by type, name and ordinal among equals; tools likewise. */
export function pairActions(content: JsonObject, other: JsonObject): Pair[] {
  return pairLists(actionsOf(content), actionsOf(other));
}

function pairLists(actions: readonly JsonObject[], others: readonly JsonObject[]): Pair[] {
  const byGuid = new Map(others.map((action) => [action.guid, action]));
  const named = new Map(numbered(others).map(([label, action]) => [label, action]));
  return numbered(actions).flatMap(([label, action]): Pair[] => {
    const partner = byGuid.get(action.guid ?? null) ?? named.get(label);
    return partner === undefined
      ? []
      : [[action, partner], ...pairLists(objectsIn(action.tools), objectsIn(partner.tools))];
  });
}

function numbered(actions: readonly JsonObject[]): [string, JsonObject][] {
  const seen = new Map<string, number>();
  return actions.map((action) => {
    const label = JSON.stringify([action.type, action.name]);
    const ordinal = (seen.get(label) ?? 0) + 1;
    seen.set(label, ordinal);
    return [`${label} ${ordinal}`, action];
  });
}
