import { describe, expect, it } from 'vitest';
import { listedStory } from '../../../test/support/planning.ts';
import type { StoryInfo } from '../../model/actual.ts';
import { settingsToRestore } from './settings.ts';

const BEFORE = { disabled: true, priority: true, locked: false, folderId: 5, tags: ['own', 'red'] };
type Wanted = { readonly tags?: readonly string[]; readonly removeTags?: readonly string[] };

function patch(
  after: Partial<StoryInfo>,
  { tags = [], removeTags = [] }: Wanted,
  before: Partial<StoryInfo> | undefined,
) {
  const wanted = { name: 'Triage', tags, removeTags };
  return settingsToRestore(
    listedStory(1, after.name ?? 'Triage', after),
    wanted,
    before && listedStory(1, 'Triage', before),
  );
}

describe('what an update has to set after an import', () => {
  it.each([
    ['nothing when all is as it should be', { ...BEFORE }, { tags: ['red'] }, BEFORE, undefined],
    ['nothing after a create that kept name and tags', { tags: ['red'] }, { tags: ['red'] }, undefined, undefined],
    ['the name that the tenant changed', { name: 'Triage (1)' }, {}, undefined, { name: 'Triage' }],
    ['tags that the import dropped', { tags: [] }, { tags: ['red', 'own'] }, undefined, { addTags: ['red', 'own'] }],
    [
      'tags that git took back',
      { tags: ['red', 'own'] },
      { removeTags: ['red', 'gone'] },
      undefined,
      { removeTags: ['red'] },
    ],
    [
      'settings that the import reset',
      { ...BEFORE, disabled: false, priority: false },
      {},
      BEFORE,
      { disabled: true, priority: true },
    ],
    ['the lock that the import lifted', { locked: false }, {}, { locked: true }, { locked: true }],
    ['no lock that the import set', { locked: true }, {}, { locked: false }, { locked: false }],
    ['the folder that the import left', { ...BEFORE, folderId: null }, {}, BEFORE, { folderId: 5 }],
    [
      'the root when the import chose a folder',
      { ...BEFORE, folderId: 6 },
      {},
      { ...BEFORE, folderId: null },
      { folderId: null },
    ],
    ['no setting of a story that is new', { disabled: true, folderId: 9 }, {}, undefined, undefined],
  ])('%s', (_, after, wanted, before, expected) => {
    expect(patch(after, wanted, before)).toEqual(expected);
  });
});
