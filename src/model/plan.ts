import type { Hold, Pin } from './destination.ts';
import type { Cause, Recorded } from './fact/fact.ts';
import type { NativeKept, NativeWarning } from './fact/native-fact.ts';
import type { OrphanFact } from './fact/orphan-fact.ts';
import type { Warning } from './fact/warning.ts';
import type { MissingPrerequisite } from './prerequisite.ts';
import type { Awaited, RingProgress } from './rollout.ts';
import type { Reason, SyncStatus } from './status.ts';
import type { Forecast } from './tenant/forecast.ts';

export type PlanAction = 'create' | 'update' | 'unchanged' | 'skip' | 'blocked';

/**
 * Who made a difference: git in the change set that this run is about, git before it (the destination lags behind), or
 * somebody at the destination since our last push. `unknown`: neither recorded state nor a change set can tell.
 */
export const CHANGE_CAUSES = ['change_set', 'earlier', 'destination', 'unknown'] as const;
export type ChangeCause = (typeof CHANGE_CAUSES)[number];

/** One difference between what is live and what git asks for. `path` names places only, never a tenant's value. */
export type PlannedChange = {
  /** `agents[Get report].options.url`, `links`, `name`, `tags` ... */
  readonly path: string;
  readonly op: 'add' | 'remove' | 'update' | 'move';
  /** One line for people: `action "Get report": url changed`, `layout only: 3 actions moved`. Values in it come from git alone. */
  readonly text: string;
  readonly cause: ChangeCause;
};

export type RecordTypeStep = {
  /** Name of the type in the source. */
  readonly name: string;
  readonly action: 'reuse' | 'create' | 'add_fields' | 'create_sequential';
  /** Name of the type at the destination that the story will use. */
  readonly target: string;
  /** Fields (or enum values, as `severity=critical`) that are added. */
  readonly fields: readonly string[];
  readonly because: string;
};

/** An address (webhook or page) that would appear or disappear at the destination. */
export type UrlChange = {
  readonly action: string;
  readonly kind: 'webhook' | 'page' | 'mcp_server';
  readonly op: 'add' | 'remove';
};

/** What a planned pair waits for, and what it would be pushed for. */
export type Waits = Awaited & {
  /** Why it would be pushed. */
  readonly because: Reason | null;
};

export type PlannedStory = {
  readonly key: string;
  readonly name: string;
  readonly action: PlanAction;
  readonly reason: Reason | null;
  /** What a push would do once a skipped story may go. */
  readonly would: 'create' | 'update' | null;
  /** Why it is blocked or skipped. */
  readonly fact: Cause | Recorded | null;
  readonly detached: boolean;
  readonly destinationStoryId: number | null;
  readonly changes: readonly PlannedChange[];
  /** Places that the destination edited since our last push. */
  readonly drift: readonly string[];
  /** A push would overwrite an edit that was made there; `on_drift` decides whether it does. */
  readonly conflict: boolean;
  readonly missing: readonly MissingPrerequisite[];
  readonly recordTypes: readonly RecordTypeStep[];
  readonly urls: readonly UrlChange[];
  readonly warnings: readonly (Warning | Recorded)[];
  /** Then `action` is `skip`, and `would` what a push does once it may go; no digest covers it. */
  readonly waits?: Waits;
  /** The vendor's own word for it, where its syncing carries the story there already. */
  readonly vendorStatus?: SyncStatus;
};

/** A story that we pushed once and that the manifest no longer asks for; it stays unless `sync --prune` says how many go. */
export type OrphanStory = {
  readonly key: string;
  /** As it is called there now. */
  readonly name: string;
  readonly destinationStoryId: number;
  /** May be deleted, as far as this plan has looked. */
  readonly prunable: boolean;
  /** Why it stays in any case; null when it is prunable. */
  readonly keptBecause: OrphanFact | Recorded | null;
  readonly warnings: readonly (OrphanFact | Recorded)[];
};

/** A destination that state has and the manifest no longer has; nothing is deleted there either. */
export type OrphanDestination = {
  readonly name: string;
  readonly tenantUrl: string;
  readonly teamId: number;
  /** How many stories of ours it was recorded to have. */
  readonly stories: number;
};

/**
 * What a destination must have before its first sync, as far as git alone can tell: nobody has asked the tenant, and nothing
 * is recorded of it.
 */
export type Onboarding = {
  /** The variable that holds its key. */
  readonly keyName: string;
  /** What its stories name and do not bring along. */
  readonly needs: readonly MissingPrerequisite[];
  readonly tags: readonly string[];
  readonly recordTypes: readonly string[];
};

export const NATIVE_ACTIONS = ['create', 'update', 'replace', 'takeover', 'unchanged'] as const;
export const NATIVE_CONSENTS = ['--replace', '--takeover'] as const;
export const NATIVE_STEPS = ['delete', 'create', 'set_flag', 'send_key', 'set_stories', 'trigger'] as const;

/** What becomes of a destination at the vendor: of one that its own syncing serves, or that it still keeps from the push. */
export type PlannedNative = {
  /** Whom the manifest gives the destination to: it tells which way a takeover goes. */
  readonly engine: 'push' | 'native';
  readonly action: (typeof NATIVE_ACTIONS)[number];
  /** The vendor's sync destination that stands now; null where there is none. */
  readonly id: number | null;
  /** The flag of a sync that somebody has to give before anything is written there; null where nothing waits for one. */
  readonly consent: (typeof NATIVE_CONSENTS)[number] | null;
  /** Where that one points to, when it is to be replaced. */
  readonly from: { readonly tenantUrl: string; readonly teamId: number } | null;
  /** Keys of the stories that enter the vendor's list, also of those that a rollout keeps back for now. */
  readonly subscribe: readonly string[];
  /** The key of each story that leaves it; `#301`, its id at the origin, where the catalogue has no such story. */
  readonly unsubscribe: readonly string[];
  /** As it will be: the manifest's, or set because a publish must not pass a hold or a rollout. */
  readonly manualSyncOnly: boolean;
  readonly keyVersion: number | null;
  /** The writes at the origin, in order; none where nothing is written, or where somebody has to agree first. */
  readonly steps: readonly (typeof NATIVE_STEPS)[number][];
  /** What the vendor is likely to make of the team's record types; absent where nobody looked. The vendor decides. */
  readonly forecast?: readonly RecordTypeStep[];
  readonly warnings: readonly (NativeWarning | Recorded)[];
};

/** A sync destination of the vendor that no destination of the manifest is. */
export type OrphanNative = {
  /** The vendor's. */
  readonly id: number;
  /** As the manifest called it, where state knows. */
  readonly name: string | null;
  readonly tenantUrl: string;
  readonly teamId: number;
  /** Names of the stories that it carries, at the origin. */
  readonly stories: readonly string[];
  /** Why it stays whatever is asked for; null where `sync --prune` may delete it. */
  readonly keptBecause: NativeKept | null;
};

export type PlannedDestination = {
  readonly name: string;
  readonly digest: string;
  readonly tenantUrl: string;
  readonly teamId: number;
  readonly manualSyncOnly: boolean;
  /** Why nothing is pushed there; its stories are compared all the same. */
  readonly hold?: Hold;
  readonly pin?: Pin;
  /** Where there is a rollout. */
  readonly ring?: string;
  /** In the order of work: callees before callers. */
  readonly stories: readonly PlannedStory[];
  readonly leftBehind: readonly OrphanStory[];
  readonly onboarding?: Onboarding;
  /** Where the vendor's own syncing serves it, or still keeps it. */
  readonly native?: PlannedNative;
};

/** The product: computed once, by one pure function; every view and the push read this value. */
export type PlanContent = {
  readonly commit: string | null;
  /** The manifest's path as the user gave it. */
  readonly manifest: string;
  readonly totals: { readonly [action in PlanAction]: number };
  readonly destinations: readonly PlannedDestination[];
  /** Empty when the run was narrowed by selectors: it says nothing of others. */
  readonly leftBehindDestinations: readonly OrphanDestination[];
  /** There when the vendor's list was read; empty when the run was narrowed by selectors. */
  readonly leftBehindNative?: readonly OrphanNative[];
  /** Where each story that moves stands in each ring; there exactly when the manifest has a rollout. */
  readonly rollout?: readonly RingProgress[];
  /** What applying it takes at most; absent where nothing is to be applied. No digest covers it: it depends on what a run is allowed. */
  readonly forecast?: Forecast;
};

/** With the digest of the plan's own words, so that a plan file tells whether it was changed since. */
export type Plan = PlanContent & { readonly digest: string };
