import type { Detachment } from '../model/destination.ts';
import { daysSince } from './age.ts';
import { type Phrase, say, words } from './phrase.ts';
import { count } from './reason-words.ts';

/** `held by @acme/soc until 2027-01-31: audit`; with the time of the query also since when that day has passed. */
export function notePhrase(what: 'detached' | 'held', { reason, owner, until }: Detachment, now?: string): Phrase {
  const by = owner === undefined ? [] : say` by ${words(owner)}`;
  const expired = until === undefined || now === undefined ? '' : expiry(until, now);
  return say`${what}${by}${until === undefined ? [] : [` until ${until}${expired}`]}: ${words(reason)}`;
}

function expiry(until: string, now: string): string {
  const days = daysSince(until, now);
  return days === 0 ? '' : ` (expired ${count(days, 'day')} ago)`;
}
