import { unreachable } from '../../diagnostics/result.ts';
import type { Fact, Words } from '../../model/fact/fact.ts';
import { explainDestination } from './explain-destination.ts';
import { explainNative, explainNativePrune } from './explain-native.ts';
import { explainNotDeleted, explainOrphan } from './explain-orphan.ts';
import { explainOwnership } from './explain-ownership.ts';
import { explainPin } from './explain-pin.ts';
import { explainPush, hintToPutBack } from './explain-push.ts';
import { explainRollout } from './explain-rollout.ts';
import { explainStatus } from './explain-status.ts';
import { describeNote, explainStory } from './explain-story.ts';
import { explainWarning } from './explain-warning.ts';

/**
 * The one place that has words for facts, for every format. A message is a fragment in lower case that may follow a colon;
 * a hint says what to do and repeats nothing of it.
 */
export function explain(fact: Fact): Words {
  switch (fact.kind) {
    case 'recorded':
      return { message: fact.message, hint: fact.hint };
    case 'manual_only_and_blocked': {
      const { message, hint } = explain(fact.by);
      return { message: `would be blocked: ${message}`, hint };
    }
    case 'held': {
      const by = fact.by && explain(fact.by);
      const more = by ? `; would be blocked: ${by.message}` : '';
      return { message: `${describeNote(fact.hold)}${more}`, hint: by?.hint ?? null };
    }
    case 'halted': {
      const hint = 'fix what stopped the tenant first, then run again';
      return { message: `nothing more was sent to this tenant: ${explain(fact.by).message}`, hint };
    }
    case 'pinned':
    case 'pin_unusable':
      return explainPin(fact);
    case 'rollout_waits':
      return explainRollout(fact);
    case 'created_unconfirmed': {
      const { message, hint } = explain(fact.by);
      return { message: `story ${fact.id} was created, but perhaps more than once: ${message}`, hint };
    }
    case 'created_twice': {
      const [first, ...others] = fact.ids;
      const stands = `stories ${[first, ...others].join(' and ')} were created there at the same moment, by another run or a repeated request`;
      const why =
        fact.by === null
          ? ''
          : `; story ${fact.own}, which this run created, was not deleted again: ${explain(fact.by).message}`;
      return { message: `${stands}${why}`, hint: `delete all but story ${first} there, then run again` };
    }
    case 'settings_not_restored':
      return { message: explain(fact.by).message, hint: hintToPutBack(fact.settings) };
    case 'deleted': {
      const warnings = fact.warnings.map((warning) => explain(warning).message);
      const back = `deleted; to restore it, save its copy as a story file: git show ${fact.keptAs ?? ''}`;
      return only([back, ...warnings].join('; '));
    }
    case 'not_deleted': {
      const { message, hint } = explain(fact.by);
      return { message: isFateKnown(fact.by) ? `not deleted: ${message}` : message, hint };
    }
    case 'vendor_destination_deleted':
    case 'vendor_destination_stays':
      return only(explainNativePrune(fact));
    case 'key_missing':
    case 'key_not_given':
    case 'key_malformed':
    case 'vault_key_missing':
    case 'vault_login_refused':
    case 'vault_login_impossible':
    case 'vault_unread':
    case 'destination_unreadable':
    case 'given_to_vendor':
    case 'interrupted':
    case 'story_file_unusable':
    case 'waits_for_story_files':
      return explainDestination(fact);
    case 'name_repeated':
    case 'stamp_repeated':
    case 'name_taken':
    case 'not_managed':
    case 'moved_away':
    case 'owner_unknown':
      return explainOwnership(fact);
    case 'detached':
    case 'edited_there':
    case 'change_control':
    case 'failed_verification_before':
    case 'record_type_repeated':
    case 'enum_without_values':
    case 'addresses_ambiguous':
    case 'prerequisites_missing':
      return explainStory(fact);
    case 'write_refused':
    case 'write_lost':
    case 'read_failed':
    case 'stale':
    case 'listing_behind':
    case 'answer_lost':
    case 'other_story_answered':
    case 'differs_after_push':
    case 'record_types_unplanned':
    case 'record_field_doubled':
    case 'record_fields_not_kept':
    case 'delete_without_effect':
    case 'delete_not_allowed':
    case 'sub_story_failed':
    case 'run_ended':
    case 'leased_elsewhere':
    case 'lease_lost':
    case 'key_not_bound':
    case 'superseded':
    case 'internal':
      return explainPush(fact);
    case 'owner_key_needed':
    case 'vendor_destination_repeated':
    case 'awaits_replace':
    case 'kept_by_vendor':
    case 'kept_by_push':
    case 'origin_differs':
    case 'origin_story_gone':
    case 'origin_uncontrolled':
    case 'copies_not_found':
    case 'takeover_stopped':
    case 'vendor_sync_failed':
    case 'unconfirmed':
    case 'still_syncing':
      return explainNative(fact);
    case 'never_synced':
    case 'nothing_recorded':
    case 'shard_missing':
    case 'left_out_by_shard':
    case 'changed_since_failure':
      return explainStatus(fact);
    case 'neighbour_unreadable':
    case 'orphan_tagged':
    case 'orphan_under_change_control':
    case 'orphan_locked':
    case 'maybe_wanted':
    case 'orphan_not_proven':
    case 'called_by':
    case 'orphan_manual_only':
    case 'orphan_held':
    case 'orphan_edited':
    case 'callers_unread':
      return only(explainOrphan(fact));
    case 'no_copy':
    case 'copy_holds_secrets':
    case 'push_failed':
    case 'caller_remains':
    case 'maybe_deleted':
      return explainNotDeleted(fact);
    case 'key_renamed':
    case 'key_reused':
    case 'takes_over':
    case 'taken_over':
    case 'maybe_edited':
    case 'other_stamp':
    case 'locked_there':
    case 'no_versions':
    case 'name_computed':
    case 'shared_with_teams':
    case 'sub_story_elsewhere':
    case 'prerequisites_absent':
    case 'record_mention':
    case 'record_types_alike':
    case 'record_fields_alike':
    case 'record_field_repeated':
    case 'record_type_switched':
    case 'withdrawn':
    case 'created_elsewhere':
    case 'not_compared':
    case 'saving_may_sync':
    case 'key_not_sent':
    case 'copies_left_to_vendor':
    case 'flag_unknown':
    case 'disabled_by_vendor':
    case 'no_forecast':
    case 'vendor_failed':
      return only(explainWarning(fact));
    default:
      return unreachable(fact);
  }
}

/** The same of a pair that may have nothing to tell. */
export function explainIfAny(fact: Fact | null): { readonly message: string | null; readonly hint: string | null } {
  return fact === null ? { message: null, hint: null } : explain(fact);
}

/** Message and hint where there is one line for both. */
export function explainInLine(fact: Fact): string {
  const { message, hint } = explain(fact);
  return hint === null ? message : `${message}; ${hint}`;
}

function only(message: string): Words {
  return { message, hint: null };
}

/** Whether it is certain that what was to be deleted is still there. */
function isFateKnown(by: Fact): boolean {
  const isLook = by.kind === 'read_failed' && (by.step === 'deleted_story' || by.step === 'sync_destinations');
  return by.kind !== 'maybe_deleted' && !isLook;
}
