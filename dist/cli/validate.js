import { t as Session, w as findingsExitCode } from "./session.js";
import { t as explain } from "./explain.js";
import { n as openWorkspace } from "./workspace.js";
import { C as forTerminal } from "./unsigned-state.js";

// src/commands/validate.ts
/** Manifest, story files, their agreement, and the pins; offline. What it finds is its result. */
async function validateCommand(world, manifest, options) {
	return withExitCode(withPinFindings(await openWorkspace(world, manifest, {
		...options,
		lookUpPins: true
	})));
}
/** What a validation of these files ends with. */
function withExitCode(opened) {
	return {
		...opened,
		exitCode: opened.unreadable ? 2 : findingsExitCode(opened.problems)
	};
}
/** The pins that were looked up, as findings. */
function withPinFindings(opened) {
	return {
		...opened,
		problems: [...opened.problems, ...findingsOf(opened.pins)]
	};
}
/** What is wrong with one pin is said once, whatever number of destinations has it. */
function findingsOf(pins) {
	if (pins === void 0) return [];
	const found = pins.manifest.destinations.flatMap((destination) => [...pins.stories.get(destination.name) ?? []].flatMap(([key, entry]) => entry.kind === "unusable" ? [{
		destination,
		key,
		fact: entry.fact
	}] : []));
	return [...Map.groupBy(found, ({ key, fact }) => {
		return JSON.stringify([
			OF_ONE_STORY.has(fact.because.kind) ? key : null,
			fact.pin.commit,
			explain(fact)
		]);
	}).values()].flatMap((each) => problemOf(each) ?? []);
}
function problemOf(same) {
	const [first] = same;
	if (first === void 0) return void 0;
	const { destination, key, fact } = first;
	const { message, hint } = explain(fact);
	const others = new Set(same.map((each) => each.destination.name)).size - 1;
	const who = `${OF_ONE_STORY.has(fact.because.kind) ? `story "${key}" of ` : ""}destination "${destination.name}"${others > 0 ? ` and ${others} more` : ""}`;
	const checked = !NOT_KNOWN.has(fact.because.kind);
	return {
		code: checked ? "GIT021" : "GIT022",
		severity: checked ? "error" : "warning",
		message: checked ? `${who}: ${message}` : `${who}: not checked: ${message}`,
		hint: hint ?? "take the pin out, or pin to another commit",
		place: destination.place
	};
}
const OF_ONE_STORY = /* @__PURE__ */ new Set([
	"story_absent",
	"story_unusable",
	"story_clashes"
]);
/** Nobody can tell here, so nothing is called wrong. */
const NOT_KNOWN = /* @__PURE__ */ new Set([
	"no_repository",
	"history_missing",
	"tip_missing",
	"git_unreadable"
]);

// src/cli/validate.ts
/** `storysync validate`: manifest, story files and their agreement; offline. */
async function validate(host, options) {
	const session = new Session(host, options);
	const opened = await validateCommand(session.world, options.manifest, { base: false });
	if (opened.unreadable) return session.refuse(opened);
	session.findings(opened);
	if (options.verbose && opened.workspace) session.say(describeStories(opened.workspace.desired));
	return opened.exitCode;
}
/** What was looked at: each story, what it names at a destination, and the record types it keeps. */
function describeStories({ stories }) {
	return [...stories.values()].map(({ key, file, story, references, recordTypes }) => {
		const names = [...new Set(references.map(({ kind, slug }) => `${kind} ${slug}`)), ...recordTypes.map(({ name }) => `record type ${name}`)];
		return forTerminal(`${key}: ${file}, ${story.agents.length} actions; ${names.length > 0 ? names.join(", ") : "names nothing"}`);
	}).join("\n");
}

export { validate };