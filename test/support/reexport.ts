import { isArray, isObject, type JsonArray, type JsonObject, type JsonValue } from '../../src/json/value.ts';
import type { Story } from '../../src/model/story.ts';
import { ingressOptions } from '../../src/story/addresses/ingress-options.ts';

/**
 * For tests: the story as another tenant of a later release would export it after an import. Everything volatile is
 * different, nothing else. Written without the code it tests, except for the list of address options.
 */
export function reexported(story: Story, salt: string): Story {
  const guids = new Map(definedGuids(story).map((guid, index) => [guid, freshGuid(salt, index)]));
  const text = JSON.stringify({ ...story, send_to_stories: [] }).replace(
    /[0-9a-f]{32}/g,
    (hex) => guids.get(hex) ?? hex,
  );
  const copy = JSON.parse(text) as Story;
  return {
    ...copy,
    schema_version: Number(copy.schema_version) + 3,
    standard_lib_version: 123,
    action_runtime_version: 99,
    exported_at: `2030-01-01T00:00:00Z ${salt}`,
    slug: `copy_${salt}`,
    recipients: [`${salt}@example.com`],
    added_by_a_later_release: { salt },
    diagram_layout: layoutOf(copy, salt),
    links: [...copy.links].reverse(),
    agents: copy.agents.map((agent) => ({
      ...agent,
      origin_story_identifier: `cloud:${freshGuid(salt, 1)}:${freshGuid(salt, 2)}`,
      new_action_key: salt,
      options: {
        ...agent.options,
        ...Object.fromEntries(ingressOptions(agent).map((key) => [key, freshGuid(salt, 7)])),
      },
      ...(isObject(agent.record_type) ? { record_type: { ...agent.record_type, id: 4711 } } : {}),
      ...(isArray(agent.record_writers) ? { record_writers: otherFieldIds(agent.record_writers) } : {}),
    })),
    ...(isArray(copy.integrations) ? { integrations: requoted(copy.integrations) } : {}),
    ...(isArray(copy.pages)
      ? { pages: copy.pages.map((page) => (isObject(page) ? laterPage(page, salt) : page)) }
      : {}),
  };
}

/** Guids that the story defines itself: of the story, its actions, its notes and the elements of its pages. */
function definedGuids(value: JsonValue): readonly string[] {
  if (isArray(value)) return value.flatMap(definedGuids);
  if (!isObject(value)) return [];
  const own = typeof value.guid === 'string' && /^[0-9a-f]{32}$/.test(value.guid) ? [value.guid] : [];
  const inner = Object.entries(value).filter(([key]) => key !== 'options' && key !== 'send_to_stories');
  return [...own, ...inner.flatMap(([, entry]) => definedGuids(entry))];
}

function freshGuid(salt: string, index: number): string {
  return `${salt}${index.toString(16)}`.padStart(32, 'f').slice(-32);
}

function layoutOf(story: Story, salt: string): JsonValue {
  if (typeof story.diagram_layout !== 'string') return story.diagram_layout ?? null;
  const layout = JSON.parse(story.diagram_layout) as JsonObject;
  const entries = Object.entries({ ...layout, [freshGuid(salt, 4000)]: [1, 2] }).reverse();
  const texts = entries.map(
    ([guid, position]) => `"${guid}": [${(position as JsonArray).map((n) => `${JSON.stringify(n)}.0`).join(', ')}]`,
  );
  return `{${texts.join(', ')}}`.replaceAll(/\.\d+\.0/g, '.0');
}

function otherFieldIds(writers: JsonArray): JsonArray {
  const ids = (writer: JsonValue): JsonValue =>
    isObject(writer) && isObject(writer.record_field)
      ? { ...writer, record_field: { ...writer.record_field, id: 99 } }
      : writer;
  return [...writers].reverse().map(ids);
}

function requoted(integrations: JsonArray): JsonArray {
  const input = (entry: JsonValue): JsonValue =>
    isObject(entry) && 'llm_json_schema' in entry
      ? { ...entry, llm_json_schema: JSON.stringify(entry.llm_json_schema ?? {}) }
      : entry;
  return integrations
    .map((entry) =>
      isObject(entry) && isArray(entry.action_inputs)
        ? { ...entry, action_inputs: entry.action_inputs.map(input) }
        : entry,
    )
    .reverse();
}

function laterPage(page: JsonObject, salt: string): JsonObject {
  const fields = isArray(page.fields) ? page.fields : [];
  return {
    ...page,
    sso_groups: [salt],
    new_page_key: 1,
    fields: fields.map((field) => (isObject(field) ? { ...field, new_field_key: salt } : field)),
  };
}
