import { Buffer, isUtf8 } from "node:buffer";
import { setTimeout as setTimeout$1 } from "node:timers/promises";

// src/model/keys/vault.ts
/** One text for one key: two that differ are never the same variable, or the same field of the same secret. */
function keyIdentity({ keyName, vaultKey }) {
	if (vaultKey === void 0) return keyName;
	const { address, mount, namespace } = vaultKey.vault;
	return JSON.stringify([
		keyName,
		address,
		mount,
		namespace ?? null
	]);
}
const ACCESS_PLACEHOLDER = "{access}";
function pathFor({ path }, access) {
	return path.replaceAll(ACCESS_PLACEHOLDER, access);
}

// src/model/tenant/loopback.ts
/** A host of this machine itself, as a URL has it: the one place that may be reached without TLS, and never by a proxy. */
function isLoopback(hostname) {
	return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

// src/json/value.ts
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function isArray(value) {
	return Array.isArray(value);
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
			names: [...placed.names, nameOf(tool)]
		});
	};
	const agents = isArray(story.agents) ? story.agents : [];
	for (const [top, action] of agents.entries()) if (isObject(action)) visit({
		action,
		top,
		trail: "",
		steps: "",
		names: [nameOf(action)]
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
		const labels = ordinalLabels(tools.map(({ tool }) => nameOf(tool)));
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
function nameOf(action) {
	return typeof action.name === "string" ? action.name : "";
}

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
function parseTree$1(text, errors = [], options = ParseOptions.DEFAULT) {
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
const parseTree = parseTree$1;
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
	const root = parseTree(text);
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
	const size = typeof bytes === "string" ? Buffer.byteLength(bytes) : bytes.length;
	if (size > MAX_BYTES) return { problems: [problemAt("STO001", `the file has ${Math.ceil(size / 1024 / 1024)} MB; a story file may have at most 50 MB`, "check that the path names a story export", file, 1)] };
	if (typeof bytes !== "string" && !isUtf8(bytes)) return { problems: [encodingProblem(bytes, file)] };
	const decoded = typeof bytes === "string" ? bytes : Buffer.from(bytes.buffer, bytes.byteOffset, size).toString("utf8");
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

export { ACCESS_PLACEHOLDER as C, isLoopback as S, pathFor as T, spokenLabel as _, holdsTools as a, isArray as b, optionsOf as c, actionLabels as d, bracketName as f, ordinalLabels as g, labelsByGuid as h, allActions as i, placeKey as l, labelPointedAt as m, readStory as n, isTool as o, keyStep as p, parseJson as r, mapActions as s, parseStory as t, toolsOf as u, systemClock as v, keyIdentity as w, isObject as x, catalogue as y };