import { r as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { n as guesser, r as nearest, t as didYouMean } from "./suggestion.js";
import { i as whyNoKey, n as keyNamePattern, r as mayBeKey, t as KEY_SUFFIX } from "./key-name.js";
import { i as unreachable, n as fail, r as ok, t as require_dist } from "./dist.js";
import { n as readRegularFile, r as textOfFile, t as MOST_FILE_BYTES } from "./regular-file.js";
import { C as ACCESS_PLACEHOLDER, S as isLoopback, b as isArray, c as optionsOf, i as allActions, l as placeKey, o as isTool, r as parseJson, s as mapActions, v as systemClock, x as isObject, y as catalogue } from "./read.js";
import { t as require_isomorphic_git } from "./isomorphic-git.js";
import { basename, dirname, join, posix, relative, resolve, sep } from "node:path";
import fs, { promises } from "node:fs";
import { lstat, open, opendir, readFile, readdir, readlink, rm, unlink } from "node:fs/promises";
import { Buffer } from "node:buffer";
import { constants as constants$2, inflateSync } from "node:zlib";
import { createHash, hash, randomBytes } from "node:crypto";
import { hostname } from "node:os";

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

// src/model/text/order.ts
/** The one order of texts: by UTF-16 code unit, the same on every machine. */
function byText(one, other) {
	return one < other ? -1 : one > other ? 1 : 0;
}
/** Things in the order of a text of theirs. */
function byTextOf(textOf) {
	return (one, other) => byText(textOf(one), textOf(other));
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
	return (a.place?.line ?? 0) - (b.place?.line ?? 0) || (a.place?.column ?? 0) - (b.place?.column ?? 0) || byText(a.code, b.code) || byText(a.message, b.message);
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
	for (const name of namesIn$1(root)) texts.delete(name);
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
function namesIn$1(root) {
	if (root.kind !== "map") return [];
	return NAMED.flatMap((section) => {
		const map = root.entries.get(section)?.value.node;
		return map?.kind === "map" ? [...map.entries.keys()].flatMap((name) => [name, `@${name}`]) : [];
	});
}
function isLong(text) {
	return text.length >= SHORTEST;
}

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

// src/manifest/shape/compile-manifest.ts
const check = validate0;
const schema0 = {
	"$schema": "http://json-schema.org/draft-07/schema#",
	"title": "storysync manifest",
	"description": "sync.yaml: which destinations (tenant and team) receive which stories of the origin.",
	"type": "object",
	"additionalProperties": false,
	"required": [
		"version",
		"stories",
		"destinations"
	],
	"properties": {
		"version": {
			"description": "Version of the manifest format. The only one so far is 1.",
			"type": "integer",
			"const": 1,
			"examples": [1]
		},
		"origin": {
			"description": "The tenant and team that the published stories come from. Needed by `export` and by destinations in the same tenant.",
			"type": "object",
			"additionalProperties": false,
			"required": [
				"tenant_url",
				"team_id",
				"api_key"
			],
			"properties": {
				"tenant_url": {
					"description": "Address of the origin tenant. https, except for loopback hosts; a path prefix is allowed.",
					"type": "string",
					"pattern": "^https?://[^\\s?#\\\\@/]+(?:/[^\\s?#\\\\]*)?$",
					"examples": ["https://acme.tines.com"]
				},
				"team_id": {
					"description": "Number of the team that owns the stories.",
					"type": "integer",
					"minimum": 1,
					"maximum": 9007199254740991,
					"examples": [7]
				},
				"api_key": {
					"description": "Reference to the API key of the origin, `${NAME}` or `${vault:PATH#FIELD}`. Never the key itself.",
					"type": "string",
					"pattern": "^(?:\\$\\{(?:[A-Z_][A-Z0-9_]*_TINES_API_KEY|(?!(?:ACTIONS|AWS|AZURE|GITHUB|GOOGLE|INPUT|NODE|NPM|RUNNER|SSH|STORYSYNC|VAULT|DYLD|GIT|LC|LD|XDG)_|(?:_|APPDATA|CI|CI_JOB_TOKEN|COLORTERM|COLUMNS|COMPUTERNAME|COMSPEC|DATABASE_URL|DISPLAY|EDITOR|EGID|EUID|FORCE_COLOR|GH_ENTERPRISE_TOKEN|GH_TOKEN|GID|GOROOT|HISTFILE|HOME|HOMEDRIVE|HOST|HOSTNAME|HOSTTYPE|IFS|LANG|LANGUAGE|LINES|LOCALAPPDATA|LOGNAME|LS_COLORS|MACHTYPE|MAIL|NO_COLOR|OLDPWD|OSTYPE|PAGER|PATHEXT|PERL5LIB|PPID|PROGRAMDATA|PROGRAMFILES|PUBLIC|PWD|RUBYLIB|RUBYOPT|SHELL|SHELLOPTS|SHLVL|SUDO_COMMAND|SUDO_USER|SYSTEMDRIVE|SYSTEMROOT|TEMP|TERM|TERM_PROGRAM|TMP|TMPDIR|TZ|UID|USER|USERDOMAIN|USERNAME|USERPROFILE|VISUAL|WINDIR|[A-Z0-9_]*PATH|[A-Z0-9_]+_HOME|[A-Z0-9_]+_PROXY|PS[0-9])\\}$)[A-Z_][A-Z0-9_]*)\\}$|\\$\\{vault:(?!\\.)(?:[A-Za-z0-9_.-]|\\{(?:destination|access|label\\.[A-Za-z0-9_.-]+)\\})+(?<!\\.)(?:/(?!\\.)(?:[A-Za-z0-9_.-]|\\{(?:destination|access|label\\.[A-Za-z0-9_.-]+)\\})+(?<!\\.))*#[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?\\}$)",
					"examples": ["${ACME_TINES_API_KEY}", "${vault:tines/origin/{access}#api_key}"]
				},
				"require_change_control": {
					"description": "Export only stories that are under change control, so that git holds what was approved.",
					"type": "boolean",
					"default": true,
					"examples": [false]
				}
			},
			"examples": [{
				"tenant_url": "https://acme.tines.com",
				"team_id": 7,
				"api_key": "${ACME_TINES_API_KEY}"
			}]
		},
		"stories": {
			"description": "The catalogue: every story of the repository. The key names the file, stories/<key>.json.",
			"type": "object",
			"propertyNames": { "pattern": "^[a-z0-9][a-z0-9_.-]{0,62}$" },
			"additionalProperties": {
				"description": "A story of the catalogue.",
				"type": ["object", "null"],
				"additionalProperties": false,
				"properties": {
					"id": {
						"description": "Number of the story on the origin tenant. Required when there is an `origin`.",
						"type": "integer",
						"minimum": 1,
						"maximum": 9007199254740991,
						"examples": [9981]
					},
					"file": {
						"description": "Path of the story file, relative to the folder of the manifest and inside it. Default: stories/<key>.json.",
						"type": "string",
						"pattern": "^[^/\\\\].*\\.json$",
						"examples": ["stories/ir/incident-response.json"]
					},
					"allow_literals": {
						"description": "Literals of this story that look like credentials and may be exported all the same: the place as the message of `export` names it, and the reason.",
						"type": "object",
						"additionalProperties": {
							"description": "Why the literal is no secret. People read it when they review the manifest.",
							"type": "string",
							"pattern": "\\S",
							"examples": ["public demo key from the documentation of the vendor"]
						},
						"examples": [{ "agents[Get report].options.headers.X-API-Key": "public demo key from the documentation of the vendor" }]
					}
				},
				"examples": [{ "id": 9981 }, {
					"id": 9983,
					"file": "stories/ir/incident-response.json"
				}]
			},
			"examples": [{
				"phishing-triage": { "id": 9981 },
				"ioc-enrichment": { "id": 9982 }
			}]
		},
		"groups": {
			"description": "Named lists of stories. A destination subscribes to a whole group with \"@name\".",
			"type": "object",
			"propertyNames": { "pattern": "^[a-z0-9][a-z0-9_.-]{0,62}$" },
			"additionalProperties": {
				"description": "Story keys, or \"@group\" for all stories of another group.",
				"type": "array",
				"items": {
					"type": "string",
					"description": "A story key of the catalogue, or \"@group\".",
					"pattern": "^@?[a-z0-9][a-z0-9_.-]{0,62}$"
				},
				"examples": [["phishing-triage", "ioc-enrichment"], ["@baseline", "incident-response"]]
			},
			"examples": [{ "baseline": ["phishing-triage", "ioc-enrichment"] }]
		},
		"defaults": {
			"description": "Options for every destination. A destination's own value wins; maps such as `labels` are merged key by key.",
			"type": "object",
			"additionalProperties": false,
			"properties": {
				"engine": {
					"description": "push: storysync imports the stories itself. native: the vendor's own Story syncing carries what is live at the origin, and the manifest decides what it is told; needs the key of a tenant owner at the origin.",
					"type": "string",
					"enum": ["push", "native"],
					"default": "push",
					"examples": ["native"]
				},
				"destination_tenant_api_key_version": {
					"description": "For engine: native. The vendor keeps the key and never shows it: raise this number to hand over a new one.",
					"type": "integer",
					"minimum": 1,
					"maximum": 9007199254740991,
					"examples": [2]
				},
				"manual_sync_only": {
					"description": "Push to this destination only when asked by name or with --manual. It is still planned and reported.",
					"type": "boolean",
					"default": false,
					"examples": [true]
				},
				"labels": {
					"description": "Free names and values to select destinations by (--label ring=canary). Merged over default labels.",
					"type": "object",
					"additionalProperties": {
						"description": "Value of the label, always text.",
						"type": "string",
						"examples": ["eu", "canary"]
					},
					"examples": [{
						"region": "eu",
						"ring": "canary"
					}]
				},
				"detached": {
					"description": "Stories that are not pushed here for now. They are still compared and reported.",
					"type": "object",
					"propertyNames": { "pattern": "^[a-z0-9][a-z0-9_.-]{0,62}$" },
					"additionalProperties": {
						"description": "Why this story is left alone at the destination, by whom, and until when.",
						"type": "object",
						"additionalProperties": false,
						"required": ["reason"],
						"properties": {
							"reason": {
								"description": "Why the story is detached. Shown in every plan and report.",
								"type": "string",
								"pattern": "\\S",
								"examples": ["customer tunes thresholds"]
							},
							"owner": {
								"description": "Who to ask about it.",
								"type": "string",
								"minLength": 1,
								"examples": ["@acme/soc"]
							},
							"until": {
								"description": "Last day of the detachment, YYYY-MM-DD. When it has passed, validate warns; the story stays detached.",
								"type": "string",
								"pattern": "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$",
								"examples": ["2027-01-31"]
							}
						},
						"examples": [{
							"reason": "customer tunes thresholds",
							"owner": "@acme/soc",
							"until": "2027-01-31"
						}]
					},
					"examples": [{ "ioc-enrichment": {
						"reason": "customer tunes thresholds",
						"owner": "@acme/soc",
						"until": "2027-01-31"
					} }]
				},
				"hold": {
					"description": "Nothing is pushed to the destination and nothing deleted there, whatever a sync is asked for; its stories are still compared and reported. In \"defaults\" it stops the whole fleet.",
					"type": "object",
					"additionalProperties": false,
					"required": ["reason"],
					"properties": {
						"reason": {
							"description": "Why nothing is pushed. Shown in every plan and report.",
							"type": "string",
							"pattern": "\\S",
							"examples": ["audit"]
						},
						"owner": {
							"description": "Who to ask about it.",
							"type": "string",
							"minLength": 1,
							"examples": ["@acme/soc"]
						},
						"until": {
							"description": "Last day of the hold, YYYY-MM-DD. When it has passed, validate warns; the destination stays held.",
							"type": "string",
							"pattern": "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$",
							"examples": ["2027-01-31"]
						}
					},
					"examples": [{
						"reason": "audit",
						"owner": "@acme/soc",
						"until": "2027-01-31"
					}]
				},
				"pin": {
					"description": "The destination keeps the stories of one commit, whatever is merged since, until somebody takes the pin out. In \"defaults\" it pins the whole fleet.",
					"type": "object",
					"additionalProperties": false,
					"required": ["commit", "reason"],
					"properties": {
						"commit": {
							"description": "At least 7 digits of the hash of a commit that the default branch holds. In quotes: YAML reads digits alone, or digits with one \"e\", as a number.",
							"type": "string",
							"pattern": "^[0-9A-Fa-f]{7,64}$",
							"examples": ["4f2e91c", "4f2e91c0d6b1a7e35c88a1f0f4d1c2b3a4958677"]
						},
						"reason": {
							"description": "Why the destination stays there. Shown in every plan and report.",
							"type": "string",
							"pattern": "\\S",
							"examples": ["incident 4711"]
						},
						"owner": {
							"description": "Who to ask about it.",
							"type": "string",
							"minLength": 1,
							"examples": ["@acme/soc"]
						},
						"until": {
							"description": "Last day of the pin, YYYY-MM-DD. When it has passed, validate warns; the pin stays.",
							"type": "string",
							"pattern": "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$",
							"examples": ["2027-01-31"]
						},
						"stories": {
							"description": "Keys of the stories that it is about. Default: all that the destination takes.",
							"minItems": 1,
							"type": "array",
							"items": {
								"type": "string",
								"description": "A story key of the catalogue.",
								"pattern": "^[a-z0-9][a-z0-9_.-]{0,62}$"
							},
							"examples": [["phishing-triage"]]
						}
					},
					"examples": [{
						"commit": "4f2e91c",
						"reason": "incident 4711",
						"owner": "@acme/soc",
						"until": "2027-01-15"
					}]
				},
				"folder_id": {
					"description": "Folder of the destination team that new stories are created in. Existing stories stay where they are.",
					"type": "integer",
					"minimum": 1,
					"maximum": 9007199254740991,
					"examples": [12]
				},
				"webhook_urls": {
					"description": "keep: the destination's own webhook and page addresses never change. export: the values in the story file are sent.",
					"type": "string",
					"enum": ["keep", "export"],
					"default": "keep",
					"examples": ["keep"]
				},
				"change_control": {
					"description": "What to do with a story that is under change control at the destination. fail: report it, write nothing.",
					"type": "string",
					"enum": ["fail"],
					"default": "fail",
					"examples": ["fail"]
				},
				"on_drift": {
					"description": "What to do with a story that was edited at the destination. overwrite: push, after saving the live content as a version; keep: leave it; fail: report it as failed.",
					"type": "string",
					"enum": [
						"overwrite",
						"keep",
						"fail"
					],
					"default": "overwrite",
					"examples": ["keep"]
				},
				"prerequisites": {
					"description": "What to do when a credential, resource or sub-story that a story names is missing. fail: block the story; warn: push it anyway.",
					"type": "string",
					"enum": ["fail", "warn"],
					"default": "fail",
					"examples": ["warn"]
				},
				"adopt": {
					"description": "Stories that may take over a story of the same name that storysync did not create. The first sync writes our stamp; then the entry may be taken out.",
					"type": "array",
					"items": {
						"type": "string",
						"description": "A story key of the catalogue, or \"@group\".",
						"pattern": "^@?[a-z0-9][a-z0-9_.-]{0,62}$"
					},
					"examples": [["phishing-triage"], ["@baseline"]]
				},
				"destination_tenant_api_key": {
					"description": "Where the key of every destination lies that names none: `${vault:PATH#FIELD}`, with `{destination}` or `{label.NAME}` in PATH. One in the origin's own tenant uses the key of the origin.",
					"type": "string",
					"pattern": "^\\$\\{vault:(?!\\.)(?:[A-Za-z0-9_.-]|\\{(?:destination|access|label\\.[A-Za-z0-9_.-]+)\\})+(?<!\\.)(?:/(?!\\.)(?:[A-Za-z0-9_.-]|\\{(?:destination|access|label\\.[A-Za-z0-9_.-]+)\\})+(?<!\\.))*#[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?\\}$",
					"examples": ["${vault:tines/{destination}#api_key}"]
				}
			},
			"examples": [{ "webhook_urls": "keep" }, {
				"destination_tenant_api_key": "${vault:tines/{destination}#api_key}",
				"webhook_urls": "keep"
			}]
		},
		"keys": {
			"description": "Where keys are that no variable holds. Taken from the default branch alone, as are the references.",
			"type": "object",
			"additionalProperties": false,
			"required": ["vault"],
			"properties": { "vault": {
				"description": "A HashiCorp Vault or an OpenBao (KV version 2). A key there is referred to as `${vault:PATH#FIELD}`; `{destination}`, `{label.NAME}` and `{access}` in PATH are filled in.",
				"type": "object",
				"additionalProperties": false,
				"required": ["address"],
				"properties": {
					"address": {
						"description": "Address of the vault. https, except for loopback hosts; a path prefix is allowed.",
						"type": "string",
						"pattern": "^https?://[^\\s?#\\\\@/]+(?:/[^\\s?#\\\\]*)?$",
						"examples": ["https://vault.acme.example"]
					},
					"mount": {
						"description": "Where the KV engine is mounted.",
						"type": "string",
						"pattern": "^(?!\\.)[A-Za-z0-9_.-]+(?<!\\.)(?:/(?!\\.)[A-Za-z0-9_.-]+(?<!\\.))*/?$",
						"maxLength": 200,
						"default": "secret",
						"examples": ["secret"]
					},
					"auth": {
						"description": "github-oidc: log in with the job's own token (permission `id-token: write`); where there is none, STORYSYNC_VAULT_TOKEN is used. token: STORYSYNC_VAULT_TOKEN alone.",
						"type": "string",
						"enum": ["github-oidc", "token"],
						"default": "github-oidc",
						"examples": ["github-oidc"]
					},
					"auth_mount": {
						"description": "Where the JWT login is mounted.",
						"type": "string",
						"pattern": "^(?!\\.)[A-Za-z0-9_.-]+(?<!\\.)(?:/(?!\\.)[A-Za-z0-9_.-]+(?<!\\.))*/?$",
						"maxLength": 200,
						"default": "jwt",
						"examples": ["jwt"]
					},
					"role": {
						"description": "The role to log in with: one for all runs, or one for those that only read and one for those that write. Default: the login's own default role.",
						"type": ["string", "object"],
						"pattern": "^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?$",
						"maxLength": 200,
						"additionalProperties": false,
						"required": ["plan", "sync"],
						"properties": {
							"plan": {
								"description": "For every command that only reads.",
								"type": "string",
								"pattern": "^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?$",
								"maxLength": 200,
								"examples": ["storysync-plan"]
							},
							"sync": {
								"description": "For a sync.",
								"type": "string",
								"pattern": "^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?$",
								"maxLength": 200,
								"examples": ["storysync-sync"]
							}
						},
						"examples": ["storysync", {
							"plan": "storysync-plan",
							"sync": "storysync-sync"
						}]
					},
					"audience": {
						"description": "Whom the job's token is made out to. Default: GitHub's own, the address of the repository's owner.",
						"type": "string",
						"pattern": "^[!-~]+$",
						"maxLength": 200,
						"examples": ["https://vault.acme.example"]
					},
					"namespace": {
						"description": "Namespace of Vault Enterprise, HCP or OpenBao.",
						"type": "string",
						"pattern": "^(?!\\.)[A-Za-z0-9_.-]+(?<!\\.)(?:/(?!\\.)[A-Za-z0-9_.-]+(?<!\\.))*/?$",
						"maxLength": 200,
						"examples": ["soc"]
					}
				},
				"examples": [{
					"address": "https://vault.acme.example",
					"role": {
						"plan": "storysync-plan",
						"sync": "storysync-sync"
					},
					"audience": "https://vault.acme.example"
				}]
			} },
			"examples": [{ "vault": {
				"address": "https://vault.acme.example",
				"role": "storysync"
			} }]
		},
		"rollout": {
			"description": "How a change travels over the fleet: ring by ring, after a while, in batches, at certain hours. Without it every change goes everywhere at once.",
			"type": "object",
			"additionalProperties": false,
			"required": ["rings"],
			"properties": {
				"rings": {
					"description": "The rings, in this order. A destination is in the first one that it matches.",
					"type": "array",
					"minItems": 1,
					"maxItems": 50,
					"items": {
						"description": "One step of the way: a share of the destinations that goes together.",
						"type": "object",
						"additionalProperties": false,
						"required": ["name"],
						"properties": {
							"name": {
								"description": "Name of the ring, in reports and for --ring.",
								"type": "string",
								"pattern": "^[a-z0-9][a-z0-9_.-]{0,62}$",
								"examples": ["canary"]
							},
							"match": {
								"description": "Labels that a destination of this ring has, all of them; globs are allowed in the values. Without it the ring takes everybody else, and must be the last.",
								"type": "object",
								"minProperties": 1,
								"maxProperties": 10,
								"additionalProperties": {
									"description": "Value of the label, or a glob.",
									"type": "string",
									"maxLength": 100,
									"examples": ["canary", "eu-*"]
								},
								"examples": [{ "ring": "canary" }]
							},
							"soak": {
								"description": "How long the ring before must have stood without more failures than it may have: a whole number with s, m, h or d, at most 365d.",
								"type": "string",
								"pattern": "^\\d{1,9}[smhd]$",
								"default": "0s",
								"examples": ["4h", "1d"]
							},
							"batch": {
								"description": "How many destinations one run may begin: a number, or a share of the ring, rounded up. Default: all of them.",
								"type": ["integer", "string"],
								"minimum": 1,
								"maximum": 9007199254740991,
								"pattern": "^\\d{1,3}%$",
								"examples": [10, "10%"]
							}
						},
						"examples": [{
							"name": "canary",
							"match": { "ring": "canary" }
						}]
					},
					"examples": [[{
						"name": "canary",
						"match": { "ring": "canary" }
					}, {
						"name": "broad",
						"soak": "24h",
						"batch": "10%"
					}]]
				},
				"max_failed": {
					"description": "How many pairs of one story may have failed in a ring before its rollout stops: a number, or a share of the ring, rounded down. Default: 0.",
					"type": "object",
					"additionalProperties": {
						"description": "A number, or a share of the ring.",
						"type": ["integer", "string"],
						"minimum": 0,
						"maximum": 9007199254740991,
						"pattern": "^\\d{1,3}%$",
						"examples": [1, "2%"]
					},
					"examples": [{ "broad": "2%" }]
				},
				"windows": {
					"description": "When something may be pushed. Without one, always.",
					"type": "array",
					"maxItems": 200,
					"items": {
						"description": "Hours or days at which something may be pushed, or may not. Where both apply, deny wins.",
						"type": "object",
						"additionalProperties": false,
						"oneOf": [{ "required": ["allow"] }, { "required": ["deny"] }],
						"properties": {
							"allow": {
								"description": "Pushes are made at these times only: days, hours or both (\"Mon-Thu 07:00-16:00\", \"Fri\", \"Sat,Sun\", \"07:00-16:00\"), a date or a span of dates, inclusive (\"2026-12-18/2027-01-04\").",
								"type": "string",
								"examples": ["Mon-Thu 07:00-16:00", "Sat,Sun"]
							},
							"deny": {
								"description": "Nothing is pushed at these times. Written like allow.",
								"type": "string",
								"examples": ["2026-12-18/2027-01-04", "Fri 12:00-24:00"]
							},
							"tz": {
								"description": "IANA name of the time zone that days and hours are of.",
								"type": "string",
								"pattern": "^[A-Za-z][A-Za-z0-9_+-]{0,31}(?:/[A-Za-z0-9_+-]{1,32}){0,2}$",
								"default": "UTC",
								"examples": ["Europe/Dublin"]
							},
							"rings": {
								"description": "The rings that it is for. Default: all of them.",
								"minItems": 1,
								"type": "array",
								"items": {
									"type": "string",
									"description": "The name of a ring.",
									"pattern": "^[a-z0-9][a-z0-9_.-]{0,62}$"
								},
								"examples": [["broad"]]
							},
							"reason": {
								"description": "Why. Shown with everything that waits for it.",
								"type": "string",
								"pattern": "\\S",
								"examples": ["year end"]
							}
						},
						"examples": [{
							"allow": "Mon-Thu 07:00-16:00",
							"tz": "Europe/Dublin",
							"rings": ["broad"]
						}]
					},
					"examples": [[{
						"allow": "Mon-Thu 07:00-16:00",
						"tz": "Europe/Dublin",
						"rings": ["broad"]
					}]]
				}
			},
			"examples": [{
				"rings": [{
					"name": "canary",
					"match": { "ring": "canary" }
				}, {
					"name": "broad",
					"soak": "24h",
					"batch": "10%"
				}],
				"max_failed": { "broad": "2%" }
			}]
		},
		"destinations": {
			"description": "Who receives stories. The key is the name in reports and selectors.",
			"type": "object",
			"propertyNames": { "pattern": "^[a-z0-9][a-z0-9_.-]{0,62}$" },
			"additionalProperties": {
				"description": "A tenant and team that receives stories.",
				"type": "object",
				"additionalProperties": false,
				"required": [
					"destination_tenant_url",
					"destination_team_id",
					"stories"
				],
				"properties": {
					"destination_tenant_url": {
						"description": "Address of the tenant. https, except for loopback hosts; a path prefix is allowed.",
						"type": "string",
						"pattern": "^https?://[^\\s?#\\\\@/]+(?:/[^\\s?#\\\\]*)?$",
						"examples": ["https://contoso.tines.com"]
					},
					"destination_tenant_api_key": {
						"description": "Reference to the API key of the tenant, `${NAME}` or `${vault:PATH#FIELD}`. Never the key itself. A destination in the origin's own tenant may leave it out, and so may every one where `defaults` has a reference.",
						"type": "string",
						"pattern": "^(?:\\$\\{(?:[A-Z_][A-Z0-9_]*_TINES_API_KEY|(?!(?:ACTIONS|AWS|AZURE|GITHUB|GOOGLE|INPUT|NODE|NPM|RUNNER|SSH|STORYSYNC|VAULT|DYLD|GIT|LC|LD|XDG)_|(?:_|APPDATA|CI|CI_JOB_TOKEN|COLORTERM|COLUMNS|COMPUTERNAME|COMSPEC|DATABASE_URL|DISPLAY|EDITOR|EGID|EUID|FORCE_COLOR|GH_ENTERPRISE_TOKEN|GH_TOKEN|GID|GOROOT|HISTFILE|HOME|HOMEDRIVE|HOST|HOSTNAME|HOSTTYPE|IFS|LANG|LANGUAGE|LINES|LOCALAPPDATA|LOGNAME|LS_COLORS|MACHTYPE|MAIL|NO_COLOR|OLDPWD|OSTYPE|PAGER|PATHEXT|PERL5LIB|PPID|PROGRAMDATA|PROGRAMFILES|PUBLIC|PWD|RUBYLIB|RUBYOPT|SHELL|SHELLOPTS|SHLVL|SUDO_COMMAND|SUDO_USER|SYSTEMDRIVE|SYSTEMROOT|TEMP|TERM|TERM_PROGRAM|TMP|TMPDIR|TZ|UID|USER|USERDOMAIN|USERNAME|USERPROFILE|VISUAL|WINDIR|[A-Z0-9_]*PATH|[A-Z0-9_]+_HOME|[A-Z0-9_]+_PROXY|PS[0-9])\\}$)[A-Z_][A-Z0-9_]*)\\}$|\\$\\{vault:(?!\\.)(?:[A-Za-z0-9_.-]|\\{(?:destination|access|label\\.[A-Za-z0-9_.-]+)\\})+(?<!\\.)(?:/(?!\\.)(?:[A-Za-z0-9_.-]|\\{(?:destination|access|label\\.[A-Za-z0-9_.-]+)\\})+(?<!\\.))*#[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?\\}$)",
						"examples": ["${CONTOSO_TINES_API_KEY}", "${vault:tines/{destination}#api_key}"]
					},
					"destination_team_id": {
						"description": "Number of the team that receives the stories.",
						"type": "integer",
						"minimum": 1,
						"maximum": 9007199254740991,
						"examples": [42]
					},
					"stories": {
						"description": "What the destination subscribes to: story keys and \"@group\". [] means nothing.",
						"type": "array",
						"items": {
							"type": "string",
							"description": "A story key of the catalogue, or \"@group\".",
							"pattern": "^@?[a-z0-9][a-z0-9_.-]{0,62}$"
						},
						"examples": [["@baseline", "incident-response"], []]
					},
					"engine": {
						"description": "push: storysync imports the stories itself. native: the vendor's own Story syncing carries what is live at the origin, and the manifest decides what it is told; needs the key of a tenant owner at the origin.",
						"type": "string",
						"enum": ["push", "native"],
						"default": "push",
						"examples": ["native"]
					},
					"destination_tenant_api_key_version": {
						"description": "For engine: native. The vendor keeps the key and never shows it: raise this number to hand over a new one.",
						"type": "integer",
						"minimum": 1,
						"maximum": 9007199254740991,
						"examples": [2]
					},
					"manual_sync_only": {
						"description": "Push to this destination only when asked by name or with --manual. It is still planned and reported.",
						"type": "boolean",
						"default": false,
						"examples": [true]
					},
					"labels": {
						"description": "Free names and values to select destinations by (--label ring=canary). Merged over default labels.",
						"type": "object",
						"additionalProperties": {
							"description": "Value of the label, always text.",
							"type": "string",
							"examples": ["eu", "canary"]
						},
						"examples": [{
							"region": "eu",
							"ring": "canary"
						}]
					},
					"detached": {
						"description": "Stories that are not pushed here for now. They are still compared and reported.",
						"type": "object",
						"propertyNames": { "pattern": "^[a-z0-9][a-z0-9_.-]{0,62}$" },
						"additionalProperties": {
							"description": "Why this story is left alone at the destination, by whom, and until when.",
							"type": "object",
							"additionalProperties": false,
							"required": ["reason"],
							"properties": {
								"reason": {
									"description": "Why the story is detached. Shown in every plan and report.",
									"type": "string",
									"pattern": "\\S",
									"examples": ["customer tunes thresholds"]
								},
								"owner": {
									"description": "Who to ask about it.",
									"type": "string",
									"minLength": 1,
									"examples": ["@acme/soc"]
								},
								"until": {
									"description": "Last day of the detachment, YYYY-MM-DD. When it has passed, validate warns; the story stays detached.",
									"type": "string",
									"pattern": "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$",
									"examples": ["2027-01-31"]
								}
							},
							"examples": [{
								"reason": "customer tunes thresholds",
								"owner": "@acme/soc",
								"until": "2027-01-31"
							}]
						},
						"examples": [{ "ioc-enrichment": {
							"reason": "customer tunes thresholds",
							"owner": "@acme/soc",
							"until": "2027-01-31"
						} }]
					},
					"hold": {
						"description": "Nothing is pushed to the destination and nothing deleted there, whatever a sync is asked for; its stories are still compared and reported. In \"defaults\" it stops the whole fleet.",
						"type": "object",
						"additionalProperties": false,
						"required": ["reason"],
						"properties": {
							"reason": {
								"description": "Why nothing is pushed. Shown in every plan and report.",
								"type": "string",
								"pattern": "\\S",
								"examples": ["audit"]
							},
							"owner": {
								"description": "Who to ask about it.",
								"type": "string",
								"minLength": 1,
								"examples": ["@acme/soc"]
							},
							"until": {
								"description": "Last day of the hold, YYYY-MM-DD. When it has passed, validate warns; the destination stays held.",
								"type": "string",
								"pattern": "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$",
								"examples": ["2027-01-31"]
							}
						},
						"examples": [{
							"reason": "audit",
							"owner": "@acme/soc",
							"until": "2027-01-31"
						}]
					},
					"pin": {
						"description": "The destination keeps the stories of one commit, whatever is merged since, until somebody takes the pin out. In \"defaults\" it pins the whole fleet.",
						"type": "object",
						"additionalProperties": false,
						"required": ["commit", "reason"],
						"properties": {
							"commit": {
								"description": "At least 7 digits of the hash of a commit that the default branch holds. In quotes: YAML reads digits alone, or digits with one \"e\", as a number.",
								"type": "string",
								"pattern": "^[0-9A-Fa-f]{7,64}$",
								"examples": ["4f2e91c", "4f2e91c0d6b1a7e35c88a1f0f4d1c2b3a4958677"]
							},
							"reason": {
								"description": "Why the destination stays there. Shown in every plan and report.",
								"type": "string",
								"pattern": "\\S",
								"examples": ["incident 4711"]
							},
							"owner": {
								"description": "Who to ask about it.",
								"type": "string",
								"minLength": 1,
								"examples": ["@acme/soc"]
							},
							"until": {
								"description": "Last day of the pin, YYYY-MM-DD. When it has passed, validate warns; the pin stays.",
								"type": "string",
								"pattern": "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$",
								"examples": ["2027-01-31"]
							},
							"stories": {
								"description": "Keys of the stories that it is about. Default: all that the destination takes.",
								"minItems": 1,
								"type": "array",
								"items": {
									"type": "string",
									"description": "A story key of the catalogue.",
									"pattern": "^[a-z0-9][a-z0-9_.-]{0,62}$"
								},
								"examples": [["phishing-triage"]]
							}
						},
						"examples": [{
							"commit": "4f2e91c",
							"reason": "incident 4711",
							"owner": "@acme/soc",
							"until": "2027-01-15"
						}]
					},
					"folder_id": {
						"description": "Folder of the destination team that new stories are created in. Existing stories stay where they are.",
						"type": "integer",
						"minimum": 1,
						"maximum": 9007199254740991,
						"examples": [12]
					},
					"webhook_urls": {
						"description": "keep: the destination's own webhook and page addresses never change. export: the values in the story file are sent.",
						"type": "string",
						"enum": ["keep", "export"],
						"default": "keep",
						"examples": ["keep"]
					},
					"change_control": {
						"description": "What to do with a story that is under change control at the destination. fail: report it, write nothing.",
						"type": "string",
						"enum": ["fail"],
						"default": "fail",
						"examples": ["fail"]
					},
					"on_drift": {
						"description": "What to do with a story that was edited at the destination. overwrite: push, after saving the live content as a version; keep: leave it; fail: report it as failed.",
						"type": "string",
						"enum": [
							"overwrite",
							"keep",
							"fail"
						],
						"default": "overwrite",
						"examples": ["keep"]
					},
					"prerequisites": {
						"description": "What to do when a credential, resource or sub-story that a story names is missing. fail: block the story; warn: push it anyway.",
						"type": "string",
						"enum": ["fail", "warn"],
						"default": "fail",
						"examples": ["warn"]
					},
					"adopt": {
						"description": "Stories that may take over a story of the same name that storysync did not create. The first sync writes our stamp; then the entry may be taken out.",
						"type": "array",
						"items": {
							"type": "string",
							"description": "A story key of the catalogue, or \"@group\".",
							"pattern": "^@?[a-z0-9][a-z0-9_.-]{0,62}$"
						},
						"examples": [["phishing-triage"], ["@baseline"]]
					}
				},
				"examples": [{
					"destination_tenant_url": "https://contoso.tines.com",
					"destination_tenant_api_key": "${CONTOSO_TINES_API_KEY}",
					"destination_team_id": 42,
					"stories": ["@baseline"]
				}]
			},
			"examples": [{ "contoso": {
				"destination_tenant_url": "https://contoso.tines.com",
				"destination_tenant_api_key": "${CONTOSO_TINES_API_KEY}",
				"destination_team_id": 42,
				"stories": ["@baseline", "incident-response"],
				"labels": {
					"region": "eu",
					"ring": "canary"
				}
			} }]
		}
	},
	"examples": [{
		"version": 1,
		"origin": {
			"tenant_url": "https://acme.tines.com",
			"team_id": 7,
			"api_key": "${ACME_TINES_API_KEY}"
		},
		"stories": { "phishing-triage": { "id": 9981 } },
		"destinations": { "contoso": {
			"destination_tenant_url": "https://contoso.tines.com",
			"destination_tenant_api_key": "${CONTOSO_TINES_API_KEY}",
			"destination_team_id": 42,
			"stories": ["phishing-triage"]
		} }
	}]
};
const pattern0 = new RegExp("^https?://[^\\s?#\\\\@/]+(?:/[^\\s?#\\\\]*)?$", "u");
const pattern1 = new RegExp("^(?:\\$\\{(?:[A-Z_][A-Z0-9_]*_TINES_API_KEY|(?!(?:ACTIONS|AWS|AZURE|GITHUB|GOOGLE|INPUT|NODE|NPM|RUNNER|SSH|STORYSYNC|VAULT|DYLD|GIT|LC|LD|XDG)_|(?:_|APPDATA|CI|CI_JOB_TOKEN|COLORTERM|COLUMNS|COMPUTERNAME|COMSPEC|DATABASE_URL|DISPLAY|EDITOR|EGID|EUID|FORCE_COLOR|GH_ENTERPRISE_TOKEN|GH_TOKEN|GID|GOROOT|HISTFILE|HOME|HOMEDRIVE|HOST|HOSTNAME|HOSTTYPE|IFS|LANG|LANGUAGE|LINES|LOCALAPPDATA|LOGNAME|LS_COLORS|MACHTYPE|MAIL|NO_COLOR|OLDPWD|OSTYPE|PAGER|PATHEXT|PERL5LIB|PPID|PROGRAMDATA|PROGRAMFILES|PUBLIC|PWD|RUBYLIB|RUBYOPT|SHELL|SHELLOPTS|SHLVL|SUDO_COMMAND|SUDO_USER|SYSTEMDRIVE|SYSTEMROOT|TEMP|TERM|TERM_PROGRAM|TMP|TMPDIR|TZ|UID|USER|USERDOMAIN|USERNAME|USERPROFILE|VISUAL|WINDIR|[A-Z0-9_]*PATH|[A-Z0-9_]+_HOME|[A-Z0-9_]+_PROXY|PS[0-9])\\}$)[A-Z_][A-Z0-9_]*)\\}$|\\$\\{vault:(?!\\.)(?:[A-Za-z0-9_.-]|\\{(?:destination|access|label\\.[A-Za-z0-9_.-]+)\\})+(?<!\\.)(?:/(?!\\.)(?:[A-Za-z0-9_.-]|\\{(?:destination|access|label\\.[A-Za-z0-9_.-]+)\\})+(?<!\\.))*#[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?\\}$)", "u");
const pattern2 = new RegExp("^[a-z0-9][a-z0-9_.-]{0,62}$", "u");
const pattern3 = new RegExp("^[^/\\\\].*\\.json$", "u");
const pattern4 = new RegExp("\\S", "u");
const pattern6 = new RegExp("^@?[a-z0-9][a-z0-9_.-]{0,62}$", "u");
const pattern9 = new RegExp("^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$", "u");
const pattern12 = new RegExp("^[0-9A-Fa-f]{7,64}$", "u");
const pattern17 = new RegExp("^\\$\\{vault:(?!\\.)(?:[A-Za-z0-9_.-]|\\{(?:destination|access|label\\.[A-Za-z0-9_.-]+)\\})+(?<!\\.)(?:/(?!\\.)(?:[A-Za-z0-9_.-]|\\{(?:destination|access|label\\.[A-Za-z0-9_.-]+)\\})+(?<!\\.))*#[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?\\}$", "u");
const pattern19 = new RegExp("^(?!\\.)[A-Za-z0-9_.-]+(?<!\\.)(?:/(?!\\.)[A-Za-z0-9_.-]+(?<!\\.))*/?$", "u");
const pattern21 = new RegExp("^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?$", "u");
const pattern24 = new RegExp("^[!-~]+$", "u");
const pattern27 = new RegExp("^\\d{1,9}[smhd]$", "u");
const pattern28 = new RegExp("^\\d{1,3}%$", "u");
const pattern30 = new RegExp("^[A-Za-z][A-Za-z0-9_+-]{0,31}(?:/[A-Za-z0-9_+-]{1,32}){0,2}$", "u");
const func0 = Object.prototype.hasOwnProperty;
const func1 = require_ucs2length().default;
function validate0(data, { instancePath = "", parentData, parentDataProperty, rootData = data } = {}) {
	let vErrors = null;
	let errors = 0;
	if (data && typeof data == "object" && !Array.isArray(data)) {
		if (data.version === void 0) {
			const err0 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "version" },
				message: "must have required property 'version'",
				schema: schema0.required,
				parentSchema: schema0,
				data
			};
			if (vErrors === null) vErrors = [err0];
			else vErrors.push(err0);
			errors++;
		}
		if (data.stories === void 0) {
			const err1 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "stories" },
				message: "must have required property 'stories'",
				schema: schema0.required,
				parentSchema: schema0,
				data
			};
			if (vErrors === null) vErrors = [err1];
			else vErrors.push(err1);
			errors++;
		}
		if (data.destinations === void 0) {
			const err2 = {
				instancePath,
				schemaPath: "#/required",
				keyword: "required",
				params: { missingProperty: "destinations" },
				message: "must have required property 'destinations'",
				schema: schema0.required,
				parentSchema: schema0,
				data
			};
			if (vErrors === null) vErrors = [err2];
			else vErrors.push(err2);
			errors++;
		}
		for (const key0 in data) if (!(key0 === "version" || key0 === "origin" || key0 === "stories" || key0 === "groups" || key0 === "defaults" || key0 === "keys" || key0 === "rollout" || key0 === "destinations")) {
			const err3 = {
				instancePath,
				schemaPath: "#/additionalProperties",
				keyword: "additionalProperties",
				params: { additionalProperty: key0 },
				message: "must NOT have additional properties",
				schema: false,
				parentSchema: schema0,
				data
			};
			if (vErrors === null) vErrors = [err3];
			else vErrors.push(err3);
			errors++;
		}
		if (data.version !== void 0) {
			let data0 = data.version;
			if (!(typeof data0 == "number" && !(data0 % 1) && !isNaN(data0) && isFinite(data0))) {
				const err4 = {
					instancePath: instancePath + "/version",
					schemaPath: "#/properties/version/type",
					keyword: "type",
					params: { type: "integer" },
					message: "must be integer",
					schema: schema0.properties.version.type,
					parentSchema: schema0.properties.version,
					data: data0
				};
				if (vErrors === null) vErrors = [err4];
				else vErrors.push(err4);
				errors++;
			}
			if (1 !== data0) {
				const err5 = {
					instancePath: instancePath + "/version",
					schemaPath: "#/properties/version/const",
					keyword: "const",
					params: { allowedValue: 1 },
					message: "must be equal to constant",
					schema: 1,
					parentSchema: schema0.properties.version,
					data: data0
				};
				if (vErrors === null) vErrors = [err5];
				else vErrors.push(err5);
				errors++;
			}
		}
		if (data.origin !== void 0) {
			let data1 = data.origin;
			if (data1 && typeof data1 == "object" && !Array.isArray(data1)) {
				if (data1.tenant_url === void 0) {
					const err6 = {
						instancePath: instancePath + "/origin",
						schemaPath: "#/properties/origin/required",
						keyword: "required",
						params: { missingProperty: "tenant_url" },
						message: "must have required property 'tenant_url'",
						schema: schema0.properties.origin.required,
						parentSchema: schema0.properties.origin,
						data: data1
					};
					if (vErrors === null) vErrors = [err6];
					else vErrors.push(err6);
					errors++;
				}
				if (data1.team_id === void 0) {
					const err7 = {
						instancePath: instancePath + "/origin",
						schemaPath: "#/properties/origin/required",
						keyword: "required",
						params: { missingProperty: "team_id" },
						message: "must have required property 'team_id'",
						schema: schema0.properties.origin.required,
						parentSchema: schema0.properties.origin,
						data: data1
					};
					if (vErrors === null) vErrors = [err7];
					else vErrors.push(err7);
					errors++;
				}
				if (data1.api_key === void 0) {
					const err8 = {
						instancePath: instancePath + "/origin",
						schemaPath: "#/properties/origin/required",
						keyword: "required",
						params: { missingProperty: "api_key" },
						message: "must have required property 'api_key'",
						schema: schema0.properties.origin.required,
						parentSchema: schema0.properties.origin,
						data: data1
					};
					if (vErrors === null) vErrors = [err8];
					else vErrors.push(err8);
					errors++;
				}
				for (const key1 in data1) if (!(key1 === "tenant_url" || key1 === "team_id" || key1 === "api_key" || key1 === "require_change_control")) {
					const err9 = {
						instancePath: instancePath + "/origin",
						schemaPath: "#/properties/origin/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key1 },
						message: "must NOT have additional properties",
						schema: false,
						parentSchema: schema0.properties.origin,
						data: data1
					};
					if (vErrors === null) vErrors = [err9];
					else vErrors.push(err9);
					errors++;
				}
				if (data1.tenant_url !== void 0) {
					let data2 = data1.tenant_url;
					if (typeof data2 === "string") {
						if (!pattern0.test(data2)) {
							const err10 = {
								instancePath: instancePath + "/origin/tenant_url",
								schemaPath: "#/properties/origin/properties/tenant_url/pattern",
								keyword: "pattern",
								params: { pattern: "^https?://[^\\s?#\\\\@/]+(?:/[^\\s?#\\\\]*)?$" },
								message: "must match pattern \"^https?://[^\\s?#\\\\@/]+(?:/[^\\s?#\\\\]*)?$\"",
								schema: "^https?://[^\\s?#\\\\@/]+(?:/[^\\s?#\\\\]*)?$",
								parentSchema: schema0.properties.origin.properties.tenant_url,
								data: data2
							};
							if (vErrors === null) vErrors = [err10];
							else vErrors.push(err10);
							errors++;
						}
					} else {
						const err11 = {
							instancePath: instancePath + "/origin/tenant_url",
							schemaPath: "#/properties/origin/properties/tenant_url/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema0.properties.origin.properties.tenant_url.type,
							parentSchema: schema0.properties.origin.properties.tenant_url,
							data: data2
						};
						if (vErrors === null) vErrors = [err11];
						else vErrors.push(err11);
						errors++;
					}
				}
				if (data1.team_id !== void 0) {
					let data3 = data1.team_id;
					if (!(typeof data3 == "number" && !(data3 % 1) && !isNaN(data3) && isFinite(data3))) {
						const err12 = {
							instancePath: instancePath + "/origin/team_id",
							schemaPath: "#/properties/origin/properties/team_id/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer",
							schema: schema0.properties.origin.properties.team_id.type,
							parentSchema: schema0.properties.origin.properties.team_id,
							data: data3
						};
						if (vErrors === null) vErrors = [err12];
						else vErrors.push(err12);
						errors++;
					}
					if (typeof data3 == "number" && isFinite(data3)) {
						if (data3 > 9007199254740991 || isNaN(data3)) {
							const err13 = {
								instancePath: instancePath + "/origin/team_id",
								schemaPath: "#/properties/origin/properties/team_id/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 9007199254740991
								},
								message: "must be <= 9007199254740991",
								schema: 9007199254740991,
								parentSchema: schema0.properties.origin.properties.team_id,
								data: data3
							};
							if (vErrors === null) vErrors = [err13];
							else vErrors.push(err13);
							errors++;
						}
						if (data3 < 1 || isNaN(data3)) {
							const err14 = {
								instancePath: instancePath + "/origin/team_id",
								schemaPath: "#/properties/origin/properties/team_id/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1",
								schema: 1,
								parentSchema: schema0.properties.origin.properties.team_id,
								data: data3
							};
							if (vErrors === null) vErrors = [err14];
							else vErrors.push(err14);
							errors++;
						}
					}
				}
				if (data1.api_key !== void 0) {
					let data4 = data1.api_key;
					if (typeof data4 === "string") {
						if (!pattern1.test(data4)) {
							const err15 = {
								instancePath: instancePath + "/origin/api_key",
								schemaPath: "#/properties/origin/properties/api_key/pattern",
								keyword: "pattern",
								params: { pattern: "^(?:\\$\\{(?:[A-Z_][A-Z0-9_]*_TINES_API_KEY|(?!(?:ACTIONS|AWS|AZURE|GITHUB|GOOGLE|INPUT|NODE|NPM|RUNNER|SSH|STORYSYNC|VAULT|DYLD|GIT|LC|LD|XDG)_|(?:_|APPDATA|CI|CI_JOB_TOKEN|COLORTERM|COLUMNS|COMPUTERNAME|COMSPEC|DATABASE_URL|DISPLAY|EDITOR|EGID|EUID|FORCE_COLOR|GH_ENTERPRISE_TOKEN|GH_TOKEN|GID|GOROOT|HISTFILE|HOME|HOMEDRIVE|HOST|HOSTNAME|HOSTTYPE|IFS|LANG|LANGUAGE|LINES|LOCALAPPDATA|LOGNAME|LS_COLORS|MACHTYPE|MAIL|NO_COLOR|OLDPWD|OSTYPE|PAGER|PATHEXT|PERL5LIB|PPID|PROGRAMDATA|PROGRAMFILES|PUBLIC|PWD|RUBYLIB|RUBYOPT|SHELL|SHELLOPTS|SHLVL|SUDO_COMMAND|SUDO_USER|SYSTEMDRIVE|SYSTEMROOT|TEMP|TERM|TERM_PROGRAM|TMP|TMPDIR|TZ|UID|USER|USERDOMAIN|USERNAME|USERPROFILE|VISUAL|WINDIR|[A-Z0-9_]*PATH|[A-Z0-9_]+_HOME|[A-Z0-9_]+_PROXY|PS[0-9])\\}$)[A-Z_][A-Z0-9_]*)\\}$|\\$\\{vault:(?!\\.)(?:[A-Za-z0-9_.-]|\\{(?:destination|access|label\\.[A-Za-z0-9_.-]+)\\})+(?<!\\.)(?:/(?!\\.)(?:[A-Za-z0-9_.-]|\\{(?:destination|access|label\\.[A-Za-z0-9_.-]+)\\})+(?<!\\.))*#[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?\\}$)" },
								message: "must match pattern \"^(?:\\$\\{(?:[A-Z_][A-Z0-9_]*_TINES_API_KEY|(?!(?:ACTIONS|AWS|AZURE|GITHUB|GOOGLE|INPUT|NODE|NPM|RUNNER|SSH|STORYSYNC|VAULT|DYLD|GIT|LC|LD|XDG)_|(?:_|APPDATA|CI|CI_JOB_TOKEN|COLORTERM|COLUMNS|COMPUTERNAME|COMSPEC|DATABASE_URL|DISPLAY|EDITOR|EGID|EUID|FORCE_COLOR|GH_ENTERPRISE_TOKEN|GH_TOKEN|GID|GOROOT|HISTFILE|HOME|HOMEDRIVE|HOST|HOSTNAME|HOSTTYPE|IFS|LANG|LANGUAGE|LINES|LOCALAPPDATA|LOGNAME|LS_COLORS|MACHTYPE|MAIL|NO_COLOR|OLDPWD|OSTYPE|PAGER|PATHEXT|PERL5LIB|PPID|PROGRAMDATA|PROGRAMFILES|PUBLIC|PWD|RUBYLIB|RUBYOPT|SHELL|SHELLOPTS|SHLVL|SUDO_COMMAND|SUDO_USER|SYSTEMDRIVE|SYSTEMROOT|TEMP|TERM|TERM_PROGRAM|TMP|TMPDIR|TZ|UID|USER|USERDOMAIN|USERNAME|USERPROFILE|VISUAL|WINDIR|[A-Z0-9_]*PATH|[A-Z0-9_]+_HOME|[A-Z0-9_]+_PROXY|PS[0-9])\\}$)[A-Z_][A-Z0-9_]*)\\}$|\\$\\{vault:(?!\\.)(?:[A-Za-z0-9_.-]|\\{(?:destination|access|label\\.[A-Za-z0-9_.-]+)\\})+(?<!\\.)(?:/(?!\\.)(?:[A-Za-z0-9_.-]|\\{(?:destination|access|label\\.[A-Za-z0-9_.-]+)\\})+(?<!\\.))*#[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?\\}$)\"",
								schema: "^(?:\\$\\{(?:[A-Z_][A-Z0-9_]*_TINES_API_KEY|(?!(?:ACTIONS|AWS|AZURE|GITHUB|GOOGLE|INPUT|NODE|NPM|RUNNER|SSH|STORYSYNC|VAULT|DYLD|GIT|LC|LD|XDG)_|(?:_|APPDATA|CI|CI_JOB_TOKEN|COLORTERM|COLUMNS|COMPUTERNAME|COMSPEC|DATABASE_URL|DISPLAY|EDITOR|EGID|EUID|FORCE_COLOR|GH_ENTERPRISE_TOKEN|GH_TOKEN|GID|GOROOT|HISTFILE|HOME|HOMEDRIVE|HOST|HOSTNAME|HOSTTYPE|IFS|LANG|LANGUAGE|LINES|LOCALAPPDATA|LOGNAME|LS_COLORS|MACHTYPE|MAIL|NO_COLOR|OLDPWD|OSTYPE|PAGER|PATHEXT|PERL5LIB|PPID|PROGRAMDATA|PROGRAMFILES|PUBLIC|PWD|RUBYLIB|RUBYOPT|SHELL|SHELLOPTS|SHLVL|SUDO_COMMAND|SUDO_USER|SYSTEMDRIVE|SYSTEMROOT|TEMP|TERM|TERM_PROGRAM|TMP|TMPDIR|TZ|UID|USER|USERDOMAIN|USERNAME|USERPROFILE|VISUAL|WINDIR|[A-Z0-9_]*PATH|[A-Z0-9_]+_HOME|[A-Z0-9_]+_PROXY|PS[0-9])\\}$)[A-Z_][A-Z0-9_]*)\\}$|\\$\\{vault:(?!\\.)(?:[A-Za-z0-9_.-]|\\{(?:destination|access|label\\.[A-Za-z0-9_.-]+)\\})+(?<!\\.)(?:/(?!\\.)(?:[A-Za-z0-9_.-]|\\{(?:destination|access|label\\.[A-Za-z0-9_.-]+)\\})+(?<!\\.))*#[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?\\}$)",
								parentSchema: schema0.properties.origin.properties.api_key,
								data: data4
							};
							if (vErrors === null) vErrors = [err15];
							else vErrors.push(err15);
							errors++;
						}
					} else {
						const err16 = {
							instancePath: instancePath + "/origin/api_key",
							schemaPath: "#/properties/origin/properties/api_key/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema0.properties.origin.properties.api_key.type,
							parentSchema: schema0.properties.origin.properties.api_key,
							data: data4
						};
						if (vErrors === null) vErrors = [err16];
						else vErrors.push(err16);
						errors++;
					}
				}
				if (data1.require_change_control !== void 0) {
					let data5 = data1.require_change_control;
					if (typeof data5 !== "boolean") {
						const err17 = {
							instancePath: instancePath + "/origin/require_change_control",
							schemaPath: "#/properties/origin/properties/require_change_control/type",
							keyword: "type",
							params: { type: "boolean" },
							message: "must be boolean",
							schema: schema0.properties.origin.properties.require_change_control.type,
							parentSchema: schema0.properties.origin.properties.require_change_control,
							data: data5
						};
						if (vErrors === null) vErrors = [err17];
						else vErrors.push(err17);
						errors++;
					}
				}
			} else {
				const err18 = {
					instancePath: instancePath + "/origin",
					schemaPath: "#/properties/origin/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema0.properties.origin.type,
					parentSchema: schema0.properties.origin,
					data: data1
				};
				if (vErrors === null) vErrors = [err18];
				else vErrors.push(err18);
				errors++;
			}
		}
		if (data.stories !== void 0) {
			let data6 = data.stories;
			if (data6 && typeof data6 == "object" && !Array.isArray(data6)) {
				for (const key2 in data6) {
					const _errs17 = errors;
					if (typeof key2 === "string") {
						if (!pattern2.test(key2)) {
							const err19 = {
								instancePath: instancePath + "/stories",
								schemaPath: "#/properties/stories/propertyNames/pattern",
								keyword: "pattern",
								params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
								message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\"",
								schema: "^[a-z0-9][a-z0-9_.-]{0,62}$",
								parentSchema: schema0.properties.stories.propertyNames,
								data: key2,
								propertyName: key2
							};
							if (vErrors === null) vErrors = [err19];
							else vErrors.push(err19);
							errors++;
						}
					}
					if (!(_errs17 === errors)) {
						const err20 = {
							instancePath: instancePath + "/stories",
							schemaPath: "#/properties/stories/propertyNames",
							keyword: "propertyNames",
							params: { propertyName: key2 },
							message: "property name must be valid",
							schema: schema0.properties.stories.propertyNames,
							parentSchema: schema0.properties.stories,
							data: data6
						};
						if (vErrors === null) vErrors = [err20];
						else vErrors.push(err20);
						errors++;
					}
				}
				for (const key3 in data6) {
					let data7 = data6[key3];
					if (!(data7 && typeof data7 == "object" && !Array.isArray(data7)) && data7 !== null) {
						const err21 = {
							instancePath: instancePath + "/stories/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),
							schemaPath: "#/properties/stories/additionalProperties/type",
							keyword: "type",
							params: { type: schema0.properties.stories.additionalProperties.type },
							message: "must be object,null",
							schema: schema0.properties.stories.additionalProperties.type,
							parentSchema: schema0.properties.stories.additionalProperties,
							data: data7
						};
						if (vErrors === null) vErrors = [err21];
						else vErrors.push(err21);
						errors++;
					}
					if (data7 && typeof data7 == "object" && !Array.isArray(data7)) {
						for (const key4 in data7) if (!(key4 === "id" || key4 === "file" || key4 === "allow_literals")) {
							const err22 = {
								instancePath: instancePath + "/stories/" + key3.replace(/~/g, "~0").replace(/\//g, "~1"),
								schemaPath: "#/properties/stories/additionalProperties/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key4 },
								message: "must NOT have additional properties",
								schema: false,
								parentSchema: schema0.properties.stories.additionalProperties,
								data: data7
							};
							if (vErrors === null) vErrors = [err22];
							else vErrors.push(err22);
							errors++;
						}
						if (data7.id !== void 0) {
							let data8 = data7.id;
							if (!(typeof data8 == "number" && !(data8 % 1) && !isNaN(data8) && isFinite(data8))) {
								const err23 = {
									instancePath: instancePath + "/stories/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/id",
									schemaPath: "#/properties/stories/additionalProperties/properties/id/type",
									keyword: "type",
									params: { type: "integer" },
									message: "must be integer",
									schema: schema0.properties.stories.additionalProperties.properties.id.type,
									parentSchema: schema0.properties.stories.additionalProperties.properties.id,
									data: data8
								};
								if (vErrors === null) vErrors = [err23];
								else vErrors.push(err23);
								errors++;
							}
							if (typeof data8 == "number" && isFinite(data8)) {
								if (data8 > 9007199254740991 || isNaN(data8)) {
									const err24 = {
										instancePath: instancePath + "/stories/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/id",
										schemaPath: "#/properties/stories/additionalProperties/properties/id/maximum",
										keyword: "maximum",
										params: {
											comparison: "<=",
											limit: 9007199254740991
										},
										message: "must be <= 9007199254740991",
										schema: 9007199254740991,
										parentSchema: schema0.properties.stories.additionalProperties.properties.id,
										data: data8
									};
									if (vErrors === null) vErrors = [err24];
									else vErrors.push(err24);
									errors++;
								}
								if (data8 < 1 || isNaN(data8)) {
									const err25 = {
										instancePath: instancePath + "/stories/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/id",
										schemaPath: "#/properties/stories/additionalProperties/properties/id/minimum",
										keyword: "minimum",
										params: {
											comparison: ">=",
											limit: 1
										},
										message: "must be >= 1",
										schema: 1,
										parentSchema: schema0.properties.stories.additionalProperties.properties.id,
										data: data8
									};
									if (vErrors === null) vErrors = [err25];
									else vErrors.push(err25);
									errors++;
								}
							}
						}
						if (data7.file !== void 0) {
							let data9 = data7.file;
							if (typeof data9 === "string") {
								if (!pattern3.test(data9)) {
									const err26 = {
										instancePath: instancePath + "/stories/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/file",
										schemaPath: "#/properties/stories/additionalProperties/properties/file/pattern",
										keyword: "pattern",
										params: { pattern: "^[^/\\\\].*\\.json$" },
										message: "must match pattern \"^[^/\\\\].*\\.json$\"",
										schema: "^[^/\\\\].*\\.json$",
										parentSchema: schema0.properties.stories.additionalProperties.properties.file,
										data: data9
									};
									if (vErrors === null) vErrors = [err26];
									else vErrors.push(err26);
									errors++;
								}
							} else {
								const err27 = {
									instancePath: instancePath + "/stories/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/file",
									schemaPath: "#/properties/stories/additionalProperties/properties/file/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema0.properties.stories.additionalProperties.properties.file.type,
									parentSchema: schema0.properties.stories.additionalProperties.properties.file,
									data: data9
								};
								if (vErrors === null) vErrors = [err27];
								else vErrors.push(err27);
								errors++;
							}
						}
						if (data7.allow_literals !== void 0) {
							let data10 = data7.allow_literals;
							if (data10 && typeof data10 == "object" && !Array.isArray(data10)) for (const key5 in data10) {
								let data11 = data10[key5];
								if (typeof data11 === "string") {
									if (!pattern4.test(data11)) {
										const err28 = {
											instancePath: instancePath + "/stories/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/allow_literals/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),
											schemaPath: "#/properties/stories/additionalProperties/properties/allow_literals/additionalProperties/pattern",
											keyword: "pattern",
											params: { pattern: "\\S" },
											message: "must match pattern \"\\S\"",
											schema: "\\S",
											parentSchema: schema0.properties.stories.additionalProperties.properties.allow_literals.additionalProperties,
											data: data11
										};
										if (vErrors === null) vErrors = [err28];
										else vErrors.push(err28);
										errors++;
									}
								} else {
									const err29 = {
										instancePath: instancePath + "/stories/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/allow_literals/" + key5.replace(/~/g, "~0").replace(/\//g, "~1"),
										schemaPath: "#/properties/stories/additionalProperties/properties/allow_literals/additionalProperties/type",
										keyword: "type",
										params: { type: "string" },
										message: "must be string",
										schema: schema0.properties.stories.additionalProperties.properties.allow_literals.additionalProperties.type,
										parentSchema: schema0.properties.stories.additionalProperties.properties.allow_literals.additionalProperties,
										data: data11
									};
									if (vErrors === null) vErrors = [err29];
									else vErrors.push(err29);
									errors++;
								}
							}
							else {
								const err30 = {
									instancePath: instancePath + "/stories/" + key3.replace(/~/g, "~0").replace(/\//g, "~1") + "/allow_literals",
									schemaPath: "#/properties/stories/additionalProperties/properties/allow_literals/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object",
									schema: schema0.properties.stories.additionalProperties.properties.allow_literals.type,
									parentSchema: schema0.properties.stories.additionalProperties.properties.allow_literals,
									data: data10
								};
								if (vErrors === null) vErrors = [err30];
								else vErrors.push(err30);
								errors++;
							}
						}
					}
				}
			} else {
				const err31 = {
					instancePath: instancePath + "/stories",
					schemaPath: "#/properties/stories/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema0.properties.stories.type,
					parentSchema: schema0.properties.stories,
					data: data6
				};
				if (vErrors === null) vErrors = [err31];
				else vErrors.push(err31);
				errors++;
			}
		}
		if (data.groups !== void 0) {
			let data12 = data.groups;
			if (data12 && typeof data12 == "object" && !Array.isArray(data12)) {
				for (const key6 in data12) {
					const _errs33 = errors;
					if (typeof key6 === "string") {
						if (!pattern2.test(key6)) {
							const err32 = {
								instancePath: instancePath + "/groups",
								schemaPath: "#/properties/groups/propertyNames/pattern",
								keyword: "pattern",
								params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
								message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\"",
								schema: "^[a-z0-9][a-z0-9_.-]{0,62}$",
								parentSchema: schema0.properties.groups.propertyNames,
								data: key6,
								propertyName: key6
							};
							if (vErrors === null) vErrors = [err32];
							else vErrors.push(err32);
							errors++;
						}
					}
					if (!(_errs33 === errors)) {
						const err33 = {
							instancePath: instancePath + "/groups",
							schemaPath: "#/properties/groups/propertyNames",
							keyword: "propertyNames",
							params: { propertyName: key6 },
							message: "property name must be valid",
							schema: schema0.properties.groups.propertyNames,
							parentSchema: schema0.properties.groups,
							data: data12
						};
						if (vErrors === null) vErrors = [err33];
						else vErrors.push(err33);
						errors++;
					}
				}
				for (const key7 in data12) {
					let data13 = data12[key7];
					if (Array.isArray(data13)) {
						const len0 = data13.length;
						for (let i0 = 0; i0 < len0; i0++) {
							let data14 = data13[i0];
							if (typeof data14 === "string") {
								if (!pattern6.test(data14)) {
									const err34 = {
										instancePath: instancePath + "/groups/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0,
										schemaPath: "#/properties/groups/additionalProperties/items/pattern",
										keyword: "pattern",
										params: { pattern: "^@?[a-z0-9][a-z0-9_.-]{0,62}$" },
										message: "must match pattern \"^@?[a-z0-9][a-z0-9_.-]{0,62}$\"",
										schema: "^@?[a-z0-9][a-z0-9_.-]{0,62}$",
										parentSchema: schema0.properties.groups.additionalProperties.items,
										data: data14
									};
									if (vErrors === null) vErrors = [err34];
									else vErrors.push(err34);
									errors++;
								}
							} else {
								const err35 = {
									instancePath: instancePath + "/groups/" + key7.replace(/~/g, "~0").replace(/\//g, "~1") + "/" + i0,
									schemaPath: "#/properties/groups/additionalProperties/items/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema0.properties.groups.additionalProperties.items.type,
									parentSchema: schema0.properties.groups.additionalProperties.items,
									data: data14
								};
								if (vErrors === null) vErrors = [err35];
								else vErrors.push(err35);
								errors++;
							}
						}
					} else {
						const err36 = {
							instancePath: instancePath + "/groups/" + key7.replace(/~/g, "~0").replace(/\//g, "~1"),
							schemaPath: "#/properties/groups/additionalProperties/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array",
							schema: schema0.properties.groups.additionalProperties.type,
							parentSchema: schema0.properties.groups.additionalProperties,
							data: data13
						};
						if (vErrors === null) vErrors = [err36];
						else vErrors.push(err36);
						errors++;
					}
				}
			} else {
				const err37 = {
					instancePath: instancePath + "/groups",
					schemaPath: "#/properties/groups/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema0.properties.groups.type,
					parentSchema: schema0.properties.groups,
					data: data12
				};
				if (vErrors === null) vErrors = [err37];
				else vErrors.push(err37);
				errors++;
			}
		}
		if (data.defaults !== void 0) {
			let data15 = data.defaults;
			if (data15 && typeof data15 == "object" && !Array.isArray(data15)) {
				for (const key8 in data15) if (!func0.call(schema0.properties.defaults.properties, key8)) {
					const err38 = {
						instancePath: instancePath + "/defaults",
						schemaPath: "#/properties/defaults/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key8 },
						message: "must NOT have additional properties",
						schema: false,
						parentSchema: schema0.properties.defaults,
						data: data15
					};
					if (vErrors === null) vErrors = [err38];
					else vErrors.push(err38);
					errors++;
				}
				if (data15.engine !== void 0) {
					let data16 = data15.engine;
					if (typeof data16 !== "string") {
						const err39 = {
							instancePath: instancePath + "/defaults/engine",
							schemaPath: "#/properties/defaults/properties/engine/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema0.properties.defaults.properties.engine.type,
							parentSchema: schema0.properties.defaults.properties.engine,
							data: data16
						};
						if (vErrors === null) vErrors = [err39];
						else vErrors.push(err39);
						errors++;
					}
					if (!(data16 === "push" || data16 === "native")) {
						const err40 = {
							instancePath: instancePath + "/defaults/engine",
							schemaPath: "#/properties/defaults/properties/engine/enum",
							keyword: "enum",
							params: { allowedValues: schema0.properties.defaults.properties.engine.enum },
							message: "must be equal to one of the allowed values",
							schema: schema0.properties.defaults.properties.engine.enum,
							parentSchema: schema0.properties.defaults.properties.engine,
							data: data16
						};
						if (vErrors === null) vErrors = [err40];
						else vErrors.push(err40);
						errors++;
					}
				}
				if (data15.destination_tenant_api_key_version !== void 0) {
					let data17 = data15.destination_tenant_api_key_version;
					if (!(typeof data17 == "number" && !(data17 % 1) && !isNaN(data17) && isFinite(data17))) {
						const err41 = {
							instancePath: instancePath + "/defaults/destination_tenant_api_key_version",
							schemaPath: "#/properties/defaults/properties/destination_tenant_api_key_version/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer",
							schema: schema0.properties.defaults.properties.destination_tenant_api_key_version.type,
							parentSchema: schema0.properties.defaults.properties.destination_tenant_api_key_version,
							data: data17
						};
						if (vErrors === null) vErrors = [err41];
						else vErrors.push(err41);
						errors++;
					}
					if (typeof data17 == "number" && isFinite(data17)) {
						if (data17 > 9007199254740991 || isNaN(data17)) {
							const err42 = {
								instancePath: instancePath + "/defaults/destination_tenant_api_key_version",
								schemaPath: "#/properties/defaults/properties/destination_tenant_api_key_version/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 9007199254740991
								},
								message: "must be <= 9007199254740991",
								schema: 9007199254740991,
								parentSchema: schema0.properties.defaults.properties.destination_tenant_api_key_version,
								data: data17
							};
							if (vErrors === null) vErrors = [err42];
							else vErrors.push(err42);
							errors++;
						}
						if (data17 < 1 || isNaN(data17)) {
							const err43 = {
								instancePath: instancePath + "/defaults/destination_tenant_api_key_version",
								schemaPath: "#/properties/defaults/properties/destination_tenant_api_key_version/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1",
								schema: 1,
								parentSchema: schema0.properties.defaults.properties.destination_tenant_api_key_version,
								data: data17
							};
							if (vErrors === null) vErrors = [err43];
							else vErrors.push(err43);
							errors++;
						}
					}
				}
				if (data15.manual_sync_only !== void 0) {
					let data18 = data15.manual_sync_only;
					if (typeof data18 !== "boolean") {
						const err44 = {
							instancePath: instancePath + "/defaults/manual_sync_only",
							schemaPath: "#/properties/defaults/properties/manual_sync_only/type",
							keyword: "type",
							params: { type: "boolean" },
							message: "must be boolean",
							schema: schema0.properties.defaults.properties.manual_sync_only.type,
							parentSchema: schema0.properties.defaults.properties.manual_sync_only,
							data: data18
						};
						if (vErrors === null) vErrors = [err44];
						else vErrors.push(err44);
						errors++;
					}
				}
				if (data15.labels !== void 0) {
					let data19 = data15.labels;
					if (data19 && typeof data19 == "object" && !Array.isArray(data19)) for (const key9 in data19) {
						let data20 = data19[key9];
						if (typeof data20 !== "string") {
							const err45 = {
								instancePath: instancePath + "/defaults/labels/" + key9.replace(/~/g, "~0").replace(/\//g, "~1"),
								schemaPath: "#/properties/defaults/properties/labels/additionalProperties/type",
								keyword: "type",
								params: { type: "string" },
								message: "must be string",
								schema: schema0.properties.defaults.properties.labels.additionalProperties.type,
								parentSchema: schema0.properties.defaults.properties.labels.additionalProperties,
								data: data20
							};
							if (vErrors === null) vErrors = [err45];
							else vErrors.push(err45);
							errors++;
						}
					}
					else {
						const err46 = {
							instancePath: instancePath + "/defaults/labels",
							schemaPath: "#/properties/defaults/properties/labels/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object",
							schema: schema0.properties.defaults.properties.labels.type,
							parentSchema: schema0.properties.defaults.properties.labels,
							data: data19
						};
						if (vErrors === null) vErrors = [err46];
						else vErrors.push(err46);
						errors++;
					}
				}
				if (data15.detached !== void 0) {
					let data21 = data15.detached;
					if (data21 && typeof data21 == "object" && !Array.isArray(data21)) {
						for (const key10 in data21) {
							const _errs55 = errors;
							if (typeof key10 === "string") {
								if (!pattern2.test(key10)) {
									const err47 = {
										instancePath: instancePath + "/defaults/detached",
										schemaPath: "#/properties/defaults/properties/detached/propertyNames/pattern",
										keyword: "pattern",
										params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
										message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\"",
										schema: "^[a-z0-9][a-z0-9_.-]{0,62}$",
										parentSchema: schema0.properties.defaults.properties.detached.propertyNames,
										data: key10,
										propertyName: key10
									};
									if (vErrors === null) vErrors = [err47];
									else vErrors.push(err47);
									errors++;
								}
							}
							if (!(_errs55 === errors)) {
								const err48 = {
									instancePath: instancePath + "/defaults/detached",
									schemaPath: "#/properties/defaults/properties/detached/propertyNames",
									keyword: "propertyNames",
									params: { propertyName: key10 },
									message: "property name must be valid",
									schema: schema0.properties.defaults.properties.detached.propertyNames,
									parentSchema: schema0.properties.defaults.properties.detached,
									data: data21
								};
								if (vErrors === null) vErrors = [err48];
								else vErrors.push(err48);
								errors++;
							}
						}
						for (const key11 in data21) {
							let data22 = data21[key11];
							if (data22 && typeof data22 == "object" && !Array.isArray(data22)) {
								if (data22.reason === void 0) {
									const err49 = {
										instancePath: instancePath + "/defaults/detached/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),
										schemaPath: "#/properties/defaults/properties/detached/additionalProperties/required",
										keyword: "required",
										params: { missingProperty: "reason" },
										message: "must have required property 'reason'",
										schema: schema0.properties.defaults.properties.detached.additionalProperties.required,
										parentSchema: schema0.properties.defaults.properties.detached.additionalProperties,
										data: data22
									};
									if (vErrors === null) vErrors = [err49];
									else vErrors.push(err49);
									errors++;
								}
								for (const key12 in data22) if (!(key12 === "reason" || key12 === "owner" || key12 === "until")) {
									const err50 = {
										instancePath: instancePath + "/defaults/detached/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),
										schemaPath: "#/properties/defaults/properties/detached/additionalProperties/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key12 },
										message: "must NOT have additional properties",
										schema: false,
										parentSchema: schema0.properties.defaults.properties.detached.additionalProperties,
										data: data22
									};
									if (vErrors === null) vErrors = [err50];
									else vErrors.push(err50);
									errors++;
								}
								if (data22.reason !== void 0) {
									let data23 = data22.reason;
									if (typeof data23 === "string") {
										if (!pattern4.test(data23)) {
											const err51 = {
												instancePath: instancePath + "/defaults/detached/" + key11.replace(/~/g, "~0").replace(/\//g, "~1") + "/reason",
												schemaPath: "#/properties/defaults/properties/detached/additionalProperties/properties/reason/pattern",
												keyword: "pattern",
												params: { pattern: "\\S" },
												message: "must match pattern \"\\S\"",
												schema: "\\S",
												parentSchema: schema0.properties.defaults.properties.detached.additionalProperties.properties.reason,
												data: data23
											};
											if (vErrors === null) vErrors = [err51];
											else vErrors.push(err51);
											errors++;
										}
									} else {
										const err52 = {
											instancePath: instancePath + "/defaults/detached/" + key11.replace(/~/g, "~0").replace(/\//g, "~1") + "/reason",
											schemaPath: "#/properties/defaults/properties/detached/additionalProperties/properties/reason/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string",
											schema: schema0.properties.defaults.properties.detached.additionalProperties.properties.reason.type,
											parentSchema: schema0.properties.defaults.properties.detached.additionalProperties.properties.reason,
											data: data23
										};
										if (vErrors === null) vErrors = [err52];
										else vErrors.push(err52);
										errors++;
									}
								}
								if (data22.owner !== void 0) {
									let data24 = data22.owner;
									if (typeof data24 === "string") {
										if (func1(data24) < 1) {
											const err53 = {
												instancePath: instancePath + "/defaults/detached/" + key11.replace(/~/g, "~0").replace(/\//g, "~1") + "/owner",
												schemaPath: "#/properties/defaults/properties/detached/additionalProperties/properties/owner/minLength",
												keyword: "minLength",
												params: { limit: 1 },
												message: "must NOT have fewer than 1 characters",
												schema: 1,
												parentSchema: schema0.properties.defaults.properties.detached.additionalProperties.properties.owner,
												data: data24
											};
											if (vErrors === null) vErrors = [err53];
											else vErrors.push(err53);
											errors++;
										}
									} else {
										const err54 = {
											instancePath: instancePath + "/defaults/detached/" + key11.replace(/~/g, "~0").replace(/\//g, "~1") + "/owner",
											schemaPath: "#/properties/defaults/properties/detached/additionalProperties/properties/owner/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string",
											schema: schema0.properties.defaults.properties.detached.additionalProperties.properties.owner.type,
											parentSchema: schema0.properties.defaults.properties.detached.additionalProperties.properties.owner,
											data: data24
										};
										if (vErrors === null) vErrors = [err54];
										else vErrors.push(err54);
										errors++;
									}
								}
								if (data22.until !== void 0) {
									let data25 = data22.until;
									if (typeof data25 === "string") {
										if (!pattern9.test(data25)) {
											const err55 = {
												instancePath: instancePath + "/defaults/detached/" + key11.replace(/~/g, "~0").replace(/\//g, "~1") + "/until",
												schemaPath: "#/properties/defaults/properties/detached/additionalProperties/properties/until/pattern",
												keyword: "pattern",
												params: { pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$" },
												message: "must match pattern \"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$\"",
												schema: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$",
												parentSchema: schema0.properties.defaults.properties.detached.additionalProperties.properties.until,
												data: data25
											};
											if (vErrors === null) vErrors = [err55];
											else vErrors.push(err55);
											errors++;
										}
									} else {
										const err56 = {
											instancePath: instancePath + "/defaults/detached/" + key11.replace(/~/g, "~0").replace(/\//g, "~1") + "/until",
											schemaPath: "#/properties/defaults/properties/detached/additionalProperties/properties/until/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string",
											schema: schema0.properties.defaults.properties.detached.additionalProperties.properties.until.type,
											parentSchema: schema0.properties.defaults.properties.detached.additionalProperties.properties.until,
											data: data25
										};
										if (vErrors === null) vErrors = [err56];
										else vErrors.push(err56);
										errors++;
									}
								}
							} else {
								const err57 = {
									instancePath: instancePath + "/defaults/detached/" + key11.replace(/~/g, "~0").replace(/\//g, "~1"),
									schemaPath: "#/properties/defaults/properties/detached/additionalProperties/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object",
									schema: schema0.properties.defaults.properties.detached.additionalProperties.type,
									parentSchema: schema0.properties.defaults.properties.detached.additionalProperties,
									data: data22
								};
								if (vErrors === null) vErrors = [err57];
								else vErrors.push(err57);
								errors++;
							}
						}
					} else {
						const err58 = {
							instancePath: instancePath + "/defaults/detached",
							schemaPath: "#/properties/defaults/properties/detached/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object",
							schema: schema0.properties.defaults.properties.detached.type,
							parentSchema: schema0.properties.defaults.properties.detached,
							data: data21
						};
						if (vErrors === null) vErrors = [err58];
						else vErrors.push(err58);
						errors++;
					}
				}
				if (data15.hold !== void 0) {
					let data26 = data15.hold;
					if (data26 && typeof data26 == "object" && !Array.isArray(data26)) {
						if (data26.reason === void 0) {
							const err59 = {
								instancePath: instancePath + "/defaults/hold",
								schemaPath: "#/properties/defaults/properties/hold/required",
								keyword: "required",
								params: { missingProperty: "reason" },
								message: "must have required property 'reason'",
								schema: schema0.properties.defaults.properties.hold.required,
								parentSchema: schema0.properties.defaults.properties.hold,
								data: data26
							};
							if (vErrors === null) vErrors = [err59];
							else vErrors.push(err59);
							errors++;
						}
						for (const key13 in data26) if (!(key13 === "reason" || key13 === "owner" || key13 === "until")) {
							const err60 = {
								instancePath: instancePath + "/defaults/hold",
								schemaPath: "#/properties/defaults/properties/hold/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key13 },
								message: "must NOT have additional properties",
								schema: false,
								parentSchema: schema0.properties.defaults.properties.hold,
								data: data26
							};
							if (vErrors === null) vErrors = [err60];
							else vErrors.push(err60);
							errors++;
						}
						if (data26.reason !== void 0) {
							let data27 = data26.reason;
							if (typeof data27 === "string") {
								if (!pattern4.test(data27)) {
									const err61 = {
										instancePath: instancePath + "/defaults/hold/reason",
										schemaPath: "#/properties/defaults/properties/hold/properties/reason/pattern",
										keyword: "pattern",
										params: { pattern: "\\S" },
										message: "must match pattern \"\\S\"",
										schema: "\\S",
										parentSchema: schema0.properties.defaults.properties.hold.properties.reason,
										data: data27
									};
									if (vErrors === null) vErrors = [err61];
									else vErrors.push(err61);
									errors++;
								}
							} else {
								const err62 = {
									instancePath: instancePath + "/defaults/hold/reason",
									schemaPath: "#/properties/defaults/properties/hold/properties/reason/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema0.properties.defaults.properties.hold.properties.reason.type,
									parentSchema: schema0.properties.defaults.properties.hold.properties.reason,
									data: data27
								};
								if (vErrors === null) vErrors = [err62];
								else vErrors.push(err62);
								errors++;
							}
						}
						if (data26.owner !== void 0) {
							let data28 = data26.owner;
							if (typeof data28 === "string") {
								if (func1(data28) < 1) {
									const err63 = {
										instancePath: instancePath + "/defaults/hold/owner",
										schemaPath: "#/properties/defaults/properties/hold/properties/owner/minLength",
										keyword: "minLength",
										params: { limit: 1 },
										message: "must NOT have fewer than 1 characters",
										schema: 1,
										parentSchema: schema0.properties.defaults.properties.hold.properties.owner,
										data: data28
									};
									if (vErrors === null) vErrors = [err63];
									else vErrors.push(err63);
									errors++;
								}
							} else {
								const err64 = {
									instancePath: instancePath + "/defaults/hold/owner",
									schemaPath: "#/properties/defaults/properties/hold/properties/owner/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema0.properties.defaults.properties.hold.properties.owner.type,
									parentSchema: schema0.properties.defaults.properties.hold.properties.owner,
									data: data28
								};
								if (vErrors === null) vErrors = [err64];
								else vErrors.push(err64);
								errors++;
							}
						}
						if (data26.until !== void 0) {
							let data29 = data26.until;
							if (typeof data29 === "string") {
								if (!pattern9.test(data29)) {
									const err65 = {
										instancePath: instancePath + "/defaults/hold/until",
										schemaPath: "#/properties/defaults/properties/hold/properties/until/pattern",
										keyword: "pattern",
										params: { pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$" },
										message: "must match pattern \"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$\"",
										schema: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$",
										parentSchema: schema0.properties.defaults.properties.hold.properties.until,
										data: data29
									};
									if (vErrors === null) vErrors = [err65];
									else vErrors.push(err65);
									errors++;
								}
							} else {
								const err66 = {
									instancePath: instancePath + "/defaults/hold/until",
									schemaPath: "#/properties/defaults/properties/hold/properties/until/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema0.properties.defaults.properties.hold.properties.until.type,
									parentSchema: schema0.properties.defaults.properties.hold.properties.until,
									data: data29
								};
								if (vErrors === null) vErrors = [err66];
								else vErrors.push(err66);
								errors++;
							}
						}
					} else {
						const err67 = {
							instancePath: instancePath + "/defaults/hold",
							schemaPath: "#/properties/defaults/properties/hold/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object",
							schema: schema0.properties.defaults.properties.hold.type,
							parentSchema: schema0.properties.defaults.properties.hold,
							data: data26
						};
						if (vErrors === null) vErrors = [err67];
						else vErrors.push(err67);
						errors++;
					}
				}
				if (data15.pin !== void 0) {
					let data30 = data15.pin;
					if (data30 && typeof data30 == "object" && !Array.isArray(data30)) {
						if (data30.commit === void 0) {
							const err68 = {
								instancePath: instancePath + "/defaults/pin",
								schemaPath: "#/properties/defaults/properties/pin/required",
								keyword: "required",
								params: { missingProperty: "commit" },
								message: "must have required property 'commit'",
								schema: schema0.properties.defaults.properties.pin.required,
								parentSchema: schema0.properties.defaults.properties.pin,
								data: data30
							};
							if (vErrors === null) vErrors = [err68];
							else vErrors.push(err68);
							errors++;
						}
						if (data30.reason === void 0) {
							const err69 = {
								instancePath: instancePath + "/defaults/pin",
								schemaPath: "#/properties/defaults/properties/pin/required",
								keyword: "required",
								params: { missingProperty: "reason" },
								message: "must have required property 'reason'",
								schema: schema0.properties.defaults.properties.pin.required,
								parentSchema: schema0.properties.defaults.properties.pin,
								data: data30
							};
							if (vErrors === null) vErrors = [err69];
							else vErrors.push(err69);
							errors++;
						}
						for (const key14 in data30) if (!(key14 === "commit" || key14 === "reason" || key14 === "owner" || key14 === "until" || key14 === "stories")) {
							const err70 = {
								instancePath: instancePath + "/defaults/pin",
								schemaPath: "#/properties/defaults/properties/pin/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key14 },
								message: "must NOT have additional properties",
								schema: false,
								parentSchema: schema0.properties.defaults.properties.pin,
								data: data30
							};
							if (vErrors === null) vErrors = [err70];
							else vErrors.push(err70);
							errors++;
						}
						if (data30.commit !== void 0) {
							let data31 = data30.commit;
							if (typeof data31 === "string") {
								if (!pattern12.test(data31)) {
									const err71 = {
										instancePath: instancePath + "/defaults/pin/commit",
										schemaPath: "#/properties/defaults/properties/pin/properties/commit/pattern",
										keyword: "pattern",
										params: { pattern: "^[0-9A-Fa-f]{7,64}$" },
										message: "must match pattern \"^[0-9A-Fa-f]{7,64}$\"",
										schema: "^[0-9A-Fa-f]{7,64}$",
										parentSchema: schema0.properties.defaults.properties.pin.properties.commit,
										data: data31
									};
									if (vErrors === null) vErrors = [err71];
									else vErrors.push(err71);
									errors++;
								}
							} else {
								const err72 = {
									instancePath: instancePath + "/defaults/pin/commit",
									schemaPath: "#/properties/defaults/properties/pin/properties/commit/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema0.properties.defaults.properties.pin.properties.commit.type,
									parentSchema: schema0.properties.defaults.properties.pin.properties.commit,
									data: data31
								};
								if (vErrors === null) vErrors = [err72];
								else vErrors.push(err72);
								errors++;
							}
						}
						if (data30.reason !== void 0) {
							let data32 = data30.reason;
							if (typeof data32 === "string") {
								if (!pattern4.test(data32)) {
									const err73 = {
										instancePath: instancePath + "/defaults/pin/reason",
										schemaPath: "#/properties/defaults/properties/pin/properties/reason/pattern",
										keyword: "pattern",
										params: { pattern: "\\S" },
										message: "must match pattern \"\\S\"",
										schema: "\\S",
										parentSchema: schema0.properties.defaults.properties.pin.properties.reason,
										data: data32
									};
									if (vErrors === null) vErrors = [err73];
									else vErrors.push(err73);
									errors++;
								}
							} else {
								const err74 = {
									instancePath: instancePath + "/defaults/pin/reason",
									schemaPath: "#/properties/defaults/properties/pin/properties/reason/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema0.properties.defaults.properties.pin.properties.reason.type,
									parentSchema: schema0.properties.defaults.properties.pin.properties.reason,
									data: data32
								};
								if (vErrors === null) vErrors = [err74];
								else vErrors.push(err74);
								errors++;
							}
						}
						if (data30.owner !== void 0) {
							let data33 = data30.owner;
							if (typeof data33 === "string") {
								if (func1(data33) < 1) {
									const err75 = {
										instancePath: instancePath + "/defaults/pin/owner",
										schemaPath: "#/properties/defaults/properties/pin/properties/owner/minLength",
										keyword: "minLength",
										params: { limit: 1 },
										message: "must NOT have fewer than 1 characters",
										schema: 1,
										parentSchema: schema0.properties.defaults.properties.pin.properties.owner,
										data: data33
									};
									if (vErrors === null) vErrors = [err75];
									else vErrors.push(err75);
									errors++;
								}
							} else {
								const err76 = {
									instancePath: instancePath + "/defaults/pin/owner",
									schemaPath: "#/properties/defaults/properties/pin/properties/owner/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema0.properties.defaults.properties.pin.properties.owner.type,
									parentSchema: schema0.properties.defaults.properties.pin.properties.owner,
									data: data33
								};
								if (vErrors === null) vErrors = [err76];
								else vErrors.push(err76);
								errors++;
							}
						}
						if (data30.until !== void 0) {
							let data34 = data30.until;
							if (typeof data34 === "string") {
								if (!pattern9.test(data34)) {
									const err77 = {
										instancePath: instancePath + "/defaults/pin/until",
										schemaPath: "#/properties/defaults/properties/pin/properties/until/pattern",
										keyword: "pattern",
										params: { pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$" },
										message: "must match pattern \"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$\"",
										schema: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$",
										parentSchema: schema0.properties.defaults.properties.pin.properties.until,
										data: data34
									};
									if (vErrors === null) vErrors = [err77];
									else vErrors.push(err77);
									errors++;
								}
							} else {
								const err78 = {
									instancePath: instancePath + "/defaults/pin/until",
									schemaPath: "#/properties/defaults/properties/pin/properties/until/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema0.properties.defaults.properties.pin.properties.until.type,
									parentSchema: schema0.properties.defaults.properties.pin.properties.until,
									data: data34
								};
								if (vErrors === null) vErrors = [err78];
								else vErrors.push(err78);
								errors++;
							}
						}
						if (data30.stories !== void 0) {
							let data35 = data30.stories;
							if (Array.isArray(data35)) {
								if (data35.length < 1) {
									const err79 = {
										instancePath: instancePath + "/defaults/pin/stories",
										schemaPath: "#/properties/defaults/properties/pin/properties/stories/minItems",
										keyword: "minItems",
										params: { limit: 1 },
										message: "must NOT have fewer than 1 items",
										schema: 1,
										parentSchema: schema0.properties.defaults.properties.pin.properties.stories,
										data: data35
									};
									if (vErrors === null) vErrors = [err79];
									else vErrors.push(err79);
									errors++;
								}
								const len1 = data35.length;
								for (let i1 = 0; i1 < len1; i1++) {
									let data36 = data35[i1];
									if (typeof data36 === "string") {
										if (!pattern2.test(data36)) {
											const err80 = {
												instancePath: instancePath + "/defaults/pin/stories/" + i1,
												schemaPath: "#/properties/defaults/properties/pin/properties/stories/items/pattern",
												keyword: "pattern",
												params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
												message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\"",
												schema: "^[a-z0-9][a-z0-9_.-]{0,62}$",
												parentSchema: schema0.properties.defaults.properties.pin.properties.stories.items,
												data: data36
											};
											if (vErrors === null) vErrors = [err80];
											else vErrors.push(err80);
											errors++;
										}
									} else {
										const err81 = {
											instancePath: instancePath + "/defaults/pin/stories/" + i1,
											schemaPath: "#/properties/defaults/properties/pin/properties/stories/items/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string",
											schema: schema0.properties.defaults.properties.pin.properties.stories.items.type,
											parentSchema: schema0.properties.defaults.properties.pin.properties.stories.items,
											data: data36
										};
										if (vErrors === null) vErrors = [err81];
										else vErrors.push(err81);
										errors++;
									}
								}
							} else {
								const err82 = {
									instancePath: instancePath + "/defaults/pin/stories",
									schemaPath: "#/properties/defaults/properties/pin/properties/stories/type",
									keyword: "type",
									params: { type: "array" },
									message: "must be array",
									schema: schema0.properties.defaults.properties.pin.properties.stories.type,
									parentSchema: schema0.properties.defaults.properties.pin.properties.stories,
									data: data35
								};
								if (vErrors === null) vErrors = [err82];
								else vErrors.push(err82);
								errors++;
							}
						}
					} else {
						const err83 = {
							instancePath: instancePath + "/defaults/pin",
							schemaPath: "#/properties/defaults/properties/pin/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object",
							schema: schema0.properties.defaults.properties.pin.type,
							parentSchema: schema0.properties.defaults.properties.pin,
							data: data30
						};
						if (vErrors === null) vErrors = [err83];
						else vErrors.push(err83);
						errors++;
					}
				}
				if (data15.folder_id !== void 0) {
					let data37 = data15.folder_id;
					if (!(typeof data37 == "number" && !(data37 % 1) && !isNaN(data37) && isFinite(data37))) {
						const err84 = {
							instancePath: instancePath + "/defaults/folder_id",
							schemaPath: "#/properties/defaults/properties/folder_id/type",
							keyword: "type",
							params: { type: "integer" },
							message: "must be integer",
							schema: schema0.properties.defaults.properties.folder_id.type,
							parentSchema: schema0.properties.defaults.properties.folder_id,
							data: data37
						};
						if (vErrors === null) vErrors = [err84];
						else vErrors.push(err84);
						errors++;
					}
					if (typeof data37 == "number" && isFinite(data37)) {
						if (data37 > 9007199254740991 || isNaN(data37)) {
							const err85 = {
								instancePath: instancePath + "/defaults/folder_id",
								schemaPath: "#/properties/defaults/properties/folder_id/maximum",
								keyword: "maximum",
								params: {
									comparison: "<=",
									limit: 9007199254740991
								},
								message: "must be <= 9007199254740991",
								schema: 9007199254740991,
								parentSchema: schema0.properties.defaults.properties.folder_id,
								data: data37
							};
							if (vErrors === null) vErrors = [err85];
							else vErrors.push(err85);
							errors++;
						}
						if (data37 < 1 || isNaN(data37)) {
							const err86 = {
								instancePath: instancePath + "/defaults/folder_id",
								schemaPath: "#/properties/defaults/properties/folder_id/minimum",
								keyword: "minimum",
								params: {
									comparison: ">=",
									limit: 1
								},
								message: "must be >= 1",
								schema: 1,
								parentSchema: schema0.properties.defaults.properties.folder_id,
								data: data37
							};
							if (vErrors === null) vErrors = [err86];
							else vErrors.push(err86);
							errors++;
						}
					}
				}
				if (data15.webhook_urls !== void 0) {
					let data38 = data15.webhook_urls;
					if (typeof data38 !== "string") {
						const err87 = {
							instancePath: instancePath + "/defaults/webhook_urls",
							schemaPath: "#/properties/defaults/properties/webhook_urls/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema0.properties.defaults.properties.webhook_urls.type,
							parentSchema: schema0.properties.defaults.properties.webhook_urls,
							data: data38
						};
						if (vErrors === null) vErrors = [err87];
						else vErrors.push(err87);
						errors++;
					}
					if (!(data38 === "keep" || data38 === "export")) {
						const err88 = {
							instancePath: instancePath + "/defaults/webhook_urls",
							schemaPath: "#/properties/defaults/properties/webhook_urls/enum",
							keyword: "enum",
							params: { allowedValues: schema0.properties.defaults.properties.webhook_urls.enum },
							message: "must be equal to one of the allowed values",
							schema: schema0.properties.defaults.properties.webhook_urls.enum,
							parentSchema: schema0.properties.defaults.properties.webhook_urls,
							data: data38
						};
						if (vErrors === null) vErrors = [err88];
						else vErrors.push(err88);
						errors++;
					}
				}
				if (data15.change_control !== void 0) {
					let data39 = data15.change_control;
					if (typeof data39 !== "string") {
						const err89 = {
							instancePath: instancePath + "/defaults/change_control",
							schemaPath: "#/properties/defaults/properties/change_control/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema0.properties.defaults.properties.change_control.type,
							parentSchema: schema0.properties.defaults.properties.change_control,
							data: data39
						};
						if (vErrors === null) vErrors = [err89];
						else vErrors.push(err89);
						errors++;
					}
					if (!(data39 === "fail")) {
						const err90 = {
							instancePath: instancePath + "/defaults/change_control",
							schemaPath: "#/properties/defaults/properties/change_control/enum",
							keyword: "enum",
							params: { allowedValues: schema0.properties.defaults.properties.change_control.enum },
							message: "must be equal to one of the allowed values",
							schema: schema0.properties.defaults.properties.change_control.enum,
							parentSchema: schema0.properties.defaults.properties.change_control,
							data: data39
						};
						if (vErrors === null) vErrors = [err90];
						else vErrors.push(err90);
						errors++;
					}
				}
				if (data15.on_drift !== void 0) {
					let data40 = data15.on_drift;
					if (typeof data40 !== "string") {
						const err91 = {
							instancePath: instancePath + "/defaults/on_drift",
							schemaPath: "#/properties/defaults/properties/on_drift/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema0.properties.defaults.properties.on_drift.type,
							parentSchema: schema0.properties.defaults.properties.on_drift,
							data: data40
						};
						if (vErrors === null) vErrors = [err91];
						else vErrors.push(err91);
						errors++;
					}
					if (!(data40 === "overwrite" || data40 === "keep" || data40 === "fail")) {
						const err92 = {
							instancePath: instancePath + "/defaults/on_drift",
							schemaPath: "#/properties/defaults/properties/on_drift/enum",
							keyword: "enum",
							params: { allowedValues: schema0.properties.defaults.properties.on_drift.enum },
							message: "must be equal to one of the allowed values",
							schema: schema0.properties.defaults.properties.on_drift.enum,
							parentSchema: schema0.properties.defaults.properties.on_drift,
							data: data40
						};
						if (vErrors === null) vErrors = [err92];
						else vErrors.push(err92);
						errors++;
					}
				}
				if (data15.prerequisites !== void 0) {
					let data41 = data15.prerequisites;
					if (typeof data41 !== "string") {
						const err93 = {
							instancePath: instancePath + "/defaults/prerequisites",
							schemaPath: "#/properties/defaults/properties/prerequisites/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema0.properties.defaults.properties.prerequisites.type,
							parentSchema: schema0.properties.defaults.properties.prerequisites,
							data: data41
						};
						if (vErrors === null) vErrors = [err93];
						else vErrors.push(err93);
						errors++;
					}
					if (!(data41 === "fail" || data41 === "warn")) {
						const err94 = {
							instancePath: instancePath + "/defaults/prerequisites",
							schemaPath: "#/properties/defaults/properties/prerequisites/enum",
							keyword: "enum",
							params: { allowedValues: schema0.properties.defaults.properties.prerequisites.enum },
							message: "must be equal to one of the allowed values",
							schema: schema0.properties.defaults.properties.prerequisites.enum,
							parentSchema: schema0.properties.defaults.properties.prerequisites,
							data: data41
						};
						if (vErrors === null) vErrors = [err94];
						else vErrors.push(err94);
						errors++;
					}
				}
				if (data15.adopt !== void 0) {
					let data42 = data15.adopt;
					if (Array.isArray(data42)) {
						const len2 = data42.length;
						for (let i2 = 0; i2 < len2; i2++) {
							let data43 = data42[i2];
							if (typeof data43 === "string") {
								if (!pattern6.test(data43)) {
									const err95 = {
										instancePath: instancePath + "/defaults/adopt/" + i2,
										schemaPath: "#/properties/defaults/properties/adopt/items/pattern",
										keyword: "pattern",
										params: { pattern: "^@?[a-z0-9][a-z0-9_.-]{0,62}$" },
										message: "must match pattern \"^@?[a-z0-9][a-z0-9_.-]{0,62}$\"",
										schema: "^@?[a-z0-9][a-z0-9_.-]{0,62}$",
										parentSchema: schema0.properties.defaults.properties.adopt.items,
										data: data43
									};
									if (vErrors === null) vErrors = [err95];
									else vErrors.push(err95);
									errors++;
								}
							} else {
								const err96 = {
									instancePath: instancePath + "/defaults/adopt/" + i2,
									schemaPath: "#/properties/defaults/properties/adopt/items/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema0.properties.defaults.properties.adopt.items.type,
									parentSchema: schema0.properties.defaults.properties.adopt.items,
									data: data43
								};
								if (vErrors === null) vErrors = [err96];
								else vErrors.push(err96);
								errors++;
							}
						}
					} else {
						const err97 = {
							instancePath: instancePath + "/defaults/adopt",
							schemaPath: "#/properties/defaults/properties/adopt/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array",
							schema: schema0.properties.defaults.properties.adopt.type,
							parentSchema: schema0.properties.defaults.properties.adopt,
							data: data42
						};
						if (vErrors === null) vErrors = [err97];
						else vErrors.push(err97);
						errors++;
					}
				}
				if (data15.destination_tenant_api_key !== void 0) {
					let data44 = data15.destination_tenant_api_key;
					if (typeof data44 === "string") {
						if (!pattern17.test(data44)) {
							const err98 = {
								instancePath: instancePath + "/defaults/destination_tenant_api_key",
								schemaPath: "#/properties/defaults/properties/destination_tenant_api_key/pattern",
								keyword: "pattern",
								params: { pattern: "^\\$\\{vault:(?!\\.)(?:[A-Za-z0-9_.-]|\\{(?:destination|access|label\\.[A-Za-z0-9_.-]+)\\})+(?<!\\.)(?:/(?!\\.)(?:[A-Za-z0-9_.-]|\\{(?:destination|access|label\\.[A-Za-z0-9_.-]+)\\})+(?<!\\.))*#[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?\\}$" },
								message: "must match pattern \"^\\$\\{vault:(?!\\.)(?:[A-Za-z0-9_.-]|\\{(?:destination|access|label\\.[A-Za-z0-9_.-]+)\\})+(?<!\\.)(?:/(?!\\.)(?:[A-Za-z0-9_.-]|\\{(?:destination|access|label\\.[A-Za-z0-9_.-]+)\\})+(?<!\\.))*#[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?\\}$\"",
								schema: "^\\$\\{vault:(?!\\.)(?:[A-Za-z0-9_.-]|\\{(?:destination|access|label\\.[A-Za-z0-9_.-]+)\\})+(?<!\\.)(?:/(?!\\.)(?:[A-Za-z0-9_.-]|\\{(?:destination|access|label\\.[A-Za-z0-9_.-]+)\\})+(?<!\\.))*#[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?\\}$",
								parentSchema: schema0.properties.defaults.properties.destination_tenant_api_key,
								data: data44
							};
							if (vErrors === null) vErrors = [err98];
							else vErrors.push(err98);
							errors++;
						}
					} else {
						const err99 = {
							instancePath: instancePath + "/defaults/destination_tenant_api_key",
							schemaPath: "#/properties/defaults/properties/destination_tenant_api_key/type",
							keyword: "type",
							params: { type: "string" },
							message: "must be string",
							schema: schema0.properties.defaults.properties.destination_tenant_api_key.type,
							parentSchema: schema0.properties.defaults.properties.destination_tenant_api_key,
							data: data44
						};
						if (vErrors === null) vErrors = [err99];
						else vErrors.push(err99);
						errors++;
					}
				}
			} else {
				const err100 = {
					instancePath: instancePath + "/defaults",
					schemaPath: "#/properties/defaults/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema0.properties.defaults.type,
					parentSchema: schema0.properties.defaults,
					data: data15
				};
				if (vErrors === null) vErrors = [err100];
				else vErrors.push(err100);
				errors++;
			}
		}
		if (data.keys !== void 0) {
			let data45 = data.keys;
			if (data45 && typeof data45 == "object" && !Array.isArray(data45)) {
				if (data45.vault === void 0) {
					const err101 = {
						instancePath: instancePath + "/keys",
						schemaPath: "#/properties/keys/required",
						keyword: "required",
						params: { missingProperty: "vault" },
						message: "must have required property 'vault'",
						schema: schema0.properties.keys.required,
						parentSchema: schema0.properties.keys,
						data: data45
					};
					if (vErrors === null) vErrors = [err101];
					else vErrors.push(err101);
					errors++;
				}
				for (const key15 in data45) if (!(key15 === "vault")) {
					const err102 = {
						instancePath: instancePath + "/keys",
						schemaPath: "#/properties/keys/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key15 },
						message: "must NOT have additional properties",
						schema: false,
						parentSchema: schema0.properties.keys,
						data: data45
					};
					if (vErrors === null) vErrors = [err102];
					else vErrors.push(err102);
					errors++;
				}
				if (data45.vault !== void 0) {
					let data46 = data45.vault;
					if (data46 && typeof data46 == "object" && !Array.isArray(data46)) {
						if (data46.address === void 0) {
							const err103 = {
								instancePath: instancePath + "/keys/vault",
								schemaPath: "#/properties/keys/properties/vault/required",
								keyword: "required",
								params: { missingProperty: "address" },
								message: "must have required property 'address'",
								schema: schema0.properties.keys.properties.vault.required,
								parentSchema: schema0.properties.keys.properties.vault,
								data: data46
							};
							if (vErrors === null) vErrors = [err103];
							else vErrors.push(err103);
							errors++;
						}
						for (const key16 in data46) if (!(key16 === "address" || key16 === "mount" || key16 === "auth" || key16 === "auth_mount" || key16 === "role" || key16 === "audience" || key16 === "namespace")) {
							const err104 = {
								instancePath: instancePath + "/keys/vault",
								schemaPath: "#/properties/keys/properties/vault/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key16 },
								message: "must NOT have additional properties",
								schema: false,
								parentSchema: schema0.properties.keys.properties.vault,
								data: data46
							};
							if (vErrors === null) vErrors = [err104];
							else vErrors.push(err104);
							errors++;
						}
						if (data46.address !== void 0) {
							let data47 = data46.address;
							if (typeof data47 === "string") {
								if (!pattern0.test(data47)) {
									const err105 = {
										instancePath: instancePath + "/keys/vault/address",
										schemaPath: "#/properties/keys/properties/vault/properties/address/pattern",
										keyword: "pattern",
										params: { pattern: "^https?://[^\\s?#\\\\@/]+(?:/[^\\s?#\\\\]*)?$" },
										message: "must match pattern \"^https?://[^\\s?#\\\\@/]+(?:/[^\\s?#\\\\]*)?$\"",
										schema: "^https?://[^\\s?#\\\\@/]+(?:/[^\\s?#\\\\]*)?$",
										parentSchema: schema0.properties.keys.properties.vault.properties.address,
										data: data47
									};
									if (vErrors === null) vErrors = [err105];
									else vErrors.push(err105);
									errors++;
								}
							} else {
								const err106 = {
									instancePath: instancePath + "/keys/vault/address",
									schemaPath: "#/properties/keys/properties/vault/properties/address/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema0.properties.keys.properties.vault.properties.address.type,
									parentSchema: schema0.properties.keys.properties.vault.properties.address,
									data: data47
								};
								if (vErrors === null) vErrors = [err106];
								else vErrors.push(err106);
								errors++;
							}
						}
						if (data46.mount !== void 0) {
							let data48 = data46.mount;
							if (typeof data48 === "string") {
								if (func1(data48) > 200) {
									const err107 = {
										instancePath: instancePath + "/keys/vault/mount",
										schemaPath: "#/properties/keys/properties/vault/properties/mount/maxLength",
										keyword: "maxLength",
										params: { limit: 200 },
										message: "must NOT have more than 200 characters",
										schema: 200,
										parentSchema: schema0.properties.keys.properties.vault.properties.mount,
										data: data48
									};
									if (vErrors === null) vErrors = [err107];
									else vErrors.push(err107);
									errors++;
								}
								if (!pattern19.test(data48)) {
									const err108 = {
										instancePath: instancePath + "/keys/vault/mount",
										schemaPath: "#/properties/keys/properties/vault/properties/mount/pattern",
										keyword: "pattern",
										params: { pattern: "^(?!\\.)[A-Za-z0-9_.-]+(?<!\\.)(?:/(?!\\.)[A-Za-z0-9_.-]+(?<!\\.))*/?$" },
										message: "must match pattern \"^(?!\\.)[A-Za-z0-9_.-]+(?<!\\.)(?:/(?!\\.)[A-Za-z0-9_.-]+(?<!\\.))*/?$\"",
										schema: "^(?!\\.)[A-Za-z0-9_.-]+(?<!\\.)(?:/(?!\\.)[A-Za-z0-9_.-]+(?<!\\.))*/?$",
										parentSchema: schema0.properties.keys.properties.vault.properties.mount,
										data: data48
									};
									if (vErrors === null) vErrors = [err108];
									else vErrors.push(err108);
									errors++;
								}
							} else {
								const err109 = {
									instancePath: instancePath + "/keys/vault/mount",
									schemaPath: "#/properties/keys/properties/vault/properties/mount/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema0.properties.keys.properties.vault.properties.mount.type,
									parentSchema: schema0.properties.keys.properties.vault.properties.mount,
									data: data48
								};
								if (vErrors === null) vErrors = [err109];
								else vErrors.push(err109);
								errors++;
							}
						}
						if (data46.auth !== void 0) {
							let data49 = data46.auth;
							if (typeof data49 !== "string") {
								const err110 = {
									instancePath: instancePath + "/keys/vault/auth",
									schemaPath: "#/properties/keys/properties/vault/properties/auth/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema0.properties.keys.properties.vault.properties.auth.type,
									parentSchema: schema0.properties.keys.properties.vault.properties.auth,
									data: data49
								};
								if (vErrors === null) vErrors = [err110];
								else vErrors.push(err110);
								errors++;
							}
							if (!(data49 === "github-oidc" || data49 === "token")) {
								const err111 = {
									instancePath: instancePath + "/keys/vault/auth",
									schemaPath: "#/properties/keys/properties/vault/properties/auth/enum",
									keyword: "enum",
									params: { allowedValues: schema0.properties.keys.properties.vault.properties.auth.enum },
									message: "must be equal to one of the allowed values",
									schema: schema0.properties.keys.properties.vault.properties.auth.enum,
									parentSchema: schema0.properties.keys.properties.vault.properties.auth,
									data: data49
								};
								if (vErrors === null) vErrors = [err111];
								else vErrors.push(err111);
								errors++;
							}
						}
						if (data46.auth_mount !== void 0) {
							let data50 = data46.auth_mount;
							if (typeof data50 === "string") {
								if (func1(data50) > 200) {
									const err112 = {
										instancePath: instancePath + "/keys/vault/auth_mount",
										schemaPath: "#/properties/keys/properties/vault/properties/auth_mount/maxLength",
										keyword: "maxLength",
										params: { limit: 200 },
										message: "must NOT have more than 200 characters",
										schema: 200,
										parentSchema: schema0.properties.keys.properties.vault.properties.auth_mount,
										data: data50
									};
									if (vErrors === null) vErrors = [err112];
									else vErrors.push(err112);
									errors++;
								}
								if (!pattern19.test(data50)) {
									const err113 = {
										instancePath: instancePath + "/keys/vault/auth_mount",
										schemaPath: "#/properties/keys/properties/vault/properties/auth_mount/pattern",
										keyword: "pattern",
										params: { pattern: "^(?!\\.)[A-Za-z0-9_.-]+(?<!\\.)(?:/(?!\\.)[A-Za-z0-9_.-]+(?<!\\.))*/?$" },
										message: "must match pattern \"^(?!\\.)[A-Za-z0-9_.-]+(?<!\\.)(?:/(?!\\.)[A-Za-z0-9_.-]+(?<!\\.))*/?$\"",
										schema: "^(?!\\.)[A-Za-z0-9_.-]+(?<!\\.)(?:/(?!\\.)[A-Za-z0-9_.-]+(?<!\\.))*/?$",
										parentSchema: schema0.properties.keys.properties.vault.properties.auth_mount,
										data: data50
									};
									if (vErrors === null) vErrors = [err113];
									else vErrors.push(err113);
									errors++;
								}
							} else {
								const err114 = {
									instancePath: instancePath + "/keys/vault/auth_mount",
									schemaPath: "#/properties/keys/properties/vault/properties/auth_mount/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema0.properties.keys.properties.vault.properties.auth_mount.type,
									parentSchema: schema0.properties.keys.properties.vault.properties.auth_mount,
									data: data50
								};
								if (vErrors === null) vErrors = [err114];
								else vErrors.push(err114);
								errors++;
							}
						}
						if (data46.role !== void 0) {
							let data51 = data46.role;
							if (typeof data51 !== "string" && !(data51 && typeof data51 == "object" && !Array.isArray(data51))) {
								const err115 = {
									instancePath: instancePath + "/keys/vault/role",
									schemaPath: "#/properties/keys/properties/vault/properties/role/type",
									keyword: "type",
									params: { type: schema0.properties.keys.properties.vault.properties.role.type },
									message: "must be string,object",
									schema: schema0.properties.keys.properties.vault.properties.role.type,
									parentSchema: schema0.properties.keys.properties.vault.properties.role,
									data: data51
								};
								if (vErrors === null) vErrors = [err115];
								else vErrors.push(err115);
								errors++;
							}
							if (typeof data51 === "string") {
								if (func1(data51) > 200) {
									const err116 = {
										instancePath: instancePath + "/keys/vault/role",
										schemaPath: "#/properties/keys/properties/vault/properties/role/maxLength",
										keyword: "maxLength",
										params: { limit: 200 },
										message: "must NOT have more than 200 characters",
										schema: 200,
										parentSchema: schema0.properties.keys.properties.vault.properties.role,
										data: data51
									};
									if (vErrors === null) vErrors = [err116];
									else vErrors.push(err116);
									errors++;
								}
								if (!pattern21.test(data51)) {
									const err117 = {
										instancePath: instancePath + "/keys/vault/role",
										schemaPath: "#/properties/keys/properties/vault/properties/role/pattern",
										keyword: "pattern",
										params: { pattern: "^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?$" },
										message: "must match pattern \"^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?$\"",
										schema: "^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?$",
										parentSchema: schema0.properties.keys.properties.vault.properties.role,
										data: data51
									};
									if (vErrors === null) vErrors = [err117];
									else vErrors.push(err117);
									errors++;
								}
							}
							if (data51 && typeof data51 == "object" && !Array.isArray(data51)) {
								if (data51.plan === void 0) {
									const err118 = {
										instancePath: instancePath + "/keys/vault/role",
										schemaPath: "#/properties/keys/properties/vault/properties/role/required",
										keyword: "required",
										params: { missingProperty: "plan" },
										message: "must have required property 'plan'",
										schema: schema0.properties.keys.properties.vault.properties.role.required,
										parentSchema: schema0.properties.keys.properties.vault.properties.role,
										data: data51
									};
									if (vErrors === null) vErrors = [err118];
									else vErrors.push(err118);
									errors++;
								}
								if (data51.sync === void 0) {
									const err119 = {
										instancePath: instancePath + "/keys/vault/role",
										schemaPath: "#/properties/keys/properties/vault/properties/role/required",
										keyword: "required",
										params: { missingProperty: "sync" },
										message: "must have required property 'sync'",
										schema: schema0.properties.keys.properties.vault.properties.role.required,
										parentSchema: schema0.properties.keys.properties.vault.properties.role,
										data: data51
									};
									if (vErrors === null) vErrors = [err119];
									else vErrors.push(err119);
									errors++;
								}
								for (const key17 in data51) if (!(key17 === "plan" || key17 === "sync")) {
									const err120 = {
										instancePath: instancePath + "/keys/vault/role",
										schemaPath: "#/properties/keys/properties/vault/properties/role/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key17 },
										message: "must NOT have additional properties",
										schema: false,
										parentSchema: schema0.properties.keys.properties.vault.properties.role,
										data: data51
									};
									if (vErrors === null) vErrors = [err120];
									else vErrors.push(err120);
									errors++;
								}
								if (data51.plan !== void 0) {
									let data52 = data51.plan;
									if (typeof data52 === "string") {
										if (func1(data52) > 200) {
											const err121 = {
												instancePath: instancePath + "/keys/vault/role/plan",
												schemaPath: "#/properties/keys/properties/vault/properties/role/properties/plan/maxLength",
												keyword: "maxLength",
												params: { limit: 200 },
												message: "must NOT have more than 200 characters",
												schema: 200,
												parentSchema: schema0.properties.keys.properties.vault.properties.role.properties.plan,
												data: data52
											};
											if (vErrors === null) vErrors = [err121];
											else vErrors.push(err121);
											errors++;
										}
										if (!pattern21.test(data52)) {
											const err122 = {
												instancePath: instancePath + "/keys/vault/role/plan",
												schemaPath: "#/properties/keys/properties/vault/properties/role/properties/plan/pattern",
												keyword: "pattern",
												params: { pattern: "^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?$" },
												message: "must match pattern \"^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?$\"",
												schema: "^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?$",
												parentSchema: schema0.properties.keys.properties.vault.properties.role.properties.plan,
												data: data52
											};
											if (vErrors === null) vErrors = [err122];
											else vErrors.push(err122);
											errors++;
										}
									} else {
										const err123 = {
											instancePath: instancePath + "/keys/vault/role/plan",
											schemaPath: "#/properties/keys/properties/vault/properties/role/properties/plan/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string",
											schema: schema0.properties.keys.properties.vault.properties.role.properties.plan.type,
											parentSchema: schema0.properties.keys.properties.vault.properties.role.properties.plan,
											data: data52
										};
										if (vErrors === null) vErrors = [err123];
										else vErrors.push(err123);
										errors++;
									}
								}
								if (data51.sync !== void 0) {
									let data53 = data51.sync;
									if (typeof data53 === "string") {
										if (func1(data53) > 200) {
											const err124 = {
												instancePath: instancePath + "/keys/vault/role/sync",
												schemaPath: "#/properties/keys/properties/vault/properties/role/properties/sync/maxLength",
												keyword: "maxLength",
												params: { limit: 200 },
												message: "must NOT have more than 200 characters",
												schema: 200,
												parentSchema: schema0.properties.keys.properties.vault.properties.role.properties.sync,
												data: data53
											};
											if (vErrors === null) vErrors = [err124];
											else vErrors.push(err124);
											errors++;
										}
										if (!pattern21.test(data53)) {
											const err125 = {
												instancePath: instancePath + "/keys/vault/role/sync",
												schemaPath: "#/properties/keys/properties/vault/properties/role/properties/sync/pattern",
												keyword: "pattern",
												params: { pattern: "^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?$" },
												message: "must match pattern \"^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?$\"",
												schema: "^[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?$",
												parentSchema: schema0.properties.keys.properties.vault.properties.role.properties.sync,
												data: data53
											};
											if (vErrors === null) vErrors = [err125];
											else vErrors.push(err125);
											errors++;
										}
									} else {
										const err126 = {
											instancePath: instancePath + "/keys/vault/role/sync",
											schemaPath: "#/properties/keys/properties/vault/properties/role/properties/sync/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string",
											schema: schema0.properties.keys.properties.vault.properties.role.properties.sync.type,
											parentSchema: schema0.properties.keys.properties.vault.properties.role.properties.sync,
											data: data53
										};
										if (vErrors === null) vErrors = [err126];
										else vErrors.push(err126);
										errors++;
									}
								}
							}
						}
						if (data46.audience !== void 0) {
							let data54 = data46.audience;
							if (typeof data54 === "string") {
								if (func1(data54) > 200) {
									const err127 = {
										instancePath: instancePath + "/keys/vault/audience",
										schemaPath: "#/properties/keys/properties/vault/properties/audience/maxLength",
										keyword: "maxLength",
										params: { limit: 200 },
										message: "must NOT have more than 200 characters",
										schema: 200,
										parentSchema: schema0.properties.keys.properties.vault.properties.audience,
										data: data54
									};
									if (vErrors === null) vErrors = [err127];
									else vErrors.push(err127);
									errors++;
								}
								if (!pattern24.test(data54)) {
									const err128 = {
										instancePath: instancePath + "/keys/vault/audience",
										schemaPath: "#/properties/keys/properties/vault/properties/audience/pattern",
										keyword: "pattern",
										params: { pattern: "^[!-~]+$" },
										message: "must match pattern \"^[!-~]+$\"",
										schema: "^[!-~]+$",
										parentSchema: schema0.properties.keys.properties.vault.properties.audience,
										data: data54
									};
									if (vErrors === null) vErrors = [err128];
									else vErrors.push(err128);
									errors++;
								}
							} else {
								const err129 = {
									instancePath: instancePath + "/keys/vault/audience",
									schemaPath: "#/properties/keys/properties/vault/properties/audience/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema0.properties.keys.properties.vault.properties.audience.type,
									parentSchema: schema0.properties.keys.properties.vault.properties.audience,
									data: data54
								};
								if (vErrors === null) vErrors = [err129];
								else vErrors.push(err129);
								errors++;
							}
						}
						if (data46.namespace !== void 0) {
							let data55 = data46.namespace;
							if (typeof data55 === "string") {
								if (func1(data55) > 200) {
									const err130 = {
										instancePath: instancePath + "/keys/vault/namespace",
										schemaPath: "#/properties/keys/properties/vault/properties/namespace/maxLength",
										keyword: "maxLength",
										params: { limit: 200 },
										message: "must NOT have more than 200 characters",
										schema: 200,
										parentSchema: schema0.properties.keys.properties.vault.properties.namespace,
										data: data55
									};
									if (vErrors === null) vErrors = [err130];
									else vErrors.push(err130);
									errors++;
								}
								if (!pattern19.test(data55)) {
									const err131 = {
										instancePath: instancePath + "/keys/vault/namespace",
										schemaPath: "#/properties/keys/properties/vault/properties/namespace/pattern",
										keyword: "pattern",
										params: { pattern: "^(?!\\.)[A-Za-z0-9_.-]+(?<!\\.)(?:/(?!\\.)[A-Za-z0-9_.-]+(?<!\\.))*/?$" },
										message: "must match pattern \"^(?!\\.)[A-Za-z0-9_.-]+(?<!\\.)(?:/(?!\\.)[A-Za-z0-9_.-]+(?<!\\.))*/?$\"",
										schema: "^(?!\\.)[A-Za-z0-9_.-]+(?<!\\.)(?:/(?!\\.)[A-Za-z0-9_.-]+(?<!\\.))*/?$",
										parentSchema: schema0.properties.keys.properties.vault.properties.namespace,
										data: data55
									};
									if (vErrors === null) vErrors = [err131];
									else vErrors.push(err131);
									errors++;
								}
							} else {
								const err132 = {
									instancePath: instancePath + "/keys/vault/namespace",
									schemaPath: "#/properties/keys/properties/vault/properties/namespace/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema0.properties.keys.properties.vault.properties.namespace.type,
									parentSchema: schema0.properties.keys.properties.vault.properties.namespace,
									data: data55
								};
								if (vErrors === null) vErrors = [err132];
								else vErrors.push(err132);
								errors++;
							}
						}
					} else {
						const err133 = {
							instancePath: instancePath + "/keys/vault",
							schemaPath: "#/properties/keys/properties/vault/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object",
							schema: schema0.properties.keys.properties.vault.type,
							parentSchema: schema0.properties.keys.properties.vault,
							data: data46
						};
						if (vErrors === null) vErrors = [err133];
						else vErrors.push(err133);
						errors++;
					}
				}
			} else {
				const err134 = {
					instancePath: instancePath + "/keys",
					schemaPath: "#/properties/keys/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema0.properties.keys.type,
					parentSchema: schema0.properties.keys,
					data: data45
				};
				if (vErrors === null) vErrors = [err134];
				else vErrors.push(err134);
				errors++;
			}
		}
		if (data.rollout !== void 0) {
			let data56 = data.rollout;
			if (data56 && typeof data56 == "object" && !Array.isArray(data56)) {
				if (data56.rings === void 0) {
					const err135 = {
						instancePath: instancePath + "/rollout",
						schemaPath: "#/properties/rollout/required",
						keyword: "required",
						params: { missingProperty: "rings" },
						message: "must have required property 'rings'",
						schema: schema0.properties.rollout.required,
						parentSchema: schema0.properties.rollout,
						data: data56
					};
					if (vErrors === null) vErrors = [err135];
					else vErrors.push(err135);
					errors++;
				}
				for (const key18 in data56) if (!(key18 === "rings" || key18 === "max_failed" || key18 === "windows")) {
					const err136 = {
						instancePath: instancePath + "/rollout",
						schemaPath: "#/properties/rollout/additionalProperties",
						keyword: "additionalProperties",
						params: { additionalProperty: key18 },
						message: "must NOT have additional properties",
						schema: false,
						parentSchema: schema0.properties.rollout,
						data: data56
					};
					if (vErrors === null) vErrors = [err136];
					else vErrors.push(err136);
					errors++;
				}
				if (data56.rings !== void 0) {
					let data57 = data56.rings;
					if (Array.isArray(data57)) {
						if (data57.length > 50) {
							const err137 = {
								instancePath: instancePath + "/rollout/rings",
								schemaPath: "#/properties/rollout/properties/rings/maxItems",
								keyword: "maxItems",
								params: { limit: 50 },
								message: "must NOT have more than 50 items",
								schema: 50,
								parentSchema: schema0.properties.rollout.properties.rings,
								data: data57
							};
							if (vErrors === null) vErrors = [err137];
							else vErrors.push(err137);
							errors++;
						}
						if (data57.length < 1) {
							const err138 = {
								instancePath: instancePath + "/rollout/rings",
								schemaPath: "#/properties/rollout/properties/rings/minItems",
								keyword: "minItems",
								params: { limit: 1 },
								message: "must NOT have fewer than 1 items",
								schema: 1,
								parentSchema: schema0.properties.rollout.properties.rings,
								data: data57
							};
							if (vErrors === null) vErrors = [err138];
							else vErrors.push(err138);
							errors++;
						}
						const len3 = data57.length;
						for (let i3 = 0; i3 < len3; i3++) {
							let data58 = data57[i3];
							if (data58 && typeof data58 == "object" && !Array.isArray(data58)) {
								if (data58.name === void 0) {
									const err139 = {
										instancePath: instancePath + "/rollout/rings/" + i3,
										schemaPath: "#/properties/rollout/properties/rings/items/required",
										keyword: "required",
										params: { missingProperty: "name" },
										message: "must have required property 'name'",
										schema: schema0.properties.rollout.properties.rings.items.required,
										parentSchema: schema0.properties.rollout.properties.rings.items,
										data: data58
									};
									if (vErrors === null) vErrors = [err139];
									else vErrors.push(err139);
									errors++;
								}
								for (const key19 in data58) if (!(key19 === "name" || key19 === "match" || key19 === "soak" || key19 === "batch")) {
									const err140 = {
										instancePath: instancePath + "/rollout/rings/" + i3,
										schemaPath: "#/properties/rollout/properties/rings/items/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key19 },
										message: "must NOT have additional properties",
										schema: false,
										parentSchema: schema0.properties.rollout.properties.rings.items,
										data: data58
									};
									if (vErrors === null) vErrors = [err140];
									else vErrors.push(err140);
									errors++;
								}
								if (data58.name !== void 0) {
									let data59 = data58.name;
									if (typeof data59 === "string") {
										if (!pattern2.test(data59)) {
											const err141 = {
												instancePath: instancePath + "/rollout/rings/" + i3 + "/name",
												schemaPath: "#/properties/rollout/properties/rings/items/properties/name/pattern",
												keyword: "pattern",
												params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
												message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\"",
												schema: "^[a-z0-9][a-z0-9_.-]{0,62}$",
												parentSchema: schema0.properties.rollout.properties.rings.items.properties.name,
												data: data59
											};
											if (vErrors === null) vErrors = [err141];
											else vErrors.push(err141);
											errors++;
										}
									} else {
										const err142 = {
											instancePath: instancePath + "/rollout/rings/" + i3 + "/name",
											schemaPath: "#/properties/rollout/properties/rings/items/properties/name/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string",
											schema: schema0.properties.rollout.properties.rings.items.properties.name.type,
											parentSchema: schema0.properties.rollout.properties.rings.items.properties.name,
											data: data59
										};
										if (vErrors === null) vErrors = [err142];
										else vErrors.push(err142);
										errors++;
									}
								}
								if (data58.match !== void 0) {
									let data60 = data58.match;
									if (data60 && typeof data60 == "object" && !Array.isArray(data60)) {
										if (Object.keys(data60).length > 10) {
											const err143 = {
												instancePath: instancePath + "/rollout/rings/" + i3 + "/match",
												schemaPath: "#/properties/rollout/properties/rings/items/properties/match/maxProperties",
												keyword: "maxProperties",
												params: { limit: 10 },
												message: "must NOT have more than 10 properties",
												schema: 10,
												parentSchema: schema0.properties.rollout.properties.rings.items.properties.match,
												data: data60
											};
											if (vErrors === null) vErrors = [err143];
											else vErrors.push(err143);
											errors++;
										}
										if (Object.keys(data60).length < 1) {
											const err144 = {
												instancePath: instancePath + "/rollout/rings/" + i3 + "/match",
												schemaPath: "#/properties/rollout/properties/rings/items/properties/match/minProperties",
												keyword: "minProperties",
												params: { limit: 1 },
												message: "must NOT have fewer than 1 properties",
												schema: 1,
												parentSchema: schema0.properties.rollout.properties.rings.items.properties.match,
												data: data60
											};
											if (vErrors === null) vErrors = [err144];
											else vErrors.push(err144);
											errors++;
										}
										for (const key20 in data60) {
											let data61 = data60[key20];
											if (typeof data61 === "string") {
												if (func1(data61) > 100) {
													const err145 = {
														instancePath: instancePath + "/rollout/rings/" + i3 + "/match/" + key20.replace(/~/g, "~0").replace(/\//g, "~1"),
														schemaPath: "#/properties/rollout/properties/rings/items/properties/match/additionalProperties/maxLength",
														keyword: "maxLength",
														params: { limit: 100 },
														message: "must NOT have more than 100 characters",
														schema: 100,
														parentSchema: schema0.properties.rollout.properties.rings.items.properties.match.additionalProperties,
														data: data61
													};
													if (vErrors === null) vErrors = [err145];
													else vErrors.push(err145);
													errors++;
												}
											} else {
												const err146 = {
													instancePath: instancePath + "/rollout/rings/" + i3 + "/match/" + key20.replace(/~/g, "~0").replace(/\//g, "~1"),
													schemaPath: "#/properties/rollout/properties/rings/items/properties/match/additionalProperties/type",
													keyword: "type",
													params: { type: "string" },
													message: "must be string",
													schema: schema0.properties.rollout.properties.rings.items.properties.match.additionalProperties.type,
													parentSchema: schema0.properties.rollout.properties.rings.items.properties.match.additionalProperties,
													data: data61
												};
												if (vErrors === null) vErrors = [err146];
												else vErrors.push(err146);
												errors++;
											}
										}
									} else {
										const err147 = {
											instancePath: instancePath + "/rollout/rings/" + i3 + "/match",
											schemaPath: "#/properties/rollout/properties/rings/items/properties/match/type",
											keyword: "type",
											params: { type: "object" },
											message: "must be object",
											schema: schema0.properties.rollout.properties.rings.items.properties.match.type,
											parentSchema: schema0.properties.rollout.properties.rings.items.properties.match,
											data: data60
										};
										if (vErrors === null) vErrors = [err147];
										else vErrors.push(err147);
										errors++;
									}
								}
								if (data58.soak !== void 0) {
									let data62 = data58.soak;
									if (typeof data62 === "string") {
										if (!pattern27.test(data62)) {
											const err148 = {
												instancePath: instancePath + "/rollout/rings/" + i3 + "/soak",
												schemaPath: "#/properties/rollout/properties/rings/items/properties/soak/pattern",
												keyword: "pattern",
												params: { pattern: "^\\d{1,9}[smhd]$" },
												message: "must match pattern \"^\\d{1,9}[smhd]$\"",
												schema: "^\\d{1,9}[smhd]$",
												parentSchema: schema0.properties.rollout.properties.rings.items.properties.soak,
												data: data62
											};
											if (vErrors === null) vErrors = [err148];
											else vErrors.push(err148);
											errors++;
										}
									} else {
										const err149 = {
											instancePath: instancePath + "/rollout/rings/" + i3 + "/soak",
											schemaPath: "#/properties/rollout/properties/rings/items/properties/soak/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string",
											schema: schema0.properties.rollout.properties.rings.items.properties.soak.type,
											parentSchema: schema0.properties.rollout.properties.rings.items.properties.soak,
											data: data62
										};
										if (vErrors === null) vErrors = [err149];
										else vErrors.push(err149);
										errors++;
									}
								}
								if (data58.batch !== void 0) {
									let data63 = data58.batch;
									if (!(typeof data63 == "number" && !(data63 % 1) && !isNaN(data63) && isFinite(data63)) && typeof data63 !== "string") {
										const err150 = {
											instancePath: instancePath + "/rollout/rings/" + i3 + "/batch",
											schemaPath: "#/properties/rollout/properties/rings/items/properties/batch/type",
											keyword: "type",
											params: { type: schema0.properties.rollout.properties.rings.items.properties.batch.type },
											message: "must be integer,string",
											schema: schema0.properties.rollout.properties.rings.items.properties.batch.type,
											parentSchema: schema0.properties.rollout.properties.rings.items.properties.batch,
											data: data63
										};
										if (vErrors === null) vErrors = [err150];
										else vErrors.push(err150);
										errors++;
									}
									if (typeof data63 == "number" && isFinite(data63)) {
										if (data63 > 9007199254740991 || isNaN(data63)) {
											const err151 = {
												instancePath: instancePath + "/rollout/rings/" + i3 + "/batch",
												schemaPath: "#/properties/rollout/properties/rings/items/properties/batch/maximum",
												keyword: "maximum",
												params: {
													comparison: "<=",
													limit: 9007199254740991
												},
												message: "must be <= 9007199254740991",
												schema: 9007199254740991,
												parentSchema: schema0.properties.rollout.properties.rings.items.properties.batch,
												data: data63
											};
											if (vErrors === null) vErrors = [err151];
											else vErrors.push(err151);
											errors++;
										}
										if (data63 < 1 || isNaN(data63)) {
											const err152 = {
												instancePath: instancePath + "/rollout/rings/" + i3 + "/batch",
												schemaPath: "#/properties/rollout/properties/rings/items/properties/batch/minimum",
												keyword: "minimum",
												params: {
													comparison: ">=",
													limit: 1
												},
												message: "must be >= 1",
												schema: 1,
												parentSchema: schema0.properties.rollout.properties.rings.items.properties.batch,
												data: data63
											};
											if (vErrors === null) vErrors = [err152];
											else vErrors.push(err152);
											errors++;
										}
									}
									if (typeof data63 === "string") {
										if (!pattern28.test(data63)) {
											const err153 = {
												instancePath: instancePath + "/rollout/rings/" + i3 + "/batch",
												schemaPath: "#/properties/rollout/properties/rings/items/properties/batch/pattern",
												keyword: "pattern",
												params: { pattern: "^\\d{1,3}%$" },
												message: "must match pattern \"^\\d{1,3}%$\"",
												schema: "^\\d{1,3}%$",
												parentSchema: schema0.properties.rollout.properties.rings.items.properties.batch,
												data: data63
											};
											if (vErrors === null) vErrors = [err153];
											else vErrors.push(err153);
											errors++;
										}
									}
								}
							} else {
								const err154 = {
									instancePath: instancePath + "/rollout/rings/" + i3,
									schemaPath: "#/properties/rollout/properties/rings/items/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object",
									schema: schema0.properties.rollout.properties.rings.items.type,
									parentSchema: schema0.properties.rollout.properties.rings.items,
									data: data58
								};
								if (vErrors === null) vErrors = [err154];
								else vErrors.push(err154);
								errors++;
							}
						}
					} else {
						const err155 = {
							instancePath: instancePath + "/rollout/rings",
							schemaPath: "#/properties/rollout/properties/rings/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array",
							schema: schema0.properties.rollout.properties.rings.type,
							parentSchema: schema0.properties.rollout.properties.rings,
							data: data57
						};
						if (vErrors === null) vErrors = [err155];
						else vErrors.push(err155);
						errors++;
					}
				}
				if (data56.max_failed !== void 0) {
					let data64 = data56.max_failed;
					if (data64 && typeof data64 == "object" && !Array.isArray(data64)) for (const key21 in data64) {
						let data65 = data64[key21];
						if (!(typeof data65 == "number" && !(data65 % 1) && !isNaN(data65) && isFinite(data65)) && typeof data65 !== "string") {
							const err156 = {
								instancePath: instancePath + "/rollout/max_failed/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),
								schemaPath: "#/properties/rollout/properties/max_failed/additionalProperties/type",
								keyword: "type",
								params: { type: schema0.properties.rollout.properties.max_failed.additionalProperties.type },
								message: "must be integer,string",
								schema: schema0.properties.rollout.properties.max_failed.additionalProperties.type,
								parentSchema: schema0.properties.rollout.properties.max_failed.additionalProperties,
								data: data65
							};
							if (vErrors === null) vErrors = [err156];
							else vErrors.push(err156);
							errors++;
						}
						if (typeof data65 == "number" && isFinite(data65)) {
							if (data65 > 9007199254740991 || isNaN(data65)) {
								const err157 = {
									instancePath: instancePath + "/rollout/max_failed/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),
									schemaPath: "#/properties/rollout/properties/max_failed/additionalProperties/maximum",
									keyword: "maximum",
									params: {
										comparison: "<=",
										limit: 9007199254740991
									},
									message: "must be <= 9007199254740991",
									schema: 9007199254740991,
									parentSchema: schema0.properties.rollout.properties.max_failed.additionalProperties,
									data: data65
								};
								if (vErrors === null) vErrors = [err157];
								else vErrors.push(err157);
								errors++;
							}
							if (data65 < 0 || isNaN(data65)) {
								const err158 = {
									instancePath: instancePath + "/rollout/max_failed/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),
									schemaPath: "#/properties/rollout/properties/max_failed/additionalProperties/minimum",
									keyword: "minimum",
									params: {
										comparison: ">=",
										limit: 0
									},
									message: "must be >= 0",
									schema: 0,
									parentSchema: schema0.properties.rollout.properties.max_failed.additionalProperties,
									data: data65
								};
								if (vErrors === null) vErrors = [err158];
								else vErrors.push(err158);
								errors++;
							}
						}
						if (typeof data65 === "string") {
							if (!pattern28.test(data65)) {
								const err159 = {
									instancePath: instancePath + "/rollout/max_failed/" + key21.replace(/~/g, "~0").replace(/\//g, "~1"),
									schemaPath: "#/properties/rollout/properties/max_failed/additionalProperties/pattern",
									keyword: "pattern",
									params: { pattern: "^\\d{1,3}%$" },
									message: "must match pattern \"^\\d{1,3}%$\"",
									schema: "^\\d{1,3}%$",
									parentSchema: schema0.properties.rollout.properties.max_failed.additionalProperties,
									data: data65
								};
								if (vErrors === null) vErrors = [err159];
								else vErrors.push(err159);
								errors++;
							}
						}
					}
					else {
						const err160 = {
							instancePath: instancePath + "/rollout/max_failed",
							schemaPath: "#/properties/rollout/properties/max_failed/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object",
							schema: schema0.properties.rollout.properties.max_failed.type,
							parentSchema: schema0.properties.rollout.properties.max_failed,
							data: data64
						};
						if (vErrors === null) vErrors = [err160];
						else vErrors.push(err160);
						errors++;
					}
				}
				if (data56.windows !== void 0) {
					let data66 = data56.windows;
					if (Array.isArray(data66)) {
						if (data66.length > 200) {
							const err161 = {
								instancePath: instancePath + "/rollout/windows",
								schemaPath: "#/properties/rollout/properties/windows/maxItems",
								keyword: "maxItems",
								params: { limit: 200 },
								message: "must NOT have more than 200 items",
								schema: 200,
								parentSchema: schema0.properties.rollout.properties.windows,
								data: data66
							};
							if (vErrors === null) vErrors = [err161];
							else vErrors.push(err161);
							errors++;
						}
						const len4 = data66.length;
						for (let i4 = 0; i4 < len4; i4++) {
							let data67 = data66[i4];
							const _errs159 = errors;
							let valid32 = false;
							let passing0 = null;
							const _errs160 = errors;
							if (data67 && typeof data67 == "object" && !Array.isArray(data67)) {
								if (data67.allow === void 0) {
									const err162 = {
										instancePath: instancePath + "/rollout/windows/" + i4,
										schemaPath: "#/properties/rollout/properties/windows/items/oneOf/0/required",
										keyword: "required",
										params: { missingProperty: "allow" },
										message: "must have required property 'allow'",
										schema: schema0.properties.rollout.properties.windows.items.oneOf[0].required,
										parentSchema: schema0.properties.rollout.properties.windows.items.oneOf[0],
										data: data67
									};
									if (vErrors === null) vErrors = [err162];
									else vErrors.push(err162);
									errors++;
								}
							}
							var _valid0 = _errs160 === errors;
							if (_valid0) {
								valid32 = true;
								passing0 = 0;
							}
							const _errs161 = errors;
							if (data67 && typeof data67 == "object" && !Array.isArray(data67)) {
								if (data67.deny === void 0) {
									const err163 = {
										instancePath: instancePath + "/rollout/windows/" + i4,
										schemaPath: "#/properties/rollout/properties/windows/items/oneOf/1/required",
										keyword: "required",
										params: { missingProperty: "deny" },
										message: "must have required property 'deny'",
										schema: schema0.properties.rollout.properties.windows.items.oneOf[1].required,
										parentSchema: schema0.properties.rollout.properties.windows.items.oneOf[1],
										data: data67
									};
									if (vErrors === null) vErrors = [err163];
									else vErrors.push(err163);
									errors++;
								}
							}
							var _valid0 = _errs161 === errors;
							if (_valid0 && valid32) {
								valid32 = false;
								passing0 = [passing0, 1];
							} else if (_valid0) {
								valid32 = true;
								passing0 = 1;
							}
							if (!valid32) {
								const err164 = {
									instancePath: instancePath + "/rollout/windows/" + i4,
									schemaPath: "#/properties/rollout/properties/windows/items/oneOf",
									keyword: "oneOf",
									params: { passingSchemas: passing0 },
									message: "must match exactly one schema in oneOf",
									schema: schema0.properties.rollout.properties.windows.items.oneOf,
									parentSchema: schema0.properties.rollout.properties.windows.items,
									data: data67
								};
								if (vErrors === null) vErrors = [err164];
								else vErrors.push(err164);
								errors++;
							} else {
								errors = _errs159;
								if (vErrors !== null) {
									if (_errs159) vErrors.length = _errs159;
									else vErrors = null;
								}
							}
							if (data67 && typeof data67 == "object" && !Array.isArray(data67)) {
								for (const key22 in data67) if (!(key22 === "allow" || key22 === "deny" || key22 === "tz" || key22 === "rings" || key22 === "reason")) {
									const err165 = {
										instancePath: instancePath + "/rollout/windows/" + i4,
										schemaPath: "#/properties/rollout/properties/windows/items/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key22 },
										message: "must NOT have additional properties",
										schema: false,
										parentSchema: schema0.properties.rollout.properties.windows.items,
										data: data67
									};
									if (vErrors === null) vErrors = [err165];
									else vErrors.push(err165);
									errors++;
								}
								if (data67.allow !== void 0) {
									let data68 = data67.allow;
									if (typeof data68 !== "string") {
										const err166 = {
											instancePath: instancePath + "/rollout/windows/" + i4 + "/allow",
											schemaPath: "#/properties/rollout/properties/windows/items/properties/allow/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string",
											schema: schema0.properties.rollout.properties.windows.items.properties.allow.type,
											parentSchema: schema0.properties.rollout.properties.windows.items.properties.allow,
											data: data68
										};
										if (vErrors === null) vErrors = [err166];
										else vErrors.push(err166);
										errors++;
									}
								}
								if (data67.deny !== void 0) {
									let data69 = data67.deny;
									if (typeof data69 !== "string") {
										const err167 = {
											instancePath: instancePath + "/rollout/windows/" + i4 + "/deny",
											schemaPath: "#/properties/rollout/properties/windows/items/properties/deny/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string",
											schema: schema0.properties.rollout.properties.windows.items.properties.deny.type,
											parentSchema: schema0.properties.rollout.properties.windows.items.properties.deny,
											data: data69
										};
										if (vErrors === null) vErrors = [err167];
										else vErrors.push(err167);
										errors++;
									}
								}
								if (data67.tz !== void 0) {
									let data70 = data67.tz;
									if (typeof data70 === "string") {
										if (!pattern30.test(data70)) {
											const err168 = {
												instancePath: instancePath + "/rollout/windows/" + i4 + "/tz",
												schemaPath: "#/properties/rollout/properties/windows/items/properties/tz/pattern",
												keyword: "pattern",
												params: { pattern: "^[A-Za-z][A-Za-z0-9_+-]{0,31}(?:/[A-Za-z0-9_+-]{1,32}){0,2}$" },
												message: "must match pattern \"^[A-Za-z][A-Za-z0-9_+-]{0,31}(?:/[A-Za-z0-9_+-]{1,32}){0,2}$\"",
												schema: "^[A-Za-z][A-Za-z0-9_+-]{0,31}(?:/[A-Za-z0-9_+-]{1,32}){0,2}$",
												parentSchema: schema0.properties.rollout.properties.windows.items.properties.tz,
												data: data70
											};
											if (vErrors === null) vErrors = [err168];
											else vErrors.push(err168);
											errors++;
										}
									} else {
										const err169 = {
											instancePath: instancePath + "/rollout/windows/" + i4 + "/tz",
											schemaPath: "#/properties/rollout/properties/windows/items/properties/tz/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string",
											schema: schema0.properties.rollout.properties.windows.items.properties.tz.type,
											parentSchema: schema0.properties.rollout.properties.windows.items.properties.tz,
											data: data70
										};
										if (vErrors === null) vErrors = [err169];
										else vErrors.push(err169);
										errors++;
									}
								}
								if (data67.rings !== void 0) {
									let data71 = data67.rings;
									if (Array.isArray(data71)) {
										if (data71.length < 1) {
											const err170 = {
												instancePath: instancePath + "/rollout/windows/" + i4 + "/rings",
												schemaPath: "#/properties/rollout/properties/windows/items/properties/rings/minItems",
												keyword: "minItems",
												params: { limit: 1 },
												message: "must NOT have fewer than 1 items",
												schema: 1,
												parentSchema: schema0.properties.rollout.properties.windows.items.properties.rings,
												data: data71
											};
											if (vErrors === null) vErrors = [err170];
											else vErrors.push(err170);
											errors++;
										}
										const len5 = data71.length;
										for (let i5 = 0; i5 < len5; i5++) {
											let data72 = data71[i5];
											if (typeof data72 === "string") {
												if (!pattern2.test(data72)) {
													const err171 = {
														instancePath: instancePath + "/rollout/windows/" + i4 + "/rings/" + i5,
														schemaPath: "#/properties/rollout/properties/windows/items/properties/rings/items/pattern",
														keyword: "pattern",
														params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
														message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\"",
														schema: "^[a-z0-9][a-z0-9_.-]{0,62}$",
														parentSchema: schema0.properties.rollout.properties.windows.items.properties.rings.items,
														data: data72
													};
													if (vErrors === null) vErrors = [err171];
													else vErrors.push(err171);
													errors++;
												}
											} else {
												const err172 = {
													instancePath: instancePath + "/rollout/windows/" + i4 + "/rings/" + i5,
													schemaPath: "#/properties/rollout/properties/windows/items/properties/rings/items/type",
													keyword: "type",
													params: { type: "string" },
													message: "must be string",
													schema: schema0.properties.rollout.properties.windows.items.properties.rings.items.type,
													parentSchema: schema0.properties.rollout.properties.windows.items.properties.rings.items,
													data: data72
												};
												if (vErrors === null) vErrors = [err172];
												else vErrors.push(err172);
												errors++;
											}
										}
									} else {
										const err173 = {
											instancePath: instancePath + "/rollout/windows/" + i4 + "/rings",
											schemaPath: "#/properties/rollout/properties/windows/items/properties/rings/type",
											keyword: "type",
											params: { type: "array" },
											message: "must be array",
											schema: schema0.properties.rollout.properties.windows.items.properties.rings.type,
											parentSchema: schema0.properties.rollout.properties.windows.items.properties.rings,
											data: data71
										};
										if (vErrors === null) vErrors = [err173];
										else vErrors.push(err173);
										errors++;
									}
								}
								if (data67.reason !== void 0) {
									let data73 = data67.reason;
									if (typeof data73 === "string") {
										if (!pattern4.test(data73)) {
											const err174 = {
												instancePath: instancePath + "/rollout/windows/" + i4 + "/reason",
												schemaPath: "#/properties/rollout/properties/windows/items/properties/reason/pattern",
												keyword: "pattern",
												params: { pattern: "\\S" },
												message: "must match pattern \"\\S\"",
												schema: "\\S",
												parentSchema: schema0.properties.rollout.properties.windows.items.properties.reason,
												data: data73
											};
											if (vErrors === null) vErrors = [err174];
											else vErrors.push(err174);
											errors++;
										}
									} else {
										const err175 = {
											instancePath: instancePath + "/rollout/windows/" + i4 + "/reason",
											schemaPath: "#/properties/rollout/properties/windows/items/properties/reason/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string",
											schema: schema0.properties.rollout.properties.windows.items.properties.reason.type,
											parentSchema: schema0.properties.rollout.properties.windows.items.properties.reason,
											data: data73
										};
										if (vErrors === null) vErrors = [err175];
										else vErrors.push(err175);
										errors++;
									}
								}
							} else {
								const err176 = {
									instancePath: instancePath + "/rollout/windows/" + i4,
									schemaPath: "#/properties/rollout/properties/windows/items/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object",
									schema: schema0.properties.rollout.properties.windows.items.type,
									parentSchema: schema0.properties.rollout.properties.windows.items,
									data: data67
								};
								if (vErrors === null) vErrors = [err176];
								else vErrors.push(err176);
								errors++;
							}
						}
					} else {
						const err177 = {
							instancePath: instancePath + "/rollout/windows",
							schemaPath: "#/properties/rollout/properties/windows/type",
							keyword: "type",
							params: { type: "array" },
							message: "must be array",
							schema: schema0.properties.rollout.properties.windows.type,
							parentSchema: schema0.properties.rollout.properties.windows,
							data: data66
						};
						if (vErrors === null) vErrors = [err177];
						else vErrors.push(err177);
						errors++;
					}
				}
			} else {
				const err178 = {
					instancePath: instancePath + "/rollout",
					schemaPath: "#/properties/rollout/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema0.properties.rollout.type,
					parentSchema: schema0.properties.rollout,
					data: data56
				};
				if (vErrors === null) vErrors = [err178];
				else vErrors.push(err178);
				errors++;
			}
		}
		if (data.destinations !== void 0) {
			let data74 = data.destinations;
			if (data74 && typeof data74 == "object" && !Array.isArray(data74)) {
				for (const key23 in data74) {
					const _errs177 = errors;
					if (typeof key23 === "string") {
						if (!pattern2.test(key23)) {
							const err179 = {
								instancePath: instancePath + "/destinations",
								schemaPath: "#/properties/destinations/propertyNames/pattern",
								keyword: "pattern",
								params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
								message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\"",
								schema: "^[a-z0-9][a-z0-9_.-]{0,62}$",
								parentSchema: schema0.properties.destinations.propertyNames,
								data: key23,
								propertyName: key23
							};
							if (vErrors === null) vErrors = [err179];
							else vErrors.push(err179);
							errors++;
						}
					}
					if (!(_errs177 === errors)) {
						const err180 = {
							instancePath: instancePath + "/destinations",
							schemaPath: "#/properties/destinations/propertyNames",
							keyword: "propertyNames",
							params: { propertyName: key23 },
							message: "property name must be valid",
							schema: schema0.properties.destinations.propertyNames,
							parentSchema: schema0.properties.destinations,
							data: data74
						};
						if (vErrors === null) vErrors = [err180];
						else vErrors.push(err180);
						errors++;
					}
				}
				for (const key24 in data74) {
					let data75 = data74[key24];
					if (data75 && typeof data75 == "object" && !Array.isArray(data75)) {
						if (data75.destination_tenant_url === void 0) {
							const err181 = {
								instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1"),
								schemaPath: "#/properties/destinations/additionalProperties/required",
								keyword: "required",
								params: { missingProperty: "destination_tenant_url" },
								message: "must have required property 'destination_tenant_url'",
								schema: schema0.properties.destinations.additionalProperties.required,
								parentSchema: schema0.properties.destinations.additionalProperties,
								data: data75
							};
							if (vErrors === null) vErrors = [err181];
							else vErrors.push(err181);
							errors++;
						}
						if (data75.destination_team_id === void 0) {
							const err182 = {
								instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1"),
								schemaPath: "#/properties/destinations/additionalProperties/required",
								keyword: "required",
								params: { missingProperty: "destination_team_id" },
								message: "must have required property 'destination_team_id'",
								schema: schema0.properties.destinations.additionalProperties.required,
								parentSchema: schema0.properties.destinations.additionalProperties,
								data: data75
							};
							if (vErrors === null) vErrors = [err182];
							else vErrors.push(err182);
							errors++;
						}
						if (data75.stories === void 0) {
							const err183 = {
								instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1"),
								schemaPath: "#/properties/destinations/additionalProperties/required",
								keyword: "required",
								params: { missingProperty: "stories" },
								message: "must have required property 'stories'",
								schema: schema0.properties.destinations.additionalProperties.required,
								parentSchema: schema0.properties.destinations.additionalProperties,
								data: data75
							};
							if (vErrors === null) vErrors = [err183];
							else vErrors.push(err183);
							errors++;
						}
						for (const key25 in data75) if (!func0.call(schema0.properties.destinations.additionalProperties.properties, key25)) {
							const err184 = {
								instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1"),
								schemaPath: "#/properties/destinations/additionalProperties/additionalProperties",
								keyword: "additionalProperties",
								params: { additionalProperty: key25 },
								message: "must NOT have additional properties",
								schema: false,
								parentSchema: schema0.properties.destinations.additionalProperties,
								data: data75
							};
							if (vErrors === null) vErrors = [err184];
							else vErrors.push(err184);
							errors++;
						}
						if (data75.destination_tenant_url !== void 0) {
							let data76 = data75.destination_tenant_url;
							if (typeof data76 === "string") {
								if (!pattern0.test(data76)) {
									const err185 = {
										instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/destination_tenant_url",
										schemaPath: "#/properties/destinations/additionalProperties/properties/destination_tenant_url/pattern",
										keyword: "pattern",
										params: { pattern: "^https?://[^\\s?#\\\\@/]+(?:/[^\\s?#\\\\]*)?$" },
										message: "must match pattern \"^https?://[^\\s?#\\\\@/]+(?:/[^\\s?#\\\\]*)?$\"",
										schema: "^https?://[^\\s?#\\\\@/]+(?:/[^\\s?#\\\\]*)?$",
										parentSchema: schema0.properties.destinations.additionalProperties.properties.destination_tenant_url,
										data: data76
									};
									if (vErrors === null) vErrors = [err185];
									else vErrors.push(err185);
									errors++;
								}
							} else {
								const err186 = {
									instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/destination_tenant_url",
									schemaPath: "#/properties/destinations/additionalProperties/properties/destination_tenant_url/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema0.properties.destinations.additionalProperties.properties.destination_tenant_url.type,
									parentSchema: schema0.properties.destinations.additionalProperties.properties.destination_tenant_url,
									data: data76
								};
								if (vErrors === null) vErrors = [err186];
								else vErrors.push(err186);
								errors++;
							}
						}
						if (data75.destination_tenant_api_key !== void 0) {
							let data77 = data75.destination_tenant_api_key;
							if (typeof data77 === "string") {
								if (!pattern1.test(data77)) {
									const err187 = {
										instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/destination_tenant_api_key",
										schemaPath: "#/properties/destinations/additionalProperties/properties/destination_tenant_api_key/pattern",
										keyword: "pattern",
										params: { pattern: "^(?:\\$\\{(?:[A-Z_][A-Z0-9_]*_TINES_API_KEY|(?!(?:ACTIONS|AWS|AZURE|GITHUB|GOOGLE|INPUT|NODE|NPM|RUNNER|SSH|STORYSYNC|VAULT|DYLD|GIT|LC|LD|XDG)_|(?:_|APPDATA|CI|CI_JOB_TOKEN|COLORTERM|COLUMNS|COMPUTERNAME|COMSPEC|DATABASE_URL|DISPLAY|EDITOR|EGID|EUID|FORCE_COLOR|GH_ENTERPRISE_TOKEN|GH_TOKEN|GID|GOROOT|HISTFILE|HOME|HOMEDRIVE|HOST|HOSTNAME|HOSTTYPE|IFS|LANG|LANGUAGE|LINES|LOCALAPPDATA|LOGNAME|LS_COLORS|MACHTYPE|MAIL|NO_COLOR|OLDPWD|OSTYPE|PAGER|PATHEXT|PERL5LIB|PPID|PROGRAMDATA|PROGRAMFILES|PUBLIC|PWD|RUBYLIB|RUBYOPT|SHELL|SHELLOPTS|SHLVL|SUDO_COMMAND|SUDO_USER|SYSTEMDRIVE|SYSTEMROOT|TEMP|TERM|TERM_PROGRAM|TMP|TMPDIR|TZ|UID|USER|USERDOMAIN|USERNAME|USERPROFILE|VISUAL|WINDIR|[A-Z0-9_]*PATH|[A-Z0-9_]+_HOME|[A-Z0-9_]+_PROXY|PS[0-9])\\}$)[A-Z_][A-Z0-9_]*)\\}$|\\$\\{vault:(?!\\.)(?:[A-Za-z0-9_.-]|\\{(?:destination|access|label\\.[A-Za-z0-9_.-]+)\\})+(?<!\\.)(?:/(?!\\.)(?:[A-Za-z0-9_.-]|\\{(?:destination|access|label\\.[A-Za-z0-9_.-]+)\\})+(?<!\\.))*#[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?\\}$)" },
										message: "must match pattern \"^(?:\\$\\{(?:[A-Z_][A-Z0-9_]*_TINES_API_KEY|(?!(?:ACTIONS|AWS|AZURE|GITHUB|GOOGLE|INPUT|NODE|NPM|RUNNER|SSH|STORYSYNC|VAULT|DYLD|GIT|LC|LD|XDG)_|(?:_|APPDATA|CI|CI_JOB_TOKEN|COLORTERM|COLUMNS|COMPUTERNAME|COMSPEC|DATABASE_URL|DISPLAY|EDITOR|EGID|EUID|FORCE_COLOR|GH_ENTERPRISE_TOKEN|GH_TOKEN|GID|GOROOT|HISTFILE|HOME|HOMEDRIVE|HOST|HOSTNAME|HOSTTYPE|IFS|LANG|LANGUAGE|LINES|LOCALAPPDATA|LOGNAME|LS_COLORS|MACHTYPE|MAIL|NO_COLOR|OLDPWD|OSTYPE|PAGER|PATHEXT|PERL5LIB|PPID|PROGRAMDATA|PROGRAMFILES|PUBLIC|PWD|RUBYLIB|RUBYOPT|SHELL|SHELLOPTS|SHLVL|SUDO_COMMAND|SUDO_USER|SYSTEMDRIVE|SYSTEMROOT|TEMP|TERM|TERM_PROGRAM|TMP|TMPDIR|TZ|UID|USER|USERDOMAIN|USERNAME|USERPROFILE|VISUAL|WINDIR|[A-Z0-9_]*PATH|[A-Z0-9_]+_HOME|[A-Z0-9_]+_PROXY|PS[0-9])\\}$)[A-Z_][A-Z0-9_]*)\\}$|\\$\\{vault:(?!\\.)(?:[A-Za-z0-9_.-]|\\{(?:destination|access|label\\.[A-Za-z0-9_.-]+)\\})+(?<!\\.)(?:/(?!\\.)(?:[A-Za-z0-9_.-]|\\{(?:destination|access|label\\.[A-Za-z0-9_.-]+)\\})+(?<!\\.))*#[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?\\}$)\"",
										schema: "^(?:\\$\\{(?:[A-Z_][A-Z0-9_]*_TINES_API_KEY|(?!(?:ACTIONS|AWS|AZURE|GITHUB|GOOGLE|INPUT|NODE|NPM|RUNNER|SSH|STORYSYNC|VAULT|DYLD|GIT|LC|LD|XDG)_|(?:_|APPDATA|CI|CI_JOB_TOKEN|COLORTERM|COLUMNS|COMPUTERNAME|COMSPEC|DATABASE_URL|DISPLAY|EDITOR|EGID|EUID|FORCE_COLOR|GH_ENTERPRISE_TOKEN|GH_TOKEN|GID|GOROOT|HISTFILE|HOME|HOMEDRIVE|HOST|HOSTNAME|HOSTTYPE|IFS|LANG|LANGUAGE|LINES|LOCALAPPDATA|LOGNAME|LS_COLORS|MACHTYPE|MAIL|NO_COLOR|OLDPWD|OSTYPE|PAGER|PATHEXT|PERL5LIB|PPID|PROGRAMDATA|PROGRAMFILES|PUBLIC|PWD|RUBYLIB|RUBYOPT|SHELL|SHELLOPTS|SHLVL|SUDO_COMMAND|SUDO_USER|SYSTEMDRIVE|SYSTEMROOT|TEMP|TERM|TERM_PROGRAM|TMP|TMPDIR|TZ|UID|USER|USERDOMAIN|USERNAME|USERPROFILE|VISUAL|WINDIR|[A-Z0-9_]*PATH|[A-Z0-9_]+_HOME|[A-Z0-9_]+_PROXY|PS[0-9])\\}$)[A-Z_][A-Z0-9_]*)\\}$|\\$\\{vault:(?!\\.)(?:[A-Za-z0-9_.-]|\\{(?:destination|access|label\\.[A-Za-z0-9_.-]+)\\})+(?<!\\.)(?:/(?!\\.)(?:[A-Za-z0-9_.-]|\\{(?:destination|access|label\\.[A-Za-z0-9_.-]+)\\})+(?<!\\.))*#[A-Za-z0-9_](?:[A-Za-z0-9_.-]*[A-Za-z0-9_])?\\}$)",
										parentSchema: schema0.properties.destinations.additionalProperties.properties.destination_tenant_api_key,
										data: data77
									};
									if (vErrors === null) vErrors = [err187];
									else vErrors.push(err187);
									errors++;
								}
							} else {
								const err188 = {
									instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/destination_tenant_api_key",
									schemaPath: "#/properties/destinations/additionalProperties/properties/destination_tenant_api_key/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema0.properties.destinations.additionalProperties.properties.destination_tenant_api_key.type,
									parentSchema: schema0.properties.destinations.additionalProperties.properties.destination_tenant_api_key,
									data: data77
								};
								if (vErrors === null) vErrors = [err188];
								else vErrors.push(err188);
								errors++;
							}
						}
						if (data75.destination_team_id !== void 0) {
							let data78 = data75.destination_team_id;
							if (!(typeof data78 == "number" && !(data78 % 1) && !isNaN(data78) && isFinite(data78))) {
								const err189 = {
									instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/destination_team_id",
									schemaPath: "#/properties/destinations/additionalProperties/properties/destination_team_id/type",
									keyword: "type",
									params: { type: "integer" },
									message: "must be integer",
									schema: schema0.properties.destinations.additionalProperties.properties.destination_team_id.type,
									parentSchema: schema0.properties.destinations.additionalProperties.properties.destination_team_id,
									data: data78
								};
								if (vErrors === null) vErrors = [err189];
								else vErrors.push(err189);
								errors++;
							}
							if (typeof data78 == "number" && isFinite(data78)) {
								if (data78 > 9007199254740991 || isNaN(data78)) {
									const err190 = {
										instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/destination_team_id",
										schemaPath: "#/properties/destinations/additionalProperties/properties/destination_team_id/maximum",
										keyword: "maximum",
										params: {
											comparison: "<=",
											limit: 9007199254740991
										},
										message: "must be <= 9007199254740991",
										schema: 9007199254740991,
										parentSchema: schema0.properties.destinations.additionalProperties.properties.destination_team_id,
										data: data78
									};
									if (vErrors === null) vErrors = [err190];
									else vErrors.push(err190);
									errors++;
								}
								if (data78 < 1 || isNaN(data78)) {
									const err191 = {
										instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/destination_team_id",
										schemaPath: "#/properties/destinations/additionalProperties/properties/destination_team_id/minimum",
										keyword: "minimum",
										params: {
											comparison: ">=",
											limit: 1
										},
										message: "must be >= 1",
										schema: 1,
										parentSchema: schema0.properties.destinations.additionalProperties.properties.destination_team_id,
										data: data78
									};
									if (vErrors === null) vErrors = [err191];
									else vErrors.push(err191);
									errors++;
								}
							}
						}
						if (data75.stories !== void 0) {
							let data79 = data75.stories;
							if (Array.isArray(data79)) {
								const len6 = data79.length;
								for (let i6 = 0; i6 < len6; i6++) {
									let data80 = data79[i6];
									if (typeof data80 === "string") {
										if (!pattern6.test(data80)) {
											const err192 = {
												instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/stories/" + i6,
												schemaPath: "#/properties/destinations/additionalProperties/properties/stories/items/pattern",
												keyword: "pattern",
												params: { pattern: "^@?[a-z0-9][a-z0-9_.-]{0,62}$" },
												message: "must match pattern \"^@?[a-z0-9][a-z0-9_.-]{0,62}$\"",
												schema: "^@?[a-z0-9][a-z0-9_.-]{0,62}$",
												parentSchema: schema0.properties.destinations.additionalProperties.properties.stories.items,
												data: data80
											};
											if (vErrors === null) vErrors = [err192];
											else vErrors.push(err192);
											errors++;
										}
									} else {
										const err193 = {
											instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/stories/" + i6,
											schemaPath: "#/properties/destinations/additionalProperties/properties/stories/items/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string",
											schema: schema0.properties.destinations.additionalProperties.properties.stories.items.type,
											parentSchema: schema0.properties.destinations.additionalProperties.properties.stories.items,
											data: data80
										};
										if (vErrors === null) vErrors = [err193];
										else vErrors.push(err193);
										errors++;
									}
								}
							} else {
								const err194 = {
									instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/stories",
									schemaPath: "#/properties/destinations/additionalProperties/properties/stories/type",
									keyword: "type",
									params: { type: "array" },
									message: "must be array",
									schema: schema0.properties.destinations.additionalProperties.properties.stories.type,
									parentSchema: schema0.properties.destinations.additionalProperties.properties.stories,
									data: data79
								};
								if (vErrors === null) vErrors = [err194];
								else vErrors.push(err194);
								errors++;
							}
						}
						if (data75.engine !== void 0) {
							let data81 = data75.engine;
							if (typeof data81 !== "string") {
								const err195 = {
									instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/engine",
									schemaPath: "#/properties/destinations/additionalProperties/properties/engine/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema0.properties.destinations.additionalProperties.properties.engine.type,
									parentSchema: schema0.properties.destinations.additionalProperties.properties.engine,
									data: data81
								};
								if (vErrors === null) vErrors = [err195];
								else vErrors.push(err195);
								errors++;
							}
							if (!(data81 === "push" || data81 === "native")) {
								const err196 = {
									instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/engine",
									schemaPath: "#/properties/destinations/additionalProperties/properties/engine/enum",
									keyword: "enum",
									params: { allowedValues: schema0.properties.destinations.additionalProperties.properties.engine.enum },
									message: "must be equal to one of the allowed values",
									schema: schema0.properties.destinations.additionalProperties.properties.engine.enum,
									parentSchema: schema0.properties.destinations.additionalProperties.properties.engine,
									data: data81
								};
								if (vErrors === null) vErrors = [err196];
								else vErrors.push(err196);
								errors++;
							}
						}
						if (data75.destination_tenant_api_key_version !== void 0) {
							let data82 = data75.destination_tenant_api_key_version;
							if (!(typeof data82 == "number" && !(data82 % 1) && !isNaN(data82) && isFinite(data82))) {
								const err197 = {
									instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/destination_tenant_api_key_version",
									schemaPath: "#/properties/destinations/additionalProperties/properties/destination_tenant_api_key_version/type",
									keyword: "type",
									params: { type: "integer" },
									message: "must be integer",
									schema: schema0.properties.destinations.additionalProperties.properties.destination_tenant_api_key_version.type,
									parentSchema: schema0.properties.destinations.additionalProperties.properties.destination_tenant_api_key_version,
									data: data82
								};
								if (vErrors === null) vErrors = [err197];
								else vErrors.push(err197);
								errors++;
							}
							if (typeof data82 == "number" && isFinite(data82)) {
								if (data82 > 9007199254740991 || isNaN(data82)) {
									const err198 = {
										instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/destination_tenant_api_key_version",
										schemaPath: "#/properties/destinations/additionalProperties/properties/destination_tenant_api_key_version/maximum",
										keyword: "maximum",
										params: {
											comparison: "<=",
											limit: 9007199254740991
										},
										message: "must be <= 9007199254740991",
										schema: 9007199254740991,
										parentSchema: schema0.properties.destinations.additionalProperties.properties.destination_tenant_api_key_version,
										data: data82
									};
									if (vErrors === null) vErrors = [err198];
									else vErrors.push(err198);
									errors++;
								}
								if (data82 < 1 || isNaN(data82)) {
									const err199 = {
										instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/destination_tenant_api_key_version",
										schemaPath: "#/properties/destinations/additionalProperties/properties/destination_tenant_api_key_version/minimum",
										keyword: "minimum",
										params: {
											comparison: ">=",
											limit: 1
										},
										message: "must be >= 1",
										schema: 1,
										parentSchema: schema0.properties.destinations.additionalProperties.properties.destination_tenant_api_key_version,
										data: data82
									};
									if (vErrors === null) vErrors = [err199];
									else vErrors.push(err199);
									errors++;
								}
							}
						}
						if (data75.manual_sync_only !== void 0) {
							let data83 = data75.manual_sync_only;
							if (typeof data83 !== "boolean") {
								const err200 = {
									instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/manual_sync_only",
									schemaPath: "#/properties/destinations/additionalProperties/properties/manual_sync_only/type",
									keyword: "type",
									params: { type: "boolean" },
									message: "must be boolean",
									schema: schema0.properties.destinations.additionalProperties.properties.manual_sync_only.type,
									parentSchema: schema0.properties.destinations.additionalProperties.properties.manual_sync_only,
									data: data83
								};
								if (vErrors === null) vErrors = [err200];
								else vErrors.push(err200);
								errors++;
							}
						}
						if (data75.labels !== void 0) {
							let data84 = data75.labels;
							if (data84 && typeof data84 == "object" && !Array.isArray(data84)) for (const key26 in data84) {
								let data85 = data84[key26];
								if (typeof data85 !== "string") {
									const err201 = {
										instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/labels/" + key26.replace(/~/g, "~0").replace(/\//g, "~1"),
										schemaPath: "#/properties/destinations/additionalProperties/properties/labels/additionalProperties/type",
										keyword: "type",
										params: { type: "string" },
										message: "must be string",
										schema: schema0.properties.destinations.additionalProperties.properties.labels.additionalProperties.type,
										parentSchema: schema0.properties.destinations.additionalProperties.properties.labels.additionalProperties,
										data: data85
									};
									if (vErrors === null) vErrors = [err201];
									else vErrors.push(err201);
									errors++;
								}
							}
							else {
								const err202 = {
									instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/labels",
									schemaPath: "#/properties/destinations/additionalProperties/properties/labels/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object",
									schema: schema0.properties.destinations.additionalProperties.properties.labels.type,
									parentSchema: schema0.properties.destinations.additionalProperties.properties.labels,
									data: data84
								};
								if (vErrors === null) vErrors = [err202];
								else vErrors.push(err202);
								errors++;
							}
						}
						if (data75.detached !== void 0) {
							let data86 = data75.detached;
							if (data86 && typeof data86 == "object" && !Array.isArray(data86)) {
								for (const key27 in data86) {
									const _errs205 = errors;
									if (typeof key27 === "string") {
										if (!pattern2.test(key27)) {
											const err203 = {
												instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/detached",
												schemaPath: "#/properties/destinations/additionalProperties/properties/detached/propertyNames/pattern",
												keyword: "pattern",
												params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
												message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\"",
												schema: "^[a-z0-9][a-z0-9_.-]{0,62}$",
												parentSchema: schema0.properties.destinations.additionalProperties.properties.detached.propertyNames,
												data: key27,
												propertyName: key27
											};
											if (vErrors === null) vErrors = [err203];
											else vErrors.push(err203);
											errors++;
										}
									}
									if (!(_errs205 === errors)) {
										const err204 = {
											instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/detached",
											schemaPath: "#/properties/destinations/additionalProperties/properties/detached/propertyNames",
											keyword: "propertyNames",
											params: { propertyName: key27 },
											message: "property name must be valid",
											schema: schema0.properties.destinations.additionalProperties.properties.detached.propertyNames,
											parentSchema: schema0.properties.destinations.additionalProperties.properties.detached,
											data: data86
										};
										if (vErrors === null) vErrors = [err204];
										else vErrors.push(err204);
										errors++;
									}
								}
								for (const key28 in data86) {
									let data87 = data86[key28];
									if (data87 && typeof data87 == "object" && !Array.isArray(data87)) {
										if (data87.reason === void 0) {
											const err205 = {
												instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/detached/" + key28.replace(/~/g, "~0").replace(/\//g, "~1"),
												schemaPath: "#/properties/destinations/additionalProperties/properties/detached/additionalProperties/required",
												keyword: "required",
												params: { missingProperty: "reason" },
												message: "must have required property 'reason'",
												schema: schema0.properties.destinations.additionalProperties.properties.detached.additionalProperties.required,
												parentSchema: schema0.properties.destinations.additionalProperties.properties.detached.additionalProperties,
												data: data87
											};
											if (vErrors === null) vErrors = [err205];
											else vErrors.push(err205);
											errors++;
										}
										for (const key29 in data87) if (!(key29 === "reason" || key29 === "owner" || key29 === "until")) {
											const err206 = {
												instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/detached/" + key28.replace(/~/g, "~0").replace(/\//g, "~1"),
												schemaPath: "#/properties/destinations/additionalProperties/properties/detached/additionalProperties/additionalProperties",
												keyword: "additionalProperties",
												params: { additionalProperty: key29 },
												message: "must NOT have additional properties",
												schema: false,
												parentSchema: schema0.properties.destinations.additionalProperties.properties.detached.additionalProperties,
												data: data87
											};
											if (vErrors === null) vErrors = [err206];
											else vErrors.push(err206);
											errors++;
										}
										if (data87.reason !== void 0) {
											let data88 = data87.reason;
											if (typeof data88 === "string") {
												if (!pattern4.test(data88)) {
													const err207 = {
														instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/detached/" + key28.replace(/~/g, "~0").replace(/\//g, "~1") + "/reason",
														schemaPath: "#/properties/destinations/additionalProperties/properties/detached/additionalProperties/properties/reason/pattern",
														keyword: "pattern",
														params: { pattern: "\\S" },
														message: "must match pattern \"\\S\"",
														schema: "\\S",
														parentSchema: schema0.properties.destinations.additionalProperties.properties.detached.additionalProperties.properties.reason,
														data: data88
													};
													if (vErrors === null) vErrors = [err207];
													else vErrors.push(err207);
													errors++;
												}
											} else {
												const err208 = {
													instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/detached/" + key28.replace(/~/g, "~0").replace(/\//g, "~1") + "/reason",
													schemaPath: "#/properties/destinations/additionalProperties/properties/detached/additionalProperties/properties/reason/type",
													keyword: "type",
													params: { type: "string" },
													message: "must be string",
													schema: schema0.properties.destinations.additionalProperties.properties.detached.additionalProperties.properties.reason.type,
													parentSchema: schema0.properties.destinations.additionalProperties.properties.detached.additionalProperties.properties.reason,
													data: data88
												};
												if (vErrors === null) vErrors = [err208];
												else vErrors.push(err208);
												errors++;
											}
										}
										if (data87.owner !== void 0) {
											let data89 = data87.owner;
											if (typeof data89 === "string") {
												if (func1(data89) < 1) {
													const err209 = {
														instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/detached/" + key28.replace(/~/g, "~0").replace(/\//g, "~1") + "/owner",
														schemaPath: "#/properties/destinations/additionalProperties/properties/detached/additionalProperties/properties/owner/minLength",
														keyword: "minLength",
														params: { limit: 1 },
														message: "must NOT have fewer than 1 characters",
														schema: 1,
														parentSchema: schema0.properties.destinations.additionalProperties.properties.detached.additionalProperties.properties.owner,
														data: data89
													};
													if (vErrors === null) vErrors = [err209];
													else vErrors.push(err209);
													errors++;
												}
											} else {
												const err210 = {
													instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/detached/" + key28.replace(/~/g, "~0").replace(/\//g, "~1") + "/owner",
													schemaPath: "#/properties/destinations/additionalProperties/properties/detached/additionalProperties/properties/owner/type",
													keyword: "type",
													params: { type: "string" },
													message: "must be string",
													schema: schema0.properties.destinations.additionalProperties.properties.detached.additionalProperties.properties.owner.type,
													parentSchema: schema0.properties.destinations.additionalProperties.properties.detached.additionalProperties.properties.owner,
													data: data89
												};
												if (vErrors === null) vErrors = [err210];
												else vErrors.push(err210);
												errors++;
											}
										}
										if (data87.until !== void 0) {
											let data90 = data87.until;
											if (typeof data90 === "string") {
												if (!pattern9.test(data90)) {
													const err211 = {
														instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/detached/" + key28.replace(/~/g, "~0").replace(/\//g, "~1") + "/until",
														schemaPath: "#/properties/destinations/additionalProperties/properties/detached/additionalProperties/properties/until/pattern",
														keyword: "pattern",
														params: { pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$" },
														message: "must match pattern \"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$\"",
														schema: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$",
														parentSchema: schema0.properties.destinations.additionalProperties.properties.detached.additionalProperties.properties.until,
														data: data90
													};
													if (vErrors === null) vErrors = [err211];
													else vErrors.push(err211);
													errors++;
												}
											} else {
												const err212 = {
													instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/detached/" + key28.replace(/~/g, "~0").replace(/\//g, "~1") + "/until",
													schemaPath: "#/properties/destinations/additionalProperties/properties/detached/additionalProperties/properties/until/type",
													keyword: "type",
													params: { type: "string" },
													message: "must be string",
													schema: schema0.properties.destinations.additionalProperties.properties.detached.additionalProperties.properties.until.type,
													parentSchema: schema0.properties.destinations.additionalProperties.properties.detached.additionalProperties.properties.until,
													data: data90
												};
												if (vErrors === null) vErrors = [err212];
												else vErrors.push(err212);
												errors++;
											}
										}
									} else {
										const err213 = {
											instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/detached/" + key28.replace(/~/g, "~0").replace(/\//g, "~1"),
											schemaPath: "#/properties/destinations/additionalProperties/properties/detached/additionalProperties/type",
											keyword: "type",
											params: { type: "object" },
											message: "must be object",
											schema: schema0.properties.destinations.additionalProperties.properties.detached.additionalProperties.type,
											parentSchema: schema0.properties.destinations.additionalProperties.properties.detached.additionalProperties,
											data: data87
										};
										if (vErrors === null) vErrors = [err213];
										else vErrors.push(err213);
										errors++;
									}
								}
							} else {
								const err214 = {
									instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/detached",
									schemaPath: "#/properties/destinations/additionalProperties/properties/detached/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object",
									schema: schema0.properties.destinations.additionalProperties.properties.detached.type,
									parentSchema: schema0.properties.destinations.additionalProperties.properties.detached,
									data: data86
								};
								if (vErrors === null) vErrors = [err214];
								else vErrors.push(err214);
								errors++;
							}
						}
						if (data75.hold !== void 0) {
							let data91 = data75.hold;
							if (data91 && typeof data91 == "object" && !Array.isArray(data91)) {
								if (data91.reason === void 0) {
									const err215 = {
										instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/hold",
										schemaPath: "#/properties/destinations/additionalProperties/properties/hold/required",
										keyword: "required",
										params: { missingProperty: "reason" },
										message: "must have required property 'reason'",
										schema: schema0.properties.destinations.additionalProperties.properties.hold.required,
										parentSchema: schema0.properties.destinations.additionalProperties.properties.hold,
										data: data91
									};
									if (vErrors === null) vErrors = [err215];
									else vErrors.push(err215);
									errors++;
								}
								for (const key30 in data91) if (!(key30 === "reason" || key30 === "owner" || key30 === "until")) {
									const err216 = {
										instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/hold",
										schemaPath: "#/properties/destinations/additionalProperties/properties/hold/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key30 },
										message: "must NOT have additional properties",
										schema: false,
										parentSchema: schema0.properties.destinations.additionalProperties.properties.hold,
										data: data91
									};
									if (vErrors === null) vErrors = [err216];
									else vErrors.push(err216);
									errors++;
								}
								if (data91.reason !== void 0) {
									let data92 = data91.reason;
									if (typeof data92 === "string") {
										if (!pattern4.test(data92)) {
											const err217 = {
												instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/hold/reason",
												schemaPath: "#/properties/destinations/additionalProperties/properties/hold/properties/reason/pattern",
												keyword: "pattern",
												params: { pattern: "\\S" },
												message: "must match pattern \"\\S\"",
												schema: "\\S",
												parentSchema: schema0.properties.destinations.additionalProperties.properties.hold.properties.reason,
												data: data92
											};
											if (vErrors === null) vErrors = [err217];
											else vErrors.push(err217);
											errors++;
										}
									} else {
										const err218 = {
											instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/hold/reason",
											schemaPath: "#/properties/destinations/additionalProperties/properties/hold/properties/reason/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string",
											schema: schema0.properties.destinations.additionalProperties.properties.hold.properties.reason.type,
											parentSchema: schema0.properties.destinations.additionalProperties.properties.hold.properties.reason,
											data: data92
										};
										if (vErrors === null) vErrors = [err218];
										else vErrors.push(err218);
										errors++;
									}
								}
								if (data91.owner !== void 0) {
									let data93 = data91.owner;
									if (typeof data93 === "string") {
										if (func1(data93) < 1) {
											const err219 = {
												instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/hold/owner",
												schemaPath: "#/properties/destinations/additionalProperties/properties/hold/properties/owner/minLength",
												keyword: "minLength",
												params: { limit: 1 },
												message: "must NOT have fewer than 1 characters",
												schema: 1,
												parentSchema: schema0.properties.destinations.additionalProperties.properties.hold.properties.owner,
												data: data93
											};
											if (vErrors === null) vErrors = [err219];
											else vErrors.push(err219);
											errors++;
										}
									} else {
										const err220 = {
											instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/hold/owner",
											schemaPath: "#/properties/destinations/additionalProperties/properties/hold/properties/owner/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string",
											schema: schema0.properties.destinations.additionalProperties.properties.hold.properties.owner.type,
											parentSchema: schema0.properties.destinations.additionalProperties.properties.hold.properties.owner,
											data: data93
										};
										if (vErrors === null) vErrors = [err220];
										else vErrors.push(err220);
										errors++;
									}
								}
								if (data91.until !== void 0) {
									let data94 = data91.until;
									if (typeof data94 === "string") {
										if (!pattern9.test(data94)) {
											const err221 = {
												instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/hold/until",
												schemaPath: "#/properties/destinations/additionalProperties/properties/hold/properties/until/pattern",
												keyword: "pattern",
												params: { pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$" },
												message: "must match pattern \"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$\"",
												schema: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$",
												parentSchema: schema0.properties.destinations.additionalProperties.properties.hold.properties.until,
												data: data94
											};
											if (vErrors === null) vErrors = [err221];
											else vErrors.push(err221);
											errors++;
										}
									} else {
										const err222 = {
											instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/hold/until",
											schemaPath: "#/properties/destinations/additionalProperties/properties/hold/properties/until/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string",
											schema: schema0.properties.destinations.additionalProperties.properties.hold.properties.until.type,
											parentSchema: schema0.properties.destinations.additionalProperties.properties.hold.properties.until,
											data: data94
										};
										if (vErrors === null) vErrors = [err222];
										else vErrors.push(err222);
										errors++;
									}
								}
							} else {
								const err223 = {
									instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/hold",
									schemaPath: "#/properties/destinations/additionalProperties/properties/hold/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object",
									schema: schema0.properties.destinations.additionalProperties.properties.hold.type,
									parentSchema: schema0.properties.destinations.additionalProperties.properties.hold,
									data: data91
								};
								if (vErrors === null) vErrors = [err223];
								else vErrors.push(err223);
								errors++;
							}
						}
						if (data75.pin !== void 0) {
							let data95 = data75.pin;
							if (data95 && typeof data95 == "object" && !Array.isArray(data95)) {
								if (data95.commit === void 0) {
									const err224 = {
										instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/pin",
										schemaPath: "#/properties/destinations/additionalProperties/properties/pin/required",
										keyword: "required",
										params: { missingProperty: "commit" },
										message: "must have required property 'commit'",
										schema: schema0.properties.destinations.additionalProperties.properties.pin.required,
										parentSchema: schema0.properties.destinations.additionalProperties.properties.pin,
										data: data95
									};
									if (vErrors === null) vErrors = [err224];
									else vErrors.push(err224);
									errors++;
								}
								if (data95.reason === void 0) {
									const err225 = {
										instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/pin",
										schemaPath: "#/properties/destinations/additionalProperties/properties/pin/required",
										keyword: "required",
										params: { missingProperty: "reason" },
										message: "must have required property 'reason'",
										schema: schema0.properties.destinations.additionalProperties.properties.pin.required,
										parentSchema: schema0.properties.destinations.additionalProperties.properties.pin,
										data: data95
									};
									if (vErrors === null) vErrors = [err225];
									else vErrors.push(err225);
									errors++;
								}
								for (const key31 in data95) if (!(key31 === "commit" || key31 === "reason" || key31 === "owner" || key31 === "until" || key31 === "stories")) {
									const err226 = {
										instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/pin",
										schemaPath: "#/properties/destinations/additionalProperties/properties/pin/additionalProperties",
										keyword: "additionalProperties",
										params: { additionalProperty: key31 },
										message: "must NOT have additional properties",
										schema: false,
										parentSchema: schema0.properties.destinations.additionalProperties.properties.pin,
										data: data95
									};
									if (vErrors === null) vErrors = [err226];
									else vErrors.push(err226);
									errors++;
								}
								if (data95.commit !== void 0) {
									let data96 = data95.commit;
									if (typeof data96 === "string") {
										if (!pattern12.test(data96)) {
											const err227 = {
												instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/pin/commit",
												schemaPath: "#/properties/destinations/additionalProperties/properties/pin/properties/commit/pattern",
												keyword: "pattern",
												params: { pattern: "^[0-9A-Fa-f]{7,64}$" },
												message: "must match pattern \"^[0-9A-Fa-f]{7,64}$\"",
												schema: "^[0-9A-Fa-f]{7,64}$",
												parentSchema: schema0.properties.destinations.additionalProperties.properties.pin.properties.commit,
												data: data96
											};
											if (vErrors === null) vErrors = [err227];
											else vErrors.push(err227);
											errors++;
										}
									} else {
										const err228 = {
											instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/pin/commit",
											schemaPath: "#/properties/destinations/additionalProperties/properties/pin/properties/commit/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string",
											schema: schema0.properties.destinations.additionalProperties.properties.pin.properties.commit.type,
											parentSchema: schema0.properties.destinations.additionalProperties.properties.pin.properties.commit,
											data: data96
										};
										if (vErrors === null) vErrors = [err228];
										else vErrors.push(err228);
										errors++;
									}
								}
								if (data95.reason !== void 0) {
									let data97 = data95.reason;
									if (typeof data97 === "string") {
										if (!pattern4.test(data97)) {
											const err229 = {
												instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/pin/reason",
												schemaPath: "#/properties/destinations/additionalProperties/properties/pin/properties/reason/pattern",
												keyword: "pattern",
												params: { pattern: "\\S" },
												message: "must match pattern \"\\S\"",
												schema: "\\S",
												parentSchema: schema0.properties.destinations.additionalProperties.properties.pin.properties.reason,
												data: data97
											};
											if (vErrors === null) vErrors = [err229];
											else vErrors.push(err229);
											errors++;
										}
									} else {
										const err230 = {
											instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/pin/reason",
											schemaPath: "#/properties/destinations/additionalProperties/properties/pin/properties/reason/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string",
											schema: schema0.properties.destinations.additionalProperties.properties.pin.properties.reason.type,
											parentSchema: schema0.properties.destinations.additionalProperties.properties.pin.properties.reason,
											data: data97
										};
										if (vErrors === null) vErrors = [err230];
										else vErrors.push(err230);
										errors++;
									}
								}
								if (data95.owner !== void 0) {
									let data98 = data95.owner;
									if (typeof data98 === "string") {
										if (func1(data98) < 1) {
											const err231 = {
												instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/pin/owner",
												schemaPath: "#/properties/destinations/additionalProperties/properties/pin/properties/owner/minLength",
												keyword: "minLength",
												params: { limit: 1 },
												message: "must NOT have fewer than 1 characters",
												schema: 1,
												parentSchema: schema0.properties.destinations.additionalProperties.properties.pin.properties.owner,
												data: data98
											};
											if (vErrors === null) vErrors = [err231];
											else vErrors.push(err231);
											errors++;
										}
									} else {
										const err232 = {
											instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/pin/owner",
											schemaPath: "#/properties/destinations/additionalProperties/properties/pin/properties/owner/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string",
											schema: schema0.properties.destinations.additionalProperties.properties.pin.properties.owner.type,
											parentSchema: schema0.properties.destinations.additionalProperties.properties.pin.properties.owner,
											data: data98
										};
										if (vErrors === null) vErrors = [err232];
										else vErrors.push(err232);
										errors++;
									}
								}
								if (data95.until !== void 0) {
									let data99 = data95.until;
									if (typeof data99 === "string") {
										if (!pattern9.test(data99)) {
											const err233 = {
												instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/pin/until",
												schemaPath: "#/properties/destinations/additionalProperties/properties/pin/properties/until/pattern",
												keyword: "pattern",
												params: { pattern: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$" },
												message: "must match pattern \"^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$\"",
												schema: "^\\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\\d|3[01])$",
												parentSchema: schema0.properties.destinations.additionalProperties.properties.pin.properties.until,
												data: data99
											};
											if (vErrors === null) vErrors = [err233];
											else vErrors.push(err233);
											errors++;
										}
									} else {
										const err234 = {
											instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/pin/until",
											schemaPath: "#/properties/destinations/additionalProperties/properties/pin/properties/until/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string",
											schema: schema0.properties.destinations.additionalProperties.properties.pin.properties.until.type,
											parentSchema: schema0.properties.destinations.additionalProperties.properties.pin.properties.until,
											data: data99
										};
										if (vErrors === null) vErrors = [err234];
										else vErrors.push(err234);
										errors++;
									}
								}
								if (data95.stories !== void 0) {
									let data100 = data95.stories;
									if (Array.isArray(data100)) {
										if (data100.length < 1) {
											const err235 = {
												instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/pin/stories",
												schemaPath: "#/properties/destinations/additionalProperties/properties/pin/properties/stories/minItems",
												keyword: "minItems",
												params: { limit: 1 },
												message: "must NOT have fewer than 1 items",
												schema: 1,
												parentSchema: schema0.properties.destinations.additionalProperties.properties.pin.properties.stories,
												data: data100
											};
											if (vErrors === null) vErrors = [err235];
											else vErrors.push(err235);
											errors++;
										}
										const len7 = data100.length;
										for (let i7 = 0; i7 < len7; i7++) {
											let data101 = data100[i7];
											if (typeof data101 === "string") {
												if (!pattern2.test(data101)) {
													const err236 = {
														instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/pin/stories/" + i7,
														schemaPath: "#/properties/destinations/additionalProperties/properties/pin/properties/stories/items/pattern",
														keyword: "pattern",
														params: { pattern: "^[a-z0-9][a-z0-9_.-]{0,62}$" },
														message: "must match pattern \"^[a-z0-9][a-z0-9_.-]{0,62}$\"",
														schema: "^[a-z0-9][a-z0-9_.-]{0,62}$",
														parentSchema: schema0.properties.destinations.additionalProperties.properties.pin.properties.stories.items,
														data: data101
													};
													if (vErrors === null) vErrors = [err236];
													else vErrors.push(err236);
													errors++;
												}
											} else {
												const err237 = {
													instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/pin/stories/" + i7,
													schemaPath: "#/properties/destinations/additionalProperties/properties/pin/properties/stories/items/type",
													keyword: "type",
													params: { type: "string" },
													message: "must be string",
													schema: schema0.properties.destinations.additionalProperties.properties.pin.properties.stories.items.type,
													parentSchema: schema0.properties.destinations.additionalProperties.properties.pin.properties.stories.items,
													data: data101
												};
												if (vErrors === null) vErrors = [err237];
												else vErrors.push(err237);
												errors++;
											}
										}
									} else {
										const err238 = {
											instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/pin/stories",
											schemaPath: "#/properties/destinations/additionalProperties/properties/pin/properties/stories/type",
											keyword: "type",
											params: { type: "array" },
											message: "must be array",
											schema: schema0.properties.destinations.additionalProperties.properties.pin.properties.stories.type,
											parentSchema: schema0.properties.destinations.additionalProperties.properties.pin.properties.stories,
											data: data100
										};
										if (vErrors === null) vErrors = [err238];
										else vErrors.push(err238);
										errors++;
									}
								}
							} else {
								const err239 = {
									instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/pin",
									schemaPath: "#/properties/destinations/additionalProperties/properties/pin/type",
									keyword: "type",
									params: { type: "object" },
									message: "must be object",
									schema: schema0.properties.destinations.additionalProperties.properties.pin.type,
									parentSchema: schema0.properties.destinations.additionalProperties.properties.pin,
									data: data95
								};
								if (vErrors === null) vErrors = [err239];
								else vErrors.push(err239);
								errors++;
							}
						}
						if (data75.folder_id !== void 0) {
							let data102 = data75.folder_id;
							if (!(typeof data102 == "number" && !(data102 % 1) && !isNaN(data102) && isFinite(data102))) {
								const err240 = {
									instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/folder_id",
									schemaPath: "#/properties/destinations/additionalProperties/properties/folder_id/type",
									keyword: "type",
									params: { type: "integer" },
									message: "must be integer",
									schema: schema0.properties.destinations.additionalProperties.properties.folder_id.type,
									parentSchema: schema0.properties.destinations.additionalProperties.properties.folder_id,
									data: data102
								};
								if (vErrors === null) vErrors = [err240];
								else vErrors.push(err240);
								errors++;
							}
							if (typeof data102 == "number" && isFinite(data102)) {
								if (data102 > 9007199254740991 || isNaN(data102)) {
									const err241 = {
										instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/folder_id",
										schemaPath: "#/properties/destinations/additionalProperties/properties/folder_id/maximum",
										keyword: "maximum",
										params: {
											comparison: "<=",
											limit: 9007199254740991
										},
										message: "must be <= 9007199254740991",
										schema: 9007199254740991,
										parentSchema: schema0.properties.destinations.additionalProperties.properties.folder_id,
										data: data102
									};
									if (vErrors === null) vErrors = [err241];
									else vErrors.push(err241);
									errors++;
								}
								if (data102 < 1 || isNaN(data102)) {
									const err242 = {
										instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/folder_id",
										schemaPath: "#/properties/destinations/additionalProperties/properties/folder_id/minimum",
										keyword: "minimum",
										params: {
											comparison: ">=",
											limit: 1
										},
										message: "must be >= 1",
										schema: 1,
										parentSchema: schema0.properties.destinations.additionalProperties.properties.folder_id,
										data: data102
									};
									if (vErrors === null) vErrors = [err242];
									else vErrors.push(err242);
									errors++;
								}
							}
						}
						if (data75.webhook_urls !== void 0) {
							let data103 = data75.webhook_urls;
							if (typeof data103 !== "string") {
								const err243 = {
									instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/webhook_urls",
									schemaPath: "#/properties/destinations/additionalProperties/properties/webhook_urls/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema0.properties.destinations.additionalProperties.properties.webhook_urls.type,
									parentSchema: schema0.properties.destinations.additionalProperties.properties.webhook_urls,
									data: data103
								};
								if (vErrors === null) vErrors = [err243];
								else vErrors.push(err243);
								errors++;
							}
							if (!(data103 === "keep" || data103 === "export")) {
								const err244 = {
									instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/webhook_urls",
									schemaPath: "#/properties/destinations/additionalProperties/properties/webhook_urls/enum",
									keyword: "enum",
									params: { allowedValues: schema0.properties.destinations.additionalProperties.properties.webhook_urls.enum },
									message: "must be equal to one of the allowed values",
									schema: schema0.properties.destinations.additionalProperties.properties.webhook_urls.enum,
									parentSchema: schema0.properties.destinations.additionalProperties.properties.webhook_urls,
									data: data103
								};
								if (vErrors === null) vErrors = [err244];
								else vErrors.push(err244);
								errors++;
							}
						}
						if (data75.change_control !== void 0) {
							let data104 = data75.change_control;
							if (typeof data104 !== "string") {
								const err245 = {
									instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/change_control",
									schemaPath: "#/properties/destinations/additionalProperties/properties/change_control/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema0.properties.destinations.additionalProperties.properties.change_control.type,
									parentSchema: schema0.properties.destinations.additionalProperties.properties.change_control,
									data: data104
								};
								if (vErrors === null) vErrors = [err245];
								else vErrors.push(err245);
								errors++;
							}
							if (!(data104 === "fail")) {
								const err246 = {
									instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/change_control",
									schemaPath: "#/properties/destinations/additionalProperties/properties/change_control/enum",
									keyword: "enum",
									params: { allowedValues: schema0.properties.destinations.additionalProperties.properties.change_control.enum },
									message: "must be equal to one of the allowed values",
									schema: schema0.properties.destinations.additionalProperties.properties.change_control.enum,
									parentSchema: schema0.properties.destinations.additionalProperties.properties.change_control,
									data: data104
								};
								if (vErrors === null) vErrors = [err246];
								else vErrors.push(err246);
								errors++;
							}
						}
						if (data75.on_drift !== void 0) {
							let data105 = data75.on_drift;
							if (typeof data105 !== "string") {
								const err247 = {
									instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/on_drift",
									schemaPath: "#/properties/destinations/additionalProperties/properties/on_drift/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema0.properties.destinations.additionalProperties.properties.on_drift.type,
									parentSchema: schema0.properties.destinations.additionalProperties.properties.on_drift,
									data: data105
								};
								if (vErrors === null) vErrors = [err247];
								else vErrors.push(err247);
								errors++;
							}
							if (!(data105 === "overwrite" || data105 === "keep" || data105 === "fail")) {
								const err248 = {
									instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/on_drift",
									schemaPath: "#/properties/destinations/additionalProperties/properties/on_drift/enum",
									keyword: "enum",
									params: { allowedValues: schema0.properties.destinations.additionalProperties.properties.on_drift.enum },
									message: "must be equal to one of the allowed values",
									schema: schema0.properties.destinations.additionalProperties.properties.on_drift.enum,
									parentSchema: schema0.properties.destinations.additionalProperties.properties.on_drift,
									data: data105
								};
								if (vErrors === null) vErrors = [err248];
								else vErrors.push(err248);
								errors++;
							}
						}
						if (data75.prerequisites !== void 0) {
							let data106 = data75.prerequisites;
							if (typeof data106 !== "string") {
								const err249 = {
									instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/prerequisites",
									schemaPath: "#/properties/destinations/additionalProperties/properties/prerequisites/type",
									keyword: "type",
									params: { type: "string" },
									message: "must be string",
									schema: schema0.properties.destinations.additionalProperties.properties.prerequisites.type,
									parentSchema: schema0.properties.destinations.additionalProperties.properties.prerequisites,
									data: data106
								};
								if (vErrors === null) vErrors = [err249];
								else vErrors.push(err249);
								errors++;
							}
							if (!(data106 === "fail" || data106 === "warn")) {
								const err250 = {
									instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/prerequisites",
									schemaPath: "#/properties/destinations/additionalProperties/properties/prerequisites/enum",
									keyword: "enum",
									params: { allowedValues: schema0.properties.destinations.additionalProperties.properties.prerequisites.enum },
									message: "must be equal to one of the allowed values",
									schema: schema0.properties.destinations.additionalProperties.properties.prerequisites.enum,
									parentSchema: schema0.properties.destinations.additionalProperties.properties.prerequisites,
									data: data106
								};
								if (vErrors === null) vErrors = [err250];
								else vErrors.push(err250);
								errors++;
							}
						}
						if (data75.adopt !== void 0) {
							let data107 = data75.adopt;
							if (Array.isArray(data107)) {
								const len8 = data107.length;
								for (let i8 = 0; i8 < len8; i8++) {
									let data108 = data107[i8];
									if (typeof data108 === "string") {
										if (!pattern6.test(data108)) {
											const err251 = {
												instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/adopt/" + i8,
												schemaPath: "#/properties/destinations/additionalProperties/properties/adopt/items/pattern",
												keyword: "pattern",
												params: { pattern: "^@?[a-z0-9][a-z0-9_.-]{0,62}$" },
												message: "must match pattern \"^@?[a-z0-9][a-z0-9_.-]{0,62}$\"",
												schema: "^@?[a-z0-9][a-z0-9_.-]{0,62}$",
												parentSchema: schema0.properties.destinations.additionalProperties.properties.adopt.items,
												data: data108
											};
											if (vErrors === null) vErrors = [err251];
											else vErrors.push(err251);
											errors++;
										}
									} else {
										const err252 = {
											instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/adopt/" + i8,
											schemaPath: "#/properties/destinations/additionalProperties/properties/adopt/items/type",
											keyword: "type",
											params: { type: "string" },
											message: "must be string",
											schema: schema0.properties.destinations.additionalProperties.properties.adopt.items.type,
											parentSchema: schema0.properties.destinations.additionalProperties.properties.adopt.items,
											data: data108
										};
										if (vErrors === null) vErrors = [err252];
										else vErrors.push(err252);
										errors++;
									}
								}
							} else {
								const err253 = {
									instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1") + "/adopt",
									schemaPath: "#/properties/destinations/additionalProperties/properties/adopt/type",
									keyword: "type",
									params: { type: "array" },
									message: "must be array",
									schema: schema0.properties.destinations.additionalProperties.properties.adopt.type,
									parentSchema: schema0.properties.destinations.additionalProperties.properties.adopt,
									data: data107
								};
								if (vErrors === null) vErrors = [err253];
								else vErrors.push(err253);
								errors++;
							}
						}
					} else {
						const err254 = {
							instancePath: instancePath + "/destinations/" + key24.replace(/~/g, "~0").replace(/\//g, "~1"),
							schemaPath: "#/properties/destinations/additionalProperties/type",
							keyword: "type",
							params: { type: "object" },
							message: "must be object",
							schema: schema0.properties.destinations.additionalProperties.type,
							parentSchema: schema0.properties.destinations.additionalProperties,
							data: data75
						};
						if (vErrors === null) vErrors = [err254];
						else vErrors.push(err254);
						errors++;
					}
				}
			} else {
				const err255 = {
					instancePath: instancePath + "/destinations",
					schemaPath: "#/properties/destinations/type",
					keyword: "type",
					params: { type: "object" },
					message: "must be object",
					schema: schema0.properties.destinations.type,
					parentSchema: schema0.properties.destinations,
					data: data74
				};
				if (vErrors === null) vErrors = [err255];
				else vErrors.push(err255);
				errors++;
			}
		}
	} else {
		const err256 = {
			instancePath,
			schemaPath: "#/type",
			keyword: "type",
			params: { type: "object" },
			message: "must be object",
			schema: schema0.type,
			parentSchema: schema0,
			data
		};
		if (vErrors === null) vErrors = [err256];
		else vErrors.push(err256);
		errors++;
	}
	validate0.errors = vErrors;
	return errors === 0;
}
const compileManifest = () => check;

// src/manifest/shape/plausible.ts
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
			const found = typeof data !== "string" ? kindOf(data) : guess === void 0 ? "another text" : quoted(data);
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
	const found = typeof data === "number" ? String(data) : kindOf(data);
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
		message: `${subject} is ${typeof data === "number" ? "read as a number" : kindOf(data)}, expected ${special.wanted}`,
		hint: special.hint,
		at
	};
	if (path.length === 0) {
		const hint = "begin with \"version: 1\", \"stories:\" and \"destinations:\" at the left margin";
		const start = cursor.node.span.start;
		return {
			code: "MAN026",
			message: `the manifest is ${kindOf(data)}, expected a map`,
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
		message: `${subject} is ${kindOf(data)}, expected ${wanted}`,
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
function kindOf(data) {
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
let compiled;
/** Checks the shape against the schema and says what is wrong in our own words, one message for each mistake. */
function checkShape(root) {
	compiled ??= compileManifest();
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
var import_isomorphic_git = /* @__PURE__ */ __toESM(require_isomorphic_git(), 1);
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
	for (const name of await namesIn(folder)) {
		const path = join(folder, name);
		if (CLAIM.test(name)) await clearClaim?.(path).catch(() => {});
		else if (await isLeftOver(path, DRAFT.exec(name)?.[1], processes)) await unlink(path).catch(() => {});
		else if (await isLeftOver(path, FOLDER.exec(name)?.[1], processes)) await removeFolder(path);
	}
}
async function namesIn(folder) {
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
	if ((await textOf$1(join(commonDir, "shallow"))).trim() !== "") return "shallow";
	return (await fs.promises.readdir(join(commonDir, "objects/pack")).catch(() => [])).some((name) => name.endsWith(".promisor")) ? "partial" : "full";
}
/** The git directories whose objects count as this one's: a clone made with `--reference` or `--shared` borrows some. */
async function objectStores(commonDir) {
	const stores = [commonDir];
	for (const store of stores) {
		const lent = (await textOf$1(join(store, "objects/info/alternates"))).split("\n").map((line) => line.trim());
		for (const line of lent.filter((path) => path !== "" && !path.startsWith("#"))) {
			const objects = resolve(store, "objects", line);
			const gitDir = dirname(objects);
			if (basename(objects) === "objects" && !stores.includes(gitDir) && stores.length < 10) stores.push(gitDir);
		}
	}
	return stores;
}
async function textOf$1(path) {
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

// src/git/read/ref.ts
const OID$1 = /^[0-9a-f]{40}$/;
/** The commit that a full ref name (`refs/heads/main`) stands for; undefined when there is no such ref. */
async function readRef(commonDir, ref, depth = 5) {
	const loose = (await textOf(join(commonDir, ref)))?.trim();
	if (loose !== void 0 && OID$1.test(loose)) return loose;
	const target = loose === void 0 ? void 0 : symbolicTarget(loose);
	if (target !== void 0) return depth === 0 ? void 0 : readRef(commonDir, target, depth - 1);
	const oid = (await textOf(join(commonDir, "packed-refs")) ?? "").split("\n").find((line) => line.slice(41).trimEnd() === ref)?.slice(0, 40);
	return oid !== void 0 && OID$1.test(oid) ? oid : void 0;
}
/** What a HEAD file says: the branch it is on (a full ref name), or a commit. */
async function readHeadFile(gitDir) {
	const text = (await textOf(join(gitDir, "HEAD")))?.trim();
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
async function textOf(path) {
	try {
		const read = await readRegularFile(path);
		return read.ok ? read.value.toString("utf8") : void 0;
	} catch (error) {
		const code = error instanceof Error && "code" in error ? error.code : void 0;
		if (code === "ENOENT" || code === "ENOTDIR") return void 0;
		throw error;
	}
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
	return JSON.stringify(fields.map(fieldKey).sort(byText));
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
	const names = [...new Set([...a, ...b].map(({ name }) => name))].sort(byText);
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
function listed(parts) {
	const shown = parts.slice(0, 3).join(", ");
	return parts.length > 3 ? `${shown} and ${parts.length - 3} more` : shown;
}
function fieldKey(field) {
	const values = field.resultType === "TEXT_ENUM" ? [...new Set(field.fixedValues)].sort(byText) : [];
	return JSON.stringify([
		field.name,
		field.resultType,
		values
	]);
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
		definitions: definitions.toSorted(byTextOf(({ name }) => name)),
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
	for (const repeated of repeatedNames(fields)) {
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
function repeatedNames(fields) {
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
	if (isArray(value)) return rewriteEntries(value, (entry) => rewriteTexts(entry, change, changeKey, key));
	if (!isObject(value)) return value;
	const names = Object.keys(value);
	let after;
	for (let at = 0; at < names.length; at++) {
		const name = names[at] ?? "";
		const entry = value[name] ?? null;
		const [newName, changed] = [changeKey(name), rewriteTexts(entry, change, changeKey, name)];
		if (after === void 0 && (newName !== name || changed !== entry)) after = names.slice(0, at).map((before) => [before, value[before] ?? null]);
		after?.push([newName, changed]);
	}
	if (after === void 0) return value;
	if (new Set(after.map(([name]) => name)).size === after.length) return Object.fromEntries(after);
	return Object.fromEntries(after.map(([, entry], index) => [names[index] ?? "", entry]));
}
/** The list with each entry passed through `change`; the same one when nothing changed. */
function rewriteEntries(list, change) {
	let after;
	for (let at = 0; at < list.length; at++) {
		const entry = list[at] ?? null;
		const changed = change(entry);
		if (after === void 0 && changed !== entry) after = list.slice(0, at);
		after?.push(changed);
	}
	return after ?? list;
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
	return neutralised(story).story;
}
/** The same, and whether some text of it quoted such a value. */
function neutralised(story) {
	const finder = new AddressFinder(story);
	const bare = withoutAddresses(story);
	if (finder.isEmpty) return {
		story: bare,
		quotes: false
	};
	const own = (owner) => !owner.embedded;
	const neutral = mapFreeTexts(bare, (text) => withoutQuotes(text, finder, own), (text) => withoutQuotes(text, finder, () => true));
	return {
		story: neutral,
		quotes: neutral !== bare
	};
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

// src/model/text/short-id.ts
/** Enough of a commit's id for people, and for git. */
function shortId(commit) {
	return commit.slice(0, 12);
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
function problem(code, message, hint) {
	return {
		code,
		severity: "error",
		message,
		hint
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

export { currentBranch as $, isHexWord as A, manifestFile as At, differInCaseOnly as B, parseTenantUrl as Bt, replacePlaceholders as C, newOwner as Ct, rewriteTexts as D, DamagedObjectError as Dt, rewriteStrings as E, systemProcesses as Et, mapSubStories as F, openManifest as Ft, repeated as G, readOptions as Gt, fieldsKey as H, manifestSchema as Ht, ownAddress as I, require_ucs2length as It, canonicalJson as J, childOf as Jt, sameFields as K, isDay as Kt, recordTypesOf as L, byText as Lt, DESTINATION_OWNED as M, repositoryPath as Mt, ingressOptions as N, shownPath as Nt, unquoteSchema as O, TooLargeObjectError as Ot, ingressPoints as P, storiesInGit as Pt, sha256 as Q, TEXT_ENUM as R, byTextOf as Rt, neutralised as S, fateOf as St, WordSearch as T, readOwner as Tt, firstByName as U, ringOf as Ut, fieldDifferences as V, tenantUrlForm as Vt, listed as W, matcher as Wt, contentHash as X, quoted as Xt, compactJson as Y, fromHere as Yt, contentHashWithList as Z, normalised as Zt, withFreshAddresses as _, distanceAt as _t, storyFileOf as a, withoutCarriageReturns as at, tagsOf as b, durableFs as bt, shortId as c, storageFailure as ct, parentOf as d, entryAt as dt, readHeadFile as et, resolveCommit as f, parseTree as ft, ingressValues as g, deltaSizes as gt, holdsPlaceholders as h, applyDelta as ht, shownInCommit as i, isBlob as it, rewriteHexWords as j, manifestInGit as jt, actionRef as k, unpack as kt, CommitStories as l, cloneKind as lt, carryPeople as m, Recent as mt, readStoriesAt as n, CommittedTree as nt, namedCommit as o, ObjectReader as ot, carryAddresses as p, withEntries as pt, withoutKeys as q, entriesAt as qt, readingCommit as r, blobId as rt, unreadableObjects as s, readingObjects as st, brokenManifest as t, readRef as tt, findCommittedFile as u, foreignStorage as ut, withoutPeople as v, headerAt as vt, AddressFinder as w, ownerTag as wt, neutralise as x, sweepOnce as xt, DETACHED_TAG as y, typeName as yt, customFields as z, readDocument as zt };