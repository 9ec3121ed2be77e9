import { i as unreachable, n as fail, r as ok } from "./dist.js";
import { d as worstOf, l as diagnosisLine, t as doctorViews, u as CHECKS } from "./views.js";
import { T as pathFor } from "./read.js";
import { P as statusOf, f as withPins, w as rolloutInForce } from "./plan-json.js";
import { N as earlierVersions, S as isNativeWork, _ as assessReadiness, a as notRead, b as findBroken, c as readOne, f as NO_CONSENT, h as assess, i as emptyReadings, p as VendorSource, r as lookNative, s as readEarlier, t as visitEach, x as waitsForFiles } from "./visit.js";
import { u as wantedStory } from "./workspace.js";
import { C as diagnosisExitCode, O as bind, f as describeRemoteFailure, m as UNUSABLE, p as remoteHint, t as Session, u as openRemote } from "./session.js";
import { a as select, c as unnarrowedExitCode, n as chosenBy, u as cannotRun } from "./lock-holder.js";
import { i as ReadingTime, n as withReaders, t as openProgress } from "./progress.js";
import { n as StateSession, t as STATE_BRANCH } from "./state-session.js";
import { t as printable } from "./printable.js";
import { a as settingsOf } from "./options.js";

// src/doctor/check.ts
function found(check, result, fact, stories = []) {
	return {
		check,
		result,
		fact,
		stories
	};
}
/** As a plan says it. */
function asPlanned(check, result, by, stories = []) {
	return found(check, result, {
		kind: "as_planned",
		by
	}, stories);
}
const IN_ORDER = { kind: "in_order" };
/** The key was accepted, wherever it comes from. */
function acceptedKey({ vaultKey }) {
	if (vaultKey === void 0) return found("key", "ok", IN_ORDER);
	const { address, roles } = vaultKey.vault;
	const [role = null, writing = null] = [roles.read, roles.write];
	return found("key", "ok", {
		kind: "key_in_vault",
		address,
		role,
		forSync: role === writing && pathFor(vaultKey, "read") === pathFor(vaultKey, "write") ? "same" : { role: writing }
	});
}
/** As a plan says it: what is not read blocks the destination. */
function unreadableBy({ keyName, tenantUrl, teamId }, failure) {
	return {
		kind: "destination_unreadable",
		failure,
		keyName,
		tenantUrl,
		teamId
	};
}
/** What a check says when the list that it needs was not read. Our own bound is nothing that would fail. */
function unreadList(check, failure, destination) {
	return failure.kind === "not_asked" ? found(check, "unknown", { kind: "out_of_reach" }) : asPlanned(check, "fails", unreadableBy(destination, failure));
}

// src/doctor/clock.ts
/** Less is of no consequence: times are compared by the tenant's own clock wherever it matters. */
const APART_MS = 6e4;
function clockCheck({ ahead, teamUnread }) {
	if (teamUnread !== null) return found("clock", "unknown", {
		kind: "part_unread",
		failure: teamUnread
	});
	if (ahead === void 0) return found("clock", "warning", { kind: "no_time_told" });
	if (Math.abs(ahead) < APART_MS) return found("clock", "ok", IN_ORDER);
	return found("clock", "warning", {
		kind: "clock_apart",
		seconds: Math.round(ahead / 1e3)
	});
}

// src/doctor/content.ts
/** With what the plan knows besides: a story that it leaves as it is meets nothing. */
function settledBy(reading) {
	const { stories, planned } = reading;
	const quiet = new Set((planned ?? []).filter(({ action }) => action === "unchanged" || action === "skip").map(({ key }) => key));
	return {
		...reading,
		stories: stories.map((story) => quiet.has(story.key) ? {
			...story,
			settled: true
		} : story)
	};
}
/** What else a plan would block, such as edits under `on_drift: fail`; not known where the plan reads more than a doctor. */
function contentChecks({ planned, stories }) {
	if (planned === null) {
		const earlier = stories.some(({ ownership }) => ownership === "unread");
		return [found("content", "unknown", earlier ? { kind: "not_looked_at" } : { kind: "out_of_reach" })];
	}
	const blocked = planned.flatMap(({ key, action, fact }) => action === "blocked" && fact !== null && fact.kind !== "recorded" && !OTHER_CHECKS.has(fact.kind) ? [asPlanned("content", "fails", fact, [key])] : []);
	return blocked.length > 0 ? blocked : [found("content", "ok", IN_ORDER)];
}
/** What a check of its own says. */
const OTHER_CHECKS = /* @__PURE__ */ new Set([
	"name_repeated",
	"stamp_repeated",
	"name_taken",
	"not_managed",
	"moved_away",
	"owner_unknown",
	"change_control",
	"prerequisites_missing",
	"record_type_repeated",
	"enum_without_values"
]);

// src/doctor/prerequisites.ts
const LISTS = [
	[
		"credential",
		"credentials",
		["credentials", "visible_credentials"]
	],
	[
		"resource",
		"resources",
		["resources", "visible_resources"]
	],
	[
		"story",
		"sub_stories",
		["visible_stories"]
	]
];
/** What stories name and the team must have, and what becomes of its record types. */
function prerequisiteChecks(destination, reading) {
	const stories = reading.stories.filter(({ detached }) => !detached);
	return [...LISTS.flatMap(([sort, check, kinds]) => {
		const failure = kinds.map((kind) => reading.failed.get(kind)).find((failed) => failed !== void 0);
		const trouble = [
			...lacking(stories, sort, check, destination),
			...untold(stories, sort, check),
			...failure ? [unreadList(check, failure, destination)] : []
		];
		return trouble.length > 0 ? trouble : [found(check, "ok", IN_ORDER)];
	}), ...recordTypes(stories, destination, reading)];
}
/** One line for each thing, whichever stories need it. */
function lacking(stories, sort, check, { prerequisites }) {
	const needs = stories.flatMap((story) => story.missing.filter(({ kind }) => kind === sort).map(({ slug }) => ({
		slug,
		story
	})));
	return [...Map.groupBy(needs, ({ slug }) => slug)].map(([slug, all]) => {
		const keys = all.map(({ story }) => story.key);
		const missing = [{
			kind: sort,
			slug
		}];
		const stops = prerequisites === "fail" && all.some(({ story }) => !story.settled);
		return prerequisites === "fail" ? asPlanned(check, stops ? "fails" : "warning", {
			kind: "prerequisites_missing",
			missing
		}, keys) : asPlanned(check, "warning", {
			kind: "prerequisites_absent",
			missing
		}, keys);
	});
}
function untold(stories, sort, check) {
	const facts = stories.flatMap(({ key, untold: all }) => all.filter((fact) => isAbout(fact, sort)).map((fact) => ({
		key,
		fact
	})));
	return [...Map.groupBy(facts, ({ fact }) => JSON.stringify(fact)).values()].flatMap((same) => {
		const [first] = same;
		return first === void 0 ? [] : [asPlanned(check, "unknown", first.fact, same.map(({ key }) => key))];
	});
}
/** A name that is computed at run time may be of either; it is told once. */
function isAbout(fact, sort) {
	if (fact.kind === "shared_with_teams") return fact.thing.kind === sort;
	return fact.kind === "sub_story_elsewhere" && sort === "story" || fact.kind === "name_computed" && sort === "resource";
}
function recordTypes(stories, destination, { failed }) {
	const failure = failed.get("record_types");
	if (failure) return [unreadList("record_types", failure, destination)];
	const refused = stories.flatMap(({ key, settled, recordTypeRefused: fact }) => fact ? [asPlanned("record_types", settled ? "warning" : "fails", fact, [key])] : []);
	const made = stories.flatMap(({ key, recordTypes: steps }) => steps.filter(({ action }) => action !== "reuse").map((step) => ({
		key,
		step
	})));
	const making = [...Map.groupBy(made, ({ step }) => step.name).values()].flatMap((same) => {
		const [first] = same;
		const keys = same.map(({ key }) => key);
		return first === void 0 ? [] : [found("record_types", "ok", {
			kind: "would_make",
			step: first.step
		}, keys)];
	});
	if (refused.length + making.length > 0) return [...refused, ...making];
	return [found("record_types", "ok", IN_ORDER)];
}

// src/doctor/stories.ts
/** Whose stories they are, and whether people there have to approve what a push would do. */
function storyChecks({ stories }) {
	const pushed = stories.filter(({ detached }) => !detached);
	return [...ownership(pushed), ...changeControl(pushed)];
}
function ownership(stories) {
	const refused = stories.flatMap(({ key, ownership: of }) => typeof of === "object" ? [asPlanned("ownership", "fails", of, [key])] : []);
	const unread = keysOf(stories.filter((story) => story.ownership === "unread"));
	if (unread.length > 0) return [...refused, found("ownership", "unknown", OUT_OF_REACH$1, unread)];
	return refused.length > 0 ? refused : [found("ownership", "ok", IN_ORDER)];
}
function changeControl(stories) {
	const held = stories.filter((story) => story.changeControl);
	const failing = keysOf(held.filter(({ settled }) => !settled));
	const settled = keysOf(held.filter((story) => story.settled));
	const fact = { kind: "change_control" };
	const checks = [...failing.length > 0 ? [asPlanned("change_control", "fails", fact, failing)] : [], ...settled.length > 0 ? [asPlanned("change_control", "warning", fact, settled)] : []];
	return checks.length > 0 ? checks : [found("change_control", "ok", IN_ORDER)];
}
const OUT_OF_REACH$1 = { kind: "out_of_reach" };
function keysOf(stories) {
	return stories.map(({ key }) => key);
}

// src/doctor/diagnose.ts
/** One row of the matrix. */
function diagnose(examined) {
	const { destination } = examined;
	const read = "reading" in examined ? readChecks(destination, examined.reading) : unreadChecks(examined.unread);
	const stories = "reading" in examined ? examined.reading.stories : [];
	return rowOf(examined, read, {
		missing: once(stories.flatMap(({ missing }) => missing), ({ kind, slug }) => `${kind} ${slug}`),
		recordTypes: once(stories.flatMap(({ recordTypes }) => recordTypes), ({ name: own }) => own)
	});
}
/** The row with its checks in their order, those of the story files first. */
function rowOf({ destination, files: unusable, requests }, read, more) {
	const { name, tenantUrl, teamId } = destination;
	const checks = [unusable ? asPlanned("files", "fails", unusable) : found("files", "ok", IN_ORDER), ...read].toSorted((one, other) => CHECKS.indexOf(one.check) - CHECKS.indexOf(other.check));
	return {
		name,
		tenantUrl,
		teamId,
		result: worstOf(checks.map(({ result }) => result)),
		requests,
		checks,
		...more
	};
}
/** What came before the one that failed is well, and nobody has looked at the rest. */
function unreadChecks(cause) {
	const { failing, passed } = findFailing(cause);
	return CHECKS.filter((check) => check !== "files").map((check) => {
		if (check === failing) return asPlanned(check, "fails", cause);
		return passed.includes(check) ? found(check, "ok", IN_ORDER) : found(check, "unknown", { kind: "not_looked_at" });
	});
}
function findFailing(cause) {
	if (cause.kind === "owner_key_needed") return {
		failing: "key",
		passed: ["tenant"]
	};
	if (KEY_CAUSES.has(cause.kind)) return {
		failing: "key",
		passed: []
	};
	if (cause.kind !== "destination_unreadable") return {
		failing: "tenant",
		passed: []
	};
	const failing = FAILS[cause.failure.kind];
	return {
		failing,
		passed: PASSED_BEFORE[failing]
	};
}
/** What a listing of stories that ended like this says of. */
const FAILS = {
	unauthorized: "key",
	not_found: "team",
	malformed: "stories",
	incomplete: "stories",
	rejected: "stories",
	not_asked: "stories",
	rate_limited: "tenant",
	unavailable: "tenant",
	unreachable: "tenant",
	timeout: "tenant",
	redirected: "tenant",
	aborted: "tenant",
	too_slow: "tenant"
};
const PASSED_BEFORE = {
	tenant: [],
	key: ["tenant"],
	team: ["tenant", "key"],
	stories: ["tenant", "key"]
};
const KEY_CAUSES = /* @__PURE__ */ new Set([
	"key_missing",
	"key_not_given",
	"key_malformed",
	"vault_key_missing",
	"vault_login_refused",
	"vault_login_impossible",
	"vault_unread",
	"key_not_bound"
]);
function readChecks(destination, reading) {
	return [
		acceptedKey(destination),
		found("tenant", "ok", IN_ORDER),
		teamCheck(destination, reading),
		found("stories", "ok", IN_ORDER),
		...storyChecks(settledBy(reading)),
		...prerequisiteChecks(destination, settledBy(reading)),
		...contentChecks(reading),
		clockCheck(reading)
	];
}
/** Stories of the team tell that the key sees it. An empty listing tells nothing: the team itself has to be asked for. */
function teamCheck(destination, { listed, teamUnread }) {
	if (teamUnread === null || listed) return found("team", "ok", IN_ORDER);
	const cause = unreadableBy(destination, teamUnread);
	return teamUnread.kind === "not_found" ? asPlanned("team", "fails", cause) : found("team", "unknown", {
		kind: "part_unread",
		failure: teamUnread
	});
}
function once(all, idOf) {
	return [...new Map(all.map((each) => [idOf(each), each])).values()];
}

// src/doctor/diagnose-served.ts
/** One row of the matrix, by what the plan says of it: the vendor sees to what its tenant must have. */
function diagnoseServed(examined) {
	const checks = "unread" in examined ? unreadChecks(examined.unread) : servedChecks(examined);
	return rowOf(examined, checks, {
		missing: [],
		recordTypes: []
	});
}
/** What only the vendor meets there, with the key that it has. */
const LEFT = [
	"team",
	"change_control",
	"credentials",
	"resources",
	"sub_stories",
	"record_types",
	"clock"
];
function servedChecks({ blocked, standingUnread, stories }) {
	const ownership = blocked === null ? [] : [asPlanned("ownership", resultOf(blocked), blocked)];
	const each = blocked === null ? stories.flatMap(storyCheck) : [];
	const unseen = standingUnread ? [found("ownership", "unknown", OUT_OF_REACH)] : [];
	const told = [
		...ownership,
		...unseen,
		...each
	];
	return [
		...[
			"key",
			"tenant",
			"stories",
			"ownership",
			"content"
		].filter((name) => !told.some(({ check }) => check === name)).map((name) => found(name, "ok", IN_ORDER)),
		...told,
		...LEFT.map((name) => found(name, "unknown", { kind: "left_to_vendor" }))
	];
}
function storyCheck({ key, fact, warnings }) {
	const check = fact === null || fact.kind === "recorded" ? void 0 : CHECK_OF[fact.kind];
	if (fact !== null && fact.kind !== "recorded" && check !== void 0) return [fact.kind === "read_failed" && fact.failure.kind === "not_asked" ? found(check, "unknown", OUT_OF_REACH, [key]) : asPlanned(check, resultOf(fact), fact, [key])];
	return warnings.flatMap((warning) => warning.kind === "vendor_failed" ? [asPlanned("content", "warning", warning, [key])] : []);
}
const OUT_OF_REACH = { kind: "out_of_reach" };
/** What a story may meet at the origin, and in a team that holds it already. */
const CHECK_OF = {
	origin_story_gone: "stories",
	origin_uncontrolled: "stories",
	read_failed: "content",
	origin_differs: "content",
	kept_by_push: "ownership"
};
/** What waits for a person fails nothing. */
function resultOf(cause) {
	return statusOf(cause) === "requires_sync" ? "warning" : "fails";
}

// src/refresh/read-readiness.ts
/**
* Reads what pushes to a destination would need, within its requests: the team's listings first, then the exports of
* those stories that can be told by what is left. What one reading does not give stands in the way of no other.
*/
async function readReadiness(question, { reader, time, clock }) {
	const { desired, destination, state, selected, assess, earlier } = question;
	const ports = {
		reader,
		tellGone: () => {},
		earlier: (key) => readEarlier(wantedStory(desired, destination, key), earlier)
	};
	const listing = await reader.listStories(destination.teamId);
	if (!listing.ok) return listing;
	const asked = clock.now().getTime();
	const team = await reader.getTeam(destination.teamId);
	const ahead = team.ok ? certainLead(team.value.readAt, {
		from: asked,
		to: clock.now().getTime()
	}) : void 0;
	if (!team.ok && team.error.kind === "too_slow") return fail(team.error);
	let readings = emptyReadings(listing.value);
	const failed = /* @__PURE__ */ new Map();
	for (;;) {
		const stories = assess(desired, destination, {
			readings,
			state
		}, selected);
		const next = nextReads(stories, failed, time.requestsLeft);
		if (next.length === 0) {
			const teamUnread = team.ok ? null : team.error;
			const planned = failed.size > 0 ? null : await planWithin(question, readings, {
				ports,
				time
			});
			return ok({
				stories,
				planned,
				failed,
				teamUnread,
				listed: listing.value.length > 0,
				ahead
			});
		}
		for (const need of next) {
			const read = await readOne(need, destination, ports);
			if (read.ok) readings = read.value(readings);
			else failed.set(need.kind, read.error);
		}
	}
}
/** Lists serve all stories; an export serves one, and is worth a request only where it settles whose the story is. */
function nextReads(stories, failed, left) {
	const open = stories.map(({ unread }) => unread.filter(({ kind }) => !failed.has(kind)));
	const [first] = open.flat().filter(({ kind }) => !OF_ONE_STORY.has(kind));
	if (first) return [first];
	return open.filter((needs) => needs.length > 0 && needs.length <= left).toSorted((one, other) => one.length - other.length)[0] ?? [];
}
const OF_ONE_STORY = /* @__PURE__ */ new Set(["export", "whereabouts"]);
/** Beyond what the way there and back may account for. */
function certainLead(readAt, { from, to }) {
	if (readAt === void 0) return void 0;
	return readAt > to ? readAt - to : Math.min(0, readAt - from);
}
/** The plan, as long as what it still wants to read fits into the requests that are left. */
async function planWithin({ desired, destination, state, plan, policy }, read, { ports, time }) {
	let readings = read;
	for (;;) {
		const assessment = plan(desired, destination, {
			name: destination.name,
			readings,
			...state && { state }
		}, policy);
		if (assessment.kind === "assessed") return assessment.work.stories.map(({ planned }) => planned);
		if (assessment.needs.filter(({ kind }) => kind !== "earlier_versions").length > time.requestsLeft) return null;
		for (const need of assessment.needs) {
			const more = await readOne(need, destination, ports);
			if (!more.ok) return null;
			readings = more.value(readings);
		}
	}
}

// src/commands/doctor/examine-served.ts
/** A destination of the vendor, looked at as a plan looks at it: its own tenant only where the plan would ask it. */
async function examineServed(destination, state, { vendor, enter, ...question }) {
	const { desired } = question;
	const broken = findBroken(desired, destination);
	const about = {
		destination,
		files: broken.length > 0 ? waitsForFiles(broken) : null
	};
	const unread = await vendor.unread();
	const planner = unread === void 0 ? await vendor.planner() : void 0;
	if (unread !== void 0) return {
		...about,
		requests: 0,
		unread
	};
	if (planner === void 0) throw new Error("Internal error: the vendor serves a destination, and there is no origin");
	let requests = 0;
	let refused;
	const counted = (each, use) => enter(each, async (access) => {
		if (access.kind === "unbound") refused = {
			kind: "key_not_bound",
			why: access.why
		};
		const result = await use(access);
		if (access.kind === "reader") requests = access.time.requests;
		return result;
	});
	const work = await lookNative(destination, state, {
		...question,
		planner,
		enter: counted,
		forecast: false
	});
	if (isNativeWork(work)) return {
		...about,
		requests,
		...standingOf(work, false)
	};
	const cause = refused ?? work.unreadable;
	if (cause === void 0) throw new Error("Internal error: a destination of the vendor was left unread without a cause");
	if (!(cause.kind === "destination_unreadable" && cause.failure.kind === "not_asked")) return {
		...about,
		requests,
		unread: cause
	};
	return {
		...about,
		requests,
		...standingOf(planner.assess(destination, {
			state,
			held: void 0
		}), true)
	};
}
function standingOf({ blocked, stories }, standingUnread) {
	return {
		blocked,
		standingUnread,
		stories: stories.map(({ planned }) => planned)
	};
}

// src/commands/doctor/run-checks.ts
/** What holds for all destinations alike: where state is kept, whether it can be shared, and who signs it. */
async function checkRun(world, question) {
	const { session, stateBranch: branch = STATE_BRANCH } = question;
	return [
		{
			check: "remote",
			...rated(await examineRemote(world, question, branch))
		},
		...(await examineState(question, branch)).map((fact) => ({
			check: "state_branch",
			...rated(fact)
		})),
		{
			check: "state_key",
			...rated({ kind: session.seal ? "state_key_given" : "no_state_key" })
		}
	];
}
async function examineRemote(world, { workspace }, branch) {
	if (!workspace.repository) return { kind: "no_repository" };
	const opened = await openRemote(workspace.repository.dirs, world);
	if (opened.kind === "none") return { kind: "no_remote" };
	if (opened.kind === "unusable") return {
		kind: "remote_unusable",
		remote: printable(opened.name),
		why: UNUSABLE[opened.why],
		hint: null
	};
	return ask(opened.remote, branch);
}
async function ask(remote, branch) {
	const name = printable(remote.name);
	const read = await remote.tip(branch);
	if (!read.ok) return {
		kind: "remote_unusable",
		remote: name,
		why: describeRemoteFailure(read.error),
		hint: remoteHint(read.error) ?? null
	};
	const write = await remote.mayPush();
	if (write.ok) return {
		kind: "remote_reached",
		remote: name
	};
	return {
		kind: "remote_read_only",
		remote: name,
		why: describeRemoteFailure(write.error)
	};
}
async function examineState({ workspace, session, state }, branch) {
	if (!state || !workspace.repository) return [{ kind: "state_unused" }];
	const troubles = session.problems.map(({ message, hint }) => ({
		kind: "state_trouble",
		message,
		hint
	}));
	if (troubles.length > 0) return troubles;
	const writtenAt = await session.writtenAt();
	return [writtenAt === void 0 ? {
		kind: "no_state_yet",
		branch
	} : {
		kind: "state_read",
		branch,
		writtenAt
	}];
}
/** None of this stops a sync: it works without state, and without sharing it. */
const RESULTS = {
	no_repository: "warning",
	no_remote: "warning",
	remote_unusable: "warning",
	remote_reached: "ok",
	remote_read_only: "warning",
	state_unused: "unknown",
	no_state_yet: "ok",
	state_read: "ok",
	state_trouble: "warning",
	state_key_given: "ok",
	no_state_key: "warning"
};
function rated(fact) {
	return {
		result: RESULTS[fact.kind],
		fact
	};
}

// src/commands/doctor/doctor.ts
/** Each destination is sent at most so many requests, attempts and pages counted. */
const REQUESTS_PER_DESTINATION = 10;
/** What must be true before stories are pushed, without pushing any: only readers are ever asked for. */
async function doctorCommand(world, files, settings, progress) {
	const { workspace } = files;
	const { absent, manifest, desired } = workspace;
	const rollout = rolloutInForce(settings.trust, manifest);
	const selection = select(desired.destinations, settings.selectors, {
		absent,
		rollout,
		origin: manifest.origin?.tenantUrl
	});
	if (!selection.ok) return cannotRun(selection.error);
	const examined = await withReaders(world, settings, (tenants) => examineAll(world, files, settings, {
		selection: selection.value,
		tenants,
		progress
	}));
	if (!examined.ok) return examined;
	const { diagnosis, closingProblems } = examined.value;
	const exitCode = diagnosisExitCode(diagnosis) === 0 ? unnarrowedExitCode(files.problems, settings.selectors) : 1;
	return ok({
		diagnosis,
		problems: closingProblems,
		exitCode
	});
}
async function examineAll(world, { workspace: given }, settings, { selection, tenants, progress }) {
	const workspace = await withPins(given, settings.trust);
	const opened = await StateSession.open(world, workspace, {
		...settings,
		remote: "use"
	});
	if (!opened.ok) return cannotRun(opened.error);
	const session = opened.value;
	const { desired, manifest } = workspace;
	const { clock } = world;
	const { concurrency, readTimeout, trust } = settings;
	const limits = {
		readTimeout,
		requests: 10
	};
	const visits = {
		tenants,
		keys: bind(trust),
		progress,
		concurrency,
		clock,
		limits
	};
	const policy = {
		...chosenBy(selection),
		manual: "all",
		force: false,
		refresh: false,
		commit: workspace.commit
	};
	const earlier = earlierVersions(workspace);
	const chosen = desired.destinations.filter(({ name }) => selection.selected.has(name));
	const served = chosen.filter(({ engine }) => engine === "native").length;
	const asking = new ReadingTime(clock, {
		readTimeout,
		requests: 10 * served
	});
	const native = {
		consent: NO_CONSENT,
		rollout: rolloutInForce(trust, manifest) !== void 0
	};
	const ofVendor = {
		desired,
		policy,
		session,
		tenants,
		keys: visits.keys,
		gone: [],
		native
	};
	const vendor = new VendorSource(ofVendor, () => asking.ofOne());
	const destinations = await visitEach(chosen, visits, async (destination, enter) => {
		if (destination.engine === "native") {
			const recorded = await session.readNative(destination);
			const row = diagnoseServed(await examineServed(destination, recorded, {
				desired,
				policy,
				assess,
				vendor,
				enter
			}));
			return {
				result: row,
				line: diagnosisLine(row)
			};
		}
		const state = await session.read(destination);
		const selected = selection.selected.get(destination.name) ?? /* @__PURE__ */ new Set();
		const question = {
			desired,
			destination,
			state,
			selected,
			assess: assessReadiness,
			plan: assess,
			policy,
			earlier
		};
		const result = diagnose(await enter(destination, (access) => examine(question, access, clock)));
		return {
			result,
			line: diagnosisLine(result)
		};
	});
	asking.close();
	const run = await checkRun(world, {
		...settings,
		workspace,
		session
	});
	await session.close();
	return ok({ diagnosis: {
		manifest: manifest.file,
		destinations,
		run
	} });
}
async function examine(question, access, clock) {
	const { desired, destination } = question;
	const broken = findBroken(desired, destination);
	const about = {
		destination,
		files: broken.length > 0 ? waitsForFiles(broken) : null
	};
	switch (access.kind) {
		case "unbound": return {
			...about,
			requests: 0,
			unread: {
				kind: "key_not_bound",
				why: access.why
			}
		};
		case "not_read": return {
			...about,
			requests: 0,
			unread: access.cause
		};
		case "reader": {
			const reading = await readReadiness(question, {
				...access,
				clock
			});
			const { requests } = access.time;
			return reading.ok ? {
				...about,
				requests,
				reading: reading.value
			} : {
				...about,
				requests,
				unread: notRead(reading.error, destination)
			};
		}
		default: return unreachable(access);
	}
}

// src/cli/doctor.ts
/** `storysync doctor`: whether a sync could do its work, destination by destination. */
async function doctor(host, options) {
	const session = new Session(host, options);
	const opened = await session.open({
		base: false,
		setApart: true
	});
	if ("exitCode" in opened) return opened.exitCode;
	const trust = await session.trust(opened.workspace, options);
	const settings = settingsOf({
		...options,
		refresh: false
	}, trust);
	const progress = openProgress(host.terminal, options.quiet);
	const ended = await doctorCommand(session.world, opened, settings, progress);
	if (!ended.ok) return session.end(ended.error, opened.opened);
	const { problems, diagnosis, exitCode } = ended.value;
	session.warn(problems);
	session.result(doctorViews(diagnosis, session.outText));
	return exitCode;
}

export { doctor };