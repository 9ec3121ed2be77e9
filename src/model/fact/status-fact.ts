/** What recorded state alone tells of a story that is not in sync. */
export type StatusFact =
  | { readonly kind: 'never_synced' }
  | { readonly kind: 'nothing_recorded' }
  /** Git asks for something else by now than what the last run could not push. */
  | { readonly kind: 'changed_since_failure'; readonly message: string | null };
