import { afterAll, beforeAll, expect, it } from 'vitest';
import { codesOf, manifestText, StoryRepository, storyText } from '../../test/support/story-repository.ts';
import type { OpenedWorkspace, OpenOptions } from './workspace.ts';

let repo: StoryRepository;

// One repository, a commit for each kind of change; the tests leave it as it is.
beforeAll(() => {
  repo = new StoryRepository();
  repo.commit({ 'sync.yaml': manifestText({ triage: {} }), 'stories/triage.json': storyText('one') });
  repo.git('tag', 'first');
  repo.commit({
    'sync.yaml': manifestText({ triage: {}, enrich: {} }),
    'stories/triage.json': storyText('two'),
    'stories/enrich.json': storyText('new', 'Enrich'),
  });
  repo.git('tag', 'second');
  repo.commit({ 'stories/triage.json': '[]' });
  repo.commit({ 'stories/triage.json': storyText('four') });
  repo.git('tag', 'mended');
  repo.commit({
    'sync.yaml': manifestText({ triage: { file: 'moved.json' }, enrich: {} }),
    'moved.json': storyText('five'),
    'stories/triage.json': undefined,
  });
  repo.git('tag', 'moved');
  repo.commit({ 'stories/enrich.json': storyText('newer', 'Enrich') });
});

afterAll(() => repo.remove());

/** Descriptions of what the stories were before; `unknown` where nobody can tell. */
function beforeOf({ workspace, problems }: OpenedWorkspace): object {
  if (!workspace) throw new Error(problems.map(({ message }) => message).join('\n'));
  return Object.fromEntries(
    [...workspace.desired.stories].map(([key, { before }]) => [
      key,
      before === undefined ? 'unknown' : (before?.description ?? null),
    ]),
  );
}

it.each<[string, OpenOptions, object]>([
  ['is the first parent’s of a clean HEAD', {}, { triage: 'five', enrich: 'new' }],
  ['is that of the commit before --at', { at: 'second' }, { triage: 'one', enrich: null }],
  ['is unknown before the first commit of all', { at: 'first' }, { triage: 'unknown' }],
  ['is unknown where the file was no story', { at: 'mended' }, { triage: 'unknown', enrich: 'new' }],
  ['is found where the manifest of then had the file', { at: 'moved' }, { triage: 'four', enrich: 'new' }],
  ['is what --base says', { base: 'second' }, { triage: 'two', enrich: 'new' }],
  ['is what --base says, also with --at', { at: 'mended', base: 'first' }, { triage: 'one', enrich: null }],
  ['is unknown where nobody asks', { base: false }, { triage: 'unknown', enrich: 'unknown' }],
  ['is that of a base that is here', { base: { ifHere: 'first' } }, { triage: 'one', enrich: null }],
  [
    'is unknown with a base that is not here',
    { base: { ifHere: '0'.repeat(40) } },
    { triage: 'unknown', enrich: 'unknown' },
  ],
])('what a story was before %s', async (_, options, expected) => {
  expect(beforeOf(await repo.open(options))).toEqual(expected);
});

it('what a story was before is HEAD’s once the work tree has moved on', async () => {
  repo.write('stories/enrich.json', storyText('newest', 'Enrich'));
  expect(beforeOf(await repo.open())).toEqual({ triage: 'five', enrich: 'newer' });
  repo.git('checkout', '--quiet', '--', 'stories/enrich.json');
});

it('a story that did not change was the very same value before', async () => {
  const triage = (await repo.open()).workspace?.desired.stories.get('triage');
  expect(triage?.before).toBe(triage?.story);
});

it('in a shallow clone the past is unknown without a word, unless somebody asks for a commit', async () => {
  const shallow = repo.clone('--depth=1');
  const opened = await repo.open({}, shallow);
  expect(beforeOf(opened)).toEqual({ triage: 'unknown', enrich: 'unknown' });
  expect(opened.problems).toEqual([]);
  expect(codesOf(await repo.open({ base: 'HEAD~1' }, shallow))).toEqual(['error GIT003']);
});
