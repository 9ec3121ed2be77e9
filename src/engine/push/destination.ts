import type { AppliedDestination, DestinationRun } from '../../apply/engine.ts';
import type { NotDeleted } from '../../apply/kept-orphans.ts';
import { outcomeFrom, type StoryOutcome } from '../../apply/ledger.ts';
import { fail, type Result } from '../../diagnostics/result.ts';
import type { Clock } from '../../model/clock.ts';
import type { Destination } from '../../model/destination.ts';
import type { Cause } from '../../model/fact/fact.ts';
import type { Warning } from '../../model/fact/warning.ts';
import type { Pruned } from '../../model/pruned.ts';
import type { RolloutFact } from '../../model/rollout.ts';
import { calleesOf, reachedCallees } from '../../plan/order.ts';
import { isDue } from '../../plan/planned-story.ts';
import type { Tenant } from '../../tenant/port.ts';
import type { CopyOptions } from './copies.ts';
import { type Held, type Settled, settleCreates } from './creates.ts';
import { NextState } from './next-state.ts';
import { confirmUntouched, seen } from './precondition.ts';
import { findFailedPush, pruneDestination } from './prune.ts';
import type { FreshIngress, PushStory, PushWork } from './push-work.ts';
import { TeamRecordTypes, type TypesSeen } from './record-types.ts';
import { type PushedStory, type Pusher, type PushFailure, pushAgain, pushStory } from './story.ts';
import { TeamListing } from './team-listing.ts';
import type { ReadBack } from './verify.ts';

export type DestinationPush = DestinationRun & {
  readonly work: PushWork;
  readonly tenant: Tenant;
  readonly clock: Clock;
  readonly fresh: FreshIngress;
  /** Where copies go before anything is deleted; without it nothing is. */
  readonly copies?: CopyOptions;
  /** The user agreed to delete what is left behind, once everything is pushed. */
  readonly prune?: boolean;
};

/** Held until the listing after all creates, with what a story that is sent again needs. */
type HeldPush = Held & { readonly cyclic?: PushedStory; readonly pushWarnings: readonly Warning[] };

/** Does what the plan says for one destination, one story after another. */
export async function pushDestination(push: DestinationPush): Promise<AppliedDestination> {
  return new PushRun(push).run();
}

class PushRun {
  readonly #push: DestinationPush;
  readonly #destination: Destination;
  readonly #pusher: Pusher;
  readonly #state: NextState;
  /** Stories that were to be pushed and did not arrive. */
  readonly #lost = new Set<string>();
  /** Those of them that the rollout lets wait, with why. */
  readonly #waiting = new Map<string, RolloutFact>();
  /** Story key -> keys of the stories that it calls itself. */
  readonly #callees: ReadonlyMap<string, readonly string[]>;
  readonly #held: HeldPush[] = [];
  /** Callers that may have been bound to nothing, or to a story that is gone: sent once more at the end. */
  readonly #again: { readonly story: PushStory; readonly pushed: PushedStory }[] = [];
  #halted: Cause | undefined;

  constructor(push: DestinationPush) {
    this.#push = push;
    this.#destination = push.work.destination;
    const { tenant, clock, fresh } = push;
    const decisions = push.work.stories.flatMap((story) => story.decisions);
    const { teamId } = this.#destination;
    const types = new TeamRecordTypes(tenant, clock, teamId, decisions, typesSeen(push.work));
    const listing = new TeamListing(tenant, clock, teamId);
    const { again } = push.work;
    this.#pusher = { tenant, again, destination: this.#destination, types, listing, created: new Map(), clock, fresh };
    const all = push.work.stories.map(({ desired }) => desired);
    this.#callees = new Map(all.map((story) => [story.key, calleesOf(story, all).map(({ key }) => key)]));
    this.#state = new NextState(this.#destination, push.previous, push.explain);
  }

  async run(): Promise<AppliedDestination> {
    const { work, stop } = this.#push;
    for (const story of work.stories) {
      if (story.planned.action === 'unchanged') this.#state.recordEqual(story, this.#moment(story));
      if (!isDue(story.planned)) continue;
      if (stop.aborted) break;
      const blockedBy = this.#findBlocker(story) ?? this.#push.whyWait(story.planned.key);
      if (blockedBy) {
        this.#lost.add(story.planned.key);
        if (blockedBy.kind === 'rollout_waits') this.#waiting.set(story.planned.key, blockedBy);
        this.#record(story, outcomeFrom(blockedBy));
        continue;
      }
      this.#take(story, await pushStory(this.#pusher, story));
    }
    await this.#settle();
    // What a cycle has begun counts as in flight: left halfway, its stories would call nothing.
    for (const { story, pushed } of this.#again) {
      const halt = this.#findHalt();
      this.#conclude(story, halt ? fail({ fact: halt }) : await pushAgain(this.#pusher, story, pushed));
    }
    const pruned = await this.#prune();
    return { state: this.#state.toState(), pruned };
  }

  /** What was created, and what calls that, waits for the listing after all creates. */
  #take(story: PushStory, result: Result<PushedStory, PushFailure>): void {
    const creation = this.#pusher.created.get(story.planned.key);
    const rival = result.ok ? undefined : result.error.rival?.id;
    const cyclic = result.ok && this.#push.work.again.has(story.planned.key) ? result.value : undefined;
    if (!creation && rival === undefined && !this.#callsHeld(story)) {
      if (cyclic) this.#again.push({ story, pushed: cyclic });
      else this.#conclude(story, result);
      return;
    }
    const back = result.ok ? result.value : result.error.back;
    const outcome = this.#outcomeOf(story, result);
    this.#heed(story, result);
    if (back && !cyclic) this.#state.recordPush(story, back, outcome, this.#moment(story));
    this.#held.push({
      story,
      outcome,
      pushWarnings: result.ok ? result.value.warnings : [],
      ...(cyclic ? { cyclic } : {}),
      ...(creation ? { creation } : {}),
      ...(rival === undefined ? {} : { rival }),
      ...(back ? { seen: seen(back.listed, back.story) } : {}),
    });
  }

  #callsHeld(story: PushStory): boolean {
    const held = this.#held.map((each) => each.story.desired);
    return calleesOf(story.desired, held).length > 0;
  }

  async #settle(): Promise<void> {
    if (this.#held.length === 0) return;
    const settled = await settleCreates(this.#pusher, this.#held, {
      blockedBy: () => this.#findHalt(),
      stopped: () => this.#push.stop.aborted,
      ...(this.#push.copies ? { copies: this.#push.copies } : {}),
    });
    const doubled = this.#held.filter((each) => settled.get(each)?.doubled).map(({ story }) => story.desired);
    for (const held of this.#held) {
      const { outcome, other }: Pick<Settled, 'outcome' | 'other'> = settled.get(held) ?? held;
      const { story, cyclic } = held;
      const ours = other === undefined && outcome.status === 'synced';
      if (ours && cyclic) this.#again.push({ story, pushed: cyclic });
      else if (ours && calleesOf(story.desired, doubled).length > 0) await this.#sendAgain(held);
      else this.#close(held, outcome, other);
    }
  }

  async #sendAgain({ story, seen: before, pushWarnings: warnings }: HeldPush): Promise<void> {
    if (!before) throw new Error('Internal error: a story is to be sent again that was never read back');
    const now = await confirmUntouched(this.#pusher.tenant, before);
    this.#state.takeBack(story);
    if (now.ok) this.#again.push({ story, pushed: { ...now.value, warnings } });
    else this.#conclude(story, now);
  }

  #close({ story, cyclic }: HeldPush, outcome: StoryOutcome, other: ReadBack | null | undefined): void {
    const moment = this.#moment(story);
    if (other !== undefined) this.#state.takeBack(story);
    const back = other ?? (other === undefined ? cyclic : undefined);
    if (back) this.#state.recordPush(story, back, outcome, moment);
    else if (other === undefined) this.#state.amend(story, outcome);
    this.#record(story, other ? { ...outcome, ...moment } : outcome);
  }

  async #prune(): Promise<readonly Pruned[]> {
    const { work, tenant, clock, copies, prune, ledger, stop } = this.#push;
    if (!copies || !prune) return [];
    const outcomes = work.stories.map((story) => ledger.outcomeOf(this.#destination.name, story));
    const failure = findFailedPush(outcomes, work);
    const blockedBy = (): NotDeleted | undefined => {
      return (
        failure ?? this.#findHalt() ?? this.#push.whyKeep() ?? (stop.aborted ? { kind: 'interrupted' } : undefined)
      );
    };
    const pruned = await pruneDestination({ work, tenant, clock, copies, blockedBy });
    this.#state.forget(work, new Set(pruned.filter(({ deleted }) => deleted).map(({ key }) => key)));
    return pruned;
  }

  /** A stopped tenant gets no further write; a caller does not go out before a callee that it lacks there. */
  #findBlocker(story: PushStory): Cause | undefined {
    const halt = this.#findHalt();
    if (halt) return halt;
    const { stories } = this.#push.work;
    const { calleesFirst } = this.#push;
    const callees = calleesFirst
      ? reachedCallees(story.planned.key, (key) => this.#calleesOf(key))
      : new Set(this.#calleesOf(story.planned.key));
    const absent = stories.find(
      ({ planned: { key }, live }) => callees.has(key) && this.#lost.has(key) && (!live || calleesFirst),
    );
    if (!absent) return undefined;
    const { key, name } = absent.planned;
    const waits = this.#waiting.get(key);
    return waits ? { ...waits, by: { kind: 'callee', key, name } } : { kind: 'sub_story_failed', name };
  }

  #calleesOf(key: string): readonly string[] {
    return this.#callees.get(key) ?? [];
  }

  #findHalt(): Cause | undefined {
    const by = this.#halted ?? this.#push.tenantHalt.cause;
    return by && { kind: 'halted', by };
  }

  #halt(where: NonNullable<PushFailure['halt']>, cause: Cause): void {
    this.#halted = cause;
    if (where === 'tenant') this.#push.tenantHalt.stop(cause);
  }

  #conclude(story: PushStory, result: Result<PushedStory, PushFailure>): void {
    const outcome = this.#outcomeOf(story, result);
    this.#heed(story, result);
    const back = result.ok ? result.value : result.error.back;
    if (back) this.#state.recordPush(story, back, outcome, this.#moment(story));
    this.#record(story, outcome);
  }

  #outcomeOf(story: PushStory, result: Result<PushedStory, PushFailure>): StoryOutcome {
    if (result.ok) {
      return {
        status: 'synced',
        reason: story.planned.reason,
        did: didOf(story),
        destinationStoryId: result.value.listed.id,
        warnings: [...warnAboutMissing(story), ...story.planned.warnings, ...result.value.warnings],
        ...this.#moment(story),
      };
    }
    const { fact, back } = result.error;
    const outcome = outcomeFrom(fact);
    return back ? { ...outcome, did: didOf(story), destinationStoryId: back.listed.id } : outcome;
  }

  /** What a failure means for the rest of the run. */
  #heed({ planned }: PushStory, result: Result<PushedStory, PushFailure>): void {
    if (result.ok) return;
    const { fact, halt, back, rival } = result.error;
    // What reads back differently is there all the same, for its callers to find.
    if (!back && !rival) this.#lost.add(planned.key);
    if (halt) this.#halt(halt, fact);
  }

  #record(story: PushStory, outcome: StoryOutcome): void {
    this.#push.ledger.record(this.#destination.name, story, outcome);
  }

  /** A pinned story comes from the commit of its pin. */
  #moment({ desired }: PushStory): { readonly syncedAt: string; readonly commit: string | null } {
    return { syncedAt: this.#push.clock.now().toISOString(), commit: desired.commit ?? this.#push.commit };
  }
}

function typesSeen({ recordTypes, readFrom }: PushWork): TypesSeen | undefined {
  return recordTypes && readFrom !== undefined ? { types: recordTypes, at: readFrom } : undefined;
}

/** Pushed all the same, under `prerequisites: warn`. */
function warnAboutMissing({ planned: { missing } }: PushStory): readonly Warning[] {
  return missing.length > 0 ? [{ kind: 'prerequisites_absent', missing }] : [];
}

/** What was written, whether or not it read back as it should. */
function didOf({ planned }: PushStory): 'created' | 'updated' {
  return planned.action === 'create' ? 'created' : 'updated';
}
