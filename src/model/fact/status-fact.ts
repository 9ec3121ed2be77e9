/** What recorded state, or the report of several runs, tells of a story that is not in sync. */
export type StatusFact =
  | { readonly kind: 'never_synced' }
  | { readonly kind: 'nothing_recorded' }
  /** Nothing is known of a run that was about it: `2/4`; null where that is so of all of them. */
  | { readonly kind: 'shard_missing'; readonly shard: string | null }
  /** The run that was about it says nothing of it. */
  | { readonly kind: 'left_out_by_shard'; readonly shard: string }
  /** Git asks for something else by now than what the last run could not push. */
  | { readonly kind: 'changed_since_failure'; readonly message: string | null };
