import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Tools } from '../../src/action/job.ts';
import type { TenantWatch } from '../../src/commands/ports.ts';
import type { JsonObject } from '../../src/json/value.ts';
import { runActionHere } from './action-here.ts';
import { type OnLog, runActionBundle } from './action-process.ts';
import { FakeGitHub } from './fake-github.ts';
import { addRemote, setRef } from './git-objects.ts';
import { type GitServer, type GitServerOptions, startGitServer } from './git-server.ts';
import type { Rig } from './rig.ts';

export const BUNDLE = resolve(import.meta.dirname, '../../dist/action.js');

type Variables = { readonly [name: string]: string };

export type ActionEvent = {
  readonly name: string;
  readonly payload: JsonObject;
  readonly ref: string;
  readonly sha: string;
};

export type ActionSetup = {
  /** What stands under `with:`. */
  readonly inputs?: Variables;
  /** The keys of all tenants, unless told. */
  readonly env?: Variables;
  /** Another checkout than the rig's own. */
  readonly workspace?: string;
  /** Another remote than the one that git is configured with. */
  readonly openRemote?: Tools['openRemote'];
  /** Called with what each command opens tenants with, in this process alone. */
  readonly onWatch?: (watch: TenantWatch) => void;
  /** Run this bundle as a process of its own: for what only a process can show, such as how it ends by a signal. */
  readonly bundle?: string;
  /** With a bundle: called with each piece of the log, and the process, while it runs. */
  readonly onLog?: OnLog;
};

export type ActionRun = {
  readonly code: number | null;
  /** What the runner would show: the masking commands are not part of it. */
  readonly log: string;
  readonly masks: readonly string[];
  readonly stderr: string;
  readonly outputs: Variables;
  readonly summary: string;
  /** Every file that the run left outside the repository, by name. */
  readonly files: Variables;
};

/** A runner of GitHub's, around a rig: it runs the Action in this process or as a bundle, against a fake GitHub. */
export class ActionRig implements AsyncDisposable {
  readonly rig: Rig;
  readonly github: FakeGitHub;
  readonly #temp = mkdtempSync(join(tmpdir(), 'storysync-runner-'));
  readonly #servers: GitServer[] = [];
  #runs = 0;

  private constructor(rig: Rig, github: FakeGitHub) {
    this.rig = rig;
    this.github = github;
  }

  static async around(world: Promise<Rig>): Promise<ActionRig> {
    const action = new ActionRig(await world, await FakeGitHub.start());
    action.github.branches.set('main', action.head());
    return action;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    for (const server of this.#servers) await server.close();
    await this.github[Symbol.asyncDispose]();
    await this.rig[Symbol.asyncDispose]();
    rmSync(this.#temp, { recursive: true, force: true });
  }

  head(): string {
    return this.rig.head();
  }

  /** Commits what was written, as the new head of the default branch. */
  merge(message?: string): string {
    const sha = this.rig.commit(message);
    this.github.branches.set('main', sha);
    return sha;
  }

  /** Serves the repository as git does, with `main` where GitHub has it, and makes it the remote. */
  async serveRemote(options: GitServerOptions = {}): Promise<GitServer> {
    const folder = join(this.#temp, 'served');
    mkdirSync(folder);
    const server = await startGitServer(folder, options);
    this.#servers.push(server);
    // What a fetch would bring, without the five programs that it takes.
    const served = join(folder, 'repository.git');
    cpSync(join(this.rig.dir, '.git/objects'), join(served, 'objects'), { recursive: true });
    setRef(served, 'refs/heads/main', this.github.branches.get('main') ?? '');
    addRemote(join(this.rig.dir, '.git'), 'origin', server.url);
    return server;
  }

  /** As actions/checkout leaves it: the newest commit alone, on no branch. */
  shallowClone(): string {
    const folder = join(this.#temp, `clone-${this.#runs}`);
    this.rig.git('clone', '--quiet', '--depth', '1', `file://${this.rig.dir}`, folder);
    this.rig.git('-C', folder, 'checkout', '--quiet', '--detach');
    return folder;
  }

  push(ref = 'refs/heads/main'): ActionEvent {
    return { name: 'push', payload: this.#payload(), ref, sha: this.head() };
  }

  /** A pull request that asks for the checked-out commit. */
  pullRequest(base: string, from = this.github.repository): ActionEvent {
    const sha = this.head();
    const pull = {
      number: 1,
      head: { sha, repo: { full_name: from } },
      base: { sha: base, repo: { full_name: this.github.repository } },
    };
    return {
      name: 'pull_request',
      payload: { ...this.#payload(), pull_request: pull },
      ref: 'refs/pull/1/merge',
      sha,
    };
  }

  event(name: string, ref = 'refs/heads/main'): ActionEvent {
    return { name, payload: this.#payload(), ref, sha: this.head() };
  }

  #payload(): JsonObject {
    return { repository: { full_name: this.github.repository, default_branch: 'main' } };
  }

  async run(event: ActionEvent, setup: ActionSetup = {}): Promise<ActionRun> {
    const folder = join(this.#temp, String(this.#runs++));
    const temp = join(folder, 'temp');
    mkdirSync(temp, { recursive: true });
    const file = (name: string, content = ''): string => {
      writeFileSync(join(folder, name), content);
      return join(folder, name);
    };
    const env: Variables = {
      PATH: process.env.PATH ?? '',
      CI: 'true',
      GITHUB_ACTIONS: 'true',
      GITHUB_EVENT_NAME: event.name,
      GITHUB_EVENT_PATH: file('event.json', JSON.stringify(event.payload)),
      GITHUB_REF: event.ref,
      GITHUB_SHA: event.sha,
      GITHUB_REPOSITORY: this.github.repository,
      GITHUB_WORKSPACE: setup.workspace ?? this.rig.dir,
      GITHUB_API_URL: this.github.url,
      GITHUB_OUTPUT: file('output'),
      GITHUB_STEP_SUMMARY: file('summary.md'),
      RUNNER_TEMP: temp,
      ...inputVariables({ 'github-token': this.github.token, 'env-keys': '*_KEY', ...setup.inputs }),
      ...(setup.env ?? this.keys()),
    };
    const { stdout, stderr, code } =
      setup.bundle === undefined
        ? await runActionHere(env, setup.openRemote, setup.onWatch)
        : await runActionBundle(setup.bundle, { env, cwd: folder, ...(setup.onLog && { onLog: setup.onLog }) });
    const lines = stdout.split('\n');
    const masks = lines.filter(isMask).map((line) => unescapeCommand(line.slice('::add-mask::'.length)));
    const log = lines.filter((line) => !isMask(line)).join('\n');
    const outputs = outputsIn(readFileSync(join(folder, 'output'), 'utf8'));
    return {
      code,
      log,
      masks,
      stderr,
      outputs,
      summary: readFileSync(join(folder, 'summary.md'), 'utf8'),
      files: filesIn(temp),
    };
  }

  /** The keys of all tenants, by the names that the manifest uses. */
  keys(): Variables {
    return Object.fromEntries(
      Object.entries(this.rig.environment).flatMap(([name, key]) => (key ? [[name, key]] : [])),
    );
  }

  /** The check run of the last job. */
  get check(): FakeGitHub['checkRuns'][number] {
    const last = this.github.checkRuns.at(-1);
    if (!last) throw new Error('no check run');
    return last;
  }

  /** All that stands on GitHub after the runs, and all that was sent there. */
  everythingOnGitHub(): string {
    const { checkRuns, comments, requests } = this.github;
    return JSON.stringify({ checkRuns, comments, requests });
  }
}

/** Annotations as `sync.yaml:8 failure contoso / triage: failed`. */
export function marksOf(check: ActionRig['check']): readonly string[] {
  return check.annotations.map(({ path, start_line, annotation_level, title }) =>
    [`${path}:${start_line}`, annotation_level, title].join(' '),
  );
}

/** The line, from 1, of the first line beyond `after` that holds the text. */
export function lineOf(source: string, needle: string, after = 0): number {
  const index = source.split('\n').findIndex((line, at) => at >= after && line.includes(needle));
  if (index < 0) throw new Error(`no line holds ${needle}`);
  return index + 1;
}

function inputVariables(inputs: Variables): Variables {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
}

function isMask(line: string): boolean {
  return line.startsWith('::add-mask::');
}

function unescapeCommand(value: string): string {
  return value.replaceAll('%0D', '\r').replaceAll('%0A', '\n').replaceAll('%25', '%');
}

/** The runner's own format: `name<<delimiter`, the value, the delimiter. */
function outputsIn(file: string): Variables {
  const blocks = file.matchAll(/^([^\r\n\u2028\u2029<]+)<<(ghadelimiter_[\w-]+)\n([\s\S]*?)\n\2$/gm);
  return Object.fromEntries([...blocks].map(([, name = '', , value = '']) => [name, value]));
}

function filesIn(folder: string): Variables {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(names.map(({ parentPath, name }) => [name, readFileSync(join(parentPath, name), 'utf8')]));
}
