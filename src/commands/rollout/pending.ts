import type { Desired } from '../../model/desired.ts';
import { choosePending, type Pending, type PendingQuestion } from '../../plan/pending.ts';
import type { StateSession } from '../state/state-session.ts';

/** Which of the chosen destinations are pending; what is recorded of the others is read, and nothing else. */
export async function findPending(
  session: StateSession,
  desired: Desired,
  question: Pick<PendingQuestion, 'policy' | 'whatWaits'>,
): Promise<Pending> {
  const chosen = desired.destinations.filter(({ name }) => question.policy.selected.has(name));
  const states = await session.readFleet(chosen);
  return choosePending({ desired, states, knows: (name) => session.knows(name), ...question });
}
