import type { Problem } from '../../diagnostics/problem.ts';
import type { Destination, Manifest } from '../../model/destination.ts';
import { notServedByVendor, unknownDestination, vendorNeedsNoKey } from './edit-refusal.ts';
import type { ManifestEdit } from './manifest-edit.ts';

/** The numbers of the destinations whose key is to be handed over again, or everything that is wrong with that. */
export function keyVersionsAfter(
  { destinations, origin }: Manifest,
  edits: readonly ManifestEdit[],
): { readonly versions: ReadonlyMap<string, number>; readonly problems: readonly Problem[] } {
  const byName = new Map(destinations.map((destination) => [destination.name, destination]));
  const versions = new Map<string, number>();
  const problems: Problem[] = [];
  for (const edit of edits) {
    if (edit.kind !== 'rotate') continue;
    const destination = byName.get(edit.destination);
    if (destination === undefined) problems.push(unknownDestination(edit.destination, [...byName.keys()]));
    else if (destination.engine !== 'native') problems.push(notServedByVendor(destination));
    else if (destination.tenantUrl === origin?.tenantUrl) problems.push(vendorNeedsNoKey(destination));
    else versions.set(destination.name, nextKeyVersion(destination));
  }
  return { versions, problems };
}

/** `defaults` count: what a destination says from now on must be more than it was. */
export function nextKeyVersion({ keyVersion }: Pick<Destination, 'keyVersion'>): number {
  return (keyVersion ?? 0) + 1;
}
