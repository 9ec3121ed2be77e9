import type { SyncReport } from '../sync/sync-report.ts';

/** Where every story stands: nothing was pushed, so what counts is how old the record is and what is still to come. */
export type StatusReport = SyncReport & {
  /** ISO timestamp of the query. */
  readonly now: string;
  /** The tenants were asked; otherwise it is what earlier runs recorded. */
  readonly live: boolean;
  /** Recorded state counted that is signed by nobody: whoever may write the state branch can have changed it. */
  readonly unsigned: boolean;
};
