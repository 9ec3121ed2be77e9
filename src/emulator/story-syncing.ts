import { nameOf } from './actions.ts';
import { roleIn } from './auth.ts';
import { exportContent } from './export.ts';
import { importedContent } from './import-content.ts';
import { newStory, stampChange } from './stories.ts';
import type { Positions } from './switches.ts';
import type { Story, Subscription, SyncDestination, Tenant } from './tenant.ts';
import type { World } from './world.ts';

/** The vendor's own syncing answers first and works afterwards. */
const DELAY_MS = 40;

/** What story syncing does whatever the import endpoint does (tines-api.md 4.2 and 5.1). */
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
export function tenantAt(world: World, address: string): Tenant | undefined {
  const url = URL.parse(address);
  if (url === null || !['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname)) return undefined;
  return world.tenants.get(url.pathname.replace(/^\/+|\/+$/g, ''));
}

/** Why a destination cannot take stories, or `undefined`. */
export function unreachable(world: World, origin: Tenant, destination: SyncDestination): string | undefined {
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
  world: World,
  origin: Tenant,
  destination: SyncDestination,
  subscriptions: readonly Subscription[],
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
export function syncPublished(world: World, origin: Tenant, story: Story): void {
  for (const destination of origin.sync_destinations) {
    const subscription = destination.subscriptions.find((one) => one.story_id === story.id);
    if (subscription === undefined) continue;
    if (destination.manual_sync_only) subscription.status = 'requires_sync';
    else startSync(world, origin, destination, [subscription]);
  }
}

function syncOne(world: World, origin: Tenant, destination: SyncDestination, subscription: Subscription): void {
  const problem = unreachable(world, origin, destination);
  const target = tenantAt(world, destination.destination_tenant_url);
  const source = origin.stories.find((story) => story.id === subscription.story_id);
  if (problem !== undefined || target === undefined || source === undefined) {
    subscription.status = 'failed';
    subscription.error_message = problem ?? 'The story no longer exists';
    return;
  }
  const now = world.now();
  const data = exportContent(origin, source.content, now);
  const copy = target.stories.find((story) => story.id === subscription.copy_id);
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
  } else {
    copy.content = content;
    stampChange(target, copy, 'edit', now);
  }
  subscription.status = 'synced';
  subscription.error_message = null;
  world.touch(target);
}

/** Deletes the copies of a destination that is no more; the vendor does this afterwards too. */
export function deleteCopies(world: World, destination: SyncDestination): void {
  const target = tenantAt(world, destination.destination_tenant_url);
  if (target === undefined) return;
  const copies = new Set(destination.subscriptions.map((subscription) => subscription.copy_id));
  world.later(DELAY_MS, () => {
    target.stories = target.stories.filter((story) => !copies.has(story.id));
    world.touch(target);
  });
}
