import { n as fail, r as ok } from "./dist.js";
import { A as whyUnbound, O as bind, T as outcomesExitCode, b as clearDeadLock, c as notMerged, f as describeRemoteFailure, m as UNUSABLE, o as checkHead, t as Session, u as openRemote, y as acquireLock } from "./session.js";
import { N as reasonOf, f as withPins, n as planFromJson, t as digestPlan, w as rolloutInForce, x as isDue } from "./plan-json.js";
import { Ct as newOwner, Lt as byText, St as fateOf, Tt as readOwner, c as shortId, ct as storageFailure, jt as manifestInGit, ot as ObjectReader, st as readingObjects } from "./stories-at.js";
import { a as select, c as unnarrowedExitCode, d as finding, i as noMatch, n as chosenBy, r as isWhole, s as unmatched, u as cannotRun } from "./lock-holder.js";
import { a as jobRunOf, i as statusDocument, n as rolloutChanges } from "./rollout-changes.js";
import { r as shardText } from "./shard.js";
import { r as withTenants, t as openProgress } from "./progress.js";
import { r as parseJson, x as isObject } from "./read.js";
import { a as budgetsOf, i as planDocument, n as chooseRun, o as nativePorts, r as isSignedPlan, t as askedNobody } from "./choose-run.js";
import { i as resolvePins } from "./workspace.js";
import { t as readGivenFile } from "./given-file.js";
import { a as openEnvelope, d as authorFrom, i as provenanceOf, l as ObjectWriter, n as StateSession, o as sealed, r as sealFrom, s as StateTree, t as STATE_BRANCH, u as DEFAULT_AUTHOR } from "./state-session.js";
import { A as Ledger, D as VendorObjects, E as keepAll, N as earlierVersions, O as sameStories, T as describeVendorOrphan, f as NO_CONSENT, g as engineFor, j as outcomeFrom, n as ReadTurns, v as randomIngress } from "./visit.js";
import { o as hasWork, r as refreshAll, s as isBeyond } from "./pending.js";
import { n as readersOf } from "./tenants.js";
import { _ as RingTallies, b as fleetParts, c as progressOf, d as isNew, f as barrierOf, g as wantedContents, h as recordTallies, l as PlacesInFlight, m as windowsOf, p as waitFact, s as decideRollout, u as placeKind, x as joinFleet } from "./govern.js";
import { t as pLimit } from "./p-limit.js";
import { t as explain } from "./explain.js";
import { t as printable } from "./printable.js";
import { A as checkOverride, a as settingsOf } from "./options.js";
import { g as inTerminal } from "./unsigned-state.js";
import { a as vendorDestination, i as syncViews } from "./views.js";
import { t as findSecrets } from "./find-secrets.js";
import { n as placeOf } from "./claims.js";
import { n as syncReportOf } from "./sync-report.js";
import { join, resolve } from "node:path";
import { readdir } from "node:fs/promises";
import { randomBytes } from "node:crypto";

// src/commands/native/check-names.ts
/** Somebody agreed for destinations by name: one that the run is not about was meant otherwise. No glob agrees to anything. */
function checkNames(consent, { selected }) {
	const names = [...selected.keys()];
	const known = names.slice(0, 5).join(", ") + (names.length > 5 ? `, … (${names.length} in all)` : "");
	return ["replace", "takeover"].flatMap((flag) => [...consent?.[flag] ?? []].filter((name) => !selected.has(name)).map((name) => {
		const found = noMatch(`--${flag}`, name, names);
		return found.hint?.startsWith("the manifest has:") === false ? found : {
			...found,
			hint: `this run is about: ${known}`
		};
	}));
}
const IDLE = {
	takeover: {
		what: "take over",
		hint: "the engine that the manifest gives it to keeps it already; leave the flag out"
	},
	replace: {
		what: "replace",
		hint: "the vendor has nothing of it under another address or team; leave the flag out"
	}
};
/** A flag that had no use is told, and fails nothing: a run that is repeated after a takeover finds it done. */
function idleConsent(consent, works) {
	return ["replace", "takeover"].flatMap((flag) => [...consent?.[flag] ?? []].flatMap((name) => {
		const work = works.get(name);
		if (work === void 0 || !work.refreshed) return [];
		if (work.native?.action === flag || flag === "takeover" && work.release && work.release.id !== null) return [];
		const { what, hint } = IDLE[flag];
		return [{
			code: "RUN002",
			severity: "warning",
			message: `--${flag} ${name}: there is nothing to ${what}`,
			hint
		}];
	}));
}

// src/commands/sync/approved-plan.ts
/**
* Reads a plan that was reviewed before. With a state key only a plan that was made with it counts. Without one the digest
* tells a change by mistake from the plan that was made, and nothing more: anybody can make one that fits.
*/
function readApprovedPlan(text, file, seal) {
	const json = parseJson(text);
	if (!json.ok) return fail(unusable(file, json.error.reason === "syntax" ? "it is not JSON" : json.error.message));
	if (seal && !(isObject(json.value) && isSignedPlan(json.value, seal))) return fail(unsigned(file));
	const plan = planFromJson(json.value);
	if (!plan.ok) return fail(unusable(file, plan.error));
	if (digestPlan(plan.value) !== plan.value.digest) return fail(unusable(file, "its digest does not match its content, so it was changed after it was made"));
	return plan;
}
function unsigned(file) {
	return {
		code: "RUN039",
		severity: "error",
		message: `the plan ${file} cannot be applied: it is not signed with the state key, or was changed since`,
		hint: "make it in a run that has the same state key: storysync plan --out plan.json"
	};
}
/** A plan file that the system does not hand over, by its short name for the reason. */
function unread(file, why) {
	return unusable(file, why === "ENOENT" ? "there is no such file" : `it cannot be read (${why})`);
}
function unusable(file, why) {
	return {
		code: "RUN005",
		severity: "error",
		message: `the plan ${file} cannot be applied: ${why}`,
		hint: "make a new one with: storysync plan --out plan.json"
	};
}
/** A plan of one commit is no plan of another, however alike their stories may be. */
function checkCommit({ commit }, at) {
	if (commit === at) return void 0;
	const made = commit === null ? "from a work tree with changes" : `at commit ${shortId(commit)}`;
	const hint = `give --at the commit of the plan, or make a new one: storysync plan --at ${shortId(at)} --out plan.json`;
	return {
		...unusable("given", `it was made ${made}, and --at asks for ${shortId(at)}`),
		hint
	};
}
/** The pairs the plan speaks of; a manual-only destination that it does not hold back was named when it was made. */
function selectionOf(plan, destinations) {
	const known = new Map(destinations.map((destination) => [destination.name, destination]));
	const gone = plan.destinations.flatMap(({ name, stories }) => {
		const subscribed = new Set(known.get(name)?.subscriptions.map(({ storyKey }) => storyKey));
		return stories.filter(({ key }) => !subscribed.has(key)).map(({ key }) => `${name}/${key}`);
	});
	if (gone.length > 0) return fail([unusable("given", `the manifest no longer asks for ${gone.slice(0, 5).join(", ")}`)]);
	const named = plan.destinations.filter(({ stories }) => !stories.some(({ reason }) => reason === "manual_sync_only")).map(({ name }) => name);
	const leftBehind = new Map(plan.destinations.map(({ name, leftBehind: stories }) => [name, new Set(stories.map(({ key }) => key))]));
	return ok({
		selected: new Map(plan.destinations.map(({ name, stories }) => [name, new Set(stories.map(({ key }) => key))])),
		named: new Set(named),
		choosesLeftBehind: (destination, key) => leftBehind.get(destination)?.has(key) ?? false
	});
}
/** Destinations whose fresh plan is not the approved one. The others go on (`plan_stale`). */
function findStale(approved, fresh) {
	const digests = new Map(approved.destinations.map(({ name, digest }) => [name, digest]));
	return new Set(fresh.destinations.filter(({ name, digest }) => digests.get(name) !== digest).map(({ name }) => name));
}

// src/commands/sync/check-merged.ts
/**
* `--at` takes what a pin takes: in CI a commit that the default branch has. Whoever may start a job with a name of their
* choice would push else what nobody has reviewed.
*/
async function checkMerged({ repository, at }, trust) {
	if (at === void 0 || trust.kind !== "default_branch") return void 0;
	const { branch } = trust;
	const found = (await resolvePins(repository, branch.tip, /* @__PURE__ */ new Set([at]))).get(at);
	if (found?.ok) return void 0;
	return notMerged(at, branch, found?.error.kind === "not_merged" ? "known" : "not_known");
}

// src/commands/sync/load-plan.ts
/** Reads the file of a plan that was approved, as the user named it. */
async function loadPlan({ environment, directory }, { repository }, file) {
	const seal = await sealFrom(environment, repository);
	if (!seal.ok) return seal;
	const text = await readGivenFile(resolve(directory, file));
	return text.ok ? readApprovedPlan(text.value, file, seal.value) : fail(unread(file, text.error));
}

// src/forecast/behind-first.ts
/** Had nothing yet, as far as anybody knows. */
const NEVER = Number.NEGATIVE_INFINITY;
/**
* Since when a destination is behind: the longest of its pairs that are due. What was in sync until now is behind since now, and
* a recorded time that is none, or that is yet to come, says nothing.
*/
function behindSince({ stories }, state, now) {
	return stories.filter(({ planned }) => isDue(planned)).reduce((earliest, { planned }) => Math.min(earliest, pairSince(state?.last[planned.key], now)), now);
}
function pairSince(last, now) {
	if (last === void 0) return NEVER;
	if (last.status === "synced") return now;
	const since = Date.parse(last.at);
	return Number.isNaN(since) ? now : since;
}
/** Who is behind for longest goes first; of equals the first by name. */
function longestBehindFirst(names, since) {
	const of = (name) => since.get(name) ?? Number.POSITIVE_INFINITY;
	return names.toSorted((a, b) => of(a) === of(b) ? byText(a, b) : of(a) < of(b) ? -1 : 1);
}

// src/commands/forecast/worst-first.ts
/** For a run whose time may not hold all of it: who is behind for longest goes first. The order of rings stays. */
function worstFirst(waves, { work, states }, clock) {
	const now = clock.now().getTime();
	const since = new Map([...work].map(([name, each]) => [name, behindSince(each, states.get(name), now)]));
	return waves.map((wave) => longestBehindFirst(wave, since));
}

// src/changes/pair-changes.ts
/**
* Whose status a run changed. A failure is told once and its end once, however many runs fail in between, and whatever
* else the pair waited for meanwhile; the first failure is a change, the first success is none.
*/
function pairChanges({ destination, before, after, outcomes }) {
	return outcomes.flatMap(({ storyKey: key, storyName: name }) => {
		const [was, is] = [own(before, key), own(after, key)];
		const kind = is && kindOf(was, is);
		return kind ? [{
			kind,
			destination,
			story: {
				key,
				name
			},
			reason: is.reason
		}] : [];
	});
}
function kindOf(was, is) {
	const failing = was !== void 0 && isFailing(was);
	if (is.status === "failed") return failing ? void 0 : "failed";
	if (is.status === "synced") return failing ? "recovered" : void 0;
	return is.reason === "held" && was?.reason !== "held" ? "held" : void 0;
}
/** It failed, and was not in sync since. */
function isFailing({ status, failing }) {
	return status === "failed" || failing === true;
}
/** A story may be called `constructor`. */
function own(statuses, key) {
	return Object.hasOwn(statuses, key) ? statuses[key] : void 0;
}

// src/commands/notify/sync-changes.ts
/** Gathers whose state a sync changes, destination by destination. */
var SyncChanges = class {
	#changes = [];
	#rings;
	constructor(start) {
		this.#rings = ringsByRecord(start);
	}
	recorded(turn) {
		this.#changes.push(...pairChanges(turn));
	}
	/** At the end of the run. */
	all(outcomes, rollout) {
		const rings = this.#rings && rollout ? {
			...this.#rings,
			after: rollout.progress,
			outcomes
		} : void 0;
		return rings ? [...this.#changes, ...rolloutChanges(rings)] : this.#changes;
	}
};
/** Not by the plan: what it found out just now, such as a tenant that does not answer, is part of what this run changes. */
function ringsByRecord({ desired, selected, states, rollout: asked, now }) {
	if (!asked) return void 0;
	const { rollout, record, others } = asked;
	const partOf = fleetParts(rollout, desired);
	const own = desired.destinations.filter(({ name }) => selected.has(name)).map((destination) => partOf({
		destination,
		state: states.get(destination.name),
		planned: void 0
	}));
	const fleet = joinFleet(rollout, [...own, ...others]);
	return {
		fleet,
		before: decideRollout(fleet, record, now.getTime()).progress
	};
}

// src/apply/last-status.ts
/**
* What the next status query is told of a destination: the outcomes of this run, and what earlier runs said of stories
* that it did not touch. Stories that the manifest no longer asks for are forgotten.
*/
function lastStatuses({ destination, stories }, outcomes, previous, moment) {
	const outcomeOf = new Map(outcomes.map((outcome) => [outcome.storyKey, outcome]));
	const contentOf = new Map(stories.map(({ desired }) => [desired.key, desired.contentHash]));
	const entries = destination.subscriptions.flatMap(({ storyKey, detached }) => {
		const known = Object.hasOwn(previous, storyKey) ? previous[storyKey] : void 0;
		const outcome = outcomeOf.get(storyKey);
		const content = contentOf.get(storyKey);
		const waits = outcome?.fact?.kind === "rollout_waits";
		if (!outcome || content === void 0 || waits) return known ? [[storyKey, known]] : [];
		const now = stillFailing(known, statusNow(outcome, content, outcome.detached && detached === void 0, moment));
		return [[storyKey, destination.engine === "native" && known?.content !== content ? now : renew(known, now, outcome.fact)]];
	});
	return Object.fromEntries(entries);
}
function statusNow({ status, reason, fact, detached }, content, detachedThere, { at, commit, explain }) {
	const inSync = status === "synced" && !detached;
	const kept = fact?.kind === "internal" ? {
		kind: "internal",
		text: null
	} : fact;
	const words = inSync || !kept ? void 0 : explain(kept);
	return {
		status,
		reason: inSync ? null : reason,
		message: words?.message ?? null,
		...words?.hint ? { hint: words.hint } : {},
		at,
		...commit === null ? {} : { commit },
		content,
		...detachedThere ? { detachedThere } : {}
	};
}
/** Whoever was told of a failure is to hear of its end, whatever the pair waits for in between. */
function stillFailing(known, now) {
	return (known?.status === "failed" || known?.failing === true) && now.status === "requires_sync" ? {
		...now,
		failing: true
	} : now;
}
/** As before: it keeps the time and the commit since when it is so, and a silent run writes nothing. */
function renew(known, now, fact) {
	if (!known || known.status !== now.status || known.reason !== now.reason) return now;
	if (fact?.kind === "failed_verification_before" && known.content === now.content) return known;
	if (known.message !== now.message) return now;
	const { commit: _, ...rest } = now;
	return {
		...rest,
		at: known.at,
		...known.commit === void 0 ? {} : { commit: known.commit }
	};
}

// src/apply/destination-turn.ts
/** A destination's part of a run: the lease, the push, and what is recorded of it. */
var DestinationTurn = class {
	#name;
	#ledger;
	#commit;
	#options;
	#work;
	/** The plan that says what is left behind there. */
	#left;
	#previous;
	#heldBack;
	#lease;
	/** Pairs that the rollout lets wait since this turn began: without a lease none may be begun after all. */
	#waits = /* @__PURE__ */ new Map();
	#writes = false;
	/** Another run has written there, or may have, since it was read. */
	#isOld = false;
	constructor(work, ledger, commit, options) {
		this.#name = work.destination.name;
		this.#work = work;
		this.#left = work;
		this.#ledger = ledger;
		this.#commit = commit;
		this.#options = options;
		this.#previous = options.stateOf(this.#name) ?? blankState(work.destination);
		this.#heldBack = options.heldBack(this.#name);
	}
	/** Nothing is written without it; a destination with nothing to write takes none. */
	async takeLease() {
		const { leases, stop, rollout } = this.#options;
		if (this.#heldBack) return;
		const due = this.#due();
		this.#waits = new Map(due.flatMap((key) => withKey(key, rollout.whyWait(this.#name, key))));
		const { prune, alters } = this.#work;
		this.#writes = prune.length > 0 || alters === true || this.#waits.size < due.length;
		if (!this.#writes) return;
		const answer = await leases.take(this.#name, stop);
		if (answer.kind === "held") this.#heldBack = {
			kind: "leased_elsewhere",
			owner: answer.owner
		};
		if (answer.kind === "ours") this.#lease = answer;
		this.#isOld = answer.kind !== "ours" || answer.waited;
	}
	/** Before it takes up a tenant's turn: who is in flight is to go on. */
	async takePlaces() {
		if (!this.#lease) return;
		const keys = this.#due().filter((key) => !this.#waits.has(key));
		await this.#options.rollout.takePlaces(this.#name, keys, AbortSignal.any([this.#options.stop, this.#lease.lost]));
	}
	async run(tenantHalt) {
		try {
			await this.#run(tenantHalt);
		} finally {
			this.#options.rollout.done(this.#name, this.#outcomes());
			await this.#lease?.release();
		}
		this.#options.onDone(this.#name, this.#outcomes());
	}
	async #run(tenantHalt) {
		const { state, pruned } = await this.#pushOrHoldBack(tenantHalt);
		if (this.#lease?.lost.aborted) this.#recordOpen({ kind: "lease_lost" });
		this.#options.onPruned?.(pruned);
		if (this.#mayRecord()) await this.#record(state, pruned);
	}
	/** What another run did there since the plan was made is not to be undone, nor to fail this one. */
	async #planAnew({ waited, lost }) {
		if (this.#options.stop.aborted || lost.aborted) return;
		const anew = await this.#options.planAnew(this.#name, waited);
		this.#isOld = false;
		if (!anew) return;
		if (anew.work.refreshed) this.#left = anew.work;
		this.#ledger.planAnew(anew.work);
		this.#work = anew.work;
		this.#previous = anew.state ?? blankState(anew.work.destination);
		this.#heldBack = anew.heldBack;
	}
	/** The next state of the destination, and what became of the stories left behind; after a bug of ours, the state before. */
	async #pushOrHoldBack(tenantHalt) {
		try {
			if (this.#lease) await this.#planAnew(this.#lease);
			if (!this.#heldBack) return await this.#push(tenantHalt);
			this.#recordOpen(this.#heldBack);
			return {
				state: this.#previous,
				pruned: this.#keepAll(this.#work.unreadable ?? this.#heldBack)
			};
		} catch (bug) {
			const text = bug instanceof Error ? bug.message.slice(0, 200) : null;
			this.#recordOpen({
				kind: "internal",
				text
			});
			return {
				state: this.#previous,
				pruned: this.#keepAll({ kind: "maybe_deleted" })
			};
		}
	}
	async #push(tenantHalt) {
		const { engine, explain, rollout, stop } = this.#options;
		const [work, previous, lease] = [
			this.#work,
			this.#previous,
			this.#lease
		];
		if (!work.refreshed) return {
			state: previous,
			pruned: []
		};
		if (this.#writes && !lease) return {
			state: previous,
			pruned: this.#keepAll({ kind: "interrupted" })
		};
		const ends = lease ? AbortSignal.any([stop, lease.lost]) : stop;
		return engine.apply(work, {
			ledger: this.#ledger,
			previous,
			commit: this.#commit,
			tenantHalt,
			whyWait: (key) => this.#whyWait(key),
			whyKeep: () => rollout.whyKeep(this.#name),
			calleesFirst: rollout.governs,
			explain,
			stop: ends
		});
	}
	#due() {
		return this.#work.stories.filter(({ planned }) => isDue(planned)).map(({ planned }) => planned.key);
	}
	#whyWait(key) {
		return this.#waits.get(key) ?? this.#options.rollout.begin(this.#name, key);
	}
	#keepAll(by) {
		return this.#options.onPruned ? keepAll(this.#left, by) : [];
	}
	/** Where another run writes, or a newer commit has been, that one's word is newer than ours. */
	#mayRecord() {
		return this.#heldBack?.kind !== "superseded" && !this.#isOld && !this.#lease?.lost.aborted;
	}
	async #record(state, pruned) {
		const { clock, explain, saveState, onRecorded } = this.#options;
		const outcomes = this.#outcomes();
		const moment = {
			at: clock.now().toISOString(),
			commit: this.#commit,
			explain
		};
		const last = lastStatuses(this.#work, outcomes, this.#previous.last, moment);
		await saveState(this.#name, {
			...state,
			last
		}, outcomes, pruned);
		onRecorded?.({
			destination: this.#name,
			before: this.#previous.last,
			after: last,
			outcomes
		});
	}
	#outcomes() {
		return this.#work.stories.map((story) => this.#ledger.outcomeOf(this.#name, story));
	}
	/** What is still open at this destination ends so. */
	#recordOpen(cause) {
		for (const story of this.#work.stories) if (this.#ledger.isOpen(this.#name, story)) this.#ledger.record(this.#name, story, outcomeFrom(cause));
	}
};
function withKey(key, cause) {
	return cause ? [[key, cause]] : [];
}
function blankState({ tenantUrl, teamId }) {
	return {
		tenantUrl,
		teamId,
		stories: {},
		recordTypes: {},
		last: {},
		proven: false
	};
}

// src/apply/tenant-halt.ts
/** A tenant that did what nobody asked for gets no further write in this run, in none of its teams. */
var TenantHalt = class {
	#cause;
	get cause() {
		return this.#cause;
	}
	stop(cause) {
		this.#cause ??= cause;
	}
};

// src/apply/apply.ts
/**
* Pushes a planning, wave by wave. It never throws for one destination's sake, and the ledger, which spans all waves,
* reports every pair exactly once.
*/
async function applyPlan(planning, ledger, waves, options) {
	const limit = pLimit(options.concurrency);
	const tenants = /* @__PURE__ */ new Map();
	for (const wave of workOf(planning, waves)) {
		const turns = wave.map(async (work) => {
			const { tenantUrl } = work.destination;
			const tenant = tenants.get(tenantUrl) ?? {
				next: pLimit(1),
				halt: new TenantHalt()
			};
			tenants.set(tenantUrl, tenant);
			const turn = new DestinationTurn(work, ledger, planning.plan.commit, options);
			await turn.takeLease();
			await turn.takePlaces();
			if (work.destination.engine === "native") await turn.run(tenant.halt);
			else await tenant.next(() => limit(() => turn.run(tenant.halt)));
		});
		await Promise.all(turns);
		await options.rollout.waveDone();
	}
	return ledger.outcomes();
}
/** Every destination of the plan has its one wave; anything else would leave some out, or push to them twice. */
function workOf({ work }, waves) {
	const names = waves.flat();
	if (names.length !== work.size || new Set(names).size !== work.size || !names.every((name) => work.has(name))) throw new Error("Internal error: the waves are not a partition of the plan");
	return waves.map((wave) => wave.flatMap((name) => work.get(name) ?? []));
}

// src/commands/sync/hold-back.ts
/** Why nothing is pushed to a destination, although the plan has something for it. */
function whyHeldBack({ approved, superseded, keys, origin }, { plan, work }) {
	if (superseded) return () => ({ kind: "superseded" });
	const moved = approved ? findStale(approved, plan) : /* @__PURE__ */ new Set();
	return (name) => {
		const entry = work.get(name);
		const why = entry && whyUnbound(keys, entry.destination, origin);
		if (why !== void 0) return {
			kind: "key_not_bound",
			why
		};
		return moved.has(name) ? {
			kind: "stale",
			stale: { since: "other_plan" }
		} : void 0;
	};
}

// src/commands/sync/apply-plan.ts
/** Carries out what was planned, and records it destination by destination. */
async function applyRefreshed({ clock }, { plan, work, states }, { engine, session, leases, rollout, planAnew, settings, prune, onRecorded, progress, stop }) {
	const pruned = [];
	const due = [...work.values()].filter(hasWork).length;
	if (due > 0) progress.begin("push", due);
	const outcomes = await applyPlan({
		plan,
		work
	}, new Ledger(work.values()), rollout.waves, {
		engine: {
			...engine,
			apply: (each, run) => {
				if (hasWork(each)) progress.start?.(each.destination.name);
				return engine.apply(each, run);
			}
		},
		leases,
		rollout: rollout.gate,
		planAnew,
		stateOf: (name) => states.get(name),
		saveState: (name, state, done, gone) => session.record(name, state, done, gone),
		onDone: (name, done) => {
			const planned = work.get(name);
			const gone = pruned.filter(({ destination }) => destination === name);
			if (planned && hasWork(planned)) progress.advance(name, describe(done, gone));
		},
		concurrency: settings.concurrency,
		clock,
		stop,
		explain,
		heldBack: whyHeldBack(settings, {
			plan,
			work
		}),
		...onRecorded ? { onRecorded } : {},
		...prune ? { onPruned: (gone) => void pruned.push(...gone) } : {}
	});
	if (due > 0) progress.end();
	return {
		outcomes,
		pruned
	};
}
function describe(outcomes, pruned) {
	const deleted = pruned.filter((each) => each.deleted).length;
	const pushed = outcomes.filter(({ did }) => did === "created" || did === "updated").length;
	const failed = outcomes.filter(({ status }) => status === "failed").length;
	const waiting = outcomes.filter(({ status }) => status === "requires_sync").length;
	return [
		`${pushed} pushed`,
		failed > 0 && `${failed} failed`,
		waiting > 0 && `${waiting} waiting`,
		deleted > 0 && `${deleted} deleted`
	].filter((text) => text).join(", ");
}

// src/apply/leases.ts
/** Where no other run can write, nothing need be held. */
function leaseOfNothing() {
	return {
		kind: "ours",
		waited: false,
		lost: new AbortController().signal,
		release: async () => {}
	};
}

// src/lease/lease-queue.ts
/** As long as a run waits for a destination that another one writes to. */
const WAIT_MS = 3e5;
/** The destinations that this run has asked for and not yet got. */
var LeaseQueue = class {
	#clock;
	#onWait;
	#waiters = /* @__PURE__ */ new Map();
	#heard = /* @__PURE__ */ new WeakSet();
	constructor(clock, onWait) {
		this.#clock = clock;
		this.#onWait = onWait;
	}
	get size() {
		return this.#waiters.size;
	}
	/** `onStop` is told when the run is to end. */
	ask(destination, stop, onStop) {
		if (!this.#heard.has(stop)) stop.addEventListener("abort", () => this.#endStopped(onStop), { once: true });
		this.#heard.add(stop);
		if (stop.aborted) return Promise.resolve({ kind: "stopped" });
		const since = this.#clock.elapsed();
		return new Promise((answer) => {
			this.#waiters.set(destination, {
				destination,
				since,
				stop,
				answer,
				owner: void 0
			});
		});
	}
	/** What nobody holds; who has waited long enough for what somebody holds is told so. */
	findFree(holderOf) {
		const free = [];
		for (const waiter of this.#waiters.values()) {
			const owner = holderOf(waiter.destination);
			if (owner === void 0) free.push(waiter.destination);
			else this.#wait(waiter, owner);
		}
		return free;
	}
	#wait(waiter, owner) {
		const { destination, since } = waiter;
		if (this.#clock.elapsed() - since >= 3e5) this.#answer(waiter, {
			kind: "held",
			owner
		});
		else if (waiter.owner !== owner) this.#onWait(destination, owner);
		waiter.owner = owner;
	}
	grant(destination, lease) {
		const waiter = this.#waiters.get(destination);
		if (waiter) this.#answer(waiter, lease(waiter.owner !== void 0));
	}
	/** When nobody can be asked: those that no other run is known to hold. The others go on waiting. */
	takeUnmet() {
		const all = [...this.#waiters.values()];
		for (const waiter of all) if (waiter.owner === void 0) this.#waiters.delete(waiter.destination);
		else this.#wait(waiter, waiter.owner);
		return all.filter(({ owner }) => owner === void 0);
	}
	/** Nobody is served any more. */
	close() {
		for (const waiter of this.#waiters.values()) this.#answer(waiter, { kind: "stopped" });
	}
	#endStopped(onStop) {
		for (const waiter of this.#waiters.values()) if (waiter.stop.aborted) this.#answer(waiter, { kind: "stopped" });
		onStop();
	}
	#answer(waiter, answer) {
		this.#waiters.delete(waiter.destination);
		waiter.answer(answer);
	}
};

// src/lease/clone-leases.ts
const LOOK_MS = 5e3;
/** A run may wait for a thousand of them, and another one for it. */
const POLL_MS$1 = 1e3;
const ENDING = ".lock";
/** Leases among the runs of one clone: a lock file for each destination, with its owner. */
var CloneLeases = class {
	#options;
	/** What is free is given in the order in which it was asked for. */
	#oneByOne = pLimit(1);
	constructor(options) {
		this.#options = options;
	}
	async take(destination, stop) {
		const path = join(folderIn(this.#options.commonDir), `${destination}${ENDING}`);
		try {
			const first = await this.#oneByOne(() => acquireLock(path, {
				waitMs: 0,
				atOnce: true,
				sharedWithGit: false
			}));
			if (first.ok) return this.#lease(first.value, false);
			this.#options.onWait(destination, nameOf(first.error));
			const lock = await acquireLock(path, {
				waitMs: WAIT_MS,
				pollMs: POLL_MS$1,
				sharedWithGit: false,
				stop
			});
			if (lock.ok) return this.#lease(lock.value, true);
			return stop.aborted ? { kind: "stopped" } : {
				kind: "held",
				owner: nameOf(lock.error)
			};
		} catch (error) {
			storageFailure(error);
			return leaseOfNothing();
		}
	}
	#lease(lock, waited) {
		const lost = new AbortController();
		const look = setInterval(() => {
			lock.isHeld().then((held) => held || lost.abort(), () => lost.abort());
		}, LOOK_MS);
		look.unref();
		const release = async () => {
			clearInterval(look);
			await lock.release();
		};
		return {
			kind: "ours",
			waited,
			lost: lost.signal,
			release
		};
	}
};
/** For a run that has nothing to write, and so would never come to the locks that a killed one left. */
async function clearDeadLeases(commonDir) {
	try {
		const folder = folderIn(commonDir);
		for (const file of await readdir(folder)) if (file.endsWith(ENDING)) await clearDeadLock(join(folder, file), { sharedWithGit: false });
	} catch (error) {
		storageFailure(error);
	}
}
function folderIn(commonDir) {
	return join(commonDir, "storysync", "leases");
}
function nameOf(holder) {
	return holder === "other" ? "a process that does not say who it is" : `process ${holder.pid} on ${holder.host}`;
}

// src/lease/run-lease.ts
const RUNS = "runs";
const FORMAT = "storysync.lease/1";
const LONGEST_OWNER = 200;
/** Ten thousand destinations fit; whatever is larger was not written by us. */
const LARGEST_LEASE = 2 ** 20;
function leasePath(run) {
	return `${RUNS}/${run}.json`;
}
/** The run that a file is of; undefined for a file that is none of ours. */
function runOf(file) {
	return /^([0-9a-f]{16})\.json$/.exec(file)?.[1];
}
function leaseText({ run, owner, process, beat, destinations }, seal) {
	const content = {
		format: FORMAT,
		run,
		owner,
		destinations: [...destinations].toSorted(),
		...process === void 0 ? {} : { process: { ...process } }
	};
	return sealed(content, {
		path: leasePath(run),
		counter: beat,
		seal
	});
}
/**
* Anybody who may push can have written it. With a state key only what is signed with it counts, as with state; without
* one it is a hint, and can make a run wait and nothing else.
*/
function readLease(run, text, seal) {
	const parsed = text.length > LARGEST_LEASE ? void 0 : parseJson(text);
	if (!parsed?.ok || !isObject(parsed.value)) return void 0;
	const { content, counter, whole, mark } = openEnvelope(parsed.value, text, {
		path: leasePath(run),
		seal
	});
	return whole && mark !== "doubtful" ? fromContent(run, content, counter) : void 0;
}
function fromContent(run, content, beat) {
	const { format, owner, destinations, process } = content;
	if (format !== FORMAT || content.run !== run || typeof owner !== "string" || !Array.isArray(destinations)) return void 0;
	return {
		run,
		owner: printable(owner.slice(0, LONGEST_OWNER)),
		process: isObject(process) ? readOwner(process) : void 0,
		beat,
		destinations: new Set(destinations.filter((name) => typeof name === "string"))
	};
}

// src/lease/lease-branch.ts
/** More runs at once than any fleet has: whoever writes so many files wants to hold us up. */
const MOST_RUNS = 200;
/** The files of a look, together: a hundred thousand destinations fit. */
const MOST_TEXT = 8 * 2 ** 20;
const ABOUT = `# Leases

Written by storysync, and by nobody else: each file under \`runs/\` names the destinations that one run writes to at this
moment. Another run waits for it, for five minutes at most. A file that is not renewed for two minutes counts for nothing.
The branch may be deleted when no run is at work.
`;
/** The branch on the remote where runs tell each other which destinations they write to. Compare-and-swap, like state. */
var LeaseBranch = class LeaseBranch {
	#options;
	#reader;
	#writer;
	#tree;
	/** The server lets nobody begin the branch anew. */
	#mustFollow = false;
	#lastTip;
	constructor(options, reader) {
		this.#options = options;
		this.#reader = reader;
		this.#writer = new ObjectWriter(options.commonDir);
		this.#tree = new StateTree(reader, this.#writer);
	}
	static async open(options) {
		return new LeaseBranch(options, await ObjectReader.open(options.commonDir));
	}
	async look() {
		const { remote, branch } = this.#options;
		const fetched = await remote.fetch(branch, {
			track: false,
			have: this.#lastTip
		});
		if (!fetched.ok) return fetched;
		const tip = fetched.value;
		this.#lastTip = tip;
		if (tip === void 0) return ok({
			tip,
			runs: []
		});
		const runs = await readingObjects(() => this.#runsAt(tip));
		if (!runs.ok) return fail(unfit(branch, "is damaged, or cannot be read"));
		if (runs.value === void 0) return fail(unfit(branch, "has more on it than runs write"));
		return ok({
			tip,
			runs: runs.value
		});
	}
	/** Undefined: more than is looked at. */
	async #runsAt(tip) {
		const names = (await this.#tree.list(tip, RUNS)).map(runOf).filter((run) => run !== void 0);
		if (names.length > MOST_RUNS) return void 0;
		const found = [];
		let room = MOST_TEXT;
		for (const run of names) {
			const { lease, size } = await this.#runAt(tip, run);
			room -= size;
			if (room < 0) return void 0;
			if (lease) found.push(lease);
		}
		return found;
	}
	async #runAt(tip, run) {
		const path = leasePath(run);
		const entry = await this.#tree.entry(tip, path);
		if (entry?.type !== "blob") return { size: 0 };
		const content = await this.#reader.blob(entry.oid);
		const size = content.length;
		const lease = size > LARGEST_LEASE ? void 0 : readLease(run, content.toString("utf8"), this.#options.seal);
		return lease ? {
			size,
			lease: {
				...lease,
				stamp: entry.oid,
				file: {
					path,
					entry
				}
			}
		} : { size };
	}
	/** Puts exactly these runs there: ours as it is now, and the files of others. `moved`: somebody was faster. */
	async write(tip, others, own, message) {
		const { seal, author, clock } = this.#options;
		try {
			const about = await this.#tree.store("README.md", ABOUT);
			const file = own === void 0 ? [] : [await this.#tree.store(leasePath(own.run), leaseText(own, seal))];
			const files = [
				about,
				...others,
				...file
			];
			const commit = await this.#tree.write({
				parent: void 0,
				files,
				message,
				author,
				at: clock.now()
			});
			if (others.length === 0 && !this.#mustFollow) {
				const pushed = await this.#push(commit, tip, { force: true });
				if (pushed.ok || pushed.error.kind !== "refused" || tip === void 0) return pushed;
				this.#mustFollow = true;
			}
			return await this.#push(await this.#after(tip, commit), tip, { force: false });
		} catch (error) {
			storageFailure(error);
			return fail({
				kind: "broken",
				why: `cannot be used: git's storage in this clone is damaged, or cannot be read or written`
			});
		}
	}
	#push(commit, tip, how) {
		return this.#options.remote.push(commit, this.#options.branch, tip, {
			...how,
			track: false
		});
	}
	/** The same files, as a commit that follows on what is there. */
	async #after(tip, commit) {
		if (tip === void 0) return commit;
		return this.#tree.writeCommit({
			...await this.#tree.commit(commit),
			parents: [tip]
		});
	}
};
/** Somebody has to look at it: no run mends it. */
function unfit(branch, why) {
	return {
		kind: "broken",
		why: `has a branch ${branch} that ${why}; delete it when no run is at work`
	};
}

// src/lease/lease-problems.ts
/** Two runs could meet, and nothing keeps them apart. */
function unsharedLease(why) {
	return {
		code: "STA017",
		severity: "warning",
		message: `no lease is shared with runs elsewhere: ${why}`,
		hint: "make sure that no second run syncs at the same moment: in GitHub Actions by a \"concurrency\" group of the workflow"
	};
}

// src/lease/held-leases.ts
/** Without a sign of life that arrived for so long, others are about to take us for dead. */
const LOST_AFTER_MS = 9e4;
/** The destinations that this run holds, and since when others have had a sign of life of it. */
var HeldLeases = class {
	#clock;
	#beforeRelease;
	#held = /* @__PURE__ */ new Map();
	/** Given back by whoever had them, and not yet told to others. */
	#done = /* @__PURE__ */ new Set();
	#stand = false;
	#changed = false;
	#renewedAt = 0;
	#flushing = false;
	#silence = () => {};
	constructor(clock, beforeRelease) {
		this.#clock = clock;
		this.#beforeRelease = beforeRelease;
	}
	/** A file of ours stands where others see it, as far as we know. */
	get stand() {
		return this.#stand;
	}
	/** What stands there names destinations that are not ours any more. */
	get changed() {
		return this.#stand && this.#changed;
	}
	/** Milliseconds since the last sign of life. */
	get age() {
		return this.#clock.elapsed() - this.#renewedAt;
	}
	names() {
		return [...this.#held.keys()];
	}
	/** A sign of life that was sent at that time has arrived, with these destinations. */
	renewed(at, destinations) {
		this.#renewedAt = at;
		this.#stand = destinations.size > 0;
		this.#changed = [...destinations].some((name) => !this.#held.has(name));
		this.#silence();
		if (this.#stand) this.#silence = this.#clock.alarm(Math.max(0, LOST_AFTER_MS - this.age), () => this.giveUpAll());
	}
	add(destination, waited) {
		const lost = new AbortController();
		this.#held.set(destination, lost);
		const release = async () => {
			this.#done.add(destination);
		};
		return {
			kind: "ours",
			waited,
			lost: lost.signal,
			release
		};
	}
	/** In the background: whoever has the lease next is to find what was written under it, and a sign of life must not wait for that. */
	flushReleased() {
		if (this.#flushing || this.#done.size === 0) return;
		const released = [...this.#done];
		this.#flushing = true;
		const told = () => {
			this.#flushing = false;
			for (const name of released) {
				this.#done.delete(name);
				if (this.#held.delete(name)) this.#changed = true;
			}
		};
		this.#beforeRelease().then(told, told);
	}
	/**
	* What stands there in our name; undefined: nothing. Where it lacks what we hold, somebody took us for dead, or writes in
	* our name: what he does there we cannot know. Where it names more, a push arrived late.
	*/
	seen(destinations) {
		const isWhole = this.names().every((name) => destinations?.has(name));
		if (this.#stand && !isWhole) this.giveUpAll();
		this.#stand = destinations !== void 0;
		this.#changed ||= [...destinations ?? []].some((name) => !this.#held.has(name));
	}
	giveUpAll() {
		for (const [name, lost] of this.#held) if (!this.#done.has(name)) lost.abort();
		this.#changed ||= this.#held.size > 0;
		this.#held.clear();
		this.#done.clear();
	}
	close() {
		this.#silence();
	}
};

// src/lease/lease-watch.ts
/** Whoever gave no sign of life for so long, while we looked, is at work no more. */
const DEAD_AFTER_MS = 12e4;
/** Longer than any pause between two looks: whoever slept has watched nothing, and the owner may have slept as well. */
const LONGEST_BLINK_MS = 3e4;
/** How long each run has given no sign of life, by our own clock and our own looking: what a lease says of times is not asked. */
var LeaseWatch = class {
	#still = /* @__PURE__ */ new Map();
	#last;
	/** `now`: milliseconds of a clock that only grows. */
	look(runs, now) {
		const passed = Math.min(now - (this.#last ?? now), LONGEST_BLINK_MS);
		this.#last = now;
		const before = this.#still;
		this.#still = new Map(runs.map(({ run, stamp }) => {
			const known = before.get(run);
			return [run, {
				stamp,
				ms: known?.stamp === stamp ? known.ms + passed : 0
			}];
		}));
	}
	isDead(run) {
		return (this.#still.get(run)?.ms ?? 0) >= DEAD_AFTER_MS;
	}
};

// src/lease/shared-leases.ts
/** Four signs of life before anybody may take us for dead. */
const RENEW_MS = 25e3;
const POLL_MS = {
	first: 500,
	most: 5e3
};
/** Between two attempts while the remote does not do what is asked, whatever the reason. */
const TROUBLED_MS = 5e3;
/** Somebody was faster so many times in a row: no longer an accident. */
const MAX_RACES = 40;
const RACE_PAUSE_MS = {
	first: 50,
	most: 1e3
};
const MAX_UNREACHED = 3;
/** The leases of one run, on a branch of the remote. All that is asked for together is taken in one commit. */
var SharedLeases = class {
	#options;
	#clock;
	#watch = new LeaseWatch();
	#queue;
	#held;
	/** What was last pushed, until it is known whether it arrived. */
	#sent;
	#beat = 0;
	#polls = 0;
	#unreached = 0;
	#troubled = false;
	#instead;
	#rounds;
	#wake = new AbortController();
	#closing = false;
	constructor(options) {
		this.#options = options;
		this.#clock = options.clock;
		this.#queue = new LeaseQueue(options.clock, options.onWait);
		this.#held = new HeldLeases(options.clock, options.beforeRelease);
	}
	take(destination, stop) {
		if (this.#closing) return Promise.resolve({ kind: "stopped" });
		if (this.#instead) return this.#instead.take(destination, stop);
		const answer = this.#queue.ask(destination, stop, () => this.#wake.abort());
		this.#polls = 0;
		this.#wake.abort();
		this.#rounds ??= this.#run();
		return answer;
	}
	/** Gives back what is still held. */
	async close() {
		this.#closing = true;
		this.#queue.close();
		this.#wake.abort();
		await this.#rounds;
		this.#held.giveUpAll();
		if (this.#held.stand || this.#sent) await this.#round();
		this.#held.close();
	}
	async #run() {
		await new Promise(setImmediate);
		while (!this.#closing && (this.#queue.size > 0 || this.#held.stand)) {
			this.#wake = new AbortController();
			await this.#round();
			await this.#rest(this.#wake.signal);
		}
		this.#rounds = void 0;
	}
	/** By alarm: tests whose waits take no time would ask the remote without a pause. */
	async #rest(wake) {
		if (wake.aborted || this.#queue.size === 0 && !this.#held.stand) return;
		const poll = Math.min(POLL_MS.first * 2 ** this.#polls++, POLL_MS.most);
		const renewal = this.#troubled ? TROUBLED_MS : Math.max(0, RENEW_MS - this.#held.age);
		const pause = this.#queue.size === 0 ? renewal : this.#held.stand ? Math.min(poll, renewal) : poll;
		await new Promise((resolve) => {
			const cancel = this.#clock.alarm(pause, resolve);
			wake.addEventListener("abort", () => resolve(cancel()), { once: true });
		});
	}
	/** Looks, and writes where there is something to write; again at once while somebody else is faster. */
	async #round() {
		this.#held.flushReleased();
		this.#troubled = false;
		for (let races = 0; races < MAX_RACES; races++) {
			if (races > 0) await this.#clock.sleep(this.#racePause(races));
			const look = await this.#options.branch.look();
			if (!look.ok) return this.#trouble(look.error);
			this.#unreached = 0;
			const others = await this.#read(look.value);
			const free = this.#queue.findFree((name) => others.find(({ destinations }) => destinations.has(name))?.owner);
			if (free.length === 0 && !this.#held.changed && !(this.#held.stand && this.#held.age >= 25e3)) return;
			const written = await this.#write(look.value, others, free);
			if (!written.ok) return this.#trouble(written.error);
			if (written.value === "done") return this.#arrived();
		}
		this.#trouble({
			kind: "broken",
			why: "moves the lease branch faster than this run can follow"
		});
	}
	/** What others hold, without the dead; what we sent and did not hear of; and whether ours still stands. */
	async #read({ runs }) {
		const { run } = this.#options.self;
		const others = runs.filter((other) => other.run !== run);
		this.#watch.look(others, this.#clock.elapsed());
		const own = runs.find((other) => other.run === run);
		if (this.#sent && own && isAsSent(own, this.#sent.lease)) this.#arrived();
		this.#held.seen(own?.destinations);
		const alive = await Promise.all(others.map((other) => this.#isAlive(other)));
		return others.filter((_, index) => alive[index]);
	}
	async #isAlive({ run, process }) {
		if (this.#watch.isDead(run)) return false;
		return process === void 0 || await this.#options.fateOf(process) !== "gone";
	}
	#write({ tip }, others, free) {
		const { self, branch } = this.#options;
		const destinations = /* @__PURE__ */ new Set([...this.#held.names(), ...free]);
		const lease = {
			...self,
			beat: ++this.#beat,
			destinations
		};
		this.#sent = {
			lease,
			at: this.#clock.elapsed()
		};
		const files = others.map(({ file }) => file);
		const empty = destinations.size === 0;
		return branch.write(tip, files, empty ? void 0 : lease, `${empty ? "Release" : "Lease"}: ${self.owner}`);
	}
	#arrived() {
		if (!this.#sent) return;
		const { lease, at } = this.#sent;
		this.#sent = void 0;
		for (const name of lease.destinations) this.#queue.grant(name, (waited) => this.#held.add(name, waited));
		this.#held.renewed(at, lease.destinations);
	}
	#trouble(failure) {
		this.#troubled = true;
		if (failure.kind === "unreachable" && ++this.#unreached < MAX_UNREACHED) return;
		for (const { destination, stop, answer } of this.#queue.takeUnmet()) {
			this.#instead ??= this.#options.instead(failure);
			answer(this.#instead.take(destination, stop));
		}
	}
	#racePause(races) {
		return this.#options.random() * Math.min(RACE_PAUSE_MS.most, RACE_PAUSE_MS.first * 2 ** races);
	}
};
function isAsSent(there, sent) {
	return there.beat === sent.beat && sent.destinations.isSubsetOf(there.destinations);
}

// src/lease/run-leases.ts
/** A sign of life that takes longer comes too late, and whoever waits for a lease waits for minutes. */
const PATIENCE = {
	connectMs: 1e4,
	listMs: 2e4,
	headersMs: 3e4,
	idleMs: 2e4,
	wholeMs: 3e4,
	mostBytes: 64 * 2 ** 20
};
/** The leases of one run: shared through the remote where that can be done, else among the runs of this clone. */
var RunLeases = class {
	#options;
	#opened;
	#shared;
	#problem;
	constructor(options) {
		this.#options = options;
	}
	/** Why no lease could be shared; told only where one was wanted. */
	get problems() {
		return this.#problem ? [this.#problem] : [];
	}
	async take(destination, stop) {
		this.#opened ??= this.#open();
		return (await this.#opened).take(destination, stop);
	}
	async close() {
		await this.#shared?.close();
	}
	async #open() {
		const { dirs, environment, shared } = this.#options;
		const found = await openRemote(dirs, {
			environment,
			patience: PATIENCE
		});
		if (found.kind === "none") return this.#inClone();
		if (!shared) return this.#alone("this run has nothing to do with the remote (--no-state)");
		if (found.kind === "unusable") return this.#alone(`the remote "${printable(found.name)}" ${UNUSABLE[found.why]}`);
		this.#shared = await this.#openShared(found.remote);
		return this.#shared;
	}
	async #openShared(remote) {
		const { dirs, stateBranch, author, seal, clock, link, beforeRelease, onWait } = this.#options;
		const branch = `${stateBranch}-leases`;
		const process = await newOwner();
		const owner = link ?? `process ${process.pid} on ${process.host}`;
		return new SharedLeases({
			branch: await LeaseBranch.open({
				commonDir: dirs.commonDir,
				remote,
				branch,
				author,
				clock,
				seal
			}),
			clock,
			self: {
				run: randomBytes(8).toString("hex"),
				owner,
				process
			},
			random: Math.random,
			fateOf,
			instead: (why) => this.#alone(`the remote "${printable(remote.name)}" ${describeRemoteFailure(why)}`),
			beforeRelease,
			onWait
		});
	}
	#alone(why) {
		this.#problem = unsharedLease(why);
		return this.#inClone();
	}
	#inClone() {
		const { dirs, onWait } = this.#options;
		return new CloneLeases({
			commonDir: dirs.commonDir,
			onWait
		});
	}
};

// src/commands/sync/open-leases.ts
/** What keeps other runs from writing where this one does. No remote is asked before a lease is wanted. */
async function openLeases({ environment, clock }, { repository, commit }, { state, stateBranch = STATE_BRANCH }, session, progress) {
	if (!repository) return NO_LEASES;
	await clearDeadLeases(repository.dirs.commonDir);
	const author = authorFrom(environment);
	const told = /* @__PURE__ */ new Set();
	return new RunLeases({
		dirs: repository.dirs,
		stateBranch,
		shared: state,
		environment,
		author: author.ok ? author.value : DEFAULT_AUTHOR,
		seal: session.seal,
		clock,
		link: provenanceOf(environment, commit).run,
		beforeRelease: () => session.flush(),
		onWait: (destination, owner) => {
			if (!told.has(owner)) progress.wait(destination, owner);
			told.add(owner);
		}
	});
}
/** Outside git there is no place for them, which the session says. */
const NO_LEASES = {
	take: async () => leaseOfNothing(),
	problems: [],
	close: async () => {}
};

// src/commands/sync/plan-anew.ts
/**
* Another run may have written to a destination between our look at it and our lease. Then it is looked at once more,
* alone: what that run did is found done.
*/
function planningAnew({ refresh, session, settings, work, isOvertaken }) {
	const catchUp = together(() => session.catchUp());
	const checkHead = together(isOvertaken);
	const turns = new ReadTurns(refresh.concurrency);
	let caughtUp;
	return async (name, waited) => {
		if (waited || !caughtUp) caughtUp = catchUp();
		await caughtUp;
		if (!waited && !await session.hasMoved(name)) return void 0;
		const superseded = settings.superseded || await checkHead();
		const selected = new Map([...refresh.policy.selected].filter(([selectedName]) => selectedName === name));
		const { rollout: _, ...once } = refresh;
		const only = {
			...once,
			policy: {
				...refresh.policy,
				selected
			},
			progress: SILENT,
			whole: false,
			turns
		};
		const planning = await refreshAll(only);
		const anew = planning.work.get(name);
		if (!anew) throw new Error(`Internal error: ${name} was not planned anew`);
		const heldBack = whyHeldBack({
			...settings,
			superseded
		}, planning)(name) ?? otherDeletions(work.get(name), anew);
		return {
			work: anew,
			state: planning.states.get(name),
			heldBack
		};
	};
}
/** A thousand destinations may ask at once: all that ask before a look begins share it. */
function together(look) {
	let last = Promise.resolve();
	let next;
	return () => {
		next ??= last.then(() => {
			next = void 0;
			return look();
		});
		last = next.catch(() => {});
		return next;
	};
}
/** A number was consented to, of the stories that the first plan named. */
function otherDeletions(before, anew) {
	const ids = (work) => (work?.prune ?? []).map(({ left }) => left.destinationStoryId).join();
	return ids(before) === ids(anew) ? void 0 : {
		kind: "stale",
		stale: { since: "other_plan" }
	};
}
const SILENT = {
	begin: () => {},
	advance: () => {},
	wait: () => {},
	end: () => {}
};

// src/commands/sync/prune.ts
/** What keeps a run from deleting anything, found before the first write. Empty: the consent fits what the plan says. */
function checkConsent(request) {
	const { asked, copies, work, plan, approved, stories, unseen = [] } = request;
	const keys = plan.destinations.flatMap(({ stories: planned, leftBehind }) => [...planned, ...leftBehind]);
	const strays = unmatched("--story", stories, keys.map(({ key }) => key));
	if (strays.length > 0) return strays.map((stray) => ({
		...stray,
		hint: NO_SUCH_STORY
	}));
	const moved = approved ? otherThan(approved, plan) : [];
	if (moved.length > 0) return [otherThanApproved(moved)];
	const prunable = [...describeAll(plan, ({ keptBecause }) => keptBecause === null), ...describeVendors(plan, ({ keptBecause }) => keptBecause === null)];
	return [...prunable.length === asked ? [] : [otherCount(asked, prunable, plan, [...namesUnread(work), ...unseen])], ...copies === void 0 ? [] : checkCopies(copies, plan)];
}
/** The number of --prune says nothing of copies, which nobody keeps. */
function checkCopies(asked, { leftBehindNative = [] }) {
	const copies = leftBehindNative.filter(({ keptBecause }) => keptBecause === null).flatMap(({ id, stories }) => stories.map((name) => `"${name}" (sync destination ${id})`));
	if (copies.length > 0 && copies.length === asked) return [];
	const given = asked === "uncounted" ? "--prune-stories needs a number" : `--prune-stories ${asked} was given`;
	const found = copies.length === 0 ? "what may be deleted of the vendor carries no story" : `the vendor would delete ${copies.length}: ${shorten(copies, 50)}`;
	const next = copies.length === 0 ? "run the same command without --prune-stories" : `look at each of them, then run the same command with --prune-stories ${copies.length}, or without it to keep them`;
	return [{
		code: "RUN029",
		severity: "error",
		message: `${given}, and ${found}`,
		hint: `nothing was pushed or deleted; ${next}`
	}];
}
/** Where what is left behind is not what was reviewed. */
function otherThan(approved, plan) {
	const moved = plan.destinations.filter((fresh) => !isAsApproved(fresh, approved)).map(({ name }) => name);
	return isVendorAsApproved(plan, approved) ? moved : [...moved, "the vendor's sync destinations"];
}
/** A plan of a part of the fleet says nothing of them: then they are not asked for either. */
function isVendorAsApproved({ leftBehindNative: fresh = [] }, { leftBehindNative: reviewed = [] }) {
	return reviewed.length === fresh.length && fresh.every((left) => reviewed.some((was) => was.id === left.id && was.tenantUrl === left.tenantUrl && was.teamId === left.teamId && was.stories.join("\n") === left.stories.join("\n") && (was.keptBecause === null || left.keptBecause !== null)));
}
const NO_SUCH_STORY = "the chosen destinations neither take such a story nor have it left behind; see both with: storysync plan";
/** The same stories are left behind as were reviewed, and nothing may go now that was to stay then. */
function isAsApproved({ name, leftBehind }, approved) {
	const reviewed = approved.destinations.find((destination) => destination.name === name)?.leftBehind ?? [];
	return reviewed.length === leftBehind.length && leftBehind.every((left) => reviewed.some(({ key, name: own, destinationStoryId, prunable }) => key === left.key && own === left.name && destinationStoryId === left.destinationStoryId && (prunable || !left.prunable)));
}
function otherThanApproved(names) {
	return {
		code: "RUN027",
		severity: "error",
		message: `what is left behind is no longer what the plan says, at: ${shorten(names, 10)}`,
		hint: "nothing was pushed or deleted; make a new plan, look at its \"left behind\", then run again"
	};
}
function describeAll({ destinations }, choose) {
	return destinations.flatMap(({ name, leftBehind }) => leftBehind.filter(choose).map(({ key, name: own, destinationStoryId, keptBecause }) => {
		return `${name}/${key} "${own}" (story ${destinationStoryId})${keptBecause === null ? "" : `: ${explain(keptBecause).message}`}`;
	}));
}
function describeVendors({ leftBehindNative = [] }, choose) {
	return leftBehindNative.filter(choose).map((left) => {
		const { keptBecause: because } = left;
		const why = because && explain({
			kind: "vendor_destination_stays",
			because
		}).message;
		return `${inTerminal(vendorDestination(left))}${why === null ? "" : `: ${why}`}`;
	});
}
function otherCount(asked, prunable, plan, unread) {
	const given = asked === "uncounted" ? "--prune needs a number" : `--prune ${asked} was given`;
	const found = prunable.length === 0 ? "nothing left behind may be deleted" : `${prunable.length} left behind may be deleted: ${shorten(prunable, 50)}`;
	const staying = [...describeAll(plan, ({ keptBecause }) => keptBecause !== null), ...describeVendors(plan, ({ keptBecause }) => keptBecause !== null)];
	const more = [...staying.length > 0 ? [`${staying.length} stay in any case: ${shorten(staying, 20)}`] : [], ...unread.length > 0 ? [`not read, so nothing is deleted there: ${shorten(unread, 10)}`] : []];
	const next = prunable.length === 0 ? "run the same command without --prune" : `look at each of them, then run the same command with --prune ${prunable.length}`;
	return {
		code: "RUN025",
		severity: "error",
		message: [`${given}, and ${found}`, ...more].join("; "),
		hint: `nothing was pushed or deleted; ${next}`
	};
}
function shorten(texts, limit) {
	const shown = texts.slice(0, limit).join(", ");
	return texts.length > limit ? `${shown}, … (${texts.length} in all)` : shown;
}
function namesUnread(work) {
	return [...work].filter(({ unreadable }) => unreadable).map(({ destination }) => destination.name);
}
/** Destinations whose left-behind stories nobody could look at, and the vendor's list: the run goes on, and says so. */
function notLookedAt(work, unseen = []) {
	const names = namesUnread(work);
	const unread = (message) => {
		return {
			code: "RUN028",
			severity: "warning",
			message,
			hint: "see why, then run again with --prune"
		};
	};
	return [...names.length > 0 ? [unread(`nothing was deleted at destinations that could not be read: ${shorten(names, 10)}`)] : [], ...unseen.length > 0 ? [unread(`the origin's sync destinations could not be read, so none was deleted: ${shorten(unseen, 10)}`)] : []];
}
const NO_PLACE_FOR_COPIES = {
	code: "RUN026",
	severity: "error",
	message: "--prune deletes nothing without a copy, and there is nowhere to keep one",
	hint: "run it inside a clone of the git repository, and without --no-state; nothing was pushed or deleted"
};
/** Where copies of deleted stories go. */
function copiesIn(session) {
	return {
		keep: (copy) => session.keepCopy(copy),
		flush: () => session.flush(),
		findSecrets
	};
}

// src/engine/native/apply/delete-orphan.ts
/** Deletes what is left behind at the vendor, as far as it is still what the plan saw. One look at the list serves all. */
var OrphanDeletions = class OrphanDeletions {
	#objects;
	#listing;
	constructor(objects, listing) {
		this.#objects = objects;
		this.#listing = new Map(listing.map((object) => [object.id, object]));
	}
	static async open({ origin, watch, clock }) {
		const writer = await origin();
		if (!writer.ok) return writer;
		const objects = new VendorObjects(writer.value, {
			watch,
			clock
		});
		const listing = await objects.read();
		return listing.ok ? ok(new OrphanDeletions(objects, listing.value)) : fail(listing.error.fact);
	}
	/** Succeeds where the vendor confirms it, or no longer has it: then somebody else was there before. */
	async delete({ object }, { keepStories, blockedBy }) {
		const there = this.#listing.get(object.id);
		if (there === void 0) return ok(null);
		if (!isAsPlanned(there, object)) return fail({
			kind: "stale",
			stale: { since: "other_plan" }
		});
		const blocked = blockedBy();
		if (blocked) return fail(blocked);
		const done = await this.#objects.delete(object.id, {
			keepStories,
			blockedBy: () => {
				const fact = blockedBy();
				return fact && { fact };
			}
		});
		return done.ok ? done : fail(done.error.fact);
	}
};
/** The number that somebody agreed to counts these very stories. */
function isAsPlanned(there, planned) {
	const storyIds = planned.subscriptions.map(({ storyId }) => storyId);
	return there.originTeamId === planned.originTeamId && placeOf(there) === placeOf(planned) && sameStories(there, storyIds);
}

// src/commands/sync/prune-vendor.ts
/** Requests to the origin side by side; the client has no more in flight. */
const IN_FLIGHT = 4;
/** Deletes at the vendor what may go, after all pushes, and says what became of everything left behind there. */
async function pruneVendor(pruning) {
	const { orphans, leases, stop } = pruning;
	const doomed = orphans.flatMap((orphan) => {
		const { keptBecause, name, recorded } = orphan;
		return keptBecause !== null || name === null || recorded === null ? [] : [{
			orphan,
			name,
			recorded
		}];
	});
	const answers = await Promise.all(doomed.map(({ name }) => leases.take(name, stop)));
	const held = answers.flatMap((answer) => answer.kind === "ours" ? [answer] : []);
	try {
		const deletions = held.length > 0 ? await openDeletions(pruning) : fail({ kind: "interrupted" });
		const ends = await pLimit(IN_FLIGHT).map(doomed, async (each, at) => {
			const answer = answers[at];
			if (answer?.kind === "held") return stays(each.orphan, {
				kind: "leased_elsewhere",
				owner: answer.owner
			});
			if (answer?.kind !== "ours") return stays(each.orphan, { kind: "interrupted" });
			if (!deletions.ok) return stays(each.orphan, deletions.error);
			return pruneOne(each, answer, deletions.value, pruning);
		});
		const byId = new Map(ends.map((end) => [end.id, end]));
		return orphans.map((orphan) => byId.get(orphan.object.id) ?? untouched(orphan));
	} finally {
		await Promise.all(held.map((lease) => lease.release()));
	}
}
/** What other runs recorded meanwhile counts, and so does what they did at the vendor. */
async function openDeletions(pruning) {
	const { session, isOvertaken, ports } = pruning;
	await session.catchUp();
	if (await isOvertaken()) return fail({ kind: "superseded" });
	return OrphanDeletions.open(ports);
}
async function pruneOne({ orphan, name, recorded }, lease, deletions, { deleteCopies, session, gate, stop }) {
	if (await session.hasMoved(name)) return stays(orphan, {
		kind: "stale",
		stale: { since: "other_plan" }
	});
	const copies = orphan.object.subscriptions.length;
	const keepStories = !deleteCopies || copies === 0;
	const blockedBy = () => {
		if (stop.aborted) return { kind: "interrupted" };
		return lease.lost.aborted ? { kind: "lease_lost" } : gate.whyKeep(name);
	};
	const done = await deletions.delete(orphan, {
		keepStories,
		blockedBy
	});
	if (!done.ok) return stays(orphan, done.error);
	const told = keepStories ? "kept" : "deleted";
	await session.recordEnd(name, withoutVendor(recorded), `sync destination deleted, copies ${told}`);
	const fact = {
		kind: "vendor_destination_deleted",
		copies,
		kept: keepStories
	};
	return {
		...shown(orphan),
		consented: true,
		deleted: true,
		copies: told,
		fact
	};
}
/** Which copies it brought stays known: the vendor may be told to carry them again. */
function withoutVendor({ native, ...rest }) {
	return native === void 0 ? rest : {
		...rest,
		native: {
			...native,
			vendorId: null
		}
	};
}
function stays(orphan, by) {
	const fact = {
		kind: "not_deleted",
		by
	};
	return {
		...shown(orphan),
		consented: true,
		deleted: false,
		copies: null,
		fact
	};
}
/** What may not be deleted from here, whatever somebody agrees to. */
function untouched(orphan) {
	const because = orphan.keptBecause;
	if (because === null) throw new Error(`Internal error: sync destination ${orphan.object.id} was left out`);
	const fact = {
		kind: "vendor_destination_stays",
		because
	};
	return {
		...shown(orphan),
		consented: false,
		deleted: false,
		copies: null,
		fact
	};
}
function shown(orphan) {
	const { keptBecause: _, ...what } = describeVendorOrphan(orphan);
	return what;
}

// src/apply/rollout-gate.ts
/** No rollout: everything goes at once. */
const ALL_AT_ONCE = {
	governs: false,
	takePlaces: async () => {},
	whyWait: () => void 0,
	begin: () => void 0,
	whyKeep: () => void 0,
	done: () => {},
	waveDone: async () => {}
};

// src/rollout/run-gate.ts
/** The rules of a rollout while a run is at work: what ended a moment ago counts for what begins now. */
var RunGate = class {
	governs = true;
	#fleet;
	#options;
	#tallies;
	#closedAt;
	#wanted;
	#pairs = /* @__PURE__ */ new Map();
	/** By kind of place: the story and ring that it is for. */
	#kinds = /* @__PURE__ */ new Map();
	#places;
	/** Destinations of which the batch of their ring begins new pairs. */
	#begun;
	#record;
	constructor(fleet, record, options) {
		this.#fleet = fleet;
		this.#options = options;
		this.#record = record;
		this.#tallies = new RingTallies(fleet);
		this.#closedAt = windowsOf(this.#tallies, fleet.rollout.windows);
		this.#wanted = wantedContents(fleet);
		for (const pair of fleet.pairs) {
			const pairs = this.#pairs.get(pair.destination) ?? /* @__PURE__ */ new Map();
			this.#pairs.set(pair.destination, pairs.set(pair.key, pair));
			if (pair.counts) this.#kinds.set(placeKind(pair), pair);
		}
		const { waits } = options.decision;
		const going = fleet.pairs.filter((pair) => pair.due && isNew(pair) && !waits.get(pair.destination)?.has(pair.key));
		this.#begun = new Set(going.map(({ destination }) => destination));
		this.#places = new PlacesInFlight((kind) => this.#capacityOf(kind));
	}
	async takePlaces(destination, keys, stop) {
		const needs = () => keys.map((key) => this.#pairOf(destination, key)).filter((pair) => this.#needsPlace(pair) && this.whyWait(destination, pair.key) === void 0).map(placeKind);
		await this.#places.take(destination, needs, stop);
	}
	whyWait(destination, key) {
		const { decision, override = false } = this.#options;
		const pair = this.#pairOf(destination, key);
		const decided = decision.waits.get(destination)?.get(key);
		if (decided || override) return decided;
		return barrierOf(pair, this.#moment(), false) ?? this.#outsideBatch(pair) ?? this.#outsideShare(pair);
	}
	begin(destination, key) {
		const waits = this.whyWait(destination, key);
		const pair = this.#pairOf(destination, key);
		if (waits || !this.#needsPlace(pair) || this.#places.holds(destination, placeKind(pair))) return waits;
		return this.#places.tryTake(destination, placeKind(pair)) ? void 0 : waitFact(pair, { kind: "place" }, null);
	}
	whyKeep(destination) {
		if (this.#options.override) return void 0;
		const own = this.#fleet.rings.get(destination);
		const rings = own === void 0 ? this.#tallies.rings.map(({ name }) => name) : [own];
		for (const ring of rings) {
			const closed = this.#closedAt(ring, this.#options.now());
			if (closed) return waitFact({ ring }, {
				kind: "window",
				window: closed.window
			}, closed.until);
		}
	}
	done(destination, outcomes) {
		const changed = outcomes.flatMap((outcome) => this.#fold(destination, outcome));
		this.#places.release(destination);
		this.#places.wake(changed.flatMap((pair) => this.#kindsOf(pair)));
	}
	async waveDone() {
		const record = recordTallies(this.#tallies, this.#wanted, this.#record, this.#options.now());
		if (record === this.#record) return;
		this.#record = record;
		await this.#options.record(record);
	}
	/** What a pair that waited waits for by now: other pairs have ended since. */
	waitsNow(destination, key, before) {
		return barrierOf(this.#pairOf(destination, key), this.#moment(), false) ?? before;
	}
	/** Where the rollout stands by now. */
	progress() {
		const pairs = [...this.#pairs.values()].flatMap((each) => [...each.values()]);
		return progressOf({
			rollout: this.#fleet.rollout,
			pairs
		}, this.#moment());
	}
	#moment() {
		const { now } = this.#options;
		return {
			tallies: this.#tallies,
			record: this.#record,
			now: now(),
			closedAt: this.#closedAt
		};
	}
	#fold(destination, { storyKey, status, reason, detached }) {
		const pair = this.#pairs.get(destination)?.get(storyKey);
		const standing = status === "synced" ? "there" : status;
		if (!pair || detached || standing === "requires_sync" || standing === pair.standing) return [];
		if (pair.standing === "there" && reason !== "verify_failed") return [];
		const to = {
			standing,
			since: this.#options.now()
		};
		if (pair.counts) this.#tallies.move(pair, to);
		this.#pairs.get(destination)?.set(storyKey, {
			...pair,
			...to
		});
		return [pair];
	}
	#outsideBatch(pair) {
		if (!this.#tallies.rings[this.#tallies.indexOf(pair.ring)]?.batch || pair.due || !isNew(pair) || this.#begun.has(pair.destination)) return void 0;
		return waitFact(pair, {
			kind: "batch",
			destinations: this.#begun.size
		}, null);
	}
	/** Other runners have the places that are left, if there are any: nobody here frees one. */
	#outsideShare(pair) {
		if (!this.#fleet.shares || !isNew(pair) || this.#capacityOf(placeKind(pair)) > 0) return void 0;
		return waitFact(pair, { kind: "share" }, null);
	}
	#needsPlace(pair) {
		return isNew(pair) && !this.#options.override;
	}
	/** What is left of the budget, and one more; of several runners, its share of that. */
	#capacityOf(kind) {
		const pair = this.#kinds.get(kind);
		if (!pair) return 0;
		const { failed, allowed } = this.#tallies.counts(pair, this.#tallies.indexOf(pair.ring));
		const own = this.#fleet.shares?.places(kind);
		return own ? own.share + own.failed - failed : allowed - failed + 1;
	}
	#kindsOf({ key, content }) {
		return this.#tallies.rings.map(({ name }) => placeKind({
			ring: name,
			key,
			content
		}));
	}
	#pairOf(destination, key) {
		const pair = this.#pairs.get(destination)?.get(key);
		if (!pair) throw new Error(`Internal error: ${destination}/${key} is no pair of the fleet`);
		return pair;
	}
};

// src/commands/sync/rollout-run.ts
/** What this sync was called with that counts for a rollout. */
function rolloutOptions({ override }, approved) {
	return {
		override: override !== void 0,
		...approved ? { approved: goesIn(approved) } : {}
	};
}
/** A plan that was approved lets go what it says, and nothing that waited when it was made. */
function goesIn(approved) {
	const waiting = new Map(approved.destinations.map(({ name, stories }) => [name, new Set(stories.filter(({ waits }) => waits !== void 0).map(({ key }) => key))]));
	return (destination, key) => !(waiting.get(destination)?.has(key) ?? false);
}
/** The rollout while the run is at work. What passed by now, and that a person passes over it, is recorded before the first write. */
async function openGate({ plan, work, governed }, { override, superseded = false }, session, clock) {
	if (!governed) return {
		gate: ALL_AT_ONCE,
		waves: [[...work.keys()]],
		report: (outcomes) => ({ outcomes })
	};
	const { fleet, decision, record } = governed;
	const at = clock.now().toISOString();
	const own = override && {
		digest: plan.digest,
		reason: override.reason,
		at
	};
	if (own && !superseded) await session.recordRollout({
		...record,
		overrides: [...record.overrides, {
			...own,
			commit: plan.commit
		}]
	});
	const gate = new RunGate(fleet, record, {
		decision,
		now: () => clock.now().getTime(),
		override: override !== void 0,
		record: (passed) => session.recordRollout(passed)
	});
	if (!superseded) await gate.waveDone();
	return {
		gate,
		waves: decision.waves,
		report: (outcomes) => ({
			outcomes: outcomes.map((outcome) => asOfNow(outcome, gate)),
			rollout: {
				rings: fleet.rings,
				progress: gate.progress(),
				...own ? { override: own } : {}
			}
		})
	};
}
function asOfNow(outcome, gate) {
	const { destination, storyKey, fact } = outcome;
	if (fact?.kind !== "rollout_waits" || fact.by.kind !== "ring" && fact.by.kind !== "share") return outcome;
	const now = gate.waitsNow(destination, storyKey, fact);
	return {
		...outcome,
		reason: reasonOf(now),
		fact: now
	};
}

// src/commands/sync/refresh-and-apply.ts
/** Refreshes, asks for the consent that deletions need, applies and records. */
async function refreshAndApply(world, { workspace, settings, approved }, selection, tenants, { progress, stop }) {
	const { trust, concurrency, selectors, prune: asked, superseded = false, readTimeout, timeBudget } = settings;
	const { isOvertaken = async () => superseded, pollTimeout, consent: agreed } = settings;
	const begun = world.clock.elapsed();
	const keys = bind(trust);
	const opened = await StateSession.open(world, workspace, {
		...settings,
		remote: "use"
	});
	if (!opened.ok) return cannotRun(opened.error);
	const session = opened.value;
	if (asked !== void 0 && !session.keepsCopies) return cannotRun([NO_PLACE_FOR_COPIES, ...session.problems]);
	const policy = policyOf(selection, settings, workspace);
	const native = nativePorts({
		origin: workspace.manifest.origin,
		keys,
		tenants,
		clock: world.clock,
		pollTimeout
	});
	const engine = engineFor({
		tenantOf: (entry) => writerOf(keys, entry, tenants),
		clock: world.clock,
		fresh: randomIngress,
		...session.keepsCopies ? { copies: copiesIn(session) } : {},
		prune: asked !== void 0
	}, native);
	const run = await chooseRun(session, {
		desired: workspace.desired,
		policy,
		rollout: rolloutInForce(trust, workspace.manifest),
		options: rolloutOptions(settings, approved),
		pending: selectors.pending ?? false,
		shard: selectors.shard,
		clock: world.clock
	});
	const refresh = {
		assess: engine.assess,
		desired: workspace.desired,
		earlier: earlierVersions(workspace),
		session,
		tenants: readersOf(tenants),
		...run,
		progress,
		keys,
		concurrency,
		whole: approved ? agreesToVendor(settings, approved) : isWhole(selectors),
		clock: world.clock,
		native: {
			consent: agreed ?? NO_CONSENT,
			rollout: run.rollout !== void 0,
			fleetHeld: workspace.manifest.hold !== void 0
		},
		limits: {
			readTimeout,
			...timeBudget === void 0 ? {} : { timeBudget }
		},
		budgets: budgetsOf(settings, workspace),
		stop
	};
	const refreshed = await refreshAll(refresh);
	const { plan, work } = refreshed;
	const other = settings.override && checkOverride(settings.override, plan);
	if (other) return finding([other]);
	const copies = settings.pruneStories;
	const unseen = refreshed.vendorOrphans === void 0 ? refreshed.goneNative.map(({ name }) => name) : [];
	const consent = {
		work: work.values(),
		plan,
		approved,
		copies,
		unseen,
		stories: approved ? [] : selectors.stories
	};
	const refusals = asked === void 0 ? [] : checkConsent({
		asked,
		...consent
	});
	if (refusals.length > 0) return cannotRun(refusals);
	const rollout = await openGate(refreshed, settings, session, world.clock);
	const left = timeBudget === void 0 ? void 0 : Math.max(0, timeBudget - (world.clock.elapsed() - begun));
	const foretold = superseded ? void 0 : plan.forecast;
	const short = foretold && left !== void 0 && isBeyond(foretold, left) ? left : void 0;
	if (foretold) progress.forecast?.(foretold, short);
	const waves = short === void 0 ? rollout.waves : worstFirst(rollout.waves, refreshed, world.clock);
	const leases = await openLeases(world, workspace, settings, session, progress);
	const { policy: asks, rollout: ringsAsked } = run;
	const start = {
		desired: workspace.desired,
		selected: asks.selected,
		states: refreshed.states,
		rollout: ringsAsked
	};
	const changes = (settings.noteChanges || selectors.shard !== void 0) && !superseded ? new SyncChanges({
		...start,
		now: world.clock.now()
	}) : void 0;
	const holdBack = {
		keys,
		approved,
		superseded,
		origin: workspace.manifest.origin
	};
	let pushed;
	let prunedNative = [];
	try {
		pushed = await applyRefreshed(world, refreshed, {
			engine,
			session,
			leases,
			rollout: {
				...rollout,
				waves
			},
			planAnew: planningAnew({
				refresh,
				session,
				settings: holdBack,
				work,
				isOvertaken
			}),
			settings: {
				...holdBack,
				concurrency
			},
			prune: asked !== void 0,
			...changes ? { onRecorded: (turn) => changes.recorded(turn) } : {},
			progress,
			stop
		});
		if (asked !== void 0) {
			const { vendorOrphans: orphans = [] } = refreshed;
			const isOld = async () => superseded || await isOvertaken();
			const hands = {
				session,
				leases,
				gate: rollout.gate,
				isOvertaken: isOld,
				stop
			};
			prunedNative = await pruneVendor({
				orphans,
				deleteCopies: copies !== void 0,
				ports: native,
				...hands
			});
		}
		await session.close();
	} finally {
		await leases.close();
	}
	const { unsigned, vendorIds } = session;
	const stateProblems = [...session.problems, ...leases.problems];
	const reported = rollout.report(pushed.outcomes);
	const unread = [...asked === void 0 ? [] : notLookedAt(work.values(), unseen), ...idleConsent(agreed, work)];
	return ok({
		plan,
		...pushed,
		prunedNative,
		...reported,
		unsigned,
		vendorIds,
		planFile: () => planDocument(plan, session.seal),
		seal: session.seal,
		stateProblems,
		askedNobody: askedNobody(run),
		changes: changes?.all(pushed.outcomes, reported.rollout) ?? [],
		unread
	});
}
/** What a plan says of the vendor's left-behind, it says of the whole fleet. */
function agreesToVendor({ prune }, { leftBehindNative = [] }) {
	return prune !== void 0 && leftBehindNative.length > 0;
}
function policyOf(selection, settings, workspace) {
	return {
		...chosenBy(selection),
		manual: settings.manual ? "all" : selection.named,
		force: settings.force,
		refresh: settings.refresh,
		prune: settings.prune !== void 0,
		commit: workspace.commit
	};
}
/** Its key was given when the destination was read; without one nothing is pushed there. */
async function writerOf(keys, { destination }, tenants) {
	const use = keys.of(destination);
	const tenant = use.ok ? await tenants.writer(use.value) : use;
	if (!tenant.ok) throw new Error(`Internal error: ${destination.name} was read without a key`);
	return tenant.value;
}

// src/commands/sync/work-tree.ts
/** In CI a sync must be reproducible from git; by hand it may run ahead of the commit, and says so. */
function checkWorkTree({ environment }, workspace) {
	if (!workspace.repository || !workspace.dirty) return void 0;
	const inCi = environment.CI === "true";
	if (workspace.doubt !== void 0) return cannotTell(workspace.doubt, inCi);
	if (workspace.at !== void 0) return uncommittedManifest(inCi);
	return {
		code: "RUN003",
		severity: inCi ? "error" : "warning",
		message: inCi ? "the manifest or a story file differs from the commit, and in CI a sync must match git exactly" : "the manifest or a story file differs from the commit: this sync records no commit",
		hint: "commit the changes first"
	};
}
/** Nothing is wrong with the files: git is kept in a way, or with gaps, that leave the question open. */
function cannotTell(doubt, inCi) {
	return {
		code: "RUN035",
		severity: inCi ? "error" : "warning",
		message: `cannot tell whether the files match git: ${doubt}; ${inCi ? "in CI a sync must match git exactly" : "this sync records no commit"}`,
		hint: WHAT_WORKS
	};
}
const WHAT_WORKS = "validate, plan, export without --commit and status --live work here, and outside CI a sync with --no-state; for the rest use a full clone with sha1 object names and files for its branches";
/** With `--at` the stories are git's, and only the manifest can be ahead of it. */
function uncommittedManifest(inCi) {
	return {
		code: "RUN003",
		severity: inCi ? "error" : "warning",
		message: inCi ? "the manifest has uncommitted changes, and in CI a sync must match git exactly" : "the manifest has uncommitted changes: this sync uses them, although git does not have them",
		hint: "commit the changes first"
	};
}

// src/commands/sync/sync.ts
/** Plans, then pushes exactly that plan. */
async function syncCommand(world, files, settings, hands) {
	const { workspace, problems } = files;
	const { planFile, selectors, trust, superseded } = settings;
	const approved = planFile === void 0 ? ok(void 0) : await loadPlan(world, workspace, planFile);
	if (!approved.ok) return cannotRun([approved.error]);
	const misplaced = superseded === void 0 ? checkHead("sync", trust, workspace.head) : void 0;
	if (misplaced) return finding([misplaced]);
	const unmerged = await checkMerged(workspace, trust);
	if (unmerged) return finding([unmerged]);
	const dirt = checkWorkTree(world, workspace);
	if (dirt?.severity === "error") return finding([dirt]);
	const other = approved.value && workspace.at !== void 0 ? checkCommit(approved.value, workspace.at) : void 0;
	if (other) return cannotRun([other]);
	const run = {
		workspace: await withPins(workspace, trust),
		settings,
		approved: approved.value
	};
	const selection = choose(run);
	if (!selection.ok) return cannotRun(selection.error);
	const strays = checkNames(settings.consent, selection.value);
	if (strays.length > 0) return cannotRun(strays);
	const synced = await withTenants(world, settings, (tenants) => refreshAndApply(world, run, selection.value, tenants, hands), hands.stop);
	if (!synced.ok) return synced;
	const { stateProblems, closingProblems, unread, rollout, seal, ...done } = synced.value;
	const unreported = [
		...dirt ? [dirt] : [],
		...unread,
		...closingProblems
	];
	const found = unnarrowedExitCode(problems, selectors);
	const report = syncReportOf(workspace, {
		...done,
		stateProblems,
		...rollout ? { rollout } : {},
		...shardRunOf(world, workspace, selectors, done.changes),
		interrupted: hands.stop.aborted || done.outcomes.some(isCutShort)
	});
	return ok({
		...done,
		problems: [
			...dirt ? [dirt] : [],
			...stateProblems,
			...unread,
			...closingProblems
		],
		unreported,
		report,
		status: statusDocument(report, seal),
		found,
		exitCode: outcomesExitCode(done.outcomes, [...done.pruned, ...done.prunedNative]) === 0 ? found : 1
	});
}
/** What the report of all shards goes by; nothing of a run that is about the whole fleet. */
function shardRunOf({ environment, clock }, { layout }, { shard }, changes) {
	if (shard === void 0) return {};
	const run = {
		manifest: manifestInGit(layout),
		job: jobRunOf(environment),
		at: clock.now().toISOString(),
		changes
	};
	return {
		shard: shardText(shard),
		shardRun: run
	};
}
/** Reading has its share of the time, and ended with it. */
function isCutShort({ fact }) {
	return fact?.kind === "interrupted";
}
function choose({ workspace, settings, approved }) {
	const { destinations } = workspace.desired;
	if (approved) return selectionOf(approved, destinations);
	const { absent, manifest } = workspace;
	const rollout = rolloutInForce(settings.trust, manifest);
	const leftBehind = settings.prune !== void 0;
	return select(destinations, settings.selectors, {
		absent,
		leftBehind,
		rollout,
		origin: manifest.origin?.tenantUrl
	});
}

// src/cli/interrupt.ts
const SIGNALS = ["SIGINT", "SIGTERM"];
function stopOnInterrupt(tell, { clock, timeBudget, leave }) {
	const controller = new AbortController();
	let pushing = false;
	const onSignal = () => {
		if (!pushing) {
			controller.abort();
			pushing = true;
			tell("Stopped before anything was written.");
			leave(130);
			return;
		}
		if (controller.signal.aborted) {
			tell("Stopped. The next run checks what arrived.");
			leave(130);
			return;
		}
		controller.abort();
		tell("Finishing what is in flight; the rest is reported as not reached.\nPress Ctrl-C again to stop immediately.");
	};
	for (const signal of SIGNALS) process.on(signal, onSignal);
	const onTime = () => {
		if (controller.signal.aborted) return;
		controller.abort();
		tell("The time budget is used up: what is in flight is finished, the rest is reported as not reached.");
	};
	const cancel = timeBudget === void 0 ? void 0 : clock.alarm(timeBudget, onTime);
	return {
		stop: controller.signal,
		startPushing: () => {
			pushing = true;
		},
		close: () => {
			cancel?.();
			for (const signal of SIGNALS) process.off(signal, onSignal);
		}
	};
}

// src/cli/sync.ts
/** `storysync sync`: plan, then push exactly that plan. */
async function sync(host, options) {
	const session = new Session(host, options);
	const opened = await session.open({
		...options.at === void 0 ? {} : { at: options.at },
		setApart: true
	});
	if ("exitCode" in opened) return opened.exitCode;
	session.sayCommit(opened.workspace);
	const trust = await session.trust(opened.workspace, options);
	const { manual, force, prune, pruneStories, plan: planFile, timeBudget, overrideRollout: digest, reason } = options;
	const { replace = [], takeover = [], pollTimeout } = options;
	const { workspace } = opened;
	const isOvertaken = async () => checkHead("sync", await session.trust(workspace, options), workspace.head) !== void 0;
	const settings = {
		...settingsOf(options, trust),
		isOvertaken,
		manual,
		force,
		...planFile === void 0 ? {} : { planFile },
		...timeBudget === void 0 ? {} : { timeBudget },
		...prune === void 0 ? {} : { prune: consentOf(prune) },
		...pruneStories === void 0 ? {} : { pruneStories: consentOf(pruneStories) },
		consent: {
			replace: new Set(replace),
			takeover: new Set(takeover)
		},
		...pollTimeout === void 0 ? {} : { pollTimeout: pollTimeout * 1e3 },
		...digest === void 0 || reason === void 0 ? {} : { override: {
			digest,
			reason
		} }
	};
	const watched = openProgress(host.terminal, options.quiet);
	const interrupt = stopOnInterrupt(watched.say, {
		clock: session.world.clock,
		timeBudget,
		leave: host.leave
	});
	try {
		const hands = {
			progress: pushAware(watched, interrupt.startPushing),
			stop: interrupt.stop
		};
		const ended = await syncCommand(session.world, opened, settings, hands);
		if (!ended.ok) return session.end(ended.error, opened.opened);
		const { problems, unreported, unsigned, report, status, exitCode } = ended.value;
		session.warn(session.showsReport ? unreported : problems);
		if (unsigned) session.sayUnsigned();
		session.result(syncViews(report, session.outText, status));
		return exitCode;
	} finally {
		interrupt.close();
	}
}
function consentOf(count) {
	return count === true ? "uncounted" : count;
}
/** From the first push on, a Ctrl-C finishes what is in flight. */
function pushAware(progress, startPushing) {
	return {
		...progress,
		begin: (phase, total) => {
			if (phase === "push") startPushing();
			progress.begin(phase, total);
		}
	};
}

export { sync };