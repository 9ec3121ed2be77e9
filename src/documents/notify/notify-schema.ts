import { CHANGE_KINDS, EXPIRED_KINDS } from '../../model/change/change.ts';
import {
  amount,
  atMost,
  commitOrNull,
  digest,
  exactly,
  formatName,
  type Infer,
  key,
  listOf,
  oneOf,
  orNull,
  positive,
  positiveOrNull,
  reason,
  schemaDocument,
  text,
  textOrNull,
} from '../schema-parts.ts';

export const NOTIFY_FORMAT = 'storysync.notify/1';

/** Items of a message, and stories of an item. */
export const MOST_ITEMS = 20;
export const MOST_STORIES = 20;
/** Characters of a story's name. */
export const LONGEST_NAME = 200;

const MEANINGS = {
  failed: 'stories that failed and did not before: stories at destinations',
  halted: 'stories that a ring is halted for, because more failed there than may: stories in rings',
  drift: 'stories edited at a destination since the last push: stories at destinations',
  expired: 'holds, pins and detachments whose last day has passed, and that stay in force',
  held: 'stories that a hold keeps from a destination: stories at destinations',
  recovered: 'stories that failed before and are in sync now: stories at destinations',
  ring_opened: 'stories that a ring after the first one has begun to receive: stories in rings',
} as const satisfies { readonly [kind in (typeof CHANGE_KINDS)[number]]: string };

const item = exactly('Changes that say the same of one destination or ring.', {
  change: oneOf('What changed.', CHANGE_KINDS),
  destination: textOrNull('Name of the destination in the manifest; null where it is about a ring.'),
  ring: textOrNull('Name of the ring; null where it is about a destination.'),
  reason,
  count: positive('How many changes this is; they are part of the totals.'),
  stories: atMost(
    MOST_STORIES,
    listOf(
      `The stories, as far as there is room: at most ${MOST_STORIES}. Empty where it is about the destination as a whole.`,
      exactly('A story.', {
        key: key('Its key in the manifest.'),
        name: atMost(LONGEST_NAME, text(`Its name, cut after ${LONGEST_NAME} characters.`)),
      }),
    ),
  ),
  expired: orNull(
    exactly('What has expired; null for all other changes.', {
      what: oneOf('A hold, a pin or a detachment.', EXPIRED_KINDS),
      until: text('The last day of it, as 2027-01-31.'),
    }),
  ),
});

/** `storysync.notify/1`, published as schemas/notify.schema.json. */
export const notifySchema = schemaDocument(
  NOTIFY_FORMAT,
  'storysync notify',
  exactly(
    "What a run changed for somebody: the one message that it sends to notify-url. It holds names and reasons of the manifest, and no value, address or text of a tenant's.",
    {
      format: formatName(NOTIFY_FORMAT),
      id: digest('Names the message: what has the same id is the same message once more.'),
      repository: textOrNull('The repository on GitHub, as owner/name; null when the run does not know it.'),
      manifest: text("The manifest's path as the run was given it."),
      command: oneOf('What the run did: a sync, or the plan of a schedule.', ['sync', 'plan']),
      run: orNull(
        exactly('The run on GitHub; null when it does not know it.', {
          id: text('Its id.'),
          attempt: positiveOrNull('Its attempt, from 1; null when it does not know it.'),
          url: text('Where it can be seen.'),
        }),
      ),
      commit: commitOrNull('The commit of the run; null when the work tree had uncommitted files.'),
      at: text('When the message was made, ISO 8601.'),
      totals: exactly('All changes of the run, also those that no item shows.', {
        failed: amount(`Number of ${MEANINGS.failed}.`),
        halted: amount(`Number of ${MEANINGS.halted}.`),
        drift: amount(`Number of ${MEANINGS.drift}.`),
        expired: amount(`Number of ${MEANINGS.expired}.`),
        held: amount(`Number of ${MEANINGS.held}.`),
        recovered: amount(`Number of ${MEANINGS.recovered}.`),
        ring_opened: amount(`Number of ${MEANINGS.ring_opened}.`),
      }),
      items: atMost(MOST_ITEMS, listOf('The changes, worst kind first; of each kind some are shown.', item)),
      left_out: amount('Changes of the totals that no item counts.'),
    },
  ),
);

export type WireNotification = Infer<typeof notifySchema>;
export type WireNotificationItem = Infer<typeof item>;
