import type { Annotation, AnnotationLevel } from '../ports.ts';
import type { Mark } from './annotations.ts';

/** Up to this many pairs each has its annotation; beyond, those that say "all is well" are left out. */
const EVERY_PAIR = 500;

/**
 * Never more than this: 30 calls of 50. With a progress update now and then and the comment, a run stays within 40 calls,
 * however many pairs there are.
 */
export const MOST_ANNOTATIONS = 1_500;

export type SelectedAnnotations = {
  /** Worst first. */
  readonly shown: readonly Annotation[];
  /** How many there would be without any limit. */
  readonly total: number;
};

/** What can be shown of everything there is to say about `pairs` (destination, story) pairs. */
export function selectAnnotations(all: readonly Mark[], pairs: number): SelectedAnnotations {
  const kept = pairs > EVERY_PAIR ? all.filter(({ quiet }) => !quiet) : all;
  const shown = kept
    .toSorted((left, right) => rankOf(left) - rankOf(right))
    .slice(0, MOST_ANNOTATIONS)
    .map(({ annotation }) => annotation);
  return { shown, total: all.length };
}

const RANK: { readonly [level in AnnotationLevel]: number } = { failure: 0, warning: 1, notice: 2 };

function rankOf({ annotation, quiet }: Mark): number {
  return RANK[annotation.level] + (quiet ? 1 : 0);
}
