import { assessNative } from './assess-native.ts';
import { placeOf, VendorClaims } from './claims.ts';
import { type VendorOrphan, vendorOrphans } from './left-behind.ts';
import type { NativeInput } from './native-input.ts';
import type { NativeWork } from './native-work.ts';
import { vendorOwners } from './owners.ts';
import { type VendorRelease, vendorReleaseOf } from './release.ts';

export type NativePlan = {
  /** Every destination of the manifest that the vendor serves, by name. */
  readonly works: readonly NativeWork[];
  /** Destinations of the push that the vendor still keeps, by name. */
  readonly releases: readonly VendorRelease[];
  readonly leftBehind: readonly VendorOrphan[];
};

/** The vendor's own syncing as code: what git asks for against what the origin tenant has. Pure. */
export function planNative(input: NativeInput): NativePlan {
  const { origin, desired, vendor, consent, states, policy } = input;
  const claims = new VendorClaims('destinations' in vendor ? vendor.destinations : [], origin.teamId);
  const chosen = desired.destinations.filter(({ name }) => policy.selected.has(name)).toSorted(byName);
  const places = new Set(desired.destinations.map(placeOf));
  const keys = new Map([...desired.stories.values()].map(({ id, key }) => [id, key]));
  const owners = vendorOwners(states);
  const works = chosen
    .filter(({ engine }) => engine === 'native')
    .map((destination) => assessNative({ input, claims, places, owners, keys }, destination));
  const releases = chosen
    .filter(({ engine }) => engine === 'push')
    .flatMap((destination) => vendorReleaseOf(destination, claims, consent) ?? []);
  const replaced = new Set(works.flatMap(({ target }) => (target.at === 'elsewhere' ? target.object.id : [])));
  return { works, releases, leftBehind: vendorOrphans(claims, places, replaced, owners) };
}

function byName(a: { readonly name: string }, b: { readonly name: string }): number {
  return a.name < b.name ? -1 : 1;
}
