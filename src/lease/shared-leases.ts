import type { LeaseAnswer, Leases } from '../apply/leases.ts';
import type { Fate, Owner } from '../git/objects/owner.ts';
import type { RemoteFailure } from '../git/remote/remote-failure.ts';
import type { Clock } from '../model/clock.ts';
import { HeldLeases } from './held-leases.ts';
import type { LeaseBranch, LeaseLook } from './lease-branch.ts';
import { LeaseQueue } from './lease-queue.ts';
import { LeaseWatch } from './lease-watch.ts';
import type { RunLease } from './run-lease.ts';

export type SharedLeasesOptions = {
  readonly branch: Pick<LeaseBranch, 'look' | 'write'>;
  readonly clock: Clock;
  readonly self: Pick<RunLease, 'run' | 'owner' | 'process'>;
  readonly random: () => number;
  /** Whether a process of this machine still runs. */
  readonly fateOf: (owner: Owner) => Promise<Fate>;
  /** Where leases come from once none can be shared; told why, once. */
  readonly instead: (why: RemoteFailure) => Leases;
  /** Brings what was written at a destination to where other runs find it, before they may have its lease. */
  readonly beforeRelease: () => Promise<unknown>;
  /** Told of each destination that another run holds, and again when yet another one has it. */
  readonly onWait: (destination: string, owner: string) => void;
};

/** Four signs of life before anybody may take us for dead. */
export const RENEW_MS = 25_000;
const POLL_MS = { first: 500, most: 5000 };
/** Between two attempts while the remote does not do what is asked, whatever the reason. */
const TROUBLED_MS = 5000;
/** Somebody was faster so many times in a row: no longer an accident. */
const MAX_RACES = 40;
const RACE_PAUSE_MS = { first: 50, most: 1000 };
const MAX_UNREACHED = 3;

/** The leases of one run, on a branch of the remote. All that is asked for together is taken in one commit. */
export class SharedLeases implements Leases {
  readonly #options: SharedLeasesOptions;
  readonly #clock: Clock;
  readonly #watch = new LeaseWatch();
  readonly #queue: LeaseQueue;
  readonly #held: HeldLeases;
  /** What was last pushed, until it is known whether it arrived. */
  #sent: { readonly lease: RunLease; readonly at: number } | undefined;
  #beat = 0;
  #polls = 0;
  #unreached = 0;
  #troubled = false;
  #instead: Leases | undefined;
  #rounds: Promise<void> | undefined;
  #wake = new AbortController();
  #closing = false;

  constructor(options: SharedLeasesOptions) {
    this.#options = options;
    this.#clock = options.clock;
    this.#queue = new LeaseQueue(options.clock, options.onWait);
    this.#held = new HeldLeases(options.clock, options.beforeRelease);
  }

  take(destination: string, stop: AbortSignal): Promise<LeaseAnswer> {
    if (this.#closing) return Promise.resolve({ kind: 'stopped' });
    if (this.#instead) return this.#instead.take(destination, stop);
    const answer = this.#queue.ask(destination, stop, () => this.#wake.abort());
    this.#polls = 0;
    this.#wake.abort();
    this.#rounds ??= this.#run();
    return answer;
  }

  /** Gives back what is still held. */
  async close(): Promise<void> {
    this.#closing = true;
    this.#queue.close();
    this.#wake.abort();
    await this.#rounds;
    this.#held.giveUpAll();
    // Whoever waits takes a file that stays behind for dead after two minutes: nothing is lost but time.
    if (this.#held.stand || this.#sent) await this.#round();
    this.#held.close();
  }

  async #run(): Promise<void> {
    // Everybody who asks in this turn of the event loop is served by the first round.
    await new Promise(setImmediate);
    while (!this.#closing && (this.#queue.size > 0 || this.#held.stand)) {
      this.#wake = new AbortController();
      await this.#round();
      await this.#rest(this.#wake.signal);
    }
    this.#rounds = undefined;
  }

  /** By alarm: tests whose waits take no time would ask the remote without a pause. */
  async #rest(wake: AbortSignal): Promise<void> {
    if (wake.aborted || (this.#queue.size === 0 && !this.#held.stand)) return;
    const poll = Math.min(POLL_MS.first * 2 ** this.#polls++, POLL_MS.most);
    const renewal = this.#troubled ? TROUBLED_MS : Math.max(0, RENEW_MS - this.#held.age);
    const pause = this.#queue.size === 0 ? renewal : this.#held.stand ? Math.min(poll, renewal) : poll;
    await new Promise<void>((resolve) => {
      const cancel = this.#clock.alarm(pause, resolve);
      wake.addEventListener('abort', () => resolve(cancel()), { once: true });
    });
  }

  /** Looks, and writes where there is something to write; again at once while somebody else is faster. */
  async #round(): Promise<void> {
    this.#held.flushReleased();
    this.#troubled = false;
    for (let races = 0; races < MAX_RACES; races++) {
      if (races > 0) await this.#clock.sleep(this.#racePause(races));
      const look = await this.#options.branch.look();
      if (!look.ok) return this.#trouble(look.error);
      this.#unreached = 0;
      const others = await this.#read(look.value);
      const free = this.#queue.findFree((name) => others.find(({ destinations }) => destinations.has(name))?.owner);
      if (free.length === 0 && !this.#held.changed && !(this.#held.stand && this.#held.age >= RENEW_MS)) return;
      const written = await this.#write(look.value, others, free);
      if (!written.ok) return this.#trouble(written.error);
      if (written.value === 'done') return this.#arrived();
    }
    this.#trouble({ kind: 'broken', why: 'moves the lease branch faster than this run can follow' });
  }

  /** What others hold, without the dead; what we sent and did not hear of; and whether ours still stands. */
  async #read({ runs }: LeaseLook): Promise<LeaseLook['runs']> {
    const { run } = this.#options.self;
    const others = runs.filter((other) => other.run !== run);
    this.#watch.look(others, this.#clock.elapsed());
    const own = runs.find((other) => other.run === run);
    if (this.#sent && own && isAsSent(own, this.#sent.lease)) this.#arrived();
    this.#held.seen(own?.destinations);
    const alive = await Promise.all(others.map((other) => this.#isAlive(other)));
    return others.filter((_, index) => alive[index]);
  }

  async #isAlive({ run, process }: RunLease): Promise<boolean> {
    if (this.#watch.isDead(run)) return false;
    return process === undefined || (await this.#options.fateOf(process)) !== 'gone';
  }

  #write(
    { tip }: LeaseLook,
    others: LeaseLook['runs'],
    free: readonly string[],
  ): ReturnType<SharedLeasesOptions['branch']['write']> {
    const { self, branch } = this.#options;
    const destinations = new Set([...this.#held.names(), ...free]);
    const lease = { ...self, beat: ++this.#beat, destinations };
    // From before it is sent: who watches us sees it at this moment at the earliest.
    this.#sent = { lease, at: this.#clock.elapsed() };
    const files = others.map(({ file }) => file);
    const empty = destinations.size === 0;
    return branch.write(tip, files, empty ? undefined : lease, `${empty ? 'Release' : 'Lease'}: ${self.owner}`);
  }

  #arrived(): void {
    if (!this.#sent) return;
    const { lease, at } = this.#sent;
    this.#sent = undefined;
    for (const name of lease.destinations) this.#queue.grant(name, (waited) => this.#held.add(name, waited));
    this.#held.renewed(at, lease.destinations);
  }

  #trouble(failure: RemoteFailure): void {
    this.#troubled = true;
    if (failure.kind === 'unreachable' && ++this.#unreached < MAX_UNREACHED) return;
    for (const { destination, stop, answer } of this.#queue.takeUnmet()) {
      this.#instead ??= this.#options.instead(failure);
      answer(this.#instead.take(destination, stop));
    }
  }

  #racePause(races: number): number {
    return this.#options.random() * Math.min(RACE_PAUSE_MS.most, RACE_PAUSE_MS.first * 2 ** races);
  }
}

function isAsSent(there: RunLease, sent: RunLease): boolean {
  return there.beat === sent.beat && sent.destinations.isSubsetOf(there.destinations);
}
