import type { AppliedDestination, DestinationRun } from '../../apply/engine.ts';
import type { NotDeleted } from '../../apply/kept-orphans.ts';
import { outcomeFrom, type StoryOutcome } from '../../apply/ledger.ts';
import { fail, type Result } from '../../diagnostics/result.ts';
import type { Clock } from '../../model/clock.ts';
import type { Destination } from '../../model/destination.ts';
import type { Cause } from '../../model/fact/fact.ts';
import type { Warning } from '../../model/fact/warning.ts';
import type { Pruned } from '../../model/pruned.ts';
import { calleesOf } from '../../plan/order.ts';
import { isDue } from '../../plan/planned-story.ts';
import type { Tenant } from '../../tenant/port.ts';
import type { CopyOptions } from './copies.ts';
import { NextState } from './next-state.ts';
import { findFailedPush, pruneDestination } from './prune.ts';
import type { FreshIngress, PushStory, PushWork } from './push-work.ts';
import { TeamRecordTypes } from './record-types.ts';
import { type PushedStory, type Pusher, type PushFailure, pushAgain, pushStory } from './story.ts';

export type DestinationPush = DestinationRun & {
  readonly work: PushWork;
  readonly tenant: Tenant;
  readonly clock: Clock;
  readonly fresh: FreshIngress;
  /** Where copies go before what the user agreed to delete is deleted, once everything is pushed. */
  readonly copies?: CopyOptions;
};

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
  #halted: Cause | undefined;

  constructor(push: DestinationPush) {
    this.#push = push;
    this.#destination = push.work.destination;
    const { tenant, clock, fresh } = push;
    const types = new TeamRecordTypes(tenant, clock, this.#destination.teamId);
    this.#pusher = { tenant, destination: this.#destination, types, clock, fresh };
    this.#state = new NextState(this.#destination, push.previous, push.explain);
  }

  async run(): Promise<AppliedDestination> {
    const { work, stop } = this.#push;
    const cyclic: { readonly story: PushStory; readonly pushed: PushedStory }[] = [];
    for (const story of work.stories) {
      if (story.planned.action === 'unchanged') this.#state.recordEqual(story, this.#moment());
      if (!isDue(story.planned)) continue;
      if (stop.aborted) break;
      const blockedBy = this.#findBlocker(story);
      if (blockedBy) {
        this.#lost.add(story.planned.key);
        this.#record(story, outcomeFrom(blockedBy));
        continue;
      }
      const pushed = await pushStory(this.#pusher, story);
      if (pushed.ok && work.again.has(story.planned.key)) cyclic.push({ story, pushed: pushed.value });
      else this.#conclude(story, pushed);
    }
    // What a cycle has begun counts as in flight: left halfway, its stories would call nothing.
    for (const { story, pushed } of cyclic) {
      const halt = this.#findHalt();
      this.#conclude(story, halt ? fail({ fact: halt }) : await pushAgain(this.#pusher, story, pushed));
    }
    const pruned = await this.#prune();
    return { state: this.#state.toState(), pruned };
  }

  async #prune(): Promise<readonly Pruned[]> {
    const { work, tenant, clock, copies, ledger, stop } = this.#push;
    if (!copies) return [];
    const outcomes = work.stories.map((story) => ledger.outcomeOf(this.#destination.name, story));
    const failure = findFailedPush(outcomes, work);
    const blockedBy = (): NotDeleted | undefined => {
      return failure ?? this.#findHalt() ?? (stop.aborted ? { kind: 'interrupted' } : undefined);
    };
    const pruned = await pruneDestination({ work, tenant, clock, copies, blockedBy });
    this.#state.forget(work, new Set(pruned.filter(({ deleted }) => deleted).map(({ key }) => key)));
    return pruned;
  }

  /** A stopped tenant gets no further write; a caller does not go out before a callee that it lacks there. */
  #findBlocker(story: PushStory): Cause | undefined {
    const halt = this.#findHalt();
    if (halt) return halt;
    const stories = this.#push.work.stories;
    const callees = calleesOf(
      story.desired,
      stories.map((other) => other.desired),
    ).map((callee) => callee.key);
    const absent = stories.find(
      ({ planned, live }) => callees.includes(planned.key) && !live && this.#lost.has(planned.key),
    );
    return absent && { kind: 'sub_story_failed', name: absent.planned.name };
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
    const moment = this.#moment();
    if (result.ok) {
      const outcome: StoryOutcome = {
        status: 'synced',
        reason: story.planned.reason,
        did: didOf(story),
        destinationStoryId: result.value.listed.id,
        warnings: [...warnAboutMissing(story), ...story.planned.warnings, ...result.value.warnings],
        ...moment,
      };
      this.#state.recordPush(story, result.value, outcome, moment);
      this.#record(story, outcome);
      return;
    }
    const { fact, halt, back } = result.error;
    const outcome = outcomeFrom(fact);
    // What reads back differently is there all the same, for its callers to find.
    if (!back) this.#lost.add(story.planned.key);
    if (halt) this.#halt(halt, fact);
    if (back) this.#state.recordPush(story, back, outcome, moment);
    this.#record(story, back ? { ...outcome, did: didOf(story), destinationStoryId: back.listed.id } : outcome);
  }

  #record(story: PushStory, outcome: StoryOutcome): void {
    this.#push.ledger.record(this.#destination.name, story, outcome);
  }

  #moment(): { readonly syncedAt: string; readonly commit: string | null } {
    return { syncedAt: this.#push.clock.now().toISOString(), commit: this.#push.commit };
  }
}

/** Pushed all the same, under `prerequisites: warn`. */
function warnAboutMissing({ planned: { missing } }: PushStory): readonly Warning[] {
  return missing.length > 0 ? [{ kind: 'prerequisites_absent', missing }] : [];
}

/** What was written, whether or not it read back as it should. */
function didOf({ planned }: PushStory): 'created' | 'updated' {
  return planned.action === 'create' ? 'created' : 'updated';
}
