import { planChanges } from '../../changes/plan-changes.ts';
import type { Change } from '../../model/change/change.ts';
import type { Desired } from '../../model/desired.ts';
import type { Plan } from '../../model/plan.ts';
import type { StateSession } from '../state/state-session.ts';

/** Sends a message about changes; answers whether it arrived. */
export type Tell = (changes: readonly Change[]) => Promise<boolean>;

/** Tells what a scheduled plan found that none told before. Recorded as told is only what arrived. */
export async function tellPlan(
  plan: Plan,
  { destinations }: Pick<Desired, 'destinations'>,
  session: StateSession,
  { tell, today }: { readonly tell: Tell; readonly today: string },
): Promise<void> {
  const before = await session.told.read();
  const planned = new Map(plan.destinations.map(({ name, stories }) => [name, stories]));
  const chosen = destinations.filter(({ name }) => planned.has(name));
  const edited = chosen.filter(({ name }) => planned.get(name)?.some(({ drift }) => drift.length > 0));
  const states = await session.readFleet(edited);
  const looks = chosen.map((destination) => {
    const stories = planned.get(destination.name) ?? [];
    const pushed = Object.entries(states.get(destination.name)?.stories ?? {});
    return { destination, stories, pushedAt: new Map(pushed.map(([key, { syncedAt }]) => [key, syncedAt])) };
  });
  const known = destinations.map(({ name }) => name);
  const { changes, standing, told } = planChanges(looks, before, { today, known });
  const arrived = changes.length === 0 || (await tell(changes));
  await session.told.record(arrived ? told : standing);
}
