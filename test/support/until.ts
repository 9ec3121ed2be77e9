import { setTimeout as wait } from 'node:timers/promises';

/** Looks again until it is so. There is no limit in seconds: a loaded machine is slow, and a test that hangs is the runner's to end. */
export async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await wait(20);
}
