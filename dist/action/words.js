import { n as __require, r as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { n as isArray, o as unreachable, r as isObject } from "./loopback.js";
import { n as printableInLog } from "./printable.js";
import { o as compactJson, s as contentHash } from "./suggestion.js";
import { $ as ownAddress, B as AddressFinder, G as actionRef, Gt as say, H as rewriteStrings, I as tagsOf, It as count, J as DESTINATION_OWNED, K as isHexWord, Kt as words, L as neutralise, Lt as someNames, R as neutralised, St as shortId, U as rewriteTexts, Ut as joined$2, W as unquoteSchema, Wt as name, X as ingressOptions, Z as ingressPoints, _t as daysSince, ct as repeated, et as recordTypesOf, ht as describeFailures, mt as describeCounts, nt as customFields, ot as firstByName, q as rewriteHexWords, st as listed$1, tt as TEXT_ENUM, ut as withoutKeys, vt as moment, yt as momentAhead, z as replacePlaceholders } from "./stories-at.js";
import { B as keyStep, F as optionsOf, G as byText, H as labelsByGuid, K as byTextOf, L as toolsOf, M as holdsTools, O as readStory, R as actionLabels, U as ordinalLabels, V as labelPointedAt, W as spokenLabel, j as allActions, k as parseJson, z as bracketName } from "./objects.js";
import path from "node:path";
import perf_hooks from "node:perf_hooks";

// src/story/compare/guid-names.ts
/** Guids of the story, its actions and their tools, its notes and the elements of its pages. */
function guidNames(story, labels) {
	const names = /* @__PURE__ */ new Map();
	const add = (guid, name) => {
		if (typeof guid !== "string" || guid === "") return;
		const key = isHexWord(guid) ? guid.toLowerCase() : guid;
		if (!names.has(key)) names.set(key, name);
	};
	add(story.guid, "the story");
	for (const { action, top, trail } of allActions(story)) add(action.guid, `${labels[top] ?? ""}${trail === "" ? "" : `.${trail}`}`);
	const byGuid = labelsByGuid(story, labels);
	for (const [key, value] of Object.entries(story)) {
		if (key === "agents" || key === "send_to_stories" || !isArray(value)) continue;
		for (const [index, entry] of value.entries()) addInside(entry, `${key}[${(key === "pages" ? labelPointedAt(entry, "agent_guid", byGuid) : void 0) ?? index}]`, add);
	}
	return names;
}
function addInside(value, place, add) {
	if (isArray(value)) for (const [index, entry] of value.entries()) addInside(entry, `${place}[${index}]`, add);
	else if (isObject(value)) {
		add(value.guid, place);
		for (const [key, entry] of Object.entries(value)) addInside(entry, `${place}.${key}`, add);
	}
}
/**
* Says of each quoted guid what it stands for, so that texts of two copies can be compared. A tenant may leave the guids
* of where the story came from in its texts: those are in `other`.
*/
function nameGuids(text, own, other) {
	return rewriteHexWords(text, (word) => {
		const guid = word.toLowerCase();
		const name = own.get(guid) ?? other?.get(guid);
		return name === void 0 ? void 0 : said(word === guid ? "guid" : "GUID", name);
	});
}
/** No guid and no address: what stands for one in a text that is compared. */
function said(what, name) {
	return `⟨${what} of ${name}⟩`;
}
/** The guids of a story's actions, in lower case. */
function ownGuids(story) {
	return new Set(story.agents.map(({ guid }) => guid.toLowerCase()));
}
/** A name in which guids may be quoted, as two copies of it have it in common. */
function withoutGuids(text, own) {
	return rewriteHexWords(text, (word) => own.has(word.toLowerCase()) ? "⟨guid⟩" : void 0);
}

// src/story/addresses/wording.ts
const KINDS$1 = /* @__PURE__ */ new Map([
	["Agents::WebhookAgent", "webhook"],
	["Agents::HTTPRequestAgent", "HTTP request"],
	["Agents::EventTransformationAgent", "event transform"],
	["Agents::TriggerAgent", "condition"],
	["Agents::EmailAgent", "send email"],
	["Agents::IMAPAgent", "receive email"],
	["Agents::SendToStoryAgent", "send to story"],
	["Agents::FormAgent", "page"],
	["Agents::RecordAgent", "record"],
	["Agents::LLMAgent", "AI agent"],
	["Agents::GroupAgent", "group"],
	["Agents::RunScriptAgent", "run script"],
	["Agents::McpServerAgent", "MCP server"]
]);
/** `action "Fetch" added (HTTP request)`, and what that is about. */
function actionTold(action, done) {
	if (action === void 0) return {
		text: `action ${done}`,
		subject: "action"
	};
	const subject = `action ${JSON.stringify(action.name)}`;
	return {
		text: `${subject} ${done} (${kindOf$1(action.type)})`,
		subject
	};
}
/** What people call a type of action; types we do not know are shown as the vendor writes them. */
function kindOf$1(type) {
	return KINDS$1.get(type) ?? type.replace(/^Agents::/, "");
}
/** What people call a kind of address. */
function kindOfAddress(kind) {
	return kind === "mcp_server" ? "MCP server" : kind;
}
/** `1 action`, `3 actions`. */
function plural(count, noun) {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

// src/report/unsigned-state.ts
/** Shown once by a run that cannot verify its state: nobody signed it, or the key is not at hand. */
const UNSIGNED_STATE = "Recorded state is unverified, so only a hint; STORYSYNC_STATE_KEY signs and verifies it.";
/** Beside a rollout: what can be made of it. */
const UNSIGNED_ROLLOUT = "Without a state key whoever may write the state branch can make a ring look passed.";

// src/report/rollout/wait-words.ts
/** `waits for ring canary (until 2026-11-30 07:00 UTC)`: a pair that the rollout keeps back, in a few words. */
function waitPhrase({ for: what, until }) {
	const end = until === null ? "" : ` (until ${moment(until)})`;
	const halting = haltingRing(what);
	return halting === void 0 ? say`waits ${waitsForPhrase(what)}${end}` : say`halted by ring ${name(halting)}${end}`;
}
/** What stands behind "waits" or "wait". */
function waitsForPhrase(what) {
	const { kind, rest } = split(what);
	switch (kind) {
		case "ring": return say`for ring ${name(rest)}`;
		case "soak": return say`until ring ${name(rest)} has stood long enough`;
		case "batch": return ["for a later batch"];
		case "place": return ["for a turn, as only so many go at once as may fail"];
		case "share": return ["for its share, which other parts of the fleet have now"];
		case "window": return say`for the window ${words(rest)}`;
		case "story": return say`for story ${name(rest)}`;
		case "failures": return say`for ring ${name(rest)}, which is halted`;
		case "approved_plan": return ["for another plan than the approved one"];
		default: return say`for ${words(what)}`;
	}
}
/** The ring whose failures halt what waits for this. */
function haltingRing(what) {
	const { kind, rest } = split(what);
	return kind === "failures" ? rest : void 0;
}
/** The ring before, where one is waited for. */
function awaitedRing(what) {
	const { kind, rest } = split(what);
	return kind === "ring" ? rest : void 0;
}
/** `, not before 2026-11-30 07:00 UTC`, with the time of the query also how long that is from then. */
function opensWords(opensAt, now) {
	if (opensAt === null) return "";
	return `, not before ${now === void 0 ? moment(opensAt) : momentAhead(opensAt, now)}`;
}
/** `880 wait for their ring`, `2 wait for their window`, `1 halted`: what a headline says of pairs that wait. */
function waitCounts(reasons) {
	const of = (reason) => reasons.filter((each) => each === reason).length;
	const [ring, window, halted] = [
		of("awaiting_ring"),
		of("outside_window"),
		of("halted")
	];
	return [
		...ring === 0 ? [] : [ring === 1 ? "1 waits for its ring" : `${ring} wait for their ring`],
		...window === 0 ? [] : [window === 1 ? "1 waits for its window" : `${window} wait for their window`],
		...halted === 0 ? [] : [`${halted} halted`]
	];
}
function split(what) {
	const colon = what.indexOf(":");
	return colon === -1 ? {
		kind: what,
		rest: ""
	} : {
		kind: what.slice(0, colon),
		rest: what.slice(colon + 1)
	};
}

// src/report/note-phrase.ts
/** `held by @acme/soc until 2027-01-31: audit`; with the time of the query also since when that day has passed. */
function notePhrase(what, { reason, owner, until }, now) {
	const by = owner === void 0 ? [] : say` by ${words(owner)}`;
	const expired = until === void 0 || now === void 0 ? "" : expiry(until, now);
	return say`${what}${by}${until === void 0 ? [] : [` until ${until}${expired}`]}: ${words(reason)}`;
}
/** `pinned to 4f2e91c0b1d2 (triage) by @acme/soc until 2027-01-31: incident 4711`. */
function pinPhrase(pin, now) {
	const { commit, stories } = pin;
	const some = stories === void 0 ? [] : say` (${someNames(stories)})`;
	return notePhrase(say`pinned to ${shortId(commit)}${some}`, pin, now);
}
function expiry(until, now) {
	const days = daysSince(until, now);
	return days === 0 ? "" : ` (expired ${count(days, "day")} ago)`;
}

// src/report/fold-same.ts
/** Folds what says the same into one; `saying` holds all that a reader would see of it but its name. */
function foldSame(all, saying) {
	return [...Map.groupBy(all, saying).values()].flatMap((same) => {
		const [first] = same;
		return first === void 0 ? [] : [{
			first,
			all: same
		}];
	});
}

// src/report/rollout/rollout-lines.ts
/** So many lines of one ring are told story by story; beyond, stories that wait for the same are added up. */
const STORIES_APART = 6;
/** Who goes now, who waits, for what and until when: ring by ring, what says the same once. */
function rolloutLines(progress, pairs, options) {
	const pairsOf = Map.groupBy(pairs, ({ ring, story }) => idOf(ring, story));
	const countsOf = new Map(progress.map((each) => [idOf(each.ring, each.story), each]));
	const beside = pairs.filter(({ ring, story }) => !countsOf.has(idOf(ring, story)));
	const rings = rowsByRing(progress).flatMap((rows) => {
		const told = rows.map((row) => ({
			rows: [row],
			pairs: pairsOf.get(idOf(row.ring, row.story)) ?? []
		}));
		const inWords = (group) => wordsOf(group, countsOf, options);
		const same = foldSame(told, (each) => JSON.stringify(inWords(each)));
		return (same.length <= STORIES_APART || !options.fold ? same.map(({ first, all }) => ({
			group: merge(all),
			words: inWords(first)
		})) : foldSame(told, ({ rows: [row] }) => `${row?.state} ${row?.waitsFor}`).map(({ all }) => merge(all)).map((group) => ({
			group,
			words: inWords(group)
		}))).flatMap(({ group, words: { sign, phrase } }) => [{
			sign,
			phrase: say`${subject(group.rows, options)}: ${phrase}`
		}, ...asideOf(group, options)]);
	});
	const others = [...Map.groupBy(beside, ({ ring }) => ring).values()];
	return [...rings, ...others.flatMap((group) => asideOf({
		rows: [],
		pairs: group
	}, options))];
}
/** What is told of each ring, in the order of the rings. A story tells their order as far as it has pairs in them. */
function rowsByRing(progress) {
	const place = /* @__PURE__ */ new Map();
	for (const rings of Map.groupBy(progress, ({ story }) => story).values()) for (const [index, { ring }] of rings.entries()) place.set(ring, Math.max(index, place.get(ring) ?? 0));
	return [...Map.groupBy(progress, ({ ring }) => ring).values()].toSorted(([left], [right]) => {
		return (place.get(left?.ring ?? "") ?? 0) - (place.get(right?.ring ?? "") ?? 0);
	});
}
function merge(all) {
	return {
		rows: all.flatMap(({ rows }) => rows),
		pairs: all.flatMap(({ pairs }) => pairs)
	};
}
function subject(rows, { fold }) {
	const ring = say`ring ${name(rows[0]?.ring ?? "")}`;
	const stories = [...new Set(rows.map(({ story }) => story))].toSorted(byText);
	return fold && stories.length > 2 ? say`${ring}, ${count(stories.length, "story", "stories")}` : say`${ring}, ${listed(stories)}`;
}
function wordsOf(group, countsOf, options) {
	const [row] = group.rows;
	if (row === void 0) throw new Error("a group has a row");
	const counts = sumOf(group.rows);
	const going = group.pairs.filter(({ waiting }) => waiting === void 0);
	const now = going.length === 0 ? [] : say`${destinations(going, options)} ${goes(going)} `;
	if (row.state === "open") {
		const who = now.length === 0 ? ["open,"] : say`${now}now:`;
		return {
			sign: "update",
			phrase: say`${who} ${describeCounts(counts)}`
		};
	}
	const also = now.length === 0 ? [] : say`; ${now}in this run`;
	if (row.state === "passed") return {
		sign: now.length === 0 ? "unchanged" : "update",
		phrase: say`passed, ${describeCounts(counts)}${also}`
	};
	const waiting = group.pairs.filter((pair) => pair.waiting?.for === row.waitsFor);
	const kept = {
		row,
		rows: group.rows,
		counts,
		waiting,
		countsOf,
		options
	};
	if (row.state === "halted") return {
		sign: "blocked",
		phrase: say`${haltedPhrase(kept)}${also}`
	};
	return {
		sign: now.length > 0 && waiting.length === 0 ? "update" : "skip",
		phrase: say`${waitingPhrase(kept)}${also}`
	};
}
function haltedPhrase({ row, rows, counts, waiting, countsOf, options }) {
	const by = row.waitsFor === null ? void 0 : haltingRing(row.waitsFor);
	const elsewhere = by === void 0 || by === row.ring ? void 0 : by;
	const why = elsewhere === void 0 ? counts : sumOf(countsThere(rows, elsewhere, countsOf));
	const who = waiting.length === 0 ? [] : say`; ${destinations(waiting, options)} ${waits(waiting)}`;
	const halted = elsewhere === void 0 ? ["halted"] : say`halted by ring ${name(elsewhere)}`;
	return say`${halted}${why.total === 0 ? "" : `: ${describeFailures(why)}`}${who}`;
}
/** For the ring before, with its numbers, or for a time. */
function waitingPhrase({ row: { waitsFor }, rows, waiting, countsOf, options }) {
	const before = waitsFor === null ? void 0 : awaitedRing(waitsFor);
	const there = before === void 0 ? void 0 : sumOf(countsThere(rows, before, countsOf));
	const who = waiting.length === 0 ? ["waits"] : say`${destinations(waiting, options)} ${waits(waiting)}`;
	const what = waitsFor === null ? [] : say` ${waitsForPhrase(waitsFor)}`;
	const numbers = there && there.total > 0 ? `: ${describeCounts(there)}` : "";
	return say`${who}${what}${numbers}${opensWords(earliest(rows), options.now)}`;
}
/** Pairs of the ring that wait for something else than their ring does: a batch, a story that they call. */
function asideOf({ rows, pairs }, options) {
	const ringsOwn = new Set(rows.map(({ waitsFor }) => waitsFor));
	const aside = pairs.flatMap((pair) => pair.waiting && !ringsOwn.has(pair.waiting.for) ? [{
		...pair,
		waiting: pair.waiting
	}] : []);
	return foldSame(aside, ({ waiting }) => JSON.stringify([waiting.for, waiting.until])).map(({ first, all }) => {
		const halting = haltingRing(first.waiting.for);
		const what = say`${destinations(all, options)} ${waits(all)} ${waitsForPhrase(first.waiting.for)}`;
		const phrase = say`${subject(all, options)}: ${what}${opensWords(first.waiting.until, options.now)}`;
		return {
			sign: halting === void 0 ? "skip" : "blocked",
			phrase
		};
	});
}
function countsThere(rows, ring, countsOf) {
	return rows.flatMap(({ story }) => countsOf.get(idOf(ring, story)) ?? []);
}
function sumOf(all) {
	const sum = (of) => all.reduce((total, each) => total + of(each), 0);
	return {
		there: sum(({ there }) => there),
		total: sum(({ total }) => total),
		failed: sum(({ failed }) => failed),
		allowed: sum(({ allowed }) => allowed)
	};
}
function earliest(rows) {
	return rows.flatMap(({ opensAt }) => opensAt ?? []).toSorted(byText)[0] ?? null;
}
function namesOf$1(pairs) {
	return [...new Set(pairs.map(({ destination }) => destination))].toSorted(byText);
}
function destinations(pairs, { fold }) {
	const names = namesOf$1(pairs);
	if (!fold) return listed(names);
	return names.length > 3 ? [count(names.length, "destination")] : someNames(names);
}
function listed(names) {
	return joined$2(names.map((each) => [name(each)]), ", ");
}
function waits(pairs) {
	return namesOf$1(pairs).length === 1 ? "waits" : "wait";
}
function goes(pairs) {
	return namesOf$1(pairs).length === 1 ? "goes" : "go";
}
function idOf(ring, story) {
	return `${ring}\n${story}`;
}

// src/model/fact/waits-of.ts
/** What a pair waits for, as a script reads it. */
function waitsOf(fact) {
	return {
		for: waitsFor(fact),
		until: fact.until
	};
}
/** The same of an outcome; undefined where the rollout does not keep it back. */
function waitingOf({ fact, waits }) {
	return fact?.kind === "rollout_waits" ? waitsOf(fact) : waits;
}
function waitsFor({ ring, by }) {
	switch (by.kind) {
		case "ring":
		case "soak": return `${by.kind}:${by.before}`;
		case "batch":
		case "place":
		case "share": return `${by.kind}:${ring}`;
		case "callee": return `story:${by.key}`;
		case "window": return `window:${by.window.text}`;
		case "failures": return `failures:${by.failedRing}`;
		case "approved_plan": return by.kind;
		default: return unreachable(by);
	}
}

// src/report/sync/sync-report.ts
/** Outcomes of each destination. An outcome that belongs nowhere or stands there twice is a bug that no total may hide. */
function outcomesByDestination({ outcomes, destinations }) {
	const byName = Map.groupBy(outcomes, ({ destination }) => destination);
	const result = new Map(destinations.map((destination) => [destination, byName.get(destination.name) ?? []]));
	const pairs = new Set(outcomes.map(({ destination, storyKey }) => JSON.stringify([destination, storyKey])));
	const placed = result.values().reduce((sum, each) => sum + each.length, 0);
	if (pairs.size !== outcomes.length) throw new Error("Internal error: a story has two outcomes at one destination");
	if (placed !== outcomes.length) throw new Error("Internal error: an outcome belongs to no chosen destination");
	return result;
}
function tallyOutcomes(outcomes) {
	const status = {
		synced: 0,
		failed: 0,
		requires_sync: 0
	};
	const did = {
		created: 0,
		updated: 0,
		unchanged: 0,
		nothing: 0
	};
	for (const outcome of outcomes) {
		status[outcome.status] += 1;
		did[outcome.did] += 1;
	}
	return {
		status,
		did
	};
}

// src/desired/earlier-story.ts
/** What a story's file held in another commit; undefined where it held no story. */
function earlierStory(bytes) {
	return readStory(bytes, "earlier").story;
}

// src/json/same.ts
/** Whether two values have the same canonical form; key order does not count. Cheaper than writing both out. */
function sameJson(a, b) {
	if (a === b) return true;
	if (isArray(a)) return isArray(b) && a.length === b.length && a.every((entry, at) => sameJson(entry, b[at] ?? null));
	if (!isObject(a) || !isObject(b)) return false;
	const keys = Object.keys(a);
	if (keys.length !== Object.keys(b).length) return false;
	return keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key] ?? null, b[key] ?? null));
}

// src/story/compare/blank.ts
/** A value that says no more than a missing key: null, false, 0, "", [], or an object of such values. */
function isBlank(value) {
	if (value === void 0 || value === null || value === false || value === 0 || value === "") return true;
	if (isArray(value)) return value.length === 0;
	return isObject(value) && Object.values(value).every(isBlank);
}
/** The object with only the keys we know and only the values that say something. */
function pruned(value, known) {
	return Object.fromEntries(Object.entries(value).flatMap(([key, entry]) => {
		const deeper = Object.hasOwn(known, key) ? known[key] : void 0;
		if (deeper === void 0 || isBlank(entry)) return [];
		const kept = deeper === true ? entry : prunedInside(entry, deeper);
		return isBlank(kept) ? [] : [[key, kept]];
	}));
}
function prunedInside(value, known) {
	if (isArray(value)) return value.map((entry) => prunedInside(entry, known));
	return isObject(value) ? pruned(value, known) : value;
}

// src/story/compare/align.ts
/**
* Leaves out what is no difference outside of `options`: keys that one side does not have, and blank values on both.
* Lists of named things become objects with keys like `[Email]`, so that they are compared by name.
*/
function alignObjects(live, wanted) {
	return collect(Object.keys(wanted).filter((key) => Object.hasOwn(live, key)).map((key) => [key, alignValues(live[key], wanted[key])]));
}
function alignValues(live, wanted) {
	if (isBlank(live) && isBlank(wanted)) return {
		live: void 0,
		wanted: void 0
	};
	if (isObject(live) && isObject(wanted)) return alignObjects(live, wanted);
	if (isArray(live) && isArray(wanted)) return alignArrays(live, wanted);
	return {
		live,
		wanted
	};
}
function alignArrays(live, wanted) {
	const liveNames = namesOf(live);
	const wantedNames = namesOf(wanted);
	if (liveNames !== void 0 && wantedNames !== void 0 && sameOrder(liveNames, wantedNames)) {
		const names = [.../* @__PURE__ */ new Set([...wantedNames, ...liveNames])];
		const inLive = new Map(liveNames.map((name, index) => [name, live[index]]));
		const inWanted = new Map(wantedNames.map((name, index) => [name, wanted[index]]));
		return collect(names.map((name) => {
			const [ours, theirs] = [inLive.get(name), inWanted.get(name)];
			const key = `[${bracketName(name)}]`;
			if (isObject(ours) && isObject(theirs)) return [key, alignObjects(ours, theirs)];
			return [key, {
				live: ours,
				wanted: theirs
			}];
		}));
	}
	if (live.length !== wanted.length) return {
		live,
		wanted
	};
	const entries = wanted.map((entry, index) => alignValues(live[index], entry));
	return {
		live: entries.map((entry) => entry.live ?? null),
		wanted: entries.map((entry) => entry.wanted ?? null)
	};
}
/** The names of a list's elements, when all have one and no two the same. */
function namesOf(list) {
	const names = list.flatMap((entry) => isObject(entry) && typeof entry.name === "string" ? [entry.name] : []);
	return names.length === list.length && new Set(names).size === names.length ? names : void 0;
}
function sameOrder(a, b) {
	const inA = new Set(a);
	const inB = new Set(b);
	const left = a.filter((name) => inB.has(name));
	const right = b.filter((name) => inA.has(name));
	return left.every((name, index) => name === right[index]);
}
function collect(entries) {
	const side = (pick) => Object.fromEntries(entries.flatMap(([key, entry]) => {
		const value = pick(entry);
		return value === void 0 ? [] : [[key, value]];
	}));
	return {
		live: side((entry) => entry.live),
		wanted: side((entry) => entry.wanted)
	};
}

// src/story/compare/change.ts
/** What is live belongs to a tenant, and is never shown. */
const OF_A_TENANT = () => false;
/** Both sides are from git. */
const OF_GIT = () => true;

// src/story/compare/change-text.ts
/** A difference inside an object, told with its values where they may be shown. */
function changeOf(subject, { op, was, shown, values }, place, isFromGit) {
	const whole = isFromGit === OF_GIT && values !== void 0 ? { values } : {};
	if (op !== "update") {
		const text = `${subject} ${op === "add" ? "added" : "removed"}`;
		return {
			...place,
			op,
			subject,
			text,
			...whole
		};
	}
	const from = was !== void 0 && isFromGit(place.path, was) ? was : void 0;
	const text = shown === void 0 ? `${subject} changed` : from === void 0 ? `${subject} changed to ${shown}` : `${subject}: ${from} → ${shown}`;
	return {
		...place,
		op,
		subject,
		text,
		...from === void 0 ? {} : { from },
		...shown === void 0 ? {} : { to: shown },
		...whole
	};
}
/**
* The same where the destination's own edit makes the difference: not "changed to 60", which reads as if somebody there
* had done so. `had` is what git had before it changed the place as well.
*/
function editedThere({ subject, op, to }, had) {
	if (op === "add") return `${subject}: missing there; git has it`;
	if (op === "remove") return `${subject}: there, but not in git`;
	if (to === void 0) return `${subject}: edited there; differs from git`;
	return had === void 0 ? `${subject}: edited there; git has ${to}` : `${subject}: edited there; git changed it from ${had} to ${to}`;
}

// node_modules/json-diff-ts/dist/index.js
function arrayDifference(first, second) {
	const secondSet = new Set(second);
	return first.filter((item) => !secondSet.has(item));
}
function arrayIntersection(first, second) {
	const secondSet = new Set(second);
	return first.filter((item) => secondSet.has(item));
}
function keyBy(arr, getKey2) {
	const result = {};
	for (const [index, item] of Object.entries(arr)) result[String(getKey2(item, false, Number(index)))] = item;
	return result;
}
function diff(oldObj, newObj, options = {}) {
	let { embeddedObjKeys } = options;
	const { keysToSkip, treatTypeChangeAsReplace } = options;
	if (embeddedObjKeys instanceof Map) embeddedObjKeys = new Map(Array.from(embeddedObjKeys.entries()).map(([key, value]) => [key instanceof RegExp ? key : key.replace(/^\./, ""), value]));
	else if (embeddedObjKeys) embeddedObjKeys = Object.fromEntries(Object.entries(embeddedObjKeys).map(([key, value]) => [key.replace(/^\./, ""), value]));
	return compare(oldObj, newObj, [], [], {
		embeddedObjKeys,
		keysToSkip: keysToSkip ?? [],
		treatTypeChangeAsReplace: treatTypeChangeAsReplace ?? true
	});
}
var getTypeOfObj = (obj) => {
	if (obj === void 0) return "undefined";
	if (obj === null) return null;
	return Object.prototype.toString.call(obj).match(/^\[object\s(.*)\]$/)[1];
};
var getKey = (path) => {
	return path.at(-1) ?? "$root";
};
var compare = (oldObj, newObj, path, keyPath, options) => {
	let changes = [];
	const currentPath = keyPath.join(".");
	if (options.keysToSkip?.some((skipPath) => {
		if (currentPath === skipPath) return true;
		if (skipPath.includes(".") && skipPath.startsWith(currentPath + ".")) return false;
		if (skipPath.includes(".")) {
			const skipParts = skipPath.split(".");
			const currentParts = currentPath.split(".");
			if (currentParts.length >= skipParts.length) {
				for (let i = 0; i < skipParts.length; i++) if (skipParts[i] !== currentParts[i]) return false;
				return true;
			}
		}
		return false;
	})) return changes;
	const typeOfOldObj = getTypeOfObj(oldObj);
	const typeOfNewObj = getTypeOfObj(newObj);
	if (options.treatTypeChangeAsReplace && typeOfOldObj !== typeOfNewObj) {
		if (typeOfOldObj !== "undefined") changes.push({
			type: "REMOVE",
			key: getKey(path),
			value: oldObj
		});
		const lastPathSegment = path[path.length - 1];
		const isArrayElement = path.length > 0 && (typeof lastPathSegment === "number" || typeof lastPathSegment === "string" && /^\d+$/.test(lastPathSegment));
		if (typeOfNewObj !== "undefined" || isArrayElement) changes.push({
			type: "ADD",
			key: getKey(path),
			value: newObj
		});
		return changes;
	}
	if (typeOfNewObj === "undefined" && typeOfOldObj !== "undefined") {
		const lastPathSegment = path[path.length - 1];
		if (path.length > 0 && (typeof lastPathSegment === "number" || typeof lastPathSegment === "string" && /^\d+$/.test(lastPathSegment))) changes.push({
			type: "UPDATE",
			key: getKey(path),
			value: newObj,
			oldValue: oldObj
		});
		else changes.push({
			type: "REMOVE",
			key: getKey(path),
			value: oldObj
		});
		return changes;
	}
	if (typeOfNewObj === "Object" && typeOfOldObj === "Array") {
		changes.push({
			type: "UPDATE",
			key: getKey(path),
			value: newObj,
			oldValue: oldObj
		});
		return changes;
	}
	if (typeOfNewObj === null) {
		if (typeOfOldObj !== null) changes.push({
			type: "UPDATE",
			key: getKey(path),
			value: newObj,
			oldValue: oldObj
		});
		return changes;
	}
	switch (typeOfOldObj) {
		case "Date":
			if (typeOfNewObj === "Date") changes = changes.concat(comparePrimitives(oldObj.getTime(), newObj.getTime(), path).map((x) => ({
				...x,
				value: new Date(x.value),
				oldValue: new Date(x.oldValue)
			})));
			else changes = changes.concat(comparePrimitives(oldObj, newObj, path));
			break;
		case "Object": {
			const diffs = compareObject(oldObj, newObj, path, keyPath, false, options);
			if (diffs.length) {
				if (path.length) changes.push({
					type: "UPDATE",
					key: getKey(path),
					changes: diffs
				});
				else changes = changes.concat(diffs);
			}
			break;
		}
		case "Array":
			changes = changes.concat(compareArray(oldObj, newObj, path, keyPath, options));
			break;
		case "Function": break;
		default: changes = changes.concat(comparePrimitives(oldObj, newObj, path));
	}
	return changes;
};
var compareObject = (oldObj, newObj, path, keyPath, skipPath = false, options = {}) => {
	let k;
	let newKeyPath;
	let newPath;
	if (skipPath == null) skipPath = false;
	let changes = [];
	const oldObjKeys = Object.keys(oldObj);
	const newObjKeys = Object.keys(newObj);
	for (k of arrayIntersection(oldObjKeys, newObjKeys)) {
		newPath = path.concat([k]);
		newKeyPath = skipPath ? keyPath : keyPath.concat([k]);
		const diffs = compare(oldObj[k], newObj[k], newPath, newKeyPath, options);
		if (diffs.length) changes = changes.concat(diffs);
	}
	for (k of arrayDifference(newObjKeys, oldObjKeys)) {
		newPath = path.concat([k]);
		newKeyPath = skipPath ? keyPath : keyPath.concat([k]);
		const currentPath = newKeyPath.join(".");
		if (options.keysToSkip?.some((skipPath2) => currentPath === skipPath2 || currentPath.startsWith(skipPath2 + "."))) continue;
		changes.push({
			type: "ADD",
			key: getKey(newPath),
			value: newObj[k]
		});
	}
	for (k of arrayDifference(oldObjKeys, newObjKeys)) {
		newPath = path.concat([k]);
		newKeyPath = skipPath ? keyPath : keyPath.concat([k]);
		const currentPath = newKeyPath.join(".");
		if (options.keysToSkip?.some((skipPath2) => currentPath === skipPath2 || currentPath.startsWith(skipPath2 + "."))) continue;
		changes.push({
			type: "REMOVE",
			key: getKey(newPath),
			value: oldObj[k]
		});
	}
	return changes;
};
var compareArray = (oldObj, newObj, path, keyPath, options) => {
	if (getTypeOfObj(newObj) !== "Array") return [{
		type: "UPDATE",
		key: getKey(path),
		value: newObj,
		oldValue: oldObj
	}];
	const uniqKey = getObjectKey(options.embeddedObjKeys, keyPath) ?? "$index";
	const diffs = compareObject(convertArrayToObj(oldObj, uniqKey), convertArrayToObj(newObj, uniqKey), path, keyPath, true, options);
	const isFunctionKey = typeof uniqKey === "function" && uniqKey.length === 2;
	if (diffs.length) {
		const resolvedKey = isFunctionKey ? uniqKey(newObj[0] ?? oldObj[0], true) : uniqKey;
		const sampleEl = [...newObj, ...oldObj].find((el) => el != null && typeof el === "object");
		const isNestedPath = typeof resolvedKey === "string" && resolvedKey.includes(".") && NESTED_PATH_RE.test(resolvedKey) && (isFunctionKey || !(sampleEl != null && resolvedKey in sampleEl));
		return [{
			type: "UPDATE",
			key: getKey(path),
			embeddedKey: resolvedKey,
			...isNestedPath ? { embeddedKeyIsPath: true } : {},
			changes: diffs
		}];
	} else return [];
};
var getObjectKey = (embeddedObjKeys, keyPath) => {
	if (embeddedObjKeys != null) {
		const path = keyPath.join(".");
		if (embeddedObjKeys instanceof Map) {
			for (const [key2, value] of embeddedObjKeys.entries()) if (key2 instanceof RegExp) {
				if (path.match(key2)) return value;
			} else if (path === key2) return value;
		}
		const key = embeddedObjKeys[path];
		if (key != null) return key;
	}
};
var convertArrayToObj = (arr, uniqKey) => {
	let obj = {};
	if (uniqKey === "$value") arr.forEach((value) => {
		obj[value] = value;
	});
	else if (uniqKey === "$index") for (let i = 0; i < arr.length; i++) {
		const value = arr[i];
		obj[i] = value;
	}
	else {
		const maybeNestedPath = typeof uniqKey === "string" && uniqKey.includes(".") && NESTED_PATH_RE.test(uniqKey);
		obj = keyBy(arr, typeof uniqKey === "string" ? maybeNestedPath ? (item) => item != null && typeof item === "object" && uniqKey in item ? item[uniqKey] : resolveProperty(item, uniqKey, true) : (item) => item != null ? item[uniqKey] : void 0 : uniqKey);
	}
	return obj;
};
var comparePrimitives = (oldObj, newObj, path) => {
	const changes = [];
	if (oldObj !== newObj) changes.push({
		type: "UPDATE",
		key: getKey(path),
		value: newObj,
		oldValue: oldObj
	});
	return changes;
};
var resolveProperty = (obj, key, isPath) => {
	if (obj == null) return void 0;
	if (typeof key !== "string" || !isPath || !key.includes(".")) return obj[key];
	return key.split(".").reduce((cur, seg) => cur?.[seg], obj);
};
var NESTED_PATH_RE = /^[a-zA-Z_][a-zA-Z0-9_]*(?:\.[a-zA-Z_][a-zA-Z0-9_]*)*$/;

// src/story/compare/differences.ts
/** Beyond this many places a list helps nobody. */
const MAX_PLACES = 20;
/** Values in the options of one action: seven times as many as the largest real one has. The library's time grows with the square. */
const MAX_VALUES = 1e3;
const SECRET_KEY = /auth|token|secret|passw|pwd|key|credential|cookie|headers?|signature|private|cert|url/i;
/** Where two objects differ; none means equal. json-diff-ts finds the places, it never decides whether there are any. */
function findDifferences(live, wanted) {
	if (sameJson(live, wanted)) return [];
	if (!fitsLibrary(live) || !fitsLibrary(wanted)) return [WHOLE];
	const places = diff(live, wanted).length === 0 ? [] : merged(diff(live, wanted)).flatMap((change) => walk$1(change, "", false));
	return places.length === 0 || places.length > MAX_PLACES ? [WHOLE] : places;
}
const WHOLE = {
	path: "",
	op: "update"
};
function walk$1(change, parent, inList) {
	const path = parent + step(change.key, inList);
	if (change.changes === void 0) {
		const op = change.type === "ADD" ? "add" : change.type === "REMOVE" ? "remove" : "update";
		const shown = op === "remove" ? void 0 : shownValue(change.value, path);
		const was = op === "update" ? shownValue(change.oldValue, path) : void 0;
		return [{
			path: trimmed(path),
			op,
			values: valuesOf(change, op),
			...shown === void 0 ? {} : { shown },
			...was === void 0 ? {} : { was }
		}];
	}
	const isList = change.embeddedKey === "$index";
	const inner = merged(change.changes).flatMap((entry) => walk$1(entry, path, isList));
	return isList && inner.length > 3 && inner.some(({ op }) => op !== "update") ? [{
		path: trimmed(path),
		op: "update"
	}] : inner;
}
function valuesOf({ value, oldValue }, op) {
	if (op === "add") return { after: value };
	return op === "remove" ? { before: value } : {
		before: oldValue,
		after: value
	};
}
/** A changed type comes as "removed" and "added" under one key. */
function merged(changes) {
	const removed = new Map(changes.filter(({ type }) => type === "REMOVE").map(({ key, value }) => [key, value]));
	const added = new Set(changes.filter(({ type }) => type === "ADD").map(({ key }) => key));
	return changes.flatMap((change) => {
		if (change.type === "REMOVE") return added.has(change.key) ? [] : [change];
		return change.type === "ADD" && removed.has(change.key) ? [{
			...change,
			type: UPDATE,
			oldValue: removed.get(change.key)
		}] : [change];
	});
}
const UPDATE = "UPDATE";
/** Keys like `[Email]` come from lists that are compared by name, and are steps already. */
function step(key, inList) {
	if (inList) return `[${key}]`;
	return /^\[.*\]$/s.test(key) ? key : keyStep(key);
}
function trimmed(path) {
	return path.startsWith(".") ? path.slice(1) : path;
}
function shownValue(value, path) {
	if (SECRET_KEY.test(path)) return void 0;
	if (typeof value === "boolean" || typeof value === "number") return String(value);
	if (typeof value !== "string" || value.length > 40) return void 0;
	return /^[\p{L}\p{N} _.,:=<>!?+*()-]*$/u.test(value) ? JSON.stringify(value) : void 0;
}
/** It does not see changes under an own "__proto__" key. */
function fitsLibrary(value) {
	const left = [value];
	for (let seen = 0; left.length > 0; seen++) {
		if (seen + left.length > MAX_VALUES) return false;
		const next = left.pop();
		if (isObject(next) && Object.hasOwn(next, "__proto__")) return false;
		if (isObject(next) || isArray(next)) for (const inner of Object.values(next)) left.push(inner);
	}
	return true;
}

// src/story/known-keys.ts
function all(...keys) {
	return Object.fromEntries(keys.map((key) => [key, true]));
}
/**
* Keys of the story that a fingerprint counts. Newer releases add keys that nobody edited, so unknown ones are left out.
* Missing on purpose: stamps, guids, slug, recipients, tags, embedded sub-stories, and what has a part of its own.
*/
const STORY_KEYS = {
	...all("name", "description", "control_links", "send_to_story_enabled", "entry_agent_guid", "exit_agent_guids"),
	...all("send_to_story_access", "send_to_story_access_source", "send_to_story_skill_use_requires_confirmation"),
	...all("send_to_story_timeout_enabled", "send_to_story_timeout_duration_seconds", "parent_only_send_to_story"),
	...all("api_entry_action_guids", "api_exit_action_guids", "keep_events_for", "reporting_status", "monitor_failures"),
	...all("synchronous_webhooks_enabled", "story_library_metadata", "time_saved_unit", "time_saved_value", "icon"),
	...all("integration_product", "integration_vendor", "llm_product_instructions", "sections", "start_reference"),
	...all("app_endpoints", "pages", "integrations"),
	form: formKeys(),
	forms: formKeys()
};
/** Keys of an action beside `options` and `tools`, which are counted whole. */
const ACTION_KEYS = {
	...all("type", "name", "disabled", "description", "width", "keep_events_for", "schedule", "visuals", "record_type"),
	record_writers: all("formula", "include_in_update", "name"),
	reporting: all("time_saved_value", "time_saved_unit"),
	monitoring: all("monitor_all_events", "monitor_failures", "monitor_no_events_emitted", "ai_monitoring_thresholds"),
	template: all("created_from_template_guid", "created_from_template_version", "template_tags")
};
const PAGE_KEYS = {
	...all("visibility", "success_message", "loading_message", "logo_contents", "logo_filename", "display_logo", "icon"),
	...all("display_mode", "app"),
	containers: all("ranking", "category", "name", "layout", "alignment", "loop", "spacing", "user_driven_loop"),
	conditions: all("container_guids", "condition_type", "match_rule", "rules"),
	fields: {
		...all("name", "description", "required", "type", "multi_select", "options", "ranking", "max_characters", "style"),
		...all("default_value", "content", "validation_pattern", "container_guid", "graph_type", "graph_direction"),
		...all("date_mode", "store_value_as", "allow_table_row_selection", "is_searchable", "height", "image_fit"),
		...all("min_value", "max_value", "validation_error_message", "step", "width", "width_type", "width_fixed_px"),
		...all("boolean_label_true", "boolean_label_false")
	}
};
const INTEGRATION_KEYS = {
	...all("product", "action_options_keys"),
	action_inputs: {
		...all("name", "description", "required", "type", "ranking", "value", "options", "is_collapsed", "sub_type"),
		...all("multi_select_enabled", "llm_json_schema")
	}
};
const NOTE_KEYS = all("content", "position", "width");
function formKeys() {
	return all("name", "description", "fields", "visibility", "agent_guid", "success_message", "public", "enabled");
}
/** Keys of the story that never count, and keys whose content is compared in a place of its own. */
const FIELDS_ELSEWHERE = /* @__PURE__ */ new Set([
	"schema_version",
	"standard_lib_version",
	"action_runtime_version",
	"exported_at",
	"guid",
	"slug",
	"origin_story_identifier",
	"recipients",
	"tags",
	"send_to_stories",
	"exit_agent_guid",
	"agents",
	"links",
	"diagram_layout",
	"diagram_notes",
	"pages",
	"integrations"
]);

// src/story/compare/normal-action.ts
/** Keys of an action that never count, or have their own place in a NormalAction. */
const NOT_SETTINGS = /* @__PURE__ */ new Set([
	"guid",
	"origin_story_identifier",
	"options",
	"tools"
]);
/** The keys of an action itself, without ids of one tenant. */
function normalSettings(action, relabel) {
	const kept = Object.keys(action).filter((key) => !NOT_SETTINGS.has(key) && !holdsTools(key, action[key]));
	return Object.fromEntries(kept.map((key) => [key, normalSetting(key, relabel(action[key] ?? null))]));
}
function normalSetting(key, value) {
	if (key === "schedule") return value === "never" ? null : value;
	if (key === "record_type") return isObject(value) ? { name: value.name ?? null } : value;
	if (key === "record_writers") return isArray(value) ? normalWriters(value) : value;
	return value;
}
function normalWriters(writers) {
	return writers.map((writer) => {
		if (!isObject(writer)) return writer;
		const field = writer.record_field;
		return {
			...without(writer, "record_field"),
			name: (isObject(field) ? field.name : void 0) ?? null
		};
	}).map((writer) => ({
		writer,
		order: isObject(writer) ? compactJson([writer.name ?? null, writer]) : ""
	})).sort(byTextOf(({ order }) => order)).map(({ writer }) => writer);
}
/** The options of an action, without its address. */
function normalOptions(action, relabel) {
	const owned = new Set(ingressOptions(action));
	if ("record_type" in action || "record_writers" in action) owned.add("record_type_id");
	const options = asObject(relabel(optionsOf(action)));
	return owned.size === 0 ? options : Object.fromEntries(Object.entries(options).filter(([key]) => !owned.has(key)));
}
/** The object without one of its keys. */
function without(value, key) {
	const { [key]: _, ...rest } = value;
	return rest;
}
/** The object that a rewritten object still is. */
function asObject(value) {
	return isObject(value) ? value : {};
}

// src/story/compare/normal-tools.ts
/** The tools of an action, in order; undefined when its release has none. */
function normalTools(action, relabel, inOptions) {
	const tools = toolsOf(action);
	if (tools.length === 0 && action.tools === void 0) return void 0;
	const normal = tools.map(({ key, tool }) => ({
		key,
		tool,
		settings: normalSettings(tool, relabel)
	}));
	const names = ordinalLabels(normal.map(({ settings }) => typeof settings.name === "string" ? settings.name : ""));
	return normal.map(({ key, tool, settings }, index) => ({
		label: `${key}[${names[index] ?? ""}]`,
		settings,
		options: normalOptions(tool, inOptions),
		tools: normalTools(tool, relabel, inOptions)
	}));
}
/** What a fingerprint counts of a tool. Nobody has described a tool's keys, so each that says something counts. */
function countedTool({ settings, options, tools }) {
	const said = Object.entries(settings).filter(([, value]) => !isBlank(value));
	return {
		settings: Object.fromEntries(said),
		options,
		tools: (tools ?? []).map(countedTool)
	};
}

// src/story/addresses/quoted-names.ts
function nameQuoted(text, { own, other, address }) {
	return nameGuids(replacePlaceholders(text, address), own, other);
}
/** The label of each action that has an address, by the name that placeholders give it. */
function addressLabels(story, labels) {
	return new Map(ingressPoints(story).toReversed().map((point) => [actionRef(story, point), placedLabel(point, labels)]));
}
/** Placeholders say whose address they stand for, by the label of the action. */
function addressNames(story, labels) {
	const byAction = addressLabels(story, labels);
	return (option, action) => {
		const label = byAction.get(action);
		return label === void 0 ? void 0 : said(option, label);
	};
}
/** `Triage`, or `Triage.tools[Look up]` for a tool. */
function placedLabel({ top, trail }, labels) {
	return `${labels[top] ?? ""}${trail === "" ? "" : `.${trail}`}`;
}

// src/story/compare/normal-page.ts
/**
* A page without the guids of its elements: what quotes one says its position instead (`containers[2]`).
* Who may open a page (`sso_groups`) belongs to the tenant.
*/
function normalPage(page, relabel) {
	const positions = /* @__PURE__ */ new Map();
	const entries = Object.entries(page).filter(([key]) => key !== "agent_guid" && key !== "sso_groups").map(([key, value]) => [key, isArray(value) ? elements(key, value, positions) : value]);
	const normal = relabel(rewriteStrings(Object.fromEntries(entries), (text) => positions.get(text) ?? text));
	return isObject(normal) ? normal : {};
}
/** Notes where each element stands, and takes its guid off. */
function elements(key, list, positions) {
	return list.map((element, index) => {
		if (!isObject(element) || typeof element.guid !== "string") return element;
		positions.set(element.guid, `${key}[${index}]`);
		const { guid: _, ...rest } = element;
		return rest;
	});
}

// src/story/compare/normal.ts
const GUID_LISTS = [
	"exit_agent_guids",
	"api_entry_action_guids",
	"api_exit_action_guids"
];
/** Brings a story to the form in which equal stories are equal. `labels` says what each action is called, by position. */
function normalStory(story, labels, quoted = {
	own: guidNames(story, labels),
	address: addressNames(story, labels)
}) {
	const byGuid = labelsByGuid(story, labels);
	const say = (text) => nameQuoted(text, quoted);
	const inOptions = (value) => rewriteTexts(value, unquoted$1(say), say);
	const pointing = (text) => byGuid.get(text) ?? quoted.own.get(text) ?? quoted.other?.get(text) ?? say(text);
	const relabel = (value) => rewriteTexts(value, unquoted$1(pointing), say);
	const pages = grouped(story.pages, "agent_guid", byGuid);
	const integrations = grouped(story.integrations, "action_guid", byGuid);
	const actions = story.agents.map((action, index) => {
		const label = labels[index] ?? "";
		return [label, {
			settings: normalSettings(action, relabel),
			options: normalOptions(action, inOptions),
			tools: normalTools(action, relabel, inOptions),
			pages: (pages.get(label) ?? []).map((page) => normalPage(page, relabel)),
			integrations: (integrations.get(label) ?? []).map((entry) => asObject(relabel(without(entry, "action_guid"))))
		}];
	});
	return {
		fields: normalFields(story, byGuid, relabel),
		links: story.links.map((link) => normalLink(link, labels)),
		layout: normalLayout(story, byGuid),
		notes: listOf(story.diagram_notes).map((note) => asObject(inOptions(without(note, "guid")))),
		actions: new Map(actions)
	};
}
function unquoted$1(say) {
	return (text, key) => {
		const value = unquoteSchema(text, key);
		return typeof value === "string" ? say(value) : rewriteTexts(value, say, say);
	};
}
function normalFields(story, byGuid, relabel) {
	const kept = Object.entries(story).filter(([key]) => !FIELDS_ELSEWHERE.has(key));
	const fields = new Map(kept.map(([key, value]) => [key, relabel(value)]));
	const exits = [...isArray(story.exit_agent_guids) ? story.exit_agent_guids : [], story.exit_agent_guid ?? null];
	if ("exit_agent_guid" in story) fields.set("exit_agent_guids", exits);
	for (const key of GUID_LISTS) {
		const guids = key === "exit_agent_guids" && fields.has(key) ? exits : story[key];
		if (isArray(guids)) fields.set(key, labelsOf$1(guids, byGuid));
	}
	if (typeof story.entry_agent_guid === "string") fields.set("entry_agent_guid", byGuid.get(story.entry_agent_guid) ?? null);
	for (const key of ["form", "forms"]) {
		const value = fields.get(key);
		if (value !== void 0) fields.set(key, normalForm(value));
	}
	for (const [key, pointer] of [["pages", "agent_guid"], ["integrations", "action_guid"]]) {
		const stray = listOf(story[key]).filter((entry) => labelPointedAt(entry, pointer, byGuid) === void 0);
		if (stray.length > 0) fields.set(key, stray.map((entry) => relabel(without(entry, pointer))));
	}
	return Object.fromEntries(fields);
}
/** The actions that a list of guids names, as a set: order and repetition say nothing, deleted actions are gone. */
function labelsOf$1(guids, byGuid) {
	const labels = guids.flatMap((guid) => typeof guid === "string" ? byGuid.get(guid) ?? [] : []);
	return [...new Set(labels)].sort();
}
/** Forms of old schemas; some of their fields quote a tenant's id. */
function normalForm(form) {
	if (isArray(form)) return form.map(normalForm);
	if (!isObject(form) || !isArray(form.fields)) return form;
	return {
		...form,
		fields: form.fields.map((field) => isObject(field) ? without(field, "tenant_id") : field)
	};
}
/** A link by the labels of what it joins. */
function normalLink(link, labels) {
	const { source, receiver, ...rest } = link;
	return {
		source: labels[source] ?? "",
		receiver: labels[receiver] ?? "",
		rest
	};
}
/** What the author's canvas says of each guid, whether or not there is such an action. */
function layoutByGuid({ diagram_layout: text }) {
	const parsed = typeof text === "string" ? parseJson(text) : void 0;
	return parsed?.ok && isObject(parsed.value) ? parsed.value : {};
}
function normalLayout(story, byGuid) {
	const entries = Object.entries(layoutByGuid(story)).flatMap(([guid, position]) => {
		const label = byGuid.get(guid);
		return label === void 0 ? [] : [[label, position]];
	});
	return Object.fromEntries(entries);
}
/** The entries of a list, by the action that they point at. */
function grouped(list, key, byGuid) {
	const groups = /* @__PURE__ */ new Map();
	for (const entry of listOf(list)) {
		const label = labelPointedAt(entry, key, byGuid);
		if (label === void 0) continue;
		groups.set(label, [...groups.get(label) ?? [], entry]);
	}
	return groups;
}
function listOf(value) {
	return isArray(value) ? value.filter(isObject) : [];
}

// src/story/compare/own-form.ts
function ownForm(story) {
	const labels = actionLabels(story);
	const { story: neutral, quotes } = neutralised(story);
	const own = guidNames(neutral, labels);
	const unknown = /* @__PURE__ */ new Set();
	const other = { get: (guid) => void unknown.add(guid) };
	let quotesAddress = quotes;
	let names;
	const address = (option, action) => {
		quotesAddress = true;
		names ??= addressNames(neutral, labels);
		return names(option, action);
	};
	const normal = normalStory(neutral, labels, {
		own,
		other,
		address
	});
	const holdsBeside = (guids) => !quotesAddress && ![...guids.keys()].some((it) => unknown.has(it));
	return {
		neutral,
		labels,
		guids: own,
		normal,
		holdsBeside
	};
}

// src/story/compare/same-action.ts
/** Whether two actions are the same to the letter: then nothing of them differs, and they have one fingerprint. */
function isSameAction(one, other) {
	return one === other || sameJson(one.settings, other.settings) && sameJson(one.options, other.options) && sameJson(one.pages, other.pages) && sameJson(one.integrations, other.integrations) && areSameTools(one.tools, other.tools);
}
function areSameTools(ones, others) {
	if (ones === void 0 || others === void 0) return ones === others;
	return ones.length === others.length && ones.every((one, index) => isSameTool(one, others[index]));
}
function isSameTool(one, other) {
	return one.label === other?.label && sameJson(one.settings, other.settings) && sameJson(one.options, other.options) && areSameTools(one.tools, other.tools);
}

// src/story/compare/parts.ts
/**
* Says which parts of a story were edited since it was last looked at. New guids, a newer platform release and
* values that belong to the tenant leave it unchanged; tags are not part of it.
*/
function fingerprint(story) {
	return fingerprintOf(ownForm(story).normal);
}
/** The same of a normal form by itself. What it has like another story has the same hash, which is not computed again. */
function fingerprintOf(normal, like) {
	const hashes = /* @__PURE__ */ new Map();
	const add = (part, same, value) => {
		const known = like && same(like.normal) ? like.fingerprint()[part] : void 0;
		hashes.set(part, known ?? contentHash(value()));
	};
	const { fields, links, layout, notes, actions } = normal;
	add("story", (other) => sameJson(fields, other.fields), () => pruned(fields, STORY_KEYS));
	add("links", (other) => sameJson(links, other.links), () => links.map(linkText).sort());
	add("layout", (other) => sameJson(layout, other.layout), () => layout);
	add("notes", (other) => sameJson(notes, other.notes), () => notes.map(noteText).sort());
	for (const [label, action] of actions) {
		const isSame = ({ actions: others }) => {
			const other = others.get(label);
			return other !== void 0 && isSameAction(action, other);
		};
		add(actionPart(label), isSame, () => countedAction(action));
	}
	return Object.fromEntries(hashes);
}
/** The part that an action of this label is. */
function actionPart(label) {
	return `agents[${label}]`;
}
/** A link as one text; equal links have equal texts. */
function linkText({ source, receiver, rest }) {
	return compactJson([
		source,
		receiver,
		rest.link_type ?? null
	]);
}
/** A note as one text, without what only newer releases know. */
function noteText(note) {
	return compactJson(pruned(note, NOTE_KEYS));
}
function countedAction({ settings, options, tools, pages, integrations }) {
	return {
		integrations: integrations.map((entry) => pruned(entry, INTEGRATION_KEYS)),
		options,
		pages: pages.map((page) => pruned(page, PAGE_KEYS)),
		settings: pruned(settings, ACTION_KEYS),
		tools: tools === void 0 || tools.length === 0 ? null : tools.map(countedTool)
	};
}

// src/story/compare/compare-action.ts
/** The differences inside one action that both sides have, its page and its template inputs included. */
function compareAction(live, wanted, label, part, isFromGit) {
	const spoken = spokenLabel(label);
	const about = {
		part,
		isFromGit
	};
	const changes = [...compareOwn(live, wanted, {
		...about,
		place: actionPart(label),
		spoken
	})];
	const report = (prefix, subject, found) => {
		changes.push(...told(prefix, subject, found, about));
	};
	const page = (path) => path === "" ? `page ${spoken}` : `${path} of page ${spoken}`;
	report(`pages[${label}]`, page, lists(live.pages, wanted.pages));
	const input = (path) => `template ${path || "inputs"} of ${spoken}`;
	report(`integrations[${label}]`, input, lists(live.integrations, wanted.integrations));
	return changes;
}
/** What an action has of its own, whether it stands at the top or is a tool. */
function compareOwn(live, wanted, { place, spoken, ...about }) {
	const { part, isFromGit } = about;
	const { name: liveName, ...liveSettings } = live.settings;
	const { name, ...wantedSettings } = wanted.settings;
	const renamed = `action ${JSON.stringify(liveName)} renamed to ${JSON.stringify(name)}`;
	const subject = `name of action ${JSON.stringify(name)}`;
	const values = isFromGit === OF_GIT ? { values: {
		before: liveName ?? null,
		after: name ?? null
	} } : {};
	const rename = {
		path: `${place}.name`,
		op: "update",
		text: renamed,
		part,
		subject,
		...values
	};
	const option = (path) => path === "" ? `options of ${spoken}` : `option ${path} of ${spoken}`;
	return [
		...name === liveName ? [] : [rename],
		...told(place, (path) => `${path || "settings"} of ${spoken}`, lenient(liveSettings, wantedSettings), about),
		...told(`${place}.options`, option, findDifferences(live.options, wanted.options), about),
		...compareTools(live.tools, wanted.tools, {
			place,
			spoken,
			...about
		})
	];
}
/** Tools by name; their order counts, because a model reads them in order. */
function compareTools(live, wanted, { place, spoken, ...about }) {
	if (live === void 0 || wanted === void 0) return [];
	if (live.length !== wanted.length || live.some(({ label }, index) => label !== wanted[index]?.label)) return told(`${place}.tools`, () => `tools of ${spoken}`, [{
		path: "",
		op: "update"
	}], about);
	return wanted.flatMap((tool, index) => {
		const other = live[index] ?? tool;
		const name = typeof tool.settings.name === "string" ? JSON.stringify(tool.settings.name) : "a tool";
		return compareOwn(other, tool, {
			place: `${place}.${tool.label}`,
			spoken: `tool ${name} of ${spoken}`,
			...about
		});
	});
}
function told(prefix, subject, found, { part, isFromGit }) {
	return found.map((each) => {
		return changeOf(subject(each.path), each, {
			path: joined$1(prefix, each.path),
			part
		}, isFromGit);
	});
}
function lenient(live, wanted) {
	const aligned = alignObjects(live, wanted);
	return findDifferences(aligned.live, aligned.wanted);
}
/** An action has one page (or template entry) or none; more on one side than on the other is told as a whole. */
function lists(live, wanted) {
	if (live.length < wanted.length) return [{
		path: "",
		op: "add"
	}];
	if (live.length > wanted.length) return [{
		path: "",
		op: "remove"
	}];
	return wanted.flatMap((entry, index) => lenient(live[index] ?? {}, entry));
}
function joined$1(prefix, path) {
	return path === "" || path.startsWith("[") ? `${prefix}${path}` : `${prefix}.${path}`;
}

// src/story/compare/compare-links.ts
/** Links by the actions they join; their order says nothing. `names` gives the live name for what only the live side has. */
function compareLinks(live, wanted, names) {
	return matchLinks(live, wanted).flatMap(({ link, op }) => {
		if (op === "same") return [];
		const branch = isSecondary(link) ? " (no-match branch)" : "";
		const subject = joinedNames(link, op, names);
		return [{
			path: "links",
			op,
			text: `${subject} ${DONE[op]}${branch}`,
			part: "links",
			subject
		}];
	});
}
const DONE = {
	add: "connected",
	update: "connected differently",
	remove: "disconnected"
};
/** What became of each link: those of the wanted side in their order, then what only the live side has. */
function matchLinks(live, wanted) {
	const waiting = Map.groupBy(live, linkText);
	return [...wanted.map((link) => {
		const partner = waiting.get(linkText(link))?.shift();
		return {
			link,
			op: partner === void 0 ? "add" : sameWhereBothSay$1(partner, link) ? "same" : "update"
		};
	}), ...[...waiting.values()].flat().map((link) => ({
		link,
		op: "remove"
	}))];
}
/** The branch that is taken when nothing matches. */
function isSecondary({ rest }) {
	return rest.link_type === "secondary";
}
function joinedNames(link, op, names) {
	const name = (label) => spokenLabel(op === "remove" ? names.get(label) ?? label : label);
	return `${name(link.source)} → ${name(link.receiver)}`;
}
/** Keys of a link that a newer release may add. */
function sameWhereBothSay$1(live, wanted) {
	const aligned = alignObjects(live.rest, wanted.rest);
	return sameJson(aligned.live, aligned.wanted);
}

// src/story/compare/match.ts
/** By guid; what remains by name, in order, where an equal type is preferred. */
function matchActions(before, after) {
	const positions = new Map(before.agents.map(({ guid }, index) => [guid, index]));
	return matchRest(before, after, after.agents.flatMap(({ guid }, index) => {
		const partner = positions.get(guid);
		return partner === void 0 ? [] : [{
			before: partner,
			after: index,
			by: "guid"
		}];
	}));
}
/** By name and order alone: right for two copies whose guids say nothing about each other. */
function matchActionsByName(before, after) {
	return matchRest(before, after, []);
}
/** Whether both take the same actions for each other, however they came to it. */
function isSameMatching(one, other) {
	const partners = new Map(other.pairs.map(({ before, after }) => [after, before]));
	return one.pairs.length === partners.size && one.pairs.every(({ before, after }) => partners.get(after) === before);
}
function matchRest(before, after, known) {
	const takenBefore = new Set(known.map((pair) => pair.before));
	const takenAfter = new Set(known.map((pair) => pair.after));
	const pairs = [...known];
	const nameBefore = nameIn(before);
	const nameAfter = nameIn(after);
	for (const key of [(action, name) => `${action.type}\n${name}`, (_, name) => name]) {
		const waiting = /* @__PURE__ */ new Map();
		for (const [index, action] of before.agents.entries()) {
			if (takenBefore.has(index)) continue;
			const name = key(action, nameBefore(action));
			const queue = waiting.get(name);
			if (queue === void 0) waiting.set(name, [index]);
			else queue.push(index);
		}
		for (const [index, action] of after.agents.entries()) {
			const partner = takenAfter.has(index) ? void 0 : waiting.get(key(action, nameAfter(action)))?.shift();
			if (partner === void 0) continue;
			takenBefore.add(partner);
			takenAfter.add(index);
			pairs.push({
				before: partner,
				after: index,
				by: "name"
			});
		}
	}
	return {
		pairs: pairs.sort((a, b) => a.after - b.after),
		added: [...after.agents.keys()].filter((index) => !takenAfter.has(index)),
		removed: [...before.agents.keys()].filter((index) => !takenBefore.has(index))
	};
}
/** The name as both copies have it: a tenant that makes guids anew may do so in names as well. */
function nameIn(story) {
	const guids = ownGuids(story);
	return ({ name }) => withoutGuids(name, guids);
}

// src/story/addresses/shared-addresses.ts
/**
* What quoted addresses say on both sides of a comparison, by the labels that both have in common. Where the live story
* has a value of its own, a placeholder of the wanted one stands for that value.
*/
function sharedAddresses(live, liveLabels, wanted, wantedLabels) {
	const values = new Map(ingressPoints(live).map((point) => [placedLabel(point, liveLabels), new Map(ownAddress(point.action))]));
	const named = (byAction, isLive) => {
		return (option, action) => {
			const label = byAction.get(action);
			if (label === void 0) return void 0;
			const address = values.get(label);
			const value = address?.get(option);
			if (address === void 0 || value === "storysync:destination-owned") return said(option, label);
			if (isLive) return void 0;
			return typeof value === "string" ? value : "";
		};
	};
	return {
		live: named(addressLabels(live, liveLabels), true),
		wanted: named(addressLabels(wanted, wantedLabels), false)
	};
}

// src/story/compare/wanted-side.ts
/** By the story itself: the same one is compared with its copies at all destinations. */
const sides = /* @__PURE__ */ new WeakMap();
function wantedSide(wanted) {
	const known = sides.get(wanted);
	if (known) return known;
	const { neutral, labels, guids, normal, holdsBeside } = ownForm(wanted);
	let hashes;
	const side = {
		labels,
		guids,
		normal,
		fingerprint: () => {
			hashes ??= fingerprintOf(normal);
			return hashes;
		},
		normalBeside: (live, addresses) => holdsBeside(live) ? normal : normalStory(neutral, labels, {
			own: guids,
			other: live,
			address: addresses()
		})
	};
	sides.set(wanted, side);
	return side;
}

// src/story/compare/normal-sides.ts
/** The normal forms of two stories, in which an action is called the same as the one it was taken for. */
function normalSides({ live, wanted, form }, matching) {
	const liveLabels = form?.labels ?? actionLabels(live);
	const side = wantedSide(wanted);
	const common = [...liveLabels.keys()].map((index) => `\u0000${index}`);
	for (const pair of matching.pairs) common[pair.before] = side.labels[pair.after] ?? "";
	const own = form && isSameList(common, liveLabels) && form.holdsBeside(side.guids) ? form : void 0;
	const guids = own?.guids ?? guidNames(live, common);
	let addresses;
	const shared = () => {
		addresses ??= sharedAddresses(live, common, wanted, side.labels);
		return addresses;
	};
	const beside = () => normalStory(live, common, {
		own: guids,
		other: side.guids,
		address: shared().live
	});
	return {
		before: own?.normal ?? beside(),
		after: side.normalBeside(guids, () => shared().wanted),
		liveLabels,
		wantedLabels: side.labels,
		spoken: new Map(liveLabels.map((label, index) => [common[index] ?? "", label]))
	};
}
function isSameList(one, other) {
	return one.length === other.length && one.every((entry, index) => entry === other[index]);
}

// src/story/compare/compare.ts
/**
* What would have to change in the live story. An empty list means that the two are equal (spec section 3). `form` is
* the live story's own one, where the caller has made it already.
*/
function compareStories(live, wanted, isFromGit = OF_A_TENANT, form) {
	return comparisonOf(live, wanted, isFromGit, form).changes;
}
/** The same with the actions that were taken for each other. */
function comparisonOf(live, wanted, isFromGit, form) {
	const matching = matchActions(live, wanted);
	const changes = compareMatched({
		live,
		wanted,
		form
	}, matching, isFromGit);
	if (changes.length === 0) return {
		matching,
		changes
	};
	const byName = matchActionsByName(live, wanted);
	if (isSameMatching(matching, byName)) return {
		matching,
		changes
	};
	return compareMatched({
		live,
		wanted,
		form
	}, byName, isFromGit).length === 0 ? {
		matching: byName,
		changes: []
	} : {
		matching,
		changes
	};
}
/** The same where guids say nothing: an action under another name is another action. */
function compareStoriesByName(live, wanted, isFromGit = OF_A_TENANT) {
	return compareMatched({
		live,
		wanted
	}, matchActionsByName(live, wanted), isFromGit);
}
function compareMatched(sides, matching, isFromGit) {
	const { live, wanted } = sides;
	const { before, after, liveLabels, wantedLabels, spoken } = normalSides(sides, matching);
	const changes = [...compareFields(before.fields, after.fields, isFromGit)];
	for (const pair of matching.pairs) {
		const label = wantedLabels[pair.after] ?? "";
		const [ours, theirs] = [before.actions.get(label), after.actions.get(label)];
		if (ours === void 0 || theirs === void 0 || isSameAction(ours, theirs)) continue;
		const part = actionPart(liveLabels[pair.before] ?? "");
		changes.push(...compareAction(ours, theirs, label, part, isFromGit));
	}
	for (const index of matching.added) {
		const path = actionPart(wantedLabels[index] ?? "");
		changes.push({
			path,
			op: "add",
			...actionTold(wanted.agents[index], "added"),
			part: path
		});
	}
	for (const index of matching.removed) {
		const path = actionPart(liveLabels[index] ?? "");
		changes.push({
			path,
			op: "remove",
			...actionTold(live.agents[index], "removed"),
			part: path
		});
	}
	changes.push(...compareLinks(before.links, after.links, spoken));
	changes.push(...compareLayout(before.layout, after.layout), ...compareNotes(live, wanted, before, after));
	return changes.length === 0 ? changes : withoutAddresses(changes, live);
}
/** What git quotes stands for the destination's own address here, and keys may hold one: nothing of it is told. */
function withoutAddresses(changes, live) {
	const finder = new AddressFinder(live);
	if (finder.isEmpty) return changes;
	const hide = (change, key) => change[key] === void 0 ? {} : { [key]: finder.hide(change[key]) };
	return changes.map((change) => ({
		...change,
		path: finder.hide(change.path),
		text: finder.hide(change.text),
		subject: finder.hide(change.subject),
		...hide(change, "from"),
		...hide(change, "to")
	}));
}
function compareFields(live, wanted, isFromGit) {
	if (sameJson(live, wanted)) return [];
	const aligned = alignObjects(live, wanted);
	return findDifferences(aligned.live, aligned.wanted).map((each) => {
		return changeOf(each.path || "story settings", each, {
			path: each.path || "story",
			part: "story"
		}, isFromGit);
	});
}
/** Where actions stand on the canvas; one that only one side has placed is no difference. */
function compareLayout(live, wanted) {
	const moved = Object.keys(wanted).filter((label) => Object.hasOwn(live, label) && !sameJson(live[label] ?? null, wanted[label] ?? null));
	if (moved.length === 0) return [];
	return [{
		path: "diagram_layout",
		op: "move",
		text: `layout only: ${plural(moved.length, "action")} moved`,
		part: "layout",
		subject: "layout"
	}];
}
/** Notes have no identity across tenants: each is looked for on the other side, exactly first. */
function compareNotes(live, wanted, before, after) {
	if (!("diagram_notes" in live) || !("diagram_notes" in wanted) || sameJson(before.notes, after.notes)) return [];
	const waiting = [...before.notes];
	const take = (same) => {
		const index = waiting.findIndex(same);
		if (index !== -1) waiting.splice(index, 1);
		return index !== -1;
	};
	const added = after.notes.filter((note) => !take((other) => noteText(other) === noteText(note))).filter((note) => !take((other) => sameWhereBothSay(other, note)));
	const changed = Math.min(added.length, waiting.length);
	const said = [
		[added.length - changed, "added"],
		[waiting.length - changed, "removed"],
		[changed, "changed"]
	].filter(([count]) => count > 0).map(([count, done]) => `${plural(count, "note")} ${done}`);
	if (said.length === 0) return [];
	return [{
		path: "diagram_notes",
		op: added.length === changed ? changed === 0 ? "remove" : "update" : waiting.length === 0 ? "add" : "update",
		text: said.join(", "),
		part: "notes",
		subject: "notes"
	}];
}
function sameWhereBothSay(live, wanted) {
	const aligned = alignObjects(live, wanted);
	return sameJson(aligned.live, aligned.wanted);
}

// src/story/compare/compare-addresses.ts
const ADDRESS_OPTIONS = [
	"path",
	"secret",
	"url_identifier"
];
/** Under `webhook_urls: export` the file's own addresses count; places are named, values never. */
function compareAddresses(matching) {
	return matching.pairs.flatMap(({ wanted, live }) => ADDRESS_OPTIONS.filter((key) => optionsOf(wanted.action)[key] !== optionsOf(live.action)[key]).map((key) => ({
		path: `agents[${wanted.name}].options.${key}`,
		op: "update",
		text: `address (${key}) of "${wanted.name}" set from the file`,
		part: `agents[${wanted.names[0]}]`,
		subject: `address (${key}) of "${wanted.name}"`
	})));
}
/** Addresses that differ between two versions in git; none where both hold placeholders. */
function addressChanges(before, story) {
	const live = Map.groupBy(ingressPoints(before), ({ top }) => top);
	const wanted = Map.groupBy(ingressPoints(story), ({ top }) => top);
	const labels = actionLabels(before);
	return matchActions(before, story).pairs.flatMap((pair) => {
		const from = live.get(pair.before) ?? [];
		const pairs = (wanted.get(pair.after) ?? []).flatMap((point) => {
			const partner = from.find(({ trail }) => trail === point.trail);
			return partner ? [{
				live: partner,
				wanted: point
			}] : [];
		});
		const part = actionPart(labels[pair.before] ?? "");
		return compareAddresses({
			pairs,
			appearing: [],
			disappearing: []
		}).map((change) => ({
			...change,
			part
		}));
	});
}

// src/records/difference.ts
/** Why the current type cannot be brought to the wanted definition by adding alone. `last` is unknown without state. */
function reasonsForNewType(wanted, current, last) {
	const fieldOf = fieldsOf(current);
	const retyped = wanted.fields.flatMap((field) => {
		const there = fieldOf(field);
		return there === void 0 || there.resultType === field.resultType ? [] : [`field "${field.name}" changed from ${there.resultType} to ${field.resultType}`];
	});
	const nextOf = firstByName(wanted.fields);
	const gone = (last?.fields ?? []).flatMap((field) => {
		const next = nextOf.get(field.name);
		if (next === void 0) return [`field "${field.name}" was removed`];
		if (field.resultType !== "TEXT_ENUM" || next.resultType !== "TEXT_ENUM") return [];
		return withoutKeys(field.fixedValues, next.fixedValues).map((value) => `value "${value}" of field "${field.name}" was removed`);
	});
	return [...retyped, ...gone];
}
/** What the current type lacks, in the order of the wanted definition. Nothing of the destination's own is left out. */
function additionsTo(current, wanted) {
	const fieldOf = fieldsOf(current);
	return wanted.fields.flatMap((field) => {
		const there = fieldOf(field);
		if (there === void 0) return [{
			field,
			isNew: true,
			fields: [field.name],
			texts: [`field "${field.name}"`]
		}];
		const values = field.resultType === "TEXT_ENUM" ? withoutKeys(field.fixedValues, there.fixedValues) : [];
		if (values.length === 0) return [];
		return [{
			field: {
				...there,
				fixedValues: [...there.fixedValues, ...values]
			},
			isNew: false,
			fields: values.map((value) => `${field.name}=${value}`),
			texts: values.map((value) => `value "${value}" of field "${field.name}"`)
		}];
	});
}
/** What only the destination has. Its fields are named; of its enum values only how many there are. */
function ownOf(current, wanted) {
	const custom = customFields(current.fields);
	const ours = firstByName(wanted.fields);
	const fieldOf = fieldsOf(current);
	const foreign = custom.filter(({ name }) => !ours.has(name));
	const fields = [...new Set(foreign.map(({ name }) => name))].sort(byText);
	const values = wanted.fields.flatMap((field) => {
		const there = field.resultType === "TEXT_ENUM" ? fieldOf(field) : void 0;
		const count = withoutKeys(there?.fixedValues ?? [], field.fixedValues).length;
		return count === 0 ? [] : [`${count} ${count === 1 ? "value" : "values"} of field "${field.name}"`];
	});
	return {
		fields,
		mentions: [...fields.map((name) => `field "${name}"`), ...values]
	};
}
/** Field names that the type has more than once; whether a tenant allows that is not documented. */
function repeatedFieldNames(type) {
	return repeated(customFields(type.fields).map(({ name }) => name)).toSorted(byText);
}
/** The field of that name; among several the one whose type fits, then the oldest. */
function fieldsOf(type) {
	const oldestFirst = customFields(type.fields).toSorted((a, b) => a.id - b.id);
	const byType = /* @__PURE__ */ new Map();
	for (const field of oldestFirst) if (!byType.has(typed(field))) byType.set(typed(field), field);
	const oldest = firstByName(oldestFirst);
	return (wanted) => byType.get(typed(wanted)) ?? oldest.get(wanted.name);
}
function typed({ name, resultType }) {
	return JSON.stringify([name, resultType]);
}

// src/export/record-type-changes.ts
/** What a change of the record types of a story means at the destinations, by the rule that a sync follows. */
function recordTypeChanges(before, after) {
	const old = new Map(before === void 0 ? [] : recordTypesOf(before).definitions.map((type) => [type.name, type]));
	return [...recordTypesOf(after).definitions.flatMap((type) => {
		const last = old.get(type.name);
		old.delete(type.name);
		return last === void 0 ? [created(type)] : consequences(last, type);
	}), ...[...old.keys()].map((name) => `record type "${name}" is no longer used; it and its data stay`)];
}
function created({ name, fields }) {
	return `record type "${name}"${fields.length === 0 ? "" : ` (${listed$1(fields.map((field) => field.name))})`}: created at the destinations that lack it`;
}
function consequences(last, wanted) {
	const current = asExisting(last);
	const reasons = reasonsForNewType(wanted, current, last);
	if (reasons.length > 0) return [`record type "${wanted.name}": ${listed$1(reasons)}; destinations get a new type, the old one and its data stay`];
	const additions = additionsTo(current, wanted).flatMap(({ texts }) => texts);
	return additions.length === 0 ? [] : [`record type "${wanted.name}": new ${listed$1(additions)}, added in place at the destinations`];
}
/** A destination that has exactly what was pushed before. */
function asExisting({ name, fields }) {
	return {
		id: 0,
		name,
		teamId: 0,
		fields: fields.map((field, id) => ({
			...field,
			id
		})),
		defaultFields: []
	};
}

// src/export/version-changes.ts
function versionChanges(before, after) {
	const changes = compareStories(before, after, OF_GIT);
	const of = (part) => changes.filter((each) => each.part === part);
	return {
		identity: [...renamed(before, after), ...replaced(before, after)],
		actions: changes.filter(({ part }) => part.startsWith("agents[")),
		links: of("links"),
		others: [
			...of("story").filter(({ path }) => path !== "name"),
			...of("notes"),
			...of("layout"),
			...tagChanges(before, after),
			...recordTypeChanges(before, after).map((text) => ({
				path: "record_types",
				op: "update",
				text,
				part: "record_types",
				subject: "record types"
			}))
		]
	};
}
function renamed(before, after) {
	if (before.name === after.name) return [];
	return [{
		path: "name",
		op: "update",
		text: `renamed from ${JSON.stringify(before.name)} to ${JSON.stringify(after.name)}`,
		part: "story",
		subject: "name",
		values: {
			before: before.name,
			after: after.name
		}
	}];
}
function replaced(before, after) {
	if (before.guid === after.guid) return [];
	return [{
		path: "guid",
		op: "update",
		text: "the file held another story (its guid is another one)",
		part: "story",
		subject: "guid"
	}];
}
function tagChanges(before, after) {
	const [old, now] = [tagsOf(before), tagsOf(after)];
	const told = (tag, op) => {
		return {
			path: "tags",
			op,
			text: `tag ${JSON.stringify(tag)} ${op === "add" ? "added" : "removed"}`,
			part: "tags",
			subject: "a tag",
			quoted: tag
		};
	};
	return [...now.filter((tag) => !old.includes(tag)).map((tag) => told(tag, "add")), ...old.filter((tag) => !now.includes(tag)).map((tag) => told(tag, "remove"))];
}

// node_modules/boundary/lib/index.js
var require_lib = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.binarySearch = exports.upperBound = exports.lowerBound = exports.compare = void 0;
	function compare(v1, v2) {
		return v1 < v2;
	}
	exports.compare = compare;
	function upperBound(array, value, comp = compare) {
		let len = array.length;
		let i = 0;
		while (len) {
			let diff = len >>> 1;
			let cursor = i + diff;
			if (comp(value, array[cursor])) len = diff;
			else {
				i = cursor + 1;
				len -= diff + 1;
			}
		}
		return i;
	}
	exports.upperBound = upperBound;
	function lowerBound(array, value, comp = compare) {
		let len = array.length;
		let i = 0;
		while (len) {
			let diff = len >>> 1;
			let cursor = i + diff;
			if (comp(array[cursor], value)) {
				i = cursor + 1;
				len -= diff + 1;
			} else len = diff;
		}
		return i;
	}
	exports.lowerBound = lowerBound;
	function binarySearch(array, value, comp = compare) {
		let cursor = lowerBound(array, value, comp);
		return cursor !== array.length && !comp(value, array[cursor]);
	}
	exports.binarySearch = binarySearch;
}));

// node_modules/structured-source/lib/structured-source.js
var require_structured_source = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	exports.StructuredSource = void 0;
	const boundary_1 = require_lib();
	/**
	* StructuredSource
	*/
	var StructuredSource = class {
		/**
		* @constructs StructuredSource
		* @param {string} source - source code text.
		*/
		constructor(source) {
			this.indice = [0];
			let regexp = /[\r\n\u2028\u2029]/g;
			const length = source.length;
			regexp.lastIndex = 0;
			while (true) {
				let result = regexp.exec(source);
				if (!result) break;
				let index = result.index;
				if (source.charCodeAt(index) === 13 && source.charCodeAt(index + 1) === 10) index += 1;
				let nextIndex = index + 1;
				if (length < nextIndex) break;
				this.indice.push(nextIndex);
				regexp.lastIndex = nextIndex;
			}
		}
		get line() {
			return this.indice.length;
		}
		/**
		* @param {SourceLocation} loc - location indicator.
		* @return {[ number, number ]} range.
		*/
		locationToRange(loc) {
			return [this.positionToIndex(loc.start), this.positionToIndex(loc.end)];
		}
		/**
		* @param {[ number, number ]} range - pair of indice.
		* @return {SourceLocation} location.
		*/
		rangeToLocation(range) {
			return {
				start: this.indexToPosition(range[0]),
				end: this.indexToPosition(range[1])
			};
		}
		/**
		* @param {SourcePosition} pos - position indicator.
		* @return {number} index.
		*/
		positionToIndex(pos) {
			return this.indice[pos.line - 1] + pos.column;
		}
		/**
		* @param {number} index - index to the source code.
		* @return {SourcePosition} position.
		*/
		indexToPosition(index) {
			const startLine = (0, boundary_1.upperBound)(this.indice, index);
			return {
				line: startLine,
				column: index - this.indice[startLine - 1]
			};
		}
	};
	exports.StructuredSource = StructuredSource;
}));

// node_modules/@secretlint/core/module/helper/invariant.js
var import_structured_source = require_structured_source();
/**
* Test if condition is truthy.
* @param {any} expression to be evaluated
* @param {string} error message to be shown
* @returns {void}
* @throws
*/
function invariant(condition, message) {
	if (!condition) throw new Error(message);
}

// node_modules/@secretlint/core/module/SecretLintSourceCodeImpl.js
/**
* This class represent of source code.
*/
var SecretLintSourceCodeImpl = class {
	hasBOM;
	content;
	filePath;
	physicalFilePath;
	contentType;
	ext;
	structuredSource;
	constructor({ content = "", ext, filePath, physicalFilePath, contentType }) {
		invariant(ext || filePath, "should be set either of fileExt or filePath.");
		this.hasBOM = content.charCodeAt(0) === 65279;
		this.content = this.hasBOM ? content.slice(1) : content;
		this.structuredSource = new import_structured_source.StructuredSource(this.content);
		this.filePath = filePath;
		this.physicalFilePath = physicalFilePath;
		this.contentType = contentType;
		this.ext = ext;
	}
	/**
	* get file path
	* This return `undefined` if the source code is created without file path.
	* For example, use core API to create a source code directly.
	*
	* You can use this path to detect file type.
	* However, if you want to read the file content, use `getPhysicalFilePath` instead.
	* @returns {string|undefined}
	*/
	getFilePath() {
		return this.filePath;
	}
	/**
	* get physical file path
	* This return `undefined` if the source code is not related to file.
	* For example, the source code is given from the stdin.
	*
	* You can use this path to read the file content.
	*/
	getPhysicalFilePath() {
		return this.physicalFilePath;
	}
	/**
	* @param {SecretLintSourceNodeLocation} loc - location indicator.
	* @return {[ number, number ]} range.
	*/
	locationToRange(loc) {
		return this.structuredSource.locationToRange(loc);
	}
	/**
	* @param {[ number, number ]} range - pair of indice.
	* @return {SecretLintSourceNodeLocation} location.
	*/
	rangeToLocation(range) {
		const location = this.structuredSource.rangeToLocation(range);
		return {
			start: {
				line: location.start.line,
				column: location.start.column
			},
			end: {
				line: location.end.line,
				column: location.end.column
			}
		};
	}
	/**
	* @param {Position} pos - position indicator.
	* @return {number} index.
	*/
	positionToIndex(pos) {
		return this.structuredSource.positionToIndex(pos);
	}
	/**
	* @param {number} index - index to the source code.
	* @return {Position} position.
	*/
	indexToPosition(index) {
		const position = this.structuredSource.indexToPosition(index);
		return {
			line: position.line,
			column: position.column
		};
	}
};

// node_modules/@secretlint/core/module/helper/promise-event-emitter.js
var EventEmitter = class {
	#listeners = /* @__PURE__ */ new Map();
	on(type, listener) {
		const listenerSet = this.#listeners.get(type) ?? /* @__PURE__ */ new Set();
		listenerSet?.add(listener);
		this.#listeners.set(type, listenerSet);
	}
	emit(type, ...args) {
		const listenerSet = this.#listeners.get(type);
		if (!listenerSet) return;
		for (const listenerSetElement of listenerSet) listenerSetElement(...args);
	}
	off(type, listener) {
		const listenerSet = this.#listeners.get(type);
		if (!listenerSet) return;
		for (const listenerSetElement of listenerSet) if (listenerSetElement === listener) listenerSet.delete(listener);
	}
	removeAllListeners() {
		this.#listeners.clear();
	}
	listenerCount(type) {
		return this.#listeners.get(type)?.size ?? 0;
	}
	listeners(type) {
		return Array.from(this.#listeners.get(type) ?? []);
	}
};
var PromiseEventEmitter = class {
	events;
	constructor() {
		this.events = new EventEmitter();
	}
	listenerCount(type) {
		return this.events.listenerCount(type);
	}
	on(event, listener) {
		return this.events.on(event, listener);
	}
	emit(event, ...args) {
		const promises = [];
		this.events.listeners(event).forEach((listener) => {
			promises.push(listener(...args));
		});
		return Promise.all(promises);
	}
};

// node_modules/@secretlint/core/module/helper/SecretLintRuleMessageTranslator.js
/**
* Default locale that is also fallback locale.
*/
const DEFAULT_LOCAL = "en";
const formatMessage = (messageHandler, props) => {
	if (typeof props !== "object" || props === null) return messageHandler();
	return messageHandler(props);
};
const getMatchedLocaleMessage = (locale, locales) => {
	const localKeys = Object.keys(locales);
	const matchLocale = localKeys.find((key) => {
		return key === locale;
	});
	if (matchLocale) return matchLocale;
	const [lang] = locale.split("-");
	if (!lang) return DEFAULT_LOCAL;
	const fallbackMatchLocal = localKeys.find((key) => {
		return key === lang;
	});
	if (fallbackMatchLocal) return fallbackMatchLocal;
	return DEFAULT_LOCAL;
};
const createTranslator = (messages, options) => {
	return (messageId, props) => {
		const messageHandler = messages[messageId];
		if (!messageHandler) throw new Error(`messages:${String(messageId)} is missing in messages.`);
		if (typeof messageHandler === "function") {
			if (typeof messageId !== "string") throw new Error(`message's key:${String(messageId)} should be string`);
			return {
				message: formatMessage(messageHandler, props),
				messageId,
				data: props
			};
		}
		const defaultLocal = options && options.defaultLocale ? options.defaultLocale : DEFAULT_LOCAL;
		const locale = getMatchedLocaleMessage(defaultLocal, messageHandler);
		const localizedMessage = messageHandler[locale];
		if (!localizedMessage) {
			if (messageHandler[DEFAULT_LOCAL]) throw new Error(`messages${String(messageId)}.${locale} is missing in messages.`);
			throw new Error(`message's key:${String(messageId)}.${DEFAULT_LOCAL} should be defined in messages.`);
		}
		if (typeof messageId !== "string") throw new Error(`message's key:${String(messageId)}.${DEFAULT_LOCAL} should be string`);
		return {
			message: formatMessage(localizedMessage, props),
			messageId,
			data: props
		};
	};
};

// node_modules/@secretlint/core/module/RuleContext.js
const createContextEvents = () => {
	const contextEvents = new EventEmitter();
	const REPORT_SYMBOL = Symbol("report");
	const IGNORE_SYMBOL = Symbol("ignore");
	return {
		report(descriptor) {
			contextEvents.emit(REPORT_SYMBOL, descriptor);
		},
		onReport(handler) {
			const listener = (descriptor) => {
				handler(descriptor);
			};
			contextEvents.on(REPORT_SYMBOL, listener);
			return () => {
				contextEvents.off(REPORT_SYMBOL, listener);
			};
		},
		ignore(descriptor) {
			contextEvents.emit(IGNORE_SYMBOL, descriptor);
		},
		onIgnore(handler) {
			const listener = (descriptor) => {
				handler(descriptor);
			};
			contextEvents.on(IGNORE_SYMBOL, listener);
			return () => {
				contextEvents.off(IGNORE_SYMBOL, listener);
			};
		}
	};
};
const createRuleContext = ({ ruleId, ruleParentId, meta, severity, sourceCode, contextEvents, sharedOptions, locale }) => {
	return {
		sharedOptions,
		createTranslator: (messages) => {
			return createTranslator(messages, { defaultLocale: locale });
		},
		ignore(descriptor) {
			const { message } = descriptor.message;
			contextEvents.ignore({
				type: "ignore",
				ruleId,
				ruleParentId,
				range: descriptor.range,
				targetRuleId: descriptor.targetRuleId,
				loc: sourceCode.rangeToLocation(descriptor.range),
				message
			});
		},
		report(descriptor) {
			const { message, messageId, data } = descriptor.message;
			const severityLevel = severity ?? "error";
			if (ruleParentId) contextEvents.report({
				...descriptor,
				type: "message",
				ruleId,
				ruleParentId,
				loc: sourceCode.rangeToLocation(descriptor.range),
				severity: severityLevel,
				message,
				messageId,
				docsUrl: meta.docs?.url ? `${meta.docs.url}#${messageId}` : void 0,
				data
			});
			else contextEvents.report({
				...descriptor,
				type: "message",
				ruleId,
				loc: sourceCode.rangeToLocation(descriptor.range),
				severity: severityLevel,
				message,
				messageId,
				docsUrl: meta.docs?.url ? `${meta.docs.url}#${messageId}` : void 0,
				data
			});
		}
	};
};

// node_modules/@secretlint/core/module/SecretLintRuleImpl.js
var SecretLintRule = class {
	ruleReportHandle;
	ruleCreator;
	descriptorRule;
	constructor({ descriptorRule, context }) {
		this.descriptorRule = descriptorRule;
		this.ruleCreator = descriptorRule.rule;
		const ruleCreatorOptions = descriptorRule.options || {};
		this.ruleReportHandle = this.ruleCreator.create(context, ruleCreatorOptions);
	}
	allowMessageIds() {
		if (!this.descriptorRule.allowMessageIds) return [];
		const ruleId = this.ruleCreator.meta.id;
		return this.descriptorRule.allowMessageIds.map((allowMessageId) => {
			return {
				messageId: allowMessageId,
				ruleId
			};
		});
	}
	supportSourceCode(sourceCode) {
		const contentType = sourceCode.contentType;
		if (contentType === "unknown") return true;
		if (this.ruleCreator.meta.supportedContentTypes.includes("all")) return true;
		return this.ruleCreator.meta.supportedContentTypes.includes(contentType);
	}
	async file(source) {
		const file = this.ruleReportHandle.file;
		if (!file) return;
		return file(source);
	}
};

// node_modules/@secretlint/profiler/module/index.js
var SecretLintProfiler = class {
	perf;
	PerformanceObserver;
	observer;
	/**
	* Profiling costs performance.
	* `performance.mark()` and `PerformanceObserver` callback are called for each rule and each file.
	* So, the profiler should be disabled if the user does not need the profiling result.
	* https://github.com/secretlint/secretlint/issues/1633
	*/
	enabled;
	entries = [];
	measures = [];
	/**
	* Set of mark names that have already been marked as `{mark}::start`
	*/
	startMarkNames = /* @__PURE__ */ new Set();
	executionPromises = [];
	constructor(options) {
		this.perf = options.perf;
		this.PerformanceObserver = options.PerformanceObserver;
		this.enabled = options.enabled ?? true;
	}
	get isEnabled() {
		return this.enabled;
	}
	/**
	* Enable or Disable the profiler.
	* If the profiler is disabled, `mark()` does nothing and collected entries are cleared.
	* @param enabled
	*/
	setEnabled(enabled) {
		if (this.enabled === enabled) return;
		this.enabled = enabled;
		if (!enabled) this.stopObserving();
	}
	startObserving() {
		const pattern = /(.*?)::end(\|\|.*)?/;
		const observer = new this.PerformanceObserver((items) => {
			if (!this.enabled) return;
			items.getEntries().forEach((entry) => {
				if (entry.entryType === "mark") {
					const match = entry.name.match(pattern);
					const endIdentifier = match ? match[1] : void 0;
					const suffix = match && match[2] ? match[2] : "";
					if (endIdentifier) {
						const startMarkName = `${endIdentifier}::start${suffix}`;
						if (this.startMarkNames.has(startMarkName)) this.executionPromises.push(Promise.resolve().then(() => {
							this.perf.measure(endIdentifier + suffix, startMarkName, entry.name);
						}));
					} else this.startMarkNames.add(entry.name);
					this.entries.push(entry);
				} else if (entry.entryType === "measure") this.measures.push(entry);
			});
		});
		observer.observe({ entryTypes: ["mark", "measure"] });
		this.observer = observer;
	}
	stopObserving() {
		this.observer?.disconnect();
		this.observer = void 0;
		this.entries.length = 0;
		this.measures.length = 0;
		this.executionPromises.length = 0;
		this.startMarkNames.clear();
	}
	mark(marker) {
		if (!this.enabled) return;
		if (!this.observer) this.startObserving();
		if ("id" in marker) this.perf.mark(`${marker.type}||${marker.id}`);
		else this.perf.mark(marker.type);
	}
	waifForExecutionPromises = () => {
		return Promise.all(this.executionPromises).finally(() => {
			this.executionPromises.length = 0;
		});
	};
	async getEntries() {
		await this.waifForExecutionPromises();
		return this.entries;
	}
	async getMeasures() {
		await this.waifForExecutionPromises();
		return this.measures;
	}
};

// node_modules/@secretlint/profiler/module/node.js
var NullPerformanceObserver = class {
	disconnect() {}
	observe(_options) {}
};
const secretLintProfiler = new SecretLintProfiler({
	perf: perf_hooks.performance,
	PerformanceObserver: perf_hooks.PerformanceObserver ? perf_hooks.PerformanceObserver : NullPerformanceObserver
});

// node_modules/@secretlint/core/module/RunningEvents.js
const createRunningEvents = () => {
	const contextEvents = new PromiseEventEmitter();
	const registerSet = /* @__PURE__ */ new Set();
	const LINT_HANDLE = Symbol("lint:start");
	const rules = [];
	return {
		collectAllowMessageIds() {
			const allowMessageIds = [];
			rules.forEach((rule) => {
				allowMessageIds.push(...rule.allowMessageIds());
			});
			return allowMessageIds;
		},
		/**
		* Start to run linting
		* @param options
		*/
		runLint(options) {
			return contextEvents.emit(LINT_HANDLE, options);
		},
		registerRule({ descriptorRule, context }) {
			if (registerSet.has(descriptorRule.id)) throw new Error(`rule.id:${descriptorRule.id} is already registered.
                
Duplicated rule.id is something wrong in .secretlintrc.                
`);
			registerSet.add(descriptorRule.id);
			const rule = new SecretLintRule({
				descriptorRule,
				context
			});
			rules.push(rule);
			contextEvents.on(LINT_HANDLE, async ({ sourceCode }) => {
				secretLintProfiler.mark({
					type: "@core>rule-handler::start",
					id: descriptorRule.rule.meta.id
				});
				if (rule.supportSourceCode(sourceCode)) await rule.file(sourceCode);
				secretLintProfiler.mark({
					type: "@core>rule-handler::end",
					id: descriptorRule.rule.meta.id
				});
			});
		},
		registerRulePreset({ descriptorRulePreset, context }) {
			const rulePresetCreatorOptions = descriptorRulePreset.options || [];
			descriptorRulePreset.rule.create(context, rulePresetCreatorOptions);
		},
		isRegistered(ruleId) {
			return registerSet.has(ruleId);
		}
	};
};

// node_modules/@secretlint/core/module/RulePresetContext.js
/**
* Create a context for Rule Preset
*/
const createRulePresetContext = ({ configRulePreset, sourceCode, runningEvents, contextEvents, sharedOptions, locale }) => {
	const presetRules = configRulePreset.rules || [];
	if (!Array.isArray(presetRules)) {
		console.error(`${configRulePreset.id}:PresetRules is invalid format`, presetRules);
		throw new Error("preset's rules should be an array of rule definitions");
	}
	return {
		sharedOptions,
		registerRule(rule, defaultValue) {
			const descriptorRule = presetRules.find((descriptorRule) => {
				return descriptorRule.id === rule.meta.id;
			});
			const descriptorRuleOptions = descriptorRule ? descriptorRule.options : void 0;
			const descriptorRuleDisabled = descriptorRule ? descriptorRule.disabled : void 0;
			const descriptorRuleSeverity = descriptorRule ? descriptorRule.severity : void 0;
			const descriptorAllowMessageIds = descriptorRule ? descriptorRule.allowMessageIds : void 0;
			const context = createRuleContext({
				ruleId: rule.meta.id,
				ruleParentId: configRulePreset.id,
				meta: rule.meta,
				severity: descriptorRuleSeverity,
				sourceCode,
				contextEvents,
				sharedOptions,
				locale
			});
			const defaultValueOfPreset = defaultValue ? defaultValue : {};
			runningEvents.registerRule({
				descriptorRule: {
					...defaultValueOfPreset,
					...descriptorRule,
					id: rule.meta.id,
					options: descriptorRuleOptions,
					rule,
					disabled: descriptorRuleDisabled,
					allowMessageIds: descriptorAllowMessageIds,
					severity: descriptorRuleSeverity
				},
				context
			});
		}
	};
};

// node_modules/@secretlint/core/module/messages/filter-ignored-process.js
/**
* the `index` is in the `range` and return true.
* @param {Number} index
* @param {Number[]} range
* @returns {boolean}
*/
const isContainedRange = (index, range) => {
	const [start, end] = range;
	return start <= index && index <= end;
};
/**
* filter messages by ignore messages
*/
function filterIgnoredMessages(options) {
	const reportedMessages = options.reportedMessages;
	const ignoreMessages = options.ignoredMessages;
	return reportedMessages.filter((message) => {
		return !ignoreMessages.some((ignoreMessage) => {
			const isInIgnoringRange = isContainedRange(message.range[0], ignoreMessage.range) && isContainedRange(message.range[1], ignoreMessage.range);
			if (isInIgnoringRange && ignoreMessage.targetRuleId) {
				if (ignoreMessage.targetRuleId === "*") return true;
				return message.ruleId === ignoreMessage.targetRuleId;
			}
			return isInIgnoringRange;
		});
	});
}

// node_modules/@secretlint/core/module/messages/MessageProcessManager.js
const createMessageProcessor = (processors) => {
	return { 
	/**
	* process `messages` with registered processes
	*/
process(messages) {
		const originalMessages = messages;
		if (processors.length === 0) throw new Error("processors should be > 0");
		return processors.reduce((messages, filter) => {
			return filter(messages);
		}, originalMessages);
	} };
};

// node_modules/@secretlint/core/module/messages/filter-duplicated-process.js
/**
* equal message
*/
const isEqualMessage = (aMessage, bMessage) => {
	return aMessage.range[0] === bMessage.range[0] && aMessage.range[1] === bMessage.range[1] && "severity" in aMessage && "severity" in bMessage && aMessage.severity === bMessage.severity && aMessage.message === bMessage.message;
};
/**
* filter duplicated messages
*/
function filterDuplicatedMessages(messages = []) {
	return messages.filter((message, index) => {
		return !messages.slice(index + 1).some((restMessage) => {
			return isEqualMessage(message, restMessage);
		});
	});
}

// node_modules/@secretlint/core/module/messages/sort-messages-process.js
/**
* sort messages by line and column
*/
function sortMessagesByLocation(messages) {
	return messages.sort(function(a, b) {
		const startIndexDiff = a.range[0] - b.range[0];
		if (startIndexDiff === 0) return a.range[1] - b.range[1];
		else return startIndexDiff;
	});
}

// node_modules/@secretlint/core/module/messages/filter-message-id.js
const filterByAllowMessageIds = (messages, allowMessageIds) => {
	const disabledSet = new Set(allowMessageIds.map((allowMessage) => {
		return `${allowMessage.ruleId}--${allowMessage.messageId}`;
	}));
	return messages.filter((message) => {
		return !disabledSet.has(`${message.ruleId}--${message.messageId}`);
	});
};

// node_modules/@secretlint/core/module/messages/filter-mask-secrets.js
const deepMask = (object, handler) => {
	for (const key of Object.keys(object)) if (typeof object[key] === "object") object[key] = deepMask(object[key], handler);
	else if (Array.isArray(object[key])) object[key] = object[key].map((item) => deepMask(item, handler));
	else if (typeof object[key] === "string") object[key] = handler(object[key]);
	return object;
};
const createMaskValue = (value) => {
	return "*".repeat(value.length);
};
/**
* = Masking logics
* secretlint mask simple string replacement.
* If a secretlint rule report `"TOKEN_STRING"` as message data, replace all `TOKEN_STRING` with `**********` in messages.
* ```
* context.report({
*   message: t("MESSAGE", {
*       TOKEN: "TOKEN_STRING", // => replace all "TOKEN_STRING" with  `**********`.
*   }),
*   range,
* });
* ```
* This logics may includes false-positve.
* This is similar to CI logs like Travis CI or GitHub Actions.
* @param str
* @param maskedValues
*/
const maskWithValues = (str, maskedValues) => {
	let result = str;
	for (const maskValue of maskedValues) result = result.replaceAll(maskValue, "*".repeat(maskValue.length));
	return result;
};
const filterMaskSecretsData = (messages = []) => {
	return messages.map((message) => {
		if (message.type !== "message") return message;
		const maskedValues = [];
		const maskedData = message.data ? deepMask(message.data, (value) => {
			maskedValues.push(value);
			return createMaskValue(value);
		}) : void 0;
		if (!maskedData) return message;
		const maskedMessage = maskWithValues(message.message, maskedValues);
		return {
			...message,
			message: maskedMessage,
			data: maskedData
		};
	});
};

// node_modules/@secretlint/core/module/messages/index.js
/**
* Post cleanup messages
* - filter ignored range
* - filter disabled message
* - [masSecrets] mask secrets message
* - filter duplicated messages
* - sort messages by range
* @param options
*/
const cleanupMessages = (options) => {
	const reportedMessages = filterIgnoredMessages(options);
	const reportedMessagesWithoutAllowMessageIds = filterByAllowMessageIds(reportedMessages, options.allowMessageIds);
	const filters = options.maskSecrets ? [filterDuplicatedMessages, filterMaskSecretsData] : [filterDuplicatedMessages];
	const filterProcess = createMessageProcessor(filters);
	return sortMessagesByLocation(filterProcess.process(reportedMessagesWithoutAllowMessageIds));
};

// node_modules/ms/index.js
var require_ms = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Helpers.
	*/
	var s = 1e3;
	var m = s * 60;
	var h = m * 60;
	var d = h * 24;
	var w = d * 7;
	var y = d * 365.25;
	/**
	* Parse or format the given `val`.
	*
	* Options:
	*
	*  - `long` verbose formatting [false]
	*
	* @param {String|Number} val
	* @param {Object} [options]
	* @throws {Error} throw an error if val is not a non-empty string or a number
	* @return {String|Number}
	* @api public
	*/
	module.exports = function(val, options) {
		options = options || {};
		var type = typeof val;
		if (type === "string" && val.length > 0) return parse(val);
		else if (type === "number" && isFinite(val)) return options.long ? fmtLong(val) : fmtShort(val);
		throw new Error("val is not a non-empty string or a valid number. val=" + JSON.stringify(val));
	};
	/**
	* Parse the given `str` and return milliseconds.
	*
	* @param {String} str
	* @return {Number}
	* @api private
	*/
	function parse(str) {
		str = String(str);
		if (str.length > 100) return;
		var match = /^(-?(?:\d+)?\.?\d+) *(milliseconds?|msecs?|ms|seconds?|secs?|s|minutes?|mins?|m|hours?|hrs?|h|days?|d|weeks?|w|years?|yrs?|y)?$/i.exec(str);
		if (!match) return;
		var n = parseFloat(match[1]);
		switch ((match[2] || "ms").toLowerCase()) {
			case "years":
			case "year":
			case "yrs":
			case "yr":
			case "y": return n * y;
			case "weeks":
			case "week":
			case "w": return n * w;
			case "days":
			case "day":
			case "d": return n * d;
			case "hours":
			case "hour":
			case "hrs":
			case "hr":
			case "h": return n * h;
			case "minutes":
			case "minute":
			case "mins":
			case "min":
			case "m": return n * m;
			case "seconds":
			case "second":
			case "secs":
			case "sec":
			case "s": return n * s;
			case "milliseconds":
			case "millisecond":
			case "msecs":
			case "msec":
			case "ms": return n;
			default: return;
		}
	}
	/**
	* Short format for `ms`.
	*
	* @param {Number} ms
	* @return {String}
	* @api private
	*/
	function fmtShort(ms) {
		var msAbs = Math.abs(ms);
		if (msAbs >= d) return Math.round(ms / d) + "d";
		if (msAbs >= h) return Math.round(ms / h) + "h";
		if (msAbs >= m) return Math.round(ms / m) + "m";
		if (msAbs >= s) return Math.round(ms / s) + "s";
		return ms + "ms";
	}
	/**
	* Long format for `ms`.
	*
	* @param {Number} ms
	* @return {String}
	* @api private
	*/
	function fmtLong(ms) {
		var msAbs = Math.abs(ms);
		if (msAbs >= d) return plural(ms, msAbs, d, "day");
		if (msAbs >= h) return plural(ms, msAbs, h, "hour");
		if (msAbs >= m) return plural(ms, msAbs, m, "minute");
		if (msAbs >= s) return plural(ms, msAbs, s, "second");
		return ms + " ms";
	}
	/**
	* Pluralization helper.
	*/
	function plural(ms, msAbs, n, name) {
		var isPlural = msAbs >= n * 1.5;
		return Math.round(ms / n) + " " + name + (isPlural ? "s" : "");
	}
}));

// node_modules/debug/src/common.js
var require_common = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* This is the common logic for both the Node.js and web browser
	* implementations of `debug()`.
	*/
	function setup(env) {
		createDebug.debug = createDebug;
		createDebug.default = createDebug;
		createDebug.coerce = coerce;
		createDebug.disable = disable;
		createDebug.enable = enable;
		createDebug.enabled = enabled;
		createDebug.humanize = require_ms();
		createDebug.destroy = destroy;
		Object.keys(env).forEach((key) => {
			createDebug[key] = env[key];
		});
		/**
		* The currently active debug mode names, and names to skip.
		*/
		createDebug.names = [];
		createDebug.skips = [];
		/**
		* Map of special "%n" handling functions, for the debug "format" argument.
		*
		* Valid key names are a single, lower or upper-case letter, i.e. "n" and "N".
		*/
		createDebug.formatters = {};
		/**
		* Selects a color for a debug namespace
		* @param {String} namespace The namespace string for the debug instance to be colored
		* @return {Number|String} An ANSI color code for the given namespace
		* @api private
		*/
		function selectColor(namespace) {
			let hash = 0;
			for (let i = 0; i < namespace.length; i++) {
				hash = (hash << 5) - hash + namespace.charCodeAt(i);
				hash |= 0;
			}
			return createDebug.colors[Math.abs(hash) % createDebug.colors.length];
		}
		createDebug.selectColor = selectColor;
		/**
		* Create a debugger with the given `namespace`.
		*
		* @param {String} namespace
		* @return {Function}
		* @api public
		*/
		function createDebug(namespace) {
			let prevTime;
			let enableOverride = null;
			let namespacesCache;
			let enabledCache;
			function debug(...args) {
				if (!debug.enabled) return;
				const self = debug;
				const curr = Number(/* @__PURE__ */ new Date());
				self.diff = curr - (prevTime || curr);
				self.prev = prevTime;
				self.curr = curr;
				prevTime = curr;
				args[0] = createDebug.coerce(args[0]);
				if (typeof args[0] !== "string") args.unshift("%O");
				let index = 0;
				args[0] = args[0].replace(/%([a-zA-Z%])/g, (match, format) => {
					if (match === "%%") return "%";
					index++;
					const formatter = createDebug.formatters[format];
					if (typeof formatter === "function") {
						const val = args[index];
						match = formatter.call(self, val);
						args.splice(index, 1);
						index--;
					}
					return match;
				});
				createDebug.formatArgs.call(self, args);
				(self.log || createDebug.log).apply(self, args);
			}
			debug.namespace = namespace;
			debug.useColors = createDebug.useColors();
			debug.color = createDebug.selectColor(namespace);
			debug.extend = extend;
			debug.destroy = createDebug.destroy;
			Object.defineProperty(debug, "enabled", {
				enumerable: true,
				configurable: false,
				get: () => {
					if (enableOverride !== null) return enableOverride;
					if (namespacesCache !== createDebug.namespaces) {
						namespacesCache = createDebug.namespaces;
						enabledCache = createDebug.enabled(namespace);
					}
					return enabledCache;
				},
				set: (v) => {
					enableOverride = v;
				}
			});
			if (typeof createDebug.init === "function") createDebug.init(debug);
			return debug;
		}
		function extend(namespace, delimiter) {
			const newDebug = createDebug(this.namespace + (typeof delimiter === "undefined" ? ":" : delimiter) + namespace);
			newDebug.log = this.log;
			return newDebug;
		}
		/**
		* Enables a debug mode by namespaces. This can include modes
		* separated by a colon and wildcards.
		*
		* @param {String} namespaces
		* @api public
		*/
		function enable(namespaces) {
			createDebug.save(namespaces);
			createDebug.namespaces = namespaces;
			createDebug.names = [];
			createDebug.skips = [];
			const split = (typeof namespaces === "string" ? namespaces : "").trim().replace(/\s+/g, ",").split(",").filter(Boolean);
			for (const ns of split) if (ns[0] === "-") createDebug.skips.push(ns.slice(1));
			else createDebug.names.push(ns);
		}
		/**
		* Checks if the given string matches a namespace template, honoring
		* asterisks as wildcards.
		*
		* @param {String} search
		* @param {String} template
		* @return {Boolean}
		*/
		function matchesTemplate(search, template) {
			let searchIndex = 0;
			let templateIndex = 0;
			let starIndex = -1;
			let matchIndex = 0;
			while (searchIndex < search.length) if (templateIndex < template.length && (template[templateIndex] === search[searchIndex] || template[templateIndex] === "*")) {
				if (template[templateIndex] === "*") {
					starIndex = templateIndex;
					matchIndex = searchIndex;
					templateIndex++;
				} else {
					searchIndex++;
					templateIndex++;
				}
			} else if (starIndex !== -1) {
				templateIndex = starIndex + 1;
				matchIndex++;
				searchIndex = matchIndex;
			} else return false;
			while (templateIndex < template.length && template[templateIndex] === "*") templateIndex++;
			return templateIndex === template.length;
		}
		/**
		* Disable debug output.
		*
		* @return {String} namespaces
		* @api public
		*/
		function disable() {
			const namespaces = [...createDebug.names, ...createDebug.skips.map((namespace) => "-" + namespace)].join(",");
			createDebug.enable("");
			return namespaces;
		}
		/**
		* Returns true if the given mode name is enabled, false otherwise.
		*
		* @param {String} name
		* @return {Boolean}
		* @api public
		*/
		function enabled(name) {
			for (const skip of createDebug.skips) if (matchesTemplate(name, skip)) return false;
			for (const ns of createDebug.names) if (matchesTemplate(name, ns)) return true;
			return false;
		}
		/**
		* Coerce `val`.
		*
		* @param {Mixed} val
		* @return {Mixed}
		* @api private
		*/
		function coerce(val) {
			if (val instanceof Error) return val.stack || val.message;
			return val;
		}
		/**
		* XXX DO NOT USE. This is a temporary stub function.
		* XXX It WILL be removed in the next major release.
		*/
		function destroy() {
			console.warn("Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.");
		}
		createDebug.enable(createDebug.load());
		return createDebug;
	}
	module.exports = setup;
}));

// node_modules/debug/src/browser.js
var require_browser = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* This is the web browser implementation of `debug()`.
	*/
	exports.formatArgs = formatArgs;
	exports.save = save;
	exports.load = load;
	exports.useColors = useColors;
	exports.storage = localstorage();
	exports.destroy = (() => {
		let warned = false;
		return () => {
			if (!warned) {
				warned = true;
				console.warn("Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.");
			}
		};
	})();
	/**
	* Colors.
	*/
	exports.colors = [
		"#0000CC",
		"#0000FF",
		"#0033CC",
		"#0033FF",
		"#0066CC",
		"#0066FF",
		"#0099CC",
		"#0099FF",
		"#00CC00",
		"#00CC33",
		"#00CC66",
		"#00CC99",
		"#00CCCC",
		"#00CCFF",
		"#3300CC",
		"#3300FF",
		"#3333CC",
		"#3333FF",
		"#3366CC",
		"#3366FF",
		"#3399CC",
		"#3399FF",
		"#33CC00",
		"#33CC33",
		"#33CC66",
		"#33CC99",
		"#33CCCC",
		"#33CCFF",
		"#6600CC",
		"#6600FF",
		"#6633CC",
		"#6633FF",
		"#66CC00",
		"#66CC33",
		"#9900CC",
		"#9900FF",
		"#9933CC",
		"#9933FF",
		"#99CC00",
		"#99CC33",
		"#CC0000",
		"#CC0033",
		"#CC0066",
		"#CC0099",
		"#CC00CC",
		"#CC00FF",
		"#CC3300",
		"#CC3333",
		"#CC3366",
		"#CC3399",
		"#CC33CC",
		"#CC33FF",
		"#CC6600",
		"#CC6633",
		"#CC9900",
		"#CC9933",
		"#CCCC00",
		"#CCCC33",
		"#FF0000",
		"#FF0033",
		"#FF0066",
		"#FF0099",
		"#FF00CC",
		"#FF00FF",
		"#FF3300",
		"#FF3333",
		"#FF3366",
		"#FF3399",
		"#FF33CC",
		"#FF33FF",
		"#FF6600",
		"#FF6633",
		"#FF9900",
		"#FF9933",
		"#FFCC00",
		"#FFCC33"
	];
	/**
	* Currently only WebKit-based Web Inspectors, Firefox >= v31,
	* and the Firebug extension (any Firefox version) are known
	* to support "%c" CSS customizations.
	*
	* TODO: add a `localStorage` variable to explicitly enable/disable colors
	*/
	function useColors() {
		if (typeof window !== "undefined" && window.process && (window.process.type === "renderer" || window.process.__nwjs)) return true;
		if (typeof navigator !== "undefined" && navigator.userAgent && navigator.userAgent.toLowerCase().match(/(edge|trident)\/(\d+)/)) return false;
		let m;
		return typeof document !== "undefined" && document.documentElement && document.documentElement.style && document.documentElement.style.WebkitAppearance || typeof window !== "undefined" && window.console && (window.console.firebug || window.console.exception && window.console.table) || typeof navigator !== "undefined" && navigator.userAgent && (m = navigator.userAgent.toLowerCase().match(/firefox\/(\d+)/)) && parseInt(m[1], 10) >= 31 || typeof navigator !== "undefined" && navigator.userAgent && navigator.userAgent.toLowerCase().match(/applewebkit\/(\d+)/);
	}
	/**
	* Colorize log arguments if enabled.
	*
	* @api public
	*/
	function formatArgs(args) {
		args[0] = (this.useColors ? "%c" : "") + this.namespace + (this.useColors ? " %c" : " ") + args[0] + (this.useColors ? "%c " : " ") + "+" + module.exports.humanize(this.diff);
		if (!this.useColors) return;
		const c = "color: " + this.color;
		args.splice(1, 0, c, "color: inherit");
		let index = 0;
		let lastC = 0;
		args[0].replace(/%[a-zA-Z%]/g, (match) => {
			if (match === "%%") return;
			index++;
			if (match === "%c") lastC = index;
		});
		args.splice(lastC, 0, c);
	}
	/**
	* Invokes `console.debug()` when available.
	* No-op when `console.debug` is not a "function".
	* If `console.debug` is not available, falls back
	* to `console.log`.
	*
	* @api public
	*/
	exports.log = console.debug || console.log || (() => {});
	/**
	* Save `namespaces`.
	*
	* @param {String} namespaces
	* @api private
	*/
	function save(namespaces) {
		try {
			if (namespaces) exports.storage.setItem("debug", namespaces);
			else exports.storage.removeItem("debug");
		} catch (error) {}
	}
	/**
	* Load `namespaces`.
	*
	* @return {String} returns the previously persisted debug modes
	* @api private
	*/
	function load() {
		let r;
		try {
			r = exports.storage.getItem("debug") || exports.storage.getItem("DEBUG");
		} catch (error) {}
		if (!r && typeof process !== "undefined" && "env" in process) r = process.env.DEBUG;
		return r;
	}
	/**
	* Localstorage attempts to return the localstorage.
	*
	* This is necessary because safari throws
	* when a user disables cookies/localstorage
	* and you attempt to access it.
	*
	* @return {LocalStorage}
	* @api private
	*/
	function localstorage() {
		try {
			return localStorage;
		} catch (error) {}
	}
	module.exports = require_common()(exports);
	const { formatters } = module.exports;
	/**
	* Map %j to `JSON.stringify()`, since no Web Inspectors do that by default.
	*/
	formatters.j = function(v) {
		try {
			return JSON.stringify(v);
		} catch (error) {
			return "[UnexpectedJSONParseError]: " + error.message;
		}
	};
}));

// node_modules/debug/src/node.js
var require_node = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Module dependencies.
	*/
	const tty = __require("tty");
	const util = __require("util");
	/**
	* This is the Node.js implementation of `debug()`.
	*/
	exports.init = init;
	exports.log = log;
	exports.formatArgs = formatArgs;
	exports.save = save;
	exports.load = load;
	exports.useColors = useColors;
	exports.destroy = util.deprecate(() => {}, "Instance method `debug.destroy()` is deprecated and no longer does anything. It will be removed in the next major version of `debug`.");
	/**
	* Colors.
	*/
	exports.colors = [
		6,
		2,
		3,
		4,
		5,
		1
	];
	try {
		const supportsColor = __require("supports-color");
		if (supportsColor && (supportsColor.stderr || supportsColor).level >= 2) exports.colors = [
			20,
			21,
			26,
			27,
			32,
			33,
			38,
			39,
			40,
			41,
			42,
			43,
			44,
			45,
			56,
			57,
			62,
			63,
			68,
			69,
			74,
			75,
			76,
			77,
			78,
			79,
			80,
			81,
			92,
			93,
			98,
			99,
			112,
			113,
			128,
			129,
			134,
			135,
			148,
			149,
			160,
			161,
			162,
			163,
			164,
			165,
			166,
			167,
			168,
			169,
			170,
			171,
			172,
			173,
			178,
			179,
			184,
			185,
			196,
			197,
			198,
			199,
			200,
			201,
			202,
			203,
			204,
			205,
			206,
			207,
			208,
			209,
			214,
			215,
			220,
			221
		];
	} catch (error) {}
	/**
	* Build up the default `inspectOpts` object from the environment variables.
	*
	*   $ DEBUG_COLORS=no DEBUG_DEPTH=10 DEBUG_SHOW_HIDDEN=enabled node script.js
	*/
	exports.inspectOpts = Object.keys(process.env).filter((key) => {
		return /^debug_/i.test(key);
	}).reduce((obj, key) => {
		const prop = key.substring(6).toLowerCase().replace(/_([a-z])/g, (_, k) => {
			return k.toUpperCase();
		});
		let val = process.env[key];
		if (/^(yes|on|true|enabled)$/i.test(val)) val = true;
		else if (/^(no|off|false|disabled)$/i.test(val)) val = false;
		else if (val === "null") val = null;
		else val = Number(val);
		obj[prop] = val;
		return obj;
	}, {});
	/**
	* Is stdout a TTY? Colored output is enabled when `true`.
	*/
	function useColors() {
		return "colors" in exports.inspectOpts ? Boolean(exports.inspectOpts.colors) : tty.isatty(process.stderr.fd);
	}
	/**
	* Adds ANSI color escape codes if enabled.
	*
	* @api public
	*/
	function formatArgs(args) {
		const { namespace: name, useColors } = this;
		if (useColors) {
			const c = this.color;
			const colorCode = "\x1B[3" + (c < 8 ? c : "8;5;" + c);
			const prefix = `  ${colorCode};1m${name} \u001B[0m`;
			args[0] = prefix + args[0].split("\n").join("\n" + prefix);
			args.push(colorCode + "m+" + module.exports.humanize(this.diff) + "\x1B[0m");
		} else args[0] = getDate() + name + " " + args[0];
	}
	function getDate() {
		if (exports.inspectOpts.hideDate) return "";
		return (/* @__PURE__ */ new Date()).toISOString() + " ";
	}
	/**
	* Invokes `util.formatWithOptions()` with the specified arguments and writes to stderr.
	*/
	function log(...args) {
		return process.stderr.write(util.formatWithOptions(exports.inspectOpts, ...args) + "\n");
	}
	/**
	* Save `namespaces`.
	*
	* @param {String} namespaces
	* @api private
	*/
	function save(namespaces) {
		if (namespaces) process.env.DEBUG = namespaces;
		else delete process.env.DEBUG;
	}
	/**
	* Load `namespaces`.
	*
	* @return {String} returns the previously persisted debug modes
	* @api private
	*/
	function load() {
		return process.env.DEBUG;
	}
	/**
	* Init logic for `debug` instances.
	*
	* Create a new `inspectOpts` object in case `useColors` is set
	* differently for a particular `debug` instance.
	*/
	function init(debug) {
		debug.inspectOpts = {};
		const keys = Object.keys(exports.inspectOpts);
		for (let i = 0; i < keys.length; i++) debug.inspectOpts[keys[i]] = exports.inspectOpts[keys[i]];
	}
	module.exports = require_common()(exports);
	const { formatters } = module.exports;
	/**
	* Map %o to `util.inspect()`, all on a single line.
	*/
	formatters.o = function(v) {
		this.inspectOpts.colors = this.useColors;
		return util.inspect(v, this.inspectOpts).split("\n").map((str) => str.trim()).join(" ");
	};
	/**
	* Map %O to `util.inspect()`, allowing multiple lines if needed.
	*/
	formatters.O = function(v) {
		this.inspectOpts.colors = this.useColors;
		return util.inspect(v, this.inspectOpts);
	};
}));

// node_modules/debug/src/index.js
var require_src = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* Detect Electron renderer / nwjs process, which is node, but we should
	* treat as a browser.
	*/
	if (typeof process === "undefined" || process.type === "renderer" || process.browser === true || process.__nwjs) module.exports = require_browser();
	else module.exports = require_node();
}));

// node_modules/@secretlint/core/module/index.js
var import_src = /* @__PURE__ */ __toESM(require_src(), 1);
const debug = (0, import_src.default)("@secretlint/core");
const lintSource = ({ source, options }) => {
	secretLintProfiler.mark({
		type: "@core>lint::start",
		id: source.filePath
	});
	debug(`source filePath: %O`, source.filePath);
	debug(`options: %O`, options);
	const rules = options.config.rules;
	const locale = options.locale ?? "en";
	const maskSecrets = options.maskSecrets ?? false;
	const contextEvents = createContextEvents();
	const runningEvents = createRunningEvents();
	const reportedMessages = [];
	const ignoredMessages = [];
	contextEvents.onReport((message) => {
		reportedMessages.push(message);
	});
	contextEvents.onIgnore((message) => {
		ignoredMessages.push(message);
	});
	const sourceCode = new SecretLintSourceCodeImpl({
		content: source.content,
		filePath: source.filePath,
		physicalFilePath: options.noPhysicFilePath ? void 0 : source.filePath,
		ext: source.ext || "",
		contentType: source.contentType
	});
	secretLintProfiler.mark({ type: "@core>setup-rules::start" });
	rules.forEach((rule) => {
		secretLintProfiler.mark({
			type: "@core>setup-rule::start",
			id: rule.rule.meta.id
		});
		registerRule({
			sourceCode,
			config: options.config,
			descriptorRule: rule,
			contextEvents,
			runningEvents,
			locale
		});
		secretLintProfiler.mark({
			type: "@core>setup-rule::end",
			id: rule.rule.meta.id
		});
	});
	secretLintProfiler.mark({ type: "@core>setup-rules::end" });
	return runningEvents.runLint({ sourceCode }).then(() => {
		return {
			filePath: source.filePath,
			sourceContent: source.contentType === "text" ? source.content : void 0,
			sourceContentType: source.contentType,
			messages: cleanupMessages({
				reportedMessages,
				ignoredMessages,
				allowMessageIds: runningEvents.collectAllowMessageIds(),
				maskSecrets
			})
		};
	}).finally(() => {
		secretLintProfiler.mark({
			type: "@core>lint::end",
			id: source.filePath
		});
	});
};
const isRulePreset = (ruleDescriptor) => {
	return ruleDescriptor.rule.meta.type === "preset";
};
const isRule = (ruleDescriptor) => {
	return ruleDescriptor.rule.meta.type === "scanner";
};
/**
* Rule Processing
*/
const registerRule = ({ sourceCode, config, descriptorRule, contextEvents, runningEvents, locale }) => {
	const ruleId = descriptorRule.id;
	if (descriptorRule.disabled) {
		debug("Skip registerRule %s, because it is disabled", ruleId);
		return;
	}
	debug("registerRule %s", ruleId);
	const sharedOptionsWithDefault = config.sharedOptions ?? {};
	if (isRulePreset(descriptorRule)) {
		const context = createRulePresetContext({
			configRulePreset: descriptorRule,
			sourceCode,
			contextEvents,
			runningEvents,
			sharedOptions: sharedOptionsWithDefault,
			locale
		});
		runningEvents.registerRulePreset({
			descriptorRulePreset: descriptorRule,
			context
		});
		return;
	} else if (isRule(descriptorRule)) {
		const context = createRuleContext({
			ruleId,
			severity: descriptorRule.severity,
			meta: descriptorRule.rule.meta,
			sourceCode,
			contextEvents,
			sharedOptions: sharedOptionsWithDefault,
			locale
		});
		runningEvents.registerRule({
			descriptorRule,
			context
		});
		return;
	}
	throw new Error(`Unknown descriptor type: ${descriptorRule}`);
};

// node_modules/@secretlint/secretlint-rule-preset-recommend/module/index.js
var commonjsGlobal = typeof globalThis !== "undefined" ? globalThis : typeof window !== "undefined" ? window : typeof global !== "undefined" ? global : typeof self !== "undefined" ? self : {};
var regexpStringMatcher = {};
/**
* lodash (Custom Build) <https://lodash.com/>
* Build: `lodash modularize exports="npm" -o ./`
* Copyright jQuery Foundation and other contributors <https://jquery.org/>
* Released under MIT license <https://lodash.com/license>
* Based on Underscore.js 1.8.3 <http://underscorejs.org/LICENSE>
* Copyright Jeremy Ashkenas, DocumentCloud and Investigative Reporters & Editors
*/
var lodash_uniq;
var hasRequiredLodash_uniq;
function requireLodash_uniq() {
	if (hasRequiredLodash_uniq) return lodash_uniq;
	hasRequiredLodash_uniq = 1;
	/** Used as the size to enable large array optimizations. */
	var LARGE_ARRAY_SIZE = 200;
	/** Used to stand-in for `undefined` hash values. */
	var HASH_UNDEFINED = "__lodash_hash_undefined__";
	/** Used as references for various `Number` constants. */
	var INFINITY = 1 / 0;
	/** `Object#toString` result references. */
	var funcTag = "[object Function]", genTag = "[object GeneratorFunction]";
	/**
	* Used to match `RegExp`
	* [syntax characters](http://ecma-international.org/ecma-262/7.0/#sec-patterns).
	*/
	var reRegExpChar = /[\\^$.*+?()[\]{}|]/g;
	/** Used to detect host constructors (Safari). */
	var reIsHostCtor = /^\[object .+?Constructor\]$/;
	/** Detect free variable `global` from Node.js. */
	var freeGlobal = typeof commonjsGlobal == "object" && commonjsGlobal && commonjsGlobal.Object === Object && commonjsGlobal;
	/** Detect free variable `self`. */
	var freeSelf = typeof self == "object" && self && self.Object === Object && self;
	/** Used as a reference to the global object. */
	var root = freeGlobal || freeSelf || Function("return this")();
	/**
	* A specialized version of `_.includes` for arrays without support for
	* specifying an index to search from.
	*
	* @private
	* @param {Array} [array] The array to inspect.
	* @param {*} target The value to search for.
	* @returns {boolean} Returns `true` if `target` is found, else `false`.
	*/
	function arrayIncludes(array, value) {
		return !!(array ? array.length : 0) && baseIndexOf(array, value, 0) > -1;
	}
	/**
	* The base implementation of `_.findIndex` and `_.findLastIndex` without
	* support for iteratee shorthands.
	*
	* @private
	* @param {Array} array The array to inspect.
	* @param {Function} predicate The function invoked per iteration.
	* @param {number} fromIndex The index to search from.
	* @param {boolean} [fromRight] Specify iterating from right to left.
	* @returns {number} Returns the index of the matched value, else `-1`.
	*/
	function baseFindIndex(array, predicate, fromIndex, fromRight) {
		var length = array.length, index = fromIndex + -1;
		while (++index < length) if (predicate(array[index], index, array)) return index;
		return -1;
	}
	/**
	* The base implementation of `_.indexOf` without `fromIndex` bounds checks.
	*
	* @private
	* @param {Array} array The array to inspect.
	* @param {*} value The value to search for.
	* @param {number} fromIndex The index to search from.
	* @returns {number} Returns the index of the matched value, else `-1`.
	*/
	function baseIndexOf(array, value, fromIndex) {
		if (value !== value) return baseFindIndex(array, baseIsNaN, fromIndex);
		var index = fromIndex - 1, length = array.length;
		while (++index < length) if (array[index] === value) return index;
		return -1;
	}
	/**
	* The base implementation of `_.isNaN` without support for number objects.
	*
	* @private
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is `NaN`, else `false`.
	*/
	function baseIsNaN(value) {
		return value !== value;
	}
	/**
	* Checks if a cache value for `key` exists.
	*
	* @private
	* @param {Object} cache The cache to query.
	* @param {string} key The key of the entry to check.
	* @returns {boolean} Returns `true` if an entry for `key` exists, else `false`.
	*/
	function cacheHas(cache, key) {
		return cache.has(key);
	}
	/**
	* Gets the value at `key` of `object`.
	*
	* @private
	* @param {Object} [object] The object to query.
	* @param {string} key The key of the property to get.
	* @returns {*} Returns the property value.
	*/
	function getValue(object, key) {
		return object == null ? void 0 : object[key];
	}
	/**
	* Checks if `value` is a host object in IE < 9.
	*
	* @private
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is a host object, else `false`.
	*/
	function isHostObject(value) {
		var result = false;
		if (value != null && typeof value.toString != "function") try {
			result = !!(value + "");
		} catch (e) {}
		return result;
	}
	/**
	* Converts `set` to an array of its values.
	*
	* @private
	* @param {Object} set The set to convert.
	* @returns {Array} Returns the values.
	*/
	function setToArray(set) {
		var index = -1, result = Array(set.size);
		set.forEach(function(value) {
			result[++index] = value;
		});
		return result;
	}
	/** Used for built-in method references. */
	var arrayProto = Array.prototype, funcProto = Function.prototype, objectProto = Object.prototype;
	/** Used to detect overreaching core-js shims. */
	var coreJsData = root["__core-js_shared__"];
	/** Used to detect methods masquerading as native. */
	var maskSrcKey = function() {
		var uid = /[^.]+$/.exec(coreJsData && coreJsData.keys && coreJsData.keys.IE_PROTO || "");
		return uid ? "Symbol(src)_1." + uid : "";
	}();
	/** Used to resolve the decompiled source of functions. */
	var funcToString = funcProto.toString;
	/** Used to check objects for own properties. */
	var hasOwnProperty = objectProto.hasOwnProperty;
	/**
	* Used to resolve the
	* [`toStringTag`](http://ecma-international.org/ecma-262/7.0/#sec-object.prototype.tostring)
	* of values.
	*/
	var objectToString = objectProto.toString;
	/** Used to detect if a method is native. */
	var reIsNative = RegExp("^" + funcToString.call(hasOwnProperty).replace(reRegExpChar, "\\$&").replace(/hasOwnProperty|(function).*?(?=\\\()| for .+?(?=\\\])/g, "$1.*?") + "$");
	/** Built-in value references. */
	var splice = arrayProto.splice;
	var Map = getNative(root, "Map"), Set = getNative(root, "Set"), nativeCreate = getNative(Object, "create");
	/**
	* Creates a hash object.
	*
	* @private
	* @constructor
	* @param {Array} [entries] The key-value pairs to cache.
	*/
	function Hash(entries) {
		var index = -1, length = entries ? entries.length : 0;
		this.clear();
		while (++index < length) {
			var entry = entries[index];
			this.set(entry[0], entry[1]);
		}
	}
	/**
	* Removes all key-value entries from the hash.
	*
	* @private
	* @name clear
	* @memberOf Hash
	*/
	function hashClear() {
		this.__data__ = nativeCreate ? nativeCreate(null) : {};
	}
	/**
	* Removes `key` and its value from the hash.
	*
	* @private
	* @name delete
	* @memberOf Hash
	* @param {Object} hash The hash to modify.
	* @param {string} key The key of the value to remove.
	* @returns {boolean} Returns `true` if the entry was removed, else `false`.
	*/
	function hashDelete(key) {
		return this.has(key) && delete this.__data__[key];
	}
	/**
	* Gets the hash value for `key`.
	*
	* @private
	* @name get
	* @memberOf Hash
	* @param {string} key The key of the value to get.
	* @returns {*} Returns the entry value.
	*/
	function hashGet(key) {
		var data = this.__data__;
		if (nativeCreate) {
			var result = data[key];
			return result === HASH_UNDEFINED ? void 0 : result;
		}
		return hasOwnProperty.call(data, key) ? data[key] : void 0;
	}
	/**
	* Checks if a hash value for `key` exists.
	*
	* @private
	* @name has
	* @memberOf Hash
	* @param {string} key The key of the entry to check.
	* @returns {boolean} Returns `true` if an entry for `key` exists, else `false`.
	*/
	function hashHas(key) {
		var data = this.__data__;
		return nativeCreate ? data[key] !== void 0 : hasOwnProperty.call(data, key);
	}
	/**
	* Sets the hash `key` to `value`.
	*
	* @private
	* @name set
	* @memberOf Hash
	* @param {string} key The key of the value to set.
	* @param {*} value The value to set.
	* @returns {Object} Returns the hash instance.
	*/
	function hashSet(key, value) {
		var data = this.__data__;
		data[key] = nativeCreate && value === void 0 ? HASH_UNDEFINED : value;
		return this;
	}
	Hash.prototype.clear = hashClear;
	Hash.prototype["delete"] = hashDelete;
	Hash.prototype.get = hashGet;
	Hash.prototype.has = hashHas;
	Hash.prototype.set = hashSet;
	/**
	* Creates an list cache object.
	*
	* @private
	* @constructor
	* @param {Array} [entries] The key-value pairs to cache.
	*/
	function ListCache(entries) {
		var index = -1, length = entries ? entries.length : 0;
		this.clear();
		while (++index < length) {
			var entry = entries[index];
			this.set(entry[0], entry[1]);
		}
	}
	/**
	* Removes all key-value entries from the list cache.
	*
	* @private
	* @name clear
	* @memberOf ListCache
	*/
	function listCacheClear() {
		this.__data__ = [];
	}
	/**
	* Removes `key` and its value from the list cache.
	*
	* @private
	* @name delete
	* @memberOf ListCache
	* @param {string} key The key of the value to remove.
	* @returns {boolean} Returns `true` if the entry was removed, else `false`.
	*/
	function listCacheDelete(key) {
		var data = this.__data__, index = assocIndexOf(data, key);
		if (index < 0) return false;
		if (index == data.length - 1) data.pop();
		else splice.call(data, index, 1);
		return true;
	}
	/**
	* Gets the list cache value for `key`.
	*
	* @private
	* @name get
	* @memberOf ListCache
	* @param {string} key The key of the value to get.
	* @returns {*} Returns the entry value.
	*/
	function listCacheGet(key) {
		var data = this.__data__, index = assocIndexOf(data, key);
		return index < 0 ? void 0 : data[index][1];
	}
	/**
	* Checks if a list cache value for `key` exists.
	*
	* @private
	* @name has
	* @memberOf ListCache
	* @param {string} key The key of the entry to check.
	* @returns {boolean} Returns `true` if an entry for `key` exists, else `false`.
	*/
	function listCacheHas(key) {
		return assocIndexOf(this.__data__, key) > -1;
	}
	/**
	* Sets the list cache `key` to `value`.
	*
	* @private
	* @name set
	* @memberOf ListCache
	* @param {string} key The key of the value to set.
	* @param {*} value The value to set.
	* @returns {Object} Returns the list cache instance.
	*/
	function listCacheSet(key, value) {
		var data = this.__data__, index = assocIndexOf(data, key);
		if (index < 0) data.push([key, value]);
		else data[index][1] = value;
		return this;
	}
	ListCache.prototype.clear = listCacheClear;
	ListCache.prototype["delete"] = listCacheDelete;
	ListCache.prototype.get = listCacheGet;
	ListCache.prototype.has = listCacheHas;
	ListCache.prototype.set = listCacheSet;
	/**
	* Creates a map cache object to store key-value pairs.
	*
	* @private
	* @constructor
	* @param {Array} [entries] The key-value pairs to cache.
	*/
	function MapCache(entries) {
		var index = -1, length = entries ? entries.length : 0;
		this.clear();
		while (++index < length) {
			var entry = entries[index];
			this.set(entry[0], entry[1]);
		}
	}
	/**
	* Removes all key-value entries from the map.
	*
	* @private
	* @name clear
	* @memberOf MapCache
	*/
	function mapCacheClear() {
		this.__data__ = {
			"hash": new Hash(),
			"map": new (Map || ListCache)(),
			"string": new Hash()
		};
	}
	/**
	* Removes `key` and its value from the map.
	*
	* @private
	* @name delete
	* @memberOf MapCache
	* @param {string} key The key of the value to remove.
	* @returns {boolean} Returns `true` if the entry was removed, else `false`.
	*/
	function mapCacheDelete(key) {
		return getMapData(this, key)["delete"](key);
	}
	/**
	* Gets the map value for `key`.
	*
	* @private
	* @name get
	* @memberOf MapCache
	* @param {string} key The key of the value to get.
	* @returns {*} Returns the entry value.
	*/
	function mapCacheGet(key) {
		return getMapData(this, key).get(key);
	}
	/**
	* Checks if a map value for `key` exists.
	*
	* @private
	* @name has
	* @memberOf MapCache
	* @param {string} key The key of the entry to check.
	* @returns {boolean} Returns `true` if an entry for `key` exists, else `false`.
	*/
	function mapCacheHas(key) {
		return getMapData(this, key).has(key);
	}
	/**
	* Sets the map `key` to `value`.
	*
	* @private
	* @name set
	* @memberOf MapCache
	* @param {string} key The key of the value to set.
	* @param {*} value The value to set.
	* @returns {Object} Returns the map cache instance.
	*/
	function mapCacheSet(key, value) {
		getMapData(this, key).set(key, value);
		return this;
	}
	MapCache.prototype.clear = mapCacheClear;
	MapCache.prototype["delete"] = mapCacheDelete;
	MapCache.prototype.get = mapCacheGet;
	MapCache.prototype.has = mapCacheHas;
	MapCache.prototype.set = mapCacheSet;
	/**
	*
	* Creates an array cache object to store unique values.
	*
	* @private
	* @constructor
	* @param {Array} [values] The values to cache.
	*/
	function SetCache(values) {
		var index = -1, length = values ? values.length : 0;
		this.__data__ = new MapCache();
		while (++index < length) this.add(values[index]);
	}
	/**
	* Adds `value` to the array cache.
	*
	* @private
	* @name add
	* @memberOf SetCache
	* @alias push
	* @param {*} value The value to cache.
	* @returns {Object} Returns the cache instance.
	*/
	function setCacheAdd(value) {
		this.__data__.set(value, HASH_UNDEFINED);
		return this;
	}
	/**
	* Checks if `value` is in the array cache.
	*
	* @private
	* @name has
	* @memberOf SetCache
	* @param {*} value The value to search for.
	* @returns {number} Returns `true` if `value` is found, else `false`.
	*/
	function setCacheHas(value) {
		return this.__data__.has(value);
	}
	SetCache.prototype.add = SetCache.prototype.push = setCacheAdd;
	SetCache.prototype.has = setCacheHas;
	/**
	* Gets the index at which the `key` is found in `array` of key-value pairs.
	*
	* @private
	* @param {Array} array The array to inspect.
	* @param {*} key The key to search for.
	* @returns {number} Returns the index of the matched value, else `-1`.
	*/
	function assocIndexOf(array, key) {
		var length = array.length;
		while (length--) if (eq(array[length][0], key)) return length;
		return -1;
	}
	/**
	* The base implementation of `_.isNative` without bad shim checks.
	*
	* @private
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is a native function,
	*  else `false`.
	*/
	function baseIsNative(value) {
		if (!isObject(value) || isMasked(value)) return false;
		return (isFunction(value) || isHostObject(value) ? reIsNative : reIsHostCtor).test(toSource(value));
	}
	/**
	* The base implementation of `_.uniqBy` without support for iteratee shorthands.
	*
	* @private
	* @param {Array} array The array to inspect.
	* @param {Function} [iteratee] The iteratee invoked per element.
	* @param {Function} [comparator] The comparator invoked per element.
	* @returns {Array} Returns the new duplicate free array.
	*/
	function baseUniq(array, iteratee, comparator) {
		var index = -1, includes = arrayIncludes, length = array.length, isCommon = true, result = [], seen = result;
		if (length >= LARGE_ARRAY_SIZE) {
			var set = createSet(array);
			if (set) return setToArray(set);
			isCommon = false;
			includes = cacheHas;
			seen = new SetCache();
		} else seen = result;
		outer: while (++index < length) {
			var value = array[index], computed = value;
			value = value !== 0 ? value : 0;
			if (isCommon && computed === computed) {
				var seenIndex = seen.length;
				while (seenIndex--) if (seen[seenIndex] === computed) continue outer;
				result.push(value);
			} else if (!includes(seen, computed, comparator)) {
				if (seen !== result) seen.push(computed);
				result.push(value);
			}
		}
		return result;
	}
	/**
	* Creates a set object of `values`.
	*
	* @private
	* @param {Array} values The values to add to the set.
	* @returns {Object} Returns the new set.
	*/
	var createSet = !(Set && 1 / setToArray(new Set([, -0]))[1] == INFINITY) ? noop : function(values) {
		return new Set(values);
	};
	/**
	* Gets the data for `map`.
	*
	* @private
	* @param {Object} map The map to query.
	* @param {string} key The reference key.
	* @returns {*} Returns the map data.
	*/
	function getMapData(map, key) {
		var data = map.__data__;
		return isKeyable(key) ? data[typeof key == "string" ? "string" : "hash"] : data.map;
	}
	/**
	* Gets the native function at `key` of `object`.
	*
	* @private
	* @param {Object} object The object to query.
	* @param {string} key The key of the method to get.
	* @returns {*} Returns the function if it's native, else `undefined`.
	*/
	function getNative(object, key) {
		var value = getValue(object, key);
		return baseIsNative(value) ? value : void 0;
	}
	/**
	* Checks if `value` is suitable for use as unique object key.
	*
	* @private
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is suitable, else `false`.
	*/
	function isKeyable(value) {
		var type = typeof value;
		return type == "string" || type == "number" || type == "symbol" || type == "boolean" ? value !== "__proto__" : value === null;
	}
	/**
	* Checks if `func` has its source masked.
	*
	* @private
	* @param {Function} func The function to check.
	* @returns {boolean} Returns `true` if `func` is masked, else `false`.
	*/
	function isMasked(func) {
		return !!maskSrcKey && maskSrcKey in func;
	}
	/**
	* Converts `func` to its source code.
	*
	* @private
	* @param {Function} func The function to process.
	* @returns {string} Returns the source code.
	*/
	function toSource(func) {
		if (func != null) {
			try {
				return funcToString.call(func);
			} catch (e) {}
			try {
				return func + "";
			} catch (e) {}
		}
		return "";
	}
	/**
	* Creates a duplicate-free version of an array, using
	* [`SameValueZero`](http://ecma-international.org/ecma-262/7.0/#sec-samevaluezero)
	* for equality comparisons, in which only the first occurrence of each
	* element is kept.
	*
	* @static
	* @memberOf _
	* @since 0.1.0
	* @category Array
	* @param {Array} array The array to inspect.
	* @returns {Array} Returns the new duplicate free array.
	* @example
	*
	* _.uniq([2, 1, 2]);
	* // => [2, 1]
	*/
	function uniq(array) {
		return array && array.length ? baseUniq(array) : [];
	}
	/**
	* Performs a
	* [`SameValueZero`](http://ecma-international.org/ecma-262/7.0/#sec-samevaluezero)
	* comparison between two values to determine if they are equivalent.
	*
	* @static
	* @memberOf _
	* @since 4.0.0
	* @category Lang
	* @param {*} value The value to compare.
	* @param {*} other The other value to compare.
	* @returns {boolean} Returns `true` if the values are equivalent, else `false`.
	* @example
	*
	* var object = { 'a': 1 };
	* var other = { 'a': 1 };
	*
	* _.eq(object, object);
	* // => true
	*
	* _.eq(object, other);
	* // => false
	*
	* _.eq('a', 'a');
	* // => true
	*
	* _.eq('a', Object('a'));
	* // => false
	*
	* _.eq(NaN, NaN);
	* // => true
	*/
	function eq(value, other) {
		return value === other || value !== value && other !== other;
	}
	/**
	* Checks if `value` is classified as a `Function` object.
	*
	* @static
	* @memberOf _
	* @since 0.1.0
	* @category Lang
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is a function, else `false`.
	* @example
	*
	* _.isFunction(_);
	* // => true
	*
	* _.isFunction(/abc/);
	* // => false
	*/
	function isFunction(value) {
		var tag = isObject(value) ? objectToString.call(value) : "";
		return tag == funcTag || tag == genTag;
	}
	/**
	* Checks if `value` is the
	* [language type](http://www.ecma-international.org/ecma-262/7.0/#sec-ecmascript-language-types)
	* of `Object`. (e.g. arrays, functions, objects, regexes, `new Number(0)`, and `new String('')`)
	*
	* @static
	* @memberOf _
	* @since 0.1.0
	* @category Lang
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is an object, else `false`.
	* @example
	*
	* _.isObject({});
	* // => true
	*
	* _.isObject([1, 2, 3]);
	* // => true
	*
	* _.isObject(_.noop);
	* // => true
	*
	* _.isObject(null);
	* // => false
	*/
	function isObject(value) {
		var type = typeof value;
		return !!value && (type == "object" || type == "function");
	}
	/**
	* This method returns `undefined`.
	*
	* @static
	* @memberOf _
	* @since 2.3.0
	* @category Util
	* @example
	*
	* _.times(2, _.noop);
	* // => [undefined, undefined]
	*/
	function noop() {}
	lodash_uniq = uniq;
	return lodash_uniq;
}
/**
* lodash (Custom Build) <https://lodash.com/>
* Build: `lodash modularize exports="npm" -o ./`
* Copyright jQuery Foundation and other contributors <https://jquery.org/>
* Released under MIT license <https://lodash.com/license>
* Based on Underscore.js 1.8.3 <http://underscorejs.org/LICENSE>
* Copyright Jeremy Ashkenas, DocumentCloud and Investigative Reporters & Editors
*/
var lodash_uniqwith;
var hasRequiredLodash_uniqwith;
function requireLodash_uniqwith() {
	if (hasRequiredLodash_uniqwith) return lodash_uniqwith;
	hasRequiredLodash_uniqwith = 1;
	/** Used as the size to enable large array optimizations. */
	var LARGE_ARRAY_SIZE = 200;
	/** Used to stand-in for `undefined` hash values. */
	var HASH_UNDEFINED = "__lodash_hash_undefined__";
	/** Used as references for various `Number` constants. */
	var INFINITY = 1 / 0;
	/** `Object#toString` result references. */
	var funcTag = "[object Function]", genTag = "[object GeneratorFunction]";
	/**
	* Used to match `RegExp`
	* [syntax characters](http://ecma-international.org/ecma-262/7.0/#sec-patterns).
	*/
	var reRegExpChar = /[\\^$.*+?()[\]{}|]/g;
	/** Used to detect host constructors (Safari). */
	var reIsHostCtor = /^\[object .+?Constructor\]$/;
	/** Detect free variable `global` from Node.js. */
	var freeGlobal = typeof commonjsGlobal == "object" && commonjsGlobal && commonjsGlobal.Object === Object && commonjsGlobal;
	/** Detect free variable `self`. */
	var freeSelf = typeof self == "object" && self && self.Object === Object && self;
	/** Used as a reference to the global object. */
	var root = freeGlobal || freeSelf || Function("return this")();
	/**
	* A specialized version of `_.includes` for arrays without support for
	* specifying an index to search from.
	*
	* @private
	* @param {Array} [array] The array to inspect.
	* @param {*} target The value to search for.
	* @returns {boolean} Returns `true` if `target` is found, else `false`.
	*/
	function arrayIncludes(array, value) {
		return !!(array ? array.length : 0) && baseIndexOf(array, value, 0) > -1;
	}
	/**
	* This function is like `arrayIncludes` except that it accepts a comparator.
	*
	* @private
	* @param {Array} [array] The array to inspect.
	* @param {*} target The value to search for.
	* @param {Function} comparator The comparator invoked per element.
	* @returns {boolean} Returns `true` if `target` is found, else `false`.
	*/
	function arrayIncludesWith(array, value, comparator) {
		var index = -1, length = array ? array.length : 0;
		while (++index < length) if (comparator(value, array[index])) return true;
		return false;
	}
	/**
	* The base implementation of `_.findIndex` and `_.findLastIndex` without
	* support for iteratee shorthands.
	*
	* @private
	* @param {Array} array The array to inspect.
	* @param {Function} predicate The function invoked per iteration.
	* @param {number} fromIndex The index to search from.
	* @param {boolean} [fromRight] Specify iterating from right to left.
	* @returns {number} Returns the index of the matched value, else `-1`.
	*/
	function baseFindIndex(array, predicate, fromIndex, fromRight) {
		var length = array.length, index = fromIndex + -1;
		while (++index < length) if (predicate(array[index], index, array)) return index;
		return -1;
	}
	/**
	* The base implementation of `_.indexOf` without `fromIndex` bounds checks.
	*
	* @private
	* @param {Array} array The array to inspect.
	* @param {*} value The value to search for.
	* @param {number} fromIndex The index to search from.
	* @returns {number} Returns the index of the matched value, else `-1`.
	*/
	function baseIndexOf(array, value, fromIndex) {
		if (value !== value) return baseFindIndex(array, baseIsNaN, fromIndex);
		var index = fromIndex - 1, length = array.length;
		while (++index < length) if (array[index] === value) return index;
		return -1;
	}
	/**
	* The base implementation of `_.isNaN` without support for number objects.
	*
	* @private
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is `NaN`, else `false`.
	*/
	function baseIsNaN(value) {
		return value !== value;
	}
	/**
	* Checks if a cache value for `key` exists.
	*
	* @private
	* @param {Object} cache The cache to query.
	* @param {string} key The key of the entry to check.
	* @returns {boolean} Returns `true` if an entry for `key` exists, else `false`.
	*/
	function cacheHas(cache, key) {
		return cache.has(key);
	}
	/**
	* Gets the value at `key` of `object`.
	*
	* @private
	* @param {Object} [object] The object to query.
	* @param {string} key The key of the property to get.
	* @returns {*} Returns the property value.
	*/
	function getValue(object, key) {
		return object == null ? void 0 : object[key];
	}
	/**
	* Checks if `value` is a host object in IE < 9.
	*
	* @private
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is a host object, else `false`.
	*/
	function isHostObject(value) {
		var result = false;
		if (value != null && typeof value.toString != "function") try {
			result = !!(value + "");
		} catch (e) {}
		return result;
	}
	/**
	* Converts `set` to an array of its values.
	*
	* @private
	* @param {Object} set The set to convert.
	* @returns {Array} Returns the values.
	*/
	function setToArray(set) {
		var index = -1, result = Array(set.size);
		set.forEach(function(value) {
			result[++index] = value;
		});
		return result;
	}
	/** Used for built-in method references. */
	var arrayProto = Array.prototype, funcProto = Function.prototype, objectProto = Object.prototype;
	/** Used to detect overreaching core-js shims. */
	var coreJsData = root["__core-js_shared__"];
	/** Used to detect methods masquerading as native. */
	var maskSrcKey = function() {
		var uid = /[^.]+$/.exec(coreJsData && coreJsData.keys && coreJsData.keys.IE_PROTO || "");
		return uid ? "Symbol(src)_1." + uid : "";
	}();
	/** Used to resolve the decompiled source of functions. */
	var funcToString = funcProto.toString;
	/** Used to check objects for own properties. */
	var hasOwnProperty = objectProto.hasOwnProperty;
	/**
	* Used to resolve the
	* [`toStringTag`](http://ecma-international.org/ecma-262/7.0/#sec-object.prototype.tostring)
	* of values.
	*/
	var objectToString = objectProto.toString;
	/** Used to detect if a method is native. */
	var reIsNative = RegExp("^" + funcToString.call(hasOwnProperty).replace(reRegExpChar, "\\$&").replace(/hasOwnProperty|(function).*?(?=\\\()| for .+?(?=\\\])/g, "$1.*?") + "$");
	/** Built-in value references. */
	var splice = arrayProto.splice;
	var Map = getNative(root, "Map"), Set = getNative(root, "Set"), nativeCreate = getNative(Object, "create");
	/**
	* Creates a hash object.
	*
	* @private
	* @constructor
	* @param {Array} [entries] The key-value pairs to cache.
	*/
	function Hash(entries) {
		var index = -1, length = entries ? entries.length : 0;
		this.clear();
		while (++index < length) {
			var entry = entries[index];
			this.set(entry[0], entry[1]);
		}
	}
	/**
	* Removes all key-value entries from the hash.
	*
	* @private
	* @name clear
	* @memberOf Hash
	*/
	function hashClear() {
		this.__data__ = nativeCreate ? nativeCreate(null) : {};
	}
	/**
	* Removes `key` and its value from the hash.
	*
	* @private
	* @name delete
	* @memberOf Hash
	* @param {Object} hash The hash to modify.
	* @param {string} key The key of the value to remove.
	* @returns {boolean} Returns `true` if the entry was removed, else `false`.
	*/
	function hashDelete(key) {
		return this.has(key) && delete this.__data__[key];
	}
	/**
	* Gets the hash value for `key`.
	*
	* @private
	* @name get
	* @memberOf Hash
	* @param {string} key The key of the value to get.
	* @returns {*} Returns the entry value.
	*/
	function hashGet(key) {
		var data = this.__data__;
		if (nativeCreate) {
			var result = data[key];
			return result === HASH_UNDEFINED ? void 0 : result;
		}
		return hasOwnProperty.call(data, key) ? data[key] : void 0;
	}
	/**
	* Checks if a hash value for `key` exists.
	*
	* @private
	* @name has
	* @memberOf Hash
	* @param {string} key The key of the entry to check.
	* @returns {boolean} Returns `true` if an entry for `key` exists, else `false`.
	*/
	function hashHas(key) {
		var data = this.__data__;
		return nativeCreate ? data[key] !== void 0 : hasOwnProperty.call(data, key);
	}
	/**
	* Sets the hash `key` to `value`.
	*
	* @private
	* @name set
	* @memberOf Hash
	* @param {string} key The key of the value to set.
	* @param {*} value The value to set.
	* @returns {Object} Returns the hash instance.
	*/
	function hashSet(key, value) {
		var data = this.__data__;
		data[key] = nativeCreate && value === void 0 ? HASH_UNDEFINED : value;
		return this;
	}
	Hash.prototype.clear = hashClear;
	Hash.prototype["delete"] = hashDelete;
	Hash.prototype.get = hashGet;
	Hash.prototype.has = hashHas;
	Hash.prototype.set = hashSet;
	/**
	* Creates an list cache object.
	*
	* @private
	* @constructor
	* @param {Array} [entries] The key-value pairs to cache.
	*/
	function ListCache(entries) {
		var index = -1, length = entries ? entries.length : 0;
		this.clear();
		while (++index < length) {
			var entry = entries[index];
			this.set(entry[0], entry[1]);
		}
	}
	/**
	* Removes all key-value entries from the list cache.
	*
	* @private
	* @name clear
	* @memberOf ListCache
	*/
	function listCacheClear() {
		this.__data__ = [];
	}
	/**
	* Removes `key` and its value from the list cache.
	*
	* @private
	* @name delete
	* @memberOf ListCache
	* @param {string} key The key of the value to remove.
	* @returns {boolean} Returns `true` if the entry was removed, else `false`.
	*/
	function listCacheDelete(key) {
		var data = this.__data__, index = assocIndexOf(data, key);
		if (index < 0) return false;
		if (index == data.length - 1) data.pop();
		else splice.call(data, index, 1);
		return true;
	}
	/**
	* Gets the list cache value for `key`.
	*
	* @private
	* @name get
	* @memberOf ListCache
	* @param {string} key The key of the value to get.
	* @returns {*} Returns the entry value.
	*/
	function listCacheGet(key) {
		var data = this.__data__, index = assocIndexOf(data, key);
		return index < 0 ? void 0 : data[index][1];
	}
	/**
	* Checks if a list cache value for `key` exists.
	*
	* @private
	* @name has
	* @memberOf ListCache
	* @param {string} key The key of the entry to check.
	* @returns {boolean} Returns `true` if an entry for `key` exists, else `false`.
	*/
	function listCacheHas(key) {
		return assocIndexOf(this.__data__, key) > -1;
	}
	/**
	* Sets the list cache `key` to `value`.
	*
	* @private
	* @name set
	* @memberOf ListCache
	* @param {string} key The key of the value to set.
	* @param {*} value The value to set.
	* @returns {Object} Returns the list cache instance.
	*/
	function listCacheSet(key, value) {
		var data = this.__data__, index = assocIndexOf(data, key);
		if (index < 0) data.push([key, value]);
		else data[index][1] = value;
		return this;
	}
	ListCache.prototype.clear = listCacheClear;
	ListCache.prototype["delete"] = listCacheDelete;
	ListCache.prototype.get = listCacheGet;
	ListCache.prototype.has = listCacheHas;
	ListCache.prototype.set = listCacheSet;
	/**
	* Creates a map cache object to store key-value pairs.
	*
	* @private
	* @constructor
	* @param {Array} [entries] The key-value pairs to cache.
	*/
	function MapCache(entries) {
		var index = -1, length = entries ? entries.length : 0;
		this.clear();
		while (++index < length) {
			var entry = entries[index];
			this.set(entry[0], entry[1]);
		}
	}
	/**
	* Removes all key-value entries from the map.
	*
	* @private
	* @name clear
	* @memberOf MapCache
	*/
	function mapCacheClear() {
		this.__data__ = {
			"hash": new Hash(),
			"map": new (Map || ListCache)(),
			"string": new Hash()
		};
	}
	/**
	* Removes `key` and its value from the map.
	*
	* @private
	* @name delete
	* @memberOf MapCache
	* @param {string} key The key of the value to remove.
	* @returns {boolean} Returns `true` if the entry was removed, else `false`.
	*/
	function mapCacheDelete(key) {
		return getMapData(this, key)["delete"](key);
	}
	/**
	* Gets the map value for `key`.
	*
	* @private
	* @name get
	* @memberOf MapCache
	* @param {string} key The key of the value to get.
	* @returns {*} Returns the entry value.
	*/
	function mapCacheGet(key) {
		return getMapData(this, key).get(key);
	}
	/**
	* Checks if a map value for `key` exists.
	*
	* @private
	* @name has
	* @memberOf MapCache
	* @param {string} key The key of the entry to check.
	* @returns {boolean} Returns `true` if an entry for `key` exists, else `false`.
	*/
	function mapCacheHas(key) {
		return getMapData(this, key).has(key);
	}
	/**
	* Sets the map `key` to `value`.
	*
	* @private
	* @name set
	* @memberOf MapCache
	* @param {string} key The key of the value to set.
	* @param {*} value The value to set.
	* @returns {Object} Returns the map cache instance.
	*/
	function mapCacheSet(key, value) {
		getMapData(this, key).set(key, value);
		return this;
	}
	MapCache.prototype.clear = mapCacheClear;
	MapCache.prototype["delete"] = mapCacheDelete;
	MapCache.prototype.get = mapCacheGet;
	MapCache.prototype.has = mapCacheHas;
	MapCache.prototype.set = mapCacheSet;
	/**
	*
	* Creates an array cache object to store unique values.
	*
	* @private
	* @constructor
	* @param {Array} [values] The values to cache.
	*/
	function SetCache(values) {
		var index = -1, length = values ? values.length : 0;
		this.__data__ = new MapCache();
		while (++index < length) this.add(values[index]);
	}
	/**
	* Adds `value` to the array cache.
	*
	* @private
	* @name add
	* @memberOf SetCache
	* @alias push
	* @param {*} value The value to cache.
	* @returns {Object} Returns the cache instance.
	*/
	function setCacheAdd(value) {
		this.__data__.set(value, HASH_UNDEFINED);
		return this;
	}
	/**
	* Checks if `value` is in the array cache.
	*
	* @private
	* @name has
	* @memberOf SetCache
	* @param {*} value The value to search for.
	* @returns {number} Returns `true` if `value` is found, else `false`.
	*/
	function setCacheHas(value) {
		return this.__data__.has(value);
	}
	SetCache.prototype.add = SetCache.prototype.push = setCacheAdd;
	SetCache.prototype.has = setCacheHas;
	/**
	* Gets the index at which the `key` is found in `array` of key-value pairs.
	*
	* @private
	* @param {Array} array The array to inspect.
	* @param {*} key The key to search for.
	* @returns {number} Returns the index of the matched value, else `-1`.
	*/
	function assocIndexOf(array, key) {
		var length = array.length;
		while (length--) if (eq(array[length][0], key)) return length;
		return -1;
	}
	/**
	* The base implementation of `_.isNative` without bad shim checks.
	*
	* @private
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is a native function,
	*  else `false`.
	*/
	function baseIsNative(value) {
		if (!isObject(value) || isMasked(value)) return false;
		return (isFunction(value) || isHostObject(value) ? reIsNative : reIsHostCtor).test(toSource(value));
	}
	/**
	* The base implementation of `_.uniqBy` without support for iteratee shorthands.
	*
	* @private
	* @param {Array} array The array to inspect.
	* @param {Function} [iteratee] The iteratee invoked per element.
	* @param {Function} [comparator] The comparator invoked per element.
	* @returns {Array} Returns the new duplicate free array.
	*/
	function baseUniq(array, iteratee, comparator) {
		var index = -1, includes = arrayIncludes, length = array.length, isCommon = true, result = [], seen = result;
		if (comparator) {
			isCommon = false;
			includes = arrayIncludesWith;
		} else if (length >= LARGE_ARRAY_SIZE) {
			var set = createSet(array);
			if (set) return setToArray(set);
			isCommon = false;
			includes = cacheHas;
			seen = new SetCache();
		} else seen = result;
		outer: while (++index < length) {
			var value = array[index], computed = value;
			value = comparator || value !== 0 ? value : 0;
			if (isCommon && computed === computed) {
				var seenIndex = seen.length;
				while (seenIndex--) if (seen[seenIndex] === computed) continue outer;
				result.push(value);
			} else if (!includes(seen, computed, comparator)) {
				if (seen !== result) seen.push(computed);
				result.push(value);
			}
		}
		return result;
	}
	/**
	* Creates a set object of `values`.
	*
	* @private
	* @param {Array} values The values to add to the set.
	* @returns {Object} Returns the new set.
	*/
	var createSet = !(Set && 1 / setToArray(new Set([, -0]))[1] == INFINITY) ? noop : function(values) {
		return new Set(values);
	};
	/**
	* Gets the data for `map`.
	*
	* @private
	* @param {Object} map The map to query.
	* @param {string} key The reference key.
	* @returns {*} Returns the map data.
	*/
	function getMapData(map, key) {
		var data = map.__data__;
		return isKeyable(key) ? data[typeof key == "string" ? "string" : "hash"] : data.map;
	}
	/**
	* Gets the native function at `key` of `object`.
	*
	* @private
	* @param {Object} object The object to query.
	* @param {string} key The key of the method to get.
	* @returns {*} Returns the function if it's native, else `undefined`.
	*/
	function getNative(object, key) {
		var value = getValue(object, key);
		return baseIsNative(value) ? value : void 0;
	}
	/**
	* Checks if `value` is suitable for use as unique object key.
	*
	* @private
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is suitable, else `false`.
	*/
	function isKeyable(value) {
		var type = typeof value;
		return type == "string" || type == "number" || type == "symbol" || type == "boolean" ? value !== "__proto__" : value === null;
	}
	/**
	* Checks if `func` has its source masked.
	*
	* @private
	* @param {Function} func The function to check.
	* @returns {boolean} Returns `true` if `func` is masked, else `false`.
	*/
	function isMasked(func) {
		return !!maskSrcKey && maskSrcKey in func;
	}
	/**
	* Converts `func` to its source code.
	*
	* @private
	* @param {Function} func The function to process.
	* @returns {string} Returns the source code.
	*/
	function toSource(func) {
		if (func != null) {
			try {
				return funcToString.call(func);
			} catch (e) {}
			try {
				return func + "";
			} catch (e) {}
		}
		return "";
	}
	/**
	* This method is like `_.uniq` except that it accepts `comparator` which
	* is invoked to compare elements of `array`. The comparator is invoked with
	* two arguments: (arrVal, othVal).
	*
	* @static
	* @memberOf _
	* @since 4.0.0
	* @category Array
	* @param {Array} array The array to inspect.
	* @param {Function} [comparator] The comparator invoked per element.
	* @returns {Array} Returns the new duplicate free array.
	* @example
	*
	* var objects = [{ 'x': 1, 'y': 2 }, { 'x': 2, 'y': 1 }, { 'x': 1, 'y': 2 }];
	*
	* _.uniqWith(objects, _.isEqual);
	* // => [{ 'x': 1, 'y': 2 }, { 'x': 2, 'y': 1 }]
	*/
	function uniqWith(array, comparator) {
		return array && array.length ? baseUniq(array, void 0, comparator) : [];
	}
	/**
	* Performs a
	* [`SameValueZero`](http://ecma-international.org/ecma-262/7.0/#sec-samevaluezero)
	* comparison between two values to determine if they are equivalent.
	*
	* @static
	* @memberOf _
	* @since 4.0.0
	* @category Lang
	* @param {*} value The value to compare.
	* @param {*} other The other value to compare.
	* @returns {boolean} Returns `true` if the values are equivalent, else `false`.
	* @example
	*
	* var object = { 'a': 1 };
	* var other = { 'a': 1 };
	*
	* _.eq(object, object);
	* // => true
	*
	* _.eq(object, other);
	* // => false
	*
	* _.eq('a', 'a');
	* // => true
	*
	* _.eq('a', Object('a'));
	* // => false
	*
	* _.eq(NaN, NaN);
	* // => true
	*/
	function eq(value, other) {
		return value === other || value !== value && other !== other;
	}
	/**
	* Checks if `value` is classified as a `Function` object.
	*
	* @static
	* @memberOf _
	* @since 0.1.0
	* @category Lang
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is a function, else `false`.
	* @example
	*
	* _.isFunction(_);
	* // => true
	*
	* _.isFunction(/abc/);
	* // => false
	*/
	function isFunction(value) {
		var tag = isObject(value) ? objectToString.call(value) : "";
		return tag == funcTag || tag == genTag;
	}
	/**
	* Checks if `value` is the
	* [language type](http://www.ecma-international.org/ecma-262/7.0/#sec-ecmascript-language-types)
	* of `Object`. (e.g. arrays, functions, objects, regexes, `new Number(0)`, and `new String('')`)
	*
	* @static
	* @memberOf _
	* @since 0.1.0
	* @category Lang
	* @param {*} value The value to check.
	* @returns {boolean} Returns `true` if `value` is an object, else `false`.
	* @example
	*
	* _.isObject({});
	* // => true
	*
	* _.isObject([1, 2, 3]);
	* // => true
	*
	* _.isObject(_.noop);
	* // => true
	*
	* _.isObject(null);
	* // => false
	*/
	function isObject(value) {
		var type = typeof value;
		return !!value && (type == "object" || type == "function");
	}
	/**
	* This method returns `undefined`.
	*
	* @static
	* @memberOf _
	* @since 2.3.0
	* @category Util
	* @example
	*
	* _.times(2, _.noop);
	* // => [undefined, undefined]
	*/
	function noop() {}
	lodash_uniqwith = uniqWith;
	return lodash_uniqwith;
}
var lodash_sortby = { exports: {} };
/**
* lodash (Custom Build) <https://lodash.com/>
* Build: `lodash modularize exports="npm" -o ./`
* Copyright jQuery Foundation and other contributors <https://jquery.org/>
* Released under MIT license <https://lodash.com/license>
* Based on Underscore.js 1.8.3 <http://underscorejs.org/LICENSE>
* Copyright Jeremy Ashkenas, DocumentCloud and Investigative Reporters & Editors
*/
lodash_sortby.exports;
var hasRequiredLodash_sortby;
function requireLodash_sortby() {
	if (hasRequiredLodash_sortby) return lodash_sortby.exports;
	hasRequiredLodash_sortby = 1;
	(function(module, exports) {
		/** Used as the `TypeError` message for "Functions" methods. */
		var FUNC_ERROR_TEXT = "Expected a function";
		/** Used to stand-in for `undefined` hash values. */
		var HASH_UNDEFINED = "__lodash_hash_undefined__";
		/** Used to compose bitmasks for comparison styles. */
		var UNORDERED_COMPARE_FLAG = 1, PARTIAL_COMPARE_FLAG = 2;
		/** Used as references for various `Number` constants. */
		var MAX_SAFE_INTEGER = 9007199254740991;
		/** `Object#toString` result references. */
		var argsTag = "[object Arguments]", arrayTag = "[object Array]", boolTag = "[object Boolean]", dateTag = "[object Date]", errorTag = "[object Error]", funcTag = "[object Function]", genTag = "[object GeneratorFunction]", mapTag = "[object Map]", numberTag = "[object Number]", objectTag = "[object Object]", promiseTag = "[object Promise]", regexpTag = "[object RegExp]", setTag = "[object Set]", stringTag = "[object String]", symbolTag = "[object Symbol]", weakMapTag = "[object WeakMap]";
		var arrayBufferTag = "[object ArrayBuffer]", dataViewTag = "[object DataView]", float32Tag = "[object Float32Array]", float64Tag = "[object Float64Array]", int8Tag = "[object Int8Array]", int16Tag = "[object Int16Array]", int32Tag = "[object Int32Array]", uint8Tag = "[object Uint8Array]", uint8ClampedTag = "[object Uint8ClampedArray]", uint16Tag = "[object Uint16Array]", uint32Tag = "[object Uint32Array]";
		/** Used to match property names within property paths. */
		var reIsDeepProp = /\.|\[(?:[^[\]]*|(["'])(?:(?!\1)[^\\]|\\.)*?\1)\]/, reIsPlainProp = /^\w*$/, reLeadingDot = /^\./, rePropName = /[^.[\]]+|\[(?:(-?\d+(?:\.\d+)?)|(["'])((?:(?!\2)[^\\]|\\.)*?)\2)\]|(?=(?:\.|\[\])(?:\.|\[\]|$))/g;
		/**
		* Used to match `RegExp`
		* [syntax characters](http://ecma-international.org/ecma-262/7.0/#sec-patterns).
		*/
		var reRegExpChar = /[\\^$.*+?()[\]{}|]/g;
		/** Used to match backslashes in property paths. */
		var reEscapeChar = /\\(\\)?/g;
		/** Used to detect host constructors (Safari). */
		var reIsHostCtor = /^\[object .+?Constructor\]$/;
		/** Used to detect unsigned integer values. */
		var reIsUint = /^(?:0|[1-9]\d*)$/;
		/** Used to identify `toStringTag` values of typed arrays. */
		var typedArrayTags = {};
		typedArrayTags[float32Tag] = typedArrayTags[float64Tag] = typedArrayTags[int8Tag] = typedArrayTags[int16Tag] = typedArrayTags[int32Tag] = typedArrayTags[uint8Tag] = typedArrayTags[uint8ClampedTag] = typedArrayTags[uint16Tag] = typedArrayTags[uint32Tag] = true;
		typedArrayTags[argsTag] = typedArrayTags[arrayTag] = typedArrayTags[arrayBufferTag] = typedArrayTags[boolTag] = typedArrayTags[dataViewTag] = typedArrayTags[dateTag] = typedArrayTags[errorTag] = typedArrayTags[funcTag] = typedArrayTags[mapTag] = typedArrayTags[numberTag] = typedArrayTags[objectTag] = typedArrayTags[regexpTag] = typedArrayTags[setTag] = typedArrayTags[stringTag] = typedArrayTags[weakMapTag] = false;
		/** Detect free variable `global` from Node.js. */
		var freeGlobal = typeof commonjsGlobal == "object" && commonjsGlobal && commonjsGlobal.Object === Object && commonjsGlobal;
		/** Detect free variable `self`. */
		var freeSelf = typeof self == "object" && self && self.Object === Object && self;
		/** Used as a reference to the global object. */
		var root = freeGlobal || freeSelf || Function("return this")();
		/** Detect free variable `exports`. */
		var freeExports = exports && !exports.nodeType && exports;
		/** Detect free variable `module`. */
		var freeModule = freeExports && module && !module.nodeType && module;
		/** Detect free variable `process` from Node.js. */
		var freeProcess = freeModule && freeModule.exports === freeExports && freeGlobal.process;
		/** Used to access faster Node.js helpers. */
		var nodeUtil = function() {
			try {
				return freeProcess && freeProcess.binding("util");
			} catch (e) {}
		}();
		var nodeIsTypedArray = nodeUtil && nodeUtil.isTypedArray;
		/**
		* A faster alternative to `Function#apply`, this function invokes `func`
		* with the `this` binding of `thisArg` and the arguments of `args`.
		*
		* @private
		* @param {Function} func The function to invoke.
		* @param {*} thisArg The `this` binding of `func`.
		* @param {Array} args The arguments to invoke `func` with.
		* @returns {*} Returns the result of `func`.
		*/
		function apply(func, thisArg, args) {
			switch (args.length) {
				case 0: return func.call(thisArg);
				case 1: return func.call(thisArg, args[0]);
				case 2: return func.call(thisArg, args[0], args[1]);
				case 3: return func.call(thisArg, args[0], args[1], args[2]);
			}
			return func.apply(thisArg, args);
		}
		/**
		* A specialized version of `_.map` for arrays without support for iteratee
		* shorthands.
		*
		* @private
		* @param {Array} [array] The array to iterate over.
		* @param {Function} iteratee The function invoked per iteration.
		* @returns {Array} Returns the new mapped array.
		*/
		function arrayMap(array, iteratee) {
			var index = -1, length = array ? array.length : 0, result = Array(length);
			while (++index < length) result[index] = iteratee(array[index], index, array);
			return result;
		}
		/**
		* Appends the elements of `values` to `array`.
		*
		* @private
		* @param {Array} array The array to modify.
		* @param {Array} values The values to append.
		* @returns {Array} Returns `array`.
		*/
		function arrayPush(array, values) {
			var index = -1, length = values.length, offset = array.length;
			while (++index < length) array[offset + index] = values[index];
			return array;
		}
		/**
		* A specialized version of `_.some` for arrays without support for iteratee
		* shorthands.
		*
		* @private
		* @param {Array} [array] The array to iterate over.
		* @param {Function} predicate The function invoked per iteration.
		* @returns {boolean} Returns `true` if any element passes the predicate check,
		*  else `false`.
		*/
		function arraySome(array, predicate) {
			var index = -1, length = array ? array.length : 0;
			while (++index < length) if (predicate(array[index], index, array)) return true;
			return false;
		}
		/**
		* The base implementation of `_.property` without support for deep paths.
		*
		* @private
		* @param {string} key The key of the property to get.
		* @returns {Function} Returns the new accessor function.
		*/
		function baseProperty(key) {
			return function(object) {
				return object == null ? void 0 : object[key];
			};
		}
		/**
		* The base implementation of `_.sortBy` which uses `comparer` to define the
		* sort order of `array` and replaces criteria objects with their corresponding
		* values.
		*
		* @private
		* @param {Array} array The array to sort.
		* @param {Function} comparer The function to define sort order.
		* @returns {Array} Returns `array`.
		*/
		function baseSortBy(array, comparer) {
			var length = array.length;
			array.sort(comparer);
			while (length--) array[length] = array[length].value;
			return array;
		}
		/**
		* The base implementation of `_.times` without support for iteratee shorthands
		* or max array length checks.
		*
		* @private
		* @param {number} n The number of times to invoke `iteratee`.
		* @param {Function} iteratee The function invoked per iteration.
		* @returns {Array} Returns the array of results.
		*/
		function baseTimes(n, iteratee) {
			var index = -1, result = Array(n);
			while (++index < n) result[index] = iteratee(index);
			return result;
		}
		/**
		* The base implementation of `_.unary` without support for storing metadata.
		*
		* @private
		* @param {Function} func The function to cap arguments for.
		* @returns {Function} Returns the new capped function.
		*/
		function baseUnary(func) {
			return function(value) {
				return func(value);
			};
		}
		/**
		* Gets the value at `key` of `object`.
		*
		* @private
		* @param {Object} [object] The object to query.
		* @param {string} key The key of the property to get.
		* @returns {*} Returns the property value.
		*/
		function getValue(object, key) {
			return object == null ? void 0 : object[key];
		}
		/**
		* Checks if `value` is a host object in IE < 9.
		*
		* @private
		* @param {*} value The value to check.
		* @returns {boolean} Returns `true` if `value` is a host object, else `false`.
		*/
		function isHostObject(value) {
			var result = false;
			if (value != null && typeof value.toString != "function") try {
				result = !!(value + "");
			} catch (e) {}
			return result;
		}
		/**
		* Converts `map` to its key-value pairs.
		*
		* @private
		* @param {Object} map The map to convert.
		* @returns {Array} Returns the key-value pairs.
		*/
		function mapToArray(map) {
			var index = -1, result = Array(map.size);
			map.forEach(function(value, key) {
				result[++index] = [key, value];
			});
			return result;
		}
		/**
		* Creates a unary function that invokes `func` with its argument transformed.
		*
		* @private
		* @param {Function} func The function to wrap.
		* @param {Function} transform The argument transform.
		* @returns {Function} Returns the new function.
		*/
		function overArg(func, transform) {
			return function(arg) {
				return func(transform(arg));
			};
		}
		/**
		* Converts `set` to an array of its values.
		*
		* @private
		* @param {Object} set The set to convert.
		* @returns {Array} Returns the values.
		*/
		function setToArray(set) {
			var index = -1, result = Array(set.size);
			set.forEach(function(value) {
				result[++index] = value;
			});
			return result;
		}
		/** Used for built-in method references. */
		var arrayProto = Array.prototype, funcProto = Function.prototype, objectProto = Object.prototype;
		/** Used to detect overreaching core-js shims. */
		var coreJsData = root["__core-js_shared__"];
		/** Used to detect methods masquerading as native. */
		var maskSrcKey = function() {
			var uid = /[^.]+$/.exec(coreJsData && coreJsData.keys && coreJsData.keys.IE_PROTO || "");
			return uid ? "Symbol(src)_1." + uid : "";
		}();
		/** Used to resolve the decompiled source of functions. */
		var funcToString = funcProto.toString;
		/** Used to check objects for own properties. */
		var hasOwnProperty = objectProto.hasOwnProperty;
		/**
		* Used to resolve the
		* [`toStringTag`](http://ecma-international.org/ecma-262/7.0/#sec-object.prototype.tostring)
		* of values.
		*/
		var objectToString = objectProto.toString;
		/** Used to detect if a method is native. */
		var reIsNative = RegExp("^" + funcToString.call(hasOwnProperty).replace(reRegExpChar, "\\$&").replace(/hasOwnProperty|(function).*?(?=\\\()| for .+?(?=\\\])/g, "$1.*?") + "$");
		/** Built-in value references. */
		var Symbol = root.Symbol, Uint8Array = root.Uint8Array, propertyIsEnumerable = objectProto.propertyIsEnumerable, splice = arrayProto.splice, spreadableSymbol = Symbol ? Symbol.isConcatSpreadable : void 0;
		var nativeKeys = overArg(Object.keys, Object), nativeMax = Math.max;
		var DataView = getNative(root, "DataView"), Map = getNative(root, "Map"), Promise$1 = getNative(root, "Promise"), Set = getNative(root, "Set"), WeakMap = getNative(root, "WeakMap"), nativeCreate = getNative(Object, "create");
		/** Used to detect maps, sets, and weakmaps. */
		var dataViewCtorString = toSource(DataView), mapCtorString = toSource(Map), promiseCtorString = toSource(Promise$1), setCtorString = toSource(Set), weakMapCtorString = toSource(WeakMap);
		/** Used to convert symbols to primitives and strings. */
		var symbolProto = Symbol ? Symbol.prototype : void 0, symbolValueOf = symbolProto ? symbolProto.valueOf : void 0, symbolToString = symbolProto ? symbolProto.toString : void 0;
		/**
		* Creates a hash object.
		*
		* @private
		* @constructor
		* @param {Array} [entries] The key-value pairs to cache.
		*/
		function Hash(entries) {
			var index = -1, length = entries ? entries.length : 0;
			this.clear();
			while (++index < length) {
				var entry = entries[index];
				this.set(entry[0], entry[1]);
			}
		}
		/**
		* Removes all key-value entries from the hash.
		*
		* @private
		* @name clear
		* @memberOf Hash
		*/
		function hashClear() {
			this.__data__ = nativeCreate ? nativeCreate(null) : {};
		}
		/**
		* Removes `key` and its value from the hash.
		*
		* @private
		* @name delete
		* @memberOf Hash
		* @param {Object} hash The hash to modify.
		* @param {string} key The key of the value to remove.
		* @returns {boolean} Returns `true` if the entry was removed, else `false`.
		*/
		function hashDelete(key) {
			return this.has(key) && delete this.__data__[key];
		}
		/**
		* Gets the hash value for `key`.
		*
		* @private
		* @name get
		* @memberOf Hash
		* @param {string} key The key of the value to get.
		* @returns {*} Returns the entry value.
		*/
		function hashGet(key) {
			var data = this.__data__;
			if (nativeCreate) {
				var result = data[key];
				return result === HASH_UNDEFINED ? void 0 : result;
			}
			return hasOwnProperty.call(data, key) ? data[key] : void 0;
		}
		/**
		* Checks if a hash value for `key` exists.
		*
		* @private
		* @name has
		* @memberOf Hash
		* @param {string} key The key of the entry to check.
		* @returns {boolean} Returns `true` if an entry for `key` exists, else `false`.
		*/
		function hashHas(key) {
			var data = this.__data__;
			return nativeCreate ? data[key] !== void 0 : hasOwnProperty.call(data, key);
		}
		/**
		* Sets the hash `key` to `value`.
		*
		* @private
		* @name set
		* @memberOf Hash
		* @param {string} key The key of the value to set.
		* @param {*} value The value to set.
		* @returns {Object} Returns the hash instance.
		*/
		function hashSet(key, value) {
			var data = this.__data__;
			data[key] = nativeCreate && value === void 0 ? HASH_UNDEFINED : value;
			return this;
		}
		Hash.prototype.clear = hashClear;
		Hash.prototype["delete"] = hashDelete;
		Hash.prototype.get = hashGet;
		Hash.prototype.has = hashHas;
		Hash.prototype.set = hashSet;
		/**
		* Creates an list cache object.
		*
		* @private
		* @constructor
		* @param {Array} [entries] The key-value pairs to cache.
		*/
		function ListCache(entries) {
			var index = -1, length = entries ? entries.length : 0;
			this.clear();
			while (++index < length) {
				var entry = entries[index];
				this.set(entry[0], entry[1]);
			}
		}
		/**
		* Removes all key-value entries from the list cache.
		*
		* @private
		* @name clear
		* @memberOf ListCache
		*/
		function listCacheClear() {
			this.__data__ = [];
		}
		/**
		* Removes `key` and its value from the list cache.
		*
		* @private
		* @name delete
		* @memberOf ListCache
		* @param {string} key The key of the value to remove.
		* @returns {boolean} Returns `true` if the entry was removed, else `false`.
		*/
		function listCacheDelete(key) {
			var data = this.__data__, index = assocIndexOf(data, key);
			if (index < 0) return false;
			if (index == data.length - 1) data.pop();
			else splice.call(data, index, 1);
			return true;
		}
		/**
		* Gets the list cache value for `key`.
		*
		* @private
		* @name get
		* @memberOf ListCache
		* @param {string} key The key of the value to get.
		* @returns {*} Returns the entry value.
		*/
		function listCacheGet(key) {
			var data = this.__data__, index = assocIndexOf(data, key);
			return index < 0 ? void 0 : data[index][1];
		}
		/**
		* Checks if a list cache value for `key` exists.
		*
		* @private
		* @name has
		* @memberOf ListCache
		* @param {string} key The key of the entry to check.
		* @returns {boolean} Returns `true` if an entry for `key` exists, else `false`.
		*/
		function listCacheHas(key) {
			return assocIndexOf(this.__data__, key) > -1;
		}
		/**
		* Sets the list cache `key` to `value`.
		*
		* @private
		* @name set
		* @memberOf ListCache
		* @param {string} key The key of the value to set.
		* @param {*} value The value to set.
		* @returns {Object} Returns the list cache instance.
		*/
		function listCacheSet(key, value) {
			var data = this.__data__, index = assocIndexOf(data, key);
			if (index < 0) data.push([key, value]);
			else data[index][1] = value;
			return this;
		}
		ListCache.prototype.clear = listCacheClear;
		ListCache.prototype["delete"] = listCacheDelete;
		ListCache.prototype.get = listCacheGet;
		ListCache.prototype.has = listCacheHas;
		ListCache.prototype.set = listCacheSet;
		/**
		* Creates a map cache object to store key-value pairs.
		*
		* @private
		* @constructor
		* @param {Array} [entries] The key-value pairs to cache.
		*/
		function MapCache(entries) {
			var index = -1, length = entries ? entries.length : 0;
			this.clear();
			while (++index < length) {
				var entry = entries[index];
				this.set(entry[0], entry[1]);
			}
		}
		/**
		* Removes all key-value entries from the map.
		*
		* @private
		* @name clear
		* @memberOf MapCache
		*/
		function mapCacheClear() {
			this.__data__ = {
				"hash": new Hash(),
				"map": new (Map || ListCache)(),
				"string": new Hash()
			};
		}
		/**
		* Removes `key` and its value from the map.
		*
		* @private
		* @name delete
		* @memberOf MapCache
		* @param {string} key The key of the value to remove.
		* @returns {boolean} Returns `true` if the entry was removed, else `false`.
		*/
		function mapCacheDelete(key) {
			return getMapData(this, key)["delete"](key);
		}
		/**
		* Gets the map value for `key`.
		*
		* @private
		* @name get
		* @memberOf MapCache
		* @param {string} key The key of the value to get.
		* @returns {*} Returns the entry value.
		*/
		function mapCacheGet(key) {
			return getMapData(this, key).get(key);
		}
		/**
		* Checks if a map value for `key` exists.
		*
		* @private
		* @name has
		* @memberOf MapCache
		* @param {string} key The key of the entry to check.
		* @returns {boolean} Returns `true` if an entry for `key` exists, else `false`.
		*/
		function mapCacheHas(key) {
			return getMapData(this, key).has(key);
		}
		/**
		* Sets the map `key` to `value`.
		*
		* @private
		* @name set
		* @memberOf MapCache
		* @param {string} key The key of the value to set.
		* @param {*} value The value to set.
		* @returns {Object} Returns the map cache instance.
		*/
		function mapCacheSet(key, value) {
			getMapData(this, key).set(key, value);
			return this;
		}
		MapCache.prototype.clear = mapCacheClear;
		MapCache.prototype["delete"] = mapCacheDelete;
		MapCache.prototype.get = mapCacheGet;
		MapCache.prototype.has = mapCacheHas;
		MapCache.prototype.set = mapCacheSet;
		/**
		*
		* Creates an array cache object to store unique values.
		*
		* @private
		* @constructor
		* @param {Array} [values] The values to cache.
		*/
		function SetCache(values) {
			var index = -1, length = values ? values.length : 0;
			this.__data__ = new MapCache();
			while (++index < length) this.add(values[index]);
		}
		/**
		* Adds `value` to the array cache.
		*
		* @private
		* @name add
		* @memberOf SetCache
		* @alias push
		* @param {*} value The value to cache.
		* @returns {Object} Returns the cache instance.
		*/
		function setCacheAdd(value) {
			this.__data__.set(value, HASH_UNDEFINED);
			return this;
		}
		/**
		* Checks if `value` is in the array cache.
		*
		* @private
		* @name has
		* @memberOf SetCache
		* @param {*} value The value to search for.
		* @returns {number} Returns `true` if `value` is found, else `false`.
		*/
		function setCacheHas(value) {
			return this.__data__.has(value);
		}
		SetCache.prototype.add = SetCache.prototype.push = setCacheAdd;
		SetCache.prototype.has = setCacheHas;
		/**
		* Creates a stack cache object to store key-value pairs.
		*
		* @private
		* @constructor
		* @param {Array} [entries] The key-value pairs to cache.
		*/
		function Stack(entries) {
			this.__data__ = new ListCache(entries);
		}
		/**
		* Removes all key-value entries from the stack.
		*
		* @private
		* @name clear
		* @memberOf Stack
		*/
		function stackClear() {
			this.__data__ = new ListCache();
		}
		/**
		* Removes `key` and its value from the stack.
		*
		* @private
		* @name delete
		* @memberOf Stack
		* @param {string} key The key of the value to remove.
		* @returns {boolean} Returns `true` if the entry was removed, else `false`.
		*/
		function stackDelete(key) {
			return this.__data__["delete"](key);
		}
		/**
		* Gets the stack value for `key`.
		*
		* @private
		* @name get
		* @memberOf Stack
		* @param {string} key The key of the value to get.
		* @returns {*} Returns the entry value.
		*/
		function stackGet(key) {
			return this.__data__.get(key);
		}
		/**
		* Checks if a stack value for `key` exists.
		*
		* @private
		* @name has
		* @memberOf Stack
		* @param {string} key The key of the entry to check.
		* @returns {boolean} Returns `true` if an entry for `key` exists, else `false`.
		*/
		function stackHas(key) {
			return this.__data__.has(key);
		}
		/**
		* Sets the stack `key` to `value`.
		*
		* @private
		* @name set
		* @memberOf Stack
		* @param {string} key The key of the value to set.
		* @param {*} value The value to set.
		* @returns {Object} Returns the stack cache instance.
		*/
		function stackSet(key, value) {
			var cache = this.__data__;
			if (cache instanceof ListCache) {
				var pairs = cache.__data__;
				if (!Map || pairs.length < 199) {
					pairs.push([key, value]);
					return this;
				}
				cache = this.__data__ = new MapCache(pairs);
			}
			cache.set(key, value);
			return this;
		}
		Stack.prototype.clear = stackClear;
		Stack.prototype["delete"] = stackDelete;
		Stack.prototype.get = stackGet;
		Stack.prototype.has = stackHas;
		Stack.prototype.set = stackSet;
		/**
		* Creates an array of the enumerable property names of the array-like `value`.
		*
		* @private
		* @param {*} value The value to query.
		* @param {boolean} inherited Specify returning inherited property names.
		* @returns {Array} Returns the array of property names.
		*/
		function arrayLikeKeys(value, inherited) {
			var result = isArray(value) || isArguments(value) ? baseTimes(value.length, String) : [];
			var length = result.length, skipIndexes = !!length;
			for (var key in value) if (hasOwnProperty.call(value, key) && !(skipIndexes && (key == "length" || isIndex(key, length)))) result.push(key);
			return result;
		}
		/**
		* Gets the index at which the `key` is found in `array` of key-value pairs.
		*
		* @private
		* @param {Array} array The array to inspect.
		* @param {*} key The key to search for.
		* @returns {number} Returns the index of the matched value, else `-1`.
		*/
		function assocIndexOf(array, key) {
			var length = array.length;
			while (length--) if (eq(array[length][0], key)) return length;
			return -1;
		}
		/**
		* The base implementation of `_.forEach` without support for iteratee shorthands.
		*
		* @private
		* @param {Array|Object} collection The collection to iterate over.
		* @param {Function} iteratee The function invoked per iteration.
		* @returns {Array|Object} Returns `collection`.
		*/
		var baseEach = createBaseEach(baseForOwn);
		/**
		* The base implementation of `_.flatten` with support for restricting flattening.
		*
		* @private
		* @param {Array} array The array to flatten.
		* @param {number} depth The maximum recursion depth.
		* @param {boolean} [predicate=isFlattenable] The function invoked per iteration.
		* @param {boolean} [isStrict] Restrict to values that pass `predicate` checks.
		* @param {Array} [result=[]] The initial result value.
		* @returns {Array} Returns the new flattened array.
		*/
		function baseFlatten(array, depth, predicate, isStrict, result) {
			var index = -1, length = array.length;
			predicate || (predicate = isFlattenable);
			result || (result = []);
			while (++index < length) {
				var value = array[index];
				if (predicate(value)) arrayPush(result, value);
				else result[result.length] = value;
			}
			return result;
		}
		/**
		* The base implementation of `baseForOwn` which iterates over `object`
		* properties returned by `keysFunc` and invokes `iteratee` for each property.
		* Iteratee functions may exit iteration early by explicitly returning `false`.
		*
		* @private
		* @param {Object} object The object to iterate over.
		* @param {Function} iteratee The function invoked per iteration.
		* @param {Function} keysFunc The function to get the keys of `object`.
		* @returns {Object} Returns `object`.
		*/
		var baseFor = createBaseFor();
		/**
		* The base implementation of `_.forOwn` without support for iteratee shorthands.
		*
		* @private
		* @param {Object} object The object to iterate over.
		* @param {Function} iteratee The function invoked per iteration.
		* @returns {Object} Returns `object`.
		*/
		function baseForOwn(object, iteratee) {
			return object && baseFor(object, iteratee, keys);
		}
		/**
		* The base implementation of `_.get` without support for default values.
		*
		* @private
		* @param {Object} object The object to query.
		* @param {Array|string} path The path of the property to get.
		* @returns {*} Returns the resolved value.
		*/
		function baseGet(object, path) {
			path = isKey(path, object) ? [path] : castPath(path);
			var index = 0, length = path.length;
			while (object != null && index < length) object = object[toKey(path[index++])];
			return index && index == length ? object : void 0;
		}
		/**
		* The base implementation of `getTag`.
		*
		* @private
		* @param {*} value The value to query.
		* @returns {string} Returns the `toStringTag`.
		*/
		function baseGetTag(value) {
			return objectToString.call(value);
		}
		/**
		* The base implementation of `_.hasIn` without support for deep paths.
		*
		* @private
		* @param {Object} [object] The object to query.
		* @param {Array|string} key The key to check.
		* @returns {boolean} Returns `true` if `key` exists, else `false`.
		*/
		function baseHasIn(object, key) {
			return object != null && key in Object(object);
		}
		/**
		* The base implementation of `_.isEqual` which supports partial comparisons
		* and tracks traversed objects.
		*
		* @private
		* @param {*} value The value to compare.
		* @param {*} other The other value to compare.
		* @param {Function} [customizer] The function to customize comparisons.
		* @param {boolean} [bitmask] The bitmask of comparison flags.
		*  The bitmask may be composed of the following flags:
		*     1 - Unordered comparison
		*     2 - Partial comparison
		* @param {Object} [stack] Tracks traversed `value` and `other` objects.
		* @returns {boolean} Returns `true` if the values are equivalent, else `false`.
		*/
		function baseIsEqual(value, other, customizer, bitmask, stack) {
			if (value === other) return true;
			if (value == null || other == null || !isObject(value) && !isObjectLike(other)) return value !== value && other !== other;
			return baseIsEqualDeep(value, other, baseIsEqual, customizer, bitmask, stack);
		}
		/**
		* A specialized version of `baseIsEqual` for arrays and objects which performs
		* deep comparisons and tracks traversed objects enabling objects with circular
		* references to be compared.
		*
		* @private
		* @param {Object} object The object to compare.
		* @param {Object} other The other object to compare.
		* @param {Function} equalFunc The function to determine equivalents of values.
		* @param {Function} [customizer] The function to customize comparisons.
		* @param {number} [bitmask] The bitmask of comparison flags. See `baseIsEqual`
		*  for more details.
		* @param {Object} [stack] Tracks traversed `object` and `other` objects.
		* @returns {boolean} Returns `true` if the objects are equivalent, else `false`.
		*/
		function baseIsEqualDeep(object, other, equalFunc, customizer, bitmask, stack) {
			var objIsArr = isArray(object), othIsArr = isArray(other), objTag = arrayTag, othTag = arrayTag;
			if (!objIsArr) {
				objTag = getTag(object);
				objTag = objTag == argsTag ? objectTag : objTag;
			}
			if (!othIsArr) {
				othTag = getTag(other);
				othTag = othTag == argsTag ? objectTag : othTag;
			}
			var objIsObj = objTag == objectTag && !isHostObject(object), othIsObj = othTag == objectTag && !isHostObject(other), isSameTag = objTag == othTag;
			if (isSameTag && !objIsObj) {
				stack || (stack = new Stack());
				return objIsArr || isTypedArray(object) ? equalArrays(object, other, equalFunc, customizer, bitmask, stack) : equalByTag(object, other, objTag, equalFunc, customizer, bitmask, stack);
			}
			if (!(bitmask & PARTIAL_COMPARE_FLAG)) {
				var objIsWrapped = objIsObj && hasOwnProperty.call(object, "__wrapped__"), othIsWrapped = othIsObj && hasOwnProperty.call(other, "__wrapped__");
				if (objIsWrapped || othIsWrapped) {
					var objUnwrapped = objIsWrapped ? object.value() : object, othUnwrapped = othIsWrapped ? other.value() : other;
					stack || (stack = new Stack());
					return equalFunc(objUnwrapped, othUnwrapped, customizer, bitmask, stack);
				}
			}
			if (!isSameTag) return false;
			stack || (stack = new Stack());
			return equalObjects(object, other, equalFunc, customizer, bitmask, stack);
		}
		/**
		* The base implementation of `_.isMatch` without support for iteratee shorthands.
		*
		* @private
		* @param {Object} object The object to inspect.
		* @param {Object} source The object of property values to match.
		* @param {Array} matchData The property names, values, and compare flags to match.
		* @param {Function} [customizer] The function to customize comparisons.
		* @returns {boolean} Returns `true` if `object` is a match, else `false`.
		*/
		function baseIsMatch(object, source, matchData, customizer) {
			var index = matchData.length, length = index;
			if (object == null) return !length;
			object = Object(object);
			while (index--) {
				var data = matchData[index];
				if (data[2] ? data[1] !== object[data[0]] : !(data[0] in object)) return false;
			}
			while (++index < length) {
				data = matchData[index];
				var key = data[0], objValue = object[key], srcValue = data[1];
				if (data[2]) {
					if (objValue === void 0 && !(key in object)) return false;
				} else {
					var stack = new Stack();
					var result;
					if (!(result === void 0 ? baseIsEqual(srcValue, objValue, customizer, 3, stack) : result)) return false;
				}
			}
			return true;
		}
		/**
		* The base implementation of `_.isNative` without bad shim checks.
		*
		* @private
		* @param {*} value The value to check.
		* @returns {boolean} Returns `true` if `value` is a native function,
		*  else `false`.
		*/
		function baseIsNative(value) {
			if (!isObject(value) || isMasked(value)) return false;
			return (isFunction(value) || isHostObject(value) ? reIsNative : reIsHostCtor).test(toSource(value));
		}
		/**
		* The base implementation of `_.isTypedArray` without Node.js optimizations.
		*
		* @private
		* @param {*} value The value to check.
		* @returns {boolean} Returns `true` if `value` is a typed array, else `false`.
		*/
		function baseIsTypedArray(value) {
			return isObjectLike(value) && isLength(value.length) && !!typedArrayTags[objectToString.call(value)];
		}
		/**
		* The base implementation of `_.iteratee`.
		*
		* @private
		* @param {*} [value=_.identity] The value to convert to an iteratee.
		* @returns {Function} Returns the iteratee.
		*/
		function baseIteratee(value) {
			if (typeof value == "function") return value;
			if (value == null) return identity;
			if (typeof value == "object") return isArray(value) ? baseMatchesProperty(value[0], value[1]) : baseMatches(value);
			return property(value);
		}
		/**
		* The base implementation of `_.keys` which doesn't treat sparse arrays as dense.
		*
		* @private
		* @param {Object} object The object to query.
		* @returns {Array} Returns the array of property names.
		*/
		function baseKeys(object) {
			if (!isPrototype(object)) return nativeKeys(object);
			var result = [];
			for (var key in Object(object)) if (hasOwnProperty.call(object, key) && key != "constructor") result.push(key);
			return result;
		}
		/**
		* The base implementation of `_.map` without support for iteratee shorthands.
		*
		* @private
		* @param {Array|Object} collection The collection to iterate over.
		* @param {Function} iteratee The function invoked per iteration.
		* @returns {Array} Returns the new mapped array.
		*/
		function baseMap(collection, iteratee) {
			var index = -1, result = isArrayLike(collection) ? Array(collection.length) : [];
			baseEach(collection, function(value, key, collection) {
				result[++index] = iteratee(value, key, collection);
			});
			return result;
		}
		/**
		* The base implementation of `_.matches` which doesn't clone `source`.
		*
		* @private
		* @param {Object} source The object of property values to match.
		* @returns {Function} Returns the new spec function.
		*/
		function baseMatches(source) {
			var matchData = getMatchData(source);
			if (matchData.length == 1 && matchData[0][2]) return matchesStrictComparable(matchData[0][0], matchData[0][1]);
			return function(object) {
				return object === source || baseIsMatch(object, source, matchData);
			};
		}
		/**
		* The base implementation of `_.matchesProperty` which doesn't clone `srcValue`.
		*
		* @private
		* @param {string} path The path of the property to get.
		* @param {*} srcValue The value to match.
		* @returns {Function} Returns the new spec function.
		*/
		function baseMatchesProperty(path, srcValue) {
			if (isKey(path) && isStrictComparable(srcValue)) return matchesStrictComparable(toKey(path), srcValue);
			return function(object) {
				var objValue = get(object, path);
				return objValue === void 0 && objValue === srcValue ? hasIn(object, path) : baseIsEqual(srcValue, objValue, void 0, 3);
			};
		}
		/**
		* The base implementation of `_.orderBy` without param guards.
		*
		* @private
		* @param {Array|Object} collection The collection to iterate over.
		* @param {Function[]|Object[]|string[]} iteratees The iteratees to sort by.
		* @param {string[]} orders The sort orders of `iteratees`.
		* @returns {Array} Returns the new sorted array.
		*/
		function baseOrderBy(collection, iteratees, orders) {
			var index = -1;
			iteratees = arrayMap(iteratees.length ? iteratees : [identity], baseUnary(baseIteratee));
			return baseSortBy(baseMap(collection, function(value, key, collection) {
				return {
					"criteria": arrayMap(iteratees, function(iteratee) {
						return iteratee(value);
					}),
					"index": ++index,
					"value": value
				};
			}), function(object, other) {
				return compareMultiple(object, other, orders);
			});
		}
		/**
		* A specialized version of `baseProperty` which supports deep paths.
		*
		* @private
		* @param {Array|string} path The path of the property to get.
		* @returns {Function} Returns the new accessor function.
		*/
		function basePropertyDeep(path) {
			return function(object) {
				return baseGet(object, path);
			};
		}
		/**
		* The base implementation of `_.rest` which doesn't validate or coerce arguments.
		*
		* @private
		* @param {Function} func The function to apply a rest parameter to.
		* @param {number} [start=func.length-1] The start position of the rest parameter.
		* @returns {Function} Returns the new function.
		*/
		function baseRest(func, start) {
			start = nativeMax(start === void 0 ? func.length - 1 : start, 0);
			return function() {
				var args = arguments, index = -1, length = nativeMax(args.length - start, 0), array = Array(length);
				while (++index < length) array[index] = args[start + index];
				index = -1;
				var otherArgs = Array(start + 1);
				while (++index < start) otherArgs[index] = args[index];
				otherArgs[start] = array;
				return apply(func, this, otherArgs);
			};
		}
		/**
		* The base implementation of `_.toString` which doesn't convert nullish
		* values to empty strings.
		*
		* @private
		* @param {*} value The value to process.
		* @returns {string} Returns the string.
		*/
		function baseToString(value) {
			if (typeof value == "string") return value;
			if (isSymbol(value)) return symbolToString ? symbolToString.call(value) : "";
			var result = value + "";
			return result == "0" && 1 / value == -Infinity ? "-0" : result;
		}
		/**
		* Casts `value` to a path array if it's not one.
		*
		* @private
		* @param {*} value The value to inspect.
		* @returns {Array} Returns the cast property path array.
		*/
		function castPath(value) {
			return isArray(value) ? value : stringToPath(value);
		}
		/**
		* Compares values to sort them in ascending order.
		*
		* @private
		* @param {*} value The value to compare.
		* @param {*} other The other value to compare.
		* @returns {number} Returns the sort order indicator for `value`.
		*/
		function compareAscending(value, other) {
			if (value !== other) {
				var valIsDefined = value !== void 0, valIsNull = value === null, valIsReflexive = value === value, valIsSymbol = isSymbol(value);
				var othIsDefined = other !== void 0, othIsNull = other === null, othIsReflexive = other === other, othIsSymbol = isSymbol(other);
				if (!othIsNull && !othIsSymbol && !valIsSymbol && value > other || valIsSymbol && othIsDefined && othIsReflexive && !othIsNull && !othIsSymbol || valIsNull && othIsDefined && othIsReflexive || !valIsDefined && othIsReflexive || !valIsReflexive) return 1;
				if (!valIsNull && !valIsSymbol && !othIsSymbol && value < other || othIsSymbol && valIsDefined && valIsReflexive && !valIsNull && !valIsSymbol || othIsNull && valIsDefined && valIsReflexive || !othIsDefined && valIsReflexive || !othIsReflexive) return -1;
			}
			return 0;
		}
		/**
		* Used by `_.orderBy` to compare multiple properties of a value to another
		* and stable sort them.
		*
		* If `orders` is unspecified, all values are sorted in ascending order. Otherwise,
		* specify an order of "desc" for descending or "asc" for ascending sort order
		* of corresponding values.
		*
		* @private
		* @param {Object} object The object to compare.
		* @param {Object} other The other object to compare.
		* @param {boolean[]|string[]} orders The order to sort by for each property.
		* @returns {number} Returns the sort order indicator for `object`.
		*/
		function compareMultiple(object, other, orders) {
			var index = -1, objCriteria = object.criteria, othCriteria = other.criteria, length = objCriteria.length, ordersLength = orders.length;
			while (++index < length) {
				var result = compareAscending(objCriteria[index], othCriteria[index]);
				if (result) {
					if (index >= ordersLength) return result;
					return result * (orders[index] == "desc" ? -1 : 1);
				}
			}
			return object.index - other.index;
		}
		/**
		* Creates a `baseEach` or `baseEachRight` function.
		*
		* @private
		* @param {Function} eachFunc The function to iterate over a collection.
		* @param {boolean} [fromRight] Specify iterating from right to left.
		* @returns {Function} Returns the new base function.
		*/
		function createBaseEach(eachFunc, fromRight) {
			return function(collection, iteratee) {
				if (collection == null) return collection;
				if (!isArrayLike(collection)) return eachFunc(collection, iteratee);
				var length = collection.length, index = -1, iterable = Object(collection);
				while (++index < length) if (iteratee(iterable[index], index, iterable) === false) break;
				return collection;
			};
		}
		/**
		* Creates a base function for methods like `_.forIn` and `_.forOwn`.
		*
		* @private
		* @param {boolean} [fromRight] Specify iterating from right to left.
		* @returns {Function} Returns the new base function.
		*/
		function createBaseFor(fromRight) {
			return function(object, iteratee, keysFunc) {
				var index = -1, iterable = Object(object), props = keysFunc(object), length = props.length;
				while (length--) {
					var key = props[++index];
					if (iteratee(iterable[key], key, iterable) === false) break;
				}
				return object;
			};
		}
		/**
		* A specialized version of `baseIsEqualDeep` for arrays with support for
		* partial deep comparisons.
		*
		* @private
		* @param {Array} array The array to compare.
		* @param {Array} other The other array to compare.
		* @param {Function} equalFunc The function to determine equivalents of values.
		* @param {Function} customizer The function to customize comparisons.
		* @param {number} bitmask The bitmask of comparison flags. See `baseIsEqual`
		*  for more details.
		* @param {Object} stack Tracks traversed `array` and `other` objects.
		* @returns {boolean} Returns `true` if the arrays are equivalent, else `false`.
		*/
		function equalArrays(array, other, equalFunc, customizer, bitmask, stack) {
			var isPartial = bitmask & PARTIAL_COMPARE_FLAG, arrLength = array.length, othLength = other.length;
			if (arrLength != othLength && !(isPartial && othLength > arrLength)) return false;
			var stacked = stack.get(array);
			if (stacked && stack.get(other)) return stacked == other;
			var index = -1, result = true, seen = bitmask & UNORDERED_COMPARE_FLAG ? new SetCache() : void 0;
			stack.set(array, other);
			stack.set(other, array);
			while (++index < arrLength) {
				var arrValue = array[index], othValue = other[index];
				if (customizer) var compared = isPartial ? customizer(othValue, arrValue, index, other, array, stack) : customizer(arrValue, othValue, index, array, other, stack);
				if (compared !== void 0) {
					if (compared) continue;
					result = false;
					break;
				}
				if (seen) {
					if (!arraySome(other, function(othValue, othIndex) {
						if (!seen.has(othIndex) && (arrValue === othValue || equalFunc(arrValue, othValue, customizer, bitmask, stack))) return seen.add(othIndex);
					})) {
						result = false;
						break;
					}
				} else if (!(arrValue === othValue || equalFunc(arrValue, othValue, customizer, bitmask, stack))) {
					result = false;
					break;
				}
			}
			stack["delete"](array);
			stack["delete"](other);
			return result;
		}
		/**
		* A specialized version of `baseIsEqualDeep` for comparing objects of
		* the same `toStringTag`.
		*
		* **Note:** This function only supports comparing values with tags of
		* `Boolean`, `Date`, `Error`, `Number`, `RegExp`, or `String`.
		*
		* @private
		* @param {Object} object The object to compare.
		* @param {Object} other The other object to compare.
		* @param {string} tag The `toStringTag` of the objects to compare.
		* @param {Function} equalFunc The function to determine equivalents of values.
		* @param {Function} customizer The function to customize comparisons.
		* @param {number} bitmask The bitmask of comparison flags. See `baseIsEqual`
		*  for more details.
		* @param {Object} stack Tracks traversed `object` and `other` objects.
		* @returns {boolean} Returns `true` if the objects are equivalent, else `false`.
		*/
		function equalByTag(object, other, tag, equalFunc, customizer, bitmask, stack) {
			switch (tag) {
				case dataViewTag:
					if (object.byteLength != other.byteLength || object.byteOffset != other.byteOffset) return false;
					object = object.buffer;
					other = other.buffer;
				case arrayBufferTag:
					if (object.byteLength != other.byteLength || !equalFunc(new Uint8Array(object), new Uint8Array(other))) return false;
					return true;
				case boolTag:
				case dateTag:
				case numberTag: return eq(+object, +other);
				case errorTag: return object.name == other.name && object.message == other.message;
				case regexpTag:
				case stringTag: return object == other + "";
				case mapTag: var convert = mapToArray;
				case setTag:
					var isPartial = bitmask & PARTIAL_COMPARE_FLAG;
					convert || (convert = setToArray);
					if (object.size != other.size && !isPartial) return false;
					var stacked = stack.get(object);
					if (stacked) return stacked == other;
					bitmask |= UNORDERED_COMPARE_FLAG;
					stack.set(object, other);
					var result = equalArrays(convert(object), convert(other), equalFunc, customizer, bitmask, stack);
					stack["delete"](object);
					return result;
				case symbolTag: if (symbolValueOf) return symbolValueOf.call(object) == symbolValueOf.call(other);
			}
			return false;
		}
		/**
		* A specialized version of `baseIsEqualDeep` for objects with support for
		* partial deep comparisons.
		*
		* @private
		* @param {Object} object The object to compare.
		* @param {Object} other The other object to compare.
		* @param {Function} equalFunc The function to determine equivalents of values.
		* @param {Function} customizer The function to customize comparisons.
		* @param {number} bitmask The bitmask of comparison flags. See `baseIsEqual`
		*  for more details.
		* @param {Object} stack Tracks traversed `object` and `other` objects.
		* @returns {boolean} Returns `true` if the objects are equivalent, else `false`.
		*/
		function equalObjects(object, other, equalFunc, customizer, bitmask, stack) {
			var isPartial = bitmask & PARTIAL_COMPARE_FLAG, objProps = keys(object), objLength = objProps.length;
			if (objLength != keys(other).length && !isPartial) return false;
			var index = objLength;
			while (index--) {
				var key = objProps[index];
				if (!(isPartial ? key in other : hasOwnProperty.call(other, key))) return false;
			}
			var stacked = stack.get(object);
			if (stacked && stack.get(other)) return stacked == other;
			var result = true;
			stack.set(object, other);
			stack.set(other, object);
			var skipCtor = isPartial;
			while (++index < objLength) {
				key = objProps[index];
				var objValue = object[key], othValue = other[key];
				if (customizer) var compared = isPartial ? customizer(othValue, objValue, key, other, object, stack) : customizer(objValue, othValue, key, object, other, stack);
				if (!(compared === void 0 ? objValue === othValue || equalFunc(objValue, othValue, customizer, bitmask, stack) : compared)) {
					result = false;
					break;
				}
				skipCtor || (skipCtor = key == "constructor");
			}
			if (result && !skipCtor) {
				var objCtor = object.constructor, othCtor = other.constructor;
				if (objCtor != othCtor && "constructor" in object && "constructor" in other && !(typeof objCtor == "function" && objCtor instanceof objCtor && typeof othCtor == "function" && othCtor instanceof othCtor)) result = false;
			}
			stack["delete"](object);
			stack["delete"](other);
			return result;
		}
		/**
		* Gets the data for `map`.
		*
		* @private
		* @param {Object} map The map to query.
		* @param {string} key The reference key.
		* @returns {*} Returns the map data.
		*/
		function getMapData(map, key) {
			var data = map.__data__;
			return isKeyable(key) ? data[typeof key == "string" ? "string" : "hash"] : data.map;
		}
		/**
		* Gets the property names, values, and compare flags of `object`.
		*
		* @private
		* @param {Object} object The object to query.
		* @returns {Array} Returns the match data of `object`.
		*/
		function getMatchData(object) {
			var result = keys(object), length = result.length;
			while (length--) {
				var key = result[length], value = object[key];
				result[length] = [
					key,
					value,
					isStrictComparable(value)
				];
			}
			return result;
		}
		/**
		* Gets the native function at `key` of `object`.
		*
		* @private
		* @param {Object} object The object to query.
		* @param {string} key The key of the method to get.
		* @returns {*} Returns the function if it's native, else `undefined`.
		*/
		function getNative(object, key) {
			var value = getValue(object, key);
			return baseIsNative(value) ? value : void 0;
		}
		/**
		* Gets the `toStringTag` of `value`.
		*
		* @private
		* @param {*} value The value to query.
		* @returns {string} Returns the `toStringTag`.
		*/
		var getTag = baseGetTag;
		if (DataView && getTag(new DataView(/* @__PURE__ */ new ArrayBuffer(1))) != dataViewTag || Map && getTag(new Map()) != mapTag || Promise$1 && getTag(Promise$1.resolve()) != promiseTag || Set && getTag(new Set()) != setTag || WeakMap && getTag(new WeakMap()) != weakMapTag) getTag = function(value) {
			var result = objectToString.call(value), Ctor = result == objectTag ? value.constructor : void 0, ctorString = Ctor ? toSource(Ctor) : void 0;
			if (ctorString) switch (ctorString) {
				case dataViewCtorString: return dataViewTag;
				case mapCtorString: return mapTag;
				case promiseCtorString: return promiseTag;
				case setCtorString: return setTag;
				case weakMapCtorString: return weakMapTag;
			}
			return result;
		};
		/**
		* Checks if `path` exists on `object`.
		*
		* @private
		* @param {Object} object The object to query.
		* @param {Array|string} path The path to check.
		* @param {Function} hasFunc The function to check properties.
		* @returns {boolean} Returns `true` if `path` exists, else `false`.
		*/
		function hasPath(object, path, hasFunc) {
			path = isKey(path, object) ? [path] : castPath(path);
			var result, index = -1, length = path.length;
			while (++index < length) {
				var key = toKey(path[index]);
				if (!(result = object != null && hasFunc(object, key))) break;
				object = object[key];
			}
			if (result) return result;
			var length = object ? object.length : 0;
			return !!length && isLength(length) && isIndex(key, length) && (isArray(object) || isArguments(object));
		}
		/**
		* Checks if `value` is a flattenable `arguments` object or array.
		*
		* @private
		* @param {*} value The value to check.
		* @returns {boolean} Returns `true` if `value` is flattenable, else `false`.
		*/
		function isFlattenable(value) {
			return isArray(value) || isArguments(value) || !!(spreadableSymbol && value && value[spreadableSymbol]);
		}
		/**
		* Checks if `value` is a valid array-like index.
		*
		* @private
		* @param {*} value The value to check.
		* @param {number} [length=MAX_SAFE_INTEGER] The upper bounds of a valid index.
		* @returns {boolean} Returns `true` if `value` is a valid index, else `false`.
		*/
		function isIndex(value, length) {
			length = length == null ? MAX_SAFE_INTEGER : length;
			return !!length && (typeof value == "number" || reIsUint.test(value)) && value > -1 && value % 1 == 0 && value < length;
		}
		/**
		* Checks if the given arguments are from an iteratee call.
		*
		* @private
		* @param {*} value The potential iteratee value argument.
		* @param {*} index The potential iteratee index or key argument.
		* @param {*} object The potential iteratee object argument.
		* @returns {boolean} Returns `true` if the arguments are from an iteratee call,
		*  else `false`.
		*/
		function isIterateeCall(value, index, object) {
			if (!isObject(object)) return false;
			var type = typeof index;
			if (type == "number" ? isArrayLike(object) && isIndex(index, object.length) : type == "string" && index in object) return eq(object[index], value);
			return false;
		}
		/**
		* Checks if `value` is a property name and not a property path.
		*
		* @private
		* @param {*} value The value to check.
		* @param {Object} [object] The object to query keys on.
		* @returns {boolean} Returns `true` if `value` is a property name, else `false`.
		*/
		function isKey(value, object) {
			if (isArray(value)) return false;
			var type = typeof value;
			if (type == "number" || type == "symbol" || type == "boolean" || value == null || isSymbol(value)) return true;
			return reIsPlainProp.test(value) || !reIsDeepProp.test(value) || object != null && value in Object(object);
		}
		/**
		* Checks if `value` is suitable for use as unique object key.
		*
		* @private
		* @param {*} value The value to check.
		* @returns {boolean} Returns `true` if `value` is suitable, else `false`.
		*/
		function isKeyable(value) {
			var type = typeof value;
			return type == "string" || type == "number" || type == "symbol" || type == "boolean" ? value !== "__proto__" : value === null;
		}
		/**
		* Checks if `func` has its source masked.
		*
		* @private
		* @param {Function} func The function to check.
		* @returns {boolean} Returns `true` if `func` is masked, else `false`.
		*/
		function isMasked(func) {
			return !!maskSrcKey && maskSrcKey in func;
		}
		/**
		* Checks if `value` is likely a prototype object.
		*
		* @private
		* @param {*} value The value to check.
		* @returns {boolean} Returns `true` if `value` is a prototype, else `false`.
		*/
		function isPrototype(value) {
			var Ctor = value && value.constructor;
			return value === (typeof Ctor == "function" && Ctor.prototype || objectProto);
		}
		/**
		* Checks if `value` is suitable for strict equality comparisons, i.e. `===`.
		*
		* @private
		* @param {*} value The value to check.
		* @returns {boolean} Returns `true` if `value` if suitable for strict
		*  equality comparisons, else `false`.
		*/
		function isStrictComparable(value) {
			return value === value && !isObject(value);
		}
		/**
		* A specialized version of `matchesProperty` for source values suitable
		* for strict equality comparisons, i.e. `===`.
		*
		* @private
		* @param {string} key The key of the property to get.
		* @param {*} srcValue The value to match.
		* @returns {Function} Returns the new spec function.
		*/
		function matchesStrictComparable(key, srcValue) {
			return function(object) {
				if (object == null) return false;
				return object[key] === srcValue && (srcValue !== void 0 || key in Object(object));
			};
		}
		/**
		* Converts `string` to a property path array.
		*
		* @private
		* @param {string} string The string to convert.
		* @returns {Array} Returns the property path array.
		*/
		var stringToPath = memoize(function(string) {
			string = toString(string);
			var result = [];
			if (reLeadingDot.test(string)) result.push("");
			string.replace(rePropName, function(match, number, quote, string) {
				result.push(quote ? string.replace(reEscapeChar, "$1") : number || match);
			});
			return result;
		});
		/**
		* Converts `value` to a string key if it's not a string or symbol.
		*
		* @private
		* @param {*} value The value to inspect.
		* @returns {string|symbol} Returns the key.
		*/
		function toKey(value) {
			if (typeof value == "string" || isSymbol(value)) return value;
			var result = value + "";
			return result == "0" && 1 / value == -Infinity ? "-0" : result;
		}
		/**
		* Converts `func` to its source code.
		*
		* @private
		* @param {Function} func The function to process.
		* @returns {string} Returns the source code.
		*/
		function toSource(func) {
			if (func != null) {
				try {
					return funcToString.call(func);
				} catch (e) {}
				try {
					return func + "";
				} catch (e) {}
			}
			return "";
		}
		/**
		* Creates an array of elements, sorted in ascending order by the results of
		* running each element in a collection thru each iteratee. This method
		* performs a stable sort, that is, it preserves the original sort order of
		* equal elements. The iteratees are invoked with one argument: (value).
		*
		* @static
		* @memberOf _
		* @since 0.1.0
		* @category Collection
		* @param {Array|Object} collection The collection to iterate over.
		* @param {...(Function|Function[])} [iteratees=[_.identity]]
		*  The iteratees to sort by.
		* @returns {Array} Returns the new sorted array.
		* @example
		*
		* var users = [
		*   { 'user': 'fred',   'age': 48 },
		*   { 'user': 'barney', 'age': 36 },
		*   { 'user': 'fred',   'age': 40 },
		*   { 'user': 'barney', 'age': 34 }
		* ];
		*
		* _.sortBy(users, function(o) { return o.user; });
		* // => objects for [['barney', 36], ['barney', 34], ['fred', 48], ['fred', 40]]
		*
		* _.sortBy(users, ['user', 'age']);
		* // => objects for [['barney', 34], ['barney', 36], ['fred', 40], ['fred', 48]]
		*
		* _.sortBy(users, 'user', function(o) {
		*   return Math.floor(o.age / 10);
		* });
		* // => objects for [['barney', 36], ['barney', 34], ['fred', 48], ['fred', 40]]
		*/
		var sortBy = baseRest(function(collection, iteratees) {
			if (collection == null) return [];
			var length = iteratees.length;
			if (length > 1 && isIterateeCall(collection, iteratees[0], iteratees[1])) iteratees = [];
			else if (length > 2 && isIterateeCall(iteratees[0], iteratees[1], iteratees[2])) iteratees = [iteratees[0]];
			return baseOrderBy(collection, baseFlatten(iteratees), []);
		});
		/**
		* Creates a function that memoizes the result of `func`. If `resolver` is
		* provided, it determines the cache key for storing the result based on the
		* arguments provided to the memoized function. By default, the first argument
		* provided to the memoized function is used as the map cache key. The `func`
		* is invoked with the `this` binding of the memoized function.
		*
		* **Note:** The cache is exposed as the `cache` property on the memoized
		* function. Its creation may be customized by replacing the `_.memoize.Cache`
		* constructor with one whose instances implement the
		* [`Map`](http://ecma-international.org/ecma-262/7.0/#sec-properties-of-the-map-prototype-object)
		* method interface of `delete`, `get`, `has`, and `set`.
		*
		* @static
		* @memberOf _
		* @since 0.1.0
		* @category Function
		* @param {Function} func The function to have its output memoized.
		* @param {Function} [resolver] The function to resolve the cache key.
		* @returns {Function} Returns the new memoized function.
		* @example
		*
		* var object = { 'a': 1, 'b': 2 };
		* var other = { 'c': 3, 'd': 4 };
		*
		* var values = _.memoize(_.values);
		* values(object);
		* // => [1, 2]
		*
		* values(other);
		* // => [3, 4]
		*
		* object.a = 2;
		* values(object);
		* // => [1, 2]
		*
		* // Modify the result cache.
		* values.cache.set(object, ['a', 'b']);
		* values(object);
		* // => ['a', 'b']
		*
		* // Replace `_.memoize.Cache`.
		* _.memoize.Cache = WeakMap;
		*/
		function memoize(func, resolver) {
			if (typeof func != "function" || resolver && typeof resolver != "function") throw new TypeError(FUNC_ERROR_TEXT);
			var memoized = function() {
				var args = arguments, key = resolver ? resolver.apply(this, args) : args[0], cache = memoized.cache;
				if (cache.has(key)) return cache.get(key);
				var result = func.apply(this, args);
				memoized.cache = cache.set(key, result);
				return result;
			};
			memoized.cache = new (memoize.Cache || MapCache)();
			return memoized;
		}
		memoize.Cache = MapCache;
		/**
		* Performs a
		* [`SameValueZero`](http://ecma-international.org/ecma-262/7.0/#sec-samevaluezero)
		* comparison between two values to determine if they are equivalent.
		*
		* @static
		* @memberOf _
		* @since 4.0.0
		* @category Lang
		* @param {*} value The value to compare.
		* @param {*} other The other value to compare.
		* @returns {boolean} Returns `true` if the values are equivalent, else `false`.
		* @example
		*
		* var object = { 'a': 1 };
		* var other = { 'a': 1 };
		*
		* _.eq(object, object);
		* // => true
		*
		* _.eq(object, other);
		* // => false
		*
		* _.eq('a', 'a');
		* // => true
		*
		* _.eq('a', Object('a'));
		* // => false
		*
		* _.eq(NaN, NaN);
		* // => true
		*/
		function eq(value, other) {
			return value === other || value !== value && other !== other;
		}
		/**
		* Checks if `value` is likely an `arguments` object.
		*
		* @static
		* @memberOf _
		* @since 0.1.0
		* @category Lang
		* @param {*} value The value to check.
		* @returns {boolean} Returns `true` if `value` is an `arguments` object,
		*  else `false`.
		* @example
		*
		* _.isArguments(function() { return arguments; }());
		* // => true
		*
		* _.isArguments([1, 2, 3]);
		* // => false
		*/
		function isArguments(value) {
			return isArrayLikeObject(value) && hasOwnProperty.call(value, "callee") && (!propertyIsEnumerable.call(value, "callee") || objectToString.call(value) == argsTag);
		}
		/**
		* Checks if `value` is classified as an `Array` object.
		*
		* @static
		* @memberOf _
		* @since 0.1.0
		* @category Lang
		* @param {*} value The value to check.
		* @returns {boolean} Returns `true` if `value` is an array, else `false`.
		* @example
		*
		* _.isArray([1, 2, 3]);
		* // => true
		*
		* _.isArray(document.body.children);
		* // => false
		*
		* _.isArray('abc');
		* // => false
		*
		* _.isArray(_.noop);
		* // => false
		*/
		var isArray = Array.isArray;
		/**
		* Checks if `value` is array-like. A value is considered array-like if it's
		* not a function and has a `value.length` that's an integer greater than or
		* equal to `0` and less than or equal to `Number.MAX_SAFE_INTEGER`.
		*
		* @static
		* @memberOf _
		* @since 4.0.0
		* @category Lang
		* @param {*} value The value to check.
		* @returns {boolean} Returns `true` if `value` is array-like, else `false`.
		* @example
		*
		* _.isArrayLike([1, 2, 3]);
		* // => true
		*
		* _.isArrayLike(document.body.children);
		* // => true
		*
		* _.isArrayLike('abc');
		* // => true
		*
		* _.isArrayLike(_.noop);
		* // => false
		*/
		function isArrayLike(value) {
			return value != null && isLength(value.length) && !isFunction(value);
		}
		/**
		* This method is like `_.isArrayLike` except that it also checks if `value`
		* is an object.
		*
		* @static
		* @memberOf _
		* @since 4.0.0
		* @category Lang
		* @param {*} value The value to check.
		* @returns {boolean} Returns `true` if `value` is an array-like object,
		*  else `false`.
		* @example
		*
		* _.isArrayLikeObject([1, 2, 3]);
		* // => true
		*
		* _.isArrayLikeObject(document.body.children);
		* // => true
		*
		* _.isArrayLikeObject('abc');
		* // => false
		*
		* _.isArrayLikeObject(_.noop);
		* // => false
		*/
		function isArrayLikeObject(value) {
			return isObjectLike(value) && isArrayLike(value);
		}
		/**
		* Checks if `value` is classified as a `Function` object.
		*
		* @static
		* @memberOf _
		* @since 0.1.0
		* @category Lang
		* @param {*} value The value to check.
		* @returns {boolean} Returns `true` if `value` is a function, else `false`.
		* @example
		*
		* _.isFunction(_);
		* // => true
		*
		* _.isFunction(/abc/);
		* // => false
		*/
		function isFunction(value) {
			var tag = isObject(value) ? objectToString.call(value) : "";
			return tag == funcTag || tag == genTag;
		}
		/**
		* Checks if `value` is a valid array-like length.
		*
		* **Note:** This method is loosely based on
		* [`ToLength`](http://ecma-international.org/ecma-262/7.0/#sec-tolength).
		*
		* @static
		* @memberOf _
		* @since 4.0.0
		* @category Lang
		* @param {*} value The value to check.
		* @returns {boolean} Returns `true` if `value` is a valid length, else `false`.
		* @example
		*
		* _.isLength(3);
		* // => true
		*
		* _.isLength(Number.MIN_VALUE);
		* // => false
		*
		* _.isLength(Infinity);
		* // => false
		*
		* _.isLength('3');
		* // => false
		*/
		function isLength(value) {
			return typeof value == "number" && value > -1 && value % 1 == 0 && value <= MAX_SAFE_INTEGER;
		}
		/**
		* Checks if `value` is the
		* [language type](http://www.ecma-international.org/ecma-262/7.0/#sec-ecmascript-language-types)
		* of `Object`. (e.g. arrays, functions, objects, regexes, `new Number(0)`, and `new String('')`)
		*
		* @static
		* @memberOf _
		* @since 0.1.0
		* @category Lang
		* @param {*} value The value to check.
		* @returns {boolean} Returns `true` if `value` is an object, else `false`.
		* @example
		*
		* _.isObject({});
		* // => true
		*
		* _.isObject([1, 2, 3]);
		* // => true
		*
		* _.isObject(_.noop);
		* // => true
		*
		* _.isObject(null);
		* // => false
		*/
		function isObject(value) {
			var type = typeof value;
			return !!value && (type == "object" || type == "function");
		}
		/**
		* Checks if `value` is object-like. A value is object-like if it's not `null`
		* and has a `typeof` result of "object".
		*
		* @static
		* @memberOf _
		* @since 4.0.0
		* @category Lang
		* @param {*} value The value to check.
		* @returns {boolean} Returns `true` if `value` is object-like, else `false`.
		* @example
		*
		* _.isObjectLike({});
		* // => true
		*
		* _.isObjectLike([1, 2, 3]);
		* // => true
		*
		* _.isObjectLike(_.noop);
		* // => false
		*
		* _.isObjectLike(null);
		* // => false
		*/
		function isObjectLike(value) {
			return !!value && typeof value == "object";
		}
		/**
		* Checks if `value` is classified as a `Symbol` primitive or object.
		*
		* @static
		* @memberOf _
		* @since 4.0.0
		* @category Lang
		* @param {*} value The value to check.
		* @returns {boolean} Returns `true` if `value` is a symbol, else `false`.
		* @example
		*
		* _.isSymbol(Symbol.iterator);
		* // => true
		*
		* _.isSymbol('abc');
		* // => false
		*/
		function isSymbol(value) {
			return typeof value == "symbol" || isObjectLike(value) && objectToString.call(value) == symbolTag;
		}
		/**
		* Checks if `value` is classified as a typed array.
		*
		* @static
		* @memberOf _
		* @since 3.0.0
		* @category Lang
		* @param {*} value The value to check.
		* @returns {boolean} Returns `true` if `value` is a typed array, else `false`.
		* @example
		*
		* _.isTypedArray(new Uint8Array);
		* // => true
		*
		* _.isTypedArray([]);
		* // => false
		*/
		var isTypedArray = nodeIsTypedArray ? baseUnary(nodeIsTypedArray) : baseIsTypedArray;
		/**
		* Converts `value` to a string. An empty string is returned for `null`
		* and `undefined` values. The sign of `-0` is preserved.
		*
		* @static
		* @memberOf _
		* @since 4.0.0
		* @category Lang
		* @param {*} value The value to process.
		* @returns {string} Returns the string.
		* @example
		*
		* _.toString(null);
		* // => ''
		*
		* _.toString(-0);
		* // => '-0'
		*
		* _.toString([1, 2, 3]);
		* // => '1,2,3'
		*/
		function toString(value) {
			return value == null ? "" : baseToString(value);
		}
		/**
		* Gets the value at `path` of `object`. If the resolved value is
		* `undefined`, the `defaultValue` is returned in its place.
		*
		* @static
		* @memberOf _
		* @since 3.7.0
		* @category Object
		* @param {Object} object The object to query.
		* @param {Array|string} path The path of the property to get.
		* @param {*} [defaultValue] The value returned for `undefined` resolved values.
		* @returns {*} Returns the resolved value.
		* @example
		*
		* var object = { 'a': [{ 'b': { 'c': 3 } }] };
		*
		* _.get(object, 'a[0].b.c');
		* // => 3
		*
		* _.get(object, ['a', '0', 'b', 'c']);
		* // => 3
		*
		* _.get(object, 'a.b.c', 'default');
		* // => 'default'
		*/
		function get(object, path, defaultValue) {
			var result = object == null ? void 0 : baseGet(object, path);
			return result === void 0 ? defaultValue : result;
		}
		/**
		* Checks if `path` is a direct or inherited property of `object`.
		*
		* @static
		* @memberOf _
		* @since 4.0.0
		* @category Object
		* @param {Object} object The object to query.
		* @param {Array|string} path The path to check.
		* @returns {boolean} Returns `true` if `path` exists, else `false`.
		* @example
		*
		* var object = _.create({ 'a': _.create({ 'b': 2 }) });
		*
		* _.hasIn(object, 'a');
		* // => true
		*
		* _.hasIn(object, 'a.b');
		* // => true
		*
		* _.hasIn(object, ['a', 'b']);
		* // => true
		*
		* _.hasIn(object, 'b');
		* // => false
		*/
		function hasIn(object, path) {
			return object != null && hasPath(object, path, baseHasIn);
		}
		/**
		* Creates an array of the own enumerable property names of `object`.
		*
		* **Note:** Non-object values are coerced to objects. See the
		* [ES spec](http://ecma-international.org/ecma-262/7.0/#sec-object.keys)
		* for more details.
		*
		* @static
		* @since 0.1.0
		* @memberOf _
		* @category Object
		* @param {Object} object The object to query.
		* @returns {Array} Returns the array of property names.
		* @example
		*
		* function Foo() {
		*   this.a = 1;
		*   this.b = 2;
		* }
		*
		* Foo.prototype.c = 3;
		*
		* _.keys(new Foo);
		* // => ['a', 'b'] (iteration order is not guaranteed)
		*
		* _.keys('hi');
		* // => ['0', '1']
		*/
		function keys(object) {
			return isArrayLike(object) ? arrayLikeKeys(object) : baseKeys(object);
		}
		/**
		* This method returns the first argument it receives.
		*
		* @static
		* @since 0.1.0
		* @memberOf _
		* @category Util
		* @param {*} value Any value.
		* @returns {*} Returns `value`.
		* @example
		*
		* var object = { 'a': 1 };
		*
		* console.log(_.identity(object) === object);
		* // => true
		*/
		function identity(value) {
			return value;
		}
		/**
		* Creates a function that returns the value at `path` of a given object.
		*
		* @static
		* @memberOf _
		* @since 2.4.0
		* @category Util
		* @param {Array|string} path The path of the property to get.
		* @returns {Function} Returns the new accessor function.
		* @example
		*
		* var objects = [
		*   { 'a': { 'b': 2 } },
		*   { 'a': { 'b': 1 } }
		* ];
		*
		* _.map(objects, _.property('a.b'));
		* // => [2, 1]
		*
		* _.map(_.sortBy(objects, _.property(['a', 'b'])), 'a.b');
		* // => [1, 2]
		*/
		function property(path) {
			return isKey(path) ? baseProperty(toKey(path)) : basePropertyDeep(path);
		}
		module.exports = sortBy;
	})(lodash_sortby, lodash_sortby.exports);
	return lodash_sortby.exports;
}
var escapeStringRegexp;
var hasRequiredEscapeStringRegexp;
function requireEscapeStringRegexp() {
	if (hasRequiredEscapeStringRegexp) return escapeStringRegexp;
	hasRequiredEscapeStringRegexp = 1;
	escapeStringRegexp = (string) => {
		if (typeof string !== "string") throw new TypeError("Expected a string");
		return string.replace(/[|\\{}()[\]^$+*?.]/g, "\\$&").replace(/-/g, "\\x2d");
	};
	return escapeStringRegexp;
}
var regexpParse = {};
var hasRequiredRegexpParse;
function requireRegexpParse() {
	if (hasRequiredRegexpParse) return regexpParse;
	hasRequiredRegexpParse = 1;
	Object.defineProperty(regexpParse, "__esModule", { value: true });
	regexpParse.isRegExpString = regexpParse.parseRegExpString = void 0;
	var REGEXP_LITERAL_PATTERN = /^\/(.+)\/([guimysd]*)$/;
	var parseRegExpString = function(str) {
		var result = str.match(REGEXP_LITERAL_PATTERN);
		if (!result) return null;
		return {
			source: result[1],
			flagString: result[2]
		};
	};
	regexpParse.parseRegExpString = parseRegExpString;
	var isRegExpString = function(str) {
		return REGEXP_LITERAL_PATTERN.test(str);
	};
	regexpParse.isRegExpString = isRegExpString;
	return regexpParse;
}
var hasRequiredRegexpStringMatcher;
function requireRegexpStringMatcher() {
	if (hasRequiredRegexpStringMatcher) return regexpStringMatcher;
	hasRequiredRegexpStringMatcher = 1;
	(function(exports) {
		var __importDefault = regexpStringMatcher && regexpStringMatcher.__importDefault || function(mod) {
			return mod && mod.__esModule ? mod : { "default": mod };
		};
		Object.defineProperty(exports, "__esModule", { value: true });
		exports.matchPatterns = exports.createRegExp = void 0;
		var lodash_uniq_1 = __importDefault(requireLodash_uniq());
		var lodash_uniqwith_1 = __importDefault(requireLodash_uniqwith());
		var lodash_sortby_1 = __importDefault(requireLodash_sortby());
		var escape_string_regexp_1 = __importDefault(requireEscapeStringRegexp());
		var regexp_parse_1 = requireRegexpParse();
		var DEFAULT_FLAGS = "ug";
		var defaultFlags = function(flagsString) {
			if (flagsString.length === 0) return DEFAULT_FLAGS;
			return (0, lodash_uniq_1.default)((flagsString + DEFAULT_FLAGS).split("")).join("");
		};
		var createRegExp = function(patternString, defaultFlag) {
			if (defaultFlag === void 0) defaultFlag = DEFAULT_FLAGS;
			if (patternString.length === 0) throw new Error("Empty string can not handled");
			if ((0, regexp_parse_1.isRegExpString)(patternString)) {
				var regExpStructure = (0, regexp_parse_1.parseRegExpString)(patternString);
				if (regExpStructure) return new RegExp(regExpStructure.source, defaultFlags(regExpStructure.flagString));
				throw new Error("\"".concat(patternString, "\" can not parse as RegExp."));
			} else return new RegExp((0, escape_string_regexp_1.default)(patternString), defaultFlag);
		};
		exports.createRegExp = createRegExp;
		var isEqualMatchPatternResult = function(a, b) {
			return a.startIndex === b.startIndex && a.endIndex === b.endIndex && a.match === b.match;
		};
		/**
		* Match regExpLikeStrings and return matchPatternResults
		* @param text target text
		* @param regExpLikeStrings an array of pattern string
		*/
		var matchPatterns = function(text, regExpLikeStrings) {
			var matchPatternResults = [];
			regExpLikeStrings.map(function(patternString) {
				return (0, exports.createRegExp)(patternString);
			}).forEach(function(regExp) {
				var results = text.matchAll(regExp);
				Array.from(results).forEach(function(result) {
					if (result.index === void 0) return;
					var match = result[0];
					var index = result.index;
					matchPatternResults.push({
						match,
						captures: result.slice(1),
						startIndex: index,
						endIndex: index + match.length
					});
				});
			});
			var uniqResults = (0, lodash_uniqwith_1.default)(matchPatternResults, isEqualMatchPatternResult);
			return (0, lodash_sortby_1.default)(uniqResults, ["startIndex", "endIndex"]);
		};
		exports.matchPatterns = matchPatterns;
	})(regexpStringMatcher);
	return regexpStringMatcher;
}
var regexpStringMatcherExports = requireRegexpStringMatcher();
/**
* These should be ignored by default, because these are used in AWS example.
* https://docs.aws.amazon.com/ja_jp/general/latest/gr/aws-access-keys-best-practices.html
*/
const BUILTIN_IGNORED = {
	AWSAccountID: ["AKIAIOSFODNN7EXAMPLE"],
	AWSSecretAccessKey: ["wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"]
};
const messages$r = {
	AWSAccountID: {
		en: (props) => `found AWS Account ID: ${props.ID}`,
		ja: (props) => `AWS Account ID: ${props.ID} がみつかりました`
	},
	AWSSecretAccessKey: {
		en: (props) => `found AWS Secret Access Key: ${props.KEY}`,
		ja: (props) => `AWS Secret Access Key: ${props.KEY} がみつかりました`
	},
	AWSAccessKeyID: {
		en: (props) => `found AWS Access Key ID: ${props.ID}`,
		ja: (props) => `AWS Access Key Id: ${props.ID} がみつかりました`
	}
};
const reportAWSAccessKey = ({ t, source, context, options }) => {
	const results = source.content.matchAll(/\b(A3T[A-Z0-9]|AKIA|AGPA|AIDA|AROA|AIPA|ANPA|ANVA|ASIA)[A-Z0-9]{16}\b/g);
	for (const result of results) {
		const index = result.index || 0;
		const match = result[0] || "";
		const range = [index, index + match.length];
		if (BUILTIN_IGNORED.AWSAccountID.includes(match)) continue;
		if (regexpStringMatcherExports.matchPatterns(match, options.allows).length > 0) continue;
		context.report({
			message: t("AWSAccessKeyID", { ID: match }),
			range
		});
	}
};
const reportAWSSecretAccessKey = ({ t, source, context, options }) => {
	const AWS = "(?:AWS|aws|Aws)?_?";
	const QUOTE = `["']?`;
	const AWSSecretPatten = new RegExp(String.raw`${QUOTE}${AWS}(?:SECRET|secret|Secret)_?(?:ACCESS|access|Access)_?(?:KEY|key|Key)${QUOTE}${"\\s*(?::|=>|=)\\s*"}${QUOTE}([A-Za-z0-9/\+=]{40})${QUOTE}\b`, "g");
	const results = source.content.matchAll(AWSSecretPatten);
	for (const result of results) {
		const index = result.index || 0;
		const match = result[1] || "";
		const range = [index, index + match.length];
		if (BUILTIN_IGNORED.AWSSecretAccessKey.includes(match)) continue;
		if (regexpStringMatcherExports.matchPatterns(match, options.allows).length > 0) continue;
		context.report({
			message: t("AWSSecretAccessKey", { KEY: match }),
			range
		});
	}
};
const reportAWSAccountID = ({ t, source, context, options }) => {
	const AWS = "(AWS|aws|Aws)?_?";
	const QUOTE = `("|')?`;
	const AWSSecretPatten = new RegExp(String.raw`${QUOTE}${AWS}(ACCOUNT|account|Account)_?(ID|id|Id)?${QUOTE}${"\\s*(:|=>|=)\\s*"}${QUOTE}[0-9]{4}\-?[0-9]{4}\-?[0-9]{4}${QUOTE}\b`, "g");
	const results = source.content.matchAll(AWSSecretPatten);
	for (const result of results) {
		const index = result.index || 0;
		const match = result[0] || "";
		const range = [index, index + match.length];
		if (regexpStringMatcherExports.matchPatterns(match, options.allows).length > 0) continue;
		context.report({
			message: t("AWSAccountID", { ID: match }),
			range
		});
	}
};
const creator$s = {
	messages: messages$r,
	meta: {
		id: "@secretlint/secretlint-rule-aws",
		recommended: true,
		type: "scanner",
		supportedContentTypes: ["text"],
		docs: { url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-aws/README.md" }
	},
	create(context, options) {
		const normalizedOptions = {
			allows: options.allows || [],
			enableIDScanRule: options.enableIDScanRule ?? false
		};
		const t = context.createTranslator(messages$r);
		return { file(source) {
			if (normalizedOptions.enableIDScanRule) {
				reportAWSAccessKey({
					t,
					source,
					context,
					options: normalizedOptions
				});
				reportAWSAccountID({
					t,
					source,
					context,
					options: normalizedOptions
				});
			}
			reportAWSSecretAccessKey({
				t,
				source,
				context,
				options: normalizedOptions
			});
		} };
	}
};
/**
* Minimal PKCS#12 MAC verification.
*
* GCP Service Account .p12 files are detected by checking whether the
* top-level MAC verifies against the well-known `notasecret` password.
* Full decryption of the PKCS#12 ContentInfo is unnecessary for that check,
* so we only parse enough of the DER structure to extract the MacData and
* the authSafe content, then recompute the MAC. Supports MAC digests of
* SHA-1 (classic openssl default), SHA-256 (openssl 3 default), SHA-384,
* and SHA-512.
*
* Runs in Node.js 20+ and any environment with a Web Crypto
* implementation on `globalThis.crypto.subtle`.
*
* References:
*   - RFC 7292 (PKCS #12 v1.1) section 4, Appendix B
*/
const TAG_INTEGER = 2;
const TAG_OCTET_STRING = 4;
const TAG_NULL = 5;
const TAG_OID = 6;
const TAG_SEQUENCE = 48;
const TAG_CONTEXT_0 = 160;
function readTlv(buf, offset) {
	if (offset + 2 > buf.length) throw new Error("PKCS12: truncated TLV header");
	const tag = buf[offset];
	const lenByte = buf[offset + 1];
	let length;
	let contentStart;
	if (lenByte < 128) {
		length = lenByte;
		contentStart = offset + 2;
	} else {
		const lenBytes = lenByte & 127;
		if (lenBytes === 0 || lenBytes > 4) throw new Error("PKCS12: unsupported ASN.1 length encoding");
		if (offset + 2 + lenBytes > buf.length) throw new Error("PKCS12: truncated ASN.1 length");
		length = 0;
		for (let i = 0; i < lenBytes; i++) length = length * 256 + buf[offset + 2 + i];
		contentStart = offset + 2 + lenBytes;
	}
	const end = contentStart + length;
	if (end > buf.length) throw new Error("PKCS12: TLV extends past buffer");
	return {
		tag,
		content: buf.subarray(contentStart, end),
		end
	};
}
function expectTag(tlv, tag, label) {
	if (tlv.tag !== tag) throw new Error(`PKCS12: expected ${label} tag 0x${tag.toString(16)} but got 0x${tlv.tag.toString(16)}`);
}
function readInteger(tlv) {
	expectTag(tlv, TAG_INTEGER, "INTEGER");
	let value = 0;
	for (const byte of tlv.content) value = value * 256 + byte;
	return value;
}
function bytesEqual(a, b) {
	if (a.length !== b.length) return false;
	let diff = 0;
	for (let i = 0; i < a.length; i++) diff |= a[i] ^ b[i];
	return diff === 0;
}
const OID_DATA = new Uint8Array([
	42,
	134,
	72,
	134,
	247,
	13,
	1,
	7,
	1
]);
const OID_SHA1 = new Uint8Array([
	43,
	14,
	3,
	2,
	26
]);
const OID_SHA256 = new Uint8Array([
	96,
	134,
	72,
	1,
	101,
	3,
	4,
	2,
	1
]);
const OID_SHA384 = new Uint8Array([
	96,
	134,
	72,
	1,
	101,
	3,
	4,
	2,
	2
]);
const OID_SHA512 = new Uint8Array([
	96,
	134,
	72,
	1,
	101,
	3,
	4,
	2,
	3
]);
const MAC_HASHES = [
	{
		oid: OID_SHA1,
		hash: {
			name: "SHA-1",
			outputSize: 20,
			blockSize: 64
		}
	},
	{
		oid: OID_SHA256,
		hash: {
			name: "SHA-256",
			outputSize: 32,
			blockSize: 64
		}
	},
	{
		oid: OID_SHA384,
		hash: {
			name: "SHA-384",
			outputSize: 48,
			blockSize: 128
		}
	},
	{
		oid: OID_SHA512,
		hash: {
			name: "SHA-512",
			outputSize: 64,
			blockSize: 128
		}
	}
];
function matchHash(oidBytes) {
	for (const { oid, hash } of MAC_HASHES) if (bytesEqual(oidBytes, oid)) return hash;
}
const MAX_MAC_ITERATIONS = 1e6;
function parsePkcs12(buf) {
	const pfx = readTlv(buf, 0);
	expectTag(pfx, TAG_SEQUENCE, "PFX SEQUENCE");
	const version = readTlv(pfx.content, 0);
	if (readInteger(version) !== 3) throw new Error("PKCS12: unsupported version");
	const authSafeInfo = readTlv(pfx.content, version.end);
	expectTag(authSafeInfo, TAG_SEQUENCE, "ContentInfo SEQUENCE");
	const contentType = readTlv(authSafeInfo.content, 0);
	expectTag(contentType, TAG_OID, "contentType OID");
	if (!bytesEqual(contentType.content, OID_DATA)) throw new Error("PKCS12: unsupported authSafe contentType");
	const explicit0 = readTlv(authSafeInfo.content, contentType.end);
	expectTag(explicit0, TAG_CONTEXT_0, "[0] EXPLICIT");
	const authSafeOctet = readTlv(explicit0.content, 0);
	expectTag(authSafeOctet, TAG_OCTET_STRING, "authSafe OCTET STRING");
	const macData = readTlv(pfx.content, authSafeInfo.end);
	expectTag(macData, TAG_SEQUENCE, "MacData SEQUENCE");
	const digestInfo = readTlv(macData.content, 0);
	expectTag(digestInfo, TAG_SEQUENCE, "DigestInfo SEQUENCE");
	const alg = readTlv(digestInfo.content, 0);
	expectTag(alg, TAG_SEQUENCE, "AlgorithmIdentifier SEQUENCE");
	const algOid = readTlv(alg.content, 0);
	expectTag(algOid, TAG_OID, "algorithm OID");
	const macHash = matchHash(algOid.content);
	if (!macHash) throw new Error("PKCS12: unsupported MAC digest algorithm");
	if (algOid.end < alg.content.length) {
		if (readTlv(alg.content, algOid.end).tag !== TAG_NULL) throw new Error("PKCS12: unexpected MAC algorithm parameters");
	}
	const digest = readTlv(digestInfo.content, alg.end);
	expectTag(digest, TAG_OCTET_STRING, "digest OCTET STRING");
	const salt = readTlv(macData.content, digestInfo.end);
	expectTag(salt, TAG_OCTET_STRING, "macSalt OCTET STRING");
	let iterations = 1;
	if (salt.end < macData.content.length) iterations = readInteger(readTlv(macData.content, salt.end));
	if (iterations < 1 || iterations > MAX_MAC_ITERATIONS) throw new Error("PKCS12: MAC iteration count out of range");
	return {
		authSafe: authSafeOctet.content,
		macHash,
		macSalt: salt.content,
		macDigest: digest.content,
		iterations
	};
}
function toBufferSource(data) {
	const copy = new Uint8Array(data.length);
	copy.set(data);
	return copy;
}
async function digest(hash, data) {
	return new Uint8Array(await globalThis.crypto.subtle.digest(hash.name, toBufferSource(data)));
}
function padToMultipleOf(src, blockSize) {
	if (src.length === 0) return /* @__PURE__ */ new Uint8Array(0);
	const padded = new Uint8Array(Math.ceil(src.length / blockSize) * blockSize);
	for (let i = 0; i < padded.length; i++) padded[i] = src[i % src.length];
	return padded;
}
function encodePasswordAsBmpString(password) {
	if (password.length === 0) return /* @__PURE__ */ new Uint8Array(0);
	const bytes = new Uint8Array(password.length * 2 + 2);
	for (let i = 0; i < password.length; i++) {
		const code = password.charCodeAt(i);
		bytes[i * 2] = code >> 8 & 255;
		bytes[i * 2 + 1] = code & 255;
	}
	return bytes;
}
/**
* PKCS#12 key derivation (RFC 7292 Appendix B.2) for deriving the MAC key.
*
* Specialized for the case where the desired key length is at most the
* hash output size (which is always true for HMAC keys here: 20 bytes for
* SHA-1, 32 bytes for SHA-256). In that case only a single block A[1] is
* produced, so the iterative I-update loop from the spec is unnecessary.
*/
async function deriveMacKey(hash, password, salt, iterations) {
	const v = hash.blockSize;
	const u = hash.outputSize;
	const D = new Uint8Array(v).fill(3);
	const P = padToMultipleOf(encodePasswordAsBmpString(password), v);
	const S = padToMultipleOf(salt, v);
	const DI = new Uint8Array(D.length + S.length + P.length);
	DI.set(D, 0);
	DI.set(S, D.length);
	DI.set(P, D.length + S.length);
	let A = await digest(hash, DI);
	for (let i = 1; i < iterations; i++) A = await digest(hash, A);
	return A.subarray(0, u);
}
/**
* Verify a PKCS#12 PFX MAC using the supplied password.
*
* Returns `true` only when the file is a well-formed PKCS#12 v3 structure
* with an unencrypted `data` authSafe, a recognized MAC digest algorithm
* (SHA-1/256/384/512), and a MAC that matches the password. Any structural
* or algorithmic mismatch yields `false`.
*/
async function verifyPkcs12Mac(pfxBytes, password) {
	let parsed;
	try {
		parsed = parsePkcs12(pfxBytes);
	} catch {
		return false;
	}
	try {
		const key = await deriveMacKey(parsed.macHash, password, parsed.macSalt, parsed.iterations);
		const cryptoKey = await globalThis.crypto.subtle.importKey("raw", toBufferSource(key), {
			name: "HMAC",
			hash: parsed.macHash.name
		}, false, ["sign"]);
		return bytesEqual(new Uint8Array(await globalThis.crypto.subtle.sign("HMAC", cryptoKey, toBufferSource(parsed.authSafe))), parsed.macDigest);
	} catch {
		return false;
	}
}
const GCP_SERVICE_ACCOUNT_P12_PASSWORD = "notasecret";
async function reportIfFoundPrivateKeyP12Format({ source, context, t }) {
	if (!source.filePath) return;
	try {
		const fs = await import("node:fs");
		const path = await import("node:path");
		if (!await verifyPkcs12Mac(new Uint8Array(fs.readFileSync(source.filePath)), GCP_SERVICE_ACCOUNT_P12_PASSWORD)) return;
		context.report({
			message: t("PrivateKeyP12", { FILE_NAME: path.basename(source.filePath) }),
			range: [0, source.content.length]
		});
	} catch {}
}
const messages$q = {
	PrivateKeyP12: {
		en: (props) => `found GCP Service Account's private key(p12): ${props.FILE_NAME}`,
		ja: (props) => `GCPサービスアカウントの秘密鍵(p12) ${props.FILE_NAME} がみつかりました`
	},
	PrivateKeyJSON: {
		en: (props) => `found GCP Service Account's private key(json): ${props.FILE_NAME}`,
		ja: (props) => `GCPサービスアカウントの秘密鍵(json): ${props.FILE_NAME} がみつかりました`
	}
};
function reportIfFoundPrivateKeyJSONFormat({ source, context, t }) {
	try {
		const credentialObject = JSON.parse(source.content);
		if (!("private_key_id" in credentialObject && "private_key" in credentialObject && /-----BEGIN\s?(DSA|RSA|EC|PGP|OPENSSH)?\s?PRIVATE KEY/gm.test(credentialObject["private_key"]))) return;
		context.report({
			message: t("PrivateKeyJSON", { FILE_NAME: source.filePath ? path.basename(source.filePath) : "" }),
			range: [0, source.content.length]
		});
	} catch {}
}
const creator$r = {
	messages: messages$q,
	meta: {
		id: "@secretlint/secretlint-rule-gcp",
		recommended: true,
		type: "scanner",
		supportedContentTypes: ["all"],
		docs: { url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-gcp/README.md" }
	},
	create(context, options) {
		const t = context.createTranslator(messages$q);
		options.allows;
		return { file(source) {
			if (source.ext === ".p12") return reportIfFoundPrivateKeyP12Format({
				source,
				context,
				t
			});
			else if (source.ext === ".json") return reportIfFoundPrivateKeyJSONFormat({
				source,
				context,
				t
			});
		} };
	}
};
const messages$p = {
	PackageJSON_xOauthToken: {
		en: (props) => `found GitHub Token: ${props.TOKEN}`,
		ja: (props) => `GitHub Token: ${props.TOKEN} がみつかりました`
	},
	Npmrc_authToken: {
		en: (props) => `found npmrc authToken: ${props.TOKEN}`,
		ja: (props) => `npmrc authToken: ${props.TOKEN} がみつかりました`
	},
	NPM_ACCESS_TOKEN: {
		en: (props) => `found npm access token: ${props.TOKEN}`,
		ja: (props) => `npm access token: ${props.TOKEN} がみつかりました`
	}
};
function reportIfFoundXOauthGitHubToken({ source, options, context, t }) {
	const results = source.content.matchAll(/https?:\/\/(.{1,256}):x-oauth-basic@github.com\//g);
	for (const result of results) {
		const index = result.index || 0;
		const match = result[1] || "";
		const range = [index, index + match.length];
		if (regexpStringMatcherExports.matchPatterns(match, options.allows).length > 0) continue;
		context.report({
			message: t("PackageJSON_xOauthToken", { TOKEN: match }),
			range
		});
	}
}
function reportIfFound_AuthTokenInNpmrc({ source, options, context, t }) {
	const results = source.content.matchAll(/_authToken=([^$].*)/g);
	for (const result of results) {
		const index = result.index || 0;
		const match = result[1] || "";
		const range = [index, index + match.length];
		if (regexpStringMatcherExports.matchPatterns(match, options.allows).length > 0) continue;
		context.report({
			message: t("Npmrc_authToken", { TOKEN: match }),
			range
		});
	}
}
function reportIfFound_NPM_ACCESS_TOKEN({ source, options, context, t }) {
	const results = source.content.matchAll(/(?<!\p{L})npm_[A-Za-z0-9_]{36}(?![A-Za-z0-9_])/gu);
	for (const result of results) {
		const index = result.index || 0;
		const match = result[0] || "";
		const range = [index, index + match.length];
		if (regexpStringMatcherExports.matchPatterns(match, options.allows).length > 0) continue;
		context.report({
			message: t("NPM_ACCESS_TOKEN", { TOKEN: match }),
			range
		});
	}
}
const isPackageFile = (filePath) => {
	if (!filePath) return true;
	return filePath.endsWith("package.json") || filePath.endsWith("package-lock.json");
};
const isNpmrc = (filePath) => {
	if (!filePath) return true;
	return filePath.endsWith(".npmrc");
};
const creator$q = {
	messages: messages$p,
	meta: {
		id: "@secretlint/secretlint-rule-npm",
		recommended: true,
		type: "scanner",
		supportedContentTypes: ["text"],
		docs: { url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-npm/README.md" }
	},
	create(context, options) {
		const t = context.createTranslator(messages$p);
		const normalizedOptions = { allows: options.allows || [] };
		return { file(source) {
			if (isPackageFile(source.filePath)) reportIfFoundXOauthGitHubToken({
				source,
				options: normalizedOptions,
				context,
				t
			});
			else if (isNpmrc(source.filePath)) reportIfFound_AuthTokenInNpmrc({
				source,
				options: normalizedOptions,
				context,
				t
			});
			reportIfFound_NPM_ACCESS_TOKEN({
				source,
				options: normalizedOptions,
				context,
				t
			});
		} };
	}
};
const messages$o = {
	SLACK_TOKEN: {
		en: (props) => `found slack token: ${props.TOKEN}`,
		ja: (props) => `Slackトークン: ${props.TOKEN} がみつかりました`
	},
	IncomingWebhook: {
		en: (props) => `found Slack Incoming Webhook: ${props.URL}`,
		ja: (props) => `SlackのIncoming Webhooks: ${props.TOKEN} がみつかりました`
	}
};
function reportIfFoundRawPrivateKey$1({ source, options, context, t }) {
	const results = source.content.matchAll(/\b(?:xoxb|xoxp|xapp|xoxa|xoxo|xoxr)-(?:\d-)?(?:[a-zA-Z0-9]{1,40}-)+[a-zA-Z0-9]{1,40}\b/g);
	for (const result of results) {
		const index = result.index || 0;
		const match = result[0] || "";
		const range = [index, index + match.length];
		if (regexpStringMatcherExports.matchPatterns(match, options.allows).length > 0) continue;
		context.report({
			message: t("SLACK_TOKEN", { TOKEN: match }),
			range
		});
	}
}
/**
* Report if found Incoming Webhooks
* https://api.slack.com/messaging/webhooks
* @param source
* @param options
* @param context
* @param t
*/
function reportIfFoundIncomingWebhook({ source, options, context, t }) {
	const results = source.content.matchAll(/https:\/\/hooks\.slack\.com\/services\/T[a-zA-Z0-9]{1,40}\/B[a-zA-Z0-9]{1,40}\/[a-zA-Z0-9]{1,40}/gi);
	for (const result of results) {
		const index = result.index || 0;
		const match = result[0] || "";
		const range = [index, index + match.length];
		if (regexpStringMatcherExports.matchPatterns(match, options.allows).length > 0) continue;
		context.report({
			message: t("IncomingWebhook", { URL: match }),
			range
		});
	}
}
const creator$p = {
	messages: messages$o,
	meta: {
		id: "@secretlint/secretlint-rule-slack",
		recommended: true,
		type: "scanner",
		supportedContentTypes: ["text"],
		docs: { url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-slack/README.md" }
	},
	create(context, options) {
		const t = context.createTranslator(messages$o);
		const normalizedOptions = { allows: options.allows || [] };
		return { file(source) {
			reportIfFoundRawPrivateKey$1({
				source,
				options: normalizedOptions,
				context,
				t
			});
			reportIfFoundIncomingWebhook({
				source,
				options: normalizedOptions,
				context,
				t
			});
		} };
	}
};
const messages$n = { BasicAuth: {
	en: (props) => `found basic auth credential: ${props.CREDENTIAL}`,
	ja: (props) => `ベーシック認証情報: ${props.CREDENTIAL} がみつかりました`
} };
const BUILTIN_IGNORED_PATTERNS$1 = [
	"localhost",
	"127.0.0.1",
	"password",
	"mypassword",
	"myusername",
	"{password}",
	"${password}",
	"{{password}}",
	"{username}",
	"${username}",
	"{{username}}",
	"YOUR_PASSWORD",
	"YOUR_USERNAME",
	"REPLACE_WITH_PASSWORD",
	"REPLACE_WITH_USERNAME"
];
/**
* Check if the string contains variable-like patterns that indicate it's likely a template
*/
function isVariableLikeString$1(str) {
	return [
		/\$\{[^}]{1,50}\}/,
		/\{\{[^}]{1,50}\}\}/,
		/\{[^}]{1,50}\}/,
		/%[A-Z_]{1,30}%/,
		/\$[A-Z_]{1,30}/
	].some((pattern) => pattern.test(str));
}
/**
* Check if the username part looks like a real credential
*/
function isLikelyRealUsername(username) {
	if (username.length < 2) return false;
	if (isVariableLikeString$1(username)) return false;
	if (BUILTIN_IGNORED_PATTERNS$1.some((pattern) => username.toLowerCase().includes(pattern.toLowerCase()))) return false;
	return true;
}
/**
* Check if the password part looks like a real credential
*/
function isLikelyRealPassword(password) {
	if (password.length < 4) return false;
	if (isVariableLikeString$1(password)) return false;
	if (BUILTIN_IGNORED_PATTERNS$1.some((pattern) => password.toLowerCase().includes(pattern.toLowerCase()))) return false;
	if (/^(.)\1{3,}$/.test(password)) return false;
	return true;
}
function reportIfFoundBasicAuth({ source, options, context, t }) {
	const results = source.content.matchAll(/(?<protocol>(?:https?|ftp|ftps)):\/\/(?<user>[-a-zA-Z0-9_]{1,256}):(?<password>[-a-zA-Z0-9_]{1,256})@[-a-zA-Z0-9%._+~#=]{1,256}\.[a-zA-Z0-9()]{1,6}\b/g);
	for (const result of results) {
		const index = result.index || 0;
		const match = result[0] || "";
		const username = result.groups?.user;
		const password = result.groups?.password;
		if (!username || !password) continue;
		if (!isLikelyRealUsername(username)) continue;
		if (!isLikelyRealPassword(password)) continue;
		const range = [index, index + match.length];
		if (regexpStringMatcherExports.matchPatterns(match, options.allows).length > 0) continue;
		context.report({
			message: t("BasicAuth", { CREDENTIAL: match }),
			range
		});
	}
}
const creator$o = {
	messages: messages$n,
	meta: {
		id: "@secretlint/secretlint-rule-basicauth",
		recommended: true,
		type: "scanner",
		supportedContentTypes: ["text"],
		docs: { url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-basicauth/README.md" }
	},
	create(context, options) {
		const t = context.createTranslator(messages$n);
		const normalizedOptions = { allows: options.allows || [] };
		return { file(source) {
			reportIfFoundBasicAuth({
				source,
				options: normalizedOptions,
				context,
				t
			});
		} };
	}
};
const messages$m = { OPENAI_TOKEN: {
	en: (props) => `found OpenAI API token: ${props.TOKEN}`,
	ja: (props) => `OpenAI API トークン: ${props.TOKEN} がみつかりました`
} };
const creator$n = {
	messages: messages$m,
	meta: {
		id: "@secretlint/secretlint-rule-openai",
		recommended: true,
		type: "scanner",
		supportedContentTypes: ["text"],
		docs: { url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-openai/README.md" }
	},
	create(context) {
		const t = context.createTranslator(messages$m);
		return { file(source) {
			const matches = source.content.matchAll(/sk-(?:proj|svcacct|admin)-(?:[A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58})T3BlbkFJ(?:[A-Za-z0-9_-]{74}|[A-Za-z0-9_-]{58})\b|sk-[a-zA-Z0-9]{20}T3BlbkFJ[a-zA-Z0-9]{20}/g);
			for (const match of matches) {
				const index = match.index ?? 0;
				const matchString = match[0] ?? "";
				const range = [index, index + matchString.length];
				context.report({
					message: t("OPENAI_TOKEN", { TOKEN: matchString }),
					range
				});
			}
		} };
	}
};
const messages$l = { ANTHROPIC_API_KEY: {
	en: (props) => `found Anthropic Claude API key: ${props.KEY}`,
	ja: (props) => `Anthropic Claude API キー: ${props.KEY} がみつかりました`
} };
const creator$m = {
	messages: messages$l,
	meta: {
		id: "@secretlint/secretlint-rule-anthropic",
		recommended: true,
		type: "scanner",
		supportedContentTypes: ["text"],
		docs: { url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-anthropic/README.md" }
	},
	create(context) {
		const t = context.createTranslator(messages$l);
		return { file(source) {
			const matches = source.content.matchAll(/(?<!\p{L})sk-ant-api0\d-[A-Za-z0-9_-]{90,128}AA(?![A-Za-z0-9_-])/gu);
			for (const match of matches) {
				const index = match.index ?? 0;
				const matchString = match[0] ?? "";
				const range = [index, index + matchString.length];
				context.report({
					message: t("ANTHROPIC_API_KEY", { KEY: matchString }),
					range
				});
			}
		} };
	}
};
const messages$k = { GROQ_API_KEY: {
	en: (props) => `found Groq API key: ${props.KEY}`,
	ja: (props) => `Groq API キー: ${props.KEY} がみつかりました`
} };
const creator$l = {
	messages: messages$k,
	meta: {
		id: "@secretlint/secretlint-rule-groq",
		recommended: true,
		type: "scanner",
		supportedContentTypes: ["text"],
		docs: { url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-groq/README.md" }
	},
	create(context, options) {
		const t = context.createTranslator(messages$k);
		const normalizedOptions = { allows: options?.allows ?? [] };
		return { file(source) {
			const matches = source.content.matchAll(/(?<!\p{L})gsk_[a-zA-Z0-9]{52}(?![a-zA-Z0-9])/gu);
			for (const match of matches) {
				const index = match.index ?? 0;
				const matchString = match[0] ?? "";
				if (regexpStringMatcherExports.matchPatterns(matchString, normalizedOptions.allows).length > 0) continue;
				const range = [index, index + matchString.length];
				context.report({
					message: t("GROQ_API_KEY", { KEY: matchString }),
					range
				});
			}
		} };
	}
};
const messages$j = { HUGGINGFACE_USER_ACCESS_TOKEN: {
	en: (props) => `found Hugging Face User Access Token: ${props.TOKEN}`,
	ja: (props) => `Hugging Face User Access Token: ${props.TOKEN} がみつかりました`
} };
const creator$k = {
	messages: messages$j,
	meta: {
		id: "@secretlint/secretlint-rule-huggingface",
		recommended: true,
		type: "scanner",
		supportedContentTypes: ["text"],
		docs: { url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-huggingface/README.md" }
	},
	create(context, options) {
		const t = context.createTranslator(messages$j);
		const normalizedOptions = { allows: options?.allows ?? [] };
		return { file(source) {
			const matches = source.content.matchAll(/(?<!\p{L})hf_[a-zA-Z]{34}(?![a-zA-Z])/gu);
			for (const match of matches) {
				const index = match.index ?? 0;
				const matchString = match[0] ?? "";
				if (regexpStringMatcherExports.matchPatterns(matchString, normalizedOptions.allows).length > 0) continue;
				const range = [index, index + matchString.length];
				context.report({
					message: t("HUGGINGFACE_USER_ACCESS_TOKEN", { TOKEN: matchString }),
					range
				});
			}
		} };
	}
};
const messages$i = { LINEAR_API_TOKEN: {
	en: (props) => `found linear api token: ${props.ID}`,
	ja: (props) => `linear api token: ${props.ID} がみつかりました`
} };
const creator$j = {
	messages: messages$i,
	meta: {
		id: "@secretlint/secretlint-rule-linear",
		recommended: true,
		type: "scanner",
		supportedContentTypes: ["text"],
		docs: { url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-linear/README.md" }
	},
	create(context) {
		const t = context.createTranslator(messages$i);
		return { file(source) {
			const matches = source.content.matchAll(/(?<!\p{L})lin_api_[a-zA-Z0-9_]{32,128}(?![a-zA-Z0-9_])/gu);
			for (const match of matches) {
				const index = match.index ?? 0;
				const matchString = match[0] ?? "";
				const range = [index, index + matchString.length];
				context.report({
					message: t("LINEAR_API_TOKEN", { ID: matchString }),
					range
				});
			}
		} };
	}
};
const messages$h = { NOTION_INTEGRATION_TOKEN: {
	en: (props) => `found Notion integration token: ${props.TOKEN}`,
	ja: (props) => `Notion integration トークン: ${props.TOKEN} がみつかりました`
} };
function reportIfFoundToken({ source, options, context, t }) {
	const results = source.content.matchAll(/(?<!\p{L})ntn_[0-9]{11}[A-Za-z0-9]{35}(?![A-Za-z0-9])/gu);
	for (const result of results) {
		const index = result.index ?? 0;
		const match = result[0] ?? "";
		const range = [index, index + match.length];
		if (regexpStringMatcherExports.matchPatterns(match, options.allows).length > 0) continue;
		context.report({
			message: t("NOTION_INTEGRATION_TOKEN", { TOKEN: match }),
			range
		});
	}
}
const creator$i = {
	messages: messages$h,
	meta: {
		id: "@secretlint/secretlint-rule-notion",
		recommended: true,
		type: "scanner",
		supportedContentTypes: ["text"],
		docs: { url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-notion/README.md" }
	},
	create(context, options) {
		const t = context.createTranslator(messages$h);
		const normalizedOptions = { allows: options.allows ?? [] };
		return { file(source) {
			reportIfFoundToken({
				source,
				options: normalizedOptions,
				context,
				t
			});
		} };
	}
};
const messages$g = { PrivateKey: {
	en: (props) => `found private key: ${props.KEY}`,
	ja: (props) => `秘密鍵: ${props.KEY} がみつかりました`
} };
/**
* Regular expression to detect private keys and extract Base64 content in one pass
* Based on https://docs.cribl.io/docs/regexesyml
* Captures the Base64 content (group 1) between BEGIN and END markers
*
* Length constraint {100,10000} (heuristic):
* - Minimum 100: Heuristically excludes short placeholders (smallest real key ECDSA-256 ≈ 288 chars)
* - Maximum 10000: Heuristically prevents catastrophic backtracking and extremely large inputs
*
* Character class [A-Za-z0-9+/=\s\\]:
* - Restricts to Base64 characters, whitespace, and backslash to prevent ReDoS attacks
* - Backslash included to handle JSON escape sequences (\n, \r, \t)
* - Fails fast on invalid characters, reducing backtracking complexity
*
* ReDoS mitigation:
* - Uses greedy quantifier (no ?) to reduce backtracking ambiguity
* - Simplified optional parts to minimize exponential complexity
* - Length limit ensures bounded execution time
*/
const PEM_CONTENT_PATTERN = /-----BEGIN[ ]?(?:(?:RSA|DSA|EC|OPENSSH|PGP) )?PRIVATE KEY(?: BLOCK)?-----\n?([A-Za-z0-9+/=\s\\]{100,10000})\n?-----END[ ]?(?:(?:RSA|DSA|EC|OPENSSH|PGP) )?PRIVATE KEY(?: BLOCK)?-----/gm;
/**
* Validate if the Base64 content is a real private key or a placeholder
* Based on Base64 validation approach without decoding
*
* References:
* - RFC 7468: Textual Encodings of PKIX, PKCS, and CMS Structures
*   https://tools.ietf.org/html/rfc7468
* - RFC 4648: The Base16, Base32, and Base64 Data Encodings
*   https://datatracker.ietf.org/doc/html/rfc4648
* - RFC 5208: PKCS #8: Private-Key Information Syntax v1.2
*   https://datatracker.ietf.org/doc/html/rfc5208
* - RFC 5958: Asymmetric Key Packages
*   https://datatracker.ietf.org/doc/html/rfc5958
* - RFC 3447: PKCS #1: RSA Cryptography Specifications v2.1
*   https://datatracker.ietf.org/doc/html/rfc3447
* - OpenSSH PROTOCOL.key
*   https://github.com/openssh/openssh-portable/blob/master/PROTOCOL.key
*
* @param base64Content - The Base64-encoded key content (without PEM headers)
* @returns true if it's likely a real private key, false if it's a placeholder
*/
function validateBase64KeyContent(base64Content) {
	if (!/^[A-Za-z0-9+/]+=*$/.test(base64Content)) return false;
	if (base64Content.length < 100) return false;
	if (!/^(MI|b3BlbnNzaC1rZXktdjE)/.test(base64Content)) return false;
	return true;
}
function reportIfFoundRawPrivateKey({ source, options, context, t }) {
	const results = source.content.matchAll(PEM_CONTENT_PATTERN);
	for (const result of results) {
		const index = result.index || 0;
		const match = result[0] || "";
		const base64Raw = result[1] || "";
		const range = [index, index + match.length];
		if (regexpStringMatcherExports.matchPatterns(match, options.allows).length > 0) continue;
		if (!validateBase64KeyContent(base64Raw.replace(/\s|\\n/g, ""))) continue;
		context.report({
			message: t("PrivateKey", { KEY: match }),
			range
		});
	}
}
const creator$h = {
	messages: messages$g,
	meta: {
		id: "@secretlint/secretlint-rule-privatekey",
		recommended: true,
		type: "scanner",
		supportedContentTypes: ["text"],
		docs: { url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-privatekey/README.md" }
	},
	create(context, options) {
		const t = context.createTranslator(messages$g);
		const normalizedOptions = { allows: options.allows || [] };
		return { file(source) {
			reportIfFoundRawPrivateKey({
				source,
				options: normalizedOptions,
				context,
				t
			});
		} };
	}
};
const messages$f = { SENDGRID_KEY: {
	en: (props) => `found Sendgrid api key: ${props.KEY}`,
	ja: (props) => `Sendgrid APIキーが見つかりました： ${props.KEY}`
} };
function reportIfFoundKey$3({ source, options, context, t }) {
	const results = source.content.matchAll(/(?<!\p{L})SG\.\w{1,128}\.\w{1,128}([-_]?)\w{1,128}(?!\w)/gu);
	for (const result of results) {
		const index = result.index || 0;
		const match = result[0] || "";
		if (match.length !== 69) continue;
		const range = [index, index + match.length];
		if (regexpStringMatcherExports.matchPatterns(match, options.allows).length > 0) continue;
		context.report({
			message: t("SENDGRID_KEY", { KEY: match }),
			range
		});
	}
}
const creator$g = {
	messages: messages$f,
	meta: {
		id: "@secretlint/secretlint-rule-sendgrid",
		recommended: true,
		type: "scanner",
		supportedContentTypes: ["text"],
		docs: { url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-sendgrid/README.md" }
	},
	create(context, options) {
		const t = context.createTranslator(messages$f);
		const normalizedOptions = { allows: options.allows || [] };
		return { file(source) {
			reportIfFoundKey$3({
				source,
				options: normalizedOptions,
				context,
				t
			});
		} };
	}
};
const messages$e = { SHOPIFY_KEY: {
	en: (props) => `found Shopify api key: ${props.KEY}`,
	ja: (props) => `Shopify APIキーが見つかりました： ${props.KEY}`
} };
function reportIfFoundKey$2({ source, options, context, t }) {
	const results = source.content.matchAll(/(?<!\p{L})(shppa|shpca|shpat|shpss)_[a-zA-Z0-9]{32,64}(?![a-zA-Z0-9])/gu);
	for (const result of results) {
		const index = result.index || 0;
		const match = result[0] || "";
		const range = [index, index + match.length];
		if (regexpStringMatcherExports.matchPatterns(match, options.allows).length > 0) continue;
		context.report({
			message: t("SHOPIFY_KEY", { KEY: match }),
			range
		});
	}
}
const creator$f = {
	messages: messages$e,
	meta: {
		id: "@secretlint/secretlint-rule-shopify",
		recommended: true,
		type: "scanner",
		supportedContentTypes: ["text"],
		docs: { url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-shopify/README.md" }
	},
	create(context, options) {
		const t = context.createTranslator(messages$e);
		const normalizedOptions = { allows: options.allows || [] };
		return { file(source) {
			reportIfFoundKey$2({
				source,
				options: normalizedOptions,
				context,
				t
			});
		} };
	}
};
const messages$d = {
	STRIPE_SECRET_KEY_LIVE: {
		en: (props) => `found Stripe Live Secret Key: ${props.KEY}`,
		ja: (props) => `Stripe Live Secret Keyが見つかりました: ${props.KEY}`
	},
	STRIPE_SECRET_KEY_TEST: {
		en: (props) => `found Stripe Test Secret Key: ${props.KEY}`,
		ja: (props) => `Stripe Test Secret Keyが見つかりました: ${props.KEY}`
	},
	STRIPE_RESTRICTED_KEY_LIVE: {
		en: (props) => `found Stripe Live Restricted Key: ${props.KEY}`,
		ja: (props) => `Stripe Live Restricted Keyが見つかりました: ${props.KEY}`
	},
	STRIPE_RESTRICTED_KEY_TEST: {
		en: (props) => `found Stripe Test Restricted Key: ${props.KEY}`,
		ja: (props) => `Stripe Test Restricted Keyが見つかりました: ${props.KEY}`
	}
};
const messageIdMap$1 = {
	sk_live: "STRIPE_SECRET_KEY_LIVE",
	sk_test: "STRIPE_SECRET_KEY_TEST",
	rk_live: "STRIPE_RESTRICTED_KEY_LIVE",
	rk_test: "STRIPE_RESTRICTED_KEY_TEST"
};
const STRIPE_KEY_PATTERN = /(?<!\p{L})(?<prefix>sk_live|sk_test|rk_live|rk_test)_[a-zA-Z0-9]{24,99}(?![a-zA-Z0-9])/gu;
function reportIfFound$2({ source, options, context, t }) {
	const results = source.content.matchAll(STRIPE_KEY_PATTERN);
	for (const result of results) {
		const index = result.index ?? 0;
		const match = result[0] ?? "";
		const prefix = result.groups?.["prefix"];
		if (!prefix) continue;
		const range = [index, index + match.length];
		if (regexpStringMatcherExports.matchPatterns(match, options.allows).length > 0) continue;
		context.report({
			message: t(messageIdMap$1[prefix], { KEY: match }),
			range
		});
	}
}
const creator$e = {
	messages: messages$d,
	meta: {
		id: "@secretlint/secretlint-rule-stripe",
		recommended: true,
		type: "scanner",
		supportedContentTypes: ["text"],
		docs: { url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-stripe/README.md" }
	},
	create(context, options) {
		const t = context.createTranslator(messages$d);
		const normalizedOptions = { allows: options.allows ?? [] };
		return { file(source) {
			reportIfFound$2({
				source,
				options: normalizedOptions,
				context,
				t
			});
		} };
	}
};
const messages$c = { GITHUB_TOKEN: {
	en: (props) => `found GitHub Token(${props.typeName}): ${props.KEY}`,
	ja: (props) => `GitHub Token(${props.typeName})が見つかりました： ${props.KEY}`
} };
const typeMap = /* @__PURE__ */ new Map([
	["ghp", "GitHub personal access tokens"],
	["gho", "OAuth access tokens"],
	["ghu", "GitHub user-to-server tokens"],
	["ghs", "GitHub server-to-server tokens"],
	["ghr", "refresh tokens"],
	["github_pat", "fine-grained personal access tokens"]
]);
function reportIfFoundKey$1({ pattern, source, options, context, t }) {
	const results = source.content.matchAll(pattern);
	for (const result of results) {
		const index = result.index || 0;
		const type = result.groups?.type;
		const typeName = typeMap.get(type);
		if (!typeName) throw new Error("Unknown type:" + typeName);
		const match = result[0] || "";
		const range = [index, index + match.length];
		if (regexpStringMatcherExports.matchPatterns(match, options.allows).length > 0) continue;
		context.report({
			message: t("GITHUB_TOKEN", {
				KEY: match,
				typeName
			}),
			range
		});
	}
}
const creator$d = {
	messages: messages$c,
	meta: {
		id: "@secretlint/secretlint-rule-github",
		recommended: true,
		type: "scanner",
		supportedContentTypes: ["text"],
		docs: { url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-github/README.md" }
	},
	create(context, options) {
		const patterns = [
			/(?<!\p{L})(?<type>ghp|gho|ghu|ghs|ghr)_[A-Za-z0-9_]{36}(?![A-Za-z0-9_])/gu,
			/(?<!\p{L})(?<type>github_pat)_[A-Za-z0-9_]{82}(?![A-Za-z0-9_])/gu,
			/(?<!\p{L})(?<type>ghs)_[0-9]{1,20}_[A-Za-z0-9_-]{1,1000}\.[A-Za-z0-9_-]{1,10000}\.[A-Za-z0-9_-]{1,1000}(?![A-Za-z0-9_-])/gu
		];
		const t = context.createTranslator(messages$c);
		const normalizedOptions = { allows: options.allows || [] };
		return { file(source) {
			for (const pattern of patterns) reportIfFoundKey$1({
				pattern,
				source,
				options: normalizedOptions,
				context,
				t
			});
		} };
	}
};
const messages$b = { GITLAB_PERSONAL_ACCESS_TOKEN: {
	en: (props) => `found GitLab Personal Access Token: ${props.KEY}`,
	ja: (props) => `GitLab Personal Access Tokenが見つかりました: ${props.KEY}`
} };
function reportIfFoundKey({ pattern, source, options, context, t }) {
	const results = source.content.matchAll(pattern);
	for (const result of results) {
		const index = result.index ?? 0;
		const match = result[0] ?? "";
		const range = [index, index + match.length];
		if (regexpStringMatcherExports.matchPatterns(match, options.allows).length > 0) continue;
		context.report({
			message: t("GITLAB_PERSONAL_ACCESS_TOKEN", { KEY: match }),
			range
		});
	}
}
const creator$c = {
	messages: messages$b,
	meta: {
		id: "@secretlint/secretlint-rule-gitlab",
		recommended: true,
		type: "scanner",
		supportedContentTypes: ["text"],
		docs: { url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-gitlab/README.md" }
	},
	create(context, options) {
		const patterns = [/(?<!\p{L})glpat-[A-Za-z0-9_-]{20,128}(?![A-Za-z0-9_-])/gu];
		const t = context.createTranslator(messages$b);
		const normalizedOptions = { allows: options.allows ?? [] };
		return { file(source) {
			for (const pattern of patterns) reportIfFoundKey({
				pattern,
				source,
				options: normalizedOptions,
				context,
				t
			});
		} };
	}
};
const messages$a = {
	GRAFANA_CLOUD_API_TOKEN: {
		en: (props) => `found Grafana Cloud API token: ${props.TOKEN}`,
		ja: (props) => `Grafana Cloud API トークン: ${props.TOKEN} がみつかりました`
	},
	GRAFANA_SERVICE_ACCOUNT_TOKEN: {
		en: (props) => `found Grafana Service Account token: ${props.TOKEN}`,
		ja: (props) => `Grafana Service Account トークン: ${props.TOKEN} がみつかりました`
	}
};
function reportIfFound$1({ pattern, messageId, source, options, context, t }) {
	const results = source.content.matchAll(pattern);
	for (const result of results) {
		const index = result.index ?? 0;
		const match = result[0] ?? "";
		if (regexpStringMatcherExports.matchPatterns(match, options.allows).length > 0) continue;
		const range = [index, index + match.length];
		context.report({
			message: t(messageId, { TOKEN: match }),
			range
		});
	}
}
const creator$b = {
	messages: messages$a,
	meta: {
		id: "@secretlint/secretlint-rule-grafana",
		recommended: true,
		type: "scanner",
		supportedContentTypes: ["text"],
		docs: { url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-grafana/README.md" }
	},
	create(context, options) {
		const t = context.createTranslator(messages$a);
		const normalizedOptions = { allows: options?.allows ?? [] };
		const GRAFANA_CLOUD_API_TOKEN_PATTERN = /(?<!\p{L})glc_[A-Za-z0-9+/]{32,400}={0,2}(?![A-Za-z0-9+/=])/gu;
		const GRAFANA_SERVICE_ACCOUNT_TOKEN_PATTERN = /(?<!\p{L})glsa_[A-Za-z0-9]{32}_[A-Fa-f0-9]{8}(?![A-Fa-f0-9])/gu;
		return { file(source) {
			reportIfFound$1({
				pattern: GRAFANA_CLOUD_API_TOKEN_PATTERN,
				messageId: "GRAFANA_CLOUD_API_TOKEN",
				source,
				options: normalizedOptions,
				context,
				t
			});
			reportIfFound$1({
				pattern: GRAFANA_SERVICE_ACCOUNT_TOKEN_PATTERN,
				messageId: "GRAFANA_SERVICE_ACCOUNT_TOKEN",
				source,
				options: normalizedOptions,
				context,
				t
			});
		} };
	}
};
const messages$9 = { OPS_TOKEN: {
	en: (props) => `found 1Password Service Account token: ${props.TOKEN}`,
	ja: (props) => `1Password Service Account: ${props.TOKEN} がみつかりました`
} };
const is1PasswordServiceAccountToken = (base64String) => {
	try {
		const jsonString = atob(base64String.replace(/-/g, "+").replace(/_/g, "/"));
		const json = JSON.parse(jsonString);
		return typeof json === "object" && json !== null;
	} catch (error) {
		return false;
	}
};
const creator$a = {
	messages: messages$9,
	meta: {
		id: "@secretlint/secretlint-rule-1password",
		recommended: true,
		type: "scanner",
		supportedContentTypes: ["text"],
		docs: { url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-1password/README.md" }
	},
	create(context, options) {
		const t = context.createTranslator(messages$9);
		const normalizedOptions = { allows: options?.allows ?? [] };
		return { file(source) {
			const matches = source.content.matchAll(/(?<!\p{L})ops_(ey[A-Za-z0-9+/=]{100,1280}fQ={0,2})(?![A-Za-z0-9+/=])/gu);
			for (const match of matches) {
				const index = match.index ?? 0;
				const matchString = match[0] ?? "";
				const base64String = match[1] ?? "";
				if (!is1PasswordServiceAccountToken(base64String)) continue;
				if (regexpStringMatcherExports.matchPatterns(matchString, normalizedOptions.allows).length > 0) continue;
				const range = [index, index + matchString.length];
				context.report({
					message: t("OPS_TOKEN", { TOKEN: matchString }),
					range
				});
			}
		} };
	}
};
const messages$8 = {
	MongoDBConnection: {
		en: (props) => `found MongoDB connection string: ${props.URI}`,
		ja: (props) => `MongoDB接続文字列: ${props.URI} がみつかりました`
	},
	MySQLConnection: {
		en: (props) => `found MySQL connection string: ${props.URI}`,
		ja: (props) => `MySQL接続文字列: ${props.URI} がみつかりました`
	},
	PostgreSQLConnection: {
		en: (props) => `found PostgreSQL connection string: ${props.URI}`,
		ja: (props) => `PostgreSQL接続文字列: ${props.URI} がみつかりました`
	}
};
const BUILTIN_IGNORED_PATTERNS = [
	"localhost",
	"127.0.0.1",
	"example.com",
	"example.org",
	"test.com",
	"password",
	"username",
	"secret",
	"mypassword",
	"myusername",
	"root",
	"admin",
	"user",
	"pass",
	"{password}",
	"${password}",
	"{{password}}",
	"{username}",
	"${username}",
	"{{username}}",
	"YOUR_PASSWORD",
	"YOUR_USERNAME",
	"REPLACE_WITH_PASSWORD"
];
/**
* Check if the string contains variable-like patterns that indicate it's likely a template
*/
function isVariableLikeString(str) {
	return [
		/\$\{[^}]{1,50}\}/,
		/\{\{[^}]{1,50}\}\}/,
		/\{[^}]{1,50}\}/,
		/%[A-Z_]{1,30}%/,
		/\$[A-Z_]{1,30}/,
		/\$\([^)]{1,50}\)/
	].some((pattern) => pattern.test(str));
}
/**
* Check if the username and password look like real credentials
*/
function isLikelyRealCredential(username, password) {
	if (username === password) return false;
	if (password.length < 4) return false;
	if (isVariableLikeString(password)) return false;
	const passwordLower = password.toLowerCase();
	if (BUILTIN_IGNORED_PATTERNS.some((pattern) => passwordLower === pattern.toLowerCase())) return false;
	if (/^(.)\1{3,}$/.test(password)) return false;
	return true;
}
function reportMongoDBConnectionString({ source, options, context, t }) {
	const results = source.content.matchAll(/mongodb(?:\+srv)?:\/\/(?:(?<username>[^:\/\s]{1,100}):(?<password>[^@\/\s]{1,200})@)?(?<host>[^\/\s?]{1,100})(?:\/(?<database>[^?\s]{0,100}))?(?:\?(?<options>[^\s]{0,500}))?/gi);
	for (const result of results) {
		const index = result.index || 0;
		const match = result[0] || "";
		const username = result.groups?.username;
		const password = result.groups?.password;
		if (!username || !password) continue;
		if (!isLikelyRealCredential(username, password)) continue;
		const range = [index, index + match.length];
		if (regexpStringMatcherExports.matchPatterns(match, options.allows).length > 0) continue;
		context.report({
			message: t("MongoDBConnection", { URI: match }),
			range
		});
	}
}
function reportMySQLConnectionString({ source, options, context, t }) {
	const results = source.content.matchAll(/(?:jdbc:)?mysql(?:x)?:\/\/(?:(?<username>[^:\/\s]{1,100}):(?<password>[^@\/\s]{1,200})@)?(?<host>[^\/\s?]{1,100})(?:\/(?<database>[^?\s]{0,100}))?(?:\?(?<options>[^\s]{0,500}))?/gi);
	for (const result of results) {
		const index = result.index || 0;
		const match = result[0] || "";
		const username = result.groups?.username;
		const password = result.groups?.password;
		if (!username || !password) continue;
		if (!isLikelyRealCredential(username, password)) continue;
		const range = [index, index + match.length];
		if (regexpStringMatcherExports.matchPatterns(match, options.allows).length > 0) continue;
		context.report({
			message: t("MySQLConnection", { URI: match }),
			range
		});
	}
}
function reportPostgreSQLConnectionString({ source, options, context, t }) {
	const results = source.content.matchAll(/postgres(?:ql)?:\/\/(?:(?<username>[^:\/\s]{1,100}):(?<password>[^@\/\s]{1,200})@)?(?<host>[^\/\s?]{1,100})(?:\/(?<database>[^?\s]{0,100}))?(?:\?(?<options>[^\s]{0,500}))?/gi);
	for (const result of results) {
		const index = result.index || 0;
		const match = result[0] || "";
		const username = result.groups?.username;
		const password = result.groups?.password;
		if (!username || !password) continue;
		if (!isLikelyRealCredential(username, password)) continue;
		const range = [index, index + match.length];
		if (regexpStringMatcherExports.matchPatterns(match, options.allows).length > 0) continue;
		context.report({
			message: t("PostgreSQLConnection", { URI: match }),
			range
		});
	}
}
const creator$9 = {
	messages: messages$8,
	meta: {
		id: "@secretlint/secretlint-rule-database-connection-string",
		recommended: true,
		type: "scanner",
		supportedContentTypes: ["text"],
		docs: { url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-database-connection-string/README.md" }
	},
	create(context, options) {
		const normalizedOptions = { allows: options.allows || [] };
		const t = context.createTranslator(messages$8);
		return { file(source) {
			reportMongoDBConnectionString({
				source,
				options: normalizedOptions,
				context,
				t
			});
			reportMySQLConnectionString({
				source,
				options: normalizedOptions,
				context,
				t
			});
			reportPostgreSQLConnectionString({
				source,
				options: normalizedOptions,
				context,
				t
			});
		} };
	}
};
const messages$7 = {
	HASHICORP_VAULT_SERVICE_TOKEN: {
		en: (props) => `found HashiCorp Vault service token: ${props.TOKEN}`,
		ja: (props) => `HashiCorp Vault service token: ${props.TOKEN} がみつかりました`
	},
	HASHICORP_VAULT_BATCH_TOKEN: {
		en: (props) => `found HashiCorp Vault batch token: ${props.TOKEN}`,
		ja: (props) => `HashiCorp Vault batch token: ${props.TOKEN} がみつかりました`
	},
	HASHICORP_VAULT_RECOVERY_TOKEN: {
		en: (props) => `found HashiCorp Vault recovery token: ${props.TOKEN}`,
		ja: (props) => `HashiCorp Vault recovery token: ${props.TOKEN} がみつかりました`
	}
};
const serviceTokenPattern = /(?<!\p{L})hvs\.[A-Za-z0-9_-]{90,120}(?![A-Za-z0-9_-])/gu;
const batchTokenPattern = /(?<!\p{L})hvb\.[A-Za-z0-9_-]{138,300}(?![A-Za-z0-9_-])/gu;
const recoveryTokenPattern = /(?<!\p{L})hvr\.[A-Za-z0-9_-]{90,120}(?![A-Za-z0-9_-])/gu;
const creator$8 = {
	messages: messages$7,
	meta: {
		id: "@secretlint/secretlint-rule-hashicorp-vault",
		recommended: true,
		type: "scanner",
		supportedContentTypes: ["text"],
		docs: { url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-hashicorp-vault/README.md" }
	},
	create(context, options) {
		const t = context.createTranslator(messages$7);
		const normalizedOptions = { allows: options?.allows ?? [] };
		const reportMatches = (source, pattern, messageId) => {
			const matches = source.content.matchAll(pattern);
			for (const match of matches) {
				const index = match.index ?? 0;
				const matchString = match[0] ?? "";
				if (regexpStringMatcherExports.matchPatterns(matchString, normalizedOptions.allows).length > 0) continue;
				const range = [index, index + matchString.length];
				context.report({
					message: t(messageId, { TOKEN: matchString }),
					range
				});
			}
		};
		return { file(source) {
			reportMatches(source, serviceTokenPattern, "HASHICORP_VAULT_SERVICE_TOKEN");
			reportMatches(source, batchTokenPattern, "HASHICORP_VAULT_BATCH_TOKEN");
			reportMatches(source, recoveryTokenPattern, "HASHICORP_VAULT_RECOVERY_TOKEN");
		} };
	}
};
const messages$6 = {
	VERCEL_PERSONAL_ACCESS_TOKEN: {
		en: (props) => `found Vercel personal access token: ${props.ID}`,
		ja: (props) => `Vercel personal access token: ${props.ID} がみつかりました`
	},
	VERCEL_INTEGRATION_TOKEN: {
		en: (props) => `found Vercel integration token: ${props.ID}`,
		ja: (props) => `Vercel integration token: ${props.ID} がみつかりました`
	},
	VERCEL_APP_ACCESS_TOKEN: {
		en: (props) => `found Vercel app access token: ${props.ID}`,
		ja: (props) => `Vercel app access token: ${props.ID} がみつかりました`
	},
	VERCEL_APP_REFRESH_TOKEN: {
		en: (props) => `found Vercel app refresh token: ${props.ID}`,
		ja: (props) => `Vercel app refresh token: ${props.ID} がみつかりました`
	},
	VERCEL_AI_GATEWAY_API_KEY: {
		en: (props) => `found Vercel AI Gateway API key: ${props.ID}`,
		ja: (props) => `Vercel AI Gateway API key: ${props.ID} がみつかりました`
	}
};
const prefixToMessageId = {
	vcp: "VERCEL_PERSONAL_ACCESS_TOKEN",
	vci: "VERCEL_INTEGRATION_TOKEN",
	vca: "VERCEL_APP_ACCESS_TOKEN",
	vcr: "VERCEL_APP_REFRESH_TOKEN",
	vck: "VERCEL_AI_GATEWAY_API_KEY"
};
const creator$7 = {
	messages: messages$6,
	meta: {
		id: "@secretlint/secretlint-rule-vercel",
		recommended: true,
		type: "scanner",
		supportedContentTypes: ["text"],
		docs: { url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-vercel/README.md" }
	},
	create(context, options) {
		const t = context.createTranslator(messages$6);
		const normalizedOptions = { allows: options?.allows ?? [] };
		return { file(source) {
			const matches = source.content.matchAll(/(?<!\p{L})(?<prefix>vcp|vci|vca|vcr|vck)_[A-Za-z0-9]{20,60}(?![A-Za-z0-9])/gu);
			for (const match of matches) {
				const index = match.index ?? 0;
				const matchString = match[0] ?? "";
				const prefix = match.groups?.prefix;
				const messageId = prefixToMessageId[prefix];
				if (regexpStringMatcherExports.matchPatterns(matchString, normalizedOptions.allows).length > 0) continue;
				const range = [index, index + matchString.length];
				context.report({
					message: t(messageId, { ID: matchString }),
					range
				});
			}
		} };
	}
};
const messages$5 = { DATABRICKS_PERSONAL_ACCESS_TOKEN: {
	en: (props) => `found Databricks personal access token: ${props.ID}`,
	ja: (props) => `Databricks personal access token: ${props.ID} がみつかりました`
} };
const creator$6 = {
	messages: messages$5,
	meta: {
		id: "@secretlint/secretlint-rule-databricks",
		recommended: true,
		type: "scanner",
		supportedContentTypes: ["text"],
		docs: { url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-databricks/README.md" }
	},
	create(context, options) {
		const t = context.createTranslator(messages$5);
		const normalizedOptions = { allows: options?.allows ?? [] };
		return { file(source) {
			const matches = source.content.matchAll(/(?<!\p{L})dapi[A-Fa-f0-9]{32}(?:-[0-9])?(?![A-Fa-f0-9])/gu);
			for (const match of matches) {
				const index = match.index ?? 0;
				const matchString = match[0] ?? "";
				if (regexpStringMatcherExports.matchPatterns(matchString, normalizedOptions.allows).length > 0) continue;
				const range = [index, index + matchString.length];
				context.report({
					message: t("DATABRICKS_PERSONAL_ACCESS_TOKEN", { ID: matchString }),
					range
				});
			}
		} };
	}
};
const messages$4 = { DOCKER_PERSONAL_ACCESS_TOKEN: {
	en: (props) => `found Docker Personal Access Token: ${props.TOKEN}`,
	ja: (props) => `Docker Personal Access Token: ${props.TOKEN} がみつかりました`
} };
function reportIfFoundDockerPAT({ source, options, context, t }) {
	const results = source.content.matchAll(/(?<!\p{L})dckr_pat_[a-zA-Z0-9_-]{27}(?![a-zA-Z0-9_-])/gu);
	for (const result of results) {
		const index = result.index || 0;
		const match = result[0] || "";
		const range = [index, index + match.length];
		if (regexpStringMatcherExports.matchPatterns(match, options.allows).length > 0) continue;
		context.report({
			message: t("DOCKER_PERSONAL_ACCESS_TOKEN", { TOKEN: match }),
			range
		});
	}
}
const creator$5 = {
	messages: messages$4,
	meta: {
		id: "@secretlint/secretlint-rule-docker",
		recommended: true,
		type: "scanner",
		supportedContentTypes: ["text"],
		docs: { url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-docker/README.md" }
	},
	create(context, options) {
		const t = context.createTranslator(messages$4);
		const normalizedOptions = { allows: options.allows || [] };
		return { file(source) {
			reportIfFoundDockerPAT({
				source,
				options: normalizedOptions,
				context,
				t
			});
		} };
	}
};
const messages$3 = { FIGMA_PERSONAL_ACCESS_TOKEN: {
	en: (props) => `found Figma Personal Access Token: ${props.ID}`,
	ja: (props) => `Figma Personal Access Token: ${props.ID} がみつかりました`
} };
const creator$4 = {
	messages: messages$3,
	meta: {
		id: "@secretlint/secretlint-rule-figma",
		recommended: true,
		type: "scanner",
		supportedContentTypes: ["text"],
		docs: { url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-figma/README.md" }
	},
	create(context, options) {
		const t = context.createTranslator(messages$3);
		const normalizedOptions = { allows: options?.allows ?? [] };
		return { file(source) {
			const matches = source.content.matchAll(/(?<!\p{L})figd_[A-Za-z0-9_-]{40,200}(?![A-Za-z0-9_-])/gu);
			for (const match of matches) {
				const index = match.index ?? 0;
				const matchString = match[0] ?? "";
				if (regexpStringMatcherExports.matchPatterns(matchString, normalizedOptions.allows).length > 0) continue;
				const range = [index, index + matchString.length];
				context.report({
					message: t("FIGMA_PERSONAL_ACCESS_TOKEN", { ID: matchString }),
					range
				});
			}
		} };
	}
};
const messages$2 = {
	CLOUDFLARE_GLOBAL_API_KEY: {
		en: (props) => `found Cloudflare Global API Key: ${props.TOKEN}`,
		ja: (props) => `Cloudflare Global API Keyが見つかりました: ${props.TOKEN}`
	},
	CLOUDFLARE_USER_API_TOKEN: {
		en: (props) => `found Cloudflare User API Token: ${props.TOKEN}`,
		ja: (props) => `Cloudflare User API Tokenが見つかりました: ${props.TOKEN}`
	},
	CLOUDFLARE_ACCOUNT_API_TOKEN: {
		en: (props) => `found Cloudflare Account API Token: ${props.TOKEN}`,
		ja: (props) => `Cloudflare Account API Tokenが見つかりました: ${props.TOKEN}`
	}
};
const messageIdMap = {
	cfk: "CLOUDFLARE_GLOBAL_API_KEY",
	cfut: "CLOUDFLARE_USER_API_TOKEN",
	cfat: "CLOUDFLARE_ACCOUNT_API_TOKEN"
};
const CLOUDFLARE_TOKEN_PATTERN = /(?<!\p{L})(?<prefix>cfk|cfut|cfat)_[A-Za-z0-9]{40}[0-9a-f]{8}(?![A-Za-z0-9])/gu;
function reportIfFound({ source, options, context, t }) {
	const results = source.content.matchAll(CLOUDFLARE_TOKEN_PATTERN);
	for (const result of results) {
		const index = result.index ?? 0;
		const match = result[0] ?? "";
		const prefix = result.groups?.["prefix"];
		if (!prefix) continue;
		const range = [index, index + match.length];
		if (regexpStringMatcherExports.matchPatterns(match, options.allows).length > 0) continue;
		context.report({
			message: t(messageIdMap[prefix], { TOKEN: match }),
			range
		});
	}
}
const creator$3 = {
	messages: messages$2,
	meta: {
		id: "@secretlint/secretlint-rule-cloudflare",
		recommended: true,
		type: "scanner",
		supportedContentTypes: ["text"],
		docs: { url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-cloudflare/README.md" }
	},
	create(context, options) {
		const t = context.createTranslator(messages$2);
		const normalizedOptions = { allows: options.allows ?? [] };
		return { file(source) {
			reportIfFound({
				source,
				options: normalizedOptions,
				context,
				t
			});
		} };
	}
};
const messages$1 = {
	TAILSCALE_API_KEY: {
		en: (props) => `found Tailscale API access token: ${props.KEY}`,
		ja: (props) => `Tailscale API アクセストークン: ${props.KEY} がみつかりました`
	},
	TAILSCALE_AUTH_KEY: {
		en: (props) => `found Tailscale pre-authentication key: ${props.KEY}`,
		ja: (props) => `Tailscale 事前認証キー: ${props.KEY} がみつかりました`
	},
	TAILSCALE_CLIENT_KEY: {
		en: (props) => `found Tailscale OAuth client key: ${props.KEY}`,
		ja: (props) => `Tailscale OAuth クライアントキー: ${props.KEY} がみつかりました`
	},
	TAILSCALE_SCIM_KEY: {
		en: (props) => `found Tailscale SCIM key: ${props.KEY}`,
		ja: (props) => `Tailscale SCIM キー: ${props.KEY} がみつかりました`
	},
	TAILSCALE_WEBHOOK_KEY: {
		en: (props) => `found Tailscale webhook key: ${props.KEY}`,
		ja: (props) => `Tailscale Webhook キー: ${props.KEY} がみつかりました`
	},
	TAILSCALE_KEY: {
		en: (props) => `found Tailscale key: ${props.KEY}`,
		ja: (props) => `Tailscale キー: ${props.KEY} がみつかりました`
	}
};
const messageIdByType = {
	api: "TAILSCALE_API_KEY",
	auth: "TAILSCALE_AUTH_KEY",
	client: "TAILSCALE_CLIENT_KEY",
	scim: "TAILSCALE_SCIM_KEY",
	webhook: "TAILSCALE_WEBHOOK_KEY"
};
const creator$2 = {
	messages: messages$1,
	meta: {
		id: "@secretlint/secretlint-rule-tailscale",
		recommended: true,
		type: "scanner",
		supportedContentTypes: ["text"],
		docs: { url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-tailscale/README.md" }
	},
	create(context, options) {
		const t = context.createTranslator(messages$1);
		const normalizedOptions = { allows: options.allows ?? [] };
		return { file(source) {
			const matches = source.content.matchAll(/(?<!\p{L})tskey-(?<type>[a-z]{2,20})-[0-9A-Za-z_]{8,40}-[0-9A-Za-z_]{16,60}(?![0-9A-Za-z_])/gu);
			for (const match of matches) {
				const index = match.index ?? 0;
				const matchString = match[0] ?? "";
				const type = match.groups?.type ?? "";
				const range = [index, index + matchString.length];
				if (regexpStringMatcherExports.matchPatterns(matchString, normalizedOptions.allows).length > 0) continue;
				const messageId = messageIdByType[type] ?? "TAILSCALE_KEY";
				context.report({
					message: t(messageId, { KEY: matchString }),
					range
				});
			}
		} };
	}
};
const HTML_COMMENT_REGEXP = /(?<type>secretlint-(?:disable-next-line|disable-line|disable|enable))(?<options>.*)/g;
const parseComments = (source) => {
	const matches = source.content.matchAll(HTML_COMMENT_REGEXP);
	return Array.from(matches).map((match) => {
		const type = match.groups?.type;
		const index = match.index;
		if (type === "secretlint-disable-line") return {
			type,
			options: parseComment(match.groups?.options),
			line: source.indexToPosition(index).line
		};
		if (type === "secretlint-disable-next-line") return {
			type,
			options: parseComment(match.groups?.options),
			line: source.indexToPosition(index).line + 1
		};
		return {
			type,
			options: parseComment(match.groups?.options),
			index
		};
	});
};
/**
* Parses a config of values separated by comma.
*
* secretlint-disable a,b,c => ["a", "b", "c"]
* secretlint-disable -- comment　=> []
*/
function parseComment(options) {
	if (!options) return [];
	const commentStart = options.indexOf("--");
	return (commentStart === -1 ? options : options.slice(0, commentStart)).split(/,/).map((arg) => arg.trim()).filter((arg) => arg !== "") ?? [];
}
var CommentState = class {
	source;
	reportingConfig;
	endIndex;
	constructor(source) {
		this.source = source;
		this.reportingConfig = [];
		this.endIndex = source.content.length;
	}
	getIgnoringMessages() {
		const isFilledMessage = (message) => {
			return message.startIndex !== null && message.endIndex !== null && message.ruleId !== null;
		};
		return this.reportingConfig.map((reporting) => {
			if (reporting.endIndex === null) reporting.endIndex = this.endIndex;
			return reporting;
		}).filter(isFilledMessage);
	}
	disableLine(lineNumber, rulesToDisable) {
		const reportingConfig = this.reportingConfig;
		const range = this.source.locationToRange({
			start: {
				line: lineNumber,
				column: 0
			},
			end: {
				line: lineNumber + 1,
				column: 0
			}
		});
		if (rulesToDisable.length) rulesToDisable.forEach((ruleId) => {
			reportingConfig.push({
				startIndex: range[0],
				endIndex: range[1] - 1,
				ruleId
			});
		});
		else reportingConfig.push({
			startIndex: range[0],
			endIndex: range[1] - 1,
			ruleId: "*"
		});
	}
	/**
	* Add data to reporting configuration to disable reporting for list of rules
	* starting from start location
	* @returns {void}
	*/
	disableReporting(startIndex, rulesToDisable) {
		const reportingConfig = this.reportingConfig;
		if (rulesToDisable.length) rulesToDisable.forEach(function(ruleId) {
			reportingConfig.push({
				startIndex,
				endIndex: null,
				ruleId
			});
		});
		else reportingConfig.push({
			startIndex,
			endIndex: null,
			ruleId: "*"
		});
	}
	/**
	* Add data to reporting configuration to enable reporting for list of rules
	* starting from start location
	*/
	enableReporting(endIndex, rulesToEnable) {
		const reportingConfig = this.reportingConfig;
		if (rulesToEnable.length) rulesToEnable.forEach(function(ruleId) {
			for (let i = reportingConfig.length - 1; i >= 0; i--) if (!reportingConfig[i].endIndex && reportingConfig[i].ruleId === ruleId) {
				reportingConfig[i].endIndex = endIndex;
				break;
			}
		});
		else {
			let prevStart;
			for (let i = reportingConfig.length - 1; i >= 0; i--) {
				if (prevStart && prevStart !== reportingConfig[i].startIndex) break;
				if (!reportingConfig[i].endIndex) {
					reportingConfig[i].endIndex = endIndex;
					prevStart = reportingConfig[i].startIndex;
				}
			}
		}
	}
};
const messages = { IGNORE_MESSAGE: { en: () => `disable by secretlint-disable comment` } };
const rules = [
	creator$s,
	creator$r,
	creator$h,
	creator$q,
	creator$o,
	creator$p,
	creator$g,
	creator$f,
	creator$e,
	creator$d,
	creator$c,
	creator$b,
	creator$n,
	creator$m,
	creator$l,
	creator$k,
	creator$j,
	creator$i,
	creator$a,
	creator$9,
	creator$8,
	creator$7,
	creator$6,
	creator$5,
	creator$4,
	creator$3,
	creator$2,
	{
		messages,
		meta: {
			id: "@secretlint/secretlint-rule-filter-comments",
			recommended: true,
			type: "scanner",
			supportedContentTypes: ["text"],
			docs: { url: "https://github.com/secretlint/secretlint/blob/master/packages/%40secretlint/secretlint-rule-filter-comments/README.md" }
		},
		create(context) {
			const t = context.createTranslator(messages);
			return { file(source) {
				const state = new CommentState(source);
				const comments = parseComments(source);
				for (const comment of comments) if (comment.type === "secretlint-disable") state.disableReporting(comment.index, comment.options);
				else if (comment.type === "secretlint-enable") state.enableReporting(comment.index, comment.options);
				else if (comment.type === "secretlint-disable-line") state.disableLine(comment.line, comment.options);
				else if (comment.type === "secretlint-disable-next-line") state.disableLine(comment.line, comment.options);
				state.getIgnoringMessages().forEach((message) => {
					context.ignore({
						message: t("IGNORE_MESSAGE"),
						range: [message.startIndex, message.endIndex],
						targetRuleId: message.ruleId
					});
				});
			} };
		}
	}
];

// src/secret-scan/known-urls.ts
/**
* Addresses that are a key themselves: who has one may post, or set something off. Quantifiers are bounded and the host comes
* first, so that no text is read twice.
*/
const URL_FORMATS = [
	[hook("outlook\\.office(?:365)?\\.com/webhook/[\\w@/-]{60,512}"), "the address of a Teams webhook"],
	[hook("[\\w.:-]{1,128}/webhook(?:-test)?/[0-9a-f]{8}-[0-9a-f-]{27}"), "the address of a webhook"],
	[hook("[\\w-]{1,64}\\.webhook\\.office\\.com/webhookb2/[\\w@/-]{60,512}"), "the address of a Teams webhook"],
	[hook("(?:[\\w-]{1,64}\\.)?discord(?:app)?\\.com/api/(?:v\\d{1,2}/)?webhooks/\\d{15,20}/[\\w-]{40,128}"), "the address of a Discord webhook"],
	[hook("hooks\\.slack(?:-gov)?\\.com/(?:services|workflows|triggers)/\\w{6,16}/\\w{6,32}/\\w{16,64}"), "the address of a Slack webhook"],
	[/\bbot\d{6,12}(?::|%3A)[\w-]{30,64}(?![\w-])/gi, "a Telegram bot token"],
	[/(?<![\w-])\d{8,10}:AA[\w-]{32,34}(?![\w-])/g, "a Telegram bot token"],
	[hook("hooks\\.zapier\\.com/hooks/(?:catch|standard)/\\d{4,12}/[\\w/]{5,64}"), "the address of a Zapier webhook"],
	[hook("chat\\.googleapis\\.com/v1/spaces/[\\w-]{1,64}/messages\\?[^\\s\"'<>]{0,256}\\btoken=[\\w%-]{16,128}"), "the address of a Google Chat webhook"],
	[hook("[\\w.-]{1,128}\\.(?:logic\\.azure\\.com|powerplatform\\.com)[^\\s\"'<>?]{0,256}\\?[^\\s\"'<>]{0,256}\\bsig=[\\w%-]{16,128}"), "the address of a Power Automate flow"],
	[hook("[\\w.-]{1,128}\\.azurewebsites\\.net/[^\\s\"'<>?]{0,256}\\?[^\\s\"'<>]{0,128}\\bcode=[\\w%=+/-]{20,128}"), "a key of an Azure function"],
	[/\/webhook\/[\w-]{1,64}\/[0-9a-f]{32}(?![0-9a-f])/gi, "the address of a Tines webhook"],
	[hook("[\\w-]{1,64}\\.tines\\.(?:com|io)/webhook/[\\w-]{1,64}/[\\w-]{16,64}"), "the address of a Tines webhook"],
	[hook("maker\\.ifttt\\.com/(?:use|trigger/[\\w-]{1,64}/(?:json/)?with/key)/[\\w-]{16,64}"), "the key of an IFTTT webhook"],
	[hook("hook(?:\\.[a-z]{2}\\d)?\\.(?:make|integromat)\\.(?:com|celonis\\.com)/\\w{20,64}"), "the address of a Make webhook"],
	[hook("[\\w-]{10,64}\\.m\\.pipedream\\.net"), "the address of a Pipedream webhook"],
	[hook("webhook\\.site/[0-9a-f-]{36}"), "the address of a webhook"],
	[hook("[\\w.-]{1,128}/hooks/[a-z0-9]{26}(?![\\w-])"), "the address of a Mattermost webhook"],
	[hook("[\\w.-]{1,128}/hooks/[A-Za-z0-9]{17,24}/[A-Za-z0-9]{24,64}"), "the address of a Rocket.Chat webhook"],
	[hook("webexapis\\.com/v1/webhooks/incoming/[\\w-]{40,128}"), "the address of a Webex webhook"],
	[hook("inbots\\.zoom\\.us/incoming/hook/[\\w-]{16,64}"), "the address of a Zoom webhook"],
	[hook("(?:open\\.(?:feishu\\.cn|larksuite\\.com))/open-apis/bot/v2/hook/[0-9a-f-]{32,40}"), "the address of a Lark webhook"],
	[hook("oapi\\.dingtalk\\.com/robot/send\\?access_token=\\w{32,80}"), "the address of a DingTalk webhook"],
	[hook("qyapi\\.weixin\\.qq\\.com/cgi-bin/webhook/send\\?key=[0-9a-f-]{32,40}"), "the address of a WeCom webhook"],
	[hook("automation\\.atlassian\\.com/pro/hooks/\\w{20,64}"), "the address of a Jira automation"],
	[hook("events\\.pagerduty\\.com/(?:integration|x-ere)/\\w{16,64}"), "the address of a PagerDuty integration"],
	[hook("alert\\.victorops\\.com/integrations/generic/\\d{6,10}/alert/[\\w-]{20,64}"), "the address of a Splunk On-Call integration"],
	[hook("hooks\\.torq\\.io/v1/webhooks/[\\w-]{20,64}"), "the address of a Torq webhook"],
	[/\bATATT3[\w=-]{40,400}/g, "an Atlassian token"],
	[/\b(?:NRAK|NRJS)-[A-Z0-9]{20,40}\b/g, "a New Relic key"],
	[/\bPMAK-[0-9a-f]{24}-[0-9a-f]{34}\b/g, "a Postman key"],
	[/\bdo[opr]_v1_[0-9a-f]{64}\b/g, "a DigitalOcean token"],
	[/\bkey-[0-9a-f]{32}\b/g, "a Mailgun key"],
	[/\bpat[A-Za-z0-9]{14}\.[0-9a-f]{64}\b/g, "an Airtable token"]
];
function hook(rest) {
	return new RegExp(`\\bhttps?://${rest}`, "gi");
}

// src/secret-scan/known-formats.ts
const PREFIX = "@secretlint/secretlint-rule-";
/** secretlint's scanners, by their short names, and what they find in words. */
const KINDS = {
	aws: "an AWS secret access key",
	gcp: "a Google Cloud key",
	privatekey: "a private key",
	npm: "an npm token",
	basicauth: "a user name and password in a URL",
	slack: "a Slack token",
	sendgrid: "a SendGrid key",
	shopify: "a Shopify key",
	stripe: "a Stripe key",
	github: "a GitHub token",
	gitlab: "a GitLab token",
	grafana: "a Grafana token",
	openai: "an OpenAI key",
	anthropic: "an Anthropic key",
	groq: "a Groq key",
	huggingface: "a Hugging Face token",
	linear: "a Linear key",
	notion: "a Notion token",
	"1password": "a 1Password token",
	"database-connection-string": "a database address with a password",
	"hashicorp-vault": "a Vault token",
	vercel: "a Vercel token",
	databricks: "a Databricks token",
	docker: "a Docker token",
	figma: "a Figma token",
	cloudflare: "a Cloudflare token",
	tailscale: "a Tailscale key"
};
const KINDS_BY_MESSAGE = {
	AWSAccessKeyID: "an AWS access key id",
	IncomingWebhook: "the address of a Slack webhook"
};
/** What secretlint does not know, or leaves out as too likely to be nothing. */
const MORE = [
	...URL_FORMATS,
	[/-----BEGIN (?:[A-Z]+ ){0,3}PRIVATE KEY(?: BLOCK)?-----(?:\s|\\[nr]?)*[A-Za-z0-9+/=]{40,}/g, "a private key"],
	[/\bAIza[0-9A-Za-z_-]{35}(?![0-9A-Za-z_-])/g, "a Google API key"],
	[/\bya29\.[0-9A-Za-z_-]{30,}/g, "a Google access token"],
	[/\bhttps?:\/\/(?:[^\s/:@<>{}"'$%]|%[0-9A-F]{2}){1,256}:(?:[^\s/@<>{}"'$%*]|%[0-9A-F]{2}){4,256}@/gi, "a user name and password in a URL"],
	[/\bhttps?:\/\/(?=[\w-]*\d)[\w-]{20,256}:?@/gi, "a token in a URL"],
	[/\.(?<=\b(eyJ[\w-]{10,})\.)eyJ[\w-]{10,}\.[\w-]{20,}/g, "a JSON web token"]
];
const SCANNERS = rules.filter(({ meta }) => meta.id !== `${PREFIX}filter-comments`).map((rule) => ({
	id: rule.meta.id,
	rule,
	options: rule.meta.id === `${PREFIX}aws` ? { enableIDScanRule: true } : {}
}));
/** Everything in a text that has the format of a known credential. */
async function findKnownFormats(content) {
	const { messages } = await lintSource({
		source: {
			filePath: "story",
			content,
			contentType: "text"
		},
		options: {
			config: { rules: SCANNERS },
			noPhysicFilePath: true
		}
	});
	const found = messages.filter(({ messageId }) => messageId !== "AWSAccountID").map(({ ruleId, messageId, range: [start, end] }) => ({
		start,
		end,
		kind: kindOf(ruleId, messageId)
	}));
	const more = MORE.flatMap(([format, kind]) => [...content.matchAll(format)].map(({ index, 0: match, 1: before = "" }) => {
		return {
			start: index - before.length,
			end: index + match.length,
			kind
		};
	}));
	return [...found, ...more];
}
function kindOf(ruleId, messageId) {
	const rule = ruleId.replace(PREFIX, "");
	return KINDS_BY_MESSAGE[messageId] ?? KINDS[rule] ?? `a secret (${rule})`;
}

// src/secret-scan/literal.ts
/** A value that refers to something (`<<CREDENTIAL.x>>`, `{{ … }}`, `{% … %}`) or is a formula (`=…`) holds no secret itself. */
const REFERENCE = /<<|\{\{|\{%/;
/** The words before a token in an Authorization header. */
const SCHEME = /^(?:bearer|basic|token|api-?key|key|ssws|splunk|geniekey|digest|negotiate)(?:$|[\s:=]+)/i;
/** What people write where a secret would stand. */
const STAND_INS = [
	/^[*•.#_\-\s]+$/,
	/\*{3}|•{3}|x{4}|X{4}|\.{3}$/,
	/^x{1,3}$/i,
	/^(?:<[^>]*>|\[[^\]]*\]|\{[^}]*\}|\$\{?\w+\}?|%\w+%)$/,
	/redacted|removed|masked|placeholder|change-?me|dummy|^(?:insert|enter|replace|your|my)(?:\b|[-_])/i,
	/^(?:insert|enter|replace|your|my)(?:Api|Access|Auth|Client|Key|Password|Secret|Token|User)/,
	/\byour[-_ ]|[-_ ]here$|^(?:secret|password|token|api[-_ ]?key|apikey|key|credential|none|null|undefined|test)$/i,
	/^(?:no-?check|fetch|required|true|false|yes|no|anonymous)$/i
];
/** The part of a value that would be the secret, or undefined when it is a reference, a formula, empty or masked. */
function literalIn(value) {
	const trimmed = value.trim();
	if (trimmed.startsWith("=") || REFERENCE.test(trimmed) || trimmed.includes("storysync:destination-owned")) return void 0;
	const secret = trimmed.replace(SCHEME, "").trim();
	return secret === "" || STAND_INS.some((form) => form.test(secret)) ? void 0 : secret;
}

// src/secret-scan/names.ts
const PASSWORD = /(?:^|-)(?:[a-z0-9]*(?:password|passwd|passphrase|passcode|passwort|kennwort|pwd)|(?:admin|db|ftp|imap|ldap|my|root|smtp|sudo|svc|user)?pass|pw)$/;
const SECRET = /(?:^|-)(?:authorization|bearer|jwt|psk|[a-z0-9]*(?:secret|token|signature|(?:access|api|app|auth|client|license|master|private|secret|shared|signing)key))$/;
/** `API key` in several words. Others, such as the names of vendors, are held to a stricter form of the value. */
const QUALIFIED_KEY = /(?:^|-)(?:access|account|admin|api|app|application|auth|client|consumer|encryption|ingest|integration|licen[cs]e|master|private|routing|secret|service|shared|signing|storage|subscription)-key$/;
const KEY = /(?:^|-)key$/;
const HEADER = /(?:^|-)(?:authorization|auth|cookie|credentials?|apikey)$/;
/** The same endings under names that tell something else: keys of tables and issues, tokens of pages. */
const HARMLESS = /(?:^|-)(?:(?:attribute|board|bucket|cache|case|column|config|custom-field|data|de-?dup\w*|dictionary|entity|epic|event|feature|field|file|flag|foreign|group|hash|host|idempotency|incident|index|issue|item|json|label|lookup|map|message|name|object|order|parent|partition|primary|project|property|public|range|record|region|row|s3|search|setting|sort|space|state|status|surrogate|tag|template|translation|type|unique|(?:web-?)?socket)-?key|(?:completion|continuation|count|csrf|cursor|delta|input|max|min|next|num|output|page|pagination|prev|previous|prompt|resume|scroll|skip|start|sync|total|used|xsrf)-?token|(?:alert|email|file|mail|rule|virus)-?signature|(?:boarding|by|first|last|second)-pass)$/;
/** `X_Api_Key`, `x api key`, `xApiKey` and `X-API-Key` are one name. */
function spelled(name) {
	return name.trim().slice(-100).replace(/([a-z0-9])([A-Z])/g, "$1-$2").replace(/([A-Z])([A-Z][a-z])/g, "$1-$2").replace(/[^A-Za-z0-9]+/g, "-").replace(/^-|-$/g, "").toLowerCase();
}
/** `api_key_2` and `token_prod` are told by what stands before. */
const BEHIND = /(?:-?\d{1,4}|-(?:dev|live|new|old|prod|production|staging|test|value))$/;
/** Known by its last word, whoever made up the rest. */
function secretKindOf(name) {
	const word = spelled(name).replace(BEHIND, "").replace(/(key|token|secret|password)s$/, "$1");
	if (HARMLESS.test(word)) return void 0;
	if (PASSWORD.test(word)) return "password";
	if (SECRET.test(word) || QUALIFIED_KEY.test(word)) return "secret";
	return KEY.test(word) ? "key" : void 0;
}
/** Names of headers whose value is a credential by its place; under a bare `…-Key` it has to look like one. */
function headerKindOf(name) {
	return HEADER.test(spelled(name)) ? "secret" : secretKindOf(name);
}
/** Of a `value`, the name that stands beside it: inputs of templates, form fields, lists of headers and rules of triggers. */
function nameBeside(entry, key) {
	if (!VALUE_KEYS.has(key.toLowerCase())) return "";
	for (const [candidate, name] of Object.entries(entry)) {
		if (typeof name !== "string") continue;
		if (NAME_KEYS.has(candidate.toLowerCase()) && /^[\w .-]{1,64}$/.test(name)) return name;
		const field = candidate === "path" ? RULE_PATH.exec(name)?.[1] : void 0;
		if (field !== void 0) return field;
	}
	return "";
}
/** A rule of a trigger compares a `value` with a `path`: `<<receive.headers.x_api_key>>`, `=receive.body.secret`. */
const RULE_PATH = /^(?:<<|=)[\w.]{1,200}\.(\w{1,64})(?:>>)?$/;
const VALUE_KEYS = /* @__PURE__ */ new Set([
	"value",
	"content",
	"data",
	"default",
	"default_value",
	"text",
	"val"
]);
const NAME_KEYS = /* @__PURE__ */ new Set([
	"name",
	"key",
	"header",
	"field",
	"param",
	"parameter",
	"label",
	"variable"
]);

// src/secret-scan/values.ts
/** Whether a text can be the secret that its name promises. A name alone is a guess, so the value has to fit it. */
function fitsKind(kind, text) {
	const word = wordIn(text);
	if (word === void 0 || namesSomething(word) || NAME_OF_ONE.test(word)) return false;
	if (kind === "password") return isMixed(word) || !(NAMES_A_SECRET.test(word) || STATES.test(word));
	if (kind === "secret") return (isMixed(word) || isWild(word)) && !isReadable(word);
	return isStrong(word, 16) && !(GUID.test(word) && word.includes("-"));
}
/** One word of eight or more characters with letters and digits: no sentence, no plain word, no path of an event. */
function looksRandom(text) {
	const word = wordIn(text);
	return word !== void 0 && isMixed(word);
}
/** Random enough to be told without a name that promises it. */
function isStrong(text, least) {
	const word = wordIn(text);
	if (word === void 0 || word.length < least || namesSomething(word) || isReadable(word)) return false;
	return (isMixed(word) || isWild(word)) && new Set(word.toLowerCase()).size >= 8;
}
/** `…` in a formula such as `=CONCAT("Bearer ", "…")`. */
function isLiteralFormula(text) {
	if (!text.trim().startsWith("=") && !text.includes("<<")) return false;
	return [...text.matchAll(STRING_IN_FORMULA)].some(([, string = ""]) => looksRandom(string) && isStrong(string, 16));
}
const STRING_IN_FORMULA = /"([^"\\]{16,512})"/g;
const GUID = /^[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}$/i;
/** What names a secret says so. */
const NAMES_A_SECRET = /pass|pwd|secret|token|credential|vault/i;
const NAME_OF_ONE = /^(?:[a-z]{1,12}[-_])?(?:api[-_]?key|credential|key|pass|password|pwd|secret|token)[-_]?(?:v?\d{1,3})?$/i;
/** What is said of a password where it does not stand; and the one that the world shares, of archives with malware. */
const STATES = /^(?:anonymous|automatic|blocked|changed|compromised|disabled|enabled|encrypted|expired|generated?|incorrect|infected|invalid|missing|optional|plaintext|protected|required|unchanged|unknown|verified)$/i;
function wordIn(text) {
	const word = literalIn(text);
	return word !== void 0 && word.length >= 8 && word.length <= 4096 && /^[^\s<>()[\]{}]+$/.test(word) ? word : void 0;
}
function isMixed(word) {
	return /[0-9]/.test(word) && /[A-Za-z]/.test(word);
}
/** Letters alone, but in no order that people write: `qZxTbWyLmKpR…`. */
function isWild(word) {
	if (word.length < 20 || !/^[A-Za-z+/=_-]+$/.test(word)) return false;
	return (word.match(/[a-z](?=[A-Z])|[A-Z](?=[a-z])/g)?.length ?? 0) * 3 >= word.length;
}
/** Where a secret is kept, not the secret: an address, a path, the name of a variable or of a key in a vault. */
function namesSomething(word) {
	if (/^(?:[a-z][a-z0-9+.-]{1,20}:\/\/|arn:|[$%]|\.{0,2}\/|https?:)/i.test(word)) return true;
	if (/^(?:process\.env|os\.environ|env|secrets?|vars?|inputs?|event|body|params?|config|settings)\b[.[:]/i.test(word)) return true;
	return /[/.:]/.test(word) && isReadable(word);
}
/** `prod/db/password1`, `svc-account-2`, `SEC-12345`, `2026-01-31`: words and small numbers, put together. */
function isReadable(word) {
	const parts = word.split(/[-_./:]+/).filter((part) => part !== "");
	if (parts.length < 2) return false;
	return parts.every((part) => /^(?:[A-Za-z]{1,20}\d{0,3}|v?\d{1,8}[A-Za-z]?)$/.test(part) && !isWild(part));
}

// src/secret-scan/prose.ts
const PARAMETER = /[?&;#]([\w.-]{1,64})=([^&#;\s"'<>{}\\]{8,512})/g;
/** Names that are secret in a URL when the value is long. */
const IN_URL = /^(?:sig|code|auth|x-amz-signature)$/i;
const SEGMENT = /\/([\w-]{3,40})\/([\w-]{16,256})(?=[/?#\s"'<\\]|$)/g;
/** `API_KEY = "…"`, `"api_key": "…"`, `headers["X-Api-Key"] = '…'`, `set("api_key", "…")`. */
const QUOTED = /(?<![\w.-])([A-Za-z_][\w.-]{0,63})\\?["'\])]{0,3}\s{0,8}(?::=|=>|[:=,])\s{0,8}[rbuf]{0,2}\\?["'`]([^"'`\s\\]{8,512})\\?["'`]/g;
/** `export API_KEY=…`, `password=…;`, `X-Api-Key: …`. */
const BARE = /(?<![\w.-])([A-Za-z_][\w.-]{0,63})["']?\s{0,4}[:=]\s{0,4}([\w+/.~!@#%^*$=-]{8,512})/g;
/** `--api-key …`, `-Password "…"`. */
const FLAG = /(?<=\s)--?([A-Za-z][\w-]{1,40})[\s=]\s{0,3}["']?([\w+/.~!@#%^*$=-]{8,512})/g;
/** `<apiKey>…</apiKey>` */
const ELEMENT = /<([A-Za-z][\w:.-]{1,40})>([^<>\s]{8,512})<\//g;
const AFTER_SCHEME = /\b(?:Authorization["']?\s{0,4}[:=,]\s{0,4}\\?["'`]?[\w-]{1,20}|Bearer)\s{1,4}([\w.~+/=-]{16,2048})/gi;
/** `curl -u user:password`. */
const USER_PAIR = /\bauth\s{0,4}=\s{0,4}\(\s{0,4}["'][^"'\s]{1,64}["']\s{0,4},\s{0,4}["']([^"'\s]{6,128})["']/g;
const USER_OPTION = /\s(?:-u|--user)(?:\s{1,4}|=)["']?[\w.@+-]{1,64}:([^\s"'<>{}$]{6,128})/g;
/** `HMAC_SHA256(body, "…")`: the key is the last string before a bracket closes, and no index of a list. */
const SIGNED = /\bHMAC_\w{2,12}\([^"']{1,200}(?<!\[)["']([^"'\s]{8,512})["']\s{0,4}[,)]/gi;
/** What a text says that it holds, each kind in words. */
function findInProse(text) {
	const kinds = /* @__PURE__ */ new Set();
	const look = (pattern, kindOf) => {
		for (const [, name = "", value = ""] of text.matchAll(pattern)) {
			const kind = kindOf(name, value);
			if (kind !== void 0) kinds.add(kind);
		}
	};
	look(PARAMETER, (name, value) => isParameter(name, value) ? `a literal in the URL parameter ${name}` : void 0);
	look(SEGMENT, (name, value) => {
		const kind = secretKindOf(name);
		return kind !== void 0 && isStrong(value, 16) && fitsKind(kind, value) ? `a literal behind /${name}/` : void 0;
	});
	look(QUOTED, (name, value) => {
		const kind = headerKindOf(name);
		return kind !== void 0 && fitsKind(kind, value) ? `a literal in ${name}` : void 0;
	});
	look(BARE, unquoted);
	look(FLAG, unquoted);
	look(ELEMENT, unquoted);
	look(AFTER_SCHEME, (value) => isStrong(value, 16) ? "a literal token" : void 0);
	look(SIGNED, (value) => looksRandom(value) ? "a literal key of a signature" : void 0);
	for (const pattern of [USER_OPTION, USER_PAIR]) look(pattern, (value) => literalIn(value) === void 0 ? void 0 : "a literal user name and password");
	return [...kinds];
}
/** Without quotes a word of a sentence looks the same, so the value has to be a stronger one. */
function unquoted(name, value) {
	const kind = secretKindOf(name);
	const strong = kind === "password" ? looksRandom(value) : isStrong(value, 16);
	return kind !== void 0 && strong && fitsKind(kind, value) ? `a literal in ${name}` : void 0;
}
function isParameter(name, value) {
	if (IN_URL.test(name)) return isStrong(value, 20);
	const kind = secretKindOf(name);
	return kind !== void 0 && fitsKind(kind, value);
}

// src/secret-scan/places.ts
/** Longer texts of JSON are looked at as text alone. */
const MOST_JSON = 2e5;
/** Places of an action that hold credentials in Tines, and hold a literal here. No detector of formats can know them. */
function findLiteralPlaces(action, path) {
	const { options } = action;
	if (!isObject(options)) return [];
	const at = `${path}.options`;
	const found = [];
	if (isLiteralPair(options.basic_auth)) found.push({
		path: `${at}.basic_auth`,
		kind: "a literal user name and password"
	});
	for (const finding of headersIn(options.headers, `${at}.headers`)) found.push(finding);
	if (action.type === "Agents::IMAPAgent" && isLiteral(options.password)) found.push({
		path: `${at}.password`,
		kind: "a literal password"
	});
	return found;
}
/** What the name of a text promises, or the text itself says: wherever it stands in the story. */
function findLiteralsInText({ name, text, path }) {
	const written = jsonIn(text);
	const own = fieldKind(name, typeof written === "string" ? written : text);
	const kinds = own === void 0 ? [] : [own];
	if (typeof written === "object") kinds.push(...kindsIn(written));
	return [...kinds, ...findInProse(text)].map((kind) => ({
		path,
		kind
	}));
}
/** Fields inside a text that is JSON. */
function kindsIn(value, name = "", beside = "") {
	if (typeof value === "string") {
		const kind = fieldKind(name, value) ?? (beside === "" ? void 0 : fieldKind(beside, value));
		return kind === void 0 ? [] : [kind];
	}
	if (isArray(value)) return value.flatMap((entry) => kindsIn(entry, name));
	if (!isObject(value)) return [];
	return Object.entries(value).flatMap(([key, entry]) => kindsIn(entry, key, nameBeside(value, key)));
}
function fieldKind(name, text) {
	const kind = secretKindOf(name);
	if (kind === void 0) return void 0;
	return fitsKind(kind, text) || kind !== "key" && isLiteralFormula(text) ? `a literal in the field ${name}` : void 0;
}
function headersIn(headers, path) {
	const written = typeof headers === "string" ? jsonIn(headers) : void 0;
	if (typeof written === "object") return headersIn(written, path).map(({ kind }) => ({
		path,
		kind
	}));
	if (isArray(headers)) return headers.flatMap((entry, index) => headerEntry(entry, `${path}[${index}]`));
	if (!isObject(headers)) return [];
	return Object.entries(headers).flatMap(([name, value]) => headerKind(name, value, path + keyStep(name)));
}
/** `{ name, value }` or a list of the two. */
function headerEntry(entry, path) {
	if (isArray(entry)) {
		const [name, value] = entry;
		return typeof name === "string" && entry.length === 2 ? headerKind(name, value, `${path}[1]`) : [];
	}
	if (!isObject(entry)) return [];
	const named = Object.entries(entry).filter(([key]) => nameBeside(entry, key) !== "");
	if (named.length === 0) return headersIn(entry, path);
	return named.flatMap(([key, value]) => headerKind(nameBeside(entry, key), value, path + keyStep(key)));
}
function headerKind(name, value, path) {
	const kind = typeof value === "string" ? headerKindOf(name) : void 0;
	if (typeof value !== "string" || kind === void 0) return [];
	return (kind === "key" ? looksRandom(value) : isLiteral(value, 6)) || isLiteralFormula(value) ? [{
		path,
		kind: `a literal in the header ${name}`
	}] : [];
}
/**
* A list of two texts, `user:password`, a map, or one of these as JSON in a string. A key given as user name with nothing
* behind it counts as well.
*/
function isLiteralPair(pair) {
	if (typeof pair === "string") {
		const written = jsonIn(pair);
		return typeof written === "object" ? isLiteralPair(written) : isLiteral(pair, 6) || isLiteralFormula(pair);
	}
	if (isObject(pair)) return isLiteral(pair.password);
	if (!isArray(pair)) return false;
	const [user, password] = pair;
	if (typeof user !== "string") return false;
	if (literalIn(user) === void 0) return typeof password === "string" && looksRandom(password);
	return isLiteral(password) || (password === "" || password === void 0) && looksRandom(user);
}
function isLiteral(value, shortest = 1) {
	return typeof value === "string" && (literalIn(value)?.length ?? 0) >= shortest;
}
/** What a text of JSON holds; undefined for any other text. A plain number or word is none. */
function jsonIn(text) {
	if (!/^\s*["{[]/.test(text) || text.length > MOST_JSON) return void 0;
	const read = parseJson(text);
	return read.ok && read.value !== null ? read.value : void 0;
}

// src/secret-scan/scan-buffer.ts
function scanBufferOf(texts) {
	const parts = [];
	const lines = [];
	let start = 0;
	for (const text of texts) {
		const line = `${text.name}: ${text.text}\n`;
		lines.push({
			start,
			text
		});
		parts.push(line);
		start += line.length;
	}
	const find = (from, to) => {
		const line = lineAt(lines, from);
		return line && {
			text: line.text,
			inName: to <= line.start + line.text.name.length
		};
	};
	return {
		content: parts.join(""),
		find
	};
}
function lineAt(lines, offset) {
	let low = 0;
	let high = lines.length;
	while (high - low > 1) {
		const middle = low + high >> 1;
		if ((lines[middle]?.start ?? 0) <= offset) low = middle;
		else high = middle;
	}
	return lines[low];
}

// src/secret-scan/texts.ts
/** Every text of a story, embedded sub-stories included, in the order of the file. */
function textsOf(story) {
	const texts = [];
	walkStory(story, "", texts);
	return texts.map(({ text, name, ...place }) => ({
		text: referring(text),
		name: referring(name),
		...place
	}));
}
/** A placeholder refers to a value that each destination has of its own, and reads to nobody like `secret: …`. */
function referring(text) {
	return replacePlaceholders(text, () => "<<address>>");
}
/** Every action of a story and of its embedded sub-stories, tools too, with its place. */
function placesOfActions(story, prefix = "") {
	const labels = labelsOf(story);
	const own = allActions(story).map(({ action, top, steps }) => ({
		action,
		path: `${joined(prefix, ".agents")}[${labels("agents", null, top)}]${steps}`
	}));
	const embedded = entriesOf(story.send_to_stories).flatMap(([index, entry]) => placesOfActions(entry, `${joined(prefix, ".send_to_stories")}[${index}]`));
	return [...own, ...embedded];
}
function entriesOf(list) {
	if (!isArray(list)) return [];
	return list.flatMap((entry, index) => isObject(entry) ? [[index, entry]] : []);
}
function walkStory(story, prefix, texts) {
	const labels = labelsOf(story);
	for (const [key, value] of Object.entries(story)) {
		const path = joined(prefix, keyStep(key));
		if (!isArray(value)) walk({
			value,
			name: key,
			path,
			parent: prefix
		}, texts);
		else for (const [index, entry] of value.entries()) {
			const place = `${path}[${labels(key, entry, index)}]`;
			if (key === "send_to_stories" && isObject(entry)) walkStory(entry, place, texts);
			else walk({
				value: entry,
				name: key,
				path: place,
				parent: path
			}, texts);
		}
	}
}
/** Names the entries of a list: actions and what points at them by the action's label, all else by position. */
function labelsOf(story) {
	if (!holdsActions(story)) return (_list, _entry, index) => index;
	const labels = actionLabels(story);
	const byGuid = labelsByGuid(story, labels);
	return (list, entry, index) => {
		if (list === "agents") return labels[index] ?? index;
		if (list === "pages") return labelPointedAt(entry, "agent_guid", byGuid) ?? index;
		return (list === "integrations" ? labelPointedAt(entry, "action_guid", byGuid) : void 0) ?? index;
	};
}
function holdsActions(story) {
	return isArray(story.agents) && story.agents.every((action) => isObject(action) && typeof action.name === "string");
}
function walk({ value, name, path, parent }, texts) {
	if (typeof value === "string") texts.push({
		text: value,
		name,
		path,
		parent
	});
	else if (isArray(value)) for (const [index, entry] of value.entries()) walk({
		value: entry,
		name,
		path: `${path}[${index}]`,
		parent: path
	}, texts);
	else if (isObject(value)) for (const [key, entry] of Object.entries(value)) {
		const place = joined(path, keyStep(key));
		if (typeof entry !== "string") texts.push({
			text: "",
			name: key,
			path: place,
			parent: path
		});
		const name = nameBeside(value, key) || key;
		walk({
			value: entry,
			name: typeof entry === "string" ? name : key,
			path: place,
			parent: path
		}, texts);
	}
}
function joined(prefix, step) {
	return prefix === "" && step.startsWith(".") ? step.slice(1) : `${prefix}${step}`;
}

// src/secret-scan/find-literals.ts
/**
* Every text of a story that looks like a credential: by its format, or by its place. One finding for each place, in the
* order of the file. Give it the neutralised story: addresses of the tenant are secrets, and not looked for here.
*/
async function findLiterals(story) {
	const texts = textsOf(story);
	const buffer = scanBufferOf(texts);
	const matches = await findKnownFormats(buffer.content);
	const secrets = [];
	const found = matches.flatMap(({ start, end, kind }) => {
		const place = buffer.find(start, end);
		if (place === void 0) return [];
		secrets.push(place.inName ? place.text.name : place.text.text, buffer.content.slice(start, end));
		return [{
			path: place.inName ? place.text.parent : place.text.path,
			kind
		}];
	});
	const inPlaces = placesOfActions(story).flatMap(({ action, path }) => findLiteralPlaces(action, path));
	const inTexts = texts.flatMap(findLiteralsInText);
	return withoutSecrets$1(inOrder([
		...found,
		...inPlaces,
		...inTexts
	], texts.map(({ path }) => path)), secrets);
}
/** One finding for each place: what is known by its format is told before what is known by its place. */
function inOrder(found, paths) {
	const firsts = /* @__PURE__ */ new Map();
	for (const finding of found) if (!firsts.has(finding.path)) firsts.set(finding.path, finding);
	const positions = new Map(paths.map((path, index) => [path, index]));
	return [...firsts.values()].map((finding) => {
		const { path } = finding;
		return {
			finding,
			at: positions.get(path) ?? paths.findIndex((each) => each.startsWith(path))
		};
	}).toSorted((a, b) => a.at - b.at).map(({ finding }) => finding);
}
/** A key or the name of an action may be the secret itself; no path repeats it. */
function withoutSecrets$1(findings, secrets) {
	const shown = findings.map(({ path, kind }) => `${path}\n${kind}`).join("\n");
	const longest = [...new Set(secrets.flatMap((secret) => [secret, JSON.stringify(secret).slice(1, -1)]))].filter((form) => form !== "" && shown.includes(form)).toSorted((a, b) => b.length - a.length);
	const clean = (text) => longest.reduce((rest, form) => rest.replaceAll(form, "***"), text);
	return findings.map(({ path, kind }) => ({
		path: clean(path),
		kind: clean(kind)
	}));
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
		type: bounded(kindOf$1(type), 200),
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
const MARKS = {
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
			mark: MARKS[op],
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

// src/export/shown-picture.ts
const NOT_SHOWN = "(text not shown: it may hold a secret)";
/** Two versions in git as one picture, without notes that may hold a secret. */
async function shownPicture(before, after, told = []) {
	return pictureOf(before && await withoutSecrets(before), after && await withoutSecrets(after), told);
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

// src/picture/words.ts
/** No line holds more. */
const LINE = 200;
const GRAPHEMES = new Intl.Segmenter("en", { granularity: "grapheme" });
/** A name as it may stand in a picture: one line, nothing unseen, and no order to the runner of a job that prints it. */
function oneLine(text) {
	return printableInLog(text.replaceAll(/\s+/g, " ").trim());
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

export { sameJson as A, pinPhrase as B, matchActions as C, ownForm as D, fingerprintOf as E, waitsOf as F, UNSIGNED_ROLLOUT as G, waitCounts as H, rolloutLines as I, plural as J, UNSIGNED_STATE as K, rowsByRing as L, outcomesByDestination as M, tallyOutcomes as N, editedThere as O, waitingOf as P, foldSame as R, wantedSide as S, fingerprint as T, waitPhrase as U, haltingRing as V, waitsForPhrase as W, withoutGuids as X, ownGuids as Y, repeatedFieldNames as _, textsOf as a, compareStories as b, isStrong as c, findKnownFormats as d, versionChanges as f, reasonsForNewType as g, ownOf as h, findLiterals as i, earlierStory as j, OF_GIT as k, headerKindOf as l, additionsTo as m, oneLine as n, scanBufferOf as o, recordTypeChanges as p, kindOfAddress as q, shownPicture as r, findLiteralsInText as s, inRoom as t, secretKindOf as u, addressChanges as v, actionPart as w, compareStoriesByName as x, compareAddresses as y, notePhrase as z };