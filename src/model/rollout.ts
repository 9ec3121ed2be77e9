import type { Place } from '../diagnostics/problem.ts';

/** How a change travels over the fleet, as the manifest says. */
export type Rollout = {
  /** In this order; a destination is in the first that matches. Never empty. */
  readonly rings: readonly Ring[];
  readonly windows: readonly Window[];
};

export type Ring = {
  readonly name: string;
  /** Labels, globs allowed in the values, all of which a member has; undefined takes everybody else. */
  readonly match: { readonly [label: string]: string } | undefined;
  /** Milliseconds that the ring before must have stood. */
  readonly soak: number;
  /** How many destinations may be begun in one run; undefined is all of them. */
  readonly batch: Amount | undefined;
  /** Failed pairs of one story that the ring may have. */
  readonly maxFailed: Amount;
  readonly place: Place;
};

/** A count, or a share of a ring. */
export type Amount = { readonly kind: 'count' | 'percent'; readonly value: number };

export type Window = {
  readonly kind: 'allow' | 'deny';
  readonly when: WindowTime;
  /** IANA name; `UTC` unless told. */
  readonly timeZone: string;
  /** The rings that it is for; undefined is all of them. */
  readonly rings: readonly string[] | undefined;
  readonly reason: string | undefined;
  /** As it is written: `Mon-Thu 07:00-16:00`. */
  readonly text: string;
};

export type WindowTime =
  /** ISO dates, both inclusive. */
  | { readonly kind: 'dates'; readonly from: string; readonly to: string }
  | {
      readonly kind: 'week';
      /** 1 is Monday, 7 is Sunday. */
      readonly days: readonly number[];
      /** Minutes since midnight; `to` is not part of it any more, and 1440 is the end of the day. */
      readonly from: number;
      readonly to: number;
    };

/** Why a pair that is due does not go in this run. The plan keeps beside it what would happen without the rollout. */
export type RolloutFact = {
  readonly kind: 'rollout_waits';
  readonly ring: string;
  readonly by: RolloutBarrier;
  /** ISO time at which it may go if nothing else happens; null when no clock decides that. */
  readonly until: string | null;
};

export type RolloutBarrier =
  /** The ring before has not passed. */
  | ({ readonly kind: 'ring'; readonly before: string } & RingCounts)
  /** It has, and must stand for a while. */
  | { readonly kind: 'soak'; readonly before: string; readonly soak: number }
  /** This run begins no more destinations of the ring. */
  | { readonly kind: 'batch'; readonly destinations: number }
  /** As many pairs as may fail are in flight already: it goes in the next run. */
  | { readonly kind: 'place' }
  /** The runs of other parts of the fleet have all that may begin of the ring now: it gets its share in the next run. */
  | { readonly kind: 'share' }
  /** A story that it calls goes first, and waits itself or is not there yet. */
  | { readonly kind: 'callee'; readonly key: string; readonly name: string }
  /** No window is open. `window` is the one that keeps it closed: a `deny`, or the next `allow`. */
  | { readonly kind: 'window'; readonly window: Window }
  /** More pairs of a ring (its own, or one before) failed than may. */
  | ({ readonly kind: 'failures'; readonly failedRing: string } & RingCounts)
  /** The plan that was approved lets it wait. */
  | { readonly kind: 'approved_plan' };

export type RingCounts = {
  readonly there: number;
  readonly total: number;
  readonly failed: number;
  /** Failed pairs that it may have. */
  readonly allowed: number;
};

/** Where one story stands in one ring. */
export type RingProgress = RingCounts & {
  readonly ring: string;
  readonly story: string;
  readonly state: 'passed' | 'open' | 'soaking' | 'waiting' | 'halted';
  /** ISO time. */
  readonly opensAt: string | null;
  /** What it waits for, as a script reads it: `ring:canary`, `soak:canary`, `window:Mon-Thu 07:00-16:00`. */
  readonly waitsFor: string | null;
};

/** What a pair waits for that only the rollout keeps back. */
export type Awaited = {
  /** As a script reads it: `ring:canary`, `soak:canary`, `batch:broad`, `window:Mon-Thu 07:00-16:00`, `story:triage`. */
  readonly for: string;
  /** ISO time; null when no clock decides it. */
  readonly until: string | null;
};

/** The moments at which rings passed: story key, content hash, ring -> ISO time. Kept once, and never moved. */
export type Passings = {
  readonly [story: string]: { readonly [content: string]: { readonly [ring: string]: string } };
};

/** A person let one run pass over rings, soak, batch, halt and windows. */
export type RolloutOverride = {
  /** Of the plan that was seen. */
  readonly digest: string;
  readonly reason: string;
};

/** What the state branch keeps of rollouts. */
export type RolloutRecord = {
  readonly passings: Passings;
  /** The last of them, oldest first. */
  readonly overrides: readonly (RolloutOverride & { readonly at: string; readonly commit: string | null })[];
};

export const NO_RECORD: RolloutRecord = { passings: {}, overrides: [] };
