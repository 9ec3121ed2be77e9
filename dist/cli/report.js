import { n as fail, r as ok } from "./dist.js";
import { c as changeSchema, i as syncViews, s as changeFromJson } from "./views.js";
import { J as canonicalJson, Rt as byTextOf, Y as compactJson, c as shortId, jt as manifestInGit } from "./stories-at.js";
import { S as clip } from "./unsigned-state.js";
import { o as tallyOutcomes } from "./rollout-lines.js";
import { A as oneOf, B as textOrNull, C as exactly, D as listOf, E as key, F as positiveOrNull, I as reason, L as schemaDocument, M as orNull, N as pin, P as positive, R as syncStatus, T as formatName, U as documentReader, b as amount, j as oneOfOrNull, k as note, n as StateSession, r as sealFrom, w as flag, x as commitOrNull, y as HOLD, z as text } from "./state-session.js";
import { a as RING_PROGRESS, f as withPins, l as rolloutRow, o as WAITING, s as progressFromJson, w as rolloutInForce } from "./plan-json.js";
import { t as waitingOf } from "./waits-of.js";
import { u as wantedStory } from "./workspace.js";
import { T as outcomesExitCode, j as NOT_ASKED, t as Session, w as findingsExitCode } from "./session.js";
import { a as select, c as unnarrowedExitCode, l as shardsOf, u as cannotRun } from "./lock-holder.js";
import { a as jobRunOf, r as isSignedStatus, t as isHalted } from "./rollout-changes.js";
import { n as readShard, r as shardText } from "./shard.js";
import { t as reportFrame } from "./sync-report.js";
import { r as parseJson, x as isObject } from "./read.js";
import { t as systemCode } from "./system-code.js";
import { n as readRegularFile } from "./regular-file.js";
import { t as askRollout } from "./govern.js";
import { t as withRollout } from "./with-rollout.js";
import { i as selectorsOf } from "./options.js";
import { dirname, join, relative, resolve } from "node:path";
import { glob, lstat, realpath } from "node:fs/promises";

// src/documents/status/status-schema.ts
const subscription = exactly("One story of a destination, in the shape of the vendor's subscriptions.", {
	story: exactly("The story at the origin.", {
		id: positiveOrNull("Its id at the origin; null when the manifest has none."),
		name: text("Its name."),
		key: key("Its key in the manifest.")
	}),
	status: syncStatus("The vendor's three words."),
	error_message: textOrNull("Why it failed, in one line; set exactly when the status is failed."),
	reason,
	message: textOrNull("What happened, whatever the status."),
	hint: textOrNull("What the reader can do about it."),
	detached: flag("The destination keeps its own version of the story."),
	detachment: orNull(note("What the manifest says of it; null when it is not detached there.", {
		reason: "Why it is detached.",
		until: "Day on which it should come back, as 2027-01-31."
	})),
	did: oneOf("What the run did to it; a status query does nothing.", [
		"created",
		"updated",
		"unchanged",
		"nothing"
	]),
	destination_story_id: positiveOrNull("Id of the story at the destination, when it is known."),
	synced_at: textOrNull("Time of the last push, ISO 8601."),
	commit: commitOrNull("Source commit of the last push."),
	behind: orNull(exactly("How far git went on since what is there was pushed. Told by a status query; null when there is nothing to tell: the content is the one git asks for, it was never pushed, or git does not know the commit it came from.", {
		commits: positive("Commits on the branch that changed the story since."),
		since: text("Time of the first of them, ISO 8601.")
	})),
	recorded_at: textOrNull("Since when this is so as far as recorded, ISO 8601; null when it was seen in this run, or nothing is recorded."),
	warnings: listOf("What went well enough but should be known.", text("One warning."))
}, { waits: exactly("What it waits for; absent where the rollout keeps nothing back.", WAITING) });
const destination = exactly("One destination, in the shape of the vendor's sync_destination.", {
	id: positiveOrNull("The vendor's id of the sync destination; null when there is none, or when it is not known."),
	name: key("Name of the destination in the manifest."),
	engine: oneOf("Who brings the stories: storysync itself, or the vendor's own Story syncing.", ["push", "native"]),
	ring: textOrNull("The ring that it is in; null without a rollout."),
	hold: orNull(note("Why nothing is pushed to it, as the manifest says; null when it is not held.", HOLD)),
	pin: orNull(pin("The commit that its stories are taken from, as the manifest says; null when it is not pinned.")),
	destination_tenant_url: text("Address of the tenant."),
	destination_team_id: positive("Team at the destination."),
	origin_team_id: positiveOrNull("Team at the origin; null when the manifest has no origin."),
	manual_sync_only: flag("Pushed only when asked for by hand."),
	subscriptions: listOf("Every story that was chosen, exactly once.", subscription)
});
const pruned = exactly("A story left behind, in a sync that was asked to delete such stories.", {
	destination: key("Name of the destination in the manifest."),
	key: key("Key the story had in the manifest."),
	name: text("Its name at the destination."),
	destination_story_id: positive("Its id at the destination."),
	consented: flag("The count given with --prune covered it: when it was not deleted all the same, the run failed."),
	deleted: flag("It is gone."),
	message: text("What happened: why it stays, or how to see its copy."),
	kept_as: textOrNull("The copy, as \"git show\" takes it; null when none was made.")
});
const prunedNative = exactly("A sync destination of the vendor that the manifest does not have, in a sync that was asked to delete what is left behind.", {
	id: positive("The vendor's id of it."),
	name: textOrNull("Name it had in the manifest; null when recorded state does not know it."),
	destination_tenant_url: text("Address of its tenant, as the vendor has it."),
	destination_team_id: positive("Its team."),
	stories: amount("How many stories it carried."),
	copies: oneOfOrNull("What the vendor was told to do with them: kept, as stories of their own; deleted, in its own time. Null when nothing was deleted.", ["kept", "deleted"]),
	consented: flag("The count given with --prune covered it: when it was not deleted all the same, the run failed."),
	deleted: flag("It is gone."),
	message: text("What happened, or why it stays.")
});
/** `storysync.status/1`, published as schemas/status.schema.json. */
const statusSchema = schemaDocument("storysync.status/1", "storysync status", exactly("What became of every story at every destination, or where it stands.", {
	format: formatName("storysync.status/1"),
	commit: commitOrNull("The commit of the run; null when the work tree had uncommitted files."),
	interrupted: flag("The run ended before all stories were reached."),
	totals: exactly("Pairs of destination and story. Both ways of counting add up to all of them.", {
		synced: amount("Pairs that are in sync."),
		failed: amount("Pairs that failed."),
		requires_sync: amount("Pairs that wait for a sync."),
		did: exactly("The same pairs by what the run did.", {
			created: amount("Stories created."),
			updated: amount("Stories updated."),
			unchanged: amount("Stories that needed nothing."),
			nothing: amount("Stories that nothing was done to, for the reason given.")
		})
	}),
	sync_destinations: listOf("In the order of the manifest.", destination),
	pruned: listOf("Stories left behind, and what became of them; empty without --prune.", pruned)
}, {
	shard: text("K/N, where the run was about the K-th of N parts of the fleet alone; absent otherwise."),
	manifest: text("The manifest, as git names it. Of a sync of a shard alone, like the next four."),
	run: orNull(exactly("The run on GitHub; null elsewhere.", {
		id: text("Its id."),
		attempt: positiveOrNull("Its attempt, from 1; null when it is not known.")
	})),
	at: text("When the sync ended, ISO 8601."),
	changes: listOf("Whose state the sync changed, for the one message of the whole run.", changeSchema),
	signature: text("With a state key: made with it, over all of the file, so that a report takes no file of anybody else."),
	missing_shards: listOf("Of a report that merges shards: those that left no status file that can be used. Absent when there is none.", text("K/N.")),
	pruned_native: listOf("The vendor's sync destinations that the manifest does not have, and what became of them; absent when there is none, and without --prune.", prunedNative),
	rollout: listOf(RING_PROGRESS, rolloutRow),
	rollout_override: exactly("Somebody let a run pass over rings, soak, batch, halt and windows: this run, or of a query the last one recorded. Absent when nobody did.", {
		digest: text("Digest of the plan that was seen."),
		reason: text("Why."),
		at: text("When, ISO 8601.")
	})
}));

// src/documents/status/status-from-json.ts
/** Longer than any message of ours; who forges a file may have megabytes to say. */
const LONGEST_WORDS = 4e3;
const LONGEST_NAME = 1e3;
const MOST_WARNINGS = 100;
const readStatus = documentReader(statusSchema, "the file");
/** A status file as data; or the first place where it is not one, or contradicts itself. What it says twice counts once. */
function statusFromJson(value) {
	if (value.format !== "storysync.status/1") return fail("its format is not \"storysync.status/1\"");
	const read = readStatus(value);
	if (!read.ok) return read;
	const wire = read.value;
	const destinations = /* @__PURE__ */ new Map();
	const said = /* @__PURE__ */ new Map();
	for (const { subscriptions, ...destination } of wire.sync_destinations) {
		const { name } = destination;
		if (!says(said, name, compactJson(destination))) return fail(`it tells two things of ${name}`);
		const outcomes = new Map(destinations.get(name)?.outcomes);
		for (const subscription of subscriptions) {
			const { key } = subscription.story;
			if (!says(said, `${name} / ${key}`, compactJson(subscription))) return fail(`it tells two things of ${name} / ${key}`);
			outcomes.set(key, outcomeFromJson(name, subscription));
		}
		destinations.set(name, {
			...destination,
			outcomes
		});
	}
	const wrong = wrongTotal(wire, [...destinations.values()]);
	return wrong === void 0 ? ok({
		wire,
		destinations
	}) : fail(wrong);
}
function says(said, subject, text) {
	const before = said.get(subject);
	said.set(subject, text);
	return before === void 0 || before === text;
}
function wrongTotal({ totals }, destinations) {
	const { status, did } = tallyOutcomes(destinations.flatMap(({ outcomes }) => [...outcomes.values()]));
	const counted = {
		...status,
		...did
	};
	const told = {
		synced: totals.synced,
		failed: totals.failed,
		requires_sync: totals.requires_sync,
		...totals.did
	};
	for (const name of Object.keys(counted)) if (told[name] !== counted[name]) return `its totals say ${told[name]} ${name}, and its stories add up to ${counted[name]}`;
}
function outcomeFromJson(destination, wire) {
	const { message, hint, behind, recorded_at: recordedAt, waits } = wire;
	return {
		destination,
		storyKey: wire.story.key,
		storyName: clip(wire.story.name, LONGEST_NAME),
		status: wire.status,
		reason: wire.reason,
		fact: message === null ? null : recorded(message, hint),
		detached: wire.detached,
		did: wire.did,
		destinationStoryId: wire.destination_story_id,
		syncedAt: wire.synced_at,
		commit: wire.commit,
		warnings: wire.warnings.slice(0, MOST_WARNINGS).map((warning) => recorded(warning, null)),
		...waits === void 0 ? {} : { waits: {
			for: clip(waits.for, LONGEST_NAME),
			until: waits.until
		} },
		...behind === null ? {} : { behind },
		...recordedAt === null ? {} : { recordedAt }
	};
}
function prunedFromJson({ destination_story_id, kept_as, message, ...same }) {
	return {
		...same,
		destinationStoryId: destination_story_id,
		keptAs: kept_as,
		fact: recorded(message, null)
	};
}
/** A status file holds the words of the run that made it. */
function recorded(message, hint) {
	return {
		kind: "recorded",
		message: clip(message, LONGEST_WORDS),
		hint: hint === null ? null : clip(hint, LONGEST_WORDS)
	};
}

// src/commands/report/fits-manifest.ts
/** Why a file cannot be of the shard that it says: it tells of what is not that part's. */
function misfitOf({ shard, destinations, wire }, fleet) {
	const own = fleet.parts[shard.part - 1];
	const isOwn = (name) => name !== null && (own?.has(name) ?? false);
	for (const told of destinations.values()) {
		if (!isOwn(told.name)) return `it says shard ${shardText(shard)}, and ${told.name} is not in that part of the fleet`;
		const other = misfitOfDestination(told, fleet);
		if (other !== void 0) return other;
	}
	if (!wire.pruned.every(({ destination }) => isOwn(destination)) || wire.pruned_native !== void 0) return "it tells of deletions outside that part of the fleet";
	const rings = new Set(fleet.rollout?.rings.map(({ name }) => name));
	const isPair = ({ destination, story }) => isOwn(destination) && (story === null || (fleet.selected.get(destination ?? "")?.has(story.key) ?? false));
	const keys = new Set([...fleet.destinations.values()].flatMap((each) => each.subscriptions.map(({ storyKey }) => storyKey)));
	const isRing = ({ ring, story }) => rings.has(ring ?? "") && story !== null && keys.has(story.key);
	const isTrue = (each) => each.ring === null ? isPair(each) : isRing(each);
	const changes = wire.changes ?? [];
	if (!changes.every((each) => changeFromJson(each) && isTrue(each))) return "it tells of changes outside that part of the fleet";
	if (new Set(changes.map(subjectOf)).size < changes.length) return "it tells of a change twice";
}
function misfitOfDestination(told, { destinations, selected }) {
	const { name, outcomes } = told;
	const known = destinations.get(name);
	if (known?.tenantUrl !== told.destination_tenant_url || known.teamId !== told.destination_team_id || known.engine !== told.engine) return `it tells of ${name} at another place than the manifest`;
	const strange = [...outcomes.keys()].find((key) => !selected.get(name)?.has(key));
	return strange === void 0 ? void 0 : `it tells of ${name} / ${strange}, which this report is not about`;
}
/** What is told once at most: so there are no more changes than pairs and rings to tell of, of each kind. */
function subjectOf({ change, destination, ring, story, expired }) {
	return JSON.stringify([
		change,
		destination,
		ring,
		story?.key,
		expired?.what
	]);
}

// src/commands/report/status-file.ts
/** What others wrote: it counts where it is of this very commit, manifest and run, and with a state key where it is signed. */
function readShardFile(text, file, expected) {
	const json = parseJson(text);
	if (!json.ok) return fail(notCounted(file, json.error.reason === "syntax" ? "it is not JSON" : json.error.message));
	if (!isObject(json.value)) return fail(notCounted(file, "it is not a status file"));
	const told = statusFromJson(json.value);
	if (!told.ok) return fail(notCounted(file, told.error));
	if (expected.seal && !isSignedStatus(json.value, expected.seal)) return fail(unsigned(file));
	const { wire } = told.value;
	const shard = wire.shard === void 0 ? void 0 : readShard(wire.shard);
	if (shard === void 0 || wire.run === void 0 || wire.at === void 0) return fail(notCounted(file, "it is not that of a sync with a shard"));
	const other = otherRun(told.value, expected);
	return other === void 0 ? ok({
		...told.value,
		file,
		shard,
		job: wire.run,
		at: wire.at
	}) : fail(notCounted(file, other));
}
function otherRun({ wire }, { commit, manifest, job }) {
	if (wire.commit !== commit) return `it is ${ofCommit(wire.commit)}, and the report ${ofCommit(commit)}`;
	if (wire.manifest !== manifest) return "it is of another manifest";
	if (job !== null && wire.run?.id !== job.id) return "it is of another run on GitHub";
}
function ofCommit(commit) {
	return commit === null ? "of files that no commit holds" : `of commit ${shortId(commit)}`;
}
/** Of two files of one shard that which was written last; the order of the files does not count. */
function laterFile(one, other) {
	const attempts = (one.job?.attempt ?? 0) - (other.job?.attempt ?? 0);
	if (attempts !== 0) return attempts > 0 ? one : other;
	if (one.at !== other.at) return one.at > other.at ? one : other;
	return one === other || canonicalJson(one.wire) >= canonicalJson(other.wire) ? one : other;
}
function notCounted(file, why) {
	return {
		code: "RUN090",
		severity: "error",
		message: `the status file ${file} does not count: ${why}`,
		hint: "give the status files that the shards of this very run left, and no others"
	};
}
function unsigned(file) {
	return {
		...notCounted(file, "it is not signed with the state key, or was changed since"),
		hint: "give the syncs of the shards the same state key as the report"
	};
}

// src/commands/report/files-of-shards.ts
/** How many shards there are; 0 where no file tells. All of one run say the same. */
function sizeOf(files) {
	const sizes = [...new Set(files.map(({ shard }) => shard.of))].toSorted((a, b) => a - b);
	const runs = new Set(files.map(({ job }) => job?.id));
	const [size = 0] = sizes;
	if (sizes.length <= 1 && runs.size <= 1) return ok(size);
	const why = sizes.length > 1 ? `they are of ${sizes.join(" and of ")} shards` : "they are of several runs on GitHub";
	return fail({
		code: "RUN092",
		severity: "error",
		message: `the status files cannot be merged: ${why}`,
		hint: "give the status files that the shards of one run left, and no others"
	});
}
/** The one file that counts for each shard. */
function filesOfShards(read, fleet) {
	const files = /* @__PURE__ */ new Map();
	const problems = [];
	for (const file of read) {
		const misfit = misfitOf(file, fleet);
		const { part } = file.shard;
		if (misfit === void 0) files.set(part, laterFile(files.get(part) ?? file, file));
		else problems.push(notCounted(file.file, misfit));
	}
	return {
		files,
		problems
	};
}

// src/files/matching-files.ts
/** What paths and globs come to: each file once, in order of its place; undefined where they are more than `most`. */
async function matchFiles(directory, patterns, most) {
	const found = /* @__PURE__ */ new Map();
	for (const pattern of patterns) for await (const path of pathsOf(directory, pattern)) {
		const base = isGlob(pattern) ? resolve(directory, fixedPart(pattern)) : dirname(path);
		if (!found.has(path)) found.set(path, {
			name: shown(directory, path),
			path,
			base
		});
		if (found.size > most) return void 0;
	}
	return [...found.values()].toSorted(byTextOf(({ path }) => path));
}
/** A file may be called as a glob is written. */
async function* pathsOf(directory, pattern) {
	const path = resolve(directory, pattern);
	if (!isGlob(pattern) || await exists(path)) {
		yield path;
		return;
	}
	for await (const entry of glob(pattern, {
		cwd: directory,
		withFileTypes: true
	})) if (!entry.isDirectory()) yield join(entry.parentPath, entry.name);
}
function isGlob(pattern) {
	return /[*?[\]{}]/.test(pattern);
}
async function exists(path) {
	return lstat(path).then(() => true, () => false);
}
/** The folders of a glob that are named as they are. */
function fixedPart(pattern) {
	const steps = pattern.split(/[\\/]/);
	const first = steps.findIndex(isGlob);
	return steps.slice(0, first).join("/") || (pattern.startsWith("/") ? "/" : ".");
}
function shown(directory, path) {
	const way = relative(directory, path);
	return way === "" || way.startsWith("..") ? path : way;
}
/** The text of a regular file below its base, reached by no link: what was unpacked may hold some. Else why not, in a few words. */
async function readMatchedFile({ path, base }, mostBytes) {
	try {
		const real = await realpath(path);
		if (real !== join(await realpath(base), relative(base, path))) return fail("it is reached by a symbolic link");
		const read = await readRegularFile(real, {
			mostBytes,
			followLinks: false
		});
		if (read.ok) return ok(read.value.toString("utf8"));
		return fail(read.error.kind === "not_a_file" ? "it is not a regular file" : "it is too large");
	} catch (error) {
		const code = systemCode(error);
		return fail(code === "ENOENT" ? "there is no such file" : `it cannot be read (${code})`);
	}
}

// src/commands/report/find-status-files.ts
/** Each shard may have been tried a few times. */
const MOST_FILES = 4 * 256;
/** Of all files together; 50,000 pairs take about 40 MB. */
const MOST_BYTES = 268435456;
const MOST_BYTES_OF_ONE = 52428800;
/** Reads what paths and globs name. A file that does not count is said, and stops no other. */
async function findStatusFiles(directory, patterns, expected) {
	const matched = await matchFiles(directory, patterns, MOST_FILES);
	if (matched === void 0) return fail(tooMany());
	const files = [];
	const problems = [];
	let left = MOST_BYTES;
	for (const each of matched) {
		const text = await readMatchedFile(each, Math.min(left, MOST_BYTES_OF_ONE));
		if (text.ok) left -= Buffer.byteLength(text.value);
		const read = text.ok ? readShardFile(text.value, each.name, expected) : fail(notCounted(each.name, text.error));
		if (read.ok) files.push(read.value);
		else problems.push(read.error);
	}
	return ok({
		files,
		problems: matched.length === 0 ? [nothingFound(patterns)] : problems
	});
}
function tooMany() {
	return {
		code: "RUN092",
		severity: "error",
		message: `the status files cannot be merged: there are more than ${MOST_FILES}`,
		hint: "name the files of this run alone"
	};
}
function nothingFound(patterns) {
	return {
		code: "RUN091",
		severity: "error",
		message: `no status file was found: nothing matches ${patterns.slice(0, 5).join(", ")}`,
		hint: "see how the jobs of the shards ended, and where their status files were put"
	};
}

// src/commands/report/merge-shards.ts
/** What the shards tell of the whole fleet. Whatever nobody tells of was not reached: no total can be too good. */
function mergeShards(files, merging) {
	const { parts, selected, pending, nameOf } = merging;
	const shards = parts.map((_, index) => ({
		part: index + 1,
		of: parts.length
	}));
	const shardOf = new Map(shards.flatMap((shard) => [...parts[shard.part - 1] ?? []].map((name) => [name, shard])));
	const told = /* @__PURE__ */ new Set();
	const outcomes = [];
	for (const [destination, keys] of selected) {
		const shard = shardOf.get(destination);
		const file = shard && files.get(shard.part);
		const known = file?.destinations.get(destination);
		if (file && !known && pending) continue;
		told.add(destination);
		const fact = file ? {
			kind: "left_out_by_shard",
			shard: shardText(file.shard)
		} : {
			kind: "shard_missing",
			shard: shard ? shardText(shard) : null
		};
		for (const storyKey of keys) {
			const outcome = known?.outcomes.get(storyKey);
			if (outcome) outcomes.push(outcome);
			else if (!file || !pending) outcomes.push(notReached({
				destination,
				storyKey,
				storyName: nameOf(destination, storyKey)
			}, fact));
		}
	}
	return {
		outcomes,
		told,
		missing: shards.filter(({ part }) => !files.has(part))
	};
}
function notReached(pair, fact) {
	return {
		...pair,
		status: "requires_sync",
		reason: "not_reached",
		fact,
		detached: false,
		did: "nothing",
		destinationStoryId: null,
		syncedAt: null,
		commit: null,
		warnings: []
	};
}

// src/commands/report/rings.ts
/**
* Where the rings stand, by what all shards have recorded: each of them saw its own part at its end, and the others' at its
* beginning. Undefined where that cannot be read.
*/
async function ringsByNow(world, workspace, { rollout, outcomes, stateBranch }) {
	const place = stateBranch === void 0 ? {} : { stateBranch };
	const opened = await StateSession.open(world, workspace, {
		state: true,
		remote: "use",
		...place
	});
	if (!opened.ok) return {
		outcomes,
		progress: void 0,
		problems: opened.error
	};
	const session = opened.value;
	const asked = await askRollout(rollout, {
		desired: workspace.desired,
		selected: /* @__PURE__ */ new Map()
	}, session);
	if (!workspace.desired.destinations.some(({ name }) => session.knows(name))) return {
		outcomes,
		progress: void 0,
		problems: session.problems
	};
	const now = withRollout(outcomes.map(asUndecided), asked, world.clock.now());
	return {
		outcomes: outcomes.map((outcome, at) => {
			const later = waitsForRing(outcome) ? now.outcomes[at] : void 0;
			return later && waitingOf(later) ? later : outcome;
		}),
		progress: now.rollout,
		problems: session.problems
	};
}
function waitsForRing(outcome) {
	return waitingOf(outcome)?.for.startsWith("ring:") ?? false;
}
function asUndecided(outcome) {
	if (!waitsForRing(outcome)) return outcome;
	const { waits: _, ...rest } = outcome;
	return {
		...rest,
		reason: null,
		fact: null
	};
}
/** Rings that the failures of several shards halted together: each of them has looked, and has not seen it. */
function haltedByAll(files, progress, nameOf) {
	if (files.length === 0 || files.some(({ wire }) => wire.rollout === void 0)) return [];
	const seen = files.flatMap(({ wire }) => (wire.rollout ?? []).map(progressFromJson)).filter(isHalted);
	const known = new Set(seen.map(({ ring, story }) => `${ring} ${story}`));
	return progress.filter((each) => isHalted(each) && !known.has(`${each.ring} ${each.story}`)).map(({ ring, story: key }) => ({
		kind: "halted",
		ring,
		story: {
			key,
			name: nameOf(key)
		}
	}));
}

// src/commands/report/report.ts
/** What became of every pair, by the status files of all shards of one run. Asks no tenant. */
async function reportCommand(world, { workspace: given, problems: findings }, settings) {
	const workspace = await withPins(given, settings.trust);
	const { manifest, desired, absent, commit, layout } = workspace;
	const rollout = rolloutInForce(settings.trust, manifest);
	const origin = manifest.origin?.tenantUrl;
	const selection = select(desired.destinations, settings.selectors, {
		absent,
		rollout,
		origin
	});
	if (!selection.ok) return cannotRun(selection.error);
	const seal = await sealFrom(world.environment, workspace.repository);
	if (!seal.ok) return cannotRun([seal.error]);
	const job = jobRunOf(world.environment);
	const expected = {
		commit,
		manifest: manifestInGit(layout),
		job,
		seal: seal.value
	};
	const found = await findStatusFiles(world.directory, settings.statusFiles, expected);
	if (!found.ok) return cannotRun([found.error]);
	const size = sizeOf(found.value.files);
	if (!size.ok) return cannotRun([size.error]);
	const fleet = partedFleet(workspace, selection.value, {
		origin,
		of: size.value,
		rollout
	});
	const { files, problems: misfits } = filesOfShards(found.value.files, fleet);
	const merged = mergeShards(files, {
		...fleet,
		pending: settings.selectors.pending ?? false,
		nameOf: (name, key) => storyNameOf(desired, fleet.destinations.get(name), key)
	});
	const { missing } = merged;
	const told = [...files.values()];
	const rings = rollout && await ringsByNow(world, workspace, {
		rollout,
		outcomes: merged.outcomes,
		...settings
	});
	const outcomes = rings?.outcomes ?? merged.outcomes;
	const report = {
		...reportFrame(manifest, merged.told),
		outcomes,
		pruned: told.flatMap(({ wire }) => wire.pruned.map(prunedFromJson)),
		vendorIds: new Map(told.flatMap(vendorIdsOf)),
		interrupted: told.some(({ wire }) => wire.interrupted),
		commit,
		chosenCommit: workspace.at !== void 0,
		merged: { missing: missing.map(shardText) },
		...rings?.progress ? { rollout: {
			...rings.progress,
			...overrideOf(told)
		} } : {},
		...rings ? { stateProblems: rings.problems } : {}
	};
	const problems = [
		...found.value.problems,
		...misfits,
		...missing.map(missingShard)
	];
	const others = unnarrowedExitCode(findings, settings.selectors) || findingsExitCode(problems);
	const exitCode = outcomesExitCode(outcomes, report.pruned) || others;
	return ok({
		report,
		problems,
		changes: changesOf(told, workspace, rings?.progress),
		nothingNew: exitCode === 0 && outcomes.every((outcome) => waitingOf(outcome) !== void 0),
		found: others,
		exitCode
	});
}
function partedFleet({ desired }, { selected }, { origin, of, rollout }) {
	return {
		destinations: new Map(desired.destinations.map((each) => [each.name, each])),
		selected,
		parts: of === 0 ? [] : shardsOf(desired.destinations, {
			origin,
			of
		}),
		rollout
	};
}
function storyNameOf(desired, destination, key) {
	return (destination && wantedStory(desired, destination, key)?.story.name) ?? key;
}
function vendorIdsOf({ destinations }) {
	return [...destinations.values()].flatMap(({ name, id }) => id === null ? [] : [[name, id]]);
}
/** The last one; each shard goes by its own plan. */
function overrideOf(files) {
	const last = files.flatMap(({ wire }) => wire.rollout_override ? [wire.rollout_override] : []).toSorted(byTextOf(({ at, digest }) => `${at} ${digest}`)).at(-1);
	return last === void 0 ? {} : { override: last };
}
function changesOf(files, { desired }, rings) {
	const told = files.flatMap(({ wire }) => (wire.changes ?? []).flatMap((each) => changeFromJson(each) ?? []));
	const nameOf = (key) => desired.stories.get(key)?.story.name ?? key;
	return [...told, ...haltedByAll(files, rings?.progress ?? [], nameOf)];
}
function missingShard(shard) {
	return {
		code: "RUN091",
		severity: "error",
		message: `shard ${shardText(shard)} left no status file that counts, so its pairs are not reached`,
		hint: "see how its job ended, then run the sync again: it goes on from what is recorded"
	};
}

// src/cli/report.ts
/** `storysync report`: what became of every pair, by the status files of all shards. */
async function report(host, options) {
	const session = new Session(host, options);
	const opened = await session.open({
		...options.at === void 0 ? {} : { at: options.at },
		setApart: true
	});
	if ("exitCode" in opened) return opened.exitCode;
	session.sayCommit(opened.workspace);
	const { statusFiles } = options;
	const settings = {
		selectors: selectorsOf(options),
		statusFiles,
		trust: NOT_ASKED
	};
	const ended = await reportCommand(session.world, opened, settings);
	if (!ended.ok) return session.end(ended.error, opened.opened);
	const { problems, report: merged, exitCode } = ended.value;
	session.warn(session.showsReport ? problems : [...problems, ...merged.stateProblems ?? []]);
	session.result(syncViews(merged, session.outText));
	return exitCode;
}

export { report };