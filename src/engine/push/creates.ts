import { WAITS } from '../../apply/confirmed-write.ts';
import { outcomeFrom, type StoryOutcome } from '../../apply/ledger.ts';
import { stale } from '../../apply/step-failure.ts';
import type { Cause } from '../../model/fact/fact.ts';
import type { NotDeletedFact } from '../../model/fact/orphan-fact.ts';
import type { Warning } from '../../model/fact/warning.ts';
import type { Creation, StoryCopy } from './import.ts';
import type { SeenStory } from './precondition.ts';
import type { PushStory } from './push-work.ts';
import { composeAgain, type Pusher } from './story.ts';
import { findStandings, type Made, type Standing } from './twins.ts';
import { findDeviations, type ReadBack, readBack } from './verify.ts';
import { type Surplus, type WithdrawOptions, withdrawAll } from './withdraw.ts';

/** A story of this run whose outcome waits for the listing after all creates. */
export type Held = {
  readonly story: PushStory;
  /** What it comes to if nothing stands beside it. */
  readonly outcome: StoryOutcome;
  /** This run created it. */
  readonly creation?: Creation;
  /** As it was read back. */
  readonly seen?: SeenStory;
  /** Instead of ours one stands there that another run made. */
  readonly rival?: number;
};

export type Settled = {
  readonly outcome: StoryOutcome;
  /** The other run's story, where the pair is about that one now; `null` when it is, and nothing of it is known. */
  readonly other?: ReadBack | null;
  /** Two of it stood there for a while: its callers may have been bound to the one that went. */
  readonly doubled: boolean;
};

/** Milliseconds before each look for whether the other run has withdrawn its story: it does so after its own creates. */
const PATIENCE: readonly number[] = [...WAITS, 5_000, 5_000, 5_000, 10_000];

/**
 * Says of every story that this run created whether it stays. Of two with our stamp the one with the lower id does, and
 * each run withdraws only what its own create returned: so no two runs withdraw both, whatever the order.
 */
export async function settleCreates(
  pusher: Pusher,
  held: readonly Held[],
  options: WithdrawOptions,
): Promise<ReadonlyMap<Held, Settled>> {
  const made = new Map<Held, Made>();
  for (const each of held) {
    if (each.creation) made.set(each, { creation: each.creation, sent: await composeAgain(pusher, each.story) });
  }
  const standings = await findStandings(pusher, [...made.values()]);
  const settling = new Settling(pusher, options);
  for (const each of held) {
    const own = made.get(each);
    if (!own) settling.takeOther(each);
    else if (standings.ok) settling.takeCreated(each, own, standings.value.get(own.creation.story.id) ?? ALONE);
    else settling.end(each, { kind: 'created_unconfirmed', id: own.creation.story.id, by: standings.error.fact });
  }
  return settling.finish();
}

const ALONE: Standing = { gone: false, twins: [] };

type Rivalry = {
  readonly own: number;
  readonly others: readonly number[];
  /** Why ours was not withdrawn; null where it is the one to stay. */
  readonly by: Cause | NotDeletedFact | null;
};

class Settling {
  readonly #pusher: Pusher;
  readonly #options: WithdrawOptions;
  readonly #settled = new Map<Held, Settled>();
  /** Ours are to make way. */
  readonly #surplus = new Map<Held, Surplus & { readonly others: readonly number[] }>();
  /** Ours are there still; the others are for the runs that made them to withdraw. */
  readonly #kept = new Map<Held, Rivalry>();
  /** Pairs that are about the story of another run now. */
  readonly #elsewhere = new Map<Held, { readonly id: number; readonly warning: Warning }>();

  constructor(pusher: Pusher, options: WithdrawOptions) {
    this.#pusher = pusher;
    this.#options = options;
  }

  end(held: Held, fact: Cause): void {
    this.#settled.set(held, { outcome: { ...held.outcome, ...outcomeFrom(fact), warnings: [] }, doubled: false });
  }

  takeOther(held: Held): void {
    const { rival: id } = held;
    if (id === undefined) this.#settled.set(held, { outcome: held.outcome, doubled: false });
    else this.#elsewhere.set(held, { id, warning: { kind: 'created_elsewhere', id } });
  }

  takeCreated(held: Held, { creation, sent }: Made, { gone, twins }: Standing): void {
    const own = creation.story.id;
    const survivor = lowestOf(twins);
    if (gone) {
      if (survivor === undefined) this.#forget(held, stale({ since: 'deleted' }).fact, []);
      else this.#elsewhere.set(held, { id: survivor, warning: { kind: 'created_elsewhere', id: survivor } });
      return;
    }
    if (twins.length === 0) {
      this.#settled.set(held, { outcome: held.outcome, doubled: false });
      return;
    }
    const others = twins.map(({ listed }) => listed.id);
    if (survivor === undefined || survivor > own) {
      this.#kept.set(held, { own, others, by: null });
      return;
    }
    const cannot = whyNotWithdrawn(held, creation);
    if (cannot || !held.seen) this.#kept.set(held, { own, others, by: cannot });
    else this.#surplus.set(held, { key: held.story.planned.key, seen: held.seen, survivor, sent, others });
  }

  async finish(): Promise<ReadonlyMap<Held, Settled>> {
    // Before anything is waited for: two runs may each wait for the other.
    await this.#withdraw();
    await this.#awaitWithdrawals();
    await this.#compareOthers();
    return this.#settled;
  }

  async #withdraw(): Promise<void> {
    const withdrawn = await withdrawAll(this.#pusher, [...this.#surplus.values()], this.#options);
    for (const [held, { seen, survivor, others }] of this.#surplus) {
      const own = seen.listed.id;
      const gone = withdrawn.get(own);
      if (!gone?.ok) this.#kept.set(held, { own, others, by: gone?.error ?? null });
      else
        this.#elsewhere.set(held, {
          id: survivor,
          warning: { kind: 'withdrawn', id: own, by: survivor, keptAs: gone.value },
        });
    }
  }

  /** The other run is at its own creates, perhaps. */
  async #awaitWithdrawals(): Promise<void> {
    const { tenant } = this.#pusher;
    await this.#lookUntilDone(this.#kept, PATIENCE, async (held, { own, others }) => {
      for (const id of others) {
        const now = await tenant.getStory(id);
        if (now.ok || now.error.kind !== 'not_found') return false;
      }
      if (!(await tenant.getStory(own)).ok) return false;
      this.#settled.set(held, { outcome: held.outcome, doubled: true });
      return true;
    });
    for (const [held, { own, others, by }] of this.#kept) {
      this.end(held, { kind: 'created_twice', ids: [own, ...others].sort((a, b) => a - b), own, by });
    }
  }

  /** Synced is what reads back equal, whoever made it. The other run may still be about its settings. */
  async #compareOthers(): Promise<void> {
    const { tenant } = this.#pusher;
    await this.#lookUntilDone(this.#elsewhere, [0, ...PATIENCE], async (held, { id, warning }) => {
      const back = await readBack(tenant, id);
      if (!back.ok) return false;
      const sent = await composeAgain(this.#pusher, held.story);
      const name = held.story.desired.story.name;
      if (back.value.story.origin_story_identifier !== held.story.desired.stamp) return false;
      if (findDeviations(held.story, { ...sent, name }, back.value).length > 0) return false;
      const outcome: StoryOutcome = { status: 'synced', reason: null, did: 'unchanged', fact: null };
      this.#settled.set(held, {
        outcome: { ...outcome, destinationStoryId: id, warnings: [warning] },
        other: back.value,
        doubled: warning.kind === 'withdrawn',
      });
      return true;
    });
    for (const [held, { warning }] of this.#elsewhere) {
      const { fact } = stale({ since: 'created_elsewhere', name: held.story.desired.story.name });
      this.#forget(held, fact, warning.kind === 'withdrawn' ? [warning] : []);
    }
  }

  /** Nothing of ours is there, and of what is there nothing is known. */
  #forget(held: Held, fact: Cause, warnings: readonly Warning[]): void {
    const outcome = { ...outcomeFrom(fact), warnings };
    this.#settled.set(held, { outcome, other: null, doubled: warnings.length > 0 });
  }

  /** What is done leaves the list; nobody waits once it is empty. */
  async #lookUntilDone<T>(
    open: Map<Held, T>,
    waits: readonly number[],
    look: (held: Held, what: T) => Promise<boolean>,
  ): Promise<void> {
    for (const wait of waits) {
      if (open.size === 0 || (wait > 0 && this.#options.stopped())) return;
      if (wait > 0) await this.#pusher.clock.sleep(wait);
      for (const [held, what] of open) if (await look(held, what)) open.delete(held);
    }
  }
}

/** A run withdraws only what its own create returned, and what it can tell to be unedited. */
function whyNotWithdrawn({ outcome, seen }: Held, { answered }: Creation): Cause | null {
  if (!answered) return { kind: 'answer_lost' };
  return seen ? null : (outcome.fact as Cause);
}

/** Only what bears our stamp may take the place of ours. */
function lowestOf(twins: readonly StoryCopy[]): number | undefined {
  const ids = twins.filter(({ bearsStamp }) => bearsStamp).map(({ listed }) => listed.id);
  return ids.length > 0 ? Math.min(...ids) : undefined;
}
