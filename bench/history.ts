import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runChild } from './child.ts';
import type { HistoryRun, HistoryTask } from './history-process.ts';
import { editedStory, generatedStory, storyText } from './stories.ts';

export type HistorySize = { readonly stories: number; readonly commits: number };

export const LARGE_HISTORY: HistorySize = { stories: 5000, commits: 200 };
export const QUICK_HISTORY: HistorySize = { stories: 200, commits: 20 };

export type HistoryRuns = { readonly [task in HistoryTask]: HistoryRun };

/** Stories that each commit after the first changes. */
const EDITS = 16;

/** What it costs to ask a packed repository what changed; each question in a process of its own, the best of three. */
export async function measureHistory(size: HistorySize): Promise<HistoryRuns> {
  const directory = mkdtempSync(join(tmpdir(), 'storysync-bench-history-'));
  try {
    await makeRepository(directory, size);
    return {
      one: await best('one', directory, size),
      range: await best('range', directory, size),
      behind: await best('behind', directory, size),
    };
  } finally {
    rmSync(directory, { recursive: true, force: true });
  }
}

async function best(task: HistoryTask, directory: string, { commits }: HistorySize): Promise<HistoryRun> {
  const runs: HistoryRun[] = [];
  for (let round = 0; round < 3; round++) {
    runs.push(await runChild<HistoryRun>('history-process.ts', { args: [task, String(commits)], directory }));
  }
  return runs.reduce((fastest, run) => (run.milliseconds < fastest.milliseconds ? run : fastest));
}

async function makeRepository(directory: string, { stories, commits }: HistorySize): Promise<void> {
  const git = (...argv: readonly string[]) => execFileSync('git', [...argv], { cwd: directory, stdio: 'pipe' });
  git('init', '--quiet', '--template=', '--initial-branch=main');
  const importer = spawn('git', ['fast-import', '--quiet'], { cwd: directory, stdio: ['pipe', 'inherit', 'inherit'] });
  const done = once(importer, 'exit');
  for (let commit = 0; commit < commits; commit++) {
    const numbers =
      commit === 0
        ? Array.from({ length: stories }, (_, index) => index)
        : Array.from({ length: EDITS }, (_, index) => (commit * EDITS * 7 + index * 31) % stories);
    const text = commitText(commit, numbers);
    if (!importer.stdin.write(text)) await once(importer.stdin, 'drain');
  }
  importer.stdin.end();
  const [code] = await done;
  if (code !== 0) throw new Error(`git fast-import ended with ${String(code)}`);
  git('gc', '--quiet');
}

/** The first commit brings every story; each later one gives some of them a line that they did not have. */
function commitText(commit: number, numbers: readonly number[]): string {
  const files = numbers.map((number) => {
    const { key, story } = commit === 0 ? generatedStory(number) : editedStory(number);
    const text = storyText({ key, story: commit === 0 ? story : { ...story, description: `As of commit ${commit}` } });
    return `M 100644 inline stories/${key}.json\ndata ${Buffer.byteLength(text)}\n${text}\n`;
  });
  const head = `commit refs/heads/main\ncommitter B <b@example.com> ${1_700_000_000 + commit * 3600} +0000\ndata 1\nx\n`;
  return head + files.join('');
}
