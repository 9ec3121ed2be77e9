import { r as ok } from "./dist.js";
import { a as readForEdit, l as holdingsIn, o as workOut, s as writeEdit, t as checkNote, v as sameDetachment } from "./manifest-edit.js";
import { w as todayOf } from "./workspace.js";
import { u as cannotRun } from "./lock-holder.js";
import { r as sayingOf, t as chooseHolders } from "./holders.js";
import { i as findingsToJson, t as Session } from "./session.js";
import { i as editAsText, n as editedFile, r as editAsMarkdown, t as changedManifest } from "./manifest-edit2.js";
import { d as someNames, v as name, y as say } from "./unsigned-state.js";

// src/commands/edit/hold.ts
/** Writes `hold` into the manifest. What a hold says already and this request does not mention stays. */
async function holdCommand(world, workspace, { destinations, hold }) {
	const wrong = checkNote(hold, "destination is held", todayOf(world));
	if (wrong.length > 0) return cannotRun(wrong);
	const chosen = chooseHolders(workspace, destinations);
	if (!chosen.ok) return chosen;
	const read = await readForEdit(workspace);
	if (!read.ok) return read;
	const said = holdingsIn({ bytes: read.value.before });
	const edits = chosen.value.map((holder) => {
		const before = sayingOf(said, holder)?.hold;
		const wanted = {
			...before,
			...hold
		};
		return {
			kind: "hold",
			holder,
			hold: wanted,
			did: before === void 0 ? "held" : sameDetachment(before, wanted) ? "nothing" : "changed"
		};
	});
	const edit = workOut(world, read.value, edits);
	if (!edit.ok) return edit;
	const written = await writeEdit(edit.value);
	if (!written.ok) return written;
	return ok({
		edit: edit.value,
		edited: edits.map(({ holder, did }) => ({
			holder,
			did
		})),
		exitCode: 0
	});
}
/** Takes `hold` out of the manifest, where it stands; where it stands nowhere that was named, that is told. */
async function releaseCommand(world, workspace, { destinations }) {
	const chosen = chooseHolders(workspace, destinations);
	if (!chosen.ok) return chosen;
	const read = await readForEdit(workspace);
	if (!read.ok) return read;
	const said = holdingsIn({ bytes: read.value.before });
	const held = chosen.value.filter((holder) => sayingOf(said, holder)?.hold !== void 0);
	const released = held.length > 0 ? held : chosen.value;
	const edit = workOut(world, read.value, released.map((holder) => ({
		kind: "release",
		holder
	})));
	if (!edit.ok) return edit;
	const written = await writeEdit(edit.value);
	if (!written.ok) return written;
	return ok({
		edit: edit.value,
		edited: released.map((holder) => ({
			holder,
			did: "released"
		})),
		stillHeld: stillHeld$1(released, holdingsIn({ bytes: edit.value.after })),
		exitCode: 0
	});
}
function stillHeld$1(released, { defaults, destinations }) {
	if (released.some(({ kind }) => kind === "defaults")) return [...destinations].flatMap(([name, { hold }]) => hold === void 0 ? [] : [name]);
	if (defaults.hold === void 0) return [];
	return released.flatMap((holder) => holder.kind === "destination" ? [holder.name] : []);
}

// src/cli/edit/hold.ts
/** `storysync hold`: stops every push to destinations, in the manifest. */
async function hold(host, options) {
	const session = new Session(host, options);
	const opened = await session.open({ base: false });
	if ("exitCode" in opened) return opened.exitCode;
	const { destination: destinations, reason, owner, until } = options;
	const result = await holdCommand(session.world, opened.workspace, {
		destinations,
		hold: {
			reason,
			...owner === void 0 ? {} : { owner },
			...until === void 0 ? {} : { until }
		}
	});
	if (!result.ok) return session.end(result.error, opened.opened);
	const { edit, edited } = result.value;
	const { destinations: all } = opened.workspace.manifest;
	const isServed = all.some(({ name: own, engine }) => engine === "native" && isAmong(own, edited));
	const meaning = edited.some(({ did }) => did === "held") ? whileHeld(edit, isServed) : [];
	show(session, options, opened, edit, {
		...changedManifest(edit),
		did: rowsOf(edited),
		meaning
	});
	return result.value.exitCode;
}
/** `storysync release`: lets destinations be pushed to again, in the manifest. */
async function release(host, options) {
	const session = new Session(host, options);
	const opened = await session.open({ base: false });
	if ("exitCode" in opened) return opened.exitCode;
	const result = await releaseCommand(session.world, opened.workspace, { destinations: options.destination });
	if (!result.ok) return session.end(result.error, opened.opened);
	const { edit, edited } = result.value;
	const did = [...rowsOf(edited), ...stillHeld(result.value)];
	const meaning = [["What waits there is pushed by the next sync; see it first: storysync plan"], say`Commit ${name(edit.file)} for it to take effect.`];
	show(session, options, opened, edit, {
		...changedManifest(edit),
		did,
		meaning
	});
	return result.value.exitCode;
}
function show(session, { manifest }, { opened }, edit, report) {
	session.result({
		text: () => editAsText(report, session.outText),
		markdown: () => editAsMarkdown(report),
		json: () => findingsToJson([], manifest, opened.counts, [editedFile(edit)])
	});
}
function whileHeld({ file }, isServed) {
	return [
		["Nothing is pushed there and nothing deleted, whatever a sync is asked for."],
		["Still compared: plan and status show what waits."],
		...isServed ? [["Where the vendor syncs, the next sync sets its manual flag: a publish at the origin does not pass the hold."]] : [],
		say`Commit ${name(file)} for it to take effect.`,
		["To go on: storysync release --destination NAME"]
	];
}
function isAmong(destination, edited) {
	return edited.some(({ holder }) => holder.kind === "defaults" || holder.name === destination);
}
const ONE = {
	held: "is held",
	changed: "was already held; its note is updated",
	nothing: "is already held, with the same note; nothing changes",
	released: "is released"
};
const MANY = {
	held: "are held",
	changed: "were already held; their notes are updated",
	nothing: "are already held, with the same notes; nothing changes",
	released: "are released"
};
/** Destinations that had the same done, in one row. */
function rowsOf(edited) {
	return [...Map.groupBy(edited, ({ did }) => did)].map(([did, same]) => {
		const names = same.flatMap(({ holder }) => holder.kind === "destination" ? [holder.name] : []);
		if (names.length === 0) return [`the whole fleet ${ONE[did]}`];
		return say`${someNames(names)} ${names.length === 1 ? ONE[did] : MANY[did]}`;
	});
}
function stillHeld({ edited, stillHeld: names }) {
	if (names.length === 0) return [];
	const fleet = edited.some(({ holder }) => holder.kind === "defaults");
	const stay = names.length === 1 ? "stays" : "stay";
	return [say`${someNames(names)} ${stay} held by ${fleet ? "a \"hold\" of its own" : "\"defaults\", as every destination is"}`];
}

export { hold, release };