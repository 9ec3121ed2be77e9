import {
  accept,
  anything,
  bool,
  filled,
  int,
  intsOf,
  type Known,
  listCheck,
  nullCheck,
  object,
  requiredInt,
  textCheck,
  textField,
  textFields,
} from '../api/body.ts';
import { invalid, notFound } from '../api/errors.ts';
import { actionsOf } from '../domain/actions.ts';
import { withFreshActionGuids } from '../domain/guids.ts';
import { randomHex } from '../domain/identity.ts';
import { isRecord, type Json, type JsonRecord, textsIn } from '../domain/json.ts';
import { changeTags, newStory, renameContent, stampChange } from '../domain/stories.ts';
import { detachCopy } from '../domain/story-syncing.ts';
import type { EmulatedStory, EmulatedTenant } from '../domain/tenant.ts';
import type { EmulatedWorld } from '../domain/world.ts';

const EDIT: Known = {
  tenant: filled,
  story_id: int,
  set: object,
  rename: filled,
  recipients: listCheck(textCheck),
  settings: object,
  add_tags: listCheck(filled),
  remove_tags: listCheck(filled),
  move_to_team: int,
  duplicate: object,
  delete: bool,
  change_control: bool,
  detach_from_sync: bool,
};
const SETTINGS: Known = {
  disabled: bool,
  priority: bool,
  locked: bool,
  folder_id: nullCheck(int),
  owners: listCheck(int),
};
const EDITS = ['set', 'rename', 'recipients'];

/** Does what the customer could do in the product's own editor. No permission, lock or change control is in the way. */
export function editAsCustomer(
  world: EmulatedWorld,
  tenant: EmulatedTenant,
  body: JsonRecord,
): { story: EmulatedStory; duplicate?: EmulatedStory } {
  accept(body, EDIT, ['tenant', 'story_id']);
  const story = tenant.stories.find((candidate) => candidate.id === requiredInt(body, 'story_id'));
  if (story === undefined) throw notFound('Story');
  const result: { story: EmulatedStory; duplicate?: EmulatedStory } = { story };
  if (isRecord(body.set)) setValue(story.content, body.set);
  const name = textField(body, 'rename');
  if (name !== undefined) renameContent(tenant, story.content, name);
  if (body.recipients !== undefined) story.content.recipients = textsIn(body.recipients);
  changeTags(tenant, story.content, textFields(body, 'add_tags') ?? [], textFields(body, 'remove_tags') ?? []);
  if (isRecord(body.settings)) changeSettings(story, body.settings);
  if (typeof body.move_to_team === 'number') moveTo(tenant, story, body.move_to_team);
  if (body.detach_from_sync === true && !detachCopy(world, tenant, story)) throw invalid('Story', 'is no synced copy');
  if (typeof body.change_control === 'boolean') story.change_control_enabled = body.change_control;
  stampChange(tenant, story, EDITS.some((one) => body[one] !== undefined) ? 'edit' : 'setting', world.now());
  if (isRecord(body.duplicate)) result.duplicate = duplicate(world, tenant, story, body.duplicate);
  if (body.delete === true) {
    tenant.stories = tenant.stories.filter((candidate) => candidate !== story);
    if (tenant.switches.delete_story === 'archive') tenant.archived.push(story);
  }
  world.touch(tenant);
  return result;
}

/** `{path: ["agents", "Fetch", "options", "url"], value}`; an action goes by its name, a list item by its index. */
function setValue(content: JsonRecord, written: JsonRecord): void {
  accept(written, { path: listCheck(anything), value: anything }, ['path']);
  const path = Array.isArray(written.path) ? [...written.path] : [];
  const last = path.pop();
  if (typeof last !== 'string' && typeof last !== 'number') throw invalid('path', 'must name a place');
  let place: Json | undefined = content;
  for (const [index, step] of path.entries()) {
    place = step === 'agents' && index === 0 ? content.agents : stepInto(content, place, step);
    if (place === undefined) throw invalid('path', `leads nowhere at "${keyOf(step)}"`);
  }
  const value = written.value ?? null;
  if (Array.isArray(place)) place[Number(last)] = value;
  else if (isRecord(place)) place[String(last)] = value;
  else throw invalid('path', 'ends in a plain value');
}

function stepInto(content: JsonRecord, place: Json | undefined, step: Json): Json | undefined {
  if (place === content.agents && typeof step === 'string') {
    return actionsOf(content).find((action) => action.name === step);
  }
  if (Array.isArray(place)) return place[Number(step)];
  return isRecord(place) ? place[keyOf(step)] : undefined;
}

function keyOf(step: Json): string {
  return typeof step === 'string' ? step : JSON.stringify(step);
}

function changeSettings(story: EmulatedStory, settings: JsonRecord): void {
  accept(settings, SETTINGS);
  if (typeof settings.disabled === 'boolean') story.disabled = settings.disabled;
  if (typeof settings.priority === 'boolean') story.priority = settings.priority;
  if (typeof settings.locked === 'boolean') story.locked = settings.locked;
  if (settings.folder_id !== undefined) story.folder_id = Number(settings.folder_id) || null;
  story.owners = intsOf(settings, 'owners') ?? story.owners;
}

function moveTo(tenant: EmulatedTenant, story: EmulatedStory, team: number): void {
  if (!tenant.teams.some((one) => one.id === team)) throw notFound('Team');
  story.team_id = team;
  story.folder_id = null;
}

/** A copy keeps `origin_story_identifier`: two stories with the same lineage stamp. */
function duplicate(
  world: EmulatedWorld,
  tenant: EmulatedTenant,
  story: EmulatedStory,
  written: JsonRecord,
): EmulatedStory {
  accept(written, { name: filled, team_id: int });
  const content = withFreshActionGuids(story.content);
  content.guid = randomHex();
  const name = textField(written, 'name');
  if (name !== undefined) renameContent(tenant, content, name);
  const copy = newStory(tenant, story.team_id, story.user_id, world.now(), content);
  if (typeof written.team_id === 'number') moveTo(tenant, copy, written.team_id);
  tenant.stories.push(copy);
  return copy;
}
