import type { JsonObject } from '../../src/json/value.ts';
import type { Action, Link, Story } from '../../src/model/story.ts';

/** For tests: 32 hex digits that can be told apart at a glance. */
export function guidOf(number: number): string {
  return number.toString(16).padStart(32, 'a');
}

/** For tests: an action; the guid follows from the number. */
export function action(
  number: number,
  type: string,
  name: string,
  options: JsonObject = {},
  more: JsonObject = {},
): Action {
  return {
    disabled: false,
    description: null,
    ...more,
    type: `Agents::${type}Agent`,
    name,
    guid: guidOf(number),
    options,
  };
}

/** For tests: a story of these actions, with nothing else in it. */
export function storyOf(agents: readonly Action[], links: readonly Link[] = [], more: JsonObject = {}): Story {
  return { schema_version: 30, ...more, name: 'Triage', guid: guidOf(999), agents, links };
}

/** For tests: a story that has some of everything. */
export function exampleStory(): Story {
  const agents = [
    action(1, 'Webhook', 'Receive', { path: 'a1'.repeat(16), secret: 'b2'.repeat(16), verbs: 'post' }),
    action(2, 'HTTPRequest', 'Fetch', {
      url: 'https://<<RESOURCE.host>>/alerts',
      method: 'get',
      headers: { Authorization: 'Bearer <<CREDENTIAL.vendor>>' },
      payload: { 'fields.name': 'x', list: [1, 2] },
    }),
    action(3, 'Trigger', 'Check', { rules: [{ type: 'regex', path: '=fetch.body', value: 'a' }] }),
    action(4, 'EventTransformation', 'Build', { mode: 'message_only', path: '=fetch.body.items', payload: { a: 1 } }),
    action(5, 'EventTransformation', 'Build', { mode: 'explode', path: '=build.a' }),
    action(6, 'Form', 'Intake', { url_identifier: 'c3'.repeat(16), mode: 'success_page', fields: '' }),
    action(
      7,
      'Record',
      'Save',
      { mode: 'create', record_type_id: '', record_writers: '', record_result_mode: '' },
      {
        record_type: {
          id: 5,
          name: 'Alert',
          editable: false,
          record_fields: [{ id: 8, name: 'Title', result_type: 'TEXT' }],
        },
        record_writers: [
          { formula: '<<fetch.title>>', include_in_update: false, record_field: { id: 8, name: 'Title' } },
          { formula: '<<META.story.name>>', include_in_update: false, record_field: { id: 9, name: 'Story name' } },
        ],
      },
    ),
  ];
  const links = [
    { source: 0, receiver: 1 },
    { source: 1, receiver: 2 },
    { source: 2, receiver: 3 },
    { source: 2, receiver: 4, link_type: 'secondary' },
    { source: 3, receiver: 6 },
  ];
  return storyOf(agents, links, {
    description: 'Looks at reports',
    exported_at: '2026-01-01T00:00:00Z',
    origin_story_identifier: `cloud:${'d'.repeat(32)}:${guidOf(999)}`,
    recipients: ['owner@example.com'],
    slug: 'triage',
    tags: [],
    icon: ':mag:',
    keep_events_for: 86400,
    send_to_stories: [],
    entry_agent_guid: guidOf(1),
    exit_agent_guids: [guidOf(5), guidOf(4)],
    diagram_layout: JSON.stringify(Object.fromEntries(agents.map(({ guid }, index) => [guid, [index * 15, 30]]))),
    diagram_notes: [
      { content: 'First', position: [0, 0], guid: guidOf(501), width: 200 },
      { content: 'Second', position: [90, 0], guid: guidOf(502), width: null },
    ],
    pages: [
      {
        agent_guid: guidOf(6),
        visibility: 'public',
        sso_groups: null,
        containers: [{ guid: guidOf(601), ranking: 1, layout: 'column' }],
        conditions: [{ container_guids: [guidOf(601)], rules: [{ path: 'a', value: 'b' }] }],
        fields: [
          { guid: guidOf(611), name: 'Email', type: 'SHORT_TEXT', required: true, container_guid: guidOf(601) },
          { guid: guidOf(612), name: 'Reason', type: 'SHORT_TEXT', required: false, container_guid: guidOf(601) },
        ],
      },
    ],
    integrations: [
      {
        action_guid: guidOf(2),
        product: 'Chat',
        action_options_keys: [],
        action_inputs: [
          { name: 'Chat credential', type: 'CREDENTIAL', value: '"=CREDENTIAL.chat_bot"', llm_json_schema: '{}' },
        ],
      },
    ],
  });
}
