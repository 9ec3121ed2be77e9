import { shortId } from '../../model/text/short-id.ts';
import { count } from '../../report/reason-words.ts';
import { worstPairsFirst } from '../view/folds.ts';
import { tallyPairs } from '../view/tallies.ts';
import { commitsOf, pairsWith } from './destination-view.tsx';
import { useLink, usePage } from './page-context.ts';
import { PairTable } from './pair-table.tsx';
import { Empty, Share } from './parts.tsx';
import { Rings } from './rings.tsx';
import { StoryPicture } from './story-picture.tsx';

/** One story: where it runs, and how far its last change has come. */
export function StoryView() {
  const { fleet, place, found } = usePage();
  const link = useLink();
  const index = fleet.stories.findIndex(({ key }) => key === place.of);
  const story = fleet.stories[index];
  if (story === undefined) {
    return (
      <>
        <h1>{place.of}</h1>
        <Empty>
          No story of this key is in this page. <a href={link({ view: 'list', fold: 'story' })}>All of them</a>
        </Empty>
      </>
    );
  }
  const pairs = pairsWith(fleet, 'story', index);
  const passing = new Set(found.pairs);
  const shown = place.filter === '' ? pairs : pairs.filter((pair) => passing.has(pair));
  const tally = tallyPairs(fleet, pairs);
  return (
    <>
      <h1>{story.name}</h1>
      <div class="totals">
        <p class="tally">
          <code>{story.key}</code> at {count(pairs.length, 'destination')}: {tally.failed} failed, {tally.pending}{' '}
          pending, {tally.synced} synced
        </p>
        <Share tally={tally} />
      </div>
      <Rings progress={fleet.progress.filter((row) => row.story === story.key)} titled={false} />
      <section aria-labelledby="versions">
        <h2 id="versions">Versions out there</h2>
        <ul class="versions">
          {commitsOf(fleet, pairs).map(([commit, number]) => (
            <li key={commit}>
              <a href={link({ view: 'list', filter: `story:${story.key} commit:${shortId(commit)}` })}>
                <code>{shortId(commit)}</code>
              </a>{' '}
              at {count(number, 'destination')}
            </li>
          ))}
        </ul>
      </section>
      <StoryPicture key={story.key} story={story.key} />
      <section aria-labelledby="places">
        <h2 id="places">Where it runs</h2>
        {shown.length === 0 ? (
          <Empty>The filter lets no destination of it through.</Empty>
        ) : (
          <PairTable
            pairs={worstPairsFirst(fleet, shown)}
            show={['destination']}
            label={`Destinations of ${story.key}`}
          />
        )}
      </section>
    </>
  );
}
