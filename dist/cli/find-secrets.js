import { T as WordSearch, w as AddressFinder, x as neutralise } from "./stories-at.js";
import { n as textsOf, t as findLiterals } from "./find-literals.js";
import { Buffer } from "node:buffer";

// src/secret-scan/other-spellings.ts
/** More addresses than this no story has; beyond it they are looked for as they are written. */
const MOST = 200;
/** Looks for values in the spellings that hide them from a search: Base64, alone or inside a longer text, and percent signs. */
function otherSpellings(values) {
	const search = new WordSearch(values.slice(0, MOST).flatMap(spellingsOf));
	return { isIn: (text) => search.find(text).next().done === false };
}
function spellingsOf(value) {
	const bytes = Buffer.from(value);
	const encoded = [
		0,
		1,
		2
	].map((before) => {
		return Buffer.concat([Buffer.alloc(before), bytes]).toString("base64").slice(Math.ceil(before * 8 / 6), Math.floor((before + bytes.length) * 8 / 6));
	});
	const urls = encoded.map((text) => text.replaceAll("+", "-").replaceAll("/", "_"));
	const percent = [encodeURIComponent(value.toWellFormed()), JSON.stringify(value).slice(1, -1)];
	return [
		...encoded,
		...urls,
		...percent.filter((text) => text !== value)
	];
}

// src/secret-scan/find-quoted-addresses.ts
const KINDS = {
	path: "the path of one of its webhooks",
	secret: "the secret of one of its webhooks",
	url_identifier: "the address of one of its pages"
};
const REMEDY = "remove it there, or quote it unchanged after its URL: a sure match becomes a placeholder, and then the own value of each destination";
/**
* Where a story still quotes an address of its own once export has put placeholders into the texts: in a name, in another
* spelling, in a word too common to be replaced, or an address of an embedded sub-story. One finding for each place.
*/
function findQuotedAddresses(live) {
	const finder = new AddressFinder(live);
	if (finder.isEmpty) return [];
	const spelled = otherSpellings(finder.sureValues);
	const kindIn = (text) => {
		const option = finder.find(text)[0]?.owner.option;
		if (option !== void 0) return KINDS[option];
		return spelled.isIn(text) ? "an address of its own, encoded" : void 0;
	};
	const found = /* @__PURE__ */ new Map();
	if (!finder.isComplete) found.set("agents", "more addresses of unusual form than can be searched");
	for (const { text, name, path, parent } of textsOf(neutralise(live))) {
		const [inText, inName] = [kindIn(text), kindIn(name)];
		if (inText !== void 0 && !found.has(path)) found.set(path, inText);
		if (inName !== void 0 && !found.has(parent)) found.set(parent, inName);
	}
	return [...found].map(([path, kind]) => ({
		path: finder.hide(path),
		kind,
		remedy: REMEDY
	}));
}

// src/secret-scan/find-secrets.ts
/** Every secret that would go into git with a live story: literals, and addresses of its own that no placeholder stands for. */
async function findSecrets(live) {
	const literals = await findLiterals(neutralise(live));
	const told = new Set(literals.map(({ path }) => path));
	return [...literals, ...findQuotedAddresses(live).filter(({ path }) => !told.has(path))];
}

export { findSecrets as t };