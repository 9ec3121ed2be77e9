import type { RingProgress, RolloutFact, RolloutRecord } from '../model/rollout.ts';
import { barrierOf, type Moment, openingOf, waitFact, windowsOf } from './barriers.ts';
import { isNew, waitForBatch } from './batch.ts';
import { calleeBarrier } from './callees.ts';
import type { Fleet, FleetPair } from './fleet.ts';
import { placeKind } from './places.ts';
import { progressOf } from './progress.ts';
import { RingTallies } from './ring-tallies.ts';

export type RolloutDecision = {
  /** Destination name -> story key -> why it does not go in this run. All else that is due goes. */
  readonly waits: ReadonlyMap<string, ReadonlyMap<string, RolloutFact>>;
  readonly progress: readonly RingProgress[];
  /** All destinations of the run. A wave may begin when those before it have passed, which the gate asks at that moment. */
  readonly waves: readonly (readonly string[])[];
  readonly rings: Fleet['rings'];
};

export type RolloutOptions = {
  /** A person lets this run pass over rings, soak, batch, halt and windows. */
  readonly override?: boolean;
  /** What an approved plan lets go; all of it without one. */
  readonly approved?: (destination: string, key: string) => boolean;
};

/** What may go in this run: a function of what git wants, what is recorded, and the time. */
export function decideRollout(
  fleet: Fleet,
  record: RolloutRecord,
  now: number,
  options: RolloutOptions = {},
): RolloutDecision {
  const tallies = new RingTallies(fleet);
  const moment = { tallies, record, now, closedAt: windowsOf(tallies, fleet.rollout.windows) };
  const run = new RunDecision(moment, options, fleet.shares);
  const byRing = Map.groupBy(fleet.pairs, ({ ring }) => ring);
  for (const { name } of fleet.rollout.rings) run.decideRing(name, byRing.get(name) ?? []);
  const waves = Map.groupBy(fleet.run.toSorted(), (name) => run.waveOf(name));
  return {
    waits: run.waits(),
    progress: progressOf(fleet, moment),
    waves: [...waves].toSorted(([a], [b]) => a - b).map(([, names]) => names),
    rings: fleet.rings,
  };
}

/** Ring by ring: what goes in one may let the next one go in this same run. */
class RunDecision {
  readonly #moment: Moment;
  readonly #options: RolloutOptions;
  readonly #shares: Fleet['shares'];
  readonly #facts = new Map<FleetPair, RolloutFact>();
  /** By destination. */
  readonly #waves = new Map<string, number>();
  /** By ring, story and content: after which wave the ring has passed, if nothing goes wrong. */
  readonly #passes = new Map<string, number>();

  constructor(moment: Moment, options: RolloutOptions, shares: Fleet['shares']) {
    this.#moment = moment;
    this.#options = options;
    this.#shares = shares;
  }

  decideRing(ring: string, pairs: readonly FleetPair[]): void {
    const due = pairs.filter(({ due }) => due);
    for (const pair of due) this.#keepBack(pair, this.#ownBarrier(pair));
    const destinations = Map.groupBy(pairs, ({ destination }) => destination);
    const waitForCallees = (): void => {
      for (const members of destinations.values()) {
        const waiting = members.flatMap((pair) => {
          const fact = this.#goes(pair) ? calleeBarrier(pair, members, this.#facts) : undefined;
          return fact ? [[pair, fact] as const] : [];
        });
        for (const [pair, fact] of waiting) this.#keepBack(pair, fact);
      }
    };
    waitForCallees();
    if (!this.#options.override) {
      for (const pair of due) if (this.#goes(pair)) this.#keepBack(pair, this.#outsideShare(pair));
      const batch = this.#moment.tallies.rings[this.#moment.tallies.indexOf(ring)]?.batch;
      const going = new Set(due.filter((pair) => this.#goes(pair)));
      const size = { batch, share: this.#shares?.batch(ring) };
      for (const [pair, fact] of waitForBatch(size, pairs, going)) this.#keepBack(pair, fact);
      waitForCallees();
    }
    for (const pair of due.filter((each) => this.#goes(each))) {
      const wave = Math.max(this.#waves.get(pair.destination) ?? 0, this.#waveFor(pair) ?? 0);
      this.#waves.set(pair.destination, wave);
    }
    this.#findPassing(pairs.filter(({ counts }) => counts));
  }

  waveOf(destination: string): number {
    return this.#waves.get(destination) ?? 0;
  }

  waits(): ReadonlyMap<string, ReadonlyMap<string, RolloutFact>> {
    const waits = new Map<string, Map<string, RolloutFact>>();
    for (const [{ destination, key }, fact] of this.#facts) {
      const facts = waits.get(destination) ?? new Map<string, RolloutFact>();
      waits.set(destination, facts.set(key, fact));
    }
    return waits;
  }

  #goes(pair: FleetPair): boolean {
    return pair.due && !this.#facts.has(pair);
  }

  #keepBack(pair: FleetPair, fact: RolloutFact | undefined): void {
    if (fact) this.#facts.set(pair, fact);
  }

  #outsideShare(pair: FleetPair): RolloutFact | undefined {
    const none = this.#shares && isNew(pair) && this.#shares.places(placeKind(pair)).share === 0;
    return none ? waitFact(pair, { kind: 'share' }, null) : undefined;
  }

  #ownBarrier(pair: FleetPair): RolloutFact | undefined {
    const { override, approved } = this.#options;
    const barrier = override ? undefined : barrierOf(pair, this.#moment, this.#waveFor(pair) !== undefined);
    if (barrier || !approved || approved(pair.destination, pair.key)) return barrier;
    return waitFact(pair, { kind: 'approved_plan' }, null);
  }

  /** The wave in which its ring may begin, where that waits for the ring before and for nothing else. */
  #waveFor(pair: FleetPair): number | undefined {
    if (pair.wasThere || this.#options.override) return undefined;
    const { tallies } = this.#moment;
    const ring = tallies.indexOf(pair.ring);
    const opening = openingOf(pair, ring, this.#moment);
    if (opening.kind !== 'not_passed' || (tallies.rings[ring]?.soak ?? 0) > 0) return undefined;
    const passes = this.#passes.get(`${opening.before} ${pair.key} ${pair.content}`);
    return passes === undefined ? undefined : passes + 1;
  }

  #findPassing(counting: readonly FleetPair[]): void {
    for (const [id, pairs] of Map.groupBy(counting, ({ key, content }) => `${key} ${content}`)) {
      const [first] = pairs;
      if (!first) continue;
      const ring = this.#moment.tallies.indexOf(first.ring);
      const { total, allowed } = this.#moment.tallies.counts(first, ring);
      const missing = pairs.filter(({ standing }) => standing !== 'there');
      const stuck = missing.filter((pair) => !this.#goes(pair));
      if (pairs.length < total || stuck.length > allowed || stuck.some(({ standing }) => standing === 'open')) continue;
      this.#passes.set(`${ring} ${id}`, Math.max(0, ...missing.map(({ destination }) => this.waveOf(destination))));
    }
  }
}
