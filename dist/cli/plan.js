import { r as ok } from "./dist.js";
import { E as planExitCode, O as bind, k as unboundOf, s as sayUnbound } from "./session.js";
import { f as withPins, w as rolloutInForce } from "./plan-json.js";
import { N as earlierVersions, f as NO_CONSENT, h as assess } from "./visit.js";
import { w as todayOf } from "./workspace.js";
import { a as select, c as unnarrowedExitCode, n as chosenBy, r as isWhole, u as cannotRun } from "./lock-holder.js";
import { a as budgetsOf, i as planDocument, n as chooseRun, t as askedNobody } from "./choose-run.js";
import { X as contentHash } from "./stories-at.js";
import { W as MOST_TOLD, n as StateSession } from "./state-session.js";
import { a as refreshPlan } from "./pending.js";
import { n as systemHint, r as systemWords, t as systemCode } from "./system-code.js";
import { t as writeBeside } from "./write-beside.js";
import { n as withReaders } from "./progress.js";
import { resolve } from "node:path";
import { realpath, stat, writeFile } from "node:fs/promises";

// src/changes/plan-changes.ts
/**
* What a scheduled plan has to tell that no plan told before: edits at destinations, and dates that have passed. What
* stands no longer is forgotten, so that it is told when it comes back; where this run did not look, what was told stays.
*/
function planChanges(looks, before, { today, known }) {
	const looked = new Map(looks.map((look) => [look.destination.name, look]));
	const [standing, told] = [/* @__PURE__ */ new Map(), /* @__PURE__ */ new Map()];
	const changes = [];
	for (const name of /* @__PURE__ */ new Set([...known, ...looked.keys()])) {
		const was = Object.hasOwn(before, name) ? before[name] ?? {} : {};
		const look = looked.get(name);
		const matters = look ? mattersOf(look, today) : [];
		const kept = Object.entries(was).filter(([matter]) => !look || isUnseen(matter, look));
		const isSame = ({ matter, mark }) => Object.hasOwn(was, matter) && was[matter] === mark;
		const same = matters.filter(isSame);
		for (const each of matters) if (!isSame(each)) changes.push(each.change);
		standing.set(name, Object.fromEntries([...kept, ...same.map(entryOf)]));
		told.set(name, Object.fromEntries([...kept, ...matters.map(entryOf)]));
	}
	return {
		changes,
		standing: bounded(standing),
		told: bounded(told)
	};
}
function entryOf({ matter, mark }) {
	return [matter, mark];
}
function mattersOf(look, today) {
	return [...driftIn(look), ...expiredIn(look, today)];
}
/** A detached story is the destination's own: what is edited there is no news. */
function driftIn({ destination: { name: destination }, stories, pushedAt }) {
	return stories.filter(({ detached, drift }) => !detached && drift.length > 0).map(({ key, name, drift, reason }) => {
		const mark = contentHash([pushedAt.get(key) ?? "", ...drift.toSorted()]).slice(7, MARK_END);
		return {
			matter: `drift:${key}`,
			mark,
			change: {
				kind: "drift",
				destination,
				story: {
					key,
					name
				},
				reason
			}
		};
	});
}
const MARK_END = 23;
function expiredIn({ destination, stories }, today) {
	const { name, hold, pin, subscriptions } = destination;
	const notes = [
		{
			matter: "hold",
			what: "hold",
			until: hold?.until,
			key: null
		},
		{
			matter: "pin",
			what: "pin",
			until: pin?.until,
			key: null
		},
		...subscriptions.map(({ storyKey: key, detached }) => {
			return {
				matter: `detached:${key}`,
				what: "detached",
				until: detached?.until,
				key
			};
		})
	];
	const nameOf = new Map(stories.map((story) => [story.key, story.name]));
	return notes.flatMap(({ matter, what, until, key }) => {
		if (until === void 0 || until >= today) return [];
		const story = key === null ? null : {
			key,
			name: nameOf.get(key) ?? key
		};
		return [{
			matter,
			mark: until,
			change: {
				kind: "expired",
				destination: name,
				story,
				note: {
					what,
					until
				}
			}
		}];
	});
}
/** Whether the run could not tell if it still stands: the story was not chosen, or could not be read. */
function isUnseen(matter, { destination, stories }) {
	const [, key] = /^drift:(.+)$/.exec(matter) ?? [];
	if (key === void 0 || !destination.subscriptions.some(({ storyKey }) => storyKey === key)) return false;
	const planned = stories.find((story) => story.key === key);
	return planned === void 0 || !isCompared(planned);
}
function isCompared({ action, reason, warnings }) {
	return !(action === "blocked" && reason !== null && UNREAD.has(reason)) && !warnings.some(({ kind }) => kind === "not_compared");
}
const UNREAD = /* @__PURE__ */ new Set([
	"missing_key",
	"unauthorized",
	"unreachable",
	"unreadable",
	"not_reached",
	"internal"
]);
/** In the order of the manifest, as many as are kept; a destination of which nothing was told has no entry. */
function bounded(told) {
	let room = MOST_TOLD;
	const kept = [...told].flatMap(([name, marks]) => {
		const entries = Object.entries(marks).slice(0, room);
		room -= entries.length;
		return entries.length > 0 ? [[name, Object.fromEntries(entries)]] : [];
	});
	return Object.fromEntries(kept);
}

// src/commands/notify/tell-plan.ts
/** Tells what a scheduled plan found that none told before. Recorded as told is only what arrived. */
async function tellPlan(plan, { destinations }, session, { tell, today }) {
	const before = await session.told.read();
	const planned = new Map(plan.destinations.map(({ name, stories }) => [name, stories]));
	const chosen = destinations.filter(({ name }) => planned.has(name));
	const edited = chosen.filter(({ name }) => planned.get(name)?.some(({ drift }) => drift.length > 0));
	const states = await session.readFleet(edited);
	const looks = chosen.map((destination) => {
		const stories = planned.get(destination.name) ?? [];
		const pushed = Object.entries(states.get(destination.name)?.stories ?? {});
		return {
			destination,
			stories,
			pushedAt: new Map(pushed.map(([key, { syncedAt }]) => [key, syncedAt]))
		};
	});
	const known = destinations.map(({ name }) => name);
	const { changes, standing, told } = planChanges(looks, before, {
		today,
		known
	});
	const arrived = changes.length === 0 || await tell(changes);
	await session.told.record(arrived ? told : standing);
}

// src/commands/plan-findings.ts
/** How a plan ends; `problems` are those of the files that it was made from. */
function planFindings(plan, problems, { purpose, selectors }) {
	const clean = planExitCode(plan, { expectNoChanges: purpose === "expect_no_changes" || purpose === "drift" }) === 0 && unnarrowedExitCode(problems, selectors) === 0;
	if (purpose === "drift") return {
		clean,
		exitCode: 0
	};
	return {
		clean,
		exitCode: purpose === "instead_of_sync" || !clean ? 1 : 0
	};
}

// src/files/write-whole.ts
/**
* Writes a file that the user named, whole or not at all: a full disk leaves no empty file, and an older one stays as it
* was. What is no regular file (`/dev/stdout`, a pipe) cannot be replaced and is written to.
*/
async function writeWhole(path, text) {
	const there = await existing(path);
	if (there === void 0) await writeBeside(path, text, { durable: false });
	else if (there.isFile) await writeBeside(there.path, text, {
		mode: there.mode,
		durable: false
	});
	else await writeFile(path, text);
}
/** What the name leads to, through symbolic links. */
async function existing(path) {
	try {
		const real = await realpath(path);
		const found = await stat(real);
		return {
			path: real,
			isFile: found.isFile(),
			mode: found.mode & 4095
		};
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "ENOENT") return void 0;
		throw error;
	}
}

// src/commands/save-plan.ts
/** Saves a plan for `sync --plan`, whole or not at all; answers why it could not be saved. */
async function savePlan({ directory }, file, text) {
	try {
		await writeWhole(resolve(directory, file), text);
		return;
	} catch (error) {
		const code = systemCode(error);
		const hint = systemHint(code, "name a file in a folder that exists and is writable");
		return {
			code: "RUN007",
			severity: "error",
			message: `the plan cannot be written to ${file}: ${systemWords(code)}`,
			hint
		};
	}
}

// src/commands/plan.ts
/** What a sync would do, without the means to do it: only readers are ever asked for. */
async function planCommand(world, files, settings, progress) {
	const { workspace } = files;
	const { selectors, trust, out } = settings;
	const { destinations, origin } = workspace.manifest;
	const { absent, manifest, desired } = workspace;
	const rollout = rolloutInForce(trust, manifest);
	const selection = select(desired.destinations, selectors, {
		absent,
		rollout,
		origin: origin?.tenantUrl
	});
	if (!selection.ok) return cannotRun(selection.error);
	const chosen = {
		...selection.value,
		whole: isWhole(selectors),
		pending: selectors.pending ?? false,
		shard: selectors.shard
	};
	const planned = await withReaders(world, settings, (tenants) => planSelection(world, workspace, {
		chosen,
		tenants,
		rollout
	}, settings, progress));
	if (!planned.ok) return planned;
	const { plan, planFile, problems, closingProblems } = planned.value;
	const about = new Set(plan.destinations.map(({ name }) => name));
	const unsaved = out === void 0 ? void 0 : await savePlan(world, out, planFile());
	const findings = planFindings(plan, files.problems, settings);
	return ok({
		...planned.value,
		problems: [...problems, ...closingProblems],
		unbound: unboundOf(bind(trust), destinations, origin),
		notAsked: sayUnbound(trust, destinations.filter(({ name }) => about.has(name)), origin),
		...findings,
		...unsaved === void 0 ? {} : {
			unsaved,
			exitCode: 2
		}
	});
}
/** The same for pairs that are chosen already. */
async function planSelection(world, given, { chosen, tenants, rollout }, settings, progress) {
	const { refresh, concurrency, offline, trust, readTimeout, tell } = settings;
	const workspace = await withPins(given, trust);
	const budgets = budgetsOf(settings, workspace);
	const opened = await StateSession.open(world, workspace, {
		...settings,
		remote: offline ? "ignore" : "use"
	});
	if (!opened.ok) return cannotRun(opened.error);
	const session = opened.value;
	const { desired, commit } = workspace;
	const policy = {
		...chosenBy(chosen),
		manual: chosen.named,
		force: false,
		refresh,
		commit
	};
	const run = await chooseRun(session, {
		desired,
		policy,
		rollout,
		pending: chosen.pending ?? false,
		shard: chosen.shard,
		clock: world.clock
	});
	const earlier = earlierVersions(workspace);
	const limits = { readTimeout };
	const reading = {
		keys: bind(trust),
		earlier,
		offline,
		concurrency,
		whole: chosen.whole,
		clock: world.clock,
		limits
	};
	const fleetHeld = workspace.manifest.hold !== void 0;
	const plan = await refreshPlan({
		desired,
		assess,
		session,
		tenants,
		progress,
		native: {
			consent: NO_CONSENT,
			rollout: rollout !== void 0,
			forecast: true,
			fleetHeld
		},
		...reading,
		...run,
		budgets
	});
	if (tell) await tellPlan(plan, desired, session, {
		tell,
		today: todayOf(world)
	});
	await session.close();
	const { problems, unsigned } = session;
	const planFile = () => planDocument(plan, session.seal);
	const recordedAt = await session.writtenAt();
	return ok({
		plan,
		planFile,
		problems,
		unsigned,
		askedNobody: askedNobody(run),
		recordedAt
	});
}

export { planSelection as n, planCommand as t };