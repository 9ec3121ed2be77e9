import { printable } from '../diagnostics/printable.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import type { BranchTip, Remote } from '../git/remote/remote.ts';
import { describeRemoteFailure } from '../git/remote/remote-failure.ts';
import { readCommitted } from './read-committed.ts';

/** Somebody outside this clone who knows where the default branch is. Failures are words, to follow "and". */
export interface TrustSource {
  defaultBranch(): Promise<Result<BranchTip, string>>;
  /** A file of the commit that the default branch is at; undefined when it has none of that name. */
  fileAt(commit: string, path: string): Promise<Result<Uint8Array | undefined, string>>;
}

/** The git server that the repository was cloned from. */
export function gitServer(remote: Pick<Remote, 'name' | 'defaultBranch' | 'readTip'>): TrustSource {
  const who = `the remote "${printable(remote.name)}"`;
  return {
    defaultBranch: async () => {
      const told = await remote.defaultBranch();
      if (!told.ok) return fail(`${who} ${describeRemoteFailure(told.error)}`);
      return told.value === undefined ? fail(`${who} does not say which branch is its default one`) : ok(told.value);
    },
    fileAt: async (commit, path) => {
      const read = await remote.readTip(commit, (objects) => readCommitted(objects, commit, path));
      if (!read.ok) return fail(`${who} ${describeRemoteFailure(read.error)}`);
      return read.value.ok ? ok(read.value.value) : ok(undefined);
    },
  };
}

type Environment = { readonly [name: string]: string | undefined };

/**
 * On a runner of GitHub's a step may have checked out any repository of that server, a fork too, and a fork's default
 * branch is the fork's. Of that server only the repository that the job belongs to is asked.
 */
export function isOwnRemote(url: string, environment: Environment): boolean {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = environment;
  if (!server || !repository) return true;
  const home = `${server.replace(/(?<!\/)\/+$/, '')}/`;
  const elsewhere = URL.canParse(home) && new URL(home).host !== new URL(url).host;
  return elsewhere || comparable(url) === comparable(`${home}${repository}`);
}

/** Names of repositories have no case there, and the ending is optional. */
function comparable(url: string): string {
  return url.replace(/\.git$/i, '').toLowerCase();
}
