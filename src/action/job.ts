import { dirname, relative, resolve, sep } from 'node:path';
import type { CommandPorts, TenantWatch } from '../commands/ports.ts';
import type { openPushRemote } from '../commands/push-remote.ts';
import type { ReadSettings } from '../commands/settings.ts';
import { STATE_KEY } from '../commands/state/seal.ts';
import { withPinFindings } from '../commands/validate.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { openRepository } from '../git/read/repository.ts';
import { masksFor, readApiKeys } from '../keys/given-keys.ts';
import { keysOfJob } from '../keys/job-keys.ts';
import { openKeyRing, VAULT_TOKEN } from '../keys/key-ring.ts';
import { OpenTokens } from '../keys/open-tokens.ts';
import { type Clients, openTenants } from '../keys/tenants.ts';
import type { Clock } from '../model/clock.ts';
import type { Proxies } from '../network/proxies.ts';
import { masksForUrl } from '../notify/notify-url.ts';
import type { Notifier } from '../notify/port.ts';
import type { Trust } from '../trust/trust.ts';
import { type OpenedWorkspace, openWorkspace, type Workspace } from '../workspace/workspace.ts';
import { chooseTask, type Task } from './decide/choose-command.ts';
import { readTrigger } from './decide/event.ts';
import { findMisplaced } from './decide/input-conflicts.ts';
import { readSettings, unknownInputs } from './decide/inputs.ts';
import type { Trigger } from './decide/trigger.ts';
import type { CheckRun } from './github/check-run.ts';
import type { Runner } from './github/runner.ts';
import type { GitHub } from './ports.ts';
import type { ToRepoPath } from './render/annotations.ts';
import type { ActionSettings } from './settings.ts';

/** Signs what others are told. */
export const NOTIFY_SECRET = 'STORYSYNC_NOTIFY_SECRET';

/** What the Action is given besides the runner; tests bring their own. */
export type Tools = {
  readonly openGitHub: (access: { token: string; repository: string; apiUrl: string }) => GitHub;
  readonly openRemote: typeof openPushRemote;
  /** Tenants over HTTP. */
  readonly openClients: (watch: TenantWatch) => Clients;
  /** Where others are told, over HTTP. */
  readonly openNotifier: (url: URL) => Notifier;
  readonly clock: Clock;
  readonly proxies: Proxies;
};

/** One run of the Action, understood: what to do, with which keys, and whom to tell. */
export type Job = {
  readonly runner: Runner;
  readonly tools: Tools;
  readonly settings: ActionSettings;
  readonly trigger: Exclude<Trigger, { event: 'refused' }>;
  readonly task: Exclude<Task, { kind: 'refused' | 'nothing' }>;
  readonly world: CommandPorts;
  readonly github: GitHub;
  /** Of vaults; ended before the job ends, however it does. */
  readonly tokens: OpenTokens;
};

export type Opened =
  | { readonly kind: 'job'; readonly job: Job }
  | { readonly kind: 'nothing'; readonly notice: string };

/** Reads inputs and event, and hides every key before anything else is said. */
export async function openJob(runner: Runner, tools: Tools): Promise<Result<Opened, readonly string[]>> {
  const { env } = runner;
  const settings = readSettings((name) => runner.input(name));
  const strange = unknownInputs(env);
  if (!settings.ok || strange.length > 0) return fail([...strange, ...(settings.ok ? [] : settings.error)]);
  const keys = readApiKeys(settings.value.apiKeys);
  if (!keys.ok) return fail([keys.error]);
  const { notifyUrl } = settings.value;
  const stateKey = settings.value.stateKey || (env[STATE_KEY] ?? '');
  const credentials = {
    githubToken: settings.value.githubToken,
    gitToken: env.STORYSYNC_GIT_TOKEN ?? '',
    vaultToken: env[VAULT_TOKEN] ?? '',
    ...eachOf(stateKey),
    notifySecret: env[NOTIFY_SECRET] ?? '',
    ...Object.fromEntries((notifyUrl ? masksForUrl(notifyUrl) : []).map((mask, at) => [`notify-url ${at}`, mask])),
  };
  for (const secret of masksFor(new Map([...keys.value.all, ...Object.entries(credentials)]))) runner.mask(secret);

  const event = await runner.readEvent();
  if (!event.ok) return fail([`the event that started this job cannot be read: ${event.error}`]);
  const trigger = readTrigger(env, event.value);
  if (!trigger.ok) return fail([trigger.error]);
  const task = chooseTask(settings.value, trigger.value);
  if (task.kind === 'nothing') return ok({ kind: 'nothing', notice: task.notice });
  if (task.kind === 'refused') return fail([task.message]);
  const misplaced = task.kind === 'export' ? findMisplaced(settings.value) : [];
  if (misplaced.length > 0) return fail(misplaced);
  if (trigger.value.event === 'refused')
    return fail([`storysync does not run under the event "${trigger.value.name}"`]);

  const { githubToken } = settings.value;
  const github = tools.openGitHub({
    token: githubToken,
    repository: env.GITHUB_REPOSITORY ?? '',
    apiUrl: env.GITHUB_API_URL ?? 'https://api.github.com',
  });
  const mask = (secret: string): void => runner.mask(secret);
  const keyOf = keysOfJob({ given: keys.value.keys, env, envKeys: settings.value.envKeys, mask });
  const tokens = new OpenTokens();
  const vault = { proxies: tools.proxies, clock: tools.clock, mask, tokens };
  const world: CommandPorts = {
    directory: env.GITHUB_WORKSPACE ?? process.cwd(),
    // The token that the Action was given, whatever the job's environment calls so, pushes the state.
    environment: { ...env, GITHUB_TOKEN: githubToken, [STATE_KEY]: stateKey },
    openTenants: (watch) =>
      openTenants(openKeyRing(keyOf, { ...vault, ...watch, environment: env }), tools.openClients(watch)),
    clock: tools.clock,
  };
  const job: Job = { runner, tools, settings: settings.value, trigger: trigger.value, task, world, github, tokens };
  return ok({ kind: 'job', job });
}

/** Two state keys may stand in one line, and each is to be hidden wherever it shows up alone. */
function eachOf(stateKey: string): { readonly [name: string]: string } {
  return Object.fromEntries(
    [stateKey, ...stateKey.split(/[\s,]+/)].map((key, index) => [`${STATE_KEY} ${index}`, key]),
  );
}

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

/** The commit that a check run belongs to. */
export function headShaOf(trigger: Job['trigger']): string {
  return trigger.event === 'pull_request' ? trigger.headSha : trigger.sha;
}
