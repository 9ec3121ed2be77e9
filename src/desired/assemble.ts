import type { Problem } from '../diagnostics/problem.ts';
import { sha256 } from '../json/canonical.ts';
import type { Desired, DesiredStory } from '../model/desired.ts';
import type { CatalogueStory, Manifest } from '../model/destination.ts';
import type { Story } from '../model/story.ts';
import { checkAgreement } from '../records/agreement.ts';
import { recordTypesOf } from '../records/definition.ts';
import { canonicalStory } from '../story/canonical.ts';
import { lineageStamp } from '../story/lineage.ts';
import { readStory } from '../story/read.ts';
import { findReferences } from '../story/references.ts';
import { checkQuotedAddresses } from './quoted-addresses.ts';
import { checkTogether } from './rules.ts';

/** A story file as the disk gave it, or why it could not. */
export type StoryFile =
  | { readonly kind: 'bytes'; readonly bytes: Uint8Array /** Path as shown to people. */; readonly shown: string }
  | { readonly kind: 'unreadable'; readonly why: string; readonly shown: string };

/** What a story's file was in the base commit: the very same, not there, or these bytes. */
export type StoryBefore = 'same' | 'absent' | Uint8Array;

export type Assembled = { readonly desired?: Desired; readonly problems: readonly Problem[] };

const LARGE_STORY_BYTES = 5_000_000;

/**
 * Puts the manifest and its story files together. `desired` is there exactly when no problem is an error. A story
 * without an entry in `before` has an unknown past.
 */
export function assembleDesired(
  manifest: Manifest,
  files: ReadonlyMap<string, StoryFile>,
  before: ReadonlyMap<string, StoryBefore> = new Map(),
): Assembled {
  const problems: Problem[] = [];
  const stories = new Map<string, DesiredStory>();
  for (const entry of manifest.stories.values()) {
    const opened = openStory(entry, files.get(entry.key), manifest, before.get(entry.key));
    problems.push(...opened.problems);
    if (opened.story) stories.set(entry.key, opened.story);
  }
  problems.push(...checkTogether(manifest, stories), ...checkAgreement(agreementInput(stories, files)));
  if (problems.some(({ severity }) => severity === 'error')) return { problems };
  const origin = manifest.origin ? { origin: manifest.origin } : {};
  return {
    desired: { manifestFile: manifest.file, stories, destinations: manifest.destinations, ...origin },
    problems,
  };
}

function openStory(
  entry: CatalogueStory,
  file: StoryFile | undefined,
  manifest: Manifest,
  before: StoryBefore | undefined,
): { readonly story?: DesiredStory; readonly problems: readonly Problem[] } {
  if (file?.kind !== 'bytes') {
    const why = file?.why ?? 'it was not read';
    return {
      problems: [
        {
          code: 'DES001',
          severity: 'error',
          message: `the file of story "${entry.key}", ${file?.shown ?? entry.file}, cannot be read: ${why}`,
          hint: 'export the story to that path, or correct its "file" in the manifest',
          place: entry.place,
        },
      ],
    };
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
    problems: [...problems, ...large, ...checkQuotedAddresses(story, file.shown)],
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
