import { n as __require, t as __commonJSMin } from "./rolldown-runtime.js";
import { a as ok, i as fail$1, n as isArray, r as isObject } from "./loopback.js";
import { c as textOfFile, o as MOST_FILE_BYTES, s as readRegularFile } from "./printable.js";
import { createHash, randomBytes } from "node:crypto";
import { lstat, open, opendir, readFile, readdir, readlink, rm, unlink } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { Buffer as Buffer$1, isUtf8 } from "node:buffer";
import fs, { promises } from "node:fs";
import { constants as constants$2, inflateSync } from "node:zlib";
import { setTimeout as setTimeout$1 } from "node:timers/promises";
import { hostname } from "node:os";

// src/network/connection-words.ts
/** In words, to stand where an answer would. */
function describeConnectionFailure({ kind, code }) {
	switch (kind) {
		case "untrusted": return `the certificate is not trusted (${code})`;
		case "not_tls": return `the server there does not speak TLS (${code})`;
		case "proxy": return /^[A-Za-z]+_/.test(code) ? `${code} is not the address of an http(s) proxy` : `the proxy refused the connection (${code})`;
		case "no_connection": return `no connection (${code})`;
	}
}
/** What helps, where more can be said than to look and try again. `proxy` is the variable that a proxy may come from. */
function hintForConnection({ kind, code }, proxy) {
	switch (kind) {
		case "untrusted": return hintForCertificate(code);
		case "not_tls": return proxy === void 0 ? "it is a port for http: correct the address and its port" : `it is a port for http: correct the address and its port, or the proxy in ${proxy}`;
		case "proxy": return `correct the proxy in ${proxy ?? "HTTPS_PROXY"}, or list the host in NO_PROXY`;
		case "no_connection": return;
	}
}
function hintForCertificate(code) {
	if (code === "CERT_HAS_EXPIRED" || code === "CERT_NOT_YET_VALID") return "have the certificate renewed, or correct the clock of this machine";
	if (code === "ERR_TLS_CERT_ALTNAME_INVALID" || code === "HOSTNAME_MISMATCH") return "it is the certificate of another host: correct the address";
	return "if your own authority signs certificates (an inspecting proxy, say), name its certificate file in NODE_EXTRA_CA_CERTS";
}

// src/model/text/order.ts
/** The one order of texts: by UTF-16 code unit, the same on every machine. */
function byText(one, other) {
	return one < other ? -1 : one > other ? 1 : 0;
}
/** Things in the order of a text of theirs. */
function byTextOf(textOf) {
	return (one, other) => byText(textOf(one), textOf(other));
}

// src/story/label.ts
/**
* A name for each action that does not depend on guids: `Fetch`, `Build`, `Build#2` (names repeat in real stories).
* Names with dots, brackets, quotes or `#` are quoted, so that no two actions share a label.
*/
function actionLabels(story) {
	return ordinalLabels(story.agents.map(({ name }) => name));
}
/** Names as labels, told apart where they repeat. */
function ordinalLabels(names) {
	const seen = /* @__PURE__ */ new Map();
	return names.map((name) => {
		const ordinal = (seen.get(name) ?? 0) + 1;
		seen.set(name, ordinal);
		return labelOf(name, ordinal);
	});
}
/** How an action is called in a sentence: `"Build"`, or `"Build" #2` for the second of that name. */
function spokenLabel(label) {
	const [, quoted, plain, ordinal] = /^(?:("(?:[^"\\]|\\.)*")|([^#]*))(#\d+)?$/.exec(label) ?? [];
	return `${quoted ?? JSON.stringify(plain ?? label)}${ordinal === void 0 ? "" : ` ${ordinal}`}`;
}
/** A name inside brackets: `Intake form`, or `"v1.2"` when it would be misread. */
function bracketName(name) {
	return /^[^\s[\]."#\\](?:[^[\]."#\\\p{Cc}]*[^\s[\]."#\\])?$/u.test(name) ? name : JSON.stringify(name);
}
/** A key as a step of a path: `.url`, or `["InstanceId.1"]`. */
function keyStep(key) {
	return /^[^\s[\]."'#\\]+$/.test(key) ? `.${key}` : `[${JSON.stringify(key)}]`;
}
/** Label for each action guid of the story. */
function labelsByGuid(story, labels) {
	return new Map(story.agents.map(({ guid }, index) => [guid, labels[index] ?? ""]));
}
/** The label that something pointing at an action by guid (a page, a template entry) belongs to. */
function labelPointedAt(entry, key, labels) {
	const guid = isObject(entry) ? entry[key] : void 0;
	return typeof guid === "string" ? labels.get(guid) : void 0;
}
function labelOf(name, ordinal) {
	return ordinal === 1 ? bracketName(name) : `${bracketName(name)}#${ordinal}`;
}

// src/story/actions.ts
/** Every action of a story, tools of tools included, each before its own tools. Every rule about actions goes by this walk. */
function allActions(story) {
	const found = [];
	const visit = (placed) => {
		found.push(placed);
		for (const { key, index, tool, label } of toolsOf(placed.action)) visit({
			action: tool,
			top: placed.top,
			trail: `${placed.trail === "" ? "" : `${placed.trail}.`}${key}[${label}]`,
			steps: `${placed.steps}.${key}[${index}]`,
			names: [...placed.names, nameOf$1(tool)]
		});
	};
	const agents = isArray(story.agents) ? story.agents : [];
	for (const [top, action] of agents.entries()) if (isObject(action)) visit({
		action,
		top,
		trail: "",
		steps: "",
		names: [nameOf$1(action)]
	});
	return found;
}
/** One word for a place, so that places can be looked up. */
function placeKey({ top, trail }) {
	return `${top} ${trail}`;
}
/**
* The story with every action passed through `change`, tools before the action that has them; the same object when nothing
* changed. `change` must leave the shape as it is.
*/
function mapActions(story, change) {
	if (!isArray(story.agents)) return story;
	const mapped = (action, { top, trail }) => {
		const changed = /* @__PURE__ */ new Map();
		for (const { key, index, tool, label } of toolsOf(action)) {
			const after = mapped(tool, {
				top,
				trail: `${trail === "" ? "" : `${trail}.`}${key}[${label}]`
			});
			if (after === tool) continue;
			const list = changed.get(key) ?? [...action[key]];
			list[index] = after;
			changed.set(key, list);
		}
		return change(changed.size === 0 ? action : {
			...action,
			...Object.fromEntries(changed)
		}, {
			top,
			trail
		});
	};
	const before = story.agents;
	const agents = before.map((action, top) => isObject(action) ? mapped(action, {
		top,
		trail: ""
	}) : action);
	return agents.every((action, index) => action === before[index]) ? story : {
		...story,
		agents
	};
}
/** Options of an action; a tool may have none. */
function optionsOf(action) {
	return isObject(action.options) ? action.options : {};
}
/** AI actions keep tools under `tools`; under another key an action is known by its type. What stands in `options` is data. */
function toolsOf(action) {
	return Object.keys(action).filter((key) => holdsTools(key, action[key])).flatMap((key) => {
		const list = action[key];
		const tools = (isArray(list) ? [...list.entries()] : []).flatMap(([index, entry]) => isTool(key, entry) ? [{
			key,
			index,
			tool: entry
		}] : []);
		const labels = ordinalLabels(tools.map(({ tool }) => nameOf$1(tool)));
		return tools.map((tool, at) => ({
			...tool,
			label: labels[at] ?? ""
		}));
	});
}
/** Whether actions stand in a value under `key` of an action. */
function holdsTools(key, value) {
	return isArray(value) && value.some((entry) => isTool(key, entry));
}
/** Whether an entry of a list under `key` of an action is an action itself, and visited for itself. */
function isTool(key, entry) {
	if (key === "options" || !isObject(entry)) return false;
	return key === "tools" || typeof entry.type === "string" && entry.type.startsWith("Agents::");
}
function nameOf$1(action) {
	return typeof action.name === "string" ? action.name : "";
}

// src/diagnostics/catalogue/desired.ts
/** Problems that show only when the manifest and the story files are read together. */
const desiredCodes = {
	DES001: {
		title: "Story file cannot be read",
		cause: "The catalogue names a story whose file is missing, is not a regular file, or lies outside the repository.",
		fix: "Export the story to the named path, or correct `file` of the story in the manifest."
	},
	DES002: {
		title: "Two stories of one name for one destination",
		cause: "A tenant finds stories by name, so a destination cannot receive two stories with the same name.",
		fix: "Rename one of the two stories on the origin and export it again, or subscribe the destination to one of them only."
	},
	DES003: {
		title: "Story is tagged \"detached-from-sync\" at the origin",
		cause: "Pushed as it is, the tag would take the story out of sync at every destination.",
		fix: "Remove the tag on the origin and export the story again; detach single destinations in the manifest."
	},
	DES004: {
		title: "Placeholders cannot be sent",
		cause: "The destination asks for `webhook_urls: export`, but the file holds `storysync:destination-owned` where an address should be.",
		fix: "Use `webhook_urls: keep` (each destination has its own addresses), or put real addresses into the file."
	},
	DES005: {
		title: "Very large story",
		cause: "The story file is larger than 5 MB; the size limit of an import is not documented by the vendor.",
		fix: "Shrink embedded images, or split the story."
	},
	DES006: {
		title: "Two versions of one story for one destination",
		cause: "Both files are exports of the same story, so pushing one cannot be told apart from pushing the other.",
		fix: "Subscribe the destination to one of them only, or duplicate the story on the origin and export the copy: it gets an identity of its own."
	},
	DES007: {
		title: "Two stories of one destination share a slug",
		cause: "Actions call a story by its slug, which a tenant makes of the name: letters, digits and underscores. Of two stories with the same slug only one can be meant, and which one depends on the tenant.",
		fix: "Rename one of the two on the origin, correct what calls it, and export both again."
	},
	DES008: {
		title: "Two story names of one destination look the same",
		cause: "The names differ only in upper and lower case, in spaces or in how Unicode writes a character. Tenants find stories by name, and people read them as one.",
		fix: "Rename one of the two on the origin and export it again."
	}
};

// src/diagnostics/catalogue/diff.ts
/** Problems of `diff`. */
const diffCodes = {
	DIF001: {
		title: "No such story to compare",
		cause: "The manifest has no story of that key, nor has that of a commit given, or neither side has a file of it.",
		fix: "Give the key that the story has in `sync.yaml`, and versions of which at least one has the story."
	},
	DIF002: {
		title: "Versions to compare are not understood",
		cause: "What stands after the story is neither a commit nor two of them with two dots between, or it is two where --destination already is the other side.",
		fix: "Write `A..B` for two commits, `A` for a commit and the work tree (or the destination), or nothing for HEAD and the work tree."
	},
	DIF003: {
		title: "Story at the destination cannot be compared",
		cause: "The destination could not be read, no key may be sent there, or the story there is not one that this destination manages.",
		fix: "Fix what the message names, then compare again. `storysync plan` says the same of the destination."
	},
	DIF004: {
		title: "Destination does not take the story",
		cause: "The story given is not among the `stories` of the destination, so there is nothing to compare it with.",
		fix: "Name another destination, or subscribe this one to the story."
	}
};

// src/diagnostics/catalogue/export.ts
/** Problems of `export`: what the origin says of the catalogue's stories, and what may not be written. */
const exportCodes = {
	EXP001: {
		title: "The manifest has no origin",
		cause: "`export` reads stories from the origin, and the manifest names none.",
		fix: "Add `origin:` with `tenant_url`, `team_id` and `api_key`, and the `id` of each story."
	},
	EXP002: {
		title: "The key of the origin is missing",
		cause: "The environment variable that `origin.api_key` names is not set or empty.",
		fix: "Give the key in the environment. It needs to read stories of the origin team, nothing more."
	},
	EXP003: {
		title: "The origin could not be read",
		cause: "The list of the stories of the origin team could not be read completely. A failed read is never taken for an absence, so nothing is written.",
		fix: "Check the address, the team and the key that the message names, then run again."
	},
	EXP004: {
		title: "A story is gone from the origin",
		cause: "The origin has no story with this id, or the key may not see it. The file in git is kept as it is.",
		fix: "Correct `id` in the manifest, or take the story out of the manifest and delete its file. Nothing is deleted at the destinations."
	},
	EXP005: {
		title: "A story moved to another team of the origin",
		cause: "The story exists, but not in the team that `origin.team_id` names. The file in git is kept as it is.",
		fix: "Move the story back, or correct `origin.team_id` or the `id` of the story."
	},
	EXP006: {
		title: "A story is not under change control",
		cause: "Without change control the live version changes with every edit, approved or not.",
		fix: "Turn change control on for the story, or set `origin.require_change_control: false` to export what is live."
	},
	EXP007: {
		title: "The export of a story could not be read",
		cause: "The origin did not answer, refused, or sent something that is not a story export.",
		fix: "Run again. The other stories were exported; the file of this one is kept as it is."
	},
	EXP008: {
		title: "A story is tagged \"detached-from-sync\" at the origin",
		cause: "Pushed as it is, the tag would take the story out of sync at every destination.",
		fix: "Remove the tag on the origin and export again; detach single destinations in the manifest."
	},
	EXP009: {
		title: "A story was renamed at the origin",
		cause: "The export has a different name from the file in git. The next sync renames the story at the destinations.",
		fix: "Nothing, if the new name was meant. Key and file of the story may stay as they are."
	},
	EXP010: {
		title: "A story is disabled at the origin",
		cause: "An export does not hold that flag, so new copies of the story would run at the destinations.",
		fix: "Enable the story, or take it out of the subscriptions until it should run."
	},
	EXP011: {
		title: "The origin calls a story unpublished",
		cause: "The tenant answers `published: false`. What it means is not documented; the live version was exported.",
		fix: "Check the story on the origin: publish it if it is a draft."
	},
	EXP012: {
		title: "A literal looks like a credential",
		cause: "A text of the story has the form of a key, token or password, stands where Tines keeps one, or quotes an address of the story where no placeholder can stand for it. Whatever is committed stays in git for good, so nothing at all was written.",
		fix: "Make it a credential in Tines and use `<<CREDENTIAL.name>>`; revoke it if it was shared. If it is no secret, allow it with a reason: `allow_literals` of the story in the manifest."
	},
	EXP013: {
		title: "An allowed literal is not there",
		cause: "An entry under `allow_literals` matches no text that looks like a credential in the story of today.",
		fix: "Remove the entry, so that it cannot let another literal pass some day."
	},
	EXP014: {
		title: "A file cannot be written",
		cause: "The place of the file is outside the repository, is not a regular file, or the system refuses to write it.",
		fix: "Fix what the message names, or give the story another `file`. The other files were written."
	},
	EXP015: {
		title: "The file held a different story",
		cause: "The file in git is the export of a story with another guid: the story was made anew at the origin, or `id` was changed. To the destinations it is a new story.",
		fix: "Check `id`. If the new story is meant, list it under `adopt` where it should take over the old one."
	},
	EXP016: {
		title: "An exported story calls itself at a fixed host",
		cause: "A URL of the story leads to its own webhook or page at a host that is written out. Path and secret were replaced by placeholders and become those of each destination; the host stays.",
		fix: "Write `https://<<META.tenant.domain>>/…` in Tines: each tenant puts its own domain there. In a note or description it may stay."
	},
	EXP017: {
		title: "The origin was not read in time",
		cause: "The time for reading the origin (`--read-timeout`, the Action’s `read-timeout`) was over before every story was exported: it hangs, or answers slowly. The stories that were read in time were written; a pull request of the Action proposes nothing in part.",
		fix: "Ask the owner of the origin why it is slow, or allow more time. The message names the request that was cut off and the slowest one before it."
	}
};

// src/diagnostics/catalogue/git.ts
/** Problems with reading git's history, and with committing to it. */
const gitCodes = {
	GIT001: {
		title: "No such commit",
		cause: "The name given to `diff`, or with --at or --base, is not a branch, tag or commit in this clone.",
		fix: "Give a commit id, a branch or a tag, with ~2 or ^ after it if you like: `git log --oneline` lists commits. A commit that only the remote has comes with `git fetch`."
	},
	GIT002: {
		title: "Ambiguous commit name",
		cause: "A shortened commit id fits several commits, or a branch and a tag of one name are different commits.",
		fix: "Give more digits of the id, or write `heads/<name>` for the branch and `tags/<name>` for the tag."
	},
	GIT003: {
		title: "History is not in this clone",
		cause: "The clone is shallow or partial: a commit, a folder or a file of that commit was left out when it was made.",
		fix: "Fetch it: `git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout. In a partial clone: `git fetch --refetch --no-filter`."
	},
	GIT004: {
		title: "Repository format is not supported",
		cause: "The repository keeps its objects under sha256 names, or its branches in a reftable, or its objects cannot be read.",
		fix: "Use a repository with sha1 names and files for its branches, as `git init` makes by default. `git fsck` finds damaged objects."
	},
	GIT005: {
		title: "Not a git repository",
		cause: "A commit is asked for (by `diff`, --at or --base), and the manifest lies in no git repository.",
		fix: "Run the command in a clone of the repository, or leave the option out."
	},
	GIT006: {
		title: "Story is not in the commit",
		cause: "The commit given with --at holds no file for a story of the manifest: it came later, or lay elsewhere.",
		fix: "Nothing is done with that story in this run. Choose another commit if it should take part."
	},
	GIT007: {
		title: "Manifest of the commit is not used",
		cause: "The manifest of a commit that was asked for has errors, so it cannot say where the story files lay.",
		fix: "Nothing, if the stories have not moved since: they are looked for where the manifest of today has them."
	},
	GIT010: {
		title: "No branch to commit to",
		cause: "HEAD names a commit and no branch (as in most CI jobs), or the branch has no commit yet.",
		fix: "Check out a branch, or name one with --branch; make the first commit of a repository by hand."
	},
	GIT011: {
		title: "The repository cannot be committed to",
		cause: "The folder is not inside a git work tree, objects are missing (a partial clone), the repository uses a storage format storysync does not know, or the disk refuses.",
		fix: "Run storysync inside a full clone; check free space and permissions of the .git folder."
	},
	GIT012: {
		title: "The index has a form that is not written",
		cause: "The index of the work tree has version 4, is split or is sparse.",
		fix: "Run the git command that the message names, or commit to another branch with --branch."
	},
	GIT013: {
		title: "The index or the branch is locked",
		cause: "Another process is at work in the repository, or a git that was stopped left its lock file behind. The lock of a storysync that was stopped is taken over.",
		fix: "Run the command again when the other one has ended. If no git is at work, delete the lock file that the message names."
	},
	GIT014: {
		title: "A file cannot be committed at its path",
		cause: "In git a symbolic link, a submodule, a folder or a file stands at the path or on the way to it, a merge has left it open, or it leads out of the repository.",
		fix: "Put a plain file or folder there and commit that first, or name another file in the manifest."
	},
	GIT015: {
		title: "The branch cannot be used",
		cause: "The name is not one that git allows, or the branch is checked out in a work tree of this repository, or it holds the recorded state, or git cannot have it beside a branch that is there (`x` and `x/y`).",
		fix: "Use a name such as \"storysync/export\"; without --branch the branch that is checked out is committed to."
	},
	GIT016: {
		title: "The branch moved meanwhile",
		cause: "Somebody else committed to the branch at the same moment, here or on the remote.",
		fix: "Run the command again."
	},
	GIT017: {
		title: "The branch has diverged",
		cause: "The branch has commits here that the remote does not have, and the remote has others.",
		fix: "Bring them together by hand, or delete the local branch: it is made anew from the remote one."
	},
	GIT018: {
		title: "The commit was not pushed",
		cause: "The remote could not be reached, or refused the push: no permission, a protected branch, a hook.",
		fix: "The commit is in the local repository: fix what the message names, and run the command again or push by hand."
	},
	GIT019: {
		title: "The manifest has uncommitted changes",
		cause: "New stories are added to the manifest as it lies in the work tree, and it is not what HEAD holds.",
		fix: "Commit or stash the changes, then run `export --add --commit` again."
	},
	GIT020: {
		title: "An object of git is too large",
		cause: "A file, a folder or a commit unpacks to more than 50 MB. A small pack may unpack to anything, so nothing larger is unpacked.",
		fix: "Find out who committed it, and remove it from the branch or name another commit."
	},
	GIT021: {
		title: "A pin cannot be honoured",
		cause: "The commit of a `pin` is unknown, not unique, or no part of the branch; or it lacks a story that is pinned, or holds one that cannot be used. Such a story is left as it is at the destination; everything else goes on.",
		fix: "Pin to a commit of the default branch that has the story (`storysync rollback --to COMMIT` looks it up), or take the pin out with `storysync unpin`."
	},
	GIT022: {
		title: "A pin was not checked",
		cause: "The history that a `pin` names is not in this clone, so nobody can tell whether the pin holds.",
		fix: "Bring the history: `git fetch --unshallow`, in a workflow `fetch-depth: 0` for actions/checkout."
	}
};

// src/diagnostics/catalogue/init.ts
/** Problems of `init`. */
const initCodes = {
	INI001: {
		title: "The repository is set up already",
		cause: "The manifest that `init` would write is there. `init` never overwrites anything, and wrote nothing.",
		fix: "Go on with the manifest that is there, or name another place with --manifest."
	},
	INI002: {
		title: "A story file is there already",
		cause: "Under the name that a story of the origin would get, there is a file with other content. `init` never overwrites anything, and wrote nothing.",
		fix: "Move the file away, or run `init` in another folder."
	},
	INI003: {
		title: "The repository could not be set up",
		cause: "A file could not be written: the system refused it, something else has its place, or it would be outside the repository. What had been written before it was taken back.",
		fix: "Fix what the message names, then run `init` again."
	},
	INI004: {
		title: "The address of the origin cannot be used",
		cause: "What --from names is not the address of a tenant.",
		fix: "Write the address of the tenant without the path of the API, such as `https://acme.tines.com`."
	},
	INI005: {
		title: "The sync destinations of the origin cannot be listed",
		cause: "`init --native` takes over what the vendor’s own Story syncing serves, which the origin tenant shows to the key of a tenant owner alone. Nothing was written.",
		fix: "Use the key of a tenant owner, or leave --native out."
	},
	INI006: {
		title: "A sync destination of the vendor was left out",
		cause: "It cannot be written into the manifest as it is: it belongs to another team of the origin, another one has the same tenant and team, its address is none, or it carries a story that is not in the catalogue. With a part of its stories the first sync would take the others off the vendor’s list, so it stays out as a whole, and the vendor goes on with it as before.",
		fix: "Mend what the message names at the origin, and write the destination into the manifest with `engine: native`."
	},
	INI007: {
		title: "What was taken over from the vendor needs a look",
		cause: "The vendor does not call every story of the destination synced, so the first plan will not be empty; or the tenant does not say whether the destination is synced by hand only.",
		fix: "Look at the first plan before the first sync, and correct the manifest where the message says so."
	}
};

// src/diagnostics/catalogue/keys.ts
/** Keys from a vault: what the manifest says of them, and what is left behind there. */
const keysCodes = {
	MAN064: {
		title: "A reference to a vault cannot be read",
		cause: "The value begins with `${vault:` and is not of the form `${vault:PATH#FIELD}`. PATH may hold letters, digits, `_`, `-`, `/`, dots inside its parts, and the placeholders `{destination}`, `{label.NAME}` and `{access}`; FIELD the same without `/` and placeholders. The value is not shown: it may be a key.",
		fix: "Write for example `${vault:tines/{destination}#api_key}`, in quotes where it stands between braces."
	},
	MAN065: {
		title: "A reference to a vault that cannot be filled in or has no vault",
		cause: "The manifest has no `keys.vault`; or the origin’s key is looked for by `{destination}` or a label, and the origin has neither; or a default names one key for every customer.",
		fix: "Add `keys: { vault: { address: … } }`, or write a path that holds what the hint says."
	},
	MAN066: {
		title: "A label is missing that a key is looked for by",
		cause: "The path of the key holds `{label.NAME}`, and the destination has no label of that name.",
		fix: "Give the destination the label, or a `destination_tenant_api_key` of its own."
	},
	MAN067: {
		title: "A name or label cannot stand in the path of a key",
		cause: "What is filled into the path may hold letters, digits, `_` and `-`, and dots inside. Anything else could make it the path of somebody else’s key.",
		fix: "Change the label, or give the destination a `destination_tenant_api_key` of its own."
	},
	MAN068: {
		title: "An option of the vault has no use",
		cause: "With `auth: token` the token in STORYSYNC_VAULT_TOKEN is used as it is, so no role, audience or login mount is asked for.",
		fix: "Remove the option, or write `auth: github-oidc`."
	},
	RUN070: {
		title: "The token of the vault is still valid",
		cause: "The run logged in at the vault, and the vault did not confirm that the token was revoked when the run ended.",
		fix: "It expires by itself after the time that the message names. Keep `token_ttl` of the role short; revoke the token by its accessor if it must not wait."
	}
};

// src/diagnostics/catalogue/manifest.ts
/** 001-018 the file and its YAML, 019-026 shape, 027-029 keys, 030-033 URLs, 034-045 stories, 046-047 destinations, 048 the file again; rollout.ts goes on. */
const manifestCodes = {
	MAN001: {
		title: "The manifest is too large",
		cause: "The file has more than 10 MB.",
		fix: "Use groups, defaults, anchors and merge keys to say repeated things once, or split the repository."
	},
	MAN002: {
		title: "The manifest is not UTF-8 text",
		cause: "The file holds bytes that are not valid UTF-8; often it was saved as UTF-16 or Latin-1.",
		fix: "Save the file as UTF-8 (with or without a byte order mark)."
	},
	MAN003: {
		title: "The manifest holds control characters",
		cause: "The file contains a NUL byte or another control character; it may be a binary file.",
		fix: "Remove the character, or check that the path names the manifest."
	},
	MAN004: {
		title: "The manifest is empty",
		cause: "The file has no content besides white space and comments.",
		fix: "Start with `version: 1`, `stories:` and `destinations:`; the examples folder has complete manifests."
	},
	MAN005: {
		title: "The manifest is not valid YAML",
		cause: "Indentation, quotes or brackets do not fit together.",
		fix: "Look at the place given and the lines just above it. An entry that starts with @ must be quoted."
	},
	MAN006: {
		title: "A tab is used for indentation",
		cause: "YAML allows only spaces before the first character of a line.",
		fix: "Replace the tab with spaces."
	},
	MAN007: {
		title: "The file holds several YAML documents",
		cause: "A second `---` line starts another document; a manifest is exactly one.",
		fix: "Remove the extra document."
	},
	MAN008: {
		title: "A key is written twice",
		cause: "The same key appears twice in one map, so one of the two values would be lost.",
		fix: "Remove or rename one of them. A key that overrides one from a merge key (`<<`) is fine."
	},
	MAN009: {
		title: "An alias has no anchor",
		cause: "The file has an alias (`*name`), but no anchor (`&name`) of that name before it.",
		fix: "Correct the name, or move the anchor before its first use."
	},
	MAN010: {
		title: "An alias contains itself",
		cause: "An alias is inside the very value that its anchor marks.",
		fix: "Break the loop."
	},
	MAN011: {
		title: "Aliases expand to too much",
		cause: "Written out in full the manifest would have more than two million values (\"alias bomb\").",
		fix: "Remove aliases of lists that hold aliases of lists."
	},
	MAN012: {
		title: "A YAML tag is not allowed",
		cause: "The file uses a tag such as `!secret` or `!!binary`. Only plain values mean the same everywhere.",
		fix: "Write the plain value. A key is given as a reference, `${NAME}`."
	},
	MAN013: {
		title: "A key of a map is not text",
		cause: "A number, true, false, null, a list or a map stands where a name is expected.",
		fix: "Put the name in quotes."
	},
	MAN014: {
		title: "Unknown key",
		cause: "The manifest has a key that storysync does not know at this place. Its value is never shown.",
		fix: "Correct the spelling, move the key to where it belongs, or remove it."
	},
	MAN015: {
		title: "The manifest is nested too deeply",
		cause: "Maps and lists stand inside each other more than 200 levels deep.",
		fix: "Write it flatter; a manifest needs six levels."
	},
	MAN016: {
		title: "A YAML directive is not supported",
		cause: "The file begins with `%YAML` of another version than 1.2, or with an invalid directive.",
		fix: "Remove the line: the manifest is read as YAML 1.2."
	},
	MAN017: {
		title: "A merge key has no map to merge",
		cause: "The value of `<<` is not a map, an alias of a map, or a list of these.",
		fix: "Let the alias point at a map."
	},
	MAN018: {
		title: "The manifest version is not supported",
		cause: "`version` is not 1, the only version that this storysync reads.",
		fix: "Write `version: 1`, or use a storysync that knows the newer version."
	},
	MAN019: {
		title: "A required key is missing",
		cause: "A map lacks a key that it must have.",
		fix: "Add the key that the message names."
	},
	MAN020: {
		title: "A value has the wrong type",
		cause: "For example a number or true where text is expected, or text where a list is expected.",
		fix: "Write the type that the message names. Quotes turn a number or true into text."
	},
	MAN021: {
		title: "A value is not one of those allowed",
		cause: "The option knows a fixed list of values, and this is none of them.",
		fix: "Use one of the values that the message lists."
	},
	MAN022: {
		title: "A number is not a positive whole number",
		cause: "Ids, and the version of a key, are whole numbers from 1 to 9007199254740991.",
		fix: "Write a whole number from 1. An id stands in the address bar of the tenant, and in its API."
	},
	MAN023: {
		title: "A name is not allowed",
		cause: "Names of stories, groups and destinations become file names and selectors.",
		fix: "Use up to 63 lower-case letters, digits, \"-\", \"_\" and \".\", beginning with a letter or digit."
	},
	MAN024: {
		title: "A text or a list is empty",
		cause: "The value has no visible character, or the list no entry.",
		fix: "Fill it in."
	},
	MAN025: {
		title: "A value has the wrong form",
		cause: "The value does not match the pattern that the schema gives for it.",
		fix: "Look the key up in the schema (schemas/sync.schema.json) or in an editor that uses it."
	},
	MAN026: {
		title: "The manifest is not a map",
		cause: "The file holds a list or a single value instead of keys and values.",
		fix: "Start with `version: 1`, `stories:` and `destinations:` at the left margin."
	},
	MAN027: {
		title: "A key field does not hold a reference",
		cause: "An API key field holds something other than `${NAME}` or `${vault:PATH#FIELD}`. The value is not shown: it may be a key.",
		fix: "Write `${NAME}` (upper-case letters, digits, underscore) and give the key in the environment. Revoke a key that was committed."
	},
	MAN028: {
		title: "A key reference names what cannot be a key",
		cause: "The variable holds a credential for something else (GITHUB_, ACTIONS_, INPUT_, RUNNER_, STORYSYNC_, AWS_, AZURE_, GOOGLE_, VAULT_, NPM_, NODE_, SSH_), or what no key can be (HOME, PATH, proxies, LD_, GIT_ and their like). It would be sent to the tenant.",
		fix: "Choose another name for the key; one that ends in `_TINES_API_KEY` is always allowed."
	},
	MAN029: {
		title: "A destination has no key",
		cause: "The destination is another tenant than the origin, so the origin key cannot be used there.",
		fix: "Add `destination_tenant_api_key: ${NAME}`, or a default with `{destination}` in its path."
	},
	MAN030: {
		title: "The address of a tenant or vault is not a URL",
		cause: "The value cannot be read as `https://host`, optionally with a port and a path prefix.",
		fix: "Write the address as the browser shows it, without the path of a page."
	},
	MAN031: {
		title: "The address of a tenant or vault does not use https",
		cause: "Keys would travel in clear text. Plain http is allowed for localhost, 127.0.0.0/8 and [::1] only.",
		fix: "Write https://."
	},
	MAN032: {
		title: "The address of a tenant or vault has more than host and path",
		cause: "User name, password, query or fragment stand in the URL. They are not shown.",
		fix: "Remove them."
	},
	MAN033: {
		title: "A host name is written in another form than it is used",
		cause: "The host ends in a dot, is not ASCII, or is encoded, so two different texts would mean one host.",
		fix: "Write the host as the message gives it."
	},
	MAN034: {
		title: "Unknown story",
		cause: "A story is named that the catalogue (`stories:`) does not have.",
		fix: "Correct the name or add the story to the catalogue."
	},
	MAN035: {
		title: "Unknown group",
		cause: "An entry such as \"@baseline\" names a group that `groups:` does not have.",
		fix: "Correct the name or add the group."
	},
	MAN036: {
		title: "A group contains itself",
		cause: "Following the groups inside a group leads back to it.",
		fix: "Take one of the entries out."
	},
	MAN037: {
		title: "A list names a story or group twice",
		cause: "The same entry appears twice in one list. It counts once.",
		fix: "Remove one of the two."
	},
	MAN038: {
		title: "A story file is not a path inside the repository",
		cause: "The path is absolute, leaves the folder of the manifest, uses backslashes, or does not end in .json.",
		fix: "Write a path such as stories/phishing-triage.json, relative to the folder of the manifest."
	},
	MAN039: {
		title: "Two stories use one file",
		cause: "Two entries of the catalogue name the same file, or two that differ only in case: some file systems take those for one.",
		fix: "Give each story its own file."
	},
	MAN040: {
		title: "Two stories have one id",
		cause: "Two entries of the catalogue name the same story of the origin.",
		fix: "Correct one id, or remove one entry."
	},
	MAN041: {
		title: "A story has no id",
		cause: "The manifest has an origin, so `export` must know which story of the origin each entry is.",
		fix: "Add `id:` with the number of the story on the origin tenant."
	},
	MAN042: {
		title: "An option names a story that the destination does not subscribe to",
		cause: "A story stands under `detached`, `adopt` or `pin` of a destination, but not among its `stories`; or no story of a group does.",
		fix: "Correct the name, subscribe the destination to the story, or remove the entry."
	},
	MAN043: {
		title: "A date is not valid",
		cause: "`until` is not a day of the calendar written as YYYY-MM-DD.",
		fix: "Write for example 2027-01-31."
	},
	MAN044: {
		title: "A detachment, a hold or a pin has expired",
		cause: "The date under `until` is in the past. What it is about stays in force.",
		fix: "Reattach the story, release or unpin the destination, or set a later date."
	},
	MAN045: {
		title: "A label is not text",
		cause: "YAML reads the value as a number or as true or false, and labels are compared as text.",
		fix: "Put the value in quotes."
	},
	MAN046: {
		title: "The origin is its own destination",
		cause: "A destination has the tenant and the team of the origin, so the sync would overwrite its source.",
		fix: "Choose another team, or remove the destination."
	},
	MAN047: {
		title: "Two destinations are the same team",
		cause: "Two destinations have the same tenant URL and team id, so they would overwrite each other.",
		fix: "Merge the two, or correct the URL or team id."
	},
	MAN048: {
		title: "The manifest has too many entries",
		cause: "The file has more than 600,000 lines, entries and brackets, which would take too long to read.",
		fix: "Say repeated lists once, with groups, defaults, anchors and merge keys, or split the repository."
	}
};

// src/diagnostics/catalogue/native.ts
/** What the manifest says of the vendor's own syncing. */
const nativeCodes = {
	MAN061: {
		title: "An option that the engine of the destination cannot honour",
		cause: "Under `engine: native` the vendor carries the stories as they are live at the origin, so nothing can be pinned, detached, adopted or decided story by story. A number for the key is for keys that the vendor is given.",
		fix: "Remove the option, or change the engine. In `defaults` such options stay: they are for the destinations that can honour them."
	},
	MAN062: {
		title: "The vendor’s syncing has no origin to sync from",
		cause: "`engine: native` reconciles sync destinations of the origin tenant, and the manifest has no `origin`.",
		fix: "Add `origin` with the key of a tenant owner, or use `engine: push`."
	},
	MAN063: {
		title: "A pin of all does not hold for some",
		cause: "`defaults` pins the fleet, and the vendor’s syncing carries what is live at the origin whatever is pinned.",
		fix: "Hold these destinations, or change their engine, where they must stay too."
	}
};

// src/diagnostics/catalogue/records.ts
const recordsCodes = {
	REC001: {
		title: "Two definitions of one record type",
		cause: "Stories of this repository (or two actions of one story) hold the same record type with different fields.",
		fix: "Export the named stories again, so that all of them hold the definition the origin has now."
	},
	REC002: {
		title: "Record type names that differ in upper and lower case only",
		cause: "Two record types of this repository have the same name but for upper and lower case.",
		fix: "Rename one of them at the origin and export again: a tenant may treat the two as one."
	}
};

// src/diagnostics/catalogue/rollout.ts
/** What the manifest says of pins (049) and of the rollout (050-060). */
const rolloutCodes = {
	MAN049: {
		title: "A pin does not name a commit by its hash",
		cause: "The commit of a pin is a branch, a tag, or fewer than 7 digits of a hash. A name may move, and few digits are soon not unique.",
		fix: "Write what `git rev-parse NAME` prints, in quotes."
	},
	MAN050: {
		title: "Two rings have one name",
		cause: "Two rings of the rollout are called the same, so nobody could say which one is meant.",
		fix: "Rename or remove one of them."
	},
	MAN051: {
		title: "Unknown ring",
		cause: "`max_failed` or a window names a ring that the rollout does not have.",
		fix: "Correct the name, or add the ring."
	},
	MAN052: {
		title: "A ring stands where it cannot work",
		cause: "A ring without `match` takes everybody who is left, so it must be the last. `soak` is how long the ring before must have stood, so the first ring cannot have one.",
		fix: "Move the ring to the end, or the soak to the ring that is to wait."
	},
	MAN053: {
		title: "A duration is not valid",
		cause: "The value is not a whole number with s, m, h or d, or it is longer than 365 days.",
		fix: "Write for example 30m, 4h or 1d."
	},
	MAN054: {
		title: "A number or share is not valid",
		cause: "The value is neither a whole number nor a percentage of at most 100%. A batch has at least 1 or 1%.",
		fix: "Write a number without quotes, such as 10, or a percentage, such as 10%."
	},
	MAN055: {
		title: "A window is not valid",
		cause: "The value does not give days, hours or dates, or it goes over midnight.",
		fix: "Write for example `Mon-Thu 07:00-16:00`, `\"Sat,Sun\"`, `07:00-16:00` or `2026-12-18/2027-01-04`; over midnight, write two windows."
	},
	MAN056: {
		title: "A time zone is not known",
		cause: "`tz` is not the IANA name of a time zone. Abbreviations and offsets say nothing about summer time.",
		fix: "Write for example Europe/Dublin, America/New_York or UTC."
	},
	MAN057: {
		title: "A window has not exactly one of allow and deny",
		cause: "A window says either when something may be pushed or when nothing may.",
		fix: "Give it one of the two; write two windows for both."
	},
	MAN058: {
		title: "A rollout has too many rings or windows",
		cause: "There are more than 50 rings or more than 200 windows.",
		fix: "Join rings by their labels, and windows by their days."
	},
	MAN059: {
		title: "A destination is in no ring",
		cause: "Its labels match no ring of the rollout, and no ring takes everybody else.",
		fix: "Give it the labels of a ring, or end the rings with one that has no `match`."
	},
	MAN060: {
		title: "A ring is empty",
		cause: "No destination has the labels of the ring. The rollout goes on as if the ring were not written.",
		fix: "Correct the labels under `match` or those of the destinations, or remove the ring."
	}
};

// src/diagnostics/catalogue/run.ts
/** Problems of a run as a whole: selectors, keys, work tree, plan file. */
const runCodes = {
	RUN001: {
		title: "Manifest cannot be read",
		cause: "The file named by --manifest (default `sync.yaml`) is missing or not readable.",
		fix: "Run the command in the folder of the manifest, or name it with --manifest."
	},
	RUN002: {
		title: "Selector matches nothing",
		cause: "A --destination, --story or --label matches no entry of the manifest.",
		fix: "Correct the name; the message lists close ones. Globs such as `contoso-*` are allowed."
	},
	RUN003: {
		title: "Uncommitted changes",
		cause: "The manifest or a story file differs from the commit. In CI a sync would not be reproducible from git.",
		fix: "Commit the changes. Outside CI the sync goes on and records no commit."
	},
	RUN004: {
		title: "No state is kept",
		cause: "The manifest is not inside a git repository, or the state branch cannot be used.",
		fix: "Keep the manifest in git. Without state every run compares full content, and edits at a destination cannot be told from changes in git."
	},
	RUN005: {
		title: "Plan file cannot be applied",
		cause: "The file given with --plan is missing, is not a `storysync.plan/1` document, or was changed by hand.",
		fix: "Make a new one with `storysync plan --out plan.json`."
	},
	RUN006: {
		title: "State could not be written",
		cause: "The push is done, but its result could not be committed to the state branch.",
		fix: "Nothing is lost: the next run reads the destination again. Fix what the message names."
	},
	RUN007: {
		title: "File cannot be written",
		cause: "The file named by --out cannot be written.",
		fix: "Name a file in a folder that exists and is writable."
	},
	RUN010: {
		title: "Detachment or hold cannot be written",
		cause: "--reason is empty, or --until is not a day that is still to come.",
		fix: "Say why the story is detached or the destination held, and until when at most: `--until 2027-01-31`."
	},
	RUN011: {
		title: "No such subscription",
		cause: "A destination or story to detach or reattach is unknown, or the destination does not subscribe to the story.",
		fix: "Correct the names. Only what stands in the `stories` of a destination can be detached there."
	},
	RUN012: {
		title: "Story is not detached",
		cause: "The manifest does not list the story under `detached`, so there is nothing to reattach.",
		fix: "Nothing to do. A destination that detached a story by tag reattaches it by removing the tag `detached-from-sync`."
	},
	RUN013: {
		title: "Manifest cannot be edited safely",
		cause: "Because of anchors, merge keys or an unusual layout, the edit would change something else as well.",
		fix: "Nothing was written. Make the change by hand; the hint says where and what."
	},
	RUN014: {
		title: "Detached by default",
		cause: "The story is detached under `defaults`, for other destinations as well. A destination cannot take a default back.",
		fix: "Take the story out of `defaults` and detach it by name where it should stay detached, or reattach it everywhere in one command."
	},
	RUN015: {
		title: "Manifest cannot be written",
		cause: "The file may not be written, lies outside the repository, or somebody else changed it while the command ran or is about to.",
		fix: "Make the file writable, or run the command again. The manifest is as it was."
	},
	RUN016: {
		title: "Possible loss is unknown",
		cause: "A destination could not be read, so `reattach` cannot say what the next sync would overwrite there. The manifest was not edited.",
		fix: "Fix what the message names, or decide without knowing: `storysync reattach --offline`."
	},
	RUN017: {
		title: "Story is in the catalogue already",
		cause: "A story was to be added under a key or with an id that another story of the manifest has.",
		fix: "Choose another key, or leave the story out."
	},
	RUN018: {
		title: "Destination is not held",
		cause: "The manifest has no `hold` there, so there is nothing to release.",
		fix: "Nothing to do. `storysync status` lists what is held."
	},
	RUN019: {
		title: "Held by default",
		cause: "`defaults` holds the whole fleet. One destination cannot be let go while it does.",
		fix: "Release the fleet with `storysync release --destination '*'`, after holding by name what shall stay held."
	},
	RUN020: {
		title: "Option needs --live",
		cause: "`storysync status` without --live asks no tenant: it tells what is recorded. --refresh then has nothing to read, and with --no-state there is nothing to tell.",
		fix: "Add --live to ask the tenants, or leave the option out."
	},
	RUN025: {
		title: "Another number would be deleted",
		cause: "The number given with --prune is missing, or is not the number of stories and of sync destinations of the vendor left behind that may be deleted.",
		fix: "Look at each that the message names, then run the same command with the number it says. Nothing was pushed or deleted."
	},
	RUN026: {
		title: "Nowhere to keep a copy of what --prune deletes",
		cause: "The run keeps no state: --no-state was given, or the manifest is not inside a usable git repository.",
		fix: "Run it inside a clone of the repository, without --no-state."
	},
	RUN027: {
		title: "Something else is left behind than the plan says",
		cause: "Since the plan was made, a story or a sync destination left behind was changed, removed or added, or one that had to stay may be deleted now.",
		fix: "Make a new plan, look at its \"left behind\", then run `sync --plan` with --prune again."
	},
	RUN028: {
		title: "A destination was not looked at for --prune",
		cause: "The destination could not be read, so what is left behind there is not known and nothing was deleted.",
		fix: "See why it could not be read, then run again with --prune."
	},
	RUN029: {
		title: "Another number of copies would be deleted",
		cause: "The number given with --prune-stories is missing, or is not the number of stories that the sync destinations to be deleted carry.",
		fix: "Look at each copy that the message names, then run the same command with the number it says, or without --prune-stories to keep them. Nothing was pushed or deleted."
	},
	RUN030: {
		title: "Destination is not asked",
		cause: "The manifest sends a key where the manifest at the tip of the default branch does not: tenant URL, team and key name must stand there together. The destination is planned from git and recorded state.",
		fix: "Merge the change into the default branch. From then on the key is used."
	},
	RUN031: {
		title: "Default branch is not known",
		cause: "In CI a key is used only where the default branch of the remote uses it. The remote did not say which branch that is, or its manifest there is missing, invalid or cannot be read.",
		fix: "Let the job read the repository: `contents: read`, an https remote, a token in STORYSYNC_GIT_TOKEN. Where nobody else can change the files, `--trust-worktree` does without."
	},
	RUN032: {
		title: "Not the head of the default branch",
		cause: "In CI a sync or an export was started on another branch, a tag, a proposal or an old commit, or `--at` names a commit that the default branch does not have.",
		fix: "Merge first, or start the run on the default branch. Nothing was asked or written."
	},
	RUN033: {
		title: "Origin is not asked",
		cause: "The origin at hand is not the one of the manifest at the tip of the default branch.",
		fix: "Merge the change into the default branch. From then on the key is used."
	},
	RUN035: {
		title: "Git cannot tell whether the files are committed",
		cause: "The repository keeps its objects under sha256 names or its branches in a reftable, or objects of the commit are missing or damaged here. That proves neither a difference nor equality: in CI a sync is refused, by hand it records no commit.",
		fix: "Use a full clone of a repository with sha1 names (`git init --object-format=sha1 --ref-format=files`). `validate`, `plan`, `export` without `--commit`, `status --live` and, outside CI, `sync --no-state` work all the same."
	},
	RUN038: {
		title: "The state key cannot be used",
		cause: "A key in `STORYSYNC_STATE_KEY` (the Action’s input `state-key`) is shorter than 32 characters, or there are more than two.",
		fix: "Make one with `openssl rand -hex 32`. While keys are changed give the new one and the old one, separated by a blank, a comma or a line: the first signs, both are accepted."
	},
	RUN039: {
		title: "The plan is not signed with the state key",
		cause: "A state key is given, and the plan carries no valid signature of it: it was made without the key, for another repository, or changed since.",
		fix: "Make the plan in a run that has the same state key: `storysync plan --out plan.json`."
	},
	RUN042: {
		title: "Another file in place of the manifest",
		cause: "The file is a story export, a plan, a report, a workflow or the like, and no manifest.",
		fix: "Name the manifest with --manifest (default `sync.yaml`)."
	},
	RUN043: {
		title: "The trace cannot be written",
		cause: "The file of `--trace` is there already, or its folder does not exist or may not be written.",
		fix: "Name a file that does not exist yet, in a folder that does. Nothing was asked."
	},
	RUN050: {
		title: "The override is for another plan",
		cause: "The digest given with `--override-rollout` is not that of the plan that this run made: git or a destination changed since, or the selectors are others.",
		fix: "Look at the plan again, with the same selectors, and give the digest that it shows. Nothing was pushed."
	},
	RUN051: {
		title: "There is no rollout to override",
		cause: "`--override-rollout` was given, and the manifest has no `rollout`: nothing waits for one.",
		fix: "Run the sync without it. A hold, a detachment or a pin is taken out of the manifest instead."
	},
	RUN061: {
		title: "Destination is not pinned",
		cause: "`unpin` names a destination that has no `pin` in the manifest, or the fleet, and `defaults` has none.",
		fix: "Nothing to do. `storysync status` lists what is pinned."
	},
	RUN062: {
		title: "Pinned by default",
		cause: "`unpin` names a destination without a pin of its own that `defaults` pins. There is nothing to write that would take it back for one of them.",
		fix: "Unpin the fleet with `storysync unpin --destination '*'`, after pinning by name what shall stay pinned."
	},
	RUN063: {
		title: "Destination is pinned already",
		cause: "`rollback` names a destination that a pin keeps where it is: its last sync brought the pinned commit, so the commit before that is no step back. Or the new commit would move stories that were not named, for a destination has one pin.",
		fix: "Say where to with --to, for all stories that are pinned; or take the pin out first with `storysync unpin`."
	},
	RUN064: {
		title: "Where to go back to is not known",
		cause: "Recorded state does not tell which commit the destination had before its last sync.",
		fix: "Name the commit or the tag with --to."
	},
	RUN065: {
		title: "The stories cannot be pinned to that commit",
		cause: "The commit is no part of the default branch, or lacks a story that was named, or holds one that cannot be used.",
		fix: "Name another commit with --to, or other stories with --story. Nothing was changed."
	},
	RUN066: {
		title: "The engine of the destination cannot do that",
		cause: "Under `engine: native` the vendor carries the stories of a destination as they are live at the origin, so nothing can be detached, pinned, taken back or compared story by story; and only there a key is handed over, so only there `rotate` has anything to do.",
		fix: "Hold the destination, take the story off its list, or change its `engine`. Nothing was changed."
	},
	RUN080: {
		title: "Nobody was told",
		cause: "The message about what the run changed was not taken at `notify-url`: there was no answer in time, no connection, or an answer other than 2xx, also at the second attempt where one makes sense.",
		fix: "Correct the address, or the server there. The run is not affected. A sync does not repeat the message, and the report has all of it; a scheduled plan tells the same once more the next time."
	},
	RUN090: {
		title: "Status file does not count",
		cause: "A file given to `report` is not the status file of a sync with a shard, or one of another commit, manifest or run, or tells of what its part of the fleet does not have, or with a state key is not signed with it.",
		fix: "Give the status files that the shards of this very run left, and no others. The others count all the same."
	},
	RUN091: {
		title: "Shard left no status file",
		cause: "The job of a shard was killed, or ended before its sync, or its status file was not handed on.",
		fix: "See how that job ended, and run the sync again. Its pairs are reported as `not_reached`; what it did is recorded."
	},
	RUN092: {
		title: "Status files cannot be merged",
		cause: "The status files given to `report` are of different numbers of shards or of several runs, or there are too many.",
		fix: "Give those that the shards of one run left."
	}
};

// src/diagnostics/catalogue/state.ts
const stateCodes = {
	STA001: {
		title: "Recorded state is not readable",
		cause: "A file on the state branch is not JSON, or not in the shape storysync writes: it was edited by hand or damaged.",
		fix: "Nothing needs to be done: the destination is compared in full, and the next sync writes the file anew. Where it is rollout.json, rings pass anew by what is recorded of their destinations; where it is told.json, the same is told once more."
	},
	STA002: {
		title: "Recorded state has another format",
		cause: "A newer or an older storysync wrote the state.",
		fix: "Older: nothing needs to be done, the destination is compared in full and the next sync rebuilds its state. Newer: use the same version of storysync everywhere; until then the destination is compared in full, and a sync writes its state in the older format."
	},
	STA003: {
		title: "Recorded state belongs to another destination",
		cause: "The destination was renamed, or its tenant URL or team was changed in the manifest, since the state was written.",
		fix: "Nothing needs to be done if the change was meant: the destination is compared in full."
	},
	STA004: {
		title: "No git repository for the state branch",
		cause: "The folder is not inside a git work tree, or the repository uses a storage format storysync does not read.",
		fix: "Run storysync inside a clone of the repository, or run it with --no-state."
	},
	STA005: {
		title: "The state branch is checked out",
		cause: "A work tree of this repository is on the state branch; moving the branch would make that work tree look edited.",
		fix: "Check out another branch there. Until then no recorded state is used or kept."
	},
	STA006: {
		title: "The state branch is locked",
		cause: "Another process is moving the state branch, or a git that was stopped left its lock file behind. The lock of a storysync that was stopped is taken over.",
		fix: "Run the command again when the other one has ended. If no git is at work, delete the lock file that the message names."
	},
	STA007: {
		title: "The state branch cannot be read or written",
		cause: "Objects of the branch are missing (a partial clone), a file system error, or something of its name is in the way.",
		fix: "Look at the clone with `git fsck`; check free space and permissions of the .git folder. A fresh clone starts anew."
	},
	STA008: {
		title: "Not a branch name",
		cause: "The name given for the state branch is not one that git allows.",
		fix: "Use a name such as \"storysync/state\", without spaces, \"..\" and the characters ~ ^ : ? * [."
	},
	STA009: {
		title: "The author of commits is not readable",
		cause: "STORYSYNC_GIT_AUTHOR is set, and is not of the form \"Name <mail>\".",
		fix: "Write it like this: STORYSYNC_GIT_AUTHOR=\"Ann Example <ann@example.com>\", or leave it out."
	},
	STA010: {
		title: "The remote gives no access to the state",
		cause: "The remote answered 401, 403 or 404: no token was sent, or one that may not read the repository, or may not push to it.",
		fix: "In GitHub Actions give the job \"contents: write\"; elsewhere set STORYSYNC_GIT_TOKEN. Until then state stays in this clone."
	},
	STA011: {
		title: "The remote refuses the state branch",
		cause: "A hook or a rule of the server, such as branch protection, does not let storysync push the state branch.",
		fix: "Exempt the state branch from the rule. Until then state stays in this clone."
	},
	STA012: {
		title: "The remote cannot be used for state",
		cause: "It is reached by ssh or lies in a folder, it is http without encryption, or its pushes go to another address: storysync shares state over https only. Or there are several remotes, and nothing says which is meant.",
		fix: "Fetch the state branch before a run and push it after, with the two commands that the message names; or add an https address."
	},
	STA013: {
		title: "The remote with the state does not answer",
		cause: "No connection, no answer in time, or a server error. State stays in this clone.",
		fix: "Run the same command again later: the next run that reaches the remote shares what is kept here."
	},
	STA014: {
		title: "The remote with the state gives a wrong answer",
		cause: "It redirects to another address, or does not answer like a git server.",
		fix: "Correct the address of the remote (\"git remote set-url\"). Until then state stays in this clone."
	},
	STA015: {
		title: "Other runs kept moving the state branch",
		cause: "Each time that this run was about to push its state, another one was faster.",
		fix: "Run the same command again: the state is kept in this clone and goes with the next push."
	},
	STA016: {
		title: "How far behind is not known",
		cause: "The clone is shallow: the commits between what a destination has and what git asks for are not all in it.",
		fix: "Fetch them: `git fetch --unshallow`, or `fetch-depth: 0` for actions/checkout. All else that status says holds."
	},
	STA017: {
		title: "No lease is shared",
		cause: "A run tells others which destinations it writes to, on a branch beside the state branch. This one could not: there is no remote that it may push to, or it was told to leave it alone. Only runs of the same clone are kept apart.",
		fix: "Give the job permission to push (in GitHub Actions `contents: write`), and the workflow a `concurrency` group, so that one run syncs at a time."
	},
	STA020: {
		title: "Recorded state is not signed with the state key",
		cause: "A state key is given, and files on the state branch carry no valid signature of it: they were written without a key or with another one, for another repository, tenant or team, or by somebody who may push the branch.",
		fix: "Nothing needs to be done where the key is new or was changed: the destinations are compared in full, and the next sync signs their state. Else see who wrote the branch: `git log storysync/state`. Where it is rollout.json, rings pass anew by what is recorded of their destinations."
	},
	STA021: {
		title: "Recorded state is an older version put back",
		cause: "A file on the state branch is signed, and the history of the branch holds a newer one that is signed as well: somebody put an older file in its place.",
		fix: "See who did: `git log storysync/state`. The destinations are compared in full, and the next sync writes their state anew; where it is rollout.json, rings pass anew by what is recorded of their destinations."
	},
	STA022: {
		title: "Signed state is left as it is",
		cause: "The state of a destination is signed, and this run has no state key: what it wrote would not be believed.",
		fix: "Give the run the state key: `STORYSYNC_STATE_KEY`, or the Action’s input `state-key`. What this run did is found by the next one that has it."
	},
	STA023: {
		title: "The progress of the rollout is unverified",
		cause: "The manifest has a rollout, and the run has no state key: which rings have passed is read from the state branch without knowing who wrote it there. Whoever may write that branch may open a ring before its time. He cannot open a window, a hold, a pin or a pair that is taken out of the sync.",
		fix: "Give the run the state key: `STORYSYNC_STATE_KEY`, or the Action’s input `state-key`. And let nobody but storysync write the state branch (docs/state.md)."
	},
	STA024: {
		title: "A rollout without recorded state",
		cause: "The manifest has a rollout, and the run was told to do without state, or there is no git repository to keep it in: nothing says which rings passed before, and what passes in this run is known to it alone.",
		fix: "Run in a clone of the repository and without --no-state. Until then each run begins with the first ring."
	}
};

// src/diagnostics/catalogue/story.ts
const storyCodes = {
	STO001: {
		title: "Story file is too large",
		cause: "The file is larger than 50 MB; real story exports stay below 1 MB.",
		fix: "Check that the path names a story export. If it does, take large logos and notes out of the story."
	},
	STO002: {
		title: "Story file is not UTF-8 text",
		cause: "The file holds bytes that are not UTF-8: another encoding, an archive or an image.",
		fix: "Export the story again, or save the file as UTF-8."
	},
	STO003: {
		title: "Story file is not JSON",
		cause: "The text cannot be read as JSON: cut off, edited by hand, a merge conflict, or another kind of file.",
		fix: "Fix the place shown, or export the story again."
	},
	STO004: {
		title: "A number would be changed by reading it",
		cause: "JSON numbers are read as doubles; this one has more digits than a double holds.",
		fix: "Write it as a string, or use a number below 2^53."
	},
	STO005: {
		title: "Story file is nested too deeply",
		cause: "Arrays and objects stand inside each other more than 200 levels deep.",
		fix: "Check that the file is a story export; real ones nest about 14 levels."
	},
	STO006: {
		title: "A key appears twice in one object",
		cause: "Of two equal keys most programs keep the last one silently, so the file may not mean what it seems to say.",
		fix: "Remove one of the two; a merge by hand may have left both."
	},
	STO007: {
		title: "File is not a story export",
		cause: "The file is JSON or text of another kind: a web page, an API answer, a list.",
		fix: "Export the story from Tines and use that file."
	},
	STO008: {
		title: "Story field is missing or has the wrong shape",
		cause: "Every export has \"name\", \"guid\", \"agents\" and \"links\"; one of them is missing or is not what it should be.",
		fix: "Fix the field, or export the story again."
	},
	STO009: {
		title: "Action is incomplete",
		cause: "Every action has \"type\", \"name\", \"guid\" and an \"options\" object.",
		fix: "Fix the action, or export the story again."
	},
	STO010: {
		title: "Two actions have the same guid",
		cause: "An action was copied inside the file; actions are told apart by guid.",
		fix: "Give one of them another guid of 32 hex digits, or copy the action in Tines and export again."
	},
	STO011: {
		title: "Link leads to no action",
		cause: "Links name actions by their position in \"agents\"; this one names a position that is not there.",
		fix: "Remove the link, or correct \"source\" and \"receiver\". Positions count from 0."
	},
	STO012: {
		title: "Guid has an unusual form",
		cause: "Guids are 32 hex digits. Tenants were seen to refuse an import with another form.",
		fix: "Replace the guid everywhere in the file by 32 hex digits, or export the story again."
	},
	STO013: {
		title: "A placeholder stands for no address of the story",
		cause: "Where a story quotes its own webhook or page, its file holds `storysync:destination-owned:<option>:<guid of the action>`. The guid or the option belongs to no webhook, page or MCP server of the story, so a push could put nothing in its place.",
		fix: "Export the story again, or correct the placeholder."
	},
	STO014: {
		title: "A story calls itself at a fixed host",
		cause: "A URL of the story leads to its own webhook or page at a host that is written out. A push replaces path and secret by those of the destination; the host stays, so that the copy would call another tenant, with its own secret.",
		fix: "Write `https://<<META.tenant.domain>>/…` in Tines: each tenant puts its own domain there. In a note or description it may stay."
	},
	STO015: {
		title: "A tenant will refuse this story",
		cause: "The file can be read, but no tenant could have exported it like this: a guid is quoted that no action has, a list is no list, the layout is not JSON, or the schema version or an action type has another form.",
		fix: "Correct the place shown, or export the story again."
	}
};

// src/diagnostics/catalogue/index.ts
/** Every code storysync can print. `docs/errors.md` is generated from it. Codes are never reused or renumbered. */
const catalogue = {
	...manifestCodes,
	...rolloutCodes,
	...nativeCodes,
	...keysCodes,
	...desiredCodes,
	...storyCodes,
	...recordsCodes,
	...stateCodes,
	...gitCodes,
	...runCodes,
	...gitCodes,
	...exportCodes,
	...initCodes,
	...diffCodes
};

// node_modules/jsonc-parser/lib/esm/impl/scanner.js
/**
* Creates a JSON scanner on the given text.
* If ignoreTrivia is set, whitespaces or comments are ignored.
*/
function createScanner(text, ignoreTrivia = false) {
	const len = text.length;
	let pos = 0, value = "", tokenOffset = 0, token = 16, lineNumber = 0, lineStartOffset = 0, tokenLineStartOffset = 0, prevTokenLineStartOffset = 0, scanError = 0;
	function scanHexDigits(count, exact) {
		let digits = 0;
		let value = 0;
		while (digits < count || !exact) {
			let ch = text.charCodeAt(pos);
			if (ch >= 48 && ch <= 57) value = value * 16 + ch - 48;
			else if (ch >= 65 && ch <= 70) value = value * 16 + ch - 65 + 10;
			else if (ch >= 97 && ch <= 102) value = value * 16 + ch - 97 + 10;
			else break;
			pos++;
			digits++;
		}
		if (digits < count) value = -1;
		return value;
	}
	function setPosition(newPosition) {
		pos = newPosition;
		value = "";
		tokenOffset = 0;
		token = 16;
		scanError = 0;
	}
	function scanNumber() {
		let start = pos;
		if (text.charCodeAt(pos) === 48) pos++;
		else {
			pos++;
			while (pos < text.length && isDigit(text.charCodeAt(pos))) pos++;
		}
		if (pos < text.length && text.charCodeAt(pos) === 46) {
			pos++;
			if (pos < text.length && isDigit(text.charCodeAt(pos))) {
				pos++;
				while (pos < text.length && isDigit(text.charCodeAt(pos))) pos++;
			} else {
				scanError = 3;
				return text.substring(start, pos);
			}
		}
		let end = pos;
		if (pos < text.length && (text.charCodeAt(pos) === 69 || text.charCodeAt(pos) === 101)) {
			pos++;
			if (pos < text.length && text.charCodeAt(pos) === 43 || text.charCodeAt(pos) === 45) pos++;
			if (pos < text.length && isDigit(text.charCodeAt(pos))) {
				pos++;
				while (pos < text.length && isDigit(text.charCodeAt(pos))) pos++;
				end = pos;
			} else scanError = 3;
		}
		return text.substring(start, end);
	}
	function scanString() {
		let result = "", start = pos;
		while (true) {
			if (pos >= len) {
				result += text.substring(start, pos);
				scanError = 2;
				break;
			}
			const ch = text.charCodeAt(pos);
			if (ch === 34) {
				result += text.substring(start, pos);
				pos++;
				break;
			}
			if (ch === 92) {
				result += text.substring(start, pos);
				pos++;
				if (pos >= len) {
					scanError = 2;
					break;
				}
				switch (text.charCodeAt(pos++)) {
					case 34:
						result += "\"";
						break;
					case 92:
						result += "\\";
						break;
					case 47:
						result += "/";
						break;
					case 98:
						result += "\b";
						break;
					case 102:
						result += "\f";
						break;
					case 110:
						result += "\n";
						break;
					case 114:
						result += "\r";
						break;
					case 116:
						result += "	";
						break;
					case 117:
						const ch3 = scanHexDigits(4, true);
						if (ch3 >= 0) result += String.fromCharCode(ch3);
						else scanError = 4;
						break;
					default: scanError = 5;
				}
				start = pos;
				continue;
			}
			if (ch >= 0 && ch <= 31) {
				if (isLineBreak(ch)) {
					result += text.substring(start, pos);
					scanError = 2;
					break;
				} else scanError = 6;
			}
			pos++;
		}
		return result;
	}
	function scanNext() {
		value = "";
		scanError = 0;
		tokenOffset = pos;
		lineStartOffset = lineNumber;
		prevTokenLineStartOffset = tokenLineStartOffset;
		if (pos >= len) {
			tokenOffset = len;
			return token = 17;
		}
		let code = text.charCodeAt(pos);
		if (isWhiteSpace(code)) {
			do {
				pos++;
				value += String.fromCharCode(code);
				code = text.charCodeAt(pos);
			} while (isWhiteSpace(code));
			return token = 15;
		}
		if (isLineBreak(code)) {
			pos++;
			value += String.fromCharCode(code);
			if (code === 13 && text.charCodeAt(pos) === 10) {
				pos++;
				value += "\n";
			}
			lineNumber++;
			tokenLineStartOffset = pos;
			return token = 14;
		}
		switch (code) {
			case 123:
				pos++;
				return token = 1;
			case 125:
				pos++;
				return token = 2;
			case 91:
				pos++;
				return token = 3;
			case 93:
				pos++;
				return token = 4;
			case 58:
				pos++;
				return token = 6;
			case 44:
				pos++;
				return token = 5;
			case 34:
				pos++;
				value = scanString();
				return token = 10;
			case 47:
				const start = pos - 1;
				if (text.charCodeAt(pos + 1) === 47) {
					pos += 2;
					while (pos < len) {
						if (isLineBreak(text.charCodeAt(pos))) break;
						pos++;
					}
					value = text.substring(start, pos);
					return token = 12;
				}
				if (text.charCodeAt(pos + 1) === 42) {
					pos += 2;
					const safeLength = len - 1;
					let commentClosed = false;
					while (pos < safeLength) {
						const ch = text.charCodeAt(pos);
						if (ch === 42 && text.charCodeAt(pos + 1) === 47) {
							pos += 2;
							commentClosed = true;
							break;
						}
						pos++;
						if (isLineBreak(ch)) {
							if (ch === 13 && text.charCodeAt(pos) === 10) pos++;
							lineNumber++;
							tokenLineStartOffset = pos;
						}
					}
					if (!commentClosed) {
						pos++;
						scanError = 1;
					}
					value = text.substring(start, pos);
					return token = 13;
				}
				value += String.fromCharCode(code);
				pos++;
				return token = 16;
			case 45:
				value += String.fromCharCode(code);
				pos++;
				if (pos === len || !isDigit(text.charCodeAt(pos))) return token = 16;
			case 48:
			case 49:
			case 50:
			case 51:
			case 52:
			case 53:
			case 54:
			case 55:
			case 56:
			case 57:
				value += scanNumber();
				return token = 11;
			default:
				while (pos < len && isUnknownContentCharacter(code)) {
					pos++;
					code = text.charCodeAt(pos);
				}
				if (tokenOffset !== pos) {
					value = text.substring(tokenOffset, pos);
					switch (value) {
						case "true": return token = 8;
						case "false": return token = 9;
						case "null": return token = 7;
					}
					return token = 16;
				}
				value += String.fromCharCode(code);
				pos++;
				return token = 16;
		}
	}
	function isUnknownContentCharacter(code) {
		if (isWhiteSpace(code) || isLineBreak(code)) return false;
		switch (code) {
			case 125:
			case 93:
			case 123:
			case 91:
			case 34:
			case 58:
			case 44:
			case 47: return false;
		}
		return true;
	}
	function scanNextNonTrivia() {
		let result;
		do
			result = scanNext();
		while (result >= 12 && result <= 15);
		return result;
	}
	return {
		setPosition,
		getPosition: () => pos,
		scan: ignoreTrivia ? scanNextNonTrivia : scanNext,
		getToken: () => token,
		getTokenValue: () => value,
		getTokenOffset: () => tokenOffset,
		getTokenLength: () => pos - tokenOffset,
		getTokenStartLine: () => lineStartOffset,
		getTokenStartCharacter: () => tokenOffset - prevTokenLineStartOffset,
		getTokenError: () => scanError
	};
}
function isWhiteSpace(ch) {
	return ch === 32 || ch === 9;
}
function isLineBreak(ch) {
	return ch === 10 || ch === 13;
}
function isDigit(ch) {
	return ch >= 48 && ch <= 57;
}
var CharacterCodes;
(function(CharacterCodes) {
	CharacterCodes[CharacterCodes["lineFeed"] = 10] = "lineFeed";
	CharacterCodes[CharacterCodes["carriageReturn"] = 13] = "carriageReturn";
	CharacterCodes[CharacterCodes["space"] = 32] = "space";
	CharacterCodes[CharacterCodes["_0"] = 48] = "_0";
	CharacterCodes[CharacterCodes["_1"] = 49] = "_1";
	CharacterCodes[CharacterCodes["_2"] = 50] = "_2";
	CharacterCodes[CharacterCodes["_3"] = 51] = "_3";
	CharacterCodes[CharacterCodes["_4"] = 52] = "_4";
	CharacterCodes[CharacterCodes["_5"] = 53] = "_5";
	CharacterCodes[CharacterCodes["_6"] = 54] = "_6";
	CharacterCodes[CharacterCodes["_7"] = 55] = "_7";
	CharacterCodes[CharacterCodes["_8"] = 56] = "_8";
	CharacterCodes[CharacterCodes["_9"] = 57] = "_9";
	CharacterCodes[CharacterCodes["a"] = 97] = "a";
	CharacterCodes[CharacterCodes["b"] = 98] = "b";
	CharacterCodes[CharacterCodes["c"] = 99] = "c";
	CharacterCodes[CharacterCodes["d"] = 100] = "d";
	CharacterCodes[CharacterCodes["e"] = 101] = "e";
	CharacterCodes[CharacterCodes["f"] = 102] = "f";
	CharacterCodes[CharacterCodes["g"] = 103] = "g";
	CharacterCodes[CharacterCodes["h"] = 104] = "h";
	CharacterCodes[CharacterCodes["i"] = 105] = "i";
	CharacterCodes[CharacterCodes["j"] = 106] = "j";
	CharacterCodes[CharacterCodes["k"] = 107] = "k";
	CharacterCodes[CharacterCodes["l"] = 108] = "l";
	CharacterCodes[CharacterCodes["m"] = 109] = "m";
	CharacterCodes[CharacterCodes["n"] = 110] = "n";
	CharacterCodes[CharacterCodes["o"] = 111] = "o";
	CharacterCodes[CharacterCodes["p"] = 112] = "p";
	CharacterCodes[CharacterCodes["q"] = 113] = "q";
	CharacterCodes[CharacterCodes["r"] = 114] = "r";
	CharacterCodes[CharacterCodes["s"] = 115] = "s";
	CharacterCodes[CharacterCodes["t"] = 116] = "t";
	CharacterCodes[CharacterCodes["u"] = 117] = "u";
	CharacterCodes[CharacterCodes["v"] = 118] = "v";
	CharacterCodes[CharacterCodes["w"] = 119] = "w";
	CharacterCodes[CharacterCodes["x"] = 120] = "x";
	CharacterCodes[CharacterCodes["y"] = 121] = "y";
	CharacterCodes[CharacterCodes["z"] = 122] = "z";
	CharacterCodes[CharacterCodes["A"] = 65] = "A";
	CharacterCodes[CharacterCodes["B"] = 66] = "B";
	CharacterCodes[CharacterCodes["C"] = 67] = "C";
	CharacterCodes[CharacterCodes["D"] = 68] = "D";
	CharacterCodes[CharacterCodes["E"] = 69] = "E";
	CharacterCodes[CharacterCodes["F"] = 70] = "F";
	CharacterCodes[CharacterCodes["G"] = 71] = "G";
	CharacterCodes[CharacterCodes["H"] = 72] = "H";
	CharacterCodes[CharacterCodes["I"] = 73] = "I";
	CharacterCodes[CharacterCodes["J"] = 74] = "J";
	CharacterCodes[CharacterCodes["K"] = 75] = "K";
	CharacterCodes[CharacterCodes["L"] = 76] = "L";
	CharacterCodes[CharacterCodes["M"] = 77] = "M";
	CharacterCodes[CharacterCodes["N"] = 78] = "N";
	CharacterCodes[CharacterCodes["O"] = 79] = "O";
	CharacterCodes[CharacterCodes["P"] = 80] = "P";
	CharacterCodes[CharacterCodes["Q"] = 81] = "Q";
	CharacterCodes[CharacterCodes["R"] = 82] = "R";
	CharacterCodes[CharacterCodes["S"] = 83] = "S";
	CharacterCodes[CharacterCodes["T"] = 84] = "T";
	CharacterCodes[CharacterCodes["U"] = 85] = "U";
	CharacterCodes[CharacterCodes["V"] = 86] = "V";
	CharacterCodes[CharacterCodes["W"] = 87] = "W";
	CharacterCodes[CharacterCodes["X"] = 88] = "X";
	CharacterCodes[CharacterCodes["Y"] = 89] = "Y";
	CharacterCodes[CharacterCodes["Z"] = 90] = "Z";
	CharacterCodes[CharacterCodes["asterisk"] = 42] = "asterisk";
	CharacterCodes[CharacterCodes["backslash"] = 92] = "backslash";
	CharacterCodes[CharacterCodes["closeBrace"] = 125] = "closeBrace";
	CharacterCodes[CharacterCodes["closeBracket"] = 93] = "closeBracket";
	CharacterCodes[CharacterCodes["colon"] = 58] = "colon";
	CharacterCodes[CharacterCodes["comma"] = 44] = "comma";
	CharacterCodes[CharacterCodes["dot"] = 46] = "dot";
	CharacterCodes[CharacterCodes["doubleQuote"] = 34] = "doubleQuote";
	CharacterCodes[CharacterCodes["minus"] = 45] = "minus";
	CharacterCodes[CharacterCodes["openBrace"] = 123] = "openBrace";
	CharacterCodes[CharacterCodes["openBracket"] = 91] = "openBracket";
	CharacterCodes[CharacterCodes["plus"] = 43] = "plus";
	CharacterCodes[CharacterCodes["slash"] = 47] = "slash";
	CharacterCodes[CharacterCodes["formFeed"] = 12] = "formFeed";
	CharacterCodes[CharacterCodes["tab"] = 9] = "tab";
})(CharacterCodes || (CharacterCodes = {}));

// node_modules/jsonc-parser/lib/esm/impl/string-intern.js
const cachedSpaces = new Array(20).fill(0).map((_, index) => {
	return " ".repeat(index);
});
const maxCachedValues = 200;
const cachedBreakLinesWithSpaces = {
	" ": {
		"\n": new Array(maxCachedValues).fill(0).map((_, index) => {
			return "\n" + " ".repeat(index);
		}),
		"\r": new Array(maxCachedValues).fill(0).map((_, index) => {
			return "\r" + " ".repeat(index);
		}),
		"\r\n": new Array(maxCachedValues).fill(0).map((_, index) => {
			return "\r\n" + " ".repeat(index);
		})
	},
	"	": {
		"\n": new Array(maxCachedValues).fill(0).map((_, index) => {
			return "\n" + "	".repeat(index);
		}),
		"\r": new Array(maxCachedValues).fill(0).map((_, index) => {
			return "\r" + "	".repeat(index);
		}),
		"\r\n": new Array(maxCachedValues).fill(0).map((_, index) => {
			return "\r\n" + "	".repeat(index);
		})
	}
};

// node_modules/jsonc-parser/lib/esm/impl/parser.js
var ParseOptions;
(function(ParseOptions) {
	ParseOptions.DEFAULT = { allowTrailingComma: false };
})(ParseOptions || (ParseOptions = {}));
/**
* Parses the given text and returns the object the JSON content represents. On invalid input, the parser tries to be as fault tolerant as possible, but still return a result.
* Therefore always check the errors list to find out if the input was valid.
*/
function parse$1(text, errors = [], options = ParseOptions.DEFAULT) {
	let currentProperty = null;
	let currentParent = [];
	const previousParents = [];
	function onValue(value) {
		if (Array.isArray(currentParent)) currentParent.push(value);
		else if (currentProperty !== null) currentParent[currentProperty] = value;
	}
	visit$1(text, {
		onObjectBegin: () => {
			const object = {};
			onValue(object);
			previousParents.push(currentParent);
			currentParent = object;
			currentProperty = null;
		},
		onObjectProperty: (name) => {
			currentProperty = name;
		},
		onObjectEnd: () => {
			currentParent = previousParents.pop();
		},
		onArrayBegin: () => {
			const array = [];
			onValue(array);
			previousParents.push(currentParent);
			currentParent = array;
			currentProperty = null;
		},
		onArrayEnd: () => {
			currentParent = previousParents.pop();
		},
		onLiteralValue: onValue,
		onError: (error, offset, length) => {
			errors.push({
				error,
				offset,
				length
			});
		}
	}, options);
	return currentParent[0];
}
/**
* Parses the given text and returns a tree representation the JSON content. On invalid input, the parser tries to be as fault tolerant as possible, but still return a result.
*/
function parseTree$2(text, errors = [], options = ParseOptions.DEFAULT) {
	let currentParent = {
		type: "array",
		offset: -1,
		length: -1,
		children: [],
		parent: void 0
	};
	function ensurePropertyComplete(endOffset) {
		if (currentParent.type === "property") {
			currentParent.length = endOffset - currentParent.offset;
			currentParent = currentParent.parent;
		}
	}
	function onValue(valueNode) {
		currentParent.children.push(valueNode);
		return valueNode;
	}
	visit$1(text, {
		onObjectBegin: (offset) => {
			currentParent = onValue({
				type: "object",
				offset,
				length: -1,
				parent: currentParent,
				children: []
			});
		},
		onObjectProperty: (name, offset, length) => {
			currentParent = onValue({
				type: "property",
				offset,
				length: -1,
				parent: currentParent,
				children: []
			});
			currentParent.children.push({
				type: "string",
				value: name,
				offset,
				length,
				parent: currentParent
			});
		},
		onObjectEnd: (offset, length) => {
			ensurePropertyComplete(offset + length);
			currentParent.length = offset + length - currentParent.offset;
			currentParent = currentParent.parent;
			ensurePropertyComplete(offset + length);
		},
		onArrayBegin: (offset, length) => {
			currentParent = onValue({
				type: "array",
				offset,
				length: -1,
				parent: currentParent,
				children: []
			});
		},
		onArrayEnd: (offset, length) => {
			currentParent.length = offset + length - currentParent.offset;
			currentParent = currentParent.parent;
			ensurePropertyComplete(offset + length);
		},
		onLiteralValue: (value, offset, length) => {
			onValue({
				type: getNodeType(value),
				offset,
				length,
				parent: currentParent,
				value
			});
			ensurePropertyComplete(offset + length);
		},
		onSeparator: (sep, offset, length) => {
			if (currentParent.type === "property") {
				if (sep === ":") currentParent.colonOffset = offset;
				else if (sep === ",") ensurePropertyComplete(offset);
			}
		},
		onError: (error, offset, length) => {
			errors.push({
				error,
				offset,
				length
			});
		}
	}, options);
	const result = currentParent.children[0];
	if (result) delete result.parent;
	return result;
}
/**
* Finds the node at the given path in a JSON DOM.
*/
function findNodeAtLocation$1(root, path) {
	if (!root) return;
	let node = root;
	for (let segment of path) if (typeof segment === "string") {
		if (node.type !== "object" || !Array.isArray(node.children)) return;
		let found = false;
		for (const propertyNode of node.children) if (Array.isArray(propertyNode.children) && propertyNode.children[0].value === segment && propertyNode.children.length === 2) {
			node = propertyNode.children[1];
			found = true;
			break;
		}
		if (!found) return;
	} else {
		const index = segment;
		if (node.type !== "array" || index < 0 || !Array.isArray(node.children) || index >= node.children.length) return;
		node = node.children[index];
	}
	return node;
}
/**
* Parses the given text and invokes the visitor functions for each object, array and literal reached.
*/
function visit$1(text, visitor, options = ParseOptions.DEFAULT) {
	const _scanner = createScanner(text, false);
	const _jsonPath = [];
	let suppressedCallbacks = 0;
	function toNoArgVisit(visitFunction) {
		return visitFunction ? () => suppressedCallbacks === 0 && visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter()) : () => true;
	}
	function toOneArgVisit(visitFunction) {
		return visitFunction ? (arg) => suppressedCallbacks === 0 && visitFunction(arg, _scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter()) : () => true;
	}
	function toOneArgVisitWithPath(visitFunction) {
		return visitFunction ? (arg) => suppressedCallbacks === 0 && visitFunction(arg, _scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter(), () => _jsonPath.slice()) : () => true;
	}
	function toBeginVisit(visitFunction) {
		return visitFunction ? () => {
			if (suppressedCallbacks > 0) suppressedCallbacks++;
			else if (visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter(), () => _jsonPath.slice()) === false) suppressedCallbacks = 1;
		} : () => true;
	}
	function toEndVisit(visitFunction) {
		return visitFunction ? () => {
			if (suppressedCallbacks > 0) suppressedCallbacks--;
			if (suppressedCallbacks === 0) visitFunction(_scanner.getTokenOffset(), _scanner.getTokenLength(), _scanner.getTokenStartLine(), _scanner.getTokenStartCharacter());
		} : () => true;
	}
	const onObjectBegin = toBeginVisit(visitor.onObjectBegin), onObjectProperty = toOneArgVisitWithPath(visitor.onObjectProperty), onObjectEnd = toEndVisit(visitor.onObjectEnd), onArrayBegin = toBeginVisit(visitor.onArrayBegin), onArrayEnd = toEndVisit(visitor.onArrayEnd), onLiteralValue = toOneArgVisitWithPath(visitor.onLiteralValue), onSeparator = toOneArgVisit(visitor.onSeparator), onComment = toNoArgVisit(visitor.onComment), onError = toOneArgVisit(visitor.onError);
	const disallowComments = options && options.disallowComments;
	const allowTrailingComma = options && options.allowTrailingComma;
	function scanNext() {
		while (true) {
			const token = _scanner.scan();
			switch (_scanner.getTokenError()) {
				case 4:
					handleError(14);
					break;
				case 5:
					handleError(15);
					break;
				case 3:
					handleError(13);
					break;
				case 1:
					if (!disallowComments) handleError(11);
					break;
				case 2:
					handleError(12);
					break;
				case 6: handleError(16);
			}
			switch (token) {
				case 12:
				case 13:
					if (disallowComments) handleError(10);
					else onComment();
					break;
				case 16:
					handleError(1);
					break;
				case 15:
				case 14: break;
				default: return token;
			}
		}
	}
	function handleError(error, skipUntilAfter = [], skipUntil = []) {
		onError(error);
		if (skipUntilAfter.length + skipUntil.length > 0) {
			let token = _scanner.getToken();
			while (token !== 17) {
				if (skipUntilAfter.indexOf(token) !== -1) {
					scanNext();
					break;
				} else if (skipUntil.indexOf(token) !== -1) break;
				token = scanNext();
			}
		}
	}
	function parseString(isValue) {
		const value = _scanner.getTokenValue();
		if (isValue) onLiteralValue(value);
		else {
			onObjectProperty(value);
			_jsonPath.push(value);
		}
		scanNext();
		return true;
	}
	function parseLiteral() {
		switch (_scanner.getToken()) {
			case 11:
				const tokenValue = _scanner.getTokenValue();
				let value = Number(tokenValue);
				if (isNaN(value)) {
					handleError(2);
					value = 0;
				}
				onLiteralValue(value);
				break;
			case 7:
				onLiteralValue(null);
				break;
			case 8:
				onLiteralValue(true);
				break;
			case 9:
				onLiteralValue(false);
				break;
			default: return false;
		}
		scanNext();
		return true;
	}
	function parseProperty() {
		if (_scanner.getToken() !== 10) {
			handleError(3, [], [2, 5]);
			return false;
		}
		parseString(false);
		if (_scanner.getToken() === 6) {
			onSeparator(":");
			scanNext();
			if (!parseValue()) handleError(4, [], [2, 5]);
		} else handleError(5, [], [2, 5]);
		_jsonPath.pop();
		return true;
	}
	function parseObject() {
		onObjectBegin();
		scanNext();
		let needsComma = false;
		while (_scanner.getToken() !== 2 && _scanner.getToken() !== 17) {
			if (_scanner.getToken() === 5) {
				if (!needsComma) handleError(4, [], []);
				onSeparator(",");
				scanNext();
				if (_scanner.getToken() === 2 && allowTrailingComma) break;
			} else if (needsComma) handleError(6, [], []);
			if (!parseProperty()) handleError(4, [], [2, 5]);
			needsComma = true;
		}
		onObjectEnd();
		if (_scanner.getToken() !== 2) handleError(7, [2], []);
		else scanNext();
		return true;
	}
	function parseArray() {
		onArrayBegin();
		scanNext();
		let isFirstElement = true;
		let needsComma = false;
		while (_scanner.getToken() !== 4 && _scanner.getToken() !== 17) {
			if (_scanner.getToken() === 5) {
				if (!needsComma) handleError(4, [], []);
				onSeparator(",");
				scanNext();
				if (_scanner.getToken() === 4 && allowTrailingComma) break;
			} else if (needsComma) handleError(6, [], []);
			if (isFirstElement) {
				_jsonPath.push(0);
				isFirstElement = false;
			} else _jsonPath[_jsonPath.length - 1]++;
			if (!parseValue()) handleError(4, [], [4, 5]);
			needsComma = true;
		}
		onArrayEnd();
		if (!isFirstElement) _jsonPath.pop();
		if (_scanner.getToken() !== 4) handleError(8, [4], []);
		else scanNext();
		return true;
	}
	function parseValue() {
		switch (_scanner.getToken()) {
			case 3: return parseArray();
			case 1: return parseObject();
			case 10: return parseString(true);
			default: return parseLiteral();
		}
	}
	scanNext();
	if (_scanner.getToken() === 17) {
		if (options.allowEmptyContent) return true;
		handleError(4, [], []);
		return false;
	}
	if (!parseValue()) {
		handleError(4, [], []);
		return false;
	}
	if (_scanner.getToken() !== 17) handleError(9, [], []);
	return true;
}
function getNodeType(value) {
	switch (typeof value) {
		case "boolean": return "boolean";
		case "number": return "number";
		case "string": return "string";
		case "object":
			if (!value) return "null";
			else if (Array.isArray(value)) return "array";
			return "object";
		default: return "null";
	}
}

// node_modules/jsonc-parser/lib/esm/main.js
var ScanError;
(function(ScanError) {
	ScanError[ScanError["None"] = 0] = "None";
	ScanError[ScanError["UnexpectedEndOfComment"] = 1] = "UnexpectedEndOfComment";
	ScanError[ScanError["UnexpectedEndOfString"] = 2] = "UnexpectedEndOfString";
	ScanError[ScanError["UnexpectedEndOfNumber"] = 3] = "UnexpectedEndOfNumber";
	ScanError[ScanError["InvalidUnicode"] = 4] = "InvalidUnicode";
	ScanError[ScanError["InvalidEscapeCharacter"] = 5] = "InvalidEscapeCharacter";
	ScanError[ScanError["InvalidCharacter"] = 6] = "InvalidCharacter";
})(ScanError || (ScanError = {}));
var SyntaxKind;
(function(SyntaxKind) {
	SyntaxKind[SyntaxKind["OpenBraceToken"] = 1] = "OpenBraceToken";
	SyntaxKind[SyntaxKind["CloseBraceToken"] = 2] = "CloseBraceToken";
	SyntaxKind[SyntaxKind["OpenBracketToken"] = 3] = "OpenBracketToken";
	SyntaxKind[SyntaxKind["CloseBracketToken"] = 4] = "CloseBracketToken";
	SyntaxKind[SyntaxKind["CommaToken"] = 5] = "CommaToken";
	SyntaxKind[SyntaxKind["ColonToken"] = 6] = "ColonToken";
	SyntaxKind[SyntaxKind["NullKeyword"] = 7] = "NullKeyword";
	SyntaxKind[SyntaxKind["TrueKeyword"] = 8] = "TrueKeyword";
	SyntaxKind[SyntaxKind["FalseKeyword"] = 9] = "FalseKeyword";
	SyntaxKind[SyntaxKind["StringLiteral"] = 10] = "StringLiteral";
	SyntaxKind[SyntaxKind["NumericLiteral"] = 11] = "NumericLiteral";
	SyntaxKind[SyntaxKind["LineCommentTrivia"] = 12] = "LineCommentTrivia";
	SyntaxKind[SyntaxKind["BlockCommentTrivia"] = 13] = "BlockCommentTrivia";
	SyntaxKind[SyntaxKind["LineBreakTrivia"] = 14] = "LineBreakTrivia";
	SyntaxKind[SyntaxKind["Trivia"] = 15] = "Trivia";
	SyntaxKind[SyntaxKind["Unknown"] = 16] = "Unknown";
	SyntaxKind[SyntaxKind["EOF"] = 17] = "EOF";
})(SyntaxKind || (SyntaxKind = {}));
/**
* Parses the given text and returns the object the JSON content represents. On invalid input, the parser tries to be as fault tolerant as possible, but still return a result.
* Therefore, always check the errors list to find out if the input was valid.
*/
const parse = parse$1;
/**
* Parses the given text and returns a tree representation the JSON content. On invalid input, the parser tries to be as fault tolerant as possible, but still return a result.
*/
const parseTree$1 = parseTree$2;
/**
* Finds the node at the given path in a JSON DOM.
*/
const findNodeAtLocation = findNodeAtLocation$1;
/**
* Parses the given text and invokes the visitor functions for each object, array and literal reached.
*/
const visit = visit$1;
var ParseErrorCode;
(function(ParseErrorCode) {
	ParseErrorCode[ParseErrorCode["InvalidSymbol"] = 1] = "InvalidSymbol";
	ParseErrorCode[ParseErrorCode["InvalidNumberFormat"] = 2] = "InvalidNumberFormat";
	ParseErrorCode[ParseErrorCode["PropertyNameExpected"] = 3] = "PropertyNameExpected";
	ParseErrorCode[ParseErrorCode["ValueExpected"] = 4] = "ValueExpected";
	ParseErrorCode[ParseErrorCode["ColonExpected"] = 5] = "ColonExpected";
	ParseErrorCode[ParseErrorCode["CommaExpected"] = 6] = "CommaExpected";
	ParseErrorCode[ParseErrorCode["CloseBraceExpected"] = 7] = "CloseBraceExpected";
	ParseErrorCode[ParseErrorCode["CloseBracketExpected"] = 8] = "CloseBracketExpected";
	ParseErrorCode[ParseErrorCode["EndOfFileExpected"] = 9] = "EndOfFileExpected";
	ParseErrorCode[ParseErrorCode["InvalidCommentToken"] = 10] = "InvalidCommentToken";
	ParseErrorCode[ParseErrorCode["UnexpectedEndOfComment"] = 11] = "UnexpectedEndOfComment";
	ParseErrorCode[ParseErrorCode["UnexpectedEndOfString"] = 12] = "UnexpectedEndOfString";
	ParseErrorCode[ParseErrorCode["UnexpectedEndOfNumber"] = 13] = "UnexpectedEndOfNumber";
	ParseErrorCode[ParseErrorCode["InvalidUnicode"] = 14] = "InvalidUnicode";
	ParseErrorCode[ParseErrorCode["InvalidEscapeCharacter"] = 15] = "InvalidEscapeCharacter";
	ParseErrorCode[ParseErrorCode["InvalidCharacter"] = 16] = "InvalidCharacter";
})(ParseErrorCode || (ParseErrorCode = {}));

// src/json/locate.ts
/** Finds where values stand in a text that is known to be JSON. Slow (a syntax tree): make one only when there is something to report. */
function locatorOf(text) {
	const root = parseTree$1(text);
	return (path) => {
		for (let length = path.length; root !== void 0 && length >= 0; length--) {
			const node = findNodeAtLocation(root, path.slice(0, length));
			if (node !== void 0) return {
				start: node.offset,
				end: node.offset + node.length
			};
		}
		return {
			start: 0,
			end: text.length
		};
	};
}
/** Line and column of offsets into a text, from 1, in UTF-16 units as editors count. */
function linesOf(text) {
	const starts = [0];
	for (let at = text.indexOf("\n"); at !== -1; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
	return (offset) => {
		let [line, above] = [0, starts.length];
		while (above - line > 1) {
			const middle = line + above >> 1;
			if ((starts[middle] ?? 0) <= offset) line = middle;
			else above = middle;
		}
		return {
			line: line + 1,
			column: offset - (starts[line] ?? 0) + 1
		};
	};
}
function lineColumn(text, offset) {
	return linesOf(text)(offset);
}
/** Where a text stops being JSON; undefined when that cannot be told. */
function findSyntaxError(text) {
	const errors = [];
	try {
		parse(text, errors, {
			disallowComments: true,
			allowTrailingComma: false,
			allowEmptyContent: false
		});
	} catch (error) {
		if (!(error instanceof RangeError)) throw error;
	}
	return errors[0]?.offset;
}
/** The first key that an object holds twice. */
function findDuplicateKey(text) {
	const open = [];
	let found;
	visit(text, {
		onObjectBegin: () => {
			open.push(/* @__PURE__ */ new Set());
		},
		onObjectEnd: () => {
			open.pop();
		},
		onObjectProperty: (key, offset) => {
			const keys = open.at(-1);
			if (keys?.has(key) === true) found ??= {
				key,
				offset
			};
			keys?.add(key);
		}
	});
	return found;
}

// src/json/number.ts
const LITERAL = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;
/**
* Whether reading a JSON number as a double and writing it again keeps its value. Only integers must be exact:
* a fraction such as 0.1 has no exact double anyway, but it must not overflow or vanish.
*/
function survivesReading(literal) {
	if (literal.length <= 15 && !/[eE]/.test(literal)) return true;
	const value = Number(literal);
	if (!Number.isFinite(value)) return false;
	const written = decimal(literal);
	if (written.digits === "") return true;
	if (value === 0) return false;
	if (written.exponent < 0) return true;
	const again = decimal(String(value));
	const exact = BigInt(value < 0 ? -value : value).toString();
	return again.digits === written.digits && again.exponent === written.exponent && trimZeros(exact) === written.digits;
}
/** digits x 10^exponent, without leading and trailing zeros; the sign never matters here. */
function decimal(literal) {
	const [, whole = "", fraction = "", power = "0"] = LITERAL.exec(literal) ?? [];
	const all = `${whole}${fraction}`.replace(/^0+/, "");
	const digits = trimZeros(all);
	return {
		digits,
		exponent: Number(power) - fraction.length + (all.length - digits.length)
	};
}
function trimZeros(digits) {
	let end = digits.length;
	while (end > 0 && digits[end - 1] === "0") end--;
	return digits.slice(0, end);
}

// src/json/scan.ts
const QUOTE = 34;
const BACKSLASH = 92;
/** One pass over the text, jumping from string to string. The text may be no JSON at all: then only `tooDeepAt` means something. */
function scanJson(text, maxDepth) {
	let depth = 0;
	let keys = 0;
	let inexactAt;
	for (let at = 0; at < text.length; at++) {
		const code = text.charCodeAt(at);
		if (code === QUOTE) {
			at = endOfString(text, at);
			if (isKey(text, at + 1)) keys++;
		} else if (code === 123 || code === 91) {
			if (++depth > maxDepth) return {
				tooDeepAt: at,
				keys,
				...inexactAt === void 0 ? {} : { inexactAt }
			};
		} else if (code === 125 || code === 93) depth--;
		else if (code === 45 || code >= 48 && code <= 57) {
			const end = endOfNumber(text, at);
			if (inexactAt === void 0 && !survivesReading(text.slice(at, end))) inexactAt = at;
			at = end - 1;
		}
	}
	return {
		keys,
		...inexactAt === void 0 ? {} : { inexactAt }
	};
}
/** The closing quote, or the end of the text. */
function endOfString(text, start) {
	for (let end = text.indexOf("\"", start + 1); end !== -1; end = text.indexOf("\"", end + 1)) {
		let before = end - 1;
		while (text.charCodeAt(before) === BACKSLASH) before--;
		if ((end - before) % 2 === 1) return end;
	}
	return text.length;
}
function isKey(text, from) {
	let at = from;
	while (isSpace(text.charCodeAt(at))) at++;
	return text.charCodeAt(at) === 58;
}
function isSpace(code) {
	return code === 32 || code === 10 || code === 13 || code === 9;
}
function endOfNumber(text, start) {
	let at = start + 1;
	while (isNumberPart(text.charCodeAt(at))) at++;
	return at;
}
function isNumberPart(code) {
	return code >= 48 && code <= 57 || code === 46 || code === 43 || code === 45 || (code | 32) === 101;
}

// src/json/parse.ts
/** Real stories nest 14 deep. Beyond this, recursive code would be at risk. */
const MAX_DEPTH = 200;
/** JSON.parse that loses nothing: numbers that would be rounded, repeated keys and bottomless nesting are refused. */
function parseJson(text) {
	const scan = scanJson(text, 200);
	if (scan.tooDeepAt !== void 0) return fail({
		reason: "depth",
		message: `nested deeper than ${200} levels`,
		offset: scan.tooDeepAt
	});
	let value;
	try {
		value = JSON.parse(text);
	} catch (error) {
		if (!(error instanceof SyntaxError)) throw error;
		return fail(syntaxFailure(text));
	}
	if (scan.inexactAt !== void 0) return fail({
		reason: "number",
		message: "a number that cannot be kept exactly",
		offset: scan.inexactAt
	});
	if (scan.keys !== countKeys(value)) return fail(duplicateFailure(text));
	return {
		ok: true,
		value
	};
}
function fail(error) {
	return {
		ok: false,
		error
	};
}
function syntaxFailure(text) {
	if (text.trim() === "") return {
		reason: "syntax",
		message: "the text is empty",
		offset: 0
	};
	const offset = findSyntaxError(text);
	if (offset === void 0) return {
		reason: "syntax",
		message: "the text is not JSON"
	};
	return {
		reason: "syntax",
		message: offset >= text.trimEnd().length ? "the text ends too early" : "the text is not JSON from here on",
		offset
	};
}
function duplicateFailure(text) {
	const found = findDuplicateKey(text);
	if (found === void 0) return {
		reason: "duplicate_key",
		message: "an object holds one key twice"
	};
	return {
		reason: "duplicate_key",
		message: `an object holds the key ${JSON.stringify(found.key.slice(0, 60))} twice`,
		offset: found.offset
	};
}
function countKeys(value) {
	let count = 0;
	if (isArray(value)) {
		for (const entry of value) if (typeof entry === "object") count += countKeys(entry);
	} else if (isObject(value)) for (const key of Object.keys(value)) {
		count++;
		const entry = value[key];
		if (typeof entry === "object") count += countKeys(entry);
	}
	return count;
}

// src/story/importable.ts
/** Keys of a story that quote the guid of an action, or a list of them. */
const QUOTES = [
	"entry_agent_guid",
	"exit_agent_guid",
	"exit_agent_guids",
	"api_entry_action_guids",
	"api_exit_action_guids"
];
/** Lists whose entries quote one. */
const QUOTING_ENTRIES = [["pages", "agent_guid"], ["integrations", "action_guid"]];
const LISTS = [
	"tags",
	"recipients",
	"exit_agent_guids",
	"pages",
	"integrations",
	"diagram_notes"
];
/** What a tenant refuses in a file that we could work with: told before the push of every destination fails. */
function findRefusals(story) {
	const findings = [];
	const refuse = (path, message) => {
		findings.push({
			code: "STO015",
			severity: "warning",
			message,
			path
		});
	};
	if (!Number.isSafeInteger(story.schema_version)) refuse(versionPath(story), "\"schema_version\" should be a whole number");
	for (const key of LISTS) if (story[key] !== void 0 && !isArray(story[key])) refuse([key], `"${key}" of the story should be a list`);
	const { diagram_layout: layout } = story;
	if (layout !== void 0 && layout !== null && !isLayout(layout)) refuse(["diagram_layout"], "\"diagram_layout\" should be a text that holds a JSON object");
	const actions = isArray(story.agents) ? story.agents : [];
	for (const [index, action] of actions.entries()) if (isObject(action) && typeof action.type === "string" && !action.type.startsWith("Agents::")) refuse([
		"agents",
		index,
		"type"
	], `the type of action ${index + 1} should begin with "Agents::"`);
	const guids = new Set(allActions(story).map(({ action }) => action.guid));
	const check = (guid, path, name) => {
		if (typeof guid === "string" && guid !== "" && !guids.has(guid)) refuse(path, `"${name}" names no action of the story`);
	};
	for (const key of QUOTES) {
		const quoted = story[key];
		if (!isArray(quoted)) check(quoted, [key], key);
		else for (const [index, guid] of quoted.entries()) check(guid, [key, index], key);
	}
	for (const [list, key] of QUOTING_ENTRIES) {
		const entries = story[list];
		if (!isArray(entries)) continue;
		for (const [index, entry] of entries.entries()) if (isObject(entry)) check(entry[key], [
			list,
			index,
			key
		], key);
	}
	return findings;
}
function versionPath(story) {
	return "schema_version" in story ? ["schema_version"] : [];
}
function isLayout(layout) {
	const read = typeof layout === "string" ? parseJson(layout) : void 0;
	return read?.ok === true && isObject(read.value);
}

// src/story/shape.ts
/** Whether a value has all that the rest of storysync relies on. Everything else is carried through as it is. */
function isStory(value) {
	return !findShapeProblems(value).some(({ severity }) => severity === "error");
}
/** Every way in which a value is not a story. */
function findShapeProblems(value) {
	if (!isObject(value) || !("agents" in value)) return [otherFile(value)];
	const broken = [
		...checkStoryFields(value),
		...checkActions(value),
		...checkLinks(value)
	];
	return [
		...broken,
		...checkGuidForm(value),
		...broken.length > 0 ? [] : findRefusals(value)
	];
}
function otherFile(value) {
	const finding = {
		code: "STO007",
		severity: "error",
		path: []
	};
	if (isArray(value)) return {
		...finding,
		message: "this is a JSON list, not a story export"
	};
	if (!isObject(value)) return {
		...finding,
		message: "this is a single JSON value, not a story export"
	};
	const inner = [
		"data",
		"story",
		"export"
	].find((key) => {
		const entry = value[key];
		return isObject(entry) && "agents" in entry;
	});
	if (inner !== void 0) {
		const hint = `save only the value of "${inner}"`;
		return {
			...finding,
			message: `the story export is wrapped: it stands under "${inner}"`,
			hint
		};
	}
	return {
		...finding,
		message: "this is not a story export: it has no \"agents\" (the list of actions)"
	};
}
function checkStoryFields(story) {
	const findings = [];
	const report = (key, expected) => {
		const message = `"${key}" of the story should be ${expected}, found ${describe(story[key])}`;
		findings.push({
			code: "STO008",
			severity: "error",
			message,
			path: [key]
		});
	};
	if (!isFilled(story.name)) report("name", "a text that is not empty");
	if (!isFilled(story.guid)) report("guid", "a text of 32 hex digits");
	if (!isArray(story.agents)) report("agents", "a list of actions");
	if (!isArray(story.links)) report("links", "a list of links");
	return findings;
}
function checkActions(story) {
	if (!isArray(story.agents)) return [];
	const findings = [];
	const seen = /* @__PURE__ */ new Map();
	for (const [index, action] of story.agents.entries()) {
		findings.push(...checkAction(action, index));
		if (!isObject(action) || !isFilled(action.guid)) continue;
		const first = seen.get(action.guid);
		if (first !== void 0) {
			const message = `${titleOf(action, index)} has the same guid as action ${first + 1} of the file`;
			findings.push({
				code: "STO010",
				severity: "error",
				message,
				path: [
					"agents",
					index,
					"guid"
				]
			});
		}
		seen.set(action.guid, first ?? index);
	}
	return findings;
}
function checkAction(action, index) {
	const finding = {
		code: "STO009",
		severity: "error"
	};
	if (!isObject(action)) return [{
		...finding,
		message: `action ${index + 1} is ${describe(action)}, not an object`,
		path: ["agents", index]
	}];
	const wrong = (key, expected) => ({
		...finding,
		message: `${titleOf(action, index)}: "${key}" should be ${expected}, found ${describe(action[key])}`,
		path: [
			"agents",
			index,
			key
		]
	});
	return [
		...isFilled(action.type) ? [] : [wrong("type", "a text such as \"Agents::WebhookAgent\"")],
		...typeof action.name === "string" ? [] : [wrong("name", "a text")],
		...isFilled(action.guid) ? [] : [wrong("guid", "a text of 32 hex digits")],
		...isObject(action.options) ? [] : [wrong("options", "an object")]
	];
}
function checkLinks(story) {
	if (!isArray(story.links) || !isArray(story.agents)) return [];
	const count = story.agents.length;
	return story.links.flatMap((link, index) => {
		const finding = {
			code: "STO011",
			severity: "error"
		};
		if (!isObject(link)) return [{
			...finding,
			message: `link ${index + 1} is ${describe(link)}, not an object`,
			path: ["links", index]
		}];
		return ["source", "receiver"].flatMap((end) => {
			const position = link[end];
			if (Number.isInteger(position) && Number(position) >= 0 && Number(position) < count) return [];
			const found = typeof position === "number" ? String(position) : describe(position);
			const expected = count === 0 ? "the story has no actions" : `expected a position from 0 to ${count - 1}`;
			return [{
				...finding,
				message: `"${end}" of link ${index + 1} is ${found}; ${expected}`,
				path: [
					"links",
					index,
					end
				]
			}];
		});
	});
}
/** One warning per file: whoever writes guids by hand does it everywhere. */
function checkGuidForm(story) {
	const finding = {
		code: "STO012",
		severity: "warning"
	};
	if (isFilled(story.guid) && !isGuid(story.guid)) return [{
		...finding,
		message: "the guid of the story is not 32 hex digits",
		path: ["guid"]
	}];
	const agents = isArray(story.agents) ? story.agents : [];
	const index = agents.findIndex((action) => isObject(action) && isFilled(action.guid) && !isGuid(action.guid));
	const action = agents[index];
	if (!isObject(action)) return [];
	return [{
		...finding,
		message: `the guid of ${titleOf(action, index)} is not 32 hex digits`,
		path: [
			"agents",
			index,
			"guid"
		]
	}];
}
/** 32 hex digits, the only form seen in real exports. */
function isGuid(value) {
	return typeof value === "string" && /^[0-9a-f]{32}$/i.test(value);
}
function isFilled(value) {
	return typeof value === "string" && value !== "";
}
function titleOf(action, index) {
	return isFilled(action.name) ? `action ${index + 1} (${JSON.stringify(action.name)})` : `action ${index + 1}`;
}
/** The kind of a value, never the value: it may be a secret. */
function describe(value) {
	if (value === void 0) return "nothing";
	if (value === null) return "null";
	if (value === "") return "an empty text";
	if (isArray(value)) return "a list";
	if (isObject(value)) return "an object";
	return {
		string: "a text",
		number: "a number",
		boolean: "true or false"
	}[typeof value] ?? "another value";
}

// src/story/read.ts
const MAX_BYTES = 52428800;
const SYNTAX_CODES = {
	syntax: "STO003",
	number: "STO004",
	depth: "STO005",
	duplicate_key: "STO006"
};
/** Reads a story file of any schema version, minified or pretty. `file` is only used for places. */
function readStory(bytes, file) {
	const size = typeof bytes === "string" ? Buffer$1.byteLength(bytes) : bytes.length;
	if (size > MAX_BYTES) return { problems: [problemAt("STO001", `the file has ${Math.ceil(size / 1024 / 1024)} MB; a story file may have at most 50 MB`, "check that the path names a story export", file, 1)] };
	if (typeof bytes !== "string" && !isUtf8(bytes)) return { problems: [encodingProblem(bytes, file)] };
	const decoded = typeof bytes === "string" ? bytes : Buffer$1.from(bytes.buffer, bytes.byteOffset, size).toString("utf8");
	return readText(decoded.startsWith("﻿") ? decoded.slice(1) : decoded, file);
}
/** Shape check alone, for exports that came from a tenant. */
function parseStory(value) {
	return isStory(value) ? value : void 0;
}
function readText(text, file) {
	const parsed = parseJson(text);
	if (!parsed.ok) return { problems: [otherKindOfFile(text, file) ?? syntaxProblem(text, parsed.error, file)] };
	const findings = findShapeProblems(parsed.value);
	if (findings.length === 0 && isStory(parsed.value)) return {
		story: parsed.value,
		problems: []
	};
	const locate = locatorOf(text);
	const at = linesOf(text);
	const problems = findings.map(({ code, severity, message, hint, path }) => {
		const place = path.length === 0 ? {
			file,
			line: 1,
			column: 1
		} : placeOf(at, locate(path), file);
		return {
			code,
			severity,
			message,
			hint: hint ?? catalogue[code].fix,
			place,
			hideSource: true
		};
	});
	return isStory(parsed.value) ? {
		story: parsed.value,
		problems
	} : { problems };
}
/** People commit sign-in pages, pointers and half-merged files under a story's name. Say so instead of "not JSON". */
function otherKindOfFile(text, file) {
	const conflict = /^(?:<{7}|>{7})(?: |$)/m.exec(text);
	if (conflict !== null) {
		const { line } = lineColumn(text, conflict.index);
		return problemAt("STO003", "the file holds an unresolved merge conflict", "resolve the conflict", file, line);
	}
	const start = text.trimStart().slice(0, 200);
	if (start.startsWith("<")) return problemAt("STO007", "this is a web page (HTML or XML), not a story export", "a sign-in or error page may have been saved instead; export the story again", file, 1);
	if (start.startsWith("version https://git-lfs")) return problemAt("STO007", "this is a Git LFS pointer, not the file itself", "fetch it with \"git lfs pull\", or keep stories out of Git LFS", file, 1);
}
function syntaxProblem(text, failure, file) {
	const code = SYNTAX_CODES[failure.reason];
	const at = lineColumn(text, failure.offset ?? 0);
	return problemAt(code, `not a readable story file: ${failure.message}`, catalogue[code].fix, file, at.line, at.column);
}
function encodingProblem(bytes, file) {
	return problemAt("STO002", `the file is not UTF-8 text: ${bytes[0] === 255 && bytes[1] === 254 || bytes[0] === 254 && bytes[1] === 255 ? "it looks like UTF-16" : "it holds bytes of another encoding"}`, "save the file as UTF-8, or export the story again", file, firstBadLine(bytes));
}
function firstBadLine(bytes) {
	let line = 1;
	for (let start = 0; start < bytes.length; line++) {
		const newline = bytes.indexOf(10, start);
		const end = newline === -1 ? bytes.length : newline;
		if (!isUtf8(bytes.subarray(start, end))) return line;
		start = end + 1;
	}
	return line;
}
function placeOf(at, span, file) {
	const start = at(span.start);
	const end = at(span.end);
	return {
		file,
		...start,
		endLine: end.line,
		endColumn: end.column
	};
}
/** A line of a story may hold a token or a webhook's secret, and a minified one holds them all: never show it. */
function problemAt(code, message, hint, file, line, column = 1) {
	return {
		code,
		severity: "error",
		message,
		hint,
		place: {
			file,
			line,
			column
		},
		hideSource: true
	};
}

// node_modules/inherits/inherits_browser.js
var require_inherits_browser = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	if (typeof Object.create === "function") module.exports = function inherits(ctor, superCtor) {
		if (superCtor) {
			ctor.super_ = superCtor;
			ctor.prototype = Object.create(superCtor.prototype, { constructor: {
				value: ctor,
				enumerable: false,
				writable: true,
				configurable: true
			} });
		}
	};
	else module.exports = function inherits(ctor, superCtor) {
		if (superCtor) {
			ctor.super_ = superCtor;
			var TempCtor = function() {};
			TempCtor.prototype = superCtor.prototype;
			ctor.prototype = new TempCtor();
			ctor.prototype.constructor = ctor;
		}
	};
}));

// node_modules/inherits/inherits.js
var require_inherits = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	try {
		var util = __require("util");
		/* istanbul ignore next */
		if (typeof util.inherits !== "function") throw "";
		module.exports = util.inherits;
	} catch (e) {
		/* istanbul ignore next */
		module.exports = require_inherits_browser();
	}
}));

// node_modules/safe-buffer/index.js
var require_safe_buffer = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/*! safe-buffer. MIT License. Feross Aboukhadijeh <https://feross.org/opensource> */
	var buffer = __require("buffer");
	var Buffer = buffer.Buffer;
	function copyProps(src, dst) {
		for (var key in src) dst[key] = src[key];
	}
	if (Buffer.from && Buffer.alloc && Buffer.allocUnsafe && Buffer.allocUnsafeSlow) module.exports = buffer;
	else {
		copyProps(buffer, exports);
		exports.Buffer = SafeBuffer;
	}
	function SafeBuffer(arg, encodingOrOffset, length) {
		return Buffer(arg, encodingOrOffset, length);
	}
	SafeBuffer.prototype = Object.create(Buffer.prototype);
	copyProps(Buffer, SafeBuffer);
	SafeBuffer.from = function(arg, encodingOrOffset, length) {
		if (typeof arg === "number") throw new TypeError("Argument must not be a number");
		return Buffer(arg, encodingOrOffset, length);
	};
	SafeBuffer.alloc = function(size, fill, encoding) {
		if (typeof size !== "number") throw new TypeError("Argument must be a number");
		var buf = Buffer(size);
		if (fill !== void 0) {
			if (typeof encoding === "string") buf.fill(fill, encoding);
			else buf.fill(fill);
		} else buf.fill(0);
		return buf;
	};
	SafeBuffer.allocUnsafe = function(size) {
		if (typeof size !== "number") throw new TypeError("Argument must be a number");
		return Buffer(size);
	};
	SafeBuffer.allocUnsafeSlow = function(size) {
		if (typeof size !== "number") throw new TypeError("Argument must be a number");
		return buffer.SlowBuffer(size);
	};
}));

// node_modules/isarray/index.js
var require_isarray = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var toString = {}.toString;
	module.exports = Array.isArray || function(arr) {
		return toString.call(arr) == "[object Array]";
	};
}));

// node_modules/es-errors/type.js
var require_type = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** @type {import('./type')} */
	module.exports = TypeError;
}));

// node_modules/es-object-atoms/index.js
var require_es_object_atoms = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** @type {import('.')} */
	module.exports = Object;
}));

// node_modules/es-errors/index.js
var require_es_errors = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** @type {import('.')} */
	module.exports = Error;
}));

// node_modules/es-errors/eval.js
var require_eval = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** @type {import('./eval')} */
	module.exports = EvalError;
}));

// node_modules/es-errors/range.js
var require_range = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** @type {import('./range')} */
	module.exports = RangeError;
}));

// node_modules/es-errors/ref.js
var require_ref = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** @type {import('./ref')} */
	module.exports = ReferenceError;
}));

// node_modules/es-errors/syntax.js
var require_syntax = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** @type {import('./syntax')} */
	module.exports = SyntaxError;
}));

// node_modules/es-errors/uri.js
var require_uri = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** @type {import('./uri')} */
	module.exports = URIError;
}));

// node_modules/math-intrinsics/abs.js
var require_abs = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** @type {import('./abs')} */
	module.exports = Math.abs;
}));

// node_modules/math-intrinsics/floor.js
var require_floor = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** @type {import('./floor')} */
	module.exports = Math.floor;
}));

// node_modules/math-intrinsics/max.js
var require_max = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** @type {import('./max')} */
	module.exports = Math.max;
}));

// node_modules/math-intrinsics/min.js
var require_min = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** @type {import('./min')} */
	module.exports = Math.min;
}));

// node_modules/math-intrinsics/pow.js
var require_pow = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** @type {import('./pow')} */
	module.exports = Math.pow;
}));

// node_modules/math-intrinsics/round.js
var require_round = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** @type {import('./round')} */
	module.exports = Math.round;
}));

// node_modules/math-intrinsics/isNaN.js
var require_isNaN = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** @type {import('./isNaN')} */
	module.exports = Number.isNaN || function isNaN(a) {
		return a !== a;
	};
}));

// node_modules/math-intrinsics/sign.js
var require_sign = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var $isNaN = require_isNaN();
	/** @type {import('./sign')} */
	module.exports = function sign(number) {
		if ($isNaN(number) || number === 0) return number;
		return number < 0 ? -1 : 1;
	};
}));

// node_modules/gopd/gOPD.js
var require_gOPD = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** @type {import('./gOPD')} */
	module.exports = Object.getOwnPropertyDescriptor;
}));

// node_modules/gopd/index.js
var require_gopd = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** @type {import('.')} */
	var $gOPD = require_gOPD();
	if ($gOPD) try {
		$gOPD([], "length");
	} catch (e) {
		$gOPD = null;
	}
	module.exports = $gOPD;
}));

// node_modules/es-define-property/index.js
var require_es_define_property = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** @type {import('.')} */
	var $defineProperty = Object.defineProperty || false;
	if ($defineProperty) try {
		$defineProperty({}, "a", { value: 1 });
	} catch (e) {
		$defineProperty = false;
	}
	module.exports = $defineProperty;
}));

// node_modules/has-symbols/shams.js
var require_shams$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** @type {import('./shams')} */
	module.exports = function hasSymbols() {
		if (typeof Symbol !== "function" || typeof Object.getOwnPropertySymbols !== "function") return false;
		if (typeof Symbol.iterator === "symbol") return true;
		/** @type {{ [k in symbol]?: unknown }} */
		var obj = {};
		var sym = Symbol("test");
		var symObj = Object(sym);
		if (typeof sym === "string") return false;
		if (Object.prototype.toString.call(sym) !== "[object Symbol]") return false;
		if (Object.prototype.toString.call(symObj) !== "[object Symbol]") return false;
		var symVal = 42;
		obj[sym] = symVal;
		for (var _ in obj) return false;
		if (typeof Object.keys === "function" && Object.keys(obj).length !== 0) return false;
		if (typeof Object.getOwnPropertyNames === "function" && Object.getOwnPropertyNames(obj).length !== 0) return false;
		var syms = Object.getOwnPropertySymbols(obj);
		if (syms.length !== 1 || syms[0] !== sym) return false;
		if (!Object.prototype.propertyIsEnumerable.call(obj, sym)) return false;
		if (typeof Object.getOwnPropertyDescriptor === "function") {
			var descriptor = Object.getOwnPropertyDescriptor(obj, sym);
			if (descriptor.value !== symVal || descriptor.enumerable !== true) return false;
		}
		return true;
	};
}));

// node_modules/has-symbols/index.js
var require_has_symbols = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var origSymbol = typeof Symbol !== "undefined" && Symbol;
	var hasSymbolSham = require_shams$1();
	/** @type {import('.')} */
	module.exports = function hasNativeSymbols() {
		if (typeof origSymbol !== "function") return false;
		if (typeof Symbol !== "function") return false;
		if (typeof origSymbol("foo") !== "symbol") return false;
		if (typeof Symbol("bar") !== "symbol") return false;
		return hasSymbolSham();
	};
}));

// node_modules/get-proto/Reflect.getPrototypeOf.js
var require_Reflect_getPrototypeOf = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** @type {import('./Reflect.getPrototypeOf')} */
	module.exports = typeof Reflect !== "undefined" && Reflect.getPrototypeOf || null;
}));

// node_modules/get-proto/Object.getPrototypeOf.js
var require_Object_getPrototypeOf = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var $Object = require_es_object_atoms();
	/** @type {import('./Object.getPrototypeOf')} */
	module.exports = $Object.getPrototypeOf || null;
}));

// node_modules/function-bind/implementation.js
var require_implementation = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var ERROR_MESSAGE = "Function.prototype.bind called on incompatible ";
	var toStr = Object.prototype.toString;
	var max = Math.max;
	var funcType = "[object Function]";
	var concatty = function concatty(a, b) {
		var arr = [];
		for (var i = 0; i < a.length; i += 1) arr[i] = a[i];
		for (var j = 0; j < b.length; j += 1) arr[j + a.length] = b[j];
		return arr;
	};
	var slicy = function slicy(arrLike, offset) {
		var arr = [];
		for (var i = offset || 0, j = 0; i < arrLike.length; i += 1, j += 1) arr[j] = arrLike[i];
		return arr;
	};
	var joiny = function(arr, joiner) {
		var str = "";
		for (var i = 0; i < arr.length; i += 1) {
			str += arr[i];
			if (i + 1 < arr.length) str += joiner;
		}
		return str;
	};
	module.exports = function bind(that) {
		var target = this;
		if (typeof target !== "function" || toStr.apply(target) !== funcType) throw new TypeError(ERROR_MESSAGE + target);
		var args = slicy(arguments, 1);
		var bound;
		var binder = function() {
			if (this instanceof bound) {
				var result = target.apply(this, concatty(args, arguments));
				if (Object(result) === result) return result;
				return this;
			}
			return target.apply(that, concatty(args, arguments));
		};
		var boundLength = max(0, target.length - args.length);
		var boundArgs = [];
		for (var i = 0; i < boundLength; i++) boundArgs[i] = "$" + i;
		bound = Function("binder", "return function (" + joiny(boundArgs, ",") + "){ return binder.apply(this,arguments); }")(binder);
		if (target.prototype) {
			var Empty = function Empty() {};
			Empty.prototype = target.prototype;
			bound.prototype = new Empty();
			Empty.prototype = null;
		}
		return bound;
	};
}));

// node_modules/function-bind/index.js
var require_function_bind = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var implementation = require_implementation();
	module.exports = Function.prototype.bind || implementation;
}));

// node_modules/call-bind-apply-helpers/functionCall.js
var require_functionCall = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** @type {import('./functionCall')} */
	module.exports = Function.prototype.call;
}));

// node_modules/call-bind-apply-helpers/functionApply.js
var require_functionApply = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** @type {import('./functionApply')} */
	module.exports = Function.prototype.apply;
}));

// node_modules/call-bind-apply-helpers/reflectApply.js
var require_reflectApply = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** @type {import('./reflectApply')} */
	module.exports = typeof Reflect !== "undefined" && Reflect && Reflect.apply;
}));

// node_modules/call-bind-apply-helpers/actualApply.js
var require_actualApply = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var bind = require_function_bind();
	var $apply = require_functionApply();
	var $call = require_functionCall();
	var $reflectApply = require_reflectApply();
	/** @type {import('./actualApply')} */
	module.exports = $reflectApply || bind.call($call, $apply);
}));

// node_modules/call-bind-apply-helpers/index.js
var require_call_bind_apply_helpers = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var bind = require_function_bind();
	var $TypeError = require_type();
	var $call = require_functionCall();
	var $actualApply = require_actualApply();
	/** @type {(args: [Function, thisArg?: unknown, ...args: unknown[]]) => Function} TODO FIXME, find a way to use import('.') */
	module.exports = function callBindBasic(args) {
		if (args.length < 1 || typeof args[0] !== "function") throw new $TypeError("a function is required");
		return $actualApply(bind, $call, args);
	};
}));

// node_modules/dunder-proto/get.js
var require_get = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var callBind = require_call_bind_apply_helpers();
	var gOPD = require_gopd();
	var hasProtoAccessor;
	try {
		hasProtoAccessor = [].__proto__ === Array.prototype;
	} catch (e) {
		if (!e || typeof e !== "object" || !("code" in e) || e.code !== "ERR_PROTO_ACCESS") throw e;
	}
	var desc = !!hasProtoAccessor && gOPD && gOPD(Object.prototype, "__proto__");
	var $Object = Object;
	var $getPrototypeOf = $Object.getPrototypeOf;
	/** @type {import('./get')} */
	module.exports = desc && typeof desc.get === "function" ? callBind([desc.get]) : typeof $getPrototypeOf === "function" ? function getDunder(value) {
		return $getPrototypeOf(value == null ? value : $Object(value));
	} : false;
}));

// node_modules/get-proto/index.js
var require_get_proto = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var reflectGetProto = require_Reflect_getPrototypeOf();
	var originalGetProto = require_Object_getPrototypeOf();
	var getDunderProto = require_get();
	/** @type {import('.')} */
	module.exports = reflectGetProto ? function getProto(O) {
		return reflectGetProto(O);
	} : originalGetProto ? function getProto(O) {
		if (!O || typeof O !== "object" && typeof O !== "function") throw new TypeError("getProto: not an object");
		return originalGetProto(O);
	} : getDunderProto ? function getProto(O) {
		return getDunderProto(O);
	} : null;
}));

// node_modules/async-function/index.js
var require_async_function = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const cached = async function() {}.constructor;
	/** @type {import('.')} */
	module.exports = () => cached;
}));

// node_modules/generator-function/index.js
var require_generator_function = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const cached = function* () {}.constructor;
	/** @type {import('.')} */
	module.exports = () => cached;
}));

// node_modules/async-generator-function/index.js
var require_async_generator_function = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const cached = async function* () {}.constructor;
	/** @type {import('.')} */
	module.exports = () => cached;
}));

// node_modules/hasown/index.js
var require_hasown = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var call = Function.prototype.call;
	var $hasOwn = Object.prototype.hasOwnProperty;
	var bind = require_function_bind();
	/** @type {import('.')} */
	module.exports = bind.call(call, $hasOwn);
}));

// node_modules/get-intrinsic/index.js
var require_get_intrinsic = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var undefined;
	var $Object = require_es_object_atoms();
	var $Error = require_es_errors();
	var $EvalError = require_eval();
	var $RangeError = require_range();
	var $ReferenceError = require_ref();
	var $SyntaxError = require_syntax();
	var $TypeError = require_type();
	var $URIError = require_uri();
	var abs = require_abs();
	var floor = require_floor();
	var max = require_max();
	var min = require_min();
	var pow = require_pow();
	var round = require_round();
	var sign = require_sign();
	var $gOPD = require_gopd();
	var $defineProperty = require_es_define_property();
	var throwTypeError = function() {
		throw new $TypeError();
	};
	var ThrowTypeError = $gOPD ? function() {
		try {
			arguments.callee;
			return throwTypeError;
		} catch (calleeThrows) {
			try {
				return $gOPD(arguments, "callee").get;
			} catch (gOPDthrows) {
				return throwTypeError;
			}
		}
	}() : throwTypeError;
	var hasSymbols = require_has_symbols()();
	var getProto = require_get_proto();
	var $ObjectGPO = require_Object_getPrototypeOf();
	var $ReflectGPO = require_Reflect_getPrototypeOf();
	var $apply = require_functionApply();
	var $call = require_functionCall();
	var needsEval = {};
	var TypedArray = typeof Uint8Array === "undefined" || !getProto ? undefined : getProto(Uint8Array);
	var INTRINSICS = {
		__proto__: null,
		"%AggregateError%": typeof AggregateError === "undefined" ? undefined : AggregateError,
		"%Array%": Array,
		"%ArrayBuffer%": typeof ArrayBuffer === "undefined" ? undefined : ArrayBuffer,
		"%ArrayIteratorPrototype%": hasSymbols && getProto ? getProto([][Symbol.iterator]()) : undefined,
		"%AsyncFromSyncIteratorPrototype%": undefined,
		"%AsyncFunction%": needsEval,
		"%AsyncGenerator%": needsEval,
		"%AsyncGeneratorFunction%": needsEval,
		"%AsyncIteratorPrototype%": needsEval,
		"%Atomics%": typeof Atomics === "undefined" ? undefined : Atomics,
		"%BigInt%": typeof BigInt === "undefined" ? undefined : BigInt,
		"%BigInt64Array%": typeof BigInt64Array === "undefined" ? undefined : BigInt64Array,
		"%BigUint64Array%": typeof BigUint64Array === "undefined" ? undefined : BigUint64Array,
		"%Boolean%": Boolean,
		"%DataView%": typeof DataView === "undefined" ? undefined : DataView,
		"%Date%": Date,
		"%decodeURI%": decodeURI,
		"%decodeURIComponent%": decodeURIComponent,
		"%encodeURI%": encodeURI,
		"%encodeURIComponent%": encodeURIComponent,
		"%Error%": $Error,
		"%eval%": eval,
		"%EvalError%": $EvalError,
		"%Float16Array%": typeof Float16Array === "undefined" ? undefined : Float16Array,
		"%Float32Array%": typeof Float32Array === "undefined" ? undefined : Float32Array,
		"%Float64Array%": typeof Float64Array === "undefined" ? undefined : Float64Array,
		"%FinalizationRegistry%": typeof FinalizationRegistry === "undefined" ? undefined : FinalizationRegistry,
		"%Function%": Function,
		"%GeneratorFunction%": needsEval,
		"%Int8Array%": typeof Int8Array === "undefined" ? undefined : Int8Array,
		"%Int16Array%": typeof Int16Array === "undefined" ? undefined : Int16Array,
		"%Int32Array%": typeof Int32Array === "undefined" ? undefined : Int32Array,
		"%isFinite%": isFinite,
		"%isNaN%": isNaN,
		"%IteratorPrototype%": hasSymbols && getProto ? getProto(getProto([][Symbol.iterator]())) : undefined,
		"%JSON%": typeof JSON === "object" ? JSON : undefined,
		"%Map%": typeof Map === "undefined" ? undefined : Map,
		"%MapIteratorPrototype%": typeof Map === "undefined" || !hasSymbols || !getProto ? undefined : getProto((/* @__PURE__ */ new Map())[Symbol.iterator]()),
		"%Math%": Math,
		"%Number%": Number,
		"%Object%": $Object,
		"%Object.getOwnPropertyDescriptor%": $gOPD,
		"%parseFloat%": parseFloat,
		"%parseInt%": parseInt,
		"%Promise%": typeof Promise === "undefined" ? undefined : Promise,
		"%Proxy%": typeof Proxy === "undefined" ? undefined : Proxy,
		"%RangeError%": $RangeError,
		"%ReferenceError%": $ReferenceError,
		"%Reflect%": typeof Reflect === "undefined" ? undefined : Reflect,
		"%RegExp%": RegExp,
		"%Set%": typeof Set === "undefined" ? undefined : Set,
		"%SetIteratorPrototype%": typeof Set === "undefined" || !hasSymbols || !getProto ? undefined : getProto((/* @__PURE__ */ new Set())[Symbol.iterator]()),
		"%SharedArrayBuffer%": typeof SharedArrayBuffer === "undefined" ? undefined : SharedArrayBuffer,
		"%String%": String,
		"%StringIteratorPrototype%": hasSymbols && getProto ? getProto(""[Symbol.iterator]()) : undefined,
		"%Symbol%": hasSymbols ? Symbol : undefined,
		"%SyntaxError%": $SyntaxError,
		"%ThrowTypeError%": ThrowTypeError,
		"%TypedArray%": TypedArray,
		"%TypeError%": $TypeError,
		"%Uint8Array%": typeof Uint8Array === "undefined" ? undefined : Uint8Array,
		"%Uint8ClampedArray%": typeof Uint8ClampedArray === "undefined" ? undefined : Uint8ClampedArray,
		"%Uint16Array%": typeof Uint16Array === "undefined" ? undefined : Uint16Array,
		"%Uint32Array%": typeof Uint32Array === "undefined" ? undefined : Uint32Array,
		"%URIError%": $URIError,
		"%WeakMap%": typeof WeakMap === "undefined" ? undefined : WeakMap,
		"%WeakRef%": typeof WeakRef === "undefined" ? undefined : WeakRef,
		"%WeakSet%": typeof WeakSet === "undefined" ? undefined : WeakSet,
		"%Function.prototype.call%": $call,
		"%Function.prototype.apply%": $apply,
		"%Object.defineProperty%": $defineProperty,
		"%Object.getPrototypeOf%": $ObjectGPO,
		"%Math.abs%": abs,
		"%Math.floor%": floor,
		"%Math.max%": max,
		"%Math.min%": min,
		"%Math.pow%": pow,
		"%Math.round%": round,
		"%Math.sign%": sign,
		"%Reflect.getPrototypeOf%": $ReflectGPO
	};
	if (getProto) try {
		null.error;
	} catch (e) {
		INTRINSICS["%Error.prototype%"] = getProto(getProto(e));
	}
	var getAsyncFunction = require_async_function();
	var getGeneratorFunction = require_generator_function();
	var getAsyncGeneratorFunction = require_async_generator_function();
	var doEval = function doEval(name) {
		var value;
		if (name === "%AsyncFunction%") value = getAsyncFunction() || void 0;
		else if (name === "%GeneratorFunction%") value = getGeneratorFunction() || void 0;
		else if (name === "%AsyncGeneratorFunction%") value = getAsyncGeneratorFunction() || void 0;
		else if (name === "%AsyncGenerator%") {
			var fn = doEval("%AsyncGeneratorFunction%");
			if (fn) value = fn.prototype;
		} else if (name === "%AsyncIteratorPrototype%") {
			var gen = doEval("%AsyncGenerator%");
			if (gen && getProto) value = getProto(gen.prototype);
		}
		INTRINSICS[name] = value;
		return value;
	};
	var LEGACY_ALIASES = {
		__proto__: null,
		"%ArrayBufferPrototype%": ["ArrayBuffer", "prototype"],
		"%ArrayPrototype%": ["Array", "prototype"],
		"%ArrayProto_entries%": [
			"Array",
			"prototype",
			"entries"
		],
		"%ArrayProto_forEach%": [
			"Array",
			"prototype",
			"forEach"
		],
		"%ArrayProto_keys%": [
			"Array",
			"prototype",
			"keys"
		],
		"%ArrayProto_values%": [
			"Array",
			"prototype",
			"values"
		],
		"%AsyncFunctionPrototype%": ["AsyncFunction", "prototype"],
		"%AsyncGenerator%": ["AsyncGeneratorFunction", "prototype"],
		"%AsyncGeneratorPrototype%": [
			"AsyncGeneratorFunction",
			"prototype",
			"prototype"
		],
		"%BooleanPrototype%": ["Boolean", "prototype"],
		"%DataViewPrototype%": ["DataView", "prototype"],
		"%DatePrototype%": ["Date", "prototype"],
		"%ErrorPrototype%": ["Error", "prototype"],
		"%EvalErrorPrototype%": ["EvalError", "prototype"],
		"%Float32ArrayPrototype%": ["Float32Array", "prototype"],
		"%Float64ArrayPrototype%": ["Float64Array", "prototype"],
		"%FunctionPrototype%": ["Function", "prototype"],
		"%Generator%": ["GeneratorFunction", "prototype"],
		"%GeneratorPrototype%": [
			"GeneratorFunction",
			"prototype",
			"prototype"
		],
		"%Int8ArrayPrototype%": ["Int8Array", "prototype"],
		"%Int16ArrayPrototype%": ["Int16Array", "prototype"],
		"%Int32ArrayPrototype%": ["Int32Array", "prototype"],
		"%JSONParse%": ["JSON", "parse"],
		"%JSONStringify%": ["JSON", "stringify"],
		"%MapPrototype%": ["Map", "prototype"],
		"%NumberPrototype%": ["Number", "prototype"],
		"%ObjectPrototype%": ["Object", "prototype"],
		"%ObjProto_toString%": [
			"Object",
			"prototype",
			"toString"
		],
		"%ObjProto_valueOf%": [
			"Object",
			"prototype",
			"valueOf"
		],
		"%PromisePrototype%": ["Promise", "prototype"],
		"%PromiseProto_then%": [
			"Promise",
			"prototype",
			"then"
		],
		"%Promise_all%": ["Promise", "all"],
		"%Promise_reject%": ["Promise", "reject"],
		"%Promise_resolve%": ["Promise", "resolve"],
		"%RangeErrorPrototype%": ["RangeError", "prototype"],
		"%ReferenceErrorPrototype%": ["ReferenceError", "prototype"],
		"%RegExpPrototype%": ["RegExp", "prototype"],
		"%SetPrototype%": ["Set", "prototype"],
		"%SharedArrayBufferPrototype%": ["SharedArrayBuffer", "prototype"],
		"%StringPrototype%": ["String", "prototype"],
		"%SymbolPrototype%": ["Symbol", "prototype"],
		"%SyntaxErrorPrototype%": ["SyntaxError", "prototype"],
		"%TypedArrayPrototype%": ["TypedArray", "prototype"],
		"%TypeErrorPrototype%": ["TypeError", "prototype"],
		"%Uint8ArrayPrototype%": ["Uint8Array", "prototype"],
		"%Uint8ClampedArrayPrototype%": ["Uint8ClampedArray", "prototype"],
		"%Uint16ArrayPrototype%": ["Uint16Array", "prototype"],
		"%Uint32ArrayPrototype%": ["Uint32Array", "prototype"],
		"%URIErrorPrototype%": ["URIError", "prototype"],
		"%WeakMapPrototype%": ["WeakMap", "prototype"],
		"%WeakSetPrototype%": ["WeakSet", "prototype"]
	};
	var bind = require_function_bind();
	var hasOwn = require_hasown();
	var $concat = bind.call($call, Array.prototype.concat);
	var $spliceApply = bind.call($apply, Array.prototype.splice);
	var $replace = bind.call($call, String.prototype.replace);
	var $strSlice = bind.call($call, String.prototype.slice);
	var $exec = bind.call($call, RegExp.prototype.exec);
	var rePropName = /[^%.[\]]+|\[(?:(-?\d+(?:\.\d+)?)|(["'])((?:(?!\2)[^\\]|\\.)*?)\2)\]|(?=(?:\.|\[\])(?:\.|\[\]|%$))/g;
	var reEscapeChar = /\\(\\)?/g;
	var stringToPath = function stringToPath(string) {
		var first = $strSlice(string, 0, 1);
		var last = $strSlice(string, -1);
		if (first === "%" && last !== "%") throw new $SyntaxError("invalid intrinsic syntax, expected closing `%`");
		else if (last === "%" && first !== "%") throw new $SyntaxError("invalid intrinsic syntax, expected opening `%`");
		var result = [];
		$replace(string, rePropName, function(match, number, quote, subString) {
			result[result.length] = quote ? $replace(subString, reEscapeChar, "$1") : number || match;
		});
		return result;
	};
	var getBaseIntrinsic = function getBaseIntrinsic(name, allowMissing) {
		var intrinsicName = name;
		var alias;
		if (hasOwn(LEGACY_ALIASES, intrinsicName)) {
			alias = LEGACY_ALIASES[intrinsicName];
			intrinsicName = "%" + alias[0] + "%";
		}
		if (hasOwn(INTRINSICS, intrinsicName)) {
			var value = INTRINSICS[intrinsicName];
			if (value === needsEval) value = doEval(intrinsicName);
			if (typeof value === "undefined" && !allowMissing) throw new $TypeError("intrinsic " + name + " exists, but is not available. Please file an issue!");
			return {
				alias,
				name: intrinsicName,
				value
			};
		}
		throw new $SyntaxError("intrinsic " + name + " does not exist!");
	};
	module.exports = function GetIntrinsic(name, allowMissing) {
		if (typeof name !== "string" || name.length === 0) throw new $TypeError("intrinsic name must be a non-empty string");
		if (arguments.length > 1 && typeof allowMissing !== "boolean") throw new $TypeError("\"allowMissing\" argument must be a boolean");
		if ($exec(/^%?[^%]*%?$/, name) === null) throw new $SyntaxError("`%` may not be present anywhere but at the beginning and end of the intrinsic name");
		var parts = stringToPath(name);
		var intrinsicBaseName = parts.length > 0 ? parts[0] : "";
		var intrinsic = getBaseIntrinsic("%" + intrinsicBaseName + "%", allowMissing);
		var intrinsicRealName = intrinsic.name;
		var value = intrinsic.value;
		var skipFurtherCaching = false;
		var alias = intrinsic.alias;
		if (alias) {
			intrinsicBaseName = alias[0];
			$spliceApply(parts, $concat([0, 1], alias));
		}
		for (var i = 1, isOwn = true; i < parts.length; i += 1) {
			var part = parts[i];
			var first = $strSlice(part, 0, 1);
			var last = $strSlice(part, -1);
			if ((first === "\"" || first === "'" || first === "`" || last === "\"" || last === "'" || last === "`") && first !== last) throw new $SyntaxError("property names with quotes must have matching quotes");
			if (part === "constructor" || !isOwn) skipFurtherCaching = true;
			intrinsicBaseName += "." + part;
			intrinsicRealName = "%" + intrinsicBaseName + "%";
			if (hasOwn(INTRINSICS, intrinsicRealName)) value = INTRINSICS[intrinsicRealName];
			else if (value != null) {
				if (!(part in value)) {
					if (!allowMissing) throw new $TypeError("base intrinsic for " + name + " exists, but the property is not available.");
					return;
				}
				if ($gOPD && i + 1 >= parts.length) {
					var desc = $gOPD(value, part);
					isOwn = !!desc;
					if (isOwn && "get" in desc && !("originalValue" in desc.get)) value = desc.get;
					else value = value[part];
				} else {
					isOwn = hasOwn(value, part);
					value = value[part];
				}
				if (isOwn && !skipFurtherCaching) INTRINSICS[intrinsicRealName] = value;
			}
		}
		return value;
	};
}));

// node_modules/call-bound/index.js
var require_call_bound = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var GetIntrinsic = require_get_intrinsic();
	var callBindBasic = require_call_bind_apply_helpers();
	/** @type {(thisArg: string, searchString: string, position?: number) => number} */
	var $indexOf = callBindBasic([GetIntrinsic("%String.prototype.indexOf%")]);
	/** @type {import('.')} */
	module.exports = function callBoundIntrinsic(name, allowMissing) {
		var intrinsic = GetIntrinsic(name, !!allowMissing);
		if (typeof intrinsic === "function" && $indexOf(name, ".prototype.") > -1) return callBindBasic([intrinsic]);
		return intrinsic;
	};
}));

// node_modules/is-callable/index.js
var require_is_callable = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var fnToStr = Function.prototype.toString;
	var reflectApply = typeof Reflect === "object" && Reflect !== null && Reflect.apply;
	var badArrayLike;
	var isCallableMarker;
	if (typeof reflectApply === "function" && typeof Object.defineProperty === "function") try {
		badArrayLike = Object.defineProperty({}, "length", { get: function() {
			throw isCallableMarker;
		} });
		isCallableMarker = {};
		reflectApply(function() {
			throw 42;
		}, null, badArrayLike);
	} catch (_) {
		if (_ !== isCallableMarker) reflectApply = null;
	}
	else reflectApply = null;
	var constructorRegex = /^\s*class\b/;
	var isES6ClassFn = function isES6ClassFunction(value) {
		try {
			var fnStr = fnToStr.call(value);
			return constructorRegex.test(fnStr);
		} catch (e) {
			return false;
		}
	};
	var tryFunctionObject = function tryFunctionToStr(value) {
		try {
			if (isES6ClassFn(value)) return false;
			fnToStr.call(value);
			return true;
		} catch (e) {
			return false;
		}
	};
	var toStr = Object.prototype.toString;
	var objectClass = "[object Object]";
	var fnClass = "[object Function]";
	var genClass = "[object GeneratorFunction]";
	var ddaClass = "[object HTMLAllCollection]";
	var ddaClass2 = "[object HTML document.all class]";
	var ddaClass3 = "[object HTMLCollection]";
	var hasToStringTag = typeof Symbol === "function" && !!Symbol.toStringTag;
	var isIE68 = !(0 in [,]);
	var isDDA = function isDocumentDotAll() {
		return false;
	};
	if (typeof document === "object") {
		var all = document.all;
		if (toStr.call(all) === toStr.call(document.all)) isDDA = function isDocumentDotAll(value) {
			if ((isIE68 || !value) && (typeof value === "undefined" || typeof value === "object")) try {
				var str = toStr.call(value);
				return (str === ddaClass || str === ddaClass2 || str === ddaClass3 || str === objectClass) && value("") == null;
			} catch (e) {}
			return false;
		};
	}
	module.exports = reflectApply ? function isCallable(value) {
		if (isDDA(value)) return true;
		if (!value) return false;
		if (typeof value !== "function" && typeof value !== "object") return false;
		try {
			reflectApply(value, null, badArrayLike);
		} catch (e) {
			if (e !== isCallableMarker) return false;
		}
		return !isES6ClassFn(value) && tryFunctionObject(value);
	} : function isCallable(value) {
		if (isDDA(value)) return true;
		if (!value) return false;
		if (typeof value !== "function" && typeof value !== "object") return false;
		if (hasToStringTag) return tryFunctionObject(value);
		if (isES6ClassFn(value)) return false;
		var strClass = toStr.call(value);
		if (strClass !== fnClass && strClass !== genClass && !/^\[object HTML/.test(strClass)) return false;
		return tryFunctionObject(value);
	};
}));

// node_modules/for-each/index.js
var require_for_each = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var isCallable = require_is_callable();
	var toStr = Object.prototype.toString;
	var hasOwnProperty = Object.prototype.hasOwnProperty;
	/** @type {<This, A extends readonly unknown[]>(arr: A, iterator: (this: This | void, value: A[number], index: number, arr: A) => void, receiver: This | undefined) => void} */
	var forEachArray = function forEachArray(array, iterator, receiver) {
		for (var i = 0, len = array.length; i < len; i++) if (hasOwnProperty.call(array, i)) {
			if (receiver == null) iterator(array[i], i, array);
			else iterator.call(receiver, array[i], i, array);
		}
	};
	/** @type {<This, S extends string>(string: S, iterator: (this: This | void, value: S[number], index: number, string: S) => void, receiver: This | undefined) => void} */
	var forEachString = function forEachString(string, iterator, receiver) {
		for (var i = 0, len = string.length; i < len; i++) if (receiver == null) iterator(string.charAt(i), i, string);
		else iterator.call(receiver, string.charAt(i), i, string);
	};
	/** @type {<This, O>(obj: O, iterator: (this: This | void, value: O[keyof O], index: keyof O, obj: O) => void, receiver: This | undefined) => void} */
	var forEachObject = function forEachObject(object, iterator, receiver) {
		for (var k in object) if (hasOwnProperty.call(object, k)) {
			if (receiver == null) iterator(object[k], k, object);
			else iterator.call(receiver, object[k], k, object);
		}
	};
	/** @type {(x: unknown) => x is readonly unknown[]} */
	function isArray(x) {
		return toStr.call(x) === "[object Array]";
	}
	/** @type {import('.')._internal} */
	module.exports = function forEach(list, iterator, thisArg) {
		if (!isCallable(iterator)) throw new TypeError("iterator must be a function");
		var receiver;
		if (arguments.length >= 3) receiver = thisArg;
		if (isArray(list)) forEachArray(list, iterator, receiver);
		else if (typeof list === "string") forEachString(list, iterator, receiver);
		else forEachObject(list, iterator, receiver);
	};
}));

// node_modules/possible-typed-array-names/index.js
var require_possible_typed_array_names = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/** @type {import('.')} */
	module.exports = [
		"Float16Array",
		"Float32Array",
		"Float64Array",
		"Int8Array",
		"Int16Array",
		"Int32Array",
		"Uint8Array",
		"Uint8ClampedArray",
		"Uint16Array",
		"Uint32Array",
		"BigInt64Array",
		"BigUint64Array"
	];
}));

// node_modules/available-typed-arrays/index.js
var require_available_typed_arrays = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var possibleNames = require_possible_typed_array_names();
	var g = typeof globalThis === "undefined" ? global : globalThis;
	/** @type {import('.')} */
	module.exports = function availableTypedArrays() {
		var out = [];
		for (var i = 0; i < possibleNames.length; i++) if (typeof g[possibleNames[i]] === "function") out[out.length] = possibleNames[i];
		return out;
	};
}));

// node_modules/define-data-property/index.js
var require_define_data_property = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var $defineProperty = require_es_define_property();
	var $SyntaxError = require_syntax();
	var $TypeError = require_type();
	var gopd = require_gopd();
	/** @type {import('.')} */
	module.exports = function defineDataProperty(obj, property, value) {
		if (!obj || typeof obj !== "object" && typeof obj !== "function") throw new $TypeError("`obj` must be an object or a function`");
		if (typeof property !== "string" && typeof property !== "symbol") throw new $TypeError("`property` must be a string or a symbol`");
		if (arguments.length > 3 && typeof arguments[3] !== "boolean" && arguments[3] !== null) throw new $TypeError("`nonEnumerable`, if provided, must be a boolean or null");
		if (arguments.length > 4 && typeof arguments[4] !== "boolean" && arguments[4] !== null) throw new $TypeError("`nonWritable`, if provided, must be a boolean or null");
		if (arguments.length > 5 && typeof arguments[5] !== "boolean" && arguments[5] !== null) throw new $TypeError("`nonConfigurable`, if provided, must be a boolean or null");
		if (arguments.length > 6 && typeof arguments[6] !== "boolean") throw new $TypeError("`loose`, if provided, must be a boolean");
		var nonEnumerable = arguments.length > 3 ? arguments[3] : null;
		var nonWritable = arguments.length > 4 ? arguments[4] : null;
		var nonConfigurable = arguments.length > 5 ? arguments[5] : null;
		var loose = arguments.length > 6 ? arguments[6] : false;
		var desc = !!gopd && gopd(obj, property);
		if ($defineProperty) $defineProperty(obj, property, {
			configurable: nonConfigurable === null && desc ? desc.configurable : !nonConfigurable,
			enumerable: nonEnumerable === null && desc ? desc.enumerable : !nonEnumerable,
			value,
			writable: nonWritable === null && desc ? desc.writable : !nonWritable
		});
		else if (loose || !nonEnumerable && !nonWritable && !nonConfigurable) obj[property] = value;
		else throw new $SyntaxError("This environment does not support defining a property as non-configurable, non-writable, or non-enumerable.");
	};
}));

// node_modules/has-property-descriptors/index.js
var require_has_property_descriptors = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var $defineProperty = require_es_define_property();
	var hasPropertyDescriptors = function hasPropertyDescriptors() {
		return !!$defineProperty;
	};
	hasPropertyDescriptors.hasArrayLengthDefineBug = function hasArrayLengthDefineBug() {
		if (!$defineProperty) return null;
		try {
			return $defineProperty([], "length", { value: 1 }).length !== 1;
		} catch (e) {
			return true;
		}
	};
	module.exports = hasPropertyDescriptors;
}));

// node_modules/set-function-length/index.js
var require_set_function_length = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var GetIntrinsic = require_get_intrinsic();
	var define = require_define_data_property();
	var hasDescriptors = require_has_property_descriptors()();
	var gOPD = require_gopd();
	var $TypeError = require_type();
	var $floor = GetIntrinsic("%Math.floor%");
	/** @type {import('.')} */
	module.exports = function setFunctionLength(fn, length) {
		if (typeof fn !== "function") throw new $TypeError("`fn` is not a function");
		if (typeof length !== "number" || length < 0 || length > 4294967295 || $floor(length) !== length) throw new $TypeError("`length` must be a positive 32-bit integer");
		var loose = arguments.length > 2 && !!arguments[2];
		var functionLengthIsConfigurable = true;
		var functionLengthIsWritable = true;
		if ("length" in fn && gOPD) {
			var desc = gOPD(fn, "length");
			if (desc && !desc.configurable) functionLengthIsConfigurable = false;
			if (desc && !desc.writable) functionLengthIsWritable = false;
		}
		if (functionLengthIsConfigurable || functionLengthIsWritable || !loose) {
			if (hasDescriptors) define(fn, "length", length, true, true);
			else define(fn, "length", length);
		}
		return fn;
	};
}));

// node_modules/call-bind-apply-helpers/applyBind.js
var require_applyBind = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var bind = require_function_bind();
	var $apply = require_functionApply();
	var actualApply = require_actualApply();
	/** @type {import('./applyBind')} */
	module.exports = function applyBind() {
		return actualApply(bind, $apply, arguments);
	};
}));

// node_modules/call-bind/index.js
var require_call_bind = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var setFunctionLength = require_set_function_length();
	var $defineProperty = require_es_define_property();
	var callBindBasic = require_call_bind_apply_helpers();
	var applyBind = require_applyBind();
	module.exports = function callBind(originalFunction) {
		var func = callBindBasic(arguments);
		var adjustedLength = 1 + originalFunction.length - (arguments.length - 1);
		return setFunctionLength(func, adjustedLength > 0 ? adjustedLength : 0, true);
	};
	if ($defineProperty) $defineProperty(module.exports, "apply", { value: applyBind });
	else module.exports.apply = applyBind;
}));

// node_modules/has-tostringtag/shams.js
var require_shams = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var hasSymbols = require_shams$1();
	/** @type {import('.')} */
	module.exports = function hasToStringTagShams() {
		return hasSymbols() && !!Symbol.toStringTag;
	};
}));

// node_modules/which-typed-array/index.js
var require_which_typed_array = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var forEach = require_for_each();
	var availableTypedArrays = require_available_typed_arrays();
	var callBind = require_call_bind();
	var callBound = require_call_bound();
	var gOPD = require_gopd();
	var getProto = require_get_proto();
	var $toString = callBound("Object.prototype.toString");
	var hasToStringTag = require_shams()();
	var g = typeof globalThis === "undefined" ? global : globalThis;
	var typedArrays = availableTypedArrays();
	var $slice = callBound("String.prototype.slice");
	/** @import { BoundSet, BoundSlice, Cache, Getter } from './types' */
	/** @import { TypedArrayName } from '.' */
	/** @type {<T = unknown>(array: readonly T[], value: unknown) => number} */
	var $indexOf = callBound("Array.prototype.indexOf", true) || function indexOf(array, value) {
		for (var i = 0; i < array.length; i += 1) if (array[i] === value) return i;
		return -1;
	};
	/** @type {Cache} */
	var cache = { __proto__: null };
	if (hasToStringTag && gOPD && getProto) forEach(typedArrays, function(typedArray) {
		var arr = new g[typedArray]();
		if (Symbol.toStringTag in arr && getProto) {
			var proto = getProto(arr);
			var descriptor = gOPD(proto, Symbol.toStringTag);
			if (!descriptor && proto) descriptor = gOPD(getProto(proto), Symbol.toStringTag);
			if (descriptor && descriptor.get) {
				var bound = callBind(descriptor.get);
				cache["$" + typedArray] = bound;
			}
		}
	});
	else forEach(typedArrays, function(typedArray) {
		var arr = new g[typedArray]();
		var fn = arr.slice || arr.set;
		if (fn) {
			var bound = callBind(fn);
			cache["$" + typedArray] = bound;
		}
	});
	/** @type {(value: object) => false | TypedArrayName} */
	function tryTypedArrays(value) {
		/** @type {ReturnType<typeof tryTypedArrays>} */ var found = false;
		forEach(
			cache,
			/** @param {Getter} getter @param {`$${TypedArrayName}`} typedArray */
			function(getter, typedArray) {
				if (!found) try {
					if ("$" + getter(value) === typedArray) found = $slice(typedArray, 1);
				} catch (e) {}
			}
		);
		return found;
	}
	/** @type {(value: object) => false | TypedArrayName} */
	function trySlices(value) {
		/** @type {ReturnType<typeof trySlices>} */ var found = false;
		forEach(
			cache,
			/** @param {Getter} getter @param {`$${TypedArrayName}`} name */
			function(getter, name) {
				if (!found) try {
					getter(value);
					found = $slice(name, 1);
				} catch (e) {}
			}
		);
		return found;
	}
	/** @type {(tag: unknown) => tag is typeof typedArrays[number]} */
	function isTATag(tag) {
		return $indexOf(typedArrays, tag) > -1;
	}
	/** @type {(value: unknown) => ReturnType<typeof import('.')>} */
	function whichTypedArray(value) {
		if (!value || typeof value !== "object") return false;
		if (!hasToStringTag) {
			var tag = $slice($toString(value), 8, -1);
			if (isTATag(tag)) return tag;
			if (tag !== "Object") return false;
			return trySlices(value);
		}
		if (!gOPD) return null;
		return tryTypedArrays(value);
	}
	module.exports = whichTypedArray;
}));

// node_modules/is-typed-array/index.js
var require_is_typed_array = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var whichTypedArray = require_which_typed_array();
	/** @type {import('.')} */
	module.exports = function isTypedArray(value) {
		return !!whichTypedArray(value);
	};
}));

// node_modules/typed-array-buffer/index.js
var require_typed_array_buffer = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var $TypeError = require_type();
	/** @type {undefined | ((thisArg: import('.').TypedArray) => Buffer<ArrayBufferLike>)} */
	var $typedArrayBuffer = require_call_bound()("TypedArray.prototype.buffer", true);
	var isTypedArray = require_is_typed_array();
	/** @type {import('.')} */
	module.exports = $typedArrayBuffer || function typedArrayBuffer(x) {
		if (!isTypedArray(x)) throw new $TypeError("Not a Typed Array");
		return x.buffer;
	};
}));

// node_modules/to-buffer/index.js
var require_to_buffer = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var Buffer = require_safe_buffer().Buffer;
	var isArray = require_isarray();
	var typedArrayBuffer = require_typed_array_buffer();
	var isView = ArrayBuffer.isView || function isView(obj) {
		try {
			typedArrayBuffer(obj);
			return true;
		} catch (e) {
			return false;
		}
	};
	var useUint8Array = typeof Uint8Array !== "undefined";
	var useArrayBuffer = typeof ArrayBuffer !== "undefined" && typeof Uint8Array !== "undefined";
	var useFromArrayBuffer = useArrayBuffer && (Buffer.prototype instanceof Uint8Array || Buffer.TYPED_ARRAY_SUPPORT);
	module.exports = function toBuffer(data, encoding) {
		if (Buffer.isBuffer(data)) {
			if (data.constructor && !("isBuffer" in data)) return Buffer.from(data);
			return data;
		}
		if (typeof data === "string") return Buffer.from(data, encoding);
		if (useArrayBuffer && isView(data)) {
			if (data.byteLength === 0) return Buffer.alloc(0);
			if (useFromArrayBuffer) {
				var res = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
				if (res.byteLength === data.byteLength) return res;
			}
			var uint8 = data instanceof Uint8Array ? data : new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
			var result = Buffer.from(uint8);
			if (result.length === data.byteLength) return result;
		}
		if (useUint8Array && data instanceof Uint8Array) return Buffer.from(data);
		var isArr = isArray(data);
		if (isArr) for (var i = 0; i < data.length; i += 1) {
			var x = data[i];
			if (typeof x !== "number" || x < 0 || x > 255 || ~~x !== x) throw new RangeError("Array items must be numbers in the range 0-255.");
		}
		if (isArr || Buffer.isBuffer(data) && data.constructor && typeof data.constructor.isBuffer === "function" && data.constructor.isBuffer(data)) return Buffer.from(data);
		throw new TypeError("The \"data\" argument must be a string, an Array, a Buffer, a Uint8Array, or a DataView.");
	};
}));

// node_modules/sha.js/hash.js
var require_hash = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var Buffer = require_safe_buffer().Buffer;
	var toBuffer = require_to_buffer();
	function Hash(blockSize, finalSize) {
		this._block = Buffer.alloc(blockSize);
		this._finalSize = finalSize;
		this._blockSize = blockSize;
		this._len = 0;
	}
	Hash.prototype.update = function(data, enc) {
		data = toBuffer(data, enc || "utf8");
		var block = this._block;
		var blockSize = this._blockSize;
		var length = data.length;
		var accum = this._len;
		for (var offset = 0; offset < length;) {
			var assigned = accum % blockSize;
			var remainder = Math.min(length - offset, blockSize - assigned);
			for (var i = 0; i < remainder; i++) block[assigned + i] = data[offset + i];
			accum += remainder;
			offset += remainder;
			if (accum % blockSize === 0) this._update(block);
		}
		this._len += length;
		return this;
	};
	Hash.prototype.digest = function(enc) {
		var rem = this._len % this._blockSize;
		this._block[rem] = 128;
		this._block.fill(0, rem + 1);
		if (rem >= this._finalSize) {
			this._update(this._block);
			this._block.fill(0);
		}
		var bits = this._len * 8;
		if (bits <= 4294967295) this._block.writeUInt32BE(bits, this._blockSize - 4);
		else {
			var lowBits = (bits & 4294967295) >>> 0;
			var highBits = (bits - lowBits) / 4294967296;
			this._block.writeUInt32BE(highBits, this._blockSize - 8);
			this._block.writeUInt32BE(lowBits, this._blockSize - 4);
		}
		this._update(this._block);
		var hash = this._hash();
		return enc ? hash.toString(enc) : hash;
	};
	Hash.prototype._update = function() {
		throw new Error("_update must be implemented by subclass");
	};
	module.exports = Hash;
}));

// node_modules/sha.js/sha1.js
var require_sha1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var inherits = require_inherits();
	var Hash = require_hash();
	var Buffer = require_safe_buffer().Buffer;
	var K = [
		1518500249,
		1859775393,
		-1894007588,
		-899497514
	];
	var W = new Array(80);
	function Sha1() {
		this.init();
		this._w = W;
		Hash.call(this, 64, 56);
	}
	inherits(Sha1, Hash);
	Sha1.prototype.init = function() {
		this._a = 1732584193;
		this._b = 4023233417;
		this._c = 2562383102;
		this._d = 271733878;
		this._e = 3285377520;
		return this;
	};
	function rotl1(num) {
		return num << 1 | num >>> 31;
	}
	function rotl5(num) {
		return num << 5 | num >>> 27;
	}
	function rotl30(num) {
		return num << 30 | num >>> 2;
	}
	function ft(s, b, c, d) {
		if (s === 0) return b & c | ~b & d;
		if (s === 2) return b & c | b & d | c & d;
		return b ^ c ^ d;
	}
	Sha1.prototype._update = function(M) {
		var w = this._w;
		var a = this._a | 0;
		var b = this._b | 0;
		var c = this._c | 0;
		var d = this._d | 0;
		var e = this._e | 0;
		for (var i = 0; i < 16; ++i) w[i] = M.readInt32BE(i * 4);
		for (; i < 80; ++i) w[i] = rotl1(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16]);
		for (var j = 0; j < 80; ++j) {
			var s = ~~(j / 20);
			var t = rotl5(a) + ft(s, b, c, d) + e + w[j] + K[s] | 0;
			e = d;
			d = c;
			c = rotl30(b);
			b = a;
			a = t;
		}
		this._a = a + this._a | 0;
		this._b = b + this._b | 0;
		this._c = c + this._c | 0;
		this._d = d + this._d | 0;
		this._e = e + this._e | 0;
	};
	Sha1.prototype._hash = function() {
		var H = Buffer.allocUnsafe(20);
		H.writeInt32BE(this._a | 0, 0);
		H.writeInt32BE(this._b | 0, 4);
		H.writeInt32BE(this._c | 0, 8);
		H.writeInt32BE(this._d | 0, 12);
		H.writeInt32BE(this._e | 0, 16);
		return H;
	};
	module.exports = Sha1;
}));

// node_modules/async-lock/lib/index.js
var require_lib$1 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var AsyncLock = function(opts) {
		opts = opts || {};
		this.Promise = opts.Promise || Promise;
		this.queues = Object.create(null);
		this.domainReentrant = opts.domainReentrant || false;
		if (this.domainReentrant) {
			if (typeof process === "undefined" || typeof process.domain === "undefined") throw new Error("Domain-reentrant locks require `process.domain` to exist. Please flip `opts.domainReentrant = false`, use a NodeJS version that still implements Domain, or install a browser polyfill.");
			this.domains = Object.create(null);
		}
		this.timeout = opts.timeout || AsyncLock.DEFAULT_TIMEOUT;
		this.maxOccupationTime = opts.maxOccupationTime || AsyncLock.DEFAULT_MAX_OCCUPATION_TIME;
		this.maxExecutionTime = opts.maxExecutionTime || AsyncLock.DEFAULT_MAX_EXECUTION_TIME;
		if (opts.maxPending === Infinity || Number.isInteger(opts.maxPending) && opts.maxPending >= 0) this.maxPending = opts.maxPending;
		else this.maxPending = AsyncLock.DEFAULT_MAX_PENDING;
	};
	AsyncLock.DEFAULT_TIMEOUT = 0;
	AsyncLock.DEFAULT_MAX_OCCUPATION_TIME = 0;
	AsyncLock.DEFAULT_MAX_EXECUTION_TIME = 0;
	AsyncLock.DEFAULT_MAX_PENDING = 1e3;
	/**
	* Acquire Locks
	*
	* @param {String|Array} key 	resource key or keys to lock
	* @param {function} fn 	async function
	* @param {function} cb 	callback function, otherwise will return a promise
	* @param {Object} opts 	options
	*/
	AsyncLock.prototype.acquire = function(key, fn, cb, opts) {
		if (Array.isArray(key)) return this._acquireBatch(key, fn, cb, opts);
		if (typeof fn !== "function") throw new Error("You must pass a function to execute");
		var deferredResolve = null;
		var deferredReject = null;
		var deferred = null;
		if (typeof cb !== "function") {
			opts = cb;
			cb = null;
			deferred = new this.Promise(function(resolve, reject) {
				deferredResolve = resolve;
				deferredReject = reject;
			});
		}
		opts = opts || {};
		var resolved = false;
		var timer = null;
		var occupationTimer = null;
		var executionTimer = null;
		var self = this;
		var done = function(locked, err, ret) {
			if (occupationTimer) {
				clearTimeout(occupationTimer);
				occupationTimer = null;
			}
			if (executionTimer) {
				clearTimeout(executionTimer);
				executionTimer = null;
			}
			if (locked) {
				if (!!self.queues[key] && self.queues[key].length === 0) delete self.queues[key];
				if (self.domainReentrant) delete self.domains[key];
			}
			if (!resolved) {
				if (!deferred) {
					if (typeof cb === "function") cb(err, ret);
				} else if (err) deferredReject(err);
				else deferredResolve(ret);
				resolved = true;
			}
			if (locked) {
				if (!!self.queues[key] && self.queues[key].length > 0) self.queues[key].shift()();
			}
		};
		var exec = function(locked) {
			if (resolved) return done(locked);
			if (timer) {
				clearTimeout(timer);
				timer = null;
			}
			if (self.domainReentrant && locked) self.domains[key] = process.domain;
			var maxExecutionTime = opts.maxExecutionTime || self.maxExecutionTime;
			if (maxExecutionTime) executionTimer = setTimeout(function() {
				if (!!self.queues[key]) done(locked, /* @__PURE__ */ new Error("Maximum execution time is exceeded " + key));
			}, maxExecutionTime);
			if (fn.length === 1) {
				var called = false;
				try {
					fn(function(err, ret) {
						if (!called) {
							called = true;
							done(locked, err, ret);
						}
					});
				} catch (err) {
					if (!called) {
						called = true;
						done(locked, err);
					}
				}
			} else self._promiseTry(function() {
				return fn();
			}).then(function(ret) {
				done(locked, void 0, ret);
			}, function(error) {
				done(locked, error);
			});
		};
		if (self.domainReentrant && !!process.domain) exec = process.domain.bind(exec);
		var maxPending = opts.maxPending || self.maxPending;
		if (!self.queues[key]) {
			self.queues[key] = [];
			exec(true);
		} else if (self.domainReentrant && !!process.domain && process.domain === self.domains[key]) exec(false);
		else if (self.queues[key].length >= maxPending) done(false, /* @__PURE__ */ new Error("Too many pending tasks in queue " + key));
		else {
			var taskFn = function() {
				exec(true);
			};
			if (opts.skipQueue) self.queues[key].unshift(taskFn);
			else self.queues[key].push(taskFn);
			var timeout = opts.timeout || self.timeout;
			if (timeout) timer = setTimeout(function() {
				timer = null;
				done(false, /* @__PURE__ */ new Error("async-lock timed out in queue " + key));
			}, timeout);
		}
		var maxOccupationTime = opts.maxOccupationTime || self.maxOccupationTime;
		if (maxOccupationTime) occupationTimer = setTimeout(function() {
			if (!!self.queues[key]) done(false, /* @__PURE__ */ new Error("Maximum occupation time is exceeded in queue " + key));
		}, maxOccupationTime);
		if (deferred) return deferred;
	};
	AsyncLock.prototype._acquireBatch = function(keys, fn, cb, opts) {
		var seen = Object.create(null);
		keys = keys.filter(function(key) {
			if (seen[key]) return false;
			seen[key] = true;
			return true;
		});
		if (typeof cb !== "function") {
			opts = cb;
			cb = null;
		}
		var self = this;
		var getFn = function(key, fn) {
			return function(cb) {
				self.acquire(key, fn, cb, opts);
			};
		};
		var fnx = keys.reduceRight(function(prev, key) {
			return getFn(key, prev);
		}, fn);
		if (typeof cb === "function") fnx(cb);
		else return new this.Promise(function(resolve, reject) {
			if (fnx.length === 1) fnx(function(err, ret) {
				if (err) reject(err);
				else resolve(ret);
			});
			else resolve(fnx());
		});
	};
	AsyncLock.prototype.isBusy = function(key) {
		if (!key) return Object.keys(this.queues).length > 0;
		else return !!this.queues[key];
	};
	/**
	* Promise.try() implementation to become independent of Q-specific methods
	*/
	AsyncLock.prototype._promiseTry = function(fn) {
		try {
			return this.Promise.resolve(fn());
		} catch (e) {
			return this.Promise.reject(e);
		}
	};
	module.exports = AsyncLock;
}));

// node_modules/async-lock/index.js
var require_async_lock = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = require_lib$1();
}));

// node_modules/clean-git-ref/lib/index.js
var require_lib = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function escapeRegExp(string) {
		return string.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
	}
	function replaceAll(str, search, replacement) {
		search = search instanceof RegExp ? search : new RegExp(escapeRegExp(search), "g");
		return str.replace(search, replacement);
	}
	var CleanGitRef = { clean: function clean(value) {
		if (typeof value !== "string") throw new Error("Expected a string, received: " + value);
		value = replaceAll(value, "./", "/");
		value = replaceAll(value, "..", ".");
		value = replaceAll(value, " ", "-");
		value = replaceAll(value, /^[~^:?*\\\-]/g, "");
		value = replaceAll(value, /[~^:?*\\]/g, "-");
		value = replaceAll(value, /[~^:?*\\\-]$/g, "");
		value = replaceAll(value, "@{", "-");
		value = replaceAll(value, /\.$/g, "");
		value = replaceAll(value, /\/$/g, "");
		value = replaceAll(value, /\.lock$/g, "");
		return value;
	} };
	module.exports = CleanGitRef;
}));

// node_modules/crc-32/crc32.js
var require_crc32$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	/*! crc32.js (C) 2014-present SheetJS -- http://sheetjs.com */
	(function(factory) {
		if (typeof DO_NOT_EXPORT_CRC === "undefined") {
			if ("object" === typeof exports) factory(exports);
			else if ("function" === typeof define && define.amd) define(function() {
				var module = {};
				factory(module);
				return module;
			});
			else factory({});
		} else factory({});
	})(function(CRC32) {
		CRC32.version = "1.2.2";
		function signed_crc_table() {
			var c = 0, table = new Array(256);
			for (var n = 0; n != 256; ++n) {
				c = n;
				c = c & 1 ? -306674912 ^ c >>> 1 : c >>> 1;
				c = c & 1 ? -306674912 ^ c >>> 1 : c >>> 1;
				c = c & 1 ? -306674912 ^ c >>> 1 : c >>> 1;
				c = c & 1 ? -306674912 ^ c >>> 1 : c >>> 1;
				c = c & 1 ? -306674912 ^ c >>> 1 : c >>> 1;
				c = c & 1 ? -306674912 ^ c >>> 1 : c >>> 1;
				c = c & 1 ? -306674912 ^ c >>> 1 : c >>> 1;
				c = c & 1 ? -306674912 ^ c >>> 1 : c >>> 1;
				table[n] = c;
			}
			return typeof Int32Array !== "undefined" ? new Int32Array(table) : table;
		}
		var T0 = signed_crc_table();
		function slice_by_16_tables(T) {
			var c = 0, v = 0, n = 0, table = typeof Int32Array !== "undefined" ? /* @__PURE__ */ new Int32Array(4096) : new Array(4096);
			for (n = 0; n != 256; ++n) table[n] = T[n];
			for (n = 0; n != 256; ++n) {
				v = T[n];
				for (c = 256 + n; c < 4096; c += 256) v = table[c] = v >>> 8 ^ T[v & 255];
			}
			var out = [];
			for (n = 1; n != 16; ++n) out[n - 1] = typeof Int32Array !== "undefined" ? table.subarray(n * 256, n * 256 + 256) : table.slice(n * 256, n * 256 + 256);
			return out;
		}
		var TT = slice_by_16_tables(T0);
		var T1 = TT[0], T2 = TT[1], T3 = TT[2], T4 = TT[3], T5 = TT[4];
		var T6 = TT[5], T7 = TT[6], T8 = TT[7], T9 = TT[8], Ta = TT[9];
		var Tb = TT[10], Tc = TT[11], Td = TT[12], Te = TT[13], Tf = TT[14];
		function crc32_bstr(bstr, seed) {
			var C = seed ^ -1;
			for (var i = 0, L = bstr.length; i < L;) C = C >>> 8 ^ T0[(C ^ bstr.charCodeAt(i++)) & 255];
			return ~C;
		}
		function crc32_buf(B, seed) {
			var C = seed ^ -1, L = B.length - 15, i = 0;
			for (; i < L;) C = Tf[B[i++] ^ C & 255] ^ Te[B[i++] ^ C >> 8 & 255] ^ Td[B[i++] ^ C >> 16 & 255] ^ Tc[B[i++] ^ C >>> 24] ^ Tb[B[i++]] ^ Ta[B[i++]] ^ T9[B[i++]] ^ T8[B[i++]] ^ T7[B[i++]] ^ T6[B[i++]] ^ T5[B[i++]] ^ T4[B[i++]] ^ T3[B[i++]] ^ T2[B[i++]] ^ T1[B[i++]] ^ T0[B[i++]];
			L += 15;
			while (i < L) C = C >>> 8 ^ T0[(C ^ B[i++]) & 255];
			return ~C;
		}
		function crc32_str(str, seed) {
			var C = seed ^ -1;
			for (var i = 0, L = str.length, c = 0, d = 0; i < L;) {
				c = str.charCodeAt(i++);
				if (c < 128) C = C >>> 8 ^ T0[(C ^ c) & 255];
				else if (c < 2048) {
					C = C >>> 8 ^ T0[(C ^ (192 | c >> 6 & 31)) & 255];
					C = C >>> 8 ^ T0[(C ^ (128 | c & 63)) & 255];
				} else if (c >= 55296 && c < 57344) {
					c = (c & 1023) + 64;
					d = str.charCodeAt(i++) & 1023;
					C = C >>> 8 ^ T0[(C ^ (240 | c >> 8 & 7)) & 255];
					C = C >>> 8 ^ T0[(C ^ (128 | c >> 2 & 63)) & 255];
					C = C >>> 8 ^ T0[(C ^ (128 | d >> 6 & 15 | (c & 3) << 4)) & 255];
					C = C >>> 8 ^ T0[(C ^ (128 | d & 63)) & 255];
				} else {
					C = C >>> 8 ^ T0[(C ^ (224 | c >> 12 & 15)) & 255];
					C = C >>> 8 ^ T0[(C ^ (128 | c >> 6 & 63)) & 255];
					C = C >>> 8 ^ T0[(C ^ (128 | c & 63)) & 255];
				}
			}
			return ~C;
		}
		CRC32.table = T0;
		CRC32.bstr = crc32_bstr;
		CRC32.buf = crc32_buf;
		CRC32.str = crc32_str;
	});
}));

// node_modules/pako/lib/utils/common.js
var require_common = /* @__PURE__ */ __commonJSMin(((exports) => {
	var TYPED_OK = typeof Uint8Array !== "undefined" && typeof Uint16Array !== "undefined" && typeof Int32Array !== "undefined";
	function _has(obj, key) {
		return Object.prototype.hasOwnProperty.call(obj, key);
	}
	exports.assign = function(obj) {
		var sources = Array.prototype.slice.call(arguments, 1);
		while (sources.length) {
			var source = sources.shift();
			if (!source) continue;
			if (typeof source !== "object") throw new TypeError(source + "must be non-object");
			for (var p in source) if (_has(source, p)) obj[p] = source[p];
		}
		return obj;
	};
	exports.shrinkBuf = function(buf, size) {
		if (buf.length === size) return buf;
		if (buf.subarray) return buf.subarray(0, size);
		buf.length = size;
		return buf;
	};
	var fnTyped = {
		arraySet: function(dest, src, src_offs, len, dest_offs) {
			if (src.subarray && dest.subarray) {
				dest.set(src.subarray(src_offs, src_offs + len), dest_offs);
				return;
			}
			for (var i = 0; i < len; i++) dest[dest_offs + i] = src[src_offs + i];
		},
		flattenChunks: function(chunks) {
			var i, l, len = 0, pos, chunk, result;
			for (i = 0, l = chunks.length; i < l; i++) len += chunks[i].length;
			result = new Uint8Array(len);
			pos = 0;
			for (i = 0, l = chunks.length; i < l; i++) {
				chunk = chunks[i];
				result.set(chunk, pos);
				pos += chunk.length;
			}
			return result;
		}
	};
	var fnUntyped = {
		arraySet: function(dest, src, src_offs, len, dest_offs) {
			for (var i = 0; i < len; i++) dest[dest_offs + i] = src[src_offs + i];
		},
		flattenChunks: function(chunks) {
			return [].concat.apply([], chunks);
		}
	};
	exports.setTyped = function(on) {
		if (on) {
			exports.Buf8 = Uint8Array;
			exports.Buf16 = Uint16Array;
			exports.Buf32 = Int32Array;
			exports.assign(exports, fnTyped);
		} else {
			exports.Buf8 = Array;
			exports.Buf16 = Array;
			exports.Buf32 = Array;
			exports.assign(exports, fnUntyped);
		}
	};
	exports.setTyped(TYPED_OK);
}));

// node_modules/pako/lib/zlib/trees.js
var require_trees = /* @__PURE__ */ __commonJSMin(((exports) => {
	var utils = require_common();
	var Z_FIXED = 4;
	var Z_BINARY = 0;
	var Z_TEXT = 1;
	var Z_UNKNOWN = 2;
	function zero(buf) {
		var len = buf.length;
		while (--len >= 0) buf[len] = 0;
	}
	var STORED_BLOCK = 0;
	var STATIC_TREES = 1;
	var DYN_TREES = 2;
	var MIN_MATCH = 3;
	var MAX_MATCH = 258;
	var LENGTH_CODES = 29;
	var LITERALS = 256;
	var L_CODES = LITERALS + 1 + LENGTH_CODES;
	var D_CODES = 30;
	var BL_CODES = 19;
	var HEAP_SIZE = 2 * L_CODES + 1;
	var MAX_BITS = 15;
	var Buf_size = 16;
	var MAX_BL_BITS = 7;
	var END_BLOCK = 256;
	var REP_3_6 = 16;
	var REPZ_3_10 = 17;
	var REPZ_11_138 = 18;
	var extra_lbits = [
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		1,
		1,
		1,
		1,
		2,
		2,
		2,
		2,
		3,
		3,
		3,
		3,
		4,
		4,
		4,
		4,
		5,
		5,
		5,
		5,
		0
	];
	var extra_dbits = [
		0,
		0,
		0,
		0,
		1,
		1,
		2,
		2,
		3,
		3,
		4,
		4,
		5,
		5,
		6,
		6,
		7,
		7,
		8,
		8,
		9,
		9,
		10,
		10,
		11,
		11,
		12,
		12,
		13,
		13
	];
	var extra_blbits = [
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		0,
		2,
		3,
		7
	];
	var bl_order = [
		16,
		17,
		18,
		0,
		8,
		7,
		9,
		6,
		10,
		5,
		11,
		4,
		12,
		3,
		13,
		2,
		14,
		1,
		15
	];
	var DIST_CODE_LEN = 512;
	var static_ltree = new Array((L_CODES + 2) * 2);
	zero(static_ltree);
	var static_dtree = new Array(D_CODES * 2);
	zero(static_dtree);
	var _dist_code = new Array(DIST_CODE_LEN);
	zero(_dist_code);
	var _length_code = new Array(MAX_MATCH - MIN_MATCH + 1);
	zero(_length_code);
	var base_length = new Array(LENGTH_CODES);
	zero(base_length);
	var base_dist = new Array(D_CODES);
	zero(base_dist);
	function StaticTreeDesc(static_tree, extra_bits, extra_base, elems, max_length) {
		this.static_tree = static_tree;
		this.extra_bits = extra_bits;
		this.extra_base = extra_base;
		this.elems = elems;
		this.max_length = max_length;
		this.has_stree = static_tree && static_tree.length;
	}
	var static_l_desc;
	var static_d_desc;
	var static_bl_desc;
	function TreeDesc(dyn_tree, stat_desc) {
		this.dyn_tree = dyn_tree;
		this.max_code = 0;
		this.stat_desc = stat_desc;
	}
	function d_code(dist) {
		return dist < 256 ? _dist_code[dist] : _dist_code[256 + (dist >>> 7)];
	}
	function put_short(s, w) {
		s.pending_buf[s.pending++] = w & 255;
		s.pending_buf[s.pending++] = w >>> 8 & 255;
	}
	function send_bits(s, value, length) {
		if (s.bi_valid > Buf_size - length) {
			s.bi_buf |= value << s.bi_valid & 65535;
			put_short(s, s.bi_buf);
			s.bi_buf = value >> Buf_size - s.bi_valid;
			s.bi_valid += length - Buf_size;
		} else {
			s.bi_buf |= value << s.bi_valid & 65535;
			s.bi_valid += length;
		}
	}
	function send_code(s, c, tree) {
		send_bits(s, tree[c * 2], tree[c * 2 + 1]);
	}
	function bi_reverse(code, len) {
		var res = 0;
		do {
			res |= code & 1;
			code >>>= 1;
			res <<= 1;
		} while (--len > 0);
		return res >>> 1;
	}
	function bi_flush(s) {
		if (s.bi_valid === 16) {
			put_short(s, s.bi_buf);
			s.bi_buf = 0;
			s.bi_valid = 0;
		} else if (s.bi_valid >= 8) {
			s.pending_buf[s.pending++] = s.bi_buf & 255;
			s.bi_buf >>= 8;
			s.bi_valid -= 8;
		}
	}
	function gen_bitlen(s, desc) {
		var tree = desc.dyn_tree;
		var max_code = desc.max_code;
		var stree = desc.stat_desc.static_tree;
		var has_stree = desc.stat_desc.has_stree;
		var extra = desc.stat_desc.extra_bits;
		var base = desc.stat_desc.extra_base;
		var max_length = desc.stat_desc.max_length;
		var h;
		var n, m;
		var bits;
		var xbits;
		var f;
		var overflow = 0;
		for (bits = 0; bits <= MAX_BITS; bits++) s.bl_count[bits] = 0;
		tree[s.heap[s.heap_max] * 2 + 1] = 0;
		for (h = s.heap_max + 1; h < HEAP_SIZE; h++) {
			n = s.heap[h];
			bits = tree[tree[n * 2 + 1] * 2 + 1] + 1;
			if (bits > max_length) {
				bits = max_length;
				overflow++;
			}
			tree[n * 2 + 1] = bits;
			if (n > max_code) continue;
			s.bl_count[bits]++;
			xbits = 0;
			if (n >= base) xbits = extra[n - base];
			f = tree[n * 2];
			s.opt_len += f * (bits + xbits);
			if (has_stree) s.static_len += f * (stree[n * 2 + 1] + xbits);
		}
		if (overflow === 0) return;
		do {
			bits = max_length - 1;
			while (s.bl_count[bits] === 0) bits--;
			s.bl_count[bits]--;
			s.bl_count[bits + 1] += 2;
			s.bl_count[max_length]--;
			overflow -= 2;
		} while (overflow > 0);
		for (bits = max_length; bits !== 0; bits--) {
			n = s.bl_count[bits];
			while (n !== 0) {
				m = s.heap[--h];
				if (m > max_code) continue;
				if (tree[m * 2 + 1] !== bits) {
					s.opt_len += (bits - tree[m * 2 + 1]) * tree[m * 2];
					tree[m * 2 + 1] = bits;
				}
				n--;
			}
		}
	}
	function gen_codes(tree, max_code, bl_count) {
		var next_code = new Array(MAX_BITS + 1);
		var code = 0;
		var bits;
		var n;
		for (bits = 1; bits <= MAX_BITS; bits++) next_code[bits] = code = code + bl_count[bits - 1] << 1;
		for (n = 0; n <= max_code; n++) {
			var len = tree[n * 2 + 1];
			if (len === 0) continue;
			tree[n * 2] = bi_reverse(next_code[len]++, len);
		}
	}
	function tr_static_init() {
		var n;
		var bits;
		var length;
		var code;
		var dist;
		var bl_count = new Array(MAX_BITS + 1);
		length = 0;
		for (code = 0; code < LENGTH_CODES - 1; code++) {
			base_length[code] = length;
			for (n = 0; n < 1 << extra_lbits[code]; n++) _length_code[length++] = code;
		}
		_length_code[length - 1] = code;
		dist = 0;
		for (code = 0; code < 16; code++) {
			base_dist[code] = dist;
			for (n = 0; n < 1 << extra_dbits[code]; n++) _dist_code[dist++] = code;
		}
		dist >>= 7;
		for (; code < D_CODES; code++) {
			base_dist[code] = dist << 7;
			for (n = 0; n < 1 << extra_dbits[code] - 7; n++) _dist_code[256 + dist++] = code;
		}
		for (bits = 0; bits <= MAX_BITS; bits++) bl_count[bits] = 0;
		n = 0;
		while (n <= 143) {
			static_ltree[n * 2 + 1] = 8;
			n++;
			bl_count[8]++;
		}
		while (n <= 255) {
			static_ltree[n * 2 + 1] = 9;
			n++;
			bl_count[9]++;
		}
		while (n <= 279) {
			static_ltree[n * 2 + 1] = 7;
			n++;
			bl_count[7]++;
		}
		while (n <= 287) {
			static_ltree[n * 2 + 1] = 8;
			n++;
			bl_count[8]++;
		}
		gen_codes(static_ltree, L_CODES + 1, bl_count);
		for (n = 0; n < D_CODES; n++) {
			static_dtree[n * 2 + 1] = 5;
			static_dtree[n * 2] = bi_reverse(n, 5);
		}
		static_l_desc = new StaticTreeDesc(static_ltree, extra_lbits, LITERALS + 1, L_CODES, MAX_BITS);
		static_d_desc = new StaticTreeDesc(static_dtree, extra_dbits, 0, D_CODES, MAX_BITS);
		static_bl_desc = new StaticTreeDesc(new Array(0), extra_blbits, 0, BL_CODES, MAX_BL_BITS);
	}
	function init_block(s) {
		var n = 0;
		for (; n < L_CODES; n++) s.dyn_ltree[n * 2] = 0;
		for (n = 0; n < D_CODES; n++) s.dyn_dtree[n * 2] = 0;
		for (n = 0; n < BL_CODES; n++) s.bl_tree[n * 2] = 0;
		s.dyn_ltree[END_BLOCK * 2] = 1;
		s.opt_len = s.static_len = 0;
		s.last_lit = s.matches = 0;
	}
	function bi_windup(s) {
		if (s.bi_valid > 8) put_short(s, s.bi_buf);
		else if (s.bi_valid > 0) s.pending_buf[s.pending++] = s.bi_buf;
		s.bi_buf = 0;
		s.bi_valid = 0;
	}
	function copy_block(s, buf, len, header) {
		bi_windup(s);
		if (header) {
			put_short(s, len);
			put_short(s, ~len);
		}
		utils.arraySet(s.pending_buf, s.window, buf, len, s.pending);
		s.pending += len;
	}
	function smaller(tree, n, m, depth) {
		var _n2 = n * 2;
		var _m2 = m * 2;
		return tree[_n2] < tree[_m2] || tree[_n2] === tree[_m2] && depth[n] <= depth[m];
	}
	function pqdownheap(s, tree, k) {
		var v = s.heap[k];
		var j = k << 1;
		while (j <= s.heap_len) {
			if (j < s.heap_len && smaller(tree, s.heap[j + 1], s.heap[j], s.depth)) j++;
			if (smaller(tree, v, s.heap[j], s.depth)) break;
			s.heap[k] = s.heap[j];
			k = j;
			j <<= 1;
		}
		s.heap[k] = v;
	}
	function compress_block(s, ltree, dtree) {
		var dist;
		var lc;
		var lx = 0;
		var code;
		var extra;
		if (s.last_lit !== 0) do {
			dist = s.pending_buf[s.d_buf + lx * 2] << 8 | s.pending_buf[s.d_buf + lx * 2 + 1];
			lc = s.pending_buf[s.l_buf + lx];
			lx++;
			if (dist === 0) send_code(s, lc, ltree);
			else {
				code = _length_code[lc];
				send_code(s, code + LITERALS + 1, ltree);
				extra = extra_lbits[code];
				if (extra !== 0) {
					lc -= base_length[code];
					send_bits(s, lc, extra);
				}
				dist--;
				code = d_code(dist);
				send_code(s, code, dtree);
				extra = extra_dbits[code];
				if (extra !== 0) {
					dist -= base_dist[code];
					send_bits(s, dist, extra);
				}
			}
		} while (lx < s.last_lit);
		send_code(s, END_BLOCK, ltree);
	}
	function build_tree(s, desc) {
		var tree = desc.dyn_tree;
		var stree = desc.stat_desc.static_tree;
		var has_stree = desc.stat_desc.has_stree;
		var elems = desc.stat_desc.elems;
		var n, m;
		var max_code = -1;
		var node;
		s.heap_len = 0;
		s.heap_max = HEAP_SIZE;
		for (n = 0; n < elems; n++) if (tree[n * 2] !== 0) {
			s.heap[++s.heap_len] = max_code = n;
			s.depth[n] = 0;
		} else tree[n * 2 + 1] = 0;
		while (s.heap_len < 2) {
			node = s.heap[++s.heap_len] = max_code < 2 ? ++max_code : 0;
			tree[node * 2] = 1;
			s.depth[node] = 0;
			s.opt_len--;
			if (has_stree) s.static_len -= stree[node * 2 + 1];
		}
		desc.max_code = max_code;
		for (n = s.heap_len >> 1; n >= 1; n--) pqdownheap(s, tree, n);
		node = elems;
		do {
			/*** pqremove ***/
			n = s.heap[1];
			s.heap[1] = s.heap[s.heap_len--];
			pqdownheap(s, tree, 1);
			m = s.heap[1];
			s.heap[--s.heap_max] = n;
			s.heap[--s.heap_max] = m;
			tree[node * 2] = tree[n * 2] + tree[m * 2];
			s.depth[node] = (s.depth[n] >= s.depth[m] ? s.depth[n] : s.depth[m]) + 1;
			tree[n * 2 + 1] = tree[m * 2 + 1] = node;
			s.heap[1] = node++;
			pqdownheap(s, tree, 1);
		} while (s.heap_len >= 2);
		s.heap[--s.heap_max] = s.heap[1];
		gen_bitlen(s, desc);
		gen_codes(tree, max_code, s.bl_count);
	}
	function scan_tree(s, tree, max_code) {
		var n;
		var prevlen = -1;
		var curlen;
		var nextlen = tree[1];
		var count = 0;
		var max_count = 7;
		var min_count = 4;
		if (nextlen === 0) {
			max_count = 138;
			min_count = 3;
		}
		tree[(max_code + 1) * 2 + 1] = 65535;
		for (n = 0; n <= max_code; n++) {
			curlen = nextlen;
			nextlen = tree[(n + 1) * 2 + 1];
			if (++count < max_count && curlen === nextlen) continue;
			else if (count < min_count) s.bl_tree[curlen * 2] += count;
			else if (curlen !== 0) {
				if (curlen !== prevlen) s.bl_tree[curlen * 2]++;
				s.bl_tree[REP_3_6 * 2]++;
			} else if (count <= 10) s.bl_tree[REPZ_3_10 * 2]++;
			else s.bl_tree[REPZ_11_138 * 2]++;
			count = 0;
			prevlen = curlen;
			if (nextlen === 0) {
				max_count = 138;
				min_count = 3;
			} else if (curlen === nextlen) {
				max_count = 6;
				min_count = 3;
			} else {
				max_count = 7;
				min_count = 4;
			}
		}
	}
	function send_tree(s, tree, max_code) {
		var n;
		var prevlen = -1;
		var curlen;
		var nextlen = tree[1];
		var count = 0;
		var max_count = 7;
		var min_count = 4;
		if (nextlen === 0) {
			max_count = 138;
			min_count = 3;
		}
		for (n = 0; n <= max_code; n++) {
			curlen = nextlen;
			nextlen = tree[(n + 1) * 2 + 1];
			if (++count < max_count && curlen === nextlen) continue;
			else if (count < min_count) do
				send_code(s, curlen, s.bl_tree);
			while (--count !== 0);
			else if (curlen !== 0) {
				if (curlen !== prevlen) {
					send_code(s, curlen, s.bl_tree);
					count--;
				}
				send_code(s, REP_3_6, s.bl_tree);
				send_bits(s, count - 3, 2);
			} else if (count <= 10) {
				send_code(s, REPZ_3_10, s.bl_tree);
				send_bits(s, count - 3, 3);
			} else {
				send_code(s, REPZ_11_138, s.bl_tree);
				send_bits(s, count - 11, 7);
			}
			count = 0;
			prevlen = curlen;
			if (nextlen === 0) {
				max_count = 138;
				min_count = 3;
			} else if (curlen === nextlen) {
				max_count = 6;
				min_count = 3;
			} else {
				max_count = 7;
				min_count = 4;
			}
		}
	}
	function build_bl_tree(s) {
		var max_blindex;
		scan_tree(s, s.dyn_ltree, s.l_desc.max_code);
		scan_tree(s, s.dyn_dtree, s.d_desc.max_code);
		build_tree(s, s.bl_desc);
		for (max_blindex = BL_CODES - 1; max_blindex >= 3; max_blindex--) if (s.bl_tree[bl_order[max_blindex] * 2 + 1] !== 0) break;
		s.opt_len += 3 * (max_blindex + 1) + 5 + 5 + 4;
		return max_blindex;
	}
	function send_all_trees(s, lcodes, dcodes, blcodes) {
		var rank;
		send_bits(s, lcodes - 257, 5);
		send_bits(s, dcodes - 1, 5);
		send_bits(s, blcodes - 4, 4);
		for (rank = 0; rank < blcodes; rank++) send_bits(s, s.bl_tree[bl_order[rank] * 2 + 1], 3);
		send_tree(s, s.dyn_ltree, lcodes - 1);
		send_tree(s, s.dyn_dtree, dcodes - 1);
	}
	function detect_data_type(s) {
		var black_mask = 4093624447;
		var n = 0;
		for (; n <= 31; n++, black_mask >>>= 1) if (black_mask & 1 && s.dyn_ltree[n * 2] !== 0) return Z_BINARY;
		if (s.dyn_ltree[18] !== 0 || s.dyn_ltree[20] !== 0 || s.dyn_ltree[26] !== 0) return Z_TEXT;
		for (n = 32; n < LITERALS; n++) if (s.dyn_ltree[n * 2] !== 0) return Z_TEXT;
		return Z_BINARY;
	}
	var static_init_done = false;
	function _tr_init(s) {
		if (!static_init_done) {
			tr_static_init();
			static_init_done = true;
		}
		s.l_desc = new TreeDesc(s.dyn_ltree, static_l_desc);
		s.d_desc = new TreeDesc(s.dyn_dtree, static_d_desc);
		s.bl_desc = new TreeDesc(s.bl_tree, static_bl_desc);
		s.bi_buf = 0;
		s.bi_valid = 0;
		init_block(s);
	}
	function _tr_stored_block(s, buf, stored_len, last) {
		send_bits(s, (STORED_BLOCK << 1) + (last ? 1 : 0), 3);
		copy_block(s, buf, stored_len, true);
	}
	function _tr_align(s) {
		send_bits(s, STATIC_TREES << 1, 3);
		send_code(s, END_BLOCK, static_ltree);
		bi_flush(s);
	}
	function _tr_flush_block(s, buf, stored_len, last) {
		var opt_lenb, static_lenb;
		var max_blindex = 0;
		if (s.level > 0) {
			if (s.strm.data_type === Z_UNKNOWN) s.strm.data_type = detect_data_type(s);
			build_tree(s, s.l_desc);
			build_tree(s, s.d_desc);
			max_blindex = build_bl_tree(s);
			opt_lenb = s.opt_len + 3 + 7 >>> 3;
			static_lenb = s.static_len + 3 + 7 >>> 3;
			if (static_lenb <= opt_lenb) opt_lenb = static_lenb;
		} else opt_lenb = static_lenb = stored_len + 5;
		if (stored_len + 4 <= opt_lenb && buf !== -1) _tr_stored_block(s, buf, stored_len, last);
		else if (s.strategy === Z_FIXED || static_lenb === opt_lenb) {
			send_bits(s, (STATIC_TREES << 1) + (last ? 1 : 0), 3);
			compress_block(s, static_ltree, static_dtree);
		} else {
			send_bits(s, (DYN_TREES << 1) + (last ? 1 : 0), 3);
			send_all_trees(s, s.l_desc.max_code + 1, s.d_desc.max_code + 1, max_blindex + 1);
			compress_block(s, s.dyn_ltree, s.dyn_dtree);
		}
		init_block(s);
		if (last) bi_windup(s);
	}
	function _tr_tally(s, dist, lc) {
		s.pending_buf[s.d_buf + s.last_lit * 2] = dist >>> 8 & 255;
		s.pending_buf[s.d_buf + s.last_lit * 2 + 1] = dist & 255;
		s.pending_buf[s.l_buf + s.last_lit] = lc & 255;
		s.last_lit++;
		if (dist === 0) s.dyn_ltree[lc * 2]++;
		else {
			s.matches++;
			dist--;
			s.dyn_ltree[(_length_code[lc] + LITERALS + 1) * 2]++;
			s.dyn_dtree[d_code(dist) * 2]++;
		}
		return s.last_lit === s.lit_bufsize - 1;
	}
	exports._tr_init = _tr_init;
	exports._tr_stored_block = _tr_stored_block;
	exports._tr_flush_block = _tr_flush_block;
	exports._tr_tally = _tr_tally;
	exports._tr_align = _tr_align;
}));

// node_modules/pako/lib/zlib/adler32.js
var require_adler32 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function adler32(adler, buf, len, pos) {
		var s1 = adler & 65535 | 0, s2 = adler >>> 16 & 65535 | 0, n = 0;
		while (len !== 0) {
			n = len > 2e3 ? 2e3 : len;
			len -= n;
			do {
				s1 = s1 + buf[pos++] | 0;
				s2 = s2 + s1 | 0;
			} while (--n);
			s1 %= 65521;
			s2 %= 65521;
		}
		return s1 | s2 << 16 | 0;
	}
	module.exports = adler32;
}));

// node_modules/pako/lib/zlib/crc32.js
var require_crc32 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function makeTable() {
		var c, table = [];
		for (var n = 0; n < 256; n++) {
			c = n;
			for (var k = 0; k < 8; k++) c = c & 1 ? 3988292384 ^ c >>> 1 : c >>> 1;
			table[n] = c;
		}
		return table;
	}
	var crcTable = makeTable();
	function crc32(crc, buf, len, pos) {
		var t = crcTable, end = pos + len;
		crc ^= -1;
		for (var i = pos; i < end; i++) crc = crc >>> 8 ^ t[(crc ^ buf[i]) & 255];
		return crc ^ -1;
	}
	module.exports = crc32;
}));

// node_modules/pako/lib/zlib/messages.js
var require_messages = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = {
		2: "need dictionary",
		1: "stream end",
		0: "",
		"-1": "file error",
		"-2": "stream error",
		"-3": "data error",
		"-4": "insufficient memory",
		"-5": "buffer error",
		"-6": "incompatible version"
	};
}));

// node_modules/pako/lib/zlib/deflate.js
var require_deflate$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var utils = require_common();
	var trees = require_trees();
	var adler32 = require_adler32();
	var crc32 = require_crc32();
	var msg = require_messages();
	var Z_NO_FLUSH = 0;
	var Z_PARTIAL_FLUSH = 1;
	var Z_FULL_FLUSH = 3;
	var Z_FINISH = 4;
	var Z_BLOCK = 5;
	var Z_OK = 0;
	var Z_STREAM_END = 1;
	var Z_STREAM_ERROR = -2;
	var Z_DATA_ERROR = -3;
	var Z_BUF_ERROR = -5;
	var Z_DEFAULT_COMPRESSION = -1;
	var Z_FILTERED = 1;
	var Z_HUFFMAN_ONLY = 2;
	var Z_RLE = 3;
	var Z_FIXED = 4;
	var Z_DEFAULT_STRATEGY = 0;
	var Z_UNKNOWN = 2;
	var Z_DEFLATED = 8;
	var MAX_MEM_LEVEL = 9;
	var MAX_WBITS = 15;
	var DEF_MEM_LEVEL = 8;
	var L_CODES = 286;
	var D_CODES = 30;
	var BL_CODES = 19;
	var HEAP_SIZE = 2 * L_CODES + 1;
	var MAX_BITS = 15;
	var MIN_MATCH = 3;
	var MAX_MATCH = 258;
	var MIN_LOOKAHEAD = MAX_MATCH + MIN_MATCH + 1;
	var PRESET_DICT = 32;
	var INIT_STATE = 42;
	var EXTRA_STATE = 69;
	var NAME_STATE = 73;
	var COMMENT_STATE = 91;
	var HCRC_STATE = 103;
	var BUSY_STATE = 113;
	var FINISH_STATE = 666;
	var BS_NEED_MORE = 1;
	var BS_BLOCK_DONE = 2;
	var BS_FINISH_STARTED = 3;
	var BS_FINISH_DONE = 4;
	var OS_CODE = 3;
	function err(strm, errorCode) {
		strm.msg = msg[errorCode];
		return errorCode;
	}
	function rank(f) {
		return (f << 1) - (f > 4 ? 9 : 0);
	}
	function zero(buf) {
		var len = buf.length;
		while (--len >= 0) buf[len] = 0;
	}
	function flush_pending(strm) {
		var s = strm.state;
		var len = s.pending;
		if (len > strm.avail_out) len = strm.avail_out;
		if (len === 0) return;
		utils.arraySet(strm.output, s.pending_buf, s.pending_out, len, strm.next_out);
		strm.next_out += len;
		s.pending_out += len;
		strm.total_out += len;
		strm.avail_out -= len;
		s.pending -= len;
		if (s.pending === 0) s.pending_out = 0;
	}
	function flush_block_only(s, last) {
		trees._tr_flush_block(s, s.block_start >= 0 ? s.block_start : -1, s.strstart - s.block_start, last);
		s.block_start = s.strstart;
		flush_pending(s.strm);
	}
	function put_byte(s, b) {
		s.pending_buf[s.pending++] = b;
	}
	function putShortMSB(s, b) {
		s.pending_buf[s.pending++] = b >>> 8 & 255;
		s.pending_buf[s.pending++] = b & 255;
	}
	function read_buf(strm, buf, start, size) {
		var len = strm.avail_in;
		if (len > size) len = size;
		if (len === 0) return 0;
		strm.avail_in -= len;
		utils.arraySet(buf, strm.input, strm.next_in, len, start);
		if (strm.state.wrap === 1) strm.adler = adler32(strm.adler, buf, len, start);
		else if (strm.state.wrap === 2) strm.adler = crc32(strm.adler, buf, len, start);
		strm.next_in += len;
		strm.total_in += len;
		return len;
	}
	function longest_match(s, cur_match) {
		var chain_length = s.max_chain_length;
		var scan = s.strstart;
		var match;
		var len;
		var best_len = s.prev_length;
		var nice_match = s.nice_match;
		var limit = s.strstart > s.w_size - MIN_LOOKAHEAD ? s.strstart - (s.w_size - MIN_LOOKAHEAD) : 0;
		var _win = s.window;
		var wmask = s.w_mask;
		var prev = s.prev;
		var strend = s.strstart + MAX_MATCH;
		var scan_end1 = _win[scan + best_len - 1];
		var scan_end = _win[scan + best_len];
		if (s.prev_length >= s.good_match) chain_length >>= 2;
		if (nice_match > s.lookahead) nice_match = s.lookahead;
		do {
			match = cur_match;
			if (_win[match + best_len] !== scan_end || _win[match + best_len - 1] !== scan_end1 || _win[match] !== _win[scan] || _win[++match] !== _win[scan + 1]) continue;
			scan += 2;
			match++;
			do;
			while (_win[++scan] === _win[++match] && _win[++scan] === _win[++match] && _win[++scan] === _win[++match] && _win[++scan] === _win[++match] && _win[++scan] === _win[++match] && _win[++scan] === _win[++match] && _win[++scan] === _win[++match] && _win[++scan] === _win[++match] && scan < strend);
			len = MAX_MATCH - (strend - scan);
			scan = strend - MAX_MATCH;
			if (len > best_len) {
				s.match_start = cur_match;
				best_len = len;
				if (len >= nice_match) break;
				scan_end1 = _win[scan + best_len - 1];
				scan_end = _win[scan + best_len];
			}
		} while ((cur_match = prev[cur_match & wmask]) > limit && --chain_length !== 0);
		if (best_len <= s.lookahead) return best_len;
		return s.lookahead;
	}
	function fill_window(s) {
		var _w_size = s.w_size;
		var p, n, m, more, str;
		do {
			more = s.window_size - s.lookahead - s.strstart;
			if (s.strstart >= _w_size + (_w_size - MIN_LOOKAHEAD)) {
				utils.arraySet(s.window, s.window, _w_size, _w_size, 0);
				s.match_start -= _w_size;
				s.strstart -= _w_size;
				s.block_start -= _w_size;
				n = s.hash_size;
				p = n;
				do {
					m = s.head[--p];
					s.head[p] = m >= _w_size ? m - _w_size : 0;
				} while (--n);
				n = _w_size;
				p = n;
				do {
					m = s.prev[--p];
					s.prev[p] = m >= _w_size ? m - _w_size : 0;
				} while (--n);
				more += _w_size;
			}
			if (s.strm.avail_in === 0) break;
			n = read_buf(s.strm, s.window, s.strstart + s.lookahead, more);
			s.lookahead += n;
			if (s.lookahead + s.insert >= MIN_MATCH) {
				str = s.strstart - s.insert;
				s.ins_h = s.window[str];
				s.ins_h = (s.ins_h << s.hash_shift ^ s.window[str + 1]) & s.hash_mask;
				while (s.insert) {
					s.ins_h = (s.ins_h << s.hash_shift ^ s.window[str + MIN_MATCH - 1]) & s.hash_mask;
					s.prev[str & s.w_mask] = s.head[s.ins_h];
					s.head[s.ins_h] = str;
					str++;
					s.insert--;
					if (s.lookahead + s.insert < MIN_MATCH) break;
				}
			}
		} while (s.lookahead < MIN_LOOKAHEAD && s.strm.avail_in !== 0);
	}
	function deflate_stored(s, flush) {
		var max_block_size = 65535;
		if (max_block_size > s.pending_buf_size - 5) max_block_size = s.pending_buf_size - 5;
		for (;;) {
			if (s.lookahead <= 1) {
				fill_window(s);
				if (s.lookahead === 0 && flush === Z_NO_FLUSH) return BS_NEED_MORE;
				if (s.lookahead === 0) break;
			}
			s.strstart += s.lookahead;
			s.lookahead = 0;
			var max_start = s.block_start + max_block_size;
			if (s.strstart === 0 || s.strstart >= max_start) {
				s.lookahead = s.strstart - max_start;
				s.strstart = max_start;
				/*** FLUSH_BLOCK(s, 0); ***/
				flush_block_only(s, false);
				if (s.strm.avail_out === 0) return BS_NEED_MORE;
			}
			if (s.strstart - s.block_start >= s.w_size - MIN_LOOKAHEAD) {
				/*** FLUSH_BLOCK(s, 0); ***/
				flush_block_only(s, false);
				if (s.strm.avail_out === 0) return BS_NEED_MORE;
			}
		}
		s.insert = 0;
		if (flush === Z_FINISH) {
			/*** FLUSH_BLOCK(s, 1); ***/
			flush_block_only(s, true);
			if (s.strm.avail_out === 0) return BS_FINISH_STARTED;
			return BS_FINISH_DONE;
		}
		if (s.strstart > s.block_start) {
			/*** FLUSH_BLOCK(s, 0); ***/
			flush_block_only(s, false);
			if (s.strm.avail_out === 0) return BS_NEED_MORE;
		}
		return BS_NEED_MORE;
	}
	function deflate_fast(s, flush) {
		var hash_head;
		var bflush;
		for (;;) {
			if (s.lookahead < MIN_LOOKAHEAD) {
				fill_window(s);
				if (s.lookahead < MIN_LOOKAHEAD && flush === Z_NO_FLUSH) return BS_NEED_MORE;
				if (s.lookahead === 0) break;
			}
			hash_head = 0;
			if (s.lookahead >= MIN_MATCH) {
				/*** INSERT_STRING(s, s.strstart, hash_head); ***/
				s.ins_h = (s.ins_h << s.hash_shift ^ s.window[s.strstart + MIN_MATCH - 1]) & s.hash_mask;
				hash_head = s.prev[s.strstart & s.w_mask] = s.head[s.ins_h];
				s.head[s.ins_h] = s.strstart;
			}
			if (hash_head !== 0 && s.strstart - hash_head <= s.w_size - MIN_LOOKAHEAD) s.match_length = longest_match(s, hash_head);
			if (s.match_length >= MIN_MATCH) {
				/*** _tr_tally_dist(s, s.strstart - s.match_start,
				s.match_length - MIN_MATCH, bflush); ***/
				bflush = trees._tr_tally(s, s.strstart - s.match_start, s.match_length - MIN_MATCH);
				s.lookahead -= s.match_length;
				if (s.match_length <= s.max_lazy_match && s.lookahead >= MIN_MATCH) {
					s.match_length--;
					do {
						s.strstart++;
						/*** INSERT_STRING(s, s.strstart, hash_head); ***/
						s.ins_h = (s.ins_h << s.hash_shift ^ s.window[s.strstart + MIN_MATCH - 1]) & s.hash_mask;
						hash_head = s.prev[s.strstart & s.w_mask] = s.head[s.ins_h];
						s.head[s.ins_h] = s.strstart;
					} while (--s.match_length !== 0);
					s.strstart++;
				} else {
					s.strstart += s.match_length;
					s.match_length = 0;
					s.ins_h = s.window[s.strstart];
					s.ins_h = (s.ins_h << s.hash_shift ^ s.window[s.strstart + 1]) & s.hash_mask;
				}
			} else {
				/*** _tr_tally_lit(s, s.window[s.strstart], bflush); ***/
				bflush = trees._tr_tally(s, 0, s.window[s.strstart]);
				s.lookahead--;
				s.strstart++;
			}
			if (bflush) {
				/*** FLUSH_BLOCK(s, 0); ***/
				flush_block_only(s, false);
				if (s.strm.avail_out === 0) return BS_NEED_MORE;
			}
		}
		s.insert = s.strstart < MIN_MATCH - 1 ? s.strstart : MIN_MATCH - 1;
		if (flush === Z_FINISH) {
			/*** FLUSH_BLOCK(s, 1); ***/
			flush_block_only(s, true);
			if (s.strm.avail_out === 0) return BS_FINISH_STARTED;
			return BS_FINISH_DONE;
		}
		if (s.last_lit) {
			/*** FLUSH_BLOCK(s, 0); ***/
			flush_block_only(s, false);
			if (s.strm.avail_out === 0) return BS_NEED_MORE;
		}
		return BS_BLOCK_DONE;
	}
	function deflate_slow(s, flush) {
		var hash_head;
		var bflush;
		var max_insert;
		for (;;) {
			if (s.lookahead < MIN_LOOKAHEAD) {
				fill_window(s);
				if (s.lookahead < MIN_LOOKAHEAD && flush === Z_NO_FLUSH) return BS_NEED_MORE;
				if (s.lookahead === 0) break;
			}
			hash_head = 0;
			if (s.lookahead >= MIN_MATCH) {
				/*** INSERT_STRING(s, s.strstart, hash_head); ***/
				s.ins_h = (s.ins_h << s.hash_shift ^ s.window[s.strstart + MIN_MATCH - 1]) & s.hash_mask;
				hash_head = s.prev[s.strstart & s.w_mask] = s.head[s.ins_h];
				s.head[s.ins_h] = s.strstart;
			}
			s.prev_length = s.match_length;
			s.prev_match = s.match_start;
			s.match_length = MIN_MATCH - 1;
			if (hash_head !== 0 && s.prev_length < s.max_lazy_match && s.strstart - hash_head <= s.w_size - MIN_LOOKAHEAD) {
				s.match_length = longest_match(s, hash_head);
				if (s.match_length <= 5 && (s.strategy === Z_FILTERED || s.match_length === MIN_MATCH && s.strstart - s.match_start > 4096)) s.match_length = MIN_MATCH - 1;
			}
			if (s.prev_length >= MIN_MATCH && s.match_length <= s.prev_length) {
				max_insert = s.strstart + s.lookahead - MIN_MATCH;
				/***_tr_tally_dist(s, s.strstart - 1 - s.prev_match,
				s.prev_length - MIN_MATCH, bflush);***/
				bflush = trees._tr_tally(s, s.strstart - 1 - s.prev_match, s.prev_length - MIN_MATCH);
				s.lookahead -= s.prev_length - 1;
				s.prev_length -= 2;
				do
					if (++s.strstart <= max_insert) {
						/*** INSERT_STRING(s, s.strstart, hash_head); ***/
						s.ins_h = (s.ins_h << s.hash_shift ^ s.window[s.strstart + MIN_MATCH - 1]) & s.hash_mask;
						hash_head = s.prev[s.strstart & s.w_mask] = s.head[s.ins_h];
						s.head[s.ins_h] = s.strstart;
					}
				while (--s.prev_length !== 0);
				s.match_available = 0;
				s.match_length = MIN_MATCH - 1;
				s.strstart++;
				if (bflush) {
					/*** FLUSH_BLOCK(s, 0); ***/
					flush_block_only(s, false);
					if (s.strm.avail_out === 0) return BS_NEED_MORE;
				}
			} else if (s.match_available) {
				/*** _tr_tally_lit(s, s.window[s.strstart-1], bflush); ***/
				bflush = trees._tr_tally(s, 0, s.window[s.strstart - 1]);
				if (bflush)
 /*** FLUSH_BLOCK_ONLY(s, 0) ***/
				flush_block_only(s, false);
				s.strstart++;
				s.lookahead--;
				if (s.strm.avail_out === 0) return BS_NEED_MORE;
			} else {
				s.match_available = 1;
				s.strstart++;
				s.lookahead--;
			}
		}
		if (s.match_available) {
			/*** _tr_tally_lit(s, s.window[s.strstart-1], bflush); ***/
			bflush = trees._tr_tally(s, 0, s.window[s.strstart - 1]);
			s.match_available = 0;
		}
		s.insert = s.strstart < MIN_MATCH - 1 ? s.strstart : MIN_MATCH - 1;
		if (flush === Z_FINISH) {
			/*** FLUSH_BLOCK(s, 1); ***/
			flush_block_only(s, true);
			if (s.strm.avail_out === 0) return BS_FINISH_STARTED;
			return BS_FINISH_DONE;
		}
		if (s.last_lit) {
			/*** FLUSH_BLOCK(s, 0); ***/
			flush_block_only(s, false);
			if (s.strm.avail_out === 0) return BS_NEED_MORE;
		}
		return BS_BLOCK_DONE;
	}
	function deflate_rle(s, flush) {
		var bflush;
		var prev;
		var scan, strend;
		var _win = s.window;
		for (;;) {
			if (s.lookahead <= MAX_MATCH) {
				fill_window(s);
				if (s.lookahead <= MAX_MATCH && flush === Z_NO_FLUSH) return BS_NEED_MORE;
				if (s.lookahead === 0) break;
			}
			s.match_length = 0;
			if (s.lookahead >= MIN_MATCH && s.strstart > 0) {
				scan = s.strstart - 1;
				prev = _win[scan];
				if (prev === _win[++scan] && prev === _win[++scan] && prev === _win[++scan]) {
					strend = s.strstart + MAX_MATCH;
					do;
					while (prev === _win[++scan] && prev === _win[++scan] && prev === _win[++scan] && prev === _win[++scan] && prev === _win[++scan] && prev === _win[++scan] && prev === _win[++scan] && prev === _win[++scan] && scan < strend);
					s.match_length = MAX_MATCH - (strend - scan);
					if (s.match_length > s.lookahead) s.match_length = s.lookahead;
				}
			}
			if (s.match_length >= MIN_MATCH) {
				/*** _tr_tally_dist(s, 1, s.match_length - MIN_MATCH, bflush); ***/
				bflush = trees._tr_tally(s, 1, s.match_length - MIN_MATCH);
				s.lookahead -= s.match_length;
				s.strstart += s.match_length;
				s.match_length = 0;
			} else {
				/*** _tr_tally_lit(s, s.window[s.strstart], bflush); ***/
				bflush = trees._tr_tally(s, 0, s.window[s.strstart]);
				s.lookahead--;
				s.strstart++;
			}
			if (bflush) {
				/*** FLUSH_BLOCK(s, 0); ***/
				flush_block_only(s, false);
				if (s.strm.avail_out === 0) return BS_NEED_MORE;
			}
		}
		s.insert = 0;
		if (flush === Z_FINISH) {
			/*** FLUSH_BLOCK(s, 1); ***/
			flush_block_only(s, true);
			if (s.strm.avail_out === 0) return BS_FINISH_STARTED;
			return BS_FINISH_DONE;
		}
		if (s.last_lit) {
			/*** FLUSH_BLOCK(s, 0); ***/
			flush_block_only(s, false);
			if (s.strm.avail_out === 0) return BS_NEED_MORE;
		}
		return BS_BLOCK_DONE;
	}
	function deflate_huff(s, flush) {
		var bflush;
		for (;;) {
			if (s.lookahead === 0) {
				fill_window(s);
				if (s.lookahead === 0) {
					if (flush === Z_NO_FLUSH) return BS_NEED_MORE;
					break;
				}
			}
			s.match_length = 0;
			/*** _tr_tally_lit(s, s.window[s.strstart], bflush); ***/
			bflush = trees._tr_tally(s, 0, s.window[s.strstart]);
			s.lookahead--;
			s.strstart++;
			if (bflush) {
				/*** FLUSH_BLOCK(s, 0); ***/
				flush_block_only(s, false);
				if (s.strm.avail_out === 0) return BS_NEED_MORE;
			}
		}
		s.insert = 0;
		if (flush === Z_FINISH) {
			/*** FLUSH_BLOCK(s, 1); ***/
			flush_block_only(s, true);
			if (s.strm.avail_out === 0) return BS_FINISH_STARTED;
			return BS_FINISH_DONE;
		}
		if (s.last_lit) {
			/*** FLUSH_BLOCK(s, 0); ***/
			flush_block_only(s, false);
			if (s.strm.avail_out === 0) return BS_NEED_MORE;
		}
		return BS_BLOCK_DONE;
	}
	function Config(good_length, max_lazy, nice_length, max_chain, func) {
		this.good_length = good_length;
		this.max_lazy = max_lazy;
		this.nice_length = nice_length;
		this.max_chain = max_chain;
		this.func = func;
	}
	var configuration_table = [
		new Config(0, 0, 0, 0, deflate_stored),
		new Config(4, 4, 8, 4, deflate_fast),
		new Config(4, 5, 16, 8, deflate_fast),
		new Config(4, 6, 32, 32, deflate_fast),
		new Config(4, 4, 16, 16, deflate_slow),
		new Config(8, 16, 32, 32, deflate_slow),
		new Config(8, 16, 128, 128, deflate_slow),
		new Config(8, 32, 128, 256, deflate_slow),
		new Config(32, 128, 258, 1024, deflate_slow),
		new Config(32, 258, 258, 4096, deflate_slow)
	];
	function lm_init(s) {
		s.window_size = 2 * s.w_size;
		/*** CLEAR_HASH(s); ***/
		zero(s.head);
		s.max_lazy_match = configuration_table[s.level].max_lazy;
		s.good_match = configuration_table[s.level].good_length;
		s.nice_match = configuration_table[s.level].nice_length;
		s.max_chain_length = configuration_table[s.level].max_chain;
		s.strstart = 0;
		s.block_start = 0;
		s.lookahead = 0;
		s.insert = 0;
		s.match_length = s.prev_length = MIN_MATCH - 1;
		s.match_available = 0;
		s.ins_h = 0;
	}
	function DeflateState() {
		this.strm = null;
		this.status = 0;
		this.pending_buf = null;
		this.pending_buf_size = 0;
		this.pending_out = 0;
		this.pending = 0;
		this.wrap = 0;
		this.gzhead = null;
		this.gzindex = 0;
		this.method = Z_DEFLATED;
		this.last_flush = -1;
		this.w_size = 0;
		this.w_bits = 0;
		this.w_mask = 0;
		this.window = null;
		this.window_size = 0;
		this.prev = null;
		this.head = null;
		this.ins_h = 0;
		this.hash_size = 0;
		this.hash_bits = 0;
		this.hash_mask = 0;
		this.hash_shift = 0;
		this.block_start = 0;
		this.match_length = 0;
		this.prev_match = 0;
		this.match_available = 0;
		this.strstart = 0;
		this.match_start = 0;
		this.lookahead = 0;
		this.prev_length = 0;
		this.max_chain_length = 0;
		this.max_lazy_match = 0;
		this.level = 0;
		this.strategy = 0;
		this.good_match = 0;
		this.nice_match = 0;
		this.dyn_ltree = new utils.Buf16(HEAP_SIZE * 2);
		this.dyn_dtree = new utils.Buf16((2 * D_CODES + 1) * 2);
		this.bl_tree = new utils.Buf16((2 * BL_CODES + 1) * 2);
		zero(this.dyn_ltree);
		zero(this.dyn_dtree);
		zero(this.bl_tree);
		this.l_desc = null;
		this.d_desc = null;
		this.bl_desc = null;
		this.bl_count = new utils.Buf16(MAX_BITS + 1);
		this.heap = new utils.Buf16(2 * L_CODES + 1);
		zero(this.heap);
		this.heap_len = 0;
		this.heap_max = 0;
		this.depth = new utils.Buf16(2 * L_CODES + 1);
		zero(this.depth);
		this.l_buf = 0;
		this.lit_bufsize = 0;
		this.last_lit = 0;
		this.d_buf = 0;
		this.opt_len = 0;
		this.static_len = 0;
		this.matches = 0;
		this.insert = 0;
		this.bi_buf = 0;
		this.bi_valid = 0;
	}
	function deflateResetKeep(strm) {
		var s;
		if (!strm || !strm.state) return err(strm, Z_STREAM_ERROR);
		strm.total_in = strm.total_out = 0;
		strm.data_type = Z_UNKNOWN;
		s = strm.state;
		s.pending = 0;
		s.pending_out = 0;
		if (s.wrap < 0) s.wrap = -s.wrap;
		s.status = s.wrap ? INIT_STATE : BUSY_STATE;
		strm.adler = s.wrap === 2 ? 0 : 1;
		s.last_flush = Z_NO_FLUSH;
		trees._tr_init(s);
		return Z_OK;
	}
	function deflateReset(strm) {
		var ret = deflateResetKeep(strm);
		if (ret === Z_OK) lm_init(strm.state);
		return ret;
	}
	function deflateSetHeader(strm, head) {
		if (!strm || !strm.state) return Z_STREAM_ERROR;
		if (strm.state.wrap !== 2) return Z_STREAM_ERROR;
		strm.state.gzhead = head;
		return Z_OK;
	}
	function deflateInit2(strm, level, method, windowBits, memLevel, strategy) {
		if (!strm) return Z_STREAM_ERROR;
		var wrap = 1;
		if (level === Z_DEFAULT_COMPRESSION) level = 6;
		if (windowBits < 0) {
			wrap = 0;
			windowBits = -windowBits;
		} else if (windowBits > 15) {
			wrap = 2;
			windowBits -= 16;
		}
		if (memLevel < 1 || memLevel > MAX_MEM_LEVEL || method !== Z_DEFLATED || windowBits < 8 || windowBits > 15 || level < 0 || level > 9 || strategy < 0 || strategy > Z_FIXED) return err(strm, Z_STREAM_ERROR);
		if (windowBits === 8) windowBits = 9;
		var s = new DeflateState();
		strm.state = s;
		s.strm = strm;
		s.wrap = wrap;
		s.gzhead = null;
		s.w_bits = windowBits;
		s.w_size = 1 << s.w_bits;
		s.w_mask = s.w_size - 1;
		s.hash_bits = memLevel + 7;
		s.hash_size = 1 << s.hash_bits;
		s.hash_mask = s.hash_size - 1;
		s.hash_shift = ~~((s.hash_bits + MIN_MATCH - 1) / MIN_MATCH);
		s.window = new utils.Buf8(s.w_size * 2);
		s.head = new utils.Buf16(s.hash_size);
		s.prev = new utils.Buf16(s.w_size);
		s.lit_bufsize = 1 << memLevel + 6;
		s.pending_buf_size = s.lit_bufsize * 4;
		s.pending_buf = new utils.Buf8(s.pending_buf_size);
		s.d_buf = 1 * s.lit_bufsize;
		s.l_buf = 3 * s.lit_bufsize;
		s.level = level;
		s.strategy = strategy;
		s.method = method;
		return deflateReset(strm);
	}
	function deflateInit(strm, level) {
		return deflateInit2(strm, level, Z_DEFLATED, MAX_WBITS, DEF_MEM_LEVEL, Z_DEFAULT_STRATEGY);
	}
	function deflate(strm, flush) {
		var old_flush, s;
		var beg, val;
		if (!strm || !strm.state || flush > Z_BLOCK || flush < 0) return strm ? err(strm, Z_STREAM_ERROR) : Z_STREAM_ERROR;
		s = strm.state;
		if (!strm.output || !strm.input && strm.avail_in !== 0 || s.status === FINISH_STATE && flush !== Z_FINISH) return err(strm, strm.avail_out === 0 ? Z_BUF_ERROR : Z_STREAM_ERROR);
		s.strm = strm;
		old_flush = s.last_flush;
		s.last_flush = flush;
		if (s.status === INIT_STATE) {
			if (s.wrap === 2) {
				strm.adler = 0;
				put_byte(s, 31);
				put_byte(s, 139);
				put_byte(s, 8);
				if (!s.gzhead) {
					put_byte(s, 0);
					put_byte(s, 0);
					put_byte(s, 0);
					put_byte(s, 0);
					put_byte(s, 0);
					put_byte(s, s.level === 9 ? 2 : s.strategy >= Z_HUFFMAN_ONLY || s.level < 2 ? 4 : 0);
					put_byte(s, OS_CODE);
					s.status = BUSY_STATE;
				} else {
					put_byte(s, (s.gzhead.text ? 1 : 0) + (s.gzhead.hcrc ? 2 : 0) + (!s.gzhead.extra ? 0 : 4) + (!s.gzhead.name ? 0 : 8) + (!s.gzhead.comment ? 0 : 16));
					put_byte(s, s.gzhead.time & 255);
					put_byte(s, s.gzhead.time >> 8 & 255);
					put_byte(s, s.gzhead.time >> 16 & 255);
					put_byte(s, s.gzhead.time >> 24 & 255);
					put_byte(s, s.level === 9 ? 2 : s.strategy >= Z_HUFFMAN_ONLY || s.level < 2 ? 4 : 0);
					put_byte(s, s.gzhead.os & 255);
					if (s.gzhead.extra && s.gzhead.extra.length) {
						put_byte(s, s.gzhead.extra.length & 255);
						put_byte(s, s.gzhead.extra.length >> 8 & 255);
					}
					if (s.gzhead.hcrc) strm.adler = crc32(strm.adler, s.pending_buf, s.pending, 0);
					s.gzindex = 0;
					s.status = EXTRA_STATE;
				}
			} else {
				var header = Z_DEFLATED + (s.w_bits - 8 << 4) << 8;
				var level_flags = -1;
				if (s.strategy >= Z_HUFFMAN_ONLY || s.level < 2) level_flags = 0;
				else if (s.level < 6) level_flags = 1;
				else if (s.level === 6) level_flags = 2;
				else level_flags = 3;
				header |= level_flags << 6;
				if (s.strstart !== 0) header |= PRESET_DICT;
				header += 31 - header % 31;
				s.status = BUSY_STATE;
				putShortMSB(s, header);
				if (s.strstart !== 0) {
					putShortMSB(s, strm.adler >>> 16);
					putShortMSB(s, strm.adler & 65535);
				}
				strm.adler = 1;
			}
		}
		if (s.status === EXTRA_STATE) {
			if (s.gzhead.extra) {
				beg = s.pending;
				while (s.gzindex < (s.gzhead.extra.length & 65535)) {
					if (s.pending === s.pending_buf_size) {
						if (s.gzhead.hcrc && s.pending > beg) strm.adler = crc32(strm.adler, s.pending_buf, s.pending - beg, beg);
						flush_pending(strm);
						beg = s.pending;
						if (s.pending === s.pending_buf_size) break;
					}
					put_byte(s, s.gzhead.extra[s.gzindex] & 255);
					s.gzindex++;
				}
				if (s.gzhead.hcrc && s.pending > beg) strm.adler = crc32(strm.adler, s.pending_buf, s.pending - beg, beg);
				if (s.gzindex === s.gzhead.extra.length) {
					s.gzindex = 0;
					s.status = NAME_STATE;
				}
			} else s.status = NAME_STATE;
		}
		if (s.status === NAME_STATE) {
			if (s.gzhead.name) {
				beg = s.pending;
				do {
					if (s.pending === s.pending_buf_size) {
						if (s.gzhead.hcrc && s.pending > beg) strm.adler = crc32(strm.adler, s.pending_buf, s.pending - beg, beg);
						flush_pending(strm);
						beg = s.pending;
						if (s.pending === s.pending_buf_size) {
							val = 1;
							break;
						}
					}
					if (s.gzindex < s.gzhead.name.length) val = s.gzhead.name.charCodeAt(s.gzindex++) & 255;
					else val = 0;
					put_byte(s, val);
				} while (val !== 0);
				if (s.gzhead.hcrc && s.pending > beg) strm.adler = crc32(strm.adler, s.pending_buf, s.pending - beg, beg);
				if (val === 0) {
					s.gzindex = 0;
					s.status = COMMENT_STATE;
				}
			} else s.status = COMMENT_STATE;
		}
		if (s.status === COMMENT_STATE) {
			if (s.gzhead.comment) {
				beg = s.pending;
				do {
					if (s.pending === s.pending_buf_size) {
						if (s.gzhead.hcrc && s.pending > beg) strm.adler = crc32(strm.adler, s.pending_buf, s.pending - beg, beg);
						flush_pending(strm);
						beg = s.pending;
						if (s.pending === s.pending_buf_size) {
							val = 1;
							break;
						}
					}
					if (s.gzindex < s.gzhead.comment.length) val = s.gzhead.comment.charCodeAt(s.gzindex++) & 255;
					else val = 0;
					put_byte(s, val);
				} while (val !== 0);
				if (s.gzhead.hcrc && s.pending > beg) strm.adler = crc32(strm.adler, s.pending_buf, s.pending - beg, beg);
				if (val === 0) s.status = HCRC_STATE;
			} else s.status = HCRC_STATE;
		}
		if (s.status === HCRC_STATE) {
			if (s.gzhead.hcrc) {
				if (s.pending + 2 > s.pending_buf_size) flush_pending(strm);
				if (s.pending + 2 <= s.pending_buf_size) {
					put_byte(s, strm.adler & 255);
					put_byte(s, strm.adler >> 8 & 255);
					strm.adler = 0;
					s.status = BUSY_STATE;
				}
			} else s.status = BUSY_STATE;
		}
		if (s.pending !== 0) {
			flush_pending(strm);
			if (strm.avail_out === 0) {
				s.last_flush = -1;
				return Z_OK;
			}
		} else if (strm.avail_in === 0 && rank(flush) <= rank(old_flush) && flush !== Z_FINISH) return err(strm, Z_BUF_ERROR);
		if (s.status === FINISH_STATE && strm.avail_in !== 0) return err(strm, Z_BUF_ERROR);
		if (strm.avail_in !== 0 || s.lookahead !== 0 || flush !== Z_NO_FLUSH && s.status !== FINISH_STATE) {
			var bstate = s.strategy === Z_HUFFMAN_ONLY ? deflate_huff(s, flush) : s.strategy === Z_RLE ? deflate_rle(s, flush) : configuration_table[s.level].func(s, flush);
			if (bstate === BS_FINISH_STARTED || bstate === BS_FINISH_DONE) s.status = FINISH_STATE;
			if (bstate === BS_NEED_MORE || bstate === BS_FINISH_STARTED) {
				if (strm.avail_out === 0) s.last_flush = -1;
				return Z_OK;
			}
			if (bstate === BS_BLOCK_DONE) {
				if (flush === Z_PARTIAL_FLUSH) trees._tr_align(s);
				else if (flush !== Z_BLOCK) {
					trees._tr_stored_block(s, 0, 0, false);
					if (flush === Z_FULL_FLUSH) {
						/*** CLEAR_HASH(s); ***/ zero(s.head);
						if (s.lookahead === 0) {
							s.strstart = 0;
							s.block_start = 0;
							s.insert = 0;
						}
					}
				}
				flush_pending(strm);
				if (strm.avail_out === 0) {
					s.last_flush = -1;
					return Z_OK;
				}
			}
		}
		if (flush !== Z_FINISH) return Z_OK;
		if (s.wrap <= 0) return Z_STREAM_END;
		if (s.wrap === 2) {
			put_byte(s, strm.adler & 255);
			put_byte(s, strm.adler >> 8 & 255);
			put_byte(s, strm.adler >> 16 & 255);
			put_byte(s, strm.adler >> 24 & 255);
			put_byte(s, strm.total_in & 255);
			put_byte(s, strm.total_in >> 8 & 255);
			put_byte(s, strm.total_in >> 16 & 255);
			put_byte(s, strm.total_in >> 24 & 255);
		} else {
			putShortMSB(s, strm.adler >>> 16);
			putShortMSB(s, strm.adler & 65535);
		}
		flush_pending(strm);
		if (s.wrap > 0) s.wrap = -s.wrap;
		return s.pending !== 0 ? Z_OK : Z_STREAM_END;
	}
	function deflateEnd(strm) {
		var status;
		if (!strm || !strm.state) return Z_STREAM_ERROR;
		status = strm.state.status;
		if (status !== INIT_STATE && status !== EXTRA_STATE && status !== NAME_STATE && status !== COMMENT_STATE && status !== HCRC_STATE && status !== BUSY_STATE && status !== FINISH_STATE) return err(strm, Z_STREAM_ERROR);
		strm.state = null;
		return status === BUSY_STATE ? err(strm, Z_DATA_ERROR) : Z_OK;
	}
	function deflateSetDictionary(strm, dictionary) {
		var dictLength = dictionary.length;
		var s;
		var str, n;
		var wrap;
		var avail;
		var next;
		var input;
		var tmpDict;
		if (!strm || !strm.state) return Z_STREAM_ERROR;
		s = strm.state;
		wrap = s.wrap;
		if (wrap === 2 || wrap === 1 && s.status !== INIT_STATE || s.lookahead) return Z_STREAM_ERROR;
		if (wrap === 1) strm.adler = adler32(strm.adler, dictionary, dictLength, 0);
		s.wrap = 0;
		if (dictLength >= s.w_size) {
			if (wrap === 0) {
				/*** CLEAR_HASH(s); ***/
				zero(s.head);
				s.strstart = 0;
				s.block_start = 0;
				s.insert = 0;
			}
			tmpDict = new utils.Buf8(s.w_size);
			utils.arraySet(tmpDict, dictionary, dictLength - s.w_size, s.w_size, 0);
			dictionary = tmpDict;
			dictLength = s.w_size;
		}
		avail = strm.avail_in;
		next = strm.next_in;
		input = strm.input;
		strm.avail_in = dictLength;
		strm.next_in = 0;
		strm.input = dictionary;
		fill_window(s);
		while (s.lookahead >= MIN_MATCH) {
			str = s.strstart;
			n = s.lookahead - (MIN_MATCH - 1);
			do {
				s.ins_h = (s.ins_h << s.hash_shift ^ s.window[str + MIN_MATCH - 1]) & s.hash_mask;
				s.prev[str & s.w_mask] = s.head[s.ins_h];
				s.head[s.ins_h] = str;
				str++;
			} while (--n);
			s.strstart = str;
			s.lookahead = MIN_MATCH - 1;
			fill_window(s);
		}
		s.strstart += s.lookahead;
		s.block_start = s.strstart;
		s.insert = s.lookahead;
		s.lookahead = 0;
		s.match_length = s.prev_length = MIN_MATCH - 1;
		s.match_available = 0;
		strm.next_in = next;
		strm.input = input;
		strm.avail_in = avail;
		s.wrap = wrap;
		return Z_OK;
	}
	exports.deflateInit = deflateInit;
	exports.deflateInit2 = deflateInit2;
	exports.deflateReset = deflateReset;
	exports.deflateResetKeep = deflateResetKeep;
	exports.deflateSetHeader = deflateSetHeader;
	exports.deflate = deflate;
	exports.deflateEnd = deflateEnd;
	exports.deflateSetDictionary = deflateSetDictionary;
	exports.deflateInfo = "pako deflate (from Nodeca project)";
}));

// node_modules/pako/lib/utils/strings.js
var require_strings = /* @__PURE__ */ __commonJSMin(((exports) => {
	var utils = require_common();
	var STR_APPLY_OK = true;
	var STR_APPLY_UIA_OK = true;
	try {
		String.fromCharCode.apply(null, [0]);
	} catch (__) {
		STR_APPLY_OK = false;
	}
	try {
		String.fromCharCode.apply(null, /* @__PURE__ */ new Uint8Array(1));
	} catch (__) {
		STR_APPLY_UIA_OK = false;
	}
	var _utf8len = new utils.Buf8(256);
	for (var q = 0; q < 256; q++) _utf8len[q] = q >= 252 ? 6 : q >= 248 ? 5 : q >= 240 ? 4 : q >= 224 ? 3 : q >= 192 ? 2 : 1;
	_utf8len[254] = _utf8len[254] = 1;
	exports.string2buf = function(str) {
		var buf, c, c2, m_pos, i, str_len = str.length, buf_len = 0;
		for (m_pos = 0; m_pos < str_len; m_pos++) {
			c = str.charCodeAt(m_pos);
			if ((c & 64512) === 55296 && m_pos + 1 < str_len) {
				c2 = str.charCodeAt(m_pos + 1);
				if ((c2 & 64512) === 56320) {
					c = 65536 + (c - 55296 << 10) + (c2 - 56320);
					m_pos++;
				}
			}
			buf_len += c < 128 ? 1 : c < 2048 ? 2 : c < 65536 ? 3 : 4;
		}
		buf = new utils.Buf8(buf_len);
		for (i = 0, m_pos = 0; i < buf_len; m_pos++) {
			c = str.charCodeAt(m_pos);
			if ((c & 64512) === 55296 && m_pos + 1 < str_len) {
				c2 = str.charCodeAt(m_pos + 1);
				if ((c2 & 64512) === 56320) {
					c = 65536 + (c - 55296 << 10) + (c2 - 56320);
					m_pos++;
				}
			}
			if (c < 128) buf[i++] = c;
			else if (c < 2048) {
				buf[i++] = 192 | c >>> 6;
				buf[i++] = 128 | c & 63;
			} else if (c < 65536) {
				buf[i++] = 224 | c >>> 12;
				buf[i++] = 128 | c >>> 6 & 63;
				buf[i++] = 128 | c & 63;
			} else {
				buf[i++] = 240 | c >>> 18;
				buf[i++] = 128 | c >>> 12 & 63;
				buf[i++] = 128 | c >>> 6 & 63;
				buf[i++] = 128 | c & 63;
			}
		}
		return buf;
	};
	function buf2binstring(buf, len) {
		if (len < 65534) {
			if (buf.subarray && STR_APPLY_UIA_OK || !buf.subarray && STR_APPLY_OK) return String.fromCharCode.apply(null, utils.shrinkBuf(buf, len));
		}
		var result = "";
		for (var i = 0; i < len; i++) result += String.fromCharCode(buf[i]);
		return result;
	}
	exports.buf2binstring = function(buf) {
		return buf2binstring(buf, buf.length);
	};
	exports.binstring2buf = function(str) {
		var buf = new utils.Buf8(str.length);
		for (var i = 0, len = buf.length; i < len; i++) buf[i] = str.charCodeAt(i);
		return buf;
	};
	exports.buf2string = function(buf, max) {
		var i, out, c, c_len;
		var len = max || buf.length;
		var utf16buf = new Array(len * 2);
		for (out = 0, i = 0; i < len;) {
			c = buf[i++];
			if (c < 128) {
				utf16buf[out++] = c;
				continue;
			}
			c_len = _utf8len[c];
			if (c_len > 4) {
				utf16buf[out++] = 65533;
				i += c_len - 1;
				continue;
			}
			c &= c_len === 2 ? 31 : c_len === 3 ? 15 : 7;
			while (c_len > 1 && i < len) {
				c = c << 6 | buf[i++] & 63;
				c_len--;
			}
			if (c_len > 1) {
				utf16buf[out++] = 65533;
				continue;
			}
			if (c < 65536) utf16buf[out++] = c;
			else {
				c -= 65536;
				utf16buf[out++] = 55296 | c >> 10 & 1023;
				utf16buf[out++] = 56320 | c & 1023;
			}
		}
		return buf2binstring(utf16buf, out);
	};
	exports.utf8border = function(buf, max) {
		var pos;
		max = max || buf.length;
		if (max > buf.length) max = buf.length;
		pos = max - 1;
		while (pos >= 0 && (buf[pos] & 192) === 128) pos--;
		if (pos < 0) return max;
		if (pos === 0) return max;
		return pos + _utf8len[buf[pos]] > max ? pos : max;
	};
}));

// node_modules/pako/lib/zlib/zstream.js
var require_zstream = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function ZStream() {
		this.input = null;
		this.next_in = 0;
		this.avail_in = 0;
		this.total_in = 0;
		this.output = null;
		this.next_out = 0;
		this.avail_out = 0;
		this.total_out = 0;
		this.msg = "";
		this.state = null;
		this.data_type = 2;
		this.adler = 0;
	}
	module.exports = ZStream;
}));

// node_modules/pako/lib/deflate.js
var require_deflate = /* @__PURE__ */ __commonJSMin(((exports) => {
	var zlib_deflate = require_deflate$1();
	var utils = require_common();
	var strings = require_strings();
	var msg = require_messages();
	var ZStream = require_zstream();
	var toString = Object.prototype.toString;
	var Z_NO_FLUSH = 0;
	var Z_FINISH = 4;
	var Z_OK = 0;
	var Z_STREAM_END = 1;
	var Z_SYNC_FLUSH = 2;
	var Z_DEFAULT_COMPRESSION = -1;
	var Z_DEFAULT_STRATEGY = 0;
	var Z_DEFLATED = 8;
	/**
	* class Deflate
	*
	* Generic JS-style wrapper for zlib calls. If you don't need
	* streaming behaviour - use more simple functions: [[deflate]],
	* [[deflateRaw]] and [[gzip]].
	**/
	/**
	* Deflate.result -> Uint8Array|Array
	*
	* Compressed result, generated by default [[Deflate#onData]]
	* and [[Deflate#onEnd]] handlers. Filled after you push last chunk
	* (call [[Deflate#push]] with `Z_FINISH` / `true` param)  or if you
	* push a chunk with explicit flush (call [[Deflate#push]] with
	* `Z_SYNC_FLUSH` param).
	**/
	/**
	* Deflate.err -> Number
	*
	* Error code after deflate finished. 0 (Z_OK) on success.
	* You will not need it in real life, because deflate errors
	* are possible only on wrong options or bad `onData` / `onEnd`
	* custom handlers.
	**/
	/**
	* Deflate.msg -> String
	*
	* Error message, if [[Deflate.err]] != 0
	**/
	/**
	* new Deflate(options)
	* - options (Object): zlib deflate options.
	*
	* Creates new deflator instance with specified params. Throws exception
	* on bad params. Supported options:
	*
	* - `level`
	* - `windowBits`
	* - `memLevel`
	* - `strategy`
	* - `dictionary`
	*
	* [http://zlib.net/manual.html#Advanced](http://zlib.net/manual.html#Advanced)
	* for more information on these.
	*
	* Additional options, for internal needs:
	*
	* - `chunkSize` - size of generated data chunks (16K by default)
	* - `raw` (Boolean) - do raw deflate
	* - `gzip` (Boolean) - create gzip wrapper
	* - `to` (String) - if equal to 'string', then result will be "binary string"
	*    (each char code [0..255])
	* - `header` (Object) - custom header for gzip
	*   - `text` (Boolean) - true if compressed data believed to be text
	*   - `time` (Number) - modification time, unix timestamp
	*   - `os` (Number) - operation system code
	*   - `extra` (Array) - array of bytes with extra data (max 65536)
	*   - `name` (String) - file name (binary string)
	*   - `comment` (String) - comment (binary string)
	*   - `hcrc` (Boolean) - true if header crc should be added
	*
	* ##### Example:
	*
	* ```javascript
	* var pako = require('pako')
	*   , chunk1 = Uint8Array([1,2,3,4,5,6,7,8,9])
	*   , chunk2 = Uint8Array([10,11,12,13,14,15,16,17,18,19]);
	*
	* var deflate = new pako.Deflate({ level: 3});
	*
	* deflate.push(chunk1, false);
	* deflate.push(chunk2, true);  // true -> last chunk
	*
	* if (deflate.err) { throw new Error(deflate.err); }
	*
	* console.log(deflate.result);
	* ```
	**/
	function Deflate(options) {
		if (!(this instanceof Deflate)) return new Deflate(options);
		this.options = utils.assign({
			level: Z_DEFAULT_COMPRESSION,
			method: Z_DEFLATED,
			chunkSize: 16384,
			windowBits: 15,
			memLevel: 8,
			strategy: Z_DEFAULT_STRATEGY,
			to: ""
		}, options || {});
		var opt = this.options;
		if (opt.raw && opt.windowBits > 0) opt.windowBits = -opt.windowBits;
		else if (opt.gzip && opt.windowBits > 0 && opt.windowBits < 16) opt.windowBits += 16;
		this.err = 0;
		this.msg = "";
		this.ended = false;
		this.chunks = [];
		this.strm = new ZStream();
		this.strm.avail_out = 0;
		var status = zlib_deflate.deflateInit2(this.strm, opt.level, opt.method, opt.windowBits, opt.memLevel, opt.strategy);
		if (status !== Z_OK) throw new Error(msg[status]);
		if (opt.header) zlib_deflate.deflateSetHeader(this.strm, opt.header);
		if (opt.dictionary) {
			var dict;
			if (typeof opt.dictionary === "string") dict = strings.string2buf(opt.dictionary);
			else if (toString.call(opt.dictionary) === "[object ArrayBuffer]") dict = new Uint8Array(opt.dictionary);
			else dict = opt.dictionary;
			status = zlib_deflate.deflateSetDictionary(this.strm, dict);
			if (status !== Z_OK) throw new Error(msg[status]);
			this._dict_set = true;
		}
	}
	/**
	* Deflate#push(data[, mode]) -> Boolean
	* - data (Uint8Array|Array|ArrayBuffer|String): input data. Strings will be
	*   converted to utf8 byte sequence.
	* - mode (Number|Boolean): 0..6 for corresponding Z_NO_FLUSH..Z_TREE modes.
	*   See constants. Skipped or `false` means Z_NO_FLUSH, `true` means Z_FINISH.
	*
	* Sends input data to deflate pipe, generating [[Deflate#onData]] calls with
	* new compressed chunks. Returns `true` on success. The last data block must have
	* mode Z_FINISH (or `true`). That will flush internal pending buffers and call
	* [[Deflate#onEnd]]. For interim explicit flushes (without ending the stream) you
	* can use mode Z_SYNC_FLUSH, keeping the compression context.
	*
	* On fail call [[Deflate#onEnd]] with error code and return false.
	*
	* We strongly recommend to use `Uint8Array` on input for best speed (output
	* array format is detected automatically). Also, don't skip last param and always
	* use the same type in your code (boolean or number). That will improve JS speed.
	*
	* For regular `Array`-s make sure all elements are [0..255].
	*
	* ##### Example
	*
	* ```javascript
	* push(chunk, false); // push one of data chunks
	* ...
	* push(chunk, true);  // push last chunk
	* ```
	**/
	Deflate.prototype.push = function(data, mode) {
		var strm = this.strm;
		var chunkSize = this.options.chunkSize;
		var status, _mode;
		if (this.ended) return false;
		_mode = mode === ~~mode ? mode : mode === true ? Z_FINISH : Z_NO_FLUSH;
		if (typeof data === "string") strm.input = strings.string2buf(data);
		else if (toString.call(data) === "[object ArrayBuffer]") strm.input = new Uint8Array(data);
		else strm.input = data;
		strm.next_in = 0;
		strm.avail_in = strm.input.length;
		do {
			if (strm.avail_out === 0) {
				strm.output = new utils.Buf8(chunkSize);
				strm.next_out = 0;
				strm.avail_out = chunkSize;
			}
			status = zlib_deflate.deflate(strm, _mode);
			if (status !== Z_STREAM_END && status !== Z_OK) {
				this.onEnd(status);
				this.ended = true;
				return false;
			}
			if (strm.avail_out === 0 || strm.avail_in === 0 && (_mode === Z_FINISH || _mode === Z_SYNC_FLUSH)) {
				if (this.options.to === "string") this.onData(strings.buf2binstring(utils.shrinkBuf(strm.output, strm.next_out)));
				else this.onData(utils.shrinkBuf(strm.output, strm.next_out));
			}
		} while ((strm.avail_in > 0 || strm.avail_out === 0) && status !== Z_STREAM_END);
		if (_mode === Z_FINISH) {
			status = zlib_deflate.deflateEnd(this.strm);
			this.onEnd(status);
			this.ended = true;
			return status === Z_OK;
		}
		if (_mode === Z_SYNC_FLUSH) {
			this.onEnd(Z_OK);
			strm.avail_out = 0;
			return true;
		}
		return true;
	};
	/**
	* Deflate#onData(chunk) -> Void
	* - chunk (Uint8Array|Array|String): output data. Type of array depends
	*   on js engine support. When string output requested, each chunk
	*   will be string.
	*
	* By default, stores data blocks in `chunks[]` property and glue
	* those in `onEnd`. Override this handler, if you need another behaviour.
	**/
	Deflate.prototype.onData = function(chunk) {
		this.chunks.push(chunk);
	};
	/**
	* Deflate#onEnd(status) -> Void
	* - status (Number): deflate status. 0 (Z_OK) on success,
	*   other if not.
	*
	* Called once after you tell deflate that the input stream is
	* complete (Z_FINISH) or should be flushed (Z_SYNC_FLUSH)
	* or if an error happened. By default - join collected chunks,
	* free memory and fill `results` / `err` properties.
	**/
	Deflate.prototype.onEnd = function(status) {
		if (status === Z_OK) {
			if (this.options.to === "string") this.result = this.chunks.join("");
			else this.result = utils.flattenChunks(this.chunks);
		}
		this.chunks = [];
		this.err = status;
		this.msg = this.strm.msg;
	};
	/**
	* deflate(data[, options]) -> Uint8Array|Array|String
	* - data (Uint8Array|Array|String): input data to compress.
	* - options (Object): zlib deflate options.
	*
	* Compress `data` with deflate algorithm and `options`.
	*
	* Supported options are:
	*
	* - level
	* - windowBits
	* - memLevel
	* - strategy
	* - dictionary
	*
	* [http://zlib.net/manual.html#Advanced](http://zlib.net/manual.html#Advanced)
	* for more information on these.
	*
	* Sugar (options):
	*
	* - `raw` (Boolean) - say that we work with raw stream, if you don't wish to specify
	*   negative windowBits implicitly.
	* - `to` (String) - if equal to 'string', then result will be "binary string"
	*    (each char code [0..255])
	*
	* ##### Example:
	*
	* ```javascript
	* var pako = require('pako')
	*   , data = Uint8Array([1,2,3,4,5,6,7,8,9]);
	*
	* console.log(pako.deflate(data));
	* ```
	**/
	function deflate(input, options) {
		var deflator = new Deflate(options);
		deflator.push(input, true);
		if (deflator.err) throw deflator.msg || msg[deflator.err];
		return deflator.result;
	}
	/**
	* deflateRaw(data[, options]) -> Uint8Array|Array|String
	* - data (Uint8Array|Array|String): input data to compress.
	* - options (Object): zlib deflate options.
	*
	* The same as [[deflate]], but creates raw data, without wrapper
	* (header and adler32 crc).
	**/
	function deflateRaw(input, options) {
		options = options || {};
		options.raw = true;
		return deflate(input, options);
	}
	/**
	* gzip(data[, options]) -> Uint8Array|Array|String
	* - data (Uint8Array|Array|String): input data to compress.
	* - options (Object): zlib deflate options.
	*
	* The same as [[deflate]], but create gzip wrapper instead of
	* deflate one.
	**/
	function gzip(input, options) {
		options = options || {};
		options.gzip = true;
		return deflate(input, options);
	}
	exports.Deflate = Deflate;
	exports.deflate = deflate;
	exports.deflateRaw = deflateRaw;
	exports.gzip = gzip;
}));

// node_modules/pako/lib/zlib/inffast.js
var require_inffast = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var BAD = 30;
	var TYPE = 12;
	module.exports = function inflate_fast(strm, start) {
		var state;
		var _in;
		var last;
		var _out;
		var beg;
		var end;
		var dmax;
		var wsize;
		var whave;
		var wnext;
		var s_window;
		var hold;
		var bits;
		var lcode;
		var dcode;
		var lmask;
		var dmask;
		var here;
		var op;
		var len;
		var dist;
		var from;
		var from_source;
		var input, output;
		state = strm.state;
		_in = strm.next_in;
		input = strm.input;
		last = _in + (strm.avail_in - 5);
		_out = strm.next_out;
		output = strm.output;
		beg = _out - (start - strm.avail_out);
		end = _out + (strm.avail_out - 257);
		dmax = state.dmax;
		wsize = state.wsize;
		whave = state.whave;
		wnext = state.wnext;
		s_window = state.window;
		hold = state.hold;
		bits = state.bits;
		lcode = state.lencode;
		dcode = state.distcode;
		lmask = (1 << state.lenbits) - 1;
		dmask = (1 << state.distbits) - 1;
		top: do {
			if (bits < 15) {
				hold += input[_in++] << bits;
				bits += 8;
				hold += input[_in++] << bits;
				bits += 8;
			}
			here = lcode[hold & lmask];
			dolen: for (;;) {
				op = here >>> 24;
				hold >>>= op;
				bits -= op;
				op = here >>> 16 & 255;
				if (op === 0) output[_out++] = here & 65535;
				else if (op & 16) {
					len = here & 65535;
					op &= 15;
					if (op) {
						if (bits < op) {
							hold += input[_in++] << bits;
							bits += 8;
						}
						len += hold & (1 << op) - 1;
						hold >>>= op;
						bits -= op;
					}
					if (bits < 15) {
						hold += input[_in++] << bits;
						bits += 8;
						hold += input[_in++] << bits;
						bits += 8;
					}
					here = dcode[hold & dmask];
					dodist: for (;;) {
						op = here >>> 24;
						hold >>>= op;
						bits -= op;
						op = here >>> 16 & 255;
						if (op & 16) {
							dist = here & 65535;
							op &= 15;
							if (bits < op) {
								hold += input[_in++] << bits;
								bits += 8;
								if (bits < op) {
									hold += input[_in++] << bits;
									bits += 8;
								}
							}
							dist += hold & (1 << op) - 1;
							if (dist > dmax) {
								strm.msg = "invalid distance too far back";
								state.mode = BAD;
								break top;
							}
							hold >>>= op;
							bits -= op;
							op = _out - beg;
							if (dist > op) {
								op = dist - op;
								if (op > whave) {
									if (state.sane) {
										strm.msg = "invalid distance too far back";
										state.mode = BAD;
										break top;
									}
								}
								from = 0;
								from_source = s_window;
								if (wnext === 0) {
									from += wsize - op;
									if (op < len) {
										len -= op;
										do
											output[_out++] = s_window[from++];
										while (--op);
										from = _out - dist;
										from_source = output;
									}
								} else if (wnext < op) {
									from += wsize + wnext - op;
									op -= wnext;
									if (op < len) {
										len -= op;
										do
											output[_out++] = s_window[from++];
										while (--op);
										from = 0;
										if (wnext < len) {
											op = wnext;
											len -= op;
											do
												output[_out++] = s_window[from++];
											while (--op);
											from = _out - dist;
											from_source = output;
										}
									}
								} else {
									from += wnext - op;
									if (op < len) {
										len -= op;
										do
											output[_out++] = s_window[from++];
										while (--op);
										from = _out - dist;
										from_source = output;
									}
								}
								while (len > 2) {
									output[_out++] = from_source[from++];
									output[_out++] = from_source[from++];
									output[_out++] = from_source[from++];
									len -= 3;
								}
								if (len) {
									output[_out++] = from_source[from++];
									if (len > 1) output[_out++] = from_source[from++];
								}
							} else {
								from = _out - dist;
								do {
									output[_out++] = output[from++];
									output[_out++] = output[from++];
									output[_out++] = output[from++];
									len -= 3;
								} while (len > 2);
								if (len) {
									output[_out++] = output[from++];
									if (len > 1) output[_out++] = output[from++];
								}
							}
						} else if ((op & 64) === 0) {
							here = dcode[(here & 65535) + (hold & (1 << op) - 1)];
							continue dodist;
						} else {
							strm.msg = "invalid distance code";
							state.mode = BAD;
							break top;
						}
						break;
					}
				} else if ((op & 64) === 0) {
					here = lcode[(here & 65535) + (hold & (1 << op) - 1)];
					continue dolen;
				} else if (op & 32) {
					state.mode = TYPE;
					break top;
				} else {
					strm.msg = "invalid literal/length code";
					state.mode = BAD;
					break top;
				}
				break;
			}
		} while (_in < last && _out < end);
		len = bits >> 3;
		_in -= len;
		bits -= len << 3;
		hold &= (1 << bits) - 1;
		strm.next_in = _in;
		strm.next_out = _out;
		strm.avail_in = _in < last ? 5 + (last - _in) : 5 - (_in - last);
		strm.avail_out = _out < end ? 257 + (end - _out) : 257 - (_out - end);
		state.hold = hold;
		state.bits = bits;
	};
}));

// node_modules/pako/lib/zlib/inftrees.js
var require_inftrees = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var utils = require_common();
	var MAXBITS = 15;
	var ENOUGH_LENS = 852;
	var ENOUGH_DISTS = 592;
	var CODES = 0;
	var LENS = 1;
	var DISTS = 2;
	var lbase = [
		3,
		4,
		5,
		6,
		7,
		8,
		9,
		10,
		11,
		13,
		15,
		17,
		19,
		23,
		27,
		31,
		35,
		43,
		51,
		59,
		67,
		83,
		99,
		115,
		131,
		163,
		195,
		227,
		258,
		0,
		0
	];
	var lext = [
		16,
		16,
		16,
		16,
		16,
		16,
		16,
		16,
		17,
		17,
		17,
		17,
		18,
		18,
		18,
		18,
		19,
		19,
		19,
		19,
		20,
		20,
		20,
		20,
		21,
		21,
		21,
		21,
		16,
		72,
		78
	];
	var dbase = [
		1,
		2,
		3,
		4,
		5,
		7,
		9,
		13,
		17,
		25,
		33,
		49,
		65,
		97,
		129,
		193,
		257,
		385,
		513,
		769,
		1025,
		1537,
		2049,
		3073,
		4097,
		6145,
		8193,
		12289,
		16385,
		24577,
		0,
		0
	];
	var dext = [
		16,
		16,
		16,
		16,
		17,
		17,
		18,
		18,
		19,
		19,
		20,
		20,
		21,
		21,
		22,
		22,
		23,
		23,
		24,
		24,
		25,
		25,
		26,
		26,
		27,
		27,
		28,
		28,
		29,
		29,
		64,
		64
	];
	module.exports = function inflate_table(type, lens, lens_index, codes, table, table_index, work, opts) {
		var bits = opts.bits;
		var len = 0;
		var sym = 0;
		var min = 0, max = 0;
		var root = 0;
		var curr = 0;
		var drop = 0;
		var left = 0;
		var used = 0;
		var huff = 0;
		var incr;
		var fill;
		var low;
		var mask;
		var next;
		var base = null;
		var base_index = 0;
		var end;
		var count = new utils.Buf16(MAXBITS + 1);
		var offs = new utils.Buf16(MAXBITS + 1);
		var extra = null;
		var extra_index = 0;
		var here_bits, here_op, here_val;
		for (len = 0; len <= MAXBITS; len++) count[len] = 0;
		for (sym = 0; sym < codes; sym++) count[lens[lens_index + sym]]++;
		root = bits;
		for (max = MAXBITS; max >= 1; max--) if (count[max] !== 0) break;
		if (root > max) root = max;
		if (max === 0) {
			table[table_index++] = 20971520;
			table[table_index++] = 20971520;
			opts.bits = 1;
			return 0;
		}
		for (min = 1; min < max; min++) if (count[min] !== 0) break;
		if (root < min) root = min;
		left = 1;
		for (len = 1; len <= MAXBITS; len++) {
			left <<= 1;
			left -= count[len];
			if (left < 0) return -1;
		}
		if (left > 0 && (type === CODES || max !== 1)) return -1;
		offs[1] = 0;
		for (len = 1; len < MAXBITS; len++) offs[len + 1] = offs[len] + count[len];
		for (sym = 0; sym < codes; sym++) if (lens[lens_index + sym] !== 0) work[offs[lens[lens_index + sym]]++] = sym;
		if (type === CODES) {
			base = extra = work;
			end = 19;
		} else if (type === LENS) {
			base = lbase;
			base_index -= 257;
			extra = lext;
			extra_index -= 257;
			end = 256;
		} else {
			base = dbase;
			extra = dext;
			end = -1;
		}
		huff = 0;
		sym = 0;
		len = min;
		next = table_index;
		curr = root;
		drop = 0;
		low = -1;
		used = 1 << root;
		mask = used - 1;
		if (type === LENS && used > ENOUGH_LENS || type === DISTS && used > ENOUGH_DISTS) return 1;
		for (;;) {
			here_bits = len - drop;
			if (work[sym] < end) {
				here_op = 0;
				here_val = work[sym];
			} else if (work[sym] > end) {
				here_op = extra[extra_index + work[sym]];
				here_val = base[base_index + work[sym]];
			} else {
				here_op = 96;
				here_val = 0;
			}
			incr = 1 << len - drop;
			fill = 1 << curr;
			min = fill;
			do {
				fill -= incr;
				table[next + (huff >> drop) + fill] = here_bits << 24 | here_op << 16 | here_val | 0;
			} while (fill !== 0);
			incr = 1 << len - 1;
			while (huff & incr) incr >>= 1;
			if (incr !== 0) {
				huff &= incr - 1;
				huff += incr;
			} else huff = 0;
			sym++;
			if (--count[len] === 0) {
				if (len === max) break;
				len = lens[lens_index + work[sym]];
			}
			if (len > root && (huff & mask) !== low) {
				if (drop === 0) drop = root;
				next += min;
				curr = len - drop;
				left = 1 << curr;
				while (curr + drop < max) {
					left -= count[curr + drop];
					if (left <= 0) break;
					curr++;
					left <<= 1;
				}
				used += 1 << curr;
				if (type === LENS && used > ENOUGH_LENS || type === DISTS && used > ENOUGH_DISTS) return 1;
				low = huff & mask;
				table[low] = root << 24 | curr << 16 | next - table_index | 0;
			}
		}
		if (huff !== 0) table[next + huff] = len - drop << 24 | 4194304;
		opts.bits = root;
		return 0;
	};
}));

// node_modules/pako/lib/zlib/inflate.js
var require_inflate$1 = /* @__PURE__ */ __commonJSMin(((exports) => {
	var utils = require_common();
	var adler32 = require_adler32();
	var crc32 = require_crc32();
	var inflate_fast = require_inffast();
	var inflate_table = require_inftrees();
	var CODES = 0;
	var LENS = 1;
	var DISTS = 2;
	var Z_FINISH = 4;
	var Z_BLOCK = 5;
	var Z_TREES = 6;
	var Z_OK = 0;
	var Z_STREAM_END = 1;
	var Z_NEED_DICT = 2;
	var Z_STREAM_ERROR = -2;
	var Z_DATA_ERROR = -3;
	var Z_MEM_ERROR = -4;
	var Z_BUF_ERROR = -5;
	var Z_DEFLATED = 8;
	var HEAD = 1;
	var FLAGS = 2;
	var TIME = 3;
	var OS = 4;
	var EXLEN = 5;
	var EXTRA = 6;
	var NAME = 7;
	var COMMENT = 8;
	var HCRC = 9;
	var DICTID = 10;
	var DICT = 11;
	var TYPE = 12;
	var TYPEDO = 13;
	var STORED = 14;
	var COPY_ = 15;
	var COPY = 16;
	var TABLE = 17;
	var LENLENS = 18;
	var CODELENS = 19;
	var LEN_ = 20;
	var LEN = 21;
	var LENEXT = 22;
	var DIST = 23;
	var DISTEXT = 24;
	var MATCH = 25;
	var LIT = 26;
	var CHECK = 27;
	var LENGTH = 28;
	var DONE = 29;
	var BAD = 30;
	var MEM = 31;
	var SYNC = 32;
	var ENOUGH_LENS = 852;
	var ENOUGH_DISTS = 592;
	var DEF_WBITS = 15;
	function zswap32(q) {
		return (q >>> 24 & 255) + (q >>> 8 & 65280) + ((q & 65280) << 8) + ((q & 255) << 24);
	}
	function InflateState() {
		this.mode = 0;
		this.last = false;
		this.wrap = 0;
		this.havedict = false;
		this.flags = 0;
		this.dmax = 0;
		this.check = 0;
		this.total = 0;
		this.head = null;
		this.wbits = 0;
		this.wsize = 0;
		this.whave = 0;
		this.wnext = 0;
		this.window = null;
		this.hold = 0;
		this.bits = 0;
		this.length = 0;
		this.offset = 0;
		this.extra = 0;
		this.lencode = null;
		this.distcode = null;
		this.lenbits = 0;
		this.distbits = 0;
		this.ncode = 0;
		this.nlen = 0;
		this.ndist = 0;
		this.have = 0;
		this.next = null;
		this.lens = new utils.Buf16(320);
		this.work = new utils.Buf16(288);
		this.lendyn = null;
		this.distdyn = null;
		this.sane = 0;
		this.back = 0;
		this.was = 0;
	}
	function inflateResetKeep(strm) {
		var state;
		if (!strm || !strm.state) return Z_STREAM_ERROR;
		state = strm.state;
		strm.total_in = strm.total_out = state.total = 0;
		strm.msg = "";
		if (state.wrap) strm.adler = state.wrap & 1;
		state.mode = HEAD;
		state.last = 0;
		state.havedict = 0;
		state.dmax = 32768;
		state.head = null;
		state.hold = 0;
		state.bits = 0;
		state.lencode = state.lendyn = new utils.Buf32(ENOUGH_LENS);
		state.distcode = state.distdyn = new utils.Buf32(ENOUGH_DISTS);
		state.sane = 1;
		state.back = -1;
		return Z_OK;
	}
	function inflateReset(strm) {
		var state;
		if (!strm || !strm.state) return Z_STREAM_ERROR;
		state = strm.state;
		state.wsize = 0;
		state.whave = 0;
		state.wnext = 0;
		return inflateResetKeep(strm);
	}
	function inflateReset2(strm, windowBits) {
		var wrap;
		var state;
		if (!strm || !strm.state) return Z_STREAM_ERROR;
		state = strm.state;
		if (windowBits < 0) {
			wrap = 0;
			windowBits = -windowBits;
		} else {
			wrap = (windowBits >> 4) + 1;
			if (windowBits < 48) windowBits &= 15;
		}
		if (windowBits && (windowBits < 8 || windowBits > 15)) return Z_STREAM_ERROR;
		if (state.window !== null && state.wbits !== windowBits) state.window = null;
		state.wrap = wrap;
		state.wbits = windowBits;
		return inflateReset(strm);
	}
	function inflateInit2(strm, windowBits) {
		var ret;
		var state;
		if (!strm) return Z_STREAM_ERROR;
		state = new InflateState();
		strm.state = state;
		state.window = null;
		ret = inflateReset2(strm, windowBits);
		if (ret !== Z_OK) strm.state = null;
		return ret;
	}
	function inflateInit(strm) {
		return inflateInit2(strm, DEF_WBITS);
	}
	var virgin = true;
	var lenfix;
	var distfix;
	function fixedtables(state) {
		if (virgin) {
			var sym;
			lenfix = new utils.Buf32(512);
			distfix = new utils.Buf32(32);
			sym = 0;
			while (sym < 144) state.lens[sym++] = 8;
			while (sym < 256) state.lens[sym++] = 9;
			while (sym < 280) state.lens[sym++] = 7;
			while (sym < 288) state.lens[sym++] = 8;
			inflate_table(LENS, state.lens, 0, 288, lenfix, 0, state.work, { bits: 9 });
			sym = 0;
			while (sym < 32) state.lens[sym++] = 5;
			inflate_table(DISTS, state.lens, 0, 32, distfix, 0, state.work, { bits: 5 });
			virgin = false;
		}
		state.lencode = lenfix;
		state.lenbits = 9;
		state.distcode = distfix;
		state.distbits = 5;
	}
	function updatewindow(strm, src, end, copy) {
		var dist;
		var state = strm.state;
		if (state.window === null) {
			state.wsize = 1 << state.wbits;
			state.wnext = 0;
			state.whave = 0;
			state.window = new utils.Buf8(state.wsize);
		}
		if (copy >= state.wsize) {
			utils.arraySet(state.window, src, end - state.wsize, state.wsize, 0);
			state.wnext = 0;
			state.whave = state.wsize;
		} else {
			dist = state.wsize - state.wnext;
			if (dist > copy) dist = copy;
			utils.arraySet(state.window, src, end - copy, dist, state.wnext);
			copy -= dist;
			if (copy) {
				utils.arraySet(state.window, src, end - copy, copy, 0);
				state.wnext = copy;
				state.whave = state.wsize;
			} else {
				state.wnext += dist;
				if (state.wnext === state.wsize) state.wnext = 0;
				if (state.whave < state.wsize) state.whave += dist;
			}
		}
		return 0;
	}
	function inflate(strm, flush) {
		var state;
		var input, output;
		var next;
		var put;
		var have, left;
		var hold;
		var bits;
		var _in, _out;
		var copy;
		var from;
		var from_source;
		var here = 0;
		var here_bits, here_op, here_val;
		var last_bits, last_op, last_val;
		var len;
		var ret;
		var hbuf = new utils.Buf8(4);
		var opts;
		var n;
		var order = [
			16,
			17,
			18,
			0,
			8,
			7,
			9,
			6,
			10,
			5,
			11,
			4,
			12,
			3,
			13,
			2,
			14,
			1,
			15
		];
		if (!strm || !strm.state || !strm.output || !strm.input && strm.avail_in !== 0) return Z_STREAM_ERROR;
		state = strm.state;
		if (state.mode === TYPE) state.mode = TYPEDO;
		put = strm.next_out;
		output = strm.output;
		left = strm.avail_out;
		next = strm.next_in;
		input = strm.input;
		have = strm.avail_in;
		hold = state.hold;
		bits = state.bits;
		_in = have;
		_out = left;
		ret = Z_OK;
		inf_leave: for (;;) switch (state.mode) {
			case HEAD:
				if (state.wrap === 0) {
					state.mode = TYPEDO;
					break;
				}
				while (bits < 16) {
					if (have === 0) break inf_leave;
					have--;
					hold += input[next++] << bits;
					bits += 8;
				}
				if (state.wrap & 2 && hold === 35615) {
					state.check = 0;
					hbuf[0] = hold & 255;
					hbuf[1] = hold >>> 8 & 255;
					state.check = crc32(state.check, hbuf, 2, 0);
					hold = 0;
					bits = 0;
					state.mode = FLAGS;
					break;
				}
				state.flags = 0;
				if (state.head) state.head.done = false;
				if (!(state.wrap & 1) || (((hold & 255) << 8) + (hold >> 8)) % 31) {
					strm.msg = "incorrect header check";
					state.mode = BAD;
					break;
				}
				if ((hold & 15) !== Z_DEFLATED) {
					strm.msg = "unknown compression method";
					state.mode = BAD;
					break;
				}
				hold >>>= 4;
				bits -= 4;
				len = (hold & 15) + 8;
				if (state.wbits === 0) state.wbits = len;
				else if (len > state.wbits) {
					strm.msg = "invalid window size";
					state.mode = BAD;
					break;
				}
				state.dmax = 1 << len;
				strm.adler = state.check = 1;
				state.mode = hold & 512 ? DICTID : TYPE;
				hold = 0;
				bits = 0;
				break;
			case FLAGS:
				while (bits < 16) {
					if (have === 0) break inf_leave;
					have--;
					hold += input[next++] << bits;
					bits += 8;
				}
				state.flags = hold;
				if ((state.flags & 255) !== Z_DEFLATED) {
					strm.msg = "unknown compression method";
					state.mode = BAD;
					break;
				}
				if (state.flags & 57344) {
					strm.msg = "unknown header flags set";
					state.mode = BAD;
					break;
				}
				if (state.head) state.head.text = hold >> 8 & 1;
				if (state.flags & 512) {
					hbuf[0] = hold & 255;
					hbuf[1] = hold >>> 8 & 255;
					state.check = crc32(state.check, hbuf, 2, 0);
				}
				hold = 0;
				bits = 0;
				state.mode = TIME;
			case TIME:
				while (bits < 32) {
					if (have === 0) break inf_leave;
					have--;
					hold += input[next++] << bits;
					bits += 8;
				}
				if (state.head) state.head.time = hold;
				if (state.flags & 512) {
					hbuf[0] = hold & 255;
					hbuf[1] = hold >>> 8 & 255;
					hbuf[2] = hold >>> 16 & 255;
					hbuf[3] = hold >>> 24 & 255;
					state.check = crc32(state.check, hbuf, 4, 0);
				}
				hold = 0;
				bits = 0;
				state.mode = OS;
			case OS:
				while (bits < 16) {
					if (have === 0) break inf_leave;
					have--;
					hold += input[next++] << bits;
					bits += 8;
				}
				if (state.head) {
					state.head.xflags = hold & 255;
					state.head.os = hold >> 8;
				}
				if (state.flags & 512) {
					hbuf[0] = hold & 255;
					hbuf[1] = hold >>> 8 & 255;
					state.check = crc32(state.check, hbuf, 2, 0);
				}
				hold = 0;
				bits = 0;
				state.mode = EXLEN;
			case EXLEN:
				if (state.flags & 1024) {
					while (bits < 16) {
						if (have === 0) break inf_leave;
						have--;
						hold += input[next++] << bits;
						bits += 8;
					}
					state.length = hold;
					if (state.head) state.head.extra_len = hold;
					if (state.flags & 512) {
						hbuf[0] = hold & 255;
						hbuf[1] = hold >>> 8 & 255;
						state.check = crc32(state.check, hbuf, 2, 0);
					}
					hold = 0;
					bits = 0;
				} else if (state.head) state.head.extra = null;
				state.mode = EXTRA;
			case EXTRA:
				if (state.flags & 1024) {
					copy = state.length;
					if (copy > have) copy = have;
					if (copy) {
						if (state.head) {
							len = state.head.extra_len - state.length;
							if (!state.head.extra) state.head.extra = new Array(state.head.extra_len);
							utils.arraySet(state.head.extra, input, next, copy, len);
						}
						if (state.flags & 512) state.check = crc32(state.check, input, copy, next);
						have -= copy;
						next += copy;
						state.length -= copy;
					}
					if (state.length) break inf_leave;
				}
				state.length = 0;
				state.mode = NAME;
			case NAME:
				if (state.flags & 2048) {
					if (have === 0) break inf_leave;
					copy = 0;
					do {
						len = input[next + copy++];
						if (state.head && len && state.length < 65536) state.head.name += String.fromCharCode(len);
					} while (len && copy < have);
					if (state.flags & 512) state.check = crc32(state.check, input, copy, next);
					have -= copy;
					next += copy;
					if (len) break inf_leave;
				} else if (state.head) state.head.name = null;
				state.length = 0;
				state.mode = COMMENT;
			case COMMENT:
				if (state.flags & 4096) {
					if (have === 0) break inf_leave;
					copy = 0;
					do {
						len = input[next + copy++];
						if (state.head && len && state.length < 65536) state.head.comment += String.fromCharCode(len);
					} while (len && copy < have);
					if (state.flags & 512) state.check = crc32(state.check, input, copy, next);
					have -= copy;
					next += copy;
					if (len) break inf_leave;
				} else if (state.head) state.head.comment = null;
				state.mode = HCRC;
			case HCRC:
				if (state.flags & 512) {
					while (bits < 16) {
						if (have === 0) break inf_leave;
						have--;
						hold += input[next++] << bits;
						bits += 8;
					}
					if (hold !== (state.check & 65535)) {
						strm.msg = "header crc mismatch";
						state.mode = BAD;
						break;
					}
					hold = 0;
					bits = 0;
				}
				if (state.head) {
					state.head.hcrc = state.flags >> 9 & 1;
					state.head.done = true;
				}
				strm.adler = state.check = 0;
				state.mode = TYPE;
				break;
			case DICTID:
				while (bits < 32) {
					if (have === 0) break inf_leave;
					have--;
					hold += input[next++] << bits;
					bits += 8;
				}
				strm.adler = state.check = zswap32(hold);
				hold = 0;
				bits = 0;
				state.mode = DICT;
			case DICT:
				if (state.havedict === 0) {
					strm.next_out = put;
					strm.avail_out = left;
					strm.next_in = next;
					strm.avail_in = have;
					state.hold = hold;
					state.bits = bits;
					return Z_NEED_DICT;
				}
				strm.adler = state.check = 1;
				state.mode = TYPE;
			case TYPE: if (flush === Z_BLOCK || flush === Z_TREES) break inf_leave;
			case TYPEDO:
				if (state.last) {
					hold >>>= bits & 7;
					bits -= bits & 7;
					state.mode = CHECK;
					break;
				}
				while (bits < 3) {
					if (have === 0) break inf_leave;
					have--;
					hold += input[next++] << bits;
					bits += 8;
				}
				state.last = hold & 1;
				hold >>>= 1;
				bits -= 1;
				switch (hold & 3) {
					case 0:
						state.mode = STORED;
						break;
					case 1:
						fixedtables(state);
						state.mode = LEN_;
						if (flush === Z_TREES) {
							hold >>>= 2;
							bits -= 2;
							break inf_leave;
						}
						break;
					case 2:
						state.mode = TABLE;
						break;
					case 3:
						strm.msg = "invalid block type";
						state.mode = BAD;
				}
				hold >>>= 2;
				bits -= 2;
				break;
			case STORED:
				hold >>>= bits & 7;
				bits -= bits & 7;
				while (bits < 32) {
					if (have === 0) break inf_leave;
					have--;
					hold += input[next++] << bits;
					bits += 8;
				}
				if ((hold & 65535) !== (hold >>> 16 ^ 65535)) {
					strm.msg = "invalid stored block lengths";
					state.mode = BAD;
					break;
				}
				state.length = hold & 65535;
				hold = 0;
				bits = 0;
				state.mode = COPY_;
				if (flush === Z_TREES) break inf_leave;
			case COPY_: state.mode = COPY;
			case COPY:
				copy = state.length;
				if (copy) {
					if (copy > have) copy = have;
					if (copy > left) copy = left;
					if (copy === 0) break inf_leave;
					utils.arraySet(output, input, next, copy, put);
					have -= copy;
					next += copy;
					left -= copy;
					put += copy;
					state.length -= copy;
					break;
				}
				state.mode = TYPE;
				break;
			case TABLE:
				while (bits < 14) {
					if (have === 0) break inf_leave;
					have--;
					hold += input[next++] << bits;
					bits += 8;
				}
				state.nlen = (hold & 31) + 257;
				hold >>>= 5;
				bits -= 5;
				state.ndist = (hold & 31) + 1;
				hold >>>= 5;
				bits -= 5;
				state.ncode = (hold & 15) + 4;
				hold >>>= 4;
				bits -= 4;
				if (state.nlen > 286 || state.ndist > 30) {
					strm.msg = "too many length or distance symbols";
					state.mode = BAD;
					break;
				}
				state.have = 0;
				state.mode = LENLENS;
			case LENLENS:
				while (state.have < state.ncode) {
					while (bits < 3) {
						if (have === 0) break inf_leave;
						have--;
						hold += input[next++] << bits;
						bits += 8;
					}
					state.lens[order[state.have++]] = hold & 7;
					hold >>>= 3;
					bits -= 3;
				}
				while (state.have < 19) state.lens[order[state.have++]] = 0;
				state.lencode = state.lendyn;
				state.lenbits = 7;
				opts = { bits: state.lenbits };
				ret = inflate_table(CODES, state.lens, 0, 19, state.lencode, 0, state.work, opts);
				state.lenbits = opts.bits;
				if (ret) {
					strm.msg = "invalid code lengths set";
					state.mode = BAD;
					break;
				}
				state.have = 0;
				state.mode = CODELENS;
			case CODELENS:
				while (state.have < state.nlen + state.ndist) {
					for (;;) {
						here = state.lencode[hold & (1 << state.lenbits) - 1];
						here_bits = here >>> 24;
						here_op = here >>> 16 & 255;
						here_val = here & 65535;
						if (here_bits <= bits) break;
						if (have === 0) break inf_leave;
						have--;
						hold += input[next++] << bits;
						bits += 8;
					}
					if (here_val < 16) {
						hold >>>= here_bits;
						bits -= here_bits;
						state.lens[state.have++] = here_val;
					} else {
						if (here_val === 16) {
							n = here_bits + 2;
							while (bits < n) {
								if (have === 0) break inf_leave;
								have--;
								hold += input[next++] << bits;
								bits += 8;
							}
							hold >>>= here_bits;
							bits -= here_bits;
							if (state.have === 0) {
								strm.msg = "invalid bit length repeat";
								state.mode = BAD;
								break;
							}
							len = state.lens[state.have - 1];
							copy = 3 + (hold & 3);
							hold >>>= 2;
							bits -= 2;
						} else if (here_val === 17) {
							n = here_bits + 3;
							while (bits < n) {
								if (have === 0) break inf_leave;
								have--;
								hold += input[next++] << bits;
								bits += 8;
							}
							hold >>>= here_bits;
							bits -= here_bits;
							len = 0;
							copy = 3 + (hold & 7);
							hold >>>= 3;
							bits -= 3;
						} else {
							n = here_bits + 7;
							while (bits < n) {
								if (have === 0) break inf_leave;
								have--;
								hold += input[next++] << bits;
								bits += 8;
							}
							hold >>>= here_bits;
							bits -= here_bits;
							len = 0;
							copy = 11 + (hold & 127);
							hold >>>= 7;
							bits -= 7;
						}
						if (state.have + copy > state.nlen + state.ndist) {
							strm.msg = "invalid bit length repeat";
							state.mode = BAD;
							break;
						}
						while (copy--) state.lens[state.have++] = len;
					}
				}
				if (state.mode === BAD) break;
				if (state.lens[256] === 0) {
					strm.msg = "invalid code -- missing end-of-block";
					state.mode = BAD;
					break;
				}
				state.lenbits = 9;
				opts = { bits: state.lenbits };
				ret = inflate_table(LENS, state.lens, 0, state.nlen, state.lencode, 0, state.work, opts);
				state.lenbits = opts.bits;
				if (ret) {
					strm.msg = "invalid literal/lengths set";
					state.mode = BAD;
					break;
				}
				state.distbits = 6;
				state.distcode = state.distdyn;
				opts = { bits: state.distbits };
				ret = inflate_table(DISTS, state.lens, state.nlen, state.ndist, state.distcode, 0, state.work, opts);
				state.distbits = opts.bits;
				if (ret) {
					strm.msg = "invalid distances set";
					state.mode = BAD;
					break;
				}
				state.mode = LEN_;
				if (flush === Z_TREES) break inf_leave;
			case LEN_: state.mode = LEN;
			case LEN:
				if (have >= 6 && left >= 258) {
					strm.next_out = put;
					strm.avail_out = left;
					strm.next_in = next;
					strm.avail_in = have;
					state.hold = hold;
					state.bits = bits;
					inflate_fast(strm, _out);
					put = strm.next_out;
					output = strm.output;
					left = strm.avail_out;
					next = strm.next_in;
					input = strm.input;
					have = strm.avail_in;
					hold = state.hold;
					bits = state.bits;
					if (state.mode === TYPE) state.back = -1;
					break;
				}
				state.back = 0;
				for (;;) {
					here = state.lencode[hold & (1 << state.lenbits) - 1];
					here_bits = here >>> 24;
					here_op = here >>> 16 & 255;
					here_val = here & 65535;
					if (here_bits <= bits) break;
					if (have === 0) break inf_leave;
					have--;
					hold += input[next++] << bits;
					bits += 8;
				}
				if (here_op && (here_op & 240) === 0) {
					last_bits = here_bits;
					last_op = here_op;
					last_val = here_val;
					for (;;) {
						here = state.lencode[last_val + ((hold & (1 << last_bits + last_op) - 1) >> last_bits)];
						here_bits = here >>> 24;
						here_op = here >>> 16 & 255;
						here_val = here & 65535;
						if (last_bits + here_bits <= bits) break;
						if (have === 0) break inf_leave;
						have--;
						hold += input[next++] << bits;
						bits += 8;
					}
					hold >>>= last_bits;
					bits -= last_bits;
					state.back += last_bits;
				}
				hold >>>= here_bits;
				bits -= here_bits;
				state.back += here_bits;
				state.length = here_val;
				if (here_op === 0) {
					state.mode = LIT;
					break;
				}
				if (here_op & 32) {
					state.back = -1;
					state.mode = TYPE;
					break;
				}
				if (here_op & 64) {
					strm.msg = "invalid literal/length code";
					state.mode = BAD;
					break;
				}
				state.extra = here_op & 15;
				state.mode = LENEXT;
			case LENEXT:
				if (state.extra) {
					n = state.extra;
					while (bits < n) {
						if (have === 0) break inf_leave;
						have--;
						hold += input[next++] << bits;
						bits += 8;
					}
					state.length += hold & (1 << state.extra) - 1;
					hold >>>= state.extra;
					bits -= state.extra;
					state.back += state.extra;
				}
				state.was = state.length;
				state.mode = DIST;
			case DIST:
				for (;;) {
					here = state.distcode[hold & (1 << state.distbits) - 1];
					here_bits = here >>> 24;
					here_op = here >>> 16 & 255;
					here_val = here & 65535;
					if (here_bits <= bits) break;
					if (have === 0) break inf_leave;
					have--;
					hold += input[next++] << bits;
					bits += 8;
				}
				if ((here_op & 240) === 0) {
					last_bits = here_bits;
					last_op = here_op;
					last_val = here_val;
					for (;;) {
						here = state.distcode[last_val + ((hold & (1 << last_bits + last_op) - 1) >> last_bits)];
						here_bits = here >>> 24;
						here_op = here >>> 16 & 255;
						here_val = here & 65535;
						if (last_bits + here_bits <= bits) break;
						if (have === 0) break inf_leave;
						have--;
						hold += input[next++] << bits;
						bits += 8;
					}
					hold >>>= last_bits;
					bits -= last_bits;
					state.back += last_bits;
				}
				hold >>>= here_bits;
				bits -= here_bits;
				state.back += here_bits;
				if (here_op & 64) {
					strm.msg = "invalid distance code";
					state.mode = BAD;
					break;
				}
				state.offset = here_val;
				state.extra = here_op & 15;
				state.mode = DISTEXT;
			case DISTEXT:
				if (state.extra) {
					n = state.extra;
					while (bits < n) {
						if (have === 0) break inf_leave;
						have--;
						hold += input[next++] << bits;
						bits += 8;
					}
					state.offset += hold & (1 << state.extra) - 1;
					hold >>>= state.extra;
					bits -= state.extra;
					state.back += state.extra;
				}
				if (state.offset > state.dmax) {
					strm.msg = "invalid distance too far back";
					state.mode = BAD;
					break;
				}
				state.mode = MATCH;
			case MATCH:
				if (left === 0) break inf_leave;
				copy = _out - left;
				if (state.offset > copy) {
					copy = state.offset - copy;
					if (copy > state.whave) {
						if (state.sane) {
							strm.msg = "invalid distance too far back";
							state.mode = BAD;
							break;
						}
					}
					if (copy > state.wnext) {
						copy -= state.wnext;
						from = state.wsize - copy;
					} else from = state.wnext - copy;
					if (copy > state.length) copy = state.length;
					from_source = state.window;
				} else {
					from_source = output;
					from = put - state.offset;
					copy = state.length;
				}
				if (copy > left) copy = left;
				left -= copy;
				state.length -= copy;
				do
					output[put++] = from_source[from++];
				while (--copy);
				if (state.length === 0) state.mode = LEN;
				break;
			case LIT:
				if (left === 0) break inf_leave;
				output[put++] = state.length;
				left--;
				state.mode = LEN;
				break;
			case CHECK:
				if (state.wrap) {
					while (bits < 32) {
						if (have === 0) break inf_leave;
						have--;
						hold |= input[next++] << bits;
						bits += 8;
					}
					_out -= left;
					strm.total_out += _out;
					state.total += _out;
					if (_out) strm.adler = state.check = state.flags ? crc32(state.check, output, _out, put - _out) : adler32(state.check, output, _out, put - _out);
					_out = left;
					if ((state.flags ? hold : zswap32(hold)) !== state.check) {
						strm.msg = "incorrect data check";
						state.mode = BAD;
						break;
					}
					hold = 0;
					bits = 0;
				}
				state.mode = LENGTH;
			case LENGTH:
				if (state.wrap && state.flags) {
					while (bits < 32) {
						if (have === 0) break inf_leave;
						have--;
						hold += input[next++] << bits;
						bits += 8;
					}
					if (hold !== (state.total & 4294967295)) {
						strm.msg = "incorrect length check";
						state.mode = BAD;
						break;
					}
					hold = 0;
					bits = 0;
				}
				state.mode = DONE;
			case DONE:
				ret = Z_STREAM_END;
				break inf_leave;
			case BAD:
				ret = Z_DATA_ERROR;
				break inf_leave;
			case MEM: return Z_MEM_ERROR;
			case SYNC:
			default: return Z_STREAM_ERROR;
		}
		strm.next_out = put;
		strm.avail_out = left;
		strm.next_in = next;
		strm.avail_in = have;
		state.hold = hold;
		state.bits = bits;
		if (state.wsize || _out !== strm.avail_out && state.mode < BAD && (state.mode < CHECK || flush !== Z_FINISH)) {
			if (updatewindow(strm, strm.output, strm.next_out, _out - strm.avail_out)) {
				state.mode = MEM;
				return Z_MEM_ERROR;
			}
		}
		_in -= strm.avail_in;
		_out -= strm.avail_out;
		strm.total_in += _in;
		strm.total_out += _out;
		state.total += _out;
		if (state.wrap && _out) strm.adler = state.check = state.flags ? crc32(state.check, output, _out, strm.next_out - _out) : adler32(state.check, output, _out, strm.next_out - _out);
		strm.data_type = state.bits + (state.last ? 64 : 0) + (state.mode === TYPE ? 128 : 0) + (state.mode === LEN_ || state.mode === COPY_ ? 256 : 0);
		if ((_in === 0 && _out === 0 || flush === Z_FINISH) && ret === Z_OK) ret = Z_BUF_ERROR;
		return ret;
	}
	function inflateEnd(strm) {
		if (!strm || !strm.state) return Z_STREAM_ERROR;
		var state = strm.state;
		if (state.window) state.window = null;
		strm.state = null;
		return Z_OK;
	}
	function inflateGetHeader(strm, head) {
		var state;
		if (!strm || !strm.state) return Z_STREAM_ERROR;
		state = strm.state;
		if ((state.wrap & 2) === 0) return Z_STREAM_ERROR;
		state.head = head;
		head.done = false;
		return Z_OK;
	}
	function inflateSetDictionary(strm, dictionary) {
		var dictLength = dictionary.length;
		var state;
		var dictid;
		var ret;
		if (!strm || !strm.state) return Z_STREAM_ERROR;
		state = strm.state;
		if (state.wrap !== 0 && state.mode !== DICT) return Z_STREAM_ERROR;
		if (state.mode === DICT) {
			dictid = 1;
			dictid = adler32(dictid, dictionary, dictLength, 0);
			if (dictid !== state.check) return Z_DATA_ERROR;
		}
		ret = updatewindow(strm, dictionary, dictLength, dictLength);
		if (ret) {
			state.mode = MEM;
			return Z_MEM_ERROR;
		}
		state.havedict = 1;
		return Z_OK;
	}
	exports.inflateReset = inflateReset;
	exports.inflateReset2 = inflateReset2;
	exports.inflateResetKeep = inflateResetKeep;
	exports.inflateInit = inflateInit;
	exports.inflateInit2 = inflateInit2;
	exports.inflate = inflate;
	exports.inflateEnd = inflateEnd;
	exports.inflateGetHeader = inflateGetHeader;
	exports.inflateSetDictionary = inflateSetDictionary;
	exports.inflateInfo = "pako inflate (from Nodeca project)";
}));

// node_modules/pako/lib/zlib/constants.js
var require_constants = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = {
		Z_NO_FLUSH: 0,
		Z_PARTIAL_FLUSH: 1,
		Z_SYNC_FLUSH: 2,
		Z_FULL_FLUSH: 3,
		Z_FINISH: 4,
		Z_BLOCK: 5,
		Z_TREES: 6,
		Z_OK: 0,
		Z_STREAM_END: 1,
		Z_NEED_DICT: 2,
		Z_ERRNO: -1,
		Z_STREAM_ERROR: -2,
		Z_DATA_ERROR: -3,
		Z_BUF_ERROR: -5,
		Z_NO_COMPRESSION: 0,
		Z_BEST_SPEED: 1,
		Z_BEST_COMPRESSION: 9,
		Z_DEFAULT_COMPRESSION: -1,
		Z_FILTERED: 1,
		Z_HUFFMAN_ONLY: 2,
		Z_RLE: 3,
		Z_FIXED: 4,
		Z_DEFAULT_STRATEGY: 0,
		Z_BINARY: 0,
		Z_TEXT: 1,
		Z_UNKNOWN: 2,
		Z_DEFLATED: 8
	};
}));

// node_modules/pako/lib/zlib/gzheader.js
var require_gzheader = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function GZheader() {
		this.text = 0;
		this.time = 0;
		this.xflags = 0;
		this.os = 0;
		this.extra = null;
		this.extra_len = 0;
		this.name = "";
		this.comment = "";
		this.hcrc = 0;
		this.done = false;
	}
	module.exports = GZheader;
}));

// node_modules/pako/lib/inflate.js
var require_inflate = /* @__PURE__ */ __commonJSMin(((exports) => {
	var zlib_inflate = require_inflate$1();
	var utils = require_common();
	var strings = require_strings();
	var c = require_constants();
	var msg = require_messages();
	var ZStream = require_zstream();
	var GZheader = require_gzheader();
	var toString = Object.prototype.toString;
	/**
	* class Inflate
	*
	* Generic JS-style wrapper for zlib calls. If you don't need
	* streaming behaviour - use more simple functions: [[inflate]]
	* and [[inflateRaw]].
	**/
	/**
	* Inflate.result -> Uint8Array|Array|String
	*
	* Uncompressed result, generated by default [[Inflate#onData]]
	* and [[Inflate#onEnd]] handlers. Filled after you push last chunk
	* (call [[Inflate#push]] with `Z_FINISH` / `true` param) or if you
	* push a chunk with explicit flush (call [[Inflate#push]] with
	* `Z_SYNC_FLUSH` param).
	**/
	/**
	* Inflate.err -> Number
	*
	* Error code after inflate finished. 0 (Z_OK) on success.
	* Should be checked if broken data possible.
	**/
	/**
	* Inflate.msg -> String
	*
	* Error message, if [[Inflate.err]] != 0
	**/
	/**
	* new Inflate(options)
	* - options (Object): zlib inflate options.
	*
	* Creates new inflator instance with specified params. Throws exception
	* on bad params. Supported options:
	*
	* - `windowBits`
	* - `dictionary`
	*
	* [http://zlib.net/manual.html#Advanced](http://zlib.net/manual.html#Advanced)
	* for more information on these.
	*
	* Additional options, for internal needs:
	*
	* - `chunkSize` - size of generated data chunks (16K by default)
	* - `raw` (Boolean) - do raw inflate
	* - `to` (String) - if equal to 'string', then result will be converted
	*   from utf8 to utf16 (javascript) string. When string output requested,
	*   chunk length can differ from `chunkSize`, depending on content.
	*
	* By default, when no options set, autodetect deflate/gzip data format via
	* wrapper header.
	*
	* ##### Example:
	*
	* ```javascript
	* var pako = require('pako')
	*   , chunk1 = Uint8Array([1,2,3,4,5,6,7,8,9])
	*   , chunk2 = Uint8Array([10,11,12,13,14,15,16,17,18,19]);
	*
	* var inflate = new pako.Inflate({ level: 3});
	*
	* inflate.push(chunk1, false);
	* inflate.push(chunk2, true);  // true -> last chunk
	*
	* if (inflate.err) { throw new Error(inflate.err); }
	*
	* console.log(inflate.result);
	* ```
	**/
	function Inflate(options) {
		if (!(this instanceof Inflate)) return new Inflate(options);
		this.options = utils.assign({
			chunkSize: 16384,
			windowBits: 0,
			to: ""
		}, options || {});
		var opt = this.options;
		if (opt.raw && opt.windowBits >= 0 && opt.windowBits < 16) {
			opt.windowBits = -opt.windowBits;
			if (opt.windowBits === 0) opt.windowBits = -15;
		}
		if (opt.windowBits >= 0 && opt.windowBits < 16 && !(options && options.windowBits)) opt.windowBits += 32;
		if (opt.windowBits > 15 && opt.windowBits < 48) {
			if ((opt.windowBits & 15) === 0) opt.windowBits |= 15;
		}
		this.err = 0;
		this.msg = "";
		this.ended = false;
		this.chunks = [];
		this.strm = new ZStream();
		this.strm.avail_out = 0;
		var status = zlib_inflate.inflateInit2(this.strm, opt.windowBits);
		if (status !== c.Z_OK) throw new Error(msg[status]);
		this.header = new GZheader();
		zlib_inflate.inflateGetHeader(this.strm, this.header);
		if (opt.dictionary) {
			if (typeof opt.dictionary === "string") opt.dictionary = strings.string2buf(opt.dictionary);
			else if (toString.call(opt.dictionary) === "[object ArrayBuffer]") opt.dictionary = new Uint8Array(opt.dictionary);
			if (opt.raw) {
				status = zlib_inflate.inflateSetDictionary(this.strm, opt.dictionary);
				if (status !== c.Z_OK) throw new Error(msg[status]);
			}
		}
	}
	/**
	* Inflate#push(data[, mode]) -> Boolean
	* - data (Uint8Array|Array|ArrayBuffer|String): input data
	* - mode (Number|Boolean): 0..6 for corresponding Z_NO_FLUSH..Z_TREE modes.
	*   See constants. Skipped or `false` means Z_NO_FLUSH, `true` means Z_FINISH.
	*
	* Sends input data to inflate pipe, generating [[Inflate#onData]] calls with
	* new output chunks. Returns `true` on success. The last data block must have
	* mode Z_FINISH (or `true`). That will flush internal pending buffers and call
	* [[Inflate#onEnd]]. For interim explicit flushes (without ending the stream) you
	* can use mode Z_SYNC_FLUSH, keeping the decompression context.
	*
	* On fail call [[Inflate#onEnd]] with error code and return false.
	*
	* We strongly recommend to use `Uint8Array` on input for best speed (output
	* format is detected automatically). Also, don't skip last param and always
	* use the same type in your code (boolean or number). That will improve JS speed.
	*
	* For regular `Array`-s make sure all elements are [0..255].
	*
	* ##### Example
	*
	* ```javascript
	* push(chunk, false); // push one of data chunks
	* ...
	* push(chunk, true);  // push last chunk
	* ```
	**/
	Inflate.prototype.push = function(data, mode) {
		var strm = this.strm;
		var chunkSize = this.options.chunkSize;
		var dictionary = this.options.dictionary;
		var status, _mode;
		var next_out_utf8, tail, utf8str;
		var allowBufError = false;
		if (this.ended) return false;
		_mode = mode === ~~mode ? mode : mode === true ? c.Z_FINISH : c.Z_NO_FLUSH;
		if (typeof data === "string") strm.input = strings.binstring2buf(data);
		else if (toString.call(data) === "[object ArrayBuffer]") strm.input = new Uint8Array(data);
		else strm.input = data;
		strm.next_in = 0;
		strm.avail_in = strm.input.length;
		do {
			if (strm.avail_out === 0) {
				strm.output = new utils.Buf8(chunkSize);
				strm.next_out = 0;
				strm.avail_out = chunkSize;
			}
			status = zlib_inflate.inflate(strm, c.Z_NO_FLUSH);
			if (status === c.Z_NEED_DICT && dictionary) status = zlib_inflate.inflateSetDictionary(this.strm, dictionary);
			if (status === c.Z_BUF_ERROR && allowBufError === true) {
				status = c.Z_OK;
				allowBufError = false;
			}
			if (status !== c.Z_STREAM_END && status !== c.Z_OK) {
				this.onEnd(status);
				this.ended = true;
				return false;
			}
			if (strm.next_out) {
				if (strm.avail_out === 0 || status === c.Z_STREAM_END || strm.avail_in === 0 && (_mode === c.Z_FINISH || _mode === c.Z_SYNC_FLUSH)) {
					if (this.options.to === "string") {
						next_out_utf8 = strings.utf8border(strm.output, strm.next_out);
						tail = strm.next_out - next_out_utf8;
						utf8str = strings.buf2string(strm.output, next_out_utf8);
						strm.next_out = tail;
						strm.avail_out = chunkSize - tail;
						if (tail) utils.arraySet(strm.output, strm.output, next_out_utf8, tail, 0);
						this.onData(utf8str);
					} else this.onData(utils.shrinkBuf(strm.output, strm.next_out));
				}
			}
			if (strm.avail_in === 0 && strm.avail_out === 0) allowBufError = true;
		} while ((strm.avail_in > 0 || strm.avail_out === 0) && status !== c.Z_STREAM_END);
		if (status === c.Z_STREAM_END) _mode = c.Z_FINISH;
		if (_mode === c.Z_FINISH) {
			status = zlib_inflate.inflateEnd(this.strm);
			this.onEnd(status);
			this.ended = true;
			return status === c.Z_OK;
		}
		if (_mode === c.Z_SYNC_FLUSH) {
			this.onEnd(c.Z_OK);
			strm.avail_out = 0;
			return true;
		}
		return true;
	};
	/**
	* Inflate#onData(chunk) -> Void
	* - chunk (Uint8Array|Array|String): output data. Type of array depends
	*   on js engine support. When string output requested, each chunk
	*   will be string.
	*
	* By default, stores data blocks in `chunks[]` property and glue
	* those in `onEnd`. Override this handler, if you need another behaviour.
	**/
	Inflate.prototype.onData = function(chunk) {
		this.chunks.push(chunk);
	};
	/**
	* Inflate#onEnd(status) -> Void
	* - status (Number): inflate status. 0 (Z_OK) on success,
	*   other if not.
	*
	* Called either after you tell inflate that the input stream is
	* complete (Z_FINISH) or should be flushed (Z_SYNC_FLUSH)
	* or if an error happened. By default - join collected chunks,
	* free memory and fill `results` / `err` properties.
	**/
	Inflate.prototype.onEnd = function(status) {
		if (status === c.Z_OK) {
			if (this.options.to === "string") this.result = this.chunks.join("");
			else this.result = utils.flattenChunks(this.chunks);
		}
		this.chunks = [];
		this.err = status;
		this.msg = this.strm.msg;
	};
	/**
	* inflate(data[, options]) -> Uint8Array|Array|String
	* - data (Uint8Array|Array|String): input data to decompress.
	* - options (Object): zlib inflate options.
	*
	* Decompress `data` with inflate/ungzip and `options`. Autodetect
	* format via wrapper header by default. That's why we don't provide
	* separate `ungzip` method.
	*
	* Supported options are:
	*
	* - windowBits
	*
	* [http://zlib.net/manual.html#Advanced](http://zlib.net/manual.html#Advanced)
	* for more information.
	*
	* Sugar (options):
	*
	* - `raw` (Boolean) - say that we work with raw stream, if you don't wish to specify
	*   negative windowBits implicitly.
	* - `to` (String) - if equal to 'string', then result will be converted
	*   from utf8 to utf16 (javascript) string. When string output requested,
	*   chunk length can differ from `chunkSize`, depending on content.
	*
	*
	* ##### Example:
	*
	* ```javascript
	* var pako = require('pako')
	*   , input = pako.deflate([1,2,3,4,5,6,7,8,9])
	*   , output;
	*
	* try {
	*   output = pako.inflate(input);
	* } catch (err)
	*   console.log(err);
	* }
	* ```
	**/
	function inflate(input, options) {
		var inflator = new Inflate(options);
		inflator.push(input, true);
		if (inflator.err) throw inflator.msg || msg[inflator.err];
		return inflator.result;
	}
	/**
	* inflateRaw(data[, options]) -> Uint8Array|Array|String
	* - data (Uint8Array|Array|String): input data to decompress.
	* - options (Object): zlib inflate options.
	*
	* The same as [[inflate]], but creates raw data, without wrapper
	* (header and adler32 crc).
	**/
	function inflateRaw(input, options) {
		options = options || {};
		options.raw = true;
		return inflate(input, options);
	}
	/**
	* ungzip(data[, options]) -> Uint8Array|Array|String
	* - data (Uint8Array|Array|String): input data to decompress.
	* - options (Object): zlib inflate options.
	*
	* Just shortcut to [[inflate]], because it autodetects format
	* by header.content. Done for convenience.
	**/
	exports.Inflate = Inflate;
	exports.inflate = inflate;
	exports.inflateRaw = inflateRaw;
	exports.ungzip = inflate;
}));

// node_modules/pako/index.js
var require_pako = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var assign = require_common().assign;
	var deflate = require_deflate();
	var inflate = require_inflate();
	var constants = require_constants();
	var pako = {};
	assign(pako, deflate, inflate, constants);
	module.exports = pako;
}));

// node_modules/pify/index.js
var require_pify = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const processFn = (fn, options) => function(...args) {
		const P = options.promiseModule;
		return new P((resolve, reject) => {
			if (options.multiArgs) args.push((...result) => {
				if (options.errorFirst) {
					if (result[0]) reject(result);
					else {
						result.shift();
						resolve(result);
					}
				} else resolve(result);
			});
			else if (options.errorFirst) args.push((error, result) => {
				if (error) reject(error);
				else resolve(result);
			});
			else args.push(resolve);
			fn.apply(this, args);
		});
	};
	module.exports = (input, options) => {
		options = Object.assign({
			exclude: [/.+(Sync|Stream)$/],
			errorFirst: true,
			promiseModule: Promise
		}, options);
		const objType = typeof input;
		if (!(input !== null && (objType === "object" || objType === "function"))) throw new TypeError(`Expected \`input\` to be a \`Function\` or \`Object\`, got \`${input === null ? "null" : objType}\``);
		const filter = (key) => {
			const match = (pattern) => typeof pattern === "string" ? key === pattern : pattern.test(key);
			return options.include ? options.include.some(match) : !options.exclude.some(match);
		};
		let ret;
		if (objType === "function") ret = function(...args) {
			return options.excludeMain ? input(...args) : processFn(input, options).apply(this, args);
		};
		else ret = Object.create(Object.getPrototypeOf(input));
		for (const key in input) {
			const property = input[key];
			ret[key] = typeof property === "function" && filter(key) ? processFn(property, options) : property;
		}
		return ret;
	};
}));

// node_modules/ignore/index.js
var require_ignore = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function makeArray(subject) {
		return Array.isArray(subject) ? subject : [subject];
	}
	const EMPTY = "";
	const SPACE = " ";
	const ESCAPE = "\\";
	const REGEX_TEST_BLANK_LINE = /^\s+$/;
	const REGEX_INVALID_TRAILING_BACKSLASH = /(?:[^\\]|^)\\$/;
	const REGEX_REPLACE_LEADING_EXCAPED_EXCLAMATION = /^\\!/;
	const REGEX_REPLACE_LEADING_EXCAPED_HASH = /^\\#/;
	const REGEX_SPLITALL_CRLF = /\r?\n/g;
	const REGEX_TEST_INVALID_PATH = /^\.*\/|^\.+$/;
	const SLASH = "/";
	let TMP_KEY_IGNORE = "node-ignore";
	/* istanbul ignore else */
	if (typeof Symbol !== "undefined") TMP_KEY_IGNORE = Symbol.for("node-ignore");
	const KEY_IGNORE = TMP_KEY_IGNORE;
	const define = (object, key, value) => Object.defineProperty(object, key, { value });
	const REGEX_REGEXP_RANGE = /([0-z])-([0-z])/g;
	const RETURN_FALSE = () => false;
	const sanitizeRange = (range) => range.replace(REGEX_REGEXP_RANGE, (match, from, to) => from.charCodeAt(0) <= to.charCodeAt(0) ? match : EMPTY);
	const cleanRangeBackSlash = (slashes) => {
		const { length } = slashes;
		return slashes.slice(0, length - length % 2);
	};
	const REPLACERS = [
		[/^\uFEFF/, () => EMPTY],
		[/((?:\\\\)*?)(\\?\s+)$/, (_, m1, m2) => m1 + (m2.indexOf("\\") === 0 ? SPACE : EMPTY)],
		[/(\\+?)\s/g, (_, m1) => {
			const { length } = m1;
			return m1.slice(0, length - length % 2) + SPACE;
		}],
		[/[\\$.|*+(){^]/g, (match) => `\\${match}`],
		[/(?!\\)\?/g, () => "[^/]"],
		[/^\//, () => "^"],
		[/\//g, () => "\\/"],
		[/^\^*\\\*\\\*\\\//, () => "^(?:.*\\/)?"],
		[/^(?=[^^])/, function startingReplacer() {
			return !/\/(?!$)/.test(this) ? "(?:^|\\/)" : "^";
		}],
		[/\\\/\\\*\\\*(?=\\\/|$)/g, (_, index, str) => index + 6 < str.length ? "(?:\\/[^\\/]+)*" : "\\/.+"],
		[/(^|[^\\]+)(\\\*)+(?=.+)/g, (_, p1, p2) => {
			return p1 + p2.replace(/\\\*/g, "[^\\/]*");
		}],
		[/\\\\\\(?=[$.|*+(){^])/g, () => ESCAPE],
		[/\\\\/g, () => ESCAPE],
		[/(\\)?\[([^\]/]*?)(\\*)($|\])/g, (match, leadEscape, range, endEscape, close) => leadEscape === ESCAPE ? `\\[${range}${cleanRangeBackSlash(endEscape)}${close}` : close === "]" ? endEscape.length % 2 === 0 ? `[${sanitizeRange(range)}${endEscape}]` : "[]" : "[]"],
		[/(?:[^*])$/, (match) => /\/$/.test(match) ? `${match}$` : `${match}(?=$|\\/$)`],
		[/(\^|\\\/)?\\\*$/, (_, p1) => {
			return `${p1 ? `${p1}[^/]+` : "[^/]*"}(?=$|\\/$)`;
		}]
	];
	const regexCache = Object.create(null);
	const makeRegex = (pattern, ignoreCase) => {
		let source = regexCache[pattern];
		if (!source) {
			source = REPLACERS.reduce((prev, [matcher, replacer]) => prev.replace(matcher, replacer.bind(pattern)), pattern);
			regexCache[pattern] = source;
		}
		return ignoreCase ? new RegExp(source, "i") : new RegExp(source);
	};
	const isString = (subject) => typeof subject === "string";
	const checkPattern = (pattern) => pattern && isString(pattern) && !REGEX_TEST_BLANK_LINE.test(pattern) && !REGEX_INVALID_TRAILING_BACKSLASH.test(pattern) && pattern.indexOf("#") !== 0;
	const splitPattern = (pattern) => pattern.split(REGEX_SPLITALL_CRLF);
	var IgnoreRule = class {
		constructor(origin, pattern, negative, regex) {
			this.origin = origin;
			this.pattern = pattern;
			this.negative = negative;
			this.regex = regex;
		}
	};
	const createRule = (pattern, ignoreCase) => {
		const origin = pattern;
		let negative = false;
		if (pattern.indexOf("!") === 0) {
			negative = true;
			pattern = pattern.substr(1);
		}
		pattern = pattern.replace(REGEX_REPLACE_LEADING_EXCAPED_EXCLAMATION, "!").replace(REGEX_REPLACE_LEADING_EXCAPED_HASH, "#");
		const regex = makeRegex(pattern, ignoreCase);
		return new IgnoreRule(origin, pattern, negative, regex);
	};
	const throwError = (message, Ctor) => {
		throw new Ctor(message);
	};
	const checkPath = (path, originalPath, doThrow) => {
		if (!isString(path)) return doThrow(`path must be a string, but got \`${originalPath}\``, TypeError);
		if (!path) return doThrow(`path must not be empty`, TypeError);
		if (checkPath.isNotRelative(path)) return doThrow(`path should be a \`path.relative()\`d string, but got "${originalPath}"`, RangeError);
		return true;
	};
	const isNotRelative = (path) => REGEX_TEST_INVALID_PATH.test(path);
	checkPath.isNotRelative = isNotRelative;
	checkPath.convert = (p) => p;
	var Ignore = class {
		constructor({ ignorecase = true, ignoreCase = ignorecase, allowRelativePaths = false } = {}) {
			define(this, KEY_IGNORE, true);
			this._rules = [];
			this._ignoreCase = ignoreCase;
			this._allowRelativePaths = allowRelativePaths;
			this._initCache();
		}
		_initCache() {
			this._ignoreCache = Object.create(null);
			this._testCache = Object.create(null);
		}
		_addPattern(pattern) {
			if (pattern && pattern[KEY_IGNORE]) {
				this._rules = this._rules.concat(pattern._rules);
				this._added = true;
				return;
			}
			if (checkPattern(pattern)) {
				const rule = createRule(pattern, this._ignoreCase);
				this._added = true;
				this._rules.push(rule);
			}
		}
		add(pattern) {
			this._added = false;
			makeArray(isString(pattern) ? splitPattern(pattern) : pattern).forEach(this._addPattern, this);
			if (this._added) this._initCache();
			return this;
		}
		addPattern(pattern) {
			return this.add(pattern);
		}
		_testOne(path, checkUnignored) {
			let ignored = false;
			let unignored = false;
			this._rules.forEach((rule) => {
				const { negative } = rule;
				if (unignored === negative && ignored !== unignored || negative && !ignored && !unignored && !checkUnignored) return;
				if (rule.regex.test(path)) {
					ignored = !negative;
					unignored = negative;
				}
			});
			return {
				ignored,
				unignored
			};
		}
		_test(originalPath, cache, checkUnignored, slices) {
			const path = originalPath && checkPath.convert(originalPath);
			checkPath(path, originalPath, this._allowRelativePaths ? RETURN_FALSE : throwError);
			return this._t(path, cache, checkUnignored, slices);
		}
		_t(path, cache, checkUnignored, slices) {
			if (path in cache) return cache[path];
			if (!slices) slices = path.split(SLASH);
			slices.pop();
			if (!slices.length) return cache[path] = this._testOne(path, checkUnignored);
			const parent = this._t(slices.join(SLASH) + SLASH, cache, checkUnignored, slices);
			return cache[path] = parent.ignored ? parent : this._testOne(path, checkUnignored);
		}
		ignores(path) {
			return this._test(path, this._ignoreCache, false).ignored;
		}
		createFilter() {
			return (path) => !this.ignores(path);
		}
		filter(paths) {
			return makeArray(paths).filter(this.createFilter());
		}
		test(path) {
			return this._test(path, this._testCache, true);
		}
	};
	const factory = (options) => new Ignore(options);
	const isPathValid = (path) => checkPath(path && checkPath.convert(path), path, RETURN_FALSE);
	factory.isPathValid = isPathValid;
	factory.default = factory;
	module.exports = factory;
	/* istanbul ignore if */
	if (typeof process !== "undefined" && (process.env && process.env.IGNORE_TEST_WIN32 || process.platform === "win32")) {
		const makePosix = (str) => /^\\\\\?\\/.test(str) || /["<>|\u0000-\u001F]+/u.test(str) ? str : str.replace(/\\/g, "/");
		checkPath.convert = makePosix;
		const REGIX_IS_WINDOWS_PATH_ABSOLUTE = /^[a-z]:\//i;
		checkPath.isNotRelative = (path) => REGIX_IS_WINDOWS_PATH_ABSOLUTE.test(path) || isNotRelative(path);
	}
}));

// node_modules/diff3/onp.js
var require_onp = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	/**
	* The algorithm implemented here is based on "An O(NP) Sequence Comparison Algorithm"
	* by described by Sun Wu, Udi Manber and Gene Myers
	*/
	module.exports = function(a_, b_) {
		var a = a_, b = b_, m = a.length, n = b.length, reverse = false, ed = null, offset = m + 1, path = [], pathposi = [], ses = [], lcs = "", SES_DELETE = -1, SES_COMMON = 0, SES_ADD = 1;
		var tmp1, tmp2;
		var init = function() {
			if (m >= n) {
				tmp1 = a;
				tmp2 = m;
				a = b;
				b = tmp1;
				m = n;
				n = tmp2;
				reverse = true;
				offset = m + 1;
			}
		};
		var P = function(x, y, k) {
			return {
				"x": x,
				"y": y,
				"k": k
			};
		};
		var seselem = function(elem, t) {
			return {
				"elem": elem,
				"t": t
			};
		};
		var snake = function(k, p, pp) {
			var r, x, y;
			if (p > pp) r = path[k - 1 + offset];
			else r = path[k + 1 + offset];
			y = Math.max(p, pp);
			x = y - k;
			while (x < m && y < n && a[x] === b[y]) {
				++x;
				++y;
			}
			path[k + offset] = pathposi.length;
			pathposi[pathposi.length] = new P(x, y, r);
			return y;
		};
		var recordseq = function(epc) {
			var x_idx = y_idx = 1, y_idx, px_idx = py_idx = 0, py_idx, i = epc.length - 1;
			for (; i >= 0; --i) while (px_idx < epc[i].x || py_idx < epc[i].y) if (epc[i].y - epc[i].x > py_idx - px_idx) {
				if (reverse) ses[ses.length] = new seselem(b[py_idx], SES_DELETE);
				else ses[ses.length] = new seselem(b[py_idx], SES_ADD);
				++y_idx;
				++py_idx;
			} else if (epc[i].y - epc[i].x < py_idx - px_idx) {
				if (reverse) ses[ses.length] = new seselem(a[px_idx], SES_ADD);
				else ses[ses.length] = new seselem(a[px_idx], SES_DELETE);
				++x_idx;
				++px_idx;
			} else {
				ses[ses.length] = new seselem(a[px_idx], SES_COMMON);
				lcs += a[px_idx];
				++x_idx;
				++y_idx;
				++px_idx;
				++py_idx;
			}
		};
		init();
		return {
			SES_DELETE: -1,
			SES_COMMON: 0,
			SES_ADD: 1,
			editdistance: function() {
				return ed;
			},
			getlcs: function() {
				return lcs;
			},
			getses: function() {
				return ses;
			},
			compose: function() {
				var delta = n - m, size = m + n + 3, fp = {}, p, r, epc, i = 0, k;
				for (; i < size; ++i) {
					fp[i] = -1;
					path[i] = -1;
				}
				p = -1;
				do {
					++p;
					for (k = -p; k <= delta - 1; ++k) fp[k + offset] = snake(k, fp[k - 1 + offset] + 1, fp[k + 1 + offset]);
					for (k = delta + p; k >= delta + 1; --k) fp[k + offset] = snake(k, fp[k - 1 + offset] + 1, fp[k + 1 + offset]);
					fp[delta + offset] = snake(delta, fp[delta - 1 + offset] + 1, fp[delta + 1 + offset]);
				} while (fp[delta + offset] !== n);
				ed = delta + 2 * p;
				r = path[delta + offset];
				epc = [];
				while (r !== -1) {
					epc[epc.length] = new P(pathposi[r].x, pathposi[r].y, null);
					r = pathposi[r].k;
				}
				recordseq(epc);
			}
		};
	};
}));

// node_modules/diff3/diff3.js
var require_diff3 = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var onp = require_onp();
	function longestCommonSubsequence(file1, file2) {
		var diff = new onp(file1, file2);
		diff.compose();
		var ses = diff.getses();
		var root;
		var prev;
		var file1RevIdx = file1.length - 1, file2RevIdx = file2.length - 1;
		for (var i = ses.length - 1; i >= 0; --i) if (ses[i].t === diff.SES_COMMON) {
			if (prev) {
				prev.chain = {
					file1index: file1RevIdx,
					file2index: file2RevIdx,
					chain: null
				};
				prev = prev.chain;
			} else {
				root = {
					file1index: file1RevIdx,
					file2index: file2RevIdx,
					chain: null
				};
				prev = root;
			}
			file1RevIdx--;
			file2RevIdx--;
		} else if (ses[i].t === diff.SES_DELETE) file1RevIdx--;
		else if (ses[i].t === diff.SES_ADD) file2RevIdx--;
		var tail = {
			file1index: -1,
			file2index: -1,
			chain: null
		};
		if (!prev) return tail;
		prev.chain = tail;
		return root;
	}
	function diffIndices(file1, file2) {
		var result = [];
		var tail1 = file1.length;
		var tail2 = file2.length;
		for (var candidate = longestCommonSubsequence(file1, file2); candidate !== null; candidate = candidate.chain) {
			var mismatchLength1 = tail1 - candidate.file1index - 1;
			var mismatchLength2 = tail2 - candidate.file2index - 1;
			tail1 = candidate.file1index;
			tail2 = candidate.file2index;
			if (mismatchLength1 || mismatchLength2) result.push({
				file1: [tail1 + 1, mismatchLength1],
				file2: [tail2 + 1, mismatchLength2]
			});
		}
		result.reverse();
		return result;
	}
	function diff3MergeIndices(a, o, b) {
		var i;
		var m1 = diffIndices(o, a);
		var m2 = diffIndices(o, b);
		var hunks = [];
		function addHunk(h, side) {
			hunks.push([
				h.file1[0],
				side,
				h.file1[1],
				h.file2[0],
				h.file2[1]
			]);
		}
		for (i = 0; i < m1.length; i++) addHunk(m1[i], 0);
		for (i = 0; i < m2.length; i++) addHunk(m2[i], 2);
		hunks.sort(function(x, y) {
			return x[0] - y[0];
		});
		var result = [];
		var commonOffset = 0;
		function copyCommon(targetOffset) {
			if (targetOffset > commonOffset) {
				result.push([
					1,
					commonOffset,
					targetOffset - commonOffset
				]);
				commonOffset = targetOffset;
			}
		}
		for (var hunkIndex = 0; hunkIndex < hunks.length; hunkIndex++) {
			var firstHunkIndex = hunkIndex;
			var hunk = hunks[hunkIndex];
			var regionLhs = hunk[0];
			var regionRhs = regionLhs + hunk[2];
			while (hunkIndex < hunks.length - 1) {
				var maybeOverlapping = hunks[hunkIndex + 1];
				var maybeLhs = maybeOverlapping[0];
				if (maybeLhs > regionRhs) break;
				regionRhs = Math.max(regionRhs, maybeLhs + maybeOverlapping[2]);
				hunkIndex++;
			}
			copyCommon(regionLhs);
			if (firstHunkIndex == hunkIndex) {
				if (hunk[4] > 0) result.push([
					hunk[1],
					hunk[3],
					hunk[4]
				]);
			} else {
				var regions = {
					0: [
						a.length,
						-1,
						o.length,
						-1
					],
					2: [
						b.length,
						-1,
						o.length,
						-1
					]
				};
				for (i = firstHunkIndex; i <= hunkIndex; i++) {
					hunk = hunks[i];
					var r = regions[hunk[1]];
					var oLhs = hunk[0];
					var oRhs = oLhs + hunk[2];
					var abLhs = hunk[3];
					var abRhs = abLhs + hunk[4];
					r[0] = Math.min(abLhs, r[0]);
					r[1] = Math.max(abRhs, r[1]);
					r[2] = Math.min(oLhs, r[2]);
					r[3] = Math.max(oRhs, r[3]);
				}
				var aLhs = regions[0][0] + (regionLhs - regions[0][2]);
				var aRhs = regions[0][1] + (regionRhs - regions[0][3]);
				var bLhs = regions[2][0] + (regionLhs - regions[2][2]);
				var bRhs = regions[2][1] + (regionRhs - regions[2][3]);
				result.push([
					-1,
					aLhs,
					aRhs - aLhs,
					regionLhs,
					regionRhs - regionLhs,
					bLhs,
					bRhs - bLhs
				]);
			}
			commonOffset = regionRhs;
		}
		copyCommon(o.length);
		return result;
	}
	function diff3Merge(a, o, b) {
		var result = [];
		var files = [
			a,
			o,
			b
		];
		var indices = diff3MergeIndices(a, o, b);
		var okLines = [];
		function flushOk() {
			if (okLines.length) result.push({ ok: okLines });
			okLines = [];
		}
		function pushOk(xs) {
			for (var j = 0; j < xs.length; j++) okLines.push(xs[j]);
		}
		function isTrueConflict(rec) {
			if (rec[2] != rec[6]) return true;
			var aoff = rec[1];
			var boff = rec[5];
			for (var j = 0; j < rec[2]; j++) if (a[j + aoff] != b[j + boff]) return true;
			return false;
		}
		for (var i = 0; i < indices.length; i++) {
			var x = indices[i];
			var side = x[0];
			if (side == -1) {
				if (!isTrueConflict(x)) pushOk(files[0].slice(x[1], x[1] + x[2]));
				else {
					flushOk();
					result.push({ conflict: {
						a: a.slice(x[1], x[1] + x[2]),
						aIndex: x[1],
						o: o.slice(x[3], x[3] + x[4]),
						oIndex: x[3],
						b: b.slice(x[5], x[5] + x[6]),
						bIndex: x[5]
					} });
				}
			} else pushOk(files[side].slice(x[1], x[1] + x[2]));
		}
		flushOk();
		return result;
	}
	module.exports = diff3Merge;
}));

// node_modules/isomorphic-git/index.cjs
var require_isomorphic_git = /* @__PURE__ */ __commonJSMin(((exports) => {
	Object.defineProperty(exports, "__esModule", { value: true });
	function _interopDefault(ex) {
		return ex && typeof ex === "object" && "default" in ex ? ex["default"] : ex;
	}
	var Hash = _interopDefault(require_sha1());
	var AsyncLock = _interopDefault(require_async_lock());
	var cleanGitRef = _interopDefault(require_lib());
	var crc32 = _interopDefault(require_crc32$1());
	var pako = _interopDefault(require_pako());
	var crypto$1 = __require("crypto");
	var pify = _interopDefault(require_pify());
	var ignore = _interopDefault(require_ignore());
	var diff3Merge = _interopDefault(require_diff3());
	/**
	* @typedef {Object} GitProgressEvent
	* @property {string} phase
	* @property {number} loaded
	* @property {number} total
	*/
	/**
	* @callback ProgressCallback
	* @param {GitProgressEvent} progress
	* @returns {void | Promise<void>}
	*/
	/**
	* @typedef {Object} GitHttpRequest
	* @property {string} url - The URL to request
	* @property {string} [method='GET'] - The HTTP method to use
	* @property {Object<string, string>} [headers={}] - Headers to include in the HTTP request
	* @property {Object} [agent] - An HTTP or HTTPS agent that manages connections for the HTTP client (Node.js only)
	* @property {AsyncIterableIterator<Uint8Array>} [body] - An async iterator of Uint8Arrays that make up the body of POST requests
	* @property {ProgressCallback} [onProgress] - Reserved for future use (emitting `GitProgressEvent`s)
	* @property {AbortSignal} [signal] - Signal to abort the HTTP request
	* @property {Object} [fetchOptions={}] - Additional options to pass to fetch (Web) or simple-get (Node)
	*/
	/**
	* @typedef {Object} GitHttpResponse
	* @property {string} url - The final URL that was fetched after any redirects
	* @property {string} [method] - The HTTP method that was used
	* @property {Object<string, string>} [headers] - HTTP response headers
	* @property {AsyncIterableIterator<Uint8Array>} [body] - An async iterator of Uint8Arrays that make up the body of the response
	* @property {number} statusCode - The HTTP status code
	* @property {string} statusMessage - The HTTP status message
	*/
	/**
	* @callback HttpFetch
	* @param {GitHttpRequest} request
	* @returns {Promise<GitHttpResponse>}
	*/
	/**
	* @typedef {Object} HttpClient
	* @property {HttpFetch} request
	*/
	/**
	* A git commit object.
	*
	* @typedef {Object} CommitObject
	* @property {string} message Commit message
	* @property {string} tree SHA-1 object id of corresponding file tree
	* @property {string[]} parent an array of zero or more SHA-1 object ids
	* @property {Array.<Array.<string|null>>} [changes] Changed files as `[newOid, oldOid, filepath]`; present when `log` is called with `includeChanges: true`.
	* @property {Object} author
	* @property {string} author.name The author's name
	* @property {string} author.email The author's email
	* @property {number} author.timestamp UTC Unix timestamp in seconds
	* @property {number} author.timezoneOffset Timezone difference from UTC in minutes
	* @property {Object} committer
	* @property {string} committer.name The committer's name
	* @property {string} committer.email The committer's email
	* @property {number} committer.timestamp UTC Unix timestamp in seconds
	* @property {number} committer.timezoneOffset Timezone difference from UTC in minutes
	* @property {string} [gpgsig] PGP signature (if present)
	*/
	/**
	* An entry from a git tree object. Files are called 'blobs' and directories are called 'trees'.
	*
	* @typedef {Object} TreeEntry
	* @property {string} mode the 6 digit hexadecimal mode
	* @property {string} path the name of the file or directory
	* @property {string} oid the SHA-1 object id of the blob or tree
	* @property {'commit'|'blob'|'tree'} type the type of object
	*/
	/**
	* A git tree object. Trees represent a directory snapshot.
	*
	* @typedef {TreeEntry[]} TreeObject
	*/
	/**
	* A git annotated tag object.
	*
	* @typedef {Object} TagObject
	* @property {string} object SHA-1 object id of object being tagged
	* @property {'blob' | 'tree' | 'commit' | 'tag'} type the type of the object being tagged
	* @property {string} tag the tag name
	* @property {Object} tagger
	* @property {string} tagger.name the tagger's name
	* @property {string} tagger.email the tagger's email
	* @property {number} tagger.timestamp UTC Unix timestamp in seconds
	* @property {number} tagger.timezoneOffset timezone difference from UTC in minutes
	* @property {string} message tag message
	* @property {string} [gpgsig] PGP signature (if present)
	*/
	/**
	* @typedef {Object} ReadCommitResult
	* @property {string} oid - SHA-1 object id of this commit
	* @property {CommitObject} commit - the parsed commit object
	* @property {string} payload - PGP signing payload
	*/
	/**
	* @typedef {Object} ServerRef - This object has the following schema:
	* @property {string} ref - The name of the ref
	* @property {string} oid - The SHA-1 object id the ref points to
	* @property {string} [target] - The target ref pointed to by a symbolic ref
	* @property {string} [peeled] - If the oid is the SHA-1 object id of an annotated tag, this is the SHA-1 object id that the annotated tag points to
	*/
	/**
	* @typedef Walker
	* @property {Symbol} Symbol('GitWalkerSymbol')
	*/
	/**
	* Normalized subset of filesystem `stat` data:
	*
	* @typedef {Object} Stat
	* @property {number} ctimeSeconds
	* @property {number} ctimeNanoseconds
	* @property {number} mtimeSeconds
	* @property {number} mtimeNanoseconds
	* @property {number} dev
	* @property {number} ino
	* @property {number} mode
	* @property {number} uid
	* @property {number} gid
	* @property {number} size
	*/
	/**
	* The `WalkerEntry` is an interface that abstracts computing many common tree / blob stats.
	*
	* @typedef {Object} WalkerEntry
	* @property {function(): Promise<'tree'|'blob'|'special'|'commit'>} type
	* @property {function(): Promise<number>} mode
	* @property {function(): Promise<string>} oid
	* @property {function(): Promise<Uint8Array|void>} content
	* @property {function(): Promise<Stat>} stat
	*/
	/**
	* @typedef {Object} CallbackFsClient
	* @property {function} readFile - https://nodejs.org/api/fs.html#fs_fs_readfile_path_options_callback
	* @property {function} writeFile - https://nodejs.org/api/fs.html#fs_fs_writefile_file_data_options_callback
	* @property {function} unlink - https://nodejs.org/api/fs.html#fs_fs_unlink_path_callback
	* @property {function} readdir - https://nodejs.org/api/fs.html#fs_fs_readdir_path_options_callback
	* @property {function} mkdir - https://nodejs.org/api/fs.html#fs_fs_mkdir_path_mode_callback
	* @property {function} rmdir - https://nodejs.org/api/fs.html#fs_fs_rmdir_path_callback
	* @property {function} stat - https://nodejs.org/api/fs.html#fs_fs_stat_path_options_callback
	* @property {function} lstat - https://nodejs.org/api/fs.html#fs_fs_lstat_path_options_callback
	* @property {function} [readlink] - https://nodejs.org/api/fs.html#fs_fs_readlink_path_options_callback
	* @property {function} [symlink] - https://nodejs.org/api/fs.html#fs_fs_symlink_target_path_type_callback
	* @property {function} [chmod] - https://nodejs.org/api/fs.html#fs_fs_chmod_path_mode_callback
	*/
	/**
	* @typedef {Object} PromiseFsClient
	* @property {Object} promises
	* @property {function} promises.readFile - https://nodejs.org/api/fs.html#fs_fspromises_readfile_path_options
	* @property {function} promises.writeFile - https://nodejs.org/api/fs.html#fs_fspromises_writefile_file_data_options
	* @property {function} promises.unlink - https://nodejs.org/api/fs.html#fs_fspromises_unlink_path
	* @property {function} promises.readdir - https://nodejs.org/api/fs.html#fs_fspromises_readdir_path_options
	* @property {function} promises.mkdir - https://nodejs.org/api/fs.html#fs_fspromises_mkdir_path_options
	* @property {function} promises.rmdir - https://nodejs.org/api/fs.html#fs_fspromises_rmdir_path
	* @property {function} promises.stat - https://nodejs.org/api/fs.html#fs_fspromises_stat_path_options
	* @property {function} promises.lstat - https://nodejs.org/api/fs.html#fs_fspromises_lstat_path_options
	* @property {function} [promises.readlink] - https://nodejs.org/api/fs.html#fs_fspromises_readlink_path_options
	* @property {function} [promises.symlink] - https://nodejs.org/api/fs.html#fs_fspromises_symlink_target_path_type
	* @property {function} [promises.chmod] - https://nodejs.org/api/fs.html#fs_fspromises_chmod_path_mode
	*/
	/**
	* @typedef {CallbackFsClient | PromiseFsClient} FsClient
	*/
	/**
	* @callback MessageCallback
	* @param {string} message
	* @returns {void | Promise<void>}
	*/
	/**
	* @typedef {Object} GitAuth
	* @property {string} [username]
	* @property {string} [password]
	* @property {Object<string, string>} [headers]
	* @property {boolean} [cancel] Tells git to throw a `UserCanceledError` (instead of an `HttpError`).
	*/
	/**
	* @callback AuthCallback
	* @param {string} url
	* @param {GitAuth} auth Might have some values if the URL itself originally contained a username or password.
	* @returns {GitAuth | void | Promise<GitAuth | void>}
	*/
	/**
	* @callback AuthFailureCallback
	* @param {string} url
	* @param {GitAuth} auth The credentials that failed
	* @returns {GitAuth | void | Promise<GitAuth | void>}
	*/
	/**
	* @callback AuthSuccessCallback
	* @param {string} url
	* @param {GitAuth} auth
	* @returns {void | Promise<void>}
	*/
	/**
	* @typedef {Object} SignParams
	* @property {string} payload - a plaintext message
	* @property {string} secretKey - an 'ASCII armor' encoded PGP key (technically can actually contain _multiple_ keys)
	*/
	/**
	* @callback SignCallback
	* @param {SignParams} args
	* @return {{signature: string} | Promise<{signature: string}>} - an 'ASCII armor' encoded "detached" signature
	*/
	/**
	* @typedef {Object} MergeDriverParams
	* @property {Array<string>} branches
	* @property {Array<string>} contents
	* @property {string} path
	*/
	/**
	* @callback MergeDriverCallback
	* @param {MergeDriverParams} args
	* @return {{cleanMerge: boolean, mergedText: string} | Promise<{cleanMerge: boolean, mergedText: string}>}
	*/
	/**
	* @callback WalkerMap
	* @param {string} filename
	* @param {WalkerEntry[]} entries
	* @returns {Promise<any>}
	*/
	/**
	* @callback WalkerReduce
	* @param {any} parent
	* @param {any[]} children
	* @returns {Promise<any>}
	*/
	/**
	* @callback WalkerIterateCallback
	* @param {WalkerEntry[]} entries
	* @returns {Promise<any[]>}
	*/
	/**
	* @callback WalkerIterate
	* @param {WalkerIterateCallback} walk
	* @param {IterableIterator<WalkerEntry[]>} children
	* @returns {Promise<any[]>}
	*/
	/**
	* @typedef {Object} RefUpdateStatus
	* @property {boolean} ok
	* @property {string} error
	*/
	/**
	* @typedef {Object} PushResult
	* @property {boolean} ok
	* @property {?string} error
	* @property {Object<string, RefUpdateStatus>} refs
	* @property {Object<string, string>} [headers]
	*/
	/**
	* @typedef {0|1} HeadStatus
	*/
	/**
	* @typedef {0|1|2} WorkdirStatus
	*/
	/**
	* @typedef {0|1|2|3} StageStatus
	*/
	/**
	* @typedef {[string, HeadStatus, WorkdirStatus, StageStatus]} StatusRow
	*/
	/**
	* @typedef {'push' | 'pop' | 'apply' | 'drop' | 'list' | 'clear'} StashOp the type of stash ops
	*/
	/**
	* @typedef {'equal' | 'modify' | 'add' | 'remove' | 'unknown'} StashChangeType - when compare WORDIR to HEAD, 'remove' could mean 'untracked'
	* @typedef {Object} ClientRef
	* @property {string} ref The name of the ref
	* @property {string} oid The SHA-1 object id the ref points to
	*/
	/**
	* @typedef {Object} PrePushParams
	* @property {string} remote The expanded name of target remote
	* @property {string} url The URL address of target remote
	* @property {ClientRef} localRef The ref which the client wants to push to the remote
	* @property {ClientRef} remoteRef The ref which is known by the remote
	*/
	/**
	* @callback PrePushCallback
	* @param {PrePushParams} args
	* @returns {boolean | Promise<boolean>} Returns false if push must be cancelled
	*/
	/**
	* @typedef {Object} PostCheckoutParams
	* @property {string} previousHead The SHA-1 object id of HEAD before checkout
	* @property {string} newHead The SHA-1 object id of HEAD after checkout
	* @property {'branch' | 'file'} type flag determining whether a branch or a set of files was checked
	*/
	/**
	* @callback PostCheckoutCallback
	* @param {PostCheckoutParams} args
	* @returns {void | Promise<void>}
	*/
	var BaseError = class BaseError extends Error {
		constructor(message) {
			super(message);
			this.caller = "";
		}
		toJSON() {
			const metadata = this;
			return {
				code: metadata.code,
				data: metadata.data,
				caller: this.caller,
				message: this.message,
				stack: this.stack
			};
		}
		fromJSON(json) {
			const e = new BaseError(json.message);
			const metadata = e;
			metadata.code = json.code;
			metadata.data = json.data;
			e.caller = json.caller;
			e.stack = json.stack;
			return e;
		}
		get isIsomorphicGitError() {
			return true;
		}
	};
	var UnmergedPathsError = class UnmergedPathsError extends BaseError {
		/**
		* @param {Array<string>} filepaths
		*/
		constructor(filepaths) {
			super(`Modifying the index is not possible because you have unmerged files: ${filepaths.toString}. Fix them up in the work tree, and then use 'git add/rm as appropriate to mark resolution and make a commit.`);
			this.code = this.name = UnmergedPathsError.code;
			this.data = { filepaths };
		}
	};
	/** @type {'UnmergedPathsError'} */
	UnmergedPathsError.code = "UnmergedPathsError";
	var InternalError = class InternalError extends BaseError {
		/**
		* @param {string} message
		*/
		constructor(message) {
			super(`An internal error caused this command to fail.\n\nIf you're using an application that depends on isomorphic-git, please report this error to that application's developers.\n\nIf you're a developer and you believe this is a bug in isomorphic-git, please file an issue at https://github.com/isomorphic-git/isomorphic-git/issues with a minimal reproduction, version and environment details, and this error message: ${message}`);
			this.code = this.name = InternalError.code;
			this.data = { message };
		}
	};
	/** @type {'InternalError'} */
	InternalError.code = "InternalError";
	var UnsafeFilepathError = class UnsafeFilepathError extends BaseError {
		/**
		* @param {string} filepath
		*/
		constructor(filepath) {
			super(`The filepath "${filepath}" contains unsafe character sequences`);
			this.code = this.name = UnsafeFilepathError.code;
			this.data = { filepath };
		}
	};
	/** @type {'UnsafeFilepathError'} */
	UnsafeFilepathError.code = "UnsafeFilepathError";
	var BufferCursor = class {
		constructor(buffer) {
			this.buffer = buffer;
			this._start = 0;
		}
		eof() {
			return this._start >= this.buffer.length;
		}
		tell() {
			return this._start;
		}
		seek(n) {
			this._start = n;
		}
		slice(n) {
			const r = this.buffer.slice(this._start, this._start + n);
			this._start += n;
			return r;
		}
		toString(enc, length) {
			const r = this.buffer.toString(enc, this._start, this._start + length);
			this._start += length;
			return r;
		}
		write(value, length, enc) {
			const r = this.buffer.write(value, this._start, length, enc);
			this._start += length;
			return r;
		}
		copy(source, start, end) {
			const r = source.copy(this.buffer, this._start, start, end);
			this._start += r;
			return r;
		}
		readUInt8() {
			const r = this.buffer.readUInt8(this._start);
			this._start += 1;
			return r;
		}
		writeUInt8(value) {
			const r = this.buffer.writeUInt8(value, this._start);
			this._start += 1;
			return r;
		}
		readUInt16BE() {
			const r = this.buffer.readUInt16BE(this._start);
			this._start += 2;
			return r;
		}
		writeUInt16BE(value) {
			const r = this.buffer.writeUInt16BE(value, this._start);
			this._start += 2;
			return r;
		}
		readUInt32BE() {
			const r = this.buffer.readUInt32BE(this._start);
			this._start += 4;
			return r;
		}
		writeUInt32BE(value) {
			const r = this.buffer.writeUInt32BE(value, this._start);
			this._start += 4;
			return r;
		}
	};
	const NEEDS_CODE_POINT_ORDER = /[\ud800-￿]/;
	function isLoneSurrogate(s, i, unit) {
		if (unit < 55296 || unit > 57343) return false;
		if (unit < 56320) {
			const next = i + 1 < s.length ? s.charCodeAt(i + 1) : 0;
			return next < 56320 || next > 57343;
		}
		const prev = i > 0 ? s.charCodeAt(i - 1) : 0;
		return prev < 55296 || prev > 56319;
	}
	/**
	* Compare two strings by code point. This gives the same order as the UTF-8 bytes of the
	* strings, and git sorts paths in that order. The `<` operator compares UTF-16 code units,
	* so it puts a character above U+FFFF (a surrogate pair) before the characters from U+E000
	* to U+FFFF. Git puts it after them. A lone surrogate counts as U+FFFD, because the UTF-8
	* encoding of the path writes it that way.
	*
	* @param {string} a
	* @param {string} b
	* @returns {-1 | 0 | 1}
	*/
	function compareStrings(a, b) {
		if (!NEEDS_CODE_POINT_ORDER.test(a) && !NEEDS_CODE_POINT_ORDER.test(b)) return -(a < b) || +(a > b);
		const length = Math.min(a.length, b.length);
		for (let i = 0; i < length; i++) {
			let x = a.charCodeAt(i);
			let y = b.charCodeAt(i);
			if (x !== y) {
				if (isLoneSurrogate(a, i, x)) x = 65533;
				if (isLoneSurrogate(b, i, y)) y = 65533;
				if (x === y) continue;
				if (x >= 55296 && y >= 55296) {
					x += x >= 57344 ? -2048 : 8192;
					y += y >= 57344 ? -2048 : 8192;
				}
				return x < y ? -1 : 1;
			}
		}
		return a.length < b.length ? -1 : a.length > b.length ? 1 : 0;
	}
	function comparePath(a, b) {
		return compareStrings(a.path, b.path);
	}
	function toHex(buffer) {
		let hex = "";
		for (const byte of new Uint8Array(buffer)) {
			if (byte < 16) hex += "0";
			hex += byte.toString(16);
		}
		return hex;
	}
	let supportsSubtleSHA1 = null;
	async function shasum(buffer) {
		if (supportsSubtleSHA1 === null) supportsSubtleSHA1 = await testSubtleSHA1();
		return supportsSubtleSHA1 ? subtleSHA1(buffer) : shasumSync(buffer);
	}
	function shasumSync(buffer) {
		return new Hash().update(buffer).digest("hex");
	}
	async function subtleSHA1(buffer) {
		return toHex(await crypto.subtle.digest("SHA-1", buffer));
	}
	async function testSubtleSHA1() {
		try {
			return await subtleSHA1(new Uint8Array([])) === "da39a3ee5e6b4b0d3255bfef95601890afd80709";
		} catch (_) {}
		return false;
	}
	let lock;
	function getLock() {
		if (lock === void 0) lock = new AsyncLock({ maxPending: Infinity });
		return lock;
	}
	/**
	* Run `callback` while holding the shared lock for `key`, then release it.
	*
	* @template T
	* @param {string | string[]} key - Resource key(s) to lock (usually a filepath).
	* @param {() => (Promise<T> | T)} callback
	* @returns {Promise<T>}
	*/
	function acquireLock(key, callback) {
		return getLock().acquire(key, callback);
	}
	function dirname(path) {
		const last = Math.max(path.lastIndexOf("/"), path.lastIndexOf("\\"));
		if (last === -1) return ".";
		if (last === 0) return "/";
		return path.slice(0, last);
	}
	var NotFoundError = class NotFoundError extends BaseError {
		/**
		* @param {string} what
		*/
		constructor(what) {
			super(`Could not find ${what}.`);
			this.code = this.name = NotFoundError.code;
			this.data = { what };
		}
	};
	/** @type {'NotFoundError'} */
	NotFoundError.code = "NotFoundError";
	var ObjectTypeError = class ObjectTypeError extends BaseError {
		/**
		* @param {string} oid
		* @param {'blob'|'commit'|'tag'|'tree'} actual
		* @param {'blob'|'commit'|'tag'|'tree'} expected
		* @param {string} [filepath]
		*/
		constructor(oid, actual, expected, filepath) {
			super(`Object ${oid} ${filepath ? `at ${filepath}` : ""}was anticipated to be a ${expected} but it is a ${actual}.`);
			this.code = this.name = ObjectTypeError.code;
			this.data = {
				oid,
				actual,
				expected,
				filepath
			};
		}
	};
	/** @type {'ObjectTypeError'} */
	ObjectTypeError.code = "ObjectTypeError";
	var InvalidOidError = class InvalidOidError extends BaseError {
		/**
		* @param {string} value
		*/
		constructor(value) {
			super(`Expected a 40-char hex object id but saw "${value}".`);
			this.code = this.name = InvalidOidError.code;
			this.data = { value };
		}
	};
	/** @type {'InvalidOidError'} */
	InvalidOidError.code = "InvalidOidError";
	var InvalidRefNameError = class InvalidRefNameError extends BaseError {
		/**
		* @param {string} ref
		* @param {string} suggestion
		* @param {boolean} canForce
		*/
		constructor(ref, suggestion) {
			super(`"${ref}" would be an invalid git reference. (Hint: a valid alternative would be "${suggestion}".)`);
			this.code = this.name = InvalidRefNameError.code;
			this.data = {
				ref,
				suggestion
			};
		}
	};
	/** @type {'InvalidRefNameError'} */
	InvalidRefNameError.code = "InvalidRefNameError";
	var NoRefspecError = class NoRefspecError extends BaseError {
		/**
		* @param {string} remote
		*/
		constructor(remote) {
			super(`Could not find a fetch refspec for remote "${remote}". Make sure the config file has an entry like the following:
[remote "${remote}"]
\tfetch = +refs/heads/*:refs/remotes/origin/*
`);
			this.code = this.name = NoRefspecError.code;
			this.data = { remote };
		}
	};
	/** @type {'NoRefspecError'} */
	NoRefspecError.code = "NoRefspecError";
	var GitPackedRefs = class GitPackedRefs {
		constructor(text) {
			this.refs = /* @__PURE__ */ new Map();
			this.parsedConfig = [];
			if (text) {
				let key = null;
				this.parsedConfig = text.trim().split("\n").map((line) => {
					if (/^\s*#/.test(line)) return {
						line,
						comment: true
					};
					const i = line.indexOf(" ");
					if (line.startsWith("^")) {
						const value = line.slice(1);
						this.refs.set(key + "^{}", value);
						return {
							line,
							ref: key,
							peeled: value
						};
					} else {
						const value = line.slice(0, i);
						key = line.slice(i + 1);
						this.refs.set(key, value);
						return {
							line,
							ref: key,
							oid: value
						};
					}
				});
			}
			return this;
		}
		static from(text) {
			return new GitPackedRefs(text);
		}
		delete(ref) {
			this.parsedConfig = this.parsedConfig.filter((entry) => entry.ref !== ref);
			this.refs.delete(ref);
		}
		toString() {
			return this.parsedConfig.map(({ line }) => line).join("\n") + "\n";
		}
	};
	var GitRefSpec = class GitRefSpec {
		constructor({ remotePath, localPath, force, matchPrefix }) {
			Object.assign(this, {
				remotePath,
				localPath,
				force,
				matchPrefix
			});
		}
		static from(refspec) {
			const [forceMatch, remotePath, remoteGlobMatch, localPath, localGlobMatch] = refspec.match(/^(\+?)(.*?)(\*?):(.*?)(\*?)$/).slice(1);
			const force = forceMatch === "+";
			const remoteIsGlob = remoteGlobMatch === "*";
			if (remoteIsGlob !== (localGlobMatch === "*")) throw new InternalError("Invalid refspec");
			return new GitRefSpec({
				remotePath,
				localPath,
				force,
				matchPrefix: remoteIsGlob
			});
		}
		translate(remoteBranch) {
			if (this.matchPrefix) {
				if (remoteBranch.startsWith(this.remotePath)) return this.localPath + remoteBranch.replace(this.remotePath, "");
			} else if (remoteBranch === this.remotePath) return this.localPath;
			return null;
		}
		reverseTranslate(localBranch) {
			if (this.matchPrefix) {
				if (localBranch.startsWith(this.localPath)) return this.remotePath + localBranch.replace(this.localPath, "");
			} else if (localBranch === this.localPath) return this.remotePath;
			return null;
		}
	};
	var GitRefSpecSet = class GitRefSpecSet {
		constructor(rules = []) {
			this.rules = rules;
		}
		static from(refspecs) {
			const rules = [];
			for (const refspec of refspecs) rules.push(GitRefSpec.from(refspec));
			return new GitRefSpecSet(rules);
		}
		add(refspec) {
			const rule = GitRefSpec.from(refspec);
			this.rules.push(rule);
		}
		translate(remoteRefs) {
			const result = [];
			for (const rule of this.rules) for (const remoteRef of remoteRefs) {
				const localRef = rule.translate(remoteRef);
				if (localRef) result.push([remoteRef, localRef]);
			}
			return result;
		}
		translateOne(remoteRef) {
			let result = null;
			for (const rule of this.rules) {
				const localRef = rule.translate(remoteRef);
				if (localRef) result = localRef;
			}
			return result;
		}
		localNamespaces() {
			return this.rules.filter((rule) => rule.matchPrefix).map((rule) => rule.localPath.replace(/\/$/, ""));
		}
	};
	function compareRefNames(a, b) {
		const _a = a.replace(/\^\{\}$/, "");
		const _b = b.replace(/\^\{\}$/, "");
		const tmp = -(_a < _b) || +(_a > _b);
		if (tmp === 0) return a.endsWith("^{}") ? 1 : -1;
		return tmp;
	}
	const bad = /(^|[/.])([/.]|$)|^@$|@{|[\x00-\x20\x7f~^:?*[\\]|\.lock(\/|$)/;
	function isValidRef(name, onelevel) {
		if (typeof name !== "string") throw new TypeError("Reference name must be a string");
		return !bad.test(name) && (!!onelevel || name.includes("/"));
	}
	/*!
	* This code for `path.join` is directly copied from @zenfs/core/path for bundle size improvements.
	* SPDX-License-Identifier: LGPL-3.0-or-later
	* Copyright (c) James Prevett and other ZenFS contributors.
	*
	* Windows support added:
	*   - Backslashes are normalised to forward slashes before processing.
	*   - Drive-letter prefixes (e.g. "C:") are detected and preserved through
	*     normalisation, so absolute Windows paths are handled correctly.
	*   - An absolute argument passed to join() resets the accumulated path,
	*     matching Node behaviour and handling worktree gitdir paths properly.
	*
	* Limitation: UNC paths (e.g. \\server\share) are not supported. The leading
	*   backslashes are normalised to forward slashes and then collapsed by
	*   normalizeString, losing the UNC root. Git on Windows works with
	*   drive-letter paths, so this is not expected to be a practical issue.
	*/
	function normalizeString(path, aar) {
		let res = "";
		let lastSegmentLength = 0;
		let lastSlash = -1;
		let dots = 0;
		let char = "\0";
		for (let i = 0; i <= path.length; ++i) {
			if (i < path.length) char = path[i];
			else if (char === "/") break;
			else char = "/";
			if (char === "/") {
				if (lastSlash === i - 1 || dots === 1) {} else if (dots === 2) {
					if (res.length < 2 || lastSegmentLength !== 2 || res.at(-1) !== "." || res.at(-2) !== ".") {
						if (res.length > 2) {
							const lastSlashIndex = res.lastIndexOf("/");
							if (lastSlashIndex === -1) {
								res = "";
								lastSegmentLength = 0;
							} else {
								res = res.slice(0, lastSlashIndex);
								lastSegmentLength = res.length - 1 - res.lastIndexOf("/");
							}
							lastSlash = i;
							dots = 0;
							continue;
						} else if (res.length !== 0) {
							res = "";
							lastSegmentLength = 0;
							lastSlash = i;
							dots = 0;
							continue;
						}
					}
					if (aar) {
						res += res.length > 0 ? "/.." : "..";
						lastSegmentLength = 2;
					}
				} else {
					if (res.length > 0) res += "/" + path.slice(lastSlash + 1, i);
					else res = path.slice(lastSlash + 1, i);
					lastSegmentLength = i - lastSlash - 1;
				}
				lastSlash = i;
				dots = 0;
			} else if (char === "." && dots !== -1) ++dots;
			else dots = -1;
		}
		return res;
	}
	function getWindowsDrivePrefix(path) {
		if (path.length >= 2 && /^[a-zA-Z]:/.test(path)) return path.slice(0, 2);
		return null;
	}
	function normalize(path) {
		if (!path.length) return ".";
		path = path.replace(/\\/g, "/");
		const drivePrefix = getWindowsDrivePrefix(path);
		const isAbsolute = path[0] === "/" || drivePrefix !== null && path[2] === "/";
		const trailingSeparator = path.at(-1) === "/";
		let normalized = normalizeString(drivePrefix ? path.slice(2) : path, !isAbsolute);
		if (!normalized.length) {
			const root = drivePrefix ? isAbsolute ? drivePrefix + "/" : drivePrefix : isAbsolute ? "/" : ".";
			return trailingSeparator && !isAbsolute ? root + "/" : root;
		}
		if (trailingSeparator) normalized += "/";
		if (drivePrefix) return isAbsolute ? `${drivePrefix}/${normalized}` : `${drivePrefix}${normalized}`;
		return isAbsolute ? `/${normalized}` : normalized;
	}
	function join(...args) {
		if (args.length === 0) return ".";
		let joined;
		for (let i = 0; i < args.length; ++i) {
			const arg = args[i].replace(/\\/g, "/");
			if (arg.length === 0) continue;
			if (/^[a-zA-Z]:\//.test(arg)) joined = arg;
			else if (joined === void 0) joined = arg;
			else joined += "/" + arg;
		}
		if (joined === void 0) return ".";
		return normalize(joined);
	}
	const num = (val) => {
		if (typeof val === "number") return val;
		val = val.toLowerCase();
		let n = parseInt(val);
		if (val.endsWith("k")) n *= 1024;
		if (val.endsWith("m")) n *= 1048576;
		if (val.endsWith("g")) n *= 1073741824;
		return n;
	};
	const bool = (val) => {
		if (typeof val === "boolean") return val;
		val = val.trim().toLowerCase();
		if (val === "true" || val === "yes" || val === "on") return true;
		if (val === "false" || val === "no" || val === "off") return false;
		throw Error(`Expected 'true', 'false', 'yes', 'no', 'on', or 'off', but got ${val}`);
	};
	const schema = { core: {
		filemode: bool,
		bare: bool,
		logallrefupdates: bool,
		symlinks: bool,
		ignorecase: bool,
		bigFileThreshold: num
	} };
	const SECTION_LINE_REGEX = /^\[([A-Za-z0-9-.]+)(?:[ \t]+"((?:[^"\\]|\\.)*)")?\][ \t]*(?:[#;].*)?$/;
	const SECTION_REGEX = /^[A-Za-z0-9-.]+$/;
	const VARIABLE_LINE_REGEX = /^([A-Za-z][A-Za-z0-9-]*)(?:\s*=\s*(.*))?$/;
	const VARIABLE_NAME_REGEX = /^[A-Za-z][A-Za-z0-9-]*$/;
	const extractSectionLine = (line) => {
		const matches = SECTION_LINE_REGEX.exec(line);
		if (matches != null) {
			const [section, subsection] = matches.slice(1);
			return [section, subsection && subsection.replace(/\\(.)/g, "$1")];
		}
		return null;
	};
	const extractVariableLine = (line) => {
		const matches = VARIABLE_LINE_REGEX.exec(line);
		if (matches != null) {
			const [name, rawValue = "true"] = matches.slice(1);
			return [name, parseValue(rawValue)];
		}
		return null;
	};
	const ESCAPED_CHARS = /* @__PURE__ */ new Map([
		["t", "	"],
		["b", "\b"],
		["n", "\n"],
		["\\", "\\"],
		["\"", "\""]
	]);
	const parseValue = (rawValue) => {
		let value = "";
		let pendingSpace = "";
		let inQuotes = false;
		for (let i = 0; i < rawValue.length; i++) {
			const c = rawValue[i];
			if (!inQuotes && /[ \t\r\v\f]/.test(c)) {
				if (value !== "") pendingSpace += c;
				continue;
			}
			if (!inQuotes && (c === "#" || c === ";")) break;
			value += pendingSpace;
			pendingSpace = "";
			if (c === "\\" && ESCAPED_CHARS.has(rawValue[i + 1])) value += ESCAPED_CHARS.get(rawValue[++i]);
			else if (c === "\"") inQuotes = !inQuotes;
			else value += c;
		}
		return value;
	};
	const serializeValue = (value) => {
		if (typeof value !== "string") return value;
		const quote = value.startsWith(" ") || value.endsWith(" ") || /[#;]/.test(value) ? "\"" : "";
		return `${quote}${value.replace(/[\\"\n\t]/g, (c) => {
			if (c === "\n") return "\\n";
			if (c === "	") return "\\t";
			return `\\${c}`;
		})}${quote}`;
	};
	const lower = (text) => {
		return text != null ? text.toLowerCase() : null;
	};
	const getPath = (section, subsection, name) => {
		return [
			lower(section),
			subsection,
			lower(name)
		].filter((a) => a != null).join(".");
	};
	const normalizePath = (path) => {
		const pathSegments = path.split(".");
		const section = pathSegments.shift();
		const name = pathSegments.pop();
		const subsection = pathSegments.length ? pathSegments.join(".") : void 0;
		return {
			section,
			subsection,
			name,
			path: getPath(section, subsection, name),
			sectionPath: getPath(section, subsection, null),
			isSection: !!section
		};
	};
	const findLastIndex = (array, callback) => {
		return array.reduce((lastIndex, item, index) => {
			return callback(item) ? index : lastIndex;
		}, -1);
	};
	var GitConfig = class GitConfig {
		constructor(text) {
			let section = null;
			let subsection = null;
			this.parsedConfig = text ? text.split("\n").map((line) => {
				let name = null;
				let value = null;
				const trimmedLine = line.trim();
				const extractedSection = extractSectionLine(trimmedLine);
				const isSection = extractedSection != null;
				if (isSection) [section, subsection] = extractedSection;
				else {
					const extractedVariable = extractVariableLine(trimmedLine);
					if (extractedVariable != null) [name, value] = extractedVariable;
				}
				const path = getPath(section, subsection, name);
				return {
					line,
					isSection,
					section,
					subsection,
					name,
					value,
					path
				};
			}) : [];
		}
		static from(text) {
			return new GitConfig(text);
		}
		async get(path, getall = false) {
			const normalizedPath = normalizePath(path).path;
			const allValues = this.parsedConfig.filter((config) => config.path === normalizedPath).map(({ section, name, value }) => {
				const fn = schema[section] && schema[section][name];
				return fn ? fn(value) : value;
			});
			return getall ? allValues : allValues.pop();
		}
		async getall(path) {
			return this.get(path, true);
		}
		async getSubsections(section) {
			return this.parsedConfig.filter((config) => config.isSection && config.section === section).map((config) => config.subsection);
		}
		async deleteSection(section, subsection) {
			this.parsedConfig = this.parsedConfig.filter((config) => !(config.section === section && config.subsection === subsection));
		}
		async append(path, value) {
			return this.set(path, value, true);
		}
		async set(path, value, append = false) {
			const { section, subsection, name, path: normalizedPath, sectionPath, isSection } = normalizePath(path);
			const configIndex = findLastIndex(this.parsedConfig, (config) => config.path === normalizedPath);
			if (value == null) {
				if (configIndex !== -1) this.parsedConfig.splice(configIndex, 1);
			} else if (configIndex !== -1) {
				const config = this.parsedConfig[configIndex];
				const modifiedConfig = Object.assign({}, config, {
					name,
					value,
					modified: true
				});
				if (append) this.parsedConfig.splice(configIndex + 1, 0, modifiedConfig);
				else this.parsedConfig[configIndex] = modifiedConfig;
			} else {
				const sectionIndex = this.parsedConfig.findIndex((config) => config.path === sectionPath);
				const newConfig = {
					section,
					subsection,
					name,
					value,
					modified: true,
					path: normalizedPath
				};
				if (SECTION_REGEX.test(section) && VARIABLE_NAME_REGEX.test(name)) {
					if (sectionIndex >= 0) this.parsedConfig.splice(sectionIndex + 1, 0, newConfig);
					else {
						const newSection = {
							isSection,
							section,
							subsection,
							modified: true,
							path: sectionPath
						};
						this.parsedConfig.push(newSection, newConfig);
					}
				}
			}
		}
		toString() {
			return this.parsedConfig.map(({ line, section, subsection, name, value, modified = false }) => {
				if (!modified) return line;
				if (name != null && value != null) return `\t${name} = ${serializeValue(value)}`;
				if (subsection != null) return `[${section} "${subsection}"]`;
				return `[${section}]`;
			}).join("\n");
		}
	};
	/**
	* Manages access to the Git configuration file, providing methods to read and save configurations.
	*/
	var GitConfigManager = class {
		/**
		* Reads the Git configuration file from the specified `.git` directory.
		*
		* @param {object} opts - Options for reading the Git configuration.
		* @param {FSClient} opts.fs - A file system implementation.
		* @param {string} opts.gitdir - The path to the `.git` directory.
		* @returns {Promise<GitConfig>} A `GitConfig` object representing the parsed configuration.
		*/
		static async get({ fs, gitdir }) {
			const text = await fs.read(`${gitdir}/config`, { encoding: "utf8" });
			return GitConfig.from(text);
		}
		/**
		* Saves the provided Git configuration to the specified `.git` directory.
		*
		* @param {object} opts - Options for saving the Git configuration.
		* @param {FSClient} opts.fs - A file system implementation.
		* @param {string} opts.gitdir - The path to the `.git` directory.
		* @param {GitConfig} opts.config - The `GitConfig` object to save.
		* @returns {Promise<void>} Resolves when the configuration has been successfully saved.
		*/
		static async save({ fs, gitdir, config }) {
			await fs.write(`${gitdir}/config`, config.toString(), { encoding: "utf8" });
		}
	};
	const refpaths = (ref) => [
		`${ref}`,
		`refs/${ref}`,
		`refs/tags/${ref}`,
		`refs/heads/${ref}`,
		`refs/remotes/${ref}`,
		`refs/remotes/${ref}/HEAD`
	];
	const GIT_FILES = [
		"config",
		"description",
		"index",
		"shallow",
		"commondir"
	];
	function assertWritableRef(ref) {
		if (GIT_FILES.includes(ref)) throw new InvalidRefNameError(ref, `refs/heads/${ref}`);
		if (!isValidRef(ref, true)) throw new InvalidRefNameError(ref, cleanGitRef.clean(ref));
	}
	/**
	* A class for managing Git references, including reading, writing, deleting, and resolving refs.
	*/
	var GitRefManager = class GitRefManager {
		/**
		* Updates remote refs based on the provided refspecs and options.
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} [args.gitdir=join(dir, '.git')] - [required] The [git directory](dir-vs-gitdir.md) path
		* @param {string} args.remote - The name of the remote.
		* @param {Map<string, string>} args.refs - A map of refs to their object IDs.
		* @param {Map<string, string>} args.symrefs - A map of symbolic refs.
		* @param {boolean} args.tags - Whether to fetch tags.
		* @param {string[]} [args.refspecs = undefined] - The refspecs to use.
		* @param {boolean} [args.prune = false] - Whether to prune stale refs.
		* @param {boolean} [args.pruneTags = false] - Whether to prune tags.
		* @returns {Promise<Object>} - An object containing pruned refs.
		*/
		static async updateRemoteRefs({ fs, gitdir, remote, refs, symrefs, tags, refspecs = void 0, prune = false, pruneTags = false }) {
			for (const value of refs.values()) if (!value.match(/[0-9a-f]{40}/)) throw new InvalidOidError(value);
			const config = await GitConfigManager.get({
				fs,
				gitdir
			});
			if (!refspecs) {
				refspecs = await config.getall(`remote.${remote}.fetch`);
				if (refspecs.length === 0) throw new NoRefspecError(remote);
				refspecs.unshift(`+HEAD:refs/remotes/${remote}/HEAD`);
			}
			const refspec = GitRefSpecSet.from(refspecs);
			const actualRefsToWrite = /* @__PURE__ */ new Map();
			const refTranslations = refspec.translate([...refs.keys()]);
			const symrefTranslations = [];
			for (const [serverRef, translatedRef] of refspec.translate([...symrefs.keys()])) {
				const symtarget = refspec.translateOne(symrefs.get(serverRef));
				if (symtarget) {
					assertWritableRef(symtarget);
					symrefTranslations.push([translatedRef, `ref: ${symtarget}`]);
				}
			}
			const tagRefsToWrite = tags ? [...refs.keys()].filter((serverRef) => serverRef.startsWith("refs/tags") && !serverRef.endsWith("^{}")) : [];
			for (const [, translatedRef] of refTranslations) assertWritableRef(translatedRef);
			for (const [translatedRef] of symrefTranslations) assertWritableRef(translatedRef);
			tagRefsToWrite.forEach(assertWritableRef);
			if (pruneTags) {
				const tags = await GitRefManager.listRefs({
					fs,
					gitdir,
					filepath: "refs/tags"
				});
				await GitRefManager.deleteRefs({
					fs,
					gitdir,
					refs: tags.map((tag) => `refs/tags/${tag}`)
				});
			}
			for (const serverRef of tagRefsToWrite) if (!await GitRefManager.exists({
				fs,
				gitdir,
				ref: serverRef
			})) {
				const oid = refs.get(serverRef);
				actualRefsToWrite.set(serverRef, oid);
			}
			for (const [serverRef, translatedRef] of refTranslations) {
				const value = refs.get(serverRef);
				actualRefsToWrite.set(translatedRef, value);
			}
			for (const [translatedRef, value] of symrefTranslations) actualRefsToWrite.set(translatedRef, value);
			const pruned = [];
			if (prune) {
				for (const filepath of refspec.localNamespaces()) {
					const refs = (await GitRefManager.listRefs({
						fs,
						gitdir,
						filepath
					})).map((file) => `${filepath}/${file}`);
					for (const ref of refs) if (!actualRefsToWrite.has(ref)) pruned.push(ref);
				}
				if (pruned.length > 0) await GitRefManager.deleteRefs({
					fs,
					gitdir,
					refs: pruned
				});
			}
			for (const [key, value] of actualRefsToWrite) await acquireLock(key, async () => fs.write(join(gitdir, key), `${value.trim()}\n`, "utf8"));
			return { pruned };
		}
		/**
		* Writes a ref to the file system.
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} [args.gitdir] - [required] The [git directory](dir-vs-gitdir.md) path
		* @param {string} args.ref - The ref to write.
		* @param {string} args.value - The object ID to write.
		* @returns {Promise<void>}
		*/
		static async writeRef({ fs, gitdir, ref, value }) {
			assertWritableRef(ref);
			if (!value.match(/[0-9a-f]{40}/)) throw new InvalidOidError(value);
			await acquireLock(ref, async () => fs.write(join(gitdir, ref), `${value.trim()}\n`, "utf8"));
		}
		/**
		* Writes a symbolic ref to the file system.
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} [args.gitdir] - [required] The [git directory](dir-vs-gitdir.md) path
		* @param {string} args.ref - The ref to write.
		* @param {string} args.value - The target ref.
		* @returns {Promise<void>}
		*/
		static async writeSymbolicRef({ fs, gitdir, ref, value }) {
			assertWritableRef(ref);
			await acquireLock(ref, async () => fs.write(join(gitdir, ref), `ref: ${value.trim()}\n`, "utf8"));
		}
		/**
		* Deletes a single ref.
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} [args.gitdir] - [required] The [git directory](dir-vs-gitdir.md) path
		* @param {string} args.ref - The ref to delete.
		* @returns {Promise<void>}
		*/
		static async deleteRef({ fs, gitdir, ref }) {
			return GitRefManager.deleteRefs({
				fs,
				gitdir,
				refs: [ref]
			});
		}
		/**
		* Deletes multiple refs.
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} [args.gitdir] - [required] The [git directory](dir-vs-gitdir.md) path
		* @param {string[]} args.refs - The refs to delete.
		* @returns {Promise<void>}
		*/
		static async deleteRefs({ fs, gitdir, refs }) {
			refs.forEach(assertWritableRef);
			await Promise.all(refs.map((ref) => fs.rm(join(gitdir, ref))));
			let text = await acquireLock("packed-refs", async () => fs.read(`${gitdir}/packed-refs`, { encoding: "utf8" }));
			const packed = GitPackedRefs.from(text);
			const beforeSize = packed.refs.size;
			for (const ref of refs) if (packed.refs.has(ref)) packed.delete(ref);
			if (packed.refs.size < beforeSize) {
				text = packed.toString();
				await acquireLock("packed-refs", async () => fs.write(`${gitdir}/packed-refs`, text, { encoding: "utf8" }));
			}
		}
		/**
		* Resolves a ref to its object ID.
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} [args.gitdir] - [required] The [git directory](dir-vs-gitdir.md) path
		* @param {string} args.ref - The ref to resolve.
		* @param {number} [args.depth = undefined] - The maximum depth to resolve symbolic refs.
		* @returns {Promise<string>} - The resolved object ID.
		*/
		static async resolve({ fs, gitdir, ref, depth = void 0, visited = /* @__PURE__ */ new Set() }) {
			if (depth !== void 0) {
				depth--;
				if (depth === -1) return ref;
			}
			if (ref.startsWith("ref: ")) {
				ref = ref.slice(5);
				return GitRefManager.resolve({
					fs,
					gitdir,
					ref,
					depth,
					visited
				});
			}
			if (ref.length === 40 && /[0-9a-f]{40}/.test(ref)) return ref;
			const packedMap = await GitRefManager.packedRefs({
				fs,
				gitdir
			});
			const allpaths = refpaths(ref).filter((p) => !GIT_FILES.includes(p));
			for (const ref of allpaths) {
				const sha = await acquireLock(ref, async () => await fs.read(`${gitdir}/${ref}`, { encoding: "utf8" }) || packedMap.get(ref));
				if (sha) {
					if (visited.has(ref)) throw new InternalError(`Circular reference detected while resolving ref "${ref}"`);
					visited.add(ref);
					return GitRefManager.resolve({
						fs,
						gitdir,
						ref: sha.trim(),
						depth,
						visited
					});
				}
			}
			throw new NotFoundError(ref);
		}
		/**
		* Checks whether a ref names the branch HEAD points at in a repository where
		* that branch has no commits yet.
		*
		* A repository created by `git init` has a HEAD pointing at a branch that
		* does not exist on disk. Resolving that branch fails the same way resolving
		* a misspelled ref does, so callers that want to treat the two differently
		* need this to tell them apart.
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} [args.gitdir=join(dir, '.git')] - [required] The [git directory](dir-vs-gitdir.md) path
		* @param {string} args.ref - The ref to check.
		* @returns {Promise<boolean>} - True if the ref names an unborn branch.
		*/
		static async isUnbornBranch({ fs, gitdir, ref }) {
			let target;
			try {
				target = await GitRefManager.resolve({
					fs,
					gitdir,
					ref: "HEAD",
					depth: 2
				});
			} catch (err) {
				if (err instanceof NotFoundError) return false;
				throw err;
			}
			if (!target.startsWith("refs/heads/")) return false;
			return ref === "HEAD" || refpaths(ref).includes(target);
		}
		/**
		* Checks if a ref exists.
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} [args.gitdir=join(dir, '.git')] - [required] The [git directory](dir-vs-gitdir.md) path
		* @param {string} args.ref - The ref to check.
		* @returns {Promise<boolean>} - True if the ref exists, false otherwise.
		*/
		static async exists({ fs, gitdir, ref }) {
			try {
				await GitRefManager.expand({
					fs,
					gitdir,
					ref
				});
				return true;
			} catch (err) {
				if (err instanceof NotFoundError) return false;
				throw err;
			}
		}
		/**
		* Expands a ref to its full name.
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} [args.gitdir=join(dir, '.git')] - [required] The [git directory](dir-vs-gitdir.md) path
		* @param {string} args.ref - The ref to expand.
		* @returns {Promise<string>} - The full ref name.
		*/
		static async expand({ fs, gitdir, ref }) {
			if (ref.length === 40 && /[0-9a-f]{40}/.test(ref)) return ref;
			const packedMap = await GitRefManager.packedRefs({
				fs,
				gitdir
			});
			const allpaths = refpaths(ref).filter((p) => !GIT_FILES.includes(p));
			for (const ref of allpaths) {
				if (await acquireLock(ref, async () => fs.exists(`${gitdir}/${ref}`))) return ref;
				if (packedMap.has(ref)) return ref;
			}
			throw new NotFoundError(ref);
		}
		/**
		* Expands a ref against a provided map.
		*
		* @param {Object} args
		* @param {string} args.ref - The ref to expand.
		* @param {Map<string, string>} args.map - The map of refs.
		* @returns {Promise<string>} - The expanded ref.
		*/
		static async expandAgainstMap({ ref, map }) {
			const allpaths = refpaths(ref);
			for (const ref of allpaths) if (await map.has(ref)) return ref;
			throw new NotFoundError(ref);
		}
		/**
		* Resolves a ref against a provided map.
		*
		* @param {Object} args
		* @param {string} args.ref - The ref to resolve.
		* @param {string} [args.fullref = args.ref] - The full ref name.
		* @param {number} [args.depth = undefined] - The maximum depth to resolve symbolic refs.
		* @param {Map<string, string>} args.map - The map of refs.
		* @returns {Object} - An object containing the full ref and its object ID.
		*/
		static resolveAgainstMap({ ref, fullref = ref, depth = void 0, map }) {
			if (depth !== void 0) {
				depth--;
				if (depth === -1) return {
					fullref,
					oid: ref
				};
			}
			if (ref.startsWith("ref: ")) {
				ref = ref.slice(5);
				return GitRefManager.resolveAgainstMap({
					ref,
					fullref,
					depth,
					map
				});
			}
			if (ref.length === 40 && /[0-9a-f]{40}/.test(ref)) return {
				fullref,
				oid: ref
			};
			const allpaths = refpaths(ref);
			for (const ref of allpaths) {
				const sha = map.get(ref);
				if (sha) return GitRefManager.resolveAgainstMap({
					ref: sha.trim(),
					fullref: ref,
					depth,
					map
				});
			}
			throw new NotFoundError(ref);
		}
		/**
		* Reads the packed refs file and returns a map of refs.
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} [args.gitdir=join(dir, '.git')] - [required] The [git directory](dir-vs-gitdir.md) path
		* @returns {Promise<Map<string, string>>} - A map of packed refs.
		*/
		static async packedRefs({ fs, gitdir }) {
			const text = await acquireLock("packed-refs", async () => fs.read(`${gitdir}/packed-refs`, { encoding: "utf8" }));
			return GitPackedRefs.from(text).refs;
		}
		/**
		* Lists all refs matching a given filepath prefix.
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} [args.gitdir=join(dir, '.git')] - [required] The [git directory](dir-vs-gitdir.md) path
		* @param {string} args.filepath - The filepath prefix to match.
		* @returns {Promise<string[]>} - A sorted list of refs.
		*/
		static async listRefs({ fs, gitdir, filepath }) {
			const packedMap = await GitRefManager.packedRefs({
				fs,
				gitdir
			});
			let files = null;
			try {
				files = await fs.readdirDeep(`${gitdir}/${filepath}`);
				files = files.map((x) => x.replace(`${gitdir}/${filepath}/`, ""));
			} catch (err) {
				files = [];
			}
			for (let key of packedMap.keys()) if (key.startsWith(filepath)) {
				key = key.replace(filepath + "/", "");
				if (!files.includes(key)) files.push(key);
			}
			files.sort(compareRefNames);
			return files;
		}
		/**
		* Lists all branches, optionally filtered by remote.
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} [args.gitdir=join(dir, '.git')] - [required] The [git directory](dir-vs-gitdir.md) path
		* @param {string} [args.remote] - The remote to filter branches by.
		* @returns {Promise<string[]>} - A list of branch names.
		*/
		static async listBranches({ fs, gitdir, remote }) {
			if (remote) return GitRefManager.listRefs({
				fs,
				gitdir,
				filepath: `refs/remotes/${remote}`
			});
			else return GitRefManager.listRefs({
				fs,
				gitdir,
				filepath: `refs/heads`
			});
		}
		/**
		* Lists all tags.
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} [args.gitdir=join(dir, '.git')] - [required] The [git directory](dir-vs-gitdir.md) path
		* @returns {Promise<string[]>} - A list of tag names.
		*/
		static async listTags({ fs, gitdir }) {
			return (await GitRefManager.listRefs({
				fs,
				gitdir,
				filepath: `refs/tags`
			})).filter((x) => !x.endsWith("^{}"));
		}
	};
	function compareTreeEntryPath(a, b) {
		return compareStrings(appendSlashIfDir(a), appendSlashIfDir(b));
	}
	function appendSlashIfDir(entry) {
		return entry.mode === "040000" ? entry.path + "/" : entry.path;
	}
	/**
	*
	* @typedef {Object} TreeEntry
	* @property {string} mode - the 6 digit hexadecimal mode
	* @property {string} path - the name of the file or directory
	* @property {string} oid - the SHA-1 object id of the blob or tree
	* @property {'commit'|'blob'|'tree'} type - the type of object
	*/
	function mode2type$1(mode) {
		switch (mode) {
			case "040000": return "tree";
			case "100644": return "blob";
			case "100755": return "blob";
			case "120000": return "blob";
			case "160000": return "commit";
		}
		throw new InternalError(`Unexpected GitTree entry mode: ${mode}`);
	}
	function parseBuffer(buffer) {
		const _entries = [];
		let cursor = 0;
		while (cursor < buffer.length) {
			const space = buffer.indexOf(32, cursor);
			if (space === -1) throw new InternalError(`GitTree: Error parsing buffer at byte location ${cursor}: Could not find the next space character.`);
			const nullchar = buffer.indexOf(0, cursor);
			if (nullchar === -1) throw new InternalError(`GitTree: Error parsing buffer at byte location ${cursor}: Could not find the next null character.`);
			let mode = buffer.slice(cursor, space).toString("utf8");
			if (mode === "40000") mode = "040000";
			const type = mode2type$1(mode);
			const path = buffer.slice(space + 1, nullchar).toString("utf8");
			const hfsClean = path.replace(/[\u200C-\u200F\u202A-\u202E\u206A-\u206F\uFEFF]/g, "");
			const normalized = hfsClean.split(":")[0].toLowerCase().replace(/[. ]+$/, "");
			if (path.includes("\\") || path.includes("/") || hfsClean === "." || hfsClean === ".." || normalized === ".git" || /^\.?git~[1-9]$/.test(normalized)) throw new UnsafeFilepathError(path);
			const oid = buffer.slice(nullchar + 1, nullchar + 21).toString("hex");
			cursor = nullchar + 21;
			_entries.push({
				mode,
				path,
				oid,
				type
			});
		}
		return _entries;
	}
	function limitModeToAllowed(mode) {
		if (typeof mode === "number") mode = mode.toString(8);
		if (mode.match(/^0?4.*/)) return "040000";
		if (mode.match(/^1006.*/)) return "100644";
		if (mode.match(/^1007.*/)) return "100755";
		if (mode.match(/^120.*/)) return "120000";
		if (mode.match(/^160.*/)) return "160000";
		throw new InternalError(`Could not understand file mode: ${mode}`);
	}
	function nudgeIntoShape(entry) {
		if (!entry.oid && entry.sha) entry.oid = entry.sha;
		entry.mode = limitModeToAllowed(entry.mode);
		if (!entry.type) entry.type = mode2type$1(entry.mode);
		return entry;
	}
	var GitTree = class GitTree {
		constructor(entries) {
			if (Buffer.isBuffer(entries)) this._entries = parseBuffer(entries);
			else if (Array.isArray(entries)) this._entries = entries.map(nudgeIntoShape);
			else throw new InternalError("invalid type passed to GitTree constructor");
			this._entries.sort(comparePath);
		}
		static from(tree) {
			return new GitTree(tree);
		}
		render() {
			return this._entries.map((entry) => `${entry.mode} ${entry.type} ${entry.oid}    ${entry.path}`).join("\n");
		}
		toObject() {
			const entries = [...this._entries];
			entries.sort(compareTreeEntryPath);
			return Buffer.concat(entries.map((entry) => {
				const mode = Buffer.from(entry.mode.replace(/^0/, ""));
				const space = Buffer.from(" ");
				const path = Buffer.from(entry.path, "utf8");
				const nullchar = Buffer.from([0]);
				const oid = Buffer.from(entry.oid, "hex");
				return Buffer.concat([
					mode,
					space,
					path,
					nullchar,
					oid
				]);
			}));
		}
		/**
		* @returns {TreeEntry[]}
		*/
		entries() {
			return this._entries;
		}
		*[Symbol.iterator]() {
			for (const entry of this._entries) yield entry;
		}
	};
	/**
	* Represents a Git object and provides methods to wrap and unwrap Git objects
	* according to the Git object format.
	*/
	var GitObject = class {
		/**
		* Wraps a raw object with a Git header.
		*
		* @param {Object} params - The parameters for wrapping.
		* @param {string} params.type - The type of the Git object (e.g., 'blob', 'tree', 'commit').
		* @param {Uint8Array} params.object - The raw object data to wrap.
		* @returns {Uint8Array} The wrapped Git object as a single buffer.
		*/
		static wrap({ type, object }) {
			const header = `${type} ${object.length}\x00`;
			const headerLen = header.length;
			const totalLength = headerLen + object.length;
			const wrappedObject = new Uint8Array(totalLength);
			for (let i = 0; i < headerLen; i++) wrappedObject[i] = header.charCodeAt(i);
			wrappedObject.set(object, headerLen);
			return wrappedObject;
		}
		/**
		* Unwraps a Git object buffer into its type and raw object data.
		*
		* @param {Buffer|Uint8Array} buffer - The buffer containing the wrapped Git object.
		* @returns {{ type: string, object: Buffer }} An object containing the type and the raw object data.
		* @throws {InternalError} If the length specified in the header does not match the actual object length.
		*/
		static unwrap(buffer) {
			const s = buffer.indexOf(32);
			const i = buffer.indexOf(0);
			const type = buffer.slice(0, s).toString("utf8");
			const length = buffer.slice(s + 1, i).toString("utf8");
			const actualLength = buffer.length - (i + 1);
			if (parseInt(length) !== actualLength) throw new InternalError(`Length mismatch: expected ${length} bytes but got ${actualLength} instead.`);
			return {
				type,
				object: Buffer.from(buffer.slice(i + 1))
			};
		}
	};
	async function readObjectLoose({ fs, gitdir, oid }) {
		const source = `objects/${oid.slice(0, 2)}/${oid.slice(2)}`;
		const file = await fs.read(`${gitdir}/${source}`);
		if (!file) return null;
		return {
			object: file,
			format: "deflated",
			source
		};
	}
	/**
	* @param {Buffer} delta
	* @param {Buffer} source
	* @returns {Buffer}
	*/
	function applyDelta(delta, source) {
		const reader = new BufferCursor(delta);
		const sourceSize = readVarIntLE(reader);
		if (sourceSize !== source.byteLength) throw new InternalError(`applyDelta expected source buffer to be ${sourceSize} bytes but the provided buffer was ${source.length} bytes`);
		const targetSize = readVarIntLE(reader);
		let target;
		const firstOp = readOp(reader, source);
		if (firstOp.byteLength === targetSize) target = firstOp;
		else {
			const chunks = [firstOp];
			let tell = firstOp.byteLength;
			while (!reader.eof()) {
				const op = readOp(reader, source);
				chunks.push(op);
				tell += op.byteLength;
			}
			if (targetSize !== tell) throw new InternalError(`applyDelta expected target buffer to be ${targetSize} bytes but the resulting buffer was ${tell} bytes`);
			target = Buffer.concat(chunks, targetSize);
		}
		return target;
	}
	function readVarIntLE(reader) {
		let result = 0;
		let shift = 0;
		let byte = null;
		do {
			byte = reader.readUInt8();
			result |= (byte & 127) << shift;
			shift += 7;
		} while (byte & 128);
		return result;
	}
	function readCompactLE(reader, flags, size) {
		let result = 0;
		let shift = 0;
		while (size--) {
			if (flags & 1) result |= reader.readUInt8() << shift;
			flags >>= 1;
			shift += 8;
		}
		return result;
	}
	function readOp(reader, source) {
		/** @type {number} */
		const byte = reader.readUInt8();
		const COPY = 128;
		const OFFS = 15;
		const SIZE = 112;
		if (byte & COPY) {
			const offset = readCompactLE(reader, byte & OFFS, 4);
			let size = readCompactLE(reader, (byte & SIZE) >> 4, 3);
			if (size === 0) size = 65536;
			return source.slice(offset, offset + size);
		} else return reader.slice(byte);
	}
	function fromValue(value) {
		let queue = [value];
		return {
			next() {
				return Promise.resolve({
					done: queue.length === 0,
					value: queue.pop()
				});
			},
			return() {
				queue = [];
				return {};
			},
			[Symbol.asyncIterator]() {
				return this;
			}
		};
	}
	function getIterator(iterable) {
		if (iterable[Symbol.asyncIterator]) return iterable[Symbol.asyncIterator]();
		if (iterable[Symbol.iterator]) return iterable[Symbol.iterator]();
		if (iterable.next) return iterable;
		return fromValue(iterable);
	}
	var StreamReader = class {
		constructor(stream) {
			if (typeof Buffer === "undefined") throw new Error("Missing Buffer dependency");
			this.stream = getIterator(stream);
			this.buffer = null;
			this.cursor = 0;
			this.undoCursor = 0;
			this.started = false;
			this._ended = false;
			this._discardedBytes = 0;
		}
		eof() {
			return this._ended && this.cursor === this.buffer.length;
		}
		tell() {
			return this._discardedBytes + this.cursor;
		}
		async byte() {
			if (this.eof()) return;
			if (!this.started) await this._init();
			if (this.cursor === this.buffer.length) {
				await this._loadnext();
				if (this._ended) return;
			}
			this._moveCursor(1);
			return this.buffer[this.undoCursor];
		}
		async chunk() {
			if (this.eof()) return;
			if (!this.started) await this._init();
			if (this.cursor === this.buffer.length) {
				await this._loadnext();
				if (this._ended) return;
			}
			this._moveCursor(this.buffer.length);
			return this.buffer.slice(this.undoCursor, this.cursor);
		}
		async read(n) {
			if (this.eof()) return;
			if (!this.started) await this._init();
			if (this.cursor + n > this.buffer.length) {
				this._trim();
				await this._accumulate(n);
			}
			this._moveCursor(n);
			return this.buffer.slice(this.undoCursor, this.cursor);
		}
		async skip(n) {
			if (this.eof()) return;
			if (!this.started) await this._init();
			if (this.cursor + n > this.buffer.length) {
				this._trim();
				await this._accumulate(n);
			}
			this._moveCursor(n);
		}
		async undo() {
			this.cursor = this.undoCursor;
		}
		async _next() {
			this.started = true;
			let { done, value } = await this.stream.next();
			if (done) {
				this._ended = true;
				if (!value) return Buffer.alloc(0);
			}
			if (value) value = Buffer.from(value);
			return value;
		}
		_trim() {
			this.buffer = this.buffer.slice(this.undoCursor);
			this.cursor -= this.undoCursor;
			this._discardedBytes += this.undoCursor;
			this.undoCursor = 0;
		}
		_moveCursor(n) {
			this.undoCursor = this.cursor;
			this.cursor += n;
			if (this.cursor > this.buffer.length) this.cursor = this.buffer.length;
		}
		async _accumulate(n) {
			if (this._ended) return;
			const buffers = [this.buffer];
			while (this.cursor + n > lengthBuffers(buffers)) {
				const nextbuffer = await this._next();
				if (this._ended) break;
				buffers.push(nextbuffer);
			}
			this.buffer = Buffer.concat(buffers);
		}
		async _loadnext() {
			this._discardedBytes += this.buffer.length;
			this.undoCursor = 0;
			this.cursor = 0;
			this.buffer = await this._next();
		}
		async _init() {
			this.buffer = await this._next();
		}
	};
	function lengthBuffers(buffers) {
		return buffers.reduce((acc, buffer) => acc + buffer.length, 0);
	}
	async function listpack(stream, onData) {
		const reader = new StreamReader(stream);
		let PACK = await reader.read(4);
		PACK = PACK.toString("utf8");
		if (PACK !== "PACK") throw new InternalError(`Invalid PACK header '${PACK}'`);
		let version = await reader.read(4);
		version = version.readUInt32BE(0);
		if (version !== 2) throw new InternalError(`Invalid packfile version: ${version}`);
		let numObjects = await reader.read(4);
		numObjects = numObjects.readUInt32BE(0);
		if (numObjects < 1) return;
		while (!reader.eof() && numObjects--) {
			const offset = reader.tell();
			const { type, length, ofs, reference } = await parseHeader(reader);
			const inflator = new pako.Inflate();
			while (!inflator.result) {
				const chunk = await reader.chunk();
				if (!chunk) break;
				inflator.push(chunk, false);
				if (inflator.err) throw new InternalError(`Pako error: ${inflator.msg}`);
				if (inflator.result) {
					if (inflator.result.length !== length) throw new InternalError(`Inflated object size is different from that stated in packfile.`);
					await reader.undo();
					await reader.read(chunk.length - inflator.strm.avail_in);
					const end = reader.tell();
					await onData({
						data: inflator.result,
						type,
						num: numObjects,
						offset,
						end,
						reference,
						ofs
					});
				}
			}
		}
	}
	async function parseHeader(reader) {
		let byte = await reader.byte();
		const type = byte >> 4 & 7;
		let length = byte & 15;
		if (byte & 128) {
			let shift = 4;
			do {
				byte = await reader.byte();
				length |= (byte & 127) << shift;
				shift += 7;
			} while (byte & 128);
		}
		let ofs;
		let reference;
		if (type === 6) {
			let shift = 0;
			ofs = 0;
			const bytes = [];
			do {
				byte = await reader.byte();
				ofs |= (byte & 127) << shift;
				shift += 7;
				bytes.push(byte);
			} while (byte & 128);
			reference = Buffer.from(bytes);
		}
		if (type === 7) reference = await reader.read(20);
		return {
			type,
			length,
			ofs,
			reference
		};
	}
	var DecompressionError = class DecompressionError extends BaseError {
		/**
		* @param {string} message
		*/
		constructor(message) {
			super(`Invalid compressed buffer: ${message}`);
			this.code = this.name = DecompressionError.code;
			this.data = { message };
		}
	};
	/** @type {'DecompressionError'} */
	DecompressionError.code = "DecompressionError";
	async function nativeInflate(buffer) {
		const ds = new DecompressionStream("deflate");
		const d = new Blob([buffer]).stream().pipeThrough(ds);
		try {
			return new Uint8Array(await new Response(d).arrayBuffer());
		} catch (err) {
			if (err && err.name === "TypeError" && err.message === "") throw new DecompressionError("decompression failed");
			throw err;
		}
	}
	let supportsDecompressionStream = false;
	async function inflate(buffer) {
		if (supportsDecompressionStream === null) supportsDecompressionStream = testDecompressionStream();
		try {
			return supportsDecompressionStream ? await nativeInflate(buffer) : pako.inflate(buffer);
		} catch (err) {
			if (typeof err === "string") throw new DecompressionError(err);
			throw err;
		}
	}
	function testDecompressionStream() {
		try {
			if (new DecompressionStream("deflate")) return true;
		} catch (_) {}
		return false;
	}
	function decodeVarInt(reader) {
		const bytes = [];
		let byte = 0;
		let multibyte = 0;
		do {
			byte = reader.readUInt8();
			const lastSeven = byte & 127;
			bytes.push(lastSeven);
			multibyte = byte & 128;
		} while (multibyte);
		return bytes.reduce((a, b) => a + 1 << 7 | b, -1);
	}
	function otherVarIntDecode(reader, startWith) {
		let result = startWith;
		let shift = 4;
		let byte = null;
		do {
			byte = reader.readUInt8();
			result |= (byte & 127) << shift;
			shift += 7;
		} while (byte & 128);
		return result;
	}
	const RESOLVE_CACHE_BYTES = 33554432;
	var ObjectCache = class {
		constructor(maxBytes) {
			this.maxBytes = maxBytes;
			this.bytes = 0;
			this.map = /* @__PURE__ */ new Map();
		}
		get(key) {
			const value = this.map.get(key);
			if (value !== void 0) {
				this.map.delete(key);
				this.map.set(key, value);
			}
			return value;
		}
		set(key, value) {
			const size = value.object.byteLength;
			if (size > this.maxBytes / 4) return;
			this.map.set(key, value);
			this.bytes += size;
			for (const [oldKey, old] of this.map) {
				if (this.bytes <= this.maxBytes) break;
				this.map.delete(oldKey);
				this.bytes -= old.object.byteLength;
			}
		}
	};
	function resolveInflated({ type, data, reference, offset }, cache, offsetByOid) {
		const object = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
		if (type !== "ofs-delta" && type !== "ref-delta") return {
			type,
			object
		};
		const baseOffset = type === "ofs-delta" ? offset - decodeVarInt(new BufferCursor(reference)) : offsetByOid.get(reference.toString("hex"));
		const base = cache.get(baseOffset);
		if (!base) return null;
		try {
			return {
				type: base.type,
				object: Buffer.from(applyDelta(object, base.object))
			};
		} catch (err) {
			if (err instanceof InternalError || err instanceof RangeError) return null;
			throw err;
		}
	}
	var GitPackIndex = class GitPackIndex {
		constructor(stuff) {
			Object.assign(this, stuff);
			this.offsetCache = {};
		}
		static async fromIdx({ idx, getExternalRefDelta }) {
			const reader = new BufferCursor(idx);
			if (reader.slice(4).toString("hex") !== "ff744f63") return;
			const version = reader.readUInt32BE();
			if (version !== 2) throw new InternalError(`Unable to read version ${version} packfile IDX. (Only version 2 supported)`);
			if (idx.byteLength > 2147483648) throw new InternalError(`To keep implementation simple, I haven't implemented the layer 5 feature needed to support packfiles > 2GB in size.`);
			reader.seek(reader.tell() + 1020);
			const size = reader.readUInt32BE();
			const hashes = [];
			for (let i = 0; i < size; i++) {
				const hash = reader.slice(20).toString("hex");
				hashes[i] = hash;
			}
			reader.seek(reader.tell() + 4 * size);
			const offsets = /* @__PURE__ */ new Map();
			for (let i = 0; i < size; i++) offsets.set(hashes[i], reader.readUInt32BE());
			const packfileSha = reader.slice(20).toString("hex");
			return new GitPackIndex({
				hashes,
				crcs: {},
				offsets,
				packfileSha,
				getExternalRefDelta
			});
		}
		static async fromPack({ pack, getExternalRefDelta, onProgress }) {
			const listpackTypes = {
				1: "commit",
				2: "tree",
				3: "blob",
				4: "tag",
				6: "ofs-delta",
				7: "ref-delta"
			};
			const offsetToObject = {};
			const packfileSha = pack.slice(-20).toString("hex");
			const hashes = [];
			const crcs = {};
			const offsets = /* @__PURE__ */ new Map();
			let totalObjectCount = null;
			let lastPercent = null;
			const cache = new ObjectCache(RESOLVE_CACHE_BYTES);
			const offsetByOid = /* @__PURE__ */ new Map();
			await listpack([pack], async ({ data, type, reference, offset, num }) => {
				if (totalObjectCount === null) totalObjectCount = num;
				const percent = Math.floor((totalObjectCount - num) * 100 / totalObjectCount);
				if (percent !== lastPercent) {
					if (onProgress) await onProgress({
						phase: "Receiving objects",
						loaded: totalObjectCount - num,
						total: totalObjectCount
					});
				}
				lastPercent = percent;
				type = listpackTypes[type];
				if ([
					"commit",
					"tree",
					"blob",
					"tag"
				].includes(type)) offsetToObject[offset] = {
					type,
					offset
				};
				else if (type === "ofs-delta") offsetToObject[offset] = {
					type,
					offset
				};
				else if (type === "ref-delta") offsetToObject[offset] = {
					type,
					offset
				};
				const o = offsetToObject[offset];
				if (!o) return;
				const resolved = resolveInflated({
					type,
					data,
					reference,
					offset
				}, cache, offsetByOid);
				if (!resolved) return;
				o.oid = await shasum(GitObject.wrap(resolved));
				offsetByOid.set(o.oid, offset);
				cache.set(offset, resolved);
			});
			const offsetArray = Object.keys(offsetToObject).map(Number);
			for (const [i, start] of offsetArray.entries()) {
				const end = i + 1 === offsetArray.length ? pack.byteLength - 20 : offsetArray[i + 1];
				const o = offsetToObject[start];
				const crc = crc32.buf(pack.slice(start, end)) >>> 0;
				o.end = end;
				o.crc = crc;
			}
			const p = new GitPackIndex({
				pack: Promise.resolve(pack),
				packfileSha,
				crcs,
				hashes,
				offsets,
				getExternalRefDelta
			});
			lastPercent = null;
			let count = 0;
			const objectsByDepth = [
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0,
				0
			];
			for (let offset in offsetToObject) {
				offset = Number(offset);
				const percent = Math.floor(count * 100 / totalObjectCount);
				if (percent !== lastPercent) {
					if (onProgress) await onProgress({
						phase: "Resolving deltas",
						loaded: count,
						total: totalObjectCount
					});
				}
				count++;
				lastPercent = percent;
				const o = offsetToObject[offset];
				if (!o.oid) try {
					p.readDepth = 0;
					p.externalReadDepth = 0;
					const { type, object } = await p.readSlice({ start: offset });
					objectsByDepth[p.readDepth] += 1;
					o.oid = await shasum(GitObject.wrap({
						type,
						object
					}));
				} catch (err) {
					continue;
				}
				hashes.push(o.oid);
				offsets.set(o.oid, offset);
				crcs[o.oid] = o.crc;
			}
			hashes.sort();
			return p;
		}
		async toBuffer() {
			const buffers = [];
			const write = (str, encoding) => {
				buffers.push(Buffer.from(str, encoding));
			};
			write("ff744f63", "hex");
			write("00000002", "hex");
			const fanoutBuffer = new BufferCursor(Buffer.alloc(1024));
			for (let i = 0; i < 256; i++) {
				let count = 0;
				for (const hash of this.hashes) if (parseInt(hash.slice(0, 2), 16) <= i) count++;
				fanoutBuffer.writeUInt32BE(count);
			}
			buffers.push(fanoutBuffer.buffer);
			for (const hash of this.hashes) write(hash, "hex");
			const crcsBuffer = new BufferCursor(Buffer.alloc(this.hashes.length * 4));
			for (const hash of this.hashes) crcsBuffer.writeUInt32BE(this.crcs[hash]);
			buffers.push(crcsBuffer.buffer);
			const offsetsBuffer = new BufferCursor(Buffer.alloc(this.hashes.length * 4));
			for (const hash of this.hashes) offsetsBuffer.writeUInt32BE(this.offsets.get(hash));
			buffers.push(offsetsBuffer.buffer);
			write(this.packfileSha, "hex");
			const totalBuffer = Buffer.concat(buffers);
			const sha = await shasum(totalBuffer);
			const shaBuffer = Buffer.alloc(20);
			shaBuffer.write(sha, "hex");
			return Buffer.concat([totalBuffer, shaBuffer]);
		}
		async load({ pack }) {
			this.pack = pack;
		}
		async unload() {
			this.pack = null;
		}
		async read({ oid }) {
			if (!this.offsets.get(oid)) {
				if (this.getExternalRefDelta) {
					this.externalReadDepth++;
					return this.getExternalRefDelta(oid);
				} else throw new InternalError(`Could not read object ${oid} from packfile`);
			}
			const start = this.offsets.get(oid);
			return this.readSlice({ start });
		}
		async readSlice({ start }) {
			if (this.offsetCache[start]) return Object.assign({}, this.offsetCache[start]);
			this.readDepth++;
			const types = {
				16: "commit",
				32: "tree",
				48: "blob",
				64: "tag",
				96: "ofs_delta",
				112: "ref_delta"
			};
			const pack = await this.pack;
			if (!pack) throw new InternalError("Could not read packfile data. The packfile may be missing, corrupted, or too large to read into memory.");
			const raw = pack.slice(start);
			const reader = new BufferCursor(raw);
			const byte = reader.readUInt8();
			const btype = byte & 112;
			let type = types[btype];
			if (type === void 0) throw new InternalError("Unrecognized type: 0b" + btype.toString(2));
			const lastFour = byte & 15;
			let length = lastFour;
			if (byte & 128) length = otherVarIntDecode(reader, lastFour);
			let base = null;
			let object = null;
			if (type === "ofs_delta") {
				const baseOffset = start - decodeVarInt(reader);
				({object: base, type} = await this.readSlice({ start: baseOffset }));
			}
			if (type === "ref_delta") {
				const oid = reader.slice(20).toString("hex");
				({object: base, type} = await this.read({ oid }));
			}
			const buffer = raw.slice(reader.tell());
			object = Buffer.from(await inflate(buffer));
			if (object.byteLength !== length) throw new InternalError(`Packfile told us object would have length ${length} but it had length ${object.byteLength}`);
			if (base) object = Buffer.from(applyDelta(object, base));
			if (this.readDepth > 3) this.offsetCache[start] = {
				type,
				object
			};
			return {
				type,
				format: "content",
				object
			};
		}
	};
	const PackfileCache = Symbol("PackfileCache");
	async function loadPackIndex({ fs, filename, getExternalRefDelta, emitter, emitterPrefix }) {
		const idx = await fs.read(filename);
		return GitPackIndex.fromIdx({
			idx,
			getExternalRefDelta
		});
	}
	function readPackIndex({ fs, cache, filename, getExternalRefDelta, emitter, emitterPrefix }) {
		if (!cache[PackfileCache]) cache[PackfileCache] = /* @__PURE__ */ new Map();
		let p = cache[PackfileCache].get(filename);
		if (!p) {
			p = loadPackIndex({
				fs,
				filename,
				getExternalRefDelta,
				emitter,
				emitterPrefix
			});
			cache[PackfileCache].set(filename, p);
			p.catch(() => {
				if (cache[PackfileCache].get(filename) === p) cache[PackfileCache].delete(filename);
			});
		}
		return p;
	}
	const SHA1_CHUNK_SIZE = 8388608;
	async function shasumRange(buffer, { start = 0, end = buffer.length } = {}) {
		const hash = crypto$1.createHash("sha1");
		for (let i = start; i < end; i += SHA1_CHUNK_SIZE) hash.update(buffer.subarray(i, Math.min(i + SHA1_CHUNK_SIZE, end)));
		return hash.digest("hex");
	}
	async function readObjectPacked({ fs, cache, gitdir, oid, format = "content", getExternalRefDelta }) {
		let list = await fs.readdir(join(gitdir, "objects/pack"));
		list = list.filter((x) => x.endsWith(".idx"));
		for (const filename of list) {
			const indexFile = `${gitdir}/objects/pack/${filename}`;
			const p = await readPackIndex({
				fs,
				cache,
				filename: indexFile,
				getExternalRefDelta
			});
			if (p.error) throw new InternalError(p.error);
			if (p.offsets.has(oid)) {
				const packFile = indexFile.replace(/idx$/, "pack");
				if (!p.pack) {
					const read = fs.read(packFile);
					p.pack = read;
					read.catch(() => {
						if (p.pack === read) p.pack = null;
					});
				}
				const pack = await p.pack;
				if (!pack) {
					p.pack = null;
					throw new InternalError(`Could not read packfile at ${packFile}. The file may be missing, corrupted, or too large to read into memory.`);
				}
				if (!p._checksumVerification) p._checksumVerification = verifyPackfile(pack, p.packfileSha);
				await p._checksumVerification;
				const result = await p.read({
					oid,
					getExternalRefDelta
				});
				result.format = "content";
				result.source = `objects/pack/${filename.replace(/idx$/, "pack")}`;
				return result;
			}
		}
		return null;
	}
	async function verifyPackfile(pack, expectedShaFromIndex) {
		const packTrailer = pack.subarray(-20);
		const packTrailerSha = Array.from(packTrailer).map((b) => b.toString(16).padStart(2, "0")).join("");
		if (packTrailerSha !== expectedShaFromIndex) throw new InternalError(`Packfile trailer mismatch: expected ${expectedShaFromIndex}, got ${packTrailerSha}. The packfile may be corrupted.`);
		const actualPayloadSha = await shasumRange(pack, {
			start: 0,
			end: pack.length - 20
		});
		if (actualPayloadSha !== expectedShaFromIndex) throw new InternalError(`Packfile payload corrupted: calculated ${actualPayloadSha} but expected ${expectedShaFromIndex}. The packfile may have been tampered with.`);
	}
	/**
	* @param {object} args
	* @param {import('../models/FileSystem.js').FileSystem} args.fs
	* @param {any} args.cache
	* @param {string} args.gitdir
	* @param {string} args.oid
	* @param {string} [args.format]
	*/
	async function _readObject({ fs, cache, gitdir, oid, format = "content" }) {
		if (![
			"deflated",
			"wrapped",
			"content"
		].includes(format)) throw new InternalError(`invalid requested format "${format}"`);
		const getExternalRefDelta = (oid) => _readObject({
			fs,
			cache,
			gitdir,
			oid
		});
		let result;
		if (oid === "4b825dc642cb6eb9a060e54bf8d69288fbee4904") result = {
			format: "wrapped",
			object: Buffer.from(`tree 0\x00`)
		};
		if (!result) result = await readObjectLoose({
			fs,
			gitdir,
			oid
		});
		if (!result) {
			result = await readObjectPacked({
				fs,
				cache,
				gitdir,
				oid,
				getExternalRefDelta
			});
			if (!result) throw new NotFoundError(oid);
			return result;
		}
		if (format === "deflated") return result;
		if (result.format === "deflated") {
			result.object = Buffer.from(await inflate(result.object));
			result.format = "wrapped";
		}
		if (format === "wrapped") return result;
		const sha = await shasum(result.object);
		if (sha !== oid) throw new InternalError(`SHA check failed! Expected ${oid}, computed ${sha}`);
		const { object, type } = GitObject.unwrap(result.object);
		result.type = type;
		result.object = object;
		result.format = "content";
		return result;
	}
	var AlreadyExistsError = class AlreadyExistsError extends BaseError {
		/**
		* @param {'note'|'remote'|'tag'|'branch'} noun
		* @param {string} where
		* @param {boolean} canForce
		*/
		constructor(noun, where, canForce = true) {
			super(`Failed to create ${noun} at ${where} because it already exists.${canForce ? ` (Hint: use 'force: true' parameter to overwrite existing ${noun}.)` : ""}`);
			this.code = this.name = AlreadyExistsError.code;
			this.data = {
				noun,
				where,
				canForce
			};
		}
	};
	/** @type {'AlreadyExistsError'} */
	AlreadyExistsError.code = "AlreadyExistsError";
	var AmbiguousError = class AmbiguousError extends BaseError {
		/**
		* @param {'oids'|'refs'} nouns
		* @param {string} short
		* @param {string[]} matches
		*/
		constructor(nouns, short, matches) {
			super(`Found multiple ${nouns} matching "${short}" (${matches.join(", ")}). Use a longer abbreviation length to disambiguate them.`);
			this.code = this.name = AmbiguousError.code;
			this.data = {
				nouns,
				short,
				matches
			};
		}
	};
	/** @type {'AmbiguousError'} */
	AmbiguousError.code = "AmbiguousError";
	var CheckoutConflictError = class CheckoutConflictError extends BaseError {
		/**
		* @param {string[]} filepaths
		*/
		constructor(filepaths) {
			super(`Your local changes to the following files would be overwritten by checkout: ${filepaths.join(", ")}`);
			this.code = this.name = CheckoutConflictError.code;
			this.data = { filepaths };
		}
	};
	/** @type {'CheckoutConflictError'} */
	CheckoutConflictError.code = "CheckoutConflictError";
	var CherryPickLocalChangesError = class CherryPickLocalChangesError extends BaseError {
		/**
		* @param {string[]} filepaths
		*/
		constructor(filepaths) {
			super(`Your local changes to the following files would be overwritten by cherry-pick: ${filepaths.join(", ")}`);
			this.code = this.name = CherryPickLocalChangesError.code;
			this.data = { filepaths };
		}
	};
	/** @type {'CherryPickLocalChangesError'} */
	CherryPickLocalChangesError.code = "CherryPickLocalChangesError";
	var CherryPickMergeCommitError = class CherryPickMergeCommitError extends BaseError {
		/**
		* @param {string} oid
		* @param {number} parentCount
		*/
		constructor(oid, parentCount) {
			super(`Cannot cherry-pick merge commit ${oid}. Merge commits have ${parentCount} parents and require specifying which parent to use as the base.`);
			this.code = this.name = CherryPickMergeCommitError.code;
			this.data = {
				oid,
				parentCount
			};
		}
	};
	/** @type {'CherryPickMergeCommitError'} */
	CherryPickMergeCommitError.code = "CherryPickMergeCommitError";
	var CherryPickRootCommitError = class CherryPickRootCommitError extends BaseError {
		/**
		* @param {string} oid
		*/
		constructor(oid) {
			super(`Cannot cherry-pick root commit ${oid}. Root commits have no parents.`);
			this.code = this.name = CherryPickRootCommitError.code;
			this.data = { oid };
		}
	};
	/** @type {'CherryPickRootCommitError'} */
	CherryPickRootCommitError.code = "CherryPickRootCommitError";
	var CommitNotFetchedError = class CommitNotFetchedError extends BaseError {
		/**
		* @param {string} ref
		* @param {string} oid
		*/
		constructor(ref, oid) {
			super(`Failed to checkout "${ref}" because commit ${oid} is not available locally. Do a git fetch to make the branch available locally.`);
			this.code = this.name = CommitNotFetchedError.code;
			this.data = {
				ref,
				oid
			};
		}
	};
	/** @type {'CommitNotFetchedError'} */
	CommitNotFetchedError.code = "CommitNotFetchedError";
	var EmptyCommitError = class EmptyCommitError extends BaseError {
		constructor() {
			super("Cannot create an empty commit when disallowEmpty is true.");
			this.code = this.name = EmptyCommitError.code;
			this.data = {};
		}
	};
	/** @type {'EmptyCommitError'} */
	EmptyCommitError.code = "EmptyCommitError";
	var EmptyServerResponseError = class EmptyServerResponseError extends BaseError {
		constructor() {
			super(`Empty response from git server.`);
			this.code = this.name = EmptyServerResponseError.code;
			this.data = {};
		}
	};
	/** @type {'EmptyServerResponseError'} */
	EmptyServerResponseError.code = "EmptyServerResponseError";
	var FastForwardError = class FastForwardError extends BaseError {
		constructor() {
			super(`A simple fast-forward merge was not possible.`);
			this.code = this.name = FastForwardError.code;
			this.data = {};
		}
	};
	/** @type {'FastForwardError'} */
	FastForwardError.code = "FastForwardError";
	var GitPushError = class GitPushError extends BaseError {
		/**
		* @param {string} prettyDetails
		* @param {PushResult} result
		*/
		constructor(prettyDetails, result) {
			super(`One or more branches were not updated: ${prettyDetails}`);
			this.code = this.name = GitPushError.code;
			this.data = {
				prettyDetails,
				result
			};
		}
	};
	/** @type {'GitPushError'} */
	GitPushError.code = "GitPushError";
	var HttpError = class HttpError extends BaseError {
		/**
		* @param {number} statusCode
		* @param {string} statusMessage
		* @param {string} response
		*/
		constructor(statusCode, statusMessage, response) {
			super(`HTTP Error: ${statusCode} ${statusMessage}`);
			this.code = this.name = HttpError.code;
			this.data = {
				statusCode,
				statusMessage,
				response
			};
		}
	};
	/** @type {'HttpError'} */
	HttpError.code = "HttpError";
	var InvalidFilepathError = class InvalidFilepathError extends BaseError {
		/**
		* @param {'leading-slash'|'trailing-slash'|'directory'} [reason]
		*/
		constructor(reason) {
			let message = "invalid filepath";
			if (reason === "leading-slash" || reason === "trailing-slash") message = `"filepath" parameter should not include leading or trailing directory separators because these can cause problems on some platforms.`;
			else if (reason === "directory") message = `"filepath" should not be a directory.`;
			super(message);
			this.code = this.name = InvalidFilepathError.code;
			this.data = { reason };
		}
	};
	/** @type {'InvalidFilepathError'} */
	InvalidFilepathError.code = "InvalidFilepathError";
	var MaxDepthError = class MaxDepthError extends BaseError {
		/**
		* @param {number} depth
		*/
		constructor(depth) {
			super(`Maximum search depth of ${depth} exceeded.`);
			this.code = this.name = MaxDepthError.code;
			this.data = { depth };
		}
	};
	/** @type {'MaxDepthError'} */
	MaxDepthError.code = "MaxDepthError";
	var MergeNotSupportedError = class MergeNotSupportedError extends BaseError {
		constructor() {
			super(`Merges with conflicts are not supported yet.`);
			this.code = this.name = MergeNotSupportedError.code;
			this.data = {};
		}
	};
	/** @type {'MergeNotSupportedError'} */
	MergeNotSupportedError.code = "MergeNotSupportedError";
	var MergeConflictError = class MergeConflictError extends BaseError {
		/**
		* @param {Array<string>} filepaths
		* @param {Array<string>} bothModified
		* @param {Array<string>} deleteByUs
		* @param {Array<string>} deleteByTheirs
		*/
		constructor(filepaths, bothModified, deleteByUs, deleteByTheirs) {
			super(`Automatic merge failed with one or more merge conflicts in the following files: ${filepaths.toString()}. Fix conflicts then commit the result.`);
			this.code = this.name = MergeConflictError.code;
			this.data = {
				filepaths,
				bothModified,
				deleteByUs,
				deleteByTheirs
			};
		}
	};
	/** @type {'MergeConflictError'} */
	MergeConflictError.code = "MergeConflictError";
	var MissingNameError = class MissingNameError extends BaseError {
		/**
		* @param {'author'|'committer'|'tagger'} role
		*/
		constructor(role) {
			super(`No name was provided for ${role} in the argument or in the .git/config file.`);
			this.code = this.name = MissingNameError.code;
			this.data = { role };
		}
	};
	/** @type {'MissingNameError'} */
	MissingNameError.code = "MissingNameError";
	var MissingParameterError = class MissingParameterError extends BaseError {
		/**
		* @param {string} parameter
		*/
		constructor(parameter) {
			super(`The function requires a "${parameter}" parameter but none was provided.`);
			this.code = this.name = MissingParameterError.code;
			this.data = { parameter };
		}
	};
	/** @type {'MissingParameterError'} */
	MissingParameterError.code = "MissingParameterError";
	var MultipleGitError = class MultipleGitError extends BaseError {
		/**
		* @param {Error[]} errors
		* @param {string} message
		*/
		constructor(errors) {
			super(`There are multiple errors that were thrown by the method. Please refer to the "errors" property to see more`);
			this.code = this.name = MultipleGitError.code;
			this.data = { errors };
			this.errors = errors;
		}
	};
	/** @type {'MultipleGitError'} */
	MultipleGitError.code = "MultipleGitError";
	var ParseError = class ParseError extends BaseError {
		/**
		* @param {string} expected
		* @param {string} actual
		*/
		constructor(expected, actual) {
			super(`Expected "${expected}" but received "${actual}".`);
			this.code = this.name = ParseError.code;
			this.data = {
				expected,
				actual
			};
		}
	};
	/** @type {'ParseError'} */
	ParseError.code = "ParseError";
	var PushRejectedError = class PushRejectedError extends BaseError {
		/**
		* @param {'not-fast-forward'|'tag-exists'} reason
		*/
		constructor(reason) {
			let message = "";
			if (reason === "not-fast-forward") message = " because it was not a simple fast-forward";
			else if (reason === "tag-exists") message = " because tag already exists";
			super(`Push rejected${message}. Use "force: true" to override.`);
			this.code = this.name = PushRejectedError.code;
			this.data = { reason };
		}
	};
	/** @type {'PushRejectedError'} */
	PushRejectedError.code = "PushRejectedError";
	var RemoteCapabilityError = class RemoteCapabilityError extends BaseError {
		/**
		* @param {'shallow'|'deepen-since'|'deepen-not'|'deepen-relative'} capability
		* @param {'depth'|'since'|'exclude'|'relative'} parameter
		*/
		constructor(capability, parameter) {
			super(`Remote does not support the "${capability}" so the "${parameter}" parameter cannot be used.`);
			this.code = this.name = RemoteCapabilityError.code;
			this.data = {
				capability,
				parameter
			};
		}
	};
	/** @type {'RemoteCapabilityError'} */
	RemoteCapabilityError.code = "RemoteCapabilityError";
	var SmartHttpError = class SmartHttpError extends BaseError {
		/**
		* @param {string} preview
		* @param {string} response
		*/
		constructor(preview, response) {
			super(`Remote did not reply using the "smart" HTTP protocol. Expected "001e# service=git-upload-pack" but received: ${preview}`);
			this.code = this.name = SmartHttpError.code;
			this.data = {
				preview,
				response
			};
		}
	};
	/** @type {'SmartHttpError'} */
	SmartHttpError.code = "SmartHttpError";
	var UnknownTransportError = class UnknownTransportError extends BaseError {
		/**
		* @param {string} url
		* @param {string} transport
		* @param {string} [suggestion]
		*/
		constructor(url, transport, suggestion) {
			super(`Git remote "${url}" uses an unrecognized transport protocol: "${transport}"`);
			this.code = this.name = UnknownTransportError.code;
			this.data = {
				url,
				transport,
				suggestion
			};
		}
	};
	/** @type {'UnknownTransportError'} */
	UnknownTransportError.code = "UnknownTransportError";
	var UrlParseError = class UrlParseError extends BaseError {
		/**
		* @param {string} url
		*/
		constructor(url) {
			super(`Cannot parse remote URL: "${url}"`);
			this.code = this.name = UrlParseError.code;
			this.data = { url };
		}
	};
	/** @type {'UrlParseError'} */
	UrlParseError.code = "UrlParseError";
	var UserCanceledError = class UserCanceledError extends BaseError {
		constructor() {
			super(`The operation was canceled.`);
			this.code = this.name = UserCanceledError.code;
			this.data = {};
		}
	};
	/** @type {'UserCanceledError'} */
	UserCanceledError.code = "UserCanceledError";
	var IndexResetError = class IndexResetError extends BaseError {
		/**
		* @param {Array<string>} filepaths
		*/
		constructor(filepath) {
			super(`Could not merge index: Entry for '${filepath}' is not up to date. Either reset the index entry to HEAD, or stage your unstaged changes.`);
			this.code = this.name = IndexResetError.code;
			this.data = { filepath };
		}
	};
	/** @type {'IndexResetError'} */
	IndexResetError.code = "IndexResetError";
	var NoCommitError = class NoCommitError extends BaseError {
		/**
		* @param {string} ref
		*/
		constructor(ref) {
			super(`"${ref}" does not point to any commit. You're maybe working on a repository with no commits yet. `);
			this.code = this.name = NoCommitError.code;
			this.data = { ref };
		}
	};
	/** @type {'NoCommitError'} */
	NoCommitError.code = "NoCommitError";
	var Errors = /*#__PURE__*/ Object.freeze({
		__proto__: null,
		AlreadyExistsError,
		AmbiguousError,
		CheckoutConflictError,
		CherryPickLocalChangesError,
		CherryPickMergeCommitError,
		CherryPickRootCommitError,
		CommitNotFetchedError,
		DecompressionError,
		EmptyCommitError,
		EmptyServerResponseError,
		FastForwardError,
		GitPushError,
		HttpError,
		InternalError,
		InvalidFilepathError,
		InvalidOidError,
		InvalidRefNameError,
		MaxDepthError,
		MergeNotSupportedError,
		MergeConflictError,
		MissingNameError,
		MissingParameterError,
		MultipleGitError,
		NoRefspecError,
		NotFoundError,
		ObjectTypeError,
		ParseError,
		PushRejectedError,
		RemoteCapabilityError,
		SmartHttpError,
		UnknownTransportError,
		UnsafeFilepathError,
		UrlParseError,
		UserCanceledError,
		UnmergedPathsError,
		IndexResetError,
		NoCommitError
	});
	function formatAuthor({ name, email, timestamp, timezoneOffset }) {
		timezoneOffset = formatTimezoneOffset(timezoneOffset);
		return `${name} <${email}> ${timestamp} ${timezoneOffset}`;
	}
	function formatTimezoneOffset(minutes) {
		const sign = simpleSign(negateExceptForZero(minutes));
		minutes = Math.abs(minutes);
		const hours = Math.floor(minutes / 60);
		minutes -= hours * 60;
		let strHours = String(hours);
		let strMinutes = String(minutes);
		if (strHours.length < 2) strHours = "0" + strHours;
		if (strMinutes.length < 2) strMinutes = "0" + strMinutes;
		return (sign === -1 ? "-" : "+") + strHours + strMinutes;
	}
	function simpleSign(n) {
		return Math.sign(n) || (Object.is(n, -0) ? -1 : 1);
	}
	function negateExceptForZero(n) {
		return n === 0 ? n : -n;
	}
	function normalizeNewlines(str) {
		str = str.replace(/\r/g, "");
		str = str.replace(/^\n+/, "");
		str = str.replace(/\n+$/, "") + "\n";
		return str;
	}
	function parseAuthor(author) {
		const [, name, email, timestamp, offset] = author.match(/^(.*) <(.*)> (.*) (.*)$/);
		return {
			name,
			email,
			timestamp: Number(timestamp),
			timezoneOffset: parseTimezoneOffset(offset)
		};
	}
	function parseTimezoneOffset(offset) {
		let [, sign, hours, minutes] = offset.match(/(\+|-)(\d\d)(\d\d)/);
		minutes = (sign === "+" ? 1 : -1) * (Number(hours) * 60 + Number(minutes));
		return negateExceptForZero$1(minutes);
	}
	function negateExceptForZero$1(n) {
		return n === 0 ? n : -n;
	}
	var GitAnnotatedTag = class GitAnnotatedTag {
		constructor(tag) {
			if (typeof tag === "string") this._tag = tag;
			else if (Buffer.isBuffer(tag)) this._tag = tag.toString("utf8");
			else if (typeof tag === "object") this._tag = GitAnnotatedTag.render(tag);
			else throw new InternalError("invalid type passed to GitAnnotatedTag constructor");
		}
		static from(tag) {
			return new GitAnnotatedTag(tag);
		}
		static render(obj) {
			return `object ${obj.object}
type ${obj.type}
tag ${obj.tag}
tagger ${formatAuthor(obj.tagger)}

${obj.message}
${obj.gpgsig ? obj.gpgsig : ""}`;
		}
		justHeaders() {
			return this._tag.slice(0, this._tag.indexOf("\n\n"));
		}
		message() {
			const tag = this.withoutSignature();
			return tag.slice(tag.indexOf("\n\n") + 2);
		}
		parse() {
			return Object.assign(this.headers(), {
				message: this.message(),
				gpgsig: this.gpgsig()
			});
		}
		render() {
			return this._tag;
		}
		headers() {
			const headers = this.justHeaders().split("\n");
			const hs = [];
			for (const h of headers) if (h[0] === " ") hs[hs.length - 1] += "\n" + h.slice(1);
			else hs.push(h);
			const obj = {};
			const seen = /* @__PURE__ */ new Set();
			for (const h of hs) {
				const key = h.slice(0, h.indexOf(" "));
				const value = h.slice(h.indexOf(" ") + 1);
				if (!seen.has(key)) {
					seen.add(key);
					obj[key] = value;
				}
			}
			if (obj.tagger) obj.tagger = parseAuthor(obj.tagger);
			if (obj.committer) obj.committer = parseAuthor(obj.committer);
			return obj;
		}
		withoutSignature() {
			const tag = normalizeNewlines(this._tag);
			if (tag.indexOf("\n-----BEGIN PGP SIGNATURE-----") === -1) return tag;
			return tag.slice(0, tag.lastIndexOf("\n-----BEGIN PGP SIGNATURE-----"));
		}
		gpgsig() {
			if (this._tag.indexOf("\n-----BEGIN PGP SIGNATURE-----") === -1) return;
			return normalizeNewlines(this._tag.slice(this._tag.indexOf("-----BEGIN PGP SIGNATURE-----"), this._tag.indexOf("-----END PGP SIGNATURE-----") + 27));
		}
		payload() {
			return this.withoutSignature() + "\n";
		}
		toObject() {
			return Buffer.from(this._tag, "utf8");
		}
		static async sign(tag, sign, secretKey) {
			const payload = tag.payload();
			let { signature } = await sign({
				payload,
				secretKey
			});
			signature = normalizeNewlines(signature);
			const signedTag = payload + signature;
			return GitAnnotatedTag.from(signedTag);
		}
	};
	function indent(str) {
		return str.trim().split("\n").map((x) => " " + x).join("\n") + "\n";
	}
	function outdent(str) {
		return str.split("\n").map((x) => x.replace(/^ /, "")).join("\n");
	}
	var GitCommit = class GitCommit {
		constructor(commit) {
			if (typeof commit === "string") this._commit = commit;
			else if (Buffer.isBuffer(commit)) this._commit = commit.toString("utf8");
			else if (typeof commit === "object") this._commit = GitCommit.render(commit);
			else throw new InternalError("invalid type passed to GitCommit constructor");
		}
		static fromPayloadSignature({ payload, signature }) {
			const headers = GitCommit.justHeaders(payload);
			const message = GitCommit.justMessage(payload);
			const commit = normalizeNewlines(headers + "\ngpgsig" + indent(signature) + "\n" + message);
			return new GitCommit(commit);
		}
		static from(commit) {
			return new GitCommit(commit);
		}
		toObject() {
			return Buffer.from(this._commit, "utf8");
		}
		headers() {
			return this.parseHeaders();
		}
		message() {
			return GitCommit.justMessage(this._commit);
		}
		parse() {
			return Object.assign({ message: this.message() }, this.headers());
		}
		static justMessage(commit) {
			return normalizeNewlines(commit.slice(commit.indexOf("\n\n") + 2));
		}
		static justHeaders(commit) {
			return commit.slice(0, commit.indexOf("\n\n"));
		}
		parseHeaders() {
			const headers = GitCommit.justHeaders(this._commit).split("\n");
			const hs = [];
			for (const h of headers) if (h[0] === " ") hs[hs.length - 1] += "\n" + h.slice(1);
			else hs.push(h);
			const obj = { parent: [] };
			const keyOf = (h) => h.slice(0, h.indexOf(" "));
			const valueOf = (h) => h.slice(h.indexOf(" ") + 1);
			if (hs.length === 0 || keyOf(hs[0]) !== "tree") throw new ParseError("tree as the first commit header", keyOf(hs[0] || ""));
			obj.tree = valueOf(hs[0]);
			let index = 1;
			while (index < hs.length && keyOf(hs[index]) === "parent") {
				obj.parent.push(valueOf(hs[index]));
				index++;
			}
			const seen = /* @__PURE__ */ new Set(["tree", "parent"]);
			for (; index < hs.length; index++) {
				const key = keyOf(hs[index]);
				if (seen.has(key)) continue;
				seen.add(key);
				obj[key] = valueOf(hs[index]);
			}
			if (obj.author) obj.author = parseAuthor(obj.author);
			if (obj.committer) obj.committer = parseAuthor(obj.committer);
			return obj;
		}
		static renderHeaders(obj) {
			let headers = "";
			if (obj.tree) headers += `tree ${obj.tree}\n`;
			else headers += `tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n`;
			if (obj.parent) {
				if (obj.parent.length === void 0) throw new InternalError(`commit 'parent' property should be an array`);
				for (const p of obj.parent) headers += `parent ${p}\n`;
			}
			const author = obj.author;
			headers += `author ${formatAuthor(author)}\n`;
			const committer = obj.committer || obj.author;
			headers += `committer ${formatAuthor(committer)}\n`;
			if (obj.gpgsig) headers += "gpgsig" + indent(obj.gpgsig);
			return headers;
		}
		static render(obj) {
			return GitCommit.renderHeaders(obj) + "\n" + normalizeNewlines(obj.message);
		}
		render() {
			return this._commit;
		}
		withoutSignature() {
			const commit = normalizeNewlines(this._commit);
			if (commit.indexOf("\ngpgsig") === -1) return commit;
			const headers = commit.slice(0, commit.indexOf("\ngpgsig"));
			const message = commit.slice(commit.indexOf("-----END PGP SIGNATURE-----\n") + 28);
			return normalizeNewlines(headers + "\n" + message);
		}
		isolateSignature() {
			return outdent(this._commit.slice(this._commit.indexOf("-----BEGIN PGP SIGNATURE-----"), this._commit.indexOf("-----END PGP SIGNATURE-----") + 27));
		}
		static async sign(commit, sign, secretKey) {
			const payload = commit.withoutSignature();
			const message = GitCommit.justMessage(commit._commit);
			let { signature } = await sign({
				payload,
				secretKey
			});
			signature = normalizeNewlines(signature);
			const signedCommit = GitCommit.justHeaders(commit._commit) + "\ngpgsig" + indent(signature) + "\n" + message;
			return GitCommit.from(signedCommit);
		}
	};
	const flat = typeof Array.prototype.flat === "undefined" ? (entries) => entries.reduce((acc, x) => acc.concat(x), []) : (entries) => entries.flat();
	/**
	* Recursively creates the directory at `filepath`, creating any missing parent
	* directories along the way. This is a portable replacement for
	* `fs.mkdir(path, { recursive: true })`: recursive `mkdir` is NOT part of
	* isomorphic-git's required `fs` contract (see docs/fs.md — `mkdir` is only
	* `mkdir(path[, mode])`) and is unimplemented by some backends such as
	* lightning-fs, so we build it here on top of a single-level `mkdir(path)`
	* primitive only — mirroring how `rmRecursive` provides `rm({ recursive: true })`.
	*
	* It takes the raw single-level `mkdir` *function* (typically `fs._mkdir`)
	* rather than the FileSystem wrapper, to stay decoupled from that type.
	*
	* `EEXIST` is treated as success, so two callers concurrently creating the same
	* directory (e.g. several reflog writes into `.git/logs/refs/*` during a stash)
	* don't fail each other. On backends whose layers are only eventually
	* consistent — e.g. an async copy-on-write overlay — a just-created parent may
	* not yet be visible when its child is created, so `mkdir` can throw a
	* transient `ENOENT`; those are retried a bounded number of times rather than
	* surfaced as a spurious failure.
	*
	* @param {(filepath: string) => Promise<unknown>} mkdir - Creates a single directory (non-recursive).
	* @param {string} filepath - The directory to create.
	* @param {number} [retries=10] - Max transient-ENOENT retries after the parent exists.
	* @returns {Promise<void>}
	*/
	async function mkdirp(mkdir, filepath, retries = 10) {
		try {
			await mkdir(filepath);
		} catch (err) {
			if (err === null) return;
			if (err.code === "EEXIST") return;
			if (err.code !== "ENOENT") throw err;
			const parent = dirname(filepath);
			if (parent === "." || parent === "/" || parent === filepath) throw err;
			await mkdirp(mkdir, parent, retries);
			for (let attempt = 0;; attempt++) try {
				await mkdir(filepath);
				return;
			} catch (err2) {
				if (err2 === null || err2.code === "EEXIST") return;
				if (err2.code === "ENOENT" && attempt < retries) {
					await new Promise((resolve) => setTimeout(resolve, 0));
					continue;
				}
				throw err2;
			}
		}
	}
	/**
	* Removes the directory at the specified filepath recursively. Used internally to replicate the behavior of
	* fs.promises.rm({ recursive: true, force: true }) from Node.js 14 and above when not available. If the provided
	* filepath resolves to a file, it will be removed.
	*
	* @param {import('../models/FileSystem.js').FileSystem} fs
	* @param {string} filepath - The file or directory to remove.
	*/
	async function rmRecursive(fs, filepath) {
		const entries = await fs.readdir(filepath);
		if (entries == null) await fs.rm(filepath);
		else if (entries.length) await Promise.all(entries.map((entry) => {
			const subpath = join(filepath, entry);
			return fs.lstat(subpath).then((stat) => {
				if (!stat) return;
				return stat.isDirectory() ? rmRecursive(fs, subpath) : fs.rm(subpath);
			});
		})).then(() => fs.rmdir(filepath));
		else await fs.rmdir(filepath);
	}
	function isPromiseLike(obj) {
		return isObject(obj) && isFunction(obj.then) && isFunction(obj.catch);
	}
	function isObject(obj) {
		return obj && typeof obj === "object";
	}
	function isFunction(obj) {
		return typeof obj === "function";
	}
	function isNotFoundError(err) {
		const code = err.code;
		if (typeof code !== "string") return false;
		return code === "ENOENT" || code === "ENOTDIR" || code.includes("ENS");
	}
	function isPromiseFs(fs) {
		const test = (targetFs) => {
			try {
				return targetFs.readFile().catch((e) => e);
			} catch (e) {
				return e;
			}
		};
		return isPromiseLike(test(fs));
	}
	const commands = [
		"readFile",
		"writeFile",
		"mkdir",
		"rmdir",
		"unlink",
		"stat",
		"lstat",
		"readdir",
		"readlink",
		"symlink"
	];
	function bindFs(target, fs) {
		if (isPromiseFs(fs)) for (const command of commands) target[`_${command}`] = fs[command].bind(fs);
		else for (const command of commands) target[`_${command}`] = pify(fs[command].bind(fs));
		if (isPromiseFs(fs)) {
			if (fs.cp) target._cp = fs.cp.bind(fs);
			if (fs.rm) target._rm = fs.rm.bind(fs);
			else if (fs.rmdir.length > 1) target._rm = fs.rmdir.bind(fs);
			else target._rm = rmRecursive.bind(null, target);
		} else {
			if (fs.cp) target._cp = pify(fs.cp.bind(fs));
			if (fs.rm) target._rm = pify(fs.rm.bind(fs));
			else if (fs.rmdir.length > 2) target._rm = pify(fs.rmdir.bind(fs));
			else target._rm = rmRecursive.bind(null, target);
		}
	}
	/**
	* A wrapper class for file system operations, providing a consistent API for both promise-based
	* and callback-based file systems. It includes utility methods for common file system tasks.
	*/
	var FileSystem = class {
		/**
		* Creates an instance of FileSystem.
		*
		* @param {Object} fs - A file system implementation to wrap.
		*/
		constructor(fs) {
			if (typeof fs._original_unwrapped_fs !== "undefined") return fs;
			const promises = Object.getOwnPropertyDescriptor(fs, "promises");
			if (promises && promises.enumerable) bindFs(this, fs.promises);
			else bindFs(this, fs);
			this._original_unwrapped_fs = fs;
		}
		/**
		* Return true if a file exists, false if it doesn't exist.
		* Rethrows errors that aren't related to file existence.
		*
		* @param {string} filepath - The path to the file.
		* @param {Object} [options] - Additional options.
		* @returns {Promise<boolean>} - `true` if the file exists, `false` otherwise.
		*/
		async exists(filepath, options = {}) {
			try {
				await this._stat(filepath);
				return true;
			} catch (err) {
				if (isNotFoundError(err)) return false;
				else {
					console.log("Unhandled error in \"FileSystem.exists()\" function", err);
					throw err;
				}
			}
		}
		/**
		* Return the contents of a file if it exists, otherwise returns null.
		* Rethrows errors that aren't related to file existence.
		*
		* @param {string} filepath - The path to the file.
		* @param {Object} [options] - Options for reading the file.
		* @returns {Promise<Buffer|string|null>} - The file contents, or `null` if the file doesn't exist.
		*/
		async read(filepath, options = {}) {
			let buffer;
			try {
				buffer = await this._readFile(filepath, options);
			} catch (err) {
				if (isNotFoundError(err) || err.code === "EISDIR") return null;
				throw err;
			}
			if (buffer == null) return null;
			if (options.autocrlf === "true") try {
				buffer = new TextDecoder("utf8", { fatal: true }).decode(buffer);
				buffer = buffer.replace(/\r\n/g, "\n");
				buffer = new TextEncoder().encode(buffer);
			} catch (error) {}
			if (typeof buffer !== "string") buffer = Buffer.from(buffer);
			return buffer;
		}
		/**
		* Write a file (creating missing directories if need be) without throwing errors.
		*
		* @param {string} filepath - The path to the file.
		* @param {Buffer|Uint8Array|string} contents - The data to write.
		* @param {Object|string} [options] - Options for writing the file.
		* @returns {Promise<void>}
		*/
		async write(filepath, contents, options = {}) {
			try {
				await this._writeFile(filepath, contents, options);
			} catch (err) {
				await this.mkdir(dirname(filepath));
				await this._writeFile(filepath, contents, options);
			}
		}
		/**
		* Make a directory (or series of nested directories) without throwing an error if it already exists.
		*
		* @param {string} filepath - The path to the directory.
		* @returns {Promise<void>}
		*/
		async mkdir(filepath) {
			await mkdirp(this._mkdir, filepath);
		}
		/**
		* Delete a file without throwing an error if it is already deleted.
		*
		* @param {string} filepath - The path to the file.
		* @returns {Promise<void>}
		*/
		async rm(filepath) {
			try {
				await this._unlink(filepath);
			} catch (err) {
				if (err.code !== "ENOENT") throw err;
			}
		}
		/**
		* Delete a directory without throwing an error if it is already deleted.
		*
		* @param {string} filepath - The path to the directory.
		* @param {Object} [opts] - Options for deleting the directory.
		* @returns {Promise<void>}
		*/
		async rmdir(filepath, opts) {
			try {
				if (opts && opts.recursive) await this._rm(filepath, opts);
				else await this._rmdir(filepath);
			} catch (err) {
				if (err.code !== "ENOENT") throw err;
			}
		}
		/**
		* Read a directory without throwing an error if the directory doesn't exist.
		* Rethrows errors that aren't related to directory existence.
		*
		* @param {string} filepath - The path to the directory.
		* @returns {Promise<string[]|null>} - An array of file names, or `null` if the path is not a directory.
		*/
		async readdir(filepath) {
			let names;
			try {
				names = await this._readdir(filepath);
			} catch (err) {
				if (err.code === "ENOTDIR") return null;
				if (isNotFoundError(err)) return [];
				throw err;
			}
			names.sort(compareStrings);
			return names;
		}
		/**
		* Return a flat list of all the files nested inside a directory
		*
		* Based on an elegant concurrent recursive solution from SO
		* https://stackoverflow.com/a/45130990/2168416
		*
		* @param {string} dir - The directory to read.
		* @returns {Promise<string[]>} - A flat list of all files in the directory.
		*/
		async readdirDeep(dir) {
			const subdirs = await this._readdir(dir);
			return (await Promise.all(subdirs.map(async (subdir) => {
				const res = dir + "/" + subdir;
				return (await this._stat(res)).isDirectory() ? this.readdirDeep(res) : res;
			}))).reduce((a, f) => a.concat(f), []);
		}
		/**
		* Return the Stats of a file/symlink if it exists, otherwise returns null.
		* Rethrows errors that aren't related to file existence.
		*
		* @param {string} filename - The path to the file or symlink.
		* @returns {Promise<Object|null>} - The stats object, or `null` if the file doesn't exist.
		*/
		async lstat(filename) {
			try {
				return await this._lstat(filename);
			} catch (err) {
				if (isNotFoundError(err)) return null;
				throw err;
			}
		}
		/**
		* Reads the contents of a symlink if it exists, otherwise returns null.
		* Rethrows errors that aren't related to file existence.
		*
		* @param {string} filename - The path to the symlink.
		* @param {Object} [opts={ encoding: 'buffer' }] - Options for reading the symlink.
		* @returns {Promise<Buffer|null>} - The symlink target, or `null` if it doesn't exist.
		*/
		async readlink(filename, opts = { encoding: "buffer" }) {
			try {
				const link = await this._readlink(filename, opts);
				return Buffer.isBuffer(link) ? link : Buffer.from(link);
			} catch (err) {
				if (isNotFoundError(err)) return null;
				throw err;
			}
		}
		/**
		* Write the contents of buffer to a symlink.
		*
		* @param {string} filename - The path to the symlink.
		* @param {Buffer} buffer - The symlink target.
		* @returns {Promise<void>}
		*/
		async writelink(filename, buffer) {
			return this._symlink(buffer.toString("utf8"), filename);
		}
	};
	function assertParameter(name, value) {
		if (value === void 0) throw new MissingParameterError(name);
	}
	/**
	* discoverGitdir
	*
	* When processing git commands on a submodule or worktree, determine
	* the actual git directory based on the contents of the .git file.
	*
	* Otherwise (if sent a directory) return that directory as-is.
	*
	* A decision has to be made "in what layer will submodules be interpreted,
	* and then after that, where can the code can just stay exactly the same as before."
	* This implementation processes submodules in the front-end location of src/api/.
	* The backend of src/commands/ isn't modified. This keeps a clear division
	* of responsibilities and should be maintained.
	*
	* A consequence is that __tests__ must occasionally be informed
	* about submodules also, since those call src/commands/ directly.
	*
	*
	*/
	function isAbsolute(filepath) {
		return filepath.startsWith("/") || /^[a-zA-Z]:[\\/]/.test(filepath);
	}
	async function discoverGitdir({ fsp, dotgit }) {
		assertParameter("fsp", fsp);
		assertParameter("dotgit", dotgit);
		const dotgitStat = await fsp._stat(dotgit).catch(() => ({
			isFile: () => false,
			isDirectory: () => false
		}));
		if (dotgitStat.isDirectory()) return dotgit;
		else if (dotgitStat.isFile()) return fsp._readFile(dotgit, "utf8").then((contents) => contents.trimRight().substr(8)).then((submoduleGitdir) => {
			if (isAbsolute(submoduleGitdir)) return submoduleGitdir;
			return join(dirname(dotgit), submoduleGitdir);
		});
		else return dotgit;
	}
	async function writeObjectLoose({ fs, gitdir, object, format, oid }) {
		if (format !== "deflated") throw new InternalError("GitObjectStoreLoose expects objects to write to be in deflated format");
		const filepath = `${gitdir}/${`objects/${oid.slice(0, 2)}/${oid.slice(2)}`}`;
		if (!await fs.exists(filepath)) await fs.write(filepath, object);
	}
	let supportsCompressionStream = null;
	async function deflate(buffer) {
		if (supportsCompressionStream === null) supportsCompressionStream = testCompressionStream();
		return supportsCompressionStream ? browserDeflate(buffer) : pako.deflate(buffer);
	}
	async function browserDeflate(buffer) {
		const cs = new CompressionStream("deflate");
		const c = new Blob([buffer]).stream().pipeThrough(cs);
		return new Uint8Array(await new Response(c).arrayBuffer());
	}
	function testCompressionStream() {
		try {
			new CompressionStream("deflate").writable.close();
			new Blob([]).stream().cancel();
			return true;
		} catch (_) {
			return false;
		}
	}
	async function _writeObject({ fs, gitdir, type, object, format = "content", oid = void 0, dryRun = false }) {
		if (format !== "deflated") {
			if (format !== "wrapped") object = GitObject.wrap({
				type,
				object
			});
			oid = await shasum(object);
			object = Buffer.from(await deflate(object));
		}
		if (!dryRun) await writeObjectLoose({
			fs,
			gitdir,
			object,
			format: "deflated",
			oid
		});
		return oid;
	}
	/**
	* @param {Object} args
	* @param {import('../models/FileSystem.js').FileSystem} args.fs
	* @param {string} args.gitdir
	* @param {string} args.path
	*
	* @returns {Promise<any>} Resolves with the config value
	*
	* @example
	* // Read config value
	* let value = await git.getConfig({
	*   dir: '$input((/))',
	*   path: '$input((user.name))'
	* })
	* console.log(value)
	*
	*/
	async function _getConfig({ fs, gitdir, path }) {
		return (await GitConfigManager.get({
			fs,
			gitdir
		})).get(path);
	}
	const abbreviateRx = /^refs\/(heads\/|tags\/|remotes\/)?(.*)/;
	function abbreviateRef(ref) {
		const match = abbreviateRx.exec(ref);
		if (match) {
			if (match[1] === "remotes/" && ref.endsWith("/HEAD")) return match[2].slice(0, -5);
			else return match[2];
		}
		return ref;
	}
	/**
	* @param {Object} args
	* @param {import('../models/FileSystem.js').FileSystem} args.fs
	* @param {string} args.gitdir
	* @param {boolean} [args.fullname = false] - Return the full path (e.g. "refs/heads/main") instead of the abbreviated form.
	* @param {boolean} [args.test = false] - If the current branch doesn't actually exist (such as right after git init) then return `undefined`.
	*
	* @returns {Promise<string|void>} The name of the current branch or undefined if the HEAD is detached.
	*
	*/
	async function _currentBranch({ fs, gitdir, fullname = false, test = false }) {
		const ref = await GitRefManager.resolve({
			fs,
			gitdir,
			ref: "HEAD",
			depth: 2
		});
		if (test) try {
			await GitRefManager.resolve({
				fs,
				gitdir,
				ref
			});
		} catch (err) {
			if (err instanceof NotFoundError) return;
			throw err;
		}
		if (!ref.startsWith("refs/")) return;
		return fullname ? ref : abbreviateRef(ref);
	}
	function translateSSHtoHTTP(url) {
		url = url.replace(/^[^/@:]+@([^/@:]+):/, "https://$1/");
		url = url.replace(/^ssh:\/\//, "https://");
		return url;
	}
	function calculateBasicAuthHeader({ username = "", password = "" }) {
		return `Basic ${Buffer.from(`${username}:${password}`).toString("base64")}`;
	}
	async function forAwait(iterable, cb) {
		const iter = getIterator(iterable);
		while (true) {
			const { value, done } = await iter.next();
			if (value) await cb(value);
			if (done) break;
		}
		if (iter.return) iter.return();
	}
	async function collect(iterable) {
		let size = 0;
		const buffers = [];
		await forAwait(iterable, (value) => {
			buffers.push(value);
			size += value.byteLength;
		});
		const result = new Uint8Array(size);
		let nextIndex = 0;
		for (const buffer of buffers) {
			result.set(buffer, nextIndex);
			nextIndex += buffer.byteLength;
		}
		return result;
	}
	const CREDENTIALS = /^(https?:\/\/)([^/?#]+)@/i;
	function extractAuthFromUrl(url) {
		const credentials = url.match(CREDENTIALS);
		if (credentials == null) return {
			url,
			auth: {}
		};
		return {
			url: url.replace(CREDENTIALS, "$1"),
			auth: parseUserinfo(url, credentials[2])
		};
	}
	function parseUserinfo(url, userpass) {
		const parsed = parseUrl(url);
		const hasPassword = userpass.indexOf(":") !== -1;
		if (parsed !== null) return {
			username: decodeUserinfo(parsed.username),
			password: hasPassword ? decodeUserinfo(parsed.password) : void 0
		};
		const separatorIndex = userpass.indexOf(":");
		return {
			username: hasPassword ? userpass.slice(0, separatorIndex) : userpass,
			password: hasPassword ? userpass.slice(separatorIndex + 1) : void 0
		};
	}
	function parseUrl(url) {
		if (typeof URL !== "function") return null;
		try {
			return new URL(url);
		} catch (_) {
			return null;
		}
	}
	function decodeUserinfo(value) {
		try {
			return decodeURIComponent(value);
		} catch (_) {
			return value;
		}
	}
	function padHex(b, n) {
		const s = n.toString(16);
		return "0".repeat(b - s.length) + s;
	}
	/**
	pkt-line Format
	---------------
	
	Much (but not all) of the payload is described around pkt-lines.
	
	A pkt-line is a variable length binary string.  The first four bytes
	of the line, the pkt-len, indicates the total length of the line,
	in hexadecimal.  The pkt-len includes the 4 bytes used to contain
	the length's hexadecimal representation.
	
	A pkt-line MAY contain binary data, so implementers MUST ensure
	pkt-line parsing/formatting routines are 8-bit clean.
	
	A non-binary line SHOULD BE terminated by an LF, which if present
	MUST be included in the total length. Receivers MUST treat pkt-lines
	with non-binary data the same whether or not they contain the trailing
	LF (stripping the LF if present, and not complaining when it is
	missing).
	
	The maximum length of a pkt-line's data component is 65516 bytes.
	Implementations MUST NOT send pkt-line whose length exceeds 65520
	(65516 bytes of payload + 4 bytes of length data).
	
	Implementations SHOULD NOT send an empty pkt-line ("0004").
	
	A pkt-line with a length field of 0 ("0000"), called a flush-pkt,
	is a special case and MUST be handled differently than an empty
	pkt-line ("0004").
	
	----
	pkt-line     =  data-pkt / flush-pkt
	
	data-pkt     =  pkt-len pkt-payload
	pkt-len      =  4*(HEXDIG)
	pkt-payload  =  (pkt-len - 4)*(OCTET)
	
	flush-pkt    = "0000"
	----
	
	Examples (as C-style strings):
	
	----
	pkt-line          actual value
	---------------------------------
	"0006a\n"         "a\n"
	"0005a"           "a"
	"000bfoobar\n"    "foobar\n"
	"0004"            ""
	----
	*/
	var GitPktLine = class {
		static flush() {
			return Buffer.from("0000", "utf8");
		}
		static delim() {
			return Buffer.from("0001", "utf8");
		}
		static encode(line) {
			if (typeof line === "string") line = Buffer.from(line);
			const hexlength = padHex(4, line.length + 4);
			return Buffer.concat([Buffer.from(hexlength, "utf8"), line]);
		}
		static streamReader(stream) {
			const reader = new StreamReader(stream);
			return async function read() {
				try {
					const header = await reader.read(4);
					if (header == null || header.length === 0) return true;
					const hex = header.toString("utf8");
					if (!/^[0-9a-fA-F]{4}$/.test(hex)) throw new ParseError("four hexadecimal digits", hex);
					const length = parseInt(hex, 16);
					if (length === 0) return null;
					if (length === 1) return null;
					if (length < 4) throw new ParseError("pkt-line length of 0, 1, or at least 4", hex);
					const buffer = await reader.read(length - 4);
					if (buffer == null || buffer.length !== length - 4) throw new ParseError(`${length - 4} bytes of pkt-line data`, `${buffer == null ? 0 : buffer.length} bytes`);
					return buffer;
				} catch (err) {
					stream.error = err;
					return true;
				}
			};
		}
	};
	/**
	* @param {function} read
	*/
	async function parseCapabilitiesV2(read) {
		/** @type {Object<string, string | true>} */
		const capabilities2 = {};
		let line;
		while (true) {
			line = await read();
			if (line === true) break;
			if (line === null) continue;
			line = line.toString("utf8").replace(/\n$/, "");
			const i = line.indexOf("=");
			if (i > -1) {
				const key = line.slice(0, i);
				capabilities2[key] = line.slice(i + 1);
			} else capabilities2[line] = true;
		}
		return {
			protocolVersion: 2,
			capabilities2
		};
	}
	async function parseRefsAdResponse(stream, { service }) {
		const capabilities = /* @__PURE__ */ new Set();
		const refs = /* @__PURE__ */ new Map();
		const symrefs = /* @__PURE__ */ new Map();
		const read = GitPktLine.streamReader(stream);
		let lineOne = await read();
		while (lineOne === null) lineOne = await read();
		if (lineOne === true) throw new EmptyServerResponseError();
		if (lineOne.includes("version 2")) return parseCapabilitiesV2(read);
		if (lineOne.toString("utf8").replace(/\n$/, "") !== `# service=${service}`) throw new ParseError(`# service=${service}\\n`, lineOne.toString("utf8"));
		let lineTwo = await read();
		while (lineTwo === null) lineTwo = await read();
		if (lineTwo === true) return {
			capabilities,
			refs,
			symrefs
		};
		lineTwo = lineTwo.toString("utf8");
		if (lineTwo.includes("version 2")) return parseCapabilitiesV2(read);
		const [firstRef, capabilitiesLine] = splitAndAssert(lineTwo, "\0", "\\x00");
		capabilitiesLine.split(" ").map((x) => capabilities.add(x));
		if (firstRef !== "0000000000000000000000000000000000000000 capabilities^{}") {
			const [ref, name] = splitAndAssert(firstRef, " ", " ");
			refs.set(name, ref);
			while (true) {
				const line = await read();
				if (line === true) break;
				if (line !== null) {
					const [ref, name] = splitAndAssert(line.toString("utf8"), " ", " ");
					refs.set(name, ref);
				}
			}
		}
		for (const cap of capabilities) if (cap.startsWith("symref=")) {
			const m = cap.match(/symref=([^:]+):(.*)/);
			if (m.length === 3) symrefs.set(m[1], m[2]);
		}
		return {
			protocolVersion: 1,
			capabilities,
			refs,
			symrefs
		};
	}
	function splitAndAssert(line, sep, expected) {
		const split = line.trim().split(sep);
		if (split.length !== 2) throw new ParseError(`Two strings separated by '${expected}'`, line.toString("utf8"));
		return split;
	}
	const corsProxify = (corsProxy, url) => corsProxy.endsWith("?") ? `${corsProxy}${url}` : `${corsProxy}/${url.replace(/^https?:\/\//, "")}`;
	const updateHeaders = (headers, auth) => {
		if (auth.username || auth.password) headers.Authorization = calculateBasicAuthHeader(auth);
		if (auth.headers) Object.assign(headers, auth.headers);
	};
	/**
	* @param {GitHttpResponse} res
	*
	* @returns {{ preview: string, response: string, data: Buffer }}
	*/
	const stringifyBody = async (res) => {
		try {
			const data = Buffer.from(await collect(res.body));
			const response = data.toString("utf8");
			return {
				preview: response.length < 256 ? response : response.slice(0, 256) + "...",
				response,
				data
			};
		} catch (e) {
			return {};
		}
	};
	var GitRemoteHTTP = class {
		/**
		* Returns the capabilities of the GitRemoteHTTP class.
		*
		* @returns {Promise<string[]>} - An array of supported capabilities.
		*/
		static async capabilities() {
			return ["discover", "connect"];
		}
		/**
		* Discovers references from a remote Git repository.
		*
		* @param {Object} args
		* @param {HttpClient} args.http - The HTTP client to use for requests.
		* @param {ProgressCallback} [args.onProgress] - Callback for progress updates.
		* @param {AuthCallback} [args.onAuth] - Callback for providing authentication credentials.
		* @param {AuthFailureCallback} [args.onAuthFailure] - Callback for handling authentication failures.
		* @param {AuthSuccessCallback} [args.onAuthSuccess] - Callback for handling successful authentication.
		* @param {string} [args.corsProxy] - Optional CORS proxy URL.
		* @param {string} args.service - The Git service (e.g., "git-upload-pack").
		* @param {string} args.url - The URL of the remote repository.
		* @param {Object<string, string>} args.headers - HTTP headers to include in the request.
		* @param {AbortSignal} [args.signal] - Signal to abort the operation.
		* @param {1 | 2} args.protocolVersion - The Git protocol version to use.
		* @returns {Promise<Object>} - The parsed response from the remote repository.
		* @throws {HttpError} - If the HTTP request fails.
		* @throws {SmartHttpError} - If the response cannot be parsed.
		* @throws {UserCanceledError} - If the user cancels the operation.
		*/
		static async discover({ http, onProgress, onAuth, onAuthSuccess, onAuthFailure, corsProxy, service, url: _origUrl, headers, signal, protocolVersion }) {
			let { url, auth } = extractAuthFromUrl(_origUrl);
			const proxifiedURL = corsProxy ? corsProxify(corsProxy, url) : url;
			if (auth.username || auth.password) headers.Authorization = calculateBasicAuthHeader(auth);
			if (protocolVersion === 2) headers["Git-Protocol"] = "version=2";
			let res;
			let tryAgain;
			let providedAuthBefore = false;
			do {
				res = await http.request({
					onProgress,
					method: "GET",
					url: `${proxifiedURL}/info/refs?service=${service}`,
					headers,
					signal
				});
				tryAgain = false;
				if (res.statusCode === 401 || res.statusCode === 203) {
					const getAuth = providedAuthBefore ? onAuthFailure : onAuth;
					if (getAuth) {
						auth = await getAuth(url, {
							...auth,
							headers: { ...headers }
						});
						if (auth && auth.cancel) throw new UserCanceledError();
						else if (auth) {
							updateHeaders(headers, auth);
							providedAuthBefore = true;
							tryAgain = true;
						}
					}
				} else if (res.statusCode === 200 && providedAuthBefore && onAuthSuccess) await onAuthSuccess(url, auth);
			} while (tryAgain);
			if (res.statusCode !== 200) {
				const { response } = await stringifyBody(res);
				throw new HttpError(res.statusCode, res.statusMessage, response);
			}
			if (res.headers["content-type"] === `application/x-${service}-advertisement`) {
				const remoteHTTP = await parseRefsAdResponse(res.body, { service });
				remoteHTTP.auth = auth;
				return remoteHTTP;
			} else {
				const { preview, response, data } = await stringifyBody(res);
				try {
					const remoteHTTP = await parseRefsAdResponse([data], { service });
					remoteHTTP.auth = auth;
					return remoteHTTP;
				} catch (e) {
					throw new SmartHttpError(preview, response);
				}
			}
		}
		/**
		* Connects to a remote Git repository and sends a request.
		*
		* @param {Object} args
		* @param {HttpClient} args.http - The HTTP client to use for requests.
		* @param {ProgressCallback} [args.onProgress] - Callback for progress updates.
		* @param {string} [args.corsProxy] - Optional CORS proxy URL.
		* @param {string} args.service - The Git service (e.g., "git-upload-pack").
		* @param {string} args.url - The URL of the remote repository.
		* @param {Object<string, string>} [args.headers] - HTTP headers to include in the request.
		* @param {any} args.body - The request body to send.
		* @param {any} args.auth - Authentication credentials.
		* @param {AbortSignal} [args.signal] - Signal to abort the operation.
		* @returns {Promise<GitHttpResponse>} - The HTTP response from the remote repository.
		* @throws {HttpError} - If the HTTP request fails.
		*/
		static async connect({ http, onProgress, corsProxy, service, url, auth, body, headers, signal }) {
			const urlAuth = extractAuthFromUrl(url);
			if (urlAuth) url = urlAuth.url;
			if (corsProxy) url = corsProxify(corsProxy, url);
			headers["content-type"] = `application/x-${service}-request`;
			headers.accept = `application/x-${service}-result`;
			updateHeaders(headers, auth);
			const res = await http.request({
				onProgress,
				method: "POST",
				url: `${url}/${service}`,
				body,
				headers,
				signal
			});
			if (res.statusCode !== 200) {
				const { response } = stringifyBody(res);
				throw new HttpError(res.statusCode, res.statusMessage, response);
			}
			return res;
		}
	};
	/**
	* A class for managing Git remotes and determining the appropriate remote helper for a given URL.
	*/
	var GitRemoteManager = class {
		/**
		* Determines the appropriate remote helper for the given URL.
		*
		* @param {Object} args
		* @param {string} args.url - The URL of the remote repository.
		* @returns {Object} - The remote helper class for the specified transport.
		* @throws {UrlParseError} - If the URL cannot be parsed.
		* @throws {UnknownTransportError} - If the transport is not supported.
		*/
		static getRemoteHelperFor({ url }) {
			const remoteHelpers = /* @__PURE__ */ new Map();
			remoteHelpers.set("http", GitRemoteHTTP);
			remoteHelpers.set("https", GitRemoteHTTP);
			const parts = parseRemoteUrl({ url });
			if (!parts) throw new UrlParseError(url);
			if (remoteHelpers.has(parts.transport)) return remoteHelpers.get(parts.transport);
			throw new UnknownTransportError(url, parts.transport, parts.transport === "ssh" ? translateSSHtoHTTP(url) : void 0);
		}
	};
	/**
	* Parses a remote URL and extracts its transport and address.
	*
	* @param {Object} args
	* @param {string} args.url - The URL of the remote repository.
	* @returns {Object|undefined} - An object containing the transport and address, or undefined if parsing fails.
	*/
	const scpLike = /^[^/@:]+@[^/@:]+:/;
	function parseRemoteUrl({ url }) {
		if (scpLike.test(url)) return {
			transport: "ssh",
			address: url
		};
		const matches = url.match(/(\w+)(:\/\/|::)(.*)/);
		if (matches === null) return;
		if (matches[2] === "://") return {
			transport: matches[1],
			address: matches[0]
		};
		if (matches[2] === "::") return {
			transport: matches[1],
			address: matches[3]
		};
	}
	var GitShallowManager = class {
		/**
		* Reads the `shallow` file in the Git repository and returns a set of object IDs (OIDs).
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} [args.gitdir] - [required] The [git directory](dir-vs-gitdir.md) path
		* @returns {Promise<Set<string>>} - A set of shallow object IDs.
		*/
		static async read({ fs, gitdir }) {
			const filepath = join(gitdir, "shallow");
			const oids = /* @__PURE__ */ new Set();
			await acquireLock(filepath, async function() {
				const text = await fs.read(filepath, { encoding: "utf8" });
				if (text === null) return oids;
				if (text.trim() === "") return oids;
				text.trim().split("\n").map((oid) => oids.add(oid));
			});
			return oids;
		}
		/**
		* Writes a set of object IDs (OIDs) to the `shallow` file in the Git repository.
		* If the set is empty, the `shallow` file is removed.
		*
		* @param {Object} args
		* @param {FSClient} args.fs - A file system implementation.
		* @param {string} [args.gitdir] - [required] The [git directory](dir-vs-gitdir.md) path
		* @param {Set<string>} args.oids - A set of shallow object IDs to write.
		* @returns {Promise<void>}
		*/
		static async write({ fs, gitdir, oids }) {
			const filepath = join(gitdir, "shallow");
			if (oids.size > 0) {
				const text = [...oids].join("\n") + "\n";
				await acquireLock(filepath, async function() {
					await fs.write(filepath, text, { encoding: "utf8" });
				});
			} else await acquireLock(filepath, async function() {
				await fs.rm(filepath);
			});
		}
	};
	function addCredentialUsername({ config, onAuth }) {
		if (!onAuth) return onAuth;
		return async (url, auth) => {
			const username = auth.username || await config.get(`credential.${url}.username`);
			return onAuth(url, username ? {
				...auth,
				username
			} : auth);
		};
	}
	function filterCapabilities(server, client) {
		const serverNames = server.map((cap) => cap.split("=", 1)[0]);
		return client.filter((cap) => {
			const name = cap.split("=", 1)[0];
			return serverNames.includes(name);
		});
	}
	const pkg = {
		name: "isomorphic-git",
		version: "1.44.11",
		agent: "git/isomorphic-git@1.44.11"
	};
	var FIFO = class {
		constructor() {
			this._queue = [];
		}
		write(chunk) {
			if (this._ended) throw Error("You cannot write to a FIFO that has already been ended!");
			if (this._waiting) {
				const resolve = this._waiting;
				this._waiting = null;
				resolve({ value: chunk });
			} else this._queue.push(chunk);
		}
		end() {
			this._ended = true;
			if (this._waiting) {
				const resolve = this._waiting;
				this._waiting = null;
				resolve({ done: true });
			}
		}
		destroy(err) {
			this.error = err;
			this.end();
		}
		async next() {
			if (this._queue.length > 0) return { value: this._queue.shift() };
			if (this._ended) return { done: true };
			if (this._waiting) throw Error("You cannot call read until the previous call to read has returned!");
			return new Promise((resolve) => {
				this._waiting = resolve;
			});
		}
	};
	function findSplit(str) {
		const r = str.indexOf("\r");
		const n = str.indexOf("\n");
		if (r === -1 && n === -1) return -1;
		if (r === -1) return n + 1;
		if (n === -1) return r + 1;
		if (n === r + 1) return n + 1;
		return Math.min(r, n) + 1;
	}
	function splitLines(input) {
		const output = new FIFO();
		let tmp = "";
		(async () => {
			await forAwait(input, (chunk) => {
				chunk = chunk.toString("utf8");
				tmp += chunk;
				while (true) {
					const i = findSplit(tmp);
					if (i === -1) break;
					if (i === tmp.length && tmp[i - 1] === "\r") break;
					output.write(tmp.slice(0, i));
					tmp = tmp.slice(i);
				}
			});
			if (tmp.length > 0) output.write(tmp);
			output.end();
		})();
		return output;
	}
	var GitSideBand = class {
		static demux(input) {
			const read = GitPktLine.streamReader(input);
			const packetlines = new FIFO();
			const packfile = new FIFO();
			const progress = new FIFO();
			const nextBit = async function() {
				const line = await read();
				if (line === null) return nextBit();
				if (line === true) {
					packetlines.end();
					progress.end();
					input.error ? packfile.destroy(input.error) : packfile.end();
					return;
				}
				switch (line[0]) {
					case 1:
						packfile.write(line.slice(1));
						break;
					case 2:
						progress.write(line.slice(1));
						break;
					case 3: {
						const error = line.slice(1);
						progress.write(error);
						packetlines.end();
						progress.end();
						packfile.destroy(new Error(error.toString("utf8")));
						return;
					}
					default: packetlines.write(line);
				}
				nextBit();
			};
			nextBit();
			return {
				packetlines,
				packfile,
				progress
			};
		}
	};
	async function expandOidLoose({ fs, gitdir, oid: short }) {
		const prefix = short.slice(0, 2);
		return (await fs.readdir(`${gitdir}/objects/${prefix}`)).map((suffix) => `${prefix}${suffix}`).filter((_oid) => _oid.startsWith(short));
	}
	async function expandOidPacked({ fs, cache, gitdir, oid: short, getExternalRefDelta }) {
		const results = [];
		let list = await fs.readdir(join(gitdir, "objects/pack"));
		list = list.filter((x) => x.endsWith(".idx"));
		for (const filename of list) {
			const p = await readPackIndex({
				fs,
				cache,
				filename: `${gitdir}/objects/pack/${filename}`,
				getExternalRefDelta
			});
			if (p.error) throw new InternalError(p.error);
			for (const oid of p.offsets.keys()) if (oid.startsWith(short)) results.push(oid);
		}
		return results;
	}
	async function _expandOid({ fs, cache, gitdir, oid: short }) {
		const getExternalRefDelta = (oid) => _readObject({
			fs,
			cache,
			gitdir,
			oid
		});
		const results = await expandOidLoose({
			fs,
			gitdir,
			oid: short
		});
		const packedOids = await expandOidPacked({
			fs,
			cache,
			gitdir,
			oid: short,
			getExternalRefDelta
		});
		for (const packedOid of packedOids) if (results.indexOf(packedOid) === -1) results.push(packedOid);
		if (results.length === 1) return results[0];
		if (results.length > 1) throw new AmbiguousError("oids", short, results);
		throw new NotFoundError(`an object matching "${short}"`);
	}
	/**
	* Expand and resolve a short oid into a full oid
	*
	* @param {Object} args
	* @param {FsClient} args.fs - a file system implementation
	* @param {string} [args.dir] - The [working tree](dir-vs-gitdir.md) directory path
	* @param {string} [args.gitdir=join(dir,'.git')] - [required] The [git directory](dir-vs-gitdir.md) path
	* @param {string} args.oid - The shortened oid prefix to expand (like "0414d2a")
	* @param {object} [args.cache] - a [cache](cache.md) object
	*
	* @returns {Promise<string>} Resolves successfully with the full oid (like "0414d2a286d7bbc7a4a326a61c1f9f888a8ab87f")
	*
	* @example
	* let oid = await git.expandOid({ fs, dir: '/tutorial', oid: '0414d2a'})
	* console.log(oid)
	*
	*/
	async function expandOid({ fs, dir, gitdir = join(dir, ".git"), oid, cache = {} }) {
		try {
			assertParameter("fs", fs);
			assertParameter("gitdir", gitdir);
			assertParameter("oid", oid);
			const fsp = new FileSystem(fs);
			return await _expandOid({
				fs: fsp,
				cache,
				gitdir: await discoverGitdir({
					fsp,
					dotgit: gitdir
				}),
				oid
			});
		} catch (err) {
			err.caller = "git.expandOid";
			throw err;
		}
	}
	/**
	* @param {object} args
	* @param {import('../models/FileSystem.js').FileSystem} args.fs
	* @param {any} args.cache
	* @param {string} args.gitdir
	* @param {string[]} args.oids
	*
	*/
	async function _findMergeBase({ fs, cache, gitdir, oids }) {
		const visits = {};
		const passes = oids.length;
		const common = /* @__PURE__ */ new Set();
		const parents = /* @__PURE__ */ new Map();
		const shallows = await GitShallowManager.read({
			fs,
			gitdir
		});
		const readParents = async (oid) => {
			if (parents.has(oid)) return parents.get(oid);
			const { object, type } = await _readObject({
				fs,
				cache,
				gitdir,
				oid
			});
			if (type !== "commit") throw new ObjectTypeError(oid, type, "commit");
			const { parent } = GitCommit.from(object).parseHeaders();
			const result = shallows.has(oid) ? [] : parent;
			parents.set(oid, result);
			return result;
		};
		let heads = oids.map((oid, index) => ({
			index,
			oid
		}));
		while (heads.length) {
			for (const { oid, index } of heads) {
				await readParents(oid);
				if (!visits[oid]) visits[oid] = /* @__PURE__ */ new Set();
				visits[oid].add(index);
				if (visits[oid].size === passes) common.add(oid);
			}
			const newheads = /* @__PURE__ */ new Map();
			for (const { oid, index } of heads) {
				if (common.has(oid)) continue;
				for (const parent of await readParents(oid)) if (!visits[parent] || !visits[parent].has(index)) newheads.set(parent + ":" + index, {
					oid: parent,
					index
				});
			}
			heads = Array.from(newheads.values());
		}
		if (common.size < 2) return [...common];
		const redundant = /* @__PURE__ */ new Set();
		for (const oid of common) {
			const ancestors = [...await readParents(oid)];
			const seen = /* @__PURE__ */ new Set();
			while (ancestors.length) {
				const ancestor = ancestors.pop();
				if (seen.has(ancestor)) continue;
				seen.add(ancestor);
				if (common.has(ancestor)) redundant.add(ancestor);
				else ancestors.push(...await readParents(ancestor));
			}
		}
		return [...common].filter((oid) => !redundant.has(oid));
	}
	/**
	* Read an entry from the git config files.
	*
	* *Caveats:*
	* - Currently only the local `$GIT_DIR/config` file can be read or written. However support for the global `~/.gitconfig` and system `$(prefix)/etc/gitconfig` will be added in the future.
	* - The current parser does not support the more exotic features of the git-config file format such as `[include]` and `[includeIf]`.
	*
	* @param {Object} args
	* @param {FsClient} args.fs - a file system implementation
	* @param {string} [args.dir] - The [working tree](dir-vs-gitdir.md) directory path
	* @param {string} [args.gitdir=join(dir,'.git')] - [required] The [git directory](dir-vs-gitdir.md) path
	* @param {string} args.path - The key of the git config entry
	*
	* @returns {Promise<any>} Resolves with the config value
	*
	* @example
	* // Read config value
	* let value = await git.getConfig({
	*   fs,
	*   dir: '/tutorial',
	*   path: 'remote.origin.url'
	* })
	* console.log(value)
	*
	*/
	async function getConfig({ fs, dir, gitdir = join(dir, ".git"), path }) {
		try {
			assertParameter("fs", fs);
			assertParameter("gitdir", gitdir);
			assertParameter("path", path);
			const fsp = new FileSystem(fs);
			return await _getConfig({
				fs: fsp,
				gitdir: await discoverGitdir({
					fsp,
					dotgit: gitdir
				}),
				path
			});
		} catch (err) {
			err.caller = "git.getConfig";
			throw err;
		}
	}
	/**
	* @param {object} args
	* @param {import('../models/FileSystem.js').FileSystem} args.fs
	* @param {any} args.cache
	* @param {string} args.gitdir
	* @param {string} args.oid
	* @param {string} args.ancestor
	* @param {number} args.depth - Maximum depth to search before giving up. -1 means no maximum depth.
	*
	* @returns {Promise<boolean>}
	*/
	async function _isDescendent({ fs, cache, gitdir, oid, ancestor, depth }) {
		const shallows = await GitShallowManager.read({
			fs,
			gitdir
		});
		if (!oid) throw new MissingParameterError("oid");
		if (!ancestor) throw new MissingParameterError("ancestor");
		if (oid === ancestor) return false;
		const queue = [oid];
		const visited = /* @__PURE__ */ new Set();
		let searchdepth = 0;
		while (queue.length) {
			if (searchdepth++ === depth) throw new MaxDepthError(depth);
			const oid = queue.shift();
			const { type, object } = await _readObject({
				fs,
				cache,
				gitdir,
				oid
			});
			if (type !== "commit") throw new ObjectTypeError(oid, type, "commit");
			const commit = GitCommit.from(object).parse();
			for (const parent of commit.parent) if (parent === ancestor) return true;
			if (!shallows.has(oid)) {
				for (const parent of commit.parent) if (!visited.has(parent)) {
					queue.push(parent);
					visited.add(parent);
				}
			}
		}
		return false;
	}
	/**
	* @enum {number}
	*/
	const types = {
		commit: 16,
		tree: 32,
		blob: 48,
		tag: 64,
		ofs_delta: 96,
		ref_delta: 112
	};
	/**
	* @param {object} args
	* @param {import('../models/FileSystem.js').FileSystem} args.fs
	* @param {any} args.cache
	* @param {string} [args.dir] - The [working tree](dir-vs-gitdir.md) directory path
	* @param {string} [args.gitdir=join(dir, '.git')] - [required] The [git directory](dir-vs-gitdir.md) path
	* @param {string[]} args.oids
	*/
	async function _pack({ fs, cache, dir, gitdir = join(dir, ".git"), oids }) {
		const hash = new Hash();
		const outputStream = [];
		function write(chunk, enc) {
			const buff = Buffer.from(chunk, enc);
			outputStream.push(buff);
			hash.update(buff);
		}
		async function writeObject({ stype, object }) {
			const type = types[stype];
			let length = object.length;
			let multibyte = length > 15 ? 128 : 0;
			const lastFour = length & 15;
			length = length >>> 4;
			let byte = (multibyte | type | lastFour).toString(16);
			write(byte, "hex");
			while (multibyte) {
				multibyte = length > 127 ? 128 : 0;
				byte = multibyte | length & 127;
				write(padHex(2, byte), "hex");
				length = length >>> 7;
			}
			write(Buffer.from(await deflate(object)));
		}
		write("PACK");
		write("00000002", "hex");
		write(padHex(8, oids.length), "hex");
		for (const oid of oids) {
			const { type, object } = await _readObject({
				fs,
				cache,
				gitdir,
				oid
			});
			await writeObject({
				write,
				object,
				stype: type
			});
		}
		const digest = hash.digest();
		outputStream.push(digest);
		return outputStream;
	}
	/**
	* @param {object} args
	* @param {import('../models/FileSystem.js').FileSystem} args.fs
	* @param {any} args.cache
	* @param {string} [args.dir]
	* @param {string} args.gitdir
	* @param {Iterable<string>} args.start
	* @param {Iterable<string>} args.finish
	* @returns {Promise<Set<string>>}
	*/
	async function listCommitsAndTags({ fs, cache, dir, gitdir = join(dir, ".git"), start, finish }) {
		const shallows = await GitShallowManager.read({
			fs,
			gitdir
		});
		const startingSet = /* @__PURE__ */ new Set();
		const finishingSet = /* @__PURE__ */ new Set();
		for (const ref of start) startingSet.add(await GitRefManager.resolve({
			fs,
			gitdir,
			ref
		}));
		for (const ref of finish) try {
			const oid = await GitRefManager.resolve({
				fs,
				gitdir,
				ref
			});
			finishingSet.add(oid);
		} catch (err) {}
		const visited = /* @__PURE__ */ new Set();
		async function walk(oid) {
			visited.add(oid);
			const { type, object } = await _readObject({
				fs,
				cache,
				gitdir,
				oid
			});
			if (type === "tag") {
				const commit = GitAnnotatedTag.from(object).headers().object;
				return walk(commit);
			}
			if (type !== "commit") throw new ObjectTypeError(oid, type, "commit");
			if (!shallows.has(oid)) {
				for (oid of GitCommit.from(object).headers().parent) if (!finishingSet.has(oid) && !visited.has(oid)) await walk(oid);
			}
		}
		for (const oid of startingSet) await walk(oid);
		return visited;
	}
	/**
	* @param {object} args
	* @param {import('../models/FileSystem.js').FileSystem} args.fs
	* @param {any} args.cache
	* @param {string} [args.dir]
	* @param {string} args.gitdir
	* @param {Iterable<string>} args.oids
	* @returns {Promise<Set<string>>}
	*/
	async function listObjects({ fs, cache, dir, gitdir = join(dir, ".git"), oids }) {
		const visited = /* @__PURE__ */ new Set();
		async function walk(oid) {
			if (visited.has(oid)) return;
			visited.add(oid);
			const { type, object } = await _readObject({
				fs,
				cache,
				gitdir,
				oid
			});
			if (type === "tag") {
				const obj = GitAnnotatedTag.from(object).headers().object;
				await walk(obj);
			} else if (type === "commit") {
				const tree = GitCommit.from(object).headers().tree;
				await walk(tree);
			} else if (type === "tree") {
				const tree = GitTree.from(object);
				for (const entry of tree) {
					if (entry.type === "blob") visited.add(entry.oid);
					if (entry.type === "tree") await walk(entry.oid);
				}
			}
		}
		for (const oid of oids) await walk(oid);
		return visited;
	}
	async function parseReceivePackResponse(packfile) {
		/** @type PushResult */
		const result = {};
		let response = "";
		const read = GitPktLine.streamReader(packfile);
		let line = await read();
		while (line !== true) {
			if (line !== null) response += line.toString("utf8") + "\n";
			line = await read();
		}
		const lines = response.toString("utf8").split("\n");
		line = lines.shift();
		if (!line.startsWith("unpack ")) throw new ParseError("unpack ok\" or \"unpack [error message]", line);
		result.ok = line === "unpack ok";
		if (!result.ok) result.error = line.slice(7);
		result.refs = {};
		for (const line of lines) {
			if (line.trim() === "") continue;
			const status = line.slice(0, 2);
			const refAndMessage = line.slice(3);
			let space = refAndMessage.indexOf(" ");
			if (space === -1) space = refAndMessage.length;
			const ref = refAndMessage.slice(0, space);
			const error = refAndMessage.slice(space + 1);
			result.refs[ref] = {
				ok: status === "ok",
				error
			};
		}
		return result;
	}
	async function writeReceivePackRequest({ capabilities = [], triplets = [] }) {
		const packstream = [];
		let capsFirstLine = `\x00 ${capabilities.join(" ")}`;
		for (const trip of triplets) {
			packstream.push(GitPktLine.encode(`${trip.oldoid} ${trip.oid} ${trip.fullRef}${capsFirstLine}\n`));
			capsFirstLine = "";
		}
		packstream.push(GitPktLine.flush());
		return packstream;
	}
	/**
	* @param {object} args
	* @param {import('../models/FileSystem.js').FileSystem} args.fs
	* @param {any} args.cache
	* @param {HttpClient} args.http
	* @param {ProgressCallback} [args.onProgress]
	* @param {MessageCallback} [args.onMessage]
	* @param {AuthCallback} [args.onAuth]
	* @param {AuthFailureCallback} [args.onAuthFailure]
	* @param {AuthSuccessCallback} [args.onAuthSuccess]
	* @param {PrePushCallback} [args.onPrePush]
	* @param {string} args.gitdir
	* @param {string} [args.ref]
	* @param {string} [args.remoteRef]
	* @param {string} [args.remote]
	* @param {boolean} [args.force = false]
	* @param {boolean} [args.delete = false]
	* @param {string} [args.url]
	* @param {string} [args.corsProxy]
	* @param {AbortSignal} [args.signal]
	* @param {Object<string, string>} [args.headers]
	*
	* @returns {Promise<PushResult>}
	*/
	async function _push({ fs, cache, http, onProgress, onMessage, onAuth, onAuthSuccess, onAuthFailure, onPrePush, gitdir, ref: _ref, remoteRef: _remoteRef, remote, url: _url, force = false, delete: _delete = false, corsProxy, headers = {}, signal }) {
		const ref = _ref || await _currentBranch({
			fs,
			gitdir
		});
		if (typeof ref === "undefined") throw new MissingParameterError("ref");
		const config = await GitConfigManager.get({
			fs,
			gitdir
		});
		remote = remote || await config.get(`branch.${ref}.pushRemote`) || await config.get("remote.pushDefault") || await config.get(`branch.${ref}.remote`) || "origin";
		const url = _url || await config.get(`remote.${remote}.pushurl`) || await config.get(`remote.${remote}.url`);
		if (typeof url === "undefined") throw new MissingParameterError("remote OR url");
		const remoteRef = _remoteRef || await config.get(`branch.${ref}.merge`);
		if (typeof url === "undefined") throw new MissingParameterError("remoteRef");
		if (corsProxy === void 0) corsProxy = await config.get("http.corsProxy");
		const fullRef = await GitRefManager.expand({
			fs,
			gitdir,
			ref
		});
		const oid = _delete ? "0000000000000000000000000000000000000000" : await GitRefManager.resolve({
			fs,
			gitdir,
			ref: fullRef
		});
		/** @type typeof import("../managers/GitRemoteHTTP").GitRemoteHTTP */
		const GitRemoteHTTP = GitRemoteManager.getRemoteHelperFor({ url });
		const httpRemote = await GitRemoteHTTP.discover({
			http,
			onAuth: addCredentialUsername({
				config,
				onAuth
			}),
			onAuthSuccess,
			onAuthFailure: addCredentialUsername({
				config,
				onAuth: onAuthFailure
			}),
			corsProxy,
			service: "git-receive-pack",
			url,
			headers,
			protocolVersion: 1,
			signal
		});
		const auth = httpRemote.auth;
		let fullRemoteRef;
		if (!remoteRef) fullRemoteRef = fullRef;
		else try {
			fullRemoteRef = await GitRefManager.expandAgainstMap({
				ref: remoteRef,
				map: httpRemote.refs
			});
		} catch (err) {
			if (err instanceof NotFoundError) fullRemoteRef = remoteRef.startsWith("refs/") ? remoteRef : `refs/heads/${remoteRef}`;
			else throw err;
		}
		const oldoid = httpRemote.refs.get(fullRemoteRef) || "0000000000000000000000000000000000000000";
		if (onPrePush) {
			if (!await onPrePush({
				remote,
				url,
				localRef: {
					ref: _delete ? "(delete)" : fullRef,
					oid
				},
				remoteRef: {
					ref: fullRemoteRef,
					oid: oldoid
				}
			})) throw new UserCanceledError();
		}
		const thinPack = !httpRemote.capabilities.has("no-thin");
		let objects = /* @__PURE__ */ new Set();
		if (!_delete) {
			const finish = [...httpRemote.refs.values()];
			let skipObjects = /* @__PURE__ */ new Set();
			if (oldoid !== "0000000000000000000000000000000000000000") {
				let mergebase = [];
				try {
					mergebase = await _findMergeBase({
						fs,
						cache,
						gitdir,
						oids: [oid, oldoid]
					});
				} catch (e) {
					mergebase = [];
				}
				for (const oid of mergebase) finish.push(oid);
				if (thinPack) skipObjects = await listObjects({
					fs,
					cache,
					gitdir,
					oids: mergebase
				});
			}
			if (!finish.includes(oid)) objects = await listObjects({
				fs,
				cache,
				gitdir,
				oids: await listCommitsAndTags({
					fs,
					cache,
					gitdir,
					start: [oid],
					finish
				})
			});
			if (thinPack) {
				try {
					const ref = await GitRefManager.resolve({
						fs,
						gitdir,
						ref: `refs/remotes/${remote}/HEAD`,
						depth: 2
					});
					const { oid } = await GitRefManager.resolveAgainstMap({
						ref: ref.replace(`refs/remotes/${remote}/`, ""),
						fullref: ref,
						map: httpRemote.refs
					});
					const oids = [oid];
					for (const oid of await listObjects({
						fs,
						cache,
						gitdir,
						oids
					})) skipObjects.add(oid);
				} catch (e) {}
				for (const oid of skipObjects) objects.delete(oid);
			}
			if (oid === oldoid) force = true;
			if (!force) {
				if (fullRef.startsWith("refs/tags") && oldoid !== "0000000000000000000000000000000000000000") throw new PushRejectedError("tag-exists");
				if (oid !== "0000000000000000000000000000000000000000" && oldoid !== "0000000000000000000000000000000000000000" && !await _isDescendent({
					fs,
					cache,
					gitdir,
					oid,
					ancestor: oldoid,
					depth: -1
				})) throw new PushRejectedError("not-fast-forward");
			}
		}
		const packstream1 = await writeReceivePackRequest({
			capabilities: filterCapabilities([...httpRemote.capabilities], [
				"report-status",
				"side-band-64k",
				`agent=${pkg.agent}`
			]),
			triplets: [{
				oldoid,
				oid,
				fullRef: fullRemoteRef
			}]
		});
		const packstream2 = _delete ? [] : await _pack({
			fs,
			cache,
			gitdir,
			oids: [...objects]
		});
		const res = await GitRemoteHTTP.connect({
			http,
			onProgress,
			corsProxy,
			service: "git-receive-pack",
			url,
			auth,
			headers,
			body: [...packstream1, ...packstream2],
			signal
		});
		const { packfile, progress } = await GitSideBand.demux(res.body);
		if (onMessage) forAwait(splitLines(progress), async (line) => {
			await onMessage(line);
		});
		const result = await parseReceivePackResponse(packfile);
		if (res.headers) result.headers = res.headers;
		if (remote && result.ok && result.refs[fullRemoteRef].ok && !fullRef.startsWith("refs/tags")) {
			const ref = `refs/remotes/${remote}/${fullRemoteRef.replace("refs/heads/", "")}`;
			if (_delete) await GitRefManager.deleteRef({
				fs,
				gitdir,
				ref
			});
			else await GitRefManager.writeRef({
				fs,
				gitdir,
				ref,
				value: oid
			});
		}
		if (result.ok && Object.values(result.refs).every((result) => result.ok)) return result;
		else {
			const prettyDetails = Object.entries(result.refs).filter(([k, v]) => !v.ok).map(([k, v]) => `\n  - ${k}: ${v.error}`).join("");
			throw new GitPushError(prettyDetails, result);
		}
	}
	/**
	* Push a branch or tag
	*
	* The push command returns an object that describes the result of the attempted push operation.
	* *Notes:* If there were no errors, then there will be no `errors` property. There can be a mix of `ok` messages and `errors` messages.
	*
	* | param  | type [= default] | description                                                                                                                                                                                                      |
	* | ------ | ---------------- | ---------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------------- |
	* | ok     | Array\<string\>  | The first item is "unpack" if the overall operation was successful. The remaining items are the names of refs that were updated successfully.                                                                    |
	* | errors | Array\<string\>  | If the overall operation threw and error, the first item will be "unpack {Overall error message}". The remaining items are individual refs that failed to be updated in the format "{ref name} {error message}". |
	*
	* @param {object} args
	* @param {FsClient} args.fs - a file system client
	* @param {HttpClient} args.http - an HTTP client
	* @param {ProgressCallback} [args.onProgress] - optional progress event callback
	* @param {MessageCallback} [args.onMessage] - optional message event callback
	* @param {AuthCallback} [args.onAuth] - optional auth fill callback
	* @param {AuthFailureCallback} [args.onAuthFailure] - optional auth rejected callback
	* @param {AuthSuccessCallback} [args.onAuthSuccess] - optional auth approved callback
	* @param {PrePushCallback} [args.onPrePush] - optional pre-push hook callback
	* @param {string} [args.dir] - The [working tree](dir-vs-gitdir.md) directory path
	* @param {string} [args.gitdir=join(dir,'.git')] - [required] The [git directory](dir-vs-gitdir.md) path
	* @param {string} [args.ref] - Which branch or tag to push. By default this is the currently checked out branch.
	* @param {string} [args.url] - The URL of the remote repository. The default is the value set in the git config for that remote.
	* @param {string} [args.remote] - If URL is not specified, determines which remote to use.
	* @param {string} [args.remoteRef] - The name of the receiving branch on the remote. By default this is the configured remote tracking branch.
	* @param {boolean} [args.force = false] - If true, behaves the same as `git push --force`
	* @param {boolean} [args.delete = false] - If true, delete the remote ref
	* @param {string} [args.corsProxy] - Optional [CORS proxy](https://www.npmjs.com/%40isomorphic-git/cors-proxy). Overrides value in repo config.
	* @param {Object<string, string>} [args.headers] - Additional headers to include in HTTP requests, similar to git's `extraHeader` config
	* @param {object} [args.cache] - a [cache](cache.md) object
	* @param {AbortSignal} [args.signal] - Optional signal to abort the push operation
	*
	* @returns {Promise<PushResult>} Resolves successfully when push completes with a detailed description of the operation from the server.
	* @see PushResult
	* @see RefUpdateStatus
	*
	* @example
	* let pushResult = await git.push({
	*   fs,
	*   http,
	*   dir: '/tutorial',
	*   remote: 'origin',
	*   ref: 'main',
	*   onAuth: () => ({ username: process.env.GITHUB_TOKEN }),
	* })
	* console.log(pushResult)
	*
	*/
	async function push({ fs, http, onProgress, onMessage, onAuth, onAuthSuccess, onAuthFailure, onPrePush, dir, gitdir = join(dir, ".git"), ref, remoteRef, remote = "origin", url, force = false, delete: _delete = false, corsProxy, headers = {}, cache = {}, signal }) {
		try {
			assertParameter("fs", fs);
			assertParameter("http", http);
			assertParameter("gitdir", gitdir);
			const fsp = new FileSystem(fs);
			return await _push({
				fs: fsp,
				cache,
				http,
				onProgress,
				onMessage,
				onAuth,
				onAuthSuccess,
				onAuthFailure,
				onPrePush,
				gitdir: await discoverGitdir({
					fsp,
					dotgit: gitdir
				}),
				ref,
				remoteRef,
				remote,
				url,
				force,
				delete: _delete,
				corsProxy,
				headers,
				signal
			});
		} catch (err) {
			err.caller = "git.push";
			throw err;
		}
	}
	/**
	* @param {object} args
	* @param {import('../models/FileSystem.js').FileSystem} args.fs
	* @param {string} args.gitdir
	* @param {CommitObject} args.commit
	*
	* @returns {Promise<string>}
	* @see CommitObject
	*
	*/
	async function _writeCommit({ fs, gitdir, commit }) {
		return await _writeObject({
			fs,
			gitdir,
			type: "commit",
			object: GitCommit.from(commit).toObject(),
			format: "content"
		});
	}
	/**
	* Write a blob object directly
	*
	* @param {object} args
	* @param {FsClient} args.fs - a file system client
	* @param {string} [args.dir] - The [working tree](dir-vs-gitdir.md) directory path
	* @param {string} [args.gitdir=join(dir,'.git')] - [required] The [git directory](dir-vs-gitdir.md) path
	* @param {Uint8Array} args.blob - The blob object to write
	*
	* @returns {Promise<string>} Resolves successfully with the SHA-1 object id of the newly written object
	*
	* @example
	* // Manually create a blob.
	* let oid = await git.writeBlob({
	*   fs,
	*   dir: '/tutorial',
	*   blob: new Uint8Array([])
	* })
	*
	* console.log('oid', oid) // should be 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391'
	*
	*/
	async function writeBlob({ fs, dir, gitdir = join(dir, ".git"), blob }) {
		try {
			assertParameter("fs", fs);
			assertParameter("gitdir", gitdir);
			assertParameter("blob", blob);
			const fsp = new FileSystem(fs);
			return await _writeObject({
				fs: fsp,
				gitdir: await discoverGitdir({
					fsp,
					dotgit: gitdir
				}),
				type: "blob",
				object: blob,
				format: "content"
			});
		} catch (err) {
			err.caller = "git.writeBlob";
			throw err;
		}
	}
	/**
	* Write a commit object directly
	*
	* @param {object} args
	* @param {FsClient} args.fs - a file system client
	* @param {string} [args.dir] - The [working tree](dir-vs-gitdir.md) directory path
	* @param {string} [args.gitdir=join(dir,'.git')] - [required] The [git directory](dir-vs-gitdir.md) path
	* @param {CommitObject} args.commit - The object to write
	*
	* @returns {Promise<string>} Resolves successfully with the SHA-1 object id of the newly written object
	* @see CommitObject
	*
	*/
	async function writeCommit({ fs, dir, gitdir = join(dir, ".git"), commit }) {
		try {
			assertParameter("fs", fs);
			assertParameter("gitdir", gitdir);
			assertParameter("commit", commit);
			const fsp = new FileSystem(fs);
			return await _writeCommit({
				fs: fsp,
				gitdir: await discoverGitdir({
					fsp,
					dotgit: gitdir
				}),
				commit
			});
		} catch (err) {
			err.caller = "git.writeCommit";
			throw err;
		}
	}
	/**
	* Write a git object directly
	*
	* `format` can have the following values:
	*
	* | param      | description                                                                                                                                                      |
	* | ---------- | ---------------------------------------------------------------------------------------------------------------------------------------------------------------- |
	* | 'deflated' | Treat `object` as the raw deflate-compressed buffer for an object, meaning can be written to `.git/objects/**` as-is.                                           |
	* | 'wrapped'  | Treat `object` as the inflated object buffer wrapped in the git object header. This is the raw buffer used when calculating the SHA-1 object id of a git object. |
	* | 'content'  | Treat `object` as the object buffer without the git header.                                                                                                      |
	* | 'parsed'   | Treat `object` as a parsed representation of the object.                                                                                                         |
	*
	* If `format` is `'parsed'`, then `object` must match one of the schemas for `CommitObject`, `TreeObject`, `TagObject`, or a `string` (for blobs).
	*
	* {@link CommitObject typedef}
	*
	* {@link TreeObject typedef}
	*
	* {@link TagObject typedef}
	*
	* If `format` is `'content'`, `'wrapped'`, or `'deflated'`, `object` should be a `Uint8Array`.
	*
	* @deprecated
	* > This command is overly complicated.
	* >
	* > If you know the type of object you are writing, use [`writeBlob`](./writeBlob.md), [`writeCommit`](./writeCommit.md), [`writeTag`](./writeTag.md), or [`writeTree`](./writeTree.md).
	*
	* @param {object} args
	* @param {FsClient} args.fs - a file system client
	* @param {string} [args.dir] - The [working tree](dir-vs-gitdir.md) directory path
	* @param {string} [args.gitdir=join(dir,'.git')] - [required] The [git directory](dir-vs-gitdir.md) path
	* @param {string | Uint8Array | CommitObject | TreeObject | TagObject} args.object - The object to write.
	* @param {'blob'|'tree'|'commit'|'tag'} [args.type] - The kind of object to write.
	* @param {'deflated' | 'wrapped' | 'content' | 'parsed'} [args.format = 'parsed'] - What format the object is in. The possible choices are listed below.
	* @param {string} [args.oid] - If `format` is `'deflated'` then this param is required. Otherwise it is calculated.
	* @param {string} [args.encoding] - If `type` is `'blob'` then `object` will be converted to a Uint8Array using `encoding`.
	*
	* @returns {Promise<string>} Resolves successfully with the SHA-1 object id of the newly written object.
	*
	* @example
	* // Manually create an annotated tag.
	* let sha = await git.resolveRef({ fs, dir: '/tutorial', ref: 'HEAD' })
	* console.log('commit', sha)
	*
	* let oid = await git.writeObject({
	*   fs,
	*   dir: '/tutorial',
	*   type: 'tag',
	*   object: {
	*     object: sha,
	*     type: 'commit',
	*     tag: 'my-tag',
	*     tagger: {
	*       name: 'your name',
	*       email: 'email@example.com',
	*       timestamp: Math.floor(Date.now()/1000),
	*       timezoneOffset: new Date().getTimezoneOffset()
	*     },
	*     message: 'Optional message'
	*   }
	* })
	*
	* console.log('tag', oid)
	*
	*/
	async function writeObject({ fs: _fs, dir, gitdir = join(dir, ".git"), type, object, format = "parsed", oid, encoding = void 0 }) {
		try {
			const fs = new FileSystem(_fs);
			const updatedGitdir = await discoverGitdir({
				fsp: fs,
				dotgit: gitdir
			});
			if (format === "parsed") {
				switch (type) {
					case "commit":
						object = GitCommit.from(object).toObject();
						break;
					case "tree":
						object = GitTree.from(object).toObject();
						break;
					case "blob":
						object = Buffer.from(object, encoding);
						break;
					case "tag":
						object = GitAnnotatedTag.from(object).toObject();
						break;
					default: throw new ObjectTypeError(oid || "", type, "blob|commit|tag|tree");
				}
				format = "content";
			}
			oid = await _writeObject({
				fs,
				gitdir: updatedGitdir,
				type,
				object,
				oid,
				format
			});
			return oid;
		} catch (err) {
			err.caller = "git.writeObject";
			throw err;
		}
	}
	exports.Errors = Errors;
	exports.expandOid = expandOid;
	exports.getConfig = getConfig;
	exports.push = push;
	exports.writeBlob = writeBlob;
	exports.writeCommit = writeCommit;
	exports.writeObject = writeObject;
}));

// src/git/objects/bounded-inflate.ts
var import_isomorphic_git = require_isomorphic_git();
/** What is packed as one object unpacks to more than any file of ours may hold. */
var TooLargeObjectError = class extends Error {
	code = "ObjectTooLarge";
	constructor() {
		super("an object of git is larger than 50 MB");
	}
};
/** With a code, like every failure of git's storage. */
var DamagedObjectError = class extends Error {
	code = "DamagedObject";
	constructor(what) {
		super(`the object store holds ${what}`);
	}
};
/** Unpacks what says that it holds `size` bytes; never more than that is made room for. */
function unpack(packed, size) {
	const { buffer, engine } = inflateSafely(packed, {
		info: true,
		maxOutputLength: Math.max(1, size),
		chunkSize: Math.min(Math.max(64, size + 1), 65536)
	});
	if (buffer.length !== size) throw new DamagedObjectError("an object of another size than it says");
	return {
		content: buffer,
		length: engine.bytesWritten
	};
}
function inflateSafely(packed, options) {
	try {
		return inflateSync(packed, options);
	} catch {
		throw new DamagedObjectError("an object that cannot be unpacked");
	}
}
/** The first bytes of what is packed, as far as a few bytes of it go: enough for a header, whatever follows. */
function unpackStart(packed, length) {
	const few = packed.subarray(0, 512);
	const options = {
		finishFlush: constants$2.Z_SYNC_FLUSH,
		maxOutputLength: 1048576
	};
	try {
		return Buffer$1.from(inflateSync(few, options).subarray(0, length));
	} catch {
		throw new DamagedObjectError("an object that cannot be unpacked");
	}
}

// src/clock/system-clock.ts
/** The only place that asks the system what time it is. */
const systemClock = {
	now: () => /* @__PURE__ */ new Date(),
	elapsed: () => performance.now(),
	sleep: async (milliseconds, signal) => {
		try {
			await setTimeout$1(milliseconds, void 0, signal === void 0 ? {} : { signal });
		} catch (error) {
			if (!signal?.aborted) throw error;
		}
	},
	alarm: (milliseconds, ring) => {
		const timer = setTimeout(ring, milliseconds);
		return () => clearTimeout(timer);
	}
};

// src/git/objects/owner.ts
async function newOwner(processes = systemProcesses) {
	const { host, place } = await processes.place();
	const found = await processes.lookUp(processes.pid);
	const started = found === "ended" ? null : found.began;
	return {
		host,
		place,
		pid: processes.pid,
		started,
		token: randomBytes(8).toString("hex")
	};
}
async function fateOf(owner, processes = systemProcesses) {
	if ((await processes.place()).place !== owner.place) return "unknown";
	const found = await processes.lookUp(owner.pid);
	if (found === "ended") return "gone";
	if (found.began === null || owner.started === null) return "unknown";
	return found.began === owner.started ? "alive" : "gone";
}
const TAG = /^([0-9a-f]{12})-(\d{1,10})-(\d{1,20}|x)-[0-9a-f]{16}$/;
/** The owner as a part of a file's name. */
function ownerTag({ place, pid, started, token }) {
	return `${place}-${pid}-${started ?? "x"}-${token}`;
}
function readOwnerTag(tag) {
	const [, place, pid, started] = TAG.exec(tag) ?? [];
	if (place === void 0 || !isProcessId(Number(pid))) return void 0;
	return {
		place,
		pid: Number(pid),
		started: started === "x" || started === void 0 ? null : started
	};
}
/** What a lock says about its owner, if it is one of ours: anybody may have written it. */
function readOwner(found) {
	const { host, place, pid, started, token } = found;
	return typeof host === "string" && /^[\w.-]{1,253}$/.test(host) && typeof place === "string" && /^[0-9a-f]{12}$/.test(place) && typeof pid === "number" && isProcessId(pid) && (started === null || typeof started === "string" && /^\d{1,20}$/.test(started)) && typeof token === "string" && /^[0-9a-f]{16}$/.test(token) ? {
		host,
		place,
		pid,
		started,
		token
	} : void 0;
}
/** Zero and less would ask about groups of processes. */
function isProcessId(pid) {
	return Number.isInteger(pid) && pid > 0 && pid < 2 ** 31;
}
let here;
const systemProcesses = {
	pid: process.pid,
	place: () => {
		here ??= readPlace();
		return here;
	},
	lookUp: async (pid) => {
		try {
			process.kill(pid, 0);
		} catch (error) {
			if (error instanceof Error && "code" in error && error.code === "ESRCH") return "ended";
		}
		return readStat(await orEmpty(readFile(`/proc/${pid}/stat`, "utf8")));
	}
};
/** A killed process that its parent has not asked about is still listed, and does nothing any more. */
function readStat(stat) {
	const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
	if (fields[0] === "Z" || fields[0] === "X") return "ended";
	const started = fields[19];
	return { began: started !== void 0 && /^\d{1,20}$/.test(started) ? started : null };
}
async function readPlace() {
	const name = hostname();
	const boot = await orEmpty(readFile("/proc/sys/kernel/random/boot_id", "utf8"));
	const container = await orEmpty(readlink("/proc/self/ns/pid"));
	const place = placeId(name, boot.trim(), container);
	return {
		host: name.replaceAll(/[^\w.-]/g, "_").slice(0, 253) || "unknown",
		place
	};
}
/**
* A system that does not tell boot and container shares its process ids with nobody: two machines of one name must not take
* each other's processes for dead.
*/
function placeId(host, boot, container) {
	const told = boot !== "" && container !== "" ? `${host}\n${boot}\n${container}` : randomBytes(16);
	return createHash("sha256").update(told).digest("hex").slice(0, 12);
}
async function orEmpty(text) {
	return text.catch(() => "");
}

// src/git/objects/leftovers.ts
/** What a killed run leaves behind: drafts by their owner's tag, and claims, which hold their owner as a lock does. */
const DRAFT = /(?:^tmp_obj_|\.)storysync-([0-9a-f]{12}-\d+-(?:\d+|x)-[0-9a-f]{16})(?:\.lock|\.tmp)?$/;
const FOLDER = /^storysync-pack-([0-9a-f]{12}-\d+-(?:\d+|x)-[0-9a-f]{16})$/;
const CLAIM = /\.storysync-claim-[0-9a-f]{16}\.lock$/;
/** Of an owner whom this machine cannot be asked about. A draft is needed for seconds. */
const OLD_MS = 864e5;
/** Nobody has so many files in a folder of a repository; more of them are not worth the time. */
const MOST_NAMES = 1e5;
const swept = /* @__PURE__ */ new Set();
/** Takes away the drafts of killed runs, once in the life of this process: called before a draft of our own is made there. */
async function sweepOnce(folder, options = {}) {
	const key = `${options.clearClaim === void 0 ? "drafts" : "locks"} ${folder}`;
	if (swept.has(key)) return;
	swept.add(key);
	await sweep(folder, options);
}
/** Only what bears our name and whose owner is gone. What cannot be looked at or taken away is let be. */
async function sweep(folder, { clearClaim, processes = systemProcesses } = {}) {
	for (const name of await namesIn(folder)) {
		const path = join(folder, name);
		if (CLAIM.test(name)) await clearClaim?.(path).catch(() => {});
		else if (await isLeftOver(path, DRAFT.exec(name)?.[1], processes)) await unlink(path).catch(() => {});
		else if (await isLeftOver(path, FOLDER.exec(name)?.[1], processes)) await removeFolder(path);
	}
}
async function namesIn(folder) {
	const names = [];
	try {
		let seen = 0;
		for await (const { name } of await opendir(folder)) {
			if (name.includes("storysync-")) names.push(name);
			seen += 1;
			if (seen >= MOST_NAMES) break;
		}
	} catch (error) {
		if (!(error instanceof Error && "code" in error)) throw error;
	}
	return names;
}
async function isLeftOver(path, tag, processes) {
	const owner = tag === void 0 ? void 0 : readOwnerTag(tag);
	if (owner === void 0) return false;
	const fate = await fateOf(owner, processes);
	if (fate !== "unknown") return fate === "gone";
	const found = await lstat(path).catch(() => void 0);
	return found !== void 0 && systemClock.now().getTime() - found.mtimeMs > OLD_MS;
}
/** In a folder that all users of the machine write to, only our own. */
async function removeFolder(path) {
	const found = await lstat(path).catch(() => void 0);
	if (found?.isDirectory() !== true || found.uid !== (process.getuid?.() ?? found.uid)) return;
	await rm(path, {
		recursive: true,
		force: true
	}).catch(() => {});
}

// src/git/objects/durable-fs.ts
/**
* The file system as isomorphic-git should see it. The library writes an object straight into its final name and takes
* a file that is there for complete; a run that is killed in between would leave a broken object for good. Here a file
* appears under its name only when it is whole.
*/
const durableFs = { promises: {
	...promises,
	readFile: (path, options = null) => path === void 0 ? Promise.resolve(void 0) : promises.readFile(path, options),
	async writeFile(path, content) {
		const folder = draftFolder(path);
		await sweepOnce(folder);
		const draft = join(folder, `tmp_obj_storysync-${ownerTag(await newOwner())}`);
		try {
			await promises.writeFile(draft, content, {
				flag: "wx",
				mode: 292
			});
			await promises.rename(draft, path);
		} catch (error) {
			await promises.rm(draft, { force: true });
			throw error;
		}
	}
} };
/** All drafts of single objects lie in one folder, where one look finds what killed runs left. */
function draftFolder(path) {
	const folder = dirname(path);
	return /^[0-9a-f]{2}$/.test(basename(folder)) ? dirname(folder) : folder;
}

// src/git/objects/pack-format.ts
const TYPES = [
	void 0,
	"commit",
	"tree",
	"blob",
	"tag"
];
/** Undefined for a difference, and for what nobody knows. */
function typeName(type) {
	return TYPES[type];
}
/** Type and size: four bits of the size, then seven in each byte, the lowest first. */
function headerAt(pack, start) {
	const first = byteAt(pack, start);
	let size = first & 15;
	let [next, factor] = [start + 1, 16];
	for (let byte = first; byte >= 128; factor *= 128) {
		byte = byteAt(pack, next++);
		size += (byte & 127) * factor;
	}
	return {
		type: first >> 4 & 7,
		size,
		next
	};
}
/** How far before its own start the base of a difference starts. */
function distanceAt(pack, start) {
	let next = start;
	let byte = byteAt(pack, next++);
	let distance = byte & 127;
	while (byte >= 128) {
		byte = byteAt(pack, next++);
		distance = (distance + 1) * 128 + (byte & 127);
	}
	return {
		distance,
		next
	};
}
/** A difference says first how large its base is and how large it makes it. */
function deltaSizes(delta) {
	const base = numberAt(delta, 0);
	const target = numberAt(delta, base.next);
	return {
		base: base.value,
		target: target.value,
		next: target.next
	};
}
function numberAt(bytes, at) {
	let [value, factor, next, byte] = [
		0,
		1,
		at,
		128
	];
	for (; byte >= 128; factor *= 128) {
		byte = byteAt(bytes, next++);
		value += (byte & 127) * factor;
	}
	return {
		value,
		next
	};
}
function byteAt(bytes, at) {
	const byte = bytes[at];
	if (byte === void 0) throw new DamagedObjectError("an entry that is cut off");
	return byte;
}

// src/git/objects/delta.ts
/** Applies a difference as git keeps them: pieces of the base, and bytes of its own. Nothing larger than `most` is made. */
function applyDelta(delta, base, most) {
	const sizes = deltaSizes(delta);
	if (sizes.target > most) throw new TooLargeObjectError();
	if (sizes.base !== base.length) throw damaged$1();
	const target = Buffer$1.alloc(sizes.target);
	let [at, filled] = [sizes.next, 0];
	while (at < delta.length) {
		const order = delta[at++] ?? 0;
		const piece = order >= 128 ? copied(order) : own(order);
		if (piece === void 0 || filled + piece.length > target.length) throw damaged$1();
		piece.copy(target, filled);
		filled += piece.length;
	}
	if (filled !== target.length) throw damaged$1();
	return target;
	function copied(order) {
		const start = small(order, 4);
		const length = small(order >> 4, 3) || 65536;
		return start + length <= base.length ? base.subarray(start, start + length) : void 0;
	}
	function own(length) {
		const piece = delta.subarray(at, at + length);
		at += length;
		return length > 0 && piece.length === length ? piece : void 0;
	}
	/** Of a number only the bytes that are not zero stand there; bits tell which. */
	function small(bits, count) {
		let value = 0;
		for (let byte = 0; byte < count; byte++) if (bits >> byte & 1) value += (delta[at++] ?? 0) * 256 ** byte;
		return value;
	}
}
function damaged$1() {
	return new DamagedObjectError("a difference that does not fit its base");
}

// src/git/objects/pack-file.ts
/** What is opened and read at once: dozens of files of state lie in it, side by side as git packs them. */
const WINDOW = 262144;
/** The oldest goes first: a pack may be larger than memory. */
const MOST_WINDOWS = 8;
/** The bytes of a pack, in pieces. A pack never changes under its name. */
var PackFile = class {
	path;
	#windows = [];
	constructor(path) {
		this.path = path;
	}
	/** Less where the pack ends before. */
	async read(at, length) {
		if (at < 0) throw new DamagedObjectError("a difference to what is not in its pack");
		if (length > WINDOW) return readAt(this.path, at, length);
		const window = this.#windowOf(at, length);
		return (await window.bytes).subarray(at - window.start, at - window.start + length);
	}
	#windowOf(at, length) {
		const known = this.#windows.find(({ start }) => start <= at && at + length <= start + WINDOW);
		if (known !== void 0) return known;
		const opened = {
			start: at,
			bytes: readAt(this.path, at, WINDOW)
		};
		this.#windows = [opened, ...this.#windows].slice(0, MOST_WINDOWS);
		opened.bytes.catch(() => {
			this.#windows = this.#windows.filter((each) => each !== opened);
		});
		return opened;
	}
};
async function readAt(path, at, length) {
	const file = await open(path);
	try {
		const bytes = Buffer$1.alloc(length);
		let filled = 0;
		while (filled < length) {
			const { bytesRead } = await file.read(bytes, filled, length - filled, at + filled);
			if (bytesRead === 0) break;
			filled += bytesRead;
		}
		return bytes.subarray(0, filled);
	} finally {
		await file.close();
	}
}

// src/git/objects/pack-index.ts
const MAGIC = 4285812579;
const NAMES = 1032;
const OID = 20;
/** Where each object begins in a pack, from the index that git writes beside it (version 2). */
var PackIndex = class {
	#bytes;
	#count;
	constructor(bytes) {
		if (bytes.length < NAMES || bytes.readUInt32BE(0) !== MAGIC || bytes.readUInt32BE(4) !== 2) throw unknownForm();
		this.#bytes = bytes;
		this.#count = this.#upTo(255);
		if (bytes.length < NAMES + this.#count * 28 + 40) throw unknownForm();
	}
	/** Undefined when the pack does not have it. */
	find(oid) {
		const first = oid[0] ?? 0;
		let [low, high] = [first === 0 ? 0 : this.#upTo(first - 1), this.#upTo(first)];
		while (low < high) {
			const middle = low + high >>> 1;
			const start = NAMES + middle * OID;
			const order = this.#bytes.compare(oid, 0, OID, start, start + OID);
			if (order === 0) return this.#offset(middle);
			if (order < 0) low = middle + 1;
			else high = middle;
		}
	}
	#upTo(first) {
		return this.#bytes.readUInt32BE(8 + first * 4);
	}
	/** Beyond two gigabytes a second table has eight bytes for each. */
	#offset(at) {
		const table = NAMES + this.#count * 24;
		const offset = this.#bytes.readUInt32BE(table + at * 4);
		if (offset < 2147483648) return offset;
		return Number(this.#bytes.readBigUInt64BE(table + this.#count * 4 + (offset - 2147483648) * 8));
	}
};
function unknownForm() {
	return new DamagedObjectError("an index of a pack in a form that is not known");
}

// src/git/objects/recent.ts
/** What was made last, up to so many bytes; the oldest goes first. */
var Recent = class {
	#most;
	#values = /* @__PURE__ */ new Map();
	#bytes = 0;
	constructor(most) {
		this.#most = most;
	}
	get(key) {
		const value = this.#values.get(key);
		if (value !== void 0) {
			this.#values.delete(key);
			this.#values.set(key, value);
		}
		return value;
	}
	/** One that would take the place of most others is not kept. */
	set(key, value) {
		if (value.content.length > this.#most / 2 || this.#values.has(key)) return;
		this.#values.set(key, value);
		this.#bytes += value.content.length;
		for (const [oldest, { content }] of this.#values) {
			if (this.#bytes <= this.#most) break;
			this.#values.delete(oldest);
			this.#bytes -= content.length;
		}
	}
};

// src/git/objects/object-store.ts
/** The bound of files in the work tree holds for git's copies too: a few packed kilobytes of a pushed branch may unpack to gigabytes. */
const MOST_BYTES = MOST_FILE_BYTES;
const MOST_INDEX_BYTES = 2 ** 30;
/** Git makes chains of fifty; nobody makes longer ones, except to hold us up. */
const MOST_STEPS = 5e3;
/** Bases that differences are against are wanted again and again. */
const CACHE_BYTES = 16777216;
/**
* The objects of one git directory, loose and packed, read within bounds of memory. isomorphic-git unpacks whatever
* comes, holds whole packs, and has no say in how much.
*/
var ObjectStore = class {
	#objects;
	#packs = /* @__PURE__ */ new Map();
	#recent = new Recent(CACHE_BYTES);
	constructor(gitdir) {
		this.#objects = join(gitdir, "objects");
	}
	/**
	* Undefined when it is not here. `steps` is how many differences led to it. The packs that are known are asked first,
	* which takes no look at the disk.
	*/
	async find(oid, steps = 0) {
		return await this.#packed(oid, steps) ?? await this.#loose(oid) ?? await this.#packed(oid, steps, { fresh: true });
	}
	async #loose(oid) {
		const packed = await orUndefined(readRegularFile(join(this.#objects, oid.slice(0, 2), oid.slice(2))));
		if (packed === void 0) return void 0;
		if (!packed.ok) throw packed.error.kind === "too_large" ? new TooLargeObjectError() : new DamagedObjectError("no file in its place");
		const { type, size, start } = looseHeader(packed.value);
		return verified(oid, {
			type,
			content: unpack(packed.value, start + size).content.subarray(start)
		});
	}
	async #packed(oid, steps, { fresh = false } = {}) {
		const name = Buffer$1.from(oid, "hex");
		for (const pack of await this.#listPacks(fresh)) {
			const offset = pack.index.find(name);
			const found = offset === void 0 ? void 0 : await orUndefined(this.#readPacked(pack, offset, steps));
			if (found !== void 0) return verified(oid, found);
		}
	}
	async #listPacks(fresh) {
		if (fresh || this.#packs.size === 0) {
			const folder = join(this.#objects, "pack");
			const names = (await orUndefined(readdir(folder)) ?? []).filter((name) => name.endsWith(".idx"));
			const paths = new Set(names.map((name) => join(folder, name)));
			for (const path of this.#packs.keys()) if (!paths.has(path)) this.#packs.delete(path);
			for (const path of paths) if (!this.#packs.has(path)) this.#packs.set(path, orUndefined(openPack(path)));
		}
		return (await Promise.all(this.#packs.values())).filter((pack) => pack !== void 0);
	}
	/** Follows the differences down to a whole object, then applies them on the way back. */
	async #readPacked({ file }, offset, steps) {
		const deltas = [];
		let [at, bytes] = [offset, 0];
		let found = this.#recent.get(`${file.path}:${at}`);
		while (found === void 0) {
			const entry = await readEntry(file, at);
			if ("whole" in entry) {
				found = entry.whole;
				this.#recent.set(`${file.path}:${at}`, found);
				break;
			}
			deltas.push({
				at,
				delta: entry.delta
			});
			bytes += entry.delta.length;
			if (bytes > MOST_BYTES) throw new TooLargeObjectError();
			if (steps + deltas.length > MOST_STEPS) throw new DamagedObjectError("differences without end");
			if ("oid" in entry.base) found = await this.#base(entry.base.oid, steps + deltas.length);
			else {
				at -= entry.base.distance;
				found = this.#recent.get(`${file.path}:${at}`);
			}
		}
		for (const { at: place, delta } of deltas.toReversed()) {
			found = {
				type: found.type,
				content: applyDelta(delta, found.content, MOST_BYTES)
			};
			this.#recent.set(`${file.path}:${place}`, found);
		}
		return found;
	}
	async #base(oid, steps) {
		const base = await this.find(oid, steps);
		if (base === void 0) throw new DamagedObjectError("a difference to an object that is not here");
		return base;
	}
};
async function openPack(path) {
	const bytes = await readRegularFile(path, { mostBytes: MOST_INDEX_BYTES });
	if (!bytes.ok) throw new DamagedObjectError("an index of a pack that cannot be read");
	return {
		file: new PackFile(`${path.slice(0, -4)}.pack`),
		index: new PackIndex(bytes.value)
	};
}
/** Enough for most objects, and for every header. */
const FIRST_READ = 4096;
async function readEntry(file, at) {
	const start = await file.read(at, FIRST_READ);
	const header = headerAt(start, 0);
	if (header.size > MOST_BYTES) throw new TooLargeObjectError();
	const base = baseAt(start, header.type, header.next);
	const packed = base?.next ?? header.next;
	const room = header.size + (header.size >> 9) + 1024;
	const bytes = packed + room <= start.length ? start.subarray(packed) : await file.read(at + packed, room);
	const { content } = unpack(bytes, header.size);
	if (base !== void 0) return {
		delta: content,
		base: base.base
	};
	const type = typeName(header.type);
	if (type === void 0) throw new DamagedObjectError("an object of a type that is not known");
	return { whole: {
		type,
		content
	} };
}
function baseAt(bytes, type, next) {
	if (type === 7) return {
		base: { oid: bytes.toString("hex", next, next + 20) },
		next: next + 20
	};
	if (type !== 6) return void 0;
	const { distance, next: after } = distanceAt(bytes, next);
	if (distance === 0) throw new DamagedObjectError("a difference to itself");
	return {
		base: { distance },
		next: after
	};
}
/** `blob 123` and a zero stand before the content of a loose object. */
function looseHeader(packed) {
	const first = unpackStart(packed, 64).toString("latin1");
	const [header, type = "", size = ""] = /^(commit|tree|blob|tag) (\d{1,12})\0/.exec(first) ?? [];
	if (header === void 0) throw new DamagedObjectError("a loose object without a header");
	if (Number(size) > MOST_BYTES) throw new TooLargeObjectError();
	return {
		type,
		size: Number(size),
		start: header.length
	};
}
/** What git calls by its content's digest must have that content. */
function verified(oid, object) {
	if (createHash("sha1").update(`${object.type} ${object.content.length}\0`).update(object.content).digest("hex") !== oid) throw new DamagedObjectError("another object than its name says");
	return object;
}
async function orUndefined(work) {
	try {
		return await work;
	} catch (error) {
		const code = error instanceof Error && "code" in error ? error.code : void 0;
		if (code === "ENOENT" || code === "ENOTDIR") return void 0;
		throw error;
	}
}

// src/git/objects/object-text.ts
/** Reads a commit. Its message may hold lines as its header has them, so of the header nothing after the first empty line counts. */
function parseCommit(content) {
	const header = headerOf(content);
	const tree = /^tree ([0-9a-f]{40})$/m.exec(header)?.[1];
	const [, name = "", email = "", written] = PERSON.exec(lineOf(header, "author ")) ?? [];
	const seconds = TIME.exec(lineOf(header, "committer "))?.[1];
	if (tree === void 0) throw damaged("a commit without a tree");
	const parents = [...header.matchAll(/^parent ([0-9a-f]{40})$/gm)].map(([, oid]) => oid ?? "");
	const author = {
		name,
		email,
		timestamp: Number(written ?? 0)
	};
	return {
		tree,
		parents,
		time: isoTime(Number(seconds ?? 0)),
		author,
		message: messageOf(content)
	};
}
const PERSON = /^([^<]*?) ?<([^>]*)> (-?[0-9]+) [+-][0-9]+$/;
const TIME = / (-?[0-9]+) [+-][0-9]+$/;
/** What stands behind a word at the start of a line. */
function lineOf(header, word) {
	return header.split("\n").find((each) => each.startsWith(word))?.slice(word.length) ?? "";
}
/** The id of what an annotated tag names. */
function parseTag(content) {
	const oid = /^object ([0-9a-f]{40})$/m.exec(headerOf(content))?.[1];
	if (oid === void 0) throw damaged("a tag that names nothing");
	return oid;
}
const SLASH = Buffer$1.from("/");
/** The entry that begins there; undefined at the folder's end. */
function entryAt(folder, at) {
	if (at >= folder.length) return void 0;
	const space = folder.indexOf(32, at);
	const end = folder.indexOf(0, space);
	if (space === -1 || end === -1 || end + 21 > folder.length) throw damaged("a folder that is cut off");
	const mode = folder.toString("latin1", at, space).padStart(6, "0");
	const type = typeOf(mode);
	const name = folder.subarray(space + 1, end);
	return {
		entry: {
			mode,
			path: nameOf(name),
			oid: folder.toString("hex", end + 1, end + 21),
			type
		},
		end: end + 21,
		name,
		sortsAs: sortsAs(name, type)
	};
}
/** Reads a folder. The library's own reading sorts and checks each name, which costs more than all the rest. */
function parseTree(folder) {
	const entries = [];
	for (let next = entryAt(folder, 0); next !== void 0; next = entryAt(folder, next.end)) entries.push(next.entry);
	return entries;
}
/**
* A folder with these entries put in, or in the place of what had their names. All others keep every byte: the library
* would write a name that is no UTF-8 anew, and so rename the file.
*/
function withEntries(folder, entries) {
	const fresh = entries.map(({ mode, path, oid, type }) => {
		const name = Buffer$1.from(path, "utf8");
		const bytes = Buffer$1.concat([
			Buffer$1.from(`${mode.replace(/^0+/, "")} `),
			name,
			NUL,
			Buffer$1.from(oid, "hex")
		]);
		return {
			name,
			sortsAs: sortsAs(name, type),
			bytes
		};
	});
	const replaced = new Set(fresh.map(({ name }) => name.toString("latin1")));
	const pieces = fresh;
	for (let at = 0, next = entryAt(folder, at); next !== void 0; at = next.end, next = entryAt(folder, at)) if (!replaced.has(next.name.toString("latin1"))) pieces.push({
		sortsAs: next.sortsAs,
		bytes: folder.subarray(at, next.end)
	});
	return Buffer$1.concat(pieces.toSorted((a, b) => a.sortsAs.compare(b.sortsAs)).map(({ bytes }) => bytes));
}
const NUL = Buffer$1.alloc(1);
/** A folder stands where its name with a slash behind it would. */
function sortsAs(name, type) {
	return type === "tree" ? Buffer$1.concat([name, SLASH]) : name;
}
/** Names are bytes to git. What is no UTF-8 is kept apart byte by byte, so that two such names never look the same. */
function nameOf(bytes) {
	const name = bytes.toString("utf8");
	return name.includes("�") ? bytes.toString("latin1") : name;
}
function typeOf(mode) {
	if (mode === "040000") return "tree";
	return mode === "160000" ? "commit" : "blob";
}
function headerOf(content) {
	const end = content.indexOf("\n\n");
	return content.toString("utf8", 0, end === -1 ? content.length : end);
}
function messageOf(content) {
	const end = content.indexOf("\n\n");
	return end === -1 ? "" : content.toString("utf8", end + 2);
}
/** Commits with a nonsense date exist; they are no reason to stop. */
function isoTime(seconds) {
	const date = /* @__PURE__ */ new Date(seconds * 1e3);
	return (Number.isNaN(date.getTime()) ? /* @__PURE__ */ new Date(0) : date).toISOString();
}
/** With a code, like every failure of git's storage. */
function damaged(what) {
	return Object.assign(/* @__PURE__ */ new Error(`the object store holds ${what}`), { code: "DamagedObject" });
}

// src/git/objects/storage.ts
/** Storage that we do not know and would read wrongly, in words: `sha256 object names`. */
async function foreignStorage(commonDir) {
	const format = await (0, import_isomorphic_git.getConfig)({
		fs,
		gitdir: commonDir,
		path: "extensions.objectformat"
	});
	const refs = await (0, import_isomorphic_git.getConfig)({
		fs,
		gitdir: commonDir,
		path: "extensions.refstorage"
	});
	if (typeof format === "string" && format !== "sha1") return `${format} object names`;
	return typeof refs === "string" && refs !== "files" ? `"${refs}" for its branches` : void 0;
}
/** Whether a clone was made to leave something out: history (`shallow`) or content (`partial`). */
async function cloneKind(commonDir) {
	if ((await textOf(join(commonDir, "shallow"))).trim() !== "") return "shallow";
	return (await fs.promises.readdir(join(commonDir, "objects/pack")).catch(() => [])).some((name) => name.endsWith(".promisor")) ? "partial" : "full";
}
/** The git directories whose objects count as this one's: a clone made with `--reference` or `--shared` borrows some. */
async function objectStores(commonDir) {
	const stores = [commonDir];
	for (const store of stores) {
		const lent = (await textOf(join(store, "objects/info/alternates"))).split("\n").map((line) => line.trim());
		for (const line of lent.filter((path) => path !== "" && !path.startsWith("#"))) {
			const objects = resolve(store, "objects", line);
			const gitDir = dirname(objects);
			if (basename(objects) === "objects" && !stores.includes(gitDir) && stores.length < 10) stores.push(gitDir);
		}
	}
	return stores;
}
async function textOf(path) {
	return await textOfFile(path) ?? "";
}

// src/git/objects/storage-failure.ts
/** Git's storage and the file system fail with a code, which is answered; whatever has none is a bug, and thrown on. */
function storageFailure(error) {
	const code = error instanceof Error && "code" in error ? error.code : void 0;
	if (typeof code !== "string" || code.startsWith("ERR_INVALID_")) throw error;
	return code;
}

// src/git/objects/objects.ts
/** Git knows it without having it. */
const EMPTY_TREE = "4b825dc642cb6eb9a060e54bf8d69288fbee4904";
/** Tags of tags; nobody nests them deeper, except to hold us up. */
const MAX_PEELS = 10;
/**
* Git's objects, by id and from one cache: a command opens one reader and hands it around. Missing objects throw `NotFoundError`; `readingObjects` makes a value of it.
*/
var ObjectReader = class ObjectReader {
	#stores;
	#objects;
	#cache = {};
	/** Whatever counts as a repository's own, borrowed objects included. */
	static async open(commonDir) {
		return new ObjectReader(await objectStores(commonDir));
	}
	/** Git directories to look in, the repository's own first. */
	constructor(stores) {
		this.#stores = stores;
		this.#objects = stores.map((gitdir) => new ObjectStore(gitdir));
	}
	async commit(oid) {
		return parseCommit(await this.#read(oid, "commit"));
	}
	async tree(oid) {
		return parseTree(await this.folder(oid));
	}
	/** A tree as git keeps it, for those who compare more than they read. */
	folder(oid) {
		return this.#read(oid, "tree");
	}
	blob(oid) {
		return this.#read(oid, "blob");
	}
	/** The commit that an id stands for, through annotated tags; undefined when it ends at a file or a folder. */
	async peel(oid) {
		let current = oid;
		for (let peels = 0; peels < MAX_PEELS; peels++) {
			const { type, content } = await this.#find(current);
			if (type === "commit") return current;
			if (type !== "tag") return void 0;
			current = parseTag(content);
		}
	}
	/** The full ids that begin so. */
	async expand(prefix) {
		const found = await Promise.all(this.#stores.map((gitdir) => this.#expandIn(gitdir, prefix)));
		return [...new Set(found.flat())];
	}
	async #expandIn(gitdir, prefix) {
		try {
			return [await (0, import_isomorphic_git.expandOid)({
				fs: durableFs,
				gitdir,
				oid: prefix,
				cache: this.#cache
			})];
		} catch (error) {
			if (error instanceof import_isomorphic_git.Errors.NotFoundError) return [];
			if (error instanceof import_isomorphic_git.Errors.AmbiguousError) return error.data.matches;
			throw error;
		}
	}
	async #read(oid, wanted) {
		const { type, content } = await this.#find(oid);
		if (type === wanted) return content;
		throw new import_isomorphic_git.Errors.ObjectTypeError(oid, type, wanted);
	}
	async #find(oid) {
		if (oid === EMPTY_TREE) return {
			type: "tree",
			content: Buffer$1.alloc(0)
		};
		for (const store of this.#objects) {
			const found = await store.find(oid);
			if (found !== void 0) return found;
		}
		throw new import_isomorphic_git.Errors.NotFoundError(oid);
	}
};
/** What git's storage answers is no fault of ours, and becomes a value; anything without a code is a bug. */
async function readingObjects(work) {
	try {
		return ok(await work());
	} catch (error) {
		if (storageFailure(error) === import_isomorphic_git.Errors.NotFoundError.code) return fail$1("missing_objects");
		return fail$1(error instanceof TooLargeObjectError ? "too_large" : "unreadable");
	}
}

export { catalogue as A, keyStep as B, DamagedObjectError as C, parseStory as D, require_isomorphic_git as E, optionsOf as F, byText as G, labelsByGuid as H, placeKey as I, hintForConnection as J, byTextOf as K, toolsOf as L, holdsTools as M, isTool as N, readStory as O, mapActions as P, actionLabels as R, systemClock as S, unpack as T, ordinalLabels as U, labelPointedAt as V, spokenLabel as W, fateOf as _, foreignStorage as a, readOwner as b, withEntries as c, deltaSizes as d, distanceAt as f, sweepOnce as g, durableFs as h, cloneKind as i, allActions as j, parseJson as k, Recent as l, typeName as m, readingObjects as n, entryAt as o, headerAt as p, describeConnectionFailure as q, storageFailure as r, parseTree as s, ObjectReader as t, applyDelta as u, newOwner as v, TooLargeObjectError as w, systemProcesses as x, ownerTag as y, bracketName as z };