import { actionsOf } from './actions.ts';
import { randomHex } from './identity.ts';
import { isObject, type JsonObject, parseJson, textOr } from './json.ts';

/** Gives every action a new guid, and everything that quotes the old one along with it (layout, links by guid, pages …). */
export function withFreshActionGuids(content: JsonObject): JsonObject {
  const fresh = new Map(actionsOf(content).map((action) => [textOr(action.guid), randomHex()]));
  const text = JSON.stringify(content).replace(/[0-9a-f]{32}/g, (guid) => fresh.get(guid) ?? guid);
  const renamed = parseJson(text);
  if (!isObject(renamed)) throw new Error('Internal error: new guids broke the JSON');
  return renamed;
}
