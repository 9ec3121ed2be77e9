import { nameOf } from '../domain/actions.ts';
import { releaseCopies, startSync, syncUnreachable, tenantAt } from '../domain/story-syncing.ts';
import { type EmulatedSubscription, type EmulatedTenant, newId, type SyncDestination } from '../domain/tenant.ts';
import { demandOwner } from './auth.ts';
import { accept, bool, filled, int, intsOf, listCheck, requiredInt, requiredText, textField } from './body.ts';
import { created, type EmulatorCall, type EmulatorReply, NO_CONTENT, okReply, type Route } from './call.ts';
import { invalid, notFound } from './errors.ts';
import { inListOrder, PAGE_PARAMS, paged } from './paging.ts';
import { acceptQuery } from './query.ts';

function destinationOf(call: EmulatorCall): SyncDestination {
  demandOwner(call);
  forgetDeletedSources(call.tenant);
  const id = call.id('id');
  const destination = call.tenant.sync_destinations.find((candidate) => candidate.id === id);
  if (destination === undefined) throw notFound('Sync destination');
  return destination;
}

/** What becomes of a subscription whose story is deleted at the origin is a switch. */
function forgetDeletedSources(tenant: EmulatedTenant): void {
  if (tenant.switches.sync_deleted_source === 'stays') return;
  const ids = new Set(tenant.stories.map(({ id }) => id));
  for (const destination of tenant.sync_destinations) {
    destination.subscriptions = destination.subscriptions.filter(({ story_id: id }) => ids.has(id));
  }
}

function list(call: EmulatorCall): EmulatorReply {
  demandOwner(call);
  forgetDeletedSources(call.tenant);
  acceptQuery(call, ...PAGE_PARAMS);
  const destinations = inListOrder(call, call.tenant.sync_destinations);
  return paged(
    call,
    'sync_destinations',
    destinations.map((destination) => viewOf(call, destination)),
  );
}

function create(call: EmulatorCall): EmulatorReply {
  demandOwner(call);
  const { body, tenant, world } = call;
  accept(
    body,
    {
      destination_tenant_url: filled,
      destination_tenant_api_key: filled,
      destination_team_id: int,
      team_id: int,
      story_ids: listCheck(int),
      manual_sync_only: bool,
    },
    ['destination_tenant_url', 'destination_team_id', 'team_id', 'story_ids'],
  );
  const destination: SyncDestination = {
    id: 0,
    destination_tenant_url: requiredText(body, 'destination_tenant_url'),
    destination_tenant_api_key: textField(body, 'destination_tenant_api_key') ?? null,
    destination_team_id: requiredInt(body, 'destination_team_id'),
    origin_team_id: requiredInt(body, 'team_id'),
    manual_sync_only: body.manual_sync_only === true,
    subscriptions: [],
  };
  demandPossible(call, destination);
  destination.subscriptions = subscriptionsFor(call, destination, intsOf(body, 'story_ids') ?? []);
  destination.id = newId(tenant, 'sync_destination');
  tenant.sync_destinations.push(destination);
  if (savingSyncs(call, destination)) sync(call, destination, destination.subscriptions);
  world.touch(tenant);
  return created({ sync_destination: viewOf(call, destination) });
}

function show(call: EmulatorCall): EmulatorReply {
  acceptQuery(call);
  return okReply({ sync_destination: viewOf(call, destinationOf(call)) });
}

function demandPossible(call: EmulatorCall, destination: SyncDestination): void {
  const { tenant, world } = call;
  if (!tenant.teams.some((team) => team.id === destination.origin_team_id)) throw invalid('Team', 'must exist');
  const sameTenant = tenantAt(world, destination.destination_tenant_url) === tenant;
  if (sameTenant && destination.destination_tenant_api_key !== null) {
    throw invalid('destination_tenant_api_key', 'must be blank for the same tenant');
  }
  if (sameTenant && destination.destination_team_id === destination.origin_team_id) {
    throw invalid('destination_team_id', 'must be another team');
  }
  const twin = tenant.sync_destinations.some(
    (other) =>
      other.origin_team_id === destination.origin_team_id &&
      other.destination_tenant_url === destination.destination_tenant_url &&
      other.destination_team_id === destination.destination_team_id,
  );
  if (twin && tenant.switches.sync_twin === 'refused') throw invalid('Destination', 'has already been taken');
  demandReachable(call, destination);
}

function demandReachable({ tenant, world }: EmulatorCall, destination: SyncDestination): void {
  const refuses = tenant.switches.sync_unreachable_save === 'refused';
  const problem = refuses ? syncUnreachable(world, tenant, destination) : undefined;
  if (problem !== undefined) throw invalid('Destination', problem);
}

/** "Saving a destination syncs immediately"; what that means where it is synced by hand only are switches. */
function savingSyncs(
  { body, tenant: { switches } }: EmulatorCall,
  { manual_sync_only: manual }: SyncDestination,
): boolean {
  const flagAlone = body.manual_sync_only !== undefined && Object.keys(body).length === 1;
  if (flagAlone) return switches.sync_flag_update === 'always' || (switches.sync_flag_update === 'as_saved' && !manual);
  return !manual || switches.sync_manual_save === 'syncs';
}

function sync(
  { world, tenant, syncError: failure }: EmulatorCall,
  destination: SyncDestination,
  subscriptions: readonly EmulatedSubscription[],
): void {
  startSync(world, tenant, destination, { subscriptions, ...(failure === undefined ? {} : { failure }) });
}

/** The full list of subscriptions; what is already subscribed keeps its copy. Source stories need change control. */
function subscriptionsFor(
  call: EmulatorCall,
  destination: SyncDestination,
  ids: readonly number[],
): EmulatedSubscription[] {
  return [...new Set(ids)].map((id) => {
    const story = call.tenant.stories.find((candidate) => candidate.id === id);
    if (story?.team_id !== destination.origin_team_id) throw invalid('Story', `${id} must belong to the team`);
    if (!story.change_control_enabled) throw invalid('Story', `${id} must be under change control`);
    const existing = destination.subscriptions.find((subscription) => subscription.story_id === id);
    return existing ?? { story_id: id, status: 'requires_sync', error_message: null, copy_id: null };
  });
}

/** What is left out keeps its value; teams, URL and kind cannot change. */
function update(call: EmulatorCall): EmulatorReply {
  const destination = destinationOf(call);
  const { body, tenant, world } = call;
  accept(body, { destination_tenant_api_key: filled, story_ids: listCheck(int), manual_sync_only: bool });
  const ids = intsOf(body, 'story_ids');
  const subscriptions = ids === undefined ? destination.subscriptions : subscriptionsFor(call, destination, ids);
  const key = textField(body, 'destination_tenant_api_key');
  if (key !== undefined) {
    if (destination.destination_tenant_api_key === null) {
      throw invalid('destination_tenant_api_key', 'must be blank for the same tenant');
    }
    demandReachable(call, { ...destination, destination_tenant_api_key: key });
    destination.destination_tenant_api_key = key;
  }
  const dropped = destination.subscriptions.filter((one) => !subscriptions.includes(one));
  if (tenant.switches.sync_unsubscribed_copy === 'deleted') {
    releaseCopies(world, tenant, destination, { subscriptions: dropped, fate: 'deleted' });
  }
  destination.subscriptions = subscriptions;
  if (typeof body.manual_sync_only === 'boolean') destination.manual_sync_only = body.manual_sync_only;
  if (savingSyncs(call, destination)) sync(call, destination, subscriptions);
  world.touch(tenant);
  return okReply({ sync_destination: viewOf(call, destination) });
}

/** Without keep_stories the copies go too, as the vendor has it. */
function remove(call: EmulatorCall): EmulatorReply {
  const destination = destinationOf(call);
  accept(call.body, { keep_stories: bool });
  const { tenant, world } = call;
  tenant.sync_destinations = tenant.sync_destinations.filter((candidate) => candidate !== destination);
  const { subscriptions } = destination;
  if (call.body.keep_stories !== true) releaseCopies(world, tenant, destination, { subscriptions, fate: 'deleted' });
  else if (tenant.switches.sync_kept_copy === 'disabled') {
    releaseCopies(world, tenant, destination, { subscriptions, fate: 'disabled' });
  }
  world.touch(tenant);
  return NO_CONTENT;
}

function syncAll(call: EmulatorCall): EmulatorReply {
  const destination = destinationOf(call);
  accept(call.body, {});
  sync(call, destination, destination.subscriptions);
  return okReply({ sync_initiated: true });
}

function syncStory(call: EmulatorCall): EmulatorReply {
  const destination = destinationOf(call);
  accept(call.body, {});
  const id = call.id('story');
  const subscription = destination.subscriptions.find((one) => one.story_id === id);
  if (subscription === undefined) throw notFound('Story');
  sync(call, destination, [subscription]);
  return okReply({ story_sync_initiated: true });
}

/** The key never comes back. */
function viewOf(call: EmulatorCall, destination: SyncDestination): object {
  const { switches, stories } = call.tenant;
  const names = new Map(stories.map((story) => [story.id, nameOf(story.content)]));
  const slash = switches.sync_url_shown === 'with_slash' && !destination.destination_tenant_url.endsWith('/');
  return {
    id: destination.id,
    destination_tenant_url: `${destination.destination_tenant_url}${slash ? '/' : ''}`,
    destination_team_id: destination.destination_team_id,
    ...(switches.sync_flag_shown === 'present' ? { manual_sync_only: destination.manual_sync_only } : {}),
    origin_team_id: destination.origin_team_id,
    subscriptions: destination.subscriptions.map((one) => ({
      story: { id: one.story_id, name: names.get(one.story_id) ?? null },
      status: one.status,
      error_message: one.error_message,
    })),
  };
}

const ROOT = '/admin/sync_destinations';
export const syncDestinationRoutes: readonly Route[] = [
  { method: 'GET', path: ROOT, handle: list },
  { method: 'POST', path: ROOT, handle: create },
  { method: 'GET', path: `${ROOT}/:id`, handle: show },
  { method: 'PUT', path: `${ROOT}/:id`, handle: update },
  { method: 'PATCH', path: `${ROOT}/:id`, handle: update },
  { method: 'DELETE', path: `${ROOT}/:id`, handle: remove },
  { method: 'POST', path: `${ROOT}/:id/manual_sync`, handle: syncAll },
  { method: 'POST', path: `${ROOT}/:id/story/:story/sync`, handle: syncStory },
];
