import { r as ok } from "./dist.js";
import { Mt as repositoryPath, lt as cloneKind } from "./stories-at.js";
import { A as whyUnbound, O as bind, T as outcomesExitCode, s as sayUnbound, t as Session } from "./session.js";
import { f as withPins, w as rolloutInForce } from "./plan-json.js";
import { F as storyHistory, M as plannedOutcome, N as earlierVersions, P as behindKey, f as NO_CONSENT, h as assess } from "./visit.js";
import { a as select, o as shardOf, u as cannotRun } from "./lock-holder.js";
import { t as pLimit } from "./p-limit.js";
import { C as recordedOutcome, S as pushedFrom, t as askRollout } from "./govern.js";
import { i as refreshEach, n as recordedPairs, t as findPending } from "./pending.js";
import { t as withRollout } from "./with-rollout.js";
import { n as StateSession } from "./state-session.js";
import { t as reportFrame } from "./sync-report.js";
import { n as withReaders, t as openProgress } from "./progress.js";
import { a as settingsOf } from "./options.js";
import { r as statusViews } from "./views.js";

// src/commands/behind.ts
/** Answers for all pairs at once: a thousand destinations mostly lag behind by the same few commits. */
async function measureBehind({ repository, head, layout }, pushed, history = storyHistory) {
	if (!repository || head === null || pushed.length === 0) return {
		of: () => void 0,
		complete: true
	};
	const pathOf = ({ desired }) => repositoryPath(layout, desired.file);
	const keyOf = (story) => behindKey(pathOf(story), story.from);
	const files = new Map(pushed.map((story) => [keyOf(story), {
		path: pathOf(story),
		since: story.from
	}]));
	const answers = await history(repository, head, [...files.values()]);
	const of = (story) => {
		const behind = answers.get(keyOf(story));
		return behind && behind.commits > 0 ? behind : void 0;
	};
	return {
		of,
		complete: [...files.keys()].every((key) => answers.has(key))
	};
}

// src/commands/pair-status.ts
/** What there is to report of every pair that was chosen. */
function pairStatuses(question, sources) {
	return question.settings.live ? askTenants(question, sources) : askRecord(question);
}
async function askRecord(question) {
	const { workspace, selection, session, settings } = question;
	const chosen = workspace.desired.destinations.filter(({ name }) => selection.selected.has(name));
	return (await pLimit(settings.concurrency).map(chosen, async (destination) => recordedStatuses(destination, await session.read(destination), question))).flat();
}
function recordedStatuses(destination, state, question) {
	return pairsOf(destination, state, question).map((pair) => pairStatus(recordedOutcome(pair), pair));
}
async function askTenants(question, { tenants, progress, clock }) {
	const { workspace, selection, session, settings } = question;
	const { desired } = workspace;
	const { refresh, concurrency, readTimeout } = settings;
	const keys = bind(settings.trust);
	const { commit } = workspace;
	const policy = {
		selected: selection.selected,
		manual: /* @__PURE__ */ new Set(),
		force: false,
		refresh,
		commit
	};
	const reading = {
		keys,
		earlier: earlierVersions(workspace),
		concurrency,
		whole: false,
		clock,
		limits: { readTimeout }
	};
	const rollout = rolloutInForce(settings.trust, workspace.manifest) !== void 0;
	const input = {
		desired,
		assess,
		session,
		tenants,
		policy,
		progress,
		native: {
			consent: NO_CONSENT,
			rollout
		},
		...reading
	};
	const { assessed } = await refreshEach(input, ({ destination, stories }, state) => {
		if (whyUnbound(keys, destination, desired.origin) !== void 0) return recordedStatuses(destination, state, question);
		const found = new Map(stories.map((work) => [work.desired.key, plannedOutcome(destination.name, work)]));
		return pairsOf(destination, state, question).flatMap((pair) => {
			const outcome = found.get(pair.desired.key);
			return outcome ? [pairStatus(outcome, pair)] : [];
		});
	});
	return assessed.flat();
}
function pairStatus(outcome, { desired, entry }) {
	const from = outcome.status === "synced" || desired.commit !== void 0 ? void 0 : pushedFrom(desired, entry);
	return {
		outcome,
		...from === void 0 ? {} : { pushed: {
			desired,
			from
		} }
	};
}
/** Those that were chosen. */
function pairsOf(destination, state, { workspace, selection, session }) {
	const keys = selection.selected.get(destination.name);
	return recordedPairs(workspace.desired, destination, state, session.knows(destination.name)).filter(({ desired }) => keys?.has(desired.key));
}

// src/commands/status.ts
/** Where every story stands at every destination: as recorded, or as the tenants answer. Writes nothing anywhere. */
async function statusCommand(world, workspace, settings, progress) {
	const found = await withReaders(world, settings, (tenants) => findStatus(world, workspace, settings, {
		tenants,
		progress,
		clock: world.clock
	}));
	if (!found.ok) return found;
	const { report, problems, closingProblems, page } = found.value;
	const about = new Set(report.outcomes.map(({ destination }) => destination));
	const chosen = workspace.manifest.destinations.filter(({ name }) => about.has(name));
	return ok({
		report,
		problems: [...problems, ...closingProblems],
		notAsked: sayUnbound(settings.trust, chosen, workspace.manifest.origin),
		exitCode: outcomesExitCode(report.outcomes),
		...page === void 0 ? {} : { page }
	});
}
async function findStatus(world, given, settings, sources) {
	const workspace = await withPins(given, settings.trust);
	const { desired, manifest } = workspace;
	const rollout = rolloutInForce(settings.trust, manifest);
	const selection = select(desired.destinations, settings.selectors, {
		rollout,
		origin: manifest.origin?.tenantUrl
	});
	if (!selection.ok) return cannotRun(selection.error);
	const opened = await StateSession.open(world, workspace, {
		...settings,
		remote: "use"
	});
	if (!opened.ok) return cannotRun(opened.error);
	const session = opened.value;
	const asked = rollout && await askRollout(rollout, {
		desired,
		selected: /* @__PURE__ */ new Map()
	}, session);
	const chosen = settings.selectors.pending ? await onlyPending(selection.value, workspace, session) : selection.value;
	const states = settings.page && await session.readFleet(destinationsOf(workspace, chosen));
	const statuses = await pairStatuses({
		workspace,
		selection: chosen,
		session,
		settings
	}, sources);
	const pushed = statuses.flatMap((status) => status.pushed ? [status.pushed] : []);
	const lag = await measureBehind(workspace, pushed);
	const found = statuses.map(({ outcome, pushed: from }) => {
		const behind = from && lag.of(from);
		return behind ? {
			...outcome,
			behind
		} : outcome;
	});
	const now = world.clock.now();
	const standing = asked ? withRollout(found, asked, now) : { outcomes: found };
	const report = {
		...reportFrame(manifest, new Set(chosen.selected.keys())),
		...standing,
		...shardOf(settings.selectors),
		vendorIds: session.vendorIds,
		interrupted: false,
		commit: workspace.commit,
		now: now.toISOString(),
		live: settings.live,
		unsigned: session.unsigned
	};
	const cutShort = lag.complete ? [] : await shallowness(workspace);
	const page = settings.page && states && await pageOf(report, states, {
		workspace,
		session
	}, settings.page);
	const told = [...session.problems, ...cutShort];
	return ok({
		report,
		problems: told,
		...page === void 0 ? {} : { page }
	});
}
/** A hundred kilobytes of code that nobody else needs, and no start reads. */
async function pageOf(...asked) {
	const { statusPage } = await import("./status-page.js");
	return statusPage(...asked);
}
function destinationsOf({ desired }, { selected }) {
	return desired.destinations.filter(({ name }) => selected.has(name));
}
/** Nobody is about to push: to name a manual-only destination does not make it pending. */
async function onlyPending(selection, { desired }, session) {
	const policy = {
		selected: selection.selected,
		manual: /* @__PURE__ */ new Set()
	};
	const { selected } = await findPending(session, desired, { policy });
	return {
		...selection,
		selected
	};
}
async function shallowness({ repository }) {
	if (!repository || await cloneKind(repository.dirs.commonDir) !== "shallow") return [];
	return [{
		code: "STA016",
		severity: "warning",
		message: "not known in full how far behind each destination is: this clone is shallow",
		hint: "bring the history: git fetch --unshallow (in a workflow: fetch-depth: 0 for actions/checkout)"
	}];
}

// src/cli/status.ts
/** `storysync status`: where every story stands, as recorded or, with `--live`, as the tenants answer. */
async function status(host, options) {
	const session = new Session(host, options);
	const misplaced = findMisplaced(options);
	if (misplaced.length > 0) {
		session.fail(misplaced);
		return 2;
	}
	const opened = await session.open({ base: false });
	if ("exitCode" in opened) return opened.exitCode;
	const { live } = options;
	const trust = await session.trust(opened.workspace, {
		...options,
		offline: !live
	});
	const page = options.format === "html" ? { page: { alias: options.alias } } : {};
	const settings = {
		...settingsOf(options, trust),
		live,
		...page
	};
	const progress = openProgress(host.terminal, options.quiet);
	const ended = await statusCommand(session.world, opened.workspace, settings, progress);
	if (!ended.ok) return session.end(ended.error, opened.opened);
	const { problems, notAsked, exitCode } = ended.value;
	session.warn(problems);
	session.warn(notAsked);
	session.result(statusViews(ended.value, session.outText));
	return exitCode;
}
/** What would be ignored silently is refused. */
function findMisplaced(options) {
	const { live, refresh, state, trustWorktree, trace, readTimeout, rate } = options;
	if (live) return [];
	return [
		...refresh ? [needsLive("--refresh", "no tenant is asked, so there is nothing to compare in full")] : [],
		...trustWorktree ? [needsLive("--trust-worktree", "no tenant is asked, so no key goes anywhere")] : [],
		...trace === void 0 ? [] : [needsLive("--trace", "no tenant is asked, so there is no request to write down", "FILE")],
		...readTimeout === void 0 ? [] : [needsLive("--read-timeout", "no tenant is asked, so nothing takes time", readTimeout)],
		...rate === void 0 ? [] : [needsLive("--rate", "no tenant is asked, so nothing is limited", rate)],
		...state ? [] : [needsLive("--no-state", "recorded state is all there is to tell")]
	];
}
function needsLive(option, why, value) {
	const given = value === void 0 ? option : `${option} ${value}`;
	return {
		code: "RUN020",
		severity: "error",
		message: `status ${option} needs --live: ${why}`,
		hint: `ask the tenants with "storysync status --live ${given}", or leave ${option} out`
	};
}

export { status };