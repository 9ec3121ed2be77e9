import { shortId } from '../../model/text/short-id.ts';
import { momentAhead, span } from '../../report/age.ts';
import { notePhrase } from '../../report/note-phrase.ts';
import { inDocument } from '../../report/phrase.ts';
import { causeAsText, count, STATUS_WORDS } from '../../report/reason-words.ts';
import { waitsForPhrase } from '../../report/rollout/wait-words.ts';
import type { PageDestination, PageFleet, PageLag, PageNote, PagePin, PageStanding } from '../fleet/fleet.ts';
import { perFleet } from '../fleet/per-fleet.ts';
import { markOf, type PageMark } from './tallies.ts';

/** Why a pair stands as it does, in one line; empty for what is simply in sync. */
export function whyWordsOf({ reason, message, waits }: PageStanding, at: string): string {
  const why = causeAsText(reason, message);
  if (waits === null || message !== null) return why;
  const end = waits.until === null ? '' : `, not before ${momentAhead(waits.until, at)}`;
  return `waits ${inDocument(waitsForPhrase(waits.for))}${end}`;
}

/** Status and why: what a screen reader hears of a pair. */
export function pairWords(standing: PageStanding, at: string): string {
  const why = whyWordsOf(standing, at);
  const word = STATUS_WORDS[standing.status];
  return why === '' ? word : `${word}: ${why}`;
}

/** One character for a pair, as the command line has them. */
export function signOf({ status, reason, waits, detached }: PageStanding): '!' | '=' | '+' | '~' | '.' {
  if (status === 'failed') return '!';
  if (status === 'synced') return '=';
  if (waits || detached) return '.';
  if (reason === 'new' || reason === 'recreated') return '+';
  return reason === 'content_changed' || reason === 'renamed' || reason === 'drift' ? '~' : '.';
}

type ToldStanding = { readonly sign: string; readonly look: PageMark | 'waits'; readonly words: string };

/** Each standing as the grid tells it, once for the thousands of pairs that have it. */
export const toldStandings = perFleet(({ standings, at }: PageFleet): readonly ToldStanding[] =>
  standings.map((standing) => {
    const sign = signOf(standing);
    return { sign, look: sign === '.' ? 'waits' : markOf(standing), words: pairWords(standing, at) };
  }),
);

/** `3 commits behind for 2 days`. */
export function lagWords({ commits, since }: PageLag, at: string): string {
  return `${count(commits, 'commit')} behind for ${span(since, at)}`;
}

/** `held by @acme/soc until 2027-01-31: audit`, as far as the page may tell. */
export function noteWords(what: 'detached' | 'held' | 'pinned', note: PageNote | null, at: string): string {
  if (note === null) return 'detached there, with a tag';
  const { reason, owner, until } = note;
  const words = { reason: reason ?? '', ...(owner === null ? {} : { owner }), ...(until === null ? {} : { until }) };
  return inDocument(notePhrase(what === 'pinned' ? ['pinned'] : what, words, at)).replace(/: $/, '');
}

export function pinWords(pin: PagePin, at: string): string {
  const some = pin.stories === null ? '' : ` (${pin.stories.join(', ')})`;
  return noteWords('pinned', pin, at).replace(/^pinned/, `pinned to ${shortId(pin.commit)}${some}`);
}

/** All that keeps a destination as a whole from going along. */
export function keptWords({ hold, pin, manualOnly }: PageDestination, at: string): readonly string[] {
  return [
    ...(hold ? [noteWords('held', hold, at)] : []),
    ...(pin ? [pinWords(pin, at)] : []),
    ...(manualOnly ? ['manual sync only'] : []),
  ];
}
