import { applyPlan } from '../../../src/apply/apply.ts';
import type { Engine } from '../../../src/apply/engine.ts';
import type { LeaseAnswer } from '../../../src/apply/leases.ts';
import { Ledger, outcomeFrom } from '../../../src/apply/ledger.ts';
import type { RolloutGate } from '../../../src/apply/rollout-gate.ts';

import type { DestinationState, StoryState } from '../../../src/model/destination-state.ts';
import type { PlannedDestination } from '../../../src/model/plan.ts';
import { mergeRecords } from '../../../src/model/rollout-record.ts';
import type { Outcome } from '../../../src/model/status.ts';
import type { DestinationWork } from '../../../src/plan/destination-work.ts';
import { assemblePlan } from '../../../src/plan/plan.ts';
import { isDue } from '../../../src/plan/planned-story.ts';
import { decideRollout, type RolloutDecision } from '../../../src/rollout/decide.ts';
import { type Fleet, fleetOf } from '../../../src/rollout/fleet.ts';
import { gatePlan, gateWork } from '../../../src/rollout/gate-plan.ts';
import { RunGate } from '../../../src/rollout/run-gate.ts';
import { checkDecision, checkRecord } from './checks.ts';
import { type ModelPair, RunModel } from './model.ts';
import { callsOf, type RolloutWorld, STORIES } from './world.ts';

export type RunScript = {
  /** Destinations and stories that it is narrowed to; none is all. */
  readonly only: readonly number[];
  readonly onlyStories: readonly number[];
  /** Manual-only destinations are named. */
  readonly byHand: boolean;
  readonly override: boolean;
  /** So many writes are begun before the process dies; the last of them may have landed. */
  readonly killAfter: number | null;
  readonly landed: boolean;
  /** Milliseconds that each write takes. */
  readonly pace: number;
  /** How the turns of destinations mix. */
  readonly mix: number;
};

const NEVER = new Promise<never>(() => {});
const OTHER_RUN = { kind: 'held', owner: 'another run' } as const;

/** One run of the real code over the world, held against the model at each write. */
export async function playRun(world: RolloutWorld, script: RunScript): Promise<readonly Outcome[] | 'killed'> {
  const run = new PlayedRun(world, script);
  return Promise.race([run.whole(), run.died]);
}

class PlayedRun {
  readonly died: Promise<'killed'>;
  readonly #die: () => void;
  readonly #fail: (error: unknown) => void;
  readonly #world: RolloutWorld;
  readonly #script: RunScript;
  readonly #work: ReadonlyMap<string, DestinationWork>;
  readonly #fleet: Fleet;
  readonly #model: RunModel;
  readonly #decision: RolloutDecision;
  readonly #leases = new Set<string>();
  #begun = 0;
  #dead = false;
  #dice: number;

  constructor(world: RolloutWorld, script: RunScript) {
    this.#world = world;
    this.#script = script;
    this.#dice = script.mix;
    const { promise, resolve, reject } = Promise.withResolvers<'killed'>();
    this.died = promise;
    this.#fail = reject;
    promise.catch(() => {});
    this.#die = () => resolve('killed');
    const chosen = world.destinations.filter(
      (_, index) => script.only.length === 0 || script.only.some((each) => each % world.destinations.length === index),
    );
    const stories = new Set<string>(
      STORIES.filter((_, index) => script.onlyStories.length === 0 || script.onlyStories.includes(index)),
    );
    const assessed = chosen.map((each) => world.assess(each, stories, script.byHand));
    this.#work = new Map(assessed.map((work) => [work.destination.name, work]));
    this.#fleet = this.#readFleet();
    this.#model = this.#readModel();
    this.#decision = decideRollout(this.#fleet, world.record, world.now, { override: script.override });
    checkDecision(this.#model, this.#decision, world.now, script.override);
  }

  async whole(): Promise<readonly Outcome[]> {
    const plan = assemblePlan('sync.yaml', null, [...this.#work.values()].map(describe));
    const gated = new Map([...this.#work].map(([name, each]) => [name, gateWork(each, this.#decision)]));
    const planning = { plan: gatePlan(plan, this.#decision), work: gated };
    const ledger = new Ledger(gated.values());
    return applyPlan(planning, ledger, this.#decision.waves, {
      engine: this.#engine(),
      leases: { take: async (name) => this.#takeLease(name) },
      rollout: this.#gate(),
      planAnew: async () => undefined,
      stateOf: (name) => this.#world.stateOf(name),
      saveState: async (name, state) => {
        await this.#step();
        this.#world.save(name, state);
      },
      onDone: () => {},
      concurrency: 3,
      clock: { now: () => new Date(this.#world.now) },
      stop: new AbortController().signal,
      explain: ({ kind }) => ({ message: kind, hint: null }),
      heldBack: () => undefined,
    });
  }

  /** Where another run could come between, and a dead one goes no further. */
  async #step(): Promise<void> {
    this.#dice = (this.#dice * 1_103_515_245 + 12_345) % 2_147_483_648;
    for (let turn = this.#dice % 7; turn >= 0; turn -= 1) await Promise.resolve();
    if (this.#dead) await NEVER;
  }

  #readFleet(): Fleet {
    const { rollout, destinations, states } = this.#world;
    const members = destinations.map((destination) => ({
      destination,
      state: states.get(destination.name),
      planned: this.#work.get(destination.name)?.stories.map(({ planned }) => planned),
    }));
    return fleetOf(rollout, this.#world.desired(), members);
  }

  #readModel(): RunModel {
    const { rollout, destinations, states, wanted, passings } = this.#world;
    const planned = [...this.#work.values()].flatMap(({ destination, stories }) =>
      stories.map(({ planned }) => [`${destination.name}/${planned.key}`, planned] as const),
    );
    return new RunModel(
      {
        rollout,
        destinations,
        states: new Map(states),
        planned: new Map(planned),
        wanted,
        calls: callsOf,
        override: this.#script.override,
      },
      passings,
    );
  }

  #gate(): RolloutGate {
    const world = this.#world;
    let known = world.record;
    const gate = new RunGate(this.#fleet, world.record, {
      now: () => world.now,
      override: this.#script.override,
      decision: this.#decision,
      record: async (record) => {
        known = record;
        await this.#step();
        world.record = mergeRecords(world.record, record);
        this.#model.publish();
      },
    });
    return {
      governs: true,
      takePlaces: (name, keys, stop) => gate.takePlaces(name, keys, stop),
      whyWait: (name, key) => gate.whyWait(name, key),
      begin: (name, key) => gate.begin(name, key),
      whyKeep: (name) => gate.whyKeep(name),
      done: (name, outcomes) => {
        if (this.#dead) return;
        this.#model.done(name, world.now);
        gate.done(name, outcomes);
      },
      waveDone: async () => {
        await this.#step();
        this.#model.record(world.now);
        const recorded = gate.waveDone();
        checkRecord(this.#model, known);
        await recorded;
      },
    };
  }

  #takeLease(name: string): LeaseAnswer {
    if (this.#world.leased.has(name)) return OTHER_RUN;
    this.#world.leased.add(name);
    this.#leases.add(name);
    return {
      kind: 'ours',
      waited: false,
      lost: new AbortController().signal,
      release: async () => this.#release(name),
    };
  }

  #release(name: string): void {
    this.#leases.delete(name);
    this.#world.leased.delete(name);
  }

  #engine(): Engine {
    return {
      assess: () => {
        throw new Error('nothing is assessed in a push');
      },
      apply: async (work, { previous, whyWait, ledger }) => {
        const name = work.destination.name;
        const entries = new Map<string, StoryState>(Object.entries(previous?.stories ?? {}));
        const lost = new Set<string>();
        const keep = (key: string, entry: StoryState | undefined): void => void (entry && entries.set(key, entry));
        for (const story of work.stories) {
          const { key, action } = story.planned;
          if (action === 'unchanged') keep(key, this.#world.equal(story.desired, entries.get(key)));
          if (!isDue(story.planned)) {
            if (action === 'skip' && story.planned.waits) lost.add(key);
            continue;
          }
          await this.#step();
          const pair = this.#model.pair(name, key);
          const absent = [...pair.calls].find((callee) => lost.has(callee));
          const waits = absent === undefined ? whyWait(key) : ({ kind: 'sub_story_failed', name: absent } as const);
          if (waits) {
            lost.add(key);
            ledger.record(name, story, outcomeFrom(waits));
            continue;
          }
          this.#begin(pair);
          await this.#write();
          const entry = this.#world.push(name, story.desired, entries.get(key));
          const trouble = this.#world.troubles.get(`${name}/${key}`);
          const succeeded = trouble === undefined;
          this.#model.end(pair, succeeded ? 'equal' : trouble === 'verify' ? 'broken' : 'refused');
          if (!succeeded) lost.add(key);
          keep(key, entry);
          const failure = { status: 'failed', reason: trouble === 'verify' ? 'verify_failed' : 'rejected' } as const;
          ledger.record(name, story, succeeded ? { status: 'synced', reason: null } : failure);
          await this.#step();
        }
        const state: DestinationState = { ...this.#world.stateOf(name), stories: Object.fromEntries(entries) };
        return { state, pruned: [] };
      },
    };
  }

  /** A push reports what is thrown in it as an outcome: here it has to end the history. */
  #begin(pair: ModelPair): void {
    try {
      this.#model.begin(pair, this.#world.now);
    } catch (error) {
      this.#fail(error);
    }
  }

  async #write(): Promise<void> {
    this.#begun += 1;
    await this.#step();
    this.#world.now += this.#script.pace;
    if (this.#script.killAfter === null || this.#begun <= this.#script.killAfter) return;
    // The leases of a dead run die after a while, before the next one begins.
    this.#dead = true;
    for (const name of this.#leases) this.#release(name);
    this.#die();
    if (!this.#script.landed) await NEVER;
  }
}

/** What a digest covers is no matter of a rollout, and costs most of the time of a history. */
function describe({ destination, stories }: DestinationWork): PlannedDestination {
  const { name, tenantUrl, teamId, manualSyncOnly } = destination;
  const planned = stories.map((story) => story.planned);
  return { name, digest: '', tenantUrl, teamId, manualSyncOnly, stories: planned, leftBehind: [] };
}
