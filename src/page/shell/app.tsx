import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { applyFilter } from '../filter/filter.ts';
import type { PageFleet } from '../fleet/fleet.ts';
import { OpenedPast } from '../packed/past-columns.ts';
import { addressOf, type PagePlace, placeAt } from '../view/address.ts';
import { Bar } from './bar.tsx';
import { DestinationView } from './destination-view.tsx';
import { FindingsView } from './findings-view.tsx';
import { Foot } from './foot.tsx';
import { GridView } from './grid-view.tsx';
import { ListView } from './list-view.tsx';
import { Overview } from './overview.tsx';
import { PageContext } from './page-context.ts';
import { StoryView } from './story-view.tsx';

const VIEWS = {
  overview: Overview,
  list: ListView,
  grid: GridView,
  findings: FindingsView,
  destination: DestinationView,
  story: StoryView,
} as const;

const TITLES = { overview: 'Overview', list: 'Pairs', grid: 'Grid', findings: 'Findings' } as const;

export function App({ fleet, past: coming }: { readonly fleet: PageFleet; readonly past: Promise<OpenedPast> }) {
  const [place, setPlace] = useState(() => placeAt(location.hash));
  const past = usePast(coming);
  useEffect(() => {
    const follow = () => setPlace(placeAt(location.hash));
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  const change = (to: Partial<PagePlace>): void => {
    const next = { ...place, ...to };
    history.replaceState(null, '', addressOf(next));
    setPlace(next);
  };
  const found = useMemo(() => applyFilter(fleet, place.filter), [fleet, place.filter]);
  const main = useFocusOnArrival(place);
  const title = place.view === 'destination' || place.view === 'story' ? place.of : TITLES[place.view];
  useEffect(() => {
    document.title = `${title}: storysync`;
  }, [title]);
  const View = VIEWS[place.view];
  return (
    <PageContext.Provider value={{ fleet, past, place, found, change }}>
      {/* biome-ignore lint/a11y/useValidAnchor: it leads to a place; the address itself is taken by the view. */}
      <a class="skip" href="#main" onClick={(event) => skipTo(event, main.current)}>
        Skip to the content
      </a>
      <Bar />
      <main id="main" ref={main} tabIndex={-1}>
        <View />
      </main>
      <Foot />
    </PageContext.Provider>
  );
}

function usePast(coming: Promise<OpenedPast>): OpenedPast | undefined {
  const [past, setPast] = useState<OpenedPast>();
  useEffect(() => {
    coming.then(setPast, () => setPast(new OpenedPast('{"cutShort":true,"at":[],"events":{"rows":0,"columns":{}}}')));
  }, [coming]);
  return past;
}

/** Whoever follows a link is told where it leads: by eye at the top, by ear from the title. */
function useFocusOnArrival({ view, of }: PagePlace) {
  const main = useRef<HTMLElement>(null);
  const before = useRef(`${view}/${of}`);
  useEffect(() => {
    if (before.current === `${view}/${of}`) return;
    before.current = `${view}/${of}`;
    main.current?.focus({ preventScroll: true });
    scrollTo(0, 0);
  }, [view, of]);
  return main;
}

/** The address is the place in the page, so it cannot be an anchor as well. */
function skipTo(event: Event, to: HTMLElement | null): void {
  event.preventDefault();
  to?.focus();
  to?.scrollIntoView();
}
