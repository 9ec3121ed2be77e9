import type { SyncStatus } from '../status.ts';

/** A sync destination of the vendor, as its origin tenant lists it: it has no name, and its key is never told. */
export type VendorDestination = {
  readonly id: number;
  /** As the vendor has it; compare by `identityOf` alone. */
  readonly tenantUrl: string;
  readonly teamId: number;
  readonly originTeamId: number;
  /** Null where the tenant does not say. */
  readonly manualSyncOnly: boolean | null;
  readonly subscriptions: readonly VendorSubscription[];
};

/** A story that the vendor carries to a destination. */
export type VendorSubscription = {
  /** On the origin. */
  readonly storyId: number;
  /** Null where the story is no more. */
  readonly storyName: string | null;
  /** A word that we do not know counts as `requires_sync`: nothing but `synced` is ever taken for it. */
  readonly status: SyncStatus;
  /** The vendor's own words, shortened, printable, and without anything in them that may be a secret. */
  readonly errorMessage: string | null;
};
