import { n as budgetsAt } from "./budget.js";
import { n as fail } from "./dist.js";
import { J as canonicalJson } from "./stories-at.js";
import { k as readFailed } from "./visit.js";
import { r as planToJson } from "./plan-json.js";
import { t as findPending } from "./pending.js";
import { o as waitsByRecord, t as askRollout } from "./govern.js";

// src/engine/native/apply/vendor-watch.ts
/** Milliseconds before the first look for what came of a sync; each later one waits half as long again, up to the longest. */
const FIRST_WAIT = 1e3;
const LONGEST_WAIT = 1e4;
/**
* The vendor's list as all destinations of a run look at it. Whoever asks before a reading begins shares it: what is read
* goes by the pages of the list, not by the number of destinations.
*/
var VendorWatch = class {
	#list;
	#clock;
	#running = Promise.resolve();
	#next;
	#tick;
	/** Ticks in a row. */
	#ticks = 0;
	#lastTick = Number.NEGATIVE_INFINITY;
	constructor(origin, clock) {
		this.#clock = clock;
		this.#list = async () => {
			const reader = await origin();
			if (!reader.ok) return fail({ fact: reader.error });
			const listing = await reader.value.listSyncDestinations();
			return listing.ok ? listing : fail(readFailed("sync_destinations", listing.error));
		};
	}
	/** As it is from now on: nothing that was read before counts. */
	read() {
		this.#next ??= this.#running.then(() => {
			this.#next = void 0;
			return this.#list();
		});
		this.#running = this.#next.catch(() => {});
		return this.#next;
	}
	/** The same after a while, for all that wait by then: one that comes while others wait already makes no reading of its own. */
	later(stop) {
		this.#tick ??= this.#wait(stop);
		return this.#tick;
	}
	async #wait(stop) {
		if (this.#clock.elapsed() - this.#lastTick > LONGEST_WAIT) this.#ticks = 0;
		const waited = Math.min(LONGEST_WAIT, FIRST_WAIT * 1.5 ** this.#ticks);
		await this.#clock.sleep(waited, stop);
		this.#ticks += 1;
		this.#lastTick = this.#clock.elapsed();
		this.#tick = void 0;
		return {
			listing: await this.read(),
			waited
		};
	}
};

// src/commands/native/native-ports.ts
/** How long a sync waits for the vendor, where nobody says. */
const POLL_TIMEOUT_MS = 12e4;
/** The origin's list, its keys and the destinations, each behind the rule of trust. */
function nativePorts({ origin, keys, tenants, clock, pollTimeout = POLL_TIMEOUT_MS }) {
	const open = async () => {
		if (origin === void 0) throw new Error("Internal error: the vendor syncs, and there is no origin");
		const bound = keys.ofOrigin(origin);
		return bound.ok ? tenants.writer(bound.value.use) : fail({
			kind: "key_not_bound",
			why: bound.error
		});
	};
	return {
		origin: open,
		keyOf: async ({ destination }) => {
			const bound = keys.of(destination);
			return bound.ok ? tenants.handOver(bound.value) : fail({
				kind: "key_not_bound",
				why: bound.error
			});
		},
		destination: async ({ destination }) => {
			const bound = keys.of(destination);
			const reader = bound.ok ? await tenants.reader(bound.value) : void 0;
			return reader?.ok ? reader.value : void 0;
		},
		watch: new VendorWatch(open, clock),
		clock,
		pollTimeout
	};
}

// src/commands/forecast/run-budgets.ts
/** What a run that applies a plan is allowed. */
function budgetsOf({ rate, concurrency, pollTimeout = POLL_TIMEOUT_MS, prune }, { manifest }) {
	const originUrl = manifest.origin?.tenantUrl;
	return {
		rate: budgetsAt(rate).default,
		concurrency,
		pollTimeout,
		originUrl,
		prune: prune !== void 0
	};
}

// src/commands/plan-document.ts
/** A plan as a file, signed where there is a state key: whoever applies it with the key knows that nobody wrote it since. */
function planDocument(plan, seal) {
	const unsigned = planToJson(plan);
	const document = seal ? {
		...unsigned,
		signature: seal.keys.sign(covered(unsigned, seal))
	} : unsigned;
	return canonicalJson(document);
}
/** Whether the document of a plan is as a run with the state key wrote it. */
function isSignedPlan(document, seal) {
	const { signature, ...plan } = document;
	return typeof signature === "string" && seal.keys.isSigned(covered(plan, seal), signature);
}
function covered(plan, { repository }) {
	return {
		purpose: "storysync plan",
		repository,
		plan
	};
}

// src/commands/rollout/choose-run.ts
/** Which destinations a run is about, which of them need not be asked, and what the rollout is asked, all by recorded state. */
async function chooseRun(session, { desired, policy, rollout, options = {}, pending, shard, clock }) {
	const asked = pending ? await onlyPending(session, {
		desired,
		policy,
		rollout,
		options,
		shard,
		clock
	}) : { policy };
	if (!rollout) return asked;
	const known = await askRollout(rollout, {
		desired,
		selected: asked.policy.selected,
		shard
	}, session);
	return {
		...asked,
		rollout: {
			...known,
			...options
		}
	};
}
/** Nothing is pending, or all that is waits for the rollout. */
function askedNobody({ policy, unasked }) {
	return unasked !== void 0 && unasked.size === policy.selected.size;
}
async function onlyPending(session, { desired, policy, rollout, options = {}, shard, clock }) {
	const whatWaits = rollout && await waitsByRecord(rollout, desired, session, {
		...options,
		shard,
		now: clock.now()
	});
	const found = await findPending(session, desired, {
		policy,
		...whatWaits ? { whatWaits } : {}
	});
	return {
		policy: {
			...policy,
			selected: found.selected
		},
		unasked: found.waiting
	};
}

export { budgetsOf as a, planDocument as i, chooseRun as n, nativePorts as o, isSignedPlan as r, askedNobody as t };