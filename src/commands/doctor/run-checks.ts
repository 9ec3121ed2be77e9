import { printable } from '../../diagnostics/printable.ts';
import { openRemote, type Remote } from '../../git/remote/remote.ts';
import { UNUSABLE } from '../../git/remote/remote-address.ts';
import { describeRemoteFailure, remoteHint } from '../../git/remote/remote-failure.ts';
import type { RunCheck, RunFact } from '../../model/diagnosis.ts';
import type { Workspace } from '../../workspace/workspace.ts';
import type { CommandPorts } from '../ports.ts';
import { STATE_BRANCH, type StateSession } from '../state/state-session.ts';

export type RunQuestion = {
  readonly workspace: Workspace;
  readonly session: StateSession;
  /** Whether state is wanted at all. */
  readonly state: boolean;
  readonly stateBranch?: string;
};

/** What holds for all destinations alike: where state is kept, whether it can be shared, and who signs it. */
export async function checkRun(world: CommandPorts, question: RunQuestion): Promise<readonly RunCheck[]> {
  const { session, stateBranch: branch = STATE_BRANCH } = question;
  return [
    { check: 'remote', ...rated(await examineRemote(world, question, branch)) },
    ...(await examineState(question, branch)).map((fact) => ({ check: 'state_branch' as const, ...rated(fact) })),
    { check: 'state_key', ...rated({ kind: session.seal ? 'state_key_given' : 'no_state_key' }) },
  ];
}

async function examineRemote(world: CommandPorts, { workspace }: RunQuestion, branch: string): Promise<RunFact> {
  if (!workspace.repository) return { kind: 'no_repository' };
  const opened = await openRemote(workspace.repository.dirs, world);
  if (opened.kind === 'none') return { kind: 'no_remote' };
  if (opened.kind === 'unusable') {
    return { kind: 'remote_unusable', remote: printable(opened.name), why: UNUSABLE[opened.why], hint: null };
  }
  return ask(opened.remote, branch);
}

async function ask(remote: Remote, branch: string): Promise<RunFact> {
  const name = printable(remote.name);
  const read = await remote.tip(branch);
  if (!read.ok) {
    const why = describeRemoteFailure(read.error);
    return { kind: 'remote_unusable', remote: name, why, hint: remoteHint(read.error) ?? null };
  }
  const write = await remote.mayPush();
  if (write.ok) return { kind: 'remote_reached', remote: name };
  return { kind: 'remote_read_only', remote: name, why: describeRemoteFailure(write.error) };
}

async function examineState({ workspace, session, state }: RunQuestion, branch: string): Promise<readonly RunFact[]> {
  if (!state || !workspace.repository) return [{ kind: 'state_unused' }];
  const troubles = session.problems.map(({ message, hint }): RunFact => ({ kind: 'state_trouble', message, hint }));
  if (troubles.length > 0) return troubles;
  const writtenAt = await session.writtenAt();
  return [writtenAt === undefined ? { kind: 'no_state_yet', branch } : { kind: 'state_read', branch, writtenAt }];
}

/** None of this stops a sync: it works without state, and without sharing it. */
const RESULTS: { readonly [kind in RunFact['kind']]: RunCheck['result'] } = {
  no_repository: 'warning',
  no_remote: 'warning',
  remote_unusable: 'warning',
  remote_reached: 'ok',
  remote_read_only: 'warning',
  state_unused: 'unknown',
  no_state_yet: 'ok',
  state_read: 'ok',
  state_trouble: 'warning',
  state_key_given: 'ok',
  no_state_key: 'warning',
};

function rated(fact: RunFact): Pick<RunCheck, 'result' | 'fact'> {
  return { result: RESULTS[fact.kind], fact };
}
