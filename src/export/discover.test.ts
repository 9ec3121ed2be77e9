import { expect, it } from 'vitest';
import type { StoryInfo } from '../model/actual.ts';
import type { CatalogueStory } from '../model/destination.ts';
import { discoverStories } from './discover.ts';

const place = { file: 'sync.yaml', line: 1, column: 1 };
const STORIES: ReadonlyMap<string, CatalogueStory> = new Map([
  ['triage', { key: 'triage', id: 1, file: 'stories/triage.json', place }],
  ['ir', { key: 'ir', id: 2, file: 'stories/incident.json', place }],
]);

function listed(id: number, name: string, rest: Partial<StoryInfo> = {}): StoryInfo {
  const settings = { changeControl: true, disabled: false, priority: false, locked: false, folderId: null };
  return { id, name, slug: '', teamId: 7, tags: [], editedAt: '', editedAtTrusted: false, ...settings, ...rest };
}

function found(listing: readonly StoryInfo[], requireChangeControl = true): readonly string[] {
  const { stories } = discoverStories(listing, { stories: STORIES }, { requireChangeControl });
  return stories.map(({ id, key }) => `${id} ${key}`);
}

it('takes what is published and under change control, by name, and nothing that the catalogue has; says why of the others', () => {
  const listing = [
    listed(1, 'Triage'),
    listed(9, 'Zebra'),
    listed(8, 'Ape'),
    listed(7, 'Wild', { changeControl: false }),
    listed(6, 'Apart', { tags: ['detached-from-sync'] }),
    listed(5, 'Draft', { published: false }),
  ];
  expect(found(listing)).toEqual(['8 ape', '9 zebra']);
  expect(found(listing, false)).toEqual(['8 ape', '7 wild', '9 zebra']);
  const leftOut = (requireChangeControl: boolean): readonly string[] =>
    discoverStories(listing, { stories: STORIES }, { requireChangeControl }).leftOut.map(
      (one) => `${one.id} ${one.reason}`,
    );
  expect(leftOut(true)).toEqual(['6 detached', '5 unpublished', '7 no_change_control']);
  expect(leftOut(false)).toEqual(['6 detached', '5 unpublished']);
});

it('proposes keys that are valid, free, and whose file is free', () => {
  const long = 'Very '.repeat(30);
  const listing = ['Triage', 'TRIAGE!', 'Incident', 'Zürich (EU)', '報告', '--', long, `${long}!`];
  expect(found(listing.map((name, index) => listed(100 + index, name)))).toEqual([
    '105 story-105',
    '102 incident-2',
    '101 triage-2',
    '100 triage-3',
    `106 ${'very-'.repeat(12)}ver`,
    `107 ${'very-'.repeat(12)}v-2`,
    '103 zurich-eu',
    '104 story-104',
  ]);
});
