import { isArray, isObject, type JsonObject, type JsonValue } from '../../json/value.ts';
import { rewriteStrings } from '../rewrite.ts';

/**
 * A page without the guids of its elements: what quotes one says its position instead (`containers[2]`).
 * Who may open a page (`sso_groups`) belongs to the tenant.
 */
export function normalPage(page: JsonObject, relabel: (value: JsonValue) => JsonValue): JsonObject {
  const positions = new Map<string, string>();
  const entries = Object.entries(page)
    .filter(([key]) => key !== 'agent_guid' && key !== 'sso_groups')
    .map(([key, value]): [string, JsonValue] => [key, isArray(value) ? elements(key, value, positions) : value]);
  const pointing = rewriteStrings(Object.fromEntries(entries), (text) => positions.get(text) ?? text);
  const normal = relabel(pointing);
  return isObject(normal) ? normal : {};
}

/** Notes where each element stands, and takes its guid off. */
function elements(key: string, list: readonly JsonValue[], positions: Map<string, string>): JsonValue {
  return list.map((element, index) => {
    if (!isObject(element) || typeof element.guid !== 'string') return element;
    positions.set(element.guid, `${key}[${index}]`);
    const { guid: _, ...rest } = element;
    return rest;
  });
}
