import type { DestinationState } from '../model/destination-state.ts';
import { byText } from '../model/text/order.ts';
import type { DestinationWork } from '../plan/destination-work.ts';
import { isDue } from '../plan/planned-story.ts';

/** Had nothing yet, as far as anybody knows. */
const NEVER = Number.NEGATIVE_INFINITY;

/**
 * Since when a destination is behind: the longest of its pairs that are due. What was in sync until now is behind since now, and
 * a recorded time that is none, or that is yet to come, says nothing.
 */
export function behindSince({ stories }: DestinationWork, state: DestinationState | undefined, now: number): number {
  const due = stories.filter(({ planned }) => isDue(planned));
  // Never later than now, whatever is recorded.
  return due.reduce((earliest, { planned }) => Math.min(earliest, pairSince(state?.last[planned.key], now)), now);
}

function pairSince(last: DestinationState['last'][string] | undefined, now: number): number {
  if (last === undefined) return NEVER;
  if (last.status === 'synced') return now;
  const since = Date.parse(last.at);
  return Number.isNaN(since) ? now : since;
}

/** Who is behind for longest goes first; of equals the first by name. */
export function longestBehindFirst(names: readonly string[], since: ReadonlyMap<string, number>): readonly string[] {
  const of = (name: string): number => since.get(name) ?? Number.POSITIVE_INFINITY;
  return names.toSorted((a, b) => (of(a) === of(b) ? byText(a, b) : of(a) < of(b) ? -1 : 1));
}
