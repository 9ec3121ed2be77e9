import type { DestinationState } from '../../model/destination-state.ts';
import { byTextOf } from '../../model/text/order.ts';

/** What a record says of one of the vendor's objects: the destination that it was made for, and where that stood. */
export type VendorOwner = { readonly name: string; readonly proven: boolean; readonly state: DestinationState };

/** Which destination each of the vendor's objects was recorded for, and whether that is proven. */
export type VendorOwners = ReadonlyMap<number, VendorOwner>;

/** Of several records of one object the proven one counts; several proven ones say nothing for certain. */
export function vendorOwners(states: ReadonlyMap<string, DestinationState>): VendorOwners {
  const records = [...states]
    .flatMap(([name, state]) => (state.native?.vendorId ? [{ id: state.native.vendorId, name, state }] : []))
    .toSorted(byTextOf(({ name }) => name));
  const owners = new Map<number, VendorOwner>();
  for (const [id, all] of Map.groupBy(records, (record) => record.id)) {
    const proven = all.filter(({ state }) => state.proven);
    const [owner] = proven.length > 0 ? proven : all;
    if (owner !== undefined) owners.set(id, { name: owner.name, proven: proven.length === 1, state: owner.state });
  }
  return owners;
}
