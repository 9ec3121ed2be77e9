import type { Cause, Recorded } from './fact/fact.ts';
import type { StatusFact } from './fact/status-fact.ts';
import type { Warning } from './fact/warning.ts';
import type { Awaited } from './rollout.ts';

/** The closed list of spec section 4; `null` stands where there is nothing to say. */
export const REASONS = [
  'new',
  'content_changed',
  'drift',
  'renamed',
  'recreated',
  'forced',
  'detached',
  'manual_sync_only',
  'not_ours',
  'ambiguous_name',
  'missing_prerequisite',
  'change_control',
  'ingress_ambiguous',
  'missing_key',
  'unauthorized',
  'unreachable',
  'unreadable',
  'rejected',
  'verify_failed',
  'plan_stale',
  'superseded',
  /** In the published list for tenants that hold a change for approval; the push by import gives it to no pair. */
  'awaiting_approval',
  'awaiting_ring',
  'outside_window',
  'held',
  'pinned',
  'halted',
  'not_reached',
  'internal',
] as const;
export type Reason = (typeof REASONS)[number];

/** The vendor's three words. */
export const SYNC_STATUSES = ['synced', 'failed', 'requires_sync'] as const;
export type SyncStatus = (typeof SYNC_STATUSES)[number];

/** How far git went on since what a destination holds was pushed. */
export type Behind = {
  /** Commits that changed the story since. */
  readonly commits: number;
  /** ISO timestamp of the first of them. */
  readonly since: string;
};

/** What became of one (destination, story) pair. Every pair the selectors chose has exactly one. */
export type Outcome = {
  readonly destination: string;
  readonly storyKey: string;
  readonly storyName: string;
  readonly status: SyncStatus;
  readonly reason: Reason | null;
  /** What happened; null when there is nothing to say. */
  readonly fact: Cause | StatusFact | Recorded | null;
  readonly detached: boolean;
  /** What this run did; a pair that needed nothing is `unchanged`. */
  readonly did: 'created' | 'updated' | 'unchanged' | 'nothing';
  readonly destinationStoryId: number | null;
  readonly syncedAt: string | null;
  readonly commit: string | null;
  /** Things that went well enough but should be known. */
  readonly warnings: readonly (Warning | Recorded)[];
  /** What it waits for, where the fact is only words, as in a status file; otherwise the fact tells it (fact/waits-of.ts). */
  readonly waits?: Awaited;
  /** Told by a status query alone, where git knows. */
  readonly behind?: Behind;
  /** ISO timestamp: when this last changed. Absent when it was seen in this run, or never recorded. */
  readonly recordedAt?: string;
  /** ISO timestamp: since when it is as this says, where earlier runs said the same. */
  readonly unchangedSince?: string;
};
