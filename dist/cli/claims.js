import { Vt as tenantUrlForm } from "./stories-at.js";

// src/engine/native/claims.ts
/** Tenant and team, as text that is the same for the same; undefined for an address that is none. */
function placeOf({ tenantUrl, teamId }) {
	const url = URL.parse(/^[a-z][a-z0-9+.-]*:\/\//i.test(tenantUrl) ? tenantUrl : `https://${tenantUrl}`);
	return url === null ? void 0 : `${tenantUrlForm(url)} ${teamId}`;
}
/** The sync destinations of one origin team, in the order of their ids. Other teams' are not ours to speak of. */
var VendorClaims = class {
	all;
	#byPlace;
	constructor(destinations, originTeamId) {
		this.all = destinations.filter((one) => one.originTeamId === originTeamId).map((one) => ({
			...one,
			subscriptions: one.subscriptions.toSorted((a, b) => a.storyId - b.storyId)
		})).toSorted((a, b) => a.id - b.id);
		this.#byPlace = Map.groupBy(this.all, placeOf);
	}
	at(place) {
		return this.#byPlace.get(placeOf(place)) ?? [];
	}
};

export { placeOf as n, VendorClaims as t };