import type { PlanAction, PlannedChange, RecordTypeStep, UrlChange } from '../model/plan.ts';
import type { MissingPrerequisite } from '../model/prerequisite.ts';
import type { Reason } from '../model/status.ts';

/** A plan file as it is written: the shapes of spec section 4, snake_case, every key always there but the signature. */
export type WirePlan = {
  readonly format: 'storysync.plan/1';
  readonly digest: string;
  readonly commit: string | null;
  readonly manifest: string;
  readonly totals: { readonly [action in PlanAction]: number };
  readonly destinations: readonly WireDestination[];
  readonly left_behind_destinations: readonly WireLeftBehindDestination[];
  readonly signature?: string;
};

export type WireDestination = {
  readonly name: string;
  readonly digest: string;
  readonly destination_tenant_url: string;
  readonly destination_team_id: number;
  readonly manual_sync_only: boolean;
  readonly stories: readonly WireStory[];
  readonly left_behind: readonly WireLeftBehind[];
};

export type WireLeftBehindDestination = {
  readonly name: string;
  readonly destination_tenant_url: string;
  readonly destination_team_id: number;
  readonly stories: number;
};

type WireLeftBehind = {
  readonly key: string;
  readonly name: string;
  readonly destination_story_id: number;
  readonly prunable: boolean;
  readonly kept_because: string | null;
  readonly warnings: readonly string[];
};

export type WireStory = {
  readonly key: string;
  readonly name: string;
  readonly action: PlanAction;
  readonly reason: Reason | null;
  readonly would: 'create' | 'update' | null;
  readonly message: string | null;
  readonly hint: string | null;
  readonly detached: boolean;
  readonly destination_story_id: number | null;
  readonly changes: readonly PlannedChange[];
  readonly drift: readonly string[];
  readonly conflict: boolean;
  readonly missing: readonly MissingPrerequisite[];
  readonly record_types: readonly RecordTypeStep[];
  readonly urls: readonly UrlChange[];
  readonly warnings: readonly string[];
};
