import type { Cause } from './fact/fact.ts';
import type { TenantFailure } from './fact/tenant-failure.ts';
import type { Warning } from './fact/warning.ts';
import type { RecordTypeStep } from './plan.ts';
import type { MissingPrerequisite } from './prerequisite.ts';

/** What must be true of a destination before stories are pushed to it, in the order in which it is looked at. */
export const CHECKS = [
  'files',
  'key',
  'tenant',
  'team',
  'stories',
  'ownership',
  'change_control',
  'credentials',
  'resources',
  'sub_stories',
  'record_types',
  'content',
  'clock',
] as const;
export type CheckName = (typeof CHECKS)[number];

/** The same of the run as a whole. */
export const RUN_CHECKS = ['remote', 'state_branch', 'state_key'] as const;
export type RunCheckName = (typeof RUN_CHECKS)[number];

/** `fails`: a push would. `warning`: none would, but it should be known. `unknown`: not looked at, or not told. */
export const CHECK_RESULTS = ['ok', 'warning', 'unknown', 'fails'] as const;
export type CheckResult = (typeof CHECK_RESULTS)[number];

/** What was found. */
export type CheckFact =
  /** The very cause or warning that a plan has for it. */
  | { readonly kind: 'as_planned'; readonly by: Cause | Warning }
  | { readonly kind: 'in_order' }
  /** Read there and accepted; `forSync` is what a sync does in another way. */
  | {
      readonly kind: 'key_in_vault';
      readonly address: string;
      readonly role: string | null;
      readonly forSync: 'same' | { readonly role: string | null };
    }
  /** Another check failed that this one builds on. */
  | { readonly kind: 'not_looked_at' }
  /** The vendor's own syncing serves the destination, and meets it there with the key that it has. */
  | { readonly kind: 'left_to_vendor' }
  /** What it takes to know it is more than the requests of one destination. */
  | { readonly kind: 'out_of_reach' }
  | { readonly kind: 'part_unread'; readonly failure: TenantFailure }
  | { readonly kind: 'would_make'; readonly step: RecordTypeStep }
  | { readonly kind: 'clock_apart'; readonly seconds: number }
  | { readonly kind: 'no_time_told' };

export type FoundCheck = {
  readonly check: CheckName;
  readonly result: CheckResult;
  readonly fact: CheckFact;
  /** Which stories it is about; none where it is about all. */
  readonly stories: readonly string[];
};

export type DestinationDiagnosis = {
  readonly name: string;
  readonly tenantUrl: string;
  readonly teamId: number;
  /** The worst of its checks. */
  readonly result: CheckResult;
  /** Requests that its tenant was sent. */
  readonly requests: number;
  /** At least one for each of `CHECKS`, in that order. */
  readonly checks: readonly FoundCheck[];
  readonly missing: readonly MissingPrerequisite[];
  readonly recordTypes: readonly RecordTypeStep[];
};

export type RunFact =
  | { readonly kind: 'no_repository' }
  | { readonly kind: 'no_remote' }
  /** `why` follows the remote's name. */
  | { readonly kind: 'remote_unusable'; readonly remote: string; readonly why: string; readonly hint: string | null }
  | { readonly kind: 'remote_reached'; readonly remote: string }
  /** It can be read, and with what is at hand not pushed to. */
  | { readonly kind: 'remote_read_only'; readonly remote: string; readonly why: string }
  | { readonly kind: 'state_unused' }
  | { readonly kind: 'no_state_yet'; readonly branch: string }
  | { readonly kind: 'state_read'; readonly branch: string; readonly writtenAt: string }
  | { readonly kind: 'state_trouble'; readonly message: string; readonly hint: string }
  | { readonly kind: 'state_key_given' }
  | { readonly kind: 'no_state_key' };

export type RunCheck = {
  readonly check: RunCheckName;
  readonly result: CheckResult;
  readonly fact: RunFact;
};

/** Whether a sync could do its work: of each destination, and once of the run. */
export type Diagnosis = {
  /** The manifest's path as the user gave it. */
  readonly manifest: string;
  readonly destinations: readonly DestinationDiagnosis[];
  readonly run: readonly RunCheck[];
};

/** The worse of results; `ok` of none. */
export function worstOf(results: Iterable<CheckResult>): CheckResult {
  const ranks = [...results].map((result) => CHECK_RESULTS.indexOf(result));
  return CHECK_RESULTS[Math.max(0, ...ranks)] ?? 'ok';
}
