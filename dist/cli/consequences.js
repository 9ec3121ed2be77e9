import { d as someNames, u as count, v as name, y as say } from "./unsigned-state.js";
import { n as explainIfAny } from "./explain.js";
import { O as bind } from "./session.js";

// src/commands/edit/unknown-losses.ts
/** Destinations of the plan of which nobody knows what they would lose: an edit that overwrites things stops there. */
function unknownLosses(workspace, plan, settings) {
	return [...findUnbound(workspace, plan, settings), ...findUnread(plan)];
}
const UNREAD = /* @__PURE__ */ new Set([
	"missing_key",
	"unauthorized",
	"unreachable",
	"unreadable"
]);
/** Destinations that were not asked, because no key may be used for them. */
function findUnbound({ desired }, plan, { trust }) {
	const keys = bind(trust);
	const about = new Set(plan.destinations.map(({ name }) => name));
	return desired.destinations.filter(({ name }) => about.has(name)).flatMap((destination) => {
		const use = keys.of(destination);
		return use.ok ? [] : [describeUnread(destination.name, {
			message: use.error,
			hint: null
		})];
	});
}
/** One story for each destination that did not answer, or not completely. */
function findUnread({ destinations }) {
	return destinations.flatMap(({ name, stories }) => {
		const story = stories.find(({ action, reason }) => action === "blocked" && reason !== null && UNREAD.has(reason));
		return story === void 0 ? [] : [describeUnread(name, explainIfAny(story.fact))];
	});
}
function describeUnread(destination, { message, hint }) {
	return {
		code: "RUN016",
		severity: "error",
		message: `the manifest was not edited, because it is not known what destination "${destination}" would lose${message === null ? "" : `: ${message}`}`,
		hint: `${hint === null ? "" : `${hint}; `}or go ahead without knowing, with --offline`
	};
}

// src/cli/edit/consequences.ts
const OFFLINE = ["Offline: no tenant was asked, so the plan above does not know what was edited there and would be overwritten."];
/** What follows from the edit, in the order in which it matters. */
function consequencesOf({ destinations }, manifest, equalTo = "Equal to git") {
	const entries = destinations.flatMap(({ name: at, stories }) => stories.map((story) => ({
		at,
		story
	})));
	const withThe = (test) => entries.filter(({ story }) => test(story));
	const pushed = withThe(({ action }) => action === "create" || action === "update");
	const edited = withThe(({ action, drift }) => action === "update" && drift.length > 0);
	const tagged = withThe(({ detached }) => detached);
	const stopped = withThe(({ action }) => action === "blocked");
	const waiting = withThe(({ action, detached }) => action === "skip" && !detached);
	const at = (some) => someNames([...new Set(some.map((each) => each.at))]);
	return [
		...pushed.length === 0 ? [] : [say`The next sync pushes ${count(pushed.length, "story", "stories")}.`, say`Commit ${name(manifest)} if that is what you want.`],
		...edited.length === 0 ? [] : [say`Edited at ${at(edited)}: the edit is saved as a named version there, then overwritten.`],
		...tagged.length === 0 ? [] : [say`Also detached by its tag at ${at(tagged)}: remove the tag "detached-from-sync" from the story there as well.`],
		...waiting.length === 0 ? [] : [say`Waits at ${at(waiting)} anyway; the plan says why.`],
		...stopped.length === 0 ? [] : [say`Blocked at ${at(stopped)}: the next sync reports it as failed.`],
		...pushed.length + tagged.length + stopped.length + waiting.length === 0 ? [[`${equalTo} already: the next sync has nothing to push for it.`]] : []
	];
}

export { consequencesOf as n, unknownLosses as r, OFFLINE as t };