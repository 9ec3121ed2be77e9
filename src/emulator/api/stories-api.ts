import { actionsOf, nameOf } from '../domain/actions.ts';
import { audit } from '../domain/audit.ts';
import { exportContent } from '../domain/export.ts';
import { textsIn } from '../domain/json.ts';
import { changeTags, draftView, emptyContent, newStory, storyView } from '../domain/stories.ts';
import type { EmulatedStory } from '../domain/tenant.ts';
import { demandRole, mayList, sees } from './auth.ts';
import {
  accept,
  bool,
  filled,
  folder,
  int,
  intOf,
  intsOf,
  listCheck,
  nullCheck,
  requiredInt,
  textCheck,
  textField,
  textFields,
} from './body.ts';
import { created, type EmulatorCall, type EmulatorReply, NO_CONTENT, okReply, type Route } from './call.ts';
import { invalid, notFound } from './errors.ts';
import { inListOrder, PAGE_PARAMS, paged } from './paging.ts';
import { acceptQuery, boolParam, choiceParam, intParam, listParam } from './query.ts';
import { draftOf, findStory } from './story-lookup.ts';
import { KEEP_EVENTS_FOR, storyUpdate } from './story-update.ts';

const FILTERS: { readonly [name: string]: (story: EmulatedStory) => boolean } = {
  SEND_TO_STORY_ENABLED: (story) => story.content.send_to_story_enabled === true,
  HIGH_PRIORITY: (story) => story.priority,
  API_ENABLED: (story) => textsIn(story.content.api_entry_action_guids).length > 0,
  PUBLISHED: () => true,
  FAVORITE: () => false,
  CHANGE_CONTROL_ENABLED: (story) => story.change_control_enabled,
  DISABLED: (story) => story.disabled,
  LOCKED: (story) => story.locked,
};

const ORDERS: { readonly [name: string]: (a: EmulatedStory, b: EmulatedStory) => number } = {
  NAME: (a, b) => compare(nameOf(a.content), nameOf(b.content)),
  NAME_DESC: (a, b) => compare(nameOf(b.content), nameOf(a.content)),
  RECENTLY_EDITED: (a, b) => Date.parse(b.edited_at) - Date.parse(a.edited_at),
  LEAST_RECENTLY_EDITED: (a, b) => Date.parse(a.edited_at) - Date.parse(b.edited_at),
  ACTION_COUNT_ASC: (a, b) => actionsOf(a.content).length - actionsOf(b.content).length,
  ACTION_COUNT_DESC: (a, b) => actionsOf(b.content).length - actionsOf(a.content).length,
};

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

function listStories(call: EmulatorCall): EmulatorReply {
  acceptQuery(
    call,
    ...PAGE_PARAMS,
    'team_id',
    'folder_id',
    'tags',
    'search',
    'filter',
    'order',
    'include_live_activity',
  );
  const team = intParam(call, 'team_id');
  const listed = team === undefined || mayList(call, team);
  const folderId = intParam(call, 'folder_id');
  const tags = listParam(call, 'tags');
  const search = call.query.get('search')?.toLowerCase() ?? '';
  const filter = FILTERS[choiceParam(call, 'filter', Object.keys(FILTERS)) ?? ''] ?? (() => true);
  const order = ORDERS[choiceParam(call, 'order', Object.keys(ORDERS)) ?? ''];
  boolParam(call, 'include_live_activity', false);
  const found = call.tenant.stories.filter(
    (story) =>
      listed &&
      sees(call, story.team_id) &&
      (team === undefined || story.team_id === team) &&
      (folderId === undefined || story.folder_id === folderId) &&
      tags.every((tag) => textsIn(story.content.tags).includes(tag)) &&
      nameOf(story.content).toLowerCase().includes(search) &&
      filter(story),
  );
  const ordered = order === undefined ? inListOrder(call, found) : found.toSorted(order);
  return paged(
    call,
    'stories',
    ordered.map((story) => storyView(call.tenant, story)),
  );
}

function createStory(call: EmulatorCall): EmulatorReply {
  const { body, tenant } = call;
  accept(
    body,
    {
      team_id: int,
      name: filled,
      description: nullCheck(textCheck),
      keep_events_for: KEEP_EVENTS_FOR,
      folder_id: folder,
      tags: listCheck(filled),
      disabled: bool,
      priority: bool,
    },
    ['team_id'],
  );
  const teamId = requiredInt(body, 'team_id');
  demandRole(call, teamId, 'editor');
  const folderId = intOf(body, 'folder_id');
  if (folderId !== undefined && !tenant.folders.some((one) => one.id === folderId && one.team_id === teamId)) {
    throw invalid('Folder', 'must belong to the team');
  }
  const content = emptyContent(tenant, textField(body, 'name') ?? 'New Story');
  content.description = body.description ?? null;
  content.keep_events_for = body.keep_events_for ?? content.keep_events_for ?? null;
  changeTags(tenant, content, textFields(body, 'tags') ?? [], []);
  const story = newStory(tenant, teamId, call.key.user_id, call.world.now(), content);
  story.folder_id = folderId ?? null;
  story.disabled = body.disabled === true;
  story.priority = body.priority === true;
  tenant.stories.push(story);
  audit(call, 'StoryCreation', { storyId: story.id }, story.id);
  call.world.touch(tenant);
  return created(storyView(call.tenant, story));
}

function getStory(call: EmulatorCall): EmulatorReply {
  acceptQuery(call, 'story_mode', 'draft_id', 'include_live_activity');
  const story = findStory(call, 'viewer');
  // The official SDK sends it empty where nothing was asked for.
  if (call.query.get('story_mode') !== '') choiceParam(call, 'story_mode', ['LIVE', 'TEST']);
  const draft = intParam(call, 'draft_id');
  return okReply(
    draft === undefined ? storyView(call.tenant, story) : draftView(call.tenant, story, draftOf(call, story, draft)),
  );
}

function getExport(call: EmulatorCall): EmulatorReply {
  acceptQuery(call, 'randomize_urls', 'clear_recipients', 'draft_id');
  const story = findStory(call, 'viewer');
  const draft = intParam(call, 'draft_id');
  const content = draft === undefined ? story.content : draftOf(call, story, draft).content;
  return okReply(
    exportContent(call.tenant, content, call.world.now(), {
      randomizeUrls: boolParam(call, 'randomize_urls', false),
      clearRecipients: boolParam(call, 'clear_recipients', false),
    }),
  );
}

function deleteStory(call: EmulatorCall): EmulatorReply {
  accept(call.body, {});
  removeStory(call, findStory(call, 'team_admin'));
  return NO_CONTENT;
}

/** All of them or none. */
function deleteStories(call: EmulatorCall): EmulatorReply {
  accept(call.body, { ids: listCheck(int) }, ['ids']);
  const stories = (intsOf(call.body, 'ids') ?? []).map((id) => {
    const story = call.tenant.stories.find((candidate) => candidate.id === id);
    if (story === undefined) throw notFound('Story');
    demandRole(call, story.team_id, 'team_admin');
    if (story.locked) throw invalid('Story', 'is locked');
    return story;
  });
  for (const story of new Set(stories)) removeStory(call, story);
  return NO_CONTENT;
}

function removeStory(call: EmulatorCall, story: EmulatedStory): void {
  const { tenant } = call;
  if (story.locked) throw invalid('Story', 'is locked');
  tenant.stories = tenant.stories.filter((candidate) => candidate !== story);
  tenant.drafts = tenant.drafts.filter((draft) => draft.story_id !== story.id);
  tenant.change_requests = tenant.change_requests.filter((request) => request.story_id !== story.id);
  if (tenant.switches.delete_story === 'archive') tenant.archived.push(story);
  audit(call, 'StoryArchive', { storyId: story.id }, story.id);
  call.world.touch(tenant);
}

export const storyRoutes: readonly Route[] = [
  { method: 'GET', path: '/stories', handle: listStories },
  { method: 'POST', path: '/stories', handle: createStory },
  { method: 'DELETE', path: '/stories/batch', handle: deleteStories },
  { method: 'GET', path: '/stories/:id', handle: getStory },
  { method: 'PUT', path: '/stories/:id', handle: storyUpdate },
  { method: 'DELETE', path: '/stories/:id', handle: deleteStory },
  { method: 'GET', path: '/stories/:id/export', handle: getExport },
];
