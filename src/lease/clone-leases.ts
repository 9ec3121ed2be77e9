import { join } from 'node:path';
import type { LeaseAnswer, Leases } from '../apply/leases.ts';
import type { OwnedLock } from '../git/objects/held-lock.ts';
import type { LockHolder } from '../git/objects/lock-holder.ts';
import { acquireLock } from '../git/objects/owned-lock.ts';
import { storageFailure } from '../git/objects/storage-failure.ts';
import type { Clock } from '../model/clock.ts';
import { WAIT_MS } from './lease-queue.ts';

export type CloneLeasesOptions = {
  /** Git's own folder, which all work trees of the clone share. */
  readonly commonDir: string;
  readonly clock: Clock;
  readonly onWait: (destination: string, owner: string) => void;
};

const LOOK_MS = 5000;

/** Leases among the runs of one clone: a lock file for each destination, with its owner. */
export class CloneLeases implements Leases {
  readonly #options: CloneLeasesOptions;

  constructor(options: CloneLeasesOptions) {
    this.#options = options;
  }

  async take(destination: string, stop: AbortSignal): Promise<LeaseAnswer> {
    const path = join(this.#options.commonDir, 'storysync', 'leases', `${destination}.lock`);
    try {
      const first = await acquireLock(path, { waitMs: 0, sharedWithGit: false });
      if (first.ok) return this.#lease(first.value, false);
      this.#options.onWait(destination, nameOf(first.error));
      const lock = await acquireLock(path, { waitMs: WAIT_MS, sharedWithGit: false, stop });
      if (lock.ok) return this.#lease(lock.value, true);
      return stop.aborted ? { kind: 'stopped' } : { kind: 'held', owner: nameOf(lock.error) };
    } catch (error) {
      // A clone that nobody may write to has no other writers either.
      storageFailure(error);
      return { kind: 'ours', waited: false, lost: new AbortController().signal, release: async () => {} };
    }
  }

  #lease(lock: OwnedLock, waited: boolean): LeaseAnswer {
    const lost = new AbortController();
    // Whoever slept may have been taken for gone.
    const look = setInterval(() => {
      lock.isHeld().then(
        (held) => held || lost.abort(),
        () => lost.abort(),
      );
    }, LOOK_MS);
    look.unref();
    const release = async (): Promise<void> => {
      clearInterval(look);
      await lock.release();
    };
    return { kind: 'ours', waited, lost: lost.signal, release };
  }
}

function nameOf(holder: LockHolder): string {
  return holder === 'other' ? 'a process that does not say who it is' : `process ${holder.pid} on ${holder.host}`;
}
