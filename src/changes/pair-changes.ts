import type { Change } from '../model/change/change.ts';
import type { LastStatus } from '../model/destination-state.ts';
import type { Outcome } from '../model/status.ts';

/** One destination, as it was recorded before the run and after it. */
export type RecordedTurn = {
  readonly destination: string;
  readonly before: Statuses;
  readonly after: Statuses;
  readonly outcomes: readonly Pick<Outcome, 'storyKey' | 'storyName'>[];
};

type Statuses = { readonly [key: string]: LastStatus };

/**
 * Whose status a run changed. A failure is told once and its end once, however many runs fail in between, and whatever
 * else the pair waited for meanwhile; the first failure is a change, the first success is none.
 */
export function pairChanges({ destination, before, after, outcomes }: RecordedTurn): readonly Change[] {
  return outcomes.flatMap(({ storyKey: key, storyName: name }): readonly Change[] => {
    const [was, is] = [own(before, key), own(after, key)];
    const kind = is && kindOf(was, is);
    return kind ? [{ kind, destination, story: { key, name }, reason: is.reason }] : [];
  });
}

function kindOf(was: LastStatus | undefined, is: LastStatus): 'failed' | 'recovered' | 'held' | undefined {
  const failing = was !== undefined && isFailing(was);
  if (is.status === 'failed') return failing ? undefined : 'failed';
  if (is.status === 'synced') return failing ? 'recovered' : undefined;
  return is.reason === 'held' && was?.reason !== 'held' ? 'held' : undefined;
}

/** It failed, and was not in sync since. */
function isFailing({ status, failing }: LastStatus): boolean {
  return status === 'failed' || failing === true;
}

/** A story may be called `constructor`. */
function own(statuses: Statuses, key: string): LastStatus | undefined {
  return Object.hasOwn(statuses, key) ? statuses[key] : undefined;
}
