import type { Cause } from '../model/fact/fact.ts';
import { reasonOf, statusOf } from '../model/fact/reason.ts';
import type { Outcome } from '../model/status.ts';
import type { DestinationWork } from '../plan/destination-work.ts';
import { plannedOutcome } from '../plan/planned-outcome.ts';
import { isDue } from '../plan/planned-story.ts';
import type { StoryWork } from '../plan/story-work.ts';

/** What a story's push came to; the rest of the outcome is known from the plan. */
export type StoryOutcome = Pick<Outcome, 'status' | 'reason'> & Partial<Outcome>;

/** A push that ended with this. */
export function outcomeFrom(fact: Cause): StoryOutcome {
  return { status: statusOf(fact), reason: reasonOf(fact), fact };
}

/**
 * The outcome list of a run. It is complete before the first write: what needs a write stands as
 * `not_reached`, so that whatever happens later, every pair is reported exactly once and the totals add up.
 */
export class Ledger {
  readonly #outcomes = new Map<string, Outcome>();
  readonly #recorded = new Set<string>();

  constructor(work: Iterable<DestinationWork>) {
    for (const { destination, stories } of work) {
      for (const story of stories)
        this.#outcomes.set(idOf(destination.name, story), openOutcome(destination.name, story));
    }
  }

  /** Sets the one outcome of a pair. A second one for the same pair is a bug. */
  record(destination: string, story: StoryWork, outcome: StoryOutcome): Outcome {
    const id = idOf(destination, story);
    const open = this.#outcomes.get(id);
    if (!open || this.#recorded.has(id)) throw new Error(`Internal error: ${id} was recorded twice or never planned`);
    const whole = asPinned({ ...open, fact: null, ...outcome }, story);
    this.#outcomes.set(id, whole);
    this.#recorded.add(id);
    return whole;
  }

  /** Takes another plan of a destination, of which nothing has been recorded, in the place of the one it began with. */
  planAnew({ destination, stories }: DestinationWork): void {
    for (const story of stories) {
      const id = idOf(destination.name, story);
      if (!this.#outcomes.has(id) || this.#recorded.has(id))
        throw new Error(`Internal error: ${id} was recorded before it was planned anew, or never planned`);
      this.#outcomes.set(id, openOutcome(destination.name, story));
    }
  }

  outcomeOf(destination: string, story: StoryWork): Outcome {
    const outcome = this.#outcomes.get(idOf(destination, story));
    if (!outcome) throw new Error(`Internal error: ${idOf(destination, story)} was never planned`);
    return outcome;
  }

  /** Due for a push, and nothing is known of it yet. */
  isOpen(destination: string, story: StoryWork): boolean {
    return isDue(story.planned) && !this.#recorded.has(idOf(destination, story));
  }

  /** What kept a whole destination from what was to be done there: pairs that nothing was due for failed with it, too. */
  endAll(destination: string, stories: readonly StoryWork[], cause: Cause): void {
    const isFailed = statusOf(cause) === 'failed';
    for (const story of stories) {
      const isLeft = isFailed && story.planned.action !== 'blocked' && !this.#recorded.has(idOf(destination, story));
      if (isLeft || this.isOpen(destination, story)) this.record(destination, story, outcomeFrom(cause));
    }
  }

  outcomes(): readonly Outcome[] {
    return [...this.#outcomes.values()];
  }
}

function idOf(destination: string, story: StoryWork): string {
  return `${destination}/${story.planned.key}`;
}

/** In sync with its pin: that it was just brought there is told by `did`. */
function asPinned(outcome: Outcome, { pin }: StoryWork): Outcome {
  if (pin === undefined || outcome.status !== 'synced' || outcome.detached) return outcome;
  return { ...outcome, reason: 'pinned', fact: outcome.fact ?? { kind: 'pinned', pin } };
}

/** As the plan found it, and with `not_reached` where a push is due. */
function openOutcome(destination: string, work: StoryWork): Outcome {
  const found = plannedOutcome(destination, work);
  switch (work.planned.action) {
    case 'unchanged':
      return { ...found, did: 'unchanged' };
    case 'skip':
    case 'blocked':
      return found;
    case 'create':
    case 'update':
      return { ...found, ...outcomeFrom({ kind: 'run_ended' }) };
  }
}
