import type { DestinationState } from './destination-state.ts';
import type { DestinationFact } from './fact/destination-fact.ts';
import type { HistoryGap } from './fact/story-fact.ts';
import type { TenantFailure } from './fact/tenant-failure.ts';
import type { RecordType } from './record-type.ts';
import type { Story } from './story.ts';

/** A story as the tenant's listing describes it, in our words. */
export type StoryInfo = {
  readonly id: number;
  readonly name: string;
  readonly slug: string;
  readonly teamId: number;
  readonly tags: readonly string[];
  readonly changeControl: boolean;
  readonly disabled: boolean;
  readonly priority: boolean;
  readonly locked: boolean;
  readonly folderId: number | null;
  /** As the tenant says; absent where it does not. What it means is not documented. */
  readonly published?: boolean;
  /** Moves with real edits only; empty when the tenant does not say. */
  readonly editedAt: string;
  /** No later edit can carry the same stamp: it was old already, by the tenant's clock, when it was read. */
  readonly editedAtTrusted: boolean;
};

/** A credential or resource, by name only: its value is dropped while the answer is parsed. */
export type SharedObject = {
  readonly id: number;
  readonly name: string;
  readonly slug: string;
  readonly teamId: number;
  readonly access: 'team' | 'global' | 'specific_teams';
};

/** A team that the key sees. Its name is the tenant's affair. */
export type TeamInfo = {
  readonly id: number;
  /** The earliest moment, by the tenant's own clock, at which it can have answered; absent when it does not tell the time. */
  readonly readAt?: number;
};

/** Where a story that state knows, but the team no longer lists, was found. */
export type Whereabouts = { readonly kind: 'gone' } | { readonly kind: 'moved'; readonly teamId: number };

/** What git had in a story's file before, of the last versions of it. */
export type EarlierVersions = {
  /** Newest first, each read when it is asked for; content that was no story is left out. */
  readonly stories: () => Iterable<Story>;
  /** Why there may be more that nobody looked at; null when that is all. */
  readonly cutShort: HistoryGap | null;
};

/**
 * What is known of one destination. It grows by the reads the planner asks for (`plan/need.ts`);
 * an absent map entry or list means "not read", never "not there".
 */
export type Actual = {
  readonly listing: readonly StoryInfo[];
  readonly exports: ReadonlyMap<number, Story>;
  /** Stories whose export could not be read, with why: neither ours nor not ours. */
  readonly unreadableExports: ReadonlyMap<number, TenantFailure>;
  readonly whereabouts: ReadonlyMap<number, Whereabouts>;
  /** By story key. */
  readonly earlier: ReadonlyMap<string, EarlierVersions>;
  readonly recordTypes?: readonly RecordType[];
  /** As the team's own list has them: it may leave out what other teams share. */
  readonly credentials?: readonly SharedObject[];
  readonly resources?: readonly SharedObject[];
  /** All that the key sees, in any team; read only when something is not in the team's own list. */
  readonly visibleCredentials?: readonly SharedObject[];
  readonly visibleResources?: readonly SharedObject[];
  /** Stories of every team the key sees; read only when a sub-story is not in the team. */
  readonly visibleStories?: readonly StoryInfo[];
};

export type ActualDestination = {
  readonly name: string;
  readonly state?: DestinationState;
} /** A failed read is never an absence. */ & (
  | { readonly unreadable: DestinationFact }
  /** Not asked: the plan is made from git and recorded state alone. */
  | { readonly offline: true }
  | { readonly readings: Actual }
);
