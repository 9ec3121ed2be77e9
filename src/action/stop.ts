import type { Clock } from '../model/clock.ts';

/** Tells a sync to begin nothing new: the job is cancelled, or its time is used up. */
export type Stop = { readonly signal: AbortSignal; readonly close: () => void };

export type StopOptions = {
  readonly clock: Pick<Clock, 'alarm'>;
  /** Milliseconds; none means no limit. */
  readonly budget: number | undefined;
  readonly say: (text: string) => void;
  /** The runner is about to kill the job, and something is still in flight: told what must not stay untold. */
  readonly lastCall: () => void;
};

/** A cancelled job gets SIGINT, after 7.5 s SIGTERM, and is killed 2.5 s later; the last call needs some of it. */
const LAST_CALL_MS = { SIGINT: 5_000, SIGTERM: 500 } as const;
const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export function stopOnCancel({ clock, budget, say, lastCall }: StopOptions): Stop {
  const controller = new AbortController();
  const alarms: (() => void)[] = [];
  let called = false;
  const stop = (why: string): void => {
    if (controller.signal.aborted) return;
    say(`${why}: what is in flight is finished, the rest is reported as not reached.`);
    controller.abort();
  };
  const call = (): void => {
    if (called) return;
    called = true;
    lastCall();
  };
  const onSignal = (signal: (typeof SIGNALS)[number]): void => {
    stop('The job was cancelled');
    alarms.push(clock.alarm(LAST_CALL_MS[signal], call));
  };
  const listeners = SIGNALS.map((signal) => [signal, () => onSignal(signal)] as const);
  for (const [signal, listener] of listeners) process.on(signal, listener);
  if (budget !== undefined) alarms.push(clock.alarm(budget, () => stop('The time budget is used up')));
  return {
    signal: controller.signal,
    close: () => {
      for (const cancel of alarms) cancel();
      for (const [signal, listener] of listeners) process.off(signal, listener);
    },
  };
}

/** For work that has nothing in flight worth finishing: `end` gets the moment that GitHub leaves a cancelled job. */
export function endWhenCancelled(end: () => Promise<void>): { readonly close: () => void } {
  const onSignal = (): void => {
    for (const signal of SIGNALS) process.off(signal, onSignal).on(signal, ignore);
    void end().finally(() => process.exit(1));
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  return {
    close: () => {
      for (const signal of SIGNALS) process.off(signal, onSignal);
    },
  };
}

const ignore = (): void => {};

/** A bug that nobody waits for: an error in a callback, or a promise that never ends and lets the process run dry. */
export function endWhenBroken(end: (cause: unknown) => Promise<void>): { readonly close: () => void } {
  const onBug = (cause: unknown): void => {
    close();
    void end(cause).finally(() => process.exit(1));
  };
  const onDry = (): void => onBug(new Error('the run ended in the middle of its work'));
  const close = (): void => {
    process.off('uncaughtException', onBug);
    process.off('beforeExit', onDry);
  };
  process.on('uncaughtException', onBug);
  process.on('beforeExit', onDry);
  return { close };
}
