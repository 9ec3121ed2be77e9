/** Keys of the vendor's format that we know. `true`: counted as it is; an object: the same question one level down, also in lists. */
export type KnownKeys = { readonly [key: string]: true | KnownKeys };

function all(...keys: readonly string[]): { readonly [key: string]: true } {
  return Object.fromEntries(keys.map((key) => [key, true]));
}

/**
 * Keys of the story that a fingerprint counts. Newer releases add keys that nobody edited, so unknown ones are left out.
 * Missing on purpose: stamps, guids, slug, recipients, tags, embedded sub-stories, and what has a part of its own.
 */
export const STORY_KEYS: KnownKeys = {
  ...all('name', 'description', 'control_links', 'send_to_story_enabled', 'entry_agent_guid', 'exit_agent_guids'),
  ...all('send_to_story_access', 'send_to_story_access_source', 'send_to_story_skill_use_requires_confirmation'),
  ...all('send_to_story_timeout_enabled', 'send_to_story_timeout_duration_seconds', 'parent_only_send_to_story'),
  ...all('api_entry_action_guids', 'api_exit_action_guids', 'keep_events_for', 'reporting_status', 'monitor_failures'),
  ...all('synchronous_webhooks_enabled', 'story_library_metadata', 'time_saved_unit', 'time_saved_value', 'icon'),
  ...all('integration_product', 'integration_vendor', 'llm_product_instructions', 'sections', 'start_reference'),
  ...all('app_endpoints', 'pages', 'integrations'),
  form: formKeys(),
  forms: formKeys(),
};

/** Keys of an action beside `options` and `tools`, which are counted whole. */
export const ACTION_KEYS: KnownKeys = {
  ...all('type', 'name', 'disabled', 'description', 'width', 'keep_events_for', 'schedule', 'visuals', 'record_type'),
  record_writers: all('formula', 'include_in_update', 'name'),
  reporting: all('time_saved_value', 'time_saved_unit'),
  monitoring: all('monitor_all_events', 'monitor_failures', 'monitor_no_events_emitted', 'ai_monitoring_thresholds'),
  template: all('created_from_template_guid', 'created_from_template_version', 'template_tags'),
};

export const PAGE_KEYS: KnownKeys = {
  ...all('visibility', 'success_message', 'loading_message', 'logo_contents', 'logo_filename', 'display_logo', 'icon'),
  ...all('display_mode', 'app'),
  containers: all('ranking', 'category', 'name', 'layout', 'alignment', 'loop', 'spacing', 'user_driven_loop'),
  conditions: all('container_guids', 'condition_type', 'match_rule', 'rules'),
  fields: {
    ...all('name', 'description', 'required', 'type', 'multi_select', 'options', 'ranking', 'max_characters', 'style'),
    ...all('default_value', 'content', 'validation_pattern', 'container_guid', 'graph_type', 'graph_direction'),
    ...all('date_mode', 'store_value_as', 'allow_table_row_selection', 'is_searchable', 'height', 'image_fit'),
    ...all('min_value', 'max_value', 'validation_error_message', 'step', 'width', 'width_type', 'width_fixed_px'),
    ...all('boolean_label_true', 'boolean_label_false'),
  },
};

export const INTEGRATION_KEYS: KnownKeys = {
  ...all('product', 'action_options_keys'),
  action_inputs: {
    ...all('name', 'description', 'required', 'type', 'ranking', 'value', 'options', 'is_collapsed', 'sub_type'),
    ...all('multi_select_enabled', 'llm_json_schema'),
  },
};

export const NOTE_KEYS: KnownKeys = all('content', 'position', 'width');

function formKeys(): KnownKeys {
  return all('name', 'description', 'fields', 'visibility', 'agent_guid', 'success_message', 'public', 'enabled');
}

/** Keys of the story that never count, and keys whose content is compared in a place of its own. */
export const FIELDS_ELSEWHERE: ReadonlySet<string> = new Set([
  'schema_version',
  'standard_lib_version',
  'action_runtime_version',
  'exported_at',
  'guid',
  'slug',
  'origin_story_identifier',
  'recipients',
  'tags',
  'send_to_stories',
  'exit_agent_guid',
  'agents',
  'links',
  'diagram_layout',
  'diagram_notes',
  'pages',
  'integrations',
]);
