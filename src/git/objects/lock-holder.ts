import type { Owner } from './owner.ts';

/** Who holds a lock: a storysync, or somebody who does not say, such as git. */
export type LockHolder = Pick<Owner, 'host' | 'pid'> | 'other';

/** Why there is no going on, after a colon, and what to do. */
export function describeLocked(
  file: string,
  holder: LockHolder,
  waitMs: number,
): { readonly why: string; readonly hint: string } {
  const seconds = waitMs / 1000;
  if (holder === 'other') {
    return {
      why: `${file} stayed for ${seconds} s, and is not storysync's`,
      hint: `Wait until git is done there; if no git is at work, delete ${file}`,
    };
  }
  return {
    why: `storysync is at work there (process ${holder.pid} on ${holder.host} holds ${file})`,
    hint: 'Run the command again when that run has ended; the lock of a run that was killed is taken over',
  };
}
