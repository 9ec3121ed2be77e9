import { BUSY, expectWords, REFUSED } from '../../../test/support/explained.ts';
import type { DestinationFact } from '../../model/fact/destination-fact.ts';
import type { Fact } from '../../model/fact/fact.ts';
import type { NativeFact, NativePruneFact } from '../../model/fact/native-fact.ts';
import type { NotDeletedFact, OrphanFact } from '../../model/fact/orphan-fact.ts';
import type { OwnershipFact } from '../../model/fact/ownership-fact.ts';
import type { PinFact } from '../../model/fact/pin-fact.ts';
import type { PushFact } from '../../model/fact/push-fact.ts';
import type { StatusFact } from '../../model/fact/status-fact.ts';
import type { StoryFact } from '../../model/fact/story-fact.ts';
import type { Warning } from '../../model/fact/warning.ts';
import type { RolloutFact } from '../../model/rollout.ts';

/** What has words in a file of its own has its rows beside that file. */
type ExplainedElsewhere =
  | DestinationFact
  | OwnershipFact
  | StoryFact
  | PushFact
  | NativeFact
  | NativePruneFact
  | StatusFact
  | OrphanFact
  | NotDeletedFact
  | Warning
  | PinFact
  | RolloutFact;

expectWords<Exclude<Fact, ExplainedElsewhere>>({
  recorded: [[{ message: 'as it was', hint: 'do it' }, 'as it was', 'do it']],
  held: [
    [{ hold: { reason: 'audit' }, by: null }, 'audit', null],
    [
      { hold: { reason: 'audit', owner: '@acme/soc', until: '2027-01-31' }, by: null },
      'audit (@acme/soc, until 2027-01-31)',
      null,
    ],
    [
      { hold: { reason: 'audit' }, by: { kind: 'change_control' } },
      'audit; would be blocked: under change control there: storysync never bypasses approval',
      'switch change control off for this story at the destination, or detach the story',
    ],
  ],
  manual_only_and_blocked: [
    [
      { by: { kind: 'change_control' } },
      'would be blocked: under change control there: storysync never bypasses approval',
      'switch change control off for this story at the destination, or detach the story',
    ],
  ],
  created_unconfirmed: [
    [
      { id: 7, by: { kind: 'read_failed', step: 'stories_of_team', failure: BUSY } },
      'story 7 was created, but perhaps more than once: the stories of the team could not be read: GET /stories: HTTP 503, after 5 attempts',
      'run the same command again: it continues where it stopped',
    ],
  ],
  created_twice: [
    [
      { ids: [7, 8], own: 7, by: null },
      'stories 7 and 8 were created there at the same moment, by another run or a repeated request',
      'delete all but story 7 there, then run again',
    ],
    [
      { ids: [7, 8], own: 8, by: { kind: 'stale', stale: { since: 'edited' } } },
      'stories 7 and 8 were created there at the same moment, by another run or a repeated request; story 8, which this run created, was not deleted again: the story was edited at the destination since the plan',
      'delete all but story 7 there, then run again',
    ],
  ],
  settings_not_restored: [
    [
      {
        settings: ['locked'],
        by: { kind: 'write_refused', step: { write: 'update_story', fields: ['locked'] }, failure: REFUSED },
      },
      'locked could not be set: POST /stories/import: HTTP 422 (name "has already been taken")',
      'the import changed settings of the destination: put them back there by hand (locked), then run again',
    ],
  ],
  halted: [
    [
      { by: { kind: 'record_types_unplanned', names: ['Alert (1)'] } },
      'nothing more was sent to this tenant: after the push the team has unplanned record types: Alert (1)',
      'fix what stopped the tenant first, then run again',
    ],
  ],
  deleted: [
    [
      { keptAs: 'state:pruned/old.json', warnings: [{ kind: 'callers_unread' }] },
      'deleted; to restore it, save its copy as a story file: git show state:pruned/old.json; stories there from outside this repository were not read; one of them may call it',
      null,
    ],
  ],
  not_deleted: [
    [
      { by: { kind: 'push_failed', key: 'keep' } },
      'not deleted: the push of "keep" to this destination did not go through',
      null,
    ],
    [
      { by: { kind: 'read_failed', step: 'deleted_story', failure: BUSY } },
      'it is not known whether the story was deleted: GET /stories: HTTP 503, after 5 attempts',
      'run the same command again: it continues where it stopped',
    ],
    [{ by: { kind: 'maybe_deleted' } }, 'an internal error interrupted the delete', 'check whether it is still there'],
  ],
});
