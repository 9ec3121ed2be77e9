// src/diagnostics/result.ts
function ok(value) {
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
/** For the default of an exhaustive switch: a new case fails to compile, and a lie in the types fails loudly. */
function unreachable(value) {
	throw new Error(`Internal error: unexpected ${JSON.stringify(value)}`);
}

// src/json/value.ts
function isObject(value) {
	return typeof value === "object" && value !== null && !Array.isArray(value);
}
function isArray(value) {
	return Array.isArray(value);
}

// src/model/tenant/loopback.ts
/** A host of this machine itself, as a URL has it: the one place that may be reached without TLS, and never by a proxy. */
function isLoopback(hostname) {
	return /^(?:localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(hostname);
}

export { ok as a, fail as i, isArray as n, unreachable as o, isObject as r, isLoopback as t };