import { createHash } from 'node:crypto';
import type { JsonObject, JsonValue } from '../../src/json/value.ts';

/** 32 hex digits that depend on the text alone. */
export function guidOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 32);
}

export type ActionSpec = { readonly name: string; readonly type?: string; readonly options?: JsonObject } & JsonObject;

/** A modern webhook action whose address belongs to the destination. */
export function webhook(name: string): ActionSpec {
  const owned = 'storysync:destination-owned';
  return { name, type: 'Agents::WebhookAgent', options: { path: owned, secret: owned, verbs: 'get,post' } };
}

export function fetchAction(name: string, url: string, options: JsonObject = {}): ActionSpec {
  return { name, type: 'Agents::HTTPRequestAgent', options: { url, method: 'get', ...options } };
}

export function callStory(name: string, slug: string): ActionSpec {
  const options = { story: `<<STORY.${slug}>>`, payload: {}, send_payload_as_body: false };
  return { name, type: 'Agents::SendToStoryAgent', options };
}

export type FieldSpec = readonly [name: string, type: string, values?: readonly string[]];

/** A record action with the whole type embedded, as exports have it. */
export function recordAction(name: string, typeName: string, fields: readonly FieldSpec[]): ActionSpec {
  const all: readonly FieldSpec[] = [
    ['Story name', 'TEXT'],
    ['Timestamp', 'TIMESTAMP'],
    ['Updated at', 'TIMESTAMP'],
    ...fields,
  ];
  const recordFields = all.map(([field, type, values], index) => ({
    id: 9000 + index,
    name: field,
    description: null,
    result_type: type,
    fixed_values: values ?? [],
  }));
  return {
    name,
    type: 'Agents::RecordAgent',
    options: { mode: 'create', record_type_id: '', record_writers: '', record_result_mode: '' },
    record_type: { id: 501, name: typeName, editable: false, record_fields: recordFields },
    record_writers: recordFields
      .slice(3)
      .map((field) => ({ formula: `<<event.${field.name}>>`, include_in_update: false, record_field: field })),
  };
}

export type StorySpec = {
  readonly name: string;
  readonly actions: readonly ActionSpec[];
  readonly guid?: string;
} & JsonObject;

/** A schema 28 export, chained from the first action to the last. Extra keys win over the defaults. */
export function storyExport({
  name,
  actions,
  guid = guidOf(name),
  ...rest
}: StorySpec): JsonObject & { readonly name: string } {
  const tenant = guidOf('origin tenant');
  const agents = actions.map(
    ({ name: action, type = 'Agents::EventTransformationAgent', options = {}, ...own }, index) => ({
      type,
      name: action,
      disabled: false,
      description: null,
      guid: guidOf(`${guid}/${index}/${action}`),
      origin_story_identifier: `cloud:${tenant}:${guid}`,
      options:
        type.endsWith('EventTransformationAgent') && Object.keys(options).length === 0
          ? { mode: 'message_only', payload: {} }
          : options,
      reporting: { time_saved_value: 0, time_saved_unit: 'minutes' },
      monitoring: { monitor_all_events: false, monitor_failures: false, monitor_no_events_emitted: null },
      template: { created_from_template_guid: null, created_from_template_version: null, template_tags: [] },
      width: null,
      ...own,
    }),
  );
  return {
    schema_version: 28,
    standard_lib_version: 90,
    action_runtime_version: 75,
    name,
    description: null,
    guid,
    slug: name.toLowerCase().replace(/[^a-z0-9]+/g, '_'),
    agents,
    links: agents.slice(1).map((_, index) => ({ source: index, receiver: index + 1 })),
    diagram_notes: [],
    diagram_layout: JSON.stringify(Object.fromEntries(agents.map((agent, index) => [agent.guid, [0, index * 150]]))),
    sections: [],
    pages: [],
    integrations: [],
    send_to_stories: [],
    send_to_story_enabled: false,
    entry_agent_guid: null,
    exit_agent_guids: [],
    recipients: [],
    keep_events_for: 604800,
    tags: [],
    origin_story_identifier: `cloud:${tenant}:${guid}`,
    ...rest,
  };
}

/** The same story with one option of one action changed. */
export function withOption(story: JsonObject, action: string, key: string, value: JsonValue): JsonObject {
  const agents = Array.isArray(story.agents) ? story.agents : [];
  return {
    ...story,
    agents: agents.map((agent: JsonObject) =>
      agent.name === action ? { ...agent, options: { ...(agent.options as JsonObject), [key]: value } } : agent,
    ),
  };
}

/** A page action; its address belongs to the destination. Its story needs {@link pageOf} too. */
export function pageAction(name: string): ActionSpec {
  return {
    name,
    type: 'Agents::FormAgent',
    options: { mode: 'success_page', visibility: 'tenant', fields: '', url_identifier: 'storysync:destination-owned' },
  };
}

/** The page of the action at `index` of the story named `story`, as {@link storyExport} makes the guids. */
export function pageOf(story: string, index: number, name: string): JsonObject {
  const agentGuid = guidOf(`${guidOf(story)}/${index}/${name}`);
  const element = { guid: guidOf(`${agentGuid}/field`), container_guid: guidOf(`${agentGuid}/container`) };
  return {
    agent_guid: agentGuid,
    app: null,
    conditions: [],
    containers: [{ guid: element.container_guid, name: 'Container', ranking: 0 }],
    fields: [{ ...element, name: 'Email', type: 'TEXT_INPUT', ranking: 0, required: true }],
    name,
    sso_groups: null,
  };
}
