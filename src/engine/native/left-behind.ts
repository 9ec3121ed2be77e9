import type { VendorDestination } from '../../model/tenant/vendor-destination.ts';
import { placeOf, type VendorClaims } from './claims.ts';
import type { VendorOwners } from './owners.ts';

/** A sync destination of the origin team that no destination of the manifest is. */
export type VendorOrphan = {
  readonly object: VendorDestination;
  /** As the manifest called it, where state knows. */
  readonly name: string | null;
  /** Why it stays whatever is asked for: nobody here made it, or only an unproven record says so. */
  readonly keptBecause: 'not_ours' | 'not_proven' | null;
};

/** In the order of their ids. What is to be replaced is not left behind. */
export function vendorOrphans(
  claims: VendorClaims,
  places: ReadonlySet<string | undefined>,
  replaced: ReadonlySet<number>,
  owners: VendorOwners,
): readonly VendorOrphan[] {
  return claims.all
    .filter((object) => !places.has(placeOf(object)) && !replaced.has(object.id))
    .map((object) => {
      const owner = owners.get(object.id);
      const keptBecause = owner === undefined ? 'not_ours' : owner.proven ? null : 'not_proven';
      return { object, name: owner?.name ?? null, keptBecause };
    });
}
