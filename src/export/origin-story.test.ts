import { describe, expect, it } from 'vitest';
import { guidOf, storyExport, webhook } from '../../test/support/stories.ts';
import type { Problem } from '../diagnostics/problem.ts';
import type { StoryInfo } from '../model/actual.ts';
import type { Story } from '../model/story.ts';
import { judgeLiterals } from './literals.ts';
import { checkAtOrigin, checkIdentity } from './origin-story.ts';

const ENTRY = { key: 'watch', id: 5, file: 'stories/watch.json', place: { file: 'sync.yaml', line: 4, column: 3 } };
const LIVE: StoryInfo = {
  id: 5,
  name: 'Watch',
  slug: 'watch',
  teamId: 7,
  tags: [],
  changeControl: true,
  disabled: false,
  priority: false,
  locked: false,
  folderId: null,
  editedAt: '',
  editedAtTrusted: false,
};

function brief(problems: readonly Problem[]): readonly string[] {
  return problems.map(({ severity, code }) => `${severity} ${code}`);
}

describe('a live story of the origin', () => {
  const cases: readonly (readonly [title: string, rest: Partial<StoryInfo>, expected: readonly string[]])[] = [
    ['as it should be', {}, []],
    ['that says it is published', { published: true }, []],
    ['in another team', { teamId: 8, changeControl: false, disabled: true }, ['error EXP005']],
    ['without change control', { changeControl: false }, ['error EXP006']],
    [
      'with the tag and without change control',
      { tags: ['detached-from-sync'], changeControl: false },
      ['error EXP008', 'error EXP006'],
    ],
    ['that is disabled', { disabled: true }, ['warning EXP010']],
    ['that is called unpublished', { published: false }, ['warning EXP011']],
  ];
  it.each(cases)('%s', (_title, rest, expected) => {
    const origin = { teamId: 7, requireChangeControl: true };
    expect(brief(checkAtOrigin(ENTRY, { ...LIVE, ...rest }, origin))).toEqual(expected);
  });

  it('needs no change control where the manifest says so', () => {
    const origin = { teamId: 7, requireChangeControl: false };
    expect(checkAtOrigin(ENTRY, { ...LIVE, changeControl: false }, origin)).toEqual([]);
  });
});

it('tells a renamed story from another one under the same key', () => {
  const story = (name: string, guid: string): Story =>
    storyExport({ name, guid: guidOf(guid), actions: [webhook('In')] }) as unknown as Story;
  const after = story('Watch', 'x');
  expect(checkIdentity(ENTRY, undefined, after)).toEqual([]);
  expect(checkIdentity(ENTRY, story('Watch', 'x'), after)).toEqual([]);
  expect(brief(checkIdentity(ENTRY, story('Guard', 'x'), after))).toEqual(['warning EXP009']);
  expect(brief(checkIdentity(ENTRY, story('Guard', 'y'), after))).toEqual(['warning EXP015']);
});

describe('literals that look like credentials', () => {
  const finding = (path: string) => ({ path, kind: 'a Slack token' });
  const allowed = (path: string) => ({ path, reason: 'revoked', place: { ...ENTRY.place, line: 9 } });

  it('are errors unless their place is allowed, and an allowance that nothing needs is a warning where it stands', () => {
    const entry = { ...ENTRY, allowedLiterals: [allowed('a.b'), allowed('gone')] };
    expect(judgeLiterals(entry, [finding('a.b'), finding('a.c'), finding('a.b.c')])).toMatchObject([
      { code: 'EXP012', message: 'story "watch" (stories/watch.json) holds a Slack token at a.c', place: { line: 4 } },
      { code: 'EXP012', message: expect.stringContaining('at a.b.c') },
      { code: 'EXP013', severity: 'warning', place: { line: 9 } },
    ]);
    expect(judgeLiterals(ENTRY, [])).toEqual([]);
  });

  it('are counted beyond twenty', () => {
    const problems = judgeLiterals(
      ENTRY,
      Array.from({ length: 25 }, (_, index) => finding(`p${index}`)),
    );
    expect(problems).toHaveLength(21);
    expect(problems.at(-1)?.message).toContain('holds 5 more literals');
  });
});
