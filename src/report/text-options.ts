import type { Paint } from '../diagnostics/paint.ts';

/** How a report is set for a terminal or a log. */
export type TextOptions = {
  readonly paint: Paint;
  /** Every name and every change. */
  readonly verbose: boolean;
  /** Of the terminal; absent where nobody looks, and lines stay whole. */
  readonly columns?: number | undefined;
};
