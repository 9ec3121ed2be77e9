import { useMemo } from 'preact/hooks';
import { moment } from '../../report/age.ts';
import { count, REASON_WORDS } from '../../report/reason-words.ts';
import {
  kindOfChange,
  LAST_CHANGE_KINDS,
  type LastChange,
  type LastChangeKind,
  lastChanges,
} from '../view/last-changes.ts';
import type { PageMark } from '../view/tallies.ts';
import { useLink, usePage } from './page-context.ts';
import { DestinationLink, Sign, SomeLinks } from './parts.tsx';

const WORDS: { readonly [kind in LastChangeKind]: string } = {
  failed: 'failed',
  recovered: 'recovered',
  pushed: 'pushed',
  equal: 'in sync without a push',
  waits: 'waits',
};
const MARKS_OF: { readonly [kind in LastChangeKind]: PageMark } = {
  failed: 'failed',
  recovered: 'synced',
  pushed: 'synced',
  equal: 'synced',
  waits: 'pending',
};
const ROWS = 5;

/** What the last run changed, as far as it was recorded. */
export function LastChangesPart() {
  const { past, found } = usePage();
  const last = useMemo(() => past && lastChanges(past), [past]);
  const changes = last?.changes.filter(({ destination }) => found.destinations.has(destination)) ?? [];
  return (
    <section aria-labelledby="changes">
      <h2 id="changes">
        What the last run changed
        {last ? <span class="beside">{moment(new Date(last.to * 1000).toISOString())}</span> : null}
      </h2>
      {past === undefined ? <p class="fine">Unpacking …</p> : null}
      {past !== undefined && changes.length === 0 ? <p class="fine">Nothing is recorded of it.</p> : null}
      {LAST_CHANGE_KINDS.map((kind) => (
        <Kind key={kind} kind={kind} changes={changes.filter((change) => kindOfChange(change) === kind)} />
      ))}
    </section>
  );
}

function Kind({ kind, changes }: { readonly kind: LastChangeKind; readonly changes: readonly LastChange[] }) {
  const link = useLink();
  if (changes.length === 0) return null;
  const stories = [...Map.groupBy(changes, ({ event }) => event.story)];
  const shown = stories.slice(0, ROWS);
  return (
    <div class="changes">
      <h3>
        <Sign mark={MARKS_OF[kind]} /> {WORDS[kind]} <span class="number">{changes.length.toLocaleString('en')}</span>
      </h3>
      <ul>
        {shown.map(([story, its]) => (
          <li key={story}>
            <a class="name" href={link({ view: 'story', of: story })}>
              {story}
            </a>{' '}
            at <SomeLinks of={its.map(({ destination }) => destination)} to={DestinationLink} />
            <Reasons changes={its} />
          </li>
        ))}
      </ul>
      {shown.length < stories.length ? (
        <p class="more">{count(stories.length - shown.length, 'more story', 'more stories')}</p>
      ) : null}
    </div>
  );
}

function Reasons({ changes }: { readonly changes: readonly LastChange[] }) {
  // Why a story was pushed is no longer so: it is there now.
  const reasons = new Set(
    changes.flatMap(({ event: { what, reason } }) => (what === 'push' && reason === 'new' ? [] : (reason ?? []))),
  );
  return reasons.size === 0 ? null : (
    <span class="what">{[...reasons].map((reason) => REASON_WORDS[reason]).join(', ')}</span>
  );
}
