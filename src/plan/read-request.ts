/** One more read that the planner wants before it can decide about a destination. */
export type ReadRequest =
  | { readonly kind: 'export'; readonly storyId: number }
  | { readonly kind: 'whereabouts'; readonly storyId: number }
  /** What git had in the story's file before. */
  | { readonly kind: 'earlier_versions'; readonly storyKey: string }
  | { readonly kind: 'record_types' }
  | { readonly kind: 'credentials' | 'resources' }
  /** Whatever the key sees, for what the team's own list lacks. */
  | { readonly kind: 'visible_credentials' | 'visible_resources' }
  | { readonly kind: 'visible_stories' };
