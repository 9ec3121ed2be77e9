import { a as ok, i as fail, o as unreachable, r as isObject, t as isLoopback } from "./loopback.js";
import { N as proxyFor, n as VERSION, r as openConnections } from "./connection-failure.js";
import { a as exchange, n as decideRetry, r as parseRetryAfter, t as DEFAULT_LIMITS } from "./limits.js";
import { i as masksFor, n as VAULT_TOKEN, r as ApiKey } from "./open-tokens.js";
import { r as pathFor } from "./vault.js";
import { t as pLimit } from "./p-limit.js";

// src/vault/ask.ts
const LIMITS = {
	...DEFAULT_LIMITS,
	attempts: 3,
	attemptsWhenLimited: 5,
	patienceMs: 3e4
};
const CONNECT_MS = 5e3;
const TIMES = {
	timeoutMs: 1e4,
	bodyDeadlineMs: 2e4
};
/** A secret of more fields than any vault takes. */
const MAX_BODY = 1048576;
/** One answer, after a few attempts. All that is asked here may be asked again: a token too many expires by itself. */
async function ask({ url, method, headers, body }, way) {
	const { dispatcher, clock, signal, random, proxy } = way;
	for (let attempt = 1;; attempt++) {
		if (signal?.aborted) return {
			kind: "silence",
			evidence: { seen: "never_sent" }
		};
		const reply = await exchange({
			url,
			method,
			headers: {
				...headers,
				accept: "application/json",
				"user-agent": `storysync/${VERSION}`,
				...body === void 0 ? {} : { "content-type": "application/json" }
			},
			...body === void 0 ? {} : { body: Buffer.from(JSON.stringify(body)) },
			...TIMES,
			maxBodyBytes: MAX_BODY,
			...signal === void 0 ? {} : { signal }
		}, dispatcher);
		const trouble = troubleOf(reply, clock);
		const decision = trouble && decideRetry({
			write: false,
			attempt,
			trouble,
			random: random()
		}, LIMITS);
		if (decision?.again !== true) return heard(reply, attempt, proxy);
		await clock.sleep(decision.afterMs, signal);
	}
}
function troubleOf(reply, clock) {
	if (reply.kind === "no_connection") return {
		kind: "network",
		sent: false,
		permanent: !reply.failure.passing
	};
	if (reply.kind === "broken") return {
		kind: "network",
		sent: true,
		permanent: reply.how === "too_large" || reply.how === "aborted"
	};
	if (reply.status < 300) return void 0;
	const retryAfterMs = parseRetryAfter(reply.retryAfter, clock.now().getTime());
	return {
		kind: "status",
		status: reply.status,
		...retryAfterMs === void 0 ? {} : { retryAfterMs }
	};
}
function heard(reply, attempts, proxy) {
	switch (reply.kind) {
		case "answer": return {
			kind: "answer",
			status: reply.status,
			text: new TextDecoder().decode(reply.body),
			attempts
		};
		case "no_connection": {
			const way = proxy === void 0 ? {} : { proxy };
			return {
				kind: "silence",
				evidence: {
					seen: "no_connection",
					connection: reply.failure,
					attempts,
					...way
				}
			};
		}
		case "broken": return {
			kind: "silence",
			evidence: {
				seen: reply.how,
				code: reply.code,
				attempts
			}
		};
	}
}
function oddStatus({ status, attempts }, phrases = []) {
	return {
		kind: "silence",
		evidence: {
			seen: "status",
			status,
			phrases,
			attempts
		}
	};
}
function oddBody(status, defect) {
	return {
		kind: "silence",
		evidence: {
			seen: "odd_body",
			status,
			defect
		}
	};
}

// src/vault/refusal.ts
/** What a job's token says of it: claims that a role may be bound on. */
const CLAIMS = new Set([
	"actor actor_id aud base_ref check_run_id enterprise enterprise_id environment environment_node_id event_name",
	"head_ref iss job_workflow_ref job_workflow_sha ref ref_protected ref_type repository repository_id",
	"repository_owner repository_owner_id repository_visibility run_attempt run_id run_number runner_environment sha",
	"sub workflow workflow_ref workflow_sha"
].flatMap((line) => line.split(" ")));
const CLAIM = /\bclaim "([a-z_]{1,40})"/;
const PHRASES = [
	[/role "[^"]*" could not be found/, "there is no such role"],
	[/missing role/, "it has no default role"],
	[/\(aud\) claim|audience claim/, "the audience is not one of the role"],
	[/\(exp\) claim|token is expired/, "the job's token is expired"],
	[/\(nbf\)|\(iat\)/, "the job's token is not valid yet: the clocks differ"],
	[/\(iss\) claim/, "the issuer is another"],
	[/signature/, "it does not know who signed the job's token"],
	[/namespace not found/, "there is no such namespace"],
	[/permission denied/, "permission denied"]
];
/** Of what a vault says at most words of our own: its answer may quote names, paths and claims. */
function readLoginRefusal(body) {
	const claim = CLAIM.exec(body)?.[1];
	if (claim !== void 0 && CLAIMS.has(claim)) return [`the claim "${claim}" is not as the role wants it`];
	const phrase = PHRASES.find(([said]) => said.test(body))?.[1];
	return phrase === void 0 ? [] : [phrase];
}
function readSilence(status, body) {
	return status === 503 && /\bsealed\b/.test(body) ? ["it is sealed"] : [];
}

// src/vault/client.ts
/** Requests in flight to one vault. */
const CONNECTIONS = 16;
/** A HashiCorp Vault or an OpenBao over HTTP: the login by JWT, KV version 2, and the end of a token. */
function openVault(options) {
	const { address, namespace, proxies, mask, clock, signal, random = Math.random } = options;
	const url = new URL(address);
	const dispatcher = openConnections(url, proxies, {
		connectMs: CONNECT_MS,
		connections: CONNECTIONS
	});
	const way = {
		dispatcher,
		proxy: proxyFor(proxies, url)?.variable,
		clock,
		random,
		signal
	};
	const spaced = namespace === void 0 ? {} : { "x-vault-namespace": namespace };
	const call = (path, { token, ...question }) => ask({
		...question,
		url: new URL(`${address}/v1/${path}`),
		headers: {
			"x-vault-request": "true",
			...spaced,
			...token === void 0 ? {} : { "x-vault-token": token }
		}
	}, path === REVOKE ? {
		...way,
		signal: void 0
	} : way);
	const session = (token, own) => Object.freeze({
		lifetimeMs: own.lifetimeMs,
		read: async (mount, path) => {
			const heard = await call(`${mount}/data/${path}`, {
				method: "GET",
				token
			});
			return heard.kind === "silence" ? fail(heard) : readSecret(heard);
		},
		revoke: own.revocable ? async () => {
			const heard = await call(REVOKE, {
				method: "POST",
				token
			});
			if (heard.kind === "silence") return fail(heard.evidence);
			return heard.status === 204 || heard.status === 200 ? ok(null) : fail(oddStatus(heard).evidence);
		} : null
	});
	return {
		logIn: async ({ authMount, role, jwt }) => {
			const body = {
				jwt,
				...role === void 0 ? {} : { role }
			};
			const heard = await call(`auth/${authMount}/login`, {
				method: "POST",
				body
			});
			if (heard.kind === "silence") return fail(heard);
			const { status, text } = heard;
			if (status === 400 || status === 403 || status === 404) return fail({
				kind: "refused",
				status,
				phrases: readLoginRefusal(errorsIn(text))
			});
			if (status !== 200) return fail(oddStatus(heard, readSilence(status, errorsIn(text))));
			const auth = objectIn(text)?.auth;
			const token = isObject(auth) ? auth.client_token : void 0;
			if (!isObject(auth) || typeof token !== "string" || !isToken(token)) return fail(oddBody(status, "no token of a login"));
			mask(token);
			return ok(session(token, {
				lifetimeMs: lifetimeOf(auth.lease_duration),
				revocable: auth.token_type !== "batch"
			}));
		},
		enter: (token) => {
			mask(token);
			return session(token, {
				lifetimeMs: void 0,
				revocable: false
			});
		},
		close: () => dispatcher.close()
	};
}
const REVOKE = "auth/token/revoke-self";
/** What a header can carry. */
function isToken(text) {
	return /^[!-~]{1,16384}$/.test(text);
}
function readSecret(heard) {
	const { status, text } = heard;
	if (status === 403) return fail({
		kind: "refused",
		gap: "forbidden"
	});
	if (status === 404) return fail({
		kind: "refused",
		gap: gapOf(text)
	});
	if (status !== 200) return fail(oddStatus(heard, readSilence(status, errorsIn(text))));
	const data = objectIn(text)?.data;
	const fields = isObject(data) ? data.data : void 0;
	return isObject(fields) ? ok(fields) : fail(notKv2(status));
}
function notKv2(status) {
	return oddBody(status, "no secret of a KV engine of version 2");
}
/** A secret that is not there, one that was deleted, and a path that leads nowhere have one status. */
function gapOf(text) {
	const said = errorsIn(text);
	if (/no handler for route/.test(said)) return "no_mount";
	if (/namespace not found/.test(said)) return "no_namespace";
	const data = objectIn(text)?.data;
	return isObject(data) && isObject(data.metadata) ? "deleted" : "absent";
}
/** All that it says of an error, to be searched for words that we know. */
function errorsIn(text) {
	const errors = objectIn(text)?.errors;
	return Array.isArray(errors) ? errors.filter((each) => typeof each === "string").join("\n") : "";
}
function lifetimeOf(seconds) {
	return typeof seconds === "number" && seconds > 0 ? seconds * 1e3 : void 0;
}
function objectIn(text) {
	try {
		const value = JSON.parse(text);
		return isObject(value) ? value : void 0;
	} catch {
		return;
	}
}

// src/vault/id-token.ts
/** The token of a job with the permission `id-token: write`, as GitHub documents how to ask for it. */
function githubIdTokens({ environment, proxies, mask, clock, signal }) {
	return async (audience) => {
		const { ACTIONS_ID_TOKEN_REQUEST_URL: address, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = environment;
		const url = address ? URL.parse(address) : null;
		if (url === null || !bearer || !isSafe(url)) return fail({ kind: "not_offered" });
		mask(bearer);
		if (audience !== void 0) url.searchParams.set("audience", audience);
		const dispatcher = openConnections(url, proxies, { connectMs: CONNECT_MS });
		const way = {
			dispatcher,
			proxy: proxyFor(proxies, url)?.variable,
			clock,
			signal,
			random: Math.random
		};
		try {
			const heard = await ask({
				url,
				method: "GET",
				headers: { authorization: `Bearer ${bearer}` }
			}, way);
			if (heard.kind === "silence") return fail(heard);
			if (heard.status !== 200) return fail(oddStatus(heard));
			const token = tokenIn(heard.text);
			if (token === void 0) return fail(oddBody(heard.status, "no token of a job"));
			mask(token);
			return ok(token);
		} finally {
			await dispatcher.close();
		}
	};
}
/** The bearer travels along; http is for this machine alone. */
function isSafe({ protocol, hostname }) {
	return protocol === "https:" || protocol === "http:" && isLoopback(hostname);
}
function tokenIn(text) {
	try {
		const answer = JSON.parse(text);
		const value = typeof answer === "object" && answer !== null && "value" in answer ? answer.value : void 0;
		return typeof value === "string" && /^[\w-]+\.[\w-]+\.[\w-]+$/.test(value) ? value : void 0;
	} catch {
		return;
	}
}

// src/keys/vault-line.ts
/** Secrets that are read side by side. */
const SIDE_BY_SIDE = 16;
/** After so many in a row without an answer nobody else waits for one. */
const GIVEN_UP_AFTER = 3;
/** Of the lifetime of a token; then the run logs in anew. */
const USED_FOR = .8;
/** The way to one vault for one run: logged in when the first secret is asked for, and no more often than a token lasts. */
var VaultLine = class {
	#vault;
	#options;
	#door;
	#limit = pLimit(SIDE_BY_SIDE);
	#login;
	#silent = 0;
	#lastSilence;
	constructor(vault, options) {
		this.#vault = vault;
		this.#options = options;
		this.#door = options.openDoor(vault);
	}
	read(path) {
		return this.#limit(async () => {
			if (this.#lastSilence !== void 0 && this.#silent >= GIVEN_UP_AFTER) return fail(this.#lastSilence);
			const session = await this.#session();
			if (!session.ok) return session;
			const secret = await session.value.read(this.#vault.mount, path);
			this.#silent = !secret.ok && secret.error.kind === "silence" ? this.#silent + 1 : 0;
			if (secret.ok) return secret;
			if (secret.error.kind === "refused") return fail(secret.error);
			this.#lastSilence = {
				kind: "vault_unread",
				asked: "secret",
				evidence: secret.error.evidence
			};
			return fail(this.#lastSilence);
		});
	}
	async close() {
		await this.#login?.session;
		await this.#door.close();
	}
	/** The login in progress, so that its token is known. */
	async settled() {
		await this.#login?.session;
	}
	async #session() {
		const { clock } = this.#options;
		if (this.#login === void 0 || clock.elapsed() >= this.#login.until) {
			const login = {
				session: this.#enter(),
				until: Number.POSITIVE_INFINITY
			};
			this.#login = login;
			const begun = clock.elapsed();
			const session = await login.session;
			const lifetime = session.ok ? session.value.lifetimeMs : void 0;
			if (lifetime !== void 0) login.until = begun + lifetime * USED_FOR;
		}
		return this.#login.session;
	}
	async #enter() {
		const { auth, audience, authMount, roles, address } = this.#vault;
		const { givenToken, access, idToken, tokens } = this.#options;
		if (auth === "token") return this.#withGiven(givenToken, "no_token");
		const jwt = await idToken(audience);
		if (!jwt.ok) {
			if (jwt.error.kind === "not_offered") return this.#withGiven(givenToken, "no_id_token");
			return fail({
				kind: "vault_unread",
				asked: "id_token",
				evidence: jwt.error.evidence
			});
		}
		const session = await this.#door.logIn({
			authMount,
			role: roles[access],
			jwt: jwt.value
		});
		if (!session.ok) {
			if (session.error.kind === "refused") return fail({
				...session.error,
				kind: "vault_login_refused"
			});
			return fail({
				kind: "vault_unread",
				asked: "login",
				evidence: session.error.evidence
			});
		}
		tokens.add(address, session.value);
		return session;
	}
	#withGiven(given, lacks) {
		if (given === void 0 || given === "") return fail({
			kind: "vault_login_impossible",
			lacks
		});
		if (!/^[!-~]+$/.test(given)) return fail({
			kind: "vault_login_impossible",
			lacks: "malformed"
		});
		return ok(this.#door.enter(given));
	}
};

// src/keys/vault-keys.ts
/** Keys of variables as they are, and those of a vault on demand: one request for each place there, and none for the rest. */
function openVaultKeys(named, options) {
	const lines = /* @__PURE__ */ new Map();
	const found = /* @__PURE__ */ new Map();
	const lineTo = ({ vault }) => {
		const id = JSON.stringify(vault);
		const line = lines.get(id) ?? new VaultLine(vault, options);
		lines.set(id, line);
		return line;
	};
	const find = async (key) => {
		const place = placeOf(key, options);
		const secret = await lineTo(key).read(place.path);
		return secret.ok ? keyIn(secret.value, place, options.mask) : fail(explain(secret.error, place));
	};
	return {
		keyOf: async (use) => {
			const { vaultKey } = use;
			if (vaultKey === void 0) return named(use);
			const id = JSON.stringify(vaultKey);
			const known = found.get(id) ?? find(vaultKey);
			found.set(id, known);
			return known;
		},
		close: async () => {
			for (const line of lines.values()) await line.settled();
			const left = await options.tokens.revokeAll();
			for (const line of lines.values()) await line.close();
			return left.map(({ address, lifetimeMs }) => ({
				code: "RUN070",
				severity: "warning",
				message: `${address} did not confirm that the token of this run is revoked; it is valid ${lifetimeMs === void 0 ? "until it expires" : `for ${Math.ceil(lifetimeMs / 6e4)} minutes after the login`}`,
				hint: "nothing else is affected; keep \"token_ttl\" of the role short"
			}));
		}
	};
}
function placeOf(key, { access, givenToken }) {
	const { vault, field } = key;
	const path = pathFor(key, access);
	const given = vault.auth === "token" && givenToken !== void 0;
	return {
		keyName: `vault:${path}#${field}`,
		address: vault.address,
		mount: vault.mount,
		namespace: vault.namespace ?? null,
		path,
		field,
		role: given ? null : vault.roles[access] ?? null
	};
}
function keyIn(secret, place, mask) {
	const value = Object.hasOwn(secret, place.field) ? secret[place.field] : void 0;
	if (value === void 0) return fail({
		kind: "vault_key_missing",
		place,
		gap: "no_field"
	});
	if (typeof value !== "string") return fail({
		kind: "vault_key_missing",
		place,
		gap: "not_text"
	});
	for (const each of masksFor(/* @__PURE__ */ new Map([[place.keyName, value]]))) mask(each);
	const text = value.trim();
	if (text === "") return fail({
		kind: "vault_key_missing",
		place,
		gap: "empty"
	});
	const key = ApiKey.from(text);
	return key === void 0 ? fail({
		kind: "key_malformed",
		keyName: place.keyName
	}) : ok(key);
}
function explain(unanswered, place) {
	switch (unanswered.kind) {
		case "refused": return {
			kind: "vault_key_missing",
			place,
			gap: unanswered.gap
		};
		case "vault_login_refused":
		case "vault_login_impossible": return {
			...unanswered,
			place
		};
		case "vault_unread": {
			const { seen } = unanswered.evidence;
			return seen === "aborted" || seen === "never_sent" ? { kind: "interrupted" } : {
				...unanswered,
				place
			};
		}
		default: return unreachable(unanswered);
	}
}

// src/keys/key-ring.ts
/** The keys of one run: of variables, and of a vault over the network where the manifest names one. */
function openKeyRing(named, options) {
	const { environment, signal, ...shared } = options;
	const way = {
		...shared,
		signal
	};
	return openVaultKeys(named, {
		...shared,
		openDoor: ({ address, namespace }) => openVault({
			...way,
			address,
			namespace
		}),
		idToken: githubIdTokens({
			...way,
			environment
		}),
		givenToken: environment[VAULT_TOKEN]?.trim()
	});
}

export { openKeyRing };