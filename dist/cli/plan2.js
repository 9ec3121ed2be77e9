import { t as planCommand } from "./plan.js";
import { Mt as repositoryPath, Pt as storiesInGit, Rt as byTextOf, c as shortId, jt as manifestInGit, st as readingObjects } from "./stories-at.js";
import { I as differencesBetween } from "./visit.js";
import { u as recordedAge } from "./explain.js";
import { _ as joined, g as inTerminal, v as name, y as say } from "./unsigned-state.js";
import { a as settingsOf } from "./options.js";
import { t as openProgress } from "./progress.js";
import { t as Session } from "./session.js";
import { n as planViews } from "./views.js";
import { dirname, posix } from "node:path";

// src/git/read/changed-files.ts
/**
* The files that differ between two commits, sorted by path, by their ids alone: no content is read, and a folder that
* is the same on both sides is not entered. Without `from` everything is new. `under` is a file or a folder.
*/
async function changedBetween({ objects }, from, to, { under = "." } = {}) {
	const scope = posix.normalize(under).replace(/\/$/, "");
	return readingObjects(async () => {
		const before = from === void 0 ? void 0 : (await objects.commit(from)).tree;
		const { tree } = await objects.commit(to);
		return withRenames((await differencesBetween(before, tree, {
			read: (oid) => objects.folder(oid),
			asks: (path) => isInScope(path, scope)
		})).toSorted(byTextOf(({ path }) => path)));
	});
}
function isInScope(path, scope) {
	return scope === "." || path === scope || path.startsWith(`${scope}/`) || scope.startsWith(`${path}/`);
}
/** A file that vanished and one of the same content that appeared are one file; one that kept its own name goes first. */
function withRenames(differences) {
	const gone = differences.filter(({ is }) => is === void 0);
	const fresh = differences.filter(({ was }) => was === void 0);
	const freshByContent = Map.groupBy(fresh, ({ is }) => contentOf(is));
	const sources = /* @__PURE__ */ new Map();
	const moved = /* @__PURE__ */ new Set();
	for (const matches of [sameName, () => true]) for (const old of gone.filter((each) => !moved.has(each))) {
		const target = freshByContent.get(contentOf(old.was))?.find((each) => !sources.has(each) && each.is?.type === "blob" && matches(each, old));
		if (target === void 0) continue;
		sources.set(target, old);
		moved.add(old);
	}
	return differences.filter((each) => !moved.has(each)).map((each) => {
		const source = sources.get(each);
		const kind = kindOf(each.is ?? each.was);
		if (source) return {
			path: each.path,
			change: "rename",
			kind,
			from: source.path
		};
		return {
			path: each.path,
			change: each.was ? each.is ? "update" : "remove" : "add",
			kind
		};
	});
}
function sameName(one, other) {
	return posix.basename(one.path) === posix.basename(other.path);
}
function contentOf(entry) {
	return `${kindOf(entry)} ${entry?.oid ?? ""}`;
}
function kindOf(entry) {
	if (entry?.type === "commit") return "submodule";
	return entry?.mode === "120000" ? "symlink" : "file";
}

// src/commands/touched-files.ts
/** Undefined where no commit holds the content, or its base is not known or not here. */
async function findTouchedFiles(workspace) {
	const { repository, base, commit, manifest, layout } = workspace;
	if (repository === void 0 || base === void 0 || commit === null) return void 0;
	const stories = storiesInGit(layout, manifest);
	const changed = await changedBetween(repository, base, commit, { under: repositoryPath(layout, ".") || "." });
	if (!changed.ok) return void 0;
	const ours = /* @__PURE__ */ new Set([manifestInGit(layout), ...stories]);
	const folders = new Set(stories.map((path) => dirname(path)));
	const wasOurs = ({ path, change }) => change === "remove" && folders.has(dirname(path));
	return {
		base,
		files: changed.value.filter((file) => ours.has(file.path) || wasOurs(file))
	};
}

// src/report/plan/touched-files.ts
/** More than a line can hold. */
const SHOWN = 5;
const WORDS = {
	add: "added",
	update: "changed",
	remove: "removed"
};
/** `Since commit 3fa9b2c41d22: sync.yaml changed, stories/ioc.json added`. */
function touchedFilesPhrase({ base, files }) {
	const told = files.slice(0, SHOWN).map(describe);
	const more = files.length > SHOWN ? [[`${files.length - SHOWN} more`]] : [];
	const since = say`Since commit ${name(shortId(base))}`;
	if (files.length === 0) return say`${since}, neither the manifest nor a story changed.`;
	return say`${since}: ${joined([...told, ...more], ", ")}`;
}
function describe({ path, change, from }) {
	if (change === "rename") return say`${name(from ?? "")} renamed to ${name(path)}`;
	return say`${name(path)} ${WORDS[change]}`;
}

// src/cli/plan.ts
/** `storysync plan`: what a sync would do, without the means to do it. */
async function plan(host, options) {
	const session = new Session(host, options);
	const { at, base, offline, out } = options;
	const opened = await session.open({
		...at === void 0 ? {} : { at },
		...base === void 0 ? {} : { base },
		setApart: true
	});
	if ("exitCode" in opened) return opened.exitCode;
	session.sayCommit(opened.workspace);
	const purpose = options.expectNoChanges ? "expect_no_changes" : "review";
	const trust = await session.trust(opened.workspace, options);
	const settings = {
		...settingsOf(options, trust),
		offline,
		purpose,
		...out === void 0 ? {} : { out }
	};
	const progress = openProgress(host.terminal, options.quiet || offline);
	const ended = await planCommand(session.world, opened, settings, progress);
	if (!ended.ok) return session.end(ended.error, opened.opened);
	await show(session, opened.workspace, ended.value, options);
	return ended.value.exitCode;
}
async function show(session, workspace, { plan: planned, problems, notAsked, unsigned, unsaved, recordedAt }, { offline, out }) {
	if (offline) {
		const age = recordedAge(recordedAt, session.world.clock.now().toISOString());
		session.say(`Offline: planned from git alone, no tenant is asked; ${age}.`);
	}
	session.warn(problems);
	if (unsigned) session.sayUnsigned();
	session.warn(notAsked);
	await sayTouchedFiles(session, workspace);
	session.result(planViews(planned, {
		...session.outText,
		unsigned
	}));
	if (unsaved !== void 0) session.fail([unsaved]);
	else if (out !== void 0) session.say(`Plan saved. To apply exactly this plan: storysync sync --plan ${out}`);
}
/** What the causes in the plan refer to; a machine reads them from the plan. */
async function sayTouchedFiles(session, workspace) {
	if (session.options.format !== "text") return;
	const changed = await findTouchedFiles(workspace);
	if (changed) session.say(inTerminal(touchedFilesPhrase(changed)));
}

export { plan };