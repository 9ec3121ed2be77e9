import type { Awaited } from '../../model/rollout.ts';
import type { Reason } from '../../model/status.ts';
import { moment, momentAhead } from '../age.ts';
import { name, type Phrase, say, words } from '../phrase.ts';

/** `waits for ring canary (until 2026-11-30 07:00 UTC)`: a pair that the rollout keeps back, in a few words. */
export function waitPhrase({ for: what, until }: Awaited): Phrase {
  const end = until === null ? '' : ` (until ${moment(until)})`;
  const halting = haltingRing(what);
  return halting === undefined ? say`waits ${waitsForPhrase(what)}${end}` : say`halted by ring ${name(halting)}${end}`;
}

/** What stands behind "waits" or "wait". */
export function waitsForPhrase(what: string): Phrase {
  const { kind, rest } = split(what);
  switch (kind) {
    case 'ring':
      return say`for ring ${name(rest)}`;
    case 'soak':
      return say`until ring ${name(rest)} has stood long enough`;
    case 'batch':
      return ['for a later batch'];
    case 'place':
      return ['for a turn, as only so many go at once as may fail'];
    case 'share':
      return ['for its share, which other parts of the fleet have now'];
    case 'window':
      return say`for the window ${words(rest)}`;
    case 'story':
      return say`for story ${name(rest)}`;
    case 'failures':
      return say`for ring ${name(rest)}, which is halted`;
    case 'approved_plan':
      return ['for another plan than the approved one'];
    default:
      return say`for ${words(what)}`;
  }
}

/** The ring whose failures halt what waits for this. */
export function haltingRing(what: string): string | undefined {
  const { kind, rest } = split(what);
  return kind === 'failures' ? rest : undefined;
}

/** The ring before, where one is waited for. */
export function awaitedRing(what: string): string | undefined {
  const { kind, rest } = split(what);
  return kind === 'ring' ? rest : undefined;
}

/** `, not before 2026-11-30 07:00 UTC`, with the time of the query also how long that is from then. */
export function opensWords(opensAt: string | null, now?: string): string {
  if (opensAt === null) return '';
  return `, not before ${now === undefined ? moment(opensAt) : momentAhead(opensAt, now)}`;
}

/** `880 wait for their ring`, `2 wait for their window`, `1 halted`: what a headline says of pairs that wait. */
export function waitCounts(reasons: readonly (Reason | null)[]): readonly string[] {
  const of = (reason: Reason) => reasons.filter((each) => each === reason).length;
  const [ring, window, halted] = [of('awaiting_ring'), of('outside_window'), of('halted')];
  return [
    ...(ring === 0 ? [] : [ring === 1 ? '1 waits for its ring' : `${ring} wait for their ring`]),
    ...(window === 0 ? [] : [window === 1 ? '1 waits for its window' : `${window} wait for their window`]),
    ...(halted === 0 ? [] : [`${halted} halted`]),
  ];
}

function split(what: string): { readonly kind: string; readonly rest: string } {
  const colon = what.indexOf(':');
  return colon === -1 ? { kind: what, rest: '' } : { kind: what.slice(0, colon), rest: what.slice(colon + 1) };
}
