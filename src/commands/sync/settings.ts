import type { NativeConsent } from '../../engine/native/native-input.ts';
import type { Plan } from '../../model/plan.ts';
import type { RolloutOverride } from '../../model/rollout.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { Progress } from '../ports.ts';
import type { ReadSettings } from '../settings.ts';
import type { Consent } from './prune.ts';

export type SyncSettings = ReadSettings & {
  /** Push manual-only destinations too. */
  readonly manual: boolean;
  readonly force: boolean;
  /** Milliseconds that the run has; reading gets its share of them. `Hands.stop` rings at the end. */
  readonly timeBudget?: number;
  /** The file of a plan that was approved: apply exactly this plan; it brings its own selection. */
  readonly planFile?: string;
  /** Delete what is left behind, if exactly this many stories and sync destinations of the vendor may be. */
  readonly prune?: Consent;
  /** With it: let the vendor delete the stories that these carried, if they are exactly this many. */
  readonly pruneStories?: Consent;
  /** What a person agreed to of the vendor's own syncing, by destination. */
  readonly consent?: NativeConsent;
  /** Milliseconds to wait for the syncs of the vendor that were begun; a default when left out. */
  readonly pollTimeout?: number;
  /** A person lets this run pass over the rollout, if the plan is still the one that was seen. */
  readonly override?: RolloutOverride;
  /** Whoever called is to learn whose state the run changed. */
  readonly noteChanges?: boolean;
  /**
   * Whether this commit is no longer the head of its branch, where the caller has looked: then everything is planned,
   * nothing is pushed. Whoever has not looked leaves it out.
   */
  readonly superseded?: boolean;
  /** The same, asked anew once this run has waited for another one. */
  readonly isOvertaken?: () => Promise<boolean>;
};

export type Hands = {
  readonly progress: Progress;
  /** Finishes what is in flight and leaves the rest as not reached. */
  readonly stop: AbortSignal;
};

/** One sync, with all that it was called with. */
export type SyncRun = {
  readonly workspace: Workspace;
  readonly settings: SyncSettings;
  readonly approved: Plan | undefined;
};
