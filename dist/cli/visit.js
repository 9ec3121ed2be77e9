import { i as unreachable, n as fail, r as ok } from "./dist.js";
import { C as canonicalStory, S as isOfOrigin, a as allVersions, b as slugify, c as standIn, g as slugsOf, h as isCalled, l as unusablePin, m as calledSlugs, o as pinOf, s as recordTypeNames, u as wantedStory, v as findReferences, x as isLineageStamp, y as recordSlugMentions } from "./workspace.js";
import { B as differInCaseOnly, H as fieldsKey, K as sameFields, L as recordTypesOf, Lt as byText, M as DESTINATION_OWNED, Mt as repositoryPath, P as ingressPoints, Q as sha256, R as TEXT_ENUM, Rt as byTextOf, W as listed, X as contentHash, _ as withFreshAddresses, b as tagsOf, ct as storageFailure, dt as entryAt, g as ingressValues, m as carryPeople, nt as CommittedTree, p as carryAddresses, q as withoutKeys, st as readingObjects, v as withoutPeople, x as neutralise, y as DETACHED_TAG, z as customFields } from "./stories-at.js";
import { b as isArray, c as optionsOf, d as actionLabels, i as allActions, l as placeKey, s as mapActions, x as isObject } from "./read.js";
import { C as kindOfAddress, E as withoutGuids, T as ownGuids, _ as ownForm, c as OF_GIT, d as ownOf, f as reasonsForNewType, g as fingerprintOf, h as fingerprint, i as wantedSide, m as actionPart, n as compareStoriesByName, p as repeatedFieldNames, s as editedThere$1, t as compareStories, u as additionsTo, x as matchActions } from "./compare.js";
import { t as pLimit } from "./p-limit.js";
import { i as compareAddresses, r as addressChanges, t as earlierStory } from "./earlier-story.js";
import { C as renamedFrom, M as isKeyRefused, N as reasonOf, P as statusOf$1, S as plannedStory, _ as calleesOf, b as displacedBy, g as digestDestination, h as subscribedStories, m as matchState, p as findDisplaced, v as reachedCallees, x as isDue, y as workOrder } from "./plan-json.js";
import { n as placeOf, t as VendorClaims } from "./claims.js";
import { i as ReadingTime, s as isLive } from "./progress.js";
import { posix } from "node:path";
import { randomBytes } from "node:crypto";

// src/story/addresses/match-ingress.ts
/**
* Matches addresses so that a customer's URLs never move to another action. `actionMap` is what state
* remembers: source guid to destination guid. Refuses to guess: the error names the webhooks and pages in question.
*/
function matchIngress(wanted, live, actionMap) {
	const names = /* @__PURE__ */ new Map();
	const pointsOf = (story) => {
		const points = ingressPoints(story);
		const guids = ownGuids(story);
		for (const point of points) names.set(point, withoutGuids(point.name, guids));
		return points;
	};
	const [wantedPoints, livePoints] = [pointsOf(wanted), pointsOf(live)];
	const found = [
		"webhook",
		"page",
		"mcp_server"
	].map((kind) => {
		const ofKind = (points) => points.filter((point) => point.kind === kind);
		const open = {
			pairs: [],
			wanted: new Set(ofKind(wantedPoints)),
			live: new Set(ofKind(livePoints))
		};
		pairByGuid(open, (guid) => guid);
		pairByGuid(open, (guid) => Object.hasOwn(actionMap, guid) ? actionMap[guid] : void 0);
		pairByName(open, (point) => names.get(point) ?? point.name);
		const [left] = open.live;
		if (open.wanted.size === 1 && open.live.size === 1) pairWhere(open, () => left);
		return open;
	});
	const stuck = found.filter((open) => open.wanted.size > 0 && open.live.size > 0);
	if (stuck.length > 0) return fail({ ambiguous: stuck.flatMap(namesOf) });
	return ok({
		pairs: found.flatMap(({ pairs }) => pairs),
		appearing: found.flatMap((open) => [...open.wanted]),
		disappearing: found.flatMap((open) => [...open.live])
	});
}
function pairByGuid(open, translate) {
	const byGuid = Map.groupBy([...open.live].toReversed(), ({ action }) => action.guid);
	pairWhere(open, ({ action }) => {
		const guid = typeof action.guid === "string" ? translate(action.guid) : void 0;
		return guid === void 0 ? void 0 : byGuid.get(guid)?.pop();
	});
}
/** A unique name is the case of one; names that repeat are told apart by order, as long as both sides have as many. */
function pairByName(open, nameOf) {
	const live = Map.groupBy(open.live, nameOf);
	const partners = /* @__PURE__ */ new Map();
	for (const [name, wanted] of Map.groupBy(open.wanted, nameOf)) {
		const there = live.get(name) ?? [];
		if (there.length !== wanted.length) continue;
		for (const [index, point] of there.entries()) partners.set(wanted[index] ?? point, point);
	}
	pairWhere(open, (point) => partners.get(point));
}
function pairWhere(open, find) {
	for (const wanted of open.wanted) {
		const live = find(wanted);
		if (live === void 0 || !open.live.delete(live)) continue;
		open.pairs.push({
			wanted,
			live
		});
		open.wanted.delete(wanted);
	}
}
function namesOf(open) {
	const named = [...open.wanted, ...open.live].map(({ kind, name }) => `${kindOfAddress(kind)} ${JSON.stringify(name)}`);
	return [...new Set(named)];
}

// src/git/read/tree-difference.ts
/** What differs between two trees. A folder with the same id on both sides is not entered. Undefined is an empty tree. */
async function differencesBetween(was, is, walk, folder = "") {
	if (was === is) return [];
	const [before, after] = await Promise.all([was, is].map(async (tree) => tree === void 0 ? void 0 : walk.read(tree)));
	const found = [];
	for (const { isFolder, ...pair } of differingEntries(before, after)) {
		const path = folder + pair.path;
		if (!walk.asks(path)) continue;
		if (!isFolder) found.push({
			...pair,
			path
		});
		else for (const inner of await differencesBetween(pair.was?.oid, pair.is?.oid, walk, `${path}/`)) found.push(inner);
	}
	return found;
}
/**
* Both folders side by side, in git's own order, where a file and a folder of one name are two entries. Nearly all
* entries are the same on both sides: they are skipped as bytes, which costs much less than taking them apart.
*/
function differingEntries(before, after) {
	const pairs = [];
	let [at, to] = [0, 0];
	for (;;) {
		const same = before === void 0 || after === void 0 ? 0 : sameBytes(before, at, after, to);
		at += same;
		to += same;
		if (same > 0) continue;
		const was = before === void 0 ? void 0 : entryAt(before, at);
		const is = after === void 0 ? void 0 : entryAt(after, to);
		const order = orderOf(was, is);
		const first = order <= 0 ? was : is;
		if (first === void 0) return pairs;
		if (was !== void 0 && order <= 0) at = was.end;
		if (is !== void 0 && order >= 0) to = is.end;
		pairs.push({
			path: first.entry.path,
			isFolder: first.entry.type === "tree",
			...was !== void 0 && order <= 0 ? { was: was.entry } : {},
			...is !== void 0 && order >= 0 ? { is: is.entry } : {}
		});
	}
}
/** The length of the next entry, if it is the same on both sides. */
function sameBytes(before, at, after, to) {
	const end = before.indexOf(0, at) + 21;
	if (end === 20 || to + end - at > after.length) return 0;
	return before.compare(after, to, to + end - at, at, end) === 0 ? end - at : 0;
}
function orderOf(was, is) {
	if (was === void 0 || is === void 0) return was === is ? 0 : was === void 0 ? 1 : -1;
	return was.sortsAs.compare(is.sortsAs);
}

// src/git/read/history.ts
/** A branch that is older than this is not looked through: who is that far behind, is far behind. */
const MAX_COMMITS$1 = 1e4;
/**
* How far behind each file is, by `behindKey`. The branch's own history (first parents) is walked once for all of them,
* and no further than the oldest commit asked for. A file whose commit is not on it, or lies before what this clone
* has, has no entry: nobody can tell.
*/
async function storyHistory({ objects }, head, files) {
	const found = /* @__PURE__ */ new Map();
	const questions = [...new Map(files.map((file) => [behindKey(file.path, file.since), file])).values()].map((file) => ({
		...file,
		commits: 0
	}));
	const bySince = Map.groupBy(questions, ({ since }) => since);
	const byPath = Map.groupBy(questions, ({ path }) => path);
	const walk = new FileWalk(objects, [...byPath.keys()]);
	try {
		let [commit, facts] = [head, await objects.commit(head)];
		for (let walked = 0; walked < MAX_COMMITS$1; walked++) {
			for (const { path, since, commits, first } of bySince.get(commit) ?? []) found.set(behindKey(path, since), {
				commits,
				since: first ?? facts.time
			});
			bySince.delete(commit);
			const [parent] = facts.parents;
			if (parent === void 0 || bySince.size === 0) break;
			const before = await objects.commit(parent);
			for (const path of (await walk.changed(before.tree, facts.tree)).keys()) for (const question of byPath.get(path) ?? []) {
				question.commits += 1;
				question.first = facts.time;
			}
			[commit, facts] = [parent, before];
		}
	} catch (error) {
		storageFailure(error);
	}
	return found;
}
function behindKey(path, since) {
	return `${path}\n${since}`;
}
/** Folders kept for the next step: each is wanted twice, as the newer and as the older one. */
const RECENT = 64;
/** Which of a few files differ between one tree after another; with `siblings` also the files beside them. */
var FileWalk = class {
	#objects;
	/** The files and every folder on the way to them. */
	#asked;
	#folders;
	#recent = /* @__PURE__ */ new Map();
	constructor(objects, paths, { siblings = false } = {}) {
		this.#objects = objects;
		this.#folders = new Set(siblings ? paths.map((path) => posix.dirname(path)) : []);
		this.#asked = new Set(paths.flatMap((path) => [...path.matchAll(/\/|$/g)].map(({ index }) => path.slice(0, index))));
	}
	async changed(was, is) {
		return new Map((await differencesBetween(was, is, {
			read: (tree) => this.#folder(tree),
			asks: (path) => this.#asks(path)
		})).map((each) => [each.path, each]));
	}
	#asks(path) {
		return this.#asked.has(path) || this.#folders.has(posix.dirname(path));
	}
	#folder(tree) {
		const folder = this.#recent.get(tree) ?? this.#objects.folder(tree);
		this.#recent.delete(tree);
		this.#recent.set(tree, folder);
		const [oldest] = this.#recent.keys();
		if (this.#recent.size > RECENT && oldest !== void 0) this.#recent.delete(oldest);
		return folder;
	}
};

// src/git/read/file-versions.ts
/** Of a commit that moves a whole folder nobody can tell which file was which. */
const MAX_FORMER = 10;
/** Nobody waits for a longer walk than that, and content that is older than that many commits does not matter. */
const MAX_COMMITS = 5e3;
/** The versions of files along a branch's own history (first parents), as many of each as asked for. */
async function fileVersions(objects, head, paths, most) {
	const blobs = new Map(paths.map((path) => [path, []]));
	const walk = new FileWalk(objects, paths, { siblings: true });
	const isFull = () => [...blobs.values()].every((ids) => ids.length >= most);
	try {
		const newest = new CommittedTree(objects, head);
		for (const [path, ids] of blobs) {
			const entry = await newest.entry(path);
			if (entry?.type === "blob") ids.push(entry.oid);
		}
		let facts = await objects.commit(head);
		for (let walked = 0; walked < MAX_COMMITS; walked++) {
			const [parent] = facts.parents;
			if (parent === void 0 || isFull()) break;
			const before = await objects.commit(parent);
			const changed = await walk.changed(before.tree, facts.tree);
			for (const [path, { was }] of changed) {
				const ids = blobs.get(path);
				if (!ids || ids.length >= most) continue;
				if (was === void 0) ids.push(...takenAway(path, changed));
				else if (was.type === "blob") ids.push(was.oid);
			}
			facts = before;
		}
		return {
			blobs,
			cutShort: false
		};
	} catch (error) {
		storageFailure(error);
		return {
			blobs,
			cutShort: true
		};
	}
}
/** A commit that adds the file may have given it a new name: what it takes away beside it may be what the file was before. */
function takenAway(path, changed) {
	const folder = posix.dirname(path);
	return [...changed.values()].filter((each) => each.is === void 0 && posix.dirname(each.path) === folder).flatMap(({ was }) => was?.type === "blob" ? [was.oid] : []).slice(0, MAX_FORMER);
}

// src/workspace/earlier-versions.ts
/** So many versions of a file are looked at, and of large ones fewer. */
const VERSIONS = 50;
const MOST_BYTES = 32e6;
/** What is live is nearly always one of the last: these are kept as they were read. */
const KEPT_READ = 5;
const NO_GIT = {
	stories: () => [],
	cutShort: "no_git"
};
/** The earlier versions of each story's file, looked up once for all destinations, and only when the planner asks. */
function earlierVersions({ repository, head, at, layout, desired }) {
	if (!repository || head === null) return async () => NO_GIT;
	const pathOf = ({ file }) => repositoryPath(layout, file);
	const paths = [...new Set(allVersions(desired).map(pathOf))];
	const starts = [.../* @__PURE__ */ new Set([head, at ?? head])];
	let walks;
	const known = /* @__PURE__ */ new Map();
	const read = async (path) => {
		walks ??= Promise.all(starts.map((start) => fileVersions(repository.objects, start, paths, VERSIONS)));
		const found = await walks;
		return versionsFrom(await contentsOf(repository, new Set(found.flatMap(({ blobs }) => blobs.get(path) ?? []))), found.some(({ cutShort }) => cutShort));
	};
	return (story) => {
		const path = pathOf(story);
		const versions = known.get(path) ?? read(path);
		known.set(path, versions);
		return versions;
	};
}
/** What is missing or damaged here is left out: then more counts as an edit, never less. */
async function contentsOf({ objects }, ids) {
	const contents = [];
	let bytes = 0;
	for (const id of ids) {
		const content = await readingObjects(() => objects.blob(id));
		if (!content.ok) continue;
		bytes += content.value.length;
		if (bytes > MOST_BYTES) break;
		contents.push(content.value);
	}
	return contents;
}
function versionsFrom(contents, cutShort) {
	const kept = /* @__PURE__ */ new Map();
	function* stories() {
		for (const [index, bytes] of contents.entries()) {
			const story = kept.has(index) ? kept.get(index) : earlierStory(bytes);
			if (index < KEPT_READ) kept.set(index, story);
			if (story) yield story;
		}
	}
	return {
		stories,
		cutShort: cutShort ? "shallow" : null
	};
}

// src/plan/planned-outcome.ts
/** What a pair comes to as long as nothing is pushed. */
function plannedOutcome(destination, work) {
	const { planned, state } = work;
	return {
		destination,
		storyKey: planned.key,
		storyName: planned.name,
		status: statusOf(work),
		reason: planned.reason,
		fact: planned.fact,
		detached: planned.detached,
		did: "nothing",
		destinationStoryId: planned.destinationStoryId,
		syncedAt: state?.syncedAt ?? null,
		commit: state?.commit ?? null,
		warnings: planned.warnings
	};
}
function statusOf({ planned, equal }) {
	if (planned.detached && planned.action === "skip" && equal) return "synced";
	if (planned.action === "blocked" && planned.reason === "not_reached") return "requires_sync";
	return STATUS[planned.action];
}
const STATUS = {
	create: "requires_sync",
	update: "requires_sync",
	unchanged: "synced",
	skip: "requires_sync",
	blocked: "failed"
};

// src/apply/ledger.ts
/** A push that ended with this. */
function outcomeFrom(fact) {
	return {
		status: statusOf$1(fact),
		reason: reasonOf(fact),
		fact
	};
}
/**
* The outcome list of a run. It is complete before the first write: what needs a write stands as
* `not_reached`, so that whatever happens later, every pair is reported exactly once and the totals add up.
*/
var Ledger = class {
	#outcomes = /* @__PURE__ */ new Map();
	#recorded = /* @__PURE__ */ new Set();
	constructor(work) {
		for (const { destination, stories } of work) for (const story of stories) this.#outcomes.set(idOf(destination.name, story), openOutcome(destination.name, story));
	}
	/** Sets the one outcome of a pair. A second one for the same pair is a bug. */
	record(destination, story, outcome) {
		const id = idOf(destination, story);
		const open = this.#outcomes.get(id);
		if (!open || this.#recorded.has(id)) throw new Error(`Internal error: ${id} was recorded twice or never planned`);
		const whole = asPinned$1({
			...open,
			fact: null,
			...outcome
		}, story);
		this.#outcomes.set(id, whole);
		this.#recorded.add(id);
		return whole;
	}
	/** Takes another plan of a destination, of which nothing has been recorded, in the place of the one it began with. */
	planAnew({ destination, stories }) {
		for (const story of stories) {
			const id = idOf(destination.name, story);
			if (!this.#outcomes.has(id) || this.#recorded.has(id)) throw new Error(`Internal error: ${id} was recorded before it was planned anew, or never planned`);
			this.#outcomes.set(id, openOutcome(destination.name, story));
		}
	}
	outcomeOf(destination, story) {
		const outcome = this.#outcomes.get(idOf(destination, story));
		if (!outcome) throw new Error(`Internal error: ${idOf(destination, story)} was never planned`);
		return outcome;
	}
	/** Due for a push, and nothing is known of it yet. */
	isOpen(destination, story) {
		return isDue(story.planned) && !this.#recorded.has(idOf(destination, story));
	}
	/** What kept a whole destination from what was to be done there: pairs that nothing was due for failed with it, too. */
	endAll(destination, stories, cause) {
		const isFailed = statusOf$1(cause) === "failed";
		for (const story of stories) if (isFailed && story.planned.action !== "blocked" && !this.#recorded.has(idOf(destination, story)) || this.isOpen(destination, story)) this.record(destination, story, outcomeFrom(cause));
	}
	outcomes() {
		return [...this.#outcomes.values()];
	}
};
function idOf(destination, story) {
	return `${destination}/${story.planned.key}`;
}
/** In sync with its pin: that it was just brought there is told by `did`. */
function asPinned$1(outcome, { pin }) {
	if (pin === void 0 || outcome.status !== "synced" || outcome.detached) return outcome;
	return {
		...outcome,
		reason: "pinned",
		fact: outcome.fact ?? {
			kind: "pinned",
			pin
		}
	};
}
/** As the plan found it, and with `not_reached` where a push is due. */
function openOutcome(destination, work) {
	const found = plannedOutcome(destination, work);
	switch (work.planned.action) {
		case "unchanged": return {
			...found,
			did: "unchanged"
		};
		case "skip":
		case "blocked": return found;
		case "create":
		case "update": return {
			...found,
			...outcomeFrom({ kind: "run_ended" })
		};
	}
}

// src/engine/native/native-change.ts
/** The writes that a plan comes to, after all that may keep a story back had its say. */
function nativeChangeOf(work) {
	const { target, key, manualSyncOnly } = work;
	const going = work.stories.filter(({ planned }) => isDue(planned));
	if (target.at === "found") return changeThere(work, target.object.id, going);
	const action = target.at === "elsewhere" ? "replace" : target.at === "absent" ? whyCreated(target) : "unchanged";
	const storyIds = sorted(going.map(({ storyId }) => storyId));
	const idle = going.length === 0 && work.destination.subscriptions.length > 0;
	const steps = [];
	if (work.blocked === null && !work.flagAlone && !idle) {
		if (target.at === "elsewhere") steps.push({
			kind: "delete",
			id: target.object.id
		});
		const first = firstOf(going);
		const started = (stories) => manualSyncOnly && stories.length > 0 ? [{
			kind: "trigger",
			storyIds: inOrder(stories)
		}] : [];
		if (first === void 0) steps.push({
			kind: "create",
			storyIds,
			manualSyncOnly
		}, ...started(going));
		else {
			steps.push({
				kind: "create",
				storyIds: [first.storyId],
				manualSyncOnly
			}, ...started([first]));
			steps.push({
				kind: "prove",
				storyId: first.storyId
			});
			const others = going.filter((story) => story !== first);
			if (others.length > 0) steps.push({
				kind: "set_stories",
				id: null,
				storyIds
			}, ...started(others));
		}
	}
	return {
		action,
		steps,
		subscribe: steps.length > 0 ? going.map(({ planned }) => planned.key) : [],
		unsubscribe: [],
		manualSyncOnly,
		keyVersion: key.version,
		needsKey: steps.length > 0 && !work.sameTenant,
		warnings: steps.length > 0 ? copiesWarning(work) : []
	};
}
function whyCreated({ takesOver }) {
	return takesOver ? "takeover" : "create";
}
function changeThere(work, id, going) {
	const { key, manualSyncOnly, flagThere } = work;
	const flag = {
		kind: "set_flag",
		id,
		manualSyncOnly
	};
	const protects = manualSyncOnly && flagThere !== true;
	const frees = !manualSyncOnly && flagThere === true;
	const steps = [];
	if (protects) steps.push(flag);
	const entering = work.flagAlone ? [] : going.filter(({ subscribed }) => !subscribed);
	const leaving = work.flagAlone || work.narrowed ? [] : work.unwanted;
	if (!work.flagAlone) {
		if (key.send && key.version !== null) steps.push({
			kind: "send_key",
			id,
			version: key.version
		});
		const saved = !manualSyncOnly && flagThere === false;
		const first = firstOf(entering);
		if (first !== void 0) {
			steps.push({
				kind: "set_stories",
				id,
				storyIds: wholeList(work, [first], [])
			});
			if (!saved) steps.push({
				kind: "trigger",
				storyIds: [first.storyId]
			});
			steps.push({
				kind: "prove",
				storyId: first.storyId
			});
		}
		if (entering.length + leaving.length > (first === void 0 ? 0 : 1)) steps.push({
			kind: "set_stories",
			id,
			storyIds: wholeList(work, entering, leaving)
		});
		if (frees) steps.push(flag);
		const triggered = going.filter((story) => story !== first && (story.subscribed || !saved));
		if (triggered.length > 0) steps.push({
			kind: "trigger",
			storyIds: inOrder(triggered)
		});
	}
	return {
		action: steps.length > 0 ? "update" : "unchanged",
		steps,
		subscribe: entering.map(({ planned }) => planned.key),
		unsubscribe: leaving,
		manualSyncOnly: protects || frees ? manualSyncOnly : flagThere ?? manualSyncOnly,
		keyVersion: key.version,
		needsKey: steps.some(({ kind }) => kind === "send_key"),
		warnings: [
			...protects && flagThere === null ? [{ kind: "flag_unknown" }] : [],
			...saveWarning(work, steps),
			...keyWarning(work),
			...unsubscribeWarning(leaving),
			...takenOver(entering)
		]
	};
}
/**
* Of stories that the team holds already the one that goes before all others: whether the vendor goes on with the copy or
* makes a second one beside it is told by nothing else. One with an address, so that it tells of addresses too.
*/
function firstOf(entering) {
	const standing = entering.filter(({ copies }) => copies.length > 0);
	return standing.find(({ desired }) => ingressPoints(desired.story).length > 0) ?? standing[0];
}
/** What is subscribed stays so, whatever keeps its next sync back; the vendor takes no list with a story that is no more. */
function wholeList({ target, stories }, entering, leaving) {
	const without = new Set(leaving.map(({ storyId }) => storyId));
	for (const { gone, storyId } of stories) if (gone) without.add(storyId);
	const there = target.at === "found" ? target.object.subscriptions : [];
	return sorted([...new Set([...there, ...entering].map(({ storyId }) => storyId).filter((id) => !without.has(id)))]);
}
/** A save of a destination may sync all that it carries, also what nobody wants there now. */
function saveWarning({ target, stories, unwanted }, steps) {
	if (target.at !== "found" || !steps.some(({ kind }) => kind !== "trigger")) return [];
	const known = new Map(stories.map((story) => [story.storyId, story]));
	const leaving = new Set(unwanted.map(({ storyId }) => storyId));
	const isOpen = ({ storyId, status }) => {
		const story = known.get(storyId);
		return story === void 0 ? status !== "synced" && !leaving.has(storyId) : !story.equal && !isDue(story.planned);
	};
	const names = target.object.subscriptions.filter(isOpen).toSorted((a, b) => a.storyId - b.storyId).map(({ storyId, storyName }) => storyName ?? String(storyId));
	return names.length > 0 ? [{
		kind: "saving_may_sync",
		stories: names
	}] : [];
}
function keyWarning({ key }) {
	return key.unknown && key.version !== null ? [{
		kind: "key_not_sent",
		version: key.version
	}] : [];
}
function unsubscribeWarning(leaving) {
	const stories = leaving.map(({ key, name, storyId }) => name ?? key ?? String(storyId));
	return stories.length > 0 ? [{
		kind: "copies_left_to_vendor",
		why: "unsubscribed",
		stories
	}] : [];
}
function copiesWarning({ target, stories }) {
	if (target.at === "elsewhere") {
		const names = target.object.subscriptions.map(({ storyName, storyId }) => storyName ?? String(storyId));
		return names.length > 0 ? [{
			kind: "copies_left_to_vendor",
			why: "replaced",
			stories: names
		}] : [];
	}
	return takenOver(stories);
}
function takenOver(entering) {
	const names = entering.filter(({ copies }) => copies.length > 0).map(({ planned }) => planned.name);
	return names.length > 0 ? [{
		kind: "copies_left_to_vendor",
		why: "taken_over",
		stories: names
	}] : [];
}
function sorted(ids) {
	return ids.toSorted((a, b) => a - b);
}
/** Callees before callers. */
function inOrder(stories) {
	return stories.map(({ storyId }) => storyId);
}

// src/engine/native/apply/await-syncs.ts
/** Looks at the list after which a status that never moved is asked about at the destination itself. */
const LOOKS$1 = 3;
/** Milliseconds after which a failure that was there before is the last word: a tenant that is down would cost each run its time. */
const OLD_FAILURE = 3e4;
/**
* Waits until the vendor says of each story what came of its sync. What it said before the sync was begun does not count,
* since an old status may be shown until the new one is known.
*/
async function awaitSyncs(awaiting) {
	const ends = /* @__PURE__ */ new Map();
	const moved = /* @__PURE__ */ new Set();
	const told = /* @__PURE__ */ new Map();
	const began = awaiting.clock.elapsed();
	let waited = 0;
	for (let looks = 1; ends.size < awaiting.syncs.length; looks += 1) {
		const spent = Math.max(waited, awaiting.clock.elapsed() - began);
		if (awaiting.stop.aborted || spent >= awaiting.timeout) break;
		const tick = await awaiting.watch.later(awaiting.stop);
		waited += tick.waited;
		for (const sync of awaiting.syncs) {
			if (ends.has(sync.story)) continue;
			const now = statusIn(tick.listing, awaiting.vendorId, sync.story.storyId);
			if (now === "unread") continue;
			if (now === "gone") {
				ends.set(sync.story, {
					kind: "stale",
					stale: { since: "other_plan" }
				});
				continue;
			}
			told.set(sync.story, now);
			if (differs(now, sync.before)) moved.add(sync.story);
			const end = endOf(now, moved.has(sync.story), waited);
			if (end !== void 0) ends.set(sync.story, end);
		}
		if (looks === LOOKS$1) await confirm$1(awaiting, told, ends);
	}
	for (const { story } of awaiting.syncs) if (!ends.has(story)) ends.set(story, await unfinished(awaiting, story, told.get(story)));
	return ends;
}
function statusIn(listing, vendorId, storyId) {
	if (!listing.ok) return "unread";
	return listing.value.find(({ id }) => id === vendorId)?.subscriptions.find((one) => one.storyId === storyId) ?? "gone";
}
function differs(now, before) {
	return before === null || now.status !== before.status || now.errorMessage !== before.errorMessage;
}
function endOf({ status, errorMessage }, moved, waited) {
	if (status === "synced" && moved) return "synced";
	if (status === "failed" && (moved || waited >= OLD_FAILURE)) return {
		kind: "vendor_sync_failed",
		message: errorMessage
	};
}
/** Those that are shown as in sync, as they were before: perhaps they were synced in between. */
async function confirm$1({ syncs, readCopy }, told, ends) {
	for (const { story } of syncs) {
		if (ends.has(story) || told.get(story)?.status !== "synced") continue;
		if (await readCopy(story) === true) ends.set(story, "synced");
	}
}
async function unfinished({ readCopy, stop, timeout }, story, told) {
	if (stop.aborted) return { kind: "interrupted" };
	if (told?.status === "failed") return {
		kind: "vendor_sync_failed",
		message: told.errorMessage
	};
	if (told?.status !== "synced") return {
		kind: "still_syncing",
		seconds: Math.round(timeout / 1e3)
	};
	return await readCopy(story) === true ? "synced" : { kind: "unconfirmed" };
}

// src/apply/step-failure.ts
function stale(change) {
	return { fact: {
		kind: "stale",
		stale: change
	} };
}
function readFailed(step, failure) {
	return {
		fact: {
			kind: "read_failed",
			step,
			failure
		},
		...stopFor(failure)
	};
}
/** A refused key says nothing of the tenant: its other teams may have keys of their own. */
function stopFor({ kind }) {
	return kind === "unauthorized" ? { halt: "destination" } : {};
}

// src/engine/native/held-stories.ts
/** The stories of the pairs among those of a team: by name, by what was recorded, or by their stamp where it was read. */
function heldIn(listing, wanted, { state, exports }) {
	return listing.flatMap(({ id, name }) => {
		const stamp = exports.get(id)?.origin_story_identifier;
		const story = wanted.find((each) => {
			const recorded = Object.hasOwn(state?.stories ?? {}, each.key) ? state?.stories[each.key] : void 0;
			return each.story.name === name || recorded?.destinationStoryId === id || stamp === each.stamp;
		});
		return story === void 0 ? [] : [{
			key: story.key,
			id
		}];
	});
}

// src/engine/native/apply/first-copy.ts
/** A team and a copy in it, from before the vendor was told to go on with it: nothing else tells later what became of it. */
var FirstCopy = class FirstCopy {
	#reader;
	#teamId;
	#story;
	#copyId;
	#held;
	#addresses;
	constructor({ reader, teamId, story, copyId }, before) {
		this.#reader = reader;
		this.#teamId = teamId;
		this.#story = story;
		this.#copyId = copyId;
		this.#held = before.held;
		this.#addresses = before.addresses;
	}
	static async read(place) {
		const listing = await place.reader.listStories(place.teamId);
		if (!listing.ok) return unread(listing.error);
		const live = await place.reader.exportStory(place.copyId);
		if (!live.ok) return unread(live.error);
		const held = new Set(listing.value.map(({ id }) => id));
		return ok(new FirstCopy(place, {
			held,
			addresses: addressesOf(live.value)
		}));
	}
	/** What the vendor did otherwise than to go on with the copy; null where it did just that. */
	async check() {
		const listing = await this.#reader.listStories(this.#teamId);
		if (!listing.ok) return unread(listing.error);
		const made = listing.value.filter(({ id }) => !this.#held.has(id));
		const exports = /* @__PURE__ */ new Map();
		for (const { id, name } of made) {
			if (name === this.#story.desired.story.name) continue;
			const told = await this.#reader.exportStory(id);
			if (told.ok) exports.set(id, told.value);
		}
		const [second] = heldIn(made, [this.#story.desired], {
			state: void 0,
			exports
		});
		if (second !== void 0) return ok({
			is: "second_copy",
			storyId: second.id
		});
		const live = await this.#reader.exportStory(this.#copyId);
		if (!live.ok) return unread(live.error);
		const now = addressesOf(live.value);
		const moved = [...this.#addresses].some(([place, address]) => now.has(place) && now.get(place) !== address);
		return ok(moved ? {
			is: "addresses_changed",
			storyId: this.#copyId
		} : null);
	}
};
/** Addresses are secret: only whether they are the same is of interest. */
function addressesOf(story) {
	return new Map([...ingressValues(story)].map(([place, values]) => [place, contentHash(values)]));
}
function unread(failure) {
	return fail(readFailed("stories_of_team", failure).fact);
}

// src/engine/native/apply/native-record.ts
/** What is to be recorded of a destination that the vendor serves: each write as soon as it is known to have happened. */
var NativeRecord = class {
	#work;
	#previous;
	#native;
	#keepsStories;
	constructor(work, previous) {
		this.#work = work;
		this.#previous = previous;
		this.#native = previous?.native ?? {
			vendorId: null,
			manualSyncOnly: false,
			keyVersion: null,
			carried: []
		};
		this.#keepsStories = work.target.at !== "found" || work.blocked !== null;
	}
	get state() {
		const { tenantUrl, teamId } = this.#work.destination;
		const { stories = {}, recordTypes = {}, last = {}, native } = this.#previous ?? {};
		const isKnown = native !== void 0 || this.#native.vendorId !== null;
		return {
			tenantUrl,
			teamId,
			stories: this.#keepsStories ? stories : {},
			recordTypes: this.#keepsStories ? recordTypes : {},
			last,
			...isKnown ? { native: this.#native } : {}
		};
	}
	/** What stands there before anything is written, as far as the vendor shows it. */
	began(change) {
		const { target, flagThere, blocked } = this.#work;
		if (target.at !== "found" || blocked !== null) return;
		const isSame = this.#native.vendorId === target.object.id;
		this.#native = {
			vendorId: target.object.id,
			manualSyncOnly: flagThere ?? (isSame ? this.#native.manualSyncOnly : false),
			keyVersion: isSame ? this.#native.keyVersion : change.keyVersion,
			carried: this.#native.carried
		};
	}
	done({ manualSyncOnly, keyVersion }) {
		if (this.#native.vendorId !== null) this.#native = {
			...this.#native,
			manualSyncOnly,
			keyVersion
		};
	}
	made(vendorId, { manualSyncOnly, keyVersion }) {
		this.#native = {
			...this.#native,
			vendorId,
			manualSyncOnly,
			keyVersion
		};
		this.#keepsStories = false;
	}
	flag(manualSyncOnly) {
		this.#native = {
			...this.#native,
			manualSyncOnly
		};
	}
	key(keyVersion) {
		this.#native = {
			...this.#native,
			keyVersion
		};
	}
	gone() {
		this.#native = {
			...this.#native,
			vendorId: null
		};
		this.#keepsStories = true;
	}
	/** The vendor does not go on with what stands there: it is not told to again. */
	refused() {
		this.#native = {
			...this.#native,
			carried: []
		};
	}
};

// src/engine/native/apply/read-copy.ts
/** Whether the copy of a story at the destination is what git has; undefined where it cannot be told. */
async function isCopyEqual(reader, teamId, { desired }) {
	if (reader === void 0) return void 0;
	const listing = await reader.listStories(teamId);
	if (!listing.ok) return void 0;
	const [copy, ...others] = listing.value.filter(({ name }) => name === desired.story.name);
	if (copy === void 0 || others.length > 0) return void 0;
	const live = await reader.exportStory(copy.id);
	return live.ok ? compareStories(live.value, desired.story).length === 0 : void 0;
}

// src/apply/confirmed-write.ts
/** How often a write is sent whose answer was lost and which no look finds. */
const ATTEMPTS = 3;
/** The same where the tenant said that it was one too many: together they outlast the minute by which it counts. */
const ATTEMPTS_WHEN_LIMITED = 12;
/** Milliseconds before the one look after such an answer; they double, up to the longest. */
const LIMITED_WAIT = {
	first: 1e3,
	longest: 15e3
};
/** Milliseconds before each look after a lost answer: a slow tenant may carry a request out after the line broke. */
const WAITS = [
	250,
	1e3,
	3e3
];
/**
* Makes a write happen exactly once, or says why not. An answer that does not tell is looked up before anything is sent
* again; only what the tenant itself refused counts as refused. A 429 is looked up too: nobody says that the vendor, or what
* stands before it, counts before it works.
*/
async function confirmedWrite(clock, write) {
	let [lostOnes, limitedOnes] = [0, 0];
	for (;;) {
		const answer = await write.send();
		if (answer.ok) return write.acceptWithoutLook?.(answer.value) === false ? confirm(clock, write) : answer;
		const { error } = answer;
		if (error.effect === "none") return answerRefusal(clock, write, error);
		const isLimited = error.kind === "rate_limited";
		if (isLimited) limitedOnes += 1;
		else lostOnes += 1;
		const found = await lookFor(clock, write, isLimited ? [limitedWait(limitedOnes)] : WAITS);
		if (!found.ok) return found;
		if (found.value !== void 0) return ok(found.value);
		if (lostOnes === ATTEMPTS || limitedOnes === ATTEMPTS_WHEN_LIMITED) return fail(lost(write, error));
		const blockedBy = await write.blockedBy?.();
		if (blockedBy) return fail(blockedBy);
	}
}
function limitedWait(time) {
	return Math.min(LIMITED_WAIT.longest, LIMITED_WAIT.first * 2 ** (time - 1));
}
/** The tenant said yes; only what is there counts. */
async function confirm(clock, write) {
	const found = await lookFor(clock, write, [0, ...WAITS]);
	if (!found.ok) return found;
	if (found.value !== void 0) return ok(found.value);
	if (write.notDone === void 0) throw new Error("Internal error: a write is looked for after its success, and has no failure for its absence");
	return fail(write.notDone);
}
async function answerRefusal(clock, write, failure) {
	const refused = fail(REFUSALS.has(failure.kind) ? refusedBy(write, failure) : lost(write, failure));
	if (write.recheckRefusal?.(failure) === void 0) return refused;
	const found = await lookFor(clock, write, [0]);
	if (!found.ok) return found;
	if (found.value !== void 0) return ok(found.value);
	return write.recheckRefusal(failure) ?? refused;
}
/** The tenant itself said no; anything else without an effect did not get through. */
const REFUSALS = /* @__PURE__ */ new Set([
	"rejected",
	"not_found",
	"unauthorized"
]);
function refusedBy({ step }, failure) {
	return {
		fact: {
			kind: "write_refused",
			step,
			failure
		},
		...stopFor(failure)
	};
}
function lost({ step }, failure) {
	return {
		fact: {
			kind: "write_lost",
			step,
			failure
		},
		...stopFor(failure)
	};
}
async function lookFor(clock, { look }, waits) {
	for (const wait of waits) {
		if (wait > 0) await clock.sleep(wait);
		const found = await look();
		if (!found.ok || found.value !== void 0) return found;
	}
	return ok(void 0);
}

// src/engine/native/apply/vendor-object.ts
/** Writes to the vendor's list at the origin: each happens once, or says why not. */
var VendorObjects = class {
	#origin;
	#watch;
	#clock;
	constructor(origin, { watch, clock }) {
		this.#origin = origin;
		this.#watch = watch;
		this.#clock = clock;
	}
	/** All there are; nothing that was read before a write counts after it. */
	read() {
		return this.#watch.read();
	}
	/**
	* Of two that stand there the one with the lower id stays, and only what our own create returned is taken away again: a
	* gateway may have sent it twice.
	*/
	async create(wanted) {
		const before = await this.#at(wanted);
		if (!before.ok) return before;
		if (before.value.length > 0) return fail(stale({ since: "other_plan" }));
		const made = await confirmedWrite(this.#clock, {
			step: { write: "create_destination" },
			send: () => this.#origin.createSyncDestination(wanted),
			look: async () => this.#oneAt(wanted)
		});
		if (!made.ok) return made;
		const after = await this.#at(wanted);
		if (!after.ok) return after;
		const [first, ...twins] = after.value;
		if (first === void 0) return fail(stale({ since: "other_plan" }));
		if (twins.length === 0) return ok(first);
		const ids = after.value.map(({ id }) => id);
		if (first.id === made.value.id || twins.length > 1 || !sameStories(first, wanted.storyIds)) return fail(twice(ids));
		const withdrawn = await this.delete(made.value.id);
		return withdrawn.ok ? ok(first) : withdrawn;
	}
	update(id, patch) {
		return confirmedWrite(this.#clock, {
			step: { write: "update_destination" },
			send: () => this.#origin.updateSyncDestination(id, patch),
			look: async () => {
				const listing = await this.read();
				if (!listing.ok) return listing;
				const object = listing.value.find((one) => one.id === id);
				if (object === void 0) return fail(stale({ since: "other_plan" }));
				return ok(hasAll(object, patch) ? object : void 0);
			}
		});
	}
	/** Its copies stay where they are, as stories of their own, unless somebody agreed to lose them. */
	delete(id, { keepStories = true, blockedBy } = {}) {
		const isGone = async () => {
			const listing = await this.read();
			if (!listing.ok) return listing;
			return ok(listing.value.some((one) => one.id === id) ? void 0 : null);
		};
		return confirmedWrite(this.#clock, {
			step: { write: "delete_destination" },
			send: () => this.#origin.deleteSyncDestination(id, { keepStories }),
			look: isGone,
			...blockedBy === void 0 ? {} : { blockedBy },
			recheckRefusal: (failure) => failure.kind === "not_found" ? fail({ fact: {
				kind: "write_refused",
				step: { write: "delete_destination" },
				failure
			} }) : void 0
		});
	}
	/** Begun twice it is carried out twice, with the same content: so it is sent again where no look shows that it began. */
	sync(id, storyId, before) {
		return confirmedWrite(this.#clock, {
			step: { write: "start_sync" },
			send: () => this.#origin.syncStory(id, storyId),
			look: async () => {
				const listing = await this.read();
				if (!listing.ok) return listing;
				const entry = listing.value.find((one) => one.id === id)?.subscriptions.find((one) => one.storyId === storyId);
				return ok(entry !== void 0 && entry.status !== before ? null : void 0);
			}
		});
	}
	async #at({ tenantUrl, teamId, originTeamId }) {
		const listing = await this.read();
		return listing.ok ? ok(new VendorClaims(listing.value, originTeamId).at({
			tenantUrl,
			teamId
		})) : listing;
	}
	async #oneAt(wanted) {
		const found = await this.#at(wanted);
		if (!found.ok) return found;
		const [first, ...twins] = found.value;
		return twins.length > 0 ? fail(twice(found.value.map(({ id }) => id))) : ok(first);
	}
};
function twice(ids) {
	return { fact: {
		kind: "vendor_destination_repeated",
		ids
	} };
}
/** A key is never told, so it is sent once more. */
function hasAll(object, { key, manualSyncOnly, storyIds }) {
	if (key !== void 0) return false;
	if (manualSyncOnly !== void 0 && object.manualSyncOnly !== manualSyncOnly) return false;
	return storyIds === void 0 || sameStories(object, storyIds);
}
function sameStories({ subscriptions }, storyIds) {
	const there = new Set(subscriptions.map(({ storyId }) => storyId));
	return there.size === new Set(storyIds).size && storyIds.every((id) => there.has(id));
}

// src/engine/native/apply/apply-native.ts
/** Tells the vendor what the plan says, waits for what comes of it, and gives every pair its one outcome. */
async function applyNative(work, run, ports) {
	const pass = new NativePass(work, run, ports);
	await pass.run();
	return {
		state: pass.state,
		pruned: []
	};
}
var NativePass = class {
	#work;
	#run;
	#ports;
	#record;
	/** The vendor's object, once it is known. */
	#vendorId;
	#started = [];
	/** The vendor's object was made by this very pass. */
	#made = false;
	constructor(work, run, ports) {
		this.#work = work;
		this.#run = run;
		this.#ports = ports;
		this.#record = new NativeRecord(work, run.previous);
		this.#vendorId = work.target.at === "found" ? work.target.object.id : void 0;
	}
	get state() {
		return this.#record.state;
	}
	async run() {
		const work = this.#keepWaiting();
		const change = nativeChangeOf(work);
		this.#record.began(change);
		if (change.steps.length > 0) {
			const done = await this.#write(work, change.steps);
			if (!done.ok) return this.#run.ledger.endAll(work.destination.name, work.stories, done.error);
			this.#record.done(change);
		}
		const waiting = work.stories.filter((story) => isDue(story.planned) && this.#isOpen(story));
		for (const story of waiting) if (!this.#started.some((sync) => sync.story === story)) this.#started.push(this.#awaited(story));
		await this.#settle();
	}
	/** Stories that may not be begun at this moment have their outcome, and the writes follow from the others. */
	#keepWaiting() {
		const waits = /* @__PURE__ */ new Map();
		for (const { planned, desired } of this.#work.stories) {
			if (!isDue(planned)) continue;
			const all = this.#work.stories.map((other) => other.desired);
			const callee = this.#run.calleesFirst && calleesOf(desired, all).find(({ key }) => waits.has(key));
			const cause = callee && waits.get(callee.key) || this.#run.whyWait(planned.key);
			if (cause) waits.set(planned.key, cause);
		}
		const stories = this.#work.stories.map((story) => {
			const cause = waits.get(story.planned.key);
			if (cause === void 0) return story;
			this.#run.ledger.record(this.#work.destination.name, story, outcomeFrom(cause));
			return {
				...story,
				planned: {
					...story.planned,
					action: "skip"
				}
			};
		});
		return {
			...this.#work,
			stories
		};
	}
	async #write(work, steps) {
		const origin = await this.#ports.origin();
		if (!origin.ok) return origin;
		const objects = new VendorObjects(origin.value, this.#ports);
		const first = await this.#firstCopy(steps);
		if (!first.ok) return first;
		for (const step of steps) {
			if (this.#run.stop.aborted) return fail({ kind: "interrupted" });
			const done = await (step.kind === "prove" ? this.#prove(this.#storyOf(step.storyId), first.value, objects) : this.#take(step, work, objects));
			if (!done.ok) return done;
		}
		return ok(null);
	}
	async #take(step, work, objects) {
		switch (step.kind) {
			case "delete": {
				const done = causeOf$2(await objects.delete(step.id));
				if (done.ok) this.#record.gone();
				return done;
			}
			case "create": return this.#create(step, work, objects);
			case "set_flag": {
				const { id, manualSyncOnly } = step;
				const done = causeOf$2(await objects.update(id, { manualSyncOnly }));
				if (done.ok) this.#record.flag(manualSyncOnly);
				return done;
			}
			case "send_key": {
				const key = await this.#ports.keyOf(work);
				if (!key.ok) return key;
				const done = causeOf$2(await objects.update(step.id, { key: key.value }));
				if (done.ok) this.#record.key(step.version);
				return done;
			}
			case "set_stories": return causeOf$2(await objects.update(step.id ?? this.#objectId(), { storyIds: step.storyIds }));
			case "trigger": return this.#trigger(step.storyIds, objects);
			default: return unreachable(step);
		}
	}
	async #create({ storyIds, manualSyncOnly }, work, objects) {
		const key = work.sameTenant ? ok(null) : await this.#ports.keyOf(work);
		if (!key.ok) return key;
		const { tenantUrl, teamId } = work.destination;
		const { originTeamId } = work;
		const made = await objects.create({
			tenantUrl,
			teamId,
			originTeamId,
			storyIds,
			manualSyncOnly,
			key: key.value
		});
		if (!made.ok) return fail(made.error.fact);
		this.#vendorId = made.value.id;
		this.#made = true;
		this.#record.made(made.value.id, {
			manualSyncOnly,
			keyVersion: work.key.version
		});
		return ok(null);
	}
	/** One that cannot be begun keeps no other from it. */
	async #trigger(storyIds, objects) {
		for (const storyId of storyIds) {
			const story = this.#storyOf(storyId);
			if (this.#run.stop.aborted) return fail({ kind: "interrupted" });
			const awaited = this.#awaited(story);
			const done = await objects.sync(this.#objectId(), storyId, awaited.before?.status ?? null);
			if (done.ok) this.#started.push(awaited);
			else this.#end(story, done.error.fact);
		}
		return ok(null);
	}
	/** What the team holds of the story that goes before the others; undefined where none has to. */
	async #firstCopy(steps) {
		const step = steps.find(({ kind }) => kind === "prove");
		if (step?.kind !== "prove") return ok(void 0);
		const story = this.#storyOf(step.storyId);
		const [copyId] = story.copies;
		const reader = await this.#ports.destination(this.#work);
		if (reader === void 0 || copyId === void 0) return fail({ kind: "unconfirmed" });
		return FirstCopy.read({
			reader,
			teamId: this.#work.destination.teamId,
			story,
			copyId
		});
	}
	/** The first of the copies that the vendor is to go on with: the others follow only where it did just that. */
	async #prove(story, first, objects) {
		if (first === void 0) throw new Error("Internal error: a copy is looked at that was not looked at before");
		const end = this.#isOpen(story) ? (await this.#ends([this.#awaited(story)])).get(story) : void 0;
		if (end !== void 0 && end !== "synced") this.#end(story, end);
		if (end !== "synced") return this.#stopped(story, { is: "not_synced" }, objects, isUndecided(end));
		const verdict = await first.check();
		if (!verdict.ok) {
			this.#end(story, verdict.error);
			return this.#stopped(story, { is: "not_synced" }, objects, false);
		}
		if (verdict.value === null) {
			this.#synced(story);
			return ok(null);
		}
		this.#record.refused();
		return this.#stopped(story, verdict.value, objects, false);
	}
	/** What was made for it goes again, its stories stay; but not under a sync that is on its way. */
	async #stopped({ planned: { key } }, why, objects, isOnItsWay) {
		const undone = this.#made && !isOnItsWay && (await objects.delete(this.#objectId())).ok;
		if (undone) this.#record.gone();
		return fail({
			kind: "takeover_stopped",
			key,
			why,
			undone
		});
	}
	#storyOf(storyId) {
		const story = this.#work.stories.find((each) => each.storyId === storyId);
		if (story === void 0) throw new Error(`Internal error: story ${storyId} is to be synced, and is not in the plan`);
		return story;
	}
	#objectId() {
		if (this.#vendorId === void 0) throw new Error("Internal error: nothing was made at the vendor yet");
		return this.#vendorId;
	}
	#awaited(story) {
		const { target } = this.#work;
		return {
			story,
			before: (target.at === "found" ? target.object.subscriptions : []).find(({ storyId }) => storyId === story.storyId) ?? null
		};
	}
	async #settle() {
		const open = this.#started.filter(({ story }) => this.#isOpen(story));
		if (open.length === 0 || this.#vendorId === void 0) return;
		for (const [story, end] of await this.#ends(open)) if (end !== "synced") this.#end(story, end);
		else this.#synced(story);
	}
	async #ends(syncs) {
		const { watch, clock, pollTimeout, destination } = this.#ports;
		const { teamId } = this.#work.destination;
		let reader;
		return awaitSyncs({
			vendorId: this.#objectId(),
			syncs,
			watch,
			clock,
			timeout: pollTimeout,
			stop: this.#run.stop,
			readCopy: async (story) => {
				reader ??= destination(this.#work);
				return isCopyEqual(await reader, teamId, story);
			}
		});
	}
	#synced(story) {
		const { planned, desired, subscribed } = story;
		this.#run.ledger.record(this.#work.destination.name, story, {
			status: "synced",
			reason: planned.reason,
			did: subscribed ? "updated" : "created",
			warnings: planned.warnings.filter(({ kind }) => kind !== "vendor_failed"),
			syncedAt: this.#ports.clock.now().toISOString(),
			commit: desired.commit ?? this.#run.commit
		});
	}
	#end(story, cause) {
		this.#run.ledger.record(this.#work.destination.name, story, outcomeFrom(cause));
	}
	#isOpen(story) {
		return this.#run.ledger.isOpen(this.#work.destination.name, story);
	}
};
function isUndecided(end) {
	return typeof end === "object" && [
		"interrupted",
		"still_syncing",
		"unconfirmed"
	].includes(end.kind);
}
function causeOf$2(done) {
	return done.ok ? ok(null) : fail(done.error.fact);
}

// src/apply/kept-orphans.ts
/** Everything left behind stays, for one reason. */
function keepAll(work, by) {
	const fact = {
		kind: "not_deleted",
		by
	};
	return [...work.prune.map(({ left }) => prunedOf(work, left, {
		...KEPT,
		consented: true,
		fact
	})), ...staying(work)];
}
const KEPT = {
	deleted: false,
	keptAs: null
};
function staying(work) {
	return work.leftBehind.flatMap((left) => {
		const { keptBecause: fact } = left;
		return fact === null ? [] : [prunedOf(work, left, {
			...KEPT,
			consented: false,
			fact
		})];
	});
}
function prunedOf({ destination }, left, result) {
	const { key, name, destinationStoryId } = left;
	return {
		destination: destination.name,
		key,
		name,
		destinationStoryId,
		...result
	};
}

// src/engine/native/describe-native.ts
/** What becomes of a destination at the vendor. Given before a rollout keeps anything back, as its digest is. */
function describeNative(work) {
	const { target } = work;
	const { action, steps, subscribe, unsubscribe, manualSyncOnly, keyVersion, warnings } = nativeChangeOf(work);
	return {
		engine: "native",
		action,
		id: "object" in target ? target.object.id : null,
		consent: consentFor(work.blocked),
		from: target.at === "elsewhere" ? {
			tenantUrl: target.object.tenantUrl,
			teamId: target.object.teamId
		} : null,
		subscribe,
		unsubscribe: unsubscribe.map(({ key, storyId }) => key ?? `#${storyId}`),
		manualSyncOnly,
		keyVersion,
		steps: steps.flatMap(({ kind }) => kind === "prove" ? [] : kind),
		warnings
	};
}
function consentFor(cause) {
	if (cause?.kind === "awaits_replace") return "--replace";
	return cause?.kind === "kept_by_vendor" || cause?.kind === "kept_by_push" && cause.mayTakeOver ? "--takeover" : null;
}
/** The same of a destination of the push that the vendor still keeps: its sync destination goes, and the copies stay. */
function describeRelease({ destination, objects, cause }) {
	const [object, ...twins] = objects;
	return {
		engine: "push",
		action: "takeover",
		id: twins.length === 0 ? object?.id ?? null : null,
		consent: consentFor(cause),
		from: null,
		subscribe: [],
		unsubscribe: [],
		manualSyncOnly: destination.manualSyncOnly,
		keyVersion: null,
		steps: cause === null ? ["delete"] : [],
		warnings: []
	};
}
function describeVendorOrphan({ object, name, keptBecause }) {
	const { id, tenantUrl, teamId, subscriptions } = object;
	return {
		id,
		name,
		tenantUrl,
		teamId,
		stories: subscriptions.map(({ storyId, storyName }) => storyName ?? `#${storyId}`),
		keptBecause
	};
}

// src/engine/native/release-push.ts
/**
* The work of the push, in the light of what the vendor has there. Nothing is written while it waits for consent, nor where
* a copy that the vendor brought is not found: a push would make it a second time.
*/
function afterRelease(work, release, state) {
	const listed = work.stories.flatMap(({ live }) => live?.listed ?? []).toSorted((a, b) => a.id - b.id);
	const carried = listed.map(({ id }) => id);
	if (release === void 0) {
		const native = state?.native;
		if (native === void 0 || !work.refreshed) return work;
		if (native.vendorId !== null) return {
			...work,
			release: {
				id: null,
				carried,
				enabled: []
			}
		};
		return native.enabled === void 0 ? work : sinceReleased(work, carried, native.enabled);
	}
	const cause = release.cause ?? (work.refreshed ? lostCopies(work, release) : null);
	const native = describeRelease({
		...release,
		cause
	});
	if (!work.refreshed) return {
		...work,
		native
	};
	if (cause !== null) return {
		...waitAll(work, cause),
		native
	};
	const [object] = release.objects;
	const id = object?.id ?? null;
	const digest = contentHash({
		push: digestDestination(work),
		releases: id
	});
	return {
		...work,
		native,
		digest,
		alters: true,
		release: {
			id,
			carried,
			enabled: enabledOf(listed)
		}
	};
}
function enabledOf(listed) {
	return listed.filter(({ disabled }) => !disabled).map(({ id }) => id);
}
/** The vendor disables afterwards, so later runs look too; what was seen enabled once is no more its doing. */
function sinceReleased(work, carried, before) {
	const disabled = new Set(work.stories.flatMap(({ live }) => live?.listed.disabled && before.includes(live.listed.id) ? live.listed.id : []));
	const release = {
		id: null,
		carried,
		enabled: [...disabled]
	};
	return {
		...warnOf(disabled, work),
		release
	};
}
/** Copies that were enabled, and are not any more. */
function warnOf(disabled, work) {
	if (disabled.size === 0) return work;
	const stories = work.stories.map((story) => {
		if (!disabled.has(story.live?.listed.id ?? 0)) return story;
		const warnings = [...story.planned.warnings, { kind: "disabled_by_vendor" }];
		return {
			...story,
			planned: {
				...story.planned,
				warnings
			}
		};
	});
	return {
		...work,
		stories
	};
}
/** Nobody knows whether the vendor keeps it still, so nothing is written there. */
function heldBy(work, cause) {
	return work.refreshed ? waitAll(work, cause) : work;
}
function lostCopies({ stories }, { objects }) {
	const brought = new Set(objects.flatMap(({ subscriptions }) => subscriptions.map(({ storyId }) => storyId)));
	const lost = stories.filter(({ live, desired, planned }) => !planned.detached && live === void 0 && brought.has(desired.id ?? 0));
	return lost.length === 0 ? null : {
		kind: "copies_not_found",
		keys: lost.map(({ planned }) => planned.key)
	};
}
function waitAll(work, cause) {
	const stories = work.stories.map((story) => ({
		...story,
		planned: waitingFor(story.planned, cause)
	}));
	return {
		...work,
		stories,
		prune: [],
		refreshed: false
	};
}
function waitingFor(planned, cause) {
	const waits = statusOf$1(cause) === "requires_sync";
	const due = planned.action === "create" || planned.action === "update" ? planned.action : null;
	return {
		...planned,
		action: waits ? "skip" : "blocked",
		would: waits ? due : null,
		reason: reasonOf(cause),
		fact: cause
	};
}

// src/engine/native/apply/release-first.ts
/** A push whose destination the vendor keeps until now: the vendor's object goes first, and its copies are what is pushed. */
async function pushReleased(work, run, push, ports) {
	const { release, stories, destination } = work;
	if (release === void 0) return push.apply(work, run);
	if (release.id !== null && stories.some(({ planned }) => planned.waits !== void 0)) return push.apply({
		...work,
		prune: []
	}, run);
	const cause = await releaseAt(release.id, run, ports);
	if (cause !== void 0) {
		run.ledger.endAll(destination.name, stories, cause);
		return {
			state: run.previous ?? blank(work),
			pruned: staying(work)
		};
	}
	const native = {
		vendorId: null,
		manualSyncOnly: false,
		keyVersion: null,
		carried: [.../* @__PURE__ */ new Set([...run.previous?.native?.carried ?? [], ...release.carried])].toSorted((a, b) => a - b),
		...release.enabled.length > 0 ? { enabled: release.enabled } : {}
	};
	const disabled = release.id === null ? /* @__PURE__ */ new Set() : await disabledSince(work, release.enabled, run, ports);
	const warned = warnOf(disabled, work);
	for (const story of warned.stories) {
		if (story.planned.action !== "unchanged" || !disabled.has(story.live?.listed.id ?? 0)) continue;
		const { warnings } = story.planned;
		run.ledger.record(destination.name, story, {
			...run.ledger.outcomeOf(destination.name, story),
			warnings
		});
	}
	const applied = await push.apply(warned, {
		...run,
		previous: {
			...run.previous ?? blank(work),
			native
		}
	});
	return {
		...applied,
		state: {
			...applied.state,
			native
		}
	};
}
async function releaseAt(id, { stop }, { origin, watch, clock }) {
	if (id === null) return void 0;
	if (stop.aborted) return { kind: "interrupted" };
	const writer = await origin();
	if (!writer.ok) return writer.error;
	const deleted = await new VendorObjects(writer.value, {
		watch,
		clock
	}).delete(id);
	return deleted.ok ? void 0 : deleted.error.fact;
}
/** Milliseconds before each look at what the vendor does with copies that it lets go: it does so afterwards. */
const LOOKS = [1e3, 2e3];
async function disabledSince({ destination }, enabled, { stop }, ports) {
	const reader = enabled.length === 0 ? void 0 : await ports.destination({ destination });
	const found = /* @__PURE__ */ new Set();
	for (const wait of reader === void 0 ? [] : LOOKS) {
		await ports.clock.sleep(wait, stop);
		const listing = await reader?.listStories(destination.teamId);
		for (const { id, disabled } of listing?.ok ? listing.value : []) if (disabled && enabled.includes(id)) found.add(id);
	}
	return found;
}
function blank({ destination: { tenantUrl, teamId } }) {
	return {
		tenantUrl,
		teamId,
		stories: {},
		recordTypes: {},
		last: {},
		proven: false
	};
}

// src/engine/native/native-work.ts
/** Work goes back to the engine that made it. One that could not be read, or was not asked, is nobody's in particular. */
function isNativeWork(work) {
	return "target" in work;
}

// src/plan/assess-offline.ts
/**
* What can be said of a story without asking its tenant: whether git asks for something else than what was pushed last.
* Edits, prerequisites and record types at the destination are unknown, and the plan says so.
*/
function assessOffline(desired, subscription, match) {
	const state = match?.state;
	const equal = state?.pushed === desired.contentHash && state.status === "synced";
	const detached = subscription.detached !== void 0;
	const base = {
		detached,
		destinationStoryId: state?.destinationStoryId ?? null,
		warnings: [...renamedFrom(match?.knownAs), {
			kind: "not_compared",
			lastPush: state ? state.syncedAt.slice(0, 10) : null
		}]
	};
	return {
		planned: detached ? plannedStory(desired, {
			...base,
			action: "skip",
			reason: "detached",
			fact: {
				kind: "detached",
				detachment: subscription.detached ?? null,
				absent: false
			}
		}) : plannedStory(desired, {
			...base,
			...decideOffline(desired, state, equal)
		}),
		desired,
		equal,
		...state ? { state } : {},
		evidence: {}
	};
}
function decideOffline(desired, state, equal) {
	if (!state) return {
		action: "create",
		reason: null
	};
	if (equal) return {
		action: "unchanged",
		reason: null
	};
	return {
		action: "update",
		reason: state.name === desired.story.name ? "content_changed" : "renamed"
	};
}

// src/plan/broken-stories.ts
/**
* Stories that the destination takes and whose files cannot be used. Then nothing is planned for it: which sub-stories
* they bring, and which record types are theirs, is not known, and its other stories may depend on both.
*/
function findBroken({ broken }, destination) {
	if (broken === void 0) return [];
	return destination.subscriptions.flatMap(({ storyKey }) => pinOf(destination, storyKey) === void 0 ? broken.get(storyKey) ?? [] : []);
}
function brokenFile({ key, file, finding }) {
	const { place, message, hint } = finding;
	return {
		kind: "story_file_unusable",
		key,
		at: place === void 0 ? file : `${place.file}:${place.line}`,
		finding: {
			message,
			hint
		}
	};
}
/** What keeps the other stories of a destination that takes broken ones. */
function waitsForFiles(broken) {
	return {
		kind: "waits_for_story_files",
		keys: broken.map(({ key }) => key)
	};
}

// src/plan/part-hashes.ts
/** Parts whose content is no longer what we read back after our own push. */
function editedParts(live, state) {
	const parts = /* @__PURE__ */ new Set([...Object.keys(live), ...Object.keys(state.observed)]);
	return new Set([...parts].filter((part) => live[part] !== state.observed[part]));
}
/** Places among the changes that the destination edited itself, each once. */
function driftedPlaces(changes, parts) {
	return [...new Set(changes.filter((change) => parts.has(change.part)).map((change) => change.path))];
}
/** Whether two readings say the same of every part. */
function sameParts(a, b) {
	const keys = Object.keys(a);
	return keys.length === Object.keys(b).length && keys.every((key) => a[key] === b[key]);
}

// src/plan/policy.ts
function mayPushManually(policy, destination) {
	return policy.manual === "all" || policy.manual.has(destination);
}

// src/plan/orphans/callers.ts
/** All that may call a story left behind: what git asks for, and what is live and stays as it is. */
function findCallers(context, leaving) {
	const { desired, destination, readings, state, work } = context;
	const wanted = subscribedStories(desired, destination);
	const asGitAsks = new Set(work.filter(({ planned }) => planned.action === "unchanged" || planned.action === "update").map(({ planned }) => planned.destinationStoryId));
	const ours = new Set(Object.values(state?.stories ?? {}).map(({ destinationStoryId }) => destinationStoryId));
	const names = new Set(wanted.map(({ story }) => story.name));
	const staying = readings.listing.filter(({ id }) => !leaving.has(id) && !asGitAsks.has(id));
	const unread = staying.filter(({ id }) => !readings.exports.has(id));
	const maybeOurs = ({ id, name }) => ours.has(id) || names.has(name);
	return {
		callers: [...wanted.map(({ story, references }) => ({
			name: story.name,
			references
		})), ...staying.flatMap((listed) => callerOf(listed, readings) ?? [])],
		unread: unread.filter(maybeOurs).map(({ id }) => id),
		unknown: unread.some((listed) => !maybeOurs(listed))
	};
}
/** A live story as a caller, when its export was read. */
function callerOf({ id, name }, readings) {
	const story = readings.exports.get(id);
	return story && {
		name,
		story
	};
}
function calls(caller, callee) {
	return isCalled(callee, "story" in caller ? calledBy(caller.story) : calledSlugs(caller.references));
}
/** One live story is asked about every story that may go. */
const calledByStory = /* @__PURE__ */ new WeakMap();
function calledBy(story) {
	const called = calledByStory.get(story) ?? calledSlugs(findReferences(story).references);
	calledByStory.set(story, called);
	return called;
}

// src/plan/orphans/keep-orphan.ts
/** Why a story left behind is never deleted, whoever agrees to it; callers apart. Undefined when nothing speaks against it. */
function reasonToStay(left, context) {
	return unreadNearby(context) ?? wishOfTheDestination(left) ?? stillWanted(left, context) ?? unnamed(context) ?? notProven(left, context);
}
/** A failed read is never an absence: what could not be read may be a caller, or ours. */
function unreadNearby({ readings }) {
	const [id] = readings.unreadableExports.keys();
	if (id === void 0) return void 0;
	return {
		kind: "neighbour_unreadable",
		name: readings.listing.find((story) => story.id === id)?.name ?? String(id)
	};
}
function wishOfTheDestination({ listed }) {
	if (listed.tags.includes("detached-from-sync")) return { kind: "orphan_tagged" };
	if (listed.changeControl) return { kind: "orphan_under_change_control" };
	return listed.locked ? { kind: "orphan_locked" } : void 0;
}
/** A commit that lacks a story cannot say which one it is: it may be any that state has under another key. */
function unnamed({ desired, destination }) {
	const absent = destination.subscriptions.find(({ storyKey }) => !wantedStory(desired, destination, storyKey));
	return absent && {
		kind: "maybe_wanted",
		key: absent.storyKey,
		inCommit: false
	};
}
/** A story whose key, or whose key and name, changed in git, before a sync has found it again. */
function stillWanted({ listed }, { desired, destination, readings }) {
	const stamp = readings.exports.get(listed.id)?.origin_story_identifier;
	for (const { storyKey } of destination.subscriptions) {
		const wanted = wantedStory(desired, destination, storyKey);
		if (wanted && (wanted.stamp === stamp || wanted.story.name === listed.name)) return {
			kind: "maybe_wanted",
			key: storyKey,
			inCommit: true
		};
	}
}
/** Ours is what carries, now and after our push, the very stamp that we sent; state alone proves nothing. */
function notProven({ key, state, listed }, { desired, readings, state: recorded }) {
	const sent = state.lineage ?? desired.stories.get(key)?.stamp;
	if (state.stamp === "" || state.stamp !== sent) return {
		kind: "orphan_not_proven",
		because: "stamp_stored_otherwise"
	};
	const known = [...allVersions(desired)].map(({ stamp }) => stamp);
	if (!recorded?.proven && !known.includes(state.stamp)) return {
		kind: "orphan_not_proven",
		because: "stamp_unknown"
	};
	if (!isOfOrigin(state.stamp, known, desired.origin?.tenantUrl)) return {
		kind: "orphan_not_proven",
		because: "other_origin"
	};
	const story = readings.exports.get(listed.id);
	if (!story || story.origin_story_identifier === state.stamp) return void 0;
	return {
		kind: "orphan_not_proven",
		because: "stamp_gone"
	};
}

// src/plan/orphans/prune-work.ts
/** Callers first: no moment leaves a story behind whose callee is gone. */
function callersFirst(work) {
	const ordered = [];
	const seen = /* @__PURE__ */ new Set();
	const callersOf = ({ listed }) => work.filter((other) => {
		const caller = {
			name: other.listed.name,
			story: other.story
		};
		return other.listed.id !== listed.id && calls(caller, listed);
	});
	const visit = (entry) => {
		if (seen.has(entry.listed.id)) return;
		seen.add(entry.listed.id);
		const callers = callersOf(entry);
		for (const caller of callers) visit(caller);
		const before = ordered.map(({ listed }) => listed.id);
		ordered.push({
			...entry,
			callers: callers.map(({ listed }) => listed.id).filter((id) => before.includes(id))
		});
	};
	for (const entry of work) visit(entry);
	return ordered;
}

// src/plan/orphans/orphans.ts
/** What is ours at the destination and asked for no more, and what of it may be deleted. */
function assessOrphans(context) {
	const { readings, policy } = context;
	const candidates = findCandidates(context);
	if (candidates.length === 0) return {
		kind: "assessed",
		leftBehind: [],
		prune: []
	};
	const others = findCallers(context, new Set(candidates.map(({ listed }) => listed.id)));
	const closely = policy.prune === true && leftAlone(context) === void 0;
	const unread = (closely ? [...candidates.map(({ listed }) => listed.id), ...others.unread] : []).filter((id) => !readings.exports.has(id) && !readings.unreadableExports.has(id));
	if (unread.length > 0) return {
		kind: "unread",
		needs: unread.map((storyId) => ({
			kind: "export",
			storyId
		}))
	};
	const assessed = decideWhoStays(candidates, others.callers, context);
	const notRead = others.unknown ? [{ kind: "callers_unread" }] : [];
	const entries = assessed.map((candidate) => ({
		...candidate,
		left: describe(candidate, readings, notRead)
	}));
	return {
		kind: "assessed",
		leftBehind: entries.map(({ left }) => left),
		prune: closely ? callersFirst(entries.flatMap((entry) => pruneWork(entry, readings))) : []
	};
}
/** Still there, ours once, and asked for no more: not even by a story of another key. */
function findCandidates({ desired, destination, readings, state, policy, work, matches }) {
	const stories = state?.stories ?? {};
	const subscribed = new Set(destination.subscriptions.map(({ storyKey }) => storyKey));
	const wantedNames = new Set(subscribedStories(desired, destination).map(({ story }) => story.name));
	const renamed = new Set([...matches.values()].map(({ knownAs }) => knownAs));
	const taken = new Set(work.map(({ planned }) => planned.destinationStoryId));
	for (const key of subscribed) taken.add(stories[key]?.destinationStoryId ?? null);
	const found = [];
	for (const [key, story] of Object.entries(stories).toSorted(byTextOf(([key]) => key))) {
		const chosen = policy.choosesLeftBehind?.(destination.name, key) ?? true;
		const listed = readings.listing.find(({ id }) => id === story.destinationStoryId);
		if (!chosen || !listed || subscribed.has(key) || renamed.has(key) || taken.has(listed.id) || wantedNames.has(story.name)) continue;
		taken.add(listed.id);
		found.push({
			key,
			state: story,
			listed
		});
	}
	return found;
}
/** Why nothing at all is deleted at the destination in this run; no flag overrides a hold. */
function leftAlone({ destination, policy }) {
	if (destination.hold) return {
		kind: "orphan_held",
		hold: destination.hold
	};
	return destination.manualSyncOnly && !mayPushManually(policy, destination.name) ? { kind: "orphan_manual_only" } : void 0;
}
/** What stays may call what was to go, which stays then, and may call the next: repeat until nothing changes. */
function decideWhoStays(candidates, callers, context) {
	const alone = leftAlone(context);
	let assessed = candidates.map((candidate) => ({
		...candidate,
		keptBecause: alone ?? reasonToStay(candidate, context)
	}));
	for (;;) {
		const kept = assessed.filter(({ keptBecause }) => keptBecause !== void 0);
		const staying = [...callers, ...kept.flatMap(({ listed }) => callerOf(listed, context.readings) ?? [])];
		const next = assessed.map((candidate) => {
			const caller = staying.find((other) => calls(other, candidate.listed));
			return candidate.keptBecause !== void 0 || !caller ? candidate : {
				...candidate,
				keptBecause: {
					kind: "called_by",
					name: caller.name
				}
			};
		});
		if (next.filter(({ keptBecause }) => keptBecause !== void 0).length === kept.length) return next;
		assessed = next;
	}
}
function describe({ key, state, listed, keptBecause }, readings, more) {
	const edit = findEdit(state, listed, readings.exports.get(listed.id));
	return {
		key,
		name: listed.name,
		destinationStoryId: listed.id,
		prunable: keptBecause === void 0,
		keptBecause: keptBecause ?? null,
		warnings: keptBecause === void 0 ? [...edit, ...more] : []
	};
}
/** An edit of the destination's own would be lost but for the copy. */
function findEdit(state, listed, story) {
	if (!story) return state.editedAt !== "" && listed.editedAt !== "" && state.editedAt !== listed.editedAt ? [{
		kind: "orphan_edited",
		places: []
	}] : [];
	const places = [...editedParts(fingerprint(story), state)];
	return places.length === 0 ? [] : [{
		kind: "orphan_edited",
		places
	}];
}
function pruneWork({ left, listed }, readings) {
	const story = readings.exports.get(listed.id);
	return left.prunable && story ? [{
		left,
		listed,
		story,
		callers: []
	}] : [];
}

// src/plan/pinned-work.ts
/** What is as its pin asks says so; what a push brings there keeps the reason of the push. */
function asPinned(work, pin) {
	if (pin === void 0) return work;
	const { planned } = work;
	if (planned.action !== "unchanged") return {
		...work,
		pin
	};
	return {
		...work,
		pin,
		planned: {
			...planned,
			reason: "pinned",
			fact: {
				kind: "pinned",
				pin
			}
		}
	};
}
/** Nobody knows what the pair is to have: it alone is left as it is. */
function blockedByPin(desired, fact, state) {
	const destinationStoryId = state?.destinationStoryId ?? null;
	return {
		planned: plannedStory(desired, {
			action: "blocked",
			reason: reasonOf(fact),
			fact,
			destinationStoryId
		}),
		desired,
		equal: false,
		pin: fact.pin,
		...state ? { state } : {},
		evidence: {}
	};
}

// src/plan/waiting.ts
/** Where nothing may be pushed in this run, stories are planned and reported like any other, and wait. */
function letWait(work, destination, policy) {
	const waiting = whyWaiting(destination, policy);
	return waiting ? work.map((each) => waitFor(each, waiting)) : work;
}
/** A hold comes first: no flag opens it, as --manual does the other. */
function whyWaiting({ name, hold, manualSyncOnly }, policy) {
	if (hold) return {
		reason: "held",
		fact: (by) => ({
			kind: "held",
			hold,
			by
		})
	};
	if (!manualSyncOnly || mayPushManually(policy, name)) return void 0;
	return {
		reason: "manual_sync_only",
		fact: (by) => by && {
			kind: "manual_only_and_blocked",
			by
		}
	};
}
/** What stays as it is, or waits for a reason of its own, has nothing more to say. */
function waitFor(work, { reason, fact }) {
	const { planned } = work;
	const { action, fact: by } = planned;
	if (action === "unchanged" || action === "skip") return work;
	const waits = {
		...planned,
		action: "skip",
		reason
	};
	if (action !== "blocked") return {
		...work,
		planned: {
			...waits,
			would: action,
			fact: fact(null)
		}
	};
	return {
		...work,
		planned: {
			...waits,
			fact: by?.kind === "recorded" ? by : fact(by)
		}
	};
}
/** A hold is not overridden: what is equal there stays so, whatever would be pushed once more. */
function policyAt({ hold }, policy) {
	return hold && policy.force ? {
		...policy,
		force: false
	} : policy;
}

// src/engine/push/live-facts.ts
function liveFacts({ story: source }, live, observed = fingerprint(live)) {
	const stamp = live.origin_story_identifier;
	return {
		stamp: typeof stamp === "string" ? stamp : "",
		observed,
		actions: mapAddresses(source, live)
	};
}
/** Source guid -> destination guid of webhooks and pages: a later rename keeps their addresses by it. */
function mapAddresses(source, live) {
	const points = ingressPoints(source);
	if (points.length === 0) return {};
	const partners = new Map(matchActions(source, live).pairs.map(({ before, after }) => [before, after]));
	const theirs = new Map(allActions(live).map((placed) => [placeKey(placed), placed.action.guid]));
	return Object.fromEntries(points.flatMap(({ action: { guid }, top, trail }) => {
		const partner = partners.get(top);
		const other = partner === void 0 ? void 0 : theirs.get(placeKey({
			top: partner,
			trail
		}));
		return typeof guid === "string" && typeof other === "string" ? [[guid, other]] : [];
	}));
}

// src/plan/ownership/claim.ts
/**
* The one place that says whose a live story is. Ours is what carries our stamp. How a tenant stored our stamp after our
* own push is told by proven state alone: what others may write claims nothing.
*/
function isOurs(desired, live, entry) {
	if (live.stamp === desired.stamp) return true;
	if (!entry?.proven || live.stamp === "") return false;
	const { destinationStoryId, stamp } = entry.state;
	return destinationStoryId === live.id && stamp === live.stamp;
}

// src/plan/ownership/ownership.ts
/** State helps to find the story; what makes it ours is told by `claim.ts`. */
function findOwnership(search) {
	const { desired, readings } = search;
	const state = search.entry?.state;
	const name = desired.story.name;
	const sameName = readings.listing.filter((story) => story.name === name);
	const [named, second] = sameName;
	if (second) return ambiguous({
		kind: "name_repeated",
		name,
		amount: sameName.length
	});
	if (state) {
		const known = readings.listing.find((story) => story.id === state.destinationStoryId);
		if (known) return judgeKnown(search, known, named);
		const place = readings.whereabouts.get(state.destinationStoryId);
		if (!place) return {
			kind: "unread",
			needs: [{
				kind: "whereabouts",
				storyId: state.destinationStoryId
			}]
		};
		if (place.kind === "moved" && (search.entry?.proven || !named)) return movedAway(name, place.teamId, state.destinationStoryId);
		if (named) return judgeNamed(search, named);
		return searchByStamp(search, readings.listing.filter((story) => story.name === state.name), {
			kind: "absent",
			recreated: true
		});
	}
	return named ? judgeNamed(search, named) : searchByStamp(search, readings.listing, NEW);
}
const NEW = {
	kind: "absent",
	recreated: false
};
function judgeKnown(search, known, named) {
	const stamp = stampOf(search.readings, known);
	if (stamp.kind !== "read") return notReadable(stamp, known);
	if (!belongs(search, known, stamp.value)) return named ? judgeNamed(search, named) : searchByStamp(search, search.readings.listing, NEW);
	if (named && named.id !== known.id) return besides(known, named);
	return {
		kind: "ours",
		listed: known,
		adopted: false
	};
}
function judgeNamed(search, named) {
	const stamp = stampOf(search.readings, named);
	if (stamp.kind !== "read") return notReadable(stamp, named);
	if (belongs(search, named, stamp.value)) return {
		kind: "ours",
		listed: named,
		adopted: false
	};
	if (search.subscription.adopt) return adopt(search, named);
	return {
		kind: "refused",
		storyId: named.id,
		refusal: {
			kind: "not_managed",
			key: search.desired.key,
			live: {
				id: named.id,
				name: named.name
			}
		}
	};
}
/** Nobody needs a second one: without a record, ours may be there under another name. */
function adopt(search, named) {
	const adopted = {
		kind: "ours",
		listed: named,
		adopted: true
	};
	if (search.entry?.proven) return adopted;
	const found = searchByStamp(search, search.readings.listing.filter(({ id }) => id !== named.id), adopted);
	return found.kind === "ours" && !found.adopted ? besides(found.listed, named) : found;
}
/** Without a record and without a story of that name: ours may have been renamed, so every story's stamp is read once. */
function searchByStamp(search, among, otherwise) {
	const { readings, desired } = search;
	const needs = [];
	const ours = [];
	let unreadable;
	for (const listed of among) {
		const stamp = stampOf(readings, listed);
		if (stamp.kind === "unread") needs.push({
			kind: "export",
			storyId: listed.id
		});
		else if (stamp.kind === "unreadable") unreadable = {
			listed,
			failure: stamp.failure
		};
		else if (belongs(search, listed, stamp.value)) ours.push(listed);
	}
	if (needs.length > 0) return {
		kind: "unread",
		needs
	};
	const [first, second] = ours;
	if (first && second) return ambiguous({
		kind: "stamp_repeated",
		name: desired.story.name,
		ids: ours.map(({ id }) => id)
	});
	if (first) return {
		kind: "ours",
		listed: first,
		adopted: false
	};
	if (unreadable) return notReadable({
		kind: "unreadable",
		failure: unreadable.failure
	}, unreadable.listed);
	return otherwise;
}
function stampOf(readings, listed) {
	const live = readings.exports.get(listed.id);
	if (live) {
		const stamp = live.origin_story_identifier;
		return {
			kind: "read",
			value: typeof stamp === "string" ? stamp : ""
		};
	}
	const failure = readings.unreadableExports.get(listed.id);
	return failure === void 0 ? { kind: "unread" } : {
		kind: "unreadable",
		failure
	};
}
function belongs({ desired, entry }, { id }, stamp) {
	return isOurs(desired, {
		id,
		stamp
	}, entry);
}
function notReadable(stamp, listed) {
	if (stamp.kind === "unread") return {
		kind: "unread",
		needs: [{
			kind: "export",
			storyId: listed.id
		}]
	};
	return {
		kind: "refused",
		storyId: listed.id,
		refusal: {
			kind: "owner_unknown",
			live: {
				id: listed.id,
				name: listed.name
			},
			failure: stamp.failure
		}
	};
}
function besides(ours, named) {
	return ambiguous({
		kind: "name_taken",
		ours: {
			id: ours.id,
			name: ours.name
		},
		other: {
			id: named.id,
			name: named.name
		}
	});
}
function ambiguous(refusal) {
	return {
		kind: "refused",
		refusal
	};
}
function movedAway(name, teamId, storyId) {
	return {
		kind: "refused",
		storyId,
		refusal: {
			kind: "moved_away",
			live: {
				id: storyId,
				name
			},
			teamId
		}
	};
}

// src/records/numbered-names.ts
/** `Alert` for 0, `Alert (2)` for 2. */
function numberedName(name, number) {
	return number === 0 ? name : `${name} (${number})`;
}
/** The number that a type's name has in the family of `name`; undefined when it is another type altogether. */
function numberInFamily(name, typeName) {
	if (typeName === name) return 0;
	if (!typeName.startsWith(`${name} (`)) return void 0;
	const digits = /^ \(([1-9][0-9]{0,8})\)$/.exec(typeName.slice(name.length))?.[1];
	return digits === void 0 ? void 0 : Number(digits);
}
/** The types that may stand for `name`, highest number first; among equal names the oldest first. */
function candidatesFor(name, existing, reserved) {
	return existing.flatMap((type) => {
		const number = numberInFamily(name, type.name);
		if (number === void 0 || number > 0 && reserved.has(type.name)) return [];
		return [{
			number,
			type
		}];
	}).sort((a, b) => b.number - a.number || a.type.id - b.type.id);
}
/** The next free name: after the highest number there, whoever it belongs to, and none that the repository uses itself. */
function nextName(name, existing, reserved) {
	const taken = new Set(existing.map((type) => type.name));
	let number = existing.reduce((highest, type) => Math.max(highest, numberInFamily(name, type.name) ?? 0), 0);
	do
		number += 1;
	while (reserved.has(numberedName(name, number)) || taken.has(numberedName(name, number)));
	return numberedName(name, number);
}

// src/records/rewrite.ts
/** The story with its record actions bound to the chosen types. Everything else, text such as `INFO.record.x` too, stays. */
function pointRecordActions(story, targets) {
	return targets.size === 0 ? story : mapActions(story, (action) => pointAction(action, targets));
}
function pointAction(action, targets) {
	const type = action.record_type;
	if (!isObject(type) || typeof type.name !== "string") return action;
	const target = targets.get(type.name);
	if (target === void 0) return action;
	const { id, name } = target;
	if (id === void 0) return {
		...action,
		record_type: {
			...type,
			name
		}
	};
	const fields = target.fields ?? [];
	const listed = type.record_fields;
	const writers = action.record_writers;
	const idOf = idsIn(fields);
	return {
		...action,
		record_type: {
			...type,
			id,
			name,
			...isArray(listed) ? { record_fields: describeFields(listed, fields) } : {}
		},
		...isArray(writers) ? { record_writers: writers.map((writer) => pointWriter(writer, idOf)) } : {}
	};
}
/**
* The type as it is at the destination, its own fields and values included: a tenant that compares the embedded
* definition with its type must not conclude that something was taken away.
*/
function describeFields(listed, fields) {
	const idOf = idsIn(fields);
	const enums = new Map(fields.toReversed().flatMap((field) => field.resultType === "TEXT_ENUM" ? [[field.id, field]] : []));
	const known = new Set(listed.flatMap((field) => isObject(field) ? [idOf(field)] : []));
	return [...listed.map((field) => withOwnValues(pointField(field, idOf), enums)), ...customFields(fields).filter(({ id }) => !known.has(id)).map(({ id, name, resultType, fixedValues }) => ({
		id,
		name,
		description: null,
		result_type: resultType,
		fixed_values: fixedValues
	}))];
}
function withOwnValues(field, enums) {
	if (!isObject(field) || !isArray(field.fixed_values)) return field;
	const there = enums.get(field.id);
	const values = field.fixed_values.filter((value) => typeof value === "string");
	const own = withoutKeys(there?.fixedValues ?? [], values);
	return own.length === 0 ? field : {
		...field,
		fixed_values: [...field.fixed_values, ...own]
	};
}
function pointWriter(writer, idOf) {
	if (!isObject(writer) || !isObject(writer.record_field)) return writer;
	return {
		...writer,
		record_field: pointField(writer.record_field, idOf)
	};
}
/** A field that the target does not have keeps the id it came with: what the vendor makes of no id is unknown. */
function pointField(field, idOf) {
	if (!isObject(field)) return field;
	const id = idOf(field);
	return id === void 0 ? field : {
		...field,
		id
	};
}
/** The id of the first field of that name and type, else of that name. */
function idsIn(fields) {
	const last = fields.toReversed();
	const byName = new Map(last.map(({ name, id }) => [name, id]));
	const byType = new Map(last.map(({ name, resultType, id }) => [JSON.stringify([name, resultType]), id]));
	return ({ name, result_type: type }) => byType.get(JSON.stringify([name, type])) ?? byName.get(name);
}

// src/engine/push/difference/git-had.ts
/** The planner asks again and again while it reads; a comparison with fifty versions is worth remembering. */
const answers = /* @__PURE__ */ new WeakMap();
/** Whether git had the very content that is live in the story's file before: then nobody edited it there. */
function gitHad(live, desired, earlier) {
	const known = answers.get(earlier) ?? /* @__PURE__ */ new WeakMap();
	answers.set(earlier, known);
	const answer = known.get(live) ?? isAmong(live, versionsOf(desired, earlier));
	known.set(live, answer);
	return answer;
}
/** Tags that git asked for once: those that it may take back. */
function tagsGitHad(desired, earlier) {
	return new Set([...versionsOf(desired, earlier)].flatMap(tagsOf));
}
function isAmong(live, versions) {
	for (const version of versions) if (compareStories(unnumbered(live, version), version).length === 0) return true;
	return false;
}
function* versionsOf({ before }, earlier) {
	if (before) yield before;
	yield* earlier.stories();
}
/** The live story with its record actions bound as git writes them: a push may have chosen `Alert (2)` for `Alert`. */
function unnumbered(live, version) {
	const names = recordTypesOf(version).definitions.map(({ name }) => name);
	const targets = recordTypesOf(live).definitions.flatMap(({ name }) => {
		const own = names.includes(name) ? void 0 : names.find((base) => numberInFamily(base, name) !== void 0);
		return own === void 0 ? [] : [[name, { name: own }]];
	});
	return pointRecordActions(live, new Map(targets));
}

// src/engine/push/difference/tags.ts
/** Tags the destination added stay; a tag gone from git goes only where we had set it. */
function tagChange(wanted, live, setByUs) {
	const want = new Set(tagsOf(wanted));
	const have = new Set(live);
	return {
		add: [...want].filter((tag) => !have.has(tag)).sort(),
		remove: setByUs.filter((tag) => have.has(tag) && !want.has(tag)).sort()
	};
}
/**
* The tags that we had set, as far as state tells. A hint counts only where git once asked for the tag: nobody may have us
* take a tag of the destination's own.
*/
function tagsSetByUs({ desired, state, proven, readings }, live) {
	const tags = state?.tags ?? [];
	if (proven || tagChange(desired.story, live, tags).remove.length === 0) return {
		kind: "known",
		tags
	};
	const earlier = readings.earlier.get(desired.key);
	if (!earlier) return {
		kind: "unread",
		needs: [{
			kind: "earlier_versions",
			storyKey: desired.key
		}],
		tags: []
	};
	const had = tagsGitHad(desired, earlier);
	return {
		kind: "known",
		tags: tags.filter((tag) => had.has(tag))
	};
}
/** State does not say who took a tag away: without a change set the cause is unknown. */
function describeTagChange(change, set) {
	return [...change.add.map((tag) => {
		return {
			path: "tags",
			op: "add",
			text: `tag "${tag}" added`,
			cause: ofSet(set?.addsTag(tag))
		};
	}), ...change.remove.map((tag) => {
		return {
			path: "tags",
			op: "remove",
			text: `tag "${tag}" removed`,
			cause: ofSet(set?.removesTag(tag))
		};
	})];
}
function ofSet(changedThere) {
	return changedThere ? "change_set" : "unknown";
}

// src/engine/push/difference/change-set.ts
/** Every destination asks for the change set of the same stories, again and again. */
const sets = /* @__PURE__ */ new WeakMap();
/** Undefined when it is not known where the change set starts. */
function changeSetOf(desired) {
	if (desired.before === void 0) return void 0;
	const known = sets.get(desired);
	if (known) return known;
	const set = desired.before === null ? NEW_STORY : compareWithBefore(desired, desired.before);
	sets.set(desired, set);
	return set;
}
const NEW_STORY = {
	had: () => void 0,
	touches: () => true,
	addsTag: () => true,
	removesTag: () => false
};
function compareWithBefore(desired, before) {
	const { story } = desired;
	const [had, has] = [new Set(tagsOf(before)), new Set(tagsOf(story))];
	const changes = [
		...compareStories(before, story, OF_GIT),
		...compareStoriesByName(before, story, OF_GIT),
		...addressChanges(before, story)
	];
	const values = new Map(changes.flatMap(({ path, from }) => from === void 0 ? [] : [[path, from]]));
	return {
		had: (path) => values.get(path),
		touches: touchedBy(changes, retypedPlaces(desired, before)),
		addsTag: (tag) => has.has(tag) && !had.has(tag),
		removesTag: (tag) => had.has(tag) && !has.has(tag)
	};
}
/** Whether a change is at one of these places, inside one, or around one. Links all stand at one place: their words tell them apart. */
function touchedBy(changes, morePaths = []) {
	const links = new Set(changes.filter(({ part }) => part === "links").map(({ op, text }) => `${op} ${text}`));
	const paths = /* @__PURE__ */ new Set([...changes.filter(({ part }) => part !== "links").map(({ path }) => path), ...morePaths]);
	const around = new Set([...paths].flatMap(outerPlaces));
	return ({ part, path, op, text }) => {
		if (part === "links") return links.has(`${op} ${text}`);
		if (paths.has(path)) return true;
		if (path === part) return false;
		return around.has(path) || outerPlaces(path).some((outer) => paths.has(outer));
	};
}
/** `agents[A]` and `agents[A].options` for `agents[A].options.url`. */
function outerPlaces(path) {
	return [...path.matchAll(/[.[]/g)].map(({ index }) => path.slice(0, index)).filter((outer) => outer !== "agents");
}
/** A record action may be bound to another type although nothing in the action itself changed. */
function retypedPlaces({ story, recordTypes }, before) {
	const last = new Map(recordTypesOf(before).definitions.map((type) => [type.name, type]));
	const retyped = new Set(recordTypes.filter(({ name, fields }) => !sameFields(last.get(name)?.fields ?? [], fields)).map(({ name }) => name));
	const labels = actionLabels(story);
	return allActions(story).flatMap(({ action: { record_type: type }, top, trail }) => {
		const name = isObject(type) ? type.name : void 0;
		if (typeof name !== "string" || !retyped.has(name)) return [];
		return [`${actionPart(labels[top] ?? "")}${trail === "" ? "" : `.${trail}`}.record_type`];
	});
}

// src/engine/push/difference/cause.ts
/** Gives every difference its cause. When both sides changed one place, it is the destination's edit that is lost. */
function traceChanges(changes, evidence) {
	const { changeSet, gitChanged } = evidence;
	const editOf = editsSince(evidence);
	const had = ({ path }) => gitChanged ? changeSet?.had(path) : void 0;
	return changes.map((change) => {
		const cause = causeOf$1(change, evidence, editOf);
		if (cause !== "destination") return {
			...shownOf(change),
			cause
		};
		return {
			...shownOf(change),
			text: editedThere$1(change, had(change)),
			cause
		};
	});
}
/** For places that recorded state does not cover, such as addresses: a change set may tell, nothing else can. */
function traceByGit(changes, changeSet) {
	return changes.map((change) => ({
		...shownOf(change),
		cause: changeSet?.touches(change) ? "change_set" : "unknown"
	}));
}
function causeOf$1(change, { edited, gitChanged, changeSet }, isEdit) {
	const inSet = changeSet?.touches(change) ?? false;
	if (edited?.has(change.part)) return inSet && !isEdit(change) ? "change_set" : "destination";
	if (inSet) return "change_set";
	return edited && gitChanged && changeSet ? "earlier" : "unknown";
}
/** Whether what is live at a place differs from where the change set starts. Compared only when somebody asks. */
function editsSince({ live, before }) {
	let known;
	return (change) => {
		if (!before) return true;
		if (!known) {
			const edits = compareStories(live, before);
			known = {
				touches: touchedBy(edits),
				parts: new Set(edits.map(({ part }) => part))
			};
		}
		const { part, path } = change;
		return part.startsWith("agents[") && (path === part || !path.startsWith(part)) ? known.parts.has(part) : known.touches(change);
	};
}
function shownOf({ path, op, text }) {
	return {
		path,
		op,
		text
	};
}

// src/engine/push/difference/compare-live.ts
/** By the live story: a destination is assessed again after each round of reading. */
const last = /* @__PURE__ */ new WeakMap();
/** What differs between a live story and what git asks for, and who made each difference. */
function compareWithLive(context, story, wanted) {
	const { desired, destination, state, proven, rememberedTypes } = context;
	const question = {
		desired,
		destination,
		state,
		proven,
		rememberedTypes,
		wanted
	};
	const known = last.get(story);
	if (known && isSameQuestion(known.question, question)) return known.found;
	const found = compareAnew(question, story);
	last.set(story, {
		question,
		found
	});
	return found;
}
function isSameQuestion(one, other) {
	return Object.keys(one).every((key) => one[key] === other[key]);
}
function compareAnew(question, story) {
	const { desired, destination, state, proven, wanted } = question;
	const recorded = state?.actions ?? {};
	const matching = matchIngress(wanted, story, proven ? recorded : asHint(recorded, wanted, story));
	const form = ownForm(story);
	const parts = fingerprintOf(form.normal, wantedSide(wanted));
	const edited = state && editedParts(parts, state);
	const changeSet = changeSetOf(desired);
	const differences = compareStories(story, wanted, (path, shown) => changeSet?.had(path) === shown, form);
	const content = traceChanges(differences, {
		live: story,
		edited,
		gitChanged: state?.pushed !== desired.contentHash,
		changeSet,
		before: desired.before ? boundAsLast(question, desired.before) : void 0
	});
	const addresses = matching.ok && destination.webhookUrls === "export" ? compareAddresses(matching.value) : [];
	const places = driftedPlaces(differences, edited ?? /* @__PURE__ */ new Set());
	const named = new Set(content.filter(({ cause }) => cause === "destination").map(({ path }) => path));
	return {
		changes: [...content, ...traceByGit(addresses, changeSet)],
		places: [...new Set(content.map(({ path }) => path))],
		drift: named.size > 0 ? [...named] : places,
		edited: (edited?.size ?? 0) > 0,
		ambiguous: matching.ok ? [] : matching.error.ambiguous,
		read: {
			story,
			parts,
			...matching.ok ? { ingress: matching.value } : {}
		}
	};
}
/** Which address is whose is told by names first where state is a hint: nobody may have us swap a customer's addresses. */
function asHint(actions, wanted, live) {
	const nameless = (here, there) => {
		const names = new Set(there.agents.map(({ name }) => name));
		return new Set(here.agents.filter(({ name }) => !names.has(name)).map(({ guid }) => guid));
	};
	const [renamed, former] = [nameless(wanted, live), nameless(live, wanted)];
	return Object.fromEntries(Object.entries(actions).filter(([ours, theirs]) => renamed.has(ours) && former.has(theirs)));
}
/** Record actions of earlier content, bound as our last push bound them. */
function boundAsLast({ rememberedTypes }, before) {
	const targets = Object.entries(rememberedTypes).map(([name, { target }]) => [name, { name: target }]);
	return pointRecordActions(before, new Map(targets));
}

// src/engine/push/difference/drift.ts
const NO_EDITS = {
	kind: "known",
	places: []
};
/**
* Proven state knows what we left there. Without it nobody can tell an edit from a change in git, but for content that
* git had before: that is none.
*/
function assessEdits({ desired, readings, proven }, live) {
	if (proven) return {
		kind: "known",
		places: live.drift
	};
	if (live.places.length === 0) return NO_EDITS;
	const earlier = readings.earlier.get(desired.key);
	if (!earlier) return {
		kind: "unread",
		needs: [{
			kind: "earlier_versions",
			storyKey: desired.key
		}]
	};
	if (gitHad(live.read.story, desired, earlier)) return NO_EDITS;
	return {
		kind: "unknown",
		places: live.places,
		hinted: live.drift,
		cutShort: earlier.cutShort
	};
}
/** Places that "on_drift" speaks of. What nobody can tell counts as an edit where edits are not overwritten, until `--force`. */
function countedEdits(edits, { destination, policy }) {
	if (edits.kind === "unread") return [];
	if (edits.kind === "known") return edits.places;
	if (destination.onDrift === "overwrite") return edits.hinted;
	if (policy.force) return [];
	return edits.hinted.length > 0 ? edits.hinted : edits.places;
}
/**
* Proven by the stamp that is live, and by nothing having been touched since: neither what fingerprints cover, nor what
* only a newer release knows, which moves the time of the last edit alone. Where state is a hint, git must have had the
* content as well: what nothing but state calls ours is saved like anybody else's.
*/
function isOurLastPush({ desired, state }, listed, { read, edited }, edits) {
	if (!state || edited || state.editedAt !== listed.editedAt || edits.kind !== "known") return false;
	return read.story.origin_story_identifier === desired.stamp;
}
/** An edit that is seen is a conflict, and told as one. */
function whySaved({ desired }, { read }, edits) {
	if (edits.kind === "unknown" && edits.hinted.length === 0) return [{
		kind: "maybe_edited",
		gap: edits.cutShort
	}];
	if (read.story.origin_story_identifier === desired.stamp) return [];
	return [{ kind: "other_stamp" }];
}

// src/story/stamps.ts
/**
* The story with stamps that a tenant takes: of an action, and of the tools of AI actions, one of another form would have
* the whole import refused. It says where an action was first built and is compared nowhere, so `null` loses nothing.
*/
function withSoundStamps(story) {
	return mapActions(story, (action) => isSound(action) ? action : {
		...action,
		origin_story_identifier: null
	});
}
function isSound({ origin_story_identifier: stamp }) {
	return stamp === void 0 || stamp === null || typeof stamp === "string" && isLineageStamp(stamp);
}

// src/engine/push/assess/content.ts
/** 32 lower-case hex digits from the system's random source. */
const randomIngress = () => randomBytes(16).toString("hex");
/** What the destination shall hold: our stamp set, and record actions pointed at these types. */
function pointedStory(desired, targets) {
	return {
		...pointRecordActions(desired.story, targets),
		origin_story_identifier: desired.stamp
	};
}
/** The same for a comparison, in which types have names and no ids: one story for all destinations that call them alike. */
function wantedThere(desired, decisions) {
	const byNames = comparable.get(desired) ?? /* @__PURE__ */ new Map();
	comparable.set(desired, byNames);
	const names = JSON.stringify(decisions.map(({ name, target }) => [name, target]));
	const known = byNames.get(names);
	if (known) return known;
	const story = pointedStory(desired, new Map(decisions.map(({ name, target }) => [name, { name: target }])));
	byNames.set(names, story);
	return story;
}
/** By the story in git and what its types are called: what a comparison makes of it is made once. */
const comparable = /* @__PURE__ */ new WeakMap();
/**
* What is sent: addresses and recipients are the destination's own, and no tags (an import naming a tag that the tenant
* lacks fails; tags follow by update).
*/
function composeContent(desired, { webhookUrls }, live) {
	return (types, fresh) => {
		const pointed = pointedStory(desired, targetsOf(types));
		const alone = "send_to_stories" in pointed ? {
			...pointed,
			send_to_stories: []
		} : pointed;
		return {
			...withAddresses(withSoundStamps(alone), webhookUrls, live, fresh),
			tags: []
		};
	};
}
function targetsOf(types) {
	return new Map([...types].map(([wanted, type]) => [wanted, recordTarget(type)]));
}
/** Where record actions point, by the type as it is there. */
function recordTarget({ id, name, fields, defaultFields }) {
	return {
		name,
		id,
		fields: [...fields, ...defaultFields]
	};
}
function withAddresses(story, webhookUrls, live, fresh) {
	const read = live?.read;
	if (read && !read.ingress) throw new Error("Internal error: a story with ambiguous addresses reached the push");
	const fromFile = webhookUrls === "export";
	if (!read?.ingress) return withoutPeople(fromFile ? story : withFreshAddresses(story, fresh));
	const addressed = fromFile ? story : carryAddresses(story, read.story, read.ingress, fresh);
	return carryPeople(addressed, read.story, read.ingress);
}

// src/engine/push/assess/decide-action.ts
/** One story, one decision. The first blocker wins; a detached story is only compared. */
function decideAction(facts) {
	if (facts.detached) return {
		...becauseOf("skip", {
			kind: "detached",
			detachment: facts.detachment ?? null,
			absent: false
		}),
		...facts.differs ? { would: facts.listed ? "update" : "create" } : {}
	};
	if (!facts.differs && !facts.unstamped && !facts.forced) return decision("unchanged", null);
	const blocker = findBlocker(facts);
	if (blocker) return becauseOf("blocked", blocker);
	if (!facts.listed) return decision("create", facts.recreated ? "recreated" : "new");
	if (facts.drift.length > 0 && facts.destination.onDrift === "keep") return becauseOf("skip", editedThere("keep", facts));
	return decision("update", reasonToUpdate(facts));
}
/** None for a story that gets our stamp and nothing else: the plan says of it that it is taken over. */
function reasonToUpdate(facts) {
	if (!facts.differs) return facts.forced ? "forced" : null;
	if (facts.renamed) return "renamed";
	return facts.drift.length > 0 && !facts.gitChanged ? "drift" : "content_changed";
}
function findBlocker(facts) {
	const { destination, listed } = facts;
	if (listed?.changeControl) return { kind: "change_control" };
	if (facts.failedVerification && !facts.forced) return { kind: "failed_verification_before" };
	if (facts.drift.length > 0 && destination.onDrift === "fail") return editedThere("fail", facts);
	if (facts.refusedRecordType) return facts.refusedRecordType;
	if (facts.ambiguousIngress.length > 0) return {
		kind: "addresses_ambiguous",
		places: facts.ambiguousIngress
	};
	if (facts.missing.length > 0 && destination.prerequisites === "fail") return {
		kind: "prerequisites_missing",
		missing: facts.missing
	};
}
function editedThere(onDrift, { drift, unproven }) {
	return {
		kind: "edited_there",
		onDrift,
		places: drift,
		unproven: unproven ?? null
	};
}
function becauseOf(action, fact) {
	return {
		action,
		reason: reasonOf(fact),
		fact
	};
}
function decision(action, reason) {
	return {
		action,
		reason,
		fact: null
	};
}

// src/engine/push/assess/prerequisites.ts
function checkPrerequisites(desired, around) {
	const needs = [];
	const missing = [];
	const warnings = desired.uncheckable.map((path) => ({
		kind: "name_computed",
		path
	}));
	for (const reference of uniqueReferences(desired)) {
		if (reference.kind === "record") continue;
		const availability = reference.kind === "story" ? checkSubStory(reference, desired, around) : checkShared(reference, around);
		if (availability.kind === "unread") needs.push(availability.need);
		if (availability.kind === "missing") missing.push({
			kind: reference.kind,
			slug: reference.slug
		});
		if (availability.kind === "maybe") warnings.push(availability.warning);
	}
	return {
		missing,
		warnings,
		needs
	};
}
/**
* Whether a team's list holds what others share with it is not stated. What it shows the team can use is there; only what it
* lacks is looked for in all that the key sees.
*/
function checkShared({ kind, slug }, { teamId, readings }) {
	const [own, visible, lists] = kind === "credential" ? [
		readings.credentials,
		readings.visibleCredentials,
		["credentials", "visible_credentials"]
	] : [
		readings.resources,
		readings.visibleResources,
		["resources", "visible_resources"]
	];
	const matches = [...own ?? [], ...visible ?? []].filter((object) => slugsOf(object).has(slug));
	if (matches.some((object) => isVisible(object, teamId))) return { kind: "there" };
	const [first, second] = lists;
	if (!own || !visible) return {
		kind: "unread",
		need: { kind: own ? second : first }
	};
	if (matches.some((object) => object.access === "specific_teams")) return {
		kind: "maybe",
		warning: {
			kind: "shared_with_teams",
			thing: {
				kind: kind === "credential" ? "credential" : "resource",
				slug
			}
		}
	};
	return { kind: "missing" };
}
function isVisible(object, teamId) {
	return object.teamId === teamId || object.access === "global";
}
function checkSubStory(reference, desired, around) {
	const { slug } = reference;
	if (slugsOf(desired.story).has(slug) || around.broughtSlugs.has(slug)) return { kind: "there" };
	if (around.readings.listing.some((story) => slugsOf(story).has(slug))) return { kind: "there" };
	const visible = around.readings.visibleStories;
	if (!visible) return {
		kind: "unread",
		need: { kind: "visible_stories" }
	};
	const elsewhere = visible.find((story) => slugsOf(story).has(slug));
	if (!elsewhere) return { kind: "missing" };
	return {
		kind: "maybe",
		warning: {
			kind: "sub_story_elsewhere",
			slug,
			teamId: elsewhere.teamId
		}
	};
}
function uniqueReferences(desired) {
	const seen = /* @__PURE__ */ new Map();
	for (const reference of desired.references) {
		const id = `${reference.kind} ${reference.slug}`;
		if (!seen.has(id)) seen.set(id, reference);
	}
	return [...seen.values()].sort(byTextOf(({ kind, slug }) => kind + slug));
}

// src/records/case-warnings.ts
/** Names are compared exactly here; whether a tenant does so too is not documented, so a near miss is worth a word. */
function caseWarnings(wanted, target, existing, type) {
	const types = new Set(existing.map(({ name }) => name).filter((name) => differInCaseOnly(name, target)));
	const wantedNames = wanted.fields.map(({ name }) => name);
	const others = /* @__PURE__ */ new Set([...wantedNames, ...customFields(type?.fields ?? []).map(({ name }) => name)]);
	const pairs = new Map(wantedNames.flatMap((name) => [...others].filter((other) => differInCaseOnly(name, other)).map((other) => {
		const [first, second] = byText(name, other) < 0 ? [name, other] : [other, name];
		return [JSON.stringify([first, second]), [first, second]];
	})));
	return [...[...types].sort(byText).map((name) => ({
		kind: "record_types_alike",
		names: [target, name]
	})), ...[...pairs].sort(byTextOf(([name]) => name)).map(([, fields]) => ({
		kind: "record_fields_alike",
		type: target,
		fields
	}))];
}

// src/records/decide.ts
/** The record-type rule. It adds or starts anew; it never deletes, and never changes a field's type. */
function decideRecordType(question) {
	const { wanted, existing, reserved, recorded } = question;
	const candidates = candidatesFor(wanted.name, existing, reserved);
	const current = candidates.find(({ type }) => type.name === recorded?.target) ?? candidates[0];
	if (current === void 0) return newType(question, "create", wanted.name, `the team has no record type "${wanted.name}"`);
	const exact = findExact(wanted, candidates, current);
	if (exact !== void 0) return reuseExact(question, exact.type);
	if (isRepeated(current.type, existing)) return fail({
		kind: "record_type_repeated",
		name: current.type.name
	});
	const causes = reasonsForNewType(wanted, current.type, recorded?.definition);
	if (causes.length > 0) {
		const target = nextName(wanted.name, existing, reserved);
		return newType(question, "create_sequential", target, `${listed(causes)}; ${staysBehind(current.type.name, target)}`);
	}
	return keepCurrent(question, current.type);
}
/** Whichever fits exactly: the current type before all others, then the highest number. A rollback finds its old type so. */
function findExact(wanted, candidates, current) {
	const fitting = candidates.filter(({ type }) => sameFields(customFields(type.fields), wanted.fields));
	return fitting.find(({ type }) => type.name === current.type.name) ?? fitting[0];
}
/** No rollback brings rows along: what was written to a type is read there and nowhere else. */
function staysBehind(left, target) {
	return `"${left}" stays as it is, with all its fields and rows; no rows move to "${target}"`;
}
function reuseExact(question, type) {
	const left = question.existing.find(({ name }) => name === question.recorded?.target);
	const moved = left !== void 0 && left.name !== type.name ? `; ${staysBehind(left.name, type.name)}` : "";
	if (isRepeated(type, question.existing)) return fail({
		kind: "record_type_repeated",
		name: type.name
	});
	return ok({
		name: question.wanted.name,
		action: "reuse",
		target: type.name,
		targetId: type.id,
		fields: [],
		add: [],
		kept: [],
		because: `"${type.name}" has exactly these fields${moved}`,
		warnings: [...left === void 0 || left.name === type.name ? [] : [{
			kind: "record_type_switched",
			from: left.name,
			to: type.name
		}], ...caseWarnings(question.wanted, type.name, question.existing, type)]
	});
}
function keepCurrent({ wanted, existing }, type) {
	const additions = additionsTo(type, wanted);
	const empty = additions.find(({ field, isNew }) => isNew && lacksValues(field));
	if (empty) return fail({
		kind: "enum_without_values",
		type: wanted.name,
		field: empty.field.name
	});
	const own = ownOf(type, wanted);
	const stays = own.mentions.length === 0 ? "" : `; kept as the destination's own: ${listed(own.mentions)}`;
	const added = additions.flatMap(({ texts }) => texts);
	const because = added.length === 0 ? `"${type.name}" has all that is asked for${stays}` : `${listed(added)} ${added.length === 1 ? "is" : "are"} new in "${type.name}"${stays}`;
	return ok({
		name: wanted.name,
		action: added.length === 0 ? "reuse" : "add_fields",
		target: type.name,
		targetId: type.id,
		fields: additions.flatMap(({ fields }) => fields),
		add: additions.map(({ field }) => field),
		kept: own.fields,
		because,
		warnings: [...caseWarnings(wanted, type.name, existing, type), ...repeatedFieldNames(type).map((field) => {
			return {
				kind: "record_field_repeated",
				type: type.name,
				field
			};
		})]
	});
}
function newType({ wanted, existing }, action, target, because) {
	const empty = wanted.fields.find(lacksValues);
	if (empty) return fail({
		kind: "enum_without_values",
		type: wanted.name,
		field: empty.name
	});
	return ok({
		name: wanted.name,
		action,
		target,
		fields: wanted.fields.map(({ name }) => name),
		add: wanted.fields,
		kept: [],
		because,
		warnings: caseWarnings(wanted, target, existing)
	});
}
function isRepeated(type, existing) {
	return existing.some((other) => other.id !== type.id && other.name === type.name);
}
function lacksValues(field) {
	return field.resultType === "TEXT_ENUM" && field.fixedValues.length === 0;
}

// src/records/decide-pinned.ts
/**
* The record-type rule for a story of another commit, whose definition is that of its day. It takes a type that has all
* that it asks for, wherever there is one: what came to it later counts as the destination's own, so that a rollback
* makes no new type for it. Else it is decided as ever, but apart from what this very run makes of the same name.
*/
function decidePinnedType(question, planned) {
	const { wanted, existing, reserved, recorded } = question;
	const asRecorded = (target) => decideRecordType({
		...question,
		recorded: {
			target,
			definition: wanted
		}
	});
	const family = candidatesFor(wanted.name, existing, reserved).map(({ type }) => type.name);
	const decisions = [...recorded !== void 0 && family.includes(recorded.target) ? [recorded.target] : [], ...family].map(asRecorded);
	const reused = decisions.find((decision) => decision.ok && decision.value.action === "reuse");
	if (reused !== void 0) return reused;
	const made = planned.filter((name) => numberInFamily(wanted.name, name) !== void 0);
	const [other] = made;
	if (other === void 0) return decisions[0] ?? decideRecordType(question);
	const coming = made.map((name) => ({
		id: 0,
		name,
		teamId: 0,
		fields: [],
		defaultFields: []
	}));
	const target = nextName(wanted.name, [...existing, ...coming], reserved);
	return newType(question, "create_sequential", target, `"${other}" is made for stories that are not pinned`);
}

// src/engine/push/assess/record-types.ts
function decideRecordTypes(stories, questions) {
	const decisions = /* @__PURE__ */ new Map();
	const today = stories.filter((story) => !isPinned(story)).flatMap((story) => story.recordTypes);
	for (const wanted of today) if (!decisions.has(wanted.name)) decisions.set(wanted.name, entryOf(decideRecordType(questionOf(wanted, questions))));
	const agreed = new Map(today.map((wanted) => [wanted.name, wanted]));
	for (const wanted of stories.filter(isPinned).flatMap((story) => story.recordTypes)) {
		const key = typeKey(wanted, true);
		if (decisions.has(key)) continue;
		const same = sameFields(agreed.get(wanted.name)?.fields ?? [], wanted.fields) && decisions.get(wanted.name);
		decisions.set(key, same || entryOf(decidePinnedType(questionOf(wanted, questions), plannedTypes(decisions))));
	}
	return decisions;
}
/** A story of another commit may define a type as it was then. */
function isPinned({ commit }) {
	return commit !== void 0;
}
function typeKey({ name, fields }, pinned) {
	return pinned ? `${name}\n${fieldsKey(fields)}` : name;
}
function questionOf(wanted, { namesInRepository, existing, state }) {
	const recorded = state !== void 0 && Object.hasOwn(state.recordTypes, wanted.name) ? state.recordTypes[wanted.name] : void 0;
	return {
		wanted,
		existing,
		reserved: new Set([...namesInRepository].filter((name) => name !== wanted.name)),
		...recorded ? { recorded } : {}
	};
}
function entryOf(result) {
	return result.ok ? {
		kind: "decided",
		decision: result.value
	} : {
		kind: "refused",
		refusal: result.error
	};
}
/** Names that types made in this very run will have. */
function plannedTypes(decisions) {
	return [...decisions.values()].flatMap((entry) => entry.kind === "decided" && entry.decision.targetId === void 0 ? [entry.decision.target] : []);
}
/** The decisions that concern one story; the first refusal speaks for it. */
function decisionsFor(desired, decisions) {
	const own = desired.recordTypes.flatMap((wanted) => decisions?.get(typeKey(wanted, isPinned(desired))) ?? []);
	return {
		decisions: own.flatMap((entry) => entry.kind === "decided" ? [entry.decision] : []),
		refusal: own.find((entry) => entry.kind === "refused")?.refusal
	};
}
/** What the plan shows of a decision. */
function stepOf({ name, action, target, fields, because }) {
	return {
		name,
		action,
		target,
		fields,
		because
	};
}
/** Text such as `INFO.record.alert` keeps pointing at the old type; it is never rewritten. */
function staleMentions(desired, decisions) {
	return decisions.filter(({ name, target }) => target !== name).flatMap(({ name, target }) => {
		const slug = slugify(name);
		return recordSlugMentions(desired.story, slug).map((path) => {
			return {
				kind: "record_mention",
				path,
				slug,
				name,
				target
			};
		});
	});
}

// src/engine/push/assess/url-changes.ts
/** Addresses that come or go with this push; those that are carried over are no change. */
function urlChanges(wanted, matching) {
	const appearing = matching ? matching.appearing : ingressPoints(wanted);
	const disappearing = matching ? matching.disappearing : [];
	return [...appearing.map((point) => urlChange(point, "add")), ...disappearing.map((point) => urlChange(point, "remove"))];
}
function urlChange(point, op) {
	return {
		action: point.name,
		kind: point.kind,
		op
	};
}

// src/engine/push/assess/assess-content.ts
/** Compares what is live with what git asks for, and decides what the difference means. */
function assessContent(context, location, detached) {
	const { desired, subscription, destination, readings, state, policy } = context;
	const listed = location.kind === "ours" ? location.listed : void 0;
	const adopted = location.kind === "ours" && location.adopted;
	const story = listed && readings.exports.get(listed.id);
	if (listed && !story) return {
		kind: "unread",
		needs: [{
			kind: "export",
			storyId: listed.id
		}]
	};
	const types = decisionsFor(desired, context.decisions);
	const wanted = wantedThere(desired, types.decisions);
	const live = story && compareWithLive(context, story, wanted);
	const unstamped = adopted && !keepsItsStamp(context, listed, story);
	const edits = live && !unstamped && !detached ? assessEdits(context, live) : NO_EDITS;
	const ownTags = tagsSetByUs(context, listed?.tags ?? []);
	const unread = [edits, ownTags].flatMap((known) => known.kind === "unread" ? known.needs : []);
	if (unread.length > 0) return {
		kind: "unread",
		needs: unread
	};
	const tags = tagChange(desired.story, listed?.tags ?? [], ownTags.tags);
	const changes = [...live?.changes ?? [], ...describeTagChange(tags, changeSetOf(desired))];
	const pending = types.refusal !== void 0 || types.decisions.some(({ action }) => action !== "reuse");
	const differs = !listed || changes.length > 0 || pending;
	const touched = (differs || unstamped || policy.force) && !detached;
	const prerequisites = touched ? checkPrerequisites(desired, {
		teamId: destination.teamId,
		readings,
		broughtSlugs: context.broughtSlugs
	}) : {
		missing: [],
		warnings: [],
		needs: []
	};
	if (prerequisites.needs.length > 0) return {
		kind: "unread",
		needs: prerequisites.needs
	};
	const counted = countedEdits(edits, context);
	const hinted = edits.kind === "unknown" ? edits.hinted : counted;
	const drift = detached ? live?.drift ?? [] : counted.length > 0 ? counted : hinted;
	const decision = decideAction({
		destination,
		listed,
		recreated: location.kind === "absent" && location.recreated,
		detached,
		detachment: subscription.detached,
		forced: policy.force,
		differs,
		unstamped,
		renamed: listed !== void 0 && listed.name !== desired.story.name,
		gitChanged: state?.pushed !== desired.contentHash,
		drift: counted,
		unproven: edits.kind === "unknown" && edits.hinted.length === 0 ? { gap: edits.cutShort } : void 0,
		failedVerification: live !== void 0 && failedBefore(desired, state, live.read.parts),
		refusedRecordType: types.refusal,
		ambiguousIngress: live?.ambiguous ?? [],
		missing: prerequisites.missing
	});
	return {
		kind: "found",
		found: {
			planned: plannedStory(desired, {
				...decision,
				detached,
				destinationStoryId: listed?.id ?? null,
				changes,
				drift,
				conflict: drift.length > 0 && !detached,
				missing: prerequisites.missing,
				recordTypes: touched ? types.decisions.map(stepOf) : [],
				urls: touched ? urlChanges(wanted, live && (live.read.ingress ?? NOTHING_MATCHED)) : [],
				warnings: [
					...renamedFrom(context.knownAs),
					...displacedBy(context.displaced),
					...unstamped && touched ? [{ kind: "takes_over" }] : [],
					...listed && live && !unstamped && decision.action === "update" ? whySaved(context, live, edits) : [],
					...listed?.locked && touched ? [{ kind: "locked_there" }] : [],
					...prerequisites.warnings,
					...touched ? types.decisions.flatMap(({ warnings }) => warnings) : [],
					...touched ? staleMentions(desired, types.decisions) : []
				]
			}),
			content: composeContent(desired, destination, listed && live ? {
				listed,
				read: live.read
			} : void 0),
			equal: !differs,
			...unstamped ? { adopts: true } : {},
			decisions: types.decisions,
			tags,
			...listed && live ? { live: {
				listed,
				read: live.read
			} } : {},
			saveVersion: listed !== void 0 && !(live && isOurLastPush(context, listed, live, edits))
		}
	};
}
/** A tenant that writes stamps of its own kept one at our last push of this very story: sending ours again is no use. */
function keepsItsStamp({ desired, state }, listed, story) {
	if (!state || state.destinationStoryId !== listed?.id || state.lineage !== desired.stamp) return false;
	return state.stamp !== "" && state.stamp === story?.origin_story_identifier;
}
const NOTHING_MATCHED = {
	pairs: [],
	appearing: [],
	disappearing: []
};
/** The very content that failed verification is still what is live, and git asks for the same as then. */
function failedBefore(desired, state, parts) {
	if (state?.reason !== "verify_failed" || state.pushed !== desired.contentHash) return false;
	return sameParts(parts, state.observed);
}

// src/engine/push/assess/evidence.ts
/** All that would be pushed, carried-over and random values excepted, and all that was seen there. */
function evidenceOf({ decisions, tags, live, state }) {
	return {
		recordTypes: decisions.map(({ name, action, target, targetId, add }) => ({
			name,
			action,
			target,
			targetId: targetId ?? null,
			add: add.map((field) => ({ ...field }))
		})),
		tags: {
			add: tags.add,
			remove: tags.remove
		},
		...live ? { live: seen$1(live, state?.observed) } : {}
	};
}
function seen$1({ listed, read }, recorded) {
	const { id, name, changeControl } = listed;
	const parts = read?.parts ?? recorded;
	return {
		id,
		name,
		changeControl,
		parts: parts === void 0 ? null : hashOf(parts)
	};
}
/** By the parts themselves: a fleet's records share those of a story that is the same everywhere. */
const hashes = /* @__PURE__ */ new WeakMap();
function hashOf(parts) {
	const hash = hashes.get(parts) ?? contentHash(parts);
	hashes.set(parts, hash);
	return hash;
}

// src/engine/push/assess/assess-story.ts
/** Decides about one story at one destination, or says what must be read first. */
function assessStory(context) {
	const { desired, subscription, readings, state, proven } = context;
	if (context.unusablePin) return assessed(context, blockedByPin(desired, context.unusablePin, state));
	const { refresh, force } = context.policy;
	const unmoved = refresh || force ? void 0 : findUnmoved(context);
	const typesDue = desired.recordTypes.length > 0 && !context.decisions;
	if (unmoved && typesDue) return {
		kind: "unread",
		needs: RECORD_TYPES
	};
	if (unmoved && recordTypesHold(context)) return assessUnmoved(context, unmoved);
	const location = findOwnership({
		desired,
		subscription,
		readings,
		entry: state && {
			state,
			proven
		}
	});
	if (location.kind === "unread") {
		const isListed = readings.listing.some(({ id }) => id === state?.destinationStoryId);
		return typesDue && isListed ? {
			...location,
			needs: [...RECORD_TYPES, ...location.needs]
		} : location;
	}
	if (location.kind === "refused") return assessRefused(context, location);
	const listed = location.kind === "ours" ? location.listed : void 0;
	const detached = isDetached(subscription, listed);
	if (detached && !listed) return assessDetachedAbsent(context);
	if (typesDue) {
		const unread = listed && !readings.exports.has(listed.id) && !readings.unreadableExports.has(listed.id);
		return {
			kind: "unread",
			needs: [...RECORD_TYPES, ...unread ? [{
				kind: "export",
				storyId: listed.id
			}] : []]
		};
	}
	const content = assessContent(context, location, detached);
	return content.kind === "unread" ? content : assessed(context, content.found);
}
const RECORD_TYPES = [{ kind: "record_types" }];
function isDetached(subscription, listed) {
	return subscription.detached !== void 0 || (listed?.tags.includes("detached-from-sync") ?? false);
}
/**
* Our last push is still what is live: same content in git, no edit there since. Spares reading the export. A hint is
* enough for that, as long as it agrees with the tenant's own time of the last edit: nothing is written on its word.
*/
function findUnmoved({ desired, destination, readings, state }) {
	if (!state) return void 0;
	if (destination.webhookUrls === "export") return void 0;
	const listed = readings.listing.find((story) => story.id === state.destinationStoryId);
	if (!listed || !state.editedAtTrusted || state.editedAt !== listed.editedAt) return void 0;
	if (state.pushed !== desired.contentHash || state.reason === "verify_failed") return void 0;
	const twins = readings.listing.filter((story) => story.name === desired.story.name);
	if (listed.name !== desired.story.name || twins.length > 1) return void 0;
	const tags = tagChange(desired.story, listed.tags, state.tags);
	return tags.add.length + tags.remove.length === 0 ? listed : void 0;
}
/** An edit of a record type moves no time stamp of the stories that use it. */
function recordTypesHold({ desired, decisions, rememberedTypes }) {
	const types = decisionsFor(desired, decisions);
	return !types.refusal && types.decisions.every(({ name, action, target }) => action === "reuse" && rememberedTypes[name]?.target === target);
}
function assessUnmoved(context, listed) {
	const { desired, subscription } = context;
	const detached = isDetached(subscription, listed);
	return assessed(context, {
		planned: plannedStory(desired, {
			action: detached ? "skip" : "unchanged",
			reason: detached ? "detached" : null,
			fact: detached ? {
				kind: "detached",
				detachment: subscription.detached ?? null,
				absent: false
			} : null,
			detached,
			destinationStoryId: listed.id,
			warnings: renamedFrom(context.knownAs)
		}),
		equal: true,
		live: { listed }
	});
}
function assessRefused(context, location) {
	const { refusal, storyId } = location;
	const detached = isDetached(context.subscription, void 0);
	return assessed(context, {
		planned: plannedStory(context.desired, {
			...detached ? {
				action: "skip",
				reason: "detached",
				fact: refusal
			} : {
				action: "blocked",
				reason: reasonOf(refusal),
				fact: refusal
			},
			detached,
			destinationStoryId: storyId ?? null
		}),
		equal: false
	});
}
function assessDetachedAbsent(context) {
	return assessed(context, {
		planned: plannedStory(context.desired, {
			action: "skip",
			reason: "detached",
			would: "create",
			detached: true,
			fact: {
				kind: "detached",
				detachment: context.subscription.detached ?? null,
				absent: true
			}
		}),
		equal: false
	});
}
function assessed({ desired, state, proven, knownAs, pin }, found) {
	const defaults = {
		desired,
		decisions: [],
		tags: {
			add: [],
			remove: []
		},
		saveVersion: false
	};
	const recorded = {
		...state ? {
			state,
			proven
		} : {},
		...knownAs === void 0 ? {} : { knownAs }
	};
	const work = asPinned({
		...defaults,
		...recorded,
		...found
	}, pin);
	return {
		kind: "assessed",
		work: {
			...work,
			evidence: evidenceOf(work)
		}
	};
}

// src/engine/push/assess/assess-destination.ts
const NO_TYPES = {};
/** Where the tenant was not asked, nothing is known of what is left behind, and nothing is written. */
const nothingLeft = {
	leftBehind: [],
	prune: [],
	refreshed: false
};
/** One brain for reading and planning: it either decides, or names every read it still wants. */
function assessDestination(desired, destination, actual, asked) {
	const observed = destination.engine === "push" || "unreadable" in actual ? actual : { unreadable: { kind: "given_to_vendor" } };
	const policy = policyAt(destination, asked);
	const subscribed = subscribedStories(desired, destination);
	const chosen = subscribed.filter(({ key }) => isChosen(destination, key, policy));
	const { stories, again } = workOrder(chosen);
	const matches = matchState(subscribed, actual.state, allVersions(desired));
	if ("unreadable" in observed) {
		const broken = findBroken(desired, destination).filter(({ key }) => isChosen(destination, key, policy));
		const work = [...stories.map((story) => unreadableStory(story, destination, observed.unreadable)), ...broken.map((story) => unreadableStory(standIn(story), destination, brokenFile(story)))];
		return {
			kind: "assessed",
			work: {
				...nothingLeft,
				destination,
				stories: work,
				unreadable: observed.unreadable
			}
		};
	}
	if ("offline" in observed) {
		const work = stories.map((story) => {
			const unusable = unusablePin(desired, destination, story.key);
			const match = matches.get(story.key);
			if (unusable) return blockedByPin(story, unusable, match?.state);
			const found = assessOffline(story, subscriptionOf(destination, story), match);
			return asPinned(found, pinOf(destination, story.key));
		});
		return {
			kind: "assessed",
			work: {
				...nothingLeft,
				destination,
				stories: letWait(work, destination, policy)
			}
		};
	}
	const { readings, state } = observed;
	const sendable = stories.filter(({ key }) => unusablePin(desired, destination, key) === void 0);
	const decisions = readings.recordTypes && decideRecordTypes(sendable, {
		namesInRepository: recordTypeNames(desired),
		existing: readings.recordTypes,
		state
	});
	const contextOf = (story, broughtSlugs) => ({
		desired: story,
		subscription: subscriptionOf(destination, story),
		pin: pinOf(destination, story.key),
		unusablePin: unusablePin(desired, destination, story.key),
		destination,
		readings,
		state: matches.get(story.key)?.state,
		proven: matches.get(story.key)?.proven ?? false,
		knownAs: matches.get(story.key)?.knownAs,
		displaced: findDisplaced(story.key, state, matches),
		decisions,
		rememberedTypes: state?.recordTypes ?? NO_TYPES,
		broughtSlugs,
		policy
	});
	const decided = decideStories(stories, contextOf);
	if (decided.kind === "unread") return decided;
	const waiting = letWait(decided.work, destination, policy);
	const left = assessOrphans({
		desired,
		destination,
		readings,
		state,
		policy,
		work: waiting,
		matches
	});
	if (left.kind === "unread") return left;
	const { leftBehind, prune } = left;
	const types = readings.recordTypes ? { recordTypes: readings.recordTypes } : {};
	return {
		kind: "assessed",
		work: {
			destination,
			stories: waiting.map(withoutContent),
			again,
			leftBehind,
			prune,
			refreshed: true,
			...types
		}
	};
}
/** Where nothing is sent, content is let go: a fleet's would not fit into memory. What is recorded of it is made now. */
function withoutContent(work) {
	const { content: _, live, ...rest } = work;
	if (isDue(work.planned) || !live) return work;
	const { listed, read } = live;
	if (work.planned.action !== "unchanged" || !read) return {
		...rest,
		live: { listed }
	};
	return {
		...rest,
		live: {
			listed,
			facts: liveFacts(work.desired, read.story, read.parts)
		}
	};
}
/** A callee that cannot come is missing for its callers, and theirs in turn: repeat until nothing falls any more. */
function decideStories(stories, contextOf) {
	const fallen = /* @__PURE__ */ new Set();
	for (;;) {
		const brought = new Set(stories.filter((story) => !fallen.has(story.key)).flatMap(({ story }) => [...slugsOf(story)]));
		const assessments = stories.map((story) => assessStory(contextOf(story, brought)));
		const needs = assessments.flatMap((assessment) => assessment.kind === "unread" ? assessment.needs : []);
		if (needs.length > 0) return {
			kind: "unread",
			needs: uniqueNeeds(needs)
		};
		const work = assessments.flatMap((assessment) => assessment.kind === "assessed" ? [assessment.work] : []);
		const before = fallen.size;
		for (const { planned, live } of work) if (!live && planned.action !== "create") fallen.add(planned.key);
		if (fallen.size === before) return {
			kind: "decided",
			work
		};
	}
}
function uniqueNeeds(needs) {
	return [...new Map(needs.map((need) => [`${need.kind} ${"storyId" in need ? need.storyId : "storyKey" in need ? need.storyKey : ""}`, need])).values()];
}
function isChosen({ name }, key, { selected }) {
	return selected.get(name)?.has(key) ?? false;
}
function subscriptionOf(destination, story) {
	const subscription = destination.subscriptions.find(({ storyKey }) => storyKey === story.key);
	if (!subscription) throw new Error(`Internal error: ${destination.name} does not subscribe to ${story.key}`);
	return subscription;
}
function unreadableStory(desired, destination, fact) {
	const detached = subscriptionOf(destination, desired).detached !== void 0;
	return {
		planned: plannedStory(desired, {
			action: "blocked",
			reason: reasonOf(fact),
			fact,
			detached
		}),
		desired,
		equal: false,
		evidence: {}
	};
}

// src/engine/push/import.ts
/**
* Creates a story that the team does not have. `mode: new` is not idempotent, so the listing is read before. Whether it is the
* only one is told by the listing after all creates of the team (creates.ts).
*/
async function createStory({ tenant, clock, listing }, story) {
	const before = await listing.readForCreate();
	if (!before.ok) return before;
	const reading = listing.lastReading;
	const appeared = before.value.find(({ name }) => name === story.name);
	if (appeared) return foundInstead(tenant, story, appeared);
	let answered = false;
	const created = await confirmedWrite(clock, {
		send: async () => {
			const answer = await tenant.importStory({
				...story,
				mode: "new"
			});
			answered = answer.ok;
			return answer;
		},
		look: async () => {
			const now = await listing.read();
			if (!now.ok) return now;
			const found = await findCopies(tenant, story.data, isNew(now.value, listing, reading));
			return found.ok ? ok(found.value[0]?.listed) : found;
		},
		step: { write: "import" }
	});
	if (!created.ok) return isRefused(created.error) ? lookForRival(tenant, listing, story, reading, created) : created;
	if (listing.held(created.value.id, reading)) return fail(notNew(created.value));
	return ok({
		story: created.value,
		reading,
		answered
	});
}
/** A tenant that takes a name once refuses the second of two creates at one moment: no fault of the story. */
async function lookForRival(tenant, listing, story, reading, refused) {
	const now = await listing.read();
	const appeared = now.ok && isNew(now.value, listing, reading).find(({ name }) => name === story.name);
	return appeared ? foundInstead(tenant, story, appeared) : refused;
}
async function foundInstead(tenant, { name, data }, found) {
	const stands = stale({
		since: "name_appeared",
		name
	});
	const live = await tenant.exportStory(found.id);
	if (!live.ok) return fail(live.error.kind === "not_found" ? stands : readFailed("new_story", live.error));
	return fail(hasStampOf(live.value, data) ? {
		...stands,
		rival: found
	} : stands);
}
function isRefused({ fact }) {
	return fact.kind === "write_refused" && fact.failure.kind === "rejected";
}
function isNew(stories, listing, reading) {
	return stories.filter(({ id }) => !listing.held(id, reading));
}
/** `mode: new` answered with a story that was there before: it may have been overwritten, so this tenant is stopped. */
function notNew({ id }) {
	return {
		fact: {
			kind: "other_story_answered",
			got: { id },
			expected: {}
		},
		halt: "tenant"
	};
}
/** Replaces the live content by name. It may be repeated, as long as nobody else touched the story meanwhile. */
async function replaceStory({ tenant, clock }, before, story) {
	let seen = before;
	return confirmedWrite(clock, {
		send: () => tenant.importStory({
			...story,
			mode: "versionReplace"
		}),
		look: async () => {
			const live = await tenant.exportStory(before.id);
			if (!live.ok) return fail(readFailed("lost_import", live.error));
			const listed = await tenant.getStory(before.id);
			if (!listed.ok) return fail(readFailed("lost_import", listed.error));
			seen = listed.value;
			return ok(compareStories(live.value, story.data).length === 0 ? listed.value : void 0);
		},
		step: { write: "import" },
		blockedBy: () => seen.editedAt === before.editedAt ? void 0 : stale({ since: "edited_while_importing" })
	});
}
/** Those among the listed ones that are what was sent. */
async function findCopies(tenant, sent, among) {
	const found = [];
	for (const listed of among) {
		const live = await readNew(tenant, listed);
		if (!live.ok) return live;
		const copy = live.value && asCopy(listed, live.value, sent);
		if (copy) found.push(copy);
	}
	return ok(found);
}
/** Undefined: deleted since it was listed. */
async function readNew(tenant, { id }) {
	const live = await tenant.exportStory(id);
	if (live.ok || live.error.kind !== "not_found") return live.ok ? live : fail(readFailed("new_story", live.error));
	return ok(void 0);
}
function asCopy(listed, live, sent) {
	if (hasStampOf(live, sent)) return {
		listed,
		bearsStamp: true
	};
	return compareStories(live, sent).length === 0 ? {
		listed,
		bearsStamp: false
	} : void 0;
}
function hasStampOf(live, sent) {
	return live.origin_story_identifier === sent.origin_story_identifier;
}

// src/engine/push/precondition.ts
const EDITED = stale({ since: "edited" });
/** A story that moved between plan and push is not overwritten: somebody is working on it right now. */
async function checkPrecondition(tenant, live) {
	const now = await tenant.getStory(live.listed.id);
	if (!now.ok) return fail(readFailed("before_write", now.error));
	return confirmUnmoved(now.value, live);
}
function confirmUnmoved(now, { listed }) {
	if (now.teamId !== listed.teamId) return fail(stale({ since: "moved" }));
	if (now.changeControl) return fail(stale({ since: "change_control" }));
	if (now.tags.includes("detached-from-sync")) return fail(stale({ since: "detached" }));
	return now.name === listed.name && now.editedAt === listed.editedAt ? ok(now) : fail(EDITED);
}
/** A stamp that was young when it was read may cover an edit: then only the content tells that nobody was there since. */
async function checkContentPrecondition(tenant, { listed, read }) {
	if (listed.editedAtTrusted) return ok(null);
	const now = await tenant.exportStory(listed.id);
	if (!now.ok) return fail(readFailed("before_write", now.error));
	if (read && contentOf(now.value) === contentOf(read.story)) return ok(null);
	return fail(EDITED);
}
function seen(listed, story) {
	return {
		listed,
		parts: fingerprint(story),
		stamp: story.origin_story_identifier
	};
}
/** The story right before its end: listed as it was, locked by nobody, and with the content that it had. */
async function confirmUntouched(tenant, before) {
	const now = await checkPrecondition(tenant, before);
	if (!now.ok) return now;
	if (now.value.locked) return fail(stale({ since: "locked" }));
	const content = await tenant.exportStory(before.listed.id);
	if (!content.ok) return fail(readFailed("before_write", content.error));
	if (!(content.value.origin_story_identifier === before.stamp) || !sameParts(fingerprint(content.value), before.parts)) return fail(EDITED);
	return ok({
		listed: now.value,
		story: content.value
	});
}
/** Tags are no edit: those that are there now are kept, whoever set them. */
function contentOf(story) {
	return canonicalStory({
		...story,
		tags: []
	});
}
/**
* The last look before a replacement. One search answers what two questions would: the stories of the name that is sent, and
* ours among them as it is now. Where ours is not, since it bears another name, it is asked for by its id.
*/
async function lookBeforeReplacement(tenant, live, name) {
	const { id } = live.listed;
	const named = await tenant.findStoriesNamed(name);
	if (!named.ok) return fail(readFailed("stories_of_name", named.error));
	const found = named.value.find((story) => story.id === id);
	const now = found ? confirmUnmoved(found, live) : await checkPrecondition(tenant, live);
	if (!now.ok) return now;
	const others = named.value.filter((story) => story.id !== id);
	const sent = nameForReplacement(now.value, name, others);
	return sent.ok ? ok({
		listed: now.value,
		name: sent.value
	}) : sent;
}
/**
* Whether `versionReplace` looks for the name in the team or in the whole tenant is not documented: where another team has a
* story of this name, ours bears a name of its own for that moment. Its id is in that name, since two runs may meet at one tenant.
*/
function nameForReplacement(live, name, others) {
	if (others.some((story) => story.teamId === live.teamId)) return fail(stale({
		since: "second_of_name",
		name
	}));
	return ok(others.length > 0 ? `${name} [storysync ${live.id}]` : name);
}
/** The answer must speak of the story that was meant; otherwise nothing more is written to that tenant. */
function confirmIdentity(story, expected) {
	if (story.teamId === expected.teamId && (expected.id === void 0 || story.id === expected.id)) return ok(story);
	const got = {
		id: story.id,
		teamId: story.teamId
	};
	return fail({
		fact: {
			kind: "other_story_answered",
			got,
			expected
		},
		halt: "tenant"
	});
}

// src/engine/push/saved-version.ts
/**
* Keeps the live content as a named version before it is overwritten. A tenant whose plan has no versions is a
* warning; a save whose fate is unknown stops the overwrite, since an edit could be lost for good.
*/
async function saveLiveContent({ tenant, clock }, id, name) {
	let others = 0;
	return confirmedWrite(clock, {
		send: async () => {
			const saved = await tenant.saveVersion(id, name);
			return saved.ok ? ok([]) : saved;
		},
		look: async () => {
			const names = await tenant.listVersionNames(id);
			if (!names.ok && names.error.kind === "not_found") return ok(NO_VERSIONS);
			others = names.ok ? names.value.length : 0;
			return ok(names.ok && names.value.includes(name) ? [] : void 0);
		},
		step: SAVE_VERSION,
		recheckRefusal: (failure) => {
			if (failure.kind !== "not_found" && failure.kind !== "rejected") return void 0;
			if (others === 0) return ok(NO_VERSIONS);
			return fail({
				fact: {
					kind: "write_refused",
					step: SAVE_VERSION,
					failure
				},
				...stopFor(failure)
			});
		}
	});
}
const SAVE_VERSION = { write: "save_version" };
const NO_VERSIONS = [{ kind: "no_versions" }];

// src/engine/push/settings.ts
/**
* What must be set by update after an import: the name if the tenant chose another, tags, and every setting that
* exports do not hold and the import moved. Undefined when all is as it should be.
*/
function settingsToRestore(after, wanted, before) {
	const addTags = wanted.tags.filter((tag) => !after.tags.includes(tag));
	const removeTags = wanted.removeTags.filter((tag) => after.tags.includes(tag));
	const patch = {
		...after.name === wanted.name ? {} : { name: wanted.name },
		...addTags.length > 0 ? { addTags } : {},
		...removeTags.length > 0 ? { removeTags } : {},
		...before && after.disabled !== before.disabled ? { disabled: before.disabled } : {},
		...before && after.priority !== before.priority ? { priority: before.priority } : {},
		...before && after.locked !== before.locked ? { locked: before.locked } : {},
		...before && after.folderId !== before.folderId ? { folderId: before.folderId } : {}
	};
	return Object.keys(patch).length > 0 ? patch : void 0;
}
/** Settings in a patch that no export holds: only asking for the story by its id proves them. */
function settingsIn(patch) {
	return Object.keys(patch).filter((field) => ![
		"name",
		"addTags",
		"removeTags"
	].includes(field));
}
/** What an import can take from a story: no file holds it, so all that it can be reset to is the vendor's own value. The folder is sent along. */
function hasSettingsToLose({ disabled, priority, locked }) {
	return disabled || priority || locked;
}

// src/engine/push/update.ts
/** An update says what shall be, so it may be repeated; a lost answer is still looked up first. */
async function changeStory({ tenant, clock }, id, patch) {
	return confirmedWrite(clock, {
		send: () => tenant.updateStory(id, patch),
		look: async () => {
			const now = await tenant.getStory(id);
			if (!now.ok) return fail(readFailed("lost_update", now.error));
			return ok(isDone(now.value, patch) ? now.value : void 0);
		},
		step: {
			write: "update_story",
			fields: Object.keys(patch)
		}
	});
}
function isDone(story, patch) {
	return (patch.name === void 0 || patch.name === story.name) && (patch.addTags ?? []).every((tag) => story.tags.includes(tag)) && !(patch.removeTags ?? []).some((tag) => story.tags.includes(tag)) && (patch.disabled === void 0 || patch.disabled === story.disabled) && (patch.priority === void 0 || patch.priority === story.priority) && (patch.locked === void 0 || patch.locked === story.locked) && (patch.folderId === void 0 || patch.folderId === story.folderId);
}

// src/engine/push/verify.ts
/**
* Reads the content again: what was accepted with 200 is not yet what is live. Exports hold name and tags too, so both are
* those that are live; what no export holds is as `known` has it (decision 57).
*/
async function readContentBack(tenant, known) {
	const read = await tenant.exportStory(known.id);
	if (!read.ok) return fail(readFailed("after_push", read.error));
	const story = read.value;
	if (story.tags === void 0) return readBack(tenant, known.id);
	return ok({
		listed: {
			...known,
			name: story.name,
			tags: tagsOf(story),
			editedAtTrusted: false
		},
		story
	});
}
/** Reads the settings too, which no export holds. */
async function readBack(tenant, id) {
	const [story, listed] = await Promise.all([tenant.exportStory(id), tenant.getStory(id)]);
	if (!story.ok) return fail(readFailed("after_push", story.error));
	if (!listed.ok) return fail(readFailed("after_push", listed.error));
	return ok({
		listed: {
			...listed.value,
			editedAtTrusted: false
		},
		story: story.value
	});
}
/** Places where the live story is not what was sent; empty means verified. Values are never part of it. */
function findDeviations(work, sent, back) {
	const before = work.live;
	const tags = {
		tags: tagsOf(work.desired.story),
		removeTags: work.tags.remove
	};
	const settings = settingsToRestore(back.listed, {
		name: work.desired.story.name,
		...tags
	}, before?.listed);
	return [
		...compareStories(back.story, sent).map((change) => change.path),
		...Object.keys(settings ?? {}),
		...before ? findMovedAddresses(sent, back.story) : [],
		...findPlaceholders(back.story),
		...before && contentHash(recipients(sent)) !== contentHash(recipients(back.story)) ? ["recipients"] : []
	];
}
function findMovedAddresses(sent, live) {
	const matching = matchIngress(sent, live, {});
	return matching.ok ? compareAddresses(matching.value).map((change) => change.path) : matching.error.ambiguous;
}
function findPlaceholders(live) {
	return ingressPoints(live).filter(({ action }) => Object.values(optionsOf(action)).includes(DESTINATION_OWNED)).map(({ name }) => `agents[${name}].options`);
}
function recipients(story) {
	return story.recipients ?? [];
}

// src/engine/push/story.ts
/** Pushes one story: record types first, then the content, then what only an update can set, then the proof. */
async function pushStory(pusher, work) {
	const pushed = work.live ? await pushOver(pusher, work, work.live) : await pushNew(pusher, work);
	const there = pushed.ok ? pushed.value : pushed.error.back;
	if (there) pusher.listing.note(there.listed);
	else pusher.listing.forget();
	return pushed;
}
async function pushNew(pusher, work) {
	const content = await compose(pusher, work);
	if (!content.ok) return content;
	const written = await create(pusher, work, content.value);
	return written.ok ? finish(pusher, work, content.value, written.value) : written;
}
async function pushOver(pusher, work, live) {
	const before = await lookAgain(pusher, work, live);
	if (!before.ok) return before;
	const { changes } = pusher.types;
	const content = await compose(pusher, work);
	if (!content.ok) return content;
	const current = pusher.types.changes === changes ? before : await lookOnce(pusher, work, live);
	if (!current.ok) return current;
	const written = await replace(pusher, work, current.value, content.value);
	if (!written.ok) return written;
	return finish(pusher, {
		...work,
		live: current.value.live
	}, content.value, written.value);
}
/** What was sent before, but for random addresses, which no comparison looks at. */
async function composeAgain(pusher, work) {
	const composed = await compose(pusher, work);
	if (!composed.ok) throw new Error("Internal error: what was sent once cannot be composed again");
	return composed.value;
}
async function compose(pusher, work) {
	const types = await carryOutTypes(pusher, work);
	if (!types.ok) return types;
	if (!work.content) throw new Error("Internal error: nothing was composed for a story that is to be pushed");
	return ok(work.content(types.value, pusher.fresh));
}
/** Callers inside a cycle bind to callees that did not exist at their first import: they are sent once more. */
async function pushAgain(pusher, work, first) {
	const current = await lookAgain(pusher, work, {
		listed: first.listed,
		read: {
			story: first.story,
			parts: {}
		}
	});
	if (!current.ok) return current;
	const again = {
		...work,
		live: current.value.live,
		saveVersion: false
	};
	const content = {
		...first.story,
		tags: []
	};
	const written = await replace(pusher, again, current.value, content);
	if (!written.ok) return written;
	const warnings = [...first.warnings, ...written.value.warnings];
	return finish(pusher, again, content, {
		...written.value,
		warnings
	});
}
async function lookAgain(pusher, work, live) {
	const now = await lookOnce(pusher, work, live);
	if (!now.ok) return now;
	const same = await checkContentPrecondition(pusher.tenant, live);
	return same.ok ? now : same;
}
/** Its settings and tags may have changed without an edit of the story: what holds is what is there now. */
async function lookOnce({ tenant }, { desired }, live) {
	const now = await lookBeforeReplacement(tenant, live, desired.story.name);
	return now.ok ? ok({
		live: {
			...live,
			listed: now.value.listed
		},
		name: now.value.name
	}) : now;
}
async function carryOutTypes({ types }, work) {
	const carriedOut = /* @__PURE__ */ new Map();
	for (const decision of work.decisions) {
		const type = await types.carryOut(decision);
		if (!type.ok) return type;
		carriedOut.set(decision.name, type.value);
	}
	return ok(carriedOut);
}
async function create(pusher, work, data) {
	const { teamId, folderId } = pusher.destination;
	const folder = folderId === void 0 ? {} : { folderId };
	const created = await createStory(pusher, {
		teamId,
		name: work.desired.story.name,
		data,
		...folder
	});
	if (!created.ok) return created;
	const confirmed = confirmIdentity(created.value.story, { teamId });
	if (confirmed.ok) pusher.created.set(work.planned.key, created.value);
	return confirmed.ok ? ok({
		story: confirmed.value,
		warnings: []
	}) : confirmed;
}
async function replace(pusher, work, { live, name }, data) {
	const { teamId } = pusher.destination;
	const { id } = live.listed;
	const saved = work.saveVersion ? await saveLiveContent(pusher, id, versionName(live)) : ok([]);
	if (!saved.ok) return saved;
	const renamed = live.listed.name === name ? ok(live.listed) : await changeStory(pusher, id, { name });
	if (!renamed.ok) return renamed;
	const { folderId } = live.listed;
	const replaced = await replaceStory(pusher, renamed.value, {
		teamId,
		name,
		data: {
			...data,
			name,
			tags: tagsToKeep(work, live)
		},
		...folderId === null ? {} : { folderId }
	});
	if (!replaced.ok) {
		const { fact } = replaced.error;
		if (fact.kind === "write_refused" && !isKeyRefused(fact) && live.listed.name !== name) await changeStory(pusher, id, { name: live.listed.name });
		return replaced;
	}
	const confirmed = confirmIdentity(replaced.value, {
		id,
		teamId
	});
	return confirmed.ok ? ok({
		story: confirmed.value,
		warnings: saved.value
	}) : confirmed;
}
/** Names the content (without the time of the export), so that content which is saved already is recognised. */
function versionName({ read }) {
	return `before storysync overwrote it (${read ? sha256(canonicalStory(read.story)).slice(7, 19) : "unread"})`;
}
/** Settings and tags that the import could not carry, then reading back. */
async function finish(pusher, work, sent, written) {
	const wanted = {
		name: work.desired.story.name,
		tags: tagsOf(work.desired.story),
		removeTags: work.tags.remove
	};
	const tags = [.../* @__PURE__ */ new Set([...wanted.tags, ...tagsToKeep(work, work.live)])];
	const { tenant } = pusher;
	const { id } = written.story;
	const after = await settingsAfter(tenant, written, work.live?.listed);
	if (!after.ok) return after;
	const patch = settingsToRestore(after.value, {
		...wanted,
		tags
	}, work.live?.listed);
	const updated = patch ? await changeStory(pusher, id, patch) : after;
	if (!updated.ok) return patch && work.live ? fail(withMoved(updated.error, patch)) : updated;
	const known = {
		...after.value,
		editedAt: updated.value.editedAt
	};
	const back = await (settingsIn(patch ?? {}).length === 0 && !pusher.again.has(work.planned.key) ? readContentBack(tenant, known) : readBack(tenant, id));
	if (!back.ok) return back;
	const deviations = findDeviations(work, {
		...sent,
		name: wanted.name
	}, back.value);
	if (deviations.length > 0) return fail({
		fact: {
			kind: "differs_after_push",
			places: deviations
		},
		back: back.value
	});
	const unplanned = await pusher.types.findUnplanned(work.decisions, {
		sent,
		live: back.value.story
	});
	if (!unplanned.ok) return unplanned;
	if (unplanned.value.length > 0) {
		const fact = {
			kind: "record_types_unplanned",
			names: unplanned.value
		};
		return fail({
			fact,
			halt: "tenant",
			back: back.value
		});
	}
	return ok({
		...back.value,
		warnings: [...written.warnings, ...adoption(work, back.value.story)]
	});
}
/** The answer to an import tells what became of the settings; where one is at stake, what is live is asked for. */
async function settingsAfter(tenant, { story }, before) {
	if (!before || !hasSettingsToLose(before)) return ok(story);
	const now = await tenant.getStory(story.id);
	return now.ok ? now : fail(readFailed("after_push", now.error));
}
/** Said once: the next run finds the story to be ours. */
function adoption({ adopts, desired }, live) {
	return adopts ? [{
		kind: "taken_over",
		keepsOwnStamp: live.origin_story_identifier !== desired.stamp
	}] : [];
}
/** No later run knows how these were: what reads well then must be put right now, by somebody who does. */
function withMoved(failure, patch) {
	const settings = settingsIn(patch);
	if (settings.length === 0) return failure;
	return {
		...failure,
		fact: {
			kind: "settings_not_restored",
			settings,
			by: failure.fact
		}
	};
}
/** These exist in the tenant, so no import fails for them. */
function tagsToKeep({ tags }, live) {
	return (live?.listed.tags ?? []).filter((tag) => !tags.remove.includes(tag));
}

// src/engine/push/twins.ts
/**
* Reads the team's listing once more after all creates. Whoever reads it after both of two creates sees both, so at least
* the run that created last does. A listing that does not show yet what we created says nothing of others either.
*/
async function findStandings(pusher, made) {
	if (made.length === 0) return ok(/* @__PURE__ */ new Map());
	const { tenant, listing } = pusher;
	const listed = await readWhole(pusher, made);
	if (!listed.ok) return listed;
	const { stories, gone } = listed.value;
	const standings = new Map(made.map(({ creation: { story } }) => [story.id, {
		gone: gone.has(story.id),
		twins: noTwins()
	}]));
	for (const other of stories) {
		const before = made.filter(({ creation }) => !listing.held(other.id, creation.reading));
		if (before.length === 0 || standings.has(other.id)) continue;
		const live = await readNew(tenant, other);
		if (!live.ok) return live;
		for (const { creation, sent } of live.value ? before : []) {
			const copy = live.value && asCopy(other, live.value, sent);
			if (copy) standings.get(creation.story.id)?.twins.push(copy);
		}
	}
	return ok(standings);
}
const noTwins = () => [];
async function readWhole({ tenant, clock, listing }, made) {
	const gone = /* @__PURE__ */ new Set();
	for (const wait of [0, ...WAITS]) {
		if (wait > 0) await clock.sleep(wait);
		const listed = await listing.read();
		if (!listed.ok) return listed;
		const shown = new Set(listed.value.map(({ id }) => id));
		const missing = made.map(({ creation }) => creation.story.id).filter((id) => !shown.has(id) && !gone.has(id));
		for (const id of missing) {
			const now = await tenant.getStory(id);
			if (!now.ok && now.error.kind !== "not_found") return fail(readFailed("new_story", now.error));
			if (!now.ok) gone.add(id);
		}
		if (missing.every((id) => gone.has(id))) return ok({
			stories: listed.value,
			gone
		});
	}
	return fail({ fact: { kind: "listing_behind" } });
}

// src/engine/push/copies.ts
/** All copies first, then one flush: only what stands where it is shared counts as kept. */
async function keepCopies(destination, stories, options) {
	const copies = /* @__PURE__ */ new Map();
	for (const story of stories) copies.set(story.listed.id, await keepCopy(destination, options, story));
	if (![...copies.values()].some(({ ok: kept }) => kept)) return copies;
	const flushed = await options.flush();
	if (flushed.ok) return copies;
	return new Map([...copies].map(([id, kept]) => [id, kept.ok ? fail(noCopy(flushed.error)) : kept]));
}
async function keepCopy({ name: destination }, options, { key, listed, story }) {
	const neutral = neutralise(story);
	const literals = await options.findSecrets(story);
	if (literals.length > 0) return fail({
		kind: "copy_holds_secrets",
		literals
	});
	const kept = await options.keep({
		destination,
		key,
		storyId: listed.id,
		text: canonicalStory(neutral)
	});
	return kept.ok ? kept : fail(noCopy(kept.error));
}
function noCopy({ message, hint }) {
	return {
		kind: "no_copy",
		problem: {
			message,
			hint
		}
	};
}

// src/engine/push/delete.ts
/**
* Deletes a story and sees that it is gone: an accepted delete is not yet a deleted story. After a lost answer it is sent
* again only while the story is the very one that was meant: `confirm` tells.
*/
async function deleteStory({ tenant, clock }, listed, confirm) {
	return confirmedWrite(clock, {
		send: () => tenant.deleteStory(listed.id),
		look: async () => {
			const now = await tenant.getStory(listed.id);
			if (now.ok) return ok(void 0);
			if (now.error.kind === "not_found") return ok(null);
			return fail(readFailed("deleted_story", now.error));
		},
		step: { write: "delete" },
		acceptWithoutLook: () => false,
		notDone: { fact: { kind: "delete_without_effect" } },
		recheckRefusal: ({ kind }) => kind === "not_found" ? fail({ fact: { kind: "delete_not_allowed" } }) : void 0,
		blockedBy: async () => {
			const still = await confirm();
			return still.ok ? void 0 : still.error;
		}
	});
}

// src/engine/push/withdraw.ts
/** Deletes what our own creates returned: unedited since, each after a copy of it is safe, and only while the one that stays is there. */
async function withdrawAll(pusher, surplus, { blockedBy, copies }) {
	const withdrawn = /* @__PURE__ */ new Map();
	const doomed = [];
	for (const { key, seen } of surplus) {
		const { id } = seen.listed;
		const now = await pusher.tenant.exportStory(id);
		if (!now.ok) withdrawn.set(id, fail(readFailed("before_write", now.error).fact));
		else if (copies) doomed.push({
			key,
			listed: { id },
			story: now.value
		});
		else withdrawn.set(id, fail({
			kind: "no_copy",
			problem: null
		}));
	}
	const kept = copies ? await keepCopies(pusher.destination, doomed, copies) : /* @__PURE__ */ new Map();
	for (const each of surplus) {
		const { id } = each.seen.listed;
		const copy = kept.get(id);
		if (!copy) continue;
		const halt = blockedBy();
		withdrawn.set(id, halt ? fail(halt) : copy.ok ? await withdraw(pusher, each, copy) : copy);
	}
	return withdrawn;
}
async function withdraw(pusher, { seen, survivor, sent }, copy) {
	const confirm = async () => {
		const other = await pusher.tenant.exportStory(survivor);
		if (!other.ok) return fail(readFailed("before_write", other.error));
		if (!hasStampOf(other.value, sent)) return fail(stale({ since: "edited" }));
		return confirmUntouched(pusher.tenant, seen);
	};
	const confirmed = await confirm();
	if (!confirmed.ok) return fail(confirmed.error.fact);
	const deleted = await deleteStory(pusher, seen.listed, confirm);
	return deleted.ok ? copy : fail(deleted.error.fact);
}

// src/engine/push/creates.ts
/** Milliseconds before each look for whether the other run has withdrawn its story: it does so after its own creates. */
const PATIENCE = [
	...WAITS,
	5e3,
	5e3,
	5e3,
	1e4
];
/**
* Says of every story that this run created whether it stays. Of two with our stamp the one with the lower id does, and
* each run withdraws only what its own create returned: so no two runs withdraw both, whatever the order.
*/
async function settleCreates(pusher, held, options) {
	const made = /* @__PURE__ */ new Map();
	for (const each of held) if (each.creation) made.set(each, {
		creation: each.creation,
		sent: await composeAgain(pusher, each.story)
	});
	const standings = await findStandings(pusher, [...made.values()]);
	const settling = new Settling(pusher, options);
	for (const each of held) {
		const own = made.get(each);
		if (!own) settling.takeOther(each);
		else if (standings.ok) settling.takeCreated(each, own, standings.value.get(own.creation.story.id) ?? ALONE);
		else settling.end(each, {
			kind: "created_unconfirmed",
			id: own.creation.story.id,
			by: standings.error.fact
		});
	}
	return settling.finish();
}
const ALONE = {
	gone: false,
	twins: []
};
var Settling = class {
	#pusher;
	#options;
	#settled = /* @__PURE__ */ new Map();
	/** Ours are to make way. */
	#surplus = /* @__PURE__ */ new Map();
	/** Ours are there still; the others are for the runs that made them to withdraw. */
	#kept = /* @__PURE__ */ new Map();
	/** Pairs that are about the story of another run now. */
	#elsewhere = /* @__PURE__ */ new Map();
	constructor(pusher, options) {
		this.#pusher = pusher;
		this.#options = options;
	}
	end(held, fact) {
		this.#settled.set(held, {
			outcome: {
				...held.outcome,
				...outcomeFrom(fact),
				warnings: []
			},
			doubled: false
		});
	}
	takeOther(held) {
		const { rival: id } = held;
		if (id === void 0) this.#settled.set(held, {
			outcome: held.outcome,
			doubled: false
		});
		else this.#elsewhere.set(held, {
			id,
			warning: {
				kind: "created_elsewhere",
				id
			}
		});
	}
	takeCreated(held, { creation, sent }, { gone, twins }) {
		const own = creation.story.id;
		const survivor = lowestOf(twins);
		if (gone) {
			if (survivor === void 0) this.#forget(held, stale({ since: "deleted" }).fact, []);
			else this.#elsewhere.set(held, {
				id: survivor,
				warning: {
					kind: "created_elsewhere",
					id: survivor
				}
			});
			return;
		}
		if (twins.length === 0) {
			this.#settled.set(held, {
				outcome: held.outcome,
				doubled: false
			});
			return;
		}
		const others = twins.map(({ listed }) => listed.id);
		if (survivor === void 0 || survivor > own) {
			this.#kept.set(held, {
				own,
				others,
				by: null
			});
			return;
		}
		const cannot = whyNotWithdrawn(held, creation);
		if (cannot || !held.seen) this.#kept.set(held, {
			own,
			others,
			by: cannot
		});
		else this.#surplus.set(held, {
			key: held.story.planned.key,
			seen: held.seen,
			survivor,
			sent,
			others
		});
	}
	async finish() {
		await this.#withdraw();
		await this.#awaitWithdrawals();
		await this.#compareOthers();
		return this.#settled;
	}
	async #withdraw() {
		const withdrawn = await withdrawAll(this.#pusher, [...this.#surplus.values()], this.#options);
		for (const [held, { seen, survivor, others }] of this.#surplus) {
			const own = seen.listed.id;
			const gone = withdrawn.get(own);
			if (!gone?.ok) this.#kept.set(held, {
				own,
				others,
				by: gone?.error ?? null
			});
			else this.#elsewhere.set(held, {
				id: survivor,
				warning: {
					kind: "withdrawn",
					id: own,
					by: survivor,
					keptAs: gone.value
				}
			});
		}
	}
	/** The other run is at its own creates, perhaps. */
	async #awaitWithdrawals() {
		const { tenant } = this.#pusher;
		await this.#lookUntilDone(this.#kept, PATIENCE, async (held, { own, others }) => {
			for (const id of others) {
				const now = await tenant.getStory(id);
				if (now.ok || now.error.kind !== "not_found") return false;
			}
			if (!(await tenant.getStory(own)).ok) return false;
			this.#settled.set(held, {
				outcome: held.outcome,
				doubled: true
			});
			return true;
		});
		for (const [held, { own, others, by }] of this.#kept) this.end(held, {
			kind: "created_twice",
			ids: [own, ...others].sort((a, b) => a - b),
			own,
			by
		});
	}
	/** Synced is what reads back equal, whoever made it. The other run may still be about its settings. */
	async #compareOthers() {
		const { tenant } = this.#pusher;
		await this.#lookUntilDone(this.#elsewhere, [0, ...PATIENCE], async (held, { id, warning }) => {
			const back = await readBack(tenant, id);
			if (!back.ok) return false;
			const sent = await composeAgain(this.#pusher, held.story);
			const name = held.story.desired.story.name;
			if (back.value.story.origin_story_identifier !== held.story.desired.stamp) return false;
			if (findDeviations(held.story, {
				...sent,
				name
			}, back.value).length > 0) return false;
			this.#settled.set(held, {
				outcome: {
					status: "synced",
					reason: null,
					did: "unchanged",
					fact: null,
					destinationStoryId: id,
					warnings: [warning]
				},
				other: back.value,
				doubled: warning.kind === "withdrawn"
			});
			return true;
		});
		for (const [held, { warning }] of this.#elsewhere) {
			const { fact } = stale({
				since: "created_elsewhere",
				name: held.story.desired.story.name
			});
			this.#forget(held, fact, warning.kind === "withdrawn" ? [warning] : []);
		}
	}
	/** Nothing of ours is there, and of what is there nothing is known. */
	#forget(held, fact, warnings) {
		const outcome = {
			...outcomeFrom(fact),
			warnings
		};
		this.#settled.set(held, {
			outcome,
			other: null,
			doubled: warnings.length > 0
		});
	}
	/** What is done leaves the list; nobody waits once it is empty. */
	async #lookUntilDone(open, waits, look) {
		for (const wait of waits) {
			if (open.size === 0 || wait > 0 && this.#options.stopped()) return;
			if (wait > 0) await this.#pusher.clock.sleep(wait);
			for (const [held, what] of open) if (await look(held, what)) open.delete(held);
		}
	}
};
/** A run withdraws only what its own create returned, and what it can tell to be unedited. */
function whyNotWithdrawn({ outcome, seen }, { answered }) {
	if (!answered) return { kind: "answer_lost" };
	return seen ? null : outcome.fact;
}
/** Only what bears our stamp may take the place of ours. */
function lowestOf(twins) {
	const ids = twins.filter(({ bearsStamp }) => bearsStamp).map(({ listed }) => listed.id);
	return ids.length > 0 ? Math.min(...ids) : void 0;
}

// src/engine/push/next-state.ts
/** What this run learned about a destination, on top of the state before it. It becomes the next state file. */
var NextState = class {
	#destination;
	#stories;
	#recordTypes;
	#last;
	/** What the vendor's syncing carried before is not the push's to forget. */
	#native;
	#explain;
	constructor(destination, previous, explain) {
		this.#explain = explain;
		this.#destination = destination;
		this.#stories = new Map(Object.entries(previous?.stories ?? {}));
		this.#recordTypes = new Map(Object.entries(previous?.recordTypes ?? {}));
		this.#last = previous?.last ?? {};
		this.#native = previous?.native ? { native: previous.native } : {};
	}
	/** After a push: what was read back, verified or not. */
	recordPush(work, back, outcome, at) {
		const { desired, tags, state } = work;
		const mine = /* @__PURE__ */ new Set([...state?.tags ?? [], ...tags.add]);
		this.#makeRoom(work);
		this.#stories.set(desired.key, {
			...describeLive(work, back.listed, liveFacts(desired, back.story)),
			pushed: desired.contentHash,
			tags: tagsOf(desired.story).filter((tag) => mine.has(tag)).sort(),
			status: outcome.status,
			reason: outcome.reason,
			errorMessage: outcome.fact ? this.#explain(outcome.fact).message : null,
			...outcome.status === "synced" ? equalNow(work, at.syncedAt) : { equal: state?.equal ?? [] },
			syncedAt: at.syncedAt,
			...at.commit === null ? {} : { commit: at.commit }
		});
		if (outcome.status === "synced") this.#recordTypesOf(work);
	}
	/** What was recorded of a push does not hold: the entry is as it was before. */
	takeBack({ desired: { key }, state }) {
		this.#stories.delete(key);
		if (state) this.#stories.set(key, state);
	}
	/** The push was recorded as it read back; now it is known what it came to. */
	amend({ desired: { key } }, { status, reason, fact }) {
		const entry = this.#stories.get(key);
		if (!entry) return;
		const errorMessage = fact ? this.#explain(fact).message : null;
		this.#stories.set(key, {
			...entry,
			status,
			reason,
			errorMessage
		});
	}
	/** A story found equal without a push: its entry is made, or brought up to date. */
	recordEqual(work, at) {
		const { desired, state, live } = work;
		if (!live) return;
		if (live.read) throw new Error(`Internal error: the content of ${desired.key}, which is equal, was kept`);
		if (!live.facts) {
			this.#makeRoom(work);
			if (state) this.#stories.set(desired.key, state);
			return;
		}
		if (!isStamped(work, live.facts)) return;
		const pushed = state?.status === "synced" && state.pushed === desired.contentHash ? state : void 0;
		this.#makeRoom(work);
		this.#stories.set(desired.key, {
			...describeLive(work, live.listed, live.facts),
			pushed: desired.contentHash,
			tags: state?.tags ?? [],
			status: "synced",
			reason: pushed?.reason ?? null,
			errorMessage: pushed?.errorMessage ?? null,
			...equalNow(work, at.syncedAt),
			syncedAt: state?.syncedAt ?? at.syncedAt,
			...commitOf(state, at.commit)
		});
		this.#recordTypesOf(work);
	}
	/** After deletions there. Record types stay as long as state has a story that may use them. */
	forget({ stories, prune }, keys) {
		for (const key of keys) this.#stories.delete(key);
		const wanted = new Map(stories.map(({ desired }) => [desired.key, desired.recordTypes.map(({ name }) => name)]));
		if (![...this.#stories.keys()].every((key) => wanted.has(key))) return;
		const inUse = new Set([...wanted.values()].flat());
		const used = new Set(prune.filter(({ left }) => keys.has(left.key)).flatMap(({ story }) => recordTypesOf(story).definitions.map(({ name }) => name)));
		for (const [name, { target }] of this.#recordTypes) if (used.has(target) && !inUse.has(name)) this.#recordTypes.delete(name);
	}
	toState() {
		const { tenantUrl, teamId } = this.#destination;
		const [stories, recordTypes] = [Object.fromEntries(this.#stories), Object.fromEntries(this.#recordTypes)];
		return {
			tenantUrl,
			teamId,
			stories,
			recordTypes,
			...this.#native,
			last: this.#last
		};
	}
	/** One story, one entry: the one under an earlier key goes, and another story's under this key gets a key of its own. */
	#makeRoom({ desired: { key }, state }) {
		for (const [other, entry] of this.#stories) if (entry === state) this.#stories.delete(other);
		const displaced = this.#stories.get(key);
		if (displaced) this.#stories.set(freeKey(key, displaced, this.#stories), displaced);
	}
	#recordTypesOf({ desired, decisions }) {
		for (const { name, target } of decisions) {
			if (desired.commit !== void 0 && this.#recordTypes.has(name)) continue;
			const definition = desired.recordTypes.find((type) => type.name === name);
			if (definition) this.#recordTypes.set(name, {
				target,
				definition
			});
		}
	}
};
/** A key that no manifest is likely to have, and within what a key may be. */
function freeKey(key, { destinationStoryId: id }, taken) {
	const base = `${key.slice(0, 40)}.${id}`;
	let free = base;
	for (let count = 2; taken.has(free); count += 1) free = `${base}-${count}`;
	return free;
}
/** Under `adopt` a story may be equal that we never pushed: an entry in state would claim it for good. */
function isStamped({ desired, state, proven = false, live }, { stamp }) {
	return isOurs(desired, {
		id: live?.listed.id ?? 0,
		stamp
	}, state && {
		state,
		proven
	});
}
/** Read back equal to what git asks for: since now, unless that is what it was equal to last. */
function equalNow({ desired: { contentHash }, state }, now) {
	const before = state?.equal ?? [];
	return {
		since: (before.at(-1) === contentHash ? state?.since : void 0) ?? now,
		equal: [...before.filter((hash) => hash !== contentHash), contentHash].slice(-50)
	};
}
function describeLive({ desired }, listed, facts) {
	return {
		destinationStoryId: listed.id,
		name: listed.name,
		lineage: desired.stamp,
		editedAt: listed.editedAt,
		...listed.editedAtTrusted ? { editedAtTrusted: true } : {},
		...facts
	};
}
function commitOf(state, commit) {
	const known = state?.commit ?? commit;
	return known === null ? {} : { commit: known };
}

// src/engine/push/prune.ts
/** Deletes what the plan says may go, each after a copy of it is safe, and reports what became of everything left behind. */
async function pruneDestination(pruning) {
	const { work, blockedBy } = pruning;
	const early = work.prune.length > 0 ? blockedBy() : void 0;
	if (early !== void 0) return keepAll(work, early);
	const doomed = work.prune.map(({ left: { key }, listed, story }) => ({
		key,
		listed,
		story
	}));
	const copies = await keepCopies(work.destination, doomed, pruning.copies);
	const run = {
		gone: /* @__PURE__ */ new Set(),
		stopped: void 0
	};
	const pruned = [];
	for (const entry of work.prune) {
		const copy = copies.get(entry.listed.id) ?? fail({
			kind: "no_copy",
			problem: null
		});
		const result = copy.ok ? await pruneStory(pruning, entry, run) : copy;
		const keptAs = copy.ok ? copy.value : null;
		const fact = result.ok ? {
			kind: "deleted",
			keptAs,
			warnings: entry.left.warnings
		} : {
			kind: "not_deleted",
			by: result.error
		};
		pruned.push(prunedOf(work, entry.left, {
			consented: true,
			deleted: result.ok,
			fact,
			keptAs
		}));
	}
	return [...pruned, ...staying(work)];
}
/** A destination where a push did not go through is not what the plan took it for: nothing is deleted there. */
function findFailedPush(outcomes, work) {
	const due = new Set(work.stories.filter(({ planned }) => isDue(planned)).map(({ planned }) => planned.key));
	const lost = outcomes.find(({ storyKey, status }) => due.has(storyKey) && status !== "synced");
	return lost && {
		kind: "push_failed",
		key: lost.storyKey
	};
}
async function pruneStory({ tenant, clock, blockedBy }, { listed, story, callers }, run) {
	const late = run.stopped ?? blockedBy();
	if (late !== void 0) return fail(late);
	if (callers.some((id) => !run.gone.has(id))) return fail({ kind: "caller_remains" });
	const confirm = () => confirmUntouched(tenant, seen(listed, story));
	const confirmed = await confirm();
	if (!confirmed.ok) return fail(causeOf(confirmed.error, run));
	const deleted = await deleteStory({
		tenant,
		clock
	}, listed, confirm);
	if (!deleted.ok) return fail(causeOf(deleted.error, run));
	run.gone.add(listed.id);
	return deleted;
}
/** A failure that stops the tenant keeps the rest from being deleted, too. */
function causeOf({ fact, halt }, run) {
	if (halt) run.stopped = {
		kind: "halted",
		by: fact
	};
	return fact;
}

// src/records/bindings.ts
/** The ids of the record types that a story's actions embed; undefined for one that embeds a type without saying which. */
function boundTypes(story) {
	return allActions(story).flatMap(({ action: { record_type: type } }) => {
		if (type === void 0 || type === null) return [];
		return [isObject(type) && Number.isInteger(type.id) ? type.id : void 0];
	});
}

// src/engine/push/team-listing.ts
/** How long what a team was seen to have counts, kept up to date with our own writes. */
const LISTED_FOR_MS = 1e4;
/**
* The stories of one team, as this run saw them listed. It knows at which reading each was there first: whether the listing
* before a create held a story can be told of any create and any story, whatever came later.
*/
var TeamListing = class {
	#tenant;
	#clock;
	#teamId;
	#firstSeen = /* @__PURE__ */ new Map();
	#readings = 0;
	/** By id; undefined while the next create is to read anew. */
	#last;
	constructor(tenant, clock, teamId) {
		this.#tenant = tenant;
		this.#clock = clock;
		this.#teamId = teamId;
	}
	/** Counts from 1. */
	get lastReading() {
		return this.#readings;
	}
	async read() {
		const at = this.#clock.elapsed();
		const listing = await this.#tenant.listStories(this.#teamId);
		if (!listing.ok) return fail(readFailed("stories_of_team", listing.error));
		this.#readings += 1;
		for (const { id } of listing.value) if (!this.#firstSeen.has(id)) this.#firstSeen.set(id, this.#readings);
		this.#last = {
			stories: new Map(listing.value.map((story) => [story.id, story])),
			at
		};
		return listing;
	}
	/** One reading serves the creates of a team for as long as it counts: an older one may lack what others made since. */
	async readForCreate() {
		const last = this.#last;
		if (last && this.#clock.elapsed() - last.at < 1e4) return ok([...last.stories.values()]);
		return this.read();
	}
	/** What we wrote: a story that we made counts as one that was there, for whatever is made after it. */
	note(story) {
		this.#last?.stories.set(story.id, story);
		if (!this.#firstSeen.has(story.id)) this.#firstSeen.set(story.id, this.#readings);
	}
	/** A write went wrong, and what it did nobody knows. */
	forget() {
		this.#last = void 0;
	}
	/** Whether it was there at that reading or before. */
	held(id, reading) {
		return (this.#firstSeen.get(id) ?? Number.POSITIVE_INFINITY) <= reading;
	}
};

// src/engine/push/record-types.ts
/** The record types of one team during a run: carried out once each, whatever number of stories use them. */
var TeamRecordTypes = class {
	#tenant;
	#clock;
	#teamId;
	#done = /* @__PURE__ */ new Map();
	/** Names that the plan of this destination makes: another run with the same plan may make them first. */
	#planned;
	/** What this run adds to types that are there, by their ids. */
	#extended = /* @__PURE__ */ new Map();
	#expected;
	#seen;
	#changes = 0;
	/** `seen`: by whoever planned. */
	constructor(tenant, clock, teamId, planned = [], seen) {
		this.#planned = new Set([...planned].flatMap(({ targetId, target }) => targetId === void 0 ? [target] : []));
		this.#tenant = tenant;
		this.#clock = clock;
		this.#teamId = teamId;
		this.#seen = seen;
	}
	/** How many types this run made or extended, or tried to: what was looked at before is old since. */
	get changes() {
		return this.#changes;
	}
	/** Makes the chosen type exist as decided, and returns it as it is there. */
	async carryOut(decision) {
		const done = this.#done.get(workOf(decision));
		if (done) return ok(done);
		const existing = isWritten(decision) ? await this.#read() : await this.#readOrKeep();
		if (!existing.ok) return existing;
		if (isWritten(decision)) {
			this.#changes += 1;
			this.#seen = void 0;
		}
		const result = decision.targetId === void 0 ? await this.#create(decision, existing.value) : await this.#use(decision, decision.targetId, existing.value);
		if (!result.ok) return result;
		this.#expected = /* @__PURE__ */ new Set([...existing.value.map((type) => type.id), result.value.id]);
		this.#done.set(workOf(decision), result.value);
		return result;
	}
	/**
	* An import that makes types of its own would pile up copies at every sync: such a tenant is stopped. It makes them to bind
	* record actions to them: a story without such makes none, and where each reads back bound to a type that was there
	* before, none was made (decision 57). A type that the plan is to make anyway, and which is there once, was made by another run.
	*/
	async findUnplanned(decisions, { sent, live }) {
		const expected = this.#expected;
		if (!expected || boundTypes(sent).length === 0) return ok([]);
		if (!decisions.some(isWritten) && this.#areUsed(decisions, boundTypes(live))) return ok([]);
		const types = await this.#read();
		if (!types.ok) return types;
		for (const [id, decision] of this.#extended) {
			const type = types.value.find((candidate) => candidate.id === id);
			const doubled = type && findDoubled(type, decision);
			if (doubled) return fail(doubled);
		}
		const unexpected = types.value.filter(({ id, name }) => !expected.has(id) && !this.#planned.has(name));
		if (unexpected.length > 0) return ok(unexpected.map(({ name }) => name));
		const twice = types.value.filter(({ id, name }) => !expected.has(id) && this.#planned.has(name)).find(({ name }) => types.value.filter((type) => type.name === name).length > 1);
		return twice ? fail({ fact: {
			kind: "record_type_repeated",
			name: twice.name
		} }) : ok([]);
	}
	/** Whether all that actions are bound to are types that were chosen for their story, and found in the team. */
	#areUsed(decisions, bound) {
		const chosen = new Set(decisions.flatMap((decision) => this.#done.get(workOf(decision))?.id ?? []));
		return bound.length > 0 && bound.every((id) => chosen.has(id ?? 0));
	}
	async #read() {
		const at = this.#clock.elapsed();
		const types = await this.#tenant.listRecordTypes(this.#teamId);
		if (!types.ok) return fail(readFailed("record_types", types.error));
		this.#seen = {
			types: types.value,
			at
		};
		return types;
	}
	/** What a type is like decides what is embedded: one that was extended meanwhile would look as if something was taken away. */
	async #readOrKeep() {
		const seen = this.#seen;
		return seen && this.#clock.elapsed() - seen.at < 1e4 ? ok(seen.types) : this.#read();
	}
	async #create(decision, existing) {
		const { target, add } = decision;
		const appeared = existing.filter((type) => type.name === target);
		if (appeared.length > 0) return this.#useAppeared(decision, appeared);
		const fields = add.map(({ name, resultType, fixedValues }) => ({
			name,
			resultType,
			fixedValues
		}));
		const created = await confirmedWrite(this.#clock, {
			send: () => this.#tenant.createRecordType(this.#teamId, target, fields),
			look: () => this.#find((type) => type.name === target),
			step: {
				write: "create_record_type",
				name: target
			}
		});
		const now = await this.#read();
		if (!now.ok) return created.ok ? now : created;
		const named = now.value.filter((type) => type.name === target);
		if (!created.ok) return named.length > 0 ? this.#useAppeared(decision, named) : created;
		return named.length > 1 ? fail({ fact: {
			kind: "record_type_repeated",
			name: target
		} }) : created;
	}
	/** Another run made it since the plan: it is used where it is exactly what was to be made. */
	#useAppeared(decision, types) {
		const [type, second] = types;
		const name = decision.target;
		if (second) return fail({ fact: {
			kind: "record_type_repeated",
			name
		} });
		return type && type.fields.length === decision.add.length && holds(type, decision) ? ok(type) : fail(stale({
			since: "record_type_appeared",
			name
		}));
	}
	async #use(decision, id, existing) {
		const type = existing.find((candidate) => candidate.id === id);
		const name = decision.target;
		if (!type) return fail(stale({
			since: "record_type_gone",
			name
		}));
		if (decision.add.length === 0) return ok(type);
		this.#extended.set(id, decision);
		if (holds(type, decision)) return findDoubledIn(type, decision);
		const extended = await confirmedWrite(this.#clock, {
			send: () => this.#tenant.updateRecordType(id, decision.add),
			look: () => this.#find((candidate) => candidate.id === id && holds(candidate, decision)),
			step: {
				write: "extend_record_type",
				name
			},
			acceptWithoutLook: (updated) => holds(updated, decision),
			notDone: { fact: {
				kind: "record_fields_not_kept",
				name
			} }
		});
		if (!extended.ok && !isRejected(extended.error)) return extended;
		const now = await this.#find((candidate) => candidate.id === id);
		if (!now.ok) return extended.ok ? now : extended;
		if (!extended.ok && !(now.value && holds(now.value, decision))) return extended;
		return now.value ? findDoubledIn(now.value, decision) : fail(stale({
			since: "record_type_gone",
			name
		}));
	}
	async #find(matches) {
		const types = await this.#read();
		return types.ok ? ok(types.value.find(matches)) : types;
	}
};
/** Whether something is written for it. */
function isWritten({ targetId, add }) {
	return targetId === void 0 || add.length > 0;
}
/** Stories of two commits may use one name for two types, or one type in two ways. */
function workOf({ name, target, add }) {
	return JSON.stringify([
		name,
		target,
		add
	]);
}
function isRejected({ fact }) {
	return fact.kind === "write_refused" && fact.failure.kind === "rejected";
}
function findDoubledIn(type, decision) {
	const doubled = findDoubled(type, decision);
	return doubled ? fail(doubled) : ok(type);
}
/** A field that two runs added at one moment. Either may hold data by now. */
function findDoubled({ name, fields }, { add }) {
	const doubled = add.find((wanted) => !("id" in wanted) && fields.filter((field) => field.name === wanted.name).length > 1);
	return doubled && { fact: {
		kind: "record_field_doubled",
		type: name,
		field: doubled.name
	} };
}
function holds(type, decision) {
	return decision.add.every((wanted) => {
		const field = type.fields.find((candidate) => candidate.name === wanted.name);
		return field !== void 0 && field.resultType === wanted.resultType && wanted.fixedValues.every((value) => field.fixedValues.includes(value));
	});
}

// src/engine/push/destination.ts
/** Does what the plan says for one destination, one story after another. */
async function pushDestination(push) {
	return new PushRun(push).run();
}
var PushRun = class {
	#push;
	#destination;
	#pusher;
	#state;
	/** Stories that were to be pushed and did not arrive. */
	#lost = /* @__PURE__ */ new Set();
	/** Those of them that the rollout lets wait, with why. */
	#waiting = /* @__PURE__ */ new Map();
	/** Story key -> keys of the stories that it calls itself. */
	#callees;
	#held = [];
	/** Callers that may have been bound to nothing, or to a story that is gone: sent once more at the end. */
	#again = [];
	#halted;
	constructor(push) {
		this.#push = push;
		this.#destination = push.work.destination;
		const { tenant, clock, fresh } = push;
		const decisions = push.work.stories.flatMap((story) => story.decisions);
		const { teamId } = this.#destination;
		const types = new TeamRecordTypes(tenant, clock, teamId, decisions, typesSeen(push.work));
		const listing = new TeamListing(tenant, clock, teamId);
		const { again } = push.work;
		this.#pusher = {
			tenant,
			again,
			destination: this.#destination,
			types,
			listing,
			created: /* @__PURE__ */ new Map(),
			clock,
			fresh
		};
		const all = push.work.stories.map(({ desired }) => desired);
		this.#callees = new Map(all.map((story) => [story.key, calleesOf(story, all).map(({ key }) => key)]));
		this.#state = new NextState(this.#destination, push.previous, push.explain);
	}
	async run() {
		const { work, stop } = this.#push;
		for (const story of work.stories) {
			if (story.planned.action === "unchanged") this.#state.recordEqual(story, this.#moment(story));
			if (!isDue(story.planned)) continue;
			if (stop.aborted) break;
			const blockedBy = this.#findBlocker(story) ?? this.#push.whyWait(story.planned.key);
			if (blockedBy) {
				this.#lost.add(story.planned.key);
				if (blockedBy.kind === "rollout_waits") this.#waiting.set(story.planned.key, blockedBy);
				this.#record(story, outcomeFrom(blockedBy));
				continue;
			}
			this.#take(story, await pushStory(this.#pusher, story));
		}
		await this.#settle();
		for (const { story, pushed } of this.#again) {
			const halt = this.#findHalt();
			this.#conclude(story, halt ? fail({ fact: halt }) : await pushAgain(this.#pusher, story, pushed));
		}
		const pruned = await this.#prune();
		return {
			state: this.#state.toState(),
			pruned
		};
	}
	/** What was created, and what calls that, waits for the listing after all creates. */
	#take(story, result) {
		const creation = this.#pusher.created.get(story.planned.key);
		const rival = result.ok ? void 0 : result.error.rival?.id;
		const cyclic = result.ok && this.#push.work.again.has(story.planned.key) ? result.value : void 0;
		if (!creation && rival === void 0 && !this.#callsHeld(story)) {
			if (cyclic) this.#again.push({
				story,
				pushed: cyclic
			});
			else this.#conclude(story, result);
			return;
		}
		const back = result.ok ? result.value : result.error.back;
		const outcome = this.#outcomeOf(story, result);
		this.#heed(story, result);
		if (back && !cyclic) this.#state.recordPush(story, back, outcome, this.#moment(story));
		this.#held.push({
			story,
			outcome,
			pushWarnings: result.ok ? result.value.warnings : [],
			...cyclic ? { cyclic } : {},
			...creation ? { creation } : {},
			...rival === void 0 ? {} : { rival },
			...back ? { seen: seen(back.listed, back.story) } : {}
		});
	}
	#callsHeld(story) {
		const held = this.#held.map((each) => each.story.desired);
		return calleesOf(story.desired, held).length > 0;
	}
	async #settle() {
		if (this.#held.length === 0) return;
		const settled = await settleCreates(this.#pusher, this.#held, {
			blockedBy: () => this.#findHalt(),
			stopped: () => this.#push.stop.aborted,
			...this.#push.copies ? { copies: this.#push.copies } : {}
		});
		const doubled = this.#held.filter((each) => settled.get(each)?.doubled).map(({ story }) => story.desired);
		for (const held of this.#held) {
			const { outcome, other } = settled.get(held) ?? held;
			const { story, cyclic } = held;
			const ours = other === void 0 && outcome.status === "synced";
			if (ours && cyclic) this.#again.push({
				story,
				pushed: cyclic
			});
			else if (ours && calleesOf(story.desired, doubled).length > 0) await this.#sendAgain(held);
			else this.#close(held, outcome, other);
		}
	}
	async #sendAgain({ story, seen: before, pushWarnings: warnings }) {
		if (!before) throw new Error("Internal error: a story is to be sent again that was never read back");
		const now = await confirmUntouched(this.#pusher.tenant, before);
		this.#state.takeBack(story);
		if (now.ok) this.#again.push({
			story,
			pushed: {
				...now.value,
				warnings
			}
		});
		else this.#conclude(story, now);
	}
	#close({ story, cyclic }, outcome, other) {
		const moment = this.#moment(story);
		if (other !== void 0) this.#state.takeBack(story);
		const back = other ?? (other === void 0 ? cyclic : void 0);
		if (back) this.#state.recordPush(story, back, outcome, moment);
		else if (other === void 0) this.#state.amend(story, outcome);
		this.#record(story, other ? {
			...outcome,
			...moment
		} : outcome);
	}
	async #prune() {
		const { work, tenant, clock, copies, prune, ledger, stop } = this.#push;
		if (!copies || !prune) return [];
		const outcomes = work.stories.map((story) => ledger.outcomeOf(this.#destination.name, story));
		const failure = findFailedPush(outcomes, work);
		const blockedBy = () => {
			return failure ?? this.#findHalt() ?? this.#push.whyKeep() ?? (stop.aborted ? { kind: "interrupted" } : void 0);
		};
		const pruned = await pruneDestination({
			work,
			tenant,
			clock,
			copies,
			blockedBy
		});
		this.#state.forget(work, new Set(pruned.filter(({ deleted }) => deleted).map(({ key }) => key)));
		return pruned;
	}
	/** A stopped tenant gets no further write; a caller does not go out before a callee that it lacks there. */
	#findBlocker(story) {
		const halt = this.#findHalt();
		if (halt) return halt;
		const { stories } = this.#push.work;
		const { calleesFirst } = this.#push;
		const callees = calleesFirst ? reachedCallees(story.planned.key, (key) => this.#calleesOf(key)) : new Set(this.#calleesOf(story.planned.key));
		const absent = stories.find(({ planned: { key }, live }) => callees.has(key) && this.#lost.has(key) && (!live || calleesFirst));
		if (!absent) return void 0;
		const { key, name } = absent.planned;
		const waits = this.#waiting.get(key);
		return waits ? {
			...waits,
			by: {
				kind: "callee",
				key,
				name
			}
		} : {
			kind: "sub_story_failed",
			name
		};
	}
	#calleesOf(key) {
		return this.#callees.get(key) ?? [];
	}
	#findHalt() {
		const by = this.#halted ?? this.#push.tenantHalt.cause;
		return by && {
			kind: "halted",
			by
		};
	}
	#halt(where, cause) {
		this.#halted = cause;
		if (where === "tenant") this.#push.tenantHalt.stop(cause);
	}
	#conclude(story, result) {
		const outcome = this.#outcomeOf(story, result);
		this.#heed(story, result);
		const back = result.ok ? result.value : result.error.back;
		if (back) this.#state.recordPush(story, back, outcome, this.#moment(story));
		this.#record(story, outcome);
	}
	#outcomeOf(story, result) {
		if (result.ok) return {
			status: "synced",
			reason: story.planned.reason,
			did: didOf(story),
			destinationStoryId: result.value.listed.id,
			warnings: [
				...warnAboutMissing(story),
				...story.planned.warnings,
				...result.value.warnings
			],
			...this.#moment(story)
		};
		const { fact, back } = result.error;
		const outcome = outcomeFrom(fact);
		return back ? {
			...outcome,
			did: didOf(story),
			destinationStoryId: back.listed.id
		} : outcome;
	}
	/** What a failure means for the rest of the run. */
	#heed({ planned }, result) {
		if (result.ok) return;
		const { fact, halt, back, rival } = result.error;
		if (!back && !rival) this.#lost.add(planned.key);
		if (halt) this.#halt(halt, fact);
	}
	#record(story, outcome) {
		this.#push.ledger.record(this.#destination.name, story, outcome);
	}
	/** A pinned story comes from the commit of its pin. */
	#moment({ desired }) {
		return {
			syncedAt: this.#push.clock.now().toISOString(),
			commit: desired.commit ?? this.#push.commit
		};
	}
};
function typesSeen({ recordTypes, readFrom }) {
	return recordTypes && readFrom !== void 0 ? {
		types: recordTypes,
		at: readFrom
	} : void 0;
}
/** Pushed all the same, under `prerequisites: warn`. */
function warnAboutMissing({ planned: { missing } }) {
	return missing.length > 0 ? [{
		kind: "prerequisites_absent",
		missing
	}] : [];
}
/** What was written, whether or not it read back as it should. */
function didOf({ planned }) {
	return planned.action === "create" ? "created" : "updated";
}

// src/engine/push/engine.ts
/** Brings stories by the tenant's own REST interface: import, update, read back. */
function pushEngine({ tenantOf, ...ports }) {
	return {
		assess: assessDestination,
		apply: async (work, run) => pushDestination({
			work,
			tenant: await tenantOf(work),
			...ports,
			...run
		})
	};
}

// src/engine/push/assess/readiness.ts
/** What stands in the way of pushes, by as much as was read: each rule is asked by itself, and none waits for another. */
const assessReadiness = (desired, destination, { readings, state }, selected) => {
	const subscribed = subscribedStories(desired, destination);
	const usable = ({ key }) => unusablePin(desired, destination, key) === void 0;
	const stories = subscribed.filter((story) => selected.has(story.key) && usable(story));
	const matches = matchState(subscribed, state, allVersions(desired));
	const types = readings.recordTypes;
	const decisions = types && decideRecordTypes(stories, {
		namesInRepository: recordTypeNames(desired),
		existing: types,
		state
	});
	const judge = (story, broughtSlugs) => {
		const subscription = subscriptionOf(destination, story);
		const entry = matches.get(story.key);
		const unmoved = findUnmoved({
			desired: story,
			destination,
			readings,
			state: entry?.state
		});
		const owned = unmoved ? {
			kind: "ours",
			listed: unmoved,
			adopted: false
		} : findOwnership({
			desired: story,
			subscription,
			readings,
			entry
		});
		const live = owned.kind === "ours" ? owned.listed : onlyOne(story, readings);
		const about = {
			key: story.key,
			settled: unmoved !== void 0
		};
		if (subscription.detached || live?.tags.includes("detached-from-sync")) return {
			...LEFT_ALONE,
			...about,
			ownership: live ? "ours" : "absent"
		};
		const around = {
			teamId: destination.teamId,
			readings,
			broughtSlugs
		};
		const prerequisites = checkPrerequisites(story, around);
		const chosen = decisionsFor(story, decisions);
		const unreadTypes = story.recordTypes.length > 0 && !decisions ? [{ kind: "record_types" }] : [];
		return {
			...about,
			detached: false,
			ownership: owned.kind === "unread" ? "unread" : owned.kind === "refused" ? owned.refusal : owned.kind,
			changeControl: owned.kind !== "refused" && live?.changeControl === true,
			missing: prerequisites.missing,
			untold: prerequisites.warnings,
			recordTypes: chosen.decisions.map(stepOf),
			recordTypeRefused: chosen.refusal ?? null,
			unread: [
				...owned.kind === "unread" ? owned.needs : [],
				...prerequisites.needs,
				...unreadTypes
			]
		};
	};
	const fallen = /* @__PURE__ */ new Set();
	for (;;) {
		const coming = stories.filter(({ key }) => !fallen.has(key));
		const brought = new Set(coming.flatMap(({ story }) => [...slugsOf(story)]));
		const judged = stories.map((story) => judge(story, brought));
		const before = fallen.size;
		for (const each of judged) if (cannotCome(each, destination.prerequisites)) fallen.add(each.key);
		if (fallen.size === before) return judged;
	}
};
const LEFT_ALONE = {
	detached: true,
	changeControl: false,
	missing: [],
	untold: [],
	recordTypes: [],
	recordTypeRefused: null,
	unread: []
};
/** The one story of this name, as long as nothing tells whose it is: a push would have to write to it or to none. */
function onlyOne({ story }, { listing }) {
	const named = listing.filter(({ name }) => name === story.name);
	return named.length === 1 ? named[0] : void 0;
}
function cannotCome({ detached, ownership, missing, recordTypeRefused }, prerequisites) {
	if (detached || ownership === "ours") return ownership !== "ours";
	return typeof ownership === "object" || recordTypeRefused !== null || missing.length > 0 && prerequisites === "fail";
}

// src/commands/engines.ts
/** How each destination is assessed, for whoever only reads. */
const assess = assessDestination;
/** The engines that a sync applies its plan with: each destination goes to the one that the manifest gives it to. */
function engineFor(push, native) {
	const pushing = pushEngine(push);
	return {
		assess,
		apply: (work, run) => {
			if (isNativeWork(work)) return applyNative(work, run, native);
			if (work.destination.engine === "native") throw new Error(`Internal error: ${work.destination.name} was not planned for the vendor`);
			return pushReleased(work, run, pushing, native);
		}
	};
}

// src/engine/native/decide-story.ts
/** What the vendor is to do with one story at one destination, before holds, rollouts and manual-only have their say. */
function decideStory(story) {
	const planned = decide(story);
	return story.entry === void 0 ? planned : {
		...planned,
		vendorStatus: story.entry.status
	};
}
function decide(story) {
	const { desired, entry, force } = story;
	const would = entry === void 0 ? "create" : "update";
	const warnings = entry?.errorMessage ? [{
		kind: "vendor_failed",
		message: entry.errorMessage
	}] : [];
	const cause = story.cause ?? obstacle(story);
	if (cause !== null) {
		const waits = statusOf$1(cause) === "requires_sync";
		return plannedStory(desired, {
			action: waits ? "skip" : "blocked",
			would: waits ? would : null,
			reason: reasonOf(cause),
			fact: cause,
			warnings
		});
	}
	if (entry === void 0) return plannedStory(desired, {
		action: "create",
		reason: "new"
	});
	if (entry.status !== "synced") return plannedStory(desired, {
		action: "update",
		reason: "content_changed",
		warnings
	});
	return plannedStory(desired, force ? {
		action: "update",
		reason: "forced"
	} : {
		action: "unchanged",
		reason: null
	});
}
function obstacle({ storyId, origin, standing }) {
	switch (origin.is) {
		case "unread": return origin.fact;
		case "gone": return {
			kind: "origin_story_gone",
			storyId
		};
		case "uncontrolled": return {
			kind: "origin_uncontrolled",
			storyId
		};
		case "different": return {
			kind: "origin_differs",
			storyId
		};
		case "as_in_git": return standing;
	}
}

// src/engine/native/key-version.ts
/** A key is never readable, so it is never compared: it goes along with a create, and again when its number goes up. */
function decideKey({ wanted, target, recorded, sameTenant }) {
	const version = wanted ?? null;
	if (sameTenant) return {
		send: false,
		version: null,
		unknown: false
	};
	if (target.at !== "found") return {
		send: false,
		version,
		unknown: false
	};
	if (recorded === void 0) return {
		send: false,
		version,
		unknown: version !== null
	};
	const last = recorded.keyVersion;
	if (version === null || version <= (last ?? 0)) return {
		send: false,
		version: last,
		unknown: false
	};
	return {
		send: true,
		version,
		unknown: false
	};
}

// src/engine/native/situation.ts
/** Where a destination that the manifest gives to the vendor stands there. */
function situate(parts) {
	const { destination, claims, consent } = parts;
	const [object, ...twins] = claims.at(destination);
	if (object !== void 0 && twins.length > 0) return {
		target: { at: "unknown" },
		cause: {
			kind: "vendor_destination_repeated",
			ids: [object, ...twins].map(({ id }) => id)
		}
	};
	if (object !== void 0) return {
		target: {
			at: "found",
			object
		},
		cause: null
	};
	const { name } = destination;
	const keys = [...new Set(parts.held.map(({ key }) => key))];
	const carriedBefore = keys.length > 0 && carriedByVendor(parts);
	const takesOver = carriedBefore && consent.takeover.has(name);
	const moved = movedFrom(parts);
	const target = moved === void 0 ? {
		at: "absent",
		takesOver: carriedBefore
	} : {
		at: "elsewhere",
		object: moved
	};
	if (keys.length > 0 && !takesOver) return {
		target,
		cause: {
			kind: "kept_by_push",
			destination: name,
			keys,
			mayTakeOver: carriedBefore
		}
	};
	if (moved === void 0 || consent.replace.has(name)) return {
		target,
		cause: null
	};
	const { tenantUrl, teamId, subscriptions } = moved;
	return {
		target,
		cause: {
			kind: "awaits_replace",
			destination: name,
			from: {
				tenantUrl,
				teamId
			},
			copies: subscriptions.length
		}
	};
}
/** The vendor's object of the destination under its former address: only proven state says so, since it will be deleted. */
function movedFrom({ destination, claims, places, owners }) {
	return claims.all.find(({ id, ...place }) => {
		const owner = owners.get(id);
		return owner?.name === destination.name && owner.proven && !places.has(placeOf(place));
	});
}
/** Whether a takeover began and nobody came to look what the vendor made of the copies. */
function isUnfinished(state, vendorId) {
	const native = state?.native;
	return native !== void 0 && native.vendorId !== vendorId && native.carried.length > 0;
}
/** Of a takeover that died: a story that stands there twice, once as the vendor carried it before. */
function secondCopy({ state, held }, vendorId) {
	if (!isUnfinished(state, vendorId)) return null;
	const carried = new Set(state?.native?.carried);
	const doubled = new Set(held.filter(({ id }) => carried.has(id)).map(({ key }) => key));
	const second = held.find(({ key, id }) => doubled.has(key) && !carried.has(id));
	if (second === void 0) return null;
	const { key, id: storyId } = second;
	return {
		kind: "takeover_stopped",
		key,
		why: {
			is: "second_copy",
			storyId
		},
		undone: false
	};
}
/** Whether the vendor carried exactly these stories before. A hint does not do: a second copy of each would come of a lie. */
function carriedByVendor({ state, held }) {
	const carried = new Set(state?.proven ? state.native?.carried ?? [] : []);
	return held.every(({ id }) => carried.has(id));
}
/** The stories of the pairs that stand in the team: read there, else as the push recorded them. */
function heldStories({ subscriptions }, read, state) {
	const wanted = new Set(subscriptions.map(({ storyKey }) => storyKey));
	const recorded = Object.entries(state?.stories ?? {}).map(([key, { destinationStoryId: id }]) => ({
		key,
		id
	}));
	return (read ?? recorded).filter(({ key }) => wanted.has(key)).toSorted((a, b) => byText(a.key, b.key) || a.id - b.id);
}

// src/engine/native/assess-native.ts
/** Decides about one destination that the manifest gives to the vendor. */
function assessNative(context, destination, { state, held: read }) {
	const { input, claims, places, owners } = context;
	const { name, hold, manualSyncOnly } = destination;
	const held = heldStories(destination, read, state);
	const situation = "unreadable" in input.vendor ? {
		target: { at: "unknown" },
		cause: input.vendor.unreadable
	} : situate({
		destination,
		claims,
		places,
		owners,
		state,
		held,
		consent: input.consent
	});
	const { target } = situation;
	const object = target.at === "found" ? target.object : void 0;
	const recorded = object !== void 0 && state?.native?.vendorId === object.id ? state.native : void 0;
	const cause = situation.cause ?? (object === void 0 ? null : secondCopy({
		state,
		held
	}, object.id));
	const stories = storiesOf(context, destination, {
		cause,
		object,
		held,
		state
	});
	const sameTenant = destination.tenantUrl === input.origin.tenantUrl;
	return {
		destination,
		stories: letWait(stories, destination, input.policy),
		leftBehind: [],
		prune: [],
		refreshed: cause === null,
		target,
		blocked: cause,
		narrowed: stories.length < destination.subscriptions.length,
		sameTenant,
		originTeamId: input.origin.teamId,
		manualSyncOnly: manualSyncOnly || hold !== void 0 || input.rollout,
		flagThere: object?.manualSyncOnly ?? (state?.proven ? recorded?.manualSyncOnly : void 0) ?? null,
		flagAlone: hold !== void 0 || manualSyncOnly && !mayPushManually(input.policy, name),
		key: decideKey({
			wanted: destination.keyVersion,
			target,
			recorded,
			sameTenant
		}),
		unfinished: object !== void 0 && isUnfinished(state, object.id),
		unwanted: unwantedOf(context, destination, object)
	};
}
/** Every story that the run chose, callees before callers. */
function storiesOf({ input }, destination, { cause, object, held, state }) {
	const { name } = destination;
	const { force, selected } = policyAt(destination, input.policy);
	const chosen = selected.get(name) ?? /* @__PURE__ */ new Set();
	const entries = new Map(object?.subscriptions.map((entry) => [entry.storyId, entry]));
	const wanted = wantedBy(input, destination).filter(({ key }) => chosen.has(key));
	return workOrder(wanted).stories.map((desired) => {
		const storyId = idAtOrigin(desired);
		const origin = input.originStories.get(desired.key);
		if (origin === void 0) throw new Error(`Internal error: ${desired.key} was not looked for at the origin.`);
		const entry = entries.get(storyId);
		const here = entry === void 0 ? held.filter(({ key }) => key === desired.key) : [];
		const standing = carriedByVendor({
			state,
			held: here
		}) ? null : {
			kind: "kept_by_push",
			destination: name,
			keys: [desired.key],
			mayTakeOver: false
		};
		return {
			desired,
			planned: decideStory({
				desired,
				storyId,
				origin,
				entry,
				cause,
				standing,
				force
			}),
			equal: entry?.status === "synced" && origin.is === "as_in_git",
			evidence: {
				storyId,
				origin: origin.is,
				status: entry?.status ?? null
			},
			storyId,
			subscribed: entry !== void 0,
			copies: here.map(({ id }) => id),
			gone: origin.is === "gone"
		};
	});
}
function wantedBy({ desired }, { subscriptions }) {
	return subscriptions.flatMap(({ storyKey }) => desired.stories.get(storyKey) ?? []);
}
function idAtOrigin({ key, id }) {
	if (id === void 0) throw new Error(`Internal error: ${key} has no id at the origin.`);
	return id;
}
/** What the vendor carries there and the manifest does not ask for; its key where the catalogue has one. */
function unwantedOf({ input, keys }, destination, object) {
	const wanted = new Set(wantedBy(input, destination).map(({ id }) => id));
	return (object?.subscriptions ?? []).filter(({ storyId }) => !wanted.has(storyId)).map(({ storyId, storyName: name }) => ({
		storyId,
		key: keys.get(storyId) ?? null,
		name
	})).toSorted((a, b) => a.storyId - b.storyId);
}

// src/engine/native/digest-native.ts
/**
* Covers what the vendor would be told as well as the stories: an approved plan is stale when either moved. Made of the work
* before a rollout keeps anything back, since no digest covers what only time changes.
*/
function digestNative(work) {
	const { action, steps, manualSyncOnly, keyVersion, unsubscribe } = nativeChangeOf(work);
	const object = "object" in work.target ? work.target.object.id : null;
	return contentHash({
		stories: digestDestination(work),
		change: {
			action,
			steps,
			manualSyncOnly,
			keyVersion
		},
		unsubscribe: unsubscribe.map(({ storyId }) => storyId),
		object
	});
}

// src/engine/native/left-behind.ts
/** In the order of their ids. */
function vendorOrphans({ claims, places, replaced, owners, held }) {
	return claims.all.filter((object) => !places.has(placeOf(object)) && !replaced.has(object.id)).map((object) => {
		const owner = owners.get(object.id);
		const keptBecause = whyKept(object, owner) ?? (held ? "held" : null);
		return {
			object,
			name: owner?.name ?? null,
			recorded: owner?.state ?? null,
			keptBecause
		};
	});
}
/** A deletion goes by proven state alone, and only where tenant and team are those that it was made for. */
function whyKept(object, owner) {
	if (owner === void 0) return "not_ours";
	if (!owner.proven) return "not_proven";
	return placeOf(owner.state) === placeOf(object) ? null : "recorded_elsewhere";
}

// src/engine/native/owners.ts
/** Of several records of one object the proven one counts; several proven ones say nothing for certain. */
function vendorOwners(states) {
	const records = [...states].flatMap(([name, state]) => state.native?.vendorId ? [{
		id: state.native.vendorId,
		name,
		state
	}] : []).toSorted(byTextOf(({ name }) => name));
	const owners = /* @__PURE__ */ new Map();
	for (const [id, all] of Map.groupBy(records, (record) => record.id)) {
		const proven = all.filter(({ state }) => state.proven);
		const [owner] = proven.length > 0 ? proven : all;
		if (owner !== void 0) owners.set(id, {
			name: owner.name,
			proven: proven.length === 1,
			state: owner.state
		});
	}
	return owners;
}

// src/engine/native/release.ts
/** Nothing for destinations that the vendor does not know: those are the push's alone. */
function vendorReleaseOf(destination, claims, consent) {
	const objects = claims.at(destination);
	const [first, ...twins] = objects;
	if (first === void 0) return void 0;
	const { name, hold } = destination;
	if (twins.length > 0) return {
		destination,
		objects,
		cause: {
			kind: "vendor_destination_repeated",
			ids: objects.map(({ id }) => id)
		}
	};
	const kept = {
		kind: "kept_by_vendor",
		destination: name,
		vendorId: first.id,
		copies: first.subscriptions.length
	};
	if (!consent.takeover.has(name)) return {
		destination,
		objects,
		cause: kept
	};
	return {
		destination,
		objects,
		cause: hold ? {
			kind: "held",
			hold,
			by: kept
		} : null
	};
}

// src/engine/native/plan-native.ts
/** The vendor's own syncing as code: what git asks for against what the origin tenant has. Pure. */
var NativePlanner = class {
	#input;
	#context;
	constructor(input) {
		const { origin, desired, vendor, states } = input;
		this.#input = input;
		this.#context = {
			input,
			claims: new VendorClaims("destinations" in vendor ? vendor.destinations : [], origin.teamId),
			places: new Set(desired.destinations.map(placeOf)),
			owners: vendorOwners(states),
			keys: new Map([...desired.stories.values()].map(({ id, key }) => [id, key]))
		};
	}
	/** A destination that the manifest gives to the vendor. */
	assess(destination, own) {
		const work = assessNative(this.#context, destination, own);
		return altering({
			...work,
			digest: digestNative(work),
			native: describeNative(work)
		});
	}
	/** A destination of the push, where the vendor keeps it. */
	releaseOf(destination) {
		return vendorReleaseOf(destination, this.#context.claims, this.#input.consent);
	}
	/** What the vendor has and no destination of the manifest is. */
	leftBehind(works) {
		const { claims, places, owners } = this.#context;
		const replaced = new Set(works.flatMap(({ target }) => target.at === "elsewhere" ? target.object.id : []));
		return vendorOrphans({
			claims,
			places,
			replaced,
			owners,
			held: this.#input.fleetHeld ?? false
		});
	}
};
/** With whether anything is written but the start of a sync: asked anew once a rollout has kept stories back. */
function altering(work) {
	return {
		...work,
		alters: nativeChangeOf(work).steps.some(({ kind }) => kind !== "trigger")
	};
}
/** Whether the team has to be looked at before: the vendor would bring stories there that may stand there already. */
function entersTeam(work) {
	const { steps, subscribe } = nativeChangeOf(work);
	return work.unfinished || subscribe.length > 0 || steps.some(({ kind }) => kind === "create");
}

// src/commands/native/read-live-stories.ts
/** The client allows no more to one tenant. */
const IN_FLIGHT$1 = 4;
/** Git's stories beside what is live at the origin, by key: each is read once, for all destinations. */
async function readLiveStories(reader, origin, stories) {
	const listing = await reader.listStories(origin.teamId);
	if (!listing.ok) {
		const fact = {
			kind: "read_failed",
			step: "origin_stories",
			failure: listing.error
		};
		return new Map(stories.map(({ key }) => [key, {
			is: "unread",
			fact
		}]));
	}
	const listed = new Map(listing.value.map((story) => [story.id, story]));
	const read = await pLimit(IN_FLIGHT$1).map(stories, async (story) => [story.key, await readOne$1(reader, listed.get(story.id ?? 0), story)]);
	return new Map(read);
}
async function readOne$1(reader, listed, { story }) {
	if (listed === void 0) return { is: "gone" };
	if (!listed.changeControl) return { is: "uncontrolled" };
	const live = await reader.exportStory(listed.id);
	if (live.ok) return { is: isLive(story, live.value) ? "as_in_git" : "different" };
	if (live.error.kind === "not_found") return { is: "gone" };
	return {
		is: "unread",
		fact: {
			kind: "read_failed",
			step: "origin_story",
			failure: live.error
		}
	};
}

// src/commands/native/vendor-source.ts
/** A run that asks for nothing that needs a person's word. */
const NO_CONSENT = {
	replace: /* @__PURE__ */ new Set(),
	takeover: /* @__PURE__ */ new Set()
};
/** What the origin tells of the vendor's own syncing: asked once in a run, and only if somebody wants to know. */
var VendorSource = class {
	#question;
	#time;
	#planner;
	#asked;
	constructor(question, time) {
		this.#question = question;
		this.#time = time;
	}
	/** Undefined without an origin: then no destination can be the vendor's. */
	planner() {
		this.#planner ??= this.#input().then((input) => input && new NativePlanner(input));
		return this.#planner;
	}
	/** Whether the list was read; undefined while nobody wanted it. */
	async told() {
		const input = await this.#asked;
		return input !== void 0 && "destinations" in input.vendor ? this.planner() : void 0;
	}
	/** Why the vendor's list is not known; undefined where it is. */
	async unread() {
		const input = await this.#input();
		return input !== void 0 && "unreadable" in input.vendor ? input.vendor.unreadable : void 0;
	}
	#input() {
		this.#asked ??= this.#ask();
		return this.#asked;
	}
	async #ask() {
		const { desired, policy, native } = this.#question;
		const { origin } = desired;
		if (origin === void 0) return void 0;
		const [{ vendor, originStories }, states] = await Promise.all([this.#readOrigin(origin), this.#owners()]);
		const { forecast: _, ...asked } = native;
		return {
			origin,
			desired,
			vendor,
			originStories,
			states,
			policy,
			...asked
		};
	}
	async #readOrigin(origin) {
		const unknown = (unreadable) => ({
			vendor: { unreadable },
			originStories: new Map(this.#wanted().map(({ key }) => [key, {
				is: "unread",
				fact: unreadable
			}]))
		});
		const { keys, tenants } = this.#question;
		const bound = keys.ofOrigin(origin);
		if (!bound.ok) return unknown({
			kind: "key_not_bound",
			why: bound.error
		});
		const time = this.#time();
		try {
			const reader = await tenants.reader(bound.value.use, time);
			if (!reader.ok) return unknown(reader.error);
			const listing = await reader.value.listSyncDestinations();
			const vendor = listing.ok ? { destinations: listing.value } : { unreadable: whyUnread(listing.error, origin) };
			if ("unreadable" in vendor) return unknown(vendor.unreadable);
			const wanted = this.#wanted();
			return {
				vendor,
				originStories: wanted.length === 0 ? /* @__PURE__ */ new Map() : await readLiveStories(reader.value, origin, wanted)
			};
		} finally {
			time.close();
		}
	}
	/** The stories that some destination of this run takes from the vendor. */
	#wanted() {
		const { desired, policy } = this.#question;
		const keys = new Set(desired.destinations.filter(({ engine, name }) => engine === "native" && policy.selected.has(name)).flatMap(({ name }) => [...policy.selected.get(name) ?? []]));
		return [...desired.stories.values()].filter(({ key }) => keys.has(key));
	}
	async #owners() {
		const { desired, session, gone } = this.#question;
		const natives = desired.destinations.filter(({ engine }) => engine === "native");
		const read = await Promise.all(natives.map(async (one) => [one.name, await session.readNative(one)]));
		return new Map([...read.flatMap(([name, state]) => state === void 0 ? [] : [[name, state]]), ...gone.map(({ name, state }) => [name, state])]);
	}
};
/** Whether the key is a tenant owner's is told by nothing else than this answer. */
function whyUnread(failure, { keyName, tenantUrl, teamId }) {
	if (failure.kind === "aborted") return { kind: "interrupted" };
	if (failure.kind === "not_found") return {
		kind: "owner_key_needed",
		keyName,
		tenantUrl
	};
	return {
		kind: "destination_unreadable",
		failure,
		keyName,
		tenantUrl,
		teamId
	};
}

// src/engine/native/offline-native.ts
/** What git and recorded state say of a destination that the vendor serves, where the origin is not asked. */
function offlineNative(desired, destination, state, policy) {
	const { name, subscriptions } = destination;
	const chosen = policy.selected.get(name) ?? /* @__PURE__ */ new Set();
	const wanted = subscriptions.flatMap(({ storyKey: key }) => chosen.has(key) ? desired.stories.get(key) ?? [] : []);
	const stories = workOrder(wanted).stories.map((story) => {
		const last = Object.hasOwn(state?.last ?? {}, story.key) ? state?.last[story.key] : void 0;
		const equal = last?.status === "synced" && last.content === story.contentHash;
		const lastPush = last === void 0 ? null : last.at.slice(0, 10);
		return {
			planned: plannedStory(story, {
				action: equal ? "unchanged" : last === void 0 ? "create" : "update",
				reason: equal || last === void 0 ? null : "content_changed",
				warnings: [{
					kind: "not_compared",
					lastPush
				}]
			}),
			desired: story,
			equal,
			evidence: {}
		};
	});
	return {
		destination,
		stories: letWait(stories, destination, policy),
		leftBehind: [],
		prune: [],
		refreshed: false
	};
}

// src/refresh/refresh.ts
/**
* Reads a destination until the planner has no more questions, then returns its decisions.
* It gets a reader only: nothing on this path can write.
*/
async function refreshDestination(assess, desired, destination, reader, state, policy, earlier) {
	const listing = await reader.listStories(destination.teamId);
	if (!listing.ok) return unreadable(assess, desired, destination, notRead(listing.error, destination), policy);
	let readings = emptyReadings(listing.value);
	let listedAgain = false;
	for (;;) {
		const assessment = assess(desired, destination, {
			name: destination.name,
			readings,
			...state ? { state } : {}
		}, policy);
		if (assessment.kind === "assessed") return {
			...assessment.work,
			listed: listedIn(readings)
		};
		const gone = [];
		const read = await satisfy(assessment.needs, readings, destination, {
			reader,
			tellGone: (id) => void gone.push(id),
			earlier: (key) => readEarlier(wantedStory(desired, destination, key), earlier)
		});
		if (!read.ok) return unreadable(assess, desired, destination, notRead(read.error, destination), policy);
		readings = read.value;
		if (gone.length === 0 || listedAgain) continue;
		listedAgain = true;
		const again = await reader.listStories(destination.teamId);
		if (!again.ok) return unreadable(assess, desired, destination, notRead(again.error, destination), policy);
		readings = withListing(readings, again.value, gone);
	}
}
function listedIn({ listing, recordTypes = [] }) {
	return {
		stories: listing.length,
		recordTypes: recordTypes.length
	};
}
/** All that is known once a team's stories are listed. */
function emptyReadings(listing) {
	return {
		listing,
		exports: /* @__PURE__ */ new Map(),
		unreadableExports: /* @__PURE__ */ new Map(),
		whereabouts: /* @__PURE__ */ new Map(),
		earlier: /* @__PURE__ */ new Map()
	};
}
function notRead(failure, { keyName, tenantUrl, teamId }) {
	if (failure.kind === "aborted") return { kind: "interrupted" };
	return {
		kind: "destination_unreadable",
		failure,
		keyName,
		tenantUrl,
		teamId
	};
}
/** Deleted between listing and export is gone, not unreadable; what is listed again is asked for once more. */
function withListing(readings, listing, gone) {
	const unreadableExports = new Map([...readings.unreadableExports].filter(([id]) => !gone.includes(id)));
	return {
		...readings,
		listing,
		unreadableExports
	};
}
/** A destination that is not asked at all: what git and recorded state say of it. */
function offline(assess, desired, destination, state, policy) {
	const assessment = assess(desired, destination, {
		name: destination.name,
		offline: true,
		...state ? { state } : {}
	}, policy);
	if (assessment.kind === "unread") throw new Error("Internal error: an offline plan asked for a read");
	return assessment.work;
}
/** A destination that cannot be read still has its place in the plan: every story of it is blocked, with the cause. */
function unreadable(assess, desired, destination, cause, policy) {
	const assessment = assess(desired, destination, {
		name: destination.name,
		unreadable: cause
	}, policy);
	if (assessment.kind === "unread") throw new Error("Internal error: an unreadable destination asked for a read");
	return assessment.work;
}
async function satisfy(needs, readings, destination, sources) {
	const changes = await Promise.all(needs.map((need) => readOne(need, destination, sources)));
	let grown = readings;
	for (const change of changes) {
		if (!change.ok) return change;
		grown = change.value(grown);
	}
	return ok(grown);
}
async function readEarlier(story, earlier) {
	if (!story) throw new Error("Internal error: versions of a story were asked for, which git does not have");
	const versions = await earlier(story);
	return (readings) => ({
		...readings,
		earlier: new Map(readings.earlier).set(story.key, versions)
	});
}
/** One reading more, as what it adds to those that there are. */
async function readOne(need, { teamId }, { reader, tellGone, earlier }) {
	switch (need.kind) {
		case "earlier_versions": return ok(await earlier(need.storyKey));
		case "export": return readExport(need.storyId, reader, tellGone);
		case "whereabouts": return readWhereabouts(need.storyId, teamId, reader);
		case "record_types": return grow(await reader.listRecordTypes(teamId), (recordTypes) => (readings) => ({
			...readings,
			recordTypes
		}));
		case "credentials": return grow(await reader.listCredentials(teamId), (credentials) => (readings) => ({
			...readings,
			credentials
		}));
		case "resources": return grow(await reader.listResources(teamId), (resources) => (readings) => ({
			...readings,
			resources
		}));
		case "visible_credentials": return grow(await reader.listVisibleCredentials(), (visibleCredentials) => (readings) => ({
			...readings,
			visibleCredentials
		}));
		case "visible_resources": return grow(await reader.listVisibleResources(), (visibleResources) => (readings) => ({
			...readings,
			visibleResources
		}));
		case "visible_stories": return grow(await reader.listVisibleStories(), (visibleStories) => (readings) => ({
			...readings,
			visibleStories
		}));
	}
}
function grow(answer, toGrow) {
	return answer.ok ? ok(toGrow(answer.value)) : answer;
}
async function readExport(storyId, reader, tellGone) {
	const answer = await reader.exportStory(storyId);
	if (answer.ok) {
		const story = answer.value;
		return ok((readings) => ({
			...readings,
			exports: new Map(readings.exports).set(storyId, story)
		}));
	}
	if (answer.error.kind !== "malformed" && answer.error.kind !== "not_found" && answer.error.kind !== "rejected") return fail(answer.error);
	if (answer.error.kind === "not_found") tellGone(storyId);
	return ok((readings) => ({
		...readings,
		unreadableExports: new Map(readings.unreadableExports).set(storyId, answer.error)
	}));
}
async function readWhereabouts(storyId, teamId, reader) {
	const answer = await reader.getStory(storyId);
	if (!answer.ok && answer.error.kind !== "not_found") return fail(answer.error);
	const place = answer.ok && answer.value.teamId !== teamId ? {
		kind: "moved",
		teamId: answer.value.teamId
	} : { kind: "gone" };
	if (answer.ok && answer.value.teamId === teamId) return ok((readings) => ({
		...readings,
		listing: [...readings.listing, answer.value]
	}));
	return ok((readings) => ({
		...readings,
		whereabouts: new Map(readings.whereabouts).set(storyId, place)
	}));
}

// src/records/forecast.ts
/**
* What the vendor's own syncing would make of a record type, as far as its few words about that tell. It does not know what
* was pushed before, so a field that only the destination has counts as removed: it says that a new type comes of that.
*/
function forecastRecordType(question) {
	const { wanted, existing, reserved } = question;
	const [current] = candidatesFor(wanted.name, existing, reserved);
	if (current === void 0) return decideRecordType(question);
	const { name, fields } = current.type;
	return decideRecordType({
		...question,
		recorded: {
			target: name,
			definition: {
				name,
				fields: customFields(fields)
			}
		}
	});
}

// src/engine/native/forecast.ts
/** Whether the vendor is about to bring a story that keeps records: else nobody has to ask for the team's record types. */
function bringsRecordTypes(work) {
	return broughtTypes(work).length > 0;
}
/**
* The work, with what the vendor would make of the team's record types. Nothing is decided by it and no digest of the
* destination covers it: a run that holds another key, or none, plans the same writes.
*/
function withForecast(work, existing, desired) {
	if (work.native === void 0) throw new Error("Internal error: a forecast was asked for before the plan was made.");
	const names = recordTypeNames(desired);
	const steps = [];
	const warnings = [];
	for (const wanted of broughtTypes(work)) {
		const reserved = new Set([...names].filter((name) => name !== wanted.name));
		const forecast = forecastRecordType({
			wanted,
			existing,
			reserved
		});
		if (forecast.ok) {
			const { name, action, target, fields, because } = forecast.value;
			steps.push({
				name,
				action,
				target,
				fields,
				because
			});
		} else warnings.push({
			kind: "no_forecast",
			type: wanted.name,
			why: forecast.error
		});
	}
	return {
		...work,
		native: {
			...work.native,
			forecast: steps,
			warnings: [...work.native.warnings, ...warnings]
		}
	};
}
/** The same where the team's record types could not be read: that is worth a warning, and stops nothing. */
function withoutForecast(work, why) {
	if (work.native === void 0) throw new Error("Internal error: a forecast was asked for before the plan was made.");
	const warning = {
		kind: "no_forecast",
		type: null,
		why
	};
	return {
		...work,
		native: {
			...work.native,
			warnings: [...work.native.warnings, warning]
		}
	};
}
/** Those of the stories that move, each once; which of them are live as git has them is known by then. */
function broughtTypes(work) {
	const types = work.stories.filter((story) => moves(story, work)).flatMap(({ desired }) => desired.recordTypes);
	return [...new Map(types.map((type) => [type.name, type])).values()];
}
/** Also one that waits for somebody's word: what comes of it should be known before the word is given. */
function moves({ planned, evidence }, { blocked, native }) {
	if (isDue(planned)) return true;
	return (native?.consent ?? null) !== null && planned.fact?.kind === blocked?.kind && evidence.origin === "as_in_git";
}

// src/commands/native/look-native.ts
/**
* Plans a destination that the vendor serves. Its own tenant is asked only where the vendor would bring stories that it did
* not bring before, since those that stand in the team already would be there twice, and for a forecast of record types.
*/
async function lookNative(destination, state, { desired, policy, assess, planner, enter, forecast }) {
	const unlooked = planner.assess(destination, {
		state,
		held: void 0
	});
	const enters = entersTeam(unlooked);
	if (!enters && !(forecast && bringsRecordTypes(unlooked))) return unlooked;
	return enter(destination, async (access) => {
		if (access.kind === "unbound") return enters ? offlineNative(desired, destination, state, policy) : unlooked;
		const instead = (cause) => needsKey(unlooked) ? unreadable(assess, desired, destination, cause, policy) : unforeseen(unlooked, cause, forecast);
		if (access.kind === "not_read") return instead(access.cause);
		const held = enters ? await readHeld(access.reader, destination, {
			desired,
			state
		}) : ok(void 0);
		if (!held.ok) return instead(held.error);
		const work = planner.assess(destination, {
			state,
			held: held.value
		});
		return forecast ? foresee(work, desired, access.reader) : work;
	});
}
/** What becomes of record types there is the vendor's business, so no pair fails for want of a forecast. */
async function foresee(work, desired, reader) {
	if (!bringsRecordTypes(work)) return work;
	const { destination } = work;
	const types = await reader.listRecordTypes(destination.teamId);
	return types.ok ? withForecast(work, types.value, desired) : unforeseen(work, notRead(types.error, destination), true);
}
function unforeseen(work, why, forecast) {
	return forecast && !QUIET.has(why.kind) && bringsRecordTypes(work) ? withoutForecast(work, why) : work;
}
/** Whoever has the vendor carry the stories need not have the key at hand; and whoever stops a run knows it. */
const QUIET = /* @__PURE__ */ new Set([
	"key_missing",
	"key_not_given",
	"interrupted"
]);
function needsKey(work) {
	return nativeChangeOf(work).needsKey;
}
/** As many requests as the client has in flight to one tenant. */
const IN_FLIGHT = 4;
async function readHeld(reader, destination, { desired, state }) {
	const listing = await reader.listStories(destination.teamId);
	if (!listing.ok) return fail(notRead(listing.error, destination));
	const wanted = subscribedStories(desired, destination);
	const exports = await readExports(reader, state === void 0 ? listing.value : []);
	if (!exports.ok) return fail(notRead(exports.error, destination));
	return ok(heldIn(listing.value, wanted, {
		state,
		exports: exports.value
	}));
}
async function readExports(reader, listing) {
	const exports = /* @__PURE__ */ new Map();
	const answers = await pLimit(IN_FLIGHT).map(listing, async ({ id }) => [id, await reader.exportStory(id)]);
	for (const [id, answer] of answers) if (answer.ok) exports.set(id, answer.value);
	else if (!STRANGE.has(answer.error.kind)) return answer;
	return ok(exports);
}
/** One strange story says nothing of the others, nor of the tenant. */
const STRANGE = /* @__PURE__ */ new Set([
	"malformed",
	"not_found",
	"rejected"
]);

// src/commands/read-turns.ts
/** As many requests of one tenant are in flight at most: more destinations of it at once would only wait for each other. */
const AT_ONCE = 4;
/**
* Whose turn it is to be read. A few teams of one tenant at a time, so that a slow tenant with hundreds of teams holds few
* places; and after as many in a row that were not read in time the rest of its teams is not asked.
*/
var ReadTurns = class {
	#limit;
	#tenants = /* @__PURE__ */ new Map();
	constructor(concurrency) {
		this.#limit = pLimit(concurrency);
	}
	take(tenantUrl, read) {
		return this.#of(tenantUrl).limit(() => this.#limit(read));
	}
	/** Why a tenant is not asked any more. */
	givenUp(tenantUrl) {
		const { late } = this.#of(tenantUrl);
		if (late < AT_ONCE) return void 0;
		return {
			kind: "too_slow",
			request: "GET /stories",
			evidence: {
				seen: "tenant_given_up",
				destinations: late
			},
			effect: "none"
		};
	}
	/** Told of every destination that the tenant was asked about. */
	record(tenantUrl, inTime) {
		const turns = this.#of(tenantUrl);
		if (turns.late < AT_ONCE) turns.late = inTime ? 0 : turns.late + 1;
	}
	#of(tenantUrl) {
		const known = this.#tenants.get(tenantUrl) ?? {
			limit: pLimit(AT_ONCE),
			late: 0
		};
		this.#tenants.set(tenantUrl, known);
		return known;
	}
};

// src/commands/visit.ts
/**
* Visits destinations side by side, a few of each tenant at a time, each within its time: a slow one holds up nobody.
* Nothing on this path can write.
*/
async function visitEach(destinations, visits, visit) {
	const { progress, concurrency, clock, limits, stop, turns = new ReadTurns(concurrency) } = visits;
	progress.begin("plan", destinations.length);
	const time = new ReadingTime(clock, limits, stop);
	const enter = (destination, use) => enterOne(destination, use, visits, {
		turns,
		time
	});
	const one = async (destination) => {
		progress.start?.(destination.name);
		const { result, line } = await visit(destination, enter);
		progress.advance(destination.name, line);
		return result;
	};
	try {
		return await Promise.all(destinations.map((each) => turns.take(each.tenantUrl, () => one(each))));
	} finally {
		time.close();
		progress.end();
	}
}
async function enterOne(destination, use, { keys, tenants }, { turns, time }) {
	const bound = keys.of(destination);
	if (!bound.ok) return use({
		kind: "unbound",
		why: bound.error
	});
	const failure = turns.givenUp(destination.tenantUrl);
	if (failure) return use({
		kind: "not_read",
		cause: notRead(failure, destination)
	});
	if (time.signal.aborted) return use({
		kind: "not_read",
		cause: { kind: "interrupted" }
	});
	const own = time.ofOne();
	try {
		const reader = await tenants.reader(bound.value, own);
		if (!reader.ok) return await use({
			kind: "not_read",
			cause: reader.error
		});
		const result = await use({
			kind: "reader",
			reader: reader.value,
			time: own
		});
		turns.record(destination.tenantUrl, !own.isOver);
		return result;
	} finally {
		own.close();
	}
}

export { Ledger as A, afterRelease as C, VendorObjects as D, keepAll as E, storyHistory as F, differencesBetween as I, plannedOutcome as M, earlierVersions as N, sameStories as O, behindKey as P, isNativeWork as S, describeVendorOrphan as T, assessReadiness as _, notRead as a, findBroken as b, readOne as c, offlineNative as d, NO_CONSENT as f, engineFor as g, assess as h, emptyReadings as i, outcomeFrom as j, readFailed as k, refreshDestination as l, altering as m, ReadTurns as n, offline as o, VendorSource as p, lookNative as r, readEarlier as s, visitEach as t, unreadable as u, randomIngress as v, heldBy as w, waitsForFiles as x, mayPushManually as y };