import type { AppliedDestination, DestinationRun } from '../../../apply/engine.ts';
import { outcomeFrom } from '../../../apply/ledger.ts';
import type { StepFailure } from '../../../apply/step-failure.ts';
import { fail, ok, type Result, unreachable } from '../../../diagnostics/result.ts';
import type { StateContent } from '../../../model/destination-state.ts';
import type { Cause } from '../../../model/fact/fact.ts';
import { calleesOf } from '../../../plan/order.ts';
import { isDue } from '../../../plan/planned-story.ts';
import { type NativeStep, nativeChangeOf } from '../native-change.ts';
import type { NativeStoryWork, NativeWork } from '../native-work.ts';
import { type AwaitedSync, awaitSyncs, type SyncEnd } from './await-syncs.ts';
import { type CopyVerdict, FirstCopy } from './first-copy.ts';
import type { NativePorts } from './native-ports.ts';
import { NativeRecord } from './native-record.ts';
import { isCopyEqual } from './read-copy.ts';
import { VendorObjects } from './vendor-object.ts';

/** Tells the vendor what the plan says, waits for what comes of it, and gives every pair its one outcome. */
export async function applyNative(
  work: NativeWork,
  run: DestinationRun,
  ports: NativePorts,
): Promise<AppliedDestination> {
  const pass = new NativePass(work, run, ports);
  await pass.run();
  return { state: pass.state, pruned: [] };
}

class NativePass {
  readonly #work: NativeWork;
  readonly #run: DestinationRun;
  readonly #ports: NativePorts;
  readonly #record: NativeRecord;
  /** The vendor's object, once it is known. */
  #vendorId: number | undefined;
  readonly #started: AwaitedSync[] = [];
  /** The vendor's object was made by this very pass. */
  #made = false;

  constructor(work: NativeWork, run: DestinationRun, ports: NativePorts) {
    this.#work = work;
    this.#run = run;
    this.#ports = ports;
    this.#record = new NativeRecord(work, run.previous);
    this.#vendorId = work.target.at === 'found' ? work.target.object.id : undefined;
  }

  get state(): StateContent {
    return this.#record.state;
  }

  async run(): Promise<void> {
    const work = this.#keepWaiting();
    const change = nativeChangeOf(work);
    this.#record.began(change);
    if (change.steps.length > 0) {
      const done = await this.#write(work, change.steps);
      if (!done.ok) return this.#run.ledger.endAll(work.destination.name, work.stories, done.error);
      this.#record.done(change);
    }
    // Carried by a save that syncs by itself, or told to: both are waited for.
    const waiting = work.stories.filter((story) => isDue(story.planned) && this.#isOpen(story));
    for (const story of waiting) {
      if (!this.#started.some((sync) => sync.story === story)) this.#started.push(this.#awaited(story));
    }
    await this.#settle();
  }

  /** Stories that may not be begun at this moment have their outcome, and the writes follow from the others. */
  #keepWaiting(): NativeWork {
    const waits = new Map<string, Cause>();
    for (const { planned, desired } of this.#work.stories) {
      if (!isDue(planned)) continue;
      const all = this.#work.stories.map((other) => other.desired);
      const callee = this.#run.calleesFirst && calleesOf(desired, all).find(({ key }) => waits.has(key));
      const cause = (callee && waits.get(callee.key)) || this.#run.whyWait(planned.key);
      if (cause) waits.set(planned.key, cause);
    }
    const stories = this.#work.stories.map((story) => {
      const cause = waits.get(story.planned.key);
      if (cause === undefined) return story;
      this.#run.ledger.record(this.#work.destination.name, story, outcomeFrom(cause));
      return { ...story, planned: { ...story.planned, action: 'skip' as const } };
    });
    return { ...this.#work, stories };
  }

  async #write(work: NativeWork, steps: readonly NativeStep[]): Promise<Result<null, Cause>> {
    const origin = await this.#ports.origin();
    if (!origin.ok) return origin;
    const objects = new VendorObjects(origin.value, this.#ports);
    const first = await this.#firstCopy(steps);
    if (!first.ok) return first;
    for (const step of steps) {
      if (this.#run.stop.aborted) return fail({ kind: 'interrupted' });
      const done = await (step.kind === 'prove'
        ? this.#prove(this.#storyOf(step.storyId), first.value, objects)
        : this.#take(step, work, objects));
      if (!done.ok) return done;
    }
    return ok(null);
  }

  async #take(
    step: Exclude<NativeStep, { kind: 'prove' }>,
    work: NativeWork,
    objects: VendorObjects,
  ): Promise<Result<null, Cause>> {
    switch (step.kind) {
      case 'delete': {
        const done = causeOf(await objects.delete(step.id));
        if (done.ok) this.#record.gone();
        return done;
      }
      case 'create':
        return this.#create(step, work, objects);
      case 'set_flag': {
        const { id, manualSyncOnly } = step;
        const done = causeOf(await objects.update(id, { manualSyncOnly }));
        if (done.ok) this.#record.flag(manualSyncOnly);
        return done;
      }
      case 'send_key': {
        const key = await this.#ports.keyOf(work);
        if (!key.ok) return key;
        const done = causeOf(await objects.update(step.id, { key: key.value }));
        if (done.ok) this.#record.key(step.version);
        return done;
      }
      case 'set_stories':
        return causeOf(await objects.update(step.id ?? this.#objectId(), { storyIds: step.storyIds }));
      case 'trigger':
        return this.#trigger(step.storyIds, objects);
      default:
        return unreachable(step);
    }
  }

  async #create(
    { storyIds, manualSyncOnly }: Extract<NativeStep, { kind: 'create' }>,
    work: NativeWork,
    objects: VendorObjects,
  ): Promise<Result<null, Cause>> {
    const key = work.sameTenant ? ok(null) : await this.#ports.keyOf(work);
    if (!key.ok) return key;
    const { tenantUrl, teamId } = work.destination;
    const { originTeamId } = work;
    const made = await objects.create({ tenantUrl, teamId, originTeamId, storyIds, manualSyncOnly, key: key.value });
    if (!made.ok) return fail(made.error.fact);
    this.#vendorId = made.value.id;
    this.#made = true;
    this.#record.made(made.value.id, { manualSyncOnly, keyVersion: work.key.version });
    return ok(null);
  }

  /** One that cannot be begun keeps no other from it. */
  async #trigger(storyIds: readonly number[], objects: VendorObjects): Promise<Result<null, Cause>> {
    for (const storyId of storyIds) {
      const story = this.#storyOf(storyId);
      if (this.#run.stop.aborted) return fail({ kind: 'interrupted' });
      const awaited = this.#awaited(story);
      const done = await objects.sync(this.#objectId(), storyId, awaited.before?.status ?? null);
      if (done.ok) this.#started.push(awaited);
      else this.#end(story, done.error.fact);
    }
    return ok(null);
  }

  /** What the team holds of the story that goes before the others; undefined where none has to. */
  async #firstCopy(steps: readonly NativeStep[]): Promise<Result<FirstCopy | undefined, Cause>> {
    const step = steps.find(({ kind }) => kind === 'prove');
    if (step?.kind !== 'prove') return ok(undefined);
    const story = this.#storyOf(step.storyId);
    const [copyId] = story.copies;
    const reader = await this.#ports.destination(this.#work);
    if (reader === undefined || copyId === undefined) return fail({ kind: 'unconfirmed' });
    return FirstCopy.read({ reader, teamId: this.#work.destination.teamId, story, copyId });
  }

  /** The first of the copies that the vendor is to go on with: the others follow only where it did just that. */
  async #prove(
    story: NativeStoryWork,
    first: FirstCopy | undefined,
    objects: VendorObjects,
  ): Promise<Result<null, Cause>> {
    if (first === undefined) throw new Error('Internal error: a copy is looked at that was not looked at before');
    const end = this.#isOpen(story) ? (await this.#ends([this.#awaited(story)])).get(story) : undefined;
    if (end !== undefined && end !== 'synced') this.#end(story, end);
    if (end !== 'synced') return this.#stopped(story, { is: 'not_synced' }, objects, isUndecided(end));
    const verdict = await first.check();
    if (!verdict.ok) {
      this.#end(story, verdict.error);
      return this.#stopped(story, { is: 'not_synced' }, objects, false);
    }
    if (verdict.value === null) {
      this.#synced(story);
      return ok(null);
    }
    this.#record.refused();
    return this.#stopped(story, verdict.value, objects, false);
  }

  /** What was made for it goes again, its stories stay; but not under a sync that is on its way. */
  async #stopped(
    { planned: { key } }: NativeStoryWork,
    why: CopyVerdict,
    objects: VendorObjects,
    isOnItsWay: boolean,
  ): Promise<Result<null, Cause>> {
    const undone = this.#made && !isOnItsWay && (await objects.delete(this.#objectId())).ok;
    if (undone) this.#record.gone();
    return fail({ kind: 'takeover_stopped', key, why, undone });
  }

  #storyOf(storyId: number): NativeStoryWork {
    const story = this.#work.stories.find((each) => each.storyId === storyId);
    if (story === undefined)
      throw new Error(`Internal error: story ${storyId} is to be synced, and is not in the plan`);
    return story;
  }

  #objectId(): number {
    if (this.#vendorId === undefined) throw new Error('Internal error: nothing was made at the vendor yet');
    return this.#vendorId;
  }

  #awaited(story: NativeStoryWork): AwaitedSync {
    const { target } = this.#work;
    const known = target.at === 'found' ? target.object.subscriptions : [];
    return { story, before: known.find(({ storyId }) => storyId === story.storyId) ?? null };
  }

  async #settle(): Promise<void> {
    const open = this.#started.filter(({ story }) => this.#isOpen(story));
    if (open.length === 0 || this.#vendorId === undefined) return;
    for (const [story, end] of await this.#ends(open)) {
      if (end !== 'synced') this.#end(story, end);
      else this.#synced(story);
    }
  }

  async #ends(syncs: readonly AwaitedSync[]): Promise<ReadonlyMap<NativeStoryWork, SyncEnd>> {
    const { watch, clock, pollTimeout, destination } = this.#ports;
    const { teamId } = this.#work.destination;
    let reader: ReturnType<NativePorts['destination']> | undefined;
    return awaitSyncs({
      vendorId: this.#objectId(),
      syncs,
      watch,
      clock,
      timeout: pollTimeout,
      stop: this.#run.stop,
      readCopy: async (story) => {
        reader ??= destination(this.#work);
        return isCopyEqual(await reader, teamId, story);
      },
    });
  }

  #synced(story: NativeStoryWork): void {
    const { planned, desired, subscribed } = story;
    this.#run.ledger.record(this.#work.destination.name, story, {
      status: 'synced',
      reason: planned.reason,
      did: subscribed ? 'updated' : 'created',
      warnings: planned.warnings.filter(({ kind }) => kind !== 'vendor_failed'),
      syncedAt: this.#ports.clock.now().toISOString(),
      commit: desired.commit ?? this.#run.commit,
    });
  }

  #end(story: NativeStoryWork, cause: Cause): void {
    this.#run.ledger.record(this.#work.destination.name, story, outcomeFrom(cause));
  }

  #isOpen(story: NativeStoryWork): boolean {
    return this.#run.ledger.isOpen(this.#work.destination.name, story);
  }
}

function isUndecided(end: SyncEnd | undefined): boolean {
  return typeof end === 'object' && ['interrupted', 'still_syncing', 'unconfirmed'].includes(end.kind);
}

function causeOf(done: Result<unknown, StepFailure>): Result<null, Cause> {
  return done.ok ? ok(null) : fail(done.error.fact);
}
