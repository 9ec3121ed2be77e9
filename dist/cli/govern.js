import { N as reasonOf, _ as calleesOf, g as digestDestination, h as subscribedStories, m as matchState, v as reachedCallees, x as isDue } from "./plan-json.js";
import { v as KEPT } from "./state-session.js";
import { Lt as byText, Rt as byTextOf, Ut as ringOf } from "./stories-at.js";
import { n as waitsOf } from "./waits-of.js";
import { a as allVersions, o as pinOf } from "./workspace.js";
import { l as shardsOf } from "./lock-holder.js";

// src/plan/orphans/orphan-destinations.ts
/** A destination under a new name is the same tenant and team, and nothing of it is left behind. */
function findOrphanDestinations(recorded, destinations) {
	const inUse = new Set(destinations.map(({ tenantUrl, teamId }) => `${tenantUrl} ${teamId}`));
	return recorded.map(({ name, state: { tenantUrl, teamId, stories } }) => {
		return {
			name,
			tenantUrl,
			teamId,
			stories: Object.keys(stories).length
		};
	}).filter(({ tenantUrl, teamId, stories }) => stories > 0 && !inUse.has(`${tenantUrl} ${teamId}`)).sort(byTextOf(({ name }) => name));
}

// src/plan/plan.ts
/** Puts assessed destinations together; the order of the manifest does not count. */
function assemble(manifest, commit, work, orphans = [], orphansNative) {
	return {
		plan: assemblePlan(manifest, commit, work.map(describeDestination), orphans, orphansNative),
		work: new Map(work.map((entry) => [entry.destination.name, entry]))
	};
}
/** The plan alone, of destinations whose work may be forgotten already. */
function assemblePlan(manifest, commit, described, orphans = [], orphansNative) {
	const destinations = described.toSorted(byTextOf(({ name }) => name));
	return {
		totals: countActions(destinations),
		manifest,
		commit,
		destinations,
		leftBehindDestinations: findOrphanDestinations(orphans, destinations),
		...orphansNative === void 0 ? {} : { leftBehindNative: orphansNative }
	};
}
/** What the plan says of a destination. It holds no content, so that many fit into memory. */
function describeDestination(work) {
	const { name, tenantUrl, teamId, manualSyncOnly, hold, pin } = work.destination;
	return {
		name,
		digest: work.digest ?? digestDestination(work),
		tenantUrl,
		teamId,
		manualSyncOnly,
		...hold === void 0 ? {} : { hold },
		...pin === void 0 ? {} : { pin },
		stories: work.stories.map((story) => story.planned),
		leftBehind: work.leftBehind,
		...work.onboarding === void 0 ? {} : { onboarding: work.onboarding },
		...work.native === void 0 ? {} : { native: work.native }
	};
}
function countActions(destinations) {
	const totals = {
		create: 0,
		update: 0,
		unchanged: 0,
		skip: 0,
		blocked: 0
	};
	for (const story of destinations.flatMap((destination) => destination.stories)) totals[story.action] += 1;
	return totals;
}

// src/plan/recorded-outcome.ts
/**
* The last known status of a pair, from git and recorded state alone. What the last run said holds for the content that
* it said it of; where git asks for something else by now, it waits for a sync.
*/
function recordedOutcome(pair) {
	const { destination, subscription, desired, state, entry } = pair;
	const last = lastOf(state, desired.key, entry);
	const recordedAt = newest$1(last?.at, entry?.syncedAt);
	const detached = subscription.detached !== void 0 || (last?.detachedThere ?? false);
	const is = whilePinned(pair, statusFrom(pair, {
		entry,
		last,
		detached
	}));
	return {
		destination: destination.name,
		storyKey: desired.key,
		storyName: desired.story.name,
		detached,
		did: "nothing",
		destinationStoryId: entry?.destinationStoryId ?? null,
		syncedAt: entry?.syncedAt ?? null,
		commit: entry?.commit ?? null,
		warnings: [],
		...recordedAt === void 0 ? {} : { recordedAt },
		...whileHeld(pair, last, is)
	};
}
/** What stands where its pin wants it says so; of a pin that cannot be honoured nobody knows what it wants. */
function whilePinned({ destination, desired, unusablePin }, is) {
	const pin = pinOf(destination, desired.key);
	if (pin === void 0 || is.reason === "detached") return is;
	if (unusablePin !== void 0) return {
		status: destination.hold ? "requires_sync" : "failed",
		reason: "pinned",
		fact: unusablePin
	};
	return is.status === "synced" ? {
		...is,
		reason: "pinned",
		fact: {
			kind: "pinned",
			pin
		}
	} : is;
}
/** What would be pushed next waits as long as the manifest holds the destination, in the manifest's words of today. */
function whileHeld({ destination: { hold } }, last, is) {
	const waitsAnyway = is.reason === "detached" || is.reason === "drift" && last?.reason === "drift";
	if (!hold || is.status !== "requires_sync" || waitsAnyway) return is;
	const { unchangedSince: _, ...rest } = is;
	const since = last?.reason === "held" ? { unchangedSince: last.at } : {};
	const by = is.fact?.kind === "pin_unusable" ? is.fact : null;
	return {
		...rest,
		reason: "held",
		fact: {
			kind: "held",
			hold,
			by
		},
		...since
	};
}
/** The commit that a story at a destination came from; undefined when git cannot tell, or asks for nothing else. */
function pushedFrom(desired, entry) {
	return entry?.pushed === desired.contentHash ? void 0 : entry?.commit;
}
function statusFrom(pair, { entry, last, detached }) {
	const { desired, subscription, known } = pair;
	if (last && last.status === "failed" && OF_THE_DESTINATION.has(last.reason)) return repeat(last);
	const asAsked = last?.content === desired.contentHash;
	if (detached) {
		const own = {
			kind: "detached",
			detachment: subscription.detached ?? null,
			absent: false
		};
		const fact = asAsked && last.reason === "detached" ? recorded(last) : own;
		return {
			status: asAsked && last.status === "synced" ? "synced" : "requires_sync",
			reason: "detached",
			fact
		};
	}
	if (last && asAsked && last.status === "synced") return {
		status: "synced",
		reason: null,
		fact: null
	};
	if (last && asAsked && !isLifted(last, pair)) return repeat(last);
	if (!known && !last) return {
		status: "requires_sync",
		reason: pair.destination.manualSyncOnly ? "manual_sync_only" : null,
		fact: { kind: "nothing_recorded" }
	};
	return {
		status: "requires_sync",
		reason: reasonToSync(pair, entry),
		fact: whyToSync(last, entry, asAsked)
	};
}
/** These say something of the tenant or its key: they hold whatever story is asked for. */
const OF_THE_DESTINATION = /* @__PURE__ */ new Set([
	"missing_key",
	"unauthorized",
	"unreachable",
	"unreadable"
]);
/** It waited because the manifest said so, and the manifest does not say so any more. */
function isLifted({ reason }, { destination }) {
	return reason === "detached" || reason === "held" || reason === "manual_sync_only" && !destination.manualSyncOnly;
}
function repeat(last) {
	return {
		status: last.status,
		reason: last.reason,
		fact: recorded(last),
		unchangedSince: last.at
	};
}
/** State files hold the words of the run that wrote them. */
function recorded({ message, hint }) {
	return message === null ? null : {
		kind: "recorded",
		message,
		hint: hint ?? null
	};
}
function reasonToSync({ destination, desired }, entry) {
	if (destination.manualSyncOnly) return "manual_sync_only";
	if (!entry) return "new";
	if (entry.name !== desired.story.name) return "renamed";
	return entry.pushed === desired.contentHash ? "drift" : "content_changed";
}
function whyToSync(last, entry, asAsked) {
	if (last && !asAsked && last.status === "failed") return {
		kind: "changed_since_failure",
		message: last.message
	};
	return entry || last?.status === "synced" ? null : { kind: "never_synced" };
}
/** A file without last statuses still has an entry for each push, which tells how that ended. */
function lastOf(state, key, entry) {
	if (state && Object.hasOwn(state.last, key)) return state.last[key];
	if (!entry) return void 0;
	const { status, reason, errorMessage, syncedAt, pushed } = entry;
	return {
		status,
		reason: status === "synced" ? null : reason,
		message: errorMessage,
		at: syncedAt,
		content: pushed
	};
}
function newest$1(...times) {
	return times.filter((time) => time !== void 0).toSorted().at(-1);
}

// src/rollout/calls.ts
/** Many destinations take the same stories: who calls whom among them is found out once. */
function callClosures() {
	const known = /* @__PURE__ */ new Map();
	return (stories) => {
		const id = stories.map(({ key, contentHash }) => `${key} ${contentHash}`).join("\n");
		const calls = known.get(id) ?? closeCalls(stories);
		known.set(id, calls);
		return calls;
	};
}
function closeCalls(stories) {
	const direct = new Map(stories.map((story) => [story.key, calleesOf(story, stories).map(({ key }) => key)]));
	return new Map(stories.map(({ key }) => [key, [...reachedCallees(key, (each) => direct.get(each) ?? [])].sort()]));
}

// src/rollout/time-of.ts
/** No clock shows a later one, and no sum of it and a soak leaves what a date can hold. */
const LATEST = Date.UTC(9e3, 0);
/** A stamp of a file that others may have written, in milliseconds since 1970; undefined when it is none. */
function timeOf(stamp) {
	const time = Date.parse(stamp);
	return Math.abs(time) <= LATEST ? time : void 0;
}

// src/rollout/fleet.ts
/** Makes parts of one fleet; what all of them share is worked out once. */
function fleetParts(rollout, desired) {
	const closures = callClosures();
	return (member) => {
		const { destination, state } = member;
		const ring = ringOf(rollout, destination).name;
		const wanted = subscribedStories(desired, destination);
		const calls = closures(wanted);
		const matches = matchState(wanted, state, allVersions(desired));
		const planned = new Map((member.planned ?? []).map((story) => [story.key, story]));
		const pairs = wanted.map((story) => ({
			...describePair(story, member, matches.get(story.key)?.state, planned.get(story.key)),
			ring,
			calls: calls.get(story.key) ?? []
		}));
		return {
			destination: destination.name,
			ring,
			inRun: member.planned !== void 0,
			pairs
		};
	};
}
/** The order of the parts does not count. */
function joinFleet(rollout, parts) {
	const ordered = parts.toSorted(byTextOf(({ destination }) => destination));
	return {
		rollout,
		rings: new Map(ordered.map(({ destination, ring }) => [destination, ring])),
		run: ordered.flatMap(({ destination, inRun }) => inRun ? [destination] : []),
		pairs: ordered.flatMap(({ pairs }) => pairs)
	};
}
/** The same fleet, of a run that would push these pairs: destination name -> story keys. */
function asDue(fleet, due) {
	const pairs = fleet.pairs.map((pair) => ({
		...pair,
		due: due.get(pair.destination)?.has(pair.key) ?? false
	}));
	return {
		...fleet,
		run: fleet.run.filter((name) => due.has(name)),
		pairs
	};
}
function describePair({ key, story, contentHash }, { destination, state }, entry, planned) {
	const last = lastOf(state, key, entry);
	const detached = planned?.detached ?? last?.detachedThere ?? false;
	const wasThere = entry?.equal.includes(contentHash) ?? false;
	return {
		destination: destination.name,
		key,
		name: story.name,
		content: contentHash,
		counts: countsAt(destination, key) && !detached,
		...carriedSince(contentHash, destination, last) ?? standingOf(contentHash, entry, last, planned),
		wasThere: wasThere || planned?.action === "unchanged",
		due: planned !== void 0 && isDue(planned)
	};
}
function countsAt(destination, key) {
	const { hold, manualSyncOnly, subscriptions } = destination;
	const detached = subscriptions.some(({ storyKey, detached }) => storyKey === key && detached !== void 0);
	return !hold && !pinOf(destination, key) && !manualSyncOnly && !detached;
}
/** What the vendor carries has no entry of a push: that it was in sync with this content is its receipt. */
function carriedSince(content, { engine }, last) {
	if (engine === "push" || last?.status !== "synced" || last.content !== content) return void 0;
	return {
		standing: "there",
		since: timeOf(last.at)
	};
}
/** A later look, or an edit there, does not undo that it was there; and what failed with other content says nothing of this. */
function standingOf(content, entry, last, planned) {
	if (entry?.pushed === content && entry.since !== void 0 && entry.status === "synced") return {
		standing: "there",
		since: timeOf(entry.since)
	};
	if (planned?.action === "unchanged") return {
		standing: "there",
		since: void 0
	};
	const failed = last?.status === "failed" && last.content === content;
	const blocked = planned?.action === "blocked" && planned.reason !== "not_reached";
	if (failed) return {
		standing: "failed",
		since: timeOf(last.at)
	};
	return {
		standing: blocked ? "failed" : "open",
		since: void 0
	};
}

// src/plan/waits.ts
/** The same story, kept back by the rollout. What is not due has nothing to wait for. */
function awaitRollout(planned, fact) {
	if (!isDue(planned) || planned.action !== "create" && planned.action !== "update") return planned;
	const waits = {
		...waitsOf(fact),
		because: planned.reason
	};
	return {
		...planned,
		action: "skip",
		would: planned.action,
		reason: reasonOf(fact),
		fact,
		waits
	};
}

// src/rollout/gate-plan.ts
/** The plan with what the rollout keeps back. Digests of destinations stay: they do not cover what only time changes. */
function gatePlan(plan, { waits, rings, progress }) {
	const destinations = plan.destinations.map((destination) => {
		const facts = waits.get(destination.name);
		const ring = rings.get(destination.name);
		const stories = destination.stories.map((story) => {
			const fact = facts?.get(story.key);
			return fact ? awaitRollout(story, fact) : story;
		});
		return {
			...destination,
			...ring === void 0 ? {} : { ring },
			stories
		};
	});
	return {
		...plan,
		destinations,
		totals: countActions(destinations),
		rollout: progress
	};
}
/** The same for what the push of a destination needs. */
function gateWork(work, { waits }) {
	const facts = waits.get(work.destination.name);
	if (!facts) return work;
	const stories = work.stories.map((story) => {
		const fact = facts.get(story.planned.key);
		return fact ? {
			...story,
			planned: awaitRollout(story.planned, fact)
		} : story;
	});
	return {
		...work,
		stories
	};
}

// src/rollout/ring-tallies.ts
/**
* How far each story is in each ring. Kept up to date pair by pair: a thousand destinations that end one after another
* are not counted again each time.
*/
var RingTallies = class {
	rings;
	#index;
	#cells = /* @__PURE__ */ new Map();
	constructor({ rollout, pairs }) {
		this.rings = rollout.rings;
		this.#index = new Map(ringNames(rollout).map((name, index) => [name, index]));
		for (const pair of pairs) {
			if (!pair.counts) continue;
			this.#cellOf(pair).total += 1;
			this.#count(pair, pair, 1);
		}
	}
	indexOf(ring) {
		const index = this.#index.get(ring);
		if (index === void 0) throw new Error(`Internal error: no ring ${ring}`);
		return index;
	}
	/** A counting pair is something else now. */
	move(pair, to) {
		this.#count(pair, pair, -1);
		this.#count(pair, to, 1);
	}
	counts({ key, content }, ring) {
		const cell = this.#cells.get(key)?.[ring];
		const { there = 0, failed = 0 } = cell?.contents.get(content) ?? {};
		const total = cell?.total ?? 0;
		return {
			there,
			total,
			failed,
			allowed: failuresAllowed(this.#ring(ring).maxFailed, total)
		};
	}
	/** The nearest earlier ring with a counting pair of the story: an empty one is as if it were not written. */
	before(key, ring) {
		const cells = this.#cells.get(key) ?? [];
		for (let index = ring - 1; index >= 0; index -= 1) if ((cells[index]?.total ?? 0) > 0) return index;
	}
	/** Since when all pairs of a ring are there but for the failed ones that it may have; undefined when they are not. */
	passedSince(story, ring, now) {
		const { there, total, failed, allowed } = this.counts(story, ring);
		if (total === 0 || there + failed < total || failed > allowed) return void 0;
		const tally = this.#cells.get(story.key)?.[ring]?.contents.get(story.content);
		if (!tally) return void 0;
		tally.latest ??= latestOf(tally.since.values());
		return tally.latest === Infinity ? latestOf(tally.since.values(), now) : tally.latest;
	}
	/** The first ring, up to this one, with more failed pairs than it may have. */
	haltedBy(story, ring) {
		for (let index = 0; index <= ring; index += 1) {
			const { failed, allowed } = this.counts(story, index);
			if (failed > allowed) return index;
		}
	}
	#ring(index) {
		const ring = this.rings[index];
		if (!ring) throw new Error(`Internal error: no ring ${index}`);
		return ring;
	}
	#cellOf({ key, ring }) {
		const cells = this.#cells.get(key) ?? [];
		this.#cells.set(key, cells);
		const index = this.indexOf(ring);
		const cell = cells[index] ?? {
			total: 0,
			contents: /* @__PURE__ */ new Map()
		};
		cells[index] = cell;
		return cell;
	}
	#count(pair, { standing, since }, by) {
		if (standing === "open") return;
		const { contents } = this.#cellOf(pair);
		const tally = contents.get(pair.content) ?? {
			there: 0,
			failed: 0,
			since: /* @__PURE__ */ new Map(),
			latest: void 0
		};
		contents.set(pair.content, tally);
		tally[standing] += by;
		tally.latest = void 0;
		if (by === 1) tally.since.set(pair.destination, since);
		else tally.since.delete(pair.destination);
	}
};
function latestOf(times, unseen = Infinity) {
	let latest = -Infinity;
	for (const time of times) latest = Math.max(latest, time ?? unseen);
	return latest;
}
function ringNames({ rings }) {
	return rings.map(({ name }) => name);
}
/** Rounded down: two percent of forty is none. */
function failuresAllowed({ kind, value }, total) {
	return kind === "count" ? value : Math.floor(total * value / 100);
}

// src/rollout/passings.ts
/** When a ring passed for this content: as recorded, else as it stands now. */
function passedAt(tallies, { passings }, story, ring, now) {
	return recordedAt(passings, story, tallies.rings[ring]?.name ?? "") ?? tallies.passedSince(story, ring, now);
}
function recordedAt(passings, { key, content }, ring) {
	const time = own(own(own(passings, key), content), ring);
	return time === void 0 ? void 0 : timeOf(time);
}
/** Keys that people give may be called `constructor`. */
function own(from, name) {
	return from && Object.hasOwn(from, name) ? from[name] : void 0;
}
/** What git wants of each story, where it counts. */
function wantedContents({ pairs }) {
	const counting = pairs.filter(({ counts }) => counts);
	return [...new Map(counting.map(({ key, content }) => [`${key} ${content}`, {
		key,
		content
	}])).values()];
}
function recordTallies(tallies, wanted, record, now) {
	const news = wanted.flatMap((story) => tallies.rings.flatMap(({ name }, ring) => {
		if (recordedAt(record.passings, story, name) !== void 0) return [];
		const at = tallies.passedSince(story, ring, now);
		return at === void 0 ? [] : [{
			...story,
			ring: name,
			at: new Date(at).toISOString()
		}];
	}));
	if (news.length === 0) return record;
	const stories = new Map(Object.entries(record.passings));
	for (const { key, content, ring, at } of news) {
		const contents = new Map(Object.entries(stories.get(key) ?? {}));
		contents.set(content, {
			...contents.get(content),
			[ring]: at
		});
		const current = wanted.filter((story) => story.key === key).map((story) => story.content);
		stories.set(key, newest(contents, new Set(current)));
	}
	return {
		...record,
		passings: Object.fromEntries(stories)
	};
}
/** What git wants now stays, whatever a clock said when it passed. */
function newest(contents, current) {
	const latest = (times) => Object.values(times).toSorted().at(-1) ?? "";
	const ordered = [...contents].toSorted(([a, timesOfA], [b, timesOfB]) => {
		const [isA, isB] = [current.has(a), current.has(b)];
		if (isA !== isB) return isA ? -1 : 1;
		return byText(`${latest(timesOfB)} ${b}`, `${latest(timesOfA)} ${a}`);
	});
	return Object.fromEntries(ordered.slice(0, KEPT.contents));
}

// src/rollout/local-time.ts
const MINUTE = 6e4;
const DAY = 1440 * MINUTE;
function localTime(timeZone, at) {
	const wall = new Date(at + offsetOf(timeZone, at));
	const date = isoDate(wall);
	return {
		date,
		weekday: wall.getUTCDay() || 7,
		minutes: (wall.getTime() - startOf(date)) / MINUTE
	};
}
/** The day that is so many days later. */
function addDays(date, days) {
	return isoDate(new Date(startOf(date) + days * DAY));
}
/**
* The moments at which that wall shows this: two where clocks are set back, none where they are set forward. And with
* them the moment at which they are set, if that is near.
*/
function momentsOf(timeZone, date, minutes) {
	const wall = startOf(date) + minutes * MINUTE;
	const [early, late] = [wall - 1.5 * DAY, wall + 1.5 * DAY];
	const offsets = [offsetOf(timeZone, early), offsetOf(timeZone, late)];
	if (offsets[0] === offsets[1]) return [wall - offsets[0]];
	return [...offsets.map((offset) => wall - offset).filter((at) => at + offsetOf(timeZone, at) === wall), changeBetween(timeZone, early, late)];
}
/** Clocks are set at a whole minute. */
function changeBetween(timeZone, early, late) {
	const before = offsetOf(timeZone, early);
	let [from, to] = [Math.floor(early / MINUTE), Math.ceil(late / MINUTE)];
	while (to - from > 1) {
		const middle = Math.floor((from + to) / 2);
		if (offsetOf(timeZone, middle * MINUTE) === before) from = middle;
		else to = middle;
	}
	return to * MINUTE;
}
const formats = /* @__PURE__ */ new Map();
/** How far the wall is ahead of UTC, in milliseconds. */
function offsetOf(timeZone, at) {
	if (timeZone === "UTC") return 0;
	const format = formats.get(timeZone) ?? wallFormat(timeZone);
	formats.set(timeZone, format);
	const whole = Math.floor(at / 1e3) * 1e3;
	const part = new Map(format.formatToParts(whole).map(({ type, value }) => [type, Number(value)]));
	const of = (type) => part.get(type) ?? 0;
	return Date.UTC(of("year"), of("month") - 1, of("day"), of("hour"), of("minute"), of("second")) - whole;
}
function wallFormat(timeZone) {
	return new Intl.DateTimeFormat("en-US", {
		timeZone,
		calendar: "gregory",
		numberingSystem: "latn",
		hourCycle: "h23",
		year: "numeric",
		month: "2-digit",
		day: "2-digit",
		hour: "2-digit",
		minute: "2-digit",
		second: "2-digit"
	});
}
function startOf(date) {
	return Date.parse(`${date}T00:00:00Z`);
}
function isoDate(day) {
	return day.toISOString().replace(/T.*/, "");
}

// src/rollout/windows.ts
/** So often it is asked whether the next end or beginning of a window opens the ring, where there are few of them. */
const LOOKS = 1e3;
/** Each look is one at every window: who writes hundreds that never open is not told when they do. */
const WINDOWS_LOOKED_AT = 2e4;
/** Undefined when something may begin in the ring now. A `deny` beats every `allow`, and without an `allow` all is allowed. */
function openWindow(windows, ring, now) {
	const own = windows.filter(({ rings }) => rings?.includes(ring) ?? true);
	const first = closedBy(own, now);
	if (!first) return void 0;
	let barrier = first;
	const looks = Math.min(LOOKS, WINDOWS_LOOKED_AT / own.length);
	for (let look = 0; look < looks; look += 1) {
		if (barrier.next === void 0) break;
		const closed = closedBy(own, barrier.next);
		if (!closed) return {
			window: first.window,
			until: barrier.next
		};
		barrier = closed;
	}
	return {
		window: first.window,
		until: null
	};
}
function closedBy(windows, at) {
	const denies = windows.filter((window) => window.kind === "deny" && isIn(window, at));
	const [deny] = denies;
	if (deny) return {
		window: deny,
		next: max(denies.map((window) => endAfter(window, at)))
	};
	const allows = windows.filter(({ kind }) => kind === "allow");
	if (allows.length === 0 || allows.some((window) => isIn(window, at))) return void 0;
	return allows.map((window) => ({
		window,
		next: startAfter(window, at)
	})).reduce((a, b) => (b.next ?? Infinity) < (a.next ?? Infinity) ? b : a);
}
function isIn({ when, timeZone }, at) {
	const { date, weekday, minutes } = localTime(timeZone, at);
	if (when.kind === "dates") return when.from <= date && date <= when.to;
	return when.days.includes(weekday) && when.from <= minutes && minutes < when.to;
}
function endAfter({ when, timeZone }, at) {
	if (when.kind === "dates") return after(at, momentsOf(timeZone, addDays(when.to, 1), 0));
	return after(at, momentsOf(timeZone, localTime(timeZone, at).date, when.to));
}
function startAfter({ when, timeZone }, at) {
	if (when.kind === "dates") return after(at, momentsOf(timeZone, when.from, 0));
	const today = localTime(timeZone, at);
	for (let days = 0; days <= 8; days += 1) {
		if (!when.days.includes((today.weekday - 1 + days) % 7 + 1)) continue;
		const next = after(at, momentsOf(timeZone, addDays(today.date, days), when.from));
		if (next !== void 0) return next;
	}
}
function after(at, moments) {
	const later = moments.filter((moment) => moment > at);
	return later.length === 0 ? void 0 : Math.min(...later);
}
function max(moments) {
	const known = moments.filter((moment) => moment !== void 0);
	return known.length === 0 ? void 0 : Math.max(...known);
}

// src/rollout/barriers.ts
/** Many pairs ask after the windows of the same few rings. */
function windowsOf(tallies, windows) {
	const known = /* @__PURE__ */ new Map();
	return (ring, at) => {
		const id = `${Math.floor(at / 6e4)} ${ring}`;
		if (known.has(id)) return known.get(id);
		if (known.size > 4 * tallies.rings.length) known.clear();
		const closed = openWindow(windows, ring, at);
		known.set(id, closed);
		return closed;
	};
}
function openingOf(story, ring, moment) {
	const { tallies, record, now } = moment;
	const before = tallies.before(story.key, ring);
	if (before === void 0) return { kind: "open" };
	const passed = passedAt(tallies, record, story, before, now);
	if (passed === void 0) return {
		kind: "not_passed",
		before
	};
	const ends = passed + (tallies.rings[ring]?.soak ?? 0);
	return now >= ends ? { kind: "open" } : {
		kind: "soaks",
		before,
		ends
	};
}
/** What keeps a pair back, itself and alone: neither the batch of its ring nor a story that it calls. */
function barrierOf(pair, moment, mayPassInThisRun) {
	const { tallies, now, closedAt } = moment;
	const ring = tallies.indexOf(pair.ring);
	const halt = pair.standing === "open" ? tallies.haltedBy(pair, ring) : void 0;
	if (halt !== void 0) return waitFact(pair, {
		kind: "failures",
		failedRing: nameOf$1(tallies, halt),
		...tallies.counts(pair, halt)
	}, null);
	const opening = pair.wasThere ? { kind: "open" } : openingOf(pair, ring, moment);
	if (opening.kind === "not_passed" && !mayPassInThisRun) return waitFact(pair, {
		kind: "ring",
		before: nameOf$1(tallies, opening.before),
		...tallies.counts(pair, opening.before)
	}, null);
	if (opening.kind === "soaks") {
		const soak = tallies.rings[ring]?.soak ?? 0;
		return waitFact(pair, {
			kind: "soak",
			before: nameOf$1(tallies, opening.before),
			soak
		}, firstOpen(pair.ring, opening.ends, closedAt));
	}
	const closed = closedAt(pair.ring, now);
	return closed && waitFact(pair, {
		kind: "window",
		window: closed.window
	}, closed.until);
}
/** The first moment, from this one on, at which a window is open. */
function firstOpen(ring, at, closedAt) {
	const closed = closedAt(ring, at);
	return closed ? closed.until : at;
}
function waitFact({ ring }, by, until) {
	return {
		kind: "rollout_waits",
		ring,
		by,
		until: until === null ? null : new Date(until).toISOString()
	};
}
function nameOf$1({ rings }, ring) {
	return rings[ring]?.name ?? "";
}

// src/rollout/batch.ts
/** A new pair counts for its ring, and was not tried with this content yet. */
function isNew({ counts, standing }) {
	return counts && standing === "open";
}
/** New pairs of destinations beyond the first ones, by name, that a run begins; those that are tried again do not count. */
function waitForBatch({ batch, share }, ring, going) {
	if (!batch) return [];
	const size = share ?? batchSize(batch, ring.filter(({ counts }) => counts));
	const news = [...going].filter(isNew);
	const begun = new Set([...new Set(news.map(({ destination }) => destination))].sort().slice(0, size));
	return news.filter(({ destination }) => !begun.has(destination)).map((pair) => [pair, waitFact(pair, size === 0 ? { kind: "share" } : {
		kind: "batch",
		destinations: size
	}, null)]);
}
/** Of the destinations of these pairs; rounded up, so that a small ring goes on at all. */
function batchSize({ kind, value }, pairs) {
	return Math.max(1, kind === "count" ? value : Math.ceil(destinationsOf(pairs) * value / 100));
}
function destinationsOf(pairs) {
	return new Set(pairs.map(({ destination }) => destination)).size;
}

// src/rollout/callees.ts
/**
* Why a pair waits for a story that it calls: one that is neither there nor goes in this run. `calls` names those that are called
* by way of others too, so that each cause is met here itself, and stories that call each other go together.
*/
function calleeBarrier(pair, destination, facts) {
	if (pair.calls.length === 0) return void 0;
	const callee = destination.find((other) => pair.calls.includes(other.key) && isMissing(other, facts));
	if (!callee) return void 0;
	const by = {
		kind: "callee",
		key: callee.key,
		name: callee.name
	};
	return {
		kind: "rollout_waits",
		ring: pair.ring,
		by,
		until: facts.get(callee)?.until ?? null
	};
}
/** What is detached or held stays as it is, and is left to the rule that a callee must exist. */
function isMissing(callee, facts) {
	if (callee.standing === "there") return false;
	if (!callee.due) return callee.counts;
	return facts.has(callee);
}

// src/rollout/places.ts
/** What places are counted by: a story in one content, in one ring. */
function placeKind({ ring, key, content }) {
	return `${ring} ${key} ${content}`;
}
/**
* PlacesInFlight for what may be in flight at once, of many kinds. A taker gets all that it needs at one time, so nobody holds one
* place and waits for another, and those who wait for the same kind are served in turn.
*/
var PlacesInFlight = class {
	#capacityOf;
	#taken = /* @__PURE__ */ new Map();
	#held = /* @__PURE__ */ new Map();
	#queues = /* @__PURE__ */ new Map();
	constructor(capacityOf) {
		this.#capacityOf = capacityOf;
	}
	/** Answers when the owner has a place of each kind that it needs by then, or at once when `stop` is given. */
	async take(owner, needs, stop) {
		if (stop.aborted) return;
		const { promise, resolve } = Promise.withResolvers();
		const kinds = needs();
		const waiter = {
			owner,
			lines: new Set(kinds),
			needs,
			go: resolve
		};
		for (const kind of kinds) this.#queueOf(kind).add(waiter);
		const leave = () => {
			for (const kind of kinds) this.#leave(waiter, kind);
			resolve();
			this.wake(kinds);
		};
		stop.addEventListener("abort", leave, { once: true });
		if (kinds.length === 0) resolve();
		else this.wake(kinds);
		await promise;
		stop.removeEventListener("abort", leave);
	}
	holds(owner, kind) {
		return this.#held.get(owner)?.has(kind) ?? false;
	}
	/** Takes one that is free, and waits for none. */
	tryTake(owner, kind) {
		if (!this.#isFree(kind)) return false;
		this.#hold(owner, kind);
		return true;
	}
	release(owner) {
		const kinds = [...this.#held.get(owner) ?? []];
		this.#held.delete(owner);
		for (const kind of kinds) this.#taken.set(kind, (this.#taken.get(kind) ?? 0) - 1);
		this.wake(kinds);
	}
	/** There may be places of these kinds now, or nobody may need them any more. */
	wake(kinds) {
		const open = [...kinds];
		for (let kind = open.pop(); kind !== void 0; kind = open.pop()) {
			const [first] = this.#queueOf(kind);
			if (first) open.push(...this.#serve(first, kind));
		}
	}
	/** The kinds whose next in turn may be served by now. */
	#serve(waiter, kind) {
		const isClosed = this.#capacityOf(kind) <= 0;
		if (!isClosed && !this.#isFree(kind)) return [];
		const isTurn = [...waiter.lines].every((each) => this.#isFree(each) && this.#isFirst(waiter, each));
		if (!isClosed && !isTurn) return [];
		const needed = new Set(waiter.needs()).intersection(waiter.lines);
		if (needed.size > 0 && !needed.has(kind)) {
			this.#leave(waiter, kind);
			return [kind, ...needed];
		}
		if (needed.size > 0 && !isTurn) return [];
		const left = [...waiter.lines];
		for (const each of left) this.#leave(waiter, each);
		for (const each of needed) this.#hold(waiter.owner, each);
		waiter.go();
		return left;
	}
	#leave(waiter, kind) {
		waiter.lines.delete(kind);
		this.#queueOf(kind).delete(waiter);
	}
	#isFree(kind) {
		return (this.#taken.get(kind) ?? 0) < this.#capacityOf(kind);
	}
	#isFirst(waiter, kind) {
		const [first] = this.#queueOf(kind);
		return first === waiter;
	}
	#hold(owner, kind) {
		const held = this.#held.get(owner) ?? /* @__PURE__ */ new Set();
		if (held.has(kind)) return;
		this.#held.set(owner, held.add(kind));
		this.#taken.set(kind, (this.#taken.get(kind) ?? 0) + 1);
	}
	#queueOf(kind) {
		const queue = this.#queues.get(kind) ?? /* @__PURE__ */ new Set();
		this.#queues.set(kind, queue);
		return queue;
	}
};

// src/rollout/progress.ts
/** Where each story that is not everywhere yet stands, ring by ring. */
function progressOf({ pairs, rollout }, moment) {
	const moving = pairs.filter(({ counts }) => counts).filter(({ standing }) => standing !== "there");
	return [...new Map(moving.map((pair) => [`${pair.key} ${pair.content}`, pair]))].toSorted(byTextOf(([name]) => name)).map(([, pair]) => pair).flatMap((pair) => rollout.rings.flatMap((_, ring) => {
		const progress = ringProgress(pair, ring, moment);
		return progress ? [progress] : [];
	}));
}
function ringProgress(story, ring, moment) {
	const counts = moment.tallies.counts(story, ring);
	if (counts.total === 0) return void 0;
	return {
		ring: nameOf(moment, ring),
		story: story.key,
		...counts,
		...stateOf(story, ring, moment)
	};
}
function stateOf(story, ring, moment) {
	const { tallies, record, now, closedAt } = moment;
	const name = nameOf(moment, ring);
	const halt = tallies.haltedBy(story, ring);
	const passed = passedAt(tallies, record, story, ring, now) !== void 0;
	if (halt !== void 0 && (halt === ring || !passed)) return {
		state: "halted",
		opensAt: null,
		waitsFor: `failures:${nameOf(moment, halt)}`
	};
	if (passed) return {
		state: "passed",
		opensAt: null,
		waitsFor: null
	};
	const opening = openingOf(story, ring, moment);
	if (opening.kind === "not_passed") return {
		state: "waiting",
		opensAt: null,
		waitsFor: `ring:${nameOf(moment, opening.before)}`
	};
	if (opening.kind === "soaks") return {
		state: "soaking",
		opensAt: isoTime(firstOpen(name, opening.ends, closedAt)),
		waitsFor: `soak:${nameOf(moment, opening.before)}`
	};
	const closed = closedAt(name, now);
	if (!closed) return {
		state: "open",
		opensAt: null,
		waitsFor: null
	};
	const by = {
		kind: "window",
		window: closed.window
	};
	return {
		state: "waiting",
		opensAt: isoTime(closed.until),
		waitsFor: waitsOf({
			kind: "rollout_waits",
			ring: name,
			by,
			until: null
		}).for
	};
}
function nameOf({ tallies }, ring) {
	return tallies.rings[ring]?.name ?? "";
}
function isoTime(at) {
	return at === null ? null : new Date(at).toISOString();
}

// src/rollout/decide.ts
/** What may go in this run: a function of what git wants, what is recorded, and the time. */
function decideRollout(fleet, record, now, options = {}) {
	const tallies = new RingTallies(fleet);
	const moment = {
		tallies,
		record,
		now,
		closedAt: windowsOf(tallies, fleet.rollout.windows)
	};
	const run = new RunDecision(moment, options, fleet.shares);
	const byRing = Map.groupBy(fleet.pairs, ({ ring }) => ring);
	for (const { name } of fleet.rollout.rings) run.decideRing(name, byRing.get(name) ?? []);
	const waves = Map.groupBy(fleet.run.toSorted(), (name) => run.waveOf(name));
	return {
		waits: run.waits(),
		progress: progressOf(fleet, moment),
		waves: [...waves].toSorted(([a], [b]) => a - b).map(([, names]) => names),
		rings: fleet.rings
	};
}
/** Ring by ring: what goes in one may let the next one go in this same run. */
var RunDecision = class {
	#moment;
	#options;
	#shares;
	#facts = /* @__PURE__ */ new Map();
	/** By destination. */
	#waves = /* @__PURE__ */ new Map();
	/** By ring, story and content: after which wave the ring has passed, if nothing goes wrong. */
	#passes = /* @__PURE__ */ new Map();
	constructor(moment, options, shares) {
		this.#moment = moment;
		this.#options = options;
		this.#shares = shares;
	}
	decideRing(ring, pairs) {
		const due = pairs.filter(({ due }) => due);
		for (const pair of due) this.#keepBack(pair, this.#ownBarrier(pair));
		const destinations = Map.groupBy(pairs, ({ destination }) => destination);
		const waitForCallees = () => {
			for (const members of destinations.values()) {
				const waiting = members.flatMap((pair) => {
					const fact = this.#goes(pair) ? calleeBarrier(pair, members, this.#facts) : void 0;
					return fact ? [[pair, fact]] : [];
				});
				for (const [pair, fact] of waiting) this.#keepBack(pair, fact);
			}
		};
		waitForCallees();
		if (!this.#options.override) {
			for (const pair of due) if (this.#goes(pair)) this.#keepBack(pair, this.#outsideShare(pair));
			const batch = this.#moment.tallies.rings[this.#moment.tallies.indexOf(ring)]?.batch;
			const going = new Set(due.filter((pair) => this.#goes(pair)));
			const size = {
				batch,
				share: this.#shares?.batch(ring)
			};
			for (const [pair, fact] of waitForBatch(size, pairs, going)) this.#keepBack(pair, fact);
			waitForCallees();
		}
		for (const pair of due.filter((each) => this.#goes(each))) {
			const wave = Math.max(this.#waves.get(pair.destination) ?? 0, this.#waveFor(pair) ?? 0);
			this.#waves.set(pair.destination, wave);
		}
		this.#findPassing(pairs.filter(({ counts }) => counts));
	}
	waveOf(destination) {
		return this.#waves.get(destination) ?? 0;
	}
	waits() {
		const waits = /* @__PURE__ */ new Map();
		for (const [{ destination, key }, fact] of this.#facts) {
			const facts = waits.get(destination) ?? /* @__PURE__ */ new Map();
			waits.set(destination, facts.set(key, fact));
		}
		return waits;
	}
	#goes(pair) {
		return pair.due && !this.#facts.has(pair);
	}
	#keepBack(pair, fact) {
		if (fact) this.#facts.set(pair, fact);
	}
	#outsideShare(pair) {
		return this.#shares && isNew(pair) && this.#shares.places(placeKind(pair)).share === 0 ? waitFact(pair, { kind: "share" }, null) : void 0;
	}
	#ownBarrier(pair) {
		const { override, approved } = this.#options;
		const barrier = override ? void 0 : barrierOf(pair, this.#moment, this.#waveFor(pair) !== void 0);
		if (barrier || !approved || approved(pair.destination, pair.key)) return barrier;
		return waitFact(pair, { kind: "approved_plan" }, null);
	}
	/** The wave in which its ring may begin, where that waits for the ring before and for nothing else. */
	#waveFor(pair) {
		if (pair.wasThere || this.#options.override) return void 0;
		const { tallies } = this.#moment;
		const ring = tallies.indexOf(pair.ring);
		const opening = openingOf(pair, ring, this.#moment);
		if (opening.kind !== "not_passed" || (tallies.rings[ring]?.soak ?? 0) > 0) return void 0;
		const passes = this.#passes.get(`${opening.before} ${pair.key} ${pair.content}`);
		return passes === void 0 ? void 0 : passes + 1;
	}
	#findPassing(counting) {
		for (const [id, pairs] of Map.groupBy(counting, ({ key, content }) => `${key} ${content}`)) {
			const [first] = pairs;
			if (!first) continue;
			const ring = this.#moment.tallies.indexOf(first.ring);
			const { total, allowed } = this.#moment.tallies.counts(first, ring);
			const missing = pairs.filter(({ standing }) => standing !== "there");
			const stuck = missing.filter((pair) => !this.#goes(pair));
			if (pairs.length < total || stuck.length > allowed || stuck.some(({ standing }) => standing === "open")) continue;
			this.#passes.set(`${ring} ${id}`, Math.max(0, ...missing.map(({ destination }) => this.waveOf(destination))));
		}
	}
};

// src/rollout/share-out.ts
/**
* Shares a number out over those who wait. One by one: first one to each, in order, then each to whom the most weight
* stands behind what it has. So nobody's share grows when another's failures lower the number, and none is given that
* another still holds when what that has waiting goes down; rounding and handing out the rest has neither.
*/
function shareOut(number, claims) {
	if (claims.reduce((sum, { waiting }) => sum + waiting, 0) <= number) return claims.map(({ waiting }) => waiting);
	const shares = claims.map(() => 0);
	for (let left = number; left > 0; left -= 1) {
		const next = nextOf(claims, shares);
		shares[next] = (shares[next] ?? 0) + 1;
	}
	return shares;
}
function nextOf(claims, shares) {
	let next = -1;
	let most = -1;
	for (const [index, { weight, waiting }] of claims.entries()) {
		const share = shares[index] ?? 0;
		const behind = weight / share;
		if (share >= waiting || behind <= most) continue;
		next = index;
		most = behind;
	}
	return next;
}

// src/rollout/shares.ts
/**
* By recorded state alone, of the whole fleet: so runners that see the same come to the same shares. What another has in
* flight is not recorded yet, and counts as waiting there.
*/
function sharesOf(recorded, record, now, { part, of, partOf }) {
	const waiting = waitingOf(recorded, record, now);
	const tallies = new RingTallies(recorded);
	const counting = recorded.pairs.filter(({ counts }) => counts);
	const claims = (all, units) => {
		const byPart = Map.groupBy(all, ({ destination }) => partOf(destination));
		return Array.from({ length: of }, (_, index) => {
			const pairs = byPart.get(index + 1) ?? [];
			return {
				weight: units(pairs),
				waiting: units(pairs.filter((pair) => waiting.has(pair)))
			};
		});
	};
	const batches = /* @__PURE__ */ new Map();
	for (const [ring, pairs] of Map.groupBy(counting, (pair) => pair.ring)) {
		const { batch } = tallies.rings[tallies.indexOf(ring)] ?? {};
		if (!batch) continue;
		const shares = shareOut(batchSize(batch, pairs), claims(pairs, destinationsOf));
		batches.set(ring, shares[part - 1] ?? 0);
	}
	const places = /* @__PURE__ */ new Map();
	for (const [kind, pairs] of Map.groupBy(counting, placeKind)) {
		const [first] = pairs;
		if (!first) continue;
		const { failed, allowed } = tallies.counts(first, tallies.indexOf(first.ring));
		const shares = shareOut(allowed - failed + 1, claims(pairs, ({ length }) => length));
		places.set(kind, {
			share: shares[part - 1] ?? 0,
			failed
		});
	}
	return {
		batch: (ring) => batches.get(ring) ?? 0,
		places: (kind) => places.get(kind) ?? {
			share: 0,
			failed: 0
		}
	};
}
/** The pairs that may begin by what is recorded, if there were room for all. */
function waitingOf(recorded, record, now) {
	const rings = recorded.rollout.rings.map((ring) => ({
		...ring,
		batch: void 0
	}));
	const open = recorded.pairs.filter(isNew);
	const due = new Map([...Map.groupBy(open, ({ destination }) => destination)].map(([name, pairs]) => [name, new Set(pairs.map(({ key }) => key))]));
	const roomy = {
		...asDue(recorded, due),
		rollout: {
			...recorded.rollout,
			rings
		}
	};
	const { waits } = decideRollout(roomy, record, now);
	return new Set(open.filter(({ destination, key }) => !waits.get(destination)?.has(key)));
}

// src/commands/rollout/govern.ts
async function askRollout(rollout, { desired, selected, shard }, session) {
	const isUnread = ({ name }) => !selected.has(name);
	const asked = shard ? desired.destinations : desired.destinations.filter(isUnread);
	const record = await session.readRollout();
	const states = await session.readFleet(asked);
	const partOf = fleetParts(rollout, desired);
	const recorded = asked.map((destination) => partOf({
		destination,
		state: states.get(destination.name),
		planned: void 0
	}));
	const others = recorded.filter(({ destination }) => !selected.has(destination));
	if (!shard) return {
		rollout,
		record,
		others
	};
	return {
		rollout,
		record,
		others,
		parted: {
			recorded,
			parts: partsOf(desired, shard)
		}
	};
}
function partsOf({ destinations, origin }, { part, of }) {
	const shards = shardsOf(destinations, {
		origin: origin?.tenantUrl,
		of
	});
	const parts = new Map(shards.flatMap((names, index) => [...names].map((name) => [name, index + 1])));
	return {
		part,
		of,
		partOf: (name) => parts.get(name) ?? 0
	};
}
/** The fleet that is decided for; of one of several runners with its share of what may go. */
function fleetFor({ rollout, record, parted }, parts, now) {
	const fleet = joinFleet(rollout, parts);
	if (!parted) return fleet;
	return {
		...fleet,
		shares: sharesOf(joinFleet(rollout, parted.recorded), record, now, parted.parts)
	};
}
/** What the rollout would let wait of pairs that are due, as far as recorded state tells: no tenant is asked for it. */
async function waitsByRecord(rollout, desired, session, { now, shard, ...options }) {
	const asked = await askRollout(rollout, {
		desired,
		selected: /* @__PURE__ */ new Map(),
		shard
	}, session);
	const fleet = fleetFor(asked, asked.others, now.getTime());
	return (due) => decideRollout(asDue(fleet, due), asked.record, now.getTime(), options).waits;
}
/** Decides once for the whole run: what it lets wait waits until the next one. */
function govern(question, own, now) {
	const { record, others } = question;
	const fleet = fleetFor(question, [...own, ...others], now);
	return {
		fleet,
		record,
		decision: decideRollout(fleet, record, now, question)
	};
}
/**
* What waited before anybody was asked waits on, whatever time or room there is by now: its tenants were not read, and
* only what was read is pushed.
*/
function keepWaiting(governed, unasked) {
	const { decision } = governed;
	const waits = new Map(decision.waits);
	for (const [name, facts] of unasked) waits.set(name, new Map([...facts, ...waits.get(name) ?? []]));
	return {
		...governed,
		decision: {
			...decision,
			waits
		}
	};
}
/**
* A destination that is given back to the push goes over as a whole: while one of its stories waits, the vendor keeps all of
* them, and those that might go wait for what that one waits for.
*/
function takeOverWhole(governed, destinations) {
	const { decision } = governed;
	const waits = new Map(decision.waits);
	for (const { name, native, stories } of destinations) {
		const facts = waits.get(name);
		const due = stories.filter(isDue);
		const first = due.map(({ key }) => facts?.get(key)).find((fact) => fact !== void 0);
		if (native?.engine !== "push" || native.steps.length === 0 || first === void 0) continue;
		waits.set(name, new Map(due.map(({ key }) => [key, facts?.get(key) ?? first])));
	}
	return {
		...governed,
		decision: {
			...decision,
			waits
		}
	};
}
function governPlan(plan, governed) {
	return governed ? gatePlan(plan, governed.decision) : plan;
}

export { recordedOutcome as C, describeDestination as E, pushedFrom as S, assemblePlan as T, RingTallies as _, takeOverWhole as a, fleetParts as b, progressOf as c, isNew as d, barrierOf as f, wantedContents as g, recordTallies as h, keepWaiting as i, PlacesInFlight as l, windowsOf as m, govern as n, waitsByRecord as o, waitFact as p, governPlan as r, decideRollout as s, askRollout as t, placeKind as u, gateWork as v, assemble as w, joinFleet as x, asDue as y };