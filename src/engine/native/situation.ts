import type { Destination } from '../../model/destination.ts';
import type { DestinationState } from '../../model/destination-state.ts';
import type { Cause } from '../../model/fact/fact.ts';
import type { VendorDestination } from '../../model/tenant/vendor-destination.ts';
import { byText } from '../../model/text/order.ts';
import { placeOf, type VendorClaims } from './claims.ts';
import type { HeldStory, NativeConsent } from './native-input.ts';
import type { NativeTarget } from './native-work.ts';
import type { VendorOwners } from './owners.ts';

export type Situation = {
  readonly target: NativeTarget;
  /** Why nothing is written there at all. */
  readonly cause: Cause | null;
};

export type SituationParts = {
  readonly destination: Destination;
  readonly claims: VendorClaims;
  /** Tenant and team of every destination of the manifest, whatever its engine. */
  readonly places: ReadonlySet<string | undefined>;
  readonly owners: VendorOwners;
  readonly state: DestinationState | undefined;
  readonly held: readonly HeldStory[];
  readonly consent: NativeConsent;
};

/** Where a destination that the manifest gives to the vendor stands there. */
export function situate(parts: SituationParts): Situation {
  const { destination, claims, consent } = parts;
  const [object, ...twins] = claims.at(destination);
  if (object !== undefined && twins.length > 0) {
    const ids = [object, ...twins].map(({ id }) => id);
    return { target: { at: 'unknown' }, cause: { kind: 'vendor_destination_repeated', ids } };
  }
  if (object !== undefined) return { target: { at: 'found', object }, cause: null };

  const { name } = destination;
  const keys = [...new Set(parts.held.map(({ key }) => key))];
  const carriedBefore = keys.length > 0 && carriedByVendor(parts);
  const takesOver = carriedBefore && consent.takeover.has(name);
  const moved = movedFrom(parts);
  const target: NativeTarget =
    moved === undefined ? { at: 'absent', takesOver: carriedBefore } : { at: 'elsewhere', object: moved };
  if (keys.length > 0 && !takesOver) {
    return { target, cause: { kind: 'kept_by_push', destination: name, keys, mayTakeOver: carriedBefore } };
  }
  if (moved === undefined || consent.replace.has(name)) return { target, cause: null };
  const { tenantUrl, teamId, subscriptions } = moved;
  const from = { tenantUrl, teamId };
  return { target, cause: { kind: 'awaits_replace', destination: name, from, copies: subscriptions.length } };
}

/** The vendor's object of the destination under its former address: only proven state says so, since it will be deleted. */
function movedFrom({ destination, claims, places, owners }: SituationParts): VendorDestination | undefined {
  return claims.all.find(({ id, ...place }) => {
    const owner = owners.get(id);
    return owner?.name === destination.name && owner.proven && !places.has(placeOf(place));
  });
}

/** Whether a takeover began and nobody came to look what the vendor made of the copies. */
export function isUnfinished(state: DestinationState | undefined, vendorId: number): boolean {
  const native = state?.native;
  return native !== undefined && native.vendorId !== vendorId && native.carried.length > 0;
}

/** Of a takeover that died: a story that stands there twice, once as the vendor carried it before. */
export function secondCopy({ state, held }: Pick<SituationParts, 'state' | 'held'>, vendorId: number): Cause | null {
  if (!isUnfinished(state, vendorId)) return null;
  const carried = new Set(state?.native?.carried);
  const doubled = new Set(held.filter(({ id }) => carried.has(id)).map(({ key }) => key));
  const second = held.find(({ key, id }) => doubled.has(key) && !carried.has(id));
  if (second === undefined) return null;
  const { key, id: storyId } = second;
  return { kind: 'takeover_stopped', key, why: { is: 'second_copy', storyId }, undone: false };
}

/** Whether the vendor carried exactly these stories before. A hint does not do: a second copy of each would come of a lie. */
export function carriedByVendor({ state, held }: Pick<SituationParts, 'state' | 'held'>): boolean {
  const carried = new Set(state?.proven ? (state.native?.carried ?? []) : []);
  return held.every(({ id }) => carried.has(id));
}

/** The stories of the pairs that stand in the team: read there, else as the push recorded them. */
export function heldStories(
  { subscriptions }: Destination,
  read: readonly HeldStory[] | undefined,
  state: DestinationState | undefined,
): readonly HeldStory[] {
  const wanted = new Set(subscriptions.map(({ storyKey }) => storyKey));
  const recorded = Object.entries(state?.stories ?? {}).map(([key, { destinationStoryId: id }]) => ({ key, id }));
  return (read ?? recorded)
    .filter(({ key }) => wanted.has(key))
    .toSorted((a, b) => byText(a.key, b.key) || a.id - b.id);
}
