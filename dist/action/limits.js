import { t as VENDOR_BUDGETS } from "./budget.js";
import { t as connectionFailure } from "./connection-failure.js";

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

export { exchange as a, waitWhenLimited as i, decideRetry as n, isTrustedStamp as o, parseRetryAfter as r, DEFAULT_LIMITS as t };