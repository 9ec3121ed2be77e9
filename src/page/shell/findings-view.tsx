import { useId, useMemo, useState } from 'preact/hooks';
import { count, STATUS_WORDS } from '../../report/reason-words.ts';
import { NONE } from '../fleet/fleet.ts';
import { findingsOf, type PageFinding } from '../view/findings.ts';
import { signOf } from '../view/standing-words.ts';
import { markOf } from '../view/tallies.ts';
import { usePage } from './page-context.ts';
import { DestinationLink, Empty, NothingFound, Sign, StoryLink, useDrawn, useSome, Why } from './parts.tsx';

/** Everything that failed or waits, each cause once, with what to do next. */
export function FindingsView() {
  const { fleet, found, place } = usePage();
  const findings = useMemo(() => findingsOf(fleet, found.pairs), [fleet, found]);
  const { shown, more } = useSome(findings.length, place.filter);
  const items = useDrawn(findings, shown, (finding) => <FindingItem key={finding.pairs[0]} finding={finding} />);
  return (
    <>
      <h1>Findings</h1>
      {found.pairs.length === 0 ? <NothingFound /> : null}
      {found.pairs.length > 0 && findings.length === 0 ? <Empty>Nothing failed, and nothing waits.</Empty> : null}
      <ul class="findings wide">{items}</ul>
      {more}
    </>
  );
}

export function FindingItem({ finding }: { readonly finding: PageFinding }) {
  const { standing, pairs, destinations, stories } = finding;
  const [open, setOpen] = useState(false);
  const list = useId();
  return (
    <li class="finding">
      <Sign mark={markOf(standing)} sign={signOf(standing)} />
      <div>
        <p class="finding-head">
          <span class="visually-hidden">{STATUS_WORDS[standing.status]}: </span>
          <Why standing={standing} />
        </p>
        <p class="where">
          {pairs.length === 1 ? (
            <PairLinks pair={pairs[0] ?? NONE} />
          ) : (
            <button
              type="button"
              class="plain"
              aria-expanded={open}
              aria-controls={list}
              onClick={() => setOpen(!open)}
            >
              {count(destinations, 'destination')}, {count(stories, 'story', 'stories')}
              {pairs.length > Math.max(destinations, stories) ? ` (${count(pairs.length, 'pair')})` : ''}
            </button>
          )}
        </p>
        <div id={list} hidden={!open}>
          {open ? <PairNames pairs={pairs} /> : null}
        </div>
      </div>
    </li>
  );
}

function PairNames({ pairs }: { readonly pairs: readonly number[] }) {
  const { shown, more } = useSome(pairs.length, String(pairs[0]));
  return (
    <>
      <ul class="pairs">
        {pairs.slice(0, shown).map((pair) => (
          <li key={pair}>
            <PairLinks pair={pair} />
          </li>
        ))}
      </ul>
      {more}
    </>
  );
}

function PairLinks({ pair }: { readonly pair: number }) {
  const { fleet } = usePage();
  return (
    <>
      <DestinationLink index={fleet.pairs.destination[pair] ?? NONE} /> /{' '}
      <StoryLink index={fleet.pairs.story[pair] ?? NONE} />
    </>
  );
}
