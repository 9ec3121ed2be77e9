import { REASONS } from '../../model/status.ts';
import { STATUS_WORDS } from '../../report/reason-words.ts';
import { NONE, type PageDestination, type PageFleet, type PageStanding, type PageStory } from '../fleet/fleet.ts';

/** What a key asks of the fleet: a text, or several, of one of the tables, or of a pair itself. */
export type FilterKey = {
  readonly name: string;
  readonly about: string;
  /** Where only these make sense; another word is a mistake. */
  readonly closed?: readonly string[];
  readonly destination?: (destination: PageDestination, fleet: PageFleet) => readonly (string | null)[];
  readonly story?: (story: PageStory) => readonly (string | null)[];
  readonly standing?: (standing: PageStanding) => readonly (string | null)[];
  readonly pair?: (pair: number, fleet: PageFleet) => readonly (string | null)[];
  /** It may be compared: `behind:>3`. */
  readonly number?: (pair: number, fleet: PageFleet) => number;
};

/** What `is:` can ask, in the order in which people are told. */
export const QUALITIES = ['behind', 'drift', 'waiting', 'detached', 'held', 'pinned', 'manual', 'expired'] as const;
type Quality = (typeof QUALITIES)[number];

export const FILTER_KEYS: readonly FilterKey[] = [
  {
    name: 'status',
    about: 'failed, pending or synced',
    closed: ['failed', 'pending', 'synced', 'requires_sync'],
    standing: ({ status }) => [status, STATUS_WORDS[status]],
  },
  {
    name: 'is',
    about: QUALITIES.join(', '),
    closed: QUALITIES,
    destination: destinationQualities,
    standing: standingQualities,
    pair: pairQualities,
  },
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
  {
    name: 'commit',
    about: 'the commit it was pushed from',
    pair: (pair, { pairs, commits }) => [commits[pairs.commit[pair] ?? NONE] ?? null],
  },
  { name: 'behind', about: 'commits behind: behind:3, behind:>3', number: commitsBehind },
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

function commitsBehind(pair: number, { pairs, lags }: PageFleet): number {
  return lags[pairs.lag[pair] ?? NONE]?.commits ?? 0;
}

function destinationQualities({ hold, manualOnly, pin }: PageDestination, { at }: PageFleet): readonly Quality[] {
  const expired = [hold, pin].some((note) => note !== null && isExpired(note.until, at));
  return [
    ...(hold ? (['held'] as const) : []),
    ...(manualOnly ? (['manual'] as const) : []),
    ...(expired ? (['expired'] as const) : []),
  ];
}

function standingQualities({ reason, waits, detached, status }: PageStanding): readonly Quality[] {
  return [
    ...(reason === 'drift' && status !== 'synced' ? (['drift'] as const) : []),
    ...(waits ? (['waiting'] as const) : []),
    ...(detached ? (['detached'] as const) : []),
  ];
}

function pairQualities(pair: number, fleet: PageFleet): readonly Quality[] {
  const { pairs, standings, destinations, stories, at } = fleet;
  const pin = destinations[pairs.destination[pair] ?? NONE]?.pin;
  const story = stories[pairs.story[pair] ?? NONE]?.key ?? '';
  const isPinned = pin && (pin.stories === null || pin.stories.includes(story));
  const note = standings[pairs.standing[pair] ?? NONE]?.note;
  return [
    ...(commitsBehind(pair, fleet) > 0 ? (['behind'] as const) : []),
    ...(isPinned ? (['pinned'] as const) : []),
    ...(note && isExpired(note.until, at) ? (['expired'] as const) : []),
  ];
}

/** The day itself still counts. */
export function isExpired(until: string | null, at: string): boolean {
  return until !== null && until < at.slice(0, 10);
}
