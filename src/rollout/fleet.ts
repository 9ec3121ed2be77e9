import type { Rollout } from '../model/rollout.ts';

/** All that counts for a rollout: every pair of the manifest, whatever the run was narrowed to. */
export type Fleet = {
  readonly rollout: Rollout;
  readonly pairs: readonly FleetPair[];
};

export type FleetPair = {
  readonly destination: string;
  readonly key: string;
  /** The story's name, for people. */
  readonly name: string;
  /** Hash of the content that git wants there. */
  readonly content: string;
  readonly ring: string;
  /** Not detached, held, pinned or manual-only: a ring passes by these alone. */
  readonly counts: boolean;
  /** `there`: read back equal to that content. `failed`: the last try with it failed. */
  readonly standing: 'there' | 'failed' | 'open';
  /** Milliseconds since 1970: since when; undefined when no state says so, and this run saw it. */
  readonly since: number | undefined;
  /** It was read back equal to this content before: a revert, or a pin. */
  readonly wasThere: boolean;
  /** This run would push it if there were no rollout. */
  readonly due: boolean;
  /** The stories that it calls, directly or not, among those of the destination. */
  readonly calls: readonly string[];
};
