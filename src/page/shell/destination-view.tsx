import type { ComponentChildren } from 'preact';
import { moment } from '../../report/age.ts';
import { REASON_WORDS, STATUS_WORDS } from '../../report/reason-words.ts';
import { typed } from '../filter/words.ts';
import { NONE, type PageFleet } from '../fleet/fleet.ts';
import type { PastEvent } from '../fleet/past.ts';
import { worstPairsFirst } from '../view/folds.ts';
import { keptWords } from '../view/standing-words.ts';
import { markOf, tallyPairs } from '../view/tallies.ts';
import { useLink, usePage } from './page-context.ts';
import { PairTable } from './pair-table.tsx';
import { Empty, Share, Sign, useSome } from './parts.tsx';

/** One destination: what it is, how its stories stand, and what was recorded of it. */
export function DestinationView() {
  const { fleet, place } = usePage();
  const link = useLink();
  const index = fleet.destinations.findIndex(({ name }) => name === place.of);
  const destination = fleet.destinations[index];
  if (destination === undefined) {
    return (
      <>
        <h1>{place.of}</h1>
        <Empty>
          No destination of this name is in this page. <a href={link({ view: 'list' })}>All of them</a>
        </Empty>
      </>
    );
  }
  const pairs = pairsWith(fleet, 'destination', index);
  const tally = tallyPairs(fleet, pairs);
  const { host, team, ring, engine, labels } = destination;
  return (
    <>
      <h1>{destination.name}</h1>
      <div class="totals">
        <p class="tally">
          {tally.failed} failed, {tally.pending} pending, {tally.synced} synced
        </p>
        <Share tally={tally} />
      </div>
      <dl class="facts">
        <FactRow title="Tenant">{host}</FactRow>
        {team === null ? null : <FactRow title="Team">{team}</FactRow>}
        {ring === null ? null : <FactRow title="Ring">{ring}</FactRow>}
        <FactRow title="Engine">{engine === 'native' ? "the vendor's Story syncing" : 'push'}</FactRow>
        {Object.keys(labels).length === 0 ? null : (
          <FactRow title="Labels" wide>
            {Object.entries(labels).map(([name, value]) => (
              <a key={name} href={link({ view: 'list', filter: `label.${name}=${typed(value)}` })}>
                {name}={value}
              </a>
            ))}
          </FactRow>
        )}
        {keptWords(destination, fleet.at).map((words) => (
          <FactRow key={words} title="Left alone">
            {words}
          </FactRow>
        ))}
      </dl>
      <section aria-labelledby="stories">
        <h2 id="stories">Stories</h2>
        {pairs.length === 0 ? (
          <Empty>Subscribed to nothing.</Empty>
        ) : (
          <PairTable pairs={worstPairsFirst(fleet, pairs)} show={['story']} label={`Stories of ${destination.name}`} />
        )}
      </section>
      <History index={index} />
    </>
  );
}

function FactRow({ title, children, wide = false }: FactRowProps) {
  return (
    <div class={wide ? 'labels' : undefined}>
      <dt>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

type FactRowProps = { readonly title: string; readonly children: ComponentChildren; readonly wide?: boolean };

export function pairsWith({ pairs }: PageFleet, column: 'destination' | 'story', index: number): readonly number[] {
  return [...pairs[column].keys()].filter((pair) => pairs[column][pair] === index);
}

function History({ index }: { readonly index: number }) {
  const { past } = usePage();
  const events = past?.of(index) ?? [];
  const { shown, more } = useSome(events.length, String(index));
  const days = [...Map.groupBy(events.slice(0, shown), ({ at }) => new Date(at * 1000).toISOString().slice(0, 10))];
  return (
    <section aria-labelledby="history">
      <h2 id="history">History</h2>
      {past !== undefined && events.length === 0 ? <Empty>Nothing is recorded of it.</Empty> : null}
      {days.map(([day, its]) => (
        <div class="day" key={day}>
          <h3>
            <time dateTime={day}>{day}</time>
          </h3>
          <ul class="events">
            {its.map((event) => (
              <EventItem key={`${event.at} ${event.what} ${event.story}`} event={event} />
            ))}
          </ul>
        </div>
      ))}
      {more}
      {events.length > 0 && past?.cutShort ? <p class="fine">Older records stand on the state branch.</p> : null}
    </section>
  );
}

function EventItem({ event }: { readonly event: PastEvent }) {
  const { fleet } = usePage();
  const link = useLink();
  const { at, story, what, status, reason, commit } = event;
  const time = new Date(at * 1000).toISOString();
  const known = fleet.stories.some(({ key }) => key === story);
  const why = reason === null || (what === 'push' && status === 'synced') ? '' : REASON_WORDS[reason];
  return (
    <li>
      <time dateTime={time} title={moment(time)}>
        {time.slice(11, 16)}
      </time>
      <Sign mark={markOf({ status })} />
      <span>
        {known ? (
          <a class="name" href={link({ view: 'story', of: story })}>
            {story}
          </a>
        ) : (
          <span class="name">{story}</span>
        )}{' '}
        {what === 'push' && status === 'synced' ? 'pushed' : STATUS_WORDS[status]}
        {why === '' ? '' : `: ${why}`}
        {commit === null ? null : (
          <>
            {' '}
            <code title={commit}>{commit.slice(0, 7)}</code>
          </>
        )}
      </span>
    </li>
  );
}

/** Of no use outside, and of use to the story: which commits are out there. */
export function commitsOf(fleet: PageFleet, pairs: readonly number[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const pair of pairs) {
    const commit = fleet.commits[fleet.pairs.commit[pair] ?? NONE];
    if (commit !== undefined) counts.set(commit, (counts.get(commit) ?? 0) + 1);
  }
  return [...counts].toSorted(([, a], [, b]) => b - a);
}
