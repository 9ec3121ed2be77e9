import type { Desired } from '../model/desired.ts';
import type { Destination } from '../model/destination.ts';
import type { DestinationState } from '../model/destination-state.ts';
import type { RolloutFact } from '../model/rollout.ts';
import type { Reason } from '../model/status.ts';
import { findBroken } from './broken-stories.ts';
import { mayPushManually, type Policy } from './policy.ts';
import { type RecordedPair, recordedOutcome } from './recorded-outcome.ts';
import { recordedPairs } from './recorded-pairs.ts';

/** Destination name -> story keys. */
export type Pairs = Policy['selected'];
/** Destination name -> story key -> why the rollout lets it wait. */
export type WaitingPairs = ReadonlyMap<string, ReadonlyMap<string, RolloutFact>>;

export type PendingQuestion = {
  readonly desired: Desired;
  readonly policy: Pick<Policy, 'selected' | 'manual'>;
  /** By destination. */
  readonly states: ReadonlyMap<string, DestinationState>;
  /** Whether no record of a destination means that there is none. */
  readonly knows: (destination: string) => boolean;
  /** Which of these pairs the rollout lets wait; left out where there is none, or a person overrides it. */
  readonly whatWaits?: (due: Pairs) => WaitingPairs;
};

export type Pending = {
  /** The destinations that are not where git wants them, with all that was chosen of each. */
  readonly selected: Pairs;
  /** Those of them where all that is due waits: there is nothing to ask their tenants for. */
  readonly waiting: WaitingPairs;
};

/**
 * The destinations that a run could bring nearer to git, by git and recorded state alone: no tenant is asked for it. What
 * only a person can let go (a hold, a detachment, an edit that is kept) makes nothing pending; what failed is tried again.
 */
export function choosePending({ desired, policy, states, knows, whatWaits }: PendingQuestion): Pending {
  const due = new Map<string, ReadonlySet<string>>();
  const selected = new Map<string, ReadonlySet<string>>();
  for (const destination of desired.destinations) {
    const { name } = destination;
    const chosen = policy.selected.get(name);
    if (chosen === undefined || isLeftAlone(destination, policy)) continue;
    const keys = recordedPairs(desired, destination, states.get(name), knows(name))
      .filter((pair) => chosen.has(pair.desired.key) && isDuePair(pair))
      .map((pair) => pair.desired.key);
    const broken = chosen.size > 0 && findBroken(desired, destination).length > 0;
    if (keys.length === 0 && !broken) continue;
    selected.set(name, chosen);
    // No story of it goes before the files are mended, which a plan of it says without asking anybody.
    if (!broken) due.set(name, new Set(keys));
  }
  const waits = whatWaits?.(due) ?? new Map();
  return { selected, waiting: new Map([...due].flatMap(([name, keys]) => whereAllWait(name, keys, waits))) };
}

/** Nothing is pushed there in this run, whatever differs. */
function isLeftAlone({ name, hold, manualSyncOnly }: Destination, { manual }: PendingQuestion['policy']): boolean {
  return hold !== undefined || (manualSyncOnly && !mayPushManually({ manual }, name));
}

function isDuePair(pair: RecordedPair): boolean {
  const { status, reason, detached } = recordedOutcome(pair);
  if (status === 'synced' || detached) return false;
  return status === 'failed' || !(isKept(reason, pair) || (reason !== null && NEEDS_CONSENT.has(reason)));
}

/** The last run found an edit there, and the manifest says to leave it. */
function isKept(reason: Reason | null, { destination, desired, state }: RecordedPair): boolean {
  const last = state?.last[desired.key];
  return reason === 'drift' && destination.onDrift === 'keep' && last?.reason === 'drift';
}

const NEEDS_CONSENT: ReadonlySet<Reason> = new Set(['awaiting_approval'] as const);

function whereAllWait(
  name: string,
  keys: ReadonlySet<string>,
  waits: WaitingPairs,
): readonly (readonly [string, Facts])[] {
  const facts = waits.get(name);
  return facts !== undefined && [...keys].every((key) => facts.has(key)) ? [[name, facts]] : [];
}

type Facts = ReadonlyMap<string, RolloutFact>;
