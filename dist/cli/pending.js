import { i as unreachable } from "./dist.js";
import { a as allVersions, g as slugsOf, l as unusablePin, u as wantedStory } from "./workspace.js";
import { Lt as byText, Rt as byTextOf, b as tagsOf } from "./stories-at.js";
import { C as afterRelease, S as isNativeWork, T as describeVendorOrphan, b as findBroken, d as offlineNative, l as refreshDestination, m as altering, o as offline, p as VendorSource, r as lookNative, t as visitEach, u as unreadable, w as heldBy, x as waitsForFiles, y as mayPushManually } from "./visit.js";
import { t as pLimit } from "./p-limit.js";
import { i as withDigest, m as matchState, x as isDue } from "./plan-json.js";
import { n as explainIfAny } from "./explain.js";
import { A as whyUnbound } from "./session.js";
import { i as ReadingTime } from "./progress.js";
import { C as recordedOutcome, E as describeDestination, T as assemblePlan, a as takeOverWhole, b as fleetParts, i as keepWaiting, n as govern, r as governPlan, v as gateWork, w as assemble } from "./govern.js";

// src/plan/onboarding.ts
/** Told by git alone, for a destination that was not asked and of which nothing is recorded. */
function onboardingOf({ destination, stories }) {
	const pushed = stories.filter(({ planned }) => !planned.detached).map(({ desired }) => desired);
	const brought = new Set(pushed.flatMap(({ story }) => [...slugsOf(story)]));
	const needs = pushed.flatMap(({ references }) => references).flatMap(({ kind, slug }) => kind === "record" || kind === "story" && brought.has(slug) ? [] : [{
		kind,
		slug
	}]);
	return {
		keyName: destination.keyName,
		needs: [...new Map(needs.map((need) => [`${need.kind} ${need.slug}`, need])).entries()].toSorted(byTextOf(([name]) => name)).map(([, need]) => need),
		tags: sorted(pushed.flatMap(({ story }) => tagsOf(story))),
		recordTypes: sorted(pushed.flatMap(({ recordTypes }) => recordTypes.map(({ name }) => name)))
	};
}
function sorted(names) {
	return [...new Set(names)].sort();
}

// src/forecast/call-table.ts
/**
* What each kind of work costs a tenant at most, the plan being made. This is the one place with these numbers, and
* test/scenarios/forecast.test.ts counts each of them at a tenant where all of it is needed.
*/
const CALL_TABLE = {
	/** Import, tags, reading back; and the team's listing right before. */
	create: {
		calls: 3,
		storyLists: 1
	},
	/** The listing after all creates of a team. */
	creates: { storyLists: 1 },
	/** A look (3), a saved version (2 where the tenant has none), a name for that moment, import, settings (2), reading back (2). */
	update: { calls: 11 },
	/** The look once more, where record types were written in between. */
	updateBesideTypes: { calls: 2 },
	/** A caller inside a cycle, once more: the same without the saved version, and its settings read the first time. */
	again: { calls: 10 },
	typeUsed: { typeLists: 1 },
	/** Made or extended, between two listings. */
	typeWritten: {
		calls: 1,
		typeLists: 2
	},
	/** After each story that uses record types: an import may have made some. */
	storyBesideTypes: { typeLists: 1 },
	/** A look (2), the delete, and a look for whether it is gone. */
	deletion: { calls: 4 },
	nativeWrite: { calls: 1 },
	/** Between two looks at the vendor's list. */
	nativeCreate: {
		calls: 1,
		vendorLists: 2
	},
	nativeDelete: {
		calls: 1,
		vendorLists: 1
	},
	/** Begun, story by story. */
	nativeTrigger: { calls: 1 },
	/** At the destination, where its key is at hand and the vendor's word says nothing: twice a listing and an export. */
	nativeStory: {
		calls: 2,
		storyLists: 2
	},
	/** The first copy of a takeover, before and after. */
	nativeTakeover: {
		calls: 4,
		storyLists: 2
	},
	/** Whether copies that the vendor let go were disabled. */
	released: { storyLists: 2 }
};
/** What a listing's page holds at most. */
const PAGE = 500;
function pagesOf(entries) {
	return Math.max(1, Math.ceil(entries / PAGE));
}
function callsOf({ calls = 0, storyLists = 0, typeLists = 0, vendorLists = 0 }, pages) {
	return calls + storyLists * pages.stories + typeLists * pages.types + vendorLists * pages.vendor;
}

// src/forecast/duration.ts
/** What one call takes at most, if the tenant is not slow: also an import of a large story, as a rule. */
const CALL_MS = 1e3;
const MINUTE_MS = 6e4;
/** How long calls to one tenant take, one after another, where so many may be started in any minute. */
function turnMs(calls, rate) {
	if (calls === 0) return 0;
	const whole = Math.floor((calls - 1) / rate);
	return whole * Math.max(MINUTE_MS, rate * CALL_MS) + (calls - whole * rate) * CALL_MS;
}
/** How long turns take of which so many run side by side, whatever their order: the bound for any machine that never idles. */
function sideBySideMs(turns, places) {
	const all = turns.reduce((sum, ms) => sum + ms, 0);
	const longest = turns.reduce((most, ms) => Math.max(most, ms), 0);
	return turns.length <= places ? longest : all / places + longest * (1 - 1 / places);
}
/** Waits between looks for what came of the vendor's syncing, up to the last one that begins in time. */
const FIRST_LOOK_MS = 1e3;
const LONGEST_WAIT_MS = 1e4;
function looksWithin(timeoutMs) {
	let looks = 0;
	for (let waited = 0; waited < timeoutMs; looks += 1) waited += Math.min(LONGEST_WAIT_MS, FIRST_LOOK_MS * 1.5 ** looks);
	return looks;
}
/** Whether it may take longer than the time that is left, in milliseconds. */
function isBeyond({ minutes }, left) {
	return minutes * MINUTE_MS > left;
}
function inMinutes(ms) {
	return Math.max(1, Math.ceil(ms / MINUTE_MS));
}

// src/forecast/forecast-plan.ts
/** What applying a plan takes at most; undefined where nothing is to be done that anybody can count. */
function forecastPlan(plan, measured, budgets) {
	const works = new Map(measured.map((work) => [work.destination, work]));
	const tenants = /* @__PURE__ */ new Map();
	const rings = /* @__PURE__ */ new Map();
	const vendor = new VendorTurn(budgets);
	let uncounted = 0;
	for (const destination of plan.destinations) {
		const work = works.get(destination.name);
		if (work === void 0) continue;
		const going = new Set(destination.stories.filter(isDue).map(({ key }) => key));
		if (!work.isAsked) {
			if (going.size > 0) uncounted += 1;
			continue;
		}
		const calls = callsAt(work, going);
		const ring = rings.get(destination.ring) ?? /* @__PURE__ */ new Map();
		rings.set(destination.ring, add(ring, work.tenantUrl, calls));
		add(tenants, work.tenantUrl, calls);
		if (work.native) vendor.add(work.native, going.size, isTold(destination));
	}
	if (budgets.prune) vendor.prune(plan.leftBehindNative ?? []);
	if (budgets.originUrl !== void 0) add(tenants, budgets.originUrl, vendor.calls);
	const asked = [...tenants].filter(([, calls]) => calls > 0);
	if (asked.length === 0) return void 0;
	const [[tenantUrl, most] = ["", 0]] = asked.toSorted(([a, many], [b, more]) => more - many || byText(a, b));
	const pushing = [...rings].map(([ring, turns]) => {
		const places = Math.min(budgets.concurrency, placesOf(ring, plan));
		return sideBySideMs([...turns.values()].map((calls) => turnMs(calls, budgets.rate)), places);
	});
	return {
		calls: asked.reduce((sum, [, calls]) => sum + calls, 0),
		minutes: inMinutes(pushing.reduce((sum, ms) => sum + ms, vendor.ms)),
		tenants: asked.length,
		busiest: {
			tenantUrl,
			calls: most
		},
		uncounted
	};
}
function add(counts, tenantUrl, calls) {
	return counts.set(tenantUrl, (counts.get(tenantUrl) ?? 0) + calls);
}
/** Calls at the destination itself. */
function callsAt({ stories, fixed, afterCreates, typeCost }, going) {
	const pushed = stories.filter(({ key }) => going.has(key));
	const types = new Map(pushed.flatMap((story) => story.types.map((type) => [type.id, type.isWritten])));
	const written = [...types.values()].filter((isWritten) => isWritten).length;
	return pushed.reduce((sum, { calls }) => sum + calls, 0) + (pushed.some(({ isNew }) => isNew) ? afterCreates : 0) + fixed + written * typeCost.written + (types.size - written) * typeCost.used;
}
function isTold({ native, stories }) {
	return stories.some(isDue) || native !== void 0 && native.consent === null && native.steps.length > 0;
}
/** What the origin is asked for the vendor's own syncing. All destinations wait at one time. */
var VendorTurn = class {
	#budgets;
	#series = 0;
	calls = 0;
	constructor(budgets) {
		this.#budgets = budgets;
	}
	get ms() {
		return turnMs(this.calls, this.#budgets.rate) + this.#series * this.#budgets.pollTimeout;
	}
	add({ writes, trigger, look, series }, stories, isTold) {
		if (!isTold) return;
		const looks = stories > 0 ? series * looksWithin(this.#budgets.pollTimeout) : 0;
		this.calls += writes + stories * trigger + looks * look;
		if (stories > 0) this.#series = Math.max(this.#series, series);
	}
	/** One look at the list serves all. */
	prune(orphans) {
		const doomed = orphans.filter(({ keptBecause }) => keptBecause === null).length;
		if (doomed > 0) this.calls += pagesOf(orphans.length) + doomed * CALL_TABLE.nativeDelete.calls;
	}
};
/** In a ring that may have few failures, few pairs are in flight at a time. */
function placesOf(ring, { rollout = [] }) {
	return rollout.filter((row) => row.ring === ring).reduce((least, { allowed, failed }) => Math.min(least, Math.max(1, allowed - failed + 1)), Number.POSITIVE_INFINITY);
}

// src/forecast/measured-work.ts
/** What is due, and what it costs. `vendorObjects`: how long the vendor's list is. */
function measureWork(work, vendorObjects) {
	const { destination, stories, prune, listed, native, refreshed } = work;
	const due = stories.map(({ planned }) => planned).filter(isDue);
	const pages = {
		stories: pagesOf((listed?.stories ?? 0) + due.length),
		types: pagesOf((listed?.recordTypes ?? 0) + due.reduce((sum, { recordTypes }) => sum + recordTypes.length, 0)),
		vendor: pagesOf(vendorObjects + 1)
	};
	const isNative = destination.engine === "native";
	const steps = native?.steps ?? [];
	const released = !isNative && native !== void 0 ? callsOf(CALL_TABLE.released, pages) : 0;
	const takeover = isNative && native?.action === "takeover" ? callsOf(CALL_TABLE.nativeTakeover, pages) : 0;
	return {
		destination: destination.name,
		tenantUrl: destination.tenantUrl,
		isAsked: refreshed,
		stories: due.map((planned) => measureStory(planned, pages, {
			isNative,
			again: work.again
		})),
		fixed: prune.length * callsOf(CALL_TABLE.deletion, pages) + released + takeover,
		afterCreates: isNative ? 0 : callsOf(CALL_TABLE.creates, pages),
		typeCost: {
			used: callsOf(CALL_TABLE.typeUsed, pages),
			written: callsOf(CALL_TABLE.typeWritten, pages)
		},
		...native === void 0 ? {} : { native: measureNative(steps, native.action === "takeover", pages) }
	};
}
function measureStory({ key, action, recordTypes }, pages, { isNative, again }) {
	const isNew = action === "create";
	if (isNative) return {
		key,
		isNew: false,
		calls: callsOf(CALL_TABLE.nativeStory, pages),
		types: []
	};
	const types = recordTypes.map(({ name, action: step, target, fields }) => ({
		id: JSON.stringify([
			name,
			target,
			fields
		]),
		isWritten: step !== "reuse"
	}));
	const isWriting = types.some(({ isWritten }) => isWritten);
	return {
		key,
		isNew,
		calls: [
			isNew ? CALL_TABLE.create : CALL_TABLE.update,
			...types.length > 0 ? [CALL_TABLE.storyBesideTypes] : [],
			...isWriting && !isNew ? [CALL_TABLE.updateBesideTypes] : [],
			...again?.has(key) ? [CALL_TABLE.again] : [],
			...again?.has(key) && types.length > 0 ? [CALL_TABLE.storyBesideTypes] : []
		].reduce((sum, cost) => sum + callsOf(cost, pages), 0),
		types
	};
}
function measureNative(steps, isTakeover, pages) {
	const costs = steps.map((step) => {
		if (step === "create") return CALL_TABLE.nativeCreate;
		return step === "delete" ? CALL_TABLE.nativeDelete : CALL_TABLE.nativeWrite;
	});
	return {
		writes: [
			CALL_TABLE.nativeWrite,
			CALL_TABLE.nativeDelete,
			...costs
		].reduce((sum, cost) => sum + callsOf(cost, pages), 0),
		trigger: callsOf(CALL_TABLE.nativeTrigger, pages),
		look: pages.vendor,
		series: isTakeover ? 2 : 1
	};
}

// src/plan/destination-work.ts
/** Whether applying the plan writes anything there. */
function hasWork({ stories, prune, alters }) {
	return stories.some(({ planned }) => isDue(planned)) || prune.length > 0 || alters === true;
}

// src/commands/forecast/work-meter.ts
/** Measures each destination while it is at hand; all else of it may be forgotten. */
var WorkMeter = class {
	#budgets;
	/** The vendor's list has at least those of the manifest, once they are made. */
	#vendorObjects;
	#measured = [];
	constructor({ budgets, desired }) {
		this.#budgets = budgets;
		this.#vendorObjects = desired.destinations.filter(({ engine }) => engine === "native").length;
	}
	measure(work) {
		if (this.#budgets && hasWork(work)) this.#measured.push(measureWork(work, this.#vendorObjects));
		return work;
	}
	forecast(plan) {
		const forecast = this.#budgets && forecastPlan(plan, this.#measured, this.#budgets);
		return forecast ? {
			...plan,
			forecast
		} : plan;
	}
};

// src/commands/found-line.ts
/** What was found at a destination, for whoever watches the reading. */
function foundLine({ stories, refreshed }) {
	const [first] = stories;
	if (!refreshed && first?.planned.action === "blocked") return explainIfAny(first.planned.fact).message ?? "could not be read";
	const changes = stories.filter(({ planned }) => isDue(planned)).length;
	const blocked = stories.filter(({ planned }) => planned.action === "blocked").length;
	const parts = [changes > 0 && `${changes} to push`, blocked > 0 && `${blocked} blocked`].filter((text) => text);
	return parts.length > 0 ? parts.join(", ") : "nothing to push";
}

// src/commands/refresh.ts
/** State files read side by side. */
const READS = 16;
/** Reads every chosen destination side by side and plans it. Nothing on this path can write. */
async function refreshAll(input) {
	const states = /* @__PURE__ */ new Map();
	const partOf = partsOf(input);
	const parts = [];
	const meter = new WorkMeter(input);
	const { assessed, gone, vendorOrphans } = await refreshEach(input, (assessed, state) => {
		if (state) states.set(assessed.destination.name, state);
		parts.push(...partOf(assessed, state));
		return meter.measure(assessed);
	});
	const orphansNative = vendorOrphans?.map(describeVendorOrphan);
	const { plan, ...planning } = assemble(input.desired.manifestFile, input.policy.commit, assessed, gone, orphansNative);
	const governed = governedBy(input, parts, plan);
	return {
		work: governed ? gateEach(planning.work, governed.decision) : planning.work,
		plan: meter.forecast(withDigest(governPlan(plan, governed))),
		states,
		...governed ? { governed } : {},
		vendorOrphans,
		goneNative: gone.filter(wasNative)
	};
}
/** The same for the plan alone. What was read is forgotten with each destination: all of it may not fit into memory. */
async function refreshPlan(input) {
	const partOf = partsOf(input);
	const parts = [];
	const meter = new WorkMeter(input);
	const { assessed, gone, vendorOrphans } = await refreshEach(input, (assessed, state) => {
		parts.push(...partOf(assessed, state));
		return describeDestination(meter.measure(assessed));
	});
	const orphansNative = vendorOrphans?.map(describeVendorOrphan);
	const plan = assemblePlan(input.desired.manifestFile, input.policy.commit, assessed, gone, orphansNative);
	return meter.forecast(withDigest(governPlan(plan, governedBy(input, parts, plan))));
}
function partsOf({ rollout: question, desired }) {
	if (!question) return () => [];
	const partOf = fleetParts(question.rollout, desired);
	return ({ destination, stories }, state) => [partOf({
		destination,
		state,
		planned: stories.map(({ planned }) => planned)
	})];
}
/** At one moment for all: after everything was read. */
function governedBy({ rollout, clock, unasked }, parts, { destinations }) {
	const governed = rollout && govern(rollout, parts, clock.now().getTime());
	if (!governed) return void 0;
	return takeOverWhole(unasked ? keepWaiting(governed, unasked) : governed, destinations);
}
function gateEach(work, decision) {
	return new Map([...work].map(([name, each]) => [name, afterGate(gateWork(each, decision))]));
}
/** A run that was narrowed says nothing of what it was not asked about. */
async function orphansOf({ desired, session, whole }) {
	return whole ? session.orphans(desired.destinations.map(({ name }) => name)) : [];
}
function wasNative({ state }) {
	return (state.native?.vendorId ?? null) !== null;
}
/** The same for whatever is to be kept of each destination, and nothing else. */
async function refreshEach(input, keep) {
	const { desired, policy, session, unasked = /* @__PURE__ */ new Set(), clock, limits, stop } = input;
	const chosen = desired.destinations.filter(({ name }) => policy.selected.has(name));
	const visited = chosen.filter(({ name }) => !unasked.has(name));
	const told = await pLimit(READS).map(chosen.filter(({ name }) => unasked.has(name)), async (destination) => {
		const state = await readState(session, destination);
		return keep(fromRecord(destination, state, input), state);
	});
	const gone = await orphansOf(input);
	const asksVendor = input.offline !== true && gone.some(wasNative);
	if (visited.length === 0 && !asksVendor) return {
		assessed: told,
		gone
	};
	const time = new ReadingTime(clock, limits, stop);
	const vendor = new VendorSource({
		...input,
		gone
	}, () => time.ofOne());
	const natives = [];
	try {
		const looked = await visitEach(visited, input, async (destination, enter) => {
			const state = await readState(session, destination);
			const assessed = await look(destination, state, {
				...input,
				vendor
			}, enter);
			if (isNativeWork(assessed)) natives.push(assessed);
			return {
				result: keep(assessed, state),
				line: foundLine(assessed)
			};
		});
		if (asksVendor) await vendor.planner();
		const planner = await vendor.told();
		const vendorOrphans = planner && (input.whole ? planner.leftBehind(natives) : []);
		return {
			assessed: [...told, ...looked],
			gone,
			vendorOrphans
		};
	} finally {
		time.close();
	}
}
/** One that the vendor serves may be recorded under its former address. */
function readState(session, destination) {
	return destination.engine === "native" ? session.readNative(destination) : session.read(destination);
}
/** All that is due there waits, which recorded state tells: that nobody looked at the tenant is not worth a warning. */
function fromRecord(destination, state, { desired, policy, assess }) {
	const { stories, ...work } = unlooked({
		desired,
		policy,
		assess
	}, destination, state);
	const quiet = stories.map((story) => {
		const warnings = story.planned.warnings.filter(({ kind }) => kind !== "not_compared");
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
		stories: quiet
	};
}
function unlooked({ desired, policy, assess }, destination, state) {
	if (destination.engine === "native") return offlineNative(desired, destination, state, policy);
	return offline(assess, desired, destination, state, policy);
}
async function look(destination, state, { desired, policy, earlier, assess, vendor, ...input }, enter) {
	const broken = findBroken(desired, destination);
	if (broken.length > 0) return unreadable(assess, desired, destination, waitsForFiles(broken), policy);
	const byGit = () => {
		const work = unlooked({
			desired,
			policy,
			assess
		}, destination, state);
		return state === void 0 && input.session.knows(destination.name) ? {
			...work,
			onboarding: onboardingOf(work)
		} : work;
	};
	if (input.offline === true) return byGit();
	if (destination.engine === "native") {
		const planner = whyUnbound(input.keys, destination, desired.origin) === void 0 ? await vendor.planner() : void 0;
		if (planner === void 0) return byGit();
		const { forecast = false } = input.native;
		return lookNative(destination, state, {
			desired,
			policy,
			assess,
			planner,
			enter,
			forecast
		});
	}
	return enter(destination, async (access) => {
		const readFrom = input.clock.elapsed();
		switch (access.kind) {
			case "unbound": return byGit();
			case "not_read": return unreadable(assess, desired, destination, access.cause, policy);
			case "reader": return withRelease({
				...await refreshDestination(assess, desired, destination, access.reader, state, policy, earlier),
				readFrom
			}, state, vendor, {
				desired,
				policy,
				native: input.native
			});
			default: return unreachable(access);
		}
	});
}
/** A destination of the push that the vendor may keep: asked where some destination of the run, a record, or a person speaks of the vendor. */
async function withRelease(work, state, vendor, { desired, policy, native }) {
	const { destination } = work;
	const isRecorded = (state?.native?.vendorId ?? null) !== null;
	const isNear = desired.destinations.some(({ engine, name }) => engine === "native" && policy.selected.has(name));
	const isNamed = native.consent.takeover.has(destination.name);
	if (!isRecorded && !isNear && !isNamed) return afterRelease(work, void 0, state);
	const unread = await vendor.unread();
	if (unread !== void 0) return isNamed || isRecorded && state?.proven ? heldBy(work, unread) : work;
	return afterRelease(work, (await vendor.planner())?.releaseOf(destination), state);
}
function afterGate(work) {
	return isNativeWork(work) ? altering(work) : work;
}

// src/plan/recorded-pairs.ts
/**
* Every pair of a destination with what state has of it, also where a key was renamed in the manifest; in the order of the
* manifest, so that two status files can be compared line by line. Stories whose files cannot be used are in no pair.
*/
function recordedPairs(git, destination, state, known) {
	const subscribed = destination.subscriptions.flatMap((subscription) => {
		const desired = wantedStory(git, destination, subscription.storyKey);
		return desired ? [{
			subscription,
			desired
		}] : [];
	});
	const matches = matchState(subscribed.map(({ desired }) => desired), state, allVersions(git));
	return subscribed.map(({ subscription, desired }) => {
		const entry = matches.get(desired.key)?.state;
		const pin = unusablePin(git, destination, desired.key);
		return {
			destination,
			subscription,
			desired,
			state,
			entry,
			known,
			...pin ? { unusablePin: pin } : {}
		};
	});
}

// src/plan/pending.ts
/**
* The destinations that a run could bring nearer to git, by git and recorded state alone: no tenant is asked for it. What
* only a person can let go (a hold, a detachment, an edit that is kept) makes nothing pending; what failed is tried again.
*/
function choosePending({ desired, policy, states, knows, whatWaits }) {
	const due = /* @__PURE__ */ new Map();
	const selected = /* @__PURE__ */ new Map();
	for (const destination of desired.destinations) {
		const { name } = destination;
		const chosen = policy.selected.get(name);
		if (chosen === void 0 || isLeftAlone(destination, policy)) continue;
		const keys = recordedPairs(desired, destination, states.get(name), knows(name)).filter((pair) => chosen.has(pair.desired.key) && isDuePair(pair)).map((pair) => pair.desired.key);
		const broken = chosen.size > 0 && findBroken(desired, destination).length > 0;
		if (keys.length === 0 && !broken) continue;
		selected.set(name, chosen);
		if (!broken) due.set(name, new Set(keys));
	}
	const waits = whatWaits?.(due) ?? /* @__PURE__ */ new Map();
	return {
		selected,
		waiting: new Map([...due].flatMap(([name, keys]) => whereAllWait(name, keys, waits)))
	};
}
/** Nothing is pushed there in this run, whatever differs. */
function isLeftAlone({ name, hold, manualSyncOnly }, { manual }) {
	return hold !== void 0 || manualSyncOnly && !mayPushManually({ manual }, name);
}
function isDuePair(pair) {
	const { status, reason, detached } = recordedOutcome(pair);
	if (status === "synced" || detached) return false;
	return status === "failed" || !(isKept(reason, pair) || reason !== null && NEEDS_CONSENT.has(reason));
}
/** The last run found an edit there, and the manifest says to leave it. */
function isKept(reason, { destination, desired, state }) {
	const last = state?.last[desired.key];
	return reason === "drift" && destination.onDrift === "keep" && last?.reason === "drift";
}
const NEEDS_CONSENT = /* @__PURE__ */ new Set(["awaiting_approval"]);
function whereAllWait(name, keys, waits) {
	const facts = waits.get(name);
	return facts !== void 0 && [...keys].every((key) => facts.has(key)) ? [[name, facts]] : [];
}

// src/commands/rollout/pending.ts
/** Which of the chosen destinations are pending; what is recorded of the others is read, and nothing else. */
async function findPending(session, desired, question) {
	const chosen = desired.destinations.filter(({ name }) => question.policy.selected.has(name));
	const states = await session.readFleet(chosen);
	return choosePending({
		desired,
		states,
		knows: (name) => session.knows(name),
		...question
	});
}

export { refreshPlan as a, refreshEach as i, recordedPairs as n, hasWork as o, refreshAll as r, isBeyond as s, findPending as t };