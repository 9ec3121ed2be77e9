import { type ReferenceKind, referencedSlugs, usableIn } from '../domain/references.ts';
import type { EmulatedObject } from '../domain/tenant.ts';
import { mayList, roleIn } from './auth.ts';
import type { EmulatorCall, EmulatorReply, Route } from './call.ts';
import { inListOrder, PAGE_PARAMS, paged } from './paging.ts';
import { acceptQuery, boolParam, choiceParam, intParam } from './query.ts';

function listCredentials(call: EmulatorCall): EmulatorReply {
  acceptQuery(call, ...PAGE_PARAMS, 'team_id', 'folder_id', 'filter');
  const filter = choiceParam(call, 'filter', ['UNUSED_IN_ACTIONS', 'UNRESTRICTED', 'RESTRICTED']);
  const found = filter === 'RESTRICTED' ? [] : visible(call, call.tenant.credentials);
  const shown = filter === 'UNUSED_IN_ACTIONS' ? unused(call, found, 'CREDENTIAL') : found;
  return paged(call, 'user_credentials', inListOrder(call, shown).map(credentialView));
}

/** Values come back in listings, as the real service has it: a client must not keep them. */
function listResources(call: EmulatorCall): EmulatorReply {
  acceptQuery(call, ...PAGE_PARAMS, 'team_id', 'folder_id', 'filter', 'include_referencing_action_ids', 'typed_value');
  const filter = choiceParam(call, 'filter', ['UNUSED_IN_ACTIONS']);
  const withActions = boolParam(call, 'include_referencing_action_ids', true);
  const typed = boolParam(call, 'typed_value', false);
  const found = visible(call, call.tenant.resources);
  const shown = filter === undefined ? found : unused(call, found, 'RESOURCE');
  return paged(
    call,
    'global_resources',
    inListOrder(call, shown).map((resource) => resourceView(resource, withActions, typed)),
  );
}

/** Own objects of the teams the key sees, and what is shared with those teams; with team_id, see the switch `team_filter`. */
function visible(call: EmulatorCall, objects: readonly EmulatedObject[]): EmulatedObject[] {
  const { tenant, key } = call;
  const team = intParam(call, 'team_id');
  const folder = intParam(call, 'folder_id');
  if (team !== undefined && !mayList(call, team)) return [];
  const teams = tenant.teams.filter((one) => roleIn(key, one.id) !== undefined).map((one) => one.id);
  return objects.filter((shared) => {
    if (folder !== undefined && shared.folder_id !== folder) return false;
    if (team === undefined) return teams.some((id) => usableIn(tenant, shared, id));
    return tenant.switches.team_filter === 'with_shared' ? usableIn(tenant, shared, team) : shared.team_id === team;
  });
}

function unused(call: EmulatorCall, objects: readonly EmulatedObject[], kind: ReferenceKind): EmulatedObject[] {
  const used = new Set(call.tenant.stories.flatMap((story) => [...referencedSlugs(story.content, kind)]));
  return objects.filter((shared) => !used.has(shared.slug));
}

function credentialView(shared: EmulatedObject): object {
  const { value: _, ...rest } = shared;
  return {
    ...rest,
    mode: 'TEXT',
    description: '',
    allowed_hosts: [],
    metadata: {},
    test_credential_enabled: false,
    test_credential: null,
  };
}

function resourceView(shared: EmulatedObject, withActions: boolean, typed: boolean): object {
  const value = shared.value ?? '';
  return {
    ...shared,
    value: typed || typeof value === 'string' ? value : JSON.stringify(value),
    user_id: 1,
    description: '',
    test_resource_enabled: false,
    test_resource: null,
    ...(withActions ? { referencing_action_ids: [] } : {}),
  };
}

export const sharedObjectRoutes: readonly Route[] = [
  { method: 'GET', path: '/user_credentials', handle: listCredentials },
  { method: 'GET', path: '/global_resources', handle: listResources },
];
