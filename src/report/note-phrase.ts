import type { Detachment, Pin } from '../model/destination.ts';
import { shortId } from '../model/text/short-id.ts';
import { daysSince } from './age.ts';
import { type Phrase, say, words } from './phrase.ts';
import { count, someNames } from './reason-words.ts';

/** `held by @acme/soc until 2027-01-31: audit`; with the time of the query also since when that day has passed. */
export function notePhrase(
  what: 'detached' | 'held' | Phrase,
  { reason, owner, until }: Detachment,
  now?: string,
): Phrase {
  const by = owner === undefined ? [] : say` by ${words(owner)}`;
  const expired = until === undefined || now === undefined ? '' : expiry(until, now);
  return say`${what}${by}${until === undefined ? [] : [` until ${until}${expired}`]}: ${words(reason)}`;
}

/** `pinned to 4f2e91c0b1d2 (triage) by @acme/soc until 2027-01-31: incident 4711`. */
export function pinPhrase(pin: Pin, now?: string): Phrase {
  const { commit, stories } = pin;
  const some = stories === undefined ? [] : say` (${someNames(stories)})`;
  return notePhrase(say`pinned to ${shortId(commit)}${some}`, pin, now);
}

function expiry(until: string, now: string): string {
  const days = daysSince(until, now);
  return days === 0 ? '' : ` (expired ${count(days, 'day')} ago)`;
}
