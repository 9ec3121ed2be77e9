import type { Destination } from '../../../src/model/destination.ts';
import type { DestinationState } from '../../../src/model/destination-state.ts';
import type { Amount, Rollout, Window } from '../../../src/model/rollout.ts';

/*
 * The contract of a rollout (docs/decisions/0047) once more, as slow and plain as it can be written: each question is answered by looking
 * at every pair. It shares no code with src/rollout, so that both cannot be wrong alike.
 */

/** What one run has planned for a pair before any rollout. */
export type ModelPlan = { readonly action: string; readonly reason: string | null; readonly detached: boolean };

export type Situation = {
  readonly rollout: Rollout;
  readonly destinations: readonly Destination[];
  readonly states: ReadonlyMap<string, DestinationState>;
  /** By `destination/story`; only for what the run is about. */
  readonly planned: ReadonlyMap<string, ModelPlan>;
  readonly wanted: (destination: Destination, story: string) => string;
  /** Direct calls. */
  readonly calls: (story: string) => readonly string[];
  readonly override: boolean;
};

export type ModelPair = {
  readonly destination: string;
  readonly story: string;
  readonly content: string;
  readonly ring: number;
  readonly counts: boolean;
  readonly wasThere: boolean;
  readonly due: boolean;
  readonly calls: ReadonlySet<string>;
  state: 'there' | 'failed' | 'open';
  /** Undefined: seen by this run alone. */
  since: number | undefined;
};

export type ModelBarrier = 'failures' | 'ring' | 'soak' | 'window';

/** When rings passed, by `story content ring-name`. */
export type ModelPassings = Map<string, number>;

export class RunModel {
  readonly pairs: readonly ModelPair[];
  readonly #situation: Situation;
  /** What all runs have recorded, and what this one knows of it. */
  readonly #recorded: ModelPassings;
  readonly #known: ModelPassings;
  readonly #inFlight = new Set<ModelPair>();
  readonly #ended = new Map<ModelPair, 'there' | 'failed'>();

  constructor(situation: Situation, passings: ModelPassings) {
    this.#situation = situation;
    this.#recorded = passings;
    this.#known = new Map(passings);
    this.pairs = situation.destinations.flatMap((destination) => pairsOf(destination, situation));
  }

  pair(destination: string, story: string): ModelPair {
    const found = this.pairs.find((each) => each.destination === destination && each.story === story);
    if (!found) throw new Error(`the model has no pair ${destination}/${story}`);
    return found;
  }

  passings(): ReadonlyMap<string, number> {
    return this.#known;
  }

  /** Other runs learn of it; where they recorded the same, the earlier time holds. */
  publish(): void {
    for (const [id, at] of this.#known) this.#recorded.set(id, Math.min(at, this.#recorded.get(id) ?? at));
  }

  ringName(ring: number): string {
    return this.#situation.rollout.rings[ring]?.name ?? '';
  }

  members(story: string, ring: number): readonly ModelPair[] {
    return this.pairs.filter((each) => each.counts && each.story === story && each.ring === ring);
  }

  /** `[there, total, failed, allowed]`. */
  counts(story: string, content: string, ring: number): readonly [number, number, number, number] {
    const members = this.members(story, ring);
    const of = (state: string) => members.filter((each) => each.state === state && each.content === content).length;
    const most = this.#situation.rollout.rings[ring]?.maxFailed ?? { kind: 'count', value: 0 };
    return [of('there'), members.length, of('failed'), share(most, members.length, Math.floor)];
  }

  before(story: string, ring: number): number | undefined {
    for (let each = ring - 1; each >= 0; each -= 1) if (this.members(story, each).length > 0) return each;
    return undefined;
  }

  passedAt(story: string, content: string, ring: number, now: number): number | undefined {
    return (
      this.#known.get(`${story} ${content} ${this.ringName(ring)}`) ?? this.#completeSince(story, content, ring, now)
    );
  }

  soakOf(ring: number): number {
    return this.#situation.rollout.rings[ring]?.soak ?? 0;
  }

  batchOf(ring: number): number | undefined {
    const batch = this.#situation.rollout.rings[ring]?.batch;
    if (!batch) return undefined;
    const destinations = new Set(
      this.pairs.filter((each) => each.counts && each.ring === ring).map((each) => each.destination),
    );
    return Math.max(1, share(batch, destinations.size, Math.ceil));
  }

  isOpen(ring: number, now: number): boolean {
    const own = this.#situation.rollout.windows.filter(({ rings }) => rings?.includes(this.ringName(ring)) ?? true);
    if (own.some((window) => window.kind === 'deny' && covers(window, now))) return false;
    const allows = own.filter(({ kind }) => kind === 'allow');
    return allows.length === 0 || allows.some((window) => covers(window, now));
  }

  /** What keeps a pair back by itself at this moment. */
  barrier(pair: ModelPair, now: number): ModelBarrier | null {
    if (this.#situation.override) return null;
    if (pair.state === 'open') {
      for (let ring = 0; ring <= pair.ring; ring += 1) {
        const [, , failed, allowed] = this.counts(pair.story, pair.content, ring);
        if (failed > allowed) return 'failures';
      }
    }
    const before = pair.wasThere ? undefined : this.before(pair.story, pair.ring);
    if (before !== undefined) {
      const passed = this.passedAt(pair.story, pair.content, before, now);
      if (passed === undefined) return 'ring';
      if (now - passed < this.soakOf(pair.ring)) return 'soak';
    }
    return this.isOpen(pair.ring, now) ? null : 'window';
  }

  /** A pair is being written: nothing may speak against it. */
  begin(pair: ModelPair, now: number): void {
    const barrier = this.barrier(pair, now);
    if (barrier) throw new Error(`${nameOf(pair)} was written against: ${barrier}`);
    for (const key of pair.calls) {
      const callee = this.pairs.find((each) => each.destination === pair.destination && each.story === key);
      if (!callee || callee.calls.has(pair.story)) continue;
      if (callee.state === 'there' || this.#ended.get(callee) === 'there') continue;
      if (callee.counts || callee.due) throw new Error(`${nameOf(pair)} was written before ${key}, which it calls`);
    }
    if (pair.counts && pair.state === 'open' && !this.#situation.override) {
      const [, , failed, allowed] = this.counts(pair.story, pair.content, pair.ring);
      const others = [...this.#inFlight].filter((each) => each.story === pair.story && each.ring === pair.ring);
      if (others.length + failed > allowed)
        throw new Error(`${nameOf(pair)} was written with ${others.length} in flight, ${failed} of ${allowed} failed`);
      this.#inFlight.add(pair);
    }
  }

  /** A push that was refused changes nothing where the content was already. */
  end(pair: ModelPair, ended: 'equal' | 'refused' | 'broken'): void {
    const isThere = ended === 'equal' || (ended === 'refused' && pair.state === 'there');
    this.#ended.set(pair, isThere ? 'there' : 'failed');
  }

  /** What became of its pairs counts for others once all of a destination is done with; until then they are in flight. */
  done(destination: string, now: number): void {
    for (const [pair, state] of this.#ended) {
      if (pair.destination !== destination) continue;
      if (pair.state !== state) pair.since = now;
      pair.state = state;
      this.#inFlight.delete(pair);
      this.#ended.delete(pair);
    }
  }

  /** What has passed by now and was not known to have. */
  record(now: number): void {
    for (const { story, content, counts } of this.pairs) {
      for (let ring = 0; counts && ring < this.#situation.rollout.rings.length; ring += 1) {
        const id = `${story} ${content} ${this.ringName(ring)}`;
        const at = this.#completeSince(story, content, ring, now);
        if (at === undefined || this.#known.has(id)) continue;
        this.#known.set(id, at);
      }
    }
  }

  #completeSince(story: string, content: string, ring: number, now: number): number | undefined {
    const members = this.members(story, ring);
    const [there, total, failed, allowed] = this.counts(story, content, ring);
    if (total === 0 || there + failed !== total || failed > allowed) return undefined;
    return Math.max(...members.map(({ since }) => since ?? now));
  }
}

function pairsOf(destination: Destination, situation: Situation): readonly ModelPair[] {
  const { rollout, states, planned, wanted, calls } = situation;
  const { name, hold, pin, manualSyncOnly, labels, subscriptions } = destination;
  const found = rollout.rings.findIndex(({ match }) =>
    Object.entries(match ?? {}).every(([label, value]) => labels[label] === value),
  );
  const ring = found === -1 ? rollout.rings.length - 1 : found;
  const subscribed = new Set(subscriptions.map(({ storyKey }) => storyKey));
  return subscriptions.map(({ storyKey: story, detached }) => {
    const content = wanted(destination, story);
    const entry = states.get(name)?.stories[story];
    const last = states.get(name)?.last[story];
    const plan = planned.get(`${name}/${story}`);
    const pinned = pin !== undefined && (pin.stories === undefined || pin.stories.includes(story));
    const isDetached = detached !== undefined || (plan ? plan.detached : last?.detachedThere === true);
    const recorded = entry?.pushed === content && entry.status === 'synced' && entry.since !== undefined;
    const failed = last?.status === 'failed' && last.content === content;
    const blocked = plan?.action === 'blocked' && plan.reason !== 'not_reached';
    const seen = plan?.action === 'unchanged';
    const calledOnes = new Set<string>();
    const reach = (from: string): void => {
      for (const key of calls(from)) {
        if (!subscribed.has(key) || calledOnes.has(key)) continue;
        calledOnes.add(key);
        reach(key);
      }
    };
    reach(story);
    calledOnes.delete(story);
    return {
      destination: name,
      story,
      content,
      ring,
      counts: !hold && !pinned && !manualSyncOnly && !isDetached,
      wasThere: seen || (entry?.equal.includes(content) ?? false),
      due: plan?.action === 'create' || plan?.action === 'update',
      calls: calledOnes,
      state: recorded || seen ? 'there' : failed || blocked ? 'failed' : 'open',
      since: recorded ? Date.parse(entry?.since ?? '') : !seen && failed ? Date.parse(last.at) : undefined,
    };
  });
}

function share({ kind, value }: Amount, of: number, round: (share: number) => number): number {
  return kind === 'count' ? value : round((of * value) / 100);
}

const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

const walls = new Map<string, Intl.DateTimeFormat>();

function wallOf(timeZone: string): Intl.DateTimeFormat {
  const two = '2-digit' as const;
  const known =
    walls.get(timeZone) ??
    new Intl.DateTimeFormat('en-GB', {
      timeZone,
      weekday: 'short',
      year: 'numeric',
      month: two,
      day: two,
      hour: two,
      minute: two,
      hourCycle: 'h23',
    });
  walls.set(timeZone, known);
  return known;
}

/** By the clock on the wall, as it is written for people. */
function covers({ when, timeZone }: Window, at: number): boolean {
  const told = wallOf(timeZone).format(at);
  const [, weekday = '', day, month, year, hour, minute] = /^(\w+), (\d+)\/(\d+)\/(\d+), (\d+):(\d+)$/.exec(told) ?? [];
  if (when.kind === 'dates') return `${year}-${month}-${day}` >= when.from && `${year}-${month}-${day}` <= when.to;
  const minutes = Number(hour) * 60 + Number(minute);
  return when.days.includes(DAYS.indexOf(weekday) + 1) && minutes >= when.from && minutes < when.to;
}

export function nameOf({ destination, story, content }: ModelPair): string {
  return `${destination}/${story} (${content})`;
}
