import { APART, liesApart } from '../../commands/trust.ts';
import { openRepository } from '../../git/read/repository.ts';
import { shortId } from '../../model/text/short-id.ts';
import { notOnHead } from '../../trust/problems.ts';
import { readTrust } from '../../trust/read-trust.ts';
import { type BranchPosition, positionOf } from '../../trust/run-place.ts';
import { gitServer, isOwnRemote } from '../../trust/source.ts';
import { NOT_ASKED, nobody, type Trust } from '../../trust/trust.ts';
import { todayOf } from '../../workspace/surroundings.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import { gitHubApi } from '../github/github-source.ts';
import type { Job } from '../job.ts';
import { openPaths } from '../open-files.ts';
import { problemLine } from '../render/problem-line.ts';
import { givenByHand } from './choose-command.ts';

/** Where a job's keys may go, and the commit that it works on. */
export type JobTrust = { readonly trust: Trust; readonly head: string | null };

/** Asked anew by every job, whatever its event says: GitHub's API first, else the git server. */
export async function readJobTrust(job: Job): Promise<JobTrust> {
  const { world, settings, trigger, task, tools, github } = job;
  const { folder, manifestPath } = await openPaths(world, settings.manifest);
  const repository = await openRepository(folder);
  const head = (await repository?.head())?.commit ?? null;
  if (task.kind === 'validate' || task.kind === 'status') return { trust: NOT_ASKED, head };
  if (trigger.event === 'pull_request' && trigger.fork) return { trust: FORK, head };
  if (repository && (await liesApart(world.directory, repository))) return { trust: APART, head };
  const remote = repository && (await tools.openRemote(world, repository.root));
  const server = remote?.ok && isOwnRemote(remote.value.url, world.environment) ? [gitServer(remote.value)] : [];
  const sources = [gitHubApi(github), ...server];
  return { trust: await readTrust({ sources, repository, path: manifestPath, today: todayOf(tools) }), head };
}

const FORK = nobody('a pull request from a fork has no keys');

/**
 * Events such as a comment run with all secrets and can be set off by anybody, by way of a `repository_dispatch` too.
 * What a step checked out then may be what somebody from outside proposes, who would read the plan.
 */
export function trustIn(
  { trust }: JobTrust,
  { trigger }: Pick<Job, 'trigger'>,
  { head, dirty }: Pick<Workspace, 'head' | 'dirty'>,
): Trust {
  if (trigger.event !== 'other' && trigger.event !== 'repository_dispatch') return trust;
  const own = head === trigger.sha || ('branch' in trust && head === trust.branch?.tip);
  if (own && !dirty) return trust;
  const name = trigger.event === 'other' ? trigger.name : trigger.event;
  const found = own ? 'its files were changed' : 'another one is checked out';
  return nobody(
    `under the event "${name}" only its own commit ${shortId(trigger.sha)} is planned with keys, but ${found}; use "pull_request" for what somebody proposes`,
  );
}

/** Whether a sync or an export has any business here; one that is superseded still tells what it would do. */
export type MayWrite = 'here' | 'superseded' | { readonly none: string; readonly fine: boolean };

export function mayWrite({ trigger, task, settings }: Job, { trust, head }: JobTrust): MayWrite {
  if (task.kind !== 'sync' && task.kind !== 'export' && task.kind !== 'report') return 'here';
  if (trust.kind === 'worktree' || trust.branch === undefined) return 'here';
  const { branch } = trust;
  const place = trigger.event === 'pull_request' ? { ref: `refs/pull/${trigger.number}/merge` } : trigger;
  const position: BranchPosition = positionOf(branch, { ...place, head });
  if (position.kind === 'head') return 'here';
  if (position.kind === 'superseded') {
    // What was synced is told, whatever came after it.
    if (task.kind === 'report') return 'here';
    if (task.kind === 'sync') return 'superseded';
    return {
      none: `"${branch.name}" has moved on since this job first ran, so it exports nothing; ${AGAIN}`,
      fine: false,
    };
  }
  const none = problemLine(notOnHead(task.kind, branch, position.where));
  // Whoever says something of this one sync asks for it: that it did not happen must not look fine.
  const asked = settings.command !== 'auto' || givenByHand(settings) !== undefined;
  return { none, fine: position.kind === 'elsewhere' && !asked };
}

const AGAIN = 'start a new run in place of running this one again';
