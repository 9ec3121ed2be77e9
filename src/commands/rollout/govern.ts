import type { Desired } from '../../model/desired.ts';
import type { Destination } from '../../model/destination.ts';
import type { PlanContent } from '../../model/plan.ts';
import type { Rollout, RolloutRecord } from '../../model/rollout.ts';
import type { Pairs, WaitingPairs } from '../../plan/pending.ts';
import { isDue } from '../../plan/planned-story.ts';
import { decideRollout, type RolloutDecision, type RolloutOptions } from '../../rollout/decide.ts';
import { asDue, type Fleet, type FleetPart, fleetParts, joinFleet } from '../../rollout/fleet.ts';
import { gatePlan } from '../../rollout/gate-plan.ts';
import { type Parts, sharesOf } from '../../rollout/shares.ts';
import type { Shard } from '../shard/shard.ts';
import { shardsOf } from '../shard/shards.ts';
import type { StateSession } from '../state/state-session.ts';

/** What is known of a rollout before the run looks at any destination. */
export type AskedRollout = {
  readonly rollout: Rollout;
  readonly record: RolloutRecord;
  /** Of the destinations that the run does not look at: selectors narrow what is pushed, never what counts. */
  readonly others: readonly FleetPart[];
  /** The whole fleet as recorded, and its parts, where the run is about one of them. */
  readonly parted?: { readonly recorded: readonly FleetPart[]; readonly parts: Parts };
};

/** The same, with what the run asks of it. */
export type RolloutQuestion = RolloutOptions & AskedRollout;

/** What the rollout says of a run's pairs. */
export type Governed = {
  readonly fleet: Fleet;
  readonly record: RolloutRecord;
  readonly decision: RolloutDecision;
};

export async function askRollout(
  rollout: Rollout,
  { desired, selected, shard }: RolloutScope,
  session: StateSession,
): Promise<AskedRollout> {
  const isUnread = ({ name }: Pick<Destination, 'name'>): boolean => !selected.has(name);
  const asked = shard ? desired.destinations : desired.destinations.filter(isUnread);
  const record = await session.readRollout();
  const states = await session.readFleet(asked);
  const partOf = fleetParts(rollout, desired);
  const recorded = asked.map((destination) =>
    partOf({ destination, state: states.get(destination.name), planned: undefined }),
  );
  const others = recorded.filter(({ destination }) => !selected.has(destination));
  if (!shard) return { rollout, record, others };
  return { rollout, record, others, parted: { recorded, parts: partsOf(desired, shard) } };
}

type RolloutScope = {
  readonly desired: Desired;
  readonly selected: ReadonlyMap<string, unknown>;
  readonly shard?: Shard | undefined;
};

function partsOf({ destinations, origin }: Desired, { part, of }: Shard): Parts {
  const shards = shardsOf(destinations, { origin: origin?.tenantUrl, of });
  const parts = new Map(shards.flatMap((names, index) => [...names].map((name) => [name, index + 1] as const)));
  return { part, of, partOf: (name) => parts.get(name) ?? 0 };
}

/** The fleet that is decided for; of one of several runners with its share of what may go. */
function fleetFor({ rollout, record, parted }: AskedRollout, parts: readonly FleetPart[], now: number): Fleet {
  const fleet = joinFleet(rollout, parts);
  if (!parted) return fleet;
  return { ...fleet, shares: sharesOf(joinFleet(rollout, parted.recorded), record, now, parted.parts) };
}

/** What the rollout would let wait of pairs that are due, as far as recorded state tells: no tenant is asked for it. */
export async function waitsByRecord(
  rollout: Rollout,
  desired: Desired,
  session: StateSession,
  { now, shard, ...options }: RolloutOptions & Pick<RolloutScope, 'shard'> & { readonly now: Date },
): Promise<(due: Pairs) => WaitingPairs> {
  const asked = await askRollout(rollout, { desired, selected: new Map(), shard }, session);
  const fleet = fleetFor(asked, asked.others, now.getTime());
  return (due) => decideRollout(asDue(fleet, due), asked.record, now.getTime(), options).waits;
}

/** Decides once for the whole run: what it lets wait waits until the next one. */
export function govern(question: RolloutQuestion, own: readonly FleetPart[], now: number): Governed {
  const { record, others } = question;
  const fleet = fleetFor(question, [...own, ...others], now);
  return { fleet, record, decision: decideRollout(fleet, record, now, question) };
}

/**
 * What waited before anybody was asked waits on, whatever time or room there is by now: its tenants were not read, and
 * only what was read is pushed.
 */
export function keepWaiting(governed: Governed, unasked: WaitingPairs): Governed {
  const { decision } = governed;
  const waits = new Map(decision.waits);
  for (const [name, facts] of unasked) waits.set(name, new Map([...facts, ...(waits.get(name) ?? [])]));
  return { ...governed, decision: { ...decision, waits } };
}

/**
 * A destination that is given back to the push goes over as a whole: while one of its stories waits, the vendor keeps all of
 * them, and those that might go wait for what that one waits for.
 */
export function takeOverWhole(governed: Governed, destinations: PlanContent['destinations']): Governed {
  const { decision } = governed;
  const waits = new Map(decision.waits);
  for (const { name, native, stories } of destinations) {
    const facts = waits.get(name);
    const due = stories.filter(isDue);
    const first = due.map(({ key }) => facts?.get(key)).find((fact) => fact !== undefined);
    if (native?.engine !== 'push' || native.steps.length === 0 || first === undefined) continue;
    waits.set(name, new Map(due.map(({ key }) => [key, facts?.get(key) ?? first])));
  }
  return { ...governed, decision: { ...decision, waits } };
}

export function governPlan(plan: PlanContent, governed: Governed | undefined): PlanContent {
  return governed ? gatePlan(plan, governed.decision) : plan;
}
