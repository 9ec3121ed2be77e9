import type { Selectors } from '../commands/select.ts';
import type { SyncSettings } from '../commands/sync/settings.ts';
import type { RolloutOverride } from '../model/rollout.ts';

export const COMMANDS = ['auto', 'validate', 'plan', 'sync', 'export', 'status', 'doctor', 'report'] as const;
export type ActionCommand = (typeof COMMANDS)[number];

/** The inputs, parsed once. */
export type ActionSettings = {
  readonly command: ActionCommand;
  readonly manifest: string;
  readonly selectors: Selectors;
  /** Pairs that one runner of a matrix is to have. */
  readonly shardSize: number;
  /** Of a report: paths and globs. */
  readonly statusFiles: readonly string[];
  readonly manual: boolean;
  readonly force: boolean;
  readonly override?: RolloutOverride;
  /** What a person agreed to of the vendor's own syncing, by destination. */
  readonly consent?: NonNullable<SyncSettings['consent']>;
  /** How many of what is left behind somebody agreed to lose; and how many of the vendor's copies with it. */
  readonly prune?: number;
  readonly pruneStories?: number;
  readonly planFile?: string;
  /** Text of `api-keys`: a JSON or YAML map. */
  readonly apiKeys: string;
  readonly githubToken: string;
  /** Globs of the environment variables that may be keys. */
  readonly envKeys: readonly string[];
  /** One key or two; empty when none is given. */
  readonly stateKey: string;
  readonly stateBranch: string;
  readonly concurrency: number;
  /** Milliseconds. */
  readonly readTimeout: number;
  /** Requests a minute and tenant. */
  readonly rate?: number;
  /** Milliseconds. */
  readonly timeBudget?: number;
  readonly comment: boolean;
  readonly checkName: string;
  /** Where others are told what a run changed. A secret as a whole. */
  readonly notifyUrl?: URL;
};
