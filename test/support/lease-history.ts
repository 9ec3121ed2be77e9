import { expect } from 'vitest';
import type { Lease } from '../../src/apply/leases.ts';
import { LeaseRoom, leaseOf, SleepyClock, SteppedClock } from './lease-room.ts';

const GOES_ON = new AbortController().signal;

type Run = ReturnType<typeof enter>;

function enter(room: LeaseRoom, base: SteppedClock, run: string) {
  const clock = new SleepyClock(base);
  // Where no lease can be shared nothing is promised.
  const instead = () => ({ take: async () => ({ kind: 'stopped' }) as const });
  const held = new Map<string, Lease>();
  return { ...room.enterMortal(run, clock, { instead }), clock, stop: new AbortController(), held, asked: new Set() };
}

type Deed = (history: LeaseHistory, run: Run, destination: string) => unknown;

/** What a run does while it is awake. */
const OWN = {
  take: (history, run, destination) => history.take(run, destination),
  release: async (_, { held }, destination) => {
    const lease = held.get(destination);
    held.delete(destination);
    await lease?.release();
  },
  stop: (_, { stop }) => stop.abort(),
  sleep: (_, { clock }) => clock.fallAsleep(),
} satisfies { readonly [name: string]: Deed };

/** What happens to a run, and around it. */
const FATES = {
  // It writes nothing any more, and gives no sign of life.
  kill: (_, { held, kill }) => {
    held.clear();
    kill();
  },
  wake: (_, { clock }) => clock.wake(),
  loseAnswer: ({ room }) => {
    room.losesAnswer = true;
  },
  delayPush: (history) => {
    history.arrive = history.room.delayNextWrite();
  },
  arrive: (history) => history.arrive(),
  cutOff: ({ room }) => {
    room.failure = { kind: 'unreachable', code: 'ECONNREFUSED' };
  },
  mend: ({ room }) => {
    room.failure = undefined;
  },
  plant: (history, _, destination) => history.room.plant(leaseOf('x', [destination], ++history.beats)),
  remove: ({ room }) => room.remove('x'),
} satisfies { readonly [name: string]: Deed };

type Own = keyof typeof OWN;
type Fated = keyof typeof FATES;
const OWN_NAMES = Object.keys(OWN) as readonly Own[];

/** By name; runs take more often than anything else happens. */
export const DEEDS: readonly (Own | Fated)[] = [
  ...OWN_NAMES,
  'take',
  'take',
  ...(Object.keys(FATES) as readonly Fated[]),
];

export type LeaseStep = {
  readonly run: number;
  readonly does: Own | Fated;
  readonly destination: string;
  readonly pause: number;
};

/** Three runs on one branch, and what befalls them: at no moment do two of them hold one lease. */
export class LeaseHistory {
  readonly room = new LeaseRoom();
  readonly #clock = new SteppedClock();
  readonly #runs = ['a', 'b', 'c'].map((run) => enter(this.room, this.#clock, run));
  arrive: () => void = () => {};
  beats = 0;

  async play({ run, does, destination, pause }: LeaseStep): Promise<void> {
    const one = this.#runs[run];
    if (one && !one.killed()) {
      if (!isOwn(does)) FATES[does](this, one, destination);
      else if (!one.clock.isAsleep) await OWN[does](this, one, destination);
    }
    await this.#clock.pass(pause);
    for (const name of ['one', 'two']) this.#expectOneWriter(name);
  }

  take(run: Run, destination: string): void {
    const { leases, held, asked, stop, killed } = run;
    if (asked.has(destination)) return;
    asked.add(destination);
    void leases.take(destination, stop.signal).then((answer) => {
      if (answer.kind === 'ours' && !killed()) held.set(destination, answer);
      else asked.delete(destination);
      this.#expectOneWriter(destination);
    });
  }

  /** Whoever sleeps writes nothing, and hears his alarms before he goes on. */
  #expectOneWriter(name: string): void {
    const writers = this.#runs.filter(({ held, clock }) => !clock.isAsleep && held.get(name)?.lost.aborted === false);
    expect(writers.length).toBeLessThanOrEqual(1);
  }

  /** The next one needs no hand, whatever was before. */
  async end(): Promise<void> {
    this.room.recover();
    for (const { clock } of this.#runs) clock.wake();
    const ends = this.#runs.filter(({ killed }) => !killed()).map(({ leases }) => leases.close());
    await this.#clock.pass(5000);
    await Promise.all(ends);
    const next = this.room.enter('d', this.#clock);
    const answers = Promise.all(['one', 'two'].map((name) => next.take(name, GOES_ON)));
    await this.#clock.pass(130_000);
    expect((await answers).map(({ kind }) => kind)).toEqual(['ours', 'ours']);
    expect(this.room.holders()).toEqual({ one: ['d'], two: ['d'] });
    await next.close();
    expect(this.room.holders()).toEqual({});
  }
}

function isOwn(name: Own | Fated): name is Own {
  return name in OWN;
}
