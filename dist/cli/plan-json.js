import { i as unreachable, n as fail, r as ok } from "./dist.js";
import { h as isCalled, m as calledSlugs, r as readPins, u as wantedStory } from "./workspace.js";
import { X as contentHash, Z as contentHashWithList } from "./stories-at.js";
import { w as keyIdentity, x as isObject } from "./read.js";
import { _ as joined, b as words, f as tally, p as whyWords, u as count, v as name, y as say } from "./unsigned-state.js";
import { n as explainIfAny, t as explain } from "./explain.js";
import { s as waitPhrase } from "./waits-of.js";
import { A as oneOf, B as textOrNull, C as exactly, D as listOf, E as key, F as positiveOrNull, I as reason, L as schemaDocument, M as orNull, N as pin, O as matching, P as positive, R as syncStatus, S as digest, T as formatName, U as documentReader, V as REASONS, b as amount, j as oneOfOrNull, k as note, w as flag, x as commitOrNull, y as HOLD, z as text } from "./state-session.js";

// src/model/fact/reason.ts
/** The word of the closed list that a cause comes to. */
function reasonOf$1(cause) {
	switch (cause.kind) {
		case "key_missing":
		case "key_not_given":
		case "key_malformed":
		case "vault_key_missing":
		case "vault_login_refused":
		case "vault_login_impossible": return "missing_key";
		case "vault_unread": return "unreachable";
		case "destination_unreadable": return UNREAD[cause.failure.kind];
		case "write_refused":
		case "write_lost":
		case "read_failed": return STEP_FAILED[cause.failure.kind];
		case "created_unconfirmed": return reasonOf$1(cause.by);
		case "settings_not_restored": return reasonOf$1(cause.by) === "not_reached" ? "unreachable" : reasonOf$1(cause.by);
		case "story_file_unusable":
		case "waits_for_story_files":
		case "owner_unknown":
		case "listing_behind": return "unreadable";
		case "name_repeated":
		case "stamp_repeated":
		case "name_taken":
		case "record_type_repeated":
		case "record_field_doubled":
		case "created_twice":
		case "vendor_destination_repeated":
		case "answer_lost": return "ambiguous_name";
		case "not_managed":
		case "moved_away":
		case "kept_by_push":
		case "copies_not_found":
		case "given_to_vendor": return "not_ours";
		case "detached": return "detached";
		case "manual_only_and_blocked": return "manual_sync_only";
		case "held": return "held";
		case "pinned":
		case "pin_unusable": return "pinned";
		case "edited_there": return "drift";
		case "change_control":
		case "origin_uncontrolled": return "change_control";
		case "addresses_ambiguous": return "ingress_ambiguous";
		case "prerequisites_missing":
		case "origin_story_gone": return "missing_prerequisite";
		case "enum_without_values":
		case "delete_not_allowed":
		case "vendor_sync_failed": return "rejected";
		case "failed_verification_before":
		case "differs_after_push":
		case "other_story_answered":
		case "record_types_unplanned":
		case "record_fields_not_kept":
		case "delete_without_effect": return "verify_failed";
		case "stale": return "plan_stale";
		case "sub_story_failed":
		case "interrupted":
		case "run_ended":
		case "leased_elsewhere":
		case "lease_lost":
		case "key_not_bound":
		case "unconfirmed":
		case "still_syncing": return "not_reached";
		case "owner_key_needed": return "unauthorized";
		case "awaits_replace":
		case "kept_by_vendor":
		case "origin_differs": return "awaiting_approval";
		case "halted": return "halted";
		case "rollout_waits": return ROLLOUT[cause.by.kind];
		case "takeover_stopped": return cause.why.is === "not_synced" ? "not_reached" : "not_ours";
		case "superseded": return "superseded";
		case "internal": return "internal";
		default: return unreachable(cause);
	}
}
const UNREAD = {
	unauthorized: "unauthorized",
	unreachable: "unreachable",
	timeout: "unreachable",
	unavailable: "unreachable",
	aborted: "unreachable",
	rate_limited: "not_reached",
	not_found: "unreadable",
	rejected: "unreadable",
	malformed: "unreadable",
	incomplete: "unreadable",
	too_slow: "unreadable",
	not_asked: "unreadable",
	redirected: "unreadable"
};
const ROLLOUT = {
	ring: "awaiting_ring",
	soak: "awaiting_ring",
	batch: "awaiting_ring",
	place: "awaiting_ring",
	share: "awaiting_ring",
	callee: "awaiting_ring",
	approved_plan: "awaiting_ring",
	window: "outside_window",
	failures: "halted"
};
/** In a push a refusal is one of what was sent, and a stop leaves the rest for the next run. */
const STEP_FAILED = {
	...UNREAD,
	not_found: "rejected",
	rejected: "rejected",
	aborted: "not_reached"
};
/** Nothing failed: it waits for another run, or for a person. */
const WAITS = /* @__PURE__ */ new Set([
	"detached",
	"manual_sync_only",
	"held",
	"awaiting_approval",
	"awaiting_ring",
	"outside_window",
	"plan_stale",
	"superseded",
	"halted",
	"not_reached"
]);
/** What a push that ended with this cause leaves behind. */
function statusOf(cause) {
	return WAITS.has(reasonOf$1(cause)) ? "requires_sync" : "failed";
}
/** A refused key says nothing of the tenant: its other teams may have keys of their own. */
function isKeyRefused(cause) {
	return reasonOf$1(cause) === "unauthorized";
}

// src/report/plan/causes.ts
const EARLIER = "(from another commit)";
const ELSEWHERE = "(not part of this change)";
/**
* A plan is read for what is not expected: lines of the change set under review need no mark, nor do edits made there, which
* say so themselves, nor a story whose every line has one cause that its other notes tell already.
*/
function shownCauses(changes) {
	const causes = new Set(changes.map(({ cause }) => cause));
	const silent = changes.map(() => "");
	if (causes.size < 2) return {
		lead: causes.has("earlier") ? "none of it is part of this change: it comes from other commits" : void 0,
		marks: silent
	};
	const unknown = causes.has("change_set") ? ELSEWHERE : "";
	const words = {
		change_set: "",
		earlier: EARLIER,
		destination: "",
		unknown
	};
	return {
		lead: void 0,
		marks: changes.map(({ cause }) => words[cause])
	};
}

// src/report/plan/story-notes.ts
/** How many lines of one sort are shown when not everything is asked for. */
const SHOWN = 12;
/** What stands in the story's own line: key, name, reason, and what a push would do where it has to wait. */
function storyTitle(story) {
	const would = wouldBe(story);
	const title = say`${reasonOf(story)}${would === void 0 ? "" : `; ${would}`}`;
	return story.name === story.key ? say`: ${title}` : say` ${words(`"${story.name}"`)}: ${title}`;
}
function reasonOf(story) {
	if (story.waits !== void 0) return waitPhrase(story.waits);
	if (isTitledByMissing(story)) return say`missing there: ${missingList(story)}`;
	return [whyWords(story)];
}
/** What the next push would do once somebody lets it go. */
function wouldBe({ would, changes }) {
	if (would === "create") return "would be created";
	if (would !== "update") return void 0;
	return changes.length === 0 ? "would be updated" : `would be updated (${count(changes.length, "change")})`;
}
/**
* Everything there is to say about a story, weightiest first: what stops it, what cannot be undone
* (record types, addresses), what is lost (drift), then the changes themselves.
*/
function storyNotes(story, options) {
	const [before, changes, after] = storyNoteParts(story, options);
	return [
		...before,
		...changes,
		...after
	];
}
/** The same in three parts, so that a view can fold away the changes in the middle. */
function storyNoteParts(story, options) {
	const records = story.recordTypes.filter(({ action, name: own, target }) => {
		return options.verbose || action !== "reuse" || own !== target && story.action !== "unchanged";
	});
	const causes = shownCauses(story.changes);
	const shortened = (phrases, tone) => shorten(phrases, options).map((phrase) => ({
		tone,
		phrase
	}));
	const titled = isTitledByMissing(story);
	const { message, hint } = explainIfAny(story.fact);
	return [
		[
			...message === null || titled ? [] : [{
				tone: story.action === "blocked" ? "cause" : "plain",
				phrase: [words(message)]
			}],
			...hint === null || titled ? [] : [{
				tone: "next",
				phrase: hintPhrase(hint)
			}],
			...records.map((step) => ({
				tone: step.action === "reuse" ? "plain" : "weighty",
				phrase: recordType(step)
			})),
			...story.missing.length === 0 || titled ? [] : [{
				tone: "weighty",
				phrase: say`missing there: ${missingList(story)}`
			}],
			...story.urls.map((each) => ({
				tone: "weighty",
				phrase: address(each)
			})),
			...edits(story, options),
			...causes.lead === void 0 ? [] : [{
				tone: "plain",
				phrase: [causes.lead]
			}]
		],
		shortened(story.changes.map(({ text }, index) => {
			const mark = causes.marks[index];
			return mark ? say`${words(text)} ${mark}` : [words(text)];
		}), "plain"),
		[...vendorNotes(story), ...story.warnings.map((warning) => {
			return {
				tone: "warning",
				phrase: say`warning: ${words(explain(warning).message)}`
			};
		})]
	];
}
/** The vendor's own word, where all is not well. */
function vendorNotes({ vendorStatus }) {
	if (vendorStatus === void 0 || vendorStatus === "synced") return [];
	return [{
		tone: "plain",
		phrase: say`status at the vendor: ${vendorStatus}`
	}];
}
function shorten(phrases, { verbose, more }) {
	if (verbose || phrases.length <= 13) return phrases;
	return [...phrases.slice(0, SHOWN), [`… ${phrases.length - SHOWN} more (${more})`]];
}
/** What happens to a record type, as a sentence. */
function recordType({ name: own, action, target, fields, because }) {
	const list = joined(fields.map((field) => [name(field)]), ", ");
	const reason = because === "" ? [] : say`: ${words(because)}`;
	switch (action) {
		case "reuse": return say`record type ${name(own)} uses ${name(target)} as it is${reason}`;
		case "create": return say`record type ${name(target)} is created${fields.length === 0 ? [] : say` (${list})`}${reason}`;
		case "add_fields": return say`record type ${name(target)} gets ${list}${reason}`;
		case "create_sequential": return say`record type ${name(target)} is created beside the one in use${reason}`;
	}
}
/** `hint: create it there`, the same word in every text. */
function hintPhrase(hint) {
	return say`hint: ${words(hint)}`;
}
/** `credential virustotal`. */
function missing({ kind, slug }) {
	return say`${kind === "story" ? "sub-story" : kind} ${name(slug)}`;
}
function missingList(story) {
	return joined(story.missing.map(missing), ", ");
}
/** What is missing stands in the title then, and what to do about it once below all stories. */
function isTitledByMissing({ reason, missing: all }) {
	return reason === "missing_prerequisite" && all.length > 0;
}
function address({ action, kind, op }) {
	const what = kind === "mcp_server" ? "MCP server" : kind;
	return op === "add" ? say`new ${what} URL: ${name(action)}` : say`${what} URL removed: ${name(action)}`;
}
/** What somebody did there. It is a conflict when a push would undo it, whatever `on_drift` makes of that. */
function edits({ action, reason, conflict, drift }, options) {
	if (drift.length === 0 || action === "blocked" && reason === "drift") return [];
	const places = shorten(drift.map((path) => [name(path)]), options);
	const list = joined(places, ", ");
	if (!conflict) return [{
		tone: "plain",
		phrase: say`edited there: ${list}`
	}];
	return [{
		tone: "weighty",
		phrase: say`conflict: edited there: ${list}`
	}, ...action === "update" ? [{
		tone: "weighty",
		phrase: [OVERWRITTEN]
	}] : []];
}
/** What a push does to an edit that was made there. */
const OVERWRITTEN = "the push overwrites this edit, and saves what is there as a version first";

// src/trust/rollout-in-force.ts
/**
* The rollout that a run goes by: what stands on the default branch, so that no pull request opens a ring for itself. Where
* nobody is trusted nothing is pushed, and the plan shows the work tree's.
*/
function rolloutInForce(trust, { rollout }) {
	return trust.kind === "default_branch" ? trust.manifest.rollout : rollout;
}

// src/plan/planned-story.ts
/** Fills in what there is nothing to say about. */
function plannedStory(desired, details) {
	return {
		key: desired.key,
		name: desired.story.name,
		would: null,
		fact: null,
		detached: false,
		destinationStoryId: null,
		changes: [],
		drift: [],
		conflict: false,
		missing: [],
		recordTypes: [],
		urls: [],
		warnings: [],
		...details
	};
}
/** A story whose key was renamed in the manifest is the same story still. */
function renamedFrom(key) {
	return key === void 0 ? [] : [{
		kind: "key_renamed",
		from: key
	}];
}
/** Another story that was pushed under this key stays there, and gets a key of its own in state. */
function displacedBy(other) {
	return other ? [{
		kind: "key_reused",
		name: other.name,
		id: other.destinationStoryId
	}] : [];
}
/** Whether applying the plan writes this story. */
function isDue({ action }) {
	return action === "create" || action === "update";
}

// src/plan/order.ts
/** Those of the given stories that this one calls, itself left out. */
function calleesOf(desired, stories) {
	const called = calledSlugs(desired.references);
	if (called.size === 0) return [];
	return stories.filter((other) => other.key !== desired.key && isCalled(other.story, called));
}
/** The keys that a story calls, directly or not, itself left out. */
function reachedCallees(key, calleesByKey) {
	const reached = /* @__PURE__ */ new Set();
	const open = [...calleesByKey(key)];
	for (let next = open.pop(); next !== void 0; next = open.pop()) {
		if (reached.has(next) || next === key) continue;
		reached.add(next);
		open.push(...calleesByKey(next));
	}
	return reached;
}
/** A stable depth-first order: the input's order decides wherever the calls leave a choice. */
function workOrder(stories) {
	const done = /* @__PURE__ */ new Set();
	const open = /* @__PURE__ */ new Set();
	const again = /* @__PURE__ */ new Set();
	const ordered = [];
	const visit = (desired) => {
		if (done.has(desired.key)) return;
		open.add(desired.key);
		for (const callee of calleesOf(desired, stories)) if (open.has(callee.key)) again.add(desired.key);
		else visit(callee);
		open.delete(desired.key);
		done.add(desired.key);
		ordered.push(desired);
	};
	for (const desired of stories) visit(desired);
	return {
		stories: ordered,
		again
	};
}

// src/plan/digest.ts
/**
* Covers all that would be pushed (carried-over and random values excepted) and all that was observed. Not who made a
* difference: after a merge the same plan starts from another commit, and must still be the one that was approved.
*/
function digestDestination({ destination, stories }) {
	return contentHash({
		...decidedBy(destination),
		stories: stories.map(storyEvidence)
	});
}
/** What the manifest says of a destination and a sync goes by, also where it makes no difference to this plan. */
function decidedBy(destination) {
	const { name, tenantUrl, teamId, folderId, webhookUrls } = destination;
	const { changeControl, onDrift, prerequisites, manualSyncOnly, hold, pin, engine, keyVersion } = destination;
	const { subscriptions } = destination;
	return {
		name,
		tenantUrl,
		teamId,
		keyName: keyIdentity(destination),
		folderId: folderId ?? null,
		webhookUrls,
		changeControl,
		onDrift,
		prerequisites,
		manualSyncOnly,
		...engine === "push" ? {} : {
			engine,
			keyVersion: keyVersion ?? null
		},
		...hold === void 0 ? {} : { held: true },
		...pin === void 0 ? {} : { pin: {
			commit: pin.commit,
			stories: pin.stories?.toSorted() ?? null
		} },
		adopt: subscriptions.flatMap(({ storyKey, adopt }) => adopt ? [storyKey] : []).sort(),
		detached: subscriptions.flatMap(({ storyKey, detached }) => detached ? [storyKey] : []).sort()
	};
}
function storyEvidence({ planned, desired, evidence }) {
	return {
		key: planned.key,
		action: planned.action,
		reason: planned.reason,
		content: desired.contentHash,
		stamp: desired.stamp,
		live: {
			id: planned.destinationStoryId,
			warnings: planned.warnings
		},
		...evidence
	};
}

// src/plan/subscribed-stories.ts
/** What git wants at a destination, by key, its pin included; a story whose file cannot be used is not among them. */
function subscribedStories(desired, destination) {
	return destination.subscriptions.map(({ storyKey }) => storyKey).sort().flatMap((key) => wantedStory(desired, destination, key) ?? []);
}

// src/plan/ownership/match-state.ts
/**
* What state has of each subscribed story, by its key. A key is a name that people give, and may give to another
* story: what stands under it counts unless it is known to be of another one. A key that was renamed in the manifest
* leaves its entry behind under the old one: it is found by the lineage stamp that we sent, or by the very content that
* was pushed. Where two other keys could be it, neither is, and the story is looked for in full.
*/
function matchState(subscribed, state, catalogue) {
	const entries = new Map(Object.entries(state?.stories ?? {}));
	const owners = new Map([...catalogue].flatMap(({ stamp, contentHash }) => [[stamp, stamp], [contentHash, stamp]]));
	const isOfAnother = (desired, { stamp, lineage, pushed }) => [
		stamp,
		lineage ?? "",
		pushed
	].some((word) => (owners.get(word) ?? desired.stamp) !== desired.stamp);
	const matches = /* @__PURE__ */ new Map();
	const proven = state?.proven ?? false;
	for (const desired of subscribed) {
		const own = entries.get(desired.key);
		if (own && mayBeOf(desired, own) && !isOfAnother(desired, own)) {
			matches.set(desired.key, {
				state: own,
				proven
			});
			continue;
		}
		const [found, second] = [...entries].filter(([key, entry]) => key !== desired.key && isOf(desired, entry) && !isOfAnother(desired, entry));
		if (found && !second) matches.set(desired.key, {
			state: found[1],
			proven,
			knownAs: found[0]
		});
	}
	return matches;
}
/** What stands under the key of a story and is of another one, which no story that is asked for goes by. */
function findDisplaced(key, state, matches) {
	const stories = state?.stories ?? {};
	const entry = Object.hasOwn(stories, key) ? stories[key] : void 0;
	return [...matches.values()].some((each) => each.state === entry) ? void 0 : entry;
}
function isOf(desired, { stamp, lineage, pushed }) {
	return stamp === desired.stamp || lineage === desired.stamp || pushed === desired.contentHash;
}
/** A new origin, or a story made anew there, changes the stamp: then the name tells that it is the same story still. */
function mayBeOf(desired, entry) {
	return isOf(desired, entry) || entry.lineage === void 0 || entry.name === desired.story.name;
}

// src/commands/pins.ts
/**
* The workspace with the stories of its pins. A pin names an ancestor of the default branch's tip: what nobody has merged
* reaches no customer by being pinned. Where nobody tells a tip, it is of what is checked out.
*/
async function withPins(workspace, trust) {
	const { repository, today, head, desired } = workspace;
	const tip = trust.kind === "worktree" ? head : trust.branch?.tip ?? head;
	const pinned = await readPins({
		repository,
		today,
		tip,
		...desired
	});
	return pinned.size === 0 ? workspace : {
		...workspace,
		desired: {
			...desired,
			pinned
		}
	};
}

// src/model/ungated.ts
/** The story as it would be planned if the rollout kept nothing back: what no digest says depends on the time. */
function ungated(story) {
	const { waits, ...rest } = story;
	if (waits === void 0 || story.would === null) return story;
	return {
		...rest,
		action: story.would,
		reason: waits.because,
		would: null,
		fact: null
	};
}

// src/documents/note-json.ts
/** A detachment or a hold as documents hold it: every key there, null where nothing is said. */
function noteToJson({ reason, owner, until }) {
	return {
		reason,
		owner: owner ?? null,
		until: until ?? null
	};
}
function noteFromJson({ reason, owner, until }) {
	return {
		reason,
		...owner === null ? {} : { owner },
		...until === null ? {} : { until }
	};
}
/** A pin as documents hold it; `stories` is null where it is about all that the destination takes. */
function pinToJson({ commit, stories, ...why }) {
	return {
		commit,
		...noteToJson(why),
		stories: stories ?? null
	};
}
function pinFromJson({ commit, stories, ...why }) {
	return {
		commit,
		...noteFromJson(why),
		...stories === null ? {} : { stories }
	};
}

// src/documents/rollout-json.ts
const FOR = "ring:NAME and soak:NAME (the ring before), batch:NAME and place:NAME (its own ring), window:TEXT, story:KEY, failures:NAME, or approved_plan";
/** Where one story stands in one ring, in a plan and in a status. */
const rolloutRow = exactly("Where one story stands in one ring.", {
	ring: key("Name of the ring."),
	story: key("Key of the story."),
	there: amount("Pairs that were read back equal to the content git wants."),
	total: amount("Pairs that count: not detached, held, pinned or by hand only."),
	failed: amount("Pairs whose last try with this content failed."),
	max_failed: amount("Failed pairs that the ring may have, as a number of pairs."),
	state: oneOf("passed: later rings may go. open: goes now. soaking: the ring before has passed and must stand for a while. waiting: for the ring before, or for a window. halted: more pairs failed than may, here or in an earlier ring.", [
		"passed",
		"open",
		"soaking",
		"waiting",
		"halted"
	]),
	opens_at: textOrNull("When it opens if nothing else happens, ISO 8601; null when no clock decides that."),
	waits_for: textOrNull(`What it waits for: ${FOR}. Null where it does not wait.`)
});
/** What a waiting pair says of it in either document. */
const WAITING = {
	for: text(`What it waits for: ${FOR}.`),
	until: textOrNull("When it may go if nothing else happens, ISO 8601; null when no clock decides that.")
};
const RING_PROGRESS = "Where each story that moves stands in each ring; absent without a rollout in the manifest.";
function progressToJson(each) {
	const { ring, story, there, total, failed, allowed, state, opensAt, waitsFor } = each;
	return {
		ring,
		story,
		there,
		total,
		failed,
		max_failed: allowed,
		state,
		opens_at: opensAt,
		waits_for: waitsFor
	};
}
function progressFromJson({ max_failed, opens_at, waits_for, ...same }) {
	return {
		...same,
		allowed: max_failed,
		opensAt: opens_at,
		waitsFor: waits_for
	};
}

// src/documents/plan/native-json.ts
/** With its keys in a fixed order. */
function recordTypeToJson({ name, action, target, fields, because }) {
	return {
		name,
		action,
		target,
		fields,
		because
	};
}
/** What becomes of a destination at the vendor, as a plan file has it. */
function nativeToJson(native) {
	const { engine, action, id, consent, from, subscribe, unsubscribe, manualSyncOnly, keyVersion, steps } = native;
	const { forecast, warnings } = native;
	return {
		engine,
		action,
		id,
		consent,
		from: from && {
			destination_tenant_url: from.tenantUrl,
			destination_team_id: from.teamId
		},
		subscribe,
		unsubscribe,
		manual_sync_only: manualSyncOnly,
		key_version: keyVersion,
		steps,
		...forecast === void 0 ? {} : { record_types: forecast.map(recordTypeToJson) },
		warnings: warnings.map((warning) => explain(warning).message)
	};
}
function nativeFromJson(wire) {
	const { from, manual_sync_only, key_version, record_types, warnings, ...rest } = wire;
	return {
		...rest,
		from: from && {
			tenantUrl: from.destination_tenant_url,
			teamId: from.destination_team_id
		},
		manualSyncOnly: manual_sync_only,
		keyVersion: key_version,
		...record_types === void 0 ? {} : { forecast: record_types },
		warnings: warnings.map((message) => ({
			kind: "recorded",
			message,
			hint: null
		}))
	};
}
function orphanNativeToJson(orphan) {
	const { id, name, tenantUrl, teamId, stories, keptBecause } = orphan;
	return {
		id,
		name,
		destination_tenant_url: tenantUrl,
		destination_team_id: teamId,
		stories: stories.length,
		story_names: [...stories],
		kept_because: keptBecause
	};
}
function orphanNativeFromJson(wire) {
	const { id, name, destination_tenant_url: tenantUrl, destination_team_id: teamId } = wire;
	return {
		id,
		name,
		tenantUrl,
		teamId,
		stories: wire.story_names,
		keptBecause: wire.kept_because
	};
}

// src/model/fact/native-fact.ts
/** Why one of the vendor's sync destinations that the manifest does not have stays, whatever is asked for. */
const NATIVE_KEPT = [
	"not_ours",
	"not_proven",
	"recorded_elsewhere",
	"held"
];

// src/model/plan.ts
/**
* Who made a difference: git in the change set that this run is about, git before it (the destination lags behind), or
* somebody at the destination since our last push. `unknown`: neither recorded state nor a change set can tell.
*/
const CHANGE_CAUSES = [
	"change_set",
	"earlier",
	"destination",
	"unknown"
];
const NATIVE_ACTIONS = [
	"create",
	"update",
	"replace",
	"takeover",
	"unchanged"
];
const NATIVE_CONSENTS = ["--replace", "--takeover"];
const NATIVE_STEPS = [
	"delete",
	"create",
	"set_flag",
	"send_key",
	"set_stories",
	"trigger"
];

// src/documents/plan/plan-schema.ts
const change = exactly("One difference between what is live and what git asks for.", {
	path: text("Place inside the story, such as agents[Get report].options.url. Never a value of the tenant."),
	op: oneOf("What happens at that place.", [
		"add",
		"remove",
		"update",
		"move"
	]),
	text: text("The difference in one line for people; values in it come from git."),
	cause: oneOf("Who made the difference. change_set: git, in the commits this run is about; earlier: git before them, and it was not pushed here yet; destination: somebody edited it there since the last push; unknown: neither recorded state nor a change set can tell.", CHANGE_CAUSES)
});
const missingPrerequisite = exactly("Something the story names and the destination lacks.", {
	kind: oneOf("What sort of thing it is.", [
		"credential",
		"resource",
		"story"
	]),
	slug: text("Its name as the story writes it.")
});
const recordTypeStep = exactly("What happens to a record type of the destination.", {
	name: text("Name of the type in the source."),
	action: oneOf("What is done to it.", [
		"reuse",
		"create",
		"add_fields",
		"create_sequential"
	]),
	target: text("Name of the type at the destination that the story will use."),
	fields: listOf("Fields that are added, or enum values as field=value.", text("A field, or field=value.")),
	because: text("The reason in one sentence.")
});
const url = exactly("An address that appears or disappears at the destination.", {
	action: text("Name of the action it belongs to."),
	kind: oneOf("Webhook, page or MCP server.", [
		"webhook",
		"page",
		"mcp_server"
	]),
	op: oneOf("Whether it appears or disappears.", ["add", "remove"])
});
const story = exactly("What is planned for one story at one destination.", {
	key: key("Key of the story in the manifest."),
	name: text("Name of the story."),
	action: oneOf("What a sync would do.", [
		"create",
		"update",
		"unchanged",
		"skip",
		"blocked"
	]),
	reason,
	would: oneOfOrNull("What a push would do once a skipped story may go; null where nothing waits.", ["create", "update"]),
	message: textOrNull("Why it is blocked or skipped."),
	hint: textOrNull("What the reader can do about it."),
	detached: flag("The destination keeps its own version of the story."),
	destination_story_id: positiveOrNull("Id of the story at the destination; null when it is not there or not known."),
	changes: listOf("The differences. A skipped story has them too.", change),
	drift: listOf("Places that the destination edited since the last push.", text("A place inside the story.")),
	conflict: flag("A push would overwrite an edit that was made at the destination. Whether it does, on_drift decides."),
	missing: listOf("Prerequisites that are not there.", missingPrerequisite),
	record_types: listOf("Consequences for record types.", recordTypeStep),
	urls: listOf("Addresses that appear or disappear.", url),
	warnings: listOf("What should be known, though it stops nothing.", text("One warning."))
}, {
	waits: exactly("The rollout keeps it back, and the digest does not cover that; absent where nothing waits.", {
		...WAITING,
		because: oneOfOrNull("Why it would be pushed; null as for any story.", REASONS)
	}),
	vendor_status: syncStatus("The vendor's own word for it at this destination; absent where its syncing does not carry the story there.")
});
const leftBehind = exactly("A story that was pushed once and is no longer asked for. It stays without \"sync --prune\".", {
	key: key("Key it had in the manifest."),
	name: text("Its name at the destination."),
	destination_story_id: positive("Its id at the destination."),
	prunable: flag("Whether \"sync --prune\" may delete it, as far as this plan has looked."),
	kept_because: textOrNull("Why it stays in any case; null when it is prunable."),
	warnings: listOf("What should be known before it is deleted.", text("One warning."))
});
const leftBehindDestination = exactly("A destination that recorded state knows and the manifest no longer has. Nothing is deleted.", {
	name: key("Name it had in the manifest."),
	destination_tenant_url: text("Address of its tenant."),
	destination_team_id: positive("Its team."),
	stories: amount("How many stories were recorded there.")
});
const onboarding = exactly("What the destination must have before its first sync, as far as git can tell. Only where its tenant was not asked and nothing is recorded of it.", {
	key: text("Where its API key is: the variable that holds it, or `vault:PATH#FIELD`."),
	needs: listOf("What its stories name and do not bring along.", missingPrerequisite),
	tags: listOf("Tags of its stories.", text("A tag.")),
	record_types: listOf("Record types of its stories.", text("A name."))
});
const native = exactly("What becomes of a destination at the vendor: of one that its own Story syncing serves, or that it still keeps. A rollout's waiting is not in it: each story tells whether it waits.", {
	engine: oneOf("Whom the manifest gives the destination to; it tells which way a takeover goes.", ["push", "native"]),
	action: oneOf("replace: under another address or team than now, done with \"sync --replace\"; takeover: from one engine to the other, done with \"sync --takeover\".", NATIVE_ACTIONS),
	id: positiveOrNull("The vendor's id of the sync destination that stands now; null when there is none."),
	consent: oneOfOrNull("The flag of a sync that somebody has to give, with the name, before anything is written there; null where nothing waits for one.", NATIVE_CONSENTS),
	from: orNull(exactly("Where that one points to, when it is to be replaced; null otherwise.", {
		destination_tenant_url: text("Address of the tenant."),
		destination_team_id: positive("Its team.")
	})),
	subscribe: listOf("Stories that enter the vendor's list.", key("Key of the story in the manifest.")),
	unsubscribe: listOf("Stories that leave it.", text("Key of the story; #ID, its id at the origin, where the manifest has no such story.")),
	manual_sync_only: flag("The vendor's flag as it will be: also set where a rollout or a hold asks for it."),
	key_version: positiveOrNull("destination_tenant_api_key_version of the key that the vendor will have; null when it is not known."),
	steps: listOf("Writes at the origin, in order; empty where nothing is written, or where somebody has to agree first.", oneOf("One kind of write.", NATIVE_STEPS)),
	warnings: listOf("What should be known before it is written.", text("One warning."))
}, { record_types: listOf("A forecast of what the vendor makes of the team's record types; the vendor decides. Absent where nobody looked: no story that moves keeps records, or the key of the destination is not at hand.", recordTypeStep) });
const leftBehindNative = exactly("A sync destination of the vendor that no destination of the manifest is. The vendor goes on syncing there until \"sync --prune\" deletes it; its copies stay without \"--prune-stories\".", {
	id: positive("The vendor's id of it."),
	name: textOrNull("Name it had in the manifest; null when recorded state does not know it."),
	destination_tenant_url: text("Address of its tenant, as the vendor has it."),
	destination_team_id: positive("Its team."),
	stories: amount("How many stories it carries."),
	story_names: listOf("These stories, in the order of their ids at the origin.", text("The name of one there.")),
	kept_because: oneOfOrNull("Why \"sync --prune\" leaves it: not_ours, nothing recorded says that this repository had it; not_proven, only unproven state says so; recorded_elsewhere, what is recorded is of another tenant or team; held, the manifest holds the whole fleet. Null when it may be deleted.", NATIVE_KEPT)
});
const forecast = exactly("What applying the plan takes at most, as long as each tenant answers at the first asking, within a second, and nobody else writes there. Absent where nothing is to be applied. The digest does not cover it.", {
	calls: amount("Requests to tenants, after the plan was made."),
	minutes: amount("Minutes, by what the run is allowed: requests a minute and tenant, destinations side by side."),
	tenants: amount("How many tenants are asked."),
	busiest: exactly("The tenant with most of the requests.", {
		destination_tenant_url: text("Address of the tenant."),
		calls: amount("Its requests.")
	}),
	uncounted: amount("Destinations with something to push whose tenants were not asked: they are not in it.")
});
const destination = exactly("The plan of one destination.", {
	name: key("Name of the destination in the manifest."),
	digest: digest("Covers all that would be pushed to the destination, and what was observed there."),
	destination_tenant_url: text("Address of the tenant."),
	destination_team_id: positive("Team at the destination."),
	manual_sync_only: flag("Pushed only when asked for by hand."),
	stories: listOf("In the order of work: callees before callers.", story),
	left_behind: listOf("Stories that stay at the destination although the manifest no longer asks for them.", leftBehind)
}, {
	hold: note("Why nothing is pushed to the destination; absent when it is not held.", HOLD),
	pin: pin("The commit that its stories are taken from; absent when it is not pinned."),
	ring: key("The ring that it is in; absent without a rollout."),
	onboarding,
	native
});
/** `storysync.plan/1`, published as schemas/plan.schema.json. */
const planSchema = schemaDocument("storysync.plan/1", "storysync plan", exactly("What a sync would do, computed once; \"sync --plan\" applies exactly this.", {
	format: formatName("storysync.plan/1"),
	digest: digest("Covers the destinations' digests. A sync of this plan demands that it still holds."),
	commit: commitOrNull("The commit the plan was made from; null when the work tree had uncommitted files."),
	manifest: text("The manifest's path as it was given."),
	totals: exactly("Stories by action; they add up to all stories of all destinations.", {
		create: amount("Stories that would be created."),
		update: amount("Stories that would be updated."),
		unchanged: amount("Stories that stay as they are."),
		skip: amount("Stories left alone: detached, by hand only, held, or waiting for their ring or a window."),
		blocked: amount("Stories that cannot be pushed.")
	}),
	destinations: listOf("In the order of the manifest.", destination),
	left_behind_destinations: listOf("Destinations that the manifest no longer has. Empty when selectors narrowed the run.", leftBehindDestination)
}, {
	left_behind_native: listOf("The vendor's sync destinations that the manifest does not have. Absent where the vendor was not asked.", leftBehindNative),
	rollout: listOf(`${RING_PROGRESS} The digest does not cover it.`, rolloutRow),
	forecast,
	signature: matching("By whom the file was made: an HMAC-SHA256 under the state key. With a state key \"sync --plan\" demands it; absent without one.", "^hmac-sha256:[0-9a-f]{64}$")
}));

// src/documents/plan/plan-json.ts
/** The plan file, `storysync.plan/1`. Keys in a fixed order: the same plan gives the same bytes. */
function planToJson(plan) {
	const { create, update, unchanged, skip, blocked } = plan.totals;
	return {
		format: "storysync.plan/1",
		digest: plan.digest,
		commit: plan.commit,
		manifest: plan.manifest,
		totals: {
			create,
			update,
			unchanged,
			skip,
			blocked
		},
		destinations: plan.destinations.map(writeDestination),
		left_behind_destinations: plan.leftBehindDestinations.map(writeOrphanDestination),
		...writeOrphansNative(plan),
		...plan.rollout === void 0 ? {} : { rollout: plan.rollout.map(progressToJson) },
		...plan.forecast === void 0 ? {} : { forecast: writeForecast(plan.forecast) }
	};
}
/**
* Covers the manifest's name, the destinations' digests and every word of the plan, so that neither a plan file edited by
* hand nor one of another manifest is taken for the one that was made. Not what only the time changes: where a rollout
* stands, and whom it keeps waiting.
*/
function digestPlan(plan) {
	const { manifest, commit, destinations, leftBehindDestinations } = plan;
	const written = destinations.values().map((each) => writeDestination({
		...each,
		stories: each.stories.map(ungated)
	}));
	const left = { left_behind_destinations: leftBehindDestinations.map(writeOrphanDestination) };
	return contentHashWithList({
		manifest,
		commit,
		...left,
		...writeOrphansNative(plan)
	}, "destinations", written);
}
function withDigest(plan) {
	return {
		...plan,
		digest: digestPlan(plan)
	};
}
function writeForecast({ busiest, ...forecast }) {
	return {
		...forecast,
		busiest: {
			destination_tenant_url: busiest.tenantUrl,
			calls: busiest.calls
		}
	};
}
function readForecast({ busiest, ...forecast }) {
	return {
		...forecast,
		busiest: {
			tenantUrl: busiest.destination_tenant_url,
			calls: busiest.calls
		}
	};
}
function writeOrphanDestination({ name, tenantUrl, teamId, stories }) {
	return {
		name,
		destination_tenant_url: tenantUrl,
		destination_team_id: teamId,
		stories
	};
}
function writeOrphansNative({ leftBehindNative }) {
	return leftBehindNative === void 0 ? {} : { left_behind_native: leftBehindNative.map(orphanNativeToJson) };
}
function writeDestination(destination) {
	return {
		name: destination.name,
		digest: destination.digest,
		destination_tenant_url: destination.tenantUrl,
		destination_team_id: destination.teamId,
		manual_sync_only: destination.manualSyncOnly,
		...destination.hold === void 0 ? {} : { hold: noteToJson(destination.hold) },
		...destination.pin === void 0 ? {} : { pin: pinToJson(destination.pin) },
		...destination.ring === void 0 ? {} : { ring: destination.ring },
		stories: destination.stories.map(writeStory),
		left_behind: destination.leftBehind.map(({ key, name, destinationStoryId, prunable, keptBecause, warnings }) => ({
			key,
			name,
			destination_story_id: destinationStoryId,
			prunable,
			kept_because: explainIfAny(keptBecause).message,
			warnings: warnings.map((warning) => explain(warning).message)
		})),
		...destination.onboarding === void 0 ? {} : { onboarding: writeOnboarding(destination.onboarding) },
		...destination.native === void 0 ? {} : { native: nativeToJson(destination.native) }
	};
}
function writeOnboarding({ keyName, needs, tags, recordTypes }) {
	return {
		key: keyName,
		needs: needs.map(({ kind, slug }) => ({
			kind,
			slug
		})),
		tags,
		record_types: recordTypes
	};
}
function writeStory(story) {
	return {
		key: story.key,
		name: story.name,
		action: story.action,
		reason: story.reason,
		would: story.would,
		...explainIfAny(story.fact),
		detached: story.detached,
		destination_story_id: story.destinationStoryId,
		changes: story.changes.map(({ path, op, text, cause }) => ({
			path,
			op,
			text,
			cause
		})),
		drift: story.drift,
		conflict: story.conflict,
		missing: story.missing.map(({ kind, slug }) => ({
			kind,
			slug
		})),
		record_types: story.recordTypes.map(recordTypeToJson),
		urls: story.urls.map(({ action, kind, op }) => ({
			action,
			kind,
			op
		})),
		warnings: story.warnings.map((warning) => explain(warning).message),
		...story.waits === void 0 ? {} : { waits: writeWaits(story.waits) },
		...story.vendorStatus === void 0 ? {} : { vendor_status: story.vendorStatus }
	};
}
function writeWaits({ for: what, until, because }) {
	return {
		for: what,
		until,
		because
	};
}
const readPlan = documentReader(planSchema, "the plan");
/**
* Reads a plan file strictly: an unknown key, a missing one, totals that do not add up or a pair that stands there twice
* is an error, said place first. Whether the digests fit their content is for the caller to check.
*/
function planFromJson(value) {
	if (!isObject(value)) return fail("the plan file holds no JSON object");
	if (typeof value.format !== "string" || !value.format.startsWith("storysync.plan/")) return fail("it is not a plan that storysync saved");
	if (value.format !== "storysync.plan/1") return fail("its format is not \"storysync.plan/1\"");
	const read = readPlan(value);
	if (!read.ok) return read;
	const wire = read.value;
	const plan = {
		digest: wire.digest,
		commit: wire.commit,
		manifest: wire.manifest,
		totals: wire.totals,
		destinations: wire.destinations.map(readDestination),
		leftBehindDestinations: wire.left_behind_destinations.map((each) => ({
			name: each.name,
			tenantUrl: each.destination_tenant_url,
			teamId: each.destination_team_id,
			stories: each.stories
		})),
		...wire.left_behind_native === void 0 ? {} : { leftBehindNative: wire.left_behind_native.map(orphanNativeFromJson) },
		...wire.rollout === void 0 ? {} : { rollout: wire.rollout.map(progressFromJson) },
		...wire.forecast === void 0 ? {} : { forecast: readForecast(wire.forecast) }
	};
	const wrong = contradiction(plan);
	return wrong === void 0 ? ok(plan) : fail(wrong);
}
function readDestination(wire) {
	return {
		name: wire.name,
		digest: wire.digest,
		tenantUrl: wire.destination_tenant_url,
		teamId: wire.destination_team_id,
		manualSyncOnly: wire.manual_sync_only,
		...wire.hold === void 0 ? {} : { hold: noteFromJson(wire.hold) },
		...wire.pin === void 0 ? {} : { pin: pinFromJson(wire.pin) },
		...wire.ring === void 0 ? {} : { ring: wire.ring },
		stories: wire.stories.map(readStory),
		leftBehind: wire.left_behind.map(({ destination_story_id, kept_because, warnings, ...rest }) => ({
			...rest,
			destinationStoryId: destination_story_id,
			keptBecause: kept_because === null ? null : recorded(kept_because),
			warnings: warnings.map((warning) => recorded(warning))
		})),
		...wire.onboarding === void 0 ? {} : { onboarding: readOnboarding(wire.onboarding) },
		...wire.native === void 0 ? {} : { native: nativeFromJson(wire.native) }
	};
}
function readOnboarding({ key, needs, tags, record_types }) {
	return {
		keyName: key,
		needs,
		tags,
		recordTypes: record_types
	};
}
function readStory(wire) {
	const { destination_story_id, record_types, message, hint, warnings, vendor_status, ...rest } = wire;
	return {
		...rest,
		...vendor_status === void 0 ? {} : { vendorStatus: vendor_status },
		destinationStoryId: destination_story_id,
		recordTypes: record_types,
		fact: message === null ? null : recorded(message, hint),
		warnings: warnings.map((warning) => recorded(warning))
	};
}
/** A plan file holds the words of the run that made it. */
function recorded(message, hint = null) {
	return {
		kind: "recorded",
		message,
		hint
	};
}
/** What a schema cannot say. */
function contradiction({ destinations, totals }) {
	const counted = tally(destinations);
	for (const action of [
		"create",
		"update",
		"unchanged",
		"skip",
		"blocked"
	]) if (totals[action] !== counted[action]) return `totals.${action} says ${totals[action]}, the stories add up to ${counted[action]}`;
	const names = firstRepeated(destinations.map(({ name }) => name));
	if (names !== void 0) return `destinations[${names}] appears twice`;
	for (const [index, { stories }] of destinations.entries()) {
		const keys = firstRepeated(stories.map(({ key }) => key));
		if (keys !== void 0) return `destinations[${index}].stories[${keys}] appears twice`;
		const odd = stories.findIndex(({ waits, action, would }) => waits && (action !== "skip" || would === null));
		if (odd !== -1) return `destinations[${index}].stories[${odd}] waits, and is not skipped with something it would do`;
	}
}
function firstRepeated(texts) {
	const seen = /* @__PURE__ */ new Set();
	const index = texts.findIndex((text) => seen.size === seen.add(text).size);
	return index === -1 ? void 0 : index;
}

export { storyTitle as A, renamedFrom as C, recordType as D, missing as E, isKeyRefused as M, reasonOf$1 as N, storyNoteParts as O, statusOf as P, plannedStory as S, hintPhrase as T, calleesOf as _, RING_PROGRESS as a, displacedBy as b, progressToJson as c, pinToJson as d, withPins as f, digestDestination as g, subscribedStories as h, withDigest as i, shownCauses as j, storyNotes as k, rolloutRow as l, matchState as m, planFromJson as n, WAITING as o, findDisplaced as p, planToJson as r, progressFromJson as s, digestPlan as t, noteToJson as u, reachedCallees as v, rolloutInForce as w, isDue as x, workOrder as y };