import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Host, keyedBy } from '../../src/cli/host.ts';
import { runCommandLine } from '../../src/cli/program.ts';
import type { TenantWatch } from '../../src/commands/ports.ts';
import type { EmulatorConfig } from '../../src/emulator/control/config.ts';
import { type RunningEmulator, startEmulator } from '../../src/emulator/control/start.ts';
import { canonicalJson } from '../../src/json/canonical.ts';
import type { JsonObject, JsonValue } from '../../src/json/value.ts';
import { OpenTokens } from '../../src/keys/open-tokens.ts';
import type { Clock } from '../../src/model/clock.ts';
import { readProxies } from '../../src/network/proxies.ts';
import { openTenantPool } from '../../src/tenant/pool.ts';
import { commitWorkTree } from './commit-work-tree.ts';
import { makeEmptyRepository } from './empty-repository.ts';
import { headOf } from './git-objects.ts';
import { impatientClock } from './instant-clock.ts';

export type Run = { readonly code: number; readonly out: string; readonly err: string };

/** What the emulator holds, as a test looks at it. */
export type LiveStory = {
  readonly id: number;
  readonly team_id: number;
  readonly name: string;
  readonly tags: readonly string[];
  readonly edited_at: string;
  readonly content: JsonObject & { readonly agents: readonly JsonObject[]; readonly recipients?: readonly string[] };
} & JsonObject;
export type LiveRecordType = {
  readonly id: number;
  readonly team_id: number;
  readonly name: string;
  readonly fields: readonly LiveField[];
  /** How many rows it has. */
  readonly records: number;
};
export type LiveField = {
  readonly id: number;
  readonly name: string;
  readonly result_type: string;
  readonly fixed_values: readonly string[];
};
export type LiveTenant = {
  readonly stories: readonly LiveStory[];
  readonly record_types: readonly LiveRecordType[];
  readonly versions: readonly JsonObject[];
} & JsonObject;
export type LogEntry = {
  readonly n: number;
  readonly tenant: string;
  readonly method: string;
  readonly path: string;
  readonly status: number;
};

/** Who commits, and nothing that would only cost time here. */
const GIT_OPTIONS = [
  'user.name=Test',
  'user.email=test@example.com',
  'commit.gpgsign=false',
  'maintenance.auto=false',
  'core.fsync=none',
].flatMap((option) => ['-c', option]);

/**
 * A git repository with a manifest, an emulator, and the real command line between them. Waiting is instant, so that
 * retries cost no time.
 */
export class Rig implements AsyncDisposable {
  readonly dir: string;
  readonly url: string;
  readonly environment: Record<string, string | undefined> = {};
  /** How long a client waits for an answer. */
  patienceMs = 2_000;
  /** How long a request counts against our own limits; a test that is about them says so. */
  windowMs = 1;
  /** What tenants were asked with, command by command. */
  readonly watches: TenantWatch[] = [];
  readonly #emulator: RunningEmulator;

  private constructor(dir: string, emulator: RunningEmulator) {
    this.dir = dir;
    this.url = emulator.url;
    this.#emulator = emulator;
  }

  static async start(config: EmulatorConfig): Promise<Rig> {
    const emulator = await startEmulator({ port: 0, config });
    const dir = mkdtempSync(join(tmpdir(), 'storysync-test-'));
    const rig = new Rig(dir, emulator);
    // A slow machine must not decide which time stamps are old: time passes when a test says so.
    await rig.control('POST', 'clock', { stopped: true });
    makeEmptyRepository(dir);
    for (const [tenant, { keys }] of Object.entries(config.tenants)) {
      const key = keys?.[0]?.key;
      if (key !== undefined) rig.environment[`${tenant.toUpperCase().replaceAll('-', '_')}_KEY`] = key;
    }
    return rig;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#emulator.close();
    rmSync(this.dir, { recursive: true, force: true });
  }

  git(...args: readonly string[]): string {
    return execFileSync('git', [...GIT_OPTIONS, ...args], {
      cwd: this.dir,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
    });
  }

  write(file: string, content: string | JsonValue): void {
    const path = join(this.dir, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === 'string' ? content : canonicalJson(content));
  }

  read(file: string): string {
    return readFileSync(join(this.dir, file), 'utf8');
  }

  /** Everything that differs, as git does it. */
  commit(message = 'change'): string {
    const made = commitWorkTree(this.dir, message);
    if (made !== undefined) return made;
    this.git('add', '--all');
    this.git('commit', '--quiet', '--allow-empty', '-m', message);
    return this.head();
  }

  /** The commit that is checked out. */
  head(): string {
    return headOf(join(this.dir, '.git')) ?? this.git('rev-parse', 'HEAD').trim();
  }

  /** Runs the command line as it is, in this repository. */
  async run(...argv: readonly string[]): Promise<Run> {
    return this.runIn(this.dir, argv);
  }

  /** The same in another clone, and with waits that take their time if need be. */
  async runIn(directory: string, argv: readonly string[], clock: Clock = impatientClock): Promise<Run> {
    let out = '';
    let err = '';
    const host: Host = {
      terminal: {
        out: (text) => {
          out += text;
        },
        err: (text) => {
          err += text;
        },
        outIsTty: false,
        errIsTty: false,
        environment: this.environment,
      },
      world: {
        directory,
        ...keyedBy(
          this.environment,
          (watch) => {
            this.watches.push(watch);
            return openTenantPool({
              clock,
              limits: { timeoutMs: this.patienceMs, slowTimeoutMs: this.patienceMs, windowMs: this.windowMs },
              ...watch,
            });
          },
          { clock, proxies: readProxies({}), tokens: new OpenTokens() },
        ),
        clock,
      },
      leave: (status) => {
        throw new Error(`left with ${status}`);
      },
    };
    const code = await runCommandLine(argv, host);
    return { code, out, err };
  }

  async runJson(...argv: readonly string[]): Promise<Run & { readonly json: JsonObject }> {
    const run = await this.run(...argv, '--format', 'json');
    return { ...run, json: JSON.parse(run.out) as JsonObject };
  }

  async control(method: string, path: string, body?: JsonValue): Promise<JsonObject> {
    const init =
      body === undefined
        ? { method }
        : { method, body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
    const response = await this.#emulator.control(path, init);
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return text === '' ? {} : (JSON.parse(text) as JsonObject);
  }

  async tenant(name: string): Promise<LiveTenant> {
    const { tenants } = (await this.control('GET', 'state')) as unknown as { tenants: Record<string, LiveTenant> };
    const tenant = tenants[name];
    if (!tenant) throw new Error(`no tenant ${name}`);
    return tenant;
  }

  async story(tenant: string, name: string): Promise<LiveStory> {
    const found = (await this.tenant(tenant)).stories.filter((story) => story.name === name);
    if (found.length !== 1 || !found[0]) throw new Error(`${tenant} has ${found.length} stories named ${name}`);
    return found[0];
  }

  fault(fault: JsonObject): Promise<JsonObject> {
    return this.control('POST', 'faults', fault);
  }

  edit(tenant: string, storyId: number, edit: JsonObject): Promise<JsonObject> {
    return this.control('POST', 'edit', { tenant, story_id: storyId, ...edit });
  }

  /** Lets time pass for all tenants: their time stamps are old enough afterwards to be trusted. */
  later(): Promise<JsonObject> {
    return this.control('POST', 'clock', { advance_ms: 60_000 });
  }

  switches(switches: JsonObject): Promise<JsonObject> {
    return this.control('PUT', 'switches', { switches });
  }

  async log(): Promise<readonly LogEntry[]> {
    return ((await this.control('GET', 'log')) as unknown as { entries: readonly LogEntry[] }).entries;
  }

  /** The writes among all requests since the last call. */
  async takeWrites(): Promise<readonly LogEntry[]> {
    const entries = await this.log();
    await this.control('DELETE', 'log');
    return entries.filter(({ method }) => method !== 'GET');
  }
}
