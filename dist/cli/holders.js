import { r as ok } from "./dist.js";
import { Wt as matcher } from "./stories-at.js";
import { s as unmatched, u as cannotRun } from "./lock-holder.js";

// src/commands/edit/holders.ts
/** A lone `*` is the fleet, today's and tomorrow's; every other name or glob stands for the destinations it matches. */
function chooseHolders({ manifest }, names) {
	if (names.includes("*")) return ok([{ kind: "defaults" }]);
	const known = manifest.destinations.map(({ name }) => name);
	const wrong = unmatched("--destination", names, known);
	if (wrong.length > 0) return cannotRun(wrong);
	return ok(known.filter(matcher(names)).map((name) => ({
		kind: "destination",
		name
	})));
}
/** Of the destinations among them. */
function holderNames(holders) {
	return holders.flatMap((holder) => holder.kind === "destination" ? [holder.name] : []);
}
function sayingOf({ defaults, destinations }, holder) {
	return holder.kind === "defaults" ? defaults : destinations.get(holder.name);
}

export { holderNames as n, sayingOf as r, chooseHolders as t };