import { compactJson, contentHash } from '../../json/canonical.ts';
import type { JsonObject, JsonValue } from '../../json/value.ts';
import type { Story } from '../../model/story.ts';
import { neutralise } from '../addresses/neutralise.ts';
import { ACTION_KEYS, INTEGRATION_KEYS, NOTE_KEYS, PAGE_KEYS, STORY_KEYS } from '../known-keys.ts';
import { actionLabels } from '../label.ts';
import { pruned } from './blank.ts';
import { type NormalAction, type NormalLink, type NormalStory, normalStory } from './normal.ts';
import { countedTool } from './normal-tools.ts';

/** A hash for each part of a story: `story`, `links`, `layout`, `notes`, and `agents[Name]` with the action's pages. */
export type Fingerprint = { readonly [part: string]: string };

/**
 * Says which parts of a story were edited since it was last looked at. New guids, a newer platform release and
 * values that belong to the tenant leave it unchanged; tags are not part of it.
 */
export function fingerprint(story: Story): Fingerprint {
  const normal = normalStory(neutralise(story), actionLabels(story));
  const parts: (readonly [string, JsonValue])[] = [
    ['story', pruned(normal.fields, STORY_KEYS)],
    ['links', normal.links.map(linkText).sort()],
    ['layout', normal.layout],
    ['notes', normal.notes.map(noteText).sort()],
  ];
  for (const [label, action] of normal.actions) parts.push([actionPart(label), countedAction(action)]);
  return Object.fromEntries(parts.map(([part, value]) => [part, contentHash(value)]));
}

/** The part that an action of this label is. */
export function actionPart(label: string): string {
  return `agents[${label}]`;
}

/** A link as one text; equal links have equal texts. */
export function linkText({ source, receiver, rest }: NormalLink): string {
  return compactJson([source, receiver, rest.link_type ?? null]);
}

/** A note as one text, without what only newer releases know. */
export function noteText(note: NormalStory['notes'][number]): string {
  return compactJson(pruned(note, NOTE_KEYS));
}

function countedAction({ settings, options, tools, pages, integrations }: NormalAction): JsonObject {
  return {
    settings: pruned(settings, ACTION_KEYS),
    options,
    tools: tools === undefined || tools.length === 0 ? null : tools.map(countedTool),
    pages: pages.map((page) => pruned(page, PAGE_KEYS)),
    integrations: integrations.map((entry) => pruned(entry, INTEGRATION_KEYS)),
  };
}
