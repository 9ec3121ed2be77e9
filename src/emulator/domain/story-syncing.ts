import { roleIn } from '../api/auth.ts';
import type { Positions } from '../faults/switches.ts';
import { nameOf } from './actions.ts';
import { exportContent } from './export.ts';
import { importedContent } from './import-content.ts';
import { randomizeIngress } from './ingress.ts';
import { newStory, stampChange } from './stories.ts';
import type { EmulatedStory, EmulatedSubscription, EmulatedTenant, SyncDestination } from './tenant.ts';
import type { EmulatedWorld } from './world.ts';

/** The vendor's own syncing answers first and works afterwards, for so many milliseconds. */
const DURATIONS: { readonly [position in Positions['sync_duration']]: number } = {
  short: 40,
  long: 300_000,
  at_once: 0,
};

/** What story syncing does whatever the import endpoint does. */
function syncRules({ sync_copy_ingress: ingress, sync_copy_stamp: stamp }: Positions): Partial<Positions> {
  return {
    import_record_types: 'sync_rules',
    import_action_guids: 'new_on_create',
    import_ingress: ingress === 'kept' ? 'keep_live' : 'from_file',
    import_recipients: 'keep_live',
    import_tags: 'keep_live',
    import_unknown_tag: 'ignore',
    import_stamp: stamp === 'own' ? 'own' : 'from_file',
    import_missing_reference: 'accept',
  };
}

/** The emulator's own tenant behind an address, if the address is on this machine. */
export function tenantAt(world: EmulatedWorld, address: string): EmulatedTenant | undefined {
  const url = URL.parse(address);
  if (url === null || !['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)) return undefined;
  return world.tenants.get(url.pathname.replace(/^\/+|(?<!\/)\/+$/g, ''));
}

/** Why a destination cannot take stories, or `undefined`. */
export function syncUnreachable(
  world: EmulatedWorld,
  origin: EmulatedTenant,
  destination: SyncDestination,
): string | undefined {
  const target = tenantAt(world, destination.destination_tenant_url);
  if (target === undefined || world.isDown(target.name)) return 'Could not connect to the destination tenant';
  if (!target.teams.some((team) => team.id === destination.destination_team_id)) return 'Destination team not found';
  if (target === origin) return undefined;
  const key = target.keys.find((one) => one.key === destination.destination_tenant_api_key && !one.revoked);
  const role = key === undefined ? undefined : roleIn(key, destination.destination_team_id);
  return role === 'editor' || role === 'team_admin' ? undefined : 'The destination tenant refused the API key';
}

/** Starts the sync of some subscriptions; poll the destination to see it finish. `failure` is how it will end, if not well. */
export function startSync(
  world: EmulatedWorld,
  origin: EmulatedTenant,
  destination: SyncDestination,
  { subscriptions, failure }: { readonly subscriptions: readonly EmulatedSubscription[]; readonly failure?: string },
): void {
  for (const subscription of subscriptions) {
    if (origin.switches.sync_trigger_status === 'as_before') break;
    subscription.status = 'requires_sync';
    subscription.error_message = null;
  }
  world.touch(origin);
  afterwards(world, origin, () => {
    // Both may have been taken away in the meantime.
    if (!origin.sync_destinations.includes(destination)) return;
    for (const subscription of subscriptions) {
      if (!destination.subscriptions.includes(subscription)) continue;
      const problem = failure ?? syncOne(world, origin, destination, subscription);
      subscription.status = problem === undefined ? 'synced' : 'failed';
      subscription.error_message = problem ?? null;
    }
    world.touch(origin);
  });
}

function afterwards(world: EmulatedWorld, { switches }: EmulatedTenant, work: () => void): void {
  if (switches.sync_duration === 'at_once') work();
  else world.later(DURATIONS[switches.sync_duration], work);
}

/** Publishing a story pushes it to every destination that is not synced by hand only. */
export function syncPublished(world: EmulatedWorld, origin: EmulatedTenant, story: EmulatedStory): void {
  for (const destination of origin.sync_destinations) {
    const subscription = destination.subscriptions.find((one) => one.story_id === story.id);
    if (subscription === undefined) continue;
    if (destination.manual_sync_only) subscription.status = 'requires_sync';
    else startSync(world, origin, destination, { subscriptions: [subscription] });
  }
}

/** Brings one story to its destination, or says why not. */
function syncOne(
  world: EmulatedWorld,
  origin: EmulatedTenant,
  destination: SyncDestination,
  subscription: EmulatedSubscription,
): string | undefined {
  const { switches } = origin;
  const problem = syncUnreachable(world, origin, destination);
  const target = tenantAt(world, destination.destination_tenant_url);
  const source = origin.stories.find((story) => story.id === subscription.story_id);
  if (problem !== undefined || target === undefined || source === undefined) {
    return problem ?? 'The story no longer exists';
  }
  if (subscription.detached && switches.sync_detached_copy === 'failed') {
    return 'The story was detached from sync at the destination';
  }
  if (subscription.detached && switches.sync_detached_copy !== 'copied_anew') return undefined;
  const team = destination.destination_team_id;
  const copy = findCopy(origin, target, destination, { subscription, source });
  const name = nameOf(source.content);
  const taken = target.stories.some((story) => story.team_id === team && nameOf(story.content) === name);
  if (copy === undefined && taken && switches.sync_name_taken === 'failed') return 'Name has already been taken';
  subscription.copy_id = writeCopy(world, origin, { target, team, source, copy }).id;
  delete subscription.detached;
  return undefined;
}

type Copying = {
  readonly target: EmulatedTenant;
  readonly team: number;
  readonly source: EmulatedStory;
  readonly copy: EmulatedStory | undefined;
};

function writeCopy(
  world: EmulatedWorld,
  origin: EmulatedTenant,
  { target, team, source, copy }: Copying,
): EmulatedStory {
  const now = world.now();
  const content = importedContent(
    target,
    {
      data: exportContent(origin, source.content, now),
      name: nameOf(source.content),
      teamId: team,
      ...(copy === undefined ? {} : { live: copy.content }),
    },
    syncRules(origin.switches),
  );
  const ingress = origin.switches.sync_copy_ingress;
  if (ingress === 'renewed' || (ingress === 'kept' && copy === undefined)) randomizeIngress(content, 'all');
  const story = copy ?? newStory(target, team, 1, now, content);
  if (copy === undefined) target.stories.push(story);
  else {
    story.content = content;
    stampChange(target, story, 'edit', now);
  }
  story.copy_of = copyMark(origin, source);
  world.touch(target);
  return story;
}

function copyMark(origin: EmulatedTenant, source: EmulatedStory): string {
  return `${origin.name}/${source.id}`;
}

/** The copy that a sync writes: its own, or an earlier one that a new subscription takes over. */
function findCopy(
  origin: EmulatedTenant,
  target: EmulatedTenant,
  { destination_team_id: team }: SyncDestination,
  { subscription: { copy_id: id, detached }, source }: { subscription: EmulatedSubscription; source: EmulatedStory },
): EmulatedStory | undefined {
  if (detached) return undefined;
  if (id !== null || origin.switches.sync_earlier_copy === 'beside') return target.stories.find((one) => one.id === id);
  const stamp = source.content.origin_story_identifier;
  const isEarlier = ({ copy_of, content }: EmulatedStory): boolean =>
    copy_of === copyMark(origin, source) || content.origin_story_identifier === stamp;
  return target.stories.find((one) => one !== source && one.team_id === team && isEarlier(one));
}

/** "Detach from sync" at the destination: the copy becomes a story of its own. What the origin makes of it is a switch. */
export function detachCopy(world: EmulatedWorld, target: EmulatedTenant, copy: EmulatedStory): boolean {
  let found = false;
  for (const origin of world.tenants.values()) {
    for (const destination of origin.sync_destinations) {
      if (tenantAt(world, destination.destination_tenant_url) !== target) continue;
      for (const subscription of destination.subscriptions.filter(({ copy_id }) => copy_id === copy.id)) {
        found = true;
        subscription.detached = true;
        if (origin.switches.sync_detached_copy === 'unsubscribed') {
          destination.subscriptions = destination.subscriptions.filter((one) => one !== subscription);
        }
        world.touch(origin);
      }
    }
  }
  return found;
}

/** What becomes of the copies of subscriptions that are no more; the vendor does this afterwards too. Detached ones are nobody's copies. */
export function releaseCopies(
  world: EmulatedWorld,
  origin: EmulatedTenant,
  destination: SyncDestination,
  {
    subscriptions,
    fate,
  }: { readonly subscriptions: readonly EmulatedSubscription[]; readonly fate: 'deleted' | 'disabled' },
): void {
  const target = tenantAt(world, destination.destination_tenant_url);
  if (target === undefined) return;
  const copies = new Set(subscriptions.filter(({ detached }) => !detached).map(({ copy_id }) => copy_id));
  afterwards(world, origin, () => {
    if (fate === 'deleted') target.stories = target.stories.filter((story) => !copies.has(story.id));
    else for (const story of target.stories) if (copies.has(story.id)) story.disabled = true;
    world.touch(target);
  });
}
