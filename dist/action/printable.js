import { a as ok, i as fail } from "./loopback.js";
import { isAbsolute, join } from "node:path";
import { Buffer } from "node:buffer";
import { closeSync, constants, fstatSync, openSync, read, readSync } from "node:fs";
import { promisify } from "node:util";

// src/git/objects/regular-file.ts
/** As much as the largest story may hold, and more than any other file that is read whole; packs are read in pieces. */
const MOST_FILE_BYTES = 52428800;
/**
* A regular file's content. A pipe, a device or a socket in its place would hold us up for ever, so nothing is waited for,
* and the checks are made on what is open, not on its name. What the system says is thrown, with its code.
*/
async function readRegularFile(path, { mostBytes = MOST_FILE_BYTES, followLinks = true } = {}) {
	const noFollow = followLinks ? 0 : constants.O_NOFOLLOW ?? 0;
	const file = openUnlessNoFile(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0) | noFollow);
	if (file === void 0) return fail({ kind: "not_a_file" });
	try {
		const found = fstatSync(file);
		if (!found.isFile()) return fail({ kind: "not_a_file" });
		if (found.size > mostBytes) return fail({
			kind: "too_large",
			bytes: found.size
		});
		const content = await readWhole(file, found.size, mostBytes);
		return content.length > mostBytes ? fail({
			kind: "too_large",
			bytes: content.length
		}) : ok(content);
	} finally {
		closeSync(file);
	}
}
function openUnlessNoFile(path, flags) {
	try {
		return openSync(path, flags);
	} catch (error) {
		const code = error instanceof Error && "code" in error ? error.code : void 0;
		if (code === "EISDIR" || code === "ENXIO") return void 0;
		throw error;
	}
}
const LARGEST_READ = 1048576;
/** Room for what came on top of the size that was told: mostly nothing, which is how the end is seen. */
const SMALLEST_READ = 64;
/** Nearly all files, and git's objects by the thousand: five trips to another thread cost ten times what these reads do. */
const READ_AT_ONCE = 65536;
/** At most one byte more than may be: a file can grow while it is read, and some have no size of their own. */
async function readWhole(file, told, mostBytes) {
	const chunks = [];
	for (let size = 0; size <= mostBytes;) {
		const wanted = size < told ? told - size : SMALLEST_READ << Math.min(chunks.length, 14);
		const chunk = Buffer.allocUnsafe(Math.min(wanted, LARGEST_READ, mostBytes + 1 - size));
		const bytesRead = size + chunk.length <= READ_AT_ONCE ? readSync(file, chunk) : (await readLater(file, chunk, 0, chunk.length, null)).bytesRead;
		if (bytesRead === 0) break;
		chunks.push(chunk.subarray(0, bytesRead));
		size += bytesRead;
	}
	return Buffer.concat(chunks);
}
const readLater = promisify(read);
/** Text of git's own making, such as `HEAD`; undefined when there is no such file, or something else in its place. */
async function textOfFile(path) {
	try {
		const read = await readRegularFile(path);
		return read.ok ? read.value.toString("utf8") : void 0;
	} catch (error) {
		if (!(error instanceof Error && "code" in error)) throw error;
		return;
	}
}

// src/git/read/ref.ts
const OID = /^[0-9a-f]{40}$/;
/** The commit that a full ref name (`refs/heads/main`) stands for; undefined when there is no such ref. */
async function readRef(commonDir, ref, depth = 5) {
	const loose = (await textOf$1(join(commonDir, ref)))?.trim();
	if (loose !== void 0 && OID.test(loose)) return loose;
	const target = loose === void 0 ? void 0 : symbolicTarget(loose);
	if (target !== void 0) return depth === 0 ? void 0 : readRef(commonDir, target, depth - 1);
	const oid = (await textOf$1(join(commonDir, "packed-refs")) ?? "").split("\n").find((line) => line.slice(41).trimEnd() === ref)?.slice(0, 40);
	return oid !== void 0 && OID.test(oid) ? oid : void 0;
}
/** What a HEAD file says: the branch it is on (a full ref name), or a commit. */
async function readHeadFile(gitDir) {
	const text = (await textOf$1(join(gitDir, "HEAD")))?.trim();
	if (text === void 0) return void 0;
	const ref = symbolicTarget(text);
	if (ref !== void 0) return { ref };
	return OID.test(text) ? { oid: text } : void 0;
}
/** The short name of the branch that is checked out; undefined when HEAD is detached. */
async function currentBranch(gitDir) {
	const head = await readHeadFile(gitDir);
	return head !== void 0 && "ref" in head ? head.ref.replace(/^refs\/heads\//, "") : void 0;
}
function symbolicTarget(text) {
	return /^ref:\s*(\S+)$/.exec(text)?.[1];
}
async function textOf$1(path) {
	try {
		const read = await readRegularFile(path);
		return read.ok ? read.value.toString("utf8") : void 0;
	} catch (error) {
		const code = error instanceof Error && "code" in error ? error.code : void 0;
		if (code === "ENOENT" || code === "ENOTDIR") return void 0;
		throw error;
	}
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
	return found.kind === "http" ? nameOf(found.url.href) : nameOf(rewritten(config, config.get("remote", found.name, "url") ?? ""));
}
function nameOf(address) {
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

// src/diagnostics/printable.ts
/**
* What may stand on a screen, in a log, in Markdown: every character that people can see, and the few unseen ones that
* writing needs where it needs them. All else moves cursors, turns text around, or carries what nobody sees; it is
* written out, as `\u{1b}`.
*/
function printable(text) {
	return text.replaceAll(UNSEEN, written);
}
/** Also safe in the log of a job, where `::name` at the start of a line and `##[name]` anywhere are orders to the runner. */
function printableInLog(text) {
	return printable(text).replaceAll("##[", "## [").replaceAll(/(?<=^|\s):{2,}/g, (colons) => Array.from(colons).join(" "));
}
const UNSEEN = new RegExp([
	String.raw`[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u2800[[\p{Cf}\p{Default_Ignorable_Code_Point}]--[\u200c\u200d\ufe0e\ufe0f]]]`,
	String.raw`(?<!\p{Emoji})[\ufe0e\ufe0f]`,
	String.raw`(?<!(?:\p{Extended_Pictographic}|\p{Emoji_Modifier})\ufe0f?|${letter()})\u200d`,
	String.raw`\u200d(?!\p{Extended_Pictographic}|${letter()})`,
	String.raw`(?<!${letter()})\u200c|\u200c(?!${letter()})`
].join("|"), "gv");
function letter() {
	return String.raw`[[\p{L}\p{M}]--[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Default_Ignorable_Code_Point}]]`;
}
const NAMED = {
	"\n": "\\n",
	"\r": "\\r",
	"	": "\\t"
};
function written(character) {
	return NAMED[character] ?? `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

export { repositoryName as a, currentBranch as c, MOST_FILE_BYTES as d, readRegularFile as f, findRemote as i, readHeadFile as l, printableInLog as n, isBranchName as o, textOfFile as p, UNUSABLE as r, readGitConfig as s, printable as t, readRef as u };