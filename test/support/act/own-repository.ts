import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';
import { DEFAULT_CONFIG } from '../../../src/emulator/control/default-config.ts';
import type { JsonObject } from '../../../src/json/value.ts';
import { ActionRig } from '../action-rig.ts';
import type { FakeGitHub } from '../fake-github.ts';
import type { GitServer } from '../git-server.ts';
import { Rig } from '../rig.ts';
import { runWorkflow, type WorkflowEvent, type WorkflowRun } from './run-workflow.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const WORKFLOW = '.github/workflows/storysync.yml';
/** Stands for a commit of ours that is published. */
const PINNED = `storysync/storysync@${'5c'.repeat(20)}`;

type Access = FakeGitHub['permissions']['contents'];
type Workflow = {
  readonly jobs: { readonly [id: string]: { readonly permissions?: { readonly [scope: string]: Access } } };
};

/**
 * A repository that `storysync init` set up, with destinations filled in, on a GitHub that grants each job what the
 * workflow asks for and no more. The workflow runs as it was written; only `uses:` leads to stand-ins for GitHub's own
 * actions, and to ours as it is bundled here.
 */
export class OwnRepository implements AsyncDisposable {
  readonly rig: Rig;
  readonly github: FakeGitHub;
  readonly server: GitServer;
  /** By the names that the manifest has; all together they are one secret. */
  readonly keys = { CONTOSO_TINES_API_KEY: 'contoso-emulator-key', FABRIKAM_TINES_API_KEY: 'fabrikam-emulator-key' };
  readonly stateKey = '1d'.repeat(32);
  readonly #action: ActionRig;
  readonly #temp: string;
  readonly #runs: string[];

  private constructor(action: ActionRig, server: GitServer, temp: string, runs: string[]) {
    this.rig = action.rig;
    this.github = action.github;
    this.server = server;
    this.#action = action;
    this.#temp = temp;
    this.#runs = runs;
  }

  static async init(): Promise<OwnRepository> {
    const rig = await Rig.start(DEFAULT_CONFIG);
    rig.environment.ORIGIN_TINES_API_KEY = 'acme-emulator-key';
    const { code, err } = await rig.run('init', '--from', `${rig.url}/acme`, '--team', '7', '--action', PINNED);
    if (code !== 0) throw new Error(`init: ${err}`);
    rig.write('sync.yaml', rig.read('sync.yaml').replace('destinations: {}\n', destinations(rig.url)));
    rig.commit('Start with storysync');
    const action = await ActionRig.around(Promise.resolve(rig));
    const temp = mkdtempSync(join(tmpdir(), 'storysync-act-'));
    cpSync(join(ROOT, 'action.yml'), join(temp, 'action/action.yml'));
    cpSync(join(ROOT, 'dist/action.js'), join(temp, 'action/dist/action.js'));
    const runs: string[] = [];
    const granted = (scope: string): Access => {
      const { jobs } = parse(rig.read(WORKFLOW)) as Workflow;
      return jobs[readFileSync(join(runs.at(-1) ?? '', 'job'), 'utf8')]?.permissions?.[scope] ?? 'none';
    };
    action.github.permissions = {
      get checks() {
        return granted('checks');
      },
      get pullRequests() {
        return granted('pull-requests');
      },
      get contents() {
        return granted('contents');
      },
    };
    const server = await action.serveRemote({
      password: { user: 'x-access-token', password: action.github.token },
      get readOnly() {
        return granted('contents') !== 'write';
      },
    });
    // Where GitHub serves it.
    const place = join(dirname(server.dir), action.github.repository);
    mkdirSync(dirname(place));
    symlinkSync(server.dir, place);
    return new OwnRepository(action, server, temp, runs);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#action[Symbol.asyncDispose]();
    rmSync(this.#temp, { recursive: true, force: true });
  }

  /** What is changed in the work tree, as a pull request; its ref is the merge that GitHub makes of it. */
  pullRequest(): WorkflowEvent {
    const base = this.rig.head();
    this.rig.git('checkout', '--quiet', '-b', 'proposal');
    this.rig.git('commit', '--quiet', '--all', '--message', 'Propose');
    const head = this.rig.head();
    const merge = this.rig.git('commit-tree', '-p', base, '-p', head, '-m', 'Merge', 'proposal^{tree}').trim();
    this.rig.git('push', '--quiet', this.server.dir, 'proposal', `${merge}:refs/pull/1/merge`);
    const repo = { full_name: this.github.repository };
    const pull = { number: 1, head: { sha: head, ref: 'proposal', repo }, base: { sha: base, ref: 'main', repo } };
    return this.#event('pull_request', 'refs/pull/1/merge', merge, { number: 1, pull_request: pull });
  }

  /** What is changed in the work tree, on the default branch. */
  merge(): WorkflowEvent {
    const before = this.rig.head();
    const after = this.#action.merge();
    this.rig.git('push', '--quiet', this.server.dir, 'HEAD:refs/heads/main');
    return this.#event('push', 'refs/heads/main', after, { before, after, deleted: false });
  }

  /** The form, with what GitHub sends where a field was left as it is. */
  dispatch(inputs: { readonly [name: string]: string } = {}, branch = 'main'): WorkflowEvent {
    const untouched = { destinations: '', stories: '', manual: 'false', force: 'false' };
    const payload = { inputs: { ...untouched, ...inputs } };
    return this.#event('workflow_dispatch', `refs/heads/${branch}`, this.rig.head(), payload);
  }

  schedule(): WorkflowEvent {
    return this.#event('schedule', 'refs/heads/main', this.rig.head(), { schedule: '17 2 * * *' });
  }

  #event(name: string, ref: string, sha: string, payload: JsonObject): WorkflowEvent {
    const repository = { full_name: this.github.repository, default_branch: 'main' };
    return { name, ref, sha, payload: { ref, repository, ...payload } };
  }

  run(event: WorkflowEvent): Promise<WorkflowRun> {
    const folder = join(this.#temp, `run-${this.#runs.length}`);
    this.#runs.push(folder);
    const apiKeys = Object.entries(this.keys).map(([name, key]) => `${name}: ${key}\n`);
    return runWorkflow({
      folder,
      workflow: this.rig.read(WORKFLOW),
      repository: this.rig.dir,
      event,
      secrets: {
        GITHUB_TOKEN: this.github.token,
        TINES_API_KEYS: apiKeys.join(''),
        STORYSYNC_STATE_KEY: this.stateKey,
      },
      variables: {
        GITHUB_SERVER_URL: new URL(this.server.url).origin,
        GITHUB_API_URL: this.github.url,
        GITHUB_REPOSITORY: this.github.repository,
      },
      action: { uses: PINNED, folder: join(this.#temp, 'action') },
    });
  }
}

const destinations = (url: string): string => `destinations:
  contoso:
    destination_tenant_url: ${url}/contoso
    destination_tenant_api_key: \${CONTOSO_TINES_API_KEY}
    destination_team_id: 42
    stories: [phishing-triage]
  fabrikam:
    destination_tenant_url: ${url}/fabrikam
    destination_tenant_api_key: \${FABRIKAM_TINES_API_KEY}
    destination_team_id: 9
    stories: [phishing-triage]
    manual_sync_only: true
`;
