import { M as isCommit, N as releaseOf, j as commitCommand, n as readTimeoutOf, r as requestsOf } from "./options.js";
import { n as fail, r as ok } from "./dist.js";
import { E as countManifest, M as readFileSafely, T as NO_COUNTS, b as slugify, d as openStory, j as isInside, k as openRepository, p as checkTogether, w as todayOf } from "./workspace.js";
import { $ as currentBranch, At as manifestFile, Bt as parseTenantUrl, Ht as manifestSchema, Nt as shownPath, Rt as byTextOf, jt as manifestInGit } from "./stories-at.js";
import { n as openSource } from "./open-catalogue.js";
import { d as finding, u as cannotRun } from "./lock-holder.js";
import { n as systemHint } from "./system-code.js";
import { a as createFileSafely, c as readOriginTeam, n as exportAsText, r as explainWriteRefusal, s as readExport, t as exportAsMarkdown } from "./export-report.js";
import { r as parseJson, x as isObject } from "./read.js";
import { g as textValue, h as flowValue } from "./manifest-edit.js";
import { O as bind, i as findingsToJson, t as Session } from "./session.js";
import { i as ReadingTime, n as withReaders, t as openProgress } from "./progress.js";
import { n as explainNative } from "./explain-native.js";
import { n as describeTenantFailure, r as hintForTenantFailure } from "./explain-destination.js";
import { t as VendorClaims } from "./claims.js";
import { t as KEY_SUFFIX } from "./key-name.js";
import { g as inTerminal, h as inMarkdown, u as count, v as name, x as asMarkdownCode, y as say } from "./unsigned-state.js";
import { t as wrap } from "./wrap.js";
import { i as VERSION } from "./terminal.js";
import { dirname, join, relative, resolve, sep } from "node:path";
import { lstat, rm, rmdir, stat } from "node:fs/promises";

// src/workspace/refused-destination.ts
/** The rules of `validate` for destinations that nobody has written yet, by what their stories hold. */
function destinationRefusal(manifest, texts) {
	const stories = /* @__PURE__ */ new Map();
	for (const entry of manifest.stories.values()) {
		const bytes = texts.get(entry.key);
		const file = bytes && {
			kind: "bytes",
			bytes,
			shown: entry.file
		};
		const { story } = openStory(entry, file, manifest, void 0);
		if (story !== void 0) stories.set(entry.key, story);
	}
	const accepted = /* @__PURE__ */ new Set();
	return (name, keys) => {
		const list = keys.join(" ");
		if (accepted.has(list)) return void 0;
		const alone = {
			...manifest,
			destinations: [withStories(name, keys, manifest.file)]
		};
		const refused = checkTogether(alone, stories).find(({ severity }) => severity === "error");
		if (refused === void 0) accepted.add(list);
		return refused?.message;
	};
}
function withStories(name, stories, file) {
	const place = {
		file,
		line: 1,
		column: 1
	};
	return {
		name,
		tenantUrl: "",
		teamId: 0,
		keyName: "",
		engine: "native",
		subscriptions: stories.map((storyKey) => ({
			storyKey,
			place,
			adopt: false
		})),
		manualSyncOnly: false,
		labels: {},
		webhookUrls: "keep",
		changeControl: "fail",
		onDrift: "overwrite",
		prerequisites: "fail",
		place
	};
}

// src/commands/init/installed-package.ts
const SCHEMA_FILE = "schemas/sync.schema.json";
/** Looks where Node would: in this folder and those around it, up to `root`. */
async function findInstalledPackage(folder, root) {
	for (let at = folder;; at = dirname(at)) {
		const modules = join(at, "node_modules");
		const schema = join(modules, "storysync", SCHEMA_FILE);
		if ((await stat(schema).catch(() => void 0))?.isFile() === true) {
			const source = await sourceOf(modules);
			return {
				schema,
				...source === void 0 ? {} : { source }
			};
		}
		if (at === root || dirname(at) === at) return void 0;
	}
}
/** What npm noted when it installed the package. */
async function sourceOf(modules) {
	const bytes = await readFileSafely(modules, ".package-lock.json");
	if (!bytes.ok) return void 0;
	const read = parseJson(bytes.value.toString("utf8"));
	const packages = read.ok && isObject(read.value) ? read.value.packages : void 0;
	const own = isObject(packages) ? packages["node_modules/storysync"] : void 0;
	const resolved = isObject(own) ? own.resolved : void 0;
	return typeof resolved === "string" ? readGitUrl(resolved) : void 0;
}
const GIT_URL = /^git\+(?:ssh:\/\/git@|https:\/\/)github\.com\/([\w-]+\/[\w.-]+?)(?:\.git)?#([0-9a-f]+)$/;
function readGitUrl(url) {
	const [, repository, commit] = GIT_URL.exec(url) ?? [];
	if (repository === void 0 || commit === void 0) return void 0;
	const source = {
		repository,
		path: "",
		ref: commit
	};
	return isCommit(source) ? source : void 0;
}

// src/commands/init/setup-place.ts
async function findSetupPlace(directory, manifestPath) {
	const folder = dirname(resolve(directory, manifestPath));
	const repository = await openRepository(folder);
	const root = repository?.root ?? (isInside(resolve(directory), folder) ? resolve(directory) : folder);
	const installed = await findInstalledPackage(folder, root);
	return {
		layout: {
			root,
			folder,
			manifestPath
		},
		repository,
		branch: await defaultBranch(repository),
		...installed === void 0 ? {} : { installed },
		hasPackages: await isThere(join(root, "node_modules"))
	};
}
/** A path as a file in `folder` names it: forward slashes. */
function fromFolder({ folder }, path) {
	return relative(folder, path).split(sep).join("/");
}
/** Whether anything has this name, be it a link that leads nowhere. */
async function isThere(path) {
	return lstat(path).then(() => true, () => false);
}
/** What git calls the first branch of a new repository is its default one; later only `master` gives itself away. */
async function defaultBranch(repository) {
	if (repository === void 0) return "main";
	const branch = await currentBranch(repository.dirs.gitDir);
	const isFirst = await repository.head() === void 0;
	return branch !== void 0 && (isFirst || branch === "master") ? branch : "main";
}

// src/commands/init/create-files.ts
/** Creates all of these files, in this order, or none. What is there already is never touched. */
async function createFiles(layout, files) {
	const madeFiles = [];
	const madeFolders = [];
	for (const { path, text } of files) {
		madeFolders.push(...await missingFolders(dirname(path)));
		const created = await createFileSafely(layout.root, path, text);
		if (created.ok) {
			madeFiles.push(path);
			continue;
		}
		await takeBack(madeFiles, madeFolders);
		const refusal = created.error;
		const why = refusal.kind === "exists" ? "somebody else has just written it" : explainWriteRefusal(refusal);
		const hint = "make room for it, then run the command again";
		return fail({
			code: "INI003",
			severity: "error",
			message: `${shownPath(layout, fromFolder(layout, path))} cannot be written: ${why}; nothing is left of the others`,
			hint: refusal.kind === "refused" ? systemHint(refusal.code, hint) : hint
		});
	}
	return ok(null);
}
/** Outermost first. */
async function missingFolders(folder) {
	if (dirname(folder) === folder || await isThere(folder)) return [];
	return [...await missingFolders(dirname(folder)), folder];
}
/** What cannot be taken back is in nobody's way: the next call keeps what it finds. */
async function takeBack(files, folders) {
	for (const file of files) await rm(file, { force: true }).catch(() => {});
	for (const folder of folders.toReversed()) await rmdir(folder).catch(() => {});
}

// src/commands/init/manifest-text.ts
/** A manifest to begin with: valid as it stands, and what is to be filled in stands there as a comment. */
function manifestText(schema, origin) {
	return `${[
		`# yaml-language-server: $schema=${schema}`,
		"version: 1",
		"",
		...origin === void 0 ? EXAMPLE_ORIGIN : originLines(origin),
		"",
		"# The stories of this repository. The key names the file: stories/<key>.json",
		"stories: {}",
		"",
		DESTINATIONS,
		"#   contoso:",
		"#     destination_tenant_url: https://contoso.tines.com",
		"#     destination_tenant_api_key: ${CONTOSO_TINES_API_KEY}",
		"#     destination_team_id: 42",
		"#     stories: [phishing-triage]",
		"destinations: {}"
	].join("\n")}\n`;
}
const DESTINATIONS = "# Which tenants get which stories. Write them in place of the {}, like this:";
/** The same with destinations instead of the example. */
function withDestinationsIn(text, lines) {
	return `${text.slice(0, text.lastIndexOf(DESTINATIONS))}${lines.join("\n")}\n`;
}
const ABOUT_ORIGIN = "# The tenant and the team whose published stories are kept here.";
const ABOUT_KEY = "# the name of an environment variable, never a key";
const EXAMPLE_ORIGIN = [
	`${ABOUT_ORIGIN} Fill this in, then "storysync export --discover --add" fills "stories".`,
	"# origin:",
	"#   tenant_url: https://acme.tines.com",
	"#   team_id: 7",
	`#   api_key: \${ACME_TINES_API_KEY} ${ABOUT_KEY}`
];
function originLines({ tenantUrl, teamId, keyName }) {
	return [
		ABOUT_ORIGIN,
		"origin:",
		`  tenant_url: ${/^[\w:/.-]+$/.test(tenantUrl) ? tenantUrl : JSON.stringify(tenantUrl)}`,
		`  team_id: ${teamId}`,
		`  api_key: \${${keyName}} ${ABOUT_KEY}`
	];
}

// src/commands/init/native-text.ts
const GROUP = "baseline";
/** A list longer than this stands on lines of its own. */
const WIDTH = 100;
/** What goes in place of the examples: the vendor's destinations, and the list that most of them share as a group. */
function destinationLines(destinations) {
	const shared = sharedList(destinations);
	return [
		...shared === void 0 ? [] : [
			"groups:",
			...listLines("  ", GROUP, shared),
			""
		],
		"# Carried by the vendor's own Story syncing (engine: native). An unchanged destination needs no key of its own.",
		"destinations:",
		...destinations.flatMap((destination) => linesOf(destination, shared))
	];
}
function linesOf({ name, tenantUrl, teamId, keyName, manualSyncOnly, stories }, shared) {
	return [
		`  ${textValue(name, "block")}:`,
		"    engine: native",
		`    destination_tenant_url: ${textValue(tenantUrl, "block")}`,
		...keyName === null ? [] : [`    destination_tenant_api_key: \${${keyName}}`],
		`    destination_team_id: ${teamId}`,
		...manualSyncOnly ? ["    manual_sync_only: true"] : [],
		...listLines("    ", "stories", shared !== void 0 && same(shared, stories) ? [`@${GROUP}`] : stories)
	];
}
function listLines(indent, key, list) {
	const line = `${indent}${key}: ${flowValue({ list })}`;
	if (line.length <= WIDTH) return [line];
	return [`${indent}${key}:`, ...list.map((each) => `${indent}  - ${textValue(each, "block")}`)];
}
/** The list that most destinations have, where several have it and a name for it saves anything. */
function sharedList(destinations) {
	const [most] = [...Map.groupBy(destinations.map(({ stories }) => stories).filter((stories) => stories.length > 1), (stories) => stories.join(" ")).values()].toSorted((a, b) => b.length - a.length);
	return most !== void 0 && most.length > 1 ? most[0] : void 0;
}
function same(left, right) {
	return left.join(" ") === right.join(" ");
}

// src/commands/init/read-vendor-destinations.ts
/** All sync destinations of the origin tenant, which it shows to the key of a tenant owner alone. */
async function readVendorDestinations(manifest, keys, tenants, time) {
	const bound = manifest.origin && keys.ofOrigin(manifest.origin);
	const reader = bound?.ok === true ? await tenants.reader(bound.value.use, time) : void 0;
	const listed = reader?.ok === true ? await reader.value.listSyncDestinations() : void 0;
	if (listed?.ok === true) return listed;
	const team = await readOriginTeam(manifest, keys, tenants, time);
	if (!team.ok) return team;
	if (listed === void 0) throw new Error("Internal error: the origin was not asked for its sync destinations.");
	return fail(unlisted(team.value.origin, listed.error));
}
const ASK_OWNER = "use the key of a tenant owner";
function unlisted(origin, failure) {
	const { message, hint } = failure.kind === "not_found" ? explainNative({
		kind: "owner_key_needed",
		...origin
	}) : {
		message: `the sync destinations of the origin could not be listed: ${describeTenantFailure(failure)}`,
		hint: hintForTenantFailure(failure, {
			...origin,
			purpose: "read",
			of: "origin"
		})
	};
	return {
		code: "INI005",
		severity: "error",
		message: `${message}; nothing was written`,
		hint: hint ?? ASK_OWNER
	};
}

// src/commands/init/read-origin-stories.ts
/**
* What `export --discover --add` would make of a manifest that nobody has written yet, and the vendor's sync destinations
* where they are asked for. The address comes from whoever calls, not from a file of the repository, so no default
* branch has to vouch for it.
*/
async function readOriginStories(world, catalogue, settings, progress) {
	const keys = bind({ kind: "worktree" });
	const reading = {
		keys,
		stories: [],
		discover: "add"
	};
	const time = new ReadingTime(world.clock, settings).ofOne();
	const read = await withReaders(world, settings, async (tenants) => {
		const vendor = settings.native ? await readVendorDestinations(catalogue.manifest, keys, tenants, time) : ok(void 0);
		if (!vendor.ok) return finding([vendor.error]);
		const found = await readExport(catalogue, reading, tenants, progress, time);
		return found.ok ? ok({
			found: found.value,
			vendor: vendor.value
		}) : cannotRun(found.error);
	}).finally(() => time.close());
	if (!read.ok) return read;
	const { found, vendor, closingProblems } = read.value;
	const problems = [
		...found.manifest?.problems ?? [],
		...found.problems,
		...closingProblems
	];
	if (problems.some(({ severity }) => severity === "error")) return finding(problems);
	const there = found.exported.filter(({ change }) => change === "update").map(isThereAlready);
	if (there.length > 0) return finding(there);
	return ok({
		...storiesOf(catalogue, found),
		...vendor === void 0 ? {} : { vendor },
		problems
	});
}
function storiesOf({ source }, { manifest, exported, files, discovered }) {
	return {
		text: manifest?.text ?? new TextDecoder().decode(source.bytes),
		exported,
		unchanged: files.filter(({ change }) => change === "unchanged").map(({ path }) => path),
		discovered: discovered ?? {
			stories: [],
			leftOut: []
		}
	};
}
function isThereAlready({ file, key }) {
	return {
		code: "INI002",
		severity: "error",
		message: `${file} is there already, with other content than story "${key}" of the origin; nothing was written`,
		hint: "move the file away, then run the command again"
	};
}

// src/export/vendor-names.ts
const LONGEST = 63;
const VENDOR_HOST = /\.tines\.(?:com|io)$/;
/**
* The vendor's sync destinations have no names, so each gets that of its tenant: `contoso` for contoso.tines.com, the
* whole host elsewhere, or the end of the path where there is one. Where a tenant has several, or is the origin's own,
* the team goes behind it; a number where two still meet, in the order of the ids.
*/
function nameDestinations(places, originUrl) {
	const sorted = places.toSorted((a, b) => a.id - b.id);
	const meeting = Map.groupBy([...sorted.map(({ tenantUrl }) => tenantUrl), originUrl], tenantName);
	const names = /* @__PURE__ */ new Map();
	const taken = /* @__PURE__ */ new Set();
	for (const { id, tenantUrl, teamId } of sorted) {
		const tenant = tenantName(tenantUrl);
		const alone = meeting.get(tenant)?.length === 1;
		const name = free(taken, (end) => ended(tenant, `${alone ? "" : `-${teamId}`}${end === "" ? "" : `-${end}`}`));
		names.set(id, name);
		taken.add(name);
	}
	return names;
}
/** `T_4711_TINES_API_KEY` for `4711`; the rule is the manifest's own, so that nobody has to look names up. */
function keyNamesFor(names, originKey) {
	const taken = /* @__PURE__ */ new Set([originKey]);
	return new Map(names.map((name) => {
		const stem = name.toUpperCase().replace(/[^A-Z0-9]/g, "_").replace(/^(?=\d)/, "T_");
		const key = free(taken, (end) => `${stem}${end === "" ? "" : `_${end}`}${KEY_SUFFIX}`);
		taken.add(key);
		return [name, key];
	}));
}
function tenantName(tenantUrl) {
	const { hostname, pathname } = new URL(tenantUrl);
	const named = pathname.split("/").findLast((part) => part !== "") ?? (VENDOR_HOST.test(hostname) ? hostname.split(".")[0] : hostname);
	const slug = slugify(named ?? "").replaceAll("_", "-");
	return slug === "" ? "tenant" : slug;
}
function ended(name, end) {
	return name.slice(0, LONGEST - end.length).replace(/-$/, "") + end;
}
function free(taken, nameWith) {
	for (let number = 1;; number += 1) {
		const name = nameWith(number === 1 ? "" : String(number));
		if (!taken.has(name)) return name;
	}
}

// src/commands/init/take-over.ts
/**
* What the vendor has, in the manifest's terms. One that cannot be written down as it is stays out as a whole, and is
* told: with a part of its stories, the first sync would take the others off the vendor's list.
*/
function takeOver(vendor, origin, discovered, refusalOf) {
	const claims = new VendorClaims(vendor, origin.teamId);
	const told = /* @__PURE__ */ new Set();
	const candidates = [];
	const problems = [...ofOtherTeams(vendor, origin)];
	for (const object of claims.all) {
		if (told.has(object.id)) continue;
		const read = candidateOf(object, claims, origin, discovered, refusalOf);
		if (read.ok) candidates.push(read.value);
		else {
			for (const id of read.error.ids) told.add(id);
			problems.push(leftOut(read.error));
		}
	}
	const names = nameDestinations(candidates, origin.tenantUrl);
	const named = candidates.map((candidate) => ({
		...candidate,
		name: names.get(candidate.id) ?? ""
	})).toSorted(byTextOf(({ name }) => name));
	const remote = named.filter(({ tenantUrl }) => tenantUrl !== origin.tenantUrl).map(({ name }) => name);
	const keys = keyNamesFor(remote, origin.keyName);
	const destinations = named.map(({ name, tenantUrl, teamId, stories, object }) => {
		const manualSyncOnly = object.manualSyncOnly === true;
		return {
			name,
			tenantUrl,
			teamId,
			keyName: keys.get(name) ?? null,
			manualSyncOnly,
			stories,
			object
		};
	});
	return {
		destinations,
		problems: [...problems, ...toKnow(destinations)]
	};
}
function candidateOf(object, claims, origin, discovered, refusalOf) {
	const { id, teamId } = object;
	const out = (why, hint, ids = [id]) => fail({
		ids,
		why,
		hint
	});
	const written = /^[a-z][a-z0-9+.-]*:\/\//i.test(object.tenantUrl) ? object.tenantUrl : `https://${object.tenantUrl}`;
	const url = parseTenantUrl(written);
	if (!url.ok) return out(`its address ${url.error.message}`, "make it anew at the origin, with a correct address");
	const twins = claims.at(object).map((one) => one.id);
	if (twins.length > 1) return out("they are the same: origin team, tenant and team", "delete all but one there, keeping their stories", twins);
	if (url.value === origin.tenantUrl && teamId === origin.teamId) return out("it is the origin itself", "delete it at the origin; nothing can be synced from a team to itself");
	const keys = new Map(discovered.stories.map((story) => [story.id, story.key]));
	const lacking = object.subscriptions.filter(({ storyId }) => !keys.has(storyId));
	const [first] = lacking;
	if (first !== void 0) {
		const more = lacking.length > 1 ? ` (and ${lacking.length - 1} more)` : "";
		const { why, hint } = WITHOUT[discovered.leftOut.find((each) => each.id === first.storyId)?.reason ?? "unknown"];
		return out(`${first.storyName === null ? `story ${first.storyId}` : `"${first.storyName}" (${first.storyId})`}${more} ${why}`, hint);
	}
	const wanted = new Set(object.subscriptions.map(({ storyId }) => storyId));
	const stories = discovered.stories.filter((story) => wanted.has(story.id)).map(({ key }) => key);
	const refused = refusalOf(String(id), stories);
	if (refused !== void 0) return out(refused, "change the list at the origin, then write it into the manifest");
	return ok({
		id,
		tenantUrl: url.value,
		teamId,
		stories,
		object
	});
}
const WITHOUT = {
	unknown: {
		why: "is not among the stories of the origin team",
		hint: "take it off the list at the origin, then run init again or write the destination by hand"
	},
	no_change_control: {
		why: "is not under change control at the origin",
		hint: "turn change control on for it, then run init again or write the destination by hand"
	},
	unpublished: {
		why: "is not published at the origin",
		hint: "publish it, then run init again or write the destination by hand"
	},
	detached: {
		why: "carries the tag \"detached-from-sync\" at the origin",
		hint: "remove the tag, then run init again or write the destination by hand"
	}
};
function leftOut({ ids, why, hint }) {
	const [one, are] = ids.length === 1 ? ["sync destination", "is"] : ["sync destinations", "are"];
	return {
		code: "INI006",
		severity: "warning",
		message: `${one} ${ids.join(", ")} of the vendor ${are} left out: ${why}`,
		hint: `the vendor goes on as before; ${hint}`
	};
}
/** What other teams sync is no business of this repository. */
function ofOtherTeams(vendor, { teamId, tenantUrl }) {
	return [...Map.groupBy(vendor.filter(({ originTeamId }) => originTeamId !== teamId), ({ originTeamId }) => originTeamId)].toSorted(([a], [b]) => a - b).map(([team, objects]) => ({
		code: "INI006",
		severity: "warning",
		message: `${count(objects.length, "sync destination")} of team ${team} of the origin ${objects.length === 1 ? "is" : "are"} left out: this repository keeps the stories of team ${teamId}`,
		hint: `the vendor goes on as before; a repository of its own: storysync init --native --from ${tenantUrl} --team ${team}`
	}));
}
const MOST_NAMES = 3;
/** What keeps the first plan from being empty, and what the vendor did not say. */
function toKnow(destinations) {
	const open = destinations.flatMap(({ name, manualSyncOnly, object: { subscriptions } }) => {
		const waiting = subscriptions.filter(({ status }) => status !== "synced");
		if (waiting.length === 0) return [];
		const shown = waiting.slice(0, MOST_NAMES).map(({ storyName, storyId, status, errorMessage }) => {
			const how = status === "failed" ? ` failed${errorMessage === null ? "" : `: ${errorMessage}`}` : "";
			return `"${storyName ?? storyId}"${how}`;
		});
		const more = waiting.length > MOST_NAMES ? ` and ${waiting.length - MOST_NAMES} more` : "";
		const hint = manualSyncOnly ? `they wait for somebody to ask: storysync sync --manual --destination ${name}` : "the first sync asks the vendor for them";
		return [{
			code: "INI007",
			severity: "warning",
			message: `the vendor does not call all stories of "${name}" synced: ${shown.join(", ")}${more}`,
			hint
		}];
	});
	const silent = destinations.filter(({ object }) => object.manualSyncOnly === null).length;
	if (silent === 0) return open;
	return [...open, {
		code: "INI007",
		severity: "warning",
		message: `the tenant does not tell which of its sync destinations are synced by hand only; ${silent === 1 ? "one is" : `${silent} are`} written as synced by every publish`,
		hint: "write \"manual_sync_only: true\" where the dashboard says so"
	}];
}

// src/commands/init/workflow.json
var workflow_default = [
	"# Checks and plans pull requests, pushes merges, looks for drift at night.",
	"#",
	"# \"storysync init\" writes this file to .github/workflows/storysync.yml; a copy does as well. Then, in this order:",
	"#",
	"# 1. Pin. `storysync/storysync@000… # v0.1.0` stands for the commit of that version. Replace the zeros by what the last",
	"#    line of this command says (for a copy of your own, use its address and name):",
	"#      git ls-remote https://github.com/storysync/storysync v0.1.0 'v0.1.0^{}'",
	"# 2. Reading keys. The secret TINES_API_KEYS of the repository: a map from the names in sync.yaml to keys, one line for each",
	"#    tenant. Use team keys with the role Viewer: they can plan and cannot write.",
	"#      CONTOSO_TINES_API_KEY: the key",
	"#      FABRIKAM_TINES_API_KEY: the key",
	"# 3. The environment `production`, before the first run: GitHub creates a missing one by itself, without any rule.",
	"#    Required reviewers, and under \"Deployment branches and tags\" the default branch alone.",
	"# 4. Writing keys. Secrets of that environment, which win over those of the repository: TINES_API_KEYS with the same names",
	"#    and keys with the role Editor; STORYSYNC_STATE_KEY, made with `openssl rand -hex 32`.",
	"# 5. The environment `plan`: the default branch alone, no reviewers, the same STORYSYNC_STATE_KEY. It signs the plan that is",
	"#    approved, and proves recorded state. Without that secret in both, recorded state is only a hint.",
	"#",
	"# Whoever may change a workflow that holds the keys has the keys. The environment is the only guard: without it, anybody who may",
	"# push a branch can write to every customer. docs/action.md says more.",
	"#",
	"# Pull requests from forks have no secrets; storysync-forks.yml is for them.",
	"name: storysync",
	"",
	"on:",
	"  pull_request:",
	"  push:",
	"    branches: [main]",
	"  schedule:",
	"    - cron: '17 2 * * *' # not on the hour, when everybody else's jobs start",
	"  workflow_dispatch:",
	"    inputs:",
	"      destinations:",
	"        description: Only these destinations (names, globs; empty means all)",
	"        type: string",
	"      stories:",
	"        description: Only these stories (keys, globs; empty means all)",
	"        type: string",
	"      manual:",
	"        description: Also destinations with manual_sync_only",
	"        type: boolean",
	"        default: false",
	"      force:",
	"        description: Push stories once more that are equal, or that failed verification",
	"        type: boolean",
	"        default: false",
	"",
	"# Each job takes what it needs.",
	"permissions: {}",
	"",
	"jobs:",
	"  pull-request:",
	"    name: Plan the pull request",
	"    # A key is used only where the main branch already sends it; what is new is planned from git alone.",
	"    if: github.event_name == 'pull_request' && github.event.pull_request.head.repo.full_name == github.repository",
	"    runs-on: ubuntu-latest",
	"    timeout-minutes: 30",
	"    permissions:",
	"      contents: read",
	"      checks: write # the check run with its annotations",
	"      pull-requests: write # the one comment",
	"    # A newer commit makes the plan of an older one useless. Plans write nothing, so they may be cancelled.",
	"    concurrency:",
	"      group: storysync-plan-${{ github.event.pull_request.number }}",
	"      cancel-in-progress: true",
	"    steps:",
	"      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0",
	"        with:",
	"          persist-credentials: false",
	"          fetch-depth: 0 # without a state key only git's history tells an edit there from an older version of ours",
	"      - uses: storysync/storysync@0000000000000000000000000000000000000000 # v0.1.0",
	"        with:",
	"          api-keys: ${{ secrets.TINES_API_KEYS }} # of the repository: read-only",
	"",
	"  # After a merge: what is about to happen is planned again, saved, and shown to the reviewer.",
	"  plan:",
	"    name: Plan the merge",
	"    if: github.event_name == 'push'",
	"    runs-on: ubuntu-latest",
	"    timeout-minutes: 30",
	"    environment: plan",
	"    permissions:",
	"      contents: read",
	"      checks: write # the check run with its annotations",
	"    # The plan of an older merge would be superseded anyway.",
	"    concurrency:",
	"      group: storysync-plan-merge",
	"      cancel-in-progress: true",
	"    outputs:",
	"      changes: ${{ steps.storysync.outputs.changes }}",
	"    steps:",
	"      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0",
	"        with:",
	"          persist-credentials: false",
	"      - uses: storysync/storysync@0000000000000000000000000000000000000000 # v0.1.0",
	"        id: storysync",
	"        with:",
	"          command: plan",
	"          check-name: storysync plan",
	"          api-keys: ${{ secrets.TINES_API_KEYS }} # of the repository: read-only",
	"          state-key: ${{ secrets.STORYSYNC_STATE_KEY }}",
	"      # Also when something is blocked: one bad destination does not hold up the others.",
	"      - uses: actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2",
	"        if: ${{ !cancelled() && steps.storysync.outputs.plan-file != '' }}",
	"        with:",
	"          name: storysync-plan",
	"          path: ${{ steps.storysync.outputs.plan-file }}",
	"",
	"  # Applies exactly that plan. A destination that changed meanwhile is `plan_stale` and left alone; run it by hand then.",
	"  # A run whose commit is no longer the newest pushes nothing (`superseded`): reject it, and approve the newer one.",
	"  apply:",
	"    name: Push what was planned",
	"    needs: plan",
	"    if: ${{ !cancelled() && github.event_name == 'push' && needs.plan.outputs.changes != '' && needs.plan.outputs.changes != '0' }}",
	"    runs-on: ubuntu-latest",
	"    timeout-minutes: 120",
	"    environment: production",
	"    permissions:",
	"      contents: write # the branch storysync/state: what is recorded of each destination",
	"      checks: write # the check run with its annotations",
	"    # One sync after the other, none cancelled, none dropped. Without `queue` a third run would replace the second.",
	"    concurrency:",
	"      group: storysync-sync",
	"      cancel-in-progress: false",
	"      queue: max",
	"    steps:",
	"      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0",
	"        with:",
	"          persist-credentials: false",
	"      - uses: actions/download-artifact@d3f86a106a0bac45b974a628896c90dbdf5c8093 # v4.3.0",
	"        with:",
	"          name: storysync-plan",
	"          path: ${{ runner.temp }}/approved",
	"      - uses: storysync/storysync@0000000000000000000000000000000000000000 # v0.1.0",
	"        id: storysync",
	"        with:",
	"          command: sync",
	"          plan-file: ${{ runner.temp }}/approved/plan.json",
	"          api-keys: ${{ secrets.TINES_API_KEYS }} # of the environment: they write",
	"          state-key: ${{ secrets.STORYSYNC_STATE_KEY }}",
	"          time-budget: '90' # minutes; the rest is `not_reached` until the next run",
	"          page: true # the whole fleet on one page, fleet.html",
	"      - uses: actions/upload-artifact@ea165f8d65b6e75b540449e92b4886f43607fa02 # v4.6.2",
	"        if: ${{ !cancelled() && steps.storysync.outputs.status-file != '' }}",
	"        with:",
	"          name: storysync-status",
	"          path: |",
	"            ${{ steps.storysync.outputs.status-file }}",
	"            ${{ steps.storysync.outputs.page-file }}",
	"",
	"  # By hand: everything, or what the form names. Destinations with `manual_sync_only` are pushed when named exactly.",
	"  by-hand:",
	"    name: Sync by hand",
	"    # The form offers any branch; only the default one is pushed, and the environment gives the keys to no other.",
	"    if: github.event_name == 'workflow_dispatch' && github.ref == format('refs/heads/{0}', github.event.repository.default_branch)",
	"    runs-on: ubuntu-latest",
	"    timeout-minutes: 120",
	"    environment: production",
	"    permissions:",
	"      contents: write # the branch storysync/state: what is recorded of each destination",
	"      checks: write # the check run with its annotations",
	"    concurrency:",
	"      group: storysync-sync",
	"      cancel-in-progress: false",
	"      queue: max",
	"    steps:",
	"      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0",
	"        with:",
	"          persist-credentials: false",
	"      - uses: storysync/storysync@0000000000000000000000000000000000000000 # v0.1.0",
	"        with:",
	"          destinations: ${{ inputs.destinations }}",
	"          stories: ${{ inputs.stories }}",
	"          manual: ${{ inputs.manual }}",
	"          force: ${{ inputs.force }}",
	"          api-keys: ${{ secrets.TINES_API_KEYS }} # of the environment: they write",
	"          state-key: ${{ secrets.STORYSYNC_STATE_KEY }}",
	"",
	"  # At night: a full comparison with every tenant. Edits made there are annotated on the manifest; the job stays green.",
	"  drift:",
	"    name: Look for drift",
	"    if: github.event_name == 'schedule'",
	"    runs-on: ubuntu-latest",
	"    timeout-minutes: 60",
	"    environment: plan",
	"    permissions:",
	"      contents: read",
	"      checks: write # the check run with its annotations",
	"    concurrency:",
	"      group: storysync-drift",
	"      cancel-in-progress: true",
	"    steps:",
	"      - uses: actions/checkout@08c6903cd8c0fde910a37f88322edcfb5dd907a8 # v5.0.0",
	"        with:",
	"          persist-credentials: false",
	"      - uses: storysync/storysync@0000000000000000000000000000000000000000 # v0.1.0",
	"        with:",
	"          api-keys: ${{ secrets.TINES_API_KEYS }} # of the repository: read-only",
	"          state-key: ${{ secrets.STORYSYNC_STATE_KEY }}",
	""
];

// src/commands/init/workflow.ts
/** `owner/name@000… # v1.2.3`, as the examples write it. */
const PLACEHOLDER = /storysync\/storysync@0{40} # v[\w.-]+/g;
/** A step of ours, down to where its inputs begin. */
const OUR_STEP = /^( +)- uses: storysync\/storysync@0{40} # v[\w.-]+\n(?: +id: .*\n)? +with:\n/gm;
/** The first of the numbered steps on top of the file. */
const PIN_STEP = /^# 1\. Pin\.[^\n]*\n(?:# {4}[^\n]*\n)*/m;
/** The workflow that examples/workflows shows, for one repository. */
function workflowText({ action, manifest, branch }) {
	let text = workflow_default.join("\n");
	if (manifest !== "sync.yaml") text = text.replaceAll(OUR_STEP, (step, indent) => `${step}${indent}    manifest: ${scalar(manifest)}\n`);
	if (branch !== "main") text = text.replace("branches: [main]", () => `branches: [${scalar(branch)}]`);
	if (action === void 0) return text;
	const used = `${action.repository}${action.path}@${action.ref}`;
	return text.replace(PIN_STEP, () => pinStep(action)).replaceAll(PLACEHOLDER, () => used);
}
function pinStep(action) {
	const { repository, ref } = action;
	return `${(isCommit(action) ? [`# 1. Pinned: every step runs this commit of ${repository}.`] : [`# 1. Pin. ${ref} of ${repository} can be moved, a commit cannot. Replace it by what the last line of this command says:`, `#      ${commitCommand(action)}`]).join("\n")}\n`;
}
/** As YAML reads it back, whatever it holds. */
function scalar(text) {
	return /^[A-Za-z_][\w./-]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off)$/i.test(text) ? text : JSON.stringify(text);
}

// src/commands/init/init.ts
/** Sets up a repository that validates: every file is new, all are written or none. */
async function initCommand(world, settings, progress) {
	const origin = checkOrigin(settings.origin);
	if (!origin.ok) return cannotRun([origin.error]);
	const place = await findSetupPlace(world.directory, settings.manifest);
	const { layout, repository } = place;
	if (await isThere(manifestFile(layout))) return finding([isSetUp(settings.manifest)]);
	const schema = fromFolder(layout, place.installed?.schema ?? join(layout.root, "schemas/sync.schema.json"));
	const action = settings.action ?? place.installed?.source;
	const draft = openDraft(world, place, manifestText(schema, origin.value));
	const read = origin.value === void 0 ? ok(void 0) : await readOriginStories(world, draft.catalogue, settings, progress);
	if (!read.ok) return read;
	const taken = origin.value && read.value && await takeOverFrom(draft.catalogue, origin.value, read.value);
	const listed = read.value?.text ?? draft.text;
	const text = taken !== void 0 && taken.destinations.length > 0 ? withDestinationsIn(listed, destinationLines(taken.destinations)) : listed;
	const wanted = [...scaffold(place, action, read.value), {
		path: manifestFile(layout),
		text
	}];
	const missing = await Array.fromAsync(wanted, async (file) => ({
		file,
		isNew: !await isThere(file.path)
	}));
	const created = missing.filter(({ isNew }) => isNew).map(({ file }) => file);
	const written = await createFiles(layout, created);
	if (!written.ok) return finding([written.error]);
	const files = missing.map(({ file, isNew }) => {
		return {
			path: fromFolder(layout, file.path),
			change: isNew ? "add" : "unchanged"
		};
	});
	return ok({
		layout,
		inRepository: repository !== void 0,
		files: [...files, ...(read.value?.unchanged ?? []).map((path) => ({
			path,
			change: "unchanged"
		}))],
		counts: countManifest(openDraft(world, place, text).catalogue.manifest),
		text,
		exported: read.value?.exported ?? [],
		...read.value === void 0 ? {} : { discovered: read.value.discovered },
		...origin.value === void 0 ? {} : { tenantUrl: origin.value.tenantUrl },
		...taken === void 0 ? {} : { takenOver: taken.destinations },
		problems: [...read.value?.problems ?? [], ...taken?.problems ?? []],
		wroteWorkflow: created.some(({ path }) => path === workflowFile(layout)),
		...action === void 0 ? {} : { action },
		exitCode: 0
	});
}
function checkOrigin(origin) {
	if (origin === void 0) return ok(void 0);
	const url = parseTenantUrl(origin.tenantUrl);
	if (url.ok) return ok({
		...origin,
		tenantUrl: url.value
	});
	const { message, hint = "write the address of the tenant, such as https://acme.tines.com" } = url.error;
	return fail({
		code: "INI004",
		severity: "error",
		message: `--from ${message}`,
		hint
	});
}
/** The vendor's sync destinations in the manifest's terms, by the rules that "validate" will hold against them. */
async function takeOverFrom({ layout, ...draft }, origin, { text, vendor, discovered, exported, unchanged }) {
	if (vendor === void 0) return void 0;
	const source = {
		file: layout.manifestPath,
		bytes: new TextEncoder().encode(text)
	};
	const { catalogue } = openSource(source, {
		...draft,
		layout
	});
	if (catalogue === void 0) throw new Error("Internal error: the catalogue that init wrote does not open.");
	const written = new Map(exported.map((story) => [story.file, new TextEncoder().encode(story.text)]));
	for (const path of unchanged) {
		const there = await draft.read(path);
		if (there.ok) written.set(path, new Uint8Array(there.value));
	}
	const texts = new Map([...catalogue.manifest.stories.values()].flatMap(({ key, file }) => {
		const bytes = written.get(file);
		return bytes === void 0 ? [] : [[key, bytes]];
	}));
	return takeOver(vendor, origin, discovered, destinationRefusal(catalogue.manifest, texts));
}
function isSetUp(manifest) {
	return {
		code: "INI001",
		severity: "error",
		message: `${manifest} is there already; nothing was written`,
		hint: "go on with \"storysync validate\", or name another place with --manifest"
	};
}
/** The manifest as if it were written; what we write ourselves has no mistake. */
function openDraft(world, { layout, repository }, text) {
	const source = {
		file: layout.manifestPath,
		bytes: new TextEncoder().encode(text)
	};
	const read = (file) => readFileSafely(layout.root, join(layout.folder, file));
	const { catalogue, problems } = openSource(source, {
		layout,
		repository,
		today: todayOf(world),
		read
	});
	if (catalogue === void 0) throw new Error(`Internal error: init wrote ${problems.map(({ code }) => code).join()}`);
	return {
		catalogue,
		text
	};
}
function workflowFile({ root }) {
	return join(root, ".github", "workflows", "storysync.yml");
}
/** Everything beside the manifest, which comes last: with it the repository is set up. */
function scaffold({ layout, branch, installed, hasPackages }, action, read) {
	const { root, folder } = layout;
	const manifest = manifestInGit(layout);
	const stories = (read?.exported ?? []).map(({ file, text }) => ({
		path: join(folder, file),
		text
	}));
	const isEmpty = stories.length + (read?.unchanged.length ?? 0) === 0;
	return [
		...stories,
		...isEmpty ? [{
			path: join(folder, "stories", ".gitkeep"),
			text: ""
		}] : [],
		...installed === void 0 ? [{
			path: join(root, SCHEMA_FILE),
			text: `${JSON.stringify(manifestSchema, null, 2)}\n`
		}] : [],
		...hasPackages ? [{
			path: join(root, ".gitignore"),
			text: "node_modules/\n"
		}] : [],
		{
			path: join(folder, ".gitattributes"),
			text: ATTRIBUTES
		},
		{
			path: join(root, ".github", "actionlint.yaml"),
			text: LINT_EXCEPTION
		},
		{
			path: workflowFile(layout),
			text: workflowText({
				manifest,
				branch,
				...action === void 0 ? {} : { action }
			})
		}
	];
}
const ATTRIBUTES = `# Stories are exported with line feeds. Their links name actions by position, so merging two edits of one story line by
# line could connect the wrong ones: git reports a conflict instead. Export the story again then.
stories/** text eol=lf -merge
`;
/** The workflow has a key of GitHub's that this linter takes for a mistake. */
const LINT_EXCEPTION = `# What actionlint 1.7.12 does not know yet, and nothing else.
paths:
  .github/workflows/storysync.yml:
    ignore:
      - 'unexpected key "queue" for "concurrency" section'
`;

// src/report/init-report.ts
const PIN = {
	nothing: "the workflow runs nothing until it is pinned: the last line of this names the commit",
	movable: "a tag or branch can be moved, a commit cannot: pin the workflow to what the last line of this names"
};
/** More files than this are counted. */
const SHOWN = 100;
function initAsText(report, { paint, verbose, columns }) {
	const { origin } = report;
	const rows = report.files.slice(0, verbose ? void 0 : SHOWN).map(({ path, isNew }) => {
		const line = inTerminal(isNew ? [name(path)] : say`${name(path)} is there already, and stays as it is`);
		return wrap(line, `  ${isNew ? paint.green("+") : "="} `, "      ", columns).join("\n");
	});
	if (rows.length < report.files.length) rows.push(`  … and ${count(report.files.length - rows.length, "more file")}`);
	const steps = nextSteps(report).flatMap(({ why, command }) => [...wrap(`# ${why}`, "  ", "  # ", columns), `  ${command}`]);
	return `${[
		rows.join("\n"),
		...origin === void 0 ? [] : [hasNothing(origin) ? NO_STORIES : exportAsText(origin, paint, columns)],
		...takenOverAsText(report, {
			paint,
			verbose,
			columns
		}),
		[`${paint.bold("Next")}:`, ...steps].join("\n")
	].join("\n\n")}\n`;
}
function initAsMarkdown(report) {
	const { origin } = report;
	const rows = report.files.slice(0, SHOWN).map(({ path, isNew }) => {
		const shown = isNew ? say`added ${name(path)}` : say`${name(path)} is there already, and stays as it is`;
		return `- ${inMarkdown(shown)}`;
	});
	if (rows.length < report.files.length) rows.push(`- … and ${count(report.files.length - rows.length, "more file")}`);
	return `${[
		"### Set up",
		rows.join("\n"),
		...origin === void 0 ? [] : [hasNothing(origin) ? NO_STORIES : exportAsMarkdown(origin).trimEnd()],
		...takenOverAsMarkdown(report),
		"Next:",
		nextSteps(report).map(({ why, command }, index) => `${index + 1}. ${why}: ${asMarkdownCode(command)}`).join("\n")
	].join("\n\n")}\n`;
}
function takenOverAsText({ takenOver }, { paint, verbose, columns }) {
	if (takenOver === void 0) return [];
	if (takenOver.length === 0) return [NONE_TAKEN_OVER];
	const rows = takenOver.slice(0, verbose ? void 0 : SHOWN).map((row) => wrap(inTerminal(rowOf(row)), "  ", "    ", columns).join("\n"));
	const more = takenOver.length - rows.length;
	if (more > 0) rows.push(`  … and ${count(more, "more destination")}`);
	return [[`${paint.bold(TAKEN_OVER)}:`, ...rows].join("\n")];
}
function takenOverAsMarkdown({ takenOver }) {
	if (takenOver === void 0) return [];
	if (takenOver.length === 0) return [NONE_TAKEN_OVER];
	const rows = takenOver.slice(0, SHOWN).map((row) => `- ${inMarkdown(rowOf(row))}`);
	const more = takenOver.length - rows.length;
	if (more > 0) rows.push(`- … and ${count(more, "more destination")}`);
	return [`${TAKEN_OVER}:`, rows.join("\n")];
}
const TAKEN_OVER = "Taken over from the vendor's Story syncing";
const NONE_TAKEN_OVER = "No sync destination of the vendor was taken over.";
function rowOf({ name: own, tenantUrl, teamId, stories, manualSyncOnly, keyName }) {
	const where = say`${name(own)}: ${name(tenantUrl)}, team ${String(teamId)}, ${count(stories.length, "story", "stories")}`;
	return say`${where}${manualSyncOnly ? ", manual sync only" : ""}${keyName === null ? [] : say`, key in ${name(keyName)}`}`;
}
const NO_STORIES = "The team has no stories yet.";
function hasNothing({ discovered }) {
	return discovered?.stories.length === 0 && discovered.leftOut.length === 0;
}
/** Three commands at most: what comes after these stands in their own output. */
function nextSteps({ inRepository, origin, manifest, pin, takenOver = [] }) {
	const at = manifest === "sync.yaml" ? "" : ` --manifest ${inShell(manifest)}`;
	const own = [
		!inRepository && {
			why: "keep all this in git",
			command: "git init -b main"
		},
		origin === void 0 && {
			why: "fill in origin and destinations, and check them",
			command: `npx storysync validate${at}`
		},
		takenOver.length > 0 && {
			why: "see that the first plan is empty: what the vendor has is what the manifest says; only the origin's key is needed",
			command: `npx storysync plan${at}`
		},
		takenOver.length === 0 && {
			why: "once a destination is written down and its key is in the environment: see what a sync would do",
			command: `npx storysync plan${at}`
		},
		{
			why: "push it",
			command: `npx storysync sync${at}`
		}
	].filter((step) => step !== false);
	return pin === void 0 ? own.slice(0, 3) : [...own.slice(0, 2), {
		why: PIN[pin.until],
		command: pin.command
	}];
}
function inShell(path) {
	return /^[\w./-]+$/.test(path) ? path : `'${path.replaceAll("'", `'\\''`)}'`;
}

// src/cli/init.ts
/** `storysync init`: sets up a repository that validates. */
async function init(host, options) {
	const session = new Session(host, options);
	const { manifest, from, team, keyEnv, native, action, quiet } = options;
	const settings = {
		manifest,
		native,
		readTimeout: readTimeoutOf(options),
		...from === void 0 || team === void 0 ? {} : { origin: {
			tenantUrl: from,
			teamId: team,
			keyName: keyEnv
		} },
		...action === void 0 ? {} : { action },
		...requestsOf(options)
	};
	const ended = await initCommand(session.world, settings, openProgress(host.terminal, quiet));
	if (!ended.ok) return session.end(ended.error, {
		sourceOf: () => void 0,
		counts: NO_COUNTS
	});
	const { text, problems } = ended.value;
	const report = reportOf(ended.value, options);
	session.warn(problems, (file) => file === manifest ? text : void 0);
	session.result({
		text: () => initAsText(report, session.outText),
		markdown: () => initAsMarkdown(report),
		json: () => {
			const { counts, files, discovered } = ended.value;
			return findingsToJson(problems, manifest, counts, files, discovered);
		}
	});
	return ended.value.exitCode;
}
function reportOf(run, { manifest, verbose }) {
	const { layout, files, inRepository, tenantUrl, discovered, exported, problems, wroteWorkflow, action, takenOver } = run;
	const origin = discovered && {
		summaries: [],
		files: files.filter(({ path }) => exported.some(({ file }) => file === path)),
		discovered,
		added: discovered.stories.length > 0,
		check: false,
		problems,
		verbose,
		...tenantUrl === void 0 ? {} : { origin: tenantUrl.replace(/^https?:\/\//, "") }
	};
	const isPinned = action !== void 0 && isCommit(action);
	return {
		files: files.map(({ path, change }) => ({
			path: shownPath(layout, path),
			isNew: change === "add"
		})),
		...origin === void 0 ? {} : { origin },
		...takenOver === void 0 ? {} : { takenOver },
		manifest,
		inRepository,
		...isPinned || !wroteWorkflow ? {} : { pin: {
			command: commitCommand(action ?? releaseOf(VERSION)),
			until: action ? "movable" : "nothing"
		} }
	};
}

export { init };