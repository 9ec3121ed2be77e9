import { nameOf } from '../domain/actions.ts';
import { audit } from '../domain/audit.ts';
import { demandOpen, draftNamed } from '../domain/drafts.ts';
import type { JsonRecord } from '../domain/json.ts';
import {
  actionIds,
  answerToWrite,
  changeTags,
  draftView,
  renameContent,
  stampChange,
  storyView,
} from '../domain/stories.ts';
import type { EmulatedStory } from '../domain/tenant.ts';
import { demandRole } from './auth.ts';
import {
  accept,
  bool,
  choiceCheck,
  filled,
  folder,
  int,
  intOf,
  intsOf,
  type Known,
  listCheck,
  nullCheck,
  textCheck,
  textField,
  textFields,
} from './body.ts';
import { type EmulatorCall, type EmulatorReply, okReply } from './call.ts';
import { invalid } from './errors.ts';
import { draftOf, findStory } from './story-lookup.ts';

/** Seconds that events may be kept. */
export const KEEP_EVENTS_FOR = choiceCheck(
  3600,
  21_600,
  86_400,
  259_200,
  604_800,
  1_209_600,
  2_592_000,
  5_184_000,
  7_776_000,
  15_552_000,
  31_536_000,
);

/** Parts of the story that exports show: under change control they go to a draft. */
const CONTENT: Known = {
  name: filled,
  description: nullCheck(textCheck),
  add_tag_names: listCheck(filled),
  remove_tag_names: listCheck(filled),
  keep_events_for: KEEP_EVENTS_FOR,
  webhook_api_enabled: bool,
  api_entry_action_id: nullCheck(int),
  api_exit_action_ids: listCheck(int),
  /** Deprecated, and taken all the same. */
  send_to_story_enabled: bool,
  send_to_story_access_source: choiceCheck('STS', 'STS_AND_WORKBENCH', 'WORKBENCH', 'OFF'),
  entry_action_id: nullCheck(int),
  entry_agent_id: nullCheck(int),
  exit_action_ids: listCheck(int),
  exit_agent_ids: listCheck(int),
  send_to_story_access: nullCheck(choiceCheck('TEAM', 'GLOBAL', 'SPECIFIC_TEAMS')),
  send_to_story_skill_use_requires_confirmation: bool,
  monitor_failures: bool,
};

/** Settings of the live story, which no export holds. */
const SETTINGS: Known = {
  disabled: bool,
  locked: bool,
  priority: bool,
  shared_team_slugs: listCheck(textCheck),
  team_id: int,
  folder_id: folder,
  change_control_enabled: bool,
};

const EDITS = new Set(Object.keys(CONTENT).filter((name) => !name.endsWith('_tag_names')));

/** `PUT /stories/{id}`. */
export function storyUpdate(call: EmulatorCall): EmulatorReply {
  const { body, tenant, world } = call;
  const story = findStory(call, 'editor');
  accept(body, { ...CONTENT, ...SETTINGS, draft_id: int });
  if (story.locked && !isUnlock(body)) throw invalid('Story', 'is locked');
  const names = Object.keys(body);
  const edits = names.some((name) => EDITS.has(name));
  if (story.change_control_enabled && body.change_control_enabled === undefined) {
    return updateDraft(call, story, names);
  }
  if (body.draft_id !== undefined) throw invalid('draft_id', 'needs a story under change control');
  if (story.change_control_enabled) switchOffChangeControl(call, story, names);
  // On a copy: an update that is refused halfway leaves nothing behind.
  const next = structuredClone(story);
  const answer = answerToWrite(tenant, story);
  applyContent(call, next, next.content);
  applySettings(call, next);
  Object.assign(story, next);
  stampChange(tenant, story, edits ? 'edit' : 'setting', world.now());
  for (const name of names) auditChange(call, story, name);
  world.touch(tenant);
  return okReply(answer());
}

function isUnlock(body: JsonRecord): boolean {
  return body.locked === false && Object.keys(body).length === 1;
}

/** Under change control the live story stays as it is; without draft_id the change goes to the draft `test`. */
function updateDraft(call: EmulatorCall, story: EmulatedStory, names: readonly string[]): EmulatorReply {
  const { tenant, world } = call;
  const setting = names.find((name) => Object.hasOwn(SETTINGS, name));
  if (setting !== undefined) throw invalid(setting, 'cannot be changed under change control');
  const id = intOf(call.body, 'draft_id');
  const draft = id === undefined ? draftNamed(tenant, story, 'test', world.now()) : draftOf(call, story, id);
  demandOpen(tenant, draft);
  const content = structuredClone(draft.content);
  applyContent(call, story, content);
  draft.content = content;
  stampChange(tenant, draft, 'edit', world.now());
  world.touch(tenant);
  return okReply(id === undefined ? storyView(call.tenant, story) : draftView(call.tenant, story, draft));
}

const OPERATIONS: { readonly [name: string]: string } = {
  name: 'StoryNameChange',
  disabled: 'StoryDisabledChange',
  locked: 'StoryLockedChange',
  team_id: 'StoryMovement',
};

/** Only the operations whose names are known from real logs. */
function auditChange(call: EmulatorCall, story: EmulatedStory, name: string): void {
  const operation = OPERATIONS[name];
  if (operation !== undefined) audit(call, operation, { storyId: story.id }, story.id);
}

/** Only team admins may, and nothing else may ride along. */
function switchOffChangeControl(call: EmulatorCall, story: EmulatedStory, names: readonly string[]): void {
  demandRole(call, story.team_id, 'team_admin');
  if (names.length > 1) throw invalid('change_control_enabled', 'must be sent alone for a story under change control');
}

function applyContent(call: EmulatorCall, story: EmulatedStory, content: JsonRecord): void {
  const { body, tenant } = call;
  const name = textField(body, 'name');
  if (name !== undefined && name !== nameOf(content)) renameContent(tenant, content, name);
  for (const key of ['description', 'keep_events_for', 'monitor_failures']) {
    if (body[key] !== undefined) content[key] = body[key];
  }
  changeTags(tenant, content, textFields(body, 'add_tag_names') ?? [], textFields(body, 'remove_tag_names') ?? []);
  applySendToStory(story, content, body);
}

function applySendToStory(story: EmulatedStory, content: JsonRecord, body: JsonRecord): void {
  const guids = new Map([...actionIds(story)].map(([guid, id]) => [id, guid]));
  const guidOf = (id: number): string => {
    const guid = guids.get(id);
    if (guid === undefined) throw invalid('Action', 'must belong to the story');
    return guid;
  };
  const enabled =
    typeof body.send_to_story_enabled === 'boolean' ? (body.send_to_story_enabled ? 'STS' : 'OFF') : undefined;
  const source = textField(body, 'send_to_story_access_source') ?? enabled;
  if (source !== undefined) {
    content.send_to_story_access_source = ['OFF', 'STS', 'WORKBENCH', 'STS_AND_WORKBENCH'].indexOf(source);
    content.send_to_story_enabled = source !== 'OFF';
  }
  const access = body.send_to_story_access;
  if (access !== undefined) content.send_to_story_access = typeof access === 'string' ? access.toLowerCase() : null;
  const confirmation = body.send_to_story_skill_use_requires_confirmation;
  if (confirmation !== undefined) content.send_to_story_skill_use_requires_confirmation = confirmation;
  const entry = intOf(body, 'entry_action_id') ?? intOf(body, 'entry_agent_id');
  if (entry !== undefined) content.entry_agent_guid = guidOf(entry);
  const exits = intsOf(body, 'exit_action_ids') ?? intsOf(body, 'exit_agent_ids');
  if (exits !== undefined) content.exit_agent_guids = exits.map(guidOf);
  const apiEntry = intOf(body, 'api_entry_action_id');
  if (apiEntry !== undefined) content.api_entry_action_guids = [guidOf(apiEntry)];
  const apiExits = intsOf(body, 'api_exit_action_ids');
  if (apiExits !== undefined) content.api_exit_action_guids = apiExits.map(guidOf);
  if (body.webhook_api_enabled === false) {
    content.api_entry_action_guids = [];
    content.api_exit_action_guids = [];
  }
}

function applySettings(call: EmulatorCall, story: EmulatedStory): void {
  const { body, tenant } = call;
  const team = intOf(body, 'team_id');
  if (team !== undefined && team !== story.team_id) {
    demandRole(call, team, 'editor');
    story.team_id = team;
    story.folder_id = null;
  }
  if (body.folder_id !== undefined) {
    const folder = intOf(body, 'folder_id') ?? null;
    const inTeam = tenant.folders.some((one) => one.id === folder && one.team_id === story.team_id);
    if (folder !== null && !inTeam) throw invalid('Folder', 'must belong to the team');
    story.folder_id = folder;
  }
  if (typeof body.disabled === 'boolean') story.disabled = body.disabled;
  if (typeof body.priority === 'boolean') story.priority = body.priority;
  if (typeof body.locked === 'boolean') story.locked = body.locked;
  if (typeof body.change_control_enabled === 'boolean') story.change_control_enabled = body.change_control_enabled;
  const slugs = textFields(body, 'shared_team_slugs');
  if (slugs !== undefined) story.shared_team_slugs = slugs;
}
