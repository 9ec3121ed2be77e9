import type { Push, Request } from './gateway.ts';

/** What a team was promised of a ring, as its manifest says it; nothing here asks the product. */
export type PromisedRing = {
  readonly name: string;
  readonly tenants: readonly string[];
  /** Milliseconds that the ring before has stood. */
  readonly soak: number;
  /** New destinations per run. */
  readonly batch: number;
  /** Failed pairs of one story. */
  readonly allowed: number;
  /** Hours of the day, UTC, in which it may be written to. */
  readonly hours: readonly [from: number, to: number];
};

export type Promises = {
  /** In their order; every story goes to every tenant. */
  readonly rings: readonly PromisedRing[];
  /** Story -> the stories that it calls. */
  readonly calls: { readonly [story: string]: readonly string[] };
};

/** What was seen of one run. Its times are those of its own clock. */
export type SeenRun = {
  readonly began: number;
  readonly ended: number;
  readonly killed: boolean;
  readonly requests: readonly Request[];
};

type Pair = {
  readonly story: string;
  readonly tenant: string;
  readonly ring: number;
  live: number;
  /** The run in which its last push was refused. */
  failedIn: SeenRun | undefined;
  /** The last run that pushed it. */
  triedIn: SeenRun | undefined;
  /** Begun as new by the run at hand, whose destination is not done yet. */
  underWay: boolean;
};

type Cell = {
  readonly story: string;
  readonly ring: number;
  readonly pairs: readonly Pair[];
  stoodSince: number | undefined;
};

/** What came about in a ring. */
export type RingFigures = { refused: number; mostFailed: number; mostUnderWay: number; mostBegun: number };

/**
 * Holds what tenants were asked against what a team was promised, request by request. It knows the tenants' side alone: no
 * state, no plan, no report. A pair whose last push a killed run made may be known as failed or not, so it is held against
 * nothing that only holds for new ones.
 */
export class Observer {
  readonly figures: readonly RingFigures[];
  readonly #promises: Promises;
  readonly #version: number;
  readonly #pairs = new Map<string, Pair>();
  readonly #cells: readonly Cell[];

  /** `version` is what git wants of every story from now on; all tenants have the one before. */
  constructor(promises: Promises, version: number) {
    this.#promises = promises;
    this.#version = version;
    this.figures = promises.rings.map(() => ({ refused: 0, mostFailed: 0, mostUnderWay: 0, mostBegun: 0 }));
    this.#cells = Object.keys(promises.calls).flatMap((story) =>
      promises.rings.map(({ tenants }, ring) => {
        const pairs = tenants.map((tenant) => this.#addPair({ story, tenant, ring }));
        return { story, ring, pairs, stoodSince: undefined };
      }),
    );
  }

  isEverywhere(): boolean {
    return [...this.#pairs.values()].every(({ live }) => live === this.#version);
  }

  /** Throws at the first promise that the run broke. */
  watch(run: SeenRun): void {
    const events = run.requests.flatMap((request) => [
      { at: request.began, request, begins: true },
      { at: request.ended, request, begins: false },
    ]);
    const lastOf = new Map<string, number>();
    for (const { tenant, ended } of run.requests) lastOf.set(tenant, Math.max(ended, lastOf.get(tenant) ?? 0));
    const begun = this.#promises.rings.map(() => new Set<string>());
    for (const { at, request, begins } of events.toSorted((a, b) => a.at - b.at)) {
      const { push, tenant, method, path } = request;
      insist(method === 'GET' || push !== undefined, `${tenant} was sent ${method} ${path}`);
      if (push && begins) this.#begin(push, run, begun);
      if (push && !begins) this.#end(push, request, run);
      if (lastOf.get(tenant) === at) for (const pair of this.#pairsOf(tenant)) pair.underWay = false;
    }
    for (const [ring, tenants] of begun.entries()) {
      const { name, batch } = this.#ring(ring);
      insist(tenants.size <= batch, `${tenants.size} destinations of ${name} were begun, of ${batch} that may be`);
      this.#figuresOf(ring).mostBegun = Math.max(this.#figuresOf(ring).mostBegun, tenants.size);
    }
    if (!run.killed && run.requests.every(({ push }) => push === undefined)) this.#checkIdle(run.requests);
  }

  /** A run with nothing to push asks those alone of whom a killed one may have recorded nothing. */
  #checkIdle(requests: readonly Request[]): void {
    for (const tenant of new Set(requests.map((request) => request.tenant))) {
      const isUnknown = this.#pairsOf(tenant).some(({ triedIn }) => triedIn?.killed);
      insist(isUnknown, `${tenant} was asked, and nothing was pushed to anybody`);
    }
  }

  #begin(push: Push, run: SeenRun, begun: readonly Set<string>[]): void {
    const { story, tenant, version } = push;
    const pair = this.#pair(push);
    const words = `${tenant} got ${story} v${version}`;
    insist(version === this.#version, `${words}, and git wants v${this.#version}`);
    for (const callee of this.#promises.calls[story] ?? []) {
      insist(this.#pair({ story: callee, tenant }).live === this.#version, `${words} before ${callee}, which it calls`);
    }
    const ring = this.#ring(pair.ring);
    insist(isOpen(ring, run), `${words} at ${new Date(run.began).toISOString()}, when ${ring.name} was closed`);
    if (pair.ring > 0) {
      const before = this.#cell(story, pair.ring - 1);
      const stood = before.stoodSince === undefined ? -1 : run.ended - before.stoodSince;
      insist(stood >= ring.soak, `${words}, and the ring before ${ring.name} has stood ${stood} ms of ${ring.soak}`);
    }
    const isNew = pair.triedIn === undefined;
    pair.triedIn = run;
    if (!isNew) return;
    pair.underWay = true;
    begun[pair.ring]?.add(tenant);
    for (let index = 0; index <= pair.ring; index += 1)
      this.#checkBudget(story, index, { run, words, own: index === pair.ring });
  }

  /** What has failed and what is under way as new is never more than the budget and one. */
  #checkBudget(story: string, ring: number, { run, words, own }: { run: SeenRun; words: string; own: boolean }): void {
    const { allowed, name } = this.#ring(ring);
    const { pairs } = this.#cell(story, ring);
    const known = pairs.filter(({ failedIn }) => failedIn && (failedIn === run || !failedIn.killed));
    const open = pairs.filter((pair) => pair.underWay && !known.includes(pair));
    const figures = this.#figuresOf(ring);
    if (own) figures.mostUnderWay = Math.max(figures.mostUnderWay, open.length);
    const most = own ? allowed + 1 - open.length : allowed;
    insist(known.length <= most, `${words}: ${known.length} failed, ${open.length} under way in ${name} of ${allowed}`);
  }

  #end(push: Push, { done }: Request, run: SeenRun): void {
    const pair = this.#pair(push);
    const figures = this.#figuresOf(pair.ring);
    const cell = this.#cell(push.story, pair.ring);
    if (done) {
      pair.live = push.version;
      pair.failedIn = undefined;
    } else {
      pair.failedIn = run;
      figures.refused += 1;
      figures.mostFailed = Math.max(figures.mostFailed, cell.pairs.filter(({ failedIn }) => failedIn).length);
    }
    const { allowed } = this.#ring(pair.ring);
    const missing = cell.pairs.filter(({ live }) => live !== this.#version);
    const hasPassed = missing.length <= allowed && missing.every(({ failedIn }) => failedIn);
    if (hasPassed) cell.stoodSince ??= run.began;
  }

  #addPair(where: Pick<Pair, 'story' | 'tenant' | 'ring'>): Pair {
    const pair = { ...where, live: this.#version - 1, failedIn: undefined, triedIn: undefined, underWay: false };
    this.#pairs.set(`${where.tenant}/${where.story}`, pair);
    return pair;
  }

  #pair({ story, tenant }: Pick<Push, 'story' | 'tenant'>): Pair {
    return found(this.#pairs.get(`${tenant}/${story}`), `${tenant} does not take ${story}`);
  }

  #pairsOf(tenant: string): readonly Pair[] {
    return Object.keys(this.#promises.calls).map((story) => this.#pair({ story, tenant }));
  }

  #cell(story: string, ring: number): Cell {
    return found(
      this.#cells.find((cell) => cell.story === story && cell.ring === ring),
      `no ring ${ring}`,
    );
  }

  #ring(index: number): PromisedRing {
    return found(this.#promises.rings[index], `no ring ${index}`);
  }

  #figuresOf(ring: number): RingFigures {
    return found(this.figures[ring], `no ring ${ring}`);
  }
}

function isOpen({ hours: [from, to] }: PromisedRing, { began, ended }: SeenRun): boolean {
  return [began, ended].some((at) => new Date(at).getUTCHours() >= from && new Date(at).getUTCHours() < to);
}

function found<T>(value: T | undefined, otherwise: string): T {
  if (value === undefined) throw new Error(otherwise);
  return value;
}

function insist(holds: boolean, otherwise: string): asserts holds {
  if (!holds) throw new Error(otherwise);
}
