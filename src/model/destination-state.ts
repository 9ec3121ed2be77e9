import type { RecordTypeDefinition } from './record-type.ts';
import type { Reason, SyncStatus } from './status.ts';

/**
 * What is recorded of one destination: a cache, one file on the state branch.
 * Delete it and the next run is slower, not wrong. It holds no value of a tenant, only fingerprints.
 */
export type StateContent = {
  readonly tenantUrl: string;
  readonly teamId: number;
  /** By story key. */
  readonly stories: { readonly [key: string]: StoryState };
  /** By the record type's name in the source. */
  readonly recordTypes: { readonly [name: string]: RecordTypeState };
  /** Where the vendor's own syncing serves the destination, or served it. */
  readonly native?: NativeState;
  /** What the last run said of each subscribed story, by story key: also where nothing was pushed or could be read. */
  readonly last: { readonly [key: string]: LastStatus };
};

/** What is recorded of the vendor's own syncing to a destination. */
export type NativeState = {
  /** Its sync destination; null since it was given back to the push. */
  readonly vendorId: number | null;
  /** As we set it last. */
  readonly manualSyncOnly: boolean;
  /** Number of the key that was sent last; null where the manifest had none. */
  readonly keyVersion: number | null;
  /** Ids at the destination of the stories that it carried, in order. */
  readonly carried: readonly number[];
  /** Those of them that were enabled when it was given back to the push, and were not seen to be so since. */
  readonly enabled?: readonly number[];
};

/** What was read back of it, and whether it is proven to be ours. */
export type DestinationState = StateContent & {
  /**
   * Signed by us, and the newest that we signed. Anything else is a hint: it helps to find a story and may save reads,
   * but never claims a story and never says that nothing was edited there (docs/decisions/0021).
   */
  readonly proven: boolean;
};

/** The status of one story at one destination, in words. It stays as it is while every run says the same. */
export type LastStatus = {
  readonly status: SyncStatus;
  /** Null for what is simply in sync: why it was pushed stands in its entry. */
  readonly reason: Reason | null;
  readonly message: string | null;
  readonly hint?: string;
  /** ISO timestamp: since when it is so. */
  readonly at: string;
  /** Source commit of the run that found it so, when the work tree was clean. */
  readonly commit?: string;
  /** Hash of the story in git that it was said of. */
  readonly content: string;
  /** The destination took the story out of sync itself, with the tag. */
  readonly detachedThere?: true;
  /** It waits for something else by now, but failed before and was not in sync since. */
  readonly failing?: true;
};

export type StoryState = {
  readonly destinationStoryId: number;
  readonly name: string;
  /** How the tenant stored our lineage stamp after our own push. */
  readonly stamp: string;
  /** The stamp that we sent. Where the tenant stored another one, nothing but state says that the story is ours. */
  readonly lineage?: string;
  /** Hash of the story as it stood in git when it was pushed. */
  readonly pushed: string;
  /** ISO timestamp: when it was first read back equal to `pushed`. Absent when what was read back was not equal. */
  readonly since?: string;
  /** Hashes of the contents that it was read back equal to, oldest first; the newest of them are kept. */
  readonly equal: readonly string[];
  /** What was read back after the push: fingerprint by part (`story`, `agents[Fetch]`, ...), ours and the tenant's alike. */
  readonly observed: { readonly [part: string]: string };
  /** The tenant's own stamp of the last edit, read after our last write. */
  readonly editedAt: string;
  /** That stamp was old already when it was read: while it stands, nothing was edited. Without it the content is compared. */
  readonly editedAtTrusted?: true;
  /** Source action guid -> destination action guid, for webhooks and pages. */
  readonly actions: { readonly [sourceGuid: string]: string };
  /** Tags we set; only these may be removed again. */
  readonly tags: readonly string[];
  /** Source commit, when the work tree was clean. */
  readonly commit?: string;
  readonly status: SyncStatus;
  readonly reason: Reason | null;
  readonly errorMessage: string | null;
  /** ISO timestamp of the last push. */
  readonly syncedAt: string;
};

export type RecordTypeState = {
  /** Name of the type at the destination that the source's type is mapped to. */
  readonly target: string;
  /** The definition we pushed last: a field that it lacks is the destination's own. */
  readonly definition: RecordTypeDefinition;
};
