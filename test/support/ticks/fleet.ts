import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { JsonObject } from '../../../src/json/value.ts';
import { impatientClock } from '../instant-clock.ts';
import type { Moment } from '../killed-runs.ts';
import { type LiveTenant, Rig } from '../rig.ts';
import { giveStateKey } from '../state-branch.ts';
import { callStory, fetchAction, storyExport, webhook } from '../stories.ts';
import { keyReference, tenantWith } from '../world-of.ts';
import { addressOf, type Fate, type Gateway, openGateway, type Push } from './gateway.ts';
import type { Promises, SeenRun } from './observer.ts';

export type FleetSpec = {
  readonly promises: Promises;
  /** As the manifest has it. */
  readonly rollout: JsonObject;
  readonly fateOf: (push: Push) => Fate;
  /** The command line in one file: then runs that are to be killed, and those after them, have a process of their own. */
  readonly program: string | undefined;
};

/** A run as the observer sees it, and what it said. */
export type Tick = SeenRun & {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
  /** How often it changed the disk, of a run that had a process and came to its end. */
  readonly steps: number | undefined;
};

const preload = (file: string): readonly string[] => ['--import', new URL(`../${file}`, import.meta.url).pathname];
const SHIFTED = preload('shifted-clock-process.ts');
const STEPPING = preload('kill-at-step-process.ts');

/** A repository, its tenants behind a gateway, and runs whose clocks say what they are told. */
export class TickedFleet implements AsyncDisposable {
  readonly rig: Rig;
  readonly #gateway: Gateway;
  readonly #spec: FleetSpec;
  readonly #folder = mkdtempSync(join(tmpdir(), 'storysync-ticks-'));
  /** The last run was killed: what it left is for a process to find. */
  #afterKill = false;

  private constructor(rig: Rig, gateway: Gateway, spec: FleetSpec) {
    this.rig = rig;
    this.#gateway = gateway;
    this.#spec = spec;
  }

  /** All tenants have version 1 of every story. The rollout comes with version 2, which nobody has yet. */
  static async start(spec: FleetSpec): Promise<TickedFleet> {
    const names = spec.promises.rings.flatMap(({ tenants }) => tenants);
    const rig = await Rig.start({ tenants: Object.fromEntries(names.map((name) => [name, tenantWith()])) });
    giveStateKey(rig);
    // Nothing is refused here but what fate says: a thousand tenants share a machine.
    rig.patienceMs = 120_000;
    const fleet = new TickedFleet(rig, await openGateway(rig.url, spec.fateOf), spec);
    fleet.#write(1, {});
    const first = await rig.run('sync');
    if (first.code !== 0) throw new Error(`the first sync ended with ${first.code}: ${first.out}${first.err}`);
    await fleet.#gateway.take();
    fleet.#write(2, { rollout: spec.rollout });
    return fleet;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#gateway.close();
    await this.rig[Symbol.asyncDispose]();
    rmSync(this.#folder, { recursive: true });
  }

  /** One run that begins at that time; with a moment it is killed there, if it lives so long. */
  async tick(at: number, kill?: Moment): Promise<Tick> {
    await this.rig.later();
    const started = performance.now();
    const { program } = this.#spec;
    const isOwn = program !== undefined && (kill !== undefined || this.#afterKill);
    const run = isOwn ? await this.#spawn(at, program, kill) : await this.#runHere(at);
    this.#afterKill = run.code === null;
    const ended = at + performance.now() - started;
    return { ...run, began: at, ended, killed: run.code === null, requests: await this.#gateway.take() };
  }

  /** All that a run could have written, but for where time stands. */
  written(): string {
    const { rig } = this;
    const files = readdirSync(rig.dir, { recursive: true, encoding: 'utf8' }).toSorted().join('\n');
    return `${rig.git('for-each-ref')}${rig.git('status', '--porcelain')}${files}`;
  }

  /** Stories by name of each tenant, and the versions that they have. */
  async live(): Promise<ReadonlyMap<string, readonly string[]>> {
    const { tenants } = (await this.rig.control('GET', 'state')) as unknown as {
      readonly tenants: { readonly [name: string]: LiveTenant };
    };
    return new Map(
      Object.entries(tenants).map(([name, { stories }]) => [
        name,
        stories.map(({ name: story, content }) => `${story} v${versionIn(content)}`).toSorted(),
      ]),
    );
  }

  #write(version: number, rest: JsonObject): void {
    const { promises } = this.#spec;
    const destinations = promises.rings.flatMap(({ name: ring, tenants }) =>
      tenants.map((name) => [
        name,
        {
          destination_tenant_url: `${this.#gateway.url}/${name}`,
          destination_tenant_api_key: keyReference(name),
          destination_team_id: 42,
          labels: { ring },
          stories: ['@all'],
        },
      ]),
    );
    const keys = Object.keys(promises.calls);
    this.rig.write('sync.yaml', {
      version: 1,
      ...rest,
      stories: Object.fromEntries(keys.map((key) => [key, {}])),
      groups: { all: keys },
      destinations: Object.fromEntries(destinations),
    });
    for (const [key, callees] of Object.entries(promises.calls)) {
      const calls = callees.map((callee) => callStory(`Call ${callee}`, callee));
      const actions = [webhook('In'), fetchAction('Fetch', addressOf(key, version)), ...calls];
      this.rig.write(`stories/${key}.json`, storyExport({ name: key, actions }));
    }
    this.rig.commit(`version ${version}`);
  }

  async #runHere(at: number): Promise<Pick<Tick, 'code' | 'out' | 'err' | 'steps'>> {
    const started = performance.now();
    const now = (): Date => new Date(at + performance.now() - started);
    const run = await this.rig.runIn(this.rig.dir, ['sync', '--pending'], { ...impatientClock, now });
    return { ...run, steps: undefined };
  }

  async #spawn(at: number, program: string, kill?: Moment): Promise<Pick<Tick, 'code' | 'out' | 'err' | 'steps'>> {
    const steps = join(this.#folder, 'steps');
    rmSync(steps, { force: true });
    const env = {
      ...process.env,
      NODE_COMPILE_CACHE: join(dirname(program), 'cache'),
      ...this.rig.environment,
      CLOCK_AHEAD_MS: String(at - Date.now()),
      COUNT_STEPS_IN: steps,
      ...(kill && 'step' in kill ? { KILL_AT_STEP: String(kill.step) } : {}),
    };
    const flags = ['--no-warnings', ...SHIFTED, ...STEPPING];
    const child = spawn(process.execPath, [...flags, program, 'sync', '--pending'], { cwd: this.rig.dir, env });
    let [out, err] = ['', ''];
    child.stdout.on('data', (chunk) => {
      out += String(chunk);
    });
    child.stderr.on('data', (chunk) => {
      err += String(chunk);
    });
    const timer = kill && 'ms' in kill ? setTimeout(() => child.kill('SIGKILL'), kill.ms) : undefined;
    const [code] = (await once(child, 'close')) as [number | null];
    clearTimeout(timer);
    return { code, out, err, steps: existsSync(steps) ? Number(readFileSync(steps, 'utf8')) : undefined };
  }
}

function versionIn(content: JsonObject): string | undefined {
  return /\.example\/v(\d+)/.exec(JSON.stringify(content))?.[1];
}
