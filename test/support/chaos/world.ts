import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';
import type { EmulatorConfig } from '../../../src/emulator/control/config.ts';
import type { JsonObject, JsonValue } from '../../../src/json/value.ts';
import { asCustomer } from '../customer.ts';
import { type GitServer, startGitServer } from '../git-server.ts';
import { type LiveStory, type LiveTenant, Rig } from '../rig.ts';
import { callStory, fetchAction, guidOf, recordAction, storyExport, webhook } from '../stories.ts';
import { subscribe } from '../world-of.ts';

export type ManifestFile = {
  stories: { [key: string]: { file?: string } };
  destinations: {
    [name: string]: {
      destination_tenant_url: string;
      destination_team_id: number;
      stories: string[];
      on_drift?: string;
      adopt?: string[];
      manual_sync_only?: boolean;
      detached?: { [key: string]: JsonValue };
      hold?: JsonValue;
    };
  };
  defaults?: { hold?: JsonValue };
} & JsonObject;
export type Snapshot = { readonly [tenant: string]: LiveTenant };

const TEAMS = { contoso: [42, 43], fabrikam: [42] } as const;
const DESTINATIONS = {
  contoso: { stories: ['watch', 'keep', 'call'] },
  archive: { stories: ['watch'], tenant: 'contoso', team: 43 },
  fabrikam: { stories: ['watch', 'keep'] },
};
export const STORIES = {
  watch: storyExport({
    name: 'Watch',
    tags: ['ir'],
    actions: [webhook('In'), fetchAction('Fetch', 'https://w.example/0')],
  }),
  keep: storyExport({
    name: 'Keep',
    actions: [
      webhook('In'),
      recordAction('Store', 'Alert', [['title', 'TEXT']]),
      fetchAction('Fetch', 'https://k.example/0'),
    ],
  }),
  call: storyExport({
    name: 'Call',
    actions: [callStory('Ask', 'watch'), fetchAction('Fetch', 'https://c.example/0')],
  }),
};
/** The stamps by which stories are ours, whatever they are called. */
export const OUR_STAMPS: ReadonlySet<JsonValue | undefined> = new Set(
  Object.values(STORIES).map((story) => story.origin_story_identifier),
);
const OWN = storyExport({
  name: 'Own',
  guid: guidOf('own'),
  actions: [webhook('Own in'), fetchAction('Own', 'https://own.example')],
});

/** One author, three destinations in two tenants, their customers, and what must be known to judge what happens. */
export class ChaosWorld implements AsyncDisposable {
  readonly rig: Rig;
  readonly switches: JsonObject;
  readonly trace: string[] = [];
  /** Stories that the customer copied or moved: they may carry our stamp beside ours. */
  readonly copies = new Set<number>();
  /** What a push made, by id: the stamp of what it is in git. */
  readonly made = new Map<number, JsonValue | undefined>();
  /** Some run did not know, or did not remember, what was pushed. */
  forgot = false;
  /** Somebody changed recorded state by hand. */
  forged = false;
  /** Stories that `adopt` gave us. */
  readonly adopted = new Set<number>();
  /** The commit that a running sync takes its stories from, when that is not the work tree. */
  pushedFrom: string | undefined;
  remote: GitServer | undefined;
  /** The next command line runs on a commit of its own. */
  changed = false;
  #counter = 0;
  #folder: string | undefined;

  private constructor(rig: Rig, switches: JsonObject) {
    this.rig = rig;
    this.switches = switches;
  }

  static async start(switches: JsonObject, remote: boolean): Promise<ChaosWorld> {
    const tenants = Object.fromEntries(
      Object.entries(TEAMS).map(([name, teams]) => [
        name,
        {
          keys: [{ key: `${name}-very-secret-key`, kind: 'tenant_owner' }],
          teams: teams.map((id) => ({ id, name: `Team ${id}`, stories: [{ content: OWN }] })),
          tags: ['soc'],
        },
      ]),
    ) as EmulatorConfig['tenants'];
    const rig = await Rig.start({ tenants, switches });
    subscribe(rig, { stories: STORIES, destinations: DESTINATIONS });
    for (const [key, story] of Object.entries(STORIES)) rig.write(`stories/${key}.json`, story);
    rig.commit('start');
    const world = new ChaosWorld(rig, switches);
    if (remote) {
      world.#folder = mkdtempSync(join(tmpdir(), 'storysync-chaos-'));
      world.remote = await startGitServer(world.#folder);
      rig.git('remote', 'add', 'origin', world.remote.url);
    }
    return world;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.rig[Symbol.asyncDispose]();
    await this.remote?.close();
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
  }

  note(text: string): void {
    this.trace.push(text);
  }

  /** A number that nothing had before, for values that can be told apart. */
  next(): number {
    this.#counter += 1;
    return this.#counter;
  }

  async look(): Promise<Snapshot> {
    return (await this.rig.control('GET', 'state')).tenants as unknown as Snapshot;
  }

  get manifest(): ManifestFile {
    return parse(this.rig.read('sync.yaml')) as ManifestFile;
  }

  /** What was changed in the work tree since becomes a commit. */
  commit(): void {
    if (this.changed) this.rig.commit();
    this.changed = false;
  }

  /** What the author changes in the manifest. */
  rewrite(change: (manifest: ManifestFile) => void): void {
    const { manifest } = this;
    change(manifest);
    this.rig.write('sync.yaml', manifest);
    this.changed = true;
  }

  fileOf(key: string): string {
    return this.manifest.stories[key]?.file ?? `stories/${key}.json`;
  }

  storyOf(key: string): JsonObject {
    return JSON.parse(this.rig.read(this.fileOf(key))) as JsonObject;
  }

  /** The stamp of what a sync that is done now pushes under a key. */
  stampAtPush(key: string): JsonValue | undefined {
    if (this.pushedFrom === undefined) return this.storyOf(key).origin_story_identifier;
    const manifest = parse(this.rig.git('show', `${this.pushedFrom}:sync.yaml`)) as ManifestFile;
    const file = manifest.stories[key]?.file ?? `stories/${key}.json`;
    return (JSON.parse(this.rig.git('show', `${this.pushedFrom}:${file}`)) as JsonObject).origin_story_identifier;
  }

  tenantOf(destination: string): string {
    return this.manifest.destinations[destination]?.destination_tenant_url.split('/').at(-1) ?? destination;
  }

  stateHead(): string {
    const file = '.git/refs/heads/storysync/state';
    return existsSync(join(this.rig.dir, file)) ? this.rig.read(file).trim() : '';
  }

  ask(tenant: string, method: string, path: string, body?: JsonObject): Promise<JsonObject> {
    return asCustomer(this.rig, tenant, method, path, body);
  }

  isOurs(story: LiveStory): boolean {
    return (
      OUR_STAMPS.has(story.content.origin_story_identifier) || this.made.has(story.id) || this.adopted.has(story.id)
    );
  }
}
