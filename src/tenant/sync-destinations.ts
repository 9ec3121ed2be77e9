import { fail, ok } from '../diagnostics/result.ts';
import { isObject } from '../json/value.ts';
import type { VendorDestination } from '../model/tenant/vendor-destination.ts';
import type { BodyReader, Caller } from './caller.ts';
import type { TenantLimits } from './limits.ts';
import { parseBody, readListing } from './listing.ts';
import type { SyncDestinationReader, SyncDestinationWriter } from './port.ts';
import { positiveId } from './reader.ts';
import { createBody, type KeyTexts, readSyncDestination, syncPatchBody } from './wire-sync.ts';
import { noBody } from './writer.ts';

const ROOT = '/admin/sync_destinations';
const at = (id: number): string => `${ROOT}/${positiveId(id)}`;

export function createSyncReader(
  caller: Caller,
  limits: TenantLimits,
  keys: Pick<KeyTexts, 'known'>,
): SyncDestinationReader {
  return {
    listSyncDestinations: () =>
      readListing(caller, limits, {
        path: ROOT,
        key: 'sync_destinations',
        read: (wire) => readSyncDestination(wire, keys),
        // What is absent is created.
        uncounted: 'incomplete',
      }),
    getSyncDestination: (id) => caller.send({ method: 'GET', path: at(id) }, destinationBody(keys, id)),
  };
}

export function createSyncWriter(caller: Caller, keys: KeyTexts): SyncDestinationWriter {
  return {
    createSyncDestination: (destination) => {
      for (const id of [destination.teamId, destination.originTeamId, ...destination.storyIds]) positiveId(id);
      return caller.send({ method: 'POST', path: ROOT, body: createBody(destination, keys) }, destinationBody(keys));
    },
    updateSyncDestination: (id, patch) => {
      for (const storyId of patch.storyIds ?? []) positiveId(storyId);
      return caller.send({ method: 'PUT', path: at(id), body: syncPatchBody(patch, keys) }, destinationBody(keys, id));
    },
    // The vendor deletes the copies too when it is not told.
    deleteSyncDestination: (id, { keepStories }) =>
      caller.send({ method: 'DELETE', path: at(id), body: { keep_stories: keepStories } }, noBody),
    syncStory: (id, storyId) =>
      caller.send({ method: 'POST', path: `${at(id)}/story/${positiveId(storyId)}/sync`, body: {} }, initiatedBody),
  };
}

function destinationBody(keys: Pick<KeyTexts, 'known'>, expected?: number): BodyReader<VendorDestination> {
  return (text) => {
    const body = parseBody(text);
    const destination = isObject(body) ? readSyncDestination(body.sync_destination, keys) : undefined;
    if (destination === undefined) return fail('the answer is not a sync destination');
    const other = expected !== undefined && destination.id !== expected;
    return other ? fail('the answer is not that sync destination') : ok(destination);
  };
}

const initiatedBody: BodyReader<null> = (text) => {
  const body = parseBody(text);
  const initiated = isObject(body) && body.story_sync_initiated === true;
  return initiated ? ok(null) : fail('the answer does not say that the sync began');
};
