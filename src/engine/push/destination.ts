import type { AppliedDestination, DestinationRun } from '../../apply/engine.ts';
import type { StoryOutcome } from '../../apply/ledger.ts';
import { fail, type Result } from '../../diagnostics/result.ts';
import type { Clock } from '../../model/clock.ts';
import type { Destination } from '../../model/destination.ts';
import type { Pruned } from '../../model/pruned.ts';
import { calleesOf } from '../../plan/order.ts';
import type { Tenant } from '../../tenant/port.ts';
import { describeMissing } from './assess/decide-action.ts';
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
  readonly #receipt: NextState;
  /** Stories that were to be pushed and did not arrive. */
  readonly #lost = new Set<string>();
  #halted: string | undefined;

  constructor(push: DestinationPush) {
    this.#push = push;
    this.#destination = push.work.destination;
    const { tenant, clock, fresh } = push;
    const types = new TeamRecordTypes(tenant, clock, this.#destination.teamId);
    this.#pusher = { tenant, destination: this.#destination, types, clock, fresh };
    this.#receipt = new NextState(this.#destination, push.previous);
  }

  async run(): Promise<AppliedDestination> {
    const { work, stop } = this.#push;
    const cyclic: { readonly story: PushStory; readonly pushed: PushedStory }[] = [];
    for (const story of work.stories) {
      if (story.planned.action === 'unchanged') this.#receipt.recordEqual(story, this.#moment());
      if (story.planned.action !== 'create' && story.planned.action !== 'update') continue;
      if (stop.aborted) break;
      const hindrance = this.#findHindrance(story);
      if (hindrance) {
        this.#lost.add(story.planned.key);
        this.#settle(story, hindrance);
        continue;
      }
      const pushed = await pushStory(this.#pusher, story);
      if (pushed.ok && work.again.has(story.planned.key)) cyclic.push({ story, pushed: pushed.value });
      else this.#conclude(story, pushed);
    }
    for (const { story, pushed } of cyclic) {
      const halt = this.#findHalt();
      this.#conclude(story, halt ? fail({ settlement: halt }) : await pushAgain(this.#pusher, story, pushed));
    }
    const pruned = await this.#prune();
    return { state: this.#receipt.toState(), pruned };
  }

  async #prune(): Promise<readonly Pruned[]> {
    const { work, tenant, clock, copies, ledger, stop } = this.#push;
    if (!copies) return [];
    const outcomes = work.stories.map((story) => ledger.outcomeOf(this.#destination.name, story));
    const failure = findFailedPush(outcomes, work);
    const hindrance = (): string | undefined => {
      return failure ?? this.#findHalt()?.message ?? (stop.aborted ? 'the run was interrupted' : undefined);
    };
    const pruned = await pruneDestination({ work, tenant, clock, copies, hindrance });
    this.#receipt.forget(work, new Set(pruned.filter(({ deleted }) => deleted).map(({ key }) => key)));
    return pruned;
  }

  /** A stopped tenant gets no further write; a caller does not go out before a callee that it lacks there. */
  #findHindrance(story: PushStory): StoryOutcome | undefined {
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
    if (!absent) return undefined;
    return {
      status: 'requires_sync',
      reason: 'not_reached',
      message: `sub-story "${absent.planned.name}" failed to sync`,
      hint: 'fix the sub-story first',
    };
  }

  #findHalt(): StoryOutcome | undefined {
    const cause = this.#halted ?? this.#push.tenantHalt.cause;
    if (cause === undefined) return undefined;
    const hint = 'fix what stopped the tenant first, then run again';
    return {
      status: 'requires_sync',
      reason: 'halted',
      message: `nothing more was sent to this tenant: ${cause}`,
      hint,
    };
  }

  #halt({ message, reason }: StoryOutcome): void {
    this.#halted = message ?? 'see above';
    // A refused key says nothing of the tenant: its other teams may have keys of their own.
    if (reason !== 'unauthorized') this.#push.tenantHalt.stop(this.#halted);
  }

  #conclude(story: PushStory, result: Result<PushedStory, PushFailure>): void {
    const moment = this.#moment();
    if (result.ok) {
      const settlement: StoryOutcome = {
        status: 'synced',
        reason: story.planned.reason,
        did: didOf(story),
        destinationStoryId: result.value.listed.id,
        warnings: [...warnAboutMissing(story), ...story.planned.warnings, ...result.value.warnings],
        ...moment,
      };
      this.#receipt.recordPush(story, result.value, settlement, moment);
      this.#settle(story, settlement);
      return;
    }
    const { settlement, stopTenant, back } = result.error;
    // What reads back differently is there all the same, for its callers to find.
    if (!back) this.#lost.add(story.planned.key);
    if (stopTenant) this.#halt(settlement);
    if (back) this.#receipt.recordPush(story, back, settlement, moment);
    this.#settle(story, back ? { ...settlement, did: didOf(story), destinationStoryId: back.listed.id } : settlement);
  }

  #settle(story: PushStory, settlement: StoryOutcome): void {
    this.#push.ledger.settle(this.#destination.name, story, settlement);
  }

  #moment(): { readonly syncedAt: string; readonly commit: string | null } {
    return { syncedAt: this.#push.clock.now().toISOString(), commit: this.#push.commit };
  }
}

/** Pushed all the same, under `prerequisites: warn`. */
function warnAboutMissing({ planned }: PushStory): readonly string[] {
  return planned.missing.length > 0 ? [`missing there: ${describeMissing(planned.missing)}`] : [];
}

/** What was written, whether or not it read back as it should. */
function didOf({ planned }: PushStory): 'created' | 'updated' {
  return planned.action === 'create' ? 'created' : 'updated';
}
