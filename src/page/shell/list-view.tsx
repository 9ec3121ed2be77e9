import { Fragment } from 'preact';
import { useMemo, useState } from 'preact/hooks';
import { byText } from '../../model/text/order.ts';
import { span } from '../../report/age.ts';
import type { PageFleet } from '../fleet/fleet.ts';
import { FOLDS, type Fold, type FoldedPairs, foldPairs, worstPairsFirst } from '../view/folds.ts';
import { worstMark } from '../view/tallies.ts';
import { usePage } from './page-context.ts';
import { PairTable } from './pair-table.tsx';
import { DestinationLink, NothingFound, SecondsAgo, Share, Sign, StoryLink, useDrawn, useSome } from './parts.tsx';

const FOLD_WORDS: { readonly [fold in Fold]: string } = { destination: 'Destination', story: 'Story', ring: 'Ring' };

/** All pairs that the filter lets through, folded by what they share; the worst first, or by a column. */
export function ListView() {
  const { fleet, found, place, change } = usePage();
  const folded = useMemo(() => foldPairs(fleet, found.pairs, place.fold, found.empty), [fleet, found, place.fold]);
  const [sort, setSort] = useState<Sort>(WORST);
  const groups = useMemo(() => sorted(folded, sort, (group) => nameOf(fleet, place.fold, group)), [folded, sort]);
  const { shown, more } = useSome(groups.length, `${place.filter} ${place.fold}`);
  const rows = useDrawn(groups, shown, (group) => <Group key={`${place.fold} ${group.of}`} group={group} />);
  const folds = FOLDS.filter((fold) => fold !== 'ring' || fleet.rings.length > 0);
  return (
    <>
      <div class="title-row">
        <h1>Pairs</h1>
        <fieldset class="folds">
          <legend class="visually-hidden">Fold by</legend>
          {folds.map((fold) => (
            <label key={fold}>
              <input type="radio" name="fold" checked={place.fold === fold} onChange={() => change({ fold })} />
              <span>by {fold}</span>
            </label>
          ))}
        </fieldset>
      </div>
      {groups.length === 0 ? (
        <NothingFound />
      ) : (
        <table class="fold-table">
          <caption class="visually-hidden">Pairs by {place.fold}</caption>
          <thead>
            <tr>
              <Head column="name" title={FOLD_WORDS[place.fold]} sort={sort} onSort={setSort} />
              {place.fold === 'destination' && fleet.rings.length > 0 ? (
                <th scope="col" class="far">
                  Ring
                </th>
              ) : null}
              <th scope="col" class="far">
                <span class="visually-hidden">Share</span>
              </th>
              <Head column="failed" title="Failed" sort={sort} onSort={setSort} />
              <Head column="pending" title="Pending" sort={sort} onSort={setSort} />
              <Head column="synced" title="Synced" sort={sort} onSort={setSort} />
              <Head column="behind" title="Behind for" sort={sort} onSort={setSort} far />
              <Head column="pushed" title="Last push" sort={sort} onSort={setSort} far />
            </tr>
          </thead>
          <tbody>{rows}</tbody>
        </table>
      )}
      {more}
    </>
  );
}

type SortColumn = 'worst' | 'name' | 'failed' | 'pending' | 'synced' | 'behind' | 'pushed';
type Sort = { readonly column: SortColumn; readonly down: boolean };
const WORST: Sort = { column: 'worst', down: true };

function Head({
  column,
  title,
  sort,
  onSort,
  far = false,
}: {
  readonly column: SortColumn;
  readonly title: string;
  readonly sort: Sort;
  readonly onSort: (sort: Sort) => void;
  readonly far?: boolean;
}) {
  const own = sort.column === column;
  const direction = own ? (sort.down ? 'descending' : 'ascending') : 'none';
  const first = column !== 'name';
  // The third time it is the worst first again.
  const next = !own ? { column, down: first } : sort.down === first ? { column, down: !first } : WORST;
  return (
    <th scope="col" aria-sort={direction} class={`${column === 'name' ? '' : 'figure-cell'} ${far ? 'far' : ''}`}>
      <button type="button" class="plain" onClick={() => onSort(next)}>
        {title} <span aria-hidden="true">{own ? (sort.down ? '↓' : '↑') : ''}</span>
      </button>
    </th>
  );
}

function sorted(groups: readonly FoldedPairs[], { column, down }: Sort, nameOfGroup: (group: FoldedPairs) => string) {
  if (column === 'worst') return groups;
  const turn = down ? -1 : 1;
  const figure = (group: FoldedPairs): number => {
    if (column === 'pushed') return group.synced;
    // Behind for longest is the most.
    if (column === 'behind') return group.oldestLag === null ? Number.NEGATIVE_INFINITY : -Date.parse(group.oldestLag);
    return column === 'name' ? 0 : group.tally[column];
  };
  return groups.toSorted((a, b) => {
    if (column === 'name') return turn * byText(nameOfGroup(a), nameOfGroup(b));
    const [left, right] = [figure(a), figure(b)];
    return left === right ? 0 : turn * (left < right ? -1 : 1);
  });
}

function nameOf(fleet: PageFleet, fold: Fold, { of }: FoldedPairs): string {
  if (fold === 'ring') return fleet.rings[of] ?? '';
  return fold === 'story' ? (fleet.stories[of]?.key ?? '') : (fleet.destinations[of]?.name ?? '');
}

function Group({ group }: { readonly group: FoldedPairs }) {
  const { fleet, place } = usePage();
  const [open, setOpen] = useState(false);
  const { of, tally, pairs, oldestLag, synced } = group;
  const { fold } = place;
  const name = nameOf(fleet, fold, group);
  const ring = fleet.destinations[of]?.ring ?? '';
  const withRing = fold === 'destination' && fleet.rings.length > 0;
  return (
    <Fragment>
      <tr>
        <th scope="row">
          <button
            type="button"
            class="fold"
            aria-expanded={open}
            aria-label={`${open ? 'Fold' : 'Unfold'} ${name || 'no ring'}`}
            onClick={() => setOpen(!open)}
          >
            {open ? '−' : '+'}
          </button>
          <Sign mark={worstMark(tally)} /> {fold === 'destination' ? <DestinationLink index={of} /> : null}
          {fold === 'story' ? <StoryLink index={of} /> : null}
          {fold === 'ring' ? <span class="name">{name || 'in no ring'}</span> : null}
        </th>
        {withRing ? <td class="far">{ring}</td> : null}
        <td class="far share-cell">
          <Share tally={tally} />
        </td>
        <td class={tally.failed > 0 ? 'figure-cell failed' : 'figure-cell none'}>{tally.failed}</td>
        <td class={tally.pending > 0 ? 'figure-cell pending' : 'figure-cell none'}>{tally.pending}</td>
        <td class={tally.synced > 0 ? 'figure-cell' : 'figure-cell none'}>{tally.synced}</td>
        <td class="figure-cell far">{oldestLag === null ? '' : span(oldestLag, fleet.at)}</td>
        <td class="figure-cell far">
          <SecondsAgo seconds={synced} />
        </td>
      </tr>
      {open ? (
        <tr class="unfolded">
          <td colSpan={withRing ? 8 : 7}>
            {pairs.length === 0 ? (
              'Subscribed to nothing.'
            ) : (
              <PairTable
                pairs={worstPairsFirst(fleet, pairs)}
                show={
                  fold === 'destination' ? ['story'] : fold === 'story' ? ['destination'] : ['destination', 'story']
                }
                label={`Pairs of ${name}`}
              />
            )}
          </td>
        </tr>
      ) : null}
    </Fragment>
  );
}
