import type { ApplyOptions, PlannedAnew } from '../../apply/apply-options.ts';
import type { DestinationWork } from '../../plan/destination-work.ts';
import type { Progress } from '../ports.ts';
import { ReadTurns } from '../read-turns.ts';
import { type RefreshInput, refreshAll } from '../refresh.ts';
import type { StateSession } from '../state/state-session.ts';
import { type HoldBackSettings, whyHeldBack } from './hold-back.ts';

export type AnewInput = {
  readonly refresh: RefreshInput;
  readonly session: StateSession;
  readonly settings: HoldBackSettings;
  /** How the plan was that the user consented to. */
  readonly work: ReadonlyMap<string, DestinationWork>;
  readonly isOvertaken: () => Promise<boolean>;
};

/**
 * Another run may have written to a destination between our look at it and our lease. Then it is looked at once more,
 * alone: what that run did is found done.
 */
export function planningAnew({ refresh, session, settings, work, isOvertaken }: AnewInput): ApplyOptions['planAnew'] {
  const catchUp = together(() => session.catchUp());
  const checkHead = together(isOvertaken);
  const turns = new ReadTurns(refresh.concurrency);
  // Leases are taken together: what was recorded before that is brought once.
  let caughtUp: Promise<void> | undefined;
  return async (name, waited): Promise<PlannedAnew | undefined> => {
    if (waited || !caughtUp) caughtUp = catchUp();
    await caughtUp;
    if (!waited && !(await session.hasMoved(name))) return undefined;
    const superseded = settings.superseded || (await checkHead());
    const selected = new Map([...refresh.policy.selected].filter(([selectedName]) => selectedName === name));
    // What the rollout says of it is asked again before each of its pairs is begun.
    const { rollout: _, ...once } = refresh;
    const only = { ...once, policy: { ...refresh.policy, selected }, progress: SILENT, whole: false, turns };
    const planning = await refreshAll(only);
    const anew = planning.work.get(name);
    if (!anew) throw new Error(`Internal error: ${name} was not planned anew`);
    const heldBack = whyHeldBack({ ...settings, superseded }, planning)(name) ?? otherDeletions(work.get(name), anew);
    return { work: anew, state: planning.states.get(name), heldBack };
  };
}

/** A thousand destinations may ask at once: all that ask before a look begins share it. */
function together<T>(look: () => Promise<T>): () => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  let next: Promise<T> | undefined;
  return () => {
    next ??= last.then(() => {
      next = undefined;
      return look();
    });
    last = next.catch(() => {});
    return next;
  };
}

/** A number was consented to, of the stories that the first plan named. */
function otherDeletions(before: DestinationWork | undefined, anew: DestinationWork): PlannedAnew['heldBack'] {
  const ids = (work: DestinationWork | undefined): string =>
    (work?.prune ?? []).map(({ left }) => left.destinationStoryId).join();
  return ids(before) === ids(anew) ? undefined : { kind: 'stale', stale: { since: 'other_plan' } };
}

const SILENT: Progress = { begin: () => {}, advance: () => {}, wait: () => {}, end: () => {} };
