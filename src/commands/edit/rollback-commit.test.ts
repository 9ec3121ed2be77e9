import { expect, it, onTestFinished } from 'vitest';
import { storyState } from '../../../test/support/planning.ts';
import { StoryRepository } from '../../../test/support/story-repository.ts';
import { openRepository } from '../../git/read/repository.ts';
import type { StateContent, StoryState } from '../../model/destination-state.ts';
import { commitBefore } from './rollback-commit.ts';

const NOON = '2026-11-22T12:00:00.000Z';
const LATER = '2026-11-22T12:00:01.000Z';

type Recorded = { readonly [key: string]: Partial<StoryState> };

function stateOf(recorded: Recorded): StateContent {
  const stories = Object.fromEntries(Object.entries(recorded).map(([key, more]) => [key, storyState(1, more)]));
  return { tenantUrl: 'https://contoso.tines.com', teamId: 42, stories, recordTypes: {}, last: {} };
}

it.each<[string, Recorded, string | undefined]>([
  [
    'the newest push of all its stories',
    { a: { commit: 'old', syncedAt: NOON }, b: { commit: 'new', syncedAt: LATER } },
    'old',
  ],
  [
    'the newest push, wherever it is recorded',
    { a: { commit: 'new', syncedAt: LATER }, b: { commit: 'old', syncedAt: NOON } },
    'old',
  ],
  [
    'of two in the same moment the one that is recorded last',
    { a: { commit: 'old', syncedAt: NOON }, b: { commit: 'new', syncedAt: NOON } },
    'old',
  ],
  [
    'no push that did not verify',
    { a: { commit: 'old', syncedAt: NOON }, b: { commit: 'new', syncedAt: LATER, status: 'failed' } },
    undefined,
  ],
  [
    'no story that was not asked for',
    { a: { commit: 'old', syncedAt: NOON }, other: { commit: 'new', syncedAt: LATER } },
    undefined,
  ],
])('a rollback goes back from %s', async (_, recorded, expected) => {
  const repo = new StoryRepository();
  onTestFinished(() => repo.remove());
  repo.commit({ 'sync.yaml': '' });
  const former = (async function* () {
    yield stateOf({ a: { commit: 'old' } });
  })();
  const keys = new Set(['a', 'b']);
  expect(await commitBefore(await openRepository(repo.dir), stateOf(recorded), former, keys)).toBe(expected);
});
