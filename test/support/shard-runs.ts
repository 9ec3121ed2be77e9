import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { JsonObject } from '../../src/json/value.ts';
import { type GitServer, startGitServer } from './git-server.ts';
import type { Rig, Run } from './rig.ts';
import { STATE_KEY } from './state-branch.ts';
import { callStory, fetchAction, storyExport, webhook } from './stories.ts';
import { publish, tenantWith, worldOf } from './world-of.ts';

export type ShardedFleet = {
  readonly destinations: number;
  readonly latencyMs: number;
  /** Destinations that one runner works on at a time; as many as it does by itself when left out. */
  readonly concurrency?: number;
};

/** A run of one shard; `run.code` is null where it was killed. */
export type ShardRun = { readonly shard: string; readonly run: Omit<Run, 'code'> & { readonly code: number | null } };

const STORIES = {
  enrich: storyExport({ name: 'Enrich', actions: [fetchAction('Ask', 'https://a.example/0')] }),
  triage: storyExport({ name: 'Triage', actions: [webhook('In'), callStory('Call', 'enrich')] }),
};
export const STORY_COUNT = Object.keys(STORIES).length;

type Place = Required<Omit<ShardedFleet, 'destinations'>> & { readonly program: string; readonly folder: string };

/** One fleet, one remote, and shards that sync it side by side: each a process of its own in a clone of its own. */
export class ShardRuns implements AsyncDisposable {
  readonly rig: Rig;
  readonly remote: GitServer;
  /** The command line in one file. */
  readonly #program: string;
  readonly #folder: string;
  readonly #latencyMs: number;
  readonly #concurrency: number;
  #clones = 0;

  private constructor(rig: Rig, remote: GitServer, { program, folder, latencyMs, concurrency }: Place) {
    this.rig = rig;
    this.remote = remote;
    this.#program = program;
    this.#folder = folder;
    this.#latencyMs = latencyMs;
    this.#concurrency = concurrency;
  }

  static async start(program: string, { destinations, latencyMs, concurrency = 32 }: ShardedFleet): Promise<ShardRuns> {
    const names = Array.from({ length: destinations }, (_, index) => `tenant-${index + 1}`);
    const rig = await worldOf({
      tenants: Object.fromEntries(names.map((name) => [name, tenantWith()])),
      stories: STORIES,
      destinations: Object.fromEntries(names.map((name) => [name, { stories: Object.keys(STORIES) }])),
    });
    rig.environment.STORYSYNC_STATE_KEY = STATE_KEY;
    const folder = mkdtempSync(join(tmpdir(), 'storysync-shards-'));
    const remote = await startGitServer(mkdtempSync(join(folder, 'remote-')));
    rig.git('remote', 'add', 'origin', remote.url);
    const runs = new ShardRuns(rig, remote, { program, folder, latencyMs, concurrency });
    await runs.#beDistant();
    return runs;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.remote.close();
    await this.rig[Symbol.asyncDispose]();
    rmSync(this.#folder, { recursive: true, force: true });
  }

  /** A change to one story, for everybody. */
  change(round: number): void {
    const actions = [fetchAction('Ask', `https://a.example/${round}`)];
    publish(this.rig, 'enrich', storyExport({ name: 'Enrich', actions }));
  }

  /** All shards at once, as a matrix starts them; `watch` gets each process while it runs. */
  async round(
    of: number,
    watch: (shard: string, child: ChildProcess) => void = () => {},
  ): Promise<readonly ShardRun[]> {
    await this.rig.later();
    const shards = Array.from({ length: of }, (_, index) => `${index + 1}/${of}`);
    return Promise.all(
      shards.map(async (shard) => {
        const argv = ['sync', '--shard', shard, '--concurrency', String(this.#concurrency), '--format', 'json'];
        return { shard, run: await this.#process(this.clone(), argv, (child) => watch(shard, child)) };
      }),
    );
  }

  /** The same, but one shard is killed without a word once it has written to somebody and is not done. */
  async roundWithKill(of: number, lost: string): Promise<readonly ShardRun[]> {
    const [slow, ...others] = await this.#tenantsOf(lost);
    if (slow === undefined || others.length === 0) throw new Error(`${lost} is too small to be killed at work`);
    await this.rig.fault({ tenant: slow, method: 'POST', always: true, fault: { kind: 'slow', ms: 60_000 } });
    const runs = await this.round(of, (shard, child) => {
      if (shard === lost) void this.#killAtWork(child, new Set(others));
    });
    await this.rig.control('DELETE', 'faults');
    await this.#beDistant();
    return runs;
  }

  async #beDistant(): Promise<void> {
    const fault = { kind: 'distant', ms: this.#latencyMs };
    if (this.#latencyMs > 0) await this.rig.fault({ always: true, fault });
  }

  async #tenantsOf(shard: string): Promise<readonly string[]> {
    const { json } = await this.rig.runJson('plan', '--offline', '--shard', shard);
    return (json.destinations as unknown as readonly { readonly name: string }[]).map(({ name }) => name);
  }

  async #killAtWork(child: ChildProcess, tenants: ReadonlySet<string>): Promise<void> {
    const hasWritten = async (): Promise<boolean> =>
      (await this.rig.log()).some(({ tenant, method }) => tenants.has(tenant) && method !== 'GET');
    while (child.exitCode === null && !(await hasWritten())) await new Promise((done) => setTimeout(done, 20));
    child.kill('SIGKILL');
  }

  /** What the report makes of the status files that a round left. */
  async report(runs: readonly ShardRun[]): Promise<Run & { readonly json: JsonObject }> {
    const clone = this.clone();
    const folder = join(clone, '.git/status');
    mkdirSync(folder);
    for (const { shard, run } of runs)
      if (run.code !== null) writeFileSync(join(folder, `${shard.replace('/', '-')}.json`), run.out);
    const run = await this.#process(
      clone,
      ['report', '--status-files', '.git/status/*.json', '--format', 'json'],
      () => {},
    );
    return { ...run, code: run.code ?? -1, json: JSON.parse(run.out) as JsonObject };
  }

  /** Destinations that the shared branch has a record of. */
  recorded(): number {
    return this.remote.git('ls-tree', '--name-only', 'storysync/state', 'destinations/').split('\n').length;
  }

  /** As a runner checks the repository out, with nothing of what other runners have. */
  clone(): string {
    this.#clones += 1;
    const clone = join(this.#folder, `clone-${this.#clones}`);
    cpSync(this.rig.dir, clone, { recursive: true });
    return clone;
  }

  async #process(cwd: string, argv: readonly string[], watch: (child: ChildProcess) => void): Promise<ShardRun['run']> {
    const cache = { NODE_COMPILE_CACHE: join(dirname(this.#program), 'cache') };
    // Nothing of the machine besides: in CI the command line asks the default branch first.
    const { PATH, TMPDIR } = process.env;
    const env = { PATH, ...(TMPDIR === undefined ? {} : { TMPDIR }), ...cache, ...this.rig.environment };
    const child = spawn(process.execPath, ['--no-warnings', this.#program, ...argv, '--quiet'], { cwd, env });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => {
      out += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      err += String(chunk);
    });
    watch(child);
    const [code] = (await once(child, 'close')) as [number | null];
    return { code, out, err };
  }
}
