import type { Actual } from '../model/actual.ts';
import type { Desired } from '../model/desired.ts';
import type { Destination } from '../model/destination.ts';
import type { DestinationState } from '../model/destination-state.ts';
import type { OwnershipFact } from '../model/fact/ownership-fact.ts';
import type { StoryFact } from '../model/fact/story-fact.ts';
import type { TenantFailure } from '../model/fact/tenant-failure.ts';
import type { Warning } from '../model/fact/warning.ts';
import type { PlannedStory, RecordTypeStep } from '../model/plan.ts';
import type { MissingPrerequisite } from '../model/prerequisite.ts';
import type { ReadRequest } from './read-request.ts';

/** What a push of one story would need there, as far as it was read. What is still to be read stands in `unread`. */
export type StoryReadiness = {
  readonly key: string;
  /** Our last push is what is live: only a later change would meet what is in the way. */
  readonly settled: boolean;
  /** Left alone there: then nothing else is asked about it. */
  readonly detached: boolean;
  readonly ownership: 'ours' | 'absent' | 'unread' | OwnershipFact;
  /** Of the story that a push would write to, or may have to. */
  readonly changeControl: boolean;
  readonly missing: readonly MissingPrerequisite[];
  /** What the key cannot tell. */
  readonly untold: readonly Warning[];
  readonly recordTypes: readonly RecordTypeStep[];
  readonly recordTypeRefused: StoryFact | null;
  readonly unread: readonly ReadRequest[];
};

/** All that was read of a destination for that. */
export type ReadinessReading = {
  readonly stories: readonly StoryReadiness[];
  /** The plan itself, where it needed no more requests; null where it needs more. */
  readonly planned: readonly PlannedStory[] | null;
  /** What could not be read, by its sort. */
  readonly failed: ReadonlyMap<ReadRequest['kind'], TenantFailure>;
  /** Why the team itself was not told; null when it was. */
  readonly teamUnread: TenantFailure | null;
  /** The team's listing holds stories, so the key sees the team. */
  readonly listed: boolean;
  /** Milliseconds that the tenant's clock is ahead of ours for certain; absent where it does not tell the time. */
  readonly ahead: number | undefined;
};

/** Judges by whatever was read so far. Pure, and the same rules as the plan's (docs/decisions/0042). */
export type AssessReadiness = (
  desired: Desired,
  destination: Destination,
  actual: { readonly readings: Actual; readonly state: DestinationState | undefined },
  selected: ReadonlySet<string>,
) => readonly StoryReadiness[];
