import { span } from '../../report/age.ts';
import type { PageFleet } from '../fleet/fleet.ts';
import type { Debt, DebtKind } from './debts.ts';
import { lagWords, noteWords, pinWords } from './standing-words.ts';

/** What keeps a destination from where git wants it, for how long, and until when. */
export function debtWords(fleet: PageFleet, kind: DebtKind, { destination, note, since, commits }: Debt): string {
  const ago = since === null ? '' : ` for ${span(since, fleet.at)}`;
  const { pin = null } = fleet.destinations[destination] ?? {};
  if (kind === 'behind') return since === null ? 'behind' : lagWords({ commits: commits ?? 0, since }, fleet.at);
  if (kind === 'drift') return `edited at the destination${ago}`;
  if (kind === 'pinned') return pin === null ? 'pinned' : pinWords(pin, fleet.at);
  return noteWords(kind, note, fleet.at);
}
