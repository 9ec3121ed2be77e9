import { emulatedSlug } from '../domain/identity.ts';
import { type Folder, newId, type Role, type Team } from '../domain/tenant.ts';
import { demandOwner, demandRole, mayList, roleIn, sees } from './auth.ts';
import { accept, choiceCheck, filled, int, requiredInt, requiredText } from './body.ts';
import { created, type EmulatorCall, type EmulatorReply, NO_CONTENT, okReply, type Route } from './call.ts';
import { invalid, notFound } from './errors.ts';
import { inListOrder, PAGE_PARAMS, paged } from './paging.ts';
import { acceptQuery, boolParam, choiceParam, intParam } from './query.ts';

function listTeams(call: EmulatorCall): EmulatorReply {
  acceptQuery(call, ...PAGE_PARAMS, 'scope', 'include_personal_teams');
  boolParam(call, 'include_personal_teams', false);
  const scope = choiceParam(call, 'scope', ['all', 'standard', 'personal_only']);
  const teams = scope === 'personal_only' ? [] : call.tenant.teams.filter((team) => roleIn(call.key, team.id));
  return paged(call, 'teams', inListOrder(call, teams).map(teamView));
}

/** No slug: the vendor's listing has none. */
function teamView(team: Team): object {
  return { id: team.id, name: team.name, groups: [] };
}

function getTeam(call: EmulatorCall): EmulatorReply {
  acceptQuery(call);
  const id = call.id('id');
  demandRole(call, id, 'viewer');
  const team = call.tenant.teams.find((candidate) => candidate.id === id);
  if (team === undefined) throw notFound('Team');
  return okReply(teamView(team));
}

function createTeam(call: EmulatorCall): EmulatorReply {
  demandOwner(call);
  accept(call.body, { name: filled }, ['name']);
  const name = requiredText(call.body, 'name');
  if (call.tenant.teams.some((team) => team.name === name)) throw invalid('Name', 'has already been taken');
  const team = { id: newId(call.tenant, 'team'), name, slug: emulatedSlug(name) };
  call.tenant.teams.push(team);
  call.world.touch(call.tenant);
  return created(teamView(team));
}

const CONTENT_TYPES = ['STORY', 'CREDENTIAL', 'RESOURCE'];

function listFolders(call: EmulatorCall): EmulatorReply {
  acceptQuery(call, ...PAGE_PARAMS, 'team_id', 'content_type');
  const team = intParam(call, 'team_id');
  if (team !== undefined) mayList(call, team);
  const type = choiceParam(call, 'content_type', CONTENT_TYPES);
  const folders = call.tenant.folders.filter(
    (folder) =>
      sees(call, folder.team_id) &&
      (team === undefined || folder.team_id === team) &&
      (type === undefined || folder.content_type === type),
  );
  return paged(
    call,
    'folders',
    inListOrder(call, folders).map((folder) => folderView(call, folder)),
  );
}

function folderView(call: EmulatorCall, folder: Folder): object {
  const { stories, credentials, resources } = call.tenant;
  const size = [...stories, ...credentials, ...resources].filter((item) => item.folder_id === folder.id).length;
  return { ...folder, size };
}

function folderOf(call: EmulatorCall, least: Role): Folder {
  const id = call.id('id');
  const folder = call.tenant.folders.find((candidate) => candidate.id === id);
  if (folder === undefined) throw notFound('Folder');
  demandRole(call, folder.team_id, least);
  return folder;
}

function getFolder(call: EmulatorCall): EmulatorReply {
  acceptQuery(call);
  return okReply(folderView(call, folderOf(call, 'viewer')));
}

function createFolder(call: EmulatorCall): EmulatorReply {
  const { body, tenant } = call;
  accept(body, { name: filled, content_type: choiceCheck(...CONTENT_TYPES), team_id: int }, [
    'name',
    'content_type',
    'team_id',
  ]);
  const team = requiredInt(body, 'team_id');
  demandRole(call, team, 'editor');
  const folder = {
    id: newId(tenant, 'folder'),
    name: requiredText(body, 'name'),
    team_id: team,
    content_type: requiredText(body, 'content_type'),
  };
  tenant.folders.push(folder);
  call.world.touch(tenant);
  return created(folderView(call, folder));
}

/** Only the name can change. */
function renameFolder(call: EmulatorCall): EmulatorReply {
  const folder = folderOf(call, 'editor');
  accept(call.body, { name: filled }, ['name']);
  folder.name = requiredText(call.body, 'name');
  call.world.touch(call.tenant);
  return okReply(folderView(call, folder));
}

function deleteFolder(call: EmulatorCall): EmulatorReply {
  accept(call.body, {});
  const folder = folderOf(call, 'team_admin');
  const { tenant } = call;
  tenant.folders = tenant.folders.filter((candidate) => candidate !== folder);
  for (const item of [...tenant.stories, ...tenant.credentials, ...tenant.resources]) {
    if (item.folder_id === folder.id) item.folder_id = null;
  }
  call.world.touch(tenant);
  return NO_CONTENT;
}

function info(call: EmulatorCall): EmulatorReply {
  acceptQuery(call);
  return okReply({
    stack: { name: call.tenant.name, type: 'dedicated', region: 'local', egress_ips: ['192.0.2.10'] },
  });
}

export const teamRoutes: readonly Route[] = [
  { method: 'GET', path: '/teams', handle: listTeams },
  { method: 'POST', path: '/teams', handle: createTeam },
  { method: 'GET', path: '/teams/:id', handle: getTeam },
  { method: 'GET', path: '/folders', handle: listFolders },
  { method: 'POST', path: '/folders', handle: createFolder },
  { method: 'GET', path: '/folders/:id', handle: getFolder },
  { method: 'PUT', path: '/folders/:id', handle: renameFolder },
  { method: 'PATCH', path: '/folders/:id', handle: renameFolder },
  { method: 'DELETE', path: '/folders/:id', handle: deleteFolder },
  { method: 'GET', path: '/info', handle: info },
];
