import type { FleetPair } from './fleet.ts';

/** What places are counted by: a story in one content, in one ring. */
export function placeKind({ ring, key, content }: Pick<FleetPair, 'ring' | 'key' | 'content'>): string {
  return `${ring} ${key} ${content}`;
}

type Waiter = {
  readonly owner: string;
  /** The kinds that it stands in line for. */
  readonly lines: Set<string>;
  /** What it needs by now. What it needs only since it came, it has no turn for. */
  readonly needs: () => readonly string[];
  readonly go: () => void;
};

/**
 * PlacesInFlight for what may be in flight at once, of many kinds. A taker gets all that it needs at one time, so nobody holds one
 * place and waits for another, and those who wait for the same kind are served in turn.
 */
export class PlacesInFlight {
  readonly #capacityOf: (kind: string) => number;
  readonly #taken = new Map<string, number>();
  readonly #held = new Map<string, Set<string>>();
  readonly #queues = new Map<string, Set<Waiter>>();

  constructor(capacityOf: (kind: string) => number) {
    this.#capacityOf = capacityOf;
  }

  /** Answers when the owner has a place of each kind that it needs by then, or at once when `stop` is given. */
  async take(owner: string, needs: () => readonly string[], stop: AbortSignal): Promise<void> {
    if (stop.aborted) return;
    const { promise, resolve } = Promise.withResolvers<void>();
    const kinds = needs();
    const waiter: Waiter = { owner, lines: new Set(kinds), needs, go: resolve };
    for (const kind of kinds) this.#queueOf(kind).add(waiter);
    const leave = (): void => {
      for (const kind of kinds) this.#leave(waiter, kind);
      resolve();
      this.wake(kinds);
    };
    stop.addEventListener('abort', leave, { once: true });
    if (kinds.length === 0) resolve();
    else this.wake(kinds);
    await promise;
    stop.removeEventListener('abort', leave);
  }

  holds(owner: string, kind: string): boolean {
    return this.#held.get(owner)?.has(kind) ?? false;
  }

  /** Takes one that is free, and waits for none. */
  tryTake(owner: string, kind: string): boolean {
    if (!this.#isFree(kind)) return false;
    this.#hold(owner, kind);
    return true;
  }

  release(owner: string): void {
    const kinds = [...(this.#held.get(owner) ?? [])];
    this.#held.delete(owner);
    for (const kind of kinds) this.#taken.set(kind, (this.#taken.get(kind) ?? 0) - 1);
    this.wake(kinds);
  }

  /** There may be places of these kinds now, or nobody may need them any more. */
  wake(kinds: Iterable<string>): void {
    const open = [...kinds];
    for (let kind = open.pop(); kind !== undefined; kind = open.pop()) {
      const [first] = this.#queueOf(kind);
      if (first) open.push(...this.#serve(first, kind));
    }
  }

  /** The kinds whose next in turn may be served by now. */
  #serve(waiter: Waiter, kind: string): readonly string[] {
    // Only where nothing may be in flight any more need it be asked before its turn whether it still waits for that.
    const isClosed = this.#capacityOf(kind) <= 0;
    if (!isClosed && !this.#isFree(kind)) return [];
    const isTurn = [...waiter.lines].every((each) => this.#isFree(each) && this.#isFirst(waiter, each));
    if (!isClosed && !isTurn) return [];
    const needed = new Set(waiter.needs()).intersection(waiter.lines);
    if (needed.size > 0 && !needed.has(kind)) {
      this.#leave(waiter, kind);
      // What it waited for may be all that kept it from the rest.
      return [kind, ...needed];
    }
    if (needed.size > 0 && !isTurn) return [];
    const left = [...waiter.lines];
    for (const each of left) this.#leave(waiter, each);
    for (const each of needed) this.#hold(waiter.owner, each);
    waiter.go();
    return left;
  }

  #leave(waiter: Waiter, kind: string): void {
    waiter.lines.delete(kind);
    this.#queueOf(kind).delete(waiter);
  }

  #isFree(kind: string): boolean {
    return (this.#taken.get(kind) ?? 0) < this.#capacityOf(kind);
  }

  #isFirst(waiter: Waiter, kind: string): boolean {
    const [first] = this.#queueOf(kind);
    return first === waiter;
  }

  #hold(owner: string, kind: string): void {
    const held = this.#held.get(owner) ?? new Set();
    if (held.has(kind)) return;
    this.#held.set(owner, held.add(kind));
    this.#taken.set(kind, (this.#taken.get(kind) ?? 0) + 1);
  }

  #queueOf(kind: string): Set<Waiter> {
    const queue = this.#queues.get(kind) ?? new Set<Waiter>();
    this.#queues.set(kind, queue);
    return queue;
  }
}
