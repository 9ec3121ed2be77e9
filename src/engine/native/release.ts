import type { Destination } from '../../model/destination.ts';
import type { Cause } from '../../model/fact/fact.ts';
import type { VendorDestination } from '../../model/tenant/vendor-destination.ts';
import type { VendorClaims } from './claims.ts';
import type { NativeConsent } from './native-input.ts';

/** A destination that the manifest gives to the push, and that the vendor keeps. */
export type VendorRelease = {
  readonly destination: Destination;
  /** What is deleted, with the copies kept, before the push begins. Several are nobody's to choose from: then nothing is. */
  readonly objects: readonly VendorDestination[];
  /** Why every pair of it waits, and nothing is written either way; null once somebody agreed. */
  readonly cause: Cause | null;
};

/** Nothing for destinations that the vendor does not know: those are the push's alone. */
export function vendorReleaseOf(
  destination: Destination,
  claims: VendorClaims,
  consent: NativeConsent,
): VendorRelease | undefined {
  const objects = claims.at(destination);
  const [first, ...twins] = objects;
  if (first === undefined) return undefined;
  const { name, hold } = destination;
  if (twins.length > 0) {
    return { destination, objects, cause: { kind: 'vendor_destination_repeated', ids: objects.map(({ id }) => id) } };
  }
  const kept = {
    kind: 'kept_by_vendor',
    destination: name,
    vendorId: first.id,
    copies: first.subscriptions.length,
  } as const;
  if (!consent.takeover.has(name)) return { destination, objects, cause: kept };
  return { destination, objects, cause: hold ? { kind: 'held', hold, by: kept } : null };
}
