import type { VNode } from 'preact';
import { useLayoutEffect, useMemo, useRef, useState } from 'preact/hooks';
import { NONE, type PageFleet } from '../fleet/fleet.ts';
import { addressOf } from '../view/address.ts';
import { foldPairs } from '../view/folds.ts';
import { toldStandings } from '../view/standing-words.ts';
import { usePage } from './page-context.ts';
import { DestinationLink, NothingFound, StoryLink, useDrawn, useSome } from './parts.tsx';

/** Cells that are drawn in the frame of a key; the others follow in the next ones. */
const CELLS_AT_ONCE = 600;

/** Destinations × stories: one sign a pair. What the filter leaves out is empty. */
export function GridView() {
  const { fleet, found, place } = usePage();
  const rows = useMemo(() => foldPairs(fleet, found.pairs, 'destination'), [fleet, found]);
  const stories = useMemo(() => storiesOf(fleet, found.pairs), [fleet, found]);
  const atOnce = Math.max(8, Math.min(24, Math.floor(CELLS_AT_ONCE / (stories.length + 1))));
  const { shown, more } = useSome(rows.length, place.filter, atOnce);
  const drawn = useDrawn(rows, shown, ({ of, pairs }, row) => (
    // By its place: under another filter it is changed, which costs less than to make it again.
    <GridRow key={row} destination={of} pairs={pairs} stories={stories} />
  ));
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
          // What is not drawn yet counts.
          aria-rowcount={rows.length + 1}
          aria-colcount={stories.length + 1}
          ref={table}
          onPointerOver={sayBesideMouse}
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
          <tbody>{drawn}</tbody>
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
};

/** Its cells are no components, have no keys and share what can be shared: there are thousands of them at each key. */
function GridRow({ destination, pairs, stories }: RowProps) {
  const { fleet, place } = usePage();
  const name = fleet.destinations[destination]?.name ?? '';
  const told = toldStandings(fleet);
  const standings = new Map(pairs.map((pair) => [fleet.pairs.story[pair] ?? NONE, fleet.pairs.standing[pair] ?? NONE]));
  const cells: VNode[] = [];
  for (const story of stories) {
    const { sign = '', look = 'nothing', words = '' } = told[standings.get(story) ?? NONE] ?? {};
    const label = sign === '' ? `${name}: nothing` : `${name} / ${fleet.stories[story]?.key ?? ''}: ${words}`;
    cells.push(
      // By their places, so that they are changed and not made again.
      <td tabIndex={-1} class={look} aria-label={label}>
        {sign}
      </td>,
    );
  }
  return (
    <tr data-href={addressOf({ ...place, view: 'destination', of: name })}>
      <th scope="row">
        <DestinationLink index={destination} />
      </th>
      {cells}
    </tr>
  );
}

/** What is said of a pair stands in its cell once, and beside the mouse when it is there. */
function sayBesideMouse({ target }: Event): void {
  if (target instanceof HTMLTableCellElement && target.tagName === 'TD') target.title = labelOf(target);
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
  useLayoutEffect(() => {
    const body = table.current?.tBodies[0];
    // The cell that was reached last may be gone.
    const [, first] = body?.rows[0]?.cells ?? [];
    if (first !== undefined && !body?.querySelector('td[tabindex="0"]')) first.tabIndex = 0;
  });
  const onKeyDown = (event: KeyboardEvent): void => {
    const cell = event.target;
    if (!(cell instanceof HTMLTableCellElement) || cell.tagName !== 'TD') return;
    const row = cell.parentElement;
    if (event.key === 'Enter' && row?.dataset.href) location.hash = row.dataset.href;
    const [down, right] = MOVES[event.key] ?? [];
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
