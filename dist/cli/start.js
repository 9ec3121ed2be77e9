import { t as require_dist } from "./dist.js";
import { join, resolve } from "node:path";
import { mkdirSync, readFileSync, readdirSync, renameSync, writeFileSync } from "node:fs";
import { createHash, randomBytes } from "node:crypto";
import { STATUS_CODES, ServerResponse, createServer } from "node:http";
import { Http2ServerRequest, constants as constants$1 } from "node:http2";
import { Readable } from "node:stream";

// node_modules/@hono/node-server/dist/constants-BLSFu_RU.mjs
const X_ALREADY_SENT = "x-hono-already-sent";

// node_modules/hono/dist/helper/websocket/index.js
/**
* Create a WebSocket adapter/helper
*/
const defineWebSocketHelper = (handler) => {
	return ((...args) => {
		if (typeof args[0] === "function") {
			const [createEvents, options] = args;
			return async function upgradeWebSocket(c, next) {
				const result = await handler(c, await createEvents(c), options);
				if (result) return result;
				await next();
			};
		} else {
			const [c, events, options] = args;
			return (async () => {
				const upgraded = await handler(c, events, options);
				if (!upgraded) throw new Error("Failed to upgrade WebSocket");
				return upgraded;
			})();
		}
	});
};

// node_modules/@hono/node-server/dist/index.mjs
var RequestError = class extends Error {
	constructor(message, options) {
		super(message, options);
		this.name = "RequestError";
	}
};
const nonJoinedHeaders = /* @__PURE__ */ new Set([
	"age",
	"authorization",
	"content-length",
	"content-type",
	"etag",
	"expires",
	"from",
	"host",
	"if-modified-since",
	"if-unmodified-since",
	"last-modified",
	"location",
	"max-forwards",
	"proxy-authorization",
	"referer",
	"retry-after",
	"server",
	"user-agent"
]);
const validHeaderName = /^[!#$%&'*+\-.^_`|~\dA-Za-z]+$/;
const isHttpWhitespace = (code) => code === 9 || code === 10 || code === 13 || code === 32;
const normalizeHeaderValue = (value) => {
	if (!isHttpWhitespace(value.charCodeAt(0)) && !isHttpWhitespace(value.charCodeAt(value.length - 1))) return value;
	let start = 0;
	let end = value.length;
	while (start < end && isHttpWhitespace(value.charCodeAt(start))) start++;
	while (end > start && isHttpWhitespace(value.charCodeAt(end - 1))) end--;
	return value.slice(start, end);
};
const forbiddenHeaderValue = /[\0\r\n]/;
const GlobalHeaders = globalThis.Headers;
const materializeHeaders = (rawHeaders, HeadersCtor = GlobalHeaders) => {
	const headers = new HeadersCtor();
	for (let i = 0; i < rawHeaders.length; i += 2) {
		const name = rawHeaders[i];
		if (!name.startsWith(":")) headers.append(name, rawHeaders[i + 1]);
	}
	return headers;
};
var RequestHeaders = class {
	#incoming;
	#rawHeaders;
	#headers;
	#invalidValue;
	constructor(incoming) {
		this.#incoming = incoming;
		if (incoming instanceof Http2ServerRequest) this.#rawHeaders = incoming.rawHeaders.slice();
	}
	get #lazyRawHeaders() {
		return this.#rawHeaders ??= this.#incoming.rawHeaders.slice();
	}
	get #native() {
		if (!this.#headers) {
			this.#headers = materializeHeaders(this.#lazyRawHeaders);
			this.#rawHeaders = void 0;
		}
		return this.#headers;
	}
	#normalizedName(name) {
		if (typeof name !== "string") return;
		if (!validHeaderName.test(name)) throw new TypeError(`Invalid header name: ${name}`);
		return name.toLowerCase();
	}
	#lookupHttp1(lowerName) {
		const headers = this.#incoming instanceof Http2ServerRequest ? void 0 : this.#incoming.headers;
		if (!headers || nonJoinedHeaders.has(lowerName) || lowerName === "set-cookie" || lowerName === "__proto__") return;
		if (!Object.hasOwn(headers, lowerName)) return null;
		const rawValue = headers[lowerName];
		if (typeof rawValue === "string") {
			const value = normalizeHeaderValue(rawValue);
			return forbiddenHeaderValue.test(value) ? void 0 : value;
		}
	}
	#lookup(rawHeaders, lowerName) {
		const separator = lowerName === "cookie" ? "; " : ", ";
		let value = null;
		for (let i = 0; i < rawHeaders.length; i += 2) {
			const rawName = rawHeaders[i];
			if (rawName.length === lowerName.length && rawName.toLowerCase() === lowerName) {
				const rawValue = normalizeHeaderValue(rawHeaders[i + 1]);
				if (forbiddenHeaderValue.test(rawValue)) {
					this.#invalidValue = true;
					return;
				}
				value = value === null ? rawValue : value + separator + rawValue;
			}
		}
		return value;
	}
	append(name, value) {
		this.#native.append(name, value);
	}
	delete(name) {
		this.#native.delete(name);
	}
	get(name) {
		const lowerName = this.#normalizedName(name);
		if (lowerName && !this.#headers && !this.#invalidValue) {
			const http1Value = this.#lookupHttp1(lowerName);
			if (http1Value !== void 0) return http1Value;
			const value = this.#lookup(this.#lazyRawHeaders, lowerName);
			if (value !== void 0) return value;
		}
		return this.#native.get(name);
	}
	has(name) {
		const lowerName = this.#normalizedName(name);
		if (lowerName && !this.#headers && !this.#invalidValue) {
			const http1Value = this.#lookupHttp1(lowerName);
			if (http1Value !== void 0) return http1Value !== null;
			const value = this.#lookup(this.#lazyRawHeaders, lowerName);
			if (value !== void 0) return value !== null;
		}
		return this.#native.has(name);
	}
	set(name, value) {
		this.#native.set(name, value);
	}
	getSetCookie() {
		return this.#native.getSetCookie();
	}
	keys() {
		return this.#native.keys();
	}
	values() {
		return this.#native.values();
	}
	entries() {
		return this.#native.entries();
	}
	forEach(callback, thisArg) {
		this.#native.forEach((value, key) => {
			callback.call(thisArg, value, key, this);
		});
	}
	[Symbol.iterator]() {
		return this.entries();
	}
};
Object.defineProperty(RequestHeaders.prototype, Symbol.for("nodejs.util.inspect.custom"), { value: function(depth, options, inspectFn) {
	return `Headers (lightweight) ${inspectFn(Object.fromEntries(this), {
		...options,
		depth: depth == null ? null : depth - 1
	})}`;
} });
Object.setPrototypeOf(RequestHeaders.prototype, GlobalHeaders.prototype);
const newHeadersFromIncoming = (incoming) => globalThis.Headers === GlobalHeaders ? new RequestHeaders(incoming) : materializeHeaders(incoming.rawHeaders, globalThis.Headers);
const reValidRequestUrl = /^\/[!#$&-;=?-\[\]_a-z~]*$/;
const reDotSegment = /\/\.\.?(?:[/?#]|$)/;
const reValidHost = /^[a-z0-9._-]+(?::(?:[1-5]\d{3,4}|[6-9]\d{3}))?$/;
const validateRequestTarget = (target) => {
	const backslash = target.indexOf("\\");
	if (backslash !== -1) {
		const query = target.indexOf("?");
		if (query === -1 || backslash < query) throw new RequestError("Backslash in request path");
	}
};
const buildUrl = (scheme, host, incomingUrl) => {
	const url = `${scheme}://${host}${incomingUrl}`;
	if (!reValidHost.test(host)) {
		validateRequestTarget(incomingUrl);
		const urlObj = new URL(url);
		if (urlObj.hostname.length !== host.length && urlObj.hostname !== (host.includes(":") ? host.replace(/:\d+$/, "") : host).toLowerCase()) throw new RequestError("Invalid host header");
		return urlObj.href;
	} else if (incomingUrl.length === 0) return url + "/";
	else {
		if (incomingUrl.charCodeAt(0) !== 47) throw new RequestError("Invalid URL");
		if (!reValidRequestUrl.test(incomingUrl) || reDotSegment.test(incomingUrl)) {
			validateRequestTarget(incomingUrl);
			return new URL(url).href;
		}
		return url;
	}
};
const toRequestError = (e) => {
	if (e instanceof RequestError) return e;
	return new RequestError(e.message, { cause: e });
};
const GlobalRequest = global.Request;
var Request$1 = class extends GlobalRequest {
	constructor(input, options) {
		if (typeof input === "object" && getRequestCache in input) {
			const hasReplacementBody = options !== void 0 && "body" in options && options.body != null;
			if (input[bodyConsumedDirectlyKey] && !hasReplacementBody) throw new TypeError("Cannot construct a Request with a Request object that has already been used.");
			input = input[getRequestCache]();
		}
		if (typeof (options?.body)?.getReader !== "undefined") options.duplex ??= "half";
		super(input, options);
	}
};
const wrapBodyStream = Symbol("wrapBodyStream");
const byteExactEncodings = /* @__PURE__ */ new Set([
	"latin1",
	"binary",
	"hex",
	"base64",
	"base64url"
]);
const isByteExactEncoding = (encoding) => encoding === null || byteExactEncodings.has(encoding);
const bodyBufferedBeforeDisconnectKey = Symbol("bodyBufferedBeforeDisconnect");
const bodyBufferedLengthBeforeDisconnectKey = Symbol("bodyBufferedLengthBeforeDisconnect");
const toBufferChunk = (chunk, encoding) => Buffer.isBuffer(chunk) ? chunk : Buffer.from(chunk, encoding ?? "utf8");
const isRecoverableDisconnectedIncoming = (incoming) => !(incoming instanceof Http2ServerRequest) && !!incoming.complete && !!incoming.readableAborted && typeof incoming.read === "function" && isByteExactEncoding(incoming.readableEncoding);
const recordBodyBufferedBeforeDisconnect = (incoming) => {
	if (incoming.readableDidRead || !isRecoverableDisconnectedIncoming(incoming)) return;
	const incomingWithRecovery = incoming;
	incomingWithRecovery[bodyBufferedLengthBeforeDisconnectKey] ??= incoming.readableLength;
};
const readBodyBufferedBeforeDisconnect = (incoming, chunks) => {
	if (incoming.readableDidRead && !chunks || !isRecoverableDisconnectedIncoming(incoming)) return;
	const incomingWithRecovery = incoming;
	if (incomingWithRecovery[bodyBufferedBeforeDisconnectKey] !== void 0) return incomingWithRecovery[bodyBufferedBeforeDisconnectKey];
	let result;
	const errored = incoming.errored;
	if (errored && errored.code !== "ECONNRESET") result = errored;
	else if (incomingWithRecovery[bodyBufferedLengthBeforeDisconnectKey] !== void 0 && incoming.readableLength !== incomingWithRecovery[bodyBufferedLengthBeforeDisconnectKey]) result = newBodyUnusableError();
	else {
		const bodyChunks = chunks ?? [];
		const chunk = incoming.read();
		if (chunk !== null) bodyChunks.push(toBufferChunk(chunk, incoming.readableEncoding));
		const buffer = bodyChunks.length === 1 ? bodyChunks[0] : Buffer.concat(bodyChunks);
		result = buffer;
		const contentLength = incoming.headers["content-length"];
		if (typeof contentLength === "string" && /^\d+$/.test(contentLength)) {
			const expectedLength = Number(contentLength);
			if (Number.isSafeInteger(expectedLength) && buffer.length !== expectedLength) result = newBodyUnusableError();
		}
	}
	incomingWithRecovery[bodyBufferedBeforeDisconnectKey] = result;
	return result;
};
const enqueueBufferedBody = (controller, buffered) => {
	if (buffered instanceof Error) {
		controller.error(buffered);
		return;
	}
	if (buffered.length > 0) controller.enqueue(buffered);
	controller.close();
};
const newRequestFromIncoming = (method, url, headers, incoming, abortController) => {
	const init = {
		method,
		headers,
		signal: abortController.signal
	};
	if (method === "TRACE") {
		init.method = "GET";
		const req = new Request$1(url, init);
		Object.defineProperty(req, "method", { get() {
			return "TRACE";
		} });
		return req;
	}
	if (!(method === "GET" || method === "HEAD")) if ("rawBody" in incoming && incoming.rawBody instanceof Buffer) init.body = new ReadableStream({ start(controller) {
		controller.enqueue(incoming.rawBody);
		controller.close();
	} });
	else if (incoming[wrapBodyStream]) {
		let reader;
		init.body = new ReadableStream({ async pull(controller) {
			try {
				if (!reader) {
					const buffered = readBodyBufferedBeforeDisconnect(incoming);
					if (buffered !== void 0) {
						enqueueBufferedBody(controller, buffered);
						return;
					}
				}
				reader ||= Readable.toWeb(incoming).getReader();
				const { done, value } = await reader.read();
				if (done) controller.close();
				else controller.enqueue(value);
			} catch (error) {
				controller.error(error);
			}
		} });
	} else {
		const buffered = readBodyBufferedBeforeDisconnect(incoming);
		if (buffered !== void 0) init.body = new ReadableStream({ start(controller) {
			enqueueBufferedBody(controller, buffered);
		} });
		else init.body = Readable.toWeb(incoming);
	}
	return new Request$1(url, init);
};
const getRequestCache = Symbol("getRequestCache");
const requestCache = Symbol("requestCache");
const incomingKey = Symbol("incomingKey");
const urlKey = Symbol("urlKey");
const methodKey = Symbol("methodKey");
const headersKey = Symbol("headersKey");
const abortControllerKey = Symbol("abortControllerKey");
const getAbortController = Symbol("getAbortController");
const abortRequest = Symbol("abortRequest");
const bodyBufferKey = Symbol("bodyBuffer");
const bodyReadPromiseKey = Symbol("bodyReadPromise");
const bodyConsumedDirectlyKey = Symbol("bodyConsumedDirectly");
const bodyLockReaderKey = Symbol("bodyLockReader");
const abortReasonKey = Symbol("abortReason");
const newBodyUnusableError = () => {
	return /* @__PURE__ */ new TypeError("Body is unusable");
};
const rejectBodyUnusable = () => {
	return Promise.reject(newBodyUnusableError());
};
const textDecoder = new TextDecoder();
const consumeBodyDirectOnce = (request) => {
	if (request[bodyConsumedDirectlyKey]) return rejectBodyUnusable();
	request[bodyConsumedDirectlyKey] = true;
};
const toArrayBuffer = (buf) => {
	return buf.buffer.slice(buf.byteOffset, buf.byteOffset + buf.byteLength);
};
const contentType = (request) => {
	return (request[headersKey] ||= newHeadersFromIncoming(request[incomingKey])).get("content-type") || "";
};
const methodTokenRegExp = /^[!#$%&'*+\-.^_`|~0-9A-Za-z]+$/;
const normalizeIncomingMethod = (method) => {
	if (typeof method !== "string" || method.length === 0) return "GET";
	switch (method) {
		case "DELETE":
		case "GET":
		case "HEAD":
		case "OPTIONS":
		case "PATCH":
		case "POST":
		case "PUT":
		case "QUERY": return method;
	}
	const upper = method.toUpperCase();
	switch (upper) {
		case "DELETE":
		case "GET":
		case "HEAD":
		case "OPTIONS":
		case "POST":
		case "PUT": return upper;
		default: return method;
	}
};
const validateDirectReadMethod = (method) => {
	if (!methodTokenRegExp.test(method)) return /* @__PURE__ */ new TypeError(`'${method}' is not a valid HTTP method.`);
	const normalized = method.toUpperCase();
	if (normalized === "CONNECT" || normalized === "TRACK" || normalized === "TRACE" && method !== "TRACE") return /* @__PURE__ */ new TypeError(`'${method}' HTTP method is unsupported.`);
};
const readBodyWithFastPath = (request, method, fromBuffer) => {
	if (request[bodyConsumedDirectlyKey]) return rejectBodyUnusable();
	const methodName = request.method;
	if (methodName === "GET" || methodName === "HEAD") return request[getRequestCache]()[method]();
	const methodValidationError = validateDirectReadMethod(methodName);
	if (methodValidationError) return Promise.reject(methodValidationError);
	if (request[requestCache]) {
		if (methodName !== "TRACE") return request[requestCache][method]();
	}
	const alreadyUsedError = consumeBodyDirectOnce(request);
	if (alreadyUsedError) return alreadyUsedError;
	const raw = readRawBodyIfAvailable(request);
	if (raw) {
		const result = Promise.resolve(fromBuffer(raw, request));
		request[bodyBufferKey] = void 0;
		return result;
	}
	return readBodyDirect(request).then((buf) => {
		const result = fromBuffer(buf, request);
		request[bodyBufferKey] = void 0;
		return result;
	});
};
const readRawBodyIfAvailable = (request) => {
	const incoming = request[incomingKey];
	if ("rawBody" in incoming && incoming.rawBody instanceof Buffer) return incoming.rawBody;
};
const normalizeAbortError = (request, incoming) => {
	if (incoming.errored) return incoming.errored;
	const reason = request[abortReasonKey];
	if (reason !== void 0) return reason instanceof Error ? reason : new Error(String(reason));
	return /* @__PURE__ */ new Error("Client connection prematurely closed.");
};
const readBodyDirect = (request) => {
	if (request[bodyBufferKey]) return Promise.resolve(request[bodyBufferKey]);
	if (request[bodyReadPromiseKey]) return request[bodyReadPromiseKey];
	const incoming = request[incomingKey];
	if (incoming.readableDidRead) return rejectBodyUnusable();
	const buffered = readBodyBufferedBeforeDisconnect(incoming);
	if (buffered !== void 0) {
		if (buffered instanceof Error) return Promise.reject(buffered);
		request[bodyBufferKey] = buffered;
		return Promise.resolve(buffered);
	}
	const promise = new Promise((resolve, reject) => {
		const chunks = [];
		let settled = false;
		const finish = (callback) => {
			if (settled) return;
			settled = true;
			cleanup();
			callback();
		};
		const recoverCompleteBodyAfterDisconnect = (error) => {
			const streamError = incoming.errored ?? error;
			if (!isRecoverableDisconnectedIncoming(incoming) || streamError && streamError.code !== "ECONNRESET") return false;
			finish(() => {
				const recovered = readBodyBufferedBeforeDisconnect(incoming, chunks);
				if (recovered instanceof Error) reject(recovered);
				else if (recovered === void 0) reject(error ?? normalizeAbortError(request, incoming));
				else {
					request[bodyBufferKey] = recovered;
					resolve(recovered);
				}
			});
			return true;
		};
		const onData = (chunk) => {
			chunks.push(toBufferChunk(chunk, incoming.readableEncoding));
		};
		const onEnd = () => {
			finish(() => {
				const buffer = chunks.length === 1 ? chunks[0] : Buffer.concat(chunks);
				request[bodyBufferKey] = buffer;
				resolve(buffer);
			});
		};
		const onError = (error) => {
			if (recoverCompleteBodyAfterDisconnect(error)) return;
			finish(() => {
				reject(error);
			});
		};
		const onClose = () => {
			if (incoming.readableEnded) {
				onEnd();
				return;
			}
			if (recoverCompleteBodyAfterDisconnect()) return;
			finish(() => {
				reject(normalizeAbortError(request, incoming));
			});
		};
		const cleanup = () => {
			incoming.off("data", onData);
			incoming.off("end", onEnd);
			incoming.off("error", onError);
			incoming.off("close", onClose);
			request[bodyReadPromiseKey] = void 0;
		};
		incoming.on("data", onData);
		incoming.on("end", onEnd);
		incoming.on("error", onError);
		incoming.on("close", onClose);
		queueMicrotask(() => {
			if (settled) return;
			if (incoming.readableEnded) onEnd();
			else if (incoming.errored) onError(incoming.errored);
			else if (incoming.destroyed) onClose();
		});
	});
	request[bodyReadPromiseKey] = promise;
	return promise;
};
const requestPrototype = {
	get method() {
		return this[methodKey];
	},
	get url() {
		return this[urlKey];
	},
	get headers() {
		return this[headersKey] ||= newHeadersFromIncoming(this[incomingKey]);
	},
	[abortRequest](reason) {
		if (this[abortReasonKey] === void 0) this[abortReasonKey] = reason;
		const abortController = this[abortControllerKey];
		if (abortController && !abortController.signal.aborted) abortController.abort(reason);
	},
	[getAbortController]() {
		this[abortControllerKey] ||= new AbortController();
		if (this[abortReasonKey] !== void 0 && !this[abortControllerKey].signal.aborted) this[abortControllerKey].abort(this[abortReasonKey]);
		return this[abortControllerKey];
	},
	[getRequestCache]() {
		const abortController = this[getAbortController]();
		if (this[requestCache]) return this[requestCache];
		const method = this.method;
		if (this[bodyConsumedDirectlyKey] && !(method === "GET" || method === "HEAD")) {
			this[bodyBufferKey] = void 0;
			const init = {
				method: method === "TRACE" ? "GET" : method,
				headers: this.headers,
				signal: abortController.signal
			};
			if (method !== "TRACE") {
				init.body = new ReadableStream({ start(c) {
					c.close();
				} });
				init.duplex = "half";
			}
			const req = new Request$1(this[urlKey], init);
			if (method === "TRACE") Object.defineProperty(req, "method", { get() {
				return "TRACE";
			} });
			return this[requestCache] = req;
		}
		return this[requestCache] = newRequestFromIncoming(this.method, this[urlKey], this.headers, this[incomingKey], abortController);
	},
	get body() {
		if (!this[bodyConsumedDirectlyKey]) return this[getRequestCache]().body;
		const request = this[getRequestCache]();
		if (!this[bodyLockReaderKey] && request.body) this[bodyLockReaderKey] = request.body.getReader();
		return request.body;
	},
	get bodyUsed() {
		if (this[bodyConsumedDirectlyKey]) return true;
		if (this[requestCache]) return this[requestCache].bodyUsed;
		return false;
	}
};
Object.defineProperty(requestPrototype, "signal", { get() {
	return this[getAbortController]().signal;
} });
[
	"cache",
	"credentials",
	"destination",
	"duplex",
	"integrity",
	"mode",
	"redirect",
	"referrer",
	"referrerPolicy",
	"keepalive"
].forEach((k) => {
	Object.defineProperty(requestPrototype, k, { get() {
		return this[getRequestCache]()[k];
	} });
});
["clone", "formData"].forEach((k) => {
	Object.defineProperty(requestPrototype, k, { value: function() {
		if (this[bodyConsumedDirectlyKey]) {
			if (k === "clone") throw newBodyUnusableError();
			return rejectBodyUnusable();
		}
		return this[getRequestCache]()[k]();
	} });
});
Object.defineProperty(requestPrototype, "text", { value: function() {
	return readBodyWithFastPath(this, "text", (buf) => textDecoder.decode(buf));
} });
Object.defineProperty(requestPrototype, "arrayBuffer", { value: function() {
	return readBodyWithFastPath(this, "arrayBuffer", (buf) => toArrayBuffer(buf));
} });
Object.defineProperty(requestPrototype, "blob", { value: function() {
	return readBodyWithFastPath(this, "blob", (buf, request) => {
		const type = contentType(request);
		return new Response(buf, type ? { headers: { "content-type": type } } : void 0).blob();
	});
} });
Object.defineProperty(requestPrototype, "json", { value: function() {
	if (this[bodyConsumedDirectlyKey]) return rejectBodyUnusable();
	return this.text().then(JSON.parse);
} });
Object.defineProperty(requestPrototype, Symbol.for("nodejs.util.inspect.custom"), { value: function(depth, options, inspectFn) {
	return `Request (lightweight) ${inspectFn({
		method: this.method,
		url: this.url,
		headers: this.headers,
		nativeRequest: this[requestCache]
	}, {
		...options,
		depth: depth == null ? null : depth - 1
	})}`;
} });
Object.setPrototypeOf(requestPrototype, Request$1.prototype);
const newRequest = (incoming, defaultHostname) => {
	const req = Object.create(requestPrototype);
	req[incomingKey] = incoming;
	req[methodKey] = normalizeIncomingMethod(incoming.method);
	const incomingUrl = incoming.url || "";
	if (incomingUrl[0] !== "/" && (incomingUrl.startsWith("http://") || incomingUrl.startsWith("https://"))) {
		if (incoming instanceof Http2ServerRequest) throw new RequestError("Absolute URL for :path is not allowed in HTTP/2");
		try {
			validateRequestTarget(incomingUrl);
			req[urlKey] = new URL(incomingUrl).href;
		} catch (e) {
			throw new RequestError("Invalid absolute URL", { cause: e });
		}
		return req;
	}
	const host = (incoming instanceof Http2ServerRequest ? incoming.authority : incoming.headers.host) || defaultHostname;
	if (!host) throw new RequestError("Missing host header");
	let scheme;
	if (incoming instanceof Http2ServerRequest) {
		scheme = incoming.scheme;
		if (!(scheme === "http" || scheme === "https")) throw new RequestError("Unsupported scheme");
	} else scheme = incoming.socket && incoming.socket.encrypted ? "https" : "http";
	try {
		req[urlKey] = buildUrl(scheme, host, incomingUrl);
	} catch (e) {
		if (e instanceof RequestError) throw e;
		else throw new RequestError("Invalid URL", { cause: e });
	}
	return req;
};
const defaultContentType = "text/plain; charset=UTF-8";
const responseCache = Symbol("responseCache");
const getResponseCache = Symbol("getResponseCache");
const cacheKey = Symbol("cache");
const GlobalResponse = global.Response;
var Response$1 = class Response$1 {
	#body;
	#init;
	[getResponseCache]() {
		const cache = this[cacheKey];
		const liveHeaders = cache && cache[2] instanceof Headers ? cache[2] : void 0;
		delete this[cacheKey];
		return this[responseCache] ||= new GlobalResponse(this.#body, liveHeaders ? {
			status: this.#init?.status,
			statusText: this.#init?.statusText,
			headers: liveHeaders
		} : this.#init);
	}
	constructor(body, init) {
		let headers;
		this.#body = body;
		if (init instanceof GlobalResponse) {
			const cachedGlobalResponse = init[responseCache];
			if (cachedGlobalResponse) {
				this.#init = cachedGlobalResponse;
				this[getResponseCache]();
				return;
			}
			this.#init = init instanceof Response$1 ? init.#init : init;
			headers = new Headers(init.headers);
		} else this.#init = init;
		if (body == null || typeof body === "string" || typeof body?.getReader !== "undefined" || body instanceof Blob || body instanceof Uint8Array) this[cacheKey] = [
			init?.status || 200,
			body ?? null,
			headers || init?.headers
		];
	}
	get headers() {
		const cache = this[cacheKey];
		if (cache) {
			if (!(cache[2] instanceof Headers)) cache[2] = new Headers(cache[2] || (cache[1] === null ? void 0 : { "content-type": defaultContentType }));
			return cache[2];
		}
		return this[getResponseCache]().headers;
	}
	get status() {
		return this[cacheKey]?.[0] ?? this[getResponseCache]().status;
	}
	get ok() {
		const status = this.status;
		return status >= 200 && status < 300;
	}
};
[
	"body",
	"bodyUsed",
	"redirected",
	"statusText",
	"trailers",
	"type",
	"url"
].forEach((k) => {
	Object.defineProperty(Response$1.prototype, k, { get() {
		return this[getResponseCache]()[k];
	} });
});
[
	"arrayBuffer",
	"blob",
	"clone",
	"formData",
	"json",
	"text"
].forEach((k) => {
	Object.defineProperty(Response$1.prototype, k, { value: function() {
		return this[getResponseCache]()[k]();
	} });
});
Object.defineProperty(Response$1.prototype, Symbol.for("nodejs.util.inspect.custom"), { value: function(depth, options, inspectFn) {
	return `Response (lightweight) ${inspectFn({
		status: this.status,
		headers: this.headers,
		ok: this.ok,
		nativeResponse: this[responseCache]
	}, {
		...options,
		depth: depth == null ? null : depth - 1
	})}`;
} });
Object.setPrototypeOf(Response$1, GlobalResponse);
Object.setPrototypeOf(Response$1.prototype, GlobalResponse.prototype);
const validRedirectUrl = /^https?:\/\/[!#-;=?-[\]_a-z~A-Z]+$/;
const parseRedirectUrl = (url) => {
	if (url instanceof URL) return url.href;
	if (validRedirectUrl.test(url)) return url;
	return new URL(url).href;
};
const validRedirectStatuses = /* @__PURE__ */ new Set([
	301,
	302,
	303,
	307,
	308
]);
Object.defineProperty(Response$1, "redirect", {
	value: function redirect(url, status = 302) {
		if (!validRedirectStatuses.has(status)) throw new RangeError("Invalid status code");
		return new Response$1(null, {
			status,
			headers: { location: parseRedirectUrl(url) }
		});
	},
	writable: true,
	configurable: true
});
Object.defineProperty(Response$1, "json", {
	value: function json(data, init) {
		const body = JSON.stringify(data);
		if (body === void 0) throw new TypeError("The data is not JSON serializable");
		const initHeaders = init?.headers;
		let headers;
		if (initHeaders) {
			headers = new Headers(initHeaders);
			if (!headers.has("content-type")) headers.set("content-type", "application/json");
		} else headers = { "content-type": "application/json" };
		return new Response$1(body, {
			status: init?.status ?? 200,
			statusText: init?.statusText,
			headers
		});
	},
	writable: true,
	configurable: true
});
async function readWithoutBlocking(readPromise) {
	return Promise.race([readPromise, Promise.resolve().then(() => Promise.resolve(void 0))]);
}
function writeFromReadableStreamDefaultReader(reader, writable, currentReadPromise) {
	const cancel = (error) => {
		reader.cancel(error).catch(() => {});
	};
	const stream = writable.stream;
	if (writable.destroyed || stream?.closed || stream?.destroyed) {
		cancel();
		return reader.closed;
	}
	writable.on("close", cancel);
	writable.on("error", cancel);
	(currentReadPromise ?? reader.read()).then(flow, handleStreamError);
	return reader.closed.finally(() => {
		writable.off("close", cancel);
		writable.off("error", cancel);
	});
	function handleStreamError(error) {
		if (error) writable.destroy(error);
	}
	function onDrain() {
		reader.read().then(flow, handleStreamError);
	}
	function flow({ done, value }) {
		try {
			if (done) writable.end();
			else if (!writable.write(value)) writable.once("drain", onDrain);
			else reader.read().then(flow, handleStreamError);
		} catch (e) {
			handleStreamError(e);
		}
	}
}
function writeFromReadableStream(stream, writable) {
	if (stream.locked) throw new TypeError("ReadableStream is locked.");
	else if (writable.destroyed) {
		stream.cancel().catch(() => {});
		return;
	}
	return writeFromReadableStreamDefaultReader(stream.getReader(), writable);
}
const buildOutgoingHttpHeaders = (headers, defaultContentType) => {
	const res = {};
	if (!(headers instanceof Headers)) headers = new Headers(headers ?? void 0);
	if (headers.has("set-cookie")) {
		const cookies = [];
		for (const [k, v] of headers) if (k === "set-cookie") cookies.push(v);
		else res[k] = v;
		if (cookies.length > 0) res["set-cookie"] = cookies;
	} else for (const [k, v] of headers) res[k] = v;
	if (defaultContentType) res["content-type"] ??= defaultContentType;
	return res;
};
const outgoingEnded = Symbol("outgoingEnded");
const incomingDraining = Symbol("incomingDraining");
const DRAIN_TIMEOUT_MS = 500;
const MAX_DRAIN_BYTES = 67108864;
const drainIncoming = (incoming) => {
	const incomingWithDrainState = incoming;
	if (incoming.destroyed || incomingWithDrainState[incomingDraining]) return;
	incomingWithDrainState[incomingDraining] = true;
	if (incoming instanceof Http2ServerRequest) {
		try {
			incoming.stream?.close?.(constants$1.NGHTTP2_NO_ERROR);
		} catch {}
		return;
	}
	let bytesRead = 0;
	const cleanup = () => {
		clearTimeout(timer);
		incoming.off("data", onData);
		incoming.off("end", cleanup);
		incoming.off("error", cleanup);
	};
	const forceClose = () => {
		cleanup();
		const socket = incoming.socket;
		if (socket && !socket.destroyed) {
			if (typeof socket.destroySoon === "function") socket.destroySoon();
			else if (typeof socket.destroy === "function") socket.destroy();
		}
	};
	const timer = setTimeout(forceClose, DRAIN_TIMEOUT_MS);
	timer.unref?.();
	const onData = (chunk) => {
		bytesRead += chunk.length;
		if (bytesRead > MAX_DRAIN_BYTES) forceClose();
	};
	incoming.on("data", onData);
	incoming.on("end", cleanup);
	incoming.on("error", cleanup);
	incoming.resume();
};
const makeCloseHandler = (req, incoming, outgoing, needsBodyCleanup) => () => {
	if (incoming.errored) {
		recordBodyBufferedBeforeDisconnect(incoming);
		req[abortRequest](incoming.errored.toString());
	} else if (!outgoing.writableFinished || incoming instanceof Http2ServerRequest && incoming.aborted) {
		recordBodyBufferedBeforeDisconnect(incoming);
		req[abortRequest]("Client connection prematurely closed.");
	}
	if (needsBodyCleanup && !incoming.readableEnded) setTimeout(() => {
		if (!incoming.readableEnded) setTimeout(() => {
			drainIncoming(incoming);
		});
	});
};
const isImmediateCacheableResponse = (res) => {
	if (!(cacheKey in res)) return false;
	const body = res[cacheKey][1];
	return body === null || typeof body === "string" || body instanceof Uint8Array;
};
const handleRequestError = () => new Response(null, { status: 400 });
const handleFetchError = (e) => new Response(null, { status: e instanceof Error && (e.name === "TimeoutError" || e.constructor.name === "TimeoutError") ? 504 : 500 });
const handleResponseError = (e, outgoing) => {
	const err = e instanceof Error ? e : new Error("unknown error", { cause: e });
	if (err.code === "ERR_STREAM_PREMATURE_CLOSE") console.info("The user aborted a request.");
	else {
		console.error(e);
		if (!outgoing.headersSent) {
			if (outgoing instanceof ServerResponse) outgoing._contentLength = null;
			outgoing.writeHead(500, { "Content-Type": "text/plain" });
		}
		outgoing.end(`Error: ${err.message}`);
		outgoing.destroy(err);
	}
};
const flushHeaders = (outgoing) => {
	if ("flushHeaders" in outgoing && outgoing.writable) outgoing.flushHeaders();
};
const trySetContentLength = (outgoing, status, length) => {
	const http1 = outgoing;
	if (http1._contentLength === null && http1._hasBody && http1.useChunkedEncodingByDefault && !http1._removedContLen && status >= 200 && status !== 204 && status !== 304 && !outgoing.hasHeader("content-length") && !outgoing.hasHeader("transfer-encoding") && !outgoing.hasHeader("trailer")) {
		http1._contentLength = length;
		return true;
	}
	return false;
};
const writeDefaultHeaders = (outgoing, status, length) => {
	if (trySetContentLength(outgoing, status, length)) outgoing.writeHead(status, { "Content-Type": defaultContentType });
	else outgoing.writeHead(status, {
		"Content-Type": defaultContentType,
		"Content-Length": length
	});
};
const responseViaCache = async (res, outgoing) => {
	let [status, body, header] = res[cacheKey];
	if (!header) {
		if (body === null) {
			outgoing.writeHead(status);
			outgoing.end();
		} else if (typeof body === "string") {
			writeDefaultHeaders(outgoing, status, Buffer.byteLength(body));
			outgoing.end(body);
		} else if (body instanceof Uint8Array) {
			writeDefaultHeaders(outgoing, status, body.byteLength);
			outgoing.end(body);
		} else if (body instanceof Blob) {
			writeDefaultHeaders(outgoing, status, body.size);
			outgoing.end(new Uint8Array(await body.arrayBuffer()));
		} else {
			outgoing.writeHead(status, { "Content-Type": defaultContentType });
			flushHeaders(outgoing);
			await writeFromReadableStream(body, outgoing)?.catch((e) => handleResponseError(e, outgoing));
		}
		outgoing[outgoingEnded]?.();
		return;
	}
	let hasContentLength = false;
	let plainHeaders = false;
	let canAutoLength = true;
	if (header instanceof Headers) {
		hasContentLength = header.has("content-length");
		header = buildOutgoingHttpHeaders(header, body === null ? void 0 : defaultContentType);
	} else if (Array.isArray(header)) {
		const headerObj = new Headers(header);
		hasContentLength = headerObj.has("content-length");
		header = buildOutgoingHttpHeaders(headerObj, body === null ? void 0 : defaultContentType);
	} else {
		plainHeaders = true;
		for (const key in header) {
			if (key.length === 14 && key.toLowerCase() === "content-length") {
				hasContentLength = true;
				break;
			}
			if (key.length === 17 && key.toLowerCase() === "transfer-encoding" || key.length === 7 && key.toLowerCase() === "trailer") canAutoLength = false;
		}
	}
	if (!hasContentLength) {
		let length;
		if (typeof body === "string") length = Buffer.byteLength(body);
		else if (body instanceof Uint8Array) length = body.byteLength;
		else if (body instanceof Blob) length = body.size;
		if (length !== void 0 && (!plainHeaders || !canAutoLength || !trySetContentLength(outgoing, status, length))) {
			if (plainHeaders) header = { ...header };
			header["Content-Length"] = length;
		}
	}
	outgoing.writeHead(status, header);
	if (body == null) outgoing.end();
	else if (typeof body === "string" || body instanceof Uint8Array) outgoing.end(body);
	else if (body instanceof Blob) outgoing.end(new Uint8Array(await body.arrayBuffer()));
	else {
		flushHeaders(outgoing);
		await writeFromReadableStream(body, outgoing)?.catch((e) => handleResponseError(e, outgoing));
	}
	outgoing[outgoingEnded]?.();
};
const isPromise = (res) => typeof res.then === "function";
const responseViaResponseObject = async (res, outgoing, options = {}) => {
	if (isPromise(res)) if (options.errorHandler) try {
		res = await res;
	} catch (err) {
		const errRes = await options.errorHandler(err);
		if (!errRes) return;
		res = errRes;
	}
	else res = await res.catch(handleFetchError);
	if (cacheKey in res) return responseViaCache(res, outgoing);
	const resHeaderRecord = buildOutgoingHttpHeaders(res.headers, res.body === null ? void 0 : defaultContentType);
	if (res.body) {
		const reader = res.body.getReader();
		const values = [];
		let done = false;
		let currentReadPromise = void 0;
		if (resHeaderRecord["transfer-encoding"] !== "chunked") {
			let maxReadCount = 2;
			for (let i = 0; i < maxReadCount; i++) {
				currentReadPromise ||= reader.read();
				const chunk = await readWithoutBlocking(currentReadPromise);
				if (!chunk) {
					if (i === 1) {
						await new Promise((resolve) => setTimeout(resolve));
						maxReadCount = 3;
						continue;
					}
					break;
				}
				currentReadPromise = void 0;
				if (chunk.value) values.push(chunk.value);
				if (chunk.done) {
					done = true;
					break;
				}
			}
			if (done && !("content-length" in resHeaderRecord)) resHeaderRecord["content-length"] = values.reduce((acc, value) => acc + value.length, 0);
		}
		outgoing.writeHead(res.status, resHeaderRecord);
		values.forEach((value) => {
			outgoing.write(value);
		});
		if (done) outgoing.end();
		else {
			if (values.length === 0) flushHeaders(outgoing);
			await writeFromReadableStreamDefaultReader(reader, outgoing, currentReadPromise);
		}
	} else if (resHeaderRecord["x-hono-already-sent"]) {} else {
		outgoing.writeHead(res.status, resHeaderRecord);
		outgoing.end();
	}
	outgoing[outgoingEnded]?.();
};
const getRequestListener = (fetchCallback, options = {}) => {
	const autoCleanupIncoming = options.autoCleanupIncoming ?? true;
	if (options.overrideGlobalObjects !== false && global.Request !== Request$1) {
		Object.defineProperty(global, "Request", { value: Request$1 });
		Object.defineProperty(global, "Response", { value: Response$1 });
	}
	return async (incoming, outgoing) => {
		let res, req;
		let needsBodyCleanup = false;
		let closeHandlerAttached = false;
		const ensureCloseHandler = () => {
			if (!req || closeHandlerAttached) return;
			closeHandlerAttached = true;
			outgoing.on("close", makeCloseHandler(req, incoming, outgoing, needsBodyCleanup));
		};
		try {
			req = newRequest(incoming, options.hostname);
			needsBodyCleanup = autoCleanupIncoming && !(incoming.method === "GET" || incoming.method === "HEAD");
			if (needsBodyCleanup) {
				incoming[wrapBodyStream] = true;
				if (incoming instanceof Http2ServerRequest) outgoing[outgoingEnded] = () => {
					if (!incoming.readableEnded) setTimeout(() => {
						if (!incoming.readableEnded) setTimeout(() => {
							incoming.destroy();
							outgoing.destroy();
						});
					});
				};
			}
			res = fetchCallback(req, {
				incoming,
				outgoing
			});
			if (!isPromise(res) && isImmediateCacheableResponse(res)) {
				if (needsBodyCleanup && !incoming.readableEnded) outgoing.once("finish", () => {
					if (!incoming.readableEnded) drainIncoming(incoming);
				});
				return responseViaCache(res, outgoing);
			}
			ensureCloseHandler();
		} catch (e) {
			if (!res) if (options.errorHandler) {
				ensureCloseHandler();
				res = await options.errorHandler(req ? e : toRequestError(e));
				if (!res) return;
			} else if (!req) res = handleRequestError();
			else res = handleFetchError(e);
			else return handleResponseError(e, outgoing);
		}
		try {
			return await responseViaResponseObject(res, outgoing, options);
		} catch (e) {
			return handleResponseError(e, outgoing);
		}
	};
};
/**
* @link https://developer.mozilla.org/en-US/docs/Web/API/CloseEvent
*/
const CloseEvent = globalThis.CloseEvent ?? class extends Event {
	#eventInitDict;
	constructor(type, eventInitDict = {}) {
		super(type, eventInitDict);
		this.#eventInitDict = eventInitDict;
	}
	get wasClean() {
		return this.#eventInitDict.wasClean ?? false;
	}
	get code() {
		return this.#eventInitDict.code ?? 0;
	}
	get reason() {
		return this.#eventInitDict.reason ?? "";
	}
};
/**
* Node.js has no global `ErrorEvent`, unlike `Event`/`MessageEvent`/`CloseEvent`.
* @link https://developer.mozilla.org/en-US/docs/Web/API/ErrorEvent
*/
const ErrorEvent = globalThis.ErrorEvent ?? class extends Event {
	#eventInitDict;
	constructor(type, eventInitDict = {}) {
		super(type, eventInitDict);
		this.#eventInitDict = eventInitDict;
	}
	get message() {
		return this.#eventInitDict.message ?? "";
	}
	get filename() {
		return this.#eventInitDict.filename ?? "";
	}
	get lineno() {
		return this.#eventInitDict.lineno ?? 0;
	}
	get colno() {
		return this.#eventInitDict.colno ?? 0;
	}
	get error() {
		return this.#eventInitDict.error ?? null;
	}
};
const generateConnectionSymbol = () => Symbol("connection");
const CONNECTION_SYMBOL_KEY = Symbol("CONNECTION_SYMBOL_KEY");
const WAIT_FOR_WEBSOCKET_SYMBOL = Symbol("WAIT_FOR_WEBSOCKET_SYMBOL");
const responseHeadersToSkip = /* @__PURE__ */ new Set([
	"connection",
	"content-length",
	"keep-alive",
	"proxy-authenticate",
	"proxy-authorization",
	"te",
	"trailer",
	"transfer-encoding",
	"upgrade",
	"sec-websocket-accept",
	"sec-websocket-extensions",
	"sec-websocket-protocol"
]);
const appendResponseHeaders = (headers, responseHeaders) => {
	if (!responseHeaders) return;
	responseHeaders.forEach((value, key) => {
		if (responseHeadersToSkip.has(key.toLowerCase())) return;
		headers.push(`${key}: ${value}`);
	});
};
const rejectUpgradeRequest = (socket, status, responseHeaders) => {
	if (socket.destroyed) return;
	const responseLines = ["Connection: close", "Content-Length: 0"];
	appendResponseHeaders(responseLines, responseHeaders);
	socket.end(`HTTP/1.1 ${status.toString()} ${STATUS_CODES[status] ?? ""}\r\n${responseLines.join("\r\n")}\r\n\r
`);
};
const createUpgradeRequest = (request) => {
	const protocol = request.socket.encrypted ? "https" : "http";
	const incomingUrl = request.url ?? "/";
	let url;
	if (incomingUrl[0] !== "/" && (incomingUrl.startsWith("http://") || incomingUrl.startsWith("https://"))) {
		validateRequestTarget(incomingUrl);
		url = new URL(incomingUrl).href;
	} else url = buildUrl(protocol, request.headers.host ?? "localhost", incomingUrl);
	const headers = new Headers();
	for (const key in request.headers) {
		const value = request.headers[key];
		if (!value) continue;
		headers.append(key, Array.isArray(value) ? value[0] : value);
	}
	return new Request(url, { headers });
};
const setupWebSocket = (options) => {
	const { server, fetchCallback, wss } = options;
	const waiterMap = /* @__PURE__ */ new Map();
	wss.on("connection", (ws, request) => {
		const waiter = waiterMap.get(request);
		if (waiter) {
			waiter.resolve(ws);
			waiterMap.delete(request);
		}
	});
	const rejectWaiter = (request) => {
		const waiter = waiterMap.get(request);
		if (waiter) {
			waiterMap.delete(request);
			waiter.reject(/* @__PURE__ */ new Error("WebSocket handshake aborted"));
		}
	};
	const waitForWebSocket = (request, connectionSymbol) => {
		return new Promise((resolve, reject) => {
			waiterMap.set(request, {
				resolve,
				reject,
				connectionSymbol
			});
		});
	};
	server.on("upgrade", async (request, socket, head) => {
		if (request.headers.upgrade?.toLowerCase() !== "websocket") return;
		const ignoreSocketError = () => {};
		const reclaimWaiterOnClose = () => rejectWaiter(request);
		socket.on("error", ignoreSocketError);
		socket.once("close", reclaimWaiterOnClose);
		const env = {
			incoming: request,
			outgoing: void 0,
			wss,
			[WAIT_FOR_WEBSOCKET_SYMBOL]: waitForWebSocket
		};
		let status = 400;
		let responseHeaders;
		try {
			const response = await fetchCallback(createUpgradeRequest(request), env);
			if (response instanceof Response) {
				status = response.status;
				responseHeaders = response.headers;
			}
		} catch (error) {
			if (server.listenerCount("upgrade") === 1) rejectUpgradeRequest(socket, error instanceof RequestError ? 400 : 500);
			return;
		}
		if (socket.destroyed) {
			rejectWaiter(request);
			return;
		}
		const waiter = waiterMap.get(request);
		if (!waiter || waiter.connectionSymbol !== env[CONNECTION_SYMBOL_KEY]) {
			rejectWaiter(request);
			if (server.listenerCount("upgrade") === 1) rejectUpgradeRequest(socket, status, responseHeaders);
			return;
		}
		const addResponseHeaders = (headers) => {
			appendResponseHeaders(headers, responseHeaders);
		};
		wss.on("headers", addResponseHeaders);
		try {
			wss.handleUpgrade(request, socket, head, (ws) => {
				socket.off("close", reclaimWaiterOnClose);
				socket.off("error", ignoreSocketError);
				wss.emit("connection", ws, request);
			});
		} finally {
			wss.off("headers", addResponseHeaders);
		}
	});
	server.on("close", () => {
		wss.close();
	});
};
const upgradeWebSocket = defineWebSocketHelper(async (c, events, options) => {
	if (c.req.header("upgrade")?.toLowerCase() !== "websocket") return;
	const env = c.env;
	const waitForWebSocket = env[WAIT_FOR_WEBSOCKET_SYMBOL];
	if (!waitForWebSocket || !env.incoming) return new Response(null, { status: 500 });
	const connectionSymbol = generateConnectionSymbol();
	env[CONNECTION_SYMBOL_KEY] = connectionSymbol;
	(async () => {
		let ws;
		try {
			ws = await waitForWebSocket(env.incoming, connectionSymbol);
		} catch {
			return;
		}
		const messagesReceivedInStarting = [];
		const bufferMessage = (data, isBinary) => {
			messagesReceivedInStarting.push([data, isBinary]);
		};
		ws.on("message", bufferMessage);
		const ctx = {
			binaryType: "arraybuffer",
			close(code, reason) {
				ws.close(code, reason);
			},
			protocol: ws.protocol,
			raw: ws,
			get readyState() {
				return ws.readyState;
			},
			send(source, opts) {
				ws.send(source, { compress: opts?.compress });
			},
			url: new URL(c.req.url)
		};
		try {
			events?.onOpen?.(new Event("open"), ctx);
		} catch (e) {
			(options?.onError ?? console.error)(e);
		}
		const handleMessage = (data, isBinary) => {
			const datas = Array.isArray(data) ? data : [data];
			for (const data of datas) try {
				events?.onMessage?.(new MessageEvent("message", { data: isBinary ? data instanceof ArrayBuffer ? data : data.buffer.slice(data.byteOffset, data.byteOffset + data.byteLength) : typeof data === "string" ? data : Buffer.from(data).toString("utf-8") }), ctx);
			} catch (e) {
				(options?.onError ?? console.error)(e);
			}
		};
		ws.off("message", bufferMessage);
		for (const message of messagesReceivedInStarting) handleMessage(...message);
		ws.on("message", (data, isBinary) => {
			handleMessage(data, isBinary);
		});
		ws.on("close", (code, reason) => {
			try {
				events?.onClose?.(new CloseEvent("close", {
					code,
					reason: reason.toString()
				}), ctx);
			} catch (e) {
				(options?.onError ?? console.error)(e);
			}
		});
		ws.on("error", (error) => {
			try {
				events?.onError?.(new ErrorEvent("error", { error }), ctx);
			} catch (e) {
				(options?.onError ?? console.error)(e);
			}
		});
	})();
	return new Response();
});
const createAdaptorServer = (options) => {
	const fetchCallback = options.fetch;
	const requestListener = getRequestListener(fetchCallback, {
		hostname: options.hostname,
		overrideGlobalObjects: options.overrideGlobalObjects,
		autoCleanupIncoming: options.autoCleanupIncoming
	});
	const server = (options.createServer || createServer)(options.serverOptions || {}, requestListener);
	if (options.websocket && options.websocket.server) {
		if (options.websocket.server.options.noServer !== true) throw new Error("WebSocket server must be created with { noServer: true } option");
		setupWebSocket({
			server,
			fetchCallback,
			wss: options.websocket.server
		});
	}
	return server;
};

// node_modules/hono/dist/http-exception.js
/**
* `HTTPException` must be used when a fatal error such as authentication failure occurs.
*
* @see {@link https://hono.dev/docs/api/exception}
*
* @param {StatusCode} status - status code of HTTPException
* @param {HTTPExceptionOptions} options - options of HTTPException
* @param {HTTPExceptionOptions["res"]} options.res - response of options of HTTPException
* @param {HTTPExceptionOptions["message"]} options.message - message of options of HTTPException
* @param {HTTPExceptionOptions["cause"]} options.cause - cause of options of HTTPException
*
* @example
* ```ts
* import { HTTPException } from 'hono/http-exception'
*
* // ...
*
* app.post('/auth', async (c, next) => {
*   // authentication
*   if (authorized === false) {
*     throw new HTTPException(401, { message: 'Custom error message' })
*   }
*   await next()
* })
* ```
*/
var HTTPException = class extends Error {
	res;
	status;
	/**
	* Creates an instance of `HTTPException`.
	* @param status - HTTP status code for the exception. Defaults to 500.
	* @param options - Additional options for the exception.
	*/
	constructor(status = 500, options) {
		super(options?.message, { cause: options?.cause });
		this.res = options?.res;
		this.status = status;
	}
	/**
	* Returns the response object associated with the exception.
	* If a response object is not provided, a new response is created with the error message and status code.
	* @returns The response object.
	*/
	getResponse() {
		if (this.res) return new Response(this.res.body, {
			status: this.status,
			headers: this.res.headers
		});
		return new Response(this.message, { status: this.status });
	}
};

// node_modules/hono/dist/request/constants.js
const GET_MATCH_RESULT = Symbol();

// node_modules/hono/dist/utils/buffer.js
const bufferToFormData = (arrayBuffer, contentType) => {
	return new Response(arrayBuffer, { headers: { "Content-Type": contentType.replace(/^[^;]+/, (mediaType) => mediaType.toLowerCase()) } }).formData();
};

// node_modules/hono/dist/utils/body.js
const MAX_NESTED_OBJECTS = 1e4;
const isRawRequest = (request) => "headers" in request;
const parseBody = async (request, options = Object.create(null)) => {
	const { all = false, dot = false } = options;
	const mediaType = (isRawRequest(request) ? request.headers : request.raw.headers).get("Content-Type")?.split(";")[0].trim().toLowerCase();
	if (mediaType === "multipart/form-data" || mediaType === "application/x-www-form-urlencoded") return parseFormData(request, {
		all,
		dot
	});
	return {};
};
/**
* Parses form data from a request.
*
* @template T - The type of the parsed body data.
* @param {HonoRequest | Request} request - The request object containing form data.
* @param {ParseBodyOptions} options - Options for parsing the form data.
* @returns {Promise<T>} The parsed body data.
*/
async function parseFormData(request, options) {
	if (!isRawRequest(request) && request.bodyCache.formData) return convertFormDataToBodyData(await request.bodyCache.formData, options);
	const headers = isRawRequest(request) ? request.headers : request.raw.headers;
	const arrayBuffer = await request.arrayBuffer();
	const formDataPromise = bufferToFormData(arrayBuffer, headers.get("Content-Type") || "");
	if (!isRawRequest(request)) request.bodyCache.formData = formDataPromise;
	const formData = await formDataPromise;
	if (formData) return convertFormDataToBodyData(formData, options);
	return {};
}
/**
* Converts form data to body data based on the provided options.
*
* @template T - The type of the parsed body data.
* @param {FormData} formData - The form data to convert.
* @param {ParseBodyOptions} options - Options for parsing the form data.
* @returns {T} The converted body data.
*/
function convertFormDataToBodyData(formData, options) {
	const form = Object.create(null);
	const nestingState = { count: 0 };
	formData.forEach((value, key) => {
		if (!(options.all || key.endsWith("[]"))) form[key] = value;
		else handleParsingAllValues(form, key, value);
	});
	if (options.dot) Object.entries(form).forEach(([key, value]) => {
		if (key.includes(".")) {
			handleParsingNestedValues(form, key, value, nestingState);
			delete form[key];
		}
	});
	return form;
}
/**
* Handles parsing all values for a given key, supporting multiple values as arrays.
*
* @param {BodyData} form - The form data object.
* @param {string} key - The key to parse.
* @param {FormDataEntryValue} value - The value to assign.
*/
const handleParsingAllValues = (form, key, value) => {
	if (form[key] !== void 0) {
		if (Array.isArray(form[key])) form[key].push(value);
		else form[key] = [form[key], value];
	} else if (!key.endsWith("[]")) form[key] = value;
	else form[key] = [value];
};
/**
* Handles parsing nested values using dot notation keys.
*
* @param {BodyData} form - The form data object.
* @param {string} key - The dot notation key.
* @param {BodyDataValue} value - The value to assign.
* @param {{ count: number }} state - The state object tracking nesting depth.
*/
const handleParsingNestedValues = (form, key, value, state) => {
	if (/(?:^|\.)__proto__\./.test(key)) return;
	let nestedForm = form;
	const keys = key.split(".", 34);
	if (keys.length > 33) throwNestingLimitExceeded();
	keys.forEach((key, index) => {
		if (index === keys.length - 1) nestedForm[key] = value;
		else {
			if (!nestedForm[key] || typeof nestedForm[key] !== "object" || Array.isArray(nestedForm[key]) || nestedForm[key] instanceof File) {
				if (state.count++ >= MAX_NESTED_OBJECTS) throwNestingLimitExceeded();
				nestedForm[key] = Object.create(null);
			}
			nestedForm = nestedForm[key];
		}
	});
};
const throwNestingLimitExceeded = () => {
	throw new Error("Nesting limit exceeded");
};

// node_modules/hono/dist/utils/url.js
const splitPath = (path) => {
	const paths = path.split("/");
	if (paths[0] === "") paths.shift();
	return paths;
};
const splitRoutingPath = (routePath) => {
	const { groups, path } = extractGroupsFromPath(routePath);
	const paths = splitPath(path);
	return replaceGroupMarks(paths, groups);
};
const extractGroupsFromPath = (path) => {
	const groups = [];
	path = path.replace(/\{[^}]+\}/g, (match, index) => {
		const mark = `@${index}`;
		groups.push([mark, match]);
		return mark;
	});
	return {
		groups,
		path
	};
};
const replaceGroupMarks = (paths, groups) => {
	for (let i = groups.length - 1; i >= 0; i--) {
		const [mark] = groups[i];
		for (let j = paths.length - 1; j >= 0; j--) if (paths[j].includes(mark)) {
			paths[j] = paths[j].replace(mark, groups[i][1]);
			break;
		}
	}
	return paths;
};
const patternCache = {};
const getPattern = (label, next) => {
	if (label === "*") return "*";
	const match = label.match(/^\:([^\{\}]+)(?:\{(.+)\})?$/);
	if (match) {
		const cacheKey = `${label}#${next}`;
		if (!patternCache[cacheKey]) {
			if (match[2]) patternCache[cacheKey] = next && next[0] !== ":" && next[0] !== "*" ? [
				cacheKey,
				match[1],
				new RegExp(`^${match[2]}(?=/${next})`)
			] : [
				label,
				match[1],
				new RegExp(`^${match[2]}$`)
			];
			else patternCache[cacheKey] = [
				label,
				match[1],
				true
			];
		}
		return patternCache[cacheKey];
	}
	return null;
};
const tryDecode = (str, decoder) => {
	try {
		return decoder(str);
	} catch {
		return str.replace(/(?:%[0-9A-Fa-f]{2})+/g, (match) => {
			try {
				return decoder(match);
			} catch {
				return match;
			}
		});
	}
};
const decodeURIWithPreservedPercent = (value) => decodeURI(value.includes("%25") ? value.replace(/%25/g, "%2525") : value);
const getPath = (request) => {
	const url = request.url;
	const start = url.indexOf("/", url.indexOf(":") + 4);
	let i = start;
	for (; i < url.length; i++) {
		const charCode = url.charCodeAt(i);
		if (charCode === 37) {
			const queryIndex = url.indexOf("?", i);
			const hashIndex = url.indexOf("#", i);
			const end = queryIndex === -1 ? hashIndex === -1 ? void 0 : hashIndex : hashIndex === -1 ? queryIndex : Math.min(queryIndex, hashIndex);
			const path = url.slice(start, end);
			const decoded = tryDecode(path, decodeURIWithPreservedPercent);
			if (/%(?![0-9A-Fa-f]{2})/.test(path)) {
				const rewritten = new URL("http://localhost");
				rewritten.pathname = decoded.replace(/[\\\t\n\r]/g, encodeURIComponent);
				if (tryDecode(rewritten.pathname, decodeURIWithPreservedPercent) !== decoded) return tryDecode(path.replace(/%(?![0-9A-Fa-f]{2})/g, "%25"), decodeURIWithPreservedPercent);
			}
			return decoded;
		} else if (charCode === 63 || charCode === 35) break;
	}
	return url.slice(start, i);
};
const getPathNoStrict = (request) => {
	const result = getPath(request);
	return result.length > 1 && result.at(-1) === "/" ? result.slice(0, -1) : result;
};
/**
* Merge paths.
* @param {string[]} ...paths - The paths to merge.
* @returns {string} The merged path.
* @example
* mergePath('/api', '/users') // '/api/users'
* mergePath('/api/', '/users') // '/api/users'
* mergePath('/api', '/') // '/api'
* mergePath('/api/', '/') // '/api/'
*/
const mergePath = (base, sub, ...rest) => {
	if (rest.length) sub = mergePath(sub, ...rest);
	return `${base?.[0] === "/" ? "" : "/"}${base}${sub === "/" ? "" : `${base?.at(-1) === "/" ? "" : "/"}${sub?.[0] === "/" ? sub.slice(1) : sub}`}`;
};
const checkOptionalParameter = (path) => {
	if (path.charCodeAt(path.length - 1) !== 63 || !path.includes(":")) return null;
	const segments = path.split("/");
	const results = [];
	let basePath = "";
	segments.forEach((segment) => {
		if (segment !== "" && !/\:/.test(segment)) basePath += "/" + segment;
		else if (/\:/.test(segment)) {
			if (segment.charCodeAt(segment.length - 1) === 63) {
				if (results.length === 0 && basePath === "") results.push("/");
				else results.push(basePath);
				const optionalSegment = segment.slice(0, -1);
				basePath += "/" + optionalSegment;
				results.push(basePath);
			} else basePath += "/" + segment;
		}
	});
	return results.filter((v, i, a) => a.indexOf(v) === i);
};
const tryDecodeURIComponent = (str) => str.indexOf("%") !== -1 ? tryDecode(str, decodeURIComponent_) : str;
const _decodeURI = (value) => {
	if (value.indexOf("+") !== -1) value = value.replace(/\+/g, " ");
	return tryDecodeURIComponent(value);
};
const _getQueryParam = (url, key, multiple) => {
	const hashIndex = url.indexOf("#", 8);
	if (hashIndex !== -1) url = url.slice(0, hashIndex);
	let encoded;
	if (!multiple && key && !/[%+&=]/.test(key)) {
		const queryIndex = url.indexOf("?", 8);
		let keyIndex = queryIndex;
		if (keyIndex === -1) return;
		if (!url.startsWith(key, keyIndex + 1)) keyIndex = url.indexOf(`&${key}`, keyIndex + 1);
		while (keyIndex !== -1) {
			const trailingKeyCode = url.charCodeAt(keyIndex + key.length + 1);
			if (trailingKeyCode === 61 || trailingKeyCode === 38 || isNaN(trailingKeyCode)) {
				if (keyIndex > queryIndex && /(?:^|&)[^=&]*[%+]/.test(url.slice(queryIndex + 1, keyIndex))) break;
				if (trailingKeyCode === 61) {
					const valueIndex = keyIndex + key.length + 2;
					const endIndex = url.indexOf("&", valueIndex);
					return _decodeURI(url.slice(valueIndex, endIndex === -1 ? void 0 : endIndex));
				}
				return "";
			}
			keyIndex = url.indexOf(`&${key}`, keyIndex + 1);
		}
		encoded = /[%+]/.test(url);
		if (!encoded) return;
	}
	const results = Object.create(null);
	encoded ??= /[%+]/.test(url);
	let keyIndex = url.indexOf("?", 8);
	while (keyIndex !== -1) {
		const nextKeyIndex = url.indexOf("&", keyIndex + 1);
		let valueIndex = url.indexOf("=", keyIndex);
		if (valueIndex > nextKeyIndex && nextKeyIndex !== -1) valueIndex = -1;
		let name = url.slice(keyIndex + 1, valueIndex === -1 ? nextKeyIndex === -1 ? void 0 : nextKeyIndex : valueIndex);
		if (encoded) name = _decodeURI(name);
		keyIndex = nextKeyIndex;
		if (name === "") continue;
		let value;
		if (valueIndex === -1) value = "";
		else {
			value = url.slice(valueIndex + 1, nextKeyIndex === -1 ? void 0 : nextKeyIndex);
			if (encoded) value = _decodeURI(value);
		}
		if (multiple) {
			if (!(results[name] && Array.isArray(results[name]))) results[name] = [];
			results[name].push(value);
		} else results[name] ??= value;
	}
	return key ? results[key] : results;
};
const getQueryParam = _getQueryParam;
const getQueryParams = (url, key) => {
	return _getQueryParam(url, key, true);
};
const decodeURIComponent_ = decodeURIComponent;

// node_modules/hono/dist/request.js
var HonoRequest = class {
	/**
	* `.raw` can get the raw Request object.
	*
	* @see {@link https://hono.dev/docs/api/request#raw}
	*
	* @example
	* ```ts
	* // For Cloudflare Workers
	* app.post('/', async (c) => {
	*   const metadata = c.req.raw.cf?.hostMetadata?
	*   ...
	* })
	* ```
	*/
	raw;
	#validatedData;
	#matchResult;
	routeIndex = 0;
	/**
	* `.path` can get the pathname of the request.
	*
	* @see {@link https://hono.dev/docs/api/request#path}
	*
	* @example
	* ```ts
	* app.get('/about/me', (c) => {
	*   const pathname = c.req.path // `/about/me`
	* })
	* ```
	*/
	path;
	bodyCache = {};
	constructor(request, path = "/", matchResult = [[]]) {
		this.raw = request;
		this.path = path;
		this.#matchResult = matchResult;
	}
	param(key) {
		return key ? this.#getDecodedParam(key) : this.#getAllDecodedParams();
	}
	#getDecodedParam(key) {
		const paramKey = this.#matchResult[0][this.routeIndex]?.[1][key];
		const param = this.#getParamValue(paramKey);
		return param && tryDecodeURIComponent(param);
	}
	#getAllDecodedParams() {
		const decoded = {};
		const keys = Object.keys(this.#matchResult[0][this.routeIndex]?.[1] ?? {});
		for (const key of keys) {
			const value = this.#getParamValue(this.#matchResult[0][this.routeIndex][1][key]);
			if (value !== void 0) decoded[key] = tryDecodeURIComponent(value);
		}
		return decoded;
	}
	#getParamValue(paramKey) {
		return this.#matchResult[1] ? this.#matchResult[1][paramKey] : paramKey;
	}
	query(key) {
		return getQueryParam(this.url, key);
	}
	queries(key) {
		return getQueryParams(this.url, key);
	}
	header(name) {
		if (name) return this.raw.headers.get(name) ?? void 0;
		const headerData = Object.create(null);
		this.raw.headers.forEach((value, key) => {
			headerData[key] = value;
		});
		return headerData;
	}
	async parseBody(options) {
		return parseBody(this, options);
	}
	#cachedBody = (key) => {
		const { bodyCache, raw } = this;
		const cachedBody = bodyCache[key];
		if (cachedBody) return cachedBody;
		for (const anyCachedKey in bodyCache) return bodyCache[anyCachedKey].then((body) => {
			if (anyCachedKey === "json") body = JSON.stringify(body);
			const contentType = anyCachedKey === "formData" ? void 0 : raw.headers.get("content-type");
			return new Response(body, { headers: contentType ? { "Content-Type": contentType } : void 0 })[key]();
		});
		return bodyCache[key] = raw[key]();
	};
	/**
	* `.json()` can parse Request body of type `application/json`
	*
	* @see {@link https://hono.dev/docs/api/request#json}
	*
	* @example
	* ```ts
	* app.post('/entry', async (c) => {
	*   const body = await c.req.json()
	* })
	* ```
	*/
	json() {
		return this.#cachedBody("text").then((text) => JSON.parse(text));
	}
	/**
	* `.text()` can parse Request body of type `text/plain`
	*
	* @see {@link https://hono.dev/docs/api/request#text}
	*
	* @example
	* ```ts
	* app.post('/entry', async (c) => {
	*   const body = await c.req.text()
	* })
	* ```
	*/
	text() {
		return this.#cachedBody("text");
	}
	/**
	* `.arrayBuffer()` parse Request body as an `ArrayBuffer`
	*
	* @see {@link https://hono.dev/docs/api/request#arraybuffer}
	*
	* @example
	* ```ts
	* app.post('/entry', async (c) => {
	*   const body = await c.req.arrayBuffer()
	* })
	* ```
	*/
	arrayBuffer() {
		return this.#cachedBody("arrayBuffer");
	}
	/**
	* `.bytes()` parses the request body as a `Uint8Array`.
	*
	* @see {@link https://hono.dev/docs/api/request#bytes}
	*
	* @example
	* ```ts
	* app.post('/entry', async (c) => {
	*   const body = await c.req.bytes()
	* })
	* ```
	*/
	bytes() {
		return this.#cachedBody("arrayBuffer").then((buffer) => new Uint8Array(buffer));
	}
	/**
	* Parses the request body as a `Blob`.
	* @example
	* ```ts
	* app.post('/entry', async (c) => {
	*   const body = await c.req.blob();
	* });
	* ```
	* @see https://hono.dev/docs/api/request#blob
	*/
	blob() {
		return this.#cachedBody("blob");
	}
	/**
	* Parses the request body as `FormData`.
	* @example
	* ```ts
	* app.post('/entry', async (c) => {
	*   const body = await c.req.formData();
	* });
	* ```
	* @see https://hono.dev/docs/api/request#formdata
	*/
	formData() {
		return this.#cachedBody("formData");
	}
	/**
	* Adds validated data to the request.
	*
	* @param target - The target of the validation.
	* @param data - The validated data to add.
	*/
	addValidatedData(target, data) {
		(this.#validatedData ??= {})[target] = data;
	}
	valid(target) {
		return this.#validatedData?.[target];
	}
	/**
	* `.url` can get the request url strings.
	*
	* @see {@link https://hono.dev/docs/api/request#url}
	*
	* @example
	* ```ts
	* app.get('/about/me', (c) => {
	*   const url = c.req.url // `http://localhost:8787/about/me`
	*   ...
	* })
	* ```
	*/
	get url() {
		return this.raw.url;
	}
	/**
	* `.method` can get the method name of the request.
	*
	* @see {@link https://hono.dev/docs/api/request#method}
	*
	* @example
	* ```ts
	* app.get('/about/me', (c) => {
	*   const method = c.req.method // `GET`
	* })
	* ```
	*/
	get method() {
		return this.raw.method;
	}
	get [GET_MATCH_RESULT]() {
		return this.#matchResult;
	}
	/**
	* `.matchedRoutes` can return a matched route in the handler
	*
	* @deprecated
	*
	* Use matchedRoutes helper defined in "hono/route" instead.
	*
	* @see {@link https://hono.dev/docs/api/request#matchedroutes}
	*
	* @example
	* ```ts
	* app.use('*', async function logger(c, next) {
	*   await next()
	*   c.req.matchedRoutes.forEach(({ handler, method, path }, i) => {
	*     const name = handler.name || (handler.length < 2 ? '[handler]' : '[middleware]')
	*     console.log(
	*       method,
	*       ' ',
	*       path,
	*       ' '.repeat(Math.max(10 - path.length, 0)),
	*       name,
	*       i === c.req.routeIndex ? '<- respond from here' : ''
	*     )
	*   })
	* })
	* ```
	*/
	get matchedRoutes() {
		return this.#matchResult[0].map(([[, route]]) => route);
	}
	/**
	* `.routePath` can retrieve the path registered within the handler
	*
	* @deprecated
	*
	* Use routePath helper defined in "hono/route" instead.
	*
	* @see {@link https://hono.dev/docs/api/request#routepath}
	*
	* @example
	* ```ts
	* app.get('/posts/:id', (c) => {
	*   return c.json({ path: c.req.routePath })
	* })
	* ```
	*/
	get routePath() {
		return this.#matchResult[0].map(([[, route]]) => route)[this.routeIndex].path;
	}
};

// node_modules/hono/dist/utils/html.js
/**
* @module
* HTML utility.
*/
const HtmlEscapedCallbackPhase = {
	Stringify: 1,
	BeforeStream: 2,
	Stream: 3
};
const raw = (value, callbacks) => {
	const escapedString = new String(value);
	escapedString.isEscaped = true;
	escapedString.callbacks = callbacks;
	return escapedString;
};
const resolveCallback = async (str, phase, preserveCallbacks, context, buffer) => {
	if (typeof str === "object" && !(str instanceof String)) {
		if (!(str instanceof Promise)) str = str.toString();
		if (str instanceof Promise) str = await str;
	}
	const callbacks = str.callbacks;
	if (!callbacks?.length) return Promise.resolve(str);
	if (buffer) buffer[0] += str;
	else buffer = [str];
	const resStr = Promise.all(callbacks.map((c) => c({
		phase,
		buffer,
		context
	}))).then((res) => Promise.all(res.filter(Boolean).map((str) => resolveCallback(str, phase, false, context, buffer))).then(() => buffer[0]));
	if (preserveCallbacks) return raw(await resStr, callbacks);
	else return resStr;
};

// node_modules/hono/dist/context.js
const TEXT_PLAIN = "text/plain; charset=UTF-8";
const setDefaultContentType = (contentType, headers) => {
	return {
		"Content-Type": contentType,
		...headers
	};
};
const createResponseInstance = (body, init) => new Response(body, init);
var Context = class {
	#rawRequest;
	#req;
	/**
	* `.env` can get bindings (environment variables, secrets, KV namespaces, D1 database, R2 bucket etc.) in Cloudflare Workers.
	*
	* @see {@link https://hono.dev/docs/api/context#env}
	*
	* @example
	* ```ts
	* // Environment object for Cloudflare Workers
	* app.get('*', async c => {
	*   const counter = c.env.COUNTER
	* })
	* ```
	*/
	env = {};
	#var;
	finalized = false;
	/**
	* `.error` can get the error object from the middleware if the Handler throws an error.
	*
	* @see {@link https://hono.dev/docs/api/context#error}
	*
	* @example
	* ```ts
	* app.use('*', async (c, next) => {
	*   await next()
	*   if (c.error) {
	*     // do something...
	*   }
	* })
	* ```
	*/
	error;
	#status;
	#executionCtx;
	#res;
	#layout;
	#renderer;
	#notFoundHandler;
	#preparedHeaders;
	#matchResult;
	#path;
	/**
	* Creates an instance of the Context class.
	*
	* @param req - The Request object.
	* @param options - Optional configuration options for the context.
	*/
	constructor(req, options) {
		this.#rawRequest = req;
		if (options) {
			this.#executionCtx = options.executionCtx;
			this.env = options.env;
			this.#notFoundHandler = options.notFoundHandler;
			this.#path = options.path;
			this.#matchResult = options.matchResult;
		}
	}
	/**
	* `.req` is the instance of {@link HonoRequest}.
	*/
	get req() {
		this.#req ??= new HonoRequest(this.#rawRequest, this.#path, this.#matchResult);
		return this.#req;
	}
	/**
	* @see {@link https://hono.dev/docs/api/context#event}
	* The FetchEvent associated with the current request.
	*
	* @throws Will throw an error if the context does not have a FetchEvent.
	*/
	get event() {
		if (this.#executionCtx && "respondWith" in this.#executionCtx) return this.#executionCtx;
		else throw Error("This context has no FetchEvent");
	}
	/**
	* @see {@link https://hono.dev/docs/api/context#executionctx}
	* The ExecutionContext associated with the current request.
	*
	* @throws Will throw an error if the context does not have an ExecutionContext.
	*/
	get executionCtx() {
		if (this.#executionCtx) return this.#executionCtx;
		else throw Error("This context has no ExecutionContext");
	}
	/**
	* @see {@link https://hono.dev/docs/api/context#res}
	* The Response object for the current request.
	*/
	get res() {
		return this.#res ||= createResponseInstance(null, { headers: this.#preparedHeaders ??= new Headers() });
	}
	/**
	* Sets the Response object for the current request.
	*
	* @param _res - The Response object to set.
	*/
	set res(_res) {
		if (this.#res && _res) {
			_res = createResponseInstance(_res.body, _res);
			for (const [k, v] of this.#res.headers.entries()) {
				if (k === "content-type") continue;
				if (k === "set-cookie") {
					const cookies = this.#res.headers.getSetCookie();
					_res.headers.delete("set-cookie");
					for (const cookie of cookies) _res.headers.append("set-cookie", cookie);
				} else _res.headers.set(k, v);
			}
		}
		this.#res = _res;
		this.finalized = true;
	}
	/**
	* `.render()` can create a response within a layout.
	*
	* @see {@link https://hono.dev/docs/api/context#render-setrenderer}
	*
	* @example
	* ```ts
	* app.get('/', (c) => {
	*   return c.render('Hello!')
	* })
	* ```
	*/
	render = (...args) => {
		this.#renderer ??= (content) => this.html(content);
		return this.#renderer(...args);
	};
	/**
	* Sets the layout for the response.
	*
	* @param layout - The layout to set.
	* @returns The layout function.
	*/
	setLayout = (layout) => this.#layout = layout;
	/**
	* Gets the current layout for the response.
	*
	* @returns The current layout function.
	*/
	getLayout = () => this.#layout;
	/**
	* `.setRenderer()` can set the layout in the custom middleware.
	*
	* @see {@link https://hono.dev/docs/api/context#render-setrenderer}
	*
	* @example
	* ```tsx
	* app.use('*', async (c, next) => {
	*   c.setRenderer((content) => {
	*     return c.html(
	*       <html>
	*         <body>
	*           <p>{content}</p>
	*         </body>
	*       </html>
	*     )
	*   })
	*   await next()
	* })
	* ```
	*/
	setRenderer = (renderer) => {
		this.#renderer = renderer;
	};
	/**
	* `.header()` can set headers.
	*
	* @see {@link https://hono.dev/docs/api/context#header}
	*
	* @example
	* ```ts
	* app.get('/welcome', (c) => {
	*   // Set headers
	*   c.header('X-Message', 'Hello!')
	*   c.header('Content-Type', 'text/plain')
	*
	*   // Append multiple headers using the append option (e.g. Vary)
	*   c.header('Vary', 'Accept-Encoding', { append: true })
	*   c.header('Vary', 'User-Agent', { append: true })
	*
	*   return c.body('Thank you for coming')
	* })
	* ```
	*/
	header = (name, value, options) => {
		if (this.finalized && !this.#res.bodyUsed) this.#res = createResponseInstance(this.#res.body, this.#res);
		const headers = this.#res ? this.#res.headers : this.#preparedHeaders ??= new Headers();
		if (value === void 0) headers.delete(name);
		else if (options?.append) headers.append(name, value);
		else headers.set(name, value);
	};
	status = (status) => {
		this.#status = status;
	};
	/**
	* `.set()` can set the value specified by the key.
	*
	* @see {@link https://hono.dev/docs/api/context#set-get}
	*
	* @example
	* ```ts
	* app.use('*', async (c, next) => {
	*   c.set('message', 'Hono is hot!!')
	*   await next()
	* })
	* ```
	*/
	set = (key, value) => {
		this.#var ??= /* @__PURE__ */ new Map();
		this.#var.set(key, value);
	};
	/**
	* `.get()` can use the value specified by the key.
	*
	* @see {@link https://hono.dev/docs/api/context#set-get}
	*
	* @example
	* ```ts
	* app.get('/', (c) => {
	*   const message = c.get('message')
	*   return c.text(`The message is "${message}"`)
	* })
	* ```
	*/
	get = (key) => {
		return this.#var ? this.#var.get(key) : void 0;
	};
	/**
	* `.var` can access the value of a variable.
	*
	* @see {@link https://hono.dev/docs/api/context#var}
	*
	* @example
	* ```ts
	* const result = c.var.client.oneMethod()
	* ```
	*/
	get var() {
		if (!this.#var) return {};
		return Object.fromEntries(this.#var);
	}
	#newResponse(data, arg, headers) {
		let responseHeaders = this.#res ? new Headers(this.#res.headers) : this.#preparedHeaders;
		if (typeof arg === "object" && arg.headers) {
			responseHeaders ??= new Headers();
			for (const [key, value] of new Headers(arg.headers)) if (key === "set-cookie") responseHeaders.append(key, value);
			else responseHeaders.set(key, value);
		}
		if (headers) {
			if (!responseHeaders) {
				let count = 0;
				for (const k in headers) if (++count > 1 || typeof headers[k] !== "string") {
					responseHeaders = new Headers();
					break;
				}
			}
			if (responseHeaders) for (const k in headers) {
				const v = headers[k];
				if (typeof v === "string") responseHeaders.set(k, v);
				else {
					responseHeaders.delete(k);
					for (const v2 of v) responseHeaders.append(k, v2);
				}
			}
		}
		const status = typeof arg === "number" ? arg : arg?.status ?? this.#status;
		return createResponseInstance(data, {
			status,
			headers: responseHeaders ?? headers
		});
	}
	newResponse = (...args) => this.#newResponse(...args);
	/**
	* `.body()` can return the HTTP response.
	* You can set headers with `.header()` and set HTTP status code with `.status`.
	* This can also be set in `.text()`, `.json()` and so on.
	*
	* @see {@link https://hono.dev/docs/api/context#body}
	*
	* @example
	* ```ts
	* app.get('/welcome', (c) => {
	*   // Set headers
	*   c.header('X-Message', 'Hello!')
	*   c.header('Content-Type', 'text/plain')
	*   // Set HTTP status code
	*   c.status(201)
	*
	*   // Return the response body
	*   return c.body('Thank you for coming')
	* })
	* ```
	*/
	body = (data, arg, headers) => this.#newResponse(data, arg, headers);
	/**
	* `.text()` can render text as `Content-Type:text/plain`.
	*
	* @see {@link https://hono.dev/docs/api/context#text}
	*
	* @example
	* ```ts
	* app.get('/say', (c) => {
	*   return c.text('Hello!')
	* })
	* ```
	*/
	text = (text, arg, headers) => {
		return !this.#preparedHeaders && !this.#status && !arg && !headers && !this.finalized ? new Response(text) : this.#newResponse(text, arg, setDefaultContentType(TEXT_PLAIN, headers));
	};
	/**
	* `.json()` can render JSON as `Content-Type:application/json`.
	*
	* @see {@link https://hono.dev/docs/api/context#json}
	*
	* @example
	* ```ts
	* app.get('/api', (c) => {
	*   return c.json({ message: 'Hello!' })
	* })
	* ```
	*/
	json = (object, arg, headers) => {
		return this.#newResponse(JSON.stringify(object), arg, setDefaultContentType("application/json", headers));
	};
	html = (html, arg, headers) => {
		const res = (html) => this.#newResponse(html, arg, setDefaultContentType("text/html; charset=UTF-8", headers));
		return typeof html === "object" ? resolveCallback(html, HtmlEscapedCallbackPhase.Stringify, false, {}).then(res) : res(html);
	};
	/**
	* `.redirect()` can Redirect, default status code is 302.
	*
	* @see {@link https://hono.dev/docs/api/context#redirect}
	*
	* @example
	* ```ts
	* app.get('/redirect', (c) => {
	*   return c.redirect('/')
	* })
	* app.get('/redirect-permanently', (c) => {
	*   return c.redirect('/', 301)
	* })
	* ```
	*/
	redirect = (location, status) => {
		const locationString = String(location);
		this.header("Location", !/[^\x00-\xFF]/.test(locationString) ? locationString : encodeURI(locationString));
		return this.newResponse(null, status ?? 302);
	};
	/**
	* `.notFound()` can return the Not Found Response.
	*
	* @see {@link https://hono.dev/docs/api/context#notfound}
	*
	* @example
	* ```ts
	* app.get('/notfound', (c) => {
	*   return c.notFound()
	* })
	* ```
	*/
	notFound = () => {
		this.#notFoundHandler ??= () => createResponseInstance();
		return this.#notFoundHandler(this);
	};
};

// node_modules/hono/dist/compose.js
/**
* Compose middleware functions into a single function based on `koa-compose` package.
*
* @template E - The environment type.
*
* @param {[[Function, unknown], unknown][] | [[Function]][]} middleware - An array of middleware functions and their corresponding parameters.
* @param {ErrorHandler<E>} [onError] - An optional error handler function.
* @param {NotFoundHandler<E>} [onNotFound] - An optional not-found handler function.
*
* @returns {(context: Context, next?: Next) => Promise<Context>} - A composed middleware function.
*/
const compose = (middleware, onError, onNotFound) => {
	return (context, next) => {
		let index = -1;
		return dispatch(0);
		/**
		* Dispatch the middleware functions.
		*
		* @param {number} i - The current index in the middleware array.
		*
		* @returns {Promise<Context>} - A promise that resolves to the context.
		*/
		async function dispatch(i) {
			if (i <= index) throw new Error("next() called multiple times");
			index = i;
			let res;
			let isError = false;
			let handler;
			if (middleware[i]) {
				handler = middleware[i][0][0];
				context.req.routeIndex = i;
			} else handler = i === middleware.length && next || void 0;
			if (handler) try {
				res = await handler(context, () => dispatch(i + 1));
			} catch (err) {
				if (err instanceof Error && onError) {
					context.error = err;
					res = await onError(err, context);
					isError = true;
				} else throw err;
			}
			else if (context.finalized === false && onNotFound) res = await onNotFound(context);
			if (res && (context.finalized === false || isError)) context.res = res;
			return context;
		}
	};
};

// node_modules/hono/dist/helper/route/index.js
/**
* Get matched routes in the handler
*
* @param {Context} c - The context object
* @returns An array of matched routes
*
* @example
* ```ts
* import { matchedRoutes } from 'hono/route'
*
* app.use('*', async function logger(c, next) {
*   await next()
*   matchedRoutes(c).forEach(({ handler, method, path }, i) => {
*     const name = handler.name || (handler.length < 2 ? '[handler]' : '[middleware]')
*     console.log(
*       method,
*       ' ',
*       path,
*       ' '.repeat(Math.max(10 - path.length, 0)),
*       name,
*       i === c.req.routeIndex ? '<- respond from here' : ''
*     )
*   })
* })
* ```
*/
const matchedRoutes = (c) => c.req[GET_MATCH_RESULT][0].map(([[, route]]) => route);
/**
* Get the route path registered within the handler
*
* @param {Context} c - The context object
* @param {number} index - The index of the route from which to retrieve the path, similar to Array.prototype.at(), where a negative number is the index counted from the end of the matching route. Defaults to the current route index.
* @returns The route path registered within the handler
*
* @example
* ```ts
* import { routePath } from 'hono/route'
*
* app.use('*', (c, next) => {
*   console.log(routePath(c)) // '*'
*   console.log(routePath(c, -1)) // '/posts/:id'
*   return next()
* })
*
* app.get('/posts/:id', (c) => {
*   return c.text(routePath(c)) // '/posts/:id'
* })
* ```
*/
const routePath = (c, index) => matchedRoutes(c).at(index ?? c.req.routeIndex)?.path ?? "";

// node_modules/hono/dist/router.js
/**
* Array of supported HTTP methods.
*/
const METHODS = [
	"get",
	"post",
	"put",
	"delete",
	"options",
	"patch",
	"query"
];
/**
* Error message indicating that a route cannot be added because the matcher is already built.
*/
const MESSAGE_MATCHER_IS_ALREADY_BUILT = "Can not add a route since the matcher is already built.";
/**
* Error class representing an unsupported path error.
*/
var UnsupportedPathError = class extends Error {};

// node_modules/hono/dist/utils/constants.js
/**
* Constant used to mark a composed handler.
*/
const COMPOSED_HANDLER = "__COMPOSED_HANDLER";

// node_modules/hono/dist/utils/mount.js
const countTrailingSlashes = (path) => {
	let index = path.length;
	while (index > 0 && path.charCodeAt(index - 1) === 47) index--;
	return path.length - index;
};
const getPathPrefixLength = (c, pathPrefix, routePath) => {
	if (!/[:*]/.test(pathPrefix)) return pathPrefix.length;
	const path = c.req.path;
	const matchResult = c.req[GET_MATCH_RESULT];
	const paramNames = /* @__PURE__ */ new Set();
	let length = 0;
	for (const part of splitRoutingPath(pathPrefix)) {
		if (part[0] === ":" && part.endsWith("}?")) throw new Error(`mount(): Optional regular expression parameters are not supported in "${routePath}".`);
		const pattern = getPattern(part);
		if (pattern && pattern !== "*") {
			const name = pattern[1];
			if (paramNames.has(name)) throw new Error(`mount(): Duplicate path parameter "${name}" in "${routePath}".`);
			paramNames.add(name);
		}
		if (pattern && pattern !== "*" && pattern[2] !== true) {
			const value = matchResult.length === 2 ? matchResult[1][matchResult[0][c.req.routeIndex][1][pattern[1]]] : matchResult[0][c.req.routeIndex][1][pattern[1]];
			length += value.length + 1;
		} else if (pattern || part.endsWith("*")) {
			const end = path.indexOf("/", length + 1);
			length = end === -1 ? path.length : end;
		} else length += part.length + 1;
	}
	return length;
};
const createMountedRequest = (c, pathPrefix, routePath) => {
	if (/[^/]\*$/.test(routePath)) throw new Error(`mount(): Wildcard must follow "/" in "${routePath}".`);
	const prefixLength = getPathPrefixLength(c, pathPrefix, routePath);
	const path = c.req.path.slice(prefixLength) || "/";
	if (prefixLength > c.req.path.length || path[0] !== "/" || /\/(?:\.|%2e){1,2}(?:\/|$)/i.test(path)) throw new HTTPException(400, { message: "Invalid mounted path" });
	const rawUrl = c.req.raw.url;
	if (/^[^/?#]*\/\/[^/?#\\]*[?#\\]/.test(rawUrl)) throw new HTTPException(400, { message: "Invalid mounted path" });
	const rawPathEnd = rawUrl.search(/[?#]/);
	const rawTrailingSlashes = countTrailingSlashes(rawPathEnd === -1 ? rawUrl : rawUrl.slice(0, rawPathEnd));
	if (rawTrailingSlashes > 1 && countTrailingSlashes(c.req.path) === rawTrailingSlashes - 1) throw new HTTPException(400, { message: "Invalid mounted path" });
	const url = new URL(rawUrl);
	url.pathname = path.replace(/[\\\t\n\r]/g, encodeURIComponent);
	if (path.includes("%")) {}
	return new Request(url, c.req.raw);
};

// node_modules/hono/dist/hono-base.js
/**
* @module
* This module is the base module for the Hono object.
*/
const notFoundHandler = (c) => {
	return c.text("404 Not Found", 404);
};
const errorHandler = (err, c) => {
	if ("getResponse" in err) {
		const res = err.getResponse();
		return c.newResponse(res.body, res);
	}
	console.error(err);
	return c.text("Internal Server Error", 500);
};
var Hono$1 = class Hono {
	get;
	post;
	put;
	delete;
	options;
	patch;
	query;
	all;
	on;
	use;
	router;
	getPath;
	_basePath = "/";
	#path = "/";
	routes = [];
	constructor(options = {}) {
		[...METHODS, "all"].forEach((method) => {
			this[method] = (args1, ...args) => {
				const methodName = method.toUpperCase();
				if (typeof args1 === "string") this.#path = args1;
				else this.#addRoute(methodName, this.#path, args1);
				args.forEach((handler) => {
					this.#addRoute(methodName, this.#path, handler);
				});
				return this;
			};
		});
		this.on = (method, path, ...handlers) => {
			for (const p of [path].flat()) {
				this.#path = p;
				for (const m of [method].flat()) {
					const methodName = m.toUpperCase();
					for (const handler of handlers) this.#addRoute(methodName, this.#path, handler);
				}
			}
			return this;
		};
		this.use = (arg1, ...handlers) => {
			if (typeof arg1 === "string") this.#path = arg1;
			else {
				this.#path = "*";
				handlers.unshift(arg1);
			}
			handlers.forEach((handler) => {
				this.#addRoute("ALL", this.#path, handler);
			});
			return this;
		};
		const { strict, ...optionsWithoutStrict } = options;
		Object.assign(this, optionsWithoutStrict);
		this.getPath = strict ?? true ? options.getPath ?? getPath : getPathNoStrict;
	}
	#clone() {
		const clone = new Hono({
			router: this.router,
			getPath: this.getPath
		});
		clone.errorHandler = this.errorHandler;
		clone.#notFoundHandler = this.#notFoundHandler;
		clone.routes = this.routes;
		return clone;
	}
	#notFoundHandler = notFoundHandler;
	errorHandler = errorHandler;
	/**
	* `.route()` allows grouping other Hono instance in routes.
	*
	* @see {@link https://hono.dev/docs/api/routing#grouping}
	*
	* @param {string} path - base Path
	* @param {Hono} app - other Hono instance
	* @returns {Hono} routed Hono instance
	*
	* @example
	* ```ts
	* const app = new Hono()
	* const app2 = new Hono()
	*
	* app2.get("/user", (c) => c.text("user"))
	* app.route("/api", app2) // GET /api/user
	* ```
	*/
	route(path, app) {
		const subApp = this.basePath(path);
		app.routes.map((r) => {
			let handler;
			if (app.errorHandler === errorHandler) handler = r.handler;
			else {
				handler = async (c, next) => (await compose([], app.errorHandler)(c, () => r.handler(c, next))).res;
				handler[COMPOSED_HANDLER] = r.handler;
			}
			subApp.#addRoute(r.method, r.path, handler, r.basePath);
		});
		return this;
	}
	/**
	* `.basePath()` allows base paths to be specified.
	*
	* @see {@link https://hono.dev/docs/api/routing#base-path}
	*
	* @param {string} path - base Path
	* @returns {Hono} changed Hono instance
	*
	* @example
	* ```ts
	* const api = new Hono().basePath('/api')
	* ```
	*/
	basePath(path) {
		const subApp = this.#clone();
		subApp._basePath = mergePath(this._basePath, path);
		return subApp;
	}
	/**
	* `.onError()` handles an error and returns a customized Response.
	*
	* @see {@link https://hono.dev/docs/api/hono#error-handling}
	*
	* @param {ErrorHandler} handler - request Handler for error
	* @returns {Hono} changed Hono instance
	*
	* @example
	* ```ts
	* app.onError((err, c) => {
	*   console.error(`${err}`)
	*   return c.text('Custom Error Message', 500)
	* })
	* ```
	*/
	onError = (handler) => {
		this.errorHandler = handler;
		return this;
	};
	/**
	* `.notFound()` allows you to customize a Not Found Response.
	*
	* @see {@link https://hono.dev/docs/api/hono#not-found}
	*
	* @param {NotFoundHandler} handler - request handler for not-found
	* @returns {Hono} changed Hono instance
	*
	* @example
	* ```ts
	* app.notFound((c) => {
	*   return c.text('Custom 404 Message', 404)
	* })
	* ```
	*/
	notFound = (handler) => {
		this.#notFoundHandler = handler;
		return this;
	};
	/**
	* `.mount()` allows you to mount applications built with other frameworks into your Hono application.
	*
	* @deprecated Use `mount()` from `hono/mount` instead. `.mount()` will be removed in v5.
	*
	* @see {@link https://hono.dev/docs/api/hono#mount}
	*
	* @param {string} path - base Path
	* @param {Function} applicationHandler - other Request Handler
	* @param {MountOptions} [options] - options of `.mount()`
	* @returns {Hono} mounted Hono instance
	* @throws {Error} If automatic request rewriting encounters duplicate path parameter names or an optional regular expression parameter.
	* @throws {HTTPException} With status 400 if automatic request rewriting cannot safely preserve the routed path.
	*
	* @example
	* ```ts
	* import { Router as IttyRouter } from 'itty-router'
	* import { Hono } from 'hono'
	* // Create itty-router application
	* const ittyRouter = IttyRouter()
	* // GET /itty-router/hello
	* ittyRouter.get('/hello', () => new Response('Hello from itty-router'))
	*
	* const app = new Hono()
	* app.mount('/itty-router', ittyRouter.handle)
	* ```
	*
	* @example
	* ```ts
	* const app = new Hono()
	* // Send the request to another application without modification.
	* app.mount('/app', anotherApp, {
	*   replaceRequest: (req) => req,
	* })
	* ```
	*/
	mount(path, applicationHandler, options) {
		let replaceRequest;
		let optionHandler;
		if (options) {
			if (typeof options === "function") optionHandler = options;
			else {
				optionHandler = options.optionHandler;
				if (options.replaceRequest === false) replaceRequest = (request) => request;
				else replaceRequest = options.replaceRequest;
			}
		}
		const getOptions = optionHandler ? (c) => {
			const options = optionHandler(c);
			return Array.isArray(options) ? options : [options];
		} : (c) => {
			let executionContext = void 0;
			try {
				executionContext = c.executionCtx;
			} catch {}
			return [c.env, executionContext];
		};
		const defaultReplaceRequest = (c) => {
			const mountedRoutePath = routePath(c);
			return createMountedRequest(c, mountedRoutePath.replace(/\/?\*$/, ""), mountedRoutePath);
		};
		const handler = async (c, next) => {
			const res = await applicationHandler(replaceRequest ? replaceRequest(c.req.raw) : defaultReplaceRequest(c), ...getOptions(c));
			if (res) return res;
			await next();
		};
		this.#addRoute("ALL", mergePath(path, "*"), handler);
		return this;
	}
	#addRoute(method, path, handler, baseRoutePath) {
		path = mergePath(this._basePath, path);
		const r = {
			basePath: baseRoutePath !== void 0 ? mergePath(this._basePath, baseRoutePath) : this._basePath,
			path,
			method,
			handler
		};
		this.router.add(method, path, [handler, r]);
		this.routes.push(r);
	}
	#handleError(err, c) {
		if (err instanceof Error) return this.errorHandler(err, c);
		throw err;
	}
	#dispatch(request, executionCtx, env, method) {
		if (method === "HEAD") return (async () => new Response(null, await this.#dispatch(request, executionCtx, env, "GET")))();
		const path = this.getPath(request, { env });
		const matchResult = this.router.match(method, path);
		const c = new Context(request, {
			path,
			matchResult,
			env,
			executionCtx,
			notFoundHandler: this.#notFoundHandler
		});
		if (matchResult[0].length === 1) {
			let res;
			try {
				res = matchResult[0][0][0][0](c, async () => {
					c.res = await this.#notFoundHandler(c);
				});
			} catch (err) {
				return this.#handleError(err, c);
			}
			return res instanceof Promise ? res.then((resolved) => resolved || (c.finalized ? c.res : this.#notFoundHandler(c))).catch((err) => this.#handleError(err, c)) : res ?? this.#notFoundHandler(c);
		}
		const composed = compose(matchResult[0], this.errorHandler, this.#notFoundHandler);
		return (async () => {
			try {
				const context = await composed(c);
				if (!context.finalized) throw new Error("Context is not finalized. Did you forget to return a Response object or `await next()`?");
				return context.res;
			} catch (err) {
				return this.#handleError(err, c);
			}
		})();
	}
	/**
	* `.fetch()` will be entry point of your app.
	*
	* @see {@link https://hono.dev/docs/api/hono#fetch}
	*
	* @param {Request} request - request Object of request
	* @param {Env} env - env Object
	* @param {ExecutionContext} executionCtx - context of execution
	* @returns {Response | Promise<Response>} response of request
	*
	*/
	fetch = (request, ...rest) => {
		return this.#dispatch(request, rest[1], rest[0], request.method);
	};
	/**
	* `.request()` is a useful method for testing.
	* You can pass a URL or pathname to send a GET request.
	* app will return a Response object.
	* ```ts
	* test('GET /hello is ok', async () => {
	*   const res = await app.request('/hello')
	*   expect(res.status).toBe(200)
	* })
	* ```
	* @see https://hono.dev/docs/api/hono#request
	*/
	request = (input, requestInit, Env, executionCtx) => {
		if (input instanceof Request) return this.fetch(requestInit ? new Request(input, requestInit) : input, Env, executionCtx);
		input = input.toString();
		return this.fetch(new Request(/^https?:\/\//.test(input) ? input : `http://localhost${mergePath("/", input)}`, requestInit), Env, executionCtx);
	};
	/**
	* `.fire()` automatically adds a global fetch event listener.
	* This can be useful for environments that adhere to the Service Worker API, such as non-ES module Cloudflare Workers.
	* @deprecated
	* Use `fire` from `hono/service-worker` instead.
	* ```ts
	* import { Hono } from 'hono'
	* import { fire } from 'hono/service-worker'
	*
	* const app = new Hono()
	* // ...
	* fire(app)
	* ```
	* @see https://hono.dev/docs/api/hono#fire
	* @see https://developer.mozilla.org/en-US/docs/Web/API/Service_Worker_API
	* @see https://developers.cloudflare.com/workers/reference/migrate-to-module-workers/
	*/
	fire = () => {
		addEventListener("fetch", (event) => {
			event.respondWith(this.#dispatch(event.request, event, void 0, event.request.method));
		});
	};
};

// node_modules/hono/dist/router/utils.js
const createNullObject = () => Object.create(null);

// node_modules/hono/dist/router/reg-exp-router/matcher.js
const emptyParam = [];
function match(method, path) {
	const matchers = this.buildAllMatchers();
	const match = ((method, path) => {
		const matcher = matchers[method] || matchers["ALL"];
		const staticMatch = matcher[2][path];
		if (staticMatch) return staticMatch;
		const match = path.match(matcher[0]);
		if (!match) return [[], emptyParam];
		const index = match.indexOf("", 1);
		return [matcher[1][index], match];
	});
	this.match = match;
	return match(method, path);
}

// node_modules/hono/dist/router/reg-exp-router/node.js
const LABEL_REG_EXP_STR = "[^/]+";
const ONLY_WILDCARD_REG_EXP_STR = "[^]*";
const TAIL_WILDCARD_REG_EXP_STR = "(?:|/[^]*)";
const PATH_ERROR = Symbol();
const regExpMetaChars = /* @__PURE__ */ new Set(".\\+*[^]$()");
/**
* Sort order:
* 1. literal
* 2. special pattern (e.g. :label{[0-9]+})
* 3. common label pattern (e.g. :label)
* 4. wildcard
*/
function compareKey(a, b) {
	if (a.length === 1) return b.length === 1 ? a < b ? -1 : 1 : -1;
	if (b.length === 1) return 1;
	if (a === "[^]*" || a === "(?:|/[^]*)") return b === "[^]*" ? -1 : 1;
	else if (b === "[^]*" || b === "(?:|/[^]*)") return -1;
	if (a === "[^/]+") return 1;
	else if (b === "[^/]+") return -1;
	return a.length === b.length ? a < b ? -1 : 1 : b.length - a.length;
}
var Node$1 = class Node {
	#index;
	#varIndex;
	#children = createNullObject();
	insert(tokens, index, paramMap, context, keys) {
		let node = this;
		for (let i = 0, len = tokens.length; i < len; i++) {
			const token = tokens[i];
			const pattern = token.length === 1 ? token === "*" ? i === len - 1 ? [
				"",
				"",
				ONLY_WILDCARD_REG_EXP_STR
			] : [
				"",
				"",
				LABEL_REG_EXP_STR
			] : null : token === "/*" ? [
				"",
				"",
				TAIL_WILDCARD_REG_EXP_STR
			] : token.match(/^\:([^\{\}]+)(?:\{(.+)\})?$/);
			let nextNode;
			if (pattern) {
				const name = pattern[1];
				let regexpStr = pattern[2] || "[^/]+";
				if (name && pattern[2]) {
					if (new RegExp(regexpStr).test("")) throw PATH_ERROR;
					regexpStr = regexpStr.replace(/^\((?!\?:)(?=[^)]+\)$)/, "(?:");
					if (/\((?!\?:)/.test(regexpStr)) throw PATH_ERROR;
					if (regexpStr.length === 1 && regExpMetaChars.has(regexpStr)) throw PATH_ERROR;
				}
				keys.push(regexpStr);
				nextNode = node.#children[regexpStr];
				if (!nextNode) {
					if (regexpStr !== "[^]*" && regexpStr !== "(?:|/[^]*)") {
						for (const k in node.#children) if ((regexpStr.length > 1 || k.length > 1) && k !== "[^]*" && k !== "(?:|/[^]*)") throw PATH_ERROR;
					}
					nextNode = node.#children[regexpStr] = new Node();
				}
				if (name !== "") {
					nextNode.#varIndex ??= context.varIndex++;
					paramMap.push([name, nextNode.#varIndex]);
				}
			} else {
				keys.push(token);
				nextNode = node.#children[token];
				if (!nextNode) {
					for (const k in node.#children) if (k.length > 1 && k !== "[^]*" && k !== "(?:|/[^]*)") throw PATH_ERROR;
					nextNode = node.#children[token] = new Node();
				}
			}
			node = nextNode;
		}
		if (node.#index !== void 0) throw PATH_ERROR;
		node.#index = index;
	}
	buildRegExpStr() {
		const strList = Object.keys(this.#children).sort(compareKey).map((k) => {
			const c = this.#children[k];
			const childStr = c.buildRegExpStr();
			return childStr === "" ? "" : (typeof c.#varIndex === "number" ? `(${k})@${c.#varIndex}` : regExpMetaChars.has(k) ? `\\${k}` : k) + childStr;
		}).filter(Boolean);
		if (typeof this.#index === "number" && this.#index !== -1) strList.unshift(`#${this.#index}`);
		if (strList.length === 0) return "";
		if (strList.length === 1) return strList[0];
		return "(?:" + strList.join("|") + ")";
	}
};

// node_modules/hono/dist/router/reg-exp-router/trie.js
var Trie = class {
	#context = { varIndex: 0 };
	#root = new Node$1();
	#index = 0;
	paths = createNullObject();
	insert(path, isStatic) {
		const keys = [];
		if (isStatic) {
			this.#root.insert(path.split(""), -1, [], this.#context, keys);
			this.paths[path] = [
				-1,
				[],
				keys
			];
			return;
		}
		const paramAssoc = [];
		const groups = [];
		let markedPath = path;
		for (let i = 0;;) {
			let replaced = false;
			markedPath = markedPath.replace(/\{(?:\{[\d,]+\}|[^}])+\}/g, (m) => {
				const mark = `@\\${i}`;
				groups[i] = [mark, m];
				i++;
				replaced = true;
				return mark;
			});
			if (!replaced) break;
		}
		/**
		*  - pattern (:label, :label{0-9]+}, ...)
		*  - /* wildcard
		*  - character
		*/
		const tokens = markedPath.match(/(?::[^\/]+)|(?:\/\*$)|./gs) || [];
		for (let i = groups.length - 1; i >= 0; i--) {
			const [mark] = groups[i];
			for (let j = tokens.length - 1; j >= 0; j--) if (tokens[j].indexOf(mark) !== -1) {
				tokens[j] = tokens[j].replace(mark, groups[i][1]);
				break;
			}
		}
		this.#root.insert(tokens, this.#index, paramAssoc, this.#context, keys);
		this.paths[path] = [
			this.#index++,
			paramAssoc,
			keys
		];
	}
	buildRegExp() {
		let regexp = this.#root.buildRegExpStr();
		if (regexp === "") return [
			/^$/,
			[],
			[]
		];
		let captureIndex = 0;
		const indexReplacementMap = [];
		const paramReplacementMap = [];
		regexp = regexp.replace(/#(\d+)|@(\d+)|\.\*\$/g, (_, handlerIndex, paramIndex) => {
			if (handlerIndex !== void 0) {
				indexReplacementMap[++captureIndex] = Number(handlerIndex);
				return "$()";
			}
			if (paramIndex !== void 0) {
				paramReplacementMap[Number(paramIndex)] = ++captureIndex;
				return "";
			}
			return "";
		});
		return [
			new RegExp(`^${regexp}`),
			indexReplacementMap,
			paramReplacementMap
		];
	}
};

// node_modules/hono/dist/router/reg-exp-router/router.js
function endsWithWildcard(keys) {
	const tail = keys[keys.length - 1];
	return tail === "[^]*" || tail === "(?:|/[^]*)";
}
function covers(wildcard, target) {
	const last = wildcard.length - 1;
	for (let i = 0; i < last; i++) if (wildcard[i] !== target[i]) return false;
	return wildcard[last] === "[^]*" || target.length === last || target[last] === "/";
}
var RegExpRouter = class {
	name = "RegExpRouter";
	#handlers;
	#tries;
	constructor() {
		this.#handlers = { ["ALL"]: [] };
		this.#tries = { ["ALL"]: new Trie() };
	}
	#insertPath(method, path) {
		try {
			this.#tries[method].insert(path, !/\*|\/:/.test(path));
		} catch (e) {
			throw e === PATH_ERROR ? new UnsupportedPathError(path) : e;
		}
	}
	add(method, path, handler) {
		const handlers = this.#handlers;
		if (!handlers) throw new Error(MESSAGE_MATCHER_IS_ALREADY_BUILT);
		const tries = this.#tries;
		if (!handlers[method]) {
			tries[method] = new Trie();
			handlers[method] = [...handlers["ALL"]];
			for (const p in tries["ALL"].paths) this.#insertPath(method, p);
		}
		if (path === "/*") path = "*";
		const methods = method === "ALL" ? Object.keys(handlers) : [method];
		const paths = checkOptionalParameter(path) || [path];
		for (const path of paths) for (const m of methods) {
			if (!tries[m].paths[path]) this.#insertPath(m, path);
			handlers[m].push([handler, path]);
		}
	}
	match = match;
	buildAllMatchers() {
		const matchers = createNullObject();
		for (const method of Object.keys(this.#handlers)) matchers[method] = this.#buildMatcher(method);
		this.#handlers = this.#tries = void 0;
		return matchers;
	}
	#buildMatcher(method) {
		const handlers = this.#handlers[method];
		const trie = this.#tries[method];
		const staticMap = createNullObject();
		const handlerData = [];
		const [regexp, indexReplacementMap, paramReplacementMap] = trie.buildRegExp();
		const own = createNullObject();
		const entries = handlers.map(([h, p], i) => {
			(own[p] ??= []).push(i);
			return [h, trie.paths[p][1].reduceRight((map, [key, varIndex]) => {
				map[key] = paramReplacementMap[varIndex];
				return map;
			}, createNullObject())];
		});
		const wildcards = Object.keys(own).filter((p) => endsWithWildcard(trie.paths[p][2]));
		for (const path in trie.paths) {
			const [index, , keys] = trie.paths[path];
			const indexes = [...own[path]];
			for (const p of wildcards) if (p !== path && covers(trie.paths[p][2], keys)) indexes.push(...own[p]);
			const data = indexes.sort((a, b) => a - b).map((i) => entries[i]);
			if (index === -1) {
				const last = Math.max(-1, ...data.flatMap(([, map]) => Object.values(map)));
				staticMap[path] = [data, last === -1 ? emptyParam : path.match(regexp).slice(0, last + 1)];
			} else handlerData[index] = data;
		}
		return [
			regexp,
			indexReplacementMap.map((i) => handlerData[i]),
			staticMap
		];
	}
};

// node_modules/hono/dist/router/smart-router/router.js
var SmartRouter = class {
	name = "SmartRouter";
	#routers = [];
	#routes = [];
	constructor(init) {
		this.#routers = init.routers;
	}
	add(method, path, handler) {
		if (!this.#routes) throw new Error(MESSAGE_MATCHER_IS_ALREADY_BUILT);
		this.#routes.push([
			method,
			path,
			handler
		]);
	}
	match(method, path) {
		if (!this.#routes) throw new Error("Fatal error");
		const routers = this.#routers;
		const routes = this.#routes;
		const len = routers.length;
		let i = 0;
		let res;
		for (; i < len; i++) {
			const router = routers[i];
			try {
				for (let i = 0, len = routes.length; i < len; i++) router.add(...routes[i]);
				res = router.match(method, path);
			} catch (e) {
				if (e instanceof UnsupportedPathError) continue;
				throw e;
			}
			this.match = router.match.bind(router);
			this.#routers = [router];
			this.#routes = void 0;
			break;
		}
		if (i === len) throw new Error("Fatal error");
		this.name = `SmartRouter + ${this.activeRouter.name}`;
		return res;
	}
	get activeRouter() {
		if (this.#routes || this.#routers.length !== 1) throw new Error("No active router has been determined yet.");
		return this.#routers[0];
	}
};

// node_modules/hono/dist/router/trie-router/node.js
const emptyParams = createNullObject();
let order = 0;
var Node = class Node {
	#methods = [];
	#children = createNullObject();
	#patterns = [];
	#pattern;
	#params = emptyParams;
	insert(method, path, handler) {
		let curNode = this;
		const parts = splitRoutingPath(path);
		const possibleKeys = /* @__PURE__ */ new Set();
		let i = 0;
		for (const p of parts) {
			const nextP = parts[++i];
			const pattern = getPattern(p, nextP) || (nextP === void 0 && p && p.indexOf("*") === p.length - 1 ? p : null);
			const isParam = Array.isArray(pattern);
			const key = isParam ? pattern[0] : pattern || p;
			const child = curNode.#children[key] ||= new Node();
			if (pattern && !child.#pattern) {
				child.#pattern = pattern;
				curNode.#patterns.push(child);
			}
			curNode = child;
			if (isParam) possibleKeys.add(pattern[1]);
		}
		curNode.#methods.push({ [method]: {
			handler,
			possibleKeys: [...possibleKeys],
			score: ++order
		} });
	}
	#pushHandlerSets(handlerSets, node, method, nodeParams, params) {
		for (let i = 0, len = node.#methods.length; i < len; i++) {
			const m = node.#methods[i];
			const handlerSet = m[method] || m["ALL"];
			if (handlerSet) {
				handlerSet.params = createNullObject();
				handlerSets.push(handlerSet);
				for (let i = 0, len = handlerSet.possibleKeys.length; i < len; i++) {
					const key = handlerSet.possibleKeys[i];
					handlerSet.params[key] = params?.[key] && !i ? params[key] : nodeParams[key] ?? params?.[key];
				}
			}
		}
	}
	search(method, path) {
		const handlerSets = [];
		this.#params = emptyParams;
		let curNodes = [this];
		const parts = splitPath(path);
		const curNodesQueue = [];
		const len = parts.length;
		let partOffsets = null;
		for (let i = 0; i < len; i++) {
			const part = parts[i];
			const isLast = i === len - 1;
			const tempNodes = [];
			for (let j = 0, len2 = curNodes.length; j < len2; j++) {
				const node = curNodes[j];
				const nextNode = node.#children[part];
				if (nextNode) {
					nextNode.#params = node.#params;
					if (isLast) {
						if (nextNode.#children["*"]) this.#pushHandlerSets(handlerSets, nextNode.#children["*"], method, node.#params);
						this.#pushHandlerSets(handlerSets, nextNode, method, node.#params);
					} else tempNodes.push(nextNode);
				}
				for (const child of node.#patterns) {
					const pattern = child.#pattern;
					const params = node.#params === emptyParams ? {} : { ...node.#params };
					if (typeof pattern === "string") {
						if (pattern === "*" || part.startsWith(pattern.slice(0, -1))) {
							this.#pushHandlerSets(handlerSets, child, method, node.#params);
							if (pattern === "*") {
								child.#params = params;
								tempNodes.push(child);
							}
						}
						continue;
					}
					const [, name, matcher] = pattern;
					if (!part && matcher === true) continue;
					if (matcher !== true) {
						if (!partOffsets) {
							partOffsets = [];
							let offset = path[0] === "/" ? 1 : 0;
							for (let p = 0; p < len; p++) {
								partOffsets[p] = offset;
								offset += parts[p].length + 1;
							}
						}
						const restPathString = path.slice(partOffsets[i]);
						const m = matcher.exec(restPathString);
						if (m) {
							if (!Object.hasOwn(params, name)) params[name] = m[0];
							this.#pushHandlerSets(handlerSets, child, method, node.#params, params);
							if (m[0].length === restPathString.length && child.#children["*"]) this.#pushHandlerSets(handlerSets, child.#children["*"], method, node.#params, params);
							for (const _ in child.#children) {
								child.#params = params;
								const componentCount = m[0].match(/\//g)?.length ?? 0;
								(curNodesQueue[componentCount] ||= []).push(child);
								break;
							}
							continue;
						}
					}
					if (matcher === true || matcher.test(part)) {
						if (!Object.hasOwn(params, name)) params[name] = part;
						if (isLast) {
							this.#pushHandlerSets(handlerSets, child, method, params, node.#params);
							if (child.#children["*"]) this.#pushHandlerSets(handlerSets, child.#children["*"], method, params, node.#params);
						} else {
							child.#params = params;
							tempNodes.push(child);
						}
					}
				}
			}
			const shifted = curNodesQueue.shift();
			curNodes = shifted ? tempNodes.concat(shifted) : tempNodes;
		}
		if (handlerSets[1]) handlerSets.sort((a, b) => {
			return a.score - b.score;
		});
		return [handlerSets.map(({ handler, params }) => [handler, params])];
	}
};

// node_modules/hono/dist/router/trie-router/router.js
var TrieRouter = class {
	name = "TrieRouter";
	#node = new Node();
	add(method, path, handler) {
		for (const result of checkOptionalParameter(path) || [path]) this.#node.insert(method, result, handler);
	}
	match(method, path) {
		return this.#node.search(method, path);
	}
};

// node_modules/hono/dist/hono.js
/**
* The Hono class extends the functionality of the HonoBase class.
* It sets up routing and allows for custom options to be passed.
*
* @template E - The environment type.
* @template S - The schema type.
* @template BasePath - The base path type.
*/
var Hono = class extends Hono$1 {
	/**
	* Creates an instance of the Hono class.
	*
	* @param options - Optional configuration options for the Hono instance.
	*/
	constructor(options = {}) {
		super(options);
		this.router = options.router ?? new SmartRouter({ routers: [new RegExpRouter(), new TrieRouter()] });
	}
};

// src/emulator/api/errors.ts
/** An answer that refuses a request. Thrown by handlers, turned into one of the vendor's error bodies at the server's edge. */
var ApiRefusal = class extends Error {
	status;
	subject;
	retryAfter;
	constructor(status, subject, details, retryAfter) {
		super(details);
		this.status = status;
		this.subject = subject;
		this.retryAfter = retryAfter;
	}
};
function notFound(what) {
	return new ApiRefusal(404, what, "not found");
}
function invalid(subject, details) {
	return new ApiRefusal(422, subject, details);
}
const JSON_TYPE$1 = "application/json; charset=utf-8";
/** The body shapes seen or feared. A client that depends on one of them breaks here soon. */
const SHAPES = {
	errors_of_objects: (subject, details) => ({
		text: JSON.stringify({ errors: [{
			message: subject,
			details
		}] }),
		type: JSON_TYPE$1
	}),
	array: (subject, details) => ({
		text: JSON.stringify([{
			message: subject,
			details
		}]),
		type: JSON_TYPE$1
	}),
	plain: (subject, details) => ({
		text: `${subject} ${details}`,
		type: "text/plain; charset=utf-8"
	}),
	error: (subject, details) => ({
		text: JSON.stringify({ error: `${subject} ${details}` }),
		type: JSON_TYPE$1
	}),
	errors_by_field: (subject, details) => ({
		text: JSON.stringify({ errors: { [subject.toLowerCase()]: [details] } }),
		type: JSON_TYPE$1
	}),
	errors_of_texts: (subject, details) => ({
		text: JSON.stringify({ errors: [`${subject} ${details}`] }),
		type: JSON_TYPE$1
	}),
	message: (subject, details) => ({
		text: JSON.stringify({ message: `${subject} ${details}` }),
		type: JSON_TYPE$1
	}),
	detail: (subject, details) => ({
		text: JSON.stringify({ detail: `${subject} ${details}` }),
		type: JSON_TYPE$1
	}),
	empty: () => ({
		text: "",
		type: "text/plain; charset=utf-8"
	})
};
const ERROR_SHAPES = Object.keys(SHAPES);
function errorBody(shape, subject, details) {
	const write = SHAPES[shape];
	if (write === void 0) throw new Error(`Internal error: no error shape ${shape}`);
	return write(subject, details);
}
/** Hands out the shapes in turn, never twice the same in a row. */
var ErrorShapes = class {
	#turn = 0;
	next() {
		const shape = ERROR_SHAPES[this.#turn % ERROR_SHAPES.length] ?? "plain";
		this.#turn += 1;
		return shape;
	}
};

// src/emulator/api/auth.ts
const RANK = {
	viewer: 0,
	editor: 1,
	team_admin: 2
};
/** The key of a request, from either header the vendor takes. Exactly one space after `Bearer`. */
function presentedKey(headers) {
	return /^Bearer (\S+)$/i.exec(headers.get("authorization") ?? "")?.[1] ?? headers.get("x-user-token") ?? void 0;
}
function authenticate(tenant, presented) {
	const key = tenant.keys.find((candidate) => candidate.key === presented && !candidate.revoked);
	if (key === void 0) throw new ApiRefusal(401, "API key", "is missing or not valid");
	return key;
}
/** What a key may do in a team; `undefined` when it does not see the team at all. */
function roleIn(key, teamId) {
	switch (key.kind) {
		case "tenant_owner": return "team_admin";
		case "team": return key.team === teamId ? key.role ?? "editor" : void 0;
		case "personal": return key.team === void 0 || key.team === teamId ? key.role ?? "editor" : void 0;
		case "service": return;
	}
}
function sees(call, teamId) {
	return roleIn(call.key, teamId) !== void 0;
}
/** Throws unless the key has at least this role in the team. A team it does not see does not exist for it. */
function demandRole(call, teamId, least) {
	const role = call.tenant.teams.some((team) => team.id === teamId) ? roleIn(call.key, teamId) : void 0;
	if (role === void 0) throw notFound("Team");
	if (RANK[role] < RANK[least]) throw missingPermission(call);
}
/** Whether a listing of this team has anything to show; see the switch `unseen_team` for one that the key does not see. */
function mayList(call, teamId) {
	const seen = call.tenant.teams.some((team) => team.id === teamId) && sees(call, teamId);
	if (!seen && call.tenant.switches.unseen_team === "not_found") throw notFound("Team");
	return seen;
}
function demandOwner(call) {
	if (call.key.kind !== "tenant_owner") throw missingPermission(call);
}
function demandPermission(call, permission) {
	if (call.key.kind !== "tenant_owner" && !call.key.permissions.includes(permission)) throw missingPermission(call);
}
function missingPermission(call) {
	return call.tenant.switches.missing_permission === "forbidden" ? new ApiRefusal(403, "API key", "is not authorized") : notFound("Record");
}

// src/emulator/domain/identity.ts
/** 32 hex digits, the form of guids, webhook paths and secrets. */
function randomHex() {
	return randomBytes(16).toString("hex");
}
/** The same 32 hex digits for the same text, so that a tenant keeps its identity over restarts. */
function hexOf(text) {
	return createHash("md5").update(text).digest("hex");
}
/** Enough of a key to tell two apart in the log, not enough to use it. */
function identityOf(key) {
	return createHash("sha256").update(key).digest("hex").slice(0, 8);
}
/** `Phishing Triage (EU)` → `phishing_triage_eu`. */
function emulatedSlug(name) {
	const slug = name.replace(/([\p{M}\uff9e\uff9f]{30})[\p{M}\uff9e\uff9f]+/gu, "$1").normalize("NFKD").toLowerCase().replace(/[^a-z0-9]+/g, "_").replace(/^_+|(?<!_)_+$/g, "");
	return slug === "" ? "story" : slug;
}
function isHex32(value) {
	return typeof value === "string" && /^[0-9a-f]{32}$/.test(value);
}
function isStamp(value) {
	return typeof value === "string" && /^cloud:[0-9a-f]{32}:[0-9a-f]{32}$/.test(value);
}

// src/emulator/api/call.ts
function okReply(body) {
	return {
		status: 200,
		body
	};
}
function created(body) {
	return {
		status: 201,
		body
	};
}
const NO_CONTENT = { status: 204 };

// src/emulator/api/query.ts
/** Refuses query parameters that the endpoint does not document. */
function acceptQuery(call, ...known) {
	for (const name of call.query.keys()) {
		const bare = name.replace(/\[\]$/, "");
		if (!known.includes(bare)) throw invalid(bare, "is not a parameter of this endpoint");
	}
}
function intParam(call, name) {
	const value = call.query.get(name);
	if (value === null) return void 0;
	if (!/^\d+$/.test(value)) throw invalid(name, "must be an integer");
	return Number(value);
}
function requiredIntParam(call, name) {
	const value = intParam(call, name);
	if (value === void 0) throw invalid(name, "can't be blank");
	return value;
}
function boolParam(call, name, standard) {
	const value = call.query.get(name);
	if (value === null) return standard;
	if (value !== "true" && value !== "false") throw invalid(name, "must be true or false");
	return value === "true";
}
function choiceParam(call, name, choices) {
	const value = call.query.get(name);
	if (value === null) return void 0;
	if (!choices.includes(value)) throw invalid(name, `must be one of ${choices.join(", ")}`);
	return value;
}
/** `name[]=a&name[]=b`, `name=a&name=b` or `name=a,b`. */
function listParam(call, name) {
	return [...call.query.getAll(name), ...call.query.getAll(`${name}[]`)].flatMap((value) => value.split(","));
}

// src/emulator/api/paging.ts
const PAGE_PARAMS = ["page", "per_page"];
const DEFAULT_PER_PAGE = 20;
const MAX_PER_PAGE = 500;
/** One page of a listing under its envelope key. Page links are full URLs, `next_page_number` is a number. */
function paged(call, envelope, items) {
	const page = intParam(call, "page") ?? 1;
	const wanted = intParam(call, "per_page") ?? DEFAULT_PER_PAGE;
	if (page < 1) throw invalid("page", "must be 1 or more");
	if (wanted < 1) throw invalid("per_page", "must be 1 or more");
	const perPage = Math.min(wanted, MAX_PER_PAGE);
	const pages = Math.max(1, Math.ceil(items.length / perPage));
	const link = (number) => {
		const query = new URLSearchParams(call.query);
		query.set("per_page", String(perPage));
		query.set("page", String(number));
		return `${call.tenantUrl}/api/v1${call.path}?${query.toString()}`;
	};
	return okReply({
		[envelope]: items.slice((page - 1) * perPage, page * perPage),
		meta: {
			current_page: link(page),
			previous_page: page > 1 ? link(page - 1) : null,
			next_page: page < pages ? link(page + 1) : null,
			next_page_number: page < pages ? page + 1 : null,
			per_page: perPage,
			pages,
			count: items.length
		}
	});
}
/** The order of a listing that was not asked for one; stable over its pages in both positions of the switch. */
function inListOrder(call, items) {
	if (call.tenant.switches.list_order === "id") return items.toSorted((a, b) => a.id - b.id);
	const rank = new Map(items.map((item) => [item, hexOf(String(item.id))]));
	return items.toSorted((a, b) => (rank.get(a) ?? "") < (rank.get(b) ?? "") ? -1 : 1);
}

// src/emulator/domain/clock.ts
/** The vendor's form: UTC, whole seconds, `Z`. */
function seconds(time) {
	return new Date(time).toISOString().replace(/\.\d{3}Z$/, "Z");
}
/** The time stamp of a change, never before the last one. In whole seconds two changes may look alike, as at the vendor's. */
function stampAfter({ switches }, previous, now) {
	const last = Date.parse(previous);
	if (switches.time_stamps === "seconds") return Math.floor(now / 1e3) * 1e3 > last ? seconds(now) : previous;
	return new Date(Math.max(now, last + 1)).toISOString();
}
/** The time of all tenants. It can be put forward and stopped, so that nobody has to wait for a second to pass. */
var EmulatorClock = class {
	#ahead = 0;
	#stopped;
	now() {
		return this.#stopped ?? Date.now() + this.#ahead;
	}
	advance(ms) {
		this.#ahead += ms;
		if (this.#stopped !== void 0) this.#stopped += ms;
	}
	stop() {
		this.#stopped ??= this.now();
	}
	/** Goes on from where it stands. */
	start() {
		if (this.#stopped === void 0) return;
		this.#ahead = this.#stopped - Date.now();
		this.#stopped = void 0;
	}
};

// src/emulator/domain/tenant.ts
/** The next id of a kind. Tenants count from different thousands, so an id of one tenant never fits another by chance. */
function newId(tenant, kind) {
	const id = tenant.next_id[kind];
	tenant.next_id[kind] = id + 1;
	return id;
}
/** Tells the counter of a kind that an id was chosen by hand. */
function reserveId(tenant, kind, id) {
	tenant.next_id[kind] = Math.max(tenant.next_id[kind], id + 1);
}

// src/emulator/domain/audit.ts
const KEPT$1 = 5e3;
/** Notes what a key did, under an operation name that real audit logs use. */
function audit(call, operation, inputs, storyId = null) {
	const { tenant } = call;
	tenant.audit.push({
		id: newId(tenant, "audit"),
		created_at: seconds(call.world.now()),
		operation_name: operation,
		inputs,
		story_id: storyId,
		user_id: call.key.user_id,
		request_user_agent: call.agent
	});
	if (tenant.audit.length > KEPT$1 * 2) tenant.audit = tenant.audit.slice(-5e3);
}
function listAuditLogs(call) {
	demandPermission(call, "AUDIT_LOG_READ");
	acceptQuery(call, ...PAGE_PARAMS, "before", "after", "user_id", "operation_name");
	const before = timeParam(call, "before") ?? Number.POSITIVE_INFINITY;
	const after = timeParam(call, "after") ?? Number.NEGATIVE_INFINITY;
	const operations = listParam(call, "operation_name");
	const users = listParam(call, "user_id");
	const entries = call.tenant.audit.filter((entry) => {
		const at = Date.parse(entry.created_at);
		if (at > before || at < after) return false;
		if (operations.length > 0 && !operations.includes(entry.operation_name)) return false;
		return users.length === 0 || users.includes(String(entry.user_id));
	});
	return paged(call, "audit_logs", entries.toReversed().map(viewOf$3));
}
function timeParam(call, name) {
	const value = call.query.get(name);
	if (value === null) return void 0;
	const time = Date.parse(value);
	if (Number.isNaN(time)) throw invalid(name, "must be a time stamp");
	return time;
}
function viewOf$3(entry) {
	return {
		...entry,
		updated_at: entry.created_at,
		outputs: {},
		request_ip: "127.0.0.1",
		tenant_id: 1,
		user_email: `user-${entry.user_id}@tenant.invalid`,
		user_name: `User ${entry.user_id}`
	};
}
const auditRoutes = [{
	method: "GET",
	path: "/audit_logs",
	handle: listAuditLogs
}];

// src/emulator/domain/json.ts
function isRecord(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
/** Parses JSON text; `undefined` when it is none. */
function parseText(text) {
	try {
		return JSON.parse(text);
	} catch {
		return;
	}
}
function recordsIn(value) {
	return Array.isArray(value) ? value.filter(isRecord) : [];
}
function textsIn(value) {
	return Array.isArray(value) ? value.filter((item) => typeof item === "string") : [];
}
/** The text, or `standard` for anything that is none. */
function textOr(value, standard = "") {
	return typeof value === "string" ? value : standard;
}

// src/emulator/domain/actions.ts
/** The actions of a story's content. */
function actionsOf(content) {
	return recordsIn(content.agents);
}
/** The same with the tools of AI actions, which are actions in exports, and the tools of those. */
function everyActionOf(content) {
	const withTools = (action) => [action, ...recordsIn(action.tools).flatMap(withTools)];
	return actionsOf(content).flatMap(withTools);
}
function actionOptions(action) {
	return isRecord(action.options) ? action.options : {};
}
function nameOf(content) {
	return typeof content.name === "string" ? content.name : "";
}
/** Actions of one story paired with those of another: by guid, else by type, name and ordinal among equals; tools likewise. */
function pairActions(content, other) {
	return pairLists(actionsOf(content), actionsOf(other));
}
function pairLists(actions, others) {
	const byGuid = new Map(others.map((action) => [action.guid, action]));
	const named = new Map(numbered(others).map(([label, action]) => [label, action]));
	return numbered(actions).flatMap(([label, action]) => {
		const partner = byGuid.get(action.guid ?? null) ?? named.get(label);
		return partner === void 0 ? [] : [[action, partner], ...pairLists(recordsIn(action.tools), recordsIn(partner.tools))];
	});
}
function numbered(actions) {
	const seen = /* @__PURE__ */ new Map();
	return actions.map((action) => {
		const label = JSON.stringify([action.type, action.name]);
		const ordinal = (seen.get(label) ?? 0) + 1;
		seen.set(label, ordinal);
		return [`${label} ${ordinal}`, action];
	});
}

// src/emulator/domain/stories.ts
/** A live story around some content, with the settings a new one has. */
function newStory(tenant, teamId, userId, now, content) {
	const at = seconds(now);
	return {
		id: newId(tenant, "story"),
		team_id: teamId,
		folder_id: null,
		user_id: userId,
		disabled: false,
		priority: false,
		locked: false,
		change_control_enabled: false,
		owners: [],
		shared_team_slugs: [],
		created_at: at,
		updated_at: at,
		edited_at: at,
		content
	};
}
/** The content of a story that was just made by hand. */
function emptyContent(tenant, name) {
	const guid = randomHex();
	return {
		name,
		description: null,
		guid,
		slug: emulatedSlug(name),
		agents: [],
		diagram_notes: [],
		links: [],
		diagram_layout: "{}",
		keep_events_for: 604800,
		pages: [],
		tags: [],
		recipients: [],
		send_to_stories: [],
		origin_story_identifier: `cloud:${tenant.hex}:${guid}`
	};
}
/** Moves the time stamps: `updated_at` always, `edited_at` for a change of content or where the tenant counts everything. */
function stampChange(tenant, story, kind, now) {
	story.updated_at = stampAfter(tenant, story.updated_at, now);
	if (kind === "edit" || tenant.switches.edited_at_on_update === "always") story.edited_at = stampAfter(tenant, story.edited_at, now);
}
function renameContent(tenant, content, name) {
	content.name = name;
	if (tenant.switches.rename_slug === "follow") content.slug = emulatedSlug(name);
}
/** Adds and removes tags; naming a new one creates it in the tenant. */
function changeTags(tenant, content, add, remove) {
	for (const tag of add) if (!tenant.tags.includes(tag)) tenant.tags.push(tag);
	const kept = textsIn(content.tags).filter((tag) => !remove.includes(tag));
	content.tags = [...kept, ...add.filter((tag) => !kept.includes(tag))];
}
/** Numeric action ids, which the API speaks of and exports do not. */
function actionIds(story) {
	return new Map(actionsOf(story.content).map((action, index) => [textOr(action.guid), story.id * 1e3 + index + 1]));
}
const ACCESS_SOURCES = [
	"OFF",
	"STS",
	"WORKBENCH",
	"STS_AND_WORKBENCH"
];
/** The story object of the API. */
function storyView({ switches }, story) {
	const { content } = story;
	const ids = actionIds(story);
	const entry = typeof content.entry_agent_guid === "string" ? ids.get(content.entry_agent_guid) : void 0;
	const access = content.send_to_story_access;
	return {
		id: story.id,
		name: nameOf(content),
		user_id: story.user_id,
		description: content.description ?? null,
		keep_events_for: content.keep_events_for ?? 604800,
		disabled: story.disabled,
		priority: story.priority,
		send_to_story_enabled: content.send_to_story_enabled === true,
		send_to_story_access_source: ACCESS_SOURCES[Number(content.send_to_story_access_source ?? 0)] ?? "OFF",
		send_to_story_access: typeof access === "string" ? access.toUpperCase() : null,
		shared_team_slugs: story.shared_team_slugs,
		entry_agent_id: entry ?? null,
		exit_agents: textsIn(content.exit_agent_guids).flatMap((guid) => {
			const id = ids.get(guid);
			return id === void 0 ? [] : [switches.exit_agents === "ids" ? id : { id }];
		}),
		send_to_story_skill_use_requires_confirmation: content.send_to_story_skill_use_requires_confirmation !== false,
		team_id: story.team_id,
		tags: textsIn(content.tags),
		guid: content.guid ?? null,
		slug: content.slug ?? null,
		created_at: story.created_at,
		updated_at: story.updated_at,
		edited_at: story.edited_at,
		mode: "LIVE",
		folder_id: story.folder_id,
		published: true,
		change_control_enabled: story.change_control_enabled,
		locked: story.locked,
		owners: story.owners,
		monitor_failures: content.monitor_failures === true,
		recipients: textsIn(content.recipients)
	};
}
/** What a write to a story answers; to be asked for before it is carried out. */
function answerToWrite(tenant, story) {
	const before = storyView(tenant, story);
	return () => tenant.switches.write_answer === "before" ? before : storyView(tenant, story);
}
/** A draft looks like its story, with its own id and name. */
function draftView(tenant, story, draft) {
	return {
		...storyView(tenant, {
			...story,
			content: draft.content
		}),
		id: draft.id,
		name: draft.name,
		slug: `${emulatedSlug(nameOf(draft.content))}_${emulatedSlug(draft.name)}`,
		mode: "TEST",
		created_at: draft.created_at,
		updated_at: draft.updated_at,
		edited_at: draft.edited_at
	};
}

// src/emulator/domain/drafts.ts
function draftsOf(tenant, story) {
	return tenant.drafts.filter((draft) => draft.story_id === story.id);
}
/** A new draft, starting from the live content. */
function openDraft(tenant, story, name, now) {
	const at = seconds(now);
	const draft = {
		id: newId(tenant, "draft"),
		story_id: story.id,
		name,
		content: structuredClone(story.content),
		created_at: at,
		updated_at: at,
		edited_at: at
	};
	tenant.drafts.push(draft);
	return draft;
}
/** The draft of that name, made when it is not there. A change without a draft of its own goes to `test`. */
function draftNamed(tenant, story, name, now) {
	const draft = draftsOf(tenant, story).find((candidate) => candidate.name === name);
	if (draft !== void 0) demandOpen(tenant, draft);
	return draft ?? openDraft(tenant, story, name, now);
}
function writeDraft(tenant, story, name, content, now) {
	const draft = draftNamed(tenant, story, name, now);
	draft.content = content;
	stampChange(tenant, draft, "edit", now);
	return draft;
}
/** Drafts lock when a review is requested. */
function demandOpen(tenant, draft) {
	if (tenant.change_requests.some((request) => request.draft_id === draft.id)) throw invalid("Draft", "is locked while its change request is open");
}
function dropDraft(tenant, draft) {
	tenant.drafts = tenant.drafts.filter((candidate) => candidate !== draft);
	tenant.change_requests = tenant.change_requests.filter((request) => request.draft_id !== draft.id);
}

// src/emulator/domain/ingress.ts
/** The options that make up an action's public URL. By type: `path` of an event transform is a data path. */
const INGRESS = {
	"Agents::WebhookAgent": ["path", "secret"],
	"Agents::FormAgent": ["url_identifier"],
	"Agents::McpServerAgent": ["path"]
};
function ingressOptions(action) {
	return INGRESS[textOr(action.type)] ?? [];
}
/** Gives ingress values fresh ones, either all or only those that are no URL part (placeholders of a masked file). */
function randomizeIngress(content, which) {
	for (const action of everyActionOf(content)) {
		const options = actionOptions(action);
		for (const name of ingressOptions(action)) {
			const value = options[name];
			if (value === void 0) continue;
			if (which === "all" || typeof value === "string" && value.includes(":")) options[name] = randomHex();
		}
	}
}
/** Carries the ingress values of `live` over to the actions of `content` that match. */
function keepIngress(content, live) {
	for (const [action, partner] of pairActions(content, live)) {
		if (action.type !== partner.type) continue;
		const options = actionOptions(action);
		const kept = actionOptions(partner);
		for (const name of ingressOptions(action)) if (kept[name] !== void 0) options[name] = kept[name];
	}
}

// src/emulator/domain/record-embedding.ts
/** A field as an export embeds it. */
function embeddedField(field) {
	return {
		id: field.id,
		name: field.name,
		description: null,
		result_type: field.result_type,
		fixed_values: [...field.fixed_values]
	};
}
/** A record type as an export embeds it: default and custom fields in one list, with nothing to tell them apart. */
function embeddedType(type) {
	return {
		id: type.id,
		name: type.name,
		editable: type.editable,
		record_fields: [...type.default_fields, ...type.fields].map(embeddedField)
	};
}
function isRecordAction(action) {
	return action.type === "Agents::RecordAgent";
}
/** Blanks the option values that never leave a tenant and shows the record types as they are now. */
function embedRecordTypes(tenant, content) {
	for (const action of everyActionOf(content)) {
		if (!isRecordAction(action)) continue;
		action.options = {
			...actionOptions(action),
			record_type_id: "",
			record_writers: "",
			record_result_mode: ""
		};
		const embedded = action.record_type;
		const type = isRecord(embedded) ? tenant.record_types.find((candidate) => candidate.id === embedded.id) : void 0;
		if (type === void 0) continue;
		action.record_type = embeddedType(type);
		const fields = [...type.default_fields, ...type.fields];
		action.record_writers = recordsIn(action.record_writers).flatMap((writer) => {
			const id = isRecord(writer.record_field) ? writer.record_field.id : void 0;
			const field = fields.find((candidate) => candidate.id === id);
			return field === void 0 ? [] : [{
				...writer,
				record_field: embeddedField(field)
			}];
		});
	}
}

// src/emulator/domain/release.ts
/** The keys of a modern export in their order, with what a story holds that never set them. */
const STORY_KEYS = [
	["name", ""],
	["description", null],
	["guid", null],
	["slug", null],
	["agents", []],
	["diagram_notes", []],
	["links", []],
	["diagram_layout", "{}"],
	["story_library_metadata", {}],
	["monitor_failures", false],
	["synchronous_webhooks_enabled", false],
	["integrations", []],
	["sections", []],
	["parent_only_send_to_story", false],
	["send_to_story_timeout_enabled", false],
	["send_to_story_timeout_duration_seconds", null],
	["keep_events_for", 604800],
	["reporting_status", true],
	["send_to_story_enabled", false],
	["entry_agent_guid", null],
	["exit_agent_guids", []],
	["api_entry_action_guids", []],
	["api_exit_action_guids", []],
	["send_to_story_access", null],
	["send_to_story_access_source", 0],
	["send_to_story_skill_use_requires_confirmation", true],
	["pages", []],
	["tags", []],
	["time_saved_unit", "minutes"],
	["time_saved_value", 0],
	["origin_story_identifier", null],
	["recipients", []],
	["integration_product", null],
	["integration_vendor", null],
	["llm_product_instructions", ""],
	["start_reference", null],
	["send_to_stories", []]
];
/** Keys that every action of a modern export has; a story imported from an old file gets them here. */
const ACTION_KEYS = {
	disabled: false,
	description: null,
	options: {},
	reporting: {
		time_saved_value: 0,
		time_saved_unit: "minutes"
	},
	monitoring: {
		monitor_all_events: false,
		monitor_failures: false,
		monitor_no_events_emitted: null
	},
	template: {
		created_from_template_guid: null,
		created_from_template_version: null,
		template_tags: []
	},
	width: null
};
/** What the next release might add: keys with default-like values and keys with values that say something. */
const NEWER_STORY_KEYS = {
	app_endpoints: [],
	runtime_profile: "standard",
	quality_gate: { level: 2 }
};
const NEWER_ACTION_KEYS = {
	annotations: [],
	retry_policy: { attempts: 3 }
};
const NEWER_PAGE_KEYS = {
	theme: null,
	density: "comfortable"
};
const STAMPS = {
	current: {
		schema_version: 28,
		standard_lib_version: 90,
		action_runtime_version: 76
	},
	newer: {
		schema_version: 31,
		standard_lib_version: 96,
		action_runtime_version: 88
	}
};
/** Writes content the way a platform release does. The content must be a copy: parts of it end up in the export. */
function asReleased(content, release, exportedAt) {
	const { icon, exported_at: _, ...rest } = content;
	const known = new Map(STORY_KEYS);
	const exported = { ...STAMPS[release] };
	for (const [key, standard] of known) {
		const value = rest[key];
		exported[key] = value === void 0 ? structuredClone(standard) : value;
	}
	for (const [key, value] of Object.entries(rest)) if (!known.has(key) && !Object.hasOwn(STAMPS.current, key)) exported[key] = value;
	exported.exported_at = exportedAt;
	exported.icon = icon ?? ":toolbox:";
	exported.agents = actionsOf(exported).map((action) => withDefaults(action, ACTION_KEYS));
	return release === "current" ? exported : asNewer(exported);
}
function asNewer(exported) {
	const story = {
		...structuredClone(NEWER_STORY_KEYS),
		...exported
	};
	story.agents = actionsOf(story).map((action) => reversed(withDefaults(action, NEWER_ACTION_KEYS)));
	story.pages = recordsIn(story.pages).map((page) => reversed(withDefaults(page, NEWER_PAGE_KEYS)));
	story.diagram_layout = floatLayout(story.diagram_layout ?? "{}");
	quoteSchemas(story);
	return reversed(story);
}
function withDefaults(object, defaults) {
	const filled = { ...object };
	for (const [key, value] of Object.entries(defaults)) if (filled[key] === void 0) filled[key] = structuredClone(value);
	return filled;
}
function reversed(object) {
	return Object.fromEntries(Object.entries(object).toReversed());
}
/** `{"guid":[15,30]}` → `{"guid":[15.0,30.0]}`; the layout is JSON in a string, so this form can be written. */
function floatLayout(layout) {
	if (typeof layout !== "string" || !isRecord(parseText(layout))) return layout;
	return layout.replace(/([[,]\s*-?\d+)(?=\s*[,\]])/g, "$1.0");
}
function quoteSchemas(value) {
	if (Array.isArray(value)) for (const item of value) quoteSchemas(item);
	if (!isRecord(value)) return;
	for (const [key, inner] of Object.entries(value)) if (key === "llm_json_schema" && inner !== null) value[key] = JSON.stringify(inner);
	else quoteSchemas(inner);
}

// src/emulator/domain/export.ts
/** The export file of some content: stamped with the time, record types embedded, nothing of credentials or settings. */
function exportContent(tenant, content, now, { randomizeUrls = false, clearRecipients = false } = {}) {
	const copy = structuredClone(content);
	embedRecordTypes(tenant, copy);
	if (randomizeUrls) randomizeIngress(copy, "all");
	if (clearRecipients) clearAllRecipients(copy);
	return asReleased(copy, tenant.switches.release, seconds(now));
}
function clearAllRecipients(content) {
	content.recipients = [];
	for (const action of actionsOf(content)) if (action.type === "Agents::EmailAgent") action.options = {
		...actionOptions(action),
		recipients: []
	};
}

// src/emulator/domain/guids.ts
/** Gives every action a new guid, and everything that points at the old one along with it (layout, entry, exits, pages …). */
function withFreshActionGuids(content, { tools, quoted } = {
	tools: "renewed",
	quoted: "rewritten"
}) {
	const renewed = tools === "renewed" ? everyActionOf(content) : actionsOf(content);
	const fresh = new Map(renewed.flatMap(({ guid }) => textOr(guid) === "" ? [] : [[textOr(guid), randomHex()]]));
	const rewritten = (text) => text.replace(/[0-9a-f]{32}/g, (guid) => fresh.get(guid) ?? guid);
	const renamed = quoted === "rewritten" ? parseText(rewritten(JSON.stringify(content))) : pointed(content);
	if (!isRecord(renamed)) throw new Error("Internal error: new guids broke the JSON");
	return renamed;
	/** Only what is a guid and nothing else, and stands outside of options; the layout is a list of guids in a string. */
	function pointed(value, key = "") {
		if (typeof value === "string") return key === "diagram_layout" ? rewritten(value) : fresh.get(value) ?? value;
		if (Array.isArray(value)) return value.map((entry) => pointed(entry, key));
		if (!isRecord(value)) return value;
		return Object.fromEntries(Object.entries(value).map(([name, entry]) => [name, name === "options" ? entry : pointed(entry, name)]));
	}
}

// src/emulator/domain/record-types.ts
/** The fields the vendor adds to every type. */
const DEFAULT_FIELDS = [
	{
		name: "Story name",
		result_type: "TEXT",
		fixed_values: []
	},
	{
		name: "Timestamp",
		result_type: "TIMESTAMP",
		fixed_values: []
	},
	{
		name: "Updated at",
		result_type: "TIMESTAMP",
		fixed_values: []
	}
];
function createType(tenant, teamId, wanted) {
	const type = {
		id: newId(tenant, "record_type"),
		name: wanted.name,
		description: wanted.description ?? null,
		team_id: teamId,
		editable: wanted.editable ?? true,
		ttl_days: null,
		retention_column_name: "CREATED_AT",
		on_limit_reached: "REJECT",
		max_records_limit: null,
		fields: [],
		default_fields: DEFAULT_FIELDS.map((field) => ({
			...field,
			fixed_values: [],
			id: newId(tenant, "field")
		})),
		records: []
	};
	for (const field of wanted.fields) addField(tenant, type, field);
	tenant.record_types.push(type);
	return type;
}
function addField(tenant, type, field) {
	type.fields.push({
		...field,
		fixed_values: [...field.fixed_values],
		id: newId(tenant, "field")
	});
}
function removeField(type, id) {
	type.fields = type.fields.filter((field) => field.id !== id);
	for (const record of type.records) delete record.values[String(id)];
}

// src/emulator/domain/record-binding.ts
/** Points the record actions of an imported story at types of the team, making or changing types as the rule says. */
function bindRecordTypes(tenant, teamId, content, rule) {
	if (rule === "dangling") return;
	const bound = /* @__PURE__ */ new Map();
	for (const action of everyActionOf(content)) {
		if (!isRecord(action.record_type) || typeof action.record_type.name !== "string") continue;
		const wanted = wantedType(action.record_type, action.record_type.name);
		const type = bound.get(wanted.name) ?? resolve$1(tenant, teamId, wanted, rule);
		bound.set(wanted.name, type);
		action.record_type = embeddedType(type);
		if (action.record_writers !== void 0) action.record_writers = boundWriters(action, type);
	}
}
/** Writers by field name; one for a field that the type lacks is lost. */
function boundWriters(action, type) {
	const fields = [...type.default_fields, ...type.fields];
	return recordsIn(action.record_writers).flatMap((writer) => {
		const name = isRecord(writer.record_field) ? writer.record_field.name : void 0;
		const field = fields.find((candidate) => candidate.name === name);
		return field === void 0 ? [] : [{
			...writer,
			record_field: embeddedField(field)
		}];
	});
}
function wantedType(embedded, name) {
	const fields = recordsIn(embedded.record_fields).filter((field) => !DEFAULT_FIELDS.some((known) => known.name === field.name)).map((field) => ({
		name: textOr(field.name),
		result_type: textOr(field.result_type),
		fixed_values: textsIn(field.fixed_values)
	}));
	return {
		name,
		editable: embedded.editable !== false,
		fields
	};
}
function resolve$1(tenant, teamId, wanted, rule) {
	const inTeam = tenant.record_types.filter((type) => type.team_id === teamId);
	const existing = inTeam.find((type) => type.name === wanted.name);
	if (rule === "strict") {
		if (existing === void 0) throw invalid("Record type", `"${wanted.name}" does not exist`);
		const missing = wanted.fields.find((field) => !has(existing, field));
		if (missing !== void 0) throw invalid("Record type", `"${wanted.name}" has no field "${missing.name}"`);
		return existing;
	}
	if (existing === void 0) return createType(tenant, teamId, wanted);
	if (rule === "by_name") return existing;
	if (takesAway(existing, wanted)) return createType(tenant, teamId, {
		...wanted,
		name: nextName(wanted.name, inTeam)
	});
	for (const field of wanted.fields) {
		const own = existing.fields.find((candidate) => candidate.name === field.name);
		if (own === void 0) addField(tenant, existing, field);
		else own.fixed_values = [.../* @__PURE__ */ new Set([...own.fixed_values, ...field.fixed_values])];
	}
	return existing;
}
function has(type, field) {
	return type.fields.some((own) => own.name === field.name && own.result_type === field.result_type);
}
/** A field removed or changed in type (an enum value removed counts): story syncing then makes a new type. */
function takesAway(existing, wanted) {
	return existing.fields.some((own) => {
		const field = wanted.fields.find((candidate) => candidate.name === own.name);
		if (field === void 0 || field.result_type !== own.result_type) return true;
		return own.fixed_values.some((value) => !field.fixed_values.includes(value));
	});
}
/** "Alert" → "Alert (1)" → "Alert (2)", after the highest number in the team. */
function nextName(name, types) {
	const base = name.replace(/ \(\d+\)$/, "");
	const numbers = types.map((type) => type.name.startsWith(`${base} (`) ? Number(/ \((\d+)\)$/.exec(type.name)?.[1] ?? 0) : 0);
	return `${base} (${Math.max(0, ...numbers) + 1})`;
}

// src/emulator/domain/references.ts
/** The slugs that the actions and integration inputs of a story name. */
function referencedSlugs(content, kind) {
	const text = JSON.stringify([actionsOf(content), content.integrations ?? null]);
	const pattern = new RegExp(`\\b${kind}\\.([A-Za-z0-9_]+)`, "g");
	return new Set([...text.matchAll(pattern)].map((match) => match[1] ?? ""));
}
/** Whether a team may use an object: its own, shared with everybody, or shared with it by slug. */
function usableIn(tenant, shared, teamId) {
	if (shared.team_id === teamId || shared.read_access === "GLOBAL") return true;
	const slug = tenant.teams.find((team) => team.id === teamId)?.slug;
	return shared.read_access === "SPECIFIC_TEAMS" && slug !== void 0 && shared.shared_team_slugs.includes(slug);
}
/** The first reference of a story that its team cannot use. */
function missingReference(tenant, teamId, content) {
	const kinds = [["CREDENTIAL", tenant.credentials], ["RESOURCE", tenant.resources]];
	for (const [kind, objects] of kinds) {
		const usable = new Set(objects.filter((one) => usableIn(tenant, one, teamId)).map((one) => one.slug));
		for (const slug of referencedSlugs(content, kind)) if (!usable.has(slug)) return `${kind}.${slug}`;
	}
}

// src/emulator/domain/import-content.ts
/** What a tenant makes of a file: its own guid, slug, stamp, record types and tags, as its switches say; `firm` positions go before them. */
function importedContent(tenant, file, firm = {}) {
	const { data, name, teamId, live, dropLastAction } = file;
	const switches = {
		...tenant.switches,
		...firm
	};
	const missing = switches.import_missing_reference === "reject" ? missingReference(tenant, teamId, data) : void 0;
	if (missing !== void 0) throw invalid("Data", `names ${missing}, which the team cannot use`);
	let content = structuredClone(data);
	delete content.exported_at;
	content.name = name;
	content.tags = importedTags(tenant.tags, switches, content, live);
	if (dropLastAction === true) dropLast(content);
	const guids = switches.import_action_guids;
	if (guids === "always_new" || guids === "new_on_create" && live === void 0) content = withFreshActionGuids(content, {
		tools: switches.import_tool_guids,
		quoted: switches.import_quoted_guids
	});
	content.guid = live?.guid ?? randomHex();
	content.slug = importedSlug(switches, content, name, live);
	content.origin_story_identifier = importedStamp(tenant.hex, switches, content, live);
	content.send_to_stories = [];
	if (live !== void 0) {
		if (switches.import_ingress === "keep_live") keepIngress(content, live);
		if (switches.import_recipients === "keep_live") content.recipients = textsIn(live.recipients);
	}
	bindRecordTypes(tenant, teamId, content, switches.import_record_types);
	return content;
}
function importedTags(tags, switches, file, live) {
	const wanted = textsIn(file.tags);
	const known = wanted.filter((tag) => tags.includes(tag));
	if (known.length < wanted.length && switches.import_unknown_tag === "fail_500") throw new ApiRefusal(500, "Internal server error", "something went wrong");
	return live !== void 0 && switches.import_tags === "keep_live" ? textsIn(live.tags) : known;
}
function importedSlug(switches, file, name, live) {
	const given = file.slug;
	if (switches.import_slug === "from_file" && typeof given === "string" && given !== "") return given;
	return typeof live?.slug === "string" ? live.slug : emulatedSlug(name);
}
function importedStamp(hex, switches, content, live) {
	const own = `cloud:${hex}:${textOr(content.guid)}`;
	const kept = isStamp(live?.origin_story_identifier) ? live.origin_story_identifier : void 0;
	const given = isStamp(content.origin_story_identifier) ? content.origin_story_identifier : own;
	switch (switches.import_stamp) {
		case "from_file": return given;
		case "keep_live": return kept ?? given;
		case "own": return kept ?? own;
	}
}
/** The fault `drop_action`: the last action is lost, with its links and its place. */
function dropLast(content) {
	const actions = actionsOf(content);
	const last = actions.length - 1;
	const layout = parseText(textOr(content.diagram_layout, "{}"));
	const dropped = actions[last];
	if (dropped === void 0) return;
	content.agents = actions.slice(0, last);
	content.links = recordsIn(content.links).filter((link) => link.source !== last && link.receiver !== last);
	if (isRecord(layout)) {
		delete layout[textOr(dropped.guid)];
		content.diagram_layout = JSON.stringify(layout);
	}
}

// src/emulator/domain/story-syncing.ts
/** The vendor's own syncing answers first and works afterwards, for so many milliseconds. */
const DURATIONS = {
	short: 40,
	long: 3e5,
	at_once: 0
};
/** What story syncing does whatever the import endpoint does. */
function syncRules({ sync_copy_ingress: ingress, sync_copy_stamp: stamp }) {
	return {
		import_record_types: "sync_rules",
		import_action_guids: "new_on_create",
		import_ingress: ingress === "kept" ? "keep_live" : "from_file",
		import_recipients: "keep_live",
		import_tags: "keep_live",
		import_unknown_tag: "ignore",
		import_stamp: stamp === "own" ? "own" : "from_file",
		import_missing_reference: "accept"
	};
}
/** The emulator's own tenant behind an address, if the address is on this machine. */
function tenantAt(world, address) {
	const url = URL.parse(address);
	if (url === null || ![
		"127.0.0.1",
		"localhost",
		"[::1]"
	].includes(url.hostname)) return void 0;
	return world.tenants.get(url.pathname.replace(/^\/+|(?<!\/)\/+$/g, ""));
}
/** Why a destination cannot take stories, or `undefined`. */
function syncUnreachable(world, origin, destination) {
	const target = tenantAt(world, destination.destination_tenant_url);
	if (target === void 0 || world.isDown(target.name)) return "Could not connect to the destination tenant";
	if (!target.teams.some((team) => team.id === destination.destination_team_id)) return "Destination team not found";
	if (target === origin) return void 0;
	const key = target.keys.find((one) => one.key === destination.destination_tenant_api_key && !one.revoked);
	const role = key === void 0 ? void 0 : roleIn(key, destination.destination_team_id);
	return role === "editor" || role === "team_admin" ? void 0 : "The destination tenant refused the API key";
}
/** Starts the sync of some subscriptions; poll the destination to see it finish. `failure` is how it will end, if not well. */
function startSync(world, origin, destination, { subscriptions, failure }) {
	for (const subscription of subscriptions) {
		if (origin.switches.sync_trigger_status === "as_before") break;
		subscription.status = "requires_sync";
		subscription.error_message = null;
	}
	world.touch(origin);
	afterwards(world, origin, () => {
		if (!origin.sync_destinations.includes(destination)) return;
		for (const subscription of subscriptions) {
			if (!destination.subscriptions.includes(subscription)) continue;
			const problem = failure ?? syncOne(world, origin, destination, subscription);
			subscription.status = problem === void 0 ? "synced" : "failed";
			subscription.error_message = problem ?? null;
		}
		world.touch(origin);
	});
}
function afterwards(world, { switches }, work) {
	if (switches.sync_duration === "at_once") work();
	else world.later(DURATIONS[switches.sync_duration], work);
}
/** Publishing a story pushes it to every destination that is not synced by hand only. */
function syncPublished(world, origin, story) {
	for (const destination of origin.sync_destinations) {
		const subscription = destination.subscriptions.find((one) => one.story_id === story.id);
		if (subscription === void 0) continue;
		if (destination.manual_sync_only) subscription.status = "requires_sync";
		else startSync(world, origin, destination, { subscriptions: [subscription] });
	}
}
/** Brings one story to its destination, or says why not. */
function syncOne(world, origin, destination, subscription) {
	const { switches } = origin;
	const problem = syncUnreachable(world, origin, destination);
	const target = tenantAt(world, destination.destination_tenant_url);
	const source = origin.stories.find((story) => story.id === subscription.story_id);
	if (problem !== void 0 || target === void 0 || source === void 0) return problem ?? "The story no longer exists";
	if (subscription.detached && switches.sync_detached_copy === "failed") return "The story was detached from sync at the destination";
	if (subscription.detached && switches.sync_detached_copy !== "copied_anew") return void 0;
	const team = destination.destination_team_id;
	const copy = findCopy(origin, target, destination, {
		subscription,
		source
	});
	const name = nameOf(source.content);
	const taken = target.stories.some((story) => story.team_id === team && nameOf(story.content) === name);
	if (copy === void 0 && taken && switches.sync_name_taken === "failed") return "Name has already been taken";
	subscription.copy_id = writeCopy(world, origin, {
		target,
		team,
		source,
		copy
	}).id;
	delete subscription.detached;
}
function writeCopy(world, origin, { target, team, source, copy }) {
	const now = world.now();
	const content = importedContent(target, {
		data: exportContent(origin, source.content, now),
		name: nameOf(source.content),
		teamId: team,
		...copy === void 0 ? {} : { live: copy.content }
	}, syncRules(origin.switches));
	const ingress = origin.switches.sync_copy_ingress;
	if (ingress === "renewed" || ingress === "kept" && copy === void 0) randomizeIngress(content, "all");
	const story = copy ?? newStory(target, team, 1, now, content);
	if (copy === void 0) target.stories.push(story);
	else {
		story.content = content;
		stampChange(target, story, "edit", now);
	}
	story.copy_of = copyMark(origin, source);
	world.touch(target);
	return story;
}
function copyMark(origin, source) {
	return `${origin.name}/${source.id}`;
}
/** The copy that a sync writes: its own, or an earlier one that a new subscription takes over. */
function findCopy(origin, target, { destination_team_id: team }, { subscription: { copy_id: id, detached }, source }) {
	if (detached) return void 0;
	if (id !== null || origin.switches.sync_earlier_copy === "beside") return target.stories.find((one) => one.id === id);
	const stamp = source.content.origin_story_identifier;
	const isEarlier = ({ copy_of, content }) => copy_of === copyMark(origin, source) || content.origin_story_identifier === stamp;
	return target.stories.find((one) => one !== source && one.team_id === team && isEarlier(one));
}
/** "Detach from sync" at the destination: the copy becomes a story of its own. What the origin makes of it is a switch. */
function detachCopy(world, target, copy) {
	let found = false;
	for (const origin of world.tenants.values()) for (const destination of origin.sync_destinations) {
		if (tenantAt(world, destination.destination_tenant_url) !== target) continue;
		for (const subscription of destination.subscriptions.filter(({ copy_id }) => copy_id === copy.id)) {
			found = true;
			subscription.detached = true;
			if (origin.switches.sync_detached_copy === "unsubscribed") destination.subscriptions = destination.subscriptions.filter((one) => one !== subscription);
			world.touch(origin);
		}
	}
	return found;
}
/** What becomes of the copies of subscriptions that are no more; the vendor does this afterwards too. Detached ones are nobody's copies. */
function releaseCopies(world, origin, destination, { subscriptions, fate }) {
	const target = tenantAt(world, destination.destination_tenant_url);
	if (target === void 0) return;
	const copies = new Set(subscriptions.filter(({ detached }) => !detached).map(({ copy_id }) => copy_id));
	afterwards(world, origin, () => {
		if (fate === "deleted") target.stories = target.stories.filter((story) => !copies.has(story.id));
		else for (const story of target.stories) if (copies.has(story.id)) story.disabled = true;
		world.touch(target);
	});
}

// src/emulator/api/body.ts
const anything = () => void 0;
const textCheck = (value) => typeof value === "string" ? void 0 : "must be a string";
const filled = (value) => typeof value === "string" && value.trim() !== "" ? void 0 : "can't be blank";
const int = (value) => Number.isSafeInteger(value) ? void 0 : "must be an integer";
const bool = (value) => typeof value === "boolean" ? void 0 : "must be true or false";
const object = (value) => isRecord(value) ? void 0 : "must be an object";
/** A folder; null, or an empty value, is the root of the team. */
const folder = (value) => value === null || value === "" ? void 0 : int(value);
function nullCheck(check) {
	return (value) => value === null ? void 0 : check(value);
}
function listCheck(check) {
	return (value) => {
		if (!Array.isArray(value)) return "must be an array";
		const problem = value.map(check).find((found) => found !== void 0);
		return problem === void 0 ? void 0 : `has an item that ${problem}`;
	};
}
function choiceCheck(...values) {
	return (value) => values.some((one) => one === value) ? void 0 : `must be one of ${values.join(", ")}`;
}
/** The parameters of a body that stood in the query. A query holds text: what it means depends on what is asked for. */
const QUERY = /* @__PURE__ */ new WeakMap();
/** Many pages of the vendor call the parameters of a write "query parameters", so both places are taken; the body goes first. */
function withQuery(body, query) {
	const given = /* @__PURE__ */ new Map();
	for (const [written, value] of query) {
		const name = written.replace(/\[\]$/, "");
		if (!Object.hasOwn(body, name)) given.set(name, [...given.get(name) ?? [], value]);
	}
	const all = {
		...Object.fromEntries([...given].map(([name, values]) => [name, values[0] ?? ""])),
		...body
	};
	QUERY.set(all, given);
	return all;
}
/** The reading of a query's text that a check takes: as it stands, as a number or a flag, or as a list of those. */
function readQuery(values, check) {
	const each = values.map((value) => parseText(value) ?? value);
	return (values.length === 1 ? [
		values[0] ?? "",
		each[0] ?? "",
		[...values],
		each
	] : [[...values], each]).find((reading) => check(reading) === void 0) ?? values[0] ?? "";
}
/** Refuses what the vendor's documentation does not list. Stricter than the real service, which ignores unknown keys. */
function accept(body, known, required = []) {
	for (const [name, values] of QUERY.get(body) ?? []) {
		const check = Object.hasOwn(known, name) ? known[name] : void 0;
		if (check !== void 0) body[name] = readQuery(values, check);
	}
	for (const name of required) if (body[name] === void 0 || body[name] === null) throw invalid(name, "can't be blank");
	for (const [name, value] of Object.entries(body)) {
		const check = Object.hasOwn(known, name) ? known[name] : void 0;
		if (check === void 0) throw invalid(name, "is not a parameter of this endpoint");
		const problem = check(value);
		if (problem !== void 0) throw invalid(name, problem);
	}
}
/** Readers for a body that passed {@link accept}: a value of another type counts as absent. */
function textField(body, name) {
	const value = body[name];
	return typeof value === "string" ? value : void 0;
}
function intOf(body, name) {
	const value = body[name];
	return typeof value === "number" ? value : void 0;
}
function textFields(body, name) {
	const value = body[name];
	return Array.isArray(value) ? value.filter((item) => typeof item === "string") : void 0;
}
function intsOf(body, name) {
	const value = body[name];
	return Array.isArray(value) ? value.filter((item) => typeof item === "number") : void 0;
}
/** A required number, after {@link accept} has seen to it that it is there. */
function requiredInt(body, name) {
	const value = intOf(body, name);
	if (value === void 0) throw invalid(name, "can't be blank");
	return value;
}
function requiredText(body, name) {
	const value = textField(body, name);
	if (value === void 0) throw invalid(name, "can't be blank");
	return value;
}

// src/emulator/api/story-lookup.ts
/** The story of the path, if the key sees it and has the role for what it is about to do. */
function findStory(call, least) {
	const id = call.id("id");
	const story = call.tenant.stories.find((candidate) => candidate.id === id);
	if (story === void 0) throw notFound("Story");
	demandRole(call, story.team_id, least);
	return story;
}
function draftOf(call, story, id) {
	const draft = draftsOf(call.tenant, story).find((candidate) => candidate.id === id);
	if (draft === void 0) throw notFound("Draft");
	return draft;
}

// src/emulator/api/change-control-api.ts
function controlledStory(call) {
	const story = findStory(call, "editor");
	if (!story.change_control_enabled) throw invalid("Story", "is not under change control");
	return story;
}
function listDrafts(call) {
	acceptQuery(call, ...PAGE_PARAMS);
	const story = findStory(call, "viewer");
	const drafts = inListOrder(call, draftsOf(call.tenant, story));
	return paged(call, "drafts", drafts.map((draft) => draftView(call.tenant, story, draft)));
}
function createDraft(call) {
	const story = controlledStory(call);
	accept(call.body, { name: filled }, ["name"]);
	const name = requiredText(call.body, "name");
	if (draftsOf(call.tenant, story).some((draft) => draft.name === name)) throw invalid("Name", "has already been taken");
	const draft = openDraft(call.tenant, story, name, call.world.now());
	audit(call, "TestStoryCreation", {
		storyId: story.id,
		draftId: draft.id
	}, story.id);
	call.world.touch(call.tenant);
	return okReply(draftView(call.tenant, story, draft));
}
function deleteDraft(call) {
	accept(call.body, {});
	const story = findStory(call, "editor");
	const draft = draftOf(call, story, call.id("draft"));
	dropDraft(call.tenant, draft);
	audit(call, "TestStoryDeletion", {
		storyId: story.id,
		draftId: draft.id
	}, story.id);
	call.world.touch(call.tenant);
	return NO_CONTENT;
}
/** The draft that a request is about: the one named, else the latest. */
function chosenDraft(call, story, id) {
	const draft = id === void 0 ? draftsOf(call.tenant, story).at(-1) : draftOf(call, story, id);
	if (draft === void 0) throw invalid("Draft", "can't be blank");
	return draft;
}
function openRequest(call) {
	const { body, tenant } = call;
	const story = controlledStory(call);
	accept(body, {
		title: filled,
		description: nullCheck(textCheck),
		draft_id: int
	});
	const draft = chosenDraft(call, story, intOf(body, "draft_id"));
	demandOpen(tenant, draft);
	const request = {
		id: newId(tenant, "change_request"),
		story_id: story.id,
		draft_id: draft.id,
		name: textField(body, "title") ?? draft.name,
		description: textField(body, "description") ?? null,
		status: "PENDING",
		opened_by: call.key.user_id,
		participants: []
	};
	tenant.change_requests.push(request);
	call.world.touch(tenant);
	return okReply(envelope(call, story, draft, request));
}
function viewRequest(call) {
	acceptQuery(call, "draft_id");
	const story = findStory(call, "viewer");
	const draft = chosenDraft(call, story, intParam(call, "draft_id"));
	const request = call.tenant.change_requests.find((candidate) => candidate.draft_id === draft.id);
	return okReply(envelope(call, story, draft, request));
}
function approve(call) {
	const [story, draft, request] = requestOf(call);
	demandRole(call, story.team_id, "team_admin");
	if (request.opened_by === call.key.user_id && call.tenant.switches.self_approval === "forbidden") throw invalid("Change request", "cannot be approved by who opened it");
	request.status = "APPROVED";
	request.participants = [call.key.user_id];
	call.world.touch(call.tenant);
	return okReply(envelope(call, story, draft, request));
}
function cancel(call) {
	const [story, draft, request] = requestOf(call);
	const { tenant } = call;
	tenant.change_requests = tenant.change_requests.filter((candidate) => candidate !== request);
	call.world.touch(tenant);
	return okReply(envelope(call, story, draft, void 0));
}
/** Makes the draft the live story and pushes it to the sync destinations. The draft stays, unless it is asked to go. */
function promote(call) {
	const [story, draft, request] = requestOf(call, PROMOTION);
	const { tenant, world, body } = call;
	demandRole(call, story.team_id, "team_admin");
	if (body.bypass_approval === true) demandPermission(call, "STORY_MANAGE");
	else if (request.status !== "APPROVED") throw invalid("Change request", "is not approved");
	if (story.locked) throw invalid("Story", "is locked");
	story.content = structuredClone(draft.content);
	stampChange(tenant, story, "edit", world.now());
	tenant.change_requests = tenant.change_requests.filter((one) => one !== request);
	if (body.delete_draft === true) dropDraft(tenant, draft);
	world.touch(tenant);
	syncPublished(world, tenant, story);
	return okReply(storyView(call.tenant, story));
}
const PROMOTION = {
	bypass_approval: bool,
	bypass_approval_reason: nullCheck(textCheck),
	delete_draft: bool
};
function requestOf(call, more = {}) {
	const story = findStory(call, "editor");
	accept(call.body, {
		change_request_id: int,
		...more
	}, ["change_request_id"]);
	const id = requiredInt(call.body, "change_request_id");
	const request = call.tenant.change_requests.find((one) => one.id === id && one.story_id === story.id);
	if (request === void 0) throw notFound("Change request");
	return [
		story,
		draftOf(call, story, request.draft_id),
		request
	];
}
/** Both exports travel as JSON in strings. */
function envelope(call, story, draft, request) {
	const exported = (content) => JSON.stringify(exportContent(call.tenant, content, call.world.now()));
	return {
		id: story.id,
		draft_id: draft.id,
		draft_name: draft.name,
		change_request: request === void 0 ? null : {
			id: request.id,
			name: request.name,
			description: request.description,
			status: request.status,
			participants: request.participants,
			live_story_export: exported(story.content),
			draft_export: exported(draft.content)
		}
	};
}
const changeControlRoutes = [
	{
		method: "GET",
		path: "/stories/:id/drafts",
		handle: listDrafts
	},
	{
		method: "POST",
		path: "/stories/:id/drafts",
		handle: createDraft
	},
	{
		method: "DELETE",
		path: "/stories/:id/drafts/:draft",
		handle: deleteDraft
	},
	{
		method: "POST",
		path: "/stories/:id/change_request",
		handle: openRequest
	},
	{
		method: "GET",
		path: "/stories/:id/change_request/view",
		handle: viewRequest
	},
	{
		method: "POST",
		path: "/stories/:id/change_request/approve",
		handle: approve
	},
	{
		method: "POST",
		path: "/stories/:id/change_request/cancel",
		handle: cancel
	},
	{
		method: "POST",
		path: "/stories/:id/change_request/promote",
		handle: promote
	}
];

// src/emulator/api/import-validation.ts
/** The placeholder that storysync writes to git. A real tenant would make a URL of it; here that bug is caught. */
const PLACEHOLDER = "storysync:destination-owned";
/** Refuses a file that no tenant could have exported. */
function demandImportable(data) {
	if (typeof data.name !== "string" || data.name.trim() === "") throw invalid("data.name", "can't be blank");
	if (!Number.isSafeInteger(data.schema_version)) throw invalid("data.schema_version", "must be an integer");
	if (!isHex32(data.guid)) throw invalid("data.guid", "must be 32 hex digits");
	demandStamp("data", data.origin_story_identifier);
	if (!Array.isArray(data.agents) || !data.agents.every(isRecord)) throw invalid("data.agents", "must be an array");
	const guids = demandActions(actionsOf(data));
	demandLinks(data.links, guids.size);
	demandKnownGuids(data, guids);
	if (data.diagram_layout !== void 0 && data.diagram_layout !== null) {
		if (typeof data.diagram_layout !== "string" || !isRecord(parseText(data.diagram_layout))) throw invalid("data.diagram_layout", "must be a string holding a JSON object");
	}
	for (const name of [
		"tags",
		"recipients",
		"exit_agent_guids",
		"pages",
		"integrations",
		"diagram_notes"
	]) {
		const value = data[name];
		if (value !== void 0 && !Array.isArray(value)) throw invalid(`data.${name}`, "must be an array");
	}
	if (JSON.stringify(data).includes("storysync:destination-owned")) throw invalid("data", `holds the placeholder ${PLACEHOLDER}`);
}
function demandActions(actions) {
	const guids = /* @__PURE__ */ new Set();
	for (const [index, action] of actions.entries()) {
		const place = `data.agents[${index}]`;
		if (typeof action.type !== "string" || !action.type.startsWith("Agents::")) throw invalid(`${place}.type`, "is not an action type");
		if (typeof action.name !== "string") throw invalid(`${place}.name`, "must be a string");
		if (!isHex32(action.guid)) throw invalid(`${place}.guid`, "must be 32 hex digits");
		if (guids.has(action.guid)) throw invalid(`${place}.guid`, "has already been taken");
		if (!isRecord(action.options)) throw invalid(`${place}.options`, "must be an object");
		demandStamp(place, action.origin_story_identifier);
		guids.add(action.guid);
	}
	return guids;
}
function demandStamp(place, stamp) {
	if (stamp === void 0 || stamp === null || isStamp(stamp)) return;
	throw invalid(`${place}.origin_story_identifier`, "must be null or cloud:<32 hex>:<32 hex>");
}
function demandLinks(links, actions) {
	if (!Array.isArray(links)) throw invalid("data.links", "must be an array");
	const inRange = (value) => typeof value === "number" && Number.isSafeInteger(value) && value >= 0 && value < actions;
	for (const [index, link] of links.entries()) if (!isRecord(link) || !inRange(link.source) || !inRange(link.receiver)) throw invalid(`data.links[${index}]`, "must name two actions by index");
}
/** Guids that quote an action must name one; only the layout of real exports has leftovers. */
function demandKnownGuids(data, guids) {
	const demand = (place, guid) => {
		if (typeof guid === "string" && guid !== "" && !guids.has(guid)) throw invalid(place, "names no action");
	};
	demand("data.entry_agent_guid", data.entry_agent_guid);
	demand("data.exit_agent_guid", data.exit_agent_guid);
	for (const name of [
		"exit_agent_guids",
		"api_entry_action_guids",
		"api_exit_action_guids"
	]) {
		const list = data[name];
		if (Array.isArray(list)) for (const guid of list) demand(`data.${name}`, guid);
	}
	for (const page of recordsIn(data.pages)) demand("data.pages", page.agent_guid);
	for (const integration of recordsIn(data.integrations)) demand("data.integrations", integration.action_guid);
}

// src/emulator/api/import.ts
const BODY = {
	new_name: filled,
	data: object,
	team_id: int,
	folder_id: folder,
	mode: choiceCheck("new", "versionReplace"),
	draft_name: filled
};
/** `POST /stories/import`. */
function importStory(call) {
	const { body, tenant } = call;
	accept(body, BODY, [
		"new_name",
		"data",
		"team_id"
	]);
	const teamId = requiredInt(body, "team_id");
	demandRole(call, teamId, "editor");
	const data = isRecord(body.data) ? body.data : {};
	demandImportable(data);
	demandFolder(call, teamId);
	const { switches } = tenant;
	const name = switches.import_name_source === "new_name" ? requiredText(body, "new_name") : nameOf(data);
	const target = body.mode === "versionReplace" ? targetOf(call, name, teamId) : void 0;
	const story = target === void 0 ? createFrom(call, data, name, teamId) : replaceFrom(call, data, name, target);
	call.world.touch(tenant);
	return okReply(story);
}
function demandFolder(call, teamId) {
	const id = intOf(call.body, "folder_id");
	if (id === void 0) return;
	const folder = call.tenant.folders.find((candidate) => candidate.id === id);
	if (folder?.team_id !== teamId || folder.content_type !== "STORY") throw invalid("Folder", "must belong to the team");
}
/** The story that versionReplace hits: by name, in the team or in the whole tenant. */
function targetOf(call, name, teamId) {
	const { stories, switches } = call.tenant;
	const target = (switches.import_name_scope === "tenant" ? stories : stories.filter((story) => story.team_id === teamId)).filter((story) => nameOf(story.content) === name).toSorted((a, b) => a.id - b.id)[0];
	if (target === void 0 && switches.import_absent === "reject") throw invalid("Story", `"${name}" does not exist`);
	return target;
}
function createFrom(call, data, wanted, teamId) {
	const { tenant, world } = call;
	if (call.body.draft_name !== void 0) throw invalid("draft_name", "needs a story under change control");
	const taken = new Set(tenant.stories.filter((one) => one.team_id === teamId).map((one) => nameOf(one.content)));
	const name = tenant.switches.import_name_collision === "suffix" ? freeName(wanted, taken) : wanted;
	const content = importedContent(tenant, {
		data,
		name,
		teamId,
		dropLastAction: call.dropLastAction
	});
	const story = newStory(tenant, teamId, call.key.user_id, world.now(), content);
	story.folder_id = intOf(call.body, "folder_id") ?? null;
	tenant.stories.push(story);
	audit(call, "StoryImport", {
		storyId: story.id,
		mode: "new"
	}, story.id);
	return storyView(call.tenant, story);
}
function replaceFrom(call, data, name, story) {
	const { tenant, world, body } = call;
	if (story.locked) throw invalid("Story", "is locked");
	const draftName = textField(body, "draft_name");
	if (draftName !== void 0 && !story.change_control_enabled) throw invalid("draft_name", "needs a story under change control");
	if (draftName === void 0 && story.change_control_enabled && tenant.switches.import_change_control === "reject") throw invalid("Story", "is under change control");
	const answer = answerToWrite(tenant, story);
	const content = importedContent(tenant, {
		data,
		name,
		teamId: story.team_id,
		live: story.content,
		dropLastAction: call.dropLastAction
	});
	audit(call, "StoryVersionImport", {
		storyId: story.id,
		mode: "versionReplace"
	}, story.id);
	if (story.change_control_enabled) {
		const draft = writeDraft(tenant, story, draftName ?? "test", content, world.now());
		return {
			...answer(),
			draft_id: draft.id
		};
	}
	story.content = content;
	applySettings$1(call, story);
	stampChange(tenant, story, "edit", world.now());
	return answer();
}
/** What an import may do to the settings that the file does not hold. */
function applySettings$1(call, story) {
	const { switches } = call.tenant;
	if (switches.import_settings === "reset") {
		story.disabled = false;
		story.priority = false;
	}
	if (call.body.folder_id !== void 0) story.folder_id = intOf(call.body, "folder_id") ?? null;
	else if (switches.import_folder === "root") story.folder_id = null;
}
function freeName(name, taken) {
	if (!taken.has(name)) return name;
	for (let number = 1;; number += 1) {
		const candidate = `${name} (${number})`;
		if (!taken.has(candidate)) return candidate;
	}
}
const importRoutes = [{
	method: "POST",
	path: "/stories/import",
	handle: importStory
}];

// src/emulator/api/record-types-api.ts
/** JSON is not on the vendor's page but in use by a public kit, so it passes. */
const RESULT_TYPES = [
	"TEXT",
	"NUMBER",
	"TIMESTAMP",
	"BOOLEAN",
	"TEXT_ENUM",
	"ARTIFACT",
	"JSON"
];
const TTL_DAYS = [
	.25,
	.5,
	1,
	2,
	3,
	7,
	14,
	30,
	60,
	90,
	180,
	365,
	548,
	730,
	1095,
	1460,
	1825,
	2190,
	2555,
	2920,
	3285,
	3650
];
const positive = (value) => typeof value === "number" && Number.isSafeInteger(value) && value > 0 ? void 0 : "must be a positive integer";
const COMMON = {
	name: filled,
	description: nullCheck(textCheck),
	editable: bool,
	ttl_days: nullCheck(choiceCheck(...TTL_DAYS)),
	retention_column_name: choiceCheck("CREATED_AT", "UPDATED_AT"),
	on_limit_reached: choiceCheck("REJECT", "EVICT_OLDEST"),
	max_records_limit: nullCheck(positive)
};
const FIELD$1 = {
	id: int,
	name: filled,
	result_type: choiceCheck(...RESULT_TYPES),
	fixed_values: nullCheck(listCheck(textCheck))
};
function listTypes(call) {
	acceptQuery(call, ...PAGE_PARAMS, "team_id");
	const team = requiredIntParam(call, "team_id");
	const listed = mayList(call, team);
	const types = call.tenant.record_types.filter((type) => listed && type.team_id === team);
	return paged(call, "record_types", inListOrder(call, types).map(viewOf$2));
}
function typeOf(call, id, least) {
	const type = call.tenant.record_types.find((candidate) => candidate.id === id);
	if (type === void 0) throw notFound("Record type");
	demandRole(call, type.team_id, least);
	return type;
}
function getRecordType(call) {
	acceptQuery(call);
	return okReply(viewOf$2(typeOf(call, call.id("id"), "viewer")));
}
function createRecordType(call) {
	const { body, tenant } = call;
	accept(body, {
		...COMMON,
		team_id: int,
		fields: listCheck(object)
	}, [
		"name",
		"team_id",
		"fields"
	]);
	const teamId = requiredInt(body, "team_id");
	demandRole(call, teamId, "editor");
	const name = requiredText(body, "name");
	demandFreeName(call, teamId, name);
	const fields = recordsIn(body.fields).map((field) => newField(field, true));
	demandDistinct(call, fields.map((field) => field.name));
	const type = createType(tenant, teamId, {
		name,
		fields
	});
	applyCommon(type, body);
	audit(call, "RecordTypeCreation", {
		recordTypeId: type.id,
		name
	});
	call.world.touch(tenant);
	return created(viewOf$2(type));
}
/** `fields` is an upsert list; removal only by `field_ids_to_delete`. */
function updateRecordType(call) {
	const { body, tenant } = call;
	const type = typeOf(call, call.id("id"), "editor");
	accept(body, {
		...COMMON,
		fields: nullCheck(listCheck(object)),
		field_ids_to_delete: listCheck(int)
	});
	const name = textField(body, "name");
	if (name !== void 0 && name !== type.name) demandFreeName(call, type.team_id, name, type);
	const doomed = intsOf(body, "field_ids_to_delete") ?? [];
	for (const id of doomed) fieldOf(type, id);
	const changes = recordsIn(body.fields).map((field) => {
		if (field.id === void 0) return { added: newField(field, true) };
		return {
			changed: fieldOf(type, requiredInt(field, "id")),
			patch: changedField(type, field)
		};
	});
	const kept = type.fields.filter((field) => !doomed.includes(field.id));
	const renamed = new Map(changes.flatMap((one) => one.changed ? [[one.changed.id, one.patch.name]] : []));
	const added = changes.flatMap((one) => one.added ? [one.added.name] : []);
	demandDistinct(call, [...kept.map((field) => renamed.get(field.id) ?? field.name), ...added]);
	for (const change of changes) if (change.added) addField(tenant, type, change.added);
	else Object.assign(change.changed, change.patch);
	for (const id of doomed) removeField(type, id);
	applyCommon(type, body);
	audit(call, "RecordTypeUpdate", {
		recordTypeId: type.id,
		name: type.name
	});
	call.world.touch(tenant);
	return okReply(viewOf$2(type));
}
function deleteRecordType(call) {
	accept(call.body, {});
	const type = typeOf(call, call.id("id"), "team_admin");
	call.tenant.record_types = call.tenant.record_types.filter((candidate) => candidate !== type);
	audit(call, "RecordTypeDestruction", {
		recordTypeId: type.id,
		name: type.name
	});
	call.world.touch(call.tenant);
	return NO_CONTENT;
}
function demandFreeName(call, teamId, name, self) {
	if (call.tenant.switches.record_names === "repeatable") return;
	const fold = call.tenant.switches.type_name_case === "insensitive";
	const same = (other) => fold ? other.toLowerCase() === name.toLowerCase() : other === name;
	if (call.tenant.record_types.some((type) => type !== self && type.team_id === teamId && same(type.name))) throw invalid("Name", "has already been taken");
}
function demandDistinct(call, names) {
	if (call.tenant.switches.record_names === "repeatable") return;
	const all = [...names, ...DEFAULT_FIELDS.map((field) => field.name)];
	if (new Set(all).size < all.length) throw invalid("Fields", "must have distinct names");
}
/** Default fields can be neither changed nor deleted. */
function fieldOf(type, id) {
	const field = type.fields.find((candidate) => candidate.id === id);
	if (field === void 0) throw invalid("Field", `${id} does not exist`);
	return field;
}
function newField(written, complete) {
	accept(written, FIELD$1, complete ? ["name", "result_type"] : []);
	const resultType = requiredText(written, "result_type");
	const values = textFields(written, "fixed_values") ?? [];
	if (resultType === "TEXT_ENUM" && values.length === 0) throw invalid("fixed_values", "can't be blank");
	if (resultType !== "TEXT_ENUM" && values.length > 0) throw invalid("fixed_values", "are for TEXT_ENUM only");
	return {
		name: requiredText(written, "name"),
		result_type: resultType,
		fixed_values: values
	};
}
function changedField(type, written) {
	const current = fieldOf(type, requiredInt(written, "id"));
	const wanted = textField(written, "result_type") ?? current.result_type;
	const bothText = [wanted, current.result_type].every((one) => one === "TEXT" || one === "TEXT_ENUM");
	if (wanted !== current.result_type && !bothText) throw invalid("result_type", `cannot change from ${current.result_type} to ${wanted}`);
	const values = wanted === "TEXT_ENUM" ? written.fixed_values ?? current.fixed_values : written.fixed_values ?? [];
	const { id: _, ...rest } = written;
	return newField({
		...rest,
		name: rest.name ?? current.name,
		result_type: wanted,
		fixed_values: values
	}, true);
}
function applyCommon(type, body) {
	type.name = textField(body, "name") ?? type.name;
	if (body.description !== void 0) type.description = textField(body, "description") ?? null;
	if (typeof body.editable === "boolean") type.editable = body.editable;
	if (body.ttl_days !== void 0) type.ttl_days = typeof body.ttl_days === "number" ? body.ttl_days : null;
	type.retention_column_name = textField(body, "retention_column_name") ?? type.retention_column_name;
	type.on_limit_reached = textField(body, "on_limit_reached") ?? type.on_limit_reached;
	const limit = body.max_records_limit;
	if (limit !== void 0) type.max_records_limit = typeof limit === "number" ? limit : null;
}
function viewOf$2(type) {
	const { fields, default_fields: defaults, records: _, ...rest } = type;
	return {
		...rest,
		record_fields: fields,
		default_record_fields: defaults.filter((one) => one.name !== "Updated at")
	};
}
const recordTypeRoutes = [
	{
		method: "GET",
		path: "/record_types",
		handle: listTypes
	},
	{
		method: "POST",
		path: "/record_types",
		handle: createRecordType
	},
	{
		method: "GET",
		path: "/record_types/:id",
		handle: getRecordType
	},
	{
		method: "PUT",
		path: "/record_types/:id",
		handle: updateRecordType
	},
	{
		method: "DELETE",
		path: "/record_types/:id",
		handle: deleteRecordType
	}
];

// src/emulator/api/records-api.ts
const MAX_CASES = 5;
const cases = (value) => listCheck(int)(value) ?? (Array.isArray(value) && value.length > MAX_CASES ? `has more than ${MAX_CASES} items` : void 0);
const RECORD = {
	record_type_id: int,
	field_values: listCheck(object),
	case_ids: cases,
	parent_record_id: int,
	test_mode: bool
};
function listRecords(call) {
	acceptQuery(call, ...PAGE_PARAMS, "record_type_id", "order_direction");
	const direction = choiceParam(call, "order_direction", [
		"ASC",
		"DESC",
		"asc",
		"desc"
	])?.toUpperCase();
	const type = typeOf(call, requiredIntParam(call, "record_type_id"), "viewer");
	const ordered = type.records.toSorted((a, b) => direction === "DESC" ? b.id - a.id : a.id - b.id);
	const records = direction === void 0 ? inListOrder(call, type.records) : ordered;
	return paged(call, "record_results", records.map((record) => viewOf$1(type, record)));
}
function createRecord(call) {
	const { body, tenant, world } = call;
	accept(body, RECORD, ["record_type_id", "field_values"]);
	const type = typeOf(call, requiredInt(body, "record_type_id"), "editor");
	const values = valuesOf(call, type);
	if (type.max_records_limit !== null && type.records.length >= type.max_records_limit) {
		if (type.on_limit_reached === "REJECT") throw invalid("Record type", "has reached its limit");
		type.records.shift();
	}
	const at = seconds(world.now());
	const record = {
		id: newId(tenant, "record"),
		test_mode: body.test_mode === true,
		case_ids: intsOf(body, "case_ids") ?? [],
		parent_id: intOf(body, "parent_record_id") ?? null,
		created_at: at,
		updated_at: at,
		values
	};
	type.records.push(record);
	world.touch(tenant);
	return created(viewOf$1(type, record));
}
function updateRecord(call) {
	const [type, record] = recordOf(call, "editor");
	accept(call.body, { field_values: listCheck(object) }, ["field_values"]);
	Object.assign(record.values, valuesOf(call, type));
	record.updated_at = stampAfter(call.tenant, record.updated_at, call.world.now());
	call.world.touch(call.tenant);
	return okReply(viewOf$1(type, record));
}
function deleteRecord(call) {
	accept(call.body, {});
	const [type, record] = recordOf(call, "editor");
	type.records = type.records.filter((candidate) => candidate !== record);
	call.world.touch(call.tenant);
	return NO_CONTENT;
}
function recordOf(call, least) {
	const id = call.id("id");
	for (const type of call.tenant.record_types) {
		const record = type.records.find((candidate) => candidate.id === id);
		if (record !== void 0) return [typeOf(call, type.id, least), record];
	}
	throw notFound("Record");
}
function valuesOf(call, type) {
	const values = {};
	for (const entry of recordsIn(call.body.field_values)) {
		const field = type.fields.find(({ id }) => id === entry.field_id || String(id) === entry.field_id);
		if (field === void 0) throw invalid("field_id", "does not belong to the record type");
		const value = entry.value ?? null;
		if (!fits(field, value)) throw invalid(field.name, `is no ${field.result_type}`);
		values[String(field.id)] = value;
	}
	return values;
}
function fits(field, value) {
	if (value === null) return true;
	switch (field.result_type) {
		case "NUMBER": return typeof value === "number";
		case "BOOLEAN": return typeof value === "boolean";
		case "TEXT_ENUM": return typeof value === "string" && field.fixed_values.includes(value);
		case "TIMESTAMP": return typeof value === "string" && !Number.isNaN(Date.parse(value));
		case "JSON": return isRecord(value) || Array.isArray(value);
		default: return typeof value === "string";
	}
}
/** As live clients find a record. What `result` and `story` hold is not told; here they are empty. */
function viewOf$1(type, { id, values, case_ids, parent_id }) {
	return {
		id,
		record_type: {
			id: type.id,
			name: type.name
		},
		records: type.fields.map((field) => ({
			name: field.name,
			value: values[String(field.id)] ?? null
		})),
		result: null,
		case_ids,
		story: null,
		parent_id
	};
}
function getRecord(call) {
	acceptQuery(call);
	return okReply(viewOf$1(...recordOf(call, "viewer")));
}
const recordRoutes = [
	{
		method: "GET",
		path: "/records",
		handle: listRecords
	},
	{
		method: "POST",
		path: "/records",
		handle: createRecord
	},
	{
		method: "GET",
		path: "/records/:id",
		handle: getRecord
	},
	{
		method: "PUT",
		path: "/records/:id",
		handle: updateRecord
	},
	{
		method: "PATCH",
		path: "/records/:id",
		handle: updateRecord
	},
	{
		method: "DELETE",
		path: "/records/:id",
		handle: deleteRecord
	}
];

// src/emulator/api/shared-objects-api.ts
function listCredentials(call) {
	acceptQuery(call, ...PAGE_PARAMS, "team_id", "folder_id", "filter");
	const filter = choiceParam(call, "filter", [
		"UNUSED_IN_ACTIONS",
		"UNRESTRICTED",
		"RESTRICTED"
	]);
	const found = filter === "RESTRICTED" ? [] : visible(call, call.tenant.credentials);
	const shown = filter === "UNUSED_IN_ACTIONS" ? unused(call, found, "CREDENTIAL") : found;
	return paged(call, "user_credentials", inListOrder(call, shown).map(credentialView));
}
/** Values come back in listings, as the real service has it: a client must not keep them. */
function listResources(call) {
	acceptQuery(call, ...PAGE_PARAMS, "team_id", "folder_id", "filter", "include_referencing_action_ids", "typed_value");
	const filter = choiceParam(call, "filter", ["UNUSED_IN_ACTIONS"]);
	const withActions = boolParam(call, "include_referencing_action_ids", true);
	const typed = boolParam(call, "typed_value", false);
	const found = visible(call, call.tenant.resources);
	const shown = filter === void 0 ? found : unused(call, found, "RESOURCE");
	return paged(call, "global_resources", inListOrder(call, shown).map((resource) => resourceView(resource, withActions, typed)));
}
/** Own objects of the teams the key sees, and what is shared with those teams; with team_id, see the switch `team_filter`. */
function visible(call, objects) {
	const { tenant, key } = call;
	const team = intParam(call, "team_id");
	const folder = intParam(call, "folder_id");
	if (team !== void 0 && !mayList(call, team)) return [];
	const teams = tenant.teams.filter((one) => roleIn(key, one.id) !== void 0).map((one) => one.id);
	return objects.filter((shared) => {
		if (folder !== void 0 && shared.folder_id !== folder) return false;
		if (team === void 0) return teams.some((id) => usableIn(tenant, shared, id));
		return tenant.switches.team_filter === "with_shared" ? usableIn(tenant, shared, team) : shared.team_id === team;
	});
}
function unused(call, objects, kind) {
	const used = new Set(call.tenant.stories.flatMap((story) => [...referencedSlugs(story.content, kind)]));
	return objects.filter((shared) => !used.has(shared.slug));
}
function credentialView(shared) {
	const { value: _, ...rest } = shared;
	return {
		...rest,
		mode: "TEXT",
		description: "",
		allowed_hosts: [],
		metadata: {},
		test_credential_enabled: false,
		test_credential: null
	};
}
function resourceView(shared, withActions, typed) {
	const value = shared.value ?? "";
	return {
		...shared,
		value: typed || typeof value === "string" ? value : JSON.stringify(value),
		user_id: 1,
		description: "",
		test_resource_enabled: false,
		test_resource: null,
		...withActions ? { referencing_action_ids: [] } : {}
	};
}
const sharedObjectRoutes = [{
	method: "GET",
	path: "/user_credentials",
	handle: listCredentials
}, {
	method: "GET",
	path: "/global_resources",
	handle: listResources
}];

// src/emulator/api/story-update.ts
/** Seconds that events may be kept. */
const KEEP_EVENTS_FOR = choiceCheck(3600, 21600, 86400, 259200, 604800, 1209600, 2592e3, 5184e3, 7776e3, 15552e3, 31536e3);
/** Parts of the story that exports show: under change control they go to a draft. */
const CONTENT = {
	name: filled,
	description: nullCheck(textCheck),
	add_tag_names: listCheck(filled),
	remove_tag_names: listCheck(filled),
	keep_events_for: KEEP_EVENTS_FOR,
	webhook_api_enabled: bool,
	api_entry_action_id: nullCheck(int),
	api_exit_action_ids: listCheck(int),
	/** Deprecated, and taken all the same. */
	send_to_story_enabled: bool,
	send_to_story_access_source: choiceCheck("STS", "STS_AND_WORKBENCH", "WORKBENCH", "OFF"),
	entry_action_id: nullCheck(int),
	entry_agent_id: nullCheck(int),
	exit_action_ids: listCheck(int),
	exit_agent_ids: listCheck(int),
	send_to_story_access: nullCheck(choiceCheck("TEAM", "GLOBAL", "SPECIFIC_TEAMS")),
	send_to_story_skill_use_requires_confirmation: bool,
	monitor_failures: bool
};
/** Settings of the live story, which no export holds. */
const SETTINGS$1 = {
	disabled: bool,
	locked: bool,
	priority: bool,
	shared_team_slugs: listCheck(textCheck),
	team_id: int,
	folder_id: folder,
	change_control_enabled: bool
};
const EDITS$1 = new Set(Object.keys(CONTENT).filter((name) => !name.endsWith("_tag_names")));
/** `PUT /stories/{id}`. */
function storyUpdate(call) {
	const { body, tenant, world } = call;
	const story = findStory(call, "editor");
	accept(body, {
		...CONTENT,
		...SETTINGS$1,
		draft_id: int
	});
	if (story.locked && !isUnlock(body)) throw invalid("Story", "is locked");
	const names = Object.keys(body);
	const edits = names.some((name) => EDITS$1.has(name));
	if (story.change_control_enabled && body.change_control_enabled === void 0) return updateDraft(call, story, names);
	if (body.draft_id !== void 0) throw invalid("draft_id", "needs a story under change control");
	if (story.change_control_enabled) switchOffChangeControl(call, story, names);
	const next = structuredClone(story);
	const answer = answerToWrite(tenant, story);
	applyContent(call, next, next.content);
	applySettings(call, next);
	Object.assign(story, next);
	stampChange(tenant, story, edits ? "edit" : "setting", world.now());
	for (const name of names) auditChange(call, story, name);
	world.touch(tenant);
	return okReply(answer());
}
function isUnlock(body) {
	return body.locked === false && Object.keys(body).length === 1;
}
/** Under change control the live story stays as it is; without draft_id the change goes to the draft `test`. */
function updateDraft(call, story, names) {
	const { tenant, world } = call;
	const setting = names.find((name) => Object.hasOwn(SETTINGS$1, name));
	if (setting !== void 0) throw invalid(setting, "cannot be changed under change control");
	const id = intOf(call.body, "draft_id");
	const draft = id === void 0 ? draftNamed(tenant, story, "test", world.now()) : draftOf(call, story, id);
	demandOpen(tenant, draft);
	const content = structuredClone(draft.content);
	applyContent(call, story, content);
	draft.content = content;
	stampChange(tenant, draft, "edit", world.now());
	world.touch(tenant);
	return okReply(id === void 0 ? storyView(call.tenant, story) : draftView(call.tenant, story, draft));
}
const OPERATIONS = {
	name: "StoryNameChange",
	disabled: "StoryDisabledChange",
	locked: "StoryLockedChange",
	team_id: "StoryMovement"
};
/** Only the operations whose names are known from real logs. */
function auditChange(call, story, name) {
	const operation = OPERATIONS[name];
	if (operation !== void 0) audit(call, operation, { storyId: story.id }, story.id);
}
/** Only team admins may, and nothing else may ride along. */
function switchOffChangeControl(call, story, names) {
	demandRole(call, story.team_id, "team_admin");
	if (names.length > 1) throw invalid("change_control_enabled", "must be sent alone for a story under change control");
}
function applyContent(call, story, content) {
	const { body, tenant } = call;
	const name = textField(body, "name");
	if (name !== void 0 && name !== nameOf(content)) renameContent(tenant, content, name);
	for (const key of [
		"description",
		"keep_events_for",
		"monitor_failures"
	]) if (body[key] !== void 0) content[key] = body[key];
	changeTags(tenant, content, textFields(body, "add_tag_names") ?? [], textFields(body, "remove_tag_names") ?? []);
	applySendToStory(story, content, body);
}
function applySendToStory(story, content, body) {
	const guids = new Map([...actionIds(story)].map(([guid, id]) => [id, guid]));
	const guidOf = (id) => {
		const guid = guids.get(id);
		if (guid === void 0) throw invalid("Action", "must belong to the story");
		return guid;
	};
	const enabled = typeof body.send_to_story_enabled === "boolean" ? body.send_to_story_enabled ? "STS" : "OFF" : void 0;
	const source = textField(body, "send_to_story_access_source") ?? enabled;
	if (source !== void 0) {
		content.send_to_story_access_source = [
			"OFF",
			"STS",
			"WORKBENCH",
			"STS_AND_WORKBENCH"
		].indexOf(source);
		content.send_to_story_enabled = source !== "OFF";
	}
	const access = body.send_to_story_access;
	if (access !== void 0) content.send_to_story_access = typeof access === "string" ? access.toLowerCase() : null;
	const confirmation = body.send_to_story_skill_use_requires_confirmation;
	if (confirmation !== void 0) content.send_to_story_skill_use_requires_confirmation = confirmation;
	const entry = intOf(body, "entry_action_id") ?? intOf(body, "entry_agent_id");
	if (entry !== void 0) content.entry_agent_guid = guidOf(entry);
	const exits = intsOf(body, "exit_action_ids") ?? intsOf(body, "exit_agent_ids");
	if (exits !== void 0) content.exit_agent_guids = exits.map(guidOf);
	const apiEntry = intOf(body, "api_entry_action_id");
	if (apiEntry !== void 0) content.api_entry_action_guids = [guidOf(apiEntry)];
	const apiExits = intsOf(body, "api_exit_action_ids");
	if (apiExits !== void 0) content.api_exit_action_guids = apiExits.map(guidOf);
	if (body.webhook_api_enabled === false) {
		content.api_entry_action_guids = [];
		content.api_exit_action_guids = [];
	}
}
function applySettings(call, story) {
	const { body, tenant } = call;
	const team = intOf(body, "team_id");
	if (team !== void 0 && team !== story.team_id) {
		demandRole(call, team, "editor");
		story.team_id = team;
		story.folder_id = null;
	}
	if (body.folder_id !== void 0) {
		const folder = intOf(body, "folder_id") ?? null;
		const inTeam = tenant.folders.some((one) => one.id === folder && one.team_id === story.team_id);
		if (folder !== null && !inTeam) throw invalid("Folder", "must belong to the team");
		story.folder_id = folder;
	}
	if (typeof body.disabled === "boolean") story.disabled = body.disabled;
	if (typeof body.priority === "boolean") story.priority = body.priority;
	if (typeof body.locked === "boolean") story.locked = body.locked;
	if (typeof body.change_control_enabled === "boolean") story.change_control_enabled = body.change_control_enabled;
	const slugs = textFields(body, "shared_team_slugs");
	if (slugs !== void 0) story.shared_team_slugs = slugs;
}

// src/emulator/api/stories-api.ts
const FILTERS = {
	SEND_TO_STORY_ENABLED: (story) => story.content.send_to_story_enabled === true,
	HIGH_PRIORITY: (story) => story.priority,
	API_ENABLED: (story) => textsIn(story.content.api_entry_action_guids).length > 0,
	PUBLISHED: () => true,
	FAVORITE: () => false,
	CHANGE_CONTROL_ENABLED: (story) => story.change_control_enabled,
	DISABLED: (story) => story.disabled,
	LOCKED: (story) => story.locked
};
const ORDERS = {
	NAME: (a, b) => compare(nameOf(a.content), nameOf(b.content)),
	NAME_DESC: (a, b) => compare(nameOf(b.content), nameOf(a.content)),
	RECENTLY_EDITED: (a, b) => Date.parse(b.edited_at) - Date.parse(a.edited_at),
	LEAST_RECENTLY_EDITED: (a, b) => Date.parse(a.edited_at) - Date.parse(b.edited_at),
	ACTION_COUNT_ASC: (a, b) => actionsOf(a.content).length - actionsOf(b.content).length,
	ACTION_COUNT_DESC: (a, b) => actionsOf(b.content).length - actionsOf(a.content).length
};
function compare(a, b) {
	return a < b ? -1 : a > b ? 1 : 0;
}
function listStories(call) {
	acceptQuery(call, ...PAGE_PARAMS, "team_id", "folder_id", "tags", "search", "filter", "order", "include_live_activity");
	const team = intParam(call, "team_id");
	const listed = team === void 0 || mayList(call, team);
	const folderId = intParam(call, "folder_id");
	const tags = listParam(call, "tags");
	const search = call.query.get("search")?.toLowerCase() ?? "";
	const filter = FILTERS[choiceParam(call, "filter", Object.keys(FILTERS)) ?? ""] ?? (() => true);
	const order = ORDERS[choiceParam(call, "order", Object.keys(ORDERS)) ?? ""];
	boolParam(call, "include_live_activity", false);
	const found = call.tenant.stories.filter((story) => listed && sees(call, story.team_id) && (team === void 0 || story.team_id === team) && (folderId === void 0 || story.folder_id === folderId) && tags.every((tag) => textsIn(story.content.tags).includes(tag)) && nameOf(story.content).toLowerCase().includes(search) && filter(story));
	const ordered = order === void 0 ? inListOrder(call, found) : found.toSorted(order);
	return paged(call, "stories", ordered.map((story) => storyView(call.tenant, story)));
}
function createStory(call) {
	const { body, tenant } = call;
	accept(body, {
		team_id: int,
		name: filled,
		description: nullCheck(textCheck),
		keep_events_for: KEEP_EVENTS_FOR,
		folder_id: folder,
		tags: listCheck(filled),
		disabled: bool,
		priority: bool
	}, ["team_id"]);
	const teamId = requiredInt(body, "team_id");
	demandRole(call, teamId, "editor");
	const folderId = intOf(body, "folder_id");
	if (folderId !== void 0 && !tenant.folders.some((one) => one.id === folderId && one.team_id === teamId)) throw invalid("Folder", "must belong to the team");
	const content = emptyContent(tenant, textField(body, "name") ?? "New Story");
	content.description = body.description ?? null;
	content.keep_events_for = body.keep_events_for ?? content.keep_events_for ?? null;
	changeTags(tenant, content, textFields(body, "tags") ?? [], []);
	const story = newStory(tenant, teamId, call.key.user_id, call.world.now(), content);
	story.folder_id = folderId ?? null;
	story.disabled = body.disabled === true;
	story.priority = body.priority === true;
	tenant.stories.push(story);
	audit(call, "StoryCreation", { storyId: story.id }, story.id);
	call.world.touch(tenant);
	return created(storyView(call.tenant, story));
}
function getStory(call) {
	acceptQuery(call, "story_mode", "draft_id", "include_live_activity");
	const story = findStory(call, "viewer");
	if (call.query.get("story_mode") !== "") choiceParam(call, "story_mode", ["LIVE", "TEST"]);
	const draft = intParam(call, "draft_id");
	return okReply(draft === void 0 ? storyView(call.tenant, story) : draftView(call.tenant, story, draftOf(call, story, draft)));
}
function getExport(call) {
	acceptQuery(call, "randomize_urls", "clear_recipients", "draft_id");
	const story = findStory(call, "viewer");
	const draft = intParam(call, "draft_id");
	const content = draft === void 0 ? story.content : draftOf(call, story, draft).content;
	return okReply(exportContent(call.tenant, content, call.world.now(), {
		randomizeUrls: boolParam(call, "randomize_urls", false),
		clearRecipients: boolParam(call, "clear_recipients", false)
	}));
}
function deleteStory(call) {
	accept(call.body, {});
	removeStory(call, findStory(call, "team_admin"));
	return NO_CONTENT;
}
/** All of them or none. */
function deleteStories(call) {
	accept(call.body, { ids: listCheck(int) }, ["ids"]);
	const stories = (intsOf(call.body, "ids") ?? []).map((id) => {
		const story = call.tenant.stories.find((candidate) => candidate.id === id);
		if (story === void 0) throw notFound("Story");
		demandRole(call, story.team_id, "team_admin");
		if (story.locked) throw invalid("Story", "is locked");
		return story;
	});
	for (const story of new Set(stories)) removeStory(call, story);
	return NO_CONTENT;
}
function removeStory(call, story) {
	const { tenant } = call;
	if (story.locked) throw invalid("Story", "is locked");
	tenant.stories = tenant.stories.filter((candidate) => candidate !== story);
	tenant.drafts = tenant.drafts.filter((draft) => draft.story_id !== story.id);
	tenant.change_requests = tenant.change_requests.filter((request) => request.story_id !== story.id);
	if (tenant.switches.delete_story === "archive") tenant.archived.push(story);
	audit(call, "StoryArchive", { storyId: story.id }, story.id);
	call.world.touch(tenant);
}
const storyRoutes = [
	{
		method: "GET",
		path: "/stories",
		handle: listStories
	},
	{
		method: "POST",
		path: "/stories",
		handle: createStory
	},
	{
		method: "DELETE",
		path: "/stories/batch",
		handle: deleteStories
	},
	{
		method: "GET",
		path: "/stories/:id",
		handle: getStory
	},
	{
		method: "PUT",
		path: "/stories/:id",
		handle: storyUpdate
	},
	{
		method: "DELETE",
		path: "/stories/:id",
		handle: deleteStory
	},
	{
		method: "GET",
		path: "/stories/:id/export",
		handle: getExport
	}
];

// src/emulator/api/sync-destinations-api.ts
function destinationOf(call) {
	demandOwner(call);
	forgetDeletedSources(call.tenant);
	const id = call.id("id");
	const destination = call.tenant.sync_destinations.find((candidate) => candidate.id === id);
	if (destination === void 0) throw notFound("Sync destination");
	return destination;
}
/** What becomes of a subscription whose story is deleted at the origin is a switch. */
function forgetDeletedSources(tenant) {
	if (tenant.switches.sync_deleted_source === "stays") return;
	const ids = new Set(tenant.stories.map(({ id }) => id));
	for (const destination of tenant.sync_destinations) destination.subscriptions = destination.subscriptions.filter(({ story_id: id }) => ids.has(id));
}
function list(call) {
	demandOwner(call);
	forgetDeletedSources(call.tenant);
	acceptQuery(call, ...PAGE_PARAMS);
	const destinations = inListOrder(call, call.tenant.sync_destinations);
	return paged(call, "sync_destinations", destinations.map((destination) => viewOf(call, destination)));
}
function create(call) {
	demandOwner(call);
	const { body, tenant, world } = call;
	accept(body, {
		destination_tenant_url: filled,
		destination_tenant_api_key: filled,
		destination_team_id: int,
		team_id: int,
		story_ids: listCheck(int),
		manual_sync_only: bool
	}, [
		"destination_tenant_url",
		"destination_team_id",
		"team_id",
		"story_ids"
	]);
	const destination = {
		id: 0,
		destination_tenant_url: requiredText(body, "destination_tenant_url"),
		destination_tenant_api_key: textField(body, "destination_tenant_api_key") ?? null,
		destination_team_id: requiredInt(body, "destination_team_id"),
		origin_team_id: requiredInt(body, "team_id"),
		manual_sync_only: body.manual_sync_only === true,
		subscriptions: []
	};
	demandPossible(call, destination);
	destination.subscriptions = subscriptionsFor(call, destination, intsOf(body, "story_ids") ?? []);
	destination.id = newId(tenant, "sync_destination");
	tenant.sync_destinations.push(destination);
	if (savingSyncs(call, destination)) sync(call, destination, destination.subscriptions);
	world.touch(tenant);
	return created({ sync_destination: viewOf(call, destination) });
}
function show(call) {
	acceptQuery(call);
	return okReply({ sync_destination: viewOf(call, destinationOf(call)) });
}
function demandPossible(call, destination) {
	const { tenant, world } = call;
	if (!tenant.teams.some((team) => team.id === destination.origin_team_id)) throw invalid("Team", "must exist");
	const sameTenant = tenantAt(world, destination.destination_tenant_url) === tenant;
	if (sameTenant && destination.destination_tenant_api_key !== null) throw invalid("destination_tenant_api_key", "must be blank for the same tenant");
	if (sameTenant && destination.destination_team_id === destination.origin_team_id) throw invalid("destination_team_id", "must be another team");
	if (tenant.sync_destinations.some((other) => other.origin_team_id === destination.origin_team_id && other.destination_tenant_url === destination.destination_tenant_url && other.destination_team_id === destination.destination_team_id) && tenant.switches.sync_twin === "refused") throw invalid("Destination", "has already been taken");
	demandReachable(call, destination);
}
function demandReachable({ tenant, world }, destination) {
	const problem = tenant.switches.sync_unreachable_save === "refused" ? syncUnreachable(world, tenant, destination) : void 0;
	if (problem !== void 0) throw invalid("Destination", problem);
}
/** "Saving a destination syncs immediately"; what that means where it is synced by hand only are switches. */
function savingSyncs({ body, tenant: { switches } }, { manual_sync_only: manual }) {
	if (body.manual_sync_only !== void 0 && Object.keys(body).length === 1) return switches.sync_flag_update === "always" || switches.sync_flag_update === "as_saved" && !manual;
	return !manual || switches.sync_manual_save === "syncs";
}
function sync({ world, tenant, syncError: failure }, destination, subscriptions) {
	startSync(world, tenant, destination, {
		subscriptions,
		...failure === void 0 ? {} : { failure }
	});
}
/** The full list of subscriptions; what is already subscribed keeps its copy. Source stories need change control. */
function subscriptionsFor(call, destination, ids) {
	return [...new Set(ids)].map((id) => {
		const story = call.tenant.stories.find((candidate) => candidate.id === id);
		if (story?.team_id !== destination.origin_team_id) throw invalid("Story", `${id} must belong to the team`);
		if (!story.change_control_enabled) throw invalid("Story", `${id} must be under change control`);
		return destination.subscriptions.find((subscription) => subscription.story_id === id) ?? {
			story_id: id,
			status: "requires_sync",
			error_message: null,
			copy_id: null
		};
	});
}
/** What is left out keeps its value; teams, URL and kind cannot change. */
function update(call) {
	const destination = destinationOf(call);
	const { body, tenant, world } = call;
	accept(body, {
		destination_tenant_api_key: filled,
		story_ids: listCheck(int),
		manual_sync_only: bool
	});
	const ids = intsOf(body, "story_ids");
	const subscriptions = ids === void 0 ? destination.subscriptions : subscriptionsFor(call, destination, ids);
	const key = textField(body, "destination_tenant_api_key");
	if (key !== void 0) {
		if (destination.destination_tenant_api_key === null) throw invalid("destination_tenant_api_key", "must be blank for the same tenant");
		demandReachable(call, {
			...destination,
			destination_tenant_api_key: key
		});
		destination.destination_tenant_api_key = key;
	}
	const dropped = destination.subscriptions.filter((one) => !subscriptions.includes(one));
	if (tenant.switches.sync_unsubscribed_copy === "deleted") releaseCopies(world, tenant, destination, {
		subscriptions: dropped,
		fate: "deleted"
	});
	destination.subscriptions = subscriptions;
	if (typeof body.manual_sync_only === "boolean") destination.manual_sync_only = body.manual_sync_only;
	if (savingSyncs(call, destination)) sync(call, destination, subscriptions);
	world.touch(tenant);
	return okReply({ sync_destination: viewOf(call, destination) });
}
/** Without keep_stories the copies go too, as the vendor has it. */
function remove(call) {
	const destination = destinationOf(call);
	accept(call.body, { keep_stories: bool });
	const { tenant, world } = call;
	tenant.sync_destinations = tenant.sync_destinations.filter((candidate) => candidate !== destination);
	const { subscriptions } = destination;
	if (call.body.keep_stories !== true) releaseCopies(world, tenant, destination, {
		subscriptions,
		fate: "deleted"
	});
	else if (tenant.switches.sync_kept_copy === "disabled") releaseCopies(world, tenant, destination, {
		subscriptions,
		fate: "disabled"
	});
	world.touch(tenant);
	return NO_CONTENT;
}
function syncAll(call) {
	const destination = destinationOf(call);
	accept(call.body, {});
	sync(call, destination, destination.subscriptions);
	return okReply({ sync_initiated: true });
}
function syncStory(call) {
	const destination = destinationOf(call);
	accept(call.body, {});
	const id = call.id("story");
	const subscription = destination.subscriptions.find((one) => one.story_id === id);
	if (subscription === void 0) throw notFound("Story");
	sync(call, destination, [subscription]);
	return okReply({ story_sync_initiated: true });
}
/** The key never comes back. */
function viewOf(call, destination) {
	const { switches, stories } = call.tenant;
	const names = new Map(stories.map((story) => [story.id, nameOf(story.content)]));
	const slash = switches.sync_url_shown === "with_slash" && !destination.destination_tenant_url.endsWith("/");
	return {
		id: destination.id,
		destination_tenant_url: `${destination.destination_tenant_url}${slash ? "/" : ""}`,
		destination_team_id: destination.destination_team_id,
		...switches.sync_flag_shown === "present" ? { manual_sync_only: destination.manual_sync_only } : {},
		origin_team_id: destination.origin_team_id,
		subscriptions: destination.subscriptions.map((one) => ({
			story: {
				id: one.story_id,
				name: names.get(one.story_id) ?? null
			},
			status: one.status,
			error_message: one.error_message
		}))
	};
}
const ROOT$1 = "/admin/sync_destinations";
const syncDestinationRoutes = [
	{
		method: "GET",
		path: ROOT$1,
		handle: list
	},
	{
		method: "POST",
		path: ROOT$1,
		handle: create
	},
	{
		method: "GET",
		path: `${ROOT$1}/:id`,
		handle: show
	},
	{
		method: "PUT",
		path: `${ROOT$1}/:id`,
		handle: update
	},
	{
		method: "PATCH",
		path: `${ROOT$1}/:id`,
		handle: update
	},
	{
		method: "DELETE",
		path: `${ROOT$1}/:id`,
		handle: remove
	},
	{
		method: "POST",
		path: `${ROOT$1}/:id/manual_sync`,
		handle: syncAll
	},
	{
		method: "POST",
		path: `${ROOT$1}/:id/story/:story/sync`,
		handle: syncStory
	}
];

// src/emulator/api/teams-api.ts
function listTeams(call) {
	acceptQuery(call, ...PAGE_PARAMS, "scope", "include_personal_teams");
	boolParam(call, "include_personal_teams", false);
	const teams = choiceParam(call, "scope", [
		"all",
		"standard",
		"personal_only"
	]) === "personal_only" ? [] : call.tenant.teams.filter((team) => roleIn(call.key, team.id));
	return paged(call, "teams", inListOrder(call, teams).map(teamView));
}
/** No slug: the vendor's listing has none. */
function teamView(team) {
	return {
		id: team.id,
		name: team.name,
		groups: []
	};
}
function getTeam(call) {
	acceptQuery(call);
	const id = call.id("id");
	demandRole(call, id, "viewer");
	const team = call.tenant.teams.find((candidate) => candidate.id === id);
	if (team === void 0) throw notFound("Team");
	return okReply(teamView(team));
}
function createTeam(call) {
	demandOwner(call);
	accept(call.body, { name: filled }, ["name"]);
	const name = requiredText(call.body, "name");
	if (call.tenant.teams.some((team) => team.name === name)) throw invalid("Name", "has already been taken");
	const team = {
		id: newId(call.tenant, "team"),
		name,
		slug: emulatedSlug(name)
	};
	call.tenant.teams.push(team);
	call.world.touch(call.tenant);
	return created(teamView(team));
}
const CONTENT_TYPES = [
	"STORY",
	"CREDENTIAL",
	"RESOURCE"
];
function listFolders(call) {
	acceptQuery(call, ...PAGE_PARAMS, "team_id", "content_type");
	const team = intParam(call, "team_id");
	if (team !== void 0) mayList(call, team);
	const type = choiceParam(call, "content_type", CONTENT_TYPES);
	const folders = call.tenant.folders.filter((folder) => sees(call, folder.team_id) && (team === void 0 || folder.team_id === team) && (type === void 0 || folder.content_type === type));
	return paged(call, "folders", inListOrder(call, folders).map((folder) => folderView(call, folder)));
}
function folderView(call, folder) {
	const { stories, credentials, resources } = call.tenant;
	const size = [
		...stories,
		...credentials,
		...resources
	].filter((item) => item.folder_id === folder.id).length;
	return {
		...folder,
		size
	};
}
function folderOf(call, least) {
	const id = call.id("id");
	const folder = call.tenant.folders.find((candidate) => candidate.id === id);
	if (folder === void 0) throw notFound("Folder");
	demandRole(call, folder.team_id, least);
	return folder;
}
function getFolder(call) {
	acceptQuery(call);
	return okReply(folderView(call, folderOf(call, "viewer")));
}
function createFolder(call) {
	const { body, tenant } = call;
	accept(body, {
		name: filled,
		content_type: choiceCheck(...CONTENT_TYPES),
		team_id: int
	}, [
		"name",
		"content_type",
		"team_id"
	]);
	const team = requiredInt(body, "team_id");
	demandRole(call, team, "editor");
	const folder = {
		id: newId(tenant, "folder"),
		name: requiredText(body, "name"),
		team_id: team,
		content_type: requiredText(body, "content_type")
	};
	tenant.folders.push(folder);
	call.world.touch(tenant);
	return created(folderView(call, folder));
}
/** Only the name can change. */
function renameFolder(call) {
	const folder = folderOf(call, "editor");
	accept(call.body, { name: filled }, ["name"]);
	folder.name = requiredText(call.body, "name");
	call.world.touch(call.tenant);
	return okReply(folderView(call, folder));
}
function deleteFolder(call) {
	accept(call.body, {});
	const folder = folderOf(call, "team_admin");
	const { tenant } = call;
	tenant.folders = tenant.folders.filter((candidate) => candidate !== folder);
	for (const item of [
		...tenant.stories,
		...tenant.credentials,
		...tenant.resources
	]) if (item.folder_id === folder.id) item.folder_id = null;
	call.world.touch(tenant);
	return NO_CONTENT;
}
function info(call) {
	acceptQuery(call);
	return okReply({ stack: {
		name: call.tenant.name,
		type: "dedicated",
		region: "local",
		egress_ips: ["192.0.2.10"]
	} });
}
const teamRoutes = [
	{
		method: "GET",
		path: "/teams",
		handle: listTeams
	},
	{
		method: "POST",
		path: "/teams",
		handle: createTeam
	},
	{
		method: "GET",
		path: "/teams/:id",
		handle: getTeam
	},
	{
		method: "GET",
		path: "/folders",
		handle: listFolders
	},
	{
		method: "POST",
		path: "/folders",
		handle: createFolder
	},
	{
		method: "GET",
		path: "/folders/:id",
		handle: getFolder
	},
	{
		method: "PUT",
		path: "/folders/:id",
		handle: renameFolder
	},
	{
		method: "PATCH",
		path: "/folders/:id",
		handle: renameFolder
	},
	{
		method: "DELETE",
		path: "/folders/:id",
		handle: deleteFolder
	},
	{
		method: "GET",
		path: "/info",
		handle: info
	}
];

// src/emulator/api/versions-api.ts
/** The story of the path, where the tenant's plan has versions at all. */
function versionedStory(call, least) {
	if (call.tenant.switches.version_api === "absent") throw notFound("Endpoint");
	return findStory(call, least);
}
function versionOf(call, story) {
	const id = call.id("version");
	const version = call.tenant.versions.find((one) => one.id === id && one.story_id === story.id);
	if (version === void 0) throw notFound("Version");
	return version;
}
function listVersions(call) {
	acceptQuery(call, ...PAGE_PARAMS, "draft_id");
	const story = versionedStory(call, "viewer");
	const draft = intParam(call, "draft_id");
	if (draft !== void 0) draftOf(call, story, draft);
	const versions = call.tenant.versions.filter((version) => version.story_id === story.id);
	return paged(call, "story_versions", inListOrder(call, versions).map(summary));
}
function createVersion(call) {
	const { body, tenant, world } = call;
	const story = versionedStory(call, "editor");
	accept(body, {
		name: filled,
		draft_id: int
	});
	const draft = intOf(body, "draft_id");
	const content = draft === void 0 ? story.content : draftOf(call, story, draft).content;
	const version = {
		id: newId(tenant, "version"),
		story_id: story.id,
		name: textField(body, "name") ?? "",
		description: "",
		timestamp: seconds(world.now()),
		export_file: exportContent(tenant, content, world.now())
	};
	tenant.versions.push(version);
	audit(call, "StoryVersionCreate", {
		storyId: story.id,
		versionId: version.id
	}, story.id);
	world.touch(tenant);
	return versionReply(call, summary(version));
}
function getVersion(call) {
	acceptQuery(call);
	const version = versionOf(call, versionedStory(call, "viewer"));
	return versionReply(call, {
		...summary(version),
		export_file: version.export_file
	});
}
function renameVersion(call) {
	const story = versionedStory(call, "editor");
	const version = versionOf(call, story);
	accept(call.body, { name: filled }, ["name"]);
	version.name = requiredText(call.body, "name");
	audit(call, "StoryVersionNameChange", {
		storyId: story.id,
		versionId: version.id
	}, story.id);
	call.world.touch(call.tenant);
	return versionReply(call, summary(version));
}
/** 200, unlike every other delete. */
function deleteVersion(call) {
	accept(call.body, {});
	const { tenant } = call;
	const story = versionedStory(call, "team_admin");
	const version = versionOf(call, story);
	tenant.versions = tenant.versions.filter((one) => one !== version);
	audit(call, "StoryVersionDeletion", {
		storyId: story.id,
		versionId: version.id
	}, story.id);
	call.world.touch(tenant);
	return okReply({});
}
/** The vendor's pages show a version as it is; clients find it wrapped. */
function versionReply({ tenant }, version) {
	return okReply(tenant.switches.version_body === "wrapped" ? { story_version: version } : version);
}
function summary({ id, name, description, timestamp }) {
	return {
		id,
		name,
		description,
		timestamp
	};
}
const versionRoutes = [
	{
		method: "GET",
		path: "/stories/:id/versions",
		handle: listVersions
	},
	{
		method: "POST",
		path: "/stories/:id/versions",
		handle: createVersion
	},
	{
		method: "GET",
		path: "/stories/:id/versions/:version",
		handle: getVersion
	},
	{
		method: "POST",
		path: "/stories/:id/versions/:version",
		handle: renameVersion
	},
	{
		method: "DELETE",
		path: "/stories/:id/versions/:version",
		handle: deleteVersion
	}
];

// src/emulator/api/api.ts
/** Every endpoint below `/api/v1`. What is not here answers 404. */
const apiRoutes = [
	...importRoutes,
	...storyRoutes,
	...changeControlRoutes,
	...versionRoutes,
	...recordTypeRoutes,
	...recordRoutes,
	...sharedObjectRoutes,
	...teamRoutes,
	...auditRoutes,
	...syncDestinationRoutes
];

// node_modules/@hono/node-server/dist/utils/response.mjs
const RESPONSE_ALREADY_SENT = new Response(null, { headers: { [X_ALREADY_SENT]: "true" } });

// src/emulator/api/wire.ts
const JSON_TYPE = "application/json; charset=utf-8";
/** Makes an answer and notes it in the request log. */
function answer(c, status, text, type = JSON_TYPE, headers = {}) {
	const entry = c.get("entry");
	entry.status = status;
	entry.response_bytes = text === null ? 0 : Buffer.byteLength(text);
	return new Response(text, {
		status,
		headers: text === null ? headers : {
			"content-type": type,
			...headers
		}
	});
}
/** Puts an answer in the place of the one a handler gave. */
function replace(c, response) {
	c.res = void 0;
	c.res = response;
}
/** Breaks the connection without an answer. */
function breakConnection(c) {
	c.get("entry").status = null;
	c.get("entry").response_bytes = 0;
	c.env.incoming.socket.destroy();
	return RESPONSE_ALREADY_SENT;
}
/** Waits, but no longer than the client does. */
function waitFor(c, ms) {
	return new Promise((resolve) => {
		const { socket } = c.env.incoming;
		const done = () => {
			clearTimeout(timer);
			socket.off("close", done);
			resolve();
		};
		const timer = setTimeout(done, ms);
		if (socket.destroyed) done();
		else socket.once("close", done);
	});
}

// src/emulator/faults/limits.ts
const DEFAULT_RATE_LIMITS = {
	default: 5e3,
	record_types: 400,
	records: 400,
	audit_logs: 1e3,
	actions: 100
};
const WINDOW_MS = 6e4;
function familyOf(path) {
	const first = path.split("/")[1] ?? "";
	if (first === "record_types" || first === "records" || first === "audit_logs") return first;
	return first === "actions" || first === "agents" ? "actions" : "default";
}
/** Counts requests per key and family in fixed windows of a minute. */
var EmulatedLimits = class {
	#windows = /* @__PURE__ */ new Map();
	/** The 429 once the family's share of this minute is used up. */
	count(tenant, key, path, now) {
		const family = familyOf(path);
		const slot = `${tenant.name} ${key} ${family}`;
		let window = this.#windows.get(slot);
		if (window === void 0 || now - window.started >= WINDOW_MS) {
			window = {
				started: now,
				used: 0
			};
			this.#windows.set(slot, window);
		}
		window.used += 1;
		if (window.used <= tenant.rate_limits[family]) return void 0;
		const wait = Math.ceil((window.started + WINDOW_MS - now) / 1e3);
		return new ApiRefusal(429, "Rate limit", "exceeded", retryAfter(tenant.switches.retry_after, wait, now));
	}
};
/** The header in the form that was asked for; a date is rounded up, since it has whole seconds only. */
function retryAfter(form, wait, now) {
	if (form === "none") return void 0;
	if (form === "absurd") return "99999999999";
	if (form === "seconds") return String(wait);
	return (/* @__PURE__ */ new Date(Math.ceil(now / 1e3) * 1e3 + wait * 1e3)).toUTCString();
}

// src/emulator/faults/fault-injection.ts
const PATIENCE_MS = 12e4;
/** Longer than any client waits; the connection's end ends it before. */
const HANG_MS = 864e5;
const HTML = "<!DOCTYPE html>\n<html><head><title>We will be right back</title></head><body><h1>Sorry</h1></body></html>\n";
/** Carries a fault out around the rest of the request: before it, in its place, or on its answer. */
async function injectFault(c, fault, shapes, next) {
	switch (fault.kind) {
		case "slow":
			await waitFor(c, number(fault.with.ms, 1e3));
			await next();
			return;
		case "distant":
			await waitFor(c, Math.random() * number(fault.with.ms, 100));
			await next();
			await waitFor(c, Math.random() * number(fault.with.ms, 100));
			return;
		case "hang":
			await waitFor(c, HANG_MS);
			return breakConnection(c);
		case "reset":
		case "down": return breakConnection(c);
		case "rate_limited": return rateLimited(c, fault.with, shapes);
		case "revoked_key": return refused(c, 401, shapes.next(), "API key", "is missing or not valid");
		case "error": return asWritten(c, fault, shapes);
		case "html": return answer(c, number(fault.with.status, 200), HTML, "text/html; charset=utf-8");
		case "redirect": {
			const location = typeof fault.with.location === "string" ? fault.with.location : "https://elsewhere.invalid/";
			return answer(c, number(fault.with.status, 302), "", "text/plain", { location });
		}
		case "wrong_shape": return answer(c, 200, "{}");
		default:
			await next();
			return corruptAnswer(c, fault, shapes);
	}
}
/** Faults that let the request be carried out and change what comes back. */
async function corruptAnswer(c, fault, shapes) {
	switch (fault.kind) {
		case "commit_then_reset":
			replace(c, breakConnection(c));
			break;
		case "commit_then_timeout":
			await waitFor(c, number(fault.with.ms, PATIENCE_MS));
			break;
		case "commit_then_error":
			replace(c, asWritten(c, fault, shapes));
			break;
		case "commit_then_html":
			replace(c, answer(c, number(fault.with.status, 502), HTML, "text/html; charset=utf-8"));
			break;
		case "trickle":
			await trickleOut(c, number(fault.with.ms, 1e3));
			break;
		case "truncated_json": {
			const text = await c.res.text();
			replace(c, answer(c, c.res.status, text.slice(0, Math.floor(text.length / 2))));
			break;
		}
		case "truncated_page":
		case "short_count":
		case "missing_meta": {
			const status = c.res.status;
			const text = await c.res.text();
			const body = parseText(text);
			replace(c, answer(c, status, isRecord(body) ? JSON.stringify(SPOILERS[fault.kind]?.(body) ?? body) : text));
			break;
		}
	}
}
/** The answer as it is, a byte at a time. */
async function trickleOut(c, ms) {
	const bytes = new Uint8Array(await c.res.arrayBuffer());
	const { status, headers } = c.res;
	let sent = 0;
	const body = new ReadableStream({ pull: async (controller) => {
		await waitFor(c, ms);
		controller.enqueue(bytes.subarray(sent, sent + 1));
		sent += 1;
		if (sent === bytes.length || c.env.incoming.socket.destroyed) controller.close();
	} });
	replace(c, new Response(body, {
		status,
		headers
	}));
}
const SPOILERS = {
	truncated_page: (body) => Object.fromEntries(Object.entries(body).map(([name, value]) => [name, Array.isArray(value) ? value.slice(0, Math.floor(value.length / 2)) : value])),
	short_count: (body) => {
		if (!isRecord(body.meta)) return body;
		const count = Math.floor(number(body.meta.count, 0) / 2);
		const pages = Math.max(1, Math.ceil(count / number(body.meta.per_page, 20)));
		return {
			...body,
			meta: {
				...body.meta,
				count,
				pages,
				next_page: null,
				next_page_number: null
			}
		};
	},
	missing_meta: (body) => Object.fromEntries(Object.entries(body).filter(([name]) => name !== "meta"))
};
function rateLimited(c, parameters, shapes) {
	const [form, wait] = textOr(parameters.retry_after, "none").split(" ");
	const seconds = wait === void 0 ? number(parameters.seconds, 1) : Number(wait);
	const header = form === "seconds" || form === "date" || form === "absurd" ? retryAfter(form, seconds, Date.now()) : void 0;
	const { text, type } = errorBody(shapes.next(), "Rate limit", "exceeded");
	return answer(c, 429, text, type, header === void 0 ? {} : { "retry-after": header });
}
function asWritten(c, fault, shapes) {
	const words = typeof fault.with.text === "string" ? fault.with.text : "went wrong";
	const shape = typeof fault.with.shape === "string" ? fault.with.shape : shapes.next();
	return refused(c, number(fault.with.status, 500), shape, "Something", words);
}
function refused(c, status, shape, subject, details) {
	const { text, type } = errorBody(shape, subject, details);
	return answer(c, status, text, type);
}
function number(value, standard) {
	return typeof value === "number" ? value : standard;
}

// src/emulator/api/server.ts
/** The tenants' API, to be mounted at `/:tenant/api/v1`: arrival, faults, admission, then the endpoint itself. */
function tenantApi({ world, faults, log, limiter, latencyMs, routes }) {
	const shapes = new ErrorShapes();
	const refuse = (c, error) => {
		const { text, type } = errorBody(shapes.next(), error.subject, error.message);
		return answer(c, error.status, text, type, error.retryAfter ? { "retry-after": error.retryAfter } : {});
	};
	const api = new Hono();
	api.use(async (c, next) => {
		const tenant = world.tenants.get(c.req.param("tenant") ?? "");
		if (tenant === void 0) return c.text("There is no such tenant", 404);
		const url = new URL(c.req.url);
		const sent = url.pathname.slice(`/${tenant.name}/api/v1`.length);
		const path = sent.replace(/\/$/, "");
		const text = await c.req.text();
		const fault = faults.take(tenant.name, c.req.method, path);
		const key = presentedKey(c.req.raw.headers);
		const entry = log.open({
			tenant: tenant.name,
			method: c.req.method,
			path: sent,
			query: url.search,
			...fault === void 0 ? {} : { fault: fault.kind },
			key: key === void 0 ? null : identityOf(key),
			request_bytes: Buffer.byteLength(text),
			user_agent: c.req.header("user-agent") ?? ""
		});
		c.set("tenant", tenant);
		c.set("entry", entry);
		c.set("path", path);
		c.set("text", text);
		c.set("fault", fault);
		try {
			await next();
			if (latencyMs > 0) await waitFor(c, latencyMs);
			setDate(c, world.now());
		} finally {
			log.close(entry);
		}
	});
	api.use(async (c, next) => {
		const fault = c.get("fault");
		if (fault !== void 0) return injectFault(c, fault, shapes, next);
		await next();
	});
	api.use(async (c, next) => {
		const key = authenticate(c.get("tenant"), presentedKey(c.req.raw.headers));
		c.set("key", key);
		const tenant = c.get("tenant");
		const limited = limiter.count(tenant, key.key, c.get("path"), world.now());
		const isDone = tenant.switches.limited_write === "carried_out" && c.req.method !== "GET";
		if (limited !== void 0 && !isDone) throw limited;
		await next();
		if (limited !== void 0) replace(c, refuse(c, limited));
	});
	for (const route of routes) api.on(route.method, route.path, (c) => send(c, handle(c, route, world)));
	api.all("*", () => {
		throw notFound("Endpoint");
	});
	api.onError((error, c) => {
		if (!(error instanceof ApiRefusal)) throw error;
		return refuse(c, error);
	});
	return api;
}
/** A gateway in between may send a request twice and hand on one answer. */
function handle(c, route, world) {
	const first = route.handle(callOf(c, world));
	return c.get("fault")?.kind === "carried_out_twice" ? route.handle(callOf(c, world)) : first;
}
/** The tenant's own clock, by which clients read its time stamps. */
function setDate(c, now) {
	if (c.get("entry").status === null) return;
	if (c.get("tenant").switches.date_header === "present") c.res.headers.set("date", new Date(now).toUTCString());
	else c.env.outgoing.sendDate = false;
}
function send(c, reply) {
	return answer(c, reply.status, reply.body === void 0 ? null : JSON.stringify(reply.body));
}
function callOf(c, world) {
	const url = new URL(c.req.url);
	const fault = c.get("fault");
	return {
		world,
		tenant: c.get("tenant"),
		key: c.get("key"),
		tenantUrl: `${url.origin}/${c.get("tenant").name}`,
		path: c.get("path"),
		query: url.searchParams,
		body: bodyOf(c, url.searchParams),
		agent: c.req.header("user-agent") ?? "",
		dropLastAction: fault?.kind === "drop_action",
		...fault?.kind === "sync_fails" ? { syncError: textOr(fault.with.text, "Something went wrong") } : {},
		id: (name) => {
			const value = c.req.param(name) ?? "";
			if (!/^\d+$/.test(value)) throw notFound("Record");
			return Number(value);
		}
	};
}
/** The JSON body of a write. A write that does not say it sends JSON is refused (seen on a real tenant). */
function bodyOf(c, query) {
	const text = c.get("text");
	const method = c.req.method;
	if (method === "GET") return {};
	if (method === "DELETE" && text === "") return withQuery({}, query);
	if (!/^application\/json\b/i.test(c.req.header("content-type") ?? "")) throw new ApiRefusal(415, "Content type", "must be application/json");
	const body = text === "" ? {} : parseText(text);
	if (!isRecord(body)) throw new ApiRefusal(400, "Body", "is not a JSON object");
	return withQuery(body, query);
}

// src/emulator/domain/world.ts
/** All tenants of one emulator, and what has to happen when one of them changes. */
var EmulatedWorld = class {
	tenants;
	clock = new EmulatorClock();
	/** Whether a tenant answers nobody at this time, the vendor's own syncing neither. */
	isDown;
	#changed;
	#pending = /* @__PURE__ */ new Set();
	constructor(tenants, changed, isDown = () => false) {
		this.isDown = isDown;
		this.tenants = new Map(tenants.map((tenant) => [tenant.name, tenant]));
		this.#changed = changed;
	}
	now() {
		return this.clock.now();
	}
	touch(tenant) {
		this.#changed(tenant);
	}
	/** Puts the clock forward, and does what is due by then. */
	advance(ms) {
		this.clock.advance(ms);
		const due = [...this.#pending].filter((job) => job.due <= this.now());
		for (const job of due.toSorted((a, b) => a.due - b.due)) {
			clearTimeout(job.timer);
			this.#pending.delete(job);
			job.work();
		}
	}
	/** Work that the vendor does after it has answered. */
	later(ms, work) {
		const done = () => {
			this.#pending.delete(job);
			work();
		};
		const job = {
			due: this.now() + ms,
			timer: setTimeout(done, ms),
			work
		};
		this.#pending.add(job);
	}
	setSwitches(tenant, positions) {
		tenant.switches = {
			...tenant.switches,
			...positions
		};
		this.touch(tenant);
	}
	stop() {
		for (const { timer } of this.#pending) clearTimeout(timer);
		this.#pending.clear();
	}
};

// src/emulator/faults/faults.ts
const count = (value) => typeof value === "number" && Number.isSafeInteger(value) && value >= 0 ? void 0 : "must be a whole number";
/** `none`, `seconds`, `seconds 3`, `date 2`, `absurd`. */
const retryAfterForm = (value) => typeof value === "string" && /^(none|absurd|(seconds|date)( \d+)?)$/.test(value) ? void 0 : "must be none, absurd, \"seconds N\" or \"date N\"";
/** Every fault, with the parameters it takes besides `kind`. */
const FAULTS = {
	rate_limited: {
		retry_after: retryAfterForm,
		seconds: count
	},
	error: {
		status: count,
		shape: choiceCheck(...ERROR_SHAPES),
		text: textCheck
	},
	slow: { ms: count },
	distant: { ms: count },
	hang: {},
	trickle: { ms: count },
	reset: {},
	commit_then_reset: {},
	commit_then_timeout: { ms: count },
	commit_then_error: {
		status: count,
		shape: choiceCheck(...ERROR_SHAPES),
		text: textCheck
	},
	commit_then_html: { status: count },
	carried_out_twice: {},
	truncated_page: {},
	short_count: {},
	html: { status: count },
	truncated_json: {},
	wrong_shape: {},
	missing_meta: {},
	revoked_key: {},
	drop_action: {},
	sync_fails: { text: textCheck },
	redirect: {
		location: filled,
		status: count
	},
	down: {}
};
/** States of a tenant rather than accidents: they last until they are cleared. */
const LASTING = /* @__PURE__ */ new Set(["revoked_key", "down"]);
const RULE = {
	tenant: filled,
	method: choiceCheck("GET", "POST", "PUT", "PATCH", "DELETE"),
	path: filled,
	times: int,
	skip: count,
	always: bool,
	fault: nullCheck(() => void 0)
};
/** The accidents waiting to happen. The first rule that fits a request takes it. */
var Faults = class {
	#rules = [];
	#last = 0;
	/** Adds a rule as written to the control endpoint; answers its id, or what is wrong with it. */
	add(written) {
		const problem = ruleProblem(written);
		if (problem !== void 0 || !isRecord(written) || !isRecord(written.fault)) return { problem: problem ?? "a fault rule is an object with a \"fault\"" };
		const { kind, ...rest } = written.fault;
		const name = textOr(kind);
		const lasting = LASTING.has(name) || written.always === true;
		this.#last += 1;
		this.#rules.push({
			id: this.#last,
			tenant: typeof written.tenant === "string" ? written.tenant : void 0,
			method: typeof written.method === "string" ? written.method : void 0,
			path: typeof written.path === "string" ? new RegExp(written.path) : void 0,
			skip: typeof written.skip === "number" ? written.skip : 0,
			left: lasting ? Number.POSITIVE_INFINITY : typeof written.times === "number" ? written.times : 1,
			hits: 0,
			fault: {
				kind: name,
				with: rest
			}
		});
		return this.#last;
	}
	/** Whether all requests to a tenant end so, as long as the rule stands. */
	isDown(tenant) {
		return this.#rules.some(({ fault, method, path, left, tenant: of = tenant }) => fault.kind === "down" && of === tenant && left > 0 && method === void 0 && path === void 0);
	}
	/** The fault that meets this request, if any; uses it up. `path` is what follows `/api/v1`. */
	take(tenant, method, path) {
		for (const rule of this.#rules) {
			if (rule.left <= 0 || rule.tenant !== void 0 && rule.tenant !== tenant) continue;
			if (rule.method !== void 0 && rule.method !== method) continue;
			if (rule.path !== void 0 && !rule.path.test(path)) continue;
			if (rule.skip > 0) {
				rule.skip -= 1;
				continue;
			}
			rule.left -= 1;
			rule.hits += 1;
			return rule.fault;
		}
	}
	list() {
		return this.#rules.map(({ id, hits, left, fault }) => ({
			id,
			kind: fault.kind,
			hits,
			left: Number.isFinite(left) ? left : "until cleared"
		}));
	}
	clear() {
		this.#rules = [];
	}
};
function ruleProblem(written) {
	if (!isRecord(written)) return "a fault rule is an object";
	for (const [name, value] of Object.entries(written)) {
		const found = RULE[name] === void 0 ? "is unknown" : RULE[name](value);
		if (found !== void 0) return `${name} ${found}`;
	}
	const fault = written.fault;
	if (!isRecord(fault) || typeof fault.kind !== "string") return "fault must be an object with a kind";
	const parameters = FAULTS[fault.kind];
	if (parameters === void 0) return `there is no fault "${fault.kind}" (${Object.keys(FAULTS).join(", ")})`;
	for (const [name, value] of Object.entries(fault)) {
		if (name === "kind") continue;
		const found = parameters[name] === void 0 ? "is unknown" : parameters[name](value);
		if (found !== void 0) return `fault.${name} ${found}`;
	}
	try {
		if (typeof written.path === "string") new RegExp(written.path);
	} catch {
		return "path is not a regular expression";
	}
}

// src/emulator/faults/switches.ts
var import_dist = require_dist();
/**
* What the vendor does not document, as switches. The first position is the default. A client that is right under every
* position needs no knowledge of how the real service decides.
*/
const SWITCHES = {
	import_name_scope: {
		positions: ["team", "tenant"],
		about: "Where versionReplace looks for the name: the given team, or the oldest such story anywhere in the tenant."
	},
	import_absent: {
		positions: ["create", "reject"],
		about: "versionReplace without a story of that name creates one, or answers 422."
	},
	import_name_source: {
		positions: ["new_name", "data_name"],
		about: "Which of the two names in an import counts."
	},
	import_name_collision: {
		positions: ["duplicate", "suffix"],
		about: "Mode new with a taken name makes a second story of that name, or \"Name (1)\"."
	},
	import_action_guids: {
		positions: [
			"new_on_create",
			"always_new",
			"keep"
		],
		about: "Whether imported actions get fresh guids on create only, on every import, or never."
	},
	import_tool_guids: {
		positions: ["renewed", "kept"],
		about: "Where actions get fresh guids: whether the tools of AI actions get them too."
	},
	import_quoted_guids: {
		positions: ["rewritten", "left"],
		about: "Where actions get fresh guids: whether texts and options that quote the old ones are rewritten."
	},
	import_ingress: {
		positions: ["from_file", "keep_live"],
		about: "Webhook path and secret and page url_identifier on versionReplace: from the file, or as they were."
	},
	import_recipients: {
		positions: ["from_file", "keep_live"],
		about: "Top-level recipients on versionReplace: from the file, or as they were."
	},
	import_record_types: {
		positions: [
			"by_name",
			"sync_rules",
			"strict",
			"dangling"
		],
		about: "Embedded record types: same name in the team, else created; the rules of story syncing; 422 when a type or field is missing; or left as the file has them, creating nothing."
	},
	import_tags: {
		positions: ["from_file", "keep_live"],
		about: "Tags on versionReplace: from the file, or as they were."
	},
	import_unknown_tag: {
		positions: ["fail_500", "ignore"],
		about: "A tag that the tenant lacks makes the import answer 500, or is left out."
	},
	import_settings: {
		positions: ["keep", "reset"],
		about: "disabled and priority on versionReplace: kept, or reset to false."
	},
	import_folder: {
		positions: ["keep", "root"],
		about: "The folder on versionReplace without folder_id: kept, or the root of the team."
	},
	import_change_control: {
		positions: ["draft_test", "reject"],
		about: "An import without draft_name into a change-controlled story: into the draft \"test\", or 422."
	},
	import_stamp: {
		positions: [
			"from_file",
			"keep_live",
			"own"
		],
		about: "origin_story_identifier: from the file; kept on versionReplace; or the own stamp of the tenant on create, kept later."
	},
	import_slug: {
		positions: ["from_name", "from_file"],
		about: "The slug of an imported story: made from its name (kept on versionReplace), or taken from the file."
	},
	import_missing_reference: {
		positions: ["accept", "reject"],
		about: "An import naming a credential or resource that the team cannot use: accepted, or 422."
	},
	rename_slug: {
		positions: ["follow", "keep"],
		about: "Whether the slug follows a rename."
	},
	time_stamps: {
		positions: ["seconds", "milliseconds"],
		about: "Time stamps of changes: whole seconds, so that two changes in one second look alike, or finer and never the same twice."
	},
	date_header: {
		positions: ["present", "absent"],
		about: "Whether answers say in a Date header what time it is for the tenant."
	},
	exit_agents: {
		positions: ["ids", "objects"],
		about: "exit_agents of a story: a list of action ids, or of objects with an id."
	},
	self_approval: {
		positions: ["allowed", "forbidden"],
		about: "Whether a key may approve the change request that it opened; forbidden is the setting \"Require approval for all changes\"."
	},
	edited_at_on_update: {
		positions: ["edits_only", "always"],
		about: "Whether an update of tags or settings moves edited_at."
	},
	write_answer: {
		positions: ["after", "before"],
		about: "What an import over a story and an update of one answer: the story as it is afterwards, or as it was before."
	},
	release: {
		positions: ["current", "newer"],
		about: "The platform release: newer exports carry higher stamps, unknown keys, one more quoting layer on llm_json_schema, float layout numbers and another key order."
	},
	unseen_team: {
		positions: ["not_found", "empty"],
		about: "A listing with the team_id of a team that the key does not see: 404, or a list of nothing."
	},
	missing_permission: {
		positions: ["not_found", "forbidden"],
		about: "What a key without the right sees: 404 or 403."
	},
	retry_after: {
		positions: [
			"none",
			"seconds",
			"date",
			"absurd"
		],
		about: "The Retry-After header of the 429 of a rate limit; absurd is a number of seconds that lasts for centuries."
	},
	limited_write: {
		positions: ["refused", "carried_out"],
		about: "A write beyond the rate limit is refused with 429, or is carried out and answered with 429 all the same."
	},
	team_filter: {
		positions: ["own_only", "with_shared"],
		about: "Whether ?team_id= on credentials and resources also lists what other teams share with that team."
	},
	delete_story: {
		positions: ["archive", "destroy"],
		about: "Whether a deleted story goes to the trash of the team or is gone."
	},
	list_order: {
		positions: ["id", "shuffled"],
		about: "The order of a listing that was not asked for one: by id, or stable but unrelated to it."
	},
	version_api: {
		positions: ["present", "absent"],
		about: "Whether the plan of the tenant has story versions; absent answers 404."
	},
	version_body: {
		positions: ["wrapped", "bare"],
		about: "A story version answers as `{\"story_version\": {…}}`, or as the version itself."
	},
	sync_duration: {
		positions: [
			"short",
			"long",
			"at_once"
		],
		about: "How long story syncing works after it has answered: a moment, five minutes (of the clock that /_emulator/clock moves), or not at all, since it is done before."
	},
	sync_trigger_status: {
		positions: ["requires_sync", "as_before"],
		about: "What a subscription shows from the start of a sync to its end: requires_sync, or the status from before."
	},
	sync_manual_save: {
		positions: ["waits", "syncs"],
		about: "A save of a manual_sync_only destination (create, or an update of its stories or key) waits for a manual sync, or syncs as every other save does."
	},
	sync_flag_update: {
		positions: [
			"as_saved",
			"never",
			"always"
		],
		about: "An update of manual_sync_only alone syncs where the flag is off from then on, syncs nothing, or syncs whatever the flag says."
	},
	sync_flag_shown: {
		positions: ["present", "absent"],
		about: "Whether a sync destination shows its manual_sync_only; older pages of the vendor do not have it."
	},
	sync_url_shown: {
		positions: ["as_sent", "with_slash"],
		about: "The destination_tenant_url of a sync destination: as it was sent, or with a slash at its end."
	},
	sync_unreachable_save: {
		positions: ["refused", "accepted"],
		about: "A create, or an update of the key, whose destination tenant does not answer, lacks the team or refuses the key: 422, or made, with syncs that fail."
	},
	sync_copy_ingress: {
		positions: [
			"kept",
			"from_source",
			"renewed"
		],
		about: "Webhook path and secret and page url_identifier of a copy: fresh ones that stay, those of the source, or fresh ones with every sync."
	},
	sync_copy_stamp: {
		positions: ["of_source", "own"],
		about: "origin_story_identifier of a new copy: that of the source, or one of the tenant that it stands in."
	},
	sync_name_taken: {
		positions: ["second", "failed"],
		about: "A first sync into a team with another story of that name: a second story of the name, or the sync fails."
	},
	sync_earlier_copy: {
		positions: ["beside", "taken_over"],
		about: "A new subscription of a sync destination, where the team has an earlier copy of the story (made by a sync, or with the same lineage stamp): a second copy beside it, or the earlier one is taken over."
	},
	sync_kept_copy: {
		positions: ["enabled", "disabled"],
		about: "Copies that a delete with keep_stories leaves behind go on, or are disabled, as the vendor does where the limits of a plan would be broken."
	},
	sync_deleted_source: {
		positions: ["stays", "unsubscribed"],
		about: "The subscription of a story that was deleted at the origin stays, with a name of null, or is gone."
	},
	sync_detached_copy: {
		positions: [
			"left_alone",
			"unsubscribed",
			"copied_anew",
			"failed"
		],
		about: "After \"Detach from sync\" at the destination: the subscription stays and a sync of it changes nothing, it is gone, a sync makes a new copy, or a sync fails."
	},
	sync_unsubscribed_copy: {
		positions: ["kept", "deleted"],
		about: "What becomes of the copy of a story that leaves the story_ids of a sync destination."
	},
	sync_twin: {
		positions: ["refused", "allowed"],
		about: "A second sync destination with the same origin team, tenant and team: 422, or made."
	},
	record_names: {
		positions: ["unique", "repeatable"],
		about: "A second record type of one name in a team, or a second field of one name in a type: 422, or made."
	},
	type_name_case: {
		positions: ["sensitive", "insensitive"],
		about: "Whether record types whose names differ only in case may coexist in a team."
	}
};
function isSwitch(name) {
	return Object.hasOwn(SWITCHES, name);
}
/** Why a position cannot be set, or `undefined`. */
function switchProblem(name, position) {
	if (!isSwitch(name)) return `there is no switch "${name}"`;
	const positions = SWITCHES[name].positions;
	if (typeof position === "string" && positions.includes(position)) return void 0;
	return `switch "${name}" has the positions ${positions.join(", ")}`;
}
/** All defaults, with the given positions on top; they must have passed {@link switchProblem}. */
function positionsOf(given) {
	return {
		...Object.fromEntries(Object.entries(SWITCHES).map(([name, { positions }]) => [name, positions[0]])),
		...given
	};
}

// src/emulator/control/config.ts
const whole = (value) => typeof value === "number" && value >= 0 ? int(value) : "must be a whole number";
const KINDS = choiceCheck("personal", "team", "tenant_owner", "service");
const ROOT = {
	latency_ms: whole,
	switches: object,
	tenants: object
};
const TENANT = {
	switches: object,
	rate_limits: object,
	tags: listCheck(textCheck),
	keys: listCheck(object),
	teams: listCheck(object)
};
const LIMITS = {
	default: whole,
	record_types: whole,
	records: whole,
	audit_logs: whole,
	actions: whole
};
const KEY$1 = {
	key: filled,
	kind: KINDS,
	team: int,
	role: choiceCheck("viewer", "editor", "team_admin"),
	permissions: listCheck(textCheck)
};
const textOrObject = (value) => typeof value === "string" ? filled(value) : object(value);
const TEAM = {
	id: int,
	name: filled,
	credentials: listCheck(textOrObject),
	resources: listCheck(textOrObject),
	folders: listCheck(object),
	record_types: listCheck(object),
	stories: listCheck(object)
};
const SHARED = {
	slug: filled,
	name: filled,
	read_access: choiceCheck("TEAM", "GLOBAL", "SPECIFIC_TEAMS"),
	shared_team_slugs: listCheck(textCheck)
};
const FOLDER = {
	id: int,
	name: filled,
	content_type: choiceCheck("STORY", "CREDENTIAL", "RESOURCE")
};
const TYPE = {
	name: filled,
	fields: listCheck(object),
	records: whole
};
const FIELD = {
	name: filled,
	result_type: filled,
	fixed_values: nullCheck(listCheck(textCheck))
};
const STORY = {
	file: filled,
	content: object,
	id: int,
	name: filled,
	tags: listCheck(textCheck),
	folder_id: int,
	owners: listCheck(int),
	change_control: bool,
	disabled: bool,
	priority: bool,
	locked: bool,
	keep_guid: bool,
	keep_ingress: bool
};
/** Reads the config file; every problem of it is named by its place. */
function readConfig(yamlText) {
	const document = (0, import_dist.parseDocument)(yamlText, { merge: true });
	if (document.errors.length > 0) return { problems: document.errors.map((error) => error.message) };
	return checkConfig(document.toJS({ maxAliasCount: -1 }));
}
/** The same checks for a config that was not read from a file. */
function checkConfig(written) {
	const value = written;
	if (!isRecord(value)) return { problems: ["the config must be a map with \"tenants\""] };
	const problems = [];
	check(value, "", ROOT, ["tenants"], problems);
	checkSwitches(value.switches, "switches", problems);
	for (const [name, tenant] of Object.entries(isRecord(value.tenants) ? value.tenants : {})) {
		const place = `tenants.${name}`;
		if (!/^[a-z0-9][a-z0-9-]*$/.test(name)) problems.push(`${place}: a tenant is named by a-z, 0-9 and "-"`);
		if (isRecord(tenant)) checkTenant(tenant, place, problems);
		else problems.push(`${place} must be a map`);
	}
	return problems.length > 0 ? { problems } : written;
}
function checkTenant(tenant, place, problems) {
	check(tenant, place, TENANT, [], problems);
	checkSwitches(tenant.switches, `${place}.switches`, problems);
	if (isRecord(tenant.rate_limits)) check(tenant.rate_limits, `${place}.rate_limits`, LIMITS, [], problems);
	each(tenant.keys, `${place}.keys`, (key, at) => {
		check(key, at, KEY$1, ["key"], problems);
		if (key.kind === "team" && key.team === void 0) problems.push(`${at}: a team key needs a "team"`);
	});
	each(tenant.teams, `${place}.teams`, (team, at) => {
		check(team, at, TEAM, ["id"], problems);
		each(team.credentials, `${at}.credentials`, (one, spot) => check(one, spot, SHARED, ["slug"], problems));
		each(team.resources, `${at}.resources`, (one, spot) => check(one, spot, {
			...SHARED,
			value: () => void 0
		}, ["slug"], problems));
		each(team.folders, `${at}.folders`, (one, spot) => check(one, spot, FOLDER, ["id", "name"], problems));
		each(team.record_types, `${at}.record_types`, (one, spot) => {
			check(one, spot, TYPE, ["name", "fields"], problems);
			each(one.fields, `${spot}.fields`, (field, inner) => check(field, inner, FIELD, ["name", "result_type"], problems));
		});
		each(team.stories, `${at}.stories`, (one, spot) => {
			check(one, spot, STORY, [], problems);
			if (one.file === void 0 === (one.content === void 0)) problems.push(`${spot} needs either "file" or "content"`);
		});
	});
}
function check(value, place, known, required, problems) {
	const at = (name) => place === "" ? name : `${place}.${name}`;
	for (const name of required) if (value[name] === void 0) problems.push(`${at(name)} is missing`);
	for (const [name, inner] of Object.entries(value)) {
		const problem = known[name] === void 0 ? "is unknown" : known[name](inner);
		if (problem !== void 0) problems.push(`${at(name)} ${problem}`);
	}
}
function checkSwitches(switches, place, problems) {
	for (const [name, position] of Object.entries(isRecord(switches) ? switches : {})) {
		const problem = switchProblem(name, position);
		if (problem !== void 0) problems.push(`${place}: ${problem}`);
	}
}
function each(list, place, visit) {
	if (!Array.isArray(list)) return;
	for (const [index, item] of list.entries()) if (isRecord(item)) visit(item, `${place}[${index}]`);
}

// src/emulator/control/customer-edit.ts
const EDIT = {
	tenant: filled,
	story_id: int,
	set: object,
	rename: filled,
	recipients: listCheck(textCheck),
	settings: object,
	add_tags: listCheck(filled),
	remove_tags: listCheck(filled),
	move_to_team: int,
	duplicate: object,
	delete: bool,
	change_control: bool,
	detach_from_sync: bool
};
const SETTINGS = {
	disabled: bool,
	priority: bool,
	locked: bool,
	folder_id: nullCheck(int),
	owners: listCheck(int)
};
const EDITS = [
	"set",
	"rename",
	"recipients"
];
/** Does what the customer could do in the product's own editor. No permission, lock or change control is in the way. */
function editAsCustomer(world, tenant, body) {
	accept(body, EDIT, ["tenant", "story_id"]);
	const story = tenant.stories.find((candidate) => candidate.id === requiredInt(body, "story_id"));
	if (story === void 0) throw notFound("Story");
	const result = { story };
	if (isRecord(body.set)) setValue(story.content, body.set);
	const name = textField(body, "rename");
	if (name !== void 0) renameContent(tenant, story.content, name);
	if (body.recipients !== void 0) story.content.recipients = textsIn(body.recipients);
	changeTags(tenant, story.content, textFields(body, "add_tags") ?? [], textFields(body, "remove_tags") ?? []);
	if (isRecord(body.settings)) changeSettings(story, body.settings);
	if (typeof body.move_to_team === "number") moveTo(tenant, story, body.move_to_team);
	if (body.detach_from_sync === true && !detachCopy(world, tenant, story)) throw invalid("Story", "is no synced copy");
	if (typeof body.change_control === "boolean") story.change_control_enabled = body.change_control;
	stampChange(tenant, story, EDITS.some((one) => body[one] !== void 0) ? "edit" : "setting", world.now());
	if (isRecord(body.duplicate)) result.duplicate = duplicate(world, tenant, story, body.duplicate);
	if (body.delete === true) {
		tenant.stories = tenant.stories.filter((candidate) => candidate !== story);
		if (tenant.switches.delete_story === "archive") tenant.archived.push(story);
	}
	world.touch(tenant);
	return result;
}
/** `{path: ["agents", "Fetch", "options", "url"], value}`; an action goes by its name, a list item by its index. */
function setValue(content, written) {
	accept(written, {
		path: listCheck(anything),
		value: anything
	}, ["path"]);
	const path = Array.isArray(written.path) ? [...written.path] : [];
	const last = path.pop();
	if (typeof last !== "string" && typeof last !== "number") throw invalid("path", "must name a place");
	let place = content;
	for (const [index, step] of path.entries()) {
		place = step === "agents" && index === 0 ? content.agents : stepInto(content, place, step);
		if (place === void 0) throw invalid("path", `leads nowhere at "${keyOf(step)}"`);
	}
	const value = written.value ?? null;
	if (Array.isArray(place)) place[Number(last)] = value;
	else if (isRecord(place)) place[String(last)] = value;
	else throw invalid("path", "ends in a plain value");
}
function stepInto(content, place, step) {
	if (place === content.agents && typeof step === "string") return actionsOf(content).find((action) => action.name === step);
	if (Array.isArray(place)) return place[Number(step)];
	return isRecord(place) ? place[keyOf(step)] : void 0;
}
function keyOf(step) {
	return typeof step === "string" ? step : JSON.stringify(step);
}
function changeSettings(story, settings) {
	accept(settings, SETTINGS);
	if (typeof settings.disabled === "boolean") story.disabled = settings.disabled;
	if (typeof settings.priority === "boolean") story.priority = settings.priority;
	if (typeof settings.locked === "boolean") story.locked = settings.locked;
	if (settings.folder_id !== void 0) story.folder_id = Number(settings.folder_id) || null;
	story.owners = intsOf(settings, "owners") ?? story.owners;
}
function moveTo(tenant, story, team) {
	if (!tenant.teams.some((one) => one.id === team)) throw notFound("Team");
	story.team_id = team;
	story.folder_id = null;
}
/** A copy keeps `origin_story_identifier`: two stories with the same lineage stamp. */
function duplicate(world, tenant, story, written) {
	accept(written, {
		name: filled,
		team_id: int
	});
	const content = withFreshActionGuids(story.content);
	content.guid = randomHex();
	const name = textField(written, "name");
	if (name !== void 0) renameContent(tenant, content, name);
	const copy = newStory(tenant, story.team_id, story.user_id, world.now(), content);
	if (typeof written.team_id === "number") moveTo(tenant, copy, written.team_id);
	tenant.stories.push(copy);
	return copy;
}

// src/emulator/control/seed.ts
const ID_KINDS = [
	"team",
	"folder",
	"user",
	"shared_object",
	"record_type",
	"field",
	"record",
	"story",
	"draft",
	"change_request",
	"version",
	"sync_destination",
	"audit"
];
/** Builds the tenants that a config describes. Throws when a story file cannot be read. */
function seedTenants(config, configDir, now) {
	const files = /* @__PURE__ */ new Map();
	const read = (file) => {
		const text = files.get(file) ?? readFileSync(resolve(configDir, file), "utf8");
		files.set(file, text);
		const content = parseText(text);
		if (!isRecord(content)) throw new Error(`The emulator's story file ${file} holds no JSON object.`);
		return content;
	};
	return Object.entries(config.tenants).map(([name, written], index) => {
		const first = (index + 1) * 1e4;
		const tenant = {
			name,
			hex: hexOf(`tenant ${name}`),
			switches: positionsOf({
				...config.switches,
				...written.switches
			}),
			rate_limits: {
				...DEFAULT_RATE_LIMITS,
				...written.rate_limits
			},
			keys: [],
			tags: [...written.tags ?? []],
			teams: [],
			folders: [],
			credentials: [],
			resources: [],
			record_types: [],
			stories: [],
			archived: [],
			drafts: [],
			change_requests: [],
			versions: [],
			sync_destinations: [],
			audit: [],
			next_id: Object.fromEntries(ID_KINDS.map((kind) => [kind, first + 1]))
		};
		for (const key of written.keys ?? []) addKey(tenant, key);
		for (const team of written.teams ?? []) addTeam(tenant, team);
		for (const team of written.teams ?? []) fillTeam(tenant, team, read, now);
		return tenant;
	});
}
function addKey(tenant, written) {
	const key = {
		key: written.key,
		kind: written.kind ?? "tenant_owner",
		user_id: newId(tenant, "user"),
		...written.team === void 0 ? {} : { team: written.team },
		...written.role === void 0 ? {} : { role: written.role },
		permissions: [...written.permissions ?? []],
		revoked: false
	};
	tenant.keys.push(key);
	return key;
}
function addTeam(tenant, team) {
	const name = team.name ?? `Team ${team.id}`;
	reserveId(tenant, "team", team.id);
	tenant.teams.push({
		id: team.id,
		name,
		slug: emulatedSlug(name)
	});
	for (const folder of team.folders ?? []) {
		reserveId(tenant, "folder", folder.id);
		const { id, name: folderName, content_type: type = "STORY" } = folder;
		tenant.folders.push({
			id,
			name: folderName,
			team_id: team.id,
			content_type: type
		});
	}
}
function fillTeam(tenant, team, read, now) {
	for (const written of team.credentials ?? []) tenant.credentials.push(sharedObject(tenant, team.id, written, now));
	for (const written of team.resources ?? []) {
		const given = typeof written === "string" ? `value of ${written}` : written.value ?? `value of ${written.slug}`;
		const value = parseText(JSON.stringify(given)) ?? "";
		tenant.resources.push({
			...sharedObject(tenant, team.id, written, now),
			value
		});
	}
	for (const written of team.record_types ?? []) addRecordType(tenant, team.id, written, now);
	for (const written of team.stories ?? []) addStory(tenant, team.id, written, storyContent(written, read), now);
}
/** A copy of its own for each story, also when many tenants name the same file. */
function storyContent(written, read) {
	const copy = parseText(JSON.stringify(written.content ?? read(written.file ?? "")));
	if (!isRecord(copy)) throw new Error("Internal error: the content of a story is no object");
	return copy;
}
function sharedObject(tenant, teamId, written, now) {
	const given = typeof written === "string" ? { slug: written } : written;
	const at = seconds(now);
	return {
		id: newId(tenant, "shared_object"),
		slug: given.slug,
		name: given.name ?? given.slug,
		team_id: teamId,
		folder_id: null,
		read_access: given.read_access ?? "TEAM",
		shared_team_slugs: [...given.shared_team_slugs ?? []],
		created_at: at,
		updated_at: at
	};
}
function addRecordType(tenant, teamId, written, now) {
	const fields = written.fields.map((field) => ({
		...field,
		fixed_values: [...field.fixed_values ?? []]
	}));
	const type = createType(tenant, teamId, {
		name: written.name,
		fields
	});
	const at = seconds(now);
	for (let row = 1; row <= (written.records ?? 0); row += 1) {
		const values = Object.fromEntries(type.fields.map((field) => [String(field.id), sampleValue(field, row)]));
		type.records.push({
			id: newId(tenant, "record"),
			test_mode: false,
			case_ids: [],
			parent_id: null,
			created_at: at,
			updated_at: at,
			values
		});
	}
}
function sampleValue(field, row) {
	switch (field.result_type) {
		case "NUMBER": return row;
		case "BOOLEAN": return row % 2 === 0;
		case "TEXT_ENUM": return field.fixed_values[row % field.fixed_values.length] ?? null;
		case "TIMESTAMP": return seconds(row * 864e5);
		case "JSON": return { row };
		default: return `${field.name} ${row}`;
	}
}
/** A story as if it had lived here for long: unlike an import, no switch changes what becomes of it. */
function addStory(tenant, teamId, written, file, now) {
	let content = file;
	delete content.exported_at;
	content.name = written.name ?? nameOf(content);
	if (written.keep_guid !== true) {
		content = withFreshActionGuids(content);
		content.guid = randomHex();
	}
	if (typeof content.slug !== "string" || written.name !== void 0) content.slug = emulatedSlug(nameOf(content));
	randomizeIngress(content, written.keep_ingress === true ? "masked" : "all");
	content.tags = [...written.tags ?? textsIn(content.tags)];
	for (const tag of textsIn(content.tags)) if (!tenant.tags.includes(tag)) tenant.tags.push(tag);
	content.send_to_stories = [];
	if (!isStamp(content.origin_story_identifier)) content.origin_story_identifier = `cloud:${tenant.hex}:${textOr(content.guid)}`;
	bindRecordTypes(tenant, teamId, content, "by_name");
	const story = newStory(tenant, teamId, 1, now, content);
	if (written.id !== void 0) {
		story.id = written.id;
		reserveId(tenant, "story", written.id);
	}
	story.folder_id = written.folder_id ?? null;
	story.owners = [...written.owners ?? []];
	story.change_control_enabled = written.change_control === true;
	story.disabled = written.disabled === true;
	story.priority = written.priority === true;
	story.locked = written.locked === true;
	tenant.stories.push(story);
}

// src/emulator/control/state-view.ts
/** The ground truth of a tenant, for tests that must not rely on the API under test. Keys stay out of it. */
function stateOf(tenant) {
	return {
		hex: tenant.hex,
		switches: tenant.switches,
		tags: tenant.tags,
		teams: tenant.teams,
		folders: tenant.folders,
		credentials: tenant.credentials.map((one) => one.slug),
		resources: tenant.resources.map((one) => one.slug),
		stories: tenant.stories.map(storyState),
		archived_stories: tenant.archived.map(storyState),
		record_types: tenant.record_types.map(({ records, ...type }) => ({
			...type,
			records: records.length
		})),
		drafts: tenant.drafts,
		change_requests: tenant.change_requests,
		versions: tenant.versions,
		sync_destinations: tenant.sync_destinations.map((destination) => ({
			...destination,
			destination_tenant_api_key: void 0
		})),
		audit_operations: tenant.audit.map((entry) => entry.operation_name)
	};
}
function storyState(story) {
	const { content, ...settings } = story;
	return {
		...settings,
		name: nameOf(content),
		guid: content.guid,
		slug: content.slug,
		tags: content.tags,
		content
	};
}

// src/emulator/control/control-api.ts
const KEY = {
	tenant: filled,
	key: filled,
	kind: choiceCheck("personal", "team", "tenant_owner", "service"),
	team: int,
	role: choiceCheck("viewer", "editor", "team_admin"),
	permissions: listCheck(textCheck),
	revoked: bool
};
/** `/_emulator`: what a test does to the emulator from outside the API. Needs no key; is never part of the log. */
function controlApi(world, faults, log) {
	const app = new Hono();
	const tenantOf = (body) => {
		const tenant = world.tenants.get(requiredText(body, "tenant"));
		if (tenant === void 0) throw notFound("Tenant");
		return tenant;
	};
	const read = (text) => {
		const body = parseText(text);
		if (!isRecord(body)) throw invalid("Body", "must be a JSON object");
		return body;
	};
	app.get("/log", (c) => {
		const since = Number(c.req.query("since") ?? 0);
		return c.json({ entries: log.since(Number.isFinite(since) ? since : 0) });
	});
	app.delete("/log", (c) => {
		log.clear();
		return c.body(null, 204);
	});
	app.get("/state", (c) => c.json({ tenants: Object.fromEntries([...world.tenants].map(([name, tenant]) => [name, stateOf(tenant)])) }));
	app.get("/faults", (c) => c.json({ faults: faults.list() }));
	app.post("/faults", async (c) => {
		const added = faults.add(read(await c.req.text()));
		if (typeof added !== "number") throw invalid("Fault", added.problem);
		return c.json({ id: added }, 201);
	});
	app.delete("/faults", (c) => {
		faults.clear();
		return c.body(null, 204);
	});
	app.put("/switches", async (c) => {
		const body = read(await c.req.text());
		accept(body, {
			tenant: filled,
			switches: object
		}, ["switches"]);
		const positions = isRecord(body.switches) ? body.switches : {};
		for (const [name, position] of Object.entries(positions)) {
			const problem = switchProblem(name, position);
			if (problem !== void 0) throw invalid("Switches", problem);
		}
		const chosen = body.tenant === void 0 ? [...world.tenants.values()] : [tenantOf(body)];
		for (const tenant of chosen) world.setSwitches(tenant, positions);
		return c.json({ tenants: Object.fromEntries(chosen.map((tenant) => [tenant.name, tenant.switches])) });
	});
	app.post("/keys", async (c) => {
		const body = read(await c.req.text());
		accept(body, KEY, ["tenant", "key"]);
		const tenant = tenantOf(body);
		changeKey(tenant, body);
		world.touch(tenant);
		return c.json({ ok: true });
	});
	app.post("/clock", async (c) => {
		const body = read(await c.req.text());
		accept(body, {
			advance_ms: int,
			stopped: bool
		});
		const forward = intOf(body, "advance_ms") ?? 0;
		if (forward < 0) throw invalid("advance_ms", "must be 0 or more");
		if (body.stopped === true) world.clock.stop();
		world.advance(forward);
		if (body.stopped === false) world.clock.start();
		return c.json({ now: new Date(world.now()).toISOString() });
	});
	app.post("/edit", async (c) => {
		const body = read(await c.req.text());
		const { story, duplicate } = editAsCustomer(world, tenantOf(body), body);
		return c.json({
			story: storyState(story),
			...duplicate ? { duplicate: storyState(duplicate) } : {}
		});
	});
	app.notFound((c) => c.json({ error: "There is no such control endpoint" }, 404));
	app.onError((error, c) => {
		if (!(error instanceof ApiRefusal)) throw error;
		return c.json({ error: `${error.subject} ${error.message}` }, error.status === 404 ? 404 : 422);
	});
	return app;
}
/** Adds a key, or revokes or restores one that is there. */
function changeKey(tenant, body) {
	const { revoked } = body;
	const secret = requiredText(body, "key");
	const existing = tenant.keys.find((candidate) => candidate.key === secret);
	if (existing !== void 0 && typeof revoked === "boolean" && body.kind === void 0) {
		existing.revoked = revoked;
		return;
	}
	if (revoked === true) throw notFound("Key");
	tenant.keys = tenant.keys.filter((candidate) => candidate !== existing);
	addKey(tenant, {
		key: secret,
		...typeof body.kind === "string" ? { kind: body.kind } : {},
		...typeof body.role === "string" ? { role: body.role } : {},
		...typeof body.team === "number" ? { team: body.team } : {},
		permissions: Array.isArray(body.permissions) ? body.permissions.map(String) : []
	});
}

// src/emulator/control/default-config.ts
/** Used when no config is given: an origin with stories in one of two teams, and two customers, for a first try. */
const DEFAULT_CONFIG = { tenants: {
	acme: {
		keys: [{
			key: "acme-emulator-key",
			kind: "tenant_owner"
		}],
		teams: [{
			id: 7,
			name: "Content",
			stories: [{
				id: 9981,
				content: reportedMail("Phishing triage"),
				keep_guid: true,
				change_control: true
			}, {
				id: 9982,
				content: reportedMail("Phishing triage (experiments)"),
				keep_guid: true
			}]
		}, {
			id: 8,
			name: "Staging"
		}]
	},
	contoso: {
		keys: [{
			key: "contoso-emulator-key",
			kind: "tenant_owner"
		}],
		teams: [{
			id: 42,
			name: "SOC"
		}]
	},
	fabrikam: {
		keys: [{
			key: "fabrikam-emulator-key",
			kind: "tenant_owner"
		}],
		teams: [{
			id: 9,
			name: "Security"
		}]
	}
} };
/** A reported mail comes in, repeats are dropped, and what is left is summed up. It needs nothing from its tenant. */
function reportedMail(name) {
	const agents = [
		action("Report received", "WebhookAgent", {
			path: "",
			secret: "",
			verbs: "post"
		}),
		action("Drop repeats", "EventTransformationAgent", {
			mode: "deduplicate",
			path: "=report_received.body.message_id",
			lookback: "500",
			period: "86400"
		}),
		action("Sum up", "EventTransformationAgent", {
			mode: "message_only",
			payload: {
				sender: "<<report_received.body.from>>",
				subject: "<<report_received.body.subject>>"
			}
		})
	].map((agent) => ({
		...agent,
		guid: hexOf(`${name}/${agent.name}`)
	}));
	return {
		schema_version: 28,
		standard_lib_version: 90,
		action_runtime_version: 75,
		name,
		guid: hexOf(name),
		description: null,
		agents,
		links: agents.slice(1).map((_, index) => ({
			source: index,
			receiver: index + 1
		})),
		diagram_notes: [],
		diagram_layout: JSON.stringify(Object.fromEntries(agents.map(({ guid }, index) => [guid, [0, index * 150]]))),
		sections: [],
		pages: [],
		integrations: [],
		send_to_stories: [],
		send_to_story_enabled: false,
		entry_agent_guid: null,
		exit_agent_guids: [],
		recipients: [],
		keep_events_for: 604800,
		tags: []
	};
}
function action(name, type, options) {
	return {
		type: `Agents::${type}`,
		name,
		disabled: false,
		description: null,
		options,
		reporting: {
			time_saved_value: 0,
			time_saved_unit: "minutes"
		},
		monitoring: {
			monitor_all_events: false,
			monitor_failures: false,
			monitor_no_events_emitted: null
		},
		template: {
			created_from_template_guid: null,
			created_from_template_version: null,
			template_tags: []
		},
		width: null
	};
}

// src/emulator/control/log.ts
const KEPT = 2e5;
/** What the tenants were asked, in order of arrival. */
var RequestLog = class {
	#entries = [];
	#last = 0;
	#open = /* @__PURE__ */ new Map();
	open(entry) {
		this.#last += 1;
		const inFlight = (this.#open.get(entry.tenant) ?? 0) + 1;
		this.#open.set(entry.tenant, inFlight);
		const opened = {
			n: this.#last,
			...entry,
			status: null,
			response_bytes: 0,
			in_flight: inFlight
		};
		this.#entries.push(opened);
		if (this.#entries.length > KEPT * 2) this.#entries = this.#entries.slice(-2e5);
		return opened;
	}
	close(entry) {
		this.#open.set(entry.tenant, Math.max(0, (this.#open.get(entry.tenant) ?? 1) - 1));
	}
	since(n) {
		return this.#entries.filter((entry) => entry.n > n);
	}
	/** Forgets the entries; the numbering goes on, so that a `since` taken before stays right. */
	clear() {
		this.#entries = [];
	}
};

// src/emulator/control/persistence.ts
const DELAY_MS = 100;
/** The tenants of a data directory, or `undefined` when it holds none. */
function readTenants(directory) {
	mkdirSync(directory, { recursive: true });
	const files = readdirSync(directory).filter((name) => name.endsWith(".json"));
	if (files.length === 0) return void 0;
	return files.toSorted().map((name) => {
		const stored = parseText(readFileSync(join(directory, name), "utf8"));
		if (!isRecord(stored) || stored.format !== FORMAT || !isRecord(stored.tenant)) throw new Error(`${join(directory, name)} is not a state file of this emulator; remove it or choose another --data.`);
		const tenant = stored.tenant;
		return {
			...tenant,
			switches: positionsOf(tenant.switches)
		};
	});
}
const FORMAT = "storysync.emulator/1";
/** Writes changed tenants to the data directory, one file each, soon after a change and at once on `flush`. */
var TenantFiles = class {
	#directory;
	#dirty = /* @__PURE__ */ new Set();
	#timer;
	constructor(directory) {
		this.#directory = directory;
	}
	changed(tenant) {
		this.#dirty.add(tenant);
		this.#timer ??= setTimeout(() => this.flush(), DELAY_MS);
	}
	flush() {
		clearTimeout(this.#timer);
		this.#timer = void 0;
		for (const tenant of this.#dirty) {
			const file = join(this.#directory, `${tenant.name}.json`);
			writeFileSync(`${file}.tmp`, JSON.stringify({
				format: FORMAT,
				tenant
			}));
			renameSync(`${file}.tmp`, file);
		}
		this.#dirty.clear();
	}
};

// src/emulator/control/start.ts
/** Starts the emulator on the loopback interface. Throws when the config is wrong or the port is taken. */
async function startEmulator(options) {
	const config = configOf(options);
	const files = options.dataDir === void 0 ? void 0 : new TenantFiles(options.dataDir);
	const stored = options.dataDir === void 0 ? void 0 : readTenants(options.dataDir);
	const tenants = stored ?? seedTenants(config, options.configDir ?? process.cwd(), Date.now());
	const faults = new Faults();
	const world = new EmulatedWorld(tenants, (tenant) => files?.changed(tenant), (tenant) => faults.isDown(tenant));
	if (stored === void 0) for (const tenant of tenants) files?.changed(tenant);
	const log = new RequestLog();
	const app = new Hono({ strict: false });
	app.route("/_emulator", controlApi(world, faults, log));
	app.route("/:tenant/api/v1", tenantApi({
		world,
		faults,
		log,
		limiter: new EmulatedLimits(),
		latencyMs: config.latency_ms ?? 0,
		routes: apiRoutes
	}));
	app.notFound((c) => c.text("Nothing here: tenants answer below /<tenant>/api/v1\n", 404));
	const server = createAdaptorServer({ fetch: app.fetch });
	server.keepAliveTimeout = 65e3;
	const port = await listen(server, options.port);
	return {
		url: `http://127.0.0.1:${port}`,
		port,
		control: async (path, init) => app.request(`/_emulator/${path}`, init),
		close: async () => {
			world.stop();
			await new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			});
			files?.flush();
		}
	};
}
function configOf({ config, configText }) {
	if (config === void 0 && configText === void 0) return DEFAULT_CONFIG;
	const read = configText === void 0 ? checkConfig(config) : readConfig(configText);
	if ("problems" in read) throw new Error(`The emulator's config is wrong:\n- ${read.problems.join("\n- ")}`);
	return read;
}
function listen(server, port) {
	return new Promise((resolve, reject) => {
		server.once("error", reject);
		server.listen(port, "127.0.0.1", () => {
			server.off("error", reject);
			const address = server.address();
			resolve(typeof address === "object" && address !== null ? address.port : port);
		});
	});
}

export { startEmulator as t };