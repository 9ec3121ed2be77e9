import { n as fail, r as ok } from "./dist.js";
import { t as didYouMean } from "./suggestion.js";
import { C as wholeStory, S as gitChanges, _ as written, a as titleOfNode, b as shownPicture, c as colourOf, d as inLines, f as inRoom, g as element, h as wrapText, i as titleOfLink, l as lookOf, m as widthOf, n as headlineOf, o as LOOKS, p as oneLine, r as remarksOn, s as badge, t as descriptionOf, u as rounded, v as PICTURE_STYLE, x as shownPictureOfPush, y as painted } from "./titles.js";
import { O as explainRefusal, f as unreadableStory, n as openWorkspace } from "./workspace.js";
import { n as storyVersion } from "./earlier-story.js";
import { Nt as shownPath, a as storyFileOf, c as shortId, i as shownInCommit, l as CommitStories, o as namedCommit, r as readingCommit, t as brokenManifest } from "./stories-at.js";
import { d as finding, i as noMatch, u as cannotRun } from "./lock-holder.js";
import { D as recordType, N as reasonOf } from "./plan-json.js";
import { t as explain } from "./explain.js";
import { b as words, c as causeAsText, g as inTerminal, h as inMarkdown, u as count, v as name, y as say } from "./unsigned-state.js";
import { O as bind, t as Session } from "./session.js";
import { n as planSelection } from "./plan.js";
import { n as withReaders, t as openProgress } from "./progress.js";
import { t as wrap } from "./wrap.js";
import { t as openCatalogue } from "./open-catalogue.js";
import { n as readTimeoutOf, r as requestsOf } from "./options.js";

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
async function planOne(world, workspace, { key, destination: { name } }, { trust, readTimeout, ...requests }, progress) {
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
	const planned = await withReaders(world, requests, (tenants) => planSelection(world, {
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
		}, inRoom(`${oneLine(node.type)}${disabled ? ", disabled" : ""}`, room - 24, KIND_SIZE)),
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
		if (widthOf(`${longer}${rest > 0 ? ` +${rest}` : ""}`, PLACE_SIZE) > room) return inRoom(line, room - widthOf(` +${rest + 1}`, PLACE_SIZE), PLACE_SIZE).concat(` +${rest + 1}`);
		line = longer;
	}
	return inRoom(line, room, PLACE_SIZE);
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
	const parts = [element("g", {}, [written("title", {}, name), written("text", {
		x: 0,
		y: 16,
		"font-size": NAME_SIZE,
		"font-weight": 700,
		...painted({ fill: "ink" })
	}, inRoom(name, width, NAME_SIZE))])];
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
/** How far one look sees, and how many a picture gets: thousands of long connections would take minutes; then they go straight. */
const LOOK = 160;
const MOST_LOOKS = 1e6;
/** The ways that connections take beside the boxes: two that run along each other keep apart. */
var Aisles = class {
	#space;
	#looksLeft = MOST_LOOKS;
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
			this.#looksLeft -= 1 + (bottom - top) / LOOK;
			if (this.#looksLeft < 0) return void 0;
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
/** How wide a label may be, where a letter is about 0.6: forty letters. */
const LABEL = 24;
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
	return `  n${at}["${`${inMermaid(SIGNS$1[mark] === "" ? "" : `${SIGNS$1[mark]} `)}${labelled(oneLine(name) || "(no name)")}<br/>${labelled(oneLine(type))}`}"]${mark === "unchanged" ? "" : `:::${mark}`}`;
}
function linkLine({ source, receiver, secondary, mark }) {
	const words = [...secondary ? ["no match"] : [], ...mark === "removed" ? ["removed"] : []].join(", ");
	return `  n${source} ${LINES[mark]}${words === "" ? "" : `|${words}|`} n${receiver}`;
}
function labelled(text) {
	return inMermaid(inRoom(text, LABEL, 1));
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
	return side.present ? [name(side.file)] : say`commit ${name(shortId(side.commit))}${absent}`;
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