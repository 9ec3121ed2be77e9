import type { Clock } from '../model/clock.ts';
import type { Leave } from './leave.ts';

/** What a Ctrl-C means at this moment of a sync. */
export type Interrupt = {
  /** Aborted once the user asked to stop: nothing new is begun. */
  readonly stop: AbortSignal;
  /** Before this nothing was written, and stopping at once harms nobody. */
  readonly startPushing: () => void;
  readonly close: () => void;
};

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

export function stopOnInterrupt(
  tell: (text: string) => void,
  {
    clock,
    timeBudget,
    leave,
  }: { readonly clock: Pick<Clock, 'alarm'>; readonly timeBudget: number | undefined; readonly leave: Leave },
): Interrupt {
  const controller = new AbortController();
  let pushing = false;
  const onSignal = (): void => {
    if (!pushing) {
      // Nothing is begun while the process ends.
      controller.abort();
      pushing = true;
      tell('Stopped before anything was written.');
      leave(130);
      return;
    }
    if (controller.signal.aborted) {
      tell('Stopped. The next run checks what arrived.');
      leave(130);
      return;
    }
    controller.abort();
    tell('Finishing what is in flight; the rest is reported as not reached.\nPress Ctrl-C again to stop immediately.');
  };
  for (const signal of SIGNALS) process.on(signal, onSignal);
  const onTime = (): void => {
    if (controller.signal.aborted) return;
    controller.abort();
    tell('The time budget is used up: what is in flight is finished, the rest is reported as not reached.');
  };
  const cancel = timeBudget === undefined ? undefined : clock.alarm(timeBudget, onTime);
  return {
    stop: controller.signal,
    startPushing: () => {
      pushing = true;
    },
    close: () => {
      cancel?.();
      for (const signal of SIGNALS) process.off(signal, onSignal);
    },
  };
}
