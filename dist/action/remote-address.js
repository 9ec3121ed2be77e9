import { c as textOfFile } from "./printable.js";
import { isAbsolute, join } from "node:path";

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

export { readGitConfig as a, isBranchName as i, findRemote as n, repositoryName as r, UNUSABLE as t };