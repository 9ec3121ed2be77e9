import type { Amount, Ring, RingCounts, Rollout } from '../model/rollout.ts';
import type { Fleet, FleetPair } from './fleet.ts';

/** A story in one of its contents. */
export type Content = Pick<FleetPair, 'key' | 'content'>;

/** How many counting pairs of a ring are how with one content. */
type Tally = {
  there: number;
  failed: number;
  /** Since when each of them is so, by destination; undefined: seen in this run. */
  readonly since: Map<string, number | undefined>;
  /** The last of these times, once somebody has asked: Infinity is now, whenever that is. */
  latest: number | undefined;
};
type Cell = { total: number; readonly contents: Map<string, Tally> };

/**
 * How far each story is in each ring. Kept up to date pair by pair: a thousand destinations that end one after another
 * are not counted again each time.
 */
export class RingTallies {
  readonly rings: readonly Ring[];
  readonly #index: ReadonlyMap<string, number>;
  readonly #cells = new Map<string, (Cell | undefined)[]>();

  constructor({ rollout, pairs }: Pick<Fleet, 'rollout' | 'pairs'>) {
    this.rings = rollout.rings;
    this.#index = new Map(ringNames(rollout).map((name, index) => [name, index]));
    for (const pair of pairs) {
      if (!pair.counts) continue;
      this.#cellOf(pair).total += 1;
      this.#count(pair, pair, 1);
    }
  }

  indexOf(ring: string): number {
    const index = this.#index.get(ring);
    if (index === undefined) throw new Error(`Internal error: no ring ${ring}`);
    return index;
  }

  /** A counting pair is something else now. */
  move(pair: FleetPair, to: Pick<FleetPair, 'standing' | 'since'>): void {
    this.#count(pair, pair, -1);
    this.#count(pair, to, 1);
  }

  counts({ key, content }: Content, ring: number): RingCounts {
    const cell = this.#cells.get(key)?.[ring];
    const { there = 0, failed = 0 } = cell?.contents.get(content) ?? {};
    const total = cell?.total ?? 0;
    return { there, total, failed, allowed: failuresAllowed(this.#ring(ring).maxFailed, total) };
  }

  /** The nearest earlier ring with a counting pair of the story: an empty one is as if it were not written. */
  before(key: string, ring: number): number | undefined {
    const cells = this.#cells.get(key) ?? [];
    for (let index = ring - 1; index >= 0; index -= 1) if ((cells[index]?.total ?? 0) > 0) return index;
    return undefined;
  }

  /** Since when all pairs of a ring are there but for the failed ones that it may have; undefined when they are not. */
  passedSince(story: Content, ring: number, now: number): number | undefined {
    const { there, total, failed, allowed } = this.counts(story, ring);
    if (total === 0 || there + failed < total || failed > allowed) return undefined;
    const tally = this.#cells.get(story.key)?.[ring]?.contents.get(story.content);
    if (!tally) return undefined;
    tally.latest ??= latestOf(tally.since.values());
    return tally.latest === Infinity ? latestOf(tally.since.values(), now) : tally.latest;
  }

  /** The first ring, up to this one, with more failed pairs than it may have. */
  haltedBy(story: Content, ring: number): number | undefined {
    for (let index = 0; index <= ring; index += 1) {
      const { failed, allowed } = this.counts(story, index);
      if (failed > allowed) return index;
    }
    return undefined;
  }

  #ring(index: number): Ring {
    const ring = this.rings[index];
    if (!ring) throw new Error(`Internal error: no ring ${index}`);
    return ring;
  }

  #cellOf({ key, ring }: FleetPair): Cell {
    const cells = this.#cells.get(key) ?? [];
    this.#cells.set(key, cells);
    const index = this.indexOf(ring);
    const cell = cells[index] ?? { total: 0, contents: new Map() };
    cells[index] = cell;
    return cell;
  }

  #count(pair: FleetPair, { standing, since }: Pick<FleetPair, 'standing' | 'since'>, by: 1 | -1): void {
    if (standing === 'open') return;
    const { contents } = this.#cellOf(pair);
    const tally = contents.get(pair.content) ?? { there: 0, failed: 0, since: new Map(), latest: undefined };
    contents.set(pair.content, tally);
    tally[standing] += by;
    tally.latest = undefined;
    if (by === 1) tally.since.set(pair.destination, since);
    else tally.since.delete(pair.destination);
  }
}

function latestOf(times: Iterable<number | undefined>, unseen = Infinity): number {
  let latest = -Infinity;
  for (const time of times) latest = Math.max(latest, time ?? unseen);
  return latest;
}

function ringNames({ rings }: Rollout): readonly string[] {
  return rings.map(({ name }) => name);
}

/** Rounded down: two percent of forty is none. */
export function failuresAllowed({ kind, value }: Amount, total: number): number {
  return kind === 'count' ? value : Math.floor((total * value) / 100);
}
