import { type ChildProcess, execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { messageOf, startChild } from './child.ts';
import type { ClientRun } from './client-process.ts';
import { editedStory, type GeneratedStory, generatedStory, storyText } from './stories.ts';
import { alike, type Fleetful, settingsOf } from './tenants.ts';

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
  /** The clone that commands run in. */
  readonly dir: string;
  /** Each tenant's key by the name of its variable. */
  readonly keys: { readonly [variable: string]: string };
  readonly #emulator: ChildProcess;
  readonly #url: string;
  readonly #size: FleetSize;
  readonly #fleetful: Fleetful;
  #client: ChildProcess | undefined;

  private constructor(dir: string, emulator: ChildProcess, url: string, size: FleetSize, fleetful: Fleetful) {
    this.dir = dir;
    this.keys = Object.fromEntries(fleetful.tenants.map(({ key }, index) => [`KEY_${index}`, key]));
    this.#fleetful = fleetful;
    this.#emulator = emulator;
    this.#url = url;
    this.#size = size;
  }

  static async open(size: FleetSize, fleetful = alike(size.destinations)): Promise<Fleet> {
    const dir = mkdtempSync(join(tmpdir(), 'storysync-bench-'));
    const config = join(dir, 'emulator.json');
    writeFileSync(config, JSON.stringify(fleetful.config(size.latencyMs)));
    const emulator = startChild('emulator-process.ts', { args: [config] });
    const { url } = await messageOf<{ readonly url: string }>(emulator);
    const fleet = new Fleet(join(dir, 'repository'), emulator, url, size, fleetful);
    const stories = Array.from({ length: size.stories }, (_, index) => generatedStory(index));
    mkdirSync(join(dir, 'repository', 'stories'), { recursive: true });
    writeFileSync(join(dir, 'repository', 'sync.yaml'), fleetful.manifest(url, stories));
    for (const story of stories) fleet.#write(story);
    fleet.#git('init', '--quiet', '--initial-branch=main');
    fleet.#commit('start');
    return fleet;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    this.#client?.disconnect();
    this.#emulator.disconnect();
    rmSync(join(this.dir, '..'), { recursive: true, force: true });
  }

  /** An everyday change in git: one option of one action of the first story. */
  changeOneStory(): void {
    this.#write(editedStory(0));
    this.#commit('change one story');
  }

  /** The same change taken back. */
  changeBack(): void {
    this.#write(generatedStory(0));
    this.#commit('take the change back');
  }

  /** Every customer sets one story the own way. */
  async setByCustomers(): Promise<void> {
    for (const [index, { name, teamId, key }] of this.#fleetful.tenants.entries()) {
      const listing = `${this.#url}/${name}/api/v1/stories?team_id=${teamId}&per_page=500`;
      const listed = await fetch(listing, { headers: { authorization: `Bearer ${key}` } });
      const { stories } = (await listed.json()) as { readonly stories: readonly { readonly id: number }[] };
      const edit = { tenant: name, story_id: stories[index % stories.length]?.id, ...settingsOf(index) };
      await fetch(`${this.#url}/_emulator/edit`, { method: 'POST', body: JSON.stringify(edit) });
    }
    await this.#takeTraffic();
  }

  /** As a clone has it that was just fetched: objects lie in a pack. */
  pack(): void {
    this.#git('gc', '--quiet');
  }

  /** What a run of anything asked of the tenants, and what answering took. */
  async watch<T>(run: () => Promise<T>): Promise<{ result: T } & Pick<FleetRun, 'traffic' | 'emulatorCpuSeconds'>> {
    await this.#takeTraffic();
    const before = await this.#emulatorCpu();
    const result = await run();
    const emulatorCpuSeconds = (await this.#emulatorCpu()) - before;
    return { result, traffic: await this.#takeTraffic(), emulatorCpuSeconds };
  }

  /** Lets time pass for all tenants, so that the time stamps of what was pushed are old. */
  async later(): Promise<void> {
    await fetch(`${this.#url}/_emulator/clock`, { method: 'POST', body: JSON.stringify({ advance_ms: 60_000 }) });
  }

  /** One run of the command line; `flags` are those of Node, such as `--cpu-prof`. */
  async run(args: readonly string[], flags: readonly string[] = []): Promise<FleetRun> {
    const { result, ...watched } = await this.watch(async () => {
      const client = this.#client ?? this.#startClient(flags);
      client.send(args);
      const run = await messageOf<ClientRun>(client);
      if (this.#size.processPerRun) client.disconnect();
      else this.#client = client;
      return run;
    });
    return { ...result, ...watched };
  }

  #startClient(flags: readonly string[]): ChildProcess {
    return startChild('client-process.ts', { directory: this.dir, environment: { ...this.keys, CI: '' }, flags });
  }

  #write(story: GeneratedStory): void {
    writeFileSync(join(this.dir, 'stories', `${story.key}.json`), storyText(story));
  }

  #commit(message: string): void {
    this.#git('add', '--all');
    this.#git('commit', '--quiet', '-m', message);
  }

  #git(...args: readonly string[]): void {
    const identity = ['-c', 'user.name=Bench', '-c', 'user.email=bench@example.com', '-c', 'commit.gpgsign=false'];
    execFileSync('git', [...identity, ...args], { cwd: this.dir, stdio: 'pipe' });
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
