import { i as unreachable } from "./dist.js";
import { b as words, v as name, y as say } from "./unsigned-state.js";
import { c as moment, l as momentAhead } from "./explain.js";

// src/report/rollout/wait-words.ts
/** `waits for ring canary (until 2026-11-30 07:00 UTC)`: a pair that the rollout keeps back, in a few words. */
function waitPhrase({ for: what, until }) {
	const end = until === null ? "" : ` (until ${moment(until)})`;
	const halting = haltingRing(what);
	return halting === void 0 ? say`waits ${waitsForPhrase(what)}${end}` : say`halted by ring ${name(halting)}${end}`;
}
/** What stands behind "waits" or "wait". */
function waitsForPhrase(what) {
	const { kind, rest } = split(what);
	switch (kind) {
		case "ring": return say`for ring ${name(rest)}`;
		case "soak": return say`until ring ${name(rest)} has stood long enough`;
		case "batch": return ["for a later batch"];
		case "place": return ["for a turn, as only so many go at once as may fail"];
		case "share": return ["for its share, which other parts of the fleet have now"];
		case "window": return say`for the window ${words(rest)}`;
		case "story": return say`for story ${name(rest)}`;
		case "failures": return say`for ring ${name(rest)}, which is halted`;
		case "approved_plan": return ["for another plan than the approved one"];
		default: return say`for ${words(what)}`;
	}
}
/** The ring whose failures halt what waits for this. */
function haltingRing(what) {
	const { kind, rest } = split(what);
	return kind === "failures" ? rest : void 0;
}
/** The ring before, where one is waited for. */
function awaitedRing(what) {
	const { kind, rest } = split(what);
	return kind === "ring" ? rest : void 0;
}
/** `, not before 2026-11-30 07:00 UTC`, with the time of the query also how long that is from then. */
function opensWords(opensAt, now) {
	if (opensAt === null) return "";
	return `, not before ${now === void 0 ? moment(opensAt) : momentAhead(opensAt, now)}`;
}
/** `880 wait for their ring`, `2 wait for their window`, `1 halted`: what a headline says of pairs that wait. */
function waitCounts(reasons) {
	const of = (reason) => reasons.filter((each) => each === reason).length;
	const [ring, window, halted] = [
		of("awaiting_ring"),
		of("outside_window"),
		of("halted")
	];
	return [
		...ring === 0 ? [] : [ring === 1 ? "1 waits for its ring" : `${ring} wait for their ring`],
		...window === 0 ? [] : [window === 1 ? "1 waits for its window" : `${window} wait for their window`],
		...halted === 0 ? [] : [`${halted} halted`]
	];
}
function split(what) {
	const colon = what.indexOf(":");
	return colon === -1 ? {
		kind: what,
		rest: ""
	} : {
		kind: what.slice(0, colon),
		rest: what.slice(colon + 1)
	};
}

// src/model/fact/waits-of.ts
/** What a pair waits for, as a script reads it. */
function waitsOf(fact) {
	return {
		for: waitsFor(fact),
		until: fact.until
	};
}
/** The same of an outcome; undefined where the rollout does not keep it back. */
function waitingOf({ fact, waits }) {
	return fact?.kind === "rollout_waits" ? waitsOf(fact) : waits;
}
function waitsFor({ ring, by }) {
	switch (by.kind) {
		case "ring":
		case "soak": return `${by.kind}:${by.before}`;
		case "batch":
		case "place":
		case "share": return `${by.kind}:${ring}`;
		case "callee": return `story:${by.key}`;
		case "window": return `window:${by.window.text}`;
		case "failures": return `failures:${by.failedRing}`;
		case "approved_plan": return by.kind;
		default: return unreachable(by);
	}
}

export { opensWords as a, waitsForPhrase as c, haltingRing as i, waitsOf as n, waitCounts as o, awaitedRing as r, waitPhrase as s, waitingOf as t };