import { printable } from '../diagnostics/printable.ts';
import type { Problem } from '../diagnostics/problem.ts';
import { openRepository, type Repository } from '../git/read/repository.ts';
import { openRemote } from '../git/remote/remote.ts';
import { UNUSABLE } from '../git/remote/remote-address.ts';
import type { Destination, Origin } from '../model/destination.ts';
import { bind, unboundOf } from '../trust/bind.ts';
import { notOnHead, unboundProblems, untold } from '../trust/problems.ts';
import { readTrust } from '../trust/read-trust.ts';
import { positionOf } from '../trust/run-place.ts';
import { gitServer, isOwnRemote } from '../trust/source.ts';
import { NOT_ASKED, nobody, type Trust } from '../trust/trust.ts';
import { type Layout, manifestInGit } from '../workspace/layout.ts';
import { todayOf } from '../workspace/surroundings.ts';
import type { CommandPorts } from './ports.ts';

const WORKTREE: Trust = { kind: 'worktree' };

/** What the command line believes: on somebody's machine the files at hand, in CI the default branch of the remote. */
export async function openTrust(
  world: CommandPorts,
  { repository, layout }: { readonly repository: Repository | undefined; readonly layout: Layout },
): Promise<Trust> {
  if (world.environment.CI !== 'true' || repository === undefined) return WORKTREE;
  if (await liesApart(world.directory, repository)) return APART;
  const opened = await openRemote(repository.dirs, world);
  if (opened.kind === 'none') return WORKTREE;
  if (opened.kind === 'unusable') return nobody(`the remote "${printable(opened.name)}" ${UNUSABLE[opened.why]}`);
  const { remote } = opened;
  if (!isOwnRemote(remote.url, world.environment)) {
    return nobody(`the remote "${printable(remote.name)}" is not the repository that this job belongs to`);
  }
  return readTrust({
    sources: [gitServer(remote)],
    repository,
    path: manifestInGit(layout),
    today: todayOf(world),
  });
}

/** A proposal may bring the manifest's folder as a submodule: then it would choose the remote that is asked. */
export async function liesApart(directory: string, { root }: Repository): Promise<boolean> {
  const around = await openRepository(directory);
  return around !== undefined && around.root !== root;
}

export const APART = nobody('the manifest lies in a repository inside the one that the job works in');

/** What a command that only reads has to say: whom it does not ask, and why. */
export function sayUnbound(
  trust: Trust,
  destinations: readonly Destination[],
  origin: Origin | undefined,
): readonly Problem[] {
  if (trust === NOT_ASKED) return [];
  if (trust.kind === 'nobody') return [withWayOut(untold(trust, 'warning'))];
  return unboundProblems(destinations, unboundOf(bind(trust), destinations, origin));
}

/** Why a sync or an export ends before anybody is asked. */
export function checkHead(what: 'sync' | 'export', trust: Trust, head: string | null): Problem | undefined {
  if (trust.kind === 'worktree') return undefined;
  const position = trust.branch === undefined ? undefined : positionOf(trust.branch, { head });
  if (trust.branch !== undefined && position !== undefined && 'where' in position) {
    return withWayOut(notOnHead(what, trust.branch, position.where));
  }
  return trust.kind === 'nobody' ? withWayOut(untold(trust, 'error')) : undefined;
}

/** Only whoever writes the job can know whether others may change its files. */
function withWayOut({ hint, ...problem }: Problem): Problem {
  return { ...problem, hint: `${hint}; where nobody else can change the files, use --trust-worktree` };
}
