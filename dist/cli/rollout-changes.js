import { _ as RingTallies } from "./govern.js";
import { o as statusToJson } from "./views.js";

// src/commands/shard/job-run.ts
/** The run on GitHub that a job belongs to: all jobs of one matrix have the same, and a job that is tried again keeps it. */
function jobRunOf({ GITHUB_RUN_ID: id = "", GITHUB_RUN_ATTEMPT: attempt = "" }) {
	if (!/^\d{1,20}$/.test(id)) return null;
	return {
		id,
		attempt: /^[1-9]\d{0,5}$/.test(attempt) ? Number(attempt) : null
	};
}

// src/commands/report/status-document.ts
/** A sync as a document. That of a shard is signed where there is a state key: a report with the key takes no other. */
function statusDocument(report, seal) {
	const unsigned = statusToJson(report);
	if (!seal || report.shard === void 0) return unsigned;
	return {
		...unsigned,
		signature: seal.keys.sign(covered(unsigned, seal))
	};
}
/** Whether a document is as a run with the state key wrote it. */
function isSignedStatus(document, seal) {
	const { signature, ...status } = document;
	return typeof signature === "string" && seal.keys.isSigned(covered(status, seal), signature);
}
function covered(status, { repository }) {
	return {
		purpose: "storysync status",
		repository,
		status
	};
}

// src/changes/rollout-changes.ts
/** Rings that this run halted, or was the first to push to. */
function rolloutChanges(turn) {
	return [...haltedRings(turn), ...openedRings(turn)];
}
/** The ring whose own failures are too many: that those after it wait for it is the same news. */
function haltedRings({ fleet, before, after }) {
	const known = new Set(before.filter(isHalted).map(idOf));
	const names = new Map(fleet.pairs.map(({ key, name }) => [key, name]));
	return after.filter((each) => isHalted(each) && !known.has(idOf(each))).map(({ ring, story: key }) => ({
		kind: "halted",
		ring,
		story: {
			key,
			name: names.get(key) ?? key
		}
	}));
}
/** By its own failures. */
function isHalted({ ring, state, waitsFor }) {
	return state === "halted" && waitsFor === `failures:${ring}`;
}
function idOf({ ring, story }) {
	return `${ring} ${story}`;
}
/** Nobody there had this content, and now somebody was pushed to. A story's first ring does not open: it is where each change begins. */
function openedRings({ fleet, outcomes }) {
	const tallies = new RingTallies(fleet);
	const pushed = new Set(outcomes.filter(({ did }) => did === "created" || did === "updated").map((each) => `${each.destination} ${each.storyKey}`));
	const opened = /* @__PURE__ */ new Map();
	for (const pair of fleet.pairs) {
		if (!pair.counts || !pushed.has(`${pair.destination} ${pair.key}`) || !wasClosed(pair, tallies)) continue;
		const { ring, key, name } = pair;
		opened.set(`${ring} ${key}`, {
			kind: "ring_opened",
			ring,
			story: {
				key,
				name
			}
		});
	}
	return [...opened.values()];
}
function wasClosed(pair, tallies) {
	const ring = tallies.indexOf(pair.ring);
	return tallies.before(pair.key, ring) !== void 0 && tallies.counts(pair, ring).there === 0;
}

export { jobRunOf as a, statusDocument as i, rolloutChanges as n, isSignedStatus as r, isHalted as t };