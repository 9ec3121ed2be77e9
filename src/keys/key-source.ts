import type { Problem } from '../diagnostics/problem.ts';
import type { Result } from '../diagnostics/result.ts';
import type { ApiKey } from '../model/api-key.ts';
import type { DestinationFact } from '../model/fact/destination-fact.ts';
import type { BoundUse } from '../trust/bind.ts';

/** Gives the key for a use that is bound, or says why there is none to use. It may take its time: a vault answers over the network. */
export type KeySource = (use: BoundUse) => Promise<Result<ApiKey, DestinationFact>>;

/** Where the keys of a run come from; whoever opens it closes it. */
export type KeyRing = {
  readonly keyOf: KeySource;
  /** Ends the tokens that were logged in for; what was not confirmed to be ended is told. */
  readonly close: () => Promise<readonly Problem[]>;
};
