import { ok, type Result } from '../../src/diagnostics/result.ts';
import type { RemoteFailure } from '../../src/git/remote/remote-failure.ts';
import type { LeaseLook } from '../../src/lease/lease-branch.ts';
import type { RunLease } from '../../src/lease/run-lease.ts';
import { SharedLeases, type SharedLeasesOptions } from '../../src/lease/shared-leases.ts';
import type { Clock } from '../../src/model/clock.ts';

/** The lease branch as a remote keeps it, in memory: one list of files, moved by compare-and-swap. */
export class LeaseRoom {
  #tip = 0;
  #files: LeaseLook['runs'] = [];
  writes = 0;
  looks = 0;
  /** What the next calls meet. */
  failure: RemoteFailure | undefined;
  /** The answer to the next write is lost: it happened. */
  losesAnswer = false;
  /** Called between a look and a write. */
  beforeWrite: () => void = () => {};

  readonly branch: SharedLeasesOptions['branch'] = {
    look: async () => {
      this.looks++;
      if (this.failure) return { ok: false, error: this.failure };
      return ok({ tip: `${this.#tip}`, runs: this.#files });
    },
    write: async (...call) => {
      this.beforeWrite();
      if (this.failure) return { ok: false, error: this.failure };
      if (!this.#delays) return this.#write(...call);
      this.#delays = false;
      this.#late = () => void this.#write(...call);
      return { ok: false, error: { kind: 'unreachable', code: 'UND_ERR_HEADERS_TIMEOUT' } };
    },
  };
  #delays = false;
  #late: () => void = () => {};

  /** The next write is not answered, and happens when the function is called, if the branch has not moved by then. */
  delayNextWrite(): () => void {
    this.#delays = true;
    return () => {
      this.#late();
      this.#late = () => {};
    };
  }

  #write(
    ...[tip, others, own]: Parameters<SharedLeasesOptions['branch']['write']>
  ): Result<'done' | 'moved', RemoteFailure> {
    if (tip !== `${this.#tip}`) return ok('moved');
    const kept = this.#files.filter(({ file }) => others.includes(file));
    this.#put([...kept, ...(own ? [own] : [])]);
    if (!this.losesAnswer) return ok('done');
    this.losesAnswer = false;
    return { ok: false, error: { kind: 'unreachable', code: 'ECONNRESET' } };
  }

  /** From now on the remote does what it is asked. */
  recover(): void {
    this.failure = undefined;
    this.losesAnswer = false;
    this.#delays = false;
  }

  /** As somebody with access to the branch writes it. */
  plant(...leases: readonly RunLease[]): void {
    this.#put([...this.#files.filter(({ run }) => !leases.some((lease) => lease.run === run)), ...leases]);
  }

  remove(run: string): void {
    this.#put(this.#files.filter((file) => file.run !== run));
  }

  #put(leases: readonly (RunLease & { readonly stamp?: string })[]): void {
    this.#tip++;
    this.writes++;
    this.#files = leases.map((lease) => {
      const stamp = lease.stamp ?? `${lease.run}-${lease.beat}-${[...lease.destinations].join()}`;
      const path = `runs/${lease.run}.json`;
      const known = this.#files.find(({ run }) => run === lease.run);
      const file =
        known?.stamp === stamp ? known.file : { path, entry: { mode: '100644', path, oid: stamp, type: 'blob' } };
      return { ...lease, stamp, file } as LeaseLook['runs'][number];
    });
  }

  /** Who holds what, as a reader sees it. */
  holders(): { readonly [destination: string]: readonly string[] } {
    const pairs = this.#files.flatMap(({ run, destinations }) => [...destinations].map((name) => [name, run] as const));
    return Object.fromEntries(
      [...Map.groupBy(pairs, ([name]) => name)].map(([name, list]) => [name, list.map(([, run]) => run)]),
    );
  }

  /** A run that can be killed: from then on nothing it asks is answered. */
  enterMortal(
    run: string,
    clock: Clock,
    more: Partial<SharedLeasesOptions> = {},
  ): { leases: SharedLeases; kill: () => void; killed: () => boolean } {
    let isDead = false;
    const unlessDead = <T>(call: () => T): T | Promise<never> => (isDead ? new Promise<never>(() => {}) : call());
    const branch: SharedLeasesOptions['branch'] = {
      look: async () => unlessDead(() => this.branch.look()),
      write: async (...input) => unlessDead(() => this.branch.write(...input)),
    };
    const kill = (): void => {
      isDead = true;
    };
    return { leases: this.enter(run, clock, { ...more, branch }), kill, killed: () => isDead };
  }

  enter(run: string, clock: Clock, more: Partial<SharedLeasesOptions> = {}): SharedLeases {
    return new SharedLeases({
      branch: this.branch,
      clock,
      self: { run, owner: `run ${run}`, process: undefined },
      random: () => 0.5,
      fateOf: async () => 'unknown',
      instead: () => {
        throw new Error('no lease could be shared');
      },
      beforeRelease: async () => {},
      onWait: () => {},
      ...more,
    });
  }
}

export function leaseOf(run: string, destinations: readonly string[], beat = 1): RunLease {
  return { run, owner: `run ${run}`, process: undefined, beat, destinations: new Set(destinations) };
}

/** Time that stands still until it is moved on; whoever sleeps or has an alarm is woken in order. */
export class SteppedClock implements Clock {
  #now = 0;
  readonly #due: { readonly at: number; readonly ring: () => void }[] = [];

  now(): Date {
    return new Date(this.#now);
  }

  elapsed(): number {
    return this.#now;
  }

  sleep(ms: number, signal?: AbortSignal): Promise<void> {
    if (signal?.aborted) return Promise.resolve();
    return new Promise((resolve) => {
      const cancel = this.alarm(ms, resolve);
      signal?.addEventListener('abort', () => resolve(cancel()), { once: true });
    });
  }

  alarm(ms: number, ring: () => void): () => void {
    const entry = { at: this.#now + ms, ring };
    this.#due.push(entry);
    return () => {
      const index = this.#due.indexOf(entry);
      if (index >= 0) this.#due.splice(index, 1);
    };
  }

  /** Lets time pass, and whatever follows from each ring happen at its moment. */
  async pass(ms: number): Promise<void> {
    const end = this.#now + ms;
    await settle();
    for (;;) {
      const next = this.#due.toSorted((a, b) => a.at - b.at)[0];
      if (!next || next.at > end) break;
      this.#due.splice(this.#due.indexOf(next), 1);
      this.#now = Math.max(this.#now, next.at);
      next.ring();
      await settle();
    }
    this.#now = end;
  }
}

/** The clock of a process that can be put to sleep: time goes on, and what was due meanwhile rings when it wakes. */
export class SleepyClock implements Clock {
  #isAsleep = false;
  readonly #base: SteppedClock;
  readonly #due: (() => void)[] = [];

  constructor(base: SteppedClock) {
    this.#base = base;
  }

  get isAsleep(): boolean {
    return this.#isAsleep;
  }

  now(): Date {
    return this.#base.now();
  }

  elapsed(): number {
    return this.#base.elapsed();
  }

  async sleep(ms: number): Promise<void> {
    await new Promise<void>((resolve) => this.alarm(ms, resolve));
  }

  alarm(ms: number, ring: () => void): () => void {
    let cancelled = false;
    const due = (): void => {
      if (!cancelled) ring();
    };
    const cancel = this.#base.alarm(ms, () => {
      if (this.#isAsleep) this.#due.push(due);
      else due();
    });
    return () => {
      cancelled = true;
      cancel();
    };
  }

  fallAsleep(): void {
    this.#isAsleep = true;
  }

  wake(): void {
    this.#isAsleep = false;
    for (const ring of this.#due.splice(0)) ring();
  }
}

/** Everything that can go on without time goes on. */
export async function settle(): Promise<void> {
  for (let turns = 0; turns < 12; turns++) await new Promise(setImmediate);
}
