import { unreachable } from '../../diagnostics/result.ts';
import type { Words } from '../../model/fact/fact.ts';
import type { PushFact, ReadStep, Stale, WriteStep } from '../../model/fact/push-fact.ts';
import type { TenantFailure } from '../../model/fact/tenant-failure.ts';
import { describeTenantFailure, hintForTenantFailure } from './explain-tenant.ts';

const PLACES_SHOWN = 5;
const GO_ON = 'run the same command again to continue';

/** Why a push did not bring a story to what git asks for. */
export function explainPush(fact: PushFact): Words {
  switch (fact.kind) {
    case 'write_refused':
      return explainCall(withoutWrite(fact.step), fact.failure);
    case 'write_lost':
      return explainCall(ARRIVED[fact.step.write] ?? withoutWrite(fact.step), fact.failure);
    case 'read_failed':
      return explainCall(READS[fact.step], fact.failure);
    case 'stale':
      return { message: describeStale(fact.stale), hint: 'make a new plan and review it' };
    case 'listing_behind':
      return { message: 'the listing of the team does not show it yet', hint: GO_ON };
    case 'answer_lost':
      return { message: 'the answer to its import was lost, so it may be another run’s', hint: null };
    case 'other_story_answered':
      return explainOtherStory(fact);
    case 'differs_after_push': {
      const shown = fact.places.slice(0, PLACES_SHOWN).join(', ');
      const rest = fact.places.length > PLACES_SHOWN ? ` and ${fact.places.length - PLACES_SHOWN} more places` : '';
      return {
        message: `the tenant accepted the story, but the live content differs at: ${shown}${rest}`,
        hint: 'compare the story at the destination; --force pushes it again',
      };
    }
    case 'record_types_unplanned':
      return {
        message: `after the push the team has unplanned record types: ${fact.names.join(', ')}`,
        hint: 'nothing more is pushed to this tenant in this run; find out where they come from before the next one',
      };
    case 'record_field_doubled':
      return {
        message: `record type "${fact.type}" has the field "${fact.field}" more than once: another run added it at the same moment`,
        hint: 'delete the one without data at the destination, then run again',
      };
    case 'record_fields_not_kept':
      return {
        message: `record type "${fact.name}" was not extended: the new fields are not there`,
        hint: 'check the type at the destination',
      };
    case 'delete_without_effect':
      return {
        message: 'the tenant accepted the delete, but the story is still there',
        hint: 'check the story in the tenant, then run again',
      };
    case 'delete_not_allowed':
      return {
        message: 'the key may not delete stories there',
        hint: 'give the key a role that may delete stories (Team admin), or delete the story by hand',
      };
    case 'sub_story_failed':
      return { message: `skipped: sub-story "${fact.name}" failed to sync`, hint: 'fix the sub-story first' };
    case 'interrupted':
      return { message: 'interrupted', hint: GO_ON };
    case 'run_ended':
      return { message: 'the run ended before this story was pushed', hint: GO_ON };
    case 'leased_elsewhere':
      return {
        message: `another run is writing to this destination: ${fact.owner}`,
        hint: 'run the same command again when that run has ended; one that was killed is passed over two minutes later',
      };
    case 'lease_lost':
      return {
        message: 'stopped: another run may be writing to this destination, as this one could not renew its lease',
        hint: 'run the same command again; what was begun there is found',
      };
    case 'key_not_bound':
      return { message: `not asked: ${fact.why}`, hint: 'merge the manifest change first' };
    case 'superseded':
      return {
        message: 'superseded: the branch has a newer commit, and a run never moves a destination back',
        hint: 'run the newer commit instead',
      };
    case 'internal':
      return {
        message: `internal error: ${fact.text ?? 'see the report of that run'}`,
        hint: 'please report this; run the same command again to continue',
      };
    default:
      return unreachable(fact);
  }
}

/** Settings that an import moved, and that no later run can put back. */
export function hintToPutBack(settings: readonly string[]): string {
  return `the import changed settings of the destination: put them back there by hand (${settings.join(', ')}), then run again`;
}

/** A call that was stopped is no failure of the tenant. */
function explainCall(lead: string, failure: TenantFailure): Words {
  if (failure.kind === 'aborted') return { message: 'interrupted', hint: GO_ON };
  const text = describeTenantFailure(failure);
  return {
    message: lead === '' ? text : `${lead}: ${text}`,
    hint: hintForTenantFailure(failure, { purpose: 'push' }),
  };
}

/** What is not there because the write did not happen; nothing where the request itself says so. */
function withoutWrite(step: WriteStep): string {
  switch (step.write) {
    case 'import':
    case 'delete':
    case 'start_sync':
    case 'create_destination':
    case 'update_destination':
    case 'delete_destination':
      return '';
    case 'update_story':
      return `${[...new Set(step.fields.map((field) => FIELDS[field] ?? field))].join(', ')} could not be set`;
    case 'save_version':
      return 'the live content could not be saved as a version, so nothing was overwritten';
    case 'create_record_type':
      return `record type "${step.name}" was not created`;
    case 'extend_record_type':
      return `record type "${step.name}" was not extended`;
    default:
      return unreachable(step);
  }
}

const FIELDS: { readonly [field: string]: string } = { addTags: 'tags', removeTags: 'tags', folderId: 'folder' };

/** It was sent, and is not there. */
const ARRIVED: { readonly [write in WriteStep['write']]?: string } = {
  import: 'the import did not arrive',
  delete: 'the delete did not arrive',
  start_sync: 'the vendor was not told to sync',
  create_destination: 'the sync destination was not created',
  update_destination: 'the sync destination was not updated',
  delete_destination: 'the sync destination was not deleted',
};

const READS: { readonly [step in ReadStep]: string } = {
  before_write: 'the story could not be read again',
  after_push: 'pushed, but it could not be read back',
  lost_import: 'it is not known whether the import arrived',
  lost_update: 'it is not known whether the update arrived',
  new_story: 'a new story could not be read',
  stories_of_team: 'the stories of the team could not be read',
  stories_of_name: 'stories of this name could not be looked up',
  record_types: 'record types could not be read',
  deleted_story: 'it is not known whether the story was deleted',
  origin_stories: 'the stories of the origin team could not be read',
  origin_story: 'the story could not be read at the origin',
  sync_destinations: 'the sync destinations of the origin could not be read',
};

function describeStale(change: Stale): string {
  switch (change.since) {
    case 'edited':
      return 'the story was edited at the destination since the plan';
    case 'edited_while_importing':
      return 'the story was edited at the destination while the answer to the import was lost';
    case 'deleted':
      return 'the story was deleted at the destination right after it was created';
    case 'moved':
      return 'the story was moved to another team since the plan';
    case 'change_control':
      return 'the story was put under change control since the plan';
    case 'detached':
      return 'the destination detached the story since the plan';
    case 'locked':
      return 'the story was locked since the plan';
    case 'other_plan':
      return 'source or destination changed since it was made';
    case 'name_appeared':
      return `a story named "${change.name}" appeared in the team since the plan`;
    case 'created_elsewhere':
      return `another run created "${change.name}" in the meantime, and it is not yet what git asks for`;
    case 'second_of_name':
      return `a second story named "${change.name}" appeared in the team since the plan`;
    case 'record_type_appeared':
      return `a record type "${change.name}" appeared since the plan`;
    case 'record_type_gone':
      return `the record type "${change.name}" has disappeared since the plan`;
    default:
      return unreachable(change);
  }
}

function explainOtherStory({ got, expected }: Extract<PushFact, { kind: 'other_story_answered' }>): Words {
  if (got.teamId === undefined) {
    return {
      message: `the tenant answered with story ${got.id}, which already existed; expected a new one`,
      hint: 'stop syncing to this tenant and check that story there',
    };
  }
  return {
    message: `the tenant answered with story ${got.id} of team ${got.teamId}, expected ${expected.id ?? 'a new one'} of team ${expected.teamId}`,
    hint: 'stop syncing to this tenant and check both stories there',
  };
}
