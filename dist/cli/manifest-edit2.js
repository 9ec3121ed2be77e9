import { Rt as byTextOf } from "./stories-at.js";
import { t as wrap } from "./wrap.js";
import { C as forTerminal, S as clip, d as someNames, g as inTerminal, h as inMarkdown, u as count, v as name, y as say } from "./unsigned-state.js";
import { basename } from "node:path";

// src/report/manifest-edit.ts
/** Lines shown when not everything is asked for. */
const SHOWN = 40;
/** A manifest may hold a whole destination on one line. */
const WIDTH = 200;
const DID = {
	detached: ["is detached at", ""],
	changed: ["was already detached at", "; its note is updated"],
	nothing: ["is already detached at", ", with the same note; nothing changes"],
	reattached: ["is reattached at", ""]
};
function editAsText(report, { paint, verbose, columns }) {
	const { lines, did, meaning } = report;
	const shown = verbose || lines.length <= 41 ? lines : lines.slice(0, SHOWN);
	const width = String(Math.max(0, ...shown.map(({ number }) => number))).length;
	const written = shown.map(({ op, number, text }) => {
		return (op === "+" ? paint.green : paint.red)(`  ${op} ${String(number).padStart(width)} | ${forTerminal(clip(text, WIDTH))}`);
	});
	if (shown.length < lines.length) written.push(`  … ${lines.length - shown.length} more lines (--verbose shows all)`);
	return `${[
		[...wrap(inTerminal(headline(report)), "", "  ", columns, paint.bold), ...written],
		did.flatMap((row) => wrap(inTerminal(row), "", "  ", columns)),
		meaning.flatMap((phrase) => wrap(inTerminal(phrase), "", "  ", columns))
	].filter((each) => each.length > 0).map((each) => each.join("\n")).join("\n\n")}\n`;
}
function editAsMarkdown(report) {
	const { lines, did, meaning } = report;
	const items = lines.slice(0, SHOWN).map(({ op, number, text }) => {
		return `- ${op === "+" ? "added" : "removed"} line ${number}: ${inMarkdown([name(text.trim())])}`;
	});
	if (lines.length > SHOWN) items.push(`- … ${lines.length - SHOWN} more lines`);
	return `${[
		`### ${inMarkdown(headline(report))}`,
		...items.length > 0 ? [items.join("\n")] : [],
		did.map((row) => `- ${inMarkdown(row)}`).join("\n"),
		...meaning.map((phrase) => inMarkdown(phrase))
	].join("\n\n")}\n`;
}
function headline({ manifest, lines }) {
	if (lines.length === 0) return say`${name(manifest)} stays as it is`;
	return say`${name(manifest)}: ${count(lines.length, "line")} changed`;
}
/** A story each, with the destinations that had the same done. */
function pairRows(pairs) {
	return [...Map.groupBy(pairs, ({ story, did }) => `${story} ${did}`).values()].toSorted(byTextOf(([first]) => first?.story ?? "")).flatMap((group) => {
		const [first] = group;
		if (first === void 0) return [];
		const [before, after] = DID[first.did];
		return [say`${name(first.story)} ${before} ${someNames(group.map(({ destination }) => destination))}${after}`];
	});
}

// src/report/plan/changed-lines.ts
/** How far one side may be ahead of the other. An edit of the manifest changes a few lines here and there. */
const REACH = 500;
/** What a small edit changed, line by line, in the order of the file. */
function changedLines(before, after) {
	const old = before.split(/\r?\n/);
	const now = after.split(/\r?\n/);
	const changed = [];
	let from = 0;
	let to = 0;
	while (from < old.length || to < now.length) {
		if (from < old.length && to < now.length && old[from] === now[to]) {
			from++;
			to++;
			continue;
		}
		const [gone, come] = nextMatch(old, now, from, to);
		for (const end = from + gone; from < end; from++) changed.push({
			op: "-",
			number: from + 1,
			text: old[from] ?? ""
		});
		for (const end = to + come; to < end; to++) changed.push({
			op: "+",
			number: to + 1,
			text: now[to] ?? ""
		});
	}
	return changed;
}
/** How many lines of each side to pass until both say the same again. */
function nextMatch(old, now, from, to) {
	const left = old.length - from;
	const right = now.length - to;
	for (let apart = 1; apart <= REACH && apart <= left + right; apart++) for (let gone = Math.max(0, apart - right); gone <= Math.min(apart, left); gone++) {
		const come = apart - gone;
		if (gone === left && come === right || gone < left && come < right && old[from + gone] === now[to + come]) return [gone, come];
	}
	return [left, right];
}

// src/cli/edit/manifest-edit.ts
/** What is shown of the edited file. */
function changedManifest({ file, before, after }) {
	const text = new TextDecoder();
	return {
		manifest: file,
		lines: changedLines(text.decode(before), text.decode(after))
	};
}
function editedFile({ file, before, after }) {
	return {
		path: basename(file),
		change: Buffer.compare(before, after) === 0 ? "unchanged" : "update"
	};
}

export { pairRows as a, editAsText as i, editedFile as n, editAsMarkdown as r, changedManifest as t };