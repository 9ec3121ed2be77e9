import { BUSY, expectWords, REFUSED } from '../../../test/support/explained.ts';
import type { DestinationFact } from '../../model/fact/destination-fact.ts';
import type { PushFact } from '../../model/fact/push-fact.ts';
import type { TenantFailure } from '../../model/fact/tenant-failure.ts';

const STOPPED: TenantFailure = { ...BUSY, kind: 'aborted', evidence: { seen: 'never_sent' } };

expectWords<Exclude<PushFact, DestinationFact>>({
  write_refused: [
    [
      { step: { write: 'import' }, failure: REFUSED },
      'POST /stories/import: HTTP 422 (name "has already been taken")',
      'fix the story, or ask the tenant owner why it was rejected',
    ],
    [
      { step: { write: 'update_story', fields: ['name', 'addTags', 'removeTags'] }, failure: REFUSED },
      'name, tags could not be set: POST /stories/import: HTTP 422 (name "has already been taken")',
      'fix the story, or ask the tenant owner why it was rejected',
    ],
    [
      { step: { write: 'create_record_type', name: 'Alert' }, failure: REFUSED },
      'record type "Alert" was not created: POST /stories/import: HTTP 422 (name "has already been taken")',
      'fix the story, or ask the tenant owner why it was rejected',
    ],
    [
      { step: { write: 'extend_record_type', name: 'Alert' }, failure: REFUSED },
      'record type "Alert" was not extended: POST /stories/import: HTTP 422 (name "has already been taken")',
      'fix the story, or ask the tenant owner why it was rejected',
    ],
  ],
  write_lost: [
    [
      { step: { write: 'import' }, failure: BUSY },
      'the import did not arrive: GET /stories: HTTP 503, after 5 attempts',
      'run the same command again: it continues where it stopped',
    ],
    [
      { step: { write: 'delete' }, failure: BUSY },
      'the delete did not arrive: GET /stories: HTTP 503, after 5 attempts',
      'run the same command again: it continues where it stopped',
    ],
    [
      { step: { write: 'save_version' }, failure: BUSY },
      'the live content could not be saved as a version, so nothing was overwritten: GET /stories: HTTP 503, after 5 attempts',
      'run the same command again: it continues where it stopped',
    ],
    [{ step: { write: 'import' }, failure: STOPPED }, 'interrupted', 'run the same command again to continue'],
  ],
  read_failed: [
    [
      { step: 'after_push', failure: BUSY },
      'pushed, but it could not be read back: GET /stories: HTTP 503, after 5 attempts',
      'run the same command again: it continues where it stopped',
    ],
    [{ step: 'lost_update', failure: STOPPED }, 'interrupted', 'run the same command again to continue'],
  ],
  stale: [
    [
      { stale: { since: 'edited' } },
      'the story was edited at the destination since the plan',
      'make a new plan and review it',
    ],
    [
      { stale: { since: 'edited_while_importing' } },
      'the story was edited at the destination while the answer to the import was lost',
      'make a new plan and review it',
    ],
    [
      { stale: { since: 'moved' } },
      'the story was moved to another team since the plan',
      'make a new plan and review it',
    ],
    [
      { stale: { since: 'change_control' } },
      'the story was put under change control since the plan',
      'make a new plan and review it',
    ],
    [
      { stale: { since: 'detached' } },
      'the destination detached the story since the plan',
      'make a new plan and review it',
    ],
    [{ stale: { since: 'locked' } }, 'the story was locked since the plan', 'make a new plan and review it'],
    [
      { stale: { since: 'other_plan' } },
      'source or destination changed since it was made',
      'make a new plan and review it',
    ],
    [
      { stale: { since: 'deleted' } },
      'the story was deleted at the destination right after it was created',
      'make a new plan and review it',
    ],
    [
      { stale: { since: 'created_elsewhere', name: 'Triage' } },
      'another run created "Triage" in the meantime, and it is not yet what git asks for',
      'make a new plan and review it',
    ],
    [
      { stale: { since: 'name_appeared', name: 'Triage' } },
      'a story named "Triage" appeared in the team since the plan',
      'make a new plan and review it',
    ],
    [
      { stale: { since: 'second_of_name', name: 'Triage' } },
      'a second story named "Triage" appeared in the team since the plan',
      'make a new plan and review it',
    ],
    [
      { stale: { since: 'record_type_appeared', name: 'Alert' } },
      'a record type "Alert" appeared since the plan',
      'make a new plan and review it',
    ],
    [
      { stale: { since: 'record_type_gone', name: 'Alert' } },
      'the record type "Alert" has disappeared since the plan',
      'make a new plan and review it',
    ],
  ],
  listing_behind: [[{}, 'the listing of the team does not show it yet', 'run the same command again to continue']],
  answer_lost: [[{}, 'the answer to its import was lost, so it may be another run’s', null]],
  record_field_doubled: [
    [
      { type: 'Alert', field: 'title' },
      'record type "Alert" has the field "title" more than once: another run added it at the same moment',
      'delete the one without data at the destination, then run again',
    ],
  ],
  other_story_answered: [
    [
      { got: { id: 7 }, expected: {} },
      'the tenant answered with story 7, which already existed; expected a new one',
      'stop syncing to this tenant and check that story there',
    ],
    [
      { got: { id: 7, teamId: 8 }, expected: { teamId: 42 } },
      'the tenant answered with story 7 of team 8, expected a new one of team 42',
      'stop syncing to this tenant and check both stories there',
    ],
  ],
  differs_after_push: [
    [
      { places: ['name', 'tags'] },
      'the tenant accepted the story, but the live content differs at: name, tags',
      'compare the story at the destination; --force pushes it again',
    ],
    [
      { places: ['a', 'b', 'c', 'd', 'e', 'f', 'g'] },
      'the tenant accepted the story, but the live content differs at: a, b, c, d, e and 2 more places',
      'compare the story at the destination; --force pushes it again',
    ],
  ],
  record_types_unplanned: [
    [
      { names: ['Alert (1)'] },
      'after the push the team has unplanned record types: Alert (1)',
      'nothing more is pushed to this tenant in this run; find out where they come from before the next one',
    ],
  ],
  record_fields_not_kept: [
    [
      { name: 'Alert' },
      'record type "Alert" was not extended: the new fields are not there',
      'check the type at the destination',
    ],
  ],
  delete_without_effect: [
    [
      {},
      'the tenant accepted the delete, but the story is still there',
      'check the story in the tenant, then run again',
    ],
  ],
  delete_not_allowed: [
    [
      {},
      'the key may not delete stories there',
      'give the key a role that may delete stories (Team admin), or delete the story by hand',
    ],
  ],
  sub_story_failed: [[{ name: 'Enrich' }, 'skipped: sub-story "Enrich" failed to sync', 'fix the sub-story first']],
  run_ended: [[{}, 'the run ended before this story was pushed', 'run the same command again to continue']],
  leased_elsewhere: [
    [
      { owner: 'process 7 on ci-3' },
      'another run is writing to this destination: process 7 on ci-3',
      'run the same command again when that run has ended; one that was killed is passed over two minutes later',
    ],
  ],
  lease_lost: [
    [
      {},
      'stopped: another run may be writing to this destination, as this one could not renew its lease',
      'run the same command again; what was begun there is found',
    ],
  ],
  key_not_bound: [
    [
      { why: 'there CONTOSO_KEY does not occur' },
      'not asked: there CONTOSO_KEY does not occur',
      'merge the manifest change first',
    ],
  ],
  superseded: [
    [
      {},
      'superseded: the branch has a newer commit, and a run never moves a destination back',
      'run the newer commit instead',
    ],
  ],
  internal: [
    [{ text: 'oops' }, 'internal error: oops', 'please report this; run the same command again to continue'],
    [
      { text: null },
      'internal error: see the report of that run',
      'please report this; run the same command again to continue',
    ],
  ],
});
