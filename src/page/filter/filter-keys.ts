import { REASONS } from '../../model/status.ts';
import { STATUS_WORDS } from '../../report/reason-words.ts';
import type { PageDestination, PageLag, PageStanding, PageStory } from '../fleet/fleet.ts';
import { QUALITIES } from './qualities.ts';

type Texts = readonly (string | null)[];

/** What a key asks of the rows of a table. Of several tables, a row of one of them is enough. */
export type FilterKey = {
  readonly name: string;
  readonly about: string;
  /** Where only these make sense; another word is a mistake. */
  readonly closed?: readonly string[];
  readonly destination?: (destination: PageDestination) => Texts;
  readonly story?: (story: PageStory) => Texts;
  readonly standing?: (standing: PageStanding) => Texts;
  readonly commit?: (commit: string) => Texts;
  /** A number that may be compared, `behind:>3`; who has no lag has none. */
  readonly lag?: (lag: PageLag | null) => number;
};

export const FILTER_KEYS: readonly FilterKey[] = [
  {
    name: 'status',
    about: 'failed, pending or synced',
    closed: ['failed', 'pending', 'synced', 'requires_sync'],
    standing: ({ status }) => [status, STATUS_WORDS[status]],
  },
  // Asked in another way (qualities.ts).
  { name: 'is', about: QUALITIES.join(', '), closed: QUALITIES },
  { name: 'reason', about: 'rejected, drift, missing_key …', closed: REASONS, standing: ({ reason }) => [reason] },
  { name: 'destination', about: 'its name', destination: ({ name }) => [name] },
  { name: 'tenant', about: 'its host', destination: ({ host }) => [host] },
  { name: 'ring', about: 'its ring of the rollout', destination: ({ ring }) => [ring] },
  { name: 'engine', about: 'push or native', closed: ['push', 'native'], destination: ({ engine }) => [engine] },
  { name: 'story', about: 'its key or name', story: ({ key, name }) => [key, name] },
  {
    name: 'owner',
    about: 'who holds, pinned or detached it',
    destination: ({ hold, pin }) => [hold?.owner ?? null, pin?.owner ?? null],
    standing: ({ note }) => [note?.owner ?? null],
  },
  { name: 'waits', about: 'what it waits for: ring:canary, window:* …', standing: ({ waits }) => [waits?.for ?? null] },
  {
    name: 'says',
    about: 'words of the message or the next step',
    standing: ({ message, hint, warnings }) => [message, hint, ...warnings],
  },
  { name: 'commit', about: 'the commit it was pushed from', commit: (commit) => [commit] },
  { name: 'behind', about: 'commits behind: behind:3, behind:>3', lag: (lag) => lag?.commits ?? 0 },
];

/** Labels have keys of their own: `label.region=eu`. */
export function labelKey(name: string): FilterKey {
  return {
    name: `label.${name}`,
    about: 'a label of the destination',
    destination: ({ labels }) =>
      Object.entries(labels).flatMap(([label, value]) => (label.toLowerCase() === name ? [value] : [])),
  };
}

/** A word alone is looked for in all that names a pair, and in what is said of it. */
export const ANYWHERE: FilterKey = {
  name: '',
  about: '',
  destination: ({ name, host, labels }) => [name, host, ...Object.values(labels)],
  story: ({ key, name }) => [key, name],
  standing: ({ message, reason }) => [message, reason],
};
