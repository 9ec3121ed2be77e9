import { b as tagsOf } from "./stories-at.js";
import { c as OF_GIT, l as recordTypeChanges, t as compareStories } from "./compare.js";

// src/export/version-changes.ts
function versionChanges(before, after) {
	const changes = compareStories(before, after, OF_GIT);
	const of = (part) => changes.filter((each) => each.part === part);
	return {
		identity: [...renamed(before, after), ...replaced(before, after)],
		actions: changes.filter(({ part }) => part.startsWith("agents[")),
		links: of("links"),
		others: [
			...of("story").filter(({ path }) => path !== "name"),
			...of("notes"),
			...of("layout"),
			...tagChanges(before, after),
			...recordTypeChanges(before, after).map((text) => ({
				path: "record_types",
				op: "update",
				text,
				part: "record_types",
				subject: "record types"
			}))
		]
	};
}
function renamed(before, after) {
	if (before.name === after.name) return [];
	return [{
		path: "name",
		op: "update",
		text: `renamed from ${JSON.stringify(before.name)} to ${JSON.stringify(after.name)}`,
		part: "story",
		subject: "name",
		values: {
			before: before.name,
			after: after.name
		}
	}];
}
function replaced(before, after) {
	if (before.guid === after.guid) return [];
	return [{
		path: "guid",
		op: "update",
		text: "the file held another story (its guid is another one)",
		part: "story",
		subject: "guid"
	}];
}
function tagChanges(before, after) {
	const [old, now] = [tagsOf(before), tagsOf(after)];
	const told = (tag, op) => {
		return {
			path: "tags",
			op,
			text: `tag ${JSON.stringify(tag)} ${op === "add" ? "added" : "removed"}`,
			part: "tags",
			subject: "a tag",
			quoted: tag
		};
	};
	return [...now.filter((tag) => !old.includes(tag)).map((tag) => told(tag, "add")), ...old.filter((tag) => !now.includes(tag)).map((tag) => told(tag, "remove"))];
}

export { versionChanges as t };