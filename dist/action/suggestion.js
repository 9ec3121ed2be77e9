import { n as isArray, o as unreachable, r as isObject } from "./loopback.js";
import { createHash, hash } from "node:crypto";

// src/diagnostics/system-code.ts
/** The system's short name for what went wrong, such as `ENOENT`. Its sentences name paths, and nothing to do. */
function systemCode(error) {
	return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}
const PERMISSION = ["permission denied", "let this user write there, or choose another place"];
/** What people meet, in words, and what they can do about it. */
const KNOWN = {
	ENOSPC: ["the disk is full", "free space on that disk, or choose another place, then run the command again"],
	EDQUOT: ["the disk quota is used up", "free space, or choose another place, then run the command again"],
	EROFS: ["the file system is read-only", "choose a place that may be written, or mount it writable"],
	EACCES: PERMISSION,
	EPERM: PERMISSION,
	ENOENT: ["there is no such folder", "create the folder, or choose one that exists"],
	ENOTDIR: ["a part of the path is a file", "choose a path whose folders exist"],
	EISDIR: ["it is a folder", "name a file"],
	ENAMETOOLONG: ["the name is too long", "choose a shorter name"],
	EMFILE: ["too many files are open", "raise the limit (ulimit -n), or lower --concurrency"]
};
/** `the disk is full (ENOSPC)`: the code stays, for whoever searches for it. */
function systemWords(code, otherwise = "the system refuses it") {
	return `${KNOWN[code]?.[0] ?? otherwise} (${code})`;
}
/** What the reader can do about it; what the caller says where nothing better is known. */
function systemHint(code, otherwise) {
	return KNOWN[code]?.[1] ?? otherwise;
}

// src/json/canonical.ts
/**
* JSON text that depends on the content alone: keys sorted by UTF-16 code unit, two spaces, LF, final newline.
* The order of arrays and the text of strings stay as they are; lone surrogates come out as `\ud800` escapes.
*/
function canonicalJson(value) {
	return `${isInOrder(value) ? JSON.stringify(value, null, 2) : pretty(value, "\n")}\n`;
}
/** `sha256:<hex>` of the text as UTF-8. */
function sha256(text) {
	return `sha256:${hash("sha256", text, "hex")}`;
}
/** Hash of the content: key order and layout of the file do not count. */
function contentHash(value) {
	return sha256(compactJson(value));
}
/** The same of an object with a list too long to be held as one text: `entries` stand under `key`, beside the other fields. */
function contentHashWithList(fields, key, entries) {
	const digest = createHash("sha256");
	let [start, comma] = ["{", ""];
	for (const name of [...Object.keys(fields), key].sort()) {
		digest.update(`${start}${JSON.stringify(name)}:`);
		start = ",";
		if (name !== key) digest.update(compactJson(fields[name] ?? null));
		else {
			digest.update("[");
			for (const entry of entries) {
				digest.update(`${comma}${compactJson(entry)}`);
				comma = ",";
			}
			digest.update("]");
		}
	}
	return `sha256:${digest.update("}").digest("hex")}`;
}
/** The canonical form on one line. Equal texts mean equal content. */
function compactJson(value) {
	return isInOrder(value) ? JSON.stringify(value) : compact(value);
}
/** Whether all keys stand as they are written out: what was read from a text of ours is, and is then written by the engine. */
function isInOrder(value) {
	if (typeof value !== "object" || value === null) return value !== void 0;
	if (isArray(value)) return value.every(isInOrder);
	let before = "";
	for (const key of Object.keys(value)) {
		if (key < before || !isInOrder(value[key])) return false;
		before = key;
	}
	return true;
}
function compact(value) {
	let text = "";
	if (isArray(value)) {
		for (const entry of value) text += `${text === "" ? "" : ","}${compact(entry)}`;
		return `[${text}]`;
	}
	if (!isObject(value)) return JSON.stringify(value);
	for (const key of Object.keys(value).sort()) text += `${text === "" ? "" : ","}${JSON.stringify(key)}:${compact(value[key] ?? null)}`;
	return `{${text}}`;
}
function pretty(value, newline) {
	const inner = `${newline}  `;
	if (isArray(value)) {
		if (value.length === 0) return "[]";
		return `[${inner}${value.map((entry) => pretty(entry, inner)).join(`,${inner}`)}${newline}]`;
	}
	if (!isObject(value)) return JSON.stringify(value);
	const lines = Object.keys(value).sort().map((key) => `${JSON.stringify(key)}: ${pretty(value[key] ?? null, inner)}`);
	return lines.length === 0 ? "{}" : `{${inner}${lines.join(`,${inner}`)}${newline}}`;
}

// src/model/matcher.ts
/** Whether a name is one of those given, or matches one of the globs; no pattern matches everything. */
function matcher(patterns) {
	if (patterns.length === 0) return () => true;
	const exact = new Set(patterns);
	const globs = patterns.filter((pattern) => pattern !== "").map(partsOf);
	const known = /* @__PURE__ */ new Map();
	return (name) => {
		const matches = known.get(name) ?? (exact.has(name) || globs.some((glob) => isMatch(glob, name)));
		known.set(name, matches);
		return matches;
	};
}
/** `\x`, `*`, `?`, `[a-z]`, `[!a-z]`, `{a,b}`, and what stands for itself. Groups hold no groups. */
const PART = /\\(?<escaped>.)|(?<any>\*+)|(?<one>\?)|\[(?<not>[!^]?)(?<class>[^[\]]+)\]|\{(?<group>[^{},]*(?:,[^{},]*)+)\}|./gsu;
function partsOf(glob) {
	return [...glob.matchAll(PART)].map(({ 0: text, groups = {} }) => {
		if (groups.any !== void 0) return "any";
		if (groups.one !== void 0) return () => true;
		if (groups.class !== void 0) return inClass(groups.class, groups.not !== "");
		if (groups.group !== void 0) return { oneOf: groups.group.split(",").map(partsOf) };
		return (char) => char === (groups.escaped ?? text);
	});
}
function inClass(members, not) {
	const ranges = [...members.matchAll(/(.)-(.)|(.)/gsu)].map(([, from, to, one = ""]) => [from ?? one, to ?? one]);
	return (char) => ranges.some(([from, to]) => from <= char && char <= to) !== not;
}
/**
* All ends that a glob can have, part by part: the work is the glob's length times the name's. An expression, which tries one
* end after another, would need that to the power of the stars.
*/
function isMatch(glob, name) {
	const chars = Array.from(name);
	return endsOf(glob, chars, [true, ...chars.map(() => false)]).at(-1) === true;
}
function endsOf(glob, chars, begun) {
	return glob.reduce((ends, part) => {
		if (part === "any") {
			const first = ends.indexOf(true);
			return ends.map((_, index) => first !== -1 && index >= first);
		}
		if (typeof part === "function") return [false, ...chars.map((char, index) => ends[index] === true && part(char))];
		const each = part.oneOf.map((inner) => endsOf(inner, chars, ends));
		return ends.map((_, index) => each.some((found) => found[index]));
	}, begun);
}

// src/action/decide/choose-command.ts
/** The command, or what `auto` means for this event. */
function chooseTask(asked, trigger) {
	const { command, selectors } = asked;
	if (trigger.event === "refused") return refused(untrusted(trigger.name));
	const byHand = givenByHand(asked);
	if (byHand !== void 0 && trigger.event !== "workflow_dispatch") return refused(askedBy(trigger, byHand));
	switch (command) {
		case "auto": return chooseByEvent(trigger, selectors.pending ?? false);
		case "validate": return { kind: "validate" };
		case "plan": return plan({});
		case "sync": return isFork(trigger) ? refused(FORK_SYNC) : { kind: "sync" };
		case "export": return chooseExport(trigger);
		case "status": return { kind: "status" };
		case "doctor": return isFork(trigger) ? refused(FORK_DOCTOR) : { kind: "doctor" };
		case "report": return trigger.event === "pull_request" ? refused(NOTHING_SYNCED) : { kind: "report" };
		default: return unreachable(command);
	}
}
function chooseByEvent(trigger, pending) {
	switch (trigger.event) {
		case "pull_request": return plan({});
		case "push": return mayBeDefault(trigger) ? { kind: "sync" } : otherPush(trigger);
		case "workflow_dispatch": return { kind: "sync" };
		case "schedule": return pending ? { kind: "sync" } : plan({
			refresh: true,
			reportOnly: true
		});
		case "merge_group": return { kind: "validate" };
		case "repository_dispatch": return chooseExport(trigger);
		case "other": return refused(`"command: auto" has no meaning for the event "${trigger.name}"; name the command, such as "command: plan"`);
		default: return unreachable(trigger);
	}
}
/** What a person says of one run, and no push or clock does. */
const BY_HAND = {
	"override-rollout": "a rollout is overridden",
	replace: "a sync destination of the vendor's is replaced",
	takeover: "a destination is taken over",
	prune: "what is left behind is deleted"
};
/** The first such input that was given. */
function givenByHand({ override, consent, prune }) {
	if (override !== void 0) return "override-rollout";
	if (consent?.replace.size) return "replace";
	if (consent?.takeover.size) return "takeover";
	return prune === void 0 ? void 0 : "prune";
}
function askedBy(trigger, input) {
	const event = trigger.event === "other" ? trigger.name : trigger.event;
	return `${input}: ${BY_HAND[input]} by hand, by "workflow_dispatch" on the default branch, and not by "${event}"; hand the input over under that event alone`;
}
function plan(how) {
	return {
		kind: "plan",
		refresh: false,
		reportOnly: false,
		...how
	};
}
function refused(message) {
	return {
		kind: "refused",
		message
	};
}
/** An export makes a proposal of its own; what is only proposed itself says where keys go, and is no ground for one. */
function chooseExport(trigger) {
	if (trigger.event !== "pull_request" && trigger.event !== "merge_group") return { kind: "export" };
	return refused(`nothing is exported ${trigger.event === "pull_request" ? "for a pull request" : "in a merge queue"}: an export opens a pull request of its own; use "schedule", "workflow_dispatch" or "repository_dispatch"`);
}
/** The event's word is enough to do nothing. To sync takes the word of the remote. */
function mayBeDefault({ ref, defaultBranch }) {
	return ref.startsWith("refs/heads/") && (defaultBranch === void 0 || ref === `refs/heads/${defaultBranch}`);
}
function otherPush({ ref, defaultBranch }) {
	return {
		kind: "nothing",
		notice: `Nothing to do for a push to ${ref}: only pushes to the default branch${defaultBranch === void 0 ? "" : ` "${defaultBranch}"`} are synced.`
	};
}
function isFork(trigger) {
	return trigger.event === "pull_request" && trigger.fork;
}
const FORK_SYNC = "the pull request comes from a fork, and nothing from a fork is ever pushed to a tenant; use \"command: plan\", and sync after the merge";
const NOTHING_SYNCED = "nothing is synced for a pull request, so there is nothing to report; give \"command: report\" to the job after the syncs";
const FORK_DOCTOR = "the pull request comes from a fork, which has no keys to ask a tenant with; run \"command: doctor\" on a branch of this repository";
function untrusted(event) {
	return `storysync does not run under the event "${event}": it hands the repository's secrets to a job that is often made to check out untrusted code. Use "pull_request" for plans (a fork gets an offline one) and "push" to the default branch for syncs`;
}

// node_modules/fastest-levenshtein/esm/mod.js
const peq = /* @__PURE__ */ new Uint32Array(65536);
const myers_32 = (a, b) => {
	const n = a.length;
	const m = b.length;
	const lst = 1 << n - 1;
	let pv = -1;
	let mv = 0;
	let sc = n;
	let i = n;
	while (i--) peq[a.charCodeAt(i)] |= 1 << i;
	for (i = 0; i < m; i++) {
		let eq = peq[b.charCodeAt(i)];
		const xv = eq | mv;
		eq |= (eq & pv) + pv ^ pv;
		mv |= ~(eq | pv);
		pv &= eq;
		if (mv & lst) sc++;
		if (pv & lst) sc--;
		mv = mv << 1 | 1;
		pv = pv << 1 | ~(xv | mv);
		mv &= xv;
	}
	i = n;
	while (i--) peq[a.charCodeAt(i)] = 0;
	return sc;
};
const myers_x = (b, a) => {
	const n = a.length;
	const m = b.length;
	const mhc = [];
	const phc = [];
	const hsize = Math.ceil(n / 32);
	const vsize = Math.ceil(m / 32);
	for (let i = 0; i < hsize; i++) {
		phc[i] = -1;
		mhc[i] = 0;
	}
	let j = 0;
	for (; j < vsize - 1; j++) {
		let mv = 0;
		let pv = -1;
		const start = j * 32;
		const vlen = Math.min(32, m) + start;
		for (let k = start; k < vlen; k++) peq[b.charCodeAt(k)] |= 1 << k;
		for (let i = 0; i < n; i++) {
			const eq = peq[a.charCodeAt(i)];
			const pb = phc[i / 32 | 0] >>> i & 1;
			const mb = mhc[i / 32 | 0] >>> i & 1;
			const xv = eq | mv;
			const xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
			let ph = mv | ~(xh | pv);
			let mh = pv & xh;
			if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
			if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
			ph = ph << 1 | pb;
			mh = mh << 1 | mb;
			pv = mh | ~(xv | ph);
			mv = ph & xv;
		}
		for (let k = start; k < vlen; k++) peq[b.charCodeAt(k)] = 0;
	}
	let mv = 0;
	let pv = -1;
	const start = j * 32;
	const vlen = Math.min(32, m - start) + start;
	for (let k = start; k < vlen; k++) peq[b.charCodeAt(k)] |= 1 << k;
	let score = m;
	for (let i = 0; i < n; i++) {
		const eq = peq[a.charCodeAt(i)];
		const pb = phc[i / 32 | 0] >>> i & 1;
		const mb = mhc[i / 32 | 0] >>> i & 1;
		const xv = eq | mv;
		const xh = ((eq | mb) & pv) + pv ^ pv | eq | mb;
		let ph = mv | ~(xh | pv);
		let mh = pv & xh;
		score += ph >>> m - 1 & 1;
		score -= mh >>> m - 1 & 1;
		if (ph >>> 31 ^ pb) phc[i / 32 | 0] ^= 1 << i;
		if (mh >>> 31 ^ mb) mhc[i / 32 | 0] ^= 1 << i;
		ph = ph << 1 | pb;
		mh = mh << 1 | mb;
		pv = mh | ~(xv | ph);
		mv = ph & xv;
	}
	for (let k = start; k < vlen; k++) peq[b.charCodeAt(k)] = 0;
	return score;
};
const distance = (a, b) => {
	if (a.length < b.length) {
		const tmp = b;
		b = a;
		a = tmp;
	}
	if (b.length === 0) return a.length;
	if (a.length <= 32) return myers_32(a, b);
	return myers_x(a, b);
};

// src/diagnostics/suggestion.ts
/**
* The known name that a misspelt one most likely means; undefined when nothing is near.
* Another spelling of the same letters comes first, then the first of equals.
*/
function nearest(found, known) {
	if (found.length > 100) return void 0;
	const candidates = [...known].filter((candidate) => candidate !== found);
	const sameLetters = candidates.find((candidate) => candidate.toLowerCase() === found.toLowerCase());
	if (sameLetters !== void 0) return sameLetters;
	const wanted = simplified(found);
	let best;
	let bestDistance = Number.POSITIVE_INFINITY;
	for (const candidate of candidates) {
		const limit = limitFor(Math.max(candidate.length, wanted.length));
		if (Math.abs(candidate.length - wanted.length) > limit) continue;
		const away = distance(wanted, simplified(candidate));
		if (away <= limit && away < bestDistance) [best, bestDistance] = [candidate, away];
	}
	return best;
}
/** A misspelt name in a file full of them is compared with all others only so often. */
const MAX_GUESSES = 200;
/** {@link nearest} for all that is wrong with one file. */
function guesser() {
	let left = MAX_GUESSES;
	return (found, known) => left-- > 0 ? nearest(found, known) : void 0;
}
/** The question to ask about a misspelt name; `show` writes the name as it is to be typed. */
function didYouMean(found, known, show = (name) => `"${name}"`, guess = nearest) {
	const meant = guess(found, known);
	return meant === void 0 ? void 0 : `did you mean ${show(meant)}?`;
}
/** Two swapped letters count two, also in a short word; a long one may differ in a few more. */
function limitFor(length) {
	return Math.min(Math.max(1, Math.floor(length / 2)), 2 + Math.floor(length / 6), length - 1);
}
/** `Phishing_Triage`, `phishing triage` and `phishing-triage` are the same word to a person. */
function simplified(name) {
	return name.toLowerCase().replace(/[ _-]+/g, "-");
}

export { givenByHand as a, compactJson as c, sha256 as d, systemCode as f, chooseTask as i, contentHash as l, systemWords as m, guesser as n, matcher as o, systemHint as p, nearest as r, canonicalJson as s, didYouMean as t, contentHashWithList as u };