import { i as unreachable } from "./dist.js";
import { c as moment, d as span, n as explainIfAny, o as overrideWith, r as explainInLine, t as explain } from "./explain.js";
import { S as clip, _ as joined, b as words, c as causeAsText, d as someNames, f as tally, g as inTerminal, h as inMarkdown, i as REASON_WORDS, l as causesOf, m as inDocument, n as UNSIGNED_STATE, o as SYMBOLS, r as ACTION_WORDS, t as UNSIGNED_ROLLOUT, u as count, v as name, y as say } from "./unsigned-state.js";
import { A as storyTitle, D as recordType, E as missing, O as storyNoteParts, T as hintPhrase, c as progressToJson, d as pinToJson, j as shownCauses, k as storyNotes, r as planToJson, u as noteToJson } from "./plan-json.js";
import { n as describeTenantFailure } from "./explain-destination.js";
import { i as haltingRing, o as waitCounts, t as waitingOf } from "./waits-of.js";
import { a as outcomesByDestination, i as pinPhrase, n as rowsByRing, o as tallyOutcomes, r as notePhrase, s as foldSame, t as rolloutLines } from "./rollout-lines.js";
import { A as oneOf, B as textOrNull, C as exactly, E as key, H as SYNC_STATUSES, I as reason, M as orNull, z as text } from "./state-session.js";
import { Lt as byText, Rt as byTextOf, c as shortId } from "./stories-at.js";
import { t as wrap } from "./wrap.js";
import { t as costPhrase } from "./forecast-phrase.js";
import { a as saidOfMany, c as describeNote, o as CREATE_IT, t as explainForMany } from "./explain-native.js";
import { D as nativeWrites } from "./session.js";
import { o as pinOf } from "./workspace.js";

// src/model/diagnosis.ts
/** What must be true of a destination before stories are pushed to it, in the order in which it is looked at. */
const CHECKS = [
	"files",
	"key",
	"tenant",
	"team",
	"stories",
	"ownership",
	"change_control",
	"credentials",
	"resources",
	"sub_stories",
	"record_types",
	"content",
	"clock"
];
/** `fails`: a push would. `warning`: none would, but it should be known. `unknown`: not looked at, or not told. */
const CHECK_RESULTS = [
	"ok",
	"warning",
	"unknown",
	"fails"
];
/** The worse of results; `ok` of none. */
function worstOf(results) {
	const ranks = [...results].map((result) => CHECK_RESULTS.indexOf(result));
	return CHECK_RESULTS[Math.max(0, ...ranks)] ?? "ok";
}

// src/report/explain/explain-check.ts
/** What one check of a destination found. */
function explainCheck({ check, fact }) {
	switch (fact.kind) {
		case "in_order": return {
			message: IN_ORDER[check],
			hint: null
		};
		case "key_in_vault": {
			const as = (role) => role === null ? "" : ` as "${role}"`;
			const { forSync } = fact;
			const untried = forSync === "same" ? "" : `; what a sync reads there${as(forSync.role)} is not tried`;
			return {
				message: `read from ${fact.address}${as(fact.role)}, and accepted${untried}`,
				hint: null
			};
		}
		case "not_looked_at": return {
			message: "not looked at",
			hint: null
		};
		case "left_to_vendor": return {
			message: "left to the vendor's own syncing, and not looked at",
			hint: null
		};
		case "out_of_reach": return {
			message: OUT_OF_REACH[check] ?? "not read: the requests of a doctor were used up",
			hint: ASK_MORE
		};
		case "part_unread": return {
			message: `not told: ${describeTenantFailure(fact.failure)}`,
			hint: null
		};
		case "would_make": return {
			message: inDocument(recordType(fact.step)),
			hint: null
		};
		case "clock_apart": {
			const how = fact.seconds > 0 ? "ahead of" : "behind";
			return {
				message: `the tenant's clock is ${spanOf(Math.abs(fact.seconds))} ${how} this machine's`,
				hint: "set both by a time server: ages in reports, and how long a tenant asks to wait, are off by as much"
			};
		}
		case "no_time_told": return {
			message: "the answers carry no time, so no time of an edit is trusted and every run compares in full",
			hint: "ask who runs the proxy or gateway in between to let the \"Date\" header through"
		};
		case "as_planned": return explain(fact.by);
		default: return unreachable(fact);
	}
}
const OUT_OF_REACH = {
	ownership: "to find out whose stories stand there takes more requests than a doctor sends",
	content: "to compare what stands there takes more requests than a doctor sends"
};
const ASK_MORE = "\"storysync plan\" asks as often as it takes";
/** What is true where nothing is wrong. */
const IN_ORDER = {
	files: "the files of its stories can be used",
	key: "accepted",
	tenant: "answers",
	team: "visible to the key",
	stories: "listed completely",
	ownership: "no story of somebody else is in the way",
	change_control: "off for every story that would be written to",
	credentials: "every one that is named is there",
	resources: "every one that is named is there",
	sub_stories: "every one that is named is there, or comes along",
	record_types: "used as they are",
	content: "nothing else is in the way of a push",
	clock: "within a minute of this machine's"
};
function spanOf(seconds) {
	return seconds >= 120 ? count(Math.floor(seconds / 60), "minute") : count(seconds, "second");
}
/** What holds for all destinations alike. */
function explainRunCheck({ fact }) {
	switch (fact.kind) {
		case "no_repository": return {
			message: "the manifest is not in a git repository, so nothing is recorded between runs",
			hint: "keep it in git: edits at a destination can then be told from changes in git"
		};
		case "no_remote": return {
			message: "none; recorded state stays in this clone",
			hint: "add one that is reached by https: git remote add origin URL"
		};
		case "remote_unusable": return {
			message: `"${fact.remote}" ${fact.why}; recorded state stays in this clone`,
			hint: fact.hint ?? "check \"git remote -v\", and STORYSYNC_GIT_TOKEN where it needs a token"
		};
		case "remote_reached": return {
			message: `"${fact.remote}" can be read and pushed to`,
			hint: null
		};
		case "remote_read_only": return {
			message: `"${fact.remote}" can be read, not pushed to: it ${fact.why}`,
			hint: "give the job that syncs \"permissions: contents: write\"; elsewhere set STORYSYNC_GIT_TOKEN"
		};
		case "state_unused": return {
			message: "not used",
			hint: null
		};
		case "no_state_yet": return {
			message: `"${fact.branch}" is not there yet; the first sync creates it`,
			hint: null
		};
		case "state_read": return {
			message: `"${fact.branch}" can be read; last written ${moment(fact.writtenAt)}`,
			hint: null
		};
		case "state_trouble": return {
			message: fact.message,
			hint: fact.hint
		};
		case "state_key_given": return {
			message: "given; state is signed and verified",
			hint: null
		};
		case "no_state_key": return {
			message: "none; recorded state is only a hint",
			hint: "give the jobs that write a secret as STORYSYNC_STATE_KEY (in the Action: state-key)"
		};
		default: return unreachable(fact);
	}
}
/** What no request can tell, and only the first sync will. */
const UNTOLD = [
	"whether a key may write: no request tells its role, and an import needs Editor",
	"whether new stories of a team are under change control by default",
	"whether the rules of the state branch let a push through"
];

// src/report/doctor/doctor-words.ts
/** Up to so many destinations have a row each. */
const SINGLE_ROWS$1 = 50;
/** Each check as people read it. */
const CHECK_WORDS = {
	files: "story files",
	key: "key",
	tenant: "tenant",
	team: "team",
	stories: "stories",
	ownership: "ownership",
	change_control: "change control",
	credentials: "credentials",
	resources: "resources",
	sub_stories: "sub-stories",
	record_types: "record types",
	content: "content",
	clock: "clock",
	remote: "git remote",
	state_branch: "state branch",
	state_key: "state key"
};
/** What stands in front of a line: the signs of a plan, for what a push would do or could not. */
const SIGNS = {
	ok: SYMBOLS.unchanged,
	warning: SYMBOLS.skip,
	unknown: SYMBOLS.skip,
	fails: SYMBOLS.blocked
};
/** The matrix, worst first: a row for each destination, and where they are many one for all that say the same. */
function doctorRows({ destinations }) {
	const rows = destinations.toSorted((left, right) => rank(left) - rank(right) || byText(left.name, right.name)).map((diagnosis) => ({
		diagnosis,
		lines: shownLines(diagnosis)
	}));
	const single = destinations.length <= SINGLE_ROWS$1;
	return foldSame(rows, ({ diagnosis, lines }) => single ? diagnosis.name : JSON.stringify(lines)).map(({ first, all }) => ({
		first: first.diagnosis,
		all: all.map(({ diagnosis }) => diagnosis),
		lines: first.lines
	}));
}
function rank({ result }) {
	return {
		fails: 0,
		unknown: 1,
		warning: 2,
		ok: 3
	}[result];
}
/** What fails, what is not known, what would be made, and in one line all that is in order. */
function shownLines({ checks }) {
	const unseen = checks.filter(({ fact }) => fact.kind === "not_looked_at");
	const plain = checks.filter(({ fact }) => fact.kind === "in_order");
	const left = checks.filter(({ fact }) => fact.kind === "left_to_vendor");
	const folded = /* @__PURE__ */ new Set([
		...unseen,
		...plain,
		...left
	]);
	const told = checks.filter((check) => !folded.has(check));
	const of = (...results) => told.filter(({ result }) => results.includes(result)).map(lineOf$1);
	return withHintsOnce([
		...of("fails"),
		...of("unknown", "warning"),
		...together("unknown", "not looked at: ", unseen),
		...together("unknown", "left to the vendor, and not looked at: ", left),
		...of("ok"),
		...together("ok", "in order: ", plain)
	]);
}
/** Lines in a row that ask for the same thing ask for it once, at their end. */
function withHintsOnce(lines) {
	return lines.map((line, index) => line.hint === lines[index + 1]?.hint ? {
		...line,
		hint: null
	} : line);
}
function together(result, lead, checks) {
	if (checks.length === 0) return [];
	const names = CHECKS.filter((name) => checks.some(({ check }) => check === name)).map((name) => CHECK_WORDS[name]);
	const list = names.length === CHECKS.length ? "all checks" : names.join(", ");
	return [{
		sign: SIGNS[result],
		result,
		phrase: [`${lead}${list}`],
		hint: null
	}];
}
function lineOf$1(check) {
	const { message, hint } = explainCheck(check);
	const stories = check.stories.length === 0 ? [] : say` (for ${someNames(check.stories)})`;
	const warning = check.result === "warning" ? "warning: " : "";
	const about = check.fact.kind === "would_make" ? "" : `${CHECK_WORDS[check.check]}: `;
	const phrase = say`${about}${warning}${words(message)}${stories}`;
	return {
		sign: signOf(check),
		result: check.result,
		phrase,
		hint
	};
}
function signOf({ result, fact }) {
	if (fact.kind !== "would_make") return SIGNS[result];
	return fact.step.action === "add_fields" ? SYMBOLS.update : SYMBOLS.create;
}
function runLines({ run }) {
	return run.map((check) => {
		const { message, hint } = explainRunCheck(check);
		const phrase = say`${CHECK_WORDS[check.check]}: ${words(message)}`;
		return {
			sign: SIGNS[check.result],
			result: check.result,
			phrase,
			hint
		};
	});
}
/** How a destination stands, in a few words. */
function diagnosisWords({ result, checks }) {
	if (result === "fails") {
		const failing = new Set(checks.filter((check) => check.result === "fails").map(({ check }) => check));
		return failing.size === 1 ? "1 check fails" : `${failing.size} checks fail`;
	}
	return {
		ok: "ready",
		warning: "ready, with a warning",
		unknown: "ready, as far as can be told"
	}[result];
}
/** The same for a log. */
function diagnosisLine(diagnosis) {
	const [worst] = shownLines(diagnosis);
	const what = diagnosisWords(diagnosis);
	return diagnosis.result === "fails" && worst ? `${what}; ${inTerminal(worst.phrase)}` : what;
}
function doctorTotals({ destinations }) {
	const of = (...results) => destinations.filter(({ result }) => results.includes(result)).length;
	const told = [
		{
			amount: of("ok", "warning"),
			text: "ready"
		},
		{
			amount: of("unknown"),
			text: "ready as far as can be told"
		},
		{
			amount: of("fails"),
			text: "would fail"
		}
	].filter(({ amount }) => amount > 0).map(({ amount, text }) => `${amount} ${text}`).join(", ");
	return `Doctor: ${count(destinations.length, "destination")}${told === "" ? "" : `, ${told}`}`;
}
/** Who a row is about. */
function rowNames({ first, all }) {
	const where = all.length === 1 ? say` (${name(first.tenantUrl)}, team ${String(first.teamId)})` : [];
	return say`${someNames(all.map((each) => each.name))}${where}`;
}

// src/documents/doctor/doctor-json.ts
/** `storysync.doctor/1`. */
function doctorToJson({ manifest, destinations, run }) {
	const amountOf = (result) => destinations.filter((each) => each.result === result).length;
	return {
		format: "storysync.doctor/1",
		manifest,
		totals: {
			ok: amountOf("ok"),
			warning: amountOf("warning"),
			unknown: amountOf("unknown"),
			fails: amountOf("fails")
		},
		destinations: destinations.map(writeDestination$1),
		run: run.map((check) => ({
			check: check.check,
			result: check.result,
			...explainRunCheck(check)
		})),
		untold: [...UNTOLD]
	};
}
function writeDestination$1(diagnosis) {
	const { name, tenantUrl, teamId, result, requests, checks, missing, recordTypes } = diagnosis;
	return {
		name,
		destination_tenant_url: tenantUrl,
		destination_team_id: teamId,
		result,
		requests,
		checks: checks.map((check) => ({
			check: check.check,
			result: check.result,
			...explainCheck(check),
			stories: [...check.stories]
		})),
		missing: missing.map(({ kind, slug }) => ({
			kind,
			slug
		})),
		record_types: recordTypes.map(({ name: own, action, target, fields, because }) => {
			return {
				name: own,
				action,
				target,
				fields: [...fields],
				because
			};
		})
	};
}

// src/model/change/change.ts
/** What others are told of, worst first. */
const CHANGE_KINDS = [
	"failed",
	"halted",
	"drift",
	"expired",
	"held",
	"recovered",
	"ring_opened"
];
const EXPIRED_KINDS = [
	"hold",
	"pin",
	"detached"
];

// src/documents/status/change-json.ts
/** Longer names than this are no help to a reader. */
const LONGEST_STORY_NAME = 1e3;
/** One change, as a shard hands it on to whoever tells of all of them. */
const changeSchema = exactly("Whose state is another one than before the run.", {
	change: oneOf("What changed, as in storysync.notify/1.", CHANGE_KINDS),
	destination: textOrNull("Name of the destination in the manifest; null where it is about a ring."),
	ring: textOrNull("Name of the ring; null where it is about a destination."),
	reason,
	story: orNull(exactly("The story; null where it is about the destination as a whole.", {
		key: key("Its key in the manifest."),
		name: text("Its name.")
	})),
	expired: orNull(exactly("What has expired; null for all other changes.", {
		what: oneOf("A hold, a pin or a detachment.", EXPIRED_KINDS),
		until: text("The last day of it, as 2027-01-31.")
	}))
});
function changeToJson(change) {
	const { story } = change;
	return {
		change: change.kind,
		destination: "ring" in change ? null : change.destination,
		ring: "ring" in change ? change.ring : null,
		reason: "reason" in change ? change.reason : null,
		story: story === null ? null : {
			key: story.key,
			name: story.name
		},
		expired: change.kind === "expired" ? {
			what: change.note.what,
			until: change.note.until
		} : null
	};
}
/** Undefined where the parts do not make one. */
function changeFromJson({ change: kind, ...wire }) {
	const { destination, ring, reason: why, expired: note } = wire;
	const story = wire.story && {
		...wire.story,
		name: clip(wire.story.name, LONGEST_STORY_NAME)
	};
	switch (kind) {
		case "halted":
		case "ring_opened": return ring === null || story === null ? void 0 : {
			kind,
			ring,
			story
		};
		case "expired": return destination === null || note === null ? void 0 : {
			kind,
			destination,
			story,
			note
		};
		case "drift":
		case "failed":
		case "held":
		case "recovered": return destination === null || story === null ? void 0 : {
			kind,
			destination,
			story,
			reason: why
		};
		default: return unreachable(kind);
	}
}

// src/documents/status/status-json.ts
/** The status file, `storysync.status/1`: the vendor's sync destinations, with what we know besides. */
function statusToJson(report) {
	const { status, did } = tallyOutcomes(report.outcomes);
	return {
		format: "storysync.status/1",
		commit: report.commit,
		...report.shard === void 0 ? {} : { shard: report.shard },
		...shardRunToJson(report.shardRun),
		...report.merged?.missing.length ? { missing_shards: report.merged.missing } : {},
		interrupted: report.interrupted,
		totals: {
			synced: status.synced,
			failed: status.failed,
			requires_sync: status.requires_sync,
			did: {
				created: did.created,
				updated: did.updated,
				unchanged: did.unchanged,
				nothing: did.nothing
			}
		},
		sync_destinations: [...outcomesByDestination(report)].map(([destination, outcomes]) => writeDestination(destination, outcomes, report)),
		pruned: (report.pruned ?? []).map((each) => ({
			destination: each.destination,
			key: each.key,
			name: each.name,
			destination_story_id: each.destinationStoryId,
			consented: each.consented,
			deleted: each.deleted,
			message: explainInLine(each.fact),
			kept_as: each.keptAs
		})),
		...vendorToJson(report.prunedNative ?? []),
		...rolloutToJson(report.rollout)
	};
}
function shardRunToJson(run) {
	if (run === void 0) return {};
	const { manifest, job, at, changes } = run;
	return {
		manifest,
		run: job === null ? null : {
			id: job.id,
			attempt: job.attempt
		},
		at,
		changes: changes.map(changeToJson)
	};
}
function vendorToJson(pruned) {
	if (pruned.length === 0) return {};
	return { pruned_native: pruned.map((each) => ({
		id: each.id,
		name: each.name,
		destination_tenant_url: each.tenantUrl,
		destination_team_id: each.teamId,
		stories: each.stories.length,
		copies: each.copies,
		consented: each.consented,
		deleted: each.deleted,
		message: explainInLine(each.fact)
	})) };
}
function rolloutToJson(rollout) {
	if (rollout === void 0) return {};
	const { progress, override } = rollout;
	return {
		rollout: progress.map(progressToJson),
		...override === void 0 ? {} : { rollout_override: {
			digest: override.digest,
			reason: override.reason,
			at: override.at
		} }
	};
}
function writeDestination(destination, outcomes, report) {
	return {
		id: report.vendorIds?.get(destination.name) ?? null,
		name: destination.name,
		engine: destination.engine,
		ring: report.rollout?.rings.get(destination.name) ?? null,
		hold: destination.hold ? noteToJson(destination.hold) : null,
		pin: destination.pin ? pinToJson(destination.pin) : null,
		destination_tenant_url: destination.tenantUrl,
		destination_team_id: destination.teamId,
		origin_team_id: report.originTeamId,
		manual_sync_only: destination.manualSyncOnly,
		subscriptions: outcomes.map((outcome) => writeSubscription(outcome, destination, report.storyIds))
	};
}
function writeSubscription(outcome, destination, storyIds) {
	const { message, hint } = explainIfAny(outcome.fact);
	const waits = waitingOf(outcome);
	const subscription = destination.subscriptions.find(({ storyKey }) => storyKey === outcome.storyKey);
	return {
		story: {
			id: storyIds.get(outcome.storyKey) ?? null,
			name: outcome.storyName,
			key: outcome.storyKey
		},
		status: outcome.status,
		error_message: outcome.status === "failed" ? causeOf(outcome) : null,
		reason: outcome.reason,
		message,
		hint,
		detached: outcome.detached,
		detachment: subscription?.detached ? noteToJson(subscription.detached) : null,
		did: outcome.did,
		destination_story_id: outcome.destinationStoryId,
		synced_at: outcome.syncedAt,
		commit: outcome.commit,
		behind: outcome.behind ? {
			commits: outcome.behind.commits,
			since: outcome.behind.since
		} : null,
		recorded_at: outcome.recordedAt ?? null,
		warnings: outcome.warnings.map((warning) => explain(warning).message),
		...waits === void 0 ? {} : { waits: {
			for: waits.for,
			until: waits.until
		} }
	};
}
/** A failed story always says why: scripts for the vendor's API print this field. */
function causeOf({ fact, reason }) {
	return causeAsText(reason, explainIfAny(fact).message) || "failed";
}

// src/report/doctor/doctor-markdown.ts
/** More rows than a person reads in a summary, and more names than help; the JSON has them all. */
const ROWS$2 = 50;
const NAMES$2 = 100;
/** The matrix for a check run, a job summary, or a page. */
function doctorAsMarkdown(diagnosis) {
	const rows = doctorRows(diagnosis);
	const shown = rows.length <= 51 ? rows : rows.slice(0, ROWS$2);
	return `${[
		`### ${doctorTotals(diagnosis)}`,
		inMarkdown(say`${name(diagnosis.manifest)}`),
		...shown.map(rowSection),
		...shown.length < rows.length ? [`… ${rows.length - shown.length} more rows (see the JSON document)`] : [],
		[
			"**Git and state**",
			"",
			...runLines(diagnosis).flatMap((line) => items(line))
		].join("\n"),
		[
			"**No request can tell**",
			"",
			...UNTOLD.map((text) => `- ${inMarkdown([text])}`)
		].join("\n")
	].join("\n\n")}\n`;
}
function rowSection(row) {
	const { first, all, lines } = row;
	const title = say`${rowNames(row)}: ${diagnosisWords(first)}`;
	const told = lines.flatMap(items);
	if (all.length <= 3) return [
		`**${inMarkdown(title)}**`,
		"",
		...told
	].join("\n");
	const names = all.slice(0, NAMES$2).map((each) => [name(each.name)]);
	const more = all.length > NAMES$2 ? [`, … ${all.length - NAMES$2} more`] : [];
	return [
		`<details${first.result === "fails" ? " open" : ""}><summary>${inMarkdown(title, "html")}</summary>`,
		"",
		...told,
		"",
		inMarkdown(say`On ${joined(names, ", ")}${more}`),
		"",
		"</details>"
	].join("\n");
}
function items({ result, phrase, hint }) {
	return [`- ${result === "fails" ? "**fails:** " : ""}${inMarkdown(phrase)}`, ...hint === null ? [] : [`  - **hint:** ${inMarkdown([words(hint)])}`]];
}

// src/report/doctor/doctor-text.ts
/** Rows that are told one by one, unless everything is asked for. */
const SHOWN$3 = 50;
/** The matrix for a terminal or a log: a row for each destination, what holds for all, what no request can tell. */
function doctorAsText(diagnosis, options) {
	const { columns, paint, verbose } = options;
	const rows = doctorRows(diagnosis);
	const shown = verbose || rows.length <= 51 ? rows : rows.slice(0, SHOWN$3);
	return `${[
		...shown.map((row) => rowLines$1(row, options)),
		shown.length < rows.length ? [`… ${rows.length - shown.length} more (--verbose shows all)`] : [],
		runLines(diagnosis).flatMap((line) => checkLines(line, 0, options)),
		["No request can tell:", ...UNTOLD.flatMap((text) => wrap(text, "  . ", "    ", columns))],
		wrap(doctorTotals(diagnosis), "", "  ", columns, paint.bold)
	].filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
function rowLines$1(row, options) {
	const { columns, paint, verbose } = options;
	const { first, lines } = row;
	const title = say`${verbose ? allNames(row) : rowNames(row)}: ${diagnosisWords(first)}`;
	return [...wrap(inTerminal(title), `${painted(first.result, options)(SIGNS[first.result])} `, "    ", columns, paint.bold), ...lines.flatMap((line) => checkLines(line, 4, options))];
}
function allNames(row) {
	if (row.all.length === 1) return rowNames(row);
	return joined(row.all.map((each) => [name(each.name)]), ", ");
}
function checkLines({ sign, result, phrase, hint }, indent, options) {
	const { columns, paint } = options;
	const space = " ".repeat(indent);
	return [...wrap(inTerminal(phrase), `${space}${painted(result, options)(sign)} `, `${space}    `, columns), ...hint === null ? [] : wrap(inTerminal(hintPhrase(hint)), `${space}  `, `${space}    `, columns, paint.cyan)];
}
function painted(result, { paint }) {
	return {
		ok: paint.green,
		warning: paint.yellow,
		unknown: paint.cyan,
		fails: paint.red
	}[result];
}

// src/report/rollout/rollout-view.ts
const ROLLOUT_TITLE = "Rollout";
const STATES = {
	passed: 0,
	open: 1,
	soaking: 2,
	waiting: 3,
	halted: 4
};
/** Rings that the summary names. */
const NAMED$1 = 6;
/** Each ring with the states that its stories are in. */
function ringSummary(progress) {
	const rings = rowsByRing(progress).map((rows) => {
		const states = [...new Set(rows.map(({ state }) => state))].toSorted((left, right) => STATES[left] - STATES[right]);
		return say`${name(rows[0]?.ring ?? "")} ${states.join(" and ")}`;
	});
	const shown = rings.length <= 7 ? rings : rings.slice(0, NAMED$1);
	const more = rings.length === shown.length ? [] : [[`${rings.length - shown.length} more`]];
	return rings.length === 0 ? ["nothing moves"] : joined([...shown, ...more], ", ");
}
/** What a reader may do; nothing where all goes by itself and nothing waits. */
function hintsOf(progress, pairs, digest) {
	const halting = new Set(progress.flatMap(haltedBy));
	const waits = pairs.some(({ waiting }) => waiting !== void 0);
	return [...[...halting].map((ring) => say`see which failed: ${words(`storysync status --ring ${ring}`)}`), ...waits ? [[`later runs go on from here; ${overrideWith(digest)}`]] : []];
}
function haltedBy({ state, waitsFor, ring }) {
	return state === "halted" ? [(waitsFor === null ? void 0 : haltingRing(waitsFor)) ?? ring] : [];
}

// src/report/rollout/plan-rollout.ts
/** What a push of one story takes, as a rule: it is written, read back and compared. */
const SECONDS_PER_PAIR = 5;
/** Who goes by this plan, who waits, why and until when; undefined without a rollout. */
function planRollout(plan, { fold, unsigned }) {
	const { rollout: progress, digest } = plan;
	if (progress === void 0) return void 0;
	const pairs = pairsOf(plan);
	return {
		summary: ringSummary(progress),
		lines: rolloutLines(progress, pairs, { fold }),
		notes: [...oneAtATime(progress, pairs), ...unsigned ? [[UNSIGNED_ROLLOUT]] : []],
		hints: hintsOf(progress, pairs, digest.replace(/^sha256:/, "").slice(0, 12))
	};
}
function pairsOf({ destinations }) {
	return destinations.flatMap(({ name: destination, ring, stories }) => {
		if (ring === void 0) return [];
		return stories.filter(({ action, waits }) => waits !== void 0 || action === "create" || action === "update").map(({ key, waits }) => ({
			destination,
			ring,
			story: key,
			waiting: waits
		}));
	});
}
/** Rings that may have no failure have one pair in flight; how long that takes is known before. */
function oneAtATime(progress, pairs) {
	const strict = progress.filter(({ allowed }) => allowed === 0);
	return [...Map.groupBy(strict, ({ ring }) => ring)].flatMap(([ring, rows]) => {
		const stories = new Set(rows.map(({ story }) => story));
		const moving = pairs.filter((pair) => pair.ring === ring && stories.has(pair.story));
		const going = moving.filter(({ waiting }) => waiting === void 0);
		const told = going.length > 0 ? going : moving;
		if (new Set(told.map(({ destination }) => destination)).size < 2) return [];
		const minutes = count(Math.ceil(told.length * SECONDS_PER_PAIR / 60), "minute");
		const goes = going.length > 0 ? "goes" : "will go";
		return [say`ring ${name(ring)} ${goes} one destination at a time, as none may fail (max_failed): about ${minutes}`];
	});
}

// src/report/rollout/rollout-markdown.ts
/** More lines than a person reads in a comment; the plan and the status file have all. */
const SHOWN$2 = 50;
/** Folded away, with what counts in the line that stays: for a plan, where changes come first. */
function rolloutInDetails(view) {
	const items = itemsOf(view);
	if (view === void 0 || items.length === 0) return [];
	return [[
		`<details${view.lines.some(({ sign }) => sign === "blocked") ? " open" : ""}><summary>${inMarkdown(say`${ROLLOUT_TITLE}: ${view.summary}`, "html")}</summary>`,
		"",
		...items,
		"",
		"</details>"
	].join("\n")];
}
/** As a list with a title of its own. */
function rolloutAsList(view) {
	const items = itemsOf(view);
	return items.length === 0 ? [] : [`#### ${ROLLOUT_TITLE}`, items.join("\n")];
}
function itemsOf(view) {
	if (view === void 0) return [];
	const lines = view.lines.length <= 51 ? view.lines : view.lines.slice(0, SHOWN$2);
	const more = view.lines.length - lines.length;
	return [
		...lines.map(({ phrase }) => `- ${inMarkdown(phrase)}`),
		...more > 0 ? [`- … ${more} more`] : [],
		...view.notes.map((note) => `- ${inMarkdown(note)}`),
		...view.hints.map((hint) => `- **hint:** ${inMarkdown(hint)}`)
	];
}

// src/report/plan/native-notes.ts
/** Record types that are told of. */
const FORECASTS = 12;
/** Names that a command is shown with; of more it is told for one. */
const NAMED = 10;
/**
* Why all stories of a destination at the vendor wait or fail: in the same words, so that they are told above them once.
* Undefined where they differ.
*/
function sharedCause({ native, stories, hold }) {
	const [first] = stories;
	if (native === void 0 || first === void 0 || first.fact === null) return void 0;
	const cause = explain(first.fact);
	return stories.every(({ action, waits, reason, fact }) => {
		const told = explainIfAny(fact);
		return (action === "skip" || action === "blocked") && waits === void 0 && reason === first.reason && told.message === cause.message && told.hint === cause.hint;
	}) && !(hold !== void 0 && cause.hint === null) ? cause : void 0;
}
/** What becomes of destinations at the vendor; they are alike but for their ids and addresses. Empty where nothing does. */
function nativeNotes(alike) {
	const [first] = alike;
	if (first?.native === void 0) return [];
	return [
		...causeNotes(first, alike),
		...writeNotes(first, first.native, alike.length === 1),
		...forecastNotes(first.native),
		...warningNotes(first.native)
	];
}
/** All that two destinations must have in common to be told of at once. */
function nativeAlike(destination) {
	const { native } = destination;
	if (native === void 0) return "";
	const notes = [
		...writeNotes(destination, native, false),
		...forecastNotes(native),
		...warningNotes(native)
	];
	const { engine, action, consent } = native;
	const cause = consent === null ? sharedCause(destination) ?? null : null;
	const lists = [native.subscribe, native.unsubscribe].map((keys) => keys.toSorted(byText));
	return JSON.stringify([
		engine,
		action,
		consent,
		cause,
		lists,
		notes.map(({ phrase }) => inTerminal(phrase))
	]);
}
/** What the vendor is likely to make of record types: rows live in them, and none of it can be taken back. */
function forecastOf({ native }) {
	return (native?.forecast ?? []).filter(({ action, name: own, target }) => action !== "reuse" || own !== target);
}
function forecastPhrase(step) {
	return say`forecast, the vendor decides: ${recordType(step)}`;
}
function forecastNotes(native) {
	const steps = forecastOf({ native });
	const shown = steps.length <= 13 ? steps : steps.slice(0, FORECASTS);
	const more = steps.length - shown.length;
	return [...shown.map((step) => ({
		tone: step.action === "reuse" ? "plain" : "weighty",
		phrase: forecastPhrase(step)
	})), ...more === 0 ? [] : [{
		tone: "plain",
		phrase: [`forecast: … ${more} more record types (all of them: --format json)`]
	}]];
}
function warningNotes({ warnings }) {
	return warnings.map((warning) => {
		return {
			tone: "warning",
			phrase: say`warning: ${words(explain(warning).message)}`
		};
	});
}
function causeNotes(first, alike) {
	const cause = sharedCause(first);
	if (cause === void 0) return [];
	const { message, hint } = alike.length > 1 && (first.native?.consent ?? null) !== null ? consentOf(first, alike) : cause;
	return [{
		tone: first.stories.some(({ action }) => action === "blocked") ? "cause" : "weighty",
		phrase: [words(message)]
	}, ...hint === null ? [] : [{
		tone: "next",
		phrase: hintPhrase(hint)
	}]];
}
/** The same for many as the single story says of its own. */
function consentOf({ native }, alike) {
	const names = alike.length <= NAMED ? alike.map((each) => each.name).join(" ") : "NAME";
	if (native?.consent === "--replace") return explainForMany("replace", names);
	return explainForMany(native?.engine === "push" ? "take_back" : "hand_over", names);
}
function writeNotes(destination, native, single) {
	const writes = nativeWrites(destination);
	if (writes.length === 0) return [];
	if (native.action === "update") return [{
		tone: "plain",
		phrase: say`update: ${joined(updates(native, writes), "; ")}`
	}];
	const entering = destination.stories.filter(({ key, action }) => action === "create" && native.subscribe.includes(key));
	const made = say`a sync destination with ${count(entering.length, "story", "stories")} is made${native.manualSyncOnly ? ", manual sync only" : ""}`;
	if (native.action === "create") return [{
		tone: "plain",
		phrase: say`create: ${made}`
	}];
	const old = say`sync destination${single && native.id !== null ? ` ${native.id}` : ""}${single ? placeOf(native) : []}`;
	if (native.action === "replace") return [{
		tone: "weighty",
		phrase: say`replace: ${old} is deleted, its stories there stay; ${made}`
	}];
	return native.engine === "push" ? [{
		tone: "weighty",
		phrase: say`takeover: the vendor's ${old} is deleted, its stories stay and are pushed from then on`
	}] : [{
		tone: "weighty",
		phrase: say`takeover: ${made}, for stories that the vendor carried before`
	}];
}
function placeOf({ from }) {
	return from === null ? [] : say` (${name(from.tenantUrl)}, team ${String(from.teamId)})`;
}
function updates(native, writes) {
	const { subscribe, unsubscribe, manualSyncOnly, keyVersion } = native;
	return writes.flatMap((step) => {
		switch (step) {
			case "set_flag": return [[manualSyncOnly ? "manual sync only is set" : "manual sync only is taken away"]];
			case "send_key": return [[`key version ${keyVersion ?? ""} is sent`]];
			case "set_stories": return [...subscribe.length > 0 ? [say`subscribe ${someNames(subscribe)}`] : [], ...unsubscribe.length > 0 ? [say`unsubscribe ${someNames(unsubscribe)}`] : []];
			case "delete":
			case "create":
			case "trigger": return [];
			default: return unreachable(step);
		}
	});
}

// src/report/plan/fold.ts
function foldPlan(plan) {
	const destinations = plan.destinations.toSorted(byTextOf((each) => each.name));
	const unread = destinations.filter((each) => unreadReason(each) !== void 0);
	const read = destinations.filter((each) => unreadReason(each) === void 0);
	const hasNotes = (each) => storiesWithNotes(each).length + each.leftBehind.length + nativeNotes([each]).length > 0 || each.hold !== void 0 || each.pin !== void 0;
	return {
		unread: foldUnread(unread),
		blocks: foldBlocks(read.filter(hasNotes)),
		upToDate: read.filter((each) => !hasNotes(each))
	};
}
/** A story that stays as it is and about which there is nothing to say. */
function isQuiet(story) {
	const { changes, drift, missing, urls, warnings, recordTypes, fact } = story;
	const notes = changes.length + drift.length + missing.length + urls.length + warnings.length;
	const asItIs = recordTypes.every(({ action }) => action === "reuse");
	return story.action === "unchanged" && fact === null && notes === 0 && asItIs;
}
const STORY_RANK = {
	blocked: 0,
	create: 1,
	update: 1,
	skip: 2,
	unchanged: 3
};
function storiesWithNotes(destination) {
	const shared = sharedCause(destination) !== void 0;
	return destination.stories.map((story) => destination.native === void 0 ? story : withoutReason(story)).map((story) => shared || isToldElsewhere(story, destination) ? {
		...story,
		fact: null
	} : story).filter((story) => !isQuiet(story)).toSorted((left, right) => STORY_RANK[left.action] - STORY_RANK[right.action]);
}
/** The words of these reasons are about stories of the push; what blocks one of the vendor's is told by its fact alone. */
const OF_THE_PUSH = /* @__PURE__ */ new Set([
	"not_ours",
	"ambiguous_name",
	"missing_prerequisite",
	"change_control"
]);
function withoutReason(story) {
	return story.action === "blocked" && story.reason !== null && OF_THE_PUSH.has(story.reason) && story.missing.length === 0 ? {
		...story,
		reason: null
	} : story;
}
/**
* Nothing but the hold keeps it, or it is as its pin asks, and that stands above all stories once; or the rollout does,
* which is told ring by ring.
*/
function isToldElsewhere({ action, reason, fact, waits }, { hold, pin }) {
	if (waits !== void 0) return true;
	if (action === "unchanged") return reason === "pinned" && pin !== void 0;
	return reason === "held" && hold !== void 0 && explainIfAny(fact).message === describeNote(hold);
}
function foldBlocks(destinations) {
	return foldSame(destinations, contentOf).map(({ first, all }) => {
		const { manualSyncOnly, hold, pin, leftBehind } = first;
		const why = {
			...hold === void 0 ? {} : { hold },
			...pin === void 0 ? {} : { pin }
		};
		const native = nativeNotes(all);
		return {
			destinations: all,
			manualSyncOnly,
			...why,
			native,
			stories: storiesWithNotes(first),
			leftBehind
		};
	}).toSorted((left, right) => rankOf(left) - rankOf(right));
}
function rankOf({ stories }) {
	return Math.min(4, ...stories.map(({ action }) => STORY_RANK[action]));
}
/** Who brings the stories, where that is the vendor. */
function enginePhrase({ destinations: [first] }) {
	return first?.native?.engine === "native" ? ", native" : "";
}
/** The ring of a block, or its rings; empty without a rollout. */
function ringPhrase({ destinations }) {
	const rings = [...new Set(destinations.flatMap(({ ring }) => ring ?? []))].toSorted(byText);
	if (rings.length === 0) return [];
	return say`, ${rings.length === 1 ? "ring" : "rings"} ${someNames(rings)}`;
}
/** Everything a block shows; ids, addresses, rings and order of work may differ between destinations that fold. */
function contentOf(destination) {
	const stories = storiesWithNotes(destination).map((story) => JSON.stringify(shownOf(story))).sort(byText);
	const held = destination.hold === void 0 ? null : inTerminal(notePhrase("held", destination.hold));
	const pinned = destination.pin === void 0 ? null : inTerminal(pinPhrase(destination.pin));
	const leftBehind = destination.leftBehind.map(({ key, name, keptBecause, warnings }) => JSON.stringify([
		key,
		name,
		explainIfAny(keptBecause),
		warnings.map(explain)
	])).sort(byText);
	return JSON.stringify([
		destination.manualSyncOnly,
		held,
		pinned,
		nativeAlike(destination),
		stories,
		leftBehind
	]);
}
/** Causes count as far as they are shown: destinations that differ in what is not said fold all the same. */
function shownOf(story) {
	const { lead, marks } = shownCauses(story.changes);
	const changes = story.changes.map(({ path, op, text }, index) => [
		path,
		op,
		text,
		marks[index]
	]);
	const inWords = {
		fact: explainIfAny(story.fact),
		warnings: story.warnings.map(explain)
	};
	const vendorStatus = story.vendorStatus === "synced" ? void 0 : story.vendorStatus;
	return {
		...story,
		...inWords,
		destinationStoryId: null,
		changes,
		lead,
		vendorStatus
	};
}
const UNREAD_REASONS = /* @__PURE__ */ new Set([
	"missing_key",
	"unauthorized",
	"unreachable",
	"unreadable"
]);
/** The reason when nothing at all is known of the destination: every story blocked for it, in the same words. */
function unreadReason({ stories, leftBehind }) {
	const [first] = stories;
	if (first === void 0 || first.reason === null || !UNREAD_REASONS.has(first.reason)) return void 0;
	return stories.every((story) => story.action === "blocked" && story.reason === first.reason && sayTheSame(story, first) && isQuiet({
		...story,
		action: "unchanged",
		fact: null
	})) && leftBehind.length === 0 ? first.reason : void 0;
}
function sayTheSame(left, right) {
	const [one, other] = [explainIfAny(left.fact), explainIfAny(right.fact)];
	return one.message === other.message && one.hint === other.hint;
}
function foldUnread(destinations) {
	return [...Map.groupBy(destinations, unreadReason)].flatMap(([reason, group]) => {
		if (reason === void 0) return [];
		const wordsOf = (each) => explainIfAny(each.stories[0]?.fact ?? null);
		const causes = foldSame(group, (each) => JSON.stringify(wordsOf(each))).map(({ first, all }) => ({
			destinations: all,
			...wordsOf(first)
		}));
		return [{
			reason,
			stories: group.reduce((sum, { stories }) => sum + stories.length, 0),
			causes
		}];
	});
}

// src/report/plan/headline.ts
/** The last line of a plan, and the headline of its Markdown. */
function planTotals(destinations, commit) {
	const totals = tally(destinations);
	const atVendor = destinations.filter((each) => nativeWrites(each).length > 0).length;
	if (totals.create + totals.update + totals.skip + totals.blocked + atVendor === 0) return nothingToDo(destinations, commit);
	const waiting = waitingStories(destinations.flatMap(({ stories }) => stories));
	return `Plan: ${[
		`${totals.create} to create`,
		`${totals.update} to update`,
		...waitCounts(waiting.map(({ reason }) => reason)),
		`${totals.unchanged} unchanged`,
		`${totals.skip - waiting.length} skipped`,
		`${totals.blocked} blocked`,
		...atVendor > 0 ? [`${count(atVendor, "sync destination")} to change`] : []
	].join(", ")} (${count(destinations.length, "destination")})`;
}
function nothingToDo(destinations, commit) {
	const sets = new Set(destinations.map(({ stories }) => JSON.stringify(stories.map(({ key }) => key).sort(byText))));
	const pairs = destinations.reduce((sum, { stories }) => sum + stories.length, 0);
	if (destinations.length === 0) return "Nothing to do: nothing pending.";
	if (pairs === 0) return "Nothing to do: no destination asks for a story.";
	const who = `${count(destinations.length, "destination")} ${destinations.length === 1 ? "has" : "have"}`;
	const here = commit === null ? "as in the work tree" : "of this commit";
	const where = destinations.some(({ pin }) => pin !== void 0) ? `${here}, or of the pin` : here;
	const each = pairs / destinations.length;
	if (sets.size > 1) return `Nothing to do: ${who} all their stories ${where}, ${pairs} in all.`;
	return `Nothing to do: ${who} ${allStories(each)} ${where}.`;
}
function allStories(amount) {
	if (amount === 1) return "the one story";
	return amount === 2 ? "both stories" : `all ${amount} stories`;
}
/** `3 changes`, or for several destinations `the same plan: 1 blocked, 2 changes`. */
function blockSummary({ destinations, stories, leftBehind }) {
	const atVendor = destinations.some((each) => nativeWrites(each).length > 0);
	const of = (...actions) => stories.filter(({ action }) => actions.includes(action)).length;
	const waiting = waitingStories(stories).length;
	const parts = [
		{
			amount: of("blocked"),
			text: `${of("blocked")} blocked`
		},
		{
			amount: of("create", "update"),
			text: count(of("create", "update"), "change")
		},
		{
			amount: waiting,
			text: `${waiting} waiting`
		},
		{
			amount: of("skip") - waiting,
			text: `${of("skip") - waiting} skipped`
		},
		{
			amount: of("unchanged"),
			text: `${of("unchanged")} unchanged, with a note`
		},
		{
			amount: leftBehind.length,
			text: `${leftBehind.length} left behind`
		}
	].filter(({ amount }) => amount > 0);
	if (parts.length === 0) return atVendor ? "settings at the vendor" : "nothing to change";
	const text = parts.map((part) => part.text).join(", ");
	if (destinations.length === 1) return text;
	if (!(of("create", "update") > 0 && parts.length === 1)) return `the same plan (${text})`;
	return stories.length === 1 ? "the same change" : `the same ${text}`;
}
/** Stories that the rollout keeps back. */
function waitingStories(stories) {
	return stories.filter(({ waits }) => waits !== void 0);
}

// src/report/vendor-destination.ts
/** `sync destination 44, once old (https://old.example, team 9)`: one of the vendor's that the manifest does not have. */
function vendorDestination({ id, name: own, tenantUrl, teamId }) {
	const once = own === null ? [] : say`, once ${name(own)}`;
	return say`sync destination ${String(id)}${once} (${name(tenantUrl)}, team ${String(teamId)})`;
}

// src/report/plan/left-behind.ts
/** What stands in the line of a story left behind. */
function leftBehindTitle({ key, name: own }) {
	return say`${name(key)} ${words(`"${own}"`)}: no longer in the manifest; left behind`;
}
/** Why it stays in any case, or what is to be known before it is deleted. */
function leftBehindNotes({ keptBecause, warnings }) {
	return [...keptBecause === null ? [] : [{
		tone: "plain",
		phrase: say`stays even with --prune: ${words(explain(keptBecause).message)}`
	}], ...warnings.map((warning) => {
		return {
			tone: "warning",
			phrase: say`warning: ${words(explain(warning).message)}`
		};
	})];
}
/** How many are left behind, and the commands that delete them. Empty when there is none. */
function leftBehindTotals({ destinations, leftBehindNative: objects = [] }) {
	const stories = destinations.flatMap(({ leftBehind }) => leftBehind);
	if (stories.length + objects.length === 0) return [];
	const mayGo = objects.filter(({ keptBecause }) => keptBecause === null);
	const prunable = stories.filter((left) => left.prunable).length + mayGo.length;
	const found = `Left behind: ${[...stories.length > 0 ? [count(stories.length, "story", "stories")] : [], ...objects.length > 0 ? [`${count(objects.length, "sync destination")} of the vendor`] : []].join(", ")}, ${prunable} may be deleted.`;
	if (prunable === 0) return [[`${found} Nothing is deleted.`]];
	const kept = `A copy of each${objects.length > 0 ? " story" : ""} is kept first; record types and records always stay.`;
	return [
		[found],
		say`To delete: ${name(`storysync sync --prune ${prunable}`)}. Without --prune nothing is deleted.`,
		...stories.length > 0 ? [[kept]] : [],
		...copiesOf(mayGo, prunable)
	];
}
/** What becomes of the stories that a sync destination carried, which is not the same as of those that were pushed. */
function copiesOf(mayGo, prunable) {
	const copies = mayGo.reduce((sum, { stories }) => sum + stories.length, 0);
	if (copies === 0) return [];
	const command = `storysync sync --prune ${prunable} --prune-stories ${copies}`;
	return [["What a sync destination carried stays there as stories of its own; the vendor disables those beyond the plan limits of that tenant."], say`To have the vendor delete ${copies === 1 ? "this copy" : `these ${copies} copies`} as well, with none kept: ${name(command)}.`];
}
const NATIVE_LEFT_BEHIND = "At the vendor but not in the manifest: left behind, the vendor goes on syncing there:";
/** `sync destination 44, once old (https://old.example, team 9): 2 stories (Ask, Triage)`. */
function nativeLeftBehind({ stories, keptBecause, ...object }) {
	const stays = keptBecause && explain({
		kind: "vendor_destination_stays",
		because: keptBecause
	}).message;
	const kept = stays === null ? "" : `; stays even with --prune: ${stays}`;
	const names = stories.length === 0 ? [] : say` (${someNames(stories)})`;
	return say`${vendorDestination(object)}: ${count(stories.length, "story", "stories")}${names}${kept}`;
}
const NEXT_FOR_NATIVE = "hint: to keep one as code, put it into the manifest with \"engine: native\" and this address and team; nothing to do if another manifest of this repository has it; the vendor's dashboard can delete it too";
const DESTINATIONS_LEFT_BEHIND = "In state but no longer in the manifest: left behind, nothing is deleted there:";
function destinationLeftBehind({ name: own, tenantUrl, teamId, stories }) {
	return say`${name(own)} (${name(tenantUrl)}, team ${String(teamId)}): ${count(stories, "story", "stories")}`;
}
/** How to get rid of them. Several manifests may share one state branch, and what one has not may be another one's own. */
const NEXT_FOR_DESTINATIONS = "hint: to delete the stories, put the destination back with \"stories: []\", run \"storysync sync --prune\", then remove it; nothing to do if another manifest of this repository has it";
/** Destinations that state has, and those that the vendor has. One that both have is told of as the vendor's. */
function leftBehindLists({ leftBehindDestinations, leftBehindNative = [] }) {
	const atVendor = new Set(leftBehindNative.map((each) => each.name));
	const alone = leftBehindDestinations.filter((each) => !atVendor.has(each.name));
	return [{
		title: DESTINATIONS_LEFT_BEHIND,
		phrases: alone.map(destinationLeftBehind),
		next: NEXT_FOR_DESTINATIONS
	}, {
		title: NATIVE_LEFT_BEHIND,
		phrases: leftBehindNative.map(nativeLeftBehind),
		next: NEXT_FOR_NATIVE
	}].filter(({ phrases }) => phrases.length > 0);
}

// src/report/plan/missing.ts
/** More than a reader works through at once; each story names its own. */
const SHOWN$1 = 20;
/** What stands above the list, and what to do about it. */
const MISSING_TITLE = "Missing at the destinations:";
const MISSING_HINT = `hint: ${CREATE_IT}`;
/** One line for each thing that destinations lack, however many of them and however many stories need it. */
function missingPhrases({ destinations }) {
	const found = /* @__PURE__ */ new Map();
	for (const destination of destinations) for (const { key, action, missing: lacks } of destination.stories) for (const thing of action === "unchanged" ? [] : lacks) {
		const id = `${thing.kind} ${thing.slug}`;
		const known = found.get(id) ?? {
			thing,
			destinations: /* @__PURE__ */ new Set(),
			stories: /* @__PURE__ */ new Set()
		};
		known.destinations.add(destination.name);
		known.stories.add(key);
		found.set(id, known);
	}
	const all = [...found.values()].toSorted(mostWanted).map(phraseOf$1);
	if (all.length <= 21) return all;
	return [...all.slice(0, SHOWN$1), [`… ${all.length - SHOWN$1} more`]];
}
function mostWanted(left, right) {
	return right.destinations.size - left.destinations.size || byText(left.thing.kind + left.thing.slug, right.thing.kind + right.thing.slug);
}
function phraseOf$1({ thing, destinations, stories }) {
	const at = someNames([...destinations].toSorted(byText));
	return say`${missing(thing)}: ${at} (for ${someNames([...stories].toSorted(byText))})`;
}

// src/report/plan/onboarding.ts
/** More blocks than a reader works through at once; the plan file has each destination's. */
const BLOCKS = 10;
const NAMES$1 = 20;
/** What git alone can tell of destinations that nobody has asked yet. */
function onboardingBlocks({ destinations }) {
	const all = destinations.filter((each) => each.onboarding !== void 0).toSorted(byTextOf((each) => each.name));
	const folded = foldSame(all, ({ onboarding: { needs, tags, recordTypes } }) => JSON.stringify([
		needs,
		tags,
		recordTypes
	])).map(({ first, all: same }) => blockOf(first, same));
	if (folded.length <= 11) return folded;
	const more = String(folded.length - BLOCKS);
	return [...folded.slice(0, BLOCKS), {
		title: say`… ${more} more (see the plan file)`,
		lines: [],
		hint: []
	}];
}
function blockOf(first, all) {
	const { needs, tags, recordTypes } = first.onboarding;
	const names = all.map((each) => each.name);
	const where = all.length === 1 ? say` (${name(first.tenantUrl)}, team ${String(first.teamId)})` : [];
	const keys = [...new Set(all.map(({ onboarding }) => onboarding.keyName))];
	const of = (kind) => needs.filter((need) => need.kind === kind).map(({ slug }) => slug);
	return {
		title: say`Before the first sync of ${someNames(names)}${where}, as far as git can tell:`,
		lines: [
			...line(keys.length === 1 ? "key to set" : "keys to set", keys),
			...line("credentials to create", of("credential")),
			...line("resources to create", of("resource")),
			...line("sub-stories that must be there", of("story")),
			...line("tags that its stories carry", tags),
			...line("record types that its stories use", recordTypes),
			...needs.length === 0 ? [["its stories name no credential, no resource and no sub-story of others"]] : []
		],
		hint: hintPhrase(`where the key is set, run "storysync doctor --destination ${names.length <= 3 ? names.join(" ") : "NAME"}"; else the first plan after the merge tells the rest`)
	};
}
function line(title, names) {
	if (names.length === 0) return [];
	const shown = names.length <= 21 ? names : names.slice(0, NAMES$1);
	const more = names.length - shown.length;
	const list = joined(shown.map((each) => [name(each)]), ", ");
	return [say`${title}: ${list}${more > 0 ? `, … ${more} more` : ""}`];
}

// src/report/plan/plan-markdown.ts
/** A thousand names are no help in a comment, and comments have a size limit. */
const NAMES = 100;
const CAUSES = 10;
const MORE$1 = "see the plan file";
/** The plan for a pull request, a check run or a job summary. Headline first: that is what a narrow view shows. */
function planAsMarkdown(plan, { changes = "listed", lead = [], unsigned = false } = {}) {
	const { unread, blocks, upToDate } = foldPlan(plan);
	const commit = plan.commit === null ? ["as it stands in the work tree"] : say`at commit ${name(shortId(plan.commit))}`;
	const source = say`${name(plan.manifest)} ${commit}, digest ${name(plan.digest.replace(/^sha256:/, "").slice(0, 12))}`;
	const rest = upToDate.length > 0 && unread.length + blocks.length > 0 ? [`${count(upToDate.length, "destination has", "destinations have")} nothing to change.`] : [];
	const totals = leftBehindTotals(plan).map((phrase) => inMarkdown(phrase));
	return `${[
		`### ${planTotals(plan.destinations, plan.commit)}`,
		inMarkdown(source),
		...plan.forecast === void 0 ? [] : [`${inMarkdown(costPhrase(plan.forecast))}.`],
		...lead,
		...rolloutInDetails(planRollout(plan, {
			fold: true,
			unsigned
		})),
		...missingSection(plan),
		...onboardingBlocks(plan).map(onboardingSection),
		...unread.map(unreadSection),
		...blocks.map((block) => blockSection(block, changes)),
		...rest,
		...totals.length > 0 ? [totals.join(" ")] : [],
		...leftBehindLists(plan).map(leftBehindSection)
	].join("\n\n")}\n`;
}
function unreadSection({ reason, stories, causes }) {
	const names = causes.flatMap(({ destinations }) => destinations.map((each) => each.name)).toSorted();
	const title = say`${someNames(names)}: ${REASON_WORDS[reason]} (${count(stories, "story", "stories")} blocked)`;
	const items = causes.slice(0, CAUSES).flatMap(({ destinations, message, hint }) => {
		const who = causes.length === 1 ? [] : say`${someNames(destinations.map((each) => each.name))}: `;
		return [...message === null ? [] : [`- ${inMarkdown(say`${who}${words(message)}`)}`], ...hint === null ? [] : [`  - **hint:** ${inMarkdown([words(hint)])}`]];
	});
	if (causes.length > CAUSES) items.push(`- … ${causes.length - CAUSES} more (${MORE$1})`);
	return section$1(title, names, items, true);
}
function missingSection(plan) {
	const items = missingPhrases(plan).map((phrase) => `- ${inMarkdown(phrase)}`);
	if (items.length === 0) return [];
	return [[
		`**${MISSING_TITLE}**`,
		"",
		...items,
		`- ${MISSING_HINT.replace(/^\w+:/, "**$&**")}`
	].join("\n")];
}
function onboardingSection({ title, lines, hint }) {
	const items = lines.map((phrase) => `- ${inMarkdown(phrase)}`);
	const next = hint.length === 0 ? [] : [`- ${inMarkdown(hint).replace(/^\w+:/, "**$&**")}`];
	return [
		`**${inMarkdown(title)}**`,
		"",
		...items,
		...next
	].join("\n");
}
function blockSection(block, changes) {
	const names = block.destinations.map((each) => each.name);
	const [only] = block.destinations;
	const address = only !== void 0 && names.length === 1 ? say` (${name(only.tenantUrl)}, team ${String(only.teamId)})` : [];
	const manual = block.manualSyncOnly ? ", manual sync only" : "";
	const title = say`${someNames(names)}${address}${enginePhrase(block)}${ringPhrase(block)}${manual}: ${blockSummary(block)}`;
	const items = [
		...block.hold === void 0 ? [] : [`- ${inMarkdown(notePhrase("held", block.hold))}`],
		...block.pin === void 0 ? [] : [`- ${inMarkdown(pinPhrase(block.pin))}`],
		...block.native.map((note) => noteItem(note).replace(/^ {2}/, "")),
		...block.stories.flatMap((story) => storyItems(story, changes))
	];
	for (const left of block.leftBehind) items.push(`- **left behind** ${inMarkdown(leftBehindTitle(left))}`, ...leftBehindNotes(left).map(noteItem));
	return section$1(title, names, items, block.stories.some(({ action }) => action === "blocked"));
}
function leftBehindSection({ title, phrases, next }) {
	const shown = phrases.slice(0, CAUSES).map((phrase) => `- ${inMarkdown(phrase)}`);
	const more = phrases.length > CAUSES ? [`- … ${phrases.length - CAUSES} more (${MORE$1})`] : [];
	return [
		`**${title}**`,
		"",
		...shown,
		...more,
		`- ${next.replace(/^\w+:/, "**$&**")}`
	].join("\n");
}
/** Blocked things stay open; what is folded for many destinations names them inside. */
function section$1(title, names, items, open) {
	if (names.length === 1) return [
		`**${inMarkdown(title)}**`,
		"",
		...items
	].join("\n");
	const shown = names.slice(0, NAMES).map((each) => [name(each)]);
	const more = names.length > NAMES ? [`, … ${names.length - NAMES} more (${MORE$1})`] : [];
	const list = names.length > 3 ? ["", inMarkdown(say`On ${joined(shown, ", ")}${more}`)] : [];
	return [
		`<details${open ? " open" : ""}><summary>${inMarkdown(title, "html")}</summary>`,
		"",
		...items,
		...list,
		"",
		"</details>"
	].join("\n");
}
function storyItems(story, changes) {
	const title = `- **${story.waits ? "waiting" : ACTION_WORDS[story.action]}** ${inMarkdown(say`${name(story.key)}${storyTitle(story)}`)}`;
	const [before, middle, after] = storyNoteParts(story, {
		verbose: false,
		more: MORE$1
	});
	return [
		title,
		...before.map(noteItem),
		...changeItems(middle.map(noteItem), story, changes),
		...after.map(noteItem)
	];
}
function changeItems(items, story, changes) {
	const amount = count(story.changes.length, "change");
	if (changes === "listed" || items.length < 2) return items;
	if (changes === "counted") return [`  - ${amount} (${MORE$1})`];
	return [
		`  - <details><summary>${amount}</summary>`,
		"",
		...items.map((item) => `  ${item}`),
		"",
		"    </details>",
		""
	];
}
function noteItem({ tone, phrase }) {
	const text = inMarkdown(phrase);
	return tone === "next" || tone === "warning" || tone === "weighty" ? `  - ${text.replace(/^\w+:/, "**$&**")}` : `  - ${text}`;
}

// src/report/rollout/rollout-text.ts
/** For a terminal or a log; nothing where nothing moves. */
function rolloutAsText(view, { paint, columns }) {
	if (view === void 0 || view.lines.length + view.notes.length === 0) return [];
	const paints = {
		unchanged: paint.green,
		update: paint.yellow,
		skip: paint.cyan,
		blocked: paint.red
	};
	return [
		paint.bold(`${ROLLOUT_TITLE}:`),
		...view.lines.flatMap(({ sign, phrase }) => wrap(inTerminal(phrase), `  ${paints[sign](SYMBOLS[sign])} `, "        ", columns)),
		...view.notes.flatMap((note) => wrap(inTerminal(note), "    ", "      ", columns, paint.yellow)),
		...view.hints.flatMap((hint) => wrap(`hint: ${inTerminal(hint)}`, "    ", "      ", columns, paint.cyan))
	];
}

// src/report/plan/legend.ts
const MEANINGS = [
	["create", "create"],
	["update", "update"],
	["unchanged", "unchanged"],
	["skip", "skipped or left alone"],
	["blocked", "blocked"]
];
/** The signs that a plan shows, and what each stands for; empty when it shows none. */
function legendOf({ unread, blocks }, rollout = []) {
	const used = new Set(blocks.flatMap(({ stories }) => stories.map(({ action }) => action)));
	for (const { sign } of rollout) used.add(sign);
	if (unread.length > 0) used.add("blocked");
	if (blocks.some(({ leftBehind }) => leftBehind.length > 0)) used.add("skip");
	return MEANINGS.filter(([action]) => used.has(action)).map(([action, meaning]) => `${SYMBOLS[action]}\u00a0${meaning.replaceAll(" ", "\xA0")}`).join("  ");
}

// src/report/plan/plan-text.ts
/** Destinations left behind that are named, and the vendor's. */
const SHOWN = 10;
const MORE = "--verbose shows all";
/** The plan for a terminal or a log: what is blocked, what will happen, what waits, then the totals. */
function planAsText(plan, options) {
	const { paint, columns } = options;
	const folded = foldPlan(plan);
	const rollout = planRollout(plan, {
		fold: !options.verbose,
		unsigned: options.unsigned ?? false
	});
	return `${[
		wrap(inTerminal(header(plan)), "", "  ", columns, paint.dim),
		...folded.unread.map((group) => unreadLines(group, options)),
		...folded.blocks.map((block) => blockLines(block, options)),
		upToDateLines(folded, options),
		rolloutAsText(rollout, options),
		missingLines(plan, options),
		...onboardingBlocks(plan).map((block) => onboardingLines(block, options)),
		leftBehindTotals(plan).flatMap((phrase) => wrap(inTerminal(phrase), "", "  ", columns)),
		...leftBehindLists(plan).map((listing) => leftBehindLines(listing, options)),
		[
			...wrap(planTotals(plan.destinations, plan.commit), "", "  ", columns, paint.bold),
			...plan.forecast === void 0 ? [] : wrap(inTerminal(costPhrase(plan.forecast)), "", "  ", columns),
			paint.dim(`Digest: ${forDigest(plan.digest)}`)
		],
		...columns === void 0 ? [] : [legendLines(folded, rollout, options)]
	].filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
/** Nothing where the plan shows no sign. */
function legendLines(folded, rollout, { paint, columns }) {
	const legend = legendOf(folded, rollout?.lines);
	return legend === "" ? [] : wrap(legend, "", "", columns, paint.dim);
}
function header({ manifest, commit }) {
	const at = commit === null ? ["as it stands in the work tree"] : say`at commit ${name(shortId(commit))}`;
	return say`Plan for ${name(manifest)} ${at}`;
}
/** Enough of the digest to compare by eye; the plan file holds it whole. */
function forDigest(digest) {
	return inTerminal([name(digest.replace(/^sha256:/, "").slice(0, 12))]);
}
function unreadLines({ reason, stories, causes }, options) {
	const { paint, verbose, columns } = options;
	const names = causes.flatMap(({ destinations }) => destinations.map((each) => each.name)).toSorted();
	const title = say`${shownNames(names, verbose)}: ${REASON_WORDS[reason]} (${count(stories, "story", "stories")} blocked)`;
	const shown = verbose || causes.length <= 4 ? causes : causes.slice(0, 3);
	const lines = wrap(inTerminal(title), `${paint.red("!")} `, "    ", columns, paint.bold);
	for (const cause of shown) {
		const who = causes.length === 1 ? [] : say`${someNames(cause.destinations.map((each) => each.name))}: `;
		if (cause.message !== null) lines.push(...noteLines({
			tone: "cause",
			phrase: say`${who}${words(cause.message)}`
		}, 4, options));
		if (cause.hint !== null) lines.push(...noteLines({
			tone: "next",
			phrase: hintPhrase(cause.hint)
		}, 4, options));
	}
	if (shown.length < causes.length) lines.push(`    … ${causes.length - shown.length} more (${MORE})`);
	return lines;
}
function shownNames(names, verbose) {
	if (!verbose) return someNames(names);
	return joined(names.map((each) => [name(each)]), ", ");
}
function blockLines(block, options) {
	const { paint, verbose, columns } = options;
	const names = block.destinations.map((each) => each.name);
	const [only] = block.destinations;
	const address = only !== void 0 && names.length === 1 ? say` (${name(only.tenantUrl)}, team ${String(only.teamId)})` : [];
	const manual = block.manualSyncOnly ? ", manual sync only" : "";
	const title = say`${shownNames(names, verbose)}${address}${enginePhrase(block)}${ringPhrase(block)}${manual}: ${blockSummary(block)}`;
	const lines = wrap(inTerminal(title), "", "    ", columns, paint.bold);
	if (block.hold) lines.push(...noteLines({
		tone: "plain",
		phrase: notePhrase("held", block.hold)
	}, 4, options));
	if (block.pin) lines.push(...noteLines({
		tone: "plain",
		phrase: pinPhrase(block.pin)
	}, 4, options));
	for (const note of block.native) lines.push(...noteLines(note, 4, options));
	for (const story of block.stories) lines.push(...storyLines(story, options));
	for (const left of block.leftBehind) {
		lines.push(...wrap(inTerminal(leftBehindTitle(left)), "  . ", "      ", columns, paint.dim));
		for (const note of leftBehindNotes(left)) lines.push(...noteLines(note, 6, options));
	}
	return lines;
}
function storyLines(story, options) {
	const { paint, verbose, columns } = options;
	const symbol = symbolPaint(story.action, paint)(SYMBOLS[story.action]);
	const key = paint.bold(inTerminal([name(story.key)]));
	const [first = "", ...rest] = wrap(`${key}${inTerminal(storyTitle(story))}`, `  ${symbol} `, "        ", columns);
	const notes = storyNotes(story, {
		verbose,
		more: MORE
	});
	return [
		first,
		...rest,
		...notes.flatMap((note) => noteLines(note, 6, options))
	];
}
function symbolPaint(action, paint) {
	return {
		create: paint.green,
		update: paint.yellow,
		blocked: paint.red,
		skip: paint.cyan,
		unchanged: paint.dim
	}[action];
}
function noteLines({ tone, phrase }, indent, { paint, columns }) {
	const style = {
		cause: paint.red,
		next: paint.cyan,
		weighty: paint.yellow,
		plain: void 0,
		warning: paint.yellow
	}[tone];
	const space = " ".repeat(indent);
	return wrap(inTerminal(phrase), space, `${space}  `, columns, style);
}
function missingLines(plan, { paint, columns }) {
	const all = missingPhrases(plan);
	if (all.length === 0) return [];
	return [
		MISSING_TITLE,
		...all.flatMap((phrase) => wrap(inTerminal(phrase), "    ", "      ", columns, paint.yellow)),
		...wrap(MISSING_HINT, "    ", "      ", columns, paint.cyan)
	];
}
function onboardingLines({ title, lines, hint }, { paint, columns }) {
	return [
		...wrap(inTerminal(title), "", "    ", columns, paint.bold),
		...lines.flatMap((phrase) => wrap(inTerminal(phrase), "    ", "      ", columns)),
		...hint.length === 0 ? [] : wrap(inTerminal(hint), "    ", "      ", columns, paint.cyan)
	];
}
/** What the manifest no longer has, one line each. */
function leftBehindLines({ title, phrases, next }, { paint, verbose, columns }) {
	if (phrases.length === 0) return [];
	const shown = verbose || phrases.length <= 11 ? phrases : phrases.slice(0, SHOWN);
	const more = shown.length < phrases.length ? [`    … ${phrases.length - shown.length} more (${MORE})`] : [];
	return [
		...wrap(title, "", "  ", columns, paint.dim),
		...shown.flatMap((phrase) => wrap(inTerminal(phrase), "  . ", "      ", columns, paint.dim)),
		...more,
		...wrap(next, "    ", "      ", columns, paint.cyan)
	];
}
function upToDateLines({ unread, blocks, upToDate }, { verbose, paint, columns }) {
	const [first] = upToDate;
	if (first === void 0 || !verbose && unread.length + blocks.length === 0) return [];
	const sentence = `${count(upToDate.length, "destination has", "destinations have")} nothing to change`;
	if (!verbose) return [paint.dim(`${sentence}.`)];
	return wrap(inTerminal(say`${sentence}: ${shownNames(upToDate.map((each) => each.name), true)}`), "", "  ", columns, paint.dim);
}

// src/report/markdown-list.ts
/** A titled list; its end is cut where it would bury the rest. */
function markdownList(title, items, rows) {
	if (items.length === 0) return [];
	const shown = items.length <= rows + 1 ? items : items.slice(0, rows);
	const more = items.length - shown.length;
	return [`#### ${title}`, [...shown, ...more > 0 ? [`- … ${more} more (see the status file)`] : []].join("\n")];
}

// src/report/rollout/report-rollout.ts
/** Where the rollout stands after a sync or by a query, and who waits; undefined without a rollout. */
function reportRollout({ outcomes, rollout }, options) {
	if (rollout === void 0) return void 0;
	const pairs = outcomes.flatMap((outcome) => pairOf(outcome, rollout));
	return {
		summary: ringSummary(rollout.progress),
		lines: rolloutLines(rollout.progress, pairs, options),
		notes: rollout.override === void 0 ? [] : [overridePhrase(rollout.override)],
		hints: hintsOf(rollout.progress, pairs, "DIGEST")
	};
}
/** What of the outcomes is not told by the view of the rollout, where it folds what waits. */
function besidesRollout({ outcomes, rollout }) {
	return rollout === void 0 ? outcomes : outcomes.filter((outcome) => pairOf(outcome, rollout).length === 0);
}
function pairOf(outcome, { rings }) {
	const ring = rings.get(outcome.destination);
	const waiting = waitingOf(outcome);
	if (ring === void 0 || waiting === void 0) return [];
	return [{
		destination: outcome.destination,
		ring,
		story: outcome.storyKey,
		waiting
	}];
}
function overridePhrase({ digest, reason, at }) {
	const plan = name(digest.replace(/^sha256:/, "").slice(0, 12));
	return say`overridden ${moment(at)}, with the plan ${plan}: ${words(reason)}`;
}

// src/report/sync/sync-rows.ts
/** Up to this many rows each destination has its own line, which is easiest to read and to search. */
const SINGLE_ROWS = 20;
/** One row per destination and cause (a lost tenant is one fact, not one per story); when that is too many, one per cause. */
function rowsOf(outcomes, options) {
	const rows = outcomes.map(({ destination, storyKey, reason, fact }) => {
		const ofMany = fact === null ? void 0 : saidOfMany(fact);
		return {
			destinations: [destination],
			stories: [storyKey],
			reason,
			...explainIfAny(fact),
			ofMany
		};
	}).toSorted(byTextOf(orderOf$3));
	return options.fold ? foldRows(rows) : rows;
}
function orderOf$3({ destinations, stories }) {
	return `${destinations[0] ?? ""}\n${stories[0] ?? ""}`;
}
function foldRows(rows) {
	const cause = ({ reason, message, hint }) => [
		reason,
		message,
		hint
	];
	const perDestination = merge(rows, (row) => JSON.stringify([row.destinations, cause(row)]), "stories");
	if (perDestination.length <= SINGLE_ROWS) return perDestination;
	return merge(perDestination.map((row) => row.ofMany ? {
		...row,
		...explainForMany(row.ofMany, "NAME")
	} : row), (row) => JSON.stringify([row.stories, cause(row)]), "destinations");
}
function merge(rows, key, grown) {
	return [...Map.groupBy(rows, key).values()].flatMap((same) => {
		const [first] = same;
		return first === void 0 ? [] : [{
			...first,
			[grown]: same.flatMap((row) => row[grown])
		}];
	});
}
/** `contoso / phishing-triage: rejected by the tenant: POST /stories/import: HTTP 422`. */
function rowPhrase({ destinations, stories, reason, message }) {
	const where = say`${someNames(destinations)} / ${someNames(stories)}`;
	const causes = causesOf(reason, message);
	return causes.length === 0 ? where : say`${where}: ${joined(causes, ": ")}`;
}
/** Warnings of all outcomes, as rows. */
function warningRows(outcomes, options) {
	return rowsOf(outcomes.flatMap((outcome) => outcome.warnings.map((fact) => ({
		...outcome,
		reason: null,
		fact
	}))), options);
}
function syncedRows(report) {
	const rows = [...outcomesByDestination(report)].map(([{ name: destination }, outcomes]) => {
		const synced = outcomes.filter(({ status }) => status === "synced");
		return {
			destinations: [destination],
			stories: synced.length,
			did: tallyOutcomes(synced).did
		};
	}).filter(({ stories }) => stories > 0).toSorted(byTextOf(({ destinations: [first] }) => first ?? ""));
	return [...Map.groupBy(rows, ({ stories, did }) => JSON.stringify([stories, did])).values()].flatMap((same) => {
		const [first] = same;
		return first === void 0 ? [] : [{
			...first,
			destinations: same.flatMap(({ destinations }) => destinations)
		}];
	});
}
/** `contoso, fabrikam and 992 more: 7 stories synced each (1 created, 2 updated)`. */
function syncedPhrase({ destinations, stories, did }, options) {
	const names = options.allNames ? joined(destinations.map((each) => [name(each)]), ", ") : someNames(destinations);
	const each = destinations.length > 1 ? " each" : "";
	return say`${names}: ${count(stories, "story", "stories")} synced${each}${didInBrackets(did)}`;
}
function didInBrackets(did) {
	const parts = ["created", "updated"].filter((each) => did[each] > 0).map((each) => `${did[each]} ${each}`);
	return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}
/** The last line, and the headline of the Markdown: exact, whatever was cut above it. */
function statusTotals({ outcomes, destinations }) {
	if (destinations.length === 0) return "Status: nothing pending";
	const { status, did } = tallyOutcomes(outcomes);
	return `Status: ${status.synced} synced${didInBrackets(did)}, ${status.failed} failed, ${status.requires_sync} pending${waitsInBrackets(outcomes)} (${count(destinations.length, "destination")})`;
}
/** `pending (880 wait for their ring)`. */
function waitsInBrackets(outcomes) {
	const waiting = outcomes.filter((outcome) => waitingOf(outcome) !== void 0);
	const parts = waitCounts(waiting.map(({ reason }) => reason));
	return parts.length === 0 ? "" : ` (${parts.join(", ")})`;
}
/** Shown when the run ended early: what is left, and that nothing is lost. */
function interruptedSentence({ outcomes, interrupted, merged }) {
	if (!interrupted) return void 0;
	const left = outcomes.filter(({ reason }) => reason === "not_reached").length;
	const next = merged ? "the next sync goes on from here" : "run the same command again to continue";
	return `Interrupted: ${count(left, "story", "stories")} not reached; ${next}.`;
}

// src/report/status/status-destinations.ts
/** So many ways of being in sync are told apart; beyond, the number of stories says nothing. */
const WAYS_OF_SYNCED = 3;
/** One line for each group of destinations, the worst first: failed, furthest behind, waiting, in sync. */
function destinationGroups(report, options) {
	const lines = [...outcomesByDestination(report)].map(([{ name: each }, outcomes]) => {
		const ring = report.rollout?.rings.get(each);
		return {
			...lineOf(outcomes, report.now, ring === void 0 ? [] : say` (ring ${name(ring)})`),
			names: [each]
		};
	}).toSorted((left, right) => byText(left.order, right.order) || byText(left.names.join(), right.names.join()));
	if (!options.fold) return lines;
	const groups = grouped(lines);
	const synced = groups.filter(({ mark }) => mark === "synced");
	if (synced.length <= WAYS_OF_SYNCED) return groups;
	const names = synced.flatMap((group) => group.names).toSorted(byText);
	return [...groups.filter(({ mark }) => mark !== "synced"), {
		names,
		mark: "synced",
		phrase: ["all synced"]
	}];
}
function grouped(lines) {
	return foldSame(lines, ({ mark, phrase }) => `${mark}\n${inTerminal(phrase)}`).map(({ first, all }) => ({
		...first,
		names: all.flatMap(({ names }) => names)
	}));
}
function lineOf(outcomes, now, ring) {
	if (outcomes.length === 0) return {
		mark: "synced",
		phrase: say`subscribed to nothing${ring}`,
		order: "4"
	};
	const { status } = tallyOutcomes(outcomes);
	const total = outcomes.length;
	const detached = outcomes.filter((outcome) => outcome.detached && outcome.status !== "failed").length;
	const synced = status.synced < total ? `${status.synced} of ${total} synced` : allSynced(total);
	const failed = status.failed > 0 ? `, ${status.failed} failed` : "";
	const counts = say`${synced}${failed}${detached > 0 ? `, ${detached} detached` : ""}${ring}`;
	const lag = lagOf(outcomes);
	const mark = status.failed > 0 ? "failed" : status.synced < total ? "waiting" : "synced";
	if (lag === void 0) return {
		mark,
		phrase: counts,
		order: mark === "failed" ? "1" : mark === "waiting" ? "3" : "4"
	};
	const far = `${lag.even ? "" : "up to "}${count(lag.commits, "commit")} behind for ${span(lag.since, now)}`;
	return {
		mark,
		phrase: say`${counts}; ${far} (${someNames(lag.stories)})`,
		order: `${mark === "failed" ? "1" : "2"} ${lag.since}`
	};
}
function allSynced(total) {
	if (total === 1) return "its one story synced";
	return total === 2 ? "both synced" : `all ${total} synced`;
}
function lagOf(outcomes) {
	const lagging = outcomes.flatMap(({ storyKey, behind }) => behind ? [{
		storyKey,
		...behind
	}] : []);
	const [since] = lagging.map((each) => each.since).toSorted(byText);
	if (since === void 0) return void 0;
	const commits = lagging.map((each) => each.commits);
	const most = Math.max(...commits);
	return {
		commits: most,
		since,
		even: commits.every((each) => each === most),
		stories: lagging.map(({ storyKey }) => storyKey).toSorted(byText)
	};
}

// src/report/status/status-rows.ts
/** Up to this many causes are told one by one; beyond, each reason stands for all that share it. */
const SINGLE_CAUSES = 8;
/** What failed or waits, by cause; a thousand tenants with a cause of their own each come down to a row per reason. */
function causeRows(report, status, options) {
	const outcomes = options.fold ? besidesRollout(report) : report.outcomes;
	const apart = ({ detached, reason }) => detached || reason === "held";
	const told = outcomes.filter((each) => each.status === status && (status === "failed" || !apart(each)));
	const rows = rowsOf(told, options);
	if (!options.fold || rows.length <= SINGLE_CAUSES) return rows;
	return [...Map.groupBy(rows, ({ reason }) => reason).values()].flatMap((same) => {
		const [first] = same;
		if (first === void 0 || same.length === 1) return same;
		const example = same.find(({ message }) => message === null) ?? first;
		const unique = (names) => [...new Set(names.flat())];
		return {
			...example,
			destinations: unique(same.map(({ destinations }) => destinations)),
			stories: unique(same.map(({ stories }) => stories)),
			message: example.message === null ? null : `for example, ${example.message}`
		};
	});
}
/** A cause and for how long it has been one, where that is known: `(for 3 days)`. */
function causePhrases({ outcomes, now }) {
	const pairs = new Map(outcomes.map((outcome) => [`${outcome.destination}\n${outcome.storyKey}`, outcome]));
	return (row) => {
		const since = row.destinations.flatMap((each) => row.stories.map((story) => pairs.get(`${each}\n${story}`))).flatMap((outcome) => sinceOf(outcome) ?? []).reduce((first, time) => first && first < time ? first : time, void 0);
		return since === void 0 ? rowPhrase(row) : say`${rowPhrase(row)} (for ${span(since, now)})`;
	};
}
/** When a run recorded something is not since when git asks for something else: that is told by git. */
function sinceOf(outcome) {
	return outcome?.unchangedSince ?? (outcome?.reason === "content_changed" ? outcome.behind?.since : void 0);
}
/** Stories that somebody has to let through, at the destination or here, wherever else they are told. */
function approvalPhrase({ outcomes }) {
	const held = outcomes.filter(({ status, reason }) => {
		return status !== "synced" && (reason === "awaiting_approval" || reason === "change_control");
	});
	if (held.length === 0) return void 0;
	const where = [...new Set(held.map(({ destination }) => destination))].toSorted(byText);
	const wait = `${count(held.length, "story", "stories")} ${held.length === 1 ? "waits" : "wait"}`;
	return say`${wait} for people (approval, change control): ${someNames(where)}`;
}
/** Who is detached, until when; what has expired comes first. */
function detachedPhrases(report) {
	const { outcomes, destinations, now } = report;
	const detachments = new Map(destinations.flatMap((destination) => destination.subscriptions.flatMap(({ storyKey, detached }) => detached ? [[`${destination.name}\n${storyKey}`, detached]] : [])));
	return outcomes.filter(({ detached }) => detached).map((outcome) => ({
		outcome,
		detachment: detachments.get(`${outcome.destination}\n${outcome.storyKey}`)
	})).toSorted(byTextOf(orderOf$2)).map(({ outcome, detachment }) => {
		const pair = say`${name(outcome.destination)} / ${name(outcome.storyKey)}`;
		return say`${pair}: ${howDetached(detachment, now)}; ${distance(outcome, report)}`;
	});
}
function orderOf$2({ outcome, detachment }) {
	return [
		detachment?.until ?? "9999",
		outcome.destination,
		outcome.storyKey
	].join("\n");
}
function howDetached(detachment, now) {
	if (!detachment) return ["detached there, with the tag \"detached-from-sync\""];
	return notePhrase("detached", detachment, now);
}
function distance({ status, behind, recordedAt }, { live, now }) {
	if (status === "synced") return "equal to git";
	if (status === "failed") return "not compared";
	if (!live && recordedAt === void 0) return "not compared yet";
	return behind ? `${count(behind.commits, "commit")} behind for ${span(behind.since, now)}` : "differs from git";
}
/** How old the answer is. What unsigned state makes of a rollout is a finding of its own. */
function agePhrase(report) {
	return report.unsigned ? `${ageOf(report)} ${UNSIGNED_STATE}` : ageOf(report);
}
function ageOf({ outcomes, live, now }) {
	if (live) return `As the tenants answered, ${moment(now)}.`;
	if (outcomes.length === 0) return `By what is recorded, ${moment(now)}; "status --live" asks the tenants.`;
	const newest = outcomes.flatMap(({ recordedAt }) => recordedAt ?? []).toSorted(byText).at(-1);
	if (newest === void 0) return "Nothing is recorded yet; \"status --live\" asks the tenants.";
	return `As recorded ${moment(newest)} (${span(newest, now)} ago); "status --live" asks the tenants.`;
}
function namesPhrase(names, options) {
	if (!options.all) return someNames(names);
	return joined(names.map((each) => [name(each)]), ", ");
}

// src/report/status/status-held.ts
/** Which destinations are held, by whom and until when, and what waits there; what has expired comes first. */
function heldPhrases(report, options) {
	return phrasesOf(report, options, ({ name, hold }, outcomes) => hold && {
		name,
		why: hold,
		phrase: say`${notePhrase("held", hold, report.now)}; ${whatWaits(outcomes)}`
	});
}
/** The same of those that are pinned: which commit, and what is not as it asks. */
function pinnedPhrases(report, options) {
	return phrasesOf(report, options, (destination, outcomes) => {
		const { name, pin } = destination;
		return pin && {
			name,
			why: pin,
			phrase: say`${pinPhrase(pin, report.now)}; ${whatDiffers(destination, outcomes)}`
		};
	});
}
function phrasesOf(report, options, tell) {
	const sorted = [...outcomesByDestination(report)].flatMap(([each, outcomes]) => tell(each, outcomes) ?? []).toSorted(byTextOf(orderOf$1));
	return foldSame(sorted, ({ name, phrase }) => options.fold ? inTerminal(phrase) : name).map(({ first, all }) => {
		const names = all.map(({ name }) => name);
		return say`${namesPhrase(names, { all: !options.fold })}: ${first.phrase}`;
	});
}
function orderOf$1({ why, name }) {
	return [why.until ?? "9999", name].join("\n");
}
function whatDiffers(destination, outcomes) {
	const others = outcomes.filter(({ storyKey }) => pinOf(destination, storyKey) !== void 0).filter(({ status }) => status !== "synced").length;
	return others === 0 ? "equal to the pin" : count(others, "story is not as pinned", "stories are not as pinned");
}
function whatWaits(outcomes) {
	const waiting = outcomes.filter(({ status, reason }) => status === "requires_sync" && reason === "held").length;
	if (waiting > 0) return `${count(waiting, "story waits", "stories wait")}`;
	const failed = outcomes.some(({ status }) => status === "failed");
	return outcomes.every(({ status }) => status === "synced") ? "equal to git" : failed ? "not compared" : "nothing waits";
}

// src/report/status/status-markdown.ts
/** More rows than a person reads in a summary; the status file has them all. */
const ROWS$1 = 50;
/** Where every story stands, for a check run or a job summary. */
function statusAsMarkdown(report) {
	const approval = approvalPhrase(report);
	const groups = destinationGroups(report, { fold: true });
	return `${[
		`### ${statusTotals(report)}`,
		inMarkdown([agePhrase(report)]),
		...list$1("Failed", causes(report, "failed")),
		...list$1("Waiting for approval", approval === void 0 ? [] : [item$1(approval)]),
		...list$1("Pending", causes(report, "requires_sync")),
		...rolloutAsList(reportRollout(report, {
			fold: true,
			now: report.now
		})),
		...list$1("Held", heldPhrases(report, { fold: true }).map(item$1)),
		...list$1("Pinned", pinnedPhrases(report, { fold: true }).map(item$1)),
		...list$1("Detached", detachedPhrases(report).map(item$1)),
		...list$1("Destinations", groups.map(({ names, phrase }) => item$1(say`${someNames(names)}: ${phrase}`)))
	].join("\n\n")}\n`;
}
function causes(report, status) {
	const phraseOf = causePhrases(report);
	return causeRows(report, status, { fold: true }).map((row) => {
		const next = row.hint === null ? "" : `\n  - **hint:** ${inMarkdown([words(row.hint)])}`;
		return `${item$1(phraseOf(row))}${next}`;
	});
}
function item$1(phrase) {
	return `- ${inMarkdown(phrase)}`;
}
function list$1(title, items) {
	return markdownList(title, items, ROWS$1);
}

// src/report/status/status-prometheus.ts
/**
* The status as Prometheus' text format, for a textfile collector or a Pushgateway. Times are Unix times, since a file is
* read long after it was written; only the age of the oldest detachment is one, so that none is 0.
*/
function statusAsPrometheus(report) {
	return [
		gauge("storysync_pairs", "Pairs of destination and story, by status and reason.", pairs(report)),
		gauge("storysync_destination_last_synced_seconds", "Unix time of the latest sync of a story that is at the destination.", perDestination(report, ({ syncedAt }) => syncedAt === null ? void 0 : unixSeconds(syncedAt))),
		gauge("storysync_destination_behind_commits", "Commits that changed the story that is furthest behind at the destination.", perDestination(report, ({ status, behind }) => behind?.commits ?? (status === "synced" ? 0 : void 0))),
		gauge("storysync_oldest_detachment_seconds", "Seconds since the oldest detachment was recorded; 0 where nothing is detached.", [{
			labels: {},
			value: oldestDetachment(report)
		}])
	].join("");
}
/** Each status has a row without a reason, so that none ever goes missing. */
function pairs({ outcomes }) {
	const none = SYNC_STATUSES.map((status) => ({
		status,
		reason: ""
	}));
	const all = outcomes.map(({ status, reason }) => ({
		status,
		reason: reason ?? ""
	}));
	return [...Map.groupBy([...none, ...all], ({ status, reason }) => `${status}\n${reason}`).values()].flatMap(([labels, ...others]) => labels ? [{
		labels,
		value: others.length + (labels.reason === "" ? 0 : 1)
	}] : []).toSorted(byTextOf(({ labels }) => JSON.stringify(labels)));
}
/** The highest of what its pairs say; a destination of which nothing is known has no row. */
function perDestination({ outcomes }, figureOf) {
	return [...Map.groupBy(outcomes, ({ destination }) => destination)].flatMap(([destination, its]) => {
		const values = its.flatMap((outcome) => figureOf(outcome) ?? []);
		return values.length === 0 ? [] : [{
			labels: { destination },
			value: values.reduce((a, b) => Math.max(a, b))
		}];
	}).toSorted(byTextOf(({ labels }) => labels.destination));
}
function oldestDetachment({ outcomes, now }) {
	return outcomes.filter(({ detached }) => detached).flatMap(({ unchangedSince, recordedAt }) => unchangedSince ?? recordedAt ?? []).reduce((oldest, time) => Math.max(oldest, unixSeconds(now) - unixSeconds(time)), 0);
}
function gauge(name, help, samples) {
	return `# HELP ${name} ${help}\n# TYPE ${name} gauge\n${samples.map(({ labels, value }) => `${name}${inBraces(labels)} ${value}\n`).join("")}`;
}
function inBraces(labels) {
	const pairsOf = Object.entries(labels).map(([name, value]) => `${name}="${escaped(value)}"`);
	return pairsOf.length === 0 ? "" : `{${pairsOf.join(",")}}`;
}
function escaped(value) {
	return value.replaceAll("\\", "\\\\").replaceAll("\"", "\\\"").replaceAll("\n", "\\n");
}
function unixSeconds(time) {
	return Math.floor(Date.parse(time) / 1e3);
}

// src/report/status/status-text.ts
/** A thousand destinations must fit on one screen; `--verbose` and the JSON have all. */
const LEFT_ALONE_LINES = 6;
const DESTINATION_LINES = 10;
/** Where every story stands, for a terminal: failed, waiting, held, pinned, detached, a line per group of destinations, the totals. */
function statusAsText(report, options) {
	const { paint, columns } = options;
	const approval = approvalPhrase(report);
	return `${[
		causeLines(report, "failed", options),
		approval === void 0 ? [] : wrap(inTerminal(approval), `${paint.yellow("approval")} `, "    ", columns),
		causeLines(report, "requires_sync", options),
		rolloutAsText(reportRollout(report, {
			fold: !options.verbose,
			now: report.now
		}), options),
		leftAloneLines(heldPhrases(report, { fold: !options.verbose }), options),
		leftAloneLines(pinnedPhrases(report, { fold: !options.verbose }), options),
		leftAloneLines(detachedPhrases(report), options),
		destinationLines(destinationGroups(report, { fold: !options.verbose }), options),
		[...wrap(agePhrase(report), "", "  ", columns), ...wrap(statusTotals(report), "", "  ", columns, paint.bold)]
	].filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
function causeLines(report, status, options) {
	const { paint, columns, verbose } = options;
	const phraseOf = causePhrases(report);
	const mark = (row) => status === "failed" ? paint.red("!") : waitingSign(row, paint);
	return causeRows(report, status, { fold: !verbose }).flatMap((row) => [...wrap(inTerminal(phraseOf(row)), `${mark(row)} `, "    ", columns), ...row.hint === null ? [] : wrap(inTerminal(hintPhrase(row.hint)), "    ", "      ", columns, paint.cyan)]);
}
/** What the next sync would do, where nothing but the next sync is needed; a dot where somebody has to let it go first. */
function waitingSign({ reason }, paint) {
	if (reason === "new" || reason === "recreated") return paint.green("+");
	if (reason === "content_changed" || reason === "renamed" || reason === "drift") return paint.yellow("~");
	return paint.cyan(".");
}
function leftAloneLines(phrases, { paint, verbose, columns }) {
	const shown = verbose || phrases.length <= 7 ? phrases : phrases.slice(0, LEFT_ALONE_LINES);
	const lines = shown.flatMap((phrase) => wrap(inTerminal(phrase), `${paint.dim(".")} `, "    ", columns));
	if (shown.length < phrases.length) lines.push(`… ${phrases.length - shown.length} more (--verbose shows all)`);
	return lines;
}
function destinationLines(groups, options) {
	const { paint, verbose, columns } = options;
	const marks = {
		failed: paint.red("!"),
		waiting: paint.yellow("~"),
		synced: paint.green("=")
	};
	const unsettled = groups.filter(({ mark }) => mark !== "synced");
	const shown = verbose || unsettled.length <= 11 ? unsettled : unsettled.slice(0, DESTINATION_LINES);
	const cut = unsettled.slice(shown.length).flatMap(({ names }) => names).length;
	const lineOf = ({ names, mark, phrase }) => wrap(inTerminal(say`${namesPhrase(names, { all: verbose })}: ${phrase}`), `${marks[mark]} `, "    ", columns);
	return [
		...shown.flatMap(lineOf),
		...cut > 0 ? [`… ${cut} more destinations with failed or pending stories (--verbose shows all)`] : [],
		...groups.filter(({ mark }) => mark === "synced").flatMap(lineOf)
	];
}

// src/report/pruned.ts
/** One row for each that is left behind: what went wrong first, then what is gone, then what stays. */
function prunedRows({ pruned = [], prunedNative = [] }) {
	const stories = pruned.toSorted(byTextOf(orderOf)).map((each) => ({
		kind: kindOf(each),
		phrase: phraseOf(each)
	}));
	const objects = prunedNative.map((each) => ({
		kind: kindOf(each),
		phrase: phraseOfNative(each)
	}));
	return [...stories, ...objects].toSorted((left, right) => RANK[left.kind] - RANK[right.kind]);
}
const RANK = {
	failed: 0,
	deleted: 1,
	kept: 2
};
function kindOf({ consented, deleted }) {
	if (deleted) return "deleted";
	return consented ? "failed" : "kept";
}
function orderOf({ destination, key }) {
	return `${destination}\n${key}`;
}
function phraseOf({ destination, key, name: own, destinationStoryId, consented, deleted, fact }) {
	const message = words(explainInLine(fact));
	const fate = consented || deleted ? [message] : say`stays there: ${message}`;
	return say`${name(destination)} / ${name(key)} ${words(`"${own}"`)} (story ${String(destinationStoryId)}): ${fate}`;
}
function phraseOfNative({ consented, deleted, fact, ...object }) {
	const message = words(explainInLine(fact));
	const fate = consented || deleted ? [message] : say`stays there: ${message}`;
	return say`${vendorDestination(object)}: ${fate}`;
}
/** `Left behind: 2 deleted, 1 not deleted, 1 stays`; undefined when there is nothing to tell. */
function prunedTotals({ pruned = [], prunedNative = [] }) {
	const all = [...pruned, ...prunedNative];
	if (all.length === 0) return void 0;
	const amount = (kind) => all.filter((each) => kindOf(each) === kind).length;
	const kept = amount("kept");
	return `Left behind: ${amount("deleted")} deleted, ${amount("failed")} not deleted, ${kept} ${kept === 1 ? "stays" : "stay"}`;
}

// src/report/state-notes.ts
const STATE_TITLE = "Recorded state";
function stateNotes(problems) {
	return problems.map(({ code, message, hint }) => ({
		phrase: say`${code} ${words(message)}`,
		hint
	}));
}

// src/report/sync/sync-markdown.ts
/** More rows than a person reads in a summary; the status file has them all. */
const ROWS = 100;
/** The status for a check run or a job summary, worst first. */
function syncAsMarkdown(report) {
	const failed = report.outcomes.filter(({ status }) => status === "failed");
	const interrupted = interruptedSentence(report);
	const synced = syncedRows(report).map((row) => `- ${inMarkdown(syncedPhrase(row, { allNames: false }))}`);
	return `${[
		`### ${statusTotals(report)}`,
		...report.commit === null ? [] : [inMarkdown(say`At commit ${name(shortId(report.commit))}`)],
		...interrupted === void 0 ? [] : [`**${interrupted}**`],
		...section("Failed", failed),
		...section("Pending", besidesRollout(report).filter(({ status }) => status === "requires_sync")),
		...rolloutAsList(reportRollout(report, { fold: true })),
		...list("Warnings", warningRows(report.outcomes, { fold: true }).map(item)),
		...list(STATE_TITLE, stateNotes(report.stateProblems ?? []).map(stateItem)),
		...list("Synced", synced),
		...list(prunedTotals(report) ?? "", prunedRows(report).map(prunedItem))
	].join("\n\n")}\n`;
}
function section(title, outcomes) {
	return list(title, rowsOf(outcomes, { fold: true }).map(item));
}
function item(row) {
	const next = row.hint === null ? "" : `\n  - **hint:** ${inMarkdown([words(row.hint)])}`;
	return `- ${inMarkdown(rowPhrase(row))}${next}`;
}
function stateItem({ phrase, hint }) {
	return `- ${inMarkdown(phrase)}\n  - **hint:** ${inMarkdown([words(hint)])}`;
}
function prunedItem({ kind, phrase }) {
	return `- ${kind === "failed" ? "**failed** " : ""}${inMarkdown(phrase)}`;
}
function list(title, items) {
	return markdownList(title, items, ROWS);
}

// src/report/sync/sync-text.ts
/** Waiting stories are no emergency; failures are never cut. */
const WAITING_ROWS = 40;
/** The status for a terminal or a log: failed, waiting, warnings, synced, then the totals. */
function syncAsText(report, options) {
	const { paint, verbose, columns } = options;
	const fold = { fold: !verbose };
	const failed = report.outcomes.filter(({ status }) => status === "failed");
	const waiting = (verbose ? report.outcomes : besidesRollout(report)).filter(isWaiting);
	const interrupted = interruptedSentence(report);
	const pruned = prunedTotals(report);
	return `${[
		report.chosenCommit === true && report.commit !== null ? wrap(inTerminal(say`Status at commit ${name(shortId(report.commit))}`), "", "  ", columns, paint.dim) : [],
		rowsOf(failed, fold).flatMap((row) => rowLines(row, paint.red("!"), options)),
		waitingLines(waiting, options),
		rolloutAsText(reportRollout(report, fold), options),
		warningRows(report.outcomes, fold).flatMap((row) => rowLines(row, paint.yellow("warning"), options)),
		syncedLines(report, options),
		prunedLines(report, options),
		stateLines(report, options),
		interrupted === void 0 ? [] : wrap(interrupted, "", "  ", columns, paint.yellow),
		[statusTotals(report), ...pruned === void 0 ? [] : [pruned]].flatMap((line) => wrap(line, "", "  ", columns, paint.bold))
	].filter((lines) => lines.length > 0).map((lines) => lines.join("\n")).join("\n\n")}\n`;
}
function isWaiting({ status }) {
	return status === "requires_sync";
}
function rowLines(row, mark, { paint, columns }) {
	const lines = wrap(inTerminal(rowPhrase(row)), `${mark} `, "    ", columns);
	if (row.hint !== null) lines.push(...wrap(inTerminal(hintPhrase(row.hint)), "    ", "      ", columns, paint.cyan));
	return lines;
}
function waitingLines(outcomes, options) {
	const rows = rowsOf(outcomes, { fold: !options.verbose });
	const shown = options.verbose || rows.length <= 41 ? rows : rows.slice(0, WAITING_ROWS);
	const lines = shown.flatMap((row) => rowLines(row, options.paint.cyan("."), options));
	if (shown.length < rows.length) lines.push(`… ${rows.length - shown.length} more (--verbose shows all)`);
	return lines;
}
function syncedLines(report, { paint, verbose, columns }) {
	return syncedRows(report).flatMap((row) => {
		return wrap(inTerminal(syncedPhrase(row, { allNames: verbose })), `${paint.green("=")} `, "    ", columns);
	});
}
function stateLines({ stateProblems = [] }, { paint, columns }) {
	return stateNotes(stateProblems).flatMap(({ phrase, hint }) => [...wrap(`${STATE_TITLE}: ${inTerminal(phrase)}`, `${paint.yellow("warning")} `, "    ", columns), ...wrap(inTerminal(hintPhrase(hint)), "    ", "      ", columns, paint.cyan)]);
}
function prunedLines(report, { paint, columns }) {
	const marks = {
		failed: paint.red("!"),
		deleted: paint.red("-"),
		kept: paint.dim(".")
	};
	return prunedRows(report).flatMap(({ kind, phrase }) => wrap(inTerminal(phrase), `${marks[kind]} `, "    ", columns));
}

// src/cli/views.ts
function planViews(plan, text) {
	const { unsigned = false } = text;
	return {
		text: () => planAsText(plan, text),
		markdown: () => planAsMarkdown(plan, { unsigned }),
		json: () => planToJson(plan)
	};
}
function doctorViews(diagnosis, text) {
	return {
		text: () => doctorAsText(diagnosis, text),
		markdown: () => doctorAsMarkdown(diagnosis),
		json: () => doctorToJson(diagnosis)
	};
}
/** `status` where the document is more than the report, such as signed. */
function syncViews(report, text, status) {
	return {
		text: () => syncAsText(report, text),
		markdown: () => syncAsMarkdown(report),
		json: () => status ?? statusToJson(report)
	};
}
function statusViews({ report, page }, text) {
	return {
		text: () => statusAsText(report, text),
		markdown: () => statusAsMarkdown(report),
		json: () => statusToJson(report),
		prometheus: () => statusAsPrometheus(report),
		...page === void 0 ? {} : { html: () => page }
	};
}

export { vendorDestination as a, changeSchema as c, worstOf as d, syncViews as i, diagnosisLine as l, planViews as n, statusToJson as o, statusViews as r, changeFromJson as s, doctorViews as t, CHECKS as u };