import { i as unreachable } from "./dist.js";
import { s as VENDOR_SYNC_FAILED } from "./unsigned-state.js";
import { t as explainDestination } from "./explain-destination.js";

// src/report/explain/explain-story.ts
/** Why the plan does not push a story. */
function explainStory(fact) {
	switch (fact.kind) {
		case "detached": return {
			message: `${fact.absent ? "not at the destination; " : ""}${describeDetachment(fact)}`,
			hint: null
		};
		case "edited_there": return explainEdit(fact);
		case "change_control": return {
			message: "under change control there: storysync never bypasses approval",
			hint: "switch change control off for this story at the destination, or detach the story"
		};
		case "failed_verification_before": return {
			message: "the same content was pushed before and failed verification; it is not pushed again",
			hint: "compare the story at the destination, then push it again with --force"
		};
		case "record_type_repeated": return {
			message: `the team has more than one record type named "${fact.name}"`,
			hint: "rename all but one of them at the destination"
		};
		case "enum_without_values": return {
			message: `record type "${fact.type}": field "${fact.field}" is a TEXT_ENUM without values, which a tenant cannot create`,
			hint: "give the field its values at the origin and export the story again"
		};
		case "addresses_ambiguous": return {
			message: `cannot tell which address belongs to which action: ${fact.places.join(", ")}`,
			hint: "give each of these webhooks and pages a unique name, the same at the origin and at the destination"
		};
		case "prerequisites_missing": return {
			message: describeMissing(fact.missing),
			hint: CREATE_IT
		};
		default: return unreachable(fact);
	}
}
const CREATE_IT = "create it in the team under this name (values stay in the tenant), or set \"prerequisites: warn\"";
function describeMissing(missing) {
	return `missing there: ${missing.map(({ kind, slug }) => `${kind === "story" ? "sub-story" : kind} "${slug}"`).join(", ")}`;
}
/** More history may tell. */
function moreHistory(gap) {
	return gap === "shallow" ? " (this clone is shallow; \"fetch-depth: 0\" may find it)" : "";
}
function describeDetachment({ detachment }) {
	return detachment ? describeNote(detachment) : "tagged \"detached-from-sync\" at the destination";
}
/** A detachment or a hold in the manifest's own words: `audit (@acme/soc, until 2027-01-31)`. */
function describeNote({ reason, owner, until }) {
	const details = [owner, until && `until ${until}`].filter((text) => text);
	return details.length > 0 ? `${reason} (${details.join(", ")})` : reason;
}
function explainEdit({ onDrift, places, unproven }) {
	const kept = "\"on_drift: keep\" leaves it as it is";
	if (unproven) {
		const unknown = `the live content matches no version in git${moreHistory(unproven.gap)}, and no proven state says who changed it: it counts as an edit`;
		return {
			message: onDrift === "keep" ? `${unknown}; ${kept}` : `${unknown}: ${places.join(", ")}`,
			hint: "overwrite it with --force: the live content is saved as a version first"
		};
	}
	if (onDrift === "keep") return {
		message: `edited there; ${kept}`,
		hint: null
	};
	return {
		message: `edited there since the last push: ${places.join(", ")}; "on_drift: fail" stops the push`,
		hint: "bring the edit into the origin story, or set \"on_drift: overwrite\" for this destination"
	};
}

// src/report/explain/explain-native.ts
/** Why the vendor's own syncing does not bring a story to a destination, or may not. */
function explainNative(fact) {
	switch (fact.kind) {
		case "owner_key_needed": return {
			message: `${fact.tenantUrl} does not show its sync destinations to the key in ${fact.keyName}`,
			hint: "use the key of a tenant owner there; \"engine: native\" needs it, a push does not"
		};
		case "vendor_destination_repeated": return {
			message: `the origin tenant has ${fact.ids.length} sync destinations for this tenant and team (ids ${fact.ids.join(", ")})`,
			hint: "delete all but one there, keeping their stories"
		};
		case "awaits_replace": return {
			message: `replace: the vendor cannot move its sync destination from ${fact.from.tenantUrl}, team ${fact.from.teamId}${copiesOf(fact.copies, ["stays and is updated no more", "stay and are updated no more"])}`,
			hint: `run sync --replace ${fact.destination} to delete it there and to make it anew`
		};
		case "kept_by_vendor": return {
			message: `takeover: the vendor's sync destination ${fact.vendorId} keeps this team${copiesOf(fact.copies, ["stays and is pushed from then on", "stay and are pushed from then on"])}`,
			hint: `run sync --takeover ${fact.destination} to delete it there and to push from then on, or set "engine: native"`
		};
		case "kept_by_push": {
			const stories = fact.keys.map((key) => `"${key}"`).join(", ");
			return fact.mayTakeOver ? {
				message: `takeover: the team holds ${stories}, which the vendor carried before; whether it updates them or makes a second copy is its decision`,
				hint: `run sync --takeover ${fact.destination}, or set "engine: push"`
			} : {
				message: `the team holds ${stories} already, and nothing proves that the vendor carried it there: it might make a second copy`,
				hint: "set \"engine: push\", or move these stories to another team first; only state under a state key proves what was carried"
			};
		}
		case "takeover_stopped": return stoppedWords(fact);
		case "origin_differs": return {
			message: `story ${fact.storyId} is not live at the origin as git has it, and the vendor would carry what is live`,
			hint: "export it, or publish at the origin what git has"
		};
		case "origin_story_gone": return {
			message: `the origin has no story ${fact.storyId}`,
			hint: "correct its \"id\" in the manifest, or take the story out"
		};
		case "origin_uncontrolled": return {
			message: `story ${fact.storyId} is not under change control at the origin; the vendor syncs no other`,
			hint: "turn change control on for it there"
		};
		case "copies_not_found": return {
			message: `takeover refused: the team does not hold ${fact.keys.map((key) => `"${key}"`).join(", ")} as the vendor brought it, so a push would make it a second time`,
			hint: "look at the team: a copy that was renamed there is found once it has the name of the story; list it under \"adopt\""
		};
		case "vendor_sync_failed": return {
			message: `${VENDOR_SYNC_FAILED}${fact.message === null ? "" : `: ${fact.message}`}`,
			hint: "repair what the vendor names, then run again; a new key is sent with: storysync rotate"
		};
		case "unconfirmed": return {
			message: "unconfirmed: the vendor did not confirm it",
			hint: "run again later, or give the key of the destination, so that the copy is read there"
		};
		case "still_syncing": return {
			message: `the vendor had not finished after ${fact.seconds} seconds`,
			hint: "run again later; --poll-timeout waits longer"
		};
		default: return unreachable(fact);
	}
}
function stoppedWords({ key, why, undone }) {
	const left = undone ? "its sync destination is deleted again" : "no other story is carried";
	switch (why.is) {
		case "second_copy": return {
			message: `takeover stopped: beside the story that stands there the vendor made a second copy of "${key}" (story ${why.storyId}); ${left}`,
			hint: `delete story ${why.storyId} there, and set "engine: push"`
		};
		case "addresses_changed": return {
			message: `takeover stopped: the vendor changed the addresses of "${key}" (story ${why.storyId}); ${left}`,
			hint: "give the new addresses to whoever calls it, and set \"engine: push\", which keeps addresses"
		};
		case "not_synced": return {
			message: `takeover stopped at "${key}", which goes first and was not seen to be synced; ${left}`,
			hint: `see what became of "${key}", then run again`
		};
	}
}
function explainForMany(what, names) {
	switch (what) {
		case "replace": return {
			message: "replace: the vendor cannot move their sync destinations; their stories stay where they are and are updated no more",
			hint: `run sync --replace ${names} to delete them there and to make them anew`
		};
		case "take_back": return {
			message: "takeover: the vendor's sync destinations keep these teams; their stories stay and are pushed from then on",
			hint: `run sync --takeover ${names} to delete them there and to push from then on, or set "engine: native"`
		};
		case "hand_over": return {
			message: "takeover: these teams hold stories that the vendor carried before; whether it updates them or makes second copies is its decision",
			hint: `run sync --takeover ${names}, or set "engine: push"`
		};
	}
}
/** Of a fact that names its destination, what may stand for many; undefined where the words are the same anyway. */
function saidOfMany(fact) {
	if (fact.kind === "awaits_replace") return "replace";
	if (fact.kind === "kept_by_vendor") return "take_back";
	return fact.kind === "kept_by_push" && fact.mayTakeOver ? "hand_over" : void 0;
}
function copiesOf(copies, [one, many]) {
	if (copies === 0) return "";
	return copies === 1 ? `; its story there ${one}` : `; its ${copies} stories there ${many}`;
}
const STAYS = {
	not_ours: "nothing recorded says that this repository ever had it",
	not_proven: "only unproven state says that this repository had it",
	recorded_elsewhere: "it is recorded with another tenant or team",
	held: "the manifest holds the whole fleet"
};
/** What became of one of the vendor's sync destinations that the manifest no longer has. */
function explainNativePrune(fact) {
	if (fact.kind === "vendor_destination_stays") return STAYS[fact.because];
	if (fact.copies === 0) return "deleted";
	if (!fact.kept) return `deleted; the vendor deletes ${fact.copies === 1 ? "its copy" : `its ${fact.copies} copies`} there as well, which may take a while`;
	return `deleted${copiesOf(fact.copies, ["stays as a story of its own, and is disabled where it exceeds the plan limits of that tenant", "stay as stories of their own; the vendor disables those beyond the plan limits of that tenant"])}`;
}
const COPIES = {
	unsubscribed: "unsubscribed",
	replaced: "kept there, and updated no more",
	taken_over: "carried by the vendor from now on; whether it updates what is there or makes a second copy is its decision"
};
/** What is to be known of a destination that the vendor serves. */
function explainNativeWarning(fact) {
	switch (fact.kind) {
		case "saving_may_sync": return `saving the sync destination may sync these at once: ${listed(fact.stories)}`;
		case "key_not_sent": return `no record says which key the vendor has, so key version ${fact.version} is not sent; to send it, raise the number`;
		case "copies_left_to_vendor": {
			const end = fact.why === "unsubscribed" ? `; what becomes of the copies there is the vendor's decision` : "";
			return `${listed(fact.stories)}: ${COPIES[fact.why]}${end}`;
		}
		case "flag_unknown": return "the vendor does not show whether manual sync only is set; without a state key each run sets it again";
		case "disabled_by_vendor": return "disabled at the destination since the vendor let it go; enable it there, where the plan of that tenant allows it";
		case "no_forecast": {
			const { message } = isOfStory(fact.why) ? explainStory(fact.why) : explainDestination(fact.why);
			return `no forecast for ${fact.type === null ? "record types" : `record type "${fact.type}"`}: ${message}`;
		}
		case "vendor_failed": return `the last sync failed at the vendor: ${fact.message}`;
		default: return unreachable(fact);
	}
}
function isOfStory(why) {
	return why.kind === "record_type_repeated" || why.kind === "enum_without_values";
}
const MOST_NAMES = 5;
function listed(names) {
	const shown = names.slice(0, MOST_NAMES).map((name) => `"${name}"`);
	return names.length > MOST_NAMES ? `${shown.join(", ")} and ${names.length - MOST_NAMES} more` : shown.join(", ");
}

export { saidOfMany as a, describeNote as c, explainNativeWarning as i, explainStory as l, explainNative as n, CREATE_IT as o, explainNativePrune as r, describeMissing as s, explainForMany as t, moreHistory as u };