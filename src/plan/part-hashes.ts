import type { StoryState } from '../model/destination-state.ts';
import type { StoryChange } from '../story/compare/compare.ts';

/** Parts whose content is no longer what we read back after our own push. */
export function editedParts(live: { readonly [part: string]: string }, state: StoryState): ReadonlySet<string> {
  const parts = new Set([...Object.keys(live), ...Object.keys(state.observed)]);
  return new Set([...parts].filter((part) => live[part] !== state.observed[part]));
}

/** Places among the changes that the destination edited itself, each once. */
export function driftedPlaces(changes: readonly StoryChange[], parts: ReadonlySet<string>): readonly string[] {
  return [...new Set(changes.filter((change) => parts.has(change.part)).map((change) => change.path))];
}

/** Whether two readings say the same of every part. */
export function sameParts(a: { readonly [part: string]: string }, b: { readonly [part: string]: string }): boolean {
  const keys = Object.keys(a);
  return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}
