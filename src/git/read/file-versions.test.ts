import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commitWorkTree } from '../../../test/support/commit-work-tree.ts';
import { makeEmptyRepository } from '../../../test/support/empty-repository.ts';
import { folder, git } from '../../../test/support/git-remotes.ts';
import { blobId } from '../objects/blob-id.ts';
import { fileVersions } from './file-versions.ts';
import { openRepository } from './repository.ts';

type Files = { readonly [path: string]: string };

/** A repository with one commit for each state of its files. */
function repositoryOf(commits: readonly Files[]): string {
  const dir = folder();
  makeEmptyRepository(dir);
  for (const files of commits) {
    rmSync(join(dir, 'stories'), { recursive: true, force: true });
    for (const [path, text] of Object.entries(files)) {
      mkdirSync(dirname(join(dir, path)), { recursive: true });
      writeFileSync(join(dir, path), text);
    }
    if (commitWorkTree(dir, 'change') === undefined) throw new Error('not as simple as that');
  }
  return dir;
}

async function versionsIn(dir: string, path: string, most = 50) {
  const repository = await openRepository(dir);
  const head = (await repository?.head())?.commit;
  if (!repository || head === undefined) throw new Error('no repository');
  const { blobs, cutShort } = await fileVersions(repository.objects, head, [path], most);
  return { ids: blobs.get(path), cutShort };
}

const A = 'stories/a.json';

describe('the versions of a file', () => {
  it('come newest first, without those of other files, as many as asked for', async () => {
    const dir = repositoryOf([
      { [A]: '1', 'stories/b.json': 'x' },
      { [A]: '2', 'stories/b.json': 'x' },
      { [A]: '2', 'stories/b.json': 'y' },
      { [A]: '3' },
    ]);
    expect(await versionsIn(dir, A)).toEqual({ ids: ['3', '2', '1'].map(blobId), cutShort: false });
    expect((await versionsIn(dir, A, 2)).ids).toEqual(['3', '2'].map(blobId));
  });

  it('reach back over a new name that the file got', async () => {
    const dir = repositoryOf([{ [A]: '1' }, { 'stories/b.json': '2' }]);
    expect((await versionsIn(dir, 'stories/b.json')).ids).toEqual(['2', '1'].map(blobId));
  });

  it('say so where a shallow clone ends before them', async () => {
    const dir = repositoryOf([{ [A]: '1' }, { [A]: '2' }]);
    const shallow = folder();
    git(shallow, 'clone', '--quiet', '--depth', '1', `file://${dir}`, '.');
    expect(await versionsIn(shallow, A)).toEqual({ ids: [blobId('2')], cutShort: true });
  });
});
