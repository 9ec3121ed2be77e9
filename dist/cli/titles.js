import { n as printableInLog } from "./printable.js";
import { Lt as byText, Y as compactJson, w as AddressFinder, x as neutralise } from "./stories-at.js";
import { _ as spokenLabel, b as isArray, d as actionLabels, u as toolsOf, x as isObject } from "./read.js";
import { S as kindOf, a as isSecondary, c as OF_GIT, l as recordTypeChanges, m as actionPart, o as matchLinks, r as comparisonOf, v as layoutByGuid, w as plural, y as normalLink } from "./compare.js";
import { a as isStrong, c as findKnownFormats, i as findLiteralsInText, n as textsOf, o as headerKindOf, r as scanBufferOf, s as secretKindOf, t as findLiterals } from "./find-literals.js";
import { r as addressChanges } from "./earlier-story.js";
import { t as versionChanges } from "./version-changes.js";

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
	return [...changes.map((change, index) => asShown(change, shown[index] ?? "nothing")), ...addresses];
}
/** A story that only one side has: its actions are counted, and what its record types mean is told. */
function wholeStory(story, op) {
	const whole = {
		path: "story",
		op,
		text: `story ${op === "add" ? "added" : "removed"}: ${plural(story.agents.length, "action")}`,
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
function asShown(change, showable) {
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
	keys.sort((a, b) => a.at.y - b.at.y || a.at.x - b.at.x || byText(a.word, b.word));
	const position = new Map(keys.map(({ index }, place) => [index, place]));
	const joined = links.map((link) => ({
		...link,
		source: position.get(link.source) ?? 0,
		receiver: position.get(link.receiver) ?? 0
	}));
	joined.sort((a, b) => a.source - b.source || a.receiver - b.receiver || Number(a.secondary) - Number(b.secondary) || byText(a.mark, b.mark));
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
		const waiting = Map.groupBy(old.filter((note) => !taken.has(note)).toReversed(), key);
		for (const note of now) {
			const partner = partners.has(note) ? void 0 : waiting.get(key(note))?.pop();
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
const MOST = 40;
const LONGEST = 200;
/** The places inside each action where something changed, by its label, as the diff tells them. */
function placesByLabel(changes) {
	const places = /* @__PURE__ */ new Map();
	for (const { path, op, text } of changes) {
		const [, where, label, rest = ""] = OF_ACTION.exec(path) ?? [];
		if (label === void 0 || rest === "" && where === "agents" && op !== "update" && !text.startsWith(UNNAMED)) continue;
		const list = places.get(label) ?? [];
		places.set(label, list);
		if (list.length <= MOST) list.push(list.length === MOST ? "…" : bounded(placeIn(where, rest), LONGEST));
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
	const rewired = new Set(links.filter(({ mark, source, receiver }) => mark !== "unchanged" && isThere(marks[source]) && isThere(marks[receiver])).flatMap(({ source, receiver }) => [source, receiver]));
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
function isThere(mark) {
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

// src/picture/draw/colours.ts
/** Light and dark. Each text colour is readable on each ground that it is used on. */
const COLOURS = {
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
const NAMES = Object.keys(COLOURS);
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
	return NAMES.map((name) => `--sp-${name}:${COLOURS[name][side]}`).join(";");
}
/** The attributes of something filled and drawn in these colours. */
function painted({ fill, stroke }) {
	return {
		class: [...fill ? [`sp-f-${fill}`] : [], ...stroke ? [`sp-s-${stroke}`] : []].join(" "),
		fill: fill ? COLOURS[fill][0] : "none",
		...stroke ? { stroke: COLOURS[stroke][0] } : {}
	};
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

// src/picture/words.ts
/** Rows longer than this are cut before anything is measured: nobody could read them, and they may be hundreds of kilobytes. */
const MEASURED = 600;
/** No line holds more. */
const LINE = 200;
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
/** One line that is no wider, with an ellipsis where it is cut. */
function inRoom(text, width, size) {
	return text.length <= LINE && widthOf(text, size) <= width ? text : elided(text.slice(0, LINE), width, size);
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
const SIGNS = {
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
		d: SIGNS[look],
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

export { wholeStory as C, gitChanges as S, written as _, titleOfNode as a, shownPicture as b, colourOf as c, inLines as d, inRoom as f, element as g, wrapText as h, titleOfLink as i, lookOf as l, widthOf as m, headlineOf as n, LOOKS as o, oneLine as p, remarksOn as r, badge as s, descriptionOf as t, rounded as u, PICTURE_STYLE as v, shownPictureOfPush as x, painted as y };