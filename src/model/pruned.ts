import type { PruneFact, Recorded } from './fact/fact.ts';
import type { OrphanFact } from './fact/orphan-fact.ts';
import type { OrphanNative } from './plan.ts';

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

/** The same of one of the vendor's sync destinations that the manifest does not have. */
export type PrunedNative = Pick<OrphanNative, 'id' | 'name' | 'tenantUrl' | 'teamId' | 'stories'> & {
  readonly consented: boolean;
  readonly deleted: boolean;
  /** What the vendor was told to do with the stories that it carried; null where nothing was deleted. */
  readonly copies: 'kept' | 'deleted' | null;
  readonly fact: PruneFact;
};
