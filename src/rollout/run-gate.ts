import type { RolloutGate } from '../apply/rollout-gate.ts';
import type { RingProgress, RolloutFact, RolloutRecord } from '../model/rollout.ts';
import type { Outcome } from '../model/status.ts';
import { barrierOf, type Moment, waitFact, windowsOf } from './barriers.ts';
import { isNew } from './batch.ts';
import type { RolloutDecision } from './decide.ts';
import type { Fleet, FleetPair } from './fleet.ts';
import { recordTallies, wantedContents } from './passings.ts';
import { PlacesInFlight, placeKind } from './places.ts';
import { progressOf } from './progress.ts';
import { type Content, RingTallies } from './ring-tallies.ts';

export type RunGateOptions = {
  readonly now: () => number;
  readonly override?: boolean;
  readonly decision: RolloutDecision;
  /** Writes what passed. */
  readonly record: (record: RolloutRecord) => Promise<void>;
};

/** The rules of a rollout while a run is at work: what ended a moment ago counts for what begins now. */
export class RunGate implements RolloutGate {
  readonly governs = true;
  readonly #fleet: Fleet;
  readonly #options: RunGateOptions;
  readonly #tallies: RingTallies;
  readonly #closedAt: Moment['closedAt'];
  readonly #wanted: readonly Content[];
  readonly #pairs = new Map<string, Map<string, FleetPair>>();
  /** By kind of place: the story and ring that it is for. */
  readonly #kinds = new Map<string, FleetPair>();
  readonly #places: PlacesInFlight;
  /** Destinations of which the batch of their ring begins new pairs. */
  readonly #begun: ReadonlySet<string>;
  #record: RolloutRecord;

  constructor(fleet: Fleet, record: RolloutRecord, options: RunGateOptions) {
    this.#fleet = fleet;
    this.#options = options;
    this.#record = record;
    this.#tallies = new RingTallies(fleet);
    this.#closedAt = windowsOf(this.#tallies, fleet.rollout.windows);
    this.#wanted = wantedContents(fleet);
    for (const pair of fleet.pairs) {
      const pairs = this.#pairs.get(pair.destination) ?? new Map<string, FleetPair>();
      this.#pairs.set(pair.destination, pairs.set(pair.key, pair));
      if (pair.counts) this.#kinds.set(placeKind(pair), pair);
    }
    const { waits } = options.decision;
    const going = fleet.pairs.filter((pair) => pair.due && isNew(pair) && !waits.get(pair.destination)?.has(pair.key));
    this.#begun = new Set(going.map(({ destination }) => destination));
    this.#places = new PlacesInFlight((kind) => this.#capacityOf(kind));
  }

  async takePlaces(destination: string, keys: readonly string[], stop: AbortSignal): Promise<void> {
    const needs = (): readonly string[] =>
      keys
        .map((key) => this.#pairOf(destination, key))
        .filter((pair) => this.#needsPlace(pair) && this.whyWait(destination, pair.key) === undefined)
        .map(placeKind);
    await this.#places.take(destination, needs, stop);
  }

  whyWait(destination: string, key: string): RolloutFact | undefined {
    const { decision, override = false } = this.#options;
    const pair = this.#pairOf(destination, key);
    const decided = decision.waits.get(destination)?.get(key);
    if (decided || override) return decided;
    const barrier = barrierOf(pair, this.#moment(), false);
    return barrier ?? this.#outsideBatch(pair) ?? this.#outsideShare(pair);
  }

  begin(destination: string, key: string): RolloutFact | undefined {
    const waits = this.whyWait(destination, key);
    const pair = this.#pairOf(destination, key);
    if (waits || !this.#needsPlace(pair) || this.#places.holds(destination, placeKind(pair))) return waits;
    return this.#places.tryTake(destination, placeKind(pair)) ? undefined : waitFact(pair, { kind: 'place' }, null);
  }

  whyKeep(destination: string): RolloutFact | undefined {
    if (this.#options.override) return undefined;
    const own = this.#fleet.rings.get(destination);
    // Nobody knows any more in which ring one was that the manifest no longer has: it waits for all of them.
    const rings = own === undefined ? this.#tallies.rings.map(({ name }) => name) : [own];
    for (const ring of rings) {
      const closed = this.#closedAt(ring, this.#options.now());
      if (closed) return waitFact({ ring }, { kind: 'window', window: closed.window }, closed.until);
    }
    return undefined;
  }

  done(destination: string, outcomes: readonly Outcome[]): void {
    const changed = outcomes.flatMap((outcome) => this.#fold(destination, outcome));
    this.#places.release(destination);
    // A failure may halt its ring and those after it: who waited for a place there needs none any more.
    this.#places.wake(changed.flatMap((pair) => this.#kindsOf(pair)));
  }

  async waveDone(): Promise<void> {
    const record = recordTallies(this.#tallies, this.#wanted, this.#record, this.#options.now());
    if (record === this.#record) return;
    this.#record = record;
    await this.#options.record(record);
  }

  /** What a pair that waited waits for by now: other pairs have ended since. */
  waitsNow(destination: string, key: string, before: RolloutFact): RolloutFact {
    return barrierOf(this.#pairOf(destination, key), this.#moment(), false) ?? before;
  }

  /** Where the rollout stands by now. */
  progress(): readonly RingProgress[] {
    const pairs = [...this.#pairs.values()].flatMap((each) => [...each.values()]);
    return progressOf({ rollout: this.#fleet.rollout, pairs }, this.#moment());
  }

  #moment(): Moment {
    const { now } = this.#options;
    return { tallies: this.#tallies, record: this.#record, now: now(), closedAt: this.#closedAt };
  }

  #fold(destination: string, { storyKey, status, reason, detached }: Outcome): readonly FleetPair[] {
    const pair = this.#pairs.get(destination)?.get(storyKey);
    const standing = status === 'synced' ? 'there' : status;
    if (!pair || detached || standing === 'requires_sync' || standing === pair.standing) return [];
    // What was there stays so for its ring, unless a push left something else behind.
    if (pair.standing === 'there' && reason !== 'verify_failed') return [];
    const to = { standing, since: this.#options.now() } as const;
    if (pair.counts) this.#tallies.move(pair, to);
    this.#pairs.get(destination)?.set(storyKey, { ...pair, ...to });
    return [pair];
  }

  #outsideBatch(pair: FleetPair): RolloutFact | undefined {
    const batch = this.#tallies.rings[this.#tallies.indexOf(pair.ring)]?.batch;
    if (!batch || pair.due || !isNew(pair) || this.#begun.has(pair.destination)) return undefined;
    return waitFact(pair, { kind: 'batch', destinations: this.#begun.size }, null);
  }

  /** Other runners have the places that are left, if there are any: nobody here frees one. */
  #outsideShare(pair: FleetPair): RolloutFact | undefined {
    if (!this.#fleet.shares || !isNew(pair) || this.#capacityOf(placeKind(pair)) > 0) return undefined;
    return waitFact(pair, { kind: 'share' }, null);
  }

  #needsPlace(pair: FleetPair): boolean {
    return isNew(pair) && !this.#options.override;
  }

  /** What is left of the budget, and one more; of several runners, its share of that. */
  #capacityOf(kind: string): number {
    const pair = this.#kinds.get(kind);
    if (!pair) return 0;
    const { failed, allowed } = this.#tallies.counts(pair, this.#tallies.indexOf(pair.ring));
    const own = this.#fleet.shares?.places(kind);
    return own ? own.share + own.failed - failed : allowed - failed + 1;
  }

  #kindsOf({ key, content }: FleetPair): readonly string[] {
    return this.#tallies.rings.map(({ name }) => placeKind({ ring: name, key, content }));
  }

  #pairOf(destination: string, key: string): FleetPair {
    const pair = this.#pairs.get(destination)?.get(key);
    if (!pair) throw new Error(`Internal error: ${destination}/${key} is no pair of the fleet`);
    return pair;
  }
}
