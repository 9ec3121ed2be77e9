import type { ChangeCause, PlannedChange } from './plan.ts';

/** One of the two that are compared, and whether it has the story. */
export type DiffSide = { readonly present: boolean } & (
  | GitSide
  | { readonly kind: 'destination'; readonly destination: string }
);
/** `file`: the story's file as git or the shell names it. */
export type GitSide = { readonly file: string } & (
  | { readonly kind: 'commit'; readonly commit: string }
  | { readonly kind: 'work_tree' }
);

/** One difference of a story. Values are there only where both sides are git's and no secret is among them. */
export type DiffChange = Omit<PlannedChange, 'cause'> & {
  /** As shown: JSON, cut to the part that differs. Null where there is none, or none to be shown. */
  readonly from: string | null;
  readonly to: string | null;
  /** Who made the difference, as a plan tells it; null between two versions in git. */
  readonly cause: ChangeCause | null;
};

/** What `diff` tells of one story: how it got from one side to the other, or would get there. */
export type StoryDiff = {
  readonly manifest: string;
  readonly key: string;
  readonly name: string;
  readonly from: DiffSide;
  readonly to: DiffSide;
  readonly change: 'added' | 'removed' | 'changed' | 'unchanged';
  readonly changes: readonly DiffChange[];
};
