import type { Awaited, RingProgress } from '../../model/rollout.ts';
import type { Reason, SyncStatus } from '../../model/status.ts';

/**
 * Where the whole fleet stands, as the page shows it: a status report in tables that refer to each other by index. All
 * texts in it are cleaned and cut already, and under `--alias` what must not leave is gone.
 */
export type PageFleet = {
  /** ISO time of the query. */
  readonly at: string;
  /** ISO time of the newest record; null when nothing is recorded, or the tenants answered themselves. */
  readonly recordedAt: string | null;
  readonly live: boolean;
  readonly unsigned: boolean;
  readonly commit: string | null;
  /** How destinations are called: as in the manifest, by a code that stays, or by a number that moves. */
  readonly naming: 'names' | 'codes' | 'numbers';
  /** In the order in which a change goes through them. */
  readonly rings: readonly string[];
  readonly destinations: readonly PageDestination[];
  readonly stories: readonly PageStory[];
  readonly standings: readonly PageStanding[];
  readonly lags: readonly PageLag[];
  /** Source commits that stories were pushed from. */
  readonly commits: readonly string[];
  readonly pairs: PagePairs;
  readonly progress: readonly RingProgress[];
  readonly override: { readonly reason: string | null; readonly at: string } | null;
  /** What would have made the file too large, in words for its reader. */
  readonly leftOut: readonly string[];
};

export type PageDestination = {
  readonly name: string;
  readonly host: string;
  /** Null under `--alias`. */
  readonly team: number | null;
  readonly ring: string | null;
  readonly engine: 'push' | 'native';
  readonly manualOnly: boolean;
  readonly labels: { readonly [name: string]: string };
  readonly hold: PageNote | null;
  readonly pin: PagePin | null;
};

/** Why something is left alone. Reason and owner are null where the manifest has none, and under `--alias`. */
export type PageNote = {
  readonly reason: string | null;
  readonly owner: string | null;
  readonly until: string | null;
};

export type PagePin = PageNote & { readonly commit: string; readonly stories: readonly string[] | null };

export type PageStory = { readonly key: string; readonly name: string; readonly id: number | null };

/** What is said of a pair; thousands have the same one. */
export type PageStanding = {
  readonly status: SyncStatus;
  readonly reason: Reason | null;
  readonly message: string | null;
  readonly hint: string | null;
  readonly waits: Awaited | null;
  readonly detached: boolean;
  /** Of a detachment in the manifest. */
  readonly note: PageNote | null;
  readonly warnings: readonly string[];
};

export type PageLag = { readonly commits: number; readonly since: string };

/** One column per figure, one row per pair; -1 is none. Pairs of one destination stand together. */
export type PagePairs = { readonly [column in PairColumn]: readonly number[] };

export const PAIR_COLUMNS = [
  'destination',
  'story',
  'standing',
  'lag',
  'commit',
  /** Unix seconds of the last push. */
  'synced',
  /** Unix seconds of the last record. */
  'recorded',
  /** Unix seconds since when the standing is the same. */
  'since',
  /** Id of the story at the destination. */
  'id',
] as const;
export type PairColumn = (typeof PAIR_COLUMNS)[number];

export const NONE = -1;
