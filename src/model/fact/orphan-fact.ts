import type { Hold } from '../destination.ts';

/** What is to be known of a story left behind: why it stays in any case, or what deleting it means. */
export type OrphanFact =
  | { readonly kind: 'neighbour_unreadable'; readonly name: string }
  | { readonly kind: 'orphan_tagged' }
  | { readonly kind: 'orphan_under_change_control' }
  | { readonly kind: 'orphan_locked' }
  | { readonly kind: 'maybe_wanted'; readonly key: string; readonly inCommit: boolean }
  /** Why nothing proves that it is ours. */
  | {
      readonly kind: 'orphan_not_proven';
      readonly because: 'stamp_stored_otherwise' | 'stamp_unknown' | 'other_origin' | 'stamp_gone';
    }
  | { readonly kind: 'called_by'; readonly name: string }
  | { readonly kind: 'orphan_manual_only' }
  /** The manifest holds the destination. */
  | { readonly kind: 'orphan_held'; readonly hold: Hold }
  | { readonly kind: 'orphan_edited'; readonly places: readonly string[] }
  | { readonly kind: 'callers_unread' };

/** What keeps a story from being deleted that might have been, besides what keeps any write from being made. */
export type NotDeletedFact =
  /** Without a problem nobody tried. */
  | { readonly kind: 'no_copy'; readonly problem: { readonly message: string; readonly hint: string } | null }
  | {
      readonly kind: 'copy_holds_secrets';
      readonly literals: readonly { readonly path: string; readonly kind: string }[];
    }
  /** Not everything was pushed there, so the destination is not what the plan took it for. */
  | { readonly kind: 'push_failed'; readonly key: string }
  | { readonly kind: 'caller_remains' }
  | { readonly kind: 'maybe_deleted' };
