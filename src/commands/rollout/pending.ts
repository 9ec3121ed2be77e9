import pLimit from 'p-limit';
import type { Desired } from '../../model/desired.ts';
import type { DestinationState } from '../../model/destination-state.ts';
import { choosePending, type Pending, type PendingQuestion } from '../../plan/pending.ts';
import type { StateSession } from '../state/state-session.ts';

/** State files read side by side. */
const READS = 16;

/** Which of the chosen destinations are pending; what is recorded of the others is read, and nothing else. */
export async function findPending(
  session: StateSession,
  desired: Desired,
  question: Pick<PendingQuestion, 'policy' | 'whatWaits'>,
): Promise<Pending> {
  const chosen = desired.destinations.filter(({ name }) => question.policy.selected.has(name));
  const read = await pLimit(READS).map(chosen, async (destination) => {
    return [destination.name, await session.read(destination)] as const;
  });
  const states = new Map<string, DestinationState>();
  for (const [name, state] of read) if (state) states.set(name, state);
  return choosePending({ desired, states, knows: (name) => session.knows(name), ...question });
}
