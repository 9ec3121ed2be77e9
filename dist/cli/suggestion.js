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

export { guesser as n, nearest as r, didYouMean as t };