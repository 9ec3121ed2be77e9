import { MOST_TOLD } from '../../model/change/told.ts';
import {
  atMost,
  digest,
  exactly,
  formatName,
  type Infer,
  key,
  mapOf,
  matching,
  safePositive,
  schemaDocument,
  text,
} from '../schema-parts.ts';

export const TOLD_FORMAT = 'storysync.told/1';

const marks = mapOf(
  'What was told of the destination.',
  matching(
    'Another one once there is something new to tell: a hash, or the day that has passed.',
    '^[0-9a-f-]{10,64}$',
  ),
  matching('drift:KEY, hold, pin or detached:KEY, with the key of a story.', '^[a-z0-9][a-z0-9_.:-]{0,80}$'),
);

/** `storysync.told/1`, published as schemas/told.schema.json. What reads the file is this schema. */
export const toldSchema = schemaDocument(
  TOLD_FORMAT,
  'storysync told',
  exactly(
    'What a scheduled plan has told at the notify-url, and still stands: told.json on the state branch. Only storysync writes it. Delete it and the same is told once more.',
    {
      format: formatName(TOLD_FORMAT),
      told: atMost(MOST_TOLD, mapOf('By destination.', marks, key('Name of the destination in the manifest.'))),
      counter: safePositive(
        'Grows with each version of the file, so that a signed older one does not pass for the newest.',
      ),
      digest: digest('Covers all but the signature: tells a change by hand.'),
    },
    { signature: text('By whom the file was made: an HMAC-SHA256 under the state key. Absent without a key.') },
  ),
);

/** The file without the envelope that counts and signs it. */
export type WireToldContent = Omit<Infer<typeof toldSchema>, 'counter' | 'digest' | 'signature'>;
