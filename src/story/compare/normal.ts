import { parseJson } from '../../json/parse.ts';
import { isArray, isObject, type JsonArray, type JsonObject, type JsonValue } from '../../json/value.ts';
import type { Link, Story } from '../../model/story.ts';
import { addressNames, nameQuoted, type QuotedNames } from '../addresses/quoted-names.ts';
import { FIELDS_ELSEWHERE } from '../known-keys.ts';
import { labelPointedAt, labelsByGuid } from '../label.ts';
import { rewriteTexts, unquoteSchema } from '../rewrite.ts';
import { guidNames } from './guid-names.ts';
import { asObject, normalOptions, normalSettings, without } from './normal-action.ts';
import { normalPage } from './normal-page.ts';
import { type NormalTool, normalTools } from './normal-tools.ts';

/** A story without all that may differ between equal stories. Actions are named by label, so no guid is left. */
export type NormalStory = {
  /** Story-level settings. */
  readonly fields: JsonObject;
  readonly links: readonly NormalLink[];
  /** Position by label; entries of deleted actions are gone. */
  readonly layout: JsonObject;
  readonly notes: readonly JsonObject[];
  /** By label, in the order of `agents`. */
  readonly actions: ReadonlyMap<string, NormalAction>;
};
export type NormalLink = { readonly source: string; readonly receiver: string; readonly rest: JsonObject };
export type NormalAction = {
  /** Keys of the action itself. */
  readonly settings: JsonObject;
  /** Compared to the letter: an absent key is a difference. */
  readonly options: JsonObject;
  /** Tools of an AI action; undefined when the release has none. */
  readonly tools: readonly NormalTool[] | undefined;
  readonly pages: readonly JsonObject[];
  readonly integrations: readonly JsonObject[];
};

const GUID_LISTS = ['exit_agent_guids', 'api_entry_action_guids', 'api_exit_action_guids'];

/** Brings a story to the form in which equal stories are equal. `labels` says what each action is called, by position. */
export function normalStory(
  story: Story,
  labels: readonly string[],
  quoted: QuotedNames = { own: guidNames(story, labels), address: addressNames(story, labels) },
): NormalStory {
  const byGuid = labelsByGuid(story, labels);
  const say = (text: string): string => nameQuoted(text, quoted);
  const inOptions = (value: JsonValue): JsonValue => rewriteTexts(value, unquoted(say), say);
  // Elsewhere a text that is a guid points at something, and is called what that is called.
  const pointing = (text: string): string =>
    byGuid.get(text) ?? quoted.own.get(text) ?? quoted.other?.get(text) ?? say(text);
  const relabel = (value: JsonValue): JsonValue => rewriteTexts(value, unquoted(pointing), say);
  const pages = grouped(story.pages, 'agent_guid', byGuid);
  const integrations = grouped(story.integrations, 'action_guid', byGuid);
  const actions = story.agents.map((action, index): [string, NormalAction] => {
    const label = labels[index] ?? '';
    const settings = normalSettings(action, relabel);
    const options = normalOptions(action, inOptions);
    const tools = normalTools(action, relabel, inOptions);
    const ownPages = (pages.get(label) ?? []).map((page) => normalPage(page, relabel));
    const ownIntegrations = (integrations.get(label) ?? []).map((entry) =>
      asObject(relabel(without(entry, 'action_guid'))),
    );
    return [label, { settings, options, tools, pages: ownPages, integrations: ownIntegrations }];
  });
  return {
    fields: normalFields(story, byGuid, relabel),
    links: story.links.map((link) => normalLink(link, labels)),
    layout: normalLayout(story, byGuid),
    notes: listOf(story.diagram_notes).map((note) => asObject(inOptions(without(note, 'guid')))),
    actions: new Map(actions),
  };
}

function unquoted(say: (text: string) => string): (text: string, key: string | undefined) => JsonValue {
  return (text, key) => {
    const value = unquoteSchema(text, key);
    return typeof value === 'string' ? say(value) : rewriteTexts(value, say, say);
  };
}

function normalFields(
  story: Story,
  byGuid: ReadonlyMap<string, string>,
  relabel: (value: JsonValue) => JsonValue,
): JsonObject {
  const kept = Object.entries(story).filter(([key]) => !FIELDS_ELSEWHERE.has(key));
  const fields = new Map(kept.map(([key, value]) => [key, relabel(value)]));
  // Until schema 24 the single exit stood beside the list of exits.
  const exits = [...(isArray(story.exit_agent_guids) ? story.exit_agent_guids : []), story.exit_agent_guid ?? null];
  if ('exit_agent_guid' in story) fields.set('exit_agent_guids', exits);
  for (const key of GUID_LISTS) {
    const guids = key === 'exit_agent_guids' && fields.has(key) ? exits : story[key];
    if (isArray(guids)) fields.set(key, labelsOf(guids, byGuid));
  }
  if (typeof story.entry_agent_guid === 'string') {
    fields.set('entry_agent_guid', byGuid.get(story.entry_agent_guid) ?? null);
  }
  for (const key of ['form', 'forms']) {
    const value = fields.get(key);
    if (value !== undefined) fields.set(key, normalForm(value));
  }
  // What points at no action of the story belongs to none of its parts.
  for (const [key, pointer] of [
    ['pages', 'agent_guid'],
    ['integrations', 'action_guid'],
  ] as const) {
    const stray = listOf(story[key]).filter((entry) => labelPointedAt(entry, pointer, byGuid) === undefined);
    if (stray.length > 0)
      fields.set(
        key,
        stray.map((entry) => relabel(without(entry, pointer))),
      );
  }
  return Object.fromEntries(fields);
}

/** The actions that a list of guids names, as a set: order and repetition say nothing, deleted actions are gone. */
function labelsOf(guids: JsonArray, byGuid: ReadonlyMap<string, string>): JsonArray {
  const labels = guids.flatMap((guid) => (typeof guid === 'string' ? (byGuid.get(guid) ?? []) : []));
  return [...new Set(labels)].sort();
}

/** Forms of old schemas; some of their fields quote a tenant's id. */
function normalForm(form: JsonValue): JsonValue {
  if (isArray(form)) return form.map(normalForm);
  if (!isObject(form) || !isArray(form.fields)) return form;
  return { ...form, fields: form.fields.map((field) => (isObject(field) ? without(field, 'tenant_id') : field)) };
}

/** A link by the labels of what it joins. */
export function normalLink(link: Link, labels: readonly string[]): NormalLink {
  const { source, receiver, ...rest } = link;
  return { source: labels[source] ?? '', receiver: labels[receiver] ?? '', rest };
}

/** What the author's canvas says of each guid, whether or not there is such an action. */
export function layoutByGuid({ diagram_layout: text }: Story): JsonObject {
  const parsed = typeof text === 'string' ? parseJson(text) : undefined;
  return parsed?.ok && isObject(parsed.value) ? parsed.value : {};
}

function normalLayout(story: Story, byGuid: ReadonlyMap<string, string>): JsonObject {
  const entries = Object.entries(layoutByGuid(story)).flatMap(([guid, position]): [string, JsonValue][] => {
    const label = byGuid.get(guid);
    return label === undefined ? [] : [[label, position]];
  });
  return Object.fromEntries(entries);
}

/** The entries of a list, by the action that they point at. */
function grouped(
  list: JsonValue | undefined,
  key: string,
  byGuid: ReadonlyMap<string, string>,
): ReadonlyMap<string, readonly JsonObject[]> {
  const groups = new Map<string, JsonObject[]>();
  for (const entry of listOf(list)) {
    const label = labelPointedAt(entry, key, byGuid);
    if (label === undefined) continue;
    groups.set(label, [...(groups.get(label) ?? []), entry]);
  }
  return groups;
}

function listOf(value: JsonValue | undefined): readonly JsonObject[] {
  return isArray(value) ? value.filter(isObject) : [];
}
