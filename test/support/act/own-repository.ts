import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { DEFAULT_CONFIG } from '../../../src/emulator/control/default-config.ts';
import type { JsonObject } from '../../../src/json/value.ts';
import { ActionRig } from '../action-rig.ts';
import type { FakeGitHub } from '../fake-github.ts';
import type { GitServer } from '../git-server.ts';
import { Rig } from '../rig.ts';
import { JobGrants } from './job-grants.ts';
import { runWorkflow, type WorkflowEvent, type WorkflowRun } from './run-workflow.ts';

const ROOT = resolve(import.meta.dirname, '../../..');
const WORKFLOWS = '.github/workflows';
/** Stands for a commit of ours that is published. */
const PINNED = `storysync/storysync@${'5c'.repeat(20)}`;
const ORIGIN_KEY = 'acme-emulator-key';

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
  readonly #grants: JobGrants;
  #runs = 0;

  private constructor(action: ActionRig, server: GitServer, temp: string, grants: JobGrants) {
    this.rig = action.rig;
    this.github = action.github;
    this.server = server;
    this.#action = action;
    this.#temp = temp;
    this.#grants = grants;
  }

  static async init(): Promise<OwnRepository> {
    const rig = await Rig.start(DEFAULT_CONFIG);
    rig.environment.ORIGIN_TINES_API_KEY = ORIGIN_KEY;
    const { code, err } = await rig.run('init', '--from', `${rig.url}/acme`, '--team', '7', '--action', PINNED);
    if (code !== 0) throw new Error(`init: ${err}`);
    rig.write('sync.yaml', rig.read('sync.yaml').replace('destinations: {}\n', destinations(rig.url)));
    rig.commit('Start with storysync');
    const action = await ActionRig.around(Promise.resolve(rig));
    const temp = mkdtempSync(join(tmpdir(), 'storysync-act-'));
    cpSync(join(ROOT, 'action.yml'), join(temp, 'action/action.yml'));
    for (const part of ['action.js', 'action']) {
      cpSync(join(ROOT, 'dist', part), join(temp, 'action/dist', part), { recursive: true });
    }
    const grants = new JobGrants();
    action.github.permissions = {
      get checks() {
        return grants.of('checks');
      },
      get pullRequests() {
        return grants.of('pull-requests');
      },
      get contents() {
        return grants.of('contents');
      },
    };
    const server = await action.serveRemote({
      password: { user: 'x-access-token', password: action.github.token },
      get readOnly() {
        return grants.of('contents') !== 'write';
      },
    });
    // Where GitHub serves it.
    const place = join(dirname(server.dir), action.github.repository);
    mkdirSync(dirname(place));
    symlinkSync(server.dir, place);
    return new OwnRepository(action, server, temp, grants);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#action[Symbol.asyncDispose]();
    rmSync(this.#temp, { recursive: true, force: true });
  }

  /** An example beside the workflow of init, pinned and with the name of our origin's key, as it tells people to. */
  copyExample(name: string, folder = 'examples/workflows'): void {
    const text = readFileSync(join(ROOT, folder, name), 'utf8');
    const ours = text.replaceAll(/storysync\/storysync@0{40}/g, PINNED).replaceAll('ACME_', 'ORIGIN_');
    this.rig.write(`${WORKFLOWS}/${name}`, ours);
  }

  /**
   * What is changed in the work tree, as a pull request, from a fork if told; its ref is the merge that GitHub makes of
   * it.
   */
  pullRequest(from = this.github.repository): WorkflowEvent {
    const base = this.rig.head();
    this.rig.git('checkout', '--quiet', '-b', 'proposal');
    this.rig.git('commit', '--quiet', '--all', '--message', 'Propose');
    const head = this.rig.head();
    const merge = this.rig.git('commit-tree', '-p', base, '-p', head, '-m', 'Merge', 'proposal^{tree}').trim();
    this.rig.git('push', '--quiet', this.server.dir, 'proposal', `${merge}:refs/pull/1/merge`);
    const pull = {
      number: 1,
      head: { sha: head, ref: 'proposal', repo: { full_name: from } },
      base: { sha: base, ref: 'main', repo: { full_name: this.github.repository } },
    };
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

  /** With the clock that rang, where a workflow has several. */
  schedule(clock?: string): WorkflowEvent {
    return this.#event('schedule', 'refs/heads/main', this.rig.head(), clock === undefined ? {} : { schedule: clock });
  }

  #event(name: string, ref: string, sha: string, payload: JsonObject): WorkflowEvent {
    const repository = { full_name: this.github.repository, default_branch: 'main' };
    return { name, ref, sha, payload: { ref, repository, ...payload } };
  }

  /** One workflow of the repository. A pull request from a fork gets no secret but the job's token. */
  run(event: WorkflowEvent, name = 'storysync.yml'): Promise<WorkflowRun> {
    const folder = join(this.#temp, `run-${this.#runs++}`);
    const workflow = this.rig.read(`${WORKFLOWS}/${name}`);
    this.#grants.begin(folder, workflow);
    const apiKeys = Object.entries(this.keys).map(([variable, key]) => `${variable}: ${key}\n`);
    const secrets = {
      TINES_API_KEYS: apiKeys.join(''),
      ORIGIN_TINES_API_KEY: ORIGIN_KEY,
      STORYSYNC_STATE_KEY: this.stateKey,
    };
    return runWorkflow({
      folder,
      workflow,
      repository: this.rig.dir,
      event,
      secrets: { GITHUB_TOKEN: this.github.token, ...(isFromFork(event) ? {} : secrets) },
      variables: {
        GITHUB_SERVER_URL: new URL(this.server.url).origin,
        GITHUB_API_URL: this.github.url,
        GITHUB_REPOSITORY: this.github.repository,
      },
      action: { uses: PINNED, folder: join(this.#temp, 'action') },
    });
  }
}

function isFromFork({ payload }: WorkflowEvent): boolean {
  const { pull_request: pull, repository } = payload as {
    readonly pull_request?: { readonly head: { readonly repo: { readonly full_name: string } } };
    readonly repository: { readonly full_name: string };
  };
  return pull !== undefined && pull.head.repo.full_name !== repository.full_name;
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
