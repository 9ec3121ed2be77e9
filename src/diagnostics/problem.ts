import type { ProblemCode } from './catalogue/index.ts';

/** Where something stands in a file. Lines and columns count from 1; the end is exclusive. */
export type Place = {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  readonly endLine?: number;
  readonly endColumn?: number;
};

/** Something the user should know, with a stable code, where it is, and what to do. */
export type Problem = {
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning';
  /** Names what was found and what was expected. Never holds a key or a tenant's own value. */
  readonly message: string;
  /** Something the reader can do; there always is something. */
  readonly hint: string;
  readonly place?: Place;
  /** Other places that explain this one, such as the alias that brought an anchor's value here. */
  readonly related?: readonly { readonly message: string; readonly place: Place }[];
  /** The source line may hold a secret (a pasted key): show the place, never the line. */
  readonly hideSource?: boolean;
  /** With `hideSource`: the text at the place itself is harmless (the name of a key) and may be shown, alone. */
  readonly showOwnText?: boolean;
};
