import { r as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { C as ACCESS_PLACEHOLDER, S as isLoopback, b as isArray, c as optionsOf, d as actionLabels, h as labelsByGuid, i as allActions, l as placeKey, m as labelPointedAt, n as readStory, o as isTool, p as keyStep, r as parseJson, s as mapActions, v as systemClock, x as isObject, y as catalogue } from "./read.js";
import { i as unreachable, n as fail, r as ok, t as require_dist } from "./dist.js";
import { n as guesser, r as nearest, t as didYouMean } from "./suggestion.js";
import { i as whyNoKey, n as keyNamePattern, r as mayBeKey, t as KEY_SUFFIX } from "./key-name.js";
import { t as require_isomorphic_git } from "./isomorphic-git.js";
import { n as readRegularFile, r as textOfFile, t as MOST_FILE_BYTES } from "./regular-file.js";
import { r as systemWords } from "./system-code.js";
import { basename, dirname, isAbsolute, join, posix, relative, resolve, sep } from "node:path";
import fs, { promises } from "node:fs";
import { lstat, open, opendir, readFile, readdir, readlink, realpath, rm, stat, unlink } from "node:fs/promises";
import { Buffer } from "node:buffer";
import { constants as constants$2, inflateSync } from "node:zlib";
import { createHash, hash, randomBytes } from "node:crypto";
import { hostname } from "node:os";

// src/files/safe-file.ts
/** Reads a regular file of at most 50 MB whose real place is inside `root`. */
async function readFileSafely(root, path) {
	try {
		if (!isInside(resolve(root), resolve(root, path))) return fail({ kind: "outside" });
		const real = await realpath(resolve(root, path));
		if (!isInside(await realpath(root), real)) return fail({ kind: "outside" });
		return await readRegularFile(real, { followLinks: false });
	} catch (error) {
		return fail(refusalFor(error));
	}
}
/** Whether a path lies below a folder; both absolute. */
function isInside(root, path) {
	const way = relative(root, path);
	return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
function refusalFor(error) {
	const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : void 0;
	if (code === void 0) throw error;
	if (code === "ENOENT" || code === "ENOTDIR") return { kind: "missing" };
	return {
		kind: "unreadable",
		code
	};
}

// src/model/normal-form.ts
/** No writing puts more marks on one letter; Unicode's own limit for texts in a stream (UAX 15, stream-safe). */
const CROWDED = /([\p{M}\uff9e\uff9f]{30})[\p{M}\uff9e\uff9f]+/gu;
/**
* A text in a normal form of Unicode. Marks on one letter are sorted for that, which takes their number squared, so those that
* nobody can read are left out.
*/
function normalised(text, form) {
	return text.replace(CROWDED, "$1").normalize(form);
}

// src/manifest/finding.ts
/** Any user text inside a message: quoted and cut, so that a pasted page does not fill the screen. */
function quoted(text) {
	return `"${shortenedText(text)}"`;
}
function shortenedText(text) {
	return text.length > 80 ? `${text.slice(0, 79)}…` : text;
}
/** `"a", "b" or "c"`. */
function alternatives(words) {
	const all = words.map(quoted);
	return all.length < 2 ? all.join("") : `${all.slice(0, -1).join(", ")} or ${all.at(-1)}`;
}

// src/manifest/tree.ts
function childOf(cursor, key) {
	if (cursor.node.kind === "list") {
		const item = cursor.node.items[Number(key)];
		return item === void 0 ? void 0 : step(item, cursor.use, void 0);
	}
	if (cursor.node.kind === "scalar") return void 0;
	const entry = cursor.node.entries.get(key);
	return entry === void 0 ? void 0 : step(entry.value, cursor.use ?? entry.merged, entry.key);
}
function step(ref, before, key) {
	const use = before ?? ref.alias;
	return {
		node: ref.node,
		...key === void 0 ? {} : { key },
		...use === void 0 ? {} : { use }
	};
}
/** The same node, with uses counted from here: below a destination only its own aliases matter. */
function fromHere(cursor) {
	return {
		node: cursor.node,
		...cursor.key === void 0 ? {} : { key: cursor.key }
	};
}
/** All that belongs to a key besides itself: its value, and what is noted in between and behind. */
function valueBehind(key, { node, alias }) {
	const behind = {
		start: key.end,
		end: key.end
	};
	return {
		spans: alias === void 0 && node.span.end > key.end ? [{
			start: key.end,
			end: node.span.end
		}] : [
			behind,
			node.span,
			...alias === void 0 ? [] : [alias]
		],
		node
	};
}
function spotOf(cursor) {
	return withUse(cursor.node.span, cursor.use);
}
/** Where to point when something is wrong with a whole map: at its key. */
function keySpotOf(cursor) {
	return withUse(cursor.key ?? cursor.node.span, cursor.use);
}
function withUse(span, use) {
	return use === void 0 ? { span } : {
		span,
		use
	};
}

// src/manifest/read.ts
function textAt(cursor, key) {
	const value = valueAt(cursor, key);
	return typeof value?.value === "string" ? {
		value: value.value,
		at: value.at
	} : void 0;
}
function idAt(cursor, key) {
	const value = valueAt(cursor, key);
	if (typeof value?.value !== "number" || !Number.isSafeInteger(value.value) || value.value < 1) return void 0;
	return {
		value: value.value,
		at: value.at
	};
}
function flagAt(cursor, key) {
	const value = valueAt(cursor, key)?.value;
	return typeof value === "boolean" ? value : void 0;
}
/** One of a few words. */
function wordAt(cursor, key, words) {
	const value = valueAt(cursor, key)?.value;
	return words.find((word) => word === value);
}
/** The texts of a list; undefined when there is no list. */
function textsAt(cursor, key) {
	const list = cursor === void 0 ? void 0 : childOf(cursor, key);
	return list === void 0 ? void 0 : readTexts(list);
}
function readTexts(list) {
	if (list.node.kind !== "list") return void 0;
	const texts = [];
	for (const index of list.node.items.keys()) {
		const item = childOf(list, String(index));
		if (typeof item?.node.plain === "string") texts.push({
			value: item.node.plain,
			at: spotOf(item)
		});
	}
	return texts;
}
/** The entries of a list, whatever they are; undefined when there is no list. */
function itemsAt(cursor, key) {
	const list = cursor === void 0 ? void 0 : childOf(cursor, key);
	if (list?.node.kind !== "list") return void 0;
	return [...list.node.items.keys()].flatMap((index) => childOf(list, String(index)) ?? []);
}
/** The entries of a map; undefined when there is no map. */
function entriesAt(cursor, key) {
	const map = cursor === void 0 ? void 0 : childOf(cursor, key);
	if (map?.node.kind !== "map") return void 0;
	const entries = [];
	for (const name of map.node.entries.keys()) {
		const child = childOf(map, name);
		if (child !== void 0) entries.push({
			name,
			cursor: child,
			at: keySpotOf(child)
		});
	}
	return entries;
}
function valueAt(cursor, key) {
	const child = cursor === void 0 ? void 0 : childOf(cursor, key);
	return child === void 0 ? void 0 : {
		value: child.node.plain,
		at: spotOf(child)
	};
}

// src/manifest/story-path.ts
/** Checks the path of a story file and brings it into one form: relative to the manifest's folder, no dot segments. */
function parseStoryPath(text) {
	const wrong = (message, hint) => fail({
		message,
		hint
	});
	if (/\p{Cc}/u.test(text)) return wrong("holds a control character", "write a plain file name");
	if (text.includes("\\")) return wrong("holds a backslash", "write forward slashes, also on Windows");
	if (text.startsWith("/") || /^[A-Za-z]:/.test(text)) return wrong("is absolute", RELATIVE);
	const segments = [];
	for (const segment of text.split("/")) {
		if (segment === "" || segment === ".") continue;
		if (segment !== "..") segments.push(segment);
		else if (segments.pop() === void 0) return wrong("leaves the folder of the manifest", RELATIVE);
	}
	if (!text.endsWith(".json") || segments.at(-1) === ".json") return wrong("does not end in a file name with .json", "name the story file, such as stories/phishing-triage.json");
	return ok(segments.join("/"));
}
const RELATIVE = "write a path relative to the folder of the manifest, such as stories/phishing-triage.json";

// src/manifest/catalogue.ts
/** Reads `stories:`. An entry with a mistake is still known by its key, so that it is not called unknown elsewhere. */
function readCatalogue(root) {
	const stories = /* @__PURE__ */ new Map();
	const findings = [];
	const files = /* @__PURE__ */ new Map();
	const ids = /* @__PURE__ */ new Map();
	const hasOrigin = childOf(root, "origin") !== void 0;
	for (const { name: key, cursor, at } of entriesAt(root, "stories") ?? []) {
		const subject = `story ${quoted(key)}`;
		const id = idAt(cursor, "id");
		const written = textAt(cursor, "file");
		const path = parseStoryPath(written?.value ?? `stories/${key}.json`);
		const fileAt = written?.at ?? at;
		const allowed = allowancesIn(cursor);
		const file = path.ok ? path.value : "";
		stories.set(key, {
			key,
			file,
			allowed,
			at,
			...id === void 0 ? {} : { id: id.value }
		});
		if (!path.ok && written !== void 0) {
			const { message, hint } = path.error;
			findings.push({
				code: "MAN038",
				message: `"file" of ${subject} ${message}`,
				hint,
				at: fileAt
			});
		}
		const other = path.ok ? files.get(onAnyDisk(path.value)) : void 0;
		if (path.ok && other !== void 0) {
			const also = [{
				message: "the other one is here",
				at: other.at.span
			}];
			const same = path.value === other.path ? "" : `, as ${quoted(other.path)}: macOS and Windows take both for one`;
			const message = `${subject} uses the file ${quoted(path.value)}, which another story uses already${same}`;
			findings.push({
				code: "MAN039",
				message,
				hint: "give each story its own file",
				at: fileAt,
				also
			});
		} else if (path.ok) files.set(onAnyDisk(path.value), {
			path: path.value,
			at: fileAt
		});
		const twin = id === void 0 ? void 0 : ids.get(id.value);
		if (id !== void 0 && twin !== void 0) {
			const also = [{
				message: "the other one is here",
				at: twin.span
			}];
			const message = `${subject} has the id ${id.value}, which another story has already`;
			findings.push({
				code: "MAN040",
				message,
				hint: "look the id up on the origin tenant",
				at: id.at,
				also
			});
		} else if (id !== void 0) ids.set(id.value, id.at);
		if (hasOrigin && childOf(cursor, "id") === void 0 && isMapOrEmpty(cursor)) findings.push({
			code: "MAN041",
			message: `${subject} has no id, and the manifest has an origin`,
			hint: "add \"id:\" with the number of the story on the origin tenant",
			at
		});
	}
	return {
		stories,
		findings
	};
}
/** Two names that some file system takes for one would overwrite each other there. */
function onAnyDisk(path) {
	return normalised(path, "NFC").toLowerCase();
}
function allowancesIn(story) {
	return (entriesAt(story, "allow_literals") ?? []).flatMap(({ name, cursor, at }) => typeof cursor.node.plain === "string" ? [{
		path: name,
		reason: cursor.node.plain,
		at
	}] : []);
}
function isMapOrEmpty({ node }) {
	return node.kind === "map" || node.plain === null;
}

// src/manifest/engine.ts
/** What only a push can honour: the vendor takes a story as a whole, or not at all. */
const PUSH_ONLY = [
	"webhook_urls",
	"on_drift",
	"adopt",
	"folder_id",
	"prerequisites",
	"change_control",
	"pin",
	"detached"
];
const KEY_VERSION = "destination_tenant_api_key_version";
/** The engine of a destination; undefined where its own word for it is none. */
function engineOf(cursor, own, defaults) {
	const written = own.plain.engine;
	if (written === void 0 && childOf(cursor, "engine") !== void 0) return void 0;
	return written ?? defaults.plain.engine ?? "push";
}
/** Of the defaults what the engine can honour: they are for a fleet that may have both. */
function defaultsFor(engine, defaults) {
	const { keyVersion, ...plain } = defaults.plain;
	if (engine !== "native") return {
		...defaults,
		plain
	};
	const { manualSyncOnly } = plain;
	return {
		plain: {
			engine,
			...manualSyncOnly === void 0 ? {} : { manualSyncOnly },
			...keyVersion === void 0 ? {} : { keyVersion }
		},
		labels: defaults.labels,
		detached: /* @__PURE__ */ new Map(),
		...defaults.hold === void 0 ? {} : { hold: defaults.hold }
	};
}
/** Options that stand at the destination itself, and that its engine has no use for. */
function checkEngine({ name, at, cursor }, engine, { tenancy, origin }) {
	const subject = `destination ${quoted(name)}`;
	const refuse = (option, why, hint) => {
		const child = childOf(cursor, option);
		if (child === void 0) return [];
		return [{
			code: "MAN061",
			message: `${quoted(option)} of ${subject} ${why}`,
			hint,
			at: keySpotOf(child)
		}];
	};
	if (engine === "push") return refuse(KEY_VERSION, "has no use: a push hands its key to nobody", "remove it, or write engine: native");
	if (engine !== "native") return [];
	const findings = PUSH_ONLY.flatMap((option) => refuse(option, "can be honoured by a push alone", "remove it, or write engine: push"));
	if (origin === void 0) {
		const message = `${subject} is served by the vendor (engine: native), and there is no origin to sync from`;
		const hint = "add \"origin\" with the key of a tenant owner, or write engine: push";
		return [...findings, {
			code: "MAN062",
			message,
			hint,
			at
		}];
	}
	if (tenancy.url === void 0 || tenancy.url !== origin.url) return findings;
	return [...findings, ...refuse(KEY_VERSION, "has no use: the vendor needs no key for the origin's own tenant", "remove it")];
}
const MOST_NAMES$1 = 5;
/** A pin of the whole fleet, where the vendor serves a part of it. */
function checkFleetPin(defaults, destinations) {
	const pin = defaults && childOf(defaults, "pin");
	const native = destinations.filter(({ engine }) => engine === "native").map(({ name }) => quoted(name));
	if (pin === void 0 || native.length === 0) return [];
	const more = native.length > MOST_NAMES$1 ? ` and ${native.length - MOST_NAMES$1} more` : "";
	return [{
		code: "MAN063",
		severity: "warning",
		message: `the pin of "defaults" does not hold for ${native.slice(0, MOST_NAMES$1).join(", ")}${more}: engine: native carries what is live at the origin`,
		hint: "hold these destinations where they must stay too",
		at: keySpotOf(pin)
	}];
}

// src/manifest/vault/vault-reference.ts
const PLACEHOLDER = "\\{(?:destination|access|label\\.[A-Za-z0-9_.-]+)\\}";
/** A part of the path; a dot may not stand at either end, so that none is `.` or `..`. */
const SEGMENT = `(?!\\.)(?:[A-Za-z0-9_.-]|${PLACEHOLDER})+(?<!\\.)`;
const FIELD = "[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?";
/** As the schema of the manifest says it. */
const VAULT_REFERENCE = `\\$\\{vault:${SEGMENT}(?:/${SEGMENT})*#${FIELD}\\}`;
/** A default is written once and filled in for each destination. */
const MAX_REFERENCE = 300;
const MAX_FILLED = 100;
const FORM$2 = new RegExp(`^${VAULT_REFERENCE}$`);
const FIELD_FORM = new RegExp(`^${FIELD}$`);
const PLACEHOLDERS = new RegExp(PLACEHOLDER, "g");
const STARTS = "${vault:";
function isVaultReference(text) {
	return text.length <= 300 && FORM$2.test(text);
}
/** Undefined for what is none. What is wrong with one is said without repeating it: it may be a key all the same. */
function parseVaultReference(text) {
	if (!text.startsWith(STARTS)) return void 0;
	if (!isVaultReference(text)) return fail(faultOf(text));
	const [path = "", field = ""] = text.slice(8, -1).split("#");
	return ok({
		path,
		field
	});
}
function faultOf(text) {
	if (text.length > 300) return `has more than ${300} characters`;
	if (!text.endsWith("}")) return "does not end in \"}\"";
	const [path = "", field, more] = text.slice(8, -1).split("#");
	if (field === void 0 || field === "") return "names no field (\"#FIELD\")";
	if (more !== void 0 || !FIELD_FORM.test(field)) return "has a field that is not made of letters, digits, \"_\", \"-\" and dots inside";
	const literal = path.replaceAll(PLACEHOLDERS, "x");
	if (/[{}]/.test(literal)) return `has a placeholder that is not known, expected {destination}, {label.NAME} or ${ACCESS_PLACEHOLDER}`;
	if (/^\/|\/\/|\/$|^$/.test(literal)) return "has an empty part in its path";
	return /[^A-Za-z0-9_./-]/.test(literal) ? "has a path with other characters than letters, digits, \"_\", \"-\" and \"/\"" : "has a part of its path that begins or ends with a dot";
}
/** What may stand in a path: nothing that a server could read as more than one name. */
const FILLED = /^(?!\.)[A-Za-z0-9_.-]+(?<!\.)$/;
/** The path for one destination; `{access}` stays, for the run knows it. */
function fillPath({ path }, { subject, destination, labelAt }) {
	let wrong;
	const filled = path.replaceAll(/\{(destination|label\.([^{}]+))\}/g, (_, whole, label) => {
		const value = label === void 0 ? destination : labelAt(label);
		const what = label === void 0 ? "its name" : `its label ${quoted(label)}`;
		if (value === void 0) {
			wrong ??= {
				code: "MAN066",
				message: `${subject} has no label ${quoted(whole.slice(6))}, and its key is looked for by that`,
				hint: "give it the label, or a \"destination_tenant_api_key\" of its own",
				at: destination.at
			};
			return "";
		}
		if (FILLED.test(value.value) && value.value.length <= MAX_FILLED) return value.value;
		wrong ??= {
			code: "MAN067",
			message: `the key of ${subject} is looked for by ${what}, ${quoted(value.value)}, which cannot stand in a path`,
			hint: `write letters, digits, "_" and "-" there, dots only inside, at most ${MAX_FILLED}; or give the destination a "destination_tenant_api_key" of its own`,
			at: value.at
		};
		return "";
	});
	return wrong === void 0 ? ok(filled) : fail(wrong);
}
/** Whether each destination gets a key of its own by it. */
function isPerDestination({ path }) {
	return /\{(?:destination|label\.)/.test(path);
}

// src/manifest/shape/schema-parts.ts
/** Story, group and destination names become file names, selectors and check-run text. */
const NAME$1 = "^[a-z0-9][a-z0-9_.-]{0,62}$";
const STORY_ENTRY = "^@?[a-z0-9][a-z0-9_.-]{0,62}$";
const TENANT_URL = "^https?://[^\\s?#\\\\@/]+(?:/[^\\s?#\\\\]*)?$";
const KEY_REFERENCE = `^(?:\\$\\{${keyNamePattern("\\}$")}|${VAULT_REFERENCE}$)`;
/** A default is every destination's: none that names one variable. */
const DEFAULT_KEY_REFERENCE = `^${VAULT_REFERENCE}$`;
/** Enough digits of a commit's hash that few commits share them, or all of them (64 under SHA-256). */
const PIN_COMMIT = "^[0-9A-Fa-f]{7,64}$";
const DURATION = "^\\d{1,9}[smhd]$";
/** Of a number or a share, the share. */
const AMOUNT = "^\\d{1,3}%$";
const TIME_ZONE = "^[A-Za-z][A-Za-z0-9_+-]{0,31}(?:/[A-Za-z0-9_+-]{1,32}){0,2}$";
/** A list of texts of one form. */
function uniqueList(pattern, description) {
	return {
		type: "array",
		items: {
			type: "string",
			description,
			pattern
		}
	};
}

// src/manifest/story-lists.ts
function namesOf(stories, groups) {
	const guess = guesser();
	const names = {
		hasStory: (key) => stories.has(key),
		hasGroup: (name) => groups.has(name),
		unknownStory: ({ value, at }, subject) => {
			const near = guess(value, stories);
			let hint = near === void 0 ? "add it under \"stories:\" or correct the name" : `did you mean ${quoted(near)}?`;
			if (groups.has(value)) hint = `${quoted(value)} is a group: write ${quoted(`@${value}`)}`;
			if (near === void 0 && !isEntry(value)) return unlike$1(subject, "story", at);
			return {
				code: "MAN034",
				message: `${subject} names the unknown story ${quoted(value)}`,
				hint,
				at
			};
		},
		unknownGroup: ({ value, at }, subject) => {
			const name = value.slice(1);
			const near = guess(name, groups);
			let hint = near === void 0 ? "add it under \"groups:\" or correct the name" : `did you mean ${quoted(`@${near}`)}?`;
			if (stories.has(name)) hint = `${quoted(name)} is a story: write it without "@"`;
			if (near === void 0 && !isEntry(value)) return unlike$1(subject, "group", at);
			return {
				code: "MAN035",
				message: `${subject} names the unknown group ${quoted(value)}`,
				hint,
				at
			};
		}
	};
	const findUnknown = (entry, subject) => {
		if (entry.value.startsWith("@")) return names.hasGroup(entry.value.slice(1)) ? void 0 : names.unknownGroup(entry, subject);
		return names.hasStory(entry.value) ? void 0 : names.unknownStory(entry, subject);
	};
	return {
		...names,
		findUnknown
	};
}
const ENTRY$1 = new RegExp(STORY_ENTRY);
function isEntry(value) {
	return ENTRY$1.test(value);
}
/** Neither a name nor near one: it may be a key that was pasted into the list. */
function unlike$1(subject, kind, at) {
	return {
		code: kind === "story" ? "MAN034" : "MAN035",
		message: `${subject} names an unknown ${kind}, which is not shown because it may be a value`,
		hint: kind === "story" ? "write the key of a story of the catalogue" : "write \"@\" and the name of a group",
		at,
		hide: true
	};
}
/** Entries that stand twice in one list: harmless, but somebody meant something else. */
function findRepeated(entries, subject) {
	const first = /* @__PURE__ */ new Map();
	const findings = [];
	for (const entry of entries) {
		if (!isEntry(entry.value)) continue;
		const earlier = first.get(entry.value);
		if (earlier === void 0) {
			first.set(entry.value, entry);
			continue;
		}
		findings.push({
			code: "MAN037",
			severity: "warning",
			message: `${subject} names ${quoted(entry.value)} twice; it counts once`,
			hint: "remove one of the two",
			at: entry.at,
			also: [{
				message: "the first one is here",
				at: earlier.at.span
			}]
		});
	}
	return findings;
}

// src/manifest/groups.ts
const MAX_DEPTH$2 = 200;
const MAX_ENTRIES = 2e6;
function resolveGroups(written, names) {
	const lists = /* @__PURE__ */ new Map();
	for (const { name, cursor } of written) lists.set(name, readTexts(cursor) ?? []);
	const findings = [];
	const groups = /* @__PURE__ */ new Map();
	/** Groups whose members are being collected right now, outermost first. */
	const open = [];
	let made = 0;
	let tooLarge = false;
	const refuseSize = (entry) => {
		if (!tooLarge) findings.push({
			code: "MAN011",
			message: "groups of groups expand to too much",
			at: entry.at
		});
		tooLarge = true;
	};
	const membersOf = (name) => {
		const known = groups.get(name);
		if (known !== void 0) return known;
		const members = /* @__PURE__ */ new Set();
		const subject = `group ${quoted(name)}`;
		const entries = lists.get(name) ?? [];
		findings.push(...findRepeated(entries, subject));
		open.push(name);
		for (const entry of entries) {
			const inner = entry.value.slice(1);
			if (!entry.value.startsWith("@")) {
				made++;
				if (names.hasStory(entry.value)) members.add(entry.value);
				else findings.push(names.unknownStory(entry, subject));
			} else if (!names.hasGroup(inner)) findings.push(names.unknownGroup(entry, subject));
			else if (open.includes(inner)) findings.push(cycle(entry, [...open.slice(open.indexOf(inner)), inner]));
			else if (open.length >= MAX_DEPTH$2 || made > MAX_ENTRIES) refuseSize(entry);
			else {
				const found = membersOf(inner);
				made += found.size;
				for (const story of found) members.add(story);
			}
		}
		open.pop();
		groups.set(name, members);
		return members;
	};
	for (const { name } of written) membersOf(name);
	return {
		groups,
		findings
	};
}
function cycle(entry, path) {
	const shown = path.length > 8 ? [
		...path.slice(0, 7),
		"…",
		path.at(-1) ?? ""
	] : path;
	return {
		code: "MAN036",
		message: `group ${quoted(path[0] ?? "")} contains itself: ${shown.map((name) => name === "…" ? name : `@${name}`).join(" > ")}`,
		hint: "take one of these entries out",
		at: entry.at
	};
}

// src/manifest/note.ts
function readNote(cursor) {
	const reason = textAt(cursor, "reason")?.value ?? "";
	const owner = textAt(cursor, "owner")?.value;
	const until = textAt(cursor, "until");
	return {
		note: {
			reason,
			...owner === void 0 ? {} : { owner },
			...until === void 0 ? {} : { until: until.value }
		},
		...until === void 0 ? {} : { until }
	};
}
/** A day that is none, or that has passed: what the note says stays in force all the same. */
function checkUntil(until, where, today, { stays, hint }) {
	if (until === void 0) return [];
	if (!isDay(until.value)) return [{
		code: "MAN043",
		message: `${where} is not a date, expected YYYY-MM-DD`,
		hint: "write for example 2027-01-31",
		at: until.at
	}];
	if (until.value >= today) return [];
	return [{
		code: "MAN044",
		severity: "warning",
		message: `${where} is in the past (${until.value}); ${stays}`,
		hint,
		at: until.at
	}];
}
/** A day that the calendar has: 2027-02-30 does not come back as it went in. */
function isDay(text) {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
	const time = Date.parse(`${text}T00:00:00Z`);
	return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

// src/manifest/pin.ts
const PINNED = {
	stays: "the pin stays",
	hint: "unpin the destination, or set a later date"
};
const COMMIT = new RegExp(PIN_COMMIT);
function readPin(options, subject, today) {
	const cursor = options && childOf(options, "pin");
	if (cursor?.node.kind !== "map") return { findings: [] };
	const { note, until } = readNote(cursor);
	const commit = textAt(cursor, "commit");
	const stories = textsAt(cursor, "stories");
	const pin = {
		commit: commit?.value.toLowerCase() ?? "",
		...note,
		...stories === void 0 ? {} : { stories: [...new Set(stories.map(({ value }) => value))] }
	};
	const findings = [...checkUntil(until, `"until" in "pin" of ${subject}`, today, PINNED)];
	if (commit !== void 0 && !COMMIT.test(commit.value)) {
		const message = `"commit" in "pin" of ${subject} is not the hash of a commit, expected 7 to 64 of its digits (0-9, a-f)`;
		findings.push({
			code: "MAN049",
			message,
			hint: "a branch or a tag may move: write what \"git rev-parse NAME\" prints",
			at: commit.at
		});
	}
	findings.push(...findRepeated(stories ?? [], `"pin" of ${subject}`));
	return {
		pin: {
			pin,
			stories: stories ?? []
		},
		findings
	};
}
/** Entries of a pin's list that the catalogue does not have, or that name more than one story. */
function checkPinned({ value, at }, subject, names) {
	const where = `"pin" of ${subject}`;
	if (value.startsWith("@") && names.hasGroup(value.slice(1))) return [{
		code: "MAN034",
		message: `${where} names the group ${quoted(value)}, expected stories`,
		hint: "write the keys of its stories one by one",
		at
	}];
	return [names.findUnknown({
		value,
		at
	}, where) ?? []].flat();
}

// src/manifest/shape/schema-destination.ts
const detachment = {
	description: "Why this story is left alone at the destination, by whom, and until when.",
	type: "object",
	additionalProperties: false,
	required: ["reason"],
	properties: {
		reason: {
			description: "Why the story is detached. Shown in every plan and report.",
			type: "string",
			pattern: "\\S",
			examples: ["customer tunes thresholds"]
		},
		owner: {
			description: "Who to ask about it.",
			type: "string",
			minLength: 1,
			examples: ["@acme/soc"]
		},
		until: {
			description: "Last day of the detachment, YYYY-MM-DD. When it has passed, validate warns; the story stays detached.",
			type: "string",
			pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$",
			examples: ["2027-01-31"]
		}
	},
	examples: [{
		reason: "customer tunes thresholds",
		owner: "@acme/soc",
		until: "2027-01-31"
	}]
};
const hold = {
	description: "Nothing is pushed to the destination and nothing deleted there, whatever a sync is asked for; its stories are still compared and reported. In \"defaults\" it stops the whole fleet.",
	type: "object",
	additionalProperties: false,
	required: ["reason"],
	properties: {
		reason: {
			description: "Why nothing is pushed. Shown in every plan and report.",
			type: "string",
			pattern: "\\S",
			examples: ["audit"]
		},
		owner: detachment.properties.owner,
		until: {
			...detachment.properties.until,
			description: "Last day of the hold, YYYY-MM-DD. When it has passed, validate warns; the destination stays held."
		}
	},
	examples: [{
		reason: "audit",
		owner: "@acme/soc",
		until: "2027-01-31"
	}]
};
const pin = {
	description: "The destination keeps the stories of one commit, whatever is merged since, until somebody takes the pin out. In \"defaults\" it pins the whole fleet.",
	type: "object",
	additionalProperties: false,
	required: ["commit", "reason"],
	properties: {
		commit: {
			description: "At least 7 digits of the hash of a commit that the default branch holds. In quotes: YAML reads digits alone, or digits with one \"e\", as a number.",
			type: "string",
			pattern: PIN_COMMIT,
			examples: ["4f2e91c", "4f2e91c0d6b1a7e35c88a1f0f4d1c2b3a4958677"]
		},
		reason: {
			description: "Why the destination stays there. Shown in every plan and report.",
			type: "string",
			pattern: "\\S",
			examples: ["incident 4711"]
		},
		owner: detachment.properties.owner,
		until: {
			...detachment.properties.until,
			description: "Last day of the pin, YYYY-MM-DD. When it has passed, validate warns; the pin stays."
		},
		stories: {
			description: "Keys of the stories that it is about. Default: all that the destination takes.",
			minItems: 1,
			...uniqueList(NAME$1, "A story key of the catalogue."),
			examples: [["phishing-triage"]]
		}
	},
	examples: [{
		commit: "4f2e91c",
		reason: "incident 4711",
		owner: "@acme/soc",
		until: "2027-01-15"
	}]
};
/** What both a destination and `defaults` may hold. */
const optionSchemas = {
	engine: {
		description: "push: storysync imports the stories itself. native: the vendor's own Story syncing carries what is live at the origin, and the manifest decides what it is told; needs the key of a tenant owner at the origin.",
		type: "string",
		enum: ["push", "native"],
		default: "push",
		examples: ["native"]
	},
	destination_tenant_api_key_version: {
		description: "For engine: native. The vendor keeps the key and never shows it: raise this number to hand over a new one.",
		type: "integer",
		minimum: 1,
		maximum: Number.MAX_SAFE_INTEGER,
		examples: [2]
	},
	manual_sync_only: {
		description: "Push to this destination only when asked by name or with --manual. It is still planned and reported.",
		type: "boolean",
		default: false,
		examples: [true]
	},
	labels: {
		description: "Free names and values to select destinations by (--label ring=canary). Merged over default labels.",
		type: "object",
		additionalProperties: {
			description: "Value of the label, always text.",
			type: "string",
			examples: ["eu", "canary"]
		},
		examples: [{
			region: "eu",
			ring: "canary"
		}]
	},
	detached: {
		description: "Stories that are not pushed here for now. They are still compared and reported.",
		type: "object",
		propertyNames: { pattern: NAME$1 },
		additionalProperties: detachment,
		examples: [{ "ioc-enrichment": {
			reason: "customer tunes thresholds",
			owner: "@acme/soc",
			until: "2027-01-31"
		} }]
	},
	hold,
	pin,
	folder_id: {
		description: "Folder of the destination team that new stories are created in. Existing stories stay where they are.",
		type: "integer",
		minimum: 1,
		maximum: Number.MAX_SAFE_INTEGER,
		examples: [12]
	},
	webhook_urls: {
		description: "keep: the destination's own webhook and page addresses never change. export: the values in the story file are sent.",
		type: "string",
		enum: ["keep", "export"],
		default: "keep",
		examples: ["keep"]
	},
	change_control: {
		description: "What to do with a story that is under change control at the destination. fail: report it, write nothing.",
		type: "string",
		enum: ["fail"],
		default: "fail",
		examples: ["fail"]
	},
	on_drift: {
		description: "What to do with a story that was edited at the destination. overwrite: push, after saving the live content as a version; keep: leave it; fail: report it as failed.",
		type: "string",
		enum: [
			"overwrite",
			"keep",
			"fail"
		],
		default: "overwrite",
		examples: ["keep"]
	},
	prerequisites: {
		description: "What to do when a credential, resource or sub-story that a story names is missing. fail: block the story; warn: push it anyway.",
		type: "string",
		enum: ["fail", "warn"],
		default: "fail",
		examples: ["warn"]
	},
	adopt: {
		description: "Stories that may take over a story of the same name that storysync did not create. The first sync writes our stamp; then the entry may be taken out.",
		...uniqueList(STORY_ENTRY, "A story key of the catalogue, or \"@group\"."),
		examples: [["phishing-triage"], ["@baseline"]]
	}
};
const destinationSchema = {
	description: "A tenant and team that receives stories.",
	type: "object",
	additionalProperties: false,
	required: [
		"destination_tenant_url",
		"destination_team_id",
		"stories"
	],
	properties: {
		destination_tenant_url: {
			description: "Address of the tenant. https, except for loopback hosts; a path prefix is allowed.",
			type: "string",
			pattern: TENANT_URL,
			examples: ["https://contoso.tines.com"]
		},
		destination_tenant_api_key: {
			description: "Reference to the API key of the tenant, `${NAME}` or `${vault:PATH#FIELD}`. Never the key itself. A destination in the origin's own tenant may leave it out, and so may every one where `defaults` has a reference.",
			type: "string",
			pattern: KEY_REFERENCE,
			examples: ["${CONTOSO_TINES_API_KEY}", "${vault:tines/{destination}#api_key}"]
		},
		destination_team_id: {
			description: "Number of the team that receives the stories.",
			type: "integer",
			minimum: 1,
			maximum: Number.MAX_SAFE_INTEGER,
			examples: [42]
		},
		stories: {
			description: "What the destination subscribes to: story keys and \"@group\". [] means nothing.",
			...uniqueList(STORY_ENTRY, "A story key of the catalogue, or \"@group\"."),
			examples: [["@baseline", "incident-response"], []]
		},
		...optionSchemas
	},
	examples: [{
		destination_tenant_url: "https://contoso.tines.com",
		destination_tenant_api_key: "${CONTOSO_TINES_API_KEY}",
		destination_team_id: 42,
		stories: ["@baseline"]
	}]
};

// src/manifest/options.ts
function readOptions(cursor, subject, today) {
	const findings = [];
	const engine = wordAt(cursor, "engine", optionSchemas.engine.enum);
	const keyVersion = idAt(cursor, "destination_tenant_api_key_version")?.value;
	const manualSyncOnly = flagAt(cursor, "manual_sync_only");
	const folderId = idAt(cursor, "folder_id")?.value;
	const webhookUrls = wordAt(cursor, "webhook_urls", optionSchemas.webhook_urls.enum);
	const changeControl = wordAt(cursor, "change_control", optionSchemas.change_control.enum);
	const onDrift = wordAt(cursor, "on_drift", optionSchemas.on_drift.enum);
	const prerequisites = wordAt(cursor, "prerequisites", optionSchemas.prerequisites.enum);
	const plain = {
		...engine === void 0 ? {} : { engine },
		...keyVersion === void 0 ? {} : { keyVersion },
		...manualSyncOnly === void 0 ? {} : { manualSyncOnly },
		...folderId === void 0 ? {} : { folderId },
		...webhookUrls === void 0 ? {} : { webhookUrls },
		...changeControl === void 0 ? {} : { changeControl },
		...onDrift === void 0 ? {} : { onDrift },
		...prerequisites === void 0 ? {} : { prerequisites }
	};
	const labels = /* @__PURE__ */ new Map();
	for (const { name, cursor: value } of entriesAt(cursor, "labels") ?? []) if (typeof value.node.plain === "string") labels.set(name, value.node.plain);
	const detached = /* @__PURE__ */ new Map();
	for (const { name, cursor: value, at } of entriesAt(cursor, "detached") ?? []) {
		const where = `"until" of ${quoted(name)} in "detached" of ${subject}`;
		const { note, until } = readNote(value);
		findings.push(...checkUntil(until, where, today, DETACHED));
		detached.set(name, {
			detachment: note,
			at
		});
	}
	const held = cursor && childOf(cursor, "hold");
	const hold = held?.node.kind === "map" ? readNote(held) : void 0;
	findings.push(...checkUntil(hold?.until, `"until" in "hold" of ${subject}`, today, HELD));
	const { pin, findings: pinFindings } = readPin(cursor, subject, today);
	findings.push(...pinFindings);
	const adopt = textsAt(cursor, "adopt");
	return {
		options: {
			plain,
			labels,
			detached,
			...hold === void 0 ? {} : { hold: hold.note },
			...pin === void 0 ? {} : { pin },
			...adopt === void 0 ? {} : { adopt }
		},
		findings
	};
}
/** The destination's own value wins. Maps are merged key by key, lists and single values replaced. */
function mergeOptions(defaults, own) {
	const adopt = own.adopt ?? defaults.adopt;
	const hold = own.hold ?? defaults.hold;
	const pin = own.pin ?? defaults.pin;
	return {
		plain: {
			...defaults.plain,
			...own.plain
		},
		labels: new Map([...defaults.labels, ...own.labels]),
		detached: new Map([...defaults.detached, ...own.detached]),
		...hold === void 0 ? {} : { hold },
		...pin === void 0 ? {} : { pin },
		...adopt === void 0 ? {} : { adopt }
	};
}
const DETACHED = {
	stays: "the story stays detached",
	hint: "reattach the story, or set a later date"
};
const HELD = {
	stays: "nothing is pushed there still",
	hint: "release the destination, or set a later date"
};

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

// src/model/ring-of.ts
/**
* The ring that a destination is in. One that matches none is in the last: the manifest at hand says so as an error, but the
* rollout in force may be that of another branch, which does not know the destination yet.
*/
function ringOf(rollout, destination) {
	const last = rollout.rings.at(-1);
	if (last === void 0) throw new Error("a rollout has a ring");
	return matchingRing(rollout.rings, destination) ?? last;
}
/** The first ring whose labels the destination all has. */
function matchingRing(rings, destination) {
	return rings.find((ring) => membership(ring)(destination));
}
/** A glob takes its length times that of the label, and no word that tells destinations apart is longer. */
const LONGEST_LABEL = 200;
/** A fleet asks the same few rings a thousand times. */
const known = /* @__PURE__ */ new WeakMap();
function membership(ring) {
	const made = known.get(ring) ?? labelsOf(ring.match ?? {});
	known.set(ring, made);
	return made;
}
function labelsOf(match) {
	const wanted = Object.entries(match).map(([label, glob]) => [label, matcher([glob])]);
	return ({ labels }) => wanted.every(([label, matches]) => {
		const value = Object.hasOwn(labels, label) ? labels[label] : void 0;
		return value !== void 0 && value.length <= LONGEST_LABEL && matches(value);
	});
}

// src/manifest/shape/schema-rollout.ts
/** More are no rollout that anybody could follow, and each destination is compared with each ring. */
const MAX_RINGS = 50;
const MAX_WINDOWS = 200;
/** A glob takes its length times that of each label. */
const MAX_GLOB = 100;
const ringSchema = {
	description: "One step of the way: a share of the destinations that goes together.",
	type: "object",
	additionalProperties: false,
	required: ["name"],
	properties: {
		name: {
			description: "Name of the ring, in reports and for --ring.",
			type: "string",
			pattern: NAME$1,
			examples: ["canary"]
		},
		match: {
			description: "Labels that a destination of this ring has, all of them; globs are allowed in the values. Without it the ring takes everybody else, and must be the last.",
			type: "object",
			minProperties: 1,
			maxProperties: 10,
			additionalProperties: {
				description: "Value of the label, or a glob.",
				type: "string",
				maxLength: 100,
				examples: ["canary", "eu-*"]
			},
			examples: [{ ring: "canary" }]
		},
		soak: {
			description: "How long the ring before must have stood without more failures than it may have: a whole number with s, m, h or d, at most 365d.",
			type: "string",
			pattern: DURATION,
			default: "0s",
			examples: ["4h", "1d"]
		},
		batch: {
			description: "How many destinations one run may begin: a number, or a share of the ring, rounded up. Default: all of them.",
			type: ["integer", "string"],
			minimum: 1,
			maximum: Number.MAX_SAFE_INTEGER,
			pattern: AMOUNT,
			examples: [10, "10%"]
		}
	},
	examples: [{
		name: "canary",
		match: { ring: "canary" }
	}]
};
const windowSchema = {
	description: "Hours or days at which something may be pushed, or may not. Where both apply, deny wins.",
	type: "object",
	additionalProperties: false,
	oneOf: [{ required: ["allow"] }, { required: ["deny"] }],
	properties: {
		allow: {
			description: "Pushes are made at these times only: days, hours or both (\"Mon-Thu 07:00-16:00\", \"Fri\", \"Sat,Sun\", \"07:00-16:00\"), a date or a span of dates, inclusive (\"2026-12-18/2027-01-04\").",
			type: "string",
			examples: ["Mon-Thu 07:00-16:00", "Sat,Sun"]
		},
		deny: {
			description: "Nothing is pushed at these times. Written like allow.",
			type: "string",
			examples: ["2026-12-18/2027-01-04", "Fri 12:00-24:00"]
		},
		tz: {
			description: "IANA name of the time zone that days and hours are of.",
			type: "string",
			pattern: TIME_ZONE,
			default: "UTC",
			examples: ["Europe/Dublin"]
		},
		rings: {
			description: "The rings that it is for. Default: all of them.",
			minItems: 1,
			...uniqueList(NAME$1, "The name of a ring."),
			examples: [["broad"]]
		},
		reason: {
			description: "Why. Shown with everything that waits for it.",
			type: "string",
			pattern: "\\S",
			examples: ["year end"]
		}
	},
	examples: [{
		allow: "Mon-Thu 07:00-16:00",
		tz: "Europe/Dublin",
		rings: ["broad"]
	}]
};
const manifestRolloutSchema = {
	description: "How a change travels over the fleet: ring by ring, after a while, in batches, at certain hours. Without it every change goes everywhere at once.",
	type: "object",
	additionalProperties: false,
	required: ["rings"],
	properties: {
		rings: {
			description: "The rings, in this order. A destination is in the first one that it matches.",
			type: "array",
			minItems: 1,
			maxItems: 50,
			items: ringSchema,
			examples: [[{
				name: "canary",
				match: { ring: "canary" }
			}, {
				name: "broad",
				soak: "24h",
				batch: "10%"
			}]]
		},
		max_failed: {
			description: "How many pairs of one story may have failed in a ring before its rollout stops: a number, or a share of the ring, rounded down. Default: 0.",
			type: "object",
			additionalProperties: {
				description: "A number, or a share of the ring.",
				type: ["integer", "string"],
				minimum: 0,
				maximum: Number.MAX_SAFE_INTEGER,
				pattern: AMOUNT,
				examples: [1, "2%"]
			},
			examples: [{ broad: "2%" }]
		},
		windows: {
			description: "When something may be pushed. Without one, always.",
			type: "array",
			maxItems: 200,
			items: windowSchema,
			examples: [[{
				allow: "Mon-Thu 07:00-16:00",
				tz: "Europe/Dublin",
				rings: ["broad"]
			}]]
		}
	},
	examples: [{
		rings: [{
			name: "canary",
			match: { ring: "canary" }
		}, {
			name: "broad",
			soak: "24h",
			batch: "10%"
		}],
		max_failed: { broad: "2%" }
	}]
};

// src/manifest/shape/wanted.ts
const DURATION_WANTED = {
	wanted: "a duration of at most 365d",
	hint: "write a whole number with its unit: 90s, 30m, 4h or 1d"
};
const BATCH_WANTED = {
	wanted: "a number from 1, or 1% to 100%",
	hint: "write a number of destinations, such as 10, or a share of the ring, such as 10%"
};
const MAX_FAILED_WANTED = {
	wanted: "a number, or 0% to 100%",
	hint: "write a number of failed pairs, such as 1, or a share of the ring, such as 2%"
};
const WINDOW_WANTED = {
	wanted: "days, hours or dates",
	hint: "write for example \"Mon-Thu 07:00-16:00\", \"Sat,Sun\", \"07:00-16:00\" or 2026-12-18/2027-01-04"
};
/** What YAML made of it (120, or infinity) is nothing that stands there. */
const COMMIT_WANTED = {
	wanted: "text",
	hint: "put it in quotes: digits alone, or digits with one \"e\" among them, are a number in YAML"
};
/** By path: texts that look like numbers, and numbers that may be texts. */
function wantedAt(path) {
	const key = path.at(-1);
	if (key === "commit" && path.at(-2) === "pin") return COMMIT_WANTED;
	if (path[0] !== "rollout") return void 0;
	if (path[1] === "max_failed" && path.length === 3) return MAX_FAILED_WANTED;
	if (path.length !== 4) return void 0;
	if (path[1] === "windows") return key === "allow" || key === "deny" ? WINDOW_WANTED : void 0;
	if (key === "soak") return DURATION_WANTED;
	return key === "batch" ? BATCH_WANTED : void 0;
}

// src/manifest/subject.ts
/** What a place in the manifest is, in words: `"until" of "ioc" in "detached" of destination "contoso"`. */
function subjectOf(path) {
	const [section, name] = path;
	if (section === void 0) return "the manifest";
	const kind = KINDS$2.get(section);
	const item = section === "rollout" ? ITEMS.get(name ?? "") : void 0;
	if (item !== void 0 && path.length > 2) return within(path.slice(3), `${item} ${Number(path[2]) + 1}`);
	if (kind !== void 0 && name !== void 0) return within(path.slice(2), `${kind} ${quoted(name)}`);
	return within(path.slice(1), section === "origin" ? "the origin" : quoted(section));
}
const KINDS$2 = /* @__PURE__ */ new Map([
	["destinations", "destination"],
	["stories", "story"],
	["groups", "group"]
]);
const ITEMS = /* @__PURE__ */ new Map([["rings", "ring"], ["windows", "window"]]);
function within(path, owner) {
	return path.reduce((text, part, depth) => `${quoted(part)} ${depth % 2 === 0 ? "of" : "in"} ${text}`, owner);
}
/** The subject of a value: an entry of a list is named by its list. */
function valueSubjectOf(path) {
	const last = path.at(-1);
	if (last !== void 0 && /^\d+$/.test(last) && isListPath(path)) return `an entry of ${subjectOf(path.slice(0, -1))}`;
	return subjectOf(path);
}
function isListPath(path) {
	const list = path.at(-2);
	if (path[0] === "rollout") return list === "rings" && path.length > 3;
	return path[0] === "groups" && path.length === 3 || (list === "stories" || list === "adopt") && path.length > 2;
}

// src/manifest/rollout/amounts.ts
const UNITS = /* @__PURE__ */ new Map([
	["s", 1e3],
	["m", 6e4],
	["h", 36e5],
	["d", 864e5]
]);
const LONGEST$2 = 31536e6;
/** `4h` in milliseconds. */
function readDuration(text) {
	const length = lengthOf(text);
	return length === void 0 ? fail(meantDuration(text)) : ok(length);
}
function lengthOf(text) {
	const [, digits = "", unit = ""] = /^(\d{1,9})([smhd])$/.exec(text) ?? [];
	const length = Number(digits) * (UNITS.get(unit) ?? NaN);
	return length <= LONGEST$2 ? length : void 0;
}
function meantDuration(text) {
	const [, digits = "", word = ""] = /^(\d{1,6}) ?([A-Za-z]{1,7})$/.exec(text) ?? [];
	const [, whole = "", part = ""] = /^(\d{1,4})h(?:ours?)? ?(\d{1,2})m(?:in)?$/.exec(text) ?? [];
	if (whole !== "") return meant(`${Number(whole) * 60 + Number(part)}m`);
	const unit = WORDS$1.find(([pattern]) => pattern.test(word))?.[1];
	return unit === void 0 ? {} : meant(unit === "w" ? `${Number(digits) * 7}d` : `${Number(digits)}${unit}`);
}
const WORDS$1 = [
	[/^s(?:ec(?:ond)?s?)?$/i, "s"],
	[/^m(?:in(?:ute)?s?)?$/i, "m"],
	[/^h(?:(?:ou)?rs?)?$/i, "h"],
	[/^d(?:ays?)?$/i, "d"],
	[/^w(?:eeks?)?$/i, "w"]
];
function meant(text) {
	return lengthOf(text) === void 0 ? {} : { meant: text };
}
/** A number as YAML has it, or `10%`. */
function readAmount(value, least) {
	if (typeof value === "number") return Number.isSafeInteger(value) && value >= least ? ok({
		kind: "count",
		value
	}) : fail({});
	const [, digits] = /^(\d{1,3})%$/.exec(value) ?? [];
	const share = Number(digits);
	if (digits !== void 0 && share >= least && share <= 100) return ok({
		kind: "percent",
		value: share
	});
	const [, spaced] = /^(\d{1,3})(?: %| ?percent)$/.exec(value) ?? [];
	if (spaced !== void 0) return fail({ meant: `${Number(spaced)}%` });
	return fail(/^\d{1,6}$/.test(value) ? { meant: String(Number(value)) } : {});
}

// src/manifest/vault/schema-keys.ts
/** A mount or a namespace: names in a row, no dot at the end of one. */
const MOUNT = "^(?!\\.)[A-Za-z0-9_.-]+(?<!\\.)(?:/(?!\\.)[A-Za-z0-9_.-]+(?<!\\.))*/?$";
const ROLE = "^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?$";
const MAX$1 = 200;
const role = (description, example) => ({
	description,
	type: "string",
	pattern: ROLE,
	maxLength: MAX$1,
	examples: [example]
});
/** Where keys are that no variable holds. */
const manifestKeysSchema = {
	description: "Where keys are that no variable holds. Taken from the default branch alone, as are the references.",
	type: "object",
	additionalProperties: false,
	required: ["vault"],
	properties: { vault: {
		description: "A HashiCorp Vault or an OpenBao (KV version 2). A key there is referred to as `${vault:PATH#FIELD}`; `{destination}`, `{label.NAME}` and `{access}` in PATH are filled in.",
		type: "object",
		additionalProperties: false,
		required: ["address"],
		properties: {
			address: {
				description: "Address of the vault. https, except for loopback hosts; a path prefix is allowed.",
				type: "string",
				pattern: TENANT_URL,
				examples: ["https://vault.acme.example"]
			},
			mount: {
				description: "Where the KV engine is mounted.",
				type: "string",
				pattern: MOUNT,
				maxLength: MAX$1,
				default: "secret",
				examples: ["secret"]
			},
			auth: {
				description: "github-oidc: log in with the job's own token (permission `id-token: write`); where there is none, STORYSYNC_VAULT_TOKEN is used. token: STORYSYNC_VAULT_TOKEN alone.",
				type: "string",
				enum: ["github-oidc", "token"],
				default: "github-oidc",
				examples: ["github-oidc"]
			},
			auth_mount: {
				description: "Where the JWT login is mounted.",
				type: "string",
				pattern: MOUNT,
				maxLength: MAX$1,
				default: "jwt",
				examples: ["jwt"]
			},
			role: {
				description: "The role to log in with: one for all runs, or one for those that only read and one for those that write. Default: the login's own default role.",
				type: ["string", "object"],
				pattern: ROLE,
				maxLength: MAX$1,
				additionalProperties: false,
				required: ["plan", "sync"],
				properties: {
					plan: role("For every command that only reads.", "storysync-plan"),
					sync: role("For a sync.", "storysync-sync")
				},
				examples: ["storysync", {
					plan: "storysync-plan",
					sync: "storysync-sync"
				}]
			},
			audience: {
				description: "Whom the job's token is made out to. Default: GitHub's own, the address of the repository's owner.",
				type: "string",
				pattern: "^[!-~]+$",
				maxLength: MAX$1,
				examples: ["https://vault.acme.example"]
			},
			namespace: {
				description: "Namespace of Vault Enterprise, HCP or OpenBao.",
				type: "string",
				pattern: MOUNT,
				maxLength: MAX$1,
				examples: ["soc"]
			}
		},
		examples: [{
			address: "https://vault.acme.example",
			role: {
				plan: "storysync-plan",
				sync: "storysync-sync"
			},
			audience: "https://vault.acme.example"
		}]
	} },
	examples: [{ vault: {
		address: "https://vault.acme.example",
		role: "storysync"
	} }]
};

// src/manifest/shape/schema.ts
/** The one JSON Schema of the manifest: editors read it from `schemas/sync.schema.json`, the opener checks with it. */
const manifestSchema = {
	$schema: "http://json-schema.org/draft-07/schema#",
	title: "storysync manifest",
	description: "sync.yaml: which destinations (tenant and team) receive which stories of the origin.",
	type: "object",
	additionalProperties: false,
	required: [
		"version",
		"stories",
		"destinations"
	],
	properties: {
		version: {
			description: "Version of the manifest format. The only one so far is 1.",
			type: "integer",
			const: 1,
			examples: [1]
		},
		origin: {
			description: "The tenant and team that the published stories come from. Needed by `export` and by destinations in the same tenant.",
			type: "object",
			additionalProperties: false,
			required: [
				"tenant_url",
				"team_id",
				"api_key"
			],
			properties: {
				tenant_url: {
					description: "Address of the origin tenant. https, except for loopback hosts; a path prefix is allowed.",
					type: "string",
					pattern: TENANT_URL,
					examples: ["https://acme.tines.com"]
				},
				team_id: {
					description: "Number of the team that owns the stories.",
					type: "integer",
					minimum: 1,
					maximum: Number.MAX_SAFE_INTEGER,
					examples: [7]
				},
				api_key: {
					description: "Reference to the API key of the origin, `${NAME}` or `${vault:PATH#FIELD}`. Never the key itself.",
					type: "string",
					pattern: KEY_REFERENCE,
					examples: ["${ACME_TINES_API_KEY}", "${vault:tines/origin/{access}#api_key}"]
				},
				require_change_control: {
					description: "Export only stories that are under change control, so that git holds what was approved.",
					type: "boolean",
					default: true,
					examples: [false]
				}
			},
			examples: [{
				tenant_url: "https://acme.tines.com",
				team_id: 7,
				api_key: "${ACME_TINES_API_KEY}"
			}]
		},
		stories: {
			description: "The catalogue: every story of the repository. The key names the file, stories/<key>.json.",
			type: "object",
			propertyNames: { pattern: NAME$1 },
			additionalProperties: {
				description: "A story of the catalogue.",
				type: ["object", "null"],
				additionalProperties: false,
				properties: {
					id: {
						description: "Number of the story on the origin tenant. Required when there is an `origin`.",
						type: "integer",
						minimum: 1,
						maximum: Number.MAX_SAFE_INTEGER,
						examples: [9981]
					},
					file: {
						description: "Path of the story file, relative to the folder of the manifest and inside it. Default: stories/<key>.json.",
						type: "string",
						pattern: "^[^/\\\\].*\\.json$",
						examples: ["stories/ir/incident-response.json"]
					},
					allow_literals: {
						description: "Literals of this story that look like credentials and may be exported all the same: the place as the message of `export` names it, and the reason.",
						type: "object",
						additionalProperties: {
							description: "Why the literal is no secret. People read it when they review the manifest.",
							type: "string",
							pattern: "\\S",
							examples: ["public demo key from the documentation of the vendor"]
						},
						examples: [{ "agents[Get report].options.headers.X-API-Key": "public demo key from the documentation of the vendor" }]
					}
				},
				examples: [{ id: 9981 }, {
					id: 9983,
					file: "stories/ir/incident-response.json"
				}]
			},
			examples: [{
				"phishing-triage": { id: 9981 },
				"ioc-enrichment": { id: 9982 }
			}]
		},
		groups: {
			description: "Named lists of stories. A destination subscribes to a whole group with \"@name\".",
			type: "object",
			propertyNames: { pattern: NAME$1 },
			additionalProperties: {
				description: "Story keys, or \"@group\" for all stories of another group.",
				...uniqueList(STORY_ENTRY, "A story key of the catalogue, or \"@group\"."),
				examples: [["phishing-triage", "ioc-enrichment"], ["@baseline", "incident-response"]]
			},
			examples: [{ baseline: ["phishing-triage", "ioc-enrichment"] }]
		},
		defaults: {
			description: "Options for every destination. A destination's own value wins; maps such as `labels` are merged key by key.",
			type: "object",
			additionalProperties: false,
			properties: {
				...optionSchemas,
				destination_tenant_api_key: {
					description: "Where the key of every destination lies that names none: `${vault:PATH#FIELD}`, with `{destination}` or `{label.NAME}` in PATH. One in the origin's own tenant uses the key of the origin.",
					type: "string",
					pattern: DEFAULT_KEY_REFERENCE,
					examples: ["${vault:tines/{destination}#api_key}"]
				}
			},
			examples: [{ webhook_urls: "keep" }, {
				destination_tenant_api_key: "${vault:tines/{destination}#api_key}",
				webhook_urls: "keep"
			}]
		},
		keys: manifestKeysSchema,
		rollout: manifestRolloutSchema,
		destinations: {
			description: "Who receives stories. The key is the name in reports and selectors.",
			type: "object",
			propertyNames: { pattern: NAME$1 },
			additionalProperties: destinationSchema,
			examples: [{ contoso: {
				destination_tenant_url: "https://contoso.tines.com",
				destination_tenant_api_key: "${CONTOSO_TINES_API_KEY}",
				destination_team_id: 42,
				stories: ["@baseline", "incident-response"],
				labels: {
					region: "eu",
					ring: "canary"
				}
			} }]
		}
	},
	examples: [{
		version: 1,
		origin: {
			tenant_url: "https://acme.tines.com",
			team_id: 7,
			api_key: "${ACME_TINES_API_KEY}"
		},
		stories: { "phishing-triage": { id: 9981 } },
		destinations: { contoso: {
			destination_tenant_url: "https://contoso.tines.com",
			destination_tenant_api_key: "${CONTOSO_TINES_API_KEY}",
			destination_team_id: 42,
			stories: ["phishing-triage"]
		} }
	}]
};

// src/manifest/shape/shape-key.ts
/** A key that does not exist. Its value may be a pasted secret, and so may the key itself when it has no value. */
function explainUnknown({ error, path, cursor }, guess) {
	const key = String(error.params.additionalProperty);
	const known = Object.keys(propertiesOf(error.parentSchema));
	const entry = childOf(cursor, key) ?? cursor;
	const value = entry.node;
	const meant = guess(key, known) ?? spelledDifferently(key, known);
	const bare = value.plain === null && value.span.start === value.span.end;
	const name = /^[\w.-]{1,60}$/.test(key) && (!bare || meant !== void 0) ? key : void 0;
	const subject = subjectOf(path);
	const written = cursor.node.kind === "map" ? cursor.node.entries.get(key) : void 0;
	const secrets = written === void 0 ? [] : [valueBehind(written.key, written.value)];
	if (name === void 0 && written !== void 0) secrets.push({ spans: [written.key] });
	if (name === void 0) return {
		finding: {
			code: "MAN014",
			message: `${subject} has an unknown key, which is not shown because it may be a value`,
			hint: meant === void 0 ? unquotedDay(key, path) ?? `known keys: ${known.join(", ")}` : `did you mean "${meant}: ..."?`,
			at: keySpotOf(entry)
		},
		secrets
	};
	const belongs = whereItBelongs(name, path, entry) ?? `known keys: ${known.join(", ")}`;
	const hint = meant === void 0 ? belongs : `did you mean ${quoted(meant)}?`;
	return {
		finding: {
			code: "MAN014",
			message: `${subject} has an unknown key ${quoted(name)}`,
			hint,
			at: keySpotOf(entry)
		},
		secrets,
		...meant !== void 0 && childOf(cursor, meant) === void 0 ? { meant } : {}
	};
}
/** In braces a comma ends the value: `{ allow: Sat,Sun }` has the key "Sun". */
function unquotedDay(key, path) {
	return path[0] === "rollout" && path[1] === "windows" && /^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)\b/.test(key) ? "put the days in quotes: \"Sat,Sun\"" : void 0;
}
/** `tenant_url` for `destination_tenant_url`: the same words, too far apart for a typing error. */
function spelledDifferently(key, known) {
	const words = key.toLowerCase().replaceAll("-", "_");
	if (words.length < 3) return void 0;
	return known.find((candidate) => candidate.endsWith(`_${words}`) || words.endsWith(`_${candidate}`));
}
/** Where a known key belongs that stands in another place. */
function whereItBelongs(key, path, entry) {
	if (path.length === 0 && childOf(entry, "destination_tenant_url") !== void 0) return "a destination stands under \"destinations:\", indented";
	const homes = [
		...key in manifestSchema.properties ? ["at the left margin"] : [],
		...key in manifestSchema.properties.keys.properties ? ["under \"keys:\""] : [],
		...key in manifestSchema.properties.origin.properties ? ["under \"origin:\""] : [],
		...key in destinationSchema.properties ? ["under a destination"] : []
	];
	return homes.length > 0 ? `${quoted(key)} belongs ${homes.join(" or ")}` : void 0;
}
function propertiesOf(schema) {
	const properties = typeof schema === "object" && schema !== null && "properties" in schema ? schema.properties : {};
	return typeof properties === "object" && properties !== null ? properties : {};
}
function explainMissing({ path, cursor }, key) {
	const hint = (key === "reason" ? whyOf(path) : void 0) ?? HINTS.get(key);
	const at = path.length === 0 ? { span: {
		start: cursor.node.span.start,
		end: cursor.node.span.start + 1
	} } : keySpotOf(cursor);
	return {
		code: "MAN019",
		about: key,
		message: `${subjectOf(path)} lacks the required key ${quoted(key)}`,
		...hint === void 0 ? {} : { hint },
		at
	};
}
const HINTS = /* @__PURE__ */ new Map([
	["version", "write \"version: 1\""],
	["stories", "write [] for a destination that subscribes to nothing, {} for an empty catalogue"],
	["destinations", "write \"destinations: {}\" when there are none yet"],
	["reason", "say in a few words why the story is detached"],
	["rings", "write the rings in their order, each as \"- { name: canary, match: { ring: canary } }\""],
	["name", "write for example \"name: canary\""],
	["commit", "write at least 7 digits of the hash of a commit, in quotes"],
	["destination_tenant_url", "write the address of the tenant, such as https://contoso.tines.com"],
	["destination_team_id", "write the number of the team that receives the stories"],
	["tenant_url", "write the address of the origin tenant, such as https://acme.tines.com"],
	["team_id", "write the number of the team that owns the stories"],
	["vault", "write \"vault:\" with its address"],
	["address", "write the address of the vault, such as https://vault.acme.example"],
	["plan", "name the role that may read for a plan, or write one role for all: role: NAME"],
	["sync", "name the role that a sync logs in with, or write one role for all: role: NAME"],
	["api_key", "write a reference such as ${ACME_TINES_API_KEY}"]
]);
/** A story may be called "hold" or "pin" too. */
function whyOf(path) {
	if (path.at(-2) === "detached") return void 0;
	if (path.at(-1) === "hold") return "say in a few words why nothing is pushed there";
	return path.at(-1) === "pin" ? "say in a few words why the destination stays at that commit" : void 0;
}
/** A name of a story, group or destination with characters that are not allowed. */
function explainName({ path, cursor }, name) {
	return badName(name, path.includes("detached") ? "story" : KINDS$1.get(path[0] ?? "") ?? "story", keySpotOf(childOf(cursor, name) ?? cursor));
}
function badName(name, kind, at) {
	const better = name.toLowerCase().replace(/[^a-z0-9_.-]+/g, "-").replace(/^[-_.]+|(?<!-)-+$/g, "").slice(0, 63);
	return {
		code: "MAN023",
		message: `${quoted(name)} is not allowed as the name of a ${kind}, expected lower-case letters, digits, "-", "_" and ".", beginning with a letter or digit, at most 63`,
		...better === "" || better === name ? {} : { hint: `for example ${alternatives([better])}` },
		at
	};
}
const KINDS$1 = /* @__PURE__ */ new Map([
	["stories", "story"],
	["groups", "group"],
	["destinations", "destination"]
]);

// src/manifest/rollout/ring-names.ts
const FORM$1 = new RegExp(NAME$1);
/** No day, zone or name that somebody mistypes looks like a key. */
function hiding(text) {
	return text.length > 60 || /\w{10}/.test(text) ? { hide: true } : {};
}
/** The name of a ring is a value, and a value of the wrong form may be something pasted. */
function checkRingName({ value, at }) {
	if (FORM$1.test(value)) return [];
	const finding = badName(value, "ring", at);
	if (hiding(value).hide !== true) return [finding];
	return [{
		code: finding.code,
		message: "the name of a ring is not allowed, and not shown because it may be a value",
		hint: "choose a short word, such as canary",
		at,
		hide: true
	}];
}
function unknownRing({ value, at }, subject, rings, guess) {
	const near = guess(value, rings.keys());
	const known = `rings: ${[...rings.keys()].slice(0, 10).join(", ") || "none"}`;
	const hint = near === void 0 ? known : `did you mean ${quoted(near)}?`;
	if (near !== void 0 || FORM$1.test(value)) return {
		code: "MAN051",
		message: `${subject} names the unknown ring ${quoted(value)}`,
		hint,
		at
	};
	return {
		code: "MAN051",
		message: `${subject} names an unknown ring, which is not shown because it may be a value`,
		hint,
		at,
		hide: true
	};
}
/** Said at the first that is too many. */
function findTooMany(items, most, what) {
	const extra = items[most];
	if (extra === void 0) return [];
	return [{
		code: "MAN058",
		message: `the rollout has ${items.length} ${what}, expected at most ${most}`,
		hint: `join some of the ${what}`,
		at: keySpotOf(extra),
		hide: true
	}];
}

// src/manifest/rollout/rings.ts
const NONE = {
	kind: "count",
	value: 0
};
function readRings(rollout, { lines, guess }) {
	const items = itemsAt(rollout, "rings") ?? [];
	const findings = [...findTooMany(items, 50, "rings")];
	const rings = /* @__PURE__ */ new Map();
	for (const [index, cursor] of items.slice(0, 50).entries()) {
		const name = textAt(cursor, "name");
		if (name === void 0) continue;
		const odd = checkRingName(name);
		const twin = rings.get(name.value);
		if (twin !== void 0) {
			const also = [{
				message: "the first one is here",
				at: twin.at.span
			}];
			const message = `there are two rings ${quoted(name.value)}`;
			findings.push({
				code: "MAN050",
				message,
				hint: "rename or remove one of them",
				at: name.at,
				also
			});
			continue;
		}
		const subject = odd.length === 0 ? `ring ${quoted(name.value)}` : subjectOf([
			"rollout",
			"rings",
			String(index)
		]);
		const soak = readSoak(cursor, subject, index === 0);
		const batch = readAmountAt(childOf(cursor, "batch"), `"batch" of ${subject}`, 1, BATCH_WANTED);
		findings.push(...odd, ...soak.findings, ...batch.findings);
		if (odd.length > 0) continue;
		const ring = {
			name: name.value,
			match: readMatch(cursor),
			soak: soak.length,
			batch: batch.amount,
			maxFailed: NONE,
			place: lines.placeOf(name.at.use ?? name.at.span)
		};
		rings.set(name.value, {
			ring,
			at: name.at
		});
	}
	const order = checkOrder([...rings.values()]);
	findings.push(...order);
	const sure = rings.size === items.length && order.length === 0 && items.every(hasPlainMatch);
	for (const { name, cursor, at } of entriesAt(rollout, "max_failed") ?? []) {
		const located = rings.get(name);
		const read = readAmountAt(cursor, `"max_failed" of ring ${quoted(name)}`, 0, MAX_FAILED_WANTED);
		if (located === void 0) findings.push(unknownRing({
			value: name,
			at
		}, "\"max_failed\"", rings, guess));
		else {
			findings.push(...read.findings);
			rings.set(name, {
				...located,
				ring: {
					...located.ring,
					maxFailed: read.amount ?? NONE
				}
			});
		}
	}
	return {
		rings: [...rings.values()],
		findings,
		sure
	};
}
function readMatch(ring) {
	const entries = entriesAt(ring, "match");
	if (entries === void 0) return void 0;
	const values = entries.map(({ name, cursor: { node } }) => [name, node.plain]);
	return Object.fromEntries(values.flatMap(([name, value]) => typeof value === "string" ? [[name, value]] : []));
}
/** Else the shape check has said what is wrong with it. */
function hasPlainMatch(ring) {
	const { kind, plain } = childOf(ring, "match")?.node ?? {
		kind: "map",
		plain: { any: "*" }
	};
	const values = kind === "map" && plain !== null ? Object.values(plain) : [];
	return values.length > 0 && values.every((value) => typeof value === "string" && value.length <= 100);
}
/** Whoever writes it on the first ring means the others: they would go at once. */
function readSoak(ring, subject, first) {
	const soak = textAt(ring, "soak");
	if (soak === void 0) return {
		length: 0,
		findings: []
	};
	const read = readDuration(soak.value);
	if (!read.ok) return {
		length: 0,
		findings: [{
			code: "MAN053",
			...misread(`"soak" of ${subject}`, read.error, DURATION_WANTED),
			at: soak.at
		}]
	};
	if (!first || read.value === 0) return {
		length: read.value,
		findings: []
	};
	return {
		length: 0,
		findings: [{
			code: "MAN052",
			message: `"soak" of ${subject} counts from the ring before, and there is none`,
			hint: "give it to the ring that is to wait: soak is how long the ring before must have stood",
			at: soak.at
		}]
	};
}
function readAmountAt(cursor, subject, least, wanted) {
	const value = cursor?.node.plain;
	const read = typeof value === "number" || typeof value === "string" ? readAmount(value, least) : void 0;
	if (read?.ok === true) return {
		amount: read.value,
		findings: []
	};
	if (cursor === void 0 || read === void 0 || typeof value === "number") return {
		amount: void 0,
		findings: []
	};
	return {
		amount: void 0,
		findings: [{
			code: "MAN054",
			...misread(subject, read.error, wanted),
			at: spotOf(cursor)
		}]
	};
}
function misread(subject, { meant }, { wanted, hint }) {
	return {
		message: `${subject} has the wrong form, expected ${wanted}`,
		hint: meant === void 0 ? hint : `write ${meant}, without quotes`
	};
}
/** A ring without labels takes everybody who is left: what stands behind it is never reached. */
function checkOrder(rings) {
	return rings.slice(0, -1).flatMap(({ ring, at }, index) => {
		const next = rings[index + 1];
		if (ring.match !== void 0 || next === void 0) return [];
		const also = [{
			message: `ring ${quoted(next.ring.name)} would have nobody`,
			at: next.at.span
		}];
		return [{
			code: "MAN052",
			message: `ring ${quoted(ring.name)} has no "match", so it takes everybody, and is not the last`,
			hint: "give it labels to match, or move it to the end",
			at,
			also
		}];
	});
}

// src/manifest/rollout/time-zone.ts
const FORM = new RegExp(TIME_ZONE);
/** Whether the tables of this Node have rules for a zone; Node brings the whole of ICU. */
function isTimeZone(name) {
	if (!FORM.test(name)) return false;
	try {
		return new Intl.DateTimeFormat("en", { timeZone: name }).resolvedOptions().timeZone !== "";
	} catch {
		return false;
	}
}
/** `Dublin` is `Europe/Dublin`. */
function meantZone(name) {
	const zones = Intl.supportedValuesOf("timeZone");
	const city = zones.find((zone) => zone.toLowerCase().endsWith(`/${name.toLowerCase().replaceAll(" ", "_")}`));
	return city === void 0 ? didYouMean(name, zones) : `did you mean "${city}"?`;
}

// src/manifest/rollout/window-time.ts
const DAYS = [
	"Mon",
	"Tue",
	"Wed",
	"Thu",
	"Fri",
	"Sat",
	"Sun"
];
const LONG_DAYS = [
	"Monday",
	"Tuesday",
	"Wednesday",
	"Thursday",
	"Friday",
	"Saturday",
	"Sunday"
];
const WEEK = [
	1,
	2,
	3,
	4,
	5,
	6,
	7
];
const DAY_END = 1440;
/** Longer texts are no window. */
const LONGEST$1 = 100;
/** `Mon-Thu 07:00-16:00`, `Fri`, `Sat,Sun`, `07:00-16:00`, `2026-12-18/2027-01-04` or one date. */
function readWindowTime(text) {
	if (text.length > LONGEST$1 || !/^[\w:,/ -]+$/.test(text)) return fail(unlike());
	if (/^\d{4}-/.test(text)) return readDates(text);
	const [first = "", second, ...more] = text.split(/ +/);
	if (more.length > 0) return fail(unlike());
	const hours = second ?? (/\d/.test(first) ? first : void 0);
	const days = second !== void 0 || hours === void 0 ? readDays(first) : ok(WEEK);
	if (!days.ok) return days;
	return hours === void 0 ? ok({
		kind: "week",
		days: days.value,
		from: 0,
		to: DAY_END
	}) : readHours(hours, days.value, second === void 0 ? void 0 : first);
}
function unlike(problem = `has the wrong form, expected ${WINDOW_WANTED.wanted}`) {
	return {
		problem,
		hint: WINDOW_WANTED.hint
	};
}
function readDates(text) {
	const [from = "", to = from, ...more] = text.split("/");
	const odd = [from, to].find((day) => !isDay(day));
	if (more.length > 0 || odd !== void 0) return fail({
		problem: "has a date that is none, expected YYYY-MM-DD",
		hint: "write one date (2026-12-24), or the first and the last day (2026-12-18/2027-01-04)"
	});
	if (from <= to) return ok({
		kind: "dates",
		from,
		to
	});
	return fail({
		problem: "ends before it begins",
		hint: `write ${to}/${from}`
	});
}
function readDays(text) {
	const days = /* @__PURE__ */ new Set();
	for (const part of text.split(",")) {
		const [first = "", last = first, ...more] = part.split("-");
		const odd = [first, last].find((day) => !DAYS.includes(day));
		if (odd !== void 0 || more.length > 0) return fail(oddDay(odd ?? ""));
		const length = (DAYS.indexOf(last) - DAYS.indexOf(first) + 7) % 7;
		for (let step = 0; step <= length; step++) days.add((DAYS.indexOf(first) + step) % 7 + 1);
	}
	return ok([...days].sort((a, b) => a - b));
}
function oddDay(word) {
	const near = DAYS.find((day) => word.toLowerCase().startsWith(day.toLowerCase())) ?? nearest(word, LONG_DAYS)?.slice(0, 3);
	const problem = "names a day that is none, expected Mon, Tue, Wed, Thu, Fri, Sat or Sun";
	return near === void 0 ? unlike(problem) : {
		problem,
		hint: `did you mean "${near}"?`
	};
}
function readHours(text, days, written) {
	const [, fromText = "", toText = ""] = /^(\d{1,2}:\d\d)-(\d{1,2}:\d\d)$/.exec(text) ?? [];
	const [from, to] = [minutesOf(fromText), minutesOf(toText)];
	if (from === void 0 || to === void 0 || from === DAY_END) {
		const padded = fromText === "" ? text : `${fromText.padStart(5, "0")}-${toText.padStart(5, "0")}`;
		const hint = padded === text ? "write 24 hours, from 00:00 to 24:00, such as 07:00-16:00" : `write two digits: ${padded}`;
		return fail({
			problem: "has hours that are none, expected HH:MM-HH:MM",
			hint
		});
	}
	if (from === to) {
		const hint = written === void 0 ? "write 00:00-24:00 for whole days" : `write "${written}" for whole days`;
		return fail({
			problem: "begins and ends at the same time",
			hint
		});
	}
	if (from < to) return ok({
		kind: "week",
		days,
		from,
		to
	});
	const evening = `"${written === void 0 ? "" : `${written} `}${fromText}-24:00"`;
	if (to === 0) return fail({
		problem: "ends at 00:00, before it begins",
		hint: `write ${evening}`
	});
	const next = days.map((day) => DAYS[day % 7]).join(",");
	const morning = `"${written === void 0 ? "" : `${next} `}00:00-${toText}"`;
	return fail({
		problem: "goes over midnight",
		hint: `write it as two: ${evening} and ${morning}`
	});
}
/** Since midnight; two digits each, and 24:00 is the end of the day. */
function minutesOf(text) {
	const [, hours, minutes] = /^(\d\d):([0-5]\d)$/.exec(text) ?? [];
	const total = Number(hours) * 60 + Number(minutes);
	return total <= DAY_END ? total : void 0;
}

// src/manifest/rollout/windows.ts
function readWindows(rollout, context) {
	const items = itemsAt(rollout, "windows") ?? [];
	const read = items.slice(0, 200).map((cursor, index) => readWindow(cursor, subjectOf([
		"rollout",
		"windows",
		String(index)
	]), context));
	return {
		windows: read.flatMap(({ window }) => window ?? []),
		findings: [...findTooMany(items, 200, "windows"), ...read.flatMap(({ findings }) => findings)]
	};
}
function readWindow(cursor, subject, { rings, guess }) {
	if (cursor.node.kind !== "map") return { findings: [] };
	const findings = [];
	const kinds = ["allow", "deny"].filter((key) => childOf(cursor, key) !== void 0);
	const [kind = "allow"] = kinds;
	if (kinds.length !== 1) {
		const found = kinds.length === 0 ? "neither \"allow\" nor \"deny\"" : "both \"allow\" and \"deny\"";
		const hint = kinds.length === 0 ? WINDOW_WANTED.hint : "write it as two windows";
		findings.push({
			code: "MAN057",
			message: `${subject} has ${found}, expected one of them`,
			hint,
			at: spot(cursor)
		});
	}
	const written = textAt(cursor, kind);
	const when = written === void 0 ? void 0 : readWindowTime(written.value);
	if (written !== void 0 && when?.ok === false) {
		const { problem, hint } = when.error;
		findings.push({
			code: "MAN055",
			message: `${quoted(kind)} of ${subject} ${problem}`,
			hint,
			at: written.at,
			...hiding(written.value)
		});
	}
	const zone = textAt(cursor, "tz");
	if (zone !== void 0 && !isTimeZone(zone.value)) findings.push(unknownZone(zone, subject));
	const named = textsAt(cursor, "rings");
	findings.push(...findRepeated(named ?? [], `"rings" of ${subject}`));
	for (const name of named ?? []) if (!rings.has(name.value)) findings.push(unknownRing(name, `"rings" of ${subject}`, rings, guess));
	if (written === void 0 || when?.ok !== true) return { findings };
	return {
		window: {
			kind,
			when: when.value,
			timeZone: zone?.value ?? "UTC",
			rings: named && [...new Set(named.map(({ value }) => value))],
			reason: textAt(cursor, "reason")?.value,
			text: written.value
		},
		findings
	};
}
function unknownZone({ value, at }, subject) {
	const hint = meantZone(value) ?? "write the IANA name of a region and a city, such as Europe/Dublin, or UTC";
	return {
		code: "MAN056",
		message: `"tz" of ${subject} is not a time zone that is known`,
		hint,
		at,
		...hiding(value)
	};
}
/** At its first key: the whole map would be marked else. */
function spot(cursor) {
	const first = cursor.node.kind === "map" ? cursor.node.entries.keys().next().value : void 0;
	return keySpotOf((first === void 0 ? void 0 : childOf(cursor, first)) ?? cursor);
}

// src/manifest/rollout/read-rollout.ts
function readRollout(root, lines) {
	const cursor = childOf(root, "rollout");
	if (cursor?.node.kind !== "map") return {
		findings: [],
		rings: []
	};
	const guess = guesser();
	const { rings, findings, sure } = readRings(cursor, {
		lines,
		guess
	});
	const names = new Map(rings.map(({ ring }) => [ring.name, ring]));
	const { windows, findings: windowFindings } = readWindows(cursor, {
		rings: names,
		guess
	});
	return {
		rollout: {
			rings: rings.map(({ ring }) => ring),
			windows
		},
		findings: [...findings, ...windowFindings],
		rings: sure ? rings : []
	};
}
/** Destinations that are in no ring, and rings that nobody is in: a misspelt label makes both. */
function checkMembers(rings, members) {
	if (rings.length === 0) return [];
	const all = rings.map(({ ring }) => ring);
	const guess = guesser();
	const taken = /* @__PURE__ */ new Set();
	const strays = [];
	for (const { destination, at } of members) {
		const ring = matchingRing(all, destination);
		if (ring !== void 0) taken.add(ring.name);
		else {
			const message = `destination ${quoted(destination.name)} is in no ring of the rollout`;
			const hint = meantLabel(destination.labels, rings, guess) ?? "give it the labels of a ring, or end the rings with one that has no \"match\"";
			strays.push({
				code: "MAN059",
				message,
				hint,
				at
			});
		}
	}
	const warnings = rings.filter(({ ring }) => ring.match !== void 0 && members.length > 0 && !taken.has(ring.name)).map(({ ring, at }) => {
		return {
			code: "MAN060",
			severity: "warning",
			message: `no destination is in ring ${quoted(ring.name)}; the rollout goes on as if it were not written`,
			hint: "correct its \"match\", or the labels",
			at
		};
	});
	return [...strays, ...warnings];
}
/** The value of a label that a ring matches, for one that is nearly so. */
function meantLabel(labels, rings, guess) {
	for (const { ring } of rings) for (const [label, glob] of Object.entries(ring.match ?? {})) {
		const value = Object.hasOwn(labels, label) ? labels[label] : void 0;
		const near = value === void 0 ? void 0 : guess(value, [glob]);
		if (near !== void 0) return `did you mean the label ${label}: ${near}?`;
	}
}

// src/manifest/subscriptions.ts
/** What a destination subscribes to, in the order of its list; a story that several entries bring counts once. */
function readSubscriptions(entries, own, merged, subject, { names, groups, placeOf }) {
	const findings = [...findRepeated(entries, subject)];
	const adopted = new Set(merged.adopt?.flatMap((entry) => storiesOf(entry.value)));
	const subscriptions = /* @__PURE__ */ new Map();
	let unresolved = false;
	for (const entry of entries) {
		const unknown = names.findUnknown(entry, subject);
		if (unknown !== void 0) {
			unresolved = true;
			findings.push(unknown);
			continue;
		}
		const place = placeOf(entry.at.use ?? entry.at.span);
		for (const storyKey of storiesOf(entry.value)) {
			if (subscriptions.has(storyKey)) continue;
			const detached = merged.detached.get(storyKey)?.detachment;
			const adopt = adopted.has(storyKey);
			subscriptions.set(storyKey, {
				storyKey,
				place,
				adopt,
				...detached === void 0 ? {} : { detached }
			});
		}
	}
	for (const [value, { at }] of own.detached) findings.push(...check({
		value,
		at
	}, "detached"));
	for (const entry of own.adopt ?? []) findings.push(...check(entry, "adopt"));
	for (const entry of own.pin?.stories ?? []) {
		const wrong = checkPinned(entry, subject, names);
		findings.push(...wrong.length > 0 ? wrong : check(entry, "pin"));
	}
	return {
		subscriptions: [...subscriptions.values()],
		findings
	};
	/** The stories that an entry of a list brings: itself, or those of its group. */
	function storiesOf(entry) {
		return entry.startsWith("@") ? [...groups.get(entry.slice(1)) ?? []] : [entry];
	}
	function check(entry, option) {
		const where = `"${option}" of ${subject}`;
		const unknown = names.findUnknown(entry, where);
		if (unknown !== void 0) return [unknown];
		if (storiesOf(entry.value).some((key) => subscriptions.has(key)) || unresolved) return [];
		if (entry.value.startsWith("@")) return [{
			code: "MAN042",
			message: `${where} names ${quoted(entry.value)}, none of whose stories is among its stories`,
			hint: `add ${quoted(entry.value)} to "stories", or remove it here`,
			at: entry.at
		}];
		return [{
			code: "MAN042",
			message: `${where} names ${quoted(entry.value)}, which is not among its stories`,
			hint: `add ${quoted(entry.value)} to "stories", or remove it here`,
			at: entry.at
		}];
	}
}

// src/manifest/key-reference.ts
const REFERENCE = /^\$\{([A-Z_][A-Z0-9_]*)\}$/;
const KEY_FIELDS$1 = /* @__PURE__ */ new Set(["api_key", "destination_tenant_api_key"]);
function isKeyField(name) {
	return name !== void 0 && KEY_FIELDS$1.has(name);
}
/** Whatever is no reference may be a key, so no message repeats it. */
function readKeyReference(cursor, path) {
	const { plain } = cursor.node;
	const owner = subjectOf(path.slice(0, -1));
	const inVault = typeof plain === "string" ? parseVaultReference(plain) : void 0;
	if (inVault?.ok === true) return ok({
		kind: "vault",
		reference: inVault.value,
		at: spotOf(cursor)
	});
	if (inVault !== void 0) return fail({
		code: "MAN064",
		message: `"${path.at(-1)}" of ${owner} is no reference to a vault: it ${inVault.error}`,
		hint: "write a reference such as ${vault:tines/{destination}#api_key}; if a real key stood here, revoke it",
		at: keySpotOf(cursor),
		hide: "around"
	});
	const name = variableIn(plain);
	if (name === void 0) {
		const example = `\${${(path.at(-2) ?? "").toUpperCase().replace(/[^A-Z0-9]+/g, "_").replace(/^(?=\d)/, "_")}${KEY_SUFFIX}}`;
		const revoke = cursor.node.plain === null && cursor.node.span.start === cursor.node.span.end ? "" : "; if a real key stood here, revoke it";
		return fail({
			code: "MAN027",
			message: `"${path.at(-1)}" of ${owner} is not a key reference, expected \${NAME} or \${vault:PATH#FIELD}`,
			hint: `write a reference such as ${example} and give the key in the environment${revoke}`,
			at: keySpotOf(cursor),
			hide: "around"
		});
	}
	if (!mayBeKey(name)) return fail({
		code: "MAN028",
		message: `"${path.at(-1)}" of ${owner} names ${quoted(name)}, which cannot be a key: ${whyNoKey(name)}`,
		hint: `choose another name; one that ends in ${KEY_SUFFIX} is always allowed`,
		at: spotOf(cursor)
	});
	return ok({
		kind: "variable",
		name
	});
}
/** Values in key fields that are no reference, wherever a key field stands. Shared nodes are visited once. */
function literalKeysIn(root, overridden) {
	const found = [...overridden];
	const seen = /* @__PURE__ */ new Set();
	const visit = (node) => {
		if (seen.has(node)) return;
		seen.add(node);
		if (node.kind === "list") for (const item of node.items) visit(item.node);
		if (node.kind !== "map") return;
		for (const [name, { key, value }] of node.entries) if (isKeyField(name)) found.push({
			name,
			key,
			value
		});
		else visit(value.node);
	};
	visit(root);
	return found.filter(({ value }) => !isReference(value.node.plain));
}
/** A key that stands where no rule looks, such as a label of that name: it is in git all the same. */
function explainStrayKey({ name, key, value }) {
	const { node } = value;
	if (node.kind !== "scalar" || node.plain === null) return void 0;
	return {
		code: "MAN027",
		message: `${quoted(name)} is not a key reference, and no key is read here`,
		hint: "take it out; if a real key stood here, revoke it",
		at: { span: key },
		hide: "around"
	};
}
function isReference(value) {
	return variableIn(value) !== void 0 || typeof value === "string" && isVaultReference(value);
}
function variableIn(value) {
	return typeof value === "string" ? REFERENCE.exec(value)?.[1] : void 0;
}

// src/model/tenant/tenant-url-form.ts
/** The one form in which addresses of tenants are compared: lower-case host, no default port, no slash at the end. */
function tenantUrlForm({ protocol, host, pathname }) {
	return `${protocol}//${host}${pathname.replace(/(?<!\/)\/+$/, "")}`;
}

// src/manifest/tenant-url.ts
const TENANT = {
	example: "write the address of the tenant, such as https://contoso.tines.com",
	api: /\/api\/v\d+$/,
	apiPath: "/api/v1"
};
/** Checks the URL of a server that keys are sent to or come from, and brings it into the one form used everywhere: lower-case host, no default port, no trailing slash. */
function parseTenantUrl(text, { example, api, apiPath } = TENANT) {
	const wrong = (message, hint = example, hide = false) => fail({
		code: "MAN030",
		message,
		hint,
		...hide ? { hide } : {}
	});
	const extra = (what) => fail({
		code: "MAN032",
		message: `holds ${what}, expected host and path only`,
		hint: "remove it",
		hide: true
	});
	const parts = /^([A-Za-z][A-Za-z0-9+.-]*):\/\/([^/?#\\]*)(.*)/s.exec(text);
	const [, scheme = "", authority = "", rest = ""] = parts ?? [];
	if (authority.includes("@") || parts === null && text.includes("@")) return extra("a user name or password");
	if (/[?]/.test(rest)) return extra("a query (\"?...\")");
	if (rest.includes("#")) return extra("a fragment (\"#...\")");
	if (/[\s\p{Cc}]/u.test(text)) return wrong("holds white space", "remove the white space");
	if (text.includes("\\")) return wrong("holds a backslash", "write forward slashes");
	if (parts === null) return wrong("is not a URL, expected https://host", withScheme(text, example));
	const url = URL.parse(text);
	if (scheme !== "https" && scheme !== "http") return notHttps(/^(?:ftp|ssh|wss?)$/i.test(scheme) ? `${scheme}://` : "another scheme");
	if (url === null || authority === "") return wrong("is not a valid URL, expected https://host");
	const host = hostFault(authority, url);
	if (host !== void 0) return fail(host);
	if (url.protocol === "http:" && !isLoopback(url.hostname)) return notHttps("http://");
	if (url.port === "0") return wrong("has the port 0");
	const path = url.pathname.replace(/(?<!\/)\/+$/, "");
	if (api.test(path)) return wrong("ends in the path of the API", `leave out ${apiPath}: storysync adds it`);
	return ok(tenantUrlForm(url));
}
function withScheme(text, example) {
	return /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/.test(text) ? `write https://${text}` : example;
}
function notHttps(scheme) {
	return fail({
		code: "MAN031",
		message: `begins with ${scheme}, expected https://`,
		hint: "write https://; http is for localhost, 127.0.0.0/8 and [::1] only"
	});
}
/** What the host is as written must be what it is in use: otherwise two texts mean one tenant. */
function hostFault(authority, url) {
	const written = authority.replace(/:\d*$/, "");
	const code = "MAN033";
	if (written.endsWith(".")) return {
		code,
		message: "has a host that ends in a dot",
		hint: `write ${written.replace(/(?<!\.)\.+$/, "")}`
	};
	if (/[^\u0021-\u007e]/.test(written)) return {
		code,
		message: "has a host with characters outside ASCII",
		hint: `write ${url.hostname}`
	};
	if (written.toLowerCase() !== url.hostname) return {
		code,
		message: "has a host in another form than it is used",
		hint: `write ${url.hostname}`
	};
}

// src/manifest/vault/fill-key.ts
/** The key that a reference means at one place. */
function fillKey(written, { vault, filling }) {
	if (written.kind === "variable") return ok({ keyName: written.name });
	const { reference, at } = written;
	const wrong = (message, hint) => fail([{
		code: "MAN065",
		message,
		hint,
		at
	}]);
	if (!vault.written) return wrong("the key lies in a vault, and the manifest names none", "add keys: { vault: { address: ... } }");
	if (filling === void 0 && isPerDestination(reference)) return wrong("the key of the origin is looked for by the name or a label of a destination", "write a path without {destination} and {label.NAME}, such as ${vault:tines/origin#api_key}");
	const path = filling === void 0 ? ok(reference.path) : fillPath(reference, filling);
	if (!path.ok) return fail([path.error]);
	if (vault.vault === void 0) return fail([]);
	const { field } = reference;
	return ok({
		keyName: `vault:${path.value}#${field}`,
		vaultKey: {
			vault: vault.vault,
			path: path.value,
			field
		}
	});
}
const KEY = "destination_tenant_api_key";
/** The reference for every destination that has none; undefined without one. */
function readDefaultKey(defaults, vault) {
	const cursor = defaults && childOf(defaults, KEY);
	if (cursor === void 0) return void 0;
	const read = readKeyReference(cursor, ["defaults", KEY]);
	if (!read.ok) return { findings: [read.error] };
	const reference = read.value;
	if (reference.kind === "vault" && isPerDestination(reference.reference)) {
		const lost = vault.written ? ok(null) : fillKey(reference, { vault });
		return lost.ok ? {
			reference,
			findings: []
		} : { findings: lost.error };
	}
	const what = reference.kind === "vault" ? "one place in the vault" : `one variable, ${quoted(reference.name)},`;
	return { findings: [{
		code: "MAN065",
		message: `"${KEY}" of "defaults" names ${what} for all destinations: each tenant would be sent the same key`,
		hint: "write {destination} or {label.NAME} into the path, such as ${vault:tines/{destination}#api_key}",
		at: keySpotOf(cursor)
	}] };
}
/** What stands at a destination, or for all of them. */
function fillingOf({ name, at, cursor }, defaults) {
	const [own, common] = [childOf(cursor, "labels"), defaults && childOf(defaults, "labels")];
	return {
		subject: `destination ${quoted(name)}`,
		destination: {
			value: name,
			at
		},
		labelAt: (label) => {
			const holder = own && childOf(own, label) !== void 0 ? own : common;
			const value = holder && childOf(holder, label);
			if (value === void 0) return void 0;
			return textAt(holder, label) ?? {
				value: "unknown",
				at: keySpotOf(value)
			};
		}
	};
}

// src/manifest/tenancy.ts
function readOriginTenancy(root, vault) {
	const origin = childOf(root, "origin");
	return origin?.node.kind === "map" ? readTenancy(origin, ["origin"], "", { vault }) : void 0;
}
/** Without a key of its own a destination in the origin's tenant uses the origin's, and any other the default. */
function readDestinationTenancy({ name, cursor, at }, { origin, vault, defaultKey, filling }) {
	const context = {
		vault,
		filling
	};
	const { value: tenancy, findings } = readTenancy(cursor, ["destinations", name], "destination_", context);
	if (tenancy.hasKey || cursor.node.kind !== "map") return {
		value: tenancy,
		findings
	};
	if (tenancy.url !== void 0 && tenancy.url === origin?.url) return {
		value: {
			...tenancy,
			...origin?.key ? { key: origin.key } : {}
		},
		findings
	};
	const unsure = tenancy.url === void 0 || origin !== void 0 && origin.url === void 0;
	if (defaultKey !== void 0) {
		if (unsure || defaultKey.reference === void 0) return {
			value: tenancy,
			findings
		};
		const key = fillKey(defaultKey.reference, context);
		if (!key.ok) return {
			value: tenancy,
			findings: [...findings, ...key.error]
		};
		return {
			value: {
				...tenancy,
				key: key.value
			},
			findings
		};
	}
	return {
		value: tenancy,
		findings: unsure ? findings : [...findings, missingKey(name, at, origin)]
	};
}
function missingKey(name, at, origin) {
	const why = origin === void 0 ? "there is no origin whose key it could use" : "it is not the origin's tenant";
	return {
		code: "MAN029",
		message: `destination ${quoted(name)} lacks "destination_tenant_api_key", and ${why}`,
		hint: "add destination_tenant_api_key: ${NAME}, or a default with {destination} in its path",
		at
	};
}
function readTenancy(cursor, path, prefix, context) {
	const findings = [];
	const keyField = `${prefix === "" ? "" : "destination_tenant_"}api_key`;
	const written = textAt(cursor, `${prefix}tenant_url`);
	const subject = path[0] === "origin" ? "the origin" : `destination ${quoted(path[1] ?? "")}`;
	let url;
	if (written !== void 0) {
		const parsed = parseTenantUrl(written.value);
		if (parsed.ok) url = parsed.value;
		else {
			const { message, ...rest } = parsed.error;
			findings.push({
				...rest,
				message: `"${prefix}tenant_url" of ${subject} ${message}`,
				at: written.at
			});
		}
	}
	const teamId = idAt(cursor, `${prefix}team_id`)?.value;
	const key = childOf(cursor, keyField);
	const reference = key === void 0 ? void 0 : readKeyReference(key, [...path, keyField]);
	if (reference?.ok === false) findings.push(reference.error);
	const named = reference?.ok === true ? fillKey(reference.value, context) : void 0;
	if (named?.ok === false) findings.push(...named.error);
	return {
		value: {
			hasKey: key !== void 0,
			...url === void 0 ? {} : { url },
			...teamId === void 0 ? {} : { teamId },
			...named?.ok === true ? { key: named.value } : {}
		},
		findings
	};
}
/** The origin as the model has it; undefined while anything about it is wrong. */
function originOf(root, { url, teamId, key }) {
	if (url === void 0 || teamId === void 0 || key === void 0) return void 0;
	const requireChangeControl = flagAt(childOf(root, "origin"), "require_change_control") ?? true;
	return {
		tenantUrl: url,
		teamId,
		...key,
		requireChangeControl
	};
}
/** Two places that would overwrite each other: the origin and a destination, or two destinations. */
function findSharedTeams(destinations, origin) {
	const findings = [];
	const first = /* @__PURE__ */ new Map();
	const originTeam = origin === void 0 ? void 0 : teamOf(origin.tenancy);
	for (const { name, at, tenancy } of destinations) {
		const team = teamOf(tenancy);
		if (team === void 0) continue;
		const where = `team ${tenancy.teamId} of ${tenancy.url}`;
		const other = first.get(team);
		if (origin !== void 0 && team === originTeam) {
			const also = [{
				message: "the origin is here",
				at: keySpotOf(origin.cursor).span
			}];
			const message = `destination ${quoted(name)} is the origin itself (${where})`;
			findings.push({
				code: "MAN046",
				message,
				hint: "choose another team, or remove the destination",
				at,
				also
			});
		} else if (other !== void 0) {
			const also = [{
				message: `destination ${quoted(other.name)} is here`,
				at: other.at.span
			}];
			const message = `destination ${quoted(name)} is the same team as ${quoted(other.name)} (${where})`;
			findings.push({
				code: "MAN047",
				message,
				hint: "merge the two, or correct the URL or team id",
				at,
				also
			});
		} else first.set(team, {
			name,
			at
		});
	}
	return findings;
}
function teamOf({ url, teamId }) {
	return url === void 0 || teamId === void 0 ? void 0 : `${url} ${teamId}`;
}

// src/manifest/vault/read-vault.ts
const SERVER = {
	example: "write the address of the vault, such as https://vault.acme.example",
	api: /\/v1$/,
	apiPath: "/v1"
};
const { mount, auth, auth_mount } = manifestSchema.properties.keys.properties.vault.properties;
function readVault(root) {
	const keys = childOf(root, "keys");
	const cursor = keys && childOf(keys, "vault");
	if (cursor?.node.kind !== "map") return {
		written: cursor !== void 0,
		findings: []
	};
	const how = wordAt(cursor, "auth", auth.enum) ?? auth.default;
	const findings = how === "token" ? findUseless(cursor) : [];
	const address = textAt(cursor, "address");
	const parsed = address && parseTenantUrl(address.value, SERVER);
	if (address === void 0 || parsed === void 0) return {
		written: true,
		findings
	};
	if (!parsed.ok) {
		const { message, ...rest } = parsed.error;
		const fault = {
			...rest,
			message: `"address" of the vault ${message}`,
			at: address.at
		};
		return {
			written: true,
			findings: [...findings, fault]
		};
	}
	const [namespace, audience] = [mountAt(cursor, "namespace"), textAt(cursor, "audience")?.value];
	return {
		vault: {
			address: parsed.value,
			mount: mountAt(cursor, "mount") ?? mount.default,
			...namespace === void 0 ? {} : { namespace },
			auth: how,
			authMount: mountAt(cursor, "auth_mount") ?? auth_mount.default,
			roles: rolesIn(cursor),
			...audience === void 0 ? {} : { audience }
		},
		written: true,
		findings
	};
}
/** The vault's own tools write them with a slash at the end. */
function mountAt(cursor, key) {
	return textAt(cursor, key)?.value.replace(/\/$/, "");
}
function rolesIn(cursor) {
	const one = textAt(cursor, "role")?.value;
	if (one !== void 0) return {
		read: one,
		write: one
	};
	const two = childOf(cursor, "role");
	const [read, write] = [textAt(two, "plan")?.value, textAt(two, "sync")?.value];
	return {
		...read === void 0 ? {} : { read },
		...write === void 0 ? {} : { write }
	};
}
/** A token that is given is used as it is. */
function findUseless(cursor) {
	return [
		"role",
		"audience",
		"auth_mount"
	].flatMap((key) => {
		const child = childOf(cursor, key);
		if (child === void 0) return [];
		return [{
			code: "MAN068",
			severity: "warning",
			message: `${quoted(key)} of the vault has no use with "auth: token": nobody logs in`,
			hint: "remove it, or write auth: github-oidc",
			at: keySpotOf(child)
		}];
	});
}

// src/manifest/assemble.ts
const MAX_SUBSCRIPTIONS = 2e6;
/** Applies all rules and brings the manifest into its one full form: groups resolved, defaults applied. */
function assembleManifest(root, file, today, lines) {
	const catalogue = readCatalogue(root);
	const writtenGroups = entriesAt(root, "groups") ?? [];
	const names = namesOf(new Set(catalogue.stories.keys()), new Set(writtenGroups.map((group) => group.name)));
	const { groups, findings: groupFindings } = resolveGroups(writtenGroups, names);
	const defaults = readOptions(childOf(root, "defaults"), "\"defaults\"", today);
	const findings = [
		...catalogue.findings,
		...groupFindings,
		...defaults.findings
	];
	findings.push(...checkDefaults(defaults.options, names));
	const vault = readVault(root);
	const origin = readOriginTenancy(root, vault);
	const defaultKey = readDefaultKey(childOf(root, "defaults"), vault);
	findings.push(...vault.findings, ...origin?.findings ?? [], ...defaultKey?.findings ?? []);
	const { rollout, rings, findings: rolloutFindings } = readRollout(root, lines);
	findings.push(...rolloutFindings);
	const keys = {
		origin: origin?.value,
		vault,
		defaultKey,
		defaults: childOf(root, "defaults")
	};
	const context = {
		names,
		groups,
		defaults: defaults.options,
		keys,
		today,
		lines
	};
	const members = [];
	let labelled = hasPlainLabels(childOf(root, "defaults"));
	const tenancies = [];
	let subscribed = 0;
	for (const entry of entriesAt(root, "destinations") ?? []) {
		if (subscribed > MAX_SUBSCRIPTIONS) {
			findings.push({
				code: "MAN011",
				message: "the destinations subscribe to more than two million stories in all",
				at: entry.at
			});
			break;
		}
		const reading = readDestination(entry, context);
		findings.push(...reading.findings);
		tenancies.push({
			name: entry.name,
			at: entry.at,
			tenancy: reading.tenancy
		});
		labelled &&= hasPlainLabels(entry.cursor);
		subscribed += reading.destination.subscriptions.length;
		members.push({
			destination: reading.destination,
			at: entry.at
		});
	}
	const originCursor = childOf(root, "origin");
	const both = origin && originCursor ? {
		tenancy: origin.value,
		cursor: originCursor
	} : void 0;
	findings.push(...findSharedTeams(tenancies, both));
	findings.push(...labelled ? checkMembers(rings, members) : []);
	const readOrigin = origin === void 0 ? void 0 : originOf(root, origin.value);
	const stories = new Map([...catalogue.stories].map(([key, { at, allowed, ...story }]) => [key, {
		...story,
		...withPlaces(allowed, lines),
		place: lines.placeOf(at.span)
	}]));
	const destinations = members.map(({ destination }) => destination);
	findings.push(...checkFleetPin(childOf(root, "defaults"), destinations));
	const known = {
		...readOrigin === void 0 ? {} : { origin: readOrigin },
		...rollout === void 0 ? {} : { rollout }
	};
	const { hold } = defaults.options;
	const held = hold === void 0 ? {} : { hold };
	return {
		manifest: {
			file,
			...known,
			stories,
			destinations,
			...held
		},
		findings
	};
}
/** Where one is no text, the shape check has said so, and which ring was meant is not known. */
function hasPlainLabels(options) {
	return (entriesAt(options, "labels") ?? []).every(({ cursor }) => typeof cursor.node.plain === "string");
}
function withPlaces(allowed, lines) {
	if (allowed.length === 0) return {};
	return { allowedLiterals: allowed.map(({ at, ...literal }) => ({
		...literal,
		place: lines.placeOf(at.span)
	})) };
}
/** Names under `defaults` need only exist: they apply where the story is subscribed to. */
function checkDefaults(defaults, names) {
	const detached = [...defaults.detached].map(([value, { at }]) => ({
		entry: {
			value,
			at
		},
		option: "detached"
	}));
	const adopted = (defaults.adopt ?? []).map((entry) => ({
		entry,
		option: "adopt"
	}));
	const pinned = defaults.pin?.stories.flatMap((entry) => checkPinned(entry, "\"defaults\"", names));
	return [...[...detached, ...adopted].flatMap(({ entry, option }) => names.findUnknown(entry, `"${option}" of "defaults"`) ?? []), ...pinned ?? []];
}
function readDestination(entry, { names, groups, defaults, keys, today, lines }) {
	const { name } = entry;
	const subject = `destination ${quoted(name)}`;
	const cursor = fromHere(entry.cursor);
	const filling = fillingOf({
		...entry,
		cursor
	}, keys.defaults);
	const tenancy = readDestinationTenancy({
		...entry,
		cursor
	}, {
		...keys,
		filling
	});
	const own = readOptions(cursor, subject, today);
	const engine = engineOf(cursor, own.options, defaults);
	const merged = mergeOptions(defaultsFor(engine, defaults), own.options);
	const stories = textsAt(cursor, "stories");
	const context = {
		names,
		groups,
		placeOf: lines.placeOf
	};
	const subscriptions = stories === void 0 ? {
		subscriptions: [],
		findings: []
	} : readSubscriptions(stories, own.options, merged, subject, context);
	return {
		destination: {
			name,
			tenantUrl: tenancy.value.url ?? "",
			teamId: tenancy.value.teamId ?? 0,
			...tenancy.value.key ?? { keyName: "" },
			subscriptions: subscriptions.subscriptions,
			engine: "push",
			manualSyncOnly: false,
			labels: Object.fromEntries(merged.labels),
			webhookUrls: "keep",
			changeControl: "fail",
			onDrift: "overwrite",
			prerequisites: "fail",
			...merged.plain,
			...merged.hold === void 0 ? {} : { hold: merged.hold },
			...merged.pin === void 0 ? {} : { pin: merged.pin.pin },
			place: lines.placeOf(entry.at.span)
		},
		tenancy: tenancy.value,
		findings: [
			...tenancy.findings,
			...own.findings,
			...checkEngine({
				...entry,
				cursor
			}, engine, {
				tenancy: tenancy.value,
				origin: keys.origin
			}),
			...subscriptions.findings
		]
	};
}

// src/manifest/shape/safe-to-show.ts
var import_dist = require_dist();
/** Longer lines are not looked at: there may be as many errors as characters. */
const MAX_LINE = 1e3;
/** In a broken file nobody knows what is a value, so a line is shown only when it clearly holds an option of ours. */
function isHarmlessLine(text, offset) {
	const [before] = text.slice(Math.max(0, offset - MAX_LINE), offset).split("\n").slice(-1);
	const [after] = text.slice(offset, offset + MAX_LINE).split("\n", 1);
	const line = `${before ?? ""}${after ?? ""}`;
	if (line.length >= MAX_LINE) return false;
	const [, key = "", behind = ""] = /^\s*(<<|[a-z_]+):(?: (.*))?$/.exec(line.trimEnd()) ?? [];
	const value = behind.replace(/^ +/, "");
	const form = FORMS.get(key);
	return form !== void 0 && (value === "" || ALIAS.test(value) || form.test(value));
}
/** Names of anchors are ours as long as they look like words. */
const ALIAS = /^[*&][a-z][a-z_-]{0,30}$/;
const NUMBER = /^\d{1,16}$/;
const FLAG = /^(?:true|false)$/;
const ADDRESS = /^https?:\/\/[a-z0-9.-]{1,253}(?::\d{1,5})?\/?$/;
/** A list of names, perhaps without its closing bracket. */
const LIST = { test: (value) => value.startsWith("[") && value.replace(/^\[|\]$/g, "").split(",").every((entry) => ENTRY.test(entry.trim())) };
const ENTRY = /^(?:["']?@?[a-z0-9][a-z0-9_.-]{0,62}["']?)?$/;
const NOTHING = /^$/;
/** What may stand behind a key of ours on its line. Texts that people write freely are not among it. */
const FORMS = new Map([
	["<<", NOTHING],
	...Object.keys(manifestSchema.properties).map((name) => [name, NOTHING]),
	...Object.entries(destinationSchema.properties).map(([name, schema]) => [name, formOf(schema)]),
	["version", NUMBER],
	["tenant_url", ADDRESS],
	["destination_tenant_url", ADDRESS],
	["team_id", NUMBER],
	["require_change_control", FLAG],
	["until", /^[\d-]{1,10}$/]
]);
function formOf(schema) {
	if (schema.type === "integer") return NUMBER;
	if (schema.type === "boolean") return FLAG;
	if (schema.type === "array") return LIST;
	return schema.enum === void 0 ? NOTHING : new RegExp(`^(?:${schema.enum.join("|")})$`);
}

// src/manifest/text.ts
const MAX_BYTES = 10485760;
const MAX_DEPTH$1 = 200;
/**
* The parser takes its time for each entry and each mistake. A thousand destinations with two hundred stories each, every
* one on a line of its own, have 420,000.
*/
const MAX_MARKS = 6e5;
const wholeFile = { span: {
	start: 0,
	end: 0
} };
/** What cannot be a manifest is refused before the YAML parser sees it. */
function decodeText(bytes) {
	if (bytes.length > MAX_BYTES) {
		const size = (bytes.length / 1024 / 1024).toFixed(1);
		return fail({
			code: "MAN001",
			message: `the file has ${size} MB, expected at most 10 MB`,
			at: wholeFile
		});
	}
	if (bytes[0] === 255 && bytes[1] === 254 || bytes[0] === 254 && bytes[1] === 255) return fail({
		code: "MAN002",
		message: "the file is UTF-16 text, expected UTF-8",
		hint: "save the file as UTF-8",
		at: wholeFile
	});
	let text;
	try {
		text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
	} catch {
		return fail({
			code: "MAN002",
			message: "the file is not valid UTF-8 text",
			hint: "save the file as UTF-8",
			at: wholeFile
		});
	}
	return ok(text);
}
/** Checks that need no parser, so that a hostile file costs next to nothing. */
function checkText(text) {
	const control = text.search(/[^\P{Cc}\t\n\r\u0085]/u);
	if (control >= 0) {
		const code = text.charCodeAt(control);
		const name = code === 0 ? "a NUL character" : `the control character 0x${code.toString(16).padStart(2, "0")}`;
		const at = { span: {
			start: control,
			end: control + 1
		} };
		return {
			code: "MAN003",
			message: `the file holds ${name}, expected text`,
			at,
			hide: true
		};
	}
	if (!/^[ \t]*[^\s#]/m.test(text)) return {
		code: "MAN004",
		message: "the file is empty, expected a manifest",
		hint: "begin with \"version: 1\", \"stories:\" and \"destinations:\"",
		at: wholeFile,
		hide: true
	};
	const deep = findDeepNesting(text);
	if (deep !== void 0) return tooDeep(deep);
	const last = findLastMark(text);
	if (last === void 0) return void 0;
	return {
		code: "MAN048",
		message: "the file has more than 600,000 lines, entries and brackets",
		hint: "say repeated lists once, with groups, defaults, anchors and merge keys, or split the repository",
		at: { span: {
			start: last,
			end: last + 1
		} },
		hide: true
	};
}
/** Where the text has more of YAML's signs than any manifest. */
function findLastMark(text) {
	if (text.length <= MAX_MARKS) return void 0;
	let marks = 0;
	for (let at = 0; at < text.length; at++) if (isMark(text, at) && ++marks > MAX_MARKS) return at;
}
const SIGNS = new Set(["\n", ...",[]{}\"'&*!|>%@`".split("")].map((sign) => sign.charCodeAt(0)));
/** Signs when white space follows. */
const BEFORE_SPACE = new Set(":-?".split("").map((sign) => sign.charCodeAt(0)));
function isMark(text, at) {
	const code = text.charCodeAt(at);
	return SIGNS.has(code) || BEFORE_SPACE.has(code) && !(text.charCodeAt(at + 1) > 32);
}
function tooDeep(offset) {
	const at = { span: {
		start: offset,
		end: offset + 1
	} };
	return {
		code: "MAN015",
		message: `values are nested more than ${MAX_DEPTH$1} levels deep`,
		at,
		hide: true
	};
}
/** The parser recurses, so brackets that only ever open are refused beforehand; it handles all other depth itself. */
function findDeepNesting(text) {
	let opened = 0;
	for (const { 0: bracket, index } of text.matchAll(/[[\]{}]/g)) {
		opened = bracket === "[" || bracket === "{" ? opened + 1 : 0;
		if (opened > MAX_DEPTH$1) return index;
	}
	return /(?:[-?] +){201}/.exec(text)?.index;
}

// src/manifest/compose.ts
const MAX_SIZE = 2e6;
/** Entries copied by merge keys; copies cost more than aliases, and a real manifest has a few for each destination. */
const MAX_MERGED = 3e5;
const MAX_DEPTH = 200;
const PLAIN_TAG = /^tag:yaml\.org,2002:(str|int|float|bool|null|map|seq)$/;
/** Builds the located tree in the order of the file: an alias means the latest anchor of its name before it. */
function composeTree(contents, text) {
	const findings = [];
	const lost = [];
	const overridden = [];
	/** An anchor without node is open: we are inside its value. */
	const anchors = /* @__PURE__ */ new Map();
	let made = 0;
	let merged = 0;
	const guessed = guesser();
	let given = false;
	/** Inside the value of a key field everything may be a key, so nothing is said about details. */
	let inKeyField = false;
	const report = (finding) => {
		if (!inKeyField || !QUIET.has(finding.code)) findings.push(finding);
	};
	/** A pasted secret may begin with `*`, `&` or `!`, and then YAML takes it for a name. */
	const nameFor = (offset, name) => isHarmlessLine(text, offset) ? ` ${quoted(name)}` : "";
	/** Once a limit is passed nothing more is built; one message says so. */
	const giveUp = (finding) => {
		if (!given) report(finding);
		given = true;
		return scalar(null, finding.at.span);
	};
	/** The parser counts the line break after a block as part of it. */
	function spanOf(yaml, fallback) {
		const range = (0, import_dist.isScalar)(yaml) || (0, import_dist.isMap)(yaml) || (0, import_dist.isSeq)(yaml) || (0, import_dist.isAlias)(yaml) ? yaml.range : void 0;
		if (!range) return fallback;
		let end = range[1];
		while (end > range[0] && /\s/.test(text.charAt(end - 1))) end--;
		return {
			start: range[0],
			end
		};
	}
	function refOf(yaml, depth, fallback) {
		if ((0, import_dist.isAlias)(yaml)) return aliasOf(yaml);
		return { node: nodeOf(yaml, depth, fallback) };
	}
	function aliasOf(yaml) {
		const alias = spanOf(yaml, {
			start: 0,
			end: 0
		});
		const anchor = anchors.get(yaml.source);
		if (anchor?.node !== void 0) return {
			node: anchor.node,
			alias
		};
		const at = { span: alias };
		const hide = !isHarmlessLine(text, alias.start);
		const name = nameFor(alias.start, `*${yaml.source}`);
		if (anchor === void 0) {
			const hint = didYouMean(yaml.source, anchors.keys(), (name) => `"*${name}"`, guessed) ?? "an anchor must stand before its aliases";
			report({
				code: "MAN009",
				message: `the alias${name} has no anchor before it`,
				hint,
				at,
				hide
			});
		} else {
			const also = [{
				message: "its anchor is here",
				at: anchor.at
			}];
			report({
				code: "MAN010",
				message: `the alias${name} contains itself`,
				at,
				also,
				hide
			});
		}
		return {
			node: scalar(null, alias),
			alias
		};
	}
	function nodeOf(yaml, depth, fallback) {
		const span = spanOf(yaml, fallback);
		if (given) return scalar(null, span);
		if (depth > MAX_DEPTH) return giveUp(tooDeep(span.start));
		const { anchor, tag } = (0, import_dist.isScalar)(yaml) || (0, import_dist.isMap)(yaml) || (0, import_dist.isSeq)(yaml) ? yaml : {};
		if (tag !== void 0 && !PLAIN_TAG.test(tag)) report({
			code: "MAN012",
			message: `the tag${nameFor(span.start, tag)} is not allowed`,
			hint: "write the plain value; a key is given as a reference, ${NAME}",
			at: { span },
			hide: !isHarmlessLine(text, span.start)
		});
		if (anchor !== void 0) anchors.set(anchor, { at: anchorSpan(anchor, span) });
		let node;
		if ((0, import_dist.isMap)(yaml)) node = mapOf(yaml, span, depth);
		else if ((0, import_dist.isSeq)(yaml)) node = listOf(yaml, span, depth);
		else node = scalar((0, import_dist.isScalar)(yaml) ? plainOf(yaml.value) : null, span);
		made++;
		if (made > MAX_SIZE || node.size > MAX_SIZE) return giveUp(bomb(span));
		if (node.height > MAX_DEPTH) return giveUp(tooDeep(span.start));
		if (anchor !== void 0) anchors.set(anchor, {
			node,
			at: anchorSpan(anchor, span)
		});
		return node;
	}
	function anchorSpan(name, value) {
		const start = Math.max(0, text.lastIndexOf(`&${name}`, value.start));
		return {
			start,
			end: start + name.length + 1
		};
	}
	function listOf(yaml, span, depth) {
		const items = yaml.items.map((item) => refOf((0, import_dist.isPair)(item) ? item.key : item, depth + 1, span));
		return {
			kind: "list",
			span,
			items,
			plain: items.map((item) => item.node.plain),
			...extent(items)
		};
	}
	function mapOf(yaml, span, depth) {
		const entries = /* @__PURE__ */ new Map();
		const merges = [];
		for (const pair of yaml.items) {
			if (given) break;
			if (isMergeKey(pair)) {
				merges.push(...mergeSources(refOf(pair.value, depth + 1, spanOf(pair.key, span))));
				continue;
			}
			const keyRef = refOf(pair.key, depth + 1, span);
			const key = keyRef.alias ?? keyRef.node.span;
			const name = keyRef.node.plain;
			const outside = inKeyField;
			inKeyField ||= typeof name === "string" && isKeyField(name);
			const value = refOf(pair.value, depth + 1, {
				start: key.end,
				end: key.end
			});
			inKeyField = outside;
			if (typeof name !== "string") {
				reportKey(name, key);
				lost.push({
					spans: [key],
					node: keyRef.node
				}, valueBehind(key, value));
				continue;
			}
			const first = entries.get(name);
			if (first === void 0) entries.set(name, {
				key,
				value
			});
			else {
				lost.push(valueBehind(key, value), valueBehind(first.key, first.value));
				reportDuplicate(name, key, first.key);
			}
		}
		for (const { node, alias } of merges) {
			if (node.kind !== "map") continue;
			for (const [name, entry] of node.entries) {
				if (++merged > MAX_MERGED) return giveUp(bomb(span));
				if (entries.has(name)) {
					if (isKeyField(name)) overridden.push({
						name,
						key: entry.key,
						value: entry.value
					});
					continue;
				}
				entries.set(name, alias === void 0 ? entry : {
					...entry,
					merged: alias
				});
			}
		}
		const plain = Object.create(null);
		for (const [name, entry] of entries) plain[name] = entry.value.node.plain;
		return {
			kind: "map",
			span,
			entries,
			plain,
			...extent([...entries.values()].map((entry) => entry.value))
		};
	}
	function mergeSources(ref) {
		const sources = ref.node.kind === "list" ? ref.node.items.map((item) => ({
			...item,
			...pick(ref.alias)
		})) : [ref];
		for (const { node, alias } of sources) {
			if (node.kind === "map" || given || findings.some(({ at }) => at.span === alias)) continue;
			const hint = "a merge key takes an alias of a map, such as \"<<: *base\"";
			const at = { span: alias ?? node.span };
			const hide = !isHarmlessLine(text, at.span.start);
			report({
				code: "MAN017",
				message: "the merge key \"<<\" has no map to merge",
				hint,
				at,
				hide
			});
		}
		return sources;
	}
	function reportKey(name, span) {
		const shown = typeof name === "number" || typeof name === "boolean" || name === null;
		const message = shown ? `the key ${String(name)} is not text` : "a list or a map stands where a key is expected";
		const hint = shown ? `put it in quotes: "${text.slice(span.start, span.end) || "null"}"` : "text in braces must be quoted";
		report({
			code: "MAN013",
			message,
			hint,
			at: { span },
			...shown ? {} : { hide: true }
		});
	}
	function reportDuplicate(name, span, first) {
		const also = [{
			message: "the first one is here",
			at: first
		}];
		const message = `the key ${quoted(name)} is written twice`;
		report({
			code: "MAN008",
			message,
			hint: "remove or rename one of them",
			at: { span },
			also
		});
	}
	return {
		root: nodeOf(contents, 0, {
			start: 0,
			end: 0
		}),
		findings,
		lost,
		overridden
	};
}
/** Findings that name keys. */
const QUIET = /* @__PURE__ */ new Set(["MAN008", "MAN013"]);
function scalar(plain, span) {
	return {
		kind: "scalar",
		span,
		plain,
		size: 1,
		height: 0
	};
}
function extent(refs) {
	let size = 1;
	let height = 0;
	for (const { node } of refs) {
		size += node.size;
		height = Math.max(height, node.height + 1);
	}
	return {
		size,
		height
	};
}
function pick(alias) {
	return alias === void 0 ? {} : { alias };
}
function bomb(span) {
	return {
		code: "MAN011",
		message: "aliases and merge keys expand to too much, expected at most two million values",
		hint: "remove aliases of lists that hold aliases of lists",
		at: { span: {
			start: span.start,
			end: span.start + 1
		} },
		hide: true
	};
}
function isMergeKey(pair) {
	if (!(0, import_dist.isScalar)(pair.key)) return false;
	const { value, type } = pair.key;
	return typeof value === "symbol" || value === "<<" && type === "PLAIN";
}
function plainOf(value) {
	if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
	return typeof value === "symbol" ? "<<" : null;
}

// src/manifest/shape/look-alike.ts
const NAME_IT = "name the manifest with --manifest (default sync.yaml)";
const ours = (format) => (value) => typeof value.format === "string" && value.format.startsWith(`storysync.${format}/`);
/** What people give in the manifest's place; the first that fits is told. */
const KINDS = [
	{
		what: "a story export",
		hint: `${NAME_IT}; a story file belongs below "stories/", under its key in the manifest`,
		is: (value) => isArray(value.agents) && isArray(value.links)
	},
	{
		what: "a plan file",
		hint: `apply it with "storysync sync --plan", or ${NAME_IT}`,
		is: ours("plan")
	},
	{
		what: "a status report",
		hint: NAME_IT,
		is: ours("status")
	},
	{
		what: "a findings report",
		hint: NAME_IT,
		is: ours("findings")
	},
	{
		what: "the config of the emulator",
		hint: `start it with "storysync emulator --config", or ${NAME_IT}`,
		is: (value) => isObject(value.tenants)
	},
	{
		what: "a GitHub workflow",
		hint: NAME_IT,
		is: (value) => "jobs" in value && "on" in value
	},
	{
		what: "a package.json",
		hint: NAME_IT,
		is: (value) => typeof value.name === "string" && [
			"dependencies",
			"devDependencies",
			"scripts"
		].some((key) => key in value)
	},
	{
		what: "a JSON Schema",
		hint: NAME_IT,
		is: (value) => "$schema" in value && "properties" in value
	}
];
/** Another file that we know, in the manifest's place: one sentence instead of an error for each of its keys. */
function findLookAlike(value) {
	if (!isObject(value) || "destinations" in value || "stories" in value) return void 0;
	const kind = KINDS.find(({ is }) => is(value));
	if (kind === void 0) return void 0;
	return {
		code: "RUN042",
		message: `this is ${kind.what}, not a manifest`,
		hint: kind.hint,
		at: { span: {
			start: 0,
			end: 0
		} },
		hide: true
	};
}
/** The same for JSON, which a YAML parser may not get through: tabs, or a depth that no manifest has. */
function findJsonLookAlike(text) {
	if (!/^\s*\{/.test(text)) return void 0;
	try {
		return findLookAlike(JSON.parse(text));
	} catch {
		return;
	}
}

// src/manifest/syntax.ts
/**
* The parser's errors in our words. Its own messages quote the text around the error, which may be a key. One broken
* place makes it report many errors, so only the first counts, except for tabs, where each line stands for itself.
*/
function explainSyntaxErrors(errors, text) {
	const tabs = errors.filter((error) => error.code === "TAB_AS_INDENT");
	if (tabs.length > 0) return tabs.map((error) => explain$2(error, text));
	const first = errors.find((error) => error.code === "RESOURCE_EXHAUSTION") ?? errors[0];
	return first === void 0 ? [] : [explain$2(first, text)];
}
function explain$2(error, text) {
	const start = Math.min(error.pos[0], text.length);
	const at = { span: {
		start,
		end: Math.max(start + 1, Math.min(error.pos[1], endOfLine(text, start)))
	} };
	if (error.code === "RESOURCE_EXHAUSTION") return tooDeep(start);
	const hide = !isHarmlessLine(text, start);
	if (error.code === "TAB_AS_INDENT") return {
		code: "MAN006",
		message: "a tab is used for indentation, expected spaces",
		hint: "replace the tab with spaces",
		at,
		hide
	};
	if (error.code === "MULTIPLE_DOCS") return {
		code: "MAN007",
		message: "a second YAML document begins here, expected one",
		hint: "remove the \"---\" line and what does not belong",
		at,
		hide
	};
	if (error.code === "BAD_DIRECTIVE") return {
		code: "MAN016",
		message: "this YAML directive is not supported",
		hint: "remove the line",
		at,
		hide
	};
	return {
		code: "MAN005",
		...wordsFor(error, text[start] ?? ""),
		at,
		hide
	};
}
function wordsFor(error, character) {
	if (error.code === "BAD_SCALAR_START") {
		const hint = character === "@" ? "put the entry in quotes: \"@group\"" : "put the value in quotes";
		return {
			message: `a value cannot begin with ${JSON.stringify(character)}`,
			hint
		};
	}
	if (error.code === "MISSING_CHAR" && /^Missing closing .quote$/.test(error.message)) return {
		message: "a quoted text is never closed",
		hint: "add the closing quote"
	};
	return WORDS[error.code] ?? {
		message: "this is not valid YAML",
		hint: "check quotes, brackets and indentation here and just above"
	};
}
const WORDS = {
	BAD_INDENT: {
		message: "the indentation does not fit the lines above",
		hint: "give all keys of one map the same indentation, and close every bracket"
	},
	BAD_DQ_ESCAPE: {
		message: "unknown escape sequence in a quoted text",
		hint: "write \\\\ for a backslash, or use single quotes"
	},
	BLOCK_AS_IMPLICIT_KEY: {
		message: "a map or a list begins in the middle of a line",
		hint: "put it on a line of its own, or quote a text that holds \": \""
	},
	BLOCK_IN_FLOW: {
		message: "indented lines stand inside brackets",
		hint: "use brackets or indentation, not both"
	},
	MISSING_CHAR: {
		message: "a character is missing here",
		hint: "a key needs \": \" after it, an entry in brackets needs \",\""
	},
	MULTILINE_IMPLICIT_KEY: {
		message: "a line is neither \"key: value\" nor part of the value above",
		hint: "a key needs \": \" (colon and space) after it"
	},
	UNEXPECTED_TOKEN: {
		message: "this does not belong here",
		hint: "check brackets, commas and quotes here and just above"
	}
};
function endOfLine(text, offset) {
	const end = text.indexOf("\n", offset);
	return end < 0 ? text.length : end;
}

// src/manifest/document.ts
/** Mistakes after which the tree is a guess: saying more would blame what is right. */
const FATAL = /* @__PURE__ */ new Set([
	"MAN009",
	"MAN010",
	"MAN011",
	"MAN015",
	"MAN017"
]);
function readDocument(text) {
	const refused = checkText(text);
	const other = findJsonLookAlike(text);
	if (other !== void 0) return { findings: [other] };
	if (refused !== void 0) return { findings: [refused] };
	const document = parseYaml(text);
	const directives = document.warnings.filter((warning) => warning.code === "BAD_DIRECTIVE");
	const syntax = explainSyntaxErrors([...directives, ...document.errors], text);
	if (syntax.length > 0) return { findings: syntax };
	const { yaml } = document.directives ?? {};
	if (yaml?.explicit === true && yaml.version !== "1.2") return { findings: [{
		code: "MAN016",
		message: "the file asks for YAML 1.1, expected 1.2",
		hint: "remove the %YAML line",
		at: { span: {
			start: 0,
			end: text.indexOf("\n")
		} }
	}] };
	const composition = composeTree(document.contents, text);
	const fatal = composition.findings.filter((finding) => FATAL.has(finding.code));
	if (fatal.length > 0) return { findings: fatal };
	const lookAlike = findLookAlike(composition.root.plain);
	if (lookAlike !== void 0) return { findings: [lookAlike] };
	if (composition.root.plain !== null) return {
		...composition,
		document
	};
	return { findings: [{
		code: "MAN004",
		message: "the file is empty, expected a manifest",
		hint: "begin with \"version: 1\", \"stories:\" and \"destinations:\"",
		at: { span: {
			start: 0,
			end: 0
		} },
		hide: true
	}] };
}
function parseYaml(text) {
	const { stackTraceLimit } = Error;
	try {
		Error.stackTraceLimit = 0;
		return (0, import_dist.parseDocument)(text, {
			schema: "core",
			merge: true,
			prettyErrors: false,
			resolveKnownTags: false,
			uniqueKeys: false
		});
	} finally {
		Error.stackTraceLimit = stackTraceLimit;
	}
}

// src/manifest/edit/lines.ts
/** No excerpt reaches further. */
const FAR = 2e3;
function indexLines(file, text) {
	const starts = [0];
	for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	const lineOf = (offset) => {
		let low = 0;
		let high = starts.length;
		while (high - low > 1) {
			const middle = low + high >> 1;
			if ((starts[middle] ?? 0) <= offset) low = middle;
			else high = middle;
		}
		return low + 1;
	};
	const columnOf = (offset, line) => offset - (starts[line - 1] ?? 0) + 1;
	const placeOf = ({ start, end }) => {
		const line = lineOf(start);
		const endLine = lineOf(end);
		return {
			file,
			line,
			column: columnOf(start, line),
			endLine,
			endColumn: columnOf(end, endLine)
		};
	};
	const noteBehind = ({ start }) => {
		const next = starts[lineOf(start)];
		const end = next === void 0 ? text.length : next - 1;
		const note = text.slice(start, Math.min(end, start + FAR)).search(/\s#/);
		return note < 0 ? void 0 : [{
			start: start + note,
			end
		}];
	};
	return {
		lineOf,
		placeOf,
		noteBehind
	};
}

// src/manifest/problems.ts
/** More secrets than this on one line: do not look closer, show nothing of it. */
const MANY = 50;
/** Findings as users see them: one per mistake, sorted by place, and no line with a secret in it. */
function toProblems(findings, secrets, lines) {
	const hidden = secretsByLine([...findings.filter(({ hide }) => hide === true).map(({ at }) => at.span), ...secrets.flatMap(({ spans }) => spans)], lines);
	return gather(findings).map(({ finding, uses }) => toProblem(finding, uses, hidden, lines)).sort(byPlace);
}
/** A mistake in an anchor shows up at every use. It is one mistake: the first use is shown, the others are counted. */
function gather(findings) {
	const gathered = /* @__PURE__ */ new Map();
	for (const finding of findings) {
		const { span, use } = finding.at;
		const key = `${finding.code} ${span.start} ${span.end} ${finding.about ?? ""}`;
		const found = gathered.get(key) ?? {
			finding,
			uses: /* @__PURE__ */ new Map()
		};
		gathered.set(key, found);
		if (use === void 0) found.finding = finding;
		if (use !== void 0) found.uses.set(use.start, use);
	}
	return [...gathered.values()].map(({ finding, uses }) => ({
		finding,
		uses: [...uses.values()]
	}));
}
function toProblem(finding, uses, hidden, lines) {
	const { span, use } = finding.at;
	const related = (finding.also ?? []).map(({ message, at }) => ({
		message,
		place: lines.placeOf(at)
	}));
	const [first] = uses;
	if (first !== void 0) {
		const more = uses.length > 1 ? `, and at ${uses.length - 1} more places` : "";
		related.push({
			message: `${use === void 0 ? "it is also" : "it is"} used here${more}`,
			place: lines.placeOf(first)
		});
	}
	const secrets = hidden.get(lines.lineOf(span.start)) ?? lines.noteBehind(span);
	const apart = (secret) => secret.end <= span.start || secret.start >= span.end;
	const clean = secrets === void 0 || secrets.length <= MANY && secrets.every(apart);
	const hide = finding.hide === true || finding.hide === "around" || secrets !== void 0;
	return {
		code: finding.code,
		severity: finding.severity ?? "error",
		message: finding.message,
		hint: finding.hint ?? catalogue[finding.code].fix,
		place: lines.placeOf(span),
		...related.length === 0 ? {} : { related },
		...hide ? { hideSource: true } : {},
		...hide && clean && finding.hide !== true ? { showOwnText: true } : {}
	};
}
function secretsByLine(secrets, lines) {
	const byLine = /* @__PURE__ */ new Map();
	for (const secret of new Map(secrets.map((span) => [`${span.start} ${span.end}`, span])).values()) {
		const last = lines.lineOf(secret.end);
		for (let line = lines.lineOf(secret.start); line <= last; line++) {
			const known = byLine.get(line);
			if (known === void 0) byLine.set(line, [secret]);
			else known.push(secret);
		}
	}
	return byLine;
}
function byPlace(a, b) {
	return (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0) || compare(a.code, b.code) || compare(a.message, b.message);
}
function compare(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}

// src/manifest/shape/redact.ts
/** Shorter ones are words that messages need. */
const SHORTEST = 6;
const NAMED = [
	"stories",
	"groups",
	"destinations"
];
/**
* An alias can bring a text that must not be shown to where it is taken for a name, and messages quote names. So no
* quoted text stays in a message that stands in a hidden place, unless the manifest calls something by it.
*/
function redact(findings, secrets, root) {
	const texts = /* @__PURE__ */ new Set();
	const seen = /* @__PURE__ */ new Set();
	for (const { node } of secrets) if (node !== void 0) collectTexts(node, texts, seen);
	for (const name of namesIn$2(root)) texts.delete(name);
	if (texts.size === 0) return findings;
	const pieces = new Set([...texts].flatMap((text) => shortenedText(text).split("\"")).filter(isLong));
	const clean = (message) => message.split("\"").map((piece) => pieces.has(piece) ? "(not shown)" : piece).join("\"");
	return findings.map((finding) => ({
		...finding,
		message: clean(finding.message),
		...finding.hint === void 0 ? {} : { hint: clean(finding.hint) },
		...finding.also === void 0 ? {} : { also: finding.also.map((also) => ({
			...also,
			message: clean(also.message)
		})) }
	}));
}
function collectTexts(node, texts, seen) {
	if (seen.has(node)) return;
	seen.add(node);
	if (node.kind === "scalar") {
		if (typeof node.plain === "string" && isLong(node.plain)) texts.add(node.plain);
	} else {
		const inside = node.kind === "list" ? node.items : [...node.entries.values()].map(({ value }) => value);
		for (const ref of inside) collectTexts(ref.node, texts, seen);
	}
}
function namesIn$2(root) {
	if (root.kind !== "map") return [];
	return NAMED.flatMap((section) => {
		const map = root.entries.get(section)?.value.node;
		return map?.kind === "map" ? [...map.entries.keys()].flatMap((name) => [name, `@${name}`]) : [];
	});
}
function isLong(text) {
	return text.length >= SHORTEST;
}

// node_modules/ajv/dist/compile/codegen/code.js
var require_code$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.regexpCode = exports.getEsmExportName = exports.getProperty = exports.safeStringify = exports.stringify = exports.strConcat = exports.addCodeArg = exports.str = exports._ = exports.nil = exports._Code = exports.Name = exports.IDENTIFIER = exports._CodeOrName = void 0;
	var _CodeOrName = class {};
	exports._CodeOrName = _CodeOrName;
	exports.IDENTIFIER = /^[a-z$_][a-z$_0-9]*$/i;
	var Name = class extends _CodeOrName {
		constructor(s) {
			super();
			if (!exports.IDENTIFIER.test(s)) throw new Error("CodeGen: name must be a valid identifier");
			this.str = s;
		}
		toString() {
			return this.str;
		}
		emptyStr() {
			return false;
		}
		get names() {
			return { [this.str]: 1 };
		}
	};
	exports.Name = Name;
	var _Code = class extends _CodeOrName {
		constructor(code) {
			super();
			this._items = typeof code === "string" ? [code] : code;
		}
		toString() {
			return this.str;
		}
		emptyStr() {
			if (this._items.length > 1) return false;
			const item = this._items[0];
			return item === "" || item === "\"\"";
		}
		get str() {
			var _a;
			return (_a = this._str) !== null && _a !== void 0 ? _a : this._str = this._items.reduce((s, c) => `${s}${c}`, "");
		}
		get names() {
			var _a;
			return (_a = this._names) !== null && _a !== void 0 ? _a : this._names = this._items.reduce((names, c) => {
				if (c instanceof Name) names[c.str] = (names[c.str] || 0) + 1;
				return names;
			}, {});
		}
	};
	exports._Code = _Code;
	exports.nil = new _Code("");
	function _(strs, ...args) {
		const code = [strs[0]];
		let i = 0;
		while (i < args.length) {
			addCodeArg(code, args[i]);
			code.push(strs[++i]);
		}
		return new _Code(code);
	}
	exports._ = _;
	const plus = new _Code("+");
	function str(strs, ...args) {
		const expr = [safeStringify(strs[0])];
		let i = 0;
		while (i < args.length) {
			expr.push(plus);
			addCodeArg(expr, args[i]);
			expr.push(plus, safeStringify(strs[++i]));
		}
		optimize(expr);
		return new _Code(expr);
	}
	exports.str = str;
	function addCodeArg(code, arg) {
		if (arg instanceof _Code) code.push(...arg._items);
		else if (arg instanceof Name) code.push(arg);
		else code.push(interpolate(arg));
	}
	exports.addCodeArg = addCodeArg;
	function optimize(expr) {
		let i = 1;
		while (i < expr.length - 1) {
			if (expr[i] === plus) {
				const res = mergeExprItems(expr[i - 1], expr[i + 1]);
				if (res !== void 0) {
					expr.splice(i - 1, 3, res);
					continue;
				}
				expr[i++] = "+";
			}
			i++;
		}
	}
	function mergeExprItems(a, b) {
		if (b === "\"\"") return a;
		if (a === "\"\"") return b;
		if (typeof a == "string") {
			if (b instanceof Name || a[a.length - 1] !== "\"") return;
			if (typeof b != "string") return `${a.slice(0, -1)}${b}"`;
			if (b[0] === "\"") return a.slice(0, -1) + b.slice(1);
			return;
		}
		if (typeof b == "string" && b[0] === "\"" && !(a instanceof Name)) return `"${a}${b.slice(1)}`;
	}
	function strConcat(c1, c2) {
		return c2.emptyStr() ? c1 : c1.emptyStr() ? c2 : str`${c1}${c2}`;
	}
	exports.strConcat = strConcat;
	function interpolate(x) {
		return typeof x == "number" || typeof x == "boolean" || x === null ? x : safeStringify(Array.isArray(x) ? x.join(",") : x);
	}
	function stringify(x) {
		return new _Code(safeStringify(x));
	}
	exports.stringify = stringify;
	function safeStringify(x) {
		return JSON.stringify(x).replace(/\u2028/g, "\\u2028").replace(/\u2029/g, "\\u2029");
	}
	exports.safeStringify = safeStringify;
	function getProperty(key) {
		return typeof key == "string" && exports.IDENTIFIER.test(key) ? new _Code(`.${key}`) : _`[${key}]`;
	}
	exports.getProperty = getProperty;
	function getEsmExportName(key) {
		if (typeof key == "string" && exports.IDENTIFIER.test(key)) return new _Code(`${key}`);
		throw new Error(`CodeGen: invalid export name: ${key}, use explicit $id name mapping`);
	}
	exports.getEsmExportName = getEsmExportName;
	function regexpCode(rx) {
		return new _Code(rx.toString());
	}
	exports.regexpCode = regexpCode;
}));

// node_modules/ajv/dist/compile/codegen/scope.js
var require_scope = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.ValueScope = exports.ValueScopeName = exports.Scope = exports.varKinds = exports.UsedValueState = void 0;
	const code_1 = require_code$1();
	var ValueError = class extends Error {
		constructor(name) {
			super(`CodeGen: "code" for ${name} not defined`);
			this.value = name.value;
		}
	};
	var UsedValueState;
	(function(UsedValueState) {
		UsedValueState[UsedValueState["Started"] = 0] = "Started";
		UsedValueState[UsedValueState["Completed"] = 1] = "Completed";
	})(UsedValueState || (exports.UsedValueState = UsedValueState = {}));
	exports.varKinds = {
		const: new code_1.Name("const"),
		let: new code_1.Name("let"),
		var: new code_1.Name("var")
	};
	var Scope = class {
		constructor({ prefixes, parent } = {}) {
			this._names = {};
			this._prefixes = prefixes;
			this._parent = parent;
		}
		toName(nameOrPrefix) {
			return nameOrPrefix instanceof code_1.Name ? nameOrPrefix : this.name(nameOrPrefix);
		}
		name(prefix) {
			return new code_1.Name(this._newName(prefix));
		}
		_newName(prefix) {
			const ng = this._names[prefix] || this._nameGroup(prefix);
			return `${prefix}${ng.index++}`;
		}
		_nameGroup(prefix) {
			var _a, _b;
			if (((_b = (_a = this._parent) === null || _a === void 0 ? void 0 : _a._prefixes) === null || _b === void 0 ? void 0 : _b.has(prefix)) || this._prefixes && !this._prefixes.has(prefix)) throw new Error(`CodeGen: prefix "${prefix}" is not allowed in this scope`);
			return this._names[prefix] = {
				prefix,
				index: 0
			};
		}
	};
	exports.Scope = Scope;
	var ValueScopeName = class extends code_1.Name {
		constructor(prefix, nameStr) {
			super(nameStr);
			this.prefix = prefix;
		}
		setValue(value, { property, itemIndex }) {
			this.value = value;
			this.scopePath = (0, code_1._)`.${new code_1.Name(property)}[${itemIndex}]`;
		}
	};
	exports.ValueScopeName = ValueScopeName;
	const line = (0, code_1._)`\n`;
	var ValueScope = class extends Scope {
		constructor(opts) {
			super(opts);
			this._values = {};
			this._scope = opts.scope;
			this.opts = {
				...opts,
				_n: opts.lines ? line : code_1.nil
			};
		}
		get() {
			return this._scope;
		}
		name(prefix) {
			return new ValueScopeName(prefix, this._newName(prefix));
		}
		value(nameOrPrefix, value) {
			var _a;
			if (value.ref === void 0) throw new Error("CodeGen: ref must be passed in value");
			const name = this.toName(nameOrPrefix);
			const { prefix } = name;
			const valueKey = (_a = value.key) !== null && _a !== void 0 ? _a : value.ref;
			let vs = this._values[prefix];
			if (vs) {
				const _name = vs.get(valueKey);
				if (_name) return _name;
			} else vs = this._values[prefix] = /* @__PURE__ */ new Map();
			vs.set(valueKey, name);
			const s = this._scope[prefix] || (this._scope[prefix] = []);
			const itemIndex = s.length;
			s[itemIndex] = value.ref;
			name.setValue(value, {
				property: prefix,
				itemIndex
			});
			return name;
		}
		getValue(prefix, keyOrRef) {
			const vs = this._values[prefix];
			if (!vs) return;
			return vs.get(keyOrRef);
		}
		scopeRefs(scopeName, values = this._values) {
			return this._reduceValues(values, (name) => {
				if (name.scopePath === void 0) throw new Error(`CodeGen: name "${name}" has no value`);
				return (0, code_1._)`${scopeName}${name.scopePath}`;
			});
		}
		scopeCode(values = this._values, usedValues, getCode) {
			return this._reduceValues(values, (name) => {
				if (name.value === void 0) throw new Error(`CodeGen: name "${name}" has no value`);
				return name.value.code;
			}, usedValues, getCode);
		}
		_reduceValues(values, valueCode, usedValues = {}, getCode) {
			let code = code_1.nil;
			for (const prefix in values) {
				const vs = values[prefix];
				if (!vs) continue;
				const nameSet = usedValues[prefix] = usedValues[prefix] || /* @__PURE__ */ new Map();
				vs.forEach((name) => {
					if (nameSet.has(name)) return;
					nameSet.set(name, UsedValueState.Started);
					let c = valueCode(name);
					if (c) {
						const def = this.opts.es5 ? exports.varKinds.var : exports.varKinds.const;
						code = (0, code_1._)`${code}${def} ${name} = ${c};${this.opts._n}`;
					} else if (c = getCode === null || getCode === void 0 ? void 0 : getCode(name)) code = (0, code_1._)`${code}${c}${this.opts._n}`;
					else throw new ValueError(name);
					nameSet.set(name, UsedValueState.Completed);
				});
			}
			return code;
		}
	};
	exports.ValueScope = ValueScope;
}));

// node_modules/ajv/dist/compile/codegen/index.js
var require_codegen = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.or = exports.and = exports.not = exports.CodeGen = exports.operators = exports.varKinds = exports.ValueScopeName = exports.ValueScope = exports.Scope = exports.Name = exports.regexpCode = exports.stringify = exports.getProperty = exports.nil = exports.strConcat = exports.str = exports._ = void 0;
	const code_1 = require_code$1();
	const scope_1 = require_scope();
	var code_2 = require_code$1();
	Object.defineProperty(exports, "_", {
		enumerable: true,
		get: function() {
			return code_2._;
		}
	});
	Object.defineProperty(exports, "str", {
		enumerable: true,
		get: function() {
			return code_2.str;
		}
	});
	Object.defineProperty(exports, "strConcat", {
		enumerable: true,
		get: function() {
			return code_2.strConcat;
		}
	});
	Object.defineProperty(exports, "nil", {
		enumerable: true,
		get: function() {
			return code_2.nil;
		}
	});
	Object.defineProperty(exports, "getProperty", {
		enumerable: true,
		get: function() {
			return code_2.getProperty;
		}
	});
	Object.defineProperty(exports, "stringify", {
		enumerable: true,
		get: function() {
			return code_2.stringify;
		}
	});
	Object.defineProperty(exports, "regexpCode", {
		enumerable: true,
		get: function() {
			return code_2.regexpCode;
		}
	});
	Object.defineProperty(exports, "Name", {
		enumerable: true,
		get: function() {
			return code_2.Name;
		}
	});
	var scope_2 = require_scope();
	Object.defineProperty(exports, "Scope", {
		enumerable: true,
		get: function() {
			return scope_2.Scope;
		}
	});
	Object.defineProperty(exports, "ValueScope", {
		enumerable: true,
		get: function() {
			return scope_2.ValueScope;
		}
	});
	Object.defineProperty(exports, "ValueScopeName", {
		enumerable: true,
		get: function() {
			return scope_2.ValueScopeName;
		}
	});
	Object.defineProperty(exports, "varKinds", {
		enumerable: true,
		get: function() {
			return scope_2.varKinds;
		}
	});
	exports.operators = {
		GT: new code_1._Code(">"),
		GTE: new code_1._Code(">="),
		LT: new code_1._Code("<"),
		LTE: new code_1._Code("<="),
		EQ: new code_1._Code("==="),
		NEQ: new code_1._Code("!=="),
		NOT: new code_1._Code("!"),
		OR: new code_1._Code("||"),
		AND: new code_1._Code("&&"),
		ADD: new code_1._Code("+")
	};
	var Node = class {
		optimizeNodes() {
			return this;
		}
		optimizeNames(_names, _constants) {
			return this;
		}
	};
	var Def = class extends Node {
		constructor(varKind, name, rhs) {
			super();
			this.varKind = varKind;
			this.name = name;
			this.rhs = rhs;
		}
		render({ es5, _n }) {
			const varKind = es5 ? scope_1.varKinds.var : this.varKind;
			const rhs = this.rhs === void 0 ? "" : ` = ${this.rhs}`;
			return `${varKind} ${this.name}${rhs};` + _n;
		}
		optimizeNames(names, constants) {
			if (!names[this.name.str]) return;
			if (this.rhs) this.rhs = optimizeExpr(this.rhs, names, constants);
			return this;
		}
		get names() {
			return this.rhs instanceof code_1._CodeOrName ? this.rhs.names : {};
		}
	};
	var Assign = class extends Node {
		constructor(lhs, rhs, sideEffects) {
			super();
			this.lhs = lhs;
			this.rhs = rhs;
			this.sideEffects = sideEffects;
		}
		render({ _n }) {
			return `${this.lhs} = ${this.rhs};` + _n;
		}
		optimizeNames(names, constants) {
			if (this.lhs instanceof code_1.Name && !names[this.lhs.str] && !this.sideEffects) return;
			this.rhs = optimizeExpr(this.rhs, names, constants);
			return this;
		}
		get names() {
			return addExprNames(this.lhs instanceof code_1.Name ? {} : { ...this.lhs.names }, this.rhs);
		}
	};
	var AssignOp = class extends Assign {
		constructor(lhs, op, rhs, sideEffects) {
			super(lhs, rhs, sideEffects);
			this.op = op;
		}
		render({ _n }) {
			return `${this.lhs} ${this.op}= ${this.rhs};` + _n;
		}
	};
	var Label = class extends Node {
		constructor(label) {
			super();
			this.label = label;
			this.names = {};
		}
		render({ _n }) {
			return `${this.label}:` + _n;
		}
	};
	var Break = class extends Node {
		constructor(label) {
			super();
			this.label = label;
			this.names = {};
		}
		render({ _n }) {
			return `break${this.label ? ` ${this.label}` : ""};` + _n;
		}
	};
	var Throw = class extends Node {
		constructor(error) {
			super();
			this.error = error;
		}
		render({ _n }) {
			return `throw ${this.error};` + _n;
		}
		get names() {
			return this.error.names;
		}
	};
	var AnyCode = class extends Node {
		constructor(code) {
			super();
			this.code = code;
		}
		render({ _n }) {
			return `${this.code};` + _n;
		}
		optimizeNodes() {
			return `${this.code}` ? this : void 0;
		}
		optimizeNames(names, constants) {
			this.code = optimizeExpr(this.code, names, constants);
			return this;
		}
		get names() {
			return this.code instanceof code_1._CodeOrName ? this.code.names : {};
		}
	};
	var ParentNode = class extends Node {
		constructor(nodes = []) {
			super();
			this.nodes = nodes;
		}
		render(opts) {
			return this.nodes.reduce((code, n) => code + n.render(opts), "");
		}
		optimizeNodes() {
			const { nodes } = this;
			let i = nodes.length;
			while (i--) {
				const n = nodes[i].optimizeNodes();
				if (Array.isArray(n)) nodes.splice(i, 1, ...n);
				else if (n) nodes[i] = n;
				else nodes.splice(i, 1);
			}
			return nodes.length > 0 ? this : void 0;
		}
		optimizeNames(names, constants) {
			const { nodes } = this;
			let i = nodes.length;
			while (i--) {
				const n = nodes[i];
				if (n.optimizeNames(names, constants)) continue;
				subtractNames(names, n.names);
				nodes.splice(i, 1);
			}
			return nodes.length > 0 ? this : void 0;
		}
		get names() {
			return this.nodes.reduce((names, n) => addNames(names, n.names), {});
		}
	};
	var BlockNode = class extends ParentNode {
		render(opts) {
			return "{" + opts._n + super.render(opts) + "}" + opts._n;
		}
	};
	var Root = class extends ParentNode {};
	var Else = class extends BlockNode {};
	Else.kind = "else";
	var If = class If extends BlockNode {
		constructor(condition, nodes) {
			super(nodes);
			this.condition = condition;
		}
		render(opts) {
			let code = `if(${this.condition})` + super.render(opts);
			if (this.else) code += "else " + this.else.render(opts);
			return code;
		}
		optimizeNodes() {
			super.optimizeNodes();
			const cond = this.condition;
			if (cond === true) return this.nodes;
			let e = this.else;
			if (e) {
				const ns = e.optimizeNodes();
				e = this.else = Array.isArray(ns) ? new Else(ns) : ns;
			}
			if (e) {
				if (cond === false) return e instanceof If ? e : e.nodes;
				if (this.nodes.length) return this;
				return new If(not(cond), e instanceof If ? [e] : e.nodes);
			}
			if (cond === false || !this.nodes.length) return void 0;
			return this;
		}
		optimizeNames(names, constants) {
			var _a;
			this.else = (_a = this.else) === null || _a === void 0 ? void 0 : _a.optimizeNames(names, constants);
			if (!(super.optimizeNames(names, constants) || this.else)) return;
			this.condition = optimizeExpr(this.condition, names, constants);
			return this;
		}
		get names() {
			const names = super.names;
			addExprNames(names, this.condition);
			if (this.else) addNames(names, this.else.names);
			return names;
		}
	};
	If.kind = "if";
	var For = class extends BlockNode {};
	For.kind = "for";
	var ForLoop = class extends For {
		constructor(iteration) {
			super();
			this.iteration = iteration;
		}
		render(opts) {
			return `for(${this.iteration})` + super.render(opts);
		}
		optimizeNames(names, constants) {
			if (!super.optimizeNames(names, constants)) return;
			this.iteration = optimizeExpr(this.iteration, names, constants);
			return this;
		}
		get names() {
			return addNames(super.names, this.iteration.names);
		}
	};
	var ForRange = class extends For {
		constructor(varKind, name, from, to) {
			super();
			this.varKind = varKind;
			this.name = name;
			this.from = from;
			this.to = to;
		}
		render(opts) {
			const varKind = opts.es5 ? scope_1.varKinds.var : this.varKind;
			const { name, from, to } = this;
			return `for(${varKind} ${name}=${from}; ${name}<${to}; ${name}++)` + super.render(opts);
		}
		get names() {
			return addExprNames(addExprNames(super.names, this.from), this.to);
		}
	};
	var ForIter = class extends For {
		constructor(loop, varKind, name, iterable) {
			super();
			this.loop = loop;
			this.varKind = varKind;
			this.name = name;
			this.iterable = iterable;
		}
		render(opts) {
			return `for(${this.varKind} ${this.name} ${this.loop} ${this.iterable})` + super.render(opts);
		}
		optimizeNames(names, constants) {
			if (!super.optimizeNames(names, constants)) return;
			this.iterable = optimizeExpr(this.iterable, names, constants);
			return this;
		}
		get names() {
			return addNames(super.names, this.iterable.names);
		}
	};
	var Func = class extends BlockNode {
		constructor(name, args, async) {
			super();
			this.name = name;
			this.args = args;
			this.async = async;
		}
		render(opts) {
			return `${this.async ? "async " : ""}function ${this.name}(${this.args})` + super.render(opts);
		}
	};
	Func.kind = "func";
	var Return = class extends ParentNode {
		render(opts) {
			return "return " + super.render(opts);
		}
	};
	Return.kind = "return";
	var Try = class extends BlockNode {
		render(opts) {
			let code = "try" + super.render(opts);
			if (this.catch) code += this.catch.render(opts);
			if (this.finally) code += this.finally.render(opts);
			return code;
		}
		optimizeNodes() {
			var _a, _b;
			super.optimizeNodes();
			(_a = this.catch) === null || _a === void 0 || _a.optimizeNodes();
			(_b = this.finally) === null || _b === void 0 || _b.optimizeNodes();
			return this;
		}
		optimizeNames(names, constants) {
			var _a, _b;
			super.optimizeNames(names, constants);
			(_a = this.catch) === null || _a === void 0 || _a.optimizeNames(names, constants);
			(_b = this.finally) === null || _b === void 0 || _b.optimizeNames(names, constants);
			return this;
		}
		get names() {
			const names = super.names;
			if (this.catch) addNames(names, this.catch.names);
			if (this.finally) addNames(names, this.finally.names);
			return names;
		}
	};
	var Catch = class extends BlockNode {
		constructor(error) {
			super();
			this.error = error;
		}
		render(opts) {
			return `catch(${this.error})` + super.render(opts);
		}
	};
	Catch.kind = "catch";
	var Finally = class extends BlockNode {
		render(opts) {
			return "finally" + super.render(opts);
		}
	};
	Finally.kind = "finally";
	var CodeGen = class {
		constructor(extScope, opts = {}) {
			this._values = {};
			this._blockStarts = [];
			this._constants = {};
			this.opts = {
				...opts,
				_n: opts.lines ? "\n" : ""
			};
			this._extScope = extScope;
			this._scope = new scope_1.Scope({ parent: extScope });
			this._nodes = [new Root()];
		}
		toString() {
			return this._root.render(this.opts);
		}
		name(prefix) {
			return this._scope.name(prefix);
		}
		scopeName(prefix) {
			return this._extScope.name(prefix);
		}
		scopeValue(prefixOrName, value) {
			const name = this._extScope.value(prefixOrName, value);
			(this._values[name.prefix] || (this._values[name.prefix] = /* @__PURE__ */ new Set())).add(name);
			return name;
		}
		getScopeValue(prefix, keyOrRef) {
			return this._extScope.getValue(prefix, keyOrRef);
		}
		scopeRefs(scopeName) {
			return this._extScope.scopeRefs(scopeName, this._values);
		}
		scopeCode() {
			return this._extScope.scopeCode(this._values);
		}
		_def(varKind, nameOrPrefix, rhs, constant) {
			const name = this._scope.toName(nameOrPrefix);
			if (rhs !== void 0 && constant) this._constants[name.str] = rhs;
			this._leafNode(new Def(varKind, name, rhs));
			return name;
		}
		const(nameOrPrefix, rhs, _constant) {
			return this._def(scope_1.varKinds.const, nameOrPrefix, rhs, _constant);
		}
		let(nameOrPrefix, rhs, _constant) {
			return this._def(scope_1.varKinds.let, nameOrPrefix, rhs, _constant);
		}
		var(nameOrPrefix, rhs, _constant) {
			return this._def(scope_1.varKinds.var, nameOrPrefix, rhs, _constant);
		}
		assign(lhs, rhs, sideEffects) {
			return this._leafNode(new Assign(lhs, rhs, sideEffects));
		}
		add(lhs, rhs) {
			return this._leafNode(new AssignOp(lhs, exports.operators.ADD, rhs));
		}
		code(c) {
			if (typeof c == "function") c();
			else if (c !== code_1.nil) this._leafNode(new AnyCode(c));
			return this;
		}
		object(...keyValues) {
			const code = ["{"];
			for (const [key, value] of keyValues) {
				if (code.length > 1) code.push(",");
				code.push(key);
				if (key !== value || this.opts.es5) {
					code.push(":");
					(0, code_1.addCodeArg)(code, value);
				}
			}
			code.push("}");
			return new code_1._Code(code);
		}
		if(condition, thenBody, elseBody) {
			this._blockNode(new If(condition));
			if (thenBody && elseBody) this.code(thenBody).else().code(elseBody).endIf();
			else if (thenBody) this.code(thenBody).endIf();
			else if (elseBody) throw new Error("CodeGen: \"else\" body without \"then\" body");
			return this;
		}
		elseIf(condition) {
			return this._elseNode(new If(condition));
		}
		else() {
			return this._elseNode(new Else());
		}
		endIf() {
			return this._endBlockNode(If, Else);
		}
		_for(node, forBody) {
			this._blockNode(node);
			if (forBody) this.code(forBody).endFor();
			return this;
		}
		for(iteration, forBody) {
			return this._for(new ForLoop(iteration), forBody);
		}
		forRange(nameOrPrefix, from, to, forBody, varKind = this.opts.es5 ? scope_1.varKinds.var : scope_1.varKinds.let) {
			const name = this._scope.toName(nameOrPrefix);
			return this._for(new ForRange(varKind, name, from, to), () => forBody(name));
		}
		forOf(nameOrPrefix, iterable, forBody, varKind = scope_1.varKinds.const) {
			const name = this._scope.toName(nameOrPrefix);
			if (this.opts.es5) {
				const arr = iterable instanceof code_1.Name ? iterable : this.var("_arr", iterable);
				return this.forRange("_i", 0, (0, code_1._)`${arr}.length`, (i) => {
					this.var(name, (0, code_1._)`${arr}[${i}]`);
					forBody(name);
				});
			}
			return this._for(new ForIter("of", varKind, name, iterable), () => forBody(name));
		}
		forIn(nameOrPrefix, obj, forBody, varKind = this.opts.es5 ? scope_1.varKinds.var : scope_1.varKinds.const) {
			if (this.opts.ownProperties) return this.forOf(nameOrPrefix, (0, code_1._)`Object.keys(${obj})`, forBody);
			const name = this._scope.toName(nameOrPrefix);
			return this._for(new ForIter("in", varKind, name, obj), () => forBody(name));
		}
		endFor() {
			return this._endBlockNode(For);
		}
		label(label) {
			return this._leafNode(new Label(label));
		}
		break(label) {
			return this._leafNode(new Break(label));
		}
		return(value) {
			const node = new Return();
			this._blockNode(node);
			this.code(value);
			if (node.nodes.length !== 1) throw new Error("CodeGen: \"return\" should have one node");
			return this._endBlockNode(Return);
		}
		try(tryBody, catchCode, finallyCode) {
			if (!catchCode && !finallyCode) throw new Error("CodeGen: \"try\" without \"catch\" and \"finally\"");
			const node = new Try();
			this._blockNode(node);
			this.code(tryBody);
			if (catchCode) {
				const error = this.name("e");
				this._currNode = node.catch = new Catch(error);
				catchCode(error);
			}
			if (finallyCode) {
				this._currNode = node.finally = new Finally();
				this.code(finallyCode);
			}
			return this._endBlockNode(Catch, Finally);
		}
		throw(error) {
			return this._leafNode(new Throw(error));
		}
		block(body, nodeCount) {
			this._blockStarts.push(this._nodes.length);
			if (body) this.code(body).endBlock(nodeCount);
			return this;
		}
		endBlock(nodeCount) {
			const len = this._blockStarts.pop();
			if (len === void 0) throw new Error("CodeGen: not in self-balancing block");
			const toClose = this._nodes.length - len;
			if (toClose < 0 || nodeCount !== void 0 && toClose !== nodeCount) throw new Error(`CodeGen: wrong number of nodes: ${toClose} vs ${nodeCount} expected`);
			this._nodes.length = len;
			return this;
		}
		func(name, args = code_1.nil, async, funcBody) {
			this._blockNode(new Func(name, args, async));
			if (funcBody) this.code(funcBody).endFunc();
			return this;
		}
		endFunc() {
			return this._endBlockNode(Func);
		}
		optimize(n = 1) {
			while (n-- > 0) {
				this._root.optimizeNodes();
				this._root.optimizeNames(this._root.names, this._constants);
			}
		}
		_leafNode(node) {
			this._currNode.nodes.push(node);
			return this;
		}
		_blockNode(node) {
			this._currNode.nodes.push(node);
			this._nodes.push(node);
		}
		_endBlockNode(N1, N2) {
			const n = this._currNode;
			if (n instanceof N1 || N2 && n instanceof N2) {
				this._nodes.pop();
				return this;
			}
			throw new Error(`CodeGen: not in block "${N2 ? `${N1.kind}/${N2.kind}` : N1.kind}"`);
		}
		_elseNode(node) {
			const n = this._currNode;
			if (!(n instanceof If)) throw new Error("CodeGen: \"else\" without \"if\"");
			this._currNode = n.else = node;
			return this;
		}
		get _root() {
			return this._nodes[0];
		}
		get _currNode() {
			const ns = this._nodes;
			return ns[ns.length - 1];
		}
		set _currNode(node) {
			const ns = this._nodes;
			ns[ns.length - 1] = node;
		}
	};
	exports.CodeGen = CodeGen;
	function addNames(names, from) {
		for (const n in from) names[n] = (names[n] || 0) + (from[n] || 0);
		return names;
	}
	function addExprNames(names, from) {
		return from instanceof code_1._CodeOrName ? addNames(names, from.names) : names;
	}
	function optimizeExpr(expr, names, constants) {
		if (expr instanceof code_1.Name) return replaceName(expr);
		if (!canOptimize(expr)) return expr;
		return new code_1._Code(expr._items.reduce((items, c) => {
			if (c instanceof code_1.Name) c = replaceName(c);
			if (c instanceof code_1._Code) items.push(...c._items);
			else items.push(c);
			return items;
		}, []));
		function replaceName(n) {
			const c = constants[n.str];
			if (c === void 0 || names[n.str] !== 1) return n;
			delete names[n.str];
			return c;
		}
		function canOptimize(e) {
			return e instanceof code_1._Code && e._items.some((c) => c instanceof code_1.Name && names[c.str] === 1 && constants[c.str] !== void 0);
		}
	}
	function subtractNames(names, from) {
		for (const n in from) names[n] = (names[n] || 0) - (from[n] || 0);
	}
	function not(x) {
		return typeof x == "boolean" || typeof x == "number" || x === null ? !x : (0, code_1._)`!${par(x)}`;
	}
	exports.not = not;
	const andCode = mappend(exports.operators.AND);
	function and(...args) {
		return args.reduce(andCode);
	}
	exports.and = and;
	const orCode = mappend(exports.operators.OR);
	function or(...args) {
		return args.reduce(orCode);
	}
	exports.or = or;
	function mappend(op) {
		return (x, y) => x === code_1.nil ? y : y === code_1.nil ? x : (0, code_1._)`${par(x)} ${op} ${par(y)}`;
	}
	function par(x) {
		return x instanceof code_1.Name ? x : (0, code_1._)`(${x})`;
	}
}));

// node_modules/ajv/dist/compile/util.js
var require_util = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.checkStrictMode = exports.getErrorPath = exports.Type = exports.useFunc = exports.setEvaluated = exports.evaluatedPropsToName = exports.mergeEvaluated = exports.eachItem = exports.unescapeJsonPointer = exports.escapeJsonPointer = exports.escapeFragment = exports.unescapeFragment = exports.schemaRefOrVal = exports.schemaHasRulesButRef = exports.schemaHasRules = exports.checkUnknownRules = exports.alwaysValidSchema = exports.toHash = void 0;
	const codegen_1 = require_codegen();
	const code_1 = require_code$1();
	function toHash(arr) {
		const hash = {};
		for (const item of arr) hash[item] = true;
		return hash;
	}
	exports.toHash = toHash;
	function alwaysValidSchema(it, schema) {
		if (typeof schema == "boolean") return schema;
		if (Object.keys(schema).length === 0) return true;
		checkUnknownRules(it, schema);
		return !schemaHasRules(schema, it.self.RULES.all);
	}
	exports.alwaysValidSchema = alwaysValidSchema;
	function checkUnknownRules(it, schema = it.schema) {
		const { opts, self } = it;
		if (!opts.strictSchema) return;
		if (typeof schema === "boolean") return;
		const rules = self.RULES.keywords;
		for (const key in schema) if (!rules[key]) checkStrictMode(it, `unknown keyword: "${key}"`);
	}
	exports.checkUnknownRules = checkUnknownRules;
	function schemaHasRules(schema, rules) {
		if (typeof schema == "boolean") return !schema;
		for (const key in schema) if (rules[key]) return true;
		return false;
	}
	exports.schemaHasRules = schemaHasRules;
	function schemaHasRulesButRef(schema, RULES) {
		if (typeof schema == "boolean") return !schema;
		for (const key in schema) if (key !== "$ref" && RULES.all[key]) return true;
		return false;
	}
	exports.schemaHasRulesButRef = schemaHasRulesButRef;
	function schemaRefOrVal({ topSchemaRef, schemaPath }, schema, keyword, $data) {
		if (!$data) {
			if (typeof schema == "number" || typeof schema == "boolean") return schema;
			if (typeof schema == "string") return (0, codegen_1._)`${schema}`;
		}
		return (0, codegen_1._)`${topSchemaRef}${schemaPath}${(0, codegen_1.getProperty)(keyword)}`;
	}
	exports.schemaRefOrVal = schemaRefOrVal;
	function unescapeFragment(str) {
		return unescapeJsonPointer(decodeURIComponent(str));
	}
	exports.unescapeFragment = unescapeFragment;
	function escapeFragment(str) {
		return encodeURIComponent(escapeJsonPointer(str));
	}
	exports.escapeFragment = escapeFragment;
	function escapeJsonPointer(str) {
		if (typeof str == "number") return `${str}`;
		return str.replace(/~/g, "~0").replace(/\//g, "~1");
	}
	exports.escapeJsonPointer = escapeJsonPointer;
	function unescapeJsonPointer(str) {
		return str.replace(/~1/g, "/").replace(/~0/g, "~");
	}
	exports.unescapeJsonPointer = unescapeJsonPointer;
	function eachItem(xs, f) {
		if (Array.isArray(xs)) for (const x of xs) f(x);
		else f(xs);
	}
	exports.eachItem = eachItem;
	function makeMergeEvaluated({ mergeNames, mergeToName, mergeValues, resultToName }) {
		return (gen, from, to, toName) => {
			const res = to === void 0 ? from : to instanceof codegen_1.Name ? (from instanceof codegen_1.Name ? mergeNames(gen, from, to) : mergeToName(gen, from, to), to) : from instanceof codegen_1.Name ? (mergeToName(gen, to, from), from) : mergeValues(from, to);
			return toName === codegen_1.Name && !(res instanceof codegen_1.Name) ? resultToName(gen, res) : res;
		};
	}
	exports.mergeEvaluated = {
		props: makeMergeEvaluated({
			mergeNames: (gen, from, to) => gen.if((0, codegen_1._)`${to} !== true && ${from} !== undefined`, () => {
				gen.if((0, codegen_1._)`${from} === true`, () => gen.assign(to, true), () => gen.assign(to, (0, codegen_1._)`${to} || {}`).code((0, codegen_1._)`Object.assign(${to}, ${from})`));
			}),
			mergeToName: (gen, from, to) => gen.if((0, codegen_1._)`${to} !== true`, () => {
				if (from === true) gen.assign(to, true);
				else {
					gen.assign(to, (0, codegen_1._)`${to} || {}`);
					setEvaluated(gen, to, from);
				}
			}),
			mergeValues: (from, to) => from === true ? true : {
				...from,
				...to
			},
			resultToName: evaluatedPropsToName
		}),
		items: makeMergeEvaluated({
			mergeNames: (gen, from, to) => gen.if((0, codegen_1._)`${to} !== true && ${from} !== undefined`, () => gen.assign(to, (0, codegen_1._)`${from} === true ? true : ${to} > ${from} ? ${to} : ${from}`)),
			mergeToName: (gen, from, to) => gen.if((0, codegen_1._)`${to} !== true`, () => gen.assign(to, from === true ? true : (0, codegen_1._)`${to} > ${from} ? ${to} : ${from}`)),
			mergeValues: (from, to) => from === true ? true : Math.max(from, to),
			resultToName: (gen, items) => gen.var("items", items)
		})
	};
	function evaluatedPropsToName(gen, ps) {
		if (ps === true) return gen.var("props", true);
		const props = gen.var("props", (0, codegen_1._)`{}`);
		if (ps !== void 0) setEvaluated(gen, props, ps);
		return props;
	}
	exports.evaluatedPropsToName = evaluatedPropsToName;
	function setEvaluated(gen, props, ps) {
		Object.keys(ps).forEach((p) => gen.assign((0, codegen_1._)`${props}${(0, codegen_1.getProperty)(p)}`, true));
	}
	exports.setEvaluated = setEvaluated;
	const snippets = {};
	function useFunc(gen, f) {
		return gen.scopeValue("func", {
			ref: f,
			code: snippets[f.code] || (snippets[f.code] = new code_1._Code(f.code))
		});
	}
	exports.useFunc = useFunc;
	var Type;
	(function(Type) {
		Type[Type["Num"] = 0] = "Num";
		Type[Type["Str"] = 1] = "Str";
	})(Type || (exports.Type = Type = {}));
	function getErrorPath(dataProp, dataPropType, jsPropertySyntax) {
		if (dataProp instanceof codegen_1.Name) {
			const isNumber = dataPropType === Type.Num;
			return jsPropertySyntax ? isNumber ? (0, codegen_1._)`"[" + ${dataProp} + "]"` : (0, codegen_1._)`"['" + ${dataProp} + "']"` : isNumber ? (0, codegen_1._)`"/" + ${dataProp}` : (0, codegen_1._)`"/" + ${dataProp}.replace(/~/g, "~0").replace(/\\//g, "~1")`;
		}
		return jsPropertySyntax ? (0, codegen_1.getProperty)(dataProp).toString() : "/" + escapeJsonPointer(dataProp);
	}
	exports.getErrorPath = getErrorPath;
	function checkStrictMode(it, msg, mode = it.opts.strictSchema) {
		if (!mode) return;
		msg = `strict mode: ${msg}`;
		if (mode === true) throw new Error(msg);
		it.self.logger.warn(msg);
	}
	exports.checkStrictMode = checkStrictMode;
}));

// node_modules/ajv/dist/compile/names.js
var require_names = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const codegen_1 = require_codegen();
	const names = {
		data: new codegen_1.Name("data"),
		valCxt: new codegen_1.Name("valCxt"),
		instancePath: new codegen_1.Name("instancePath"),
		parentData: new codegen_1.Name("parentData"),
		parentDataProperty: new codegen_1.Name("parentDataProperty"),
		rootData: new codegen_1.Name("rootData"),
		dynamicAnchors: new codegen_1.Name("dynamicAnchors"),
		vErrors: new codegen_1.Name("vErrors"),
		errors: new codegen_1.Name("errors"),
		this: new codegen_1.Name("this"),
		self: new codegen_1.Name("self"),
		scope: new codegen_1.Name("scope"),
		json: new codegen_1.Name("json"),
		jsonPos: new codegen_1.Name("jsonPos"),
		jsonLen: new codegen_1.Name("jsonLen"),
		jsonPart: new codegen_1.Name("jsonPart")
	};
	exports.default = names;
}));

// node_modules/ajv/dist/compile/errors.js
var require_errors = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.extendErrors = exports.resetErrorsCount = exports.reportExtraError = exports.reportError = exports.keyword$DataError = exports.keywordError = void 0;
	const codegen_1 = require_codegen();
	const util_1 = require_util();
	const names_1 = require_names();
	exports.keywordError = { message: ({ keyword }) => (0, codegen_1.str)`must pass "${keyword}" keyword validation` };
	exports.keyword$DataError = { message: ({ keyword, schemaType }) => schemaType ? (0, codegen_1.str)`"${keyword}" keyword must be ${schemaType} ($data)` : (0, codegen_1.str)`"${keyword}" keyword is invalid ($data)` };
	function reportError(cxt, error = exports.keywordError, errorPaths, overrideAllErrors) {
		const { it } = cxt;
		const { gen, compositeRule, allErrors } = it;
		const errObj = errorObjectCode(cxt, error, errorPaths);
		if (overrideAllErrors !== null && overrideAllErrors !== void 0 ? overrideAllErrors : compositeRule || allErrors) addError(gen, errObj);
		else returnErrors(it, (0, codegen_1._)`[${errObj}]`);
	}
	exports.reportError = reportError;
	function reportExtraError(cxt, error = exports.keywordError, errorPaths) {
		const { it } = cxt;
		const { gen, compositeRule, allErrors } = it;
		addError(gen, errorObjectCode(cxt, error, errorPaths));
		if (!(compositeRule || allErrors)) returnErrors(it, names_1.default.vErrors);
	}
	exports.reportExtraError = reportExtraError;
	function resetErrorsCount(gen, errsCount) {
		gen.assign(names_1.default.errors, errsCount);
		gen.if((0, codegen_1._)`${names_1.default.vErrors} !== null`, () => gen.if(errsCount, () => gen.assign((0, codegen_1._)`${names_1.default.vErrors}.length`, errsCount), () => gen.assign(names_1.default.vErrors, null)));
	}
	exports.resetErrorsCount = resetErrorsCount;
	function extendErrors({ gen, keyword, schemaValue, data, errsCount, it }) {
		/* istanbul ignore if */
		if (errsCount === void 0) throw new Error("ajv implementation error");
		const err = gen.name("err");
		gen.forRange("i", errsCount, names_1.default.errors, (i) => {
			gen.const(err, (0, codegen_1._)`${names_1.default.vErrors}[${i}]`);
			gen.if((0, codegen_1._)`${err}.instancePath === undefined`, () => gen.assign((0, codegen_1._)`${err}.instancePath`, (0, codegen_1.strConcat)(names_1.default.instancePath, it.errorPath)));
			gen.assign((0, codegen_1._)`${err}.schemaPath`, (0, codegen_1.str)`${it.errSchemaPath}/${keyword}`);
			if (it.opts.verbose) {
				gen.assign((0, codegen_1._)`${err}.schema`, schemaValue);
				gen.assign((0, codegen_1._)`${err}.data`, data);
			}
		});
	}
	exports.extendErrors = extendErrors;
	function addError(gen, errObj) {
		const err = gen.const("err", errObj);
		gen.if((0, codegen_1._)`${names_1.default.vErrors} === null`, () => gen.assign(names_1.default.vErrors, (0, codegen_1._)`[${err}]`), (0, codegen_1._)`${names_1.default.vErrors}.push(${err})`);
		gen.code((0, codegen_1._)`${names_1.default.errors}++`);
	}
	function returnErrors(it, errs) {
		const { gen, validateName, schemaEnv } = it;
		if (schemaEnv.$async) gen.throw((0, codegen_1._)`new ${it.ValidationError}(${errs})`);
		else {
			gen.assign((0, codegen_1._)`${validateName}.errors`, errs);
			gen.return(false);
		}
	}
	const E = {
		keyword: new codegen_1.Name("keyword"),
		schemaPath: new codegen_1.Name("schemaPath"),
		params: new codegen_1.Name("params"),
		propertyName: new codegen_1.Name("propertyName"),
		message: new codegen_1.Name("message"),
		schema: new codegen_1.Name("schema"),
		parentSchema: new codegen_1.Name("parentSchema")
	};
	function errorObjectCode(cxt, error, errorPaths) {
		const { createErrors } = cxt.it;
		if (createErrors === false) return (0, codegen_1._)`{}`;
		return errorObject(cxt, error, errorPaths);
	}
	function errorObject(cxt, error, errorPaths = {}) {
		const { gen, it } = cxt;
		const keyValues = [errorInstancePath(it, errorPaths), errorSchemaPath(cxt, errorPaths)];
		extraErrorProps(cxt, error, keyValues);
		return gen.object(...keyValues);
	}
	function errorInstancePath({ errorPath }, { instancePath }) {
		const instPath = instancePath ? (0, codegen_1.str)`${errorPath}${(0, util_1.getErrorPath)(instancePath, util_1.Type.Str)}` : errorPath;
		return [names_1.default.instancePath, (0, codegen_1.strConcat)(names_1.default.instancePath, instPath)];
	}
	function errorSchemaPath({ keyword, it: { errSchemaPath } }, { schemaPath, parentSchema }) {
		let schPath = parentSchema ? errSchemaPath : (0, codegen_1.str)`${errSchemaPath}/${keyword}`;
		if (schemaPath) schPath = (0, codegen_1.str)`${schPath}${(0, util_1.getErrorPath)(schemaPath, util_1.Type.Str)}`;
		return [E.schemaPath, schPath];
	}
	function extraErrorProps(cxt, { params, message }, keyValues) {
		const { keyword, data, schemaValue, it } = cxt;
		const { opts, propertyName, topSchemaRef, schemaPath } = it;
		keyValues.push([E.keyword, keyword], [E.params, typeof params == "function" ? params(cxt) : params || (0, codegen_1._)`{}`]);
		if (opts.messages) keyValues.push([E.message, typeof message == "function" ? message(cxt) : message]);
		if (opts.verbose) keyValues.push([E.schema, schemaValue], [E.parentSchema, (0, codegen_1._)`${topSchemaRef}${schemaPath}`], [names_1.default.data, data]);
		if (propertyName) keyValues.push([E.propertyName, propertyName]);
	}
}));

// node_modules/ajv/dist/compile/validate/boolSchema.js
var require_boolSchema = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.boolOrEmptySchema = exports.topBoolOrEmptySchema = void 0;
	const errors_1 = require_errors();
	const codegen_1 = require_codegen();
	const names_1 = require_names();
	const boolError = { message: "boolean schema is false" };
	function topBoolOrEmptySchema(it) {
		const { gen, schema, validateName } = it;
		if (schema === false) falseSchemaError(it, false);
		else if (typeof schema == "object" && schema.$async === true) gen.return(names_1.default.data);
		else {
			gen.assign((0, codegen_1._)`${validateName}.errors`, null);
			gen.return(true);
		}
	}
	exports.topBoolOrEmptySchema = topBoolOrEmptySchema;
	function boolOrEmptySchema(it, valid) {
		const { gen, schema } = it;
		if (schema === false) {
			gen.var(valid, false);
			falseSchemaError(it);
		} else gen.var(valid, true);
	}
	exports.boolOrEmptySchema = boolOrEmptySchema;
	function falseSchemaError(it, overrideAllErrors) {
		const { gen, data } = it;
		const cxt = {
			gen,
			keyword: "false schema",
			data,
			schema: false,
			schemaCode: false,
			schemaValue: false,
			params: {},
			it
		};
		(0, errors_1.reportError)(cxt, boolError, void 0, overrideAllErrors);
	}
}));

// node_modules/ajv/dist/compile/rules.js
var require_rules = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.getRules = exports.isJSONType = void 0;
	const jsonTypes = /* @__PURE__ */ new Set([
		"string",
		"number",
		"integer",
		"boolean",
		"null",
		"object",
		"array"
	]);
	function isJSONType(x) {
		return typeof x == "string" && jsonTypes.has(x);
	}
	exports.isJSONType = isJSONType;
	function getRules() {
		const groups = {
			number: {
				type: "number",
				rules: []
			},
			string: {
				type: "string",
				rules: []
			},
			array: {
				type: "array",
				rules: []
			},
			object: {
				type: "object",
				rules: []
			}
		};
		return {
			types: {
				...groups,
				integer: true,
				boolean: true,
				null: true
			},
			rules: [
				{ rules: [] },
				groups.number,
				groups.string,
				groups.array,
				groups.object
			],
			post: { rules: [] },
			all: {},
			keywords: {}
		};
	}
	exports.getRules = getRules;
}));

// node_modules/ajv/dist/compile/validate/applicability.js
var require_applicability = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.shouldUseRule = exports.shouldUseGroup = exports.schemaHasRulesForType = void 0;
	function schemaHasRulesForType({ schema, self }, type) {
		const group = self.RULES.types[type];
		return group && group !== true && shouldUseGroup(schema, group);
	}
	exports.schemaHasRulesForType = schemaHasRulesForType;
	function shouldUseGroup(schema, group) {
		return group.rules.some((rule) => shouldUseRule(schema, rule));
	}
	exports.shouldUseGroup = shouldUseGroup;
	function shouldUseRule(schema, rule) {
		var _a;
		return schema[rule.keyword] !== void 0 || ((_a = rule.definition.implements) === null || _a === void 0 ? void 0 : _a.some((kwd) => schema[kwd] !== void 0));
	}
	exports.shouldUseRule = shouldUseRule;
}));

// node_modules/ajv/dist/compile/validate/dataType.js
var require_dataType = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.reportTypeError = exports.checkDataTypes = exports.checkDataType = exports.coerceAndCheckDataType = exports.getJSONTypes = exports.getSchemaTypes = exports.DataType = void 0;
	const rules_1 = require_rules();
	const applicability_1 = require_applicability();
	const errors_1 = require_errors();
	const codegen_1 = require_codegen();
	const util_1 = require_util();
	var DataType;
	(function(DataType) {
		DataType[DataType["Correct"] = 0] = "Correct";
		DataType[DataType["Wrong"] = 1] = "Wrong";
	})(DataType || (exports.DataType = DataType = {}));
	function getSchemaTypes(schema) {
		const types = getJSONTypes(schema.type);
		if (types.includes("null")) {
			if (schema.nullable === false) throw new Error("type: null contradicts nullable: false");
		} else {
			if (!types.length && schema.nullable !== void 0) throw new Error("\"nullable\" cannot be used without \"type\"");
			if (schema.nullable === true) types.push("null");
		}
		return types;
	}
	exports.getSchemaTypes = getSchemaTypes;
	function getJSONTypes(ts) {
		const types = Array.isArray(ts) ? ts : ts ? [ts] : [];
		if (types.every(rules_1.isJSONType)) return types;
		throw new Error("type must be JSONType or JSONType[]: " + types.join(","));
	}
	exports.getJSONTypes = getJSONTypes;
	function coerceAndCheckDataType(it, types) {
		const { gen, data, opts } = it;
		const coerceTo = coerceToTypes(types, opts.coerceTypes);
		const checkTypes = types.length > 0 && !(coerceTo.length === 0 && types.length === 1 && (0, applicability_1.schemaHasRulesForType)(it, types[0]));
		if (checkTypes) {
			const wrongType = checkDataTypes(types, data, opts.strictNumbers, DataType.Wrong);
			gen.if(wrongType, () => {
				if (coerceTo.length) coerceData(it, types, coerceTo);
				else reportTypeError(it);
			});
		}
		return checkTypes;
	}
	exports.coerceAndCheckDataType = coerceAndCheckDataType;
	const COERCIBLE = /* @__PURE__ */ new Set([
		"string",
		"number",
		"integer",
		"boolean",
		"null"
	]);
	function coerceToTypes(types, coerceTypes) {
		return coerceTypes ? types.filter((t) => COERCIBLE.has(t) || coerceTypes === "array" && t === "array") : [];
	}
	function coerceData(it, types, coerceTo) {
		const { gen, data, opts } = it;
		const dataType = gen.let("dataType", (0, codegen_1._)`typeof ${data}`);
		const coerced = gen.let("coerced", (0, codegen_1._)`undefined`);
		if (opts.coerceTypes === "array") gen.if((0, codegen_1._)`${dataType} == 'object' && Array.isArray(${data}) && ${data}.length == 1`, () => gen.assign(data, (0, codegen_1._)`${data}[0]`).assign(dataType, (0, codegen_1._)`typeof ${data}`).if(checkDataTypes(types, data, opts.strictNumbers), () => gen.assign(coerced, data)));
		gen.if((0, codegen_1._)`${coerced} !== undefined`);
		for (const t of coerceTo) if (COERCIBLE.has(t) || t === "array" && opts.coerceTypes === "array") coerceSpecificType(t);
		gen.else();
		reportTypeError(it);
		gen.endIf();
		gen.if((0, codegen_1._)`${coerced} !== undefined`, () => {
			gen.assign(data, coerced);
			assignParentData(it, coerced);
		});
		function coerceSpecificType(t) {
			switch (t) {
				case "string":
					gen.elseIf((0, codegen_1._)`${dataType} == "number" || ${dataType} == "boolean"`).assign(coerced, (0, codegen_1._)`"" + ${data}`).elseIf((0, codegen_1._)`${data} === null`).assign(coerced, (0, codegen_1._)`""`);
					return;
				case "number":
					gen.elseIf((0, codegen_1._)`${dataType} == "boolean" || ${data} === null
              || (${dataType} == "string" && ${data} && ${data} == +${data})`).assign(coerced, (0, codegen_1._)`+${data}`);
					return;
				case "integer":
					gen.elseIf((0, codegen_1._)`${dataType} === "boolean" || ${data} === null
              || (${dataType} === "string" && ${data} && ${data} == +${data} && !(${data} % 1))`).assign(coerced, (0, codegen_1._)`+${data}`);
					return;
				case "boolean":
					gen.elseIf((0, codegen_1._)`${data} === "false" || ${data} === 0 || ${data} === null`).assign(coerced, false).elseIf((0, codegen_1._)`${data} === "true" || ${data} === 1`).assign(coerced, true);
					return;
				case "null":
					gen.elseIf((0, codegen_1._)`${data} === "" || ${data} === 0 || ${data} === false`);
					gen.assign(coerced, null);
					return;
				case "array": gen.elseIf((0, codegen_1._)`${dataType} === "string" || ${dataType} === "number"
              || ${dataType} === "boolean" || ${data} === null`).assign(coerced, (0, codegen_1._)`[${data}]`);
			}
		}
	}
	function assignParentData({ gen, parentData, parentDataProperty }, expr) {
		gen.if((0, codegen_1._)`${parentData} !== undefined`, () => gen.assign((0, codegen_1._)`${parentData}[${parentDataProperty}]`, expr));
	}
	function checkDataType(dataType, data, strictNums, correct = DataType.Correct) {
		const EQ = correct === DataType.Correct ? codegen_1.operators.EQ : codegen_1.operators.NEQ;
		let cond;
		switch (dataType) {
			case "null": return (0, codegen_1._)`${data} ${EQ} null`;
			case "array":
				cond = (0, codegen_1._)`Array.isArray(${data})`;
				break;
			case "object":
				cond = (0, codegen_1._)`${data} && typeof ${data} == "object" && !Array.isArray(${data})`;
				break;
			case "integer":
				cond = numCond((0, codegen_1._)`!(${data} % 1) && !isNaN(${data})`);
				break;
			case "number":
				cond = numCond();
				break;
			default: return (0, codegen_1._)`typeof ${data} ${EQ} ${dataType}`;
		}
		return correct === DataType.Correct ? cond : (0, codegen_1.not)(cond);
		function numCond(_cond = codegen_1.nil) {
			return (0, codegen_1.and)((0, codegen_1._)`typeof ${data} == "number"`, _cond, strictNums ? (0, codegen_1._)`isFinite(${data})` : codegen_1.nil);
		}
	}
	exports.checkDataType = checkDataType;
	function checkDataTypes(dataTypes, data, strictNums, correct) {
		if (dataTypes.length === 1) return checkDataType(dataTypes[0], data, strictNums, correct);
		let cond;
		const types = (0, util_1.toHash)(dataTypes);
		if (types.array && types.object) {
			const notObj = (0, codegen_1._)`typeof ${data} != "object"`;
			cond = types.null ? notObj : (0, codegen_1._)`!${data} || ${notObj}`;
			delete types.null;
			delete types.array;
			delete types.object;
		} else cond = codegen_1.nil;
		if (types.number) delete types.integer;
		for (const t in types) cond = (0, codegen_1.and)(cond, checkDataType(t, data, strictNums, correct));
		return cond;
	}
	exports.checkDataTypes = checkDataTypes;
	const typeError = {
		message: ({ schema }) => `must be ${schema}`,
		params: ({ schema, schemaValue }) => typeof schema == "string" ? (0, codegen_1._)`{type: ${schema}}` : (0, codegen_1._)`{type: ${schemaValue}}`
	};
	function reportTypeError(it) {
		const cxt = getTypeErrorContext(it);
		(0, errors_1.reportError)(cxt, typeError);
	}
	exports.reportTypeError = reportTypeError;
	function getTypeErrorContext(it) {
		const { gen, data, schema } = it;
		const schemaCode = (0, util_1.schemaRefOrVal)(it, schema, "type");
		return {
			gen,
			keyword: "type",
			data,
			schema: schema.type,
			schemaCode,
			schemaValue: schemaCode,
			parentSchema: schema,
			params: {},
			it
		};
	}
}));

// node_modules/ajv/dist/compile/validate/defaults.js
var require_defaults = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.assignDefaults = void 0;
	const codegen_1 = require_codegen();
	const util_1 = require_util();
	function assignDefaults(it, ty) {
		const { properties, items } = it.schema;
		if (ty === "object" && properties) for (const key in properties) assignDefault(it, key, properties[key].default);
		else if (ty === "array" && Array.isArray(items)) items.forEach((sch, i) => assignDefault(it, i, sch.default));
	}
	exports.assignDefaults = assignDefaults;
	function assignDefault(it, prop, defaultValue) {
		const { gen, compositeRule, data, opts } = it;
		if (defaultValue === void 0) return;
		const childData = (0, codegen_1._)`${data}${(0, codegen_1.getProperty)(prop)}`;
		if (compositeRule) {
			(0, util_1.checkStrictMode)(it, `default is ignored for: ${childData}`);
			return;
		}
		let condition = (0, codegen_1._)`${childData} === undefined`;
		if (opts.useDefaults === "empty") condition = (0, codegen_1._)`${condition} || ${childData} === null || ${childData} === ""`;
		gen.if(condition, (0, codegen_1._)`${childData} = ${(0, codegen_1.stringify)(defaultValue)}`);
	}
}));

// node_modules/ajv/dist/vocabularies/code.js
var require_code = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.validateUnion = exports.validateArray = exports.usePattern = exports.callValidateCode = exports.schemaProperties = exports.allSchemaProperties = exports.noPropertyInData = exports.propertyInData = exports.isOwnProperty = exports.hasPropFunc = exports.reportMissingProp = exports.checkMissingProp = exports.checkReportMissingProp = void 0;
	const codegen_1 = require_codegen();
	const util_1 = require_util();
	const names_1 = require_names();
	const util_2 = require_util();
	function checkReportMissingProp(cxt, prop) {
		const { gen, data, it } = cxt;
		gen.if(noPropertyInData(gen, data, prop, it.opts.ownProperties), () => {
			cxt.setParams({ missingProperty: (0, codegen_1._)`${prop}` }, true);
			cxt.error();
		});
	}
	exports.checkReportMissingProp = checkReportMissingProp;
	function checkMissingProp({ gen, data, it: { opts } }, properties, missing) {
		return (0, codegen_1.or)(...properties.map((prop) => (0, codegen_1.and)(noPropertyInData(gen, data, prop, opts.ownProperties), (0, codegen_1._)`${missing} = ${prop}`)));
	}
	exports.checkMissingProp = checkMissingProp;
	function reportMissingProp(cxt, missing) {
		cxt.setParams({ missingProperty: missing }, true);
		cxt.error();
	}
	exports.reportMissingProp = reportMissingProp;
	function hasPropFunc(gen) {
		return gen.scopeValue("func", {
			ref: Object.prototype.hasOwnProperty,
			code: (0, codegen_1._)`Object.prototype.hasOwnProperty`
		});
	}
	exports.hasPropFunc = hasPropFunc;
	function isOwnProperty(gen, data, property) {
		return (0, codegen_1._)`${hasPropFunc(gen)}.call(${data}, ${property})`;
	}
	exports.isOwnProperty = isOwnProperty;
	function propertyInData(gen, data, property, ownProperties) {
		const cond = (0, codegen_1._)`${data}${(0, codegen_1.getProperty)(property)} !== undefined`;
		return ownProperties ? (0, codegen_1._)`${cond} && ${isOwnProperty(gen, data, property)}` : cond;
	}
	exports.propertyInData = propertyInData;
	function noPropertyInData(gen, data, property, ownProperties) {
		const cond = (0, codegen_1._)`${data}${(0, codegen_1.getProperty)(property)} === undefined`;
		return ownProperties ? (0, codegen_1.or)(cond, (0, codegen_1.not)(isOwnProperty(gen, data, property))) : cond;
	}
	exports.noPropertyInData = noPropertyInData;
	function allSchemaProperties(schemaMap) {
		return schemaMap ? Object.keys(schemaMap).filter((p) => p !== "__proto__") : [];
	}
	exports.allSchemaProperties = allSchemaProperties;
	function schemaProperties(it, schemaMap) {
		return allSchemaProperties(schemaMap).filter((p) => !(0, util_1.alwaysValidSchema)(it, schemaMap[p]));
	}
	exports.schemaProperties = schemaProperties;
	function callValidateCode({ schemaCode, data, it: { gen, topSchemaRef, schemaPath, errorPath }, it }, func, context, passSchema) {
		const dataAndSchema = passSchema ? (0, codegen_1._)`${schemaCode}, ${data}, ${topSchemaRef}${schemaPath}` : data;
		const valCxt = [
			[names_1.default.instancePath, (0, codegen_1.strConcat)(names_1.default.instancePath, errorPath)],
			[names_1.default.parentData, it.parentData],
			[names_1.default.parentDataProperty, it.parentDataProperty],
			[names_1.default.rootData, names_1.default.rootData]
		];
		if (it.opts.dynamicRef) valCxt.push([names_1.default.dynamicAnchors, names_1.default.dynamicAnchors]);
		const args = (0, codegen_1._)`${dataAndSchema}, ${gen.object(...valCxt)}`;
		return context !== codegen_1.nil ? (0, codegen_1._)`${func}.call(${context}, ${args})` : (0, codegen_1._)`${func}(${args})`;
	}
	exports.callValidateCode = callValidateCode;
	const newRegExp = (0, codegen_1._)`new RegExp`;
	function usePattern({ gen, it: { opts } }, pattern) {
		const u = opts.unicodeRegExp ? "u" : "";
		const { regExp } = opts.code;
		const rx = regExp(pattern, u);
		return gen.scopeValue("pattern", {
			key: rx.toString(),
			ref: rx,
			code: (0, codegen_1._)`${regExp.code === "new RegExp" ? newRegExp : (0, util_2.useFunc)(gen, regExp)}(${pattern}, ${u})`
		});
	}
	exports.usePattern = usePattern;
	function validateArray(cxt) {
		const { gen, data, keyword, it } = cxt;
		const valid = gen.name("valid");
		if (it.allErrors) {
			const validArr = gen.let("valid", true);
			validateItems(() => gen.assign(validArr, false));
			return validArr;
		}
		gen.var(valid, true);
		validateItems(() => gen.break());
		return valid;
		function validateItems(notValid) {
			const len = gen.const("len", (0, codegen_1._)`${data}.length`);
			gen.forRange("i", 0, len, (i) => {
				cxt.subschema({
					keyword,
					dataProp: i,
					dataPropType: util_1.Type.Num
				}, valid);
				gen.if((0, codegen_1.not)(valid), notValid);
			});
		}
	}
	exports.validateArray = validateArray;
	function validateUnion(cxt) {
		const { gen, schema, keyword, it } = cxt;
		/* istanbul ignore if */
		if (!Array.isArray(schema)) throw new Error("ajv implementation error");
		if (schema.some((sch) => (0, util_1.alwaysValidSchema)(it, sch)) && !it.opts.unevaluated) return;
		const valid = gen.let("valid", false);
		const schValid = gen.name("_valid");
		gen.block(() => schema.forEach((_sch, i) => {
			const schCxt = cxt.subschema({
				keyword,
				schemaProp: i,
				compositeRule: true
			}, schValid);
			gen.assign(valid, (0, codegen_1._)`${valid} || ${schValid}`);
			if (!cxt.mergeValidEvaluated(schCxt, schValid)) gen.if((0, codegen_1.not)(valid));
		}));
		cxt.result(valid, () => cxt.reset(), () => cxt.error(true));
	}
	exports.validateUnion = validateUnion;
}));

// node_modules/ajv/dist/compile/validate/keyword.js
var require_keyword = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.validateKeywordUsage = exports.validSchemaType = exports.funcKeywordCode = exports.macroKeywordCode = void 0;
	const codegen_1 = require_codegen();
	const names_1 = require_names();
	const code_1 = require_code();
	const errors_1 = require_errors();
	function macroKeywordCode(cxt, def) {
		const { gen, keyword, schema, parentSchema, it } = cxt;
		const macroSchema = def.macro.call(it.self, schema, parentSchema, it);
		const schemaRef = useKeyword(gen, keyword, macroSchema);
		if (it.opts.validateSchema !== false) it.self.validateSchema(macroSchema, true);
		const valid = gen.name("valid");
		cxt.subschema({
			schema: macroSchema,
			schemaPath: codegen_1.nil,
			errSchemaPath: `${it.errSchemaPath}/${keyword}`,
			topSchemaRef: schemaRef,
			compositeRule: true
		}, valid);
		cxt.pass(valid, () => cxt.error(true));
	}
	exports.macroKeywordCode = macroKeywordCode;
	function funcKeywordCode(cxt, def) {
		var _a;
		const { gen, keyword, schema, parentSchema, $data, it } = cxt;
		checkAsyncKeyword(it, def);
		const validateRef = useKeyword(gen, keyword, !$data && def.compile ? def.compile.call(it.self, schema, parentSchema, it) : def.validate);
		const valid = gen.let("valid");
		cxt.block$data(valid, validateKeyword);
		cxt.ok((_a = def.valid) !== null && _a !== void 0 ? _a : valid);
		function validateKeyword() {
			if (def.errors === false) {
				assignValid();
				if (def.modifying) modifyData(cxt);
				reportErrs(() => cxt.error());
			} else {
				const ruleErrs = def.async ? validateAsync() : validateSync();
				if (def.modifying) modifyData(cxt);
				reportErrs(() => addErrs(cxt, ruleErrs));
			}
		}
		function validateAsync() {
			const ruleErrs = gen.let("ruleErrs", null);
			gen.try(() => assignValid((0, codegen_1._)`await `), (e) => gen.assign(valid, false).if((0, codegen_1._)`${e} instanceof ${it.ValidationError}`, () => gen.assign(ruleErrs, (0, codegen_1._)`${e}.errors`), () => gen.throw(e)));
			return ruleErrs;
		}
		function validateSync() {
			const validateErrs = (0, codegen_1._)`${validateRef}.errors`;
			gen.assign(validateErrs, null);
			assignValid(codegen_1.nil);
			return validateErrs;
		}
		function assignValid(_await = def.async ? (0, codegen_1._)`await ` : codegen_1.nil) {
			const passCxt = it.opts.passContext ? names_1.default.this : names_1.default.self;
			const passSchema = !("compile" in def && !$data || def.schema === false);
			gen.assign(valid, (0, codegen_1._)`${_await}${(0, code_1.callValidateCode)(cxt, validateRef, passCxt, passSchema)}`, def.modifying);
		}
		function reportErrs(errors) {
			var _a;
			gen.if((0, codegen_1.not)((_a = def.valid) !== null && _a !== void 0 ? _a : valid), errors);
		}
	}
	exports.funcKeywordCode = funcKeywordCode;
	function modifyData(cxt) {
		const { gen, data, it } = cxt;
		gen.if(it.parentData, () => gen.assign(data, (0, codegen_1._)`${it.parentData}[${it.parentDataProperty}]`));
	}
	function addErrs(cxt, errs) {
		const { gen } = cxt;
		gen.if((0, codegen_1._)`Array.isArray(${errs})`, () => {
			gen.assign(names_1.default.vErrors, (0, codegen_1._)`${names_1.default.vErrors} === null ? ${errs} : ${names_1.default.vErrors}.concat(${errs})`).assign(names_1.default.errors, (0, codegen_1._)`${names_1.default.vErrors}.length`);
			(0, errors_1.extendErrors)(cxt);
		}, () => cxt.error());
	}
	function checkAsyncKeyword({ schemaEnv }, def) {
		if (def.async && !schemaEnv.$async) throw new Error("async keyword in sync schema");
	}
	function useKeyword(gen, keyword, result) {
		if (result === void 0) throw new Error(`keyword "${keyword}" failed to compile`);
		return gen.scopeValue("keyword", typeof result == "function" ? { ref: result } : {
			ref: result,
			code: (0, codegen_1.stringify)(result)
		});
	}
	function validSchemaType(schema, schemaType, allowUndefined = false) {
		return !schemaType.length || schemaType.some((st) => st === "array" ? Array.isArray(schema) : st === "object" ? schema && typeof schema == "object" && !Array.isArray(schema) : typeof schema == st || allowUndefined && typeof schema == "undefined");
	}
	exports.validSchemaType = validSchemaType;
	function validateKeywordUsage({ schema, opts, self, errSchemaPath }, def, keyword) {
		/* istanbul ignore if */
		if (Array.isArray(def.keyword) ? !def.keyword.includes(keyword) : def.keyword !== keyword) throw new Error("ajv implementation error");
		const deps = def.dependencies;
		if (deps === null || deps === void 0 ? void 0 : deps.some((kwd) => !Object.prototype.hasOwnProperty.call(schema, kwd))) throw new Error(`parent schema must have dependencies of ${keyword}: ${deps.join(",")}`);
		if (def.validateSchema) {
			if (!def.validateSchema(schema[keyword])) {
				const msg = `keyword "${keyword}" value is invalid at path "${errSchemaPath}": ` + self.errorsText(def.validateSchema.errors);
				if (opts.validateSchema === "log") self.logger.error(msg);
				else throw new Error(msg);
			}
		}
	}
	exports.validateKeywordUsage = validateKeywordUsage;
}));

// node_modules/ajv/dist/compile/validate/subschema.js
var require_subschema = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.extendSubschemaMode = exports.extendSubschemaData = exports.getSubschema = void 0;
	const codegen_1 = require_codegen();
	const util_1 = require_util();
	function getSubschema(it, { keyword, schemaProp, schema, schemaPath, errSchemaPath, topSchemaRef }) {
		if (keyword !== void 0 && schema !== void 0) throw new Error("both \"keyword\" and \"schema\" passed, only one allowed");
		if (keyword !== void 0) {
			const sch = it.schema[keyword];
			return schemaProp === void 0 ? {
				schema: sch,
				schemaPath: (0, codegen_1._)`${it.schemaPath}${(0, codegen_1.getProperty)(keyword)}`,
				errSchemaPath: `${it.errSchemaPath}/${keyword}`
			} : {
				schema: sch[schemaProp],
				schemaPath: (0, codegen_1._)`${it.schemaPath}${(0, codegen_1.getProperty)(keyword)}${(0, codegen_1.getProperty)(schemaProp)}`,
				errSchemaPath: `${it.errSchemaPath}/${keyword}/${(0, util_1.escapeFragment)(schemaProp)}`
			};
		}
		if (schema !== void 0) {
			if (schemaPath === void 0 || errSchemaPath === void 0 || topSchemaRef === void 0) throw new Error("\"schemaPath\", \"errSchemaPath\" and \"topSchemaRef\" are required with \"schema\"");
			return {
				schema,
				schemaPath,
				topSchemaRef,
				errSchemaPath
			};
		}
		throw new Error("either \"keyword\" or \"schema\" must be passed");
	}
	exports.getSubschema = getSubschema;
	function extendSubschemaData(subschema, it, { dataProp, dataPropType: dpType, data, dataTypes, propertyName }) {
		if (data !== void 0 && dataProp !== void 0) throw new Error("both \"data\" and \"dataProp\" passed, only one allowed");
		const { gen } = it;
		if (dataProp !== void 0) {
			const { errorPath, dataPathArr, opts } = it;
			dataContextProps(gen.let("data", (0, codegen_1._)`${it.data}${(0, codegen_1.getProperty)(dataProp)}`, true));
			subschema.errorPath = (0, codegen_1.str)`${errorPath}${(0, util_1.getErrorPath)(dataProp, dpType, opts.jsPropertySyntax)}`;
			subschema.parentDataProperty = (0, codegen_1._)`${dataProp}`;
			subschema.dataPathArr = [...dataPathArr, subschema.parentDataProperty];
		}
		if (data !== void 0) {
			dataContextProps(data instanceof codegen_1.Name ? data : gen.let("data", data, true));
			if (propertyName !== void 0) subschema.propertyName = propertyName;
		}
		if (dataTypes) subschema.dataTypes = dataTypes;
		function dataContextProps(_nextData) {
			subschema.data = _nextData;
			subschema.dataLevel = it.dataLevel + 1;
			subschema.dataTypes = [];
			it.definedProperties = /* @__PURE__ */ new Set();
			subschema.parentData = it.data;
			subschema.dataNames = [...it.dataNames, _nextData];
		}
	}
	exports.extendSubschemaData = extendSubschemaData;
	function extendSubschemaMode(subschema, { jtdDiscriminator, jtdMetadata, compositeRule, createErrors, allErrors }) {
		if (compositeRule !== void 0) subschema.compositeRule = compositeRule;
		if (createErrors !== void 0) subschema.createErrors = createErrors;
		if (allErrors !== void 0) subschema.allErrors = allErrors;
		subschema.jtdDiscriminator = jtdDiscriminator;
		subschema.jtdMetadata = jtdMetadata;
	}
	exports.extendSubschemaMode = extendSubschemaMode;
}));

// node_modules/fast-deep-equal/index.js
var require_fast_deep_equal = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = function equal(a, b) {
		if (a === b) return true;
		if (a && b && typeof a == "object" && typeof b == "object") {
			if (a.constructor !== b.constructor) return false;
			var length, i, keys;
			if (Array.isArray(a)) {
				length = a.length;
				if (length != b.length) return false;
				for (i = length; i-- !== 0;) if (!equal(a[i], b[i])) return false;
				return true;
			}
			if (a.constructor === RegExp) return a.source === b.source && a.flags === b.flags;
			if (a.valueOf !== Object.prototype.valueOf) return a.valueOf() === b.valueOf();
			if (a.toString !== Object.prototype.toString) return a.toString() === b.toString();
			keys = Object.keys(a);
			length = keys.length;
			if (length !== Object.keys(b).length) return false;
			for (i = length; i-- !== 0;) if (!Object.prototype.hasOwnProperty.call(b, keys[i])) return false;
			for (i = length; i-- !== 0;) {
				var key = keys[i];
				if (!equal(a[key], b[key])) return false;
			}
			return true;
		}
		return a !== a && b !== b;
	};
}));

// node_modules/json-schema-traverse/index.js
var require_json_schema_traverse = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var traverse = module.exports = function(schema, opts, cb) {
		if (typeof opts == "function") {
			cb = opts;
			opts = {};
		}
		cb = opts.cb || cb;
		var pre = typeof cb == "function" ? cb : cb.pre || function() {};
		var post = cb.post || function() {};
		_traverse(opts, pre, post, schema, "", schema);
	};
	traverse.keywords = {
		additionalItems: true,
		items: true,
		contains: true,
		additionalProperties: true,
		propertyNames: true,
		not: true,
		if: true,
		then: true,
		else: true
	};
	traverse.arrayKeywords = {
		items: true,
		allOf: true,
		anyOf: true,
		oneOf: true
	};
	traverse.propsKeywords = {
		$defs: true,
		definitions: true,
		properties: true,
		patternProperties: true,
		dependencies: true
	};
	traverse.skipKeywords = {
		default: true,
		enum: true,
		const: true,
		required: true,
		maximum: true,
		minimum: true,
		exclusiveMaximum: true,
		exclusiveMinimum: true,
		multipleOf: true,
		maxLength: true,
		minLength: true,
		pattern: true,
		format: true,
		maxItems: true,
		minItems: true,
		uniqueItems: true,
		maxProperties: true,
		minProperties: true
	};
	function _traverse(opts, pre, post, schema, jsonPtr, rootSchema, parentJsonPtr, parentKeyword, parentSchema, keyIndex) {
		if (schema && typeof schema == "object" && !Array.isArray(schema)) {
			pre(schema, jsonPtr, rootSchema, parentJsonPtr, parentKeyword, parentSchema, keyIndex);
			for (var key in schema) {
				var sch = schema[key];
				if (Array.isArray(sch)) {
					if (key in traverse.arrayKeywords) for (var i = 0; i < sch.length; i++) _traverse(opts, pre, post, sch[i], jsonPtr + "/" + key + "/" + i, rootSchema, jsonPtr, key, schema, i);
				} else if (key in traverse.propsKeywords) {
					if (sch && typeof sch == "object") for (var prop in sch) _traverse(opts, pre, post, sch[prop], jsonPtr + "/" + key + "/" + escapeJsonPtr(prop), rootSchema, jsonPtr, key, schema, prop);
				} else if (key in traverse.keywords || opts.allKeys && !(key in traverse.skipKeywords)) _traverse(opts, pre, post, sch, jsonPtr + "/" + key, rootSchema, jsonPtr, key, schema);
			}
			post(schema, jsonPtr, rootSchema, parentJsonPtr, parentKeyword, parentSchema, keyIndex);
		}
	}
	function escapeJsonPtr(str) {
		return str.replace(/~/g, "~0").replace(/\//g, "~1");
	}
}));

// node_modules/ajv/dist/compile/resolve.js
var require_resolve = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.getSchemaRefs = exports.resolveUrl = exports.normalizeId = exports._getFullPath = exports.getFullPath = exports.inlineRef = void 0;
	const util_1 = require_util();
	const equal = require_fast_deep_equal();
	const traverse = require_json_schema_traverse();
	const SIMPLE_INLINED = /* @__PURE__ */ new Set([
		"type",
		"format",
		"pattern",
		"maxLength",
		"minLength",
		"maxProperties",
		"minProperties",
		"maxItems",
		"minItems",
		"maximum",
		"minimum",
		"uniqueItems",
		"multipleOf",
		"required",
		"enum",
		"const"
	]);
	function inlineRef(schema, limit = true) {
		if (typeof schema == "boolean") return true;
		if (limit === true) return !hasRef(schema);
		if (!limit) return false;
		return countKeys(schema) <= limit;
	}
	exports.inlineRef = inlineRef;
	const REF_KEYWORDS = /* @__PURE__ */ new Set([
		"$ref",
		"$recursiveRef",
		"$recursiveAnchor",
		"$dynamicRef",
		"$dynamicAnchor"
	]);
	function hasRef(schema) {
		for (const key in schema) {
			if (REF_KEYWORDS.has(key)) return true;
			const sch = schema[key];
			if (Array.isArray(sch) && sch.some(hasRef)) return true;
			if (typeof sch == "object" && hasRef(sch)) return true;
		}
		return false;
	}
	function countKeys(schema) {
		let count = 0;
		for (const key in schema) {
			if (key === "$ref") return Infinity;
			count++;
			if (SIMPLE_INLINED.has(key)) continue;
			if (typeof schema[key] == "object") (0, util_1.eachItem)(schema[key], (sch) => count += countKeys(sch));
			if (count === Infinity) return Infinity;
		}
		return count;
	}
	function getFullPath(resolver, id = "", normalize) {
		if (normalize !== false) id = normalizeId(id);
		return _getFullPath(resolver, resolver.parse(id));
	}
	exports.getFullPath = getFullPath;
	function _getFullPath(resolver, p) {
		return resolver.serialize(p).split("#")[0] + "#";
	}
	exports._getFullPath = _getFullPath;
	const TRAILING_SLASH_HASH = /#\/?$/;
	function normalizeId(id) {
		return id ? id.replace(TRAILING_SLASH_HASH, "") : "";
	}
	exports.normalizeId = normalizeId;
	function resolveUrl(resolver, baseId, id) {
		id = normalizeId(id);
		return resolver.resolve(baseId, id);
	}
	exports.resolveUrl = resolveUrl;
	const ANCHOR = /^[a-z_][-a-z0-9._]*$/i;
	function getSchemaRefs(schema, baseId) {
		if (typeof schema == "boolean") return {};
		const { schemaId, uriResolver } = this.opts;
		const schId = normalizeId(schema[schemaId] || baseId);
		const baseIds = { "": schId };
		const pathPrefix = getFullPath(uriResolver, schId, false);
		const localRefs = {};
		const schemaRefs = /* @__PURE__ */ new Set();
		traverse(schema, { allKeys: true }, (sch, jsonPtr, _, parentJsonPtr) => {
			if (parentJsonPtr === void 0) return;
			const fullPath = pathPrefix + jsonPtr;
			let innerBaseId = baseIds[parentJsonPtr];
			if (typeof sch[schemaId] == "string") innerBaseId = addRef.call(this, sch[schemaId]);
			addAnchor.call(this, sch.$anchor);
			addAnchor.call(this, sch.$dynamicAnchor);
			baseIds[jsonPtr] = innerBaseId;
			function addRef(ref) {
				const _resolve = this.opts.uriResolver.resolve;
				ref = normalizeId(innerBaseId ? _resolve(innerBaseId, ref) : ref);
				if (schemaRefs.has(ref)) throw ambiguos(ref);
				schemaRefs.add(ref);
				let schOrRef = this.refs[ref];
				if (typeof schOrRef == "string") schOrRef = this.refs[schOrRef];
				if (typeof schOrRef == "object") checkAmbiguosRef(sch, schOrRef.schema, ref);
				else if (ref !== normalizeId(fullPath)) {
					if (ref[0] === "#") {
						checkAmbiguosRef(sch, localRefs[ref], ref);
						localRefs[ref] = sch;
					} else this.refs[ref] = fullPath;
				}
				return ref;
			}
			function addAnchor(anchor) {
				if (typeof anchor == "string") {
					if (!ANCHOR.test(anchor)) throw new Error(`invalid anchor "${anchor}"`);
					addRef.call(this, `#${anchor}`);
				}
			}
		});
		return localRefs;
		function checkAmbiguosRef(sch1, sch2, ref) {
			if (sch2 !== void 0 && !equal(sch1, sch2)) throw ambiguos(ref);
		}
		function ambiguos(ref) {
			return /* @__PURE__ */ new Error(`reference "${ref}" resolves to more than one schema`);
		}
	}
	exports.getSchemaRefs = getSchemaRefs;
}));

// node_modules/ajv/dist/compile/validate/index.js
var require_validate = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.getData = exports.KeywordCxt = exports.validateFunctionCode = void 0;
	const boolSchema_1 = require_boolSchema();
	const dataType_1 = require_dataType();
	const applicability_1 = require_applicability();
	const dataType_2 = require_dataType();
	const defaults_1 = require_defaults();
	const keyword_1 = require_keyword();
	const subschema_1 = require_subschema();
	const codegen_1 = require_codegen();
	const names_1 = require_names();
	const resolve_1 = require_resolve();
	const util_1 = require_util();
	const errors_1 = require_errors();
	function validateFunctionCode(it) {
		if (isSchemaObj(it)) {
			checkKeywords(it);
			if (schemaCxtHasRules(it)) {
				topSchemaObjCode(it);
				return;
			}
		}
		validateFunction(it, () => (0, boolSchema_1.topBoolOrEmptySchema)(it));
	}
	exports.validateFunctionCode = validateFunctionCode;
	function validateFunction({ gen, validateName, schema, schemaEnv, opts }, body) {
		if (opts.code.es5) gen.func(validateName, (0, codegen_1._)`${names_1.default.data}, ${names_1.default.valCxt}`, schemaEnv.$async, () => {
			gen.code((0, codegen_1._)`"use strict"; ${funcSourceUrl(schema, opts)}`);
			destructureValCxtES5(gen, opts);
			gen.code(body);
		});
		else gen.func(validateName, (0, codegen_1._)`${names_1.default.data}, ${destructureValCxt(opts)}`, schemaEnv.$async, () => gen.code(funcSourceUrl(schema, opts)).code(body));
	}
	function destructureValCxt(opts) {
		return (0, codegen_1._)`{${names_1.default.instancePath}="", ${names_1.default.parentData}, ${names_1.default.parentDataProperty}, ${names_1.default.rootData}=${names_1.default.data}${opts.dynamicRef ? (0, codegen_1._)`, ${names_1.default.dynamicAnchors}={}` : codegen_1.nil}}={}`;
	}
	function destructureValCxtES5(gen, opts) {
		gen.if(names_1.default.valCxt, () => {
			gen.var(names_1.default.instancePath, (0, codegen_1._)`${names_1.default.valCxt}.${names_1.default.instancePath}`);
			gen.var(names_1.default.parentData, (0, codegen_1._)`${names_1.default.valCxt}.${names_1.default.parentData}`);
			gen.var(names_1.default.parentDataProperty, (0, codegen_1._)`${names_1.default.valCxt}.${names_1.default.parentDataProperty}`);
			gen.var(names_1.default.rootData, (0, codegen_1._)`${names_1.default.valCxt}.${names_1.default.rootData}`);
			if (opts.dynamicRef) gen.var(names_1.default.dynamicAnchors, (0, codegen_1._)`${names_1.default.valCxt}.${names_1.default.dynamicAnchors}`);
		}, () => {
			gen.var(names_1.default.instancePath, (0, codegen_1._)`""`);
			gen.var(names_1.default.parentData, (0, codegen_1._)`undefined`);
			gen.var(names_1.default.parentDataProperty, (0, codegen_1._)`undefined`);
			gen.var(names_1.default.rootData, names_1.default.data);
			if (opts.dynamicRef) gen.var(names_1.default.dynamicAnchors, (0, codegen_1._)`{}`);
		});
	}
	function topSchemaObjCode(it) {
		const { schema, opts, gen } = it;
		validateFunction(it, () => {
			if (opts.$comment && schema.$comment) commentKeyword(it);
			checkNoDefault(it);
			gen.let(names_1.default.vErrors, null);
			gen.let(names_1.default.errors, 0);
			if (opts.unevaluated) resetEvaluated(it);
			typeAndKeywords(it);
			returnResults(it);
		});
	}
	function resetEvaluated(it) {
		const { gen, validateName } = it;
		it.evaluated = gen.const("evaluated", (0, codegen_1._)`${validateName}.evaluated`);
		gen.if((0, codegen_1._)`${it.evaluated}.dynamicProps`, () => gen.assign((0, codegen_1._)`${it.evaluated}.props`, (0, codegen_1._)`undefined`));
		gen.if((0, codegen_1._)`${it.evaluated}.dynamicItems`, () => gen.assign((0, codegen_1._)`${it.evaluated}.items`, (0, codegen_1._)`undefined`));
	}
	function funcSourceUrl(schema, opts) {
		const schId = typeof schema == "object" && schema[opts.schemaId];
		return schId && (opts.code.source || opts.code.process) ? (0, codegen_1._)`/*# sourceURL=${schId} */` : codegen_1.nil;
	}
	function subschemaCode(it, valid) {
		if (isSchemaObj(it)) {
			checkKeywords(it);
			if (schemaCxtHasRules(it)) {
				subSchemaObjCode(it, valid);
				return;
			}
		}
		(0, boolSchema_1.boolOrEmptySchema)(it, valid);
	}
	function schemaCxtHasRules({ schema, self }) {
		if (typeof schema == "boolean") return !schema;
		for (const key in schema) if (self.RULES.all[key]) return true;
		return false;
	}
	function isSchemaObj(it) {
		return typeof it.schema != "boolean";
	}
	function subSchemaObjCode(it, valid) {
		const { schema, gen, opts } = it;
		if (opts.$comment && schema.$comment) commentKeyword(it);
		updateContext(it);
		checkAsyncSchema(it);
		const errsCount = gen.const("_errs", names_1.default.errors);
		typeAndKeywords(it, errsCount);
		gen.var(valid, (0, codegen_1._)`${errsCount} === ${names_1.default.errors}`);
	}
	function checkKeywords(it) {
		(0, util_1.checkUnknownRules)(it);
		checkRefsAndKeywords(it);
	}
	function typeAndKeywords(it, errsCount) {
		if (it.opts.jtd) return schemaKeywords(it, [], false, errsCount);
		const types = (0, dataType_1.getSchemaTypes)(it.schema);
		schemaKeywords(it, types, !(0, dataType_1.coerceAndCheckDataType)(it, types), errsCount);
	}
	function checkRefsAndKeywords(it) {
		const { schema, errSchemaPath, opts, self } = it;
		if (schema.$ref && opts.ignoreKeywordsWithRef && (0, util_1.schemaHasRulesButRef)(schema, self.RULES)) self.logger.warn(`$ref: keywords ignored in schema at path "${errSchemaPath}"`);
	}
	function checkNoDefault(it) {
		const { schema, opts } = it;
		if (schema.default !== void 0 && opts.useDefaults && opts.strictSchema) (0, util_1.checkStrictMode)(it, "default is ignored in the schema root");
	}
	function updateContext(it) {
		const schId = it.schema[it.opts.schemaId];
		if (schId) it.baseId = (0, resolve_1.resolveUrl)(it.opts.uriResolver, it.baseId, schId);
	}
	function checkAsyncSchema(it) {
		if (it.schema.$async && !it.schemaEnv.$async) throw new Error("async schema in sync schema");
	}
	function commentKeyword({ gen, schemaEnv, schema, errSchemaPath, opts }) {
		const msg = schema.$comment;
		if (opts.$comment === true) gen.code((0, codegen_1._)`${names_1.default.self}.logger.log(${msg})`);
		else if (typeof opts.$comment == "function") {
			const schemaPath = (0, codegen_1.str)`${errSchemaPath}/$comment`;
			const rootName = gen.scopeValue("root", { ref: schemaEnv.root });
			gen.code((0, codegen_1._)`${names_1.default.self}.opts.$comment(${msg}, ${schemaPath}, ${rootName}.schema)`);
		}
	}
	function returnResults(it) {
		const { gen, schemaEnv, validateName, ValidationError, opts } = it;
		if (schemaEnv.$async) gen.if((0, codegen_1._)`${names_1.default.errors} === 0`, () => gen.return(names_1.default.data), () => gen.throw((0, codegen_1._)`new ${ValidationError}(${names_1.default.vErrors})`));
		else {
			gen.assign((0, codegen_1._)`${validateName}.errors`, names_1.default.vErrors);
			if (opts.unevaluated) assignEvaluated(it);
			gen.return((0, codegen_1._)`${names_1.default.errors} === 0`);
		}
	}
	function assignEvaluated({ gen, evaluated, props, items }) {
		if (props instanceof codegen_1.Name) gen.assign((0, codegen_1._)`${evaluated}.props`, props);
		if (items instanceof codegen_1.Name) gen.assign((0, codegen_1._)`${evaluated}.items`, items);
	}
	function schemaKeywords(it, types, typeErrors, errsCount) {
		const { gen, schema, data, allErrors, opts, self } = it;
		const { RULES } = self;
		if (schema.$ref && (opts.ignoreKeywordsWithRef || !(0, util_1.schemaHasRulesButRef)(schema, RULES))) {
			gen.block(() => keywordCode(it, "$ref", RULES.all.$ref.definition));
			return;
		}
		if (!opts.jtd) checkStrictTypes(it, types);
		gen.block(() => {
			for (const group of RULES.rules) groupKeywords(group);
			groupKeywords(RULES.post);
		});
		function groupKeywords(group) {
			if (!(0, applicability_1.shouldUseGroup)(schema, group)) return;
			if (group.type) {
				gen.if((0, dataType_2.checkDataType)(group.type, data, opts.strictNumbers));
				iterateKeywords(it, group);
				if (types.length === 1 && types[0] === group.type && typeErrors) {
					gen.else();
					(0, dataType_2.reportTypeError)(it);
				}
				gen.endIf();
			} else iterateKeywords(it, group);
			if (!allErrors) gen.if((0, codegen_1._)`${names_1.default.errors} === ${errsCount || 0}`);
		}
	}
	function iterateKeywords(it, group) {
		const { gen, schema, opts: { useDefaults } } = it;
		if (useDefaults) (0, defaults_1.assignDefaults)(it, group.type);
		gen.block(() => {
			for (const rule of group.rules) if ((0, applicability_1.shouldUseRule)(schema, rule)) keywordCode(it, rule.keyword, rule.definition, group.type);
		});
	}
	function checkStrictTypes(it, types) {
		if (it.schemaEnv.meta || !it.opts.strictTypes) return;
		checkContextTypes(it, types);
		if (!it.opts.allowUnionTypes) checkMultipleTypes(it, types);
		checkKeywordTypes(it, it.dataTypes);
	}
	function checkContextTypes(it, types) {
		if (!types.length) return;
		if (!it.dataTypes.length) {
			it.dataTypes = types;
			return;
		}
		types.forEach((t) => {
			if (!includesType(it.dataTypes, t)) strictTypesError(it, `type "${t}" not allowed by context "${it.dataTypes.join(",")}"`);
		});
		narrowSchemaTypes(it, types);
	}
	function checkMultipleTypes(it, ts) {
		if (ts.length > 1 && !(ts.length === 2 && ts.includes("null"))) strictTypesError(it, "use allowUnionTypes to allow union type keyword");
	}
	function checkKeywordTypes(it, ts) {
		const rules = it.self.RULES.all;
		for (const keyword in rules) {
			const rule = rules[keyword];
			if (typeof rule == "object" && (0, applicability_1.shouldUseRule)(it.schema, rule)) {
				const { type } = rule.definition;
				if (type.length && !type.some((t) => hasApplicableType(ts, t))) strictTypesError(it, `missing type "${type.join(",")}" for keyword "${keyword}"`);
			}
		}
	}
	function hasApplicableType(schTs, kwdT) {
		return schTs.includes(kwdT) || kwdT === "number" && schTs.includes("integer");
	}
	function includesType(ts, t) {
		return ts.includes(t) || t === "integer" && ts.includes("number");
	}
	function narrowSchemaTypes(it, withTypes) {
		const ts = [];
		for (const t of it.dataTypes) if (includesType(withTypes, t)) ts.push(t);
		else if (withTypes.includes("integer") && t === "number") ts.push("integer");
		it.dataTypes = ts;
	}
	function strictTypesError(it, msg) {
		const schemaPath = it.schemaEnv.baseId + it.errSchemaPath;
		msg += ` at "${schemaPath}" (strictTypes)`;
		(0, util_1.checkStrictMode)(it, msg, it.opts.strictTypes);
	}
	var KeywordCxt = class {
		constructor(it, def, keyword) {
			(0, keyword_1.validateKeywordUsage)(it, def, keyword);
			this.gen = it.gen;
			this.allErrors = it.allErrors;
			this.keyword = keyword;
			this.data = it.data;
			this.schema = it.schema[keyword];
			this.$data = def.$data && it.opts.$data && this.schema && this.schema.$data;
			this.schemaValue = (0, util_1.schemaRefOrVal)(it, this.schema, keyword, this.$data);
			this.schemaType = def.schemaType;
			this.parentSchema = it.schema;
			this.params = {};
			this.it = it;
			this.def = def;
			if (this.$data) this.schemaCode = it.gen.const("vSchema", getData(this.$data, it));
			else {
				this.schemaCode = this.schemaValue;
				if (!(0, keyword_1.validSchemaType)(this.schema, def.schemaType, def.allowUndefined)) throw new Error(`${keyword} value must be ${JSON.stringify(def.schemaType)}`);
			}
			if ("code" in def ? def.trackErrors : def.errors !== false) this.errsCount = it.gen.const("_errs", names_1.default.errors);
		}
		result(condition, successAction, failAction) {
			this.failResult((0, codegen_1.not)(condition), successAction, failAction);
		}
		failResult(condition, successAction, failAction) {
			this.gen.if(condition);
			if (failAction) failAction();
			else this.error();
			if (successAction) {
				this.gen.else();
				successAction();
				if (this.allErrors) this.gen.endIf();
			} else if (this.allErrors) this.gen.endIf();
			else this.gen.else();
		}
		pass(condition, failAction) {
			this.failResult((0, codegen_1.not)(condition), void 0, failAction);
		}
		fail(condition) {
			if (condition === void 0) {
				this.error();
				if (!this.allErrors) this.gen.if(false);
				return;
			}
			this.gen.if(condition);
			this.error();
			if (this.allErrors) this.gen.endIf();
			else this.gen.else();
		}
		fail$data(condition) {
			if (!this.$data) return this.fail(condition);
			const { schemaCode } = this;
			this.fail((0, codegen_1._)`${schemaCode} !== undefined && (${(0, codegen_1.or)(this.invalid$data(), condition)})`);
		}
		error(append, errorParams, errorPaths) {
			if (errorParams) {
				this.setParams(errorParams);
				this._error(append, errorPaths);
				this.setParams({});
				return;
			}
			this._error(append, errorPaths);
		}
		_error(append, errorPaths) {
			(append ? errors_1.reportExtraError : errors_1.reportError)(this, this.def.error, errorPaths);
		}
		$dataError() {
			(0, errors_1.reportError)(this, this.def.$dataError || errors_1.keyword$DataError);
		}
		reset() {
			if (this.errsCount === void 0) throw new Error("add \"trackErrors\" to keyword definition");
			(0, errors_1.resetErrorsCount)(this.gen, this.errsCount);
		}
		ok(cond) {
			if (!this.allErrors) this.gen.if(cond);
		}
		setParams(obj, assign) {
			if (assign) Object.assign(this.params, obj);
			else this.params = obj;
		}
		block$data(valid, codeBlock, $dataValid = codegen_1.nil) {
			this.gen.block(() => {
				this.check$data(valid, $dataValid);
				codeBlock();
			});
		}
		check$data(valid = codegen_1.nil, $dataValid = codegen_1.nil) {
			if (!this.$data) return;
			const { gen, schemaCode, schemaType, def } = this;
			gen.if((0, codegen_1.or)((0, codegen_1._)`${schemaCode} === undefined`, $dataValid));
			if (valid !== codegen_1.nil) gen.assign(valid, true);
			if (schemaType.length || def.validateSchema) {
				gen.elseIf(this.invalid$data());
				this.$dataError();
				if (valid !== codegen_1.nil) gen.assign(valid, false);
			}
			gen.else();
		}
		invalid$data() {
			const { gen, schemaCode, schemaType, def, it } = this;
			return (0, codegen_1.or)(wrong$DataType(), invalid$DataSchema());
			function wrong$DataType() {
				if (schemaType.length) {
					/* istanbul ignore if */
					if (!(schemaCode instanceof codegen_1.Name)) throw new Error("ajv implementation error");
					const st = Array.isArray(schemaType) ? schemaType : [schemaType];
					return (0, codegen_1._)`${(0, dataType_2.checkDataTypes)(st, schemaCode, it.opts.strictNumbers, dataType_2.DataType.Wrong)}`;
				}
				return codegen_1.nil;
			}
			function invalid$DataSchema() {
				if (def.validateSchema) {
					const validateSchemaRef = gen.scopeValue("validate$data", { ref: def.validateSchema });
					return (0, codegen_1._)`!${validateSchemaRef}(${schemaCode})`;
				}
				return codegen_1.nil;
			}
		}
		subschema(appl, valid) {
			const subschema = (0, subschema_1.getSubschema)(this.it, appl);
			(0, subschema_1.extendSubschemaData)(subschema, this.it, appl);
			(0, subschema_1.extendSubschemaMode)(subschema, appl);
			const nextContext = {
				...this.it,
				...subschema,
				items: void 0,
				props: void 0
			};
			subschemaCode(nextContext, valid);
			return nextContext;
		}
		mergeEvaluated(schemaCxt, toName) {
			const { it, gen } = this;
			if (!it.opts.unevaluated) return;
			if (it.props !== true && schemaCxt.props !== void 0) it.props = util_1.mergeEvaluated.props(gen, schemaCxt.props, it.props, toName);
			if (it.items !== true && schemaCxt.items !== void 0) it.items = util_1.mergeEvaluated.items(gen, schemaCxt.items, it.items, toName);
		}
		mergeValidEvaluated(schemaCxt, valid) {
			const { it, gen } = this;
			if (it.opts.unevaluated && (it.props !== true || it.items !== true)) {
				gen.if(valid, () => this.mergeEvaluated(schemaCxt, codegen_1.Name));
				return true;
			}
		}
	};
	exports.KeywordCxt = KeywordCxt;
	function keywordCode(it, keyword, def, ruleType) {
		const cxt = new KeywordCxt(it, def, keyword);
		if ("code" in def) def.code(cxt, ruleType);
		else if (cxt.$data && def.validate) (0, keyword_1.funcKeywordCode)(cxt, def);
		else if ("macro" in def) (0, keyword_1.macroKeywordCode)(cxt, def);
		else if (def.compile || def.validate) (0, keyword_1.funcKeywordCode)(cxt, def);
	}
	const JSON_POINTER = /^\/(?:[^~]|~0|~1)*$/;
	const RELATIVE_JSON_POINTER = /^([0-9]+)(#|\/(?:[^~]|~0|~1)*)?$/;
	function getData($data, { dataLevel, dataNames, dataPathArr }) {
		let jsonPointer;
		let data;
		if ($data === "") return names_1.default.rootData;
		if ($data[0] === "/") {
			if (!JSON_POINTER.test($data)) throw new Error(`Invalid JSON-pointer: ${$data}`);
			jsonPointer = $data;
			data = names_1.default.rootData;
		} else {
			const matches = RELATIVE_JSON_POINTER.exec($data);
			if (!matches) throw new Error(`Invalid JSON-pointer: ${$data}`);
			const up = +matches[1];
			jsonPointer = matches[2];
			if (jsonPointer === "#") {
				if (up >= dataLevel) throw new Error(errorMsg("property/index", up));
				return dataPathArr[dataLevel - up];
			}
			if (up > dataLevel) throw new Error(errorMsg("data", up));
			data = dataNames[dataLevel - up];
			if (!jsonPointer) return data;
		}
		let expr = data;
		const segments = jsonPointer.split("/");
		for (const segment of segments) if (segment) {
			data = (0, codegen_1._)`${data}${(0, codegen_1.getProperty)((0, util_1.unescapeJsonPointer)(segment))}`;
			expr = (0, codegen_1._)`${expr} && ${data}`;
		}
		return expr;
		function errorMsg(pointerType, up) {
			return `Cannot access ${pointerType} ${up} levels up, current level is ${dataLevel}`;
		}
	}
	exports.getData = getData;
}));

// node_modules/ajv/dist/runtime/validation_error.js
var require_validation_error = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	var ValidationError = class extends Error {
		constructor(errors) {
			super("validation failed");
			this.errors = errors;
			this.ajv = this.validation = true;
		}
	};
	exports.default = ValidationError;
}));

// node_modules/ajv/dist/compile/ref_error.js
var require_ref_error = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const resolve_1 = require_resolve();
	var MissingRefError = class extends Error {
		constructor(resolver, baseId, ref, msg) {
			super(msg || `can't resolve reference ${ref} from id ${baseId}`);
			this.missingRef = (0, resolve_1.resolveUrl)(resolver, baseId, ref);
			this.missingSchema = (0, resolve_1.normalizeId)((0, resolve_1.getFullPath)(resolver, this.missingRef));
		}
	};
	exports.default = MissingRefError;
}));

// node_modules/ajv/dist/compile/index.js
var require_compile = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.resolveSchema = exports.getCompilingSchema = exports.resolveRef = exports.compileSchema = exports.SchemaEnv = void 0;
	const codegen_1 = require_codegen();
	const validation_error_1 = require_validation_error();
	const names_1 = require_names();
	const resolve_1 = require_resolve();
	const util_1 = require_util();
	const validate_1 = require_validate();
	var SchemaEnv = class {
		constructor(env) {
			var _a;
			this.refs = {};
			this.dynamicAnchors = {};
			let schema;
			if (typeof env.schema == "object") schema = env.schema;
			this.schema = env.schema;
			this.schemaId = env.schemaId;
			this.root = env.root || this;
			this.baseId = (_a = env.baseId) !== null && _a !== void 0 ? _a : (0, resolve_1.normalizeId)(schema === null || schema === void 0 ? void 0 : schema[env.schemaId || "$id"]);
			this.schemaPath = env.schemaPath;
			this.localRefs = env.localRefs;
			this.meta = env.meta;
			this.$async = schema === null || schema === void 0 ? void 0 : schema.$async;
			this.refs = {};
		}
	};
	exports.SchemaEnv = SchemaEnv;
	function compileSchema(sch) {
		const _sch = getCompilingSchema.call(this, sch);
		if (_sch) return _sch;
		const rootId = (0, resolve_1.getFullPath)(this.opts.uriResolver, sch.root.baseId);
		const { es5, lines } = this.opts.code;
		const { ownProperties } = this.opts;
		const gen = new codegen_1.CodeGen(this.scope, {
			es5,
			lines,
			ownProperties
		});
		let _ValidationError;
		if (sch.$async) _ValidationError = gen.scopeValue("Error", {
			ref: validation_error_1.default,
			code: (0, codegen_1._)`require("ajv/dist/runtime/validation_error").default`
		});
		const validateName = gen.scopeName("validate");
		sch.validateName = validateName;
		const schemaCxt = {
			gen,
			allErrors: this.opts.allErrors,
			data: names_1.default.data,
			parentData: names_1.default.parentData,
			parentDataProperty: names_1.default.parentDataProperty,
			dataNames: [names_1.default.data],
			dataPathArr: [codegen_1.nil],
			dataLevel: 0,
			dataTypes: [],
			definedProperties: /* @__PURE__ */ new Set(),
			topSchemaRef: gen.scopeValue("schema", this.opts.code.source === true ? {
				ref: sch.schema,
				code: (0, codegen_1.stringify)(sch.schema)
			} : { ref: sch.schema }),
			validateName,
			ValidationError: _ValidationError,
			schema: sch.schema,
			schemaEnv: sch,
			rootId,
			baseId: sch.baseId || rootId,
			schemaPath: codegen_1.nil,
			errSchemaPath: sch.schemaPath || (this.opts.jtd ? "" : "#"),
			errorPath: (0, codegen_1._)`""`,
			opts: this.opts,
			self: this
		};
		let sourceCode;
		try {
			this._compilations.add(sch);
			(0, validate_1.validateFunctionCode)(schemaCxt);
			gen.optimize(this.opts.code.optimize);
			const validateCode = gen.toString();
			sourceCode = `${gen.scopeRefs(names_1.default.scope)}return ${validateCode}`;
			if (this.opts.code.process) sourceCode = this.opts.code.process(sourceCode, sch);
			const validate = new Function(`${names_1.default.self}`, `${names_1.default.scope}`, sourceCode)(this, this.scope.get());
			this.scope.value(validateName, { ref: validate });
			validate.errors = null;
			validate.schema = sch.schema;
			validate.schemaEnv = sch;
			if (sch.$async) validate.$async = true;
			if (this.opts.code.source === true) validate.source = {
				validateName,
				validateCode,
				scopeValues: gen._values
			};
			if (this.opts.unevaluated) {
				const { props, items } = schemaCxt;
				validate.evaluated = {
					props: props instanceof codegen_1.Name ? void 0 : props,
					items: items instanceof codegen_1.Name ? void 0 : items,
					dynamicProps: props instanceof codegen_1.Name,
					dynamicItems: items instanceof codegen_1.Name
				};
				if (validate.source) validate.source.evaluated = (0, codegen_1.stringify)(validate.evaluated);
			}
			sch.validate = validate;
			return sch;
		} catch (e) {
			delete sch.validate;
			delete sch.validateName;
			if (sourceCode) this.logger.error("Error compiling schema, function code:", sourceCode);
			throw e;
		} finally {
			this._compilations.delete(sch);
		}
	}
	exports.compileSchema = compileSchema;
	function resolveRef(root, baseId, ref) {
		var _a;
		ref = (0, resolve_1.resolveUrl)(this.opts.uriResolver, baseId, ref);
		const schOrFunc = root.refs[ref];
		if (schOrFunc) return schOrFunc;
		let _sch = resolve.call(this, root, ref);
		if (_sch === void 0) {
			const schema = (_a = root.localRefs) === null || _a === void 0 ? void 0 : _a[ref];
			const { schemaId } = this.opts;
			if (schema) _sch = new SchemaEnv({
				schema,
				schemaId,
				root,
				baseId
			});
		}
		if (_sch === void 0) return;
		return root.refs[ref] = inlineOrCompile.call(this, _sch);
	}
	exports.resolveRef = resolveRef;
	function inlineOrCompile(sch) {
		if ((0, resolve_1.inlineRef)(sch.schema, this.opts.inlineRefs)) return sch.schema;
		return sch.validate ? sch : compileSchema.call(this, sch);
	}
	function getCompilingSchema(schEnv) {
		for (const sch of this._compilations) if (sameSchemaEnv(sch, schEnv)) return sch;
	}
	exports.getCompilingSchema = getCompilingSchema;
	function sameSchemaEnv(s1, s2) {
		return s1.schema === s2.schema && s1.root === s2.root && s1.baseId === s2.baseId;
	}
	function resolve(root, ref) {
		let sch;
		while (typeof (sch = this.refs[ref]) == "string") ref = sch;
		return sch || this.schemas[ref] || resolveSchema.call(this, root, ref);
	}
	function resolveSchema(root, ref) {
		const p = this.opts.uriResolver.parse(ref);
		const refPath = (0, resolve_1._getFullPath)(this.opts.uriResolver, p);
		let baseId = (0, resolve_1.getFullPath)(this.opts.uriResolver, root.baseId, void 0);
		if (Object.keys(root.schema).length > 0 && refPath === baseId) return getJsonPointer.call(this, p, root);
		const id = (0, resolve_1.normalizeId)(refPath);
		const schOrRef = this.refs[id] || this.schemas[id];
		if (typeof schOrRef == "string") {
			const sch = resolveSchema.call(this, root, schOrRef);
			if (typeof (sch === null || sch === void 0 ? void 0 : sch.schema) !== "object") return;
			return getJsonPointer.call(this, p, sch);
		}
		if (typeof (schOrRef === null || schOrRef === void 0 ? void 0 : schOrRef.schema) !== "object") return;
		if (!schOrRef.validate) compileSchema.call(this, schOrRef);
		if (id === (0, resolve_1.normalizeId)(ref)) {
			const { schema } = schOrRef;
			const { schemaId } = this.opts;
			const schId = schema[schemaId];
			if (schId) baseId = (0, resolve_1.resolveUrl)(this.opts.uriResolver, baseId, schId);
			return new SchemaEnv({
				schema,
				schemaId,
				root,
				baseId
			});
		}
		return getJsonPointer.call(this, p, schOrRef);
	}
	exports.resolveSchema = resolveSchema;
	const PREVENT_SCOPE_CHANGE = /* @__PURE__ */ new Set([
		"properties",
		"patternProperties",
		"enum",
		"dependencies",
		"definitions"
	]);
	function getJsonPointer(parsedRef, { baseId, schema, root }) {
		var _a;
		if (((_a = parsedRef.fragment) === null || _a === void 0 ? void 0 : _a[0]) !== "/") return;
		for (const part of parsedRef.fragment.slice(1).split("/")) {
			if (typeof schema === "boolean") return;
			const partSchema = schema[(0, util_1.unescapeFragment)(part)];
			if (partSchema === void 0) return;
			schema = partSchema;
			const schId = typeof schema === "object" && schema[this.opts.schemaId];
			if (!PREVENT_SCOPE_CHANGE.has(part) && schId) baseId = (0, resolve_1.resolveUrl)(this.opts.uriResolver, baseId, schId);
		}
		let env;
		if (typeof schema != "boolean" && schema.$ref && !(0, util_1.schemaHasRulesButRef)(schema, this.RULES)) {
			const $ref = (0, resolve_1.resolveUrl)(this.opts.uriResolver, baseId, schema.$ref);
			env = resolveSchema.call(this, root, $ref);
		}
		const { schemaId } = this.opts;
		env = env || new SchemaEnv({
			schema,
			schemaId,
			root,
			baseId
		});
		if (env.schema !== env.root.schema) return env;
	}
}));

// node_modules/ajv/dist/refs/data.json
var require_data = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = {
		"$id": "https://raw.githubusercontent.com/ajv-validator/ajv/master/lib/refs/data.json#",
		"description": "Meta-schema for $data reference (JSON AnySchema extension proposal)",
		"type": "object",
		"required": ["$data"],
		"properties": { "$data": {
			"type": "string",
			"anyOf": [{ "format": "relative-json-pointer" }, { "format": "json-pointer" }]
		} },
		"additionalProperties": false
	};
}));

// node_modules/fast-uri/lib/utils.js
var require_utils = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** @type {(value: string) => boolean} */
	const isUUID = RegExp.prototype.test.bind(/^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/iu);
	/** @type {(value: string) => boolean} */
	const isIPv4 = RegExp.prototype.test.bind(/^(?:(?:25[0-5]|2[0-4]\d|1\d{2}|[1-9]\d|\d)\.){3}(?:25[0-5]|2[0-4]\d|1\d{2}|[1-9]\d|\d)$/u);
	/** @type {(value: string) => boolean} */
	const isPort = RegExp.prototype.test.bind(/^\d*$/u);
	/** @type {(value: string) => boolean} */
	const isHexPair = RegExp.prototype.test.bind(/^[\da-f]{2}$/iu);
	/** @type {(value: string) => boolean} */
	const isUnreserved = RegExp.prototype.test.bind(/^[\da-z\-._~]$/iu);
	/** @type {(value: string) => boolean} */
	const isPathCharacter = RegExp.prototype.test.bind(/^[A-Za-z0-9\-._~!$&'()*+,;=:@/]$/u);
	/** @type {(value: string) => boolean} */
	const isQueryFragmentCharacter = RegExp.prototype.test.bind(/^[A-Za-z0-9\-._~!$&'()*+,;=:@/?]$/u);
	/** @type {(value: string) => boolean} */
	const isUserinfoCharacter = RegExp.prototype.test.bind(/^[A-Za-z0-9\-._~!$&'()*+,;=:]$/u);
	const BYTE_HEX = new Array(256);
	{
		const HEX_DIGITS = "0123456789ABCDEF";
		for (let i = 0; i < 256; i++) BYTE_HEX[i] = "%" + HEX_DIGITS[i >> 4] + HEX_DIGITS[i & 15];
	}
	function percentEncodeNonAscii(cp) {
		if (cp < 2048) return BYTE_HEX[192 | cp >> 6] + BYTE_HEX[128 | cp & 63];
		if (cp < 65536) return BYTE_HEX[224 | cp >> 12] + BYTE_HEX[128 | cp >> 6 & 63] + BYTE_HEX[128 | cp & 63];
		return BYTE_HEX[240 | cp >> 18] + BYTE_HEX[128 | cp >> 12 & 63] + BYTE_HEX[128 | cp >> 6 & 63] + BYTE_HEX[128 | cp & 63];
	}
	/**
	* @param {Array<string>} input
	* @returns {string}
	*/
	function stringArrayToHexStripped(input) {
		let acc = "";
		let code = 0;
		let i = 0;
		for (i = 0; i < input.length; i++) {
			code = input[i].charCodeAt(0);
			if (code === 48) continue;
			if (!(code >= 48 && code <= 57 || code >= 65 && code <= 70 || code >= 97 && code <= 102)) return "";
			acc += input[i];
			break;
		}
		for (i += 1; i < input.length; i++) {
			code = input[i].charCodeAt(0);
			if (!(code >= 48 && code <= 57 || code >= 65 && code <= 70 || code >= 97 && code <= 102)) return "";
			acc += input[i];
		}
		return acc;
	}
	/** @type {(value: string) => boolean} */
	const isHextet = RegExp.prototype.test.bind(/^[\dA-Fa-f]{1,4}$/);
	/** @type {(value: string) => boolean} */
	const isIPvFuture = RegExp.prototype.test.bind(/^[vV][\dA-Fa-f]+\.[A-Za-z\d\-._~!$&'()*+,;=:]+$/);
	/** @type {(value: string) => boolean} */
	const isZoneCharacter = RegExp.prototype.test.bind(/^[A-Za-z\d\-._~]$/);
	/**
	* @param {string} value
	* @returns {boolean}
	*/
	const nonSimpleDomain = RegExp.prototype.test.bind(/[^!"$&'()*+,\-.;=_`a-z{}~]/u);
	/**
	* @param {string} zone
	* @returns {boolean}
	*/
	function isZoneIdentifier(zone) {
		if (zone.length === 0) return false;
		for (let i = 0; i < zone.length; i++) {
			if (isZoneCharacter(zone[i])) continue;
			if (zone[i] === "%" && i + 2 < zone.length && isHexPair(zone.slice(i + 1, i + 3))) {
				i += 2;
				continue;
			}
			return false;
		}
		return true;
	}
	/**
	* Compresses the longest run of zero hextets to "::" per RFC 5952. A run of a
	* single zero hextet is left uncompressed. On ties the leftmost run wins.
	*
	* @param {string[]} hextets
	* @returns {string}
	*/
	function compressIPv6ZeroRun(hextets) {
		let bestStart = -1;
		let bestLength = 0;
		let runStart = -1;
		let runLength = 0;
		for (let i = 0; i < hextets.length; i++) if (hextets[i] === "0") {
			if (runStart === -1) runStart = i;
			runLength++;
			if (runLength > bestLength) {
				bestLength = runLength;
				bestStart = runStart;
			}
		} else {
			runStart = -1;
			runLength = 0;
		}
		if (bestLength < 2) return hextets.join(":");
		const head = hextets.slice(0, bestStart).join(":");
		const tail = hextets.slice(bestStart + bestLength).join(":");
		return head + "::" + tail;
	}
	/**
	* Validates an IPv6 address against the alternatives in RFC 3986 section
	* 3.2.2 and returns the same address with leading hextet zeroes removed.
	* An embedded IPv4 address counts as two hextets and is only valid at the end.
	*
	* @param {string} input
	* @returns {string|undefined}
	*/
	function normalizeIPv6Address(input) {
		const compression = input.indexOf("::");
		if (compression !== -1 && input.indexOf("::", compression + 1) !== -1) return void 0;
		const left = compression === -1 ? input.split(":") : input.slice(0, compression).split(":");
		const right = compression === -1 ? [] : input.slice(compression + 2).split(":");
		if (compression !== -1) {
			if (left.length === 1 && left[0] === "") left.length = 0;
			if (right.length === 1 && right[0] === "") right.length = 0;
		}
		const parts = left.concat(right);
		let hextetCount = 0;
		for (let i = 0; i < parts.length; i++) {
			const part = parts[i];
			if (part === "") return void 0;
			if (part.indexOf(".") !== -1) {
				if (i !== parts.length - 1 || compression !== -1 && right.length === 0 || !isIPv4(part)) return void 0;
				hextetCount += 2;
				continue;
			}
			if (!isHextet(part)) return void 0;
			parts[i] = parseInt(part, 16).toString(16);
			hextetCount++;
		}
		if (compression === -1) {
			if (hextetCount !== 8) return void 0;
			return compressIPv6ZeroRun(parts);
		}
		if (hextetCount >= 8) return void 0;
		const expanded = parts.slice(0, left.length);
		for (let i = hextetCount; i < 8; i++) expanded.push("0");
		for (let i = left.length; i < parts.length; i++) expanded.push(parts[i]);
		return compressIPv6ZeroRun(expanded);
	}
	/**
	* @typedef {Object} NormalizeIPv6Result
	* @property {string} host - The normalized host.
	* @property {string} [escapedHost] - The escaped host.
	* @property {boolean} isIPV6 - Indicates if the host is an IPv6 address.
	* @property {boolean} [isIPVFuture] - Indicates if the host is an IPvFuture literal.
	* @property {boolean} [error] - Indicates if a bracketed IP literal is malformed.
	*/
	/**
	* Validates and normalizes a bracketed IP literal. Raw zone separators remain
	* accepted for backwards compatibility, while encoded separators and zone
	* contents follow RFC 6874.
	*
	* @param {string} host
	* @returns {NormalizeIPv6Result}
	*/
	function normalizeIPv6(host) {
		const bracketed = host[0] === "[" && host[host.length - 1] === "]";
		if ((host[0] === "[" || host[host.length - 1] === "]") && !bracketed) return {
			host,
			isIPV6: false,
			error: true
		};
		let input = bracketed ? host.slice(1, -1) : host;
		if (bracketed && isIPvFuture(input)) {
			input = input.toLowerCase();
			return {
				host: `[${input}]`,
				escapedHost: input,
				isIPV6: false,
				isIPVFuture: true
			};
		}
		if (findToken(input, ":") < 2) return {
			host,
			isIPV6: false,
			error: bracketed
		};
		let zoneIdentifier = "";
		const zoneSeparator = input.indexOf("%");
		if (zoneSeparator !== -1) {
			const separatorLength = input.slice(zoneSeparator, zoneSeparator + 3).toLowerCase() === "%25" ? 3 : 1;
			zoneIdentifier = input.slice(zoneSeparator + separatorLength);
			if (!isZoneIdentifier(zoneIdentifier)) return {
				host,
				isIPV6: false,
				error: true
			};
			input = input.slice(0, zoneSeparator);
		}
		const address = normalizeIPv6Address(input);
		if (address === void 0) return {
			host,
			isIPV6: false,
			error: true
		};
		return {
			host: address + (zoneIdentifier ? "%" + zoneIdentifier : ""),
			escapedHost: address + (zoneIdentifier ? "%25" + zoneIdentifier : ""),
			isIPV6: true
		};
	}
	/**
	* @param {string} str
	* @param {string} token
	* @returns {number}
	*/
	function findToken(str, token) {
		let ind = 0;
		for (let i = 0; i < str.length; i++) if (str[i] === token) ind++;
		return ind;
	}
	/**
	* @param {string} path
	* @returns {string}
	*
	* @see https://datatracker.ietf.org/doc/html/rfc3986#section-5.2.4
	*/
	function removeDotSegments(path) {
		let input = path;
		const output = [];
		let nextSlash = -1;
		let len = 0;
		while (len = input.length) {
			if (len === 1) {
				if (input === ".") break;
				else if (input === "/") {
					output.push("/");
					break;
				} else {
					output.push(input);
					break;
				}
			} else if (len === 2) {
				if (input[0] === ".") {
					if (input[1] === ".") break;
					else if (input[1] === "/") {
						input = input.slice(2);
						continue;
					}
				} else if (input[0] === "/") {
					if (input[1] === "." || input[1] === "/") {
						output.push("/");
						break;
					}
				}
			} else if (len === 3) {
				if (input === "/..") {
					if (output.length !== 0) output.pop();
					output.push("/");
					break;
				}
			}
			if (input[0] === ".") {
				if (input[1] === ".") {
					if (input[2] === "/") {
						input = input.slice(3);
						continue;
					}
				} else if (input[1] === "/") {
					input = input.slice(2);
					continue;
				}
			} else if (input[0] === "/") {
				if (input[1] === ".") {
					if (input[2] === "/") {
						input = input.slice(2);
						continue;
					} else if (input[2] === ".") {
						if (input[3] === "/") {
							input = input.slice(3);
							if (output.length !== 0) output.pop();
							continue;
						}
					}
				}
			}
			if ((nextSlash = input.indexOf("/", 1)) === -1) {
				output.push(input);
				break;
			} else {
				output.push(input.slice(0, nextSlash));
				input = input.slice(nextSlash);
			}
		}
		return output.join("");
	}
	/**
	* Removes dot segments from the path of a relative reference (a path that does
	* not start with "/") without changing what it resolves to against any base.
	* Unlike `removeDotSegments`, leading ".." segments that cannot be collapsed
	* are kept, the result never becomes root-relative, and a result that would be
	* empty or start with an empty segment is prefixed with "." (an empty path
	* means "same document" and a leading "//" would introduce an authority).
	*
	* @param {string} path
	* @returns {string}
	*/
	function removeDotSegmentsRelative(path) {
		if (path === "" || path[0] === "/") return removeDotSegments(path);
		const segments = path.split("/");
		const last = segments.length - 1;
		/** @type {string[]} */
		const output = [];
		let trailingDirectory = false;
		for (let i = 0; i <= last; i++) {
			const segment = segments[i];
			if (segment === "." || segment === "..") {
				if (segment === "..") {
					if (output.length !== 0 && output[output.length - 1] !== "..") output.pop();
					else output.push("..");
				}
				trailingDirectory = i === last;
			} else output.push(segment);
		}
		if (trailingDirectory && output[output.length - 1] !== "..") output.push("");
		if (output.length === 0 || output[0] === "" || output[0].includes(":")) output.unshift(".");
		return output.join("/");
	}
	/**
	* Re-escape RFC 3986 gen-delims that must not appear literally in the host.
	* After the URI regex parses, these characters cannot be literal in the host
	* field, so any that appear after decoding came from percent-encoding and
	* must be restored to prevent authority structure changes.
	*
	* @param {string} host
	* @param {boolean} isIP - true for IPv4/IPv6 hosts (skip colon re-escaping)
	* @returns {string}
	*/
	const HOST_DELIMS = {
		"@": "%40",
		"/": "%2F",
		"?": "%3F",
		"#": "%23",
		":": "%3A"
	};
	const HOST_DELIM_RE = /[@/?#:]/g;
	const HOST_DELIM_NO_COLON_RE = /[@/?#]/g;
	function reescapeHostDelimiters(host, isIP) {
		const re = isIP ? HOST_DELIM_NO_COLON_RE : HOST_DELIM_RE;
		re.lastIndex = 0;
		return host.replace(re, (ch) => HOST_DELIMS[ch]);
	}
	/**
	* Normalizes percent escapes and optionally decodes only unreserved ASCII bytes.
	* Reserved delimiters such as `%2F` stay escaped; `%2E` is unreserved.
	*
	* @param {string} input
	* @param {boolean} [decodeUnreserved=false]
	* @returns {string}
	*/
	function normalizePercentEncoding(input, decodeUnreserved = false) {
		if (input.indexOf("%") === -1) return input;
		let output = "";
		for (let i = 0; i < input.length; i++) {
			if (input[i] === "%" && i + 2 < input.length) {
				const hex = input.slice(i + 1, i + 3);
				if (isHexPair(hex)) {
					const normalizedHex = hex.toUpperCase();
					const decoded = String.fromCharCode(parseInt(normalizedHex, 16));
					if (decodeUnreserved && isUnreserved(decoded)) output += decoded;
					else output += "%" + normalizedHex;
					i += 2;
					continue;
				}
			}
			output += input[i];
		}
		return output;
	}
	/**
	* Normalizes path data without turning reserved escapes into live path syntax.
	* Valid escapes are uppercased, raw unsafe characters are escaped, and only
	* unreserved bytes that are not `.` are decoded.
	*
	* @param {string} input
	* @returns {string}
	*/
	function normalizePathEncoding(input) {
		let output = "";
		for (let i = 0; i < input.length; i++) {
			const ch = input[i];
			if (ch === "%" && i + 2 < input.length) {
				const hex = input.slice(i + 1, i + 3);
				if (isHexPair(hex)) {
					const normalizedHex = hex.toUpperCase();
					const decoded = String.fromCharCode(parseInt(normalizedHex, 16));
					if (decoded !== "." && isUnreserved(decoded)) output += decoded;
					else output += "%" + normalizedHex;
					i += 2;
					continue;
				}
			}
			if (isPathCharacter(ch)) output += ch;
			else {
				const code = input.charCodeAt(i);
				if (code < 128) output += isEscapeSafe(code) ? ch : BYTE_HEX[code];
				else if (code < 55296 || code > 57343) output += percentEncodeNonAscii(code);
				else if (code <= 56319 && i + 1 < input.length) {
					const low = input.charCodeAt(i + 1);
					if (low >= 56320 && low <= 57343) {
						output += percentEncodeNonAscii(65536 + (code - 55296 << 10) + (low - 56320));
						i++;
					} else output += percentEncodeNonAscii(65533);
				} else output += percentEncodeNonAscii(65533);
			}
		}
		return output;
	}
	/**
	* Serializes a path without rewriting reserved data. Raw RFC 3986 path
	* characters remain literal, valid escapes are preserved and uppercased, and
	* everything else is UTF-8 percent-encoded. In a path-noscheme, a colon in the
	* first segment must be escaped so the result cannot be parsed as a scheme.
	*
	* @param {string} input
	* @param {boolean} [pathNoScheme=false]
	* @returns {string}
	*/
	function serializePathEncoding(input, pathNoScheme = false) {
		let output = "";
		let firstSegment = pathNoScheme && input[0] !== "/";
		for (let i = 0; i < input.length; i++) {
			const ch = input[i];
			if (ch === "%" && i + 2 < input.length) {
				const hex = input.slice(i + 1, i + 3);
				if (isHexPair(hex)) {
					output += "%" + hex.toUpperCase();
					i += 2;
					continue;
				}
			}
			if (ch === "/") firstSegment = false;
			if (isPathCharacter(ch) && (ch !== ":" || !firstSegment)) output += ch;
			else {
				const code = input.charCodeAt(i);
				if (code < 128) output += BYTE_HEX[code];
				else if (code < 55296 || code > 57343) output += percentEncodeNonAscii(code);
				else if (code <= 56319 && i + 1 < input.length) {
					const low = input.charCodeAt(i + 1);
					if (low >= 56320 && low <= 57343) {
						output += percentEncodeNonAscii(65536 + (code - 55296 << 10) + (low - 56320));
						i++;
					} else output += percentEncodeNonAscii(65533);
				} else output += percentEncodeNonAscii(65533);
			}
		}
		return output;
	}
	/**
	* Percent-encodes a URI component using its RFC 3986 literal character set.
	* Existing valid escapes are preserved and normalized to uppercase hex.
	*
	* @param {string} input
	* @param {(value: string) => boolean} isAllowed
	* @returns {string}
	*/
	function encodeComponent(input, isAllowed) {
		let output = "";
		for (let i = 0; i < input.length; i++) {
			const ch = input[i];
			if (ch === "%" && i + 2 < input.length) {
				const hex = input.slice(i + 1, i + 3);
				if (isHexPair(hex)) {
					output += "%" + hex.toUpperCase();
					i += 2;
					continue;
				}
			}
			if (isAllowed(ch)) output += ch;
			else {
				const code = input.charCodeAt(i);
				if (code < 128) output += BYTE_HEX[code];
				else if (code < 55296 || code > 57343) output += percentEncodeNonAscii(code);
				else if (code <= 56319 && i + 1 < input.length) {
					const low = input.charCodeAt(i + 1);
					if (low >= 56320 && low <= 57343) {
						output += percentEncodeNonAscii(65536 + (code - 55296 << 10) + (low - 56320));
						i++;
					} else output += percentEncodeNonAscii(65533);
				} else output += percentEncodeNonAscii(65533);
			}
		}
		return output;
	}
	/**
	* Encodes userinfo while preserving its RFC 3986 §3.2.1 literal characters.
	* In particular, authority delimiters such as `@`, `/`, `?`, and `#` are data.
	*
	* @param {string} input
	* @returns {string}
	*/
	function encodeUserinfo(input) {
		return encodeComponent(input, isUserinfoCharacter);
	}
	/**
	* Encodes query data using the RFC 3986 §3.4 grammar. A literal `#` must be
	* escaped because it would otherwise begin the fragment component.
	*
	* @param {string} input
	* @returns {string}
	*/
	function encodeQuery(input) {
		return encodeComponent(input, isQueryFragmentCharacter);
	}
	/**
	* Encodes fragment data using the RFC 3986 §3.5 grammar.
	*
	* @param {string} input
	* @returns {string}
	*/
	function encodeFragment(input) {
		return encodeComponent(input, isQueryFragmentCharacter);
	}
	function isEscapeSafe(cp) {
		return cp >= 48 && cp <= 57 || cp >= 65 && cp <= 90 || cp >= 97 && cp <= 122 || cp === 42 || cp === 43 || cp === 45 || cp === 46 || cp === 47 || cp === 64 || cp === 95;
	}
	/**
	* Normalizes the percent-encoding of a query or fragment component.
	*
	* Like `normalizePathEncoding`, but uses the query/fragment character set
	* (which additionally allows `?`) and decodes `.` since it has no dot-segment
	* meaning outside of a path.
	*
	* @param {string} input
	* @returns {string}
	*/
	function normalizeQueryFragmentEncoding(input) {
		let output = "";
		for (let i = 0; i < input.length; i++) {
			const ch = input[i];
			if (ch === "%" && i + 2 < input.length) {
				const hex = input.slice(i + 1, i + 3);
				if (isHexPair(hex)) {
					const normalizedHex = hex.toUpperCase();
					const decoded = String.fromCharCode(parseInt(normalizedHex, 16));
					if (isUnreserved(decoded)) output += decoded;
					else output += "%" + normalizedHex;
					i += 2;
					continue;
				}
			}
			if (isQueryFragmentCharacter(ch)) output += ch;
			else {
				const code = input.charCodeAt(i);
				if (code < 128) output += isEscapeSafe(code) ? ch : BYTE_HEX[code];
				else if (code < 55296 || code > 57343) output += percentEncodeNonAscii(code);
				else if (code <= 56319 && i + 1 < input.length) {
					const low = input.charCodeAt(i + 1);
					if (low >= 56320 && low <= 57343) {
						output += percentEncodeNonAscii(65536 + (code - 55296 << 10) + (low - 56320));
						i++;
					} else output += percentEncodeNonAscii(65533);
				} else output += percentEncodeNonAscii(65533);
			}
		}
		return output;
	}
	/**
	* Escapes a component while preserving existing valid percent escapes.
	*
	* @param {string} input
	* @returns {string}
	*/
	function escapePreservingEscapes(input) {
		let output = "";
		for (let i = 0; i < input.length; i++) {
			if (input[i] === "%" && i + 2 < input.length) {
				const hex = input.slice(i + 1, i + 3);
				if (isHexPair(hex)) {
					output += "%" + hex.toUpperCase();
					i += 2;
					continue;
				}
			}
			output += escape(input[i]);
		}
		return output;
	}
	/**
	* @param {import('../types/index').URIComponent} component
	* @returns {string|undefined}
	*/
	function recomposeAuthority(component) {
		const uriTokens = [];
		if (component.userinfo !== void 0) {
			uriTokens.push(encodeUserinfo(component.userinfo));
			uriTokens.push("@");
		}
		if (component.host !== void 0) {
			let host = component.host;
			if (!isIPv4(host)) {
				let ipV6res = normalizeIPv6(host);
				if (ipV6res.isIPV6 !== true && ipV6res.isIPVFuture !== true) {
					host = normalizePercentEncoding(host, true);
					ipV6res = normalizeIPv6(host);
				}
				if (ipV6res.isIPV6 === true || ipV6res.isIPVFuture === true) host = `[${ipV6res.escapedHost}]`;
				else host = reescapeHostDelimiters(host, false);
			}
			uriTokens.push(host);
		}
		if (typeof component.port === "number" || typeof component.port === "string") {
			const port = String(component.port);
			if (!isPort(port)) throw new TypeError("URI port is malformed.");
			uriTokens.push(":");
			uriTokens.push(port);
		}
		return uriTokens.length ? uriTokens.join("") : void 0;
	}
	module.exports = {
		nonSimpleDomain,
		recomposeAuthority,
		reescapeHostDelimiters,
		normalizePercentEncoding,
		normalizePathEncoding,
		serializePathEncoding,
		normalizeQueryFragmentEncoding,
		encodeUserinfo,
		encodeQuery,
		encodeFragment,
		escapePreservingEscapes,
		removeDotSegments,
		removeDotSegmentsRelative,
		isIPv4,
		isUUID,
		normalizeIPv6,
		stringArrayToHexStripped
	};
}));

// node_modules/fast-uri/lib/schemes.js
var require_schemes = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { isUUID } = require_utils();
	const URN_REG = /^([\da-z][\d\-a-z]{0,31}):((?:[\w!$'()*+,\-./:;=@]|%[\da-f]{2})+)$/iu;
	const supportedSchemeNames = [
		"http",
		"https",
		"ws",
		"wss",
		"urn",
		"urn:uuid"
	];
	/** @typedef {supportedSchemeNames[number]} SchemeName */
	/**
	* @param {string} name
	* @returns {name is SchemeName}
	*/
	function isValidSchemeName(name) {
		return supportedSchemeNames.indexOf(name) !== -1;
	}
	/**
	* @callback SchemeFn
	* @param {import('../types/index').URIComponent} component
	* @param {import('../types/index').Options} options
	* @returns {import('../types/index').URIComponent}
	*/
	/**
	* @typedef {Object} SchemeHandler
	* @property {SchemeName} scheme - The scheme name.
	* @property {boolean} [domainHost] - Indicates if the scheme supports domain hosts.
	* @property {SchemeFn} parse - Function to parse the URI component for this scheme.
	* @property {SchemeFn} serialize - Function to serialize the URI component for this scheme.
	* @property {boolean} [skipNormalize] - Indicates if normalization should be skipped for this scheme.
	* @property {boolean} [absolutePath] - Indicates if the scheme uses absolute paths.
	* @property {boolean} [unicodeSupport] - Indicates if the scheme supports Unicode.
	*/
	/**
	* @param {import('../types/index').URIComponent} wsComponent
	* @returns {boolean}
	*/
	function wsIsSecure(wsComponent) {
		if (wsComponent.secure === true) return true;
		else if (wsComponent.secure === false) return false;
		else if (wsComponent.scheme) return wsComponent.scheme.length === 3 && (wsComponent.scheme[0] === "w" || wsComponent.scheme[0] === "W") && (wsComponent.scheme[1] === "s" || wsComponent.scheme[1] === "S") && (wsComponent.scheme[2] === "s" || wsComponent.scheme[2] === "S");
		else return false;
	}
	/** @type {SchemeFn} */
	function httpParse(component) {
		if (!component.host) component.error = component.error || "HTTP URIs must have a host.";
		return component;
	}
	/** @type {SchemeFn} */
	function httpSerialize(component) {
		const secure = String(component.scheme).toLowerCase() === "https";
		if (component.port === (secure ? 443 : 80) || component.port === "") component.port = void 0;
		if (!component.path) component.path = "/";
		return component;
	}
	/** @type {SchemeFn} */
	function wsParse(wsComponent) {
		wsComponent.secure = wsIsSecure(wsComponent);
		wsComponent.resourceName = (wsComponent.path || "/") + (wsComponent.query ? "?" + wsComponent.query : "");
		wsComponent.path = void 0;
		wsComponent.query = void 0;
		return wsComponent;
	}
	/** @type {SchemeFn} */
	function wsSerialize(wsComponent) {
		if (wsComponent.port === (wsIsSecure(wsComponent) ? 443 : 80) || wsComponent.port === "") wsComponent.port = void 0;
		if (typeof wsComponent.secure === "boolean") {
			wsComponent.scheme = wsComponent.secure ? "wss" : "ws";
			wsComponent.secure = void 0;
		}
		if (wsComponent.resourceName) {
			const queryIndex = wsComponent.resourceName.indexOf("?");
			const path = queryIndex === -1 ? wsComponent.resourceName : wsComponent.resourceName.slice(0, queryIndex);
			wsComponent.path = path && path !== "/" ? path : void 0;
			wsComponent.query = queryIndex === -1 ? void 0 : wsComponent.resourceName.slice(queryIndex + 1);
			wsComponent.resourceName = void 0;
		}
		wsComponent.fragment = void 0;
		return wsComponent;
	}
	/** @type {SchemeFn} */
	function urnParse(urnComponent, options) {
		if (!urnComponent.path) {
			urnComponent.error = "URN can not be parsed";
			return urnComponent;
		}
		const matches = urnComponent.path.match(URN_REG);
		if (matches && matches[0] === urnComponent.path) {
			const scheme = options.scheme || urnComponent.scheme || "urn";
			urnComponent.nid = matches[1].toLowerCase();
			urnComponent.nss = matches[2];
			const schemeHandler = getSchemeHandler(`${scheme}:${options.nid || urnComponent.nid}`);
			urnComponent.path = void 0;
			if (schemeHandler) urnComponent = schemeHandler.parse(urnComponent, options);
		} else urnComponent.error = urnComponent.error || "URN can not be parsed.";
		return urnComponent;
	}
	/** @type {SchemeFn} */
	function urnSerialize(urnComponent, options) {
		if (urnComponent.nid === void 0) throw new Error("URN without nid cannot be serialized");
		const scheme = options.scheme || urnComponent.scheme || "urn";
		const nid = urnComponent.nid.toLowerCase();
		const schemeHandler = getSchemeHandler(`${scheme}:${options.nid || nid}`);
		if (schemeHandler) urnComponent = schemeHandler.serialize(urnComponent, options);
		const uriComponent = urnComponent;
		const nss = urnComponent.nss;
		uriComponent.path = `${nid || options.nid}:${nss}`;
		options.skipEscape = true;
		return uriComponent;
	}
	/** @type {SchemeFn} */
	function urnuuidParse(urnComponent, options) {
		const uuidComponent = urnComponent;
		uuidComponent.uuid = uuidComponent.nss;
		uuidComponent.nss = void 0;
		if (!options.tolerant && (!uuidComponent.uuid || !isUUID(uuidComponent.uuid))) uuidComponent.error = uuidComponent.error || "UUID is not valid.";
		return uuidComponent;
	}
	/** @type {SchemeFn} */
	function urnuuidSerialize(uuidComponent) {
		const urnComponent = uuidComponent;
		urnComponent.nss = (uuidComponent.uuid || "").toLowerCase();
		return urnComponent;
	}
	const http = {
		scheme: "http",
		domainHost: true,
		parse: httpParse,
		serialize: httpSerialize
	};
	const https = {
		scheme: "https",
		domainHost: http.domainHost,
		parse: httpParse,
		serialize: httpSerialize
	};
	const ws = {
		scheme: "ws",
		domainHost: true,
		parse: wsParse,
		serialize: wsSerialize
	};
	const SCHEMES = {
		http,
		https,
		ws,
		wss: {
			scheme: "wss",
			domainHost: ws.domainHost,
			parse: ws.parse,
			serialize: ws.serialize
		},
		urn: {
			scheme: "urn",
			parse: urnParse,
			serialize: urnSerialize,
			skipNormalize: true
		},
		"urn:uuid": {
			scheme: "urn:uuid",
			parse: urnuuidParse,
			serialize: urnuuidSerialize,
			skipNormalize: true
		}
	};
	Object.setPrototypeOf(SCHEMES, null);
	/**
	* @param {string|undefined} scheme
	* @returns {SchemeHandler|undefined}
	*/
	function getSchemeHandler(scheme) {
		return scheme && (SCHEMES[scheme] || SCHEMES[scheme.toLowerCase()]) || void 0;
	}
	module.exports = {
		wsIsSecure,
		SCHEMES,
		isValidSchemeName,
		getSchemeHandler
	};
}));

// node_modules/fast-uri/index.js
var require_fast_uri = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const { normalizeIPv6, removeDotSegments, removeDotSegmentsRelative, recomposeAuthority, normalizePercentEncoding, normalizePathEncoding, serializePathEncoding, normalizeQueryFragmentEncoding, encodeQuery, encodeFragment, reescapeHostDelimiters, isIPv4, nonSimpleDomain } = require_utils();
	const { SCHEMES, getSchemeHandler } = require_schemes();
	const VALID_SCHEME = /^[A-Za-z][A-Za-z0-9+.-]*$/u;
	const MALFORMED_SCHEME_ERROR = "URI scheme is malformed.";
	const MALFORMED_HOST_ERROR = "URI host is malformed.";
	const FORBIDDEN_DOMAIN_HOST_CHARACTER = /[\0-\x20"#/:<>?@[\\\]^`{|}\x7F]/u;
	/**
	* RFC 3986 section 3.1 does not allow percent-encoding in a scheme, so the
	* scheme is validated as-is and never decoded. Decoding would let inert input
	* such as `%6Aavascript:` become a live `javascript:` scheme.
	*
	* @param {string} scheme
	* @returns {string}
	*/
	function validateScheme(scheme) {
		const stringScheme = String(scheme);
		if (!VALID_SCHEME.test(stringScheme)) throw new TypeError(MALFORMED_SCHEME_ERROR);
		return stringScheme;
	}
	/**
	* @template {import('./types/index').URIComponent|string} T
	* @param {T} uri
	* @param {import('./types/index').Options} [options]
	* @returns {T}
	*/
	function normalize(uri, options) {
		if (typeof uri === "string") uri = normalizeString(uri, options);
		else if (typeof uri === "object") uri = parse(serialize(uri, options), options);
		return uri;
	}
	/**
	* @param {string} baseURI
	* @param {string} relativeURI
	* @param {import('./types/index').Options} [options]
	* @returns {string}
	*/
	function resolve(baseURI, relativeURI, options) {
		const schemelessOptions = options ? Object.assign({ scheme: "null" }, options) : { scheme: "null" };
		const { parsed: baseParsed, malformedAuthorityOrPort: baseMalformed, malformedPercentEncoding: baseMalformedPercentEncoding, malformedSchemeSpecific: baseMalformedSchemeSpecific, malformedHost: baseMalformedHost, malformedScheme: baseMalformedScheme } = parseWithStatus(baseURI, schemelessOptions);
		const { parsed: relativeParsed, malformedAuthorityOrPort: relativeMalformed, malformedPercentEncoding: relativeMalformedPercentEncoding, malformedSchemeSpecific: relativeMalformedSchemeSpecific, malformedHost: relativeMalformedHost, malformedScheme: relativeMalformedScheme } = parseWithStatus(relativeURI, schemelessOptions);
		if (baseMalformed || relativeMalformed || baseMalformedPercentEncoding || relativeMalformedPercentEncoding || baseMalformedSchemeSpecific || relativeMalformedSchemeSpecific || baseMalformedHost || relativeMalformedHost || baseMalformedScheme || relativeMalformedScheme) throw new Error(baseParsed.error || relativeParsed.error || "URI is malformed.");
		const resolved = resolveComponent(baseParsed, relativeParsed, schemelessOptions, true);
		const resolvedSchemeHandler = getSchemeHandler(options && options.scheme || resolved.scheme);
		const resolvedHost = resolved.host;
		const resolvedHostIsIP = resolvedHost !== void 0 && resolvedHost !== "" && (isIPv4(resolvedHost) || normalizeIPv6(resolvedHost).isIPV6);
		if (hasForbiddenDomainHost(resolved, options || {}, resolvedSchemeHandler, resolvedHostIsIP)) throw new Error(MALFORMED_HOST_ERROR);
		canonicalizeHost(resolved, options || {}, resolvedSchemeHandler, resolvedHostIsIP);
		const encodedASCIIHost = resolvedHost && resolvedHost.indexOf("%") !== -1 && !/\P{ASCII}/u.test(resolvedHost);
		if (resolved.error && !encodedASCIIHost) throw new Error(resolved.error);
		schemelessOptions.skipEscape = true;
		return serialize(resolved, schemelessOptions);
	}
	/**
	* @param {import ('./types/index').URIComponent} base
	* @param {import ('./types/index').URIComponent} relative
	* @param {import('./types/index').Options} [options]
	* @param {boolean} [skipNormalization=false]
	* @returns {import ('./types/index').URIComponent}
	*/
	function resolveComponent(base, relative, options, skipNormalization) {
		/** @type {import('./types/index').URIComponent} */
		const target = {};
		if (!skipNormalization) {
			base = parse(serialize(base, options), options);
			relative = parse(serialize(relative, options), options);
		}
		options = options || {};
		if (!options.tolerant && relative.scheme) {
			target.scheme = relative.scheme;
			target.userinfo = relative.userinfo;
			target.host = relative.host;
			target.port = relative.port;
			target.path = removeDotSegments(relative.path || "");
			target.query = relative.query;
		} else {
			if (relative.userinfo !== void 0 || relative.host !== void 0 || relative.port !== void 0) {
				target.userinfo = relative.userinfo;
				target.host = relative.host;
				target.port = relative.port;
				target.path = removeDotSegments(relative.path || "");
				target.query = relative.query;
			} else {
				if (!relative.path) {
					target.path = base.path;
					if (relative.query !== void 0) target.query = relative.query;
					else target.query = base.query;
				} else {
					if (relative.path[0] === "/") target.path = removeDotSegments(relative.path);
					else {
						const baseHasAuthority = base.userinfo !== void 0 || base.host !== void 0 || base.port !== void 0;
						if (baseHasAuthority && !base.path) target.path = "/" + relative.path;
						else if (!base.path) target.path = relative.path;
						else target.path = base.path.slice(0, base.path.lastIndexOf("/") + 1) + relative.path;
						target.path = base.scheme === void 0 && !baseHasAuthority && target.path[0] !== "/" ? removeDotSegmentsRelative(target.path) : removeDotSegments(target.path);
					}
					target.query = relative.query;
				}
				target.userinfo = base.userinfo;
				target.host = base.host;
				target.port = base.port;
			}
			target.scheme = base.scheme;
		}
		target.fragment = relative.fragment;
		return target;
	}
	/**
	* @param {import ('./types/index').URIComponent|string} uriA
	* @param {import ('./types/index').URIComponent|string} uriB
	* @param {import ('./types/index').Options} options
	* @returns {boolean}
	*/
	function equal(uriA, uriB, options) {
		const normalizedA = normalizeComparableURI(uriA, options);
		const normalizedB = normalizeComparableURI(uriB, options);
		return normalizedA !== void 0 && normalizedB !== void 0 && normalizedA === normalizedB;
	}
	/**
	* @param {Readonly<import('./types/index').URIComponent>} cmpts
	* @param {import('./types/index').Options} [opts]
	* @returns {string}
	*/
	function serialize(cmpts, opts) {
		const component = {
			host: cmpts.host,
			scheme: cmpts.scheme,
			userinfo: cmpts.userinfo,
			port: cmpts.port,
			path: cmpts.path,
			query: cmpts.query,
			nid: cmpts.nid,
			nss: cmpts.nss,
			uuid: cmpts.uuid,
			fragment: cmpts.fragment,
			reference: cmpts.reference,
			resourceName: cmpts.resourceName,
			secure: cmpts.secure,
			error: ""
		};
		const options = Object.assign({}, opts);
		const uriTokens = [];
		if (component.scheme) component.scheme = validateScheme(component.scheme);
		const schemeHandler = getSchemeHandler(options.scheme || component.scheme);
		if (schemeHandler && schemeHandler.serialize) schemeHandler.serialize(component, options);
		const hasAuthority = component.userinfo !== void 0 || component.host !== void 0 || component.port !== void 0;
		const schemelessReference = (component.scheme === void 0 || options.reference === "suffix") && !hasAuthority;
		const pathNoScheme = !options.skipEscape && schemelessReference;
		if (component.path !== void 0) {
			if (!options.skipEscape) component.path = serializePathEncoding(component.path, pathNoScheme);
			else component.path = normalizePercentEncoding(component.path);
		}
		if (options.reference !== "suffix" && component.scheme) {
			component.scheme = validateScheme(component.scheme);
			uriTokens.push(component.scheme, ":");
		}
		const authority = recomposeAuthority(component);
		if (authority !== void 0) {
			if (options.reference !== "suffix") uriTokens.push("//");
			uriTokens.push(authority);
			if (component.path && component.path[0] !== "/") uriTokens.push("/");
		}
		if (component.path !== void 0) {
			let s = component.path;
			if (!options.absolutePath && (!schemeHandler || !schemeHandler.absolutePath)) s = schemelessReference && s[0] !== "/" ? removeDotSegmentsRelative(s) : removeDotSegments(s);
			if (schemelessReference) s = serializePathEncoding(s, true);
			if (authority === void 0 && s[0] === "/" && s[1] === "/") s = "/%2F" + s.slice(2);
			uriTokens.push(s);
		}
		if (component.query !== void 0) uriTokens.push("?", encodeQuery(component.query));
		if (component.fragment !== void 0) uriTokens.push("#", encodeFragment(component.fragment));
		return uriTokens.join("");
	}
	const URI_PARSE = /^(?:([^#/:?]+):)?(?:\/\/((?:([^#/?@]*)@)?(\[[^#/?\]]+\]|[^#/:?]*)(?::(\d*))?))?([^#?]*)(?:\?([^#]*))?(?:#((?:.|[\n\r])*))?/u;
	const AUTHORITY_PREFIX = /^(?:[^#/:?]+:)?\/\/([^/?#]*)/;
	const AUTHORITY_INTRODUCER_REGION = /^(?:[^#/:?]+:)?([/\\\t\n\r]*)/;
	/**
	* @param {import('./types/index').URIComponent} parsed
	* @param {RegExpMatchArray} matches
	* @returns {string|undefined}
	*/
	function getParseError(parsed, matches) {
		if (matches[2] !== void 0 && parsed.path && parsed.path[0] !== "/") return "URI path must start with \"/\" when authority is present.";
		if (typeof parsed.port === "number" && (parsed.port < 0 || parsed.port > 65535)) return "URI port is malformed.";
	}
	/**
	* Checks percent syntax without decoding the represented octets. RFC 3986
	* percent-encoding is byte-oriented, so sequences such as `%FF` are valid even
	* though they are not independently valid UTF-8.
	*
	* @param {string|undefined} component
	* @returns {boolean}
	*/
	function hasMalformedPercentEncoding(component) {
		if (component === void 0) return false;
		let percent = component.indexOf("%");
		while (percent !== -1) {
			if (percent + 2 >= component.length || !/^[\da-f]{2}$/iu.test(component.slice(percent + 1, percent + 3))) return true;
			percent = component.indexOf("%", percent + 3);
		}
		return false;
	}
	/**
	* Whether the host is a bracketed IP literal (RFC 3986 `IP-literal`).
	* An unterminated `[` is not a literal, so it must still be validated as a
	* reg-name instead of being waved through as an IP.
	*
	* @param {string} host
	* @returns {boolean}
	*/
	function isIPLiteral(host) {
		return host[0] === "[" && host[host.length - 1] === "]";
	}
	/**
	* @param {RegExpMatchArray} matches
	* @returns {boolean}
	*/
	function hasMalformedComponentPercentEncoding(matches) {
		const host = matches[4];
		return hasMalformedPercentEncoding(matches[3]) || host !== void 0 && !isIPLiteral(host) && hasMalformedPercentEncoding(host) || hasMalformedPercentEncoding(matches[6]) || hasMalformedPercentEncoding(matches[7]) || hasMalformedPercentEncoding(matches[8]);
	}
	/**
	* @param {import('./types/index').URIComponent} parsed
	* @param {import('./types/index').Options} options
	* @param {{ domainHost?: boolean, unicodeSupport?: boolean }|undefined} schemeHandler
	* @param {boolean} isIP
	* @returns {boolean} whether host conversion failed
	*/
	function canonicalizeHost(parsed, options, schemeHandler, isIP) {
		if (hasForbiddenDomainHost(parsed, options, schemeHandler, isIP)) {
			parsed.error = parsed.error || MALFORMED_HOST_ERROR;
			return true;
		}
		if (!options.unicodeSupport && (!schemeHandler || !schemeHandler.unicodeSupport) && parsed.host && !isIPLiteral(parsed.host) && (options.domainHost || schemeHandler && schemeHandler.domainHost) && isIP === false && nonSimpleDomain(parsed.host)) {
			let url;
			try {
				url = new URL("http://" + parsed.host);
			} catch (e) {
				parsed.error = parsed.error || "Host's domain name can not be converted to ASCII: " + e;
				return true;
			}
			if (!isHostOnlyURL(url)) {
				parsed.error = parsed.error || MALFORMED_HOST_ERROR;
				return true;
			}
			parsed.host = url.hostname;
		}
		return false;
	}
	/**
	* Whether a domain host contains an ASCII character that RFC 3986 does not
	* allow in a reg-name (unreserved, sub-delims, or pct-encoded). Such a host is
	* rejected instead of being handed to the WHATWG URL parser, which would treat
	* "@" as a userinfo delimiter (silently dropping the data before it) and strip
	* TAB, LF, and CR. Non-ASCII characters remain allowed for IDNs.
	*
	* @param {import('./types/index').URIComponent} parsed
	* @param {import('./types/index').Options} options
	* @param {{ domainHost?: boolean }|undefined} schemeHandler
	* @param {boolean} isIP
	* @returns {boolean}
	*/
	function hasForbiddenDomainHost(parsed, options, schemeHandler, isIP) {
		return Boolean(parsed.host && isIP === false && !isIPLiteral(parsed.host) && (options.domainHost || schemeHandler && schemeHandler.domainHost) && FORBIDDEN_DOMAIN_HOST_CHARACTER.test(parsed.host));
	}
	/**
	* @param {URL} url
	* @returns {boolean}
	*/
	function isHostOnlyURL(url) {
		return url.username === "" && url.password === "" && url.port === "" && url.pathname === "/" && url.search === "" && url.hash === "" && url.hostname !== "";
	}
	/**
	* @param {string} uri
	* @param {import('./types/index').Options} [opts]
	* @returns {{ parsed: import('./types/index').URIComponent, malformedAuthorityOrPort: boolean, malformedPercentEncoding: boolean, malformedSchemeSpecific: boolean, malformedHost: boolean, malformedScheme: boolean }}
	*/
	function parseWithStatus(uri, opts) {
		const options = Object.assign({}, opts);
		/** @type {import('./types/index').URIComponent} */
		const parsed = {
			scheme: void 0,
			userinfo: void 0,
			host: "",
			port: void 0,
			path: "",
			query: void 0,
			fragment: void 0
		};
		let malformedAuthorityOrPort = false;
		let malformedPercentEncoding = false;
		let malformedSchemeSpecific = false;
		let malformedHost = false;
		let malformedIPLiteral = false;
		let malformedScheme = false;
		let isIP = false;
		if (options.reference === "suffix") {
			if (options.scheme) uri = options.scheme + ":" + uri;
			else uri = "//" + uri;
		}
		const authorityMatch = uri.match(AUTHORITY_PREFIX);
		if (authorityMatch !== null && authorityMatch[1].indexOf("\\") !== -1) {
			parsed.error = "URI authority must not contain a literal backslash.";
			malformedAuthorityOrPort = true;
		}
		const introducerMatch = uri.match(AUTHORITY_INTRODUCER_REGION);
		if (introducerMatch !== null) {
			const region = introducerMatch[1];
			const normalizedRegion = region.replace(/[\t\n\r]/g, "");
			if (normalizedRegion.length >= 2) {
				if (normalizedRegion.slice(0, 2) !== "//") {
					parsed.error = parsed.error || "URI authority must not contain a literal backslash.";
					malformedAuthorityOrPort = true;
				} else if (region.length !== normalizedRegion.length) {
					parsed.error = parsed.error || "URI authority introducer must not contain whitespace.";
					malformedAuthorityOrPort = true;
				}
			}
		}
		const matches = uri.match(URI_PARSE);
		if (matches) {
			parsed.scheme = matches[1];
			parsed.userinfo = matches[3];
			parsed.host = matches[4];
			parsed.port = parseInt(matches[5], 10);
			parsed.path = matches[6] || "";
			parsed.query = matches[7];
			parsed.fragment = matches[8];
			if (parsed.scheme !== void 0) {
				if (VALID_SCHEME.test(parsed.scheme)) parsed.scheme = parsed.scheme.toLowerCase();
				else {
					parsed.error = parsed.error || MALFORMED_SCHEME_ERROR;
					malformedScheme = true;
				}
			}
			malformedPercentEncoding = hasMalformedComponentPercentEncoding(matches);
			if (malformedPercentEncoding) parsed.error = parsed.error || "URI contains malformed percent-encoding.";
			if (isNaN(parsed.port)) parsed.port = matches[5];
			const parseError = getParseError(parsed, matches);
			if (parseError !== void 0) {
				parsed.error = parsed.error || parseError;
				malformedAuthorityOrPort = true;
			}
			if (parsed.host) {
				if (isIPv4(parsed.host) === false) {
					const bracketedIPLiteral = isIPLiteral(parsed.host);
					const hasIPLiteralBracket = parsed.host.indexOf("[") !== -1 || parsed.host.indexOf("]") !== -1;
					const ipv6result = normalizeIPv6(parsed.host);
					isIP = ipv6result.isIPV6 || ipv6result.isIPVFuture === true;
					malformedIPLiteral = hasIPLiteralBracket && (!bracketedIPLiteral || ipv6result.error === true);
					parsed.host = isIP ? ipv6result.host : ipv6result.host.toLowerCase();
					if (malformedIPLiteral) {
						parsed.error = parsed.error || MALFORMED_HOST_ERROR;
						malformedAuthorityOrPort = true;
					}
				} else isIP = true;
			}
			if (parsed.scheme === void 0 && parsed.userinfo === void 0 && parsed.host === void 0 && parsed.port === void 0 && parsed.query === void 0 && !parsed.path) parsed.reference = "same-document";
			else if (parsed.scheme === void 0) parsed.reference = "relative";
			else if (parsed.fragment === void 0) parsed.reference = "absolute";
			else parsed.reference = "uri";
			if (options.reference && options.reference !== "suffix" && options.reference !== parsed.reference) parsed.error = parsed.error || "URI is not a " + options.reference + " reference.";
			const schemeHandler = getSchemeHandler(options.scheme || parsed.scheme);
			if (!malformedIPLiteral) malformedHost = canonicalizeHost(parsed, options, schemeHandler, isIP);
			if (uri.indexOf("%") !== -1 && parsed.host !== void 0 && !malformedIPLiteral) {
				let host = isIP ? parsed.host : normalizePercentEncoding(parsed.host, true);
				if (!isIP) host = normalizePercentEncoding(host.toLowerCase());
				parsed.host = isIP || options.scheme !== "null" ? reescapeHostDelimiters(host, isIP) : host;
			}
			if (!schemeHandler || schemeHandler && !schemeHandler.skipNormalize) {
				if (parsed.path) parsed.path = normalizePathEncoding(parsed.path);
				if (parsed.query) parsed.query = normalizeQueryFragmentEncoding(parsed.query);
				if (parsed.fragment) parsed.fragment = normalizeQueryFragmentEncoding(parsed.fragment);
			}
			if (schemeHandler && schemeHandler.parse) {
				schemeHandler.parse(parsed, options);
				if (schemeHandler === SCHEMES.urn && parsed.nid === void 0) malformedSchemeSpecific = true;
			}
		} else parsed.error = parsed.error || "URI can not be parsed.";
		return {
			parsed,
			malformedAuthorityOrPort,
			malformedPercentEncoding,
			malformedSchemeSpecific,
			malformedHost,
			malformedScheme
		};
	}
	/**
	* @param {string} uri
	* @param {import('./types/index').Options} [opts]
	* @returns
	*/
	function parse(uri, opts) {
		return parseWithStatus(uri, opts).parsed;
	}
	/**
	* @param {string} uri
	* @param {import('./types/index').Options} [opts]
	* @returns {string}
	*/
	function normalizeString(uri, opts) {
		return normalizeStringWithStatus(uri, opts).normalized;
	}
	/**
	* @param {string} uri
	* @param {import('./types/index').Options} [opts]
	* @returns {{ normalized: string, malformedAuthorityOrPort: boolean, malformedPercentEncoding: boolean, malformedSchemeSpecific: boolean, malformedHost: boolean, malformedScheme: boolean }}
	*/
	function normalizeStringWithStatus(uri, opts) {
		const { parsed, malformedAuthorityOrPort, malformedPercentEncoding, malformedSchemeSpecific, malformedHost, malformedScheme } = parseWithStatus(uri, opts);
		return {
			normalized: malformedAuthorityOrPort || malformedPercentEncoding || malformedSchemeSpecific || malformedHost || malformedScheme ? uri : serialize(parsed, opts),
			malformedAuthorityOrPort,
			malformedPercentEncoding,
			malformedSchemeSpecific,
			malformedHost,
			malformedScheme
		};
	}
	/**
	* @param {import ('./types/index').URIComponent|string} uri
	* @param {import('./types/index').Options} [opts]
	* @returns {string|undefined}
	*/
	function normalizeComparableURI(uri, opts) {
		if (typeof uri !== "string" && typeof uri !== "object") return;
		let value;
		try {
			value = typeof uri === "string" ? uri : serialize(uri, opts);
		} catch {
			return;
		}
		const { normalized, malformedAuthorityOrPort, malformedPercentEncoding, malformedSchemeSpecific, malformedHost, malformedScheme } = normalizeStringWithStatus(value, opts);
		return malformedAuthorityOrPort || malformedPercentEncoding || malformedSchemeSpecific || malformedHost || malformedScheme ? void 0 : normalized;
	}
	const fastUri = {
		SCHEMES,
		normalize,
		resolve,
		resolveComponent,
		equal,
		serialize,
		parse
	};
	module.exports = fastUri;
	module.exports.default = fastUri;
	module.exports.fastUri = fastUri;
}));

// node_modules/ajv/dist/runtime/uri.js
var require_uri = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const uri = require_fast_uri();
	uri.code = "require(\"ajv/dist/runtime/uri\").default";
	exports.default = uri;
}));

// node_modules/ajv/dist/core.js
var require_core$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.CodeGen = exports.Name = exports.nil = exports.stringify = exports.str = exports._ = exports.KeywordCxt = void 0;
	var validate_1 = require_validate();
	Object.defineProperty(exports, "KeywordCxt", {
		enumerable: true,
		get: function() {
			return validate_1.KeywordCxt;
		}
	});
	var codegen_1 = require_codegen();
	Object.defineProperty(exports, "_", {
		enumerable: true,
		get: function() {
			return codegen_1._;
		}
	});
	Object.defineProperty(exports, "str", {
		enumerable: true,
		get: function() {
			return codegen_1.str;
		}
	});
	Object.defineProperty(exports, "stringify", {
		enumerable: true,
		get: function() {
			return codegen_1.stringify;
		}
	});
	Object.defineProperty(exports, "nil", {
		enumerable: true,
		get: function() {
			return codegen_1.nil;
		}
	});
	Object.defineProperty(exports, "Name", {
		enumerable: true,
		get: function() {
			return codegen_1.Name;
		}
	});
	Object.defineProperty(exports, "CodeGen", {
		enumerable: true,
		get: function() {
			return codegen_1.CodeGen;
		}
	});
	const validation_error_1 = require_validation_error();
	const ref_error_1 = require_ref_error();
	const rules_1 = require_rules();
	const compile_1 = require_compile();
	const codegen_2 = require_codegen();
	const resolve_1 = require_resolve();
	const dataType_1 = require_dataType();
	const util_1 = require_util();
	const $dataRefSchema = require_data();
	const uri_1 = require_uri();
	const defaultRegExp = (str, flags) => new RegExp(str, flags);
	defaultRegExp.code = "new RegExp";
	const META_IGNORE_OPTIONS = [
		"removeAdditional",
		"useDefaults",
		"coerceTypes"
	];
	const EXT_SCOPE_NAMES = /* @__PURE__ */ new Set([
		"validate",
		"serialize",
		"parse",
		"wrapper",
		"root",
		"schema",
		"keyword",
		"pattern",
		"formats",
		"validate$data",
		"func",
		"obj",
		"Error"
	]);
	const removedOptions = {
		errorDataPath: "",
		format: "`validateFormats: false` can be used instead.",
		nullable: "\"nullable\" keyword is supported by default.",
		jsonPointers: "Deprecated jsPropertySyntax can be used instead.",
		extendRefs: "Deprecated ignoreKeywordsWithRef can be used instead.",
		missingRefs: "Pass empty schema with $id that should be ignored to ajv.addSchema.",
		processCode: "Use option `code: {process: (code, schemaEnv: object) => string}`",
		sourceCode: "Use option `code: {source: true}`",
		strictDefaults: "It is default now, see option `strict`.",
		strictKeywords: "It is default now, see option `strict`.",
		uniqueItems: "\"uniqueItems\" keyword is always validated.",
		unknownFormats: "Disable strict mode or pass `true` to `ajv.addFormat` (or `formats` option).",
		cache: "Map is used as cache, schema object as key.",
		serialize: "Map is used as cache, schema object as key.",
		ajvErrors: "It is default now."
	};
	const deprecatedOptions = {
		ignoreKeywordsWithRef: "",
		jsPropertySyntax: "",
		unicode: "\"minLength\"/\"maxLength\" account for unicode characters by default."
	};
	const MAX_EXPRESSION = 200;
	function requiredOptions(o) {
		var _a, _b, _c, _d, _e, _f, _g, _h, _j, _k, _l, _m, _o, _p, _q, _r, _s, _t, _u, _v, _w, _x, _y, _z, _0;
		const s = o.strict;
		const _optz = (_a = o.code) === null || _a === void 0 ? void 0 : _a.optimize;
		const optimize = _optz === true || _optz === void 0 ? 1 : _optz || 0;
		const regExp = (_c = (_b = o.code) === null || _b === void 0 ? void 0 : _b.regExp) !== null && _c !== void 0 ? _c : defaultRegExp;
		const uriResolver = (_d = o.uriResolver) !== null && _d !== void 0 ? _d : uri_1.default;
		return {
			strictSchema: (_f = (_e = o.strictSchema) !== null && _e !== void 0 ? _e : s) !== null && _f !== void 0 ? _f : true,
			strictNumbers: (_h = (_g = o.strictNumbers) !== null && _g !== void 0 ? _g : s) !== null && _h !== void 0 ? _h : true,
			strictTypes: (_k = (_j = o.strictTypes) !== null && _j !== void 0 ? _j : s) !== null && _k !== void 0 ? _k : "log",
			strictTuples: (_m = (_l = o.strictTuples) !== null && _l !== void 0 ? _l : s) !== null && _m !== void 0 ? _m : "log",
			strictRequired: (_p = (_o = o.strictRequired) !== null && _o !== void 0 ? _o : s) !== null && _p !== void 0 ? _p : false,
			code: o.code ? {
				...o.code,
				optimize,
				regExp
			} : {
				optimize,
				regExp
			},
			loopRequired: (_q = o.loopRequired) !== null && _q !== void 0 ? _q : MAX_EXPRESSION,
			loopEnum: (_r = o.loopEnum) !== null && _r !== void 0 ? _r : MAX_EXPRESSION,
			meta: (_s = o.meta) !== null && _s !== void 0 ? _s : true,
			messages: (_t = o.messages) !== null && _t !== void 0 ? _t : true,
			inlineRefs: (_u = o.inlineRefs) !== null && _u !== void 0 ? _u : true,
			schemaId: (_v = o.schemaId) !== null && _v !== void 0 ? _v : "$id",
			addUsedSchema: (_w = o.addUsedSchema) !== null && _w !== void 0 ? _w : true,
			validateSchema: (_x = o.validateSchema) !== null && _x !== void 0 ? _x : true,
			validateFormats: (_y = o.validateFormats) !== null && _y !== void 0 ? _y : true,
			unicodeRegExp: (_z = o.unicodeRegExp) !== null && _z !== void 0 ? _z : true,
			int32range: (_0 = o.int32range) !== null && _0 !== void 0 ? _0 : true,
			uriResolver
		};
	}
	var Ajv = class {
		constructor(opts = {}) {
			this.schemas = {};
			this.refs = {};
			this.formats = Object.create(null);
			this._compilations = /* @__PURE__ */ new Set();
			this._loading = {};
			this._cache = /* @__PURE__ */ new Map();
			opts = this.opts = {
				...opts,
				...requiredOptions(opts)
			};
			const { es5, lines } = this.opts.code;
			this.scope = new codegen_2.ValueScope({
				scope: {},
				prefixes: EXT_SCOPE_NAMES,
				es5,
				lines
			});
			this.logger = getLogger(opts.logger);
			const formatOpt = opts.validateFormats;
			opts.validateFormats = false;
			this.RULES = (0, rules_1.getRules)();
			checkOptions.call(this, removedOptions, opts, "NOT SUPPORTED");
			checkOptions.call(this, deprecatedOptions, opts, "DEPRECATED", "warn");
			this._metaOpts = getMetaSchemaOptions.call(this);
			if (opts.formats) addInitialFormats.call(this);
			this._addVocabularies();
			this._addDefaultMetaSchema();
			if (opts.keywords) addInitialKeywords.call(this, opts.keywords);
			if (typeof opts.meta == "object") this.addMetaSchema(opts.meta);
			addInitialSchemas.call(this);
			opts.validateFormats = formatOpt;
		}
		_addVocabularies() {
			this.addKeyword("$async");
		}
		_addDefaultMetaSchema() {
			const { $data, meta, schemaId } = this.opts;
			let _dataRefSchema = $dataRefSchema;
			if (schemaId === "id") {
				_dataRefSchema = { ...$dataRefSchema };
				_dataRefSchema.id = _dataRefSchema.$id;
				delete _dataRefSchema.$id;
			}
			if (meta && $data) this.addMetaSchema(_dataRefSchema, _dataRefSchema[schemaId], false);
		}
		defaultMeta() {
			const { meta, schemaId } = this.opts;
			return this.opts.defaultMeta = typeof meta == "object" ? meta[schemaId] || meta : void 0;
		}
		validate(schemaKeyRef, data) {
			let v;
			if (typeof schemaKeyRef == "string") {
				v = this.getSchema(schemaKeyRef);
				if (!v) throw new Error(`no schema with key or ref "${schemaKeyRef}"`);
			} else v = this.compile(schemaKeyRef);
			const valid = v(data);
			if (!("$async" in v)) this.errors = v.errors;
			return valid;
		}
		compile(schema, _meta) {
			const sch = this._addSchema(schema, _meta);
			return sch.validate || this._compileSchemaEnv(sch);
		}
		compileAsync(schema, meta) {
			if (typeof this.opts.loadSchema != "function") throw new Error("options.loadSchema should be a function");
			const { loadSchema } = this.opts;
			return runCompileAsync.call(this, schema, meta);
			async function runCompileAsync(_schema, _meta) {
				await loadMetaSchema.call(this, _schema.$schema);
				const sch = this._addSchema(_schema, _meta);
				return sch.validate || _compileAsync.call(this, sch);
			}
			async function loadMetaSchema($ref) {
				if ($ref && !this.getSchema($ref)) await runCompileAsync.call(this, { $ref }, true);
			}
			async function _compileAsync(sch) {
				try {
					return this._compileSchemaEnv(sch);
				} catch (e) {
					if (!(e instanceof ref_error_1.default)) throw e;
					checkLoaded.call(this, e);
					await loadMissingSchema.call(this, e.missingSchema);
					return _compileAsync.call(this, sch);
				}
			}
			function checkLoaded({ missingSchema: ref, missingRef }) {
				if (this.refs[ref]) throw new Error(`AnySchema ${ref} is loaded but ${missingRef} cannot be resolved`);
			}
			async function loadMissingSchema(ref) {
				const _schema = await _loadSchema.call(this, ref);
				if (!this.refs[ref]) await loadMetaSchema.call(this, _schema.$schema);
				if (!this.refs[ref]) this.addSchema(_schema, ref, meta);
			}
			async function _loadSchema(ref) {
				const p = this._loading[ref];
				if (p) return p;
				try {
					return await (this._loading[ref] = loadSchema(ref));
				} finally {
					delete this._loading[ref];
				}
			}
		}
		addSchema(schema, key, _meta, _validateSchema = this.opts.validateSchema) {
			if (Array.isArray(schema)) {
				for (const sch of schema) this.addSchema(sch, void 0, _meta, _validateSchema);
				return this;
			}
			let id;
			if (typeof schema === "object") {
				const { schemaId } = this.opts;
				id = schema[schemaId];
				if (id !== void 0 && typeof id != "string") throw new Error(`schema ${schemaId} must be string`);
			}
			key = (0, resolve_1.normalizeId)(key || id);
			this._checkUnique(key);
			this.schemas[key] = this._addSchema(schema, _meta, key, _validateSchema, true);
			return this;
		}
		addMetaSchema(schema, key, _validateSchema = this.opts.validateSchema) {
			this.addSchema(schema, key, true, _validateSchema);
			return this;
		}
		validateSchema(schema, throwOrLogError) {
			if (typeof schema == "boolean") return true;
			let $schema;
			$schema = schema.$schema;
			if ($schema !== void 0 && typeof $schema != "string") throw new Error("$schema must be a string");
			$schema = $schema || this.opts.defaultMeta || this.defaultMeta();
			if (!$schema) {
				this.logger.warn("meta-schema not available");
				this.errors = null;
				return true;
			}
			const valid = this.validate($schema, schema);
			if (!valid && throwOrLogError) {
				const message = "schema is invalid: " + this.errorsText();
				if (this.opts.validateSchema === "log") this.logger.error(message);
				else throw new Error(message);
			}
			return valid;
		}
		getSchema(keyRef) {
			let sch;
			while (typeof (sch = getSchEnv.call(this, keyRef)) == "string") keyRef = sch;
			if (sch === void 0) {
				const { schemaId } = this.opts;
				const root = new compile_1.SchemaEnv({
					schema: {},
					schemaId
				});
				sch = compile_1.resolveSchema.call(this, root, keyRef);
				if (!sch) return;
				this.refs[keyRef] = sch;
			}
			return sch.validate || this._compileSchemaEnv(sch);
		}
		removeSchema(schemaKeyRef) {
			if (schemaKeyRef instanceof RegExp) {
				this._removeAllSchemas(this.schemas, schemaKeyRef);
				this._removeAllSchemas(this.refs, schemaKeyRef);
				return this;
			}
			switch (typeof schemaKeyRef) {
				case "undefined":
					this._removeAllSchemas(this.schemas);
					this._removeAllSchemas(this.refs);
					this._cache.clear();
					return this;
				case "string": {
					const sch = getSchEnv.call(this, schemaKeyRef);
					if (typeof sch == "object") this._cache.delete(sch.schema);
					delete this.schemas[schemaKeyRef];
					delete this.refs[schemaKeyRef];
					return this;
				}
				case "object": {
					const cacheKey = schemaKeyRef;
					this._cache.delete(cacheKey);
					let id = schemaKeyRef[this.opts.schemaId];
					if (id) {
						id = (0, resolve_1.normalizeId)(id);
						delete this.schemas[id];
						delete this.refs[id];
					}
					return this;
				}
				default: throw new Error("ajv.removeSchema: invalid parameter");
			}
		}
		addVocabulary(definitions) {
			for (const def of definitions) this.addKeyword(def);
			return this;
		}
		addKeyword(kwdOrDef, def) {
			let keyword;
			if (typeof kwdOrDef == "string") {
				keyword = kwdOrDef;
				if (typeof def == "object") {
					this.logger.warn("these parameters are deprecated, see docs for addKeyword");
					def.keyword = keyword;
				}
			} else if (typeof kwdOrDef == "object" && def === void 0) {
				def = kwdOrDef;
				keyword = def.keyword;
				if (Array.isArray(keyword) && !keyword.length) throw new Error("addKeywords: keyword must be string or non-empty array");
			} else throw new Error("invalid addKeywords parameters");
			checkKeyword.call(this, keyword, def);
			if (!def) {
				(0, util_1.eachItem)(keyword, (kwd) => addRule.call(this, kwd));
				return this;
			}
			keywordMetaschema.call(this, def);
			const definition = {
				...def,
				type: (0, dataType_1.getJSONTypes)(def.type),
				schemaType: (0, dataType_1.getJSONTypes)(def.schemaType)
			};
			(0, util_1.eachItem)(keyword, definition.type.length === 0 ? (k) => addRule.call(this, k, definition) : (k) => definition.type.forEach((t) => addRule.call(this, k, definition, t)));
			return this;
		}
		getKeyword(keyword) {
			const rule = this.RULES.all[keyword];
			return typeof rule == "object" ? rule.definition : !!rule;
		}
		removeKeyword(keyword) {
			const { RULES } = this;
			delete RULES.keywords[keyword];
			delete RULES.all[keyword];
			for (const group of RULES.rules) {
				const i = group.rules.findIndex((rule) => rule.keyword === keyword);
				if (i >= 0) group.rules.splice(i, 1);
			}
			return this;
		}
		addFormat(name, format) {
			if (typeof format == "string") format = new RegExp(format);
			this.formats[name] = format;
			return this;
		}
		errorsText(errors = this.errors, { separator = ", ", dataVar = "data" } = {}) {
			if (!errors || errors.length === 0) return "No errors";
			return errors.map((e) => `${dataVar}${e.instancePath} ${e.message}`).reduce((text, msg) => text + separator + msg);
		}
		$dataMetaSchema(metaSchema, keywordsJsonPointers) {
			const rules = this.RULES.all;
			metaSchema = JSON.parse(JSON.stringify(metaSchema));
			for (const jsonPointer of keywordsJsonPointers) {
				const segments = jsonPointer.split("/").slice(1);
				let keywords = metaSchema;
				for (const seg of segments) keywords = keywords[seg];
				for (const key in rules) {
					const rule = rules[key];
					if (typeof rule != "object") continue;
					const { $data } = rule.definition;
					const schema = keywords[key];
					if ($data && schema) keywords[key] = schemaOrData(schema);
				}
			}
			return metaSchema;
		}
		_removeAllSchemas(schemas, regex) {
			for (const keyRef in schemas) {
				const sch = schemas[keyRef];
				if (!regex || regex.test(keyRef)) {
					if (typeof sch == "string") delete schemas[keyRef];
					else if (sch && !sch.meta) {
						this._cache.delete(sch.schema);
						delete schemas[keyRef];
					}
				}
			}
		}
		_addSchema(schema, meta, baseId, validateSchema = this.opts.validateSchema, addSchema = this.opts.addUsedSchema) {
			let id;
			const { schemaId } = this.opts;
			if (typeof schema == "object") id = schema[schemaId];
			else if (this.opts.jtd) throw new Error("schema must be object");
			else if (typeof schema != "boolean") throw new Error("schema must be object or boolean");
			let sch = this._cache.get(schema);
			if (sch !== void 0) return sch;
			baseId = (0, resolve_1.normalizeId)(id || baseId);
			const localRefs = resolve_1.getSchemaRefs.call(this, schema, baseId);
			sch = new compile_1.SchemaEnv({
				schema,
				schemaId,
				meta,
				baseId,
				localRefs
			});
			this._cache.set(sch.schema, sch);
			if (addSchema && !baseId.startsWith("#")) {
				if (baseId) this._checkUnique(baseId);
				this.refs[baseId] = sch;
			}
			if (validateSchema) this.validateSchema(schema, true);
			return sch;
		}
		_checkUnique(id) {
			if (this.schemas[id] || this.refs[id]) throw new Error(`schema with key or id "${id}" already exists`);
		}
		_compileSchemaEnv(sch) {
			if (sch.meta) this._compileMetaSchema(sch);
			else compile_1.compileSchema.call(this, sch);
			/* istanbul ignore if */
			if (!sch.validate) throw new Error("ajv implementation error");
			return sch.validate;
		}
		_compileMetaSchema(sch) {
			const currentOpts = this.opts;
			this.opts = this._metaOpts;
			try {
				compile_1.compileSchema.call(this, sch);
			} finally {
				this.opts = currentOpts;
			}
		}
	};
	Ajv.ValidationError = validation_error_1.default;
	Ajv.MissingRefError = ref_error_1.default;
	exports.default = Ajv;
	function checkOptions(checkOpts, options, msg, log = "error") {
		for (const key in checkOpts) {
			const opt = key;
			if (opt in options) this.logger[log](`${msg}: option ${key}. ${checkOpts[opt]}`);
		}
	}
	function getSchEnv(keyRef) {
		keyRef = (0, resolve_1.normalizeId)(keyRef);
		return this.schemas[keyRef] || this.refs[keyRef];
	}
	function addInitialSchemas() {
		const optsSchemas = this.opts.schemas;
		if (!optsSchemas) return;
		if (Array.isArray(optsSchemas)) this.addSchema(optsSchemas);
		else for (const key in optsSchemas) this.addSchema(optsSchemas[key], key);
	}
	function addInitialFormats() {
		for (const name in this.opts.formats) {
			const format = this.opts.formats[name];
			if (format) this.addFormat(name, format);
		}
	}
	function addInitialKeywords(defs) {
		if (Array.isArray(defs)) {
			this.addVocabulary(defs);
			return;
		}
		this.logger.warn("keywords option as map is deprecated, pass array");
		for (const keyword in defs) {
			const def = defs[keyword];
			if (!def.keyword) def.keyword = keyword;
			this.addKeyword(def);
		}
	}
	function getMetaSchemaOptions() {
		const metaOpts = { ...this.opts };
		for (const opt of META_IGNORE_OPTIONS) delete metaOpts[opt];
		return metaOpts;
	}
	const noLogs = {
		log() {},
		warn() {},
		error() {}
	};
	function getLogger(logger) {
		if (logger === false) return noLogs;
		if (logger === void 0) return console;
		if (logger.log && logger.warn && logger.error) return logger;
		throw new Error("logger must implement log, warn and error methods");
	}
	const KEYWORD_NAME = /^[a-z_$][a-z0-9_$:-]*$/i;
	function checkKeyword(keyword, def) {
		const { RULES } = this;
		(0, util_1.eachItem)(keyword, (kwd) => {
			if (RULES.keywords[kwd]) throw new Error(`Keyword ${kwd} is already defined`);
			if (!KEYWORD_NAME.test(kwd)) throw new Error(`Keyword ${kwd} has invalid name`);
		});
		if (!def) return;
		if (def.$data && !("code" in def || "validate" in def)) throw new Error("$data keyword must have \"code\" or \"validate\" function");
	}
	function addRule(keyword, definition, dataType) {
		var _a;
		const post = definition === null || definition === void 0 ? void 0 : definition.post;
		if (dataType && post) throw new Error("keyword with \"post\" flag cannot have \"type\"");
		const { RULES } = this;
		let ruleGroup = post ? RULES.post : RULES.rules.find(({ type: t }) => t === dataType);
		if (!ruleGroup) {
			ruleGroup = {
				type: dataType,
				rules: []
			};
			RULES.rules.push(ruleGroup);
		}
		RULES.keywords[keyword] = true;
		if (!definition) return;
		const rule = {
			keyword,
			definition: {
				...definition,
				type: (0, dataType_1.getJSONTypes)(definition.type),
				schemaType: (0, dataType_1.getJSONTypes)(definition.schemaType)
			}
		};
		if (definition.before) addBeforeRule.call(this, ruleGroup, rule, definition.before);
		else ruleGroup.rules.push(rule);
		RULES.all[keyword] = rule;
		(_a = definition.implements) === null || _a === void 0 || _a.forEach((kwd) => this.addKeyword(kwd));
	}
	function addBeforeRule(ruleGroup, rule, before) {
		const i = ruleGroup.rules.findIndex((_rule) => _rule.keyword === before);
		if (i >= 0) ruleGroup.rules.splice(i, 0, rule);
		else {
			ruleGroup.rules.push(rule);
			this.logger.warn(`rule ${before} is not defined`);
		}
	}
	function keywordMetaschema(def) {
		let { metaSchema } = def;
		if (metaSchema === void 0) return;
		if (def.$data && this.opts.$data) metaSchema = schemaOrData(metaSchema);
		def.validateSchema = this.compile(metaSchema, true);
	}
	const $dataRef = { $ref: "https://raw.githubusercontent.com/ajv-validator/ajv/master/lib/refs/data.json#" };
	function schemaOrData(schema) {
		return { anyOf: [schema, $dataRef] };
	}
}));

// node_modules/ajv/dist/vocabularies/core/id.js
var require_id = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const def = {
		keyword: "id",
		code() {
			throw new Error("NOT SUPPORTED: keyword \"id\", use \"$id\" for schema ID");
		}
	};
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/core/ref.js
var require_ref = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.callRef = exports.getValidate = void 0;
	const ref_error_1 = require_ref_error();
	const code_1 = require_code();
	const codegen_1 = require_codegen();
	const names_1 = require_names();
	const compile_1 = require_compile();
	const util_1 = require_util();
	const def = {
		keyword: "$ref",
		schemaType: "string",
		code(cxt) {
			const { gen, schema: $ref, it } = cxt;
			const { baseId, schemaEnv: env, validateName, opts, self } = it;
			const { root } = env;
			if (($ref === "#" || $ref === "#/") && baseId === root.baseId) return callRootRef();
			const schOrEnv = compile_1.resolveRef.call(self, root, baseId, $ref);
			if (schOrEnv === void 0) throw new ref_error_1.default(it.opts.uriResolver, baseId, $ref);
			if (schOrEnv instanceof compile_1.SchemaEnv) return callValidate(schOrEnv);
			return inlineRefSchema(schOrEnv);
			function callRootRef() {
				if (env === root) return callRef(cxt, validateName, env, env.$async);
				const rootName = gen.scopeValue("root", { ref: root });
				return callRef(cxt, (0, codegen_1._)`${rootName}.validate`, root, root.$async);
			}
			function callValidate(sch) {
				callRef(cxt, getValidate(cxt, sch), sch, sch.$async);
			}
			function inlineRefSchema(sch) {
				const schName = gen.scopeValue("schema", opts.code.source === true ? {
					ref: sch,
					code: (0, codegen_1.stringify)(sch)
				} : { ref: sch });
				const valid = gen.name("valid");
				const schCxt = cxt.subschema({
					schema: sch,
					dataTypes: [],
					schemaPath: codegen_1.nil,
					topSchemaRef: schName,
					errSchemaPath: $ref
				}, valid);
				cxt.mergeEvaluated(schCxt);
				cxt.ok(valid);
			}
		}
	};
	function getValidate(cxt, sch) {
		const { gen } = cxt;
		return sch.validate ? gen.scopeValue("validate", { ref: sch.validate }) : (0, codegen_1._)`${gen.scopeValue("wrapper", { ref: sch })}.validate`;
	}
	exports.getValidate = getValidate;
	function callRef(cxt, v, sch, $async) {
		const { gen, it } = cxt;
		const { allErrors, schemaEnv: env, opts } = it;
		const passCxt = opts.passContext ? names_1.default.this : codegen_1.nil;
		if ($async) callAsyncRef();
		else callSyncRef();
		function callAsyncRef() {
			if (!env.$async) throw new Error("async schema referenced by sync schema");
			const valid = gen.let("valid");
			gen.try(() => {
				gen.code((0, codegen_1._)`await ${(0, code_1.callValidateCode)(cxt, v, passCxt)}`);
				addEvaluatedFrom(v);
				if (!allErrors) gen.assign(valid, true);
			}, (e) => {
				gen.if((0, codegen_1._)`!(${e} instanceof ${it.ValidationError})`, () => gen.throw(e));
				addErrorsFrom(e);
				if (!allErrors) gen.assign(valid, false);
			});
			cxt.ok(valid);
		}
		function callSyncRef() {
			cxt.result((0, code_1.callValidateCode)(cxt, v, passCxt), () => addEvaluatedFrom(v), () => addErrorsFrom(v));
		}
		function addErrorsFrom(source) {
			const errs = (0, codegen_1._)`${source}.errors`;
			gen.assign(names_1.default.vErrors, (0, codegen_1._)`${names_1.default.vErrors} === null ? ${errs} : ${names_1.default.vErrors}.concat(${errs})`);
			gen.assign(names_1.default.errors, (0, codegen_1._)`${names_1.default.vErrors}.length`);
		}
		function addEvaluatedFrom(source) {
			var _a;
			if (!it.opts.unevaluated) return;
			const schEvaluated = (_a = sch === null || sch === void 0 ? void 0 : sch.validate) === null || _a === void 0 ? void 0 : _a.evaluated;
			if (it.props !== true) {
				if (schEvaluated && !schEvaluated.dynamicProps) {
					if (schEvaluated.props !== void 0) it.props = util_1.mergeEvaluated.props(gen, schEvaluated.props, it.props);
				} else {
					const props = gen.var("props", (0, codegen_1._)`${source}.evaluated.props`);
					it.props = util_1.mergeEvaluated.props(gen, props, it.props, codegen_1.Name);
				}
			}
			if (it.items !== true) {
				if (schEvaluated && !schEvaluated.dynamicItems) {
					if (schEvaluated.items !== void 0) it.items = util_1.mergeEvaluated.items(gen, schEvaluated.items, it.items);
				} else {
					const items = gen.var("items", (0, codegen_1._)`${source}.evaluated.items`);
					it.items = util_1.mergeEvaluated.items(gen, items, it.items, codegen_1.Name);
				}
			}
		}
	}
	exports.callRef = callRef;
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/core/index.js
var require_core = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const id_1 = require_id();
	const ref_1 = require_ref();
	const core = [
		"$schema",
		"$id",
		"$defs",
		"$vocabulary",
		{ keyword: "$comment" },
		"definitions",
		id_1.default,
		ref_1.default
	];
	exports.default = core;
}));

// node_modules/ajv/dist/vocabularies/validation/limitNumber.js
var require_limitNumber = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const codegen_1 = require_codegen();
	const ops = codegen_1.operators;
	const KWDs = {
		maximum: {
			okStr: "<=",
			ok: ops.LTE,
			fail: ops.GT
		},
		minimum: {
			okStr: ">=",
			ok: ops.GTE,
			fail: ops.LT
		},
		exclusiveMaximum: {
			okStr: "<",
			ok: ops.LT,
			fail: ops.GTE
		},
		exclusiveMinimum: {
			okStr: ">",
			ok: ops.GT,
			fail: ops.LTE
		}
	};
	const def = {
		keyword: Object.keys(KWDs),
		type: "number",
		schemaType: "number",
		$data: true,
		error: {
			message: ({ keyword, schemaCode }) => (0, codegen_1.str)`must be ${KWDs[keyword].okStr} ${schemaCode}`,
			params: ({ keyword, schemaCode }) => (0, codegen_1._)`{comparison: ${KWDs[keyword].okStr}, limit: ${schemaCode}}`
		},
		code(cxt) {
			const { keyword, data, schemaCode } = cxt;
			cxt.fail$data((0, codegen_1._)`${data} ${KWDs[keyword].fail} ${schemaCode} || isNaN(${data})`);
		}
	};
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/validation/multipleOf.js
var require_multipleOf = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const codegen_1 = require_codegen();
	const def = {
		keyword: "multipleOf",
		type: "number",
		schemaType: "number",
		$data: true,
		error: {
			message: ({ schemaCode }) => (0, codegen_1.str)`must be multiple of ${schemaCode}`,
			params: ({ schemaCode }) => (0, codegen_1._)`{multipleOf: ${schemaCode}}`
		},
		code(cxt) {
			const { gen, data, schemaCode, it } = cxt;
			const prec = it.opts.multipleOfPrecision;
			const res = gen.let("res");
			const invalid = prec ? (0, codegen_1._)`Math.abs(Math.round(${res}) - ${res}) > 1e-${prec}` : (0, codegen_1._)`${res} !== parseInt(${res})`;
			cxt.fail$data((0, codegen_1._)`(${schemaCode} === 0 || (${res} = ${data}/${schemaCode}, ${invalid}))`);
		}
	};
	exports.default = def;
}));

// node_modules/ajv/dist/runtime/ucs2length.js
var require_ucs2length = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	function ucs2length(str) {
		const len = str.length;
		let length = 0;
		let pos = 0;
		let value;
		while (pos < len) {
			length++;
			value = str.charCodeAt(pos++);
			if (value >= 55296 && value <= 56319 && pos < len) {
				value = str.charCodeAt(pos);
				if ((value & 64512) === 56320) pos++;
			}
		}
		return length;
	}
	exports.default = ucs2length;
	ucs2length.code = "require(\"ajv/dist/runtime/ucs2length\").default";
}));

// node_modules/ajv/dist/vocabularies/validation/limitLength.js
var require_limitLength = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const codegen_1 = require_codegen();
	const util_1 = require_util();
	const ucs2length_1 = require_ucs2length();
	const def = {
		keyword: ["maxLength", "minLength"],
		type: "string",
		schemaType: "number",
		$data: true,
		error: {
			message({ keyword, schemaCode }) {
				const comp = keyword === "maxLength" ? "more" : "fewer";
				return (0, codegen_1.str)`must NOT have ${comp} than ${schemaCode} characters`;
			},
			params: ({ schemaCode }) => (0, codegen_1._)`{limit: ${schemaCode}}`
		},
		code(cxt) {
			const { keyword, data, schemaCode, it } = cxt;
			const op = keyword === "maxLength" ? codegen_1.operators.GT : codegen_1.operators.LT;
			const len = it.opts.unicode === false ? (0, codegen_1._)`${data}.length` : (0, codegen_1._)`${(0, util_1.useFunc)(cxt.gen, ucs2length_1.default)}(${data})`;
			cxt.fail$data((0, codegen_1._)`${len} ${op} ${schemaCode}`);
		}
	};
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/validation/pattern.js
var require_pattern = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const code_1 = require_code();
	const util_1 = require_util();
	const codegen_1 = require_codegen();
	const def = {
		keyword: "pattern",
		type: "string",
		schemaType: "string",
		$data: true,
		error: {
			message: ({ schemaCode }) => (0, codegen_1.str)`must match pattern "${schemaCode}"`,
			params: ({ schemaCode }) => (0, codegen_1._)`{pattern: ${schemaCode}}`
		},
		code(cxt) {
			const { gen, data, $data, schema, schemaCode, it } = cxt;
			const u = it.opts.unicodeRegExp ? "u" : "";
			if ($data) {
				const { regExp } = it.opts.code;
				const regExpCode = regExp.code === "new RegExp" ? (0, codegen_1._)`new RegExp` : (0, util_1.useFunc)(gen, regExp);
				const valid = gen.let("valid");
				gen.try(() => gen.assign(valid, (0, codegen_1._)`${regExpCode}(${schemaCode}, ${u}).test(${data})`), () => gen.assign(valid, false));
				cxt.fail$data((0, codegen_1._)`!${valid}`);
			} else {
				const regExp = (0, code_1.usePattern)(cxt, schema);
				cxt.fail$data((0, codegen_1._)`!${regExp}.test(${data})`);
			}
		}
	};
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/validation/limitProperties.js
var require_limitProperties = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const codegen_1 = require_codegen();
	const def = {
		keyword: ["maxProperties", "minProperties"],
		type: "object",
		schemaType: "number",
		$data: true,
		error: {
			message({ keyword, schemaCode }) {
				const comp = keyword === "maxProperties" ? "more" : "fewer";
				return (0, codegen_1.str)`must NOT have ${comp} than ${schemaCode} properties`;
			},
			params: ({ schemaCode }) => (0, codegen_1._)`{limit: ${schemaCode}}`
		},
		code(cxt) {
			const { keyword, data, schemaCode } = cxt;
			const op = keyword === "maxProperties" ? codegen_1.operators.GT : codegen_1.operators.LT;
			cxt.fail$data((0, codegen_1._)`Object.keys(${data}).length ${op} ${schemaCode}`);
		}
	};
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/validation/required.js
var require_required = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const code_1 = require_code();
	const codegen_1 = require_codegen();
	const util_1 = require_util();
	const def = {
		keyword: "required",
		type: "object",
		schemaType: "array",
		$data: true,
		error: {
			message: ({ params: { missingProperty } }) => (0, codegen_1.str)`must have required property '${missingProperty}'`,
			params: ({ params: { missingProperty } }) => (0, codegen_1._)`{missingProperty: ${missingProperty}}`
		},
		code(cxt) {
			const { gen, schema, schemaCode, data, $data, it } = cxt;
			const { opts } = it;
			if (!$data && schema.length === 0) return;
			const useLoop = schema.length >= opts.loopRequired;
			if (it.allErrors) allErrorsMode();
			else exitOnErrorMode();
			if (opts.strictRequired) {
				const props = cxt.parentSchema.properties;
				const { definedProperties } = cxt.it;
				for (const requiredKey of schema) if ((props === null || props === void 0 ? void 0 : props[requiredKey]) === void 0 && !definedProperties.has(requiredKey)) {
					const msg = `required property "${requiredKey}" is not defined at "${it.schemaEnv.baseId + it.errSchemaPath}" (strictRequired)`;
					(0, util_1.checkStrictMode)(it, msg, it.opts.strictRequired);
				}
			}
			function allErrorsMode() {
				if (useLoop || $data) cxt.block$data(codegen_1.nil, loopAllRequired);
				else for (const prop of schema) (0, code_1.checkReportMissingProp)(cxt, prop);
			}
			function exitOnErrorMode() {
				const missing = gen.let("missing");
				if (useLoop || $data) {
					const valid = gen.let("valid", true);
					cxt.block$data(valid, () => loopUntilMissing(missing, valid));
					cxt.ok(valid);
				} else {
					gen.if((0, code_1.checkMissingProp)(cxt, schema, missing));
					(0, code_1.reportMissingProp)(cxt, missing);
					gen.else();
				}
			}
			function loopAllRequired() {
				gen.forOf("prop", schemaCode, (prop) => {
					cxt.setParams({ missingProperty: prop });
					gen.if((0, code_1.noPropertyInData)(gen, data, prop, opts.ownProperties), () => cxt.error());
				});
			}
			function loopUntilMissing(missing, valid) {
				cxt.setParams({ missingProperty: missing });
				gen.forOf(missing, schemaCode, () => {
					gen.assign(valid, (0, code_1.propertyInData)(gen, data, missing, opts.ownProperties));
					gen.if((0, codegen_1.not)(valid), () => {
						cxt.error();
						gen.break();
					});
				}, codegen_1.nil);
			}
		}
	};
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/validation/limitItems.js
var require_limitItems = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const codegen_1 = require_codegen();
	const def = {
		keyword: ["maxItems", "minItems"],
		type: "array",
		schemaType: "number",
		$data: true,
		error: {
			message({ keyword, schemaCode }) {
				const comp = keyword === "maxItems" ? "more" : "fewer";
				return (0, codegen_1.str)`must NOT have ${comp} than ${schemaCode} items`;
			},
			params: ({ schemaCode }) => (0, codegen_1._)`{limit: ${schemaCode}}`
		},
		code(cxt) {
			const { keyword, data, schemaCode } = cxt;
			const op = keyword === "maxItems" ? codegen_1.operators.GT : codegen_1.operators.LT;
			cxt.fail$data((0, codegen_1._)`${data}.length ${op} ${schemaCode}`);
		}
	};
	exports.default = def;
}));

// node_modules/ajv/dist/runtime/equal.js
var require_equal = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const equal = require_fast_deep_equal();
	equal.code = "require(\"ajv/dist/runtime/equal\").default";
	exports.default = equal;
}));

// node_modules/ajv/dist/vocabularies/validation/uniqueItems.js
var require_uniqueItems = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const dataType_1 = require_dataType();
	const codegen_1 = require_codegen();
	const util_1 = require_util();
	const equal_1 = require_equal();
	const def = {
		keyword: "uniqueItems",
		type: "array",
		schemaType: "boolean",
		$data: true,
		error: {
			message: ({ params: { i, j } }) => (0, codegen_1.str)`must NOT have duplicate items (items ## ${j} and ${i} are identical)`,
			params: ({ params: { i, j } }) => (0, codegen_1._)`{i: ${i}, j: ${j}}`
		},
		code(cxt) {
			const { gen, data, $data, schema, parentSchema, schemaCode, it } = cxt;
			if (!$data && !schema) return;
			const valid = gen.let("valid");
			const itemTypes = parentSchema.items ? (0, dataType_1.getSchemaTypes)(parentSchema.items) : [];
			cxt.block$data(valid, validateUniqueItems, (0, codegen_1._)`${schemaCode} === false`);
			cxt.ok(valid);
			function validateUniqueItems() {
				const i = gen.let("i", (0, codegen_1._)`${data}.length`);
				const j = gen.let("j");
				cxt.setParams({
					i,
					j
				});
				gen.assign(valid, true);
				gen.if((0, codegen_1._)`${i} > 1`, () => (canOptimize() ? loopN : loopN2)(i, j));
			}
			function canOptimize() {
				return itemTypes.length > 0 && !itemTypes.some((t) => t === "object" || t === "array");
			}
			function loopN(i, j) {
				const item = gen.name("item");
				const wrongType = (0, dataType_1.checkDataTypes)(itemTypes, item, it.opts.strictNumbers, dataType_1.DataType.Wrong);
				const indices = gen.const("indices", (0, codegen_1._)`{}`);
				gen.for((0, codegen_1._)`;${i}--;`, () => {
					gen.let(item, (0, codegen_1._)`${data}[${i}]`);
					gen.if(wrongType, (0, codegen_1._)`continue`);
					if (itemTypes.length > 1) gen.if((0, codegen_1._)`typeof ${item} == "string"`, (0, codegen_1._)`${item} += "_"`);
					gen.if((0, codegen_1._)`typeof ${indices}[${item}] == "number"`, () => {
						gen.assign(j, (0, codegen_1._)`${indices}[${item}]`);
						cxt.error();
						gen.assign(valid, false).break();
					}).code((0, codegen_1._)`${indices}[${item}] = ${i}`);
				});
			}
			function loopN2(i, j) {
				const eql = (0, util_1.useFunc)(gen, equal_1.default);
				const outer = gen.name("outer");
				gen.label(outer).for((0, codegen_1._)`;${i}--;`, () => gen.for((0, codegen_1._)`${j} = ${i}; ${j}--;`, () => gen.if((0, codegen_1._)`${eql}(${data}[${i}], ${data}[${j}])`, () => {
					cxt.error();
					gen.assign(valid, false).break(outer);
				})));
			}
		}
	};
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/validation/const.js
var require_const = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const codegen_1 = require_codegen();
	const util_1 = require_util();
	const equal_1 = require_equal();
	const def = {
		keyword: "const",
		$data: true,
		error: {
			message: "must be equal to constant",
			params: ({ schemaCode }) => (0, codegen_1._)`{allowedValue: ${schemaCode}}`
		},
		code(cxt) {
			const { gen, data, $data, schemaCode, schema } = cxt;
			if ($data || schema && typeof schema == "object") cxt.fail$data((0, codegen_1._)`!${(0, util_1.useFunc)(gen, equal_1.default)}(${data}, ${schemaCode})`);
			else cxt.fail((0, codegen_1._)`${schema} !== ${data}`);
		}
	};
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/validation/enum.js
var require_enum = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const codegen_1 = require_codegen();
	const util_1 = require_util();
	const equal_1 = require_equal();
	const def = {
		keyword: "enum",
		schemaType: "array",
		$data: true,
		error: {
			message: "must be equal to one of the allowed values",
			params: ({ schemaCode }) => (0, codegen_1._)`{allowedValues: ${schemaCode}}`
		},
		code(cxt) {
			const { gen, data, $data, schema, schemaCode, it } = cxt;
			if (!$data && schema.length === 0) throw new Error("enum must have non-empty array");
			const useLoop = schema.length >= it.opts.loopEnum;
			let eql;
			const getEql = () => eql !== null && eql !== void 0 ? eql : eql = (0, util_1.useFunc)(gen, equal_1.default);
			let valid;
			if (useLoop || $data) {
				valid = gen.let("valid");
				cxt.block$data(valid, loopEnum);
			} else {
				/* istanbul ignore if */
				if (!Array.isArray(schema)) throw new Error("ajv implementation error");
				const vSchema = gen.const("vSchema", schemaCode);
				valid = (0, codegen_1.or)(...schema.map((_x, i) => equalCode(vSchema, i)));
			}
			cxt.pass(valid);
			function loopEnum() {
				gen.assign(valid, false);
				gen.forOf("v", schemaCode, (v) => gen.if((0, codegen_1._)`${getEql()}(${data}, ${v})`, () => gen.assign(valid, true).break()));
			}
			function equalCode(vSchema, i) {
				const sch = schema[i];
				return typeof sch === "object" && sch !== null ? (0, codegen_1._)`${getEql()}(${data}, ${vSchema}[${i}])` : (0, codegen_1._)`${data} === ${sch}`;
			}
		}
	};
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/validation/index.js
var require_validation = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const limitNumber_1 = require_limitNumber();
	const multipleOf_1 = require_multipleOf();
	const limitLength_1 = require_limitLength();
	const pattern_1 = require_pattern();
	const limitProperties_1 = require_limitProperties();
	const required_1 = require_required();
	const limitItems_1 = require_limitItems();
	const uniqueItems_1 = require_uniqueItems();
	const const_1 = require_const();
	const enum_1 = require_enum();
	const validation = [
		limitNumber_1.default,
		multipleOf_1.default,
		limitLength_1.default,
		pattern_1.default,
		limitProperties_1.default,
		required_1.default,
		limitItems_1.default,
		uniqueItems_1.default,
		{
			keyword: "type",
			schemaType: ["string", "array"]
		},
		{
			keyword: "nullable",
			schemaType: "boolean"
		},
		const_1.default,
		enum_1.default
	];
	exports.default = validation;
}));

// node_modules/ajv/dist/vocabularies/applicator/additionalItems.js
var require_additionalItems = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.validateAdditionalItems = void 0;
	const codegen_1 = require_codegen();
	const util_1 = require_util();
	const def = {
		keyword: "additionalItems",
		type: "array",
		schemaType: ["boolean", "object"],
		before: "uniqueItems",
		error: {
			message: ({ params: { len } }) => (0, codegen_1.str)`must NOT have more than ${len} items`,
			params: ({ params: { len } }) => (0, codegen_1._)`{limit: ${len}}`
		},
		code(cxt) {
			const { parentSchema, it } = cxt;
			const { items } = parentSchema;
			if (!Array.isArray(items)) {
				(0, util_1.checkStrictMode)(it, "\"additionalItems\" is ignored when \"items\" is not an array of schemas");
				return;
			}
			validateAdditionalItems(cxt, items);
		}
	};
	function validateAdditionalItems(cxt, items) {
		const { gen, schema, data, keyword, it } = cxt;
		it.items = true;
		const len = gen.const("len", (0, codegen_1._)`${data}.length`);
		if (schema === false) {
			cxt.setParams({ len: items.length });
			cxt.pass((0, codegen_1._)`${len} <= ${items.length}`);
		} else if (typeof schema == "object" && !(0, util_1.alwaysValidSchema)(it, schema)) {
			const valid = gen.var("valid", (0, codegen_1._)`${len} <= ${items.length}`);
			gen.if((0, codegen_1.not)(valid), () => validateItems(valid));
			cxt.ok(valid);
		}
		function validateItems(valid) {
			gen.forRange("i", items.length, len, (i) => {
				cxt.subschema({
					keyword,
					dataProp: i,
					dataPropType: util_1.Type.Num
				}, valid);
				if (!it.allErrors) gen.if((0, codegen_1.not)(valid), () => gen.break());
			});
		}
	}
	exports.validateAdditionalItems = validateAdditionalItems;
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/applicator/items.js
var require_items = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.validateTuple = void 0;
	const codegen_1 = require_codegen();
	const util_1 = require_util();
	const code_1 = require_code();
	const def = {
		keyword: "items",
		type: "array",
		schemaType: [
			"object",
			"array",
			"boolean"
		],
		before: "uniqueItems",
		code(cxt) {
			const { schema, it } = cxt;
			if (Array.isArray(schema)) return validateTuple(cxt, "additionalItems", schema);
			it.items = true;
			if ((0, util_1.alwaysValidSchema)(it, schema)) return;
			cxt.ok((0, code_1.validateArray)(cxt));
		}
	};
	function validateTuple(cxt, extraItems, schArr = cxt.schema) {
		const { gen, parentSchema, data, keyword, it } = cxt;
		checkStrictTuple(parentSchema);
		if (it.opts.unevaluated && schArr.length && it.items !== true) it.items = util_1.mergeEvaluated.items(gen, schArr.length, it.items);
		const valid = gen.name("valid");
		const len = gen.const("len", (0, codegen_1._)`${data}.length`);
		schArr.forEach((sch, i) => {
			if ((0, util_1.alwaysValidSchema)(it, sch)) return;
			gen.if((0, codegen_1._)`${len} > ${i}`, () => cxt.subschema({
				keyword,
				schemaProp: i,
				dataProp: i
			}, valid));
			cxt.ok(valid);
		});
		function checkStrictTuple(sch) {
			const { opts, errSchemaPath } = it;
			const l = schArr.length;
			const fullTuple = l === sch.minItems && (l === sch.maxItems || sch[extraItems] === false);
			if (opts.strictTuples && !fullTuple) {
				const msg = `"${keyword}" is ${l}-tuple, but minItems or maxItems/${extraItems} are not specified or different at path "${errSchemaPath}"`;
				(0, util_1.checkStrictMode)(it, msg, opts.strictTuples);
			}
		}
	}
	exports.validateTuple = validateTuple;
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/applicator/prefixItems.js
var require_prefixItems = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const items_1 = require_items();
	const def = {
		keyword: "prefixItems",
		type: "array",
		schemaType: ["array"],
		before: "uniqueItems",
		code: (cxt) => (0, items_1.validateTuple)(cxt, "items")
	};
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/applicator/items2020.js
var require_items2020 = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const codegen_1 = require_codegen();
	const util_1 = require_util();
	const code_1 = require_code();
	const additionalItems_1 = require_additionalItems();
	const def = {
		keyword: "items",
		type: "array",
		schemaType: ["object", "boolean"],
		before: "uniqueItems",
		error: {
			message: ({ params: { len } }) => (0, codegen_1.str)`must NOT have more than ${len} items`,
			params: ({ params: { len } }) => (0, codegen_1._)`{limit: ${len}}`
		},
		code(cxt) {
			const { schema, parentSchema, it } = cxt;
			const { prefixItems } = parentSchema;
			it.items = true;
			if ((0, util_1.alwaysValidSchema)(it, schema)) return;
			if (prefixItems) (0, additionalItems_1.validateAdditionalItems)(cxt, prefixItems);
			else cxt.ok((0, code_1.validateArray)(cxt));
		}
	};
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/applicator/contains.js
var require_contains = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const codegen_1 = require_codegen();
	const util_1 = require_util();
	const def = {
		keyword: "contains",
		type: "array",
		schemaType: ["object", "boolean"],
		before: "uniqueItems",
		trackErrors: true,
		error: {
			message: ({ params: { min, max } }) => max === void 0 ? (0, codegen_1.str)`must contain at least ${min} valid item(s)` : (0, codegen_1.str)`must contain at least ${min} and no more than ${max} valid item(s)`,
			params: ({ params: { min, max } }) => max === void 0 ? (0, codegen_1._)`{minContains: ${min}}` : (0, codegen_1._)`{minContains: ${min}, maxContains: ${max}}`
		},
		code(cxt) {
			const { gen, schema, parentSchema, data, it } = cxt;
			let min;
			let max;
			const { minContains, maxContains } = parentSchema;
			if (it.opts.next) {
				min = minContains === void 0 ? 1 : minContains;
				max = maxContains;
			} else min = 1;
			const len = gen.const("len", (0, codegen_1._)`${data}.length`);
			cxt.setParams({
				min,
				max
			});
			if (max === void 0 && min === 0) {
				(0, util_1.checkStrictMode)(it, `"minContains" == 0 without "maxContains": "contains" keyword ignored`);
				return;
			}
			if (max !== void 0 && min > max) {
				(0, util_1.checkStrictMode)(it, `"minContains" > "maxContains" is always invalid`);
				cxt.fail();
				return;
			}
			if ((0, util_1.alwaysValidSchema)(it, schema)) {
				let cond = (0, codegen_1._)`${len} >= ${min}`;
				if (max !== void 0) cond = (0, codegen_1._)`${cond} && ${len} <= ${max}`;
				cxt.pass(cond);
				return;
			}
			it.items = true;
			const valid = gen.name("valid");
			if (max === void 0 && min === 1) validateItems(valid, () => gen.if(valid, () => gen.break()));
			else if (min === 0) {
				gen.let(valid, true);
				if (max !== void 0) gen.if((0, codegen_1._)`${data}.length > 0`, validateItemsWithCount);
			} else {
				gen.let(valid, false);
				validateItemsWithCount();
			}
			cxt.result(valid, () => cxt.reset());
			function validateItemsWithCount() {
				const schValid = gen.name("_valid");
				const count = gen.let("count", 0);
				validateItems(schValid, () => gen.if(schValid, () => checkLimits(count)));
			}
			function validateItems(_valid, block) {
				gen.forRange("i", 0, len, (i) => {
					cxt.subschema({
						keyword: "contains",
						dataProp: i,
						dataPropType: util_1.Type.Num,
						compositeRule: true
					}, _valid);
					block();
				});
			}
			function checkLimits(count) {
				gen.code((0, codegen_1._)`${count}++`);
				if (max === void 0) gen.if((0, codegen_1._)`${count} >= ${min}`, () => gen.assign(valid, true).break());
				else {
					gen.if((0, codegen_1._)`${count} > ${max}`, () => gen.assign(valid, false).break());
					if (min === 1) gen.assign(valid, true);
					else gen.if((0, codegen_1._)`${count} >= ${min}`, () => gen.assign(valid, true));
				}
			}
		}
	};
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/applicator/dependencies.js
var require_dependencies = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.validateSchemaDeps = exports.validatePropertyDeps = exports.error = void 0;
	const codegen_1 = require_codegen();
	const util_1 = require_util();
	const code_1 = require_code();
	exports.error = {
		message: ({ params: { property, depsCount, deps } }) => {
			const property_ies = depsCount === 1 ? "property" : "properties";
			return (0, codegen_1.str)`must have ${property_ies} ${deps} when property ${property} is present`;
		},
		params: ({ params: { property, depsCount, deps, missingProperty } }) => (0, codegen_1._)`{property: ${property},
    missingProperty: ${missingProperty},
    depsCount: ${depsCount},
    deps: ${deps}}`
	};
	const def = {
		keyword: "dependencies",
		type: "object",
		schemaType: "object",
		error: exports.error,
		code(cxt) {
			const [propDeps, schDeps] = splitDependencies(cxt);
			validatePropertyDeps(cxt, propDeps);
			validateSchemaDeps(cxt, schDeps);
		}
	};
	function splitDependencies({ schema }) {
		const propertyDeps = {};
		const schemaDeps = {};
		for (const key in schema) {
			if (key === "__proto__") continue;
			const deps = Array.isArray(schema[key]) ? propertyDeps : schemaDeps;
			deps[key] = schema[key];
		}
		return [propertyDeps, schemaDeps];
	}
	function validatePropertyDeps(cxt, propertyDeps = cxt.schema) {
		const { gen, data, it } = cxt;
		if (Object.keys(propertyDeps).length === 0) return;
		const missing = gen.let("missing");
		for (const prop in propertyDeps) {
			const deps = propertyDeps[prop];
			if (deps.length === 0) continue;
			const hasProperty = (0, code_1.propertyInData)(gen, data, prop, it.opts.ownProperties);
			cxt.setParams({
				property: prop,
				depsCount: deps.length,
				deps: deps.join(", ")
			});
			if (it.allErrors) gen.if(hasProperty, () => {
				for (const depProp of deps) (0, code_1.checkReportMissingProp)(cxt, depProp);
			});
			else {
				gen.if((0, codegen_1._)`${hasProperty} && (${(0, code_1.checkMissingProp)(cxt, deps, missing)})`);
				(0, code_1.reportMissingProp)(cxt, missing);
				gen.else();
			}
		}
	}
	exports.validatePropertyDeps = validatePropertyDeps;
	function validateSchemaDeps(cxt, schemaDeps = cxt.schema) {
		const { gen, data, keyword, it } = cxt;
		const valid = gen.name("valid");
		for (const prop in schemaDeps) {
			if ((0, util_1.alwaysValidSchema)(it, schemaDeps[prop])) continue;
			gen.if((0, code_1.propertyInData)(gen, data, prop, it.opts.ownProperties), () => {
				const schCxt = cxt.subschema({
					keyword,
					schemaProp: prop
				}, valid);
				cxt.mergeValidEvaluated(schCxt, valid);
			}, () => gen.var(valid, true));
			cxt.ok(valid);
		}
	}
	exports.validateSchemaDeps = validateSchemaDeps;
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/applicator/propertyNames.js
var require_propertyNames = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const codegen_1 = require_codegen();
	const util_1 = require_util();
	const def = {
		keyword: "propertyNames",
		type: "object",
		schemaType: ["object", "boolean"],
		error: {
			message: "property name must be valid",
			params: ({ params }) => (0, codegen_1._)`{propertyName: ${params.propertyName}}`
		},
		code(cxt) {
			const { gen, schema, data, it } = cxt;
			if ((0, util_1.alwaysValidSchema)(it, schema)) return;
			const valid = gen.name("valid");
			gen.forIn("key", data, (key) => {
				cxt.setParams({ propertyName: key });
				cxt.subschema({
					keyword: "propertyNames",
					data: key,
					dataTypes: ["string"],
					propertyName: key,
					compositeRule: true
				}, valid);
				gen.if((0, codegen_1.not)(valid), () => {
					cxt.error(true);
					if (!it.allErrors) gen.break();
				});
			});
			cxt.ok(valid);
		}
	};
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/applicator/additionalProperties.js
var require_additionalProperties = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const code_1 = require_code();
	const codegen_1 = require_codegen();
	const names_1 = require_names();
	const util_1 = require_util();
	const def = {
		keyword: "additionalProperties",
		type: ["object"],
		schemaType: ["boolean", "object"],
		allowUndefined: true,
		trackErrors: true,
		error: {
			message: "must NOT have additional properties",
			params: ({ params }) => (0, codegen_1._)`{additionalProperty: ${params.additionalProperty}}`
		},
		code(cxt) {
			const { gen, schema, parentSchema, data, errsCount, it } = cxt;
			/* istanbul ignore if */
			if (!errsCount) throw new Error("ajv implementation error");
			const { allErrors, opts } = it;
			it.props = true;
			if (opts.removeAdditional !== "all" && (0, util_1.alwaysValidSchema)(it, schema)) return;
			const props = (0, code_1.allSchemaProperties)(parentSchema.properties);
			const patProps = (0, code_1.allSchemaProperties)(parentSchema.patternProperties);
			checkAdditionalProperties();
			cxt.ok((0, codegen_1._)`${errsCount} === ${names_1.default.errors}`);
			function checkAdditionalProperties() {
				gen.forIn("key", data, (key) => {
					if (!props.length && !patProps.length) additionalPropertyCode(key);
					else gen.if(isAdditional(key), () => additionalPropertyCode(key));
				});
			}
			function isAdditional(key) {
				let definedProp;
				if (props.length > 8) {
					const propsSchema = (0, util_1.schemaRefOrVal)(it, parentSchema.properties, "properties");
					definedProp = (0, code_1.isOwnProperty)(gen, propsSchema, key);
				} else if (props.length) definedProp = (0, codegen_1.or)(...props.map((p) => (0, codegen_1._)`${key} === ${p}`));
				else definedProp = codegen_1.nil;
				if (patProps.length) definedProp = (0, codegen_1.or)(definedProp, ...patProps.map((p) => (0, codegen_1._)`${(0, code_1.usePattern)(cxt, p)}.test(${key})`));
				return (0, codegen_1.not)(definedProp);
			}
			function deleteAdditional(key) {
				gen.code((0, codegen_1._)`delete ${data}[${key}]`);
			}
			function additionalPropertyCode(key) {
				if (opts.removeAdditional === "all" || opts.removeAdditional && schema === false) {
					deleteAdditional(key);
					return;
				}
				if (schema === false) {
					cxt.setParams({ additionalProperty: key });
					cxt.error();
					if (!allErrors) gen.break();
					return;
				}
				if (typeof schema == "object" && !(0, util_1.alwaysValidSchema)(it, schema)) {
					const valid = gen.name("valid");
					if (opts.removeAdditional === "failing") {
						applyAdditionalSchema(key, valid, false);
						gen.if((0, codegen_1.not)(valid), () => {
							cxt.reset();
							deleteAdditional(key);
						});
					} else {
						applyAdditionalSchema(key, valid);
						if (!allErrors) gen.if((0, codegen_1.not)(valid), () => gen.break());
					}
				}
			}
			function applyAdditionalSchema(key, valid, errors) {
				const subschema = {
					keyword: "additionalProperties",
					dataProp: key,
					dataPropType: util_1.Type.Str
				};
				if (errors === false) Object.assign(subschema, {
					compositeRule: true,
					createErrors: false,
					allErrors: false
				});
				cxt.subschema(subschema, valid);
			}
		}
	};
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/applicator/properties.js
var require_properties = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const validate_1 = require_validate();
	const code_1 = require_code();
	const util_1 = require_util();
	const additionalProperties_1 = require_additionalProperties();
	const def = {
		keyword: "properties",
		type: "object",
		schemaType: "object",
		code(cxt) {
			const { gen, schema, parentSchema, data, it } = cxt;
			if (it.opts.removeAdditional === "all" && parentSchema.additionalProperties === void 0) additionalProperties_1.default.code(new validate_1.KeywordCxt(it, additionalProperties_1.default, "additionalProperties"));
			const allProps = (0, code_1.allSchemaProperties)(schema);
			for (const prop of allProps) it.definedProperties.add(prop);
			if (it.opts.unevaluated && allProps.length && it.props !== true) it.props = util_1.mergeEvaluated.props(gen, (0, util_1.toHash)(allProps), it.props);
			const properties = allProps.filter((p) => !(0, util_1.alwaysValidSchema)(it, schema[p]));
			if (properties.length === 0) return;
			const valid = gen.name("valid");
			for (const prop of properties) {
				if (hasDefault(prop)) applyPropertySchema(prop);
				else {
					gen.if((0, code_1.propertyInData)(gen, data, prop, it.opts.ownProperties));
					applyPropertySchema(prop);
					if (!it.allErrors) gen.else().var(valid, true);
					gen.endIf();
				}
				cxt.it.definedProperties.add(prop);
				cxt.ok(valid);
			}
			function hasDefault(prop) {
				return it.opts.useDefaults && !it.compositeRule && schema[prop].default !== void 0;
			}
			function applyPropertySchema(prop) {
				cxt.subschema({
					keyword: "properties",
					schemaProp: prop,
					dataProp: prop
				}, valid);
			}
		}
	};
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/applicator/patternProperties.js
var require_patternProperties = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const code_1 = require_code();
	const codegen_1 = require_codegen();
	const util_1 = require_util();
	const util_2 = require_util();
	const def = {
		keyword: "patternProperties",
		type: "object",
		schemaType: "object",
		code(cxt) {
			const { gen, schema, data, parentSchema, it } = cxt;
			const { opts } = it;
			const patterns = (0, code_1.allSchemaProperties)(schema);
			const alwaysValidPatterns = patterns.filter((p) => (0, util_1.alwaysValidSchema)(it, schema[p]));
			if (patterns.length === 0 || alwaysValidPatterns.length === patterns.length && (!it.opts.unevaluated || it.props === true)) return;
			const checkProperties = opts.strictSchema && !opts.allowMatchingProperties && parentSchema.properties;
			const valid = gen.name("valid");
			if (it.props !== true && !(it.props instanceof codegen_1.Name)) it.props = (0, util_2.evaluatedPropsToName)(gen, it.props);
			const { props } = it;
			validatePatternProperties();
			function validatePatternProperties() {
				for (const pat of patterns) {
					if (checkProperties) checkMatchingProperties(pat);
					if (it.allErrors) validateProperties(pat);
					else {
						gen.var(valid, true);
						validateProperties(pat);
						gen.if(valid);
					}
				}
			}
			function checkMatchingProperties(pat) {
				for (const prop in checkProperties) if (new RegExp(pat).test(prop)) (0, util_1.checkStrictMode)(it, `property ${prop} matches pattern ${pat} (use allowMatchingProperties)`);
			}
			function validateProperties(pat) {
				gen.forIn("key", data, (key) => {
					gen.if((0, codegen_1._)`${(0, code_1.usePattern)(cxt, pat)}.test(${key})`, () => {
						const alwaysValid = alwaysValidPatterns.includes(pat);
						if (!alwaysValid) cxt.subschema({
							keyword: "patternProperties",
							schemaProp: pat,
							dataProp: key,
							dataPropType: util_2.Type.Str
						}, valid);
						if (it.opts.unevaluated && props !== true) gen.assign((0, codegen_1._)`${props}[${key}]`, true);
						else if (!alwaysValid && !it.allErrors) gen.if((0, codegen_1.not)(valid), () => gen.break());
					});
				});
			}
		}
	};
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/applicator/not.js
var require_not = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const util_1 = require_util();
	const def = {
		keyword: "not",
		schemaType: ["object", "boolean"],
		trackErrors: true,
		code(cxt) {
			const { gen, schema, it } = cxt;
			if ((0, util_1.alwaysValidSchema)(it, schema)) {
				cxt.fail();
				return;
			}
			const valid = gen.name("valid");
			cxt.subschema({
				keyword: "not",
				compositeRule: true,
				createErrors: false,
				allErrors: false
			}, valid);
			cxt.failResult(valid, () => cxt.reset(), () => cxt.error());
		},
		error: { message: "must NOT be valid" }
	};
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/applicator/anyOf.js
var require_anyOf = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const def = {
		keyword: "anyOf",
		schemaType: "array",
		trackErrors: true,
		code: require_code().validateUnion,
		error: { message: "must match a schema in anyOf" }
	};
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/applicator/oneOf.js
var require_oneOf = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const codegen_1 = require_codegen();
	const util_1 = require_util();
	const def = {
		keyword: "oneOf",
		schemaType: "array",
		trackErrors: true,
		error: {
			message: "must match exactly one schema in oneOf",
			params: ({ params }) => (0, codegen_1._)`{passingSchemas: ${params.passing}}`
		},
		code(cxt) {
			const { gen, schema, parentSchema, it } = cxt;
			/* istanbul ignore if */
			if (!Array.isArray(schema)) throw new Error("ajv implementation error");
			if (it.opts.discriminator && parentSchema.discriminator) return;
			const schArr = schema;
			const valid = gen.let("valid", false);
			const passing = gen.let("passing", null);
			const schValid = gen.name("_valid");
			cxt.setParams({ passing });
			gen.block(validateOneOf);
			cxt.result(valid, () => cxt.reset(), () => cxt.error(true));
			function validateOneOf() {
				schArr.forEach((sch, i) => {
					let schCxt;
					if ((0, util_1.alwaysValidSchema)(it, sch)) gen.var(schValid, true);
					else schCxt = cxt.subschema({
						keyword: "oneOf",
						schemaProp: i,
						compositeRule: true
					}, schValid);
					if (i > 0) gen.if((0, codegen_1._)`${schValid} && ${valid}`).assign(valid, false).assign(passing, (0, codegen_1._)`[${passing}, ${i}]`).else();
					gen.if(schValid, () => {
						gen.assign(valid, true);
						gen.assign(passing, i);
						if (schCxt) cxt.mergeEvaluated(schCxt, codegen_1.Name);
					});
				});
			}
		}
	};
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/applicator/allOf.js
var require_allOf = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const util_1 = require_util();
	const def = {
		keyword: "allOf",
		schemaType: "array",
		code(cxt) {
			const { gen, schema, it } = cxt;
			/* istanbul ignore if */
			if (!Array.isArray(schema)) throw new Error("ajv implementation error");
			const valid = gen.name("valid");
			schema.forEach((sch, i) => {
				if ((0, util_1.alwaysValidSchema)(it, sch)) return;
				const schCxt = cxt.subschema({
					keyword: "allOf",
					schemaProp: i
				}, valid);
				cxt.ok(valid);
				cxt.mergeEvaluated(schCxt);
			});
		}
	};
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/applicator/if.js
var require_if = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const codegen_1 = require_codegen();
	const util_1 = require_util();
	const def = {
		keyword: "if",
		schemaType: ["object", "boolean"],
		trackErrors: true,
		error: {
			message: ({ params }) => (0, codegen_1.str)`must match "${params.ifClause}" schema`,
			params: ({ params }) => (0, codegen_1._)`{failingKeyword: ${params.ifClause}}`
		},
		code(cxt) {
			const { gen, parentSchema, it } = cxt;
			if (parentSchema.then === void 0 && parentSchema.else === void 0) (0, util_1.checkStrictMode)(it, "\"if\" without \"then\" and \"else\" is ignored");
			const hasThen = hasSchema(it, "then");
			const hasElse = hasSchema(it, "else");
			if (!hasThen && !hasElse) return;
			const valid = gen.let("valid", true);
			const schValid = gen.name("_valid");
			validateIf();
			cxt.reset();
			if (hasThen && hasElse) {
				const ifClause = gen.let("ifClause");
				cxt.setParams({ ifClause });
				gen.if(schValid, validateClause("then", ifClause), validateClause("else", ifClause));
			} else if (hasThen) gen.if(schValid, validateClause("then"));
			else gen.if((0, codegen_1.not)(schValid), validateClause("else"));
			cxt.pass(valid, () => cxt.error(true));
			function validateIf() {
				const schCxt = cxt.subschema({
					keyword: "if",
					compositeRule: true,
					createErrors: false,
					allErrors: false
				}, schValid);
				cxt.mergeEvaluated(schCxt);
			}
			function validateClause(keyword, ifClause) {
				return () => {
					const schCxt = cxt.subschema({ keyword }, schValid);
					gen.assign(valid, schValid);
					cxt.mergeValidEvaluated(schCxt, valid);
					if (ifClause) gen.assign(ifClause, (0, codegen_1._)`${keyword}`);
					else cxt.setParams({ ifClause: keyword });
				};
			}
		}
	};
	function hasSchema(it, keyword) {
		const schema = it.schema[keyword];
		return schema !== void 0 && !(0, util_1.alwaysValidSchema)(it, schema);
	}
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/applicator/thenElse.js
var require_thenElse = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const util_1 = require_util();
	const def = {
		keyword: ["then", "else"],
		schemaType: ["object", "boolean"],
		code({ keyword, parentSchema, it }) {
			if (parentSchema.if === void 0) (0, util_1.checkStrictMode)(it, `"${keyword}" without "if" is ignored`);
		}
	};
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/applicator/index.js
var require_applicator = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const additionalItems_1 = require_additionalItems();
	const prefixItems_1 = require_prefixItems();
	const items_1 = require_items();
	const items2020_1 = require_items2020();
	const contains_1 = require_contains();
	const dependencies_1 = require_dependencies();
	const propertyNames_1 = require_propertyNames();
	const additionalProperties_1 = require_additionalProperties();
	const properties_1 = require_properties();
	const patternProperties_1 = require_patternProperties();
	const not_1 = require_not();
	const anyOf_1 = require_anyOf();
	const oneOf_1 = require_oneOf();
	const allOf_1 = require_allOf();
	const if_1 = require_if();
	const thenElse_1 = require_thenElse();
	function getApplicator(draft2020 = false) {
		const applicator = [
			not_1.default,
			anyOf_1.default,
			oneOf_1.default,
			allOf_1.default,
			if_1.default,
			thenElse_1.default,
			propertyNames_1.default,
			additionalProperties_1.default,
			dependencies_1.default,
			properties_1.default,
			patternProperties_1.default
		];
		if (draft2020) applicator.push(prefixItems_1.default, items2020_1.default);
		else applicator.push(additionalItems_1.default, items_1.default);
		applicator.push(contains_1.default);
		return applicator;
	}
	exports.default = getApplicator;
}));

// node_modules/ajv/dist/vocabularies/format/format.js
var require_format$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const codegen_1 = require_codegen();
	const def = {
		keyword: "format",
		type: ["number", "string"],
		schemaType: "string",
		$data: true,
		error: {
			message: ({ schemaCode }) => (0, codegen_1.str)`must match format "${schemaCode}"`,
			params: ({ schemaCode }) => (0, codegen_1._)`{format: ${schemaCode}}`
		},
		code(cxt, ruleType) {
			const { gen, data, $data, schema, schemaCode, it } = cxt;
			const { opts, errSchemaPath, schemaEnv, self } = it;
			if (!opts.validateFormats) return;
			if ($data) validate$DataFormat();
			else validateFormat();
			function validate$DataFormat() {
				const fmts = gen.scopeValue("formats", {
					ref: self.formats,
					code: opts.code.formats
				});
				const fDef = gen.const("fDef", (0, codegen_1._)`${fmts}[${schemaCode}]`);
				const fType = gen.let("fType");
				const format = gen.let("format");
				gen.if((0, codegen_1._)`typeof ${fDef} == "object" && !(${fDef} instanceof RegExp)`, () => gen.assign(fType, (0, codegen_1._)`${fDef}.type || "string"`).assign(format, (0, codegen_1._)`${fDef}.validate`), () => gen.assign(fType, (0, codegen_1._)`"string"`).assign(format, fDef));
				cxt.fail$data((0, codegen_1.or)(unknownFmt(), invalidFmt()));
				function unknownFmt() {
					if (opts.strictSchema === false) return codegen_1.nil;
					return (0, codegen_1._)`${schemaCode} && !${format}`;
				}
				function invalidFmt() {
					const callFormat = schemaEnv.$async ? (0, codegen_1._)`(${fDef}.async ? await ${format}(${data}) : ${format}(${data}))` : (0, codegen_1._)`${format}(${data})`;
					const validData = (0, codegen_1._)`(typeof ${format} == "function" ? ${callFormat} : ${format}.test(${data}))`;
					return (0, codegen_1._)`${format} && ${format} !== true && ${fType} === ${ruleType} && !${validData}`;
				}
			}
			function validateFormat() {
				const formatDef = self.formats[schema];
				if (!formatDef) {
					unknownFormat();
					return;
				}
				if (formatDef === true) return;
				const [fmtType, format, fmtRef] = getFormat(formatDef);
				if (fmtType === ruleType) cxt.pass(validCondition());
				function unknownFormat() {
					if (opts.strictSchema === false) {
						self.logger.warn(unknownMsg());
						return;
					}
					throw new Error(unknownMsg());
					function unknownMsg() {
						return `unknown format "${schema}" ignored in schema at path "${errSchemaPath}"`;
					}
				}
				function getFormat(fmtDef) {
					const code = fmtDef instanceof RegExp ? (0, codegen_1.regexpCode)(fmtDef) : opts.code.formats ? (0, codegen_1._)`${opts.code.formats}${(0, codegen_1.getProperty)(schema)}` : void 0;
					const fmt = gen.scopeValue("formats", {
						key: schema,
						ref: fmtDef,
						code
					});
					if (typeof fmtDef == "object" && !(fmtDef instanceof RegExp)) return [
						fmtDef.type || "string",
						fmtDef.validate,
						(0, codegen_1._)`${fmt}.validate`
					];
					return [
						"string",
						fmtDef,
						fmt
					];
				}
				function validCondition() {
					if (typeof formatDef == "object" && !(formatDef instanceof RegExp) && formatDef.async) {
						if (!schemaEnv.$async) throw new Error("async format in sync schema");
						return (0, codegen_1._)`await ${fmtRef}(${data})`;
					}
					return typeof format == "function" ? (0, codegen_1._)`${fmtRef}(${data})` : (0, codegen_1._)`${fmtRef}.test(${data})`;
				}
			}
		}
	};
	exports.default = def;
}));

// node_modules/ajv/dist/vocabularies/format/index.js
var require_format = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const format = [require_format$1().default];
	exports.default = format;
}));

// node_modules/ajv/dist/vocabularies/metadata.js
var require_metadata = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.contentVocabulary = exports.metadataVocabulary = void 0;
	exports.metadataVocabulary = [
		"title",
		"description",
		"default",
		"deprecated",
		"readOnly",
		"writeOnly",
		"examples"
	];
	exports.contentVocabulary = [
		"contentMediaType",
		"contentEncoding",
		"contentSchema"
	];
}));

// node_modules/ajv/dist/vocabularies/draft7.js
var require_draft7 = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const core_1 = require_core();
	const validation_1 = require_validation();
	const applicator_1 = require_applicator();
	const format_1 = require_format();
	const metadata_1 = require_metadata();
	const draft7Vocabularies = [
		core_1.default,
		validation_1.default,
		(0, applicator_1.default)(),
		format_1.default,
		metadata_1.metadataVocabulary,
		metadata_1.contentVocabulary
	];
	exports.default = draft7Vocabularies;
}));

// node_modules/ajv/dist/vocabularies/discriminator/types.js
var require_types = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.DiscrError = void 0;
	var DiscrError;
	(function(DiscrError) {
		DiscrError["Tag"] = "tag";
		DiscrError["Mapping"] = "mapping";
	})(DiscrError || (exports.DiscrError = DiscrError = {}));
}));

// node_modules/ajv/dist/vocabularies/discriminator/index.js
var require_discriminator = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	const codegen_1 = require_codegen();
	const types_1 = require_types();
	const compile_1 = require_compile();
	const ref_error_1 = require_ref_error();
	const util_1 = require_util();
	const def = {
		keyword: "discriminator",
		type: "object",
		schemaType: "object",
		error: {
			message: ({ params: { discrError, tagName } }) => discrError === types_1.DiscrError.Tag ? `tag "${tagName}" must be string` : `value of tag "${tagName}" must be in oneOf`,
			params: ({ params: { discrError, tag, tagName } }) => (0, codegen_1._)`{error: ${discrError}, tag: ${tagName}, tagValue: ${tag}}`
		},
		code(cxt) {
			const { gen, data, schema, parentSchema, it } = cxt;
			const { oneOf } = parentSchema;
			if (!it.opts.discriminator) throw new Error("discriminator: requires discriminator option");
			const tagName = schema.propertyName;
			if (typeof tagName != "string") throw new Error("discriminator: requires propertyName");
			if (schema.mapping) throw new Error("discriminator: mapping is not supported");
			if (!oneOf) throw new Error("discriminator: requires oneOf keyword");
			const valid = gen.let("valid", false);
			const tag = gen.const("tag", (0, codegen_1._)`${data}${(0, codegen_1.getProperty)(tagName)}`);
			gen.if((0, codegen_1._)`typeof ${tag} == "string"`, () => validateMapping(), () => cxt.error(false, {
				discrError: types_1.DiscrError.Tag,
				tag,
				tagName
			}));
			cxt.ok(valid);
			function validateMapping() {
				const mapping = getMapping();
				gen.if(false);
				for (const tagValue in mapping) {
					gen.elseIf((0, codegen_1._)`${tag} === ${tagValue}`);
					gen.assign(valid, applyTagSchema(mapping[tagValue]));
				}
				gen.else();
				cxt.error(false, {
					discrError: types_1.DiscrError.Mapping,
					tag,
					tagName
				});
				gen.endIf();
			}
			function applyTagSchema(schemaProp) {
				const _valid = gen.name("valid");
				const schCxt = cxt.subschema({
					keyword: "oneOf",
					schemaProp
				}, _valid);
				cxt.mergeEvaluated(schCxt, codegen_1.Name);
				return _valid;
			}
			function getMapping() {
				var _a;
				const oneOfMapping = {};
				const topRequired = hasRequired(parentSchema);
				let tagRequired = true;
				for (let i = 0; i < oneOf.length; i++) {
					let sch = oneOf[i];
					if ((sch === null || sch === void 0 ? void 0 : sch.$ref) && !(0, util_1.schemaHasRulesButRef)(sch, it.self.RULES)) {
						const ref = sch.$ref;
						sch = compile_1.resolveRef.call(it.self, it.schemaEnv.root, it.baseId, ref);
						if (sch instanceof compile_1.SchemaEnv) sch = sch.schema;
						if (sch === void 0) throw new ref_error_1.default(it.opts.uriResolver, it.baseId, ref);
					}
					const propSch = (_a = sch === null || sch === void 0 ? void 0 : sch.properties) === null || _a === void 0 ? void 0 : _a[tagName];
					if (typeof propSch != "object") throw new Error(`discriminator: oneOf subschemas (or referenced schemas) must have "properties/${tagName}"`);
					tagRequired = tagRequired && (topRequired || hasRequired(sch));
					addMappings(propSch, i);
				}
				if (!tagRequired) throw new Error(`discriminator: "${tagName}" must be required`);
				return oneOfMapping;
				function hasRequired({ required }) {
					return Array.isArray(required) && required.includes(tagName);
				}
				function addMappings(sch, i) {
					if (sch.const) addMapping(sch.const, i);
					else if (sch.enum) for (const tagValue of sch.enum) addMapping(tagValue, i);
					else throw new Error(`discriminator: "properties/${tagName}" must have "const" or "enum"`);
				}
				function addMapping(tagValue, i) {
					if (typeof tagValue != "string" || tagValue in oneOfMapping) throw new Error(`discriminator: "${tagName}" values must be unique strings`);
					oneOfMapping[tagValue] = i;
				}
			}
		}
	};
	exports.default = def;
}));

// node_modules/ajv/dist/refs/json-schema-draft-07.json
var require_json_schema_draft_07 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = {
		"$schema": "http://json-schema.org/draft-07/schema#",
		"$id": "http://json-schema.org/draft-07/schema#",
		"title": "Core schema meta-schema",
		"definitions": {
			"schemaArray": {
				"type": "array",
				"minItems": 1,
				"items": { "$ref": "#" }
			},
			"nonNegativeInteger": {
				"type": "integer",
				"minimum": 0
			},
			"nonNegativeIntegerDefault0": { "allOf": [{ "$ref": "#/definitions/nonNegativeInteger" }, { "default": 0 }] },
			"simpleTypes": { "enum": [
				"array",
				"boolean",
				"integer",
				"null",
				"number",
				"object",
				"string"
			] },
			"stringArray": {
				"type": "array",
				"items": { "type": "string" },
				"uniqueItems": true,
				"default": []
			}
		},
		"type": ["object", "boolean"],
		"properties": {
			"$id": {
				"type": "string",
				"format": "uri-reference"
			},
			"$schema": {
				"type": "string",
				"format": "uri"
			},
			"$ref": {
				"type": "string",
				"format": "uri-reference"
			},
			"$comment": { "type": "string" },
			"title": { "type": "string" },
			"description": { "type": "string" },
			"default": true,
			"readOnly": {
				"type": "boolean",
				"default": false
			},
			"examples": {
				"type": "array",
				"items": true
			},
			"multipleOf": {
				"type": "number",
				"exclusiveMinimum": 0
			},
			"maximum": { "type": "number" },
			"exclusiveMaximum": { "type": "number" },
			"minimum": { "type": "number" },
			"exclusiveMinimum": { "type": "number" },
			"maxLength": { "$ref": "#/definitions/nonNegativeInteger" },
			"minLength": { "$ref": "#/definitions/nonNegativeIntegerDefault0" },
			"pattern": {
				"type": "string",
				"format": "regex"
			},
			"additionalItems": { "$ref": "#" },
			"items": {
				"anyOf": [{ "$ref": "#" }, { "$ref": "#/definitions/schemaArray" }],
				"default": true
			},
			"maxItems": { "$ref": "#/definitions/nonNegativeInteger" },
			"minItems": { "$ref": "#/definitions/nonNegativeIntegerDefault0" },
			"uniqueItems": {
				"type": "boolean",
				"default": false
			},
			"contains": { "$ref": "#" },
			"maxProperties": { "$ref": "#/definitions/nonNegativeInteger" },
			"minProperties": { "$ref": "#/definitions/nonNegativeIntegerDefault0" },
			"required": { "$ref": "#/definitions/stringArray" },
			"additionalProperties": { "$ref": "#" },
			"definitions": {
				"type": "object",
				"additionalProperties": { "$ref": "#" },
				"default": {}
			},
			"properties": {
				"type": "object",
				"additionalProperties": { "$ref": "#" },
				"default": {}
			},
			"patternProperties": {
				"type": "object",
				"additionalProperties": { "$ref": "#" },
				"propertyNames": { "format": "regex" },
				"default": {}
			},
			"dependencies": {
				"type": "object",
				"additionalProperties": { "anyOf": [{ "$ref": "#" }, { "$ref": "#/definitions/stringArray" }] }
			},
			"propertyNames": { "$ref": "#" },
			"const": true,
			"enum": {
				"type": "array",
				"items": true,
				"minItems": 1,
				"uniqueItems": true
			},
			"type": { "anyOf": [{ "$ref": "#/definitions/simpleTypes" }, {
				"type": "array",
				"items": { "$ref": "#/definitions/simpleTypes" },
				"minItems": 1,
				"uniqueItems": true
			}] },
			"format": { "type": "string" },
			"contentMediaType": { "type": "string" },
			"contentEncoding": { "type": "string" },
			"if": { "$ref": "#" },
			"then": { "$ref": "#" },
			"else": { "$ref": "#" },
			"allOf": { "$ref": "#/definitions/schemaArray" },
			"anyOf": { "$ref": "#/definitions/schemaArray" },
			"oneOf": { "$ref": "#/definitions/schemaArray" },
			"not": { "$ref": "#" }
		},
		"default": true
	};
}));

// node_modules/ajv/dist/ajv.js
var require_ajv = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.MissingRefError = exports.ValidationError = exports.CodeGen = exports.Name = exports.nil = exports.stringify = exports.str = exports._ = exports.KeywordCxt = exports.Ajv = void 0;
	const core_1 = require_core$1();
	const draft7_1 = require_draft7();
	const discriminator_1 = require_discriminator();
	const draft7MetaSchema = require_json_schema_draft_07();
	const META_SUPPORT_DATA = ["/properties"];
	const META_SCHEMA_ID = "http://json-schema.org/draft-07/schema";
	var Ajv = class extends core_1.default {
		_addVocabularies() {
			super._addVocabularies();
			draft7_1.default.forEach((v) => this.addVocabulary(v));
			if (this.opts.discriminator) this.addKeyword(discriminator_1.default);
		}
		_addDefaultMetaSchema() {
			super._addDefaultMetaSchema();
			if (!this.opts.meta) return;
			const metaSchema = this.opts.$data ? this.$dataMetaSchema(draft7MetaSchema, META_SUPPORT_DATA) : draft7MetaSchema;
			this.addMetaSchema(metaSchema, META_SCHEMA_ID, false);
			this.refs["http://json-schema.org/schema"] = META_SCHEMA_ID;
		}
		defaultMeta() {
			return this.opts.defaultMeta = super.defaultMeta() || (this.getSchema(META_SCHEMA_ID) ? META_SCHEMA_ID : void 0);
		}
	};
	exports.Ajv = Ajv;
	module.exports = exports = Ajv;
	module.exports.Ajv = Ajv;
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.default = Ajv;
	var validate_1 = require_validate();
	Object.defineProperty(exports, "KeywordCxt", {
		enumerable: true,
		get: function() {
			return validate_1.KeywordCxt;
		}
	});
	var codegen_1 = require_codegen();
	Object.defineProperty(exports, "_", {
		enumerable: true,
		get: function() {
			return codegen_1._;
		}
	});
	Object.defineProperty(exports, "str", {
		enumerable: true,
		get: function() {
			return codegen_1.str;
		}
	});
	Object.defineProperty(exports, "stringify", {
		enumerable: true,
		get: function() {
			return codegen_1.stringify;
		}
	});
	Object.defineProperty(exports, "nil", {
		enumerable: true,
		get: function() {
			return codegen_1.nil;
		}
	});
	Object.defineProperty(exports, "Name", {
		enumerable: true,
		get: function() {
			return codegen_1.Name;
		}
	});
	Object.defineProperty(exports, "CodeGen", {
		enumerable: true,
		get: function() {
			return codegen_1.CodeGen;
		}
	});
	var validation_error_1 = require_validation_error();
	Object.defineProperty(exports, "ValidationError", {
		enumerable: true,
		get: function() {
			return validation_error_1.default;
		}
	});
	var ref_error_1 = require_ref_error();
	Object.defineProperty(exports, "MissingRefError", {
		enumerable: true,
		get: function() {
			return ref_error_1.default;
		}
	});
}));

// src/manifest/shape/plausible.ts
var import_ajv = require_ajv();
/**
* Whether a wrong value may be shown: only what can be read as a slip of the pen. Whatever else stands where no value of
* ours can stand may be a key that was pasted one line too high.
*/
function isPlausible({ error, data }) {
	if (data === null) return true;
	if (typeof data === "object") return false;
	switch (error.keyword) {
		case "type": return fitsType([error.params.type].flat().map(String), data);
		case "enum":
		case "const": return typeof data === "string" ? guessFor(data, error.params.allowedValues) !== void 0 : isShort(data);
		case "pattern": return typeof data !== "string" || fitsPattern(String(error.params.pattern), data);
		case "maxLength": return false;
		default: return true;
	}
}
/** The allowed word that was meant. */
function guessFor(data, allowed) {
	const words = Array.isArray(allowed) ? allowed.filter((word) => typeof word === "string") : [];
	return nearest(data, words);
}
function fitsType(expected, data) {
	if (expected.includes("string")) return typeof data !== "string";
	if (expected.includes("integer")) return typeof data === "number" || typeof data === "string" && DIGITS.test(data);
	if (expected.includes("boolean")) return typeof data === "string" ? YES_NO.test(data) : isShort(data);
	return false;
}
const DIGITS = /^[0-9][0-9_ ,.']{0,20}$/;
const YES_NO = /^(?:yes|no|on|off|true|false|y|n)$/i;
function isShort(data) {
	return String(data).length <= 5;
}
/** Entries of lists are left to the rule that knows all names; no other text of a wrong form is like ours. */
function fitsPattern(pattern, data) {
	if (pattern === "\\S" || pattern === "^[a-z0-9][a-z0-9_.-]{0,62}$" || pattern === "^@?[a-z0-9][a-z0-9_.-]{0,62}$") return true;
	return FEW.test(data) || HOST.test(data) || DAY.test(data) || FILE.test(data);
}
/** No key is as short as a duration or a share. */
const FEW = /^[\w .%:+-]{1,8}$/;
const HOST = /^[a-z0-9-]+(?:\.[a-z0-9-]+)+$/;
const DAY = /^[0-9][0-9./ -]{0,20}$/;
const FILE = /^[\w./\\-]{1,200}\.(?:json|ya?ml)$/i;

// src/manifest/shape/shape-fault.ts
function faultAt(error, root) {
	const path = error.instancePath.split("/").slice(1).map((part) => part.replaceAll("~1", "/").replaceAll("~0", "~"));
	let cursor = root;
	for (const part of path) cursor = childOf(cursor, part) ?? cursor;
	return {
		error,
		path,
		cursor,
		data: cursor.node.plain
	};
}

// src/manifest/shape/shape-value.ts
/** What is wrong with a value: type, list of allowed values, range. Key fields have a rule of their own. */
function explainValue(fault) {
	const { error, path, cursor, data } = fault;
	const at = cursor.node.kind === "scalar" ? spotOf(cursor) : keySpotOf(cursor);
	if (path.length === 1 && path[0] === "version") {
		if (error.keyword === "type" || typeof data === "number") return [explainVersion(data, cursor)];
		return [];
	}
	const subject = valueSubjectOf(path);
	switch (error.keyword) {
		case "type": return [explainType(fault)];
		case "enum":
		case "const": {
			const allowed = wordsOf(error.params.allowedValues);
			const guess = typeof data === "string" ? guessFor(data, allowed) : void 0;
			const found = typeof data !== "string" ? kindOf$1(data) : guess === void 0 ? "another text" : quoted(data);
			const hint = guess === void 0 ? `write ${alternatives(allowed)}` : `did you mean ${quoted(guess)}?`;
			return [{
				code: "MAN021",
				message: `${subject} is ${found}, expected ${alternatives(allowed)}`,
				hint,
				at
			}];
		}
		case "minimum":
		case "maximum": {
			const special = wantedAt(path);
			const expected = special?.wanted ?? `a whole number from 1 to ${MAX}`;
			return [{
				code: "MAN022",
				message: `${subject} is ${Number(data)}, expected ${expected}`,
				...hintOf(special),
				at
			}];
		}
		case "minLength": return [{
			code: "MAN024",
			message: `${subject} is empty`,
			hint: "fill it in",
			at
		}];
		case "maxLength":
		case "maxProperties": return [{
			code: "MAN025",
			message: `${subject} has ${`more than ${String(error.params.limit)} ${error.keyword === "maxLength" ? "characters" : "entries"}`}`,
			hint: "make it shorter",
			at
		}];
		case "maxItems": return [];
		case "minProperties":
		case "minItems": return [{
			code: "MAN024",
			message: `${subject} is empty`,
			hint: "name at least one, or leave the key out",
			at
		}];
		default: return [explainPattern(fault)];
	}
}
const MAX = Number.MAX_SAFE_INTEGER;
function hintOf(special) {
	return special === void 0 ? {} : { hint: special.hint };
}
/** For a pattern that no rule explains. */
function explainPattern({ error, path, cursor }) {
	if (error.params.pattern === "\\S") return {
		code: "MAN024",
		message: `${valueSubjectOf(path)} is empty`,
		hint: "fill it in",
		at: spotOf(cursor)
	};
	const hint = `the schema expects ${String(error.params.pattern ?? error.message)}`;
	return {
		code: "MAN025",
		message: `${valueSubjectOf(path)} has the wrong form`,
		hint,
		at: spotOf(cursor)
	};
}
function explainVersion(data, cursor) {
	const found = typeof data === "number" ? String(data) : kindOf$1(data);
	const hint = typeof data === "number" && data > 1 ? "a newer storysync may know this version" : "write \"version: 1\", without quotes";
	return {
		code: "MAN018",
		message: `the manifest version is ${found}, expected 1`,
		hint,
		at: spotOf(cursor)
	};
}
function explainType({ error, path, cursor, data }) {
	const expected = [error.params.type].flat().map(String);
	const subject = valueSubjectOf(path);
	const at = cursor.node.kind === "scalar" && data !== null ? spotOf(cursor) : keySpotOf(cursor);
	const special = data === null ? void 0 : wantedAt(path);
	if (special !== void 0) return {
		code: "MAN020",
		message: `${subject} is ${typeof data === "number" ? "read as a number" : kindOf$1(data)}, expected ${special.wanted}`,
		hint: special.hint,
		at
	};
	if (path.length === 0) {
		const hint = "begin with \"version: 1\", \"stories:\" and \"destinations:\" at the left margin";
		const start = cursor.node.span.start;
		return {
			code: "MAN026",
			message: `the manifest is ${kindOf$1(data)}, expected a map`,
			hint,
			at: { span: {
				start,
				end: start + 1
			} }
		};
	}
	if (typeof data === "number" && expected.includes("integer")) return {
		code: "MAN022",
		message: `${subject} is ${data}, expected a whole number from 1 to ${MAX}`,
		at
	};
	const words = wordsOf(error.parentSchema?.enum);
	const wanted = words.length > 0 ? alternatives(words) : EXPECTED.get(expected[0] ?? "") ?? expected.join(" or ");
	const hint = oneLevelOff(path, cursor) ?? hintFor(expected[0] ?? "", data);
	return {
		code: path.at(-2) === "labels" && expected[0] === "string" ? "MAN045" : "MAN020",
		message: `${subject} is ${kindOf$1(data)}, expected ${wanted}`,
		hint,
		at
	};
}
/** A key of a destination that stands beside it is taken for the name of one. */
function oneLevelOff(path, cursor) {
	const name = path[1];
	return path.length === 2 && name !== void 0 && cursor.node.kind === "scalar" ? whereItBelongs(name, path, cursor) : void 0;
}
const EXPECTED = /* @__PURE__ */ new Map([
	["integer", "a whole number"],
	["string", "text"],
	["object", "a map"],
	["array", "a list"],
	["boolean", "true or false"]
]);
function hintFor(expected, data) {
	if (data === null) {
		if (expected === "array") return "write [] for an empty list";
		return expected === "object" ? "write {} for an empty map" : "give it a value, or remove the key";
	}
	switch (expected) {
		case "string": return typeof data === "number" || typeof data === "boolean" ? `put it in quotes: "${String(data)}"` : "write one text, without \"- \", brackets or indented lines below";
		case "array": return isObject(data) ? "begin each entry with \"- \"" : "write a list: [ ... ]";
		case "integer": return typeof data === "string" && /^[0-9][0-9_ ,.']*$/.test(data) ? `write ${data.replace(/\D/g, "")}, without quotes or separators` : "write the digits alone, such as 42, without quotes";
		case "boolean": return `write ${booleanFor(data)}, without quotes`;
		default: return "write indented lines of the form \"key: value\" below it";
	}
}
function booleanFor(data) {
	if (typeof data === "string" && /^(?:yes|on|true|y)$/i.test(data)) return "true";
	return typeof data === "string" && /^(?:no|off|false|n)$/i.test(data) ? "false" : "true or false";
}
/** The kind of a value in words; the text itself is not repeated, the excerpt shows it. */
function kindOf$1(data) {
	if (data === null) return "empty";
	if (typeof data === "string") return "text";
	if (typeof data === "number") return `a number (${String(data)})`;
	if (typeof data === "boolean") return String(data);
	if (isArray(data)) return "a list";
	return isObject(data) ? "a map" : "something else";
}
function wordsOf(value) {
	return Array.isArray(value) ? value.map(String) : [];
}

// src/manifest/shape/shape.ts
/** Without the meta-schemas: a test has seen that ours is valid, and to see it again takes twice as long. */
const OPTIONS = {
	allErrors: true,
	verbose: true,
	allowUnionTypes: true,
	validateSchema: false,
	meta: false
};
let compiled;
/** Checks the shape against the schema and says what is wrong in our own words, one message for each mistake. */
function checkShape(root) {
	compiled ??= new import_ajv.Ajv(OPTIONS).compile(manifestSchema);
	compiled(root.node.plain);
	const faults = (compiled.errors ?? []).map((error) => faultAt(error, root));
	const findings = [];
	const fallbacks = [];
	const secrets = [];
	const guess = guesser();
	const wrongType = new Set(faults.filter((f) => f.error.keyword === "type").map((f) => f.error.instancePath));
	/** Missing keys that a misspelt key explains, as `path key`. */
	const explained = /* @__PURE__ */ new Set();
	for (const fault of faults) {
		if (fault.error.keyword !== "additionalProperties") continue;
		const unknown = explainUnknown(fault, guess);
		findings.push(unknown.finding);
		secrets.push(...unknown.secrets);
		if (unknown.meant !== void 0) explained.add(`${fault.error.instancePath} ${unknown.meant}`);
	}
	for (const fault of faults) {
		const { keyword, instancePath, params, propertyName, schemaPath } = fault.error;
		if (schemaPath.includes("/oneOf")) continue;
		if (keyword === "additionalProperties" || propertyName !== void 0) continue;
		if (KEY_FIELDS.has(fault.error.parentSchema?.pattern)) continue;
		if (isAboutValue(keyword) && !isPlausible(fault)) secrets.push(hiddenAt(fault.cursor));
		if (keyword === "required") {
			const missing = String(params.missingProperty);
			if (!explained.has(`${instancePath} ${missing}`)) findings.push(explainMissing(fault, missing));
		} else if (keyword === "propertyNames") findings.push(explainName(fault, String(params.propertyName)));
		else if (keyword === "pattern") fallbacks.push(explainPattern(fault));
		else if (keyword === "type" || !wrongType.has(instancePath)) findings.push(...explainValue(fault));
	}
	return {
		findings,
		fallbacks,
		secrets
	};
}
function hiddenAt({ node, use }) {
	return {
		spans: [node.span, ...use === void 0 ? [] : [use]],
		node
	};
}
/** By their pattern. */
const KEY_FIELDS = /* @__PURE__ */ new Set([KEY_REFERENCE, DEFAULT_KEY_REFERENCE]);
function isAboutValue(keyword) {
	return keyword !== "required" && keyword !== "propertyNames";
}

// src/manifest/open.ts
/** Reads a manifest and reports everything that is wrong with it at once, sorted by place. `today` is an ISO date. */
function openManifest(source, options) {
	const decoded = decodeText(source.bytes);
	const text = decoded.ok ? decoded.value : "";
	const lines = indexLines(source.file, text);
	const reading = decoded.ok ? readDocument(text) : { findings: [decoded.error] };
	if (reading.root === void 0) return {
		problems: toProblems(reading.findings, [], lines),
		text
	};
	const root = { node: reading.root };
	const shape = checkShape(root);
	const assembly = assembleManifest(root, source.file, options.today, lines);
	const explained = [
		...reading.findings,
		...shape.findings,
		...assembly.findings
	];
	const starts = new Set(explained.map((finding) => finding.at.span.start));
	const literals = literalKeysIn(root.node, reading.overridden);
	const stray = literals.filter(({ key, value }) => !starts.has(key.start) && !starts.has(value.node.span.start)).flatMap((literal) => explainStrayKey(literal) ?? []);
	const fallbacks = shape.fallbacks.filter((fallback) => !starts.has(fallback.at.span.start));
	const findings = [
		...explained,
		...fallbacks,
		...stray
	];
	const secrets = [
		...reading.lost,
		...shape.secrets,
		...literals.map(({ key, value }) => valueBehind(key, value))
	];
	const problems = toProblems(redact(findings, secrets, root.node), secrets, lines);
	return {
		...problems.every((problem) => problem.severity === "warning") ? { manifest: assembly.manifest } : {},
		problems,
		text
	};
}

// src/workspace/layout.ts
/** The manifest's place on the disk. */
function manifestFile({ folder, manifestPath }) {
	return join(folder, basename(manifestPath));
}
/** A file beside the manifest, as git names it. */
function repositoryPath({ root, folder }, file) {
	return toPosix(relative(root, resolve(folder, file)));
}
/** The manifest, as git names it. */
function manifestInGit(layout) {
	return repositoryPath(layout, basename(layout.manifestPath));
}
/** The story files of a manifest, as git names them. */
function storiesInGit(layout, { stories }) {
	return [...stories.values()].map(({ file }) => repositoryPath(layout, file));
}
/** A file beside the manifest, as people can open it from where they are. */
function shownPath({ manifestPath }, file) {
	return toPosix(join(dirname(manifestPath), file));
}
function toPosix(path) {
	return path.split(sep).join("/");
}

// src/git/objects/bounded-inflate.ts
var import_isomorphic_git = /* @__PURE__ */ __toESM(require_isomorphic_git(), 1);
/** What is packed as one object unpacks to more than any file of ours may hold. */
var TooLargeObjectError = class extends Error {
	code = "ObjectTooLarge";
	constructor() {
		super("an object of git is larger than 50 MB");
	}
};
/** With a code, like every failure of git's storage. */
var DamagedObjectError = class extends Error {
	code = "DamagedObject";
	constructor(what) {
		super(`the object store holds ${what}`);
	}
};
/** Unpacks what says that it holds `size` bytes; never more than that is made room for. */
function unpack(packed, size) {
	const { buffer, engine } = inflateSafely(packed, {
		info: true,
		maxOutputLength: Math.max(1, size),
		chunkSize: Math.min(Math.max(64, size + 1), 65536)
	});
	if (buffer.length !== size) throw new DamagedObjectError("an object of another size than it says");
	return {
		content: buffer,
		length: engine.bytesWritten
	};
}
function inflateSafely(packed, options) {
	try {
		return inflateSync(packed, options);
	} catch {
		throw new DamagedObjectError("an object that cannot be unpacked");
	}
}
/** The first bytes of what is packed, as far as a few bytes of it go: enough for a header, whatever follows. */
function unpackStart(packed, length) {
	const few = packed.subarray(0, 512);
	const options = {
		finishFlush: constants$2.Z_SYNC_FLUSH,
		maxOutputLength: 1048576
	};
	try {
		return Buffer.from(inflateSync(few, options).subarray(0, length));
	} catch {
		throw new DamagedObjectError("an object that cannot be unpacked");
	}
}

// src/git/objects/owner.ts
async function newOwner(processes = systemProcesses) {
	const { host, place } = await processes.place();
	const found = await processes.lookUp(processes.pid);
	const started = found === "ended" ? null : found.began;
	return {
		host,
		place,
		pid: processes.pid,
		started,
		token: randomBytes(8).toString("hex")
	};
}
async function fateOf(owner, processes = systemProcesses) {
	if ((await processes.place()).place !== owner.place) return "unknown";
	const found = await processes.lookUp(owner.pid);
	if (found === "ended") return "gone";
	if (found.began === null || owner.started === null) return "unknown";
	return found.began === owner.started ? "alive" : "gone";
}
const TAG = /^([0-9a-f]{12})-(\d{1,10})-(\d{1,20}|x)-[0-9a-f]{16}$/;
/** The owner as a part of a file's name. */
function ownerTag({ place, pid, started, token }) {
	return `${place}-${pid}-${started ?? "x"}-${token}`;
}
function readOwnerTag(tag) {
	const [, place, pid, started] = TAG.exec(tag) ?? [];
	if (place === void 0 || !isProcessId(Number(pid))) return void 0;
	return {
		place,
		pid: Number(pid),
		started: started === "x" || started === void 0 ? null : started
	};
}
/** What a lock says about its owner, if it is one of ours: anybody may have written it. */
function readOwner(found) {
	const { host, place, pid, started, token } = found;
	return typeof host === "string" && /^[\w.-]{1,253}$/.test(host) && typeof place === "string" && /^[0-9a-f]{12}$/.test(place) && typeof pid === "number" && isProcessId(pid) && (started === null || typeof started === "string" && /^\d{1,20}$/.test(started)) && typeof token === "string" && /^[0-9a-f]{16}$/.test(token) ? {
		host,
		place,
		pid,
		started,
		token
	} : void 0;
}
/** Zero and less would ask about groups of processes. */
function isProcessId(pid) {
	return Number.isInteger(pid) && pid > 0 && pid < 2 ** 31;
}
let here;
const systemProcesses = {
	pid: process.pid,
	place: () => {
		here ??= readPlace();
		return here;
	},
	lookUp: async (pid) => {
		try {
			process.kill(pid, 0);
		} catch (error) {
			if (error instanceof Error && "code" in error && error.code === "ESRCH") return "ended";
		}
		return readStat(await orEmpty(readFile(`/proc/${pid}/stat`, "utf8")));
	}
};
/** A killed process that its parent has not asked about is still listed, and does nothing any more. */
function readStat(stat) {
	const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	if (fields[0] === "Z" || fields[0] === "X") return "ended";
	const started = fields[19];
	return { began: started !== void 0 && /^\d{1,20}$/.test(started) ? started : null };
}
async function readPlace() {
	const name = hostname();
	const boot = await orEmpty(readFile("/proc/sys/kernel/random/boot_id", "utf8"));
	const container = await orEmpty(readlink("/proc/self/ns/pid"));
	const place = placeId(name, boot.trim(), container);
	return {
		host: name.replaceAll(/[^\w.-]/g, "_").slice(0, 253) || "unknown",
		place
	};
}
/**
* A system that does not tell boot and container shares its process ids with nobody: two machines of one name must not take
* each other's processes for dead.
*/
function placeId(host, boot, container) {
	const told = boot !== "" && container !== "" ? `${host}\n${boot}\n${container}` : randomBytes(16);
	return createHash("sha256").update(told).digest("hex").slice(0, 12);
}
async function orEmpty(text) {
	return text.catch(() => "");
}

// src/git/objects/leftovers.ts
/** What a killed run leaves behind: drafts by their owner's tag, and claims, which hold their owner as a lock does. */
const DRAFT = /(?:^tmp_obj_|\.)storysync-([0-9a-f]{12}-\d+-(?:\d+|x)-[0-9a-f]{16})(?:\.lock|\.tmp)?$/;
const FOLDER = /^storysync-pack-([0-9a-f]{12}-\d+-(?:\d+|x)-[0-9a-f]{16})$/;
const CLAIM = /\.storysync-claim-[0-9a-f]{16}\.lock$/;
/** Of an owner whom this machine cannot be asked about. A draft is needed for seconds. */
const OLD_MS = 864e5;
/** Nobody has so many files in a folder of a repository; more of them are not worth the time. */
const MOST_NAMES = 1e5;
const swept = /* @__PURE__ */ new Set();
/** Takes away the drafts of killed runs, once in the life of this process: called before a draft of our own is made there. */
async function sweepOnce(folder, options = {}) {
	const key = `${options.clearClaim === void 0 ? "drafts" : "locks"} ${folder}`;
	if (swept.has(key)) return;
	swept.add(key);
	await sweep(folder, options);
}
/** Only what bears our name and whose owner is gone. What cannot be looked at or taken away is let be. */
async function sweep(folder, { clearClaim, processes = systemProcesses } = {}) {
	for (const name of await namesIn$1(folder)) {
		const path = join(folder, name);
		if (CLAIM.test(name)) await clearClaim?.(path).catch(() => {});
		else if (await isLeftOver(path, DRAFT.exec(name)?.[1], processes)) await unlink(path).catch(() => {});
		else if (await isLeftOver(path, FOLDER.exec(name)?.[1], processes)) await removeFolder(path);
	}
}
async function namesIn$1(folder) {
	const names = [];
	try {
		let seen = 0;
		for await (const { name } of await opendir(folder)) {
			if (name.includes("storysync-")) names.push(name);
			seen += 1;
			if (seen >= MOST_NAMES) break;
		}
	} catch (error) {
		if (!(error instanceof Error && "code" in error)) throw error;
	}
	return names;
}
async function isLeftOver(path, tag, processes) {
	const owner = tag === void 0 ? void 0 : readOwnerTag(tag);
	if (owner === void 0) return false;
	const fate = await fateOf(owner, processes);
	if (fate !== "unknown") return fate === "gone";
	const found = await lstat(path).catch(() => void 0);
	return found !== void 0 && systemClock.now().getTime() - found.mtimeMs > OLD_MS;
}
/** In a folder that all users of the machine write to, only our own. */
async function removeFolder(path) {
	const found = await lstat(path).catch(() => void 0);
	if (found?.isDirectory() !== true || found.uid !== (process.getuid?.() ?? found.uid)) return;
	await rm(path, {
		recursive: true,
		force: true
	}).catch(() => {});
}

// src/git/objects/durable-fs.ts
/**
* The file system as isomorphic-git should see it. The library writes an object straight into its final name and takes
* a file that is there for complete; a run that is killed in between would leave a broken object for good. Here a file
* appears under its name only when it is whole.
*/
const durableFs = { promises: {
	...promises,
	readFile: (path, options = null) => path === void 0 ? Promise.resolve(void 0) : promises.readFile(path, options),
	async writeFile(path, content) {
		const folder = draftFolder(path);
		await sweepOnce(folder);
		const draft = join(folder, `tmp_obj_storysync-${ownerTag(await newOwner())}`);
		try {
			await promises.writeFile(draft, content, {
				flag: "wx",
				mode: 292
			});
			await promises.rename(draft, path);
		} catch (error) {
			await promises.rm(draft, { force: true });
			throw error;
		}
	}
} };
/** All drafts of single objects lie in one folder, where one look finds what killed runs left. */
function draftFolder(path) {
	const folder = dirname(path);
	return /^[0-9a-f]{2}$/.test(basename(folder)) ? dirname(folder) : folder;
}

// src/git/objects/pack-format.ts
const TYPES = [
	void 0,
	"commit",
	"tree",
	"blob",
	"tag"
];
/** Undefined for a difference, and for what nobody knows. */
function typeName(type) {
	return TYPES[type];
}
/** Type and size: four bits of the size, then seven in each byte, the lowest first. */
function headerAt(pack, start) {
	const first = byteAt(pack, start);
	let size = first & 15;
	let [next, factor] = [start + 1, 16];
	for (let byte = first; byte >= 128; factor *= 128) {
		byte = byteAt(pack, next++);
		size += (byte & 127) * factor;
	}
	return {
		type: first >> 4 & 7,
		size,
		next
	};
}
/** How far before its own start the base of a difference starts. */
function distanceAt(pack, start) {
	let next = start;
	let byte = byteAt(pack, next++);
	let distance = byte & 127;
	while (byte >= 128) {
		byte = byteAt(pack, next++);
		distance = (distance + 1) * 128 + (byte & 127);
	}
	return {
		distance,
		next
	};
}
/** A difference says first how large its base is and how large it makes it. */
function deltaSizes(delta) {
	const base = numberAt(delta, 0);
	const target = numberAt(delta, base.next);
	return {
		base: base.value,
		target: target.value,
		next: target.next
	};
}
function numberAt(bytes, at) {
	let [value, factor, next, byte] = [
		0,
		1,
		at,
		128
	];
	for (; byte >= 128; factor *= 128) {
		byte = byteAt(bytes, next++);
		value += (byte & 127) * factor;
	}
	return {
		value,
		next
	};
}
function byteAt(bytes, at) {
	const byte = bytes[at];
	if (byte === void 0) throw new DamagedObjectError("an entry that is cut off");
	return byte;
}

// src/git/objects/delta.ts
/** Applies a difference as git keeps them: pieces of the base, and bytes of its own. Nothing larger than `most` is made. */
function applyDelta(delta, base, most) {
	const sizes = deltaSizes(delta);
	if (sizes.target > most) throw new TooLargeObjectError();
	if (sizes.base !== base.length) throw damaged$1();
	const target = Buffer.alloc(sizes.target);
	let [at, filled] = [sizes.next, 0];
	while (at < delta.length) {
		const order = delta[at++] ?? 0;
		const piece = order >= 128 ? copied(order) : own(order);
		if (piece === void 0 || filled + piece.length > target.length) throw damaged$1();
		piece.copy(target, filled);
		filled += piece.length;
	}
	if (filled !== target.length) throw damaged$1();
	return target;
	function copied(order) {
		const start = small(order, 4);
		const length = small(order >> 4, 3) || 65536;
		return start + length <= base.length ? base.subarray(start, start + length) : void 0;
	}
	function own(length) {
		const piece = delta.subarray(at, at + length);
		at += length;
		return length > 0 && piece.length === length ? piece : void 0;
	}
	/** Of a number only the bytes that are not zero stand there; bits tell which. */
	function small(bits, count) {
		let value = 0;
		for (let byte = 0; byte < count; byte++) if (bits >> byte & 1) value += (delta[at++] ?? 0) * 256 ** byte;
		return value;
	}
}
function damaged$1() {
	return new DamagedObjectError("a difference that does not fit its base");
}

// src/git/objects/pack-file.ts
/** What is opened and read at once: dozens of files of state lie in it, side by side as git packs them. */
const WINDOW = 262144;
/** The oldest goes first: a pack may be larger than memory. */
const MOST_WINDOWS = 8;
/** The bytes of a pack, in pieces. A pack never changes under its name. */
var PackFile = class {
	path;
	#windows = [];
	constructor(path) {
		this.path = path;
	}
	/** Less where the pack ends before. */
	async read(at, length) {
		if (at < 0) throw new DamagedObjectError("a difference to what is not in its pack");
		if (length > WINDOW) return readAt(this.path, at, length);
		const window = this.#windowOf(at, length);
		return (await window.bytes).subarray(at - window.start, at - window.start + length);
	}
	#windowOf(at, length) {
		const known = this.#windows.find(({ start }) => start <= at && at + length <= start + WINDOW);
		if (known !== void 0) return known;
		const opened = {
			start: at,
			bytes: readAt(this.path, at, WINDOW)
		};
		this.#windows = [opened, ...this.#windows].slice(0, MOST_WINDOWS);
		opened.bytes.catch(() => {
			this.#windows = this.#windows.filter((each) => each !== opened);
		});
		return opened;
	}
};
async function readAt(path, at, length) {
	const file = await open(path);
	try {
		const bytes = Buffer.alloc(length);
		let filled = 0;
		while (filled < length) {
			const { bytesRead } = await file.read(bytes, filled, length - filled, at + filled);
			if (bytesRead === 0) break;
			filled += bytesRead;
		}
		return bytes.subarray(0, filled);
	} finally {
		await file.close();
	}
}

// src/git/objects/pack-index.ts
const MAGIC = 4285812579;
const NAMES = 1032;
const OID$2 = 20;
/** Where each object begins in a pack, from the index that git writes beside it (version 2). */
var PackIndex = class {
	#bytes;
	#count;
	constructor(bytes) {
		if (bytes.length < NAMES || bytes.readUInt32BE(0) !== MAGIC || bytes.readUInt32BE(4) !== 2) throw unknownForm();
		this.#bytes = bytes;
		this.#count = this.#upTo(255);
		if (bytes.length < NAMES + this.#count * 28 + 40) throw unknownForm();
	}
	/** Undefined when the pack does not have it. */
	find(oid) {
		const first = oid[0] ?? 0;
		let [low, high] = [first === 0 ? 0 : this.#upTo(first - 1), this.#upTo(first)];
		while (low < high) {
			const middle = low + high >>> 1;
			const start = NAMES + middle * OID$2;
			const order = this.#bytes.compare(oid, 0, OID$2, start, start + OID$2);
			if (order === 0) return this.#offset(middle);
			if (order < 0) low = middle + 1;
			else high = middle;
		}
	}
	#upTo(first) {
		return this.#bytes.readUInt32BE(8 + first * 4);
	}
	/** Beyond two gigabytes a second table has eight bytes for each. */
	#offset(at) {
		const table = NAMES + this.#count * 24;
		const offset = this.#bytes.readUInt32BE(table + at * 4);
		if (offset < 2147483648) return offset;
		return Number(this.#bytes.readBigUInt64BE(table + this.#count * 4 + (offset - 2147483648) * 8));
	}
};
function unknownForm() {
	return new DamagedObjectError("an index of a pack in a form that is not known");
}

// src/git/objects/recent.ts
/** What was made last, up to so many bytes; the oldest goes first. */
var Recent = class {
	#most;
	#values = /* @__PURE__ */ new Map();
	#bytes = 0;
	constructor(most) {
		this.#most = most;
	}
	get(key) {
		const value = this.#values.get(key);
		if (value !== void 0) {
			this.#values.delete(key);
			this.#values.set(key, value);
		}
		return value;
	}
	/** One that would take the place of most others is not kept. */
	set(key, value) {
		if (value.content.length > this.#most / 2 || this.#values.has(key)) return;
		this.#values.set(key, value);
		this.#bytes += value.content.length;
		for (const [oldest, { content }] of this.#values) {
			if (this.#bytes <= this.#most) break;
			this.#values.delete(oldest);
			this.#bytes -= content.length;
		}
	}
};

// src/git/objects/object-store.ts
/** The bound of files in the work tree holds for git's copies too: a few packed kilobytes of a pushed branch may unpack to gigabytes. */
const MOST_BYTES = MOST_FILE_BYTES;
const MOST_INDEX_BYTES = 2 ** 30;
/** Git makes chains of fifty; nobody makes longer ones, except to hold us up. */
const MOST_STEPS = 5e3;
/** Bases that differences are against are wanted again and again. */
const CACHE_BYTES = 16777216;
/**
* The objects of one git directory, loose and packed, read within bounds of memory. isomorphic-git unpacks whatever
* comes, holds whole packs, and has no say in how much.
*/
var ObjectStore = class {
	#objects;
	#packs = /* @__PURE__ */ new Map();
	#recent = new Recent(CACHE_BYTES);
	constructor(gitdir) {
		this.#objects = join(gitdir, "objects");
	}
	/**
	* Undefined when it is not here. `steps` is how many differences led to it. The packs that are known are asked first,
	* which takes no look at the disk.
	*/
	async find(oid, steps = 0) {
		return await this.#packed(oid, steps) ?? await this.#loose(oid) ?? await this.#packed(oid, steps, { fresh: true });
	}
	async #loose(oid) {
		const packed = await orUndefined(readRegularFile(join(this.#objects, oid.slice(0, 2), oid.slice(2))));
		if (packed === void 0) return void 0;
		if (!packed.ok) throw packed.error.kind === "too_large" ? new TooLargeObjectError() : new DamagedObjectError("no file in its place");
		const { type, size, start } = looseHeader(packed.value);
		return verified(oid, {
			type,
			content: unpack(packed.value, start + size).content.subarray(start)
		});
	}
	async #packed(oid, steps, { fresh = false } = {}) {
		const name = Buffer.from(oid, "hex");
		for (const pack of await this.#listPacks(fresh)) {
			const offset = pack.index.find(name);
			const found = offset === void 0 ? void 0 : await orUndefined(this.#readPacked(pack, offset, steps));
			if (found !== void 0) return verified(oid, found);
		}
	}
	async #listPacks(fresh) {
		if (fresh || this.#packs.size === 0) {
			const folder = join(this.#objects, "pack");
			const names = (await orUndefined(readdir(folder)) ?? []).filter((name) => name.endsWith(".idx"));
			const paths = new Set(names.map((name) => join(folder, name)));
			for (const path of this.#packs.keys()) if (!paths.has(path)) this.#packs.delete(path);
			for (const path of paths) if (!this.#packs.has(path)) this.#packs.set(path, orUndefined(openPack(path)));
		}
		return (await Promise.all(this.#packs.values())).filter((pack) => pack !== void 0);
	}
	/** Follows the differences down to a whole object, then applies them on the way back. */
	async #readPacked({ file }, offset, steps) {
		const deltas = [];
		let [at, bytes] = [offset, 0];
		let found = this.#recent.get(`${file.path}:${at}`);
		while (found === void 0) {
			const entry = await readEntry(file, at);
			if ("whole" in entry) {
				found = entry.whole;
				this.#recent.set(`${file.path}:${at}`, found);
				break;
			}
			deltas.push({
				at,
				delta: entry.delta
			});
			bytes += entry.delta.length;
			if (bytes > MOST_BYTES) throw new TooLargeObjectError();
			if (steps + deltas.length > MOST_STEPS) throw new DamagedObjectError("differences without end");
			if ("oid" in entry.base) found = await this.#base(entry.base.oid, steps + deltas.length);
			else {
				at -= entry.base.distance;
				found = this.#recent.get(`${file.path}:${at}`);
			}
		}
		for (const { at: place, delta } of deltas.toReversed()) {
			found = {
				type: found.type,
				content: applyDelta(delta, found.content, MOST_BYTES)
			};
			this.#recent.set(`${file.path}:${place}`, found);
		}
		return found;
	}
	async #base(oid, steps) {
		const base = await this.find(oid, steps);
		if (base === void 0) throw new DamagedObjectError("a difference to an object that is not here");
		return base;
	}
};
async function openPack(path) {
	const bytes = await readRegularFile(path, { mostBytes: MOST_INDEX_BYTES });
	if (!bytes.ok) throw new DamagedObjectError("an index of a pack that cannot be read");
	return {
		file: new PackFile(`${path.slice(0, -4)}.pack`),
		index: new PackIndex(bytes.value)
	};
}
/** Enough for most objects, and for every header. */
const FIRST_READ = 4096;
async function readEntry(file, at) {
	const start = await file.read(at, FIRST_READ);
	const header = headerAt(start, 0);
	if (header.size > MOST_BYTES) throw new TooLargeObjectError();
	const base = baseAt(start, header.type, header.next);
	const packed = base?.next ?? header.next;
	const room = header.size + (header.size >> 9) + 1024;
	const bytes = packed + room <= start.length ? start.subarray(packed) : await file.read(at + packed, room);
	const { content } = unpack(bytes, header.size);
	if (base !== void 0) return {
		delta: content,
		base: base.base
	};
	const type = typeName(header.type);
	if (type === void 0) throw new DamagedObjectError("an object of a type that is not known");
	return { whole: {
		type,
		content
	} };
}
function baseAt(bytes, type, next) {
	if (type === 7) return {
		base: { oid: bytes.toString("hex", next, next + 20) },
		next: next + 20
	};
	if (type !== 6) return void 0;
	const { distance, next: after } = distanceAt(bytes, next);
	if (distance === 0) throw new DamagedObjectError("a difference to itself");
	return {
		base: { distance },
		next: after
	};
}
/** `blob 123` and a zero stand before the content of a loose object. */
function looseHeader(packed) {
	const first = unpackStart(packed, 64).toString("latin1");
	const [header, type = "", size = ""] = /^(commit|tree|blob|tag) (\d{1,12})\0/.exec(first) ?? [];
	if (header === void 0) throw new DamagedObjectError("a loose object without a header");
	if (Number(size) > MOST_BYTES) throw new TooLargeObjectError();
	return {
		type,
		size: Number(size),
		start: header.length
	};
}
/** What git calls by its content's digest must have that content. */
function verified(oid, object) {
	if (createHash("sha1").update(`${object.type} ${object.content.length}\0`).update(object.content).digest("hex") !== oid) throw new DamagedObjectError("another object than its name says");
	return object;
}
async function orUndefined(work) {
	try {
		return await work;
	} catch (error) {
		const code = error instanceof Error && "code" in error ? error.code : void 0;
		if (code === "ENOENT" || code === "ENOTDIR") return void 0;
		throw error;
	}
}

// src/git/objects/object-text.ts
/** Reads a commit. Its message may hold lines as its header has them, so of the header nothing after the first empty line counts. */
function parseCommit(content) {
	const header = headerOf(content);
	const tree = /^tree ([0-9a-f]{40})$/m.exec(header)?.[1];
	const [, name = "", email = "", written] = PERSON.exec(lineOf(header, "author ")) ?? [];
	const seconds = TIME.exec(lineOf(header, "committer "))?.[1];
	if (tree === void 0) throw damaged("a commit without a tree");
	const parents = [...header.matchAll(/^parent ([0-9a-f]{40})$/gm)].map(([, oid]) => oid ?? "");
	const author = {
		name,
		email,
		timestamp: Number(written ?? 0)
	};
	return {
		tree,
		parents,
		time: isoTime(Number(seconds ?? 0)),
		author,
		message: messageOf(content)
	};
}
const PERSON = /^([^<]*?) ?<([^>]*)> (-?[0-9]+) [+-][0-9]+$/;
const TIME = / (-?[0-9]+) [+-][0-9]+$/;
/** What stands behind a word at the start of a line. */
function lineOf(header, word) {
	return header.split("\n").find((each) => each.startsWith(word))?.slice(word.length) ?? "";
}
/** The id of what an annotated tag names. */
function parseTag(content) {
	const oid = /^object ([0-9a-f]{40})$/m.exec(headerOf(content))?.[1];
	if (oid === void 0) throw damaged("a tag that names nothing");
	return oid;
}
const SLASH = Buffer.from("/");
/** The entry that begins there; undefined at the folder's end. */
function entryAt(folder, at) {
	if (at >= folder.length) return void 0;
	const space = folder.indexOf(32, at);
	const end = folder.indexOf(0, space);
	if (space === -1 || end === -1 || end + 21 > folder.length) throw damaged("a folder that is cut off");
	const mode = folder.toString("latin1", at, space).padStart(6, "0");
	const type = typeOf(mode);
	const name = folder.subarray(space + 1, end);
	return {
		entry: {
			mode,
			path: nameOf(name),
			oid: folder.toString("hex", end + 1, end + 21),
			type
		},
		end: end + 21,
		name,
		sortsAs: sortsAs(name, type)
	};
}
/** Reads a folder. The library's own reading sorts and checks each name, which costs more than all the rest. */
function parseTree(folder) {
	const entries = [];
	for (let next = entryAt(folder, 0); next !== void 0; next = entryAt(folder, next.end)) entries.push(next.entry);
	return entries;
}
/**
* A folder with these entries put in, or in the place of what had their names. All others keep every byte: the library
* would write a name that is no UTF-8 anew, and so rename the file.
*/
function withEntries(folder, entries) {
	const fresh = entries.map(({ mode, path, oid, type }) => {
		const name = Buffer.from(path, "utf8");
		const bytes = Buffer.concat([
			Buffer.from(`${mode.replace(/^0+/, "")} `),
			name,
			NUL,
			Buffer.from(oid, "hex")
		]);
		return {
			name,
			sortsAs: sortsAs(name, type),
			bytes
		};
	});
	const replaced = new Set(fresh.map(({ name }) => name.toString("latin1")));
	const pieces = fresh;
	for (let at = 0, next = entryAt(folder, at); next !== void 0; at = next.end, next = entryAt(folder, at)) if (!replaced.has(next.name.toString("latin1"))) pieces.push({
		sortsAs: next.sortsAs,
		bytes: folder.subarray(at, next.end)
	});
	return Buffer.concat(pieces.toSorted((a, b) => a.sortsAs.compare(b.sortsAs)).map(({ bytes }) => bytes));
}
const NUL = Buffer.alloc(1);
/** A folder stands where its name with a slash behind it would. */
function sortsAs(name, type) {
	return type === "tree" ? Buffer.concat([name, SLASH]) : name;
}
/** Names are bytes to git. What is no UTF-8 is kept apart byte by byte, so that two such names never look the same. */
function nameOf(bytes) {
	const name = bytes.toString("utf8");
	return name.includes("�") ? bytes.toString("latin1") : name;
}
function typeOf(mode) {
	if (mode === "040000") return "tree";
	return mode === "160000" ? "commit" : "blob";
}
function headerOf(content) {
	const end = content.indexOf("\n\n");
	return content.toString("utf8", 0, end === -1 ? content.length : end);
}
function messageOf(content) {
	const end = content.indexOf("\n\n");
	return end === -1 ? "" : content.toString("utf8", end + 2);
}
/** Commits with a nonsense date exist; they are no reason to stop. */
function isoTime(seconds) {
	const date = /* @__PURE__ */ new Date(seconds * 1e3);
	return (Number.isNaN(date.getTime()) ? /* @__PURE__ */ new Date(0) : date).toISOString();
}
/** With a code, like every failure of git's storage. */
function damaged(what) {
	return Object.assign(/* @__PURE__ */ new Error(`the object store holds ${what}`), { code: "DamagedObject" });
}

// src/git/objects/storage.ts
/** Storage that we do not know and would read wrongly, in words: `sha256 object names`. */
async function foreignStorage(commonDir) {
	const format = await (0, import_isomorphic_git.getConfig)({
		fs,
		gitdir: commonDir,
		path: "extensions.objectformat"
	});
	const refs = await (0, import_isomorphic_git.getConfig)({
		fs,
		gitdir: commonDir,
		path: "extensions.refstorage"
	});
	if (typeof format === "string" && format !== "sha1") return `${format} object names`;
	return typeof refs === "string" && refs !== "files" ? `"${refs}" for its branches` : void 0;
}
/** Whether a clone was made to leave something out: history (`shallow`) or content (`partial`). */
async function cloneKind(commonDir) {
	if ((await textOf$2(join(commonDir, "shallow"))).trim() !== "") return "shallow";
	return (await fs.promises.readdir(join(commonDir, "objects/pack")).catch(() => [])).some((name) => name.endsWith(".promisor")) ? "partial" : "full";
}
/** The git directories whose objects count as this one's: a clone made with `--reference` or `--shared` borrows some. */
async function objectStores(commonDir) {
	const stores = [commonDir];
	for (const store of stores) {
		const lent = (await textOf$2(join(store, "objects/info/alternates"))).split("\n").map((line) => line.trim());
		for (const line of lent.filter((path) => path !== "" && !path.startsWith("#"))) {
			const objects = resolve(store, "objects", line);
			const gitDir = dirname(objects);
			if (basename(objects) === "objects" && !stores.includes(gitDir) && stores.length < 10) stores.push(gitDir);
		}
	}
	return stores;
}
async function textOf$2(path) {
	return await textOfFile(path) ?? "";
}

// src/git/objects/storage-failure.ts
/** Git's storage and the file system fail with a code, which is answered; whatever has none is a bug, and thrown on. */
function storageFailure(error) {
	const code = error instanceof Error && "code" in error ? error.code : void 0;
	if (typeof code !== "string" || code.startsWith("ERR_INVALID_")) throw error;
	return code;
}

// src/git/objects/objects.ts
/** Git knows it without having it. */
const EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
/** Tags of tags; nobody nests them deeper, except to hold us up. */
const MAX_PEELS = 10;
/**
* Git's objects, by id and from one cache: a command opens one reader and hands it around. Missing objects throw `NotFoundError`; `readingObjects` makes a value of it.
*/
var ObjectReader = class ObjectReader {
	#stores;
	#objects;
	#cache = {};
	/** Whatever counts as a repository's own, borrowed objects included. */
	static async open(commonDir) {
		return new ObjectReader(await objectStores(commonDir));
	}
	/** Git directories to look in, the repository's own first. */
	constructor(stores) {
		this.#stores = stores;
		this.#objects = stores.map((gitdir) => new ObjectStore(gitdir));
	}
	async commit(oid) {
		return parseCommit(await this.#read(oid, "commit"));
	}
	async tree(oid) {
		return parseTree(await this.folder(oid));
	}
	/** A tree as git keeps it, for those who compare more than they read. */
	folder(oid) {
		return this.#read(oid, "tree");
	}
	blob(oid) {
		return this.#read(oid, "blob");
	}
	/** The commit that an id stands for, through annotated tags; undefined when it ends at a file or a folder. */
	async peel(oid) {
		let current = oid;
		for (let peels = 0; peels < MAX_PEELS; peels++) {
			const { type, content } = await this.#find(current);
			if (type === "commit") return current;
			if (type !== "tag") return void 0;
			current = parseTag(content);
		}
	}
	/** The full ids that begin so. */
	async expand(prefix) {
		const found = await Promise.all(this.#stores.map((gitdir) => this.#expandIn(gitdir, prefix)));
		return [...new Set(found.flat())];
	}
	async #expandIn(gitdir, prefix) {
		try {
			return [await (0, import_isomorphic_git.expandOid)({
				fs: durableFs,
				gitdir,
				oid: prefix,
				cache: this.#cache
			})];
		} catch (error) {
			if (error instanceof import_isomorphic_git.Errors.NotFoundError) return [];
			if (error instanceof import_isomorphic_git.Errors.AmbiguousError) return error.data.matches;
			throw error;
		}
	}
	async #read(oid, wanted) {
		const { type, content } = await this.#find(oid);
		if (type === wanted) return content;
		throw new import_isomorphic_git.Errors.ObjectTypeError(oid, type, wanted);
	}
	async #find(oid) {
		if (oid === EMPTY_TREE) return {
			type: "tree",
			content: Buffer.alloc(0)
		};
		for (const store of this.#objects) {
			const found = await store.find(oid);
			if (found !== void 0) return found;
		}
		throw new import_isomorphic_git.Errors.NotFoundError(oid);
	}
};
/** What git's storage answers is no fault of ours, and becomes a value; anything without a code is a bug. */
async function readingObjects(work) {
	try {
		return ok(await work());
	} catch (error) {
		if (storageFailure(error) === import_isomorphic_git.Errors.NotFoundError.code) return fail("missing_objects");
		return fail(error instanceof TooLargeObjectError ? "too_large" : "unreadable");
	}
}

// src/git/objects/blob-id.ts
/** The id that git gives to a file of this content. */
function blobId(content) {
	const bytes = typeof content === "string" ? Buffer.from(content, "utf8") : content;
	return createHash("sha1").update(`blob ${bytes.length}\0`).update(bytes).digest("hex");
}
/** Whether a file of the work tree is this blob; a checkout with autocrlf has rewritten its line ends. */
function isBlob(content, oid) {
	return blobId(content) === oid || blobId(withoutCarriageReturns(content)) === oid;
}
function withoutCarriageReturns(content) {
	return Buffer.from(Buffer.from(content).toString("latin1").replaceAll("\r\n", "\n"), "latin1");
}

// src/git/read/committed-tree.ts
/** The files of one commit, read from git's objects alone; each folder is read once. Missing objects throw `NotFoundError`. */
var CommittedTree = class {
	#objects;
	#commit;
	#folders = /* @__PURE__ */ new Map();
	/** Without a commit (there is none yet) the tree is empty. */
	constructor(objects, commit) {
		this.#objects = objects;
		this.#commit = commit;
	}
	/** `path` in normal form; the top itself (`.`) has no entry. */
	async entry(path) {
		return (await this.#folder(posix.dirname(path))).get(posix.basename(path));
	}
	blob(oid) {
		return this.#objects.blob(oid);
	}
	#folder(path) {
		const known = this.#folders.get(path) ?? this.#readFolder(path);
		this.#folders.set(path, known);
		return known;
	}
	async #readFolder(path) {
		if (this.#commit === void 0) return /* @__PURE__ */ new Map();
		if (path === ".") return this.#entriesOf((await this.#objects.commit(this.#commit)).tree);
		const entry = await this.entry(path);
		return entry?.type === "tree" ? this.#entriesOf(entry.oid) : /* @__PURE__ */ new Map();
	}
	async #entriesOf(tree) {
		return new Map((await this.#objects.tree(tree)).map((entry) => [entry.path, entry]));
	}
};

// src/git/read/dirty-tree.ts
/** As in the operating system's own limit: more symbolic links than this in one path are a loop. */
const MAX_LINKS$1 = 40;
/**
* Whether any file differs from the commit's tree. Blob ids are compared, never the index: its forms differ and it may
* be stale.
*/
async function treeStatus(comparison, paths) {
	const tree = new CommittedTree(comparison.objects, comparison.commit);
	let changed = false;
	const read = await readingObjects(async () => {
		for (const path of paths) changed ||= await isChanged(tree, comparison.root, posix.normalize(path), MAX_LINKS$1);
	});
	if (!read.ok) return { unknown: read.error };
	return changed ? "changed" : "same";
}
async function isChanged(tree, root, path, links) {
	if (isAbsolute(path) || path === ".." || path.startsWith("../") || links === 0) return true;
	const segments = path.split("/");
	for (let length = 1; length <= segments.length; length++) {
		const part = segments.slice(0, length).join("/");
		const found = await lstat$1(join(root, part));
		if (found === void 0) return await tree.entry(path) !== void 0;
		if (!found.isSymbolicLink()) continue;
		const target = await fs.promises.readlink(join(root, part));
		const entry = await tree.entry(part);
		if (entry?.mode !== "120000" || entry.oid !== blobId(Buffer.from(target))) return true;
		const next = posix.join(posix.dirname(part), target, ...segments.slice(length));
		return isAbsolute(target) || isChanged(tree, root, next, links - 1);
	}
	return isFileChanged(tree, root, path);
}
async function isFileChanged(tree, root, path) {
	const entry = await tree.entry(path);
	if (entry?.type !== "blob" || entry.mode === "120000") return true;
	const read = await readRegularFile(join(root, path)).catch(() => void 0);
	if (!read?.ok) return true;
	const file = read.value;
	if (isBlob(file, entry.oid)) return false;
	return !withoutCarriageReturns(file).equals(withoutCarriageReturns(await tree.blob(entry.oid)));
}
function lstat$1(path) {
	return fs.promises.lstat(path).catch(() => void 0);
}

// src/git/read/git-dir.ts
/** Walks up from a folder to the first one that git would take for a work tree's top. */
async function findGitDirs(startDir) {
	for (let root = resolve(startDir);; root = dirname(root)) {
		const gitDir = await gitDirAt(root);
		if (gitDir !== void 0) return {
			root,
			gitDir,
			commonDir: await commonDirOf(gitDir)
		};
		if (dirname(root) === root) return void 0;
	}
}
async function gitDirAt(root) {
	const path = join(root, ".git");
	const found = await stat(path).catch(() => void 0);
	if (found === void 0) return void 0;
	const text = found.isFile() ? await textOfFile(path) : void 0;
	const link = /^gitdir: (.+?)\r?\n?$/.exec(text ?? "")?.[1];
	const gitDir = link === void 0 ? path : resolve(root, link);
	return (await stat(join(gitDir, "HEAD")).catch(() => void 0))?.isFile() === true ? gitDir : void 0;
}
async function commonDirOf(gitDir) {
	const text = await textOfFile(join(gitDir, "commondir"));
	return text === void 0 ? gitDir : resolve(gitDir, text.trim());
}

// src/git/read/ref.ts
const OID$1 = /^[0-9a-f]{40}$/;
/** The commit that a full ref name (`refs/heads/main`) stands for; undefined when there is no such ref. */
async function readRef(commonDir, ref, depth = 5) {
	const loose = (await textOf$1(join(commonDir, ref)))?.trim();
	if (loose !== void 0 && OID$1.test(loose)) return loose;
	const target = loose === void 0 ? void 0 : symbolicTarget(loose);
	if (target !== void 0) return depth === 0 ? void 0 : readRef(commonDir, target, depth - 1);
	const oid = (await textOf$1(join(commonDir, "packed-refs")) ?? "").split("\n").find((line) => line.slice(41).trimEnd() === ref)?.slice(0, 40);
	return oid !== void 0 && OID$1.test(oid) ? oid : void 0;
}
/** What a HEAD file says: the branch it is on (a full ref name), or a commit. */
async function readHeadFile(gitDir) {
	const text = (await textOf$1(join(gitDir, "HEAD")))?.trim();
	if (text === void 0) return void 0;
	const ref = symbolicTarget(text);
	if (ref !== void 0) return { ref };
	return OID$1.test(text) ? { oid: text } : void 0;
}
/** The short name of the branch that is checked out; undefined when HEAD is detached. */
async function currentBranch(gitDir) {
	const head = await readHeadFile(gitDir);
	return head !== void 0 && "ref" in head ? head.ref.replace(/^refs\/heads\//, "") : void 0;
}
function symbolicTarget(text) {
	return /^ref:\s*(\S+)$/.exec(text)?.[1];
}
async function textOf$1(path) {
	try {
		const read = await readRegularFile(path);
		return read.ok ? read.value.toString("utf8") : void 0;
	} catch (error) {
		const code = error instanceof Error && "code" in error ? error.code : void 0;
		if (code === "ENOENT" || code === "ENOTDIR") return void 0;
		throw error;
	}
}

// src/git/read/repository.ts
/** The repository that a folder lies in, or undefined when it lies in none. */
async function openRepository(startDir) {
	const dirs = await findGitDirs(startDir);
	if (dirs === void 0) return void 0;
	const objects = await ObjectReader.open(dirs.commonDir);
	return {
		root: dirs.root,
		dirs,
		objects,
		head: () => readHead(dirs),
		status: async (paths) => {
			const foreign = await foreignStorage(dirs.commonDir);
			if (foreign !== void 0) return { unknown: `the repository uses ${foreign}, which storysync does not read` };
			const commit = (await readHead(dirs))?.commit;
			const status = await treeStatus({
				root: dirs.root,
				objects,
				commit
			}, paths);
			return typeof status === "string" ? status : { unknown: DOUBTS[status.unknown] };
		}
	};
}
const DOUBTS = {
	missing_objects: "objects of the commit are not in this clone, which is shallow or partial",
	too_large: "an object of the commit is larger than storysync reads",
	unreadable: "git's objects cannot be read; git fsck tells what is wrong with them"
};
async function readHead({ gitDir, commonDir }) {
	const head = await readHeadFile(gitDir);
	if (head === void 0) return void 0;
	if ("oid" in head) return { commit: head.oid };
	const commit = await readRef(commonDir, head.ref);
	return commit === void 0 ? void 0 : {
		commit,
		branch: head.ref.replace(/^refs\/heads\//, "")
	};
}

// src/workspace/story-files.ts
/** The story files as they lie in the work tree. */
async function readWorkTree(manifest, layout) {
	const files = /* @__PURE__ */ new Map();
	for (const { key, file } of manifest.stories.values()) {
		const shown = shownPath(layout, file);
		const read = await readFileSafely(layout.root, join(layout.folder, file));
		files.set(key, read.ok ? {
			kind: "bytes",
			bytes: read.value,
			shown
		} : {
			kind: "unreadable",
			why: explainRefusal(read.error),
			shown
		});
	}
	return files;
}
/** Text of a story file, by the name that people were shown. */
function textOf(files, shown) {
	for (const file of files.values()) if (file.shown === shown && file.kind === "bytes") return new TextDecoder().decode(file.bytes);
}
function explainRefusal(refusal) {
	switch (refusal.kind) {
		case "missing": return "there is no such file";
		case "outside": return "its real place is outside the repository";
		case "not_a_file": return "it is not a regular file";
		case "too_large": return `it is ${Math.round(refusal.bytes / 1e6)} MB large`;
		case "unreadable": return systemWords(refusal.code);
		default: return unreachable(refusal);
	}
}

// src/workspace/manifest-bytes.ts
async function readManifestBytes({ directory }, manifestPath) {
	const folder = dirname(resolve(directory, manifestPath));
	const repository = await openRepository(folder);
	const layout = {
		root: repository?.root ?? folder,
		folder,
		manifestPath
	};
	const bytes = await readFileSafely(layout.root, manifestFile(layout));
	if (!bytes.ok) return fail(unreadableManifest(manifestPath, explainRefusal(bytes.error)));
	return ok({
		source: {
			file: manifestPath,
			bytes: bytes.value
		},
		layout,
		repository
	});
}
function unreadableManifest(manifestPath, why) {
	return {
		code: "RUN001",
		severity: "error",
		message: `the manifest ${manifestPath} cannot be read: ${why}`,
		hint: "run the command in the folder of sync.yaml, or name the file with --manifest"
	};
}
const NO_COUNTS = {
	destinations: 0,
	stories: 0,
	subscriptions: 0
};
function countManifest(manifest) {
	if (manifest === void 0) return NO_COUNTS;
	const { destinations, stories } = manifest;
	return {
		destinations: destinations.length,
		stories: stories.size,
		subscriptions: destinations.reduce((sum, { subscriptions }) => sum + subscriptions.length, 0)
	};
}

// src/workspace/surroundings.ts
/** An ISO date. */
function todayOf({ clock }) {
	return clock.now().toISOString().slice(0, 10);
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

// src/model/record-type.ts
/** Fields the vendor adds to every type; they are never compared, created or deleted. */
const DEFAULT_FIELD_NAMES = [
	"Story name",
	"Timestamp",
	"Updated at"
];

// src/records/compare.ts
/** The vendor's word for a text field with a closed list of values. */
const TEXT_ENUM = "TEXT_ENUM";
/** The one ordering of names here: by UTF-16 code unit, the same on every machine. */
function byName(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
/** Fields without those that the vendor adds: a tenant may list `Updated at` among the custom ones. */
function customFields(fields) {
	return fields.filter(({ name }) => !DEFAULT_FIELD_NAMES.includes(name));
}
/** Same custom fields with the same types and the same sets of enum values, in any order. */
function sameFields(a, b) {
	return fieldsKey(a) === fieldsKey(b);
}
/** One word for a list of fields, so that lists can be looked up: the same for the same fields in any order. */
function fieldsKey(fields) {
	return JSON.stringify(fields.map(fieldKey).sort(byName));
}
/** The first field of each name. */
function firstByName(fields) {
	const first = /* @__PURE__ */ new Map();
	for (const field of fields) if (!first.has(field.name)) first.set(field.name, field);
	return first;
}
/** What stands in a list more than once, each once. */
function repeated(names) {
	const seen = /* @__PURE__ */ new Set();
	return [...new Set(names.filter((name) => seen.size === seen.add(name).size))];
}
/** One sentence part per field that two definitions disagree on, by field name. */
function fieldDifferences(a, b, labels) {
	const names = [...new Set([...a, ...b].map(({ name }) => name))].sort(byName);
	const [inA, inB] = [firstByName(a), firstByName(b)];
	return names.flatMap((name) => {
		const [left, right] = [inA.get(name), inB.get(name)];
		if (!left || !right) return [`field "${name}" is only in ${left ? labels.a : labels.b}`];
		if (left.resultType !== right.resultType) return [`field "${name}" is ${left.resultType} in ${labels.a} and ${right.resultType} in ${labels.b}`];
		const onlyLeft = withoutKeys(left.fixedValues, right.fixedValues);
		const onlyRight = withoutKeys(right.fixedValues, left.fixedValues);
		return [...onlyLeft.map((value) => `value "${value}" of field "${name}" is only in ${labels.a}`), ...onlyRight.map((value) => `value "${value}" of field "${name}" is only in ${labels.b}`)];
	});
}
/** The values of `all` that are not among `known`, in their order. */
function withoutKeys(all, known) {
	const without = new Set(known);
	return all.filter((value) => !without.has(value));
}
/** Names that are equal but for upper and lower case. */
function differInCaseOnly(a, b) {
	return a !== b && a.toLowerCase() === b.toLowerCase();
}
/** The first three parts of a sentence, and how many more there are. */
function listed$1(parts) {
	const shown = parts.slice(0, 3).join(", ");
	return parts.length > 3 ? `${shown} and ${parts.length - 3} more` : shown;
}
function fieldKey(field) {
	const values = field.resultType === "TEXT_ENUM" ? [...new Set(field.fixedValues)].sort(byName) : [];
	return JSON.stringify([
		field.name,
		field.resultType,
		values
	]);
}

// src/records/agreement.ts
/** Stories of one repository share one set of record types per destination, so they must agree on each of them. */
function checkAgreement(stories) {
	const uses = stories.flatMap(({ key, file, definitions }) => definitions.map((definition) => ({
		key,
		file,
		definition
	}))).sort((a, b) => byName(a.definition.name, b.definition.name) || byName(a.key, b.key));
	const firsts = /* @__PURE__ */ new Map();
	const problems = [];
	for (const use of uses) {
		const { name } = use.definition;
		const first = firsts.get(name);
		if (first === void 0) {
			const twin = [...firsts.values()].find((other) => differInCaseOnly(other.definition.name, name));
			if (twin) problems.push(caseProblem(twin, use));
			firsts.set(name, use);
		} else if (!sameFields(first.definition.fields, use.definition.fields)) problems.push(disagreement(first, use));
	}
	return problems;
}
function disagreement(first, second) {
	const within = first.key === second.key;
	const labels = within ? {
		a: "one action",
		b: "another"
	} : {
		a: `"${first.key}"`,
		b: `"${second.key}"`
	};
	const differences = listed$1(fieldDifferences(first.definition.fields, second.definition.fields, labels));
	return {
		code: "REC001",
		severity: "error",
		message: `${within ? `two actions of story "${first.key}"` : `stories "${first.key}" and "${second.key}"`} define record type "${first.definition.name}" differently: ${differences}`,
		hint: within ? `export "${first.key}" again: the actions must hold one definition` : `export "${first.key}" and "${second.key}" again, so that both hold the definition the origin has now`,
		...places(first, second, within ? void 0 : "the other definition")
	};
}
function caseProblem(first, second) {
	return {
		code: "REC002",
		severity: "warning",
		message: `record types ${`"${first.definition.name}" (story "${first.key}") and "${second.definition.name}" (story "${second.key}")`} differ in upper and lower case only; a tenant may treat them as one`,
		hint: "rename one of them at the origin and export again",
		...places(first, second, first.key === second.key ? void 0 : "the other name")
	};
}
function places(first, second, related) {
	const start = (file) => ({
		file,
		line: 1,
		column: 1
	});
	return {
		place: start(second.file),
		hideSource: true,
		...related === void 0 ? {} : { related: [{
			message: related,
			place: start(first.file)
		}] }
	};
}

// src/records/definition.ts
/** The record types that a story's actions embed, by name, without the vendor's default fields. */
function recordTypesOf(story) {
	const definitions = [];
	/** By name, the fields of each copy that was met. */
	const met = /* @__PURE__ */ new Map();
	const warnings = /* @__PURE__ */ new Set();
	for (const { action, names } of allActions(story)) {
		const embedded = action.record_type;
		if (embedded === void 0 || embedded === null) continue;
		const read = isObject(embedded) ? readDefinition(embedded) : void 0;
		if (read === void 0) {
			warnings.add(`action "${names.join(" › ")}" embeds a record type without a name; it is left as it is`);
			continue;
		}
		for (const warning of read.warnings) warnings.add(warning);
		const copies = met.get(read.definition.name) ?? /* @__PURE__ */ new Set();
		met.set(read.definition.name, copies);
		const fields = fieldsKey(read.definition.fields);
		if (copies.has(fields)) continue;
		if (copies.size > 0) warnings.add(`action "${names.join(" › ")}" embeds record type "${read.definition.name}" with other fields than before`);
		copies.add(fields);
		definitions.push(read.definition);
	}
	return {
		definitions: definitions.toSorted((a, b) => byName(a.name, b.name)),
		warnings: [...warnings]
	};
}
function readDefinition(embedded) {
	const name = embedded.name;
	if (typeof name !== "string" || name === "") return void 0;
	const warnings = [];
	const listed = isArray(embedded.record_fields) ? embedded.record_fields : [];
	const fields = listed.flatMap((entry) => readField(entry) ?? []);
	if (fields.length < listed.length) warnings.push(`record type "${name}" holds a field without name or result type; it is left out`);
	for (const repeated of repeatedNames$1(fields)) {
		const fate = DEFAULT_FIELD_NAMES.includes(repeated) ? "has the name of a default field twice; neither is synced" : "is defined twice; only the first counts";
		warnings.push(`record type "${name}": field "${repeated}" ${fate}`);
	}
	return {
		definition: {
			name,
			fields: customFields([...firstByName(fields).values()])
		},
		warnings
	};
}
function readField(entry) {
	if (!isObject(entry)) return void 0;
	const { name, result_type: resultType, fixed_values: values } = entry;
	if (typeof name !== "string" || name === "" || typeof resultType !== "string") return void 0;
	const texts = isArray(values) ? values.filter((value) => typeof value === "string") : [];
	return {
		name,
		resultType,
		fixedValues: resultType === "TEXT_ENUM" ? [...new Set(texts)] : []
	};
}
function repeatedNames$1(fields) {
	return repeated(fields.map(({ name }) => name));
}

// src/story/addresses/ingress-options.ts
/** Types of action with an address of their own, and the options that make up the address. By type: `path` elsewhere is data. */
const INGRESS = /* @__PURE__ */ new Map([
	["Agents::WebhookAgent", {
		kind: "webhook",
		options: ["path", "secret"]
	}],
	["Agents::FormAgent", {
		kind: "page",
		options: ["url_identifier"]
	}],
	["Agents::McpServerAgent", {
		kind: "mcp_server",
		options: ["path", "secret"]
	}]
]);
/** What a new MCP server needs; a secret only where it has one. */
const OPTIONAL = /* @__PURE__ */ new Set(["mcp_server secret"]);
function ingressOf({ type }) {
	return typeof type === "string" ? INGRESS.get(type) : void 0;
}
/** The options of an action that belong to the tenant: they work as secrets, and are never compared or shown. */
function ingressOptions(action) {
	return ingressOf(action)?.options ?? [];
}
/** The options that a new address of this action consists of. */
function newIngressOptions(action) {
	const { kind, options } = ingressOf(action) ?? {
		kind: void 0,
		options: []
	};
	return options.filter((key) => !OPTIONAL.has(`${kind} ${key}`) || Object.hasOwn(optionsOf(action), key));
}
/** Every address of a story, in order. */
function ingressPoints(story) {
	return allActions(story).flatMap((placed) => {
		const kind = ingressOf(placed.action)?.kind;
		return kind === void 0 ? [] : [{
			...placed,
			kind,
			name: placed.names.join(" › ")
		}];
	});
}
/** The address options that an action has. */
function ownAddress(action) {
	const options = optionsOf(action);
	return ingressOptions(action).filter((key) => Object.hasOwn(options, key)).map((key) => [key, options[key] ?? null]);
}
/** The object with each embedded sub-story (`send_to_stories`, schema 1 to 4) passed through `change`. */
function mapSubStories(story, change) {
	const embedded = story.send_to_stories;
	if (!isArray(embedded) || embedded.length === 0) return story;
	return {
		...story,
		send_to_stories: embedded.map((entry) => isObject(entry) ? change(entry) : entry)
	};
}

// src/story/canonical.ts
/** The story as it stands in git: canonical JSON without `exported_at`, which changes with every export. */
function canonicalStory(story) {
	return canonicalJson(withoutExportTime(story));
}
function withoutExportTime(story) {
	const { exported_at: _, ...rest } = story;
	return mapSubStories(rest, withoutExportTime);
}

// src/story/lineage.ts
/**
* The stamp that marks every copy of this story as ours. An export's own stamp counts only when it ends
* in the story's own guid: an inherited one would claim the copies of whoever the story was taken from.
*/
function lineageStamp(story, originTenantUrl) {
	const own = story.origin_story_identifier;
	if (typeof own === "string" && isLineageStamp(own) && own.endsWith(`:${story.guid}`)) return own;
	const tenant = originTenantUrl ?? "";
	return `cloud:${derivedFamily(tenant)}:${hex32([
		"story",
		tenant,
		story.guid
	])}`;
}
/**
* Whether a stamp can be one that stories of this origin carry: all have its tenant in the middle. Told without state,
* of stories that git has no more.
*/
function isOfOrigin(stamp, known, originTenantUrl) {
	const families = new Set([...known].map(familyOf));
	return isLineageStamp(stamp) && families.add(derivedFamily(originTenantUrl ?? "")).has(familyOf(stamp));
}
function familyOf(stamp) {
	return stamp.split(":")[1];
}
function derivedFamily(tenant) {
	return hex32(["tenant", tenant]);
}
/** The only form that tenants were seen to accept. */
function isLineageStamp(text) {
	return /^cloud:[0-9a-f]{32}:[0-9a-f]{32}$/.test(text);
}
function hex32(parts) {
	return sha256(JSON.stringify(["storysync lineage", ...parts])).slice(7, 39);
}

// src/story/visit-texts.ts
/** Every text of a story and its place, keys of objects too; embedded sub-stories left out. */
function visitTexts(story, visit) {
	const labels = actionLabels(story);
	for (const { action, top, steps } of allActions(story)) for (const [key, value] of Object.entries(action)) visitStrings(withoutTools(key, value), `agents[${labels[top] ?? ""}]${steps}${keyStep(key)}`, visit);
	for (const [key, value] of Object.entries(story)) if (key !== "agents" && key !== "send_to_stories") visitStrings(value, key, visit);
}
/** Tools are actions, and visited for themselves; the others keep their positions. */
function withoutTools(key, value) {
	return isArray(value) ? value.map((entry) => isTool(key, entry) ? null : entry) : value;
}
/** Every text inside a value, keys of objects too. */
function visitStrings(value, path, visit) {
	if (typeof value === "string") visit(value, path);
	else if (isArray(value)) for (const [index, entry] of value.entries()) visitStrings(entry, `${path}[${index}]`, visit);
	else if (isObject(value)) for (const [key, entry] of Object.entries(value)) {
		visit(key, `${path}${keyStep(key)}`);
		visitStrings(entry, `${path}${keyStep(key)}`, visit);
	}
}

// src/story/references.ts
/** Keys of an action that hold no expressions of its own: mentions in texts for people are no prerequisites. */
const NOT_SCANNED = /* @__PURE__ */ new Set([
	"name",
	"description",
	"guid",
	"type",
	"template",
	"origin_story_identifier",
	"record_type"
]);
const START = String.raw`(?:(?<![\w$])|(?<=\\[nrt]))(?<![\w)\]]\.)`;
const BY_SLUG = new RegExp(String.raw`${START}(CREDENTIAL|RESOURCE|INFO\.(?:credential|resource|record))\.([A-Za-z0-9_]+)`, "g");
const STORY_BY_SLUG = new RegExp(String.raw`${START}STORY((?:\.[A-Za-z0-9_]+)+)`, "g");
const COMPUTED = new RegExp(String.raw`${START}(?:CREDENTIAL|RESOURCE|STORY|INFO\.(?:credential|resource|record))\s*\[`);
const BY_NAME = /\{%-?\s*(credential|global_resource|story)(\s[^%]*)%\}/g;
/** Every credential, resource, record type and story that the actions and pages of a story name, in old and new syntax. */
function findReferences(story) {
	const references = /* @__PURE__ */ new Map();
	const uncheckable = /* @__PURE__ */ new Set();
	visitExpressions(story, (text, path) => {
		for (const { kind, slug } of namesIn(text)) references.set(`${kind} ${slug} ${path}`, {
			kind,
			slug,
			path
		});
		if (COMPUTED.test(text)) uncheckable.add(path);
	});
	return {
		references: [...references.values()],
		uncheckable: [...uncheckable]
	};
}
/** Places that say `INFO.record.<slug>`: text that keeps naming the old type when a record type is renamed. */
function recordSlugMentions(story, slug) {
	const { references } = findReferences(story);
	return references.flatMap((reference) => reference.kind === "record" && reference.slug === slug ? [reference.path] : []);
}
/** The slug that a tenant makes of a name: `[Example] STS Search` becomes `example_sts_search`. */
function slugify(name) {
	return normalised(name, "NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/^_|_$/g, "");
}
function namesIn(text) {
	const found = [];
	for (const [, word = "", slug = ""] of text.matchAll(BY_SLUG)) found.push({
		kind: kindOf(word),
		slug
	});
	for (const match of text.matchAll(STORY_BY_SLUG)) {
		const steps = (match[1] ?? "").split(".").slice(1);
		const slug = text[match.index - 1] === "." ? steps.at(-1) : steps[0];
		if (slug !== void 0) found.push({
			kind: "story",
			slug
		});
	}
	for (const [, word = "", rest = ""] of text.matchAll(BY_NAME)) {
		const name = rest.replace(/-$/, "").trim();
		if (name !== "") found.push({
			kind: kindOf(word),
			slug: slugify(name)
		});
	}
	return found;
}
function kindOf(word) {
	if (word === "INFO.record") return "record";
	if (word === "story") return "story";
	return word.toLowerCase().endsWith("credential") ? "credential" : "resource";
}
/** Every text in which an action, its page or its template inputs may hold an expression; keys of objects too. */
function visitExpressions(story, visit) {
	const labels = actionLabels(story);
	for (const { action, top, steps } of allActions(story)) {
		const path = `agents[${labels[top] ?? ""}]${steps}`;
		for (const [key, value] of Object.entries(action)) {
			if (NOT_SCANNED.has(key)) continue;
			visitStrings(key === "options" ? withoutTexts(value) : withoutTools(key, value), `${path}${keyStep(key)}`, visit);
		}
	}
	const byGuid = labelsByGuid(story, labels);
	for (const [key, pointer] of [["integrations", "action_guid"], ["pages", "agent_guid"]]) {
		const entries = story[key];
		if (!isArray(entries)) continue;
		for (const [index, entry] of entries.entries()) visitStrings(entry, `${key}[${labelPointedAt(entry, pointer, byGuid) ?? index}]`, visit);
	}
}
/** What a tool is for is told to people and to a model, and is no expression. */
function withoutTexts(options) {
	if (!isObject(options) || !("tool_description" in options)) return options;
	const { tool_description: _, ...rest } = options;
	return rest;
}

// src/model/story.ts
/** Stands in git where a value belongs to one tenant and works as a secret (spec section 3). */
const DESTINATION_OWNED = "storysync:destination-owned";

// src/story/hex-words.ts
const LENGTH = 32;
const RUN = /[0-9a-f]{32,}/gi;
/**
* Passes every 32 hex digits of a text through `change`, also inside a longer run of digits (`%2F` ends in one); undefined
* leaves them. One pass, whatever the number of words that `change` knows.
*/
function rewriteHexWords(text, change) {
	if (!mayHoldWord(text)) return text;
	return text.replace(RUN, (run, offset) => {
		let written = "";
		let done = 0;
		for (let at = 0; at + LENGTH <= run.length; at++) {
			const changed = change(run.slice(at, at + LENGTH), offset + at);
			if (changed === void 0) continue;
			written += run.slice(done, at) + changed;
			at += 31;
			done = at + 1;
		}
		return written + run.slice(done);
	});
}
/**
* Whether there are 32 hex digits in a row somewhere. Every such row covers a place whose number is a multiple of 32: so one
* character of 32 is looked at, and around it as far as the digits go.
*/
function mayHoldWord(text) {
	for (let at = 31; at < text.length; at += LENGTH) {
		if (!isHexDigit(text.charCodeAt(at))) continue;
		let start = at;
		while (start > 0 && isHexDigit(text.charCodeAt(start - 1))) start--;
		let end = at + 1;
		while (end - start < LENGTH && isHexDigit(text.charCodeAt(end))) end++;
		if (end - start >= LENGTH) return true;
	}
	return false;
}
function isHexDigit(code) {
	const lower = code | 32;
	return code >= 48 && code <= 57 || lower >= 97 && lower <= 102;
}
/** 32 hex digits, the form of every guid that a tenant makes. */
function isHexWord(value) {
	return typeof value === "string" && /^[0-9a-f]{32}$/i.test(value);
}

// src/story/action-ref.ts
/** 32 hex digits that name an action inside its story: its guid, or what stands for one where a tool or an odd file has none. */
function actionRef(story, { action, top, trail }) {
	if (isHexWord(action.guid)) return action.guid.toLowerCase();
	const outer = isArray(story.agents) ? story.agents[top] : void 0;
	const guid = isObject(outer) ? outer.guid ?? top : top;
	return sha256(JSON.stringify([
		"storysync action",
		guid,
		trail
	])).slice(7, 39);
}

// src/story/rewrite.ts
/** Passes every string of a value through `change`, with the key it stands under. Parts without a change are kept, not copied. */
function rewriteStrings(value, change, key) {
	return rewriteTexts(value, change, (name) => name, key);
}
/** The same for the keys of objects too. A key that would fall together with another one stays as it is. */
function rewriteTexts(value, change, changeKey, key) {
	if (typeof value === "string") return change(value, key);
	if (isArray(value)) {
		const entries = value.map((entry) => rewriteTexts(entry, change, changeKey, key));
		return entries.every((entry, index) => entry === value[index]) ? value : entries;
	}
	if (!isObject(value)) return value;
	const before = Object.entries(value);
	const after = before.map(([name, entry]) => [changeKey(name), rewriteTexts(entry, change, changeKey, name)]);
	if (after.every(([name, entry], index) => name === before[index]?.[0] && entry === before[index]?.[1])) return value;
	if (new Set(after.map(([name]) => name)).size < after.length) return Object.fromEntries(after.map(([, entry], index) => [before[index]?.[0] ?? "", entry]));
	return Object.fromEntries(after);
}
/** `llm_json_schema` gains a layer of JSON quoting per copy or import; take them all off. */
function unquoteSchema(text, key) {
	if (key !== "llm_json_schema") return text;
	let inner = text;
	while (typeof inner === "string") {
		const parsed = parseJson(inner);
		if (!parsed.ok) return inner;
		inner = parsed.value;
	}
	return isObject(inner) ? inner : text;
}

// src/story/free-texts.ts
/** A story is found by these, or tenants give them their form: nothing may be put in their place. */
const FIXED_IN_STORY = /* @__PURE__ */ new Set([
	"name",
	"slug",
	"guid",
	"tags",
	"recipients",
	"exported_at",
	"origin_story_identifier",
	"send_to_stories",
	"agents"
]);
/** Actions are matched by name, record types are found by theirs. */
const FIXED_IN_ACTION = /* @__PURE__ */ new Set([
	"type",
	"name",
	"guid",
	"origin_story_identifier",
	"record_type"
]);
/**
* The story with every text that is content passed through `change`, keys of objects too. Names, by which things are found,
* stay as they are. Embedded sub-stories go through `changeEmbedded`.
*/
function mapFreeTexts(story, change, changeEmbedded = change) {
	const rewrite = (value) => rewriteTexts(value, change, change);
	const told = mapEntries(mapActions(story, (action) => mapEntries(action, FIXED_IN_ACTION, (key, value) => outsideTools(key, value, rewrite))), FIXED_IN_STORY, (_, value) => rewrite(value));
	return mapSubStories(told, (embedded) => mapFreeTexts(embedded, changeEmbedded));
}
/** Tools are actions, and were visited already. */
function outsideTools(key, value, rewrite) {
	if (!isArray(value)) return rewrite(value);
	const entries = value.map((entry) => isTool(key, entry) ? entry : rewrite(entry));
	return entries.every((entry, index) => entry === value[index]) ? value : entries;
}
function mapEntries(object, fixed, change) {
	let same = true;
	const entries = Object.entries(object).map(([key, value]) => {
		const changed = fixed.has(key) ? value : change(key, value);
		if (changed !== value) same = false;
		return [key, changed];
	});
	return same ? object : Object.fromEntries(entries);
}
/** Every guid that a story gives to something of its own; what `options` hold is data. */
function definedGuids(value, found = /* @__PURE__ */ new Set()) {
	if (isArray(value)) for (const entry of value) definedGuids(entry, found);
	else if (isObject(value)) {
		if (typeof value.guid === "string") found.add(value.guid);
		for (const [key, entry] of Object.entries(value)) if (key !== "options") definedGuids(entry, found);
	}
	return found;
}

// src/story/addresses/address-strength.ts
/** What people write where a secret would stand. */
const STAND_IN = /^(?:secret|password|passwd|token|test(?:ing)?|example|change-?me|redacted|masked|hidden|removed|placeholder|webhook|path|none|null|(.)\1*)$/i;
function strengthOf(option, value) {
	if (isHexWord(value) && !/^(.)\1*$/.test(value)) return "anywhere";
	const mixed = /[0-9]/.test(value) && /[a-z]/i.test(value);
	if (option === "secret") {
		if (value.length < 4 || STAND_IN.test(value)) return "addressed";
		if (value.length >= 16) return "anywhere";
		return value.length >= 8 && mixed ? "word" : "doubtful";
	}
	if (value.length >= 16) return isRandom(value) ? "anywhere" : "addressed";
	if (!mixed || !/^[a-z0-9]{4,}$/i.test(value)) return "addressed";
	return value.length >= 8 && /^[0-9a-f]+$/i.test(value) ? "word" : "doubtful";
}
function isRandom(value) {
	const count = (kind) => value.match(kind)?.length ?? 0;
	if (count(/[0-9]/g) < 2 || count(/[a-z]/gi) < 2) return false;
	return /^(?:[0-9a-f-]+|[a-z0-9]+)$/i.test(value) || count(/[a-z]/g) >= 2 && count(/[A-Z]/g) >= 2;
}

// src/story/addresses/word-search.ts
/**
* Looks for many words in a text at once, upper and lower case alike if so asked. Words that begin alike are walked together,
* so that each place of a text costs no more than the longest word, however many there are.
*/
var WordSearch = class {
	#start = {
		next: /* @__PURE__ */ new Map(),
		isEnd: false
	};
	#fold;
	constructor(words, { ignoreCase = false } = {}) {
		this.#fold = ignoreCase ? (text) => text.toLowerCase() : (text) => text;
		for (const word of words) if (word !== "") this.#add(word);
	}
	/** Where words stand, from left to right and without overlap; of those that begin at one place the longest. */
	*find(text) {
		for (let start = 0; start < text.length; start++) {
			const end = this.#endOf(text, start);
			if (end === void 0) continue;
			yield {
				start,
				end
			};
			start = end - 1;
		}
	}
	#add(word) {
		let step = this.#start;
		for (let at = 0; at < word.length; at++) {
			const character = this.#fold(word.charAt(at));
			const next = step.next.get(character) ?? {
				next: /* @__PURE__ */ new Map(),
				isEnd: false
			};
			step.next.set(character, next);
			step = next;
		}
		step.isEnd = true;
	}
	#endOf(text, start) {
		let end;
		let step = this.#start;
		for (let at = start; step !== void 0; at++) {
			if (step.isEnd) end = at;
			step = at < text.length ? step.next.get(this.#fold(text.charAt(at))) : void 0;
		}
		return end;
	}
};

// src/story/addresses/address-finder.ts
/** Values longer than this, or more of them than that, no tenant gives out: beyond 32 hex digits they are searched one by one. */
const LONGEST = 256;
const MOST = 256;
/** Knows the addresses of a story and finds them in its texts. Time grows with the text, not with the number of addresses. */
var AddressFinder = class {
	#byHex = /* @__PURE__ */ new Map();
	#byValue = /* @__PURE__ */ new Map();
	#byFolded = /* @__PURE__ */ new Map();
	#words;
	/** Whether every address is looked for. */
	isComplete;
	constructor(story) {
		this.#collect(story, false);
		if (!this.isEmpty) for (const guid of definedGuids(story)) this.#forget(guid);
		const others = [...this.#byValue.keys()].filter((value) => value.length <= LONGEST).slice(0, MOST);
		this.isComplete = others.length === this.#byValue.size;
		for (const known of this.#byValue.values()) this.#byFolded.set(known.value.toLowerCase(), known);
		this.#words = new WordSearch(others, { ignoreCase: true });
	}
	get isEmpty() {
		return this.#byHex.size + this.#byValue.size === 0;
	}
	/** Values that nothing else looks like, for searching them in other spellings. */
	get sureValues() {
		return [...this.#byHex.values(), ...this.#byValue.values()].filter(({ strength, value }) => strength === "anywhere" && value.length <= LONGEST).map(({ value }) => value);
	}
	/** The addresses that a text quotes, in order and without overlap. */
	find(text) {
		const hits = [];
		if (this.#byHex.size > 0) rewriteHexWords(text, (word, start) => {
			const known = this.#byHex.get(word.toLowerCase());
			const hit = known && hitAt(text, start, start + word.length, known);
			if (hit) hits.push(hit);
			return hit && word;
		});
		if (this.#byValue.size > 0) for (const { start, end } of this.#words.find(text)) {
			const word = text.slice(start, end);
			const known = this.#byValue.get(word) ?? this.#byFolded.get(word.toLowerCase());
			const hit = known && hitAt(text, start, end, known);
			if (hit) hits.push(hit);
		}
		return apart(hits);
	}
	/** A text that may be shown. */
	hide(text) {
		let shown = "";
		let done = 0;
		for (const { start, end } of this.find(text)) {
			shown += `${text.slice(done, start)}***`;
			done = end;
		}
		return shown + text.slice(done);
	}
	#collect(story, embedded) {
		for (const point of ingressPoints(story)) {
			const address = ownAddress(point.action);
			const path = address.find(([option]) => option === "path")?.[1];
			for (const [option, value] of address) {
				if (typeof value !== "string" || value === "" || value.includes("storysync:destination-owned")) continue;
				const owner = {
					option,
					action: actionRef(story, point),
					path: typeof path === "string" ? path : void 0,
					embedded
				};
				const [list, key] = isHexWord(value) ? [this.#byHex, value.toLowerCase()] : [this.#byValue, value];
				const known = list.get(key) ?? knownFrom(value, owner);
				list.set(key, known);
				addOwner(known, owner);
			}
		}
		const inner = isArray(story.send_to_stories) ? story.send_to_stories : [];
		for (const entry of inner) if (isObject(entry)) this.#collect(entry, true);
	}
	#forget(value) {
		this.#byHex.delete(value.toLowerCase());
		this.#byValue.delete(value);
	}
};
function knownFrom(value, first) {
	return {
		value,
		strength: strengthOf(first.option, value),
		first,
		behindPath: /* @__PURE__ */ new Map(),
		behindAction: /* @__PURE__ */ new Map()
	};
}
function addOwner(known, owner) {
	const { option, path = "", action } = owner;
	if (option !== "secret") known.direct ??= owner;
	else {
		if (path !== "" && path.length <= LONGEST && !known.behindPath.has(path)) known.behindPath.set(path, owner);
		if (!known.behindAction.has(action)) known.behindAction.set(action, owner);
	}
}
function hitAt(text, start, end, known) {
	const { value, strength, first } = known;
	const alone = isWord(text, start, end);
	if (text.slice(start, end) !== value) return strength === "anywhere" || strength === "word" && alone ? {
		start,
		end,
		owner: first,
		doubtful: true
	} : void 0;
	const addressed = addressedOwner(text, start, end, known);
	if (addressed !== void 0) return {
		start,
		end,
		owner: addressed,
		doubtful: false
	};
	if (strength === "anywhere") return {
		start,
		end,
		owner: first,
		doubtful: false
	};
	if (strength === "addressed" || !alone) return void 0;
	return {
		start,
		end,
		owner: first,
		doubtful: strength === "doubtful"
	};
}
const BEHIND_KIND = /(?:\/|%2F)(?:webhooks?|pages?|forms?|mcp)(?:\/|%2F)$/i;
const BEHIND_REF = /:path:([0-9a-f]{32})$/;
/** Whose address the text is where a URL would have it: behind `/webhook/`, a secret behind its own path. */
function addressedOwner(text, start, end, known) {
	const { direct, behindPath, behindAction } = known;
	if (/^[\w-]/.test(text.slice(end, end + 1))) return void 0;
	if (direct && BEHIND_KIND.test(text.slice(Math.max(0, start - 20), start))) return direct;
	if (behindAction.size === 0) return void 0;
	const behind = text.slice(Math.max(0, start - LONGEST - DESTINATION_OWNED.length), start);
	const before = behind.replace(/(?:\/|%2F)$/i, "");
	if (before === behind) return void 0;
	for (let length = behindPath.size === 0 ? 0 : Math.min(LONGEST, before.length); length > 0; length--) {
		const owner = behindPath.get(before.slice(-length));
		if (owner !== void 0) return owner;
	}
	return behindAction.get(BEHIND_REF.exec(before)?.[1] ?? "");
}
/** No letter or digit goes on beside it; what an escape ends in (`%2F`, `\n`) is none. */
function isWord(text, start, end) {
	if (/^[a-z0-9]/i.test(text.slice(end, end + 1))) return false;
	const before = text.slice(Math.max(0, start - 3), start);
	return !/[a-z0-9]$/i.test(before) || /%[0-9a-f]{2}$/i.test(before) || /\\[nrt]$/.test(before);
}
function apart(hits) {
	if (hits.length < 2) return hits;
	let end = 0;
	return hits.toSorted((a, b) => a.start - b.start || b.end - a.end).filter((hit) => {
		if (hit.start < end) return false;
		end = hit.end;
		return true;
	});
}

// src/story/addresses/placeholder.ts
const QUOTED = new RegExp(`${DESTINATION_OWNED}:(path|secret|url_identifier):([0-9a-f]{32})`, "g");
/** Stands in a text where it quotes an address of its story: which value, and of which action. */
function quotedPlaceholder(option, action) {
	return `${DESTINATION_OWNED}:${option}:${action}`;
}
/** Puts a value in the place of each quoted address; undefined leaves the placeholder. */
function replacePlaceholders(text, value) {
	if (!text.includes("storysync:destination-owned")) return text;
	return text.replace(QUOTED, (found, option, action) => value(option, action, found) ?? found);
}

// src/story/addresses/neutralise.ts
/** The story without the values that belong to its tenant: what `export` writes (spec section 3). */
function neutralise(story) {
	const finder = new AddressFinder(story);
	const bare = withoutAddresses(story);
	if (finder.isEmpty) return bare;
	const own = (owner) => !owner.embedded;
	return mapFreeTexts(bare, (text) => withoutQuotes(text, finder, own), (text) => withoutQuotes(text, finder, () => true));
}
function withoutAddresses(story) {
	const recipients = "recipients" in story ? { recipients: [] } : {};
	return mapSubStories({
		...mapActions(story, withoutAddress),
		...recipients
	}, withoutAddresses);
}
function withoutAddress(action) {
	const owned = ownAddress(action);
	if (owned.length === 0) return action;
	return {
		...action,
		options: {
			...optionsOf(action),
			...Object.fromEntries(owned.map(([key]) => [key, DESTINATION_OWNED]))
		}
	};
}
function withoutQuotes(text, finder, mayName) {
	let written = "";
	let done = 0;
	for (const { start, end, owner, doubtful } of finder.find(text)) {
		if (doubtful || !mayName(owner)) continue;
		written += text.slice(done, start) + quotedPlaceholder(owner.option, owner.action);
		done = end;
	}
	return done === 0 ? text : written + text.slice(done);
}

// src/story/addresses/quoted-places.ts
/** Places whose placeholder names no address of the story: no push could put anything in its place. */
function danglingPlaceholders(story) {
	const owned = new Set(ingressPoints(story).flatMap((point) => ingressOptions(point.action).map((option) => `${option} ${actionRef(story, point)}`)));
	return placesWhere(story, (text) => {
		let dangling = false;
		replacePlaceholders(text, (option, action, placeholder) => {
			dangling ||= !owned.has(`${option} ${action}`);
			return placeholder;
		});
		return dangling;
	});
}
/** A URL with a host of its own, up to where the address of the story begins. */
const OWN_URL = new RegExp(`https?://[^\\s/"'<>{}]+/[^\\s"'<>{}]{0,200}?${DESTINATION_OWNED}:`, "i");
/** Places where a story calls itself at a fixed host: at a destination it would call that tenant. */
function fixedHosts(story) {
	return placesWhere(neutralise(story), (text) => text.includes("storysync:destination-owned") && OWN_URL.test(text));
}
function placesWhere(story, holds) {
	const places = /* @__PURE__ */ new Set();
	visitTexts(story, (text, path) => {
		if (holds(text)) places.add(path);
	});
	return [...places];
}

// src/desired/quoted-addresses.ts
const SHOWN = 5;
/** What a story file quotes of its own addresses, and what a push could not put right. */
function checkQuotedAddresses(story, file) {
	const place = {
		file,
		line: 1,
		column: 1
	};
	const dangling = danglingPlaceholders(story);
	const hosts = fixedHosts(story);
	const problems = [];
	if (dangling.length > 0) problems.push({
		code: "STO013",
		severity: "error",
		message: `${file} holds a placeholder for an address that none of its actions has, at ${listed(dangling)}`,
		hint: "export the story again, or name the guid of a webhook, page or MCP server of this story",
		place,
		hideSource: true
	});
	if (hosts.length > 0) problems.push({
		code: "STO014",
		severity: "warning",
		message: `${file} calls its own webhook or page at a fixed host, at ${listed(hosts)}; path and secret become those of each destination, the host does not`,
		hint: "write https://<<META.tenant.domain>>/… in Tines, so that each copy calls its own tenant",
		place,
		hideSource: true
	});
	return problems;
}
function listed(places) {
	const more = places.length > SHOWN ? ` and ${places.length - SHOWN} more places` : "";
	return `${places.slice(0, SHOWN).join(", ")}${more}`;
}

// src/model/tags.ts
/** A destination takes a story out of sync by itself with this tag. */
const DETACHED_TAG = "detached-from-sync";
/** The tags a story file asks for; anything that is not a string is not a tag. */
function tagsOf(story) {
	const tags = story.tags;
	return Array.isArray(tags) ? tags.filter((tag) => typeof tag === "string") : [];
}

// src/story/addresses/carry-addresses.ts
/** The addresses of a story, by {@link placeKey}; for telling whether they survived a push. */
function ingressValues(story) {
	return new Map(ingressPoints(story).map((point) => [placeKey(point), valuesOf(point.action)]));
}
/** Whether an address, or a text that quotes one, is still the placeholder of a file in git. */
function holdsPlaceholders(story) {
	let found = ingressPoints(story).some(({ action }) => Object.values(valuesOf(action)).includes(DESTINATION_OWNED));
	if (found) return true;
	mapFreeTexts({
		...story,
		send_to_stories: []
	}, (text) => {
		replacePlaceholders(text, (_option, _action, placeholder) => {
			found = true;
			return placeholder;
		});
		return text;
	});
	return found;
}
/**
* The wanted story with the destination's own addresses, also where its texts quote them, so that it goes on calling
* itself. Addresses that appear get fresh ones from `fresh` (32 hex digits each).
*/
function carryAddresses(wanted, live, matching, fresh) {
	const partners = new Map(matching.pairs.map((pair) => [placeKey(pair.wanted), pair.live]));
	const appearing = new Set(matching.appearing.map(placeKey));
	return {
		...withQuotes(mapActions(neutralise(wanted), (action, placed) => {
			const partner = partners.get(placeKey(placed));
			if (partner !== void 0) return withValues(action, valuesOf(partner.action));
			return appearing.has(placeKey(placed)) ? withValues(action, freshValues(action, fresh)) : action;
		})),
		...recipientsOf(wanted, live)
	};
}
/** Who may open a page, and whom the story writes to, as the destination has it. */
function carryPeople(wanted, live, matching) {
	const liveGuids = new Map(matching.pairs.map((pair) => [pair.wanted.action.guid, pair.live.action.guid]));
	return {
		...withGroups(wanted, (guid) => groupsOf(live, liveGuids.get(guid))),
		...recipientsOf(wanted, live)
	};
}
/** The story as a new one: fresh addresses, also where it quotes them. */
function withFreshAddresses(story, fresh) {
	return withQuotes(mapActions(neutralise(story), (action) => ingressOptions(action).length === 0 ? action : withValues(action, freshValues(action, fresh))));
}
/** Pages without a tenant's groups, no recipients. */
function withoutPeople(story) {
	return {
		...withGroups(story, () => null),
		..."recipients" in story ? { recipients: [] } : {}
	};
}
/** Quoted addresses become those that the actions have now. What an action has no value for is nothing to quote. */
function withQuotes(story) {
	const values = new Map(ingressPoints(story).toReversed().map((point) => [actionRef(story, point), new Map(ownAddress(point.action))]));
	return mapFreeTexts(story, (text) => replacePlaceholders(text, (option, action) => {
		const own = values.get(action);
		if (own === void 0) return void 0;
		const value = own.get(option);
		return typeof value === "string" ? value : "";
	}));
}
function recipientsOf(wanted, live) {
	const recipients = live.recipients ?? ("recipients" in wanted ? [] : void 0);
	return recipients === void 0 ? {} : { recipients };
}
function valuesOf(action) {
	return Object.fromEntries(ownAddress(action));
}
function freshValues(action, fresh) {
	return Object.fromEntries(newIngressOptions(action).map((key) => [key, fresh()]));
}
/** A key that the values do not have goes away: a placeholder must never reach a tenant. */
function withValues(action, values) {
	const owned = new Set(ingressOptions(action));
	const kept = Object.entries(optionsOf(action)).filter(([key]) => !owned.has(key));
	return {
		...action,
		options: {
			...Object.fromEntries(kept),
			...values
		}
	};
}
/** Sets `sso_groups` of each page; pages of releases that do not have the key stay without it. */
function withGroups(story, groups) {
	if (!isArray(story.pages)) return story;
	const pages = story.pages.map((page) => {
		if (!isObject(page) || typeof page.agent_guid !== "string") return page;
		const found = groups(page.agent_guid);
		return "sso_groups" in page || found !== null ? {
			...page,
			sso_groups: found
		} : page;
	});
	return {
		...story,
		pages
	};
}
function groupsOf(live, agentGuid) {
	return (isArray(live.pages) ? live.pages.filter(isObject) : []).find((page) => page.agent_guid === agentGuid)?.sso_groups ?? null;
}

// src/story/graph.ts
/** The same stories are asked for their slugs at every destination, again and again. */
const slugsByStory = /* @__PURE__ */ new WeakMap();
/**
* Every slug by which `STORY.slug` may mean a story: its own, which may carry a suffix that the name lacks, and the one
* that a tenant makes of its name.
*/
function slugsOf(story) {
	const known = slugsByStory.get(story);
	if (known) return known;
	const own = typeof story.slug === "string" && story.slug !== "" ? [story.slug] : [];
	const slugs = /* @__PURE__ */ new Set([...own, slugify(story.name)]);
	slugsByStory.set(story, slugs);
	return slugs;
}
/** Slugs of the stories that something with these references calls. */
function calledSlugs(references) {
	return new Set(references.flatMap(({ kind, slug }) => kind === "story" ? [slug] : []));
}
function isCalled(callee, called) {
	return !called.isDisjointFrom(slugsOf(callee));
}

// src/desired/lookalikes.ts
/**
* Two stories of one destination that people or formulas take for one: names that differ only in case or Unicode form, and
* names of one slug, of which `STORY.slug` means one only. A pair is said once, however many destinations have it.
*/
function findLookalikes({ destinations }, stories) {
	const pairs = /* @__PURE__ */ new Map();
	for (const destination of destinations) for (const [first, second] of pairsIn(destination, stories)) {
		const key = JSON.stringify([first.storyKey, second.storyKey].sort());
		const known = pairs.get(key) ?? {
			first,
			second,
			sharedBy: []
		};
		known.sharedBy.push(destination);
		pairs.set(key, known);
	}
	return [...pairs.values()].flatMap((pair) => describe(pair, stories) ?? []);
}
/** Each story with the first one before it that it is like. */
function* pairsIn({ subscriptions }, stories) {
	const first = /* @__PURE__ */ new Map();
	for (const subscription of subscriptions) {
		const desired = stories.get(subscription.storyKey);
		if (desired === void 0) continue;
		let other;
		for (const mark of marksOf(desired)) {
			other ??= first.get(mark);
			if (!first.has(mark)) first.set(mark, subscription);
		}
		if (other !== void 0) yield [other, subscription];
	}
}
/** The export's own slug may carry a suffix that a tenant makes anew, so the name's counts as well. */
function marksOf({ story }) {
	return /* @__PURE__ */ new Set([`name ${folded(story.name)}`, ...[...tellingSlugs(story)].map((slug) => `slug ${slug}`)]);
}
/** Names of other alphabets make slugs of nothing but underscores: these say nothing of each other. */
function tellingSlugs(story) {
	return new Set([...slugsOf(story)].filter((slug) => /[a-z0-9]/.test(slug)));
}
/** What a person reads, or a file system or a search takes for the same. */
function folded(name) {
	const seen = normalised(name, "NFKC").replace(/\p{Cf}/gu, "").replace(/\s+/gu, " ").trim().toLowerCase();
	return normalised(seen, "NFKC");
}
function describe({ first, second, sharedBy }, stories) {
	const [one, two] = [stories.get(first.storyKey), stories.get(second.storyKey)];
	if (one === void 0 || two === void 0) return void 0;
	if (one.story.name === two.story.name || one.stamp === two.stamp) return void 0;
	const [destination] = sharedBy;
	const more = sharedBy.length > 1 ? `, as ${sharedBy.length - 1} more do,` : "";
	const receives = `destination "${destination?.name ?? ""}"${more} receives "${first.storyKey}" and "${second.storyKey}"`;
	const related = [{
		message: `the other one, "${first.storyKey}", is asked for here`,
		place: first.place
	}];
	const rest = {
		severity: "warning",
		place: second.place,
		related
	};
	if (folded(one.story.name) === folded(two.story.name)) return {
		code: "DES008",
		message: `${receives}, whose names ("${two.story.name}") differ only in case, spaces or Unicode form`,
		hint: "rename one of them on the origin",
		...rest
	};
	const [slug] = tellingSlugs(two.story).intersection(tellingSlugs(one.story));
	return {
		code: "DES007",
		message: `${receives}, which share the slug "${slug}": <<STORY.${slug}>> can mean only one of them`,
		hint: "rename one of them on the origin, and correct what calls it",
		...rest
	};
}

// src/desired/rules.ts
/** Rules that need the manifest and the story files at once; each is small, named and independent. */
function checkTogether(manifest, stories) {
	return [...findLookalikes(manifest, stories), ...manifest.destinations.flatMap((destination) => [
		...repeatedNames(destination, stories),
		...repeatedLineage(destination, stories),
		...placeholdersToSend(destination, stories)
	])];
}
/** The tag would take the story out of sync everywhere. */
function findDetachedTag({ key, file, place }, story) {
	if (!tagsOf(story).includes("detached-from-sync")) return [];
	return [{
		code: "DES003",
		severity: "error",
		message: `story "${key}" (${file}) carries the tag "${DETACHED_TAG}" at the origin`,
		hint: "remove the tag on the origin and export the story again",
		place
	}];
}
/** Tenants find stories by name: of one name there can be one. */
function repeatedNames(destination, stories) {
	const first = /* @__PURE__ */ new Map();
	const problems = [];
	for (const subscription of destination.subscriptions) {
		const name = stories.get(subscription.storyKey)?.story.name;
		if (name === void 0) continue;
		const other = first.get(name);
		if (!other) {
			first.set(name, subscription);
			continue;
		}
		problems.push({
			code: "DES002",
			severity: "error",
			message: `destination "${destination.name}" would receive two stories named "${name}": "${other.storyKey}" and "${subscription.storyKey}"`,
			hint: "rename one of them on the origin, or subscribe to one of them only",
			place: subscription.place,
			related: [{
				message: `the other one, "${other.storyKey}", is asked for here`,
				place: other.place
			}]
		});
	}
	return problems;
}
/** The stamp says whose a live story is; two stories that share it would take each other over. */
function repeatedLineage(destination, stories) {
	const first = /* @__PURE__ */ new Map();
	const problems = [];
	for (const subscription of destination.subscriptions) {
		const desired = stories.get(subscription.storyKey);
		if (!desired) continue;
		const other = first.get(desired.stamp);
		if (!other) {
			first.set(desired.stamp, subscription);
			continue;
		}
		if (stories.get(other.storyKey)?.story.name === desired.story.name) continue;
		problems.push({
			code: "DES006",
			severity: "error",
			message: `destination "${destination.name}" would receive two versions of one story: "${other.storyKey}" and "${subscription.storyKey}" have the same guid`,
			hint: "subscribe to one of them only, or duplicate the story on the origin and export the copy",
			place: subscription.place,
			related: [{
				message: `the other one, "${other.storyKey}", is asked for here`,
				place: other.place
			}]
		});
	}
	return problems;
}
function placeholdersToSend(destination, stories) {
	if (destination.webhookUrls !== "export") return [];
	return destination.subscriptions.flatMap(({ storyKey, place }) => {
		const desired = stories.get(storyKey);
		if (!desired || !holdsPlaceholders(desired.story)) return [];
		return {
			code: "DES004",
			severity: "error",
			message: `destination "${destination.name}" asks for "webhook_urls: export", but ${desired.file} holds placeholders instead of addresses`,
			hint: "use \"webhook_urls: keep\", or put real addresses into the file",
			place
		};
	});
}

// src/desired/assemble.ts
const LARGE_STORY_BYTES = 5e6;
/**
* Puts the manifest and its story files together. `desired` is there exactly when no problem is an error, but for those
* of stories that are set apart.
*/
function assembleDesired(manifest, files, { before = /* @__PURE__ */ new Map(), setApart = false } = {}) {
	const problems = [];
	const ofStories = [];
	const broken = /* @__PURE__ */ new Map();
	const stories = /* @__PURE__ */ new Map();
	for (const entry of manifest.stories.values()) {
		const opened = openStory(entry, files.get(entry.key), manifest, before.get(entry.key));
		ofStories.push(...opened.problems);
		const finding = opened.problems.find(({ severity }) => severity === "error");
		if (finding) broken.set(entry.key, {
			key: entry.key,
			file: entry.file,
			finding
		});
		else if (opened.story) stories.set(entry.key, opened.story);
	}
	problems.push(...checkTogether(manifest, stories), ...checkAgreement(agreementInput(stories, files)));
	const all = [...ofStories, ...problems];
	if ((setApart ? problems : all).some(({ severity }) => severity === "error")) return { problems: all };
	const origin = manifest.origin ? { origin: manifest.origin } : {};
	return {
		desired: {
			manifestFile: manifest.file,
			stories,
			destinations: manifest.destinations,
			...origin,
			...broken.size > 0 ? { broken } : {}
		},
		problems: all
	};
}
function openStory(entry, file, manifest, before) {
	if (file?.kind !== "bytes") return { problems: [unreadableStory(entry, file?.shown ?? entry.file, file?.why ?? "it was not read")] };
	const { story, problems } = readStory(file.bytes, file.shown);
	if (!story) return { problems };
	const large = file.bytes.length > LARGE_STORY_BYTES ? [{
		code: "DES005",
		severity: "warning",
		message: `${file.shown} is ${(file.bytes.length / 1e6).toFixed(1)} MB; a tenant may refuse it`,
		hint: "shrink embedded images, or split the story",
		place: {
			file: file.shown,
			line: 1,
			column: 1
		}
	}] : [];
	const { references, uncheckable } = findReferences(story);
	return {
		problems: [
			...problems,
			...large,
			...checkQuotedAddresses(story, file.shown),
			...findDetachedTag(entry, story)
		],
		story: {
			key: entry.key,
			...entry.id === void 0 ? {} : { id: entry.id },
			file: entry.file,
			story,
			stamp: lineageStamp(story, manifest.origin?.tenantUrl),
			contentHash: sha256(canonicalStory(story)),
			references,
			uncheckable,
			recordTypes: recordTypesOf(story).definitions,
			...pastOf(story, before)
		}
	};
}
function unreadableStory({ key, place }, shown, why) {
	return {
		code: "DES001",
		severity: "error",
		message: `the file of story "${key}", ${shown}, cannot be read: ${why}`,
		hint: "export the story to that path, or correct its \"file\" in the manifest",
		place
	};
}
/** A file that was no story then says nothing about the past of this one. */
function pastOf(story, before) {
	if (before === void 0) return {};
	if (before === "same") return { before: story };
	if (before === "absent") return { before: null };
	const then = readStory(before, "base").story;
	return then === void 0 ? {} : { before: then };
}
function agreementInput(stories, files) {
	return [...stories.values()].map(({ key, file, recordTypes }) => ({
		key,
		file: files.get(key)?.shown ?? file,
		definitions: recordTypes
	}));
}

// src/git/read/commit-name.ts
/** `~2`, `^`, `^2`, `^{}` and `^{commit}` behind a name, any number of them. */
const NAME = /^([^~^]+)((?:~[0-9]{0,6}|\^(?:[0-9]{1,2}|\{(?:commit)?\})?)*)$/;
const OID = /^[0-9a-f]{40}$/;
/** Git's rules for a ref, as far as they keep a name inside its folder and apart from other syntax. */
const NO_REF = /[\s\p{Cc}\\~^:?*[]|\.\.|@\{|\/\/|^[/.-]|[/.]$|\.lock$/u;
/**
* The commit that a person means by `HEAD~2`, `main^`, `origin/main`, `v1.4` or `1a2b3c4`. Without a number `^` and
* `~` follow the first parent: on a merge commit, the branch that was merged into.
*/
async function resolveCommit(repository, name) {
	const [, start, steps] = NAME.exec(name) ?? [];
	if (start === void 0 || NO_REF.test(start)) return fail({ kind: "not_a_name" });
	let commit = await findStart(repository, start);
	for (const [step] of (steps ?? "").matchAll(/[~^][^~^]*/g)) {
		if (!commit.ok) return commit;
		commit = await takeStep(repository, commit.value, step);
	}
	return commit;
}
async function findStart(repository, start) {
	const lower = start.toLowerCase();
	if (OID.test(lower)) return peel(repository, lower);
	const special = await specialHead(repository, start);
	if (special !== void 0) return peel(repository, special);
	const refs = await findRefs(repository, start);
	if (refs.length > 0) return oneOf(repository, refs);
	return /^[0-9a-f]{4,39}$/.test(lower) ? expand(repository, lower) : fail({ kind: "unknown" });
}
/** Each work tree has its own HEAD, and its own memory of the last fetch. */
async function specialHead(repository, name) {
	if (name === "HEAD" || name === "@") return (await repository.head())?.commit;
	if (name !== "FETCH_HEAD" && name !== "ORIG_HEAD") return void 0;
	const text = await textOfFile(join(repository.dirs.gitDir, name)) ?? "";
	return OID.test(text.slice(0, 40)) ? text.slice(0, 40) : void 0;
}
async function findRefs({ dirs }, name) {
	const refs = [...[
		name,
		`refs/${name}`,
		`refs/tags/${name}`,
		`refs/heads/${name}`,
		`refs/remotes/${name}`
	], `refs/remotes/${name}/HEAD`].filter((ref) => ref.startsWith("refs/"));
	const oids = await Promise.all(refs.map((ref) => readRef(dirs.commonDir, ref)));
	return refs.flatMap((ref, index) => {
		const oid = oids[index];
		return oid === void 0 ? [] : [{
			ref,
			oid
		}];
	});
}
/** Git takes the tag and warns. Where a name decides what is pushed to customers, a guess is not good enough. */
async function oneOf(repository, refs) {
	const commits = await Promise.all(refs.map(({ oid }) => peel(repository, oid)));
	const [first] = commits;
	if (first === void 0) return fail({ kind: "unknown" });
	if (commits.every((commit) => commit.ok && first.ok && commit.value === first.value) || refs.length === 1) return first;
	return fail({
		kind: "ambiguous",
		candidates: refs.map(({ ref }) => ref.replace(/^refs\//, ""))
	});
}
/** Files and folders that begin alike are no candidates. */
async function expand(repository, prefix) {
	const matches = await readingObjects(() => repository.objects.expand(prefix));
	if (!matches.ok) return fail({
		kind: matches.error,
		oid: prefix
	});
	const peeled = await Promise.all(matches.value.map((oid) => peel(repository, oid)));
	const commits = [...new Set(peeled.flatMap((commit) => commit.ok ? [commit.value] : []))];
	const [only] = commits;
	if (only === void 0) return peeled[0] ?? fail({ kind: "unknown" });
	return commits.length === 1 ? ok(only) : fail({
		kind: "ambiguous",
		candidates: commits.toSorted()
	});
}
async function peel({ objects }, oid) {
	const commit = await readingObjects(() => objects.peel(oid));
	if (!commit.ok) return fail({
		kind: commit.error,
		oid
	});
	return commit.value === void 0 ? fail({ kind: "not_a_commit" }) : ok(commit.value);
}
async function takeStep(repository, commit, step) {
	if (step.includes("{")) return ok(commit);
	const count = step.length === 1 ? 1 : Number(step.slice(1));
	if (step.startsWith("^")) return count === 0 ? ok(commit) : parentOf(repository, commit, count);
	let current = ok(commit);
	for (let taken = 0; taken < count && current.ok; taken++) current = await parentOf(repository, current.value);
	return current;
}
/** The first parent is the one that a branch's own history goes on with. */
async function parentOf(repository, commit, number = 1) {
	const facts = await readingObjects(() => repository.objects.commit(commit));
	if (!facts.ok) return fail({
		kind: facts.error,
		oid: commit
	});
	const parent = facts.value.parents[number - 1];
	return parent === void 0 ? fail({
		kind: "no_parent",
		commit
	}) : peel(repository, parent);
}

// src/git/read/committed-file.ts
/** As in the operating system's own limit: more symbolic links than this in one path are a loop. */
const MAX_LINKS = 40;
/**
* The blob id of a file of a commit. Symbolic links are followed as the commit holds them and only inside its own tree,
* so that a commit gives the same content wherever it is read; the work tree and the disk around it have no say.
*/
async function findCommittedFile(tree, path) {
	let segments = posix.normalize(path).split("/");
	for (let links = 0; links <= MAX_LINKS; links++) {
		if (segments[0] === ".." || segments[0] === "") return fail("outside");
		const step = await walk(tree, segments);
		if (!("target" in step)) return step;
		if (posix.isAbsolute(step.target)) return fail("outside");
		const folder = segments.slice(0, step.length - 1).join("/");
		segments = posix.join(folder, step.target, ...segments.slice(step.length)).split("/");
	}
	return fail("not_a_file");
}
/** As far as the first symbolic link; `length` is how many segments lead to it. */
async function walk(tree, segments) {
	for (let length = 1; length <= segments.length; length++) {
		const entry = await tree.entry(segments.slice(0, length).join("/"));
		if (entry === void 0) return fail("absent");
		if (entry.mode === "120000") return {
			target: (await tree.blob(entry.oid)).toString("utf8"),
			length
		};
		if (length === segments.length) return entry.type === "blob" ? ok(entry.oid) : fail("not_a_file");
		if (entry.type === "commit") return fail("not_a_file");
		if (entry.type === "blob") return fail("absent");
	}
	return fail("absent");
}

// src/workspace/commit-stories.ts
/** The stories of today's catalogue as a commit holds them. Missing objects throw `NotFoundError`. */
var CommitStories = class CommitStories {
	commit;
	/** The commit has a manifest, but none that says where its stories lie. */
	manifestIsBroken;
	#tree;
	#layout;
	#then;
	#today;
	constructor(commit, tree, today, then) {
		this.commit = commit;
		this.manifestIsBroken = then === "broken";
		this.#tree = tree;
		this.#layout = today.layout;
		this.#today = catalogued(today.manifest.stories);
		this.#then = catalogued(then === void 0 || then === "broken" ? /* @__PURE__ */ new Map() : then.stories);
	}
	static async open(repository, commit, today) {
		const tree = new CommittedTree(repository.objects, commit);
		return new CommitStories(commit, tree, today, await manifestIn(tree, today));
	}
	/** Where the commit's own manifest has the story; else where today's has it. */
	pathOf(story) {
		return repositoryPath(this.#layout, (this.#entryOf(story) ?? story).file);
	}
	/** What the commit's own manifest has under a key. */
	named(key) {
		return this.#then.byKey.get(key);
	}
	/** Keys of the commit's own manifest. */
	get keys() {
		return this.#then.byKey.keys();
	}
	/** The blob id of the story's file. A file that was another story's then is not this one's. */
	async find(story) {
		return !this.#entryOf(story) && this.#then.files.has(story.file) ? fail("absent") : findCommittedFile(this.#tree, this.pathOf(story));
	}
	/** By its id at the origin, else by its key, unless that stood for a story then which has another key today. */
	#entryOf(story) {
		const sameId = this.#then.byId.get(story.id);
		const sameKey = this.#then.byKey.get(story.key);
		const elsewhere = this.#today.byId.get(sameKey?.id);
		return sameId ?? (elsewhere === void 0 || elsewhere.key === story.key ? sameKey : void 0);
	}
	read(blob) {
		return this.#tree.blob(blob);
	}
};
function catalogued(byKey) {
	const stories = [...byKey.values()];
	return {
		byKey,
		byId: new Map(stories.flatMap((story) => story.id === void 0 ? [] : [[story.id, story]])),
		files: new Set(stories.map(({ file }) => file))
	};
}
async function manifestIn(tree, today) {
	const { layout, manifest, bytes, date } = today;
	const blob = await findCommittedFile(tree, manifestInGit(layout));
	if (!blob.ok) return void 0;
	if (isBlob(bytes, blob.value)) return manifest;
	return openManifest({
		file: layout.manifestPath,
		bytes: await tree.blob(blob.value)
	}, { today: date }).manifest ?? "broken";
}

// src/workspace/base-content.ts
/**
* The commit before this run's content: HEAD where the work tree has moved on from it, else the first parent of the
* commit. Undefined where there is none, or none in this clone: then nobody can tell, and nobody needs to.
*/
async function usualBase(repository, run) {
	if (run.commit === null || run.dirty) return run.commit ?? void 0;
	const parent = await parentOf(repository, run.commit);
	return parent.ok ? parent.value : void 0;
}
async function baseIfHere(repository, name) {
	const commit = await resolveCommit(repository, name);
	return commit.ok ? commit.value : void 0;
}
/** What the stories were in the base commit. Only files that differ are read; what cannot be read is left out. */
async function readBefore(repository, base, today, files) {
	const before = /* @__PURE__ */ new Map();
	const stories = await readingObjects(() => CommitStories.open(repository, base, today));
	if (!stories.ok) return before;
	for (const entry of today.manifest.stories.values()) {
		const file = files.get(entry.key);
		if (file?.kind !== "bytes") continue;
		const read = await readingObjects(() => storyBefore(stories.value, entry, file.bytes));
		if (read.ok && read.value !== void 0) before.set(entry.key, read.value);
	}
	return before;
}
async function storyBefore(stories, entry, now) {
	const blob = await stories.find(entry);
	if (!blob.ok) return blob.error === "absent" ? "absent" : void 0;
	return isBlob(now, blob.value) ? "same" : stories.read(blob.value);
}

// src/workspace/named-commit.ts
/** The commit that a name stands for, or a problem that says what to write or fetch instead. */
async function namedCommit(repository, named) {
	const { option, name } = named;
	if (repository === void 0) {
		const hint = `run the command in a clone of the repository${option === "commit" ? "" : `, or without ${option}`}`;
		return fail(problem("GIT005", `${option} ${name} needs git history, and the manifest is in no git repository`, hint));
	}
	const foreign = await foreignStorage(repository.dirs.commonDir);
	if (foreign !== void 0) return fail(problem("GIT004", `${option} ${name} cannot be looked up: the repository uses ${foreign}`, "use a repository with sha1 object names, and files for its branches"));
	const commit = await resolveCommit(repository, name);
	return commit.ok ? commit : fail(await explain$1(repository, named, commit.error));
}
/** Objects of a commit are not here. Only said where they are really needed. */
async function missingHistory(repository, what, commit) {
	const message = `${what} is not in this clone`;
	switch (await cloneKind(repository.dirs.commonDir)) {
		case "shallow": return problem("GIT003", `${message}, which is shallow`, "bring the history: git fetch --unshallow (in a workflow: fetch-depth: 0 for actions/checkout)");
		case "partial": return problem("GIT003", `${message}, which is partial`, "bring what was left out: git fetch --refetch --no-filter");
		case "full": return problem("GIT003", message, `bring it: git fetch origin ${commit}`);
	}
}
function unreadableObjects(what, why) {
	if (why === "too_large") return problem("GIT020", `${what} unpacks to more than 50 MB`, "storysync reads no file this large; find out who committed it, and remove it");
	return problem("GIT004", `${what} cannot be read from git's objects`, "git fsck tells what is wrong with them");
}
async function explain$1(repository, { option, name }, refusal) {
	const given = `${option} ${JSON.stringify(name)}`;
	switch (refusal.kind) {
		case "unknown": {
			const hint = await cloneKind(repository.dirs.commonDir) === "shallow" ? "this clone is shallow and may lack it: git fetch --unshallow --tags (in a workflow: fetch-depth: 0 for actions/checkout)" : "git log --oneline lists commits; what only the remote has comes with: git fetch --tags";
			return problem("GIT001", `${given} is not a branch, tag or commit of this clone`, hint);
		}
		case "not_a_name": return problem("GIT001", `${given} is not a name of a commit`, "write a commit id, a branch or a tag, with ~2 or ^ after it if you like");
		case "ambiguous": {
			const hint = `write which one: ${refusal.candidates.slice(0, 5).map((candidate) => candidate.replace(/^[0-9a-f]{40}$/, shortId)).join(", ")}${refusal.candidates.length > 5 ? ", …" : ""}`;
			return problem("GIT002", `${given} can mean ${refusal.candidates.length} different commits`, hint);
		}
		case "no_parent": return problem("GIT001", `${given} goes back further than history does: ${shortId(refusal.commit)} has no such parent`, "go back by fewer commits; git log --oneline lists them");
		case "not_a_commit": return problem("GIT001", `${given} is a file or a folder, not a commit`, "git log --oneline lists commits");
		case "missing_objects": {
			const what = `the commit that ${given} leads to, ${shortId(refusal.oid)},`;
			if (await cloneKind(repository.dirs.commonDir) === "shallow") return missingHistory(repository, what, refusal.oid);
			return problem("GIT001", `${what} is not in this clone`, `if the remote has it: git fetch origin ${refusal.oid}`);
		}
		case "unreadable":
		case "too_large": return unreadableObjects(`the commit that ${given} leads to`, refusal.kind);
		default: return unreachable(refusal);
	}
}
/** Enough of an id for people, and for git. */
function shortId(commit) {
	return commit.slice(0, 12);
}
function problem(code, message, hint) {
	return {
		code,
		severity: "error",
		message,
		hint
	};
}

// src/desired/clash.ts
/**
* Pinned stories that a destination cannot have: what the manifest's rules refuse for the stories of today they refuse
* beside older ones too. The first finding of each.
*/
function findClash(manifest, destination, today, pinned) {
	const alone = {
		...manifest,
		destinations: [destination]
	};
	const errorOf = (stories) => checkTogether(alone, stories).find(({ severity }) => severity === "error");
	const clashes = /* @__PURE__ */ new Map();
	for (const [key, { file, recordTypes }] of pinned) {
		const inside = checkAgreement([{
			key,
			file,
			definitions: recordTypes
		}]).find((each) => each.severity === "error");
		if (inside) clashes.set(key, inside);
	}
	const subscribed = destination.subscriptions.flatMap(({ storyKey: key }) => {
		const story = pinned.has(key) ? void 0 : today.get(key);
		return story === void 0 ? [] : [[key, story]];
	});
	const sound = [...pinned].filter(([key]) => !clashes.has(key));
	if (errorOf(new Map([...subscribed, ...sound])) === void 0) return clashes;
	const accepted = new Map(subscribed);
	for (const [key, story] of sound) {
		const clash = errorOf(new Map([...accepted, [key, story]]));
		if (clash) clashes.set(key, clash);
		else accepted.set(key, story);
	}
	return clashes;
}

// src/model/wanted-story.ts
/** The pin that a pair goes by. A detached story gets nothing from us, so it is compared with git as it is today. */
function pinOf({ pin, subscriptions }, key) {
	if (pin === void 0 || pin.stories?.includes(key) === false) return void 0;
	const subscription = subscriptions.find(({ storyKey }) => storyKey === key);
	return subscription === void 0 || subscription.detached ? void 0 : pin;
}
/** The story that git wants at a destination: that of its pin, else today's. */
function wantedStory(desired, destination, key) {
	return pinnedEntry(desired, destination, key)?.story ?? desired.stories.get(key);
}
/** Why the pin of a pair cannot be honoured. */
function unusablePin(desired, destination, key) {
	const pinned = pinnedEntry(desired, destination, key);
	return pinned?.kind === "unusable" ? pinned.fact : void 0;
}
/** Every version that git wants somewhere: those of today, and those of pins. */
function allVersions(desired) {
	const known = versions.get(desired);
	if (known) return known;
	const found = /* @__PURE__ */ new Map();
	const add = (story) => found.set(`${story.key} ${story.stamp} ${story.contentHash}`, story);
	for (const ofDestination of desired.pinned?.values() ?? []) for (const entry of ofDestination.values()) if (entry.kind === "read") add(entry.story);
	for (const story of desired.stories.values()) add(story);
	const all = [...found.values()];
	versions.set(desired, all);
	return all;
}
/** Every name that the repository itself uses for a record type, in any version that somebody gets. */
function recordTypeNames(desired) {
	return new Set(allVersions(desired).flatMap(({ recordTypes }) => recordTypes.map(({ name }) => name)));
}
/** Each of a thousand destinations asks. */
const versions = /* @__PURE__ */ new WeakMap();
function pinnedEntry(desired, destination, key) {
	if (pinOf(destination, key) === void 0) return void 0;
	const entry = desired.pinned?.get(destination.name)?.get(key);
	if (entry === void 0) throw new Error(`Internal error: the pin of ${destination.name} was not read for ${key}`);
	return entry;
}
/** Stands for what no file tells. Nothing of it is ever sent. */
function standIn({ key, file }) {
	return {
		key,
		file,
		story: {
			name: key,
			guid: "",
			agents: [],
			links: []
		},
		stamp: "",
		contentHash: "",
		references: [],
		uncheckable: [],
		recordTypes: []
	};
}

// src/git/read/ancestors.ts
/**
* Which of these commits are the tip itself or lie before it, along every parent. One walk answers for all, and ends with
* the last of them. The dates of commits are not trusted: who is left out is refused, so the walk goes on to the end.
*/
async function ancestorsAmong(objects, tip, asked) {
	const found = /* @__PURE__ */ new Set();
	const seen = /* @__PURE__ */ new Set([tip]);
	let complete = true;
	for (const commit of seen) {
		if (found.size === asked.size) return {
			found,
			complete: true
		};
		const facts = await readingObjects(() => objects.commit(commit));
		if (!facts.ok) {
			complete = false;
			continue;
		}
		if (asked.has(commit)) found.add(commit);
		for (const parent of facts.value.parents) seen.add(parent);
	}
	return {
		found,
		complete
	};
}

// src/workspace/resolve-pins.ts
/**
* The commits that pins name: unique among the ancestors of `tip`, which is the default branch as the remote told it.
* What this clone cannot tell is never called wrong.
*/
async function resolvePins(repository, tip, written) {
	const all = (because) => new Map([...written].map((name) => [name, fail(because)]));
	if (repository === void 0 || tip === null) return all({ kind: "no_repository" });
	const foreign = await foreignStorage(repository.dirs.commonDir);
	if (foreign !== void 0) return all({
		kind: "git_unreadable",
		finding: {
			message: `the repository uses ${foreign}`,
			hint: "use a repository with sha1 object names, and files for its branches"
		}
	});
	const clone = await cloneKind(repository.dirs.commonDir);
	const start = await readingObjects(() => repository.objects.commit(tip));
	if (!start.ok) {
		if (start.error !== "missing_objects") return all(unreadable(tip, start.error));
		return all(clone === "shallow" ? {
			kind: "history_missing",
			clone
		} : {
			kind: "tip_missing",
			tip
		});
	}
	const candidates = /* @__PURE__ */ new Map();
	for (const name of written) candidates.set(name, await commitsNamed(repository, name));
	const asked = new Set([...candidates.values()].flatMap((each) => each.ok ? each.value : []));
	const { found, complete } = await ancestorsAmong(repository.objects, tip, asked);
	const decide = (name, named) => {
		if (!named.ok) return named;
		const [merged, second] = named.value.filter((commit) => found.has(commit));
		if (merged !== void 0 && second !== void 0) return fail(ambiguous(named.value, found));
		const certain = name.length === 40 || clone !== "shallow";
		if (merged !== void 0 && certain) return ok(merged);
		if (clone === "shallow" || !complete) return fail({
			kind: "history_missing",
			clone
		});
		const [only] = named.value;
		return fail(only === void 0 ? { kind: "unknown_commit" } : {
			kind: "not_merged",
			commit: only
		});
	};
	return new Map([...candidates].map(([name, named]) => [name, decide(name, named)]));
}
/** Commits of this clone whose names begin so; files and folders that do are none. */
async function commitsNamed(repository, name) {
	const { objects } = repository;
	const read = await readingObjects(async () => {
		const ids = name.length === 40 ? [name] : await objects.expand(name);
		const commits = [];
		for (const id of ids) if (await objects.peel(id) === id) commits.push(id);
		return commits;
	});
	if (read.ok) return read;
	return read.error === "missing_objects" ? ok([]) : fail(unreadable(name, read.error));
}
function ambiguous(named, found) {
	return {
		kind: "ambiguous_commit",
		commits: named.filter((commit) => found.has(commit)).toSorted()
	};
}
function unreadable(commit, why) {
	const { message, hint } = unreadableObjects(`commit ${shortId(commit)}`, why);
	return {
		kind: "git_unreadable",
		finding: {
			message,
			hint
		}
	};
}

// src/workspace/stories-at.ts
/** The story files of a commit, for `--at`. A file that is not in this clone stops the run: half a rollback is none. */
async function readStoriesAt(repository, commit, today) {
	const read = await readingCommit(repository, commit, async () => {
		return collect(await CommitStories.open(repository, commit, today), [...today.manifest.stories.values()]);
	});
	return read.ok ? read.value : read;
}
/** Objects that are not here, or cannot be read, as a problem that says what to do. */
async function readingCommit(repository, commit, work) {
	const read = await readingObjects(work);
	if (read.ok) return read;
	const what = `a part of commit ${shortId(commit)}`;
	return fail(read.error === "missing_objects" ? await missingHistory(repository, what, commit) : unreadableObjects(what, read.error));
}
async function collect(stories, catalogue) {
	const commit = shortId(stories.commit);
	const files = /* @__PURE__ */ new Map();
	const absent = /* @__PURE__ */ new Map();
	for (const entry of catalogue) {
		const shown = shownInCommit(stories, entry);
		const file = await storyFileOf(stories, entry);
		if (file === "absent") absent.set(entry.key, notThere(entry, shown));
		else files.set(entry.key, file);
	}
	if (files.size === 0 && absent.size > 0) return fail(nothingThere(commit));
	const problems = [...stories.manifestIsBroken ? [brokenManifest(commit)] : [], ...absent.values()];
	return ok({
		files,
		absent: new Set(absent.keys()),
		problems
	});
}
/** As git writes it: `git show` prints the file by this name. */
function shownInCommit(stories, entry) {
	return `${shortId(stories.commit)}:${stories.pathOf(entry)}`;
}
/** The file of one story in the commit. Missing objects throw. */
async function storyFileOf(stories, entry) {
	const shown = shownInCommit(stories, entry);
	const blob = await stories.find(entry);
	if (!blob.ok) return blob.error === "absent" ? "absent" : {
		kind: "unreadable",
		why: explain(blob.error),
		shown
	};
	try {
		return {
			kind: "bytes",
			bytes: await stories.read(blob.value),
			shown
		};
	} catch (error) {
		if (!(error instanceof TooLargeObjectError)) throw error;
		return {
			kind: "unreadable",
			why: "it is larger than 50 MB",
			shown
		};
	}
}
function explain(refusal) {
	return refusal === "outside" ? "a symbolic link there leads out of the repository" : "there is a folder, a submodule or a loop of symbolic links in its place";
}
function notThere({ key, place }, shown) {
	return {
		code: "GIT006",
		severity: "warning",
		message: `story "${key}" is not part of this run: there is no ${shown}`,
		hint: "it stays at the destinations as it is",
		place
	};
}
function nothingThere(commit) {
	return {
		code: "GIT006",
		severity: "error",
		message: `commit ${commit} holds none of the manifest's stories`,
		hint: "give a commit of the branch that the stories are on"
	};
}
/** Only a hint: most commits have their stories where today's manifest has them. */
function brokenManifest(commit) {
	return {
		code: "GIT007",
		severity: "warning",
		message: `the manifest of commit ${commit} has errors; its stories are looked up where today's manifest has them`,
		hint: "nothing to do, unless story files have moved since"
	};
}

// src/workspace/read-pins.ts
/** The stories of all pins, each read once per commit, whatever number of destinations is pinned to it. */
async function readPins(question) {
	const { repository, today, destinations, tip, stories } = question;
	const pinned = destinations.filter(({ pin }) => pin !== void 0);
	if (pinned.length === 0) return /* @__PURE__ */ new Map();
	const commits = await resolvePins(repository, tip, new Set(pinned.flatMap(({ pin }) => pin?.commit ?? [])));
	const keysOf = /* @__PURE__ */ new Map();
	for (const destination of pinned) {
		const commit = commits.get(destination.pin?.commit ?? "");
		if (!commit?.ok) continue;
		const keys = keysOf.get(commit.value) ?? /* @__PURE__ */ new Set();
		keysOf.set(commit.value, keys);
		for (const key of pinnedKeys(destination)) keys.add(key);
	}
	const read = /* @__PURE__ */ new Map();
	const contents = /* @__PURE__ */ new Map();
	if (repository !== void 0) for (const [commit, keys] of keysOf) read.set(commit, await readCommit(repository, commit, keys, today, contents));
	const found = (destination, key) => {
		const commit = commits.get(destination.pin?.commit ?? "");
		if (commit === void 0) throw new Error(`Internal error: the pin of ${destination.name} was not looked up`);
		return commit.ok ? read.get(commit.value)?.get(key) ?? fail({ kind: "no_repository" }) : commit;
	};
	return new Map(pinned.map((each) => [each.name, entriesOf(each, found, today.manifest, stories)]));
}
function pinnedKeys(destination) {
	return destination.subscriptions.map(({ storyKey }) => storyKey).filter((key) => pinOf(destination, key) !== void 0);
}
function entriesOf(destination, found, manifest, stories) {
	const reads = new Map(pinnedKeys(destination).map((key) => [key, found(destination, key)]));
	const clashes = findClash(manifest, destination, stories, new Map([...reads].flatMap(([key, each]) => each.ok ? [[key, each.value]] : [])));
	const entries = [...reads].map(([key, each]) => {
		const { pin } = destination;
		if (pin === void 0) throw new Error(`Internal error: ${destination.name} is not pinned`);
		const clash = clashes.get(key);
		if (each.ok && clash === void 0) return [key, {
			kind: "read",
			story: each.value
		}];
		const because = each.ok ? {
			kind: "story_clashes",
			finding: {
				message: clash?.message ?? "",
				hint: clash?.hint ?? null
			}
		} : each.error;
		const file = manifest.stories.get(key)?.file ?? key;
		return [key, {
			kind: "unusable",
			story: stories.get(key) ?? standIn({
				key,
				file
			}),
			fact: {
				kind: "pin_unusable",
				pin,
				because
			}
		}];
	});
	return new Map(entries);
}
async function readCommit(repository, commit, keys, today, contents) {
	const opened = await reading(repository, commit, () => CommitStories.open(repository, commit, today));
	const found = /* @__PURE__ */ new Map();
	for (const key of keys) {
		const entry = today.manifest.stories.get(key);
		if (entry === void 0) continue;
		const story = opened.ok ? await readOne(repository, opened.value, entry, today, contents) : opened;
		found.set(key, story.ok ? ok({
			...story.value,
			commit
		}) : story);
	}
	return found;
}
async function readOne(repository, stories, entry, { manifest }, contents) {
	const read = await reading(repository, stories.commit, async () => {
		const blob = await stories.find(entry);
		const known = blob.ok ? contents.get(`${entry.key} ${blob.value}`) : void 0;
		if (known !== void 0) return known;
		const opened = open$1(await storyFileOf(stories, entry), entry, manifest, shownInCommit(stories, entry));
		if (blob.ok) contents.set(`${entry.key} ${blob.value}`, opened);
		return opened;
	});
	return read.ok ? read.value : read;
}
function open$1(file, entry, manifest, shown) {
	if (file === "absent") return fail({
		kind: "story_absent",
		at: shown
	});
	const { story, problems } = openStory(entry, file, manifest, "same");
	const wrong = problems.find(({ severity }) => severity === "error");
	if (story !== void 0 && wrong === void 0) return ok(story);
	const { place, message, hint } = wrong ?? {
		message: "it holds no story",
		hint: null
	};
	const at = place === void 0 || place.file === manifest.file ? shown : `${place.file}:${place.line}`;
	return fail({
		kind: "story_unusable",
		at,
		finding: {
			message,
			hint
		}
	});
}
async function reading(repository, commit, work) {
	const read = await readingObjects(work);
	if (read.ok) return read;
	if (read.error === "missing_objects") return fail({
		kind: "history_missing",
		clone: await cloneKind(repository.dirs.commonDir)
	});
	const { message, hint } = unreadableObjects(`a part of commit ${shortId(commit)}`, read.error);
	return fail({
		kind: "git_unreadable",
		finding: {
			message,
			hint
		}
	});
}

// src/workspace/workspace.ts
/** Reads the manifest and all its story files; offline. */
async function openWorkspace(surroundings, manifestPath, { at: atName, base: baseChoice, setApart = false, lookUpPins = false } = {}) {
	const found = await readManifestBytes(surroundings, manifestPath);
	if (!found.ok) return couldNotRun(found.error);
	const { source, layout, repository } = found.value;
	const at = atName === void 0 ? ok(void 0) : await namedCommit(repository, {
		option: "--at",
		name: atName
	});
	if (!at.ok) return couldNotRun(at.error);
	const date = todayOf(surroundings);
	const opened = openManifest(source, { today: date });
	const { manifest, text } = opened;
	if (!manifest) {
		const sourceOf = (file) => file === manifestPath ? text : void 0;
		return {
			problems: opened.problems,
			unreadable: false,
			sourceOf,
			counts: NO_COUNTS
		};
	}
	const today = {
		manifest,
		bytes: source.bytes,
		layout,
		date
	};
	const stories = await readStories(repository, at.value, today);
	if (!stories.ok) return couldNotRun(stories.error);
	const { files, absent } = stories.value;
	const run = await positionOf(repository, at.value, today);
	const base = await chooseBase(repository, baseChoice, {
		commit: at.value ?? run.head,
		dirty: run.isAhead
	});
	if (!base.ok) return couldNotRun(base.error);
	const before = repository && base.value ? await readBefore(repository, base.value, today, files) : /* @__PURE__ */ new Map();
	const held = new Map([...manifest.stories].filter(([key]) => !absent.has(key)));
	const assembled = assembleDesired({
		...manifest,
		stories: held
	}, files, {
		before,
		setApart
	});
	const { destinations } = manifest;
	const known = assembled.desired?.stories ?? /* @__PURE__ */ new Map();
	const pins = {
		repository,
		today,
		destinations,
		tip: run.head,
		stories: known
	};
	const result = {
		...lookUpPins ? { pins: {
			manifest,
			stories: await readPins(pins)
		} } : {},
		problems: [
			...opened.problems,
			...stories.value.problems,
			...assembled.problems
		],
		unreadable: false,
		sourceOf: (file) => file === manifestPath ? text : textOf(files, file),
		counts: countManifest(manifest)
	};
	if (!assembled.desired) return result;
	const { head, dirty, doubt } = run;
	const workspace = {
		manifest,
		desired: assembled.desired,
		layout,
		today,
		repository,
		head,
		dirty,
		...doubt === void 0 ? {} : { doubt },
		absent,
		...at.value === void 0 ? {} : { at: at.value },
		commit: at.value ?? (dirty ? null : head),
		...base.value === void 0 ? {} : { base: base.value }
	};
	return {
		...result,
		workspace
	};
}
async function readStories(repository, at, today) {
	if (repository && at !== void 0) return readStoriesAt(repository, at, today);
	return ok({
		files: await readWorkTree(today.manifest, today.layout),
		absent: /* @__PURE__ */ new Set(),
		problems: []
	});
}
/** Where the files stand to git. Stories of a commit are never dirty. */
async function positionOf(repository, at, { manifest, layout }) {
	const paths = [manifestInGit(layout), ...at === void 0 ? storiesInGit(layout, manifest) : []];
	const status = await repository?.status(paths) ?? "changed";
	const dirty = status !== "same";
	return {
		head: (await repository?.head())?.commit ?? null,
		dirty,
		...typeof status === "string" ? {} : { doubt: status.unknown },
		isAhead: dirty && at === void 0
	};
}
async function chooseBase(repository, choice, run) {
	if (typeof choice === "string") return namedCommit(repository, {
		option: "--base",
		name: choice
	});
	if (choice === false || repository === void 0) return ok(void 0);
	return ok(choice ? await baseIfHere(repository, choice.ifHere) : await usualBase(repository, run));
}
/** The command ends before there is anything to check. */
function couldNotRun(problem) {
	return {
		problems: [problem],
		unreadable: true,
		sourceOf: () => void 0,
		counts: NO_COUNTS
	};
}

export { mapSubStories as $, unpack as $t, withoutPeople as A, entriesAt as An, ObjectReader as At, unquoteSchema as B, deltaSizes as Bt, calledSlugs as C, parseTenantUrl as Cn, currentBranch as Ct, carryPeople as D, matcher as Dn, CommittedTree as Dt, carryAddresses as E, ringOf as En, findGitDirs as Et, replacePlaceholders as F, readFileSafely as Fn, entryAt as Ft, findReferences as G, sweepOnce as Gt, isHexWord as H, headerAt as Ht, AddressFinder as I, parseTree as It, isLineageStamp as J, ownerTag as Jt, recordSlugMentions as K, fateOf as Kt, WordSearch as L, withEntries as Lt, tagsOf as M, fromHere as Mn, storageFailure as Mt, fixedHosts as N, quoted as Nn, cloneKind as Nt, ingressValues as O, readOptions as On, blobId as Ot, neutralise as P, isInside as Pn, foreignStorage as Pt, ingressPoints as Q, TooLargeObjectError as Qt, rewriteStrings as R, Recent as Rt, checkTogether as S, readDocument as Sn, openRepository as St, slugsOf as T, manifestSchema as Tn, readRef as Tt, rewriteHexWords as U, typeName as Ut, actionRef as V, distanceAt as Vt, DESTINATION_OWNED as W, durableFs as Wt, canonicalStory as X, systemProcesses as Xt, isOfOrigin as Y, readOwner as Yt, ingressOptions as Z, DamagedObjectError as Zt, CommitStories as _, require_validation_error as _n, todayOf as _t, readingCommit as a, openManifest as an, differInCaseOnly as at, openStory as b, require_util as bn, readManifestBytes as bt, resolvePins as c, require_format as cn, listed$1 as ct, recordTypeNames as d, require_validation as dn, withoutKeys as dt, manifestFile as en, ownAddress as et, standIn as f, require_core as fn, canonicalJson as ft, shortId as g, require_ref_error as gn, sha256 as gt, namedCommit as h, require_compile as hn, contentHashWithList as ht, brokenManifest as i, storiesInGit as in, customFields as it, DETACHED_TAG as j, childOf as jn, readingObjects as jt, withFreshAddresses as k, isDay as kn, withoutCarriageReturns as kt, allVersions as l, require_applicator as ln, repeated as lt, wantedStory as m, require_core$1 as mn, contentHash as mt, openWorkspace as n, repositoryPath as nn, TEXT_ENUM as nt, shownInCommit as o, require_discriminator as on, fieldsKey as ot, unusablePin as p, require_ref as pn, compactJson as pt, slugify as q, newOwner as qt, readPins as r, shownPath as rn, byName as rt, storyFileOf as s, require_metadata as sn, firstByName as st, couldNotRun as t, manifestInGit as tn, recordTypesOf as tt, pinOf as u, require_dependencies as un, sameFields as ut, findCommittedFile as v, require_validate as vn, NO_COUNTS as vt, isCalled as w, tenantUrlForm as wn, readHeadFile as wt, unreadableStory as x, require_codegen as xn, explainRefusal as xt, parentOf as y, require_names as yn, countManifest as yt, rewriteTexts as z, applyDelta as zt };