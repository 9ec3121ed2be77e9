import { actionsOf } from '../domain/actions.ts';
import { isHex32, isStamp } from '../domain/identity.ts';
import { isRecord, type Json, type JsonRecord, parseText, recordsIn } from '../domain/json.ts';
import { invalid } from './errors.ts';

/** The placeholder that storysync writes to git. A real tenant would make a URL of it; here that bug is caught. */
export const PLACEHOLDER = 'storysync:destination-owned';

/** Refuses a file that no tenant could have exported. */
export function demandImportable(data: JsonRecord): void {
  if (typeof data.name !== 'string' || data.name.trim() === '') throw invalid('data.name', "can't be blank");
  if (!Number.isSafeInteger(data.schema_version)) throw invalid('data.schema_version', 'must be an integer');
  if (!isHex32(data.guid)) throw invalid('data.guid', 'must be 32 hex digits');
  demandStamp('data', data.origin_story_identifier);
  if (!Array.isArray(data.agents) || !data.agents.every(isRecord)) throw invalid('data.agents', 'must be an array');
  const guids = demandActions(actionsOf(data));
  demandLinks(data.links, guids.size);
  demandKnownGuids(data, guids);
  if (data.diagram_layout !== undefined && data.diagram_layout !== null) {
    if (typeof data.diagram_layout !== 'string' || !isRecord(parseText(data.diagram_layout))) {
      throw invalid('data.diagram_layout', 'must be a string holding a JSON object');
    }
  }
  for (const name of ['tags', 'recipients', 'exit_agent_guids', 'pages', 'integrations', 'diagram_notes']) {
    const value = data[name];
    if (value !== undefined && !Array.isArray(value)) throw invalid(`data.${name}`, 'must be an array');
  }
  if (JSON.stringify(data).includes(PLACEHOLDER)) throw invalid('data', `holds the placeholder ${PLACEHOLDER}`);
}

function demandActions(actions: readonly JsonRecord[]): Set<string> {
  const guids = new Set<string>();
  for (const [index, action] of actions.entries()) {
    const place = `data.agents[${index}]`;
    if (typeof action.type !== 'string' || !action.type.startsWith('Agents::')) {
      throw invalid(`${place}.type`, 'is not an action type');
    }
    if (typeof action.name !== 'string') throw invalid(`${place}.name`, 'must be a string');
    if (!isHex32(action.guid)) throw invalid(`${place}.guid`, 'must be 32 hex digits');
    if (guids.has(action.guid)) throw invalid(`${place}.guid`, 'has already been taken');
    if (!isRecord(action.options)) throw invalid(`${place}.options`, 'must be an object');
    demandStamp(place, action.origin_story_identifier);
    guids.add(action.guid);
  }
  return guids;
}

function demandStamp(place: string, stamp: Json | undefined): void {
  if (stamp === undefined || stamp === null || isStamp(stamp)) return;
  throw invalid(`${place}.origin_story_identifier`, 'must be null or cloud:<32 hex>:<32 hex>');
}

function demandLinks(links: Json | undefined, actions: number): void {
  if (!Array.isArray(links)) throw invalid('data.links', 'must be an array');
  const inRange = (value: Json | undefined): boolean =>
    typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value < actions;
  for (const [index, link] of links.entries()) {
    if (!isRecord(link) || !inRange(link.source) || !inRange(link.receiver)) {
      throw invalid(`data.links[${index}]`, 'must name two actions by index');
    }
  }
}

/** Guids that quote an action must name one; only the layout of real exports has leftovers. */
function demandKnownGuids(data: JsonRecord, guids: ReadonlySet<string>): void {
  const demand = (place: string, guid: Json | undefined): void => {
    if (typeof guid === 'string' && guid !== '' && !guids.has(guid)) throw invalid(place, 'names no action');
  };
  demand('data.entry_agent_guid', data.entry_agent_guid);
  demand('data.exit_agent_guid', data.exit_agent_guid);
  for (const name of ['exit_agent_guids', 'api_entry_action_guids', 'api_exit_action_guids']) {
    const list = data[name];
    if (Array.isArray(list)) for (const guid of list) demand(`data.${name}`, guid);
  }
  for (const page of recordsIn(data.pages)) demand('data.pages', page.agent_guid);
  for (const integration of recordsIn(data.integrations)) demand('data.integrations', integration.action_guid);
}
