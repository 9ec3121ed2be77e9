import { describe, expect, it } from 'vitest';
import { desiredStory, listedStory, readingsOf } from '../../../../test/support/planning.ts';
import { callStory, fetchAction, storyExport } from '../../../../test/support/stories.ts';
import type { Actual, SharedObject } from '../../../model/actual.ts';
import { checkPrerequisites } from './prerequisites.ts';

const NAMING = {
  credential: desiredStory(storyExport({ name: 'T', actions: [fetchAction('A', '<<CREDENTIAL.virus_total>>')] })),
  resource: desiredStory(storyExport({ name: 'T', actions: [fetchAction('A', '<<RESOURCE.settings.channel>>')] })),
  story: desiredStory(storyExport({ name: 'T', actions: [callStory('A', 'enrich')] })),
  itself: desiredStory(storyExport({ name: 'T', actions: [callStory('A', 't')] })),
  computed: desiredStory(storyExport({ name: 'T', actions: [fetchAction('A', '<<CREDENTIAL[event.name]>>')] })),
  note: desiredStory({
    ...storyExport({ name: 'T', actions: [fetchAction('A', 'https://x.example/')] }),
    description: '<<CREDENTIAL.virus_total>>',
    diagram_notes: [{ content: '<<CREDENTIAL.virus_total>>' }],
  }),
};

function object(slug: string, more: Partial<SharedObject> = {}): SharedObject {
  return { id: 1, name: slug, slug, teamId: 42, access: 'team', ...more };
}

function availability(kind: keyof typeof NAMING, readings: Partial<Actual>, brought: readonly string[] = []): string {
  const around = { teamId: 42, readings: readingsOf(readings), broughtSlugs: new Set(brought) };
  const { missing, warnings, needs } = checkPrerequisites(NAMING[kind], around);
  const told = [
    ...missing.map(({ slug }) => `lacks ${slug}`),
    ...warnings.map(() => 'warns'),
    ...needs.map((need) => `asks ${need.kind}`),
  ];
  return told.join(' ') || 'fine';
}

const ELSEWHERE = { teamId: 7 };
const CASES: readonly (readonly [string, keyof typeof NAMING, Partial<Actual>, string])[] = [
  ['credentials that were not read are asked for', 'credential', {}, 'asks credentials'],
  ['resources that were not read are asked for', 'resource', {}, 'asks resources'],
  ['what the team’s list lacks is looked for in all', 'credential', { credentials: [] }, 'asks visible_credentials'],
  ['the same with resources', 'resource', { resources: [object('other')] }, 'asks visible_resources'],
  [
    'what neither list has is missing',
    'credential',
    { credentials: [], visibleCredentials: [object('other')] },
    'lacks virus_total',
  ],
  ['one of the team will do', 'credential', { credentials: [object('virus_total')] }, 'fine'],
  [
    'one whose name makes the slug will do',
    'credential',
    { credentials: [object('vt', { name: 'Virus Total' })] },
    'fine',
  ],
  [
    'one of another team does not count',
    'credential',
    { credentials: [], visibleCredentials: [object('virus_total', ELSEWHERE)] },
    'lacks virus_total',
  ],
  [
    'a global one of another team will do',
    'credential',
    { credentials: [], visibleCredentials: [object('virus_total', { ...ELSEWHERE, access: 'global' })] },
    'fine',
  ],
  [
    'one shared with chosen teams is a warning',
    'credential',
    { credentials: [], visibleCredentials: [object('virus_total', { ...ELSEWHERE, access: 'specific_teams' })] },
    'warns',
  ],
  [
    'a resource does not stand in for a credential',
    'credential',
    { credentials: [], visibleCredentials: [], resources: [object('virus_total')] },
    'lacks virus_total',
  ],
  ['a resource of the team will do', 'resource', { resources: [object('settings')] }, 'fine'],
  ['a sub-story of the team will do', 'story', { listing: [listedStory(1, 'Enrich')] }, 'fine'],
  ['a sub-story that is nowhere in the team is looked for elsewhere', 'story', {}, 'asks visible_stories'],
  ['a sub-story that is nowhere is missing', 'story', { visibleStories: [] }, 'lacks enrich'],
  [
    'a sub-story of another team is a warning',
    'story',
    { visibleStories: [listedStory(1, 'Enrich', ELSEWHERE)] },
    'warns',
  ],
  ['a story may call itself', 'itself', {}, 'fine'],
  ['a computed name is a warning', 'computed', {}, 'warns'],
  ['notes and descriptions do not count', 'note', {}, 'fine'],
];

describe('what a story needs at the destination', () => {
  it.each(CASES)('%s', (_, kind, readings, expected) => {
    expect(availability(kind, readings)).toBe(expected);
  });

  it.each([
    ['credential', ['credentials', 'visibleCredentials'], 'virus_total'],
    ['resource', ['resources', 'visibleResources'], 'settings'],
  ] as const)('a %s that is missing or shared with chosen teams is named as what it is', (kind, lists, slug) => {
    const check = (objects: readonly SharedObject[]) => {
      const read = Object.fromEntries(lists.map((list) => [list, objects]));
      const around = { teamId: 42, readings: readingsOf(read), broughtSlugs: new Set<string>() };
      return checkPrerequisites(NAMING[kind], around);
    };
    expect(check([]).missing).toEqual([{ kind, slug }]);
    expect(check([object(slug, { ...ELSEWHERE, access: 'specific_teams' })]).warnings).toEqual([
      { kind: 'shared_with_teams', thing: { kind, slug } },
    ]);
  });

  it('a sub-story that this run brings need not be there yet', () => {
    expect(availability('story', {}, ['enrich'])).toBe('fine');
  });
});
