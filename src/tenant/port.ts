import type { Result } from '../diagnostics/result.ts';
import type { SharedObject, StoryInfo, TeamInfo } from '../model/actual.ts';
import type { ApiKey } from '../model/api-key.ts';
import type { TenantFailure } from '../model/fact/tenant-failure.ts';
import type { FieldDefinition, RecordField, RecordType } from '../model/record-type.ts';
import type { Story } from '../model/story.ts';
import type { VendorDestination } from '../model/tenant/vendor-destination.ts';

/** How long a destination may be read, for whoever opens a reader. */
export type { ReadTime } from './read-time.ts';

/** One attempt of a request, for a trace. Holds no query, key or body, and of the path no id. */
export type RequestRecord = {
  /** Host and port, with the prefix of its path where it has one. */
  readonly tenant: string;
  readonly method: string;
  /** Below `/api/v1`, such as `/stories/{id}/export`. */
  readonly path: string;
  /** Absent when no answer came. */
  readonly status?: number;
  readonly retryAfter?: string;
  readonly bytesIn: number;
  readonly bytesOut: number;
  readonly ms: number;
  /** Counts from 1. */
  readonly attempt: number;
  readonly ended: 'answered' | 'refused' | 'unreachable' | 'broke' | 'timeout' | 'too_large' | 'aborted';
};

export type Answer<T> = Promise<Result<T, TenantFailure>>;

/** The vendor's own syncing, as the origin tenant tells of it to the key of a tenant owner. */
export interface SyncDestinationReader {
  /** All of them with their subscriptions, or a failure: a short listing is never returned. */
  listSyncDestinations(): Answer<readonly VendorDestination[]>;
  getSyncDestination(id: number): Answer<VendorDestination>;
}

/** All that planning may do. It has no method that writes. */
export interface TenantReader extends SyncDestinationReader {
  /** Complete or a failure: a short listing is never returned. */
  listStories(teamId: number): Answer<readonly StoryInfo[]>;
  /** Stories of exactly this name in every team the key sees. */
  findStoriesNamed(name: string): Answer<readonly StoryInfo[]>;
  /** Every story the key sees, in any team. */
  listVisibleStories(): Answer<readonly StoryInfo[]>;
  getStory(id: number): Answer<StoryInfo>;
  /** Whether the key sees the team: a listing of one that it does not see may be refused, or empty. */
  getTeam(id: number): Answer<TeamInfo>;
  exportStory(id: number): Answer<Story>;
  listRecordTypes(teamId: number): Answer<readonly RecordType[]>;
  /** Filtered by team: what other teams share may be left out, so something that is not here may be there all the same. */
  listCredentials(teamId: number): Answer<readonly SharedObject[]>;
  listResources(teamId: number): Answer<readonly SharedObject[]>;
  /** Every one that the key sees, in any team. */
  listVisibleCredentials(): Answer<readonly SharedObject[]>;
  listVisibleResources(): Answer<readonly SharedObject[]>;
  listVersionNames(storyId: number): Answer<readonly string[]>;
}

export type StoryImport = {
  readonly teamId: number;
  readonly mode: 'new' | 'versionReplace';
  /** Sent as `new_name` and as `data.name`: which one counts is not documented. */
  readonly name: string;
  readonly data: Story;
  readonly folderId?: number;
};

export type StoryPatch = {
  readonly name?: string;
  readonly addTags?: readonly string[];
  readonly removeTags?: readonly string[];
  readonly disabled?: boolean;
  readonly priority?: boolean;
  readonly locked?: boolean;
  /** `null` is the team's root. */
  readonly folderId?: number | null;
};

/** An entry without `id` is added; with `id` it changes that field. Fields left out are kept by the vendor. */
export type FieldUpsert = FieldDefinition | RecordField;

/** A key that is handed over to the vendor: whoever passes it on cannot read it. */
export type HandedKey = ApiKey;

export type NewSyncDestination = {
  /** For the same tenant its own URL. */
  readonly tenantUrl: string;
  readonly teamId: number;
  readonly originTeamId: number;
  readonly storyIds: readonly number[];
  readonly manualSyncOnly: boolean;
  /** Null for the same tenant alone. */
  readonly key: HandedKey | null;
};

/** What is left out stays as it is. Stories are told as the whole list: what it lacks is subscribed no more. */
export type SyncDestinationPatch = {
  readonly storyIds?: readonly number[];
  readonly manualSyncOnly?: boolean;
  readonly key?: HandedKey;
};

/** Each write whose answer is lost may have been carried out: whoever sends it looks before it sends again. */
export interface SyncDestinationWriter {
  createSyncDestination(destination: NewSyncDestination): Answer<VendorDestination>;
  updateSyncDestination(id: number, patch: SyncDestinationPatch): Answer<VendorDestination>;
  /** Without `keepStories` the vendor deletes the copies at the destination. */
  deleteSyncDestination(id: number, copies: { readonly keepStories: boolean }): Answer<null>;
  /** Only begins the sync of one story of the origin: what came of it is read from the listing. */
  syncStory(id: number, storyId: number): Answer<null>;
}

export interface TenantWriter extends SyncDestinationWriter {
  importStory(story: StoryImport): Answer<StoryInfo>;
  updateStory(id: number, patch: StoryPatch): Answer<StoryInfo>;
  createRecordType(teamId: number, name: string, fields: readonly FieldDefinition[]): Answer<RecordType>;
  updateRecordType(id: number, fields: readonly FieldUpsert[]): Answer<RecordType>;
  /** Names the live content of a story, so that it can be found again. */
  saveVersion(storyId: number, name: string): Answer<null>;
  /** For good, as far as this API tells: whether a tenant keeps an archive is not documented. */
  deleteStory(id: number): Answer<null>;
}

export interface Tenant extends TenantReader, TenantWriter {}
