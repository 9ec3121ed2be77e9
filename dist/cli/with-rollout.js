import { N as reasonOf } from "./plan-json.js";
import { s as decideRollout, x as joinFleet, y as asDue } from "./govern.js";

// src/commands/rollout/with-rollout.ts
/** What the rollout adds to statuses: which of the pairs that wait for a sync wait for their ring, and how far each ring is. */
function withRollout(outcomes, { rollout, record, others }, now) {
	const due = /* @__PURE__ */ new Map();
	for (const { destination, storyKey } of outcomes.filter(isDue)) due.set(destination, (due.get(destination) ?? /* @__PURE__ */ new Set()).add(storyKey));
	const fleet = asDue(joinFleet(rollout, others), due);
	const { waits, progress, rings } = decideRollout(fleet, record, now.getTime());
	const override = record.overrides.at(-1);
	return {
		outcomes: outcomes.map((outcome) => {
			const fact = waits.get(outcome.destination)?.get(outcome.storyKey);
			return fact ? {
				...outcome,
				reason: reasonOf(fact),
				fact
			} : outcome;
		}),
		rollout: {
			rings,
			progress,
			...override ? { override } : {}
		}
	};
}
/** A sync would push it, if nothing but the rollout kept it back. */
function isDue({ status, reason }) {
	return status === "requires_sync" && (reason === null || PUSHED.has(reason));
}
const PUSHED = /* @__PURE__ */ new Set([
	"new",
	"content_changed",
	"renamed",
	"recreated",
	"not_reached",
	"plan_stale"
]);

export { withRollout as t };