import type { PlannedChange } from '../../model/plan.ts';
import type { ComparedValues } from './differences.ts';

/** One difference between the live story and the wanted one. */
export type StoryChange = Omit<PlannedChange, 'cause'> & {
  /** A key of `fingerprint()`. */
  readonly part: string;
  /** What differs, without a verb: `option method of "Fetch"`. */
  readonly subject: string;
  /** The live value, only where it is known to be git's own; the wanted value. Both only where they may be shown. */
  readonly from?: string;
  readonly to?: string;
  /** Both values whole, only where both sides are from git. Whoever shows them asks the secret scan first. */
  readonly values?: ComparedValues;
  /** What `text` holds of a story beside places. Whoever shows it asks the secret scan first. */
  readonly quoted?: string;
};

/** Whether a value that is live at a place is known to be git's own, and so may be shown. */
export type IsFromGit = (path: string, shown: string) => boolean;

/** What is live belongs to a tenant, and is never shown. */
export const OF_A_TENANT: IsFromGit = () => false;
/** Both sides are from git. */
export const OF_GIT: IsFromGit = () => true;
