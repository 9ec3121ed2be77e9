import { At as manifestFile, B as differInCaseOnly, C as replacePlaceholders, F as mapSubStories, Ft as openManifest, J as canonicalJson, K as sameFields, L as recordTypesOf, Lt as byText, M as DESTINATION_OWNED, N as ingressOptions, Nt as shownPath, P as ingressPoints, Pt as storiesInGit, Q as sha256, V as fieldDifferences, W as listed$1, Zt as normalised, a as storyFileOf, at as withoutCarriageReturns, b as tagsOf, c as shortId, d as parentOf, et as readHeadFile, f as resolveCommit, h as holdsPlaceholders, i as shownInCommit, it as isBlob, jt as manifestInGit, k as actionRef, l as CommitStories, lt as cloneKind, n as readStoriesAt, nt as CommittedTree, o as namedCommit, ot as ObjectReader, rt as blobId, s as unreadableObjects, st as readingObjects, tt as readRef, ut as foreignStorage, x as neutralise, y as DETACHED_TAG } from "./stories-at.js";
import { b as isArray, d as actionLabels, h as labelsByGuid, i as allActions, m as labelPointedAt, n as readStory, o as isTool, p as keyStep, x as isObject } from "./read.js";
import { i as unreachable, n as fail, r as ok } from "./dist.js";
import { n as readRegularFile, r as textOfFile } from "./regular-file.js";
import { r as systemWords } from "./system-code.js";
import { dirname, isAbsolute, join, posix, relative, resolve, sep } from "node:path";
import fs from "node:fs";
import { realpath, stat } from "node:fs/promises";
import { Buffer } from "node:buffer";

// src/files/safe-file.ts
/** Reads a regular file of at most 50 MB whose real place is inside `root`. */
async function readFileSafely(root, path) {
	try {
		if (!isInside(resolve(root), resolve(root, path))) return fail({ kind: "outside" });
		const real = await realpath(resolve(root, path));
		if (!isInside(await realpath(root), real)) return fail({ kind: "outside" });
		return await readRegularFile(real, { followLinks: false });
	} catch (error) {
		return fail(refusalFor(error));
	}
}
/** Whether a path lies below a folder; both absolute. */
function isInside(root, path) {
	const way = relative(root, path);
	return way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way);
}
function refusalFor(error) {
	const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : void 0;
	if (code === void 0) throw error;
	if (code === "ENOENT" || code === "ENOTDIR") return { kind: "missing" };
	return {
		kind: "unreadable",
		code
	};
}

// src/git/read/dirty-tree.ts
/** As in the operating system's own limit: more symbolic links than this in one path are a loop. */
const MAX_LINKS = 40;
/**
* Whether any file differs from the commit's tree. Blob ids are compared, never the index: its forms differ and it may
* be stale.
*/
async function treeStatus(comparison, paths) {
	const tree = new CommittedTree(comparison.objects, comparison.commit);
	let changed = false;
	const read = await readingObjects(async () => {
		for (const path of paths) changed ||= await isChanged(tree, comparison.root, posix.normalize(path), MAX_LINKS);
	});
	if (!read.ok) return { unknown: read.error };
	return changed ? "changed" : "same";
}
async function isChanged(tree, root, path, links) {
	if (isAbsolute(path) || path === ".." || path.startsWith("../") || links === 0) return true;
	const segments = path.split("/");
	for (let length = 1; length <= segments.length; length++) {
		const part = segments.slice(0, length).join("/");
		const found = await lstat$1(join(root, part));
		if (found === void 0) return await tree.entry(path) !== void 0;
		if (!found.isSymbolicLink()) continue;
		const target = await fs.promises.readlink(join(root, part));
		const entry = await tree.entry(part);
		if (entry?.mode !== "120000" || entry.oid !== blobId(Buffer.from(target))) return true;
		const next = posix.join(posix.dirname(part), target, ...segments.slice(length));
		return isAbsolute(target) || isChanged(tree, root, next, links - 1);
	}
	return isFileChanged(tree, root, path);
}
async function isFileChanged(tree, root, path) {
	const entry = await tree.entry(path);
	if (entry?.type !== "blob" || entry.mode === "120000") return true;
	const read = await readRegularFile(join(root, path)).catch(() => void 0);
	if (!read?.ok) return true;
	const file = read.value;
	if (isBlob(file, entry.oid)) return false;
	return !withoutCarriageReturns(file).equals(withoutCarriageReturns(await tree.blob(entry.oid)));
}
function lstat$1(path) {
	return fs.promises.lstat(path).catch(() => void 0);
}

// src/git/read/git-dir.ts
/** Walks up from a folder to the first one that git would take for a work tree's top. */
async function findGitDirs(startDir) {
	for (let root = resolve(startDir);; root = dirname(root)) {
		const gitDir = await gitDirAt(root);
		if (gitDir !== void 0) return {
			root,
			gitDir,
			commonDir: await commonDirOf(gitDir)
		};
		if (dirname(root) === root) return void 0;
	}
}
async function gitDirAt(root) {
	const path = join(root, ".git");
	const found = await stat(path).catch(() => void 0);
	if (found === void 0) return void 0;
	const text = found.isFile() ? await textOfFile(path) : void 0;
	const link = /^gitdir: (.+?)\r?\n?$/.exec(text ?? "")?.[1];
	const gitDir = link === void 0 ? path : resolve(root, link);
	return (await stat(join(gitDir, "HEAD")).catch(() => void 0))?.isFile() === true ? gitDir : void 0;
}
async function commonDirOf(gitDir) {
	const text = await textOfFile(join(gitDir, "commondir"));
	return text === void 0 ? gitDir : resolve(gitDir, text.trim());
}

// src/git/read/repository.ts
/** The repository that a folder lies in, or undefined when it lies in none. */
async function openRepository(startDir) {
	const dirs = await findGitDirs(startDir);
	if (dirs === void 0) return void 0;
	const objects = await ObjectReader.open(dirs.commonDir);
	return {
		root: dirs.root,
		dirs,
		objects,
		head: () => readHead(dirs),
		status: async (paths) => {
			const foreign = await foreignStorage(dirs.commonDir);
			if (foreign !== void 0) return { unknown: `the repository uses ${foreign}, which storysync does not read` };
			const commit = (await readHead(dirs))?.commit;
			const status = await treeStatus({
				root: dirs.root,
				objects,
				commit
			}, paths);
			return typeof status === "string" ? status : { unknown: DOUBTS[status.unknown] };
		}
	};
}
const DOUBTS = {
	missing_objects: "objects of the commit are not in this clone, which is shallow or partial",
	too_large: "an object of the commit is larger than storysync reads",
	unreadable: "git's objects cannot be read; git fsck tells what is wrong with them"
};
async function readHead({ gitDir, commonDir }) {
	const head = await readHeadFile(gitDir);
	if (head === void 0) return void 0;
	if ("oid" in head) return { commit: head.oid };
	const commit = await readRef(commonDir, head.ref);
	return commit === void 0 ? void 0 : {
		commit,
		branch: head.ref.replace(/^refs\/heads\//, "")
	};
}

// src/workspace/story-files.ts
/** The story files as they lie in the work tree. */
async function readWorkTree(manifest, layout) {
	const files = /* @__PURE__ */ new Map();
	for (const { key, file } of manifest.stories.values()) {
		const shown = shownPath(layout, file);
		const read = await readFileSafely(layout.root, join(layout.folder, file));
		files.set(key, read.ok ? {
			kind: "bytes",
			bytes: read.value,
			shown
		} : {
			kind: "unreadable",
			why: explainRefusal(read.error),
			shown
		});
	}
	return files;
}
/** Text of a story file, by the name that people were shown. */
function textOf(files, shown) {
	for (const file of files.values()) if (file.shown === shown && file.kind === "bytes") return new TextDecoder().decode(file.bytes);
}
function explainRefusal(refusal) {
	switch (refusal.kind) {
		case "missing": return "there is no such file";
		case "outside": return "its real place is outside the repository";
		case "not_a_file": return "it is not a regular file";
		case "too_large": return `it is ${Math.round(refusal.bytes / 1e6)} MB large`;
		case "unreadable": return systemWords(refusal.code);
		default: return unreachable(refusal);
	}
}

// src/workspace/manifest-bytes.ts
async function readManifestBytes({ directory }, manifestPath) {
	const folder = dirname(resolve(directory, manifestPath));
	const repository = await openRepository(folder);
	const layout = {
		root: repository?.root ?? folder,
		folder,
		manifestPath
	};
	const bytes = await readFileSafely(layout.root, manifestFile(layout));
	if (!bytes.ok) return fail(unreadableManifest(manifestPath, explainRefusal(bytes.error)));
	return ok({
		source: {
			file: manifestPath,
			bytes: bytes.value
		},
		layout,
		repository
	});
}
function unreadableManifest(manifestPath, why) {
	return {
		code: "RUN001",
		severity: "error",
		message: `the manifest ${manifestPath} cannot be read: ${why}`,
		hint: "run the command in the folder of sync.yaml, or name the file with --manifest"
	};
}
const NO_COUNTS = {
	destinations: 0,
	stories: 0,
	subscriptions: 0
};
function countManifest(manifest) {
	if (manifest === void 0) return NO_COUNTS;
	const { destinations, stories } = manifest;
	return {
		destinations: destinations.length,
		stories: stories.size,
		subscriptions: destinations.reduce((sum, { subscriptions }) => sum + subscriptions.length, 0)
	};
}

// src/workspace/surroundings.ts
/** An ISO date. */
function todayOf({ clock }) {
	return clock.now().toISOString().slice(0, 10);
}

// src/records/agreement.ts
/** Stories of one repository share one set of record types per destination, so they must agree on each of them. */
function checkAgreement(stories) {
	const uses = stories.flatMap(({ key, file, definitions }) => definitions.map((definition) => ({
		key,
		file,
		definition
	}))).sort((a, b) => byText(a.definition.name, b.definition.name) || byText(a.key, b.key));
	const firsts = /* @__PURE__ */ new Map();
	const problems = [];
	for (const use of uses) {
		const { name } = use.definition;
		const first = firsts.get(name);
		if (first === void 0) {
			const twin = [...firsts.values()].find((other) => differInCaseOnly(other.definition.name, name));
			if (twin) problems.push(caseProblem(twin, use));
			firsts.set(name, use);
		} else if (!sameFields(first.definition.fields, use.definition.fields)) problems.push(disagreement(first, use));
	}
	return problems;
}
function disagreement(first, second) {
	const within = first.key === second.key;
	const labels = within ? {
		a: "one action",
		b: "another"
	} : {
		a: `"${first.key}"`,
		b: `"${second.key}"`
	};
	const differences = listed$1(fieldDifferences(first.definition.fields, second.definition.fields, labels));
	return {
		code: "REC001",
		severity: "error",
		message: `${within ? `two actions of story "${first.key}"` : `stories "${first.key}" and "${second.key}"`} define record type "${first.definition.name}" differently: ${differences}`,
		hint: within ? `export "${first.key}" again: the actions must hold one definition` : `export "${first.key}" and "${second.key}" again, so that both hold the definition the origin has now`,
		...places(first, second, within ? void 0 : "the other definition")
	};
}
function caseProblem(first, second) {
	return {
		code: "REC002",
		severity: "warning",
		message: `record types ${`"${first.definition.name}" (story "${first.key}") and "${second.definition.name}" (story "${second.key}")`} differ in upper and lower case only; a tenant may treat them as one`,
		hint: "rename one of them at the origin and export again",
		...places(first, second, first.key === second.key ? void 0 : "the other name")
	};
}
function places(first, second, related) {
	const start = (file) => ({
		file,
		line: 1,
		column: 1
	});
	return {
		place: start(second.file),
		hideSource: true,
		...related === void 0 ? {} : { related: [{
			message: related,
			place: start(first.file)
		}] }
	};
}

// src/story/canonical.ts
/** The story as it stands in git: canonical JSON without `exported_at`, which changes with every export. */
function canonicalStory(story) {
	return canonicalJson(withoutExportTime(story));
}
function withoutExportTime(story) {
	const { exported_at: _, ...rest } = story;
	return mapSubStories(rest, withoutExportTime);
}

// src/story/lineage.ts
/**
* The stamp that marks every copy of this story as ours. An export's own stamp counts only when it ends
* in the story's own guid: an inherited one would claim the copies of whoever the story was taken from.
*/
function lineageStamp(story, originTenantUrl) {
	const own = story.origin_story_identifier;
	if (typeof own === "string" && isLineageStamp(own) && own.endsWith(`:${story.guid}`)) return own;
	const tenant = originTenantUrl ?? "";
	return `cloud:${derivedFamily(tenant)}:${hex32([
		"story",
		tenant,
		story.guid
	])}`;
}
/**
* Whether a stamp can be one that stories of this origin carry: all have its tenant in the middle. Told without state,
* of stories that git has no more.
*/
function isOfOrigin(stamp, known, originTenantUrl) {
	const families = new Set([...known].map(familyOf));
	return isLineageStamp(stamp) && families.add(derivedFamily(originTenantUrl ?? "")).has(familyOf(stamp));
}
function familyOf(stamp) {
	return stamp.split(":")[1];
}
function derivedFamily(tenant) {
	return hex32(["tenant", tenant]);
}
/** The only form that tenants were seen to accept. */
function isLineageStamp(text) {
	return /^cloud:[0-9a-f]{32}:[0-9a-f]{32}$/.test(text);
}
function hex32(parts) {
	return sha256(JSON.stringify(["storysync lineage", ...parts])).slice(7, 39);
}

// src/story/visit-texts.ts
/** Every text of a story and its place, keys of objects too; embedded sub-stories left out. */
function visitTexts(story, visit) {
	const labels = actionLabels(story);
	for (const { action, top, steps } of allActions(story)) for (const [key, value] of Object.entries(action)) visitStrings(withoutTools(key, value), `agents[${labels[top] ?? ""}]${steps}${keyStep(key)}`, visit);
	for (const [key, value] of Object.entries(story)) if (key !== "agents" && key !== "send_to_stories") visitStrings(value, key, visit);
}
/** Tools are actions, and visited for themselves; the others keep their positions. */
function withoutTools(key, value) {
	return isArray(value) ? value.map((entry) => isTool(key, entry) ? null : entry) : value;
}
/** Every text inside a value, keys of objects too. */
function visitStrings(value, path, visit) {
	if (typeof value === "string") visit(value, path);
	else if (isArray(value)) for (const [index, entry] of value.entries()) visitStrings(entry, `${path}[${index}]`, visit);
	else if (isObject(value)) for (const [key, entry] of Object.entries(value)) {
		visit(key, `${path}${keyStep(key)}`);
		visitStrings(entry, `${path}${keyStep(key)}`, visit);
	}
}

// src/story/references.ts
/** Keys of an action that hold no expressions of its own: mentions in texts for people are no prerequisites. */
const NOT_SCANNED = /* @__PURE__ */ new Set([
	"name",
	"description",
	"guid",
	"type",
	"template",
	"origin_story_identifier",
	"record_type"
]);
const START = String.raw`(?:(?<![\w$])|(?<=\\[nrt]))(?<![\w)\]]\.)`;
const BY_SLUG = new RegExp(String.raw`${START}(CREDENTIAL|RESOURCE|INFO\.(?:credential|resource|record))\.([A-Za-z0-9_]+)`, "g");
const STORY_BY_SLUG = new RegExp(String.raw`${START}STORY((?:\.[A-Za-z0-9_]+)+)`, "g");
const COMPUTED = new RegExp(String.raw`${START}(?:CREDENTIAL|RESOURCE|STORY|INFO\.(?:credential|resource|record))\s*\[`);
const BY_NAME = /\{%-?\s*(credential|global_resource|story)(\s[^%]*)%\}/g;
/** Every credential, resource, record type and story that the actions and pages of a story name, in old and new syntax. */
function findReferences(story) {
	const references = /* @__PURE__ */ new Map();
	const uncheckable = /* @__PURE__ */ new Set();
	visitExpressions(story, (text, path) => {
		for (const { kind, slug } of namesIn(text)) references.set(`${kind} ${slug} ${path}`, {
			kind,
			slug,
			path
		});
		if (COMPUTED.test(text)) uncheckable.add(path);
	});
	return {
		references: [...references.values()],
		uncheckable: [...uncheckable]
	};
}
/** Places that say `INFO.record.<slug>`: text that keeps naming the old type when a record type is renamed. */
function recordSlugMentions(story, slug) {
	const { references } = findReferences(story);
	return references.flatMap((reference) => reference.kind === "record" && reference.slug === slug ? [reference.path] : []);
}
/** The slug that a tenant makes of a name: `[Example] STS Search` becomes `example_sts_search`. */
function slugify(name) {
	return normalised(name, "NFKD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/^_|_$/g, "");
}
function namesIn(text) {
	const found = [];
	for (const [, word = "", slug = ""] of text.matchAll(BY_SLUG)) found.push({
		kind: kindOf(word),
		slug
	});
	for (const match of text.matchAll(STORY_BY_SLUG)) {
		const steps = (match[1] ?? "").split(".").slice(1);
		const slug = text[match.index - 1] === "." ? steps.at(-1) : steps[0];
		if (slug !== void 0) found.push({
			kind: "story",
			slug
		});
	}
	for (const [, word = "", rest = ""] of text.matchAll(BY_NAME)) {
		const name = rest.replace(/-$/, "").trim();
		if (name !== "") found.push({
			kind: kindOf(word),
			slug: slugify(name)
		});
	}
	return found;
}
function kindOf(word) {
	if (word === "INFO.record") return "record";
	if (word === "story") return "story";
	return word.toLowerCase().endsWith("credential") ? "credential" : "resource";
}
/** Every text in which an action, its page or its template inputs may hold an expression; keys of objects too. */
function visitExpressions(story, visit) {
	const labels = actionLabels(story);
	for (const { action, top, steps } of allActions(story)) {
		const path = `agents[${labels[top] ?? ""}]${steps}`;
		for (const [key, value] of Object.entries(action)) {
			if (NOT_SCANNED.has(key)) continue;
			visitStrings(key === "options" ? withoutTexts(value) : withoutTools(key, value), `${path}${keyStep(key)}`, visit);
		}
	}
	const byGuid = labelsByGuid(story, labels);
	for (const [key, pointer] of [["integrations", "action_guid"], ["pages", "agent_guid"]]) {
		const entries = story[key];
		if (!isArray(entries)) continue;
		for (const [index, entry] of entries.entries()) visitStrings(entry, `${key}[${labelPointedAt(entry, pointer, byGuid) ?? index}]`, visit);
	}
}
/** What a tool is for is told to people and to a model, and is no expression. */
function withoutTexts(options) {
	if (!isObject(options) || !("tool_description" in options)) return options;
	const { tool_description: _, ...rest } = options;
	return rest;
}

// src/story/addresses/quoted-places.ts
/** Places whose placeholder names no address of the story: no push could put anything in its place. */
function danglingPlaceholders(story) {
	const owned = new Set(ingressPoints(story).flatMap((point) => ingressOptions(point.action).map((option) => `${option} ${actionRef(story, point)}`)));
	return placesWhere(story, (text) => {
		let dangling = false;
		replacePlaceholders(text, (option, action, placeholder) => {
			dangling ||= !owned.has(`${option} ${action}`);
			return placeholder;
		});
		return dangling;
	});
}
/** A URL with a host of its own, up to where the address of the story begins. */
const OWN_URL = new RegExp(`https?://[^\\s/"'<>{}]+/[^\\s"'<>{}]{0,200}?${DESTINATION_OWNED}:`, "i");
/** Places where a story calls itself at a fixed host: at a destination it would call that tenant. */
function fixedHosts(story) {
	return placesWhere(neutralise(story), (text) => text.includes("storysync:destination-owned") && OWN_URL.test(text));
}
function placesWhere(story, holds) {
	const places = /* @__PURE__ */ new Set();
	visitTexts(story, (text, path) => {
		if (holds(text)) places.add(path);
	});
	return [...places];
}

// src/desired/quoted-addresses.ts
const SHOWN = 5;
/** What a story file quotes of its own addresses, and what a push could not put right. */
function checkQuotedAddresses(story, file) {
	const place = {
		file,
		line: 1,
		column: 1
	};
	const dangling = danglingPlaceholders(story);
	const hosts = fixedHosts(story);
	const problems = [];
	if (dangling.length > 0) problems.push({
		code: "STO013",
		severity: "error",
		message: `${file} holds a placeholder for an address that none of its actions has, at ${listed(dangling)}`,
		hint: "export the story again, or name the guid of a webhook, page or MCP server of this story",
		place,
		hideSource: true
	});
	if (hosts.length > 0) problems.push({
		code: "STO014",
		severity: "warning",
		message: `${file} calls its own webhook or page at a fixed host, at ${listed(hosts)}; path and secret become those of each destination, the host does not`,
		hint: "write https://<<META.tenant.domain>>/… in Tines, so that each copy calls its own tenant",
		place,
		hideSource: true
	});
	return problems;
}
function listed(places) {
	const more = places.length > SHOWN ? ` and ${places.length - SHOWN} more places` : "";
	return `${places.slice(0, SHOWN).join(", ")}${more}`;
}

// src/story/graph.ts
/** The same stories are asked for their slugs at every destination, again and again. */
const slugsByStory = /* @__PURE__ */ new WeakMap();
/**
* Every slug by which `STORY.slug` may mean a story: its own, which may carry a suffix that the name lacks, and the one
* that a tenant makes of its name.
*/
function slugsOf(story) {
	const known = slugsByStory.get(story);
	if (known) return known;
	const own = typeof story.slug === "string" && story.slug !== "" ? [story.slug] : [];
	const slugs = /* @__PURE__ */ new Set([...own, slugify(story.name)]);
	slugsByStory.set(story, slugs);
	return slugs;
}
/** Slugs of the stories that something with these references calls. */
function calledSlugs(references) {
	return new Set(references.flatMap(({ kind, slug }) => kind === "story" ? [slug] : []));
}
function isCalled(callee, called) {
	return !called.isDisjointFrom(slugsOf(callee));
}

// src/desired/lookalikes.ts
/**
* Two stories of one destination that people or formulas take for one: names that differ only in case or Unicode form, and
* names of one slug, of which `STORY.slug` means one only. A pair is said once, however many destinations have it.
*/
function findLookalikes({ destinations }, stories) {
	const pairs = /* @__PURE__ */ new Map();
	for (const destination of destinations) for (const [first, second] of pairsIn(destination, stories)) {
		const key = JSON.stringify([first.storyKey, second.storyKey].sort());
		const known = pairs.get(key) ?? {
			first,
			second,
			sharedBy: []
		};
		known.sharedBy.push(destination);
		pairs.set(key, known);
	}
	return [...pairs.values()].flatMap((pair) => describe(pair, stories) ?? []);
}
/** Each story with the first one before it that it is like. */
function* pairsIn({ subscriptions }, stories) {
	const first = /* @__PURE__ */ new Map();
	for (const subscription of subscriptions) {
		const desired = stories.get(subscription.storyKey);
		if (desired === void 0) continue;
		let other;
		for (const mark of marksOf(desired)) {
			other ??= first.get(mark);
			if (!first.has(mark)) first.set(mark, subscription);
		}
		if (other !== void 0) yield [other, subscription];
	}
}
/** The export's own slug may carry a suffix that a tenant makes anew, so the name's counts as well. */
function marksOf({ story }) {
	return /* @__PURE__ */ new Set([`name ${folded(story.name)}`, ...[...tellingSlugs(story)].map((slug) => `slug ${slug}`)]);
}
/** Names of other alphabets make slugs of nothing but underscores: these say nothing of each other. */
function tellingSlugs(story) {
	return new Set([...slugsOf(story)].filter((slug) => /[a-z0-9]/.test(slug)));
}
/** What a person reads, or a file system or a search takes for the same. */
function folded(name) {
	const seen = normalised(name, "NFKC").replace(/\p{Cf}/gu, "").replace(/\s+/gu, " ").trim().toLowerCase();
	return normalised(seen, "NFKC");
}
function describe({ first, second, sharedBy }, stories) {
	const [one, two] = [stories.get(first.storyKey), stories.get(second.storyKey)];
	if (one === void 0 || two === void 0) return void 0;
	if (one.story.name === two.story.name || one.stamp === two.stamp) return void 0;
	const [destination] = sharedBy;
	const more = sharedBy.length > 1 ? `, as ${sharedBy.length - 1} more do,` : "";
	const receives = `destination "${destination?.name ?? ""}"${more} receives "${first.storyKey}" and "${second.storyKey}"`;
	const related = [{
		message: `the other one, "${first.storyKey}", is asked for here`,
		place: first.place
	}];
	const rest = {
		severity: "warning",
		place: second.place,
		related
	};
	if (folded(one.story.name) === folded(two.story.name)) return {
		code: "DES008",
		message: `${receives}, whose names ("${two.story.name}") differ only in case, spaces or Unicode form`,
		hint: "rename one of them on the origin",
		...rest
	};
	const [slug] = tellingSlugs(two.story).intersection(tellingSlugs(one.story));
	return {
		code: "DES007",
		message: `${receives}, which share the slug "${slug}": <<STORY.${slug}>> can mean only one of them`,
		hint: "rename one of them on the origin, and correct what calls it",
		...rest
	};
}

// src/desired/rules.ts
/** Rules that need the manifest and the story files at once; each is small, named and independent. */
function checkTogether(manifest, stories) {
	return [...findLookalikes(manifest, stories), ...manifest.destinations.flatMap((destination) => [
		...repeatedNames(destination, stories),
		...repeatedLineage(destination, stories),
		...placeholdersToSend(destination, stories)
	])];
}
/** The tag would take the story out of sync everywhere. */
function findDetachedTag({ key, file, place }, story) {
	if (!tagsOf(story).includes("detached-from-sync")) return [];
	return [{
		code: "DES003",
		severity: "error",
		message: `story "${key}" (${file}) carries the tag "${DETACHED_TAG}" at the origin`,
		hint: "remove the tag on the origin and export the story again",
		place
	}];
}
/** Tenants find stories by name: of one name there can be one. */
function repeatedNames(destination, stories) {
	const first = /* @__PURE__ */ new Map();
	const problems = [];
	for (const subscription of destination.subscriptions) {
		const name = stories.get(subscription.storyKey)?.story.name;
		if (name === void 0) continue;
		const other = first.get(name);
		if (!other) {
			first.set(name, subscription);
			continue;
		}
		problems.push({
			code: "DES002",
			severity: "error",
			message: `destination "${destination.name}" would receive two stories named "${name}": "${other.storyKey}" and "${subscription.storyKey}"`,
			hint: "rename one of them on the origin, or subscribe to one of them only",
			place: subscription.place,
			related: [{
				message: `the other one, "${other.storyKey}", is asked for here`,
				place: other.place
			}]
		});
	}
	return problems;
}
/** The stamp says whose a live story is; two stories that share it would take each other over. */
function repeatedLineage(destination, stories) {
	const first = /* @__PURE__ */ new Map();
	const problems = [];
	for (const subscription of destination.subscriptions) {
		const desired = stories.get(subscription.storyKey);
		if (!desired) continue;
		const other = first.get(desired.stamp);
		if (!other) {
			first.set(desired.stamp, subscription);
			continue;
		}
		if (stories.get(other.storyKey)?.story.name === desired.story.name) continue;
		problems.push({
			code: "DES006",
			severity: "error",
			message: `destination "${destination.name}" would receive two versions of one story: "${other.storyKey}" and "${subscription.storyKey}" have the same guid`,
			hint: "subscribe to one of them only, or duplicate the story on the origin and export the copy",
			place: subscription.place,
			related: [{
				message: `the other one, "${other.storyKey}", is asked for here`,
				place: other.place
			}]
		});
	}
	return problems;
}
function placeholdersToSend(destination, stories) {
	if (destination.webhookUrls !== "export") return [];
	return destination.subscriptions.flatMap(({ storyKey, place }) => {
		const desired = stories.get(storyKey);
		if (!desired || !holdsPlaceholders(desired.story)) return [];
		return {
			code: "DES004",
			severity: "error",
			message: `destination "${destination.name}" asks for "webhook_urls: export", but ${desired.file} holds placeholders instead of addresses`,
			hint: "use \"webhook_urls: keep\", or put real addresses into the file",
			place
		};
	});
}

// src/desired/assemble.ts
const LARGE_STORY_BYTES = 5e6;
/**
* Puts the manifest and its story files together. `desired` is there exactly when no problem is an error, but for those
* of stories that are set apart.
*/
function assembleDesired(manifest, files, { before = /* @__PURE__ */ new Map(), setApart = false } = {}) {
	const problems = [];
	const ofStories = [];
	const broken = /* @__PURE__ */ new Map();
	const stories = /* @__PURE__ */ new Map();
	for (const entry of manifest.stories.values()) {
		const opened = openStory(entry, files.get(entry.key), manifest, before.get(entry.key));
		ofStories.push(...opened.problems);
		const finding = opened.problems.find(({ severity }) => severity === "error");
		if (finding) broken.set(entry.key, {
			key: entry.key,
			file: entry.file,
			finding
		});
		else if (opened.story) stories.set(entry.key, opened.story);
	}
	problems.push(...checkTogether(manifest, stories), ...checkAgreement(agreementInput(stories, files)));
	const all = [...ofStories, ...problems];
	if ((setApart ? problems : all).some(({ severity }) => severity === "error")) return { problems: all };
	const origin = manifest.origin ? { origin: manifest.origin } : {};
	return {
		desired: {
			manifestFile: manifest.file,
			stories,
			destinations: manifest.destinations,
			...origin,
			...broken.size > 0 ? { broken } : {}
		},
		problems: all
	};
}
function openStory(entry, file, manifest, before) {
	if (file?.kind !== "bytes") return { problems: [unreadableStory(entry, file?.shown ?? entry.file, file?.why ?? "it was not read")] };
	const { story, problems } = readStory(file.bytes, file.shown);
	if (!story) return { problems };
	const large = file.bytes.length > LARGE_STORY_BYTES ? [{
		code: "DES005",
		severity: "warning",
		message: `${file.shown} is ${(file.bytes.length / 1e6).toFixed(1)} MB; a tenant may refuse it`,
		hint: "shrink embedded images, or split the story",
		place: {
			file: file.shown,
			line: 1,
			column: 1
		}
	}] : [];
	const { references, uncheckable } = findReferences(story);
	return {
		problems: [
			...problems,
			...large,
			...checkQuotedAddresses(story, file.shown),
			...findDetachedTag(entry, story)
		],
		story: {
			key: entry.key,
			...entry.id === void 0 ? {} : { id: entry.id },
			file: entry.file,
			story,
			stamp: lineageStamp(story, manifest.origin?.tenantUrl),
			contentHash: sha256(canonicalStory(story)),
			references,
			uncheckable,
			recordTypes: recordTypesOf(story).definitions,
			...pastOf(story, before)
		}
	};
}
function unreadableStory({ key, place }, shown, why) {
	return {
		code: "DES001",
		severity: "error",
		message: `the file of story "${key}", ${shown}, cannot be read: ${why}`,
		hint: "export the story to that path, or correct its \"file\" in the manifest",
		place
	};
}
/** A file that was no story then says nothing about the past of this one. */
function pastOf(story, before) {
	if (before === void 0) return {};
	if (before === "same") return { before: story };
	if (before === "absent") return { before: null };
	const then = readStory(before, "base").story;
	return then === void 0 ? {} : { before: then };
}
function agreementInput(stories, files) {
	return [...stories.values()].map(({ key, file, recordTypes }) => ({
		key,
		file: files.get(key)?.shown ?? file,
		definitions: recordTypes
	}));
}

// src/workspace/base-content.ts
/**
* The commit before this run's content: HEAD where the work tree has moved on from it, else the first parent of the
* commit. Undefined where there is none, or none in this clone: then nobody can tell, and nobody needs to.
*/
async function usualBase(repository, run) {
	if (run.commit === null || run.dirty) return run.commit ?? void 0;
	const parent = await parentOf(repository, run.commit);
	return parent.ok ? parent.value : void 0;
}
async function baseIfHere(repository, name) {
	const commit = await resolveCommit(repository, name);
	return commit.ok ? commit.value : void 0;
}
/** What the stories were in the base commit. Only files that differ are read; what cannot be read is left out. */
async function readBefore(repository, base, today, files) {
	const before = /* @__PURE__ */ new Map();
	const stories = await readingObjects(() => CommitStories.open(repository, base, today));
	if (!stories.ok) return before;
	for (const entry of today.manifest.stories.values()) {
		const file = files.get(entry.key);
		if (file?.kind !== "bytes") continue;
		const read = await readingObjects(() => storyBefore(stories.value, entry, file.bytes));
		if (read.ok && read.value !== void 0) before.set(entry.key, read.value);
	}
	return before;
}
async function storyBefore(stories, entry, now) {
	const blob = await stories.find(entry);
	if (!blob.ok) return blob.error === "absent" ? "absent" : void 0;
	return isBlob(now, blob.value) ? "same" : stories.read(blob.value);
}

// src/desired/clash.ts
/**
* Pinned stories that a destination cannot have: what the manifest's rules refuse for the stories of today they refuse
* beside older ones too. The first finding of each.
*/
function findClash(manifest, destination, today, pinned) {
	const alone = {
		...manifest,
		destinations: [destination]
	};
	const errorOf = (stories) => checkTogether(alone, stories).find(({ severity }) => severity === "error");
	const clashes = /* @__PURE__ */ new Map();
	for (const [key, { file, recordTypes }] of pinned) {
		const inside = checkAgreement([{
			key,
			file,
			definitions: recordTypes
		}]).find((each) => each.severity === "error");
		if (inside) clashes.set(key, inside);
	}
	const subscribed = destination.subscriptions.flatMap(({ storyKey: key }) => {
		const story = pinned.has(key) ? void 0 : today.get(key);
		return story === void 0 ? [] : [[key, story]];
	});
	const sound = [...pinned].filter(([key]) => !clashes.has(key));
	if (errorOf(new Map([...subscribed, ...sound])) === void 0) return clashes;
	const accepted = new Map(subscribed);
	for (const [key, story] of sound) {
		const clash = errorOf(new Map([...accepted, [key, story]]));
		if (clash) clashes.set(key, clash);
		else accepted.set(key, story);
	}
	return clashes;
}

// src/model/wanted-story.ts
/** The pin that a pair goes by. A detached story gets nothing from us, so it is compared with git as it is today. */
function pinOf({ pin, subscriptions }, key) {
	if (pin === void 0 || pin.stories?.includes(key) === false) return void 0;
	const subscription = subscriptions.find(({ storyKey }) => storyKey === key);
	return subscription === void 0 || subscription.detached ? void 0 : pin;
}
/** The story that git wants at a destination: that of its pin, else today's. */
function wantedStory(desired, destination, key) {
	return pinnedEntry(desired, destination, key)?.story ?? desired.stories.get(key);
}
/** Why the pin of a pair cannot be honoured. */
function unusablePin(desired, destination, key) {
	const pinned = pinnedEntry(desired, destination, key);
	return pinned?.kind === "unusable" ? pinned.fact : void 0;
}
/** Every version that git wants somewhere: those of today, and those of pins. */
function allVersions(desired) {
	const known = versions.get(desired);
	if (known) return known;
	const found = /* @__PURE__ */ new Map();
	const add = (story) => found.set(`${story.key} ${story.stamp} ${story.contentHash}`, story);
	for (const ofDestination of desired.pinned?.values() ?? []) for (const entry of ofDestination.values()) if (entry.kind === "read") add(entry.story);
	for (const story of desired.stories.values()) add(story);
	const all = [...found.values()];
	versions.set(desired, all);
	return all;
}
/** Every name that the repository itself uses for a record type, in any version that somebody gets. */
function recordTypeNames(desired) {
	return new Set(allVersions(desired).flatMap(({ recordTypes }) => recordTypes.map(({ name }) => name)));
}
/** Each of a thousand destinations asks. */
const versions = /* @__PURE__ */ new WeakMap();
function pinnedEntry(desired, destination, key) {
	if (pinOf(destination, key) === void 0) return void 0;
	const entry = desired.pinned?.get(destination.name)?.get(key);
	if (entry === void 0) throw new Error(`Internal error: the pin of ${destination.name} was not read for ${key}`);
	return entry;
}
/** Stands for what no file tells. Nothing of it is ever sent. */
function standIn({ key, file }) {
	return {
		key,
		file,
		story: {
			name: key,
			guid: "",
			agents: [],
			links: []
		},
		stamp: "",
		contentHash: "",
		references: [],
		uncheckable: [],
		recordTypes: []
	};
}

// src/git/read/ancestors.ts
/**
* Which of these commits are the tip itself or lie before it, along every parent. One walk answers for all, and ends with
* the last of them. The dates of commits are not trusted: who is left out is refused, so the walk goes on to the end.
*/
async function ancestorsAmong(objects, tip, asked) {
	const found = /* @__PURE__ */ new Set();
	const seen = /* @__PURE__ */ new Set([tip]);
	let complete = true;
	for (const commit of seen) {
		if (found.size === asked.size) return {
			found,
			complete: true
		};
		const facts = await readingObjects(() => objects.commit(commit));
		if (!facts.ok) {
			complete = false;
			continue;
		}
		if (asked.has(commit)) found.add(commit);
		for (const parent of facts.value.parents) seen.add(parent);
	}
	return {
		found,
		complete
	};
}

// src/workspace/resolve-pins.ts
/**
* The commits that pins name: unique among the ancestors of `tip`, which is the default branch as the remote told it.
* What this clone cannot tell is never called wrong.
*/
async function resolvePins(repository, tip, written) {
	const all = (because) => new Map([...written].map((name) => [name, fail(because)]));
	if (repository === void 0 || tip === null) return all({ kind: "no_repository" });
	const foreign = await foreignStorage(repository.dirs.commonDir);
	if (foreign !== void 0) return all({
		kind: "git_unreadable",
		finding: {
			message: `the repository uses ${foreign}`,
			hint: "use a repository with sha1 object names, and files for its branches"
		}
	});
	const clone = await cloneKind(repository.dirs.commonDir);
	const start = await readingObjects(() => repository.objects.commit(tip));
	if (!start.ok) {
		if (start.error !== "missing_objects") return all(unreadable(tip, start.error));
		return all(clone === "shallow" ? {
			kind: "history_missing",
			clone
		} : {
			kind: "tip_missing",
			tip
		});
	}
	const candidates = /* @__PURE__ */ new Map();
	for (const name of written) candidates.set(name, await commitsNamed(repository, name));
	const asked = new Set([...candidates.values()].flatMap((each) => each.ok ? each.value : []));
	const { found, complete } = await ancestorsAmong(repository.objects, tip, asked);
	const decide = (name, named) => {
		if (!named.ok) return named;
		const [merged, second] = named.value.filter((commit) => found.has(commit));
		if (merged !== void 0 && second !== void 0) return fail(ambiguous(named.value, found));
		const certain = name.length === 40 || clone !== "shallow";
		if (merged !== void 0 && certain) return ok(merged);
		if (clone === "shallow" || !complete) return fail({
			kind: "history_missing",
			clone
		});
		const [only] = named.value;
		return fail(only === void 0 ? { kind: "unknown_commit" } : {
			kind: "not_merged",
			commit: only
		});
	};
	return new Map([...candidates].map(([name, named]) => [name, decide(name, named)]));
}
/** Commits of this clone whose names begin so; files and folders that do are none. */
async function commitsNamed(repository, name) {
	const { objects } = repository;
	const read = await readingObjects(async () => {
		const ids = name.length === 40 ? [name] : await objects.expand(name);
		const commits = [];
		for (const id of ids) if (await objects.peel(id) === id) commits.push(id);
		return commits;
	});
	if (read.ok) return read;
	return read.error === "missing_objects" ? ok([]) : fail(unreadable(name, read.error));
}
function ambiguous(named, found) {
	return {
		kind: "ambiguous_commit",
		commits: named.filter((commit) => found.has(commit)).toSorted()
	};
}
function unreadable(commit, why) {
	const { message, hint } = unreadableObjects(`commit ${shortId(commit)}`, why);
	return {
		kind: "git_unreadable",
		finding: {
			message,
			hint
		}
	};
}

// src/workspace/read-pins.ts
/** The stories of all pins, each read once per commit, whatever number of destinations is pinned to it. */
async function readPins(question) {
	const { repository, today, destinations, tip, stories } = question;
	const pinned = destinations.filter(({ pin }) => pin !== void 0);
	if (pinned.length === 0) return /* @__PURE__ */ new Map();
	const commits = await resolvePins(repository, tip, new Set(pinned.flatMap(({ pin }) => pin?.commit ?? [])));
	const keysOf = /* @__PURE__ */ new Map();
	for (const destination of pinned) {
		const commit = commits.get(destination.pin?.commit ?? "");
		if (!commit?.ok) continue;
		const keys = keysOf.get(commit.value) ?? /* @__PURE__ */ new Set();
		keysOf.set(commit.value, keys);
		for (const key of pinnedKeys(destination)) keys.add(key);
	}
	const read = /* @__PURE__ */ new Map();
	const contents = /* @__PURE__ */ new Map();
	if (repository !== void 0) for (const [commit, keys] of keysOf) read.set(commit, await readCommit(repository, commit, keys, today, contents));
	const found = (destination, key) => {
		const commit = commits.get(destination.pin?.commit ?? "");
		if (commit === void 0) throw new Error(`Internal error: the pin of ${destination.name} was not looked up`);
		return commit.ok ? read.get(commit.value)?.get(key) ?? fail({ kind: "no_repository" }) : commit;
	};
	return new Map(pinned.map((each) => [each.name, entriesOf(each, found, today.manifest, stories)]));
}
function pinnedKeys(destination) {
	return destination.subscriptions.map(({ storyKey }) => storyKey).filter((key) => pinOf(destination, key) !== void 0);
}
function entriesOf(destination, found, manifest, stories) {
	const reads = new Map(pinnedKeys(destination).map((key) => [key, found(destination, key)]));
	const clashes = findClash(manifest, destination, stories, new Map([...reads].flatMap(([key, each]) => each.ok ? [[key, each.value]] : [])));
	const entries = [...reads].map(([key, each]) => {
		const { pin } = destination;
		if (pin === void 0) throw new Error(`Internal error: ${destination.name} is not pinned`);
		const clash = clashes.get(key);
		if (each.ok && clash === void 0) return [key, {
			kind: "read",
			story: each.value
		}];
		const because = each.ok ? {
			kind: "story_clashes",
			finding: {
				message: clash?.message ?? "",
				hint: clash?.hint ?? null
			}
		} : each.error;
		const file = manifest.stories.get(key)?.file ?? key;
		return [key, {
			kind: "unusable",
			story: stories.get(key) ?? standIn({
				key,
				file
			}),
			fact: {
				kind: "pin_unusable",
				pin,
				because
			}
		}];
	});
	return new Map(entries);
}
async function readCommit(repository, commit, keys, today, contents) {
	const opened = await reading(repository, commit, () => CommitStories.open(repository, commit, today));
	const found = /* @__PURE__ */ new Map();
	for (const key of keys) {
		const entry = today.manifest.stories.get(key);
		if (entry === void 0) continue;
		const story = opened.ok ? await readOne(repository, opened.value, entry, today, contents) : opened;
		found.set(key, story.ok ? ok({
			...story.value,
			commit
		}) : story);
	}
	return found;
}
async function readOne(repository, stories, entry, { manifest }, contents) {
	const read = await reading(repository, stories.commit, async () => {
		const blob = await stories.find(entry);
		const known = blob.ok ? contents.get(`${entry.key} ${blob.value}`) : void 0;
		if (known !== void 0) return known;
		const opened = open$1(await storyFileOf(stories, entry), entry, manifest, shownInCommit(stories, entry));
		if (blob.ok) contents.set(`${entry.key} ${blob.value}`, opened);
		return opened;
	});
	return read.ok ? read.value : read;
}
function open$1(file, entry, manifest, shown) {
	if (file === "absent") return fail({
		kind: "story_absent",
		at: shown
	});
	const { story, problems } = openStory(entry, file, manifest, "same");
	const wrong = problems.find(({ severity }) => severity === "error");
	if (story !== void 0 && wrong === void 0) return ok(story);
	const { place, message, hint } = wrong ?? {
		message: "it holds no story",
		hint: null
	};
	const at = place === void 0 || place.file === manifest.file ? shown : `${place.file}:${place.line}`;
	return fail({
		kind: "story_unusable",
		at,
		finding: {
			message,
			hint
		}
	});
}
async function reading(repository, commit, work) {
	const read = await readingObjects(work);
	if (read.ok) return read;
	if (read.error === "missing_objects") return fail({
		kind: "history_missing",
		clone: await cloneKind(repository.dirs.commonDir)
	});
	const { message, hint } = unreadableObjects(`a part of commit ${shortId(commit)}`, read.error);
	return fail({
		kind: "git_unreadable",
		finding: {
			message,
			hint
		}
	});
}

// src/workspace/workspace.ts
/** Reads the manifest and all its story files; offline. */
async function openWorkspace(surroundings, manifestPath, { at: atName, base: baseChoice, setApart = false, lookUpPins = false } = {}) {
	const found = await readManifestBytes(surroundings, manifestPath);
	if (!found.ok) return couldNotRun(found.error);
	const { source, layout, repository } = found.value;
	const at = atName === void 0 ? ok(void 0) : await namedCommit(repository, {
		option: "--at",
		name: atName
	});
	if (!at.ok) return couldNotRun(at.error);
	const date = todayOf(surroundings);
	const opened = openManifest(source, { today: date });
	const { manifest, text } = opened;
	if (!manifest) {
		const sourceOf = (file) => file === manifestPath ? text : void 0;
		return {
			problems: opened.problems,
			unreadable: false,
			sourceOf,
			counts: NO_COUNTS
		};
	}
	const today = {
		manifest,
		bytes: source.bytes,
		layout,
		date
	};
	const stories = await readStories(repository, at.value, today);
	if (!stories.ok) return couldNotRun(stories.error);
	const { files, absent } = stories.value;
	const run = await positionOf(repository, at.value, today);
	const base = await chooseBase(repository, baseChoice, {
		commit: at.value ?? run.head,
		dirty: run.isAhead
	});
	if (!base.ok) return couldNotRun(base.error);
	const before = repository && base.value ? await readBefore(repository, base.value, today, files) : /* @__PURE__ */ new Map();
	const held = new Map([...manifest.stories].filter(([key]) => !absent.has(key)));
	const assembled = assembleDesired({
		...manifest,
		stories: held
	}, files, {
		before,
		setApart
	});
	const { destinations } = manifest;
	const known = assembled.desired?.stories ?? /* @__PURE__ */ new Map();
	const pins = {
		repository,
		today,
		destinations,
		tip: run.head,
		stories: known
	};
	const result = {
		...lookUpPins ? { pins: {
			manifest,
			stories: await readPins(pins)
		} } : {},
		problems: [
			...opened.problems,
			...stories.value.problems,
			...assembled.problems
		],
		unreadable: false,
		sourceOf: (file) => file === manifestPath ? text : textOf(files, file),
		counts: countManifest(manifest)
	};
	if (!assembled.desired) return result;
	const { head, dirty, doubt } = run;
	const workspace = {
		manifest,
		desired: assembled.desired,
		layout,
		today,
		repository,
		head,
		dirty,
		...doubt === void 0 ? {} : { doubt },
		absent,
		...at.value === void 0 ? {} : { at: at.value },
		commit: at.value ?? (dirty ? null : head),
		...base.value === void 0 ? {} : { base: base.value }
	};
	return {
		...result,
		workspace
	};
}
async function readStories(repository, at, today) {
	if (repository && at !== void 0) return readStoriesAt(repository, at, today);
	return ok({
		files: await readWorkTree(today.manifest, today.layout),
		absent: /* @__PURE__ */ new Set(),
		problems: []
	});
}
/** Where the files stand to git. Stories of a commit are never dirty. */
async function positionOf(repository, at, { manifest, layout }) {
	const paths = [manifestInGit(layout), ...at === void 0 ? storiesInGit(layout, manifest) : []];
	const status = await repository?.status(paths) ?? "changed";
	const dirty = status !== "same";
	return {
		head: (await repository?.head())?.commit ?? null,
		dirty,
		...typeof status === "string" ? {} : { doubt: status.unknown },
		isAhead: dirty && at === void 0
	};
}
async function chooseBase(repository, choice, run) {
	if (typeof choice === "string") return namedCommit(repository, {
		option: "--base",
		name: choice
	});
	if (choice === false || repository === void 0) return ok(void 0);
	return ok(choice ? await baseIfHere(repository, choice.ifHere) : await usualBase(repository, run));
}
/** The command ends before there is anything to check. */
function couldNotRun(problem) {
	return {
		problems: [problem],
		unreadable: true,
		sourceOf: () => void 0,
		counts: NO_COUNTS
	};
}

export { findGitDirs as A, canonicalStory as C, readManifestBytes as D, countManifest as E, readFileSafely as M, explainRefusal as O, isOfOrigin as S, NO_COUNTS as T, fixedHosts as _, allVersions as a, slugify as b, standIn as c, openStory as d, unreadableStory as f, slugsOf as g, isCalled as h, resolvePins as i, isInside as j, openRepository as k, unusablePin as l, calledSlugs as m, openWorkspace as n, pinOf as o, checkTogether as p, readPins as r, recordTypeNames as s, couldNotRun as t, wantedStory as u, findReferences as v, todayOf as w, isLineageStamp as x, recordSlugMentions as y };