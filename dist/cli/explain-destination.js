import { i as unreachable } from "./dist.js";
import { E as hintForConnection, T as describeConnectionFailure, u as count } from "./unsigned-state.js";

// src/report/explain/explain-tenant.ts
/** `POST /stories/import: HTTP 422 (name "has already been taken")`. */
function describeTenantFailure({ request, evidence }) {
	return `${request}: ${describeEvidence(evidence)}`;
}
/** The one table of what helps against a failed call. */
function hintForTenantFailure({ kind, evidence }, call) {
	const read = call.purpose === "read" ? call : void 0;
	const addressKey = read?.of === "origin" ? "\"tenant_url\" of the origin" : "\"destination_tenant_url\"";
	switch (kind) {
		case "unauthorized": return read ? `check the key in ${read.keyName}: it may be wrong, revoked, or its owner may have left the tenant` : "renew the key, then run again";
		case "not_found":
			if (!read) return "check that the story is still there, and that the key may write to this team (role Editor)";
			return read.of === "origin" ? `check "team_id: ${read.teamId}" of the origin, and that the key may see this team` : `check "destination_team_id: ${read.teamId}", and that the key may see this team`;
		case "rejected": return read ? ASK_THE_OWNER : "fix the story, or ask the tenant owner why it was rejected";
		case "malformed":
		case "incomplete": return ASK_THE_OWNER;
		case "redirected": return `a key is sent only to the host it is bound to: put the final address in ${addressKey}`;
		case "rate_limited": return "run again: it continues where it stopped. Where others ask this tenant too, lower --rate";
		case "too_slow": return `${read ? `ask the owner of ${read.tenantUrl} why it is slow` : "ask the tenant owner why it is slow"}, or allow more time with --read-timeout`;
		case "not_asked": return "run \"storysync plan\": it asks as often as it needs to";
		case "unavailable":
		case "unreachable":
		case "timeout":
		case "aborted": return hintForWay(evidence) ?? (read ? `check that ${read.tenantUrl} answers, then run again` : RUN_AGAIN$1);
		default: return unreachable(kind);
	}
}
const ASK_THE_OWNER = "run again; if it persists, ask the tenant owner (nothing is written after an incomplete read)";
const RUN_AGAIN$1 = "run the same command again: it continues where it stopped";
/** What helps where the way to the tenant is what is wrong. */
function hintForWay(evidence) {
	if (evidence.seen === "no_connection") return hintForConnection(evidence.connection, evidence.proxy);
	if (evidence.seen !== "status" || evidence.unclear !== "web_page") return void 0;
	return "a gateway or firewall in between may have answered: ask who runs it, then run the same command again";
}
function describeEvidence(evidence) {
	switch (evidence.seen) {
		case "status": {
			const meaning = meaningOf(evidence);
			return `HTTP ${evidence.status}${meaning === "" ? "" : ` (${meaning})`}${after(evidence.attempts)}`;
		}
		case "no_connection": return `${describeConnectionFailure(evidence.connection)}${after(evidence.attempts)}`;
		case "broke":
		case "timeout":
		case "too_large":
		case "aborted": return `${BREAKS[evidence.seen]}${evidence.code === "" ? "" : ` (${evidence.code})`}${after(evidence.attempts)}`;
		case "odd_body": return `HTTP ${evidence.status}: ${evidence.defect}`;
		case "odd_listing": return `the listing is incomplete: ${evidence.defect}`;
		case "never_sent": return "stopped before it was sent";
		case "read_time_over": return describeReadTime(evidence);
		case "requests_spent": return `not asked: the ${evidence.allowed} requests for this destination were used up`;
		case "tenant_given_up": return `not asked: ${evidence.destinations} destinations of this tenant in a row were not read in time`;
		default: return unreachable(evidence);
	}
}
function describeReadTime({ allowed, waited, ended, slowest }) {
	return `no complete answer after ${waited} s, when the ${allowed} s for reading were over${slowest === null ? "" : `; ${count(ended, "earlier request")}, the slowest ${slowest.request}: ${slowest.took} s`}`;
}
const BREAKS = {
	broke: "the connection broke",
	timeout: "no answer in time",
	too_large: "the answer is too large",
	aborted: "stopped"
};
function meaningOf({ status, phrases, unclear }) {
	if (unclear) return `${unclear === "web_page" ? "a web page, " : ""}which does not say whether it was done`;
	if (phrases.length > 0) return phrases.join(", ");
	if (status === 403 || status === 404) return "not found, or not visible to this key";
	if (status === 429) return "too many requests";
	if (status >= 300 && status < 400) return "a redirect, not followed: a key is sent only to its own host";
	return status < 300 ? "a status that the API does not document" : "";
}
function after(attempts) {
	return attempts > 1 ? `, after ${attempts} attempts` : "";
}

// src/report/explain/explain-vault.ts
/** Why a vault gave no key: each case in its own words, and none of the vault's. */
function explainVault(fact) {
	const { place } = fact;
	switch (fact.kind) {
		case "vault_key_missing": return GAPS[fact.gap](place);
		case "vault_login_refused": {
			const why = fact.phrases.map((phrase) => `: ${phrase}`).join("");
			return {
				message: `${place.address} refused the login${as(place)} (HTTP ${fact.status}${why})`,
				hint: "compare the role with this job: its audience, and \"bound_claims\" such as repository_id, environment and ref"
			};
		}
		case "vault_login_impossible": return LACKS[fact.lacks](place);
		case "vault_unread": {
			const who = fact.asked === "id_token" ? "no token from GitHub to log in with" : place.address;
			const what = {
				id_token: "",
				login: "the login",
				secret: `reading ${secretOf(place)}`
			}[fact.asked];
			return {
				message: `${who}: ${what === "" ? "" : `${what}: `}${describeEvidence(fact.evidence)}`,
				hint: hintForWay(fact.evidence) ?? (fact.asked === "id_token" ? RUN_AGAIN : `check that ${place.address} answers, then run again`)
			};
		}
		default: return unreachable(fact);
	}
}
const RUN_AGAIN = "run the job again";
const GAPS = {
	absent: (place) => ({
		message: `${place.address} has no secret ${secretOf(place)}`,
		hint: `write the key there: ${command(place, "put")}`
	}),
	deleted: (place) => ({
		message: `the newest version of the secret ${secretOf(place)} of ${place.address} is deleted`,
		hint: `undelete it, or write it anew: ${command(place, "put")}`
	}),
	forbidden: (place) => ({
		message: `${place.address} forbids${by(place)} to read the secret ${secretOf(place)}`,
		hint: `let a policy read "${place.mount}/data/${place.path}"`
	}),
	no_mount: (place) => ({
		message: `${place.address} has nothing mounted at "${place.mount}"`,
		hint: "correct \"mount\" of the vault; the path of a reference begins below it"
	}),
	no_namespace: (place) => ({
		message: `${place.address} has no namespace "${place.namespace ?? ""}"`,
		hint: "correct \"namespace\" of the vault"
	}),
	no_field: (place) => ({
		message: `the secret ${secretOf(place)} of ${place.address} has no field "${place.field}"`,
		hint: `add the field (${command(place, "patch")}), or correct "#${place.field}"`
	}),
	empty: (place) => ({
		message: `the field "${place.field}" of the secret ${secretOf(place)} of ${place.address} is empty`,
		hint: `write the key there: ${command(place, "patch")}`
	}),
	not_text: (place) => ({
		message: `the field "${place.field}" of the secret ${secretOf(place)} of ${place.address} is not a text`,
		hint: `write the key there: ${command(place, "patch")}`
	})
};
const LACKS = {
	no_id_token: ({ address }) => ({
		message: `nothing to log in with at ${address}: the job has no token of its own, and STORYSYNC_VAULT_TOKEN is not set`,
		hint: "give the job \"permissions: id-token: write\"; elsewhere set STORYSYNC_VAULT_TOKEN"
	}),
	no_token: ({ address }) => ({
		message: `nothing to log in with at ${address}: STORYSYNC_VAULT_TOKEN is not set`,
		hint: "set STORYSYNC_VAULT_TOKEN, or write auth: github-oidc"
	}),
	malformed: () => ({
		message: "STORYSYNC_VAULT_TOKEN contains a space, a line break or another character that no token has; it was not sent",
		hint: "set STORYSYNC_VAULT_TOKEN to the token alone, without quotes or other text"
	})
};
function secretOf({ mount, path }) {
	return `${mount}/${path}`;
}
function as({ role }) {
	return role === null ? "" : ` as "${role}"`;
}
function by({ role }) {
	return role === null ? " this token" : ` the role "${role}"`;
}
/** The value is read from the terminal: on a command line it would stay in a history. */
function command({ mount, path, field }, verb) {
	return `vault kv ${verb} -mount=${mount} ${path} ${field}=-`;
}

// src/report/explain/explain-destination.ts
const KEYS_SHOWN = 3;
/** Why nothing is known of a destination. */
function explainDestination(fact) {
	switch (fact.kind) {
		case "key_missing": return {
			message: `the environment variable ${fact.keyName} is ${fact.empty ? "empty" : "not set"}`,
			hint: `set ${fact.keyName} to an API key of the ${fact.of} tenant`
		};
		case "key_not_given": {
			const set = fact.inEnvironment ? "; it is set in the environment" : "";
			return {
				message: `${fact.keyName} is not in api-keys, and env-keys (${fact.envKeys.join(", ")}) does not name it${set}`,
				hint: `give ${fact.keyName} through api-keys, or list it in env-keys and set it in the environment`
			};
		}
		case "key_malformed": return {
			message: `${fact.keyName} contains a space, a line break or another character that no API key has; it was not sent`,
			hint: `set ${fact.keyName} to the API key alone, without quotes or other text`
		};
		case "vault_key_missing":
		case "vault_login_refused":
		case "vault_login_impossible":
		case "vault_unread": return explainVault(fact);
		case "destination_unreadable": return {
			message: describeTenantFailure(fact.failure),
			hint: hintForTenantFailure(fact.failure, {
				...fact,
				purpose: "read",
				of: "destination"
			})
		};
		case "given_to_vendor": return {
			message: `the manifest gives this destination to the vendor's own syncing (engine: native), so nothing is pushed there`,
			hint: "write engine: push to have storysync push there"
		};
		case "interrupted": return {
			message: "interrupted",
			hint: "run the same command again to continue"
		};
		case "story_file_unusable": return {
			message: `the file of story "${fact.key}" cannot be used: ${fact.at}: ${fact.finding.message}`,
			hint: fact.finding.hint ?? "fix the file"
		};
		case "waits_for_story_files": {
			const names = fact.keys.slice(0, KEYS_SHOWN).map((key) => `"${key}"`);
			const more = fact.keys.length > names.length ? ` and ${fact.keys.length - names.length} more` : "";
			return {
				message: `nothing is planned for this destination: it takes ${names.join(", ")}${more}, whose file cannot be used`,
				hint: "fix that file; destinations that do not take the story are not affected"
			};
		}
		default: return unreachable(fact);
	}
}

export { describeTenantFailure as n, hintForTenantFailure as r, explainDestination as t };