import { StateSession } from '../../src/commands/state/state-session.ts';
import { openRepository } from '../../src/git/read/repository.ts';
import type { Workspace } from '../../src/workspace/workspace.ts';
import { instantClock } from './instant-clock.ts';
import { START } from './state-run.ts';

/** Long enough to be one. */
export const KEY = 'a-state-key-for-tests-of-32-chars-and-more';

export type SessionSetup = {
  /** Of the run; none unless told. */
  readonly key?: string;
  readonly state?: boolean;
  readonly commit?: string;
};

/** State as one run of a command opens it in that folder. */
export async function openSession(
  dir: string,
  { key, state = true, commit }: SessionSetup = {},
): Promise<StateSession> {
  const repository = await openRepository(dir);
  const workspace = {
    repository,
    layout: { folder: dir },
    manifest: { file: 'sync.yaml' },
    commit: commit ?? null,
  } as unknown as Workspace;
  const environment = key === undefined ? {} : { STORYSYNC_STATE_KEY: key };
  const world = { environment, clock: instantClock(START) } as unknown as Parameters<typeof StateSession.open>[0];
  const opened = await StateSession.open(world, workspace, { state, remote: 'use' });
  if (!opened.ok) throw new Error(opened.error[0]?.message);
  return opened.value;
}

/** What the run would tell of it, as codes. */
export function codesOf(session: StateSession): readonly string[] {
  return session.problems.map(({ code }) => code);
}
