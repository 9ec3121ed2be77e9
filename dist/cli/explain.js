import { i as unreachable } from "./dist.js";
import { n as describeTenantFailure, r as hintForTenantFailure, t as explainDestination } from "./explain-destination.js";
import { c as describeNote, i as explainNativeWarning, l as explainStory, n as explainNative, r as explainNativePrune, s as describeMissing, u as moreHistory } from "./explain-native.js";
import { c as shortId } from "./stories-at.js";
import { u as count } from "./unsigned-state.js";

// src/report/explain/explain-orphan.ts
const SHOWN = 5;
/** Why a story left behind stays in any case, or what deleting it means. */
function explainOrphan(fact) {
	switch (fact.kind) {
		case "neighbour_unreadable": return `story "${fact.name}" there could not be read, so nothing is deleted at this destination`;
		case "orphan_tagged": return "it is tagged \"detached-from-sync\" there";
		case "orphan_under_change_control": return "under change control there: storysync never bypasses approval";
		case "orphan_locked": return "it is locked there";
		case "maybe_wanted": {
			const absent = fact.inCommit ? "" : ", which is not in the commit";
			return `it may be the story that this destination subscribes to as "${fact.key}"${absent}`;
		}
		case "orphan_not_proven": return NOT_PROVEN[fact.because];
		case "called_by": return `"${fact.name}" stays there and calls it`;
		case "orphan_manual_only": return "manual sync only: name the destination with --destination, or give --manual";
		case "orphan_held": return `held: ${describeNote(fact.hold)}`;
		case "orphan_edited": return `edited there since our last push${fact.places.length === 0 ? "" : ` (${some(fact.places, "")})`}; the copy keeps the edit`;
		case "callers_unread": return "stories there from outside this repository were not read; one of them may call it";
		default: return unreachable(fact);
	}
}
const NOT_PROVEN = {
	stamp_stored_otherwise: "the tenant stored a stamp that is not ours, so nothing proves that the story is ours",
	stamp_unknown: "git no longer has a story with its stamp, and recorded state is unsigned: nothing else says that it is ours",
	other_origin: "its stamp belongs to another origin than the stories in git, so only recorded state says that it is ours",
	stamp_gone: "it no longer carries our stamp: what is there now is not ours"
};
/** Why a story was not deleted that might have been. */
function explainNotDeleted(fact) {
	switch (fact.kind) {
		case "no_copy":
			if (fact.problem === null) return {
				message: "no copy of it was kept",
				hint: null
			};
			return {
				message: `no copy of it could be kept: ${fact.problem.message}`,
				hint: fact.problem.hint
			};
		case "copy_holds_secrets": return {
			message: `it contains what looks like a credential at ${some(fact.literals.map(({ path, kind }) => `${path} (${kind})`), " places")}, so it may not be copied into git`,
			hint: "make it a credential there, or delete the story by hand"
		};
		case "push_failed": return {
			message: `the push of "${fact.key}" to this destination did not go through`,
			hint: null
		};
		case "caller_remains": return {
			message: "a story that calls it is still there",
			hint: null
		};
		case "maybe_deleted": return {
			message: "an internal error interrupted the delete",
			hint: "check whether it is still there"
		};
		default: return unreachable(fact);
	}
}
function some(texts, noun) {
	const more = texts.length > SHOWN ? ` and ${texts.length - SHOWN} more${noun}` : "";
	return `${texts.slice(0, SHOWN).join(", ")}${more}`;
}

// src/report/explain/explain-ownership.ts
/** Why no live story can be told to be the one that git asks for. */
function explainOwnership(fact) {
	switch (fact.kind) {
		case "name_repeated": return {
			message: `the team has ${fact.amount} stories named "${fact.name}"`,
			hint: "rename or remove the others"
		};
		case "stamp_repeated": return {
			message: `${fact.ids.length} stories there carry our stamp (ids ${fact.ids.join(", ")}) and none is named "${fact.name}"`,
			hint: "give the one to keep in sync that name again"
		};
		case "name_taken": {
			const { ours, other } = fact;
			return {
				message: `our story (id ${ours.id}) is named "${ours.name}" there, and another story (id ${other.id}) has the name "${other.name}"`,
				hint: `rename or remove story ${other.id}, or rename ours back`
			};
		}
		case "not_managed": return {
			message: `a story with this name exists there (id ${fact.live.id}) and was not created by storysync`,
			hint: `rename it, or list "${fact.key}" under "adopt" of this destination to take it over`
		};
		case "moved_away": return {
			message: `our story "${fact.live.name}" (id ${fact.live.id}) was moved to team ${fact.teamId}`,
			hint: "move it back, or point the destination at that team"
		};
		case "owner_unknown": return {
			message: `story ${fact.live.id} ("${fact.live.name}") could not be exported, so its owner is unknown: ${describeTenantFailure(fact.failure)}`,
			hint: "check that the key may export this story, then run again"
		};
		default: return unreachable(fact);
	}
}

// src/report/explain/explain-pin.ts
/** What a pin makes of a pair. */
function explainPin(fact) {
	if (fact.kind === "pinned") return {
		message: `pinned to ${shortId(fact.pin.commit)}: ${describeNote(fact.pin)}`,
		hint: null
	};
	return explainTrouble(fact.because, fact.pin);
}
const FULL_HISTORY = "bring the history: git fetch --unshallow (in a workflow: fetch-depth: 0 for actions/checkout)";
function explainTrouble(because, { commit }) {
	const pin = `pin ${shortId(commit)}`;
	switch (because.kind) {
		case "no_repository": return {
			message: `${pin} needs git history, and the manifest is in no git repository`,
			hint: "run the command in a clone of the repository"
		};
		case "unknown_commit": return {
			message: `${pin} is no commit of this clone`,
			hint: "pin to a commit of the default branch; git log --oneline lists them"
		};
		case "ambiguous_commit": {
			const { commits } = because;
			const some = commits.slice(0, 3).map((each) => each.slice(0, 16));
			return {
				message: `${pin} can mean ${commits.length} commits of the default branch`,
				hint: `write more of it: ${some.join(", ")}${commits.length > some.length ? ", …" : ""}`
			};
		}
		case "not_merged": return {
			message: `${pin} is not part of the default branch`,
			hint: "pin to a commit that was merged; git log --oneline lists them"
		};
		case "history_missing": return historyMissing(pin, because.clone, commit);
		case "tip_missing": return {
			message: `${pin} cannot be looked up: this clone lacks ${shortId(because.tip)}, the tip of the default branch`,
			hint: `bring it: git fetch origin (in a workflow: fetch-depth: 0 for actions/checkout)`
		};
		case "git_unreadable":
		case "story_clashes": return {
			message: `${pin}: ${because.finding.message}`,
			hint: because.finding.hint ?? ANOTHER
		};
		case "story_absent": return {
			message: `${pin} has no such story: there is no ${because.at}`,
			hint: "pin to a commit that has it, or leave the story out of \"pin.stories\""
		};
		case "story_unusable": return {
			message: `${pin}: ${because.at}: ${because.finding.message}`,
			hint: ANOTHER
		};
		default: return unreachable(because);
	}
}
const ANOTHER = "pin to another commit, or take the pin out: storysync unpin --destination NAME";
function historyMissing(pin, clone, commit) {
	switch (clone) {
		case "shallow": return {
			message: `${pin} cannot be looked up: this clone is shallow`,
			hint: FULL_HISTORY
		};
		case "partial": return {
			message: `${pin} cannot be read: this clone is partial`,
			hint: "bring what was left out: git fetch --refetch --no-filter"
		};
		case "full": return {
			message: `a part of ${pin} is not in this clone`,
			hint: `bring it: git fetch origin ${commit}`
		};
	}
}

// src/report/explain/explain-push.ts
const PLACES_SHOWN = 5;
const GO_ON = "run the same command again to continue";
/** Why a push did not bring a story to what git asks for. */
function explainPush(fact) {
	switch (fact.kind) {
		case "write_refused": return explainCall(withoutWrite(fact.step), fact.failure);
		case "write_lost": return explainCall(ARRIVED[fact.step.write] ?? withoutWrite(fact.step), fact.failure);
		case "read_failed": return explainCall(READS[fact.step], fact.failure);
		case "stale": return {
			message: describeStale(fact.stale),
			hint: "make a new plan and review it"
		};
		case "listing_behind": return {
			message: "the listing of the team does not show it yet",
			hint: GO_ON
		};
		case "answer_lost": return {
			message: "the answer to its import was lost, so it may be another run’s",
			hint: null
		};
		case "other_story_answered": return explainOtherStory(fact);
		case "differs_after_push": return {
			message: `the tenant accepted the story, but the live content differs at: ${fact.places.slice(0, PLACES_SHOWN).join(", ")}${fact.places.length > PLACES_SHOWN ? ` and ${fact.places.length - PLACES_SHOWN} more places` : ""}`,
			hint: "compare the story at the destination; --force pushes it again"
		};
		case "record_types_unplanned": return {
			message: `after the push the team has unplanned record types: ${fact.names.join(", ")}`,
			hint: "nothing more is pushed to this tenant in this run; find out where they come from before the next one"
		};
		case "record_field_doubled": return {
			message: `record type "${fact.type}" has the field "${fact.field}" more than once: another run added it at the same moment`,
			hint: "delete the one without data at the destination, then run again"
		};
		case "record_fields_not_kept": return {
			message: `record type "${fact.name}" was not extended: the new fields are not there`,
			hint: "check the type at the destination"
		};
		case "delete_without_effect": return {
			message: "the tenant accepted the delete, but the story is still there",
			hint: "check the story in the tenant, then run again"
		};
		case "delete_not_allowed": return {
			message: "the key may not delete stories there",
			hint: "give the key a role that may delete stories (Team admin), or delete the story by hand"
		};
		case "sub_story_failed": return {
			message: `skipped: sub-story "${fact.name}" failed to sync`,
			hint: "fix the sub-story first"
		};
		case "interrupted": return {
			message: "interrupted",
			hint: GO_ON
		};
		case "run_ended": return {
			message: "the run ended before this story was pushed",
			hint: GO_ON
		};
		case "leased_elsewhere": return {
			message: `another run is writing to this destination: ${fact.owner}`,
			hint: "run the same command again when that run has ended; one that was killed is passed over two minutes later"
		};
		case "lease_lost": return {
			message: "stopped: another run may be writing to this destination, as this one could not renew its lease",
			hint: "run the same command again; what was begun there is found"
		};
		case "key_not_bound": return {
			message: `not asked: ${fact.why}`,
			hint: "merge the manifest change first"
		};
		case "superseded": return {
			message: "superseded: the branch has a newer commit, and a run never moves a destination back",
			hint: "run the newer commit instead"
		};
		case "internal": return {
			message: `internal error: ${fact.text ?? "see the report of that run"}`,
			hint: "please report this; run the same command again to continue"
		};
		default: return unreachable(fact);
	}
}
/** Settings that an import moved, and that no later run can put back. */
function hintToPutBack(settings) {
	return `the import changed settings of the destination: put them back there by hand (${settings.join(", ")}), then run again`;
}
/** A call that was stopped is no failure of the tenant. */
function explainCall(lead, failure) {
	if (failure.kind === "aborted") return {
		message: "interrupted",
		hint: GO_ON
	};
	const text = describeTenantFailure(failure);
	return {
		message: lead === "" ? text : `${lead}: ${text}`,
		hint: hintForTenantFailure(failure, { purpose: "push" })
	};
}
/** What is not there because the write did not happen; nothing where the request itself says so. */
function withoutWrite(step) {
	switch (step.write) {
		case "import":
		case "delete":
		case "start_sync":
		case "create_destination":
		case "update_destination":
		case "delete_destination": return "";
		case "update_story": return `${[...new Set(step.fields.map((field) => FIELDS[field] ?? field))].join(", ")} could not be set`;
		case "save_version": return "the live content could not be saved as a version, so nothing was overwritten";
		case "create_record_type": return `record type "${step.name}" was not created`;
		case "extend_record_type": return `record type "${step.name}" was not extended`;
		default: return unreachable(step);
	}
}
const FIELDS = {
	addTags: "tags",
	removeTags: "tags",
	folderId: "folder"
};
/** It was sent, and is not there. */
const ARRIVED = {
	import: "the import did not arrive",
	delete: "the delete did not arrive",
	start_sync: "the vendor was not told to sync",
	create_destination: "the sync destination was not created",
	update_destination: "the sync destination was not updated",
	delete_destination: "the sync destination was not deleted"
};
const READS = {
	before_write: "the story could not be read again",
	after_push: "pushed, but it could not be read back",
	lost_import: "it is not known whether the import arrived",
	lost_update: "it is not known whether the update arrived",
	new_story: "a new story could not be read",
	stories_of_team: "the stories of the team could not be read",
	stories_of_name: "stories of this name could not be looked up",
	record_types: "record types could not be read",
	deleted_story: "it is not known whether the story was deleted",
	origin_stories: "the stories of the origin team could not be read",
	origin_story: "the story could not be read at the origin",
	sync_destinations: "the sync destinations of the origin could not be read"
};
function describeStale(change) {
	switch (change.since) {
		case "edited": return "the story was edited at the destination since the plan";
		case "edited_while_importing": return "the story was edited at the destination while the answer to the import was lost";
		case "deleted": return "the story was deleted at the destination right after it was created";
		case "moved": return "the story was moved to another team since the plan";
		case "change_control": return "the story was put under change control since the plan";
		case "detached": return "the destination detached the story since the plan";
		case "locked": return "the story was locked since the plan";
		case "other_plan": return "source or destination changed since it was made";
		case "name_appeared": return `a story named "${change.name}" appeared in the team since the plan`;
		case "created_elsewhere": return `another run created "${change.name}" in the meantime, and it is not yet what git asks for`;
		case "second_of_name": return `a second story named "${change.name}" appeared in the team since the plan`;
		case "record_type_appeared": return `a record type "${change.name}" appeared since the plan`;
		case "record_type_gone": return `the record type "${change.name}" has disappeared since the plan`;
		default: return unreachable(change);
	}
}
function explainOtherStory({ got, expected }) {
	if (got.teamId === void 0) return {
		message: `the tenant answered with story ${got.id}, which already existed; expected a new one`,
		hint: "stop syncing to this tenant and check that story there"
	};
	return {
		message: `the tenant answered with story ${got.id} of team ${got.teamId}, expected ${expected.id ?? "a new one"} of team ${expected.teamId}`,
		hint: "stop syncing to this tenant and check both stories there"
	};
}

// src/report/age.ts
const MINUTE = 6e4;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** `2026-11-19 09:00 UTC`. What is no time, in a file that somebody edited, is not repeated. */
function moment(iso) {
	const time = Date.parse(iso);
	return Number.isNaN(time) ? "at an unknown time" : `${new Date(time).toISOString().slice(0, 16).replace("T", " ")} UTC`;
}
/** `3 days`, in the largest unit that is full at least once. A clock that runs ahead counts as no time at all. */
function span(from, to) {
	const passed = Date.parse(to) - Date.parse(from);
	if (passed >= DAY) return count(Math.floor(passed / DAY), "day");
	if (passed >= HOUR) return count(Math.floor(passed / HOUR), "hour");
	if (passed >= MINUTE) return count(Math.floor(passed / MINUTE), "minute");
	return "less than a minute";
}
/** `2026-11-30 07:00 UTC (in 3 hours)`; what is over has no distance. */
function momentAhead(time, now) {
	return Date.parse(time) > Date.parse(now) ? `${moment(time)} (in ${span(now, time)})` : moment(time);
}
/** Whole days from the end of an ISO day to a time; 0 while it is not over. */
function daysSince(day, now) {
	const passed = Date.parse(now.slice(0, 10)) - Date.parse(day);
	return passed > 0 ? Math.floor(passed / DAY) : 0;
}
/** `2026-11-19 09:00 UTC (3 days ago)`, for people. */
function withAge(time, now) {
	return `${moment(time)} (${span(time, now)} ago)`;
}
/** How old a plan is that asked no tenant. */
function recordedAge(recordedAt, now) {
	return recordedAt === void 0 ? "there is no recorded state" : `recorded state last written ${withAge(recordedAt, now)}`;
}

// src/report/explain/explain-rollout.ts
/** Why a pair waits for its ring: the rule, its numbers, and how to go on. */
function explainRollout({ by, ring, until }) {
	const opens = until === null ? "" : `; it opens ${moment(until)}`;
	switch (by.kind) {
		case "ring": return {
			message: `ring ${ring} waits for ring ${by.before}: ${describeCounts(by)}`,
			hint: `the next run after ring ${by.before} has passed lets it go; ${overrideWith("DIGEST")}`
		};
		case "soak": return {
			message: `ring ${ring} waits until ring ${by.before} has stood for ${duration(by.soak)}${opens}`,
			hint: `the next run after that lets it go; ${overrideWith("DIGEST")}`
		};
		case "window": return {
			message: `ring ${ring} ${describeWindow(by)}${until === null ? ", and no opening is in sight" : opens}`,
			hint: `${until === null ? "change \"windows\" under \"rollout\" in the manifest" : "the next run inside an open window lets it go"}; ${overrideWith("DIGEST")}`
		};
		case "batch": return {
			message: `ring ${ring} begins ${count(by.destinations, "new destination")} per run, in order of name`,
			hint: `the next runs go on from there; ${overrideWith("DIGEST")}`
		};
		case "place": return {
			message: `ring ${ring} has no more stories on their way at once than may still fail, and one more; its turn did not come`,
			hint: `the next run goes on from there; ${overrideWith("DIGEST")}`
		};
		case "share": return {
			message: `ring ${ring} begins no more at once than may still fail, and one more, over all parts of the fleet; other parts have that now`,
			hint: `the next run shares out anew; ${overrideWith("DIGEST")}`
		};
		case "callee": return {
			message: `it calls "${by.name}", which goes first${until === null ? "" : `, not before ${moment(until)}`}`,
			hint: `see what that one waits for: storysync status --story ${by.key}`
		};
		case "failures": return {
			message: `ring ${ring} is halted${by.failedRing === ring ? "" : ` by ring ${by.failedRing}`}: ${describeFailures(by)}`,
			hint: `see which failed: storysync status --ring ${by.failedRing}; each run tries them again, and new content starts afresh; ${overrideWith("DIGEST")}`
		};
		case "approved_plan": return {
			message: "the approved plan lets it wait",
			hint: "make a new plan, and apply that one: storysync plan --out plan.json"
		};
		default: return unreachable(by);
	}
}
/** `12 of 40 there, 26 to go, 2 failed (4 may)`. */
function describeCounts({ there, total, failed, allowed }) {
	const open = total - there - failed;
	return [
		`${there} of ${total} there`,
		...open > 0 ? [`${open} to go`] : [],
		...failed > 0 ? [`${failed} failed (${allowed === 0 ? "none" : allowed} may)`] : []
	].join(", ");
}
/** `3 of 40 failed, 2 may`. */
function describeFailures({ total, failed, allowed }) {
	return `${failed} of ${total} failed, ${allowed === 0 ? "none" : allowed} may`;
}
/** How a person lets one run go on all the same. */
function overrideWith(digest) {
	return `to go now: storysync sync --override-rollout ${digest} --reason TEXT${digest === "DIGEST" ? " (DIGEST: that of the plan just seen)" : ""}`;
}
function describeWindow({ window }) {
	const { kind, text, timeZone, reason } = window;
	const why = reason === void 0 ? "" : `: ${reason}`;
	return kind === "deny" ? `is closed ${text} (${timeZone})${why}` : `goes only ${text} (${timeZone})${why}`;
}
const UNITS = [
	[864e5, "day"],
	[36e5, "hour"],
	[6e4, "minute"],
	[1e3, "second"]
];
/** In the largest unit that leaves no rest; a day is what people call 24 hours only from the second on. */
function duration(milliseconds) {
	const [size, name] = UNITS.find(([size, name]) => milliseconds % size === 0 && (name !== "day" || milliseconds > size)) ?? [1e3, "second"];
	return count(Math.round(milliseconds / size), name);
}

// src/report/explain/explain-status.ts
/** What recorded state alone tells, or the report of several runs. */
function explainStatus(fact) {
	switch (fact.kind) {
		case "never_synced": return {
			message: "never synced",
			hint: null
		};
		case "nothing_recorded": return {
			message: "unknown: there is no recorded state to go by",
			hint: "ask the tenant with \"storysync status --live\""
		};
		case "shard_missing": return {
			message: fact.shard === null ? "no shard left a status file that counts" : `shard ${fact.shard} left no status file that counts`,
			hint: "see how its job ended, then run the sync again: it goes on from what is recorded"
		};
		case "left_out_by_shard": return {
			message: `the status file of shard ${fact.shard} does not tell of it`,
			hint: "give the report the same selectors as the sync"
		};
		case "changed_since_failure": return {
			message: `git has changed since; the last attempt failed${fact.message === null ? "" : `: ${fact.message}`}`,
			hint: null
		};
		default: return unreachable(fact);
	}
}

// src/report/explain/explain-warning.ts
const SAVED = "its content is saved as a version first";
const MAY_BE_ONE = "differ in upper and lower case only; the tenant may treat them as one";
/** What went well enough but should be known. */
function explainWarning(fact) {
	switch (fact.kind) {
		case "key_renamed": return `renamed in the manifest from "${fact.from}"; its recorded state is kept`;
		case "key_reused": return `this key used to name another story: "${fact.name}" (id ${fact.id}) stays there, left behind after this run`;
		case "takes_over": return "takes over a story that was not created from this repository (listed under \"adopt\")";
		case "taken_over": return fact.keepsOwnStamp ? "the tenant keeps a stamp of its own on the story: leave it under \"adopt\"" : "the story carries our stamp now: its \"adopt\" entry can be removed from the manifest";
		case "maybe_edited": return `the live content matches no version in git${moreHistory(fact.gap)}, and no proven state says whether it was edited there: ${SAVED}`;
		case "other_stamp": return `its stamp is not ours, and only recorded state says that the story is: ${SAVED}`;
		case "locked_there": return "the story is locked there: the tenant may refuse the push until it is unlocked";
		case "no_versions": return "the tenant keeps no versions: the overwritten content could not be saved";
		case "name_computed": return `${fact.path}: the name is computed at run time and cannot be checked`;
		case "shared_with_teams": return `${fact.thing.kind} "${fact.thing.slug}" is shared with chosen teams; the key cannot tell whether this team is one of them`;
		case "sub_story_elsewhere": return `sub-story "${fact.slug}" is in team ${fact.teamId}; the key cannot tell whether this team may call it`;
		case "prerequisites_absent": return describeMissing(fact.missing);
		case "record_mention": return `${fact.path}: INFO.record.${fact.slug} keeps pointing at "${fact.name}", not at "${fact.target}"`;
		case "record_types_alike": return `record types "${fact.names[0]}" and "${fact.names[1]}" ${MAY_BE_ONE}`;
		case "record_fields_alike": return `record type "${fact.type}": fields "${fact.fields[0]}" and "${fact.fields[1]}" ${MAY_BE_ONE}`;
		case "record_field_repeated": return `record type "${fact.type}" of the destination has more than one field "${fact.field}"`;
		case "record_type_switched": return `record type "${fact.to}" is used from now on; "${fact.from}" stays as it is, with all its fields and rows; no rows move to "${fact.to}"`;
		case "withdrawn": return `another run created this story at the same moment: story ${fact.by} stays; story ${fact.id}, which this run created, was deleted again (its copy: git show ${fact.keptAs})`;
		case "created_elsewhere": return `another run created this story in the meantime (story ${fact.id})`;
		case "not_compared": return fact.lastPush === null ? "not compared with the tenant; nothing is recorded of it" : `not compared with the tenant; last pushed on ${fact.lastPush}`;
		case "saving_may_sync":
		case "key_not_sent":
		case "copies_left_to_vendor":
		case "flag_unknown":
		case "disabled_by_vendor":
		case "no_forecast":
		case "vendor_failed": return explainNativeWarning(fact);
		default: return unreachable(fact);
	}
}

// src/report/explain/explain.ts
/**
* The one place that has words for facts, for every format. A message is a fragment in lower case that may follow a colon;
* a hint says what to do and repeats nothing of it.
*/
function explain(fact) {
	switch (fact.kind) {
		case "recorded": return {
			message: fact.message,
			hint: fact.hint
		};
		case "manual_only_and_blocked": {
			const { message, hint } = explain(fact.by);
			return {
				message: `would be blocked: ${message}`,
				hint
			};
		}
		case "held": {
			const by = fact.by && explain(fact.by);
			const more = by ? `; would be blocked: ${by.message}` : "";
			return {
				message: `${describeNote(fact.hold)}${more}`,
				hint: by?.hint ?? null
			};
		}
		case "halted": return {
			message: `nothing more was sent to this tenant: ${explain(fact.by).message}`,
			hint: "fix what stopped the tenant first, then run again"
		};
		case "pinned":
		case "pin_unusable": return explainPin(fact);
		case "rollout_waits": return explainRollout(fact);
		case "created_unconfirmed": {
			const { message, hint } = explain(fact.by);
			return {
				message: `story ${fact.id} was created, but perhaps more than once: ${message}`,
				hint
			};
		}
		case "created_twice": {
			const [first, ...others] = fact.ids;
			return {
				message: `${`stories ${[first, ...others].join(" and ")} were created there at the same moment, by another run or a repeated request`}${fact.by === null ? "" : `; story ${fact.own}, which this run created, was not deleted again: ${explain(fact.by).message}`}`,
				hint: `delete all but story ${first} there, then run again`
			};
		}
		case "settings_not_restored": return {
			message: explain(fact.by).message,
			hint: hintToPutBack(fact.settings)
		};
		case "deleted": {
			const warnings = fact.warnings.map((warning) => explain(warning).message);
			return only([`deleted; to restore it, save its copy as a story file: git show ${fact.keptAs ?? ""}`, ...warnings].join("; "));
		}
		case "not_deleted": {
			const { message, hint } = explain(fact.by);
			return {
				message: isFateKnown(fact.by) ? `not deleted: ${message}` : message,
				hint
			};
		}
		case "vendor_destination_deleted":
		case "vendor_destination_stays": return only(explainNativePrune(fact));
		case "key_missing":
		case "key_not_given":
		case "key_malformed":
		case "vault_key_missing":
		case "vault_login_refused":
		case "vault_login_impossible":
		case "vault_unread":
		case "destination_unreadable":
		case "given_to_vendor":
		case "interrupted":
		case "story_file_unusable":
		case "waits_for_story_files": return explainDestination(fact);
		case "name_repeated":
		case "stamp_repeated":
		case "name_taken":
		case "not_managed":
		case "moved_away":
		case "owner_unknown": return explainOwnership(fact);
		case "detached":
		case "edited_there":
		case "change_control":
		case "failed_verification_before":
		case "record_type_repeated":
		case "enum_without_values":
		case "addresses_ambiguous":
		case "prerequisites_missing": return explainStory(fact);
		case "write_refused":
		case "write_lost":
		case "read_failed":
		case "stale":
		case "listing_behind":
		case "answer_lost":
		case "other_story_answered":
		case "differs_after_push":
		case "record_types_unplanned":
		case "record_field_doubled":
		case "record_fields_not_kept":
		case "delete_without_effect":
		case "delete_not_allowed":
		case "sub_story_failed":
		case "run_ended":
		case "leased_elsewhere":
		case "lease_lost":
		case "key_not_bound":
		case "superseded":
		case "internal": return explainPush(fact);
		case "owner_key_needed":
		case "vendor_destination_repeated":
		case "awaits_replace":
		case "kept_by_vendor":
		case "kept_by_push":
		case "origin_differs":
		case "origin_story_gone":
		case "origin_uncontrolled":
		case "copies_not_found":
		case "takeover_stopped":
		case "vendor_sync_failed":
		case "unconfirmed":
		case "still_syncing": return explainNative(fact);
		case "never_synced":
		case "nothing_recorded":
		case "shard_missing":
		case "left_out_by_shard":
		case "changed_since_failure": return explainStatus(fact);
		case "neighbour_unreadable":
		case "orphan_tagged":
		case "orphan_under_change_control":
		case "orphan_locked":
		case "maybe_wanted":
		case "orphan_not_proven":
		case "called_by":
		case "orphan_manual_only":
		case "orphan_held":
		case "orphan_edited":
		case "callers_unread": return only(explainOrphan(fact));
		case "no_copy":
		case "copy_holds_secrets":
		case "push_failed":
		case "caller_remains":
		case "maybe_deleted": return explainNotDeleted(fact);
		case "key_renamed":
		case "key_reused":
		case "takes_over":
		case "taken_over":
		case "maybe_edited":
		case "other_stamp":
		case "locked_there":
		case "no_versions":
		case "name_computed":
		case "shared_with_teams":
		case "sub_story_elsewhere":
		case "prerequisites_absent":
		case "record_mention":
		case "record_types_alike":
		case "record_fields_alike":
		case "record_field_repeated":
		case "record_type_switched":
		case "withdrawn":
		case "created_elsewhere":
		case "not_compared":
		case "saving_may_sync":
		case "key_not_sent":
		case "copies_left_to_vendor":
		case "flag_unknown":
		case "disabled_by_vendor":
		case "no_forecast":
		case "vendor_failed": return only(explainWarning(fact));
		default: return unreachable(fact);
	}
}
/** The same of a pair that may have nothing to tell. */
function explainIfAny(fact) {
	return fact === null ? {
		message: null,
		hint: null
	} : explain(fact);
}
/** Message and hint where there is one line for both. */
function explainInLine(fact) {
	const { message, hint } = explain(fact);
	return hint === null ? message : `${message}; ${hint}`;
}
function only(message) {
	return {
		message,
		hint: null
	};
}
/** Whether it is certain that what was to be deleted is still there. */
function isFateKnown(by) {
	const isLook = by.kind === "read_failed" && (by.step === "deleted_story" || by.step === "sync_destinations");
	return by.kind !== "maybe_deleted" && !isLook;
}

export { describeFailures as a, moment as c, span as d, describeCounts as i, momentAhead as l, explainIfAny as n, overrideWith as o, explainInLine as r, daysSince as s, explain as t, recordedAge as u };