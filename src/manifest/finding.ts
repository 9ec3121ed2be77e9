import type { ProblemCode } from '../diagnostics/catalogue/index.ts';

/** Offsets into the text of the manifest; the end is exclusive. */
export type SourceSpan = { readonly start: number; readonly end: number };

/** Where a value stands, and the alias that brought it to where it is used. */
export type Spot = { readonly span: SourceSpan; readonly use?: SourceSpan };

/** A problem before offsets become lines. Rules return these; `problems.ts` turns them into what users see. */
export type Finding = {
  readonly code: ProblemCode;
  readonly severity?: 'warning';
  readonly message: string;
  readonly hint?: string;
  readonly at: Spot;
  readonly also?: readonly { readonly message: string; readonly at: SourceSpan }[];
  /** Tells apart findings of one code at one place, such as two missing keys. */
  readonly about?: string;
  /** The line may hold a secret; `around`: the text at the place itself does not. */
  readonly hide?: boolean | 'around';
};

/** Any user text inside a message: quoted and cut, so that a pasted page does not fill the screen. */
export function quoted(text: string): string {
  return `"${shortenedText(text)}"`;
}

export function shortenedText(text: string): string {
  return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}

/** `"a", "b" or "c"`. */
export function alternatives(words: readonly string[]): string {
  const all = words.map(quoted);
  return all.length < 2 ? all.join('') : `${all.slice(0, -1).join(', ')} or ${all.at(-1)}`;
}
