import type { Interrupted } from './destination-fact.ts';
import type { TenantFailure } from './tenant-failure.ts';

/** A write of a push, by what it was to bring about. */
export type WriteStep =
  | { readonly write: 'import' }
  | { readonly write: 'update_story'; readonly fields: readonly string[] }
  | { readonly write: 'save_version' }
  | { readonly write: 'create_record_type' | 'extend_record_type'; readonly name: string }
  | { readonly write: 'delete' }
  /** Of the vendor's own syncing, at the origin. */
  | { readonly write: 'create_destination' | 'update_destination' | 'delete_destination' | 'start_sync' };

/** A read of a push, by what it was for. */
export type ReadStep =
  | 'before_write'
  | 'after_push'
  | 'lost_import'
  | 'lost_update'
  | 'new_story'
  | 'stories_of_team'
  | 'stories_of_name'
  | 'record_types'
  | 'deleted_story'
  | 'origin_stories'
  | 'origin_story'
  | 'sync_destinations';

/** What is no longer as the plan found it. */
export type Stale =
  | {
      readonly since:
        | 'edited'
        | 'edited_while_importing'
        | 'moved'
        | 'deleted'
        | 'change_control'
        | 'detached'
        | 'locked'
        | 'other_plan';
    }
  | {
      readonly since:
        | 'name_appeared'
        | 'created_elsewhere'
        | 'second_of_name'
        | 'record_type_appeared'
        | 'record_type_gone';
      readonly name: string;
    };

/** Why a push did not bring a story to what git asks for. */
export type PushFact =
  | { readonly kind: 'write_refused'; readonly step: WriteStep; readonly failure: TenantFailure }
  /** Sent as often as may be, and not there. */
  | { readonly kind: 'write_lost'; readonly step: WriteStep; readonly failure: TenantFailure }
  | { readonly kind: 'read_failed'; readonly step: ReadStep; readonly failure: TenantFailure }
  | { readonly kind: 'stale'; readonly stale: Stale }
  /** The team's listing does not show what was created there. */
  | { readonly kind: 'listing_behind' }
  /** The answer to a create was lost: the story that was found may be another run's. */
  | { readonly kind: 'answer_lost' }
  | {
      readonly kind: 'other_story_answered';
      readonly got: { readonly id: number; readonly teamId?: number };
      /** Without an id a new one. */
      readonly expected: { readonly id?: number; readonly teamId?: number };
    }
  | { readonly kind: 'differs_after_push'; readonly places: readonly string[] }
  | { readonly kind: 'record_types_unplanned'; readonly names: readonly string[] }
  | { readonly kind: 'record_field_doubled'; readonly type: string; readonly field: string }
  | { readonly kind: 'record_fields_not_kept'; readonly name: string }
  | { readonly kind: 'delete_without_effect' }
  | { readonly kind: 'delete_not_allowed' }
  | { readonly kind: 'sub_story_failed'; readonly name: string }
  | Interrupted
  | { readonly kind: 'run_ended' }
  /** Another run writes to the destination; `owner` says who, printable. */
  | { readonly kind: 'leased_elsewhere'; readonly owner: string }
  /** It can no longer be said that no other run writes to the destination. */
  | { readonly kind: 'lease_lost' }
  /** No key may be used for it: `why` is the rule of trust that says so (trust/bind.ts). */
  | { readonly kind: 'key_not_bound'; readonly why: string }
  | { readonly kind: 'superseded' }
  | {
      readonly kind: 'internal';
      /** A bug's own words may quote what was at hand: they go to that run's report, never into git. */
      readonly text: string | null;
    };
