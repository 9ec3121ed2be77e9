import { KEPT, LONGEST_REASON } from '../../model/rollout-record.ts';
import {
  atMost,
  commitOrNull,
  digest,
  exactly,
  formatName,
  type Infer,
  key,
  listOf,
  mapOf,
  matching,
  safePositive,
  schemaDocument,
  text,
} from '../schema-parts.ts';

export const ROLLOUT_FORMAT = 'storysync.rollout/1';

const time = (description: string) =>
  matching(description, '^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\\.[0-9]{3}Z$');

const rings = atMost(
  KEPT.rings,
  mapOf(
    'When each ring passed for the content, by name of the ring.',
    time('ISO 8601 time. Written once; of two the earlier counts.'),
    key('Name of the ring in the manifest.'),
  ),
);

const contents = atMost(
  KEPT.contents,
  mapOf('Contents of the story that passed a ring, by hash; the newest of them are kept.', rings, digest('A hash.')),
);

const override = exactly('A run that a person let pass over the rollout.', {
  digest: digest('Of the plan that was seen before.'),
  reason: atMost(LONGEST_REASON, text('Why, on one line.')),
  at: time('When, ISO 8601.'),
  commit: commitOrNull('Commit that was synced; null when the work tree was not clean.'),
});

/** `storysync.rollout/1`, published as schemas/rollout.schema.json. What reads the file is this schema. */
export const rolloutRecordSchema = schemaDocument(
  ROLLOUT_FORMAT,
  'storysync rollout',
  exactly(
    'How far changes have come: rollout.json on the state branch. Only storysync writes it. Delete it and each ring passes anew, by what is recorded of its destinations.',
    {
      format: formatName(ROLLOUT_FORMAT),
      passings: atMost(
        KEPT.stories,
        mapOf('What passed which ring, by story key.', contents, key('Key of the story in the manifest.')),
      ),
      overrides: atMost(KEPT.overrides, listOf('The last overrides, oldest first.', override)),
      counter: safePositive(
        'Grows with each version of the file, so that a signed older one does not pass for the newest.',
      ),
      digest: digest('Covers all but the signature: tells a change by hand.'),
    },
    { signature: text('By whom the file was made: an HMAC-SHA256 under the state key. Absent without a key.') },
  ),
);

type WireRollout = Infer<typeof rolloutRecordSchema>;
/** The file without the envelope that counts and signs it. */
export type WireRolloutContent = Omit<WireRollout, 'counter' | 'digest' | 'signature'>;
