import type { DesiredStory } from '../../model/desired.ts';
import type { Destination } from '../../model/destination.ts';
import type { DestinationState } from '../../model/destination-state.ts';
import type { Cause } from '../../model/fact/fact.ts';
import type { VendorDestination } from '../../model/tenant/vendor-destination.ts';
import { workOrder } from '../../plan/order.ts';
import { mayPushManually } from '../../plan/policy.ts';
import { letWait, policyAt } from '../../plan/waiting.ts';
import type { VendorClaims } from './claims.ts';
import { decideStory } from './decide-story.ts';
import { decideKey } from './key-version.ts';
import type { HeldStory, NativeInput } from './native-input.ts';
import type { NativeStoryWork, NativeWork } from './native-work.ts';
import type { VendorOwners } from './owners.ts';
import { carriedByVendor, heldStories, isUnfinished, type Situation, secondCopy, situate } from './situation.ts';

/** What all destinations of a plan share. */
export type NativeContext = {
  readonly input: NativeInput;
  readonly claims: VendorClaims;
  /** Tenant and team of every destination of the manifest, whatever its engine. */
  readonly places: ReadonlySet<string | undefined>;
  readonly owners: VendorOwners;
  /** Of the catalogue, by the story's id at the origin. */
  readonly keys: ReadonlyMap<number | undefined, string>;
};

type HeldInTeam = readonly HeldStory[] | undefined;

/** Decides about one destination that the manifest gives to the vendor. */
export function assessNative(
  context: NativeContext,
  destination: Destination,
  { state, held: read }: { readonly state: DestinationState | undefined; readonly held: HeldInTeam },
): NativeWork {
  const { input, claims, places, owners } = context;
  const { name, hold, manualSyncOnly } = destination;
  const held = heldStories(destination, read, state);
  const situation: Situation =
    'unreadable' in input.vendor
      ? { target: { at: 'unknown' }, cause: input.vendor.unreadable }
      : situate({ destination, claims, places, owners, state, held, consent: input.consent });
  const { target } = situation;
  const object = target.at === 'found' ? target.object : undefined;
  const recorded = object !== undefined && state?.native?.vendorId === object.id ? state.native : undefined;
  const cause = situation.cause ?? (object === undefined ? null : secondCopy({ state, held }, object.id));
  const stories = storiesOf(context, destination, { cause, object, held, state });
  const sameTenant = destination.tenantUrl === input.origin.tenantUrl;
  return {
    destination,
    stories: letWait(stories, destination, input.policy),
    leftBehind: [],
    prune: [],
    refreshed: cause === null,
    target,
    blocked: cause,
    narrowed: stories.length < destination.subscriptions.length,
    sameTenant,
    originTeamId: input.origin.teamId,
    manualSyncOnly: manualSyncOnly || hold !== undefined || input.rollout,
    flagThere: object?.manualSyncOnly ?? (state?.proven ? recorded?.manualSyncOnly : undefined) ?? null,
    flagAlone: hold !== undefined || (manualSyncOnly && !mayPushManually(input.policy, name)),
    key: decideKey({ wanted: destination.keyVersion, target, recorded, sameTenant }),
    unfinished: object !== undefined && isUnfinished(state, object.id),
    unwanted: unwantedOf(context, destination, object),
  };
}

type StoryParts = {
  readonly cause: Cause | null;
  readonly object: VendorDestination | undefined;
  readonly held: readonly HeldStory[];
  readonly state: DestinationState | undefined;
};

/** Every story that the run chose, callees before callers. */
function storiesOf(
  { input }: NativeContext,
  destination: Destination,
  { cause, object, held, state }: StoryParts,
): readonly NativeStoryWork[] {
  const { name } = destination;
  const { force, selected } = policyAt(destination, input.policy);
  const chosen = selected.get(name) ?? new Set<string>();
  const entries = new Map(object?.subscriptions.map((entry) => [entry.storyId, entry]));
  const wanted = wantedBy(input, destination).filter(({ key }) => chosen.has(key));
  return workOrder(wanted).stories.map((desired): NativeStoryWork => {
    const storyId = idAtOrigin(desired);
    const origin = input.originStories.get(desired.key);
    if (origin === undefined) throw new Error(`Internal error: ${desired.key} was not looked for at the origin.`);
    const entry = entries.get(storyId);
    const here = entry === undefined ? held.filter(({ key }) => key === desired.key) : [];
    const standing: Cause | null = carriedByVendor({ state, held: here })
      ? null
      : { kind: 'kept_by_push', destination: name, keys: [desired.key], mayTakeOver: false };
    return {
      desired,
      planned: decideStory({ desired, storyId, origin, entry, cause, standing, force }),
      equal: entry?.status === 'synced' && origin.is === 'as_in_git',
      evidence: { storyId, origin: origin.is, status: entry?.status ?? null },
      storyId,
      subscribed: entry !== undefined,
      copies: here.map(({ id }) => id),
      gone: origin.is === 'gone',
    };
  });
}

function wantedBy({ desired }: NativeInput, { subscriptions }: Destination): readonly DesiredStory[] {
  return subscriptions.flatMap(({ storyKey }) => desired.stories.get(storyKey) ?? []);
}

function idAtOrigin({ key, id }: DesiredStory): number {
  if (id === undefined) throw new Error(`Internal error: ${key} has no id at the origin.`);
  return id;
}

/** What the vendor carries there and the manifest does not ask for; its key where the catalogue has one. */
function unwantedOf(
  { input, keys }: NativeContext,
  destination: Destination,
  object: VendorDestination | undefined,
): NativeWork['unwanted'] {
  const wanted = new Set(wantedBy(input, destination).map(({ id }) => id));
  return (object?.subscriptions ?? [])
    .filter(({ storyId }) => !wanted.has(storyId))
    .map(({ storyId, storyName: name }) => ({ storyId, key: keys.get(storyId) ?? null, name }))
    .toSorted((a, b) => a.storyId - b.storyId);
}
