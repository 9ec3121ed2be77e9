import { t as pLimit } from "./p-limit.js";
import { Ft as causeAsText, Jt as clip, Lt as count, Mt as STATUS_WORDS, R as neutralise, St as span, Vt as inDocument, bt as momentAhead, ft as explain, pt as explainIfAny, r as storyFileOf, s as CommitStories, yt as moment } from "./stories-at.js";
import { A as outcomesByDestination, F as rowsByRing, H as waitsForPhrase, L as notePhrase, M as waitingOf, W as UNSIGNED_STATE, a as findLiterals, c as findLiteralsInText, d as secretKindOf, f as findKnownFormats, i as shownPicture, k as earlierStory, l as isStrong, o as textsOf, p as versionChanges, s as scanBufferOf, u as headerKindOf, y as addressChanges } from "./words.js";
import { t as printable } from "./printable.js";
import { n as isArray, r as isObject } from "./loopback.js";
import { o as compactJson } from "./suggestion.js";
import { n as readingObjects } from "./objects.js";
import { createHash } from "node:crypto";
import { deflateSync, inflateSync } from "node:zlib";

// src/page/fleet/fleet.ts
const PAIR_COLUMNS = [
	"destination",
	"story",
	"standing",
	"lag",
	"commit",
	"synced",
	"recorded",
	"since",
	"id"
];

// src/page/packed/compressed.ts
/** A text as it stands in the file: compressed, in an alphabet that no markup begins with. */
function compressed(text) {
	return deflateSync(text, { level: 7 }).toString("base64");
}

// src/page/packed/columns.ts
/** Rows that all have these members; each value is JSON. */
function columnsOf(rows, names) {
	const columns = names.map((name) => [name, columnOf(rows.map((row) => row[name]))]);
	return {
		rows: rows.length,
		columns: Object.fromEntries(columns)
	};
}
function columnOf(values) {
	const of = [];
	const [plain, objects] = [/* @__PURE__ */ new Map(), /* @__PURE__ */ new Map()];
	const at = values.map((value) => {
		const [known, key] = typeof value === "object" && value !== null ? [objects, JSON.stringify(value)] : [plain, value];
		const place = known.get(key) ?? of.push(value) - 1;
		known.set(key, place);
		return place;
	});
	return of.length * 2 > values.length ? values : {
		of,
		at
	};
}
/** How far each number is from the one before it; a negative one is none, and skipped. */
function differences(numbers) {
	let before = 0;
	return numbers.map((number) => {
		if (number < 0) return null;
		const difference = number - before;
		before = number;
		return difference;
	});
}

// src/page/packed/fleet-columns.ts
const FORMAT = "storysync.page/1";
const DESTINATION = [
	"name",
	"host",
	"team",
	"ring",
	"engine",
	"manualOnly",
	"labels",
	"hold",
	"pin"
];
const STORY = [
	"key",
	"name",
	"id"
];
const STANDING = [
	"status",
	"reason",
	"message",
	"hint",
	"waits",
	"detached",
	"note",
	"warnings"
];
const PROGRESS = [
	"ring",
	"story",
	"state",
	"there",
	"total",
	"failed",
	"allowed",
	"opensAt",
	"waitsFor"
];
/** Columns that hardly differ from row to row, and those that grow. */
const PLAIN = [
	"standing",
	"lag",
	"commit"
];
const GROWING = [
	"destination",
	"story",
	"synced",
	"recorded",
	"since",
	"id"
];
/** The fleet as the text that the page carries. */
function packFleet(fleet) {
	const { destinations, stories, standings, progress, pairs, ...rest } = fleet;
	const packed = {
		format: FORMAT,
		...rest,
		destinations: columnsOf(destinations, DESTINATION),
		stories: columnsOf(stories, STORY),
		standings: columnsOf(standings, STANDING),
		progress: columnsOf(progress, PROGRESS),
		pairs: {
			...Object.fromEntries(PLAIN.map((name) => [name, pairs[name]])),
			...Object.fromEntries(GROWING.map((name) => [name, differences(pairs[name])]))
		}
	};
	return JSON.stringify(packed);
}

// src/page/packed/past-columns.ts
const EVENT = [
	"destination",
	"story",
	"what",
	"status",
	"reason",
	"commit"
];
/** The newest events, at most so many, as the text that the page carries. */
function packPast({ destinations, cutShort }, most = Number.POSITIVE_INFINITY) {
	const all = destinations.flatMap((events, destination) => events.map((event) => ({
		...event,
		destination
	}))).toSorted((a, b) => b.at - a.at);
	const kept = all.slice(0, most);
	const packed = {
		cutShort: cutShort || kept.length < all.length,
		at: differences(kept.map(({ at }) => at)),
		events: columnsOf(kept, EVENT)
	};
	return JSON.stringify(packed);
}
function countEvents({ destinations }) {
	return destinations.reduce((sum, events) => sum + events.length, 0);
}

// src/page/packed/fit.ts
/** A file with so many pairs has room for them in so many bytes, shell and all; more pairs have more room. */
const PAIRS = 5e4;
const ROOM_FOR_PAIRS = 614400;
/** History and pictures together. */
const ROOM_BESIDE = 1048576;
/** Words of the standings, at most so many characters in all: first those that are said of most pairs. */
const STEPS = [
	{
		ids: true,
		labels: true,
		words: Number.POSITIVE_INFINITY
	},
	{
		ids: false,
		labels: true,
		words: Number.POSITIVE_INFINITY
	},
	{
		ids: false,
		labels: true,
		words: 262144
	},
	{
		ids: false,
		labels: false,
		words: 65536
	},
	{
		ids: false,
		labels: false,
		words: 0
	}
];
/** The fleet's data in so many bytes; what does not fit is left out, the least needed first, and the page says so. */
function fitFleet(fleet, room) {
	let fitted;
	for (const step of STEPS) {
		const smaller = reduced(fleet, step);
		fitted = {
			fleet: smaller,
			data: compressed(packFleet(smaller))
		};
		if (fitted.data.length <= room) return fitted;
	}
	if (fitted === void 0) throw new Error("Internal error: there is no way to pack a fleet");
	return fitted;
}
function reduced(fleet, { ids, labels, words }) {
	const idsLost = !ids && fleet.pairs.id.some((id) => id !== -1);
	const labelsLost = !labels && fleet.destinations.some((each) => Object.keys(each.labels).length > 0);
	const { standings, lost } = withFewerWords(fleet, words);
	const leftOut = [
		...idsLost ? ["ids of stories at the destinations"] : [],
		...labelsLost ? ["labels"] : [],
		...lost > 0 ? [`the words of ${count(lost, "finding")}`] : []
	];
	return {
		...fleet,
		pairs: idsLost ? {
			...fleet.pairs,
			id: fleet.pairs.id.map(() => -1)
		} : fleet.pairs,
		destinations: labelsLost ? fleet.destinations.map((each) => ({
			...each,
			labels: {}
		})) : fleet.destinations,
		standings,
		leftOut: [...fleet.leftOut, ...leftOut]
	};
}
/** Whoever is said of most pairs keeps its words. */
function withFewerWords(fleet, room) {
	if (room === Number.POSITIVE_INFINITY) return {
		standings: fleet.standings,
		lost: 0
	};
	const uses = /* @__PURE__ */ new Map();
	for (const standing of fleet.pairs.standing) uses.set(standing, (uses.get(standing) ?? 0) + 1);
	const order = [...fleet.standings.keys()].toSorted((a, b) => (uses.get(b) ?? 0) - (uses.get(a) ?? 0) || a - b);
	const silent = /* @__PURE__ */ new Set();
	let said = 0;
	for (const index of order) {
		const standing = fleet.standings[index];
		const length = standing === void 0 ? 0 : wordsIn(standing);
		if (said + length > room) silent.add(index);
		else said += length;
	}
	return {
		standings: fleet.standings.map((standing, index) => silent.has(index) ? {
			...standing,
			message: null,
			hint: null,
			warnings: [],
			note: withoutWords(standing)
		} : standing),
		lost: silent.size
	};
}
function wordsIn({ message, hint, warnings, note }) {
	return [
		message,
		hint,
		...warnings,
		note?.reason,
		note?.owner
	].reduce((sum, text) => sum + (text?.length ?? 0), 0);
}
function withoutWords({ note }) {
	return note && {
		reason: null,
		owner: null,
		until: note.until
	};
}
/** The past in so many bytes: the oldest is left out first. */
function fitPast(past, room) {
	const whole = compressed(packPast(past));
	if (whole.length <= room) return whole;
	let [fits, tooMany] = [0, countEvents(past)];
	let best = compressed(packPast(past, 0));
	for (let looks = 0; looks < 20 && tooMany - fits > 1; looks++) {
		const most = Math.floor((fits + tooMany) / 2);
		const data = compressed(packPast(past, most));
		if (data.length <= room) [fits, best] = [most, data];
		else tooMany = most;
	}
	return best;
}

// src/page/packed/picture-columns.ts
const NODE = [
	"kind",
	"mark",
	"name",
	"type",
	"x",
	"y",
	"from",
	"width",
	"disabled",
	"places",
	"tools"
];
const LINK = [
	"source",
	"receiver",
	"secondary",
	"mark"
];
/** All pictures as the text that the page carries; the parts of all of them stand in one table. */
function packPictures({ pictures, leftOut }) {
	const frames = pictures.map(({ story, before, picture }) => {
		const { name, counts, nodes, links, leftOut: left } = picture;
		return {
			story,
			before,
			name,
			counts,
			leftOut: left,
			nodes: nodes.length,
			links: links.length
		};
	});
	const nodes = pictures.flatMap(({ picture }) => picture.nodes.map(({ at, ...node }) => ({
		...node,
		...at
	})));
	const links = pictures.flatMap(({ picture }) => picture.links);
	const packed = {
		leftOut,
		frames,
		nodes: columnsOf(nodes, NODE),
		links: columnsOf(links, LINK)
	};
	return JSON.stringify(packed);
}

// src/page/packed/fit-beside.ts
/**
* History and pictures in the room that they have together. Pictures get what a whole history leaves, and half of it in
* any case; history gets what the pictures did not need.
*/
function fitBeside(past, pictures, room) {
	const alone = fitPast(past, room);
	if (pictures === void 0) return {
		past: alone,
		pictures: void 0
	};
	const fitted = fitPictures(pictures, Math.max(Math.floor(room / 2), room - alone.length));
	const left = room - fitted.data.length;
	return {
		past: alone.length <= left ? alone : fitPast(past, left),
		pictures: fitted
	};
}
/** As many pictures as there is room for: the largest are left out first. */
function fitPictures(all, room) {
	const bySize = all.pictures.map((picture) => ({
		picture,
		size: JSON.stringify(picture).length
	})).toSorted((a, b) => a.size - b.size).map(({ picture }) => picture);
	const withSmallest = (drawn) => {
		const leftOut = [...all.leftOut, ...bySize.slice(drawn).map(({ story }) => story)];
		return {
			data: compressed(packPictures({
				pictures: bySize.slice(0, drawn),
				leftOut
			})),
			drawn,
			leftOut: leftOut.length
		};
	};
	const whole = withSmallest(bySize.length);
	if (whole.data.length <= room) return whole;
	let [fits, tooMany, best] = [
		0,
		bySize.length,
		withSmallest(0)
	];
	while (tooMany - fits > 1) {
		const most = Math.floor((fits + tooMany) / 2);
		const some = withSmallest(most);
		if (some.data.length <= room) [fits, best] = [most, some];
		else tooMany = most;
	}
	return best;
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
const NAMES$1 = Object.keys(COLOURS);
/**
* What a picture looks like. A page sets it once for all pictures and may set the variables anew; the attributes that
* `painted` gives beside the classes are for viewers that know no variables.
*/
const PICTURE_STYLE = [
	`.sp{${variables(0)}}`,
	`@media (prefers-color-scheme:dark){.sp{${variables(1)}}}`,
	...NAMES$1.map((name) => `.sp .sp-f-${name}{fill:var(--sp-${name})}.sp .sp-s-${name}{stroke:var(--sp-${name})}`)
].join("\n");
function variables(side) {
	return NAMES$1.map((name) => `--sp-${name}:${COLOURS[name][side]}`).join(";");
}

// src/page/view/picture-words.ts
/** What a reader without script is told of pictures: that there are some, and which there are not. */
function picturesWords({ drawn, leftOut }) {
	return `${drawn === 0 ? "" : `With its script this page also has a picture of ${count(drawn, "story", "stories")}. `}${leftOut === 0 ? "" : `It leaves out ${leftOutWords(leftOut)}.`}`.trim();
}
function leftOutWords(leftOut) {
	return leftOut === 1 ? "the picture of the largest story" : `the pictures of the ${leftOut} largest stories`;
}
/** Where other names stand for those of destinations. */
const NO_PICTURES_UNDER_ALIAS = "Pictures of stories are left out: names, notes and addresses in a story are its author’s words, and may tell who it is for.";

// src/page/view/tallies.ts
/** Worst first. */
const MARKS = [
	"failed",
	"pending",
	"synced"
];
function markOf({ status }) {
	return status === "requires_sync" ? "pending" : status;
}
function tallyPairs(fleet, pairs) {
	const counts = new Uint32Array(fleet.standings.length);
	for (const pair of pairs) {
		const standing = fleet.pairs.standing[pair] ?? -1;
		counts[standing] = (counts[standing] ?? 0) + 1;
	}
	const tally = {
		failed: 0,
		pending: 0,
		synced: 0
	};
	for (const [index, standing] of fleet.standings.entries()) tally[markOf(standing)] += counts[index] ?? 0;
	return tally;
}
function allPairs(fleet) {
	return [...fleet.pairs.destination.keys()];
}

// src/page/document/html.ts
const ENTITIES = {
	"&": "&amp;",
	"<": "&lt;",
	">": "&gt;",
	"\"": "&quot;",
	"'": "&#39;"
};
/** Markup that may be put into a page as it is: made by `html` alone. */
var Html = class {
	text;
	constructor(text) {
		this.text = text;
	}
};
/** Tagged template: what is put in is text, unless it is made by `html` itself. */
function html(strings, ...parts) {
	return new Html(strings.map((text, index) => text + inMarkup(parts[index] ?? "")).join(""));
}
function inMarkup(part) {
	if (part instanceof Html) return part.text;
	if (typeof part === "string") return part.replaceAll(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
	return typeof part === "number" ? String(part) : part.map(inMarkup).join("");
}

// src/page/view/age-words.ts
/** How old the answer is, and how far it can be believed. */
function ageWords({ at, live, recordedAt, unsigned }) {
	if (live) return `As the tenants answered, ${moment(at)}.`;
	const recorded = recordedAt === null ? `Nothing is recorded yet; made ${moment(at)}.` : `As recorded ${moment(recordedAt)}; this page was made ${moment(at)} (${span(recordedAt, at)} later).`;
	return unsigned ? `${recorded} ${UNSIGNED_STATE}` : recorded;
}

// src/page/fleet/per-fleet.ts
/** What a fleet has of its own, whatever the filter is: made when it is first asked for, and kept as long as the fleet. */
function perFleet(make) {
	const made = /* @__PURE__ */ new WeakMap();
	return (fleet) => {
		const known = made.get(fleet);
		if (known !== void 0) return known.value;
		const value = make(fleet);
		made.set(fleet, { value });
		return value;
	};
}

// src/page/view/standing-words.ts
/** Why a pair stands as it does, in one line; empty for what is simply in sync. */
function whyWordsOf({ reason, message, waits }, at) {
	const why = causeAsText(reason, message);
	if (waits === null || message !== null) return why;
	const end = waits.until === null ? "" : `, not before ${momentAhead(waits.until, at)}`;
	return `waits ${inDocument(waitsForPhrase(waits.for))}${end}`;
}
/** Status and why: what a screen reader hears of a pair. */
function pairWords(standing, at) {
	const why = whyWordsOf(standing, at);
	const word = STATUS_WORDS[standing.status];
	return why === "" ? word : `${word}: ${why}`;
}
/** One character for a pair, as the command line has them. */
function signOf({ status, reason, waits, detached }) {
	if (status === "failed") return "!";
	if (status === "synced") return "=";
	if (waits || detached || reason === "held" || reason === "manual_sync_only" || reason === "not_reached") return ".";
	return reason === "new" || reason === "recreated" ? "+" : "~";
}
/** Each standing as the grid tells it, once for the thousands of pairs that have it. */
const toldStandings = perFleet(({ standings, at }) => standings.map((standing) => {
	const sign = signOf(standing);
	return {
		sign,
		look: sign === "." ? "waits" : markOf(standing),
		words: pairWords(standing, at)
	};
}));
/** `3 commits behind for 2 days`. */
function lagWords({ commits, since }, at) {
	return `${count(commits, "commit")} behind for ${span(since, at)}`;
}
/** `held by @acme/soc until 2027-01-31: audit`, as far as the page may tell. */
function noteWords(what, note, at) {
	if (note === null) return "detached there, with a tag";
	const { reason, owner, until } = note;
	const words = {
		reason: reason ?? "",
		...owner === null ? {} : { owner },
		...until === null ? {} : { until }
	};
	return inDocument(notePhrase(what === "pinned" ? ["pinned"] : what, words, at)).replace(/: $/, "");
}
function pinWords(pin, at) {
	const some = pin.stories === null ? "" : ` (${pin.stories.join(", ")})`;
	return noteWords("pinned", pin, at).replace(/^pinned/, `pinned to ${pin.commit.slice(0, 12)}${some}`);
}

// src/page/view/debt-words.ts
/** What keeps a destination from where git wants it, for how long, and until when. */
function debtWords(fleet, kind, { destination, note, since, commits }) {
	const ago = since === null ? "" : ` for ${span(since, fleet.at)}`;
	const { pin = null } = fleet.destinations[destination] ?? {};
	if (kind === "behind") return since === null ? "behind" : lagWords({
		commits: commits ?? 0,
		since
	}, fleet.at);
	if (kind === "drift") return `edited at the destination${ago}`;
	if (kind === "pinned") return pin === null ? "pinned" : pinWords(pin, fleet.at);
	return noteWords(kind, note, fleet.at);
}

// src/page/filter/pair-test.ts
const COLUMNS = [
	"destination",
	"story",
	"standing",
	"commit",
	"lag"
];
function bits(rows, test) {
	const answers = new Uint8Array(rows.length);
	for (const [index, row] of rows.entries()) if (test(row)) answers[index] = 1;
	return answers;
}
/**
* Sets the mark of each pair for which a test holds. One table at a time, and none that says no throughout: what is left to
* do for fifty thousand pairs is a look into one array of bytes.
*/
function markPairs({ pairs }, test, marks, mark) {
	const { noLag = false, stories = /* @__PURE__ */ new Map() } = test;
	for (const name of COLUMNS) {
		const answers = test[name];
		const ofNone = name === "lag" && noLag;
		if (answers !== void 0 && (ofNone || answers.includes(1))) markBy(pairs[name], answers, ofNone, {
			marks,
			mark
		});
	}
	if (stories.size === 0) return;
	for (const [pair, destination] of pairs.destination.entries()) if (stories.get(destination)?.has(pairs.story[pair] ?? -1)) marks[pair] = (marks[pair] ?? 0) | mark;
}
function markBy(column, answers, ofNone, { marks, mark }) {
	const shifted = new Uint8Array(answers.length + 1);
	shifted.set(answers, 1);
	shifted[0] = ofNone ? 1 : 0;
	for (let pair = 0; pair < marks.length; pair++) if (shifted[(column[pair] ?? -1) + 1] === 1) marks[pair] = (marks[pair] ?? 0) | mark;
}

// src/page/filter/qualities.ts
/** What `is:` can ask, in the order in which people are told. */
const QUALITIES = [
	"behind",
	"drift",
	"waiting",
	"detached",
	"held",
	"pinned",
	"manual",
	"expired"
];
/** Each quality as a question to the pairs. */
function testOfQuality(fleet, quality) {
	const { destinations, standings, lags, at } = fleet;
	switch (quality) {
		case "behind": return { lag: bits(lags, () => true) };
		case "drift": return { standing: bits(standings, ({ reason, status }) => reason === "drift" && status !== "synced") };
		case "waiting": return { standing: bits(standings, ({ waits }) => waits !== null) };
		case "detached": return { standing: bits(standings, ({ detached }) => detached) };
		case "held": return { destination: bits(destinations, ({ hold }) => hold !== null) };
		case "pinned": return testOfPins(fleet);
		case "manual": return { destination: bits(destinations, ({ manualOnly }) => manualOnly) };
		case "expired": return {
			destination: bits(destinations, ({ hold, pin }) => isOver$1(hold, at) || isOver$1(pin, at)),
			standing: bits(standings, ({ note }) => isOver$1(note, at))
		};
		default: return quality;
	}
}
/** For each pair what it has: a bit for each quality, and there are eight. */
const qualityMarks = perFleet((fleet) => {
	const marks = new Uint8Array(fleet.pairs.destination.length);
	for (const [place, quality] of QUALITIES.entries()) markPairs(fleet, testOfQuality(fleet, quality), marks, 1 << place);
	return marks;
});
/** A pin may be about some stories alone. */
function testOfPins({ destinations, stories }) {
	const some = destinations.flatMap(({ pin }, index) => pin?.stories ? [[index, placesOf(pin, stories)]] : []);
	return {
		destination: bits(destinations, ({ pin }) => pin !== null && pin.stories === null),
		stories: new Map(some)
	};
}
function placesOf({ stories: keys }, stories) {
	return new Set([...stories.keys()].filter((index) => keys?.includes(stories[index]?.key ?? "") === true));
}
function isOver$1(note, at) {
	return note !== null && isExpired(note.until, at);
}
/** The day itself still counts. */
function isExpired(until, at) {
	return until !== null && until < at.slice(0, 10);
}

// src/page/view/debts.ts
const DEBT_KINDS = [
	"behind",
	"drift",
	"detached",
	"held",
	"pinned"
];
/** What is over comes first, then what ends next, then what has waited longest. */
function debtsOf(fleet, pairs, kind) {
	const chosen = pairs.filter(choosing(fleet, kind));
	return [...Map.groupBy(chosen, (pair) => fleet.pairs.destination[pair] ?? -1)].flatMap(([destination, its]) => debtsAt(fleet, destination, its, kind)).toSorted((a, b) => Number(b.expired) - Number(a.expired) || compare(a.note?.until, b.note?.until) || compare(a.since, b.since) || a.destination - b.destination);
}
function choosing({ pairs, standings, destinations }, kind) {
	if (kind === "behind") return (pair) => pairs.lag[pair] !== -1;
	if (kind === "held" || kind === "pinned") {
		const noted = destinations.map(({ hold, pin }) => (kind === "held" ? hold : pin) !== null);
		return (pair) => noted[pairs.destination[pair] ?? -1] === true;
	}
	const isDrift = ({ reason, status }) => reason === "drift" && status !== "synced";
	const told = standings.map((standing) => kind === "detached" ? standing.detached : isDrift(standing));
	return (pair) => told[pairs.standing[pair] ?? -1] === true;
}
function debtsAt(fleet, destination, pairs, kind) {
	const { hold = null, pin = null } = fleet.destinations[destination] ?? {};
	if (kind === "held" || kind === "pinned") {
		const note = kind === "held" ? hold : pin;
		return [{
			destination,
			pairs,
			note,
			expired: isOver(note, fleet),
			since: null,
			commits: null
		}];
	}
	if (kind === "behind") {
		let [since, commits] = [null, 0];
		for (const pair of pairs) {
			const lag = fleet.lags[fleet.pairs.lag[pair] ?? -1];
			if (lag === void 0) continue;
			if (since === null || lag.since < since) since = lag.since;
			commits = Math.max(commits, lag.commits);
		}
		return [{
			destination,
			pairs,
			note: null,
			expired: false,
			since,
			commits
		}];
	}
	return [...Map.groupBy(pairs, (pair) => JSON.stringify(noteOfPair(fleet, pair))).values()].map((its) => {
		const note = noteOfPair(fleet, its[0] ?? -1);
		return {
			destination,
			pairs: its,
			note,
			expired: isOver(note, fleet),
			since: sinceOf(fleet, its),
			commits: null
		};
	});
}
function noteOfPair({ standings, pairs }, pair) {
	return standings[pairs.standing[pair] ?? -1]?.note ?? null;
}
function isOver(note, { at }) {
	return note !== null && isExpired(note.until, at);
}
/** Since when the first of them is so, as far as recorded. */
function sinceOf({ pairs }, its) {
	const known = its.map((pair) => {
		const since = pairs.since[pair] ?? -1;
		return since === -1 ? pairs.recorded[pair] ?? -1 : since;
	}).filter((time) => time !== -1).toSorted((a, b) => a - b);
	return known[0] === void 0 ? null : (/* @__PURE__ */ new Date(known[0] * 1e3)).toISOString();
}
function compare(a, b) {
	const [left, right] = [a ?? "9999", b ?? "9999"];
	return left < right ? -1 : left > right ? 1 : 0;
}

// src/page/view/findings.ts
/** Findings of the pairs, failed ones first, and of each kind the most frequent; what is simply in sync is none. */
function findingsOf(fleet, pairs) {
	const causes = causesOf(fleet);
	const groups = fleet.standings.map(() => []);
	for (const pair of pairs) groups[causes[fleet.pairs.standing[pair] ?? -1] ?? -1]?.push(pair);
	return groups.flatMap((its) => {
		const standing = fleet.standings[fleet.pairs.standing[its[0] ?? -1] ?? -1];
		if (standing === void 0) return [];
		const { destination, story } = fleet.pairs;
		return [{
			standing,
			pairs: its,
			destinations: differing(its, destination, fleet.destinations.length),
			stories: differing(its, story, fleet.stories.length)
		}];
	}).toSorted((a, b) => MARKS.indexOf(markOf(a.standing)) - MARKS.indexOf(markOf(b.standing)) || b.pairs.length - a.pairs.length || (a.pairs[0] ?? 0) - (b.pairs[0] ?? 0));
}
/** For each standing the first that says the same; -1 for what is no finding. */
const causesOf = perFleet(({ standings }) => {
	const first = /* @__PURE__ */ new Map();
	return standings.map((standing, index) => {
		if (!isFinding(standing)) return -1;
		const cause = causeOf(standing);
		const same = first.get(cause) ?? index;
		first.set(cause, same);
		return same;
	});
});
/** How many rows of a table the pairs refer to. */
function differing(pairs, column, rows) {
	const seen = new Uint8Array(rows);
	let number = 0;
	for (const pair of pairs) {
		const row = column[pair] ?? -1;
		if (seen[row] === 0) number++;
		seen[row] = 1;
	}
	return number;
}
function isFinding({ status, warnings }) {
	return status !== "synced" || warnings.length > 0;
}
/** All that people are told, but for whose detachment it is. */
function causeOf({ status, reason, message, hint, waits, warnings, detached }) {
	return JSON.stringify([
		status,
		reason,
		message,
		hint,
		waits?.for,
		warnings,
		detached
	]);
}

// src/page/document/static-part.ts
/** Rows of each table, and names in a row: whoever prints this wants to read it. */
const ROWS = 100;
const NAMES = 20;
/** What the page says without its script: totals, what failed or waits, rings, and who is left alone until when. */
function staticPart(fleet, pictures) {
	const pairs = allPairs(fleet);
	const tally = tallyPairs(fleet, pairs);
	const findings = findingsOf(fleet, pairs);
	const debts = DEBT_KINDS.flatMap((kind) => debtsOf(fleet, pairs, kind).map((debt) => ({
		kind,
		debt
	})));
	return html`<header><h1>storysync: the fleet</h1><p>${ageWords(fleet)}</p></header>
<p><strong>${tally.failed} failed</strong>, <strong>${tally.pending} pending</strong>, <strong>${tally.synced} synced</strong>:
${count(pairs.length, "pair")} of ${count(fleet.destinations.length, "destination")} and ${count(fleet.stories.length, "story", "stories")}.</p>
${table("What failed, and what waits", [
		"Status",
		"Where",
		"Why",
		"Next step"
	], findings.map((finding) => [
		STATUS_WORDS[finding.standing.status],
		whereOf(fleet, finding),
		[whyWordsOf(finding.standing, fleet.at), ...finding.standing.warnings].filter((text) => text !== "").join("; "),
		finding.standing.hint ?? ""
	]))}
${table("Rings", [
		"Ring",
		"Story",
		"State",
		"There",
		"Failed"
	], fleet.progress.map(({ ring, story, state, there, total, failed }) => [
		ring,
		story,
		state,
		`${there} of ${total}`,
		String(failed)
	]))}
${table("Behind, edited, or left alone", [
		"Destination",
		"Stories",
		"What"
	], debts.map(({ kind, debt }) => [
		destinationOf(fleet, debt),
		storiesOf(fleet, debt),
		debtWords(fleet, kind, debt)
	]))}${paragraph(fleet.naming === "names" ? picturesWords(pictures ?? {
		drawn: 0,
		leftOut: 0
	}) : NO_PICTURES_UNDER_ALIAS)}`;
}
function paragraph(text) {
	return text === "" ? html`` : html`<p>${text}</p>`;
}
function whereOf(fleet, { pairs }) {
	return `${named(pairs.map((pair) => fleet.destinations[fleet.pairs.destination[pair] ?? -1]?.name ?? ""))} / ${named(pairs.map((pair) => fleet.stories[fleet.pairs.story[pair] ?? -1]?.key ?? ""))}`;
}
function destinationOf(fleet, { destination }) {
	return fleet.destinations[destination]?.name ?? "";
}
function storiesOf(fleet, { pairs }) {
	return named(pairs.map((pair) => fleet.stories[fleet.pairs.story[pair] ?? -1]?.key ?? ""));
}
function named(names) {
	const unique = [...new Set(names)];
	const shown = unique.length <= 21 ? unique : unique.slice(0, NAMES);
	return `${shown.join(", ")}${shown.length < unique.length ? ` and ${unique.length - shown.length} more` : ""}`;
}
function table(title, heads, rows) {
	if (rows.length === 0) return html``;
	const shown = rows.length <= 101 ? rows : rows.slice(0, ROWS);
	const more = rows.length - shown.length;
	return html`<h2>${title}</h2><table><thead><tr>${heads.map((head) => html`<th scope="col">${head}</th>`)}</tr></thead><tbody>${shown.map((row) => html`<tr>${row.map((cell) => html`<td>${cell}</td>`)}</tr>`)}</tbody></table>${more > 0 ? html`<p>… ${more} more (with its script, this page has them all)</p>` : ""}`;
}

// \0@oxc-project+runtime@0.156.0/helpers/esm/taggedTemplateLiteral.js
function _taggedTemplateLiteral(e, t) {
	return t || (t = e.slice(0)), Object.freeze(Object.defineProperties(e, { raw: { value: Object.freeze(t) } }));
}

// src/page/document/page.ts
var _templateObject;
var _templateObject2;
/**
* The page as one file. What others wrote stands in it as escaped text and, compressed, as base64: in neither does markup
* begin. It may run one script and one style, both known by their hashes, and ask for nothing.
*/
function pageDocument({ fleet: whole, past, pictures }, shell) {
	const beside = fitBeside(past, pictures, ROOM_BESIDE);
	const lost = beside.pictures?.leftOut ?? 0;
	const fleet = lost === 0 ? whole : {
		...whole,
		leftOut: [...whole.leftOut, leftOutWords(lost)]
	};
	const nothing = {
		past: "",
		pictures: beside.pictures && {
			...beside.pictures,
			data: ""
		}
	};
	const around = Buffer.byteLength(documentOf(fleet, {
		fleet: "",
		...nothing
	}, shell));
	const { fleet: fitted, data } = fitFleet(fleet, roomFor(fleet) - around);
	return documentOf(fitted, {
		fleet: data,
		...beside
	}, shell);
}
/** More pairs than the file is meant for have as much room each. */
function roomFor({ pairs }) {
	return Math.ceil(ROOM_FOR_PAIRS * Math.max(1, pairs.destination.length / PAIRS));
}
function documentOf(fleet, blocks, { script, style }) {
	const policy = [
		"default-src 'none'",
		`script-src '${hashOf(script)}'`,
		`style-src '${hashOf(style)}'`,
		"base-uri 'none'",
		"form-action 'none'"
	].join("; ");
	const { failed, pending, synced } = tallyPairs(fleet, allPairs(fleet));
	return html(_templateObject || (_templateObject = _taggedTemplateLiteral([
		"<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"",
		"\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n<meta name=\"referrer\" content=\"no-referrer\">\n<meta name=\"color-scheme\" content=\"light dark\">\n<title>",
		"</title>\n<style>",
		"</style>\n</head>\n<body>\n<div id=\"page\"><main class=\"static\">\n",
		"\n</main></div>\n<script>",
		"<\/script>\n",
		"\n",
		"\n",
		"\n</body>\n</html>\n"
	])), new Html(policy), `storysync: ${failed} failed, ${pending} pending, ${synced} synced`, new Html(style), staticPart(fleet, blocks.pictures), new Html(script), block("fleet", blocks.fleet), block("past", blocks.past), blocks.pictures === void 0 ? "" : block("pictures", blocks.pictures.data)).text;
}
/** Inert: no browser runs a script of this type. */
function block(name, base64) {
	return html(_templateObject2 || (_templateObject2 = _taggedTemplateLiteral([
		"<script type=\"application/octet-stream;base64\" id=\"",
		"\">",
		"<\/script>"
	])), `data-${name}`, base64);
}
function hashOf(text) {
	return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

// src/page/fleet/cleaned.ts
const NAME_LIMIT = 100;
const WORDS_LIMIT = 500;
/** A name that somebody chose, cut, and with everything written out that people cannot see. */
function cleanName(text) {
	return printable(clip(text, NAME_LIMIT));
}
/** A sentence that may quote what others wrote. */
function cleanWords(text) {
	return printable(clip(text.trim(), WORDS_LIMIT));
}
function cleanWordsOrNull(text) {
	return text === null || text === void 0 || text === "" ? null : cleanWords(text);
}

// src/page/fleet/naming.ts
/** Digits of a code: with a thousand destinations two are alike once in half a billion pages. */
const DIGITS = 12;
/** The destination with this place in the manifest, as the page has it. */
function namedDestination(destination, place, naming) {
	const { tenantUrl, teamId, engine, manualSyncOnly, labels, hold, pin } = destination;
	const { ring } = place;
	const host = hostOf(tenantUrl);
	const fixed = {
		ring,
		engine,
		manualOnly: manualSyncOnly
	};
	if (naming.kind === "names") return {
		name: destination.name,
		host: cleanName(host),
		team: teamId,
		...fixed,
		labels: Object.fromEntries(Object.entries(labels).map(([name, value]) => [cleanName(name), cleanName(value)])),
		hold: hold ? pageNoteOf(hold, naming) : null,
		pin: pin ? pinOfPage(pin, naming) : null
	};
	return {
		...aliasOf({
			name: destination.name,
			host
		}, place, naming),
		team: null,
		...fixed,
		labels: {},
		hold: hold ? pageNoteOf(hold, naming) : null,
		pin: pin ? pinOfPage(pin, naming) : null
	};
}
function aliasOf({ name, host }, { index, hosts }, naming) {
	if (naming.kind === "codes") return {
		name: `d-${coded(naming, "destination", name)}`,
		host: `h-${coded(naming, "host", host)}`
	};
	const ofHost = hosts.get(host) ?? hosts.size + 1;
	hosts.set(host, ofHost);
	return {
		name: `destination-${index + 1}`,
		host: `host-${ofHost}`
	};
}
function pageNoteOf({ reason, owner, until }, naming) {
	if (naming.kind !== "names") return {
		reason: null,
		owner: null,
		until: until ?? null
	};
	return {
		reason: cleanWordsOrNull(reason),
		owner: cleanWordsOrNull(owner),
		until: until ?? null
	};
}
function pinOfPage(pin, naming) {
	return {
		...pageNoteOf(pin, naming),
		commit: pin.commit,
		stories: pin.stories ?? null
	};
}
function coded({ code }, what, name) {
	return code(what, name).slice(0, DIGITS);
}
/** With port and path prefix, where there are some: two tenants may differ in nothing else. */
function hostOf(tenantUrl) {
	return tenantUrl.replace(/^https?:\/\//, "");
}

// src/page/fleet/fleet-of.ts
/** A status report as the page's tables. */
function pageFleetOf(report, naming) {
	const stories = new Table(({ key }) => key);
	const standings = new Table((standing) => JSON.stringify(standing));
	const lags = new Table((lag) => JSON.stringify(lag));
	const commits = new Table((commit) => commit);
	const pairs = columns();
	const hosts = /* @__PURE__ */ new Map();
	const destinations = [...outcomesByDestination(report)].map(([destination, outcomes], index) => {
		const notes = new Map(destination.subscriptions.map(({ storyKey, detached }) => [storyKey, detached]));
		for (const outcome of outcomes) {
			const { storyKey: key, storyName, behind, commit, destinationStoryId: id } = outcome;
			const note = outcome.detached ? notes.get(key) : void 0;
			pairs.destination.push(index);
			pairs.story.push(stories.add({
				key,
				name: cleanName(storyName),
				id: report.storyIds.get(key) ?? null
			}));
			pairs.standing.push(standings.add({
				...standingOf(outcome, naming),
				note: note ? pageNoteOf(note, naming) : null
			}));
			pairs.lag.push(behind ? lags.add({
				commits: behind.commits,
				since: behind.since
			}) : -1);
			pairs.commit.push(commit === null ? -1 : commits.add(commit));
			pairs.synced.push(unixSeconds(outcome.syncedAt));
			pairs.recorded.push(unixSeconds(outcome.recordedAt));
			pairs.since.push(unixSeconds(outcome.unchangedSince));
			pairs.id.push(naming.kind === "names" ? id ?? -1 : -1);
		}
		const ring = report.rollout?.rings.get(destination.name) ?? null;
		return namedDestination(destination, {
			index,
			hosts,
			ring
		}, naming);
	});
	return {
		at: report.now,
		recordedAt: report.live ? null : newest(report.outcomes),
		live: report.live,
		unsigned: report.unsigned,
		commit: report.commit,
		naming: naming.kind,
		rings: ringsOf(report),
		destinations,
		stories: stories.rows,
		standings: standings.rows,
		lags: lags.rows,
		commits: commits.rows,
		pairs,
		progress: report.rollout?.progress ?? [],
		override: overrideOf(report, naming),
		leftOut: []
	};
}
function standingOf(outcome, naming) {
	const { status, reason, detached, fact, warnings } = outcome;
	const waits = waitingOf(outcome) ?? null;
	const fixed = {
		status,
		reason,
		waits: waits && {
			for: waits.for,
			until: waits.until
		},
		detached
	};
	if (naming.kind !== "names") return {
		...fixed,
		message: null,
		hint: null,
		warnings: []
	};
	const { message, hint } = explainIfAny(fact);
	return {
		...fixed,
		message: cleanWordsOrNull(message),
		hint: cleanWordsOrNull(hint),
		warnings: warnings.map((warning) => cleanWords(explain(warning).message))
	};
}
/** Rings that have a destination, in the order in which a change goes through them. */
function ringsOf({ rollout }) {
	if (rollout === void 0) return [];
	const moving = rowsByRing(rollout.progress).flatMap(([row]) => row?.ring ?? []);
	return [.../* @__PURE__ */ new Set([...moving, ...rollout.rings.values()])];
}
function overrideOf({ rollout }, naming) {
	const { override } = rollout ?? {};
	if (override === void 0) return null;
	return {
		reason: naming.kind === "names" ? cleanWords(override.reason) : null,
		at: override.at
	};
}
function newest(outcomes) {
	return outcomes.reduce((latest, { recordedAt = null }) => {
		return recordedAt !== null && (latest === null || latest < recordedAt) ? recordedAt : latest;
	}, null);
}
/** What is no time, in a file that somebody edited, is none. */
function unixSeconds(time) {
	const milliseconds = Date.parse(time ?? "");
	return Number.isNaN(milliseconds) || milliseconds < 0 ? -1 : Math.floor(milliseconds / 1e3);
}
function columns() {
	return Object.fromEntries(PAIR_COLUMNS.map((column) => [column, []]));
}
/** Rows, each once, in the order in which they came. */
var Table = class {
	rows = [];
	#places = /* @__PURE__ */ new Map();
	#keyOf;
	constructor(keyOf) {
		this.#keyOf = keyOf;
	}
	add(row) {
		const key = this.#keyOf(row);
		const known = this.#places.get(key);
		if (known !== void 0) return known;
		this.#places.set(key, this.rows.length);
		return this.rows.push(row) - 1;
	}
};

// src/page/fleet/past.ts
/**
* What the records of one destination tell of its past. Each holds since when each story is as it is, so the same event stands
* in many of them; it is told once.
*/
function pastOf(records) {
	const events = /* @__PURE__ */ new Map();
	const add = (event) => {
		const { story, at, what, status } = event;
		if (at >= 0) events.set([
			at,
			what,
			status,
			story
		].join("\n"), event);
	};
	for (const { last, stories } of records.toReversed()) {
		for (const [story, { syncedAt, status, reason, commit }] of Object.entries(stories)) add({
			story,
			at: unixSeconds(syncedAt),
			what: "push",
			status,
			reason,
			commit: commit ?? null
		});
		for (const [story, { status, reason, at, commit }] of Object.entries(last)) add({
			story,
			at: unixSeconds(at),
			what: "status",
			status,
			reason,
			commit: commit ?? null
		});
	}
	const inOrder = [...events.values()].toSorted((a, b) => a.at - b.at);
	const echoes = new Set([...Map.groupBy(inOrder, ({ story }) => story).values()].flatMap(echoesIn));
	return inOrder.filter((event) => !echoes.has(event)).toReversed();
}
/** A push tells how it ended; that the pair has this status from then on is no second event. */
function echoesIn(inOrder) {
	return inOrder.filter(({ what, status }, index) => {
		const before = inOrder[index - 1];
		return what === "status" && before?.what === "push" && before.status === status;
	});
}

// src/page/shell.json
var shell_default = {
	script: "/*!\nWith fastest-levenshtein 1.0.16:\nMIT License\n\nCopyright (c) 2020 Kasper Unn Weihe\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\nof this software and associated documentation files (the \"Software\"), to deal\nin the Software without restriction, including without limitation the rights\nto use, copy, modify, merge, publish, distribute, sublicense, and/or sell\ncopies of the Software, and to permit persons to whom the Software is\nfurnished to do so, subject to the following conditions:\n\nThe above copyright notice and this permission notice shall be included in all\ncopies or substantial portions of the Software.\n\nTHE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR\nIMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,\nFITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE\nAUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER\nLIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,\nOUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE\nSOFTWARE.\n\nWith preact 11.2.0:\nThe MIT License (MIT)\n\nCopyright (c) 2015-present Jason Miller\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\nof this software and associated documentation files (the \"Software\"), to deal\nin the Software without restriction, including without limitation the rights\nto use, copy, modify, merge, publish, distribute, sublicense, and/or sell\ncopies of the Software, and to permit persons to whom the Software is\nfurnished to do so, subject to the following conditions:\n\nThe above copyright notice and this permission notice shall be included in all\ncopies or substantial portions of the Software.\n\nTHE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR\nIMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,\nFITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE\nAUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER\nLIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,\nOUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE\nSOFTWARE.\n*/\n(function(){var e,t,n,r,i,a,o,s,c,l,u,d=Symbol.for(`pv`),f={},p=[],m=/^m(i|n|o|s|text|space)$/,h=Array.isArray,g=p.slice,_=Object.assign;function v(e){e&&e.parentNode&&e.remove()}function y(e,t,n){var r,i,a,o={},s=arguments.length;for(a in t)a==`key`?r=t[a]:a==`ref`&&typeof e!=`function`?i=t[a]:o[a]=t[a];return s>2&&(o.children=s>3?g.call(arguments,2):n),b(e,o,r,i,null)}function b(n,r,i,a,o){var s={type:n,props:r,key:i,ref:a,__k:null,__:null,__b:0,__e:null,__c:null,constructor:d,__v:o||++t,__i:-1,__u:0};return!o&&e.vnode&&e.vnode(s),s}function x(e){return e.children}function S(e,t){this.props=e,this.context=t,this.__g=0}function C(e,t){if(t==null)return e.__&&C(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!=`function`||e.props.__P?null:C(e)}function ee(t){var n,r=t.__v,i=r.__e,a=[],o=[],s=t.__P;s&&((n=_({constructor:d},r)).__v=r.__v+1,e.vnode&&e.vnode(n),se(s,n,r,t.__n,s.namespaceURI,32&r.__u?[i]:null,a,i||C(r),32&r.__u,o),n.__v=r.__v,n.__.__k[n.__i]=n,O(a,n,o),r.__=r.__e=null,n.__e!=i&&w(n))}function w(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),w(e)}function T(t){(8&t.__g||(t.__g|=8,n.push(t),i++))&&r==e.debounceRendering||((r=e.debounceRendering)||queueMicrotask)(E)}function E(){try{for(var e,t=1;n.length;)n.length>t&&n.sort(a),e=n.shift(),t=n.length,8&e.__g&&ee(e)}finally{(i=n.length)&&(r||queueMicrotask)(E)}}function te(e,t,n,r,i,a,o,s,c,l,u){var d,m,h,g,_,v,y=r.__k||p,b=t.length;for(c=ne(n,t,y,c,b),d=0;d<b;d++)(h=n.__k[d])!=null&&(m=~h.__i&&y[h.__i]||f,h.__i=d,v=se(e,h,m,i,a,o,s,c,l,u),g=h.__e,(m.ref!=h.ref||8&m.__u)&&(m.ref&&k(m.ref,null,h,m),h.ref&&u.push(h.ref,h.__c||g,h)),_||=g,4&h.__u?(c=D(h,c,e,!m.__v),m.__e&&(m.__e=null)):typeof h.type==`function`&&v!==void 0?c=v:g&&(c=g.nextSibling),h.__u&=-21);return n.__e=_,c}function ne(e,t,n,r,i){var a,o,s,c,l,u,f,p,m,g=n.length,_=g,v=0,y=0,S=e.__k=Array(i);for(a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o!=`object`||o.constructor===String?o=S[a]=b(null,o):h(o)?o=S[a]=b(x,{children:o}):o.constructor===d&&o.__b?o=S[a]=b(o.type,o.props,o.key,o.ref,o.__v):S[a]=o,c=a+v,o.__=e,o.__b=e.__b+1,s=null,~(l=o.__i=re(o,n,c,_))&&(_--,(s=n[l])&&(s.__u|=2)),s&&s.__v?(o.__u|=16,l==c-1?v--:l==c+1?v++:l!=c&&(l>c?v--:v++,y=1)):(~l||(i>g?v--:i<g&&v++),typeof o.type!=`function`&&(o.__u|=4))):S[a]=null;if(y){for(u=[],f=[],a=0;a<i;a++)if((o=S[a])&&16&o.__u){for(v=0,p=u.length;v<p;)u[m=v+p>>1]<o.__i?v=m+1:p=m;u[v]=o.__i,f[a]=v+1}for(v=u.length;a--;)f[a]&&(f[a]==v?v--:S[a].__u|=4)}if(_)for(a=0;a<g;a++)!(s=n[a])||2&s.__u||(s.__e==r&&(r=C(s)),de(s,s));return r}function D(e,t,n,r){var i,a,o,s;if(typeof e.type==`function`){if(e.props.__P)return t;if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&(i[a].__=e,t=D(i[a],t,n,!1));return t}for(t&&!t.parentNode&&(t=C(e))&&!t.parentNode&&(t=null),o=e.__e,s=t;s&&s.nodeType==8;)s=s.nextSibling;for(o!=s&&(!r&&n.moveBefore&&o.parentNode?n.moveBefore(o,t):n.insertBefore(o,t||null)),t=o;(t&&=t.nextSibling)&&t.nodeType==8&&!t.data.startsWith(`$s`););return t}function re(e,t,n,r){var i,a=e.key,o=e.type,s=t[n],c=s&&!(2&s.__u);if(s===null&&a==null||c&&a==s.key&&o==s.type)return n;if(r>+!!c){for(i=n-1;i>=0;i--)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i;for(i=n+1;i<t.length;i++)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i}return-1}function ie(e,t,n){n??=``,t[0]==`-`?e.setProperty(t,n):e[t]=n}function ae(e,t,n,r,i){var a,o;if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||ie(e.style,t);if(n)for(t in n)r&&n[t]==r[t]||ie(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)typeof n!=`function`&&(n=null),typeof r!=`function`&&(r=null),(e.__e||={})[t]=n,n&&r||(o=l[t]||(l[t]=oe(t)),(e.__a||={})[t]=c,a=t!=(t=t.replace(s,`$1`)),(t=t.slice(2))[0]<`a`&&(t=t.toLowerCase()),n?e.addEventListener(t,o,a):e.removeEventListener(t,o,a));else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;return}catch{}if(typeof n==`function`)return;n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n)}}function oe(t){return function(n){var r=this.__e;if(r){if(r=r[t],n[o]==null)n[o]=c++;else if(n[o]<this.__a[t])return;return r(e.event?e.event(n):n)}}}function se(t,n,r,i,a,o,s,c,l,u){var f,m,g,y,b,ee,w,T,E,ne,D,re,ie,ae,oe,se,O,k,A=n.type;if(n.constructor!==d)return null;128&r.__u&&(l=32&r.__u,f=r.__c.__z)&&(n.__u|=l,m=o=[],f.nodeType==8?c=ce(f,o):o.push(f),c=o[0]||c),(f=e.__b)&&f(n);n:if(typeof A==`function`){g=s.length;try{if(T=n.props,E=(f=A.prototype)&&f.render,ne=(f=A.contextType)&&i[f.__c],D=f?ne?ne.props.value:f.__:i,(y=r.__c)?(n.__c=y,2&y.__g&&(y.__g|=1)):(E?n.__c=y=new A(T,D):(n.__c=y=new S(T,D),y.constructor=A,y.render=fe),ne&&ne.sub(y),y.state||(y.state={}),y.__n=i,y.__g|=8,y.__h=[],y.__k=[]),E&&(y.__s||(y.__s=y.state),A.getDerivedStateFromProps&&(y.__s==y.state&&(y.__s=_({},y.__s)),_(y.__s,A.getDerivedStateFromProps(T,y.__s)))),b=y.props,ee=y.state,y.__v=n,r.__c){if(T!==b&&E&&!A.getDerivedStateFromProps&&y.componentWillReceiveProps&&y.componentWillReceiveProps(T,D),n.__v==r.__v&&!(8&y.__g)||!(4&y.__g)&&y.shouldComponentUpdate&&!1===y.shouldComponentUpdate(T,y.__s,D)){n.__v!=r.__v&&(y.props=T,y.state=y.__s,y.__g&=-9),n.__e=r.__e,n.__k=r.__k,n.__k.some(function(e){e&&(e.__=n)}),p.push.apply(y.__h,y.__k),y.__k=[],y.__h.length&&s.push(y),c=C(r);break n}y.componentWillUpdate&&y.componentWillUpdate(T,y.__s,D),E&&y.componentDidUpdate&&y.__h.push(function(){y.componentDidUpdate(b,ee,w)})}else E&&!A.getDerivedStateFromProps&&y.componentWillMount&&y.componentWillMount(),E&&y.componentDidMount&&y.__h.push(y.componentDidMount);y.context=D,y.props=T,y.__P=t,y.__g&=-5,re=e.__r,ie=E?25:0;do y.__g&=-9,re&&re(n),f=y.render(y.props,y.state=y.__s,y.context);while(8&y.__g&&++ie<25);E&&(p.push.apply(y.__h,y.__k),y.__k=[]),y.state=y.__s,y.getChildContext&&(i=_({},i,y.getChildContext())),E&&r.__c&&y.getSnapshotBeforeUpdate&&(w=y.getSnapshotBeforeUpdate(b,ee)),ae=f&&f.type===x&&f.key==null?f.props.children:f,T.__P&&(f=c,a=(t=T.__P).namespaceURI,l=o=null,r.props&&r.props.__P!=t&&(r.__k.some(function(e){e&&de(e,e)}),r.__k=null),c=r.__k?C(r,0):null),c=te(t,h(ae)?ae:[ae],n,r,i,a,o,s,c,l,u),T.__P&&(n.__e=null,c=f),n.__u&=-161,m&&m.some(v),y.__h.length&&s.push(y),1&y.__g&&(y.__g&=-4)}catch(t){if(s.length=g,n.__v=null,l||o){if(t&&t.then){if(n.__u|=128|l,o){for(~(O=o.indexOf(c||void 0))||(O=o.length);(k=o[O-1])&&k.nodeType==8;)O--;for(;O<o.length;O++)if(k=o[O]){if(o[O]=null,oe){if(k==se)break}else{if(k.nodeType!=8)break;k.data.startsWith(`$s`)&&(se=ce(oe=k))}}}if(!oe){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;oe=c}(f=ce(oe=n.__c.__z||(n.__c.__z=oe)))?(n.__e=oe,c=f):n.__e=c,c&&=c.nextSibling}else o&&o.some(v)}else n.__e=r.__e;n.__k||=r.__k||[],t&&t.then||le(n),e.__e(t,n,r)}}else c=n.__e=ue(r.__e,n,r,i,a,o,s,l,u,t);return(f=e.diffed)&&f(n),c}function ce(e,t){if(e&&e.nodeType==8&&e.data.startsWith(`$s`))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith(`$s`))n++;else if(e.data.startsWith(`/$s`)&&!--n)return e}t&&t.push(e)}}function le(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(le))}function O(t,n,r){for(var i=0;i<r.length;)k(r[i++],r[i++],r[i++]);e.__c&&e.__c(n,t),t.some(function(n){try{t=n.__h,n.__h=[],t.some(function(e){e.call(n)})}catch(t){e.__e(t,n.__v)}})}function ue(t,n,r,i,a,o,s,c,l,u){var d,p,_,y,b,x,S,ee,w=r.props||f,T=n.props,E=n.type;if(E==`svg`?a=`http://www.w3.org/2000/svg`:E==`math`?a=`http://www.w3.org/1998/Math/MathML`:a||=`http://www.w3.org/1999/xhtml`,o){for(d=0;d<o.length;d++)if((b=o[d])&&(E?b.localName==E:b.nodeType==3)){t=b,o[d]=null;break}}if(!t){if(ee=u.ownerDocument||document,!E)return ee.createTextNode(T);t=ee.createElementNS(a,E,T.is?T:u),c&&=(e.__m&&e.__m(n,o),!1),o=null}if(E){if(u=E==`template`&&t.content||t,o=E==`textarea`&&T.defaultValue!=null?null:o&&g.call(u.childNodes),!c&&o)for(w={},d=0;d<t.attributes.length;d++)w[(b=t.attributes[d]).name]=b.value;for(d in w)b=w[d],d==`dangerouslySetInnerHTML`?_=b:d==`children`||d in T||d==`value`&&`defaultValue`in T||d==`checked`&&`defaultChecked`in T||ae(t,d,null,b,a);for(d in T)b=T[d],d==`children`?y=b:d==`dangerouslySetInnerHTML`?p=b:d==`value`?x=b:d==`checked`?S=b:c&&typeof b!=`function`||w[d]===b||ae(t,d,b,w[d],a);p?(c||_&&(p.__html==_.__html||p.__html==t.innerHTML)||(t.innerHTML=p.__html),n.__k=[]):(_&&(t.textContent=``),(E==`foreignObject`||a==`http://www.w3.org/1998/Math/MathML`&&m.test(E))&&(a=`http://www.w3.org/1999/xhtml`),te(u,h(y)?y:[y],n,r,i,a,o,s,o?o[0]:r.__k&&C(r,0),c,l),o&&o.some(v)),c&&E!=`textarea`||(d=`value`,E==`progress`&&x==null?t.removeAttribute(d):x==null||x===t[d]&&(E!=`progress`||x)||ae(t,d,x,w[d],a),d=`checked`,S!=null&&S!=t[d]&&ae(t,d,S,w[d],a))}else w===T||c&&t.data==T||(t.data=T);return t}function k(t,n,r,i){try{typeof t==`function`?n?n.__x=t(n)||1:(i&&=i.__c||i.__e)&&(n=i.__x)&&(i.__x=null,typeof n==`function`?n():t(null)):t.current=n}catch(t){e.__e(t,r)}}function de(t,n,r){var i,a,o,s;if(e.unmount&&e.unmount(t),!(i=t.ref)||i.current&&i.current!=t.__e||k(i,null,n,t),i=t.__c){if(i.componentWillUnmount)try{i.componentWillUnmount()}catch(t){e.__e(t,n)}i.__P=i.__n=null}if(i=t.__k)for(s=0;s<i.length;s++)i[s]&&de(i[s],n,typeof t.type!=`function`||r&&!t.props.__P);!r&&(i=t.__c)&&(i=i.__z)&&(a=ce(i,o=[]))&&(i==t.__e&&o.some(v),v(a),v(i)),r||v(t.__e),t.__e=t.__c=t.__=null}function fe(e,t,n){return this.constructor(e,n)}function A(t,n){var r,i,a,o;e.__&&e.__(t,n),n.nodeType==9&&(n=n.documentElement),i=(r=t&&32&t.__u)?null:n.__k,n.__k=b(x,{children:[t]}),a=[],o=[],se(n,n.__k,i||f,f,n.namespaceURI,i?null:n.firstChild?g.call(n.childNodes):null,a,i?i.__e:n.firstChild,r,o),O(a,n.__k,o),n.__k.props.children=null}function pe(e){function t(e){var n,r;return this.getChildContext||(n=new Set,(r={})[t.__c]=this,this.getChildContext=function(){return r},this.shouldComponentUpdate=function(e){this.props.value!=e.value&&n.forEach(function(e){e.__g|=4,T(e)})},this.sub=function(e){n.add(e);var t=e.componentWillUnmount;e.componentWillUnmount=function(){n.delete(e),t&&t.call(e)}}),e.children}return t.__c=`__cC`+u++,t.__=e,t.Provider=(t.Consumer=function(e,t){return e.children(t)}).contextType=t,t}e={__e:function(e,t,n,r){for(var a,o,s;t=t.__;)if((a=t.__c)&&!(1&a.__g)){a.__g|=4;try{if((s=(o=a.constructor)&&o.getDerivedStateFromError)&&a.setState(o.getDerivedStateFromError(e)),a.componentDidCatch&&(a.componentDidCatch(e,r||{}),s=1),s&&8&a.__g)return void(a.__g|=2)}catch(t){e=t}}throw i=0,e}},t=0,S.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=_({},this.state)),typeof e==`function`&&(e=e(_({},n),this.props)),e&&(_(n,e),this.__v&&(t&&this.__k.push(t),T(this)))},S.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),T(this))},S.prototype.render=x,n=[],i=0,a=function(e,t){return e.__v.__b-t.__v.__b},o=Symbol(),s=/(PointerCapture)$|Capture$/i,c=0,l={},u=0;function me({rows:e,columns:t}){let n=Object.entries(t).map(([e,t])=>[e,he(t)]);return Array.from({length:e},(e,t)=>Object.fromEntries(n.map(([e,n])=>[e,n[t]])))}function he(e){return`of`in e?e.at.map(t=>e.of[t]):e}function ge(e){let t=0;return e.map(e=>e===null?-1:(t+=e,t))}let _e=`storysync.page/1`,ve=[`destination`,`story`,`synced`,`recorded`,`since`,`id`];function ye(e){let{format:t,...n}=JSON.parse(e);if(t!==_e)throw Error(`the page's data is not ${_e}`);let r=ve.map(e=>[e,ge(n.pairs[e])]);return{...n,destinations:me(n.destinations),stories:me(n.stories),standings:me(n.standings),progress:me(n.progress),pairs:{...n.pairs,...Object.fromEntries(r)}}}let be=[`destination`,`story`,`what`,`status`,`reason`,`commit`];var xe=class{cutShort;size;#e;#t;#n;constructor(e){let{cutShort:t,at:n,events:r}=JSON.parse(e);this.cutShort=t,this.size=r.rows,this.#e=ge(n),this.#t=new Map(Object.entries(r.columns).map(([e,t])=>[e,he(t)]))}eventAt(e){let t=be.map(t=>[t,this.#t.get(t)?.[e]]);return{...Object.fromEntries(t),at:this.timeAt(e)}}timeAt(e){return this.#e[e]??0}of(e){return this.placesOf(e).map(e=>{let{destination:t,...n}=this.eventAt(e);return n})}placesOf(e){return this.#n??=Map.groupBy(Array.from({length:this.size}).keys(),e=>this.#t.get(`destination`)?.[e]??-1),this.#n.get(e)??[]}},j,M,Se,Ce,we=Object.is,Te=0,Ee=[],De=[],N=e,Oe=N.__b,ke=N.__r,Ae=N.diffed,je=N.__c,Me=N.unmount,Ne=N.__;function Pe(e,t){N.__h&&N.__h(M,e,Te||t),Te=0;var n=M.__H||(M.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function P(e){return Te=1,Fe(Je,e)}function Fe(e,t,n){var r=Pe(j++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):Je(void 0,t),function(e){var t=(r.__N||r.__)[0],n=r.t(t,e);we(t,n)||(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=M,!M.__f)){M.__f=!0;var i=M.shouldComponentUpdate;M.shouldComponentUpdate=function(e,t,n){var r=this.__H;if(!r)return!0;var a=!1,o=this.props!=e;if(r.__.some(function(e){e.__N&&(a=!0,we(e.__[0],e.__N[0])||(o=!0))}),i){var s=i.call(this,e,t,n);return a?s||o:s}return!a||o}}return r.__}function Ie(e,t){var n=Pe(j++,3);!N.__s&&qe(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,M.__H.__h.push(n))}function Le(e,t){var n=Pe(j++,4);!N.__s&&qe(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,M.__h.push(n))}function Re(e){return Te=5,F(function(){return{current:e}},[])}function F(e,t){var n=Pe(j++,7);return qe(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function ze(e){var t=M.context[e.__c],n=Pe(j++,9);return n.c=e,t?(n.__??(n.__=!0,t.sub(M)),t.props.value):e.__}function Be(){var e=Pe(j++,11);if(!e.__){for(var t=M.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function Ve(){var e;do{for(;e=De.shift();)try{Ge(e)}catch(t){N.__e(t,{__:(e=e.__P)&&e.__v})}for(;e=Ee.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(Ge),t.__h.some(Ke),t.__h=[]}catch(n){t.__h=[],N.__e(n,e.__v)}}}while(De.length)}N.__b=function(e){M=null,Oe&&Oe(e)},N.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Ne&&Ne(e,t)},N.__r=function(e){ke&&ke(e),j=0;var t=(M=e.__c).__H;t&&(Se==M?M.__h=[]:(t.__h.some(Ge),t.__h.some(Ke),j=0),t.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})),Se=M},N.diffed=function(e){Ae&&Ae(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&We(Ee.push(t)),t.__H.__.some(function(e){e.u&&(e.__H=e.u)})),Se=M=null},N.__c=function(e,t){t.some(function(e){try{e.__h.some(Ge),e.__h=e.__h.filter(function(e){return!e.__||Ke(e)})}catch(t){e.__h=[function(){throw t}]}}),je&&je(e,t)},N.unmount=function(e){Me&&Me(e);var t,n,r=e.__c;r&&r.__H&&(r.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n&&=n.__c}r.__P=n,We(De.push(r))}else Ge(r)}catch(e){t=e}}),r.__H=void 0,t&&N.__e(t,r.__v))};var He=typeof requestAnimationFrame==`function`;function Ue(e){var t,n=function(){clearTimeout(r),He&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);He&&(t=requestAnimationFrame(n))}function We(e){e!=1&&Ce==N.requestAnimationFrame||((Ce=N.requestAnimationFrame)||Ue)(Ve)}function Ge(e){var t=M,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),M=t}function Ke(e){var t=M;e.__c=e.__(),M=t}function qe(e,t){return!e||e.length!=t.length||t.some(function(t,n){return!we(t,e[n])})}function Je(e,t){return typeof t==`function`?t(e):t}let I=new Uint32Array(65536),Ye=(e,t)=>{let n=e.length,r=t.length,i=1<<n-1,a=-1,o=0,s=n,c=n;for(;c--;)I[e.charCodeAt(c)]|=1<<c;for(c=0;c<r;c++){let e=I[t.charCodeAt(c)],n=e|o;e|=(e&a)+a^a,o|=~(e|a),a&=e,o&i&&s++,a&i&&s--,o=o<<1|1,a=a<<1|~(n|o),o&=n}for(c=n;c--;)I[e.charCodeAt(c)]=0;return s},Xe=(e,t)=>{let n=t.length,r=e.length,i=[],a=[],o=Math.ceil(n/32),s=Math.ceil(r/32);for(let e=0;e<o;e++)a[e]=-1,i[e]=0;let c=0;for(;c<s-1;c++){let o=0,s=-1,l=c*32,u=Math.min(32,r)+l;for(let t=l;t<u;t++)I[e.charCodeAt(t)]|=1<<t;for(let e=0;e<n;e++){let n=I[t.charCodeAt(e)],r=a[e/32|0]>>>e&1,c=i[e/32|0]>>>e&1,l=n|o,u=((n|c)&s)+s^s|n|c,d=o|~(u|s),f=s&u;d>>>31^r&&(a[e/32|0]^=1<<e),f>>>31^c&&(i[e/32|0]^=1<<e),d=d<<1|r,f=f<<1|c,s=f|~(l|d),o=d&l}for(let t=l;t<u;t++)I[e.charCodeAt(t)]=0}let l=0,u=-1,d=c*32,f=Math.min(32,r-d)+d;for(let t=d;t<f;t++)I[e.charCodeAt(t)]|=1<<t;let p=r;for(let e=0;e<n;e++){let n=I[t.charCodeAt(e)],o=a[e/32|0]>>>e&1,s=i[e/32|0]>>>e&1,c=n|l,d=((n|s)&u)+u^u|n|s,f=l|~(d|u),m=u&d;p+=f>>>r-1&1,p-=m>>>r-1&1,f>>>31^o&&(a[e/32|0]^=1<<e),m>>>31^s&&(i[e/32|0]^=1<<e),f=f<<1|o,m=m<<1|s,u=m|~(c|f),l=f&c}for(let t=d;t<f;t++)I[e.charCodeAt(t)]=0;return p},Ze=(e,t)=>{if(e.length<t.length){let n=t;t=e,e=n}return t.length===0?e.length:e.length<=32?Ye(e,t):Xe(e,t)};function Qe(e,t){if(e.length>100)return;let n=[...t].filter(t=>t!==e),r=n.find(t=>t.toLowerCase()===e.toLowerCase());if(r!==void 0)return r;let i=et(e),a,o=1/0;for(let e of n){let t=$e(Math.max(e.length,i.length));if(Math.abs(e.length-i.length)>t)continue;let n=Ze(i,et(e));n<=t&&n<o&&([a,o]=[e,n])}return a}function $e(e){return Math.min(Math.max(1,Math.floor(e/2)),2+Math.floor(e/6),e-1)}function et(e){return e.toLowerCase().replace(/[ _-]+/g,`-`)}function tt(e){if(e.length===0)return()=>!0;let t=new Set(e),n=e.filter(e=>e!==``).map(rt),r=new Map;return e=>{let i=r.get(e)??(t.has(e)||n.some(t=>at(t,e)));return r.set(e,i),i}}let nt=/\\\\(?<escaped>.)|(?<any>\\*+)|(?<one>\\?)|\\[(?<not>[!^]?)(?<class>[^[\\]]+)\\]|\\{(?<group>[^{},]*(?:,[^{},]*)+)\\}|./gsu;function rt(e){return[...e.matchAll(nt)].map(({0:e,groups:t={}})=>t.any===void 0?t.one===void 0?t.class===void 0?t.group===void 0?n=>n===(t.escaped??e):{oneOf:t.group.split(`,`).map(rt)}:it(t.class,t.not!==``):()=>!0:`any`)}function it(e,t){let n=[...e.matchAll(/(.)-(.)|(.)/gsu)].map(([,e,t,n=``])=>[e??n,t??n]);return e=>n.some(([t,n])=>t<=e&&e<=n)!==t}function at(e,t){let n=Array.from(t);return ot(e,n,[!0,...n.map(()=>!1)]).at(-1)===!0}function ot(e,t,n){return e.reduce((e,n)=>{if(n===`any`){let t=e.indexOf(!0);return e.map((e,n)=>t!==-1&&n>=t)}if(typeof n==`function`)return[!1,...t.map((t,r)=>e[r]===!0&&n(t))];let r=n.oneOf.map(n=>ot(n,t,e));return e.map((e,t)=>r.some(e=>e[t]))},n)}function st(e){let t=new WeakMap;return n=>{let r=t.get(n);if(r!==void 0)return r.value;let i=e(n);return t.set(n,{value:i}),i}}let ct=`new.content_changed.drift.renamed.recreated.forced.detached.manual_sync_only.not_ours.ambiguous_name.missing_prerequisite.change_control.ingress_ambiguous.missing_key.unauthorized.unreachable.unreadable.rejected.verify_failed.plan_stale.superseded.awaiting_approval.awaiting_ring.outside_window.held.pinned.halted.not_reached.internal`.split(`.`);function lt(e){return e.replaceAll(dt,mt)}function ut(e){return lt(e).replaceAll(`##[`,`## [`).replaceAll(/(?<=^|\\s):{2,}/g,e=>Array.from(e).join(` `))}let dt=new RegExp([String.raw`[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u2800[[\\p{Cf}\\p{Default_Ignorable_Code_Point}]--[\\u200c\\u200d\\ufe0e\\ufe0f]]]`,String.raw`(?<!\\p{Emoji})[\\ufe0e\\ufe0f]`,String.raw`(?<!(?:\\p{Extended_Pictographic}|\\p{Emoji_Modifier})\\ufe0f?|${ft()})\\u200d`,String.raw`\\u200d(?!\\p{Extended_Pictographic}|${ft()})`,String.raw`(?<!${ft()})\\u200c|\\u200c(?!${ft()})`].join(`|`),`gv`);function ft(){return String.raw`[[\\p{L}\\p{M}]--[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Default_Ignorable_Code_Point}]]`}let pt={\"\\n\":`\\\\n`,\"\\r\":`\\\\r`,\"	\":`\\\\t`};function mt(e){return pt[e]??`\\\\u{${(e.codePointAt(0)??0).toString(16)}}`}function ht(e){return{name:e}}function gt(e){return{words:e}}function L(e,...t){return e.flatMap((e,n)=>{let r=t[n];return r===void 0?[e]:_t(r)?[e,...r]:[e,r]})}function _t(e){return Array.isArray(e)}function vt(e){return e.map(e=>typeof e==`string`?e:`words`in e?e.words:`\"${e.name}\"`).join(``)}let yt={new:`not at the destination yet`,content_changed:`content changed`,drift:`edited at the destination`,renamed:`renamed`,recreated:`deleted at the destination; will be recreated`,forced:`unchanged, pushed again because of --force`,detached:`detached from sync`,manual_sync_only:`manual sync only`,not_ours:`not managed by this destination`,ambiguous_name:`more than one story there matches`,missing_prerequisite:`something it needs is missing there`,change_control:`under change control at the destination`,ingress_ambiguous:`its webhooks or pages are ambiguous`,missing_key:`no usable API key`,unauthorized:`API key refused`,unreachable:`tenant unreachable`,unreadable:`could not be read completely`,rejected:`rejected by the tenant`,verify_failed:`verification failed`,plan_stale:`plan is stale`,superseded:`superseded by a newer commit on the branch`,awaiting_approval:`waiting for somebody to agree`,awaiting_ring:`waits for its ring`,outside_window:`outside its window`,held:`held`,pinned:`pinned`,halted:`halted`,not_reached:`not reached`,internal:`internal error in storysync (a bug)`},bt=new Set([`awaiting_ring`,`outside_window`,`pinned`,`drift`,`awaiting_approval`,`not_ours`,`ambiguous_name`,`missing_prerequisite`,`change_control`,`ingress_ambiguous`,`halted`,`not_reached`,`superseded`,`internal`]);function xt(e,t){return[St(e,t),t].filter(e=>e!==null&&e!==``).join(`: `)}function St(e,t){if(e===null)return null;let n=bt.has(e)||t?.startsWith(`the vendor's sync failed`);return t!==null&&t!==``&&n?null:yt[e]}let Ct={synced:`synced`,failed:`failed`,requires_sync:`pending`};function R(e,t,n=`${t}s`){return`${e} ${e===1?t:n}`}let wt=[`destination`,`story`,`standing`,`commit`,`lag`];function z(e,t){let n=new Uint8Array(e.length);for(let[r,i]of e.entries())t(i)&&(n[r]=1);return n}function Tt({pairs:e},t,n,r){let{noLag:i=!1,stories:a=new Map}=t;for(let a of wt){let o=t[a],s=a===`lag`&&i;o!==void 0&&(s||o.includes(1))&&Et(e[a],o,s,{marks:n,mark:r})}if(a.size!==0)for(let[t,i]of e.destination.entries())a.get(i)?.has(e.story[t]??-1)&&(n[t]=(n[t]??0)|r)}function Et(e,t,n,{marks:r,mark:i}){let a=new Uint8Array(t.length+1);a.set(t,1),a[0]=+!!n;for(let t=0;t<r.length;t++)a[(e[t]??-1)+1]===1&&(r[t]=(r[t]??0)|i)}let Dt=[`behind`,`drift`,`waiting`,`detached`,`held`,`pinned`,`manual`,`expired`];function Ot(e,t){let{destinations:n,standings:r,lags:i,at:a}=e;switch(t){case`behind`:return{lag:z(i,()=>!0)};case`drift`:return{standing:z(r,({reason:e,status:t})=>e===`drift`&&t!==`synced`)};case`waiting`:return{standing:z(r,({waits:e})=>e!==null)};case`detached`:return{standing:z(r,({detached:e})=>e)};case`held`:return{destination:z(n,({hold:e})=>e!==null)};case`pinned`:return jt(e);case`manual`:return{destination:z(n,({manualOnly:e})=>e)};case`expired`:return{destination:z(n,({hold:e,pin:t})=>Nt(e,a)||Nt(t,a)),standing:z(r,({note:e})=>Nt(e,a))};default:return t}}function kt(e,t){let n=At(e),r=new Uint32Array(1<<Dt.length);for(let e of t){let t=n[e]??0;r[t]=(r[t]??0)+1}return Dt.flatMap((e,t)=>{let n=r.reduce((e,n,r)=>r>>t&1?e+n:e,0);return n===0?[]:[{quality:e,count:n}]})}let At=st(e=>{let t=new Uint8Array(e.pairs.destination.length);for(let[n,r]of Dt.entries())Tt(e,Ot(e,r),t,1<<n);return t});function jt({destinations:e,stories:t}){let n=e.flatMap(({pin:e},n)=>e?.stories?[[n,Mt(e,t)]]:[]);return{destination:z(e,({pin:e})=>e!==null&&e.stories===null),stories:new Map(n)}}function Mt({stories:e},t){return new Set([...t.keys()].filter(n=>e?.includes(t[n]?.key??``)===!0))}function Nt(e,t){return e!==null&&Pt(e.until,t)}function Pt(e,t){return e!==null&&e<t.slice(0,10)}let Ft=[{name:`status`,about:`failed, pending or synced`,closed:[`failed`,`pending`,`synced`,`requires_sync`],standing:({status:e})=>[e,Ct[e]]},{name:`is`,about:Dt.join(`, `),closed:Dt},{name:`reason`,about:`rejected, drift, missing_key …`,closed:ct,standing:({reason:e})=>[e]},{name:`destination`,about:`its name`,destination:({name:e})=>[e]},{name:`tenant`,about:`its host`,destination:({host:e})=>[e]},{name:`ring`,about:`its ring of the rollout`,destination:({ring:e})=>[e]},{name:`engine`,about:`push or native`,closed:[`push`,`native`],destination:({engine:e})=>[e]},{name:`story`,about:`its key or name`,story:({key:e,name:t})=>[e,t]},{name:`owner`,about:`who holds, pinned or detached it`,destination:({hold:e,pin:t})=>[e?.owner??null,t?.owner??null],standing:({note:e})=>[e?.owner??null]},{name:`waits`,about:`what it waits for: ring:canary, window:* …`,standing:({waits:e})=>[e?.for??null]},{name:`says`,about:`words of the message or the next step`,standing:({message:e,hint:t,warnings:n})=>[e,t,...n]},{name:`commit`,about:`the commit it was pushed from`,commit:e=>[e]},{name:`behind`,about:`commits behind: behind:3, behind:>3`,lag:e=>e?.commits??0}];function It(e){return{name:`label.${e}`,about:`a label of the destination`,destination:({labels:t})=>Object.entries(t).flatMap(([t,n])=>t.toLowerCase()===e?[n]:[])}}let Lt={name:``,about:``,destination:({name:e,host:t,labels:n})=>[e,t,...Object.values(n)],story:({key:e,name:t})=>[e,t],standing:({message:e,reason:t})=>[e,t]},Rt=/(?:\"[^\"]*\"?|[^\\s\"])+/y,zt=/^([A-Za-z][\\w.-]*)[:=]/,Bt=/\"([^\"]*)\"?|[^,\"]+/g;function Vt(e){let t=[],n=0;for(;n<e.length;){if(/\\s/.test(e[n]??``)){n++;continue}Rt.lastIndex=n;let[r=``]=Rt.exec(e)??[];n+=Math.max(1,r.length);let i=r.startsWith(`!`),a=i?r.slice(1):r,[o=``,s]=zt.exec(a)??[],c=[...a.slice(o.length).matchAll(Bt)].map(([e,t])=>({text:t??e,quoted:t!==void 0}));t.push({not:i,key:s?.toLowerCase(),values:c,text:r})}return t}function Ht(e){return/^[\\w.@/+-]+$/.test(e)?e:`\"${e.replaceAll(`\"`,``)}\"`}function Ut(e,t){let n=[],r=Vt(t).flatMap(t=>{let r=qt(e,t);return typeof r==`string`&&n.push({word:t.text,message:r}),typeof r==`string`?[]:[{not:t.not,tests:r}]}),{destination:i}=e.pairs,a=Wt(e,r),o=[],s=new Set,c=-1;for(let e=0;e<a.length;e++){if(a[e]===1)continue;o.push(e);let t=i[e]??-1;t!==c&&s.add(t),c=t}return{pairs:o,destinations:s,empty:Gt(e,r),problems:n}}function Wt(e,t){let n=new Uint8Array(e.pairs.destination.length);for(let{not:r,tests:i}of t){let t=r?n:new Uint8Array(n.length);for(let n of i)Tt(e,n,t,1);if(!r)for(let e=0;e<t.length;e++)t[e]===0&&(n[e]=1)}return n}function Gt(e,t){return Kt(e).filter(e=>t.every(({not:t,tests:n})=>n.some(t=>t.destination?.[e]===1)!==t))}let Kt=st(({destinations:e,pairs:t})=>{let n=new Set(t.destination);return[...e.keys()].filter(e=>!n.has(e))});function qt(e,t){let{key:n,values:r,text:i}=t;if(n===void 0)return r.length===0?`${i} has nothing to look for yet`:[en(e,Lt,Qt(r,`within`))];let a=Jt(n);if(a===void 0)return`there is no key \"${n}\"; ${Yt(n)}`;if(r.length===0)return`${i} needs a value: ${a.about}`;if(a.lag){let t=$t(r);if(t===void 0)return`${i} is no number to compare with; write ${a.about}`;let{lag:n}=a;return[{lag:z(e.lags,e=>t(n(e))),noLag:t(n(null))}]}let o=Xt(a,r);if(o!==void 0)return o;let s=Qt(r,a.name===`says`||a.name===`commit`?`within`:`whole`);return a.name===`is`?Dt.filter(e=>s(e)).map(t=>Ot(e,t)):[en(e,a,s)]}function Jt(e){let[,t]=/^label\\.(.+)$/.exec(e)??[];return t===void 0?Ft.find(t=>t.name===e):It(t)}function Yt(e){let t=Ft.map(e=>e.name),n=Qe(e,t);return n===void 0?`known: ${t.join(`, `)}, label.NAME`:`did you mean ${n}?`}function Xt({name:e,closed:t,about:n},r){let i=t&&r.find(e=>!Zt(e)&&!t.includes(e.text.toLowerCase()));if(i===void 0)return;let a=Qe(i.text.toLowerCase(),t??[]);return`${e} is never \"${i.text}\"; ${a===void 0?n:`did you mean ${a}?`}`}function Zt({text:e,quoted:t}){return!t&&/[*?]/.test(e)}function Qt(e,t){let n=e.map(e=>{let n=e.text.toLowerCase();if(!Zt(e))return t===`whole`?e=>e===n:e=>e.includes(n);let r=n.replaceAll(/[[\\]{}\\\\]/g,`\\\\$&`);return tt([t===`whole`?r:`*${r}*`])}),r=new Map;return e=>{let t=r.get(e);if(t!==void 0)return t;let i=e.toLowerCase(),a=n.some(e=>e(i));return r.set(e,a),a}}function $t(e){let t=e.map(({text:e})=>{let[,t,n]=/^(<=?|>=?)?(\\d{1,9})$/.exec(e)??[];if(n===void 0)return;let r=Number(n);return t===`>`?e=>e>r:t===`>=`?e=>e>=r:t===`<`?e=>e<r:t===`<=`?e=>e<=r:e=>e===r});if(!t.includes(void 0))return e=>t.some(t=>t?.(e))}function en(e,t,n){let r=e=>e.some(e=>e!==null&&n(e)),{destination:i,story:a,standing:o,commit:s}=t;return{...i?{destination:z(e.destinations,e=>r(i(e)))}:{},...a?{story:z(e.stories,e=>r(a(e)))}:{},...o?{standing:z(e.standings,e=>r(o(e)))}:{},...s?{commit:z(e.commits,e=>r(s(e)))}:{}}}let B=[`failed`,`pending`,`synced`];function tn(e,t){let n=e.standings[e.pairs.standing[t]??-1];if(n===void 0)throw Error(`Internal error: a pair without a standing`);return n}function V({status:e}){return e===`requires_sync`?`pending`:e}function nn(e,t){let n=new Uint32Array(e.standings.length);for(let r of t){let t=e.pairs.standing[r]??-1;n[t]=(n[t]??0)+1}let r={failed:0,pending:0,synced:0};for(let[t,i]of e.standings.entries())r[V(i)]+=n[t]??0;return r}function rn(e){return B.find(t=>e[t]>0)??`synced`}let an=[`destination`,`story`,`ring`];function on(e,t,n,r=[]){let i=[],a=[],o=ln(e,n),s=e.standings.map(V);for(let n of t){let t=o(n),r=a[t+1];r===void 0&&(r=sn(t),a[t+1]=r,i.push(r)),r.pairs.push(n),r.tally[s[e.pairs.standing[n]??-1]??`synced`]+=1;let c=e.pairs.synced[n]??-1;c>r.synced&&(r.synced=c);let l=e.pairs.lag[n]??-1;if(l===-1)continue;let{since:u=null}=e.lags[l]??{};u!==null&&(r.oldestLag===null||u<r.oldestLag)&&(r.oldestLag=u)}if(n===`destination`)for(let e of r)i.push(sn(e));return i.toSorted((e,t)=>B.indexOf(rn(e.tally))-B.indexOf(rn(t.tally))||t.tally.failed-e.tally.failed||dn(e.oldestLag,t.oldestLag)||t.tally.pending-e.tally.pending||e.of-t.of)}function sn(e){return{of:e,tally:{failed:0,pending:0,synced:0},pairs:[],oldestLag:null,synced:-1}}function cn(e,t){return t.toSorted((t,n)=>B.indexOf(V(tn(e,t)))-B.indexOf(V(tn(e,n)))||dn(un(e,t),un(e,n))||t-n)}function ln({pairs:e,destinations:t,rings:n},r){if(r!==`ring`)return t=>e[r][t]??-1;let i=t.map(({ring:e})=>e===null?-1:n.indexOf(e));return t=>i[e.destination[t]??-1]??-1}function un({lags:e,pairs:t},n){return e[t.lag[n]??-1]?.since??null}function dn(e,t){return e===t?0:e===null?1:t===null||e<t?-1:1}let fn=[`overview`,`list`,`grid`,`findings`,`destination`,`story`];function pn({view:e,of:t,filter:n,fold:r}){let i=t===null?e:`${e}/${encodeURIComponent(t)}`,a=[...n===``?[]:[`q=${encodeURIComponent(n)}`],...e!==`list`||r===`destination`?[]:[`by=${r}`]];return`#/${i}${a.length===0?``:`?${a.join(`&`)}`}`}function mn(e){let[t=``,n=``]=e.replace(/^#\\/?/,``).split(`?`,2),[r=``,i]=t.split(`/`,2),a=new Map(n.split(`&`).flatMap(e=>{let t=e.indexOf(`=`);return t===-1?[]:[[e.slice(0,t),hn(e.slice(t+1))]]})),o=fn.find(e=>e===r)??`overview`,s=o===`destination`||o===`story`;return{view:s&&!i?`overview`:o,of:s&&i?hn(i):null,filter:a.get(`q`)??``,fold:an.find(e=>e===a.get(`by`))??`destination`}}function hn(e){try{return decodeURIComponent(e.replaceAll(`+`,` `))}catch{return e}}let gn=6e4,_n=60*gn,vn=24*_n;function H(e){let t=Date.parse(e);return Number.isNaN(t)?`at an unknown time`:`${new Date(t).toISOString().slice(0,16).replace(`T`,` `)} UTC`}function U(e,t){let n=Date.parse(t)-Date.parse(e);return n>=vn?R(Math.floor(n/vn),`day`):n>=_n?R(Math.floor(n/_n),`hour`):n>=gn?R(Math.floor(n/gn),`minute`):`less than a minute`}function yn(e,t){return Date.parse(e)>Date.parse(t)?`${H(e)} (in ${U(t,e)})`:H(e)}function bn(e,t){let n=Date.parse(t.slice(0,10))-Date.parse(e);return n>0?Math.floor(n/vn):0}function xn({at:e,live:t,recordedAt:n,unsigned:r}){if(t)return`As the tenants answered, ${H(e)}.`;let i=n===null?`Nothing is recorded yet; made ${H(e)}.`:`As recorded ${H(n)}; this page was made ${H(e)} (${U(n,e)} later).`;return r?`${i} Recorded state is unverified, so only a hint; STORYSYNC_STATE_KEY signs and verifies it.`:i}let Sn=pe(void 0);function W(){let e=ze(Sn);if(e===void 0)throw Error(`Internal error: a view outside of the page`);return e}function G(){let{place:e}=W();return t=>pn({...e,of:null,...t})}var Cn=Symbol.for(`pv`),wn=0;Array.isArray;function K(t,n,r,i,a,o){n||={};var s,c,l=n;if(`ref`in l&&typeof t!=`function`)for(c in l={},n)c==`ref`?s=n[c]:l[c]=n[c];var u={type:t,props:l,key:r,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:Cn,__v:--wn,__i:-1,__u:0};return(a||o)&&(u.__source=a,u.__self=o),e.vnode&&e.vnode(u),u}let Tn=[{view:`overview`,title:`Overview`},{view:`findings`,title:`Findings`},{view:`list`,title:`Pairs`},{view:`grid`,title:`Grid`}];function En(){let{place:e}=W(),t=G();return K(`header`,{class:`bar`,children:[K(`div`,{class:`bar-row`,children:[K(`a`,{class:`brand`,href:t({view:`overview`}),children:`storysync`}),K(`nav`,{\"aria-label\":`Views`,children:Tn.map(({view:n,title:r})=>K(`a`,{href:t({view:n}),\"aria-current\":e.view===n?`page`:void 0,children:r},n))}),K(Dn,{})]}),K(On,{})]})}function Dn(){let{fleet:e}=W(),t=new Date().toISOString(),n=(Date.parse(t)-Date.parse(e.at))/864e5;return K(`p`,{class:`age`,title:xn(e),children:[n>=1?K(`strong`,{class:`old`,children:[U(e.at,t),` old`]}):`made ${U(e.at,t)} ago`,e.live?`, from the tenants`:`, as recorded`,e.unsigned?`, unverified`:``]})}function On(){let{place:e,found:t,fleet:n,change:r}=W(),i=An(),[a,o]=P(!1),s=Be(),c=Be(),l=t.destinations.size+t.empty.length;return K(`search`,{class:`filter`,children:[K(`div`,{class:`filter-row`,children:[K(`label`,{for:`filter`,children:`Filter`}),K(`input`,{id:`filter`,ref:i,type:`text`,autocomplete:`off`,autocapitalize:`off`,spellcheck:!1,placeholder:`status:failed label.region=eu story:phishing* !is:held`,value:e.filter,\"aria-describedby\":c,\"aria-invalid\":t.problems.length>0,onInput:({currentTarget:e})=>r({filter:e.value}),onKeyDown:({key:e})=>e===`Escape`&&r({filter:``})}),e.filter===``?null:K(`button`,{type:`button`,onClick:()=>r({filter:``}),children:`Clear`}),K(`button`,{type:`button`,\"aria-expanded\":a,\"aria-controls\":s,onClick:()=>o(!a),children:`Help`})]}),K(`p`,{class:`found`,role:`status`,children:e.filter===``?K(x,{children:[n.pairs.destination.length.toLocaleString(`en`),` pairs,`,` `,n.destinations.length.toLocaleString(`en`),` destinations, `,n.stories.length,` stories`]}):K(x,{children:[t.pairs.length.toLocaleString(`en`),` of `,n.pairs.destination.length.toLocaleString(`en`),` pairs,`,` `,l.toLocaleString(`en`),` of `,n.destinations.length.toLocaleString(`en`),` destinations`]})}),K(`div`,{class:`problems`,id:c,role:`status`,children:t.problems.map(({message:e})=>K(`p`,{children:e},e))}),K(`div`,{id:s,class:`help`,hidden:!a,children:K(kn,{})})]})}function kn(){return K(x,{children:[K(`p`,{children:[`All words must fit. `,K(`code`,{children:`!`}),` turns one around, a comma means \"or\", `,K(`code`,{children:`*`}),` stands for any text, and quotes keep blanks: `,K(`code`,{children:`status:failed,pending !is:held story:\"Phishing triage\"`}),`. A word alone is looked for in names, hosts, labels and messages. `,K(`kbd`,{children:`/`}),` comes here, `,K(`kbd`,{children:`Esc`}),` clears.`]}),K(`dl`,{children:[Ft.map(({name:e,about:t})=>K(`div`,{children:[K(`dt`,{children:K(`code`,{children:[e,`:`]})}),K(`dd`,{children:t})]},e)),K(`div`,{children:[K(`dt`,{children:K(`code`,{children:`label.NAME=`})}),K(`dd`,{children:`a label of the destination`})]})]})]})}function An(){let e=Re(null);return Ie(()=>{let t=t=>{let n=t.target instanceof HTMLElement&&t.target.matches(`input, textarea, select`);t.key!==`/`||n||t.ctrlKey||t.metaKey||t.altKey||(t.preventDefault(),e.current?.focus(),e.current?.select())};return addEventListener(`keydown`,t),()=>removeEventListener(`keydown`,t)},[]),e}function jn(e,{reason:t,owner:n,until:r},i){let a=n===void 0?[]:L` by ${gt(n)}`,o=r===void 0||i===void 0?``:Mn(r,i);return L`${e}${a}${r===void 0?[]:[` until ${r}${o}`]}: ${gt(t)}`}function Mn(e,t){let n=bn(e,t);return n===0?``:` (expired ${R(n,`day`)} ago)`}function Nn(e){let{kind:t,rest:n}=Pn(e);switch(t){case`ring`:return L`for ring ${ht(n)}`;case`soak`:return L`until ring ${ht(n)} has stood long enough`;case`batch`:return[`for a later batch`];case`place`:return[`for a turn, as only so many go at once as may fail`];case`share`:return[`for its share, which other parts of the fleet have now`];case`window`:return L`for the window ${gt(n)}`;case`story`:return L`for story ${ht(n)}`;case`failures`:return L`for ring ${ht(n)}, which is halted`;case`approved_plan`:return[`for another plan than the approved one`];default:return L`for ${gt(e)}`}}function Pn(e){let t=e.indexOf(`:`);return t===-1?{kind:e,rest:``}:{kind:e.slice(0,t),rest:e.slice(t+1)}}function Fn({reason:e,message:t,waits:n},r){let i=xt(e,t);if(n===null||t!==null)return i;let a=n.until===null?``:`, not before ${yn(n.until,r)}`;return`waits ${vt(Nn(n.for))}${a}`}function In(e,t){let n=Fn(e,t),r=Ct[e.status];return n===``?r:`${r}: ${n}`}function Ln({status:e,reason:t,waits:n,detached:r}){return e===`failed`?`!`:e===`synced`?`=`:n||r||t===`held`||t===`manual_sync_only`||t===`not_reached`?`.`:t===`new`||t===`recreated`?`+`:`~`}let Rn=st(({standings:e,at:t})=>e.map(e=>{let n=Ln(e);return{sign:n,look:n===`.`?`waits`:V(e),words:In(e,t)}}));function zn({commits:e,since:t},n){return`${R(e,`commit`)} behind for ${U(t,n)}`}function Bn(e,t,n){if(t===null)return`detached there, with a tag`;let{reason:r,owner:i,until:a}=t,o={reason:r??``,...i===null?{}:{owner:i},...a===null?{}:{until:a}};return vt(jn(e===`pinned`?[`pinned`]:e,o,n)).replace(/: $/,``)}function Vn(e,t){let n=e.stories===null?``:` (${e.stories.join(`, `)})`;return Bn(`pinned`,e,t).replace(/^pinned/,`pinned to ${e.commit.slice(0,12)}${n}`)}function Hn({hold:e,pin:t,manualOnly:n},r){return[...e?[Bn(`held`,e,r)]:[],...t?[Vn(t,r)]:[],...n?[`manual sync only`]:[]]}let Un={failed:`!`,pending:`~`,synced:`=`};function Wn({mark:e,sign:t=Un[e]}){return K(`span`,{class:`sign ${t===`.`?`waits`:e}`,\"aria-hidden\":`true`,children:t})}function Gn({standing:e}){return K(`span`,{class:`status`,children:[K(Wn,{mark:V(e),sign:Ln(e)}),` `,Ct[e.status]]})}function Kn({standing:e}){let{fleet:t}=W(),n=Fn(e,t.at);return K(x,{children:[n===``?null:K(`span`,{class:`why`,children:n}),e.warnings.map(e=>K(`span`,{class:`why`,children:e},e)),e.hint===null?null:K(`span`,{class:`next`,children:[K(`span`,{class:`next-label`,children:`Next:`}),` `,e.hint]})]})}function qn({time:e}){let{fleet:t}=W();return e===null?K(`span`,{class:`none`,children:`never`}):K(`time`,{dateTime:e,title:H(e),children:[U(e,t.at),` ago`]})}function Jn({seconds:e}){return K(qn,{time:e===-1?null:new Date(e*1e3).toISOString()})}function Yn({index:e}){let{fleet:t}=W(),n=G(),r=t.destinations[e]?.name??``;return K(`a`,{class:`name`,href:n({view:`destination`,of:r}),children:r})}function Xn({index:e}){let{fleet:t}=W(),n=G(),{key:r=``}=t.stories[e]??{};return K(`a`,{class:`name`,href:n({view:`story`,of:r}),children:r})}function Zn({of:e}){let t=e.length<=3?e:e.slice(0,2);return K(x,{children:[t.map((e,t)=>K(`span`,{children:[t>0?`, `:``,K(Xn,{index:e})]},e)),t.length<e.length?` and ${e.length-t.length} more`:``]})}function Qn({tally:e}){let t=e.failed+e.pending+e.synced,n=B.map(t=>`${e[t]} ${t}`).join(`, `),r=0;return K(`svg`,{class:`share`,viewBox:`0 0 100 4`,preserveAspectRatio:`none`,role:`img`,\"aria-label\":n,children:B.map(n=>{let i=t===0?0:e[n]/t*100,a=r;return r+=i,i===0?null:K(`rect`,{class:n,x:a,y:`0`,width:Math.max(i,.4),height:`4`},n)})})}function $n(e,t,n=24){let[r,i]=P({of:t,rows:200}),a=r.of===t?r.rows:200,o=e-a,s=o>0?K(`p`,{class:`more`,children:[K(`button`,{type:`button`,onClick:()=>i({of:t,rows:a+200}),children:[`Show `,Math.min(200,o),` more`]}),` `,K(`span`,{children:[R(o,`row`),` not shown`]})]}):null;return{shown:er(Math.min(a,e),t,n),more:s}}function er(e,t,n){let[r,i]=P({of:t,rows:n}),a=r.of===t?r.rows:n;return Ie(()=>{if(a>=e)return;let r=requestAnimationFrame(()=>i({of:t,rows:a+2*n}));return()=>cancelAnimationFrame(r)},[a,e,t,n]),Math.min(a,e)}function tr(e,t,n){let r=F(()=>[],[e,W()]);for(let i of e.slice(r.length,t))r.push(n(i,r.length));return r.slice(0,t)}function q({children:e}){return K(`p`,{class:`empty`,children:e})}function nr(){let{place:e,change:t,found:n}=W();return e.filter===``?K(q,{children:`The manifest has no pairs of a destination and a story.`}):K(q,{children:[n.problems.length>0?`The filter cannot be understood as it stands. `:`Nothing matches the filter. `,K(`button`,{type:`button`,onClick:()=>t({filter:``}),children:`Clear the filter`})]})}function rr({pairs:e,show:t,label:n}){let{place:r}=W(),{shown:i,more:a}=$n(e.length,`${r.filter} ${n}`),o=tr(e,i,e=>K(ir,{pair:e,show:t},e));return K(x,{children:[K(`table`,{class:`pair-table`,children:[K(`caption`,{class:`visually-hidden`,children:n}),K(`thead`,{children:K(`tr`,{children:[t.includes(`destination`)?K(`th`,{scope:`col`,children:`Destination`}):null,t.includes(`story`)?K(`th`,{scope:`col`,children:`Story`}):null,K(`th`,{scope:`col`,children:`Status`}),K(`th`,{scope:`col`,children:`Why`}),K(`th`,{scope:`col`,class:`far`,children:`Behind`}),K(`th`,{scope:`col`,class:`far`,children:`Pushed`}),K(`th`,{scope:`col`,class:`far`,children:`Commit`})]})}),K(`tbody`,{children:o})]}),a]})}function ir({pair:e,show:t}){let{fleet:n}=W(),{pairs:r}=n,i=tn(n,e),a=n.lags[r.lag[e]??-1],o=n.commits[r.commit[e]??-1],s=r.id[e]??-1;return K(`tr`,{children:[t.includes(`destination`)?K(`th`,{scope:`row`,children:K(Yn,{index:r.destination[e]??-1})}):null,t.includes(`story`)?K(`th`,{scope:`row`,children:[K(Xn,{index:r.story[e]??-1}),s===-1?null:K(`span`,{class:`id`,title:`Its id at the destination`,children:s})]}):null,K(`td`,{children:K(Gn,{standing:i})}),K(`td`,{class:`words`,children:[K(Kn,{standing:i}),a===void 0?null:K(`span`,{class:`what near`,children:zn(a,n.at)})]}),K(`td`,{class:`far`,children:a===void 0?``:zn(a,n.at)}),K(`td`,{class:`far`,children:K(Jn,{seconds:r.synced[e]??-1})}),K(`td`,{class:`far`,children:o===void 0?``:K(`code`,{title:o,children:o.slice(0,7)})})]})}function ar(){let{fleet:e,place:t}=W(),n=G(),r=e.destinations.findIndex(({name:e})=>e===t.of),i=e.destinations[r];if(i===void 0)return K(x,{children:[K(`h1`,{children:t.of}),K(q,{children:[`No destination of this name is in this page. `,K(`a`,{href:n({view:`list`}),children:`All of them`})]})]});let a=sr(e,`destination`,r),o=nn(e,a),{host:s,team:c,ring:l,engine:u,labels:d}=i;return K(x,{children:[K(`h1`,{children:i.name}),K(`div`,{class:`totals`,children:[K(`p`,{class:`tally`,children:[o.failed,` failed, `,o.pending,` pending, `,o.synced,` synced`]}),K(Qn,{tally:o})]}),K(`dl`,{class:`facts`,children:[K(or,{title:`Tenant`,children:s}),c===null?null:K(or,{title:`Team`,children:c}),l===null?null:K(or,{title:`Ring`,children:l}),K(or,{title:`Engine`,children:u===`native`?`the vendor's Story syncing`:`push`}),Object.keys(d).length===0?null:K(or,{title:`Labels`,wide:!0,children:Object.entries(d).map(([e,t])=>K(`a`,{href:n({view:`list`,filter:`label.${e}=${Ht(t)}`}),children:[e,`=`,t]},e))}),Hn(i,e.at).map(e=>K(or,{title:`Left alone`,children:e},e))]}),K(`section`,{\"aria-labelledby\":`stories`,children:[K(`h2`,{id:`stories`,children:`Stories`}),a.length===0?K(q,{children:`Subscribed to nothing.`}):K(rr,{pairs:cn(e,a),show:[`story`],label:`Stories of ${i.name}`})]}),K(cr,{index:r})]})}function or({title:e,children:t,wide:n=!1}){return K(`div`,{class:n?`labels`:void 0,children:[K(`dt`,{children:e}),K(`dd`,{children:t})]})}function sr({pairs:e},t,n){return[...e[t].keys()].filter(r=>e[t][r]===n)}function cr({index:e}){let{past:t}=W(),n=t?.of(e)??[],{shown:r,more:i}=$n(n.length,String(e)),a=[...Map.groupBy(n.slice(0,r),({at:e})=>new Date(e*1e3).toISOString().slice(0,10))];return K(`section`,{\"aria-labelledby\":`history`,children:[K(`h2`,{id:`history`,children:`History`}),t!==void 0&&n.length===0?K(q,{children:`Nothing is recorded of it.`}):null,a.map(([e,t])=>K(`div`,{class:`day`,children:[K(`h3`,{children:K(`time`,{dateTime:e,children:e})}),K(`ul`,{class:`events`,children:t.map(e=>K(lr,{event:e},`${e.at} ${e.what} ${e.story}`))})]},e)),i,n.length>0&&t?.cutShort?K(`p`,{class:`fine`,children:`Older records stand on the state branch.`}):null]})}function lr({event:e}){let{fleet:t}=W(),n=G(),{at:r,story:i,what:a,status:o,reason:s,commit:c}=e,l=new Date(r*1e3).toISOString(),u=t.stories.some(({key:e})=>e===i),d=s===null||a===`push`&&o===`synced`?``:yt[s];return K(`li`,{children:[K(`time`,{dateTime:l,title:H(l),children:l.slice(11,16)}),K(Wn,{mark:V({status:o})}),K(`span`,{children:[u?K(`a`,{class:`name`,href:n({view:`story`,of:i}),children:i}):K(`span`,{class:`name`,children:i}),` `,a===`push`&&o===`synced`?`pushed`:Ct[o],d===``?``:`: ${d}`,c===null?null:K(x,{children:[` `,K(`code`,{title:c,children:c.slice(0,7)})]})]})]})}function ur(e,t){let n=new Map;for(let r of t){let t=e.commits[e.pairs.commit[r]??-1];t!==void 0&&n.set(t,(n.get(t)??0)+1)}return[...n].toSorted(([,e],[,t])=>t-e)}function dr(e,t){let n=fr(e),r=e.standings.map(()=>[]);for(let i of t)r[n[e.pairs.standing[i]??-1]??-1]?.push(i);return r.flatMap(t=>{let n=e.standings[e.pairs.standing[t[0]??-1]??-1];if(n===void 0)return[];let{destination:r,story:i}=e.pairs;return[{standing:n,pairs:t,destinations:pr(t,r,e.destinations.length),stories:pr(t,i,e.stories.length)}]}).toSorted((e,t)=>B.indexOf(V(e.standing))-B.indexOf(V(t.standing))||t.pairs.length-e.pairs.length||(e.pairs[0]??0)-(t.pairs[0]??0))}let fr=st(({standings:e})=>{let t=new Map;return e.map((e,n)=>{if(!mr(e))return-1;let r=hr(e),i=t.get(r)??n;return t.set(r,i),i})});function pr(e,t,n){let r=new Uint8Array(n),i=0;for(let n of e){let e=t[n]??-1;r[e]===0&&i++,r[e]=1}return i}function mr({status:e,warnings:t}){return e!==`synced`||t.length>0}function hr({status:e,reason:t,message:n,hint:r,waits:i,warnings:a,detached:o}){return JSON.stringify([e,t,n,r,i?.for,a,o])}function gr(){let{fleet:e,found:t,place:n}=W(),r=F(()=>dr(e,t.pairs),[e,t]),{shown:i,more:a}=$n(r.length,n.filter),o=tr(r,i,e=>K(_r,{finding:e},e.pairs[0]));return K(x,{children:[K(`h1`,{children:`Findings`}),t.pairs.length===0?K(nr,{}):null,t.pairs.length>0&&r.length===0?K(q,{children:`Nothing failed, and nothing waits.`}):null,K(`ul`,{class:`findings wide`,children:o}),a]})}function _r({finding:e}){let{standing:t,pairs:n,destinations:r,stories:i}=e,[a,o]=P(!1),s=Be();return K(`li`,{class:`finding`,children:[K(Wn,{mark:V(t),sign:Ln(t)}),K(`div`,{children:[K(`p`,{class:`finding-head`,children:[K(`span`,{class:`visually-hidden`,children:[Ct[t.status],`: `]}),K(Kn,{standing:t})]}),K(`p`,{class:`where`,children:n.length===1?K(yr,{pair:n[0]??-1}):K(`button`,{type:`button`,class:`plain`,\"aria-expanded\":a,\"aria-controls\":s,onClick:()=>o(!a),children:[R(r,`destination`),`, `,R(i,`story`,`stories`),n.length>Math.max(r,i)?` (${R(n.length,`pair`)})`:``]})}),K(`div`,{id:s,hidden:!a,children:a?K(vr,{pairs:n}):null})]})]})}function vr({pairs:e}){let{shown:t,more:n}=$n(e.length,String(e[0]));return K(x,{children:[K(`ul`,{class:`pairs`,children:e.slice(0,t).map(e=>K(`li`,{children:K(yr,{pair:e})},e))}),n]})}function yr({pair:e}){let{fleet:t}=W();return K(x,{children:[K(Yn,{index:t.pairs.destination[e]??-1}),` /`,` `,K(Xn,{index:t.pairs.story[e]??-1})]})}function br(){let{fleet:e,past:t}=W();return K(`footer`,{class:`foot`,children:[K(`p`,{class:`legend`,children:[K(`span`,{class:`sign failed`,children:`!`}),` failed `,K(`span`,{class:`sign pending`,children:`~`}),` to be updated`,` `,K(`span`,{class:`sign pending`,children:`+`}),` not there yet `,K(`span`,{class:`sign waits`,children:`.`}),` waits or is left alone`,` `,K(`span`,{class:`sign synced`,children:`=`}),` synced`]}),K(`p`,{children:[xn(e),` `,e.commit===null?``:`Commit ${e.commit.slice(0,12)}.`,` Ages count from then.`]}),e.naming===`names`?null:K(`p`,{children:[`Destinations and hosts have other names here, and words about them are left out.`,` `,e.naming===`codes`?`The names stay the same as long as the state key does.`:`They are numbered in the order of the manifest: when one is added or taken out, the numbers after it move.`]}),e.leftOut.length===0?null:K(`p`,{children:[`To keep this file small it does not have: `,e.leftOut.join(`, `),`. The status file has all data, and git all stories.`]}),t?.cutShort?K(`p`,{children:`Of the history it has the newest; the state branch has more.`}):null]})}function xr(){let{fleet:e,found:t,place:n}=W(),r=F(()=>on(e,t.pairs,`destination`),[e,t]),i=F(()=>Tr(e,t.pairs),[e,t]),a=Math.max(8,Math.min(24,Math.floor(600/(i.length+1)))),{shown:o,more:s}=$n(r.length,n.filter,a),c=tr(r,o,({of:e,pairs:t},n)=>K(Sr,{destination:e,pairs:t,stories:i},n)),[l,u]=P(``),{onKeyDown:d,table:f}=Dr();return r.length===0?K(x,{children:[K(`h1`,{children:`Grid`}),K(nr,{})]}):K(x,{children:[K(`h1`,{children:`Grid`}),K(`p`,{class:`told`,\"aria-live\":`polite`,children:l||`Arrow keys go from pair to pair, Enter opens the destination.`}),K(`section`,{class:`grid-scroll`,\"aria-label\":`Destinations and stories`,tabIndex:0,children:K(`table`,{class:`grid`,role:`grid`,\"aria-rowcount\":r.length+1,\"aria-colcount\":i.length+1,ref:f,onPointerOver:Cr,onKeyDown:d,onFocusIn:e=>u(wr(e.target)),children:[K(`thead`,{children:K(`tr`,{children:[K(`th`,{scope:`col`,class:`corner`,children:`Destination`}),i.map(e=>K(`th`,{scope:`col`,class:`story-head`,children:K(`span`,{children:K(Xn,{index:e})})},e))]})}),K(`tbody`,{children:c})]})}),s]})}function Sr({destination:e,pairs:t,stories:n}){let{fleet:r,place:i}=W(),a=r.destinations[e]?.name??``,o=Rn(r),s=new Map(t.map(e=>[r.pairs.story[e]??-1,r.pairs.standing[e]??-1])),c=[];for(let e of n){let{sign:t=``,look:n=`nothing`,words:i=``}=o[s.get(e)??-1]??{},l=t===``?`${a}: nothing`:`${a} / ${r.stories[e]?.key??``}: ${i}`;c.push(K(`td`,{tabIndex:-1,class:n,\"aria-label\":l,children:t}))}return K(`tr`,{\"data-href\":pn({...i,view:`destination`,of:a}),children:[K(`th`,{scope:`row`,children:K(Yn,{index:e})}),c]})}function Cr({target:e}){e instanceof HTMLTableCellElement&&e.tagName===`TD`&&(e.title=wr(e))}function wr(e){return e instanceof HTMLElement&&e.tagName===`TD`?e.getAttribute(`aria-label`)??``:``}function Tr(e,t){let n=new Set(t.map(t=>e.pairs.story[t]??-1));return[...e.stories.keys()].filter(e=>n.has(e))}let Er={ArrowUp:[-1,0],ArrowDown:[1,0],ArrowLeft:[0,-1],ArrowRight:[0,1],PageUp:[-10,0],PageDown:[10,0],Home:[0,-1/0],End:[0,1/0]};function Dr(){let e=Re(null);return Le(()=>{let t=e.current?.tBodies[0],[,n]=t?.rows[0]?.cells??[];n!==void 0&&!t?.querySelector(`td[tabindex=\"0\"]`)&&(n.tabIndex=0)}),{table:e,onKeyDown:t=>{let n=t.target;if(!(n instanceof HTMLTableCellElement)||n.tagName!==`TD`)return;let r=n.parentElement;t.key===`Enter`&&r?.dataset.href&&(location.hash=r.dataset.href);let[i,a]=Er[t.key]??[];if(i===void 0||a===void 0||!(r instanceof HTMLTableRowElement))return;t.preventDefault();let o=e.current?.tBodies[0]?.rows,s=o?.[Or(r.sectionRowIndex+i,0,o.length-1)],c=s?.cells[Or(n.cellIndex+a,1,s.cells.length-1)];c!==void 0&&(n.tabIndex=-1,c.tabIndex=0,c.focus())}}}function Or(e,t,n){return Math.min(Math.max(e,t),n)}let kr={destination:`Destination`,story:`Story`,ring:`Ring`};function Ar(){let{fleet:e,found:t,place:n,change:r}=W(),i=F(()=>on(e,t.pairs,n.fold,t.empty),[e,t,n.fold]),[a,o]=P(jr),s=F(()=>Nr(i,a,t=>Pr(e,n.fold,t)),[i,a]),{shown:c,more:l}=$n(s.length,`${n.filter} ${n.fold}`),u=tr(s,c,e=>K(Fr,{group:e},`${n.fold} ${e.of}`)),d=an.filter(t=>t!==`ring`||e.rings.length>0);return K(x,{children:[K(`div`,{class:`title-row`,children:[K(`h1`,{children:`Pairs`}),K(`fieldset`,{class:`folds`,children:[K(`legend`,{class:`visually-hidden`,children:`Fold by`}),d.map(e=>K(`label`,{children:[K(`input`,{type:`radio`,name:`fold`,checked:n.fold===e,onChange:()=>r({fold:e})}),K(`span`,{children:[`by `,e]})]},e))]})]}),s.length===0?K(nr,{}):K(`table`,{class:`fold-table`,children:[K(`caption`,{class:`visually-hidden`,children:[`Pairs by `,n.fold]}),K(`thead`,{children:K(`tr`,{children:[K(Mr,{column:`name`,title:kr[n.fold],sort:a,onSort:o}),n.fold===`destination`&&e.rings.length>0?K(`th`,{scope:`col`,class:`far`,children:`Ring`}):null,K(`th`,{scope:`col`,class:`far`,children:K(`span`,{class:`visually-hidden`,children:`Share`})}),K(Mr,{column:`failed`,title:`Failed`,sort:a,onSort:o}),K(Mr,{column:`pending`,title:`Pending`,sort:a,onSort:o}),K(Mr,{column:`synced`,title:`Synced`,sort:a,onSort:o}),K(Mr,{column:`behind`,title:`Behind for`,sort:a,onSort:o,far:!0}),K(Mr,{column:`pushed`,title:`Last push`,sort:a,onSort:o,far:!0})]})}),K(`tbody`,{children:u})]}),l]})}let jr={column:`worst`,down:!0};function Mr({column:e,title:t,sort:n,onSort:r,far:i=!1}){let a=n.column===e,o=a?n.down?`descending`:`ascending`:`none`,s=e!==`name`,c=a?n.down===s?{column:e,down:!s}:jr:{column:e,down:s};return K(`th`,{scope:`col`,\"aria-sort\":o,class:`${e===`name`?``:`figure-cell`} ${i?`far`:``}`,children:K(`button`,{type:`button`,class:`plain`,onClick:()=>r(c),children:[t,` `,K(`span`,{\"aria-hidden\":`true`,children:a?n.down?`↓`:`↑`:``})]})})}function Nr(e,{column:t,down:n},r){if(t===`worst`)return e;let i=n?-1:1,a=e=>t===`pushed`?e.synced:t===`behind`?e.oldestLag===null?-1/0:-Date.parse(e.oldestLag):t===`name`?0:e.tally[t];return e.toSorted((e,n)=>{if(t===`name`)return i*(r(e)<r(n)?-1:1);let[o,s]=[a(e),a(n)];return o===s?0:i*(o<s?-1:1)})}function Pr(e,t,{of:n}){return t===`ring`?e.rings[n]??``:t===`story`?e.stories[n]?.key??``:e.destinations[n]?.name??``}function Fr({group:e}){let{fleet:t,place:n}=W(),[r,i]=P(!1),{of:a,tally:o,pairs:s,oldestLag:c,synced:l}=e,{fold:u}=n,d=Pr(t,u,e),f=t.destinations[a]?.ring??``,p=u===`destination`&&t.rings.length>0;return K(x,{children:[K(`tr`,{children:[K(`th`,{scope:`row`,children:[K(`button`,{type:`button`,class:`fold`,\"aria-expanded\":r,\"aria-label\":`${r?`Fold`:`Unfold`} ${d||`no ring`}`,onClick:()=>i(!r),children:r?`−`:`+`}),K(Wn,{mark:rn(o)}),` `,u===`destination`?K(Yn,{index:a}):null,u===`story`?K(Xn,{index:a}):null,u===`ring`?K(`span`,{class:`name`,children:d||`in no ring`}):null]}),p?K(`td`,{class:`far`,children:f}):null,K(`td`,{class:`far share-cell`,children:K(Qn,{tally:o})}),K(`td`,{class:o.failed>0?`figure-cell failed`:`figure-cell none`,children:o.failed}),K(`td`,{class:o.pending>0?`figure-cell pending`:`figure-cell none`,children:o.pending}),K(`td`,{class:o.synced>0?`figure-cell`:`figure-cell none`,children:o.synced}),K(`td`,{class:`figure-cell far`,children:c===null?``:U(c,t.at)}),K(`td`,{class:`figure-cell far`,children:K(Jn,{seconds:l})})]}),r?K(`tr`,{class:`unfolded`,children:K(`td`,{colSpan:p?8:7,children:s.length===0?`Subscribed to nothing.`:K(rr,{pairs:cn(t,s),show:u===`destination`?[`story`]:u===`story`?[`destination`]:[`destination`,`story`],label:`Pairs of ${d}`})})}):null]})}let Ir=[`behind`,`drift`,`detached`,`held`,`pinned`];function Lr(e,t,n){let r=t.filter(Rr(e,n));return[...Map.groupBy(r,t=>e.pairs.destination[t]??-1)].flatMap(([t,r])=>zr(e,t,r,n)).toSorted((e,t)=>Number(t.expired)-Number(e.expired)||Ur(e.note?.until,t.note?.until)||Ur(e.since,t.since)||e.destination-t.destination)}function Rr({pairs:e,standings:t,destinations:n},r){if(r===`behind`)return t=>e.lag[t]!==-1;if(r===`held`||r===`pinned`){let t=n.map(({hold:e,pin:t})=>(r===`held`?e:t)!==null);return n=>t[e.destination[n]??-1]===!0}let i=({reason:e,status:t})=>e===`drift`&&t!==`synced`,a=t.map(e=>r===`detached`?e.detached:i(e));return t=>a[e.standing[t]??-1]===!0}function zr(e,t,n,r){let{hold:i=null,pin:a=null}=e.destinations[t]??{};if(r===`held`||r===`pinned`){let o=r===`held`?i:a;return[{destination:t,pairs:n,note:o,expired:Vr(o,e),since:null,commits:null}]}if(r===`behind`){let[r,i]=[null,0];for(let t of n){let n=e.lags[e.pairs.lag[t]??-1];n!==void 0&&((r===null||n.since<r)&&(r=n.since),i=Math.max(i,n.commits))}return[{destination:t,pairs:n,note:null,expired:!1,since:r,commits:i}]}return[...Map.groupBy(n,t=>JSON.stringify(Br(e,t))).values()].map(n=>{let r=Br(e,n[0]??-1);return{destination:t,pairs:n,note:r,expired:Vr(r,e),since:Hr(e,n),commits:null}})}function Br({standings:e,pairs:t},n){return e[t.standing[n]??-1]?.note??null}function Vr(e,{at:t}){return e!==null&&Pt(e.until,t)}function Hr({pairs:e},t){let n=t.map(t=>{let n=e.since[t]??-1;return n===-1?e.recorded[t]??-1:n}).filter(e=>e!==-1).toSorted((e,t)=>e-t);return n[0]===void 0?null:new Date(n[0]*1e3).toISOString()}function Ur(e,t){let[n,r]=[e??`9999`,t??`9999`];return n<r?-1:+(n>r)}function Wr(e,t,{destination:n,note:r,since:i,commits:a}){let o=i===null?``:` for ${U(i,e.at)}`,{pin:s=null}=e.destinations[n]??{};return t===`behind`?i===null?`behind`:zn({commits:a??0,since:i},e.at):t===`drift`?`edited at the destination${o}`:t===`pinned`?s===null?`pinned`:Vn(s,e.at):Bn(t,r,e.at)}let Gr={behind:`Behind`,drift:`Edited there`,detached:`Detached`,held:`Held`,pinned:`Pinned`};function Kr({kind:e,debts:t}){let{fleet:n,place:r}=W(),i=G();if(t.length===0)return null;let a=t.length<=6?t:t.slice(0,5);return K(`div`,{class:`debts`,children:[K(`h3`,{children:[Gr[e],` `,K(`span`,{class:`number`,children:t.length.toLocaleString(`en`)})]}),K(`ul`,{children:a.map(t=>K(`li`,{children:[K(Yn,{index:t.destination}),e===`held`||e===`pinned`?null:K(`span`,{class:`of`,children:[` `,K(Zn,{of:t.pairs.map(e=>n.pairs.story[e]??-1)})]}),K(`span`,{class:t.expired?`what expired`:`what`,children:Wr(n,e,t)})]},`${t.destination} ${t.pairs[0]}`))}),a.length<t.length?K(`p`,{class:`more`,children:K(`a`,{href:i({view:`list`,filter:`${r.filter} is:${e}`.trim()}),children:[t.length-a.length,` more`]})}):null]})}function qr(e){if(e.size===0)return null;let t=1;for(;t<e.size&&e.timeAt(t-1)-e.timeAt(t)<=600;)t++;let n=Array.from({length:t},(t,n)=>{let{destination:r,...i}=e.eventAt(n);return{destination:r,event:i,was:e.placesOf(r).filter(e=>e>n).map(t=>e.eventAt(t)).find(({story:e})=>e===i.story)?.status??null}});return{from:e.timeAt(t-1),to:e.timeAt(0),changes:n}}let Jr=[`failed`,`recovered`,`pushed`,`waits`];function Yr({event:e,was:t}){return e.status===`failed`?`failed`:e.status===`requires_sync`?`waits`:t===`failed`?`recovered`:`pushed`}let Xr={failed:`failed`,recovered:`recovered`,pushed:`pushed`,waits:`waits`},Zr={failed:`failed`,recovered:`synced`,pushed:`synced`,waits:`pending`};function Qr(){let{past:e,found:t}=W(),n=F(()=>e&&qr(e),[e]),r=n?.changes.filter(({destination:e})=>t.destinations.has(e))??[];return K(`section`,{\"aria-labelledby\":`changes`,children:[K(`h2`,{id:`changes`,children:[`What the last run changed`,n?K(`span`,{class:`beside`,children:H(new Date(n.to*1e3).toISOString())}):null]}),e===void 0?K(`p`,{class:`fine`,children:`Unpacking …`}):null,e!==void 0&&r.length===0?K(`p`,{class:`fine`,children:`Nothing is recorded of it.`}):null,Jr.map(e=>K($r,{kind:e,changes:r.filter(t=>Yr(t)===e)},e))]})}function $r({kind:e,changes:t}){let n=G();if(t.length===0)return null;let r=[...Map.groupBy(t,({event:e})=>e.story)],i=r.slice(0,5);return K(`div`,{class:`changes`,children:[K(`h3`,{children:[K(Wn,{mark:Zr[e]}),` `,Xr[e],` `,K(`span`,{class:`number`,children:t.length.toLocaleString(`en`)})]}),K(`ul`,{children:i.map(([e,t])=>K(`li`,{children:[K(`a`,{class:`name`,href:n({view:`story`,of:e}),children:e}),` `,`at `,K(ei,{changes:t}),K(ti,{changes:t})]},e))}),i.length<r.length?K(`p`,{class:`more`,children:R(r.length-i.length,`more story`,`more stories`)}):null]})}function ei({changes:e}){let t=e.length<=3?e:e.slice(0,2);return K(x,{children:[t.map(({destination:e},t)=>K(`span`,{children:[t>0?`, `:``,K(Yn,{index:e})]},e)),t.length<e.length?` and ${e.length-t.length} more`:``]})}function ti({changes:e}){let t=new Set(e.flatMap(({event:e})=>e.reason??[]));return t.size===0?null:K(`span`,{class:`what`,children:[...t].map(e=>yt[e]).join(`, `)})}function ni({progress:e,titled:t=!0}){let{fleet:n}=W(),r=G();if(n.rings.length===0)return null;let i=[...Map.groupBy(e,({story:e})=>e)];return K(`section`,{\"aria-labelledby\":`rings`,children:[K(`h2`,{id:`rings`,children:`Rings`}),e.length===0?K(`p`,{class:`fine`,children:`Nothing moves: every ring has what git asks for.`}):null,i.map(([e,n])=>K(`div`,{class:`rings`,children:[t?K(`h3`,{children:K(`a`,{class:`name`,href:r({view:`story`,of:e}),children:e})}):null,K(`ol`,{children:n.map(e=>K(ri,{ring:e},e.ring))})]},e))]})}function ri({ring:e}){let{fleet:t}=W(),{there:n,total:r,failed:i,state:a,opensAt:o,waitsFor:s}=e,c=r===0?0:n/r*100,l=s===null||a===`passed`||a===`open`?``:vt(Nn(s)),u=o===null||a===`passed`?``:`opens ${yn(o,t.at)}`;return K(`li`,{class:`ring ${a}`,children:[K(`span`,{class:`ring-name`,children:e.ring}),` `,K(`span`,{class:`ring-words`,children:[K(`strong`,{children:a}),`, `,n,` of `,r,` there`,i>0?`, ${i} failed`:``,[l,u].filter(e=>e!==``).map(e=>K(`span`,{children:[`; `,e]},e))]}),K(`svg`,{class:`share`,viewBox:`0 0 100 4`,preserveAspectRatio:`none`,\"aria-hidden\":`true`,children:[K(`rect`,{class:`synced`,x:`0`,y:`0`,width:c,height:`4`}),K(`rect`,{class:`failed`,x:c,y:`0`,width:r===0?0:i/r*100,height:`4`})]})]})}function ii(){let{fleet:e,found:t}=W(),n=G(),r=dr(e,t.pairs),i=Ir.map(n=>({kind:n,debts:Lr(e,t.pairs,n)})),a=r.filter(({standing:e})=>e.status===`failed`);return t.pairs.length===0?K(x,{children:[K(`h1`,{children:`The fleet`}),K(nr,{})]}):K(x,{children:[K(`h1`,{children:`The fleet`}),K(ai,{}),K(`div`,{class:`columns`,children:[K(`div`,{children:[K(`section`,{\"aria-labelledby\":`failed`,children:[K(`h2`,{id:`failed`,children:`Who failed, and why`}),a.length===0?K(`p`,{class:`fine`,children:`Nothing failed.`}):null,K(`ul`,{class:`findings`,children:a.slice(0,5).map(e=>K(_r,{finding:e},e.pairs[0]))}),r.length>Math.min(5,a.length)?K(`p`,{class:`more`,children:K(`a`,{href:n({view:`findings`}),children:[`All `,R(r.length,`finding`),`, with what waits`]})}):null]}),K(Qr,{})]}),K(`div`,{children:[K(ni,{progress:e.progress}),K(`section`,{\"aria-labelledby\":`debts`,children:[K(`h2`,{id:`debts`,children:`Oldest debts`}),i.map(e=>K(Kr,{kind:e.kind,debts:e.debts},e.kind)),i.every(e=>e.debts.length===0)?K(`p`,{class:`fine`,children:`Nobody is behind, edited, detached, held or pinned.`}):null]})]})]})]})}function ai(){let{fleet:e,found:t,place:n}=W(),r=G(),i=nn(e,t.pairs),a=e=>r({view:`list`,filter:`${n.filter} ${e}`.trim()});return K(`section`,{\"aria-label\":`Totals`,class:`totals`,children:[K(`ul`,{class:`figures`,children:B.map(e=>K(`li`,{children:K(`a`,{href:a(`status:${e}`),children:[K(Wn,{mark:e}),` `,K(`span`,{class:`figure`,children:i[e].toLocaleString(`en`)}),` `,K(`span`,{class:`word`,children:e})]})},e))}),K(Qn,{tally:i}),K(`ul`,{class:`chips`,\"aria-label\":`Narrow down`,children:kt(e,t.pairs).map(({quality:e,count:t})=>K(`li`,{children:K(`a`,{href:a(`is:${e}`),children:[e,` `,K(`span`,{class:`number`,children:t.toLocaleString(`en`)})]})},e))})]})}let oi=4e3;function si(e,t={}){let{whole:n=!1,moved:r=!1,small:i=40,most:a=1500,notes:o=!0}=t,{nodes:s,links:c}=e,l=s.filter(({kind:e})=>e!==`note`).length,u=ci(e,r),d=!n&&l>i&&u.size>0?li(e,u):new Set(s.keys()),f=o?d:new Set([...d].filter(e=>s[e]?.kind!==`note`));if(f.size===s.length&&s.length<=a&&c.length<=oi)return e;let p=[...f].sort((e,t)=>ui(s[e],u.has(e))-ui(s[t],u.has(t))||e-t);return di(e,new Set(p.slice(0,a)))}function ci({nodes:e,links:t},n){let r=new Set;for(let[t,{mark:i,from:a}]of e.entries())(i!==`unchanged`||n&&a!==null)&&r.add(t);for(let{source:e,receiver:n,mark:i}of t)i!==`unchanged`&&(r.add(e),r.add(n));return r}function li({links:e},t){let n=new Set(t);for(let{source:r,receiver:i}of e)t.has(r)&&n.add(i),t.has(i)&&n.add(r);return n}function ui(e,t){return e===void 0?4:e.mark===`unchanged`?t?2:3:+(e.kind===`note`)}function di(e,t){let n=new Map([...t].sort((e,t)=>e-t).map((e,t)=>[e,t])),r=e.links.flatMap(e=>{let[t,r]=[n.get(e.source),n.get(e.receiver)];return t===void 0||r===void 0?[]:[{...e,source:t,receiver:r}]}),i=r.length>oi?r.toSorted((e,t)=>fi(e)-fi(t)).slice(0,oi):r,a=e.nodes.filter((e,t)=>e.kind!==`note`&&!n.has(t)).length;return{...e,nodes:e.nodes.filter((e,t)=>n.has(t)),links:i,leftOut:e.leftOut+a}}function fi({mark:e}){return+(e===`unchanged`)}function J(e,t,n=[]){return{tag:e,attributes:t,children:n}}function Y(e,t,n){return{tag:e,attributes:t,text:n}}var pi=class{#e=new Map;#t=new Map;isFree(e,t=10){for(let n of hi(e,t))for(let r of this.#e.get(n)??[])if(mi(r,e,t))return!1;return!0}take(e){for(let t of hi(e,0)){let n=this.#e.get(t);n===void 0?this.#e.set(t,[e]):n.push(e)}return e}nearest(e){if(this.isFree(e))return e;let[t,n]=[(e.width+10)/2,(e.height+10)/2],r=[Math.round(e.x/t),Math.round(e.y/n),e.width,e.height].join(` `);for(let i=this.#t.get(r)??1;;i++)for(let[a,o]of gi(i)){let s={...e,x:e.x+a*t,y:e.y+o*n};if(this.isFree(s))return this.#t.set(r,i),s}}};function mi(e,t,n){return e.x<t.x+t.width+n&&t.x<e.x+e.width+n&&e.y<t.y+t.height+n&&t.y<e.y+e.height+n}function*hi({x:e,y:t,width:n,height:r},i){let[a,o]=[Math.floor((e-i)/160),Math.floor((e+n+i)/160)],[s,c]=[Math.floor((t-i)/160),Math.floor((t+r+i)/160)];for(let e=s;e<=c;e++)for(let t=a;t<=o;t++)yield`${t} ${e}`}function*gi(e){for(let t=0;t<=e;t++){let n=t===0?[0]:[t,-t];for(let t of n)yield[e,t];for(let t of n)yield[-e,t];for(let t of n)yield[t,e];for(let t of n)yield[t,-e]}}let _i=new Intl.Segmenter(`en`,{granularity:`grapheme`});function X(e){return ut(e.replaceAll(/\\s+/g,` `).trim())}function vi(e){return e.split(/\\r\\n|[\\n\\r]/).map(e=>ut(e.replaceAll(`	`,`  `)))}function yi(e,t){let n=0;for(let t of e)n+=bi(t);return n*t}function bi(e){return e>=`ᄀ`?1.05:/[ijl.,:;'|!()[\\]{}\\u0060 ]/.test(e)?.34:/[ftr\\-\"/\\\\*]/.test(e)?.42:/[mwMW@%&]/.test(e)?.95:e<=``?/[A-Z_#~+=<>]/.test(e)?.72:.59:.75}function xi(e,t,n,r){let i=e.length<=600,a=[],o=i?e:e.slice(0,600);for(;o!==``&&a.length<r;){let e=Ci(o,t,n);if(e===o.length)return a.push(i?o:Si(o,t,n)),a;if(a.length===r-1)a.push(Si(o,t,n));else{let t=wi(o,e);a.push(o.slice(0,t).trimEnd()),o=o.slice(t).trimStart()}}return a}function Si(e,t,n){let r=Ci(e,t-yi(`…`,n),n);return`${e.slice(0,r).trimEnd()}…`}function Ci(e,t,n){let r=0,i=0;for(let{segment:a}of _i.segment(e)){if(r+=yi(a.slice(0,8),n),r>t&&i>0)break;i+=a.length}return i}function wi(e,t){if(e[t]===` `)return t;let n=e.slice(0,t),r=n.lastIndexOf(` `)+1;if(r>t/3)return r;let i=Math.max(...[`_`,`-`,`/`,`.`,`,`].map(e=>n.lastIndexOf(e)+1));return i>t/3?i:Math.max(t,1)}function Ti(e,t){let n=new Map,r,i=0;for(let a of e.toSorted((e,t)=>e-t))r!==void 0&&(i+=Math.min(a-r,t)),n.set(a,i),r=a;return n}let Ei=1.06,Di={x:240,y:120};function Oi({nodes:e,leftOut:t},n=!1){let r=e.flatMap(({at:e,from:t})=>n&&t!==null?[e,t]:[e]),i=Ti(r.map(({x:e})=>e),t>0?Di.x:330),a=Ti(r.map(({y:e})=>e),t>0?Di.y:255),o=e=>({x:Math.round((i.get(e.x)??0)*Ei),y:Math.round((a.get(e.y)??0)*1.45)}),s=new pi,c=[],l=[Ai,ji,ki];for(let t of l)for(let[r,i]of e.entries()){if(!t(i))continue;let{box:e,lines:a}=(i.kind===`note`?Ni:Mi)(i,o(i.at),s),l=n&&i.from!==null?o(i.from):null;c[r]={node:i,box:e,lines:a,from:l===null?null:{x:l.x+e.width/2,y:l.y+e.height/2}}}return c}function ki({kind:e}){return e===`note`}function Ai({kind:e,mark:t}){return e!==`note`&&t!==`removed`}function ji({kind:e,mark:t}){return e!==`note`&&t===`removed`}function Mi(e,{x:t,y:n},r){let i=r.nearest({x:t,y:n,width:176,height:70});return{box:r.take(i),lines:[]}}function Ni(e,{x:t,y:n},r){let i=Math.max(110,Math.min(Math.round((e.width??240)*Ei),420)),a=[i,(i+110)/2,110].map(e=>Math.round(e)).find(e=>r.isFree({x:t,y:n,width:e,height:33}))??110,{x:o,y:s}=r.nearest({x:t,y:n,width:a,height:33}),c=Pi(e,a,40),l=e=>e*15+18,u=Math.max(1,c.length);for(;u>1&&!r.isFree({x:o,y:s,width:a,height:l(u)});)--u;return{box:r.take({x:o,y:s,width:a,height:l(u)}),lines:u===c.length?c:Pi(e,a,u)}}function Pi({name:e},t,n){let r=t-18,i=vi(e).map(e=>e.replace(/^\\s*#+\\s+/,``).replaceAll(`**`,``).trimEnd()),a=[],o=i.filter((e,t)=>e!==``||(i[t-1]??``)!==``);for(;o.at(-1)===``;)o.pop();for(let[e,t]of o.entries()){let i=n-a.length;if(i===0)break;a.push(...t===``?[``]:xi(t,r,11,i)),a.length===n&&e<o.length-1&&(a[n-1]=Fi(a[n-1]??``))}return a}function Fi(e){return e.endsWith(`…`)?e:`${e}…`}let Ii={paper:[`#ffffff`,`#0d1117`],box:[`#ffffff`,`#161b22`],ink:[`#1f2328`,`#e6edf3`],muted:[`#59636e`,`#9198a1`],line:[`#c8d0d8`,`#3d444d`],wire:[`#8c959f`,`#656c76`],note:[`#f6f8fa`,`#1c2128`],sign:[`#ffffff`,`#0d1117`],added:[`#1a7f37`,`#3fb950`],\"added-box\":[`#e6f9ea`,`#12261e`],removed:[`#c93036`,`#ff7b72`],\"removed-box\":[`#fff1f0`,`#2a171b`],changed:[`#8a5a00`,`#e3b341`],\"changed-box\":[`#fff6dc`,`#2b2312`],rewired:[`#7a3fd0`,`#bc8cff`],\"rewired-box\":[`#f7f0ff`,`#211a33`],moved:[`#0969da`,`#58a6ff`],\"moved-box\":[`#eaf5ff`,`#131f33`]},Li=Object.keys(Ii);[`.sp{${Ri(0)}}`,`@media (prefers-color-scheme:dark){.sp{${Ri(1)}}}`,...Li.map(e=>`.sp .sp-f-${e}{fill:var(--sp-${e})}.sp .sp-s-${e}{stroke:var(--sp-${e})}`)].join(`\n`);function Ri(e){return Li.map(t=>`--sp-${t}:${Ii[t][e]}`).join(`;`)}function Z({fill:e,stroke:t}){return{class:[...e?[`sp-f-${e}`]:[],...t?[`sp-s-${t}`]:[]].join(` `),fill:e?Ii[e][0]:`none`,...t?{stroke:Ii[t][0]}:{}}}function zi({mark:e,from:t},n){return n&&e===`unchanged`&&t!==null?`moved`:e}let Bi=[`added`,`removed`,`changed`,`rewired`,`moved`],Vi={added:`M-4.5 0H4.5M0 -4.5V4.5`,removed:`M-4.5 0H4.5`,changed:`M-5 1.4Q-2.4 -3 0 0T5 -1.4`,rewired:`M-4.5 -2.2H4M1.8 -4.4L4 -2.2L1.8 0M4.5 2.2H-4M-1.8 0L-4 2.2L-1.8 4.4`,moved:`M-4.5 0H4M1 -3L4 0L1 3`};function Hi(e){return e===`unchanged`?`line`:e}function Ui(e,t,n,r=9){let i=r/9;return J(`g`,{transform:`translate(${t} ${n})${i===1?``:` scale(${i.toFixed(2)})`}`},[J(`circle`,{r:9,...Z({fill:Hi(e),stroke:`paper`}),\"stroke-width\":1.5}),J(`path`,{d:Vi[e],...Z({stroke:`sign`}),\"stroke-width\":2,\"stroke-linecap\":`round`})])}function Q(e){return Math.round(e*10)/10}function Wi({kind:e,name:t,type:n,disabled:r,places:i,tools:a},o){return e===`note`?`note${o===`unchanged`?``:` (${o})`}\\n${vi(t).join(`\n`)}`:[X(t)||`(no name)`,`${X(n)}${r?`, disabled`:``}${o===`unchanged`?``:`: ${o}`}`,...i.length===0?[]:[`changed: ${i.map(X).join(`, `)}`],...a.length===0?[]:[`tools: ${a.map(X).join(`, `)}`]].join(`\n`)}function Gi({nodes:e},{source:t,receiver:n,secondary:r,mark:i}){let a=t=>X(e[t]?.name??``);return`${a(t)} → ${a(n)}${r?` (no match)`:``}: ${i===`unchanged`?`connected`:i}`}function Ki({name:e,counts:t},n){return`Story ${X(e)}: ${qi(t,n)}`}function qi(e,t){let n=Bi.filter(n=>e[n]>0&&(n!==`moved`||t)),r=e.unchanged===0?[]:[`${e.unchanged} unchanged`];return[...n.map(t=>`${e[t]} ${t}`),...r].join(`, `)||`no actions`}function Ji(e){let t=e.nodes.filter(({mark:e})=>e!==`unchanged`),n=e.links.filter(({mark:e})=>e!==`unchanged`),r=[...t.map(e=>Wi(e,e.mark).replaceAll(`\n`,`, `)),...n.map(t=>Gi(e,t))];return r.length<=60?r.join(`\n`):[...r.slice(0,60),`and ${r.length-60} more`].join(`\n`)}function Yi(e,t){let n=(e,t)=>{let n=[`added`,`removed`,`changed`].flatMap(e=>{let n=t.filter(t=>t===e).length;return n===0?[]:[`${n} ${e}`]});return n.length===0?[]:[`${e}: ${n.join(`, `)}.`]},r=t.nodes.filter(({kind:e})=>e===`note`),i=t.nodes.length-r.length+t.leftOut,a=e.leftOut===0?[]:[`Drawn: ${i-e.leftOut} of ${i} actions (what changed, with its neighbours).`],{length:o}=e.links;return[...n(`Connections`,t.links.map(({mark:e})=>e)),...n(`Notes`,r.map(({mark:e})=>e)),...a,...o<t.links.length&&a.length===0?[`Drawn: ${o} of ${t.links.length} connections.`]:[]]}function Xi(e,t,{path:n,tip:r,start:i,middle:a}){let{mark:o,secondary:s}=t,c=o===`unchanged`,l=c?`wire`:o,u=o===`removed`?`6 4`:s?`2 3`:void 0,d={d:n,...Z({stroke:l}),\"stroke-width\":c?1.2:2.2,...u===void 0?{}:{\"stroke-dasharray\":u}},[f,p]=[Q(r.x),Q(r.y)],m=c?3.5:4.5,h={d:`M${f-m} ${p-7.5}L${f} ${p-.5}L${f+m} ${p-7.5}Z`,...Z({fill:l})},g=[e.nodes[t.source],e.nodes[t.receiver]],_=!c&&!g.some(e=>e?.mark===o);return J(`g`,{class:`sp-link sp-${o}`},[...c?[]:[Y(`title`,{},Gi(e,t))],J(`path`,d),J(`path`,h),...s?[Y(`text`,{x:Q(i.x)+4,y:Q(i.y)+9,\"font-size\":9,...Z({fill:c?`muted`:o})},`no match`)]:[],..._?[Ui(o,Q(a.x),Q(a.y),7)]:[]])}let Zi=12.5,Qi=10.5;function $i(e,t){let{node:n,box:r}=e,i={class:`sp-node sp-${t}`,transform:`translate(${r.x} ${r.y})`},a=Y(`title`,{},Wi(n,t)),o=n.kind===`note`?ta(e,t):ea(n,t),s=t===`unchanged`?[]:[Ui(t,r.width-3,3)];return J(`g`,i,[a,...o,...s])}function ea(e,t){let{name:n,kind:r,disabled:i,places:a}=e,o=t===`unchanged`,s={...Z({fill:na(t),stroke:Hi(t)}),\"stroke-width\":o?1:2,...ra(t)},c={x:0,y:0,width:176,height:70,rx:8},l=X(n),u=t===`changed`?ia(a,154):void 0,d=l===``?[`(no name)`]:xi(l,154/1.12,Zi,u===void 0?3:2),f=d.length*14+(u===void 0?0:14),p=22+Math.max(0,(45-f)/2)+11,m=t===`removed`?{\"text-decoration\":`line-through`}:{};return[...r===`group`?[J(`rect`,{...c,...s,x:4,y:-4})]:[],J(`rect`,{...c,...s}),...r===`page`?[J(`path`,{d:`M1 8Q1 1 8 1H168Q175 1 175 8Z`,...Z({fill:o?`wire`:Hi(t)})})]:[],sa(e.type,o?`wire`:Hi(t)),Y(`text`,{x:24,y:18,\"font-size\":10,...Z({fill:`muted`})},aa(`${X(e.type)}${i?`, disabled`:``}`,130,10)),...d.map((e,n)=>Y(`text`,{x:11,y:p+n*14,\"font-size\":Zi,\"font-weight\":600,...Z({fill:t===`removed`||i?`muted`:`ink`}),...m},e)),...u===void 0?[]:[Y(`text`,{x:11,y:p+d.length*14,\"font-size\":Qi,...Z({fill:`changed`})},u)]]}function ta({box:e,lines:t},n){let{width:r,height:i}=e;return[J(`rect`,{x:0,y:0,width:r,height:i,rx:2,...Z({fill:n===`unchanged`?`note`:na(n),stroke:Hi(n)}),...ra(n),\"stroke-width\":n===`unchanged`?.75:1.5}),J(`rect`,{x:0,y:0,width:3,height:i,...Z({fill:n===`unchanged`?`wire`:Hi(n)})}),...t.flatMap((e,t)=>e===``?[]:[Y(`text`,{x:10,y:20+t*15,\"font-size\":11,...Z({fill:`muted`}),...n===`removed`?{\"text-decoration\":`line-through`}:{}},e)])]}function na(e){return e===`unchanged`?`box`:`${e}-box`}function ra(e){return e===`removed`?{\"stroke-dasharray\":`6 4`}:e===`rewired`?{\"stroke-dasharray\":`2 3`}:{}}function ia(e,t){let[n,...r]=e.map(X);if(n===void 0)return;let i=n;for(let[e,n]of r.entries()){let a=r.length-e-1,o=`${i}, ${n}`;if(yi(`${o}${a>0?` +${a}`:``}`,Qi)>t)return aa(i,t-yi(` +${a+1}`,Qi),Qi).concat(` +${a+1}`);i=o}return aa(i,t,Qi)}function aa(e,t,n){return e.length<=200&&yi(e,n)<=t?e:Si(e.slice(0,200),t,n)}let oa=new Map([[`webhook`,`M0 1H5V-2L9 2.5L5 7V4H0Z`],[`condition`,`M4.5 -2L9 2.5L4.5 7L0 2.5Z`],[`HTTP request`,`M0 2.5A4.5 4.5 0 1 1 9 2.5A4.5 4.5 0 1 1 0 2.5ZM2 2.5H7`],[`event transform`,`M0 -1H9V1H0ZM0 2H6V4H0ZM0 5H8V7H0Z`],[`send email`,`M0 -1H9V6H0ZM0 -1L4.5 3L9 -1`],[`receive email`,`M0 -1H9V6H0ZM0 6L4.5 2L9 6`],[`send to story`,`M0 -1H6V1.5H9L6 7V4H0Z`],[`page`,`M1 -2H8V7H1Z`],[`group`,`M0 -2H6V4H0ZM3 1H9V7H3Z`],[`AI agent`,`M4.5 -3L6 1L10 2.5L6 4L4.5 8L3 4L-1 2.5L3 1Z`]]);function sa(e,t){return J(`path`,{d:oa.get(e)??`M1 2.5A3.5 3.5 0 1 1 8 2.5A3.5 3.5 0 1 1 1 2.5Z`,transform:`translate(11 12)`,...Z({stroke:t}),\"stroke-width\":1.3,\"stroke-linejoin\":`round`})}function ca(e,t,n,r){let i=X(e.name)||`(no name)`,a=i.length<=200&&yi(i,16)<=r,o=[J(`g`,{},[Y(`title`,{},i),Y(`text`,{x:0,y:16,\"font-size\":16,\"font-weight\":700,...Z({fill:`ink`})},a?i:Si(i.slice(0,200),r,16))])],[s,c]=[0,42],l=(e,t)=>{let n=yi(e,12)+(t===void 0?0:22)+16;s>0&&s+n>r&&([s,c]=[0,c+24]),t!==void 0&&o.push(Ui(t,s+9,c-4));let i=s+(t===void 0?0:23);o.push(Y(`text`,{x:Math.round(i),y:c,\"font-size\":12,...Z({fill:`ink`})},e)),s=Math.round(s+n)},{counts:u}=t;for(let e of Bi)u[e]>0&&(e!==`moved`||n)&&l(`${u[e]} ${e}`,e);let d=Bi.some(e=>e!==`moved`&&u[e]>0);u.unchanged>0&&l(`${u.unchanged} ${d?`unchanged`:la(u.unchanged)}`,void 0),u.unchanged===0&&!d&&l(`no actions`,void 0);let f=Yi(e,t).join(` `);for(let e of f===``?[]:xi(f,r,11,4))c+=o.length>1?20:0,o.push(Y(`text`,{x:0,y:c,\"font-size\":11,...Z({fill:`muted`})},e));return{parts:o,height:c+14}}function la(e){return e===1?`action`:`actions`}var ua=class{#e;#t=new Map;constructor(e){this.#e=e}isClear(e,t){return ma(e,t,this.#e)}find(e,t,n,r,i){for(let a=0;a<n;a++){let n=e+t*a*da;if(!this.#e.isFree({x:n,y:r,width:1,height:Math.max(1,i-r)},2))return;let o=this.#t.get(n)??[];if(!o.some(([e,t])=>e<i+4&&r<t+4))return this.#t.set(n,[...o,[r,i]]),n}}};let da=6;function fa(e,t,n,r){let i={x:e.x+e.width*(n?.78:.5),y:e.y+e.height},a={x:t.x+t.width/2,y:t.y},o=a.y-i.y>=10;if(o&&r.isClear(i,a))return pa(i,a);let s=ha(e,t,i,a,r);return s===void 0&&o?pa(i,a):ga(i,a,s??Math.max(e.x+e.width,t.x+t.width)+9)}function pa(e,t){let n={x:t.x,y:t.y-6},r=Math.max(8,(n.y-e.y)/2);return{path:`M${$(e)}C${$({x:e.x,y:e.y+r})} ${$({x:n.x,y:n.y-r})} ${$(n)}`,tip:t,start:e,middle:{x:(e.x+n.x)/2,y:(e.y+n.y)/2},left:Math.min(e.x,t.x),right:Math.max(e.x,t.x)}}function ma(e,t,n){for(let r=1;r<12;r++){let i=r/12,a=i*i*(3-2*i),o={x:e.x+(t.x-e.x)*a,y:e.y+(t.y-e.y)*i};if(!(o.y-e.y<4||t.y-o.y<4)&&!n.isFree({...o,width:1,height:1},0))return!1}return!0}function ha(e,t,n,r,i){let[a,o]=[Math.min(n.y,r.y),Math.max(n.y,r.y)],[s,c]=[Math.min(e.x,t.x),Math.max(e.x+e.width,t.x+t.width)],l=e.x+e.width<t.x?t.x:t.x+t.width<e.x?e.x:void 0;return(l===void 0?void 0:i.find(l-9,-1,4,a,o))??i.find(c+9,1,30,a,o)??i.find(s-9,-1,30,a,o)??i.find(c+9+200,1,30,a,o)??i.find(s-9-200,-1,30,a,o)}function ga(e,t,n){let[r,i]=[e.y+10,t.y-10-2],a=[e,{x:e.x,y:r},{x:n,y:r},{x:n,y:i},{x:t.x,y:i}];return{path:`${a.slice(1).reduce((e,n,r)=>{let[i,o]=[a[r]??n,a[r+2]??{x:t.x,y:t.y-6}];return`${e}L${$(_a(n,i))}Q${$(n)} ${$(_a(n,o))}`},`M${$(e)}`)}L${$({x:t.x,y:t.y-6})}`,tip:t,start:e,middle:{x:n,y:(r+i)/2},left:Math.min(e.x,t.x,n),right:Math.max(e.x,t.x,n)}}function _a(e,t){let n=Math.hypot(t.x-e.x,t.y-e.y),r=n===0?0:Math.min(7,n/2)/n;return{x:e.x+(t.x-e.x)*r,y:e.y+(t.y-e.y)*r}}function $({x:e,y:t}){return`${Q(e)} ${Q(t)}`}function va(e,{moved:t=!1,whole:n=!1}={}){let r=si(e,{whole:n,moved:t}),i=Oi(r,t),a=new pi;for(let{box:e}of i)a.take(e);let o=new ua(a),s=r.links.flatMap(e=>{let[t,n]=[i[e.source],i[e.receiver]];return t&&n?[{link:e,route:fa(t.box,n.box,e.secondary,o)}]:[]}),{left:c,right:l,top:u,bottom:d}=ya(i,s),f=Math.max(360,l-c+40),p=ca(r,e,t,f-40),m=20+p.height,h=m+(i.length===0?0:d-u+20),g=[...s].sort((e,t)=>Number(e.link.mark!==`unchanged`)-Number(t.link.mark!==`unchanged`)),_=`translate(${20-c} ${m-u})`,v=Ji(e);return J(`svg`,{xmlns:`http://www.w3.org/2000/svg`,class:`sp`,viewBox:`0 0 ${f} ${h}`,width:f,height:h,role:`img`,\"aria-label\":Ki(e,t),\"font-family\":`system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", \"DejaVu Sans\", sans-serif`},[Y(`title`,{},Ki(e,t)),...v===``?[]:[Y(`desc`,{},v)],J(`g`,{transform:`translate(20 20)`},p.parts),J(`g`,{transform:_},[...t?i.flatMap(ba):[],...g.map(({link:e,route:t})=>Xi(r,e,t)),...i.map(e=>$i(e,zi(e.node,t)))])])}function ya(e,t){let[n,r,i,a]=[0,0,0,0],o=!0,s=(e,t)=>{[n,r]=o?[e,e]:[Math.min(n,e),Math.max(r,e)],[i,a]=o?[t,t]:[Math.min(i,t),Math.max(a,t)],o=!1};for(let{box:t,from:n}of e)s(t.x,t.y-8),s(t.x+t.width+8,t.y+t.height),n!==null&&s(n.x,n.y);for(let{route:e}of t)s(Math.floor(e.left)-4,Math.min(e.start.y,e.tip.y-14)),s(Math.ceil(e.right)+(e.start.x>e.tip.x?44:4),e.start.y+12);return{left:Math.floor(n),right:Math.ceil(r),top:Math.floor(i),bottom:Math.ceil(a)}}function ba({box:e,from:t}){return t===null?[]:[J(`path`,{d:`M${t.x} ${t.y}L${e.x+e.width/2} ${e.y+e.height/2}`,\"stroke-dasharray\":`3 4`,...Z({stroke:`moved`}),\"stroke-width\":1.2}),J(`circle`,{cx:t.x,cy:t.y,r:3.5,...Z({fill:`paper`,stroke:`moved`})})]}function xa(e,t){let{tag:n,attributes:r}=t;return`text`in t?e(n,r,t.text):e(n,r,...t.children.map(t=>xa(e,t)))}function Sa({before:e}){if(e===null)return`As it stands in git.`;let t=R(e.destinations,`destination that is`,`destinations that are`);return`As it stands in git, compared with commit ${e.commit.slice(0,12)}, which ${t} behind ${e.destinations===1?`has`:`have`}.`}function Ca(e){return Ji(e).split(`\n`).filter(e=>e!==``)}function wa(e){return{rest:si(e).leftOut-si(e,{whole:!0}).leftOut,moved:e.counts.moved}}var Ta=class{leftOut;#e=new Map;#t;#n;constructor(e){let{leftOut:t,frames:n,nodes:r,links:i}=JSON.parse(e);this.leftOut=new Set(t),this.#t=Ea(r),this.#n=Ea(i);let[a,o]=[0,0];for(let e of n)this.#e.set(e.story,{frame:e,node:a,link:o}),a+=e.nodes,o+=e.links}of(e){let t=this.#e.get(e);if(t===void 0)return;let{frame:n,node:r,link:i}=t,{before:a,name:o,counts:s,leftOut:c}=n;return{story:e,before:a,picture:{name:o,nodes:Da(this.#t,r,n.nodes).map(({x:e,y:t,...n})=>({...n,at:{x:e,y:t}})),links:Da(this.#n,i,n.links),counts:s,leftOut:c}}}};function Ea({columns:e}){return Object.entries(e).map(([e,t])=>[e,he(t)])}function Da(e,t,n){return Array.from({length:n},(n,r)=>Object.fromEntries(e.map(([e,n])=>[e,n[t+r]])))}async function Oa(e){let t=document.getElementById(`data-${e}`)?.textContent??``,n=Uint8Array.from(atob(t),e=>e.charCodeAt(0)),r=new Blob([n]).stream().pipeThrough(new DecompressionStream(`deflate`));return new Response(r).text()}let ka;function Aa(){return ka??=(async()=>document.getElementById(`data-pictures`)===null?null:new Ta(await Oa(`pictures`)))(),ka}function ja({story:e}){let{fleet:t}=W(),n=Ma(),r=F(()=>typeof n==`object`?n?.of(e):void 0,[n,e]);if(r!==void 0)return K(Fa,{of:r});let i=t.naming===`names`?Na(n,e):`Pictures of stories are left out: names, notes and addresses in a story are its author’s words, and may tell who it is for.`;return i===void 0?null:K(Pa,{children:K(`p`,{class:`fine`,children:i})})}function Ma(){let[e,t]=P(`coming`);return Ie(()=>{Aa().then(t,()=>t(`damaged`))},[]),e}function Na(e,t){if(e!==null&&e!==`coming`)return e===`damaged`?`The pictures of this page cannot be read; make the page again.`:e.leftOut.has(t)?`To keep this file small it does not have this picture. storysync diff ${t} --format svg draws it.`:`There is no picture of this story: its file in git cannot be used.`}function Pa({children:e}){return K(`section`,{\"aria-labelledby\":`picture`,children:[K(`h2`,{id:`picture`,children:`Picture`}),e]})}function Fa({of:e}){let{picture:t}=e,[n,r]=P(!1),[i,a]=P(!1),o=F(()=>xa(Ia,va(t,{whole:n,moved:i})),[t,n,i]),s=F(()=>wa(t),[t]),c=F(()=>Ca(t),[t]);return K(Pa,{children:[K(`p`,{class:`fine`,children:Sa(e)}),s.rest+s.moved===0?null:K(`p`,{class:`picture-options`,children:[s.rest===0?null:K(`label`,{children:[K(`input`,{type:`checkbox`,checked:n,onChange:()=>r(!n)}),` the whole story (`,R(s.rest,`more action`),`)`]}),s.moved===0?null:K(`label`,{children:[K(`input`,{type:`checkbox`,checked:i,onChange:()=>a(!i)}),` what only moved as well`]})]}),K(`section`,{class:`picture-scroll`,\"aria-label\":`Canvas of the story`,tabIndex:0,children:o}),c.length===0?null:K(`details`,{class:`picture-words`,children:[K(`summary`,{children:`The same in words`}),K(`ul`,{children:c.map((e,t)=>K(`li`,{children:e},t))})]})]})}function Ia(e,t,...n){return y(e,t,...n)}function La(){let{fleet:e,place:t,found:n}=W(),r=G(),i=e.stories.findIndex(({key:e})=>e===t.of),a=e.stories[i];if(a===void 0)return K(x,{children:[K(`h1`,{children:t.of}),K(q,{children:[`No story of this key is in this page. `,K(`a`,{href:r({view:`list`,fold:`story`}),children:`All of them`})]})]});let o=sr(e,`story`,i),s=new Set(n.pairs),c=t.filter===``?o:o.filter(e=>s.has(e)),l=nn(e,o);return K(x,{children:[K(`h1`,{children:a.name}),K(`div`,{class:`totals`,children:[K(`p`,{class:`tally`,children:[K(`code`,{children:a.key}),` at `,R(o.length,`destination`),`: `,l.failed,` failed, `,l.pending,` `,`pending, `,l.synced,` synced`]}),K(Qn,{tally:l})]}),K(ni,{progress:e.progress.filter(e=>e.story===a.key),titled:!1}),K(`section`,{\"aria-labelledby\":`versions`,children:[K(`h2`,{id:`versions`,children:`Versions out there`}),K(`ul`,{class:`versions`,children:ur(e,o).map(([e,t])=>K(`li`,{children:[K(`a`,{href:r({view:`list`,filter:`story:${a.key} commit:${e.slice(0,12)}`}),children:K(`code`,{children:e.slice(0,12)})}),` `,`at `,R(t,`destination`)]},e))})]}),K(ja,{story:a.key},a.key),K(`section`,{\"aria-labelledby\":`places`,children:[K(`h2`,{id:`places`,children:`Where it runs`}),c.length===0?K(q,{children:`The filter lets no destination of it through.`}):K(rr,{pairs:cn(e,c),show:[`destination`],label:`Destinations of ${a.key}`})]})]})}let Ra={overview:ii,list:Ar,grid:xr,findings:gr,destination:ar,story:La},za={overview:`Overview`,list:`Pairs`,grid:`Grid`,findings:`Findings`};function Ba({fleet:e,past:t}){let[n,r]=P(()=>mn(location.hash)),i=Va(t);Ie(()=>{let e=()=>r(mn(location.hash));return addEventListener(`hashchange`,e),()=>removeEventListener(`hashchange`,e)},[]);let a=e=>{let t={...n,...e};history.replaceState(null,``,pn(t)),r(t)},o=F(()=>Ut(e,n.filter),[e,n.filter]),s=Ha(n),c=n.view===`destination`||n.view===`story`?n.of:za[n.view];Ie(()=>{document.title=`${c}: storysync`},[c]);let l=Ra[n.view];return K(Sn.Provider,{value:{fleet:e,past:i,place:n,found:o,change:a},children:[K(`a`,{class:`skip`,href:`#main`,onClick:e=>Ua(e,s.current),children:`Skip to the content`}),K(En,{}),K(`main`,{id:`main`,ref:s,tabIndex:-1,children:K(l,{})}),K(br,{})]})}function Va(e){let[t,n]=P();return Ie(()=>{e.then(n,()=>n(new xe(`{\"cutShort\":true,\"at\":[],\"events\":{\"rows\":0,\"columns\":{}}}`)))},[e]),t}function Ha({view:e,of:t}){let n=Re(null),r=Re(`${e}/${t}`);return Ie(()=>{r.current!==`${e}/${t}`&&(r.current=`${e}/${t}`,n.current?.focus({preventScroll:!0}),scrollTo(0,0))},[e,t]),n}function Ua(e,t){e.preventDefault(),t?.focus(),t?.scrollIntoView()}async function Wa(){let e=document.getElementById(`page`);if(e===null)return;let t=ye(await Oa(`fleet`)),n=new Promise(e=>setTimeout(e)).then(async()=>new xe(await Oa(`past`)));e.replaceChildren(),A(K(Ba,{fleet:t,past:n}),e),performance.mark(`storysync-shown`)}function Ga(e){let t=document.createElement(`p`);t.className=`trouble`,t.setAttribute(`role`,`alert`),t.textContent=`${typeof DecompressionStream>`u`?`This browser is too old to unpack the data of this page; open it with a newer one.`:`The data of this page cannot be read (${e instanceof Error?e.message:`it is damaged`}); make the page again.`} What follows are totals and exceptions.`,document.getElementById(`page`)?.prepend(t)}document.addEventListener(`DOMContentLoaded`,()=>{Wa().catch(Ga)})})();",
	style: ".sp{--sp-paper:#ffffff;--sp-box:#ffffff;--sp-ink:#1f2328;--sp-muted:#59636e;--sp-line:#c8d0d8;--sp-wire:#8c959f;--sp-note:#f6f8fa;--sp-sign:#ffffff;--sp-added:#1a7f37;--sp-added-box:#e6f9ea;--sp-removed:#c93036;--sp-removed-box:#fff1f0;--sp-changed:#8a5a00;--sp-changed-box:#fff6dc;--sp-rewired:#7a3fd0;--sp-rewired-box:#f7f0ff;--sp-moved:#0969da;--sp-moved-box:#eaf5ff}@media (prefers-color-scheme:dark){.sp{--sp-paper:#0d1117;--sp-box:#161b22;--sp-ink:#e6edf3;--sp-muted:#9198a1;--sp-line:#3d444d;--sp-wire:#656c76;--sp-note:#1c2128;--sp-sign:#0d1117;--sp-added:#3fb950;--sp-added-box:#12261e;--sp-removed:#ff7b72;--sp-removed-box:#2a171b;--sp-changed:#e3b341;--sp-changed-box:#2b2312;--sp-rewired:#bc8cff;--sp-rewired-box:#211a33;--sp-moved:#58a6ff;--sp-moved-box:#131f33}}.sp .sp-f-paper{fill:var(--sp-paper)}.sp .sp-s-paper{stroke:var(--sp-paper)}.sp .sp-f-box{fill:var(--sp-box)}.sp .sp-s-box{stroke:var(--sp-box)}.sp .sp-f-ink{fill:var(--sp-ink)}.sp .sp-s-ink{stroke:var(--sp-ink)}.sp .sp-f-muted{fill:var(--sp-muted)}.sp .sp-s-muted{stroke:var(--sp-muted)}.sp .sp-f-line{fill:var(--sp-line)}.sp .sp-s-line{stroke:var(--sp-line)}.sp .sp-f-wire{fill:var(--sp-wire)}.sp .sp-s-wire{stroke:var(--sp-wire)}.sp .sp-f-note{fill:var(--sp-note)}.sp .sp-s-note{stroke:var(--sp-note)}.sp .sp-f-sign{fill:var(--sp-sign)}.sp .sp-s-sign{stroke:var(--sp-sign)}.sp .sp-f-added{fill:var(--sp-added)}.sp .sp-s-added{stroke:var(--sp-added)}.sp .sp-f-added-box{fill:var(--sp-added-box)}.sp .sp-s-added-box{stroke:var(--sp-added-box)}.sp .sp-f-removed{fill:var(--sp-removed)}.sp .sp-s-removed{stroke:var(--sp-removed)}.sp .sp-f-removed-box{fill:var(--sp-removed-box)}.sp .sp-s-removed-box{stroke:var(--sp-removed-box)}.sp .sp-f-changed{fill:var(--sp-changed)}.sp .sp-s-changed{stroke:var(--sp-changed)}.sp .sp-f-changed-box{fill:var(--sp-changed-box)}.sp .sp-s-changed-box{stroke:var(--sp-changed-box)}.sp .sp-f-rewired{fill:var(--sp-rewired)}.sp .sp-s-rewired{stroke:var(--sp-rewired)}.sp .sp-f-rewired-box{fill:var(--sp-rewired-box)}.sp .sp-s-rewired-box{stroke:var(--sp-rewired-box)}.sp .sp-f-moved{fill:var(--sp-moved)}.sp .sp-s-moved{stroke:var(--sp-moved)}.sp .sp-f-moved-box{fill:var(--sp-moved-box)}.sp .sp-s-moved-box{stroke:var(--sp-moved-box)}:root{color-scheme: light dark;--ground: #fbfbfc;--raised: #ffffff;--sunk: #f2f2f5;--line: #e2e2e8;--strong-line: #c9c9d2;--text: #1b1b22;--soft: #5c5c69;--accent: #5a3fc0;--accent-soft: #ece8fa;--failed: #b3261e;--failed-fill: #b3261e;--on-failed: #ffffff;--pending: #7a5200;--pending-soft: #faedcf;--synced: #1c6b3c;--synced-soft: #e3f3e8;--waits: #5c5c69;--mono: ui-monospace,\"SF Mono\",\"Cascadia Mono\",\"DejaVu Sans Mono\",Menlo,Consolas,monospace;}@media (prefers-color-scheme: dark){:root{--ground: #131318;--raised: #1b1b22;--sunk: #202028;--line: #2e2e38;--strong-line: #474754;--text: #e9e9ef;--soft: #a3a3b2;--accent: #b3a2ff;--accent-soft: #2c2648;--failed: #ff8a80;--failed-fill: #b53a32;--on-failed: #ffffff;--pending: #f0c060;--pending-soft: #3d2f10;--synced: #7fd39a;--synced-soft: #1c3525;--waits: #a3a3b2;}}*{box-sizing: border-box;}html{-webkit-text-size-adjust: 100%;text-size-adjust: 100%;}body{margin: 0;background: var(--ground);color: var(--text);font: 14px / 1.5 system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",\"Liberation Sans\",sans-serif;font-variant-numeric: tabular-nums;overflow-wrap: break-word;}h1,h2,h3,p,ul,ol,dl,dd,fieldset,table{margin: 0;padding: 0;}ul,ol{list-style: none;}fieldset{border: 0;min-width: 0;}h1{font-size: 22px;line-height: 1.25;font-weight: 650;letter-spacing: -0.01em;}h2{font-size: 15px;line-height: 1.3;font-weight: 650;margin: 28px 0 10px;}h3{font-size: 13px;font-weight: 600;color: var(--soft);margin: 12px 0 4px;}a{color: var(--accent);text-decoration-thickness: 1px;text-underline-offset: 2px;}a.name{color: inherit;text-decoration: none;font-weight: 500;}a.name:hover,a.name:focus-visible{color: var(--accent);text-decoration: underline;}code,kbd{font: 12px / 1.4 var(--mono);}kbd{border: 1px solid var(--strong-line);border-radius: 4px;padding: 0 4px;}button,input{font: inherit;color: inherit;}button{border: 1px solid var(--strong-line);border-radius: 6px;background: var(--raised);padding: 3px 10px;cursor: pointer;}button:hover{border-color: var(--accent);color: var(--accent);}button.plain{border: 0;background: none;padding: 0;font-weight: inherit;text-align: inherit;color: inherit;}button.plain:hover{color: var(--accent);text-decoration: underline;text-underline-offset: 2px;}:focus-visible{outline: 2px solid var(--accent);outline-offset: 2px;border-radius: 3px;}main:focus{outline: none;}.visually-hidden{position: absolute;width: 1px;height: 1px;margin: -1px;overflow: hidden;clip-path: inset(50%);white-space: nowrap;}.skip{position: absolute;left: 8px;top: -48px;z-index: 5;background: var(--raised);padding: 8px 12px;border-radius: 6px;}.skip:focus{top: 8px;}.bar{position: sticky;top: 0;z-index: 4;background: var(--raised);border-bottom: 1px solid var(--line);padding: 10px max(24px,calc((100% - 1312px) / 2)) 8px;}.bar-row{display: flex;align-items: baseline;gap: 8px 24px;flex-wrap: wrap;}.brand{font-weight: 700;letter-spacing: -0.01em;color: inherit;text-decoration: none;}nav{display: flex;gap: 4px;}nav a{color: var(--soft);text-decoration: none;padding: 2px 10px;border-radius: 6px;}nav a:hover{color: var(--text);background: var(--sunk);}nav a[aria-current]{color: var(--accent);background: var(--accent-soft);font-weight: 600;}.age{margin-left: auto;color: var(--soft);font-size: 13px;}.old{color: var(--pending);}.filter{display: block;margin-top: 8px;}.filter-row{display: flex;gap: 8px;align-items: center;}.filter-row label{color: var(--soft);}.filter input{flex: 1;min-width: 0;border: 1px solid var(--strong-line);border-radius: 6px;background: var(--ground);padding: 5px 10px;font: 13px / 1.4 var(--mono);}.filter input::placeholder{color: var(--soft);opacity: 0.8;}.filter input:focus{outline: 2px solid var(--accent);outline-offset: -1px;border-color: transparent;}.filter input[aria-invalid=\"true\"]{border-color: var(--pending);}.found{color: var(--soft);font-size: 12px;margin-top: 5px;}.problems{color: var(--pending);font-size: 13px;}.help{margin: 8px 0 4px;padding: 12px 16px;background: var(--sunk);border-radius: 8px;font-size: 13px;max-height: 50vh;overflow: auto;}.help dl{display: grid;grid-template-columns: repeat(auto-fill,minmax(260px,1fr));gap: 2px 24px;margin-top: 8px;}.help dl div{display: flex;gap: 8px;}.help dt{min-width: 96px;}.help dd{color: var(--soft);}main{display: block;max-width: 1360px;margin: 0 auto;padding: 24px 24px 8px;}.foot{max-width: 1360px;margin: 24px auto 0;padding: 12px 24px 32px;color: var(--soft);font-size: 12px;border-top: 1px solid var(--line);}.foot p + p{margin-top: 6px;}.sign{display: inline-block;width: 16px;height: 16px;text-align: center;font: 700 12px / 15px var(--mono);border: 1px solid currentcolor;vertical-align: 1px;flex: none;}.sign.failed{background: var(--failed-fill);color: var(--on-failed);border-color: var(--failed-fill);border-radius: 2px;}.sign.pending{color: var(--pending);background: var(--pending-soft);border-radius: 5px;}.sign.waits{color: var(--waits);border-style: dashed;border-radius: 8px;}.sign.synced{color: var(--synced);border-color: transparent;}.status{white-space: nowrap;}.number{color: var(--soft);font-weight: 400;}.none{color: var(--soft);}.fine,.empty{color: var(--soft);}.empty{padding: 32px 0;}.beside{font-weight: 400;color: var(--soft);font-size: 13px;margin-left: 8px;}.more{margin-top: 10px;color: var(--soft);font-size: 13px;}.trouble{padding: 12px 24px;background: var(--pending-soft);color: var(--pending);}.totals{margin: 16px 0 4px;}.word{color: var(--soft);}.figures{display: flex;flex-wrap: wrap;gap: 4px 40px;margin-bottom: 10px;}.figures a{color: inherit;text-decoration: none;display: inline-flex;align-items: baseline;gap: 8px;}.figures a:hover .word{text-decoration: underline;color: var(--accent);}.figures .sign{align-self: center;}.figure{font-size: 30px;line-height: 1.15;font-weight: 650;letter-spacing: -0.02em;}.share{display: block;width: 100%;height: 6px;border-radius: 3px;background: var(--sunk);overflow: hidden;}.share .failed{fill: var(--failed-fill);}.share .pending{fill: var(--pending);opacity: 0.75;}.share .synced{fill: var(--synced);opacity: 0.35;}.chips{display: flex;flex-wrap: wrap;gap: 6px;margin-top: 12px;}.chips a{display: inline-block;border: 1px solid var(--line);border-radius: 12px;padding: 1px 10px;color: inherit;text-decoration: none;font-size: 13px;background: var(--raised);}.chips a:hover{border-color: var(--accent);color: var(--accent);}.tally{margin-bottom: 8px;}.columns{display: grid;grid-template-columns: minmax(0,3fr) minmax(0,2fr);gap: 0 56px;}.finding{display: flex;gap: 12px;padding: 10px 0;border-top: 1px solid var(--line);}.finding:first-child{border-top: 0;}.finding > div{min-width: 0;flex: 1;}.finding .sign{margin-top: 3px;}.why,.next,.what{overflow-wrap: anywhere;}.why{display: block;}.next{display: block;color: var(--soft);}.next-label{color: var(--accent);font-weight: 600;margin-right: 2px;}.where{color: var(--soft);font-size: 13px;}.where button{text-decoration: underline;text-decoration-color: var(--strong-line);text-underline-offset: 2px;}.pairs{columns: 320px;column-gap: 32px;margin-top: 6px;font-size: 13px;}.findings.wide{margin-top: 12px;max-width: 1000px;}.changes ul,.debts ul{font-size: 13px;}.changes li,.debts li{padding: 3px 0;}.what{display: block;color: var(--soft);}.what.expired{color: var(--failed);font-weight: 550;}.near{display: none;}.of{color: var(--soft);}.of .name{font-weight: 400;}.rings ol{display: grid;gap: 8px;}.ring{font-size: 13px;}.ring-name{font-weight: 600;margin-right: 6px;}.ring-words{color: var(--soft);}.ring-words strong{color: var(--text);font-weight: 500;}.ring .share{margin-top: 4px;height: 4px;}.ring.halted .ring-words strong{color: var(--failed);}.ring .share .synced{opacity: 0.8;}table{border-collapse: collapse;width: 100%;}th,td{text-align: left;vertical-align: top;padding: 6px 12px 6px 0;border-bottom: 1px solid var(--line);font-weight: 400;}thead th{color: var(--soft);font-size: 12px;white-space: nowrap;}thead th[aria-sort=\"ascending\"],thead th[aria-sort=\"descending\"]{color: var(--accent);font-weight: 600;}.figure-cell{text-align: right;white-space: nowrap;}td.figure-cell.failed{color: var(--failed);font-weight: 650;}td.figure-cell.pending{color: var(--pending);font-weight: 600;}.share-cell{width: 160px;padding-top: 13px;}.title-row{display: flex;align-items: baseline;justify-content: space-between;gap: 8px 24px;flex-wrap: wrap;margin-bottom: 8px;}.folds{display: flex;border: 1px solid var(--strong-line);border-radius: 6px;overflow: hidden;}.folds input{position: absolute;opacity: 0;}.folds span{display: block;padding: 3px 12px;color: var(--soft);cursor: pointer;}.folds input:checked + span{background: var(--accent-soft);color: var(--accent);font-weight: 600;}.folds input:focus-visible + span{outline: 2px solid var(--accent);outline-offset: -2px;}button.fold{width: 20px;height: 20px;padding: 0;line-height: 16px;margin-right: 8px;font-family: var(--mono);color: var(--soft);}.fold-table tbody th{white-space: nowrap;}.unfolded > td{padding: 4px 0 16px 28px;background: none;}.pair-table{font-size: 13px;}.pair-table tbody th{min-width: 120px;}.pair-table .words{width: 45%;}.pair-table .far{white-space: nowrap;}.id{display: block;color: var(--soft);font: 12px / 1.3 var(--mono);}.told{min-height: 1.5em;color: var(--soft);font-size: 13px;margin: 6px 0 10px;}.grid-scroll{overflow: auto;width: fit-content;max-width: 100%;max-height: calc(100vh - 240px);min-height: 240px;border: 1px solid var(--line);border-radius: 8px;background: var(--raised);}.grid{width: auto;border-collapse: separate;border-spacing: 0;}.grid th,.grid td{border: 0;}.grid tbody th{position: sticky;left: 0;z-index: 1;background: var(--raised);padding: 0 16px 0 12px;white-space: nowrap;vertical-align: middle;border-right: 1px solid var(--line);}.grid thead th{position: sticky;top: 0;z-index: 2;background: var(--raised);vertical-align: bottom;border-bottom: 1px solid var(--line);}.grid .corner{left: 0;z-index: 3;padding: 12px;border-right: 1px solid var(--line);}.grid .story-head{padding: 10px 0;width: 28px;}.grid .story-head span{writing-mode: vertical-rl;transform: rotate(180deg);display: block;margin: 0 auto;max-height: 180px;overflow: hidden;text-overflow: ellipsis;white-space: nowrap;}.story-head .name{font-weight: 400;color: var(--text);}.grid td{width: 28px;min-width: 28px;height: 26px;padding: 0;text-align: center;vertical-align: middle;font: 700 12px / 1 var(--mono);border: 2px solid var(--raised);border-radius: 6px;}.grid td.failed{background: var(--failed-fill);color: var(--on-failed);border-radius: 3px;}.grid td.pending{background: var(--pending-soft);color: var(--pending);border-radius: 9px;}.grid td.waits{background: var(--sunk);color: var(--waits);border-radius: 14px;}.grid td.synced{color: var(--synced);font-weight: 400;opacity: 0.75;}.grid td:focus-visible{outline: 2px solid var(--accent);outline-offset: -2px;}.facts{display: grid;grid-template-columns: repeat(auto-fill,minmax(220px,1fr));gap: 10px 32px;margin: 20px 0 0;}.facts dt{color: var(--soft);font-size: 12px;}.facts .labels{grid-column: span 2;}.facts .labels a{margin-right: 12px;overflow-wrap: anywhere;}.day{display: grid;grid-template-columns: 110px minmax(0,1fr);gap: 0 12px;border-top: 1px solid var(--line);padding: 6px 0;}.day h3{margin: 2px 0;}.events li{display: flex;gap: 10px;padding: 2px 0;font-size: 13px;}.events time{color: var(--soft);}.events .name{font-weight: 400;}.versions{display: flex;flex-wrap: wrap;gap: 4px 32px;font-size: 13px;}.static{max-width: 1000px;}.static table{font-size: 13px;}.static h1{margin-bottom: 4px;}.static header + p{margin-top: 16px;}.grid tr:hover th .name{color: var(--accent);}.sp{--sp-paper: var(--raised);--sp-box: var(--ground);--sp-ink: var(--text);--sp-muted: var(--soft);--sp-line: var(--strong-line);--sp-note: var(--sunk);display: block;}.picture-scroll{overflow: auto;max-height: min(75vh,760px);margin-top: 10px;border: 1px solid var(--line);border-radius: 8px;background: var(--raised);}.picture-options{display: flex;flex-wrap: wrap;gap: 4px 24px;margin-top: 6px;font-size: 13px;}.picture-words{margin-top: 8px;font-size: 13px;}.picture-words summary{cursor: pointer;color: var(--soft);}.picture-words li{padding: 2px 0;overflow-wrap: anywhere;}@media print{.picture-options{display: none;}.picture-scroll{max-height: none;overflow: visible;border: 0;}.sp{max-width: 100%;height: auto;print-color-adjust: exact;-webkit-print-color-adjust: exact;}}@media (max-width: 1100px){.columns{grid-template-columns: minmax(0,1fr);}}@media (max-width: 700px){.bar{padding: 8px 16px;position: static;}main,.foot{padding-left: 16px;padding-right: 16px;}.age{margin-left: 0;width: 100%;}.far{display: none;}.near{display: block;}.filter-row label{position: absolute;clip-path: inset(50%);}body{overflow-wrap: anywhere;}.figures{gap: 4px 24px;}.figure{font-size: 24px;}nav a{padding: 4px 8px;}nav{margin-left: -8px;}th,td{padding-right: 8px;}.fold-table tbody th{white-space: normal;}.pair-table .words{width: auto;}.unfolded > td{padding-left: 8px;}.day{grid-template-columns: minmax(0,1fr);}.grid-scroll{max-height: 70vh;}}@media print{:root{--ground: #fff;--raised: #fff;--sunk: #fff;--text: #000;--soft: #333;--accent: #000;--line: #bbb;}nav,.filter-row,.skip,.more button,button.fold,.help,.folds{display: none;}.bar{position: static;}.grid-scroll{max-height: none;overflow: visible;border: 0;}.grid thead th,.grid tbody th{position: static;}tr,.finding,li{break-inside: avoid;}.share{print-color-adjust: exact;-webkit-print-color-adjust: exact;}}@media (forced-colors: active){.sign,.grid td{border: 1px solid;}}"
};

// src/secret-scan/may-show.ts
/** Names that smell, although what stands under them may be no secret. */
const SMELLS = /auth|token|secret|passw|pwd|credential|cookie|signature|private|cert/i;
/** A value that names something and holds nothing itself, a word such as "Bearer" before it or not. */
const NAMES_ONLY = /^(?:[A-Za-z-]{1,20} )?<<[\w.[\] ]{1,200}>>$/;
/** The action that a path is about; its name says nothing of the values. */
const OF_ACTION = /^(?:agents|pages|integrations)\[(?:"(?:[^"\\]|\\.)*"|[^\]"]*)\]/s;
const STEP = /\["((?:[^"\\]|\\.)*)"\]|([^.[\]]+)/gs;
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
		if (namesFound.has(index) || holdsRandom(place.path.replace(OF_ACTION, ""))) return "nothing";
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
	return [...path.replace(OF_ACTION, "").matchAll(STEP)].map(([, quoted, plain]) => quoted ?? plain ?? "").filter((name) => !/^\d*$/.test(name));
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
const LONGEST = 120;
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
	const part = text.slice(start, start + LONGEST + 2);
	const ends = text.length - start <= LONGEST;
	const kept = ends ? part : part.slice(0, wholeFrom(part, 119));
	return `"${start > 0 ? "…" : ""}${JSON.stringify(kept).slice(1, -1)}${ends ? "" : "…"}"`;
}
function cut(text) {
	return text.length <= LONGEST ? text : `${text.slice(0, wholeFrom(text, 119))}…`;
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

// src/workspace/stories-of-commits.ts
/** Single stories as former commits have them, for whoever shows them; each commit is opened once. */
var StoriesOfCommits = class {
	#workspace;
	#opened = /* @__PURE__ */ new Map();
	constructor(workspace) {
		this.#workspace = workspace;
	}
	/** Undefined where the commit, or the file in it, is not here or cannot be used. */
	async find(commit, entry) {
		const { repository, today } = this.#workspace;
		if (repository === void 0) return void 0;
		const read = await readingObjects(async () => {
			const opened = this.#opened.get(commit) ?? CommitStories.open(repository, commit, today);
			this.#opened.set(commit, opened);
			return storyFileOf(await opened, entry);
		});
		if (!read.ok || read.value === "absent" || read.value.kind !== "bytes") return void 0;
		return earlierStory(read.value.bytes);
	}
};

// src/commands/page/story-pictures.ts
/** Actions in all pictures of a page: more would not fit into it anyway. */
const MOST_ACTIONS = 6e4;
/** A picture of each story that the outcomes are about, from git alone; beyond what one page can hold the largest are left out. */
async function storyPictures(workspace, outcomes) {
	const byStory = Map.groupBy(outcomes, ({ storyKey }) => storyKey);
	const smallestFirst = [...byStory.keys()].flatMap((key) => workspace.desired.stories.get(key) ?? []).toSorted((a, b) => a.story.agents.length - b.story.agents.length);
	const former = new StoriesOfCommits(workspace);
	const pictures = [];
	const leftOut = [];
	let actions = 0;
	for (const desired of smallestFirst) {
		actions += desired.story.agents.length;
		if (actions > MOST_ACTIONS) leftOut.push(desired.key);
		else pictures.push(await pictureOfStory(desired, byStory.get(desired.key) ?? [], {
			workspace,
			former
		}));
	}
	return {
		pictures,
		leftOut
	};
}
async function pictureOfStory({ key, story }, outcomes, { workspace, former }) {
	const before = usualVersion(outcomes);
	const entry = workspace.manifest.stories.get(key);
	const old = before && entry && await former.find(before.commit, entry);
	if (before === void 0 || old === void 0) return {
		story: key,
		before: null,
		picture: await shownPicture(story, story)
	};
	return {
		story: key,
		before,
		picture: await shownPicture(old, story, await gitChanges(old, story))
	};
}
/** The commit that most of those have who are behind; of two that as many have, the one that is less far back. */
function usualVersion(outcomes) {
	const behind = outcomes.flatMap(({ behind: lag, commit }) => lag && commit !== null ? [{
		lag,
		commit
	}] : []);
	const [first] = [...Map.groupBy(behind, ({ commit }) => commit)].map(([commit, those]) => ({
		commit,
		destinations: those.length,
		commits: those[0]?.lag.commits ?? 0
	})).toSorted((a, b) => b.destinations - a.destinations || a.commits - b.commits);
	return first && {
		commit: first.commit,
		destinations: first.destinations
	};
}

// src/commands/page/status-page.ts
/** Former records that are read, over all destinations: each may hold fifty stories. */
const FORMER_RECORDS = 1e3;
const READS = 16;
/** The status as one self-contained page, with what the state branch tells of the past and git of the stories. */
async function statusPage(report, states, { workspace, session }, { alias }) {
	const past = await readPast(report.destinations, states, session);
	const pictures = alias ? {} : { pictures: await storyPictures(workspace, report.outcomes) };
	const fleet = pageFleetOf(report, alias ? aliases(session) : { kind: "names" });
	return pageDocument({
		fleet,
		past,
		...pictures
	}, shell_default);
}
function aliases({ seal }) {
	if (seal === void 0) return { kind: "numbers" };
	return {
		kind: "codes",
		code: (what, name) => seal.keys.alias(what, name)
	};
}
/** Round by round one record further back at each destination, so that a large fleet loses its oldest history and nobody all of it. */
async function readPast(destinations, states, session) {
	const reading = destinations.map((destination) => {
		const state = states.get(destination.name);
		return {
			records: state === void 0 ? [] : [state],
			former: session.former(destination)[Symbol.asyncIterator]()
		};
	});
	let open = reading;
	let left = FORMER_RECORDS;
	while (open.length > 0 && left > 0) {
		const round = open.slice(0, left);
		left -= round.length;
		const answers = await pLimit(READS).map(round, async (each) => {
			const next = await each.former.next();
			if (next.done !== true) each.records.push(next.value);
			return {
				each,
				done: next.done === true
			};
		});
		const ended = new Set(answers.filter(({ done }) => done).map(({ each }) => each));
		open = open.filter((each) => !ended.has(each));
	}
	return {
		destinations: reading.map(({ records }) => pastOf(records)),
		cutShort: open.length > 0
	};
}

export { statusPage };