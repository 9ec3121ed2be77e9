import { r as ok } from "./dist.js";
import { i as prepareEdit, n as choosePairs, s as writeEdit, t as checkNote, v as sameDetachment } from "./manifest-edit.js";
import { w as todayOf } from "./workspace.js";
import { d as finding, u as cannotRun } from "./lock-holder.js";
import { t as refuseServed } from "./served-by-vendor.js";
import { i as findingsToJson, t as Session } from "./session.js";
import { a as pairRows, i as editAsText, n as editedFile, r as editAsMarkdown, t as changedManifest } from "./manifest-edit2.js";
import { v as name, y as say } from "./unsigned-state.js";

// src/commands/edit/detach.ts
/** Writes `detached` into the manifest. What a detachment says already and this request does not mention stays. */
async function detachCommand(world, workspace, { selectors, detachment }) {
	const wrong = checkNote(detachment, "story is detached", todayOf(world));
	if (wrong.length > 0) return cannotRun(wrong);
	const chosen = choosePairs(workspace, selectors);
	if (!chosen.ok) return chosen;
	const names = chosen.value.map(({ destination }) => destination);
	const served = refuseServed(workspace, names, "detached");
	if (served.length > 0) return finding(served);
	const pairs = chosen.value.map(({ destination, subscription: { storyKey, detached } }) => {
		const wanted = {
			...detached,
			...detachment
		};
		return {
			destination,
			story: storyKey,
			detachment: wanted,
			did: detached === void 0 ? "detached" : sameDetachment(detached, wanted) ? "nothing" : "changed"
		};
	});
	const edit = await prepareEdit(world, workspace, pairs.map(({ destination, story, detachment: wanted }) => {
		return {
			kind: "detach",
			destination,
			story,
			detachment: wanted
		};
	}));
	if (!edit.ok) return edit;
	const written = await writeEdit(edit.value);
	if (!written.ok) return written;
	return ok({
		edit: edit.value,
		pairs: pairs.map(({ destination, story, did }) => ({
			destination,
			story,
			did
		})),
		exitCode: 0
	});
}

// src/cli/edit/detach.ts
/** `storysync detach`: takes stories out of sync at destinations, in the manifest. */
async function detach(host, options) {
	const session = new Session(host, options);
	const opened = await session.open({ base: false });
	if ("exitCode" in opened) return opened.exitCode;
	const { reason, owner, until } = options;
	const result = await detachCommand(session.world, opened.workspace, {
		selectors: {
			destinations: options.destination,
			stories: options.story
		},
		detachment: {
			reason,
			...owner === void 0 ? {} : { owner },
			...until === void 0 ? {} : { until }
		}
	});
	if (!result.ok) return session.end(result.error, opened.opened);
	const report = reportOf(result.value);
	session.result({
		text: () => editAsText(report, session.outText),
		markdown: () => editAsMarkdown(report),
		json: () => findingsToJson([], options.manifest, opened.opened.counts, [editedFile(result.value.edit)])
	});
	return result.value.exitCode;
}
function reportOf({ edit, pairs }) {
	const meaning = pairs.some(({ did }) => did === "detached") ? [
		["No longer pushed there, and never deleted."],
		["Still compared: plan and status show how far behind it is."],
		say`Commit ${name(edit.file)} for it to take effect.`,
		["To bring a story back: storysync reattach --destination NAME --story KEY"]
	] : [];
	return {
		...changedManifest(edit),
		did: pairRows(pairs),
		meaning
	};
}

export { detach };