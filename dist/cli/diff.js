import { n as fail, r as ok } from "./dist.js";
import { t as didYouMean } from "./suggestion.js";
import { _ as spokenLabel, b as isArray, d as actionLabels, u as toolsOf, x as isObject } from "./read.js";
import { a as isStrong, c as findKnownFormats, i as findLiteralsInText, n as textsOf, o as headerKindOf, r as scanBufferOf, s as secretKindOf, t as findLiterals } from "./find-literals.js";
import { I as AddressFinder, P as neutralise, _ as CommitStories, a as readingCommit, g as shortId, h as namedCommit, i as brokenManifest, n as openWorkspace, o as shownInCommit, pt as compactJson, rn as shownPath, s as storyFileOf, x as unreadableStory, xt as explainRefusal } from "./workspace.js";
import { C as normalLink, D as plural$1, S as layoutByGuid, T as kindOf, b as actionPart, d as isSecondary, f as matchLinks, h as recordTypeChanges, m as OF_GIT, n as withReaders, t as openProgress, u as comparisonOf } from "./progress.js";
import { L as storyVersion, R as addressChanges } from "./visit.js";
import { t as versionChanges } from "./version-changes.js";
import { d as finding, i as noMatch, u as cannotRun } from "./lock-holder.js";
import { B as reasonOf, k as recordType } from "./waits-of.js";
import { t as explain } from "./explain.js";
import { A as bind, K as inMarkdown, V as count, X as say, Y as name, Z as words, q as inTerminal, t as Session, z as causeAsText } from "./session.js";
import { n as planSelection } from "./plan.js";
import { a as printableInLog } from "./terminal.js";
import { t as wrap } from "./wrap.js";
import { t as openCatalogue } from "./open-catalogue.js";
import { n as readTimeoutOf, r as requestsOf } from "./options.js";

// src/secret-scan/may-show.ts
/** Names that smell, although what stands under them may be no secret. */
const SMELLS = /auth|token|secret|passw|pwd|credential|cookie|signature|private|cert/i;
/** A value that names something and holds nothing itself, a word such as "Bearer" before it or not. */
const NAMES_ONLY = /^(?:[A-Za-z-]{1,20} )?<<[\w.[\] ]{1,200}>>$/;
/** The action that a path is about; its name says nothing of the values. */
const OF_ACTION$1 = /^(?:agents|pages|integrations)\[(?:"(?:[^"\\]|\\.)*"|[^\]"]*)\]/s;
const STEP$1 = /\["((?:[^"\\]|\\.)*)"\]|([^.[\]]+)/gs;
/** A longer word is no word, and nobody could say what it is. */
const LONGEST_WORD = 4096;
const RANDOM_FROM = 16;
/**
* What may be shown of each place. No values where the secret scan finds a literal in one of the versions, none
* under a name that promises a secret, and none where a word of a value is random enough to be one.
*/
async function mayShow(versions, places) {
	if (places.length === 0) return [];
	const known = /* @__PURE__ */ new Set();
	for (const version of versions) for (const text of await literalTexts(version)) known.add(text);
	const texts = places.map(({ path, values }) => values.flatMap((value) => textsIn(value, nameOf(path), path)));
	const found = await holdingKnownFormats(texts);
	const namesFound = await holdingKnownFormats(places.map(({ path }) => [textAt(path, "", path)]));
	return places.map((place, index) => {
		if (namesFound.has(index) || holdsRandom(place.path.replace(OF_ACTION$1, ""))) return "nothing";
		return isHarmlessPlace(place) && (texts[index] ?? []).every((text) => isHarmless(text, known)) && !found.has(index) ? "values" : "path";
	});
}
/** Which of the groups hold a text that has the format of a credential. */
async function holdingKnownFormats(groups) {
	const owners = new Map(groups.flatMap((texts, index) => texts.map((text) => [text, index])));
	const buffer = scanBufferOf([...owners.keys()]);
	const found = /* @__PURE__ */ new Set();
	for (const { start, end } of await findKnownFormats(buffer.content)) {
		const place = buffer.find(start, end);
		const owner = place && owners.get(place.text);
		if (owner !== void 0) found.add(owner);
	}
	return found;
}
function textAt(text, name, path) {
	return {
		text,
		name,
		path,
		parent: path
	};
}
/** The texts of a story at which the scan finds a literal, whole. */
async function literalTexts(story) {
	const places = new Set((await findLiterals(story)).map(({ path }) => path));
	if (places.size === 0) return [];
	return textsOf(story).filter(({ text, path, parent }) => text !== "" && (places.has(path) || places.has(parent))).map(({ text }) => text);
}
function isHarmlessPlace({ path, values }) {
	const names = stepsOf(path);
	if (values.every((value) => typeof value === "boolean" || typeof value === "string" && NAMES_ONLY.test(value))) return true;
	if (names.some((name) => promisesSecret(name))) return false;
	return values.every((value) => typeof value === "number") || !names.some((name) => SMELLS.test(name));
}
function isHarmless(text, known) {
	const { name, text: value } = text;
	if (value === "" || NAMES_ONLY.test(value)) return true;
	if (known.has(value) || promisesSecret(name) || holdsRandom(value)) return false;
	return findLiteralsInText(text).length === 0;
}
function promisesSecret(name) {
	return [secretKindOf(name), headerKindOf(name)].some((kind) => kind !== void 0 && kind !== "key");
}
function holdsRandom(text) {
	return text.split(/[^\w+=-]+/).some((word) => word.length > LONGEST_WORD || word.length >= RANDOM_FROM && isStrong(word, RANDOM_FROM));
}
function stepsOf(path) {
	return [...path.replace(OF_ACTION$1, "").matchAll(STEP$1)].map(([, quoted, plain]) => quoted ?? plain ?? "").filter((name) => !/^\d*$/.test(name));
}
function nameOf(path) {
	return stepsOf(path).at(-1) ?? "";
}
function textsIn(value, name, path) {
	if (typeof value === "string") return [textAt(value, name, path)];
	if (isArray(value)) return value.flatMap((entry) => textsIn(entry, name, path));
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([key, entry]) => [textAt(key, "", path), ...textsIn(entry, key, path)]);
}

// src/export/value-pair.ts
/** So much of a value is shown, and so much of what both have in common before the difference. */
const LONGEST$2 = 120;
const LEAD = 24;
/** Two values as one line each, cut to the part that differs: the end of a long prompt may be all that changed. */
function valuePair(before, after) {
	if (typeof before === "string" && typeof after === "string") {
		const skipped = Math.max(0, commonStart(before, after) - LEAD);
		const start = skipped <= 8 ? 0 : wholeFrom(before, skipped);
		return {
			from: excerpt(before, start),
			to: excerpt(after, start)
		};
	}
	return {
		from: shown(before),
		to: shown(after)
	};
}
function shown(value) {
	if (value === void 0) return null;
	return typeof value === "string" ? excerpt(value, 0) : cut(compactJson(value));
}
function excerpt(text, start) {
	const part = text.slice(start, start + LONGEST$2 + 2);
	const ends = text.length - start <= LONGEST$2;
	const kept = ends ? part : part.slice(0, wholeFrom(part, 119));
	return `"${start > 0 ? "…" : ""}${JSON.stringify(kept).slice(1, -1)}${ends ? "" : "…"}"`;
}
function cut(text) {
	return text.length <= LONGEST$2 ? text : `${text.slice(0, wholeFrom(text, 119))}…`;
}
function commonStart(before, after) {
	const most = Math.min(before.length, after.length);
	let same = 0;
	while (same < most && before.charCodeAt(same) === after.charCodeAt(same)) same++;
	return same;
}
/** Never through a character. */
function wholeFrom(text, index) {
	const code = text.charCodeAt(index);
	return code >= 56320 && code <= 57343 ? index - 1 : index;
}

// src/export/git-changes.ts
/** What changed between two versions in git: values where no secret is among them, addresses never. */
async function gitChanges(before, after) {
	const [old, now] = [neutralise(before), neutralise(after)];
	const { identity, actions, links, others } = versionChanges(old, now);
	const changes = [
		...identity,
		...actions,
		...links,
		...others
	];
	const shown = await mayShow([old, now], changes.map(valuesAt));
	const addresses = addressChanges(before, after).map((each) => withoutValues(each));
	return [...changes.map((change, index) => asShown$1(change, shown[index] ?? "nothing")), ...addresses];
}
/** A story that only one side has: its actions are counted, and what its record types mean is told. */
function wholeStory(story, op) {
	const whole = {
		path: "story",
		op,
		text: `story ${op === "add" ? "added" : "removed"}: ${plural$1(story.agents.length, "action")}`,
		from: null,
		to: null,
		cause: null
	};
	if (op === "remove") return [whole];
	return [whole, ...recordTypeChanges(void 0, story).map((each) => ({
		...whole,
		path: "record_types",
		text: each
	}))];
}
function valuesAt({ path, values, quoted }) {
	return {
		path,
		values: [
			values?.before,
			values?.after,
			quoted
		].filter((value) => value !== void 0)
	};
}
function asShown$1(change, showable) {
	const { path, op, text, part, values } = change;
	if (showable === "nothing") return {
		path: part,
		op,
		text: `a setting in ${part} ${DONE[op]} (name not shown: it may be a secret)`,
		from: null,
		to: null,
		cause: null
	};
	const isBare = values === void 0 && change.quoted === void 0;
	if (showable === "path" && !isBare) return withoutValues(change, " (value not shown: it may be a secret)");
	if (values === void 0) return {
		path,
		op,
		text,
		from: null,
		to: null,
		cause: null
	};
	return {
		path,
		op,
		text,
		...valuePair(values.before, values.after),
		cause: null
	};
}
const DONE = {
	add: "added",
	remove: "removed",
	update: "changed",
	move: "moved"
};
function withoutValues({ path, op, subject }, why = "") {
	return {
		path,
		op,
		text: `${subject} ${DONE[op]}${why}`,
		from: null,
		to: null,
		cause: null
	};
}

// src/picture/compose/bounded.ts
/** No real name or note comes near this; whoever writes a longer one is not shown whole. */
const LONGEST$1 = 4e3;
/** As much of a text as a picture carries, never half a character. */
function bounded(text, most = LONGEST$1) {
	if (text.length <= most) return text;
	const cut = text.slice(0, most - 1);
	return `${/[\ud800-\udbff]$/.test(cut) ? cut.slice(0, -1) : cut}…`;
}

// src/picture/compose/assemble.ts
const MOST_TOOLS = 20;
function describeAction(action, hide = (name) => name) {
	const { type } = action;
	const tools = toolsOf(action).map(({ tool }) => typeof tool.name === "string" ? bounded(tool.name, 200) : "");
	return {
		kind: type === "Agents::FormAgent" ? "page" : type === "Agents::GroupAgent" ? "group" : "action",
		name: bounded(hide(action.name)),
		type: bounded(kindOf(type), 200),
		width: null,
		disabled: action.disabled === true,
		tools: tools.length > MOST_TOOLS ? [...tools.slice(0, MOST_TOOLS), `and ${tools.length - MOST_TOOLS} more`] : tools
	};
}
/** Actions, pages and groups by what became of them. */
function countsOf(marks) {
	const count = (mark) => marks.filter((each) => each === mark).length;
	return {
		added: count("added"),
		removed: count("removed"),
		changed: count("changed"),
		rewired: count("rewired"),
		unchanged: count("unchanged")
	};
}
/** From top to bottom, whatever the order of the files. */
function pictureInOrder({ guids, nodes, links, ...rest }) {
	const keys = nodes.map(({ at, kind, mark, name, type }, index) => {
		return {
			index,
			at,
			word: [
				kind === "note" ? 1 : 0,
				name,
				type,
				mark,
				guids[index] ?? ""
			].join("\n")
		};
	});
	keys.sort((a, b) => a.at.y - b.at.y || a.at.x - b.at.x || (a.word < b.word ? -1 : a.word > b.word ? 1 : 0));
	const position = new Map(keys.map(({ index }, place) => [index, place]));
	const joined = links.map((link) => ({
		...link,
		source: position.get(link.source) ?? 0,
		receiver: position.get(link.receiver) ?? 0
	}));
	joined.sort((a, b) => a.source - b.source || a.receiver - b.receiver || Number(a.secondary) - Number(b.secondary) || (a.mark < b.mark ? -1 : a.mark > b.mark ? 1 : 0));
	return {
		...rest,
		nodes: keys.flatMap(({ index }) => nodes[index] ?? []),
		links: joined
	};
}

// src/picture/compose/canvas.ts
/** How far below each other what nobody has placed stands. */
const STEP = 75;
/** No canvas is so wide; sums of what is further out would no longer be exact. */
const EDGE = 1e9;
/** Where the author placed each action, by its position in `agents`; undefined where nobody did. */
function spotsOf(story) {
	const layout = layoutByGuid(story);
	return story.agents.map(({ guid }) => spotIn(Object.hasOwn(layout, guid) ? layout[guid] : void 0));
}
/** A pair of numbers as the vendor writes it; anything else is no place. */
function spotIn(value) {
	if (!isArray(value)) return void 0;
	const [x, y] = value;
	if (typeof x !== "number" || typeof y !== "number" || !Number.isFinite(x) || !Number.isFinite(y)) return void 0;
	return {
		x: Math.min(Math.max(x, -1e9), EDGE),
		y: Math.min(Math.max(y, -1e9), EDGE)
	};
}
function sameSpot(a, b) {
	return a.x === b.x && a.y === b.y;
}
/** A column for those that have no place, in the order given, below all that have one. */
function withColumn(spots, order) {
	const placed = spots.filter((spot) => spot !== void 0);
	const left = placed.reduce((least, { x }) => Math.min(least, x), placed.length === 0 ? 0 : EDGE);
	const bottom = placed.reduce((most, { y }) => Math.max(most, y), placed.length === 0 ? -75 : -1e9);
	const rows = new Map(order.filter((at) => spots[at] === void 0).map((at, row) => [at, row + 1]));
	return spots.map((spot, at) => spot ?? {
		x: left,
		y: bottom + (rows.get(at) ?? 0) * STEP
	});
}
/** By how much most of what both have was shifted: what is gone is drawn where it would stand now. */
function usualShift(shifts) {
	const middle = (values) => values.toSorted((a, b) => a - b)[values.length >> 1] ?? 0;
	return {
		x: middle(shifts.map(({ x }) => x)),
		y: middle(shifts.map(({ y }) => y))
	};
}
function listIn(value) {
	return isArray(value) ? value.filter(isObject) : [];
}

// src/picture/compose/flow-order.ts
/** Positions in the order in which events reach them: each chain in one piece, from where nothing comes in. */
function flowOrder(count, links) {
	const next = Map.groupBy(links, ({ source }) => source);
	const reached = new Set(links.map(({ receiver }) => receiver));
	const all = [...Array(count).keys()];
	const order = [];
	const seen = /* @__PURE__ */ new Set();
	for (const start of [...all.filter((at) => !reached.has(at)), ...all]) {
		const waiting = [start];
		for (let at = waiting.pop(); at !== void 0; at = waiting.pop()) {
			if (seen.has(at)) continue;
			seen.add(at);
			order.push(at);
			for (const { receiver } of (next.get(at) ?? []).toReversed()) waiting.push(receiver);
		}
	}
	return order;
}

// src/picture/compose/join-links.ts
const MARKS$1 = {
	add: "added",
	remove: "removed",
	update: "changed",
	same: "unchanged"
};
/** The links of both versions, by the positions in `parts` of what they join. */
function joinLinks(before, after, parts) {
	const names = (side) => {
		const list = [];
		for (const [at, part] of parts.entries()) {
			const index = part[side];
			if (index !== void 0) list[index] = `${at}`;
		}
		return list;
	};
	const [old, now] = [names("before"), names("after")];
	return matchLinks((before?.links ?? []).map((link) => normalLink(link, old)), (after?.links ?? []).map((link) => normalLink(link, now))).flatMap(({ link, op }) => {
		const [source, receiver] = [Number(link.source), Number(link.receiver)];
		const [from, to] = [parts[source], parts[receiver]];
		if (link.source === "" || link.receiver === "" || from === void 0 || to === void 0) return [];
		const rewires = op !== "same" && hasStayed(from) && hasStayed(to);
		return [{
			source,
			receiver,
			secondary: isSecondary(link),
			mark: MARKS$1[op],
			rewires
		}];
	});
}
function hasStayed({ before, after }) {
	return before !== void 0 && after !== void 0;
}

// src/picture/compose/notes.ts
const ELSEWHERE = {
	x: 0,
	y: 0
};
/**
* The notes of both sides. One and the same is what has the same guid, else the same text; `same`: the comparison found
* no difference among them, so that each has a partner, whatever its guid.
*/
function notesOf(before, after, same) {
	const [old, now] = [notesIn(before), notesIn(after)];
	const partners = /* @__PURE__ */ new Map();
	const taken = /* @__PURE__ */ new Set();
	const pair = (key) => {
		const waiting = Map.groupBy(old.filter((note) => !taken.has(note)), key);
		for (const note of now) {
			const partner = partners.has(note) ? void 0 : waiting.get(key(note))?.shift();
			if (partner === void 0) continue;
			partners.set(note, partner);
			taken.add(partner);
		}
	};
	pair(({ guid, text }) => guid || `\n${text}`);
	pair(({ text }) => text);
	if (same) pair(() => "");
	return [...now.map((note) => {
		const partner = partners.get(note);
		if (partner === void 0) return asNode(note, "added", null);
		const moved = sameSpot(partner.at, note.at) ? null : partner.at;
		return asNode(note, same || partner.text === note.text && partner.width === note.width ? "unchanged" : "changed", moved);
	}), ...old.filter((note) => !taken.has(note)).map((note) => asNode(note, "removed", null))];
}
function notesIn(story) {
	return listIn(story?.diagram_notes).map((note) => ({
		guid: typeof note.guid === "string" ? note.guid : "",
		text: typeof note.content === "string" ? note.content : "",
		at: spotIn(note.position) ?? ELSEWHERE,
		width: typeof note.width === "number" && Number.isFinite(note.width) && note.width > 0 ? note.width : null
	}));
}
function asNode({ text, at, width }, mark, from) {
	const none = [];
	return {
		kind: "note",
		mark,
		name: bounded(text),
		type: "",
		at,
		from,
		width,
		disabled: false,
		places: none,
		tools: none
	};
}

// src/picture/compose/places.ts
const OF_ACTION = /^(agents|pages|integrations)\[("(?:[^"\\]|\\.)*"(?:#\d+)?|[^\]"]*)\](.*)$/s;
/** How the diff tells of a place whose name may be a secret; else a path that ends here is a whole action. */
const UNNAMED = "a setting in ";
/** More than anybody reads in a picture. */
const MOST$1 = 40;
const LONGEST = 200;
/** The places inside each action where something changed, by its label, as the diff tells them. */
function placesByLabel(changes) {
	const places = /* @__PURE__ */ new Map();
	for (const { path, op, text } of changes) {
		const [, where, label, rest = ""] = OF_ACTION.exec(path) ?? [];
		if (label === void 0 || rest === "" && where === "agents" && op !== "update" && !text.startsWith(UNNAMED)) continue;
		const list = places.get(label) ?? [];
		places.set(label, list);
		if (list.length <= MOST$1) list.push(list.length === MOST$1 ? "…" : bounded(placeIn(where, rest), LONGEST));
	}
	return places;
}
/** `url` for an option: that it is one says nothing to somebody who looks at a picture. */
function placeIn(where, rest) {
	const place = rest.replace(/^\.(?:options(?=[.[])\.?)?/, "");
	if (where === "pages") return place === "" ? "page" : `page ${place}`;
	if (where === "integrations") return place === "" ? "template inputs" : `template ${place}`;
	return place === "" ? "a setting" : place;
}

// src/picture/compose/picture-of.ts
/**
* Both versions in one picture, of one of which there may be none. What is which, and what differs, is what the diff
* says; `told` are its changes as they may be shown.
*/
function pictureOf(before, after, told = []) {
	const [old, now] = [before && neutralise(before), after && neutralise(after)];
	const { parts, sameNotes } = partsOf(old, now, before && after ? addressChanges(before, after) : []);
	const links = joinLinks(old, now, parts);
	const rewired = new Set(links.flatMap((link) => link.rewires ? [link.source, link.receiver] : []));
	const marks = parts.map(({ mark }, at) => mark === "unchanged" && rewired.has(at) ? "rewired" : mark);
	const spots = placeParts(old, now, parts, links);
	const places = placesByLabel(told);
	const hide = hiding([before, after]);
	const actions = parts.map((part, at) => {
		const { spot, from } = spots[at] ?? {
			spot: {
				x: 0,
				y: 0
			},
			from: null
		};
		const changed = marks[at] === "changed" ? places.get(part.label) ?? [] : [];
		return {
			...describeAction(part.action, hide),
			mark: marks[at] ?? "unchanged",
			at: spot,
			from,
			places: changed
		};
	});
	return pictureInOrder({
		name: bounded((now ?? old)?.name ?? ""),
		nodes: [...actions, ...notesOf(old, now, sameNotes)],
		links: links.map(({ source, receiver, secondary, mark }) => ({
			source,
			receiver,
			secondary,
			mark
		})),
		counts: {
			...countsOf(marks),
			moved: spots.filter(({ from }) => from !== null).length
		},
		leftOut: 0,
		guids: parts.map(({ action }) => action.guid)
	});
}
/** A name may quote an address, which belongs to a tenant. */
function hiding(stories) {
	const finders = stories.flatMap((story) => story === void 0 ? [] : [new AddressFinder(story)]);
	return (name) => finders.reduce((text, finder) => finder.isEmpty ? text : finder.hide(text), name);
}
function partsOf(before, after, addresses) {
	const whole = (story, mark) => {
		const labels = actionLabels(story);
		return story.agents.map((action, at) => {
			return {
				action,
				...mark === "added" ? {
					before: void 0,
					after: at
				} : {
					before: at,
					after: void 0
				},
				mark,
				label: labels[at] ?? ""
			};
		});
	};
	if (before === void 0 || after === void 0) return {
		parts: after ? whole(after, "added") : before ? whole(before, "removed") : [],
		sameNotes: false
	};
	const { matching, changes } = comparisonOf(before, after, OF_GIT);
	const [oldLabels, labels] = [actionLabels(before), actionLabels(after)];
	const changed = new Set([...changes, ...addresses].map(({ part }) => part));
	const [added, removed] = [whole(after, "added"), whole(before, "removed")];
	const kept = matching.pairs.flatMap((pair) => {
		const action = after.agents[pair.after];
		if (action === void 0) return [];
		const mark = changed.has(actionPart(oldLabels[pair.before] ?? "")) ? "changed" : "unchanged";
		return [{
			action,
			before: pair.before,
			after: pair.after,
			mark,
			label: labels[pair.after] ?? ""
		}];
	});
	const at = (list, indexes) => indexes.flatMap((index) => list[index] ?? []);
	return {
		parts: [
			...kept,
			...at(added, matching.added),
			...at(removed, matching.removed)
		],
		sameNotes: !changes.some(({ part }) => part === "notes")
	};
}
/** What is there now stands where it is now; what is gone, where it would stand if it had moved along. */
function placeParts(before, after, parts, links) {
	const [old, now] = [before ? spotsOf(before) : [], after ? spotsOf(after) : []];
	const sides = parts.map((part) => ({
		was: part.before === void 0 ? void 0 : old[part.before],
		is: part.after === void 0 ? void 0 : now[part.after],
		gone: part.after === void 0
	}));
	const shift = usualShift(sides.flatMap(({ was, is }) => was && is ? [{
		x: is.x - was.x,
		y: is.y - was.y
	}] : []));
	const known = sides.map(({ was, is, gone }) => gone && was ? {
		x: was.x + shift.x,
		y: was.y + shift.y
	} : is ?? was);
	const spots = withColumn(known, flowOrder(parts.length, links));
	return sides.map(({ was, is }, at) => ({
		spot: spots[at] ?? {
			x: 0,
			y: 0
		},
		from: was && is && !sameSpot(was, is) ? was : null
	}));
}

// src/picture/compose/picture-of-push.ts
const ACTION = /^agents\[(.*)\]$/s;
/** `"Fetch" → "Build" #2`, with which a change of links begins. */
const LINK = /^("(?:[^"\\]|\\.)*"(?: #\d+)?) → ("(?:[^"\\]|\\.)*"(?: #\d+)?)/s;
const TYPE = /\(([^()]+)\)$/;
/**
* What a push would do to the copy at a destination, on the canvas of git: of the copy only the differences are known, so
* what it alone has stands below everything, under the name that the changes give it.
*/
function pictureOfPush(wanted, told) {
	const story = neutralise(wanted);
	const labels = actionLabels(story);
	const places = placesByLabel(told);
	const whole = new Map(told.map((change) => [change.path, change.op]));
	const own = new Set(labels.map(actionPart));
	const removed = told.filter(({ path, op }) => op === "remove" && ACTION.test(path) && !own.has(path));
	const spoken = new Map(labels.map((label, at) => [spokenLabel(label), at]));
	for (const [at, { path }] of removed.entries()) spoken.set(spokenLabel(labelIn(path)), labels.length + at);
	const links = linksOf(story, told, spoken);
	const changed = (label) => {
		if (whole.get(actionPart(label)) === "add") return "added";
		return places.has(label) ? "changed" : "unchanged";
	};
	const marks = [...labels.map(changed), ...removed.map(() => "removed")];
	const rewired = new Set(links.filter(({ mark, source, receiver }) => mark !== "unchanged" && isThere$1(marks[source]) && isThere$1(marks[receiver])).flatMap(({ source, receiver }) => [source, receiver]));
	const shown = marks.map((mark, at) => mark === "unchanged" && rewired.has(at) ? "rewired" : mark);
	const spots = withColumn([...spotsOf(story), ...removed.map(() => void 0)], flowOrder(marks.length, links));
	const at = (index) => spots[index] ?? {
		x: 0,
		y: 0
	};
	const actions = story.agents.map((action, index) => {
		const mark = shown[index] ?? "unchanged";
		const own = mark === "changed" ? places.get(labels[index] ?? "") ?? [] : [];
		return {
			...describeAction(action),
			mark,
			at: at(index),
			from: null,
			places: own
		};
	});
	const gone = removed.map(({ path, text }, index) => {
		const [, type = "action"] = TYPE.exec(text) ?? [];
		return {
			kind: "action",
			mark: "removed",
			name: bounded(nameIn(labelIn(path))),
			type: bounded(type, 200),
			at: at(labels.length + index),
			width: null,
			disabled: false,
			places: [],
			tools: [],
			from: null
		};
	});
	return pictureInOrder({
		name: bounded(story.name),
		nodes: [
			...actions,
			...gone,
			...notesOf(story, story, true)
		],
		links,
		counts: {
			...countsOf(shown),
			moved: 0
		},
		leftOut: 0,
		guids: story.agents.map(({ guid }) => guid)
	});
}
function linksOf(story, told, spoken) {
	const changes = told.flatMap(({ path, op, text }) => {
		const [, from, to] = path === "links" ? LINK.exec(text) ?? [] : [];
		const [source, receiver] = [spoken.get(from ?? ""), spoken.get(to ?? "")];
		if (source === void 0 || receiver === void 0) return [];
		return [{
			op,
			source,
			receiver,
			secondary: text.endsWith("(no-match branch)")
		}];
	});
	const waiting = Map.groupBy(changes.filter(({ op }) => op !== "remove"), ({ source, receiver }) => `${source} ${receiver}`);
	const kept = story.links.map((link) => {
		const { source, receiver } = link;
		const secondary = isSecondary(normalLink(link, []));
		const change = waiting.get(`${source} ${receiver}`)?.shift();
		return {
			source,
			receiver,
			secondary,
			mark: change === void 0 ? "unchanged" : MARKS[change.op]
		};
	});
	const gone = changes.filter(({ op }) => op === "remove");
	return [...kept, ...gone.map((link) => ({
		...link,
		mark: "removed"
	}))].map(({ source, receiver, secondary, mark }) => ({
		source,
		receiver,
		secondary,
		mark
	}));
}
const MARKS = {
	add: "added",
	update: "changed",
	move: "unchanged",
	remove: "removed"
};
function isThere$1(mark) {
	return mark !== void 0 && mark !== "added" && mark !== "removed";
}
function labelIn(path) {
	return ACTION.exec(path)?.[1] ?? path;
}
/** The name that a label was made of. */
function nameIn(label) {
	const quoted = /^"(?:[^"\\]|\\.)*"/s.exec(label)?.[0];
	if (quoted === void 0) return label.replace(/#\d+$/, "");
	try {
		const name = JSON.parse(quoted);
		return typeof name === "string" ? name : label;
	} catch {
		return label;
	}
}

// src/export/shown-picture.ts
const NOT_SHOWN = "(text not shown: it may hold a secret)";
/** Two versions in git as one picture, without notes that may hold a secret. */
async function shownPicture(before, after, told = []) {
	return pictureOf(before && await withoutSecrets(before), after && await withoutSecrets(after), told);
}
/** The same for what a push would change in a destination's copy. */
async function shownPictureOfPush(wanted, told) {
	return pictureOfPush(await withoutSecrets(wanted), told);
}
async function withoutSecrets(story) {
	const notes = story.diagram_notes;
	if (!isArray(notes) || notes.length === 0) return story;
	const found = await findLiterals(neutralise({
		...story,
		agents: [],
		links: []
	}));
	const hidden = new Set(found.flatMap(({ path }) => /^diagram_notes\[(\d+)\]/.exec(path)?.[1] ?? []));
	if (hidden.size === 0) return story;
	const shown = (note, at) => isObject(note) && hidden.has(`${at}`) ? {
		...note,
		content: NOT_SHOWN
	} : note;
	return {
		...story,
		diagram_notes: notes.map(shown)
	};
}

// src/workspace/story-versions.ts
/** The files that lie there now. */
function workTreeVersion({ manifest, layout, read }) {
	const { stories } = manifest;
	const byId = new Map([...stories.values()].flatMap((story) => story.id === void 0 ? [] : [[story.id, story]]));
	return {
		where: { kind: "work_tree" },
		keys: stories.keys(),
		problems: [],
		named: (key) => stories.get(key),
		fileOf: async (entry) => {
			const own = (entry.id === void 0 ? void 0 : byId.get(entry.id)) ?? stories.get(entry.key);
			const shown = shownPath(layout, own?.file ?? entry.file);
			if (own === void 0) return ok({
				shown,
				content: ok("absent")
			});
			const found = await read(own.file);
			if (found.ok) return ok({
				shown,
				content: storyVersion(found.value, shown)
			});
			if (found.error.kind === "missing") return ok({
				shown,
				content: ok("absent")
			});
			return ok({
				shown,
				content: fail([unreadableStory(own, shown, explainRefusal(found.error))])
			});
		}
	};
}
/** The commit of this name. What is not in this clone is a problem that says how to bring it. */
async function commitVersion(catalogue, name) {
	const { repository, manifest, source, layout, today: date } = catalogue;
	const commit = await namedCommit(repository, {
		option: "commit",
		name
	});
	if (!commit.ok) return commit;
	if (repository === void 0) throw new Error("Internal error: a commit was found in no repository");
	const today = {
		manifest,
		bytes: source.bytes,
		layout,
		date
	};
	const reading = (work) => readingCommit(repository, commit.value, work);
	const opened = await reading(() => CommitStories.open(repository, commit.value, today));
	if (!opened.ok) return opened;
	const stories = opened.value;
	return ok({
		where: {
			kind: "commit",
			commit: commit.value
		},
		keys: stories.keys,
		problems: stories.manifestIsBroken ? [brokenManifest(shortId(commit.value))] : [],
		named: (key) => stories.named(key),
		fileOf: async (entry) => {
			const file = await reading(() => storyFileOf(stories, entry));
			return file.ok ? ok(asVersionFile(file.value, entry, shownInCommit(stories, entry))) : file;
		}
	});
}
function asVersionFile(file, entry, shown) {
	if (file === "absent") return {
		shown,
		content: ok("absent")
	};
	if (file.kind === "bytes") return {
		shown,
		content: storyVersion(file.bytes, shown)
	};
	return {
		shown,
		content: fail([unreadableStory(entry, shown, file.why)])
	};
}

// src/commands/diff/diff.ts
/** What changed in a story between two versions in git. Each is read under its own manifest; that there are differences is no failure. */
async function diffVersions(catalogue, key, range) {
	const from = await openVersion(catalogue, range.from);
	if (!from.ok) return cannotRun([from.error]);
	const to = await openVersion(catalogue, range.to);
	if (!to.ok) return cannotRun([to.error]);
	const versions = [from.value, to.value];
	const entry = catalogue.manifest.stories.get(key) ?? to.value.named(key) ?? from.value.named(key);
	if (entry === void 0) {
		const keys = [...catalogue.manifest.stories.keys(), ...versions.flatMap((each) => [...each.keys])];
		return cannotRun([noSuchStory(key, catalogue, [...new Set(keys)])]);
	}
	const before = await readSide(from.value, entry);
	if (!before.ok) return before;
	const after = await readSide(to.value, entry);
	if (!after.ok) return after;
	const problems = [...new Set(versions.flatMap((version) => version.problems))];
	const compared = await compare(before.value.story, after.value.story);
	if (compared === void 0) return cannotRun([nowhere(key, before.value.side, after.value.side)]);
	const sides = {
		from: before.value.side,
		to: after.value.side
	};
	const diff = {
		manifest: catalogue.manifest.file,
		key,
		...sides,
		...compared
	};
	const picture = () => shownPicture(before.value.story, after.value.story, diff.changes);
	return ok({
		diff,
		picture,
		problems,
		exitCode: 0
	});
}
function noSuchStory(key, { manifest }, keys) {
	const known = keys.slice(0, 5).join(", ") + (keys.length > 5 ? `, … (${keys.length} in all)` : "");
	return {
		code: "DIF001",
		severity: "error",
		message: `there is no story ${JSON.stringify(key)} in ${manifest.file}`,
		hint: didYouMean(key, keys) ?? `the manifest has: ${known || "none"}`
	};
}
async function openVersion(catalogue, version) {
	return version.kind === "commit" ? commitVersion(catalogue, version.name) : ok(workTreeVersion(catalogue));
}
async function readSide(version, entry) {
	const file = await version.fileOf(entry);
	if (!file.ok) return cannotRun([file.error]);
	const { content } = file.value;
	if (!content.ok) return finding(content.error);
	const story = content.value === "absent" ? void 0 : content.value;
	return ok({
		side: sideOf(version, file.value, story !== void 0),
		story
	});
}
function sideOf({ where }, { shown: file }, present) {
	return {
		...where,
		file,
		present
	};
}
async function compare(before, after) {
	if (before === void 0) return after && {
		name: after.name,
		change: "added",
		changes: wholeStory(after, "add")
	};
	if (after === void 0) return {
		name: before.name,
		change: "removed",
		changes: wholeStory(before, "remove")
	};
	const changes = await gitChanges(before, after);
	return {
		name: after.name,
		change: changes.length === 0 ? "unchanged" : "changed",
		changes
	};
}
function nowhere(key, from, to) {
	return {
		code: "DIF001",
		severity: "error",
		message: `story ${JSON.stringify(key)} is on neither side: there is no ${from.file} and no ${to.file}`,
		hint: "give commits of which at least one has the story"
	};
}

// src/commands/diff/diff-live.ts
/**
* What a push would change in the story at one destination: the comparison that a plan makes, with the same words. Of the
* tenant's own values only the place is named, because a plan holds no others.
*/
async function diffLive(world, catalogue, key, settings, progress) {
	const { manifest } = catalogue;
	const destination = manifest.destinations.find(({ name }) => name === settings.destination);
	const entry = manifest.stories.get(key);
	if (entry === void 0) return cannotRun([noSuchStory(key, catalogue, [...manifest.stories.keys()])]);
	if (destination === void 0) return cannotRun([unknownDestination(settings.destination, catalogue)]);
	if (!destination.subscriptions.some(({ storyKey }) => storyKey === key)) return cannotRun([notTaken(destination, key)]);
	if (destination.engine === "native") return cannotRun([servedByVendor(destination)]);
	const version = await openVersion(catalogue, settings.version);
	if (!version.ok) return cannotRun([version.error]);
	const wanted = await readSide(version.value, entry);
	if (!wanted.ok) return wanted;
	const { story: asked, side } = wanted.value;
	if (asked === void 0) return cannotRun([notThere(key, side)]);
	const use = bind(settings.trust).of(destination);
	if (!use.ok) return finding([notCompared(destination, use.error, null)]);
	const opened = await openWorkspace(world, manifest.file, {
		...side.kind === "commit" ? { at: side.commit } : {},
		setApart: true
	});
	const { workspace } = opened;
	if (workspace === void 0) return opened.unreadable ? cannotRun(opened.problems) : finding(opened.problems);
	const broken = workspace.desired.broken?.get(key);
	if (broken !== void 0) return finding([broken.finding]);
	const planned = await planOne(world, workspace, {
		key,
		destination
	}, settings, progress);
	if (!planned.ok) return planned;
	const { story, unsigned } = planned.value;
	const refusal = whyNotCompared(story);
	if (refusal !== void 0) return finding([notCompared(destination, refusal.why, refusal.hint)]);
	const present = story.destinationStoryId !== null;
	const changes = present ? [...story.changes.map(asShown), ...recordTypes(story)] : wholeStory(asked, "add");
	const diff = {
		manifest: manifest.file,
		key,
		name: asked.name,
		from: {
			kind: "destination",
			destination: destination.name,
			present
		},
		to: side,
		change: present ? changes.length === 0 ? "unchanged" : "changed" : "added",
		changes
	};
	const picture = () => present ? shownPictureOfPush(asked, changes) : shownPicture(void 0, asked, changes);
	return ok({
		diff,
		picture,
		problems: planned.value.problems,
		unsigned,
		exitCode: 0
	});
}
function unknownDestination(name, { manifest }) {
	const names = manifest.destinations.map((each) => each.name);
	return noMatch("--destination", name, names);
}
function notTaken({ name, place }, key) {
	return {
		code: "DIF004",
		severity: "error",
		message: `destination "${name}" does not take story "${key}"`,
		hint: "name a destination that lists it under \"stories\"",
		place
	};
}
/** A plan of it compares nothing there, so it could only say that the story is missing. */
function servedByVendor({ name }) {
	return {
		code: "RUN066",
		severity: "error",
		message: `the story at destination "${name}" cannot be compared: the vendor carries it there (engine: native)`,
		hint: `see what the vendor says of it: storysync status --live --destination ${name}`
	};
}
async function planOne(world, workspace, { key, destination: { name } }, { trust, trace, readTimeout }, progress) {
	const { desired } = workspace;
	const destinations = desired.destinations.filter((each) => each.name === name).map((each) => {
		const { pin: _, subscriptions, ...unpinned } = each;
		return {
			...unpinned,
			subscriptions: subscriptions.filter(({ storyKey }) => desired.stories.has(storyKey))
		};
	});
	const chosen = {
		selected: /* @__PURE__ */ new Map([[name, /* @__PURE__ */ new Set([key])]]),
		named: /* @__PURE__ */ new Set([name]),
		whole: false
	};
	const settings = {
		trust,
		readTimeout,
		state: true,
		refresh: true,
		concurrency: 1,
		offline: false
	};
	const planned = await withReaders(world, trace === void 0 ? {} : { trace }, (tenants) => planSelection(world, {
		...workspace,
		desired: {
			...desired,
			destinations
		}
	}, {
		chosen,
		tenants,
		rollout: void 0
	}, settings, progress));
	if (!planned.ok) return planned;
	const { plan, problems, closingProblems, unsigned } = planned.value;
	const story = plan.destinations.flatMap(({ stories }) => stories).find((each) => each.key === key);
	if (story === void 0) throw new Error(`Internal error: ${key} is not in the plan of ${name}`);
	return ok({
		story,
		problems: [...problems, ...closingProblems],
		unsigned
	});
}
/** Causes that end an assessment before anything is compared. */
const NOT_COMPARED = /* @__PURE__ */ new Set([
	"missing_key",
	"unauthorized",
	"unreachable",
	"unreadable",
	"not_ours",
	"ambiguous_name",
	"not_reached",
	"internal"
]);
function whyNotCompared({ fact }) {
	if (fact === null || fact.kind === "recorded") return void 0;
	const reason = reasonOf(fact);
	if (!NOT_COMPARED.has(reason)) return void 0;
	const { message, hint } = explain(fact);
	return {
		why: causeAsText(reason, message),
		hint
	};
}
function asShown({ path, op, text, cause }) {
	return {
		path,
		op,
		text,
		from: null,
		to: null,
		cause
	};
}
function recordTypes({ recordTypes: steps }) {
	return steps.filter(({ action }) => action !== "reuse").map((step) => {
		return {
			path: "record_types",
			op: step.action === "add_fields" ? "update" : "add",
			text: inTerminal(recordType(step)),
			from: null,
			to: null,
			cause: "unknown"
		};
	});
}
function notThere(key, side) {
	return {
		code: "DIF001",
		severity: "error",
		message: `${side.kind === "commit" ? `commit ${shortId(side.commit)}` : "the work tree"} has no story "${key}": there is no ${side.file}`,
		hint: "give a commit that has the story"
	};
}
function notCompared({ name, place }, why, hint) {
	return {
		code: "DIF003",
		severity: "error",
		message: `the story at destination "${name}" cannot be compared: ${why}`,
		hint: hint ?? "storysync plan tells more about the destination",
		place
	};
}

// src/commands/diff/range.ts
const WORK_TREE = { kind: "work_tree" };
const HEAD = {
	kind: "commit",
	name: "HEAD"
};
/** As in git: `A..B` from one commit to the other, a side left out is HEAD, `A` alone goes to the work tree. */
function parseRange(text) {
	if (text === void 0) return ok({
		from: HEAD,
		to: WORK_TREE
	});
	const at = text.indexOf("..");
	if (at === -1) return text.trim() === "" ? fail(misread(text)) : ok({
		from: {
			kind: "commit",
			name: text
		},
		to: WORK_TREE
	});
	const [from, to] = [text.slice(0, at), text.slice(at + 2)];
	if (from === "" && to === "" || to.startsWith(".") || to.includes("..")) return fail(misread(text));
	const named = (name) => name === "" ? HEAD : {
		kind: "commit",
		name
	};
	return ok({
		from: named(from),
		to: named(to)
	});
}
function misread(text) {
	const three = text.includes("...");
	return {
		code: "DIF002",
		severity: "error",
		message: `${JSON.stringify(text)} does not say which versions to compare`,
		hint: three ? "write two dots: A..B compares the two commits themselves" : "write A..B for two commits, A for a commit and the work tree, or nothing for HEAD and the work tree"
	};
}

// src/documents/diff/diff-json.ts
/** `storysync.diff/1`, from `diff`. */
function diffToJson({ manifest, key, name, from, to, change, changes }) {
	return {
		format: "storysync.diff/1",
		manifest,
		story: {
			key,
			name
		},
		from: writeSide(from),
		to: writeSide(to),
		change,
		changes: changes.map((each) => {
			return {
				path: each.path,
				op: each.op,
				text: each.text,
				from: each.from,
				to: each.to,
				cause: each.cause
			};
		})
	};
}
function writeSide(side) {
	return {
		kind: side.kind,
		commit: side.kind === "commit" ? side.commit : null,
		destination: side.kind === "destination" ? side.destination : null,
		file: side.kind === "destination" ? null : side.file,
		present: side.present
	};
}

// src/picture/draw/colours.ts
/** Light and dark. Each text colour is readable on each ground that it is used on. */
const COLOURS$1 = {
	paper: ["#ffffff", "#0d1117"],
	box: ["#ffffff", "#161b22"],
	ink: ["#1f2328", "#e6edf3"],
	muted: ["#59636e", "#9198a1"],
	line: ["#c8d0d8", "#3d444d"],
	wire: ["#8c959f", "#656c76"],
	note: ["#f6f8fa", "#1c2128"],
	sign: ["#ffffff", "#0d1117"],
	added: ["#1a7f37", "#3fb950"],
	"added-box": ["#e6f9ea", "#12261e"],
	removed: ["#c93036", "#ff7b72"],
	"removed-box": ["#fff1f0", "#2a171b"],
	changed: ["#8a5a00", "#e3b341"],
	"changed-box": ["#fff6dc", "#2b2312"],
	rewired: ["#7a3fd0", "#bc8cff"],
	"rewired-box": ["#f7f0ff", "#211a33"],
	moved: ["#0969da", "#58a6ff"],
	"moved-box": ["#eaf5ff", "#131f33"]
};
const NAMES = Object.keys(COLOURS$1);
/**
* What a picture looks like. A page sets it once for all pictures and may set the variables anew; the attributes that
* `painted` gives beside the classes are for viewers that know no variables.
*/
const PICTURE_STYLE = [
	`.sp{${variables(0)}}`,
	`@media (prefers-color-scheme:dark){.sp{${variables(1)}}}`,
	...NAMES.map((name) => `.sp .sp-f-${name}{fill:var(--sp-${name})}.sp .sp-s-${name}{stroke:var(--sp-${name})}`)
].join("\n");
function variables(side) {
	return NAMES.map((name) => `--sp-${name}:${COLOURS$1[name][side]}`).join(";");
}
/** The attributes of something filled and drawn in these colours. */
function painted({ fill, stroke }) {
	return {
		class: [...fill ? [`sp-f-${fill}`] : [], ...stroke ? [`sp-s-${stroke}`] : []].join(" "),
		fill: fill ? COLOURS$1[fill][0] : "none",
		...stroke ? { stroke: COLOURS$1[stroke][0] } : {}
	};
}

// src/picture/crop.ts
/** Stories up to this size are drawn whole: they fit on a screen. */
const SMALL$1 = 40;
/** More would be no picture any more, and make a file that no viewer opens quickly. */
const MOST = 1500;
const MOST_LINKS$1 = 4e3;
/** What is drawn of a picture: all of a small one, and of a big one what changed and what that is connected to. */
function cropPicture(picture, options = {}) {
	const { whole = false, moved = false, small = SMALL$1, most = MOST, notes = true } = options;
	const { nodes, links } = picture;
	const actions = nodes.filter(({ kind }) => kind !== "note").length;
	const touched = touchedBy(picture, moved);
	const around = !whole && actions > small && touched.size > 0 ? withNeighbours(picture, touched) : new Set(nodes.keys());
	const near = notes ? around : new Set([...around].filter((at) => nodes[at]?.kind !== "note"));
	if (near.size === nodes.length && nodes.length <= most && links.length <= MOST_LINKS$1) return picture;
	const order = [...near].sort((a, b) => rank(nodes[a], touched.has(a)) - rank(nodes[b], touched.has(b)) || a - b);
	return only(picture, new Set(order.slice(0, most)));
}
function touchedBy({ nodes, links }, moved) {
	const touched = /* @__PURE__ */ new Set();
	for (const [at, { mark, from }] of nodes.entries()) if (mark !== "unchanged" || moved && from !== null) touched.add(at);
	for (const { source, receiver, mark } of links) {
		if (mark === "unchanged") continue;
		touched.add(source);
		touched.add(receiver);
	}
	return touched;
}
function withNeighbours({ links }, touched) {
	const near = new Set(touched);
	for (const { source, receiver } of links) {
		if (touched.has(source)) near.add(receiver);
		if (touched.has(receiver)) near.add(source);
	}
	return near;
}
function rank(node, isTouched) {
	if (node === void 0) return 4;
	if (node.mark !== "unchanged") return node.kind === "note" ? 1 : 0;
	return isTouched ? 2 : 3;
}
function only(picture, kept) {
	const places = new Map([...kept].sort((a, b) => a - b).map((at, place) => [at, place]));
	const inside = picture.links.flatMap((link) => {
		const [source, receiver] = [places.get(link.source), places.get(link.receiver)];
		return source === void 0 || receiver === void 0 ? [] : [{
			...link,
			source,
			receiver
		}];
	});
	const plain = inside.length > MOST_LINKS$1 ? inside.toSorted((a, b) => faint(a) - faint(b)).slice(0, MOST_LINKS$1) : inside;
	const left = picture.nodes.filter((node, at) => node.kind !== "note" && !places.has(at)).length;
	return {
		...picture,
		nodes: picture.nodes.filter((_, at) => places.has(at)),
		links: plain,
		leftOut: picture.leftOut + left
	};
}
function faint({ mark }) {
	return mark === "unchanged" ? 1 : 0;
}

// src/picture/drawing.ts
function element(tag, attributes, children = []) {
	return {
		tag,
		attributes,
		children
	};
}
function written(tag, attributes, text) {
	return {
		tag,
		attributes,
		text
	};
}

// src/picture/place/free-space.ts
/** Kept free around everything. */
const GAP = 10;
const CELL = 160;
/** What is taken of a sheet, and where there is room. No two boxes that were taken overlap. */
var FreeSpace = class {
	#cells = /* @__PURE__ */ new Map();
	/** How far out the last search from a place had to go: the next one from there need not begin again. */
	#rings = /* @__PURE__ */ new Map();
	isFree(box, gap = GAP) {
		for (const key of cellsOf(box, gap)) for (const taken of this.#cells.get(key) ?? []) if (isNear(taken, box, gap)) return false;
		return true;
	}
	take(box) {
		for (const key of cellsOf(box, 0)) {
			const cell = this.#cells.get(key);
			if (cell === void 0) this.#cells.set(key, [box]);
			else cell.push(box);
		}
		return box;
	}
	/** The box itself, or the nearest place where one of its size fits. */
	nearest(box) {
		if (this.isFree(box)) return box;
		const [stepX, stepY] = [(box.width + GAP) / 2, (box.height + GAP) / 2];
		const start = [
			Math.round(box.x / stepX),
			Math.round(box.y / stepY),
			box.width,
			box.height
		].join(" ");
		for (let ring = this.#rings.get(start) ?? 1;; ring++) for (const [right, down] of around$1(ring)) {
			const other = {
				...box,
				x: box.x + right * stepX,
				y: box.y + down * stepY
			};
			if (!this.isFree(other)) continue;
			this.#rings.set(start, ring);
			return other;
		}
	}
};
function isNear(a, b, gap) {
	return a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap;
}
function* cellsOf({ x, y, width, height }, gap) {
	const [left, right] = [Math.floor((x - gap) / CELL), Math.floor((x + width + gap) / CELL)];
	const [top, bottom] = [Math.floor((y - gap) / CELL), Math.floor((y + height + gap) / CELL)];
	for (let row = top; row <= bottom; row++) for (let column = left; column <= right; column++) yield `${column} ${row}`;
}
/** The rim of a square, beside first, then below, then above. */
function* around$1(ring) {
	for (let off = 0; off <= ring; off++) {
		const both = off === 0 ? [0] : [off, -off];
		for (const each of both) yield [ring, each];
		for (const each of both) yield [-ring, each];
		for (const each of both) yield [each, ring];
		for (const each of both) yield [each, -ring];
	}
}

// src/picture/words.ts
/** Rows longer than this are cut before anything is measured: nobody could read them, and they may be hundreds of kilobytes. */
const MEASURED = 600;
const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });
/** A name as it may stand in a picture: one line, nothing unseen, and no order to the runner of a job that prints it. */
function oneLine(text) {
	return printableInLog(text.replaceAll(/\s+/g, " ").trim());
}
/** The same for a text of several lines. */
function inLines(text) {
	return text.split(/\r\n|[\n\r]/).map((line) => printableInLog(line.replaceAll("	", "  ")));
}
/** How wide a text is likely to be, a little too wide rather than too narrow: the reader's fonts are not known here. */
function widthOf(text, size) {
	let width = 0;
	for (const character of text) width += shareOf(character);
	return width * size;
}
function shareOf(character) {
	if (character >= "ᄀ") return 1.05;
	if (/[ijl.,:;'|!()[\]{}\u0060 ]/.test(character)) return .34;
	if (/[ftr\-"/\\*]/.test(character)) return .42;
	if (/[mwMW@%&]/.test(character)) return .95;
	if (character <= "") return /[A-Z_#~+=<>]/.test(character) ? .72 : .59;
	return .75;
}
/** The text in as many lines as there is room for; what does not fit ends in an ellipsis. */
function wrapText(text, width, size, most) {
	const whole = text.length <= MEASURED;
	const lines = [];
	let rest = whole ? text : text.slice(0, MEASURED);
	while (rest !== "" && lines.length < most) {
		const fits = fitting(rest, width, size);
		if (fits === rest.length) {
			lines.push(whole ? rest : elided(rest, width, size));
			return lines;
		}
		if (lines.length === most - 1) lines.push(elided(rest, width, size));
		else {
			const end = breakBefore(rest, fits);
			lines.push(rest.slice(0, end).trimEnd());
			rest = rest.slice(end).trimStart();
		}
	}
	return lines;
}
/** As much of the text as fits, with an ellipsis. */
function elided(text, width, size) {
	const end = fitting(text, width - widthOf("…", size), size);
	return `${text.slice(0, end).trimEnd()}…`;
}
/** How much of a text fits, in whole characters as people count them; at least one. */
function fitting(text, width, size) {
	let used = 0;
	let end = 0;
	for (const { segment } of GRAPHEMES.segment(text)) {
		used += widthOf(segment.slice(0, 8), size);
		if (used > width && end > 0) break;
		end += segment.length;
	}
	return end;
}
/** After a space or a joint of the word, unless that leaves most of the line empty. */
function breakBefore(text, fits) {
	if (text[fits] === " ") return fits;
	const part = text.slice(0, fits);
	const space = part.lastIndexOf(" ") + 1;
	if (space > fits / 3) return space;
	const joint = Math.max(...[
		"_",
		"-",
		"/",
		".",
		","
	].map((sign) => part.lastIndexOf(sign) + 1));
	return joint > fits / 3 ? joint : Math.max(fits, 1);
}

// src/picture/place/squeeze.ts
/** Where each of some coordinates lies once every gap is at most so wide. Order stays, and so does what lies close together. */
function squeezed(values, widest) {
	const places = /* @__PURE__ */ new Map();
	let last;
	let at = 0;
	for (const value of values.toSorted((a, b) => a - b)) {
		if (last !== void 0) at += Math.min(value - last, widest);
		places.set(value, at);
		last = value;
	}
	return places;
}

// src/picture/place/place-nodes.ts
/** An action as it is drawn. The vendor's authors keep at least 180 by 60 of their units apart: more than this, scaled. */
const ACTION_WIDTH = 176;
const ACTION_HEIGHT = 70;
const SCALE_X = 1.06;
const SCALE_Y = 1.45;
/** No gap between things on the canvas needs more, in the author's units; less, where most of the canvas is left out. */
const WIDEST_GAP = 330;
const HIGHEST_GAP = 255;
const CROPPED_GAP = {
	x: 240,
	y: 120
};
const NOTE_SIZE = 11;
const NOTE_LINE = 15;
const NOTE_WIDTH = 240;
const NARROWEST_NOTE = 110;
const MOST_NOTE_LINES = 40;
/**
* A box for each node, in the order of the nodes. Everything stands where its author put it, but for gaps that are wider
* than anybody needs, and for what would cover something else: what is there now goes before what is gone, actions before
* notes.
*/
function placeNodes({ nodes, leftOut }, moved = false) {
	const spots = nodes.flatMap(({ at, from }) => moved && from !== null ? [at, from] : [at]);
	const across = squeezed(spots.map(({ x }) => x), leftOut > 0 ? CROPPED_GAP.x : WIDEST_GAP);
	const down = squeezed(spots.map(({ y }) => y), leftOut > 0 ? CROPPED_GAP.y : HIGHEST_GAP);
	const drawn = (spot) => ({
		x: Math.round((across.get(spot.x) ?? 0) * SCALE_X),
		y: Math.round((down.get(spot.y) ?? 0) * SCALE_Y)
	});
	const space = new FreeSpace();
	const placed = [];
	const turns = [
		isThere,
		isGone,
		isNote
	];
	for (const turn of turns) for (const [index, node] of nodes.entries()) {
		if (!turn(node)) continue;
		const { box, lines } = (node.kind === "note" ? placeNote : placeAction)(node, drawn(node.at), space);
		const was = moved && node.from !== null ? drawn(node.from) : null;
		placed[index] = {
			node,
			box,
			lines,
			from: was === null ? null : {
				x: was.x + box.width / 2,
				y: was.y + box.height / 2
			}
		};
	}
	return placed;
}
function isNote({ kind }) {
	return kind === "note";
}
function isThere({ kind, mark }) {
	return kind !== "note" && mark !== "removed";
}
function isGone({ kind, mark }) {
	return kind !== "note" && mark === "removed";
}
function placeAction(_, { x, y }, space) {
	const box = space.nearest({
		x,
		y,
		width: 176,
		height: 70
	});
	return {
		box: space.take(box),
		lines: []
	};
}
/** As large as its text needs and its neighbours leave; nobody knows how high the author saw it. */
function placeNote(node, { x, y }, space) {
	const wanted = Math.max(NARROWEST_NOTE, Math.min(Math.round((node.width ?? NOTE_WIDTH) * SCALE_X), 420));
	const widths = [
		wanted,
		(wanted + NARROWEST_NOTE) / 2,
		NARROWEST_NOTE
	].map((width) => Math.round(width));
	const least = 33;
	const width = widths.find((each) => space.isFree({
		x,
		y,
		width: each,
		height: least
	})) ?? NARROWEST_NOTE;
	const { x: left, y: top } = space.nearest({
		x,
		y,
		width,
		height: least
	});
	const lines = linesOf(node, width, MOST_NOTE_LINES);
	const heightOf = (count) => count * 15 + 18;
	let count = Math.max(1, lines.length);
	while (count > 1 && !space.isFree({
		x: left,
		y: top,
		width,
		height: heightOf(count)
	})) count -= 1;
	return {
		box: space.take({
			x: left,
			y: top,
			width,
			height: heightOf(count)
		}),
		lines: count === lines.length ? lines : linesOf(node, width, count)
	};
}
function linesOf({ name }, width, most) {
	const room = width - 18;
	const texts = inLines(name).map((line) => line.replace(/^\s*#+\s+/, "").replaceAll("**", "").trimEnd());
	const lines = [];
	const filled = texts.filter((text, at) => text !== "" || (texts[at - 1] ?? "") !== "");
	while (filled.at(-1) === "") filled.pop();
	for (const [at, text] of filled.entries()) {
		const left = most - lines.length;
		if (left === 0) break;
		lines.push(...text === "" ? [""] : wrapText(text, room, 11, left));
		if (lines.length === most && at < filled.length - 1) lines[most - 1] = withEllipsis(lines[most - 1] ?? "");
	}
	return lines;
}
function withEllipsis(line) {
	return line.endsWith("…") ? line : `${line}…`;
}

// src/picture/draw/marks.ts
function lookOf({ mark, from }, moved) {
	return moved && mark === "unchanged" && from !== null ? "moved" : mark;
}
const LOOKS = [
	"added",
	"removed",
	"changed",
	"rewired",
	"moved"
];
const SIGNS$2 = {
	added: "M-4.5 0H4.5M0 -4.5V4.5",
	removed: "M-4.5 0H4.5",
	changed: "M-5 1.4Q-2.4 -3 0 0T5 -1.4",
	rewired: "M-4.5 -2.2H4M1.8 -4.4L4 -2.2L1.8 0M4.5 2.2H-4M-1.8 0L-4 2.2L-1.8 4.4",
	moved: "M-4.5 0H4M1 -3L4 0L1 3"
};
function colourOf(look) {
	return look === "unchanged" ? "line" : look;
}
/** A disc with a sign, so that nobody needs to see colours. */
function badge(look, x, y, radius = 9) {
	const scale = radius / 9;
	return element("g", { transform: `translate(${x} ${y})${scale === 1 ? "" : ` scale(${scale.toFixed(2)})`}` }, [element("circle", {
		r: 9,
		...painted({
			fill: colourOf(look),
			stroke: "paper"
		}),
		"stroke-width": 1.5
	}), element("path", {
		d: SIGNS$2[look],
		...painted({ stroke: "sign" }),
		"stroke-width": 2,
		"stroke-linecap": "round"
	})]);
}
/** `+2 -3` pixels are enough for a picture, and the same on every machine. */
function rounded(value) {
	return Math.round(value * 10) / 10;
}

// src/picture/draw/titles.ts
const DESCRIBED = 60;
/** What a pointer or a screen reader is told of a node: all of its text, also what the box had no room for. */
function titleOfNode({ kind, name, type, disabled, places, tools }, look) {
	if (kind === "note") return `note${look === "unchanged" ? "" : ` (${look})`}\n${inLines(name).join("\n")}`;
	return [
		oneLine(name) || "(no name)",
		`${oneLine(type)}${disabled ? ", disabled" : ""}${look === "unchanged" ? "" : `: ${look}`}`,
		...places.length === 0 ? [] : [`changed: ${places.map(oneLine).join(", ")}`],
		...tools.length === 0 ? [] : [`tools: ${tools.map(oneLine).join(", ")}`]
	].join("\n");
}
function titleOfLink({ nodes }, { source, receiver, secondary, mark }) {
	const name = (at) => oneLine(nodes[at]?.name ?? "");
	return `${name(source)} → ${name(receiver)}${secondary ? " (no match)" : ""}: ${mark === "unchanged" ? "connected" : mark}`;
}
/** The picture in one sentence. */
function headlineOf({ name, counts }, moved) {
	return `Story ${oneLine(name)}: ${countWords(counts, moved)}`;
}
function countWords(counts, moved) {
	const told = LOOKS.filter((look) => counts[look] > 0 && (look !== "moved" || moved));
	const unchanged = counts.unchanged === 0 ? [] : [`${counts.unchanged} unchanged`];
	return [...told.map((look) => `${counts[look]} ${look}`), ...unchanged].join(", ") || "no actions";
}
/** What changed, for those who see no picture. */
function descriptionOf(picture) {
	const nodes = picture.nodes.filter(({ mark }) => mark !== "unchanged");
	const links = picture.links.filter(({ mark }) => mark !== "unchanged");
	const lines = [...nodes.map((node) => titleOfNode(node, node.mark).replaceAll("\n", ", ")), ...links.map((link) => titleOfLink(picture, link))];
	if (lines.length <= DESCRIBED) return lines.join("\n");
	return [...lines.slice(0, DESCRIBED), `and ${lines.length - DESCRIBED} more`].join("\n");
}
/** `Connections: 2 added, 1 removed. Notes: 1 changed.`, and how much of the story is not drawn. */
function remarksOn(drawn, whole) {
	const told = (what, marks) => {
		const parts = [
			"added",
			"removed",
			"changed"
		].flatMap((mark) => {
			const count = marks.filter((each) => each === mark).length;
			return count === 0 ? [] : [`${count} ${mark}`];
		});
		return parts.length === 0 ? [] : [`${what}: ${parts.join(", ")}.`];
	};
	const notes = whole.nodes.filter(({ kind }) => kind === "note");
	const total = whole.nodes.length - notes.length + whole.leftOut;
	const left = drawn.leftOut === 0 ? [] : [`Drawn: ${total - drawn.leftOut} of ${total} actions (what changed, with its neighbours).`];
	const { length: links } = drawn.links;
	return [
		...told("Connections", whole.links.map(({ mark }) => mark)),
		...told("Notes", notes.map(({ mark }) => mark)),
		...left,
		...links < whole.links.length && left.length === 0 ? [`Drawn: ${links} of ${whole.links.length} connections.`] : []
	];
}

// src/picture/draw/draw-link.ts
/** `lonely`: no end of it has the mark that it has, so that only the link itself can say what became of it. */
function drawLink(picture, link, { path, tip, start, middle }) {
	const { mark, secondary } = link;
	const isQuiet = mark === "unchanged";
	const colour = isQuiet ? "wire" : mark;
	const dashes = mark === "removed" ? "6 4" : secondary ? "2 3" : void 0;
	const line = {
		d: path,
		...painted({ stroke: colour }),
		"stroke-width": isQuiet ? 1.2 : 2.2,
		...dashes === void 0 ? {} : { "stroke-dasharray": dashes }
	};
	const [x, y] = [rounded(tip.x), rounded(tip.y)];
	const wide = isQuiet ? 3.5 : 4.5;
	const head = {
		d: `M${x - wide} ${y - 7.5}L${x} ${y - .5}L${x + wide} ${y - 7.5}Z`,
		...painted({ fill: colour })
	};
	const ends = [picture.nodes[link.source], picture.nodes[link.receiver]];
	const lonely = !isQuiet && !ends.some((node) => node?.mark === mark);
	return element("g", { class: `sp-link sp-${mark}` }, [
		...isQuiet ? [] : [written("title", {}, titleOfLink(picture, link))],
		element("path", line),
		element("path", head),
		...secondary ? [written("text", {
			x: rounded(start.x) + 4,
			y: rounded(start.y) + 9,
			"font-size": 9,
			...painted({ fill: isQuiet ? "muted" : mark })
		}, "no match")] : [],
		...lonely ? [badge(mark, rounded(middle.x), rounded(middle.y), 7)] : []
	]);
}

// src/picture/draw/draw-node.ts
const PAD = 11;
const KIND_SIZE = 10;
const NAME_SIZE$1 = 12.5;
/** Bold letters are wider. */
const BOLD = 1.12;
const PLACE_SIZE = 10.5;
function drawNode(placed, look) {
	const { node, box } = placed;
	const attributes = {
		class: `sp-node sp-${look}`,
		transform: `translate(${box.x} ${box.y})`
	};
	const title = written("title", {}, titleOfNode(node, look));
	const inside = node.kind === "note" ? drawNote(placed, look) : drawAction(node, look);
	const mark = look === "unchanged" ? [] : [badge(look, box.width - 3, 3)];
	return element("g", attributes, [
		title,
		...inside,
		...mark
	]);
}
function drawAction(node, look) {
	const { name, kind, disabled, places } = node;
	const isQuiet = look === "unchanged";
	const frame = {
		...painted({
			fill: groundOf(look),
			stroke: colourOf(look)
		}),
		"stroke-width": isQuiet ? 1 : 2,
		...dashesOf(look)
	};
	const size = {
		x: 0,
		y: 0,
		width: 176,
		height: 70,
		rx: 8
	};
	const room = 176 - 22;
	const shown = oneLine(name);
	const told = look === "changed" ? placesLine(places, room) : void 0;
	const lines = shown === "" ? ["(no name)"] : wrapText(shown, room / BOLD, NAME_SIZE$1, told === void 0 ? 3 : 2);
	const rows = lines.length * 14 + (told === void 0 ? 0 : 14);
	const first = 22 + Math.max(0, (70 - 25 - rows) / 2) + 11;
	const struck = look === "removed" ? { "text-decoration": "line-through" } : {};
	return [
		...kind === "group" ? [element("rect", {
			...size,
			...frame,
			x: 4,
			y: -4
		})] : [],
		element("rect", {
			...size,
			...frame
		}),
		...kind === "page" ? [element("path", {
			d: `M1 8Q1 1 8 1H${176 - 8}Q${176 - 1} 1 ${176 - 1} 8Z`,
			...painted({ fill: isQuiet ? "wire" : colourOf(look) })
		})] : [],
		kindGlyph(node.type, isQuiet ? "wire" : colourOf(look)),
		written("text", {
			x: 24,
			y: 18,
			"font-size": KIND_SIZE,
			...painted({ fill: "muted" })
		}, inRoom$1(`${oneLine(node.type)}${disabled ? ", disabled" : ""}`, room - 24, KIND_SIZE)),
		...lines.map((line, at) => written("text", {
			x: PAD,
			y: first + at * 14,
			"font-size": NAME_SIZE$1,
			"font-weight": 600,
			...painted({ fill: look === "removed" || disabled ? "muted" : "ink" }),
			...struck
		}, line)),
		...told === void 0 ? [] : [written("text", {
			x: PAD,
			y: first + lines.length * 14,
			"font-size": PLACE_SIZE,
			...painted({ fill: "changed" })
		}, told)]
	];
}
function drawNote({ box, lines }, look) {
	const { width, height } = box;
	const frame = {
		...painted({
			fill: look === "unchanged" ? "note" : groundOf(look),
			stroke: colourOf(look)
		}),
		...dashesOf(look)
	};
	return [
		element("rect", {
			x: 0,
			y: 0,
			width,
			height,
			rx: 2,
			...frame,
			"stroke-width": look === "unchanged" ? .75 : 1.5
		}),
		element("rect", {
			x: 0,
			y: 0,
			width: 3,
			height,
			...painted({ fill: look === "unchanged" ? "wire" : colourOf(look) })
		}),
		...lines.flatMap((line, at) => line === "" ? [] : [written("text", {
			x: 9 + 1,
			y: 9 + 11 + at * 15,
			"font-size": 11,
			...painted({ fill: "muted" }),
			...look === "removed" ? { "text-decoration": "line-through" } : {}
		}, line)])
	];
}
function groundOf(look) {
	return look === "unchanged" ? "box" : `${look}-box`;
}
function dashesOf(look) {
	return look === "removed" ? { "stroke-dasharray": "6 4" } : look === "rewired" ? { "stroke-dasharray": "2 3" } : {};
}
/** `url, headers.Accept +2`: as many places as fit. */
function placesLine(places, room) {
	const [first, ...more] = places.map(oneLine);
	if (first === void 0) return void 0;
	let line = first;
	for (const [at, place] of more.entries()) {
		const rest = more.length - at - 1;
		const longer = `${line}, ${place}`;
		if (widthOf(`${longer}${rest > 0 ? ` +${rest}` : ""}`, PLACE_SIZE) > room) return inRoom$1(line, room - widthOf(` +${rest + 1}`, PLACE_SIZE), PLACE_SIZE).concat(` +${rest + 1}`);
		line = longer;
	}
	return inRoom$1(line, room, PLACE_SIZE);
}
function inRoom$1(text, room, size) {
	return text.length <= 200 && widthOf(text, size) <= room ? text : elided(text.slice(0, 200), room, size);
}
const GLYPHS = /* @__PURE__ */ new Map([
	["webhook", "M0 1H5V-2L9 2.5L5 7V4H0Z"],
	["condition", "M4.5 -2L9 2.5L4.5 7L0 2.5Z"],
	["HTTP request", "M0 2.5A4.5 4.5 0 1 1 9 2.5A4.5 4.5 0 1 1 0 2.5ZM2 2.5H7"],
	["event transform", "M0 -1H9V1H0ZM0 2H6V4H0ZM0 5H8V7H0Z"],
	["send email", "M0 -1H9V6H0ZM0 -1L4.5 3L9 -1"],
	["receive email", "M0 -1H9V6H0ZM0 6L4.5 2L9 6"],
	["send to story", "M0 -1H6V1.5H9L6 7V4H0Z"],
	["page", "M1 -2H8V7H1Z"],
	["group", "M0 -2H6V4H0ZM3 1H9V7H3Z"],
	["AI agent", "M4.5 -3L6 1L10 2.5L6 4L4.5 8L3 4L-1 2.5L3 1Z"]
]);
const DOT = "M1 2.5A3.5 3.5 0 1 1 8 2.5A3.5 3.5 0 1 1 1 2.5Z";
/** What kind of action it is, to be told apart at a glance. */
function kindGlyph(type, colour) {
	return element("path", {
		d: GLYPHS.get(type) ?? DOT,
		transform: `translate(${PAD} 12)`,
		...painted({ stroke: colour }),
		"stroke-width": 1.3,
		"stroke-linejoin": "round"
	});
}

// src/picture/draw/legend.ts
const NAME_SIZE = 16;
const SIZE = 12;
const SMALL = 11;
/** The name, what became of how many, and what else must be known; as high as its lines are. */
function drawLegend(drawn, whole, moved, width) {
	const name = oneLine(drawn.name) || "(no name)";
	const fits = name.length <= 200 && widthOf(name, NAME_SIZE) <= width;
	const parts = [element("g", {}, [written("title", {}, name), written("text", {
		x: 0,
		y: 16,
		"font-size": NAME_SIZE,
		"font-weight": 700,
		...painted({ fill: "ink" })
	}, fits ? name : elided(name.slice(0, 200), width, NAME_SIZE))])];
	let [x, y] = [0, 42];
	const place = (text, sign) => {
		const wide = widthOf(text, SIZE) + (sign === void 0 ? 0 : 22) + 16;
		if (x > 0 && x + wide > width) [x, y] = [0, y + 24];
		if (sign !== void 0) parts.push(badge(sign, x + 9, y - 4));
		const left = x + (sign === void 0 ? 0 : 23);
		parts.push(written("text", {
			x: Math.round(left),
			y,
			"font-size": SIZE,
			...painted({ fill: "ink" })
		}, text));
		x = Math.round(x + wide);
	};
	const { counts } = whole;
	for (const look of LOOKS) if (counts[look] > 0 && (look !== "moved" || moved)) place(`${counts[look]} ${look}`, look);
	const touched = LOOKS.some((look) => look !== "moved" && counts[look] > 0);
	if (counts.unchanged > 0) place(`${counts.unchanged} ${touched ? "unchanged" : plural(counts.unchanged)}`, void 0);
	if (counts.unchanged === 0 && !touched) place("no actions", void 0);
	const remarks = remarksOn(drawn, whole).join(" ");
	for (const line of remarks === "" ? [] : wrapText(remarks, width, SMALL, 4)) {
		y += parts.length > 1 ? 20 : 0;
		parts.push(written("text", {
			x: 0,
			y,
			"font-size": SMALL,
			...painted({ fill: "muted" })
		}, line));
	}
	return {
		parts,
		height: y + 14
	};
}
function plural(count) {
	return count === 1 ? "action" : "actions";
}

// src/picture/draw/route.ts
const STUB = 10;
const TIP = 6;
const AISLE = 9;
const CURVE = 7;
/** The ways that connections take beside the boxes: two that run along each other keep apart. */
var Aisles = class {
	#space;
	#taken = /* @__PURE__ */ new Map();
	constructor(space) {
		this.#space = space;
	}
	isClear(start, tip) {
		return isClear(start, tip, this.#space);
	}
	/** The nearest way outside of `x` on which nothing stands and nothing runs. */
	find(x, outwards, lanes, top, bottom) {
		for (let lane = 0; lane < lanes; lane++) {
			const way = x + outwards * lane * LANE;
			if (!this.#space.isFree({
				x: way,
				y: top,
				width: 1,
				height: Math.max(1, bottom - top)
			}, 2)) return void 0;
			const others = this.#taken.get(way) ?? [];
			if (others.some(([high, low]) => high < bottom + 4 && top < low + 4)) continue;
			this.#taken.set(way, [...others, [top, bottom]]);
			return way;
		}
	}
};
const LANE = 6;
const MOST_LANES = 30;
/** Out of the bottom of one box into the top of the other; around what lies in between where that is near. */
function routeOf(from, to, secondary, aisles) {
	const start = {
		x: from.x + from.width * (secondary ? .78 : .5),
		y: from.y + from.height
	};
	const tip = {
		x: to.x + to.width / 2,
		y: to.y
	};
	const isDown = tip.y - start.y >= STUB;
	if (isDown && aisles.isClear(start, tip)) return straight(start, tip);
	const aisle = aisleFor(from, to, start, tip, aisles);
	if (aisle === void 0 && isDown) return straight(start, tip);
	return around(start, tip, aisle ?? Math.max(from.x + from.width, to.x + to.width) + AISLE);
}
function straight(start, tip) {
	const end = {
		x: tip.x,
		y: tip.y - TIP
	};
	const bend = Math.max(8, (end.y - start.y) / 2);
	return {
		path: `M${at(start)}C${at({
			x: start.x,
			y: start.y + bend
		})} ${at({
			x: end.x,
			y: end.y - bend
		})} ${at(end)}`,
		tip,
		start,
		middle: {
			x: (start.x + end.x) / 2,
			y: (start.y + end.y) / 2
		},
		left: Math.min(start.x, tip.x),
		right: Math.max(start.x, tip.x)
	};
}
/** Whether the curve crosses no box: looked at in a few points. */
function isClear(start, tip, space) {
	for (let step = 1; step < 12; step++) {
		const t = step / 12;
		const ease = t * t * (3 - 2 * t);
		const point = {
			x: start.x + (tip.x - start.x) * ease,
			y: start.y + (tip.y - start.y) * t
		};
		if (point.y - start.y < 4 || tip.y - point.y < 4) continue;
		if (!space.isFree({
			...point,
			width: 1,
			height: 1
		}, 0)) return false;
	}
	return true;
}
/** A way up or down beside the boxes, the nearest that is free. */
function aisleFor(from, to, start, tip, aisles) {
	const [top, bottom] = [Math.min(start.y, tip.y), Math.max(start.y, tip.y)];
	const [left, right] = [Math.min(from.x, to.x), Math.max(from.x + from.width, to.x + to.width)];
	const between = from.x + from.width < to.x ? to.x : to.x + to.width < from.x ? from.x : void 0;
	return (between === void 0 ? void 0 : aisles.find(between - AISLE, -1, 4, top, bottom)) ?? aisles.find(right + AISLE, 1, MOST_LANES, top, bottom) ?? aisles.find(left - AISLE, -1, MOST_LANES, top, bottom) ?? aisles.find(right + AISLE + 200, 1, MOST_LANES, top, bottom) ?? aisles.find(left - AISLE - 200, -1, MOST_LANES, top, bottom);
}
function around(start, tip, aisle) {
	const [low, high] = [start.y + STUB, tip.y - STUB - 2];
	const corners = [
		start,
		{
			x: start.x,
			y: low
		},
		{
			x: aisle,
			y: low
		},
		{
			x: aisle,
			y: high
		},
		{
			x: tip.x,
			y: high
		}
	];
	return {
		path: `${corners.slice(1).reduce((line, corner, index) => {
			const [before, after] = [corners[index] ?? corner, corners[index + 2] ?? {
				x: tip.x,
				y: tip.y - TIP
			}];
			return `${line}L${at(towards(corner, before))}Q${at(corner)} ${at(towards(corner, after))}`;
		}, `M${at(start)}`)}L${at({
			x: tip.x,
			y: tip.y - TIP
		})}`,
		tip,
		start,
		middle: {
			x: aisle,
			y: (low + high) / 2
		},
		left: Math.min(start.x, tip.x, aisle),
		right: Math.max(start.x, tip.x, aisle)
	};
}
/** A little before a corner, never past the other end. */
function towards(corner, other) {
	const length = Math.hypot(other.x - corner.x, other.y - corner.y);
	const share = length === 0 ? 0 : Math.min(CURVE, length / 2) / length;
	return {
		x: corner.x + (other.x - corner.x) * share,
		y: corner.y + (other.y - corner.y) * share
	};
}
function at({ x, y }) {
	return `${rounded(x)} ${rounded(y)}`;
}

// src/picture/draw/drawing-of.ts
const MARGIN = 20;
const NARROWEST = 360;
const FONTS = "system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", \"DejaVu Sans\", sans-serif";
/**
* The picture as a tree of SVG elements, for every printer the same. It needs `PICTURE_STYLE` to follow a dark screen;
* without it, it is light.
*/
function drawingOf(picture, { moved = false, whole = false } = {}) {
	const drawn = cropPicture(picture, {
		whole,
		moved
	});
	const placed = placeNodes(drawn, moved);
	const space = new FreeSpace();
	for (const { box } of placed) space.take(box);
	const aisles = new Aisles(space);
	const routes = drawn.links.flatMap((link) => {
		const [from, to] = [placed[link.source], placed[link.receiver]];
		return from && to ? [{
			link,
			route: routeOf(from.box, to.box, link.secondary, aisles)
		}] : [];
	});
	const { left, right, top, bottom } = edgesOf(placed, routes);
	const width = Math.max(NARROWEST, right - left + 40);
	const legend = drawLegend(drawn, picture, moved, width - 40);
	const above = MARGIN + legend.height;
	const height = above + (placed.length === 0 ? 0 : bottom - top + MARGIN);
	const inOrder = [...routes].sort((a, b) => Number(a.link.mark !== "unchanged") - Number(b.link.mark !== "unchanged"));
	const origin = `translate(${MARGIN - left} ${above - top})`;
	const description = descriptionOf(picture);
	return element("svg", {
		xmlns: "http://www.w3.org/2000/svg",
		class: "sp",
		viewBox: `0 0 ${width} ${height}`,
		width,
		height,
		role: "img",
		"aria-label": headlineOf(picture, moved),
		"font-family": FONTS
	}, [
		written("title", {}, headlineOf(picture, moved)),
		...description === "" ? [] : [written("desc", {}, description)],
		element("g", { transform: `translate(${MARGIN} ${MARGIN})` }, legend.parts),
		element("g", { transform: origin }, [
			...moved ? placed.flatMap(drawTrace) : [],
			...inOrder.map(({ link, route }) => drawLink(drawn, link, route)),
			...placed.map((each) => drawNode(each, lookOf(each.node, moved)))
		])
	]);
}
function edgesOf(placed, routes) {
	let [left, right, top, bottom] = [
		0,
		0,
		0,
		0
	];
	let isFirst = true;
	const reach = (x, y) => {
		[left, right] = isFirst ? [x, x] : [Math.min(left, x), Math.max(right, x)];
		[top, bottom] = isFirst ? [y, y] : [Math.min(top, y), Math.max(bottom, y)];
		isFirst = false;
	};
	for (const { box, from } of placed) {
		reach(box.x, box.y - 8);
		reach(box.x + box.width + 8, box.y + box.height);
		if (from !== null) reach(from.x, from.y);
	}
	for (const { route } of routes) {
		reach(Math.floor(route.left) - 4, Math.min(route.start.y, route.tip.y - 14));
		reach(Math.ceil(route.right) + (route.start.x > route.tip.x ? 44 : 4), route.start.y + 12);
	}
	return {
		left: Math.floor(left),
		right: Math.ceil(right),
		top: Math.floor(top),
		bottom: Math.ceil(bottom)
	};
}
/** Where something that moved came from. */
function drawTrace({ box, from }) {
	if (from === null) return [];
	const line = {
		d: `M${from.x} ${from.y}L${box.x + box.width / 2} ${box.y + box.height / 2}`,
		"stroke-dasharray": "3 4"
	};
	return [element("path", {
		...line,
		...painted({ stroke: "moved" }),
		"stroke-width": 1.2
	}), element("circle", {
		cx: from.x,
		cy: from.y,
		r: 3.5,
		...painted({
			fill: "paper",
			stroke: "moved"
		})
	})];
}

// src/picture/svg.ts
/** The picture as a file of its own: it refers to nothing, runs nothing, and follows the reader's dark or light screen. */
function svgOf(picture, options = {}) {
	const { tag, attributes, ...drawing } = drawingOf(picture, options);
	const paper = element("rect", {
		width: "100%",
		height: "100%",
		...painted({ fill: "paper" })
	});
	const children = "children" in drawing ? drawing.children : [];
	return `${print({
		tag,
		attributes,
		children: [
			written("style", {}, PICTURE_STYLE),
			paper,
			...children
		]
	})}\n`;
}
/** Elements one level below the drawing stand on lines of their own, so that git can show what changed in a picture. */
function print(drawing, depth = 0) {
	const { tag, attributes } = drawing;
	const open = Object.entries(attributes).map(([name, value]) => ` ${name}="${escaped(String(value))}"`);
	if ("text" in drawing) return `<${tag}${open.join("")}>${escaped(drawing.text)}</${tag}>`;
	if (drawing.children.length === 0) return `<${tag}${open.join("")}/>`;
	const separator = depth < 2 ? "\n" : "";
	const inside = drawing.children.map((child) => print(child, depth + 1)).join(separator);
	return `<${tag}${open.join("")}>${separator}${inside}${separator}</${tag}>`;
}
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;"
};
/** Texts are printable already; two characters that can be seen nowhere are none of XML either. */
function escaped(text) {
	return text.replaceAll(/[&<>"]/g, (character) => ENTITIES[character] ?? "").replaceAll(/[\ufffe\uffff]/g, "�");
}

// src/picture/mermaid.ts
/** GitHub draws larger ones slowly, or refuses them. */
const MOST_NODES = 50;
const MOST_LINKS = 120;
/** Of a label, in the breadth of a letter. */
const LABEL = 40;
const SIGNS$1 = {
	added: "+",
	removed: "−",
	changed: "~",
	rewired: "⇄",
	unchanged: ""
};
const LINES = {
	added: "==>",
	removed: "-.->",
	changed: "-->",
	unchanged: "-->"
};
const COLOURS = {
	added: "#1a7f37",
	removed: "#cf222e",
	changed: "#9a6700",
	rewired: "#8250df"
};
/**
* What changed and what that is connected to, in the language that GitHub draws inside Markdown; undefined where no
* action and no connection changed. It names actions and their types and nothing else.
*/
function mermaidOf(picture) {
	const near = cropPicture(picture, {
		small: 0,
		most: MOST_NODES,
		notes: false
	});
	if (![...near.nodes, ...near.links].some(({ mark }) => mark !== "unchanged")) return void 0;
	const links = near.links.slice(0, MOST_LINKS);
	const styles = [
		"added",
		"removed",
		"changed"
	].flatMap((mark) => {
		const places = [...links.keys()].filter((at) => links[at]?.mark === mark);
		return places.length === 0 ? [] : [`  linkStyle ${places.join(",")} stroke:${COLOURS[mark]}`];
	});
	const classes = Object.entries(COLOURS).filter(([mark]) => near.nodes.some((node) => node.mark === mark)).map(([mark, colour]) => `  classDef ${mark} stroke:${colour},stroke-width:3px${DASHES[mark] ?? ""}`);
	return {
		text: [
			"flowchart TD",
			...near.nodes.map(nodeLine),
			...links.map(linkLine),
			...classes,
			...styles
		].join("\n"),
		drawn: near.nodes.length,
		total: near.nodes.length + near.leftOut
	};
}
const DASHES = {
	removed: ",stroke-dasharray:6 4",
	rewired: ",stroke-dasharray:2 3"
};
function nodeLine({ name, type, mark }, at) {
	return `  n${at}["${`${inMermaid(`${SIGNS$1[mark] === "" ? "" : `${SIGNS$1[mark]} `}${inRoom(oneLine(name) || "(no name)")}`)}<br/>${inMermaid(inRoom(oneLine(type)))}`}"]${mark === "unchanged" ? "" : `:::${mark}`}`;
}
function linkLine({ source, receiver, secondary, mark }) {
	const words = [...secondary ? ["no match"] : [], ...mark === "removed" ? ["removed"] : []].join(", ");
	return `  n${source} ${LINES[mark]}${words === "" ? "" : `|${words}|`} n${receiver}`;
}
function inRoom(text) {
	return text.length <= 200 && widthOf(text, 1) <= LABEL * .6 ? text : elided(text.slice(0, 200), LABEL * .6, 1);
}
/**
* Letters, digits and spaces are themselves, all else is a number: nothing can end a label, begin an order or a comment,
* or be read as Markdown.
*/
function inMermaid(text) {
	return text.replaceAll(/[^\p{L}\p{N}\p{M} ]/gu, (character) => `#${character.codePointAt(0) ?? 0};`);
}

// src/report/picture-markdown.ts
/** A block that GitHub draws; empty where no action and no connection changed. */
function pictureAsMarkdown(picture) {
	const block = mermaidOf(picture);
	if (block === void 0) return "";
	const { text, drawn, total } = block;
	const left = drawn === total ? [] : [`${drawn} of ${count(total, "action")}: what changed, with its neighbours.`];
	return [`\`\`\`mermaid\n${text}\n\`\`\``, ...left].join("\n\n");
}

// src/report/diff-report.ts
/** Lines of changes that are shown when not everything is asked for. */
const SHOWN = 100;
const SIGNS = {
	add: "+",
	remove: "-",
	update: "~",
	move: "~"
};
const LEGEND = [
	["+", "added"],
	["~", "changed"],
	["-", "removed"]
];
/** What changed in a story, for a terminal or a log: the two sides, then a line for each change. */
function diffAsText(diff, { paint, verbose, columns }) {
	const colours = {
		add: paint.green,
		remove: paint.red,
		update: paint.yellow,
		move: paint.yellow
	};
	const changes = verbose || diff.changes.length <= 101 ? diff.changes : diff.changes.slice(0, SHOWN);
	const lines = changes.flatMap((change) => {
		const line = inTerminal(changePhrase(change, words));
		return wrap(line, `  ${colours[change.op](SIGNS[change.op])} `, "      ", columns);
	});
	const more = diff.changes.length - changes.length;
	return `${[
		[
			...wrap(inTerminal(titlePhrase(diff)), "", "    ", columns, paint.bold),
			...wrap(inTerminal(say`from ${sidePhrase(diff.from)}`), "  ", "       ", columns, paint.dim),
			...wrap(inTerminal(say`to   ${sidePhrase(diff.to)}`), "  ", "       ", columns, paint.dim)
		],
		diff.change === "unchanged" ? wrap(sameWords(diff), "  = ", "      ", columns) : [...lines, ...more > 0 ? [`    … ${more} more (--verbose shows all)`] : []],
		...columns === void 0 || changes.length === 0 ? [] : [wrap(legendOf(changes), "", "", columns, paint.dim)]
	].map((each) => each.join("\n")).join("\n\n")}\n`;
}
/** The same for a page, with a picture of it where it shows something. */
function diffAsMarkdown(diff, picture) {
	const drawn = picture === void 0 ? "" : pictureAsMarkdown(picture);
	const shown = diff.changes.length <= 101 ? diff.changes : diff.changes.slice(0, SHOWN);
	const more = diff.changes.length - shown.length;
	const items = shown.map((change) => `- ${inMarkdown(changePhrase(change, name))}`);
	return `${[
		`### ${inMarkdown(titlePhrase(diff))}`,
		inMarkdown(say`From ${sidePhrase(diff.from)} to ${sidePhrase(diff.to)}`),
		diff.change === "unchanged" ? `${sameWords(diff)}.` : [...items, ...more > 0 ? [`- … ${more} more (see \`--format json\`)`] : []].join("\n"),
		...drawn === "" ? [] : [drawn]
	].join("\n\n")}\n`;
}
function titlePhrase({ key, name: title, change, changes }) {
	const what = change === "changed" ? count(changes.length, "change") : change;
	return title === key ? say`${name(key)}: ${what}` : say`${name(key)} ${words(`"${title}"`)}: ${what}`;
}
function sidePhrase(side) {
	const absent = side.present ? "" : " (which does not have it)";
	if (side.kind === "destination") return say`${name(side.destination)}, live${absent}`;
	if (side.kind === "work_tree") return side.present ? say`${name(side.file)} in the work tree` : say`the work tree${absent}`;
	return side.present ? [name(side.file)] : say`commit ${name(side.commit.slice(0, 12))}${absent}`;
}
/** Places as people know them, with the values where there are any to show; `as` sets what others wrote. */
function changePhrase({ path, op, text, from, to }, as) {
	if (path === "diagram_layout") return ["layout moved"];
	if (from !== null && to !== null) return say`${as(path)}: ${as(from)} → ${as(to)}`;
	if (op === "add" && to !== null) return say`${as(path)} added: ${as(to)}`;
	if (op === "remove" && from !== null) return say`${as(path)} removed: ${as(from)}`;
	return [words(text)];
}
function sameWords({ from }) {
	return from.kind === "destination" ? "nothing to push: the destination has what git asks for" : "nothing that a sync pushes has changed";
}
function legendOf(changes) {
	const used = new Set(changes.map(({ op }) => SIGNS[op]));
	return LEGEND.filter(([sign]) => used.has(sign)).map(([sign, meaning]) => `${sign}\u00a0${meaning}`).join("  ");
}

// src/cli/diff.ts
/** `storysync diff`: what changed in one story. */
function diffStory(key, versions) {
	return async (host, options) => {
		const session = new Session(host, options);
		const { destination, quiet, manifest } = options;
		const range = parseRange(versions);
		const misplaced = range.ok ? twoSides(versions, destination) : range.error;
		if (!range.ok || misplaced !== void 0) {
			session.fail(misplaced === void 0 ? [] : [misplaced]);
			return 2;
		}
		const opened = await openCatalogue(session.world, manifest);
		const { catalogue } = opened;
		if (catalogue === void 0) return session.refuse(opened);
		const version = versions === void 0 ? range.value.to : range.value.from;
		const ended = destination === void 0 ? await diffVersions(catalogue, key, range.value) : await diffLive(session.world, catalogue, key, {
			destination,
			version,
			trust: await session.trust(catalogue, options),
			readTimeout: readTimeoutOf(options),
			...requestsOf(options)
		}, openProgress(host.terminal, quiet));
		if (!ended.ok) return session.end(ended.error, opened);
		const { diff, problems, exitCode } = ended.value;
		const { format, verbose } = session.options;
		const drawn = format === "svg" || format === "markdown" ? await ended.value.picture() : void 0;
		session.warn(problems, opened.sourceOf);
		if ("unsigned" in ended.value && ended.value.unsigned) session.sayUnsigned();
		session.result({
			text: () => diffAsText(diff, session.outText),
			markdown: () => diffAsMarkdown(diff, drawn),
			json: () => diffToJson(diff),
			...drawn === void 0 ? {} : { svg: () => svgOf(drawn, {
				whole: verbose,
				moved: verbose
			}) }
		});
		return exitCode;
	};
}
function twoSides(versions, destination) {
	if (destination === void 0 || !versions?.includes("..")) return void 0;
	return {
		code: "DIF002",
		severity: "error",
		message: `${JSON.stringify(versions)} are two versions, and --destination is a third`,
		hint: "name one commit, or none for the work tree"
	};
}

export { diffStory };