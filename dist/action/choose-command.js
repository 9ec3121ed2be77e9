import { o as unreachable } from "./loopback.js";

// src/diagnostics/system-code.ts
/** The system's short name for what went wrong, such as `ENOENT`. Its sentences name paths, and nothing to do. */
function systemCode(error) {
	return error instanceof Error && "code" in error ? String(error.code) : "unknown";
}
const PERMISSION = ["permission denied", "let this user write there, or choose another place"];
/** What people meet, in words, and what they can do about it. */
const KNOWN = {
	ENOSPC: ["the disk is full", "free space on that disk, or choose another place, then run the command again"],
	EDQUOT: ["the disk quota is used up", "free space, or choose another place, then run the command again"],
	EROFS: ["the file system is read-only", "choose a place that may be written, or mount it writable"],
	EACCES: PERMISSION,
	EPERM: PERMISSION,
	ENOENT: ["there is no such folder", "create the folder, or choose one that exists"],
	ENOTDIR: ["a part of the path is a file", "choose a path whose folders exist"],
	EISDIR: ["it is a folder", "name a file"],
	ENAMETOOLONG: ["the name is too long", "choose a shorter name"],
	EMFILE: ["too many files are open", "raise the limit (ulimit -n), or lower --concurrency"]
};
/** `the disk is full (ENOSPC)`: the code stays, for whoever searches for it. */
function systemWords(code, otherwise = "the system refuses it") {
	return `${KNOWN[code]?.[0] ?? otherwise} (${code})`;
}
/** What the reader can do about it; what the caller says where nothing better is known. */
function systemHint(code, otherwise) {
	return KNOWN[code]?.[1] ?? otherwise;
}

// src/action/decide/choose-command.ts
/** The command, or what `auto` means for this event. */
function chooseTask(asked, trigger) {
	const { command, selectors } = asked;
	if (trigger.event === "refused") return refused(untrusted(trigger.name));
	const byHand = givenByHand(asked);
	if (byHand !== void 0 && trigger.event !== "workflow_dispatch") return refused(askedBy(trigger, byHand));
	switch (command) {
		case "auto": return chooseByEvent(trigger, selectors.pending ?? false);
		case "validate": return { kind: "validate" };
		case "plan": return plan({});
		case "sync": return isFork(trigger) ? refused(FORK_SYNC) : { kind: "sync" };
		case "export": return chooseExport(trigger);
		case "status": return { kind: "status" };
		case "doctor": return isFork(trigger) ? refused(FORK_DOCTOR) : { kind: "doctor" };
		case "report": return trigger.event === "pull_request" ? refused(NOTHING_SYNCED) : { kind: "report" };
		default: return unreachable(command);
	}
}
function chooseByEvent(trigger, pending) {
	switch (trigger.event) {
		case "pull_request": return plan({});
		case "push": return mayBeDefault(trigger) ? { kind: "sync" } : otherPush(trigger);
		case "workflow_dispatch": return { kind: "sync" };
		case "schedule": return pending ? { kind: "sync" } : plan({
			refresh: true,
			reportOnly: true
		});
		case "merge_group": return { kind: "validate" };
		case "repository_dispatch": return chooseExport(trigger);
		case "other": return refused(`"command: auto" has no meaning for the event "${trigger.name}"; name the command, such as "command: plan"`);
		default: return unreachable(trigger);
	}
}
/** What a person says of one run, and no push or clock does. */
const BY_HAND = {
	"override-rollout": "a rollout is overridden",
	replace: "a sync destination of the vendor's is replaced",
	takeover: "a destination is taken over",
	prune: "what is left behind is deleted"
};
/** The first such input that was given. */
function givenByHand({ override, consent, prune }) {
	if (override !== void 0) return "override-rollout";
	if (consent?.replace.size) return "replace";
	if (consent?.takeover.size) return "takeover";
	return prune === void 0 ? void 0 : "prune";
}
function askedBy(trigger, input) {
	const event = trigger.event === "other" ? trigger.name : trigger.event;
	return `${input}: ${BY_HAND[input]} by hand, by "workflow_dispatch" on the default branch, and not by "${event}"; hand the input over under that event alone`;
}
function plan(how) {
	return {
		kind: "plan",
		refresh: false,
		reportOnly: false,
		...how
	};
}
function refused(message) {
	return {
		kind: "refused",
		message
	};
}
/** An export makes a proposal of its own; what is only proposed itself says where keys go, and is no ground for one. */
function chooseExport(trigger) {
	if (trigger.event !== "pull_request" && trigger.event !== "merge_group") return { kind: "export" };
	return refused(`nothing is exported ${trigger.event === "pull_request" ? "for a pull request" : "in a merge queue"}: an export opens a pull request of its own; use "schedule", "workflow_dispatch" or "repository_dispatch"`);
}
/** The event's word is enough to do nothing. To sync takes the word of the remote. */
function mayBeDefault({ ref, defaultBranch }) {
	return ref.startsWith("refs/heads/") && (defaultBranch === void 0 || ref === `refs/heads/${defaultBranch}`);
}
function otherPush({ ref, defaultBranch }) {
	return {
		kind: "nothing",
		notice: `Nothing to do for a push to ${ref}: only pushes to the default branch${defaultBranch === void 0 ? "" : ` "${defaultBranch}"`} are synced.`
	};
}
function isFork(trigger) {
	return trigger.event === "pull_request" && trigger.fork;
}
const FORK_SYNC = "the pull request comes from a fork, and nothing from a fork is ever pushed to a tenant; use \"command: plan\", and sync after the merge";
const NOTHING_SYNCED = "nothing is synced for a pull request, so there is nothing to report; give \"command: report\" to the job after the syncs";
const FORK_DOCTOR = "the pull request comes from a fork, which has no keys to ask a tenant with; run \"command: doctor\" on a branch of this repository";
function untrusted(event) {
	return `storysync does not run under the event "${event}": it hands the repository's secrets to a job that is often made to check out untrusted code. Use "pull_request" for plans (a fork gets an offline one) and "push" to the default branch for syncs`;
}

export { systemWords as a, systemHint as i, givenByHand as n, systemCode as r, chooseTask as t };