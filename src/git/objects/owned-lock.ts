import { dirname } from 'node:path';
import { systemClock } from '../../clock/system-clock.ts';
import { fail, ok, type Result } from '../../diagnostics/result.ts';
import type { Clock } from '../../model/clock.ts';
import { HeldLock, type OwnedLock, WATCH_MS } from './held-lock.ts';
import { sweepOnce } from './leftovers.ts';
import { claimBeside, type LockNote, lookAtLock, type SeenLock } from './lock-file.ts';
import type { LockHolder } from './lock-holder.ts';
import { type Fate, fateOf, newOwner, type Processes, systemProcesses } from './owner.ts';

export type LockOptions = {
  /** How long to wait for an owner who is at work. */
  readonly waitMs: number;
  /** Git makes this lock as well and does not sign it: what is not ours is never taken over. */
  readonly sharedWithGit: boolean;
  /** Answers at once whether it can be had: whose owner may be gone is not watched either. */
  readonly atOnce?: boolean;
  /** Ends waiting. */
  readonly stop?: AbortSignal;
  /** Between two looks, where many locks are waited for at once. */
  readonly pollMs?: number;
  /** Finishes what the former owner noted, before his lock is taken over. */
  readonly finish?: (note: LockNote) => Promise<void>;
};

/** Time and processes, passed in so that tests neither wait nor kill. */
export type LockSurroundings = { readonly processes: Processes; readonly clock: Clock };

const systemSurroundings: LockSurroundings = { processes: systemProcesses, clock: systemClock };

const POLL_MS = 20;
const WATCHING_POLL_MS = 200;
const LONGEST_BLINK_MS = 1000;
/** The right to take over is a lock itself, whose owner may be gone as well, and so on; deeper than this it is an attack. */
const DEEPEST_CLAIM = 3;

/**
 * Makes the file that keeps everybody else out. A lock whose owner is gone is taken over: proven gone, or of another
 * machine or boot and without a sign of life for as long as we watched it ourselves.
 */
export async function acquireLock(
  path: string,
  options: LockOptions,
  surroundings: LockSurroundings = systemSurroundings,
): Promise<Result<OwnedLock, LockHolder>> {
  const lock = await new Acquisition(options, surroundings, 0).acquire(path);
  if (lock.ok) await sweepBeside(path, surroundings);
  return lock;
}

/**
 * Takes away a lock of ours whose owner is proven to be gone, and what he left beside it; any other stays and is not
 * waited for. For a run that finds nothing left to do, and so would never come to the lock.
 */
export async function clearDeadLock(
  path: string,
  options: Omit<LockOptions, 'waitMs'>,
  surroundings: LockSurroundings = systemSurroundings,
): Promise<void> {
  await clear(path, options, surroundings);
  await sweepBeside(path, surroundings);
}

function sweepBeside(path: string, surroundings: LockSurroundings): Promise<void> {
  const clearClaim = (claim: string) => clear(claim, { sharedWithGit: false }, surroundings);
  return sweepOnce(dirname(path), { clearClaim, processes: surroundings.processes });
}

async function clear(
  path: string,
  options: Omit<LockOptions, 'waitMs'>,
  surroundings: LockSurroundings,
): Promise<void> {
  const seen = await lookAtLock(path);
  if (seen?.owner === undefined || (await fateOf(seen.owner, surroundings.processes)) !== 'gone') return;
  const lock = await new Acquisition({ ...options, waitMs: 0 }, surroundings, 0).acquire(path);
  if (lock.ok) await lock.value.release();
}

/** What a waiter has seen of the lock that stands now. `moved`: its owner gave a sign of life. */
type Watch = {
  readonly stamp: string;
  readonly token: string | undefined;
  readonly stillMs: number;
  readonly moved: boolean;
};

class Acquisition {
  readonly #options: LockOptions;
  readonly #around: LockSurroundings;
  readonly #depth: number;

  constructor(options: LockOptions, surroundings: LockSurroundings, depth: number) {
    this.#options = options;
    this.#around = surroundings;
    this.#depth = depth;
  }

  async acquire(path: string): Promise<Result<OwnedLock, LockHolder>> {
    const { processes, clock } = this.#around;
    const lock = await HeldLock.draw(path, await newOwner(processes), () => clock.now());
    let holder: LockHolder | undefined = 'other';
    try {
      holder = await this.#contend(path, lock);
      return holder === undefined ? ok(lock) : fail(holder);
    } finally {
      if (holder !== undefined) await lock.abandon();
    }
  }

  /** Undefined when the lock is ours. */
  async #contend(path: string, lock: HeldLock): Promise<LockHolder | undefined> {
    const { waitMs, stop, atOnce = false, pollMs = 0 } = this.#options;
    const { clock } = this.#around;
    const begun = clock.elapsed();
    let [waited, last] = [0, begun];
    let watch: Watch | undefined;
    while (!(await lock.take())) {
      const seen = await lookAtLock(path);
      if (seen === undefined) continue;
      const now = clock.elapsed();
      watch = nextWatch(watch, seen, now - last);
      const fate = await this.#fateOf(seen);
      const isOver = fate === 'gone' || (fate === 'unknown' && watch.stillMs >= WATCH_MS);
      if (isOver && (await this.#takeOver(path, seen, lock))) return undefined;
      // To watch somebody who may be gone is no waiting; there is an end to it all the same.
      const isAtWork = fate !== 'unknown' || watch.moved;
      if (isAtWork) waited += now - last;
      last = now;
      const isEnough = (isAtWork && waited >= waitMs) || now - begun > waitMs + 2 * WATCH_MS;
      if (isEnough || atOnce || stop?.aborted) return seen.owner ?? 'other';
      await clock.sleep(Math.max(pollMs, isAtWork ? POLL_MS : WATCHING_POLL_MS), stop);
    }
    return undefined;
  }

  async #fateOf({ owner }: SeenLock): Promise<Fate> {
    if (owner === undefined) return this.#options.sharedWithGit ? 'alive' : 'unknown';
    return fateOf(owner, this.#around.processes);
  }

  /**
   * Two must not both do it. Whoever holds the claim, which is made for this one lock, looks once more and puts his own
   * lock over it; there is no moment without a lock.
   */
  async #takeOver(path: string, seen: SeenLock, lock: HeldLock): Promise<boolean> {
    if (this.#depth >= DEEPEST_CLAIM) return false;
    const deeper = new Acquisition({ waitMs: 0, sharedWithGit: false }, this.#around, this.#depth + 1);
    const claim = await deeper.acquire(claimBeside(path, seen));
    if (!claim.ok) return false;
    try {
      if ((await lookAtLock(path))?.stamp !== seen.stamp) return false;
      if (seen.note !== undefined) await this.#options.finish?.(seen.note);
      return await lock.replace();
    } finally {
      await claim.value.release();
    }
  }
}

function nextWatch(watch: Watch | undefined, { stamp, owner }: SeenLock, passedMs: number): Watch {
  // Whoever slept for a minute has watched nothing: the owner may have slept on the same machine.
  if (watch?.stamp === stamp) return { ...watch, stillMs: watch.stillMs + Math.min(passedMs, LONGEST_BLINK_MS) };
  const token = owner?.token;
  return { stamp, token, stillMs: 0, moved: watch !== undefined && watch.token === token };
}
