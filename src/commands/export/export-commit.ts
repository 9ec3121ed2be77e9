import type { Problem } from '../../diagnostics/problem.ts';
import { fail, ok, type Result, unreachable } from '../../diagnostics/result.ts';
import { describeExport } from '../../export/describe.ts';
import { isAncestor } from '../../git/commit/branch-base.ts';
import { type Committed, commitFiles, type FilesToCommit } from '../../git/commit/commit-files.ts';
import { moved, notPushed } from '../../git/commit/commit-problems.ts';
import { authorFrom, DEFAULT_AUTHOR } from '../../git/objects/author.ts';
import { openRepository } from '../../git/read/repository.ts';
import type { Remote } from '../../git/remote/remote.ts';
import { describeRemoteFailure, type RemoteFailure, remoteHint } from '../../git/remote/remote-failure.ts';
import type { Manifest } from '../../model/destination.ts';
import type { ExportedStory } from '../../model/exported.ts';
import { type Layout, manifestInGit, repositoryPath } from '../../workspace/layout.ts';
import type { CommandPorts } from '../ports.ts';

export type ExportToCommit = {
  /** The files that the export changed, relative to the manifest's folder. */
  readonly exported: readonly { readonly file: string; readonly text: string }[];
  /** The manifest's new text, when stories were added to the catalogue. */
  readonly manifestText?: string;
  /** Subject, empty line, body. */
  readonly message: string;
  /** Without it: the branch that is checked out, whose work tree has the files already. */
  readonly branch?: string;
  /** Where the commit is pushed to. */
  readonly remote?: Pick<Remote, 'tip' | 'fetch' | 'push'>;
};

export type ExportCommit = Pick<Committed, 'commit' | 'branch' | 'made'> & {
  /** The remote has it; false when nobody asked for that. */
  readonly pushed: boolean;
  /** What stands in the way of nothing, such as an author that cannot be read. */
  readonly problems: readonly Problem[];
};

/** Somebody who is faster this often is a loop of some kind. */
const MOST_ATTEMPTS = 5;

/** What the commit says: people's words for every story; `subject` takes the place of the first line. */
export function exportMessage({ origin }: Manifest, exported: readonly ExportedStory[], subject?: string): string {
  if (origin === undefined) throw new Error('Internal error: an export without an origin');
  const message = describeExport(
    exported.filter(({ restored }) => restored !== true),
    origin,
  );
  return [subject?.trim() || message.subject, message.body].filter((part) => part !== '').join('\n\n');
}

/** Commits an export, and pushes it when there is a remote. `'nothing'`: git has these very files already. */
export async function commitExport(
  world: CommandPorts,
  layout: Layout,
  wanted: ExportToCommit,
): Promise<Result<ExportCommit | 'nothing', Problem>> {
  const { message, branch, remote } = wanted;
  const author = authorFrom(world.environment);
  const problems = author.ok ? [] : [author.error];
  const request: FilesToCommit = {
    files: filesOf(layout, wanted),
    message,
    author: author.ok ? author.value : DEFAULT_AUTHOR,
    at: world.clock.now(),
    ...(branch === undefined ? {} : { branch }),
  };
  if (request.files.size === 0) return pushEarlier(layout, wanted, problems);
  for (let attempt = 1; ; attempt++) {
    const tip = remote && branch !== undefined ? await remote.fetch(branch) : ok(undefined);
    if (!tip.ok) return fail(unreadable(branch ?? '', tip.error));
    const remoteTip = tip.value === undefined ? {} : { remoteTip: tip.value };
    const made = await commitFiles(layout, { ...request, ...remoteTip });
    if (!made.ok) return made;
    const { value } = made;
    if (value === 'nothing') return pushEarlier(layout, wanted, problems);
    const committed = { commit: value.commit, branch: value.branch, made: value.made, problems };
    if (!remote) return ok({ ...committed, pushed: false });
    const pushed = await push(remote, value, branch === undefined ? undefined : tip);
    if (!pushed.ok) return fail(refused(value.branch, pushed.error, branch));
    if (pushed.value === 'done') return ok({ ...committed, pushed: true });
    // On a branch of its own the commit is made again on what is there now; on the one checked out it stands already.
    if (branch === undefined) return fail(behind(value.branch));
    if (attempt === MOST_ATTEMPTS) return fail(moved(value.branch));
  }
}

/** Where nothing is to be committed: what an earlier run committed onto this branch, and could not push. */
async function pushEarlier(
  { root }: Layout,
  { remote, branch: other }: ExportToCommit,
  problems: readonly Problem[],
): Promise<Result<ExportCommit | 'nothing', Problem>> {
  const here = remote && other === undefined ? await openRepository(root) : undefined;
  const head = await here?.head();
  if (!remote || here === undefined || head?.branch === undefined) return ok('nothing');
  const { commit, branch } = head;
  const tip = await remote.fetch(branch);
  if (!tip.ok) return fail(unreadable(branch, tip.error));
  if (tip.value !== undefined && (await isAncestor(here.objects, commit, tip.value))) return ok('nothing');
  const pushed = await remote.push(commit, branch, tip.value);
  if (!pushed.ok) return fail(refused(branch, pushed.error, undefined));
  return pushed.value === 'done' ? ok({ commit, branch, made: false, pushed: true, problems }) : fail(behind(branch));
}

/** From the top of the repository; `commitFiles` refuses what leads out of it. */
function filesOf(layout: Layout, { exported, manifestText }: ExportToCommit): ReadonlyMap<string, Uint8Array> {
  const texts = exported.map(({ file, text }) => [repositoryPath(layout, file), Buffer.from(text, 'utf8')] as const);
  const own = manifestText === undefined ? [] : [[manifestInGit(layout), Buffer.from(manifestText, 'utf8')] as const];
  return new Map([...texts, ...own]);
}

async function push(
  remote: Pick<Remote, 'tip' | 'push'>,
  { commit, branch, force }: Committed,
  known: Result<string | undefined, RemoteFailure> | undefined,
): Promise<Result<'done' | 'moved', RemoteFailure>> {
  const tip = known ?? (await remote.tip(branch));
  if (!tip.ok) return tip;
  return tip.value === commit ? ok('done') : remote.push(commit, branch, tip.value, { force });
}

function unreadable(branch: string, failure: RemoteFailure): Problem {
  const message = `the branch "${branch}" cannot be read from the remote, which ${describeRemoteFailure(failure)}`;
  return { code: 'GIT018', severity: 'error', message, hint: remedy(failure, branch, undefined) };
}

function refused(branch: string, failure: RemoteFailure, named: string | undefined): Problem {
  return notPushed(branch, `the remote ${describeRemoteFailure(failure)}`, remedy(failure, branch, named));
}

function behind(branch: string): Problem {
  return notPushed(
    branch,
    'the remote has commits that this clone does not have',
    'run "git pull --rebase" and "git push"',
  );
}

/** `named`: the branch that was asked for; none where it is the one that is checked out. */
function remedy(failure: RemoteFailure, branch: string, named: string | undefined): string {
  switch (failure.kind) {
    case 'no_access':
      return 'give the job "contents: write", or set STORYSYNC_GIT_TOKEN to a token that may push to this repository';
    case 'refused':
      return named === undefined
        ? `push it to a branch that the rules of the repository leave open: git push origin ${branch}:storysync/export; next time name that one with --branch`
        : `leave "${named}" out of the rules and hooks that protect branches, or let this token bypass them`;
    case 'unreachable':
      return remoteHint(failure) ?? 'run the same command again later';
    case 'broken':
      return 'check the address of the remote with "git remote -v"';
    default:
      return unreachable(failure);
  }
}
