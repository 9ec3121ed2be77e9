import { canonicalJson } from '../json/canonical.ts';
import { sameJson } from '../json/same.ts';
import type { JsonObject } from '../json/value.ts';
import type { ExportedStory } from '../model/exported.ts';
import type { Story } from '../model/story.ts';
import { tagsOf } from '../model/tags.ts';
import { mapSubStories } from '../story/addresses/ingress-options.ts';
import { neutralise } from '../story/addresses/neutralise.ts';
import { canonicalStory } from '../story/canonical.ts';
import { compareStories } from '../story/compare/compare.ts';
import { readStory } from '../story/read.ts';
import { recordTypeChanges } from './record-type-changes.ts';

/** What an export would do to one file. */
export type FileChange = { readonly change: 'unchanged' } | Omit<ExportedStory, 'key' | 'file'>;

/** A story file as it stands in git; its content is read only when its text alone does not decide. */
export type FileInGit = { readonly file: string; readonly bytes: Uint8Array };

/**
 * Compares a file with the live story. Stamps of the platform release alone leave the file untouched, to the byte;
 * whatever else differs is written, also keys that only a newer release knows: an edit could hide there.
 */
export function compareWithFile(inGit: FileInGit | undefined, live: Story): FileChange {
  const after = neutralise(live);
  const text = canonicalStory(after);
  if (inGit === undefined) return { change: 'add', text, after, kind: 'content' };
  const found = new TextDecoder('utf-8', { ignoreBOM: true }).decode(inGit.bytes);
  if (found === text) return { change: 'unchanged' };
  const before = readStory(inGit.bytes, inGit.file).story;
  // What is no story is replaced by one.
  if (before === undefined) return { change: 'update', text, after, kind: 'content' };
  const same = sameJson(withoutStamps(before), withoutStamps(after));
  if (same && isCanonical(found, before)) return { change: 'unchanged' };
  const kind = same ? 'format' : onlyRelease(before, after) ? 'platform' : 'content';
  return { change: 'update', text, before, after, kind };
}

/** Whether a story of git is the live one but for what a platform release changes by itself, which no export need bring first. */
export function isLive(inGit: Story, live: Story): boolean {
  const [before, after] = [neutralise(inGit), neutralise(live)];
  return sameJson(withoutStamps(before), withoutStamps(after)) || onlyRelease(before, after);
}

/** Whether the addresses and recipients of a tenant stand in a file where placeholders belong. */
export function holdsTenantValues(story: Story): boolean {
  return !sameJson(story, neutralise(story));
}

const STAMPS = ['schema_version', 'standard_lib_version', 'action_runtime_version', 'exported_at'] as const;

function withoutStamps(story: JsonObject): JsonObject {
  const stamped = new Set<string>(STAMPS);
  const rest = Object.fromEntries(Object.entries(story).filter(([key]) => !stamped.has(key)));
  return mapSubStories(rest, withoutStamps);
}

/** Git may check a file out with CRLF; that is not a change of ours to undo. */
function isCanonical(text: string, story: Story): boolean {
  return text.replaceAll('\r\n', '\n') === canonicalJson(story);
}

function onlyRelease(before: Story, after: Story): boolean {
  return (
    !holdsTenantValues(before) &&
    compareStories(before, after).length === 0 &&
    sameJson(tagsOf(before).toSorted(), tagsOf(after).toSorted()) &&
    sameJson(guidsOf(before), guidsOf(after)) &&
    // Record types are compared by rules of their own: a field that came or changed its type is no platform's doing.
    recordTypeChanges(before, after).length === 0
  );
}

function guidsOf(story: Story): readonly string[] {
  return [story.guid, ...story.agents.map(({ guid }) => guid)];
}
