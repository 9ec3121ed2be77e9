/** What became of a part of a story from one version to the other. */
export type PictureMark = 'added' | 'removed' | 'changed' | 'rewired' | 'unchanged';

/** Where something stands, in the units of the author's canvas. */
export type CanvasSpot = { readonly x: number; readonly y: number };

/** An action, a page, a group or a note, in the place that its author gave it. */
export type PictureNode = {
  readonly kind: 'action' | 'page' | 'group' | 'note';
  readonly mark: PictureMark;
  /** Of a note: its text. */
  readonly name: string;
  /** What people call its type, such as `HTTP request`; empty for a note. */
  readonly type: string;
  readonly at: CanvasSpot;
  /** Where it stood before, if that was elsewhere. */
  readonly from: CanvasSpot | null;
  /** Of a note that has one, in the author's units. */
  readonly width: number | null;
  readonly disabled: boolean;
  /** What changed in it: places, never values. */
  readonly places: readonly string[];
  /** Names of the tools of an AI action. */
  readonly tools: readonly string[];
};

/** A connection; the numbers are positions in `nodes`. */
export type PictureLink = {
  readonly source: number;
  readonly receiver: number;
  /** The branch that is taken when nothing matches. */
  readonly secondary: boolean;
  readonly mark: Exclude<PictureMark, 'rewired'>;
};

/** Actions, pages and groups by what became of them; those that moved and changed in nothing else are unchanged as well. */
export type PictureCounts = { readonly [mark in PictureMark]: number } & { readonly moved: number };

/**
 * A story before and after in one: what both have, what only one has, and what became of each part. Plain data, in an
 * order that does not depend on the order of the files.
 */
export type Picture = {
  readonly name: string;
  readonly nodes: readonly PictureNode[];
  readonly links: readonly PictureLink[];
  /** Of the whole story, whatever of it is among the nodes. */
  readonly counts: PictureCounts;
  /** How many actions are not among the nodes, because nothing near them changed or there is no room. */
  readonly leftOut: number;
};

export type PictureOptions = {
  /** Show what moved and changed in nothing else; not shown unless asked. */
  readonly moved?: boolean;
  /** Draw all of a big story, not only what changed and what is next to it. */
  readonly whole?: boolean;
};
