import { actionsOf } from './actions.ts';
import { isRecord, type Json, type JsonRecord, parseText, recordsIn } from './json.ts';

/** The keys of a modern export in their order, with what a story holds that never set them. */
const STORY_KEYS: readonly (readonly [string, Json])[] = [
  ['name', ''],
  ['description', null],
  ['guid', null],
  ['slug', null],
  ['agents', []],
  ['diagram_notes', []],
  ['links', []],
  ['diagram_layout', '{}'],
  ['story_library_metadata', {}],
  ['monitor_failures', false],
  ['synchronous_webhooks_enabled', false],
  ['integrations', []],
  ['sections', []],
  ['parent_only_send_to_story', false],
  ['send_to_story_timeout_enabled', false],
  ['send_to_story_timeout_duration_seconds', null],
  ['keep_events_for', 604_800],
  ['reporting_status', true],
  ['send_to_story_enabled', false],
  ['entry_agent_guid', null],
  ['exit_agent_guids', []],
  ['api_entry_action_guids', []],
  ['api_exit_action_guids', []],
  ['send_to_story_access', null],
  ['send_to_story_access_source', 0],
  ['send_to_story_skill_use_requires_confirmation', true],
  ['pages', []],
  ['tags', []],
  ['time_saved_unit', 'minutes'],
  ['time_saved_value', 0],
  ['origin_story_identifier', null],
  ['recipients', []],
  ['integration_product', null],
  ['integration_vendor', null],
  ['llm_product_instructions', ''],
  ['start_reference', null],
  ['send_to_stories', []],
];

/** Keys that every action of a modern export has; a story imported from an old file gets them here. */
const ACTION_KEYS: JsonRecord = {
  disabled: false,
  description: null,
  options: {},
  reporting: { time_saved_value: 0, time_saved_unit: 'minutes' },
  monitoring: { monitor_all_events: false, monitor_failures: false, monitor_no_events_emitted: null },
  template: { created_from_template_guid: null, created_from_template_version: null, template_tags: [] },
  width: null,
};

/** What the next release might add: keys with default-like values and keys with values that say something. */
const NEWER_STORY_KEYS: JsonRecord = { app_endpoints: [], runtime_profile: 'standard', quality_gate: { level: 2 } };
const NEWER_ACTION_KEYS: JsonRecord = { annotations: [], retry_policy: { attempts: 3 } };
const NEWER_PAGE_KEYS: JsonRecord = { theme: null, density: 'comfortable' };

const STAMPS = {
  current: { schema_version: 28, standard_lib_version: 90, action_runtime_version: 76 },
  newer: { schema_version: 31, standard_lib_version: 96, action_runtime_version: 88 },
};

/** Writes content the way a platform release does. The content must be a copy: parts of it end up in the export. */
export function asReleased(content: JsonRecord, release: 'current' | 'newer', exportedAt: string): JsonRecord {
  const { icon, exported_at: _, ...rest } = content;
  const known = new Map(STORY_KEYS);
  const exported: JsonRecord = { ...STAMPS[release] };
  for (const [key, standard] of known) {
    const value = rest[key];
    exported[key] = value === undefined ? structuredClone(standard) : value;
  }
  for (const [key, value] of Object.entries(rest)) {
    if (!known.has(key) && !Object.hasOwn(STAMPS.current, key)) exported[key] = value;
  }
  exported.exported_at = exportedAt;
  exported.icon = icon ?? ':toolbox:';
  exported.agents = actionsOf(exported).map((action) => withDefaults(action, ACTION_KEYS));
  return release === 'current' ? exported : asNewer(exported);
}

function asNewer(exported: JsonRecord): JsonRecord {
  const story: JsonRecord = { ...structuredClone(NEWER_STORY_KEYS), ...exported };
  story.agents = actionsOf(story).map((action) => reversed(withDefaults(action, NEWER_ACTION_KEYS)));
  story.pages = recordsIn(story.pages).map((page) => reversed(withDefaults(page, NEWER_PAGE_KEYS)));
  story.diagram_layout = floatLayout(story.diagram_layout ?? '{}');
  quoteSchemas(story);
  return reversed(story);
}

function withDefaults(object: JsonRecord, defaults: JsonRecord): JsonRecord {
  const filled = { ...object };
  for (const [key, value] of Object.entries(defaults)) {
    if (filled[key] === undefined) filled[key] = structuredClone(value);
  }
  return filled;
}

function reversed(object: JsonRecord): JsonRecord {
  return Object.fromEntries(Object.entries(object).toReversed());
}

/** `{"guid":[15,30]}` → `{"guid":[15.0,30.0]}`; the layout is JSON in a string, so this form can be written. */
function floatLayout(layout: Json): Json {
  if (typeof layout !== 'string' || !isRecord(parseText(layout))) return layout;
  return layout.replace(/([[,]\s*-?\d+)(?=\s*[,\]])/g, '$1.0');
}

function quoteSchemas(value: Json): void {
  if (Array.isArray(value)) for (const item of value) quoteSchemas(item);
  if (!isRecord(value)) return;
  for (const [key, inner] of Object.entries(value)) {
    if (key === 'llm_json_schema' && inner !== null) value[key] = JSON.stringify(inner);
    else quoteSchemas(inner);
  }
}
