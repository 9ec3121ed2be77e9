import type { StateContent } from '../../model/destination-state.ts';
import type { OrphanNative } from '../../model/plan.ts';
import type { VendorDestination } from '../../model/tenant/vendor-destination.ts';
import { placeOf, type VendorClaims } from './claims.ts';
import type { VendorOwner, VendorOwners } from './owners.ts';

/** A sync destination of the origin team that no destination of the manifest is. */
export type VendorOrphan = {
  readonly object: VendorDestination;
  /** As the manifest called it, where state knows. */
  readonly name: string | null;
  /** What state has of it; null where it has nothing. */
  readonly recorded: StateContent | null;
  readonly keptBecause: OrphanNative['keptBecause'];
};

export type OrphanQuestion = {
  readonly claims: VendorClaims;
  /** Tenant and team of every destination of the manifest, whatever its engine. */
  readonly places: ReadonlySet<string | undefined>;
  /** What is to be replaced is not left behind. */
  readonly replaced: ReadonlySet<number>;
  readonly owners: VendorOwners;
  /** The manifest holds the whole fleet. */
  readonly held: boolean;
};

/** In the order of their ids. */
export function vendorOrphans({ claims, places, replaced, owners, held }: OrphanQuestion): readonly VendorOrphan[] {
  return claims.all
    .filter((object) => !places.has(placeOf(object)) && !replaced.has(object.id))
    .map((object) => {
      const owner = owners.get(object.id);
      const keptBecause = whyKept(object, owner) ?? (held ? 'held' : null);
      return { object, name: owner?.name ?? null, recorded: owner?.state ?? null, keptBecause };
    });
}

/** A deletion goes by proven state alone, and only where tenant and team are those that it was made for. */
function whyKept(object: VendorDestination, owner: VendorOwner | undefined): OrphanNative['keptBecause'] {
  if (owner === undefined) return 'not_ours';
  if (!owner.proven) return 'not_proven';
  return placeOf(owner.state) === placeOf(object) ? null : 'recorded_elsewhere';
}
