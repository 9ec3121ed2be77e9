import { r as ok } from "./dist.js";
import { f as notDetached, i as prepareEdit, n as choosePairs, s as writeEdit, u as withDetachment } from "./manifest-edit.js";
import { E as planExitCode, t as Session } from "./session.js";
import { d as finding } from "./lock-holder.js";
import { n as planSelection } from "./plan.js";
import { n as withReaders, t as openProgress } from "./progress.js";
import { t as refuseServed } from "./served-by-vendor.js";
import { n as consequencesOf, r as unknownLosses, t as OFFLINE } from "./consequences.js";
import { a as pairRows, i as editAsText, r as editAsMarkdown, t as changedManifest } from "./manifest-edit2.js";
import { g as inTerminal } from "./unsigned-state.js";
import { a as settingsOf } from "./options.js";
import { n as planViews } from "./views.js";

// src/commands/edit/reattach.ts
/** Shows what coming back costs, then takes the stories out of `detached`. */
async function reattachCommand(world, workspace, settings, progress) {
	const chosen = choosePairs(workspace, settings.selectors);
	if (!chosen.ok) return chosen;
	const detached = chosen.value.filter(({ subscription }) => subscription.detached !== void 0);
	if (detached.length === 0) {
		const names = chosen.value.map(({ destination }) => destination);
		const served = refuseServed(workspace, names, "reattached");
		return finding(served.length > 0 ? served : chosen.value.map(describeAttached));
	}
	const pairs = detached.map(({ destination, subscription }) => ({
		destination,
		story: subscription.storyKey
	}));
	const edit = await prepareEdit(world, workspace, pairs.map((pair) => ({
		kind: "reattach",
		...pair
	})));
	if (!edit.ok) return edit;
	const selected = new Map([...Map.groupBy(pairs, ({ destination }) => destination)].map(([name, each]) => [name, new Set(each.map(({ story }) => story))]));
	const named = new Set(settings.selectors.destinations.filter((name) => selected.has(name)));
	const attached = {
		...workspace,
		desired: reattached(workspace.desired, selected),
		dirty: true,
		commit: null
	};
	const chosenPairs = {
		selected,
		named,
		whole: false
	};
	const planned = await withReaders(world, settings, (tenants) => planSelection(world, attached, {
		chosen: chosenPairs,
		tenants,
		rollout: void 0
	}, settings, progress));
	if (!planned.ok) return planned;
	const { plan, problems } = planned.value;
	const unread = settings.offline ? [] : unknownLosses(workspace, plan, settings);
	if (unread.length > 0) return ok({
		plan,
		problems,
		pairs,
		edit: finding(unread),
		exitCode: 1
	});
	const written = await writeEdit(edit.value);
	if (!written.ok) return ok({
		plan,
		problems,
		pairs,
		edit: written,
		exitCode: written.error.exitCode
	});
	return ok({
		plan,
		problems,
		pairs,
		edit,
		exitCode: planExitCode(plan, { expectNoChanges: false })
	});
}
function reattached(desired, selected) {
	const destinations = desired.destinations.map((destination) => ({
		...destination,
		subscriptions: destination.subscriptions.map((subscription) => selected.get(destination.name)?.has(subscription.storyKey) === true ? withDetachment(subscription, void 0) : subscription)
	}));
	return {
		...desired,
		destinations
	};
}
function describeAttached({ destination, subscription }) {
	return notDetached({
		destination,
		story: subscription.storyKey
	}, subscription.place);
}

// src/cli/edit/reattach.ts
/** `storysync reattach`: shows what a destination would lose, and takes its stories out of `detached`. */
async function reattach(host, options) {
	const session = new Session(host, options);
	const opened = await session.open();
	if ("exitCode" in opened) return opened.exitCode;
	const trust = await session.trust(opened.workspace, options);
	const { offline } = options;
	const settings = {
		...settingsOf({
			...options,
			label: [],
			ring: []
		}, trust),
		offline
	};
	const progress = openProgress(host.terminal, options.quiet);
	const ended = await reattachCommand(session.world, opened.workspace, settings, progress);
	if (!ended.ok) return session.end(ended.error, opened.opened);
	session.warn(ended.value.problems);
	show(session, ended.value, options);
	return ended.value.exitCode;
}
function show(session, { plan, pairs, edit }, options) {
	const views = planViews(plan, session.outText);
	if (!edit.ok) {
		session.result(views);
		session.fail(edit.error.problems);
		return;
	}
	const report = reportOf(edit.value, plan, pairs, options);
	session.result({
		text: () => `${views.text()}\n${editAsText(report, session.outText)}`,
		markdown: () => `${views.markdown()}\n${editAsMarkdown(report)}`,
		json: views.json
	});
	if (options.format === "json") for (const phrase of report.meaning) session.say(inTerminal(phrase));
}
function reportOf(edit, plan, pairs, { offline, manifest }) {
	return {
		...changedManifest(edit),
		did: pairRows(pairs.map((pair) => ({
			...pair,
			did: "reattached"
		}))),
		meaning: [...offline ? [OFFLINE] : [], ...consequencesOf(plan, manifest)]
	};
}

export { reattach };