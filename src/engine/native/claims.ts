import { tenantUrlForm } from '../../model/tenant/tenant-url-form.ts';
import type { VendorDestination } from '../../model/tenant/vendor-destination.ts';

type Place = { readonly tenantUrl: string; readonly teamId: number };

/** Tenant and team, as text that is the same for the same; undefined for an address that is none. */
export function placeOf({ tenantUrl, teamId }: Place): string | undefined {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(tenantUrl) ? tenantUrl : `https://${tenantUrl}`);
  return url === null ? undefined : `${tenantUrlForm(url)} ${teamId}`;
}

/** The sync destinations of one origin team, in the order of their ids. Other teams' are not ours to speak of. */
export class VendorClaims {
  readonly all: readonly VendorDestination[];
  readonly #byPlace: ReadonlyMap<string | undefined, readonly VendorDestination[]>;

  constructor(destinations: readonly VendorDestination[], originTeamId: number) {
    this.all = destinations
      .filter((one) => one.originTeamId === originTeamId)
      .map((one) => ({ ...one, subscriptions: one.subscriptions.toSorted((a, b) => a.storyId - b.storyId) }))
      .toSorted((a, b) => a.id - b.id);
    this.#byPlace = Map.groupBy(this.all, placeOf);
  }

  at(place: Place): readonly VendorDestination[] {
    return this.#byPlace.get(placeOf(place)) ?? [];
  }
}
