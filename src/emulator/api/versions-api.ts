import { audit } from '../domain/audit.ts';
import { accept, filled, int, intOf, requiredText, textOf } from './body.ts';
import { type Call, ok, type Reply, type Route } from './call.ts';
import { seconds } from '../domain/clock.ts';
import { notFound } from './errors.ts';
import { exportContent } from '../domain/export.ts';
import { inListOrder, PAGE_PARAMS, paged } from './paging.ts';
import { acceptQuery, intParam } from './query.ts';
import { draftOf, storyOf } from './story-lookup.ts';
import { newId, type Role, type Story, type Version } from '../domain/tenant.ts';

/** The story of the path, where the tenant's plan has versions at all. */
function versionedStory(call: Call, least: Role): Story {
  if (call.tenant.switches.version_api === 'absent') throw notFound('Endpoint');
  return storyOf(call, least);
}

function versionOf(call: Call, story: Story): Version {
  const id = call.id('version');
  const version = call.tenant.versions.find((one) => one.id === id && one.story_id === story.id);
  if (version === undefined) throw notFound('Version');
  return version;
}

function listVersions(call: Call): Reply {
  acceptQuery(call, ...PAGE_PARAMS, 'draft_id');
  const story = versionedStory(call, 'viewer');
  const draft = intParam(call, 'draft_id');
  if (draft !== undefined) draftOf(call, story, draft);
  const versions = call.tenant.versions.filter((version) => version.story_id === story.id);
  return paged(call, 'story_versions', inListOrder(call, versions).map(summary));
}

function createVersion(call: Call): Reply {
  const { body, tenant, world } = call;
  const story = versionedStory(call, 'editor');
  accept(body, { name: filled, draft_id: int });
  const draft = intOf(body, 'draft_id');
  const content = draft === undefined ? story.content : draftOf(call, story, draft).content;
  const version: Version = {
    id: newId(tenant, 'version'),
    story_id: story.id,
    name: textOf(body, 'name') ?? '',
    description: '',
    timestamp: seconds(world.now()),
    export_file: exportContent(tenant, content, world.now()),
  };
  tenant.versions.push(version);
  audit(call, 'StoryVersionCreate', { storyId: story.id, versionId: version.id }, story.id);
  world.touch(tenant);
  return versionReply(call, summary(version));
}

function getVersion(call: Call): Reply {
  acceptQuery(call);
  const version = versionOf(call, versionedStory(call, 'viewer'));
  return versionReply(call, { ...summary(version), export_file: version.export_file });
}

function renameVersion(call: Call): Reply {
  const story = versionedStory(call, 'editor');
  const version = versionOf(call, story);
  accept(call.body, { name: filled }, ['name']);
  version.name = requiredText(call.body, 'name');
  audit(call, 'StoryVersionNameChange', { storyId: story.id, versionId: version.id }, story.id);
  call.world.touch(call.tenant);
  return versionReply(call, summary(version));
}

/** 200, unlike every other delete. */
function deleteVersion(call: Call): Reply {
  accept(call.body, {});
  const { tenant } = call;
  const story = versionedStory(call, 'team_admin');
  const version = versionOf(call, story);
  tenant.versions = tenant.versions.filter((one) => one !== version);
  audit(call, 'StoryVersionDeletion', { storyId: story.id, versionId: version.id }, story.id);
  call.world.touch(tenant);
  return ok({});
}

/** The vendor's pages show a version as it is; clients find it wrapped. */
function versionReply({ tenant }: Call, version: object): Reply {
  return ok(tenant.switches.version_body === 'wrapped' ? { story_version: version } : version);
}

function summary({ id, name, description, timestamp }: Version): object {
  return { id, name, description, timestamp };
}

export const versionRoutes: readonly Route[] = [
  { method: 'GET', path: '/stories/:id/versions', handle: listVersions },
  { method: 'POST', path: '/stories/:id/versions', handle: createVersion },
  { method: 'GET', path: '/stories/:id/versions/:version', handle: getVersion },
  { method: 'POST', path: '/stories/:id/versions/:version', handle: renameVersion },
  { method: 'DELETE', path: '/stories/:id/versions/:version', handle: deleteVersion },
];
