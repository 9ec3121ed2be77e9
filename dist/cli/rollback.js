import { r as ok } from "./dist.js";
import { a as readForEdit, l as holdingsIn, n as choosePairs, o as workOut, p as notPinned, s as writeEdit, t as checkNote, y as samePin } from "./manifest-edit.js";
import { Ft as openManifest, Rt as byTextOf, Wt as matcher, c as shortId, d as parentOf, o as namedCommit } from "./stories-at.js";
import { o as pinOf, w as todayOf } from "./workspace.js";
import { E as planExitCode, t as Session } from "./session.js";
import { n as explainIfAny } from "./explain.js";
import { d as finding, s as unmatched, u as cannotRun } from "./lock-holder.js";
import { n as StateSession } from "./state-session.js";
import { n as holderNames, r as sayingOf, t as chooseHolders } from "./holders.js";
import { n as planSelection } from "./plan.js";
import { n as withReaders, t as openProgress } from "./progress.js";
import { t as refuseServed } from "./served-by-vendor.js";
import { n as consequencesOf, r as unknownLosses, t as OFFLINE } from "./consequences.js";
import { i as editAsText, r as editAsMarkdown, t as changedManifest } from "./manifest-edit2.js";
import { d as someNames, g as inTerminal, v as name, y as say } from "./unsigned-state.js";
import { a as settingsOf } from "./options.js";
import { n as planViews } from "./views.js";

// src/commands/edit/pin-preview.ts
/** What the edited manifest says of its destinations. */
function destinationsAfter(world, { file, after }) {
	const { manifest } = openManifest({
		file,
		bytes: after
	}, { today: todayOf(world) });
	if (manifest === void 0) throw new Error("Internal error: an edited manifest does not open");
	return manifest.destinations;
}
/** What a sync would do to these pairs once the edit is merged. */
async function previewPins(world, workspace, destinations, selected, settings, progress) {
	const named = new Set(settings.selectors.destinations.filter((name) => selected.has(name)));
	const { manifest, desired } = workspace;
	const edited = {
		...workspace,
		manifest: {
			...manifest,
			destinations
		},
		desired: {
			...desired,
			destinations
		},
		dirty: true,
		commit: null
	};
	const chosen = {
		selected,
		named,
		whole: false
	};
	const planned = await withReaders(world, settings, (tenants) => planSelection(world, edited, {
		chosen,
		tenants,
		rollout: void 0
	}, settings, progress));
	return planned.ok ? ok(planned.value) : planned;
}

// src/commands/edit/rollback-commit.ts
/**
* The commit that a destination had before its last sync: the one that brought its stories there before, as the history of
* recorded state tells; else the first parent of the one that did it last. Undefined where neither is known.
*/
async function commitBefore(repository, state, former, keys) {
	const last = state && newestPush(state, keys)?.commit;
	if (repository === void 0 || last === void 0) return void 0;
	for await (const then of former) {
		const commit = newestPush(then, keys)?.commit;
		if (commit !== void 0 && commit !== last) return commit;
	}
	const parent = await parentOf(repository, last);
	return parent.ok ? parent.value : void 0;
}
/** The push of these stories that came last. One that did not verify is nothing to go back to. */
function newestPush({ stories }, keys) {
	return Object.entries(stories).filter(([key, { status }]) => keys.has(key) && status === "synced").map(([, entry]) => entry).toSorted(byTextOf(({ syncedAt }) => syncedAt)).at(-1);
}

// src/commands/edit/rollback.ts
/** Shows what going back costs, then writes a `pin` that no later merge undoes. */
async function rollbackCommand(world, workspace, settings, progress) {
	const wrong = checkNote(settings.note, "destination is rolled back", todayOf(world));
	if (wrong.length > 0) return cannotRun(wrong);
	const holders = chooseHolders(workspace, settings.selectors.destinations);
	if (!holders.ok) return holders;
	const served = refuseServed(workspace, holderNames(holders.value), "rolled back");
	if (served.length > 0) return finding(served);
	const known = checkStories(workspace, holders.value, settings);
	if (!known.ok) return known;
	const read = await readForEdit(workspace);
	if (!read.ok) return read;
	const said = holdingsIn({ bytes: read.value.before });
	const wanted = await wantedPins(world, workspace, {
		holders: holders.value,
		said
	}, settings);
	if (!wanted.ok) return wanted;
	const pinned = wanted.value.map(({ holder, pin }) => {
		const before = sayingOf(said, holder)?.pin;
		return {
			holder,
			pin,
			did: before === void 0 ? "pinned" : samePin(before, pin) ? "nothing" : "changed"
		};
	});
	const edit = workOut(world, read.value, pinned.map(({ holder, pin }) => ({
		kind: "pin",
		holder,
		pin
	})));
	if (!edit.ok) return edit;
	const destinations = destinationsAfter(world, edit.value);
	const selected = pinnedPairs(destinations, pinned);
	const planned = await previewPins(world, workspace, destinations, selected, settings, progress);
	if (!planned.ok) return planned;
	const { plan, problems } = planned.value;
	const result = {
		plan,
		problems,
		pinned
	};
	const refusals = [...findUnusable(plan), ...settings.offline ? [] : unknownLosses(workspace, plan, settings)];
	if (refusals.length > 0) return ok({
		...result,
		edit: finding(refusals),
		exitCode: 1
	});
	const written = await writeEdit(edit.value);
	if (!written.ok) return ok({
		...result,
		edit: written,
		exitCode: written.error.exitCode
	});
	return ok({
		...result,
		edit,
		exitCode: planExitCode(plan, { expectNoChanges: false })
	});
}
/** The fleet may be pinned for stories of the catalogue, a destination for those that it takes. */
function checkStories(workspace, holders, { selectors }) {
	const names = holderNames(holders);
	const destinations = names.length > 0 ? names : ["*"];
	if (selectors.stories.length === 0) return ok(void 0);
	const pairs = choosePairs(workspace, {
		destinations,
		stories: selectors.stories
	});
	return pairs.ok ? ok(void 0) : pairs;
}
async function wantedPins(world, workspace, { holders, said }, settings) {
	const { note, to, selectors } = settings;
	const { manifest, repository } = workspace;
	const stories = selectors.stories.length === 0 ? void 0 : storiesOf(workspace, selectors.stories);
	const target = to === void 0 ? void 0 : await namedCommit(repository, {
		option: "--to",
		name: to
	});
	if (target?.ok === false) return cannotRun([target.error]);
	const wanted = [];
	const problems = [];
	const session = target === void 0 ? await StateSession.open(world, workspace, {
		...settings,
		remote: settings.offline ? "ignore" : "use"
	}) : void 0;
	if (session?.ok === false) return cannotRun(session.error);
	for (const holder of holders) {
		const destination = manifest.destinations.find(({ name }) => holder.kind === "destination" && name === holder.name);
		const before = sayingOf(said, holder)?.pin ?? destination?.pin;
		const commit = target?.value ?? await lastCommit(workspace, session?.value, {
			destination,
			before,
			stories
		});
		if (typeof commit !== "string") {
			problems.push(commit);
			continue;
		}
		const pin = merged(before, {
			...note,
			commit,
			...stories === void 0 ? {} : { stories }
		});
		if (pin === void 0) problems.push(movesOthers(destination, before));
		else wanted.push({
			holder,
			pin
		});
	}
	await session?.value.close();
	return problems.length > 0 ? finding(problems) : ok(wanted);
}
/** Globs stand for the stories of today, in the order of the catalogue. */
function storiesOf({ manifest }, asked) {
	const is = matcher(asked);
	return [...manifest.stories.keys()].filter(is);
}
async function lastCommit({ repository }, session, { destination, before, stories }) {
	if (destination === void 0 || session === void 0) return unknownCommit("each destination had its last sync from a commit of its own", void 0);
	if (before !== void 0) return alreadyPinned(destination, before);
	const keys = new Set(destination.subscriptions.map(({ storyKey }) => storyKey).filter((key) => stories?.includes(key) ?? true));
	return await commitBefore(repository, await session.read(destination), session.former(destination), keys) ?? unknownCommit(`recorded state does not tell what destination "${destination.name}" had before its last sync`, destination);
}
/** One pin: a commit and the stories that it is for. Undefined where stories that nobody named would move. */
function merged(before, wanted) {
	if (before === void 0) return wanted;
	const { stories: _, commit: __, ...why } = before;
	const { stories, ...rest } = wanted;
	const named = {
		...why,
		...rest
	};
	if (stories === void 0) return named;
	if (before.stories === void 0) return before.commit === wanted.commit ? named : void 0;
	const others = before.stories.filter((key) => !stories.includes(key));
	if (others.length > 0 && before.commit !== wanted.commit) return void 0;
	return {
		...named,
		stories: [...others, ...stories]
	};
}
function pinnedPairs(destinations, pinned) {
	const names = new Set(pinned.map(({ holder }) => holder.kind === "destination" ? holder.name : "*"));
	const about = destinations.filter(({ name, pin }) => {
		return names.has(name) || names.has("*") && pinned.some((each) => samePin(each.pin, pin));
	});
	return new Map(about.map((destination) => {
		const keys = destination.subscriptions.map(({ storyKey }) => storyKey);
		return [destination.name, new Set(keys.filter((key) => pinOf(destination, key) !== void 0))];
	}));
}
/** Nothing is written that the next sync could not do. */
function findUnusable({ destinations }) {
	return destinations.flatMap(({ name, stories }) => stories.filter(({ fact }) => fact?.kind === "pin_unusable" || fact?.kind === "held" && fact.by?.kind === "pin_unusable").map(({ key, fact }) => {
		const { message, hint } = explainIfAny(fact);
		return {
			code: "RUN065",
			severity: "error",
			message: `"${key}" of destination "${name}" cannot be rolled back: ${message ?? ""}`,
			hint: `nothing was changed; ${hint ?? "name another commit with --to"}`
		};
	}));
}
function alreadyPinned({ name, place }, { commit, reason }) {
	return {
		code: "RUN063",
		severity: "error",
		message: `destination "${name}" is pinned already, to ${shortId(commit)} (${reason})`,
		hint: "say where to with --to COMMIT, or go on with storysync unpin",
		place
	};
}
function movesOthers(destination, before) {
	const who = destination === void 0 ? "the fleet" : `destination "${destination.name}"`;
	const others = before?.stories === void 0 ? "all its stories" : before.stories.join(", ");
	return {
		code: "RUN063",
		severity: "error",
		message: `${who} is pinned already, to ${shortId(before?.commit ?? "")} for ${others}, and there is one commit for all that is pinned`,
		hint: "name these stories too, or unpin them first: storysync unpin",
		...destination === void 0 ? {} : { place: destination.place }
	};
}
function unknownCommit(why, destination) {
	return {
		code: "RUN064",
		severity: "error",
		message: `where to go back to is not known: ${why}`,
		hint: "name the commit or the tag with --to; git log --oneline lists commits",
		...destination === void 0 ? {} : { place: destination.place }
	};
}

// src/commands/edit/unpin.ts
/** Takes `pin` out of the manifest, or stories out of it, and shows what the next sync brings there. */
async function unpinCommand(world, workspace, settings, progress) {
	const { manifest } = workspace;
	const { selectors } = settings;
	const holders = chooseHolders(workspace, selectors.destinations);
	if (!holders.ok) return holders;
	const wrong = unmatched("--story", selectors.stories, [...manifest.stories.keys()]);
	if (wrong.length > 0) return cannotRun(wrong);
	const read = await readForEdit(workspace);
	if (!read.ok) return read;
	const said = holdingsIn({ bytes: read.value.before });
	const own = (holder) => sayingOf(said, holder)?.pin;
	const pinned = holders.value.filter((holder) => own(holder) !== void 0);
	const served = pinned.length > 0 ? [] : refuseServed(workspace, holderNames(holders.value), "unpinned");
	if (served.length > 0) return finding(served);
	const asked = pinned.length > 0 ? pinned : holders.value;
	const taken = selectors.stories.length === 0 ? void 0 : matcher(selectors.stories);
	const left = asked.map((holder) => ({
		holder,
		...whatIsLeft(manifest, holder, own(holder), taken)
	}));
	const idle = left.filter(({ stories }) => stories?.length === 0);
	if (idle.length > 0 && idle.length === left.length) return finding(idle.map(({ holder }) => nothingPinned(manifest, holder)));
	const changed = left.filter(({ stories }) => stories?.length !== 0);
	const edit = workOut(world, read.value, changed.map(({ holder, pin }) => pin ? {
		kind: "pin",
		holder,
		pin
	} : {
		kind: "unpin",
		holder
	}));
	if (!edit.ok) return edit;
	const after = destinationsAfter(world, edit.value);
	const selected = freedPairs(manifest.destinations, after);
	const planned = await previewPins(world, workspace, after, selected, settings, progress);
	if (!planned.ok) return planned;
	const written = await writeEdit(edit.value);
	if (!written.ok) return written;
	const { plan, problems } = planned.value;
	const names = new Set(asked.map((holder) => holder.kind === "destination" ? holder.name : "*"));
	return ok({
		plan,
		problems,
		edit: edit.value,
		unpinned: changed.map(({ holder, stories }) => ({
			holder,
			stories
		})),
		stillPinned: after.filter(({ name, pin }) => pin !== void 0 && (names.has("*") || names.has(name) && taken === void 0)).map(({ name }) => name),
		exitCode: planExitCode(plan, { expectNoChanges: false })
	});
}
function whatIsLeft({ destinations, stories: catalogue }, holder, pin, taken) {
	if (pin === void 0 || taken === void 0) return {
		pin: void 0,
		stories: void 0
	};
	const destination = destinations.find(({ name }) => holder.kind === "destination" && name === holder.name);
	const all = pin.stories ?? destination?.subscriptions.map(({ storyKey }) => storyKey) ?? [...catalogue.keys()];
	const stay = all.filter((key) => !taken(key));
	return {
		pin: stay.length === 0 ? void 0 : {
			...pin,
			stories: stay
		},
		stories: all.filter(taken)
	};
}
function nothingPinned({ destinations, file }, holder) {
	const name = holder.kind === "destination" ? holder.name : "*";
	const place = destinations.find((each) => each.name === name)?.place ?? {
		file,
		line: 1,
		column: 1
	};
	const problem = notPinned(name, place);
	return {
		...problem,
		message: `${problem.message} for the stories that were named`
	};
}
/** Pairs that were pinned and are so no more, or to something else. */
function freedPairs(before, after) {
	const now = new Map(after.map((destination) => [destination.name, destination]));
	const pairs = before.map((destination) => {
		const next = now.get(destination.name);
		const freed = destination.subscriptions.map(({ storyKey }) => storyKey).filter((key) => {
			const was = pinOf(destination, key);
			return was !== void 0 && next !== void 0 && pinOf(next, key)?.commit !== was.commit;
		});
		return [destination.name, new Set(freed)];
	});
	return new Map(pairs.filter(([, keys]) => keys.size > 0));
}

// src/cli/edit/rollback.ts
/** `storysync rollback`: shows what destinations would lose, and pins them to an earlier commit in the manifest. */
async function rollback(host, options) {
	const session = new Session(host, options);
	const opened = await session.open();
	if ("exitCode" in opened) return opened.exitCode;
	const trust = await session.trust(opened.workspace, options);
	const { offline, reason, owner, until, to } = options;
	const note = {
		reason,
		...owner === void 0 ? {} : { owner },
		...until === void 0 ? {} : { until }
	};
	const settings = {
		...settingsOf({
			...options,
			label: [],
			ring: []
		}, trust),
		offline,
		note,
		...to === void 0 ? {} : { to }
	};
	const progress = openProgress(host.terminal, options.quiet);
	const ended = await rollbackCommand(session.world, opened.workspace, settings, progress);
	if (!ended.ok) return session.end(ended.error, opened.opened);
	const { problems, plan, edit, exitCode } = ended.value;
	session.warn(problems);
	if (edit.ok) show(session, plan, pinnedReport(edit.value, ended.value, options), options);
	else {
		session.result(planViews(plan, session.outText));
		session.fail(edit.error.problems);
	}
	return exitCode;
}
/** `storysync unpin`: takes the pin of destinations out of the manifest, and shows what the next sync brings. */
async function unpin(host, options) {
	const session = new Session(host, options);
	const opened = await session.open();
	if ("exitCode" in opened) return opened.exitCode;
	const trust = await session.trust(opened.workspace, options);
	const settings = {
		...settingsOf({
			...options,
			label: [],
			ring: []
		}, trust),
		offline: options.offline
	};
	const progress = openProgress(host.terminal, options.quiet);
	const ended = await unpinCommand(session.world, opened.workspace, settings, progress);
	if (!ended.ok) return session.end(ended.error, opened.opened);
	const { problems, plan, exitCode } = ended.value;
	session.warn(problems);
	show(session, plan, unpinnedReport(ended.value, options), options);
	return exitCode;
}
function show(session, plan, report, { format }) {
	const views = planViews(plan, session.outText);
	const of = (shown, edit) => plan.destinations.length === 0 ? edit : `${shown}\n${edit}`;
	session.result({
		text: () => of(views.text(), editAsText(report, session.outText)),
		markdown: () => of(views.markdown(), editAsMarkdown(report)),
		json: views.json
	});
	if (format === "json") for (const phrase of report.meaning) session.say(inTerminal(phrase));
}
const DID = {
	pinned: "pinned to",
	changed: "was pinned already; now to",
	nothing: "already pinned to"
};
function pinnedReport(edit, { plan, pinned }, options) {
	const did = [...Map.groupBy(pinned, ({ did, pin }) => JSON.stringify([did, pin])).values()].flatMap((each) => {
		const [first] = each;
		if (first === void 0) return [];
		const { commit, stories } = first.pin;
		const some = stories === void 0 ? [] : say` (${someNames(stories)})`;
		const extra = first.did === "nothing" ? ", with the same note; nothing changes" : "";
		return [say`${whoOf(each)}: ${DID[first.did]} ${shortId(commit)}${some}${extra}`];
	});
	const meaning = [
		...options.offline ? [OFFLINE] : [],
		...consequencesOf(plan, options.manifest, "Equal to the pin"),
		["No later merge changes what is pinned. To go on: storysync unpin --destination NAME"]
	];
	return {
		...changedManifest(edit),
		did,
		meaning
	};
}
function unpinnedReport({ edit, plan, unpinned, stillPinned }, options) {
	const did = [...Map.groupBy(unpinned, ({ stories }) => JSON.stringify(stories ?? null)).values()].flatMap((each) => {
		const stories = each[0]?.stories;
		return [say`${whoOf(each)}: unpinned${stories === void 0 ? [] : say` (${someNames(stories)})`}`];
	});
	const stay = stillPinned.length === 0 ? [] : [say`${someNames(stillPinned)}: still pinned, ${isFleet(unpinned) ? "by a pin of its own" : "by \"defaults\""}`];
	const next = plan.destinations.length === 0 ? [say`Commit ${name(edit.file)} for it to take effect.`] : consequencesOf(plan, options.manifest);
	const meaning = [...options.offline ? [OFFLINE] : [], ...next];
	return {
		...changedManifest(edit),
		did: [...did, ...stay],
		meaning
	};
}
function whoOf(holders) {
	if (isFleet(holders)) return ["the whole fleet"];
	return someNames(holders.flatMap(({ holder }) => holder.kind === "destination" ? [holder.name] : []));
}
function isFleet(holders) {
	return holders.some(({ holder }) => holder.kind === "defaults");
}

export { rollback, unpin };