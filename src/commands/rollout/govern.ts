import type { Desired } from '../../model/desired.ts';
import type { PlanContent } from '../../model/plan.ts';
import type { Rollout, RolloutRecord } from '../../model/rollout.ts';
import type { Pairs, WaitingPairs } from '../../plan/pending.ts';
import { isDue } from '../../plan/planned-story.ts';
import { decideRollout, type RolloutDecision, type RolloutOptions } from '../../rollout/decide.ts';
import { asDue, type Fleet, type FleetPart, fleetParts, joinFleet } from '../../rollout/fleet.ts';
import { gatePlan } from '../../rollout/gate-plan.ts';
import type { StateSession } from '../state/state-session.ts';

/** What is known of a rollout before the run looks at any destination. */
export type AskedRollout = {
  readonly rollout: Rollout;
  readonly record: RolloutRecord;
  /** Of the destinations that the run does not look at: selectors narrow what is pushed, never what counts. */
  readonly others: readonly FleetPart[];
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
  { desired, selected }: { readonly desired: Desired; readonly selected: ReadonlyMap<string, unknown> },
  session: StateSession,
): Promise<AskedRollout> {
  const unread = desired.destinations.filter(({ name }) => !selected.has(name));
  const record = await session.readRollout();
  const states = await session.readFleet(unread);
  const partOf = fleetParts(rollout, desired);
  const others = unread.map((destination) =>
    partOf({ destination, state: states.get(destination.name), planned: undefined }),
  );
  return { rollout, record, others };
}

/** What the rollout would let wait of pairs that are due, as far as recorded state tells: no tenant is asked for it. */
export async function waitsByRecord(
  rollout: Rollout,
  desired: Desired,
  session: StateSession,
  { now, ...options }: RolloutOptions & { readonly now: Date },
): Promise<(due: Pairs) => WaitingPairs> {
  const { record, others } = await askRollout(rollout, { desired, selected: new Map() }, session);
  const fleet = joinFleet(rollout, others);
  return (due) => decideRollout(asDue(fleet, due), record, now.getTime(), options).waits;
}

/** Decides once for the whole run: what it lets wait waits until the next one. */
export function govern(question: RolloutQuestion, own: readonly FleetPart[], now: number): Governed {
  const { rollout, record, others, ...options } = question;
  const fleet = joinFleet(rollout, [...own, ...others]);
  return { fleet, record, decision: decideRollout(fleet, record, now, options) };
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
