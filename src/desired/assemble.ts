import type { Problem } from '../diagnostics/problem.ts';
import { sha256 } from '../json/canonical.ts';
import type { BrokenStory, Desired, DesiredStory } from '../model/desired.ts';
import type { CatalogueStory, Manifest } from '../model/destination.ts';
import type { Story } from '../model/story.ts';
import { checkAgreement } from '../records/agreement.ts';
import { recordTypesOf } from '../records/definition.ts';
import { canonicalStory } from '../story/canonical.ts';
import { lineageStamp } from '../story/lineage.ts';
import { readStory } from '../story/read.ts';
import { findReferences } from '../story/references.ts';
import { checkQuotedAddresses } from './quoted-addresses.ts';
import { checkTogether, findDetachedTag } from './rules.ts';

/** A story file as the disk gave it, or why it could not. */
export type StoryFile =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array /** Path as shown to people. */; readonly shown: string }
  | { readonly kind: 'unreadable'; readonly why: string; readonly shown: string };

/** What a story's file was in the base commit: the very same, not there, or these bytes. */
export type StoryBefore = 'same' | 'absent' | Uint8Array;

export type Assembled = { readonly desired?: Desired; readonly problems: readonly Problem[] };

const LARGE_STORY_BYTES = 5_000_000;

export type AssembleOptions = {
  /** Stories without an entry have an unknown past. */
  readonly before?: ReadonlyMap<string, StoryBefore>;
  /** A story file that cannot be used is no reason to stop: its story is set apart. */
  readonly setApart?: boolean;
};

/**
 * Puts the manifest and its story files together. `desired` is there exactly when no problem is an error, but for those
 * of stories that are set apart.
 */
export function assembleDesired(
  manifest: Manifest,
  files: ReadonlyMap<string, StoryFile>,
  { before = new Map(), setApart = false }: AssembleOptions = {},
): Assembled {
  const problems: Problem[] = [];
  const ofStories: Problem[] = [];
  const broken = new Map<string, BrokenStory>();
  const stories = new Map<string, DesiredStory>();
  for (const entry of manifest.stories.values()) {
    const opened = openStory(entry, files.get(entry.key), manifest, before.get(entry.key));
    ofStories.push(...opened.problems);
    const finding = opened.problems.find(({ severity }) => severity === 'error');
    if (finding) broken.set(entry.key, { key: entry.key, file: entry.file, finding });
    else if (opened.story) stories.set(entry.key, opened.story);
  }
  problems.push(...checkTogether(manifest, stories), ...checkAgreement(agreementInput(stories, files)));
  const all = [...ofStories, ...problems];
  const stops = setApart ? problems : all;
  if (stops.some(({ severity }) => severity === 'error')) return { problems: all };
  const origin = manifest.origin ? { origin: manifest.origin } : {};
  return {
    desired: {
      manifestFile: manifest.file,
      stories,
      destinations: manifest.destinations,
      ...origin,
      ...(broken.size > 0 ? { broken } : {}),
    },
    problems: all,
  };
}

export function openStory(
  entry: CatalogueStory,
  file: StoryFile | undefined,
  manifest: Manifest,
  before: StoryBefore | undefined,
): { readonly story?: DesiredStory; readonly problems: readonly Problem[] } {
  if (file?.kind !== 'bytes') {
    return { problems: [unreadableStory(entry, file?.shown ?? entry.file, file?.why ?? 'it was not read')] };
  }
  const { story, problems } = readStory(file.bytes, file.shown);
  if (!story) return { problems };
  const large: readonly Problem[] =
    file.bytes.length > LARGE_STORY_BYTES
      ? [
          {
            code: 'DES005',
            severity: 'warning',
            message: `${file.shown} is ${(file.bytes.length / 1_000_000).toFixed(1)} MB; a tenant may refuse it`,
            hint: 'shrink embedded images, or split the story',
            place: { file: file.shown, line: 1, column: 1 },
          },
        ]
      : [];
  const { references, uncheckable } = findReferences(story);
  return {
    problems: [...problems, ...large, ...checkQuotedAddresses(story, file.shown), ...findDetachedTag(entry, story)],
    story: {
      key: entry.key,
      ...(entry.id === undefined ? {} : { id: entry.id }),
      file: entry.file,
      story,
      stamp: lineageStamp(story, manifest.origin?.tenantUrl),
      contentHash: sha256(canonicalStory(story)),
      references,
      uncheckable,
      recordTypes: recordTypesOf(story).definitions,
      ...pastOf(story, before),
    },
  };
}

export function unreadableStory({ key, place }: CatalogueStory, shown: string, why: string): Problem {
  return {
    code: 'DES001',
    severity: 'error',
    message: `the file of story "${key}", ${shown}, cannot be read: ${why}`,
    hint: 'export the story to that path, or correct its "file" in the manifest',
    place,
  };
}

/** A file that was no story then says nothing about the past of this one. */
function pastOf(story: Story, before: StoryBefore | undefined): Pick<DesiredStory, 'before'> {
  if (before === undefined) return {};
  if (before === 'same') return { before: story };
  if (before === 'absent') return { before: null };
  const then = readStory(before, 'base').story;
  return then === undefined ? {} : { before: then };
}

function agreementInput(
  stories: ReadonlyMap<string, DesiredStory>,
  files: ReadonlyMap<string, StoryFile>,
): Parameters<typeof checkAgreement>[0] {
  return [...stories.values()].map(({ key, file, recordTypes }) => ({
    key,
    file: files.get(key)?.shown ?? file,
    definitions: recordTypes,
  }));
}
