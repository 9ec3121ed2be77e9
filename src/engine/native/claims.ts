import { tenantUrlForm } from '../../model/tenant/tenant-url-form.ts';
import type { VendorDestination } from '../../model/tenant/vendor-destination.ts';

type Place = { readonly tenantUrl: string; readonly teamId: number };

/** Tenant and team, as text that is the same for the same; undefined for an address that is none. */
export function placeOf({ tenantUrl, teamId }: Place): string | undefined {
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(tenantUrl) ? tenantUrl : `https://${tenantUrl}`);
  return url === null ? undefined : `${tenantUrlForm(url)} ${teamId}`;
}

/** The sync destinations of one origin team, by the tenant and team that they go to. Other teams' are not ours to speak of. */
export class VendorClaims {
  readonly all: readonly VendorDestination[];
  readonly #byPlace: ReadonlyMap<string | undefined, readonly VendorDestination[]>;
  readonly #byId: ReadonlyMap<number, VendorDestination>;

  constructor(destinations: readonly VendorDestination[], originTeamId: number) {
    this.all = destinations.filter((one) => one.originTeamId === originTeamId).toSorted((a, b) => a.id - b.id);
    this.#byPlace = Map.groupBy(this.all, placeOf);
    this.#byId = new Map(this.all.map((one) => [one.id, one]));
  }

  at(place: Place): readonly VendorDestination[] {
    return this.#byPlace.get(placeOf(place)) ?? [];
  }

  byId(id: number): VendorDestination | undefined {
    return this.#byId.get(id);
  }
}
