import { A as isHexWord, C as replacePlaceholders, D as rewriteTexts, E as rewriteStrings, G as repeated, I as ownAddress, L as recordTypesOf, Lt as byText, M as DESTINATION_OWNED, N as ingressOptions, O as unquoteSchema, P as ingressPoints, R as TEXT_ENUM, Rt as byTextOf, S as neutralised, U as firstByName, W as listed, X as contentHash, Y as compactJson, j as rewriteHexWords, k as actionRef, q as withoutKeys, w as AddressFinder, z as customFields } from "./stories-at.js";
import { _ as spokenLabel, a as holdsTools, b as isArray, c as optionsOf, d as actionLabels, f as bracketName, g as ordinalLabels, h as labelsByGuid, i as allActions, m as labelPointedAt, p as keyStep, r as parseJson, u as toolsOf, x as isObject } from "./read.js";

// src/story/compare/guid-names.ts
/** Guids of the story, its actions and their tools, its notes and the elements of its pages. */
function guidNames(story, labels) {
	const names = /* @__PURE__ */ new Map();
	const add = (guid, name) => {
		if (typeof guid !== "string" || guid === "") return;
		const key = isHexWord(guid) ? guid.toLowerCase() : guid;
		if (!names.has(key)) names.set(key, name);
	};
	add(story.guid, "the story");
	for (const { action, top, trail } of allActions(story)) add(action.guid, `${labels[top] ?? ""}${trail === "" ? "" : `.${trail}`}`);
	const byGuid = labelsByGuid(story, labels);
	for (const [key, value] of Object.entries(story)) {
		if (key === "agents" || key === "send_to_stories" || !isArray(value)) continue;
		for (const [index, entry] of value.entries()) addInside(entry, `${key}[${(key === "pages" ? labelPointedAt(entry, "agent_guid", byGuid) : void 0) ?? index}]`, add);
	}
	return names;
}
function addInside(value, place, add) {
	if (isArray(value)) for (const [index, entry] of value.entries()) addInside(entry, `${place}[${index}]`, add);
	else if (isObject(value)) {
		add(value.guid, place);
		for (const [key, entry] of Object.entries(value)) addInside(entry, `${place}.${key}`, add);
	}
}
/**
* Says of each quoted guid what it stands for, so that texts of two copies can be compared. A tenant may leave the guids
* of where the story came from in its texts: those are in `other`.
*/
function nameGuids(text, own, other) {
	return rewriteHexWords(text, (word) => {
		const guid = word.toLowerCase();
		const name = own.get(guid) ?? other?.get(guid);
		return name === void 0 ? void 0 : said(word === guid ? "guid" : "GUID", name);
	});
}
/** No guid and no address: what stands for one in a text that is compared. */
function said(what, name) {
	return `⟨${what} of ${name}⟩`;
}
/** The guids of a story's actions, in lower case. */
function ownGuids(story) {
	return new Set(story.agents.map(({ guid }) => guid.toLowerCase()));
}
/** A name in which guids may be quoted, as two copies of it have it in common. */
function withoutGuids(text, own) {
	return rewriteHexWords(text, (word) => own.has(word.toLowerCase()) ? "⟨guid⟩" : void 0);
}

// src/story/addresses/wording.ts
const KINDS = /* @__PURE__ */ new Map([
	["Agents::WebhookAgent", "webhook"],
	["Agents::HTTPRequestAgent", "HTTP request"],
	["Agents::EventTransformationAgent", "event transform"],
	["Agents::TriggerAgent", "condition"],
	["Agents::EmailAgent", "send email"],
	["Agents::IMAPAgent", "receive email"],
	["Agents::SendToStoryAgent", "send to story"],
	["Agents::FormAgent", "page"],
	["Agents::RecordAgent", "record"],
	["Agents::LLMAgent", "AI agent"],
	["Agents::GroupAgent", "group"],
	["Agents::RunScriptAgent", "run script"],
	["Agents::McpServerAgent", "MCP server"]
]);
/** `action "Fetch" added (HTTP request)`, and what that is about. */
function actionTold(action, done) {
	if (action === void 0) return {
		text: `action ${done}`,
		subject: "action"
	};
	const subject = `action ${JSON.stringify(action.name)}`;
	return {
		text: `${subject} ${done} (${kindOf(action.type)})`,
		subject
	};
}
/** What people call a type of action; types we do not know are shown as the vendor writes them. */
function kindOf(type) {
	return KINDS.get(type) ?? type.replace(/^Agents::/, "");
}
/** What people call a kind of address. */
function kindOfAddress(kind) {
	return kind === "mcp_server" ? "MCP server" : kind;
}
/** `1 action`, `3 actions`. */
function plural(count, noun) {
	return `${count} ${noun}${count === 1 ? "" : "s"}`;
}

// src/story/compare/match.ts
/** By guid; what remains by name, in order, where an equal type is preferred. */
function matchActions(before, after) {
	const positions = new Map(before.agents.map(({ guid }, index) => [guid, index]));
	return matchRest(before, after, after.agents.flatMap(({ guid }, index) => {
		const partner = positions.get(guid);
		return partner === void 0 ? [] : [{
			before: partner,
			after: index,
			by: "guid"
		}];
	}));
}
/** By name and order alone: right for two copies whose guids say nothing about each other. */
function matchActionsByName(before, after) {
	return matchRest(before, after, []);
}
/** Whether both take the same actions for each other, however they came to it. */
function isSameMatching(one, other) {
	const partners = new Map(other.pairs.map(({ before, after }) => [after, before]));
	return one.pairs.length === partners.size && one.pairs.every(({ before, after }) => partners.get(after) === before);
}
function matchRest(before, after, known) {
	const takenBefore = new Set(known.map((pair) => pair.before));
	const takenAfter = new Set(known.map((pair) => pair.after));
	const pairs = [...known];
	const nameBefore = nameIn(before);
	const nameAfter = nameIn(after);
	for (const key of [(action, name) => `${action.type}\n${name}`, (_, name) => name]) {
		const waiting = /* @__PURE__ */ new Map();
		for (const [index, action] of before.agents.entries()) {
			if (takenBefore.has(index)) continue;
			const name = key(action, nameBefore(action));
			const queue = waiting.get(name);
			if (queue === void 0) waiting.set(name, [index]);
			else queue.push(index);
		}
		for (const [index, action] of after.agents.entries()) {
			const partner = takenAfter.has(index) ? void 0 : waiting.get(key(action, nameAfter(action)))?.shift();
			if (partner === void 0) continue;
			takenBefore.add(partner);
			takenAfter.add(index);
			pairs.push({
				before: partner,
				after: index,
				by: "name"
			});
		}
	}
	return {
		pairs: pairs.sort((a, b) => a.after - b.after),
		added: [...after.agents.keys()].filter((index) => !takenAfter.has(index)),
		removed: [...before.agents.keys()].filter((index) => !takenBefore.has(index))
	};
}
/** The name as both copies have it: a tenant that makes guids anew may do so in names as well. */
function nameIn(story) {
	const guids = ownGuids(story);
	return ({ name }) => withoutGuids(name, guids);
}

// src/json/same.ts
/** Whether two values have the same canonical form; key order does not count. Cheaper than writing both out. */
function sameJson(a, b) {
	if (a === b) return true;
	if (isArray(a)) return isArray(b) && a.length === b.length && a.every((entry, at) => sameJson(entry, b[at] ?? null));
	if (!isObject(a) || !isObject(b)) return false;
	const keys = Object.keys(a);
	if (keys.length !== Object.keys(b).length) return false;
	return keys.every((key) => Object.hasOwn(b, key) && sameJson(a[key] ?? null, b[key] ?? null));
}

// src/story/known-keys.ts
function all(...keys) {
	return Object.fromEntries(keys.map((key) => [key, true]));
}
/**
* Keys of the story that a fingerprint counts. Newer releases add keys that nobody edited, so unknown ones are left out.
* Missing on purpose: stamps, guids, slug, recipients, tags, embedded sub-stories, and what has a part of its own.
*/
const STORY_KEYS = {
	...all("name", "description", "control_links", "send_to_story_enabled", "entry_agent_guid", "exit_agent_guids"),
	...all("send_to_story_access", "send_to_story_access_source", "send_to_story_skill_use_requires_confirmation"),
	...all("send_to_story_timeout_enabled", "send_to_story_timeout_duration_seconds", "parent_only_send_to_story"),
	...all("api_entry_action_guids", "api_exit_action_guids", "keep_events_for", "reporting_status", "monitor_failures"),
	...all("synchronous_webhooks_enabled", "story_library_metadata", "time_saved_unit", "time_saved_value", "icon"),
	...all("integration_product", "integration_vendor", "llm_product_instructions", "sections", "start_reference"),
	...all("app_endpoints", "pages", "integrations"),
	form: formKeys(),
	forms: formKeys()
};
/** Keys of an action beside `options` and `tools`, which are counted whole. */
const ACTION_KEYS = {
	...all("type", "name", "disabled", "description", "width", "keep_events_for", "schedule", "visuals", "record_type"),
	record_writers: all("formula", "include_in_update", "name"),
	reporting: all("time_saved_value", "time_saved_unit"),
	monitoring: all("monitor_all_events", "monitor_failures", "monitor_no_events_emitted", "ai_monitoring_thresholds"),
	template: all("created_from_template_guid", "created_from_template_version", "template_tags")
};
const PAGE_KEYS = {
	...all("visibility", "success_message", "loading_message", "logo_contents", "logo_filename", "display_logo", "icon"),
	...all("display_mode", "app"),
	containers: all("ranking", "category", "name", "layout", "alignment", "loop", "spacing", "user_driven_loop"),
	conditions: all("container_guids", "condition_type", "match_rule", "rules"),
	fields: {
		...all("name", "description", "required", "type", "multi_select", "options", "ranking", "max_characters", "style"),
		...all("default_value", "content", "validation_pattern", "container_guid", "graph_type", "graph_direction"),
		...all("date_mode", "store_value_as", "allow_table_row_selection", "is_searchable", "height", "image_fit"),
		...all("min_value", "max_value", "validation_error_message", "step", "width", "width_type", "width_fixed_px"),
		...all("boolean_label_true", "boolean_label_false")
	}
};
const INTEGRATION_KEYS = {
	...all("product", "action_options_keys"),
	action_inputs: {
		...all("name", "description", "required", "type", "ranking", "value", "options", "is_collapsed", "sub_type"),
		...all("multi_select_enabled", "llm_json_schema")
	}
};
const NOTE_KEYS = all("content", "position", "width");
function formKeys() {
	return all("name", "description", "fields", "visibility", "agent_guid", "success_message", "public", "enabled");
}
/** Keys of the story that never count, and keys whose content is compared in a place of its own. */
const FIELDS_ELSEWHERE = /* @__PURE__ */ new Set([
	"schema_version",
	"standard_lib_version",
	"action_runtime_version",
	"exported_at",
	"guid",
	"slug",
	"origin_story_identifier",
	"recipients",
	"tags",
	"send_to_stories",
	"exit_agent_guid",
	"agents",
	"links",
	"diagram_layout",
	"diagram_notes",
	"pages",
	"integrations"
]);

// src/story/compare/blank.ts
/** A value that says no more than a missing key: null, false, 0, "", [], or an object of such values. */
function isBlank(value) {
	if (value === void 0 || value === null || value === false || value === 0 || value === "") return true;
	if (isArray(value)) return value.length === 0;
	return isObject(value) && Object.values(value).every(isBlank);
}
/** The object with only the keys we know and only the values that say something. */
function pruned(value, known) {
	return Object.fromEntries(Object.entries(value).flatMap(([key, entry]) => {
		const deeper = Object.hasOwn(known, key) ? known[key] : void 0;
		if (deeper === void 0 || isBlank(entry)) return [];
		const kept = deeper === true ? entry : prunedInside(entry, deeper);
		return isBlank(kept) ? [] : [[key, kept]];
	}));
}
function prunedInside(value, known) {
	if (isArray(value)) return value.map((entry) => prunedInside(entry, known));
	return isObject(value) ? pruned(value, known) : value;
}

// src/story/compare/normal-action.ts
/** Keys of an action that never count, or have their own place in a NormalAction. */
const NOT_SETTINGS = /* @__PURE__ */ new Set([
	"guid",
	"origin_story_identifier",
	"options",
	"tools"
]);
/** The keys of an action itself, without ids of one tenant. */
function normalSettings(action, relabel) {
	const kept = Object.keys(action).filter((key) => !NOT_SETTINGS.has(key) && !holdsTools(key, action[key]));
	return Object.fromEntries(kept.map((key) => [key, normalSetting(key, relabel(action[key] ?? null))]));
}
function normalSetting(key, value) {
	if (key === "schedule") return value === "never" ? null : value;
	if (key === "record_type") return isObject(value) ? { name: value.name ?? null } : value;
	if (key === "record_writers") return isArray(value) ? normalWriters(value) : value;
	return value;
}
function normalWriters(writers) {
	return writers.map((writer) => {
		if (!isObject(writer)) return writer;
		const field = writer.record_field;
		return {
			...without(writer, "record_field"),
			name: (isObject(field) ? field.name : void 0) ?? null
		};
	}).map((writer) => ({
		writer,
		order: isObject(writer) ? compactJson([writer.name ?? null, writer]) : ""
	})).sort(byTextOf(({ order }) => order)).map(({ writer }) => writer);
}
/** The options of an action, without its address. */
function normalOptions(action, relabel) {
	const owned = new Set(ingressOptions(action));
	if ("record_type" in action || "record_writers" in action) owned.add("record_type_id");
	const options = asObject(relabel(optionsOf(action)));
	return owned.size === 0 ? options : Object.fromEntries(Object.entries(options).filter(([key]) => !owned.has(key)));
}
/** The object without one of its keys. */
function without(value, key) {
	const { [key]: _, ...rest } = value;
	return rest;
}
/** The object that a rewritten object still is. */
function asObject(value) {
	return isObject(value) ? value : {};
}

// src/story/compare/normal-tools.ts
/** The tools of an action, in order; undefined when its release has none. */
function normalTools(action, relabel, inOptions) {
	const tools = toolsOf(action);
	if (tools.length === 0 && action.tools === void 0) return void 0;
	const normal = tools.map(({ key, tool }) => ({
		key,
		tool,
		settings: normalSettings(tool, relabel)
	}));
	const names = ordinalLabels(normal.map(({ settings }) => typeof settings.name === "string" ? settings.name : ""));
	return normal.map(({ key, tool, settings }, index) => ({
		label: `${key}[${names[index] ?? ""}]`,
		settings,
		options: normalOptions(tool, inOptions),
		tools: normalTools(tool, relabel, inOptions)
	}));
}
/** What a fingerprint counts of a tool. Nobody has described a tool's keys, so each that says something counts. */
function countedTool({ settings, options, tools }) {
	const said = Object.entries(settings).filter(([, value]) => !isBlank(value));
	return {
		settings: Object.fromEntries(said),
		options,
		tools: (tools ?? []).map(countedTool)
	};
}

// src/story/addresses/quoted-names.ts
function nameQuoted(text, { own, other, address }) {
	return nameGuids(replacePlaceholders(text, address), own, other);
}
/** The label of each action that has an address, by the name that placeholders give it. */
function addressLabels(story, labels) {
	return new Map(ingressPoints(story).toReversed().map((point) => [actionRef(story, point), placedLabel(point, labels)]));
}
/** Placeholders say whose address they stand for, by the label of the action. */
function addressNames(story, labels) {
	const byAction = addressLabels(story, labels);
	return (option, action) => {
		const label = byAction.get(action);
		return label === void 0 ? void 0 : said(option, label);
	};
}
/** `Triage`, or `Triage.tools[Look up]` for a tool. */
function placedLabel({ top, trail }, labels) {
	return `${labels[top] ?? ""}${trail === "" ? "" : `.${trail}`}`;
}

// src/story/compare/normal-page.ts
/**
* A page without the guids of its elements: what quotes one says its position instead (`containers[2]`).
* Who may open a page (`sso_groups`) belongs to the tenant.
*/
function normalPage(page, relabel) {
	const positions = /* @__PURE__ */ new Map();
	const entries = Object.entries(page).filter(([key]) => key !== "agent_guid" && key !== "sso_groups").map(([key, value]) => [key, isArray(value) ? elements(key, value, positions) : value]);
	const normal = relabel(rewriteStrings(Object.fromEntries(entries), (text) => positions.get(text) ?? text));
	return isObject(normal) ? normal : {};
}
/** Notes where each element stands, and takes its guid off. */
function elements(key, list, positions) {
	return list.map((element, index) => {
		if (!isObject(element) || typeof element.guid !== "string") return element;
		positions.set(element.guid, `${key}[${index}]`);
		const { guid: _, ...rest } = element;
		return rest;
	});
}

// src/story/compare/normal.ts
const GUID_LISTS = [
	"exit_agent_guids",
	"api_entry_action_guids",
	"api_exit_action_guids"
];
/** Brings a story to the form in which equal stories are equal. `labels` says what each action is called, by position. */
function normalStory(story, labels, quoted = {
	own: guidNames(story, labels),
	address: addressNames(story, labels)
}) {
	const byGuid = labelsByGuid(story, labels);
	const say = (text) => nameQuoted(text, quoted);
	const inOptions = (value) => rewriteTexts(value, unquoted(say), say);
	const pointing = (text) => byGuid.get(text) ?? quoted.own.get(text) ?? quoted.other?.get(text) ?? say(text);
	const relabel = (value) => rewriteTexts(value, unquoted(pointing), say);
	const pages = grouped(story.pages, "agent_guid", byGuid);
	const integrations = grouped(story.integrations, "action_guid", byGuid);
	const actions = story.agents.map((action, index) => {
		const label = labels[index] ?? "";
		return [label, {
			settings: normalSettings(action, relabel),
			options: normalOptions(action, inOptions),
			tools: normalTools(action, relabel, inOptions),
			pages: (pages.get(label) ?? []).map((page) => normalPage(page, relabel)),
			integrations: (integrations.get(label) ?? []).map((entry) => asObject(relabel(without(entry, "action_guid"))))
		}];
	});
	return {
		fields: normalFields(story, byGuid, relabel),
		links: story.links.map((link) => normalLink(link, labels)),
		layout: normalLayout(story, byGuid),
		notes: listOf(story.diagram_notes).map((note) => asObject(inOptions(without(note, "guid")))),
		actions: new Map(actions)
	};
}
function unquoted(say) {
	return (text, key) => {
		const value = unquoteSchema(text, key);
		return typeof value === "string" ? say(value) : rewriteTexts(value, say, say);
	};
}
function normalFields(story, byGuid, relabel) {
	const kept = Object.entries(story).filter(([key]) => !FIELDS_ELSEWHERE.has(key));
	const fields = new Map(kept.map(([key, value]) => [key, relabel(value)]));
	const exits = [...isArray(story.exit_agent_guids) ? story.exit_agent_guids : [], story.exit_agent_guid ?? null];
	if ("exit_agent_guid" in story) fields.set("exit_agent_guids", exits);
	for (const key of GUID_LISTS) {
		const guids = key === "exit_agent_guids" && fields.has(key) ? exits : story[key];
		if (isArray(guids)) fields.set(key, labelsOf(guids, byGuid));
	}
	if (typeof story.entry_agent_guid === "string") fields.set("entry_agent_guid", byGuid.get(story.entry_agent_guid) ?? null);
	for (const key of ["form", "forms"]) {
		const value = fields.get(key);
		if (value !== void 0) fields.set(key, normalForm(value));
	}
	for (const [key, pointer] of [["pages", "agent_guid"], ["integrations", "action_guid"]]) {
		const stray = listOf(story[key]).filter((entry) => labelPointedAt(entry, pointer, byGuid) === void 0);
		if (stray.length > 0) fields.set(key, stray.map((entry) => relabel(without(entry, pointer))));
	}
	return Object.fromEntries(fields);
}
/** The actions that a list of guids names, as a set: order and repetition say nothing, deleted actions are gone. */
function labelsOf(guids, byGuid) {
	const labels = guids.flatMap((guid) => typeof guid === "string" ? byGuid.get(guid) ?? [] : []);
	return [...new Set(labels)].sort();
}
/** Forms of old schemas; some of their fields quote a tenant's id. */
function normalForm(form) {
	if (isArray(form)) return form.map(normalForm);
	if (!isObject(form) || !isArray(form.fields)) return form;
	return {
		...form,
		fields: form.fields.map((field) => isObject(field) ? without(field, "tenant_id") : field)
	};
}
/** A link by the labels of what it joins. */
function normalLink(link, labels) {
	const { source, receiver, ...rest } = link;
	return {
		source: labels[source] ?? "",
		receiver: labels[receiver] ?? "",
		rest
	};
}
/** What the author's canvas says of each guid, whether or not there is such an action. */
function layoutByGuid({ diagram_layout: text }) {
	const parsed = typeof text === "string" ? parseJson(text) : void 0;
	return parsed?.ok && isObject(parsed.value) ? parsed.value : {};
}
function normalLayout(story, byGuid) {
	const entries = Object.entries(layoutByGuid(story)).flatMap(([guid, position]) => {
		const label = byGuid.get(guid);
		return label === void 0 ? [] : [[label, position]];
	});
	return Object.fromEntries(entries);
}
/** The entries of a list, by the action that they point at. */
function grouped(list, key, byGuid) {
	const groups = /* @__PURE__ */ new Map();
	for (const entry of listOf(list)) {
		const label = labelPointedAt(entry, key, byGuid);
		if (label === void 0) continue;
		groups.set(label, [...groups.get(label) ?? [], entry]);
	}
	return groups;
}
function listOf(value) {
	return isArray(value) ? value.filter(isObject) : [];
}

// src/story/compare/own-form.ts
function ownForm(story) {
	const labels = actionLabels(story);
	const { story: neutral, quotes } = neutralised(story);
	const own = guidNames(neutral, labels);
	const unknown = /* @__PURE__ */ new Set();
	const other = { get: (guid) => void unknown.add(guid) };
	let quotesAddress = quotes;
	let names;
	const address = (option, action) => {
		quotesAddress = true;
		names ??= addressNames(neutral, labels);
		return names(option, action);
	};
	const normal = normalStory(neutral, labels, {
		own,
		other,
		address
	});
	const holdsBeside = (guids) => !quotesAddress && ![...guids.keys()].some((it) => unknown.has(it));
	return {
		neutral,
		labels,
		guids: own,
		normal,
		holdsBeside
	};
}

// src/story/compare/same-action.ts
/** Whether two actions are the same to the letter: then nothing of them differs, and they have one fingerprint. */
function isSameAction(one, other) {
	return one === other || sameJson(one.settings, other.settings) && sameJson(one.options, other.options) && sameJson(one.pages, other.pages) && sameJson(one.integrations, other.integrations) && areSameTools(one.tools, other.tools);
}
function areSameTools(ones, others) {
	if (ones === void 0 || others === void 0) return ones === others;
	return ones.length === others.length && ones.every((one, index) => isSameTool(one, others[index]));
}
function isSameTool(one, other) {
	return one.label === other?.label && sameJson(one.settings, other.settings) && sameJson(one.options, other.options) && areSameTools(one.tools, other.tools);
}

// src/story/compare/parts.ts
/**
* Says which parts of a story were edited since it was last looked at. New guids, a newer platform release and
* values that belong to the tenant leave it unchanged; tags are not part of it.
*/
function fingerprint(story) {
	return fingerprintOf(ownForm(story).normal);
}
/** The same of a normal form by itself. What it has like another story has the same hash, which is not computed again. */
function fingerprintOf(normal, like) {
	const hashes = /* @__PURE__ */ new Map();
	const add = (part, same, value) => {
		const known = like && same(like.normal) ? like.fingerprint()[part] : void 0;
		hashes.set(part, known ?? contentHash(value()));
	};
	const { fields, links, layout, notes, actions } = normal;
	add("story", (other) => sameJson(fields, other.fields), () => pruned(fields, STORY_KEYS));
	add("links", (other) => sameJson(links, other.links), () => links.map(linkText).sort());
	add("layout", (other) => sameJson(layout, other.layout), () => layout);
	add("notes", (other) => sameJson(notes, other.notes), () => notes.map(noteText).sort());
	for (const [label, action] of actions) {
		const isSame = ({ actions: others }) => {
			const other = others.get(label);
			return other !== void 0 && isSameAction(action, other);
		};
		add(actionPart(label), isSame, () => countedAction(action));
	}
	return Object.fromEntries(hashes);
}
/** The part that an action of this label is. */
function actionPart(label) {
	return `agents[${label}]`;
}
/** A link as one text; equal links have equal texts. */
function linkText({ source, receiver, rest }) {
	return compactJson([
		source,
		receiver,
		rest.link_type ?? null
	]);
}
/** A note as one text, without what only newer releases know. */
function noteText(note) {
	return compactJson(pruned(note, NOTE_KEYS));
}
function countedAction({ settings, options, tools, pages, integrations }) {
	return {
		integrations: integrations.map((entry) => pruned(entry, INTEGRATION_KEYS)),
		options,
		pages: pages.map((page) => pruned(page, PAGE_KEYS)),
		settings: pruned(settings, ACTION_KEYS),
		tools: tools === void 0 || tools.length === 0 ? null : tools.map(countedTool)
	};
}

// src/records/difference.ts
/** Why the current type cannot be brought to the wanted definition by adding alone. `last` is unknown without state. */
function reasonsForNewType(wanted, current, last) {
	const fieldOf = fieldsOf(current);
	const retyped = wanted.fields.flatMap((field) => {
		const there = fieldOf(field);
		return there === void 0 || there.resultType === field.resultType ? [] : [`field "${field.name}" changed from ${there.resultType} to ${field.resultType}`];
	});
	const nextOf = firstByName(wanted.fields);
	const gone = (last?.fields ?? []).flatMap((field) => {
		const next = nextOf.get(field.name);
		if (next === void 0) return [`field "${field.name}" was removed`];
		if (field.resultType !== "TEXT_ENUM" || next.resultType !== "TEXT_ENUM") return [];
		return withoutKeys(field.fixedValues, next.fixedValues).map((value) => `value "${value}" of field "${field.name}" was removed`);
	});
	return [...retyped, ...gone];
}
/** What the current type lacks, in the order of the wanted definition. Nothing of the destination's own is left out. */
function additionsTo(current, wanted) {
	const fieldOf = fieldsOf(current);
	return wanted.fields.flatMap((field) => {
		const there = fieldOf(field);
		if (there === void 0) return [{
			field,
			isNew: true,
			fields: [field.name],
			texts: [`field "${field.name}"`]
		}];
		const values = field.resultType === "TEXT_ENUM" ? withoutKeys(field.fixedValues, there.fixedValues) : [];
		if (values.length === 0) return [];
		return [{
			field: {
				...there,
				fixedValues: [...there.fixedValues, ...values]
			},
			isNew: false,
			fields: values.map((value) => `${field.name}=${value}`),
			texts: values.map((value) => `value "${value}" of field "${field.name}"`)
		}];
	});
}
/** What only the destination has. Its fields are named; of its enum values only how many there are. */
function ownOf(current, wanted) {
	const custom = customFields(current.fields);
	const ours = firstByName(wanted.fields);
	const fieldOf = fieldsOf(current);
	const foreign = custom.filter(({ name }) => !ours.has(name));
	const fields = [...new Set(foreign.map(({ name }) => name))].sort(byText);
	const values = wanted.fields.flatMap((field) => {
		const there = field.resultType === "TEXT_ENUM" ? fieldOf(field) : void 0;
		const count = withoutKeys(there?.fixedValues ?? [], field.fixedValues).length;
		return count === 0 ? [] : [`${count} ${count === 1 ? "value" : "values"} of field "${field.name}"`];
	});
	return {
		fields,
		mentions: [...fields.map((name) => `field "${name}"`), ...values]
	};
}
/** Field names that the type has more than once; whether a tenant allows that is not documented. */
function repeatedFieldNames(type) {
	return repeated(customFields(type.fields).map(({ name }) => name)).toSorted(byText);
}
/** The field of that name; among several the one whose type fits, then the oldest. */
function fieldsOf(type) {
	const oldestFirst = customFields(type.fields).toSorted((a, b) => a.id - b.id);
	const byType = /* @__PURE__ */ new Map();
	for (const field of oldestFirst) if (!byType.has(typed(field))) byType.set(typed(field), field);
	const oldest = firstByName(oldestFirst);
	return (wanted) => byType.get(typed(wanted)) ?? oldest.get(wanted.name);
}
function typed({ name, resultType }) {
	return JSON.stringify([name, resultType]);
}

// src/export/record-type-changes.ts
/** What a change of the record types of a story means at the destinations, by the rule that a sync follows. */
function recordTypeChanges(before, after) {
	const old = new Map(before === void 0 ? [] : recordTypesOf(before).definitions.map((type) => [type.name, type]));
	return [...recordTypesOf(after).definitions.flatMap((type) => {
		const last = old.get(type.name);
		old.delete(type.name);
		return last === void 0 ? [created(type)] : consequences(last, type);
	}), ...[...old.keys()].map((name) => `record type "${name}" is no longer used; it and its data stay`)];
}
function created({ name, fields }) {
	return `record type "${name}"${fields.length === 0 ? "" : ` (${listed(fields.map((field) => field.name))})`}: created at the destinations that lack it`;
}
function consequences(last, wanted) {
	const current = asExisting(last);
	const reasons = reasonsForNewType(wanted, current, last);
	if (reasons.length > 0) return [`record type "${wanted.name}": ${listed(reasons)}; destinations get a new type, the old one and its data stay`];
	const additions = additionsTo(current, wanted).flatMap(({ texts }) => texts);
	return additions.length === 0 ? [] : [`record type "${wanted.name}": new ${listed(additions)}, added in place at the destinations`];
}
/** A destination that has exactly what was pushed before. */
function asExisting({ name, fields }) {
	return {
		id: 0,
		name,
		teamId: 0,
		fields: fields.map((field, id) => ({
			...field,
			id
		})),
		defaultFields: []
	};
}

// src/story/compare/align.ts
/**
* Leaves out what is no difference outside of `options`: keys that one side does not have, and blank values on both.
* Lists of named things become objects with keys like `[Email]`, so that they are compared by name.
*/
function alignObjects(live, wanted) {
	return collect(Object.keys(wanted).filter((key) => Object.hasOwn(live, key)).map((key) => [key, alignValues(live[key], wanted[key])]));
}
function alignValues(live, wanted) {
	if (isBlank(live) && isBlank(wanted)) return {
		live: void 0,
		wanted: void 0
	};
	if (isObject(live) && isObject(wanted)) return alignObjects(live, wanted);
	if (isArray(live) && isArray(wanted)) return alignArrays(live, wanted);
	return {
		live,
		wanted
	};
}
function alignArrays(live, wanted) {
	const liveNames = namesOf(live);
	const wantedNames = namesOf(wanted);
	if (liveNames !== void 0 && wantedNames !== void 0 && sameOrder(liveNames, wantedNames)) {
		const names = [.../* @__PURE__ */ new Set([...wantedNames, ...liveNames])];
		const inLive = new Map(liveNames.map((name, index) => [name, live[index]]));
		const inWanted = new Map(wantedNames.map((name, index) => [name, wanted[index]]));
		return collect(names.map((name) => {
			const [ours, theirs] = [inLive.get(name), inWanted.get(name)];
			const key = `[${bracketName(name)}]`;
			if (isObject(ours) && isObject(theirs)) return [key, alignObjects(ours, theirs)];
			return [key, {
				live: ours,
				wanted: theirs
			}];
		}));
	}
	if (live.length !== wanted.length) return {
		live,
		wanted
	};
	const entries = wanted.map((entry, index) => alignValues(live[index], entry));
	return {
		live: entries.map((entry) => entry.live ?? null),
		wanted: entries.map((entry) => entry.wanted ?? null)
	};
}
/** The names of a list's elements, when all have one and no two the same. */
function namesOf(list) {
	const names = list.flatMap((entry) => isObject(entry) && typeof entry.name === "string" ? [entry.name] : []);
	return names.length === list.length && new Set(names).size === names.length ? names : void 0;
}
function sameOrder(a, b) {
	const inA = new Set(a);
	const inB = new Set(b);
	const left = a.filter((name) => inB.has(name));
	const right = b.filter((name) => inA.has(name));
	return left.every((name, index) => name === right[index]);
}
function collect(entries) {
	const side = (pick) => Object.fromEntries(entries.flatMap(([key, entry]) => {
		const value = pick(entry);
		return value === void 0 ? [] : [[key, value]];
	}));
	return {
		live: side((entry) => entry.live),
		wanted: side((entry) => entry.wanted)
	};
}

// src/story/compare/change.ts
/** What is live belongs to a tenant, and is never shown. */
const OF_A_TENANT = () => false;
/** Both sides are from git. */
const OF_GIT = () => true;

// src/story/compare/change-text.ts
/** A difference inside an object, told with its values where they may be shown. */
function changeOf(subject, { op, was, shown, values }, place, isFromGit) {
	const whole = isFromGit === OF_GIT && values !== void 0 ? { values } : {};
	if (op !== "update") {
		const text = `${subject} ${op === "add" ? "added" : "removed"}`;
		return {
			...place,
			op,
			subject,
			text,
			...whole
		};
	}
	const from = was !== void 0 && isFromGit(place.path, was) ? was : void 0;
	const text = shown === void 0 ? `${subject} changed` : from === void 0 ? `${subject} changed to ${shown}` : `${subject}: ${from} → ${shown}`;
	return {
		...place,
		op,
		subject,
		text,
		...from === void 0 ? {} : { from },
		...shown === void 0 ? {} : { to: shown },
		...whole
	};
}
/**
* The same where the destination's own edit makes the difference: not "changed to 60", which reads as if somebody there
* had done so. `had` is what git had before it changed the place as well.
*/
function editedThere({ subject, op, to }, had) {
	if (op === "add") return `${subject}: missing there; git has it`;
	if (op === "remove") return `${subject}: there, but not in git`;
	if (to === void 0) return `${subject}: edited there; differs from git`;
	return had === void 0 ? `${subject}: edited there; git has ${to}` : `${subject}: edited there; git changed it from ${had} to ${to}`;
}

// node_modules/json-diff-ts/dist/index.js
function arrayDifference(first, second) {
	const secondSet = new Set(second);
	return first.filter((item) => !secondSet.has(item));
}
function arrayIntersection(first, second) {
	const secondSet = new Set(second);
	return first.filter((item) => secondSet.has(item));
}
function keyBy(arr, getKey2) {
	const result = {};
	for (const [index, item] of Object.entries(arr)) result[String(getKey2(item, false, Number(index)))] = item;
	return result;
}
function diff(oldObj, newObj, options = {}) {
	let { embeddedObjKeys } = options;
	const { keysToSkip, treatTypeChangeAsReplace } = options;
	if (embeddedObjKeys instanceof Map) embeddedObjKeys = new Map(Array.from(embeddedObjKeys.entries()).map(([key, value]) => [key instanceof RegExp ? key : key.replace(/^\./, ""), value]));
	else if (embeddedObjKeys) embeddedObjKeys = Object.fromEntries(Object.entries(embeddedObjKeys).map(([key, value]) => [key.replace(/^\./, ""), value]));
	return compare(oldObj, newObj, [], [], {
		embeddedObjKeys,
		keysToSkip: keysToSkip ?? [],
		treatTypeChangeAsReplace: treatTypeChangeAsReplace ?? true
	});
}
var getTypeOfObj = (obj) => {
	if (obj === void 0) return "undefined";
	if (obj === null) return null;
	return Object.prototype.toString.call(obj).match(/^\[object\s(.*)\]$/)[1];
};
var getKey = (path) => {
	return path.at(-1) ?? "$root";
};
var compare = (oldObj, newObj, path, keyPath, options) => {
	let changes = [];
	const currentPath = keyPath.join(".");
	if (options.keysToSkip?.some((skipPath) => {
		if (currentPath === skipPath) return true;
		if (skipPath.includes(".") && skipPath.startsWith(currentPath + ".")) return false;
		if (skipPath.includes(".")) {
			const skipParts = skipPath.split(".");
			const currentParts = currentPath.split(".");
			if (currentParts.length >= skipParts.length) {
				for (let i = 0; i < skipParts.length; i++) if (skipParts[i] !== currentParts[i]) return false;
				return true;
			}
		}
		return false;
	})) return changes;
	const typeOfOldObj = getTypeOfObj(oldObj);
	const typeOfNewObj = getTypeOfObj(newObj);
	if (options.treatTypeChangeAsReplace && typeOfOldObj !== typeOfNewObj) {
		if (typeOfOldObj !== "undefined") changes.push({
			type: "REMOVE",
			key: getKey(path),
			value: oldObj
		});
		const lastPathSegment = path[path.length - 1];
		const isArrayElement = path.length > 0 && (typeof lastPathSegment === "number" || typeof lastPathSegment === "string" && /^\d+$/.test(lastPathSegment));
		if (typeOfNewObj !== "undefined" || isArrayElement) changes.push({
			type: "ADD",
			key: getKey(path),
			value: newObj
		});
		return changes;
	}
	if (typeOfNewObj === "undefined" && typeOfOldObj !== "undefined") {
		const lastPathSegment = path[path.length - 1];
		if (path.length > 0 && (typeof lastPathSegment === "number" || typeof lastPathSegment === "string" && /^\d+$/.test(lastPathSegment))) changes.push({
			type: "UPDATE",
			key: getKey(path),
			value: newObj,
			oldValue: oldObj
		});
		else changes.push({
			type: "REMOVE",
			key: getKey(path),
			value: oldObj
		});
		return changes;
	}
	if (typeOfNewObj === "Object" && typeOfOldObj === "Array") {
		changes.push({
			type: "UPDATE",
			key: getKey(path),
			value: newObj,
			oldValue: oldObj
		});
		return changes;
	}
	if (typeOfNewObj === null) {
		if (typeOfOldObj !== null) changes.push({
			type: "UPDATE",
			key: getKey(path),
			value: newObj,
			oldValue: oldObj
		});
		return changes;
	}
	switch (typeOfOldObj) {
		case "Date":
			if (typeOfNewObj === "Date") changes = changes.concat(comparePrimitives(oldObj.getTime(), newObj.getTime(), path).map((x) => ({
				...x,
				value: new Date(x.value),
				oldValue: new Date(x.oldValue)
			})));
			else changes = changes.concat(comparePrimitives(oldObj, newObj, path));
			break;
		case "Object": {
			const diffs = compareObject(oldObj, newObj, path, keyPath, false, options);
			if (diffs.length) {
				if (path.length) changes.push({
					type: "UPDATE",
					key: getKey(path),
					changes: diffs
				});
				else changes = changes.concat(diffs);
			}
			break;
		}
		case "Array":
			changes = changes.concat(compareArray(oldObj, newObj, path, keyPath, options));
			break;
		case "Function": break;
		default: changes = changes.concat(comparePrimitives(oldObj, newObj, path));
	}
	return changes;
};
var compareObject = (oldObj, newObj, path, keyPath, skipPath = false, options = {}) => {
	let k;
	let newKeyPath;
	let newPath;
	if (skipPath == null) skipPath = false;
	let changes = [];
	const oldObjKeys = Object.keys(oldObj);
	const newObjKeys = Object.keys(newObj);
	for (k of arrayIntersection(oldObjKeys, newObjKeys)) {
		newPath = path.concat([k]);
		newKeyPath = skipPath ? keyPath : keyPath.concat([k]);
		const diffs = compare(oldObj[k], newObj[k], newPath, newKeyPath, options);
		if (diffs.length) changes = changes.concat(diffs);
	}
	for (k of arrayDifference(newObjKeys, oldObjKeys)) {
		newPath = path.concat([k]);
		newKeyPath = skipPath ? keyPath : keyPath.concat([k]);
		const currentPath = newKeyPath.join(".");
		if (options.keysToSkip?.some((skipPath2) => currentPath === skipPath2 || currentPath.startsWith(skipPath2 + "."))) continue;
		changes.push({
			type: "ADD",
			key: getKey(newPath),
			value: newObj[k]
		});
	}
	for (k of arrayDifference(oldObjKeys, newObjKeys)) {
		newPath = path.concat([k]);
		newKeyPath = skipPath ? keyPath : keyPath.concat([k]);
		const currentPath = newKeyPath.join(".");
		if (options.keysToSkip?.some((skipPath2) => currentPath === skipPath2 || currentPath.startsWith(skipPath2 + "."))) continue;
		changes.push({
			type: "REMOVE",
			key: getKey(newPath),
			value: oldObj[k]
		});
	}
	return changes;
};
var compareArray = (oldObj, newObj, path, keyPath, options) => {
	if (getTypeOfObj(newObj) !== "Array") return [{
		type: "UPDATE",
		key: getKey(path),
		value: newObj,
		oldValue: oldObj
	}];
	const uniqKey = getObjectKey(options.embeddedObjKeys, keyPath) ?? "$index";
	const diffs = compareObject(convertArrayToObj(oldObj, uniqKey), convertArrayToObj(newObj, uniqKey), path, keyPath, true, options);
	const isFunctionKey = typeof uniqKey === "function" && uniqKey.length === 2;
	if (diffs.length) {
		const resolvedKey = isFunctionKey ? uniqKey(newObj[0] ?? oldObj[0], true) : uniqKey;
		const sampleEl = [...newObj, ...oldObj].find((el) => el != null && typeof el === "object");
		const isNestedPath = typeof resolvedKey === "string" && resolvedKey.includes(".") && NESTED_PATH_RE.test(resolvedKey) && (isFunctionKey || !(sampleEl != null && resolvedKey in sampleEl));
		return [{
			type: "UPDATE",
			key: getKey(path),
			embeddedKey: resolvedKey,
			...isNestedPath ? { embeddedKeyIsPath: true } : {},
			changes: diffs
		}];
	} else return [];
};
var getObjectKey = (embeddedObjKeys, keyPath) => {
	if (embeddedObjKeys != null) {
		const path = keyPath.join(".");
		if (embeddedObjKeys instanceof Map) {
			for (const [key2, value] of embeddedObjKeys.entries()) if (key2 instanceof RegExp) {
				if (path.match(key2)) return value;
			} else if (path === key2) return value;
		}
		const key = embeddedObjKeys[path];
		if (key != null) return key;
	}
};
var convertArrayToObj = (arr, uniqKey) => {
	let obj = {};
	if (uniqKey === "$value") arr.forEach((value) => {
		obj[value] = value;
	});
	else if (uniqKey === "$index") for (let i = 0; i < arr.length; i++) {
		const value = arr[i];
		obj[i] = value;
	}
	else {
		const maybeNestedPath = typeof uniqKey === "string" && uniqKey.includes(".") && NESTED_PATH_RE.test(uniqKey);
		obj = keyBy(arr, typeof uniqKey === "string" ? maybeNestedPath ? (item) => item != null && typeof item === "object" && uniqKey in item ? item[uniqKey] : resolveProperty(item, uniqKey, true) : (item) => item != null ? item[uniqKey] : void 0 : uniqKey);
	}
	return obj;
};
var comparePrimitives = (oldObj, newObj, path) => {
	const changes = [];
	if (oldObj !== newObj) changes.push({
		type: "UPDATE",
		key: getKey(path),
		value: newObj,
		oldValue: oldObj
	});
	return changes;
};
var resolveProperty = (obj, key, isPath) => {
	if (obj == null) return void 0;
	if (typeof key !== "string" || !isPath || !key.includes(".")) return obj[key];
	return key.split(".").reduce((cur, seg) => cur?.[seg], obj);
};
var NESTED_PATH_RE = /^[a-zA-Z_][a-zA-Z0-9_]*(?:\.[a-zA-Z_][a-zA-Z0-9_]*)*$/;

// src/story/compare/differences.ts
/** Beyond this many places a list helps nobody. */
const MAX_PLACES = 20;
/** Values in the options of one action: seven times as many as the largest real one has. The library's time grows with the square. */
const MAX_VALUES = 1e3;
const SECRET_KEY = /auth|token|secret|passw|pwd|key|credential|cookie|headers?|signature|private|cert|url/i;
/** Where two objects differ; none means equal. json-diff-ts finds the places, it never decides whether there are any. */
function findDifferences(live, wanted) {
	if (sameJson(live, wanted)) return [];
	if (!fitsLibrary(live) || !fitsLibrary(wanted)) return [WHOLE];
	const places = diff(live, wanted).length === 0 ? [] : merged(diff(live, wanted)).flatMap((change) => walk(change, "", false));
	return places.length === 0 || places.length > MAX_PLACES ? [WHOLE] : places;
}
const WHOLE = {
	path: "",
	op: "update"
};
function walk(change, parent, inList) {
	const path = parent + step(change.key, inList);
	if (change.changes === void 0) {
		const op = change.type === "ADD" ? "add" : change.type === "REMOVE" ? "remove" : "update";
		const shown = op === "remove" ? void 0 : shownValue(change.value, path);
		const was = op === "update" ? shownValue(change.oldValue, path) : void 0;
		return [{
			path: trimmed(path),
			op,
			values: valuesOf(change, op),
			...shown === void 0 ? {} : { shown },
			...was === void 0 ? {} : { was }
		}];
	}
	const isList = change.embeddedKey === "$index";
	const inner = merged(change.changes).flatMap((entry) => walk(entry, path, isList));
	return isList && inner.length > 3 && inner.some(({ op }) => op !== "update") ? [{
		path: trimmed(path),
		op: "update"
	}] : inner;
}
function valuesOf({ value, oldValue }, op) {
	if (op === "add") return { after: value };
	return op === "remove" ? { before: value } : {
		before: oldValue,
		after: value
	};
}
/** A changed type comes as "removed" and "added" under one key. */
function merged(changes) {
	const removed = new Map(changes.filter(({ type }) => type === "REMOVE").map(({ key, value }) => [key, value]));
	const added = new Set(changes.filter(({ type }) => type === "ADD").map(({ key }) => key));
	return changes.flatMap((change) => {
		if (change.type === "REMOVE") return added.has(change.key) ? [] : [change];
		return change.type === "ADD" && removed.has(change.key) ? [{
			...change,
			type: UPDATE,
			oldValue: removed.get(change.key)
		}] : [change];
	});
}
const UPDATE = "UPDATE";
/** Keys like `[Email]` come from lists that are compared by name, and are steps already. */
function step(key, inList) {
	if (inList) return `[${key}]`;
	return /^\[.*\]$/s.test(key) ? key : keyStep(key);
}
function trimmed(path) {
	return path.startsWith(".") ? path.slice(1) : path;
}
function shownValue(value, path) {
	if (SECRET_KEY.test(path)) return void 0;
	if (typeof value === "boolean" || typeof value === "number") return String(value);
	if (typeof value !== "string" || value.length > 40) return void 0;
	return /^[\p{L}\p{N} _.,:=<>!?+*()-]*$/u.test(value) ? JSON.stringify(value) : void 0;
}
/** It does not see changes under an own "__proto__" key. */
function fitsLibrary(value) {
	const left = [value];
	for (let seen = 0; left.length > 0; seen++) {
		if (seen + left.length > MAX_VALUES) return false;
		const next = left.pop();
		if (isObject(next) && Object.hasOwn(next, "__proto__")) return false;
		if (isObject(next) || isArray(next)) for (const inner of Object.values(next)) left.push(inner);
	}
	return true;
}

// src/story/compare/compare-action.ts
/** The differences inside one action that both sides have, its page and its template inputs included. */
function compareAction(live, wanted, label, part, isFromGit) {
	const spoken = spokenLabel(label);
	const about = {
		part,
		isFromGit
	};
	const changes = [...compareOwn(live, wanted, {
		...about,
		place: actionPart(label),
		spoken
	})];
	const report = (prefix, subject, found) => {
		changes.push(...told(prefix, subject, found, about));
	};
	const page = (path) => path === "" ? `page ${spoken}` : `${path} of page ${spoken}`;
	report(`pages[${label}]`, page, lists(live.pages, wanted.pages));
	const input = (path) => `template ${path || "inputs"} of ${spoken}`;
	report(`integrations[${label}]`, input, lists(live.integrations, wanted.integrations));
	return changes;
}
/** What an action has of its own, whether it stands at the top or is a tool. */
function compareOwn(live, wanted, { place, spoken, ...about }) {
	const { part, isFromGit } = about;
	const { name: liveName, ...liveSettings } = live.settings;
	const { name, ...wantedSettings } = wanted.settings;
	const renamed = `action ${JSON.stringify(liveName)} renamed to ${JSON.stringify(name)}`;
	const subject = `name of action ${JSON.stringify(name)}`;
	const values = isFromGit === OF_GIT ? { values: {
		before: liveName ?? null,
		after: name ?? null
	} } : {};
	const rename = {
		path: `${place}.name`,
		op: "update",
		text: renamed,
		part,
		subject,
		...values
	};
	const option = (path) => path === "" ? `options of ${spoken}` : `option ${path} of ${spoken}`;
	return [
		...name === liveName ? [] : [rename],
		...told(place, (path) => `${path || "settings"} of ${spoken}`, lenient(liveSettings, wantedSettings), about),
		...told(`${place}.options`, option, findDifferences(live.options, wanted.options), about),
		...compareTools(live.tools, wanted.tools, {
			place,
			spoken,
			...about
		})
	];
}
/** Tools by name; their order counts, because a model reads them in order. */
function compareTools(live, wanted, { place, spoken, ...about }) {
	if (live === void 0 || wanted === void 0) return [];
	if (live.length !== wanted.length || live.some(({ label }, index) => label !== wanted[index]?.label)) return told(`${place}.tools`, () => `tools of ${spoken}`, [{
		path: "",
		op: "update"
	}], about);
	return wanted.flatMap((tool, index) => {
		const other = live[index] ?? tool;
		const name = typeof tool.settings.name === "string" ? JSON.stringify(tool.settings.name) : "a tool";
		return compareOwn(other, tool, {
			place: `${place}.${tool.label}`,
			spoken: `tool ${name} of ${spoken}`,
			...about
		});
	});
}
function told(prefix, subject, found, { part, isFromGit }) {
	return found.map((each) => {
		return changeOf(subject(each.path), each, {
			path: joined(prefix, each.path),
			part
		}, isFromGit);
	});
}
function lenient(live, wanted) {
	const aligned = alignObjects(live, wanted);
	return findDifferences(aligned.live, aligned.wanted);
}
/** An action has one page (or template entry) or none; more on one side than on the other is told as a whole. */
function lists(live, wanted) {
	if (live.length < wanted.length) return [{
		path: "",
		op: "add"
	}];
	if (live.length > wanted.length) return [{
		path: "",
		op: "remove"
	}];
	return wanted.flatMap((entry, index) => lenient(live[index] ?? {}, entry));
}
function joined(prefix, path) {
	return path === "" || path.startsWith("[") ? `${prefix}${path}` : `${prefix}.${path}`;
}

// src/story/compare/compare-links.ts
/** Links by the actions they join; their order says nothing. `names` gives the live name for what only the live side has. */
function compareLinks(live, wanted, names) {
	return matchLinks(live, wanted).flatMap(({ link, op }) => {
		if (op === "same") return [];
		const branch = isSecondary(link) ? " (no-match branch)" : "";
		const subject = joinedNames(link, op, names);
		return [{
			path: "links",
			op,
			text: `${subject} ${DONE[op]}${branch}`,
			part: "links",
			subject
		}];
	});
}
const DONE = {
	add: "connected",
	update: "connected differently",
	remove: "disconnected"
};
/** What became of each link: those of the wanted side in their order, then what only the live side has. */
function matchLinks(live, wanted) {
	const waiting = Map.groupBy(live, linkText);
	return [...wanted.map((link) => {
		const partner = waiting.get(linkText(link))?.shift();
		return {
			link,
			op: partner === void 0 ? "add" : sameWhereBothSay$1(partner, link) ? "same" : "update"
		};
	}), ...[...waiting.values()].flat().map((link) => ({
		link,
		op: "remove"
	}))];
}
/** The branch that is taken when nothing matches. */
function isSecondary({ rest }) {
	return rest.link_type === "secondary";
}
function joinedNames(link, op, names) {
	const name = (label) => spokenLabel(op === "remove" ? names.get(label) ?? label : label);
	return `${name(link.source)} → ${name(link.receiver)}`;
}
/** Keys of a link that a newer release may add. */
function sameWhereBothSay$1(live, wanted) {
	const aligned = alignObjects(live.rest, wanted.rest);
	return sameJson(aligned.live, aligned.wanted);
}

// src/story/addresses/shared-addresses.ts
/**
* What quoted addresses say on both sides of a comparison, by the labels that both have in common. Where the live story
* has a value of its own, a placeholder of the wanted one stands for that value.
*/
function sharedAddresses(live, liveLabels, wanted, wantedLabels) {
	const values = new Map(ingressPoints(live).map((point) => [placedLabel(point, liveLabels), new Map(ownAddress(point.action))]));
	const named = (byAction, isLive) => {
		return (option, action) => {
			const label = byAction.get(action);
			if (label === void 0) return void 0;
			const address = values.get(label);
			const value = address?.get(option);
			if (address === void 0 || value === "storysync:destination-owned") return said(option, label);
			if (isLive) return void 0;
			return typeof value === "string" ? value : "";
		};
	};
	return {
		live: named(addressLabels(live, liveLabels), true),
		wanted: named(addressLabels(wanted, wantedLabels), false)
	};
}

// src/story/compare/wanted-side.ts
/** By the story itself: the same one is compared with its copies at all destinations. */
const sides = /* @__PURE__ */ new WeakMap();
function wantedSide(wanted) {
	const known = sides.get(wanted);
	if (known) return known;
	const { neutral, labels, guids, normal, holdsBeside } = ownForm(wanted);
	let hashes;
	const side = {
		labels,
		guids,
		normal,
		fingerprint: () => {
			hashes ??= fingerprintOf(normal);
			return hashes;
		},
		normalBeside: (live, addresses) => holdsBeside(live) ? normal : normalStory(neutral, labels, {
			own: guids,
			other: live,
			address: addresses()
		})
	};
	sides.set(wanted, side);
	return side;
}

// src/story/compare/normal-sides.ts
/** The normal forms of two stories, in which an action is called the same as the one it was taken for. */
function normalSides({ live, wanted, form }, matching) {
	const liveLabels = form?.labels ?? actionLabels(live);
	const side = wantedSide(wanted);
	const common = [...liveLabels.keys()].map((index) => `\u0000${index}`);
	for (const pair of matching.pairs) common[pair.before] = side.labels[pair.after] ?? "";
	const own = form && isSameList(common, liveLabels) && form.holdsBeside(side.guids) ? form : void 0;
	const guids = own?.guids ?? guidNames(live, common);
	let addresses;
	const shared = () => {
		addresses ??= sharedAddresses(live, common, wanted, side.labels);
		return addresses;
	};
	const beside = () => normalStory(live, common, {
		own: guids,
		other: side.guids,
		address: shared().live
	});
	return {
		before: own?.normal ?? beside(),
		after: side.normalBeside(guids, () => shared().wanted),
		liveLabels,
		wantedLabels: side.labels,
		spoken: new Map(liveLabels.map((label, index) => [common[index] ?? "", label]))
	};
}
function isSameList(one, other) {
	return one.length === other.length && one.every((entry, index) => entry === other[index]);
}

// src/story/compare/compare.ts
/**
* What would have to change in the live story. An empty list means that the two are equal (spec section 3). `form` is
* the live story's own one, where the caller has made it already.
*/
function compareStories(live, wanted, isFromGit = OF_A_TENANT, form) {
	return comparisonOf(live, wanted, isFromGit, form).changes;
}
/** The same with the actions that were taken for each other. */
function comparisonOf(live, wanted, isFromGit, form) {
	const matching = matchActions(live, wanted);
	const changes = compareMatched({
		live,
		wanted,
		form
	}, matching, isFromGit);
	if (changes.length === 0) return {
		matching,
		changes
	};
	const byName = matchActionsByName(live, wanted);
	if (isSameMatching(matching, byName)) return {
		matching,
		changes
	};
	return compareMatched({
		live,
		wanted,
		form
	}, byName, isFromGit).length === 0 ? {
		matching: byName,
		changes: []
	} : {
		matching,
		changes
	};
}
/** The same where guids say nothing: an action under another name is another action. */
function compareStoriesByName(live, wanted, isFromGit = OF_A_TENANT) {
	return compareMatched({
		live,
		wanted
	}, matchActionsByName(live, wanted), isFromGit);
}
function compareMatched(sides, matching, isFromGit) {
	const { live, wanted } = sides;
	const { before, after, liveLabels, wantedLabels, spoken } = normalSides(sides, matching);
	const changes = [...compareFields(before.fields, after.fields, isFromGit)];
	for (const pair of matching.pairs) {
		const label = wantedLabels[pair.after] ?? "";
		const [ours, theirs] = [before.actions.get(label), after.actions.get(label)];
		if (ours === void 0 || theirs === void 0 || isSameAction(ours, theirs)) continue;
		const part = actionPart(liveLabels[pair.before] ?? "");
		changes.push(...compareAction(ours, theirs, label, part, isFromGit));
	}
	for (const index of matching.added) {
		const path = actionPart(wantedLabels[index] ?? "");
		changes.push({
			path,
			op: "add",
			...actionTold(wanted.agents[index], "added"),
			part: path
		});
	}
	for (const index of matching.removed) {
		const path = actionPart(liveLabels[index] ?? "");
		changes.push({
			path,
			op: "remove",
			...actionTold(live.agents[index], "removed"),
			part: path
		});
	}
	changes.push(...compareLinks(before.links, after.links, spoken));
	changes.push(...compareLayout(before.layout, after.layout), ...compareNotes(live, wanted, before, after));
	return changes.length === 0 ? changes : withoutAddresses(changes, live);
}
/** What git quotes stands for the destination's own address here, and keys may hold one: nothing of it is told. */
function withoutAddresses(changes, live) {
	const finder = new AddressFinder(live);
	if (finder.isEmpty) return changes;
	const hide = (change, key) => change[key] === void 0 ? {} : { [key]: finder.hide(change[key]) };
	return changes.map((change) => ({
		...change,
		path: finder.hide(change.path),
		text: finder.hide(change.text),
		subject: finder.hide(change.subject),
		...hide(change, "from"),
		...hide(change, "to")
	}));
}
function compareFields(live, wanted, isFromGit) {
	if (sameJson(live, wanted)) return [];
	const aligned = alignObjects(live, wanted);
	return findDifferences(aligned.live, aligned.wanted).map((each) => {
		return changeOf(each.path || "story settings", each, {
			path: each.path || "story",
			part: "story"
		}, isFromGit);
	});
}
/** Where actions stand on the canvas; one that only one side has placed is no difference. */
function compareLayout(live, wanted) {
	const moved = Object.keys(wanted).filter((label) => Object.hasOwn(live, label) && !sameJson(live[label] ?? null, wanted[label] ?? null));
	if (moved.length === 0) return [];
	return [{
		path: "diagram_layout",
		op: "move",
		text: `layout only: ${plural(moved.length, "action")} moved`,
		part: "layout",
		subject: "layout"
	}];
}
/** Notes have no identity across tenants: each is looked for on the other side, exactly first. */
function compareNotes(live, wanted, before, after) {
	if (!("diagram_notes" in live) || !("diagram_notes" in wanted) || sameJson(before.notes, after.notes)) return [];
	const waiting = [...before.notes];
	const take = (same) => {
		const index = waiting.findIndex(same);
		if (index !== -1) waiting.splice(index, 1);
		return index !== -1;
	};
	const added = after.notes.filter((note) => !take((other) => noteText(other) === noteText(note))).filter((note) => !take((other) => sameWhereBothSay(other, note)));
	const changed = Math.min(added.length, waiting.length);
	const said = [
		[added.length - changed, "added"],
		[waiting.length - changed, "removed"],
		[changed, "changed"]
	].filter(([count]) => count > 0).map(([count, done]) => `${plural(count, "note")} ${done}`);
	if (said.length === 0) return [];
	return [{
		path: "diagram_notes",
		op: added.length === changed ? changed === 0 ? "remove" : "update" : waiting.length === 0 ? "add" : "update",
		text: said.join(", "),
		part: "notes",
		subject: "notes"
	}];
}
function sameWhereBothSay(live, wanted) {
	const aligned = alignObjects(live, wanted);
	return sameJson(aligned.live, aligned.wanted);
}

export { kindOfAddress as C, withoutGuids as E, kindOf as S, ownGuids as T, ownForm as _, isSecondary as a, sameJson as b, OF_GIT as c, ownOf as d, reasonsForNewType as f, fingerprintOf as g, fingerprint as h, wantedSide as i, recordTypeChanges as l, actionPart as m, compareStoriesByName as n, matchLinks as o, repeatedFieldNames as p, comparisonOf as r, editedThere as s, compareStories as t, additionsTo as u, layoutByGuid as v, plural as w, matchActions as x, normalLink as y };