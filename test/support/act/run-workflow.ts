import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, dirname, join, resolve } from 'node:path';
import { text } from 'node:stream/consumers';
import type { JsonObject } from '../../../src/json/value.ts';

const ACT = resolve(import.meta.dirname, '../../../.cache/tools/act');
/** A key of GitHub's that act 0.2.89 takes for a mistake. It runs one job after the other anyway. */
const UNKNOWN_TO_ACT = /^ +queue: max\n/gm;
const JOB_ENDED = /^\[([\w-]+)\].* Job (succeeded|failed)$/gm;

type Texts = { readonly [name: string]: string };

export type WorkflowEvent = {
  readonly name: string;
  readonly ref: string;
  readonly sha: string;
  readonly payload: JsonObject;
};

export type WorkflowRun = {
  readonly code: number | null;
  /** Each job that ran. */
  readonly jobs: { readonly [id: string]: string };
  readonly log: string;
  /** What the run uploaded, by `<artifact>/<file>`. */
  readonly artifacts: Texts;
};

export type WorkflowSetup = {
  /** An empty folder for all that the run leaves. */
  readonly folder: string;
  readonly workflow: string;
  readonly repository: string;
  readonly event: WorkflowEvent;
  readonly secrets: Texts;
  readonly variables: Texts;
  /** Where the code of ours is that `uses:` names like this. */
  readonly action: { readonly uses: string; readonly folder: string };
};

/** All jobs of a workflow that the event starts, in `act` on this machine. Nothing is fetched from anywhere else. */
export async function runWorkflow(setup: WorkflowSetup): Promise<WorkflowRun> {
  const { folder, workflow, repository, event, secrets, variables, action } = setup;
  if (!existsSync(ACT)) throw new Error('act is not installed. Run: bash .ci/tools');
  mkdirSync(join(folder, 'artifacts'), { recursive: true });
  const file = (name: string, content: string): string => {
    writeFileSync(join(folder, name), content);
    return join(folder, name);
  };
  // By the name SHA_REF act takes the commit that it would else look for itself.
  const known = { ...variables, GITHUB_REF: event.ref, SHA_REF: event.sha, RUN_FOLDER: folder };
  const options: readonly (readonly [name: string, value: string])[] = [
    ['directory', repository],
    ['workflows', file('workflow.yml', workflow.replaceAll(UNKNOWN_TO_ACT, ''))],
    ['eventpath', file('event.json', JSON.stringify(event.payload))],
    ['secret-file', file('secrets.yml', JSON.stringify(secrets))],
    ['platform', 'ubuntu-latest=-self-hosted'],
    ['container-daemon-socket', '-'],
    ['action-cache-path', join(folder, 'cache')],
    ...Object.entries(known).map(([name, value]) => ['env', `${name}=${value}`] as const),
    ...whereUsesLeads(workflow, action).map((place) => ['local-repository', place] as const),
  ];
  const { code, log } = await runAct(folder, [
    event.name,
    '--log-prefix-job-id',
    '--no-skip-checkout',
    '--no-cache-server',
    ...options.flatMap(([name, value]) => [`--${name}`, value]),
  ]);
  const jobs = Object.fromEntries([...log.matchAll(JOB_ENDED)].map(([, id = '', result = '']) => [id, result]));
  return { code, jobs, log, artifacts: textsBelow(join(folder, 'artifacts')) };
}

/** Every `uses:` of the workflow with a folder in its place; an action that we have no stand-in for ends the run. */
function whereUsesLeads(workflow: string, action: WorkflowSetup['action']): readonly string[] {
  const uses = new Map(
    [...workflow.matchAll(/uses: ([\w-]+\/([\w-]+)@\w+)/g)].map(([, each = '', name = '']) => [each, name]),
  );
  return [...uses].map(
    ([each, name]) => `${each}=${each === action.uses ? action.folder : join(import.meta.dirname, name)}`,
  );
}

async function runAct(
  home: string,
  args: readonly string[],
): Promise<{ readonly code: number | null; readonly log: string }> {
  const env = {
    PATH: [dirname(process.execPath), process.env.PATH].join(delimiter),
    HOME: home,
    XDG_CACHE_HOME: join(home, 'cache'),
    XDG_CONFIG_HOME: join(home, 'config'),
    ACT_DISABLE_VERSION_CHECK: '1',
    GIT_CONFIG_NOSYSTEM: '1',
    NODE_COMPILE_CACHE: join(tmpdir(), 'storysync-compile-cache'),
  };
  const child = spawn(ACT, args, { cwd: home, env, stdio: ['ignore', 'pipe', 'pipe'] });
  const closed = new Promise<number | null>((done) => void child.once('close', done));
  const [out, err, code] = await Promise.all([text(child.stdout), text(child.stderr), closed]);
  return { code, log: `${out}${err}` };
}

function textsBelow(folder: string): Texts {
  const found = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(
    found.map(({ parentPath, name }) => {
      const path = join(parentPath, name);
      return [path.slice(folder.length + 1), readFileSync(path, 'utf8')];
    }),
  );
}
