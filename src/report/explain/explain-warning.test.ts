import { expectWords } from '../../../test/support/explained.ts';
import type { NativeWarning } from '../../model/fact/native-fact.ts';
import type { Warning } from '../../model/fact/warning.ts';

expectWords<Exclude<Warning, NativeWarning>>({
  withdrawn: [
    [
      { id: 8, by: 7, keptAs: 'storysync/state:pruned/contoso/triage-8.json' },
      'another run created this story at the same moment: story 7 stays; story 8, which this run created, was deleted again (its copy: git show storysync/state:pruned/contoso/triage-8.json)',
      null,
    ],
  ],
  created_elsewhere: [[{ id: 7 }, 'another run created this story in the meantime (story 7)', null]],
  key_renamed: [[{ from: 'old' }, 'renamed in the manifest from "old"; its recorded state is kept', null]],
  key_reused: [
    [
      { name: 'Old', id: 7 },
      'this key used to name another story: "Old" (id 7) stays there, left behind after this run',
      null,
    ],
  ],
  takes_over: [[{}, 'takes over a story that was not created from this repository (listed under "adopt")', null]],
  taken_over: [
    [
      { keepsOwnStamp: false },
      'the story carries our stamp now: its "adopt" entry can be removed from the manifest',
      null,
    ],
    [{ keepsOwnStamp: true }, 'the tenant keeps a stamp of its own on the story: leave it under "adopt"', null],
  ],
  maybe_edited: [
    [
      { gap: 'no_git' },
      'the live content matches no version in git, and no proven state says whether it was edited there: its content is saved as a version first',
      null,
    ],
  ],
  other_stamp: [
    [
      {},
      'its stamp is not ours, and only recorded state says that the story is: its content is saved as a version first',
      null,
    ],
  ],
  locked_there: [[{}, 'the story is locked there: the tenant may refuse the push until it is unlocked', null]],
  no_versions: [[{}, 'the tenant keeps no versions: the overwritten content could not be saved', null]],
  name_computed: [
    [
      { path: 'agents[Ask].options.url' },
      'agents[Ask].options.url: the name is computed at run time and cannot be checked',
      null,
    ],
  ],
  shared_with_teams: [
    [
      { thing: { kind: 'credential', slug: 'vt' } },
      'credential "vt" is shared with chosen teams; the key cannot tell whether this team is one of them',
      null,
    ],
  ],
  sub_story_elsewhere: [
    [
      { slug: 'enrich', teamId: 8 },
      'sub-story "enrich" is in team 8; the key cannot tell whether this team may call it',
      null,
    ],
  ],
  prerequisites_absent: [[{ missing: [{ kind: 'resource', slug: 'list' }] }, 'missing there: resource "list"', null]],
  record_mention: [
    [
      { path: 'agents[Ask].options.url', name: 'Alert', target: 'Alert (1)', slug: 'alert' },
      'agents[Ask].options.url: INFO.record.alert keeps pointing at "Alert", not at "Alert (1)"',
      null,
    ],
  ],
  record_types_alike: [
    [
      { names: ['Alert', 'ALERT'] },
      'record types "Alert" and "ALERT" differ in upper and lower case only; the tenant may treat them as one',
      null,
    ],
  ],
  record_fields_alike: [
    [
      { type: 'Alert', fields: ['Note', 'note'] },
      'record type "Alert": fields "Note" and "note" differ in upper and lower case only; the tenant may treat them as one',
      null,
    ],
  ],
  record_field_repeated: [
    [{ type: 'Alert', field: 'note' }, 'record type "Alert" of the destination has more than one field "note"', null],
  ],
  record_type_switched: [
    [
      { from: 'Alert (1)', to: 'Alert' },
      'record type "Alert" is used from now on; "Alert (1)" stays as it is, with all its fields and rows; no rows move to "Alert"',
      null,
    ],
  ],
  not_compared: [
    [{ lastPush: null }, 'not compared with the tenant; nothing is recorded of it', null],
    [{ lastPush: '2026-11-22' }, 'not compared with the tenant; last pushed on 2026-11-22', null],
  ],
});
