import { audit } from '../domain/audit.ts';
import { demandOpen, draftsOf, dropDraft, openDraft } from '../domain/drafts.ts';
import { exportContent } from '../domain/export.ts';
import { draftView, stampChange, storyView } from '../domain/stories.ts';
import { syncPublished } from '../domain/story-syncing.ts';
import { type ChangeRequest, type Draft, type EmulatedStory, newId } from '../domain/tenant.ts';
import { demandPermission, demandRole } from './auth.ts';
import {
  accept,
  bool,
  filled,
  int,
  intOf,
  type Known,
  nullCheck,
  requiredInt,
  requiredText,
  textCheck,
  textField,
} from './body.ts';
import { type EmulatorCall, type EmulatorReply, NO_CONTENT, okReply, type Route } from './call.ts';
import { invalid, notFound } from './errors.ts';
import { inListOrder, PAGE_PARAMS, paged } from './paging.ts';
import { acceptQuery, intParam } from './query.ts';
import { draftOf, findStory } from './story-lookup.ts';

function controlledStory(call: EmulatorCall): EmulatedStory {
  const story = findStory(call, 'editor');
  if (!story.change_control_enabled) throw invalid('Story', 'is not under change control');
  return story;
}

function listDrafts(call: EmulatorCall): EmulatorReply {
  acceptQuery(call, ...PAGE_PARAMS);
  const story = findStory(call, 'viewer');
  const drafts = inListOrder(call, draftsOf(call.tenant, story));
  return paged(
    call,
    'drafts',
    drafts.map((draft) => draftView(call.tenant, story, draft)),
  );
}

function createDraft(call: EmulatorCall): EmulatorReply {
  const story = controlledStory(call);
  accept(call.body, { name: filled }, ['name']);
  const name = requiredText(call.body, 'name');
  if (draftsOf(call.tenant, story).some((draft) => draft.name === name))
    throw invalid('Name', 'has already been taken');
  const draft = openDraft(call.tenant, story, name, call.world.now());
  audit(call, 'TestStoryCreation', { storyId: story.id, draftId: draft.id }, story.id);
  call.world.touch(call.tenant);
  return okReply(draftView(call.tenant, story, draft));
}

function deleteDraft(call: EmulatorCall): EmulatorReply {
  accept(call.body, {});
  const story = findStory(call, 'editor');
  const draft = draftOf(call, story, call.id('draft'));
  dropDraft(call.tenant, draft);
  audit(call, 'TestStoryDeletion', { storyId: story.id, draftId: draft.id }, story.id);
  call.world.touch(call.tenant);
  return NO_CONTENT;
}

/** The draft that a request is about: the one named, else the latest. */
function chosenDraft(call: EmulatorCall, story: EmulatedStory, id: number | undefined): Draft {
  const draft = id === undefined ? draftsOf(call.tenant, story).at(-1) : draftOf(call, story, id);
  if (draft === undefined) throw invalid('Draft', "can't be blank");
  return draft;
}

function openRequest(call: EmulatorCall): EmulatorReply {
  const { body, tenant } = call;
  const story = controlledStory(call);
  accept(body, { title: filled, description: nullCheck(textCheck), draft_id: int });
  const draft = chosenDraft(call, story, intOf(body, 'draft_id'));
  demandOpen(tenant, draft);
  const request: ChangeRequest = {
    id: newId(tenant, 'change_request'),
    story_id: story.id,
    draft_id: draft.id,
    name: textField(body, 'title') ?? draft.name,
    description: textField(body, 'description') ?? null,
    status: 'PENDING',
    opened_by: call.key.user_id,
    participants: [],
  };
  tenant.change_requests.push(request);
  call.world.touch(tenant);
  return okReply(envelope(call, story, draft, request));
}

function viewRequest(call: EmulatorCall): EmulatorReply {
  acceptQuery(call, 'draft_id');
  const story = findStory(call, 'viewer');
  const draft = chosenDraft(call, story, intParam(call, 'draft_id'));
  const request = call.tenant.change_requests.find((candidate) => candidate.draft_id === draft.id);
  return okReply(envelope(call, story, draft, request));
}

function approve(call: EmulatorCall): EmulatorReply {
  const [story, draft, request] = requestOf(call);
  demandRole(call, story.team_id, 'team_admin');
  if (request.opened_by === call.key.user_id && call.tenant.switches.self_approval === 'forbidden') {
    throw invalid('Change request', 'cannot be approved by who opened it');
  }
  request.status = 'APPROVED';
  request.participants = [call.key.user_id];
  call.world.touch(call.tenant);
  return okReply(envelope(call, story, draft, request));
}

function cancel(call: EmulatorCall): EmulatorReply {
  const [story, draft, request] = requestOf(call);
  const { tenant } = call;
  tenant.change_requests = tenant.change_requests.filter((candidate) => candidate !== request);
  call.world.touch(tenant);
  return okReply(envelope(call, story, draft, undefined));
}

/** Makes the draft the live story and pushes it to the sync destinations. The draft stays, unless it is asked to go. */
function promote(call: EmulatorCall): EmulatorReply {
  const [story, draft, request] = requestOf(call, PROMOTION);
  const { tenant, world, body } = call;
  demandRole(call, story.team_id, 'team_admin');
  if (body.bypass_approval === true) demandPermission(call, 'STORY_MANAGE');
  else if (request.status !== 'APPROVED') throw invalid('Change request', 'is not approved');
  if (story.locked) throw invalid('Story', 'is locked');
  story.content = structuredClone(draft.content);
  stampChange(tenant, story, 'edit', world.now());
  tenant.change_requests = tenant.change_requests.filter((one) => one !== request);
  if (body.delete_draft === true) dropDraft(tenant, draft);
  world.touch(tenant);
  syncPublished(world, tenant, story);
  return okReply(storyView(call.tenant, story));
}

const PROMOTION: Known = { bypass_approval: bool, bypass_approval_reason: nullCheck(textCheck), delete_draft: bool };

function requestOf(call: EmulatorCall, more: Known = {}): [EmulatedStory, Draft, ChangeRequest] {
  const story = findStory(call, 'editor');
  accept(call.body, { change_request_id: int, ...more }, ['change_request_id']);
  const id = requiredInt(call.body, 'change_request_id');
  const request = call.tenant.change_requests.find((one) => one.id === id && one.story_id === story.id);
  if (request === undefined) throw notFound('Change request');
  return [story, draftOf(call, story, request.draft_id), request];
}

/** Both exports travel as JSON in strings. */
function envelope(call: EmulatorCall, story: EmulatedStory, draft: Draft, request: ChangeRequest | undefined): object {
  const exported = (content: EmulatedStory['content']): string =>
    JSON.stringify(exportContent(call.tenant, content, call.world.now()));
  return {
    id: story.id,
    draft_id: draft.id,
    draft_name: draft.name,
    change_request:
      request === undefined
        ? null
        : {
            id: request.id,
            name: request.name,
            description: request.description,
            status: request.status,
            participants: request.participants,
            live_story_export: exported(story.content),
            draft_export: exported(draft.content),
          },
  };
}

export const changeControlRoutes: readonly Route[] = [
  { method: 'GET', path: '/stories/:id/drafts', handle: listDrafts },
  { method: 'POST', path: '/stories/:id/drafts', handle: createDraft },
  { method: 'DELETE', path: '/stories/:id/drafts/:draft', handle: deleteDraft },
  { method: 'POST', path: '/stories/:id/change_request', handle: openRequest },
  { method: 'GET', path: '/stories/:id/change_request/view', handle: viewRequest },
  { method: 'POST', path: '/stories/:id/change_request/approve', handle: approve },
  { method: 'POST', path: '/stories/:id/change_request/cancel', handle: cancel },
  { method: 'POST', path: '/stories/:id/change_request/promote', handle: promote },
];
