import type { RolloutFact } from '../model/rollout.ts';
import type { FleetPair } from './fleet.ts';

/**
 * Why a pair waits for a story that it calls: one that is neither there nor goes in this run. `calls` names those that are called
 * by way of others too, so that each cause is met here itself, and stories that call each other go together.
 */
export function calleeBarrier(
  pair: FleetPair,
  destination: readonly FleetPair[],
  facts: ReadonlyMap<FleetPair, RolloutFact>,
): RolloutFact | undefined {
  if (pair.calls.length === 0) return undefined;
  const callee = destination.find((other) => pair.calls.includes(other.key) && isMissing(other, facts));
  if (!callee) return undefined;
  const by = { kind: 'callee', key: callee.key, name: callee.name } as const;
  return { kind: 'rollout_waits', ring: pair.ring, by, until: facts.get(callee)?.until ?? null };
}

/** What is detached or held stays as it is, and is left to the rule that a callee must exist. */
function isMissing(callee: FleetPair, facts: ReadonlyMap<FleetPair, RolloutFact>): boolean {
  if (callee.standing === 'there') return false;
  if (!callee.due) return callee.counts;
  return facts.has(callee);
}
