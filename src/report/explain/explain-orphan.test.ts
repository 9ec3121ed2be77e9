import { expectWords } from '../../../test/support/explained.ts';
import type { NotDeletedFact, OrphanFact } from '../../model/fact/orphan-fact.ts';

expectWords<OrphanFact | NotDeletedFact>({
  neighbour_unreadable: [
    [{ name: 'Odd' }, 'story "Odd" there could not be read, so nothing is deleted at this destination', null],
  ],
  orphan_tagged: [[{}, 'it is tagged "detached-from-sync" there', null]],
  orphan_under_change_control: [[{}, 'under change control there: storysync never bypasses approval', null]],
  orphan_locked: [[{}, 'it is locked there', null]],
  maybe_wanted: [
    [{ key: 'quiet', inCommit: true }, 'it may be the story that this destination subscribes to as "quiet"', null],
    [
      { key: 'later', inCommit: false },
      'it may be the story that this destination subscribes to as "later", which is not in the commit',
      null,
    ],
  ],
  orphan_not_proven: [
    [
      { because: 'stamp_stored_otherwise' },
      'the tenant stored a stamp that is not ours, so nothing proves that the story is ours',
      null,
    ],
    [
      { because: 'stamp_unknown' },
      'git no longer has a story with its stamp, and recorded state is unsigned: nothing else says that it is ours',
      null,
    ],
    [
      { because: 'other_origin' },
      'its stamp belongs to another origin than the stories in git, so only recorded state says that it is ours',
      null,
    ],
    [{ because: 'stamp_gone' }, 'it no longer carries our stamp: what is there now is not ours', null],
  ],
  called_by: [[{ name: 'Own' }, '"Own" stays there and calls it', null]],
  orphan_held: [[{ hold: { reason: 'audit', until: '2027-01-31' } }, 'held: audit (until 2027-01-31)', null]],
  orphan_manual_only: [[{}, 'manual sync only: name the destination with --destination, or give --manual', null]],
  orphan_edited: [
    [{ places: [] }, 'edited there since our last push; the copy keeps the edit', null],
    [
      { places: ['a', 'b', 'c', 'd', 'e', 'f'] },
      'edited there since our last push (a, b, c, d, e and 1 more); the copy keeps the edit',
      null,
    ],
  ],
  callers_unread: [[{}, 'stories there from outside this repository were not read; one of them may call it', null]],
  no_copy: [
    [{ problem: null }, 'no copy of it was kept', null],
    [
      { problem: { message: 'the disk is full', hint: 'free space' } },
      'no copy of it could be kept: the disk is full',
      'free space',
    ],
  ],
  copy_holds_secrets: [
    [
      { literals: [{ path: 'agents[Ask]', kind: 'token' }] },
      'it contains what looks like a credential at agents[Ask] (token), so it may not be copied into git',
      'make it a credential there, or delete the story by hand',
    ],
  ],
  push_failed: [[{ key: 'keep' }, 'the push of "keep" to this destination did not go through', null]],
  caller_remains: [[{}, 'a story that calls it is still there', null]],
  maybe_deleted: [[{}, 'an internal error interrupted the delete', 'check whether it is still there']],
});
