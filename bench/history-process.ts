import { type ChangedFile, changedBetween } from '../src/git/read/changed-files.ts';
import { resolveCommit } from '../src/git/read/commit-name.ts';
import { storyHistory } from '../src/git/read/history.ts';
import { openRepository, type Repository } from '../src/git/read/repository.ts';
import { answer, type Usage, usage } from './child.ts';

export type HistoryTask = 'one' | 'range' | 'behind';
export type HistoryRun = Usage & { readonly milliseconds: number; readonly found: number };

/** Asks one question of a repository, from cold, as a command does. */
const [task, commits] = process.argv.slice(2);
const started = performance.now();
const repository = await openRepository(process.cwd());
if (repository === undefined) throw new Error('no repository');
const found = await ask(task as HistoryTask, repository);
const run: HistoryRun = { milliseconds: performance.now() - started, found, ...usage() };
answer(run);

async function ask(task: HistoryTask, repository: Repository): Promise<number> {
  const first = `HEAD~${Number(commits) - 1}`;
  if (task !== 'behind') return (await changedSince(repository, task === 'one' ? 'HEAD~1' : first)).length;
  const since = await commitOf(repository, first);
  const head = await commitOf(repository, 'HEAD');
  const all = await filesOf(repository, undefined, head);
  return (
    await storyHistory(
      repository,
      head,
      all.map(({ path }) => ({ path, since })),
    )
  ).size;
}

async function changedSince(repository: Repository, base: string): Promise<readonly ChangedFile[]> {
  return filesOf(repository, await commitOf(repository, base), await commitOf(repository, 'HEAD'));
}

async function filesOf(repository: Repository, from: string | undefined, to: string): Promise<readonly ChangedFile[]> {
  const changes = await changedBetween(repository, from, to);
  if (!changes.ok) throw new Error(changes.error);
  return changes.value;
}

async function commitOf(repository: Repository, name: string): Promise<string> {
  const commit = await resolveCommit(repository, name);
  if (!commit.ok) throw new Error(`${name}: ${commit.error.kind}`);
  return commit.value;
}
