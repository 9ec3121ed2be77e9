import { i as unreachable, n as fail, r as ok } from "./dist.js";
import { O as explainRefusal, _ as fixedHosts, b as slugify, j as isInside } from "./workspace.js";
import { At as manifestFile, Lt as byText, Wt as matcher, y as DETACHED_TAG } from "./stories-at.js";
import { n as systemHint, r as systemWords } from "./system-code.js";
import { n as openSource } from "./open-catalogue.js";
import { t as wrap } from "./wrap.js";
import { t as pLimit } from "./p-limit.js";
import { s as unmatched } from "./lock-holder.js";
import { b as words, g as inTerminal, h as inMarkdown, u as count, v as name, y as say } from "./unsigned-state.js";
import { n as describeTenantFailure, r as hintForTenantFailure, t as explainDestination } from "./explain-destination.js";
import { a as findingItems, l as originUnbound } from "./session.js";
import { a as compareWithFile } from "./progress.js";
import { t as writeBeside } from "./write-beside.js";
import { _ as replaceFileSafely, c as editManifest, r as explainReplaceRefusal } from "./manifest-edit.js";
import { t as findSecrets } from "./find-secrets.js";
import { basename, dirname, join, relative, resolve, sep } from "node:path";
import { lstat, mkdir, realpath, stat } from "node:fs/promises";

// src/git/read/gits-own-name.ts
/**
* Whether some file system takes this name for git's own folder: macOS overlooks characters that show nothing, Windows
* dots and blanks at the end, and knows `git~1` as its short name. Git refuses to check such a name out.
*/
function isGitsOwnName(name) {
	const seen = name.replaceAll(/[\u200c-\u200f\u202a-\u202e\u206a-\u206f\ufeff]/g, "");
	return /^(?:\.git|git~1)[. ]*(?::.*)?$/is.test(seen);
}

// src/export/discover.ts
const LONGEST_KEY = 63;
/** Stories of the origin team that the catalogue does not have, by name: those that an export would take, and the others with why not. */
function discoverStories(listing, { stories }, origin) {
	const known = new Set([...stories.values()].map(({ id }) => id));
	const taken = new Set(stories.keys());
	const files = new Set([...stories.values()].map(({ file }) => file.toLowerCase()));
	const lacking = listing.filter(({ id }) => !known.has(id)).toSorted((a, b) => byText(a.name, b.name) || a.id - b.id).map((story) => ({
		story,
		reason: whyLeftOut(story, origin)
	}));
	return {
		stories: lacking.flatMap(({ story: { id, name }, reason }) => {
			if (reason !== void 0) return [];
			const key = freeKey(name, id, (candidate) => taken.has(candidate) || files.has(`stories/${candidate}.json`));
			taken.add(key);
			return [{
				id,
				name,
				key
			}];
		}),
		leftOut: lacking.flatMap(({ story: { id, name }, reason }) => reason ? [{
			id,
			name,
			reason
		}] : [])
	};
}
function whyLeftOut({ tags, changeControl, published }, { requireChangeControl }) {
	if (tags.includes("detached-from-sync")) return "detached";
	if (published === false) return "unpublished";
	return changeControl || !requireChangeControl ? void 0 : "no_change_control";
}
/** `Phishing triage (v2)` becomes `phishing-triage-v2`; a name without Latin letters becomes `story-9981`. */
function freeKey(name, id, isTaken) {
	const slug = slugify(name).replaceAll("_", "-");
	const key = slug === "" ? `story-${id}` : slug.slice(0, LONGEST_KEY).replace(/-$/, "");
	if (!isTaken(key)) return key;
	for (let number = 2;; number += 1) {
		const suffix = `-${number}`;
		const candidate = key.slice(0, LONGEST_KEY - suffix.length) + suffix;
		if (!isTaken(candidate)) return candidate;
	}
}

// src/commands/export/add-to-manifest.ts
/** The manifest with these stories in its catalogue; comments and layout stay. Nothing is written. */
function addToManifest(catalogue, stories) {
	const { source, today } = catalogue;
	const added = stories.map(({ key, id }) => ({
		key,
		id
	}));
	const text = editManifest(source, [{
		kind: "add_stories",
		stories: added
	}], { today });
	if (!text.ok) return text;
	const bytes = new TextEncoder().encode(text.value);
	const opened = openSource({
		file: source.file,
		bytes
	}, catalogue);
	return opened.catalogue ? ok({
		catalogue: opened.catalogue,
		text: text.value,
		problems: opened.problems
	}) : fail(opened.problems);
}

// src/export/literals.ts
/** Longest list of places for one story; beyond it they are counted. */
const MOST_PLACES = 20;
/** Findings that the manifest does not allow are errors; an allowance that no finding needs is a warning. */
function judgeLiterals({ key, file, place, allowedLiterals = [] }, findings) {
	const allowed = new Set(allowedLiterals.map(({ path }) => path));
	const refused = findings.filter(({ path }) => !allowed.has(path));
	const problems = refused.slice(0, MOST_PLACES).map(({ path, kind, remedy }) => ({
		code: "EXP012",
		severity: "error",
		message: `story "${key}" (${file}) holds ${kind} at ${path}`,
		hint: `${remedy ?? "make it a credential in Tines and use it as <<CREDENTIAL.name>>"}; if it is no secret, add ${JSON.stringify(path)}: <reason> under "allow_literals" of the story`,
		place
	}));
	if (refused.length > MOST_PLACES) {
		const message = `story "${key}" (${file}) holds ${refused.length - MOST_PLACES} more literals that look like credentials`;
		problems.push({
			code: "EXP012",
			severity: "error",
			message,
			hint: "fix those above, then export again",
			place
		});
	}
	const found = new Set(findings.map(({ path }) => path));
	const unused = allowedLiterals.filter(({ path }) => !found.has(path));
	return [...problems, ...unused.map((literal) => ({
		code: "EXP013",
		severity: "warning",
		message: `"allow_literals" of story "${key}" names ${literal.path}, where nothing looks like a credential`,
		hint: "remove the entry",
		place: literal.place
	}))];
}

// src/export/origin-story.ts
/** What keeps a live story of the origin from being exported, and what should be known of it. Errors keep its file as it is. */
function checkAtOrigin(entry, live, origin) {
	const subject = subjectOf(entry, live.name);
	if (live.teamId !== origin.teamId) return [problem$1("EXP005", "error", entry, `${subject} is in team ${live.teamId} of the origin, expected team ${origin.teamId}; ${entry.file} is kept as it is`, "move the story back, or correct the \"id\" of the story or the \"team_id\" of the origin")];
	const problems = [];
	if (live.tags.includes("detached-from-sync")) {
		const message = `${subject} carries the tag "${DETACHED_TAG}" at the origin, which would take it out of sync everywhere`;
		problems.push(problem$1("EXP008", "error", entry, message, "remove the tag on the origin and export again"));
	}
	if (!live.changeControl && origin.requireChangeControl) {
		const message = `${subject} is not under change control, so nobody approved what is live`;
		problems.push(problem$1("EXP006", "error", entry, message, "turn change control on for the story, or set \"require_change_control: false\" under \"origin\""));
	}
	if (live.disabled) {
		const message = `${subject} is disabled at the origin, and an export does not hold that: new copies at the destinations would run`;
		problems.push(problem$1("EXP010", "warning", entry, message, "enable it, or subscribe no destination to it until it should run"));
	}
	if (live.published === false) {
		const message = `the origin calls ${subject} unpublished; its live version was exported`;
		problems.push(problem$1("EXP011", "warning", entry, message, "check the story on the origin, and publish it if it is a draft"));
	}
	return problems;
}
/** What a changed identity of a story means. `before` is what the file in git holds. */
function checkIdentity(entry, before, after) {
	if (before === void 0) return [];
	const problems = [];
	if (before.guid !== after.guid) {
		const message = `${entry.file} held a different story ("${before.name}"); for the destinations "${after.name}" is a new one`;
		problems.push(problem$1("EXP015", "warning", entry, message, "check the \"id\" of the story; if the new one should take over the old one, list it under \"adopt\""));
	} else if (before.name !== after.name) {
		const message = `story "${entry.key}" was renamed at the origin, from "${before.name}" to "${after.name}"`;
		problems.push(problem$1("EXP009", "warning", entry, message, "the next sync renames it at the destinations; key and file may stay as they are"));
	}
	return problems;
}
/** Where the exported content would call the origin from every destination. */
function checkHosts(entry, after) {
	const places = fixedHosts(after);
	if (places.length === 0) return [];
	const more = places.length > 5 ? ` and ${places.length - 5} more places` : "";
	return [problem$1("EXP016", "warning", entry, `story "${entry.key}" calls its own webhook or page at a fixed host, at ${places.slice(0, 5).join(", ")}${more}; each destination gets a path and secret of its own, but this host`, "write https://<<META.tenant.domain>>/… there in Tines, so that each copy calls its own tenant")];
}
/** The origin has no such story. Whether it was deleted or is out of the key's sight, the API does not tell. */
function vanished(entry) {
	return problem$1("EXP004", "error", entry, `${subjectOf(entry)} is no longer at the origin, or not visible to the key; ${entry.file} is kept as it is`, "correct its \"id\", or take the story out of the manifest and delete the file");
}
/** Why the export of a story could not be read; `why` names request and cause. */
function unreadableExport(entry, why) {
	return problem$1("EXP007", "error", entry, `${subjectOf(entry)} could not be exported: ${why}; ${entry.file} is kept as it is`, "run again; if it persists, export the story in Tines and check it");
}
/** The file of a story cannot be replaced. */
function unwritable(entry, why) {
	return problem$1("EXP014", "error", entry, `${entry.file}, the file of story "${entry.key}", cannot be written: ${why}`, "fix that, or give the story another \"file\" in the manifest");
}
function subjectOf({ key, id }, name) {
	return `story "${key}" (id ${id}${name === void 0 ? "" : `, "${name}"`})`;
}
function problem$1(code, severity, { place }, message, hint) {
	return {
		code,
		severity,
		message,
		hint,
		place
	};
}

// src/commands/export/export-story.ts
/** Exports one story of the catalogue and compares it with its file, and with `base` where it shall be committed. */
async function exportStory(team, catalogue, entry, base) {
	const { file } = entry;
	const refused = (problems) => ({
		file,
		problems,
		told: "not exported"
	});
	const unread = (failure, gone, known = []) => failure.kind === "too_slow" ? {
		file,
		problems: known,
		late: failure,
		told: "not read in time"
	} : refused([...known, gone ? vanished(entry) : unreadableExport(entry, describeTenantFailure(failure))]);
	const listed = await findAtOrigin(team, entry);
	if (!listed.ok) return unread(listed.error, listed.error.kind === "not_found");
	const problems = checkAtOrigin(entry, listed.value, team.origin);
	if (problems.some(({ severity }) => severity === "error")) return refused(problems);
	const inGit = await readInGit(catalogue, entry);
	if (!inGit.ok) return refused([...problems, inGit.error]);
	const committed = base && await readInGit({ read: (path) => base(path, inGit.value?.bytes) }, entry);
	if (committed?.ok === false) return refused([...problems, committed.error]);
	const live = await team.reader.exportStory(listed.value.id);
	if (!live.ok) return unread(live.error, await isGone(team, listed.value.id, live.error), problems);
	const here = compareWithFile(inGit.value, live.value);
	const compared = committed === void 0 || sameFile(committed.value, inGit.value) ? here : fromCommit(compareWithFile(committed.value, live.value), here);
	if (compared.change === "unchanged") return {
		file,
		change: "unchanged",
		problems,
		told: "unchanged"
	};
	const identity = [...checkIdentity(entry, compared.before, live.value), ...checkHosts(entry, compared.after)];
	const literals = judgeLiterals(entry, await findSecrets(live.value));
	const stopped = literals.some(({ severity }) => severity === "error");
	return {
		file,
		change: compared.change,
		exported: {
			key: entry.key,
			file,
			...compared
		},
		problems: stopped ? literals : [
			...problems,
			...identity,
			...literals
		],
		told: compared.change === "add" ? "new" : "changed"
	};
}
function sameFile(one, other) {
	return one === void 0 || other === void 0 ? one === other : Buffer.compare(one.bytes, other.bytes) === 0;
}
/** What a commit would change comes first; a file that only the work tree has otherwise is put right beside it. */
function fromCommit(committed, here) {
	if (committed.change !== "unchanged") return committed;
	return here.change === "unchanged" ? here : {
		...here,
		restored: true
	};
}
/** From the listing; a story that is not in it is looked up, to say whether it moved or is gone. */
async function findAtOrigin({ reader, listing }, entry) {
	const { id } = entry;
	if (id === void 0) throw new Error(`Internal error: story ${entry.key} has no id although there is an origin`);
	const listed = listing.find((story) => story.id === id);
	return listed === void 0 ? reader.getStory(id) : ok(listed);
}
/** Between listing and export it may have been deleted, which is another thing than an export that cannot be read. */
async function isGone({ reader }, id, failure) {
	if (failure.kind !== "not_found") return false;
	const now = await reader.getStory(id);
	return !now.ok && now.error.kind === "not_found";
}
async function readInGit({ read }, entry) {
	const bytes = await read(entry.file);
	if (bytes.ok) return ok({
		file: entry.file,
		bytes: bytes.value
	});
	return bytes.error.kind === "missing" ? ok(void 0) : fail(unwritable(entry, explainRefusal(bytes.error)));
}

// src/commands/export/read-origin.ts
/** Lists the origin team, or says why that cannot be. Nothing is exported from a listing that is not complete. */
async function readOriginTeam({ origin: written, file }, keys, tenants, time) {
	if (written === void 0) return fail(problem("EXP001", `${file} names no origin, and an export reads stories from there`, "add \"origin:\" with \"tenant_url\", \"team_id\" and \"api_key\", and the \"id\" of each story"));
	const bound = keys.ofOrigin(written);
	if (!bound.ok) return fail(originUnbound(bound.error));
	const { use, origin } = bound.value;
	const reader = await tenants.reader(use, time);
	if (!reader.ok) {
		const { message, hint } = explainDestination(reader.error);
		return fail(problem("EXP002", `the origin cannot be read: ${message}`, hint));
	}
	const listing = await reader.value.listStories(origin.teamId);
	if (listing.ok) return ok({
		origin,
		reader: reader.value,
		listing: listing.value
	});
	const cause = describeTenantFailure(listing.error);
	const message = `the stories of team ${origin.teamId} of the origin could not be listed: ${cause}; nothing was written`;
	const hint = hintForTenantFailure(listing.error, {
		...origin,
		purpose: "read",
		of: "origin"
	});
	return fail(problem("EXP003", message, hint));
}
/** The time for reading was over before all stories were read; `failure` is of the first one that was not. */
function originTooSlow(origin, failure, { late, of }) {
	return problem("EXP017", `the origin was too slow: ${late} of ${count(of, "story", "stories")} could not be exported (${describeTenantFailure(failure)}); their files are kept as they are`, hintForTenantFailure(failure, {
		...origin,
		purpose: "read",
		of: "origin"
	}));
}
function problem(code, message, hint) {
	return {
		code,
		severity: "error",
		message,
		hint
	};
}

// src/commands/export/read-export.ts
/** The client allows no more to one tenant; more in flight here would only cost session. */
const IN_FLIGHT = 4;
/**
* Reads the live stories of the origin and says which files they change. Nothing is written here. A selector that
* matches nothing is an error of the call; everything else stands among the problems of the result.
*/
async function readExport(catalogue, settings, tenants, progress, time) {
	const { manifest } = catalogue;
	const wrong = unmatched("--story", settings.stories, [...manifest.stories.keys()]);
	if (wrong.length > 0) return fail(wrong);
	const team = await readOriginTeam(manifest, settings.keys, tenants, time);
	if (!team.ok) return ok({
		...NOTHING,
		problems: [team.error]
	});
	if (settings.discover === void 0) {
		const isChosen = matcher(settings.stories);
		const chosen = [...manifest.stories.values()].filter(({ key }) => isChosen(key));
		return ok(await exportAll(team.value, catalogue, chosen, progress, settings.base));
	}
	const discovered = discoverStories(team.value.listing, manifest, team.value.origin);
	if (settings.discover === "list" || discovered.stories.length === 0) return ok({
		...NOTHING,
		discovered
	});
	const added = addToManifest(catalogue, discovered.stories);
	if (!added.ok) return ok({
		...NOTHING,
		discovered,
		problems: added.error
	});
	const chosen = discovered.stories.flatMap(({ key }) => added.value.catalogue.manifest.stories.get(key) ?? []);
	const result = await exportAll(team.value, added.value.catalogue, chosen, progress, settings.base);
	if (result.problems.some(({ severity }) => severity === "error")) {
		const problems = result.problems.map(withoutPlace);
		return ok({
			...NOTHING,
			discovered,
			problems
		});
	}
	const { text, problems } = added.value;
	return ok({
		...result,
		discovered,
		manifest: {
			file: manifest.file,
			text,
			problems
		}
	});
}
function withoutPlace({ code, severity, message, hint }) {
	return {
		code,
		severity,
		message,
		hint
	};
}
const NOTHING = {
	files: [],
	exported: [],
	problems: [],
	wrote: false
};
async function exportAll(team, catalogue, chosen, progress, base) {
	progress.begin("export", chosen.length);
	const visited = await pLimit(IN_FLIGHT).map(chosen, async (entry) => {
		const story = await exportStory(team, catalogue, entry, base);
		progress.advance(entry.key, story.told);
		return story;
	});
	progress.end();
	const problems = [...visited.flatMap((story) => story.problems), ...inTime(visited, team.origin)];
	if (problems.some(({ code }) => code === "EXP012")) return {
		...NOTHING,
		problems
	};
	const exported = visited.flatMap((story) => story.exported ?? []);
	return {
		files: visited.flatMap(fileOf),
		exported,
		problems,
		wrote: false
	};
}
/** One problem for all stories that the time was over for: each of them would say the same. */
function inTime(visited, origin) {
	const late = visited.flatMap((story) => story.late ?? []);
	const [first] = late;
	return first === void 0 ? [] : [originTooSlow(origin, first, {
		late: late.length,
		of: visited.length
	})];
}
function fileOf({ file, change }) {
	return change === void 0 ? [] : [{
		path: file,
		change
	}];
}

// src/files/safe-write.ts
/**
* Writes a text file whose real place is inside `root`, whole or not at all: beside it first, then in its place. Folders
* are made, the mode of an existing file stays, and a symbolic link stays a link.
*/
async function writeFileSafely(root, path, text) {
	try {
		const target = await placeInside(root, path);
		if (target === void 0) return fail({ kind: "outside" });
		if (target.mode !== void 0 && !target.isFile) return fail({ kind: "not_a_file" });
		const mode = target.mode === void 0 ? {} : { mode: target.mode };
		await writeBeside(target.path, text, {
			...mode,
			durable: false
		});
		return ok(null);
	} catch (error) {
		return fail(refusalFor(error));
	}
}
/** The same for a file that must not be there yet, not even in the very moment of writing: what is there stays. */
async function createFileSafely(root, path, text) {
	try {
		const target = await placeInside(root, path);
		if (target === void 0) return fail({ kind: "outside" });
		if (target.mode !== void 0) return fail({ kind: "exists" });
		return await writeBeside(target.path, text, {
			durable: false,
			place: "free"
		}) ? ok(null) : fail({ kind: "exists" });
	} catch (error) {
		return fail(refusalFor(error));
	}
}
/** Where the file really is, or will be, with its folders made; undefined where that is not inside the root. */
async function placeInside(root, path) {
	const wanted = resolve(root, path);
	if (!isInside(resolve(root), wanted) || isGitsOwn(relative(resolve(root), wanted))) return void 0;
	const realRoot = await realpath(root);
	if (!isInside(realRoot, await realpath(await nearestFolder(dirname(wanted))))) return void 0;
	await mkdir(dirname(wanted), { recursive: true });
	const target = await targetOf(join(await realpath(dirname(wanted)), basename(wanted)));
	if (target === void 0 || !isInside(realRoot, target.path)) return void 0;
	return isGitsOwn(relative(realRoot, target.path)) ? void 0 : target;
}
/** The file that really is there, or will be; undefined for a link that leads nowhere. */
async function targetOf(path) {
	const found = await orUndefined(lstat(path));
	if (found === void 0) return { path };
	if (!found.isSymbolicLink()) return {
		path,
		mode: found.mode & 4095,
		isFile: found.isFile()
	};
	const real = await orUndefined(realpath(path));
	if (real === void 0) return void 0;
	const there = await stat(real);
	return {
		path: real,
		mode: there.mode & 4095,
		isFile: there.isFile()
	};
}
async function nearestFolder(folder) {
	for (let at = folder;; at = dirname(at)) if (await orUndefined(lstat(at)) !== void 0 || at === dirname(at)) return at;
}
/** Nothing of ours belongs there, and a file in it may be run. */
function isGitsOwn(path) {
	return path.split(sep).some(isGitsOwnName);
}
async function orUndefined(promise) {
	try {
		return await promise;
	} catch (error) {
		if (codeOf(error) === "ENOENT") return void 0;
		throw error;
	}
}
function refusalFor(error) {
	const code = codeOf(error);
	if (code === void 0) throw error;
	return code === "EISDIR" || code === "ENOTDIR" || code === "EEXIST" ? { kind: "not_a_file" } : {
		kind: "refused",
		code
	};
}
function codeOf(error) {
	return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : void 0;
}

// src/commands/export/write-export.ts
/** Writes what an export found into the work tree. A file that cannot be written is a problem; the others are written. */
async function writeExport(catalogue, result) {
	const { layout, manifest, source } = catalogue;
	const { root, folder } = layout;
	const problems = [];
	const failed = /* @__PURE__ */ new Set();
	for (const { key, file, text } of result.exported) {
		const written = await writeFileSafely(root, join(folder, file), text);
		if (written.ok) continue;
		failed.add(file);
		const entry = manifest.stories.get(key) ?? {
			key,
			file,
			place: {
				file: manifest.file,
				line: 1,
				column: 1
			}
		};
		problems.push(withSystemHint(unwritable(entry, explainWriteRefusal(written.error)), written.error));
	}
	if (result.manifest !== void 0 && failed.size === 0) {
		const content = {
			before: source.bytes,
			after: new TextEncoder().encode(result.manifest.text)
		};
		const written = await replaceFileSafely(root, manifestFile(layout), content);
		if (!written.ok) problems.push(manifestUnwritable(manifest.file, explainReplaceRefusal(written.error)));
	}
	const { manifest: text, ...rest } = result;
	const added = text !== void 0 && failed.size === 0 && problems.length === 0;
	const exported = result.exported.filter(({ file }) => !failed.has(file));
	return {
		...rest,
		...added ? { manifest: text } : {},
		files: result.files.filter(({ path }) => !failed.has(path)),
		exported,
		problems: [...result.problems, ...problems],
		wrote: exported.length > 0
	};
}
function manifestUnwritable(file, why) {
	return {
		code: "EXP014",
		severity: "error",
		message: `${file} cannot be written: ${why}; the exported files are there, but the catalogue does not name them`,
		hint: "fix that and run the command again"
	};
}
/** A full disk is mended otherwise than a wrong path. */
function withSystemHint(problem, refusal) {
	return refusal.kind === "refused" ? {
		...problem,
		hint: systemHint(refusal.code, problem.hint)
	} : problem;
}
/** Why a file was not written, as the end of a sentence. */
function explainWriteRefusal(refusal) {
	switch (refusal.kind) {
		case "outside": return "its real place is outside the repository, or in the folder of git itself";
		case "not_a_file": return "what is there is not a regular file";
		case "refused": return systemWords(refusal.code);
		default: return unreachable(refusal);
	}
}

// src/model/exported.ts
/** Why an export would not take a story, in the order in which it is told. */
const LEFT_OUT_REASONS = [
	"no_change_control",
	"unpublished",
	"detached"
];

// src/report/export-report.ts
/** More stories than this are counted; the JSON document names every file. */
const SHOWN = 100;
/** For a terminal. The findings stand before it. */
function exportAsText(report, paint, columns) {
	const { summaries, files, verbose } = report;
	const shown = verbose ? summaries : summaries.slice(0, SHOWN);
	const unchanged = verbose ? files.filter(({ change }) => change === "unchanged") : [];
	const blocks = [
		...discoveries(report).flatMap(({ head, stories }) => [...wrap(head, "", "  ", columns), ...stories.flatMap((story) => wrap(inTerminal(story), "  ", "      ", columns))]),
		...shown.flatMap((story) => storyLines(story, paint, columns)),
		...summaries.length > shown.length ? [`… and ${count(summaries.length - shown.length, "more story", "more stories")}`] : [],
		...unchanged.map(({ path }) => paint.dim(`  = ${inTerminal([name(path)])}`))
	];
	return [
		...blocks,
		...blocks.length > 0 ? [""] : [],
		...wrap(exportTotals(report), "", "  ", columns)
	].join("\n");
}
/** For a pull request or a job summary. */
function exportAsMarkdown(report) {
	const stories = report.summaries.slice(0, SHOWN).map(({ key, name: title, change, lines }) => {
		return [`- **${change === "add" ? "added" : "changed"}** ${inMarkdown(say`${name(key)} ${words(title)}`)}`, ...lines.map((line) => `  - ${inMarkdown([words(line)])}`)].join("\n");
	});
	if (report.summaries.length > SHOWN) stories.push(`- … ${report.summaries.length - SHOWN} more`);
	return `${[
		`### Export: ${inMarkdown(totalOf(report))}`,
		...discoveries(report).flatMap(({ head, stories: found }) => [head, ...list(found.map((story) => `- ${inMarkdown(story)}`))]),
		...list(stories),
		...findingItems(report.problems)
	].join("\n\n")}\n`;
}
function list(items) {
	return items.length === 0 ? [] : [items.join("\n")];
}
function storyLines({ key, name: title, file, change, lines }, paint, columns) {
	const symbol = change === "add" ? paint.green("+") : paint.yellow("~");
	const head = `${inTerminal(say`${name(key)} ${words(JSON.stringify(title))}`)} ${paint.dim(inTerminal([name(file)]))}`;
	return [...wrap(head, `  ${symbol} `, "      ", columns), ...lines.flatMap((line) => wrap(inTerminal([words(line)]), "      ", "        ", columns))];
}
const LEFT_OUT = {
	no_change_control: "Left out, because they are not under change control; turn it on, or set \"require_change_control: false\" under \"origin\":",
	unpublished: "Left out, because the origin calls them unpublished; publish them first:",
	detached: "Left out, because they carry the tag \"detached-from-sync\"; remove it on the origin first:"
};
/** What was found beside the catalogue: headings of ours, and a phrase for each story. */
function discoveries({ discovered, added, verbose }) {
	if (discovered === void 0) return [];
	const head = added ? "Added to the catalogue:" : "Not in the catalogue yet; \"storysync export --discover --add\" adds them:";
	const stories = discovered.stories.map(({ id, name: title, key }) => say`${name(key)}: id ${String(id)}, ${words(JSON.stringify(title))}`);
	const leftOut = LEFT_OUT_REASONS.map((reason) => {
		const those = discovered.leftOut.filter((story) => story.reason === reason);
		const shown = verbose ? those : those.slice(0, SHOWN);
		const more = those.length - shown.length;
		const phrases = shown.map(({ id, name: title }) => say`id ${String(id)}, ${words(JSON.stringify(title))}`);
		return {
			head: LEFT_OUT[reason],
			stories: more === 0 ? phrases : [...phrases, [`… and ${more} more`]]
		};
	});
	return [{
		head,
		stories
	}, ...leftOut].filter((found) => found.stories.length > 0);
}
/** The line that counts, as plain text. */
function exportTotals(report) {
	return inTerminal(totalOf(report));
}
/** One line that counts: what changed, what did not, what could not be exported. */
function totalOf(report) {
	const { files, discovered, check, problems, origin, added } = report;
	const errors = problems.filter(({ severity }) => severity === "error").length;
	if (problems.some(({ code }) => code === "EXP012")) return ["Stopped: something looks like a credential. Nothing was written."];
	if (discovered !== void 0 && !added && errors === 0) {
		const { stories, leftOut } = discovered;
		if (stories.length === 0 && leftOut.length === 0) return ["Nothing to discover: the catalogue has every story of the team."];
		const left = leftOut.length === 0 ? "" : `, ${leftOut.length} left out`;
		return stories.length === 0 ? [`Nothing to discover: an export would take none of the ${count(leftOut.length, "story", "stories")} that the catalogue lacks.`] : [`${count(stories.length, "story", "stories")} not in the catalogue${left}; nothing was written.`];
	}
	const of = (change) => files.filter((file) => file.change === change).length;
	const [add, update, unchanged] = [
		of("add"),
		of("update"),
		of("unchanged")
	];
	if (add + update + errors === 0) {
		const who = origin === void 0 ? "the origin" : name(origin);
		return say`Nothing to write: ${count(unchanged, "file")} ${unchanged === 1 ? "matches" : "match"} ${who}.`;
	}
	const told = check ? `${add} would be added, ${update} would be changed, ${unchanged} unchanged` : `${add} added, ${update} changed, ${unchanged} unchanged`;
	const from = origin === void 0 ? [] : say` from ${name(origin)}`;
	return say`${told}${errors > 0 ? `, ${count(errors, "error")}` : ""}${from}`;
}

export { createFileSafely as a, readOriginTeam as c, writeExport as i, isGitsOwnName as l, exportAsText as n, NOTHING as o, explainWriteRefusal as r, readExport as s, exportAsMarkdown as t };