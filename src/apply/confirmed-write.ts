import { fail, ok, type Result } from '../diagnostics/result.ts';
import type { Clock } from '../model/clock.ts';
import type { WriteStep } from '../model/fact/push-fact.ts';
import type { FailureKind, TenantFailure } from '../model/fact/tenant-failure.ts';
import type { Answer } from '../tenant/port.ts';
import { type StepFailure, stopFor } from './step-failure.ts';

/** One write to a tenant, and how to see whether it happened. */
export type Write<T> = {
  readonly send: () => Answer<T>;
  /** What is there of it; undefined while it is not done. A look that fails ends the write: nobody knows. */
  readonly look: () => Promise<Result<T | undefined, StepFailure>>;
  /** What it is to bring about. */
  readonly step: WriteStep;
  /** Whether an answer of success counts without a look; it does unless this says no. */
  readonly acceptWithoutLook?: (value: T) => boolean;
  /** What it comes to when the tenant accepted it and no look finds it. */
  readonly notDone?: StepFailure;
  /** For a refusal that may hide the success of an earlier try: after one more look, what it comes to where nothing is found. */
  readonly recheckRefusal?: (failure: TenantFailure) => Result<T, StepFailure> | undefined;
  /** Why it must not be sent once more, although it is not done: what it was meant for is not as it was. */
  readonly blockedBy?: () => StepFailure | undefined | Promise<StepFailure | undefined>;
};

/** How often a write is sent whose answer was lost and which no look finds. */
const ATTEMPTS = 3;
/** The same where the tenant said that it was one too many: together they outlast the minute by which it counts. */
const ATTEMPTS_WHEN_LIMITED = 12;
/** Milliseconds before the one look after such an answer; they double, up to the longest. */
const LIMITED_WAIT = { first: 1_000, longest: 15_000 } as const;

/** Milliseconds before each look after a lost answer: a slow tenant may carry a request out after the line broke. */
export const WAITS: readonly number[] = [250, 1_000, 3_000];

/**
 * Makes a write happen exactly once, or says why not. An answer that does not tell is looked up before anything is sent
 * again; only what the tenant itself refused counts as refused. A 429 is looked up too: nobody says that the vendor, or what
 * stands before it, counts before it works.
 */
export async function confirmedWrite<T>(clock: Clock, write: Write<T>): Promise<Result<T, StepFailure>> {
  let [lostOnes, limitedOnes] = [0, 0];
  for (;;) {
    const answer = await write.send();
    if (answer.ok) return write.acceptWithoutLook?.(answer.value) === false ? confirm(clock, write) : answer;
    const { error } = answer;
    if (error.effect === 'none') return answerRefusal(clock, write, error);
    const isLimited = error.kind === 'rate_limited';
    if (isLimited) limitedOnes += 1;
    else lostOnes += 1;
    const found = await lookFor(clock, write, isLimited ? [limitedWait(limitedOnes)] : WAITS);
    if (!found.ok) return found;
    if (found.value !== undefined) return ok(found.value);
    if (lostOnes === ATTEMPTS || limitedOnes === ATTEMPTS_WHEN_LIMITED) return fail(lost(write, error));
    const blockedBy = await write.blockedBy?.();
    if (blockedBy) return fail(blockedBy);
  }
}

function limitedWait(time: number): number {
  return Math.min(LIMITED_WAIT.longest, LIMITED_WAIT.first * 2 ** (time - 1));
}

/** The tenant said yes; only what is there counts. */
async function confirm<T>(clock: Clock, write: Write<T>): Promise<Result<T, StepFailure>> {
  const found = await lookFor(clock, write, [0, ...WAITS]);
  if (!found.ok) return found;
  if (found.value !== undefined) return ok(found.value);
  if (write.notDone === undefined)
    throw new Error('Internal error: a write is looked for after its success, and has no failure for its absence');
  return fail(write.notDone);
}

async function answerRefusal<T>(
  clock: Clock,
  write: Write<T>,
  failure: TenantFailure,
): Promise<Result<T, StepFailure>> {
  const refused = fail(REFUSALS.has(failure.kind) ? refusedBy(write, failure) : lost(write, failure));
  if (write.recheckRefusal?.(failure) === undefined) return refused;
  const found = await lookFor(clock, write, [0]);
  if (!found.ok) return found;
  if (found.value !== undefined) return ok(found.value);
  // After the look: what it saw may decide.
  return write.recheckRefusal(failure) ?? refused;
}

/** The tenant itself said no; anything else without an effect did not get through. */
const REFUSALS: ReadonlySet<FailureKind> = new Set(['rejected', 'not_found', 'unauthorized'] as const);

function refusedBy({ step }: Pick<Write<unknown>, 'step'>, failure: TenantFailure): StepFailure {
  return { fact: { kind: 'write_refused', step, failure }, ...stopFor(failure) };
}

function lost({ step }: Pick<Write<unknown>, 'step'>, failure: TenantFailure): StepFailure {
  return { fact: { kind: 'write_lost', step, failure }, ...stopFor(failure) };
}

async function lookFor<T>(
  clock: Clock,
  { look }: Write<T>,
  waits: readonly number[],
): Promise<Result<T | undefined, StepFailure>> {
  for (const wait of waits) {
    if (wait > 0) await clock.sleep(wait);
    const found = await look();
    if (!found.ok || found.value !== undefined) return found;
  }
  return ok(undefined);
}
