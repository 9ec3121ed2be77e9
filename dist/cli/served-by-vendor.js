import { m as servedByVendor } from "./manifest-edit.js";

// src/commands/edit/served-by-vendor.ts
/** What to do instead, where the stories are the vendor's to carry. */
const INSTEAD = {
	detached: "take the story off its \"stories\", hold the destination, or write \"engine: push\" first",
	reattached: "what is detached in the tenant itself is attached there",
	"rolled back": "publish the earlier version at the origin and hold the destination until then, or write \"engine: push\" first",
	unpinned: "nothing to unpin"
};
/** Destinations that cannot be treated story by story, each at its line; the manifest is left alone then. */
function refuseServed({ manifest }, names, verb) {
	const asked = new Set(names);
	return manifest.destinations.filter(({ name, engine }) => engine === "native" && asked.has(name)).map((destination) => servedByVendor(destination, verb, INSTEAD[verb]));
}

export { refuseServed as t };