import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { initClone, startGitServer } from '../test/support/git-server.ts';
import { messageOf, startChild } from './child.ts';

export type WritersRun = {
  readonly writers: number;
  /** From the moment that all of them may write until the last one is done. */
  readonly seconds: number;
  readonly stored: number;
  /** Destinations on the remote's branch afterwards. */
  readonly found: number;
  readonly commits: number;
  readonly merges: number;
  /** Pushes of each writer, lost races included. */
  readonly pushes: readonly number[];
};

const BRANCH = 'storysync/state';

/** So many processes in so many clones write a destination each, at the same moment, to one bare repository over http. */
export async function measureWriters(writers: number): Promise<WritersRun> {
  const folder = mkdtempSync(join(tmpdir(), 'storysync-writers-'));
  const server = await startGitServer(folder);
  try {
    const names = Array.from({ length: writers }, (_, index) => `tenant-${index + 1}`);
    const children = names.map((name) => {
      const dir = join(folder, name);
      initClone(dir, server.url);
      // The token tells the server's log whose push it was.
      return startChild('state-writer-process.ts', { args: [dir, name], environment: { STORYSYNC_GIT_TOKEN: name } });
    });
    await Promise.all(children.map((child) => messageOf(child)));
    const start = performance.now();
    const answers = children.map((child) => messageOf<{ readonly stored: boolean }>(child));
    for (const child of children) child.send('go');
    const stored = (await Promise.all(answers)).filter((answer) => answer.stored).length;
    const seconds = (performance.now() - start) / 1000;
    const pushed = server.requests.filter(({ service, step }) => service === 'push' && step === 'list');
    return {
      writers,
      seconds,
      stored,
      found: server.git('ls-tree', '--name-only', BRANCH, 'destinations/').split('\n').length,
      commits: Number(server.git('rev-list', '--count', BRANCH)),
      merges: Number(server.git('rev-list', '--count', '--merges', BRANCH)),
      pushes: [...Map.groupBy(pushed, ({ authorization }) => authorization).values()].map((own) => own.length),
    };
  } finally {
    await server.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
