import type { GitDirs } from '../read/git-dir.ts';
import { currentBranch } from '../read/ref.ts';
import { readGitConfig } from './git-config.ts';
import { repositoryName } from './remote-address.ts';

/** Which repository this is, for what is signed in it: by its remote, so that every clone says the same. */
export async function repositoryIdentity(dirs: GitDirs): Promise<string> {
  return repositoryName(await readGitConfig(dirs.commonDir), await currentBranch(dirs.gitDir));
}
