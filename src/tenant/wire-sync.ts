import { isArray, isObject, type JsonObject } from '../json/value.ts';
import type { SyncStatus } from '../model/status.ts';
import type { VendorDestination, VendorSubscription } from '../model/tenant/vendor-destination.ts';
import type { NewSyncDestination, SyncDestinationPatch } from './port.ts';
import { readVendorMessage } from './vendor-words.ts';
import { integer, wireText } from './wire.ts';

/** Texts that are in no message which leaves this room; and, for whom it is handed to, the text of a key. */
export type KeyTexts = {
  readonly known: ReadonlySet<string>;
  readonly reveal: (key: NonNullable<NewSyncDestination['key']>) => string;
};

/** The vendor's sync destination, read by hand like its other objects (wire.ts). */
export function readSyncDestination(wire: unknown, keys: Pick<KeyTexts, 'known'>): VendorDestination | undefined {
  if (!isObject(wire) || !isArray(wire.subscriptions)) return undefined;
  const id = integer(wire.id);
  const tenantUrl = wireText(wire.destination_tenant_url);
  const teamId = integer(wire.destination_team_id);
  const originTeamId = integer(wire.origin_team_id);
  const manual = wire.manual_sync_only;
  if (id === undefined || tenantUrl === undefined || teamId === undefined || originTeamId === undefined)
    return undefined;
  const subscriptions: VendorSubscription[] = [];
  for (const entry of wire.subscriptions) {
    const subscription = readSubscription(entry, keys);
    if (subscription === undefined) return undefined;
    subscriptions.push(subscription);
  }
  const manualSyncOnly = typeof manual === 'boolean' ? manual : null;
  return { id, tenantUrl, teamId, originTeamId, manualSyncOnly, subscriptions };
}

const STATUS: { readonly [word: string]: SyncStatus | undefined } = { synced: 'synced', failed: 'failed' };

function readSubscription(wire: unknown, { known }: Pick<KeyTexts, 'known'>): VendorSubscription | undefined {
  if (!isObject(wire) || !isObject(wire.story)) return undefined;
  const storyId = integer(wire.story.id);
  const word = wireText(wire.status);
  if (storyId === undefined || word === undefined) return undefined;
  const message = wireText(wire.error_message);
  return {
    storyId,
    storyName: wireText(wire.story.name) ?? null,
    status: STATUS[word] ?? 'requires_sync',
    errorMessage: message === undefined ? null : readVendorMessage(message, known),
  };
}

export function createBody(destination: NewSyncDestination, { reveal }: KeyTexts): JsonObject {
  return {
    destination_tenant_url: destination.tenantUrl,
    // The same tenant is told by its own URL, and by no key.
    ...(destination.key === null ? {} : { destination_tenant_api_key: reveal(destination.key) }),
    destination_team_id: destination.teamId,
    team_id: destination.originTeamId,
    story_ids: destination.storyIds,
    manual_sync_only: destination.manualSyncOnly,
  };
}

/** What is left out keeps its value at the vendor; an empty list of stories does not. */
export function syncPatchBody(
  { storyIds, manualSyncOnly, key }: SyncDestinationPatch,
  { reveal }: KeyTexts,
): JsonObject {
  return {
    ...(key === undefined ? {} : { destination_tenant_api_key: reveal(key) }),
    ...(storyIds === undefined ? {} : { story_ids: storyIds }),
    ...(manualSyncOnly === undefined ? {} : { manual_sync_only: manualSyncOnly }),
  };
}
