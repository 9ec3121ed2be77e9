import { unreachable } from '../../diagnostics/result.ts';
import type { RolloutBarrier } from '../rollout.ts';
import type { Reason, SyncStatus } from '../status.ts';
import type { Cause } from './fact.ts';
import type { FailureKind } from './tenant-failure.ts';

/** The word of the closed list that a cause comes to. */
export function reasonOf(cause: Cause): Reason {
  switch (cause.kind) {
    case 'key_missing':
    case 'key_not_given':
    case 'key_malformed':
    case 'vault_key_missing':
    case 'vault_login_refused':
    case 'vault_login_impossible':
      return 'missing_key';
    case 'vault_unread':
      return 'unreachable';
    case 'destination_unreadable':
      return UNREAD[cause.failure.kind];
    case 'write_refused':
    case 'write_lost':
    case 'read_failed':
      return STEP_FAILED[cause.failure.kind];
    case 'created_unconfirmed':
      return reasonOf(cause.by);
    case 'settings_not_restored':
      // No later run knows how they were: it waits for a person, whatever kept us from it.
      return reasonOf(cause.by) === 'not_reached' ? 'unreachable' : reasonOf(cause.by);
    case 'story_file_unusable':
    case 'waits_for_story_files':
    case 'owner_unknown':
    case 'listing_behind':
      return 'unreadable';
    case 'name_repeated':
    case 'stamp_repeated':
    case 'name_taken':
    case 'record_type_repeated':
    case 'record_field_doubled':
    case 'created_twice':
    case 'vendor_destination_repeated':
    case 'answer_lost':
      return 'ambiguous_name';
    case 'not_managed':
    case 'moved_away':
    case 'kept_by_push':
    case 'copies_not_found':
    case 'given_to_vendor':
      return 'not_ours';
    case 'detached':
      return 'detached';
    case 'manual_only_and_blocked':
      return 'manual_sync_only';
    case 'held':
      return 'held';
    case 'pinned':
    case 'pin_unusable':
      return 'pinned';
    case 'edited_there':
      return 'drift';
    case 'change_control':
    case 'origin_uncontrolled':
      return 'change_control';
    case 'addresses_ambiguous':
      return 'ingress_ambiguous';
    case 'prerequisites_missing':
    case 'origin_story_gone':
      return 'missing_prerequisite';
    case 'enum_without_values':
    case 'delete_not_allowed':
    case 'vendor_sync_failed':
      return 'rejected';
    case 'failed_verification_before':
    case 'differs_after_push':
    case 'other_story_answered':
    case 'record_types_unplanned':
    case 'record_fields_not_kept':
    case 'delete_without_effect':
      return 'verify_failed';
    case 'stale':
      return 'plan_stale';
    case 'sub_story_failed':
    case 'interrupted':
    case 'run_ended':
    case 'leased_elsewhere':
    case 'lease_lost':
    case 'key_not_bound':
    case 'unconfirmed':
    case 'still_syncing':
      return 'not_reached';
    case 'owner_key_needed':
      return 'unauthorized';
    case 'awaits_replace':
    case 'kept_by_vendor':
    case 'origin_differs':
      return 'awaiting_approval';
    case 'halted':
      return 'halted';
    case 'rollout_waits':
      return ROLLOUT[cause.by.kind];
    case 'takeover_stopped':
      return cause.why.is === 'not_synced' ? 'not_reached' : 'not_ours';
    case 'superseded':
      return 'superseded';
    case 'internal':
      return 'internal';
    default:
      return unreachable(cause);
  }
}

const UNREAD: { readonly [kind in FailureKind]: Reason } = {
  unauthorized: 'unauthorized',
  unreachable: 'unreachable',
  timeout: 'unreachable',
  unavailable: 'unreachable',
  aborted: 'unreachable',
  // Nothing is wrong with a tenant that has a limit: its turn comes with the next run.
  rate_limited: 'not_reached',
  not_found: 'unreadable',
  rejected: 'unreadable',
  malformed: 'unreadable',
  incomplete: 'unreadable',
  too_slow: 'unreadable',
  not_asked: 'unreadable',
  redirected: 'unreadable',
};

const ROLLOUT: { readonly [kind in RolloutBarrier['kind']]: Reason } = {
  ring: 'awaiting_ring',
  soak: 'awaiting_ring',
  batch: 'awaiting_ring',
  place: 'awaiting_ring',
  share: 'awaiting_ring',
  callee: 'awaiting_ring',
  approved_plan: 'awaiting_ring',
  window: 'outside_window',
  failures: 'halted',
};

/** In a push a refusal is one of what was sent, and a stop leaves the rest for the next run. */
const STEP_FAILED: { readonly [kind in FailureKind]: Reason } = {
  ...UNREAD,
  not_found: 'rejected',
  rejected: 'rejected',
  aborted: 'not_reached',
};

/** Nothing failed: it waits for another run, or for a person. */
const WAITS: ReadonlySet<Reason> = new Set<Reason>([
  'detached',
  'manual_sync_only',
  'held',
  'awaiting_approval',
  'awaiting_ring',
  'outside_window',
  'plan_stale',
  'superseded',
  'halted',
  'not_reached',
]);

/** What a push that ended with this cause leaves behind. */
export function statusOf(cause: Cause): SyncStatus {
  return WAITS.has(reasonOf(cause)) ? 'requires_sync' : 'failed';
}

/** A refused key says nothing of the tenant: its other teams may have keys of their own. */
export function isKeyRefused(cause: Cause): boolean {
  return reasonOf(cause) === 'unauthorized';
}
