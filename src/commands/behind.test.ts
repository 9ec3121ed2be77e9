import { expect, it } from 'vitest';
import { desiredStory } from '../../test/support/planning.ts';
import { storyExport, webhook } from '../../test/support/stories.ts';
import type { Repository } from '../git/read/repository.ts';
import type { Workspace } from '../workspace/workspace.ts';
import { measureBehind } from './behind.ts';

const TRIAGE = {
  ...desiredStory(storyExport({ name: 'Triage', actions: [webhook('In')] })),
  file: 'stories/triage.json',
};
const BEHIND = { commits: 2, since: '2026-11-17T08:00:00.000Z' };
const workspace = {
  repository: { root: '/repo' } as Repository,
  head: 'h',
  layout: { root: '/repo', folder: '/repo/soc/eu', manifestPath: 'eu/sync.yaml' },
};

it('asks git once per file and commit, by the path from the top of the repository', async () => {
  const asked: unknown[] = [];
  const pushed = ['c1', 'c1', 'c2'].map((from) => ({ desired: TRIAGE, from }));
  const lag = await measureBehind(workspace, pushed, async (_, head, files) => {
    asked.push(head, ...files);
    return new Map([
      ['soc/eu/stories/triage.json\nc1', BEHIND],
      ['soc/eu/stories/triage.json\nc2', { ...BEHIND, commits: 0 }],
    ]);
  });
  expect(asked).toEqual([
    'h',
    { path: 'soc/eu/stories/triage.json', since: 'c1' },
    { path: 'soc/eu/stories/triage.json', since: 'c2' },
  ]);
  expect(lag.of({ desired: TRIAGE, from: 'c1' })).toEqual(BEHIND);
  expect(lag.of({ desired: TRIAGE, from: 'c2' })).toBeUndefined();
  expect(lag.complete).toBe(true);
});

it('says when git could not tell of all of them', async () => {
  const pushed = [{ desired: TRIAGE, from: 'c1' }];
  const lag = await measureBehind(workspace, pushed, async () => new Map());
  expect(lag.complete).toBe(false);
});

it.each<[string, Partial<Pick<Workspace, 'head' | 'repository'>>]>([
  ['before the first commit', { head: null }],
  ['outside of git', { repository: undefined }],
])('asks nothing %s', async (_, more) => {
  const history = async (): Promise<never> => {
    throw new Error('asked');
  };
  const lag = await measureBehind({ ...workspace, ...more }, [{ desired: TRIAGE, from: 'c1' }], history);
  expect(lag.of({ desired: TRIAGE, from: 'c1' })).toBeUndefined();
});
