import type { VNode } from 'preact';
import { useMemo, useRef, useState } from 'preact/hooks';
import { NONE, type PageFleet } from '../fleet/fleet.ts';
import { addressOf } from '../view/address.ts';
import { foldPairs } from '../view/folds.ts';
import { pairWords, signOf } from '../view/standing-words.ts';
import { markOf, standingOfPair } from '../view/tallies.ts';
import { usePage } from './page-context.ts';
import { DestinationLink, NothingFound, StoryLink, useSome } from './parts.tsx';

/** Destinations × stories: one sign a pair. What the filter leaves out is empty. */
export function GridView() {
  const { fleet, found, place } = usePage();
  const rows = useMemo(() => foldPairs(fleet, found.pairs, 'destination'), [fleet, found]);
  const stories = useMemo(() => storiesOf(fleet, found.pairs), [fleet, found]);
  const { shown, more } = useSome(rows.length, place.filter);
  const [told, setTold] = useState('');
  const { onKeyDown, table } = useArrowKeys();
  if (rows.length === 0) {
    return (
      <>
        <h1>Grid</h1>
        <NothingFound />
      </>
    );
  }
  return (
    <>
      <h1>Grid</h1>
      <p class="told" aria-live="polite">
        {told || 'Arrow keys go from pair to pair, Enter opens the destination.'}
      </p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard. */}
      <section class="grid-scroll" aria-label="Destinations and stories" tabIndex={0}>
        <table
          class="grid"
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a grid is a table that arrow keys go through.
          role="grid"
          ref={table}
          onKeyDown={onKeyDown}
          onFocusIn={(event) => setTold(labelOf(event.target))}
        >
          <thead>
            <tr>
              <th scope="col" class="corner">
                Destination
              </th>
              {stories.map((story) => (
                <th key={story} scope="col" class="story-head">
                  <span>
                    <StoryLink index={story} />
                  </span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(0, shown).map(({ of, pairs }, index) => (
              <GridRow key={of} destination={of} pairs={pairs} stories={stories} first={index === 0} />
            ))}
          </tbody>
        </table>
      </section>
      {more}
    </>
  );
}

type RowProps = {
  readonly destination: number;
  readonly pairs: readonly number[];
  readonly stories: readonly number[];
  readonly first: boolean;
};

function GridRow({ destination, pairs, stories, first }: RowProps) {
  const { fleet, place } = usePage();
  const of = fleet.destinations[destination]?.name ?? '';
  const href = addressOf({ ...place, view: 'destination', of });
  const at = new Map(pairs.map((pair) => [fleet.pairs.story[pair] ?? NONE, pair]));
  return (
    <tr>
      <th scope="row">
        <DestinationLink index={destination} />
      </th>
      {stories.map((story, index) =>
        cellOf(fleet, at.get(story), { href, of, key: story, reachable: first && index === 0 }),
      )}
    </tr>
  );
}

type CellPlace = { readonly href: string; readonly of: string; readonly key: number; readonly reachable: boolean };

/** No component: there are thousands of them. */
function cellOf(fleet: PageFleet, pair: number | undefined, { href, of, key, reachable }: CellPlace): VNode {
  const tabIndex = reachable ? 0 : -1;
  if (pair === undefined) return <td key={key} tabIndex={tabIndex} class="nothing" aria-label={`${of}: nothing`} />;
  const standing = standingOfPair(fleet, pair);
  const sign = signOf(standing);
  const story = fleet.stories[key]?.key ?? '';
  const label = `${of} / ${story}: ${pairWords(standing, fleet.at)}`;
  return (
    <td
      key={key}
      tabIndex={tabIndex}
      class={sign === '.' ? 'waits' : markOf(standing)}
      aria-label={label}
      title={label}
      data-href={href}
    >
      {sign}
    </td>
  );
}

function labelOf(target: EventTarget | null): string {
  return target instanceof HTMLElement && target.tagName === 'TD' ? (target.getAttribute('aria-label') ?? '') : '';
}

/** Stories that have a pair here, in the fleet's order. */
function storiesOf(fleet: PageFleet, pairs: readonly number[]): readonly number[] {
  const used = new Set(pairs.map((pair) => fleet.pairs.story[pair] ?? NONE));
  return [...fleet.stories.keys()].filter((story) => used.has(story));
}

const MOVES: { readonly [key: string]: readonly [number, number] } = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  PageUp: [-10, 0],
  PageDown: [10, 0],
  Home: [0, Number.NEGATIVE_INFINITY],
  End: [0, Number.POSITIVE_INFINITY],
};

/** One cell is reached by Tab; arrows go on from there. */
function useArrowKeys() {
  const table = useRef<HTMLTableElement>(null);
  const onKeyDown = (event: KeyboardEvent): void => {
    const cell = event.target;
    if (!(cell instanceof HTMLTableCellElement) || cell.tagName !== 'TD') return;
    if (event.key === 'Enter' && cell.dataset.href) location.hash = cell.dataset.href;
    const [down, right] = MOVES[event.key] ?? [];
    const row = cell.parentElement;
    if (down === undefined || right === undefined || !(row instanceof HTMLTableRowElement)) return;
    event.preventDefault();
    const rows = table.current?.tBodies[0]?.rows;
    const target = rows?.[within(row.sectionRowIndex + down, 0, rows.length - 1)];
    const next = target?.cells[within(cell.cellIndex + right, 1, target.cells.length - 1)];
    if (next === undefined) return;
    cell.tabIndex = -1;
    next.tabIndex = 0;
    next.focus();
  };
  return { table, onKeyDown };
}

function within(value: number, least: number, most: number): number {
  return Math.min(Math.max(value, least), most);
}
