/** Tells a sync to begin nothing new: the job is cancelled, or its time is used up. */
export type Stop = { readonly signal: AbortSignal; readonly close: () => void };

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** `budget` in milliseconds; none means no limit. */
export function stopOnCancel(budget: number | undefined, say: (text: string) => void): Stop {
  const controller = new AbortController();
  const stop = (why: string): void => {
    if (controller.signal.aborted) return;
    say(`${why}: what is in flight is finished, the rest is reported as not reached.`);
    controller.abort();
  };
  const onSignal = (): void => stop('The job was cancelled');
  for (const signal of SIGNALS) process.on(signal, onSignal);
  const timer = budget === undefined ? undefined : setTimeout(() => stop('The time budget is used up'), budget);
  return {
    signal: controller.signal,
    close: () => {
      clearTimeout(timer);
      for (const signal of SIGNALS) process.off(signal, onSignal);
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
