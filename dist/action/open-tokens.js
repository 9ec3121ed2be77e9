import { a as ok, i as fail } from "./loopback.js";
import { a as require_dist, r as mayBeKey } from "./key-name.js";

// src/keys/given-keys.ts
var import_dist = require_dist();
const NAME = /^[A-Z_][A-Z0-9_]*$/;
/** The one secret that the runner names in small letters. */
const TOKEN = "github_token";
/**
* Reads the input `api-keys`: a map in JSON or YAML whose values stay the text they are (`0123`, `1e9`, `yes`). An
* empty value is a secret that is not set, and counts as not given. No message shows a value, nor a name that may be one.
*/
function readApiKeys(text) {
	const lines = new import_dist.LineCounter();
	const document = (0, import_dist.parseDocument)(text, {
		schema: "failsafe",
		stringKeys: true,
		prettyErrors: false,
		uniqueKeys: false,
		lineCounter: lines
	});
	const lineOf = (offset) => `line ${lines.linePos(offset ?? 0).line}`;
	const [error] = document.errors;
	if (error !== void 0) return fail(refused(`${lineOf(error.pos[0])} ${MISTAKES[error.code] ?? "is not valid"}`));
	const { contents } = document;
	if (contents === null || (0, import_dist.isScalar)(contents) && contents.value === "") return ok({
		keys: /* @__PURE__ */ new Map(),
		all: /* @__PURE__ */ new Map()
	});
	if (!(0, import_dist.isMap)(contents)) return fail(refused("it is not a map"));
	const all = /* @__PURE__ */ new Map();
	const seen = /* @__PURE__ */ new Set();
	for (const pair of contents.items) {
		const read = readPair(pair);
		if (!read.ok) return fail(refused(`${lineOf(offsetOf(pair))} ${read.error}`));
		const [name, value] = read.value;
		if (seen.has(name)) return fail(refused(`${lineOf(offsetOf(pair))} repeats a name`));
		seen.add(name);
		if (value.trim() !== "") all.set(name, value);
	}
	return ok({
		keys: new Map([...all].filter(([name]) => mayBeKey(name))),
		all
	});
}
/** All texts to be masked in the log: a key, and each line of one that has several, with and without space around. */
function masksFor(keys) {
	const masks = [...keys.values()].flatMap((value) => [
		value,
		value.trim(),
		...linesOf(value)
	]);
	return [...new Set(masks)].filter((mask) => mask !== "");
}
/** A key's own value is masked however short it is; a line such as `}` would black out every log. */
const SHORTEST_LINE = 4;
function linesOf(value) {
	return value.split(/[\r\n]+/).flatMap((line) => [line, line.trim()]).filter((line) => line.trim().length >= SHORTEST_LINE);
}
function readPair({ key, value }) {
	const name = (0, import_dist.isScalar)(key) && typeof key.value === "string" ? key.value : "";
	if (name !== TOKEN && !NAME.test(name)) return fail("has a name that is not of the form A-Z, 0-9 and _");
	const text = textOf(value);
	if (text === void 0) return fail(`has a value for ${name} that is not a text (a leading !, & or * needs quotes)`);
	return ok([name, text]);
}
/** `!x`, `&x` and `*x` are YAML's own signs: a key that begins so would silently become another one. */
function textOf(value) {
	if (value === null) return "";
	if (!(0, import_dist.isScalar)(value) || value.tag !== void 0 || value.anchor !== void 0) return void 0;
	return typeof value.value === "string" ? value.value : void 0;
}
function offsetOf({ key }) {
	return (0, import_dist.isScalar)(key) ? key.range?.[0] ?? void 0 : void 0;
}
function refused(why) {
	return `api-keys: ${why}; expected a JSON or YAML map such as CONTOSO_TINES_API_KEY: "key"`;
}
/** The parser's own messages quote the text. */
const MISTAKES = {
	MULTIPLE_DOCS: "begins a second document",
	NON_STRING_KEY: "has a name that is not a text",
	BAD_SCALAR_START: "has a value that needs quotes"
};

// src/model/api-key.ts
/** An API key that nothing prints: it shows itself to whoever asks for it by name, which is the tenant client. */
var ApiKey = class ApiKey {
	#value;
	constructor(value) {
		this.#value = value;
	}
	/** Undefined for what no request can carry. A line break pasted along would make the HTTP library complain in its own words. */
	static from(text) {
		return /^[\x21-\x7e]+$/.test(text) ? new ApiKey(text) : void 0;
	}
	/** The key itself, for the header of a request and nothing else; test/architecture.test.ts holds the one place. */
	reveal() {
		return this.#value;
	}
	equals(other) {
		return this.#value === other.#value;
	}
	toString() {
		return MASKED;
	}
	toJSON() {
		return MASKED;
	}
	[Symbol.for("nodejs.util.inspect.custom")]() {
		return MASKED;
	}
};
const MASKED = "[API key]";

// src/keys/open-tokens.ts
/** A token of a vault that whoever runs us has logged in for. */
const VAULT_TOKEN = "STORYSYNC_VAULT_TOKEN";
/**
* The tokens of vaults that this process logged in for. However it ends, it ends them: a command by itself, and whoever
* hears of a signal for one that does not get there.
*/
var OpenTokens = class {
	#held = /* @__PURE__ */ new Set();
	#told;
	/** Told whether there is any, whenever that may have changed. */
	constructor(told = () => {}) {
		this.#told = told;
	}
	/** A token that somebody else logged in for is not ours to end. */
	add(address, session) {
		if (session.revoke === null) return;
		this.#held.add({
			address,
			session
		});
		this.#told(true);
	}
	/** Answers those that were not confirmed to be ended. Each is tried once. */
	async revokeAll() {
		const held = [...this.#held];
		this.#held.clear();
		const left = await Promise.all(held.map(async ({ address, session }) => {
			return (await session.revoke?.())?.ok === false ? [{
				address,
				lifetimeMs: session.lifetimeMs
			}] : [];
		}));
		this.#told(this.#held.size > 0);
		return left.flat();
	}
};

export { readApiKeys as a, masksFor as i, VAULT_TOKEN as n, ApiKey as r, OpenTokens as t };