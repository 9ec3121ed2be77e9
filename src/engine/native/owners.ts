import type { DestinationState } from '../../model/destination-state.ts';

/** Which destination each of the vendor's objects was recorded for, and whether that is proven. */
export type VendorOwners = ReadonlyMap<number, { readonly name: string; readonly proven: boolean }>;

/** Of several records of one object the proven one counts; several proven ones say nothing for certain. */
export function vendorOwners(states: ReadonlyMap<string, DestinationState>): VendorOwners {
  const records = [...states]
    .flatMap(([name, { native, proven }]) => (native?.vendorId ? [{ id: native.vendorId, name, proven }] : []))
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
  const owners = new Map<number, { readonly name: string; readonly proven: boolean }>();
  for (const [id, all] of Map.groupBy(records, (record) => record.id)) {
    const proven = all.filter((record) => record.proven);
    const [owner] = proven.length > 0 ? proven : all;
    if (owner !== undefined) owners.set(id, { name: owner.name, proven: proven.length === 1 });
  }
  return owners;
}
