import { audit } from '../domain/audit.ts';
import { seconds } from '../domain/clock.ts';
import { exportContent } from '../domain/export.ts';
import { type EmulatedStory, type EmulatedVersion, newId, type Role } from '../domain/tenant.ts';
import { accept, filled, int, intOf, requiredText, textField } from './body.ts';
import { type EmulatorCall, type EmulatorReply, okReply, type Route } from './call.ts';
import { notFound } from './errors.ts';
import { inListOrder, PAGE_PARAMS, paged } from './paging.ts';
import { acceptQuery, intParam } from './query.ts';
import { draftOf, findStory } from './story-lookup.ts';

/** The story of the path, where the tenant's plan has versions at all. */
function versionedStory(call: EmulatorCall, least: Role): EmulatedStory {
  if (call.tenant.switches.version_api === 'absent') throw notFound('Endpoint');
  return findStory(call, least);
}

function versionOf(call: EmulatorCall, story: EmulatedStory): EmulatedVersion {
  const id = call.id('version');
  const version = call.tenant.versions.find((one) => one.id === id && one.story_id === story.id);
  if (version === undefined) throw notFound('Version');
  return version;
}

function listVersions(call: EmulatorCall): EmulatorReply {
  acceptQuery(call, ...PAGE_PARAMS, 'draft_id');
  const story = versionedStory(call, 'viewer');
  const draft = intParam(call, 'draft_id');
  if (draft !== undefined) draftOf(call, story, draft);
  const versions = call.tenant.versions.filter((version) => version.story_id === story.id);
  return paged(call, 'story_versions', inListOrder(call, versions).map(summary));
}

function createVersion(call: EmulatorCall): EmulatorReply {
  const { body, tenant, world } = call;
  const story = versionedStory(call, 'editor');
  accept(body, { name: filled, draft_id: int });
  const draft = intOf(body, 'draft_id');
  const content = draft === undefined ? story.content : draftOf(call, story, draft).content;
  const version: EmulatedVersion = {
    id: newId(tenant, 'version'),
    story_id: story.id,
    name: textField(body, 'name') ?? '',
    description: '',
    timestamp: seconds(world.now()),
    export_file: exportContent(tenant, content, world.now()),
  };
  tenant.versions.push(version);
  audit(call, 'StoryVersionCreate', { storyId: story.id, versionId: version.id }, story.id);
  world.touch(tenant);
  return versionReply(call, summary(version));
}

function getVersion(call: EmulatorCall): EmulatorReply {
  acceptQuery(call);
  const version = versionOf(call, versionedStory(call, 'viewer'));
  return versionReply(call, { ...summary(version), export_file: version.export_file });
}

function renameVersion(call: EmulatorCall): EmulatorReply {
  const story = versionedStory(call, 'editor');
  const version = versionOf(call, story);
  accept(call.body, { name: filled }, ['name']);
  version.name = requiredText(call.body, 'name');
  audit(call, 'StoryVersionNameChange', { storyId: story.id, versionId: version.id }, story.id);
  call.world.touch(call.tenant);
  return versionReply(call, summary(version));
}

/** 200, unlike every other delete. */
function deleteVersion(call: EmulatorCall): EmulatorReply {
  accept(call.body, {});
  const { tenant } = call;
  const story = versionedStory(call, 'team_admin');
  const version = versionOf(call, story);
  tenant.versions = tenant.versions.filter((one) => one !== version);
  audit(call, 'StoryVersionDeletion', { storyId: story.id, versionId: version.id }, story.id);
  call.world.touch(tenant);
  return okReply({});
}

/** The vendor's pages show a version as it is; clients find it wrapped. */
function versionReply({ tenant }: EmulatorCall, version: object): EmulatorReply {
  return okReply(tenant.switches.version_body === 'wrapped' ? { story_version: version } : version);
}

function summary({ id, name, description, timestamp }: EmulatedVersion): object {
  return { id, name, description, timestamp };
}

export const versionRoutes: readonly Route[] = [
  { method: 'GET', path: '/stories/:id/versions', handle: listVersions },
  { method: 'POST', path: '/stories/:id/versions', handle: createVersion },
  { method: 'GET', path: '/stories/:id/versions/:version', handle: getVersion },
  { method: 'POST', path: '/stories/:id/versions/:version', handle: renameVersion },
  { method: 'DELETE', path: '/stories/:id/versions/:version', handle: deleteVersion },
];
