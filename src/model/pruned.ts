/** What became of one story left behind, in a run that was asked to delete such stories. */
export type Pruned = {
  readonly destination: string;
  readonly key: string;
  readonly name: string;
  readonly destinationStoryId: number;
  /** The count that the user gave covered it: not deleting it is a failure. */
  readonly consented: boolean;
  readonly deleted: boolean;
  /** What happened, for people: why it stays, or how to bring it back. */
  readonly message: string;
  /** Where the copy stands, as `git show` takes it; null when none was made. */
  readonly keptAs: string | null;
};
