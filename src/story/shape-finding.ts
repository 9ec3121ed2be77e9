import type { ProblemCode } from '../diagnostics/catalogue/index.ts';
import type { JsonPath } from '../json/locate.ts';

/** Something that keeps a value from being a story we can work with, and where in it. */
export type ShapeFinding = {
  readonly code: ProblemCode;
  readonly severity: 'error' | 'warning';
  readonly message: string;
  readonly hint?: string;
  readonly path: JsonPath;
};
