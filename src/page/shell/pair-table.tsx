import { NONE } from '../fleet/fleet.ts';
import { lagWords } from '../view/standing-words.ts';
import { standingOfPair } from '../view/tallies.ts';
import { usePage } from './page-context.ts';
import { DestinationLink, SecondsAgo, Status, StoryLink, useDrawn, useSome, Why } from './parts.tsx';

type Shown = 'destination' | 'story';

/** Pairs, one a row; what they all have in common is not repeated. */
export function PairTable({
  pairs,
  show,
  label,
}: {
  readonly pairs: readonly number[];
  readonly show: readonly Shown[];
  readonly label: string;
}) {
  const { place } = usePage();
  const { shown, more } = useSome(pairs.length, `${place.filter} ${label}`);
  const rows = useDrawn(pairs, shown, (pair) => <PairRow key={pair} pair={pair} show={show} />);
  return (
    <>
      <table class="pair-table">
        <caption class="visually-hidden">{label}</caption>
        <thead>
          <tr>
            {show.includes('destination') ? <th scope="col">Destination</th> : null}
            {show.includes('story') ? <th scope="col">Story</th> : null}
            <th scope="col">Status</th>
            <th scope="col">Why</th>
            <th scope="col" class="far">
              Behind
            </th>
            <th scope="col" class="far">
              Pushed
            </th>
            <th scope="col" class="far">
              Commit
            </th>
          </tr>
        </thead>
        <tbody>{rows}</tbody>
      </table>
      {more}
    </>
  );
}

function PairRow({ pair, show }: { readonly pair: number; readonly show: readonly Shown[] }) {
  const { fleet } = usePage();
  const { pairs } = fleet;
  const standing = standingOfPair(fleet, pair);
  const lag = fleet.lags[pairs.lag[pair] ?? NONE];
  const commit = fleet.commits[pairs.commit[pair] ?? NONE];
  const id = pairs.id[pair] ?? NONE;
  return (
    <tr>
      {show.includes('destination') ? (
        <th scope="row">
          <DestinationLink index={pairs.destination[pair] ?? NONE} />
        </th>
      ) : null}
      {show.includes('story') ? (
        <th scope="row">
          <StoryLink index={pairs.story[pair] ?? NONE} />
          {id === NONE ? null : (
            <span class="id" title="Its id at the destination">
              {id}
            </span>
          )}
        </th>
      ) : null}
      <td>
        <Status standing={standing} />
      </td>
      <td class="words">
        <Why standing={standing} />
        {lag === undefined ? null : <span class="what near">{lagWords(lag, fleet.at)}</span>}
      </td>
      <td class="far">{lag === undefined ? '' : lagWords(lag, fleet.at)}</td>
      <td class="far">
        <SecondsAgo seconds={pairs.synced[pair] ?? NONE} />
      </td>
      <td class="far">{commit === undefined ? '' : <code title={commit}>{commit.slice(0, 7)}</code>}</td>
    </tr>
  );
}
