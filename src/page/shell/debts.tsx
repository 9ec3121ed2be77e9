import { NONE } from '../fleet/fleet.ts';
import { debtWords } from '../view/debt-words.ts';
import type { Debt, DebtKind } from '../view/debts.ts';
import { useLink, usePage } from './page-context.ts';
import { DestinationLink, SomeLinks, StoryLink } from './parts.tsx';

const TITLES: { readonly [kind in DebtKind]: string } = {
  behind: 'Behind',
  drift: 'Edited there',
  detached: 'Detached',
  held: 'Held',
  pinned: 'Pinned',
};
const ROWS = 5;

export function Debts({ kind, debts }: { readonly kind: DebtKind; readonly debts: readonly Debt[] }) {
  const { fleet, place } = usePage();
  const link = useLink();
  if (debts.length === 0) return null;
  const shown = debts.length <= ROWS + 1 ? debts : debts.slice(0, ROWS);
  return (
    <div class="debts">
      <h3>
        {TITLES[kind]} <span class="number">{debts.length.toLocaleString('en')}</span>
      </h3>
      <ul>
        {shown.map((debt) => (
          <li key={`${debt.destination} ${debt.pairs[0]}`}>
            <DestinationLink index={debt.destination} />
            {kind === 'held' || kind === 'pinned' ? null : (
              <span class="of">
                {' '}
                <SomeLinks of={debt.pairs.map((pair) => fleet.pairs.story[pair] ?? NONE)} to={StoryLink} />
              </span>
            )}
            <span class={debt.expired ? 'what expired' : 'what'}>{debtWords(fleet, kind, debt)}</span>
          </li>
        ))}
      </ul>
      {shown.length < debts.length ? (
        <p class="more">
          <a href={link({ view: 'list', filter: `${place.filter} is:${kind}`.trim() })}>
            {debts.length - shown.length} more
          </a>
        </p>
      ) : null}
    </div>
  );
}
