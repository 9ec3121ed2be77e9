import { parseJson } from '../json/parse.ts';
import { isArray, isObject, type JsonObject, type JsonValue } from '../json/value.ts';
import { allActions } from './actions.ts';
import type { ShapeFinding } from './shape-finding.ts';

/** Keys of a story that quote the guid of an action, or a list of them. */
const QUOTES = [
  'entry_agent_guid',
  'exit_agent_guid',
  'exit_agent_guids',
  'api_entry_action_guids',
  'api_exit_action_guids',
];
/** Lists whose entries quote one. */
const QUOTING_ENTRIES: readonly (readonly [list: string, key: string])[] = [
  ['pages', 'agent_guid'],
  ['integrations', 'action_guid'],
];
const LISTS = ['tags', 'recipients', 'exit_agent_guids', 'pages', 'integrations', 'diagram_notes'];

/** What a tenant refuses in a file that we could work with: told before the push of every destination fails. */
export function findRefusals(story: JsonObject): readonly ShapeFinding[] {
  const findings: ShapeFinding[] = [];
  const refuse = (path: ShapeFinding['path'], message: string): void => {
    findings.push({ code: 'STO015', severity: 'warning', message, path });
  };
  if (!Number.isSafeInteger(story.schema_version))
    refuse(versionPath(story), '"schema_version" should be a whole number');
  for (const key of LISTS) {
    if (story[key] !== undefined && !isArray(story[key])) refuse([key], `"${key}" of the story should be a list`);
  }
  const { diagram_layout: layout } = story;
  if (layout !== undefined && layout !== null && !isLayout(layout)) {
    refuse(['diagram_layout'], '"diagram_layout" should be a text that holds a JSON object');
  }
  const actions = isArray(story.agents) ? story.agents : [];
  for (const [index, action] of actions.entries()) {
    if (isObject(action) && typeof action.type === 'string' && !action.type.startsWith('Agents::')) {
      refuse(['agents', index, 'type'], `the type of action ${index + 1} should begin with "Agents::"`);
    }
  }
  const guids = new Set(allActions(story).map(({ action }) => action.guid));
  const check = (guid: JsonValue | undefined, path: ShapeFinding['path'], name: string): void => {
    if (typeof guid === 'string' && guid !== '' && !guids.has(guid))
      refuse(path, `"${name}" names no action of the story`);
  };
  for (const key of QUOTES) {
    const quoted = story[key];
    if (!isArray(quoted)) check(quoted, [key], key);
    else for (const [index, guid] of quoted.entries()) check(guid, [key, index], key);
  }
  for (const [list, key] of QUOTING_ENTRIES) {
    const entries = story[list];
    if (!isArray(entries)) continue;
    for (const [index, entry] of entries.entries()) {
      if (isObject(entry)) check(entry[key], [list, index, key], key);
    }
  }
  return findings;
}

function versionPath(story: JsonObject): ShapeFinding['path'] {
  return 'schema_version' in story ? ['schema_version'] : [];
}

function isLayout(layout: JsonValue): boolean {
  const read = typeof layout === 'string' ? parseJson(layout) : undefined;
  return read?.ok === true && isObject(read.value);
}
