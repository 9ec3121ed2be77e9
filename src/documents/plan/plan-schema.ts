import { NATIVE_KEPT } from '../../model/fact/native-fact.ts';
import { CHANGE_CAUSES, NATIVE_ACTIONS, NATIVE_CONSENTS, NATIVE_STEPS } from '../../model/plan.ts';
import { REASONS } from '../../model/status.ts';
import { RING_PROGRESS, rolloutRow, WAITING } from '../rollout-json.ts';
import {
  amount,
  commitOrNull,
  digest,
  exactly,
  flag,
  formatName,
  HOLD,
  type Infer,
  key,
  listOf,
  matching,
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

const change = exactly('One difference between what is live and what git asks for.', {
  path: text('Place inside the story, such as agents[Get report].options.url. Never a value of the tenant.'),
  op: oneOf('What happens at that place.', ['add', 'remove', 'update', 'move']),
  text: text('The difference in one line for people; values in it come from git.'),
  cause: oneOf(
    'Who made the difference. change_set: git, in the commits this run is about; earlier: git before them, and it was not pushed here yet; destination: somebody edited it there since the last push; unknown: neither recorded state nor a change set can tell.',
    CHANGE_CAUSES,
  ),
});

export const missingPrerequisite = exactly('Something the story names and the destination lacks.', {
  kind: oneOf('What sort of thing it is.', ['credential', 'resource', 'story']),
  slug: text('Its name as the story writes it.'),
});

export const recordTypeStep = exactly('What happens to a record type of the destination.', {
  name: text('Name of the type in the source.'),
  action: oneOf('What is done to it.', ['reuse', 'create', 'add_fields', 'create_sequential']),
  target: text('Name of the type at the destination that the story will use.'),
  fields: listOf('Fields that are added, or enum values as field=value.', text('A field, or field=value.')),
  because: text('The reason in one sentence.'),
});

const url = exactly('An address that appears or disappears at the destination.', {
  action: text('Name of the action it belongs to.'),
  kind: oneOf('Webhook, page or MCP server.', ['webhook', 'page', 'mcp_server']),
  op: oneOf('Whether it appears or disappears.', ['add', 'remove']),
});

const story = exactly(
  'What is planned for one story at one destination.',
  {
    key: key('Key of the story in the manifest.'),
    name: text('Name of the story.'),
    action: oneOf('What a sync would do.', ['create', 'update', 'unchanged', 'skip', 'blocked']),
    reason,
    would: oneOfOrNull('What a push would do once a skipped story may go; null where nothing waits.', [
      'create',
      'update',
    ]),
    message: textOrNull('Why it is blocked or skipped.'),
    hint: textOrNull('What the reader can do about it.'),
    detached: flag('The destination keeps its own version of the story.'),
    destination_story_id: positiveOrNull('Id of the story at the destination; null when it is not there or not known.'),
    changes: listOf('The differences. A skipped story has them too.', change),
    drift: listOf('Places that the destination edited since the last push.', text('A place inside the story.')),
    conflict: flag(
      'A push would overwrite an edit that was made at the destination. Whether it does, on_drift decides.',
    ),
    missing: listOf('Prerequisites that are not there.', missingPrerequisite),
    record_types: listOf('Consequences for record types.', recordTypeStep),
    urls: listOf('Addresses that appear or disappear.', url),
    warnings: listOf('What should be known, though it stops nothing.', text('One warning.')),
  },
  {
    waits: exactly('The rollout keeps it back, and the digest does not cover that; absent where nothing waits.', {
      ...WAITING,
      because: oneOfOrNull('Why it would be pushed; null as for any story.', REASONS),
    }),
    vendor_status: syncStatus(
      "The vendor's own word for it at this destination; absent where its syncing does not carry the story there.",
    ),
  },
);

const leftBehind = exactly(
  'A story that was pushed once and is no longer asked for. It stays without "sync --prune".',
  {
    key: key('Key it had in the manifest.'),
    name: text('Its name at the destination.'),
    destination_story_id: positive('Its id at the destination.'),
    prunable: flag('Whether "sync --prune" may delete it, as far as this plan has looked.'),
    kept_because: textOrNull('Why it stays in any case; null when it is prunable.'),
    warnings: listOf('What should be known before it is deleted.', text('One warning.')),
  },
);

const leftBehindDestination = exactly(
  'A destination that recorded state knows and the manifest no longer has. Nothing is deleted.',
  {
    name: key('Name it had in the manifest.'),
    destination_tenant_url: text('Address of its tenant.'),
    destination_team_id: positive('Its team.'),
    stories: amount('How many stories were recorded there.'),
  },
);

const onboarding = exactly(
  'What the destination must have before its first sync, as far as git can tell. Only where its tenant was not asked and nothing is recorded of it.',
  {
    key: text('Where its API key is: the variable that holds it, or `vault:PATH#FIELD`.'),
    needs: listOf('What its stories name and do not bring along.', missingPrerequisite),
    tags: listOf('Tags of its stories.', text('A tag.')),
    record_types: listOf('Record types of its stories.', text('A name.')),
  },
);

const native = exactly(
  "What becomes of a destination at the vendor: of one that its own Story syncing serves, or that it still keeps. A rollout's waiting is not in it: each story tells whether it waits.",
  {
    engine: oneOf('Whom the manifest gives the destination to; it tells which way a takeover goes.', [
      'push',
      'native',
    ]),
    action: oneOf(
      'replace: under another address or team than now, done with "sync --replace"; takeover: from one engine to the other, done with "sync --takeover".',
      NATIVE_ACTIONS,
    ),
    id: positiveOrNull("The vendor's id of the sync destination that stands now; null when there is none."),
    consent: oneOfOrNull(
      'The flag of a sync that somebody has to give, with the name, before anything is written there; null where nothing waits for one.',
      NATIVE_CONSENTS,
    ),
    from: orNull(
      exactly('Where that one points to, when it is to be replaced; null otherwise.', {
        destination_tenant_url: text('Address of the tenant.'),
        destination_team_id: positive('Its team.'),
      }),
    ),
    subscribe: listOf("Stories that enter the vendor's list.", key('Key of the story in the manifest.')),
    unsubscribe: listOf(
      'Stories that leave it.',
      text('Key of the story; #ID, its id at the origin, where the manifest has no such story.'),
    ),
    manual_sync_only: flag("The vendor's flag as it will be: also set where a rollout or a hold asks for it."),
    key_version: positiveOrNull(
      'destination_tenant_api_key_version of the key that the vendor will have; null when it is not known.',
    ),
    steps: listOf(
      'Writes at the origin, in order; empty where nothing is written, or where somebody has to agree first.',
      oneOf('One kind of write.', NATIVE_STEPS),
    ),
    warnings: listOf('What should be known before it is written.', text('One warning.')),
  },
  {
    record_types: listOf(
      "A forecast of what the vendor makes of the team's record types; the vendor decides. Absent where nobody looked: no story that moves keeps records, or the key of the destination is not at hand.",
      recordTypeStep,
    ),
  },
);

const leftBehindNative = exactly(
  'A sync destination of the vendor that no destination of the manifest is. The vendor goes on syncing there until "sync --prune" deletes it; its copies stay without "--prune-stories".',
  {
    id: positive("The vendor's id of it."),
    name: textOrNull('Name it had in the manifest; null when recorded state does not know it.'),
    destination_tenant_url: text('Address of its tenant, as the vendor has it.'),
    destination_team_id: positive('Its team.'),
    stories: amount('How many stories it carries.'),
    story_names: listOf('These stories, in the order of their ids at the origin.', text('The name of one there.')),
    kept_because: oneOfOrNull(
      'Why "sync --prune" leaves it: not_ours, nothing recorded says that this repository had it; not_proven, only unproven state says so; recorded_elsewhere, what is recorded is of another tenant or team; held, the manifest holds the whole fleet. Null when it may be deleted.',
      NATIVE_KEPT,
    ),
  },
);

const forecast = exactly(
  'What applying the plan takes at most, as long as each tenant answers at the first asking, within a second, and nobody else writes there. Absent where nothing is to be applied. The digest does not cover it.',
  {
    calls: amount('Requests to tenants, after the plan was made.'),
    minutes: amount('Minutes, by what the run is allowed: requests a minute and tenant, destinations side by side.'),
    tenants: amount('How many tenants are asked.'),
    busiest: exactly('The tenant with most of the requests.', {
      destination_tenant_url: text('Address of the tenant.'),
      calls: amount('Its requests.'),
    }),
    uncounted: amount('Destinations with something to push whose tenants were not asked: they are not in it.'),
  },
);

const destination = exactly(
  'The plan of one destination.',
  {
    name: key('Name of the destination in the manifest.'),
    digest: digest('Covers all that would be pushed to the destination, and what was observed there.'),
    destination_tenant_url: text('Address of the tenant.'),
    destination_team_id: positive('Team at the destination.'),
    manual_sync_only: flag('Pushed only when asked for by hand.'),
    stories: listOf('In the order of work: callees before callers.', story),
    left_behind: listOf(
      'Stories that stay at the destination although the manifest no longer asks for them.',
      leftBehind,
    ),
  },
  {
    hold: note('Why nothing is pushed to the destination; absent when it is not held.', HOLD),
    pin: pin('The commit that its stories are taken from; absent when it is not pinned.'),
    ring: key('The ring that it is in; absent without a rollout.'),
    onboarding,
    native,
  },
);

/** `storysync.plan/1`, published as schemas/plan.schema.json. */
export const planSchema = schemaDocument(
  'storysync.plan/1',
  'storysync plan',
  exactly(
    'What a sync would do, computed once; "sync --plan" applies exactly this.',
    {
      format: formatName('storysync.plan/1'),
      digest: digest("Covers the destinations' digests. A sync of this plan demands that it still holds."),
      commit: commitOrNull('The commit the plan was made from; null when the work tree had uncommitted files.'),
      manifest: text("The manifest's path as it was given."),
      totals: exactly('Stories by action; they add up to all stories of all destinations.', {
        create: amount('Stories that would be created.'),
        update: amount('Stories that would be updated.'),
        unchanged: amount('Stories that stay as they are.'),
        skip: amount('Stories left alone: detached, by hand only, held, or waiting for their ring or a window.'),
        blocked: amount('Stories that cannot be pushed.'),
      }),
      destinations: listOf('In the order of the manifest.', destination),
      left_behind_destinations: listOf(
        'Destinations that the manifest no longer has. Empty when selectors narrowed the run.',
        leftBehindDestination,
      ),
    },
    {
      left_behind_native: listOf(
        "The vendor's sync destinations that the manifest does not have. Absent where the vendor was not asked.",
        leftBehindNative,
      ),
      rollout: listOf(`${RING_PROGRESS} The digest does not cover it.`, rolloutRow),
      forecast,
      signature: matching(
        'By whom the file was made: an HMAC-SHA256 under the state key. With a state key "sync --plan" demands it; absent without one.',
        '^hmac-sha256:[0-9a-f]{64}$',
      ),
    },
  ),
);

export type WirePlan = Infer<typeof planSchema>;
export type WireDestination = Infer<typeof destination>;
export type WireStory = Infer<typeof story>;
export type WireNative = Infer<typeof native>;
export type WireLeftBehindNative = Infer<typeof leftBehindNative>;
export type WireLeftBehindDestination = Infer<typeof leftBehindDestination>;
