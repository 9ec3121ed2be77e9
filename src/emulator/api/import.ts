import { nameOf } from '../domain/actions.ts';
import { audit } from '../domain/audit.ts';
import { writeDraft } from '../domain/drafts.ts';
import { importedContent } from '../domain/import-content.ts';
import { isRecord, type JsonRecord } from '../domain/json.ts';
import { answerToWrite, newStory, stampChange, storyView } from '../domain/stories.ts';
import type { EmulatedStory } from '../domain/tenant.ts';
import { demandRole } from './auth.ts';
import {
  accept,
  choiceCheck,
  filled,
  folder,
  int,
  intOf,
  object,
  requiredInt,
  requiredText,
  textField,
} from './body.ts';
import { type EmulatorCall, type EmulatorReply, okReply, type Route } from './call.ts';
import { invalid } from './errors.ts';
import { demandImportable } from './import-validation.ts';

const BODY = {
  new_name: filled,
  data: object,
  team_id: int,
  folder_id: folder,
  mode: choiceCheck('new', 'versionReplace'),
  draft_name: filled,
};

/** `POST /stories/import`. */
function importStory(call: EmulatorCall): EmulatorReply {
  const { body, tenant } = call;
  accept(body, BODY, ['new_name', 'data', 'team_id']);
  const teamId = requiredInt(body, 'team_id');
  demandRole(call, teamId, 'editor');
  const data = isRecord(body.data) ? body.data : {};
  demandImportable(data);
  demandFolder(call, teamId);
  const { switches } = tenant;
  const name = switches.import_name_source === 'new_name' ? requiredText(body, 'new_name') : nameOf(data);
  const target = body.mode === 'versionReplace' ? targetOf(call, name, teamId) : undefined;
  const story = target === undefined ? createFrom(call, data, name, teamId) : replaceFrom(call, data, name, target);
  call.world.touch(tenant);
  return okReply(story);
}

function demandFolder(call: EmulatorCall, teamId: number): void {
  const id = intOf(call.body, 'folder_id');
  if (id === undefined) return;
  const folder = call.tenant.folders.find((candidate) => candidate.id === id);
  if (folder?.team_id !== teamId || folder.content_type !== 'STORY') throw invalid('Folder', 'must belong to the team');
}

/** The story that versionReplace hits: by name, in the team or in the whole tenant. */
function targetOf(call: EmulatorCall, name: string, teamId: number): EmulatedStory | undefined {
  const { stories, switches } = call.tenant;
  const scope = switches.import_name_scope === 'tenant' ? stories : stories.filter((story) => story.team_id === teamId);
  const target = scope.filter((story) => nameOf(story.content) === name).toSorted((a, b) => a.id - b.id)[0];
  if (target === undefined && switches.import_absent === 'reject') throw invalid('Story', `"${name}" does not exist`);
  return target;
}

function createFrom(call: EmulatorCall, data: JsonRecord, wanted: string, teamId: number): JsonRecord {
  const { tenant, world } = call;
  if (call.body.draft_name !== undefined) throw invalid('draft_name', 'needs a story under change control');
  const taken = new Set(tenant.stories.filter((one) => one.team_id === teamId).map((one) => nameOf(one.content)));
  const name = tenant.switches.import_name_collision === 'suffix' ? freeName(wanted, taken) : wanted;
  const content = importedContent(tenant, { data, name, teamId, dropLastAction: call.dropLastAction });
  const story = newStory(tenant, teamId, call.key.user_id, world.now(), content);
  story.folder_id = intOf(call.body, 'folder_id') ?? null;
  tenant.stories.push(story);
  audit(call, 'StoryImport', { storyId: story.id, mode: 'new' }, story.id);
  return storyView(call.tenant, story);
}

function replaceFrom(call: EmulatorCall, data: JsonRecord, name: string, story: EmulatedStory): JsonRecord {
  const { tenant, world, body } = call;
  if (story.locked) throw invalid('Story', 'is locked');
  const draftName = textField(body, 'draft_name');
  if (draftName !== undefined && !story.change_control_enabled) {
    throw invalid('draft_name', 'needs a story under change control');
  }
  if (draftName === undefined && story.change_control_enabled && tenant.switches.import_change_control === 'reject') {
    throw invalid('Story', 'is under change control');
  }
  const answer = answerToWrite(tenant, story);
  const content = importedContent(tenant, {
    data,
    name,
    teamId: story.team_id,
    live: story.content,
    dropLastAction: call.dropLastAction,
  });
  audit(call, 'StoryVersionImport', { storyId: story.id, mode: 'versionReplace' }, story.id);
  if (story.change_control_enabled) {
    const draft = writeDraft(tenant, story, draftName ?? 'test', content, world.now());
    return { ...answer(), draft_id: draft.id };
  }
  story.content = content;
  applySettings(call, story);
  stampChange(tenant, story, 'edit', world.now());
  return answer();
}

/** What an import may do to the settings that the file does not hold. */
function applySettings(call: EmulatorCall, story: EmulatedStory): void {
  const { switches } = call.tenant;
  if (switches.import_settings === 'reset') {
    story.disabled = false;
    story.priority = false;
  }
  if (call.body.folder_id !== undefined) story.folder_id = intOf(call.body, 'folder_id') ?? null;
  else if (switches.import_folder === 'root') story.folder_id = null;
}

function freeName(name: string, taken: ReadonlySet<string>): string {
  if (!taken.has(name)) return name;
  for (let number = 1; ; number += 1) {
    const candidate = `${name} (${number})`;
    if (!taken.has(candidate)) return candidate;
  }
}

export const importRoutes: readonly Route[] = [{ method: 'POST', path: '/stories/import', handle: importStory }];
