/**
 * What the vendor does not document, as switches. The first position is the default. A client that is right under every
 * position needs no knowledge of how the real service decides.
 */
export const SWITCHES = {
  import_name_scope: {
    positions: ['team', 'tenant'],
    about: 'Where versionReplace looks for the name: the given team, or the oldest such story anywhere in the tenant.',
  },
  import_absent: {
    positions: ['create', 'reject'],
    about: 'versionReplace without a story of that name creates one, or answers 422.',
  },
  import_name_source: {
    positions: ['new_name', 'data_name'],
    about: 'Which of the two names in an import counts.',
  },
  import_name_collision: {
    positions: ['duplicate', 'suffix'],
    about: 'Mode new with a taken name makes a second story of that name, or "Name (1)".',
  },
  import_action_guids: {
    positions: ['new_on_create', 'always_new', 'keep'],
    about: 'Whether imported actions get fresh guids on create only, on every import, or never.',
  },
  import_tool_guids: {
    positions: ['renewed', 'kept'],
    about: 'Where actions get fresh guids: whether the tools of AI actions get them too.',
  },
  import_quoted_guids: {
    positions: ['rewritten', 'left'],
    about: 'Where actions get fresh guids: whether texts and options that quote the old ones are rewritten.',
  },
  import_ingress: {
    positions: ['from_file', 'keep_live'],
    about: 'Webhook path and secret and page url_identifier on versionReplace: from the file, or as they were.',
  },
  import_recipients: {
    positions: ['from_file', 'keep_live'],
    about: 'Top-level recipients on versionReplace: from the file, or as they were.',
  },
  import_record_types: {
    positions: ['by_name', 'sync_rules', 'strict', 'dangling'],
    about:
      'Embedded record types: same name in the team, else created; the rules of story syncing; 422 when a type or field is missing; or left as the file has them, creating nothing.',
  },
  import_tags: {
    positions: ['from_file', 'keep_live'],
    about: 'Tags on versionReplace: from the file, or as they were.',
  },
  import_unknown_tag: {
    positions: ['fail_500', 'ignore'],
    about: 'A tag that the tenant lacks makes the import answer 500, or is left out.',
  },
  import_settings: {
    positions: ['keep', 'reset'],
    about: 'disabled and priority on versionReplace: kept, or reset to false.',
  },
  import_folder: {
    positions: ['keep', 'root'],
    about: 'The folder on versionReplace without folder_id: kept, or the root of the team.',
  },
  import_change_control: {
    positions: ['draft_test', 'reject'],
    about: 'An import without draft_name into a change-controlled story: into the draft "test", or 422.',
  },
  import_stamp: {
    positions: ['from_file', 'keep_live', 'own'],
    about:
      'origin_story_identifier: from the file; kept on versionReplace; or the own stamp of the tenant on create, kept later.',
  },
  import_slug: {
    positions: ['from_name', 'from_file'],
    about: 'The slug of an imported story: made from its name (kept on versionReplace), or taken from the file.',
  },
  import_missing_reference: {
    positions: ['accept', 'reject'],
    about: 'An import naming a credential or resource that the team cannot use: accepted, or 422.',
  },
  rename_slug: {
    positions: ['follow', 'keep'],
    about: 'Whether the slug follows a rename.',
  },
  time_stamps: {
    positions: ['seconds', 'milliseconds'],
    about:
      'Time stamps of changes: whole seconds, so that two changes in one second look alike, or finer and never the same twice.',
  },
  date_header: {
    positions: ['present', 'absent'],
    about: 'Whether answers say in a Date header what time it is for the tenant.',
  },
  exit_agents: {
    positions: ['ids', 'objects'],
    about: 'exit_agents of a story: a list of action ids, or of objects with an id.',
  },
  self_approval: {
    positions: ['allowed', 'forbidden'],
    about:
      'Whether a key may approve the change request that it opened; forbidden is the setting "Require approval for all changes".',
  },
  edited_at_on_update: {
    positions: ['edits_only', 'always'],
    about: 'Whether an update of tags or settings moves edited_at.',
  },
  write_answer: {
    positions: ['after', 'before'],
    about:
      'What an import over a story and an update of one answer: the story as it is afterwards, or as it was before.',
  },
  release: {
    positions: ['current', 'newer'],
    about:
      'The platform release: newer exports carry higher stamps, unknown keys, one more quoting layer on llm_json_schema, float layout numbers and another key order.',
  },
  unseen_team: {
    positions: ['not_found', 'empty'],
    about: 'A listing with the team_id of a team that the key does not see: 404, or a list of nothing.',
  },
  missing_permission: {
    positions: ['not_found', 'forbidden'],
    about: 'What a key without the right sees: 404 or 403.',
  },
  retry_after: {
    positions: ['none', 'seconds', 'date', 'absurd'],
    about: 'The Retry-After header of the 429 of a rate limit; absurd is a number of seconds that lasts for centuries.',
  },
  limited_write: {
    positions: ['refused', 'carried_out'],
    about: 'A write beyond the rate limit is refused with 429, or is carried out and answered with 429 all the same.',
  },
  team_filter: {
    positions: ['own_only', 'with_shared'],
    about: 'Whether ?team_id= on credentials and resources also lists what other teams share with that team.',
  },
  delete_story: {
    positions: ['archive', 'destroy'],
    about: 'Whether a deleted story goes to the trash of the team or is gone.',
  },
  list_order: {
    positions: ['id', 'shuffled'],
    about: 'The order of a listing that was not asked for one: by id, or stable but unrelated to it.',
  },
  version_api: {
    positions: ['present', 'absent'],
    about: 'Whether the plan of the tenant has story versions; absent answers 404.',
  },
  version_body: {
    positions: ['wrapped', 'bare'],
    about: 'A story version answers as `{"story_version": {…}}`, or as the version itself.',
  },
  sync_duration: {
    positions: ['short', 'long', 'at_once'],
    about:
      'How long story syncing works after it has answered: a moment, five minutes (of the clock that /_emulator/clock moves), or not at all, since it is done before.',
  },
  sync_trigger_status: {
    positions: ['requires_sync', 'as_before'],
    about: 'What a subscription shows from the start of a sync to its end: requires_sync, or the status from before.',
  },
  sync_manual_save: {
    positions: ['waits', 'syncs'],
    about:
      'A save of a manual_sync_only destination (create, or an update of its stories or key) waits for a manual sync, or syncs as every other save does.',
  },
  sync_flag_update: {
    positions: ['as_saved', 'never', 'always'],
    about:
      'An update of manual_sync_only alone syncs where the flag is off from then on, syncs nothing, or syncs whatever the flag says.',
  },
  sync_flag_shown: {
    positions: ['present', 'absent'],
    about: 'Whether a sync destination shows its manual_sync_only; older pages of the vendor do not have it.',
  },
  sync_url_shown: {
    positions: ['as_sent', 'with_slash'],
    about: 'The destination_tenant_url of a sync destination: as it was sent, or with a slash at its end.',
  },
  sync_unreachable_save: {
    positions: ['refused', 'accepted'],
    about:
      'A create, or an update of the key, whose destination tenant does not answer, lacks the team or refuses the key: 422, or made, with syncs that fail.',
  },
  sync_copy_ingress: {
    positions: ['kept', 'from_source', 'renewed'],
    about:
      'Webhook path and secret and page url_identifier of a copy: fresh ones that stay, those of the source, or fresh ones with every sync.',
  },
  sync_copy_stamp: {
    positions: ['of_source', 'own'],
    about: 'origin_story_identifier of a new copy: that of the source, or one of the tenant that it stands in.',
  },
  sync_name_taken: {
    positions: ['second', 'failed'],
    about: 'A first sync into a team with another story of that name: a second story of the name, or the sync fails.',
  },
  sync_earlier_copy: {
    positions: ['beside', 'taken_over'],
    about:
      'A new subscription of a sync destination, where the team has an earlier copy of the story (made by a sync, or with the same lineage stamp): a second copy beside it, or the earlier one is taken over.',
  },
  sync_kept_copy: {
    positions: ['enabled', 'disabled'],
    about:
      'Copies that a delete with keep_stories leaves behind go on, or are disabled, as the vendor does where the limits of a plan would be broken.',
  },
  sync_deleted_source: {
    positions: ['stays', 'unsubscribed'],
    about: 'The subscription of a story that was deleted at the origin stays, with a name of null, or is gone.',
  },
  sync_detached_copy: {
    positions: ['left_alone', 'unsubscribed', 'copied_anew', 'failed'],
    about:
      'After "Detach from sync" at the destination: the subscription stays and a sync of it changes nothing, it is gone, a sync makes a new copy, or a sync fails.',
  },
  sync_unsubscribed_copy: {
    positions: ['kept', 'deleted'],
    about: 'What becomes of the copy of a story that leaves the story_ids of a sync destination.',
  },
  sync_twin: {
    positions: ['refused', 'allowed'],
    about: 'A second sync destination with the same origin team, tenant and team: 422, or made.',
  },
  record_names: {
    positions: ['unique', 'repeatable'],
    about: 'A second record type of one name in a team, or a second field of one name in a type: 422, or made.',
  },
  type_name_case: {
    positions: ['sensitive', 'insensitive'],
    about: 'Whether record types whose names differ only in case may coexist in a team.',
  },
} as const satisfies Record<string, { positions: readonly [string, ...string[]]; about: string }>;

export type SwitchName = keyof typeof SWITCHES;
/** One position per switch. */
export type Positions = { [Name in SwitchName]: (typeof SWITCHES)[Name]['positions'][number] };

export function isSwitch(name: string): name is SwitchName {
  return Object.hasOwn(SWITCHES, name);
}

/** Why a position cannot be set, or `undefined`. */
export function switchProblem(name: string, position: unknown): string | undefined {
  if (!isSwitch(name)) return `there is no switch "${name}"`;
  const positions: readonly string[] = SWITCHES[name].positions;
  if (typeof position === 'string' && positions.includes(position)) return undefined;
  return `switch "${name}" has the positions ${positions.join(', ')}`;
}

/** All defaults, with the given positions on top; they must have passed {@link switchProblem}. */
export function positionsOf(given: Partial<Positions>): Positions {
  const defaults = Object.fromEntries(Object.entries(SWITCHES).map(([name, { positions }]) => [name, positions[0]]));
  return { ...defaults, ...given } as Positions;
}
