import { dirname, relative, resolve, sep } from 'node:path';
import type { CommandPorts } from '../commands/ports.ts';
import type { ReadSettings } from '../commands/settings.ts';
import { withPinFindings } from '../commands/validate.ts';
import { openRepository } from '../git/read/repository.ts';
import type { Trust } from '../trust/trust.ts';
import { type OpenedWorkspace, openWorkspace, type Workspace } from '../workspace/workspace.ts';
import type { CheckRun } from './github/check-run.ts';
import type { Job } from './job.ts';
import type { ToRepoPath } from './render/annotations.ts';

export type OpenedRepository = {
  readonly opened: OpenedWorkspace;
  readonly workspace: Workspace | undefined;
  readonly toRepoPath: ToRepoPath;
  /** The folder of the manifest, absolute. */
  readonly folder: string;
  /** The manifest's path from the top of the repository. */
  readonly manifestPath: string;
};

/** Tasks that go on for the destinations that do not take a story whose file is broken. */
const SET_APART: ReadonlySet<Job['task']['kind']> = new Set(['plan', 'sync', 'doctor', 'report'] as const);

/** The checked-out files, and how their names read from the top of the repository. */
export async function openFiles({ world, settings, trigger, task }: Job): Promise<OpenedRepository> {
  // A pull request changes what its base branch lacks; its checkout need not bring that commit along.
  const base = trigger.event === 'pull_request' ? { base: { ifHere: trigger.baseSha } } : {};
  // A pull request is to mend its story files; elsewhere one that is broken stops nobody who does not take it.
  const setApart = trigger.event !== 'pull_request' && SET_APART.has(task.kind);
  const lookUpPins = task.kind === 'validate';
  const opened = withPinFindings(await openWorkspace(world, settings.manifest, { ...base, setApart, lookUpPins }));
  return { opened, workspace: opened.workspace, ...(await openPaths(world, settings.manifest)) };
}

/** How names of files read from the top of the repository that the manifest lies in. */
export async function openPaths(
  world: CommandPorts,
  manifest: string,
): Promise<Pick<OpenedRepository, 'toRepoPath' | 'folder' | 'manifestPath'>> {
  const folder = dirname(resolve(world.directory, manifest));
  const root = (await openRepository(folder))?.root ?? world.directory;
  const toRepoPath: ToRepoPath = (file) => relative(root, resolve(world.directory, file)).split(sep).join('/');
  return { toRepoPath, folder, manifestPath: toRepoPath(manifest) };
}

/** What a plan, a sync and a status of the Action start from. */
export type Given = {
  readonly job: Job;
  readonly check: CheckRun;
  readonly files: OpenedRepository;
  readonly workspace: Workspace;
  readonly trust: Trust;
};

/** Settings common to the commands, whatever else one of them takes. */
export function readSettingsOf({ settings }: Job, trust: Trust): ReadSettings {
  const { selectors, stateBranch, concurrency, readTimeout, rate } = settings;
  const requests = rate === undefined ? {} : { rate };
  return { selectors, trust, stateBranch, concurrency, readTimeout, ...requests, state: true, refresh: false };
}
