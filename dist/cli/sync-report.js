// src/commands/sync/sync-report.ts
/** A finished sync as the reports tell it. */
function syncReportOf({ manifest, commit, at }, { plan, outcomes, pruned, prunedNative, interrupted, stateProblems, vendorIds, rollout, shard, shardRun }) {
	const frame = reportFrame(manifest, new Set(plan.destinations.map(({ name }) => name)));
	const told = {
		outcomes,
		pruned,
		prunedNative,
		interrupted,
		commit,
		stateProblems,
		vendorIds,
		chosenCommit: at !== void 0
	};
	return {
		...frame,
		...told,
		...rollout ? { rollout } : {},
		...shard === void 0 ? {} : { shard },
		...shardRun ? { shardRun } : {}
	};
}
/** What a report says of the manifest, for the destinations that were chosen. */
function reportFrame(manifest, chosen) {
	return {
		destinations: manifest.destinations.filter(({ name }) => chosen.has(name)),
		originTeamId: manifest.origin?.teamId ?? null,
		storyIds: new Map([...manifest.stories.values()].flatMap(({ key, id }) => id === void 0 ? [] : [[key, id]]))
	};
}

export { syncReportOf as n, reportFrame as t };