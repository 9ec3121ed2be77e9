import { expectWords, GIVEN_UP } from '../../../test/support/explained.ts';
import type { NativeFact, NativePruneFact, NativeWarning } from '../../model/fact/native-fact.ts';

expectWords<NativeFact | NativePruneFact | NativeWarning>({
  owner_key_needed: [
    [
      { keyName: 'ACME_KEY', tenantUrl: 'https://acme.example' },
      'https://acme.example does not show its sync destinations to the key in ACME_KEY',
      'use the key of a tenant owner there; "engine: native" needs it, a push does not',
    ],
  ],
  vendor_destination_repeated: [
    [
      { ids: [31, 32] },
      'the origin tenant has 2 sync destinations for this tenant and team (ids 31, 32)',
      'delete all but one there, keeping their stories',
    ],
  ],
  awaits_replace: [
    [
      { destination: 'contoso', from: { tenantUrl: 'https://old.example', teamId: 4 }, copies: 2 },
      'replace: the vendor cannot move its sync destination from https://old.example, team 4; its 2 stories there stay and are updated no more',
      'run sync --replace contoso to delete it there and to make it anew',
    ],
    [
      { destination: 'contoso', from: { tenantUrl: 'https://old.example', teamId: 4 }, copies: 0 },
      'replace: the vendor cannot move its sync destination from https://old.example, team 4',
      'run sync --replace contoso to delete it there and to make it anew',
    ],
  ],
  kept_by_vendor: [
    [
      { destination: 'contoso', vendorId: 31, copies: 1 },
      "takeover: the vendor's sync destination 31 keeps this team; its story there stays and is pushed from then on",
      'run sync --takeover contoso to delete it there and to push from then on, or set "engine: native"',
    ],
  ],
  kept_by_push: [
    [
      { destination: 'contoso', keys: ['a', 'b'], mayTakeOver: false },
      'the team holds "a", "b" already, and nothing proves that the vendor carried it there: it might make a second copy',
      'set "engine: push", or move these stories to another team first; only state under a state key proves what was carried',
    ],
    [
      { destination: 'contoso', keys: ['a'], mayTakeOver: true },
      'takeover: the team holds "a", which the vendor carried before; whether it updates them or makes a second copy is its decision',
      'run sync --takeover contoso, or set "engine: push"',
    ],
  ],
  origin_differs: [
    [
      { storyId: 301 },
      'story 301 is not live at the origin as git has it, and the vendor would carry what is live',
      'export it, or publish at the origin what git has',
    ],
  ],
  vendor_destination_deleted: [
    [{ copies: 0, kept: true }, 'deleted', null],
    [
      { copies: 1, kept: true },
      'deleted; its story there stays as a story of its own, and is disabled where it exceeds the plan limits of that tenant',
      null,
    ],
    [
      { copies: 2, kept: true },
      'deleted; its 2 stories there stay as stories of their own; the vendor disables those beyond the plan limits of that tenant',
      null,
    ],
    [{ copies: 1, kept: false }, 'deleted; the vendor deletes its copy there as well, which may take a while', null],
    [
      { copies: 2, kept: false },
      'deleted; the vendor deletes its 2 copies there as well, which may take a while',
      null,
    ],
  ],
  vendor_destination_stays: [
    [{ because: 'not_ours' }, 'nothing recorded says that this repository ever had it', null],
    [{ because: 'not_proven' }, 'only unproven state says that this repository had it', null],
    [{ because: 'recorded_elsewhere' }, 'it is recorded with another tenant or team', null],
    [{ because: 'held' }, 'the manifest holds the whole fleet', null],
  ],
  origin_story_gone: [
    [{ storyId: 301 }, 'the origin has no story 301', 'correct its "id" in the manifest, or take the story out'],
  ],
  origin_uncontrolled: [
    [
      { storyId: 301 },
      'story 301 is not under change control at the origin; the vendor syncs no other',
      'turn change control on for it there',
    ],
  ],
  copies_not_found: [
    [
      { keys: ['triage', 'enrich'] },
      'takeover refused: the team does not hold "triage", "enrich" as the vendor brought it, so a push would make it a second time',
      'look at the team: a copy that was renamed there is found once it has the name of the story; list it under "adopt"',
    ],
  ],
  takeover_stopped: [
    [
      { key: 'triage', why: { is: 'second_copy', storyId: 20_004 }, undone: true },
      'takeover stopped: beside the story that stands there the vendor made a second copy of "triage" (story 20004); its sync destination is deleted again',
      'delete story 20004 there, and set "engine: push"',
    ],
    [
      { key: 'triage', why: { is: 'addresses_changed', storyId: 901 }, undone: false },
      'takeover stopped: the vendor changed the addresses of "triage" (story 901); no other story is carried',
      'give the new addresses to whoever calls it, and set "engine: push", which keeps addresses',
    ],
    [
      { key: 'triage', why: { is: 'not_synced' }, undone: true },
      'takeover stopped at "triage", which goes first and was not seen to be synced; its sync destination is deleted again',
      'see what became of "triage", then run again',
    ],
  ],
  vendor_sync_failed: [
    [
      { message: 'Net::ReadTimeout' },
      "the vendor's sync failed: Net::ReadTimeout",
      'repair what the vendor names, then run again; a new key is sent with: storysync rotate',
    ],
    [
      { message: null },
      "the vendor's sync failed",
      'repair what the vendor names, then run again; a new key is sent with: storysync rotate',
    ],
  ],
  unconfirmed: [
    [
      {},
      'unconfirmed: the vendor did not confirm it',
      'run again later, or give the key of the destination, so that the copy is read there',
    ],
  ],
  still_syncing: [
    [{ seconds: 120 }, 'the vendor had not finished after 120 seconds', 'run again later; --poll-timeout waits longer'],
  ],
  saving_may_sync: [
    [
      { stories: ['A', 'B', 'C', 'D', 'E', 'F', 'G'] },
      'saving the sync destination may sync these at once: "A", "B", "C", "D", "E" and 2 more',
      null,
    ],
  ],
  key_not_sent: [
    [
      { version: 3 },
      'no record says which key the vendor has, so key version 3 is not sent; to send it, raise the number',
      null,
    ],
  ],
  copies_left_to_vendor: [
    [
      { why: 'unsubscribed', stories: ['Triage'] },
      '"Triage": unsubscribed; what becomes of the copies there is the vendor\'s decision',
      null,
    ],
    [{ why: 'replaced', stories: ['Triage'] }, '"Triage": kept there, and updated no more', null],
    [
      { why: 'taken_over', stories: ['Triage'] },
      '"Triage": carried by the vendor from now on; whether it updates what is there or makes a second copy is its decision',
      null,
    ],
  ],
  flag_unknown: [
    [{}, 'the vendor does not show whether manual sync only is set; without a state key each run sets it again', null],
  ],
  disabled_by_vendor: [
    [
      {},
      'disabled at the destination since the vendor let it go; enable it there, where the plan of that tenant allows it',
      null,
    ],
  ],
  no_forecast: [
    [
      {
        type: null,
        why: {
          kind: 'destination_unreadable',
          failure: GIVEN_UP,
          keyName: 'K',
          tenantUrl: 'https://x.example',
          teamId: 42,
        },
      },
      'no forecast for record types: GET /stories: not asked: 4 destinations of this tenant in a row were not read in time',
      null,
    ],
    [
      { type: 'Alert', why: { kind: 'record_type_repeated', name: 'Alert' } },
      'no forecast for record type "Alert": the team has more than one record type named "Alert"',
      null,
    ],
  ],
  vendor_failed: [[{ message: 'Net::ReadTimeout' }, 'the last sync failed at the vendor: Net::ReadTimeout', null]],
});
