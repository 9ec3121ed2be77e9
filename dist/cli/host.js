import { S as isLoopback, T as pathFor, b as isArray, r as parseJson, t as parseStory, v as systemClock, x as isObject } from "./read.js";
import { i as unreachable, n as fail, r as ok, t as require_dist } from "./dist.js";
import { a as readProxies, i as proxyFor, n as openConnections, t as connectionFailure } from "./connection-failure.js";
import { n as budgetsAt, t as VENDOR_BUDGETS } from "./budget.js";
import { i as VERSION, n as processTerminal } from "./terminal.js";
import "./key-name.js";
import { t as pLimit } from "./p-limit.js";
import { t as openTenants } from "./tenants.js";
import { t as printable } from "./printable.js";

// src/tenant/address.ts
var import_dist = require_dist();
/** This machine, as the manifest's rules know it; a URL parser has brought the host into its one written form. */
const LOOPBACK = /^(localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/;
/**
* Turns calls into URLs of one tenant and of nowhere else: the key that goes along is bound to this host.
* Takes the tenant URL as the manifest holds it; one that the manifest's rules refuse is a bug here.
*/
function addressesOf(tenantUrl) {
	const tenant = new URL(tenantUrl);
	if (!(tenant.protocol === "https:" || tenant.protocol === "http:" && LOOPBACK.test(tenant.hostname))) throw new Error("A tenant URL must be https (http only on this machine).");
	if (tenant.username !== "" || tenant.password !== "" || tenant.search !== "" || tenant.hash !== "") throw new Error("A tenant URL holds a host and a path, nothing else.");
	const prefix = `${tenant.pathname.replace(/(?<!\/)\/+$/, "")}/api/v1`;
	return ({ path, query }) => {
		const url = new URL(`${tenant.origin}${prefix}${path}`);
		for (const [name, value] of Object.entries(query ?? {})) url.searchParams.set(name, String(value));
		if (!path.startsWith("/") || url.origin !== tenant.origin || url.pathname !== `${prefix}${path}`) throw new Error(`Internal error: ${path} leaves the tenant.`);
		return url;
	};
}

// src/tenant/refusal.ts
/**
* Reads a tenant's error body for phrases we know. Nothing of the tenant's text is ever passed on: a body can hold
* keys, addresses and customer data. What comes out is composed of the words of the two lists below, and of nothing else.
*/
const PHRASES$1 = [
	[/can(?:'|\u2019|no)?t be blank|is required|is missing/i, "can't be blank"],
	[/already (?:been taken|exists)|must be unique/i, "has already been taken"],
	[/must exist|does(?: not|n't) exist/i, "must exist"],
	[/is too long/i, "is too long"],
	[/is too short/i, "is too short"],
	[/is invalid|is not valid/i, "is invalid"],
	[/is not included in the list/i, "is not included in the list"],
	[/can(?:not|'t) be changed/i, "cannot be changed"],
	[/not found/i, "not found"],
	[/is locked/i, "is locked"],
	[/change control/i, "change control"],
	[/unknown (?:key|parameter|field)|unpermitted/i, "unknown parameter"],
	[/rate limit|too many requests/i, "rate limit"],
	[/(?:not|un)authori[sz]ed|forbidden|permission/i, "not permitted"]
];
const FIELDS = [
	[/origin story identifier/i, "origin_story_identifier"],
	[/schema version/i, "schema_version"],
	[/fixed values?/i, "fixed_values"],
	[/result type/i, "result_type"],
	[/record types?/i, "record type"],
	[/record fields?/i, "record field"],
	[/\bnew name\b/i, "new_name"],
	[/\bcredentials?\b/i, "credential"],
	[/\bresources?\b/i, "resource"],
	[/\bfolders?\b/i, "folder"],
	[/\bteams?\b/i, "team"],
	[/\btags?\b/i, "tag"],
	[/\bguids?\b/i, "guid"],
	[/\boptions\b/i, "options"],
	[/\blinks?\b/i, "link"],
	[/\b(?:agents?|actions?)\b/i, "agent"],
	[/\bmode\b/i, "mode"],
	[/\bname\b/i, "name"],
	[/\bstor(?:y|ies)\b/i, "story"]
];
/** Errors are short; what stands further down is not worth reading. */
const LONGEST_BODY = 65536;
const LONGEST_STATEMENT = 500;
const MOST_STATEMENTS = 50;
const MOST_FINDINGS = 3;
/** Composed words such as `tag "must exist"`; none when the body says nothing we know. */
function readRefusal(body) {
	const findings = /* @__PURE__ */ new Set();
	for (const statement of statementsOf(body.slice(0, LONGEST_BODY))) {
		const text = statement.slice(0, LONGEST_STATEMENT).replaceAll(/[_.\-"[\]]+/g, " ");
		const phrase = PHRASES$1.find(([pattern]) => pattern.test(text))?.[1];
		if (phrase === void 0) continue;
		const field = FIELDS.find(([pattern]) => pattern.test(text))?.[1];
		findings.add(field === void 0 ? `"${phrase}"` : `${field} "${phrase}"`);
		if (findings.size === MOST_FINDINGS) break;
	}
	return [...findings];
}
/** Bodies come as objects, lists or plain text, by endpoint; each says a thing per entry. */
function statementsOf(body) {
	const statements = [];
	try {
		collect(JSON.parse(body), "", 0, statements);
	} catch {
		return body.split("\n", MOST_STATEMENTS);
	}
	return statements;
}
function collect(value, context, depth, into) {
	if (depth > 5 || into.length >= MOST_STATEMENTS) return;
	if (typeof value === "string") into.push(`${context} ${value}`);
	else if (Array.isArray(value)) for (const entry of value) collect(entry, context, depth + 1, into);
	else if (typeof value === "object" && value !== null) {
		const entries = Object.entries(value);
		const strings = entries.filter(([, entry]) => typeof entry === "string");
		if (strings.length > 1) into.push(`${context} ${strings.map(([, entry]) => entry).join(" ")}`);
		else for (const [key, entry] of strings) into.push(`${context} ${key} ${entry}`);
		for (const [key, entry] of entries) if (typeof entry !== "string") collect(entry, `${context} ${key}`, depth + 1, into);
	}
}

// src/tenant/failure.ts
/** A read never has an effect. */
function failure(asked, kind, evidence, effect) {
	return {
		kind,
		request: asked.request,
		evidence,
		effect: asked.write ? effect : "none"
	};
}
/** Decides on the status alone; of a refusal's body at most a few words from a closed list are told. */
function statusFailure(asked, { status, body, attempts }) {
	const page = looksLikeHtml(body);
	const unclear = asked.write && status !== 429 && (TOO_EARLY.has(status) || page);
	const kind = unclear ? "unavailable" : kindOf(status);
	const phrases = kind === "rejected" ? readRefusal(body) : [];
	const effect = status >= 400 && status < 500 && status !== 429 && !unclear ? "none" : "possible";
	const evidence = {
		seen: "status",
		status,
		phrases,
		attempts
	};
	const doubt = unclear ? { unclear: page ? "web_page" : "status" } : {};
	return failure(asked, kind, {
		...evidence,
		...doubt
	}, effect);
}
/** Statuses of something in between, or of too early: the tenant may be at work on a write all the same. */
const TOO_EARLY = /* @__PURE__ */ new Set([
	408,
	409,
	425
]);
/** Sign-in pages and proxies answer in HTML. */
function looksLikeHtml(text) {
	return text.trimStart().startsWith("<");
}
function kindOf(status) {
	if (status === 401) return "unauthorized";
	if (status === 403 || status === 404) return "not_found";
	if (status === 429) return "rate_limited";
	if (status >= 500) return "unavailable";
	if (status >= 400) return "rejected";
	return status >= 300 ? "redirected" : "malformed";
}
const BREAKS = {
	broke: "unreachable",
	timeout: "timeout",
	too_large: "malformed",
	aborted: "aborted"
};
/** A connection that stood, so that the request may have been carried out. */
function breakFailure(asked, { how, code, attempts }) {
	return failure(asked, BREAKS[how], {
		seen: how,
		code,
		attempts
	}, "possible");
}
function withoutConnection(asked, connection, { attempts, proxy }) {
	return failure(asked, "unreachable", {
		seen: "no_connection",
		connection,
		attempts,
		...proxy === void 0 ? {} : { proxy }
	}, "none");
}

// src/tenant/body-bytes.ts
const FIRST = 16384;
/** A body as it comes. It is copied together at once: whoever sends it byte by byte makes no object of each. */
var BodyBytes = class {
	#room = Buffer.alloc(0);
	#length = 0;
	get length() {
		return this.#length;
	}
	/** Bytes that are kept for it, at most twice its own. */
	get room() {
		return this.#room.length;
	}
	add(chunk) {
		const length = this.#length + chunk.byteLength;
		if (length > this.#room.length) {
			const room = Buffer.allocUnsafe(Math.max(FIRST, length, this.#room.length * 2));
			room.set(this.#room.subarray(0, this.#length));
			this.#room = room;
		}
		this.#room.set(chunk, this.#length);
		this.#length = length;
	}
	bytes() {
		return this.#room.subarray(0, this.#length);
	}
};

// src/tenant/edit-stamp.ts
/** The vendor's stamps have whole seconds; the other one is for clocks of one tenant that are not quite the same. */
const OLD_ENOUGH_MS = 2e3;
/**
* Whether no later edit can carry this time stamp. One in the second of our push would look like the push, so a stamp
* must have been old already when it was read, by the tenant's own clock. A tenant that does not tell the time gives
* no such proof.
*/
function isTrustedStamp(editedAt, readAt) {
	return readAt !== void 0 && readAt - Date.parse(editedAt) >= OLD_ENOUGH_MS;
}
/** The earliest time, by the tenant's clock, at which it can have looked: its `Date`, less the time that the answer took. */
function readTime(date, tookMs) {
	const answered = typeof date === "string" ? Date.parse(date) : NaN;
	return Number.isNaN(answered) ? void 0 : answered - tookMs;
}

// src/tenant/http.ts
/** Error bodies are read for a few known phrases only. */
const ERROR_BODY_BYTES = 65536;
/** One exchange, one attempt. Redirects are not followed. */
function exchange(wanted, dispatcher) {
	const { url, method, headers, body, timeoutMs, bodyDeadlineMs, signal } = wanted;
	if (signal?.aborted) return Promise.resolve(ABORTED);
	const { promise, resolve, reject } = Promise.withResolvers();
	const handler = new ExchangeHandler(wanted, resolve, reject);
	const abort = () => handler.end(ABORTED);
	signal?.addEventListener("abort", abort);
	const whole = setTimeout(() => handler.end(TIMEOUT), timeoutMs + bodyDeadlineMs);
	dispatcher.dispatch({
		origin: url.origin,
		path: `${url.pathname}${url.search}`,
		method,
		headers,
		body: body ?? null,
		headersTimeout: timeoutMs,
		bodyTimeout: timeoutMs
	}, handler);
	return promise.finally(() => {
		clearTimeout(whole);
		signal?.removeEventListener("abort", abort);
	});
}
const ABORTED = {
	kind: "broken",
	how: "aborted",
	code: ""
};
const TIMEOUT = {
	kind: "broken",
	how: "timeout",
	code: ""
};
const TOO_LARGE = {
	kind: "broken",
	how: "too_large",
	code: ""
};
/** Takes the answer as it comes from the wire: a stream for each would cost more than all the rest of a call. */
var ExchangeHandler = class {
	#wanted;
	#resolve;
	#reject;
	#started = performance.now();
	#body = new BodyBytes();
	#controller;
	#head;
	#deadline = Number.POSITIVE_INFINITY;
	#ended = false;
	constructor(wanted, resolve, reject) {
		this.#wanted = wanted;
		this.#resolve = resolve;
		this.#reject = reject;
	}
	/** The first end counts; what is still under way is broken off. */
	end(reply) {
		if (this.#ended) return;
		this.#ended = true;
		this.#resolve(reply);
		this.#controller?.abort(/* @__PURE__ */ new Error("no longer wanted"));
	}
	onRequestStart(controller) {
		this.#controller = controller;
		if (this.#ended) controller.abort(/* @__PURE__ */ new Error("no longer wanted"));
	}
	onResponseStart(_, status, headers) {
		if (status < 200) return;
		const retryAfter = headers["retry-after"];
		this.#head = {
			status,
			retryAfter: Array.isArray(retryAfter) ? retryAfter[0] : retryAfter,
			readAt: readTime(headers.date, performance.now() - this.#started)
		};
		this.#deadline = performance.now() + this.#wanted.bodyDeadlineMs;
	}
	onResponseData(_, chunk) {
		if (this.#ended || this.#head === void 0) return;
		const isLate = performance.now() > this.#deadline;
		if (isGood(this.#head)) {
			if (this.#body.length + chunk.byteLength > this.#wanted.maxBodyBytes) this.end(TOO_LARGE);
			else if (isLate) this.end(TIMEOUT);
			else this.#body.add(chunk);
			return;
		}
		this.#body.add(chunk);
		if (this.#body.length > ERROR_BODY_BYTES || isLate) this.end(this.#answer(this.#head));
	}
	onResponseEnd() {
		this.#controller = void 0;
		const head = this.#head;
		if (head !== void 0) queueMicrotask(() => setImmediate(() => this.end(this.#answer(head))));
	}
	onResponseError(_, error) {
		this.#controller = void 0;
		const refused = this.#head !== void 0 && !isGood(this.#head) ? this.#head : void 0;
		const reply = refused === void 0 ? classify(error) : this.#answer(refused);
		if (reply === void 0) this.#reject(error);
		else this.end(reply);
	}
	#answer(head) {
		return {
			kind: "answer",
			...head,
			body: this.#body.bytes()
		};
	}
};
function isGood({ status }) {
	return status >= 200 && status <= 299;
}
const TIMEOUTS = /* @__PURE__ */ new Set(["UND_ERR_HEADERS_TIMEOUT", "UND_ERR_BODY_TIMEOUT"]);
/** We built the request wrongly, or used a closed client: a bug, not a failure of the tenant. */
const OURS = /* @__PURE__ */ new Set([
	"UND_ERR_INVALID_ARG",
	"UND_ERR_INVALID_RETURN_VALUE",
	"UND_ERR_CLOSED"
]);
/** Undefined for what is no failure of the tenant or of the way to it. */
function classify(error) {
	const failure = connectionFailure(error);
	if (failure !== void 0) return {
		kind: "no_connection",
		failure
	};
	const code = codeOf(error);
	if (!/^[A-Z][A-Z0-9_]+$/.test(code) || OURS.has(code)) return void 0;
	return {
		kind: "broken",
		how: TIMEOUTS.has(code) ? "timeout" : "broke",
		code
	};
}
function codeOf(error) {
	return error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : "";
}

// node_modules/p-queue/dist/lower-bound.js
function lowerBound(array, value, comparator) {
	let first = 0;
	let count = array.length;
	while (count > 0) {
		const step = Math.trunc(count / 2);
		let it = first + step;
		if (comparator(array[it], value) <= 0) {
			first = ++it;
			count -= step + 1;
		} else count = step;
	}
	return first;
}

// node_modules/p-queue/dist/priority-queue.js
const compactionThreshold = 100;
var PriorityQueue = class {
	#queue = [];
	#head = 0;
	#compact() {
		if (this.#head === 0) return;
		this.#queue.splice(0, this.#head);
		this.#head = 0;
	}
	#findIndex(isMatch) {
		for (let index = this.#head; index < this.#queue.length; index++) if (isMatch(this.#queue[index])) return index;
		return -1;
	}
	#removeFirst() {
		const item = this.#queue[this.#head];
		this.#queue[this.#head] = void 0;
		this.#head++;
		if (this.#head === this.#queue.length) {
			this.#queue.length = 0;
			this.#head = 0;
		} else if (this.#head > compactionThreshold && this.#head > this.#queue.length / 2) this.#compact();
		return item.run;
	}
	enqueue(run, options) {
		const { priority = 0, id } = options ?? {};
		const { size } = this;
		const element = {
			priority,
			id,
			run
		};
		if (size === 0) {
			this.#queue.length = 0;
			this.#head = 0;
			this.#queue.push(element);
			return;
		}
		if (this.#queue.at(-1).priority >= priority) {
			this.#queue.push(element);
			return;
		}
		this.#compact();
		const index = lowerBound(this.#queue, element, (a, b) => a.priority === b.priority ? 0 : b.priority - a.priority);
		this.#queue.splice(index, 0, element);
	}
	setPriority(id, priority) {
		const index = this.#findIndex((element) => element.id === id);
		if (index === -1) throw new ReferenceError(`No promise function with the id "${id}" exists in the queue.`);
		if (this.#queue[index].priority === priority) return;
		const [item] = this.#queue.splice(index, 1);
		this.enqueue(item.run, {
			priority,
			id
		});
	}
	remove(idOrRun) {
		const index = this.#findIndex((element) => (typeof idOrRun === "string" ? element.id : element.run) === idOrRun);
		if (index === this.#head) this.#removeFirst();
		else if (index !== -1) this.#queue.splice(index, 1);
	}
	dequeue() {
		return this.#head === this.#queue.length ? void 0 : this.#removeFirst();
	}
	filter(options) {
		const result = [];
		for (let index = this.#head; index < this.#queue.length; index++) {
			const element = this.#queue[index];
			if (element.priority === options.priority) result.push(element.run);
		}
		return result;
	}
	get size() {
		return this.#queue.length - this.#head;
	}
};

// node_modules/p-queue/dist/index.js
const maximumTimerDelay = 2147483647;
const asyncHooks = globalThis.process?.getBuiltinModule?.("node:async_hooks");
const bindAsyncContext = (function_) => {
	if (asyncHooks === void 0) return function_;
	const asyncResource = new asyncHooks.AsyncResource("PQueueTask");
	return () => asyncResource.runInAsyncScope(function_);
};
const validateTimeout = (timeout) => {
	if (timeout !== void 0 && !(Number.isFinite(timeout) && timeout > 0 && timeout <= maximumTimerDelay)) throw new TypeError(`Expected \`timeout\` to be a positive finite number up to ${maximumTimerDelay}, got \`${timeout}\` (${typeof timeout})`);
};
const validateLimit = (name, value) => {
	if (!(typeof value === "number" && value >= 1 && (value === Infinity || Number.isInteger(value)))) throw new TypeError(`Expected \`${name}\` to be an integer from 1 and up or \`Infinity\`, got \`${String(value)}\` (${typeof value})`);
};
const validateRateLimit = (interval, intervalCap, isStrict) => {
	validateLimit("intervalCap", intervalCap);
	if (!(Number.isFinite(interval) && interval >= 0)) throw new TypeError(`Expected \`interval\` to be a finite number >= 0, got \`${String(interval)}\` (${typeof interval})`);
	if (intervalCap !== Infinity && interval > maximumTimerDelay) throw new TypeError(`Expected \`interval\` to be at most ${maximumTimerDelay} with an \`intervalCap\`, got \`${interval}\``);
	if (isStrict && interval === 0) throw new TypeError("The `strict` option requires a non-zero `interval`");
	if (isStrict && intervalCap === Infinity) throw new TypeError("The `strict` option requires a finite `intervalCap`");
};
/**
Promise queue with concurrency control.

The queue is an `EventTarget`. Listen with `queue.addEventListener(event, listener)`, and stop with `queue.removeEventListener(event, listener)`. The options `{once: true}` and `{signal}` work too. The `completed` and `error` events have the result or the error in `event.detail`. If the result or the error is `undefined`, `event.detail` is `null`, because `CustomEvent` works that way.
*/
var PQueue = class extends EventTarget {
	#carryoverIntervalCount;
	#isIntervalIgnored;
	#intervalCount = 0;
	#intervalCap;
	#rateLimitedInInterval = false;
	#rateLimitFlushScheduled = false;
	#interval;
	#intervalEnd = 0;
	#intervalId;
	#timeoutId;
	#strict;
	#strictTicks = [];
	#strictTicksStartIndex = 0;
	#queue;
	#queueClass;
	#pending = 0;
	#concurrency;
	#isPaused;
	#idAssigner = 1n;
	#runningTasks = /* @__PURE__ */ new Set();
	#abortListeners = /* @__PURE__ */ new Map();
	#waitingTasks = /* @__PURE__ */ new Set();
	#timeout;
	constructor(options) {
		super();
		globalThis.process?.getBuiltinModule?.("node:events")?.setMaxListeners(Infinity, this);
		const { carryoverIntervalCount = false, intervalCap = Infinity, interval = 0, concurrency = Infinity, autoStart = true, queueClass = PriorityQueue, strict = false, timeout } = options ?? {};
		validateRateLimit(interval, intervalCap, strict);
		this.#carryoverIntervalCount = carryoverIntervalCount;
		this.#isIntervalIgnored = intervalCap === Infinity || interval === 0;
		this.#intervalCap = intervalCap;
		this.#interval = interval;
		this.#strict = strict;
		this.#queueClass = queueClass;
		this.#queue = new this.#queueClass();
		this.concurrency = concurrency;
		this.timeout = timeout;
		this.#isPaused = !autoStart;
		this.#setupRateLimitTracking();
	}
	#onAbort(signal, callback) {
		let listener = this.#abortListeners.get(signal);
		if (!listener) {
			const callbacks = /* @__PURE__ */ new Set();
			const dispatch = () => {
				this.#abortListeners.delete(signal);
				for (const abortCallback of callbacks) abortCallback();
			};
			listener = {
				callbacks,
				dispatch
			};
			this.#abortListeners.set(signal, listener);
			signal.addEventListener("abort", dispatch, { once: true });
		}
		const currentListener = listener;
		currentListener.callbacks.add(callback);
		return () => {
			currentListener.callbacks.delete(callback);
			if (currentListener.callbacks.size > 0 || this.#abortListeners.get(signal) !== currentListener) return;
			this.#abortListeners.delete(signal);
			signal.removeEventListener("abort", currentListener.dispatch);
		};
	}
	#emit(event, detail) {
		this.dispatchEvent(new CustomEvent(event, { detail }));
	}
	async #onEvent(events, shouldHandle) {
		const eventList = Array.isArray(events) ? events : [events];
		return new Promise((resolve) => {
			const controller = new AbortController();
			const listener = () => {
				if (shouldHandle && !shouldHandle()) return;
				controller.abort();
				resolve();
			};
			for (const event of eventList) this.addEventListener(event, listener, { signal: controller.signal });
		});
	}
	get #isRateLimitedNow() {
		if (this.#isIntervalIgnored || this.#queue.size === 0) return false;
		const now = Date.now();
		if (this.#strict) {
			this.#cleanupStrictTicks(now);
			return this.#getActiveTicksCount() >= this.#intervalCap;
		}
		return (this.#intervalId === void 0 && this.#intervalEnd <= now ? this.#intervalCountAtWindowStart : this.#intervalCount) >= this.#intervalCap;
	}
	get #intervalCountAtWindowStart() {
		return this.#carryoverIntervalCount ? this.#pending : 0;
	}
	#updateRateLimitState() {
		const shouldBeRateLimited = this.#isRateLimitedNow;
		if (shouldBeRateLimited === this.#rateLimitedInInterval) return;
		this.#rateLimitedInInterval = shouldBeRateLimited;
		this.#emit(shouldBeRateLimited ? "rateLimit" : "rateLimitCleared");
	}
	#rollbackIntervalConsumption() {
		if (this.#isIntervalIgnored) return;
		this.#rollbackIntervalSlot();
		this.#scheduleRateLimitUpdate();
	}
	#scheduleRateLimitUpdate() {
		if (this.#isIntervalIgnored || this.#rateLimitFlushScheduled) return;
		this.#rateLimitFlushScheduled = true;
		queueMicrotask(() => {
			this.#rateLimitFlushScheduled = false;
			this.#updateRateLimitState();
		});
	}
	#setupRateLimitTracking() {
		if (this.#isIntervalIgnored) return;
		this.addEventListener("add", () => {
			if (this.#queue.size > 0) this.#scheduleRateLimitUpdate();
		});
		this.addEventListener("next", () => {
			this.#scheduleRateLimitUpdate();
		});
	}
	#cleanupStrictTicks(now) {
		while (this.#strictTicksStartIndex < this.#strictTicks.length) {
			const oldestTick = this.#strictTicks[this.#strictTicksStartIndex];
			if (oldestTick !== void 0 && now - oldestTick >= this.#interval) this.#strictTicksStartIndex++;
			else break;
		}
		if (!(this.#strictTicksStartIndex > 100 && this.#strictTicksStartIndex > this.#strictTicks.length / 2 || this.#strictTicksStartIndex === this.#strictTicks.length)) return;
		this.#strictTicks = this.#strictTicks.slice(this.#strictTicksStartIndex);
		this.#strictTicksStartIndex = 0;
	}
	#consumeIntervalSlot(now) {
		if (this.#strict) this.#strictTicks.push(now);
		else this.#intervalCount++;
	}
	#rollbackIntervalSlot() {
		if (this.#strict) {
			if (this.#strictTicks.length > this.#strictTicksStartIndex) this.#strictTicks.pop();
			return;
		}
		if (this.#intervalCount > 0) this.#intervalCount--;
	}
	#getActiveTicksCount() {
		return this.#strictTicks.length - this.#strictTicksStartIndex;
	}
	get #doesIntervalAllowAnother() {
		if (this.#isIntervalIgnored) return true;
		return (this.#strict ? this.#getActiveTicksCount() : this.#intervalCount) < this.#intervalCap;
	}
	get #doesConcurrentAllowAnother() {
		return this.#pending < this.#concurrency;
	}
	#next() {
		this.#pending--;
		if (this.#pending === 0) this.#emit("pendingZero");
		this.#processQueue();
		this.#emit("next");
	}
	#onResumeInterval() {
		this.#timeoutId = void 0;
		this.#onInterval();
		if (!this.#isPaused) this.#initializeIntervalIfNeeded();
	}
	#isIntervalPausedAt(now) {
		if (this.#strict) {
			this.#cleanupStrictTicks(now);
			if (this.#getActiveTicksCount() >= this.#intervalCap) {
				const oldestTick = this.#strictTicks[this.#strictTicksStartIndex];
				const delay = this.#interval - (now - oldestTick);
				this.#createIntervalTimeout(delay);
				return true;
			}
			return false;
		}
		if (this.#intervalId === void 0) {
			const delay = this.#intervalEnd - now;
			if (delay <= 0) this.#intervalCount = this.#intervalCountAtWindowStart;
			else {
				this.#createIntervalTimeout(delay);
				return true;
			}
		}
		return false;
	}
	#createIntervalTimeout(delay) {
		if (this.#timeoutId !== void 0) return;
		this.#timeoutId = setTimeout(() => {
			this.#onResumeInterval();
		}, delay);
	}
	#clearIntervalTimer() {
		if (this.#intervalId === void 0) return;
		clearInterval(this.#intervalId);
		this.#intervalId = void 0;
	}
	#clearTimeoutTimer() {
		if (this.#timeoutId === void 0) return;
		clearTimeout(this.#timeoutId);
		this.#timeoutId = void 0;
	}
	#emitEmptyAndIdle() {
		this.#clearIntervalTimer();
		this.#emit("empty");
		if (this.#pending > 0 || this.#queue.size > 0) return;
		this.#clearTimeoutTimer();
		if (this.#strict) this.#cleanupStrictTicks(Date.now());
		this.#emit("idle");
	}
	#tryToStartAnother() {
		let isStarted;
		do
			isStarted = this.#startNextTask();
		while (isStarted === void 0);
		return isStarted;
	}
	#startNextTask() {
		if (this.#queue.size === 0) {
			this.#emitEmptyAndIdle();
			return false;
		}
		if (this.#isPaused) {
			if (!this.#doesIntervalAllowAnother) this.#isIntervalPausedAt(Date.now());
			return false;
		}
		const now = Date.now();
		const canInitializeInterval = !this.#isIntervalPausedAt(now);
		if (this.#doesIntervalAllowAnother && this.#doesConcurrentAllowAnother) {
			const job = this.#queue.dequeue();
			if (!this.#isIntervalIgnored) {
				this.#consumeIntervalSlot(now);
				this.#scheduleRateLimitUpdate();
			}
			if (canInitializeInterval) this.#initializeIntervalIfNeeded();
			const pendingBefore = this.#pending;
			job();
			if (this.#pending === pendingBefore) {
				this.#emit("next");
				return;
			}
			this.#emit("active");
			return true;
		}
		return false;
	}
	#initializeIntervalIfNeeded() {
		if (this.#isIntervalIgnored || this.#intervalId !== void 0 || this.#strict) return;
		this.#clearTimeoutTimer();
		this.#intervalId = setInterval(() => {
			this.#onInterval();
		}, this.#interval);
		this.#intervalEnd = Date.now() + this.#interval;
	}
	#onInterval() {
		if (!this.#strict) {
			if (this.#intervalId !== void 0) {
				if (this.#intervalCount === 0 && this.#pending === 0) this.#clearIntervalTimer();
				else this.#intervalEnd = Date.now() + this.#interval;
			}
			this.#intervalCount = this.#intervalCountAtWindowStart;
		}
		this.#processQueue();
		this.#scheduleRateLimitUpdate();
	}
	/**
	Executes all queued functions until it reaches the limit.
	*/
	#processQueue() {
		while (this.#tryToStartAnother());
	}
	#processWaitingTasks() {
		if (this.#queue.size > 0) this.#processQueue();
	}
	async #add(function_, options, waitingTask) {
		const id = options.id ?? (this.#idAssigner++).toString();
		options = {
			timeout: this.#timeout,
			...options,
			id
		};
		validateTimeout(options.timeout);
		if (options.priority !== void 0 && (typeof options.priority !== "number" || Number.isNaN(options.priority))) throw new TypeError(`Expected \`priority\` to be a number, got \`${String(options.priority)}\` (${typeof options.priority})`);
		waitingTask.id = id;
		waitingTask.priority = options.priority ?? 0;
		return new Promise((resolve, reject) => {
			if (options.signal?.aborted) {
				reject(options.signal.reason);
				return;
			}
			const run = bindAsyncContext(async () => {
				waitingTask.stopListeningForAbort?.();
				this.#waitingTasks.delete(waitingTask);
				if (options.signal?.aborted) {
					this.#rollbackIntervalConsumption();
					reject(options.signal.reason);
					return;
				}
				this.#pending++;
				const runningTask = {
					id,
					priority: waitingTask.priority,
					startTime: Date.now(),
					timeout: options.timeout
				};
				this.#runningTasks.add(runningTask);
				let { signal } = options;
				let stopListeningForAbort;
				let stopForwardingAbort;
				let timeoutId;
				try {
					if (options.timeout !== void 0) {
						const { signal: userSignal, timeout } = options;
						const taskController = new AbortController();
						timeoutId = setTimeout(() => {
							taskController.abort(new TimeoutError(`Task timed out after ${timeout}ms (queue has ${this.#pending} running, ${this.#queue.size} waiting)`));
						}, timeout);
						if (userSignal) stopForwardingAbort = this.#onAbort(userSignal, () => {
							taskController.abort(userSignal.reason);
						});
						signal = taskController.signal;
					}
					let operation;
					if (signal) {
						const abortSignal = signal;
						const abortPromise = new Promise((_resolve, rejectWithReason) => {
							stopListeningForAbort = this.#onAbort(abortSignal, () => {
								rejectWithReason(abortSignal.reason);
							});
						});
						operation = Promise.race([abortPromise, (async () => function_({ signal }))()]);
					} else try {
						operation = function_({ signal });
					} catch (error) {
						operation = Promise.reject(error);
					}
					const result = await operation;
					resolve(result);
					this.#emit("completed", result);
				} catch (error) {
					reject(error);
					this.#emit("error", error);
				} finally {
					clearTimeout(timeoutId);
					stopListeningForAbort?.();
					stopForwardingAbort?.();
					this.#runningTasks.delete(runningTask);
					queueMicrotask(() => {
						this.#next();
					});
				}
			});
			const hasWaitingTasks = this.#queue.size > 0;
			this.#queue.enqueue(run, options);
			waitingTask.reject = reject;
			this.#waitingTasks.add(waitingTask);
			if (options.signal) {
				const { signal } = options;
				waitingTask.stopListeningForAbort = this.#onAbort(signal, () => {
					this.#waitingTasks.delete(waitingTask);
					if (this.#queue instanceof PriorityQueue) this.#queue.remove(run);
					else this.#queue.remove(id);
					reject(signal.reason);
					this.#processQueue();
					this.#emit("next");
				});
			}
			this.#emit("add");
			if (hasWaitingTasks) this.#processQueue();
			else this.#tryToStartAnother();
		});
	}
	/**
	Get or set the default timeout. A change applies to tasks added after it.
	
	@example
	```
	const queue = new PQueue({timeout: 5000});
	
	queue.timeout = 10000;
	```
	*/
	get timeout() {
		return this.#timeout;
	}
	set timeout(timeout) {
		validateTimeout(timeout);
		this.#timeout = timeout;
	}
	get concurrency() {
		return this.#concurrency;
	}
	set concurrency(newConcurrency) {
		validateLimit("concurrency", newConcurrency);
		this.#concurrency = newConcurrency;
		this.#processWaitingTasks();
	}
	/**
	Changes the priority of a waiting task, found by its `id`. Throws a `ReferenceError` if no waiting task has that `id`, for example because it already started. Throws a `TypeError` if `priority` is not a finite number. Tasks only wait when the queue has a `concurrency` limit, is paused, or is rate-limited.
	
	@example
	```
	// Raise the priority to run a task earlier
	import PQueue from 'p-queue';
	
	const queue = new PQueue({concurrency: 1});
	
	queue.add(async () => '🦄', {priority: 1});
	queue.add(async () => '🦀', {priority: 0, id: '🦀'});
	queue.add(async () => '🦄', {priority: 1});
	queue.add(async () => '🦄', {priority: 1});
	
	queue.setPriority('🦀', 2);
	// '🦀' runs second
	```
	
	@example
	```
	// Lower the priority to run a task later
	import PQueue from 'p-queue';
	
	const queue = new PQueue({concurrency: 1});
	
	queue.add(async () => '🦄', {priority: 1});
	queue.add(async () => '🦀', {priority: 1, id: '🦀'});
	queue.add(async () => '🦄');
	queue.add(async () => '🦄', {priority: 0});
	
	queue.setPriority('🦀', -1);
	// '🦀' runs last
	```
	*/
	setPriority(id, priority) {
		if (typeof priority !== "number" || !Number.isFinite(priority)) throw new TypeError(`Expected \`priority\` to be a finite number, got \`${priority}\` (${typeof priority})`);
		for (const waitingTask of this.#waitingTasks) if (waitingTask.id === id) {
			this.#queue.setPriority(id, priority);
			waitingTask.priority = priority;
			return;
		}
		throw new ReferenceError(`No promise function with the id "${id}" exists in the queue.`);
	}
	/**
	Adds a sync or async task to the queue.
	
	Returns a promise that settles with the result of `fn` when the task completes, not when it is added. The function gets `{signal}` as its first argument. The signal is set when the task has a `signal` or a `timeout`, and aborts when either one does. Pass it on, for example to `fetch()`, to stop the work. The function runs in the async context of the `.add()` call (in Node.js 22.3 and later, Deno, and Bun), so it sees the [`AsyncLocalStorage`](https://nodejs.org/api/async_context.html#class-asynclocalstorage) values of the caller, also when it starts later.
	
	If you `await` each `.add()` call before the next, the tasks run one after the other, whatever the `concurrency`.
	
	Handle rejections of the returned promise. Otherwise, they are unhandled rejections, which can make the process exit.
	*/
	add(function_, options = {}) {
		const waitingTask = {};
		const promise = this.#add(function_, options, waitingTask);
		waitingTask.promise = promise;
		if (waitingTask.isCleared) promise.catch(() => void 0);
		return promise;
	}
	async addAll(functions, options) {
		return Promise.all(functions.map(async (function_) => this.add(function_, options)));
	}
	/**
	Starts (or resumes) running queued tasks. Only needed if the queue is paused, with `autoStart: false` or `.pause()`.
	
	@returns `this` (the instance).
	*/
	start() {
		if (!this.#isPaused) return this;
		this.#isPaused = false;
		this.#processWaitingTasks();
		return this;
	}
	/**
	Stops starting new tasks. Running tasks continue.
	*/
	pause() {
		this.#isPaused = true;
	}
	/**
	Removes all waiting tasks. Running tasks continue.
	
	The promises returned by `.add()` for the removed tasks reject with an `AbortError`, which is a `DOMException`. The removed tasks do not run, and they do not emit the `error` event.
	
	If you ignore such a promise, its rejection is not reported as unhandled. This does not apply to a promise made from it, like the one from `queue.add(fn).then(…)` or from `.addAll()`, so handle the rejection of that promise.
	
	@example
	```
	import PQueue from 'p-queue';
	
	const queue = new PQueue({concurrency: 1});
	
	queue.add(() => doWork());
	const promise = queue.add(() => doWork());
	
	queue.clear();
	
	try {
	await promise;
	} catch (error) {
	console.log(error.name);
	//=> 'AbortError'
	}
	```
	*/
	clear() {
		if (this.#queue.size === 0) return;
		this.#queue = new this.#queueClass();
		const error = new DOMException("The queue was cleared", "AbortError");
		for (const waitingTask of this.#waitingTasks) {
			waitingTask.stopListeningForAbort?.();
			waitingTask.isCleared = true;
			waitingTask.promise?.catch(() => void 0);
			waitingTask.reject(error);
		}
		this.#waitingTasks.clear();
		this.#emitEmptyAndIdle();
		this.#updateRateLimitState();
		this.#emit("next");
	}
	/**
	Returns a promise that resolves when the queue is empty. Tasks can still be running.
	
	The promise resolves once. Call `.onEmpty()` again to wait for the next time, or use the `empty` event to get every time.
	*/
	async onEmpty() {
		if (this.#queue.size === 0) return;
		await this.#onEvent(["empty", "active"], () => this.#queue.size === 0);
	}
	/**
	Returns a promise that resolves when `queue.size < limit`.
	
	Await it before you add a task, to keep the queue from growing beyond a size. It counts only waiting tasks, not running tasks.
	*/
	async onSizeLessThan(limit) {
		if (this.#queue.size < limit) return;
		await this.#onEvent(["next", "active"], () => this.#queue.size < limit);
	}
	/**
	Returns a promise that resolves when the queue is empty and all tasks have completed: `queue.size === 0 && queue.pending === 0`.
	
	Unlike `.onEmpty()`, it waits for running tasks to finish.
	
	The promise resolves once. Call `.onIdle()` again to wait for the next time, or use the `idle` event to get every time.
	*/
	async onIdle() {
		if (this.#pending === 0 && this.#queue.size === 0) return;
		await this.#onEvent("idle");
	}
	/**
	Returns a promise that resolves when no tasks are running: `queue.pending === 0`.
	
	Unlike `.onIdle()`, it ignores queued tasks. Use it to let running tasks finish before you change shared state. A task that timed out, or whose `signal` aborted while it ran, no longer counts, although its function can still run.
	
	@example
	```
	queue.pause();
	await queue.onPendingZero();
	// No tasks are running, but the queue can still have tasks
	```
	*/
	async onPendingZero() {
		if (this.#pending === 0) return;
		await this.#onEvent("pendingZero");
	}
	/**
	Returns a promise that resolves when the queue becomes rate-limited by `intervalCap`. If the queue is already rate-limited, it resolves immediately.
	
	Useful for backpressure, when tasks are added faster than they run.
	
	@example
	```
	const queue = new PQueue({intervalCap: 5, interval: 1000});
	
	for (let index = 0; index < 10; index++) {
	queue.add(() => someTask());
	}
	
	await queue.onRateLimit();
	console.log('The queue is rate-limited');
	```
	*/
	async onRateLimit() {
		this.#updateRateLimitState();
		if (this.isRateLimited) return;
		await this.#onEvent("rateLimit");
	}
	/**
	Returns a promise that resolves when the queue is no longer rate-limited. If the queue is not rate-limited, it resolves immediately.
	
	@example
	```
	const queue = new PQueue({intervalCap: 5, interval: 1000});
	
	for (let index = 0; index < 10; index++) {
	queue.add(() => someTask());
	}
	
	await queue.onRateLimitCleared();
	console.log('The rate limit is cleared');
	```
	*/
	async onRateLimitCleared() {
		this.#updateRateLimitState();
		if (!this.isRateLimited) return;
		await this.#onEvent("rateLimitCleared");
	}
	/**
	Returns a promise that rejects when a task fails: it throws, times out, or its `signal` aborts while it runs. It rejects with the error of the task, or with `null` if the error is `undefined`, like the `error` event.
	
	Use `Promise.race([queue.onError(), queue.onIdle()])` to stop at the first error, and to resolve normally when the queue becomes idle. Each call adds an `error` listener that stays until a task fails, so to get every error, for example in a loop, use the `error` event instead.
	
	Important: The promises returned by `.add()` still reject. Handle each of them (for example with `.catch(() => {})`) to prevent unhandled rejections.
	
	@example
	```
	import PQueue from 'p-queue';
	
	const queue = new PQueue({concurrency: 2});
	
	// Do not start the remaining tasks. Pause in an `error` listener, because it runs before the next task starts, and the code after `await` runs later.
	queue.addEventListener('error', () => {
	queue.pause();
	}, {once: true});
	
	queue.add(() => fetchData(1)).catch(() => {});
	queue.add(() => fetchData(2)).catch(() => {});
	queue.add(() => fetchData(3)).catch(() => {});
	
	try {
	await Promise.race([
	queue.onError(),
	queue.onIdle()
	]);
	} catch (error) {
	console.error('Queue failed:', error);
	}
	```
	*/
	onError() {
		return new Promise((_resolve, reject) => {
			this.addEventListener("error", (event) => {
				reject(event.detail);
			}, { once: true });
		});
	}
	/**
	The number of tasks waiting to run.
	*/
	get size() {
		return this.#queue.size;
	}
	/**
	The number of waiting tasks with the given `priority`.
	
	@example
	```
	import PQueue from 'p-queue';
	
	const queue = new PQueue();
	
	// Paused, so the tasks stay queued. Without it they all start synchronously and the queue is empty by the time `sizeBy` reads it.
	queue.pause();
	
	queue.add(async () => '🦄', {priority: 1});
	queue.add(async () => '🦄', {priority: 0});
	queue.add(async () => '🦄', {priority: 1});
	
	console.log(queue.sizeBy({priority: 1}));
	//=> 2
	
	console.log(queue.sizeBy({priority: 0}));
	//=> 1
	```
	*/
	sizeBy(options) {
		return this.#queue.filter(options).length;
	}
	/**
	The number of running tasks.
	*/
	get pending() {
		return this.#pending;
	}
	/**
	Whether the queue is paused.
	*/
	get isPaused() {
		return this.#isPaused;
	}
	/**
	Whether the queue is rate-limited: the number of tasks started in the current interval, plus the tasks still running from earlier intervals with `carryoverIntervalCount`, has reached `intervalCap`, and tasks are waiting.
	*/
	get isRateLimited() {
		return this.#isRateLimitedNow;
	}
	/**
	Whether tasks are waiting because all concurrency slots are in use, or because the queue is rate-limited.
	
	Useful to detect backpressure and tasks that hang.
	
	@example
	```
	import PQueue from 'p-queue';
	
	const queue = new PQueue({concurrency: 2});
	
	// Backpressure
	if (queue.isSaturated) {
	await queue.onSizeLessThan(queue.concurrency);
	}
	
	// Monitoring
	setInterval(() => {
	if (queue.isSaturated) {
	console.warn(`Queue saturated: ${queue.pending} running, ${queue.size} waiting`);
	}
	}, 60000);
	```
	*/
	get isSaturated() {
		return this.#queue.size > 0 && (this.#pending >= this.#concurrency || this.isRateLimited);
	}
	/**
	An array with the running tasks. Each task has its `id`, `priority`, `startTime`, `timeout`, and `timeoutRemaining` (the milliseconds until it times out). Without a timeout, `timeout` and `timeoutRemaining` are `undefined`.
	
	@example
	```
	import PQueue from 'p-queue';
	
	const queue = new PQueue({concurrency: 2, timeout: 10000});
	
	queue.add(() => fetchUser(123), {id: 'user-123'});
	queue.add(() => fetchPosts(456), {id: 'posts-456', priority: 1});
	
	console.log(queue.runningTasks);
	// => [{
	//   id: 'user-123',
	//   priority: 0,
	//   startTime: 1759253001716,
	//   timeout: 10000,
	//   timeoutRemaining: 10000
	// }, {
	//   id: 'posts-456',
	//   priority: 1,
	//   startTime: 1759253001716,
	//   timeout: 10000,
	//   timeoutRemaining: 10000
	// }]
	```
	*/
	get runningTasks() {
		return Array.from(this.#runningTasks, (task) => ({
			...task,
			timeoutRemaining: task.timeout === void 0 ? void 0 : Math.max(0, task.startTime + task.timeout - Date.now())
		}));
	}
};
/**
The error a task rejects with when it times out. It is a `DOMException` named `TimeoutError`, like the error of `AbortSignal.timeout()`.

@example
```
import PQueue, {TimeoutError} from 'p-queue';

const queue = new PQueue({timeout: 1000});

try {
await queue.add(() => someTask());
} catch (error) {
if (error instanceof TimeoutError) {
console.log('Task timed out');
}
}
```
*/
var TimeoutError = class extends DOMException {
	constructor(message) {
		super(message, "TimeoutError");
	}
};

// src/tenant/own-waits.ts
/** How long requests to one tenant waited for a limit per minute, ours or the tenant's, which is no slowness of the tenant. */
var OwnWaits = class {
	#clock;
	#waiting = 0;
	#since = 0;
	#ended = 0;
	constructor(clock) {
		this.#clock = clock;
	}
	/** Milliseconds in which at least one request waited: those behind it wait as well. */
	total() {
		return this.#ended + (this.#waiting > 0 ? this.#clock.elapsed() - this.#since : 0);
	}
	async during(wait) {
		if (this.#waiting === 0) this.#since = this.#clock.elapsed();
		this.#waiting += 1;
		try {
			return await wait();
		} finally {
			this.#waiting -= 1;
			if (this.#waiting === 0) this.#ended += this.#clock.elapsed() - this.#since;
		}
	}
};

// src/tenant/rate-budget.ts
/** Slower than this no 429 makes us by itself: one a second, unless less was allowed from the start. */
const SLOWEST = 60;
/**
* How many requests may be started in any window of time. It gives way when the tenant says that it was too many, since others
* may share the tenant's limit with us: half of what we sent is left, and each quiet window doubles it again.
*/
var RateBudget = class {
	#most;
	#windowMs;
	/** When requests of the last window started, or will; ascending. */
	#starts = [];
	#rate;
	/** When the rate was set as it is. */
	#rateSince = 0;
	#slowedAt = Number.NEGATIVE_INFINITY;
	#resumeAt = Number.NEGATIVE_INFINITY;
	constructor(most, windowMs) {
		this.#most = most;
		this.#windowMs = windowMs;
		this.#rate = most;
	}
	/** Nothing is sent before. */
	get resumeAt() {
		return this.#resumeAt;
	}
	/** Requests a window, as of now. */
	rateAt(now) {
		while (this.#rate < this.#most && now - this.#rateSince >= this.#windowMs) {
			this.#rate = Math.min(this.#most, this.#rate * 2);
			this.#rateSince += this.#windowMs;
		}
		return this.#rate;
	}
	/** The earliest moment for the next request. A sliding window: with fixed ones, twice the budget could fit into one. */
	next(now) {
		const rate = this.rateAt(now);
		this.#forget(now);
		const starts = this.#starts;
		const blocking = starts.length < rate ? void 0 : starts.at(-rate);
		return Math.max(now, starts.at(-1) ?? now, blocking === void 0 ? now : blocking + this.#windowMs);
	}
	take(at) {
		this.#starts.push(at);
	}
	/**
	* A request that was sent at `sentAt` was one too many. What was under way when we slowed down last met the same limit, and
	* says nothing new.
	*/
	slowDown({ sentAt, now, resumeAt }) {
		this.#resumeAt = Math.max(this.#resumeAt, resumeAt);
		if (sentAt < this.#slowedAt) return;
		this.#forget(now);
		const floor = Math.ceil(Math.min(SLOWEST, this.#most / 4));
		this.#rate = Math.max(floor, Math.ceil(Math.min(this.rateAt(now), this.#starts.length) / 2));
		this.#slowedAt = now;
		this.#rateSince = Math.max(now, this.#resumeAt);
	}
	#forget(now) {
		const kept = this.#starts.findIndex((start) => start > now - this.#windowMs);
		this.#starts.splice(0, kept === -1 ? this.#starts.length : kept);
	}
};

// src/tenant/rate-limiter.ts
/** Said instead of running a task when the run was asked to stop before the task's turn came. */
const STOPPED = Symbol("stopped");
/** A pause began while the task waited for its turn. */
const PAUSED = Symbol("paused");
/**
* The turns of all requests to one address, whatever their destination and key: so many in flight, so many a minute, and none
* while the tenant wants us to wait.
*/
var RateLimiter = class {
	ownWaits;
	/** Of these, what the tenant asked for. */
	#tenantsWaits;
	#excuseMs;
	#flight;
	#clock;
	/** `default` counts every request, `records` those of its family once more. */
	#budgets;
	/** Since when the tenant has said nothing but that it was too many. */
	#limitedSince;
	constructor({ inFlight, budgets, windowMs, limitedExcuseMs }, clock) {
		this.#excuseMs = limitedExcuseMs;
		this.#tenantsWaits = new OwnWaits(clock);
		this.ownWaits = new OwnWaits(clock);
		this.#flight = new PQueue({ concurrency: inFlight });
		this.#clock = clock;
		this.#budgets = {
			default: new RateBudget(budgets.default, windowMs),
			records: new RateBudget(budgets.records, windowMs)
		};
	}
	/** How long the tenant has said nothing but that it was too many. */
	limitedFor() {
		return this.#limitedSince === void 0 ? 0 : this.#clock.elapsed() - this.#limitedSince;
	}
	/** The others of the family wait as well, and all go slower from now on. */
	slowDown(family, { sentAt, waitMs }) {
		const now = this.#clock.elapsed();
		this.#limitedSince ??= now;
		this.#budgets[family].slowDown({
			sentAt,
			now,
			resumeAt: now + waitMs
		});
	}
	/** The tenant answered something else. */
	answered() {
		this.#limitedSince = void 0;
	}
	/**
	* A place in a minute is taken inside the flight, right before the request starts, so that budgets are exact. The signal ends
	* the waiting, at once and wherever in the queues it is; a task that runs ends by itself.
	*/
	async run(family, signal, task) {
		let waitedUntil = Number.NEGATIVE_INFINITY;
		for (;;) {
			const resumeAt = this.#resumeAt(family);
			if (resumeAt > waitedUntil) await this.#waitForTenant(resumeAt, signal);
			waitedUntil = resumeAt;
			const done = await this.#inFlight(signal, async () => {
				if (this.#resumeAt(family) > waitedUntil) return PAUSED;
				await this.#waitUntil(this.#takePlace(family), signal);
				return signal?.aborted ? STOPPED : task();
			});
			if (done !== PAUSED) return done;
		}
	}
	async #inFlight(signal, work) {
		if (signal?.aborted) return STOPPED;
		let begun = false;
		const turn = this.#flight.add(async () => {
			if (signal?.aborted) return STOPPED;
			begun = true;
			return work();
		});
		if (signal === void 0) return turn;
		const { promise: stopped, resolve } = Promise.withResolvers();
		const stop = () => {
			if (!begun) resolve(STOPPED);
		};
		signal.addEventListener("abort", stop);
		try {
			return await Promise.race([turn, stopped]);
		} finally {
			signal.removeEventListener("abort", stop);
		}
	}
	#of(family) {
		return family === "default" ? [this.#budgets.default] : [this.#budgets.default, this.#budgets.records];
	}
	#resumeAt(family) {
		return Math.max(...this.#of(family).map((budget) => budget.resumeAt));
	}
	/** When the request may start. */
	#takePlace(family) {
		const now = this.#clock.elapsed();
		const budgets = this.#of(family);
		const at = Math.max(...budgets.map((budget) => budget.next(now)));
		for (const budget of budgets) budget.take(at);
		return at;
	}
	/** The tenant decides how often it says so: from some point on that is its own slowness. */
	async #waitForTenant(moment, signal) {
		if (this.#tenantsWaits.total() < this.#excuseMs) {
			await this.#tenantsWaits.during(() => this.#waitUntil(moment, signal));
			return;
		}
		const wait = moment - this.#clock.elapsed();
		if (wait > 0 && !signal?.aborted) await this.#clock.sleep(wait, signal);
	}
	async #waitUntil(moment, signal) {
		const wait = moment - this.#clock.elapsed();
		if (wait > 0 && !signal?.aborted) await this.ownWaits.during(() => this.#clock.sleep(wait, signal));
	}
};

// src/tenant/retry.ts
const STOP = { again: false };
const PASSING = /* @__PURE__ */ new Set([
	408,
	425,
	500,
	502,
	503,
	504
]);
/**
* Whether one more attempt is safe and useful. A write is repeated only when it was never sent. Everything else must be looked
* up first, a 429 too: it may come from something in between that counts late, and its wait is long enough for an edit.
*/
function decideRetry(failed, limits) {
	const { trouble, write, attempt } = failed;
	if (trouble.kind === "status" && trouble.status === 429) return decideLimited(failed, trouble.retryAfterMs, limits);
	if (attempt >= limits.attempts) return STOP;
	const backoff = failed.random * step(attempt, limits);
	if (trouble.kind === "network") return trouble.permanent || write && trouble.sent ? STOP : {
		again: true,
		afterMs: backoff
	};
	if (write || !PASSING.has(trouble.status)) return STOP;
	const asked = trouble.retryAfterMs ?? 0;
	return asked > limits.patienceMs ? STOP : {
		again: true,
		afterMs: Math.max(asked, backoff)
	};
}
function decideLimited(failed, retryAfterMs, limits) {
	const { write, attempt, random, limitedForMs = 0 } = failed;
	if (write || attempt >= limits.attemptsWhenLimited) return STOP;
	const afterMs = waitWhenLimited({
		attempt,
		random,
		retryAfterMs
	}, limits);
	return limitedForMs + afterMs > limits.limitedPatienceMs ? STOP : {
		again: true,
		afterMs
	};
}
/**
* How long nothing is sent after a 429: as long as the tenant asks, and never longer than is sensible for a limit that counts by
* the minute. At least half of each step is waited, so that all of them outlast a minute whatever chance says.
*/
function waitWhenLimited({ attempt, random, retryAfterMs = 0 }, limits) {
	const backoff = (.5 + random / 2) * step(attempt, limits);
	return Math.max(Math.min(retryAfterMs, limits.patienceMs), backoff);
}
function step(attempt, { backoffMs, backoffCeilingMs }) {
	return Math.min(backoffMs * 2 ** (attempt - 1), backoffCeilingMs);
}
/** Both forms of Retry-After, in milliseconds from now; a date in the past is now, anything odd is as if absent. */
function parseRetryAfter(header, now) {
	const text = header?.trim() ?? "";
	if (/^\d+$/.test(text)) return Number(text) * 1e3;
	if (!/^[A-Z][a-z]{2,8}, .* GMT$/.test(text)) return void 0;
	const at = Date.parse(text);
	return Number.isNaN(at) ? void 0 : Math.max(0, at - now);
}

// src/tenant/caller.ts
function createCaller(parts) {
	return { send: (call, read) => sendInTime(parts, call, read) };
}
async function sendInTime(parts, call, read) {
	const { time, clock } = parts;
	if (time === void 0) return send(parts, call, read);
	const request = `${call.method} ${call.path}`;
	const since = clock.elapsed();
	const timed = time.begin(request);
	const answer = await send(parts, call, read, timed).finally(timed.end);
	return !answer.ok && answer.error.kind === "aborted" && time.isOver ? fail({
		kind: "too_slow",
		request,
		evidence: time.evidence(since),
		effect: "none"
	}) : answer;
}
async function send(parts, call, read, timed) {
	const { limits, clock, limiter, signal } = parts;
	const family = call.family ?? "default";
	const asked = {
		request: `${call.method} ${call.path}`,
		write: call.method !== "GET"
	};
	const body = call.body === void 0 ? void 0 : Buffer.from(JSON.stringify(call.body));
	for (let attempt = 1;; attempt++) {
		const spent = parts.time?.count();
		if (spent !== void 0) return fail(failure(asked, "not_asked", spent, "none"));
		timed?.queue();
		let sentAt = 0;
		const reply = await limiter.run(family, signal, () => {
			timed?.ask();
			sentAt = clock.elapsed();
			return once(parts, call, body, attempt);
		});
		if (reply === STOPPED) return fail(failure(asked, "aborted", { seen: "never_sent" }, "none"));
		const isLimited = reply.kind === "answer" && reply.status === 429;
		if (reply.kind === "answer" && !isLimited) limiter.answered();
		if (reply.kind === "answer" && reply.status >= 200 && reply.status < 300) return readBody(asked, reply, read);
		const trouble = troubleOf$1(reply, clock.now().getTime());
		const random = parts.random();
		if (isLimited && trouble.kind === "status") {
			const waitMs = waitWhenLimited({
				attempt,
				random,
				retryAfterMs: trouble.retryAfterMs
			}, limits);
			limiter.slowDown(family, {
				sentAt,
				waitMs
			});
		}
		const limitedForMs = limiter.limitedFor();
		const decision = decideRetry({
			write: asked.write,
			attempt,
			trouble,
			random,
			limitedForMs
		}, limits);
		if (!decision.again) return fail(failureOf(asked, reply, attempt, parts.proxy));
		if (!isLimited) await clock.sleep(decision.afterMs, signal);
	}
}
function failureOf(asked, reply, attempts, proxy) {
	switch (reply.kind) {
		case "answer": return statusFailure(asked, {
			status: reply.status,
			body: lenientText(reply.body),
			attempts
		});
		case "no_connection": return withoutConnection(asked, reply.failure, {
			attempts,
			proxy
		});
		case "broken": return breakFailure(asked, {
			...reply,
			attempts
		});
	}
}
async function once(parts, call, body, attempt) {
	const { limits, clock, signal } = parts;
	const started = clock.elapsed();
	const reply = await exchange({
		url: parts.address(call),
		method: call.method,
		headers: body === void 0 ? parts.headers : {
			...parts.headers,
			"content-type": "application/json"
		},
		...body === void 0 ? {} : { body },
		timeoutMs: call.slow === true ? limits.slowTimeoutMs : limits.timeoutMs,
		bodyDeadlineMs: limits.bodyDeadlineMs,
		maxBodyBytes: limits.maxBodyBytes,
		...signal !== void 0 && call.method === "GET" ? { signal } : {}
	}, parts.dispatcher);
	parts.onRequest?.({
		tenant: parts.host,
		method: call.method,
		path: call.path.replace(/\/\d+/g, "/{id}"),
		...reply.kind === "answer" ? { status: reply.status } : {},
		...reply.kind === "answer" && reply.retryAfter !== void 0 ? { retryAfter: harmless(reply.retryAfter) } : {},
		attempt,
		ended: endOf(reply),
		bytesIn: reply.kind === "answer" ? reply.body.byteLength : 0,
		bytesOut: body?.byteLength ?? 0,
		ms: clock.elapsed() - started
	});
	return reply;
}
const SECONDS = /^\d{1,10}$/;
const HTTP_DATE = /^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/;
/** Of a header that a tenant may write as it likes, the two forms that it has and nothing else. */
function harmless(retryAfter) {
	return SECONDS.test(retryAfter) || HTTP_DATE.test(retryAfter) ? retryAfter : "unreadable";
}
function endOf(reply) {
	if (reply.kind === "no_connection") return "unreachable";
	if (reply.kind === "broken") return reply.how;
	return reply.status >= 200 && reply.status < 300 ? "answered" : "refused";
}
function readBody(asked, reply, read) {
	const text = strictText(reply.body);
	const result = text === void 0 ? fail("the answer is not UTF-8") : read(text, reply.readAt);
	if (result.ok) return ok(result.value);
	const defect = looksLikeHtml(text ?? "") ? "an HTML page instead of JSON" : result.error;
	return fail(failure(asked, "malformed", {
		seen: "odd_body",
		status: reply.status,
		defect
	}, "possible"));
}
function troubleOf$1(reply, now) {
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
	const retryAfterMs = parseRetryAfter(reply.retryAfter, reply.readAt ?? now);
	return {
		kind: "status",
		status: reply.status,
		...retryAfterMs === void 0 ? {} : { retryAfterMs }
	};
}
function strictText(body) {
	try {
		return new TextDecoder("utf-8", { fatal: true }).decode(body);
	} catch {
		return;
	}
}
function lenientText(body) {
	return new TextDecoder().decode(body);
}

// src/tenant/limits.ts
const DEFAULT_LIMITS = {
	inFlight: 4,
	budgets: VENDOR_BUDGETS,
	windowMs: 6e4,
	connectTimeoutMs: 1e4,
	timeoutMs: 3e4,
	slowTimeoutMs: 12e4,
	bodyDeadlineMs: 18e4,
	attempts: 5,
	attemptsWhenLimited: 12,
	backoffMs: 1e3,
	backoffCeilingMs: 3e4,
	patienceMs: 12e4,
	limitedPatienceMs: 3e5,
	limitedExcuseMs: 9e5,
	maxBodyBytes: 62914560,
	pageSize: 500,
	maxPages: 200
};

// src/tenant/wire.ts
/**
* The vendor's objects, read by hand. Unknown keys are tolerated, missing ones that we rely on are not: the reader
* then answers undefined. Whatever is not copied here, such as a resource's value, is gone once it returns.
*/
function readStoryObject(wire, readAt) {
	if (!isObject(wire)) return void 0;
	const id = integer(wire.id);
	const teamId = integer(wire.team_id);
	const name = wireText(wire.name);
	const tags = texts(wire.tags);
	const editedAt = wireText(wire.edited_at) ?? "";
	const changeControl = wire.change_control_enabled;
	if (id === void 0 || teamId === void 0 || name === void 0 || tags === void 0) return void 0;
	if (typeof changeControl !== "boolean") return void 0;
	return {
		id,
		name,
		slug: wireText(wire.slug) ?? "",
		teamId,
		tags,
		changeControl,
		disabled: wire.disabled === true,
		priority: wire.priority === true,
		locked: wire.locked === true,
		folderId: integer(wire.folder_id) ?? null,
		...typeof wire.published === "boolean" ? { published: wire.published } : {},
		editedAt,
		editedAtTrusted: isTrustedStamp(editedAt, readAt)
	};
}
function readTeam(wire, readAt) {
	const id = isObject(wire) ? integer(wire.id) : void 0;
	return id === void 0 ? void 0 : {
		id,
		...readAt === void 0 ? {} : { readAt }
	};
}
function readRecordType(wire) {
	if (!isObject(wire)) return void 0;
	const id = integer(wire.id);
	const name = wireText(wire.name);
	const teamId = integer(wire.team_id);
	const fields = readAll(wire.record_fields, readRecordField);
	const defaultFields = readAll(wire.default_record_fields ?? [], readRecordField);
	if (id === void 0 || name === void 0 || teamId === void 0) return void 0;
	return fields && defaultFields && {
		id,
		name,
		teamId,
		fields,
		defaultFields
	};
}
function readRecordField(wire) {
	if (!isObject(wire)) return void 0;
	const id = integer(wire.id);
	const name = wireText(wire.name);
	const resultType = wireText(wire.result_type);
	const fixedValues = texts(wire.fixed_values ?? []);
	if (id === void 0 || name === void 0 || resultType === void 0 || fixedValues === void 0) return void 0;
	return {
		id,
		name,
		resultType,
		fixedValues
	};
}
const ACCESS = {
	TEAM: "team",
	GLOBAL: "global"
};
function readSharedObject(wire) {
	if (!isObject(wire)) return void 0;
	const id = integer(wire.id);
	const name = wireText(wire.name);
	const slug = wireText(wire.slug);
	const teamId = integer(wire.team_id ?? 0);
	if (id === void 0 || name === void 0 || slug === void 0 || teamId === void 0) return void 0;
	return {
		id,
		name,
		slug,
		teamId,
		access: ACCESS[wireText(wire.read_access) ?? ""] ?? "specific_teams"
	};
}
/** The vendor's pages and real answers disagree whether a version comes wrapped. */
function readVersion(wire) {
	if (!isObject(wire)) return void 0;
	const version = isObject(wire.story_version) ? wire.story_version : wire;
	const id = integer(version.id);
	return id === void 0 ? void 0 : {
		id,
		name: wireText(version.name)
	};
}
function importBody(story) {
	return {
		new_name: story.name,
		data: {
			...story.data,
			name: story.name
		},
		team_id: story.teamId,
		mode: story.mode,
		...story.folderId === void 0 ? {} : { folder_id: story.folderId }
	};
}
function patchBody(patch) {
	return {
		...patch.name === void 0 ? {} : { name: patch.name },
		...patch.addTags === void 0 || patch.addTags.length === 0 ? {} : { add_tag_names: patch.addTags },
		...patch.removeTags === void 0 || patch.removeTags.length === 0 ? {} : { remove_tag_names: patch.removeTags },
		...patch.disabled === void 0 ? {} : { disabled: patch.disabled },
		...patch.priority === void 0 ? {} : { priority: patch.priority },
		...patch.locked === void 0 ? {} : { locked: patch.locked },
		...patch.folderId === void 0 ? {} : { folder_id: patch.folderId }
	};
}
function fieldBody(field) {
	return {
		..."id" in field ? { id: field.id } : {},
		name: field.name,
		result_type: field.resultType,
		...field.resultType === "TEXT_ENUM" || field.fixedValues.length > 0 ? { fixed_values: field.fixedValues } : {}
	};
}
/** An id that a double cannot hold exactly would name something else. */
function integer(value) {
	return typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? value : void 0;
}
function wireText(value) {
	return typeof value === "string" ? value : void 0;
}
function texts(value) {
	return readAll(value, wireText);
}
function readAll(value, read) {
	if (!isArray(value)) return void 0;
	const entries = [];
	for (const entry of value) {
		const known = read(entry);
		if (known === void 0) return void 0;
		entries.push(known);
	}
	return entries;
}

// src/tenant/listing.ts
/**
* All pages of a listing, or a failure: a short listing would make stories look absent. Pages are asked for by number;
* the tenant's own links are never followed. What does not add up is read once more, because someone may just have
* created a story.
*/
async function readListing(caller, limits, listing) {
	const first = await readOnce(caller, limits, listing);
	if (first.ok || first.error.kind !== "incomplete" && first.error.kind !== "malformed") return first;
	return readOnce(caller, limits, listing);
}
async function readOnce(caller, limits, listing) {
	const entries = [];
	const ids = /* @__PURE__ */ new Set();
	let count;
	for (let number = 1; number <= limits.maxPages; number++) {
		const page = await caller.send(callFor(listing, number, limits.pageSize), pageReader(listing));
		if (!page.ok) return page;
		for (const entry of page.value.entries) {
			if (ids.has(entry.id)) return wrong(listing, `page ${number} repeats an entry`);
			ids.add(entry.id);
			entries.push(entry);
		}
		const { meta } = page.value;
		if (meta === void 0) {
			if (number > 1 || listing.uncounted === "incomplete") return wrong(listing, `page ${number} does not say how many there are`);
			return entries.length < limits.pageSize ? ok(entries) : wrong(listing, "a full page without a count");
		}
		count ??= meta.count;
		if (meta.count !== count) return wrong(listing, "the count changed between pages");
		const oddness = meta.next === null ? oddEnd(meta, number, entries.length) : oddNext(meta, number, page.value);
		if (oddness !== void 0) return wrong(listing, oddness);
		if (meta.next === null) return ok(entries);
	}
	return wrong(listing, `more than ${limits.maxPages} pages`);
}
function oddEnd(meta, number, found) {
	if (found !== meta.count) return `${found} entries where ${meta.count} were announced`;
	if (meta.pages !== void 0 && meta.pages > number) return `ended on page ${number} of ${meta.pages}`;
}
function oddNext(meta, number, page) {
	if (meta.next !== number + 1) return `page ${number} names a next page other than ${number + 1}`;
	if (page.entries.length === 0) return `page ${number} is empty and not the last`;
	if (meta.pages !== void 0 && meta.pages <= number) return `went on after page ${number} of ${meta.pages}`;
}
function callFor(listing, page, pageSize) {
	return {
		method: "GET",
		path: listing.path,
		query: {
			...listing.query,
			per_page: pageSize,
			page
		},
		...listing.family === void 0 ? {} : { family: listing.family }
	};
}
function wrong(listing, defect) {
	return fail({
		kind: "incomplete",
		request: `GET ${listing.path}`,
		evidence: {
			seen: "odd_listing",
			defect
		},
		effect: "none"
	});
}
function pageReader(listing) {
	return (text, readAt) => {
		const body = parseBody(text);
		if (!isObject(body)) return fail("the answer is not a JSON object");
		const list = body[listing.key];
		if (!isArray(list)) return fail(`the answer has no list "${listing.key}"`);
		const entries = [];
		for (const wire of list) {
			const entry = listing.read(wire, readAt);
			if (entry === void 0) return fail(`an entry of "${listing.key}" lacks what the API promises`);
			entries.push(entry);
		}
		if (body.meta === void 0 || body.meta === null) return ok({
			entries,
			meta: void 0
		});
		const meta = readMeta(body.meta);
		return meta === void 0 ? fail("the page numbers in \"meta\" are not as promised") : ok({
			entries,
			meta
		});
	};
}
function readMeta(wire) {
	if (!isObject(wire)) return void 0;
	const next = wire.next_page_number === null ? null : integer(wire.next_page_number);
	const count = integer(wire.count);
	return next === void 0 || count === void 0 ? void 0 : {
		next,
		count,
		pages: integer(wire.pages)
	};
}
/** JSON of the outside world, or undefined. */
function parseBody(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}

// src/tenant/reader.ts
/** The reading half of the port, without the vendor's own syncing (sync-destinations.ts). */
function createReader(caller, limits) {
	const stories = (query) => readListing(caller, limits, {
		path: "/stories",
		query: {
			...query,
			order: "NAME"
		},
		key: "stories",
		read: readStoryObject,
		uncounted: "incomplete"
	});
	const shared = {
		read: readSharedObject,
		uncounted: "single_page"
	};
	const credentials = (query) => readListing(caller, limits, {
		...shared,
		path: "/user_credentials",
		key: "user_credentials",
		query
	});
	const resources = (query) => readListing(caller, limits, {
		...shared,
		path: "/global_resources",
		key: "global_resources",
		query: {
			include_referencing_action_ids: false,
			...query
		}
	});
	return {
		listStories: async (teamId) => keepTeam(await stories({ team_id: positiveId(teamId) }), teamId),
		findStoriesNamed: async (name) => {
			const found = await stories({ search: name });
			return found.ok ? ok(found.value.filter((story) => story.name === name)) : found;
		},
		listVisibleStories: () => stories({}),
		getStory: (storyId) => caller.send({
			method: "GET",
			path: `/stories/${positiveId(storyId)}`
		}, storyBody),
		getTeam: (teamId) => caller.send({
			method: "GET",
			path: `/teams/${positiveId(teamId)}`
		}, teamBody(teamId)),
		exportStory: (storyId) => caller.send({
			method: "GET",
			path: `/stories/${positiveId(storyId)}/export`,
			query: { randomize_urls: false },
			slow: true
		}, readExport),
		listRecordTypes: async (teamId) => keepTeam(await readListing(caller, limits, {
			path: "/record_types",
			query: { team_id: positiveId(teamId) },
			family: "records",
			key: "record_types",
			read: readRecordType,
			uncounted: "incomplete"
		}), teamId),
		listCredentials: (teamId) => credentials({ team_id: positiveId(teamId) }),
		listResources: (teamId) => resources({ team_id: positiveId(teamId) }),
		listVisibleCredentials: () => credentials({}),
		listVisibleResources: () => resources({}),
		listVersionNames: async (storyId) => {
			const listing = {
				path: `/stories/${positiveId(storyId)}/versions`,
				key: "story_versions",
				read: readVersion,
				uncounted: "single_page"
			};
			const found = await readListing(caller, limits, listing);
			return found.ok ? ok(found.value.flatMap(({ name }) => name === void 0 ? [] : [name])) : found;
		}
	};
}
/** A tenant that did not apply the filter must not lend us another team's objects. */
function keepTeam(found, teamId) {
	return found.ok ? ok(found.value.filter((entry) => entry.teamId === teamId)) : found;
}
/** Reads the story object that story calls answer with. */
const storyBody = (text, readAt) => {
	const story = readStoryObject(parseBody(text), readAt);
	return story === void 0 ? fail("the answer is not a story") : ok(story);
};
function teamBody(teamId) {
	return (text, readAt) => {
		const team = readTeam(parseBody(text), readAt);
		return team?.id === teamId ? ok(team) : fail("the answer is not that team");
	};
}
/** Says what is wrong without the parser's own message, which may quote the export. */
const UNREADABLE = {
	syntax: "the export is not JSON",
	number: "the export holds a number that cannot be kept exactly",
	depth: "the export is nested too deep",
	duplicate_key: "the export holds a key twice"
};
const readExport = (text) => {
	const parsed = parseJson(text);
	if (!parsed.ok) return fail(UNREADABLE[parsed.error.reason]);
	const story = parseStory(parsed.value);
	return story === void 0 ? fail("the answer is not a story export") : ok(story);
};
/** An id that went wrong must not become a path. */
function positiveId(value) {
	if (integer(value) === void 0) throw new Error(`Internal error: ${value} is not an id.`);
	return value;
}

// src/tenant/vendor-words.ts
const LONGEST = 300;
/** Of an endless text no more than this is looked at. */
const READ = 4 * LONGEST;
const HIDDEN = "[…]";
/**
* What the vendor says of a sync that failed, for people to read. Unlike the body of a refusal it is told in its own words:
* it is the vendor's message about a destination, shown in its own dashboard too, and there is nothing else to go by. But a
* tenant may have put anything into it: so no key that we hold, nothing of an address but its host, and nothing that is as
* long and as mixed as keys and webhook addresses are.
*/
function readVendorMessage(text, keys) {
	let told = beginning(text);
	for (const key of keys) told = told.replaceAll(key, HIDDEN);
	told = told.replaceAll(/(\bhttps?:\/\/)(?:[^\s/@]{1,200}@)?([\w.-]{1,253}(?::\d{1,5})?)[^\s"'<>)]*/gi, `$1$2/${HIDDEN}`).replaceAll(/[\w+=~-]{16,}/g, (run) => /\d/.test(run) ? HIDDEN : run);
	const shown = printable(told.replaceAll(/\s+/g, " ").trim());
	return shown.length > LONGEST ? `${Array.from(shown).slice(0, LONGEST).join("")}…` : shown;
}
/** Whole words: half of a key would be like no key. */
function beginning(text) {
	if (text.length <= READ) return text;
	const read = text.slice(0, READ);
	return `${read.slice(0, Math.max(0, read.lastIndexOf(" ")))} …`;
}

// src/tenant/wire-sync.ts
/** The vendor's sync destination, read by hand like its other objects (wire.ts). */
function readSyncDestination(wire, keys) {
	if (!isObject(wire) || !isArray(wire.subscriptions)) return void 0;
	const id = integer(wire.id);
	const tenantUrl = wireText(wire.destination_tenant_url);
	const teamId = integer(wire.destination_team_id);
	const originTeamId = integer(wire.origin_team_id);
	const manual = wire.manual_sync_only;
	if (id === void 0 || tenantUrl === void 0 || teamId === void 0 || originTeamId === void 0) return void 0;
	const subscriptions = [];
	for (const entry of wire.subscriptions) {
		const subscription = readSubscription(entry, keys);
		if (subscription === void 0) return void 0;
		subscriptions.push(subscription);
	}
	return {
		id,
		tenantUrl,
		teamId,
		originTeamId,
		manualSyncOnly: typeof manual === "boolean" ? manual : null,
		subscriptions
	};
}
const STATUS = {
	synced: "synced",
	failed: "failed"
};
function readSubscription(wire, { known }) {
	if (!isObject(wire) || !isObject(wire.story)) return void 0;
	const storyId = integer(wire.story.id);
	const word = wireText(wire.status);
	if (storyId === void 0 || word === void 0) return void 0;
	const message = wireText(wire.error_message);
	return {
		storyId,
		storyName: wireText(wire.story.name) ?? null,
		status: STATUS[word] ?? "requires_sync",
		errorMessage: message === void 0 ? null : readVendorMessage(message, known)
	};
}
function createBody(destination, { reveal }) {
	return {
		destination_tenant_url: destination.tenantUrl,
		...destination.key === null ? {} : { destination_tenant_api_key: reveal(destination.key) },
		destination_team_id: destination.teamId,
		team_id: destination.originTeamId,
		story_ids: destination.storyIds,
		manual_sync_only: destination.manualSyncOnly
	};
}
/** What is left out keeps its value at the vendor; an empty list of stories does not. */
function syncPatchBody({ storyIds, manualSyncOnly, key }, { reveal }) {
	return {
		...key === void 0 ? {} : { destination_tenant_api_key: reveal(key) },
		...storyIds === void 0 ? {} : { story_ids: storyIds },
		...manualSyncOnly === void 0 ? {} : { manual_sync_only: manualSyncOnly }
	};
}

// src/tenant/writer.ts
/** The writing half of the port, without the vendor's own syncing (sync-destinations.ts). */
function createWriter(caller) {
	return {
		importStory: (story) => caller.send({
			method: "POST",
			path: "/stories/import",
			body: importBody(story),
			slow: true
		}, storyBody),
		updateStory: (storyId, patch) => caller.send({
			method: "PUT",
			path: `/stories/${positiveId(storyId)}`,
			body: patchBody(patch)
		}, storyBody),
		createRecordType: (teamId, name, fields) => {
			const body = {
				name,
				team_id: positiveId(teamId),
				fields: fields.map(fieldBody)
			};
			return caller.send({
				method: "POST",
				path: "/record_types",
				family: "records",
				body
			}, recordTypeBody);
		},
		updateRecordType: (typeId, fields) => {
			const body = { fields: fields.map(fieldBody) };
			return caller.send({
				method: "PUT",
				path: `/record_types/${positiveId(typeId)}`,
				family: "records",
				body
			}, recordTypeBody);
		},
		saveVersion: (storyId, name) => caller.send({
			method: "POST",
			path: `/stories/${positiveId(storyId)}/versions`,
			body: { name }
		}, versionBody),
		deleteStory: (storyId) => caller.send({
			method: "DELETE",
			path: `/stories/${positiveId(storyId)}`
		}, noBody)
	};
}
const recordTypeBody = (text) => {
	const type = readRecordType(parseBody(text));
	return type === void 0 ? fail("the answer is not a record type") : ok(type);
};
/** 204 with nothing in it; what a 200 says is not documented, beyond that the tenant speaks JSON. */
const noBody = (text) => text.trim() === "" || parseBody(text) !== void 0 ? ok(null) : fail("the answer is not JSON");
const versionBody = (text) => readVersion(parseBody(text)) === void 0 ? fail("the answer is not a version") : ok(null);

// src/tenant/sync-destinations.ts
const ROOT = "/admin/sync_destinations";
const at = (id) => `${ROOT}/${positiveId(id)}`;
function createSyncReader(caller, limits, keys) {
	return {
		listSyncDestinations: () => readListing(caller, limits, {
			path: ROOT,
			key: "sync_destinations",
			read: (wire) => readSyncDestination(wire, keys),
			uncounted: "incomplete"
		}),
		getSyncDestination: (id) => caller.send({
			method: "GET",
			path: at(id)
		}, destinationBody(keys, id))
	};
}
function createSyncWriter(caller, keys) {
	return {
		createSyncDestination: (destination) => {
			for (const id of [
				destination.teamId,
				destination.originTeamId,
				...destination.storyIds
			]) positiveId(id);
			return caller.send({
				method: "POST",
				path: ROOT,
				body: createBody(destination, keys)
			}, destinationBody(keys));
		},
		updateSyncDestination: (id, patch) => {
			for (const storyId of patch.storyIds ?? []) positiveId(storyId);
			return caller.send({
				method: "PUT",
				path: at(id),
				body: syncPatchBody(patch, keys)
			}, destinationBody(keys, id));
		},
		deleteSyncDestination: (id, { keepStories }) => caller.send({
			method: "DELETE",
			path: at(id),
			body: { keep_stories: keepStories }
		}, noBody),
		syncStory: (id, storyId) => caller.send({
			method: "POST",
			path: `${at(id)}/story/${positiveId(storyId)}/sync`,
			body: {}
		}, initiatedBody)
	};
}
function destinationBody(keys, expected) {
	return (text) => {
		const body = parseBody(text);
		const destination = isObject(body) ? readSyncDestination(body.sync_destination, keys) : void 0;
		if (destination === void 0) return fail("the answer is not a sync destination");
		return expected !== void 0 && destination.id !== expected ? fail("the answer is not that sync destination") : ok(destination);
	};
}
const initiatedBody = (text) => {
	const body = parseBody(text);
	return isObject(body) && body.story_sync_initiated === true ? ok(null) : fail("the answer does not say that the sync began");
};

// src/tenant/client.ts
const USER_AGENT = `storysync/${VERSION}`;
/** What holds for all requests to an address. */
function limitsOf({ limits, rate }) {
	const all = {
		...DEFAULT_LIMITS,
		...limits
	};
	return {
		...all,
		budgets: budgetsAt(rate, all.budgets)
	};
}
/** A tenant behind its REST API. `shared` is shared by the clients of one address (pool.ts). */
function openTenant(options, shared) {
	const limits = limitsOf(options);
	const address = addressesOf(options.tenantUrl);
	const [url, proxies] = [new URL(options.tenantUrl), options.proxies ?? NO_PROXIES];
	const { connectTimeoutMs: connectMs, inFlight: connections } = limits;
	const dispatcher = options.dispatcher ?? openConnections(url, proxies, {
		connectMs,
		connections
	});
	const clock = options.clock ?? systemClock;
	const limiter = shared ?? new RateLimiter(limits, clock);
	const known = /* @__PURE__ */ new Set();
	const reveal = (key) => {
		const text = key.reveal();
		known.add(text);
		return text;
	};
	const parts = {
		address,
		host: `${url.host}${url.pathname.replace(/\/$/, "")}`,
		headers: {
			authorization: `Bearer ${reveal(options.key)}`,
			accept: "application/json",
			"user-agent": USER_AGENT
		},
		dispatcher,
		proxy: proxyFor(proxies, url)?.variable,
		limiter,
		limits,
		clock,
		random: options.random ?? Math.random,
		signal: options.signal,
		onRequest: options.onRequest
	};
	const caller = createCaller(parts);
	const readerBy = (by) => Object.freeze({
		...createReader(by, limits),
		...createSyncReader(by, limits, { known })
	});
	const reader = readerBy(caller);
	return {
		...reader,
		reader,
		readerWithin: (time) => {
			time.without(limiter.ownWaits);
			const signal = options.signal ? AbortSignal.any([options.signal, time.signal]) : time.signal;
			return readerBy(createCaller({
				...parts,
				signal,
				time
			}));
		},
		...createWriter(caller),
		...createSyncWriter(caller, {
			known,
			reveal
		}),
		close: async () => {
			if (dispatcher !== options.dispatcher) await dispatcher.close();
		}
	};
}
const NO_PROXIES = { except: "" };

// src/tenant/pool.ts
function openTenantPool(shared = {}) {
	const tenants = /* @__PURE__ */ new Map();
	const clientOf = (tenantUrl, key) => {
		const tenant = tenants.get(tenantUrl) ?? {
			limiter: new RateLimiter(limitsOf(shared), shared.clock ?? systemClock),
			clients: []
		};
		tenants.set(tenantUrl, tenant);
		const known = tenant.clients.find((opened) => opened.key.equals(key));
		if (known !== void 0) return known.client;
		const client = openTenant({
			...shared,
			tenantUrl,
			key
		}, tenant.limiter);
		tenant.clients.push({
			key,
			client
		});
		return client;
	};
	return {
		reader: (tenantUrl, key, time) => {
			const client = clientOf(tenantUrl, key);
			return time === void 0 ? client.reader : client.readerWithin(time);
		},
		writer: clientOf,
		close: async () => {
			const clients = [...tenants.values()].flatMap((tenant) => tenant.clients);
			await Promise.all(clients.map(({ client }) => client.close()));
		}
	};
}

// src/model/api-key.ts
/** An API key that nothing prints: it shows itself to whoever asks for it by name, which is the tenant client. */
var ApiKey = class ApiKey {
	#value;
	constructor(value) {
		this.#value = value;
	}
	/** Undefined for what no request can carry. A line break pasted along would make the HTTP library complain in its own words. */
	static from(text) {
		return /^[\x21-\x7e]+$/.test(text) ? new ApiKey(text) : void 0;
	}
	/** The key itself, for the header of a request and nothing else; test/architecture.test.ts holds the one place. */
	reveal() {
		return this.#value;
	}
	equals(other) {
		return this.#value === other.#value;
	}
	toString() {
		return MASKED;
	}
	toJSON() {
		return MASKED;
	}
	[Symbol.for("nodejs.util.inspect.custom")]() {
		return MASKED;
	}
};
const MASKED = "[API key]";

// src/keys/environment-keys.ts
/** Keys by name, as the environment has them. */
function keysFrom(named) {
	return async ({ name, keyName }) => {
		const text = named[keyName]?.trim() ?? "";
		const key = ApiKey.from(text);
		if (key !== void 0) return ok(key);
		if (text !== "") return fail({
			kind: "key_malformed",
			keyName
		});
		const of = name === void 0 ? "origin" : "destination";
		return fail({
			kind: "key_missing",
			keyName,
			empty: named[keyName] !== void 0,
			of
		});
	};
}

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

// src/keys/open-tokens.ts
/** A token of a vault that whoever runs us has logged in for. */
const VAULT_TOKEN = "STORYSYNC_VAULT_TOKEN";
/**
* The tokens of vaults that this process logged in for. However it ends, it ends them: a command by itself, and whoever
* hears of a signal for one that does not get there.
*/
var OpenTokens = class {
	#held = /* @__PURE__ */ new Set();
	#told;
	/** Told whether there is any, whenever that may have changed. */
	constructor(told = () => {}) {
		this.#told = told;
	}
	/** A token that somebody else logged in for is not ours to end. */
	add(address, session) {
		if (session.revoke === null) return;
		this.#held.add({
			address,
			session
		});
		this.#told(true);
	}
	/** Answers those that were not confirmed to be ended. Each is tried once. */
	async revokeAll() {
		const held = [...this.#held];
		this.#held.clear();
		const left = await Promise.all(held.map(async ({ address, session }) => {
			return (await session.revoke?.())?.ok === false ? [{
				address,
				lifetimeMs: session.lifetimeMs
			}] : [];
		}));
		this.#told(this.#held.size > 0);
		return left.flat();
	}
};

// src/keys/given-keys.ts
/** All texts to be masked in the log: a key, and each line of one that has several, with and without space around. */
function masksFor(keys) {
	const masks = [...keys.values()].flatMap((value) => [
		value,
		value.trim(),
		...linesOf(value)
	]);
	return [...new Set(masks)].filter((mask) => mask !== "");
}
/** A key's own value is masked however short it is; a line such as `}` would black out every log. */
const SHORTEST_LINE = 4;
function linesOf(value) {
	return value.split(/[\r\n]+/).flatMap((line) => [line, line.trim()]).filter((line) => line.trim().length >= SHORTEST_LINE);
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

// src/cli/leave.ts
/** How long the end of the process waits for a vault that is to end our token. */
const LAST_MS = 3e3;
const SIGNALS = {
	SIGINT: 130,
	SIGTERM: 143
};
/**
* No token that we logged in for outlives the process, if a signal ends it. While there is one, a command that listens to
* no signal itself is ended by this; a sync that listens says when.
*/
function departWithTokens() {
	const leave = (code) => {
		const patience = setTimeout(() => process.exit(code), LAST_MS);
		tokens.revokeAll().finally(() => {
			clearTimeout(patience);
			process.exit(code);
		});
	};
	const listeners = Object.entries(SIGNALS).map(([signal, code]) => {
		const listener = () => {
			if (process.listenerCount(signal) === 1) leave(code);
		};
		return {
			signal,
			listener
		};
	});
	const tokens = new OpenTokens((any) => {
		for (const { signal, listener } of listeners) {
			process.off(signal, listener);
			if (any) process.on(signal, listener);
		}
	});
	return {
		tokens,
		leave
	};
}

// src/cli/host.ts
function processHost() {
	const { env } = process;
	const proxies = readProxies(env);
	const { tokens, leave } = departWithTokens();
	const openClients = (watch) => openTenantPool({
		proxies,
		...watch
	});
	const vault = {
		proxies,
		tokens,
		clock: systemClock
	};
	return {
		terminal: processTerminal(),
		world: {
			directory: process.cwd(),
			clock: systemClock,
			...keyedBy(env, openClients, vault)
		},
		leave
	};
}
/** An environment, and tenants whose keys are its variables or lie in a vault. */
function keyedBy(environment, openClients, vault = {
	proxies: readProxies({}),
	tokens: new OpenTokens(),
	clock: systemClock
}) {
	const named = keysFrom(environment);
	const mask = () => {};
	return {
		environment,
		openTenants: (watch) => openTenants(openKeyRing(named, {
			...vault,
			...watch,
			environment,
			mask
		}), openClients(watch))
	};
}

export { processHost as n, openTenantPool as r, keyedBy as t };