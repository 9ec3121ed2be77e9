import { i as unreachable, n as fail, r as ok, t as require_dist } from "./dist.js";
import { n as systemHint, r as systemWords } from "./system-code.js";
import { b as clearDeadLock, x as shortName, y as acquireLock } from "./session.js";
import { n as readRegularFile } from "./regular-file.js";
import { At as manifestFile, Ft as openManifest, Gt as readOptions, Jt as childOf, Kt as isDay, Xt as quoted, Yt as fromHere, ct as storageFailure, qt as entriesAt, zt as readDocument } from "./stories-at.js";
import { M as readFileSafely, O as explainRefusal, w as todayOf } from "./workspace.js";
import { t as writeBeside } from "./write-beside.js";
import { a as select, d as finding, t as describeLocked, u as cannotRun } from "./lock-holder.js";
import { t as didYouMean } from "./suggestion.js";
import { basename, dirname, join } from "node:path";
import { realpath, stat } from "node:fs/promises";

// src/manifest/edit/detached-entries.ts
var import_dist = require_dist();
function readHoldings(root) {
	return {
		defaults: holdingOf(childOf(root, "defaults")),
		destinations: new Map((entriesAt(root, "destinations") ?? []).map(({ name, cursor }) => [name, holdingOf(fromHere(cursor))]))
	};
}
/** Dates are checked elsewhere: the day of the reading does not matter here. */
function holdingOf(cursor) {
	const { options } = readOptions(cursor, "", "");
	return {
		detached: new Map([...options.detached].map(([story, { detachment }]) => [story, detachment])),
		hold: options.hold,
		pin: options.pin?.pin,
		keyVersion: options.plain.keyVersion
	};
}
function sameDetachment(a, b) {
	return a?.reason === b?.reason && a?.owner === b?.owner && a?.until === b?.until;
}
function samePin(a, b) {
	return a?.commit === b?.commit && sameDetachment(a, b) && a?.stories?.join() === b?.stories?.join();
}
function sameDetachments(a, b) {
	return a.size === b.size && [...a].every(([story, detachment]) => sameDetachment(detachment, b.get(story)));
}
/** As the manifest is read: comparing must not depend on the order of keys. */
function inOrder({ reason, owner, until }) {
	return {
		reason,
		...owner === void 0 ? {} : { owner },
		...until === void 0 ? {} : { until }
	};
}
function pinInOrder({ commit, stories, ...why }) {
	return {
		commit,
		...inOrder(why),
		...stories === void 0 ? {} : { stories }
	};
}

// src/files/replace-file.ts
/**
* Replaces a regular file inside `root` in one step, keeping its mode: a reader sees the old content or the new one. A
* symbolic link stays one; what it leads to is replaced.
*/
async function replaceFileSafely(root, path, content, waitMs = 5e3) {
	const found = await readFileSafely(root, path);
	if (!found.ok) return found;
	if (!found.value.equals(content.before)) return fail({ kind: "changed" });
	try {
		const real = await realpath(path);
		const { mode } = await stat(real);
		if ((mode & 146) === 0) return fail({ kind: "read_only" });
		const lock = lockBeside(real);
		const acquired = await acquireLock(lock, {
			waitMs,
			sharedWithGit: false
		});
		if (!acquired.ok) return fail({
			kind: "busy",
			lock: basename(lock),
			holder: acquired.error,
			waitMs
		});
		const isHeld = () => acquired.value.isHeld();
		const unless = async () => {
			const now = await readRegularFile(real);
			return !(now.ok && now.value.equals(content.before) && await isHeld());
		};
		try {
			return await writeBeside(real, content.after, {
				mode,
				durable: true,
				unless
			}) ? ok(void 0) : fail({ kind: "changed" });
		} finally {
			await acquired.value.release();
		}
	} catch (error) {
		const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : void 0;
		if (code === void 0) throw error;
		return fail({
			kind: "unwritable",
			code
		});
	}
}
/** Takes away what a killed run left beside the file, for a run that has nothing to replace. */
async function clearReplacing(path) {
	try {
		await clearDeadLock(lockBeside(await realpath(path)), { sharedWithGit: false });
	} catch (error) {
		storageFailure(error);
	}
}
/** One name for everybody, so that of several who replace the file each sees what the others wrote. */
function lockBeside(real) {
	return join(dirname(real), `.${shortName(basename(real))}.lock`);
}

// src/manifest/edit/entry-text.ts
/** `{ reason: customer tunes it, until: 2027-01-31 }`; a long line is never broken. */
function flowValue(value) {
	if (typeof value === "number") return String(value);
	if (typeof value === "string") return textValue(value, "flow");
	if ("alias" in value) return value.alias;
	if ("list" in value) return `[${value.list.map((text) => textValue(text, "flow")).join(", ")}]`;
	return value.length === 0 ? "{}" : `{ ${value.map(flowEntry).join(", ")} }`;
}
function flowEntry({ key, value }) {
	return `${typeof key === "string" ? textValue(key, "flow") : "<<"}: ${flowValue(value)}`;
}
/** An entry on lines of its own; maps below `depth` are written in braces. */
function blockEntry({ key, value }, indent, step, depth) {
	const head = `${indent}${typeof key === "string" ? textValue(key, "block") : "<<"}:`;
	if (typeof value === "string") return [`${head} ${textValue(value, "block")}`];
	if (typeof value === "number" || "alias" in value || "list" in value || value.length === 0 || depth === 0) return [`${head} ${flowValue(value)}`];
	return [head, ...value.flatMap((inner) => blockEntry(inner, indent + step, step, depth - 1))];
}
/** Text as a person would write it: in quotes only where YAML would read something else without them. */
function textValue(text, style) {
	return isPlain(text, style) ? text : quotedText(text);
}
const MAX_PLAIN = 1e3;
/** The parser decides, so that this never disagrees with how the text is read. */
function isPlain(text, style) {
	if (text.length > MAX_PLAIN || text.trim() !== text || UNSEEN.test(text) || text === "<<") return false;
	const document = (0, import_dist.parseDocument)(style === "flow" ? `[ ${text} ]` : `- ${text}\n`, { schema: "core" });
	if (document.errors.length > 0 || document.warnings.length > 0 || !(0, import_dist.isSeq)(document.contents)) return false;
	const [item, ...more] = document.contents.items;
	return more.length === 0 && (0, import_dist.isScalar)(item) && item.value === text && item.type === "PLAIN" && !document.comment;
}
const UNSEEN = /[\p{Cc}\p{Zl}\p{Zp}\p{Cs}\ufeff]/u;
/** JSON's quotes are YAML's, but for a few characters that JSON leaves as they are. */
function quotedText(text) {
	return JSON.stringify(text).replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\ufeff]/gu, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

// src/manifest/edit/map-text.ts
function applySplices(text, splices) {
	const parts = [];
	let at = 0;
	for (const splice of splices.toSorted((a, b) => a.start - b.start)) {
		if (splice.start < at) return void 0;
		parts.push(text.slice(at, splice.start), splice.text);
		at = splice.end;
	}
	return [...parts, text.slice(at)].join("");
}
/** The entries of a map by key, kept for the next question: a document is read, and never changed. */
const ENTRIES = /* @__PURE__ */ new WeakMap();
function pairOf(map, key) {
	const entries = ENTRIES.get(map) ?? entriesOf$1(map);
	ENTRIES.set(map, entries);
	return entries.get(key);
}
/** Where a key stands twice, the first counts. */
function entriesOf$1(map) {
	return new Map(map.items.toReversed().flatMap((pair) => (0, import_dist.isScalar)(pair.key) ? [[pair.key.value, pair]] : []));
}
function rangeOf(node) {
	const range = (0, import_dist.isScalar)(node) || (0, import_dist.isMap)(node) || (0, import_dist.isSeq)(node) || (0, import_dist.isAlias)(node) ? node.range : void 0;
	if (!range) throw new Error("Internal error: a parsed value has no place");
	return {
		start: range[0],
		end: range[1]
	};
}
/** Where the text of an entry ends; what the parser counts to a block beyond that are blank lines and comments. */
function endOf(text, pair) {
	return pair.value === null ? rangeOf(pair.key).end : endOfValue(text, pair.value);
}
function endOfValue(text, value) {
	if ((0, import_dist.isMap)(value) && value.flow !== true) {
		const last = value.items.at(-1);
		if (last !== void 0) return endOf(text, last);
	}
	if ((0, import_dist.isSeq)(value) && value.flow !== true) {
		const last = value.items.at(-1);
		if ((0, import_dist.isScalar)(last) || (0, import_dist.isMap)(last) || (0, import_dist.isSeq)(last) || (0, import_dist.isAlias)(last)) return endOfValue(text, last);
	}
	const { start, end } = rangeOf(value);
	return start + text.slice(start, end).trimEnd().length;
}
/** Puts entries behind the last one. */
function insertEntries(text, map, entries, layout) {
	if (entries.length === 0) return [];
	const last = map.items.at(-1);
	if (map.flow === true) return insertFlow(text, map, last, entries.map(flowEntry));
	const indent = indentOf(text, map);
	if (indent === void 0 || last === void 0) return void 0;
	const lines = entries.flatMap((entry) => blockEntry(entry, indent, layout.step, layout.depth));
	const at = lineEnd(text, endOf(text, last));
	return [{
		start: at,
		end: at,
		text: lines.map((line) => eolOf(text) + line).join("")
	}];
}
function insertFlow(text, map, last, written) {
	const { start, end } = rangeOf(map);
	const list = written.join(", ");
	if (last === void 0) return text.slice(start + 1, end - 1).trim() === "" ? [{
		start,
		end,
		text: `{ ${list} }`
	}] : [{
		start: start + 1,
		end: start + 1,
		text: ` ${list} `
	}];
	const close = end - 1;
	const at = endOf(text, last);
	const comma = commaAfter(text, at, close);
	const indent = indentBefore(text, rangeOf(last.key).start);
	const lineAt = lineEnd(text, comma ?? at);
	if (indent === void 0 || lineAt > close) return [{
		start: at,
		end: at,
		text: `, ${list}`
	}];
	const line = {
		start: lineAt,
		end: lineAt,
		text: written.map((entry) => eolOf(text) + indent + entry).join(",") + (comma === void 0 ? "" : ",")
	};
	return comma === void 0 ? [{
		start: at,
		end: at,
		text: ","
	}, line] : [line];
}
/** Takes an entry out, with its line when it stands alone there, and the comment behind it. */
function removeEntry(text, map, pair, index = map.items.indexOf(pair)) {
	const start = rangeOf(pair.key).start;
	const end = endOf(text, pair);
	const alone = indentBefore(text, start) !== void 0;
	if (map.flow !== true) return alone ? [wholeLines(text, start, end)] : void 0;
	const before = map.items[index - 1];
	const after = map.items[index + 1];
	if (map.items.length === 1) return [{
		...rangeOf(map),
		text: "{}"
	}];
	const comma = commaAfter(text, end, after === void 0 ? rangeOf(map).end - 1 : rangeOf(after.key).start);
	const through = comma === void 0 ? end : comma + 1;
	const ownLines = alone && /^[ \t]*(#.*)?\r?$/.test(text.slice(through, lineEnd(text, through)));
	if (after !== void 0) {
		if (ownLines) return [wholeLines(text, start, through)];
		return [{
			start,
			end: through + (/^[ \t]*/.exec(text.slice(through))?.[0].length ?? 0),
			text: ""
		}];
	}
	if (before === void 0) throw new Error("Internal error: a map of several entries has one alone");
	const previous = endOf(text, before);
	if (!ownLines) return [{
		start: previous,
		end,
		text: ""
	}];
	if (comma !== void 0) return [wholeLines(text, start, through)];
	const separator = commaAfter(text, previous, start);
	if (separator === void 0) return void 0;
	return [{
		start: separator,
		end: separator + 1,
		text: ""
	}, wholeLines(text, start, end)];
}
/** From the end of the line before to the end of the last line: the exact opposite of an insertion. */
function wholeLines(text, start, end) {
	const first = text.lastIndexOf("\n", start - 1);
	const last = lineEnd(text, end);
	if (first >= 0) return {
		start: text[first - 1] === "\r" ? first - 1 : first,
		end: last,
		text: ""
	};
	return {
		start: 0,
		end: last + (text.startsWith("\r\n", last) ? 2 : 1),
		text: ""
	};
}
/** The white space that the entries of a block begin with. */
function indentOf(text, map) {
	const [first] = map.items;
	return first === void 0 ? void 0 : indentBefore(text, rangeOf(first.key).start);
}
/** What stands before a place on its line, when that is nothing but white space. */
function indentBefore(text, offset) {
	let at = offset;
	while (text[at - 1] === " " || text[at - 1] === "	") at -= 1;
	return at === 0 || text[at - 1] === "\n" ? text.slice(at, offset) : void 0;
}
/** The comma that separates an entry from the next, behind white space and comments. */
function commaAfter(text, from, limit) {
	for (let at = from; at < limit; at++) {
		const character = text.charAt(at);
		if (character === ",") return at;
		if (character === "#" && at > from && /\s/.test(text.charAt(at - 1))) at = lineEnd(text, at);
		else if (!/\s/.test(character)) return void 0;
	}
}
function lineEnd(text, offset) {
	const at = text.indexOf("\n", offset);
	if (at < 0) return text.length;
	return at > offset && text[at - 1] === "\r" ? at - 1 : at;
}
/** The line break that the file uses. */
function eolOf(text) {
	const at = text.indexOf("\n");
	return at > 0 && text[at - 1] === "\r" ? "\r\n" : "\n";
}

// src/manifest/edit/catalogue-edit.ts
/** Puts stories at the end of the catalogue, written like the one before them. */
function addStories(source, stories) {
	const root = source?.document.contents;
	const pair = (0, import_dist.isMap)(root) ? pairOf(root, "stories") : void 0;
	if (source === void 0 || !(0, import_dist.isMap)(root) || !(0, import_dist.isMap)(pair?.value)) return void 0;
	const { text } = source;
	const catalogue = pair.value;
	const entries = stories.map(({ key, id }) => ({
		key,
		value: [{
			key: "id",
			value: id
		}]
	}));
	const { start, end } = rangeOf(catalogue);
	if (catalogue.items.length === 0 && root.flow !== true && /^\{\s*\}$/.test(text.slice(start, end))) {
		const lines = entries.flatMap((entry) => blockEntry(entry, "  ", "  ", 0)).map((line) => eolOf(text) + line);
		return applySplices(text, [{
			start: rangeOf(pair.key).end,
			end,
			text: `:${lines.join("")}`
		}]);
	}
	const last = catalogue.items.at(-1)?.value;
	const depth = (0, import_dist.isMap)(last) && last.flow !== true ? 1 : 0;
	const splices = insertEntries(text, catalogue, entries, {
		step: "  ",
		depth
	});
	return splices && applySplices(text, splices);
}

// src/manifest/edit/edit-step.ts
/** The entry of the manifest that a holder is. */
function ownerOf({ document }, holder) {
	const root = document.contents;
	if (!(0, import_dist.isMap)(root)) return void 0;
	if (holder.kind === "defaults") return pairOf(root, "defaults");
	const destinations = resolved(document, pairOf(root, "destinations")?.value);
	return (0, import_dist.isMap)(destinations) ? pairOf(destinations, holder.name) : void 0;
}
function extentOf(text, pair) {
	return {
		start: rangeOf(pair.value).start,
		end: endOf(text, pair)
	};
}
/** How much deeper the entries of a map stand than its key; two spaces where the file does not say. */
function indentStepOf(text, owner, map) {
	const outer = indentBefore(text, rangeOf(owner.key).start);
	const inner = map.flow === true ? void 0 : indentOf(text, map);
	const width = outer === void 0 || inner === void 0 ? 0 : inner.length - outer.length;
	return " ".repeat(width > 0 ? width : 2);
}
function hasMerge(map) {
	return map.items.some(({ key }) => (0, import_dist.isScalar)(key) && (typeof key.value === "symbol" || key.value === "<<"));
}
function resolved(document, value) {
	return (0, import_dist.isAlias)(value) ? value.resolve(document) : value;
}
function together(parts) {
	return parts.every((part) => part !== void 0) ? parts.flat() : void 0;
}
function inPlace(splices) {
	return splices && {
		splices,
		apart: false
	};
}
function apart(splices) {
	return splices && {
		splices,
		apart: true
	};
}

// src/manifest/edit/note-edit.ts
/** Brings what stands there already to what it should say: a detachment, a hold or a pin. */
function updateEntry(text, pair, wanted) {
	const map = pair?.value;
	if (pair === void 0) return void 0;
	if (!(0, import_dist.isMap)(map) || map.anchor !== void 0 || hasMerge(map)) return [{
		...extentOf(text, pair),
		text: flowValue(wanted)
	}];
	const style = map.flow === true ? "flow" : "block";
	const changed = [];
	const added = [];
	for (const field of wanted) {
		const found = pairOf(map, field.key);
		if (found === void 0) added.push(field);
		else if (!says(found.value, field.value)) {
			const written = typeof field.value === "string" ? textValue(field.value, style) : flowValue(field.value);
			changed.push({
				...extentOf(text, found),
				text: written
			});
		}
	}
	if (changed.length > 0) return changed;
	if (added.length > 0) return insertEntries(text, map, added, {
		step: "",
		depth: 0
	});
	const names = new Set(wanted.map(({ key }) => key));
	return removeSome(text, map, map.items.filter(({ key }) => !(0, import_dist.isScalar)(key) || !names.has(String(key.value))));
}
function fieldsOf({ reason, owner, until }) {
	return [
		{
			key: "reason",
			value: reason
		},
		...owner === void 0 ? [] : [{
			key: "owner",
			value: owner
		}],
		...until === void 0 ? [] : [{
			key: "until",
			value: until
		}]
	];
}
function pinFieldsOf({ commit, stories, ...why }) {
	const some = stories === void 0 ? [] : [{
		key: "stories",
		value: { list: stories }
	}];
	return [
		{
			key: "commit",
			value: commit
		},
		...fieldsOf(why),
		...some
	];
}
function says(node, value) {
	if (typeof value === "string") return (0, import_dist.isScalar)(node) && node.value === value;
	if (!(0, import_dist.isSeq)(node) || node.items.length !== value.list.length) return false;
	return node.items.every((item, index) => (0, import_dist.isScalar)(item) && item.value === value.list[index]);
}
/** All entries of a block; of braces no two neighbours at once, for they share a comma. */
function removeSome(text, map, pairs) {
	const some = new Set(pairs);
	const splices = [];
	let last = -2;
	for (const [index, pair] of map.items.entries()) {
		if (!some.has(pair) || map.flow === true && index - last < 2) continue;
		splices.push(removeEntry(text, map, pair, index));
		last = index;
	}
	return together(splices);
}

// src/manifest/edit/detached-edit.ts
/**
* The next edit of the text that brings a holder nearer to `wanted`; undefined when its YAML is not edited here. Several
* steps may be needed, with the text read again in between: then no step has to foresee what another one moved.
*/
function nextStep(source, holder, current, wanted) {
	const owner = ownerOf(source, holder);
	if (owner === void 0) return void 0;
	const { value } = owner;
	if ((0, import_dist.isAlias)(value)) {
		const entries = [{
			key: { merge: true },
			value: { alias: `*${value.source}` }
		}, {
			key: "detached",
			value: entriesOf(wanted)
		}];
		return apart([{
			...rangeOf(value),
			text: flowValue(entries)
		}]);
	}
	if (!(0, import_dist.isMap)(value)) return void 0;
	const pair = pairOf(value, "detached");
	if (pair !== void 0) return editPair(source, {
		map: value,
		pair
	}, current, wanted);
	const entry = {
		key: "detached",
		value: entriesOf(wanted)
	};
	const splices = insertEntries(source.text, value, [entry], {
		step: indentStepOf(source.text, owner, value),
		depth: 1
	});
	if (splices === void 0) return void 0;
	return {
		splices,
		apart: current.size > 0
	};
}
function editPair(source, place, current, wanted) {
	const { value } = place.pair;
	if ((0, import_dist.isAlias)(value)) return editAlias(source, place, value.source, current, wanted);
	if (!(0, import_dist.isMap)(value)) return void 0;
	const { text } = source;
	if (wanted.size === 0) return inPlace(emptied(source, place, value));
	const gone = [...current.keys()].filter((story) => !wanted.has(story));
	const own = gone.flatMap((story) => pairOf(value, story) ?? []);
	if (own.length < gone.length || own.length > 0 && own.length === value.items.length) return apart([{
		...extentOf(text, place.pair),
		text: flowValue(entriesOf(wanted))
	}]);
	if (own.length > 0) return inPlace(removeSome(text, value, own));
	const changed = [...wanted].filter(([story, detachment]) => {
		return pairOf(value, story) !== void 0 && !sameDetachment(current.get(story), detachment);
	});
	if (changed.length > 0) return inPlace(together(changed.map(([story, detachment]) => updateEntry(text, pairOf(value, story), fieldsOf(detachment)))));
	const added = new Map([...wanted].filter(([story, each]) => !sameDetachment(current.get(story), each)));
	const depth = isBlock(value.items.at(-1)?.value) ? 1 : 0;
	return inPlace(insertEntries(text, value, entriesOf(added), {
		step: indentStepOf(text, place.pair, value),
		depth
	}));
}
/** Others use the same map: this holder gets its own, merging the shared one in where that says nothing too much. */
function editAlias(source, { map, pair }, anchor, current, wanted) {
	if (wanted.size === 0 && !hasMerge(map)) return apart(removeEntry(source.text, map, pair));
	const kept = [...current.keys()].every((story) => wanted.has(story));
	const more = new Map([...wanted].filter(([story, detachment]) => !sameDetachment(current.get(story), detachment)));
	const merge = {
		key: { merge: true },
		value: { alias: `*${anchor}` }
	};
	const entries = kept ? [merge, ...entriesOf(more)] : entriesOf(wanted);
	return apart([{
		...rangeOf(pair.value),
		text: flowValue(entries)
	}]);
}
/** Nothing is detached any more: the key goes too, unless it keeps a merged one away, carries an anchor, or stands alone. */
function emptied({ text }, { map, pair }, value) {
	const alone = map.items.length === 1 && map.flow !== true;
	if (!hasMerge(map) && value.anchor === void 0 && !alone) return removeEntry(text, map, pair);
	const extent = extentOf(text, pair);
	if (value.flow === true || value.anchor !== void 0) return [{
		...extent,
		text: "{}"
	}];
	return [{
		start: rangeOf(pair.key).end,
		end: extent.end,
		text: ": {}"
	}];
}
function entriesOf(detachments) {
	return [...detachments].map(([key, detachment]) => ({
		key,
		value: fieldsOf(detachment)
	}));
}
/** What a person would write by hand. */
function detachedByHand(detachments) {
	return `detached: ${flowValue(entriesOf(detachments))}`;
}
function isBlock(value) {
	return (0, import_dist.isMap)(value) && value.flow !== true;
}

// src/manifest/edit/key-version-edit.ts
const KEY = "destination_tenant_api_key_version";
/**
* The next edit of the text that brings a destination's number nearer to what it should be. One that it has from elsewhere
* is not taken back: there is nothing to write that would say "no number".
*/
function nextKeyVersionStep(source, holder, isSaid, version) {
	const value = ownerOf(source, holder)?.value;
	if (version === void 0) return void 0;
	const entry = {
		key: KEY,
		value: version
	};
	if ((0, import_dist.isAlias)(value)) {
		const merge = {
			key: { merge: true },
			value: { alias: `*${value.source}` }
		};
		return apart([{
			...rangeOf(value),
			text: flowValue([merge, entry])
		}]);
	}
	if (!(0, import_dist.isMap)(value)) return void 0;
	const pair = pairOf(value, KEY);
	if (pair === void 0) {
		const splices = insertEntries(source.text, value, [entry], {
			step: "",
			depth: 0
		});
		return splices && {
			splices,
			apart: isSaid
		};
	}
	const splices = [{
		...extentOf(source.text, pair),
		text: String(version)
	}];
	return (0, import_dist.isAlias)(pair.value) ? apart(splices) : inPlace(splices);
}
/** What a person would write by hand. */
function keyVersionByHand(version) {
	return `${KEY}: ${version}`;
}

// src/manifest/edit/option-edit.ts
/**
* The next edit of the text that brings a holder's `hold` or `pin` nearer to what it should say. One that a merge key or
* an alias brings is not taken back here: there is nothing to write that would say "not held".
*/
function nextOptionStep(source, holder, isSaid, { key, fields }) {
	const { text, document } = source;
	const root = document.contents;
	const owner = ownerOf(source, holder);
	const entry = fields && {
		key,
		value: fields
	};
	if (owner === void 0) return entry && (0, import_dist.isMap)(root) ? inPlace(addDefaults(text, root, entry)) : void 0;
	const { value } = owner;
	if ((0, import_dist.isAlias)(value)) {
		if (entry === void 0) return void 0;
		const merge = {
			key: { merge: true },
			value: { alias: `*${value.source}` }
		};
		return apart([{
			...rangeOf(value),
			text: flowValue([merge, entry])
		}]);
	}
	if (!(0, import_dist.isMap)(value)) return void 0;
	const pair = pairOf(value, key);
	if (entry === void 0) return pair && inPlace(remove(source, {
		map: value,
		pair
	}, holder));
	if (pair === void 0) {
		const splices = insertEntries(text, value, [entry], {
			step: "",
			depth: 0
		});
		return splices && {
			splices,
			apart: isSaid
		};
	}
	if (!(0, import_dist.isAlias)(pair.value)) return inPlace(updateEntry(text, pair, entry.value));
	return apart([{
		...rangeOf(pair.value),
		text: flowValue(entry.value)
	}]);
}
/** What a person would write by hand. */
function optionByHand({ key, fields }) {
	return flowEntry({
		key,
		value: fields ?? []
	});
}
/** At the end of the file: a reviewer sees two new lines and no other. */
function addDefaults(text, root, entry) {
	return insertEntries(text, root, [{
		key: "defaults",
		value: [entry]
	}], {
		step: "  ",
		depth: 1
	});
}
/** `defaults` go with their only entry, unless somebody wrote something else there too. */
function remove({ text, document }, { map, pair }, holder) {
	if (map.items.length > 1) return removeEntry(text, map, pair);
	const root = document.contents;
	const owner = ownerOf({
		text,
		document
	}, holder);
	if (owner === void 0) return void 0;
	const before = text.slice(rangeOf(owner.key).end, rangeOf(pair.key).start);
	const after = map.flow === true ? text.slice(endOf(text, pair), rangeOf(map).end) : "";
	if (/^:[\s{]*$/.test(before) && /^[\s,}]*$/.test(after) && holder.kind === "defaults" && (0, import_dist.isMap)(root)) return removeEntry(text, root, owner);
	if (map.flow === true) return [{
		start: rangeOf(pair.key).start,
		end: endOf(text, pair),
		text: ""
	}];
	return [{
		...extentOf(text, owner),
		text: "{}"
	}];
}

// src/manifest/edit/edit-refusal.ts
function unknownDestination(name, known) {
	return refuse("RUN011", `the manifest has no destination ${quoted(name)}`, correction(name, known));
}
function unknownStory(key, known) {
	return refuse("RUN011", `the manifest has no story ${quoted(key)}`, correction(key, known));
}
function notSubscribed({ destination, story }, place) {
	return refuse("RUN011", `destination ${quoted(destination)} does not subscribe to ${quoted(story)}`, `only what stands in its "stories" can be detached or reattached`, place);
}
function notDetached({ destination, story }, place) {
	return refuse("RUN012", `${quoted(story)} is not detached at destination ${quoted(destination)} by the manifest`, "if \"storysync plan\" calls it detached, remove the tag \"detached-from-sync\" at the destination", place);
}
function detachedByDefaults(story, others) {
	const names = others.slice(0, 3).map(({ name }) => quoted(name));
	const more = others.length > 3 ? ` and ${others.length - 3} more` : "";
	return refuse("RUN014", `"defaults" detaches ${quoted(story)} for ${names.join(", ")}${more} as well`, "take it out of \"defaults\" by hand and detach the others by name, or reattach it everywhere at once", others[0]?.place);
}
function notHeld(name, place) {
	return refuse("RUN018", `destination ${quoted(name)} is not held`, "nothing to release", place);
}
function heldByDefaults(name, place) {
	return refuse("RUN019", `destination ${quoted(name)} is held by "defaults", as every destination is`, "release the whole fleet: storysync release --destination '*'", place);
}
function fleetNotHeld(held) {
	const names = held.slice(0, 3).map(quoted).join(", ") + (held.length > 3 ? ` and ${held.length - 3} more` : "");
	return refuse("RUN018", `the fleet is not held: "defaults" has no "hold"`, held.length === 0 ? "nothing to release" : `release by name what is held by itself: ${names}`);
}
function notPinned(name, place) {
	return refuse("RUN061", `destination ${quoted(name)} is not pinned`, "nothing to unpin", place);
}
function pinnedByDefaults(name, place) {
	return refuse("RUN062", `destination ${quoted(name)} is pinned by "defaults", as every destination without a pin of its own is`, "unpin the whole fleet: storysync unpin --destination '*'", place);
}
function fleetNotPinned(pinned) {
	const names = pinned.slice(0, 3).map(quoted).join(", ") + (pinned.length > 3 ? ` and ${pinned.length - 3} more` : "");
	return refuse("RUN061", `the fleet is not pinned: "defaults" has no "pin"`, pinned.length === 0 ? "nothing to unpin" : `unpin by name what is pinned by itself: ${names}`);
}
function servedByVendor({ name, place }, verb, instead) {
	return refuse("RUN066", `destination ${quoted(name)} is served by the vendor (engine: native), which carries what is live at the origin; it cannot be ${verb}`, instead, place);
}
function notServedByVendor({ name, place }) {
	return refuse("RUN066", `destination ${quoted(name)} is pushed to: its key is handed to nobody, so there is nothing to hand over again`, "give the new key to whoever runs the sync, under the same name", place);
}
function vendorNeedsNoKey({ name, place }) {
	return refuse("RUN066", `destination ${quoted(name)} is a team of the origin's own tenant, for which the vendor needs no key`, "nothing to rotate", place);
}
function alreadyListed({ key, id }, taken, place) {
	return refuse("RUN017", `the catalogue has ${taken === "key" ? `the key ${quoted(key)}` : `the id ${id}`} already`, "give the new story another key, or leave it out", place);
}
/** One problem for each destination concerned, with what to write there. */
function notEditable(manifest, holdings, edits, defaultsToo) {
	const message = "the manifest is written in a way that storysync cannot edit without touching anything else";
	const detached = new Set(edits.flatMap((edit) => "story" in edit ? [edit.destination] : []));
	const write = (where, text, place) => refuse("RUN013", message, `nothing was changed; write by hand in ${where}: ${text}`, place);
	const byHand = manifest.destinations.flatMap(({ name, place }) => {
		const { detached: entries = /* @__PURE__ */ new Map() } = holdings.destinations.get(name) ?? {};
		return detached.has(name) ? [write(`destination ${quoted(name)}`, detachedByHand(entries), place)] : [];
	});
	if (defaultsToo) byHand.push(write("\"defaults\"", detachedByHand(holdings.defaults.detached)));
	const places = new Map(manifest.destinations.map(({ name, place }) => [name, place]));
	for (const edit of edits) {
		if (edit.kind === "rotate") {
			const version = holdings.destinations.get(edit.destination)?.keyVersion ?? 0;
			const where = `destination ${quoted(edit.destination)}`;
			byHand.push(write(where, keyVersionByHand(version), places.get(edit.destination)));
			continue;
		}
		if (!("holder" in edit)) continue;
		const { holder } = edit;
		const [where, place] = holder.kind === "defaults" ? ["\"defaults\"", void 0] : [`destination ${quoted(holder.name)}`, places.get(holder.name)];
		const wanted = wantedBy(edit);
		byHand.push(wanted.fields === void 0 ? refuse("RUN013", message, `nothing was changed; take "${wanted.key}" out by hand of what ${where} takes over`, place) : write(where, optionByHand(wanted), place));
	}
	const stories = edits.flatMap((edit) => edit.kind === "add_stories" ? edit.stories : []);
	if (stories.length === 0) return byHand;
	const listed = stories.map(({ key, id }) => flowEntry({
		key,
		value: [{
			key: "id",
			value: id
		}]
	}));
	return [...byHand, refuse("RUN013", message, `nothing was changed; add by hand to "stories": ${listed.join(", ")}`)];
}
function wantedBy(edit) {
	switch (edit.kind) {
		case "hold": return {
			key: "hold",
			fields: fieldsOf(edit.hold)
		};
		case "release": return {
			key: "hold",
			fields: void 0
		};
		case "pin": return {
			key: "pin",
			fields: pinFieldsOf(edit.pin)
		};
		case "unpin": return {
			key: "pin",
			fields: void 0
		};
	}
}
function correction(name, known) {
	return didYouMean(name, known, quoted) ?? "correct the name";
}
function refuse(code, message, hint, place) {
	return {
		code,
		severity: "error",
		message,
		hint,
		...place === void 0 ? {} : { place }
	};
}

// src/manifest/edit/key-version-intent.ts
/** The numbers of the destinations whose key is to be handed over again, or everything that is wrong with that. */
function keyVersionsAfter({ destinations, origin }, edits) {
	const byName = new Map(destinations.map((destination) => [destination.name, destination]));
	const versions = /* @__PURE__ */ new Map();
	const problems = [];
	for (const edit of edits) {
		if (edit.kind !== "rotate") continue;
		const destination = byName.get(edit.destination);
		if (destination === void 0) problems.push(unknownDestination(edit.destination, [...byName.keys()]));
		else if (destination.engine !== "native") problems.push(notServedByVendor(destination));
		else if (destination.tenantUrl === origin?.tenantUrl) problems.push(vendorNeedsNoKey(destination));
		else versions.set(destination.name, nextKeyVersion(destination));
	}
	return {
		versions,
		problems
	};
}
/** `defaults` count: what a destination says from now on must be more than it was. */
function nextKeyVersion({ keyVersion }) {
	return (keyVersion ?? 0) + 1;
}

// src/manifest/edit/option-intent.ts
const HOLDS = {
	of: ({ hold }) => hold,
	isAbout: ({ kind }) => kind === "hold" || kind === "release",
	wantedBy: (edit) => edit.kind === "hold" ? inOrder(edit.hold) : void 0,
	nothingToTake: notHeld,
	takenByDefaults: heldByDefaults,
	nothingForAll: fleetNotHeld
};
const PINS = {
	of: ({ pin }) => pin,
	isAbout: ({ kind }) => kind === "pin" || kind === "unpin",
	wantedBy: (edit) => edit.kind === "pin" ? pinInOrder(edit.pin) : void 0,
	nothingToTake: notPinned,
	takenByDefaults: pinnedByDefaults,
	nothingForAll: fleetNotPinned
};
/** Holds and pins after the edits, or everything that is wrong with them. */
function optionsAfter(manifest, holdings, edits) {
	const asked = edits.filter((edit) => "holder" in edit);
	const holds = saidAfter(manifest, holdings, asked, HOLDS);
	const pins = saidAfter(manifest, holdings, asked, PINS);
	return {
		options: {
			holds: holds.said,
			pins: pins.said
		},
		problems: [...holds.problems, ...pins.problems]
	};
}
function saidAfter(manifest, holdings, edits, rules) {
	const byName = new Map(manifest.destinations.map((destination) => [destination.name, destination]));
	const own = new Map([...holdings.destinations].map(([name, holding]) => [name, rules.of(holding)]));
	let defaults = rules.of(holdings.defaults);
	const problems = [];
	for (const edit of edits.filter(rules.isAbout)) {
		const wanted = rules.wantedBy(edit);
		const { holder } = edit;
		if (holder.kind === "defaults") {
			if (wanted === void 0 && defaults === void 0) problems.push(rules.nothingForAll(themselves(own)));
			defaults = wanted;
			continue;
		}
		const destination = byName.get(holder.name);
		if (destination === void 0) problems.push(unknownDestination(holder.name, [...byName.keys()]));
		else if (wanted === void 0 && own.get(holder.name) === void 0) {
			const refuse = defaults === void 0 ? rules.nothingToTake : rules.takenByDefaults;
			problems.push(refuse(holder.name, destination.place));
		} else own.set(holder.name, wanted);
	}
	return {
		said: {
			defaults,
			destinations: own
		},
		problems
	};
}
function themselves(own) {
	return [...own].flatMap(([name, said]) => said === void 0 ? [] : [name]);
}
/** The destination as it is read when it, and `defaults`, say this. */
function withOptions(destination, { holds, pins }) {
	const { hold: _, pin: __, place, ...rest } = destination;
	const hold = holds.destinations.get(destination.name) ?? holds.defaults;
	const pin = pins.destinations.get(destination.name) ?? pins.defaults;
	return {
		...rest,
		...hold === void 0 ? {} : { hold },
		...pin === void 0 ? {} : { pin },
		place
	};
}

// src/manifest/edit/edit-intent.ts
/** Edits in the manifest's own terms, or everything that is wrong with them. */
function intentOf(manifest, holdings, edits) {
	const problems = [];
	const byName = new Map(manifest.destinations.map((destination) => [destination.name, destination]));
	const own = new Map([...holdings.destinations].map(([name, { detached }]) => [name, new Map(detached)]));
	const defaults = new Map(holdings.defaults.detached);
	const wanted = new Map(manifest.destinations.map(({ name }) => [name, /* @__PURE__ */ new Map()]));
	const stories = [];
	for (const edit of edits) {
		if (edit.kind === "add_stories") {
			stories.push(...edit.stories);
			continue;
		}
		if ("holder" in edit || edit.kind === "rotate") continue;
		const found = subscriptionOf(manifest, byName, edit);
		if (!found.ok) problems.push(found.error);
		else if (edit.kind === "detach") {
			const detachment = inOrder(edit.detachment);
			const entries = own.get(edit.destination);
			if (!sameDetachment(entries?.get(edit.story) ?? defaults.get(edit.story), detachment)) entries?.set(edit.story, detachment);
			wanted.get(edit.destination)?.set(edit.story, detachment);
		} else if (found.value.detached === void 0) problems.push(notDetached(edit, found.value.place));
		else {
			own.get(edit.destination)?.delete(edit.story);
			wanted.get(edit.destination)?.set(edit.story, void 0);
		}
	}
	const { options, problems: wrongOptions } = optionsAfter(manifest, holdings, edits);
	const { holds, pins } = options;
	const { versions, problems: wrongRotations } = keyVersionsAfter(manifest, edits);
	problems.push(...wrongOptions, ...wrongRotations, ...alreadyThere(manifest, stories), ...freeDefaults(manifest, own, defaults, wanted));
	if (problems.length > 0) return fail(problems);
	const after = {
		defaults: {
			...holdings.defaults,
			detached: defaults,
			hold: holds.defaults,
			pin: pins.defaults
		},
		destinations: new Map([...own].map(([name, detached]) => {
			const keyVersion = versions.get(name) ?? holdings.destinations.get(name)?.keyVersion;
			return [name, {
				detached,
				hold: holds.destinations.get(name),
				pin: pins.destinations.get(name),
				keyVersion
			}];
		}))
	};
	return ok({
		holdings: after,
		manifest: expected(manifest, wanted, {
			...options,
			versions
		}, stories),
		stories
	});
}
function subscriptionOf(manifest, byName, { destination, story }) {
	const found = byName.get(destination);
	if (found === void 0) return fail(unknownDestination(destination, [...byName.keys()]));
	if (!manifest.stories.has(story)) return fail(unknownStory(story, [...manifest.stories.keys()]));
	const subscription = found.subscriptions.find(({ storyKey }) => storyKey === story);
	return subscription === void 0 ? fail(notSubscribed({
		destination,
		story
	}, found.place)) : ok(subscription);
}
/** A default cannot be taken back by one destination. It goes only when nobody else is detached by it. */
function freeDefaults(manifest, own, defaults, wanted) {
	const freed = new Set([...wanted.values()].flatMap((each) => [...each].flatMap(([key, to]) => to ? [] : [key])));
	const problems = [];
	for (const story of freed) {
		if (!defaults.has(story)) continue;
		const others = manifest.destinations.filter(({ name, subscriptions }) => {
			const freedHere = wanted.get(name)?.has(story) === true && wanted.get(name)?.get(story) === void 0;
			const detachedHere = own.get(name)?.has(story) === true;
			return !freedHere && !detachedHere && subscriptions.some(({ storyKey }) => storyKey === story);
		});
		if (others.length === 0) defaults.delete(story);
		else problems.push(detachedByDefaults(story, others));
	}
	return problems;
}
function alreadyThere(manifest, stories) {
	const keys = new Set(manifest.stories.keys());
	const ids = new Set([...manifest.stories.values()].map(({ id }) => id));
	return stories.flatMap((story) => {
		const taken = keys.has(story.key) ? "key" : ids.has(story.id) ? "id" : void 0;
		keys.add(story.key);
		ids.add(story.id);
		if (taken === void 0) return [];
		const other = [...manifest.stories.values()].find((each) => each[taken] === story[taken]);
		return [alreadyListed(story, taken, other?.place)];
	});
}
function expected(manifest, wanted, options, stories) {
	const place = {
		file: manifest.file,
		line: 1,
		column: 1
	};
	const added = stories.map(({ key, id }) => [key, {
		key,
		file: `stories/${key}.json`,
		id,
		place
	}]);
	const { hold: _, ...others } = manifest;
	const hold = options.holds.defaults;
	return {
		...others,
		stories: new Map([...manifest.stories, ...added]),
		destinations: manifest.destinations.map((destination) => {
			const changes = wanted.get(destination.name);
			return {
				...withOptions(withKeyVersion(destination, options.versions.get(destination.name)), options),
				subscriptions: destination.subscriptions.map((subscription) => {
					return changes?.has(subscription.storyKey) === true ? withDetachment(subscription, changes.get(subscription.storyKey)) : subscription;
				})
			};
		}),
		...hold === void 0 ? {} : { hold }
	};
}
function withKeyVersion({ place, ...destination }, keyVersion) {
	return {
		...destination,
		...keyVersion === void 0 ? {} : { keyVersion },
		place
	};
}
/** The subscription with this detachment, or with none. */
function withDetachment(subscription, detached) {
	const { detached: _, ...rest } = subscription;
	return {
		...rest,
		...detached === void 0 ? {} : { detached }
	};
}

// src/manifest/edit/same-manifest.ts
/** Whether two manifests ask for the same, in the same order; where it stands in the file does not count. */
function sameManifest(a, b) {
	return contentOf(a) === contentOf(b);
}
function contentOf(manifest) {
	const all = {
		...manifest,
		stories: [...manifest.stories]
	};
	return JSON.stringify(all, (key, value) => key === "place" && isPlace(value) ? void 0 : value);
}
/** A label may be called "place" too. */
function isPlace(value) {
	return typeof value === "object" && value !== null;
}

// src/manifest/edit/edit.ts
/**
* The text of the manifest after the edits; every byte outside of them stays. The result is opened again, and unless it
* says exactly what was asked and nothing else, the edit is refused.
*/
function editManifest(source, edits, options) {
	const opened = openManifest(source, options);
	const before = opened.manifest;
	const read = readDocument(opened.text);
	if (before === void 0 || read.root === void 0) return fail(opened.problems);
	const current = readHoldings({ node: read.root });
	const intent = intentOf(before, current, edits);
	if (!intent.ok) return intent;
	const { holdings, manifest, stories } = intent.value;
	const freed = !sameDetachments(current.defaults.detached, holdings.defaults.detached);
	const refusal = () => fail(notEditable(before, holdings, edits, freed));
	const listed = stories.length === 0 ? opened.text : addStories(sourceOf(opened.text), stories);
	const text = listed === void 0 ? void 0 : bring(listed, holdings);
	if (text === void 0) return refusal();
	const after = openManifest({
		file: source.file,
		bytes: new TextEncoder().encode(text)
	}, options).manifest;
	if (after === void 0 || !sameManifest(after, manifest)) return refusal();
	return ok(hasByteOrderMark(source.bytes) ? `\ufeff${text}` : text);
}
/** What every holder in the file says itself; nothing where it cannot be read. */
function holdingsIn({ bytes }) {
	const { root } = readDocument(new TextDecoder().decode(bytes));
	return root === void 0 ? NOTHING_SAID : readHoldings({ node: root });
}
const SAYS_NOTHING = {
	detached: /* @__PURE__ */ new Map(),
	hold: void 0,
	pin: void 0,
	keyVersion: void 0
};
const NOTHING_SAID = {
	defaults: SAYS_NOTHING,
	destinations: /* @__PURE__ */ new Map()
};
/** Edits until every holder says what it should. One whose YAML is shared may move another: that one is then put right. */
function bring(start, wanted) {
	let text = start;
	for (let left = roundsFor(wanted); left > 0; left--) {
		const source = sourceOf(text);
		if (source === void 0) return void 0;
		const apart = differing(source.holdings, wanted);
		if (apart.length === 0) return text;
		const steps = apart.map((each) => stepFor(source, each));
		const known = steps.filter((step) => step !== void 0);
		if (known.length < steps.length) return void 0;
		const shared = known.filter((step) => !step.apart);
		const edited = applySplices(text, (shared.length > 0 ? shared : known).flatMap(({ splices }) => splices));
		if (edited === void 0 || edited === text) return void 0;
		text = edited;
	}
}
function stepFor(source, { holder, is, should }) {
	if (!sameDetachments(is.detached, should.detached)) return nextStep(source, holder, is.detached, should.detached);
	if (!sameDetachment(is.hold, should.hold)) {
		const fields = should.hold && fieldsOf(should.hold);
		return nextOptionStep(source, holder, is.hold !== void 0, {
			key: "hold",
			fields
		});
	}
	if (is.keyVersion !== should.keyVersion) return nextKeyVersionStep(source, holder, is.keyVersion !== void 0, should.keyVersion);
	const fields = should.pin && pinFieldsOf(should.pin);
	return nextOptionStep(source, holder, is.pin !== void 0, {
		key: "pin",
		fields
	});
}
function differing(is, should) {
	return [{
		holder: { kind: "defaults" },
		is: is.defaults,
		should: should.defaults
	}, ...[...should.destinations].map(([name, wanted]) => {
		return {
			holder: {
				kind: "destination",
				name
			},
			is: is.destinations.get(name) ?? SAYS_NOTHING,
			should: wanted
		};
	})].filter(({ is, should }) => {
		return !(sameDetachments(is.detached, should.detached) && sameDetachment(is.hold, should.hold)) || !samePin(is.pin, should.pin) || is.keyVersion !== should.keyVersion;
	});
}
function roundsFor({ defaults, destinations }) {
	const sizes = [defaults, ...destinations.values()].map(({ detached }) => detached.size);
	return 20 + 4 * Math.min(200, Math.max(...sizes) + destinations.size);
}
function sourceOf(text) {
	const read = readDocument(text);
	if (read.root === void 0 || !(0, import_dist.isMap)(read.document.contents)) return void 0;
	return {
		text,
		document: read.document,
		holdings: readHoldings({ node: read.root })
	};
}
function hasByteOrderMark(bytes) {
	return bytes[0] === 239 && bytes[1] === 187 && bytes[2] === 191;
}

// src/commands/edit/manifest-edit.ts
/** All pairs of the named destinations and stories that exist. */
function choosePairs({ manifest, desired }, selectors) {
	const selection = select(desired.destinations, {
		...selectors,
		labels: []
	});
	if (!selection.ok) {
		const known = desired.destinations.filter(({ name }) => selectors.destinations.includes(name));
		const stories = selectors.stories.filter((key) => manifest.stories.has(key));
		const problems = known.length === selectors.destinations.length && stories.length === selectors.stories.length ? known.flatMap(({ name, place }) => stories.map((story) => notSubscribed({
			destination: name,
			story
		}, place))) : selection.error;
		return cannotRun(problems);
	}
	const { selected } = selection.value;
	return ok(desired.destinations.flatMap(({ name, subscriptions }) => subscriptions.filter(({ storyKey }) => selected.get(name)?.has(storyKey) === true).map((subscription) => ({
		destination: name,
		subscription
	}))));
}
/** Reads the manifest once more, as bytes. */
async function readForEdit({ manifest, layout }) {
	const { file } = manifest;
	const { root } = layout;
	const path = manifestFile(layout);
	const read = await readFileSafely(root, path);
	return read.ok ? ok({
		file,
		root,
		path,
		before: read.value
	}) : fail(cannotWrite(file, explainRefusal(read.error)));
}
function workOut(world, manifest, edits) {
	const edited = editManifest({
		file: manifest.file,
		bytes: manifest.before
	}, edits, { today: todayOf(world) });
	return edited.ok ? ok({
		...manifest,
		after: new TextEncoder().encode(edited.value)
	}) : finding(edited.error);
}
/** Reads the manifest and works the edit out. */
async function prepareEdit(world, workspace, edits) {
	const read = await readForEdit(workspace);
	return read.ok ? workOut(world, read.value, edits) : read;
}
/** Puts the edited manifest in the place of the old one; without a change the file is not touched. */
async function writeEdit({ file, root, path, before, after }) {
	if (Buffer.compare(before, after) === 0) {
		await clearReplacing(path);
		return ok(void 0);
	}
	const written = await replaceFileSafely(root, path, {
		before,
		after
	});
	if (written.ok) return written;
	const code = written.error.kind === "unwritable" ? written.error.code : void 0;
	return fail(cannotWrite(file, explainReplaceRefusal(written.error), code));
}
/** What `--reason`, `--owner` and `--until` cannot be; `what` it is that gets them. */
function checkNote({ reason, owner, until }, what, today) {
	const problems = [];
	const refuse = (message, hint) => problems.push({
		code: "RUN010",
		severity: "error",
		message,
		hint
	});
	if (reason.trim() === "") refuse("--reason is empty", `say why the ${what}; every plan shows it`);
	if (owner?.trim() === "") refuse("--owner is empty", "say who to ask about it, or leave --owner out");
	if (until !== void 0 && !isDay(until)) refuse(`--until ${until} is not a day of the calendar`, "write it as YYYY-MM-DD, for example 2027-01-31");
	else if (until !== void 0 && until < today) refuse(`--until ${until} is in the past`, `name a day from ${today} on`);
	return problems;
}
/** Why a file was not replaced, after a colon. */
function explainReplaceRefusal(refusal) {
	switch (refusal.kind) {
		case "read_only": return "it is read-only";
		case "changed": return "it was changed while the command ran";
		case "busy": return `${describeLocked(refusal.lock, refusal.holder, refusal.waitMs).why}${refusal.holder === "other" ? "; remove it" : ""}`;
		case "unwritable": return systemWords(refusal.code);
		case "missing":
		case "outside":
		case "not_a_file":
		case "too_large":
		case "unreadable": return explainRefusal(refusal);
		default: return unreachable(refusal);
	}
}
function cannotWrite(file, why, code) {
	const message = `the manifest ${file} cannot be written: ${why}`;
	const mend = "make the file writable, or run the command again";
	return {
		exitCode: 2,
		problems: [{
			code: "RUN015",
			severity: "error",
			message,
			hint: `nothing was changed; ${code === void 0 ? mend : systemHint(code, mend)}`
		}]
	};
}

export { replaceFileSafely as _, readForEdit as a, editManifest as c, nextKeyVersion as d, notDetached as f, textValue as g, flowValue as h, prepareEdit as i, holdingsIn as l, servedByVendor as m, choosePairs as n, workOut as o, notPinned as p, explainReplaceRefusal as r, writeEdit as s, checkNote as t, withDetachment as u, sameDetachment as v, samePin as y };