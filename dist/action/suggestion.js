import { n as isArray, r as isObject } from "./loopback.js";
import { createHash, hash } from "node:crypto";

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

export { canonicalJson as a, contentHashWithList as c, matcher as i, sha256 as l, guesser as n, compactJson as o, nearest as r, contentHash as s, didYouMean as t };