import { a as ok, i as fail, o as unreachable } from "./loopback.js";
import { a as readRef, c as textOfFile, o as MOST_FILE_BYTES, r as currentBranch, s as readRegularFile, t as printable } from "./printable.js";
import { a as readGitConfig, n as findRemote } from "./remote-address.js";
import { C as DamagedObjectError, E as require_isomorphic_git, J as hintForConnection, K as byTextOf, S as systemClock, T as unpack, _ as fateOf, b as readOwner, d as deltaSizes, f as distanceAt, g as sweepOnce, h as durableFs, l as Recent, m as typeName, n as readingObjects, p as headerAt, q as describeConnectionFailure, r as storageFailure, t as ObjectReader, u as applyDelta, v as newOwner, w as TooLargeObjectError, x as systemProcesses, y as ownerTag } from "./objects.js";
import { P as readProxies, i as requestBy, n as VERSION, r as openConnections, t as connectionFailure } from "./connection-failure.js";
import { createHash } from "node:crypto";
import { link, lstat, mkdir, open, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join, resolve, sep } from "node:path";
import { Buffer } from "node:buffer";
import { crc32 } from "node:zlib";
import { tmpdir } from "node:os";

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

// src/git/objects/lock-file.ts
var import_isomorphic_git = require_isomorphic_git();
const LARGEST$1 = 4096;
/** A file's name may have 255 bytes, and our marks need a hundred. */
const LONGEST_STEM = 100;
/** A name beside a lock or a file: `index.lock` and a mark make `index.storysync-<mark>.lock`, which git passes over. */
function siblingName(path, mark, ending) {
	return join(dirname(path), `${shortName(basename(path).replace(/\.lock$/, ""))}.storysync-${mark}.${ending}`);
}
/** The beginning of a name, cut between characters. */
function shortName(name) {
	const bytes = Buffer.from(name);
	if (bytes.length <= LONGEST_STEM) return name;
	return new TextDecoder("utf-8", { ignoreBOM: true }).decode(bytes.subarray(0, LONGEST_STEM), { stream: true });
}
/** Where the owner's drafts lie: of the lock itself, and of what the lock is for. */
function draftBeside(path, owner) {
	return siblingName(path, ownerTag(owner), "lock");
}
/** The one place where the right to take over a certain lock is fought for. */
function claimBeside(path, { owner, stamp }) {
	return siblingName(path, `claim-${owner?.token ?? createHash("sha256").update(stamp).digest("hex").slice(0, 16)}`, "lock");
}
function lockText({ host, place, pid, started, token }, since, note) {
	const fields = {
		storysync: "lock/1",
		host,
		pid,
		since: since.toISOString(),
		place,
		started,
		token
	};
	return `${JSON.stringify(note === void 0 ? fields : {
		...fields,
		note
	})}\n`;
}
/** Undefined when nothing has the name. Whatever has it costs one short read at most. */
async function lookAtLock(path) {
	try {
		const { dev, ino, mtimeNs, size } = await lstat(path, { bigint: true });
		const text = await textOf(path);
		return {
			stamp: `${dev}:${ino}:${mtimeNs}:${size}:${text ?? ""}`,
			...readLock(text ?? "")
		};
	} catch (error) {
		const code = codeOf$1(error);
		if (code === "ENOENT" || code === "ENOTDIR") return void 0;
		throw error;
	}
}
async function textOf(path) {
	try {
		const read = await readRegularFile(path, {
			mostBytes: LARGEST$1,
			followLinks: false
		});
		return read.ok ? read.value.toString("utf8") : void 0;
	} catch (error) {
		const code = codeOf$1(error);
		if (code === "ELOOP" || code === "EMLINK" || code === "EACCES" || code === "EPERM") return void 0;
		throw error;
	}
}
function readLock(text) {
	const none = {
		owner: void 0,
		note: void 0
	};
	try {
		const value = JSON.parse(text);
		if (!isRecord(value) || value.storysync !== "lock/1") return none;
		const { note } = value;
		const isNote = isRecord(note) && Object.values(note).every((each) => typeof each === "string");
		return {
			owner: readOwner(value),
			note: isNote ? note : void 0
		};
	} catch {
		return none;
	}
}
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** Opens a new file in a folder that git may tidy away as long as it is empty. */
async function createFile(path) {
	for (let left = 10;; left--) {
		await mkdir(dirname(path), { recursive: true });
		try {
			return await open(path, "wx");
		} catch (error) {
			if (codeOf$1(error) !== "ENOENT" || left === 0) throw error;
		}
	}
}
/** Whether the draft has the lock's name now as well. Undefined: this file system has no second names. */
async function linkLock(draft, path) {
	try {
		await link(draft, path);
		return true;
	} catch (error) {
		const code = codeOf$1(error) ?? "";
		if (code === "EEXIST") return false;
		if (NO_LINKS.has(code)) return void 0;
		throw error;
	}
}
const NO_LINKS = /* @__PURE__ */ new Set([
	"EPERM",
	"ENOTSUP",
	"EOPNOTSUPP",
	"ENOSYS",
	"EINVAL",
	"EMLINK"
]);
function codeOf$1(error) {
	return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : void 0;
}

// src/git/objects/held-lock.ts
const BEAT_MS = 2e3;
/** Ten beats: an owner who gave no sign of life for so long is at work no more. */
const WATCH_MS = 10 * BEAT_MS;
/** A lock of ours, drawn beside its place and not yet in it. */
var HeldLock = class HeldLock {
	draft;
	#path;
	#owner;
	#date;
	#file;
	#beat;
	constructor(path, owner, date, file) {
		this.draft = draftBeside(path, owner);
		this.#path = path;
		this.#owner = owner;
		this.#date = date;
		this.#file = file;
	}
	static async draw(path, owner, date) {
		const lock = new HeldLock(path, owner, date, await createFile(draftBeside(path, owner)));
		try {
			await lock.#file.writeFile(lockText(owner, date()));
			return lock;
		} catch (error) {
			await lock.abandon();
			throw error;
		}
	}
	/** Puts it in its place; false when another one is there. */
	async take() {
		if (!(await linkLock(this.draft, this.#path) ?? await this.#createInPlace())) return false;
		await rm(this.draft, { force: true });
		this.#live();
		return true;
	}
	/** Puts it over a lock whose owner is gone; false when what stands there is no file. */
	async replace() {
		try {
			await rename(this.draft, this.#path);
		} catch (error) {
			if (NO_FILE.has(codeOf$1(error) ?? "")) return false;
			throw error;
		}
		this.#live();
		return true;
	}
	async isHeld() {
		return (await lookAtLock(this.#path))?.owner?.token === this.#owner.token;
	}
	async write(note) {
		const draft = siblingName(this.#path, ownerTag(this.#owner), "tmp");
		const file = await createFile(draft);
		const former = this.#file;
		this.#file = file;
		await former.close();
		await file.writeFile(lockText(this.#owner, this.#date(), note));
		await rename(draft, this.#path);
	}
	async release() {
		clearInterval(this.#beat);
		if (await this.isHeld()) await rm(this.#path, { force: true });
		await this.abandon();
	}
	/** Forgets a lock that is not in its place. */
	async abandon() {
		clearInterval(this.#beat);
		await this.#file.close();
		await rm(this.draft, { force: true });
	}
	async #createInPlace() {
		try {
			const file = await createFile(this.#path);
			await this.#file.close();
			this.#file = file;
			await file.writeFile(lockText(this.#owner, this.#date()));
			return true;
		} catch (error) {
			if (codeOf$1(error) === "EEXIST") return false;
			throw error;
		}
	}
	/** A sign of life now and then, for those who cannot ask this machine about the process. */
	#live() {
		this.#beat = setInterval(() => {
			const now = this.#date();
			this.#file.utimes(now, now).catch(() => {});
		}, BEAT_MS);
		this.#beat.unref();
	}
};
const NO_FILE = /* @__PURE__ */ new Set([
	"EISDIR",
	"ENOTEMPTY",
	"EEXIST",
	"EPERM",
	"EACCES"
]);

// src/git/objects/owned-lock.ts
const systemSurroundings = {
	processes: systemProcesses,
	clock: systemClock
};
const POLL_MS = 20;
const WATCHING_POLL_MS = 200;
const LONGEST_BLINK_MS = 1e3;
/** The right to take over is a lock itself, whose owner may be gone as well, and so on; deeper than this it is an attack. */
const DEEPEST_CLAIM = 3;
/**
* Makes the file that keeps everybody else out. A lock whose owner is gone is taken over: proven gone, or of another
* machine or boot and without a sign of life for as long as we watched it ourselves.
*/
async function acquireLock(path, options, surroundings = systemSurroundings) {
	const lock = await new Acquisition(options, surroundings, 0).acquire(path);
	if (lock.ok) await sweepBeside(path, surroundings);
	return lock;
}
/**
* Takes away a lock of ours whose owner is proven to be gone, and what he left beside it; any other stays and is not
* waited for. For a run that finds nothing left to do, and so would never come to the lock.
*/
async function clearDeadLock(path, options, surroundings = systemSurroundings) {
	await clear(path, options, surroundings);
	await sweepBeside(path, surroundings);
}
function sweepBeside(path, surroundings) {
	const clearClaim = (claim) => clear(claim, { sharedWithGit: false }, surroundings);
	return sweepOnce(dirname(path), {
		clearClaim,
		processes: surroundings.processes
	});
}
async function clear(path, options, surroundings) {
	const seen = await lookAtLock(path);
	if (seen?.owner === void 0 || await fateOf(seen.owner, surroundings.processes) !== "gone") return;
	const lock = await new Acquisition({
		...options,
		waitMs: 0
	}, surroundings, 0).acquire(path);
	if (lock.ok) await lock.value.release();
}
var Acquisition = class Acquisition {
	#options;
	#around;
	#depth;
	constructor(options, surroundings, depth) {
		this.#options = options;
		this.#around = surroundings;
		this.#depth = depth;
	}
	async acquire(path) {
		const { processes, clock } = this.#around;
		const lock = await HeldLock.draw(path, await newOwner(processes), () => clock.now());
		let holder = "other";
		try {
			holder = await this.#contend(path, lock);
			return holder === void 0 ? ok(lock) : fail(holder);
		} finally {
			if (holder !== void 0) await lock.abandon();
		}
	}
	/** Undefined when the lock is ours. */
	async #contend(path, lock) {
		const { waitMs, stop, atOnce = false, pollMs = 0 } = this.#options;
		const { clock } = this.#around;
		const begun = clock.elapsed();
		let [waited, last] = [0, begun];
		let watch;
		while (!await lock.take()) {
			const seen = await lookAtLock(path);
			if (seen === void 0) continue;
			const now = clock.elapsed();
			watch = nextWatch(watch, seen, now - last);
			const fate = await this.#fateOf(seen);
			if ((fate === "gone" || fate === "unknown" && watch.stillMs >= 2e4) && await this.#takeOver(path, seen, lock)) return void 0;
			const isAtWork = fate !== "unknown" || watch.moved;
			if (isAtWork) waited += now - last;
			last = now;
			if (isAtWork && waited >= waitMs || now - begun > waitMs + 2 * 2e4 || atOnce || stop?.aborted) return seen.owner ?? "other";
			await clock.sleep(Math.max(pollMs, isAtWork ? POLL_MS : WATCHING_POLL_MS), stop);
		}
	}
	async #fateOf({ owner }) {
		if (owner === void 0) return this.#options.sharedWithGit ? "alive" : "unknown";
		return fateOf(owner, this.#around.processes);
	}
	/**
	* Two must not both do it. Whoever holds the claim, which is made for this one lock, looks once more and puts his own
	* lock over it; there is no moment without a lock.
	*/
	async #takeOver(path, seen, lock) {
		if (this.#depth >= DEEPEST_CLAIM) return false;
		const claim = await new Acquisition({
			waitMs: 0,
			sharedWithGit: false
		}, this.#around, this.#depth + 1).acquire(claimBeside(path, seen));
		if (!claim.ok) return false;
		try {
			if ((await lookAtLock(path))?.stamp !== seen.stamp) return false;
			if (seen.note !== void 0) await this.#options.finish?.(seen.note);
			return await lock.replace();
		} finally {
			await claim.value.release();
		}
	}
};
function nextWatch(watch, { stamp, owner }, passedMs) {
	if (watch?.stamp === stamp) return {
		...watch,
		stillMs: watch.stillMs + Math.min(passedMs, LONGEST_BLINK_MS)
	};
	const token = owner?.token;
	return {
		stamp,
		token,
		stillMs: 0,
		moved: watch !== void 0 && watch.token === token
	};
}

// src/git/read/ref-lock.ts
/**
* Moves a ref from one commit to the next under git's own lock, `<ref>.lock`, which one process only can create: compare,
* and rename the new ref into place. Neither threads nor processes, git included, can lose a commit of each other.
*/
async function moveRef(commonDir, ref, move, waitMs) {
	const path = join(commonDir, ref);
	const lock = await acquireLock(`${path}.lock`, {
		waitMs,
		sharedWithGit: true
	});
	if (!lock.ok) return { lockedBy: lock.error };
	try {
		if (await readRef(commonDir, ref) !== move.from) return "moved";
		await writeDurably(lock.value.draft, `${move.to}\n`);
		if (!await lock.value.isHeld()) return "moved";
		await rename(lock.value.draft, path);
		return "done";
	} finally {
		await lock.value.release();
	}
}
/** So that git can move the ref, also when we have no reason to. */
function clearDeadRefLock(commonDir, ref) {
	return clearDeadLock(join(commonDir, `${ref}.lock`), { sharedWithGit: true });
}
async function writeDurably(path, text) {
	const file = await open(path, "wx");
	try {
		await file.writeFile(text);
		await file.sync();
	} finally {
		await file.close();
	}
}

// src/git/remote/git-http.ts
const PATIENCE = {
	connectMs: 1e4,
	listMs: 2e4,
	headersMs: 12e4,
	idleMs: 6e4,
	wholeMs: 9e5,
	mostBytes: 2 ** 30
};
/** The answer is larger than any that we ask for, or takes longer. */
var EndlessAnswerError = class extends Error {
	code = "StorysyncEndless";
};
/** The server sends us elsewhere. We do not go: what we carry is for this server. */
var RedirectedError = class extends Error {
	code = "StorysyncRedirected";
};
/** Some servers tell git from browsers by the beginning of this. */
const USER_AGENT = `git/2.0 (storysync/${VERSION})`;
/** HTTP for isomorphic-git, towards one remote and nowhere else. */
function openGitHttp(remote, { authorization, proxies, patience = PATIENCE }) {
	const dispatcher = openConnections(remote, proxies, { connectMs: patience.connectMs });
	return { request: async (wanted) => {
		const url = new URL(wanted.url);
		if (url.origin !== remote.origin) throw new Error("Internal error: a request leaves the remote.");
		const asks = wanted.method !== "POST";
		const own = {
			"user-agent": USER_AGENT,
			...authorization === void 0 ? {} : { authorization }
		};
		return respond(wanted, await requestBy(dispatcher, url, {
			method: asks ? "GET" : "POST",
			headers: {
				...wanted.headers,
				...own
			},
			body: wanted.body === void 0 ? null : await collect(wanted.body),
			headersTimeout: asks ? patience.listMs : patience.headersMs,
			bodyTimeout: patience.idleMs
		}), patience);
	} };
}
async function respond(wanted, answer, patience) {
	const { statusCode, headers, body } = answer;
	if (statusCode !== 200) await body.dump({ limit: 65536 });
	if (statusCode >= 300 && statusCode < 400) throw new RedirectedError();
	const plain = Object.entries(headers).map(([name, value]) => [name, Array.isArray(value) ? value.join(", ") : value]);
	return {
		url: wanted.url,
		method: wanted.method,
		statusCode,
		statusMessage: "",
		headers: Object.fromEntries(plain),
		body: statusCode === 200 ? endingIn(body, patience) : nothing()
	};
}
async function* endingIn(body, { wholeMs, mostBytes }) {
	const until = performance.now() + wholeMs;
	let bytes = 0;
	for await (const chunk of body) {
		bytes += chunk.length;
		if (bytes > mostBytes || performance.now() > until) throw new EndlessAnswerError();
		yield chunk;
	}
}
async function* nothing() {}
async function collect(body) {
	const chunks = [];
	for await (const chunk of body) chunks.push(chunk);
	return Buffer.concat(chunks);
}

// src/git/remote/objects-only-fs.ts
/**
* A repository to which objects can be added and nothing else. When it pushes, isomorphic-git also moves a
* tracking ref and reads the configuration for other addresses; refs are ours to move, under git's locks.
* `there` is a commit that the remote has: its files are not sent again.
*/
function objectsOnlyFs(gitdir, there) {
	const objects = resolve(gitdir, "objects") + sep;
	const { promises } = durableFs;
	const isObject = (path) => resolve(path).startsWith(objects);
	const pretended = /* @__PURE__ */ new Map([[resolve(gitdir, "config"), NO_CONFIG]]);
	if (there !== void 0) pretended.set(resolve(gitdir, `refs/remotes/${LIBRARY_REMOTE}/HEAD`), `${there}\n`);
	return { promises: {
		...promises,
		readFile: async (path, ...rest) => (path === void 0 ? void 0 : pretended.get(resolve(path))) ?? promises.readFile(path, ...rest),
		writeFile: async (path, content) => isObject(path) ? promises.writeFile(path, content) : void 0,
		mkdir: async (path) => isObject(path) ? promises.mkdir(path) : void 0,
		unlink: async () => void 0,
		rmdir: async () => void 0
	} };
}
/** The name under which the library knows the remote; what it would write there is dropped. */
const LIBRARY_REMOTE = "storysync";
const NO_CONFIG = `[remote "${LIBRARY_REMOTE}"]\n\tfetch = +refs/heads/*:refs/remotes/${LIBRARY_REMOTE}/*\n`;

// src/git/remote/remote-credentials.ts
/**
* The `Authorization` header for one remote and no other: our own token, what stands in the address, GitHub's token
* where the remote is GitHub's own server, or what `actions/checkout` left in the configuration for this address.
*/
function authorizationFor(url, environment, config) {
	const own = tokenIn(environment, "STORYSYNC_GIT_TOKEN");
	if (own !== void 0) return basic(userOf(url) || TOKEN_USER, own);
	if (url.password !== "") return basic(userOf(url), decoded(url.password));
	const github = tokenIn(environment, "GITHUB_TOKEN");
	if (github !== void 0 && isServer(url, environment.GITHUB_SERVER_URL)) return basic(TOKEN_USER, github);
	return headerFor(url, config) ?? (url.username === "" ? void 0 : basic(userOf(url), ""));
}
/** The user name that GitHub wants beside a token; other servers take any. */
const TOKEN_USER = "x-access-token";
function tokenIn(environment, name) {
	const token = environment[name]?.trim();
	return token === "" ? void 0 : token;
}
function isServer(url, server) {
	return server !== void 0 && URL.canParse(server) && new URL(server).origin === url.origin;
}
/** `http.<address>.extraheader`, where the address is the remote's own or a folder above it. */
function headerFor(url, config) {
	const [closest] = config.all("http", "extraheader").filter(({ subsection, value }) => /^authorization:/i.test(value) && covers(subsection, url)).toSorted((a, b) => b.subsection.length - a.subsection.length);
	const credentials = /^authorization:\s*basic\s+([\w+/=-]+)\s*$/i.exec(closest?.value ?? "")?.[1];
	return credentials === void 0 ? void 0 : `Basic ${credentials}`;
}
function covers(address, url) {
	if (!URL.canParse(address)) return false;
	const { origin, pathname } = new URL(address);
	return origin === url.origin && `${url.pathname}/`.startsWith(pathname.replace(/(?<!\/)\/*$/, "/"));
}
function userOf(url) {
	return decoded(url.username);
}
function decoded(text) {
	try {
		return decodeURIComponent(text);
	} catch {
		return text;
	}
}
function basic(user, password) {
	return `Basic ${Buffer.from(`${user}:${password}`).toString("base64")}`;
}

// src/git/remote/remote-failure.ts
/** The failure in words, to follow "the remote …". */
function describeRemoteFailure(failure) {
	switch (failure.kind) {
		case "no_access": return `gives no access (${failure.status})`;
		case "refused": return `refuses it: ${failure.why}`;
		case "unreachable":
			if (failure.connection !== void 0) return `cannot be reached: ${describeConnectionFailure(failure.connection)}`;
			return /^\d+$/.test(failure.code) ? `reports a server error (${failure.code})` : `does not answer (${failure.code})`;
		case "broken": return failure.why;
		default: return unreachable(failure);
	}
}
/** What helps, where the way to the remote is what is wrong. */
function remoteHint(failure) {
	return failure.kind === "unreachable" && failure.connection ? hintForConnection(failure.connection, void 0) : void 0;
}
/** Someone else was faster: the branch is not where we saw it, or is being moved right now. */
const MOVED = /failed to update ref|(?:cannot|unable to|failed to) lock|incorrect old value|already exists|stale info|fetch first|non-fast-forward/i;
/** What a failed push means. A server that refuses force says "non-fast-forward" too, though nobody was faster. */
function judgePush(error, { force }) {
	if (error instanceof import_isomorphic_git.Errors.PushRejectedError || error instanceof import_isomorphic_git.Errors.UserCanceledError) return "moved";
	if (error instanceof TypeError) return {
		kind: "broken",
		why: "does not answer like a git server"
	};
	if (!(error instanceof import_isomorphic_git.Errors.GitPushError)) return judgeFailure(error);
	const { result } = error.data;
	const why = Object.values(result.refs).find(({ ok }) => !ok)?.error ?? "";
	if (force && /non-fast-forward/i.test(why)) return {
		kind: "refused",
		why: "its history may not be rewritten"
	};
	if (MOVED.test(why)) return "moved";
	if (!result.ok) return {
		kind: "broken",
		why: "could not store what was sent"
	};
	return {
		kind: "refused",
		why: printable(why).slice(0, 200)
	};
}
/** Failures of network and server as values; what has no code is our own mistake, and thrown on. */
function judgeFailure(error) {
	if (error instanceof RedirectedError) return {
		kind: "broken",
		why: "redirects to another address, which is not followed"
	};
	if (error instanceof EndlessAnswerError) return {
		kind: "broken",
		why: "sends an answer that does not end"
	};
	if (error instanceof import_isomorphic_git.Errors.HttpError) return judgeStatus(error.data.statusCode);
	const connection = connectionFailure(error);
	if (connection !== void 0 && connection.kind !== "no_connection") return {
		kind: "unreachable",
		code: connection.code,
		connection
	};
	const code = codeOf(error);
	if (code === void 0 || code.startsWith("ERR_INVALID_") || OURS.has(code)) throw error;
	if (isOfFiles(error)) return {
		kind: "broken",
		why: `answered, but its answer cannot be stored here (${code})`
	};
	if (NETWORK.test(code)) return {
		kind: "unreachable",
		code
	};
	return {
		kind: "broken",
		why: `does not answer like a git server (${code})`
	};
}
function judgeStatus(status) {
	if (status === 401 || status === 403 || status === 404) return {
		kind: "no_access",
		status
	};
	if (status === 429 || status >= 500) return {
		kind: "unreachable",
		code: String(status)
	};
	return {
		kind: "broken",
		why: `answers with HTTP status ${status}`
	};
}
const NETWORK = /^(E[A-Z_]+|UND_ERR_[A-Z_]+)$/;
const OURS = /* @__PURE__ */ new Set([
	"UND_ERR_INVALID_ARG",
	"MissingParameterError",
	"InternalError"
]);
/** Failures of the file system name a path. */
function isOfFiles(error) {
	return error instanceof Error && "path" in error && typeof error.path === "string";
}
/** A host with several addresses fails with one error that holds one per address. */
function codeOf(error) {
	if (!(error instanceof Error)) return void 0;
	if ("code" in error && typeof error.code === "string" && error.code !== "") return error.code;
	if (error instanceof AggregateError) return error.errors.map(codeOf).find((code) => code !== void 0);
	return codeOf(error.cause);
}

// src/git/remote/upload-pack.ts
/** The server does not follow git's protocol, or says itself that it cannot go on. */
var GitProtocolError = class extends Error {
	code = "GitProtocol";
};
/**
* Fetching over http as git's protocol version 0 has it (gitprotocol-http, gitprotocol-pack). isomorphic-git can do it
* too, but not from a server without a default branch, and it takes a pack that was cut off for whole.
*/
async function readAdvertisement(http, url, service = "git-upload-pack") {
	const lines = [...packetLines(await exchange(http, {
		url: `${url}/info/refs?service=${service}`,
		method: "GET"
	}))].filter((line) => line.length > 0).map((line) => line.toString("utf8").trimEnd());
	if (lines.shift() !== `# service=${service}`) throw new GitProtocolError();
	const capabilities = new Set((lines[0]?.split("\0")[1] ?? "").split(" "));
	const refs = lines.map((line) => /^([0-9a-f]{40}) (refs\/[^\0]+)/.exec(line)).filter((match) => match !== null);
	const [head] = [...capabilities].flatMap((name) => /^symref=HEAD:refs\/heads\/(.+)$/.exec(name)?.[1] ?? []);
	return {
		head,
		refs: new Map(refs.map(([, oid = "", ref = ""]) => [ref, oid])),
		capabilities
	};
}
/** One commit with all its history, in a pack. */
async function requestPack(http, url, { want, have, tipOnly = false, capabilities }) {
	const spoken = [
		"multi_ack_detailed",
		"side-band-64k",
		"ofs-delta"
	].filter((name) => capabilities.has(name));
	const request = [
		packetLine(`want ${want} ${spoken.join(" ")}\n`),
		...tipOnly && capabilities.has("shallow") ? [packetLine("deepen 1\n")] : [],
		FLUSH,
		...have === void 0 ? [] : [packetLine(`have ${have}\n`)],
		packetLine("done\n")
	].join("");
	const headers = {
		"content-type": "application/x-git-upload-pack-request",
		accept: "application/x-git-upload-pack-result"
	};
	const body = once(Buffer.from(request));
	return packIn(await exchange(http, {
		url: `${url}/git-upload-pack`,
		method: "POST",
		headers,
		body
	}), spoken.includes("side-band-64k"));
}
/** Acknowledgements come first, one of them the last; then the pack, plain or in bands. */
function packIn(answer, banded) {
	let at = 0;
	for (const line of packetLines(answer)) {
		at += line.length + 4;
		if (/^(NAK|ACK [0-9a-f]{40})\n?$/.test(line.toString("latin1"))) {
			const rest = answer.subarray(at);
			return banded ? Buffer.concat([...packetLines(rest)].map(contentOf)) : rest;
		}
		if (line.length > 0 && !/^(ACK|shallow|unshallow) /.test(line.toString("latin1"))) throw new GitProtocolError();
	}
	throw new GitProtocolError();
}
/** Band 1 is the pack, 2 is for people, 3 is the server giving up. */
function contentOf(line) {
	if (line[0] === 3) throw new GitProtocolError();
	return line[0] === 1 ? line.subarray(1) : Buffer.alloc(0);
}
const FLUSH = "0000";
function packetLine(text) {
	return (text.length + 4).toString(16).padStart(4, "0") + text;
}
/** The lines' contents; a flush is an empty one. */
function* packetLines(bytes) {
	for (let at = 0; at < bytes.length;) {
		const head = bytes.toString("latin1", at, at + 4);
		const length = /^[0-9a-f]{4}$/.test(head) ? Math.max(4, Number.parseInt(head, 16)) : NaN;
		if (!(at + length <= bytes.length)) throw new GitProtocolError();
		yield bytes.subarray(at + 4, at + length);
		at += length;
	}
}
async function exchange(http, request) {
	const answer = await http.request(request);
	if (answer.statusCode !== 200) throw new import_isomorphic_git.Errors.HttpError(answer.statusCode, "", "");
	const chunks = [];
	for await (const chunk of answer.body ?? []) chunks.push(chunk);
	return Buffer.concat(chunks);
}
async function* once(bytes) {
	yield bytes;
}

// src/git/remote/check-pack.ts
const START = 12;
const HASH = 20;
/** Large files are large in a pack too; what is packed smaller than this is made to hold us up. */
const LARGEST = 2 ** 28;
const THINNEST = 20;
/** All objects of a pack together. A thousand versions of one file come to a thousand times their pack and more. */
const MOST_UNPACKED = 2 ** 28;
const MOST_RATIO = 2e3;
/** How much the objects of a pack may come to. */
function roomFor(pack) {
	return Math.max(MOST_UNPACKED, pack.length * MOST_RATIO);
}
/** The largest object that a pack of this length may hold. */
function largestIn(pack) {
	return Math.min(LARGEST, Math.max(MOST_FILE_BYTES, pack.length * THINNEST));
}
/** What stands in a pack. Refuses what no git would make: cut off, a difference to itself, or small and huge inside. */
function entriesOf(pack) {
	const entries = [];
	const starts = /* @__PURE__ */ new Set();
	const end = pack.length - HASH;
	const [largest, room] = [largestIn(pack), roomFor(pack)];
	let [at, unpacked] = [START, 0];
	for (let left = pack.readUInt32BE(8); left > 0; left--) {
		const start = at;
		if (start >= end) throw new GitProtocolError();
		const { type, size, next } = headerAt(pack, start);
		const found = baseAt(pack, start, type, next);
		if (typeof found?.base === "number" && !starts.has(found.base)) throw new GitProtocolError();
		const packedAt = found?.next ?? next;
		if (size > largest) throw new GitProtocolError();
		const { content, length } = unpack(pack.subarray(packedAt, end), size);
		const made = found === void 0 ? size : deltaSizes(content).target;
		unpacked += made;
		if (made > largest || unpacked > room) throw new GitProtocolError();
		at = packedAt + length;
		entries.push({
			start,
			type,
			size,
			packedAt,
			end: at,
			...found === void 0 ? {} : { base: found.base }
		});
		starts.add(start);
	}
	if (at !== end) throw new GitProtocolError();
	return entries;
}
function baseAt(pack, start, type, at) {
	if (type === 7) return {
		base: pack.toString("hex", at, at + HASH),
		next: at + HASH
	};
	if (type !== 6) return void 0;
	const { distance, next } = distanceAt(pack, at);
	return {
		base: start - distance,
		next
	};
}

// src/git/remote/index-pack.ts
/** Bases are wanted again and again; what does not fit is made anew, but only so often. */
const RECENT_BYTES = 2 ** 27;
const MOST_WORK = 16;
/**
* The index of a pack, as git has it (version 2). isomorphic-git makes one too, and keeps each object of a long chain of
* differences in memory while it does.
*/
function indexOf(pack, entries) {
	return format(new Naming(pack, entries).names(), pack);
}
/** Finds the name of each object: a digest of its content, which may be a difference to others. */
var Naming = class {
	#pack;
	#byStart;
	#startOf = /* @__PURE__ */ new Map();
	#recent = new Recent(RECENT_BYTES);
	#work;
	constructor(pack, entries) {
		this.#pack = pack;
		this.#byStart = new Map(entries.map((entry) => [entry.start, entry]));
		this.#work = roomFor(pack) * MOST_WORK;
	}
	/** A base that is named may stand behind its difference, which waits for it then. */
	names() {
		const named = [];
		const waiting = /* @__PURE__ */ new Map();
		const ready = [...this.#byStart.values()].toReversed();
		for (let entry = ready.pop(); entry !== void 0; entry = ready.pop()) {
			const made = this.#make(entry);
			if (typeof made === "string") {
				const others = waiting.get(made);
				if (others === void 0) waiting.set(made, [entry]);
				else others.push(entry);
				continue;
			}
			const oid = nameOf(made);
			this.#startOf.set(oid, entry.start);
			named.push({
				oid,
				entry
			});
			for (const other of waiting.get(oid) ?? []) ready.push(other);
			waiting.delete(oid);
		}
		if (waiting.size > 0) throw new GitProtocolError();
		return named;
	}
	/** The object, or the name of the base that is still missing. */
	#make(entry) {
		const deltas = [];
		let at = entry;
		let made = this.#recent.get(at.start);
		while (made === void 0 && at.base !== void 0) {
			deltas.push(at);
			const start = typeof at.base === "number" ? at.base : this.#startOf.get(at.base);
			const base = start === void 0 ? void 0 : this.#byStart.get(start);
			if (base === void 0) {
				if (typeof at.base === "number") throw new GitProtocolError();
				return at.base;
			}
			if (deltas.length > this.#byStart.size) throw new GitProtocolError();
			at = base;
			made = this.#recent.get(at.start);
		}
		made ??= this.#keep(at, {
			type: this.#typeOf(at),
			content: this.#contentOf(at)
		});
		for (const delta of deltas.toReversed()) {
			const content = applyDelta(this.#contentOf(delta), made.content, largestIn(this.#pack));
			made = this.#keep(delta, {
				type: made.type,
				content
			});
		}
		return made;
	}
	#keep({ start }, made) {
		this.#work -= made.content.length;
		if (this.#work < 0) throw new GitProtocolError();
		this.#recent.set(start, made);
		return made;
	}
	#typeOf({ type }) {
		const name = typeName(type);
		if (name === void 0) throw new GitProtocolError();
		return name;
	}
	#contentOf({ packedAt, end, size }) {
		return unpack(this.#pack.subarray(packedAt, end), size).content;
	}
};
function nameOf({ type, content }) {
	return createHash("sha1").update(`${type} ${content.length}\0`).update(content).digest("hex");
}
/** Magic and version, how many names begin with each byte or a smaller one, names, checksums, places, the pack's own sum. */
function format(named, pack) {
	const sorted = [...new Map(named.map((each) => [each.oid, each])).values()].sort(byTextOf(({ oid }) => oid));
	const numbers = (values) => {
		const bytes = Buffer.alloc(values.length * 4);
		values.forEach((value, at) => void bytes.writeUInt32BE(value, at * 4));
		return bytes;
	};
	const counts = Array.from({ length: 256 }, () => 0);
	for (const { oid } of sorted) {
		const first = Number.parseInt(oid.slice(0, 2), 16);
		counts[first] = (counts[first] ?? 0) + 1;
	}
	let sum = 0;
	const fanout = counts.map((count) => {
		sum += count;
		return sum;
	});
	const content = Buffer.concat([
		numbers([
			4285812579,
			2,
			...fanout
		]),
		Buffer.from(sorted.map(({ oid }) => oid).join(""), "hex"),
		numbers(sorted.map(({ entry: { start, end } }) => crc32(pack.subarray(start, end)))),
		numbers(sorted.map(({ entry: { start } }) => start)),
		pack.subarray(-20)
	]);
	return Buffer.concat([content, createHash("sha1").update(content).digest()]);
}

// src/git/remote/store-pack.ts
/** Adds the objects of a pack to a repository, once it is certain that all of it has come. */
async function storePack(gitdir, pack) {
	const [content, sum] = [pack.subarray(0, -20), pack.subarray(-20).toString("hex")];
	if (!(pack.length >= 32 && createHash("sha1").update(content).digest("hex") === sum) || pack.toString("latin1", 0, 4) !== "PACK") throw new GitProtocolError();
	if (pack.readUInt32BE(8) === 0) return;
	const index = indexed(pack);
	const folder = join(gitdir, "objects/pack");
	await mkdir(folder, { recursive: true });
	await durableFs.promises.writeFile(join(folder, `pack-${sum}.pack`), pack);
	await durableFs.promises.writeFile(join(folder, `pack-${sum}.idx`), index);
}
/** Whatever is wrong inside of what a server sent is the server's fault. */
function indexed(pack) {
	try {
		return indexOf(pack, entriesOf(pack));
	} catch (error) {
		throw error instanceof DamagedObjectError || error instanceof TooLargeObjectError ? new GitProtocolError() : error;
	}
}
/** The objects of a pack, read where no repository keeps them. */
async function readingPack(pack, read) {
	await sweepOnce(tmpdir());
	const folder = join(tmpdir(), `storysync-pack-${ownerTag(await newOwner())}`);
	await mkdir(folder, { mode: 448 });
	try {
		await storePack(folder, pack);
		return await read(new ObjectReader([folder]));
	} finally {
		await rm(folder, {
			recursive: true,
			force: true
		});
	}
}

// src/git/remote/remote.ts
/** The repository's remote, from its configuration alone: nothing is asked yet. */
async function openRemote(dirs, { environment, remote, patience }) {
	const config = await readGitConfig(dirs.commonDir);
	const address = findRemote(config, await currentBranch(dirs.gitDir), remote);
	if (address.kind !== "http") return address;
	const access = {
		authorization: authorizationFor(address.url, environment, config),
		proxies: readProxies(environment),
		...patience ? { patience } : {}
	};
	const objects = await ObjectReader.open(dirs.commonDir);
	return {
		kind: "open",
		remote: new HttpRemote(dirs.commonDir, objects, address, access)
	};
}
/** Longer than any other process needs to move a tracking ref. */
const LOCK_WAIT_MS = 2e3;
/** A new branch lies a few commits beside one that is there, or nowhere near. */
const NEAR = 100;
const NO_COMMIT = "0".repeat(40);
var HttpRemote = class {
	name;
	url;
	#gitdir;
	#objects;
	#http;
	constructor(commonDir, objects, address, access) {
		this.name = address.name;
		this.#gitdir = commonDir;
		this.#objects = objects;
		const url = new URL(address.url);
		url.username = "";
		url.password = "";
		this.url = url.href.replace(/(?<!\/)\/+$/, "");
		this.#http = openGitHttp(url, access);
	}
	async tip(branch) {
		try {
			return ok((await this.#list()).refs.get(`refs/heads/${branch}`));
		} catch (error) {
			return fail(judgeFailure(error));
		}
	}
	async defaultBranch() {
		try {
			const { refs, head } = await this.#list();
			const tip = head === void 0 ? void 0 : refs.get(`refs/heads/${head}`);
			return ok(head === void 0 || tip === void 0 ? void 0 : {
				name: head,
				tip
			});
		} catch (error) {
			return fail(judgeFailure(error));
		}
	}
	async readTip(commit, read) {
		try {
			const { refs, capabilities } = await this.#list();
			if (![...refs.values()].includes(commit)) return fail({
				kind: "broken",
				why: "has moved on meanwhile"
			});
			const pack = await requestPack(this.#http, this.url, {
				want: commit,
				tipOnly: true,
				capabilities
			});
			return ok(await readingPack(pack, read));
		} catch (error) {
			return fail(judgeFailure(error));
		}
	}
	async mayPush() {
		try {
			await readAdvertisement(this.#http, this.url, "git-receive-pack");
			return ok(null);
		} catch (error) {
			return fail(judgeFailure(error));
		}
	}
	async fetch(branch, { track = true, have: before } = {}) {
		try {
			const { refs, capabilities } = await this.#list();
			const want = refs.get(`refs/heads/${branch}`);
			if (want === void 0) return ok(void 0);
			const known = track ? await readRef(this.#gitdir, this.#trackingRef(branch)) : before;
			const have = known !== void 0 && await this.#has(known) ? known : void 0;
			if (!(have === want || !track && await this.#has(want))) {
				await storePack(this.#gitdir, await requestPack(this.#http, this.url, {
					want,
					have,
					capabilities
				}));
				if (!await this.#has(want)) return fail({
					kind: "broken",
					why: "did not send the whole branch"
				});
			}
			if (track) await this.#track(branch, want);
			return ok(want);
		} catch (error) {
			return fail(judgeFailure(error));
		}
	}
	async push(commit, branch, expected, { force = false, track = true } = {}) {
		try {
			const there = expected === void 0 ? await this.#nearestThere(commit) : void 0;
			await (0, import_isomorphic_git.push)({
				...this.#call(there),
				ref: commit,
				remoteRef: `refs/heads/${branch}`,
				force,
				onPrePush: ({ remoteRef }) => remoteRef.oid === (expected ?? NO_COMMIT)
			});
		} catch (error) {
			const end = judgePush(error, { force });
			return end === "moved" ? ok(end) : fail(end);
		}
		if (track) await this.#track(branch, commit);
		return ok("done");
	}
	#list() {
		return readAdvertisement(this.#http, this.url);
	}
	#call(there) {
		return {
			fs: objectsOnlyFs(this.#gitdir, there),
			http: this.#http,
			gitdir: this.#gitdir,
			url: this.url,
			remote: LIBRARY_REMOTE,
			corsProxy: ""
		};
	}
	/** For a new branch the library finds no common ground by itself, and would send every file. */
	async #nearestThere(commit) {
		const tips = new Set((await this.#list()).refs.values());
		let at = commit;
		for (let steps = 0; at !== void 0 && steps < NEAR; steps++) {
			if (tips.has(at)) return at;
			at = await this.#parent(at);
		}
	}
	async #parent(oid) {
		const commit = await readingObjects(() => this.#objects.commit(oid));
		return commit.ok ? commit.value.parents[0] : void 0;
	}
	async #has(oid) {
		return (await readingObjects(() => this.#objects.commit(oid))).ok;
	}
	#trackingRef(branch) {
		return `refs/remotes/${this.name}/${branch}`;
	}
	/** For people and for git, as "git fetch" does it. Nothing of ours relies on it, so a lost race does no harm. */
	async #track(branch, to) {
		const ref = this.#trackingRef(branch);
		const from = await readRef(this.#gitdir, ref);
		try {
			if (from === to) await clearDeadRefLock(this.#gitdir, ref);
			else await moveRef(this.#gitdir, ref, {
				from,
				to
			}, LOCK_WAIT_MS);
		} catch (error) {
			storageFailure(error);
		}
	}
};

export { moveRef as a, shortName as c, clearDeadRefLock as i, siblingName as l, describeRemoteFailure as n, acquireLock as o, remoteHint as r, clearDeadLock as s, openRemote as t, findGitDirs as u };