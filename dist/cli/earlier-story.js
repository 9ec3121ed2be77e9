import { n as fail, r as ok } from "./dist.js";
import { P as ingressPoints } from "./stories-at.js";
import { c as optionsOf, d as actionLabels, n as readStory } from "./read.js";
import { m as actionPart, x as matchActions } from "./compare.js";

// src/story/compare/compare-addresses.ts
const ADDRESS_OPTIONS = [
	"path",
	"secret",
	"url_identifier"
];
/** Under `webhook_urls: export` the file's own addresses count; places are named, values never. */
function compareAddresses(matching) {
	return matching.pairs.flatMap(({ wanted, live }) => ADDRESS_OPTIONS.filter((key) => optionsOf(wanted.action)[key] !== optionsOf(live.action)[key]).map((key) => ({
		path: `agents[${wanted.name}].options.${key}`,
		op: "update",
		text: `address (${key}) of "${wanted.name}" set from the file`,
		part: `agents[${wanted.names[0]}]`,
		subject: `address (${key}) of "${wanted.name}"`
	})));
}
/** Addresses that differ between two versions in git; none where both hold placeholders. */
function addressChanges(before, story) {
	const live = Map.groupBy(ingressPoints(before), ({ top }) => top);
	const wanted = Map.groupBy(ingressPoints(story), ({ top }) => top);
	const labels = actionLabels(before);
	return matchActions(before, story).pairs.flatMap((pair) => {
		const from = live.get(pair.before) ?? [];
		const pairs = (wanted.get(pair.after) ?? []).flatMap((point) => {
			const partner = from.find(({ trail }) => trail === point.trail);
			return partner ? [{
				live: partner,
				wanted: point
			}] : [];
		});
		const part = actionPart(labels[pair.before] ?? "");
		return compareAddresses({
			pairs,
			appearing: [],
			disappearing: []
		}).map((change) => ({
			...change,
			part
		}));
	});
}

// src/desired/earlier-story.ts
/** What a story's file held in another commit; undefined where it held no story. */
function earlierStory(bytes) {
	return readStory(bytes, "earlier").story;
}
/** A version of a story as somebody asked for it: the story, or what is wrong with its file. */
function storyVersion(bytes, shown) {
	const { story, problems } = readStory(bytes, shown);
	return story === void 0 ? fail(problems) : ok(story);
}

export { compareAddresses as i, storyVersion as n, addressChanges as r, earlierStory as t };