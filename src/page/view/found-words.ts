import type { FilterResult } from '../filter/filter.ts';
import type { PageFleet } from '../fleet/fleet.ts';

/** How much the page is about, and how much of it a filter lets through. */
export function foundWords(
  { pairs, destinations, stories }: Pick<PageFleet, 'pairs' | 'destinations' | 'stories'>,
  found: Pick<FilterResult, 'pairs' | 'destinations' | 'empty'>,
  filter: string,
): string {
  const allPairs = counted(pairs.destination.length, 'pair', 'pairs');
  const all = counted(destinations.length, 'destination', 'destinations');
  if (filter === '') return `${allPairs}, ${all}, ${counted(stories.length, 'story', 'stories')}`;
  const some = (found.destinations.size + found.empty.length).toLocaleString('en');
  return `${found.pairs.length.toLocaleString('en')} of ${allPairs}, ${some} of ${all}`;
}

function counted(amount: number, one: string, many: string): string {
  return `${amount.toLocaleString('en')} ${amount === 1 ? one : many}`;
}
