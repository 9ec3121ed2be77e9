import { r as ok } from "./dist.js";
import { d as nextKeyVersion, i as prepareEdit, s as writeEdit } from "./manifest-edit.js";
import { Wt as matcher } from "./stories-at.js";
import { s as unmatched, u as cannotRun } from "./lock-holder.js";
import { i as findingsToJson, t as Session } from "./session.js";
import { i as editAsText, n as editedFile, r as editAsMarkdown, t as changedManifest } from "./manifest-edit2.js";
import { d as someNames, v as name, y as say } from "./unsigned-state.js";

// src/commands/edit/rotate.ts
/** Raises the number of the key in the manifest: the vendor is given the key again by the next sync. */
async function rotateCommand(world, workspace, { destinations: asked }) {
	const { destinations } = workspace.manifest;
	const known = destinations.map(({ name }) => name);
	const wrong = unmatched("--destination", asked, known);
	if (wrong.length > 0) return cannotRun(wrong);
	const is = matcher(asked);
	const chosen = destinations.filter(({ name }) => is(name));
	const edit = await prepareEdit(world, workspace, chosen.map(({ name }) => ({
		kind: "rotate",
		destination: name
	})));
	if (!edit.ok) return edit;
	const written = await writeEdit(edit.value);
	if (!written.ok) return written;
	const rotated = chosen.map((each) => ({
		name: each.name,
		version: nextKeyVersion(each),
		keyName: each.keyName
	}));
	return ok({
		edit: edit.value,
		rotated,
		exitCode: 0
	});
}

// src/cli/edit/rotate.ts
/** `storysync rotate`: has the vendor given the keys of destinations again, by their numbers in the manifest. */
async function rotate(host, options) {
	const session = new Session(host, options);
	const opened = await session.open({ base: false });
	if ("exitCode" in opened) return opened.exitCode;
	const result = await rotateCommand(session.world, opened.workspace, { destinations: options.destination });
	if (!result.ok) return session.end(result.error, opened.opened);
	const report = reportOf(result.value);
	session.result({
		text: () => editAsText(report, session.outText),
		markdown: () => editAsMarkdown(report),
		json: () => findingsToJson([], options.manifest, opened.opened.counts, [editedFile(result.value.edit)])
	});
	return result.value.exitCode;
}
function reportOf({ edit, rotated }) {
	const did = [...Map.groupBy(rotated, ({ version }) => version)].map(([version, all]) => {
		return say`${someNames(all.map((each) => each.name))}: key version ${String(version)}`;
	});
	const keys = [...new Set(rotated.map(({ keyName }) => keyName))];
	const meaning = [
		say`Put the new ${keys.length === 1 ? "key" : "keys"} into ${someNames(keys)} first.`,
		["The next sync hands over what is there; the vendor never shows a key, so nothing compares them."],
		say`Commit ${name(edit.file)} for it to take effect.`
	];
	return {
		...changedManifest(edit),
		did,
		meaning
	};
}

export { rotate };