import { Lt as byText, c as shortId } from "./stories-at.js";
import { _ as joined, b as words, d as someNames, u as count, v as name, y as say } from "./unsigned-state.js";
import { a as describeFailures, i as describeCounts, s as daysSince } from "./explain.js";
import { a as opensWords, c as waitsForPhrase, i as haltingRing, r as awaitedRing } from "./waits-of.js";

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
function namesOf(pairs) {
	return [...new Set(pairs.map(({ destination }) => destination))].toSorted(byText);
}
function destinations(pairs, { fold }) {
	const names = namesOf(pairs);
	if (!fold) return listed(names);
	return names.length > 3 ? [count(names.length, "destination")] : someNames(names);
}
function listed(names) {
	return joined(names.map((each) => [name(each)]), ", ");
}
function waits(pairs) {
	return namesOf(pairs).length === 1 ? "waits" : "wait";
}
function goes(pairs) {
	return namesOf(pairs).length === 1 ? "goes" : "go";
}
function idOf(ring, story) {
	return `${ring}\n${story}`;
}

export { outcomesByDestination as a, pinPhrase as i, rowsByRing as n, tallyOutcomes as o, notePhrase as r, foldSame as s, rolloutLines as t };