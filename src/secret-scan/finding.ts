/** A text of a story that looks like a credential. It never holds the text, nor a part of it. */
export type LiteralFinding = {
  /** Place inside the story, such as `agents[Get report].options.headers.Authorization`. */
  readonly path: string;
  /** What it looks like, with its article: `a Slack token`. */
  readonly kind: string;
  /** What to do about it, where that is not to make it a credential. */
  readonly remedy?: string;
};
