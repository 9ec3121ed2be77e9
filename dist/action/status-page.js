import { t as pLimit } from "./p-limit.js";
import { Bt as inDocument, It as count, L as neutralise, Mt as STATUS_WORDS, Pt as causeAsText, St as shortId, dt as explain, ft as explainIfAny, o as CommitStories, qt as clip, r as storyFileOf, vt as moment, xt as span, yt as momentAhead } from "./stories-at.js";
import { K as UNSIGNED_STATE, L as rowsByRing, M as outcomesByDestination, P as waitingOf, W as waitsForPhrase, a as textsOf, c as isStrong, d as findKnownFormats, f as versionChanges, i as findLiterals, j as earlierStory, l as headerKindOf, o as scanBufferOf, r as shownPicture, s as findLiteralsInText, u as secretKindOf, v as addressChanges, z as notePhrase } from "./words.js";
import { G as byText, n as readingObjects } from "./objects.js";
import { t as printable } from "./printable.js";
import { n as isArray, r as isObject } from "./loopback.js";
import { o as compactJson } from "./suggestion.js";
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

// src/page/packed/most-that-fits.ts
/**
* The largest number of parts whose text has room, and that text; with none of them where not even one fits. Packing is
* slow: twenty looks find the number to a millionth.
*/
function mostThatFits(parts, make, fits) {
	const whole = make(parts);
	if (fits(whole)) return whole;
	let [few, tooMany, best] = [
		0,
		parts,
		make(0)
	];
	for (let looks = 0; looks < 20 && tooMany - few > 1; looks++) {
		const most = Math.floor((few + tooMany) / 2);
		const made = make(most);
		if (fits(made)) [few, best] = [most, made];
		else tooMany = most;
	}
	return best;
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
	return mostThatFits(countEvents(past), (most) => compressed(packPast(past, most)), ({ length }) => length <= room);
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
	return mostThatFits(bySize.length, withSmallest, ({ data }) => data.length <= room);
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
function ageWords(fleet) {
	const { at, live, unsigned } = fleet;
	if (live) return `As the tenants answered, ${moment(at)}.`;
	return unsigned ? `${recordedWords(fleet)} ${UNSIGNED_STATE}` : recordedWords(fleet);
}
function recordedWords(fleet) {
	const { at, recordedAt } = fleet;
	if (isUnknown(fleet)) return `Nothing is recorded yet; made ${moment(at)}.`;
	if (recordedAt === null) return `By what is recorded, ${moment(at)}.`;
	return `As recorded ${moment(recordedAt)}; this page was made ${moment(at)} (${span(recordedAt, at)} later).`;
}
/**
* Neither a run nor a tenant has told anything: what the page shows follows from the manifest alone. A page without pairs
* shows nothing, however much is recorded: nothing is pending, or its part of the fleet is empty.
*/
function isUnknown({ live, recordedAt, pairs }) {
	return !live && recordedAt === null && pairs.destination.length > 0;
}
const UNKNOWN_WORDS = "Nothing is recorded yet, so nobody knows what the destinations have. The first sync records it; \"storysync status --live --format html\" asks the tenants.";

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
	if (waits || detached) return ".";
	if (reason === "new" || reason === "recreated") return "+";
	return reason === "content_changed" || reason === "renamed" || reason === "drift" ? "~" : ".";
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
	return noteWords("pinned", pin, at).replace(/^pinned/, `pinned to ${shortId(pin.commit)}${some}`);
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
			destination: bits(destinations, ({ hold, pin }) => isOver(hold, at) || isOver(pin, at)),
			standing: bits(standings, ({ note }) => isOver(note, at))
		};
		default: return quality;
	}
}
/** Whether a pair has it. */
function pairsThatAre(fleet, quality) {
	const marks = qualityMarks(fleet);
	const place = QUALITIES.indexOf(quality);
	return (pair) => ((marks[pair] ?? 0) >> place & 1) === 1;
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
function isOver(note, at) {
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
	const chosen = pairs.filter(pairsThatAre(fleet, kind));
	return [...Map.groupBy(chosen, (pair) => fleet.pairs.destination[pair] ?? -1)].flatMap(([destination, its]) => debtsAt(fleet, destination, its, kind)).toSorted((a, b) => Number(b.expired) - Number(a.expired) || earlier(a.note?.until, b.note?.until) || earlier(a.since, b.since) || a.destination - b.destination);
}
function debtsAt(fleet, destination, pairs, kind) {
	const { hold = null, pin = null } = fleet.destinations[destination] ?? {};
	if (kind === "held" || kind === "pinned") {
		const note = kind === "held" ? hold : pin;
		return [{
			destination,
			pairs,
			note,
			expired: isOver(note, fleet.at),
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
			expired: isOver(note, fleet.at),
			since: sinceOf(fleet, its),
			commits: null
		};
	});
}
function noteOfPair({ standings, pairs }, pair) {
	return standings[pairs.standing[pair] ?? -1]?.note ?? null;
}
/** Since when the first of them is so, as far as recorded. */
function sinceOf({ pairs }, its) {
	const known = its.map((pair) => {
		const since = pairs.since[pair] ?? -1;
		return since === -1 ? pairs.recorded[pair] ?? -1 : since;
	}).filter((time) => time !== -1).toSorted((a, b) => a - b);
	return known[0] === void 0 ? null : (/* @__PURE__ */ new Date(known[0] * 1e3)).toISOString();
}
function earlier(a, b) {
	return byText(a ?? "9999", b ?? "9999");
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

// src/page/view/naming-words.ts
/** Under which names destinations stand here, and for how long; empty where they have their own. */
function namingWords({ naming }) {
	if (naming === "names") return "";
	const others = "Destinations and hosts have other names here, and words about them are left out.";
	return naming === "codes" ? `${others} The names stay the same as long as the state key does.` : `${others} They are numbered in the order of the manifest: when one is added or taken out, the numbers after it move.`;
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
${count(pairs.length, "pair")} of ${count(fleet.destinations.length, "destination")} and ${count(fleet.stories.length, "story", "stories")}.</p>${paragraph(isUnknown(fleet) ? UNKNOWN_WORDS : "")}
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
	]))}${paragraph(namingWords(fleet))}${paragraph(fleet.naming === "names" ? picturesWords(pictures ?? {
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
	script: "/*!\nWith fastest-levenshtein 1.0.16:\nMIT License\n\nCopyright (c) 2020 Kasper Unn Weihe\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\nof this software and associated documentation files (the \"Software\"), to deal\nin the Software without restriction, including without limitation the rights\nto use, copy, modify, merge, publish, distribute, sublicense, and/or sell\ncopies of the Software, and to permit persons to whom the Software is\nfurnished to do so, subject to the following conditions:\n\nThe above copyright notice and this permission notice shall be included in all\ncopies or substantial portions of the Software.\n\nTHE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR\nIMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,\nFITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE\nAUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER\nLIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,\nOUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE\nSOFTWARE.\n\nWith preact 11.2.0:\nThe MIT License (MIT)\n\nCopyright (c) 2015-present Jason Miller\n\nPermission is hereby granted, free of charge, to any person obtaining a copy\nof this software and associated documentation files (the \"Software\"), to deal\nin the Software without restriction, including without limitation the rights\nto use, copy, modify, merge, publish, distribute, sublicense, and/or sell\ncopies of the Software, and to permit persons to whom the Software is\nfurnished to do so, subject to the following conditions:\n\nThe above copyright notice and this permission notice shall be included in all\ncopies or substantial portions of the Software.\n\nTHE SOFTWARE IS PROVIDED \"AS IS\", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR\nIMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY,\nFITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE\nAUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER\nLIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM,\nOUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE\nSOFTWARE.\n*/\n(function(){var e,t,n,r,i,a,o,s,c,l,u,d=Symbol.for(`pv`),f={},p=[],m=/^m(i|n|o|s|text|space)$/,h=Array.isArray,g=p.slice,_=Object.assign;function v(e){e&&e.parentNode&&e.remove()}function y(e,t,n){var r,i,a,o={},s=arguments.length;for(a in t)a==`key`?r=t[a]:a==`ref`&&typeof e!=`function`?i=t[a]:o[a]=t[a];return s>2&&(o.children=s>3?g.call(arguments,2):n),b(e,o,r,i,null)}function b(n,r,i,a,o){var s={type:n,props:r,key:i,ref:a,__k:null,__:null,__b:0,__e:null,__c:null,constructor:d,__v:o||++t,__i:-1,__u:0};return!o&&e.vnode&&e.vnode(s),s}function x(e){return e.children}function S(e,t){this.props=e,this.context=t,this.__g=0}function C(e,t){if(t==null)return e.__&&C(e.__,e.__i+1);for(var n;t<e.__k.length;t++)if((n=e.__k[t])&&n.__e)return n.__e;return typeof e.type!=`function`||e.props.__P?null:C(e)}function ee(t){var n,r=t.__v,i=r.__e,a=[],o=[],s=t.__P;s&&((n=_({constructor:d},r)).__v=r.__v+1,e.vnode&&e.vnode(n),oe(s,n,r,t.__n,s.namespaceURI,32&r.__u?[i]:null,a,i||C(r),32&r.__u,o),n.__v=r.__v,n.__.__k[n.__i]=n,k(a,n,o),r.__=r.__e=null,n.__e!=i&&w(n))}function w(e){if((e=e.__)&&e.__c&&!e.props.__P)return e.__e=null,e.__k.some(function(t){return t&&(e.__e=t.__e)}),w(e)}function T(t){(8&t.__g||(t.__g|=8,n.push(t),i++))&&r==e.debounceRendering||((r=e.debounceRendering)||queueMicrotask)(E)}function E(){try{for(var e,t=1;n.length;)n.length>t&&n.sort(a),e=n.shift(),t=n.length,8&e.__g&&ee(e)}finally{(i=n.length)&&(r||queueMicrotask)(E)}}function te(e,t,n,r,i,a,o,s,c,l,u){var d,m,h,g,_,v,y=r.__k||p,b=t.length;for(c=ne(n,t,y,c,b),d=0;d<b;d++)(h=n.__k[d])!=null&&(m=~h.__i&&y[h.__i]||f,h.__i=d,v=oe(e,h,m,i,a,o,s,c,l,u),g=h.__e,(m.ref!=h.ref||8&m.__u)&&(m.ref&&A(m.ref,null,h,m),h.ref&&u.push(h.ref,h.__c||g,h)),_||=g,4&h.__u?(c=D(h,c,e,!m.__v),m.__e&&(m.__e=null)):typeof h.type==`function`&&v!==void 0?c=v:g&&(c=g.nextSibling),h.__u&=-21);return n.__e=_,c}function ne(e,t,n,r,i){var a,o,s,c,l,u,f,p,m,g=n.length,_=g,v=0,y=0,S=e.__k=Array(i);for(a=0;a<i;a++)(o=t[a])!=null&&typeof o!=`boolean`&&typeof o!=`function`?(typeof o!=`object`||o.constructor===String?o=S[a]=b(null,o):h(o)?o=S[a]=b(x,{children:o}):o.constructor===d&&o.__b?o=S[a]=b(o.type,o.props,o.key,o.ref,o.__v):S[a]=o,c=a+v,o.__=e,o.__b=e.__b+1,s=null,~(l=o.__i=re(o,n,c,_))&&(_--,(s=n[l])&&(s.__u|=2)),s&&s.__v?(o.__u|=16,l==c-1?v--:l==c+1?v++:l!=c&&(l>c?v--:v++,y=1)):(~l||(i>g?v--:i<g&&v++),typeof o.type!=`function`&&(o.__u|=4))):S[a]=null;if(y){for(u=[],f=[],a=0;a<i;a++)if((o=S[a])&&16&o.__u){for(v=0,p=u.length;v<p;)u[m=v+p>>1]<o.__i?v=m+1:p=m;u[v]=o.__i,f[a]=v+1}for(v=u.length;a--;)f[a]&&(f[a]==v?v--:S[a].__u|=4)}if(_)for(a=0;a<g;a++)!(s=n[a])||2&s.__u||(s.__e==r&&(r=C(s)),ue(s,s));return r}function D(e,t,n,r){var i,a,o,s;if(typeof e.type==`function`){if(e.props.__P)return t;if(i=e.__k)for(a=0;a<i.length;a++)i[a]&&(i[a].__=e,t=D(i[a],t,n,!1));return t}for(t&&!t.parentNode&&(t=C(e))&&!t.parentNode&&(t=null),o=e.__e,s=t;s&&s.nodeType==8;)s=s.nextSibling;for(o!=s&&(!r&&n.moveBefore&&o.parentNode?n.moveBefore(o,t):n.insertBefore(o,t||null)),t=o;(t&&=t.nextSibling)&&t.nodeType==8&&!t.data.startsWith(`$s`););return t}function re(e,t,n,r){var i,a=e.key,o=e.type,s=t[n],c=s&&!(2&s.__u);if(s===null&&a==null||c&&a==s.key&&o==s.type)return n;if(r>+!!c){for(i=n-1;i>=0;i--)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i;for(i=n+1;i<t.length;i++)if((s=t[i])&&!(2&s.__u)&&a==s.key&&o==s.type)return i}return-1}function ie(e,t,n){n??=``,t[0]==`-`?e.setProperty(t,n):e[t]=n}function O(e,t,n,r,i){var a,o;if(t==`style`){if(typeof n==`string`)e.style.cssText=n;else{if(typeof r==`string`&&(e.style.cssText=r=``),r)for(t in r)n&&t in n||ie(e.style,t);if(n)for(t in n)r&&n[t]==r[t]||ie(e.style,t,n[t])}}else if(t[0]==`o`&&t[1]==`n`)typeof n!=`function`&&(n=null),typeof r!=`function`&&(r=null),(e.__e||={})[t]=n,n&&r||(o=l[t]||(l[t]=ae(t)),(e.__a||={})[t]=c,a=t!=(t=t.replace(s,`$1`)),(t=t.slice(2))[0]<`a`&&(t=t.toLowerCase()),n?e.addEventListener(t,o,a):e.removeEventListener(t,o,a));else{if(i==`http://www.w3.org/2000/svg`)t=t.replace(/xlink(H|:h)/,`h`).replace(/sName$/,`s`);else if(t!=`width`&&t!=`height`&&t!=`href`&&t!=`list`&&t!=`form`&&t!=`tabIndex`&&t!=`download`&&t!=`rowSpan`&&t!=`colSpan`&&t!=`role`&&t!=`popover`&&t in e)try{e[t]=n??``;return}catch{}if(typeof n==`function`)return;n==null||!1===n&&t[4]!=`-`?e.removeAttribute(t):e.setAttribute(t,t==`popover`&&n==1?``:n)}}function ae(t){return function(n){var r=this.__e;if(r){if(r=r[t],n[o]==null)n[o]=c++;else if(n[o]<this.__a[t])return;return r(e.event?e.event(n):n)}}}function oe(t,n,r,i,a,o,s,c,l,u){var f,m,g,y,b,ee,w,T,E,ne,D,re,ie,O,ae,oe,k,A,j=n.type;if(n.constructor!==d)return null;128&r.__u&&(l=32&r.__u,f=r.__c.__z)&&(n.__u|=l,m=o=[],f.nodeType==8?c=se(f,o):o.push(f),c=o[0]||c),(f=e.__b)&&f(n);n:if(typeof j==`function`){g=s.length;try{if(T=n.props,E=(f=j.prototype)&&f.render,ne=(f=j.contextType)&&i[f.__c],D=f?ne?ne.props.value:f.__:i,(y=r.__c)?(n.__c=y,2&y.__g&&(y.__g|=1)):(E?n.__c=y=new j(T,D):(n.__c=y=new S(T,D),y.constructor=j,y.render=de),ne&&ne.sub(y),y.state||(y.state={}),y.__n=i,y.__g|=8,y.__h=[],y.__k=[]),E&&(y.__s||(y.__s=y.state),j.getDerivedStateFromProps&&(y.__s==y.state&&(y.__s=_({},y.__s)),_(y.__s,j.getDerivedStateFromProps(T,y.__s)))),b=y.props,ee=y.state,y.__v=n,r.__c){if(T!==b&&E&&!j.getDerivedStateFromProps&&y.componentWillReceiveProps&&y.componentWillReceiveProps(T,D),n.__v==r.__v&&!(8&y.__g)||!(4&y.__g)&&y.shouldComponentUpdate&&!1===y.shouldComponentUpdate(T,y.__s,D)){n.__v!=r.__v&&(y.props=T,y.state=y.__s,y.__g&=-9),n.__e=r.__e,n.__k=r.__k,n.__k.some(function(e){e&&(e.__=n)}),p.push.apply(y.__h,y.__k),y.__k=[],y.__h.length&&s.push(y),c=C(r);break n}y.componentWillUpdate&&y.componentWillUpdate(T,y.__s,D),E&&y.componentDidUpdate&&y.__h.push(function(){y.componentDidUpdate(b,ee,w)})}else E&&!j.getDerivedStateFromProps&&y.componentWillMount&&y.componentWillMount(),E&&y.componentDidMount&&y.__h.push(y.componentDidMount);y.context=D,y.props=T,y.__P=t,y.__g&=-5,re=e.__r,ie=E?25:0;do y.__g&=-9,re&&re(n),f=y.render(y.props,y.state=y.__s,y.context);while(8&y.__g&&++ie<25);E&&(p.push.apply(y.__h,y.__k),y.__k=[]),y.state=y.__s,y.getChildContext&&(i=_({},i,y.getChildContext())),E&&r.__c&&y.getSnapshotBeforeUpdate&&(w=y.getSnapshotBeforeUpdate(b,ee)),O=f&&f.type===x&&f.key==null?f.props.children:f,T.__P&&(f=c,a=(t=T.__P).namespaceURI,l=o=null,r.props&&r.props.__P!=t&&(r.__k.some(function(e){e&&ue(e,e)}),r.__k=null),c=r.__k?C(r,0):null),c=te(t,h(O)?O:[O],n,r,i,a,o,s,c,l,u),T.__P&&(n.__e=null,c=f),n.__u&=-161,m&&m.some(v),y.__h.length&&s.push(y),1&y.__g&&(y.__g&=-4)}catch(t){if(s.length=g,n.__v=null,l||o){if(t&&t.then){if(n.__u|=128|l,o){for(~(k=o.indexOf(c||void 0))||(k=o.length);(A=o[k-1])&&A.nodeType==8;)k--;for(;k<o.length;k++)if(A=o[k]){if(o[k]=null,ae){if(A==oe)break}else{if(A.nodeType!=8)break;A.data.startsWith(`$s`)&&(oe=se(ae=A))}}}if(!ae){for(;c&&c.nodeType==8&&c.nextSibling;)c=c.nextSibling;ae=c}(f=se(ae=n.__c.__z||(n.__c.__z=ae)))?(n.__e=ae,c=f):n.__e=c,c&&=c.nextSibling}else o&&o.some(v)}else n.__e=r.__e;n.__k||=r.__k||[],t&&t.then||ce(n),e.__e(t,n,r)}}else c=n.__e=le(r.__e,n,r,i,a,o,s,l,u,t);return(f=e.diffed)&&f(n),c}function se(e,t){if(e&&e.nodeType==8&&e.data.startsWith(`$s`))for(var n=1;e=e.nextSibling;){if(e.nodeType==8){if(e.data.startsWith(`$s`))n++;else if(e.data.startsWith(`/$s`)&&!--n)return e}t&&t.push(e)}}function ce(e){e&&(e.__c&&(e.__c.__g|=4),e.__k&&e.__k.some(ce))}function k(t,n,r){for(var i=0;i<r.length;)A(r[i++],r[i++],r[i++]);e.__c&&e.__c(n,t),t.some(function(n){try{t=n.__h,n.__h=[],t.some(function(e){e.call(n)})}catch(t){e.__e(t,n.__v)}})}function le(t,n,r,i,a,o,s,c,l,u){var d,p,_,y,b,x,S,ee,w=r.props||f,T=n.props,E=n.type;if(E==`svg`?a=`http://www.w3.org/2000/svg`:E==`math`?a=`http://www.w3.org/1998/Math/MathML`:a||=`http://www.w3.org/1999/xhtml`,o){for(d=0;d<o.length;d++)if((b=o[d])&&(E?b.localName==E:b.nodeType==3)){t=b,o[d]=null;break}}if(!t){if(ee=u.ownerDocument||document,!E)return ee.createTextNode(T);t=ee.createElementNS(a,E,T.is?T:u),c&&=(e.__m&&e.__m(n,o),!1),o=null}if(E){if(u=E==`template`&&t.content||t,o=E==`textarea`&&T.defaultValue!=null?null:o&&g.call(u.childNodes),!c&&o)for(w={},d=0;d<t.attributes.length;d++)w[(b=t.attributes[d]).name]=b.value;for(d in w)b=w[d],d==`dangerouslySetInnerHTML`?_=b:d==`children`||d in T||d==`value`&&`defaultValue`in T||d==`checked`&&`defaultChecked`in T||O(t,d,null,b,a);for(d in T)b=T[d],d==`children`?y=b:d==`dangerouslySetInnerHTML`?p=b:d==`value`?x=b:d==`checked`?S=b:c&&typeof b!=`function`||w[d]===b||O(t,d,b,w[d],a);p?(c||_&&(p.__html==_.__html||p.__html==t.innerHTML)||(t.innerHTML=p.__html),n.__k=[]):(_&&(t.textContent=``),(E==`foreignObject`||a==`http://www.w3.org/1998/Math/MathML`&&m.test(E))&&(a=`http://www.w3.org/1999/xhtml`),te(u,h(y)?y:[y],n,r,i,a,o,s,o?o[0]:r.__k&&C(r,0),c,l),o&&o.some(v)),c&&E!=`textarea`||(d=`value`,E==`progress`&&x==null?t.removeAttribute(d):x==null||x===t[d]&&(E!=`progress`||x)||O(t,d,x,w[d],a),d=`checked`,S!=null&&S!=t[d]&&O(t,d,S,w[d],a))}else w===T||c&&t.data==T||(t.data=T);return t}function A(t,n,r,i){try{typeof t==`function`?n?n.__x=t(n)||1:(i&&=i.__c||i.__e)&&(n=i.__x)&&(i.__x=null,typeof n==`function`?n():t(null)):t.current=n}catch(t){e.__e(t,r)}}function ue(t,n,r){var i,a,o,s;if(e.unmount&&e.unmount(t),!(i=t.ref)||i.current&&i.current!=t.__e||A(i,null,n,t),i=t.__c){if(i.componentWillUnmount)try{i.componentWillUnmount()}catch(t){e.__e(t,n)}i.__P=i.__n=null}if(i=t.__k)for(s=0;s<i.length;s++)i[s]&&ue(i[s],n,typeof t.type!=`function`||r&&!t.props.__P);!r&&(i=t.__c)&&(i=i.__z)&&(a=se(i,o=[]))&&(i==t.__e&&o.some(v),v(a),v(i)),r||v(t.__e),t.__e=t.__c=t.__=null}function de(e,t,n){return this.constructor(e,n)}function j(t,n){var r,i,a,o;e.__&&e.__(t,n),n.nodeType==9&&(n=n.documentElement),i=(r=t&&32&t.__u)?null:n.__k,n.__k=b(x,{children:[t]}),a=[],o=[],oe(n,n.__k,i||f,f,n.namespaceURI,i?null:n.firstChild?g.call(n.childNodes):null,a,i?i.__e:n.firstChild,r,o),k(a,n.__k,o),n.__k.props.children=null}function fe(e){function t(e){var n,r;return this.getChildContext||(n=new Set,(r={})[t.__c]=this,this.getChildContext=function(){return r},this.shouldComponentUpdate=function(e){this.props.value!=e.value&&n.forEach(function(e){e.__g|=4,T(e)})},this.sub=function(e){n.add(e);var t=e.componentWillUnmount;e.componentWillUnmount=function(){n.delete(e),t&&t.call(e)}}),e.children}return t.__c=`__cC`+u++,t.__=e,t.Provider=(t.Consumer=function(e,t){return e.children(t)}).contextType=t,t}e={__e:function(e,t,n,r){for(var a,o,s;t=t.__;)if((a=t.__c)&&!(1&a.__g)){a.__g|=4;try{if((s=(o=a.constructor)&&o.getDerivedStateFromError)&&a.setState(o.getDerivedStateFromError(e)),a.componentDidCatch&&(a.componentDidCatch(e,r||{}),s=1),s&&8&a.__g)return void(a.__g|=2)}catch(t){e=t}}throw i=0,e}},t=0,S.prototype.setState=function(e,t){var n=this.__s;n&&n!=this.state||(n=this.__s=_({},this.state)),typeof e==`function`&&(e=e(_({},n),this.props)),e&&(_(n,e),this.__v&&(t&&this.__k.push(t),T(this)))},S.prototype.forceUpdate=function(e){this.__v&&(this.__g|=4,e&&this.__h.push(e),T(this))},S.prototype.render=x,n=[],i=0,a=function(e,t){return e.__v.__b-t.__v.__b},o=Symbol(),s=/(PointerCapture)$|Capture$/i,c=0,l={},u=0;function pe({rows:e,columns:t}){let n=Object.entries(t).map(([e,t])=>[e,me(t)]);return Array.from({length:e},(e,t)=>Object.fromEntries(n.map(([e,n])=>[e,n[t]])))}function me(e){return`of`in e?e.at.map(t=>e.of[t]):e}function he(e){let t=0;return e.map(e=>e===null?-1:(t+=e,t))}let ge=`storysync.page/1`,_e=[`destination`,`story`,`synced`,`recorded`,`since`,`id`];function ve(e){let{format:t,...n}=JSON.parse(e);if(t!==ge)throw Error(`the page's data is not ${ge}`);let r=_e.map(e=>[e,he(n.pairs[e])]);return{...n,destinations:pe(n.destinations),stories:pe(n.stories),standings:pe(n.standings),progress:pe(n.progress),pairs:{...n.pairs,...Object.fromEntries(r)}}}let ye=[`destination`,`story`,`what`,`status`,`reason`,`commit`];var be=class{cutShort;size;#e;#t;#n;constructor(e){let{cutShort:t,at:n,events:r}=JSON.parse(e);this.cutShort=t,this.size=r.rows,this.#e=he(n),this.#t=new Map(Object.entries(r.columns).map(([e,t])=>[e,me(t)]))}eventAt(e){let t=ye.map(t=>[t,this.#t.get(t)?.[e]]);return{...Object.fromEntries(t),at:this.timeAt(e)}}timeAt(e){return this.#e[e]??0}of(e){return this.placesOf(e).map(e=>{let{destination:t,...n}=this.eventAt(e);return n})}placesOf(e){return this.#n??=Map.groupBy(Array.from({length:this.size}).keys(),e=>this.#t.get(`destination`)?.[e]??-1),this.#n.get(e)??[]}},M,N,xe,Se,Ce=Object.is,we=0,Te=[],Ee=[],P=e,De=P.__b,Oe=P.__r,ke=P.diffed,Ae=P.__c,je=P.unmount,Me=P.__;function Ne(e,t){P.__h&&P.__h(N,e,we||t),we=0;var n=N.__H||(N.__H={__:[],__h:[]});return e>=n.__.length&&n.__.push({}),n.__[e]}function F(e){return we=1,Pe(qe,e)}function Pe(e,t,n){var r=Ne(M++,2);if(r.t=e,!r.__c&&(r.__=[n?n(t):qe(void 0,t),function(e){var t=(r.__N||r.__)[0],n=r.t(t,e);Ce(t,n)||(r.__N=[n,r.__[1]],r.__c.setState({}))}],r.__c=N,!N.__f)){N.__f=!0;var i=N.shouldComponentUpdate;N.shouldComponentUpdate=function(e,t,n){var r=this.__H;if(!r)return!0;var a=!1,o=this.props!=e;if(r.__.some(function(e){e.__N&&(a=!0,Ce(e.__[0],e.__N[0])||(o=!0))}),i){var s=i.call(this,e,t,n);return a?s||o:s}return!a||o}}return r.__}function Fe(e,t){var n=Ne(M++,3);!P.__s&&Ke(n.__H,t)&&(n.__P=!0,n.__=e,n.u=t,N.__H.__h.push(n))}function Ie(e,t){var n=Ne(M++,4);!P.__s&&Ke(n.__H,t)&&(n.__P=!1,n.__=e,n.u=t,N.__h.push(n))}function Le(e){return we=5,I(function(){return{current:e}},[])}function I(e,t){var n=Ne(M++,7);return Ke(n.__H,t)&&(n.__=e(),n.__H=t),n.__}function Re(e){var t=N.context[e.__c],n=Ne(M++,9);return n.c=e,t?(n.__??(n.__=!0,t.sub(N)),t.props.value):e.__}function ze(){var e=Ne(M++,11);if(!e.__){for(var t=N.__v;!t.__m&&t.__;)t=t.__;var n=t.__m||(t.__m=[0,0]);e.__=`P`+n[0]+`-`+n[1]++}return e.__}function Be(){var e;do{for(;e=Ee.shift();)try{We(e)}catch(t){P.__e(t,{__:(e=e.__P)&&e.__v})}for(;e=Te.shift();){var t=e.__H;if(e.__P&&t)try{t.__h.some(We),t.__h.some(Ge),t.__h=[]}catch(n){t.__h=[],P.__e(n,e.__v)}}}while(Ee.length)}P.__b=function(e){N=null,De&&De(e)},P.__=function(e,t){e&&t.__k&&t.__k.__m&&(e.__m=t.__k.__m),Me&&Me(e,t)},P.__r=function(e){Oe&&Oe(e),M=0;var t=(N=e.__c).__H;t&&(xe==N?N.__h=[]:(t.__h.some(We),t.__h.some(Ge),M=0),t.__h=[],t.__.some(function(e){e.__N&&(e.__=e.__N),e.u=e.__N=void 0})),xe=N},P.diffed=function(e){ke&&ke(e);var t=e.__c;t&&t.__H&&(t.__H.__h.length&&Ue(Te.push(t)),t.__H.__.some(function(e){e.u&&(e.__H=e.u)})),xe=N=null},P.__c=function(e,t){t.some(function(e){try{e.__h.some(We),e.__h=e.__h.filter(function(e){return!e.__||Ge(e)})}catch(t){e.__h=[function(){throw t}]}}),Ae&&Ae(e,t)},P.unmount=function(e){je&&je(e);var t,n,r=e.__c;r&&r.__H&&(r.__H.__.some(function(r){try{if(r.__P&&r.__c){if(n===void 0){for(n=e.__;n&&(!n.__c||!n.__c.__P);)n=n.__;n&&=n.__c}r.__P=n,Ue(Ee.push(r))}else We(r)}catch(e){t=e}}),r.__H=void 0,t&&P.__e(t,r.__v))};var Ve=typeof requestAnimationFrame==`function`;function He(e){var t,n=function(){clearTimeout(r),Ve&&cancelAnimationFrame(t),setTimeout(e)},r=setTimeout(n,35);Ve&&(t=requestAnimationFrame(n))}function Ue(e){e!=1&&Se==P.requestAnimationFrame||((Se=P.requestAnimationFrame)||He)(Be)}function We(e){var t=N,n=e.__c;typeof n==`function`&&(e.__c=void 0,n()),N=t}function Ge(e){var t=N;e.__c=e.__(),N=t}function Ke(e,t){return!e||e.length!=t.length||t.some(function(t,n){return!Ce(t,e[n])})}function qe(e,t){return typeof t==`function`?t(e):t}let L=new Uint32Array(65536),Je=(e,t)=>{let n=e.length,r=t.length,i=1<<n-1,a=-1,o=0,s=n,c=n;for(;c--;)L[e.charCodeAt(c)]|=1<<c;for(c=0;c<r;c++){let e=L[t.charCodeAt(c)],n=e|o;e|=(e&a)+a^a,o|=~(e|a),a&=e,o&i&&s++,a&i&&s--,o=o<<1|1,a=a<<1|~(n|o),o&=n}for(c=n;c--;)L[e.charCodeAt(c)]=0;return s},Ye=(e,t)=>{let n=t.length,r=e.length,i=[],a=[],o=Math.ceil(n/32),s=Math.ceil(r/32);for(let e=0;e<o;e++)a[e]=-1,i[e]=0;let c=0;for(;c<s-1;c++){let o=0,s=-1,l=c*32,u=Math.min(32,r)+l;for(let t=l;t<u;t++)L[e.charCodeAt(t)]|=1<<t;for(let e=0;e<n;e++){let n=L[t.charCodeAt(e)],r=a[e/32|0]>>>e&1,c=i[e/32|0]>>>e&1,l=n|o,u=((n|c)&s)+s^s|n|c,d=o|~(u|s),f=s&u;d>>>31^r&&(a[e/32|0]^=1<<e),f>>>31^c&&(i[e/32|0]^=1<<e),d=d<<1|r,f=f<<1|c,s=f|~(l|d),o=d&l}for(let t=l;t<u;t++)L[e.charCodeAt(t)]=0}let l=0,u=-1,d=c*32,f=Math.min(32,r-d)+d;for(let t=d;t<f;t++)L[e.charCodeAt(t)]|=1<<t;let p=r;for(let e=0;e<n;e++){let n=L[t.charCodeAt(e)],o=a[e/32|0]>>>e&1,s=i[e/32|0]>>>e&1,c=n|l,d=((n|s)&u)+u^u|n|s,f=l|~(d|u),m=u&d;p+=f>>>r-1&1,p-=m>>>r-1&1,f>>>31^o&&(a[e/32|0]^=1<<e),m>>>31^s&&(i[e/32|0]^=1<<e),f=f<<1|o,m=m<<1|s,u=m|~(c|f),l=f&c}for(let t=d;t<f;t++)L[e.charCodeAt(t)]=0;return p},Xe=(e,t)=>{if(e.length<t.length){let n=t;t=e,e=n}return t.length===0?e.length:e.length<=32?Je(e,t):Ye(e,t)};function Ze(e,t){if(e.length>100)return;let n=[...t].filter(t=>t!==e),r=n.find(t=>t.toLowerCase()===e.toLowerCase());if(r!==void 0)return r;let i=$e(e),a,o=1/0;for(let e of n){let t=Qe(Math.max(e.length,i.length));if(Math.abs(e.length-i.length)>t)continue;let n=Xe(i,$e(e));n<=t&&n<o&&([a,o]=[e,n])}return a}function Qe(e){return Math.min(Math.max(1,Math.floor(e/2)),2+Math.floor(e/6),e-1)}function $e(e){return e.toLowerCase().replace(/[ _-]+/g,`-`)}function et(e){if(e.length===0)return()=>!0;let t=new Set(e),n=e.filter(e=>e!==``).map(nt),r=new Map;return e=>{let i=r.get(e)??(t.has(e)||n.some(t=>it(t,e)));return r.set(e,i),i}}let tt=/\\\\(?<escaped>.)|(?<any>\\*+)|(?<one>\\?)|\\[(?<not>[!^]?)(?<class>[^[\\]]+)\\]|\\{(?<group>[^{},]*(?:,[^{},]*)+)\\}|./gsu;function nt(e){return[...e.matchAll(tt)].map(({0:e,groups:t={}})=>t.any===void 0?t.one===void 0?t.class===void 0?t.group===void 0?n=>n===(t.escaped??e):{oneOf:t.group.split(`,`).map(nt)}:rt(t.class,t.not!==``):()=>!0:`any`)}function rt(e,t){let n=[...e.matchAll(/(.)-(.)|(.)/gsu)].map(([,e,t,n=``])=>[e??n,t??n]);return e=>n.some(([t,n])=>t<=e&&e<=n)!==t}function it(e,t){let n=Array.from(t);return at(e,n,[!0,...n.map(()=>!1)]).at(-1)===!0}function at(e,t,n){return e.reduce((e,n)=>{if(n===`any`){let t=e.indexOf(!0);return e.map((e,n)=>t!==-1&&n>=t)}if(typeof n==`function`)return[!1,...t.map((t,r)=>e[r]===!0&&n(t))];let r=n.oneOf.map(n=>at(n,t,e));return e.map((e,t)=>r.some(e=>e[t]))},n)}function ot(e){let t=new WeakMap;return n=>{let r=t.get(n);if(r!==void 0)return r.value;let i=e(n);return t.set(n,{value:i}),i}}let st=`new.content_changed.drift.renamed.recreated.forced.detached.manual_sync_only.not_ours.ambiguous_name.missing_prerequisite.change_control.ingress_ambiguous.missing_key.unauthorized.unreachable.unreadable.rejected.verify_failed.plan_stale.superseded.awaiting_approval.awaiting_ring.outside_window.held.pinned.halted.not_reached.internal`.split(`.`);function ct(e){return e.replaceAll(ut,pt)}function lt(e){return ct(e).replaceAll(`##[`,`## [`).replaceAll(/(?<=^|\\s):{2,}/g,e=>Array.from(e).join(` `))}let ut=new RegExp([String.raw`[\\p{Cc}\\p{Cs}\\p{Zl}\\p{Zp}\\u2800[[\\p{Cf}\\p{Default_Ignorable_Code_Point}]--[\\u200c\\u200d\\ufe0e\\ufe0f]]]`,String.raw`(?<!\\p{Emoji})[\\ufe0e\\ufe0f]`,String.raw`(?<!(?:\\p{Extended_Pictographic}|\\p{Emoji_Modifier})\\ufe0f?|${dt()})\\u200d`,String.raw`\\u200d(?!\\p{Extended_Pictographic}|${dt()})`,String.raw`(?<!${dt()})\\u200c|\\u200c(?!${dt()})`].join(`|`),`gv`);function dt(){return String.raw`[[\\p{L}\\p{M}]--[\\p{Script=Latin}\\p{Script=Greek}\\p{Script=Cyrillic}\\p{Default_Ignorable_Code_Point}]]`}let ft={\"\\n\":`\\\\n`,\"\\r\":`\\\\r`,\"	\":`\\\\t`};function pt(e){return ft[e]??`\\\\u{${(e.codePointAt(0)??0).toString(16)}}`}function mt(e){return{name:e}}function ht(e){return{words:e}}function R(e,...t){return e.flatMap((e,n)=>{let r=t[n];return r===void 0?[e]:gt(r)?[e,...r]:[e,r]})}function gt(e){return Array.isArray(e)}function _t(e){return e.map(e=>typeof e==`string`?e:`words`in e?e.words:`\"${e.name}\"`).join(``)}let vt={new:`not at the destination yet`,content_changed:`content changed`,drift:`edited at the destination`,renamed:`renamed`,recreated:`deleted at the destination; will be recreated`,forced:`unchanged, pushed again because of --force`,detached:`detached from sync`,manual_sync_only:`manual sync only`,not_ours:`not managed by this destination`,ambiguous_name:`more than one story there matches`,missing_prerequisite:`something it needs is missing there`,change_control:`under change control at the destination`,ingress_ambiguous:`its webhooks or pages are ambiguous`,missing_key:`no usable API key`,unauthorized:`API key refused`,unreachable:`tenant unreachable`,unreadable:`could not be read completely`,rejected:`rejected by the tenant`,verify_failed:`verification failed`,plan_stale:`plan is stale`,superseded:`superseded by a newer commit on the branch`,awaiting_approval:`waiting for somebody to agree`,awaiting_ring:`waits for its ring`,outside_window:`outside its window`,held:`held`,pinned:`pinned`,halted:`halted`,not_reached:`not reached`,internal:`internal error in storysync (a bug)`},yt=new Set([`awaiting_ring`,`outside_window`,`pinned`,`drift`,`awaiting_approval`,`not_ours`,`ambiguous_name`,`missing_prerequisite`,`change_control`,`ingress_ambiguous`,`halted`,`not_reached`,`superseded`,`internal`]);function bt(e,t){return[xt(e,t),t].filter(e=>e!==null&&e!==``).join(`: `)}function xt(e,t){if(e===null)return null;let n=yt.has(e)||t?.startsWith(`the vendor's sync failed`);return t!==null&&t!==``&&n?null:vt[e]}let St={synced:`synced`,failed:`failed`,requires_sync:`pending`};function z(e,t,n=`${t}s`){return`${e} ${e===1?t:n}`}let Ct=[`destination`,`story`,`standing`,`commit`,`lag`];function B(e,t){let n=new Uint8Array(e.length);for(let[r,i]of e.entries())t(i)&&(n[r]=1);return n}function wt({pairs:e},t,n,r){let{noLag:i=!1,stories:a=new Map}=t;for(let a of Ct){let o=t[a],s=a===`lag`&&i;o!==void 0&&(s||o.includes(1))&&Tt(e[a],o,s,{marks:n,mark:r})}if(a.size!==0)for(let[t,i]of e.destination.entries())a.get(i)?.has(e.story[t]??-1)&&(n[t]=(n[t]??0)|r)}function Tt(e,t,n,{marks:r,mark:i}){let a=new Uint8Array(t.length+1);a.set(t,1),a[0]=+!!n;for(let t=0;t<r.length;t++)a[(e[t]??-1)+1]===1&&(r[t]=(r[t]??0)|i)}let Et=[`behind`,`drift`,`waiting`,`detached`,`held`,`pinned`,`manual`,`expired`];function Dt(e,t){let{destinations:n,standings:r,lags:i,at:a}=e;switch(t){case`behind`:return{lag:B(i,()=>!0)};case`drift`:return{standing:B(r,({reason:e,status:t})=>e===`drift`&&t!==`synced`)};case`waiting`:return{standing:B(r,({waits:e})=>e!==null)};case`detached`:return{standing:B(r,({detached:e})=>e)};case`held`:return{destination:B(n,({hold:e})=>e!==null)};case`pinned`:return jt(e);case`manual`:return{destination:B(n,({manualOnly:e})=>e)};case`expired`:return{destination:B(n,({hold:e,pin:t})=>Nt(e,a)||Nt(t,a)),standing:B(r,({note:e})=>Nt(e,a))};default:return t}}function Ot(e,t){let n=At(e),r=new Uint32Array(1<<Et.length);for(let e of t){let t=n[e]??0;r[t]=(r[t]??0)+1}return Et.flatMap((e,t)=>{let n=r.reduce((e,n,r)=>r>>t&1?e+n:e,0);return n===0?[]:[{quality:e,count:n}]})}function kt(e,t){let n=At(e),r=Et.indexOf(t);return e=>((n[e]??0)>>r&1)==1}let At=ot(e=>{let t=new Uint8Array(e.pairs.destination.length);for(let[n,r]of Et.entries())wt(e,Dt(e,r),t,1<<n);return t});function jt({destinations:e,stories:t}){let n=e.flatMap(({pin:e},n)=>e?.stories?[[n,Mt(e,t)]]:[]);return{destination:B(e,({pin:e})=>e!==null&&e.stories===null),stories:new Map(n)}}function Mt({stories:e},t){return new Set([...t.keys()].filter(n=>e?.includes(t[n]?.key??``)===!0))}function Nt(e,t){return e!==null&&Pt(e.until,t)}function Pt(e,t){return e!==null&&e<t.slice(0,10)}let Ft=[{name:`status`,about:`failed, pending or synced`,closed:[`failed`,`pending`,`synced`,`requires_sync`],standing:({status:e})=>[e,St[e]]},{name:`is`,about:Et.join(`, `),closed:Et},{name:`reason`,about:`rejected, drift, missing_key …`,closed:st,standing:({reason:e})=>[e]},{name:`destination`,about:`its name`,destination:({name:e})=>[e]},{name:`tenant`,about:`its host`,destination:({host:e})=>[e]},{name:`ring`,about:`its ring of the rollout`,destination:({ring:e})=>[e]},{name:`engine`,about:`push or native`,closed:[`push`,`native`],destination:({engine:e})=>[e]},{name:`story`,about:`its key or name`,story:({key:e,name:t})=>[e,t]},{name:`owner`,about:`who holds, pinned or detached it`,destination:({hold:e,pin:t})=>[e?.owner??null,t?.owner??null],standing:({note:e})=>[e?.owner??null]},{name:`waits`,about:`what it waits for: ring:canary, window:* …`,standing:({waits:e})=>[e?.for??null]},{name:`says`,about:`words of the message or the next step`,standing:({message:e,hint:t,warnings:n})=>[e,t,...n]},{name:`commit`,about:`the commit it was pushed from`,commit:e=>[e]},{name:`behind`,about:`commits behind: behind:3, behind:>3`,lag:e=>e?.commits??0}];function It(e){return{name:`label.${e}`,about:`a label of the destination`,destination:({labels:t})=>Object.entries(t).flatMap(([t,n])=>t.toLowerCase()===e?[n]:[])}}let Lt={name:``,about:``,destination:({name:e,host:t,labels:n})=>[e,t,...Object.values(n)],story:({key:e,name:t})=>[e,t],standing:({message:e,reason:t})=>[e,t]},Rt=/(?:\"[^\"]*\"?|[^\\s\"])+/y,zt=/^([A-Za-z][\\w.-]*)[:=]/,Bt=/\"([^\"]*)\"?|[^,\"]+/g;function Vt(e){let t=[],n=0;for(;n<e.length;){if(/\\s/.test(e[n]??``)){n++;continue}Rt.lastIndex=n;let[r=``]=Rt.exec(e)??[];n+=Math.max(1,r.length);let i=r.startsWith(`!`),a=i?r.slice(1):r,[o=``,s]=zt.exec(a)??[],c=[...a.slice(o.length).matchAll(Bt)].map(([e,t])=>({text:t??e,quoted:t!==void 0}));t.push({not:i,key:s?.toLowerCase(),values:c,text:r})}return t}function Ht(e){return/^[\\w.@/+-]+$/.test(e)?e:`\"${e.replaceAll(`\"`,``)}\"`}function Ut(e,t){let n=[],r=Vt(t).flatMap(t=>{let r=qt(e,t);return typeof r==`string`&&n.push({word:t.text,message:r}),typeof r==`string`?[]:[{not:t.not,tests:r}]}),{destination:i}=e.pairs,a=Wt(e,r),o=[],s=new Set,c=-1;for(let e=0;e<a.length;e++){if(a[e]===1)continue;o.push(e);let t=i[e]??-1;t!==c&&s.add(t),c=t}return{pairs:o,destinations:s,empty:Gt(e,r),problems:n}}function Wt(e,t){let n=new Uint8Array(e.pairs.destination.length);for(let{not:r,tests:i}of t){let t=r?n:new Uint8Array(n.length);for(let n of i)wt(e,n,t,1);if(!r)for(let e=0;e<t.length;e++)t[e]===0&&(n[e]=1)}return n}function Gt(e,t){return Kt(e).filter(e=>t.every(({not:t,tests:n})=>n.some(t=>t.destination?.[e]===1)!==t))}let Kt=ot(({destinations:e,pairs:t})=>{let n=new Set(t.destination);return[...e.keys()].filter(e=>!n.has(e))});function qt(e,t){let{key:n,values:r,text:i}=t;if(n===void 0)return r.length===0?`${i} has nothing to look for yet`:[en(e,Lt,Qt(r,`within`))];let a=Jt(n);if(a===void 0)return`there is no key \"${n}\"; ${Yt(n)}`;if(r.length===0)return`${i} needs a value: ${a.about}`;if(a.lag){let t=$t(r);if(t===void 0)return`${i} is no number to compare with; write ${a.about}`;let{lag:n}=a;return[{lag:B(e.lags,e=>t(n(e))),noLag:t(n(null))}]}let o=Xt(a,r);if(o!==void 0)return o;let s=Qt(r,a.name===`says`||a.name===`commit`?`within`:`whole`);return a.name===`is`?Et.filter(e=>s(e)).map(t=>Dt(e,t)):[en(e,a,s)]}function Jt(e){let[,t]=/^label\\.(.+)$/.exec(e)??[];return t===void 0?Ft.find(t=>t.name===e):It(t)}function Yt(e){let t=Ft.map(e=>e.name),n=Ze(e,t);return n===void 0?`known: ${t.join(`, `)}, label.NAME`:`did you mean ${n}?`}function Xt({name:e,closed:t,about:n},r){let i=t&&r.find(e=>!Zt(e)&&!t.includes(e.text.toLowerCase()));if(i===void 0)return;let a=Ze(i.text.toLowerCase(),t??[]);return`${e} is never \"${i.text}\"; ${a===void 0?n:`did you mean ${a}?`}`}function Zt({text:e,quoted:t}){return!t&&/[*?]/.test(e)}function Qt(e,t){let n=e.map(e=>{let n=e.text.toLowerCase();if(!Zt(e))return t===`whole`?e=>e===n:e=>e.includes(n);let r=n.replaceAll(/[[\\]{}\\\\]/g,`\\\\$&`);return et([t===`whole`?r:`*${r}*`])}),r=new Map;return e=>{let t=r.get(e);if(t!==void 0)return t;let i=e.toLowerCase(),a=n.some(e=>e(i));return r.set(e,a),a}}function $t(e){let t=e.map(({text:e})=>{let[,t,n]=/^(<=?|>=?)?(\\d{1,9})$/.exec(e)??[];if(n===void 0)return;let r=Number(n);return t===`>`?e=>e>r:t===`>=`?e=>e>=r:t===`<`?e=>e<r:t===`<=`?e=>e<=r:e=>e===r});if(!t.includes(void 0))return e=>t.some(t=>t?.(e))}function en(e,t,n){let r=e=>e.some(e=>e!==null&&n(e)),{destination:i,story:a,standing:o,commit:s}=t;return{...i?{destination:B(e.destinations,e=>r(i(e)))}:{},...a?{story:B(e.stories,e=>r(a(e)))}:{},...o?{standing:B(e.standings,e=>r(o(e)))}:{},...s?{commit:B(e.commits,e=>r(s(e)))}:{}}}function tn(e,t){return e<t?-1:+(e>t)}let V=[`failed`,`pending`,`synced`];function nn(e,t){let n=e.standings[e.pairs.standing[t]??-1];if(n===void 0)throw Error(`Internal error: a pair without a standing`);return n}function H({status:e}){return e===`requires_sync`?`pending`:e}function rn(e,t){let n=new Uint32Array(e.standings.length);for(let r of t){let t=e.pairs.standing[r]??-1;n[t]=(n[t]??0)+1}let r={failed:0,pending:0,synced:0};for(let[t,i]of e.standings.entries())r[H(i)]+=n[t]??0;return r}function an(e){return V.find(t=>e[t]>0)??`synced`}let on=[`destination`,`story`,`ring`];function sn(e,t,n,r=[]){let i=[],a=[],o=un(e,n),s=e.standings.map(H);for(let n of t){let t=o(n),r=a[t+1];r===void 0&&(r=cn(t),a[t+1]=r,i.push(r)),r.pairs.push(n),r.tally[s[e.pairs.standing[n]??-1]??`synced`]+=1;let c=e.pairs.synced[n]??-1;c>r.synced&&(r.synced=c);let l=e.pairs.lag[n]??-1;if(l===-1)continue;let{since:u=null}=e.lags[l]??{};u!==null&&(r.oldestLag===null||u<r.oldestLag)&&(r.oldestLag=u)}if(n===`destination`)for(let e of r)i.push(cn(e));return i.toSorted((e,t)=>V.indexOf(an(e.tally))-V.indexOf(an(t.tally))||t.tally.failed-e.tally.failed||fn(e.oldestLag,t.oldestLag)||t.tally.pending-e.tally.pending||e.of-t.of)}function cn(e){return{of:e,tally:{failed:0,pending:0,synced:0},pairs:[],oldestLag:null,synced:-1}}function ln(e,t){return t.toSorted((t,n)=>V.indexOf(H(nn(e,t)))-V.indexOf(H(nn(e,n)))||fn(dn(e,t),dn(e,n))||t-n)}function un({pairs:e,destinations:t,rings:n},r){if(r!==`ring`)return t=>e[r][t]??-1;let i=t.map(({ring:e})=>e===null?-1:n.indexOf(e));return t=>i[e.destination[t]??-1]??-1}function dn({lags:e,pairs:t},n){return e[t.lag[n]??-1]?.since??null}function fn(e,t){return e===null||t===null?Number(e===null)-Number(t===null):tn(e,t)}let pn=[`overview`,`list`,`grid`,`findings`,`destination`,`story`];function mn({view:e,of:t,filter:n,fold:r}){let i=t===null?e:`${e}/${encodeURIComponent(t)}`,a=[...n===``?[]:[`q=${encodeURIComponent(n)}`],...e!==`list`||r===`destination`?[]:[`by=${r}`]];return`#/${i}${a.length===0?``:`?${a.join(`&`)}`}`}function hn(e){let[t=``,n=``]=e.replace(/^#\\/?/,``).split(`?`,2),[r=``,i]=t.split(`/`,2),a=new Map(n.split(`&`).flatMap(e=>{let t=e.indexOf(`=`);return t===-1?[]:[[e.slice(0,t),gn(e.slice(t+1))]]})),o=pn.find(e=>e===r)??`overview`,s=o===`destination`||o===`story`;return{view:s&&!i?`overview`:o,of:s&&i?gn(i):null,filter:a.get(`q`)??``,fold:on.find(e=>e===a.get(`by`))??`destination`}}function gn(e){try{return decodeURIComponent(e.replaceAll(`+`,` `))}catch{return e}}let _n=6e4,vn=60*_n,yn=24*vn;function U(e){let t=Date.parse(e);return Number.isNaN(t)?`at an unknown time`:`${new Date(t).toISOString().slice(0,16).replace(`T`,` `)} UTC`}function W(e,t){let n=Date.parse(t)-Date.parse(e);return n>=yn?z(Math.floor(n/yn),`day`):n>=vn?z(Math.floor(n/vn),`hour`):n>=_n?z(Math.floor(n/_n),`minute`):`less than a minute`}function bn(e,t){return Date.parse(e)>Date.parse(t)?`${U(e)} (in ${W(t,e)})`:U(e)}function xn(e,t){let n=Date.parse(t.slice(0,10))-Date.parse(e);return n>0?Math.floor(n/yn):0}function Sn(e){let{at:t,live:n,unsigned:r}=e;return n?`As the tenants answered, ${U(t)}.`:r?`${Cn(e)} Recorded state is unverified, so only a hint; STORYSYNC_STATE_KEY signs and verifies it.`:Cn(e)}function Cn(e){let{at:t,recordedAt:n}=e;return wn(e)?`Nothing is recorded yet; made ${U(t)}.`:n===null?`By what is recorded, ${U(t)}.`:`As recorded ${U(n)}; this page was made ${U(t)} (${W(n,t)} later).`}function wn({live:e,recordedAt:t,pairs:n}){return!e&&t===null&&n.destination.length>0}function Tn({pairs:e,destinations:t,stories:n},r,i){let a=En(e.destination.length,`pair`,`pairs`),o=En(t.length,`destination`,`destinations`);if(i===``)return`${a}, ${o}, ${En(n.length,`story`,`stories`)}`;let s=(r.destinations.size+r.empty.length).toLocaleString(`en`);return`${r.pairs.length.toLocaleString(`en`)} of ${a}, ${s} of ${o}`}function En(e,t,n){return`${e.toLocaleString(`en`)} ${e===1?t:n}`}let Dn=fe(void 0);function G(){let e=Re(Dn);if(e===void 0)throw Error(`Internal error: a view outside of the page`);return e}function K(){let{place:e}=G();return t=>mn({...e,of:null,...t})}var On=Symbol.for(`pv`),kn=0;Array.isArray;function q(t,n,r,i,a,o){n||={};var s,c,l=n;if(`ref`in l&&typeof t!=`function`)for(c in l={},n)c==`ref`?s=n[c]:l[c]=n[c];var u={type:t,props:l,key:r,ref:s,__k:null,__:null,__b:0,__e:null,__c:null,constructor:On,__v:--kn,__i:-1,__u:0};return(a||o)&&(u.__source=a,u.__self=o),e.vnode&&e.vnode(u),u}let An=[{view:`overview`,title:`Overview`},{view:`findings`,title:`Findings`},{view:`list`,title:`Pairs`},{view:`grid`,title:`Grid`}];function jn(){let{place:e}=G(),t=K();return q(`header`,{class:`bar`,children:[q(`div`,{class:`bar-row`,children:[q(`a`,{class:`brand`,href:t({view:`overview`}),children:`storysync`}),q(`nav`,{\"aria-label\":`Views`,children:An.map(({view:n,title:r})=>q(`a`,{href:t({view:n}),\"aria-current\":e.view===n?`page`:void 0,children:r},n))}),q(Mn,{})]}),q(Nn,{})]})}function Mn(){let{fleet:e}=G(),t=new Date().toISOString(),n=(Date.parse(t)-Date.parse(e.at))/864e5;return q(`p`,{class:`age`,title:Sn(e),children:[n>=1?q(`strong`,{class:`old`,children:[W(e.at,t),` old`]}):`made ${W(e.at,t)} ago`,e.live?`, from the tenants`:`, as recorded`,e.unsigned?`, unverified`:``]})}function Nn(){let{place:e,found:t,fleet:n,change:r}=G(),i=Fn(),[a,o]=F(!1),s=ze(),c=ze();return q(`search`,{class:`filter`,children:[q(`div`,{class:`filter-row`,children:[q(`label`,{for:`filter`,children:`Filter`}),q(`input`,{id:`filter`,ref:i,type:`text`,autocomplete:`off`,autocapitalize:`off`,spellcheck:!1,placeholder:`status:failed label.region=eu story:phishing* !is:held`,value:e.filter,\"aria-describedby\":c,\"aria-invalid\":t.problems.length>0,onInput:({currentTarget:e})=>r({filter:e.value}),onKeyDown:({key:e})=>e===`Escape`&&r({filter:``})}),e.filter===``?null:q(`button`,{type:`button`,onClick:()=>r({filter:``}),children:`Clear`}),q(`button`,{type:`button`,\"aria-expanded\":a,\"aria-controls\":s,onClick:()=>o(!a),children:`Help`})]}),q(`p`,{class:`found`,role:`status`,children:Tn(n,t,e.filter)}),q(`div`,{class:`problems`,id:c,role:`status`,children:t.problems.map(({message:e})=>q(`p`,{children:e},e))}),q(`div`,{id:s,class:`help`,hidden:!a,children:q(Pn,{})})]})}function Pn(){return q(x,{children:[q(`p`,{children:[`All words must fit. `,q(`code`,{children:`!`}),` turns one around, a comma means \"or\", `,q(`code`,{children:`*`}),` stands for any text, and quotes keep blanks: `,q(`code`,{children:`status:failed,pending !is:held story:\"Phishing triage\"`}),`. A word alone is looked for in names, hosts, labels and messages. `,q(`kbd`,{children:`/`}),` comes here, `,q(`kbd`,{children:`Esc`}),` clears.`]}),q(`dl`,{children:[Ft.map(({name:e,about:t})=>q(`div`,{children:[q(`dt`,{children:q(`code`,{children:[e,`:`]})}),q(`dd`,{children:t})]},e)),q(`div`,{children:[q(`dt`,{children:q(`code`,{children:`label.NAME=`})}),q(`dd`,{children:`a label of the destination`})]})]})]})}function Fn(){let e=Le(null);return Fe(()=>{let t=t=>{let n=t.target instanceof HTMLElement&&t.target.matches(`input, textarea, select`);t.key!==`/`||n||t.ctrlKey||t.metaKey||t.altKey||(t.preventDefault(),e.current?.focus(),e.current?.select())};return addEventListener(`keydown`,t),()=>removeEventListener(`keydown`,t)},[]),e}function In(e){return e.slice(0,12)}function Ln(e,{reason:t,owner:n,until:r},i){let a=n===void 0?[]:R` by ${ht(n)}`,o=r===void 0||i===void 0?``:Rn(r,i);return R`${e}${a}${r===void 0?[]:[` until ${r}${o}`]}: ${ht(t)}`}function Rn(e,t){let n=xn(e,t);return n===0?``:` (expired ${z(n,`day`)} ago)`}function zn(e){let{kind:t,rest:n}=Bn(e);switch(t){case`ring`:return R`for ring ${mt(n)}`;case`soak`:return R`until ring ${mt(n)} has stood long enough`;case`batch`:return[`for a later batch`];case`place`:return[`for a turn, as only so many go at once as may fail`];case`share`:return[`for its share, which other parts of the fleet have now`];case`window`:return R`for the window ${ht(n)}`;case`story`:return R`for story ${mt(n)}`;case`failures`:return R`for ring ${mt(n)}, which is halted`;case`approved_plan`:return[`for another plan than the approved one`];default:return R`for ${ht(e)}`}}function Bn(e){let t=e.indexOf(`:`);return t===-1?{kind:e,rest:``}:{kind:e.slice(0,t),rest:e.slice(t+1)}}function Vn({reason:e,message:t,waits:n},r){let i=bt(e,t);if(n===null||t!==null)return i;let a=n.until===null?``:`, not before ${bn(n.until,r)}`;return`waits ${_t(zn(n.for))}${a}`}function Hn(e,t){let n=Vn(e,t),r=St[e.status];return n===``?r:`${r}: ${n}`}function Un({status:e,reason:t,waits:n,detached:r}){return e===`failed`?`!`:e===`synced`?`=`:n||r?`.`:t===`new`||t===`recreated`?`+`:t===`content_changed`||t===`renamed`||t===`drift`?`~`:`.`}let Wn=ot(({standings:e,at:t})=>e.map(e=>{let n=Un(e);return{sign:n,look:n===`.`?`waits`:H(e),words:Hn(e,t)}}));function Gn({commits:e,since:t},n){return`${z(e,`commit`)} behind for ${W(t,n)}`}function Kn(e,t,n){if(t===null)return`detached there, with a tag`;let{reason:r,owner:i,until:a}=t,o={reason:r??``,...i===null?{}:{owner:i},...a===null?{}:{until:a}};return _t(Ln(e===`pinned`?[`pinned`]:e,o,n)).replace(/: $/,``)}function qn(e,t){let n=e.stories===null?``:` (${e.stories.join(`, `)})`;return Kn(`pinned`,e,t).replace(/^pinned/,`pinned to ${In(e.commit)}${n}`)}function Jn({hold:e,pin:t,manualOnly:n},r){return[...e?[Kn(`held`,e,r)]:[],...t?[qn(t,r)]:[],...n?[`manual sync only`]:[]]}let Yn={failed:`!`,pending:`~`,synced:`=`};function Xn({mark:e,sign:t=Yn[e]}){return q(`span`,{class:`sign ${t===`.`?`waits`:e}`,\"aria-hidden\":`true`,children:t})}function Zn({standing:e}){return q(`span`,{class:`status`,children:[q(Xn,{mark:H(e),sign:Un(e)}),` `,St[e.status]]})}function Qn({standing:e}){let{fleet:t}=G(),n=Vn(e,t.at);return q(x,{children:[n===``?null:q(`span`,{class:`why`,children:n}),e.warnings.map(e=>q(`span`,{class:`why`,children:e},e)),e.hint===null?null:q(`span`,{class:`next`,children:[q(`span`,{class:`next-label`,children:`Next:`}),` `,e.hint]})]})}function $n({time:e}){let{fleet:t}=G();return e===null?q(`span`,{class:`none`,children:`never`}):q(`time`,{dateTime:e,title:U(e),children:[W(e,t.at),` ago`]})}function er({seconds:e}){return q($n,{time:e===-1?null:new Date(e*1e3).toISOString()})}function tr({index:e}){let{fleet:t}=G(),n=K(),r=t.destinations[e]?.name??``;return q(`a`,{class:`name`,href:n({view:`destination`,of:r}),children:r})}function nr({index:e}){let{fleet:t}=G(),n=K(),{key:r=``}=t.stories[e]??{};return q(`a`,{class:`name`,href:n({view:`story`,of:r}),children:r})}function rr({of:e,to:t}){let n=e.length<=3?e:e.slice(0,2);return q(x,{children:[n.map((e,n)=>q(`span`,{children:[n>0?`, `:``,q(t,{index:e})]},e)),n.length<e.length?` and ${e.length-n.length} more`:``]})}function ir({tally:e}){let t=e.failed+e.pending+e.synced,n=V.map(t=>`${e[t]} ${t}`).join(`, `),r=0;return q(`svg`,{class:`share`,viewBox:`0 0 100 4`,preserveAspectRatio:`none`,role:`img`,\"aria-label\":n,children:V.map(n=>{let i=t===0?0:e[n]/t*100,a=r;return r+=i,i===0?null:q(`rect`,{class:n,x:a,y:`0`,width:Math.max(i,.4),height:`4`},n)})})}function ar(e,t,n=24){let[r,i]=F({of:t,rows:200}),a=r.of===t?r.rows:200,o=e-a,s=o>0?q(`p`,{class:`more`,children:[q(`button`,{type:`button`,onClick:()=>i({of:t,rows:a+200}),children:[`Show `,Math.min(200,o),` more`]}),` `,q(`span`,{children:[z(o,`row`),` not shown`]})]}):null;return{shown:or(Math.min(a,e),t,n),more:s}}function or(e,t,n){let[r,i]=F({of:t,rows:n}),a=r.of===t?r.rows:n;return Fe(()=>{if(a>=e)return;let r=requestAnimationFrame(()=>i({of:t,rows:a+2*n}));return()=>cancelAnimationFrame(r)},[a,e,t,n]),Math.min(a,e)}function sr(e,t,n){let r=I(()=>[],[e,G()]);for(let i of e.slice(r.length,t))r.push(n(i,r.length));return r.slice(0,t)}function J({children:e}){return q(`p`,{class:`empty`,children:e})}function cr(){let{place:e,change:t,found:n}=G();return e.filter===``?q(J,{children:`The page is about no pair of a destination and a story.`}):q(J,{children:[n.problems.length>0?`The filter cannot be understood as it stands. `:`Nothing matches the filter. `,q(`button`,{type:`button`,onClick:()=>t({filter:``}),children:`Clear the filter`})]})}function lr({pairs:e,show:t,label:n}){let{place:r}=G(),{shown:i,more:a}=ar(e.length,`${r.filter} ${n}`),o=sr(e,i,e=>q(ur,{pair:e,show:t},e));return q(x,{children:[q(`table`,{class:`pair-table`,children:[q(`caption`,{class:`visually-hidden`,children:n}),q(`thead`,{children:q(`tr`,{children:[t.includes(`destination`)?q(`th`,{scope:`col`,children:`Destination`}):null,t.includes(`story`)?q(`th`,{scope:`col`,children:`Story`}):null,q(`th`,{scope:`col`,children:`Status`}),q(`th`,{scope:`col`,children:`Why`}),q(`th`,{scope:`col`,class:`far`,children:`Behind`}),q(`th`,{scope:`col`,class:`far`,children:`Pushed`}),q(`th`,{scope:`col`,class:`far`,children:`Commit`})]})}),q(`tbody`,{children:o})]}),a]})}function ur({pair:e,show:t}){let{fleet:n}=G(),{pairs:r}=n,i=nn(n,e),a=n.lags[r.lag[e]??-1],o=n.commits[r.commit[e]??-1],s=r.id[e]??-1;return q(`tr`,{children:[t.includes(`destination`)?q(`th`,{scope:`row`,children:q(tr,{index:r.destination[e]??-1})}):null,t.includes(`story`)?q(`th`,{scope:`row`,children:[q(nr,{index:r.story[e]??-1}),s===-1?null:q(`span`,{class:`id`,title:`Its id at the destination`,children:s})]}):null,q(`td`,{children:q(Zn,{standing:i})}),q(`td`,{class:`words`,children:[q(Qn,{standing:i}),a===void 0?null:q(`span`,{class:`what near`,children:Gn(a,n.at)})]}),q(`td`,{class:`far`,children:a===void 0?``:Gn(a,n.at)}),q(`td`,{class:`far`,children:q(er,{seconds:r.synced[e]??-1})}),q(`td`,{class:`far`,children:o===void 0?``:q(`code`,{title:o,children:o.slice(0,7)})})]})}function dr(){let{fleet:e,place:t}=G(),n=K(),r=e.destinations.findIndex(({name:e})=>e===t.of),i=e.destinations[r];if(i===void 0)return q(x,{children:[q(`h1`,{children:t.of}),q(J,{children:[`No destination of this name is in this page. `,q(`a`,{href:n({view:`list`}),children:`All of them`})]})]});let a=pr(e,`destination`,r),o=rn(e,a),{host:s,team:c,ring:l,engine:u,labels:d}=i;return q(x,{children:[q(`h1`,{children:i.name}),q(`div`,{class:`totals`,children:[q(`p`,{class:`tally`,children:[o.failed,` failed, `,o.pending,` pending, `,o.synced,` synced`]}),q(ir,{tally:o})]}),q(`dl`,{class:`facts`,children:[q(fr,{title:`Tenant`,children:s}),c===null?null:q(fr,{title:`Team`,children:c}),l===null?null:q(fr,{title:`Ring`,children:l}),q(fr,{title:`Engine`,children:u===`native`?`the vendor's Story syncing`:`push`}),Object.keys(d).length===0?null:q(fr,{title:`Labels`,wide:!0,children:Object.entries(d).map(([e,t])=>q(`a`,{href:n({view:`list`,filter:`label.${e}=${Ht(t)}`}),children:[e,`=`,t]},e))}),Jn(i,e.at).map(e=>q(fr,{title:`Left alone`,children:e},e))]}),q(`section`,{\"aria-labelledby\":`stories`,children:[q(`h2`,{id:`stories`,children:`Stories`}),a.length===0?q(J,{children:`Subscribed to nothing.`}):q(lr,{pairs:ln(e,a),show:[`story`],label:`Stories of ${i.name}`})]}),q(mr,{index:r})]})}function fr({title:e,children:t,wide:n=!1}){return q(`div`,{class:n?`labels`:void 0,children:[q(`dt`,{children:e}),q(`dd`,{children:t})]})}function pr({pairs:e},t,n){return[...e[t].keys()].filter(r=>e[t][r]===n)}function mr({index:e}){let{past:t}=G(),n=t?.of(e)??[],{shown:r,more:i}=ar(n.length,String(e)),a=[...Map.groupBy(n.slice(0,r),({at:e})=>new Date(e*1e3).toISOString().slice(0,10))];return q(`section`,{\"aria-labelledby\":`history`,children:[q(`h2`,{id:`history`,children:`History`}),t!==void 0&&n.length===0?q(J,{children:`Nothing is recorded of it.`}):null,a.map(([e,t])=>q(`div`,{class:`day`,children:[q(`h3`,{children:q(`time`,{dateTime:e,children:e})}),q(`ul`,{class:`events`,children:t.map(e=>q(hr,{event:e},`${e.at} ${e.what} ${e.story}`))})]},e)),i,n.length>0&&t?.cutShort?q(`p`,{class:`fine`,children:`Older records stand on the state branch.`}):null]})}function hr({event:e}){let{fleet:t}=G(),n=K(),{at:r,story:i,what:a,status:o,reason:s,commit:c}=e,l=new Date(r*1e3).toISOString(),u=t.stories.some(({key:e})=>e===i),d=s===null||a===`push`&&o===`synced`?``:vt[s];return q(`li`,{children:[q(`time`,{dateTime:l,title:U(l),children:l.slice(11,16)}),q(Xn,{mark:H({status:o})}),q(`span`,{children:[u?q(`a`,{class:`name`,href:n({view:`story`,of:i}),children:i}):q(`span`,{class:`name`,children:i}),` `,a===`push`&&o===`synced`?`pushed`:St[o],d===``?``:`: ${d}`,c===null?null:q(x,{children:[` `,q(`code`,{title:c,children:c.slice(0,7)})]})]})]})}function gr(e,t){let n=new Map;for(let r of t){let t=e.commits[e.pairs.commit[r]??-1];t!==void 0&&n.set(t,(n.get(t)??0)+1)}return[...n].toSorted(([,e],[,t])=>t-e)}function _r(e,t){let n=vr(e),r=e.standings.map(()=>[]);for(let i of t)r[n[e.pairs.standing[i]??-1]??-1]?.push(i);return r.flatMap(t=>{let n=e.standings[e.pairs.standing[t[0]??-1]??-1];if(n===void 0)return[];let{destination:r,story:i}=e.pairs;return[{standing:n,pairs:t,destinations:yr(t,r,e.destinations.length),stories:yr(t,i,e.stories.length)}]}).toSorted((e,t)=>V.indexOf(H(e.standing))-V.indexOf(H(t.standing))||t.pairs.length-e.pairs.length||(e.pairs[0]??0)-(t.pairs[0]??0))}let vr=ot(({standings:e})=>{let t=new Map;return e.map((e,n)=>{if(!br(e))return-1;let r=xr(e),i=t.get(r)??n;return t.set(r,i),i})});function yr(e,t,n){let r=new Uint8Array(n),i=0;for(let n of e){let e=t[n]??-1;r[e]===0&&i++,r[e]=1}return i}function br({status:e,warnings:t}){return e!==`synced`||t.length>0}function xr({status:e,reason:t,message:n,hint:r,waits:i,warnings:a,detached:o}){return JSON.stringify([e,t,n,r,i?.for,a,o])}function Sr(){let{fleet:e,found:t,place:n}=G(),r=I(()=>_r(e,t.pairs),[e,t]),{shown:i,more:a}=ar(r.length,n.filter),o=sr(r,i,e=>q(Cr,{finding:e},e.pairs[0]));return q(x,{children:[q(`h1`,{children:`Findings`}),t.pairs.length===0?q(cr,{}):null,t.pairs.length>0&&r.length===0?q(J,{children:`Nothing failed, and nothing waits.`}):null,q(`ul`,{class:`findings wide`,children:o}),a]})}function Cr({finding:e}){let{standing:t,pairs:n,destinations:r,stories:i}=e,[a,o]=F(!1),s=ze();return q(`li`,{class:`finding`,children:[q(Xn,{mark:H(t),sign:Un(t)}),q(`div`,{children:[q(`p`,{class:`finding-head`,children:[q(`span`,{class:`visually-hidden`,children:[St[t.status],`: `]}),q(Qn,{standing:t})]}),q(`p`,{class:`where`,children:n.length===1?q(Tr,{pair:n[0]??-1}):q(`button`,{type:`button`,class:`plain`,\"aria-expanded\":a,\"aria-controls\":s,onClick:()=>o(!a),children:[z(r,`destination`),`, `,z(i,`story`,`stories`),n.length>Math.max(r,i)?` (${z(n.length,`pair`)})`:``]})}),q(`div`,{id:s,hidden:!a,children:a?q(wr,{pairs:n}):null})]})]})}function wr({pairs:e}){let{shown:t,more:n}=ar(e.length,String(e[0]));return q(x,{children:[q(`ul`,{class:`pairs`,children:e.slice(0,t).map(e=>q(`li`,{children:q(Tr,{pair:e})},e))}),n]})}function Tr({pair:e}){let{fleet:t}=G();return q(x,{children:[q(tr,{index:t.pairs.destination[e]??-1}),` /`,` `,q(nr,{index:t.pairs.story[e]??-1})]})}function Er({naming:e}){if(e===`names`)return``;let t=`Destinations and hosts have other names here, and words about them are left out.`;return e===`codes`?`${t} The names stay the same as long as the state key does.`:`${t} They are numbered in the order of the manifest: when one is added or taken out, the numbers after it move.`}function Dr(){let{fleet:e,past:t}=G();return q(`footer`,{class:`foot`,children:[q(`p`,{class:`legend`,children:[q(`span`,{class:`sign failed`,children:`!`}),` failed `,q(`span`,{class:`sign pending`,children:`~`}),` to be updated`,` `,q(`span`,{class:`sign pending`,children:`+`}),` not there yet `,q(`span`,{class:`sign waits`,children:`.`}),` waits or is left alone`,` `,q(`span`,{class:`sign synced`,children:`=`}),` synced`]}),q(`p`,{children:[Sn(e),` `,e.commit===null?``:`Commit ${In(e.commit)}.`,` Ages count from then.`]}),e.naming===`names`?null:q(`p`,{children:Er(e)}),e.leftOut.length===0?null:q(`p`,{children:[`To keep this file small it does not have: `,e.leftOut.join(`, `),`. The status file has all data, and git all stories.`]}),t?.cutShort?q(`p`,{children:`Of the history it has the newest; the state branch has more.`}):null]})}function Or(){let{fleet:e,found:t,place:n}=G(),r=I(()=>sn(e,t.pairs,`destination`),[e,t]),i=I(()=>Mr(e,t.pairs),[e,t]),a=Math.max(8,Math.min(24,Math.floor(600/(i.length+1)))),{shown:o,more:s}=ar(r.length,n.filter,a),c=sr(r,o,({of:e,pairs:t},n)=>q(kr,{destination:e,pairs:t,stories:i},n)),[l,u]=F(``),{onKeyDown:d,table:f}=Pr();return r.length===0?q(x,{children:[q(`h1`,{children:`Grid`}),q(cr,{})]}):q(x,{children:[q(`h1`,{children:`Grid`}),q(`p`,{class:`told`,\"aria-live\":`polite`,children:l||`Arrow keys go from pair to pair, Enter opens the destination.`}),q(`section`,{class:`grid-scroll`,\"aria-label\":`Destinations and stories`,tabIndex:0,children:q(`table`,{class:`grid`,role:`grid`,\"aria-rowcount\":r.length+1,\"aria-colcount\":i.length+1,ref:f,onPointerOver:Ar,onKeyDown:d,onFocusIn:e=>u(jr(e.target)),children:[q(`thead`,{children:q(`tr`,{children:[q(`th`,{scope:`col`,class:`corner`,children:`Destination`}),i.map(e=>q(`th`,{scope:`col`,class:`story-head`,children:q(`span`,{children:q(nr,{index:e})})},e))]})}),q(`tbody`,{children:c})]})}),s]})}function kr({destination:e,pairs:t,stories:n}){let{fleet:r,place:i}=G(),a=r.destinations[e]?.name??``,o=Wn(r),s=new Map(t.map(e=>[r.pairs.story[e]??-1,r.pairs.standing[e]??-1])),c=[];for(let e of n){let{sign:t=``,look:n=`nothing`,words:i=``}=o[s.get(e)??-1]??{},l=t===``?`${a}: nothing`:`${a} / ${r.stories[e]?.key??``}: ${i}`;c.push(q(`td`,{tabIndex:-1,class:n,\"aria-label\":l,children:t}))}return q(`tr`,{\"data-href\":mn({...i,view:`destination`,of:a}),children:[q(`th`,{scope:`row`,children:q(tr,{index:e})}),c]})}function Ar({target:e}){e instanceof HTMLTableCellElement&&e.tagName===`TD`&&(e.title=jr(e))}function jr(e){return e instanceof HTMLElement&&e.tagName===`TD`?e.getAttribute(`aria-label`)??``:``}function Mr(e,t){let n=new Set(t.map(t=>e.pairs.story[t]??-1));return[...e.stories.keys()].filter(e=>n.has(e))}let Nr={ArrowUp:[-1,0],ArrowDown:[1,0],ArrowLeft:[0,-1],ArrowRight:[0,1],PageUp:[-10,0],PageDown:[10,0],Home:[0,-1/0],End:[0,1/0]};function Pr(){let e=Le(null);return Ie(()=>{let t=e.current?.tBodies[0],[,n]=t?.rows[0]?.cells??[];n!==void 0&&!t?.querySelector(`td[tabindex=\"0\"]`)&&(n.tabIndex=0)}),{table:e,onKeyDown:t=>{let n=t.target;if(!(n instanceof HTMLTableCellElement)||n.tagName!==`TD`)return;let r=n.parentElement;t.key===`Enter`&&r?.dataset.href&&(location.hash=r.dataset.href);let[i,a]=Nr[t.key]??[];if(i===void 0||a===void 0||!(r instanceof HTMLTableRowElement))return;t.preventDefault();let o=e.current?.tBodies[0]?.rows,s=o?.[Fr(r.sectionRowIndex+i,0,o.length-1)],c=s?.cells[Fr(n.cellIndex+a,1,s.cells.length-1)];c!==void 0&&(n.tabIndex=-1,c.tabIndex=0,c.focus())}}}function Fr(e,t,n){return Math.min(Math.max(e,t),n)}let Ir={destination:`Destination`,story:`Story`,ring:`Ring`};function Lr(){let{fleet:e,found:t,place:n,change:r}=G(),i=I(()=>sn(e,t.pairs,n.fold,t.empty),[e,t,n.fold]),[a,o]=F(Rr),s=I(()=>Br(i,a,t=>Vr(e,n.fold,t)),[i,a]),{shown:c,more:l}=ar(s.length,`${n.filter} ${n.fold}`),u=sr(s,c,e=>q(Hr,{group:e},`${n.fold} ${e.of}`)),d=on.filter(t=>t!==`ring`||e.rings.length>0);return q(x,{children:[q(`div`,{class:`title-row`,children:[q(`h1`,{children:`Pairs`}),q(`fieldset`,{class:`folds`,children:[q(`legend`,{class:`visually-hidden`,children:`Fold by`}),d.map(e=>q(`label`,{children:[q(`input`,{type:`radio`,name:`fold`,checked:n.fold===e,onChange:()=>r({fold:e})}),q(`span`,{children:[`by `,e]})]},e))]})]}),s.length===0?q(cr,{}):q(`table`,{class:`fold-table`,children:[q(`caption`,{class:`visually-hidden`,children:[`Pairs by `,n.fold]}),q(`thead`,{children:q(`tr`,{children:[q(zr,{column:`name`,title:Ir[n.fold],sort:a,onSort:o}),n.fold===`destination`&&e.rings.length>0?q(`th`,{scope:`col`,class:`far`,children:`Ring`}):null,q(`th`,{scope:`col`,class:`far`,children:q(`span`,{class:`visually-hidden`,children:`Share`})}),q(zr,{column:`failed`,title:`Failed`,sort:a,onSort:o}),q(zr,{column:`pending`,title:`Pending`,sort:a,onSort:o}),q(zr,{column:`synced`,title:`Synced`,sort:a,onSort:o}),q(zr,{column:`behind`,title:`Behind for`,sort:a,onSort:o,far:!0}),q(zr,{column:`pushed`,title:`Last push`,sort:a,onSort:o,far:!0})]})}),q(`tbody`,{children:u})]}),l]})}let Rr={column:`worst`,down:!0};function zr({column:e,title:t,sort:n,onSort:r,far:i=!1}){let a=n.column===e,o=a?n.down?`descending`:`ascending`:`none`,s=e!==`name`,c=a?n.down===s?{column:e,down:!s}:Rr:{column:e,down:s};return q(`th`,{scope:`col`,\"aria-sort\":o,class:`${e===`name`?``:`figure-cell`} ${i?`far`:``}`,children:q(`button`,{type:`button`,class:`plain`,onClick:()=>r(c),children:[t,` `,q(`span`,{\"aria-hidden\":`true`,children:a?n.down?`↓`:`↑`:``})]})})}function Br(e,{column:t,down:n},r){if(t===`worst`)return e;let i=n?-1:1,a=e=>t===`pushed`?e.synced:t===`behind`?e.oldestLag===null?-1/0:-Date.parse(e.oldestLag):t===`name`?0:e.tally[t];return e.toSorted((e,n)=>{if(t===`name`)return i*tn(r(e),r(n));let[o,s]=[a(e),a(n)];return o===s?0:i*(o<s?-1:1)})}function Vr(e,t,{of:n}){return t===`ring`?e.rings[n]??``:t===`story`?e.stories[n]?.key??``:e.destinations[n]?.name??``}function Hr({group:e}){let{fleet:t,place:n}=G(),[r,i]=F(!1),{of:a,tally:o,pairs:s,oldestLag:c,synced:l}=e,{fold:u}=n,d=Vr(t,u,e),f=t.destinations[a]?.ring??``,p=u===`destination`&&t.rings.length>0;return q(x,{children:[q(`tr`,{children:[q(`th`,{scope:`row`,children:[q(`button`,{type:`button`,class:`fold`,\"aria-expanded\":r,\"aria-label\":`${r?`Fold`:`Unfold`} ${d||`no ring`}`,onClick:()=>i(!r),children:r?`−`:`+`}),q(Xn,{mark:an(o)}),` `,u===`destination`?q(tr,{index:a}):null,u===`story`?q(nr,{index:a}):null,u===`ring`?q(`span`,{class:`name`,children:d||`in no ring`}):null]}),p?q(`td`,{class:`far`,children:f}):null,q(`td`,{class:`far share-cell`,children:q(ir,{tally:o})}),q(`td`,{class:o.failed>0?`figure-cell failed`:`figure-cell none`,children:o.failed}),q(`td`,{class:o.pending>0?`figure-cell pending`:`figure-cell none`,children:o.pending}),q(`td`,{class:o.synced>0?`figure-cell`:`figure-cell none`,children:o.synced}),q(`td`,{class:`figure-cell far`,children:c===null?``:W(c,t.at)}),q(`td`,{class:`figure-cell far`,children:q(er,{seconds:l})})]}),r?q(`tr`,{class:`unfolded`,children:q(`td`,{colSpan:p?8:7,children:s.length===0?`Subscribed to nothing.`:q(lr,{pairs:ln(t,s),show:u===`destination`?[`story`]:u===`story`?[`destination`]:[`destination`,`story`],label:`Pairs of ${d}`})})}):null]})}let Ur=[`behind`,`drift`,`detached`,`held`,`pinned`];function Wr(e,t,n){let r=t.filter(kt(e,n));return[...Map.groupBy(r,t=>e.pairs.destination[t]??-1)].flatMap(([t,r])=>Gr(e,t,r,n)).toSorted((e,t)=>Number(t.expired)-Number(e.expired)||Jr(e.note?.until,t.note?.until)||Jr(e.since,t.since)||e.destination-t.destination)}function Gr(e,t,n,r){let{hold:i=null,pin:a=null}=e.destinations[t]??{};if(r===`held`||r===`pinned`){let o=r===`held`?i:a;return[{destination:t,pairs:n,note:o,expired:Nt(o,e.at),since:null,commits:null}]}if(r===`behind`){let[r,i]=[null,0];for(let t of n){let n=e.lags[e.pairs.lag[t]??-1];n!==void 0&&((r===null||n.since<r)&&(r=n.since),i=Math.max(i,n.commits))}return[{destination:t,pairs:n,note:null,expired:!1,since:r,commits:i}]}return[...Map.groupBy(n,t=>JSON.stringify(Kr(e,t))).values()].map(n=>{let r=Kr(e,n[0]??-1);return{destination:t,pairs:n,note:r,expired:Nt(r,e.at),since:qr(e,n),commits:null}})}function Kr({standings:e,pairs:t},n){return e[t.standing[n]??-1]?.note??null}function qr({pairs:e},t){let n=t.map(t=>{let n=e.since[t]??-1;return n===-1?e.recorded[t]??-1:n}).filter(e=>e!==-1).toSorted((e,t)=>e-t);return n[0]===void 0?null:new Date(n[0]*1e3).toISOString()}function Jr(e,t){return tn(e??`9999`,t??`9999`)}function Yr(e,t,{destination:n,note:r,since:i,commits:a}){let o=i===null?``:` for ${W(i,e.at)}`,{pin:s=null}=e.destinations[n]??{};return t===`behind`?i===null?`behind`:Gn({commits:a??0,since:i},e.at):t===`drift`?`edited at the destination${o}`:t===`pinned`?s===null?`pinned`:qn(s,e.at):Kn(t,r,e.at)}let Xr={behind:`Behind`,drift:`Edited there`,detached:`Detached`,held:`Held`,pinned:`Pinned`};function Zr({kind:e,debts:t}){let{fleet:n,place:r}=G(),i=K();if(t.length===0)return null;let a=t.length<=6?t:t.slice(0,5);return q(`div`,{class:`debts`,children:[q(`h3`,{children:[Xr[e],` `,q(`span`,{class:`number`,children:t.length.toLocaleString(`en`)})]}),q(`ul`,{children:a.map(t=>q(`li`,{children:[q(tr,{index:t.destination}),e===`held`||e===`pinned`?null:q(`span`,{class:`of`,children:[` `,q(rr,{of:t.pairs.map(e=>n.pairs.story[e]??-1),to:nr})]}),q(`span`,{class:t.expired?`what expired`:`what`,children:Yr(n,e,t)})]},`${t.destination} ${t.pairs[0]}`))}),a.length<t.length?q(`p`,{class:`more`,children:q(`a`,{href:i({view:`list`,filter:`${r.filter} is:${e}`.trim()}),children:[t.length-a.length,` more`]})}):null]})}function Qr(e){if(e.size===0)return null;let t=1;for(;t<e.size&&e.timeAt(t-1)-e.timeAt(t)<=600;)t++;let n=[],r=new Map;for(let i=0;i<e.size&&(i<t||r.size>0);i++){let{destination:a,...o}=e.eventAt(i),s=`${a} ${o.story}`,c=r.get(s);if(c!==void 0&&(c.was=o.status),r.delete(s),i>=t)continue;let l={destination:a,event:o,was:null};n.push(l),r.set(s,l)}return{from:e.timeAt(t-1),to:e.timeAt(0),changes:n}}let $r=[`failed`,`recovered`,`pushed`,`equal`,`waits`];function ei({event:e,was:t}){return e.status===`failed`?`failed`:e.status===`requires_sync`?`waits`:t===`failed`?`recovered`:e.what===`push`?`pushed`:`equal`}let ti={failed:`failed`,recovered:`recovered`,pushed:`pushed`,equal:`in sync without a push`,waits:`waits`},ni={failed:`failed`,recovered:`synced`,pushed:`synced`,equal:`synced`,waits:`pending`};function ri(){let{past:e,found:t}=G(),n=I(()=>e&&Qr(e),[e]),r=n?.changes.filter(({destination:e})=>t.destinations.has(e))??[];return q(`section`,{\"aria-labelledby\":`changes`,children:[q(`h2`,{id:`changes`,children:[`What the last run changed`,n?q(`span`,{class:`beside`,children:U(new Date(n.to*1e3).toISOString())}):null]}),e===void 0?q(`p`,{class:`fine`,children:`Unpacking …`}):null,e!==void 0&&r.length===0?q(`p`,{class:`fine`,children:`Nothing is recorded of it.`}):null,$r.map(e=>q(ii,{kind:e,changes:r.filter(t=>ei(t)===e)},e))]})}function ii({kind:e,changes:t}){let n=K();if(t.length===0)return null;let r=[...Map.groupBy(t,({event:e})=>e.story)],i=r.slice(0,5);return q(`div`,{class:`changes`,children:[q(`h3`,{children:[q(Xn,{mark:ni[e]}),` `,ti[e],` `,q(`span`,{class:`number`,children:t.length.toLocaleString(`en`)})]}),q(`ul`,{children:i.map(([e,t])=>q(`li`,{children:[q(`a`,{class:`name`,href:n({view:`story`,of:e}),children:e}),` `,`at `,q(rr,{of:t.map(({destination:e})=>e),to:tr}),q(ai,{changes:t})]},e))}),i.length<r.length?q(`p`,{class:`more`,children:z(r.length-i.length,`more story`,`more stories`)}):null]})}function ai({changes:e}){let t=new Set(e.flatMap(({event:{what:e,reason:t}})=>e===`push`&&t===`new`?[]:t??[]));return t.size===0?null:q(`span`,{class:`what`,children:[...t].map(e=>vt[e]).join(`, `)})}function oi({progress:e,titled:t=!0}){let{fleet:n}=G(),r=K();if(n.rings.length===0)return null;let i=[...Map.groupBy(e,({story:e})=>e)];return q(`section`,{\"aria-labelledby\":`rings`,children:[q(`h2`,{id:`rings`,children:`Rings`}),e.length===0?q(`p`,{class:`fine`,children:`Nothing moves: every ring has what git asks for.`}):null,i.map(([e,n])=>q(`div`,{class:`rings`,children:[t?q(`h3`,{children:q(`a`,{class:`name`,href:r({view:`story`,of:e}),children:e})}):null,q(`ol`,{children:n.map(e=>q(si,{ring:e},e.ring))})]},e))]})}function si({ring:e}){let{fleet:t}=G(),{there:n,total:r,failed:i,state:a,opensAt:o,waitsFor:s}=e,c=r===0?0:n/r*100,l=s===null||a===`passed`||a===`open`?``:_t(zn(s)),u=o===null||a===`passed`?``:`opens ${bn(o,t.at)}`;return q(`li`,{class:`ring ${a}`,children:[q(`span`,{class:`ring-name`,children:e.ring}),` `,q(`span`,{class:`ring-words`,children:[q(`strong`,{children:a}),`, `,n,` of `,r,` there`,i>0?`, ${i} failed`:``,[l,u].filter(e=>e!==``).map(e=>q(`span`,{children:[`; `,e]},e))]}),q(`svg`,{class:`share`,viewBox:`0 0 100 4`,preserveAspectRatio:`none`,\"aria-hidden\":`true`,children:[q(`rect`,{class:`synced`,x:`0`,y:`0`,width:c,height:`4`}),q(`rect`,{class:`failed`,x:c,y:`0`,width:r===0?0:i/r*100,height:`4`})]})]})}function ci(){let{fleet:e,found:t}=G(),n=K(),r=_r(e,t.pairs),i=Ur.map(n=>({kind:n,debts:Wr(e,t.pairs,n)})),a=r.filter(({standing:e})=>e.status===`failed`);return t.pairs.length===0?q(x,{children:[q(`h1`,{children:`The fleet`}),q(cr,{})]}):q(x,{children:[q(`h1`,{children:`The fleet`}),q(li,{}),wn(e)?q(`p`,{class:`fine`,children:`Nothing is recorded yet, so nobody knows what the destinations have. The first sync records it; \"storysync status --live --format html\" asks the tenants.`}):null,q(`div`,{class:`columns`,children:[q(`div`,{children:[q(`section`,{\"aria-labelledby\":`failed`,children:[q(`h2`,{id:`failed`,children:`Who failed, and why`}),a.length===0?q(`p`,{class:`fine`,children:`Nothing failed.`}):null,q(`ul`,{class:`findings`,children:a.slice(0,5).map(e=>q(Cr,{finding:e},e.pairs[0]))}),r.length>Math.min(5,a.length)?q(`p`,{class:`more`,children:q(`a`,{href:n({view:`findings`}),children:r.length===1?`What waits`:`All ${z(r.length,`finding`)}, with what waits`})}):null]}),q(ri,{})]}),q(`div`,{children:[q(oi,{progress:e.progress}),q(`section`,{\"aria-labelledby\":`debts`,children:[q(`h2`,{id:`debts`,children:`Oldest debts`}),i.map(e=>q(Zr,{kind:e.kind,debts:e.debts},e.kind)),i.every(e=>e.debts.length===0)?q(`p`,{class:`fine`,children:wn(e)?`Nobody is detached, held or pinned; who is behind or edited is not recorded yet.`:`Nobody is behind, edited, detached, held or pinned.`}):null]})]})]})]})}function li(){let{fleet:e,found:t,place:n}=G(),r=K(),i=rn(e,t.pairs),a=e=>r({view:`list`,filter:`${n.filter} ${e}`.trim()});return q(`section`,{\"aria-label\":`Totals`,class:`totals`,children:[q(`ul`,{class:`figures`,children:V.map(e=>q(`li`,{children:q(`a`,{href:a(`status:${e}`),children:[q(Xn,{mark:e}),` `,q(`span`,{class:`figure`,children:i[e].toLocaleString(`en`)}),` `,q(`span`,{class:`word`,children:e})]})},e))}),q(ir,{tally:i}),q(`ul`,{class:`chips`,\"aria-label\":`Narrow down`,children:Ot(e,t.pairs).map(({quality:e,count:t})=>q(`li`,{children:q(`a`,{href:a(`is:${e}`),children:[e,` `,q(`span`,{class:`number`,children:t.toLocaleString(`en`)})]})},e))})]})}let ui=4e3;function di(e,t={}){let{whole:n=!1,moved:r=!1,small:i=40,most:a=1500,notes:o=!0}=t,{nodes:s,links:c}=e,l=s.filter(({kind:e})=>e!==`note`).length,u=fi(e,r),d=!n&&l>i&&u.size>0?pi(e,u):new Set(s.keys()),f=o?d:new Set([...d].filter(e=>s[e]?.kind!==`note`));if(f.size===s.length&&s.length<=a&&c.length<=ui)return e;let p=[...f].sort((e,t)=>mi(s[e],u.has(e))-mi(s[t],u.has(t))||e-t);return hi(e,new Set(p.slice(0,a)))}function fi({nodes:e,links:t},n){let r=new Set;for(let[t,{mark:i,from:a}]of e.entries())(i!==`unchanged`||n&&a!==null)&&r.add(t);for(let{source:e,receiver:n,mark:i}of t)i!==`unchanged`&&(r.add(e),r.add(n));return r}function pi({links:e},t){let n=new Set(t);for(let{source:r,receiver:i}of e)t.has(r)&&n.add(i),t.has(i)&&n.add(r);return n}function mi(e,t){return e===void 0?4:e.mark===`unchanged`?t?2:3:+(e.kind===`note`)}function hi(e,t){let n=new Map([...t].sort((e,t)=>e-t).map((e,t)=>[e,t])),r=e.links.flatMap(e=>{let[t,r]=[n.get(e.source),n.get(e.receiver)];return t===void 0||r===void 0?[]:[{...e,source:t,receiver:r}]}),i=r.length>ui?r.toSorted((e,t)=>gi(e)-gi(t)).slice(0,ui):r,a=e.nodes.filter((e,t)=>e.kind!==`note`&&!n.has(t)).length;return{...e,nodes:e.nodes.filter((e,t)=>n.has(t)),links:i,leftOut:e.leftOut+a}}function gi({mark:e}){return+(e===`unchanged`)}function Y(e,t,n=[]){return{tag:e,attributes:t,children:n}}function X(e,t,n){return{tag:e,attributes:t,text:n}}var _i=class{#e=new Map;#t=new Map;isFree(e,t=10){for(let n of yi(e,t))for(let r of this.#e.get(n)??[])if(vi(r,e,t))return!1;return!0}take(e){for(let t of yi(e,0)){let n=this.#e.get(t);n===void 0?this.#e.set(t,[e]):n.push(e)}return e}nearest(e){if(this.isFree(e))return e;let[t,n]=[(e.width+10)/2,(e.height+10)/2],r=[Math.round(e.x/t),Math.round(e.y/n),e.width,e.height].join(` `);for(let i=this.#t.get(r)??1;;i++)for(let[a,o]of bi(i)){let s={...e,x:e.x+a*t,y:e.y+o*n};if(this.isFree(s))return this.#t.set(r,i),s}}};function vi(e,t,n){return e.x<t.x+t.width+n&&t.x<e.x+e.width+n&&e.y<t.y+t.height+n&&t.y<e.y+e.height+n}function*yi({x:e,y:t,width:n,height:r},i){let[a,o]=[Math.floor((e-i)/160),Math.floor((e+n+i)/160)],[s,c]=[Math.floor((t-i)/160),Math.floor((t+r+i)/160)];for(let e=s;e<=c;e++)for(let t=a;t<=o;t++)yield`${t} ${e}`}function*bi(e){for(let t=0;t<=e;t++){let n=t===0?[0]:[t,-t];for(let t of n)yield[e,t];for(let t of n)yield[-e,t];for(let t of n)yield[t,e];for(let t of n)yield[t,-e]}}let xi=new Intl.Segmenter(`en`,{granularity:`grapheme`});function Z(e){return lt(e.replaceAll(/\\s+/g,` `).trim())}function Si(e){return e.split(/\\r\\n|[\\n\\r]/).map(e=>lt(e.replaceAll(`	`,`  `)))}function Ci(e,t){let n=0;for(let t of e)n+=wi(t);return n*t}function wi(e){return e>=`ᄀ`?1.05:/[ijl.,:;'|!()[\\]{}\\u0060 ]/.test(e)?.34:/[ftr\\-\"/\\\\*]/.test(e)?.42:/[mwMW@%&]/.test(e)?.95:e<=``?/[A-Z_#~+=<>]/.test(e)?.72:.59:.75}function Ti(e,t,n,r){let i=e.length<=600,a=[],o=i?e:e.slice(0,600);for(;o!==``&&a.length<r;){let e=Oi(o,t,n);if(e===o.length)return a.push(i?o:Di(o,t,n)),a;if(a.length===r-1)a.push(Di(o,t,n));else{let t=ki(o,e);a.push(o.slice(0,t).trimEnd()),o=o.slice(t).trimStart()}}return a}function Ei(e,t,n){return e.length<=200&&Ci(e,n)<=t?e:Di(e.slice(0,200),t,n)}function Di(e,t,n){let r=Oi(e,t-Ci(`…`,n),n);return`${e.slice(0,r).trimEnd()}…`}function Oi(e,t,n){let r=0,i=0;for(let{segment:a}of xi.segment(e)){if(r+=Ci(a.slice(0,8),n),r>t&&i>0)break;i+=a.length}return i}function ki(e,t){if(e[t]===` `)return t;let n=e.slice(0,t),r=n.lastIndexOf(` `)+1;if(r>t/3)return r;let i=Math.max(...[`_`,`-`,`/`,`.`,`,`].map(e=>n.lastIndexOf(e)+1));return i>t/3?i:Math.max(t,1)}function Ai(e,t){let n=new Map,r,i=0;for(let a of e.toSorted((e,t)=>e-t))r!==void 0&&(i+=Math.min(a-r,t)),n.set(a,i),r=a;return n}let ji=1.06,Mi={x:240,y:120};function Ni({nodes:e,leftOut:t},n=!1){let r=e.flatMap(({at:e,from:t})=>n&&t!==null?[e,t]:[e]),i=Ai(r.map(({x:e})=>e),t>0?Mi.x:330),a=Ai(r.map(({y:e})=>e),t>0?Mi.y:255),o=e=>({x:Math.round((i.get(e.x)??0)*ji),y:Math.round((a.get(e.y)??0)*1.45)}),s=new _i,c=[],l=[Fi,Ii,Pi];for(let t of l)for(let[r,i]of e.entries()){if(!t(i))continue;let{box:e,lines:a}=(i.kind===`note`?Ri:Li)(i,o(i.at),s),l=n&&i.from!==null?o(i.from):null;c[r]={node:i,box:e,lines:a,from:l===null?null:{x:l.x+e.width/2,y:l.y+e.height/2}}}return c}function Pi({kind:e}){return e===`note`}function Fi({kind:e,mark:t}){return e!==`note`&&t!==`removed`}function Ii({kind:e,mark:t}){return e!==`note`&&t===`removed`}function Li(e,{x:t,y:n},r){let i=r.nearest({x:t,y:n,width:176,height:70});return{box:r.take(i),lines:[]}}function Ri(e,{x:t,y:n},r){let i=Math.max(110,Math.min(Math.round((e.width??240)*ji),420)),a=[i,(i+110)/2,110].map(e=>Math.round(e)).find(e=>r.isFree({x:t,y:n,width:e,height:33}))??110,{x:o,y:s}=r.nearest({x:t,y:n,width:a,height:33}),c=zi(e,a,40),l=e=>e*15+18,u=Math.max(1,c.length);for(;u>1&&!r.isFree({x:o,y:s,width:a,height:l(u)});)--u;return{box:r.take({x:o,y:s,width:a,height:l(u)}),lines:u===c.length?c:zi(e,a,u)}}function zi({name:e},t,n){let r=t-18,i=Si(e).map(e=>e.replace(/^\\s*#+\\s+/,``).replaceAll(`**`,``).trimEnd()),a=[],o=i.filter((e,t)=>e!==``||(i[t-1]??``)!==``);for(;o.at(-1)===``;)o.pop();for(let[e,t]of o.entries()){let i=n-a.length;if(i===0)break;a.push(...t===``?[``]:Ti(t,r,11,i)),a.length===n&&e<o.length-1&&(a[n-1]=Bi(a[n-1]??``))}return a}function Bi(e){return e.endsWith(`…`)?e:`${e}…`}let Vi={paper:[`#ffffff`,`#0d1117`],box:[`#ffffff`,`#161b22`],ink:[`#1f2328`,`#e6edf3`],muted:[`#59636e`,`#9198a1`],line:[`#c8d0d8`,`#3d444d`],wire:[`#8c959f`,`#656c76`],note:[`#f6f8fa`,`#1c2128`],sign:[`#ffffff`,`#0d1117`],added:[`#1a7f37`,`#3fb950`],\"added-box\":[`#e6f9ea`,`#12261e`],removed:[`#c93036`,`#ff7b72`],\"removed-box\":[`#fff1f0`,`#2a171b`],changed:[`#8a5a00`,`#e3b341`],\"changed-box\":[`#fff6dc`,`#2b2312`],rewired:[`#7a3fd0`,`#bc8cff`],\"rewired-box\":[`#f7f0ff`,`#211a33`],moved:[`#0969da`,`#58a6ff`],\"moved-box\":[`#eaf5ff`,`#131f33`]},Hi=Object.keys(Vi);[`.sp{${Ui(0)}}`,`@media (prefers-color-scheme:dark){.sp{${Ui(1)}}}`,...Hi.map(e=>`.sp .sp-f-${e}{fill:var(--sp-${e})}.sp .sp-s-${e}{stroke:var(--sp-${e})}`)].join(`\n`);function Ui(e){return Hi.map(t=>`--sp-${t}:${Vi[t][e]}`).join(`;`)}function Q({fill:e,stroke:t}){return{class:[...e?[`sp-f-${e}`]:[],...t?[`sp-s-${t}`]:[]].join(` `),fill:e?Vi[e][0]:`none`,...t?{stroke:Vi[t][0]}:{}}}function Wi({mark:e,from:t},n){return n&&e===`unchanged`&&t!==null?`moved`:e}let Gi=[`added`,`removed`,`changed`,`rewired`,`moved`],Ki={added:`M-4.5 0H4.5M0 -4.5V4.5`,removed:`M-4.5 0H4.5`,changed:`M-5 1.4Q-2.4 -3 0 0T5 -1.4`,rewired:`M-4.5 -2.2H4M1.8 -4.4L4 -2.2L1.8 0M4.5 2.2H-4M-1.8 0L-4 2.2L-1.8 4.4`,moved:`M-4.5 0H4M1 -3L4 0L1 3`};function qi(e){return e===`unchanged`?`line`:e}function Ji(e,t,n,r=9){let i=r/9;return Y(`g`,{transform:`translate(${t} ${n})${i===1?``:` scale(${i.toFixed(2)})`}`},[Y(`circle`,{r:9,...Q({fill:qi(e),stroke:`paper`}),\"stroke-width\":1.5}),Y(`path`,{d:Ki[e],...Q({stroke:`sign`}),\"stroke-width\":2,\"stroke-linecap\":`round`})])}function Yi(e){return Math.round(e*10)/10}function Xi({kind:e,name:t,type:n,disabled:r,places:i,tools:a},o){return e===`note`?`note${o===`unchanged`?``:` (${o})`}\\n${Si(t).join(`\n`)}`:[Z(t)||`(no name)`,`${Z(n)}${r?`, disabled`:``}${o===`unchanged`?``:`: ${o}`}`,...i.length===0?[]:[`changed: ${i.map(Z).join(`, `)}`],...a.length===0?[]:[`tools: ${a.map(Z).join(`, `)}`]].join(`\n`)}function Zi({nodes:e},{source:t,receiver:n,secondary:r,mark:i}){let a=t=>Z(e[t]?.name??``);return`${a(t)} → ${a(n)}${r?` (no match)`:``}: ${i===`unchanged`?`connected`:i}`}function Qi({name:e,counts:t},n){return`Story ${Z(e)}: ${$i(t,n)}`}function $i(e,t){let n=Gi.filter(n=>e[n]>0&&(n!==`moved`||t)),r=e.unchanged===0?[]:[`${e.unchanged} unchanged`];return[...n.map(t=>`${e[t]} ${t}`),...r].join(`, `)||`no actions`}function ea(e){let t=e.nodes.filter(({mark:e})=>e!==`unchanged`),n=e.links.filter(({mark:e})=>e!==`unchanged`),r=[...t.map(e=>Xi(e,e.mark).replaceAll(`\n`,`, `)),...n.map(t=>Zi(e,t))];return r.length<=60?r.join(`\n`):[...r.slice(0,60),`and ${r.length-60} more`].join(`\n`)}function ta(e,t){let n=(e,t)=>{let n=[`added`,`removed`,`changed`].flatMap(e=>{let n=t.filter(t=>t===e).length;return n===0?[]:[`${n} ${e}`]});return n.length===0?[]:[`${e}: ${n.join(`, `)}.`]},r=t.nodes.filter(({kind:e})=>e===`note`),i=t.nodes.length-r.length+t.leftOut,a=e.leftOut===0?[]:[`Drawn: ${i-e.leftOut} of ${i} actions (what changed, with its neighbours).`],{length:o}=e.links;return[...n(`Connections`,t.links.map(({mark:e})=>e)),...n(`Notes`,r.map(({mark:e})=>e)),...a,...o<t.links.length&&a.length===0?[`Drawn: ${o} of ${t.links.length} connections.`]:[]]}function na(e,t,{path:n,tip:r,start:i,middle:a}){let{mark:o,secondary:s}=t,c=o===`unchanged`,l=c?`wire`:o,u=o===`removed`?`6 4`:s?`2 3`:void 0,d={d:n,...Q({stroke:l}),\"stroke-width\":c?1.2:2.2,...u===void 0?{}:{\"stroke-dasharray\":u}},[f,p]=[Yi(r.x),Yi(r.y)],m=c?3.5:4.5,h={d:`M${f-m} ${p-7.5}L${f} ${p-.5}L${f+m} ${p-7.5}Z`,...Q({fill:l})},g=[e.nodes[t.source],e.nodes[t.receiver]],_=!c&&!g.some(e=>e?.mark===o);return Y(`g`,{class:`sp-link sp-${o}`},[...c?[]:[X(`title`,{},Zi(e,t))],Y(`path`,d),Y(`path`,h),...s?[X(`text`,{x:Yi(i.x)+4,y:Yi(i.y)+9,\"font-size\":9,...Q({fill:c?`muted`:o})},`no match`)]:[],..._?[Ji(o,Yi(a.x),Yi(a.y),7)]:[]])}let ra=12.5,ia=10.5;function aa(e,t){let{node:n,box:r}=e,i={class:`sp-node sp-${t}`,transform:`translate(${r.x} ${r.y})`},a=X(`title`,{},Xi(n,t)),o=n.kind===`note`?sa(e,t):oa(n,t),s=t===`unchanged`?[]:[Ji(t,r.width-3,3)];return Y(`g`,i,[a,...o,...s])}function oa(e,t){let{name:n,kind:r,disabled:i,places:a}=e,o=t===`unchanged`,s={...Q({fill:ca(t),stroke:qi(t)}),\"stroke-width\":o?1:2,...la(t)},c={x:0,y:0,width:176,height:70,rx:8},l=Z(n),u=t===`changed`?ua(a,154):void 0,d=l===``?[`(no name)`]:Ti(l,154/1.12,ra,u===void 0?3:2),f=d.length*14+(u===void 0?0:14),p=22+Math.max(0,(45-f)/2)+11,m=t===`removed`?{\"text-decoration\":`line-through`}:{};return[...r===`group`?[Y(`rect`,{...c,...s,x:4,y:-4})]:[],Y(`rect`,{...c,...s}),...r===`page`?[Y(`path`,{d:`M1 8Q1 1 8 1H168Q175 1 175 8Z`,...Q({fill:o?`wire`:qi(t)})})]:[],fa(e.type,o?`wire`:qi(t)),X(`text`,{x:24,y:18,\"font-size\":10,...Q({fill:`muted`})},Ei(`${Z(e.type)}${i?`, disabled`:``}`,130,10)),...d.map((e,n)=>X(`text`,{x:11,y:p+n*14,\"font-size\":ra,\"font-weight\":600,...Q({fill:t===`removed`||i?`muted`:`ink`}),...m},e)),...u===void 0?[]:[X(`text`,{x:11,y:p+d.length*14,\"font-size\":ia,...Q({fill:`changed`})},u)]]}function sa({box:e,lines:t},n){let{width:r,height:i}=e;return[Y(`rect`,{x:0,y:0,width:r,height:i,rx:2,...Q({fill:n===`unchanged`?`note`:ca(n),stroke:qi(n)}),...la(n),\"stroke-width\":n===`unchanged`?.75:1.5}),Y(`rect`,{x:0,y:0,width:3,height:i,...Q({fill:n===`unchanged`?`wire`:qi(n)})}),...t.flatMap((e,t)=>e===``?[]:[X(`text`,{x:10,y:20+t*15,\"font-size\":11,...Q({fill:`muted`}),...n===`removed`?{\"text-decoration\":`line-through`}:{}},e)])]}function ca(e){return e===`unchanged`?`box`:`${e}-box`}function la(e){return e===`removed`?{\"stroke-dasharray\":`6 4`}:e===`rewired`?{\"stroke-dasharray\":`2 3`}:{}}function ua(e,t){let[n,...r]=e.map(Z);if(n===void 0)return;let i=n;for(let[e,n]of r.entries()){let a=r.length-e-1,o=`${i}, ${n}`;if(Ci(`${o}${a>0?` +${a}`:``}`,ia)>t)return Ei(i,t-Ci(` +${a+1}`,ia),ia).concat(` +${a+1}`);i=o}return Ei(i,t,ia)}let da=new Map([[`webhook`,`M0 1H5V-2L9 2.5L5 7V4H0Z`],[`condition`,`M4.5 -2L9 2.5L4.5 7L0 2.5Z`],[`HTTP request`,`M0 2.5A4.5 4.5 0 1 1 9 2.5A4.5 4.5 0 1 1 0 2.5ZM2 2.5H7`],[`event transform`,`M0 -1H9V1H0ZM0 2H6V4H0ZM0 5H8V7H0Z`],[`send email`,`M0 -1H9V6H0ZM0 -1L4.5 3L9 -1`],[`receive email`,`M0 -1H9V6H0ZM0 6L4.5 2L9 6`],[`send to story`,`M0 -1H6V1.5H9L6 7V4H0Z`],[`page`,`M1 -2H8V7H1Z`],[`group`,`M0 -2H6V4H0ZM3 1H9V7H3Z`],[`AI agent`,`M4.5 -3L6 1L10 2.5L6 4L4.5 8L3 4L-1 2.5L3 1Z`]]);function fa(e,t){return Y(`path`,{d:da.get(e)??`M1 2.5A3.5 3.5 0 1 1 8 2.5A3.5 3.5 0 1 1 1 2.5Z`,transform:`translate(11 12)`,...Q({stroke:t}),\"stroke-width\":1.3,\"stroke-linejoin\":`round`})}function pa(e,t,n,r){let i=Z(e.name)||`(no name)`,a=[Y(`g`,{},[X(`title`,{},i),X(`text`,{x:0,y:16,\"font-size\":16,\"font-weight\":700,...Q({fill:`ink`})},Ei(i,r,16))])],[o,s]=[0,42],c=(e,t)=>{let n=Ci(e,12)+(t===void 0?0:22)+16;o>0&&o+n>r&&([o,s]=[0,s+24]),t!==void 0&&a.push(Ji(t,o+9,s-4));let i=o+(t===void 0?0:23);a.push(X(`text`,{x:Math.round(i),y:s,\"font-size\":12,...Q({fill:`ink`})},e)),o=Math.round(o+n)},{counts:l}=t;for(let e of Gi)l[e]>0&&(e!==`moved`||n)&&c(`${l[e]} ${e}`,e);let u=Gi.some(e=>e!==`moved`&&l[e]>0);l.unchanged>0&&c(`${l.unchanged} ${u?`unchanged`:ma(l.unchanged)}`,void 0),l.unchanged===0&&!u&&c(`no actions`,void 0);let d=ta(e,t).join(` `);for(let e of d===``?[]:Ti(d,r,11,4))s+=a.length>1?20:0,a.push(X(`text`,{x:0,y:s,\"font-size\":11,...Q({fill:`muted`})},e));return{parts:a,height:s+14}}function ma(e){return e===1?`action`:`actions`}var ha=class{#e;#t=1e6;#n=new Map;constructor(e){this.#e=e}isClear(e,t){return ya(e,t,this.#e)}find(e,t,n,r,i){for(let a=0;a<n;a++){let n=e+t*a*ga;if(this.#t-=1+(i-r)/160,this.#t<0||!this.#e.isFree({x:n,y:r,width:1,height:Math.max(1,i-r)},2))return;let o=this.#n.get(n)??[];if(!o.some(([e,t])=>e<i+4&&r<t+4))return this.#n.set(n,[...o,[r,i]]),n}}};let ga=6;function _a(e,t,n,r){let i={x:e.x+e.width*(n?.78:.5),y:e.y+e.height},a={x:t.x+t.width/2,y:t.y},o=a.y-i.y>=10;if(o&&r.isClear(i,a))return va(i,a);let s=ba(e,t,i,a,r);return s===void 0&&o?va(i,a):xa(i,a,s??Math.max(e.x+e.width,t.x+t.width)+9)}function va(e,t){let n={x:t.x,y:t.y-6},r=Math.max(8,(n.y-e.y)/2);return{path:`M${$(e)}C${$({x:e.x,y:e.y+r})} ${$({x:n.x,y:n.y-r})} ${$(n)}`,tip:t,start:e,middle:{x:(e.x+n.x)/2,y:(e.y+n.y)/2},left:Math.min(e.x,t.x),right:Math.max(e.x,t.x)}}function ya(e,t,n){for(let r=1;r<12;r++){let i=r/12,a=i*i*(3-2*i),o={x:e.x+(t.x-e.x)*a,y:e.y+(t.y-e.y)*i};if(!(o.y-e.y<4||t.y-o.y<4)&&!n.isFree({...o,width:1,height:1},0))return!1}return!0}function ba(e,t,n,r,i){let[a,o]=[Math.min(n.y,r.y),Math.max(n.y,r.y)],[s,c]=[Math.min(e.x,t.x),Math.max(e.x+e.width,t.x+t.width)],l=e.x+e.width<t.x?t.x:t.x+t.width<e.x?e.x:void 0;return(l===void 0?void 0:i.find(l-9,-1,4,a,o))??i.find(c+9,1,30,a,o)??i.find(s-9,-1,30,a,o)??i.find(c+9+200,1,30,a,o)??i.find(s-9-200,-1,30,a,o)}function xa(e,t,n){let[r,i]=[e.y+10,t.y-10-2],a=[e,{x:e.x,y:r},{x:n,y:r},{x:n,y:i},{x:t.x,y:i}];return{path:`${a.slice(1).reduce((e,n,r)=>{let[i,o]=[a[r]??n,a[r+2]??{x:t.x,y:t.y-6}];return`${e}L${$(Sa(n,i))}Q${$(n)} ${$(Sa(n,o))}`},`M${$(e)}`)}L${$({x:t.x,y:t.y-6})}`,tip:t,start:e,middle:{x:n,y:(r+i)/2},left:Math.min(e.x,t.x,n),right:Math.max(e.x,t.x,n)}}function Sa(e,t){let n=Math.hypot(t.x-e.x,t.y-e.y),r=n===0?0:Math.min(7,n/2)/n;return{x:e.x+(t.x-e.x)*r,y:e.y+(t.y-e.y)*r}}function $({x:e,y:t}){return`${Yi(e)} ${Yi(t)}`}function Ca(e,{moved:t=!1,whole:n=!1}={}){let r=di(e,{whole:n,moved:t}),i=Ni(r,t),a=new _i;for(let{box:e}of i)a.take(e);let o=new ha(a),s=r.links.flatMap(e=>{let[t,n]=[i[e.source],i[e.receiver]];return t&&n?[{link:e,route:_a(t.box,n.box,e.secondary,o)}]:[]}),{left:c,right:l,top:u,bottom:d}=wa(i,s),f=Math.max(360,l-c+40),p=pa(r,e,t,f-40),m=20+p.height,h=m+(i.length===0?0:d-u+20),g=[...s].sort((e,t)=>Number(e.link.mark!==`unchanged`)-Number(t.link.mark!==`unchanged`)),_=`translate(${20-c} ${m-u})`,v=ea(e);return Y(`svg`,{xmlns:`http://www.w3.org/2000/svg`,class:`sp`,viewBox:`0 0 ${f} ${h}`,width:f,height:h,role:`img`,\"aria-label\":Qi(e,t),\"font-family\":`system-ui, -apple-system, \"Segoe UI\", Roboto, \"Helvetica Neue\", \"DejaVu Sans\", sans-serif`},[X(`title`,{},Qi(e,t)),...v===``?[]:[X(`desc`,{},v)],Y(`g`,{transform:`translate(20 20)`},p.parts),Y(`g`,{transform:_},[...t?i.flatMap(Ta):[],...g.map(({link:e,route:t})=>na(r,e,t)),...i.map(e=>aa(e,Wi(e.node,t)))])])}function wa(e,t){let[n,r,i,a]=[0,0,0,0],o=!0,s=(e,t)=>{[n,r]=o?[e,e]:[Math.min(n,e),Math.max(r,e)],[i,a]=o?[t,t]:[Math.min(i,t),Math.max(a,t)],o=!1};for(let{box:t,from:n}of e)s(t.x,t.y-8),s(t.x+t.width+8,t.y+t.height),n!==null&&s(n.x,n.y);for(let{route:e}of t)s(Math.floor(e.left)-4,Math.min(e.start.y,e.tip.y-14)),s(Math.ceil(e.right)+(e.start.x>e.tip.x?44:4),e.start.y+12);return{left:Math.floor(n),right:Math.ceil(r),top:Math.floor(i),bottom:Math.ceil(a)}}function Ta({box:e,from:t}){return t===null?[]:[Y(`path`,{d:`M${t.x} ${t.y}L${e.x+e.width/2} ${e.y+e.height/2}`,\"stroke-dasharray\":`3 4`,...Q({stroke:`moved`}),\"stroke-width\":1.2}),Y(`circle`,{cx:t.x,cy:t.y,r:3.5,...Q({fill:`paper`,stroke:`moved`})})]}function Ea(e,t){let{tag:n,attributes:r}=t;return`text`in t?e(n,r,t.text):e(n,r,...t.children.map(t=>Ea(e,t)))}function Da({before:e}){if(e===null)return`As it stands in git.`;let t=z(e.destinations,`destination that is`,`destinations that are`);return`As it stands in git, compared with commit ${In(e.commit)}, which ${t} behind ${e.destinations===1?`has`:`have`}.`}function Oa(e){return ea(e).split(`\n`).filter(e=>e!==``)}function ka(e){return{rest:di(e).leftOut-di(e,{whole:!0}).leftOut,moved:e.counts.moved}}var Aa=class{leftOut;#e=new Map;#t;#n;constructor(e){let{leftOut:t,frames:n,nodes:r,links:i}=JSON.parse(e);this.leftOut=new Set(t),this.#t=ja(r),this.#n=ja(i);let[a,o]=[0,0];for(let e of n)this.#e.set(e.story,{frame:e,node:a,link:o}),a+=e.nodes,o+=e.links}of(e){let t=this.#e.get(e);if(t===void 0)return;let{frame:n,node:r,link:i}=t,{before:a,name:o,counts:s,leftOut:c}=n;return{story:e,before:a,picture:{name:o,nodes:Ma(this.#t,r,n.nodes).map(({x:e,y:t,...n})=>({...n,at:{x:e,y:t}})),links:Ma(this.#n,i,n.links),counts:s,leftOut:c}}}};function ja({columns:e}){return Object.entries(e).map(([e,t])=>[e,me(t)])}function Ma(e,t,n){return Array.from({length:n},(n,r)=>Object.fromEntries(e.map(([e,n])=>[e,n[t+r]])))}async function Na(e){let t=document.getElementById(`data-${e}`)?.textContent??``,n=Uint8Array.from(atob(t),e=>e.charCodeAt(0)),r=new Blob([n]).stream().pipeThrough(new DecompressionStream(`deflate`));return new Response(r).text()}let Pa;function Fa(){return Pa??=(async()=>document.getElementById(`data-pictures`)===null?null:new Aa(await Na(`pictures`)))(),Pa}function Ia({story:e}){let{fleet:t}=G(),n=La(),r=I(()=>typeof n==`object`?n?.of(e):void 0,[n,e]);if(r!==void 0)return q(Ba,{of:r});let i=t.naming===`names`?Ra(n,e):`Pictures of stories are left out: names, notes and addresses in a story are its author’s words, and may tell who it is for.`;return i===void 0?null:q(za,{children:q(`p`,{class:`fine`,children:i})})}function La(){let[e,t]=F(`coming`);return Fe(()=>{Fa().then(t,()=>t(`damaged`))},[]),e}function Ra(e,t){if(e!==null&&e!==`coming`)return e===`damaged`?`The pictures of this page cannot be read; make the page again.`:e.leftOut.has(t)?`To keep this file small it does not have this picture. storysync diff ${t} --format svg draws it.`:`There is no picture of this story: its file in git cannot be used.`}function za({children:e}){return q(`section`,{\"aria-labelledby\":`picture`,children:[q(`h2`,{id:`picture`,children:`Picture`}),e]})}function Ba({of:e}){let{picture:t}=e,[n,r]=F(!1),[i,a]=F(!1),o=I(()=>Ea(Va,Ca(t,{whole:n,moved:i})),[t,n,i]),s=I(()=>ka(t),[t]),c=I(()=>Oa(t),[t]);return q(za,{children:[q(`p`,{class:`fine`,children:Da(e)}),s.rest+s.moved===0?null:q(`p`,{class:`picture-options`,children:[s.rest===0?null:q(`label`,{children:[q(`input`,{type:`checkbox`,checked:n,onChange:()=>r(!n)}),` the whole story (`,z(s.rest,`more action`),`)`]}),s.moved===0?null:q(`label`,{children:[q(`input`,{type:`checkbox`,checked:i,onChange:()=>a(!i)}),` what only moved as well`]})]}),q(`section`,{class:`picture-scroll`,\"aria-label\":`Canvas of the story`,tabIndex:0,children:o}),c.length===0?null:q(`details`,{class:`picture-words`,children:[q(`summary`,{children:`The same in words`}),q(`ul`,{children:c.map((e,t)=>q(`li`,{children:e},t))})]})]})}function Va(e,t,...n){return y(e,t,...n)}function Ha(){let{fleet:e,place:t,found:n}=G(),r=K(),i=e.stories.findIndex(({key:e})=>e===t.of),a=e.stories[i];if(a===void 0)return q(x,{children:[q(`h1`,{children:t.of}),q(J,{children:[`No story of this key is in this page. `,q(`a`,{href:r({view:`list`,fold:`story`}),children:`All of them`})]})]});let o=pr(e,`story`,i),s=new Set(n.pairs),c=t.filter===``?o:o.filter(e=>s.has(e)),l=rn(e,o);return q(x,{children:[q(`h1`,{children:a.name}),q(`div`,{class:`totals`,children:[q(`p`,{class:`tally`,children:[q(`code`,{children:a.key}),` at `,z(o.length,`destination`),`: `,l.failed,` failed, `,l.pending,` `,`pending, `,l.synced,` synced`]}),q(ir,{tally:l})]}),q(oi,{progress:e.progress.filter(e=>e.story===a.key),titled:!1}),q(`section`,{\"aria-labelledby\":`versions`,children:[q(`h2`,{id:`versions`,children:`Versions out there`}),q(`ul`,{class:`versions`,children:gr(e,o).map(([e,t])=>q(`li`,{children:[q(`a`,{href:r({view:`list`,filter:`story:${a.key} commit:${In(e)}`}),children:q(`code`,{children:In(e)})}),` `,`at `,z(t,`destination`)]},e))})]}),q(Ia,{story:a.key},a.key),q(`section`,{\"aria-labelledby\":`places`,children:[q(`h2`,{id:`places`,children:`Where it runs`}),c.length===0?q(J,{children:`The filter lets no destination of it through.`}):q(lr,{pairs:ln(e,c),show:[`destination`],label:`Destinations of ${a.key}`})]})]})}let Ua={overview:ci,list:Lr,grid:Or,findings:Sr,destination:dr,story:Ha},Wa={overview:`Overview`,list:`Pairs`,grid:`Grid`,findings:`Findings`};function Ga({fleet:e,past:t}){let[n,r]=F(()=>hn(location.hash)),i=Ka(t);Fe(()=>{let e=()=>r(hn(location.hash));return addEventListener(`hashchange`,e),()=>removeEventListener(`hashchange`,e)},[]);let a=e=>{let t={...n,...e};history.replaceState(null,``,mn(t)),r(t)},o=I(()=>Ut(e,n.filter),[e,n.filter]),s=qa(n),c=n.view===`destination`||n.view===`story`?n.of:Wa[n.view];Fe(()=>{document.title=`${c}: storysync`},[c]);let l=Ua[n.view];return q(Dn.Provider,{value:{fleet:e,past:i,place:n,found:o,change:a},children:[q(`a`,{class:`skip`,href:`#main`,onClick:e=>Ja(e,s.current),children:`Skip to the content`}),q(jn,{}),q(`main`,{id:`main`,ref:s,tabIndex:-1,children:q(l,{})}),q(Dr,{})]})}function Ka(e){let[t,n]=F();return Fe(()=>{e.then(n,()=>n(new be(`{\"cutShort\":true,\"at\":[],\"events\":{\"rows\":0,\"columns\":{}}}`)))},[e]),t}function qa({view:e,of:t}){let n=Le(null),r=Le(`${e}/${t}`);return Fe(()=>{r.current!==`${e}/${t}`&&(r.current=`${e}/${t}`,n.current?.focus({preventScroll:!0}),scrollTo(0,0))},[e,t]),n}function Ja(e,t){e.preventDefault(),t?.focus(),t?.scrollIntoView()}async function Ya(){let e=document.getElementById(`page`);if(e===null)return;let t=ve(await Na(`fleet`)),n=new Promise(e=>setTimeout(e)).then(async()=>new be(await Na(`past`)));e.replaceChildren(),j(q(Ga,{fleet:t,past:n}),e),performance.mark(`storysync-shown`)}function Xa(e){let t=document.createElement(`p`);t.className=`trouble`,t.setAttribute(`role`,`alert`),t.textContent=`${typeof DecompressionStream>`u`?`This browser is too old to unpack the data of this page; open it with a newer one.`:`The data of this page cannot be read (${e instanceof Error?e.message:`it is damaged`}); make the page again.`} What follows are totals and exceptions.`,document.getElementById(`page`)?.prepend(t)}document.addEventListener(`DOMContentLoaded`,()=>{Ya().catch(Xa)})})();",
	style: ".sp{--sp-paper:#ffffff;--sp-box:#ffffff;--sp-ink:#1f2328;--sp-muted:#59636e;--sp-line:#c8d0d8;--sp-wire:#8c959f;--sp-note:#f6f8fa;--sp-sign:#ffffff;--sp-added:#1a7f37;--sp-added-box:#e6f9ea;--sp-removed:#c93036;--sp-removed-box:#fff1f0;--sp-changed:#8a5a00;--sp-changed-box:#fff6dc;--sp-rewired:#7a3fd0;--sp-rewired-box:#f7f0ff;--sp-moved:#0969da;--sp-moved-box:#eaf5ff}@media (prefers-color-scheme:dark){.sp{--sp-paper:#0d1117;--sp-box:#161b22;--sp-ink:#e6edf3;--sp-muted:#9198a1;--sp-line:#3d444d;--sp-wire:#656c76;--sp-note:#1c2128;--sp-sign:#0d1117;--sp-added:#3fb950;--sp-added-box:#12261e;--sp-removed:#ff7b72;--sp-removed-box:#2a171b;--sp-changed:#e3b341;--sp-changed-box:#2b2312;--sp-rewired:#bc8cff;--sp-rewired-box:#211a33;--sp-moved:#58a6ff;--sp-moved-box:#131f33}}.sp .sp-f-paper{fill:var(--sp-paper)}.sp .sp-s-paper{stroke:var(--sp-paper)}.sp .sp-f-box{fill:var(--sp-box)}.sp .sp-s-box{stroke:var(--sp-box)}.sp .sp-f-ink{fill:var(--sp-ink)}.sp .sp-s-ink{stroke:var(--sp-ink)}.sp .sp-f-muted{fill:var(--sp-muted)}.sp .sp-s-muted{stroke:var(--sp-muted)}.sp .sp-f-line{fill:var(--sp-line)}.sp .sp-s-line{stroke:var(--sp-line)}.sp .sp-f-wire{fill:var(--sp-wire)}.sp .sp-s-wire{stroke:var(--sp-wire)}.sp .sp-f-note{fill:var(--sp-note)}.sp .sp-s-note{stroke:var(--sp-note)}.sp .sp-f-sign{fill:var(--sp-sign)}.sp .sp-s-sign{stroke:var(--sp-sign)}.sp .sp-f-added{fill:var(--sp-added)}.sp .sp-s-added{stroke:var(--sp-added)}.sp .sp-f-added-box{fill:var(--sp-added-box)}.sp .sp-s-added-box{stroke:var(--sp-added-box)}.sp .sp-f-removed{fill:var(--sp-removed)}.sp .sp-s-removed{stroke:var(--sp-removed)}.sp .sp-f-removed-box{fill:var(--sp-removed-box)}.sp .sp-s-removed-box{stroke:var(--sp-removed-box)}.sp .sp-f-changed{fill:var(--sp-changed)}.sp .sp-s-changed{stroke:var(--sp-changed)}.sp .sp-f-changed-box{fill:var(--sp-changed-box)}.sp .sp-s-changed-box{stroke:var(--sp-changed-box)}.sp .sp-f-rewired{fill:var(--sp-rewired)}.sp .sp-s-rewired{stroke:var(--sp-rewired)}.sp .sp-f-rewired-box{fill:var(--sp-rewired-box)}.sp .sp-s-rewired-box{stroke:var(--sp-rewired-box)}.sp .sp-f-moved{fill:var(--sp-moved)}.sp .sp-s-moved{stroke:var(--sp-moved)}.sp .sp-f-moved-box{fill:var(--sp-moved-box)}.sp .sp-s-moved-box{stroke:var(--sp-moved-box)}:root{color-scheme: light dark;--ground: #fbfbfc;--raised: #ffffff;--sunk: #f2f2f5;--line: #e2e2e8;--strong-line: #c9c9d2;--text: #1b1b22;--soft: #5c5c69;--accent: #5a3fc0;--accent-soft: #ece8fa;--failed: #b3261e;--failed-fill: #b3261e;--on-failed: #ffffff;--pending: #7a5200;--pending-soft: #faedcf;--synced: #1c6b3c;--synced-soft: #e3f3e8;--waits: #5c5c69;--mono: ui-monospace,\"SF Mono\",\"Cascadia Mono\",\"DejaVu Sans Mono\",Menlo,Consolas,monospace;}@media (prefers-color-scheme: dark){:root{--ground: #131318;--raised: #1b1b22;--sunk: #202028;--line: #2e2e38;--strong-line: #474754;--text: #e9e9ef;--soft: #a3a3b2;--accent: #b3a2ff;--accent-soft: #2c2648;--failed: #ff8a80;--failed-fill: #b53a32;--on-failed: #ffffff;--pending: #f0c060;--pending-soft: #3d2f10;--synced: #7fd39a;--synced-soft: #1c3525;--waits: #a3a3b2;}}*{box-sizing: border-box;}html{-webkit-text-size-adjust: 100%;text-size-adjust: 100%;}body{margin: 0;background: var(--ground);color: var(--text);font: 14px / 1.5 system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",\"Liberation Sans\",sans-serif;font-variant-numeric: tabular-nums;overflow-wrap: break-word;}h1,h2,h3,p,ul,ol,dl,dd,fieldset,table{margin: 0;padding: 0;}ul,ol{list-style: none;}fieldset{border: 0;min-width: 0;}h1{font-size: 22px;line-height: 1.25;font-weight: 650;letter-spacing: -0.01em;}h2{font-size: 15px;line-height: 1.3;font-weight: 650;margin: 28px 0 10px;}h3{font-size: 13px;font-weight: 600;color: var(--soft);margin: 12px 0 4px;}a{color: var(--accent);text-decoration-thickness: 1px;text-underline-offset: 2px;}a.name{color: inherit;text-decoration: none;font-weight: 500;}a.name:hover,a.name:focus-visible{color: var(--accent);text-decoration: underline;}code,kbd{font: 12px / 1.4 var(--mono);}kbd{border: 1px solid var(--strong-line);border-radius: 4px;padding: 0 4px;}button,input{font: inherit;color: inherit;}button{border: 1px solid var(--strong-line);border-radius: 6px;background: var(--raised);padding: 3px 10px;cursor: pointer;}button:hover{border-color: var(--accent);color: var(--accent);}button.plain{border: 0;background: none;padding: 0;font-weight: inherit;text-align: inherit;color: inherit;}button.plain:hover{color: var(--accent);text-decoration: underline;text-underline-offset: 2px;}:focus-visible{outline: 2px solid var(--accent);outline-offset: 2px;border-radius: 3px;}main:focus{outline: none;}.visually-hidden{position: absolute;width: 1px;height: 1px;margin: -1px;overflow: hidden;clip-path: inset(50%);white-space: nowrap;}.skip{position: absolute;left: 8px;top: -48px;z-index: 5;background: var(--raised);padding: 8px 12px;border-radius: 6px;}.skip:focus{top: 8px;}.bar{position: sticky;top: 0;z-index: 4;background: var(--raised);border-bottom: 1px solid var(--line);padding: 10px max(24px,calc((100% - 1312px) / 2)) 8px;}.bar-row{display: flex;align-items: baseline;gap: 8px 24px;flex-wrap: wrap;}.brand{font-weight: 700;letter-spacing: -0.01em;color: inherit;text-decoration: none;}nav{display: flex;gap: 4px;}nav a{color: var(--soft);text-decoration: none;padding: 2px 10px;border-radius: 6px;}nav a:hover{color: var(--text);background: var(--sunk);}nav a[aria-current]{color: var(--accent);background: var(--accent-soft);font-weight: 600;}.age{margin-left: auto;color: var(--soft);font-size: 13px;}.old{color: var(--pending);}.filter{display: block;margin-top: 8px;}.filter-row{display: flex;gap: 8px;align-items: center;}.filter-row label{color: var(--soft);}.filter input{flex: 1;min-width: 0;border: 1px solid var(--strong-line);border-radius: 6px;background: var(--ground);padding: 5px 10px;font: 13px / 1.4 var(--mono);}.filter input::placeholder{color: var(--soft);opacity: 0.8;}.filter input:focus{outline: 2px solid var(--accent);outline-offset: -1px;border-color: transparent;}.filter input[aria-invalid=\"true\"]{border-color: var(--pending);}.found{color: var(--soft);font-size: 12px;margin-top: 5px;}.problems{color: var(--pending);font-size: 13px;}.help{margin: 8px 0 4px;padding: 12px 16px;background: var(--sunk);border-radius: 8px;font-size: 13px;max-height: 50vh;overflow: auto;}.help dl{display: grid;grid-template-columns: repeat(auto-fill,minmax(260px,1fr));gap: 2px 24px;margin-top: 8px;}.help dl div{display: flex;gap: 8px;}.help dt{min-width: 96px;}.help dd{color: var(--soft);}main{display: block;max-width: 1360px;margin: 0 auto;padding: 24px 24px 8px;}.foot{max-width: 1360px;margin: 24px auto 0;padding: 12px 24px 32px;color: var(--soft);font-size: 12px;border-top: 1px solid var(--line);}.foot p + p{margin-top: 6px;}.sign{display: inline-block;width: 16px;height: 16px;text-align: center;font: 700 12px / 15px var(--mono);border: 1px solid currentcolor;vertical-align: 1px;flex: none;}.sign.failed{background: var(--failed-fill);color: var(--on-failed);border-color: var(--failed-fill);border-radius: 2px;}.sign.pending{color: var(--pending);background: var(--pending-soft);border-radius: 5px;}.sign.waits{color: var(--waits);border-style: dashed;border-radius: 8px;}.sign.synced{color: var(--synced);border-color: transparent;}.status{white-space: nowrap;}.number{color: var(--soft);font-weight: 400;}.none{color: var(--soft);}.fine,.empty{color: var(--soft);}.empty{padding: 32px 0;}.beside{font-weight: 400;color: var(--soft);font-size: 13px;margin-left: 8px;}.more{margin-top: 10px;color: var(--soft);font-size: 13px;}.trouble{padding: 12px 24px;background: var(--pending-soft);color: var(--pending);}.totals{margin: 16px 0 4px;}.word{color: var(--soft);}.figures{display: flex;flex-wrap: wrap;gap: 4px 40px;margin-bottom: 10px;}.figures a{color: inherit;text-decoration: none;display: inline-flex;align-items: baseline;gap: 8px;}.figures a:hover .word{text-decoration: underline;color: var(--accent);}.figures .sign{align-self: center;}.figure{font-size: 30px;line-height: 1.15;font-weight: 650;letter-spacing: -0.02em;}.share{display: block;width: 100%;height: 6px;border-radius: 3px;background: var(--sunk);overflow: hidden;}.share .failed{fill: var(--failed-fill);}.share .pending{fill: var(--pending);opacity: 0.75;}.share .synced{fill: var(--synced);opacity: 0.35;}.chips{display: flex;flex-wrap: wrap;gap: 6px;margin-top: 12px;}.chips a{display: inline-block;border: 1px solid var(--line);border-radius: 12px;padding: 1px 10px;color: inherit;text-decoration: none;font-size: 13px;background: var(--raised);}.chips a:hover{border-color: var(--accent);color: var(--accent);}.tally{margin-bottom: 8px;}.columns{display: grid;grid-template-columns: minmax(0,3fr) minmax(0,2fr);gap: 0 56px;}.finding{display: flex;gap: 12px;padding: 10px 0;border-top: 1px solid var(--line);}.finding:first-child{border-top: 0;}.finding > div{min-width: 0;flex: 1;}.finding .sign{margin-top: 3px;}.why,.next,.what{overflow-wrap: anywhere;}.why{display: block;}.next{display: block;color: var(--soft);}.next-label{color: var(--accent);font-weight: 600;margin-right: 2px;}.where{color: var(--soft);font-size: 13px;}.where button{text-decoration: underline;text-decoration-color: var(--strong-line);text-underline-offset: 2px;}.pairs{columns: 320px;column-gap: 32px;margin-top: 6px;font-size: 13px;}.findings.wide{margin-top: 12px;max-width: 1000px;}.changes ul,.debts ul{font-size: 13px;}.changes li,.debts li{padding: 3px 0;}.what{display: block;color: var(--soft);}.what.expired{color: var(--failed);font-weight: 550;}.near{display: none;}.of{color: var(--soft);}.of .name{font-weight: 400;}.rings ol{display: grid;gap: 8px;}.ring{font-size: 13px;}.ring-name{font-weight: 600;margin-right: 6px;}.ring-words{color: var(--soft);}.ring-words strong{color: var(--text);font-weight: 500;}.ring .share{margin-top: 4px;height: 4px;}.ring.halted .ring-words strong{color: var(--failed);}.ring .share .synced{opacity: 0.8;}table{border-collapse: collapse;width: 100%;}th,td{text-align: left;vertical-align: top;padding: 6px 12px 6px 0;border-bottom: 1px solid var(--line);font-weight: 400;}thead th{color: var(--soft);font-size: 12px;white-space: nowrap;}thead th[aria-sort=\"ascending\"],thead th[aria-sort=\"descending\"]{color: var(--accent);font-weight: 600;}.figure-cell{text-align: right;white-space: nowrap;}td.figure-cell.failed{color: var(--failed);font-weight: 650;}td.figure-cell.pending{color: var(--pending);font-weight: 600;}.share-cell{width: 160px;padding-top: 13px;}.title-row{display: flex;align-items: baseline;justify-content: space-between;gap: 8px 24px;flex-wrap: wrap;margin-bottom: 8px;}.folds{display: flex;border: 1px solid var(--strong-line);border-radius: 6px;overflow: hidden;}.folds input{position: absolute;opacity: 0;}.folds span{display: block;padding: 3px 12px;color: var(--soft);cursor: pointer;}.folds input:checked + span{background: var(--accent-soft);color: var(--accent);font-weight: 600;}.folds input:focus-visible + span{outline: 2px solid var(--accent);outline-offset: -2px;}button.fold{width: 20px;height: 20px;padding: 0;line-height: 16px;margin-right: 8px;font-family: var(--mono);color: var(--soft);}.fold-table tbody th{white-space: nowrap;}.unfolded > td{padding: 4px 0 16px 28px;background: none;}.pair-table{font-size: 13px;}.pair-table tbody th{min-width: 120px;}.pair-table .words{width: 45%;}.pair-table .far{white-space: nowrap;}.id{display: block;color: var(--soft);font: 12px / 1.3 var(--mono);}.told{min-height: 1.5em;color: var(--soft);font-size: 13px;margin: 6px 0 10px;}.grid-scroll{overflow: auto;width: fit-content;max-width: 100%;max-height: max(240px,100vh - 240px);border: 1px solid var(--line);border-radius: 8px;background: var(--raised);}.grid{width: auto;border-collapse: separate;border-spacing: 0;}.grid th,.grid td{border: 0;}.grid tbody th{position: sticky;left: 0;z-index: 1;background: var(--raised);padding: 0 16px 0 12px;white-space: nowrap;vertical-align: middle;border-right: 1px solid var(--line);}.grid thead th{position: sticky;top: 0;z-index: 2;background: var(--raised);vertical-align: bottom;border-bottom: 1px solid var(--line);}.grid .corner{left: 0;z-index: 3;padding: 12px;border-right: 1px solid var(--line);}.grid .story-head{padding: 10px 0;width: 28px;}.grid .story-head span{writing-mode: vertical-rl;transform: rotate(180deg);display: block;margin: 0 auto;max-height: 180px;overflow: hidden;text-overflow: ellipsis;white-space: nowrap;}.story-head .name{font-weight: 400;color: var(--text);}.grid td{width: 28px;min-width: 28px;height: 26px;padding: 0;text-align: center;vertical-align: middle;font: 700 12px / 1 var(--mono);border: 2px solid var(--raised);border-radius: 6px;}.grid td.failed{background: var(--failed-fill);color: var(--on-failed);border-radius: 3px;}.grid td.pending{background: var(--pending-soft);color: var(--pending);border-radius: 9px;}.grid td.waits{background: var(--sunk);color: var(--waits);border-radius: 14px;}.grid td.synced{color: var(--synced);font-weight: 400;opacity: 0.75;}.grid td:focus-visible{outline: 2px solid var(--accent);outline-offset: -2px;}.facts{display: grid;grid-template-columns: repeat(auto-fill,minmax(220px,1fr));gap: 10px 32px;margin: 20px 0 0;}.facts dt{color: var(--soft);font-size: 12px;}.facts .labels{grid-column: span 2;}.facts .labels a{margin-right: 12px;overflow-wrap: anywhere;}.day{display: grid;grid-template-columns: 110px minmax(0,1fr);gap: 0 12px;border-top: 1px solid var(--line);padding: 6px 0;}.day h3{margin: 2px 0;}.events li{display: flex;gap: 10px;padding: 2px 0;font-size: 13px;}.events time{flex: none;color: var(--soft);}.events .name{font-weight: 400;}.versions{display: flex;flex-wrap: wrap;gap: 4px 32px;font-size: 13px;}.static{max-width: 1000px;}.static table{font-size: 13px;}.static h1{margin-bottom: 4px;}.static header + p{margin-top: 16px;}.grid tr:hover th .name{color: var(--accent);}.sp{--sp-paper: var(--raised);--sp-box: var(--ground);--sp-ink: var(--text);--sp-muted: var(--soft);--sp-line: var(--strong-line);--sp-note: var(--sunk);display: block;}.picture-scroll{overflow: auto;max-height: min(75vh,760px);margin-top: 10px;border: 1px solid var(--line);border-radius: 8px;background: var(--raised);}.picture-options{display: flex;flex-wrap: wrap;gap: 4px 24px;margin-top: 6px;font-size: 13px;}.picture-words{margin-top: 8px;font-size: 13px;}.picture-words summary{cursor: pointer;color: var(--soft);}.picture-words li{padding: 2px 0;overflow-wrap: anywhere;}@media print{.picture-options{display: none;}.picture-scroll{max-height: none;overflow: visible;border: 0;}.sp{max-width: 100%;height: auto;print-color-adjust: exact;-webkit-print-color-adjust: exact;}}@media (max-width: 1100px){.columns{grid-template-columns: minmax(0,1fr);}}@media (max-width: 700px){.bar{padding: 8px 16px;position: static;}main,.foot{padding-left: 16px;padding-right: 16px;}.age{margin-left: 0;width: 100%;}.far{display: none;}.near{display: block;}.filter-row label{position: absolute;clip-path: inset(50%);}body{overflow-wrap: anywhere;}.figures{gap: 4px 24px;}.figure{font-size: 24px;}nav a{padding: 4px 8px;}nav{margin-left: -8px;}th,td{padding-right: 8px;}.fold-table tbody th{white-space: normal;}.pair-table .words{width: auto;}.unfolded > td{padding-left: 8px;}.day{grid-template-columns: minmax(0,1fr);}.grid-scroll{max-height: 70vh;}}@media print{:root{--ground: #fff;--raised: #fff;--sunk: #fff;--text: #000;--soft: #333;--accent: #000;--line: #bbb;}nav,.filter-row,.skip,.more button,button.fold,.help,.folds{display: none;}.bar{position: static;}.grid-scroll{max-height: none;overflow: visible;border: 0;}.grid thead th,.grid tbody th{position: static;}tr,.finding,li{break-inside: avoid;}.share{print-color-adjust: exact;-webkit-print-color-adjust: exact;}}@media (forced-colors: active){.sign,.grid td{border: 1px solid;}}"
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
	})).toSorted((a, b) => b.destinations - a.destinations || a.commits - b.commits || byText(a.commit, b.commit));
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