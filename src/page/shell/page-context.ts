import { createContext } from 'preact';
import { useContext } from 'preact/hooks';
import type { FilterResult } from '../filter/filter.ts';
import type { PageFleet } from '../fleet/fleet.ts';
import type { OpenedPast } from '../packed/past-columns.ts';
import { addressOf, type PagePlace } from '../view/address.ts';

/** What every view looks at. */
export type PageState = {
  readonly fleet: PageFleet;
  /** Undefined until it is unpacked. */
  readonly past: OpenedPast | undefined;
  readonly place: PagePlace;
  /** What the filter lets through. */
  readonly found: FilterResult;
  /** Goes to a place without a new entry in the browser's history. */
  readonly change: (place: Partial<PagePlace>) => void;
};

export const PageContext = createContext<PageState | undefined>(undefined);

export function usePage(): PageState {
  const page = useContext(PageContext);
  if (page === undefined) throw new Error('Internal error: a view outside of the page');
  return page;
}

/** Where a link from here leads; the filter goes along unless told. */
export function useLink(): (place: Partial<PagePlace>) => string {
  const { place } = usePage();
  return (to) => addressOf({ ...place, of: null, ...to });
}
