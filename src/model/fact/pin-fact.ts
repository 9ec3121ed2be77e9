import type { Pin } from '../destination.ts';

/** Why the stories of a pin's commit cannot be had. */
export type PinTrouble =
  | { readonly kind: 'no_repository' }
  /** No commit of this name is here, and nothing is left out of the clone. */
  | { readonly kind: 'unknown_commit' }
  /** More than one ancestor of the default branch begins so; their full names. */
  | { readonly kind: 'ambiguous_commit'; readonly commits: readonly string[] }
  /** A commit that the default branch does not have: nobody has merged it. */
  | { readonly kind: 'not_merged'; readonly commit: string }
  /** The clone was made to leave history out, so nobody can tell. */
  | { readonly kind: 'history_missing'; readonly clone: 'shallow' | 'partial' | 'full' }
  /** The tip of the default branch, as the remote told it, is not here. */
  | { readonly kind: 'tip_missing'; readonly tip: string }
  /** Git's storage cannot be read. */
  | { readonly kind: 'git_unreadable'; readonly finding: Finding }
  /** As `git show` would print it. */
  | { readonly kind: 'story_absent'; readonly at: string }
  | { readonly kind: 'story_unusable'; readonly at: string; readonly finding: Finding }
  /** The destination would get what no destination may have, such as two stories of one name. */
  | { readonly kind: 'story_clashes'; readonly finding: Finding };

/** As the finding says it. */
type Finding = { readonly message: string; readonly hint: string | null };

export type UnusablePin = { readonly kind: 'pin_unusable'; readonly pin: Pin; readonly because: PinTrouble };

/** What a pin makes of a pair. */
export type PinFact =
  | UnusablePin
  /** It has the content of its pin. */
  | { readonly kind: 'pinned'; readonly pin: Pin };
