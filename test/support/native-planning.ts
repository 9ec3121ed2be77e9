import type { VendorOrphan } from '../../src/engine/native/left-behind.ts';
import { type NativeChange, nativeChangeOf } from '../../src/engine/native/native-change.ts';
import type { HeldStory, NativeInput, OriginStory } from '../../src/engine/native/native-input.ts';
import type { NativeWork } from '../../src/engine/native/native-work.ts';
import { NativePlanner } from '../../src/engine/native/plan-native.ts';
import type { VendorRelease } from '../../src/engine/native/release.ts';
import type { Desired } from '../../src/model/desired.ts';
import type { Destination } from '../../src/model/destination.ts';
import type { DestinationState, NativeState } from '../../src/model/destination-state.ts';
import type { PlannedStory } from '../../src/model/plan.ts';
import type { VendorDestination, VendorSubscription } from '../../src/model/tenant/vendor-destination.ts';
import type { Policy } from '../../src/plan/policy.ts';
import { type DestinationOptions, desiredOf, destinationOf, policyFor, storyState } from './planning.ts';
import { callStory, storyExport, webhook } from './stories.ts';

export const ORIGIN = {
  tenantUrl: 'https://acme.example',
  teamId: 7,
  keyName: 'ACME_KEY',
  requireChangeControl: true,
} as const;

/** The catalogue of these tests: `triage` calls `enrich`. The ids are those at the origin. */
export const STORY_IDS = { triage: 301, enrich: 302, report: 303 } as const;
export type StoryKey = keyof typeof STORY_IDS;
export const STORY_KEYS = Object.keys(STORY_IDS) as readonly StoryKey[];

const EXPORTS = {
  triage: storyExport({ name: 'Triage', actions: [callStory('Ask', 'enrich')] }),
  enrich: storyExport({ name: 'Enrich', actions: [webhook('In')] }),
  report: storyExport({ name: 'Report', actions: [webhook('In')] }),
};

/** A destination that the vendor serves, of all stories unless told. */
export function nativeDestination(name: string, options: DestinationOptions = {}): Destination {
  return destinationOf(name, { engine: 'native', stories: STORY_KEYS, ...options });
}

const CATALOGUE = new Map(
  [...desiredOf(EXPORTS, []).stories].map(([key, story]) => [key, { ...story, id: STORY_IDS[key as StoryKey] }]),
);

export function nativeDesired(destinations: readonly Destination[]): Desired {
  return { manifestFile: 'sync.yaml', stories: CATALOGUE, destinations };
}

/** The vendor's object of a destination, with these stories in sync. */
export function vendorObject(
  destination: Destination,
  synced: readonly StoryKey[],
  more: Partial<VendorDestination> = {},
): VendorDestination {
  return {
    id: 31,
    tenantUrl: destination.tenantUrl,
    teamId: destination.teamId,
    originTeamId: ORIGIN.teamId,
    manualSyncOnly: false,
    subscriptions: synced.map((key) => vendorEntry(key)),
    ...more,
  };
}

export function vendorEntry(key: StoryKey, more: Partial<VendorSubscription> = {}): VendorSubscription {
  return { storyId: STORY_IDS[key], storyName: EXPORTS[key].name, status: 'synced', errorMessage: null, ...more };
}

/** What state has of a destination that is, or was, the vendor's. */
export function nativeState(
  destination: Destination,
  native: Partial<NativeState>,
  more: Partial<DestinationState> & { readonly pushed?: { readonly [key: string]: number } } = {},
): DestinationState {
  const { pushed = {}, ...rest } = more;
  const stories = Object.entries(pushed).map(([key, id]) => [key, storyState(id)] as const);
  return {
    tenantUrl: destination.tenantUrl,
    teamId: destination.teamId,
    stories: Object.fromEntries(stories),
    recordTypes: {},
    last: {},
    native: { vendorId: 31, manualSyncOnly: false, keyVersion: null, carried: [], ...native },
    proven: true,
    ...rest,
  };
}

export type NativeCase = {
  readonly destinations: readonly Destination[];
  readonly vendor?: readonly VendorDestination[] | NativeInput['vendor'];
  /** As in git unless told. */
  readonly origin?: { readonly [key in StoryKey]?: OriginStory };
  readonly states?: { readonly [name: string]: DestinationState };
  readonly teams?: { readonly [name: string]: readonly HeldStory[] };
  readonly policy?: Partial<Policy>;
  readonly replace?: readonly string[];
  readonly takeover?: readonly string[];
  readonly rollout?: boolean;
  readonly fleetHeld?: boolean;
};

/** All that a plan is made of, with what was read in the teams. */
export type NativeQuestion = NativeInput & { readonly teams: ReadonlyMap<string, readonly HeldStory[]> };

export type NativePlan = {
  /** Every destination of the run that the vendor serves, by name. */
  readonly works: readonly NativeWork[];
  /** Destinations of the push that the vendor still keeps, by name. */
  readonly releases: readonly VendorRelease[];
  readonly leftBehind: readonly VendorOrphan[];
};

/** Plans every destination that was chosen. */
export function planNative({ teams, ...input }: NativeQuestion): NativePlan {
  const planner = new NativePlanner(input);
  const chosen = input.desired.destinations
    .filter(({ name }) => input.policy.selected.has(name))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const works = chosen
    .filter(({ engine }) => engine === 'native')
    .map((one) => planner.assess(one, { state: input.states.get(one.name), held: teams.get(one.name) }));
  const releases = chosen.filter(({ engine }) => engine === 'push').flatMap((one) => planner.releaseOf(one) ?? []);
  return { works, releases, leftBehind: planner.leftBehind(works) };
}

export function nativeInput(given: NativeCase): NativeQuestion {
  const desired = nativeDesired(given.destinations);
  const { vendor = [] } = given;
  return {
    origin: ORIGIN,
    desired,
    vendor: 'unreadable' in vendor || 'destinations' in vendor ? vendor : { destinations: vendor },
    originStories: new Map(STORY_KEYS.map((key) => [key, given.origin?.[key] ?? { is: 'as_in_git' }])),
    states: new Map(Object.entries(given.states ?? {})),
    teams: new Map(Object.entries(given.teams ?? {})),
    policy: policyFor(desired, given.policy),
    consent: { replace: new Set(given.replace), takeover: new Set(given.takeover) },
    rollout: given.rollout ?? false,
    fleetHeld: given.fleetHeld ?? false,
  };
}

export function planOf(given: NativeCase): NativePlan {
  return planNative(nativeInput(given));
}

/** The plan of the one native destination of a case. */
export function workOf(given: NativeCase): NativeWork {
  const [work, ...others] = planOf(given).works;
  if (work === undefined || others.length > 0) throw new Error('not one native destination');
  return work;
}

export function changeFor(given: NativeCase): NativeChange {
  return nativeChangeOf(workOf(given));
}

/** Key, action, reason and what else there is to know of a pair, as one line. */
export function told({ key, action, reason, would, fact }: PlannedStory): string {
  return [key, action, reason ?? '-', ...(would === null ? [] : [`would ${would}`]), ...(fact ? [fact.kind] : [])].join(
    ' ',
  );
}

export const toldOf = (given: NativeCase): readonly string[] =>
  workOf(given).stories.map(({ planned }) => told(planned));
