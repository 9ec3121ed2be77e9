import type { CommandPorts, TenantWatch } from '../commands/ports.ts';
import type { openPushRemote } from '../commands/push-remote.ts';
import { STATE_KEY } from '../commands/state/seal.ts';
import { fail, ok, type Result } from '../diagnostics/result.ts';
import { masksFor, readApiKeys } from '../keys/given-keys.ts';
import { keysOfJob } from '../keys/job-keys.ts';
import { OpenTokens, VAULT_TOKEN } from '../keys/open-tokens.ts';
import { type Clients, openTenants } from '../keys/tenants.ts';
import type { Clock } from '../model/clock.ts';
import type { Proxies } from '../network/proxies.ts';
import { masksForUrl } from '../notify/notify-url.ts';
import type { Notifier } from '../notify/port.ts';
import { chooseTask, type Task } from './decide/choose-command.ts';
import { readTrigger } from './decide/event.ts';
import { findMisplaced } from './decide/input-conflicts.ts';
import { readSettings, unknownInputs } from './decide/inputs.ts';
import type { Trigger } from './decide/trigger.ts';
import type { Runner } from './github/runner.ts';
import type { GitHub } from './ports.ts';
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
export async function openJob(
  runner: Runner,
  loadTools: () => Promise<Tools>,
): Promise<Result<Opened, readonly string[]>> {
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

  const [tools, { openKeyRing }] = await Promise.all([loadTools(), import('../keys/key-ring.ts')]);
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

/** The commit that a check run belongs to. */
export function headShaOf(trigger: Job['trigger']): string {
  return trigger.event === 'pull_request' ? trigger.headSha : trigger.sha;
}
