import { compactJson, contentHash } from '../../json/canonical.ts';
import { sameJson } from '../../json/same.ts';
import type { JsonObject, JsonValue } from '../../json/value.ts';
import type { Story } from '../../model/story.ts';
import { ACTION_KEYS, INTEGRATION_KEYS, NOTE_KEYS, PAGE_KEYS, STORY_KEYS } from '../known-keys.ts';
import { pruned } from './blank.ts';
import type { NormalAction, NormalLink, NormalStory } from './normal.ts';
import { countedTool } from './normal-tools.ts';
import { ownForm } from './own-form.ts';
import { isSameAction } from './same-action.ts';

/** A hash for each part of a story: `story`, `links`, `layout`, `notes`, and `agents[Name]` with the action's pages. */
export type Fingerprint = { readonly [part: string]: string };

/**
 * Says which parts of a story were edited since it was last looked at. New guids, a newer platform release and
 * values that belong to the tenant leave it unchanged; tags are not part of it.
 */
export function fingerprint(story: Story): Fingerprint {
  return fingerprintOf(ownForm(story).normal);
}

/** A story that another one is likely to be the same as, and its fingerprint. */
export type Likeness = { readonly normal: NormalStory; readonly fingerprint: () => Fingerprint };

/** The same of a normal form by itself. What it has like another story has the same hash, which is not computed again. */
export function fingerprintOf(normal: NormalStory, like?: Likeness): Fingerprint {
  const hashes = new Map<string, string>();
  const add = (part: string, same: (other: NormalStory) => boolean, value: () => JsonValue): void => {
    const known = like && same(like.normal) ? like.fingerprint()[part] : undefined;
    hashes.set(part, known ?? contentHash(value()));
  };
  const { fields, links, layout, notes, actions } = normal;
  add(
    'story',
    (other) => sameJson(fields, other.fields),
    () => pruned(fields, STORY_KEYS),
  );
  add(
    'links',
    (other) => sameJson(links, other.links),
    () => links.map(linkText).sort(),
  );
  add(
    'layout',
    (other) => sameJson(layout, other.layout),
    () => layout,
  );
  add(
    'notes',
    (other) => sameJson(notes, other.notes),
    () => notes.map(noteText).sort(),
  );
  for (const [label, action] of actions) {
    const isSame = ({ actions: others }: NormalStory): boolean => {
      const other = others.get(label);
      return other !== undefined && isSameAction(action, other);
    };
    add(actionPart(label), isSame, () => countedAction(action));
  }
  return Object.fromEntries(hashes);
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
  // In the order in which they are written out.
  return {
    integrations: integrations.map((entry) => pruned(entry, INTEGRATION_KEYS)),
    options,
    pages: pages.map((page) => pruned(page, PAGE_KEYS)),
    settings: pruned(settings, ACTION_KEYS),
    tools: tools === undefined || tools.length === 0 ? null : tools.map(countedTool),
  };
}
