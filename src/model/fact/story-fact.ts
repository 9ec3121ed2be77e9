import type { Detachment } from '../destination.ts';
import type { MissingPrerequisite } from '../prerequisite.ts';

/** Why git may know more versions of a story than were looked at. */
export type HistoryGap = 'shallow' | 'no_git';

/** Why the plan does not push a story. */
export type StoryFact =
  /** Without a detachment of the manifest the destination did it itself, by the tag. */
  | { readonly kind: 'detached'; readonly detachment: Detachment | null; readonly absent: boolean }
  | {
      readonly kind: 'edited_there';
      readonly onDrift: 'keep' | 'fail';
      readonly places: readonly string[];
      /** Set where nobody can tell whether it was edited there, with why git may know no more. */
      readonly unproven: { readonly gap: HistoryGap | null } | null;
    }
  | { readonly kind: 'change_control' }
  | { readonly kind: 'failed_verification_before' }
  | { readonly kind: 'record_type_repeated'; readonly name: string }
  | { readonly kind: 'enum_without_values'; readonly type: string; readonly field: string }
  | { readonly kind: 'addresses_ambiguous'; readonly places: readonly string[] }
  | { readonly kind: 'prerequisites_missing'; readonly missing: readonly MissingPrerequisite[] };
