import type { MissingPrerequisite } from '../prerequisite.ts';
import type { NativeWarning } from './native-fact.ts';
import type { HistoryGap } from './story-fact.ts';

/** What went well enough but should be known. */
export type Warning =
  | { readonly kind: 'key_renamed'; readonly from: string }
  | { readonly kind: 'key_reused'; readonly name: string; readonly id: number }
  | { readonly kind: 'takes_over' }
  | { readonly kind: 'taken_over'; readonly keepsOwnStamp: boolean }
  /** What is there may be an edit, so it is saved as a version before it is overwritten. */
  | { readonly kind: 'maybe_edited'; readonly gap: HistoryGap | null }
  | { readonly kind: 'other_stamp' }
  | { readonly kind: 'locked_there' }
  | { readonly kind: 'no_versions' }
  | { readonly kind: 'name_computed'; readonly path: string }
  | { readonly kind: 'shared_with_teams'; readonly thing: MissingPrerequisite }
  | { readonly kind: 'sub_story_elsewhere'; readonly slug: string; readonly teamId: number }
  | { readonly kind: 'prerequisites_absent'; readonly missing: readonly MissingPrerequisite[] }
  | {
      readonly kind: 'record_mention';
      readonly path: string;
      readonly name: string;
      readonly target: string;
      readonly slug: string;
    }
  | RecordTypeWarning
  | NativeWarning
  /** Two runs created the story at one moment: ours was deleted again, the other one is as git asks for. */
  | { readonly kind: 'withdrawn'; readonly id: number; readonly by: number; readonly keptAs: string }
  /** It appeared since the plan, and is as git asks for. */
  | { readonly kind: 'created_elsewhere'; readonly id: number }
  /** Nobody asked the tenant; `lastPush` is a day, not a moment: what is said of a thousand destinations alike is told once. */
  | { readonly kind: 'not_compared'; readonly lastPush: string | null };

export type RecordTypeWarning =
  | { readonly kind: 'record_types_alike'; readonly names: readonly [string, string] }
  | { readonly kind: 'record_fields_alike'; readonly type: string; readonly fields: readonly [string, string] }
  | { readonly kind: 'record_field_repeated'; readonly type: string; readonly field: string }
  /** From now on another type of the family is used, and rows stay with the one before. */
  | { readonly kind: 'record_type_switched'; readonly from: string; readonly to: string };
