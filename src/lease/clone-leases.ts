import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import pLimit from 'p-limit';
import { type LeaseAnswer, type Leases, leaseOfNothing } from '../apply/leases.ts';
import type { OwnedLock } from '../git/objects/held-lock.ts';
import type { LockHolder } from '../git/objects/lock-holder.ts';
import { acquireLock, clearDeadLock } from '../git/objects/owned-lock.ts';
import { storageFailure } from '../git/objects/storage-failure.ts';
import { WAIT_MS } from './lease-queue.ts';

export type CloneLeasesOptions = {
  /** Git's own folder, which all work trees of the clone share. */
  readonly commonDir: string;
  readonly onWait: (destination: string, owner: string) => void;
};

const LOOK_MS = 5000;
/** A run may wait for a thousand of them, and another one for it. */
const POLL_MS = 1000;
const ENDING = '.lock';

/** Leases among the runs of one clone: a lock file for each destination, with its owner. */
export class CloneLeases implements Leases {
  readonly #options: CloneLeasesOptions;
  /** What is free is given in the order in which it was asked for. */
  readonly #oneByOne = pLimit(1);

  constructor(options: CloneLeasesOptions) {
    this.#options = options;
  }

  async take(destination: string, stop: AbortSignal): Promise<LeaseAnswer> {
    const path = join(folderIn(this.#options.commonDir), `${destination}${ENDING}`);
    try {
      const first = await this.#oneByOne(() => acquireLock(path, { waitMs: 0, atOnce: true, sharedWithGit: false }));
      if (first.ok) return this.#lease(first.value, false);
      this.#options.onWait(destination, nameOf(first.error));
      const lock = await acquireLock(path, { waitMs: WAIT_MS, pollMs: POLL_MS, sharedWithGit: false, stop });
      if (lock.ok) return this.#lease(lock.value, true);
      return stop.aborted ? { kind: 'stopped' } : { kind: 'held', owner: nameOf(lock.error) };
    } catch (error) {
      // A clone that nobody may write to has no other writers either.
      storageFailure(error);
      return leaseOfNothing();
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

/** For a run that has nothing to write, and so would never come to the locks that a killed one left. */
export async function clearDeadLeases(commonDir: string): Promise<void> {
  try {
    const folder = folderIn(commonDir);
    for (const file of await readdir(folder)) {
      if (file.endsWith(ENDING)) await clearDeadLock(join(folder, file), { sharedWithGit: false });
    }
  } catch (error) {
    storageFailure(error);
  }
}

function folderIn(commonDir: string): string {
  return join(commonDir, 'storysync', 'leases');
}

function nameOf(holder: LockHolder): string {
  return holder === 'other' ? 'a process that does not say who it is' : `process ${holder.pid} on ${holder.host}`;
}
