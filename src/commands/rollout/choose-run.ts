import type { Clock } from '../../model/clock.ts';
import type { Desired } from '../../model/desired.ts';
import type { Rollout } from '../../model/rollout.ts';
import type { Policy } from '../../plan/policy.ts';
import type { RolloutOptions } from '../../rollout/decide.ts';
import type { RefreshInput } from '../refresh.ts';
import type { Shard } from '../shard/shard.ts';
import type { StateSession } from '../state/state-session.ts';
import { askRollout, waitsByRecord } from './govern.ts';
import { findPending } from './pending.ts';

export type ChoiceQuestion = {
  readonly desired: Desired;
  /** With what the selectors chose. */
  readonly policy: Policy;
  /** The one that is in force, where there is one. */
  readonly rollout: Rollout | undefined;
  readonly options?: RolloutOptions;
  /** Only what recorded state says is not where git wants it. */
  readonly pending: boolean;
  /** The part of the fleet that the run is about, where it is about one. */
  readonly shard?: Shard | undefined;
  readonly clock: Pick<Clock, 'now'>;
};

/** Which destinations a run is about, which of them need not be asked, and what the rollout is asked, all by recorded state. */
export async function chooseRun(
  session: StateSession,
  { desired, policy, rollout, options = {}, pending, shard, clock }: ChoiceQuestion,
): Promise<Pick<RefreshInput, 'policy' | 'unasked' | 'rollout'>> {
  const asked = pending ? await onlyPending(session, { desired, policy, rollout, options, shard, clock }) : { policy };
  if (!rollout) return asked;
  const known = await askRollout(rollout, { desired, selected: asked.policy.selected, shard }, session);
  return { ...asked, rollout: { ...known, ...options } };
}

/** Nothing is pending, or all that is waits for the rollout. */
export function askedNobody({ policy, unasked }: Pick<RefreshInput, 'policy' | 'unasked'>): boolean {
  return unasked !== undefined && unasked.size === policy.selected.size;
}

async function onlyPending(
  session: StateSession,
  { desired, policy, rollout, options = {}, shard, clock }: Omit<ChoiceQuestion, 'pending'>,
): Promise<Pick<RefreshInput, 'policy' | 'unasked'>> {
  const whatWaits =
    rollout && (await waitsByRecord(rollout, desired, session, { ...options, shard, now: clock.now() }));
  const found = await findPending(session, desired, { policy, ...(whatWaits ? { whatWaits } : {}) });
  return { policy: { ...policy, selected: found.selected }, unasked: found.waiting };
}
