import { REASONS } from '../../model/status.ts';
import {
  digest,
  exactly,
  flag,
  formatName,
  type Infer,
  key,
  listOf,
  mapOf,
  oneOfOrNull,
  only,
  positiveOrNull,
  safePositive,
  schemaDocument,
  syncStatus,
  text,
  textOrNull,
} from '../schema-parts.ts';

export const STATE_FORMAT = 'storysync.state/2';

const reason = oneOfOrNull('Why it has this status; null when it is simply in sync.', REASONS);

const story = exactly(
  'A story that was pushed, as it was read back.',
  {
    destination_story_id: safePositive('Its id at the destination.'),
    name: text('Its name there.'),
    stamp: text('How the tenant stored our lineage stamp.'),
    pushed: text('Hash of the story as it stood in git when it was pushed.'),
    equal: listOf('Hashes of the contents that it was read back equal to, oldest first.', text('A hash.')),
    observed: mapOf('Fingerprint of each part that was read back after the push.', text('A fingerprint.')),
    edited_at: text("The tenant's stamp of the last edit, read after our last write."),
    actions: mapOf('Guid in git to guid at the destination, for webhooks and pages.', text('A guid.')),
    tags: listOf('Tags that we set; only these are taken away again.', text('A tag.')),
    status: syncStatus('What the last push came to.'),
    reason,
    error_message: textOrNull('Why it failed; null when it did not.'),
    synced_at: text('Time of the last push, ISO 8601.'),
  },
  {
    lineage: text('The stamp that we sent.'),
    since: text('When it was first read back equal to what was pushed, ISO 8601; absent when it was not equal.'),
    edited_at_trusted: only('The stamp was old already when it was read: while it stands, nothing was edited.', true),
    commit: text('Commit that was pushed, when the work tree was clean.'),
  },
);

const lastStatus = exactly(
  'What the last run said of a story. It stays as it is while every run says the same.',
  {
    status: syncStatus("One of the vendor's three words."),
    reason,
    message: textOrNull('What happened.'),
    at: text('Since when it is so, ISO 8601.'),
    content: text('Hash of the story in git that it was said of.'),
  },
  {
    hint: text('What the reader could do about it.'),
    commit: text('Commit of the run that found it so, when the work tree was clean.'),
    detached_there: only('The destination took the story out of sync itself, with the tag.', true),
    failing: only('It waits for something else by now, but failed before and was not in sync since.', true),
  },
);

const field = exactly('A field of a record type.', {
  name: text('Its name.'),
  result_type: text("Its type, in the vendor's word."),
  fixed_values: listOf('Allowed values; empty for every type but an enumeration.', text('A value.')),
});

const recordType = exactly('A record type that a story of ours uses.', {
  target: text('Name of the type at the destination that it is mapped to.'),
  definition: exactly('The definition that was pushed last.', {
    name: text('Name of the type in git.'),
    fields: listOf('Its fields, without those that every type has.', field),
  }),
});

const native = exactly(
  "What is known of the vendor's own syncing to the destination.",
  {
    vendor_id: positiveOrNull('Id of its sync destination; null since the push serves the destination.'),
    manual_sync_only: flag('Its manual_sync_only, as it was set last.'),
    key_version: positiveOrNull('Number of the key that was sent last; null where the manifest had none.'),
    carried: listOf('Ids of the stories there that it carried, ascending.', safePositive('An id.')),
  },
  {
    enabled: listOf(
      'Those of them that were enabled when they were given back to the push, and were not seen to be so since.',
      safePositive('An id.'),
    ),
  },
);

const storyKey = key('Key of the story in the manifest.');

/** `storysync.state/2`, published as schemas/state.schema.json. What reads a state file is this schema. */
export const stateSchema = schemaDocument(
  STATE_FORMAT,
  'storysync state',
  exactly(
    'The recorded state of one destination: destinations/<name>.json on the state branch. A cache that only storysync writes. Delete it and the next run is slower, not wrong.',
    {
      format: formatName(STATE_FORMAT),
      destination: text('Name of the destination in the manifest.'),
      destination_tenant_url: text('Address of its tenant.'),
      destination_team_id: safePositive('Its team.'),
      stories: mapOf('What was pushed, by story key.', story, storyKey),
      record_types: mapOf('Record types, by their name in git.', recordType),
      counter: safePositive(
        'Grows with each version of the file, so that a signed older one does not pass for the newest.',
      ),
      digest: digest('Covers all but the signature: tells a change by hand.'),
    },
    {
      native,
      last: mapOf('What the last run said of each story, by story key.', lastStatus, storyKey),
      signature: text('By whom the file was made: an HMAC-SHA256 under the state key. Absent without a key.'),
    },
  ),
);

type WireState = Infer<typeof stateSchema>;
/** A state file without the envelope that counts and signs it. */
export type WireStateContent = Omit<WireState, 'counter' | 'digest' | 'signature'>;
export type WireStoryState = Infer<typeof story>;
export type WireLastStatus = Infer<typeof lastStatus>;
export type WireNativeState = Infer<typeof native>;
export type WireRecordType = Infer<typeof recordType>;
