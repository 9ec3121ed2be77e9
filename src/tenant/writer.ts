import { fail, ok } from '../diagnostics/result.ts';
import type { RecordType } from '../model/record-type.ts';
import type { BodyReader, Caller } from './caller.ts';
import { parseBody } from './listing.ts';
import type { SyncDestinationWriter, TenantWriter } from './port.ts';
import { positiveId, storyBody } from './reader.ts';
import { fieldBody, importBody, patchBody, readRecordType, readVersion } from './wire.ts';

/** The writing half of the port, without the vendor's own syncing (sync-destinations.ts). */
export function createWriter(caller: Caller): Omit<TenantWriter, keyof SyncDestinationWriter> {
  return {
    importStory: (story) =>
      caller.send({ method: 'POST', path: '/stories/import', body: importBody(story), slow: true }, storyBody),
    updateStory: (storyId, patch) =>
      caller.send({ method: 'PUT', path: `/stories/${positiveId(storyId)}`, body: patchBody(patch) }, storyBody),
    createRecordType: (teamId, name, fields) => {
      const body = { name, team_id: positiveId(teamId), fields: fields.map(fieldBody) };
      return caller.send({ method: 'POST', path: '/record_types', family: 'records', body }, recordTypeBody);
    },
    updateRecordType: (typeId, fields) => {
      const body = { fields: fields.map(fieldBody) };
      return caller.send(
        { method: 'PUT', path: `/record_types/${positiveId(typeId)}`, family: 'records', body },
        recordTypeBody,
      );
    },
    saveVersion: (storyId, name) =>
      caller.send({ method: 'POST', path: `/stories/${positiveId(storyId)}/versions`, body: { name } }, versionBody),
    deleteStory: (storyId) => caller.send({ method: 'DELETE', path: `/stories/${positiveId(storyId)}` }, noBody),
  };
}

const recordTypeBody: BodyReader<RecordType> = (text) => {
  const type = readRecordType(parseBody(text));
  return type === undefined ? fail('the answer is not a record type') : ok(type);
};

/** 204 with nothing in it; what a 200 says is not documented, beyond that the tenant speaks JSON. */
export const noBody: BodyReader<null> = (text) =>
  text.trim() === '' || parseBody(text) !== undefined ? ok(null) : fail('the answer is not JSON');

const versionBody: BodyReader<null> = (text) =>
  readVersion(parseBody(text)) === undefined ? fail('the answer is not a version') : ok(null);
