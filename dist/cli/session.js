import { r as __toESM } from "./rolldown-runtime.js";
import { i as VERSION, r as plain, t as choosePaint } from "./terminal.js";
import { n as printableInLog, t as printable } from "./printable.js";
import { i as unreachable, n as fail, r as ok } from "./dist.js";
import { n as readRegularFile, r as textOfFile, t as MOST_FILE_BYTES } from "./regular-file.js";
import { k as openRepository, n as openWorkspace, w as todayOf } from "./workspace.js";
import { $ as currentBranch, Ct as newOwner, Dt as DamagedObjectError, Et as systemProcesses, Ft as openManifest, J as canonicalJson, Lt as byText, Ot as TooLargeObjectError, Rt as byTextOf, St as fateOf, Tt as readOwner, _t as distanceAt, bt as durableFs, c as shortId, ct as storageFailure, gt as deltaSizes, ht as applyDelta, jt as manifestInGit, kt as unpack, mt as Recent, nt as CommittedTree, ot as ObjectReader, st as readingObjects, tt as readRef, u as findCommittedFile, vt as headerAt, wt as ownerTag, xt as sweepOnce, yt as typeName } from "./stories-at.js";
import { v as systemClock, w as keyIdentity } from "./read.js";
import { t as require_isomorphic_git } from "./isomorphic-git.js";
import { n as stringWidth, t as wrap } from "./wrap.js";
import { a as readProxies, n as openConnections, r as requestBy, t as connectionFailure } from "./connection-failure.js";
import { E as hintForConnection, T as describeConnectionFailure, b as words, f as tally, h as inMarkdown, n as UNSIGNED_STATE, u as count, v as name, y as say } from "./unsigned-state.js";
import { basename, dirname, isAbsolute, join, resolve, sep } from "node:path";
import { link, lstat, mkdir, open, rename, rm } from "node:fs/promises";
import { Buffer } from "node:buffer";
import { crc32 } from "node:zlib";
import { createHash } from "node:crypto";
import { tmpdir } from "node:os";

// src/trust/trust.ts
var import_isomorphic_git = /* @__PURE__ */ __toESM(require_isomorphic_git(), 1);
function nobody(why) {
	return {
		kind: "nobody",
		why
	};
}
/** For a run that asks no tenant, and has nobody to ask about keys. */
const NOT_ASKED = nobody("no tenant is asked");
const RULE = "a key is used only where the default branch uses it";

// src/trust/bind.ts
/** The private field makes the type nominal: nothing but a binding can make one. */
var Bound = class {
	#use;
	/** The destination; the origin has none. */
	name;
	constructor(use, name) {
		this.#use = use;
		this.name = name;
	}
	get tenantUrl() {
		return this.#use.tenantUrl;
	}
	get keyName() {
		return this.#use.keyName;
	}
	get vaultKey() {
		return this.#use.vaultKey;
	}
};
/** The one rule of trust: tenant URL, team and key reference must stand together where the trust comes from. */
function bind(trust) {
	switch (trust.kind) {
		case "worktree": return {
			of: (use) => ok(new Bound(use, use.name)),
			ofOrigin: (origin) => ok({
				use: new Bound(origin),
				origin
			})
		};
		case "nobody": {
			const why = `${RULE}, and ${trust.why}`;
			return {
				of: () => fail(why),
				ofOrigin: () => fail(why)
			};
		}
		case "default_branch": return bindTo(trust.manifest);
		default: return unreachable(trust);
	}
}
/**
* A bound use is the one that stands there: how a run logs in at a vault is no part of what is compared, and nobody but
* the default branch says it.
*/
function bindTo({ destinations, origin }) {
	const known = new Map(destinations.map((use) => [tripleOf(use), use]));
	const uses = Map.groupBy(destinations, ({ keyName }) => keyName);
	const refuse = (use, same) => fail(`${RULE}, and ${difference(use, same)}`);
	return {
		of: (use) => {
			const there = known.get(tripleOf(use));
			return there === void 0 ? refuse(use, uses.get(use.keyName) ?? []) : ok(new Bound(there, use.name));
		},
		ofOrigin: (use) => origin !== void 0 && tripleOf(origin) === tripleOf(use) ? ok({
			use: new Bound(origin),
			origin
		}) : refuse(use, origin?.keyName === use.keyName ? [origin] : [])
	};
}
/** Neither a key's identity up to its end, nor a number, nor a URL can be read in two ways here. */
function tripleOf({ teamId, tenantUrl, ...key }) {
	return `${keyIdentity(key)} ${teamId} ${tenantUrl}`;
}
/** From other uses of a key of that name. */
function difference(use, same) {
	const { keyName, teamId, tenantUrl } = use;
	if (same.length === 0) return `there ${keyName} does not occur`;
	const alike = same.filter((other) => keyIdentity(other) === keyIdentity(use));
	if (alike.length === 0) return `there ${keyName} lies in ${some(same.map(placeOf))}, not in ${placeOf(use)}`;
	const teams = alike.filter((other) => other.tenantUrl === tenantUrl).map((other) => other.teamId);
	if (teams.length > 0) return `there ${keyName} belongs to team ${some(teams.map(String))} of ${tenantUrl}, not to team ${teamId}`;
	return `there ${keyName} belongs to ${some(alike.map((other) => other.tenantUrl))}, not to ${tenantUrl}`;
}
function placeOf({ vaultKey }) {
	if (vaultKey === void 0) return "a variable";
	const { address, mount, namespace } = vaultKey.vault;
	return `"${mount}"${namespace === void 0 ? "" : ` of namespace "${namespace}"`} of ${address}`;
}
function some(values) {
	const [first = "", ...others] = new Set(values);
	return others.length === 0 ? first : `${first} and ${others.length} more`;
}
/** Why a destination is not asked: for one that the vendor serves the origin's key is used too. */
function whyUnbound(binding, destination, origin) {
	const own = binding.of(destination);
	if (!own.ok) return own.error;
	if (destination.engine === "push" || origin === void 0) return void 0;
	const use = binding.ofOrigin(origin);
	return use.ok ? void 0 : use.error;
}
/** Destinations that no key is used for, with why; they are planned from git and recorded state alone. */
function unboundOf(binding, destinations, origin) {
	return new Map(destinations.flatMap((destination) => {
		const why = whyUnbound(binding, destination, origin);
		return why === void 0 ? [] : [[destination.name, why]];
	}));
}

// src/report/native-writes.ts
/** What is written at the vendor besides the syncs of single stories, now that a rollout may keep stories of it back. */
function nativeWrites({ native, stories }) {
	if (native === void 0) return [];
	const goes = stories.some(({ action }) => action === "create" || action === "update");
	const enters = stories.some(({ key, action }) => action === "create" && native.subscribe.includes(key));
	return native.steps.filter((step) => {
		if (step === "trigger") return false;
		if (step === "set_stories") return enters || native.unsubscribe.length > 0;
		if (native.engine === "push") return stories.every(({ waits }) => waits === void 0);
		if (step === "create" || step === "delete") return goes || stories.length === 0;
		return true;
	});
}

// src/report/exit-code.ts
/** A plan finds something when a story is blocked or halted, or when changes were not expected. What waits is none. */
function planExitCode(plan, options) {
	const totals = tally(plan.destinations);
	if (totals.blocked > 0) return 1;
	if (plan.destinations.some(({ stories }) => stories.some(({ waits, reason }) => waits && isReasonToFail(reason)))) return 1;
	const atVendor = plan.destinations.some((each) => nativeWrites(each).length > 0);
	return options.expectNoChanges && (totals.create + totals.update > 0 || atVendor) ? 1 : 0;
}
/** Whether a story that waits for a sync for this reason is a finding, or waits because somebody wants it to. */
const IS_FINDING = {
	new: false,
	content_changed: false,
	drift: false,
	renamed: false,
	recreated: false,
	forced: false,
	detached: false,
	manual_sync_only: false,
	awaiting_approval: false,
	awaiting_ring: false,
	outside_window: false,
	held: false,
	pinned: false,
	not_ours: true,
	ambiguous_name: true,
	missing_prerequisite: true,
	change_control: true,
	ingress_ambiguous: true,
	missing_key: true,
	unauthorized: true,
	unreachable: true,
	unreadable: true,
	rejected: true,
	verify_failed: true,
	plan_stale: true,
	superseded: true,
	halted: true,
	not_reached: true,
	internal: true
};
/** Derived from every single outcome: a run with one failure in it is not a success. */
function outcomesExitCode(outcomes, pruned = []) {
	return outcomes.some(isFinding) || pruned.some(({ consented, deleted }) => consented && !deleted) ? 1 : 0;
}
/** Whether this pair makes the run end with 1: it failed, or it waits for a reason that nobody chose. */
function isFinding({ status, reason }) {
	if (status === "synced") return false;
	return status === "failed" || isReasonToFail(reason);
}
function isReasonToFail(reason) {
	return reason !== null && IS_FINDING[reason];
}
/** A doctor finds something when a push would fail. What is not known fails nobody. */
function diagnosisExitCode({ destinations, run }) {
	return [...destinations, ...run].some(({ result }) => result === "fails") ? 1 : 0;
}
/** Warnings are no finding. */
function findingsExitCode(problems) {
	return problems.some(({ severity }) => severity === "error") ? 1 : 0;
}

// src/git/objects/lock-file.ts
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
		const text = await textOf$1(path);
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
async function textOf$1(path) {
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

// src/git/read/branch-name.ts
/**
* The part of git's rules that keeps a name inside its folder of refs and away from lock files; and no name that git
* would read as something else.
*/
function isBranchName(branch) {
	const forbidden = /[\s\p{Cc}\\~^:?*[]|\.\.|@\{|^[.-]|\.$|\.lock$/u;
	if (branch === "HEAD" || branch.startsWith("refs/")) return false;
	return branch.split("/").every((part) => part !== "" && !forbidden.test(part));
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

// src/git/remote/remote-address.ts
/** In words, to follow "the remote …". */
const UNUSABLE = {
	not_http: "is not reached by https",
	not_encrypted: "is reached by http without encryption",
	push_elsewhere: "has another address for pushes (pushurl or pushInsteadOf)",
	one_of_several: "is one of several, and neither \"origin\" nor that of the current branch"
};
/** The remote of the current branch, else `origin`, else the only one. */
function findRemote(config, currentBranch, wanted) {
	const names = remotesIn(config);
	const name = wanted ?? choose(names, config, currentBranch);
	const written = name === void 0 ? void 0 : config.get("remote", name, "url");
	if (name === void 0 || written === void 0) {
		const [first] = wanted === void 0 ? names : [];
		return first === void 0 ? { kind: "none" } : {
			kind: "unusable",
			name: first,
			why: "one_of_several"
		};
	}
	const push = config.get("remote", name, "pushurl");
	const rewritesPush = push === void 0 && config.all("url", "pushinsteadof").some(({ value }) => written.startsWith(value));
	if (push !== void 0 && push !== written || rewritesPush) return {
		kind: "unusable",
		name,
		why: "push_elsewhere"
	};
	const text = rewritten(config, written);
	if (!/^https?:\/\//i.test(text) || !URL.canParse(text)) return {
		kind: "unusable",
		name,
		why: "not_http"
	};
	const url = new URL(text);
	return mayCarryKeys(url) ? {
		kind: "http",
		name,
		url
	} : {
		kind: "unusable",
		name,
		why: "not_encrypted"
	};
}
/** A repository without a remote, or with one that is a folder of this machine: it has no name that others would know. */
const NAMELESS = "local";
/**
* One name for a repository, the same however it is reached: `github.com/acme/sync`, by https as by ssh, with `.git` or
* without.
*/
function repositoryName(config, currentBranch) {
	const found = findRemote(config, currentBranch);
	if (found.kind === "none" || found.kind === "unusable" && found.why === "one_of_several") return NAMELESS;
	return found.kind === "http" ? nameOf$2(found.url.href) : nameOf$2(rewritten(config, config.get("remote", found.name, "url") ?? ""));
}
function nameOf$2(address) {
	const short = /^(?:[^@/\s]+@)?([^:/\s@]{2,}):(?!\/\/)(.+)$/.exec(address);
	const url = short === null && /^(https?|ssh|git):\/\//i.test(address) && URL.canParse(address) && new URL(address);
	const [host, path] = url ? [url.protocol.startsWith("http") ? url.host : url.hostname, url.pathname] : short?.slice(1) ?? [];
	if (!host || path === void 0) return NAMELESS;
	return `${host}/${path.replace(/^\/+/, "").replace(/(?<!\/)\/+$/, "").replace(/\.git$/i, "")}`.toLowerCase();
}
function remotesIn(config) {
	return config.subsections("remote").filter((name) => isBranchName(name) && config.get("remote", name, "url") !== void 0);
}
function choose(names, config, currentBranch) {
	const tracked = currentBranch === void 0 ? void 0 : config.get("branch", currentBranch, "remote");
	if (tracked !== void 0 && names.includes(tracked)) return tracked;
	if (names.includes("origin")) return "origin";
	return names.length === 1 ? names[0] : void 0;
}
/** `url.<base>.insteadOf`: of several prefixes the longest wins. */
function rewritten(config, url) {
	const [longest] = config.all("url", "insteadof").filter(({ value }) => value !== "" && url.startsWith(value)).toSorted((a, b) => b.value.length - a.value.length);
	return longest === void 0 ? url : longest.subsection + url.slice(longest.value.length);
}
/** This machine, where nobody listens in. */
const LOOPBACK = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/;
function mayCarryKeys(url) {
	return url.protocol === "https:" || LOOPBACK.test(url.hostname);
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

// src/git/remote/git-config.ts
/** The repository's own configuration; the user's and the system's are not read. */
var GitConfig = class {
	#entries;
	#values;
	constructor(entries) {
		this.#entries = entries;
		this.#values = new Map(entries.map(({ value, ...variable }) => [keyOf(variable), value]));
	}
	/** As in git, the last value of a variable counts. */
	get(section, subsection, name) {
		return this.#values.get(keyOf({
			section,
			subsection,
			name
		}));
	}
	all(section, name) {
		return this.#entries.filter((entry) => entry.section === section && entry.name === name);
	}
	subsections(section) {
		return [...new Set(this.#entries.filter((entry) => entry.section === section).map((entry) => entry.subsection))];
	}
};
function keyOf({ section, subsection, name }) {
	return JSON.stringify([
		section,
		subsection,
		name
	]);
}
/**
* Reads `config`, and the files that it includes for exactly this directory: so `actions/checkout` keeps its
* credentials. Any other include is left alone.
*/
async function readGitConfig(commonDir) {
	const own = parseGitConfig(await textOf(join(commonDir, "config")));
	const here = `gitdir:${commonDir.replaceAll("\\", "/")}`;
	const included = new GitConfig(own).all("includeif", "path").filter(({ subsection, value }) => subsection === here && isAbsolute(value));
	const texts = await Promise.all(included.map(({ value }) => textOf(value)));
	return new GitConfig([...own, ...texts.flatMap(parseGitConfig)]);
}
async function textOf(path) {
	return await textOfFile(path) ?? "";
}
function parseGitConfig(text) {
	const entries = [];
	let [section, subsection] = ["", ""];
	for (const line of text.replaceAll(/\\\r?\n/g, "").split(/\r?\n/)) {
		const header = /^\s*\[\s*([\w.-]+)(?:\s+"((?:[^"\\]|\\.)*)")?\s*\](.*)$/.exec(line);
		const rest = header?.[3] ?? line;
		if (header) [section, subsection] = [(header[1] ?? "").toLowerCase(), (header[2] ?? "").replaceAll(/\\(.)/g, "$1")];
		const variable = /^\s*([A-Za-z][\w-]*)\s*(?:=(.*))?$/.exec(rest);
		if (variable) entries.push({
			section,
			subsection,
			name: nameOf$1(variable),
			value: plainValue(variable[2]?.trimStart() ?? "true")
		});
	}
	return entries;
}
function nameOf$1(variable) {
	return (variable[1] ?? "").toLowerCase();
}
const ESCAPES = {
	n: "\n",
	t: "	",
	b: "\b"
};
/** Quotes group, backslashes escape, and what follows a bare `#` or `;` is a comment. */
function plainValue(raw) {
	let value = "";
	let quoted = false;
	let solid = 0;
	for (let at = 0; at < raw.length; at++) {
		const character = raw.charAt(at);
		if (!quoted && (character === "#" || character === ";")) break;
		if (character === "\"") quoted = !quoted;
		else if (character === "\\") value += ESCAPES[raw.charAt(++at)] ?? raw.charAt(at);
		else value += character;
		if (quoted || !/\s/.test(character)) solid = value.length;
	}
	return value.slice(0, solid);
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

// src/trust/problems.ts
/** Destinations without a key, each at its line. */
function unboundProblems(destinations, unbound) {
	return destinations.flatMap(({ name, place }) => {
		const why = unbound.get(name);
		if (why === void 0) return [];
		return [{
			code: "RUN030",
			severity: "warning",
			message: `destination "${name}" is not asked: ${why}`,
			hint: "merge the change into the default branch; from then on the key is used",
			place
		}];
	});
}
/** Once for all destinations. A plan goes on offline; for a command that writes or exports it is the end. */
function untold({ why }, severity) {
	return {
		code: "RUN031",
		severity,
		message: `${severity === "error" ? "nothing is done" : "no tenant is asked"}: ${RULE}, and ${why}`,
		hint: "let the job read the repository (contents: read, or an https remote with a token), then run it again"
	};
}
/** Where a sync, an export or the report of one has no business. */
function notOnHead(what, { name }, where) {
	return {
		code: "RUN032",
		severity: "error",
		message: `${what === "export" ? "an export" : `a ${what}`} runs only on the head of the default branch "${name}", but ${where}`,
		hint: `merge into "${name}" first, or run it there`
	};
}
/** A commit by name that nobody has merged, or of which this clone cannot tell. */
function notMerged(commit, { name }, history) {
	const asked = `--at asks for ${shortId(commit)}`;
	const known = history === "known";
	return {
		code: "RUN032",
		severity: "error",
		message: known ? `a sync takes only commits that the default branch "${name}" has, and ${asked}, which is not merged` : `${asked}, and this clone cannot tell whether the default branch "${name}" has that commit`,
		hint: known ? `merge into "${name}" first, or name a commit that it has` : "bring the whole history: git fetch --unshallow (in a workflow: fetch-depth: 0 for actions/checkout)"
	};
}
function originUnbound(why) {
	return {
		code: "RUN033",
		severity: "error",
		message: `the origin is not asked: ${why}`,
		hint: "merge the change into the default branch; from then on the key is used"
	};
}

// src/trust/read-committed.ts
/** A file as a commit holds it, from git's objects alone. Missing objects throw `NotFoundError`. */
async function readCommitted(objects, commit, path) {
	const tree = new CommittedTree(objects, commit);
	const found = await findCommittedFile(tree, path);
	return found.ok ? ok(await tree.blob(found.value)) : found;
}

// src/trust/read-trust.ts
/** The manifest at the tip of the default branch, as the remote has it now; or why nobody is to be trusted. */
async function readTrust(question) {
	const { sources, path, today } = question;
	const whys = [];
	let known;
	for (const source of sources) {
		const branch = await source.defaultBranch();
		if (!branch.ok) {
			whys.push(branch.error);
			continue;
		}
		known ??= branch.value;
		const bytes = await readAt(branch.value.tip, source, question);
		if (!bytes.ok) {
			whys.push(bytes.error);
			continue;
		}
		if (bytes.value === void 0) return distrust(`it has no ${path}`, branch.value);
		const { manifest } = openManifest({
			file: path,
			bytes: bytes.value
		}, { today });
		if (manifest === void 0) return distrust(`its ${path} is not a valid manifest`, branch.value);
		return {
			kind: "default_branch",
			branch: branch.value,
			manifest
		};
	}
	return distrust(`what stands there is not known: ${whys.length === 0 ? "there is no remote that could tell" : whys.join("; ")}`, known);
}
function distrust(why, branch) {
	return {
		kind: "nobody",
		why,
		...branch === void 0 ? {} : { branch }
	};
}
async function readAt(tip, source, { repository, path }) {
	if (repository !== void 0) {
		const local = await readingObjects(() => readCommitted(repository.objects, tip, path));
		if (local.ok) return local.value.ok ? ok(local.value.value) : ok(void 0);
	}
	if (/^\.\.?(?:\/|$)|^\//.test(path)) return fail(`${path} is not a path inside the repository`);
	return source.fileAt(tip, path);
}

// src/trust/run-place.ts
/** Whether a run stands on the head of the default branch: nothing but that is ever written to a tenant, or exported. */
function positionOf({ name, tip }, { ref, sha, head }) {
	if (ref !== void 0 && ref !== `refs/heads/${name}`) return {
		kind: "elsewhere",
		where: `this job belongs to ${ref === "" ? "no branch" : printable(ref)}`
	};
	if (head === tip) return { kind: "head" };
	if (sha !== void 0 && head === sha) return { kind: "superseded" };
	const where = `${head === null ? "no commit is checked out" : `${shortId(head)} is checked out`}, and the branch is at ${shortId(tip)}`;
	return {
		kind: ref === void 0 ? "elsewhere" : "other_checkout",
		where
	};
}

// src/trust/source.ts
/** The git server that the repository was cloned from. */
function gitServer(remote) {
	const who = `the remote "${printable(remote.name)}"`;
	return {
		defaultBranch: async () => {
			const told = await remote.defaultBranch();
			if (!told.ok) return fail(`${who} ${describeRemoteFailure(told.error)}`);
			return told.value === void 0 ? fail(`${who} does not say which branch is its default one`) : ok(told.value);
		},
		fileAt: async (commit, path) => {
			const read = await remote.readTip(commit, (objects) => readCommitted(objects, commit, path));
			if (!read.ok) return fail(`${who} ${describeRemoteFailure(read.error)}`);
			return read.value.ok ? ok(read.value.value) : ok(void 0);
		}
	};
}
/**
* On a runner of GitHub's a step may have checked out any repository of that server, a fork too, and a fork's default
* branch is the fork's. Of that server only the repository that the job belongs to is asked.
*/
function isOwnRemote(url, environment) {
	const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = environment;
	if (!server || !repository) return true;
	const home = `${server.replace(/(?<!\/)\/+$/, "")}/`;
	return URL.canParse(home) && new URL(home).host !== new URL(url).host || comparable(url) === comparable(`${home}${repository}`);
}
/** Names of repositories have no case there, and the ending is optional. */
function comparable(url) {
	return url.replace(/\.git$/i, "").toLowerCase();
}

// src/commands/trust.ts
const WORKTREE = { kind: "worktree" };
/** What the command line believes: on somebody's machine the files at hand, in CI the default branch of the remote. */
async function openTrust(world, { repository, layout }) {
	if (world.environment.CI !== "true" || repository === void 0) return WORKTREE;
	if (await liesApart(world.directory, repository)) return APART;
	const opened = await openRemote(repository.dirs, world);
	if (opened.kind === "none") return WORKTREE;
	if (opened.kind === "unusable") return nobody(`the remote "${printable(opened.name)}" ${UNUSABLE[opened.why]}`);
	const { remote } = opened;
	if (!isOwnRemote(remote.url, world.environment)) return nobody(`the remote "${printable(remote.name)}" is not the repository that this job belongs to`);
	return readTrust({
		sources: [gitServer(remote)],
		repository,
		path: manifestInGit(layout),
		today: todayOf(world)
	});
}
/** A proposal may bring the manifest's folder as a submodule: then it would choose the remote that is asked. */
async function liesApart(directory, { root }) {
	const around = await openRepository(directory);
	return around !== void 0 && around.root !== root;
}
const APART = nobody("the manifest lies in a repository inside the one that the job works in");
/** What a command that only reads has to say: whom it does not ask, and why. */
function sayUnbound(trust, destinations, origin) {
	if (trust === NOT_ASKED) return [];
	if (trust.kind === "nobody") return [withWayOut(untold(trust, "warning"))];
	return unboundProblems(destinations, unboundOf(bind(trust), destinations, origin));
}
/** Why a sync or an export ends before anybody is asked. */
function checkHead(what, trust, head) {
	if (trust.kind === "worktree") return void 0;
	const position = trust.branch === void 0 ? void 0 : positionOf(trust.branch, { head });
	if (trust.branch !== void 0 && position !== void 0 && "where" in position) return withWayOut(notOnHead(what, trust.branch, position.where));
	return trust.kind === "nobody" ? withWayOut(untold(trust, "error")) : void 0;
}
/** Only whoever writes the job can know whether others may change its files. */
function withWayOut({ hint, ...problem }) {
	return {
		...problem,
		hint: `${hint}; where nobody else can change the files, use --trust-worktree`
	};
}

// src/report/findings.ts
/** More than a person reads in a comment; the JSON document has them all. */
const SHOWN = 100;
function tallyProblems(problems) {
	const errors = problems.filter(({ severity }) => severity === "error").length;
	return {
		errors,
		warnings: problems.length - errors
	};
}
/** `2 errors, 1 warning (7 stories, 3 destinations)`: the last line of the text, the headline of the Markdown. */
function findingsTotals(problems, { stories, destinations }) {
	const { errors, warnings } = tallyProblems(problems);
	const found = [...errors > 0 ? [count(errors, "error")] : [], ...warnings > 0 ? [count(warnings, "warning")] : []];
	if (errors > 0 && stories + destinations === 0) return found.join(", ");
	const of = `(${count(stories, "story", "stories")}, ${count(destinations, "destination")})`;
	return `${found.length === 0 ? "No findings" : found.join(", ")} ${of}`;
}
/** Findings for a pull request or a job summary. Errors before warnings, otherwise in the order given. */
function findingsAsMarkdown(problems, manifestFile, examined) {
	return `${[
		`### Validation: ${findingsTotals(problems, examined)}`,
		inMarkdown(say`Manifest ${name(manifestFile)}`),
		...findingItems(problems)
	].join("\n\n")}\n`;
}
/** The findings as one list, errors first; nothing when there are none. */
function findingItems(problems) {
	const sorted = problems.toSorted((left, right) => rank(left) - rank(right));
	const items = sorted.slice(0, SHOWN).map(item);
	if (sorted.length > SHOWN) items.push(`- … ${sorted.length - SHOWN} more`);
	return items.length === 0 ? [] : [items.join("\n")];
}
function rank({ severity }) {
	return severity === "error" ? 0 : 1;
}
function item({ severity, code, message, hint, place, related }) {
	return [
		`- **${severity}** ${code} ${inMarkdown(say`${place === void 0 ? [] : say`${at(place)} `}${words(message)}`)}`,
		...(related ?? []).map((each) => `  - see also ${inMarkdown(say`${at(each.place)} ${words(each.message)}`)}`),
		`  - **hint:** ${inMarkdown([words(hint)])}`
	].join("\n");
}
function at({ file, line, column }) {
	return [name(`${file}:${line}:${column}`)];
}

// src/documents/findings/findings-json.ts
/** `storysync.findings/1`, from `validate` and `export`. Findings keep their order: sorted by place. */
function findingsToJson(problems, manifestFile, examined, files = [], { stories: discovered, leftOut } = {
	stories: [],
	leftOut: []
}) {
	const { errors, warnings } = tallyProblems(problems);
	return {
		format: "storysync.findings/1",
		manifest: manifestFile,
		totals: {
			stories: examined.stories,
			destinations: examined.destinations,
			errors,
			warnings
		},
		findings: problems.map((problem) => ({
			code: problem.code,
			severity: problem.severity,
			message: problem.message,
			hint: problem.hint,
			place: problem.place === void 0 ? null : writePlace(problem.place),
			related: (problem.related ?? []).map(({ message, place }) => ({
				message,
				place: writePlace(place)
			}))
		})),
		files: files.map(({ path, change }) => ({
			path,
			change
		})),
		discovered: discovered.map(({ id, name, key }) => ({
			id,
			name,
			key
		})),
		left_out: leftOut.map(({ id, name, reason }) => ({
			id,
			name,
			reason
		}))
	};
}
function writePlace({ file, line, column, endLine, endColumn }) {
	return {
		file,
		line,
		column,
		end_line: endLine ?? null,
		end_column: endColumn ?? null
	};
}

// src/diagnostics/excerpt.ts
/** Most columns shown of a line, and fewest, however narrow the terminal is. */
const WIDTH = 100;
const LEAST = 20;
/** What stands for the rest of a line, on both sides. */
const DOTS = 4;
/** How much of a line is looked at on either side, so that a line of megabytes costs nothing. */
const REACH = 400;
const graphemes = new Intl.Segmenter("en", { granularity: "grapheme" });
/**
* What to print of a source line, and where the mark stands below it, in terminal columns. `start` and `end` are string
* offsets. A long line is cut around the mark; tabs become spaces, wide characters count double.
*/
function excerptOf(line, start, end, columns) {
	const room = roomIn(columns);
	const from = Math.max(0, Math.min(start, line.length) - REACH);
	const cells = cellsOf(line.slice(from, start + REACH), from);
	const first = window(cells, start, room);
	const shown = [];
	let width = 0;
	for (const cell of cells.slice(first)) {
		if (width + cell.width > room) break;
		shown.push(cell);
		width += cell.width;
	}
	const lead = first > 0 || from > 0 ? "… " : "";
	const rest = (shown.at(-1)?.end ?? start) < line.length ? " …" : "";
	const before = sum(shown.filter((cell) => cell.end <= start));
	const marked = sum(shown.filter((cell) => cell.end > start && cell.start < end));
	return {
		text: (lead + shown.map((cell) => cell.text).join("") + rest).trimEnd(),
		markStart: lead.length + before,
		markWidth: Math.max(1, marked)
	};
}
/** Only the text at the place: what stands around it may be secret. Indentation is kept, for orientation. */
function ownTextOf(line, start, end, columns) {
	const room = roomIn(columns);
	const before = line.slice(0, start);
	const lead = before.trim() === "" ? before.replace(/\t/g, "  ") : "… ";
	const cells = cellsOf(line.slice(start, Math.min(end, start + room)), start);
	const rest = line.slice(Math.min(end, start + room)).trim() === "" ? "" : " …";
	return {
		text: (lead + cells.map((cell) => cell.text).join("") + rest).trimEnd(),
		markStart: lead.length,
		markWidth: Math.max(1, sum(cells))
	};
}
function cellsOf(text, offset) {
	return [...graphemes.segment(text)].map(({ segment, index }) => {
		const shown = segment === "	" ? "  " : visible(segment, text, index);
		return {
			text: shown,
			width: stringWidth(shown),
			start: offset + index,
			end: offset + index + segment.length
		};
	});
}
/** `##[name]` anywhere in a line is an order to the runner of a job. */
function visible(segment, text, index) {
	return segment === "[" && text.slice(0, index).endsWith("##") ? " [" : printable(segment);
}
function roomIn(columns) {
	return Math.max(LEAST, Math.min(WIDTH, (columns ?? Number.POSITIVE_INFINITY) - DOTS));
}
/** Index of the first cell to show. A caret deep inside a long line keeps something of the line before it. */
function window(cells, start, room) {
	const lead = Math.floor(room * .4);
	if (sum(cells) <= room) return 0;
	let first = cells.findIndex((cell) => cell.end > start);
	if (first < 0) first = cells.length;
	if (sum(cells.slice(0, first)) + lead <= room) return 0;
	for (let before = 0; first > 0; first--) {
		before += cells[first - 1]?.width ?? 0;
		if (before > lead) break;
	}
	return first;
}
function sum(cells) {
	return cells.reduce((total, cell) => total + cell.width, 0);
}

// src/diagnostics/format.ts
/**
* A problem as people read it: what and where, the source line with a mark, related places, a hint. Line and column
* come first on the line, so that terminals and editors can jump there. Ends without a newline.
*/
function formatProblem(problem, source, paint = plain, columns) {
	const colour = problem.severity === "error" ? paint.red : paint.yellow;
	const head = [paint.bold(colour(problem.severity)), paint.bold(problem.code)];
	if (problem.place !== void 0) head.push(paint.cyan(formatPlace(problem.place)));
	const lines = wrap(`${head.join(" ")}  ${printableInLog(problem.message)}`, "", "    ", columns);
	if (problem.place !== void 0) lines.push(...formatExcerpt(problem, problem.place, source, colour, paint, columns));
	for (const other of problem.related ?? []) {
		const place = paint.cyan(formatPlace(other.place));
		lines.push(...wrap(`${place}  ${printableInLog(other.message)}`, "  see also ", "    ", columns));
	}
	lines.push(...wrap(printableInLog(problem.hint), `  ${paint.bold("hint:")} `, "    ", columns));
	return lines.join("\n");
}
/** `sync.yaml:12:5`. */
function formatPlace(place) {
	return `${printableInLog(place.file)}:${place.line}:${place.column}`;
}
function formatExcerpt(problem, place, source, colour, paint, columns) {
	if (problem.hideSource === true && problem.showOwnText !== true) return [];
	const text = source(place.file);
	const line = text === void 0 ? void 0 : lineOf(text, place.line);
	if (line === void 0 || line.trim() === "") return [];
	const { text: shown, markStart, markWidth } = cut(problem, place, line, columns === void 0 ? void 0 : columns - GUTTER);
	const gutter = String(place.line).padStart(5);
	return [`${paint.dim(`${gutter} |`)} ${shown}`, `${paint.dim(`${" ".repeat(gutter.length)} |`)} ${" ".repeat(markStart)}${colour("^".repeat(markWidth))}`];
}
/** Columns that the line number and the bar take. */
const GUTTER = 8;
function cut(problem, place, line, width) {
	const start = Math.min(place.column - 1, line.length);
	const end = place.endLine === void 0 || place.endLine === place.line ? (place.endColumn ?? place.column + 1) - 1 : line.trimEnd().length;
	return problem.hideSource === true ? ownTextOf(line, start, end, width) : excerptOf(line, start, end, width);
}
/** The text that was asked for last, in lines: a manifest can have 60,000 of them and as many problems. */
let latest;
function lineOf(text, line) {
	if (latest?.text !== text) latest = {
		text,
		lines: text.replace(/^\ufeff/, "").split("\n")
	};
	return latest.lines[line - 1]?.replace(/\r$/, "");
}

// src/cli/problems.ts
/** All problems, one after another, in the order they are given. */
function formatProblems(problems, sourceOf, paint, columns) {
	return problems.map((problem) => `${formatProblem(problem, sourceOf, paint, columns)}\n`).join("\n");
}
/** By place, as a reader goes through a file; what has no place comes first. */
function sortProblems(problems) {
	return problems.toSorted((a, b) => {
		const [left, right] = [a.place, b.place];
		if (!left || !right) return Number(left !== void 0) - Number(right !== void 0);
		return byText(left.file, right.file) || left.line - right.line || left.column - right.column;
	});
}

// src/cli/session.ts
/** One command's way to the terminal: its format, its colours, how much it says. */
var Session = class {
	terminal;
	options;
	world;
	constructor({ terminal, world }, options) {
		this.terminal = terminal;
		this.world = world;
		this.options = options;
	}
	get outPaint() {
		return choosePaint(this.options.color, this.terminal.outIsTty, this.terminal);
	}
	get errPaint() {
		return choosePaint(this.options.color, this.terminal.errIsTty, this.terminal);
	}
	/** How text reports on stdout are set. */
	get outText() {
		return {
			paint: this.outPaint,
			verbose: this.options.verbose,
			columns: this.terminal.outColumns
		};
	}
	/** Whoever reads the messages sees the report as well: both go to one screen. */
	get showsReport() {
		return this.terminal.outIsTty && this.terminal.errIsTty && IN_SENTENCES.has(this.options.format);
	}
	/** Writes the result in the chosen format, alone on stdout. */
	result(views) {
		const { format } = this.options;
		const view = format === "json" ? () => canonicalJson(views.json()) : views[format];
		if (view === void 0) this.terminal.err(ending(views.text()));
		else this.terminal.out(ending(view()));
	}
	/** Reads manifest and stories. What is wrong with them is the command's result; warnings go beside it. */
	async open(options = {}) {
		const opened = await openWorkspace(this.world, this.options.manifest, options);
		if (opened.workspace) {
			this.warn(opened.problems, opened.sourceOf);
			return {
				workspace: opened.workspace,
				problems: opened.problems,
				opened
			};
		}
		return { exitCode: this.refuse(opened) };
	}
	/** Where keys may go. */
	async trust(opened, { trustWorktree, offline = false }) {
		if (offline) return NOT_ASKED;
		return trustWorktree ? { kind: "worktree" } : openTrust(this.world, opened);
	}
	/** Which commit the stories are of, where it is not the one that is checked out. */
	sayCommit({ at, manifest }) {
		if (at === void 0) return;
		this.say(`Stories as of commit ${shortId(at)}; destinations and their options as ${manifest.file} has them now.`);
	}
	/** The manifest does not hold: findings are the result. */
	refuse(opened) {
		if (opened.unreadable) {
			this.fail(opened.problems, opened.sourceOf);
			return 2;
		}
		this.findings(opened);
		return 1;
	}
	/** The command was refused: a wrong call goes to stderr; what is there to be looked at is the result. */
	end({ exitCode, problems }, opened) {
		if (exitCode === 2) this.fail(problems, opened.sourceOf);
		else this.findings({
			...opened,
			problems
		});
		return exitCode;
	}
	findings({ problems, sourceOf, counts }) {
		const sorted = sortProblems(problems);
		const { manifest } = this.options;
		this.result({
			text: () => `${formatProblems(sorted, sourceOf, this.outPaint, this.terminal.outColumns)}${sorted.length > 0 ? "\n" : ""}${findingsTotals(sorted, counts)}`,
			markdown: () => findingsAsMarkdown(sorted, manifest, counts),
			json: () => findingsToJson(sorted, manifest, counts)
		});
	}
	/** Problems beside a result; `--quiet` silences warnings, never errors. */
	warn(problems, sourceOf = () => void 0) {
		const shown = problems.filter(({ severity }) => severity === "error" || !this.options.quiet);
		if (shown.length > 0) this.terminal.err(`${formatProblems(sortProblems(shown), sourceOf, this.errPaint, this.terminal.errColumns)}\n`);
	}
	fail(problems, sourceOf = () => void 0) {
		this.terminal.err(formatProblems(sortProblems(problems), sourceOf, this.errPaint, this.terminal.errColumns));
	}
	sayUnsigned() {
		this.say(UNSIGNED_STATE);
	}
	/** A line for the person in front of it; not a result. */
	say(text) {
		if (this.options.quiet) return;
		const lines = text.split("\n").flatMap((line) => wrap(line, "", "  ", this.terminal.errColumns));
		this.terminal.err(`${lines.join("\n")}\n`);
	}
};
const IN_SENTENCES = /* @__PURE__ */ new Set(["text", "markdown"]);
function ending(text) {
	return text.endsWith("\n") ? text : `${text}\n`;
}

export { whyUnbound as A, diagnosisExitCode as C, nativeWrites as D, planExitCode as E, bind as O, siblingName as S, outcomesExitCode as T, moveRef as _, findingItems as a, clearDeadLock as b, notMerged as c, readGitConfig as d, describeRemoteFailure as f, clearDeadRefLock as g, repositoryName as h, findingsToJson as i, NOT_ASKED as j, unboundOf as k, originUnbound as l, UNUSABLE as m, formatProblems as n, checkHead as o, remoteHint as p, sortProblems as r, sayUnbound as s, Session as t, openRemote as u, isBranchName as v, findingsExitCode as w, shortName as x, acquireLock as y };