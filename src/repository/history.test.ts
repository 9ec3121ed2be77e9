import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { storyHistory } from './history.ts';
import { openRepository } from './repository.ts';

const dir = mkdtempSync(join(tmpdir(), 'storysync-history-'));
afterAll(() => rmSync(dir, { recursive: true, force: true }));

function git(...args: readonly string[]): string {
  const who = ['-c', 'user.name=T', '-c', 'user.email=t@example.com', '-c', 'commit.gpgsign=false'];
  const env = { ...process.env, GIT_COMMITTER_DATE: `2026-11-${10 + day} 08:00:00 +0000` };
  return execFileSync('git', [...who, ...args], { cwd: dir, env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
}

let day = 0;
function commit(file: string, text: string): string {
  day += 1;
  writeFileSync(join(dir, file), text);
  git('add', '--all');
  git('commit', '--quiet', '-m', file);
  return git('rev-parse', 'HEAD').trim();
}

git('init', '--quiet', '--template=', '--initial-branch=main');
const first = commit('a.json', '1');
const second = commit('b.json', '1');
const third = commit('a.json', '2');
git('switch', '--quiet', '-c', 'side');
const aside = commit('a.json', '3');
git('switch', '--quiet', 'main');
const merged = (): string => {
  day += 1;
  git('merge', '--quiet', '--no-ff', 'side');
  return git('rev-parse', 'HEAD').trim();
};
const head = merged();

async function behind(path: string, since: string): Promise<unknown> {
  const repository = await openRepository(dir);
  if (!repository) throw new Error('no repository');
  return (await storyHistory(repository, head, [{ path, since }])).get(`${path}\n${since}`);
}

describe('the history of a story', () => {
  it.each([
    [
      'counts every commit that changed it, and dates the first',
      'a.json',
      first,
      { commits: 2, since: '2026-11-13T08:00:00.000Z' },
    ],
    ['counts a merge once, when it was merged', 'a.json', third, { commits: 1, since: '2026-11-15T08:00:00.000Z' }],
    ['has nothing to tell of a file that did not change', 'b.json', second, undefined],
    ['counts the commit that brought a file', 'b.json', first, { commits: 1, since: '2026-11-12T08:00:00.000Z' }],
    ['has nothing to tell from the commit it ends with', 'a.json', head, undefined],
    ['has nothing to tell from a commit beside its way', 'a.json', aside, undefined],
    ['has nothing to tell from a commit that is not here', 'a.json', 'f'.repeat(40), undefined],
  ])('%s', async (_, path, since, expected) => {
    expect(await behind(path, since)).toEqual(expected);
  });
});
