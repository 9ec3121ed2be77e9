import type { PruneFact, Recorded } from './fact/fact.ts';
import type { OrphanFact } from './fact/orphan-fact.ts';

/** What became of one story left behind, in a run that was asked to delete such stories. */
export type Pruned = {
  readonly destination: string;
  readonly key: string;
  readonly name: string;
  readonly destinationStoryId: number;
  /** The count that the user gave covered it: not deleting it is a failure. */
  readonly consented: boolean;
  readonly deleted: boolean;
  /** Why it stays, or that it is gone. */
  readonly fact: PruneFact | OrphanFact | Recorded;
  /** Where the copy stands, as `git show` takes it; null when none was made. */
  readonly keptAs: string | null;
};
