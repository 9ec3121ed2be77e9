import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useMemo, useState } from 'preact/hooks';
import { moment, span } from '../../report/age.ts';
import { count, STATUS_WORDS } from '../../report/reason-words.ts';
import { NONE, type PageStanding } from '../fleet/fleet.ts';
import { signOf, whyWordsOf } from '../view/standing-words.ts';
import { MARKS, markOf, type PageMark, type PageTally } from '../view/tallies.ts';
import { useLink, usePage } from './page-context.ts';

const SIGNS: { readonly [mark in PageMark]: string } = { failed: '!', pending: '~', synced: '=' };

/** A status by shape and sign; the word stands beside it. */
export function Sign({ mark, sign = SIGNS[mark] }: { readonly mark: PageMark; readonly sign?: string }) {
  return (
    <span class={`sign ${sign === '.' ? 'waits' : mark}`} aria-hidden="true">
      {sign}
    </span>
  );
}

export function Status({ standing }: { readonly standing: PageStanding }) {
  return (
    <span class="status">
      <Sign mark={markOf(standing)} sign={signOf(standing)} /> {STATUS_WORDS[standing.status]}
    </span>
  );
}

/** Why a pair is as it is, and what to do about it. */
export function Why({ standing }: { readonly standing: PageStanding }) {
  const { fleet } = usePage();
  const why = whyWordsOf(standing, fleet.at);
  return (
    <>
      {why === '' ? null : <span class="why">{why}</span>}
      {standing.warnings.map((warning) => (
        <span class="why" key={warning}>
          {warning}
        </span>
      ))}
      {standing.hint === null ? null : (
        <span class="next">
          <span class="next-label">Next:</span> {standing.hint}
        </span>
      )}
    </>
  );
}

/** A time, by how long ago it was when the page was made. */
export function Ago({ time }: { readonly time: string | null }) {
  const { fleet } = usePage();
  if (time === null) return <span class="none">never</span>;
  return (
    <time dateTime={time} title={moment(time)}>
      {span(time, fleet.at)} ago
    </time>
  );
}

export function SecondsAgo({ seconds }: { readonly seconds: number }) {
  return <Ago time={seconds === NONE ? null : new Date(seconds * 1000).toISOString()} />;
}

export function DestinationLink({ index }: { readonly index: number }) {
  const { fleet } = usePage();
  const link = useLink();
  const name = fleet.destinations[index]?.name ?? '';
  return (
    <a class="name" href={link({ view: 'destination', of: name })}>
      {name}
    </a>
  );
}

export function StoryLink({ index }: { readonly index: number }) {
  const { fleet } = usePage();
  const link = useLink();
  const { key = '' } = fleet.stories[index] ?? {};
  return (
    <a class="name" href={link({ view: 'story', of: key })}>
      {key}
    </a>
  );
}

/** Up to three by name, the others by their number. */
export function SomeLinks({ of, to: Link }: { readonly of: readonly number[]; readonly to: typeof StoryLink }) {
  const shown = of.length <= 3 ? of : of.slice(0, 2);
  return (
    <>
      {shown.map((index, place) => (
        <span key={index}>
          {place > 0 ? ', ' : ''}
          <Link index={index} />
        </span>
      ))}
      {shown.length < of.length ? ` and ${of.length - shown.length} more` : ''}
    </>
  );
}

/** How much of a whole failed, waits and is in sync; the numbers stand beside it. */
export function Share({ tally }: { readonly tally: PageTally }) {
  const total = tally.failed + tally.pending + tally.synced;
  const words = MARKS.map((mark) => `${tally[mark]} ${mark}`).join(', ');
  let at = 0;
  return (
    <svg class="share" viewBox="0 0 100 4" preserveAspectRatio="none" role="img" aria-label={words}>
      {MARKS.map((mark) => {
        const width = total === 0 ? 0 : (tally[mark] / total) * 100;
        const from = at;
        at += width;
        // What is there is seen, however little of the whole it is.
        return width === 0 ? null : (
          <rect key={mark} class={mark} x={from} y="0" width={Math.max(width, 0.4)} height="4" />
        );
      })}
    </svg>
  );
}

const STEP = 200;
/** Rows that a large window shows. */
const AT_ONCE = 24;

/** The first rows of many, and a button for more of them. */
export function useSome(
  length: number,
  of: string,
  atOnce = AT_ONCE,
): { readonly shown: number; readonly more: ComponentChildren } {
  const [wanted, setWanted] = useState({ of, rows: STEP });
  const rows = wanted.of === of ? wanted.rows : STEP;
  const left = length - rows;
  const more =
    left > 0 ? (
      <p class="more">
        <button type="button" onClick={() => setWanted({ of, rows: rows + STEP })}>
          Show {Math.min(STEP, left)} more
        </button>{' '}
        <span>{count(left, 'row')} not shown</span>
      </p>
    ) : null;
  return { shown: useGrowing(Math.min(rows, length), of, atOnce), more };
}

/** As many as are seen at once come at once, so that typing is never held up; the others in the next frames. */
function useGrowing(rows: number, of: string, atOnce: number): number {
  const [grown, setGrown] = useState({ of, rows: atOnce });
  const now = grown.of === of ? grown.rows : atOnce;
  useEffect(() => {
    if (now >= rows) return undefined;
    const frame = requestAnimationFrame(() => setGrown({ of, rows: now + 2 * atOnce }));
    return () => cancelAnimationFrame(frame);
  }, [now, rows, of, atOnce]);
  return Math.min(now, rows);
}

/** Rows drawn before are drawn again as they are, until something changes: rows that grow cost no more than the new ones. */
export function useDrawn<Item>(
  items: readonly Item[],
  shown: number,
  draw: (item: Item, place: number) => VNode,
): readonly VNode[] {
  const page = usePage();
  // Another page, or other items, begin another list.
  const drawn = useMemo((): VNode[] => [], [items, page]);
  for (const item of items.slice(drawn.length, shown)) drawn.push(draw(item, drawn.length));
  return drawn.slice(0, shown);
}

export function Empty({ children }: { readonly children: ComponentChildren }) {
  return <p class="empty">{children}</p>;
}

/** What is said where the filter lets nothing through. */
export function NothingFound() {
  const { place, change, found } = usePage();
  if (place.filter === '') return <Empty>The page is about no pair of a destination and a story.</Empty>;
  return (
    <Empty>
      {found.problems.length > 0 ? 'The filter cannot be understood as it stands. ' : 'Nothing matches the filter. '}
      <button type="button" onClick={() => change({ filter: '' })}>
        Clear the filter
      </button>
    </Empty>
  );
}
