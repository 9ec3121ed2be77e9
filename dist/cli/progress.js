import { n as __require, r as __toESM, t as __commonJSMin } from "./rolldown-runtime.js";
import { n as fail, r as ok } from "./dist.js";
import { $ as mapSubStories, B as unquoteSchema, F as replacePlaceholders, H as isHexWord, I as AddressFinder, M as tagsOf, P as neutralise, Q as ingressPoints, R as rewriteStrings, U as rewriteHexWords, V as actionRef, W as DESTINATION_OWNED, X as canonicalStory, Z as ingressOptions, ct as listed, dt as withoutKeys, et as ownAddress, ft as canonicalJson, it as customFields, lt as repeated, mt as contentHash, nt as TEXT_ENUM, pt as compactJson, rt as byName, st as firstByName, tt as recordTypesOf, z as rewriteTexts } from "./workspace.js";
import { _ as spokenLabel, a as holdsTools, b as isArray, c as optionsOf, d as actionLabels, f as bracketName, g as ordinalLabels, h as labelsByGuid, i as allActions, m as labelPointedAt, n as readStory, p as keyStep, r as parseJson, u as toolsOf, x as isObject } from "./read.js";
import { n as systemHint, r as systemWords, t as systemCode } from "./system-code.js";
import { n as stringWidth } from "./wrap.js";
import { n as readersOf } from "./tenants.js";
import { u as cannotRun } from "./lock-holder.js";
import { et as forTerminal, q as inTerminal } from "./session.js";
import { n as shortTimePhrase, t as costPhrase } from "./forecast-phrase.js";
import { resolve } from "node:path";
import { constants } from "node:fs";
import { open } from "node:fs/promises";

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
	const kept = Object.entries(action).filter(([key, value]) => !NOT_SETTINGS.has(key) && !holdsTools(key, value));
	const settings = Object.fromEntries(kept.map(([key, value]) => [key, relabel(value)]));
	return {
		...settings,
		...settings.schedule === "never" ? { schedule: null } : {},
		...isObject(settings.record_type) ? { record_type: { name: settings.record_type.name ?? null } } : {},
		...isArray(settings.record_writers) ? { record_writers: normalWriters(settings.record_writers) } : {}
	};
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
	})).sort((a, b) => a.order < b.order ? -1 : a.order > b.order ? 1 : 0).map(({ writer }) => writer);
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
	return Object.fromEntries(Object.entries(value).filter(([name]) => name !== key));
}
/** The object that a rewritten object still is. */
function asObject(value) {
	return isObject(value) ? value : {};
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

// src/story/compare/parts.ts
/**
* Says which parts of a story were edited since it was last looked at. New guids, a newer platform release and
* values that belong to the tenant leave it unchanged; tags are not part of it.
*/
function fingerprint(story) {
	const normal = normalStory(neutralise(story), actionLabels(story));
	const parts = [
		["story", pruned(normal.fields, STORY_KEYS)],
		["links", normal.links.map(linkText).sort()],
		["layout", normal.layout],
		["notes", normal.notes.map(noteText).sort()]
	];
	for (const [label, action] of normal.actions) parts.push([actionPart(label), countedAction(action)]);
	return Object.fromEntries(parts.map(([part, value]) => [part, contentHash(value)]));
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
		settings: pruned(settings, ACTION_KEYS),
		options,
		tools: tools === void 0 || tools.length === 0 ? null : tools.map(countedTool),
		pages: pages.map((page) => pruned(page, PAGE_KEYS)),
		integrations: integrations.map((entry) => pruned(entry, INTEGRATION_KEYS))
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
	const fields = [...new Set(foreign.map(({ name }) => name))].sort(byName);
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
	return repeated(customFields(type.fields).map(({ name }) => name)).toSorted(byName);
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

// src/story/compare/compare.ts
/** What would have to change in the live story. An empty list means that the two are equal (spec section 3). */
function compareStories(live, wanted, isFromGit = OF_A_TENANT) {
	return comparisonOf(live, wanted, isFromGit).changes;
}
/** The same with the actions that were taken for each other. */
function comparisonOf(live, wanted, isFromGit) {
	const matching = matchActions(live, wanted);
	const changes = compareMatched(live, wanted, matching, isFromGit);
	if (changes.length === 0) return {
		matching,
		changes
	};
	const byName = matchActionsByName(live, wanted);
	return compareMatched(live, wanted, byName, isFromGit).length === 0 ? {
		matching: byName,
		changes: []
	} : {
		matching,
		changes
	};
}
/** The same where guids say nothing: an action under another name is another action. */
function compareStoriesByName(live, wanted, isFromGit = OF_A_TENANT) {
	return compareMatched(live, wanted, matchActionsByName(live, wanted), isFromGit);
}
function compareMatched(live, wanted, matching, isFromGit) {
	const liveLabels = actionLabels(live);
	const wantedLabels = actionLabels(wanted);
	const common = [...liveLabels.keys()].map((index) => `\u0000${index}`);
	for (const pair of matching.pairs) common[pair.before] = wantedLabels[pair.after] ?? "";
	const [liveGuids, wantedGuids] = [guidNames(live, common), guidNames(wanted, wantedLabels)];
	const addresses = sharedAddresses(live, common, wanted, wantedLabels);
	const before = normalStory(live, common, {
		own: liveGuids,
		other: wantedGuids,
		address: addresses.live
	});
	const neutral = neutralise(wanted);
	const after = normalStory(neutral, wantedLabels, {
		own: wantedGuids,
		other: liveGuids,
		address: addresses.wanted
	});
	const spoken = new Map(liveLabels.map((label, index) => [common[index] ?? "", label]));
	const changes = [...compareFields(before.fields, after.fields, isFromGit)];
	for (const pair of matching.pairs) {
		const label = wantedLabels[pair.after] ?? "";
		const [ours, theirs] = [before.actions.get(label), after.actions.get(label)];
		if (ours === void 0 || theirs === void 0) continue;
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
	if (!("diagram_notes" in live) || !("diagram_notes" in wanted)) return [];
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

// src/export/comparison.ts
/**
* Compares a file with the live story. Stamps of the platform release alone leave the file untouched, to the byte;
* whatever else differs is written, also keys that only a newer release knows: an edit could hide there.
*/
function compareWithFile(inGit, live) {
	const after = neutralise(live);
	const text = canonicalStory(after);
	if (inGit === void 0) return {
		change: "add",
		text,
		after,
		kind: "content"
	};
	const found = new TextDecoder("utf-8", { ignoreBOM: true }).decode(inGit.bytes);
	if (found === text) return { change: "unchanged" };
	const before = readStory(inGit.bytes, inGit.file).story;
	if (before === void 0) return {
		change: "update",
		text,
		after,
		kind: "content"
	};
	const same = sameJson(withoutStamps(before), withoutStamps(after));
	if (same && isCanonical(found, before)) return { change: "unchanged" };
	return {
		change: "update",
		text,
		before,
		after,
		kind: same ? "format" : onlyRelease(before, after) ? "platform" : "content"
	};
}
/** Whether a story of git is the live one but for what a platform release changes by itself, which no export need bring first. */
function isLive(inGit, live) {
	const [before, after] = [neutralise(inGit), neutralise(live)];
	return sameJson(withoutStamps(before), withoutStamps(after)) || onlyRelease(before, after);
}
/** Whether the addresses and recipients of a tenant stand in a file where placeholders belong. */
function holdsTenantValues(story) {
	return !sameJson(story, neutralise(story));
}
const STAMPS = [
	"schema_version",
	"standard_lib_version",
	"action_runtime_version",
	"exported_at"
];
function withoutStamps(story) {
	const stamped = new Set(STAMPS);
	const rest = Object.fromEntries(Object.entries(story).filter(([key]) => !stamped.has(key)));
	return mapSubStories(rest, withoutStamps);
}
/** Git may check a file out with CRLF; that is not a change of ours to undo. */
function isCanonical(text, story) {
	return text.replaceAll("\r\n", "\n") === canonicalJson(story);
}
function onlyRelease(before, after) {
	return !holdsTenantValues(before) && compareStories(before, after).length === 0 && sameJson(tagsOf(before).toSorted(), tagsOf(after).toSorted()) && sameJson(guidsOf(before), guidsOf(after)) && recordTypeChanges(before, after).length === 0;
}
function guidsOf(story) {
	return [story.guid, ...story.agents.map(({ guid }) => guid)];
}

// src/tenant/read-time.ts
/**
* The time that one destination has for being read, as a whole: a tenant that hangs, that trickles and that is slow page
* after page end alike. Counted is the time in which it is asked for something. Not counted is the time in which none of its
* requests is with the tenant, because we wait for a limit per minute: one that hangs is not excused by one that waits.
*/
var ReadTime = class {
	/** Ends every request of the destination, when the time is over or the run stops. */
	signal;
	#clock;
	#allowedMs;
	#allowedRequests;
	#requests = 0;
	#over = new AbortController();
	#running = /* @__PURE__ */ new Set();
	#waits = { total: () => 0 };
	/** Of the time so far, what was our own wait. */
	#own = 0;
	/** What the tenant's own waits amounted to when the last request that was with it went to wait. */
	#ownFrom;
	/** Up to the last moment in which nothing was asked. */
	#spent = 0;
	#busySince = 0;
	#ended = 0;
	#slowest;
	#cancel = () => {};
	/** `requests`: how many may be sent, where that is bounded as well. */
	constructor(clock, allowedMs, stop, requests = Number.POSITIVE_INFINITY) {
		this.#clock = clock;
		this.#allowedMs = allowedMs;
		this.#allowedRequests = requests;
		this.signal = AbortSignal.any([stop, this.#over.signal]);
	}
	get isOver() {
		return this.#over.signal.aborted;
	}
	/** Attempts of requests that were sent. */
	get requests() {
		return this.#requests;
	}
	get requestsLeft() {
		return this.#allowedRequests - this.#requests;
	}
	/** Told before each attempt of a request; answers why it is not to be sent. */
	count() {
		if (this.requestsLeft < 1) return {
			seen: "requests_spent",
			allowed: this.#allowedRequests
		};
		this.#requests += 1;
	}
	/** Told by the client that reads: waits of this tenant that are our own. */
	without(waits) {
		this.#waits = waits;
	}
	begin(request) {
		const running = {
			request,
			since: this.#clock.elapsed(),
			asked: true
		};
		this.#running.add(running);
		if (this.#running.size === 1) {
			this.#busySince = running.since;
			this.#wait();
		}
		this.#account();
		const move = (asked) => {
			running.asked = asked;
			this.#account();
		};
		return {
			queue: () => move(false),
			ask: () => move(true),
			end: () => this.#end(running)
		};
	}
	#end(running) {
		this.#running.delete(running);
		this.#account();
		if (this.#running.size === 0) {
			this.#cancel();
			this.#spent += this.#clock.elapsed() - this.#busySince;
		}
		if (this.isOver) return;
		const { request, since } = running;
		const ms = this.#clock.elapsed() - since;
		this.#ended += 1;
		if (this.#slowest === void 0 || ms > this.#slowest.ms) this.#slowest = {
			request,
			ms
		};
	}
	/** Whether nothing but our own queues is waited for may have changed. */
	#account() {
		if (this.#running.size > 0 && ![...this.#running].some(({ asked }) => asked)) this.#ownFrom ??= this.#waits.total();
		else {
			this.#own = this.#ownSoFar();
			this.#ownFrom = void 0;
		}
	}
	#ownSoFar() {
		return this.#own + (this.#ownFrom === void 0 ? 0 : this.#waits.total() - this.#ownFrom);
	}
	/** What became of the time, told of the request that was cut off. */
	evidence(since) {
		return {
			seen: "read_time_over",
			allowed: inSeconds(this.#allowedMs),
			waited: inSeconds(this.#clock.elapsed() - since),
			ended: this.#ended,
			slowest: this.#slowest ? {
				request: this.#slowest.request,
				took: inSeconds(this.#slowest.ms)
			} : null
		};
	}
	close() {
		this.#cancel();
	}
	#wait() {
		const left = this.#allowedMs - (this.#spent + this.#clock.elapsed() - this.#busySince - this.#ownSoFar());
		if (left <= 0) this.#over.abort();
		else this.#cancel = this.#clock.alarm(left, () => this.#wait());
	}
};
/** To a tenth, so that tests and people with short limits see what was slow. */
function inSeconds(ms) {
	return Math.round(ms / 100) / 10;
}

// src/commands/reading-time.ts
/** Never, where nobody stops the command: then a signal ends the process. */
const NEVER = new AbortController().signal;
/** One destination at most gets this share of a run's time, and all reading together twice as much: the rest is for writing. */
const SHARE = 4;
/** The time for reading in one run: of each destination, and of all. */
var ReadingTime = class {
	/** Reading ends as a whole: the run stops, or its share of the time is over. */
	signal;
	#clock;
	#each;
	#requests;
	#cancel;
	constructor(clock, { readTimeout, timeBudget, requests }, stop = NEVER) {
		this.#clock = clock;
		this.#requests = requests;
		this.#each = Math.min(readTimeout, (timeBudget ?? Number.POSITIVE_INFINITY) / SHARE);
		const over = new AbortController();
		this.#cancel = timeBudget === void 0 ? () => {} : clock.alarm(timeBudget * 2 / SHARE, () => over.abort());
		this.signal = AbortSignal.any([stop, over.signal]);
	}
	/** The time of one destination, or of the origin. */
	ofOne() {
		return new ReadTime(this.#clock, this.#each, this.signal, this.#requests);
	}
	close() {
		this.#cancel();
	}
};

// src/files/open-new.ts
/** A file that this process makes, for its owner alone: one that is there, also as a link to elsewhere, is left as it is (`EEXIST`). */
function openNew(path) {
	return open(path, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, 384);
}

// src/commands/trace.ts
/** A trace is begun before anything is asked, so that a wrong name costs nothing. */
async function openTrace({ directory, clock }, file) {
	try {
		const handle = await openNew(resolve(directory, file));
		const started = clock.elapsed();
		let lost;
		let writing = Promise.resolve();
		const write = (line) => {
			writing = writing.then(() => handle.appendFile(line)).catch((error) => {
				lost ??= error;
			});
		};
		return ok({
			onRequest: (record) => write(`${JSON.stringify(lineOf(record, clock.elapsed() - started))}\n`),
			close: async () => {
				await writing;
				await handle.close();
				return lost === void 0 ? void 0 : {
					...unwritable(file, lost),
					severity: "warning"
				};
			}
		});
	} catch (error) {
		return fail(unwritable(file, error));
	}
}
/** Field by field: what a record may hold one day must not get into files that people send around. */
function lineOf({ tenant, method, path, status, bytesIn, bytesOut, ms, attempt, retryAfter, ended }, at) {
	return {
		at_ms: Math.round(at),
		tenant,
		method,
		path,
		status: status ?? null,
		bytes_in: bytesIn,
		bytes_out: bytesOut,
		ms: Math.round(ms),
		attempt,
		retry_after: retryAfter ?? null,
		ended
	};
}
function unwritable(file, error) {
	const code = systemCode(error);
	const there = code === "EEXIST";
	return {
		code: "RUN043",
		severity: "error",
		message: `the trace cannot be written to ${file}: ${there ? "the file already exists" : systemWords(code)}`,
		hint: there ? "name a new file; an existing one is never overwritten" : systemHint(code, "name a file in a folder that exists and is writable")
	};
}

// src/commands/with-tenants.ts
/** The same for a command that only reads: it gets no way to a writer, and no key for one. */
function withReaders(world, settings, use) {
	return open$1(world, settings, { access: "read" }, (tenants) => use(readersOf(tenants)));
}
/** Opens tenants for the time of one command, with a trace where one is wanted; what their end left to tell goes along. */
function withTenants(world, settings, use, stop) {
	return open$1(world, settings, {
		access: "write",
		...stop === void 0 ? {} : { stop }
	}, use);
}
async function open$1(world, { trace: file, rate }, { access, stop }, use) {
	const trace = file === void 0 ? ok(void 0) : await openTrace(world, file);
	if (!trace.ok) return cannotRun([trace.error]);
	const patience = stop === void 0 ? void 0 : endOfPatience(world.clock, stop);
	const tenants = world.openTenants({
		access,
		...rate === void 0 ? {} : { rate },
		...trace.value === void 0 ? {} : { onRequest: trace.value.onRequest },
		...patience === void 0 ? {} : { signal: patience.signal }
	});
	let ended;
	const closingProblems = [];
	try {
		ended = await use(tenants);
	} finally {
		patience?.close();
		closingProblems.push(...await tenants.close());
		const lost = await trace.value?.close();
		if (lost !== void 0) closingProblems.push(lost);
	}
	return ended.ok ? ok({
		...ended.value,
		closingProblems
	}) : ended;
}
/** How long a story in flight may go on after the run was told to stop: its tenant may hang. */
const LAST_PATIENCE_MS = 3e4;
function endOfPatience(clock, stop) {
	const over = new AbortController();
	let cancel = () => {};
	const begin = () => {
		cancel = clock.alarm(LAST_PATIENCE_MS, () => over.abort());
	};
	if (stop.aborted) begin();
	else stop.addEventListener("abort", begin, { once: true });
	return {
		signal: over.signal,
		close: () => {
			stop.removeEventListener("abort", begin);
			cancel();
		}
	};
}

// node_modules/cli-progress/lib/eta.js
var require_eta = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	var ETA = class {
		constructor(length, initTime, initValue) {
			this.etaBufferLength = length || 100;
			this.valueBuffer = [initValue];
			this.timeBuffer = [initTime];
			this.eta = "0";
		}
		update(time, value, total) {
			this.valueBuffer.push(value);
			this.timeBuffer.push(time);
			this.calculate(total - value);
		}
		getTime() {
			return this.eta;
		}
		calculate(remaining) {
			const currentBufferSize = this.valueBuffer.length;
			const buffer = Math.min(this.etaBufferLength, currentBufferSize);
			const vt_rate = (this.valueBuffer[currentBufferSize - 1] - this.valueBuffer[currentBufferSize - buffer]) / (this.timeBuffer[currentBufferSize - 1] - this.timeBuffer[currentBufferSize - buffer]);
			this.valueBuffer = this.valueBuffer.slice(-this.etaBufferLength);
			this.timeBuffer = this.timeBuffer.slice(-this.etaBufferLength);
			const eta = Math.ceil(remaining / vt_rate / 1e3);
			if (isNaN(eta)) this.eta = "NULL";
			else if (!isFinite(eta)) this.eta = "INF";
			else if (eta > 1e7) this.eta = "INF";
			else if (eta < 0) this.eta = 0;
			else this.eta = eta;
		}
	};
	module.exports = ETA;
}));

// node_modules/cli-progress/lib/terminal.js
var require_terminal = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const _readline = __require("readline");
	var Terminal = class {
		constructor(outputStream) {
			this.stream = outputStream;
			this.linewrap = true;
			this.dy = 0;
		}
		cursorSave() {
			if (!this.stream.isTTY) return;
			this.stream.write("\x1B7");
		}
		cursorRestore() {
			if (!this.stream.isTTY) return;
			this.stream.write("\x1B8");
		}
		cursor(enabled) {
			if (!this.stream.isTTY) return;
			if (enabled) this.stream.write("\x1B[?25h");
			else this.stream.write("\x1B[?25l");
		}
		cursorTo(x = null, y = null) {
			if (!this.stream.isTTY) return;
			_readline.cursorTo(this.stream, x, y);
		}
		cursorRelative(dx = null, dy = null) {
			if (!this.stream.isTTY) return;
			this.dy = this.dy + dy;
			_readline.moveCursor(this.stream, dx, dy);
		}
		cursorRelativeReset() {
			if (!this.stream.isTTY) return;
			_readline.moveCursor(this.stream, 0, -this.dy);
			_readline.cursorTo(this.stream, 0, null);
			this.dy = 0;
		}
		clearRight() {
			if (!this.stream.isTTY) return;
			_readline.clearLine(this.stream, 1);
		}
		clearLine() {
			if (!this.stream.isTTY) return;
			_readline.clearLine(this.stream, 0);
		}
		clearBottom() {
			if (!this.stream.isTTY) return;
			_readline.clearScreenDown(this.stream);
		}
		newline() {
			this.stream.write("\n");
			this.dy++;
		}
		write(s, rawWrite = false) {
			if (this.linewrap === true && rawWrite === false) this.stream.write(s.substr(0, this.getWidth()));
			else this.stream.write(s);
		}
		lineWrapping(enabled) {
			if (!this.stream.isTTY) return;
			this.linewrap = enabled;
			if (enabled) this.stream.write("\x1B[?7h");
			else this.stream.write("\x1B[?7l");
		}
		isTTY() {
			return this.stream.isTTY === true;
		}
		getWidth() {
			return this.stream.columns || (this.stream.isTTY ? 80 : 200);
		}
	};
	module.exports = Terminal;
}));

// node_modules/cli-progress/node_modules/ansi-regex/index.js
var require_ansi_regex = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = ({ onlyFirst = false } = {}) => {
		const pattern = ["[\\u001B\\u009B][[\\]()#;?]*(?:(?:(?:(?:;[-a-zA-Z\\d\\/#&.:=?%@~_]+)*|[a-zA-Z\\d]+(?:;[-a-zA-Z\\d\\/#&.:=?%@~_]*)*)?\\u0007)", "(?:(?:\\d{1,4}(?:;\\d{0,4})*)?[\\dA-PR-TZcf-ntqry=><~]))"].join("|");
		return new RegExp(pattern, onlyFirst ? void 0 : "g");
	};
}));

// node_modules/cli-progress/node_modules/strip-ansi/index.js
var require_strip_ansi = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const ansiRegex = require_ansi_regex();
	module.exports = (string) => typeof string === "string" ? string.replace(ansiRegex(), "") : string;
}));

// node_modules/is-fullwidth-code-point/index.js
var require_is_fullwidth_code_point = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const isFullwidthCodePoint = (codePoint) => {
		if (Number.isNaN(codePoint)) return false;
		if (codePoint >= 4352 && (codePoint <= 4447 || codePoint === 9001 || codePoint === 9002 || 11904 <= codePoint && codePoint <= 12871 && codePoint !== 12351 || 12880 <= codePoint && codePoint <= 19903 || 19968 <= codePoint && codePoint <= 42182 || 43360 <= codePoint && codePoint <= 43388 || 44032 <= codePoint && codePoint <= 55203 || 63744 <= codePoint && codePoint <= 64255 || 65040 <= codePoint && codePoint <= 65049 || 65072 <= codePoint && codePoint <= 65131 || 65281 <= codePoint && codePoint <= 65376 || 65504 <= codePoint && codePoint <= 65510 || 110592 <= codePoint && codePoint <= 110593 || 127488 <= codePoint && codePoint <= 127569 || 131072 <= codePoint && codePoint <= 262141)) return true;
		return false;
	};
	module.exports = isFullwidthCodePoint;
	module.exports.default = isFullwidthCodePoint;
}));

// node_modules/emoji-regex/index.js
var require_emoji_regex = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = function() {
		return /\uD83C\uDFF4\uDB40\uDC67\uDB40\uDC62(?:\uDB40\uDC65\uDB40\uDC6E\uDB40\uDC67|\uDB40\uDC73\uDB40\uDC63\uDB40\uDC74|\uDB40\uDC77\uDB40\uDC6C\uDB40\uDC73)\uDB40\uDC7F|\uD83D\uDC68(?:\uD83C\uDFFC\u200D(?:\uD83E\uDD1D\u200D\uD83D\uDC68\uD83C\uDFFB|\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|\uD83C\uDFFF\u200D(?:\uD83E\uDD1D\u200D\uD83D\uDC68(?:\uD83C[\uDFFB-\uDFFE])|\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|\uD83C\uDFFE\u200D(?:\uD83E\uDD1D\u200D\uD83D\uDC68(?:\uD83C[\uDFFB-\uDFFD])|\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|\uD83C\uDFFD\u200D(?:\uD83E\uDD1D\u200D\uD83D\uDC68(?:\uD83C[\uDFFB\uDFFC])|\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|\u200D(?:\u2764\uFE0F\u200D(?:\uD83D\uDC8B\u200D)?\uD83D\uDC68|(?:\uD83D[\uDC68\uDC69])\u200D(?:\uD83D\uDC66\u200D\uD83D\uDC66|\uD83D\uDC67\u200D(?:\uD83D[\uDC66\uDC67]))|\uD83D\uDC66\u200D\uD83D\uDC66|\uD83D\uDC67\u200D(?:\uD83D[\uDC66\uDC67])|(?:\uD83D[\uDC68\uDC69])\u200D(?:\uD83D[\uDC66\uDC67])|[\u2695\u2696\u2708]\uFE0F|\uD83D[\uDC66\uDC67]|\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|(?:\uD83C\uDFFB\u200D[\u2695\u2696\u2708]|\uD83C\uDFFF\u200D[\u2695\u2696\u2708]|\uD83C\uDFFE\u200D[\u2695\u2696\u2708]|\uD83C\uDFFD\u200D[\u2695\u2696\u2708]|\uD83C\uDFFC\u200D[\u2695\u2696\u2708])\uFE0F|\uD83C\uDFFB\u200D(?:\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|\uD83C[\uDFFB-\uDFFF])|(?:\uD83E\uDDD1\uD83C\uDFFB\u200D\uD83E\uDD1D\u200D\uD83E\uDDD1|\uD83D\uDC69\uD83C\uDFFC\u200D\uD83E\uDD1D\u200D\uD83D\uDC69)\uD83C\uDFFB|\uD83E\uDDD1(?:\uD83C\uDFFF\u200D\uD83E\uDD1D\u200D\uD83E\uDDD1(?:\uD83C[\uDFFB-\uDFFF])|\u200D\uD83E\uDD1D\u200D\uD83E\uDDD1)|(?:\uD83E\uDDD1\uD83C\uDFFE\u200D\uD83E\uDD1D\u200D\uD83E\uDDD1|\uD83D\uDC69\uD83C\uDFFF\u200D\uD83E\uDD1D\u200D(?:\uD83D[\uDC68\uDC69]))(?:\uD83C[\uDFFB-\uDFFE])|(?:\uD83E\uDDD1\uD83C\uDFFC\u200D\uD83E\uDD1D\u200D\uD83E\uDDD1|\uD83D\uDC69\uD83C\uDFFD\u200D\uD83E\uDD1D\u200D\uD83D\uDC69)(?:\uD83C[\uDFFB\uDFFC])|\uD83D\uDC69(?:\uD83C\uDFFE\u200D(?:\uD83E\uDD1D\u200D\uD83D\uDC68(?:\uD83C[\uDFFB-\uDFFD\uDFFF])|\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|\uD83C\uDFFC\u200D(?:\uD83E\uDD1D\u200D\uD83D\uDC68(?:\uD83C[\uDFFB\uDFFD-\uDFFF])|\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|\uD83C\uDFFB\u200D(?:\uD83E\uDD1D\u200D\uD83D\uDC68(?:\uD83C[\uDFFC-\uDFFF])|\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|\uD83C\uDFFD\u200D(?:\uD83E\uDD1D\u200D\uD83D\uDC68(?:\uD83C[\uDFFB\uDFFC\uDFFE\uDFFF])|\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|\u200D(?:\u2764\uFE0F\u200D(?:\uD83D\uDC8B\u200D(?:\uD83D[\uDC68\uDC69])|\uD83D[\uDC68\uDC69])|\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD])|\uD83C\uDFFF\u200D(?:\uD83C[\uDF3E\uDF73\uDF93\uDFA4\uDFA8\uDFEB\uDFED]|\uD83D[\uDCBB\uDCBC\uDD27\uDD2C\uDE80\uDE92]|\uD83E[\uDDAF-\uDDB3\uDDBC\uDDBD]))|\uD83D\uDC69\u200D\uD83D\uDC69\u200D(?:\uD83D\uDC66\u200D\uD83D\uDC66|\uD83D\uDC67\u200D(?:\uD83D[\uDC66\uDC67]))|(?:\uD83E\uDDD1\uD83C\uDFFD\u200D\uD83E\uDD1D\u200D\uD83E\uDDD1|\uD83D\uDC69\uD83C\uDFFE\u200D\uD83E\uDD1D\u200D\uD83D\uDC69)(?:\uD83C[\uDFFB-\uDFFD])|\uD83D\uDC69\u200D\uD83D\uDC66\u200D\uD83D\uDC66|\uD83D\uDC69\u200D\uD83D\uDC69\u200D(?:\uD83D[\uDC66\uDC67])|(?:\uD83D\uDC41\uFE0F\u200D\uD83D\uDDE8|\uD83D\uDC69(?:\uD83C\uDFFF\u200D[\u2695\u2696\u2708]|\uD83C\uDFFE\u200D[\u2695\u2696\u2708]|\uD83C\uDFFC\u200D[\u2695\u2696\u2708]|\uD83C\uDFFB\u200D[\u2695\u2696\u2708]|\uD83C\uDFFD\u200D[\u2695\u2696\u2708]|\u200D[\u2695\u2696\u2708])|(?:(?:\u26F9|\uD83C[\uDFCB\uDFCC]|\uD83D\uDD75)\uFE0F|\uD83D\uDC6F|\uD83E[\uDD3C\uDDDE\uDDDF])\u200D[\u2640\u2642]|(?:\u26F9|\uD83C[\uDFCB\uDFCC]|\uD83D\uDD75)(?:\uD83C[\uDFFB-\uDFFF])\u200D[\u2640\u2642]|(?:\uD83C[\uDFC3\uDFC4\uDFCA]|\uD83D[\uDC6E\uDC71\uDC73\uDC77\uDC81\uDC82\uDC86\uDC87\uDE45-\uDE47\uDE4B\uDE4D\uDE4E\uDEA3\uDEB4-\uDEB6]|\uD83E[\uDD26\uDD37-\uDD39\uDD3D\uDD3E\uDDB8\uDDB9\uDDCD-\uDDCF\uDDD6-\uDDDD])(?:(?:\uD83C[\uDFFB-\uDFFF])\u200D[\u2640\u2642]|\u200D[\u2640\u2642])|\uD83C\uDFF4\u200D\u2620)\uFE0F|\uD83D\uDC69\u200D\uD83D\uDC67\u200D(?:\uD83D[\uDC66\uDC67])|\uD83C\uDFF3\uFE0F\u200D\uD83C\uDF08|\uD83D\uDC15\u200D\uD83E\uDDBA|\uD83D\uDC69\u200D\uD83D\uDC66|\uD83D\uDC69\u200D\uD83D\uDC67|\uD83C\uDDFD\uD83C\uDDF0|\uD83C\uDDF4\uD83C\uDDF2|\uD83C\uDDF6\uD83C\uDDE6|[#\*0-9]\uFE0F\u20E3|\uD83C\uDDE7(?:\uD83C[\uDDE6\uDDE7\uDDE9-\uDDEF\uDDF1-\uDDF4\uDDF6-\uDDF9\uDDFB\uDDFC\uDDFE\uDDFF])|\uD83C\uDDF9(?:\uD83C[\uDDE6\uDDE8\uDDE9\uDDEB-\uDDED\uDDEF-\uDDF4\uDDF7\uDDF9\uDDFB\uDDFC\uDDFF])|\uD83C\uDDEA(?:\uD83C[\uDDE6\uDDE8\uDDEA\uDDEC\uDDED\uDDF7-\uDDFA])|\uD83E\uDDD1(?:\uD83C[\uDFFB-\uDFFF])|\uD83C\uDDF7(?:\uD83C[\uDDEA\uDDF4\uDDF8\uDDFA\uDDFC])|\uD83D\uDC69(?:\uD83C[\uDFFB-\uDFFF])|\uD83C\uDDF2(?:\uD83C[\uDDE6\uDDE8-\uDDED\uDDF0-\uDDFF])|\uD83C\uDDE6(?:\uD83C[\uDDE8-\uDDEC\uDDEE\uDDF1\uDDF2\uDDF4\uDDF6-\uDDFA\uDDFC\uDDFD\uDDFF])|\uD83C\uDDF0(?:\uD83C[\uDDEA\uDDEC-\uDDEE\uDDF2\uDDF3\uDDF5\uDDF7\uDDFC\uDDFE\uDDFF])|\uD83C\uDDED(?:\uD83C[\uDDF0\uDDF2\uDDF3\uDDF7\uDDF9\uDDFA])|\uD83C\uDDE9(?:\uD83C[\uDDEA\uDDEC\uDDEF\uDDF0\uDDF2\uDDF4\uDDFF])|\uD83C\uDDFE(?:\uD83C[\uDDEA\uDDF9])|\uD83C\uDDEC(?:\uD83C[\uDDE6\uDDE7\uDDE9-\uDDEE\uDDF1-\uDDF3\uDDF5-\uDDFA\uDDFC\uDDFE])|\uD83C\uDDF8(?:\uD83C[\uDDE6-\uDDEA\uDDEC-\uDDF4\uDDF7-\uDDF9\uDDFB\uDDFD-\uDDFF])|\uD83C\uDDEB(?:\uD83C[\uDDEE-\uDDF0\uDDF2\uDDF4\uDDF7])|\uD83C\uDDF5(?:\uD83C[\uDDE6\uDDEA-\uDDED\uDDF0-\uDDF3\uDDF7-\uDDF9\uDDFC\uDDFE])|\uD83C\uDDFB(?:\uD83C[\uDDE6\uDDE8\uDDEA\uDDEC\uDDEE\uDDF3\uDDFA])|\uD83C\uDDF3(?:\uD83C[\uDDE6\uDDE8\uDDEA-\uDDEC\uDDEE\uDDF1\uDDF4\uDDF5\uDDF7\uDDFA\uDDFF])|\uD83C\uDDE8(?:\uD83C[\uDDE6\uDDE8\uDDE9\uDDEB-\uDDEE\uDDF0-\uDDF5\uDDF7\uDDFA-\uDDFF])|\uD83C\uDDF1(?:\uD83C[\uDDE6-\uDDE8\uDDEE\uDDF0\uDDF7-\uDDFB\uDDFE])|\uD83C\uDDFF(?:\uD83C[\uDDE6\uDDF2\uDDFC])|\uD83C\uDDFC(?:\uD83C[\uDDEB\uDDF8])|\uD83C\uDDFA(?:\uD83C[\uDDE6\uDDEC\uDDF2\uDDF3\uDDF8\uDDFE\uDDFF])|\uD83C\uDDEE(?:\uD83C[\uDDE8-\uDDEA\uDDF1-\uDDF4\uDDF6-\uDDF9])|\uD83C\uDDEF(?:\uD83C[\uDDEA\uDDF2\uDDF4\uDDF5])|(?:\uD83C[\uDFC3\uDFC4\uDFCA]|\uD83D[\uDC6E\uDC71\uDC73\uDC77\uDC81\uDC82\uDC86\uDC87\uDE45-\uDE47\uDE4B\uDE4D\uDE4E\uDEA3\uDEB4-\uDEB6]|\uD83E[\uDD26\uDD37-\uDD39\uDD3D\uDD3E\uDDB8\uDDB9\uDDCD-\uDDCF\uDDD6-\uDDDD])(?:\uD83C[\uDFFB-\uDFFF])|(?:\u26F9|\uD83C[\uDFCB\uDFCC]|\uD83D\uDD75)(?:\uD83C[\uDFFB-\uDFFF])|(?:[\u261D\u270A-\u270D]|\uD83C[\uDF85\uDFC2\uDFC7]|\uD83D[\uDC42\uDC43\uDC46-\uDC50\uDC66\uDC67\uDC6B-\uDC6D\uDC70\uDC72\uDC74-\uDC76\uDC78\uDC7C\uDC83\uDC85\uDCAA\uDD74\uDD7A\uDD90\uDD95\uDD96\uDE4C\uDE4F\uDEC0\uDECC]|\uD83E[\uDD0F\uDD18-\uDD1C\uDD1E\uDD1F\uDD30-\uDD36\uDDB5\uDDB6\uDDBB\uDDD2-\uDDD5])(?:\uD83C[\uDFFB-\uDFFF])|(?:[\u231A\u231B\u23E9-\u23EC\u23F0\u23F3\u25FD\u25FE\u2614\u2615\u2648-\u2653\u267F\u2693\u26A1\u26AA\u26AB\u26BD\u26BE\u26C4\u26C5\u26CE\u26D4\u26EA\u26F2\u26F3\u26F5\u26FA\u26FD\u2705\u270A\u270B\u2728\u274C\u274E\u2753-\u2755\u2757\u2795-\u2797\u27B0\u27BF\u2B1B\u2B1C\u2B50\u2B55]|\uD83C[\uDC04\uDCCF\uDD8E\uDD91-\uDD9A\uDDE6-\uDDFF\uDE01\uDE1A\uDE2F\uDE32-\uDE36\uDE38-\uDE3A\uDE50\uDE51\uDF00-\uDF20\uDF2D-\uDF35\uDF37-\uDF7C\uDF7E-\uDF93\uDFA0-\uDFCA\uDFCF-\uDFD3\uDFE0-\uDFF0\uDFF4\uDFF8-\uDFFF]|\uD83D[\uDC00-\uDC3E\uDC40\uDC42-\uDCFC\uDCFF-\uDD3D\uDD4B-\uDD4E\uDD50-\uDD67\uDD7A\uDD95\uDD96\uDDA4\uDDFB-\uDE4F\uDE80-\uDEC5\uDECC\uDED0-\uDED2\uDED5\uDEEB\uDEEC\uDEF4-\uDEFA\uDFE0-\uDFEB]|\uD83E[\uDD0D-\uDD3A\uDD3C-\uDD45\uDD47-\uDD71\uDD73-\uDD76\uDD7A-\uDDA2\uDDA5-\uDDAA\uDDAE-\uDDCA\uDDCD-\uDDFF\uDE70-\uDE73\uDE78-\uDE7A\uDE80-\uDE82\uDE90-\uDE95])|(?:[#\*0-9\xA9\xAE\u203C\u2049\u2122\u2139\u2194-\u2199\u21A9\u21AA\u231A\u231B\u2328\u23CF\u23E9-\u23F3\u23F8-\u23FA\u24C2\u25AA\u25AB\u25B6\u25C0\u25FB-\u25FE\u2600-\u2604\u260E\u2611\u2614\u2615\u2618\u261D\u2620\u2622\u2623\u2626\u262A\u262E\u262F\u2638-\u263A\u2640\u2642\u2648-\u2653\u265F\u2660\u2663\u2665\u2666\u2668\u267B\u267E\u267F\u2692-\u2697\u2699\u269B\u269C\u26A0\u26A1\u26AA\u26AB\u26B0\u26B1\u26BD\u26BE\u26C4\u26C5\u26C8\u26CE\u26CF\u26D1\u26D3\u26D4\u26E9\u26EA\u26F0-\u26F5\u26F7-\u26FA\u26FD\u2702\u2705\u2708-\u270D\u270F\u2712\u2714\u2716\u271D\u2721\u2728\u2733\u2734\u2744\u2747\u274C\u274E\u2753-\u2755\u2757\u2763\u2764\u2795-\u2797\u27A1\u27B0\u27BF\u2934\u2935\u2B05-\u2B07\u2B1B\u2B1C\u2B50\u2B55\u3030\u303D\u3297\u3299]|\uD83C[\uDC04\uDCCF\uDD70\uDD71\uDD7E\uDD7F\uDD8E\uDD91-\uDD9A\uDDE6-\uDDFF\uDE01\uDE02\uDE1A\uDE2F\uDE32-\uDE3A\uDE50\uDE51\uDF00-\uDF21\uDF24-\uDF93\uDF96\uDF97\uDF99-\uDF9B\uDF9E-\uDFF0\uDFF3-\uDFF5\uDFF7-\uDFFF]|\uD83D[\uDC00-\uDCFD\uDCFF-\uDD3D\uDD49-\uDD4E\uDD50-\uDD67\uDD6F\uDD70\uDD73-\uDD7A\uDD87\uDD8A-\uDD8D\uDD90\uDD95\uDD96\uDDA4\uDDA5\uDDA8\uDDB1\uDDB2\uDDBC\uDDC2-\uDDC4\uDDD1-\uDDD3\uDDDC-\uDDDE\uDDE1\uDDE3\uDDE8\uDDEF\uDDF3\uDDFA-\uDE4F\uDE80-\uDEC5\uDECB-\uDED2\uDED5\uDEE0-\uDEE5\uDEE9\uDEEB\uDEEC\uDEF0\uDEF3-\uDEFA\uDFE0-\uDFEB]|\uD83E[\uDD0D-\uDD3A\uDD3C-\uDD45\uDD47-\uDD71\uDD73-\uDD76\uDD7A-\uDDA2\uDDA5-\uDDAA\uDDAE-\uDDCA\uDDCD-\uDDFF\uDE70-\uDE73\uDE78-\uDE7A\uDE80-\uDE82\uDE90-\uDE95])\uFE0F|(?:[\u261D\u26F9\u270A-\u270D]|\uD83C[\uDF85\uDFC2-\uDFC4\uDFC7\uDFCA-\uDFCC]|\uD83D[\uDC42\uDC43\uDC46-\uDC50\uDC66-\uDC78\uDC7C\uDC81-\uDC83\uDC85-\uDC87\uDC8F\uDC91\uDCAA\uDD74\uDD75\uDD7A\uDD90\uDD95\uDD96\uDE45-\uDE47\uDE4B-\uDE4F\uDEA3\uDEB4-\uDEB6\uDEC0\uDECC]|\uD83E[\uDD0F\uDD18-\uDD1F\uDD26\uDD30-\uDD39\uDD3C-\uDD3E\uDDB5\uDDB6\uDDB8\uDDB9\uDDBB\uDDCD-\uDDCF\uDDD1-\uDDDD])/g;
	};
}));

// node_modules/cli-progress/node_modules/string-width/index.js
var require_string_width = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const stripAnsi = require_strip_ansi();
	const isFullwidthCodePoint = require_is_fullwidth_code_point();
	const emojiRegex = require_emoji_regex();
	const stringWidth = (string) => {
		if (typeof string !== "string" || string.length === 0) return 0;
		string = stripAnsi(string);
		if (string.length === 0) return 0;
		string = string.replace(emojiRegex(), "  ");
		let width = 0;
		for (let i = 0; i < string.length; i++) {
			const code = string.codePointAt(i);
			if (code <= 31 || code >= 127 && code <= 159) continue;
			if (code >= 768 && code <= 879) continue;
			if (code > 65535) i++;
			width += isFullwidthCodePoint(code) ? 2 : 1;
		}
		return width;
	};
	module.exports = stringWidth;
	module.exports.default = stringWidth;
}));

// node_modules/cli-progress/lib/format-value.js
var require_format_value = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = function formatValue(v, options, type) {
		if (options.autopadding !== true) return v;
		function autopadding(value, length) {
			return (options.autopaddingChar + value).slice(-length);
		}
		switch (type) {
			case "percentage": return autopadding(v, 3);
			default: return v;
		}
	};
}));

// node_modules/cli-progress/lib/format-bar.js
var require_format_bar = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = function formatBar(progress, options) {
		const completeSize = Math.round(progress * options.barsize);
		const incompleteSize = options.barsize - completeSize;
		return options.barCompleteString.substr(0, completeSize) + options.barGlue + options.barIncompleteString.substr(0, incompleteSize);
	};
}));

// node_modules/cli-progress/lib/format-time.js
var require_format_time = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = function formatTime(t, options, roundToMultipleOf) {
		function round(input) {
			if (roundToMultipleOf) return roundToMultipleOf * Math.round(input / roundToMultipleOf);
			else return input;
		}
		function autopadding(v) {
			return (options.autopaddingChar + v).slice(-2);
		}
		if (t > 3600) return autopadding(Math.floor(t / 3600)) + "h" + autopadding(round(t % 3600 / 60)) + "m";
		else if (t > 60) return autopadding(Math.floor(t / 60)) + "m" + autopadding(round(t % 60)) + "s";
		else if (t > 10) return autopadding(round(t)) + "s";
		else return autopadding(t) + "s";
	};
}));

// node_modules/cli-progress/lib/formatter.js
var require_formatter = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const _stringWidth = require_string_width();
	const _defaultFormatValue = require_format_value();
	const _defaultFormatBar = require_format_bar();
	const _defaultFormatTime = require_format_time();
	module.exports = function defaultFormatter(options, params, payload) {
		let s = options.format;
		const formatTime = options.formatTime || _defaultFormatTime;
		const formatValue = options.formatValue || _defaultFormatValue;
		const formatBar = options.formatBar || _defaultFormatBar;
		const percentage = Math.floor(params.progress * 100) + "";
		const stopTime = params.stopTime || Date.now();
		const elapsedTime = Math.round((stopTime - params.startTime) / 1e3);
		const context = Object.assign({}, payload, {
			bar: formatBar(params.progress, options),
			percentage: formatValue(percentage, options, "percentage"),
			total: formatValue(params.total, options, "total"),
			value: formatValue(params.value, options, "value"),
			eta: formatValue(params.eta, options, "eta"),
			eta_formatted: formatTime(params.eta, options, 5),
			duration: formatValue(elapsedTime, options, "duration"),
			duration_formatted: formatTime(elapsedTime, options, 1)
		});
		s = s.replace(/\{(\w+)\}/g, function(match, key) {
			if (typeof context[key] !== "undefined") return context[key];
			return match;
		});
		const fullMargin = Math.max(0, params.maxWidth - _stringWidth(s) - 2);
		const halfMargin = Math.floor(fullMargin / 2);
		switch (options.align) {
			case "right":
				s = fullMargin > 0 ? " ".repeat(fullMargin) + s : s;
				break;
			case "center": s = halfMargin > 0 ? " ".repeat(halfMargin) + s : s;
		}
		return s;
	};
}));

// node_modules/cli-progress/lib/options.js
var require_options = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	function mergeOption(v, defaultValue) {
		if (typeof v === "undefined" || v === null) return defaultValue;
		else return v;
	}
	module.exports = {
		parse: function parse(rawOptions, preset) {
			const options = {};
			const opt = Object.assign({}, preset, rawOptions);
			options.throttleTime = 1e3 / mergeOption(opt.fps, 10);
			options.stream = mergeOption(opt.stream, process.stderr);
			options.terminal = mergeOption(opt.terminal, null);
			options.clearOnComplete = mergeOption(opt.clearOnComplete, false);
			options.stopOnComplete = mergeOption(opt.stopOnComplete, false);
			options.barsize = mergeOption(opt.barsize, 40);
			options.align = mergeOption(opt.align, "left");
			options.hideCursor = mergeOption(opt.hideCursor, false);
			options.linewrap = mergeOption(opt.linewrap, false);
			options.barGlue = mergeOption(opt.barGlue, "");
			options.barCompleteChar = mergeOption(opt.barCompleteChar, "=");
			options.barIncompleteChar = mergeOption(opt.barIncompleteChar, "-");
			options.format = mergeOption(opt.format, "progress [{bar}] {percentage}% | ETA: {eta}s | {value}/{total}");
			options.formatTime = mergeOption(opt.formatTime, null);
			options.formatValue = mergeOption(opt.formatValue, null);
			options.formatBar = mergeOption(opt.formatBar, null);
			options.etaBufferLength = mergeOption(opt.etaBuffer, 10);
			options.etaAsynchronousUpdate = mergeOption(opt.etaAsynchronousUpdate, false);
			options.progressCalculationRelative = mergeOption(opt.progressCalculationRelative, false);
			options.synchronousUpdate = mergeOption(opt.synchronousUpdate, true);
			options.noTTYOutput = mergeOption(opt.noTTYOutput, false);
			options.notTTYSchedule = mergeOption(opt.notTTYSchedule, 2e3);
			options.emptyOnZero = mergeOption(opt.emptyOnZero, false);
			options.forceRedraw = mergeOption(opt.forceRedraw, false);
			options.autopadding = mergeOption(opt.autopadding, false);
			options.gracefulExit = mergeOption(opt.gracefulExit, false);
			return options;
		},
		assignDerivedOptions: function assignDerivedOptions(options) {
			options.barCompleteString = options.barCompleteChar.repeat(options.barsize + 1);
			options.barIncompleteString = options.barIncompleteChar.repeat(options.barsize + 1);
			options.autopaddingChar = options.autopadding ? mergeOption(options.autopaddingChar, "   ") : "";
			return options;
		}
	};
}));

// node_modules/cli-progress/lib/generic-bar.js
var require_generic_bar = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const _ETA = require_eta();
	const _Terminal = require_terminal();
	const _formatter = require_formatter();
	const _options = require_options();
	const _EventEmitter = __require("events");
	module.exports = class GenericBar extends _EventEmitter {
		constructor(options) {
			super();
			this.options = _options.assignDerivedOptions(options);
			this.terminal = this.options.terminal ? this.options.terminal : new _Terminal(this.options.stream);
			this.value = 0;
			this.startValue = 0;
			this.total = 100;
			this.lastDrawnString = null;
			this.startTime = null;
			this.stopTime = null;
			this.lastRedraw = Date.now();
			this.eta = new _ETA(this.options.etaBufferLength, 0, 0);
			this.payload = {};
			this.isActive = false;
			this.formatter = typeof this.options.format === "function" ? this.options.format : _formatter;
		}
		render(forceRendering = false) {
			const params = {
				progress: this.getProgress(),
				eta: this.eta.getTime(),
				startTime: this.startTime,
				stopTime: this.stopTime,
				total: this.total,
				value: this.value,
				maxWidth: this.terminal.getWidth()
			};
			if (this.options.etaAsynchronousUpdate) this.updateETA();
			const s = this.formatter(this.options, params, this.payload);
			if (forceRendering || this.options.forceRedraw || this.options.noTTYOutput && !this.terminal.isTTY() || this.lastDrawnString != s) {
				this.emit("redraw-pre");
				this.terminal.cursorTo(0, null);
				this.terminal.write(s);
				this.terminal.clearRight();
				this.lastDrawnString = s;
				this.lastRedraw = Date.now();
				this.emit("redraw-post");
			}
		}
		start(total, startValue, payload) {
			this.value = startValue || 0;
			this.total = typeof total !== "undefined" && total >= 0 ? total : 100;
			this.startValue = startValue || 0;
			this.payload = payload || {};
			this.startTime = Date.now();
			this.stopTime = null;
			this.lastDrawnString = "";
			this.eta = new _ETA(this.options.etaBufferLength, this.startTime, this.value);
			this.isActive = true;
			this.emit("start", total, startValue);
		}
		stop() {
			this.isActive = false;
			this.stopTime = Date.now();
			this.emit("stop", this.total, this.value);
		}
		update(arg0, arg1 = {}) {
			if (typeof arg0 === "number") {
				this.value = arg0;
				this.eta.update(Date.now(), arg0, this.total);
			}
			const payloadData = (typeof arg0 === "object" ? arg0 : arg1) || {};
			this.emit("update", this.total, this.value);
			for (const key in payloadData) this.payload[key] = payloadData[key];
			if (this.value >= this.getTotal() && this.options.stopOnComplete) this.stop();
		}
		getProgress() {
			let progress = this.value / this.total;
			if (this.options.progressCalculationRelative) progress = (this.value - this.startValue) / (this.total - this.startValue);
			if (isNaN(progress)) progress = this.options && this.options.emptyOnZero ? 0 : 1;
			progress = Math.min(Math.max(progress, 0), 1);
			return progress;
		}
		increment(arg0 = 1, arg1 = {}) {
			if (typeof arg0 === "object") this.update(this.value + 1, arg0);
			else this.update(this.value + arg0, arg1);
		}
		getTotal() {
			return this.total;
		}
		setTotal(total) {
			if (typeof total !== "undefined" && total >= 0) this.total = total;
		}
		updateETA() {
			this.eta.update(Date.now(), this.value, this.total);
		}
	};
}));

// node_modules/cli-progress/lib/single-bar.js
var require_single_bar = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const _GenericBar = require_generic_bar();
	const _options = require_options();
	module.exports = class SingleBar extends _GenericBar {
		constructor(options, preset) {
			super(_options.parse(options, preset));
			this.timer = null;
			if (this.options.noTTYOutput && this.terminal.isTTY() === false) this.options.synchronousUpdate = false;
			this.schedulingRate = this.terminal.isTTY() ? this.options.throttleTime : this.options.notTTYSchedule;
			this.sigintCallback = null;
		}
		render() {
			if (this.timer) {
				clearTimeout(this.timer);
				this.timer = null;
			}
			super.render();
			if (this.options.noTTYOutput && this.terminal.isTTY() === false) this.terminal.newline();
			this.timer = setTimeout(this.render.bind(this), this.schedulingRate);
		}
		update(current, payload) {
			if (!this.timer) return;
			super.update(current, payload);
			if (this.options.synchronousUpdate && this.lastRedraw + this.options.throttleTime * 2 < Date.now()) this.render();
		}
		start(total, startValue, payload) {
			if (this.options.noTTYOutput === false && this.terminal.isTTY() === false) return;
			if (this.sigintCallback === null && this.options.gracefulExit) {
				this.sigintCallback = this.stop.bind(this);
				process.once("SIGINT", this.sigintCallback);
				process.once("SIGTERM", this.sigintCallback);
			}
			this.terminal.cursorSave();
			if (this.options.hideCursor === true) this.terminal.cursor(false);
			if (this.options.linewrap === false) this.terminal.lineWrapping(false);
			super.start(total, startValue, payload);
			this.render();
		}
		stop() {
			if (!this.timer) return;
			if (this.sigintCallback) {
				process.removeListener("SIGINT", this.sigintCallback);
				process.removeListener("SIGTERM", this.sigintCallback);
				this.sigintCallback = null;
			}
			this.render();
			super.stop();
			clearTimeout(this.timer);
			this.timer = null;
			if (this.options.hideCursor === true) this.terminal.cursor(true);
			if (this.options.linewrap === false) this.terminal.lineWrapping(true);
			this.terminal.cursorRestore();
			if (this.options.clearOnComplete) {
				this.terminal.cursorTo(0, null);
				this.terminal.clearLine();
			} else this.terminal.newline();
		}
	};
}));

// node_modules/cli-progress/lib/multi-bar.js
var require_multi_bar = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const _Terminal = require_terminal();
	const _BarElement = require_generic_bar();
	const _options = require_options();
	const _EventEmitter = __require("events");
	module.exports = class MultiBar extends _EventEmitter {
		constructor(options, preset) {
			super();
			this.bars = [];
			this.options = _options.parse(options, preset);
			this.options.synchronousUpdate = false;
			this.terminal = this.options.terminal ? this.options.terminal : new _Terminal(this.options.stream);
			this.timer = null;
			this.isActive = false;
			this.schedulingRate = this.terminal.isTTY() ? this.options.throttleTime : this.options.notTTYSchedule;
			this.loggingBuffer = [];
			this.sigintCallback = null;
		}
		create(total, startValue, payload, barOptions = {}) {
			const bar = new _BarElement(Object.assign({}, this.options, { terminal: this.terminal }, barOptions));
			this.bars.push(bar);
			if (this.options.noTTYOutput === false && this.terminal.isTTY() === false) return bar;
			if (this.sigintCallback === null && this.options.gracefulExit) {
				this.sigintCallback = this.stop.bind(this);
				process.once("SIGINT", this.sigintCallback);
				process.once("SIGTERM", this.sigintCallback);
			}
			if (!this.isActive) {
				if (this.options.hideCursor === true) this.terminal.cursor(false);
				if (this.options.linewrap === false) this.terminal.lineWrapping(false);
				this.timer = setTimeout(this.update.bind(this), this.schedulingRate);
			}
			this.isActive = true;
			bar.start(total, startValue, payload);
			this.emit("start");
			return bar;
		}
		remove(bar) {
			const index = this.bars.indexOf(bar);
			if (index < 0) return false;
			this.bars.splice(index, 1);
			this.update();
			this.terminal.newline();
			this.terminal.clearBottom();
			return true;
		}
		update() {
			if (this.timer) {
				clearTimeout(this.timer);
				this.timer = null;
			}
			this.emit("update-pre");
			this.terminal.cursorRelativeReset();
			this.emit("redraw-pre");
			if (this.loggingBuffer.length > 0) {
				this.terminal.clearLine();
				while (this.loggingBuffer.length > 0) this.terminal.write(this.loggingBuffer.shift(), true);
			}
			for (let i = 0; i < this.bars.length; i++) {
				if (i > 0) this.terminal.newline();
				this.bars[i].render();
			}
			this.emit("redraw-post");
			if (this.options.noTTYOutput && this.terminal.isTTY() === false) {
				this.terminal.newline();
				this.terminal.newline();
			}
			this.timer = setTimeout(this.update.bind(this), this.schedulingRate);
			this.emit("update-post");
			if (this.options.stopOnComplete && !this.bars.find((bar) => bar.isActive)) this.stop();
		}
		stop() {
			clearTimeout(this.timer);
			this.timer = null;
			if (this.sigintCallback) {
				process.removeListener("SIGINT", this.sigintCallback);
				process.removeListener("SIGTERM", this.sigintCallback);
				this.sigintCallback = null;
			}
			this.isActive = false;
			if (this.options.hideCursor === true) this.terminal.cursor(true);
			if (this.options.linewrap === false) this.terminal.lineWrapping(true);
			this.terminal.cursorRelativeReset();
			this.emit("stop-pre-clear");
			if (this.options.clearOnComplete) this.terminal.clearBottom();
			else {
				for (let i = 0; i < this.bars.length; i++) {
					if (i > 0) this.terminal.newline();
					this.bars[i].render();
					this.bars[i].stop();
				}
				this.terminal.newline();
			}
			this.emit("stop");
		}
		log(s) {
			this.loggingBuffer.push(s);
		}
	};
}));

// node_modules/cli-progress/presets/legacy.js
var require_legacy = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = {
		format: "progress [{bar}] {percentage}% | ETA: {eta}s | {value}/{total}",
		barCompleteChar: "=",
		barIncompleteChar: "-"
	};
}));

// node_modules/cli-progress/presets/shades-classic.js
var require_shades_classic = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = {
		format: " {bar} {percentage}% | ETA: {eta}s | {value}/{total}",
		barCompleteChar: "█",
		barIncompleteChar: "░"
	};
}));

// node_modules/cli-progress/presets/shades-grey.js
var require_shades_grey = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = {
		format: " \x1B[90m{bar}\x1B[0m {percentage}% | ETA: {eta}s | {value}/{total}",
		barCompleteChar: "█",
		barIncompleteChar: "░"
	};
}));

// node_modules/cli-progress/presets/rect.js
var require_rect = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	module.exports = {
		format: " {bar}■ {percentage}% | ETA: {eta}s | {value}/{total}",
		barCompleteChar: "■",
		barIncompleteChar: " "
	};
}));

// node_modules/cli-progress/presets/index.js
var require_presets = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const _legacy = require_legacy();
	const _shades_classic = require_shades_classic();
	const _shades_grey = require_shades_grey();
	const _rect = require_rect();
	module.exports = {
		legacy: _legacy,
		shades_classic: _shades_classic,
		shades_grey: _shades_grey,
		rect: _rect
	};
}));

// node_modules/cli-progress/cli-progress.js
var require_cli_progress = /* @__PURE__ */ __commonJSMin(((exports, module) => {
	const _SingleBar = require_single_bar();
	const _MultiBar = require_multi_bar();
	const _Presets = require_presets();
	const _Formatter = require_formatter();
	const _defaultFormatValue = require_format_value();
	const _defaultFormatBar = require_format_bar();
	const _defaultFormatTime = require_format_time();
	module.exports = {
		Bar: _SingleBar,
		SingleBar: _SingleBar,
		MultiBar: _MultiBar,
		Presets: _Presets,
		Format: {
			Formatter: _Formatter,
			BarFormat: _defaultFormatBar,
			ValueFormat: _defaultFormatValue,
			TimeFormat: _defaultFormatTime
		}
	};
}));

// src/cli/progress/bar-line.ts
var import_cli_progress = /* @__PURE__ */ __toESM(require_cli_progress(), 1);
const WIDEST_BAR = 30;
const NARROWEST_BAR = 10;
/** One line that fits the terminal: what is done, how much of it, time passed and left, and what was finished last. */
function barLine(state, columns) {
	const { title, done, total, last } = state;
	const size = Math.min(WIDEST_BAR, Math.max(NARROWEST_BAR, Math.floor(columns / 5)));
	const full = total === 0 ? size : Math.round(Math.min(done, total) / total * size);
	const line = `${title} ${"█".repeat(full) + "░".repeat(size - full)} ${done}/${total}  ${times(state)}`;
	const room = columns - 1 - stringWidth(line) - 2;
	const said = cut(forTerminal(last), room);
	return cut(said === "" ? line : `${line}  ${said}`, columns - 1);
}
function times({ done, total, passedMs }) {
	const passed = clockTime(passedMs);
	if (done === 0 || done >= total) return passed;
	return `${passed}, about ${clockTime(passedMs / done * (total - done))} left`;
}
/** `0:07`, `12:40`, `1:02:03`. */
function clockTime(ms) {
	const seconds = Math.max(0, Math.round(ms / 1e3));
	const two = (value) => String(value).padStart(2, "0");
	const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
	return hours > 0 ? `${hours}:${two(minutes)}:${two(seconds % 60)}` : `${minutes}:${two(seconds % 60)}`;
}
/** As much of a text as fits, by what it takes on the screen; nothing where not even a word does. */
function cut(text, room) {
	if (stringWidth(text) <= room) return text;
	if (room < 8) return "";
	let kept = "";
	let width = 1;
	for (const character of text) {
		width += stringWidth(character);
		if (width > room) break;
		kept += character;
	}
	return `${kept}…`;
}

// src/cli/progress/progress.ts
const TITLES = {
	plan: "Reading destinations",
	push: "Pushing",
	export: "Reading stories"
};
/** An export may visit thousands of stories; a log needs no line for each. */
const MOST_STORY_LINES = 20;
/** Of a terminal that does not tell. */
const COLUMNS = 80;
function forecastLines(told, short) {
	return [costPhrase(told), ...short === void 0 ? [] : [shortTimePhrase(short)]].map((phrase) => `${inTerminal(phrase)}.`).join("\n");
}
/** A bar for a person, one line per finished destination for a log, nothing when it shall be quiet. */
function openProgress(terminal, quiet) {
	const say = (text) => terminal.err(`${text}\n`);
	if (quiet) return {
		begin: () => {},
		advance: () => {},
		wait: () => {},
		end: () => {},
		say
	};
	if (terminal.errIsTty && terminal.environment.CI !== "true") return openBar(terminal);
	return {
		...openLines(terminal),
		say,
		forecast: (told, short) => say(forecastLines(told, short))
	};
}
function openBar(terminal) {
	let running;
	let stopWatching = () => {};
	const clear = () => running?.bar.stop();
	const draw = () => running?.bar.start(running.total, running.done);
	return {
		begin: (phase, total) => {
			const started = performance.now();
			running = {
				bar: new import_cli_progress.default.SingleBar({
					format: () => barLine({
						title: TITLES[phase],
						total,
						done: running?.done ?? 0,
						last: running?.last ?? "",
						passedMs: performance.now() - started
					}, terminal.errColumns ?? COLUMNS),
					forceRedraw: true,
					stream: process.stderr,
					clearOnComplete: true,
					hideCursor: true
				}),
				total,
				done: 0,
				last: ""
			};
			stopWatching = clearBeforeEnd(clear);
			draw();
		},
		advance: (destination, line) => {
			if (running === void 0) return;
			running.done += 1;
			running.last = `${destination}: ${line}`;
			running.bar.update(running.done);
		},
		wait: (destination, owner) => {
			clear();
			terminal.err(`${waiting(destination, owner)}\n`);
			draw();
		},
		forecast: (told, short) => terminal.err(`${forecastLines(told, short)}\n`),
		end: () => {
			clear();
			stopWatching();
			running = void 0;
		},
		say: (text) => {
			clear();
			terminal.err(`${text}\n`);
			draw();
		}
	};
}
function waiting(destination, owner) {
	return `Waiting for another run, which is writing to ${forTerminal(destination)}: ${forTerminal(owner)}`;
}
const SIGNALS = ["SIGINT", "SIGTERM"];
/**
* A bar hides the cursor and stands on a line of its own: however the process ends, it goes first. Where nobody else
* listens for a signal, the signal then does what it does without us.
*/
function clearBeforeEnd(clear) {
	const free = SIGNALS.filter((signal) => process.listenerCount(signal) === 0);
	const stop = () => {
		process.off("exit", clear);
		for (const signal of free) process.off(signal, onSignal);
	};
	const onSignal = (signal) => {
		clear();
		stop();
		process.kill(process.pid, signal);
	};
	process.on("exit", clear);
	for (const signal of free) process.on(signal, onSignal);
	return stop;
}
function openLines(terminal) {
	let done = 0;
	let total = 0;
	let title = "";
	let step = 1;
	return {
		begin: (phase, count) => {
			[done, total, title] = [
				0,
				count,
				TITLES[phase]
			];
			step = phase === "export" ? Math.ceil(count / MOST_STORY_LINES) : 1;
		},
		advance: (destination, line) => {
			done += 1;
			if (done % step !== 0 && done !== total) return;
			terminal.err(`${title} ${done}/${total}: ${forTerminal(destination)}: ${forTerminal(line)}\n`);
		},
		wait: (destination, owner) => terminal.err(`${waiting(destination, owner)}\n`),
		end: () => {}
	};
}

export { normalLink as C, plural as D, kindOfAddress as E, ownGuids as O, layoutByGuid as S, kindOf as T, ownOf as _, compareWithFile as a, actionPart as b, compareStories as c, isSecondary as d, matchLinks as f, additionsTo as g, recordTypeChanges as h, ReadingTime as i, withoutGuids as k, compareStoriesByName as l, OF_GIT as m, withReaders as n, holdsTenantValues as o, editedThere as p, withTenants as r, isLive as s, openProgress as t, comparisonOf as u, reasonsForNewType as v, matchActions as w, fingerprint as x, repeatedFieldNames as y };