import { type ChildProcess, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { canonicalJson } from '../src/json/canonical.ts';
import { messageOf, startChild } from './child.ts';
import type { ClientRun } from './client-process.ts';
import { CREDENTIAL, editedStory, type GeneratedStory, generatedStory, RESOURCE, storyText } from './stories.ts';

export type FleetSize = {
  readonly destinations: number;
  readonly stories: number;
  readonly latencyMs: number;
  /** Every run in a process of its own, so that its peak memory is its own; one process for all is quicker. */
  readonly processPerRun: boolean;
};

/** What the tenants were asked during one run, as they counted it themselves. */
export type Traffic = {
  readonly calls: { readonly [method: string]: number };
  /** By method and path, with every id as `:id`. */
  readonly kinds: { readonly [kind: string]: number };
  /** Bodies only, as seen by the tenants. */
  readonly bytesToTenants: number;
  readonly bytesFromTenants: number;
};

export type FleetRun = ClientRun & { readonly traffic: Traffic; readonly emulatorCpuSeconds: number };

type LogEntry = { method: string; path: string; request_bytes: number; response_bytes: number };

/** A repository of generated stories for a fleet of emulated tenants, one destination in each. */
export class Fleet implements AsyncDisposable {
  readonly #dir: string;
  readonly #emulator: ChildProcess;
  readonly #url: string;
  readonly #size: FleetSize;
  #client: ChildProcess | undefined;

  private constructor(dir: string, emulator: ChildProcess, url: string, size: FleetSize) {
    this.#dir = dir;
    this.#emulator = emulator;
    this.#url = url;
    this.#size = size;
  }

  static async open(size: FleetSize): Promise<Fleet> {
    const dir = mkdtempSync(join(tmpdir(), 'storysync-bench-'));
    const config = join(dir, 'emulator.json');
    writeFileSync(config, JSON.stringify(emulatorConfig(size)));
    const emulator = startChild('emulator-process.ts', { args: [config] });
    const { url } = await messageOf<{ readonly url: string }>(emulator);
    const fleet = new Fleet(join(dir, 'repository'), emulator, url, size);
    const stories = Array.from({ length: size.stories }, (_, index) => generatedStory(index));
    mkdirSync(join(dir, 'repository', 'stories'), { recursive: true });
    writeFileSync(join(dir, 'repository', 'sync.yaml'), manifest(size, url, stories));
    for (const story of stories) fleet.#write(story);
    fleet.#git('init', '--quiet', '--initial-branch=main');
    fleet.#commit('start');
    return fleet;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#client?.disconnect();
    this.#emulator.disconnect();
    rmSync(join(this.#dir, '..'), { recursive: true, force: true });
  }

  /** An everyday change in git: one option of one action of the first story. */
  changeOneStory(): void {
    this.#write(editedStory(0));
    this.#commit('change one story');
  }

  /** Lets time pass for all tenants, so that the time stamps of what was pushed are old. */
  async later(): Promise<void> {
    await fetch(`${this.#url}/_emulator/clock`, { method: 'POST', body: JSON.stringify({ advance_ms: 60_000 }) });
  }

  /** One run of the command line; `flags` are those of Node, such as `--cpu-prof`. */
  async run(args: readonly string[], flags: readonly string[] = []): Promise<FleetRun> {
    await this.#takeTraffic();
    const cpuBefore = await this.#emulatorCpu();
    const client = this.#client ?? this.#startClient(flags);
    client.send(args);
    const run = await messageOf<ClientRun>(client);
    if (this.#size.processPerRun) client.disconnect();
    else this.#client = client;
    const cpuAfter = await this.#emulatorCpu();
    return { ...run, traffic: await this.#takeTraffic(), emulatorCpuSeconds: cpuAfter - cpuBefore };
  }

  #startClient(flags: readonly string[]): ChildProcess {
    const keys = Object.fromEntries(names(this.#size).map((name, index) => [`KEY_${index}`, keyOf(name)]));
    return startChild('client-process.ts', { directory: this.#dir, environment: { ...keys, CI: '' }, flags });
  }

  #write(story: GeneratedStory): void {
    writeFileSync(join(this.#dir, 'stories', `${story.key}.json`), storyText(story));
  }

  #commit(message: string): void {
    this.#git('add', '--all');
    this.#git('commit', '--quiet', '-m', message);
  }

  #git(...args: readonly string[]): void {
    const identity = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.com', '-c', 'commit.gpgsign=false'];
    execFileSync('git', [...identity, ...args], { cwd: this.#dir, stdio: 'pipe' });
  }

  async #emulatorCpu(): Promise<number> {
    this.#emulator.send({ ask: 'cpu' });
    return (await messageOf<{ readonly cpuSeconds: number }>(this.#emulator)).cpuSeconds;
  }

  async #takeTraffic(): Promise<Traffic> {
    const log = await fetch(`${this.#url}/_emulator/log`);
    const { entries } = (await log.json()) as { readonly entries: readonly LogEntry[] };
    await fetch(`${this.#url}/_emulator/log`, { method: 'DELETE' });
    return {
      calls: countBy(entries, ({ method }) => method),
      kinds: countBy(entries, ({ method, path }) => `${method} ${path.replaceAll(/\/[0-9]+/g, '/:id')}`),
      bytesToTenants: entries.reduce((sum, entry) => sum + entry.request_bytes, 0),
      bytesFromTenants: entries.reduce((sum, entry) => sum + entry.response_bytes, 0),
    };
  }
}

/** All requests that are not reads. */
export function writesIn({ calls }: Traffic): number {
  return callsIn({ calls }) - (calls.GET ?? 0);
}

export function callsIn({ calls }: Pick<Traffic, 'calls'>): number {
  return Object.values(calls).reduce((sum, count) => sum + count, 0);
}

function countBy(entries: readonly LogEntry[], of: (entry: LogEntry) => string): { readonly [name: string]: number } {
  return Object.fromEntries([...Map.groupBy(entries, of)].map(([name, group]) => [name, group.length]));
}

function names({ destinations }: FleetSize): readonly string[] {
  return Array.from({ length: destinations }, (_, index) => `customer-${String(index).padStart(4, '0')}`);
}

function keyOf(name: string): string {
  return `${name}-bench-key`;
}

function emulatorConfig(size: FleetSize): object {
  const tenants = names(size).map((name) => [
    name,
    {
      keys: [{ key: keyOf(name), kind: 'tenant_owner' }],
      teams: [{ id: 7, name: 'SOC', credentials: [CREDENTIAL], resources: [RESOURCE] }],
    },
  ]);
  return { latency_ms: size.latencyMs, tenants: Object.fromEntries(tenants) };
}

function manifest(size: FleetSize, url: string, stories: readonly GeneratedStory[]): string {
  const keys = stories.map(({ key }) => key);
  const destinations = names(size).map((name, index) => [
    name,
    {
      destination_tenant_url: `${url}/${name}`,
      destination_tenant_api_key: `\${KEY_${index}}`,
      destination_team_id: 7,
      stories: ['@all'],
    },
  ]);
  // JSON is YAML too.
  return canonicalJson({
    version: 1,
    stories: Object.fromEntries(keys.map((key) => [key, {}])),
    groups: { all: keys },
    destinations: Object.fromEntries(destinations),
  });
}
