import { n as fail, r as ok } from "./dist.js";

// src/keys/tenants.ts
function readersOf({ reader }) {
	return Object.freeze({ reader });
}
/** Each key is asked for once in a run, right before its tenant is opened for the first time; the push gets the same one. */
function openTenants({ keyOf, close }, clients) {
	const keys = /* @__PURE__ */ new Map();
	const ask = (use) => {
		const id = JSON.stringify([
			use.name ?? null,
			use.keyName,
			use.tenantUrl
		]);
		const known = keys.get(id) ?? keyOf(use);
		keys.set(id, known);
		return known;
	};
	const open = async (use, connect) => {
		const key = await ask(use);
		return key.ok ? ok(connect(use.tenantUrl, key.value)) : fail(key.error);
	};
	return {
		reader: (use, time) => open(use, (tenantUrl, key) => clients.reader(tenantUrl, key, time)),
		writer: (use) => open(use, clients.writer),
		handOver: ask,
		close: async () => {
			const [problems] = await Promise.all([close(), clients.close()]);
			return problems;
		}
	};
}

export { readersOf as n, openTenants as t };