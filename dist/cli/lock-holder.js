import { t as didYouMean } from "./suggestion.js";
import { r as shardText } from "./shard.js";
import { n as fail, r as ok } from "./dist.js";
import { Lt as byText, Ut as ringOf, Wt as matcher } from "./stories-at.js";
import { w as findingsExitCode } from "./session.js";

// src/commands/ended.ts
function cannotRun(problems) {
	return fail({
		exitCode: 2,
		problems
	});
}
function finding(problems) {
	return fail({
		exitCode: 1,
		problems
	});
}

// src/commands/shard/shards.ts
/**
* The names of each part. What calls the same host stays together, since that host's limits are shared; the manifest alone
* decides, so that every runner comes to the same parts, whatever it was told to sync and in whatever order it reads.
*/
function shardsOf(destinations, { origin, of }) {
	const parts = Array.from({ length: of }, () => ({
		names: /* @__PURE__ */ new Set(),
		pairs: 0
	}));
	for (const { members, pairs } of hostsOf(destinations, origin)) {
		const least = parts.reduce((best, part) => part.pairs < best.pairs ? part : best);
		for (const { name } of members) least.names.add(name);
		least.pairs += pairs;
	}
	return parts.map(({ names }) => names);
}
function hostsOf(destinations, origin) {
	const hostOf = ({ engine, tenantUrl }) => addressOf(engine === "native" && origin !== void 0 ? origin : tenantUrl);
	return [...Map.groupBy(destinations, hostOf)].map(([host, members]) => ({
		host,
		members,
		pairs: members.reduce((sum, each) => sum + weightOf(each), 0)
	})).toSorted((a, b) => b.pairs - a.pairs || byText(a.host, b.host));
}
/** Limits are a tenant's: where several are behind one name, the path tells them apart. */
function addressOf(tenantUrl) {
	const { host, pathname } = new URL(tenantUrl);
	return `${host}${pathname.replace(/\/$/, "")}`;
}
/** One that takes no story is looked at all the same. */
function weightOf({ subscriptions }) {
	return Math.max(1, subscriptions.length);
}

// src/commands/select.ts
function isWhole({ destinations, stories, labels, rings = [], shard, pending = false }) {
	return destinations.length + stories.length + labels.length + rings.length === 0 && !shard && !pending;
}
/**
* A story file that cannot be used is a finding also where no destination takes the story. Whoever chose some pairs was
* told of those alone.
*/
function unnarrowedExitCode(problems, selectors) {
	return isWhole(selectors) ? findingsExitCode(problems) : 0;
}
/** Chooses (destination, story) pairs. A selector that matches nothing is a mistake, not an empty result. */
function select(destinations, selectors, { absent = /* @__PURE__ */ new Set(), leftBehind = false, rollout, origin } = {}) {
	const storyKeys = [...new Set(destinations.flatMap(({ subscriptions }) => subscriptions.map(({ storyKey }) => storyKey)))].filter((key) => !absent.has(key));
	const names = destinations.map(({ name }) => name);
	const problems = [
		...unmatched("--destination", selectors.destinations, names),
		...leftBehind ? [] : unmatched("--story", selectors.stories, storyKeys, [...absent]),
		...selectors.labels.flatMap((label) => unmatchedLabel(label, destinations)),
		...unmatchedRings(selectors.rings ?? [], destinations, rollout)
	];
	if (problems.length > 0) return fail(problems);
	const isDestination = matcher(selectors.destinations);
	const matchesStory = matcher(selectors.stories);
	const matchesRing = matcher(selectors.rings ?? []);
	const isInRing = (destination) => rollout === void 0 || matchesRing(ringOf(rollout, destination).name);
	const isStory = (key) => matchesStory(key) && !absent.has(key);
	const chosen = destinations.filter((destination) => isDestination(destination.name) && hasLabels(destination, selectors.labels) && isInRing(destination));
	const part = selectors.shard && shardsOf(destinations, {
		origin,
		of: selectors.shard.of
	})[selectors.shard.part - 1];
	const selected = new Map(chosen.map(({ name, subscriptions }) => [name, new Set(subscriptions.map(({ storyKey }) => storyKey).filter(isStory))]));
	const all = leftBehind || selectors.stories.length === 0;
	const relevant = new Map([...selected].filter(([, keys]) => keys.size > 0 || all));
	if (relevant.size === 0 && destinations.length > 0) return fail([nothingLeft()]);
	return ok({
		selected: part === void 0 ? relevant : new Map([...relevant].filter(([name]) => part.has(name))),
		named: new Set(selectors.destinations.filter((name) => names.includes(name))),
		...selectors.stories.length > 0 ? { choosesLeftBehind: (_, key) => isStory(key) } : {}
	});
}
/** Which part of the fleet a report is of. */
function shardOf({ shard }) {
	return shard === void 0 ? {} : { shard: shardText(shard) };
}
/** The part of a selection that the planner goes by. */
function chosenBy({ selected, choosesLeftBehind }) {
	return {
		selected,
		...choosesLeftBehind ? { choosesLeftBehind } : {}
	};
}
/** The problems of values of one selector that match none of the names. */
function unmatched(flag, patterns, names, absent = []) {
	return patterns.filter((pattern) => !names.some(matcher([pattern]))).map((pattern) => absent.some(matcher([pattern])) ? notHeld(flag, pattern) : noMatch(flag, pattern, names));
}
function notHeld(flag, pattern) {
	return {
		code: "RUN002",
		severity: "error",
		message: `${flag} ${pattern} matches no story that the commit holds`,
		hint: "give --at a commit that has the story"
	};
}
function noMatch(flag, pattern, names) {
	const known = names.slice(0, 5).join(", ") + (names.length > 5 ? `, … (${names.length} in all)` : "");
	return {
		code: "RUN002",
		severity: "error",
		message: `${flag} ${pattern === "" ? "\"\"" : pattern} matches nothing`,
		hint: didYouMean(pattern, names) ?? `the manifest has: ${known || "none"}`
	};
}
/** A ring that nobody is in chooses nothing, as a ring that there is not. */
function unmatchedRings(patterns, destinations, rollout) {
	if (rollout === void 0) return patterns.map((pattern) => {
		return {
			code: "RUN002",
			severity: "error",
			message: `--ring ${pattern} matches nothing: there is no rollout`,
			hint: "write \"rollout:\" with its rings into the manifest (docs/manifest.md), or select with --label"
		};
	});
	const rings = rollout.rings.map(({ name }) => name);
	const taken = new Set(destinations.map((destination) => ringOf(rollout, destination).name));
	const empty = patterns.filter((pattern) => {
		const meant = rings.filter(matcher([pattern]));
		return destinations.length > 0 && meant.length > 0 && !meant.some((name) => taken.has(name));
	});
	return [...unmatched("--ring", patterns, rings), ...empty.map((pattern) => {
		return {
			code: "RUN002",
			severity: "error",
			message: `--ring ${pattern} matches nothing: no destination is in it`,
			hint: `destinations are in: ${rings.filter((name) => taken.has(name)).join(", ")}`
		};
	})];
}
function unmatchedLabel(label, destinations) {
	if (label.indexOf("=") < 1) return [{
		code: "RUN002",
		severity: "error",
		message: `--label ${label} has no value`,
		hint: "write it as name=value, for example --label region=eu"
	}];
	if (destinations.some((destination) => hasLabel(destination, label))) return [];
	const known = destinations.flatMap(({ labels }) => Object.entries(labels).map(([name, value]) => `${name}=${value}`));
	return [noMatch("--label", label, [...new Set(known)])];
}
/** Values of one label widen, different labels narrow: `region=eu region=us ring=canary` is (eu or us) and canary. */
function hasLabels(destination, wanted) {
	return [...Map.groupBy(wanted, (label) => label.slice(0, label.indexOf("="))).values()].every((values) => values.some((label) => hasLabel(destination, label)));
}
function hasLabel({ labels }, label) {
	const at = label.indexOf("=");
	const value = Object.hasOwn(labels, label.slice(0, at)) ? labels[label.slice(0, at)] : void 0;
	return value !== void 0 && matcher([label.slice(at + 1)])(value);
}
function nothingLeft() {
	return {
		code: "RUN002",
		severity: "error",
		message: "no story matches all selectors",
		hint: "each of them matches something, but not together; drop one"
	};
}

// src/git/objects/lock-holder.ts
/** Why there is no going on, after a colon, and what to do. */
function describeLocked(file, holder, waitMs) {
	const seconds = waitMs / 1e3;
	if (holder === "other") return {
		why: `${file} stayed for ${seconds} s, and is not storysync's`,
		hint: `Wait until git is done there; if no git is at work, delete ${file}`
	};
	return {
		why: `storysync is at work there (process ${holder.pid} on ${holder.host} holds ${file})`,
		hint: "Run the command again when that run has ended; the lock of a run that was killed is taken over"
	};
}

export { select as a, unnarrowedExitCode as c, finding as d, noMatch as i, shardsOf as l, chosenBy as n, shardOf as o, isWhole as r, unmatched as s, describeLocked as t, cannotRun as u };