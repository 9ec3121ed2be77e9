import { roleIn } from '../api/auth.ts';
import type { Positions } from '../faults/switches.ts';
import { nameOf } from './actions.ts';
import { exportContent } from './export.ts';
import { importedContent } from './import-content.ts';
import type { Json } from './json.ts';
import { newStory, stampChange } from './stories.ts';
import type { EmulatedStory, EmulatedSubscription, EmulatedTenant, SyncDestination } from './tenant.ts';
import type { EmulatedWorld } from './world.ts';

/** The vendor's own syncing answers first and works afterwards. */
const DELAY_MS = 40;

/** What story syncing does whatever the import endpoint does. */
const SYNC_RULES: Partial<Positions> = {
  import_record_types: 'sync_rules',
  import_action_guids: 'new_on_create',
  import_ingress: 'keep_live',
  import_recipients: 'keep_live',
  import_tags: 'keep_live',
  import_unknown_tag: 'ignore',
  import_stamp: 'from_file',
  import_missing_reference: 'accept',
};

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
  if (target === undefined) return 'Could not connect to the destination tenant';
  if (!target.teams.some((team) => team.id === destination.destination_team_id)) return 'Destination team not found';
  if (target === origin) return undefined;
  const key = target.keys.find((one) => one.key === destination.destination_tenant_api_key && !one.revoked);
  const role = key === undefined ? undefined : roleIn(key, destination.destination_team_id);
  return role === 'editor' || role === 'team_admin' ? undefined : 'The destination tenant refused the API key';
}

/** Starts the sync of some subscriptions; poll the destination to see it finish. */
export function startSync(
  world: EmulatedWorld,
  origin: EmulatedTenant,
  destination: SyncDestination,
  subscriptions: readonly EmulatedSubscription[],
): void {
  for (const subscription of subscriptions) {
    subscription.status = 'requires_sync';
    subscription.error_message = null;
  }
  world.touch(origin);
  world.later(DELAY_MS, () => {
    // Both may have been taken away in the meantime.
    if (!origin.sync_destinations.includes(destination)) return;
    for (const subscription of subscriptions) {
      if (destination.subscriptions.includes(subscription)) syncOne(world, origin, destination, subscription);
    }
    world.touch(origin);
  });
}

/** Publishing a story pushes it to every destination that is not synced by hand only. */
export function syncPublished(world: EmulatedWorld, origin: EmulatedTenant, story: EmulatedStory): void {
  for (const destination of origin.sync_destinations) {
    const subscription = destination.subscriptions.find((one) => one.story_id === story.id);
    if (subscription === undefined) continue;
    if (destination.manual_sync_only) subscription.status = 'requires_sync';
    else startSync(world, origin, destination, [subscription]);
  }
}

function syncOne(
  world: EmulatedWorld,
  origin: EmulatedTenant,
  destination: SyncDestination,
  subscription: EmulatedSubscription,
): void {
  const problem = syncUnreachable(world, origin, destination);
  const target = tenantAt(world, destination.destination_tenant_url);
  const source = origin.stories.find((story) => story.id === subscription.story_id);
  if (problem !== undefined || target === undefined || source === undefined) {
    subscription.status = 'failed';
    subscription.error_message = problem ?? 'The story no longer exists';
    return;
  }
  if (subscription.detached && origin.switches.sync_detached_copy !== 'copied_anew') {
    const refused = origin.switches.sync_detached_copy === 'failed';
    subscription.status = refused ? 'failed' : 'synced';
    subscription.error_message = refused ? 'The story was detached from sync at the destination' : null;
    return;
  }
  const now = world.now();
  const data = exportContent(origin, source.content, now);
  const copy = findCopy(origin, target, destination, { subscription, stamp: data.origin_story_identifier });
  const content = importedContent(
    target,
    {
      data,
      name: nameOf(source.content),
      teamId: destination.destination_team_id,
      ...(copy === undefined ? {} : { live: copy.content }),
    },
    SYNC_RULES,
  );
  if (copy === undefined) {
    const story = newStory(target, destination.destination_team_id, 1, now, content);
    target.stories.push(story);
    subscription.copy_id = story.id;
    delete subscription.detached;
  } else {
    subscription.copy_id = copy.id;
    copy.content = content;
    stampChange(target, copy, 'edit', now);
  }
  subscription.status = 'synced';
  subscription.error_message = null;
  world.touch(target);
}

/** The copy that a sync writes: its own, or an earlier one that a new subscription takes over. */
function findCopy(
  { switches }: EmulatedTenant,
  target: EmulatedTenant,
  { destination_team_id: team }: SyncDestination,
  { subscription: { copy_id: id, detached }, stamp }: { subscription: EmulatedSubscription; stamp: Json | undefined },
): EmulatedStory | undefined {
  if (detached) return undefined;
  if (id !== null || switches.sync_earlier_copy === 'beside') return target.stories.find((one) => one.id === id);
  return target.stories.find((one) => one.team_id === team && one.content.origin_story_identifier === stamp);
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

/** Deletes the copies of subscriptions that are no more; the vendor does this afterwards too. Detached ones are nobody's copies. */
export function deleteCopies(
  world: EmulatedWorld,
  destination: SyncDestination,
  subscriptions: readonly EmulatedSubscription[],
): void {
  const target = tenantAt(world, destination.destination_tenant_url);
  if (target === undefined) return;
  const copies = new Set(subscriptions.filter(({ detached }) => !detached).map(({ copy_id }) => copy_id));
  world.later(DELAY_MS, () => {
    target.stories = target.stories.filter((story) => !copies.has(story.id));
    world.touch(target);
  });
}
