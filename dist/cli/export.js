import { i as unreachable, n as fail, r as ok } from "./dist.js";
import { O as bind, _ as moveRef, f as describeRemoteFailure, i as findingsToJson, m as UNUSABLE, n as formatProblems, o as checkHead, p as remoteHint, r as sortProblems, t as Session, u as openRemote, v as isBranchName, w as findingsExitCode, y as acquireLock } from "./session.js";
import { d as finding, t as describeLocked, u as cannotRun } from "./lock-holder.js";
import { i as ReadingTime, n as withReaders, o as holdsTenantValues, t as openProgress } from "./progress.js";
import { _ as isAncestor, c as isCheckedOut, d as authorFrom, f as clearDeadLocks, g as chooseBase, h as baseTrailers, l as ObjectWriter, m as noteOf, p as finishIndex, t as STATE_BRANCH, u as DEFAULT_AUTHOR } from "./state-session.js";
import { Lt as byText, Mt as repositoryPath, W as listed, at as withoutCarriageReturns, c as shortId, ct as storageFailure, et as readHeadFile, ft as parseTree, jt as manifestInGit, nt as CommittedTree, ot as ObjectReader, pt as withEntries, rt as blobId, st as readingObjects, tt as readRef, u as findCommittedFile, ut as foreignStorage } from "./stories-at.js";
import { w as inert } from "./unsigned-state.js";
import { t as printable } from "./printable.js";
import { l as recordTypeChanges, w as plural } from "./compare.js";
import { _ as spokenLabel } from "./read.js";
import { t as versionChanges } from "./version-changes.js";
import { n as systemHint, r as systemWords } from "./system-code.js";
import { A as findGitDirs, k as openRepository } from "./workspace.js";
import { i as writeExport, l as isGitsOwnName, n as exportAsText, o as NOTHING, s as readExport, t as exportAsMarkdown } from "./export-report.js";
import { n as readRegularFile } from "./regular-file.js";
import { t as openCatalogue } from "./open-catalogue.js";
import { n as readTimeoutOf, r as requestsOf } from "./options.js";
import { basename, join } from "node:path";
import { lstat, rename, writeFile } from "node:fs/promises";
import { Buffer as Buffer$1 } from "node:buffer";
import { createHash } from "node:crypto";

// src/git/commit/commit-problems.ts
/** Why files were not committed. Each is found before the branch moves, so nothing has happened yet. */
function noBranch() {
	return problem("GIT010", "the files cannot be committed: no branch is checked out (HEAD names a commit)", { hint: "check out a branch, or name one with --branch" });
}
function noCommit() {
	return problem("GIT010", "the files cannot be committed: the branch has no commit yet", { hint: "make the first commit by hand" });
}
const FULL_CLONE = "run storysync inside a full clone of the repository, and check free space and permissions of the .git folder";
function cannotCommitOutside(why, hint = FULL_CLONE) {
	return problem("GIT011", `the files cannot be committed to this repository: ${why}`, { hint });
}
function cannotCommitForeign(storage) {
	return problem("GIT011", `the files cannot be committed to this repository: it uses ${storage}, which storysync does not write`, { hint: "export without --commit, and commit the files with git" });
}
function indexForm({ kind, reason }) {
	return problem("GIT012", `the files cannot be committed to the branch that is checked out: git's index ${reason}`, { hint: `${remedy$1(kind)}, or commit to another branch with --branch` });
}
function remedy$1(kind) {
	switch (kind) {
		case "version": return "run \"git update-index --index-version 2\"";
		case "split": return "run \"git update-index --no-split-index\"";
		case "sparse": return "run \"git sparse-checkout reapply --no-sparse-index\"";
		case "unknown":
		case "broken": return "run \"git add\" and \"git commit\" by hand";
		default: return unreachable(kind);
	}
}
function manifestNotCommitted(file) {
	return problem("GIT019", `nothing was committed: ${file} has uncommitted changes, and the commit would include them`, { hint: "commit or stash them first, or leave out --commit" });
}
function cannotCommitLocked(file, holder, waitMs) {
	const { why, hint } = describeLocked(`.git/${file}.lock`, holder, waitMs);
	return problem("GIT013", `the files cannot be committed: ${why}`, { hint });
}
function obstructed({ path, what }) {
	return problem("GIT014", `the files cannot be committed: in git ${path} is ${what}`, { hint: "commit a plain file, or a folder, in its place first" });
}
function outside(path) {
	return problem("GIT014", `the files cannot be committed: ${JSON.stringify(path)} is not a path inside the repository`, { hint: "name a file below the top folder of the repository in the manifest" });
}
function cannotCommitWithoutBranch(branch) {
	return problem("GIT015", `${JSON.stringify(branch)} cannot be the name of a git branch`, { hint: "use a name such as \"storysync/export\"" });
}
function stateBranch(branch) {
	return problem("GIT015", `the branch "${branch}" holds the recorded state, and no stories`, { hint: "name another one, such as \"storysync/export\"" });
}
function nameTaken(branch) {
	return problem("GIT015", `the branch "${branch}" clashes with another one: git cannot have both "x" and "x/y"`, { hint: "name another one; \"git branch --list\" shows those that are there" });
}
function cannotCommitCheckedOut(branch) {
	return problem("GIT015", `the branch "${branch}" is checked out, and would move under its work tree`, { hint: "leave out --branch to commit to the branch that is checked out here, or name another one" });
}
function moved(branch) {
	return problem("GIT016", `somebody else committed to "${branch}" at the same moment`, { hint: "run the command again" });
}
function diverged(branch) {
	return problem("GIT017", `the branch "${branch}" has commits here and others on the remote`, { hint: `bring them together by hand, or delete the local one: git branch -D ${branch}` });
}
function notPushed(branch, why, hint) {
	return problem("GIT018", `the commit is on "${branch}" here, and was not pushed: ${why}`, { hint });
}
function problem(code, message, { hint }) {
	return {
		code,
		severity: "error",
		message,
		hint
	};
}

// src/commands/export/commit-base.ts
/**
* The commit that is checked out, for an export that shall become one. What the work tree holds does not count: an
* export that was written and never committed is still to be committed.
*/
async function openCommitBase({ layout, repository }, branch) {
	if (branch !== void 0 && !isBranchName(branch)) return fail(cannotCommitWithoutBranch(branch));
	if (branch === "storysync/state") return fail(stateBranch(branch));
	if (repository === void 0) return fail(cannotCommitOutside("this folder is not inside a git work tree"));
	const foreign = await foreignStorage(repository.dirs.commonDir);
	if (foreign !== void 0) return fail(cannotCommitForeign(foreign));
	await clearDeadLocks(repository.dirs, branch);
	const head = await repository.head();
	if (head === void 0) return fail(noCommit());
	if (branch === void 0 && head.branch === void 0) return fail(noBranch());
	if (branch !== void 0 && await isCheckedOut(repository.dirs.commonDir, `refs/heads/${branch}`)) return fail(cannotCommitCheckedOut(branch));
	const tree = new CommittedTree(repository.objects, head.commit);
	return ok(async (file, likely) => {
		const read = await readingObjects(async () => {
			const blob = await findCommittedFile(tree, repositoryPath(layout, file));
			if (!blob.ok) return void 0;
			return likely !== void 0 && blobId(likely) === blob.value ? likely : await tree.blob(blob.value);
		});
		if (!read.ok) return fail({
			kind: "unreadable",
			code: `git: ${read.error.replace("_", " ")}`
		});
		return read.value === void 0 ? fail({ kind: "missing" }) : ok(read.value);
	});
}
/** Stories are added to the manifest as it lies there: what somebody else is doing to it must not slip into the commit. */
async function checkManifestCommitted(base, { source }) {
	const committed = await base(basename(source.file));
	return committed.ok && withoutCarriageReturns(committed.value).equals(withoutCarriageReturns(source.bytes)) ? void 0 : manifestNotCommitted(source.file);
}

// src/export/change-summary.ts
const MOST_LINES = 12;
/** More links than this are counted, not named. */
const MOST_LINKS = 3;
/** What happened to a story since its file was written, a line each; the longest lists are cut unless all is asked for. */
function changeSummary({ key, file, change, before, after, kind }, { all: whole = false } = {}) {
	const all = linesOf(change, kind, before, after);
	if (whole) return {
		key,
		name: after.name,
		file,
		change,
		lines: all
	};
	const shown = all.length > 13 ? [...all.slice(0, MOST_LINES), `and ${all.length - MOST_LINES} more`] : all;
	return {
		key,
		name: after.name,
		file,
		change,
		lines: shown
	};
}
function linesOf(change, kind, before, after) {
	if (kind === "format") return ["layout of the file only, the content is the same"];
	if (kind === "platform") return ["platform release only: nothing that a sync pushes has changed"];
	if (before === void 0) return [`${change === "add" ? "new" : "the file held no story before"}: ${plural(after.agents.length, "action")}`, ...recordTypeChanges(void 0, after)];
	const { identity, actions, links, others } = versionChanges(before, after);
	const lines = [
		...identity.map(({ text }) => text),
		...actionLines(actions),
		...linkLines(links),
		...others.map(({ text }) => text),
		...holdsTenantValues(before) ? ["addresses or recipients of a tenant are taken out of the file"] : []
	];
	return lines.length > 0 ? lines : ["nothing that a sync pushes has changed"];
}
/** An action that changed in one place says which; one that changed in many is one line all the same. */
function actionLines(changes) {
	return [...Map.groupBy(changes, ({ part }) => part)].map(([part, inside]) => {
		const [first] = inside;
		if (inside.length === 1 && first !== void 0) return first.text;
		const places = inside.map(({ path }) => path.replace(/^.*?\]\.(?:options\.)?/s, ""));
		return `action ${spokenLabel(part.slice(7, -1))} changed: ${listed(places)}`;
	});
}
function linkLines(links) {
	if (links.length <= MOST_LINKS) return links.map(({ text }) => text);
	const count = (op, done) => {
		const amount = links.filter((link) => link.op === op).length;
		return amount === 0 ? [] : [`${amount} ${done}`];
	};
	return [`links: ${[
		...count("add", "connected"),
		...count("remove", "disconnected"),
		...count("update", "changed")
	].join(", ")}`];
}

// src/export/describe.ts
const MOST_STORIES = 50;
/** A name may be megabytes long. */
const LONGEST_TEXT = 500;
const ZERO_WIDTH_SPACE = "​";
/** What an export brought, for a commit or the title of a pull request. */
function describeExport(exported, origin) {
	const [first] = exported;
	const what = exported.length === 1 && first ? first.key : storyCount(exported.length);
	const why = exported.length > 0 && exported.every(({ kind }) => kind === "platform") ? " (platform release only)" : "";
	const shown = exported.slice(0, MOST_STORIES).map((story) => section(changeSummary(story)));
	const more = exported.length - shown.length;
	const body = [...shown, ...more > 0 ? [`and ${more} more ${more === 1 ? "story" : "stories"}`] : []].join("\n\n");
	return {
		subject: `Export ${what} from ${hostOf(origin)}${why}`,
		body
	};
}
/** `acme.tines.com`, as people call a tenant. */
function hostOf({ tenantUrl }) {
	return tenantUrl.replace(/^https?:\/\//, "");
}
function storyCount(count) {
	return plural(count, "story").replace("storys", "stories");
}
function section({ key, name, lines }) {
	return [`${key} (${safeText(name)})`, ...lines.map((line) => `- ${safeText(line)}`)].join("\n");
}
/**
* Names of a tenant must not break a line, call a person, close an issue or tell CI to skip the commit. Beginning every
* line with our own words keeps trailers such as `Signed-off-by` out as well.
*/
function safeText(text) {
	const shown = text.length > LONGEST_TEXT ? `${text.slice(0, 499)}…` : text;
	return inert(printable(shown)).replaceAll(/\[(?=\s*(?:skip|ci|no|actions)\b)/gi, `[${ZERO_WIDTH_SPACE}`).replaceAll(/\b(skip)-(?=checks)/gi, `$1-${ZERO_WIDTH_SPACE}`);
}

// src/git/commit/commit-objects.ts
/** Git's objects: reads and makes commits. Knows nothing of branches, index or work tree. */
var CommitObjects = class {
	reader;
	#writer;
	constructor(reader, writer) {
		this.reader = reader;
		this.#writer = writer;
	}
	/** The tree with these files in it, all others as they are. Modes stay; folders are made where there are none. */
	async withFiles(tree, files) {
		const wanted = [...files].map(([path, content]) => ({
			path,
			rest: path.split("/"),
			content
		}));
		return this.#folder(tree, wanted);
	}
	commit(commit) {
		const { tree, parent, message, author, at } = commit;
		const timestamp = Math.floor(at.getTime() / 1e3);
		return this.#writer.commit({
			tree,
			parents: [parent],
			message,
			author: {
				...author,
				timestamp
			}
		});
	}
	async #folder(oid, wanted) {
		const before = oid === void 0 ? Buffer$1.alloc(0) : await this.reader.folder(oid);
		const entries = new Map(parseTree(before).map((entry) => [entry.path, entry]));
		const written = [];
		const changed = [];
		for (const [name, inside] of Map.groupBy(wanted, ({ rest }) => rest[0] ?? "")) {
			const old = entries.get(name);
			const made = await this.#entry(name, old, inside);
			if (!made.ok) return made;
			written.push(...made.value.files);
			if (old?.oid !== made.value.entry.oid) changed.push(made.value.entry);
		}
		const tree = oid !== void 0 && changed.length === 0 ? oid : await this.#writer.folder(withEntries(before, changed));
		return ok({
			tree,
			files: written
		});
	}
	async #entry(name, old, inside) {
		const [first] = inside;
		if (first === void 0) throw new Error("Internal error: a folder of a commit without files");
		const { path, rest, content } = first;
		const at = path.split("/").slice(0, path.split("/").length - rest.length + 1);
		if (rest.length === 1) {
			const obstacle = obstacleTo("blob", old);
			if (obstacle !== void 0) return fail({
				path,
				what: obstacle
			});
			const oid = blobId(content);
			if (old?.oid !== oid) await this.#writer.blob(content);
			const mode = old?.mode ?? "100644";
			return ok({
				entry: {
					path: name,
					oid,
					mode,
					type: "blob"
				},
				files: [{
					path,
					oid,
					mode
				}]
			});
		}
		const obstacle = obstacleTo("tree", old);
		if (obstacle !== void 0) return fail({
			path: at.join("/"),
			what: obstacle
		});
		const below = inside.map((each) => ({
			...each,
			rest: each.rest.slice(1)
		}));
		const folder = await this.#folder(old?.oid, below);
		if (!folder.ok) return folder;
		const { tree, files } = folder.value;
		return ok({
			entry: {
				path: name,
				oid: tree,
				mode: "040000",
				type: "tree"
			},
			files
		});
	}
};
function obstacleTo(wanted, old) {
	if (old === void 0) return void 0;
	if (old.mode === "120000") return "a symbolic link";
	if (old.type === wanted) return void 0;
	if (old.type === "commit") return "a submodule";
	return old.type === "tree" ? "a folder" : "a file";
}

// src/git/commit/index-format.ts
const UNKNOWN_STAMP = {
	ctimeNs: 0n,
	mtimeNs: 0n,
	dev: 0n,
	ino: 0n,
	uid: 0n,
	gid: 0n,
	size: 0n
};
const HEADER = 12;
/** Stamp, object name and flags, in front of the name. */
const FIXED = 62;
const HASH = 20;
const EXTENDED = 16384;
/** The entries of an index file of version 2 or 3. What other extensions there are is a cache that git builds anew. */
function parseIndex(file) {
	if (file.length < 32 || file.toString("latin1", 0, 4) !== "DIRC") return fail(BROKEN);
	const version = file.readUInt32BE(4);
	if (version !== 2 && version !== 3) return fail({
		kind: "version",
		reason: `has version ${version}`
	});
	const entries = [];
	const end = file.length - HASH;
	let at = HEADER;
	for (let left = file.readUInt32BE(8); left > 0; left--) {
		if (at + FIXED >= end) return fail(BROKEN);
		const flags = file.readUInt16BE(at + 60);
		const nameAt = at + FIXED + ((flags & EXTENDED) === 0 ? 0 : 2);
		const nameEnd = file.indexOf(0, nameAt);
		const next = at + paddedLength(nameEnd - at);
		if (nameEnd < 0 || next > end) return fail(BROKEN);
		const name = file.toString("latin1", nameAt, nameEnd);
		entries.push({
			name,
			stage: flags >> 12 & 3,
			bytes: file.subarray(at, next)
		});
		at = next;
	}
	for (; at + 8 <= end; at += 8 + file.readUInt32BE(at + 4)) {
		const refusal = refusalOf(file.toString("latin1", at, at + 4));
		if (refusal !== void 0) return fail(refusal);
	}
	return ok(entries);
}
const BROKEN = {
	kind: "broken",
	reason: "is damaged"
};
/** Git's rule: an extension in capitals may be ignored, any other changes what the entries mean. */
function refusalOf(extension) {
	if (/^[A-Z]/.test(extension)) return void 0;
	if (extension === "link") return {
		kind: "split",
		reason: "is split in two files"
	};
	if (extension === "sdir") return {
		kind: "sparse",
		reason: "is sparse"
	};
	return {
		kind: "unknown",
		reason: `has the extension ${JSON.stringify(extension)}`
	};
}
function indexEntry(path, oid, mode, stamp) {
	const name = Buffer$1.from(path, "utf8");
	const bytes = Buffer$1.alloc(paddedLength(FIXED + name.length));
	const fields = [
		stamp.ctimeNs / SECOND,
		stamp.ctimeNs % SECOND,
		stamp.mtimeNs / SECOND,
		stamp.mtimeNs % SECOND,
		stamp.dev,
		stamp.ino,
		BigInt(Number.parseInt(mode, 8)),
		stamp.uid,
		stamp.gid,
		stamp.size
	];
	for (const [index, field] of fields.entries()) bytes.writeUInt32BE(Number(BigInt.asUintN(32, field)), index * 4);
	bytes.write(oid, 40, "hex");
	bytes.writeUInt16BE(Math.min(name.length, 4095), 60);
	name.copy(bytes, FIXED);
	return {
		name: name.toString("latin1"),
		stage: 0,
		bytes
	};
}
const SECOND = 1000000000n;
/** An index file of these entries, in git's order. */
function formatIndex(entries) {
	const sorted = entries.toSorted((a, b) => byText(a.name, b.name) || a.stage - b.stage);
	const header = Buffer$1.from("DIRC\0\0\0\0\0\0\0\0", "latin1");
	const extended = sorted.some(({ bytes }) => (bytes.readUInt16BE(60) & EXTENDED) !== 0);
	header.writeUInt32BE(extended ? 3 : 2, 4);
	header.writeUInt32BE(sorted.length, 8);
	const content = Buffer$1.concat([header, ...sorted.map(({ bytes }) => bytes)]);
	return Buffer$1.concat([content, createHash("sha1").update(content).digest()]);
}
/** One to eight zero bytes follow the name, so that each entry begins at a multiple of eight. */
function paddedLength(length) {
	return length + 8 & -8;
}

// src/git/commit/index-file.ts
/** A hundred bytes for each of five million files. */
const LARGEST_INDEX = 2 ** 29;
/** Locks and reads the index as git does. `lockedBy`: he held the lock the whole time. */
async function lockIndex(dirs, waitMs) {
	const { root, gitDir } = dirs;
	const path = join(gitDir, "index");
	const acquired = await acquireLock(`${path}.lock`, {
		waitMs,
		sharedWithGit: true,
		finish: (note) => finishIndex(dirs, note)
	});
	if (!acquired.ok) return fail({ lockedBy: acquired.error });
	const lock = acquired.value;
	try {
		const entries = await readEntries(path);
		if (!entries.ok) {
			await lock.release();
			return entries;
		}
		return ok({
			findObstacle: (paths) => paths.find((each) => isObstructed(entries.value, each)),
			prepare: async (files, goal) => {
				const fresh = await Promise.all(files.map((file) => entryOf(root, file)));
				const replaced = new Set(fresh.map(({ name }) => name));
				const kept = entries.value.filter(({ name }) => !replaced.has(name));
				await writeFile(lock.draft, formatIndex([...kept, ...fresh]), { flag: "wx" });
				await lock.write(noteOf(goal, lock.draft));
			},
			replace: async () => {
				if (await lock.isHeld()) await rename(lock.draft, path);
			},
			release: () => lock.release()
		});
	} catch (error) {
		await lock.release();
		throw error;
	}
}
async function readEntries(path) {
	try {
		const read = await readRegularFile(path, { mostBytes: LARGEST_INDEX });
		return read.ok ? parseIndex(read.value) : fail({
			kind: "unknown",
			reason: "is not a regular file, or is too large"
		});
	} catch (error) {
		if (error instanceof Error && "code" in error && error.code === "ENOENT") return ok([]);
		throw error;
	}
}
function isObstructed(entries, path) {
	const wanted = Buffer.from(path, "utf8").toString("latin1");
	return entries.some(({ name, stage }) => name === wanted && stage !== 0 || wanted.startsWith(`${name}/`) || name.startsWith(`${wanted}/`));
}
async function entryOf(root, { path, oid, mode, content }) {
	return indexEntry(path, oid, mode, await stampOf(join(root, path), content));
}
/** Known only when the file is what was committed: git takes a known stamp as a proof of that. */
async function stampOf(file, content) {
	try {
		const found = await lstat(file, { bigint: true });
		const read = await readRegularFile(file, { followLinks: false });
		return found.isFile() && read.ok && read.value.equals(content) ? found : UNKNOWN_STAMP;
	} catch {
		return UNKNOWN_STAMP;
	}
}

// src/git/commit/commit-files.ts
/**
* Commits files from git's objects, never by way of the index. Hooks are not run. `'nothing'`: the files are as HEAD
* has them.
*/
async function commitFiles(repository, request) {
	for (const path of request.files.keys()) if (!isInside(path)) return fail(outside(path));
	if (request.branch !== void 0 && !isBranchName(request.branch)) return fail(cannotCommitWithoutBranch(request.branch));
	return guarded(request.branch, async () => {
		const dirs = await findGitDirs(repository.root);
		if (dirs === void 0) return fail(cannotCommitOutside("this folder is not inside a git work tree"));
		const foreign = await foreignStorage(dirs.commonDir);
		if (foreign !== void 0) return fail(cannotCommitForeign(foreign));
		const place = {
			dirs,
			objects: new CommitObjects(await ObjectReader.open(dirs.commonDir), new ObjectWriter(dirs.commonDir))
		};
		return request.branch === void 0 ? commitOnHead(place, request) : commitOnBranch(place, request, request.branch);
	});
}
async function commitOnHead({ dirs, objects }, request) {
	const { message, author, at, lockWaitMs = LOCK_WAIT_MS } = request;
	const file = await readHeadFile(dirs.gitDir);
	if (file === void 0 || !("ref" in file) || !file.ref.startsWith(HEADS)) return fail(noBranch());
	const index = await lockIndex(dirs, lockWaitMs);
	if (!index.ok) {
		const { error } = index;
		return fail("lockedBy" in error ? cannotCommitLocked("index", error.lockedBy, lockWaitMs) : indexForm(error));
	}
	try {
		const parent = await readRef(dirs.commonDir, file.ref);
		if (parent === void 0) return fail(noCommit());
		const built = await build(objects, parent, request, index.value);
		if (!built.ok) return built;
		const { tree, files } = built.value;
		if (tree === (await objects.reader.commit(parent)).tree) return ok("nothing");
		const commit = await objects.commit({
			tree,
			parent,
			message: ending(message),
			author,
			at
		});
		await index.value.prepare(files.map((each) => ({
			...each,
			content: request.files.get(each.path) ?? /* @__PURE__ */ new Uint8Array()
		})), {
			ref: file.ref,
			commit
		});
		const branch = file.ref.slice(HEADS.length);
		const moved = await moveBranch(dirs, branch, {
			from: parent,
			to: commit
		}, lockWaitMs);
		if (!moved.ok) return moved;
		await index.value.replace();
		return ok({
			commit,
			branch,
			parent,
			made: true,
			force: false
		});
	} finally {
		await index.value.release();
	}
}
async function commitOnBranch({ dirs, objects }, request, branch) {
	const { message, author, at, remoteTip: remote, lockWaitMs = LOCK_WAIT_MS } = request;
	const ref = `${HEADS}${branch}`;
	if (await isCheckedOut(dirs.commonDir, ref)) return fail(cannotCommitCheckedOut(branch));
	const file = await readHeadFile(dirs.gitDir);
	const head = file === void 0 || "oid" in file ? file?.oid : await readRef(dirs.commonDir, file.ref);
	if (head === void 0) return fail(noCommit());
	const local = await readRef(dirs.commonDir, ref);
	const base = await chooseBase(objects.reader, {
		head,
		local,
		remote
	});
	if (base.kind === "diverged") return fail(diverged(branch));
	const { parent, tip } = base;
	const built = await build(objects, parent, request);
	if (!built.ok) return built;
	const { tree } = built.value;
	const force = async (commit) => remote !== void 0 && !await isAncestor(objects.reader, remote, commit);
	if (parent === head && tree === (await objects.reader.commit(head)).tree) return ok("nothing");
	if (tip !== void 0 && tree === (await objects.reader.commit(tip)).tree) return ok({
		commit: tip,
		branch,
		parent,
		made: false,
		force: await force(tip)
	});
	const text = parent === head ? `${ending(message)}\n${baseTrailers(parent, tree)}` : ending(message);
	const commit = await objects.commit({
		tree,
		parent,
		message: text,
		author,
		at
	});
	const moved = await moveBranch(dirs, branch, {
		from: local,
		to: commit
	}, lockWaitMs);
	if (!moved.ok) return moved;
	return ok({
		commit,
		branch,
		parent,
		made: true,
		force: await force(commit)
	});
}
async function build(objects, parent, { files }, index) {
	const { tree } = await objects.reader.commit(parent);
	const built = await objects.withFiles(tree, files);
	if (!built.ok) return fail(obstructed(built.error));
	const path = index?.findObstacle([...files.keys()]);
	return path === void 0 ? built : fail(obstructed({
		path,
		what: UNMERGED
	}));
}
async function moveBranch({ commonDir }, branch, move, waitMs) {
	const done = await moveRef(commonDir, `${HEADS}${branch}`, move, waitMs);
	if (done === "done") return ok(null);
	if (done === "moved") return fail(moved(branch));
	return fail(cannotCommitLocked(`refs/heads/${branch}`, done.lockedBy, waitMs));
}
const HEADS = "refs/heads/";
const LOCK_WAIT_MS = 5e3;
/** A branch is a file: `x` and `x/y` cannot both be. */
const IN_THE_WAY = /* @__PURE__ */ new Set([
	"EISDIR",
	"ENOTDIR",
	"EEXIST",
	"ENOTEMPTY"
]);
const UNMERGED = "left open by a merge, or staged as something else";
function ending(message) {
	return `${message.trimEnd()}\n`;
}
/** No path that git would refuse, or that leads into its own folder. */
function isInside(path) {
	return path.split("/").every((part) => !/^\.{0,2}$/.test(part) && !isGitsOwnName(part) && !part.includes("\0"));
}
/** Git and file system failures become problems here; our own mistakes still throw. */
async function guarded(branch, work) {
	try {
		return await work();
	} catch (error) {
		const code = storageFailure(error);
		if (branch !== void 0 && IN_THE_WAY.has(code)) return fail(nameTaken(branch));
		if (code === "NotFoundError") return fail(cannotCommitOutside("objects of the branch are missing here"));
		const why = systemWords(code, "git or the file system failed");
		return fail(cannotCommitOutside(why, systemHint(code, FULL_CLONE)));
	}
}

// src/commands/export/export-commit.ts
/** Somebody who is faster this often is a loop of some kind. */
const MOST_ATTEMPTS = 5;
/** What the commit says: people's words for every story; `subject` takes the place of the first line. */
function exportMessage({ origin }, exported, subject) {
	if (origin === void 0) throw new Error("Internal error: an export without an origin");
	const message = describeExport(exported.filter(({ restored }) => restored !== true), origin);
	return [subject?.trim() || message.subject, message.body].filter((part) => part !== "").join("\n\n");
}
/** Commits an export, and pushes it when there is a remote. `'nothing'`: git has these very files already. */
async function commitExport(world, layout, wanted) {
	const { message, branch, remote } = wanted;
	const author = authorFrom(world.environment);
	const problems = author.ok ? [] : [author.error];
	const request = {
		files: filesOf(layout, wanted),
		message,
		author: author.ok ? author.value : DEFAULT_AUTHOR,
		at: world.clock.now(),
		...branch === void 0 ? {} : { branch }
	};
	if (request.files.size === 0) return pushEarlier(layout, wanted, problems);
	for (let attempt = 1;; attempt++) {
		const tip = remote && branch !== void 0 ? await remote.fetch(branch) : ok(void 0);
		if (!tip.ok) return fail(unreadable(branch ?? "", tip.error));
		const remoteTip = tip.value === void 0 ? {} : { remoteTip: tip.value };
		const made = await commitFiles(layout, {
			...request,
			...remoteTip
		});
		if (!made.ok) return made;
		const { value } = made;
		if (value === "nothing") return pushEarlier(layout, wanted, problems);
		const committed = {
			commit: value.commit,
			branch: value.branch,
			made: value.made,
			problems
		};
		if (!remote) return ok({
			...committed,
			pushed: false
		});
		const pushed = await push(remote, value, branch === void 0 ? void 0 : tip);
		if (!pushed.ok) return fail(refused(value.branch, pushed.error, branch));
		if (pushed.value === "done") return ok({
			...committed,
			pushed: true
		});
		if (branch === void 0) return fail(behind(value.branch));
		if (attempt === MOST_ATTEMPTS) return fail(moved(value.branch));
	}
}
/** Where nothing is to be committed: what an earlier run committed onto this branch, and could not push. */
async function pushEarlier({ root }, { remote, branch: other }, problems) {
	const here = remote && other === void 0 ? await openRepository(root) : void 0;
	const head = await here?.head();
	if (!remote || here === void 0 || head?.branch === void 0) return ok("nothing");
	const { commit, branch } = head;
	const tip = await remote.fetch(branch);
	if (!tip.ok) return fail(unreadable(branch, tip.error));
	if (tip.value !== void 0 && await isAncestor(here.objects, commit, tip.value)) return ok("nothing");
	const pushed = await remote.push(commit, branch, tip.value);
	if (!pushed.ok) return fail(refused(branch, pushed.error, void 0));
	return pushed.value === "done" ? ok({
		commit,
		branch,
		made: false,
		pushed: true,
		problems
	}) : fail(behind(branch));
}
/** From the top of the repository; `commitFiles` refuses what leads out of it. */
function filesOf(layout, { exported, manifestText }) {
	const texts = exported.map(({ file, text }) => [repositoryPath(layout, file), Buffer.from(text, "utf8")]);
	const own = manifestText === void 0 ? [] : [[manifestInGit(layout), Buffer.from(manifestText, "utf8")]];
	return new Map([...texts, ...own]);
}
async function push(remote, { commit, branch, force }, known) {
	const tip = known ?? await remote.tip(branch);
	if (!tip.ok) return tip;
	return tip.value === commit ? ok("done") : remote.push(commit, branch, tip.value, { force });
}
function unreadable(branch, failure) {
	return {
		code: "GIT018",
		severity: "error",
		message: `the branch "${branch}" cannot be read from the remote, which ${describeRemoteFailure(failure)}`,
		hint: remedy(failure, branch, void 0)
	};
}
function refused(branch, failure, named) {
	return notPushed(branch, `the remote ${describeRemoteFailure(failure)}`, remedy(failure, branch, named));
}
function behind(branch) {
	return notPushed(branch, "the remote has commits that this clone does not have", "run \"git pull --rebase\" and \"git push\"");
}
/** `named`: the branch that was asked for; none where it is the one that is checked out. */
function remedy(failure, branch, named) {
	switch (failure.kind) {
		case "no_access": return "give the job \"contents: write\", or set STORYSYNC_GIT_TOKEN to a token that may push to this repository";
		case "refused": return named === void 0 ? `push it to a branch that the rules of the repository leave open: git push origin ${branch}:storysync/export; next time name that one with --branch` : `leave "${named}" out of the rules and hooks that protect branches, or let this token bypass them`;
		case "unreachable": return remoteHint(failure) ?? "run the same command again later";
		case "broken": return "check the address of the remote with \"git remote -v\"";
		default: return unreachable(failure);
	}
}

// src/commands/export/export.ts
/** The live stories of the origin: read, compared, and put where they are wanted. */
async function exportCommand(world, { catalogue: opened, problems }, settings, progress) {
	const { trust, placed, commit, discover, check } = settings;
	const head = (await opened.repository?.head())?.commit ?? null;
	const misplaced = placed ? void 0 : checkHead("export", trust, head);
	if (misplaced) return finding([misplaced]);
	const target = commit ? await openTarget(world, opened, commit, discover === "add") : ok(void 0);
	if (!target.ok) return target.error.code === "GIT015" ? cannotRun([target.error]) : finding([target.error]);
	const base = target.value?.base;
	const reading = {
		keys: bind(trust),
		stories: settings.stories,
		...discover === void 0 ? {} : { discover },
		...base === void 0 || commit?.branch !== void 0 ? {} : { base }
	};
	const catalogue = base && commit?.branch !== void 0 ? {
		...opened,
		read: base
	} : opened;
	const time = new ReadingTime(world.clock, settings).ofOne();
	const read = await withReaders(world, settings, async (tenants) => {
		const found = await readExport(catalogue, reading, tenants, progress, time);
		return found.ok ? found : cannotRun(found.error);
	}).finally(() => time.close());
	if (!read.ok) return read;
	const { closingProblems, ...found } = read.value;
	const traced = withProblems(found, closingProblems);
	const run = check ? {
		found: traced,
		result: traced
	} : await keep(world, catalogue, traced, {
		target: target.value,
		commit,
		problems
	});
	const differs = check && run.result.exported.length > 0;
	return ok({
		...run,
		exitCode: differs ? 1 : findingsExitCode(run.result.problems)
	});
}
/** What a commit goes on top of, and where it is pushed to. */
async function openTarget(world, catalogue, { branch, push, proposal }, add) {
	const base = proposal ? ok(void 0) : await openCommitBase(catalogue, branch);
	if (!base.ok) return base;
	const uncommitted = add && base.value ? await checkManifestCommitted(base.value, catalogue) : void 0;
	if (uncommitted !== void 0) return fail(uncommitted);
	const remote = push === void 0 ? ok(void 0) : await push(world, catalogue.layout.root);
	if (!remote.ok) return remote;
	return ok({
		...base.value === void 0 ? {} : { base: base.value },
		...remote.value === void 0 ? {} : { remote: remote.value }
	});
}
/** Puts the export where it was wanted: into the work tree, and into a commit. */
async function keep(world, catalogue, found, { target, commit, problems }) {
	if (target === void 0 || commit === void 0) return {
		found,
		result: await writeExport(catalogue, found)
	};
	const failed = findingsExitCode(found.problems) !== 0;
	if (failed && found.files.length === 0) return {
		found,
		result: found
	};
	if (commit.proposal && (failed || findingsExitCode(problems) !== 0)) return {
		found,
		result: found
	};
	const { branch } = commit;
	const result = branch === void 0 ? await writeExport(catalogue, found) : found;
	const message = exportMessage(catalogue.manifest, result.exported, commit.message);
	const made = await commitExport(world, catalogue.layout, {
		exported: result.exported,
		...result.manifest === void 0 ? {} : { manifestText: result.manifest.text },
		message,
		...branch === void 0 ? {} : { branch },
		...target.remote === void 0 ? {} : { remote: target.remote }
	});
	if (!made.ok) return {
		found,
		result: withProblems(branch === void 0 ? result : notKept(found), [made.error]),
		uncommitted: made.error
	};
	return {
		found,
		result: withProblems(result, made.value === "nothing" ? [] : made.value.problems),
		commit: {
			made: made.value,
			message
		}
	};
}
/** The same, without what was neither written nor committed. */
function notKept(result) {
	return {
		...result,
		files: result.files.filter(({ change }) => change === "unchanged"),
		exported: []
	};
}
function withProblems(result, problems) {
	return {
		...result,
		problems: [...result.problems, ...problems]
	};
}

// src/commands/push-remote.ts
/** The remote that a commit is pushed to, or why there is none to push to. Nothing is asked yet. */
async function openPushRemote(world, root) {
	const dirs = await findGitDirs(root);
	if (dirs === void 0) return fail(nowhere("this folder is not inside a git work tree", "run the command in a clone of the repository"));
	const opened = await openRemote(dirs, { environment: world.environment });
	if (opened.kind === "open") return ok(opened.remote);
	if (opened.kind === "none") return fail(nowhere("no remote is configured", "add one with \"git remote add origin https://…\", or leave --push out"));
	const why = `the remote "${printable(opened.name)}" ${UNUSABLE[opened.why]}`;
	return fail(nowhere(why, "give the remote an https address (in a workflow: check out without \"ssh-key\"), or push with git itself"));
}
function nowhere(why, hint) {
	return {
		code: "GIT018",
		severity: "error",
		message: `nothing was committed, because it cannot be pushed: ${why}`,
		hint
	};
}

// src/cli/export.ts
/** `storysync export`: the live stories of the origin, into their files. */
async function exportStories(host, options) {
	const session = new Session(host, options);
	const opened = await openCatalogue(session.world, options.manifest);
	const { catalogue, problems } = opened;
	if (catalogue === void 0) return session.refuse(opened);
	const trust = await session.trust(catalogue, options);
	const progress = openProgress(host.terminal, options.quiet);
	const ended = await exportCommand(session.world, {
		catalogue,
		problems
	}, settingsOf(options, trust), progress);
	if (!ended.ok) {
		const { exitCode, problems: refused } = ended.error;
		if (exitCode === 2) session.fail(refused);
		else showExport(session, opened, {
			...NOTHING,
			problems: refused
		}, false);
		return exitCode;
	}
	const { result, commit, exitCode } = ended.value;
	const failed = result.problems.some(({ severity }) => severity === "error");
	if (commit !== void 0 && (commit.made !== "nothing" || !failed)) session.say(sayCommitted(commit.made));
	showExport(session, opened, result, options.check);
	return exitCode;
}
function settingsOf(options, trust) {
	const { story, check, discover, add, message, branch, push } = options;
	const commit = {
		proposal: false,
		...message === void 0 ? {} : { message },
		...branch === void 0 ? {} : { branch },
		...push ? { push: openPushRemote } : {}
	};
	return {
		trust,
		placed: false,
		stories: story,
		check,
		readTimeout: readTimeoutOf(options),
		...discover ? { discover: add ? "add" : "list" } : {},
		...options.commit ? { commit } : {},
		...requestsOf(options)
	};
}
function sayCommitted(committed) {
	if (committed === "nothing") return "Nothing to commit: git has these files already.";
	const { commit, branch, made, pushed } = committed;
	return `${`${made ? "Committed" : "Found"} ${shortId(commit)} on ${branch}`}${pushed ? ", and pushed it" : ""}.`;
}
function showExport(session, opened, result, check) {
	const { quiet, manifest, verbose } = session.options;
	const { files, discovered, manifest: edited } = result;
	const problems = sortProblems([...edited?.problems ?? opened.problems, ...result.problems]);
	const sourceOf = (file) => file === edited?.file ? edited.text : opened.sourceOf(file);
	const origin = opened.catalogue?.manifest.origin;
	const report = {
		summaries: result.exported.map((story) => changeSummary(story, { all: verbose })),
		files,
		problems,
		check,
		verbose,
		added: result.manifest !== void 0,
		...discovered === void 0 ? {} : { discovered },
		...origin === void 0 ? {} : { origin: origin.tenantUrl.replace(/^https?:\/\//, "") }
	};
	const shown = quiet ? problems.filter(({ severity }) => severity === "error") : problems;
	session.result({
		text: () => {
			const findings = formatProblems(shown, sourceOf, session.outPaint, session.terminal.outColumns);
			return `${findings}${findings === "" ? "" : "\n"}${exportAsText(report, session.outPaint, session.terminal.outColumns)}`;
		},
		markdown: () => exportAsMarkdown(report),
		json: () => findingsToJson(problems, manifest, opened.counts, files, discovered)
	});
}

export { exportStories };