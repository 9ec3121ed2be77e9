import { RING_PROGRESS, rolloutRow, WAITING } from '../rollout-json.ts';
import {
  amount,
  commitOrNull,
  exactly,
  flag,
  formatName,
  HOLD,
  type Infer,
  key,
  listOf,
  note,
  oneOf,
  oneOfOrNull,
  orNull,
  pin,
  positive,
  positiveOrNull,
  reason,
  schemaDocument,
  syncStatus,
  text,
  textOrNull,
} from '../schema-parts.ts';
import { changeSchema } from './change-json.ts';

const subscription = exactly(
  "One story of a destination, in the shape of the vendor's subscriptions.",
  {
    story: exactly('The story at the origin.', {
      id: positiveOrNull('Its id at the origin; null when the manifest has none.'),
      name: text('Its name.'),
      key: key('Its key in the manifest.'),
    }),
    status: syncStatus("The vendor's three words."),
    error_message: textOrNull('Why it failed, in one line; set exactly when the status is failed.'),
    reason,
    message: textOrNull('What happened, whatever the status.'),
    hint: textOrNull('What the reader can do about it.'),
    detached: flag('The destination keeps its own version of the story.'),
    detachment: orNull(
      note('What the manifest says of it; null when it is not detached there.', {
        reason: 'Why it is detached.',
        until: 'Day on which it should come back, as 2027-01-31.',
      }),
    ),
    did: oneOf('What the run did to it; a status query does nothing.', ['created', 'updated', 'unchanged', 'nothing']),
    destination_story_id: positiveOrNull('Id of the story at the destination, when it is known.'),
    synced_at: textOrNull('Time of the last push, ISO 8601.'),
    commit: commitOrNull('Source commit of the last push.'),
    behind: orNull(
      exactly(
        'How far git went on since what is there was pushed. Told by a status query; null when there is nothing to tell: the content is the one git asks for, it was never pushed, or git does not know the commit it came from.',
        {
          commits: positive('Commits on the branch that changed the story since.'),
          since: text('Time of the first of them, ISO 8601.'),
        },
      ),
    ),
    recorded_at: textOrNull(
      'Since when this is so as far as recorded, ISO 8601; null when it was seen in this run, or nothing is recorded.',
    ),
    warnings: listOf('What went well enough but should be known.', text('One warning.')),
  },
  { waits: exactly('What it waits for; absent where the rollout keeps nothing back.', WAITING) },
);

const destination = exactly("One destination, in the shape of the vendor's sync_destination.", {
  id: positiveOrNull("The vendor's id of the sync destination; null when there is none, or when it is not known."),
  name: key('Name of the destination in the manifest.'),
  engine: oneOf("Who brings the stories: storysync itself, or the vendor's own Story syncing.", ['push', 'native']),
  ring: textOrNull('The ring that it is in; null without a rollout.'),
  hold: orNull(note('Why nothing is pushed to it, as the manifest says; null when it is not held.', HOLD)),
  pin: orNull(pin('The commit that its stories are taken from, as the manifest says; null when it is not pinned.')),
  destination_tenant_url: text('Address of the tenant.'),
  destination_team_id: positive('Team at the destination.'),
  origin_team_id: positiveOrNull('Team at the origin; null when the manifest has no origin.'),
  manual_sync_only: flag('Pushed only when asked for by hand.'),
  subscriptions: listOf('Every story that was chosen, exactly once.', subscription),
});

const pruned = exactly('A story left behind, in a sync that was asked to delete such stories.', {
  destination: key('Name of the destination in the manifest.'),
  key: key('Key the story had in the manifest.'),
  name: text('Its name at the destination.'),
  destination_story_id: positive('Its id at the destination.'),
  consented: flag('The count given with --prune covered it: when it was not deleted all the same, the run failed.'),
  deleted: flag('It is gone.'),
  message: text('What happened: why it stays, or how to see its copy.'),
  kept_as: textOrNull('The copy, as "git show" takes it; null when none was made.'),
});

const prunedNative = exactly(
  'A sync destination of the vendor that the manifest does not have, in a sync that was asked to delete what is left behind.',
  {
    id: positive("The vendor's id of it."),
    name: textOrNull('Name it had in the manifest; null when recorded state does not know it.'),
    destination_tenant_url: text('Address of its tenant, as the vendor has it.'),
    destination_team_id: positive('Its team.'),
    stories: amount('How many stories it carried.'),
    copies: oneOfOrNull(
      'What the vendor was told to do with them: kept, as stories of their own; deleted, in its own time. Null when nothing was deleted.',
      ['kept', 'deleted'],
    ),
    consented: flag('The count given with --prune covered it: when it was not deleted all the same, the run failed.'),
    deleted: flag('It is gone.'),
    message: text('What happened, or why it stays.'),
  },
);

/** `storysync.status/1`, published as schemas/status.schema.json. */
export const statusSchema = schemaDocument(
  'storysync.status/1',
  'storysync status',
  exactly(
    'What became of every story at every destination, or where it stands.',
    {
      format: formatName('storysync.status/1'),
      commit: commitOrNull('The commit of the run; null when the work tree had uncommitted files.'),
      interrupted: flag('The run ended before all stories were reached.'),
      totals: exactly('Pairs of destination and story. Both ways of counting add up to all of them.', {
        synced: amount('Pairs that are in sync.'),
        failed: amount('Pairs that failed.'),
        requires_sync: amount('Pairs that wait for a sync.'),
        did: exactly('The same pairs by what the run did.', {
          created: amount('Stories created.'),
          updated: amount('Stories updated.'),
          unchanged: amount('Stories that needed nothing.'),
          nothing: amount('Stories that nothing was done to, for the reason given.'),
        }),
      }),
      sync_destinations: listOf('In the order of the manifest.', destination),
      pruned: listOf('Stories left behind, and what became of them; empty without --prune.', pruned),
    },
    {
      shard: text('K/N, where the run was about the K-th of N parts of the fleet alone; absent otherwise.'),
      manifest: text('The manifest, as git names it. Of a sync of a shard alone, like the next four.'),
      run: orNull(
        exactly('The run on GitHub; null elsewhere.', {
          id: text('Its id.'),
          attempt: positiveOrNull('Its attempt, from 1; null when it is not known.'),
        }),
      ),
      at: text('When the sync ended, ISO 8601.'),
      changes: listOf('Whose state the sync changed, for the one message of the whole run.', changeSchema),
      signature: text(
        'With a state key: made with it, over all of the file, so that a report takes no file of anybody else.',
      ),
      missing_shards: listOf(
        'Of a report that merges shards: those that left no status file that can be used. Absent when there is none.',
        text('K/N.'),
      ),
      pruned_native: listOf(
        "The vendor's sync destinations that the manifest does not have, and what became of them; absent when there is none, and without --prune.",
        prunedNative,
      ),
      rollout: listOf(RING_PROGRESS, rolloutRow),
      rollout_override: exactly(
        'Somebody let a run pass over rings, soak, batch, halt and windows: this run, or of a query the last one recorded. Absent when nobody did.',
        {
          digest: text('Digest of the plan that was seen.'),
          reason: text('Why.'),
          at: text('When, ISO 8601.'),
        },
      ),
    },
  ),
);

export type WireStatus = Infer<typeof statusSchema>;
export type WireSyncDestination = Infer<typeof destination>;
export type WireSubscription = Infer<typeof subscription>;
